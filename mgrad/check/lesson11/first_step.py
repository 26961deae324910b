"""11.first-step: The first step of Adam."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, value_task


def _probe_first(answer, case):
    answer = as_lists(answer)
    if not isinstance(answer, list | tuple) or len(answer) != 3:
        raise FormError(f"Write three numbers in a list. Your answer is {answer!r}.")
    return list(answer)


TASK = value_task(
    "11.first-step",
    "changes",
    [-0.01, -0.01, 0.01],
    "A gradient a million times as large, and the same step: in the first step only the sign "
    "counts. The rate of Adam is a length, in the unit of the parameter.",
    Mistake("in-proportion", [-10.0, -1e-5, 0.01]).says(
        "That is plain descent: a step in proportion to the gradient. Adam divides by the size of "
        "the gradients.",
        "What is the corrected mean after one step, and what the root of the corrected mean of "
        "the squares?",
    ),
    Mistake("lengths-only", [0.01, 0.01, 0.01]).says(
        "The lengths are right. Asked for are the changes, with their signs.",
        "In which direction does a positive gradient move a parameter?",
    ),
    Mistake("uphill", [0.01, 0.01, -0.01]).says(
        "The lengths are right, and each parameter goes uphill.",
        "In which direction does a positive gradient move a parameter?",
    ),
    Mistake("not-corrected", [-0.03162, -0.03162, 0.03162]).says(
        "That is the step without the correction: a tenth of the gradient over the root of a "
        "thousandth of its square.",
        "By what are the two means divided in the first step, before they are used?",
    ),
    Mistake("root-forgotten", [-1e-5, -10.0, 0.01]).says(
        "The mean of the gradients is divided by the mean of the squares. Between them stands a "
        "root.",
        "If the gradient is ten times as large, how much larger are its square and the root of "
        "that?",
    ),
    Mistake("directions-only", [-1.0, -1.0, 1.0]).says(
        "That is the direction of the step. The rate is still missing.",
        "How far does a parameter go at the rate 0.01 in a direction of length 1?",
    ),
    probe=_probe_first,
    tolerance=5e-5,
)
