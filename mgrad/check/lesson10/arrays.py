"""10.arrays: All rows at once."""

from mgrad.check.task import Mistake, Task, some_numbers


def _parameter_gradients(x1, x2, g):
    return [(x1 * g).sum(), (x2 * g).sum(), g.sum()]


def _probe_arrays(answer, case):
    import numpy as np

    w1, w2, b = answer(*(np.array(column) for column in case))
    return {
        name: part.tolist() if hasattr(part, "tolist") else part
        for name, part in (("w1", w1), ("w2", w2), ("b", b))
    }


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
        Mistake(
            "bias-gets-the-count",
            lambda x1, x2, g: [(x1 * g).sum(), (x2 * g).sum(), float(len(g))],
            "For the bias the local derivative is 1, and what arrives from above still counts.",
            "What is the gradient of b if g is ten times as large?",
        ),
    ),
)
