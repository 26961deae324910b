"""06.hinge: The hinge loss."""

from mgrad.check.lesson06.shared import hinge_loss, make_hinge, random_labels, same_length
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task, some_numbers


def _hinge_as_number(scores, targets):
    same_length(scores, targets)
    return sum(max(0.0, 1 - y * s.data) for s, y in zip(scores, targets)) / len(scores)


def _probe_hinge(answer, case):
    value = engine_of(answer)
    scores = [value(s) for s in case[0]]
    loss = answer(scores, case[1])
    if loss is None:
        return None  # still to write
    if isinstance(loss, float | int):
        return f"{loss:.4g}, a plain number"  # no part of a graph
    loss.backward()
    return {"loss": loss.data, "slopes": [s.grad for s in scores]}


def _hinge_cases(rng):
    return [
        [[0.3], [1]],
        [[-0.5, 0.25], [-1, -1]],
        [[2.0, 0.4], [1, 1]],
        [[-0.5, 3.0], [1, 1]],
        [[1.5, -3.0], [1, -1]],
        [[0.5, -0.2], [1]],
        [some_numbers(rng, 5), random_labels(rng, 5)],
    ]


TASK = Task(
    id="06.hinge",
    answer_name="hinge_loss",
    kind="function",
    reference=hinge_loss,
    probe=_probe_hinge,
    cases=_hinge_cases,
    say=lambda case: f"scores {case[0]} and targets {case[1]}",
    hides=("max_margin_loss",),
    notice=(
        "A point beyond its margin has slope 0 and no longer pulls; every other point pulls with "
        "the same strength, however wrong it is."
    ),
    mistakes=(
        Mistake(
            "zip-truncation",
            make_hinge(checks=False),
            (
                "The loss is right, but your function accepts two scores with one target. zip "
                "stops at the shorter list and says nothing, so a point can be lost without an "
                "error."
            ),
            "Two lines of the cell asked for the lengths before anything else. Where are they now?",
        ),
        Mistake(
            "sum-for-mean",
            make_hinge(shares="none"),
            (
                "You return the sum. The mean divides by the number of points, so that loss and "
                "gradient do not grow with the data."
            ),
            "By what must the sum be divided?",
        ),
        Mistake(
            "margin-zero",
            make_hinge(margin=0),
            (
                "Your loss measures from 0 and not from the margin 1: a point that is just on "
                "the right side costs nothing."
            ),
            "Compute the loss of score 0.3 and target +1 by hand.",
        ),
        Mistake(
            "negative-parts-kept",
            make_hinge(keeps_all=True),
            (
                "Points beyond their margin enter with a negative loss and a slope of their own. "
                "The hinge cuts them off at 0."
            ),
            "Add a part to the sum only under a condition on its data.",
        ),
        Mistake(
            "sign-turned",
            make_hinge(sign=1),
            "Your part is 1 + target · score: the loss falls when scores move to the wrong side.",
            "With target +1, should a larger score cost more or less?",
        ),
        Mistake(
            "mean-over-pulling",
            make_hinge(shares="pulling"),
            (
                "You divide by the number of points that still cost something. The mean is over "
                "all points."
            ),
            "What should the loss be if one of two points costs 0 and the other 0.6?",
        ),
        Mistake(
            "wrong-points-only",
            make_hinge(wrong_only=True),
            (
                "Only points with the wrong sign enter your sum. A right point inside the margin "
                "costs something too."
            ),
            "Make the condition about 1 − target · score, not about the sign of the score.",
        ),
        Mistake(
            "graph-cut",
            make_hinge(graph=False),
            (
                "The loss is right but all slopes are 0: it was made from .data, and numbers "
                "taken out with .data remember nothing."
            ),
            "Use .data in the condition only; compute the part itself with the Values.",
        ),
        Mistake(
            "plain-zero",
            make_hinge(start_node=False),
            (
                "When no point costs anything, nothing is added, and the plain 0 that you "
                "started with is all there is. It has no backward()."
            ),
            "What must the total be from the start, so that the result is always a Value?",
        ),
        Mistake(
            "plain-number",
            _hinge_as_number,
            "Your loss is a plain number made from .data, so it has no backward().",
            "Use .data in the condition only; compute the part itself with the Values.",
        ),
    ),
)
