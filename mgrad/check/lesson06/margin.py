"""06.margin: A loss by hand."""

from numbers import Real

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task


def _read_number(answer):
    """The one number; a list or a pair is told what it is."""
    if not isinstance(answer, list):
        return answer
    if len(answer) == 2 and all(isinstance(x, Real) and x == int(x) for x in answer):
        raise FormError(
            f"Python reads {answer[0]:g},{answer[1]:g} as two numbers. In Python a decimal point "
            "stands between the whole part and the rest."
        )
    raise FormError(
        f"Your answer is a list of {len(answer)} numbers. The loss of a network is a single "
        "number, the mean over its points."
    )


TASK = value_task(
    "06.margin",
    "loss_by_hand",
    0.55,
    "The point with score 0.3 is on the right side and still costs 0.7: the hinge loss asks "
    "for a margin, not only for the right sign.",
    Mistake("sum-for-mean", 2.2).says(
        "2.2 is the sum of the four losses. The loss of a network is their mean, so that it "
        "does not grow with the number of points.",
        "How many points are there, and which of them count in a mean?",
    ),
    Mistake("negative-parts-kept", 0.325).says(
        "A point beyond its margin has 1 − target · score below zero. You let it pay for "
        "others, but the hinge cuts off: such a point costs 0.",
        "Look at the point with score 1.5 once more: what does max(0, ...) make of it?",
    ),
    Mistake("negative-parts-kept-in-a-sum", 1.3).says(
        "1.3 is the sum of 1 − target · score. Two things are missing: a point beyond its margin "
        "costs 0 and not less, and the loss is the mean.",
        "Look at the point with score 1.5 first: what does max(0, ...) make of it?",
    ),
    Mistake("margin-zero", 0.125).says(
        "You count only how far a score is on the wrong side of 0. The hinge loss measures "
        "from the margin 1.",
        "What does the formula give for score 0.3 and target +1?",
    ),
    Mistake("sign-turned", 1.675).says(
        "Your formula is 1 + target · score, which rewards scores with the wrong sign.",
        "Should a point with score 1.5 and target +1 be cheap or expensive?",
    ),
    Mistake("target-ignored", 0.9).says(
        "You took 1 − score for every point. With target −1 the product target · score has "
        "the other sign than the score.",
        "Work out target · score for the last two points first.",
    ),
    Mistake("sign-slip-point-3", 1.15).says(
        "Three points are right, but point 3 is not: you took −1 · (−1.4) as −1.4. Minus "
        "times minus is plus.",
        "On which side of 0 should the score of point 3 be, and on which is it?",
    ),
    Mistake("sign-slip-point-4", 0.3).says(
        "Three points are right, but point 4 is not: you took −1 · 0.5 as 0.5. That point is "
        "on the wrong side and must cost more than 1.",
        "What is 1 minus a negative number?",
    ),
    Mistake("mean-over-pulling", 1.1).says(
        "You divided by the two points that cost something. The mean is over all points, "
        "also those with loss 0.",
        "How many points does the table have?",
    ),
    Mistake("labels-0-and-1", 0.675).says(
        "That is the result with target 0 in place of −1: then 0 · score is 0 and such a "
        "point costs 1, whatever its score is.",
        "Which targets does the table give for the last two points?",
    ),
    Mistake("accuracy-for-loss", 0.75).says(
        "0.75 is the accuracy, the share of points with the right sign. The loss also "
        "measures how far each score is from its margin.",
        "Work out max(0, 1 − target · score) for each point first.",
    ),
    Mistake("percent", 55.0).says(
        "That is a hundred times as much. A loss is a plain number, not a share of something.",
        "The largest of the four losses is below 2. Can their mean be larger?",
    ),
    Mistake("squared-error", 0.7875).says(
        "That is the mean squared error. The hinge loss cuts off at 0 and squares nothing.",
        "Look at the point with score 1.5 once more: what does max(0, ...) make of it?",
    ),
    Mistake("squared-hinge", 0.685).says(
        "You squared what max(0, ...) gives. The hinge loss grows in a straight line with the "
        "distance from the margin.",
        "What does the formula give for the point with score 0.5, before anything is squared?",
    ),
    Mistake("divided-by-right-points", 2.2 / 3).says(
        "The sum is right, but you divided by 3. The mean is over all points.",
        "How many points does the table have?",
    ),
    Mistake("largest-for-mean", 1.5).says(
        "1.5 is the largest of the four losses. The loss of a network is their mean.",
        "How much does each of the other three points cost?",
    ),
    Mistake("target-ignored-and-summed", 3.6).says(
        "You took 1 − score for every point, and the sum of that. With target −1 the product "
        "target · score has the other sign than the score.",
        "Work out target · score for the last two points first.",
    ),
    read=_read_number,
    tolerance=0.0051,
)
