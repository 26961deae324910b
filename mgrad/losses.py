"""Losses: one Value that says how wrong the network is. And accuracy, which is not a loss.

Each takes a list of Values (or numbers), or one Tensor that holds them all, and then
returns a Tensor. A Tensor and its targets must have exactly the same shape: (n, 1) against
(n,) would silently compare everything with everything.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mgrad.engine import Value


def max_margin_loss(scores: Sequence, targets: Sequence) -> Value | Tensor:
    """The hinge loss of support vector machines: the mean of ``relu(1 - target * score)``.

    It is zero only when every score has the sign of its target and is at least 1 in size.

    Args:
        scores: one Value (or number) per example.
        targets: one label per example, each -1 or +1.

    Raises:
        ValueError: different lengths, no examples, or a label that is not -1 or +1.

    Source: Cortes and Vapnik, "Support-Vector Networks" (1995).
    """
    scores, targets = _paired("scores", scores, targets)
    for target in targets.ravel() if _is_tensor(scores) else targets:
        if target not in (-1, 1):
            raise ValueError(
                f"max_margin_loss needs labels -1 and +1, got {target!r}: turn labels 0 and "
                "1 around with 2*y - 1"
            )
    if _is_tensor(scores):
        return (1 - scores * targets).relu().mean()
    return Value.sum([(1 - float(y) * s).relu() for s, y in zip(scores, targets)]) / len(scores)


def mean_squared_error(predictions: Sequence, targets: Sequence) -> Value | Tensor:
    """The mean of ``(prediction - target)**2`` over the examples.

    Raises:
        ValueError: different lengths, or no examples.
    """
    predictions, targets = _paired("predictions", predictions, targets)
    if _is_tensor(predictions):
        return ((predictions - targets) ** 2).mean()
    return Value.sum([(p - t) ** 2 for p, t in zip(predictions, targets)]) / len(predictions)


def softmax(logits: Sequence) -> list[Value] | Tensor:
    """Turn scores into probabilities: ``exp(z_i) / (exp(z_1) + ... + exp(z_n))``.

    The largest score is subtracted first, which changes nothing in the result but keeps
    ``exp`` from overflowing.

    Args:
        logits: one score per class, or a Tensor with one row of scores per example.

    Raises:
        ValueError: no logits.
    """
    if _is_tensor(logits):
        return logits.softmax()
    shifted, _ = _shifted(logits)
    powers = [z.exp() for z in shifted]
    total = Value.sum(powers)
    return [power / total for power in powers]


def cross_entropy(logits: Sequence, target: int | Sequence) -> Value | Tensor:
    """How surprised softmax is by the true class: ``-log(softmax(logits)[target])``.

    Args:
        logits: one score per class; or a Tensor (n, classes), for the mean over n examples.
        target: the index of the true class, from 0; with a Tensor n of them.

    Raises:
        ValueError: ``target`` is not the index of a class, or there are no logits.
    """
    if _is_tensor(logits):
        return logits.cross_entropy(target)
    shifted, _ = _shifted(logits)
    index = int(target)
    if index != target or not 0 <= index < len(shifted):
        raise ValueError(
            f"target must be a class index from 0 to {len(shifted) - 1}, got {target!r}"
        )
    return Value.sum([z.exp() for z in shifted]).log() - shifted[index]


def accuracy(scores: Sequence, targets: Sequence) -> float:
    """The fraction of examples whose score has the sign of its target.

    With a Tensor of scores (n, classes): the fraction whose largest score is at the target.
    A score of exactly 0 counts as negative. If a score is NaN the result is NaN, because
    every comparison with NaN is false and the count would look harmless.

    Raises:
        ValueError: different lengths, or no examples.
    """
    if _is_tensor(scores):
        if len(scores.shape) == 2:  # one row of scores per example: the largest wins
            best, targets = _paired("rows of scores", type(scores)(scores.data.argmax(1)), targets)
            right = best.data == targets
        else:
            right = (scores.data > 0) == (_paired("scores", scores, targets)[1] > 0)
        return float(right.mean()) if (scores.data == scores.data).all() else math.nan
    scores, targets = _paired("scores", scores, targets)
    if any(math.isnan(s) for s in scores):
        return math.nan
    return sum(bool((s > 0) == (y > 0)) for s, y in zip(scores, targets)) / len(scores)


def _is_tensor(x) -> bool:
    """A Tensor, recognised without importing its room and NumPy."""
    return hasattr(x, "backward") and hasattr(x, "shape")


def _paired(name: str, left: Sequence, targets: Sequence) -> tuple[Sequence, Sequence]:
    if _is_tensor(left):
        # an array of floats
        targets = targets.data if _is_tensor(targets) else type(left)(targets).data
        if left.shape != targets.shape:
            raise ValueError(
                f"{name} have shape {left.shape} but targets {targets.shape}: both must be the same"
            )
        count = left.data.size
    else:
        left, targets = [s if isinstance(s, Value) else Value(s) for s in left], list(targets)
        count = len(left)
        if count != len(targets):
            raise ValueError(
                f"{count} {name} but {len(targets)} targets: there must be one target for each"
            )
    if not count:
        raise ValueError(f"no {name}: a mean over no examples does not exist")
    return left, targets


def _shifted(logits: Sequence) -> tuple[list[Value], float]:
    logits = list(logits)
    if not logits:
        raise ValueError("no logits: give one score per class")
    top = max(float(z) for z in logits)
    return [z - top for z in (z if isinstance(z, Value) else Value(z) for z in logits)], top
