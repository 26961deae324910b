"""06.labels: One class against all others."""

from mgrad.check.task import Mistake, Task


def _marks(chosen, other):
    return lambda classes, positive: [chosen if c == positive else other for c in classes]


def _in_place(classes, positive):
    for i, c in enumerate(classes):
        classes[i] = 1 if c == positive else -1
    return classes


def _probe_labels(answer, case):
    form, classes, positive = case
    # numbers of their own, so that "is" does not find them equal by luck
    given = [int(str(c)) for c in classes]
    if form == "NumPy array":
        import numpy as np

        given = np.array(given)
    labels = answer(given, int(str(positive)))
    if list(given) == classes:
        return labels
    return {"labels": labels, "the classes that were given, afterwards": given}


def _label_cases(rng):
    digits = [rng.randrange(10) for _ in range(6)]
    return [
        ["list", [0, 1, 1], 1],
        ["list", [0, 1], 0],
        ["list", [3, 7, 7, 0], 7],
        ["list", [1024, 512, 1024], 1024],
        ["NumPy array", [2, 0, 2], 2],
        ["list", digits, digits[2]],
    ]


TASK = Task(
    id="06.labels",
    answer_name="to_signs",
    kind="function",
    reference=_marks(1, -1),
    probe=_probe_labels,
    cases=_label_cases,
    say=lambda case: f"the {case[0]} {case[1]} and positive class {case[2]}",
    notice=(
        'One class against all others: the network learns the question "is it this class?", and '
        "−1 is as much an answer as +1."
    ),
    mistakes=(
        Mistake(
            "formula-for-two-classes",
            lambda classes, positive: [2 * c - 1 for c in classes],
            (
                "2c − 1 works for the classes 0 and 1 only, and only if 1 is the positive class. "
                "Here the second argument says which class is +1."
            ),
            "Ask of each class whether it equals the positive one.",
        ),
        Mistake(
            "returns-too-early",
            lambda classes, positive: 1 if classes[0] == positive else -1,
            (
                "A return inside the loop ends the function with the first class, so one label "
                "comes out instead of a list."
            ),
            "Collect the labels in a list, and return the list after the loop.",
        ),
        Mistake(
            "labels-0-and-1",
            _marks(1, 0),
            (
                "The other classes get 0 (or False). With target 0 the hinge loss is 1 and its "
                "slope 0 whatever the score is, so these points teach nothing."
            ),
            (
                "Which number must a label be so that target · score can be positive for a "
                "negative score?"
            ),
        ),
        Mistake(
            "sign-turned",
            _marks(-1, 1),
            (
                "The signs are turned around: the positive class gets −1. Training would work, "
                "but every answer of the network would mean its opposite."
            ),
            "Which label should a class get that equals the positive one?",
        ),
        Mistake(
            "identity-for-equality",
            lambda classes, positive: [1 if c is positive else -1 for c in classes],
            (
                "You compare with is. That asks for the same object in memory, not for the same "
                "number; for small whole numbers it works by luck only."
            ),
            "Which comparison asks whether two numbers are equal?",
        ),
        Mistake(
            "changes-its-input",
            _in_place,
            (
                "Your function changes the list that it was given. Whoever calls it still needs "
                "the classes, for example to make the labels of the next class."
            ),
            "Put the labels into a new list.",
        ),
    ),
)
