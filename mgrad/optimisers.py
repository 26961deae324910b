"""Optimisers: how far and where a parameter goes once its gradient is known.

All of them take ``p.data - learning_rate * direction``. They differ in the direction: the gradient
itself, a running sum of gradients, or a running mean of them over its usual size. What they
remember is kept here, a number or an array for each parameter, and not on the parameters.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from numbers import Integral, Real

from mgrad._data import is_row, is_tensor
from mgrad._numbers import check_positive
from mgrad.nn import check_size


class SGD:
    """Gradient descent: each parameter goes against its gradient.

    Args:
        learning_rate: a positive number, or a function of the number of steps made so far, such
            as ``cosine_schedule(0.1, 0.001, steps=500)``.

    Raises:
        ValueError: a rate that is not a positive number, here or when the function gives it.
    """

    def __init__(self, learning_rate: float | Callable[[int], float]):
        is_function = callable(learning_rate)
        self._rate = learning_rate if is_function else _checked_rate("learning_rate", learning_rate)
        self._asked: tuple[int, float] | None = None  # what the function said last, and of which
        self.steps_made = 0

    @property
    def learning_rate(self) -> float:
        """The rate of the next step; a function is asked once for each."""
        if not callable(self._rate):
            return self._rate
        step = self.steps_made
        if not self._asked or self._asked[0] != step:
            self._asked = step, _checked_rate(f"learning_rate({step})", self._rate(step))
        return self._asked[1]

    def step(self, parameters: Sequence) -> None:
        """Move each parameter, a Value or a Tensor, by what its ``grad`` says.

        Raises:
            TypeError: ``parameters`` is no list of them. Then none has moved.
            ValueError: the ``grad`` of one is None, or, where gradients are remembered, these are
                not the parameters of the steps before.
        """
        parameters, rate = self._checked(parameters), self.learning_rate
        self.steps_made += 1
        for number, parameter in enumerate(parameters):
            # a new array, not -=: somebody may have kept the old one
            parameter.data = parameter.data - rate * self.direction(number, parameter.grad)

    def direction(self, number: int, gradient):
        """Where the parameter of that number goes, times -1: of the shape of its gradient."""
        return gradient

    def _checked(self, parameters: Sequence) -> list:
        if is_tensor(parameters) or not hasattr(parameters, "__iter__"):
            raise TypeError(
                "step needs a list, such as model.parameters(), got a " + type(parameters).__name__
            )
        parameters = list(parameters)
        for number, parameter in enumerate(parameters):
            if not hasattr(parameter, "grad"):
                raise TypeError(
                    "step needs the parameters themselves, as in model.parameters(), got "
                    f"{parameter!r}"
                )
            if parameter.grad is None:
                raise ValueError(
                    f"parameter {number}, counted from 0, has no gradient, its grad is None: call "
                    "zero_grad() and backward() before step"
                )
        return parameters


class _Remembering(SGD):
    """An optimiser that keeps something for each parameter, in the order of the first step."""

    _parameters: list | None = None

    def _checked(self, parameters: Sequence) -> list:
        parameters = super()._checked(parameters)
        known = self._parameters = self._parameters or parameters
        if [*map(id, parameters)] != [*map(id, known)]:
            raise ValueError(
                "this optimiser has moved other parameters before, and what it remembers belongs "
                "to those: make a new one for each network"
            )
        return parameters


class Momentum(_Remembering):
    """Gradient descent with a memory: the direction is a running sum of gradients.

    ``velocity = momentum * velocity + gradient``, from 0. Where gradients agree, the steps grow to
    1 / (1 - momentum) times their length; where they alternate, they cancel.

    Args:
        learning_rate: as for ``SGD``.
        momentum: how much of the velocity stays, from 0 up to, but not, 1.

    Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964, in
    the form of PyTorch's ``SGD(momentum=...)``.
    """

    def __init__(self, learning_rate: float | Callable[[int], float], momentum: float = 0.9):
        super().__init__(learning_rate)
        self.momentum = _checked_share("momentum", momentum)
        self._velocities: list = []

    def direction(self, number: int, gradient):
        velocity = self.momentum * _remembered(self._velocities, number) + gradient
        self._velocities[number] = velocity
        return velocity


class Adam(_Remembering):
    """Steps of about the learning rate, whatever the size of the gradient.

    The direction is a running mean of the gradients over the root of a running mean of their
    squares. Both means begin at 0, so in the first steps they are too small; dividing by
    ``1 - beta**steps`` mends that.

    Args:
        learning_rate: as for ``SGD``; 0.001 to 0.01 is usual.
        betas: how much of each mean stays, the one of gradients and the one of squares.
        epsilon: added to the root, so that a gradient of 0 is no division by 0.

    Source: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
    """

    def __init__(
        self,
        learning_rate: float | Callable[[int], float],
        betas: tuple[float, float] = (0.9, 0.999),
        epsilon: float = 1e-8,
    ):
        super().__init__(learning_rate)
        if not is_row(betas) or len(betas) != 2:
            raise ValueError(f"betas must be two numbers, got {betas!r}")
        self.betas = tuple(_checked_share("betas", beta) for beta in betas)
        self.epsilon = _checked_rate("epsilon", epsilon)
        self._means: list = []
        self._squares: list = []

    def direction(self, number: int, gradient):
        beta_1, beta_2 = self.betas
        mean = beta_1 * _remembered(self._means, number) + (1 - beta_1) * gradient
        square = beta_2 * _remembered(self._squares, number) + (1 - beta_2) * gradient * gradient
        self._means[number], self._squares[number] = mean, square
        mean = mean / (1 - beta_1**self.steps_made)
        square = square / (1 - beta_2**self.steps_made)
        return mean / (square**0.5 + self.epsilon)


def _remembered(memory: list, number: int):
    """What is remembered of that parameter; 0 before its first step."""
    if number == len(memory):
        memory.append(0.0)
    return memory[number]


# -- learning rates ------------------------------------------------------------------------------


def linear_schedule(start: float, end: float, steps: int) -> Callable[[int], float]:
    """A rate that goes from ``start`` (step 0) to ``end`` (step ``steps - 1``) in equal parts."""
    return _schedule(start, end, steps, float)


def cosine_schedule(
    start: float, end: float, steps: int, warm_up: int = 0
) -> Callable[[int], float]:
    """A rate that stays near ``start`` for a while, falls, and settles at ``end``.

    Args:
        start, end: positive rates.
        steps: how many steps there will be; afterwards the rate stays ``end``.
        warm_up: so many steps lead up to ``start`` first, in equal parts.

    Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017,
    equation 5, for one period.
    """
    steps = check_size("steps", steps)
    if not isinstance(warm_up, Integral) or not 0 <= warm_up < steps:
        raise ValueError(f"warm_up must be a whole number from 0 to below {steps}, got {warm_up!r}")
    return partial(_warmed_up, start, warm_up, _schedule(start, end, steps - warm_up, _half_wave))


# partial, because a function inside a function cannot be pickled, nor an optimiser that holds it


def _schedule(start: float, end: float, steps: int, curve: Callable) -> Callable[[int], float]:
    steps = check_size("steps", steps)
    return partial(_between, _checked_rate("start", start), _checked_rate("end", end), steps, curve)


def _between(start: float, end: float, steps: int, curve: Callable, step: int) -> float:
    share = min(step / (steps - 1), 1.0) if steps > 1 else 1.0
    return start + (end - start) * curve(share)


def _half_wave(share: float) -> float:
    return (1 - math.cos(math.pi * share)) / 2


def _warmed_up(start: float, warm_up: int, falling: Callable, step: int) -> float:
    return start * (step + 1) / (warm_up + 1) if step < warm_up else falling(step - warm_up)


def _checked_rate(name: str, rate: float) -> float:
    if is_row(rate):
        raise ValueError(
            f"{name} must be one number, got a {type(rate).__name__} of {len(rate)}. Parameters go "
            "to step(parameters); a rate that changes is learning_rate=lambda step: rates[step]"
        )
    return check_positive(name, rate)


def _checked_share(name: str, share: float) -> float:
    if isinstance(share, Real) and 0.0 <= share < 1.0:
        return float(share)
    raise ValueError(f"{name} must be at least 0 and below 1, got {share!r}")
