"""The training loop: forward, loss, zero_grad, backward, update. Lesson 5 writes it by hand."""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tqdm import tqdm

from mgrad.engine import Value, gc_paused
from mgrad.losses import accuracy
from mgrad.nn import Module, check_size


class Row(NamedTuple):
    """What was measured at one step, *before* that step's update."""

    step: int
    learning_rate: float
    loss: float
    accuracy: float | None  # None when the targets are not labels -1 and +1


class History:
    """The record of a training run.

    Attributes:
        rows: one ``Row`` per step, measured before that step's update.
        final: the ``Row`` after the last update, on all examples; None if the run stopped early.
        message: empty, or why the run stopped early.
    """

    def __init__(self):
        self.rows: list[Row] = []
        self.final: Row | None = None
        self.message = ""

    @property
    def losses(self) -> list[float]:
        """The loss before each update and, last, after all of them."""
        return [row.loss for row in self._all()]

    @property
    def accuracies(self) -> list[float | None]:
        """The accuracy before each update and, last, after all of them."""
        return [row.accuracy for row in self._all()]

    def _all(self) -> list[Row]:
        return self.rows + ([self.final] if self.final else [])

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        every = max(1, math.ceil(len(self.rows) / 10))
        lines = ["step   rate      loss  accuracy"]
        for row in self.rows[::every]:
            lines.append(
                f"{row.step:4d} {row.learning_rate:6.4g} {row.loss:9.4f} "
                f"{_percent(row.accuracy):>9}"
            )
        if self.final:
            lines.append(f" end        {self.final.loss:9.4f} {_percent(self.final.accuracy):>9}")
        return "\n".join(lines + [self.message] * bool(self.message))

    def plot(self):
        """Draw loss and accuracy against the step; returns a matplotlib figure."""
        import mgrad  # the package's front door: this room is below the pictures

        return mgrad.plot_history(self)


def fit(
    model: Module,
    inputs: Sequence,
    targets: Sequence,
    *,
    loss: Callable,
    steps: int,
    learning_rate: float | Callable[[int], float],
    l2: float = 0.0,
    batch_size: int | None = None,
    progress: bool = True,
    callback: Callable | None = None,
) -> History:
    """Train ``model`` in place by gradient descent.

    Args:
        model: called on one example, returns its score; an MLP of Tensors on a whole batch.
        inputs: the examples, each a sequence of numbers; for an MLP of Tensors an array.
        targets: one target per example.
        loss: called as ``loss(scores, targets)``, returns one Value.
        steps: the number of updates.
        learning_rate: the step size, or a function of the step number 0, 1, 2, ...
        l2: weight of the penalty ``l2 * sum of squared parameters`` added to the loss.
        batch_size: examples drawn (with ``random.sample``) for each step; None takes all.
        progress: show a progress bar.
        callback: called as ``callback(step, model, history)`` after each update.

    Returns:
        The ``History``. A loss that is NaN or infinite stops the run: the message names
        the step, and the history up to there is returned.

    Raises:
        ValueError: different lengths, no examples, or a size below 1.
    """
    in_batches = getattr(model, "engine", Value) is not Value  # a network of Tensors
    if in_batches:
        inputs, targets = model.engine(inputs).data, model.engine(targets).data
    else:
        inputs, targets = list(inputs), list(targets)
    if len(inputs) != len(targets):
        raise ValueError(
            f"{len(inputs)} inputs but {len(targets)} targets: there must be one target for each"
        )
    if not len(inputs):
        raise ValueError("no inputs: there is nothing to learn from")
    check_size("steps", steps)
    if batch_size is not None:
        check_size("batch_size", batch_size)
        if batch_size > len(inputs):
            raise ValueError(f"batch_size is {batch_size}, but there are only {len(inputs)} inputs")
    if in_batches and model.layers[-1].shape[1] > 1:
        labelled = targets.ndim == 1  # the numbers of classes
    else:
        labelled = all(t in (-1, 1) for t in targets)
    rate_at = learning_rate if callable(learning_rate) else lambda step: learning_rate

    def evaluate(examples: Sequence[int]) -> tuple[Value, float | None]:
        if in_batches:
            scores, ys = model(inputs[examples]), targets[examples]
        else:
            scores, ys = [model(inputs[i]) for i in examples], [targets[i] for i in examples]
        total = loss(scores, ys)
        if l2 and in_batches:
            total = total + l2 * sum((p**2).sum() for p in model.parameters())
        elif l2:
            total = total + l2 * Value.sum([p**2 for p in model.parameters()])
        return total, accuracy(scores, ys) if labelled else None

    everything = list(range(len(inputs)))
    history = History()
    with gc_paused(), _Bar(total=steps, disable=not progress) as bar:
        for step in range(steps):
            batch = random.sample(everything, batch_size) if batch_size else everything
            rate = rate_at(step)
            try:
                total, correct = evaluate(batch)
            except OverflowError as error:
                history.message = f"stopped at step {step}: {error}. Try a smaller learning rate."
                break
            history.rows.append(Row(step, rate, float(total), correct))
            if not math.isfinite(total):
                history.message = (
                    f"stopped at step {step}: the loss is {float(total)}. Try a smaller learning "
                    "rate."
                )
                break
            model.zero_grad()
            total.backward()
            for parameter in model.parameters():
                parameter.data -= rate * parameter.grad
            bar.set_postfix_str(f"loss {float(total):.4f}", refresh=False)
            bar.update()
            if callback:
                callback(step, model, history)
        else:
            total, correct = evaluate(everything)
            history.final = Row(steps, rate, float(total), correct)
            bar.set_postfix_str(f"loss {float(total):.4f}")
    if history.message:
        print(history.message)
    return history


class _Bar(tqdm):
    """A plain text bar: the same in a terminal, a notebook and the browser-only edition."""

    monitor_interval = 0  # no watcher thread

    def __init__(self, **options):
        super().__init__(
            file=sys.stdout,
            ascii=" ━",
            ncols=72,
            bar_format="{l_bar}{bar}| step {n}/{total}{postfix}",
            **options,
        )


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.2%}"
