"""07.rate: Three rates for the same steps."""

from mgrad.check.lesson07.shared import entry_of
from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "07.rate",
    "rates",
    [0.08, 0.0005, 0.08],
    "Only the product of rate and slope counts. With the mean that product does not depend "
    "on how much data there is.",
    Mistake("rate-unchanged", [0.002, 0.002, 0.002]).says(
        "For the mean over 40 you kept the rate of the sum. But a step is rate times slope, "
        "and a mean and a sum do not have the same slopes.",
        "For each of the three: how many times as large are the slopes as in the first run?",
    ),
    Mistake("rate-follows-the-slope", [0.00005, 0.008, 0.00005]).says(
        "For the mean over 40 you made the rate smaller where the slopes are smaller. For the "
        "same step it must be the other way round.",
        "If the slope is 40 times as small, what must the rate be so that the product stays?",
    ),
    Mistake("factor-for-rate", [40.0, 0.25, 40.0]).says(
        "40 is the factor between the two rates. Asked for is the rate itself.",
        "What is the rate of the first training, and what does the factor make of it?",
    ),
    Mistake("slope-for-rate", [0.025, 4.0, 0.025]).says(
        "1/40 is how large the slopes are, compared with the first training. Asked for is a rate.",
        "If the slope is 40 times as small, what must the rate be so that the product stays?",
    ),
    Mistake("sum-ignores-the-data", [0.08, 0.002, 0.08]).says(
        "The sums are not alike: over 160 points there are four times as many terms, so the "
        "slopes are four times as large.",
        "What is the slope of a sum in which every term stands four times?",
    ),
    Mistake("rate-grows-with-the-sum", [0.08, 0.008, 0.08]).says(
        "The sum over 160 has slopes four times as large, and you made the rate four times as "
        "large too: then each step is 16 times as long.",
        "By what must the rate change so that rate times slope stays what it was?",
    ),
    Mistake("compared-with-the-one-before", [0.08, 0.02, 0.08]).says(
        "0.02 is a quarter of 0.08, the rate for the mean. But the sum over 160 has to be "
        "compared with the first training, which used the sum over 40.",
        "How many times as large as in the first training are the slopes of this sum?",
    ),
    Mistake("sum-like-a-mean", [0.08, 0.08, 0.08]).says(
        "The sum over 160 is not divided by anything, yet you gave it the rate of a mean.",
        "How many times as large as in the first training are the slopes of this sum?",
    ),
    Mistake("rounded", [0.08, 0.001, 0.08]).says(
        "0.001 is half of the first rate, or a rounded number; the same steps need an exact one.",
        "How many times as large as in the first training are the slopes of this sum?",
    ),
    Mistake("mean-grows-with-data", [0.08, 0.0005, 0.32]).says(
        "For the last you multiplied by 160. But the mean over 160 points, each written four "
        "times, is the same as over 40, and so are its slopes.",
        "What happens to a mean when every number in it is written down four times?",
    ),
    Mistake("mean-shrinks-with-data", [0.08, 0.0005, 0.02]).says(
        "For the last you divided by four, as with the sum. The mean of the copied points "
        "has the slopes of the first mean.",
        "What happens to a mean when every number in it is written down four times?",
    ),
    Mistake("copies-without-effect", [0.08, 0.0005, 0.002]).says(
        "For the last you have the rate of the first training. That one used a sum, and here "
        "the slopes are those of a mean.",
        "How many times as small as in the first training are the slopes of this mean?",
    ),
    cases=lambda rng: [0, 1, 2],
    level=lambda case: case,
    probe=lambda answer, case: entry_of(
        answer,
        case,
        ["rate for the mean over 40", "rate for the sum over 160", "rate for the mean over 160"],
    ),
)
