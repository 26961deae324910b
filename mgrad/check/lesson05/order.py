"""05.order: The loop in order."""

from mgrad import Value
from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, Task

LINES = {
    "A": "    loss.backward()",
    "B": "w = Value(1.0)",
    "C": "    w.data -= 0.1 * w.grad",
    "D": "for step in range(4):",
    "E": "    loss = (2 * w - 1) ** 2",
    "F": "    w.grad = 0.0",
}


def _probe_order(order, case):
    names = {"Value": Value}
    exec(arranged(LINES, order), names)
    return {"w after four rounds": names["w"].data}


TASK = Task(
    id="05.order",
    answer_name="order",
    kind="value",
    reference="BDEFAC",
    probe=_probe_order,
    cases=lambda rng: [None],
    say=lambda case: "your program",
    notice=(
        "Four rounds bring w to 0.5008, close to the minimum at 0.5. The reset may stand "
        "anywhere in the loop but between backward and the update."
    ),
    mistakes=(
        Mistake("zero-grad-misplaced", "BDEAFC").says(
            "w stays at 1 for ever: whenever the update runs, w.grad has just been set to 0, "
            "so nothing is subtracted.",
            "Which line fills w.grad, and which line needs it? Go round the loop from the "
            "one to the other: what do you pass?",
        ),
        Mistake("update-first", "BDCFEA").says(
            "The update comes before the backward pass. In the first round there is no "
            "gradient yet, so four rounds make only three steps.",
            "What is w.grad when the update runs for the first time?",
        ),
        Mistake("old-graph", "BDECFA").says(
            "The update stands between the forward pass and backward: backward then measures "
            "a graph that was built with the w of before the update.",
            "Follow w.data and w.grad through the first two rounds on paper: to which w does "
            "each slope belong?",
        ),
        Mistake("used-before-made", "BDFACE").says(
            "A name is used above the line that makes it, so the first round already stops.",
            "Which line makes w, which line makes loss, and which lines need them?",
        ),
        Mistake("loop-line-misplaced", "BEDFAC").says(
            "The four indented lines belong under the for line, without an interruption: one "
            "of them stands above it, or a line at the margin comes in between.",
            "Which two lines are not indented, and which of the two comes first?",
        ),
    ),
)
