"""12.layer: The gradient that finds the counts."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _make(
    truth=True, mean="pairs", add="each", sign=1.0, axis=1, softmax=True, place="left", half=False
):
    """The gradient of the one-layer model, with one idea changed."""

    def layer_gradient(W, left, right):
        import numpy as np

        powers = np.exp(W - W.max(axis=axis, keepdims=True))
        p = powers / powers.sum(axis=axis, keepdims=True) if softmax else W.copy()
        rows = p[left] if truth != "only" else np.zeros((len(left), len(W)))
        if truth:
            rows[np.arange(len(left)), right] -= 1.0
        own_count = np.bincount(left)[left][:, None]
        count = {"pairs": len(left), "nothing": 1, "table": W.size, "own row": own_count}[mean]
        rows = sign * rows / count
        gradient = np.zeros(W.shape)
        where = left if place == "left" else right
        if add == "each":
            np.add.at(gradient, where, rows)
        elif add == "at once":
            gradient[where] += rows
        return gradient

    return layer_gradient


def _by_the_pairs(of_pair, used=slice(None), fading=False):
    """A walk through the pairs; ``of_pair`` gives what one adds to its row, before the mean."""

    def layer_gradient(W, left, right):
        import numpy as np

        gradient, n = np.zeros(W.shape), len(left)
        for a, b in list(zip(left, right))[used]:
            powers = np.exp(W - W.max())
            gradient[a] += of_pair(powers, a, b, np.arange(len(W)) == b) / (1 if fading else n)
            gradient = gradient / n if fading else gradient
        return gradient

    return layer_gradient


def _probability(powers, a):
    return powers[a] / powers[a].sum()


def _of_a_pair(powers, a, b, truth):
    return _probability(powers, a) - truth


def _minus_log(powers, a, b, truth):
    import numpy as np

    return -np.log(_probability(powers, a)) * truth


def _exp_alone(W, left, right):
    import numpy as np

    gradient = np.zeros(W.shape)
    for a, b in zip(left, right):
        gradient[a] += (np.exp(W[a] - W[a].max()) - (np.arange(len(W)) == b)) / len(left)
    return gradient


def _shares_subtracted(by_row):
    """Probabilities minus counted shares, whole rows once: also rows that no pair uses."""

    def layer_gradient(W, left, right):
        import numpy as np

        counts = np.zeros(W.shape)
        np.add.at(counts, (left, right), 1.0)
        of_row = np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
        powers = np.exp(W - W.max(axis=1, keepdims=True))
        p = powers / powers.sum(axis=1, keepdims=True)
        return p - counts / (of_row if by_row else len(left))

    return layer_gradient


def _counted_at_once(W, left, right):
    """The formula of the lesson, with counts that are never above 1."""
    import numpy as np

    p = np.exp(W - W.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    counts = np.zeros(W.shape)
    counts[left, right] += 1.0
    return (counts.sum(axis=1, keepdims=True) * p - counts) / len(left)


def _table(W, left, right):
    """Probability minus truth for each row of the table once, whatever its pairs."""
    import numpy as np

    p = np.exp(W - W.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    counts = np.zeros(W.shape)
    np.add.at(counts, (left, right), 1.0)
    return (p * (counts.sum(axis=1, keepdims=True) > 0) - counts) / len(left)


def _probe_layer(answer, case):
    import numpy as np

    W, left, right = case
    gradient = answer(np.array(W), np.array(left), np.array(right))
    if gradient is not None and np.shape(gradient) != np.shape(W):
        raise FormError(
            f"The gradient has the shape of W, here {np.shape(W)}. Yours has {np.shape(gradient)}."
        )
    return gradient


def _cases(rng):
    def table(n):
        return [[round(rng.uniform(-1, 1), 2) for _ in range(n)] for _ in range(n)]

    def some(n, length):
        return [rng.randrange(n) for _ in range(length)]

    return [
        [[[0.0, 0.0], [0.0, 0.0]], [0], [1]],
        [[[0.0, 0.0], [0.0, 0.0]], [0, 1], [1, 1]],
        [[[0.0, 0.0], [0.0, 0.0]], [0, 0, 1], [1, 1, 0]],
        [[[1.0, 0.0, 2.0], [0.0, 0.5, 0.0], [0.0, 0.0, 0.0]], [0, 1, 2], [1, 1, 0]],
        [[[0.0, 0.0], [0.0, 0.0]], [0, 0, 1], [1, 0, 1]],
        [table(4), some(4, 7), some(4, 7)],
    ]


TASK = Task(
    id="12.layer",
    imports=("numpy",),
    answer_name="layer_gradient",
    kind="function",
    reference=_make(),
    probe=_probe_layer,
    cases=_cases,
    say=lambda case: f"W = {case[0]}, left = {case[1]}, right = {case[2]}",
    notice=(
        "A row of the gradient is zero exactly where the probabilities are the counted shares: "
        "that is why descent finds the table."
    ),
    mistakes=(
        Mistake("last-use-wins", _make(add="at once")).says(
            "As long as each letter stands on the left once, all is right. A letter that stands "
            "there twice got one part only: gradient[left] += ... writes each place once.",
            "Each use is a path, and the paths add up. What walks through the pairs one by one?",
        ),
        Mistake("row-counted-once", _table).says(
            "The truth is subtracted for each pair, but the probabilities of a row are there only "
            "once, however many pairs use the row.",
            "How often is the row of a letter used that stands on the left twice?",
        ),
        Mistake("pair-counted-once", _counted_at_once).says(
            "A pair that comes twice is counted once: counts[left, right] += 1 writes each field "
            "only once.",
            "What walks through the pairs one by one?",
        ),
        Mistake("mean-of-each-row", _make(mean="own row")).says(
            "Each row is divided by its own count; divide by the number of all pairs.",
            "Over how many losses is the mean?",
        ),
        Mistake("not-averaged", _make(mean="nothing")).says(
            "The parts of the pairs are added up. The loss is the mean over the pairs.",
            "If every pair came twice, what should happen to the gradient?",
        ),
        Mistake("divided-by-the-table", _make(mean="table")).says(
            "You divide by the number of fields of the table. The loss is a mean over the pairs.",
            "Over how many losses is the mean?",
        ),
        Mistake(
            "divided-by-the-letters",
            lambda W, left, right: _make(mean="nothing")(W, left, right) / len(W),
        ).says(
            "You divide by the number of letters. The loss is a mean over the pairs.",
            "Over how many losses is the mean?",
        ),
        Mistake("divided-in-every-turn", _by_the_pairs(_of_a_pair, fading=True)).says(
            "The whole gradient is divided in every turn, so the parts of the first pairs are "
            "divided several times.",
            "Which lines belong to the loop, and which come after it?",
        ),
        Mistake("first-pair-only", _by_the_pairs(_of_a_pair, used=slice(1))).says(
            "Only the first pair has a part in it.",
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake("left-and-right-exchanged", lambda W, left, right: _make()(W, right, left)).says(
            "Left and right have changed places: you take the row of the letter that comes after, "
            "and the letter before as the truth.",
            "Which row of W gives the scores of a pair?",
        ),
        Mistake("truth-at-the-left-letter", lambda W, left, right: _make()(W, left, left)).says(
            "The 1 is subtracted at the left letter itself. The truth is the letter that comes "
            "after it.",
            "In the pair .e, which score should rise?",
        ),
        Mistake(
            "true-letters-only",
            _by_the_pairs(lambda powers, a, b, truth: (_probability(powers, a) - 1) * truth),
        ).says(
            "Only the fields of the true letters have a gradient. The other scores of the row have "
            "a part in the loss too: they stand below the line of the softmax.",
            "To what should the numbers of one row add up?",
        ),
        Mistake(
            "loss-for-gradient",
            _by_the_pairs(_minus_log),
        ).says(
            "In the fields of the true letters stands the loss of a pair. Asked for is how fast it "
            "changes with each score.",
            "What is the slope of the cross-entropy for one score (lesson 9)?",
        ),
        Mistake(
            "slope-of-the-log-only",
            _by_the_pairs(lambda powers, a, b, truth: -1.0 * truth / _probability(powers, a)),
        ).says(
            "That is the slope of the loss for the probabilities. The scores lie one step "
            "farther back, behind the softmax.",
            "What is the slope of the cross-entropy for one score (lesson 9)?",
        ),
        Mistake(
            "softmax-over-the-table",
            _by_the_pairs(lambda powers, a, b, truth: powers[a] / powers.sum() - truth),
        ).says(
            "Your softmax divides by the sum of the whole table. Each row has a softmax of its "
            "own.",
            "To what does each row of your probabilities add up?",
        ),
        Mistake("powers-not-divided", _exp_alone).says(
            "The powers of e stand where the probabilities belong: nothing divides them by their "
            "sum.",
            "To what does each row of your probabilities add up?",
        ),
        *(
            Mistake(f"rows-counted-once{id}", _shares_subtracted(by_row)).says(
                "You subtract counted shares from the probabilities of every row, however often "
                "the row is used: a row that no pair uses has a gradient too.",
                "How much can the loss change when the row of a letter moves that no pair begins "
                "with?",
            )
            for id, by_row in (("", True), ("-of-all-pairs", False))
        ),
        Mistake("truth-not-subtracted", _make(truth=False)).says(
            "These are the probabilities alone, so every score would be pushed down, the true one "
            "too.",
            "To what should the numbers of one row add up?",
        ),
        Mistake("truth-alone", _make(truth="only")).says(
            "Only the true letters are here. The probabilities push the other scores down.",
            "To what should the numbers of one row add up?",
        ),
        Mistake("sign-turned", _make(sign=-1.0)).says(
            "Everything has the other sign: that is truth minus probability. A step against it "
            "would lead uphill.",
            "Should the score of the true letter rise or fall in a step against the gradient?",
        ),
        Mistake("columns-for-rows", _make(axis=0)).says(
            "The softmax runs down the columns. The scores of the letters that may follow stand in "
            "a row.",
            "To what does each row of your probabilities add up?",
        ),
        Mistake("no-softmax", _make(softmax=False)).says(
            "The scores themselves stand where their probabilities belong.",
            "What turns a row of scores into probabilities?",
        ),
        Mistake("row-of-the-right-letter", _make(place="right")).says(
            "The parts land in the row of the right letter. The row that was used is that of the "
            "left one.",
            "Which row of W gives the scores of a pair?",
        ),
    ),
)
