"""05.squared-error: How wrong, in one number."""

from numbers import Real

from mgrad.check.lesson05.shared import (
    make_loss,
    mean_squared_error,
    probe_loss,
    random_scores,
    squared_error,
)
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task, listed


def _first_square(predictions, targets):
    return squared_error(predictions[0], targets[0]) / len(predictions)


def _probe_squared_error(loss, case):
    numbers, targets = case
    if len(numbers) == len(targets):
        return probe_loss(loss, case)
    result = loss([engine_of(loss)(x) for x in numbers], targets)
    return (
        "no error"
        if hasattr(result, "backward") or isinstance(result, Real)
        else "no result and no error"
    )


TASK = Task(
    id="05.squared-error",
    answer_name="mean_squared_error",
    kind="function",
    reference=mean_squared_error,
    probe=_probe_squared_error,
    # so that each mistake is known with and without the comparison of the lengths
    level=lambda case: len(case[0]) != len(case[1]),
    cases=lambda rng: [
        [[3.0], [1.0]],
        [[1.0], [3.0]],
        [[1.0, 5.0], [2.0, 3.0]],
        [[1.0, 5.0], [2.0, 3.0, 4.0]],
        [[1.0, 5.0, 7.0], [2.0, 3.0]],
        random_scores(rng, (-1.0, 0.5, 2.0)),
    ],
    say=lambda case: f"predictions {listed(case[0])}, targets {listed(case[1])}",
    hides=("mean_squared_error",),
    notice=(
        "One number, smooth in every prediction, and comparable for 4 and for 400 examples. The "
        "gradient is 2 · (prediction − target) / n: a far miss pulls harder."
    ),
    mistakes=(
        Mistake("length-fixed", make_loss(squared_error, finish=lambda total, n: total / 2)).says(
            "You divide by 2, however many examples there are: right for two of them, and "
            "for no other number.",
            "What should stand there for one example, and what for four hundred?",
        ),
        Mistake("target-squared-only", make_loss(lambda p, t: p - t**2)).says(
            "Only the target is squared: Python takes ** before the minus, so p - t ** 2 is "
            "p minus the square of t.",
            "What does Python say to 3 - 1 ** 2? How do you tell it what comes first?",
        ),
        Mistake(
            "sum-squared", make_loss(lambda p, t: p - t, finish=lambda total, n: total**2)
        ).says(
            "The differences are added first and squared afterwards, so that misses in both "
            "directions cancel.",
            "Which comes first when you read the name backward: error, squared, mean?",
        ),
        Mistake("difference-not-squared", make_loss(lambda p, t: p - t)).says(
            "The differences are averaged without a square: one prediction too high and one "
            "too low cancel, and the lowest loss is minus infinity.",
            "What is your loss for predictions 1 and 3 when both targets are 2?",
        ),
        Mistake("absolute-difference", make_loss(lambda p, t: p - t if p.data > t else t - p)).says(
            "That is the mean absolute error: every miss has the slope 1, however far off it "
            "is. The squared error pulls harder at a far miss.",
            "Which power of the difference does the name of the loss ask for?",
        ),
        Mistake(
            "square-of-the-mean",
            make_loss(lambda p, t: p - t, finish=lambda total, n: (total / n) ** 2),
        ).says(
            "The mean is taken first and squared afterwards, so that misses in both "
            "directions cancel.",
            "Which comes first when you read the name backward: error, squared, mean?",
        ),
        Mistake("zip-truncation", make_loss(squared_error, checked=False)).says(
            "The numbers are right, but lists of different lengths do not stop your "
            "function: zip ends with the shorter one and ignores the rest.",
            "Which question could you ask before the loop, and what should happen when the "
            "answer is no? A printed line stops nothing.",
        ),
        Mistake("returned-too-early", _first_square).says(
            "Only the first example counts: the return inside the loop ends the function in "
            "the first round.",
            "At which indentation must the return stand so that it waits for the last example?",
        ),
        Mistake(
            "graph-cut",
            lambda predictions, targets: type(predictions[0])(
                sum((p.data - t) ** 2 for p, t in zip(predictions, targets)) / len(predictions)
            ),
        ).says(
            "The loss is right but all gradients are 0: it was made from .data, and a new "
            "Value(number) does not remember the predictions.",
            "Calculate with the predictions themselves, so that each step is recorded. Which "
            ".data can go?",
        ),
        Mistake(
            "graph-lost",
            lambda predictions, targets: (
                sum((p.data - t) ** 2 for p, t in zip(predictions, targets)) / len(predictions)
            ),
        ).says(
            "The result is no Value, so it has no backward. Numbers taken out with .data "
            "leave the graph behind.",
            "Calculate with the predictions themselves. At which point does a Value turn "
            "into a number in your function?",
        ),
    ),
)
