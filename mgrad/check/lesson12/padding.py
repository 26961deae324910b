"""12.padding: A loss that rests on nothing."""

from mgrad.check.task import Mistake, Task


def _make(padding="left out", mean="letters", sign=-1.0):
    """The mean loss of a batch of names, with one idea changed."""

    def mean_loss(log_p, targets):
        import numpy as np

        n, t = targets.shape
        rows, places = np.arange(n)[:, None], np.arange(t)
        losses = sign * log_p[rows, places, targets]
        there = targets >= 0
        if padding == "first letter":
            there = targets > 0
        if padding == "counted":
            there = np.ones((n, t), dtype=bool)
        if padding == "as the end":
            losses = sign * log_p[rows, places, np.maximum(targets, 0)]
            there = np.ones((n, t), dtype=bool)
        losses = np.where(there, losses, 0.0)
        if mean == "names":
            return (losses.sum(axis=1) / there.sum(axis=1)).mean()
        count = {
            "letters": there.sum(),
            "places": n * t,
            "not zero": np.count_nonzero(losses) or 1,
            "batch": n,
            "nothing": 1,
            "length": t,
        }[mean]
        return losses.sum() / count

    return mean_loss


def _probe_padding(answer, case):
    import numpy as np

    log_p, targets = np.array(case[0]), np.array(case[1])
    return answer(log_p, targets)


def _cases(rng):
    import math

    def rows(n, t, letters):
        made = []
        for _ in range(n):
            made.append([])
            for _ in range(t):
                powers = [rng.randint(1, 9) for _ in range(letters)]
                made[-1].append([round(math.log(p / sum(powers)), 4) for p in powers])
        return made

    def ends(n, t, letters):
        made = []
        for _ in range(n):
            length = rng.randint(1, t - 1)
            name = [rng.randrange(1, letters) for _ in range(length - 1)] + [0]
            made.append(name + [-1] * (t - length))
        return made

    return [
        [[[[-1.0986, -1.7918, -0.6931], [-0.6931, -0.9808, -2.0794]]], [[1, 0]]],
        [
            [
                [[-2.0794, -1.3863, -0.47], [-1.0986, -1.5041, -0.8109]],
                [[-0.6931, -1.0986, -1.7918], [-0.9163, -2.3026, -0.6931]],
            ],
            [[1, 0], [2, 0]],
        ],
        [rows(1, 3, 3), [[2, 0, -1]]],
        [rows(2, 3, 3), [[0, -1, -1], [2, 1, 0]]],
        [rows(3, 5, 4), ends(3, 5, 4)],
        [[[[-9.0, 0.0, -9.0], [-0.5, -1.5, -1.8], [-1.0, -1.1, -1.2]]], [[1, 0, -1]]],
    ]


TASK = Task(
    id="12.padding",
    imports=("numpy",),
    answer_name="mean_loss",
    kind="function",
    reference=_make(),
    probe=_probe_padding,
    cases=_cases,
    level=lambda case: int(any(-1 in row for row in case[1])),
    say=lambda case: f"log_p = {case[0]} and targets = {case[1]}",
    notice=(
        "Pad a batch with ten more empty places, and the loss must not move: a loss that does "
        "depends on the longest name in the batch."
    ),
    mistakes=(
        Mistake("divided-by-all-places", _make(mean="places")).says(
            "The empty places add nothing, but they are counted: the sum is divided by all places. "
            "The loss looks better the shorter the names are.",
            "How many letters are guessed in this batch?",
        ),
        Mistake("padding-as-last-letter", _make(padding="counted")).says(
            "The target −1 is used as an index, and index −1 is the last one: the empty places "
            "teach the model to write the last letter of the alphabet.",
            "Which number does Python take for log_p[0, 2, -1]?",
        ),
        Mistake("padding-as-the-end", _make(padding="as the end")).says(
            "The empty places count as dots. After a dot another dot is easily guessed, so the "
            "loss becomes small without anything being learnt.",
            "At which places has the model something to guess?",
        ),
        Mistake("end-left-out", _make(padding="first letter")).says(
            "The dot, number 0, is left out together with the empty places. When a name ends is to "
            "be learnt too.",
            "Which number stands for an empty place, and which for the end of a name?",
        ),
        Mistake("certain-letters-left-out", _make(mean="not zero")).says(
            "A letter of which the model was certain has the loss 0. It is left out of the mean, "
            "as if there had been nothing to guess.",
            "By which of the two arrays can an empty place be told from a letter that costs 0?",
        ),
        Mistake("mean-of-means", _make(mean="names")).says(
            "You take the mean of each name, and then the mean of these. The letters of a short "
            "name then weigh more than those of a long one.",
            "With how much weight does each letter enter the loss?",
        ),
        Mistake("divided-by-the-names", _make(mean="batch")).says(
            "The sum is divided by the number of names. A loss for each letter is asked for.",
            "How many letters are guessed in this batch?",
        ),
        Mistake("divided-by-the-length", _make(mean="length")).says(
            "The sum is divided by the number of places of one name.",
            "How many letters are guessed in this batch?",
        ),
        Mistake("sum-for-the-mean", _make(mean="nothing")).says(
            "These are the losses of all letters, added up. The loss is their mean.",
            "How many letters are guessed in this batch?",
        ),
        Mistake("sign-turned", _make(sign=1.0)).says(
            "The loss is negative: the logarithm of a probability is.",
            "What stood before log_p in the function that you got?",
        ),
    ),
)
