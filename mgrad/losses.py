"""Losses: one Value that says how wrong the network is. And accuracy, which is not a loss.

Each takes a list of Values (or numbers), or one Tensor that holds them all, and then
returns a Tensor. A Tensor and its targets must have exactly the same shape: (n, 1) against
(n,) would silently compare everything with everything.

The Values may come from an engine of your own: a class with ``data`` and ``backward``, made by
``Value(number)``, and with the operations that the formula uses.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from mgrad._data import (
    as_array,
    check_count,
    check_lengths,
    check_shapes,
    class_index,
    is_row,
    is_tensor,
    listed,
    matched,
    plain,
    refuse_one_column,
    refuse_texts,
    unwrapped,
)
from mgrad._numbers import as_float
from mgrad.engine import Value

if TYPE_CHECKING:
    from mgrad.tensor import Tensor


def max_margin_loss(scores: Sequence, targets: Sequence) -> Value | Tensor:
    """The hinge loss of support vector machines: the mean of ``relu(1 - target * score)``.

    It is zero only when every score has the sign of its target and is at least 1 in size.

    Args:
        scores: one Value (or number) per example, or a Tensor.
        targets: one label per example, each -1 or +1.

    Raises:
        ValueError: different lengths or shapes, no examples, or a label that is not -1 or +1.

    Source: Cortes and Vapnik, "Support-Vector Networks" (1995).
    """
    scores, targets = _paired("scores", scores, targets)
    _check_signs(targets)
    if is_tensor(scores):
        return (1 - scores * targets).relu().mean()
    n = len(scores)
    if isinstance(scores[0], Value):
        return Value.sum([(1 - float(y) * s).relu() for s, y in zip(scores, targets)]) / n
    # An engine without relu: leave out what relu makes 0. A NaN is not below 0 and stays in.
    margins = [s * -float(y) + 1.0 for s, y in zip(scores, targets)]
    return add_up([m for m in margins if not m.data <= 0.0] or [type(scores[0])(0.0)]) / n


def mean_squared_error(predictions: Sequence, targets: Sequence) -> Value | Tensor:
    """The mean of ``(prediction - target)**2`` over the examples (and over their outputs).

    Args:
        predictions: one Value (or number) per example, or one row of them; or a Tensor.
        targets: numbers in the same form.

    Raises:
        ValueError: different lengths or shapes, or no examples.
    """
    predictions, targets = _paired("predictions", predictions, targets)
    if is_tensor(predictions):
        return ((predictions - targets) ** 2).mean()
    refuse_texts("targets", targets)
    return add_up([(p - t) ** 2 for p, t in zip(predictions, targets)]) / len(predictions)


def softmax(logits: Sequence) -> list[Value] | Tensor:
    """Turn scores into probabilities: ``exp(z_i) / (exp(z_1) + ... + exp(z_n))``.

    The largest score is subtracted first, which changes nothing in the result but keeps
    ``exp`` from overflowing.

    Args:
        logits: one score per class, or one such row per example, as lists or as a Tensor.

    Raises:
        ValueError: no logits.
    """
    if is_tensor(logits):
        return logits.softmax()
    logits = listed("logits", logits)
    if logits and is_row(logits[0]):
        return [softmax(row) for row in logits]
    powers = [z.exp() for z in _shifted("softmax", logits, needs=["exp"])]
    total = add_up(powers)
    return [power / total for power in powers]


def cross_entropy(logits: Sequence, target: int | Sequence) -> Value | Tensor:
    """How surprised softmax is by the true class: ``-log(softmax(logits)[target])``.

    Args:
        logits: one score per class; or one such row for each of n examples, as lists or as a
            Tensor (n, classes), for the mean over them.
        target: the index of the true class, from 0; with rows n of them.

    Raises:
        ValueError: ``target`` is not the index of a class, or there are no logits.
    """
    if is_tensor(logits):
        return _cross_entropy_of_tensor(logits, target)
    logits = listed("logits", logits)
    if logits and is_row(logits[0]):
        targets = listed("targets", target)
        check_lengths("rows of logits", logits, targets)
        refuse_texts("targets", targets)
        losses = [_cross_entropy_of_row(list(row), y) for row, y in zip(logits, targets)]
        return add_up(losses) / len(losses)
    if is_row(target):
        raise ValueError(_several_targets(len(logits), len(target)))
    return _cross_entropy_of_row(logits, target)


def accuracy(scores: Sequence, targets: Sequence) -> float:
    """The fraction of examples whose score has the sign of its target.

    With one row of scores per example (lists, or a Tensor (n, classes)): the fraction whose
    largest score is at the target, the index of a class. A score of exactly 0 counts as
    negative. If a score or a target is NaN the result is NaN, because every comparison with NaN is
    false and the count would look harmless.

    Raises:
        ValueError: different lengths, no examples, or a target that is not the index of a class.
    """
    if is_tensor(scores):
        return _accuracy_of_tensor(scores, targets)
    scores, targets = listed("scores", scores), listed("targets", targets)
    if scores and is_row(scores[0]):
        return _accuracy_of_rows(scores, targets)
    scores, targets = matched("scores", scores, targets)
    refuse_texts("targets", targets)
    scores, targets = [*map(_number, scores)], [*map(_number, targets)]
    if any(map(math.isnan, chain(scores, targets))):
        return math.nan
    return sum((s > 0) == (y > 0) for s, y in zip(scores, targets)) / len(scores)


def _accuracy_of_rows(rows: list, targets: list) -> float:
    check_lengths("rows of scores", rows, targets)
    rows = [[_number(score) for score in row] for row in rows]
    refuse_one_column(len(rows[0]), "[row[0] for row in scores]")
    indices = [class_index(target, len(row)) for row, target in zip(rows, targets)]
    if any(map(math.isnan, chain.from_iterable(rows))):
        return math.nan
    return sum(row.index(max(row)) == index for row, index in zip(rows, indices)) / len(rows)


def _accuracy_of_tensor(scores: Tensor, targets: Sequence) -> float:
    numbers, targets = (
        scores.data,
        as_array(type(scores), "targets", targets),
    )  # (n,) or (n, classes); (n,)
    if numbers.ndim == 2:
        refuse_one_column(numbers.shape[1], "scores.reshape(-1)")
        if targets.ndim > 1 or not set(targets.ravel().tolist()) <= set(range(numbers.shape[1])):
            for target in listed("targets", targets):  # which of them is it?
                class_index(target, numbers.shape[1])
        best = numbers.argmax(1)
        check_shapes("rows of scores", best.shape, targets.shape)
        right = best == targets
    else:
        check_shapes("scores", numbers.shape, targets.shape)
        right = (numbers > 0) == (targets > 0)
    count = math.prod(right.shape)
    check_count("scores", count)
    is_known = (numbers == numbers).all() and (targets == targets).all()
    return float(right.sum()) / count if is_known else math.nan


def _cross_entropy_of_row(logits: list, target: int) -> Value:
    shifted = _shifted("cross_entropy", logits, needs=["exp", "log"])
    index = class_index(target, len(shifted))
    return add_up([z.exp() for z in shifted]).log() - shifted[index]


def _cross_entropy_of_tensor(logits: Tensor, targets: Sequence) -> Tensor:
    targets = plain(targets)
    try:
        return logits.cross_entropy(targets)
    except (TypeError, ValueError):
        if logits.data.ndim == 1 and is_row(targets):
            raise ValueError(_several_targets(len(logits.data), len(targets))) from None
        for target in listed("targets", targets):  # which of them is it?
            class_index(target, logits.shape[-1])
        raise


def _several_targets(n_scores: int, n_targets: int) -> str:
    return (
        f"cross_entropy needs a row of scores for each target, one for each class, but got "
        f"{n_scores} single scores and {n_targets} targets: give the network one output per class"
    )


# -- engines: mgrad's and others -----------------------------------------------------------------


def engine_of(values: Iterable) -> type:
    """The class of the first Value among ``values``, mgrad's or another; without one, Value."""
    return next((type(value) for value in values if hasattr(value, "backward")), Value)


def add_up(values: list) -> Value:
    """The sum of one or more Values of any engine.

    One node where the engine is mgrad's. Elsewhere a tree of ``+`` and no chain: a backward
    pass that calls itself would exceed Python's limit of recursion on a long chain.
    """
    if isinstance(values[0], Value):
        return Value.sum(values)
    while len(values) > 1:
        pairs = zip(values[::2], values[1::2])
        values = [a + b for a, b in pairs] + values[len(values) // 2 * 2 :]
    return values[0]


def _shifted(name: str, logits: list, needs: Sequence[str]) -> list[Value]:
    """The logits as Values, the largest of them subtracted from each."""
    if not logits:
        raise ValueError("no logits: give one score per class")
    engine = engine_of(logits)
    for method in needs:
        if not hasattr(engine, method):
            raise TypeError(
                f"{name} needs Values that have {' and '.join(f'{m}()' for m in needs)}: write "
                f"{method}() into your class {engine.__name__}, with its local derivative"
            )
    values = _as_values(engine, logits)
    top = max(map(_number, values))
    return [z - top for z in values]


def _as_values(engine: type, items: list) -> list[Value]:
    return [item if hasattr(item, "backward") else engine(as_float(item)) for item in items]


def _number(x) -> float:
    data = x.data if hasattr(x, "backward") else as_float(x)
    return data.item() if hasattr(data, "item") else float(data)


def _paired(name: str, scores: Sequence, targets: Sequence) -> tuple[Sequence, Sequence]:
    """One target for each score: two flat lists, or a Tensor and an array (or another Tensor)."""
    if is_tensor(targets) and not is_tensor(scores):
        scores = listed(name, scores)
        entries = chain.from_iterable(row if is_row(row) else [row] for row in scores)
        if any(hasattr(entry, "backward") for entry in entries):  # the engine is theirs
            targets = plain(targets)
    if is_tensor(scores) or is_tensor(targets):
        engine = engine_of([scores, targets])
        scores = scores if is_tensor(scores) else engine(plain(scores))
        targets = targets if is_tensor(targets) else as_array(engine, "targets", targets)
        check_shapes(name, scores.shape, targets.shape)
        check_count(name, scores.data.size)
        return scores, targets
    scores, targets = matched(name, listed(name, scores), listed("targets", targets))
    return _as_values(engine_of(chain(scores, targets)), scores), targets


def _check_signs(targets: Sequence) -> None:
    labels = plain(targets)
    for label in labels.ravel().tolist() if hasattr(labels, "ravel") else labels:
        if label not in (-1, 1):
            found = repr(unwrapped(label))
            advice = "turn labels 0 and 1 around with 2*y - 1"
            if hasattr(label, "backward"):
                advice = "the arguments are (scores, targets), in this order"
            elif label != 0:
                advice = f"write [1 if y == {found} else -1 for y in targets], or {advice}"
            raise ValueError(f"max_margin_loss needs labels -1 and +1, got {found}: {advice}")
