"""01.sign: The sign of a slope."""

from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "01.sign",
    "slope_of_d_in_a",
    -3.0,
    (
        "The factor beside a decides: b is −3, so d falls three times as fast as a grows, and c "
        "has no say."
    ),
    Mistake(
        "lost-sign",
        3.0,
        "The size is right, the direction is not: the factor beside a is negative.",
        "Does d = a·b + c rise or fall when a grows?",
    ),
    Mistake(
        "own-value",
        4.0,
        (
            "4 is the value of a itself. How fast d moves with a is decided by what a is "
            "multiplied with."
        ),
        "Nudge a from 4 to 4.001 and compute d again.",
    ),
    Mistake(
        "result-for-slope",
        -2.0,
        "−2 is the value of d. The slope is how fast d changes, not what it is.",
        "Compute d at a = 4 and at a = 4.001, and compare.",
    ),
    Mistake(
        "new-value-for-slope",
        -5.0,
        "−5 is the new d, after a was raised from 4 to 5. The slope tells by how much it moved.",
        "What was d before?",
    ),
    Mistake(
        "list-for-number",
        [-3.0],
        "The number is not the problem, the form is: square brackets make a list of it.",
        "Write the number alone, without brackets.",
    ),
    Mistake(
        "constant-counted",
        7.0,
        (
            "This counts c as well. But c stands still while a moves, so it adds the same to d "
            "before and after."
        ),
        "Compute d at a = 4 and at a = 5, once with c = 10 and once with c = 0.",
    ),
)
