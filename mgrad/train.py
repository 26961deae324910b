"""The training loop: forward, loss, zero_grad, backward, update. Lesson 5 writes it by hand."""

from __future__ import annotations

import math
import operator
import random
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from numbers import Real
from typing import NamedTuple

from tqdm import tqdm

from mgrad._data import (
    as_array,
    check_shapes,
    find_in_rows,
    is_row,
    is_tensor,
    listed,
    numbers_of,
    unwrapped,
)
from mgrad._numbers import GradientLost, as_float
from mgrad._text import Screen, printable, say
from mgrad.compiler import Program, compile_graph
from mgrad.engine import Value, gc_paused
from mgrad.losses import accuracy, add_up
from mgrad.nn import Module, check_size
from mgrad.optimisers import SGD


class Row(NamedTuple):
    """What was measured at one step, *before* that step's update."""

    step: int
    learning_rate: float
    loss: float  # infinite also where the numbers were too large to compute it
    accuracy: float | None  # None when the targets are neither labels nor classes


class History:
    """The record of a training run.

    Attributes:
        rows: one ``Row`` per step, measured before that step's update.
        final: the ``Row`` after the last update, on all examples; None if the run broke off:
            a loss that was not finite, an error, Stop or Ctrl+C.
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
        return printable("\n".join(lines + [self.message] * bool(self.message)))

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
    learning_rate: float | Callable[[int], float] | None = None,
    optimiser: SGD | None = None,
    l2: float = 0.0,
    batch_size: int | None = None,
    progress: bool = True,
    callback: Callable | None = None,
    compiled: bool = False,
) -> History:
    """Train ``model`` in place by gradient descent.

    Args:
        model: called on one example, returns its score (or a list of them); a network whose
            ``engine`` is ``Tensor`` on a whole batch. It may be of classes of your own, on your
            own ``Value``: it needs ``parameters()``.
        inputs: the examples, each a sequence of numbers; an array or a table as well.
        targets: one target per example.
        loss: called as ``loss(scores, targets)``, returns one Value.
        steps: the number of updates.
        learning_rate: the step size, or a function of the step number 0, 1, 2, ...
        optimiser: in place of ``learning_rate``, what makes the update: ``Adam(0.01)``, or any
            object whose ``step(parameters)`` moves them by their ``grad``.
        l2: weight of the penalty ``l2 * sum of squared parameters`` added to the loss.
        batch_size: examples drawn (with ``random.sample``) for each step; None takes all.
        progress: show a progress bar.
        callback: called as ``callback(step, model, history)`` after each update. To stop the
            training it returns True, or a text that says why.
        compiled: write the graph of ``model`` as a program once, instead of building it in every
            step: the same numbers to the last bit, in a fraction of the time. Where that cannot
            be, a line says why, and the training goes its usual way.

    Returns:
        The ``History``, also of a run that ends early: its message then says at which step and
        why. So it is with a loss that is NaN or infinite, with Stop or Ctrl+C, and with a
        callback that asks for it.

    Raises:
        ValueError: different lengths, no examples, a size below 1, a rate that is not positive,
            ``learning_rate`` and ``optimiser`` both.
        TypeError: ``loss`` or ``callback`` is not a function, ``loss`` does not return a Value, or
            ``optimiser`` has no ``step``.

    An error in the model, the loss, the callback or the function of the rate is raised as it
    is; the History up to there is its attribute ``history``.
    """
    _check_model_and_functions(model, loss, callback)
    check_size("steps", steps)
    optimiser = _choose_optimiser(learning_rate, optimiser)
    trainer = _choose_trainer(compiled, model, inputs, targets, loss, _checked_l2(l2), batch_size)
    history = History()
    try:
        with gc_paused(), _Bar(steps, progress) as bar:
            _descend(trainer, history, bar, steps, optimiser, callback)
    except KeyboardInterrupt:
        history.message = f"stopped by hand after {len(history)} steps; the model keeps them"
    except Exception as error:
        _add_notes(error, history, trainer)
        raise
    if history.message:
        say(history.message)
    return history


def _descend(trainer, history, bar, steps, optimiser, callback) -> None:
    """The loop: measure, update, show, ask. It fills the history."""
    for step in range(steps):
        batch, rate = trainer.draw_batch(), getattr(optimiser, "learning_rate", math.nan)
        row = trainer.measure(step, rate, batch)
        history.rows.append(row)
        if not trainer.trouble:
            trainer.update(optimiser)
        if trainer.trouble:
            history.message = f"stopped at step {step}: {trainer.explain(history.rows[:-1])}"
            return
        bar.show(row.loss)
        answer = callback(step, trainer.model, history) if callback else None
        # Any other answer is what the last line of a callback happened to give: a figure, a count.
        if type(answer).__name__ in ("bool", "str") and answer:  # NumPy's bool has this name too
            reason = answer if isinstance(answer, str) else "the callback asked for it"
            history.message = f"stopped at step {step}: {reason}"
            break
    history.final = trainer.measure_last(len(history), rate)
    if trainer.trouble:
        history.message = f"after the last update: {trainer.explain(history.rows)}"
    bar.show_last(history.final.loss)


def _choose_trainer(compiled: bool, model, *settings) -> _Trainer:
    """The one place that decides which engine the network works on."""
    if not hasattr(getattr(model, "engine", Value), "shape"):
        return (_CompiledTrainer if compiled else _Trainer)(model, *settings)
    if compiled:
        say("compiled=True changes nothing: a network of Tensors computes whole batches already.")
    return _TensorTrainer(model, *settings)


class _Trainer:
    """A network of Values, mgrad's or others, with its examples and its loss.

    Attributes:
        trouble: empty, or how the last step left the range of floats.
    """

    def __init__(self, model, inputs, targets, loss, l2, batch_size):
        self.model, self.loss, self.l2, self.batch_size = model, loss, l2, batch_size
        self.inputs, self.targets = self.read("inputs", inputs), self.read("targets", targets)
        n = len(self.inputs)
        if n != len(self.targets):
            raise ValueError(
                f"{n} inputs but {len(self.targets)} targets: there must be one target for each"
            )
        if not n:
            raise ValueError("no inputs: there is nothing to learn from")
        if batch_size is not None:
            check_size("batch_size", batch_size)
            if batch_size > n:
                raise ValueError(f"batch_size is {batch_size}, but there are only {n} inputs")
        self.everything = list(range(n))
        self.total = None  # the last loss, with its graph
        self.has_labels: bool | None = None  # unknown until the model shows how many outputs it has
        self.trouble = ""

    def read(self, name: str, data: Sequence) -> Sequence:
        return listed(name, data)

    def draw_batch(self) -> list[int]:
        """The numbers of the examples of one step."""
        if self.batch_size is None:
            return self.everything
        return random.sample(self.everything, self.batch_size)

    def compute_scores(self, batch: list[int]) -> tuple[Sequence, Sequence]:
        """The scores and the targets of a batch."""
        return [self.model(self.inputs[i]) for i in batch], [self.targets[i] for i in batch]

    def measure(self, step: int, rate: float, batch: list[int]) -> Row:
        """The forward pass and the loss. Numbers that are too large are trouble, not an error."""
        self.trouble = ""
        try:
            scores, targets = self.compute_scores(batch)
            self.total = self.compute_loss(scores, targets)
            number = _as_number(self.total)
            share = accuracy(scores, targets) if self.check_labels(scores) else None
        except (OverflowError, FloatingPointError) as error:
            self.trouble = _reason(error)
            return Row(step, rate, math.inf, math.nan if self.has_labels else None)
        if not math.isfinite(number):
            self.trouble = f"the loss is {number}"
        return Row(step, rate, number, share)

    def measure_last(self, step: int, rate: float) -> Row:
        """The state after the last update, on all examples."""
        return self.measure(step, rate, self.everything)

    def compute_loss(self, scores: Sequence, targets: Sequence) -> Value:
        total = self.loss(scores, targets)
        check_loss(total)
        if self.l2:
            squares = [p * p for p in self.model.parameters()]
            total = total + add_up([s.sum() if is_tensor(s) else s for s in squares]) * self.l2
        return total

    def check_labels(self, scores: Sequence) -> bool:
        """Whether the targets are labels -1 and +1 or, with several outputs, indices of classes."""
        if self.has_labels is None:
            first = scores.data[0] if is_tensor(scores) else scores[0]
            labels = range(len(first)) if is_row(first) else (-1, 1)
            self.has_labels = len(labels) > 1 and all(unwrapped(t) in labels for t in self.targets)
        return self.has_labels

    def update(self, optimiser: SGD) -> None:
        """zero_grad, the backward pass, and the step downhill."""
        parameters = list(self.model.parameters())
        if hasattr(self.model, "zero_grad"):
            self.model.zero_grad()
        else:
            for parameter in parameters:
                parameter.grad = 0.0
        try:
            self.backward(parameters)
        except (OverflowError, FloatingPointError) as error:
            self.trouble = _reason(error)
            return
        self.total = None  # its graph makes room for the next
        optimiser.step(parameters)

    def backward(self, parameters: list) -> None:
        """Fill the gradients of the parameters, which are zero."""
        self.total.backward()

    # -- what went wrong, and what to do about it ------------------------------------------------

    def explain(self, updated: list[Row]) -> str:
        """The trouble and the advice; ``updated`` are the rows of the updates made so far."""
        place = self.find_in_data(lambda x: isinstance(x, Real) and not math.isfinite(x))
        if place:
            advice = f"{place}: mend it or leave that example out."
        elif updated:
            advice = self.advise_later(updated[-1].loss)
        else:
            advice = self.advise_at_start()
        return f"{self.trouble}. {advice}"

    def find_in_data(self, is_bad: Callable) -> str:
        places = (find_in_rows(name, getattr(self, name), is_bad) for name in ("inputs", "targets"))
        return next(filter(None, places), "")

    def advise_at_start(self) -> str:
        parameters = self.model.parameters()
        if not all(map(math.isfinite, numbers_of(parameters))):
            return "The parameters were not finite before the first update: make a new model."
        tables = {"inputs": self.inputs, "targets": self.targets, "parameters": parameters}
        sizes = {
            name: max(map(abs, numbers_of(table)), default=0.0) for name, table in tables.items()
        }
        large = [f"{name} up to {size:.3g}" for name, size in sizes.items() if size > 10]
        if large:
            return (
                "No update was made yet, so it is not the rate. Scale what is large to about -1 "
                f"to 1: {', '.join(large)}."
            )
        return "No update was made yet, so it is not the rate: look at the loss and at the model."

    def advise_later(self, last_loss: float) -> str:
        slopes = [parameter.grad for parameter in self.model.parameters()]
        if abs(last_loss) < 1e100 and not all(map(math.isfinite, numbers_of(slopes))):
            return (
                f"The loss before was {last_loss:.3g}, but its gradient not finite: somewhere the "
                "model or the loss has no slope, as a root has none at 0."
            )
        largest = max(map(abs, numbers_of(self.inputs)), default=0.0)
        if largest > 100:
            return f"Try a smaller learning rate, or scale the inputs: they reach {largest:.3g}."
        return "Try a smaller learning rate."


class _CompiledTrainer(_Trainer):
    """A network of Values as a program. The loss stays with the engine, whatever function it is.

    The scores of a batch come from the program as leaves; the backward pass of the loss fills
    their gradients, and with those the program goes on to the parameters. The order of all sums
    is the engine's. The first step is taken by the engine, and the program has to repeat it.

    Attributes:
        program: None once it is given up.
        is_tested: whether it has repeated the engine's first step.
        is_contradicted: whether the engine has another loss than it at the end.
    """

    def __init__(self, model, *settings):
        super().__init__(model, *settings)
        self.is_tested, self.is_contradicted, self.program = False, False, None
        try:
            with _unnoticed():
                self.program = _compile_model(model, self.inputs[0])
                self.rows = self.program.checked([_as_row(x) for x in self.inputs])
        except Exception as error:
            self.give_up(f"{type(error).__name__}: {error}")

    def give_up(self, reason: str) -> None:
        self.program = None
        say(f"Not compiled, the steps build their graphs as usual. {reason}")

    def compute_scores(self, batch: list[int]) -> tuple[Sequence, Sequence]:
        self.batch = batch
        if self.is_tested and self.program and not self.has_its_parameters():
            self.give_up("The model has other parameters than before.")
        if not self.is_tested or not self.program:
            return super().compute_scores(batch)
        try:
            return self.leaves_for(batch), [self.targets[i] for i in batch]
        except (ArithmeticError, ValueError):  # the engine knows better words for it
            return super().compute_scores(batch)

    def has_its_parameters(self) -> bool:
        parameters = list(self.model.parameters())
        known = self.program.parameters
        return len(parameters) == len(known) and all(map(operator.is_, parameters, known))

    def leaves_for(self, batch: list[int]) -> list:
        """The scores of the program, as new Values of the model's engine."""
        outputs, self.kept = self.program.run_forward([self.rows[i] for i in batch])
        engine = type(self.program.parameters[0])
        if self.program.is_single:
            self.leaves = [engine(score) for score in outputs]
        else:
            self.leaves = [[engine(score) for score in row] for row in outputs]
        return self.leaves

    def backward(self, parameters: list) -> None:
        self.total.backward()
        if self.program and not self.is_tested:
            self.test(parameters)
        elif self.program:
            self.fill_gradients(parameters)

    def fill_gradients(self, parameters: list) -> None:
        if self.program.is_single:
            slopes = [leaf.grad for leaf in self.leaves]
        else:
            slopes = [[leaf.grad for leaf in row] for row in self.leaves]
        begun = [p.grad for p in parameters]  # by a penalty in the loss
        for p, gradient in zip(parameters, self.program.run_backward(self.kept, slopes, begun)):
            p.grad = gradient

    def test(self, parameters: list) -> None:
        """Whether the program repeats the engine's step."""
        wanted = [p.grad for p in parameters]
        for p in parameters:
            p.grad = 0.0
        try:
            with _unnoticed():
                targets = [self.targets[i] for i in self.batch]
                total = self.compute_loss(self.leaves_for(self.batch), targets)
                total.backward()
                self.fill_gradients(parameters)
            found = [p.grad for p in parameters]
            if total.data != self.total.data or found != wanted:
                self.give_up(
                    "The program of the first example differs from the engine on the others: the "
                    "model decides by its data or draws numbers, or the loss uses the parameters."
                )
        except Exception as error:
            self.give_up(f"{type(error).__name__}: {error}")
        for p, gradient in zip(parameters, wanted):
            p.grad = gradient
        self.is_tested = True

    def measure_last(self, step: int, rate: float) -> Row:
        """By the engine, whose word is the last one."""
        with _unnoticed():
            found = super().measure_last(step, rate)
        was_compiled, self.program = self.program, None
        row = super().measure_last(step, rate)
        if was_compiled and not self.trouble and found.loss != row.loss:
            self.trouble = (
                f"the compiled program says {found.loss}, the engine {row.loss}: the model decides "
                "by its data in a way that the first step did not show, or was changed since"
            )
            self.is_contradicted = True
        return row

    def explain(self, updated: list[Row]) -> str:
        if self.is_contradicted:
            return f"{self.trouble}. Train it again without compiled=True."
        return super().explain(updated)


@contextmanager
def _unnoticed() -> Iterator[None]:
    """The random numbers go on as if nothing had been drawn; a number lost is an error."""
    state = random.getstate()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GradientLost)
            yield
    finally:
        random.setstate(state)


def _as_row(example) -> Sequence:
    return example if is_row(example) else [example]


def _compile_model(model: Module, example) -> Program:
    parameters = list(model.parameters())
    inputs = [type(parameters[0])(as_float(x)) for x in _as_row(example)]
    return compile_graph(model(inputs if is_row(example) else inputs[0]), inputs, parameters)


class _TensorTrainer(_Trainer):
    """A network of Tensors, which computes on arrays: on a whole batch at once."""

    def read(self, name: str, data: Sequence) -> Sequence:
        array = as_array(self.model.engine, name, data)
        return array if array.shape else listed(name, data)  # which refuses a single number

    def compute_scores(self, batch: list[int]) -> tuple[Sequence, Sequence]:
        scores, targets = self.model(self.inputs[batch]), self.targets[batch]
        if is_tensor(scores) and scores.data.size == targets.size:
            # (n,) with (n, 1) would give a table of (n, n) in a loss of one's own
            check_shapes("scores", scores.shape, targets.shape)
        return scores, targets


def _as_number(total: Value) -> float:
    return total.data.item() if is_tensor(total) else float(total.data)


def _reason(error: ArithmeticError) -> str:
    """The words of an error; Python's own begins with a number for programmers."""
    return str(error.args[-1]) if error.args else "a number is too large for a float"


def _add_notes(error: Exception, history: History, trainer: _Trainer) -> None:
    error.history = history
    if history.rows:
        error.add_note(
            f"The {len(history)} steps before this error are not lost: error.history has them "
            "where you catch it, sys.last_value.history afterwards."
        )
        return
    place = trainer.find_in_data(lambda x: not isinstance(x, Real))
    if place:
        error.add_note(f"{place}, which is no number.")


# -- what fit is given ---------------------------------------------------------------------------


def _check_model_and_functions(model, loss, callback) -> None:
    if isinstance(model, type) or not hasattr(model, "parameters"):
        raise TypeError(f"model must be a network that has parameters(), got {model!r}")
    if not list(model.parameters()):
        raise ValueError("the model's parameters() is empty: there is nothing to train")
    if not callable(loss):
        raise TypeError(f"loss must be a function such as mean_squared_error, got {loss!r}")
    if callback is not None and not callable(callback):
        raise TypeError(f"callback must be a function of (step, model, history), got {callback!r}")


def _choose_optimiser(learning_rate, optimiser) -> SGD:
    if hasattr(learning_rate, "step"):
        raise TypeError("fit takes an optimiser as optimiser=..., not as learning_rate")
    if optimiser is None:
        return SGD(learning_rate)
    if learning_rate is not None:
        raise ValueError("give a learning_rate or an optimiser, which has its own rate, not both")
    if isinstance(optimiser, type) or not hasattr(optimiser, "step"):
        raise TypeError(f"optimiser must be an object such as Adam(0.01), got {optimiser!r}")
    return optimiser


def _checked_l2(l2: float) -> float:
    if isinstance(l2, Real) and 0.0 <= l2 < math.inf:
        return float(l2)
    raise ValueError(f"l2 must be a number of at least 0, got {l2!r}")


def check_loss(total) -> None:
    if is_tensor(total) and total.data.size != 1:
        raise ValueError(
            f"the loss must be one number, but the function returned a Tensor of shape "
            f"{total.shape}: take its .mean()"
        )
    if hasattr(total, "backward"):
        return
    if total is None:
        raise TypeError("the loss function returned None: does it end with return?")
    if is_row(total):
        raise TypeError(
            f"the loss must be one Value, but the function returned a {type(total).__name__} of "
            f"{len(total)}: take their mean, sum(losses) / len(losses)"
        )
    raise TypeError(
        f"the loss function returned {unwrapped(total)!r}, which has no backward(): compute it "
        "from the scores themselves, not from their .data"
    )


class _Bar(tqdm):
    """A plain text bar: the same in a terminal, a notebook and the browser-only edition."""

    monitor_interval = 0  # no watcher thread

    def __init__(self, steps: int, is_shown: bool):
        super().__init__(
            total=steps,
            disable=not is_shown,
            file=Screen(),
            ascii=" " + printable("━"),
            ncols=72,
            bar_format="{l_bar}{bar}| step {n}/{total}{postfix}",
        )

    def show(self, loss: float) -> None:
        self.set_postfix_str(f"loss {loss:.4f}", refresh=False)
        self.update()

    def show_last(self, loss: float) -> None:
        self.set_postfix_str(f"loss {loss:.4f}")


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.2%}"
