"""07.shapes: The loss that punishes the truth."""

from mgrad.check.task import Mistake, Task, some_numbers


def _squared_error(lay_out="both", counted="refused", reduce="mean"):
    """The mean squared error of arrays with one idea changed."""

    def squared_error(predictions, targets):
        import numpy as np

        predictions, targets = np.asarray(predictions), np.asarray(targets)
        if lay_out in ("both", "predictions"):
            predictions = predictions.ravel()
        if lay_out in ("both", "targets"):
            targets = targets.ravel()
        if lay_out == "columns":
            predictions, targets = predictions[:, 0], targets.ravel()
        if counted == "refused" and predictions.shape != targets.shape:
            raise ValueError(f"shapes {predictions.shape} and {targets.shape}")
        if counted == "cut":
            shorter = min(len(predictions), len(targets))
            predictions, targets = predictions[:shorter], targets[:shorter]
        difference = predictions - targets
        if counted == "result" and difference.shape != predictions.shape:
            raise ValueError("stretched")
        squares = difference**2
        return squares if reduce == "none" else getattr(squares, reduce)()

    return squared_error


def _probe_squared_error(answer, case):
    import numpy as np

    return answer(np.array(case[0]), np.array(case[1]))


def _say_arrays(case):
    predictions, targets = (
        f"a column {numbers}" if isinstance(numbers[0], list) else f"a row {numbers}"
        for numbers in case
    )
    return f"the predictions in {predictions} and the targets in {targets}"


def _array_cases(rng):
    def column(numbers):
        return [[x] for x in numbers]

    five = some_numbers(rng, 5, -4, 4)
    return [
        [[1.0, 3.0], [1.0, 2.0]],
        [[-1.0, 2.5, 0.0], [1.0, 2.0, 3.0]],
        [column([1.0, 2.0]), [1.0, 2.0]],
        [[1.0, 2.0], column([4.0, 2.0])],
        [column(five), some_numbers(rng, 5, -4, 4)],
        [column(five), column(some_numbers(rng, 5, -4, 4))],
        [[2.0], [1.0, 2.0, 3.0]],
        [[1.0, 2.0, 3.0], [2.0]],
        [column([1.0, 2.0, 3.0]), [1.0, 2.0]],
        [column([1.0, 2.0, 3.0]), column([2.0])],
        [five, some_numbers(rng, 4, -4, 4)],
    ]


def _level(case):
    """First rows alone, then columns as well, then different counts."""
    predictions, targets = case
    if len(predictions) != len(targets):
        return 2
    return 1 if any(isinstance(numbers[0], list) for numbers in case) else 0


TASK = Task(
    id="07.shapes",
    answer_name="squared_error",
    kind="function",
    reference=_squared_error(),
    probe=_probe_squared_error,
    cases=_array_cases,
    level=_level,
    say=_say_arrays,
    notice=(
        "Two arrays that do not fit are stretched without a word. A loss should compare the "
        "shapes before it compares the numbers."
    ),
    mistakes=(
        Mistake("every-pair", _squared_error(lay_out="none", counted="as is")).says(
            "A column minus a row is a table: every prediction is compared with every "
            "target. Perfect predictions then have a loss above 0.",
            "Print the shape of predictions − targets. How many differences should there be?",
        ),
        Mistake(
            "targets-not-laid-out", _squared_error(lay_out="predictions", counted="as is")
        ).says(
            "A column of predictions is understood now. A column of targets is not: against "
            "a row of predictions it still makes a table.",
            "Which of the two arguments may be a column?",
        ),
        Mistake(
            "predictions-not-laid-out", _squared_error(lay_out="targets", counted="as is")
        ).says(
            "The targets are laid out, but a column of predictions still stands upright, and "
            "against a row it makes a table.",
            "Which of the two arguments may be a column?",
        ),
        Mistake("column-refused", _squared_error(lay_out="none")).says(
            "You refuse a column against a row. That is safe, but the task wants it to be "
            "understood: the same numbers, once upright, once lying.",
            "What do a column of 3 and a row of 3 have in common, if not the shape?",
        ),
        *(
            Mistake(f"column-of-{other}-refused", _squared_error(lay_out=laid_out)).says(
                f"The {laid_out} are laid out, the {other} are not: where those come in a column, "
                "they are refused. The task wants both to be understood.",
                "Which of the two arguments may be a column?",
            )
            for laid_out, other in (("predictions", "targets"), ("targets", "predictions"))
        ),
        Mistake("column-expected", _squared_error(lay_out="columns")).says(
            "You take column 0 of the predictions. A row has no columns, so it ends with an "
            "error; the predictions may come in either form.",
            "What does your first line do with predictions of shape (3,)?",
        ),
        Mistake("not-reduced", _squared_error(reduce="none")).says(
            "These are the squares, one for each example. The loss is a single number.",
            "What is the last word in the name of the loss, and the first?",
        ),
        Mistake("one-stretched", _squared_error(counted="as is")).says(
            "Columns are fine now. But one prediction against three targets still passes: "
            "NumPy stretches it to three equal ones.",
            "What could your function look at to notice that, and when?",
        ),
        Mistake("target-stretched", _squared_error(counted="result")).says(
            "One prediction against three targets is refused. Three predictions against one "
            "target still pass: NumPy stretches that target to three equal ones.",
            "What do you compare with what, and is that the same for both arguments?",
        ),
        Mistake("examples-forgotten", _squared_error(counted="cut")).says(
            "The longer of the two is cut to the length of the shorter, and nothing is said: "
            "examples that are left over are forgotten.",
            "Where does your code lose them, and what should happen before that?",
        ),
    ),
)
