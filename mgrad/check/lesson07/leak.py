"""07.leak: The examination that leaked."""

import math

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.task import Mistake, Task, some_numbers


def _root(x, n):
    return math.sqrt(x / n)


def _scale(centre="train", spread="train", fresh="train", root=_root, less=0, around="own"):
    """Standardising two columns with one idea changed.

    ``centre`` and ``spread`` say which numbers they are computed from, ``around`` from which
    middle the distances of the spread are taken, ``root`` makes it of their total and number.
    """

    def scale(train, test):
        everything = {"train": train, "all": [*train, *test], "test": test}

        def column(numbers, for_centre, for_spread):
            middle = mean_of(for_centre)
            other = middle if around == "centre" else mean_of(for_spread)
            total = sum((x - other) ** 2 for x in for_spread)
            by = root(total, len(for_spread) - less)
            return [(x - middle) / by for x in numbers]

        used = everything[centre], everything[spread]
        own = {"train": used, "own": (test, test), "centre": (test, train), "spread": (train, test)}
        new = test if fresh == "left" else column(test, *own[fresh])
        return column(train, *used), new

    return scale


def _between_0_and_1(train, test):
    low, width = min(train), max(train) - min(train)
    return tuple([(x - low) / width for x in numbers] for numbers in (train, test))


def _by_sizes(train, test):
    middle = mean_of(train)
    by = mean_of([abs(x - middle) for x in train])
    return tuple([(x - middle) / by for x in numbers] for numbers in (train, test))


def _one_of_two(subtracted, divided):
    """Only one of the two steps of standardising, or both in the wrong brackets."""

    def scale(train, test):
        middle = mean_of(train)
        spread = math.sqrt(mean_of([(x - middle) ** 2 for x in train]))

        def scaled(x):
            if subtracted and divided:
                return x - middle / spread
            return (x - middle) if subtracted else x / spread

        return [scaled(x) for x in train], [scaled(x) for x in test]

    return scale


def _two_points(train, test):
    middle = sum(train) / 2
    spread = math.sqrt(sum((x - middle) ** 2 for x in train) / 2)
    return tuple([(x - middle) / spread for x in numbers] for numbers in (train, test))


def _counted_together(train, test):
    n = len(train) + len(test)
    middle = sum(train) / n
    spread = math.sqrt(sum((x - middle) ** 2 for x in train) / n)
    return tuple([(x - middle) / spread for x in numbers] for numbers in (train, test))


def _probe_scale(answer, case):
    part, *columns = case
    result = answer(*map(list, columns))
    if result is None:
        return None
    train, test = result
    if part == "train":
        return {"the scaled training column": train}
    return {"the scaled test column": test}


def _scale_cases(rng):
    columns = [
        [[0.0, 2.0], [4.0, 6.0]],
        [[1.0, 5.0], [3.0, 3.5]],
        [[0.0, 6.0, 3.0, 3.0], [9.0, 1.0]],
        [[-3.0, -1.0, 0.0], [2.0, 0.0]],
        [some_numbers(rng, 6, -4, 4), some_numbers(rng, 3, 0, 10)],
    ]
    one_point = ["test", [0.0, 2.0], [4.0]]  # such a column has no spread of its own
    return [[part, *pair] for part in ("train", "test") for pair in columns] + [one_point]


TASK = Task(
    id="07.leak",
    answer_name="scale",
    kind="function",
    reference=_scale(),
    probe=_probe_scale,
    cases=_scale_cases,
    level=lambda case: 2 if len(case[2]) == 1 else ("train", "test").index(case[0]),
    say=lambda case: f"training column {case[1]} and test column {case[2]}",
    notice=(
        "Mean and spread belong to the model, like its weights: they are learned from the "
        "training points and then only used."
    ),
    mistakes=(
        Mistake("test-points-leak", _scale(centre="all", spread="all")).says(
            "Mean and spread still come from both columns, so the test points help to "
            "prepare the model that they are meant to test.",
            "From which numbers can they be computed when the test points do not exist yet?",
        ),
        Mistake("spread-leaks", _scale(spread="all")).says(
            "The mean comes from the training column now, but the spread does not yet.",
            "Which list does the line with the squares go through?",
        ),
        Mistake("squares-leak", _scale(spread="all", around="centre")).says(
            "The mean comes from the training column now. But the squared distances are still "
            "those of both columns.",
            "Which list does the line with the squares go through?",
        ),
        Mistake("centre-leaks", _scale(centre="all")).says(
            "The spread comes from the training column now, but the mean that is subtracted "
            "does not yet.",
            "Which list is the mean of?",
        ),
        Mistake("counted-together", _counted_together).says(
            "You add up the training column and divide by the number of training and test "
            "points together: the count still leaks.",
            "How many numbers are in your sum, and by how many do you divide?",
        ),
        Mistake("scaled-by-the-test-points", _scale(centre="test", spread="test")).says(
            "Mean and spread come from the test column, which should have no say at all.",
            "Which of the two columns is known when the model is made?",
        ),
        Mistake("variance-for-spread", _scale(root=lambda total, n: total / n)).says(
            "The right column is used, but you divide by the mean squared distance. The "
            "spread is its square root, in the unit of the input.",
            "After scaling, what is the mean squared distance of the training column? It "
            "should be 1.",
        ),
        Mistake("half-for-root", _scale(root=lambda total, n: total / n / 2)).says(
            "You divide by half of the mean squared distance. In ** 1 / 2 the power comes "
            "first, so it is ** 1, and then a half; no root is taken.",
            "What does Python make of 9 ** 1 / 2?",
        ),
        Mistake("root-of-the-sum", _scale(root=lambda total, n: math.sqrt(total) / n)).says(
            "You take the root of the sum and divide by n afterwards. The spread is the root "
            "of the mean.",
            "If every training point is there twice, should the spread change?",
        ),
        Mistake("mean-distance", _by_sizes).says(
            "You divide by the mean distance from the mean: each distance is squared and "
            "rooted by itself, or never squared. The root belongs around the mean of squares.",
            "For the training column [0, 6, 3, 3], what is the mean of the squared distances?",
        ),
        Mistake(
            "as-given", _scale(centre="all", spread="all", root=lambda total, n: total / n)
        ).says(
            "Nothing has changed yet. There are two ideas to mend: from which list mean and "
            "spread come, and what one divides by.",
            "Work out the result for the training column [0, 2] and the test column [4, 6] "
            "by hand.",
        ),
        Mistake("n-minus-one", _scale(less=1)).says(
            "You divided by n − 1. The task wants the mean of the squared distances, so "
            "it is n that divides.",
            "For the training column [0, 2] the spread should be exactly 1. What is yours?",
        ),
        Mistake("between-0-and-1", _between_0_and_1).says(
            "You bring the column to between 0 and 1, by its smallest and largest number. "
            "That is another scaling; asked for are mean and standard deviation.",
            "What is the mean of your scaled training column, and what should it be?",
        ),
        Mistake("only-centred", _one_of_two(True, False)).says(
            "The mean is subtracted, but nothing is divided by the spread.",
            "What is the mean squared distance of your scaled training column? It should be 1.",
        ),
        Mistake("not-centred", _one_of_two(False, True)).says(
            "You divide by the spread, but the mean is not subtracted.",
            "What is the mean of your scaled training column, and what should it be?",
        ),
        Mistake("brackets-missing", _one_of_two(True, True)).says(
            "Only the mean is divided by the spread: in x - mean / spread Python divides "
            "first and subtracts then.",
            "What does Python make of 8 - 6 / 2?",
        ),
        Mistake("two-points-assumed", _two_points).says(
            "A sum over the training column is divided by 2, however many points there are. "
            "The example has two of them, others have more.",
            "Where does the 2 come from, and what should stand there?",
        ),
        Mistake("test-scaled-by-itself", _scale(fresh="own")).says(
            "The test column is scaled with its own mean and spread. Then the same input "
            "means something else in training and in the test.",
            "With which two numbers must a single new point be scaled?",
        ),
        Mistake("test-left-as-it-is", _scale(fresh="left")).says(
            "The training column is scaled, the test column comes back as it was. A model "
            "that learned from scaled numbers cannot read it.",
            "What does the input 4 mean to the model in training, and what in the test?",
        ),
    ),
)
