"""09.shapes: What shape comes out?"""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task


def _probe_shapes(answer, case):
    chosen = letters(answer)
    if len(chosen) != 7 or not set(chosen) <= set("ABCDEFX"):
        raise FormError(
            "Write seven letters, one for each line, from A to F or X, in quotes. Your answer is "
            f"{answer!r}."
        )
    return {"the line": case, "the letter": chosen[case - 1]}


def _line(number, letter):
    """The right answer with another letter in one line."""
    return "EXEDCXB"[: number - 1] + letter + "EXEDCXB"[number:]


TASK = value_task(
    "09.shapes",
    "shapes",
    "EXEDCXB",
    "Line up the shapes at the right end; line 4 is the one that spoils losses, because "
    "nothing warns you.",
    Mistake("lined-up-left", "XEXFCXB").says(
        "You lined up the shapes at the left end. NumPy begins at the right end, and fills "
        "up with ones on the left.",
        "Write the shapes of line 1 under each other so that their last numbers meet.",
    ),
    Mistake("no-stretching", "XXXXCXB").says(
        "You allow + only between equal shapes. Lengths may also be 1 or missing; then they "
        "are stretched.",
        "Which of the lines 1 to 4 has a length 1 or a missing axis?",
    ),
    Mistake("matmul-elementwise", "EXEDXEB").says(
        "You treated @ like *. The matrix product pairs a row on the left with a column on "
        "the right: the inner lengths must agree.",
        "In lines 5 and 6, which number of the left shape must equal which number of the "
        "right one?",
    ),
    Mistake("short-list-down-the-rows", _line(2, "E")).says(
        "Line 2: a list of 3 is no column. (3,) is lined up at the right end, where the other "
        "shape has a 4.",
        "Write both shapes under each other so that their last numbers meet: which ones meet?",
    ),
    Mistake("column-not-stretched", _line(3, "X")).says(
        "Line 3: a column meets a list of another length. A length 1 is stretched, so they fit.",
        "Write both shapes under each other so that their last numbers meet: which ones meet?",
    ),
    Mistake("shape-of-the-first", _line(3, "F")).says(
        "Line 3: the result does not keep the shape of the first array; both can be stretched.",
        "To which length is each of the two axes stretched?",
    ),
    Mistake("column-is-a-list", _line(4, "A")).says(
        "Line 4: a column of 3 and a list of 3 are not the same thing: (3,) counts as one row, "
        "and a row meets a column.",
        "Draw a column of three cells and a row of three cells. What do they stretch to?",
    ),
    Mistake("column-kept", _line(4, "F")).says(
        "Line 4: the list is stretched as well. (3,) counts as one row of three, and the "
        "column as three rows.",
        "Draw a column of three cells and a row of three cells. What do they stretch to?",
    ),
    Mistake("column-and-list-refused", _line(4, "X")).says(
        "Line 4: different numbers of axes are no error. A missing axis counts as a length 1.",
        "Draw a column of three cells and a row of three cells. What do they stretch to?",
    ),
    Mistake("product-of-equal-shapes-only", _line(5, "X")).says(
        "Line 5: a matrix product does not ask for equal shapes, only for equal inner lengths.",
        "Which two of the four numbers are the inner ones?",
    ),
    Mistake("equal-shapes-multiplied", _line(6, "E")).says(
        "Line 6: equal shapes are what + and * ask for. @ pairs rows with columns.",
        "Which two of the four numbers are the inner ones, and are they equal?",
    ),
    Mistake("second-one-turned", _line(6, "D")).says(
        "Line 6: that is the shape if the second array is turned round first. Nobody turns it.",
        "Which two of the four numbers are the inner ones, and are they equal?",
    ),
    Mistake("axis-that-stays", _line(7, "A")).says(
        "Line 7: axis=0 names the axis that is added up and disappears; you kept that one.",
        "Which lengths has the shape, and which of them belongs to axis 0?",
    ),
    Mistake("axis-kept-with-length-one", _line(7, "F")).says(
        "Line 7: the axis that is added up disappears, if nothing asks to keep it.",
        "Which lengths has the shape, and which of them belongs to axis 0?",
    ),
    Mistake("sum-changes-nothing", _line(7, "E")).says(
        "Line 7: a sum along an axis leaves fewer numbers than there were.",
        "Which lengths has the shape, and which of them belongs to axis 0?",
    ),
    cases=lambda rng: [1, 2, 3, 4, 5, 6, 7],
    probe=_probe_shapes,
)
