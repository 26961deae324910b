"""07.shapes: The loss that punishes the truth."""

from mgrad.check.task import Mistake, Task, some_numbers


def _squared_error(flatten=True, counted="refused"):
    """The mean squared error of arrays with one idea changed."""

    def squared_error(predictions, targets):
        import numpy as np

        predictions, targets = np.asarray(predictions), np.asarray(targets)
        if flatten:
            predictions, targets = predictions.ravel(), targets.ravel()
        if counted == "refused" and predictions.shape != targets.shape:
            raise ValueError(f"shapes {predictions.shape} and {targets.shape}")
        if counted == "cut":
            predictions, targets = zip(*zip(predictions, targets))
            predictions, targets = np.array(predictions), np.array(targets)
        return ((predictions - targets) ** 2).mean()

    return squared_error


def _probe_squared_error(answer, case):
    import numpy as np

    return answer(np.array(case[0]), np.array(case[1]))


def _say_arrays(case):
    kinds = ["column" if isinstance(numbers[0], list) else "row" for numbers in case]
    return f"predictions in a {kinds[0]} {case[0]} and targets in a {kinds[1]} {case[1]}"


def _array_cases(rng):
    def column(numbers):
        return [[x] for x in numbers]

    five = some_numbers(rng, 5, -4, 4)
    return [
        [[1.0, 3.0], [1.0, 2.0]],
        [[[1.0], [2.0]], [1.0, 2.0]],
        [[1.0, 2.0], [[4.0], [2.0]]],
        [[2.0], [1.0, 2.0, 3.0]],
        [[[1.0], [2.0], [3.0]], [1.0, 2.0]],
        [column(five), some_numbers(rng, 5, -4, 4)],
        [column(five), column(some_numbers(rng, 5, -4, 4))],
        [five, some_numbers(rng, 4, -4, 4)],
    ]


TASK = Task(
    id="07.shapes",
    answer_name="squared_error",
    kind="function",
    reference=_squared_error(),
    probe=_probe_squared_error,
    cases=_array_cases,
    say=_say_arrays,
    notice=(
        "Two arrays that do not fit are stretched without a word. A loss should compare the "
        "shapes before it compares the numbers."
    ),
    mistakes=(
        Mistake(
            "every-pair",
            _squared_error(flatten=False, counted="as is"),
            (
                "A column minus a row is a table: every prediction is compared with every "
                "target. Perfect predictions then have a loss above 0."
            ),
            "Print the shape of predictions − targets. How many differences should there be?",
        ),
        Mistake(
            "one-stretched",
            _squared_error(counted="as is"),
            (
                "Columns are fine now. But one prediction against three targets still passes: "
                "NumPy stretches it to three equal ones."
            ),
            "Compare the two lengths before you subtract.",
        ),
        Mistake(
            "zip-truncation",
            _squared_error(counted="cut"),
            (
                "zip stops at the shorter of the two and says nothing: examples that are left "
                "over are forgotten."
            ),
            "Compare the two lengths before you pair them, and raise a ValueError.",
        ),
        Mistake(
            "column-refused",
            _squared_error(flatten=False),
            (
                "You refuse a column against a row. That is safe, but the task wants it to be "
                "understood: the same numbers, once upright, once lying."
            ),
            "Bring both into one form first, then compare the lengths.",
        ),
    ),
)
