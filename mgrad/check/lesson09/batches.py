"""09.batches: Every example once."""

import math

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _batches(order="fresh", labels="with", cut="all", repeated=""):
    """One epoch cut into batches, with one idea changed."""

    def batches(inputs, targets, size, rng):
        import numpy as np

        n = len(inputs)
        if order == "seeded":
            rng = np.random.default_rng(0)
        if order == "other":
            rng = np.random.default_rng()
        rows = np.arange(n) if order == "sorted" else rng.permutation(n)
        others = {"with": rows, "apart": rng.permutation(n), "left": np.arange(n)}[labels]
        size = math.ceil(n / size) if cut == "count" else size
        starts = {
            "full": range(0, n - size + 1, size),
            "one": range(min(n, 1)),
        }.get(cut, range(0, n, size))
        longer = {"overlap": 1, "whole": n}.get(cut, 0)
        made = []
        for start in starts:
            part = slice(start, start + size + longer)
            if cut == "filled" and start + size > n:
                take = [*rows[start:], *rows[: start + size - n]]
                made.append((inputs[take], targets[take]))
                continue
            if repeated:
                again = rng.integers(0, n, n) if repeated == "drawn" else rng.permutation(n)
                rows[part] = others[part] = again[part]
            if cut == "whole":
                part = slice(None)
            made.append((inputs[rows[part]], targets[others[part]]))
            if cut == "whole":
                break
        return made

    return batches


def _probe_batches(answer, case):
    import numpy as np

    what, n, size = case
    inputs, targets = np.arange(2.0 * n).reshape(n, 2), 5 * np.arange(n)

    def epoch_of(rng):
        epoch = answer(inputs.copy(), targets.copy(), size, rng)
        return epoch if epoch is None else [_pair_of(batch) for batch in epoch]

    rng = np.random.default_rng(1337)
    epochs = [epoch_of(rng), epoch_of(rng)]
    if epochs[0] is None:
        return None
    table = inputs.tolist()
    rows = [
        [table.index(row) if row in table else None for x, _ in epoch for row in x.tolist()]
        for epoch in epochs
    ]
    if what == "sizes":
        return {"the sizes": [len(x) for x, _ in epochs[0]]}
    if what == "examples" and None in rows[0]:
        return {"rows of the batches": "not all of them are rows of the inputs"}
    if what == "examples":
        counts = [rows[0].count(i) for i in range(n)]
        return {"each example once": min(counts) == max(counts) == 1}
    if what == "labels":
        labels = [y / 5 for _, ys in epochs[0] for y in ys]
        in_file = "the order of the file" if labels == sorted(labels) else "other inputs"
        return {"targets go with": "their inputs" if labels == rows[0] else in_file}
    if what == "order":
        steps = [after - before for before, after in zip(rows[0], rows[0][1:])]
        return {"in the order of the file": f"{steps.count(1) > len(steps) / 2}"}
    if what == "epochs":
        return {"new order next time": rows[0] != rows[1]}
    same_seed = [epoch_of(np.random.default_rng(seed)) for seed in (7, 7)]
    first, second = [[x.tolist() for x, _ in epoch] for epoch in same_seed]
    return {"two generators of the same seed give the same batches": first == second}


def _pair_of(batch):
    import numpy as np

    if not isinstance(batch, tuple | list) or len(batch) != 2:
        raise FormError(
            "Each batch is a pair: (inputs, targets). Yours has an entry that is "
            f"{'an array' if hasattr(batch, 'shape') else f'of type {type(batch).__name__}'}."
        )
    x, y = np.asarray(batch[0]), np.asarray(batch[1])
    if x.ndim == 1 and y.ndim == 2:
        raise FormError("The pairs are turned round: inputs come first, then targets.")
    if x.ndim != 2:
        raise FormError(
            f"The inputs of a batch have the shape {x.shape}: they are rows of the inputs, with "
            "all their columns."
        )
    return x, y


def _say_batches(case):
    return f"{case[1]} examples and batches of {case[2]}"


def _batch_cases(rng):
    sets = [[12, 4], [12, 6], [14, 4], [rng.randrange(21, 24), 10], [rng.randrange(15, 19), 40]]
    cases = [[what, *pair] for what in WHAT for pair in sets]
    # Chance leaves half of 12 numbers beside their neighbours once in 1500 times, of 24 never.
    return [[what, 2 * n if what == "order" else n, size] for what, n, size in cases]


WHAT = ["sizes", "examples", "labels", "order", "epochs", "seed"]


def _level(case):
    """Sizes first: even ones, then a smaller last batch, then one batch that is not full."""
    what, n, size = case
    if what == "sizes":
        return 2 if n < size else int(n % size > 0)
    return 2 + WHAT.index(what)


TASK = Task(
    id="09.batches",
    answer_name="batches",
    kind="function",
    reference=_batches(),
    probe=_probe_batches,
    cases=_batch_cases,
    level=_level,
    say=_say_batches,
    notice=(
        "One list of row numbers, shuffled once an epoch, picks inputs and labels alike: nothing "
        "is lost and nothing is separated."
    ),
    mistakes=(
        Mistake("no-batches-yet", lambda inputs, targets, size, rng: []).says(
            "There are no batches yet: the list comes back as empty as it was made.",
            "Which part is missing between making the list and returning it?",
        ),
        Mistake("last-batch-lost", _batches(cut="full")).says(
            "The last batch is missing when the examples do not divide evenly, so some "
            "examples take no part in this epoch.",
            "How many examples are left after the last full batch, and who takes them?",
        ),
        Mistake("size-is-no-count", _batches(cut="count")).says(
            "You took size for the number of batches. It is the number of examples in each.",
            "For 12 examples and size 4: how many batches, and how long is each?",
        ),
        Mistake("one-batch-of-all", _batches(cut="whole")).says(
            "There is one batch with all examples. That is an epoch in one step, not in batches.",
            "Where does your code use size?",
        ),
        Mistake("batches-overlap", _batches(cut="overlap")).says(
            "Neighbouring batches share an example: each slice is one longer than it should be.",
            "How many entries has the slice [0:5]?",
        ),
        Mistake("last-batch-filled-up", _batches(cut="filled")).says(
            "The last batch is filled up with examples that were in another batch already, so "
            "those come twice in an epoch.",
            "May the last batch be smaller than the others?",
        ),
        Mistake("drawn-with-repetition", _batches(repeated="drawn")).says(
            "Some examples come twice in an epoch and others never: each batch is drawn anew.",
            "Think of cards: how does one deal them out so that each is there once?",
        ),
        Mistake("new-order-for-each-batch", _batches(repeated="shuffled")).says(
            "With one batch all is right. With several, each has an order of its own, so some "
            "examples come twice in an epoch and others never.",
            "Think of cards: how often does one shuffle before dealing?",
        ),
        Mistake("labels-shuffled-apart", _batches(labels="apart")).says(
            "Inputs and labels are not in the same random order: from now on an input has "
            "somebody else's label.",
            "How many random orders does one epoch need?",
        ),
        Mistake("labels-left-behind", _batches(labels="left")).says(
            "Only the inputs were shuffled; the labels stayed in the order of the file.",
            "Which label belongs to the first input of your first batch?",
        ),
        Mistake("not-shuffled", _batches(order="sorted")).says(
            "The examples come in the order of the file. If they are sorted by class, a "
            "batch shows one class only.",
            "Which method of rng gives the numbers 0 to n − 1 in a random order?",
        ),
        Mistake("same-order-every-epoch", _batches(order="seeded")).says(
            "Each epoch has the same order: it is made by a generator that starts again at "
            "every call, or it was kept from the first one.",
            "What does the rng that is passed in do from one epoch to the next?",
        ),
        Mistake("own-randomness", _batches(order="other")).says(
            "The order does not come from the rng that is passed in: with the same seed it is "
            "another one each time, so nobody can repeat your training.",
            "Where does your code use the argument rng?",
        ),
    ),
)
