"""07.leak: The examination that leaked."""

import math

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.task import Mistake, Task, some_numbers


def _scale(centre="train", spread="train", fresh="train", root=True, less=0):
    """Standardising two columns with one idea changed."""

    def scale(train, test):
        everything = {"train": train, "all": [*train, *test]}

        def column(numbers, for_centre, for_spread):
            middle, around = mean_of(for_centre), mean_of(for_spread)
            variance = sum((x - around) ** 2 for x in for_spread) / (len(for_spread) - less)
            return [(x - middle) / (math.sqrt(variance) if root else variance) for x in numbers]

        used = everything[centre], everything[spread]
        return column(train, *used), column(test, *(used if fresh == "train" else (test, test)))

    return scale


def _probe_scale(answer, case):
    train, test = answer(list(case[0]), list(case[1]))
    return {"scaled train": train, "scaled test": test}


def _scale_cases(rng):
    return [
        [[0.0, 2.0], [4.0, 6.0]], [[1.0, 5.0], [3.0, 3.5]], [[0.0, 6.0, 3.0, 3.0], [9.0, 1.0]],
        [some_numbers(rng, 6, -4, 4), some_numbers(rng, 3, 0, 10)],
    ]  # fmt: skip


TASK = Task(
    id="07.leak",
    answer_name="scale",
    kind="function",
    reference=_scale(),
    probe=_probe_scale,
    cases=_scale_cases,
    say=lambda case: f"training column {case[0]} and test column {case[1]}",
    notice=(
        "Mean and spread belong to the model, like its weights: they are learned from the "
        "training points and then only used."
    ),
    mistakes=(
        Mistake(
            "test-points-leak",
            _scale(centre="all", spread="all"),
            (
                "Mean and spread still come from both columns, so the test points help to "
                "prepare the model that they are meant to test."
            ),
            "From which list may the mean and the spread be computed?",
        ),
        Mistake(
            "spread-leaks",
            _scale(spread="all"),
            "The mean comes from the training column now, but the spread does not yet.",
            "Which list does the line with the squares go through?",
        ),
        Mistake(
            "centre-leaks",
            _scale(centre="all"),
            (
                "The spread comes from the training column now, but the mean that is subtracted "
                "does not yet."
            ),
            "Which list is the mean of?",
        ),
        Mistake(
            "variance-for-spread",
            _scale(root=False),
            (
                "The right column is used, but you divide by the mean squared distance. The "
                "spread is its square root, in the unit of the input."
            ),
            (
                "After scaling, what is the mean squared distance of the training column? It "
                "should be 1."
            ),
        ),
        Mistake(
            "as-given",
            _scale(centre="all", spread="all", root=False),
            (
                "Nothing has changed yet. There are two ideas to mend: from which list mean and "
                "spread come, and what one divides by."
            ),
            (
                "Work out the result for the training column [0, 2] and the test column [4, 6] "
                "by hand."
            ),
        ),
        Mistake(
            "test-scaled-by-itself",
            _scale(fresh="test"),
            (
                "The test column is scaled with its own mean and spread. Then the same input "
                "means something else in training and in the test."
            ),
            "With which two numbers must a single new point be scaled?",
        ),
        Mistake(
            "n-minus-one",
            _scale(less=1),
            (
                "You divided by n − 1. The task wants the mean of the squared distances, so "
                "divide by n."
            ),
            "For the training column [0, 2] the spread should be exactly 1.",
        ),
    ),
)
