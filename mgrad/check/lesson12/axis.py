"""12.axis: Weights that add up to something else."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task

BOTH = (-2, -1)  # the places that ask and the places that are asked


def _make(axis=-1, maximum="row", keepdims=True, divide=True):
    """Softmax over a stack of tables, with one idea changed."""

    def weights_of(scores):
        import numpy as np

        top = {
            "row": lambda: scores.max(axis=-1, keepdims=True),
            "axis": lambda: scores.max(axis=axis, keepdims=True),
            "all": scores.max,
            "none": lambda: 0.0,
        }[maximum]()
        with np.errstate(all="ignore"):
            powers = np.exp(scores - top)
            total = powers.sum(axis=axis, keepdims=keepdims)
            return powers / total if divide else powers

    return weights_of


def _looped(scores):
    """Only the first table of the stack."""
    import numpy as np

    weights = np.zeros(scores.shape)
    weights[0] = _make()(scores[0])
    return weights


def _probe_axis(answer, case):
    import numpy as np

    scores = np.array(case, dtype=float)
    with np.errstate(all="ignore"):
        result = answer(scores)
    if result is not None and np.shape(result) != scores.shape:
        raise FormError(
            f"The weights have the shape of the scores, here {scores.shape}. Yours have the shape "
            f"{np.shape(result)}."
        )
    return result


def _cases(rng):
    def stack(n, t):
        return [
            [[round(rng.uniform(-2, 2), 1) for _ in range(t)] for _ in range(t)] for _ in range(n)
        ]

    return [
        [[[0.0, 1.0], [2.0, 0.0]]],
        stack(2, 3),
        stack(3, 2),
        stack(2, 2),
        [[[-900.0, -901.0], [0.0, 1.0]], [[3.0, 2.0], [800.0, 801.0]]],
    ]


def _level(case):
    """Scores that lie close together, then far apart: there an exp overflows, or all become 0."""
    return int(min(min(map(min, table)) for table in case) < -100)


TASK = Task(
    id="12.axis",
    imports=("numpy",),
    hides=("softmax",),
    answer_name="weights_of",
    kind="function",
    reference=_make(),
    probe=_probe_axis,
    cases=_cases,
    level=_level,
    say=lambda case: f"scores = {case}",
    notice=(
        "axis=-1 is the last axis, however many there are before it: so the same line works for "
        "one name, a batch of them and four heads."
    ),
    mistakes=(
        Mistake("over-the-askers", _make(axis=1, maximum="all")).says(
            "The sum runs over axis 1, the places that ask. A row holds what one place collects "
            "from all, and its weights must add up to 1.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("over-the-names", _make(axis=0, maximum="all")).says(
            "The sum runs over axis 0: the names of a batch compete with each other.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("over-both-axes", _make(axis=BOTH, maximum="all")).says(
            "The sum runs over both axes of a table: all weights of one name together make 1. What "
            "one place collects must make 1 by itself, in every row.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("over-both-axes-of-shifted-rows", _make(axis=BOTH)).says(
            "The maximum is that of a row, but the sum runs over both axes of a table: all weights "
            "of one name together make 1. What one place collects must make 1 by itself.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("over-the-askers-of-shifted-rows", _make(axis=1)).says(
            "The maximum is that of a row, but the sum runs over axis 1, the places that ask. A "
            "row holds what one place collects from all, and its weights must add up to 1.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("over-everything", _make(axis=None, maximum="all")).says(
            "One sum for the whole stack: all weights of all names together make 1.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("axis-lost", _make(keepdims=False, maximum="all")).says(
            "The sum has lost its axis, so NumPy lines it up with another one when it divides.",
            "Which shape has the sum with keepdims=True, and which without?",
        ),
        Mistake("not-divided", _make(divide=False)).says(
            "These are the powers. Nothing divides them by their sum.",
            "Print weights_of(scores).sum(axis=-1). What should it show?",
        ),
        Mistake("first-name-only", _looped).says(
            "The first name of the batch is right, and the others got nothing.",
            "What does your function do with scores[1]?",
        ),
        Mistake("maximum-of-all", _make(maximum="all")).says(
            "The rows add up to 1. But the largest score of the whole stack is subtracted: in a "
            "row far below it every exp becomes 0, and 0 divided by 0 is NaN.",
            "Whose maximum makes the largest exponent of a row 0?",
        ),
        Mistake("no-maximum", _make(maximum="none")).says(
            "The rows add up to 1 as long as the scores are small. exp of a large one overflows "
            "(lesson 9).",
            "What may you subtract from all scores of a row without changing its weights?",
        ),
    ),
)
