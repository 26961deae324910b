"""09.shapes: What shape comes out?"""

from mgrad.check.probe import letters
from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "09.shapes",
    "shapes",
    "EXEDCXB",
    (
        "Line up the shapes at the right end; line 4 is the one that spoils losses, because "
        "nothing warns you."
    ),
    Mistake(
        "lined-up-left",
        "XEXFCXB",
        (
            "You lined up the shapes at the left end. NumPy begins at the right end, and fills "
            "up with ones on the left."
        ),
        "Write the shapes of line 1 under each other so that their last numbers meet.",
    ),
    Mistake(
        "column-is-a-list",
        "EXEACXB",
        (
            "All but line 4 are right. A column of 3 and a list of 3 are not the same thing: "
            "(3,) counts as one row, and a row meets a column."
        ),
        "Draw a column of three cells and a row of three cells. What do they stretch to?",
    ),
    Mistake(
        "column-kept",
        "EXEFCXB",
        (
            "All but line 4 are right. The list is stretched as well: (3,) counts as one row of "
            "three, and the column as three rows."
        ),
        "Draw a column of three cells and a row of three cells. What do they stretch to?",
    ),
    Mistake(
        "axis-that-stays",
        "EXEDCXA",
        (
            "All but line 7 are right. axis=0 names the axis that is added up and disappears; "
            "you kept that one."
        ),
        "Which lengths has the shape, and which of them belongs to axis 0?",
    ),
    Mistake(
        "matmul-elementwise",
        "EXEDXEB",
        (
            "You treated @ like *. The matrix product pairs a row on the left with a column on "
            "the right: the inner lengths must agree."
        ),
        (
            "In lines 5 and 6, which number of the left shape must equal which number of the "
            "right one?"
        ),
    ),
    Mistake(
        "inner-lengths-stay",
        "EXEDBXB",
        (
            "All but line 5 are right. In a matrix product the inner lengths meet and disappear, "
            "and what stays are the outer ones."
        ),
        "How many rows has the left array, how many columns the right one?",
    ),
    Mistake(
        "no-stretching",
        "XXXXCXB",
        (
            "You allow + only between equal shapes. Lengths may also be 1 or missing; then they "
            "are stretched."
        ),
        "Which of the lines 1 to 4 has a length 1 or a missing axis?",
    ),
    read=letters,
)
