"""07.huber: A loss that keeps calm."""

from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task, some_numbers


def _huber(
    half=0.5,
    below=0.5,
    side="both",
    outside="line",
    graph=True,
    border=lambda delta: delta,
    compared=abs,
    turned=False,
    first_only=False,
    start=True,
    scale=lambda delta: 1.0,
    counted="all",
):
    """Huber losses with one idea changed."""

    def huber_loss(predictions, targets, delta):
        node = type(predictions[0])
        total = node(0.0) if start else 0.0
        for p, t in zip(predictions, targets):
            e = p - t
            far = e.data > delta if side == "above" else compared(e.data) > border(delta)
            size = e if e.data > 0 or side == "signed" else -e
            line = {
                "line": delta * (size - below * delta),
                "factor": delta * size - below * delta,
                "flat": 0.5 * delta**2,
                "numbers": delta * (abs(e.data) - below * delta),
            }[outside]
            piece = half * e**2
            total = total + (line if far != turned else piece) * scale(delta)
            if first_only:
                return total / len(targets)
        missed = sum(p.data != t for p, t in zip(predictions, targets))
        loss = total / (len(targets) if counted == "all" else missed or 1)
        if graph:
            return loss
        return node(loss.data) if start else getattr(loss, "data", loss)

    return huber_loss


def _probe_huber(answer, case):
    value = engine_of(answer)
    predictions = [value(p) for p in case[0]]
    loss = answer(predictions, case[1], case[2])
    if loss is None:
        return None  # still to write
    if isinstance(loss, int | float):
        return {"the loss": loss, "the slopes": "none, for the loss is a plain number"}
    loss.backward()
    return {"the loss": loss.data, "the slopes": [p.grad for p in predictions]}


def _huber_cases(rng):
    targets = some_numbers(rng, 4, -4, 4)
    return [
        [[0.5], [0.0], 1.0],
        [[-0.5], [0.0], 1.0],
        [[3.0], [0.0], 1.0],
        [[-3.0], [0.0], 1.0],
        [[5.0], [1.0], 2.0],
        [[1.0], [-2.0], 0.5],
        [[1.5], [0.0], 2.0],
        [[-1.5], [0.0], 2.0],
        [[1.2], [0.0], 2.0],
        [[0.6], [0.0], 0.5],
        [[0.9], [0.0], 0.5],
        [[2.0], [0.0], 2.0],
        [[0.0], [0.0], 1.0],
        [[1.0, 5.0], [2.0, 1.0], 2.0],
        [[1.0, 5.0], [1.0, 1.0], 2.0],
        [[targets[0] + 4.5, targets[1] - 3.7, targets[2] + 0.3, targets[3] - 0.4], targets, 1.5],
        [some_numbers(rng, 5, -4, 4), some_numbers(rng, 5, -4, 4), 1.0],
    ]


def _level(case):
    """One example with delta 1, then with another delta or at the border, then several."""
    predictions, targets, delta = case
    if len(predictions) > 1:
        return 2
    return 0 if delta == 1.0 and predictions != targets else 1


TASK = Task(
    id="07.huber",
    answer_name="huber_loss",
    kind="function",
    reference=_huber(),
    probe=_probe_huber,
    cases=_huber_cases,
    level=_level,
    say=lambda case: f"predictions {case[0]}, targets {case[1]} and delta = {case[2]:g}",
    notice=(
        "A point that is far off pulls with delta and never harder, so a few wild measurements "
        "cannot drag the whole line along."
    ),
    mistakes=(
        Mistake("half-forgotten", _huber(half=1.0)).says(
            "Near the target you use r², outside the formula for r²/2. The two pieces no "
            "longer meet at delta, and the inner slopes are doubled.",
            "Put |r| = delta into both formulas: do they give the same?",
        ),
        Mistake("exact-ones-not-counted", _huber(counted="missed")).says(
            "A prediction that is exactly right costs nothing, but it is an example: your mean "
            "divides only by those that miss.",
            "What should the loss be if one of two examples costs 0 and the other 6?",
        ),
        Mistake("pieces-exchanged", _huber(turned=True)).says(
            "The two pieces have changed places: near the target you use the one that is "
            "meant for far off.",
            "For a residual of 0.5 and delta = 1, which of the two conditions holds?",
        ),
        Mistake("line-everywhere", _huber(border=lambda delta: -1.0)).says(
            "Near the target too you use the outer piece; the loss becomes negative there.",
            "For a residual of 0.5 and delta = 1, which of the two conditions holds?",
        ),
        Mistake("square-everywhere", _huber(border=lambda delta: 1e9)).says(
            "Far off you still use the square, so a wild point pulls as hard as before.",
            "For a residual of 3 and delta = 1, which of the two conditions holds?",
        ),
        Mistake("one-sided", _huber(side="above")).says(
            "You cut off predictions that are too high, but not those that are too low: a "
            "residual of −3 is still squared.",
            "Which comparison treats 3 and −3 alike?",
        ),
        Mistake("size-forgotten", _huber(side="signed")).says(
            "Outside you use the residual with its sign. For a prediction that is far too "
            "low the loss then becomes negative.",
            "What is |r| for r = −3, and how do you get it from a Value?",
        ),
        Mistake("pieces-do-not-meet", _huber(below=0.0)).says(
            "Outside you use delta · |r|. The slopes are right, but the loss jumps at delta: "
            "the two pieces do not meet.",
            "Put |r| = delta into both formulas: do they give the same?",
        ),
        Mistake("half-forgotten-outside", _huber(below=1.0)).says(
            "Outside you subtract delta where the formula has half of it. The slopes are "
            "right, but the two pieces do not meet.",
            "Put |r| = delta into both formulas: do they give the same?",
        ),
        Mistake("brackets-missing", _huber(outside="factor")).says(
            "Outside only |r| is multiplied by delta, and ½ delta is subtracted from that. "
            "With delta = 1 nobody would see it.",
            "What stands in the brackets of the outer piece, and what in front of them?",
        ),
        Mistake("cut-flat", _huber(outside="flat")).says(
            "Outside your loss is a constant, so a far point has slope 0 and is never pulled back.",
            "How large is the slope of the inner piece at |r| = delta, and how should it go on?",
        ),
        Mistake("graph-lost-outside", _huber(outside="numbers")).says(
            "Far off the loss is the right number, but its slope is 0: the outer piece is "
            "made of plain numbers, so no graph leads back to the prediction.",
            "Which of the names in that line are Values, and which are numbers?",
        ),
        Mistake("graph-lost", _huber(graph=False)).says(
            "The loss has the right number and no graph: backward() finds no predictions "
            "behind it, and all slopes are 0.",
            "At which line do Values become numbers? What is the number needed for?",
        ),
        Mistake("no-value-outside", _huber(outside="numbers", start=False)).says(
            "Far off the loss is the right number, but a plain one: the outer piece is made of "
            "numbers only, as with abs(r.data), so no graph leads back to the prediction.",
            "Which of r and −r is positive, and what do you have if you take that one as a Value?",
        ),
        Mistake("no-value-anywhere", _huber(graph=False, start=False)).says(
            "The loss is the right number, but a plain one: no graph leads back to the "
            "predictions.",
            "At which line do Values become numbers? What is the number needed for?",
        ),
        Mistake("square-compared", _huber(compared=lambda r: r * r)).says(
            "r² is compared with delta. With delta = 1 that is the same as |r|, with any other "
            "delta the border lies elsewhere.",
            "For a residual of 1.5 and delta = 2, which of the two conditions holds?",
        ),
        Mistake("border-fixed", _huber(border=lambda delta: 1.0)).says(
            "The border lies at 1, whatever delta is.",
            "For a residual of 1.5 and delta = 2, which of the two conditions holds?",
        ),
        Mistake(
            "delta-fixed", lambda predictions, targets, delta: _huber()(predictions, targets, 1.0)
        ).says(
            "Your loss is the one for delta = 1, whatever delta is.",
            "Where does your code use the third argument?",
        ),
        Mistake("divided-by-delta", _huber(scale=lambda delta: 1 / delta)).says(
            "Everything is divided by delta: that is the “smooth L1” of PyTorch, a relative. "
            "In the Huber loss the inner piece does not depend on delta.",
            "What does the formula give for a residual of 1.5 and delta = 2?",
        ),
        Mistake("stopped-in-the-loop", _huber(first_only=True)).says(
            "Only the first example has a say, as when return stands inside the loop: the "
            "slopes of all others are 0.",
            "How far is the return line indented? When does Python reach it?",
        ),
    ),
)
