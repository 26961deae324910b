"""Losses: one Value that says how wrong the network is. And accuracy, which is not a loss."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mgrad.engine import Value


def max_margin_loss(scores: Sequence, targets: Sequence) -> Value:
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
    for target in targets:
        if target not in (-1, 1):
            raise ValueError(
                f"max_margin_loss needs labels -1 and +1, got {target!r}: turn labels 0 and 1 around with 2*y - 1"
            )
    return Value.sum([(1 - float(y) * s).relu() for s, y in zip(scores, targets)]) / len(scores)


def mean_squared_error(predictions: Sequence, targets: Sequence) -> Value:
    """The mean of ``(prediction - target)**2`` over the examples.

    Raises:
        ValueError: different lengths, or no examples.
    """
    predictions, targets = _paired("predictions", predictions, targets)
    return Value.sum([(p - t) ** 2 for p, t in zip(predictions, targets)]) / len(predictions)


def softmax(logits: Sequence) -> list[Value]:
    """Turn scores into probabilities: ``exp(z_i) / (exp(z_1) + ... + exp(z_n))``.

    The largest score is subtracted first, which changes nothing in the result but keeps
    ``exp`` from overflowing.

    Raises:
        ValueError: no logits.
    """
    shifted, _ = _shifted(logits)
    powers = [z.exp() for z in shifted]
    total = Value.sum(powers)
    return [power / total for power in powers]


def cross_entropy(logits: Sequence, target: int) -> Value:
    """How surprised softmax is by the true class: ``-log(softmax(logits)[target])``.

    Args:
        logits: one score per class.
        target: the index of the true class, from 0.

    Raises:
        ValueError: ``target`` is not the index of a class, or there are no logits.
    """
    shifted, _ = _shifted(logits)
    index = int(target)
    if index != target or not 0 <= index < len(shifted):
        raise ValueError(f"target must be a class index from 0 to {len(shifted) - 1}, got {target!r}")
    return Value.sum([z.exp() for z in shifted]).log() - shifted[index]


def accuracy(scores: Sequence, targets: Sequence) -> float:
    """The fraction of examples whose score has the sign of its target.

    A score of exactly 0 counts as negative. If a score is NaN the result is NaN, because
    every comparison with NaN is false and the count would look harmless.

    Raises:
        ValueError: different lengths, or no examples.
    """
    scores, targets = _paired("scores", scores, targets)
    if any(math.isnan(s) for s in scores):
        return math.nan
    return sum(bool((s > 0) == (y > 0)) for s, y in zip(scores, targets)) / len(scores)


def _paired(name: str, left: Sequence, targets: Sequence) -> tuple[list[Value], list]:
    left, targets = [s if isinstance(s, Value) else Value(s) for s in left], list(targets)
    if len(left) != len(targets):
        raise ValueError(f"{len(left)} {name} but {len(targets)} targets: there must be one target for each")
    if not left:
        raise ValueError(f"no {name}: a mean over no examples does not exist")
    return left, targets


def _shifted(logits: Sequence) -> tuple[list[Value], float]:
    logits = list(logits)
    if not logits:
        raise ValueError("no logits: give one score per class")
    top = max(float(z) for z in logits)
    return [z - top for z in (z if isinstance(z, Value) else Value(z) for z in logits)], top
