"""06.labels: One class against all others."""

from mgrad.check.task import Mistake, Task


def _marks(chosen, other):
    return lambda classes, positive: [chosen if c == positive else other for c in classes]


def _by(question):
    """Labels by another question than whether a class equals the positive one."""
    return lambda classes, positive: [1 if question(c, positive) else -1 for c in classes]


def _asks_the_whole_list(classes, positive):
    import numpy as np

    return np.where(classes == positive, 1, -1)


def _probe_labels(answer, case):
    form, classes, positive = case
    # numbers of their own, so that "is" does not find them equal by luck
    given = [int(str(c)) for c in classes]
    if form == "array":
        import numpy as np

        given = np.array(given)
    labels = answer(given, int(str(positive)))
    if list(given) == classes:
        return labels
    return {"the labels": labels, "the classes that were given, afterwards": given}


def _label_cases(rng):
    digits = [rng.randrange(10) for _ in range(6)]
    return [
        ["list", [0, 1, 1], 1],
        ["list", [1, 0], 1],
        ["list", [0, 1], 0],
        ["list", [3, 7, 7, 0], 7],
        ["list", [1024, 512, 1024], 1024],
        ["array", [2, 0, 2, 3], 2],
        ["list", [2, 5], 3],
        ["list", digits, digits[2]],
    ]


def _say_labels(case):
    form, classes, positive = case
    if form == "array":
        return f"the NumPy array {classes} and positive class {positive}"
    return f"the list {classes} and positive class {positive}"


TASK = Task(
    id="06.labels",
    answer_name="to_signs",
    kind="function",
    reference=_marks(1, -1),
    probe=_probe_labels,
    cases=_label_cases,
    level=lambda case: set(case[1]) != {0, 1} or case[2] == 0,  # first the labels
    say=_say_labels,
    notice=(
        'One class against all others: the network learns the question "is it this class?", and '
        "−1 is as much an answer as +1."
    ),
    mistakes=(
        Mistake(
            "formula-for-two-classes", lambda classes, positive: [2 * c - 1 for c in classes]
        ).says(
            "2c − 1 works for the classes 0 and 1 only, and only if 1 is the positive class. "
            "Here the second argument says which class is +1.",
            "What should to_signs([3, 7, 0], 7) give, and what does your formula give?",
        ),
        Mistake("larger-counted-in", _by(lambda c, positive: c >= positive)).says(
            "Classes larger than the positive one get +1 as well. Only the one itself should.",
            "What does your question say about class 7 if the positive one is 3?",
        ),
        Mistake("larger-only", _by(lambda c, positive: c > positive)).says(
            "The positive class gets −1, and larger ones get +1: you ask which class is larger.",
            "What does your question say about the positive class itself?",
        ),
        Mistake("positive-not-read", _by(lambda c, positive: c == 1)).says(
            "Class 1 always gets +1: the second argument, positive, is never read.",
            "Which class should get +1 in to_signs([3, 7, 0], 7)?",
        ),
        Mistake(
            "positive-only", lambda classes, positive: [1 for c in classes if c == positive]
        ).says(
            "Only the positive class gets a label; the others get none, so the list is "
            "shorter than that of the points, and labels no longer belong to their points.",
            "How many labels should come out for three classes?",
        ),
        Mistake("whole-list-compared", _asks_the_whole_list).says(
            "You compare the whole list with one class. An array answers for each of its "
            "entries; a list is never equal to a number, so it gives a single False.",
            "What do [0, 1, 1] == 1 and np.array([0, 1, 1]) == 1 give?",
        ),
        Mistake(
            "whole-list-compared-once",
            lambda classes, positive: list(_asks_the_whole_list(classes, positive)),
        ).says(
            "You compare the whole list with one class. An array answers for each of its "
            "entries; a list is never equal to a number, so it gives a single False.",
            "What do [0, 1, 1] == 1 and np.array([0, 1, 1]) == 1 give?",
        ),
        Mistake(
            "difference-for-equality",
            lambda classes, positive: [(c > positive) - (c < positive) for c in classes],
        ).says(
            "You take the sign of the difference: it is 0 for the positive class itself and "
            "tells the others apart, which nobody asks for.",
            "What is the question about a class c? It has only two answers.",
        ),
        Mistake("labels-0-and-1", _marks(1, 0)).says(
            "The other classes get 0 (or False). With target 0 the hinge loss is 1 and its "
            "slope 0 whatever the score is, so these points teach nothing.",
            "Which number must a label be so that target · score can be positive for a "
            "negative score?",
        ),
        Mistake("sign-turned", _marks(-1, 1)).says(
            "The signs are turned around: the positive class gets −1. Training would work, "
            "but every answer of the network would mean its opposite.",
            "Which label should a class get that equals the positive one?",
        ),
        Mistake(
            "identity-for-equality",
            lambda classes, positive: [1 if c is positive else -1 for c in classes],
        ).says(
            "You compare with is. That asks for the same object in memory, not for the same "
            "number; for small whole numbers it works by luck only.",
            "What does int('1024') is int('1024') say in a new cell, and what does == say?",
        ),
    ),
)
