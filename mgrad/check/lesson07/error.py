"""07.error: A loss and its slope."""

from mgrad.check.lesson07.shared import entry_of
from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "07.error",
    "error_by_hand",
    [1.3125, -0.5],
    "The slope has the sign of the residual and grows with its size: a prediction that is too low "
    "is pulled up, and the farther off it is, the harder.",
    Mistake("sum-for-mean", [5.25, -2.0]).says(
        "5.25 is the sum of the squares. In the mean each example counts one quarter, in the "
        "loss and in the slope.",
        "How many examples are there, and where does that number enter?",
    ),
    Mistake("absolute-for-square", [0.875, -0.25]).says(
        "0.875 is the mean of the sizes of the residuals, without squares. That is another "
        "loss, the mean absolute error.",
        "What is the square of each of the four residuals?",
    ),
    Mistake("residuals-not-squared", [0.375, 0.25]).says(
        "0.375 is the mean of the residuals with their signs. An error above and one below "
        "cancel in it, and no square was taken.",
        "What would that loss be for residuals 5 and −5?",
    ),
    Mistake("square-of-the-sum", [0.5625, 0.75]).says(
        "0.5625 comes from adding up the residuals first and squaring their sum. Then errors "
        "above and below cancel before the square can count them.",
        "What would that loss be for residuals 5 and −5?",
    ),
    Mistake("root-taken", [1.3125**0.5, -0.5]).says(
        "Your first number is the typical error, the root of the mean. The loss itself is "
        "the mean without a root.",
        "Which of the two does the text ask for?",
    ),
    Mistake("halved", [0.65625, -0.25]).says(
        "Your loss is half of the mean. Some books put ½ in front, so that the slope has no "
        "2; the mean squared error of the lesson has none.",
        "Which number stands in front of the sum in the lesson?",
    ),
    Mistake("minus-of-a-minus", [2.8125, -0.5]).says(
        "In example 3 a negative target is taken from a negative prediction. With −2.5 as "
        "that residual the loss is your 2.8125.",
        "How far apart do −1 and −1.5 lie on the number line?",
    ),
    Mistake("results-exchanged", [-0.5, 1.3125]).says(
        "Your first number is the slope. A mean of squares is never negative.",
        "Which of the two numbers is asked for first?",
    ),
    Mistake("rounded", [1.3, -0.5]).says(
        "1.3 is rounded to one decimal; asked for are two or better.",
        "What is a quarter of the sum of the squares, with all its digits?",
    ),
    Mistake("slope-of-the-sum", [1.3125, -2.0]).says(
        "The loss is the mean, but the slope is that of the sum. Dividing the loss by 4 "
        "divides all its slopes by 4.",
        "If the loss were four times as small, how much would it still change when one "
        "prediction moves?",
    ),
    Mistake("factor-two-forgotten", [1.3125, -0.25]).says(
        "The loss is right. The slope lacks the 2 that comes from the square: the slope of "
        "r² is 2r.",
        "Nudge the second prediction by 0.1 on paper: by how much does the loss change?",
    ),
    Mistake("residual-turned", [1.3125, 0.5]).says(
        "The size of the slope is right and its sign is not. The square hides the order of "
        "the difference, the slope does not.",
        "If prediction 2 goes up a little, does its error grow or shrink?",
    ),
    Mistake("slope-upwards", [1.3125, 2.0]).says(
        "The loss is right. A slope of 2 says that it grows quickly when prediction 2 goes up; "
        "but prediction 2 lies below its target. And the loss is a mean.",
        "If prediction 2 goes up a little, does its error grow or shrink?",
    ),
    Mistake("slope-of-the-third", [1.3125, 0.25]).says(
        "0.25 is the slope in prediction 3, which lies above its target. Prediction 2 lies "
        "below, so the loss falls when it goes up.",
        "What is the residual of prediction 2, with its sign?",
    ),
    Mistake("slopes-added-up", [1.3125, 0.75]).says(
        "0.75 is the sum of the slopes in all four predictions. Asked for is how the loss "
        "moves when prediction 2 moves alone.",
        "Which of the four terms of the loss contains prediction 2?",
    ),
    cases=lambda rng: [0, 1],
    level=lambda case: case,
    probe=lambda answer, case: entry_of(
        answer, case, ["mean squared error", "slope in prediction 2"]
    ),
    tolerance=0.0051,
)
