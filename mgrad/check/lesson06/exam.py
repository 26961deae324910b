"""06.exam: The examination with the exercises from the book."""

from mgrad.check.lesson06.shared import random_labels
from mgrad.check.task import Mistake, Task


def _exam(learns="train", measures="test", divides_by=None, last=True):
    """Learn from one part, measure on one part; ``"all"`` is both."""

    def exam(learn, inputs, targets, n_test):
        data = list(zip(inputs, targets))
        parts = {"all": data, "train": data[:-n_test], "test": data[-n_test:]}
        if not last:
            parts = {"train": data[n_test:], "test": data[:n_test]}
        model = learn(*map(list, zip(*parts[learns])))
        return sum((model(x) > 0) == (y > 0) for x, y in parts[measures]) / len(
            parts[divides_by or measures]
        )

    return exam


def _memory(inputs, targets):
    known = dict(zip(map(tuple, inputs), targets))
    return lambda x: known.get(tuple(x), -1)


def _majority(inputs, targets):
    return lambda x: sum(targets)


LEARNERS = {
    "remembers every point it learned from": _memory,
    "always gives the majority of the labels it learned from": _majority,
}


def _exam_cases(rng):
    memory, majority = LEARNERS
    points = [[float(i), rng.uniform(-1, 1)] for i in range(9)]
    return [
        [memory, [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]], [1, -1, 1, 1], 2],
        [
            majority,
            [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [4.0, 0.0], [5.0, 0.0]],
            [1, 1, -1, -1, -1, -1],
            3,
        ],
        [majority, [[float(i), 0.0] for i in range(7)], [1, 1, 1, 1, -1, -1, 1], 3],
        [memory, points, [1, 1, -1] + random_labels(rng, 6), 4],
        [majority, points, [-1, 1, 1, 1, 1, -1, -1, -1, 1], rng.choice([2, 3])],
    ]


TASK = Task(
    id="06.exam",
    answer_name="exam",
    kind="function",
    reference=_exam(),
    probe=lambda answer, case: answer(LEARNERS[case[0]], *case[1:]),
    cases=_exam_cases,
    say=lambda case: (
        f"{len(case[1])} points with the labels {case[2]}, the last {case[3]} as test set, "
        f"and a learner that {case[0]}"
    ),
    notice=(
        "Coin flips cannot be learned, and now the function says so: learn from one part, "
        "measure on the other."
    ),
    mistakes=(
        Mistake(
            "as-it-was",
            _exam("all", "train"),
            (
                "The model learns from all points and is measured on points that it learned "
                "from. That measures memory."
            ),
            "Which points must learn never see, and on which points must the model be judged?",
        ),
        Mistake(
            "measured-on-training",
            _exam("train", "train"),
            (
                "The test points are kept back, but then they are not used: the model is judged "
                "on its training points."
            ),
            "Which points go into the count at the end?",
        ),
        Mistake(
            "test-points-learned",
            _exam("all", "test"),
            (
                "You measure on the test points, but the model has learned from them too: the "
                "solutions of the examination were in the exercise book."
            ),
            "What does learn get to see?",
        ),
        Mistake(
            "learned-on-test",
            _exam("test", "test"),
            (
                "The model learns from the test points and is judged on the same points. That is "
                "memory again, and the other points are not used at all."
            ),
            "Which of the four lists at the top belong to learn?",
        ),
        Mistake(
            "parts-exchanged",
            _exam("test", "train"),
            (
                "The two parts have changed places: the model learns from the last n_test points "
                "and is judged on the others."
            ),
            "Does n_test count the points that learn gets, or those on which the model is judged?",
        ),
        Mistake(
            "first-points-as-test",
            _exam(last=False),
            "You keep the first n_test points back. The task asks for the last ones.",
            "Which points does inputs[-2:] give, and which inputs[:2]?",
        ),
        Mistake(
            "measured-on-all",
            _exam("train", "all"),
            (
                "You judge the model on all points. The training points among them were learned, "
                "so the result is too good."
            ),
            "Leave out of the count what the model has seen.",
        ),
        Mistake(
            "divided-by-training",
            _exam(divides_by="train"),
            "You count right test points but divide by the number of training points.",
            "A share has the same points above and below the line: which are they here?",
        ),
    ),
)
