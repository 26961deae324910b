"""06.exam: The examination with the exercises from the book."""

from mgrad.check.lesson06.shared import random_labels
from mgrad.check.task import Mistake, Task


def _right(score, label):
    return (score > 0) == (label > 0)


def _exam(
    learns="train",
    measures="test",
    targets_of=None,
    divides_by=None,
    is_right=_right,
):
    """Learn from one part, measure on one part; ``"all"`` is both."""

    def exam(learn, inputs, targets, n_test):
        data = list(zip(inputs, targets))
        parts = {
            "all": data,
            "train": data[:-n_test],
            "test": data[-n_test:],
            "first": data[:n_test],
            "rest": data[n_test:],
            "more": data[: len(data) - n_test + 1],
            "fewer": data[-n_test:-1],
        }
        model = learn(*map(list, zip(*parts[learns])))
        labels = [y for _, y in parts[targets_of or measures]]
        right = sum(is_right(model(x), y) for (x, _), y in zip(parts[measures], labels))
        return right / (len(parts[divides_by or measures]) if divides_by != "none" else 1)

    return exam


def _memory(inputs, targets):
    known = dict(zip(map(tuple, inputs), targets))
    return lambda x: known.get(tuple(x), -1)


def _majority(inputs, targets):
    return lambda x: sum(targets)


def _undecided(inputs, targets):
    return lambda x: 0.0


SAY_LEARNERS = {
    "remembers every point it learned from": _memory,
    "always gives the majority of the labels it learned from": _majority,
    "gives the score 0 for every point": _undecided,
}


def _probe_exam(answer, case):
    what, learner, inputs, targets, n_test = case
    seen: list = []

    def learn(points, labels):
        seen[:] = [{"the points": [x[0] for x in points], "the labels": list(labels)}]
        return SAY_LEARNERS[learner](points, labels)

    result = answer(learn, inputs, targets, n_test)
    if what == "accuracy":
        return result
    return seen[0] if seen else "learn is never called"


def _say_exam(case):
    what, learner, inputs, targets, n_test = case
    points = f"{len(inputs)} points with the labels {targets}, the last {n_test} as test set"
    if what == "learned":
        return f"what learn gets of {points} (each point by its first coordinate)"
    return f"the accuracy for {points}, and a learner that {learner}"


def _exam_cases(rng):
    memory, majority, undecided = SAY_LEARNERS
    points = [[float(i), rng.uniform(-1, 1)] for i in range(9)]
    plain = [[float(i), 0.0] for i in range(7)]
    return [
        ["learned", memory, plain[:4], [1, -1, 1, 1], 2],
        ["learned", memory, plain[:4], [1, -1, -1, 1], 1],
        ["learned", memory, points, [1, 1, -1, *random_labels(rng, 6)], 4],
        ["accuracy", memory, plain[:4], [1, -1, 1, 1], 2],
        ["accuracy", majority, plain[:6], [1, 1, -1, -1, -1, -1], 3],
        ["accuracy", majority, plain, [1, 1, 1, 1, -1, -1, 1], 3],
        ["accuracy", majority, plain, [1, 1, 1, 1, 1, -1, -1], 3],
        ["accuracy", memory, points, [1, 1, -1, *random_labels(rng, 6)], 4],
        ["accuracy", majority, points, [-1, 1, 1, 1, 1, -1, -1, -1, 1], rng.choice([2, 3])],
        ["accuracy", majority, plain[:3], [1, 1, 1], 1],
        ["accuracy", undecided, plain[:5], [1, -1, 1, 1, -1], 3],
    ]


TASK = Task(
    id="06.exam",
    answer_name="exam",
    kind="function",
    reference=_exam(),
    probe=_probe_exam,
    level=lambda case: case[0] == "accuracy",  # first who learns from what
    cases=_exam_cases,
    say=_say_exam,
    notice=(
        "Coin flips cannot be learned, and now the function says so: learn from one part, "
        "measure on the other."
    ),
    mistakes=(
        Mistake("test-points-learned", _exam("all", "train")).says(
            "The model learns from all points, also from those that it will be judged on. Then the "
            "accuracy measures memory: the solutions of the examination were in the exercise book.",
            "Which of the four lists at the top should learn never get to see?",
        ),
        Mistake("learned-on-test", _exam("test", "train")).says(
            "The model learns from the last n_test points, which are the examination. The "
            "points for exercise are the others.",
            "Does n_test count the points that learn gets, or those on which the model is judged?",
        ),
        Mistake("first-points-as-test", _exam("rest", "first")).says(
            "You keep the first n_test points back. The task asks for the last ones.",
            "Which points does inputs[-2:] give, and which inputs[:2]?",
        ),
        Mistake("one-point-in-both", _exam("more")).says(
            "One point is in both parts: it is learned, and it is in the examination as well.",
            "Where does the one part end, and where does the other begin? Print both for 4 points.",
        ),
        Mistake("measured-on-training", _exam("train", "train")).says(
            "The test points are kept back, but then they are not used: the model is judged "
            "on its training points.",
            "Which points go into the count at the end?",
        ),
        Mistake("measured-on-all", _exam("train", "all")).says(
            "You judge the model on all points. The training points among them were learned, "
            "so the result says too much.",
            "Which of the points in your count has the model already seen?",
        ),
        Mistake("divided-by-training", _exam(divides_by="train")).says(
            "You count right test points but divide by the number of training points.",
            "A share has the same points above and below the line: which are they here?",
        ),
        Mistake("divided-by-all", _exam(divides_by="all")).says(
            "You count right test points but divide by the number of all points.",
            "A share has the same points above and below the line: which are they here?",
        ),
        Mistake("targets-of-training", _exam(targets_of="train")).says(
            "The scores of the test points are compared with the targets of the training "
            "points: each point is judged by the label of another one.",
            "Which two lists does your last loop go through together?",
        ),
        Mistake("last-point-not-asked", _exam(measures="fewer", divides_by="test")).says(
            "The last test point is never asked.",
            "Which index does the last round of your loop have, and which the last point?",
        ),
        Mistake(
            "wrong-ones-counted", _exam(is_right=lambda score, label: not _right(score, label))
        ).says(
            "That is the share of the wrong answers. The accuracy is the share of the right ones.",
            "What should come back if all test points are right, and what does yours give?",
        ),
        Mistake("not-divided", _exam(divides_by="none")).says(
            "That is how many are right. An accuracy is a share, between 0 and 1.",
            "What should come back if all test points are right, and what does yours give?",
        ),
        Mistake(
            "zero-counts-as-positive",
            _exam(is_right=lambda score, label: (score >= 0) == (label > 0)),
        ).says(
            "A score of exactly 0 counts as positive. In this course it counts as negative, "
            "and that was not one of the two slips.",
            "Compare your comparison with the one of the broken function, sign by sign.",
        ),
        Mistake("score-equals-label", _exam(is_right=lambda score, label: score == label)).says(
            "You ask whether the score equals the label. A score is any number: only its "
            "sign says which class it stands for.",
            "Is a score of 2.5 right for the target +1, and what does your comparison say?",
        ),
    ),
)
