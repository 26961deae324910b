"""07.error: A loss and its slope."""

from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "07.error",
    "error_by_hand",
    [1.3125, -0.5],
    (
        "The slope has the sign of the residual and its size: a prediction that is too low is "
        "pulled up, and the farther off it is, the harder."
    ),
    Mistake(
        "sum-for-mean",
        [5.25, -2.0],
        (
            "You worked with the sum of the squares. In the mean each example counts one "
            "quarter, in the loss and in the slope."
        ),
        "How many examples are there, and where does that number enter?",
    ),
    Mistake(
        "slope-of-the-sum",
        [1.3125, -2.0],
        (
            "The loss is the mean, but the slope is that of the sum. Dividing the loss by 4 "
            "divides all its slopes by 4."
        ),
        (
            "If the loss were four times as small, how much would it still change when one "
            "prediction moves?"
        ),
    ),
    Mistake(
        "factor-two-forgotten",
        [1.3125, -0.25],
        (
            "The loss is right. The slope lacks the 2 that comes from the square: the slope of "
            "r² is 2r."
        ),
        "Nudge the second prediction by 0.1 on paper: by how much does the loss change?",
    ),
    Mistake(
        "residual-turned",
        [1.3125, 0.5],
        (
            "The size of the slope is right and its sign is not. The square hides the order of "
            "the difference, the slope does not."
        ),
        "If prediction 2 goes up a little, does its error grow or shrink?",
    ),
    Mistake(
        "slope-of-the-first",
        [1.3125, 1.0],
        (
            "1 is the slope in prediction 1. Each prediction has its own slope, made from its "
            "own residual."
        ),
        "What is the residual of prediction 2?",
    ),
    Mistake(
        "absolute-for-square",
        [0.875, -0.25],
        (
            "You took the size of each residual, without squaring it. That is another loss, the "
            "mean absolute error."
        ),
        "What is the square of each of the four residuals?",
    ),
    Mistake(
        "root-taken",
        [1.3125**0.5, -0.5],
        (
            "Your first number is the typical error, the root of the mean. The loss itself is "
            "the mean without a root."
        ),
        "Which of the two does the text ask for?",
    ),
    tolerance=0.0051,
)
