"""09.column: The perfect prediction with a loss."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, some_numbers


def _squared(repair="both", checked="count", reduce="mean", graph="kept"):
    """The mean squared error, with one idea changed."""

    def mean_squared(predictions, targets):
        import numpy as np

        targets = np.array(targets, dtype=float)
        n, m = predictions.data.size, targets.size
        if checked == "shape" and predictions.data.shape != targets.shape:
            raise ValueError("shapes")
        wrong = {"count": n != m, "more": n > m, "fewer": n < m}.get(checked, False)
        if wrong:
            raise ValueError("there must be one target for each prediction")
        if repair == "both":
            predictions, targets = predictions.reshape(-1), targets.reshape(-1)
        elif repair == "column":
            targets = targets.reshape(-1, 1)
        elif repair == "column 0":
            predictions = predictions[:, 0]
        elif repair == "mean":
            predictions, targets = predictions.reshape(-1), targets.mean()
        if graph == "lost":
            predictions = predictions.data
        if graph == "leaf":
            predictions = type(predictions)(predictions.data)
        squares = (predictions - targets) ** 2
        return getattr(squares, reduce)() if reduce else squares

    return mean_squared


def _probe_squared(answer, case):
    import numpy as np

    from mgrad import Tensor

    numbers, shape, targets = case
    predictions = Tensor(np.reshape(numbers, shape))
    try:
        loss = answer(predictions, targets)
    except (AttributeError, TypeError) as error:
        if not any(words in str(error) for words in ("'Tensor' object has no", "'Tensor' has no")):
            raise
        raise FormError(
            f"A Tensor is no array and can do less ({error}). Its data is an array, with a shape "
            "and a size; to lay the Tensor itself out, with its graph, it has reshape."
        ) from None
    if loss is None:
        return None
    if not hasattr(loss, "backward"):
        return {"the loss": loss, "the slopes": "none, for the result is no Tensor"}
    if np.size(loss.data) > 1:
        return {"the loss": loss.data}
    loss.backward()
    return {"the loss": loss.data, "the slopes": predictions.grad.reshape(-1)}


def _squared_cases(rng):
    numbers = some_numbers(rng, 4)
    return [
        [[1.0, 3.0], [2], [1.0, 2.0]],
        [some_numbers(rng, 3), [3], some_numbers(rng, 3)],
        [[1.0, 2.0], [2, 1], [1.0, 2.0]],
        [numbers, [4, 1], some_numbers(rng, 4)],
        [[2.0], [1, 1], [5.0]],
        [[1.0, 2.0, 3.0], [3, 1], [4.0]],
        [[1.0], [1, 1], [1.0, 2.0, 3.0]],
        [[1.0], [1], [1.0, 2.0, 3.0]],
        [[1.0, 2.0, 3.0], [3], [4.0]],
        [[1.0, 2.0], [2, 1], [1.0, 2.0, 3.0]],
        [[1.0, 2.0, 3.0], [3, 1], [1.0, 2.0]],
    ]


def _level(case):
    """A list of predictions, a column, another number of them."""
    numbers, shape, targets = case
    if len(numbers) != len(targets):
        return 2
    return len(shape) - 1


TASK = Task(
    id="09.column",
    answer_name="mean_squared",
    kind="function",
    reference=_squared(),
    probe=_probe_squared,
    cases=_squared_cases,
    level=_level,
    say=lambda case: (
        f"predictions of shape ({', '.join(map(str, case[1]))}{',' * (len(case[1]) == 1)}) = "
        f"{case[0]} and targets {case[2]}"
    ),
    notice=(
        "Shapes that merely fit are not enough: a loss compares each prediction with its own "
        "target, or it refuses."
    ),
    mistakes=(
        Mistake("as-it-was", _squared(repair="no", checked="no")).says(
            "A perfect column of predictions still has a loss: a column minus a list is a "
            "table, in which every prediction is compared with every target.",
            "Print the shape of the difference. How many differences should there be?",
        ),
        Mistake("always-a-column", _squared(repair="column")).says(
            "Predictions of shape (n,) meet a column of targets: a table, "
            "in which every prediction is compared with every target.",
            "Which two shapes can the predictions have, and which shape have the targets then?",
        ),
        Mistake("column-expected", _squared(repair="column 0")).says(
            "You take column 0 of the predictions. A plain list of them has no columns, so it "
            "ends with an error; predictions may come in either form.",
            "What does your function do with predictions of shape (3,)?",
        ),
        Mistake("column-refused", _squared(repair="no", checked="shape")).says(
            "You refuse a column. That is safe, but the task wants it to be understood: the "
            "same numbers, once upright, once lying.",
            "What do a column of 3 and a list of 3 have in common, if not the shape?",
        ),
        Mistake("compared-with-the-mean", _squared(repair="mean")).says(
            "You compare each prediction with the mean of the targets. That is what the "
            "broken loss was teaching the model.",
            "Which target belongs to prediction number 0?",
        ),
        Mistake("graph-cut", _squared(graph="lost")).says(
            "The result is a plain number: with .data or NumPy the graph is gone, and "
            "backward() with it.",
            "At which line does the Tensor become an array? What is the array needed for?",
        ),
        Mistake("new-leaf", _squared(graph="leaf")).says(
            "The loss has the right number, but no gradient reaches the predictions: a new "
            "Tensor made of their numbers knows nothing of where they came from.",
            "Which Tensor in your function was made from .data?",
        ),
        Mistake("not-reduced", _squared(reduce="")).says(
            "These are the squares, one for each prediction. The loss is a single number.",
            "What is the first word in the name of the loss?",
        ),
        Mistake("count-unchecked", _squared(checked="no")).says(
            "The shapes are mended. But three predictions and one target still give a "
            "number, because a length of 1 is stretched.",
            "When should your function raise a ValueError?",
        ),
        Mistake("too-few-let-through", _squared(checked="more")).says(
            "Too many predictions are refused. One prediction against three targets still "
            "passes, because a length of 1 is stretched.",
            "Which of the two can be the shorter one?",
        ),
        Mistake("too-many-let-through", _squared(checked="fewer")).says(
            "Too few predictions are refused. Three predictions against one target still "
            "pass, because a length of 1 is stretched.",
            "Which of the two can be the shorter one?",
        ),
    ),
)
