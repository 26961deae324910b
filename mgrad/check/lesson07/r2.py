"""07.r2: Better than the mean?"""

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.task import Mistake, Task, some_numbers


def _square(x):
    return x * x


def _r2(
    centre="targets",
    subtract=True,
    floor=None,
    size=_square,
    above="errors",
    turned=False,
    scale=lambda n: 1.0,
    root=False,
    below="targets",
):
    """R² with one idea changed."""

    def r_squared(predictions, targets):
        middle = {
            "targets": mean_of(targets),
            "predictions": mean_of(predictions),
            "zero": 0.0,
            "whole": sum(targets) // len(targets),
        }[centre]
        compared = targets if above != "spread" else [middle] * len(targets)
        loss = sum(size(p - t) for p, t in zip(predictions, compared))
        measured = targets if below == "targets" else predictions
        if above == "errors around their mean":
            shift = mean_of(predictions) - mean_of(targets)
            loss = sum(size(p - t - shift) for p, t in zip(predictions, targets))
        yardstick = sum(size(x - middle) for x in measured) * scale(len(targets))
        share = yardstick / loss if turned else loss / yardstick
        share = share**0.5 if root else share
        result = 1 - share if subtract else share
        return result if floor is None else max(floor, result)

    return r_squared


def _correlation_squared(predictions, targets):
    p0, t0 = mean_of(predictions), mean_of(targets)
    together = sum((p - p0) * (t - t0) for p, t in zip(predictions, targets))
    return (
        together**2 / sum((p - p0) ** 2 for p in predictions) / sum((t - t0) ** 2 for t in targets)
    )


def _r2_cases(rng):
    steps = [1.0, 1.0, 3.0, 3.0]  # all distances are 0 or 1: squares and sizes are the same
    return [
        [[2.0, 1.0, 3.0, 3.0], steps],
        [[0.0, 2.0, 2.0, 3.0], steps],
        [[2.0, 2.0, 4.0, 4.0], steps],
        [[1.5, 2.0, 4.0], [1.0, 2.0, 3.0]],
        [[3.0, 2.0, 1.0], [1.0, 2.0, 3.0]],
        [[-1.0, 0.5, 2.0, 2.0], [-2.0, 0.0, 1.0, 2.0]],
        [some_numbers(rng, 6, 1, 9), some_numbers(rng, 6, 1, 9)],
        [[2.0, 2.0, 2.0], [1.0, 2.0, 3.0]],
        [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]],
    ]


def _level(case):
    predictions, targets = case
    if len(set(predictions)) == 1 or predictions == targets:
        return 2  # a division by zero would hide what is wrong
    return 0 if targets == [1.0, 1.0, 3.0, 3.0] else 1


TASK = Task(
    id="07.r2",
    answer_name="r_squared",
    kind="function",
    reference=_r2(),
    probe=lambda answer, case: answer(*case),
    cases=_r2_cases,
    level=_level,
    say=lambda case: f"predictions {case[0]} and targets {case[1]}",
    notice=(
        "1 is perfect, 0 is no better than the mean, and below 0 the model is worse than knowing "
        "nothing but the mean."
    ),
    mistakes=(
        Mistake("not-subtracted", _r2(subtract=False)).says(
            "You return loss / loss of the mean: 0 for a perfect model. R² is what is left "
            "of 1 after taking that away.",
            "What must come out for perfect predictions?",
        ),
        Mistake("fraction-turned", _r2(turned=True)).says(
            "The fraction stands upside down: the better the predictions, the larger it "
            "becomes, and for perfect ones it is a division by zero.",
            "Which of the two sums is 0 for perfect predictions, and what should come out then?",
        ),
        Mistake("mean-of-predictions", _r2(centre="predictions")).says(
            "Your yardstick is the mean of the predictions. It must not depend on the model: "
            "always answering with the mean of the targets.",
            "Who answers with the mean, and the mean of what?",
        ),
        Mistake("predictions-below-the-line", _r2(below="predictions")).says(
            "Below the line the predictions are compared with the mean of the targets. The "
            "yardstick must not depend on the model: it is the targets that are compared there.",
            "Should the number below the line change when the model changes?",
        ),
        Mistake(
            "arguments-exchanged", lambda predictions, targets: _r2()(targets, predictions)
        ).says(
            "Predictions and targets have changed places: below the line the predictions are "
            "compared with their own mean.",
            "Should the number below the line change when the model changes?",
        ),
        Mistake("yardstick-zero", _r2(centre="zero")).says(
            "You compare with always answering 0. The yardstick is always answering with the "
            "mean of the targets.",
            "What does a model say about each target if it knows nothing but their mean?",
        ),
        Mistake("spread-of-predictions", _r2(above="spread", subtract=False)).says(
            "You compare how far the predictions spread with how far the targets spread. "
            "Wild predictions spread too: compare each one with its own target.",
            "Where in your formula does a prediction meet its target?",
        ),
        Mistake("predictions-against-the-mean", _r2(above="spread")).says(
            "Above the line the predictions are compared with the mean of the targets, not "
            "each with its own target.",
            "Where in your formula does a prediction meet its target?",
        ),
        Mistake("mean-against-sum", _r2(scale=lambda n: n)).says(
            "Above the line stands a mean, below it a sum: the fraction is too small, and the "
            "more examples, the better any model looks.",
            "What does your function give for a model that always answers with the mean?",
        ),
        Mistake("sum-against-mean", _r2(scale=lambda n: 1 / n)).says(
            "Above the line stands a sum, below it a mean: the fraction is too large, and the "
            "more examples, the worse any model looks.",
            "What does your function give for a model that always answers with the mean?",
        ),
        Mistake("sample-variance", _r2(scale=lambda n: n / (n - 1))).says(
            "Above the line you divide by n, below it by n − 1, as statistics.variance and ddof=1 "
            "do. The fraction is too small, the more so the fewer examples there are.",
            "Above and below the line stand two sums over the same examples. By what is each "
            "of them divided?",
        ),
        Mistake("sum-against-sample-variance", _r2(scale=lambda n: 1 / (n - 1))).says(
            "Above the line stands a sum, below it one that is divided by n − 1, as by "
            "statistics.variance: the fraction is too large, and grows with the examples.",
            "What does your function give for a model that always answers with the mean?",
        ),
        Mistake("adjusted", _r2(scale=lambda n: (n - 2) / (n - 1))).says(
            "You divide by n − 2 above the line and by n − 1 below it: that is the adjusted R². "
            "The one that is asked for has two plain sums.",
            "What does your function give for a model that always answers with the mean?",
        ),
        Mistake("errors-around-their-mean", _r2(above="errors around their mean")).says(
            "Above the line the errors are compared with their own mean, as every variance does: a "
            "model that says 10 too much everywhere would count as perfect.",
            "What should R² say of predictions that are all too high by the same amount?",
        ),
        Mistake("absolute-for-square", _r2(size=abs)).says(
            "You add up the sizes of the errors. R² is made of squared errors, above the line "
            "and below it.",
            "By how much more does an error of 2 count than an error of 1?",
        ),
        Mistake("cut-off-at-zero", _r2(floor=0.0)).says(
            "You cut off at 0. A model can be worse than the mean, and then R² is negative: "
            "that is worth seeing.",
            "What would you want to know about a model that is worse than the mean?",
        ),
        Mistake("correlation", _correlation_squared).says(
            "You return the squared correlation. It is 1 for predictions that are all "
            "exactly wrong, as long as they lie on some straight line.",
            "Take predictions that run the wrong way round: what should a measure of quality say?",
        ),
        Mistake("mean-without-its-rest", _r2(centre="whole")).says(
            "The mean has lost what stands after its point, as by //. The yardstick is then "
            "not the mean of the targets.",
            "What is the mean of 1 and 2, and what does your code make of it?",
        ),
    ),
)
