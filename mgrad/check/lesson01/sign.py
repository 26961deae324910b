"""01.sign: The sign of a slope."""

from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "01.sign",
    "slope_of_d_in_a",
    -3.0,
    "The factor beside a decides: b is −3, so d falls three times as fast as a grows, and c "
    "has no say.",
    Mistake("lost-sign", 3.0).says(
        "The size is right, the direction is not: the factor beside a is negative.",
        "Does d = a·b + c rise or fall when a grows?",
    ),
    Mistake("own-value", 4.0).says(
        "4 is the value of a itself. How fast d moves with a is decided by what a is "
        "multiplied with.",
        "Nudge a from 4 to 4.001 and compute d again.",
    ),
    Mistake("result-for-slope", -2.0).says(
        "−2 is the value of d. The slope is how fast d changes, not what it is.",
        "Compute d at a = 4 and at a = 4.001, and compare.",
    ),
    Mistake("new-value-for-slope", -5.0).says(
        "−5 is the new d, after a was raised from 4 to 5. The slope tells by how much it moved.",
        "What was d before?",
    ),
    Mistake("constant-counted", 7.0).says(
        "This counts c as well. But c stands still while a moves, so it adds the same to d "
        "before and after.",
        "Compute d at a = 4 and at a = 5, once with c = 10 and once with c = 0.",
    ),
    Mistake("constant-counted-sign-lost", 13.0).says(
        "13 is 3 + 10. c stands still while a moves, so it adds the same to d before and "
        "after; and the factor beside a is negative.",
        "Compute d at a = 4 and at a = 5, once with c = 10 and once with c = 0.",
    ),
    Mistake("product-for-slope", -12.0).says(
        "−12 is a part of the value of d, the product of a and b. The slope is not what d is but "
        "how fast it changes.",
        "Compute the product at a = 4 and at a = 5. By how much did it move?",
    ),
    Mistake("slope-in-b-with-a-sign", -4.0).says(
        "The 4 comes from a, which decides how fast d moves with b. Asked is the slope in a.",
        "Which of the three letters moves here? Nudge that one, and no other.",
    ),
    Mistake("slope-in-c", 1.0).says(
        "1 is how fast d moves with c, or how far a was moved. Asked is how far d moves when "
        "a moves by 1.",
        "Compute d at a = 4 and at a = 5.",
    ),
    Mistake("taken-for-constant", 0.0).says(
        "A slope of 0 would mean that d stands still while a moves.",
        "Compute d at a = 4 and at a = 5. Is it the same?",
    ),
    Mistake("value-of-c", 10.0).says(
        "10 is the value of c. It says how high d lies, not how steeply it moves with a.",
        "Compute d at a = 4 and at a = 5, once with c = 10 and once with c = 0.",
    ),
    Mistake("result-of-plus-three", 22.0).says(
        "22 is the value that d would have if b were +3. The slope is how fast d changes.",
        "Compute d at a = 4 and at a = 4.001, with the sign of b, and compare.",
    ),
    *(
        Mistake(f"relative-{id}", number).says(
            "The change of d was divided by a value, the size of something. The run is how "
            "far a moved, from 4 to 5.",
            "What is the distance between the two values of a?",
        )
        for id, number in (("to-new-a", -0.6), ("to-d", 1.5))
    ),
    Mistake("upside-down", -1 / 3).says(
        "The fraction stands on its head: this is how far a moves when d moves by 1.",
        "Which of the two changes is the rise, and which is the run?",
    ),
    Mistake("rise-without-run", -0.003).says(
        "That is how far d moved for a small nudge. A slope is the rise per run.",
        "By how much did a change? Compare the two changes.",
    ),
)
