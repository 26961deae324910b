"""11.normalise: Every row in the same size."""

from mgrad.check.task import Mistake, Task, some_numbers


def _normalise(rows, epsilon):
    return rows / ((rows * rows).mean(axis=1, keepdims=True) + epsilon) ** 0.5


def _centred(rows, epsilon):
    middle = rows - rows.mean(axis=1, keepdims=True)
    return _normalise(middle, epsilon)


def _by_length(rows, epsilon):
    return rows / ((rows * rows).sum(axis=1, keepdims=True) + epsilon) ** 0.5


def _probe_normalise(answer, case):
    import numpy as np

    with np.errstate(all="ignore"):
        return answer(np.array(case[0]), case[1])


def _cases(rng):
    return [
        [[[3.0, 4.0]], 1e-12],
        [[[1.0, -1.0, 1.0], [30.0, 0.0, 40.0]], 1e-12],
        [[some_numbers(rng, 3) for _ in range(4)], 1e-12],
        [[some_numbers(rng, 4) for _ in range(2)], 0.5],
        [[[0.0, 0.0], [1.0, 2.0]], 1e-5],
    ]


TASK = Task(
    id="11.normalise",
    answer_name="normalise",
    kind="function",
    reference=_normalise,
    probe=_probe_normalise,
    cases=_cases,
    level=lambda case: int(case[1] > 1e-9),
    say=lambda case: f"rows {case[0]} and epsilon {case[1]:g}",
    notice="Rows ten times as large give the same result: whatever the layer before does to the "
    "size, the next one does not see it.",
    imports=("numpy",),
    mistakes=(
        Mistake("down-the-columns", lambda x, e: x / ((x * x).mean(axis=0) + e) ** 0.5).says(
            "You took the size of each column, over the examples. Here each row is made of size 1 "
            "by itself: one example must not depend on who else is in the batch.",
            "What should come out for a table with a single row?",
        ),
        Mistake("sizes-not-a-column", lambda x, e: x / ((x * x).mean(axis=1) + e) ** 0.5).says(
            "The sizes of the rows are right, but they lie in a row themselves, and NumPy lines up "
            "shapes at the right end: it compares them with the columns.",
            "Which shape have the sizes, and which shape would they need? (Look for keepdims in "
            "lesson 9.)",
        ),
        Mistake("deviation-for-size", lambda x, e: x / x.std(axis=1, keepdims=True)).says(
            "You divide by the standard deviation of the row, which is counted from the mean of "
            "the row. The formula counts from 0: the root of the mean of the squares.",
            "For the row 3 and 4, what is .std(), and what is the root of the mean square?",
        ),
        Mistake("deviation-not-a-column", lambda x, e: x / x.std(axis=1)).says(
            "Two things: the standard deviation is counted from the mean of the row, the formula "
            "counts from 0; and the sizes lie in a row, where one for each row of the table is "
            "needed.",
            "For the row 3 and 4, what is .std(), and what is the root of the mean square?",
        ),
        Mistake("one-deviation-for-all", lambda x, e: x / x.std()).says(
            "You divide by one standard deviation for the whole table. The formula has a size for "
            "each row, and counts it from 0: the root of the mean of the squares.",
            "How many sizes has a table of 4 rows?",
        ),
        Mistake("one-size-for-all", lambda x, e: x / ((x * x).mean() + e) ** 0.5).says(
            "One size for the whole table: a small row stays small beside a large one.",
            "How many numbers should the mean give for a table of 4 rows?",
        ),
        Mistake("length-for-size", _by_length).says(
            "You divide by the length of the row, the root of the sum of the squares. The typical "
            "size is the root of their mean.",
            "For a row of ones of any length, what should come out?",
        ),
        Mistake("root-forgotten", lambda x, e: x / ((x * x).mean(axis=1, keepdims=True) + e)).says(
            "The root is missing: you divide by the mean of the squares.",
            "If a row is ten times as large, how much larger is its mean square?",
        ),
        Mistake("centred", _centred).says(
            "You subtract the mean of the row first. That exists too (it is called layer "
            "normalisation); the task only divides.",
            "What should come out for a row of ones?",
        ),
        Mistake("mean-of-sizes", lambda x, e: x / (abs(x).mean(axis=1, keepdims=True) + e)).says(
            "You divide by the mean of the sizes. Asked for is the root of the mean of the "
            "squares.",
            "For the row 3 and 4, what is the mean of the squares?",
        ),
        Mistake("epsilon-forgotten", lambda x, e: _normalise(x, 0.0)).says(
            "Without epsilon a row of zeros is 0 divided by 0.",
            "Where in the formula does epsilon stand?",
        ),
        Mistake(
            "epsilon-outside", lambda x, e: x / ((x * x).mean(axis=1, keepdims=True) ** 0.5 + e)
        ).says(
            "epsilon is added after the root. In the formula it stands under it.",
            "Read the bottom of the fraction once more, from the inside out.",
        ),
    ),
)
