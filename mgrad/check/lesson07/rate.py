"""07.rate: Three rates for the same steps."""

from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "07.rate",
    "rates",
    [0.08, 0.0005, 0.08],
    (
        "Only the product of rate and slope counts. With the mean that product does not depend "
        "on how much data there is."
    ),
    Mistake(
        "rate-unchanged",
        [0.002, 0.002, 0.002],
        (
            "You kept the rate. But a step is rate times slope, and the slope is different for a "
            "sum and a mean, and for more points."
        ),
        "For each of the three: how many times as large are the slopes as in the first run?",
    ),
    Mistake(
        "rate-follows-the-slope",
        [0.00005, 0.008, 0.00005],
        (
            "You made the rate smaller where the slope is smaller. For the same step it must be "
            "the other way round."
        ),
        "If the slope is 40 times as small, what must the rate be so that the product stays?",
    ),
    Mistake(
        "sum-ignores-the-data",
        [0.08, 0.002, 0.08],
        (
            "The sums are not alike: over 160 points there are four times as many terms, so the "
            "slopes are four times as large."
        ),
        "What is the slope of a sum in which every term stands four times?",
    ),
    Mistake(
        "mean-grows-with-data",
        [0.08, 0.0005, 0.32],
        (
            "For the last you multiplied by 160. But the mean over 160 points, each written four "
            "times, is the same as over 40, and so are its slopes."
        ),
        "What happens to a mean when every number in it is written down four times?",
    ),
    Mistake(
        "mean-shrinks-with-data",
        [0.08, 0.0005, 0.02],
        (
            "For the last you divided by four, as with the sum. The mean of the copied points "
            "has the slopes of the first mean."
        ),
        "What happens to a mean when every number in it is written down four times?",
    ),
)
