"""07.huber: A loss that keeps calm."""

from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task, some_numbers


def _huber(half=0.5, below=0.5, side="both", outside="line", shares=True, graph=True):
    """Huber losses with one idea changed."""

    def huber_loss(predictions, targets, delta):
        node = type(predictions[0])
        total = node(0.0)
        for p, t in zip(predictions, targets):
            e = p - t
            far = e.data > delta if side == "above" else abs(e.data) > delta
            size = e if e.data > 0 or side == "signed" else -e
            if not far:
                total = total + half * e**2
            elif outside == "line":
                total = total + delta * (size - below * delta)
            else:
                total = total + 0.5 * delta**2
        loss = total / len(targets) if shares else total
        return loss if graph else node(loss.data)

    return huber_loss


def _probe_huber(answer, case):
    value = engine_of(answer)
    predictions = [value(p) for p in case[0]]
    loss = answer(predictions, case[1], case[2])
    if loss is None:
        return None  # still to write
    loss.backward()
    return {"loss": loss.data, "slopes": [p.grad for p in predictions]}


def _huber_cases(rng):
    targets = some_numbers(rng, 4, -4, 4)
    return [
        [[0.5], [0.0], 1.0],
        [[3.0], [0.0], 1.0],
        [[-3.0], [0.0], 1.0],
        [[1.0, 5.0], [2.0, 1.0], 2.0],
        [[targets[0] + 4.5, targets[1] - 3.7, targets[2] + 0.3, targets[3] - 0.4], targets, 1.5],
        [some_numbers(rng, 5, -4, 4), some_numbers(rng, 5, -4, 4), 1.0],
    ]


TASK = Task(
    id="07.huber",
    answer_name="huber_loss",
    kind="function",
    reference=_huber(),
    probe=_probe_huber,
    cases=_huber_cases,
    say=lambda case: f"predictions {case[0]}, targets {case[1]} and delta = {case[2]:g}",
    notice=(
        "A point that is far off pulls with delta and never harder, so a few wild measurements "
        "cannot drag the whole line along."
    ),
    mistakes=(
        Mistake(
            "half-forgotten",
            _huber(half=1.0),
            (
                "Near the target you use r², outside the formula for r²/2. The two pieces no "
                "longer meet at delta, and the inner slopes are doubled."
            ),
            "Put |r| = delta into both formulas: do they give the same?",
        ),
        Mistake(
            "pieces-do-not-meet",
            _huber(below=0.0),
            (
                "Outside you use delta · |r|. The slopes are right, but the loss jumps at delta: "
                "the two pieces do not meet."
            ),
            "Put |r| = delta into both formulas. What must be subtracted outside?",
        ),
        Mistake(
            "one-sided",
            _huber(side="above"),
            (
                "You cut off predictions that are too high, but not those that are too low: a "
                "residual of −3 is still squared."
            ),
            "Which comparison treats 3 and −3 alike?",
        ),
        Mistake(
            "size-forgotten",
            _huber(side="signed"),
            (
                "Outside you use the residual with its sign. For a prediction that is far too "
                "low the loss then becomes negative."
            ),
            "What is |r| for r = −3, and how do you get it from a Value?",
        ),
        Mistake(
            "cut-flat",
            _huber(outside="flat"),
            (
                "Outside your loss is a constant, so a far point has slope 0 and is never pulled "
                "back. It should pull with delta."
            ),
            "What should the slope of the outer piece be?",
        ),
        Mistake(
            "sum-for-mean",
            _huber(shares=False),
            (
                "You return the sum. The loss is the mean, so that the learning rate does not "
                "depend on the number of points."
            ),
            "By what must the total be divided?",
        ),
        Mistake(
            "graph-lost",
            _huber(graph=False),
            (
                "The loss has the right number and no graph: backward() finds no predictions "
                "behind it, and all slopes are 0."
            ),
            "Compute with the Values themselves, and use .data only to decide which piece applies.",
        ),
    ),
)
