"""09.column: The perfect prediction with a loss."""

from mgrad.check.task import Mistake, Task, some_numbers


def _squared(repair="both", checked=True, reduce="mean", graph=True):
    """The mean squared error, with one idea changed."""

    def mean_squared(predictions, targets):
        import numpy as np

        targets = np.array(targets, dtype=float)
        if checked and predictions.data.size != targets.size:
            raise ValueError("there must be one target for each prediction")
        if repair == "both":
            predictions, targets = predictions.reshape(-1), targets.reshape(-1)
        elif repair == "column":
            targets = targets.reshape(-1, 1)
        elif repair == "mean":
            predictions, targets = predictions.reshape(-1), targets.mean()
        if not graph:
            predictions = predictions.data
        squares = (predictions - targets) ** 2
        return squares.mean() if reduce == "mean" else squares.sum()

    return mean_squared


def _probe_squared(answer, case):
    import numpy as np

    from mgrad import Tensor

    numbers, shape, targets = case
    predictions = Tensor(np.reshape(numbers, shape))
    loss = answer(predictions, targets)
    if loss is None:
        return None
    loss.backward()
    return {"loss": loss.data, "slopes": predictions.grad.reshape(-1)}


def _squared_cases(rng):
    numbers = some_numbers(rng, 4)
    return [
        [[1.0, 2.0], [2, 1], [1.0, 2.0]],
        [[1.0, 3.0], [2], [1.0, 2.0]],
        [[1.0, 2.0, 3.0], [3, 1], [4.0]],
        [[1.0, 2.0], [2, 1], [1.0, 2.0, 3.0]],
        [numbers, [4, 1], some_numbers(rng, 4)],
    ]


TASK = Task(
    id="09.column",
    answer_name="mean_squared",
    kind="function",
    reference=_squared(),
    probe=_probe_squared,
    cases=_squared_cases,
    say=lambda case: (
        f"predictions of shape ({', '.join(map(str, case[1]))}{',' * (len(case[1]) == 1)}) = "
        f"{case[0]} and targets {case[2]}"
    ),
    notice=(
        "Shapes that merely fit are not enough: a loss compares each prediction with its own "
        "target, or it refuses."
    ),
    mistakes=(
        Mistake(
            "as-it-was",
            _squared(repair="no", checked=False),
            (
                "The first example is perfect, and its loss is not 0: a column minus a list is a "
                "table, in which every prediction is compared with every target."
            ),
            "Print the shape of the difference.",
        ),
        Mistake(
            "shape-still-mixed",
            _squared(repair="no"),
            (
                "The counts are compared now, but a column of 2 still meets a list of 2, and "
                "their difference is a 2 × 2 table."
            ),
            "Bring both to the same shape before you subtract.",
        ),
        Mistake(
            "always-a-column",
            _squared(repair="column"),
            (
                "Now columns work, but predictions that are a plain list of numbers meet a "
                "column of targets: the same table, the other way round."
            ),
            "Bring both to the same shape, whatever it was before.",
        ),
        Mistake(
            "count-unchecked",
            _squared(checked=False),
            (
                "The shapes are mended. But three predictions and one target still give a "
                "number, because a length of 1 is stretched."
            ),
            "When should your function raise a ValueError?",
        ),
        Mistake(
            "graph-cut",
            _squared(graph=False),
            (
                "The number may be right, but the graph is gone: with .data or NumPy you get a "
                "plain number that has no backward()."
            ),
            "Change the shape with a method of the Tensor itself.",
        ),
        Mistake(
            "compared-with-the-mean",
            _squared(repair="mean"),
            (
                "You compare each prediction with the mean of the targets. That is what the "
                "broken loss was teaching the model."
            ),
            "Which target belongs to prediction number 0?",
        ),
    ),
)
