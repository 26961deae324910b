"""12.shapes: The shapes inside a head."""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task

RIGHT = "DECADF"


def _probe_shapes(answer, case):
    chosen = letters(answer)
    if len(chosen) != 6 or not set(chosen) <= set("ABCDEFGHX"):
        raise FormError(
            "Write six letters, one for each line, from A to H or X, in quotes. Your answer is "
            f"{answer!r}."
        )
    return {f"line {case}": chosen[case - 1]}


def _line(number, letter):
    """The right answer with another letter in one line."""
    return RIGHT[: number - 1] + letter + RIGHT[number:]


TASK = value_task(
    "12.shapes",
    "shapes",
    RIGHT,
    "Only the table of weights has two axes of places: there every place meets every other. All "
    "else is one row for each place.",
    Mistake("rows-lie-flat", _line(1, "G")).says(
        "Line 1: an array of numbers of shape (64, 12) picks a row for each of them, and keeps its "
        "own two axes.",
        "How many rows are picked, and how are they arranged?",
    ),
    Mistake("one-matrix-for-all-refused", _line(2, "X")).says(
        "Line 2: a stack of matrices times one matrix is allowed. Each matrix of the stack is "
        "multiplied with it.",
        "What is (12, 16) @ (16, 4)?",
    ),
    Mistake("all-axes-turned", _line(3, "H")).says(
        "Line 3: transpose(0, 2, 1) names the old axis for each new place. The first one stays, "
        "the other two change places.",
        "Write the old lengths in the order 0, 2, 1.",
    ),
    Mistake("not-transposed", _line(3, "E")).says(
        "Line 3: the last two axes have changed places.",
        "Write the old lengths in the order 0, 2, 1.",
    ),
    Mistake("names-multiplied", _line(4, "X")).says(
        "Line 4: in a stack the product is taken for each name, of (12, 4) and (4, 12).",
        "Which two lengths meet in the middle, and which two stay?",
    ),
    Mistake("places-summed-away", _line(4, "E")).says(
        "Line 4: the inner lengths, 4 and 4, disappear. The outer two stay: a weight for each pair "
        "of places.",
        "What is (12, 4) @ (4, 12)?",
    ),
    Mistake("softmax-shrinks", _line(6, "B")).says(
        "Line 6: one score for each letter of the alphabet, at every place of every name.",
        "At which places does the model say what comes next?",
    ),
    Mistake("width-for-letters", _line(6, "D")).says(
        "Line 6: the last matrix has 27 columns.",
        "What is (12, 16) @ (16, 27)?",
    ),
    Mistake("head-keeps-its-width", _line(5, "E")).says(
        "Line 5: the weights times the values have the width of the head, 4; the matrix after it "
        "has 16 columns.",
        "What is (12, 4) @ (4, 16)?",
    ),
    cases=lambda rng: list(range(1, 7)),
    probe=_probe_shapes,
    say=lambda case: f"line {case}",
)
