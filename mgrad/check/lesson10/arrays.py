"""10.arrays: All rows at once."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, Task, some_numbers


def _parameter_gradients(x1, x2, g):
    return [(x1 * g).sum(), (x2 * g).sum(), g.sum()]


def _probe_arrays(answer, case):
    import numpy as np

    result = answer(*(np.array(column) for column in case))
    several = isinstance(result, list | tuple | np.ndarray) and np.ndim(result[:0]) > 0
    if result is not None and not (several and len(result) == 3):
        raise FormError("Return three numbers: the gradients of w1, w2 and b.")
    w1, w2, b = result
    return {"w1": as_lists(w1), "w2": as_lists(w2), "b": as_lists(b)}


def _cases(rng):
    return [
        [[2.0], [3.0], [10.0]],
        [[1.0, 2.0], [3.0, 4.0], [1.0, 0.5]],
        *([some_numbers(rng, n) for _ in range(3)] for n in (3, 6)),
    ]


TASK = Task(
    id="10.arrays",
    answer_name="parameter_gradients",
    kind="function",
    reference=_parameter_gradients,
    probe=_probe_arrays,
    cases=_cases,
    say=lambda case: f"x1 = {case[0]}, x2 = {case[1]}, g = {case[2]}",
    notice="A parameter is one number, used by every row: its gradient is the sum over the rows.",
    imports=("numpy",),
    mistakes=(
        Mistake(
            "not-summed",
            lambda x1, x2, g: [x1 * g, x2 * g, g],
            "You have one number for each row. The parameter is the same number in every row, so "
            "its parts add up.",
            "How many numbers is w1? How many gradients can it have?",
        ),
        Mistake(
            "mean-over-rows",
            lambda x1, x2, g: [(x1 * g).mean(), (x2 * g).mean(), g.mean()],
            "The parts of the rows add up. If a mean is meant, its 1/n is in g already.",
            "Two rows with the same g: does w1 move the result once, or twice?",
        ),
        Mistake("bias-gets-one", lambda x1, x2, g: [(x1 * g).sum(), (x2 * g).sum(), 1.0]).says(
            "For the bias only the local derivative is there, which is 1. It is multiplied by what "
            "arrives from above, for each row.",
            "What is the gradient of b if g is ten times as large?",
        ),
        Mistake("bias-not-summed", lambda x1, x2, g: [(x1 * g).sum(), (x2 * g).sum(), g]).says(
            "The gradient of b has one number for each row. The bias is one number, used by every "
            "row.",
            "How many numbers is b? How many gradients can it have?",
        ),
        Mistake(
            "sums-multiplied",
            lambda x1, x2, g: [x1.sum() * g.sum(), x2.sum() * g.sum(), g.sum()],
        ).says(
            "You multiply two sums. Each row has a product of its own, and these are added up.",
            "With two rows: which products belong to w1, and which does your line make?",
        ),
        Mistake("upstream-forgotten", lambda x1, x2, g: [x1.sum(), x2.sum(), g.sum()]).says(
            "For w1 and w2 the local derivatives are added up alone: what arrives from above is "
            "missing.",
            "What is the gradient of w1 if g is ten times as large?",
        ),
        Mistake(
            "weights-exchanged", lambda x1, x2, g: [(x2 * g).sum(), (x1 * g).sum(), g.sum()]
        ).says(
            "w1 and w2 have each other's gradient.",
            "Which factor stands beside w1 in w1 · x1, and what is the local derivative of w1?",
        ),
        Mistake("first-row-only", lambda x1, x2, g: [x1[0] * g[0], x2[0] * g[0], g[0]]).says(
            "Only the first row has a say.",
            "The loop of the program goes through all rows. What does it do with their parts?",
        ),
        Mistake(
            "bias-gets-the-count",
            lambda x1, x2, g: [(x1 * g).sum(), (x2 * g).sum(), float(len(g))],
            "For the bias the local derivative is 1, and what arrives from above still counts.",
            "What is the gradient of b if g is ten times as large?",
        ),
    ),
)
