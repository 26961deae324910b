"""09.batches: Every example once."""

from mgrad.check.task import Mistake, Task


def _batches(order="fresh", labels="with", last=True, repeated=False):
    """One epoch cut into batches, with one idea changed."""

    def batches(inputs, targets, size, rng):
        import numpy as np

        n = len(inputs)
        if order == "seeded":
            rng = np.random.default_rng(0)
        rows = np.arange(n) if order == "sorted" else rng.permutation(n)
        others = {"with": rows, "apart": rng.permutation(n), "left": np.arange(n)}[labels]
        made = []
        for start in range(0, n if last else n - size + 1, size):
            if repeated:
                rows[start : start + size] = others[start : start + size] = rng.integers(
                    0, n, len(rows[start : start + size])
                )
            made.append((inputs[rows[start : start + size]], targets[others[start : start + size]]))
        return made

    return batches


def _probe_batches(answer, case):
    import numpy as np

    n, size = case
    inputs, targets = np.arange(2.0 * n).reshape(n, 2), 5 * np.arange(n)
    rng, orders, sizes, owners = np.random.default_rng(1337), [], [], []
    for _ in range(2):
        epoch = answer(inputs.copy(), targets.copy(), size, rng)
        if epoch is None:
            return None
        epoch = [(np.asarray(x), np.asarray(y)) for x, y in epoch]
        sizes.append([len(x) for x, _ in epoch])
        seen = [int(number) for x, _ in epoch for number in x[:, 0] / 2]
        labels = [int(y) // 5 for _, ys in epoch for y in ys]
        owners.append(
            "their inputs"
            if labels == seen
            else "the order of the file"
            if labels == sorted(labels)
            else "other inputs"
        )
        orders.append(seen)
    return {
        "sizes": sizes[0],
        "each example once": sorted(orders[0]) == sorted(orders[1]) == list(range(n)),
        "targets go with": next(
            (owner for owner in owners if owner != "their inputs"), "their inputs"
        ),
        "shuffled": orders[0] != sorted(orders[0]),
        "new order next time": orders[0] != orders[1],
    }


TASK = Task(
    id="09.batches",
    answer_name="batches",
    kind="function",
    reference=_batches(),
    probe=_probe_batches,
    cases=lambda rng: [[12, 4], [14, 4], [rng.randrange(21, 24), 10], [rng.randrange(15, 19), 40]],
    say=lambda case: f"{case[0]} examples and batches of {case[1]}, two epochs",
    notice=(
        "One list of row numbers, shuffled once an epoch, picks inputs and labels alike: nothing "
        "is lost and nothing is separated."
    ),
    mistakes=(
        Mistake(
            "no-batches-yet",
            lambda inputs, targets, size, rng: [],
            "There are no batches yet: the list comes back as empty as it was made.",
            "Which part is missing between making the list and returning it?",
        ),
        Mistake(
            "last-batch-lost",
            _batches(last=False),
            (
                "The last batch is missing when the examples do not divide evenly, so some "
                "examples take no part in this epoch."
            ),
            "How many examples are left after the last full batch, and who takes them?",
        ),
        Mistake(
            "not-shuffled",
            _batches(order="sorted"),
            (
                "The examples come in the order of the file. If they are sorted by class, a "
                "batch shows one class only."
            ),
            "Which method of rng gives the numbers 0 to n − 1 in a random order?",
        ),
        Mistake(
            "labels-shuffled-apart",
            _batches(labels="apart"),
            (
                "Inputs and labels were shuffled separately, each in an order of its own. From "
                "now on every input has somebody else's label."
            ),
            "How many random orders does one epoch need?",
        ),
        Mistake(
            "labels-left-behind",
            _batches(labels="left"),
            "Only the inputs were shuffled; the labels stayed in the order of the file.",
            "Pick inputs and labels with the same row numbers.",
        ),
        Mistake(
            "drawn-with-repetition",
            _batches(repeated=True),
            "You draw each batch anew, so some examples come twice in an epoch and others never.",
            "Deal the examples out like cards: shuffle once, then cut.",
        ),
        Mistake(
            "same-order-every-epoch",
            _batches(order="seeded"),
            (
                "Each epoch has the same order, because a generator is seeded inside the "
                "function. Then the same examples always share a batch."
            ),
            "Use the rng that is passed in: it goes on from epoch to epoch.",
        ),
    ),
)
