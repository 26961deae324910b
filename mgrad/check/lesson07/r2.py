"""07.r2: Better than the mean?"""

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.task import Mistake, Task, some_numbers


def _r2(centre="targets", subtract=True, floor=None):
    """R² with one idea changed."""

    def r_squared(predictions, targets):
        middle = {"targets": mean_of(targets), "predictions": mean_of(predictions), "zero": 0.0}[
            centre
        ]
        loss = sum((p - t) ** 2 for p, t in zip(predictions, targets))
        share = loss / sum((t - middle) ** 2 for t in targets)
        result = 1 - share if subtract else share
        return result if floor is None else max(floor, result)

    return r_squared


def _correlation_squared(predictions, targets):
    p0, t0 = mean_of(predictions), mean_of(targets)
    together = sum((p - p0) * (t - t0) for p, t in zip(predictions, targets))
    return (
        together**2 / sum((p - p0) ** 2 for p in predictions) / sum((t - t0) ** 2 for t in targets)
    )


def _spread_of_predictions(predictions, targets):
    middle = mean_of(targets)
    return sum((p - middle) ** 2 for p in predictions) / sum((t - middle) ** 2 for t in targets)


def _r2_cases(rng):
    return [
        [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]],
        [[2.0, 2.0, 2.0], [1.0, 2.0, 3.0]],
        [[3.0, 2.0, 1.0], [1.0, 2.0, 3.0]],
        [[1.5, 2.0, 4.0], [1.0, 2.0, 3.0]],
        [some_numbers(rng, 6, 1, 9), some_numbers(rng, 6, 1, 9)],
    ]


TASK = Task(
    id="07.r2",
    answer_name="r_squared",
    kind="function",
    reference=_r2(),
    probe=lambda answer, case: answer(*case),
    cases=_r2_cases,
    say=lambda case: f"predictions {case[0]} and targets {case[1]}",
    notice=(
        "1 is perfect, 0 is no better than the mean, and below 0 the model is worse than knowing "
        "nothing but the mean."
    ),
    mistakes=(
        Mistake(
            "not-subtracted",
            _r2(subtract=False),
            (
                "You return loss / loss of the mean: 0 for a perfect model. R² is what is left "
                "of 1 after taking that away."
            ),
            "What must come out for perfect predictions?",
        ),
        Mistake(
            "mean-of-predictions",
            _r2(centre="predictions"),
            (
                "Your yardstick is the mean of the predictions. It must not depend on the model: "
                "always answering with the mean of the targets."
            ),
            "Who answers with the mean, and the mean of what?",
        ),
        Mistake(
            "yardstick-zero",
            _r2(centre="zero"),
            (
                "You compare with always answering 0. The yardstick is always answering with the "
                "mean of the targets."
            ),
            "Subtract something from each target before you square it.",
        ),
        Mistake(
            "cut-off-at-zero",
            _r2(floor=0.0),
            (
                "You cut off at 0. A model can be worse than the mean, and then R² is negative: "
                "that is worth seeing."
            ),
            "What would you want to know about a model that is worse than the mean?",
        ),
        Mistake(
            "correlation",
            _correlation_squared,
            (
                "You return the squared correlation. It is 1 for predictions that are all "
                "exactly wrong, as long as they lie on some straight line."
            ),
            "Take predictions that run the wrong way round: what should a measure of quality say?",
        ),
        Mistake(
            "spread-of-predictions",
            _spread_of_predictions,
            (
                "You compare how far the predictions spread with how far the targets spread. "
                "Wild predictions spread too: compare each one with its own target."
            ),
            "Where in your formula does a prediction meet its target?",
        ),
    ),
)
