"""12.mask: A head that sees the future."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _make(hidden="later", value=None, when="scores", scale=True, axis=1, first=None):
    """One head of attention on arrays, with one idea changed."""

    def attention(queries, keys, values):
        import numpy as np

        t = len(queries)
        row, column = np.arange(t)[:, None], np.arange(t)
        mask = {
            "later": column > row,
            "earlier": column < row,
            "later and itself": column >= row,
            "after the next": column > row + 1,
            "nothing": column > t,
            "all others": column != row,
        }[hidden]
        scores = queries @ keys.T
        scores = scores / np.sqrt(queries.shape[1]) if scale else scores
        fill = -np.inf if value is None else value
        if when == "scores":
            scores = np.where(mask, fill, scores)
        if when == "added":
            scores = scores + np.where(mask, fill, 0.0)
        with np.errstate(all="ignore"):
            powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
            weights = powers / powers.sum(axis=axis, keepdims=True)
        if when == "weights":
            weights = np.where(mask, 0.0, weights)
        result = weights @ values
        if first is not None:
            result[0] = first * values[0]
        return result

    return attention


def _probe_mask(answer, case):
    import numpy as np

    queries, keys, values = (np.array(part, dtype=float) for part in case)
    with np.errstate(all="ignore"):
        result = answer(queries, keys, values)
    if result is not None and np.shape(result) != np.shape(values):
        raise FormError(
            f"One row for each place is asked for, here {np.shape(values)}. Yours has the shape "
            f"{np.shape(result)}."
        )
    return result


def _cases(rng):
    def table(rows, columns):
        return [[round(rng.uniform(-2, 2), 2) for _ in range(columns)] for _ in range(rows)]

    flat = [[0.0], [0.0], [0.0]]
    return [
        [flat, flat, [[1.0], [10.0], [100.0]]],
        [[[1.0, -2.0]], [[-0.5, 1.0]], [[5.0, 7.0]]],
        *([table(t, d), table(t, d), table(t, 2)] for t, d in ((3, 2), (4, 4), (6, 3))),
    ]


TASK = Task(
    id="12.mask",
    imports=("numpy",),
    answer_name="attention",
    kind="function",
    reference=_make(),
    probe=_probe_mask,
    cases=_cases,
    say=lambda case: f"queries {case[0]}, keys {case[1]}, values {case[2]}",
    notice=(
        "The first place sees itself alone, the last one all. Change a later letter, and nothing "
        "before it may move: that is the test of every mask."
    ),
    mistakes=(
        Mistake("past-hidden", _make("earlier")).says(
            "The mask is the wrong way round: a place sees what comes after it, and not what was "
            "before. With such a head the loss falls to almost nothing, and it cannot write a "
            "single name.",
            "Print the mask for three places. What may place 0 see, and what place 2?",
        ),
        Mistake("no-mask", _make("nothing")).says(
            "Every place sees all others, the later ones too. In training the answer lies open "
            "before the model; when it writes, there is nothing to look at yet.",
            "What may the first place see?",
        ),
        Mistake("next-letter-seen", _make("after the next")).says(
            "The mask begins one place too late: each place still sees the next one, and that "
            "letter is just what it has to guess.",
            "Print the mask for three places. What may place 0 see?",
        ),
        Mistake("itself-hidden", _make("later and itself")).says(
            "A place does not see itself either. For the first one nothing is left: a row of minus "
            "infinity has no softmax, and NaN comes out.",
            "What may the first place see?",
        ),
        Mistake("itself-hidden-by-a-number", _make("later and itself", value=-1e9)).says(
            "A place does not see itself either. The first one has nothing left: all its scores "
            "are equally low, so it collects from every place alike, the later ones too.",
            "What may the first place see?",
        ),
        Mistake("itself-hidden-by-a-sum", _make("later and itself", value=-1e9, when="added")).says(
            "A place does not see itself either. The first one has nothing left: all its scores "
            "sink by the same amount, which a softmax does not notice, and it sees every place.",
            "What may the first place see?",
        ),
        Mistake("itself-hidden-zeros-first", _make("later and itself", first=0.0)).says(
            "A place does not see itself either. The first one has nothing left, and gets zeros.",
            "What may the first place see?",
        ),
        Mistake("itself-hidden-but-the-first", _make("later and itself", first=1.0)).says(
            "The first place sees itself. All others see what was before them, and not themselves.",
            "What may the second place see, and in which proportion here?",
        ),
        Mistake("alone", _make("all others")).says(
            "Each place sees itself and nothing else, so the rows of values come back as they "
            "were.",
            "What may the last place see?",
        ),
        Mistake("zero-for-minus-infinity", _make(value=0.0)).says(
            "The hidden scores are set to 0. But exp(0) is 1, so the future still gets a weight.",
            "Which score becomes a probability of 0?",
        ),
        Mistake("masked-after-softmax", _make(when="weights")).says(
            "The weights of the later places are set to 0 after the softmax. The others were made "
            "smaller by them before, and no longer add up to 1.",
            "To what does each row of the weights add up?",
        ),
        Mistake("not-scaled", _make(scale=False)).says(
            "The mask is right. The division by the root of the width is lost.",
            "By what were the scores divided in the function that you got?",
        ),
        Mistake("down-the-columns", _make(axis=0)).says(
            "The mask is right, but the softmax runs down the columns, so the weights with which "
            "one place collects do not add up to 1.",
            "To what does each row of the weights add up?",
        ),
    ),
)
