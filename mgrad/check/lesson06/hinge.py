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
        return {"a plain number, no Value": loss}  # no part of a graph
    loss.backward()
    return {"the loss": loss.data, "the slopes": [s.grad for s in scores]}


def _level(case):
    """First the cost of one point, then the mean, then the lengths."""
    scores, targets = case
    return 2 if len(scores) != len(targets) else int(len(scores) > 1)


def _hinge_of(term):
    """A loss with another cost of a point."""

    def hinge_loss(scores, targets):
        same_length(scores, targets)
        total = type(scores[0])(0.0)
        for score, target in zip(scores, targets):
            total = total + term(score, target)
        return total / len(scores)

    return hinge_loss


def _part(score, target):
    part = 1 - target * score
    return part if part.data > 0 else 0.0 * part


def _without_target(score, target):
    return _part(score, 1)


def _one_point_only(i):
    def hinge_loss(scores, targets):
        same_length(scores, targets)
        return _part(scores[i], targets[i]) / len(scores)

    return hinge_loss


def _last_cost_only(scores, targets):
    same_length(scores, targets)
    total = type(scores[0])(0.0)
    for score, target in zip(scores, targets):
        part = 1 - target * score
        total = part if part.data > 0 else total
    return total / len(scores)


def _size_of_part(score, target):
    part = 1 - target * score
    return part if part.data > 0 else -part


def _difference(score, target):
    part = target - score
    return part if part.data > 0 else 0.0 * part


def _if(condition):
    """The part of a point, for those points for which the condition holds."""
    return lambda score, target: (
        1 - target * score if condition(score.data, 1 - target * score.data) else 0.0 * score
    )


def _ends_at_the_first_free_point(scores, targets):
    same_length(scores, targets)
    total = type(scores[0])(0.0)
    for score, target in zip(scores, targets):
        if target * score.data >= 1:
            break
        total = total + 1 - target * score
    return total / len(scores)


def _largest_cost(scores, targets):
    same_length(scores, targets)
    worst = type(scores[0])(0.0)
    for score, target in zip(scores, targets):
        part = _part(score, target)
        worst = part if part.data > worst.data else worst
    return worst


def _divided_in_every_turn(scores, targets):
    same_length(scores, targets)
    total = type(scores[0])(0.0)
    for score, target in zip(scores, targets):
        part = 1 - target * score
        total = (total + part) / len(scores) if part.data > 0 else total
    return total


def _cut_after_the_mean(scores, targets):
    mean = _hinge_of(lambda score, target: 1 - target * score)(scores, targets)
    return mean if mean.data > 0 else 0.0 * mean


def _hinge_cases(rng):
    return [
        [[0.3], [1]],
        [[-0.5], [-1]],
        [[0.25], [-1]],
        [[2.0], [1]],
        [[-1.5], [1]],
        [[-0.5, 0.25, 0.5], [-1, -1, 1]],
        [[2.0, 0.4], [1, 1]],
        [[-0.5, 3.0], [1, 1]],
        [[1.5, -3.0], [1, -1]],
        [[0.5, -0.2], [1]],
        # three digits: no point exactly on its margin, where the slope may be 0 or not
        [[round(x + 0.005, 3) for x in some_numbers(rng, 5)], random_labels(rng, 5)],
    ]


TASK = Task(
    id="06.hinge",
    answer_name="hinge_loss",
    kind="function",
    reference=hinge_loss,
    probe=_probe_hinge,
    cases=_hinge_cases,
    level=_level,
    say=lambda case: f"scores {case[0]} and targets {case[1]}",
    hides=("max_margin_loss",),
    notice=(
        "A point beyond its margin has slope 0 and no longer pulls; every other point pulls with "
        "the same strength, however wrong it is."
    ),
    mistakes=(
        Mistake("zip-truncation", make_hinge(checks=False)).says(
            "The loss is right, but your function accepts two scores with one target. zip stops at "
            "the shorter list and says nothing, so a point can be lost without an error.",
            "Two lines of the cell asked for the lengths before anything else. Are they still "
            "there, and do they still stop the function?",
        ),
        Mistake("target-ignored", _hinge_of(_without_target)).says(
            "The target has no part in it: 1 − score treats every point as one of class +1, "
            "and a score that is right for class −1 is punished.",
            "Compute the loss of score −0.5 and target −1 by hand.",
        ),
        Mistake("squared-error", _hinge_of(lambda score, target: (target - score) ** 2)).says(
            "That is the squared error. It also punishes scores that are more than right.",
            "Compute the loss of score 2 and target +1 by hand.",
        ),
        Mistake("sizes-for-cut", _hinge_of(_size_of_part)).says(
            "A point beyond its margin costs something: the part below 0 is turned into one above "
            "0. The hinge makes 0 of it.",
            "Compute the loss of score 2 and target +1 by hand.",
        ),
        Mistake("target-minus-score", _hinge_of(_difference)).says(
            "Your part is target − score. For target −1 it is largest where the score is far on "
            "the right side.",
            "Compute the loss of score −1.5 and target −1 by hand. Which sign stands in the "
            "formula between target and score?",
        ),
        Mistake("condition-on-the-score", _hinge_of(_if(lambda score, part: score < 1))).says(
            "Your condition asks whether the score is below 1. For target −1 that is true of "
            "points beyond their margin too.",
            "Which number is below 0 for a point that costs nothing, whatever its target?",
        ),
        Mistake("condition-turned", _hinge_of(_if(lambda score, part: part < 0))).says(
            "Your condition keeps the parts below 0 and leaves out those above.",
            "What is the part of score 2 and target +1, and what should it cost?",
        ),
        Mistake("loop-left-early", _ends_at_the_first_free_point).says(
            "Your loop ends at the first point that costs nothing; those after it have no say.",
            "What does break do, and what should become of the other points?",
        ),
        Mistake("largest-cost-only", _largest_cost).says(
            "Only the point that costs most counts. The maximum of the formula is one of 0 and a "
            "part, for each point; of the points it takes the mean.",
            "What should the loss of two points be that cost 0.5 and 1.25?",
        ),
        Mistake("divided-in-every-turn", _divided_in_every_turn).says(
            "The total is divided in every turn, so what the first points cost is divided several "
            "times.",
            "Which lines belong to the loop, and which come after it?",
        ),
        Mistake("cut-after-the-mean", _cut_after_the_mean).says(
            "The maximum with 0 is taken of the mean. So a point beyond its margin pays for "
            "the others, before anything is cut.",
            "To which number does max(0, ...) belong in the formula: to each point or to the mean?",
        ),
        Mistake("last-cost-only", _last_cost_only).says(
            "Only the last point that costs something counts: each time total gets a new "
            "value, and what was in it is forgotten.",
            "What should total be after the second point, and how does the first get into it?",
        ),
        Mistake("returned-too-early", _one_point_only(0)).says(
            "Only the first point counts: the return inside the loop ends the function there.",
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake("margin-zero", make_hinge(margin=0)).says(
            "Your loss measures from 0 and not from the margin 1: a point that is just on "
            "the right side costs nothing.",
            "Compute the loss of score 0.3 and target +1 by hand.",
        ),
        Mistake("negative-parts-kept", make_hinge(keeps_all=True)).says(
            "Points beyond their margin enter with a negative loss and a slope of their own. "
            "The hinge cuts them off at 0.",
            "Compute the loss of score 2 and target +1 by hand. What does your part say?",
        ),
        Mistake("sign-turned", make_hinge(sign=1)).says(
            "Your part is 1 + target · score: the loss falls when scores move to the wrong side.",
            "With target +1, should a larger score cost more or less?",
        ),
        Mistake("mean-over-pulling", make_hinge(shares="pulling")).says(
            "You divide by the number of points that still cost something. The mean is over "
            "all points.",
            "What should the loss be if one of two points costs 0 and the other 0.6?",
        ),
        Mistake("wrong-points-only", make_hinge(wrong_only=True)).says(
            "Only points with the wrong sign enter your sum. A right point inside the margin "
            "costs something too.",
            "Compute the loss of score 0.3 and target +1 by hand. What does your condition ask?",
        ),
        Mistake("graph-cut", make_hinge(graph=False)).says(
            "The loss is right but all slopes are 0: it was made from .data, and numbers "
            "taken out with .data remember nothing.",
            "Where does .data stand in your function, and where is a number really needed?",
        ),
        Mistake("plain-number", _hinge_as_number).says(
            "Your loss is a plain number made from .data, so it has no backward().",
            "Where does .data stand in your function, and where is a number really needed?",
        ),
    ),
)
