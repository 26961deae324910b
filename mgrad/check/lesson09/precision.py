"""09.precision: Called an 8, and is an 8."""

from mgrad.check.lesson09.shared import results_of
from mgrad.check.task import Mistake, Task


def _shares(first="called", second="there", empty="zero", hits="both"):
    """Precision and recall of one class, with one idea changed."""

    def precision_recall(guesses, truths, digit):
        import numpy as np

        called, there = guesses == digit, truths == digit
        right = {
            "both": called & there,
            "equal": guesses == truths,
            "called": called,
            "true ones": called & there & (guesses != 0),
        }[hits]
        counts = {
            "called": called.sum(),
            "there": there.sum(),
            "all": len(truths),
        }

        def share(of_what):
            count = counts[of_what]
            if count == 0 and empty != "divided":
                return {"zero": 0.0, "one": 1.0, "nan": float("nan")}[empty]
            return int(np.sum(right)) / int(count)

        return share(first), share(second)

    return precision_recall


def _probe_shares(answer, case):
    import numpy as np

    guesses, truths, digit = case
    result = answer(np.array(guesses), np.array(truths), digit)
    if result is None:
        return None
    precision, recall = results_of(result, ["the precision", "the recall"])
    return {"the precision": precision, "the recall": recall}


def _say_shares(case):
    guesses, truths, digit = case
    return f"guesses {guesses}, truths {truths}, digit {digit}"


def _shares_cases(rng):
    truths = [rng.randrange(3) for _ in range(8)] + [0, 1, 2, 2, 2]
    guesses = [t if rng.random() < 0.6 else rng.randrange(3) for t in truths[:8]]
    return [
        [[8, 3, 8, 8, 1, 2], [8, 3, 3, 8, 8, 8], 8],
        [[1, 1, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, 0, 0], 1],
        [[5, 5, 5, 7, 7, 7, 7], [5, 7, 7, 7, 5, 5, 5], 7],
        [[*guesses, 0, 1, 2, 0, 1], truths, 2],
        [[0, 0, 0, 1, 2], [0, 0, 2, 1, 2], 0],
        [[3, 3, 1, 1], [3, 8, 1, 1], 8],
        [[8, 3, 1, 1], [3, 3, 1, 1], 8],
        [[0, 0, 0], [0, 0, 0], 1],
    ]


def _level(case):
    """First what has something to count in both shares."""
    guesses, truths, digit = case
    return int(digit not in guesses or digit not in truths)


TASK = Task(
    id="09.precision",
    answer_name="precision_recall",
    kind="function",
    reference=_shares(),
    probe=_probe_shares,
    cases=_shares_cases,
    level=_level,
    say=_say_shares,
    notice=(
        "A program that calls everything an 8 has recall 1, one that calls only the surest image "
        "an 8 has precision 1. Neither number is worth much without the other."
    ),
    mistakes=(
        Mistake("exchanged", _shares("there", "called")).says(
            "The two numbers have changed places.",
            "Which of the two asks about the images that were called so?",
        ),
        Mistake("precision-twice", _shares("called", "called")).says(
            "Both numbers are the precision: each divides by what was called so.",
            "Of which images should recall be a share?",
        ),
        Mistake("recall-twice", _shares("there", "there")).says(
            "Both numbers are the recall: each divides by what really is so.",
            "Of which images should precision be a share?",
        ),
        Mistake("share-of-all", _shares("all", "all")).says(
            "You divide by the number of all images. For a rare class that is small even if "
            "nothing is wrong.",
            "What would a perfect program get from your function?",
        ),
        Mistake("all-right-answers-counted", _shares(hits="equal")).says(
            "You count every right answer, also those for other digits, so a share can be "
            "larger than 1.",
            "In which images is this digit the answer and the truth?",
        ),
        Mistake("zero-taken-for-nothing", _shares(hits="true ones")).says(
            "For the digit 0 nothing is ever found. In Python the number 0 counts as false, so a "
            "condition such as `if guess` leaves it out.",
            "What does bool(0) say, and which comparison asks what you mean?",
        ),
        Mistake("divided-by-nothing", _shares(empty="divided")).says(
            "Where something was called so and something is so, all is right. Where there is "
            "nothing of it to count, you divide by 0.",
            "What does the task say about 0 of 0?",
        ),
        Mistake("nothing-is-no-number", _shares(empty="nan")).says(
            "Where something was called so and something is so, all is right. 0 of 0 gives "
            "you NaN, which spoils every mean that it gets into.",
            "What does the task say about 0 of 0?",
        ),
        Mistake("nothing-is-perfect", _shares(empty="one")).says(
            "0 of 0 counts as 1 in your function. Then a program that never calls anything "
            "so would be perfectly precise; the task decides otherwise.",
            "What does the task say about 0 of 0?",
        ),
    ),
)
