"""06.accuracy: The network that was half right."""

import math

from mgrad.check.lesson06.shared import random_labels
from mgrad.check.task import Mistake, Task, some_numbers

COMPARISONS = {
    "signs": lambda s, y: (s > 0) == (y > 0),
    "zero is positive": lambda s, y: (s >= 0) == (y > 0),
    "product": lambda s, y: s * y > 0,
    "product or zero": lambda s, y: s * y >= 0,
    "wrong ones": lambda s, y: (s > 0) != (y > 0),
}


def _accuracy(
    zero_is_positive=False,
    nan="nan",
    compares="signs",
    gives=math.nan,
    counts_nan=True,
):
    """Accuracies with one idea changed."""

    def accuracy(scores, targets):
        broken = [math.isnan(s) for s in scores]
        asked = {
            "nan": any(broken),
            "all": all(broken),
            "first": broken[0],
            "last": broken[-1],
            "no": False,
        }
        if asked[nan]:
            return gives() if callable(gives) else gives
        compare = COMPARISONS["zero is positive" if zero_is_positive else compares]
        return sum(compare(s, y) for s, y in zip(scores, targets) if counts_nan or s == s) / (
            len(scores) if counts_nan else sum(s == s for s in scores) or math.nan
        )

    return accuracy


def _raise_error():
    raise ValueError("a score is NaN")


def _nan_is_wrong(scores, targets):
    return sum((s > 0) == (y > 0) and s == s for s, y in zip(scores, targets)) / len(scores)


def _accuracy_cases(rng):
    return [
        [[0.4, -2.0, 3.0], [1, 1, 1]],
        [[0.4, -2.0, 3.0, -0.1, 0.2], [1, -1, 1, 1, -1]],
        [[0.2], [1]],
        [["nan", "nan"], [1, -1]],
        [[0.0], [-1]],
        [[0.0, 3.0], [1, 1]],
        [["nan", 2.0, -0.1], [-1, 1, -1]],
        [[2.0, "nan", -0.1], [1, -1, 1]],
        [[1.0, -1.0, "nan"], [1, 1, -1]],
        [["nan", -1.0, 2.0], [-1, -1, -1]],
        [some_numbers(rng, 7), random_labels(rng, 7)],
    ]


TASK = Task(
    id="06.accuracy",
    answer_name="accuracy",
    kind="function",
    reference=_accuracy(),
    probe=lambda answer, case: answer([float(s) for s in case[0]], case[1]),
    level=lambda case: int("nan" in case[0] or 0.0 in case[0]),  # first what is not broken
    cases=_accuracy_cases,
    say=lambda case: f"scores [{', '.join(map(str, case[0]))}] and targets {case[1]}",
    hides=("accuracy",),
    notice=(
        "An accuracy of exactly 50 % can mean guessing, a dead output or NaN: now it cannot mean "
        "NaN."
    ),
    mistakes=(
        Mistake("as-it-was", _accuracy(zero_is_positive=True, nan="no")).says(
            "Every comparison with NaN is False, so a NaN score passes for a negative one, "
            "and a network that has exploded looks half right.",
            "What do nan >= 0 and nan > 0 give in a new cell, and what follows for your count?",
        ),
        Mistake("nan-reads-50", _accuracy(nan="no")).says(
            "Zero is mended. A NaN score still counts as a negative score, because nan > 0 "
            "is False, so a network that has exploded looks half right.",
            "Which numbers do you ask for NaN, and at which moment? Run it with the one score "
            'float("nan").',
        ),
        Mistake("zero-counts-as-positive", _accuracy(zero_is_positive=True)).says(
            "NaN is mended. A score of exactly 0 still counts as positive; in this course it "
            "counts as negative.",
            "Write down what your comparison says to the scores −1, 0 and 1.",
        ),
        Mistake("nan-only-if-all", _accuracy(nan="all")).says(
            "You return NaN only if all scores are NaN. One NaN is enough: the network has "
            "no answer for that point.",
            "What should come back if one score of three is NaN, and what does yours give?",
        ),
        Mistake("zero-is-never-right", _accuracy(compares="product")).says(
            "A score of exactly 0 is never right for you: 0 times any target is 0. In this "
            "course it counts as negative, so it is right for the target −1.",
            "What should come back for the score 0 with the target −1?",
        ),
        Mistake("zero-is-always-right", _accuracy(compares="product or zero")).says(
            "A score of exactly 0 is always right for you: 0 times any target is 0. In this "
            "course it counts as negative, so it is wrong for the target +1.",
            "What should come back for the score 0 with the target +1?",
        ),
        Mistake("zero-reported-for-nan", _accuracy(gives=0.0)).says(
            "NaN is noticed, and 0 comes back for it. That says: all answers are wrong. The "
            "network has no answers at all.",
            "What should whoever reads the result learn, and can a 0 tell them?",
        ),
        Mistake("text-for-nan", _accuracy(gives="nan")).says(
            "NaN is noticed, and a text comes back for it. NaN is a number, of type float.",
            "Which name does the task give for this number?",
        ),
        Mistake("error-for-nan", _accuracy(gives=_raise_error)).says(
            "NaN is noticed, and an error is raised for it. Asked for is a result, so that a "
            "table of many networks can still be made.",
            "What should come back, by the text of the task, if a score is NaN?",
        ),
        Mistake("nan-left-out", _accuracy(nan="no", counts_nan=False)).says(
            "The NaN scores are left out, and the accuracy of the others comes back. That "
            "hides that the network has no answer for some points.",
            "What should come back if one score of three is NaN?",
        ),
        Mistake("wrong-ones-counted", _accuracy(compares="wrong ones")).says(
            "You count the points that are wrong. The accuracy is the share of the right ones.",
            "What should come back for the score 0.2 with the target +1?",
        ),
        Mistake("nan-asked-once", _accuracy(nan="first")).says(
            "You ask only the first score for NaN. One NaN anywhere makes the result NaN.",
            "Where must the question stand, so that every score is asked?",
        ),
        Mistake("nan-counts-as-wrong", _nan_is_wrong).says(
            "You count a NaN score as a wrong answer. It is no answer: a result of 0 % or 40 "
            "% would look like a poor network and hide the real trouble.",
            "What should come back for a network of which one score is NaN?",
        ),
    ),
)
