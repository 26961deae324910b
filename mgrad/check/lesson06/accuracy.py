"""06.accuracy: The network that was half right."""

import math

from mgrad.check.lesson06.shared import random_labels
from mgrad.check.task import Mistake, Task, some_numbers


def _accuracy(zero_is_positive=False, nan="nan"):
    def accuracy(scores, targets):
        broken = [math.isnan(s) for s in scores]
        if {"nan": any(broken), "all": all(broken), "first": broken[0], "no": False}[nan]:
            return math.nan
        return sum(
            ((s >= 0 if zero_is_positive else s > 0) == (y > 0)) for s, y in zip(scores, targets)
        ) / len(scores)

    return accuracy


def _nan_is_wrong(scores, targets):
    return sum((s > 0) == (y > 0) and s == s for s, y in zip(scores, targets)) / len(scores)


def _accuracy_cases(rng):
    return [
        [[0.4, -2.0], [1, 1]],
        [["nan", "nan"], [1, -1]],
        [[0.0], [-1]],
        [[0.0, 3.0], [1, 1]],
        [["nan", 2.0, -0.1], [-1, 1, -1]],
        [[2.0, "nan", -0.1], [1, -1, -1]],
        [[1.0, -1.0, "nan"], [1, -1, -1]],
        [some_numbers(rng, 7), random_labels(rng, 7)],
    ]


TASK = Task(
    id="06.accuracy",
    answer_name="accuracy",
    kind="function",
    reference=_accuracy(),
    probe=lambda answer, case: answer([float(s) for s in case[0]], case[1]),
    cases=_accuracy_cases,
    say=lambda case: f"scores [{', '.join(map(str, case[0]))}] and targets {case[1]}",
    hides=("accuracy",),
    notice=(
        "An accuracy of exactly 50 % can mean guessing, a dead output or NaN: now it cannot mean "
        "NaN."
    ),
    mistakes=(
        Mistake(
            "as-it-was",
            _accuracy(zero_is_positive=True, nan="no"),
            (
                "Every comparison with NaN is False, so a NaN score passes for a negative one, "
                "and a network that has exploded looks half right."
            ),
            "What do nan >= 0 and nan > 0 give? Use math.isnan to ask for NaN before you count.",
        ),
        Mistake(
            "nan-reads-50",
            _accuracy(nan="no"),
            (
                "Zero is mended. A NaN score still counts as a negative score, because nan > 0 "
                "is False, so a network that has exploded looks half right."
            ),
            "Ask for NaN with math.isnan before you count.",
        ),
        Mistake(
            "zero-counts-as-positive",
            _accuracy(zero_is_positive=True),
            (
                "NaN is mended. A score of exactly 0 still counts as positive; in this course it "
                "counts as negative."
            ),
            "Which comparison is False for a score of exactly 0?",
        ),
        Mistake(
            "nan-only-if-all",
            _accuracy(nan="all"),
            (
                "You return NaN only if all scores are NaN. One NaN is enough: the network has "
                "no answer for that point."
            ),
            "What is the difference between any(...) and all(...)?",
        ),
        Mistake(
            "nan-asked-once",
            _accuracy(nan="first"),
            "You ask only the first score for NaN. One NaN anywhere makes the result NaN.",
            "Where must the question stand, so that every score is asked?",
        ),
        Mistake(
            "nan-counts-as-wrong",
            _nan_is_wrong,
            (
                "You count a NaN score as a wrong answer. It is no answer: a result of 0 % or 40 "
                "% would look like a poor network and hide the real trouble."
            ),
            "Return math.nan as soon as one score is NaN.",
        ),
    ),
)
