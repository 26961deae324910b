"""06.two-numbers: A better loss, a worse accuracy."""

from math import isclose, isfinite

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task

TARGETS = (1, 1, -1, -1)
SAY_FORM = "Write two lists of four numbers: the scores of network A, then those of network B."


def _read(outcome):
    """How the number that is looked at changes from network A to network B."""
    scores = outcome["scores"]
    if not isinstance(scores, list) or len(scores) != 2:
        raise FormError(SAY_FORM)
    if any(not isinstance(row, list) or len(row) != 4 for row in scores):
        raise FormError(SAY_FORM)
    if not all(type(s) is float and isfinite(s) for row in scores for s in row):
        raise FormError(f"{SAY_FORM} Each of them must be an ordinary number.")
    measure = {"loss": _loss, "accuracy": _accuracy}[outcome["looked at"]]
    a, b = map(measure, scores)
    if isclose(a, b, abs_tol=1e-9):
        return "as high as that of A"
    return "lower than that of A" if b < a else "higher than that of A"


def _loss(scores):
    return sum(max(0.0, 1 - y * s) for s, y in zip(scores, TARGETS)) / len(TARGETS)


def _accuracy(scores):
    return sum((s > 0) == (y > 0) for s, y in zip(scores, TARGETS)) / len(TARGETS)


BARELY, SURELY = [0.1, 0.1, -0.1, -0.1], [2.0, 2.0, -2.0, -2.0]
ONE_OUT = [2.0, 2.0, -2.0, 0.1]

TASK = Task(
    id="06.two-numbers",
    answer_name="two_networks",
    kind="object",
    reference=[BARELY, ONE_OUT],
    probe=lambda answer, case: {"looked at": case, "scores": answer},
    read=_read,
    cases=lambda rng: ["loss", "accuracy"],
    say=lambda case: {"loss": "the loss of B", "accuracy": "the accuracy of B"}[case],
    notice=(
        "The loss weighs how far each score is from where it should be; the accuracy counts signs. "
        "So a falling loss is no promise for the accuracy: watch both."
    ),
    mistakes=(
        Mistake("worse-in-both", [SURELY, ONE_OUT]).says(
            "B is right less often, and its loss is higher too: the point that went over costs "
            "B more than B saves at the others.",
            "What could A's other scores be, so that A pays for them although they are right?",
        ),
        Mistake("better-in-both", [ONE_OUT, SURELY]).says(
            "B has the lower loss, and it is right more often as well: B is simply the better one.",
            "Leave the loss in mind and look at the signs: at which point could B be wrong?",
        ),
        Mistake("networks-exchanged", [ONE_OUT, BARELY]).says(
            "Two such networks they are, but in the other order: here it is A that has the "
            "lower loss and the lower accuracy.",
            "Which of the two lists does the task call B?",
        ),
        Mistake("accuracy-stands-still", [BARELY, SURELY]).says(
            "B's loss is lower, but both networks are right equally often. That is what you "
            "saw in the lesson between two jumps of the accuracy.",
            "Must B pay for a score on the wrong side more than 1, or can it be a little over 1?",
        ),
        Mistake("only-the-loss-rises", [SURELY, BARELY]).says(
            "Both networks are right equally often, and B's loss is the higher one: its scores "
            "keep less distance from 0 on the right side, or more on the wrong one.",
            "What does the hinge loss ask of a score, besides its sign?",
        ),
        Mistake("no-difference", [BARELY, [0.1, 0.1, -0.1, -0.1]]).says(
            "A and B have the same loss and the same accuracy: nothing is better or worse.",
            "Take four scores that are right but near 0. What does each of them cost?",
        ),
        Mistake("loss-stands-still", [[0.5, 0.5, -0.5, -0.5], [2.0, 2.0, -2.0, 1.0]]).says(
            "B is right less often, as it should be. But the two losses are equal: what B "
            "saves at some points it pays at the others.",
            "What does each of the four points cost in A, and what in B?",
        ),
        Mistake("only-the-accuracy-rises", [[2.0, 2.0, -2.0, 1.0], [0.5, 0.5, -0.5, -0.5]]).says(
            "The losses are equal, and B is right more often than A, not less.",
            "Which of the two lists does the task call B, and what does each of its points cost?",
        ),
    ),
)
