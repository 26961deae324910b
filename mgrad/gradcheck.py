"""Check gradients the slow, certain way: nudge each input and watch the output."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence

from mgrad._numbers import GradientLost, LikeANumber, as_float, check_function, check_positive
from mgrad.engine import Value


def numerical_gradient(f: Callable, xs: Sequence[float], h: float = 1e-5) -> list[float]:
    """The slope of ``f`` in each input by central differences: ``(f(x+h) - f(x-h)) / 2h``.

    Args:
        f: a function of ``len(xs)`` arguments; it is called as ``f(*xs)`` with Values and
            returns one Value or number.
        xs: the point, one number per argument.
        h: the size of the nudge, in the units of ``xs``; its error grows like ``h**2``.

    Raises:
        ValueError: ``h`` is not positive, or lost beside a number of ``xs``.
        TypeError: ``f`` is no function or does not return a number, ``xs`` no list of numbers.
    """
    check_function("f", f)
    h, xs = check_positive("h, the size of a nudge,", h), _listed(xs)
    for x in xs:
        if abs(x) < math.inf and x + h == x - h:
            raise ValueError(f"a nudge of {h:g} is lost beside {x:g}: choose a larger h")

    def at(i: int, x: float) -> float:
        result = f(*(Value(x if j == i else other) for j, other in enumerate(xs)))
        if result is None:
            raise TypeError("f must return a Value or a number, got None: is its return missing?")
        return as_float(_unwrapped(result), "numerical_gradient")

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GradientLost)  # f may use plain math: we take no gradient
        return [(at(i, x + h) - at(i, x - h)) / ((x + h) - (x - h)) for i, x in enumerate(xs)]


def _unwrapped(x):
    return x.item() if isinstance(x, LikeANumber) else x


def _listed(xs: Sequence[float]) -> list[float]:
    try:
        return [as_float(_unwrapped(x), "xs") for x in xs]
    except TypeError:
        if hasattr(xs, "__iter__"):
            raise
        raise TypeError(
            f"xs must hold one number for each argument of f, got {xs!r}: write [{xs!r}]"
        ) from None


class GradientCheck:
    """The two gradients side by side; true when they agree within the tolerance.

    Attributes:
        engine, numerical: the gradients, one number per input.
        worst: index of the input where the two differ most.
        error: the relative error there, ``|engine - numerical| / max(1, |engine|, |numerical|)``.
        tolerance: the largest error that counts as agreement.
    """

    def __init__(self, engine: list[float], numerical: list[float], tolerance: float):
        errors = [abs(e - n) / max(1.0, abs(e), abs(n)) for e, n in zip(engine, numerical)]
        errors = [error if error == error else float("inf") for error in errors]  # NaN never agrees
        self.engine, self.numerical, self.tolerance = engine, numerical, tolerance
        self.worst = max(range(len(errors)), key=errors.__getitem__)
        self.error = errors[self.worst]

    def __bool__(self) -> bool:
        return self.error <= self.tolerance

    def __repr__(self) -> str:
        i = self.worst
        verdict = "agree" if self else "DIFFER"
        return (
            f"gradients {verdict}: worst at input {i}, engine {self.engine[i]:.6g}, "
            f"nudge {self.numerical[i]:.6g}, relative error {self.error:.1e} (tolerance "
            f"{self.tolerance:.0e})"
        )


def check_gradients(
    f: Callable, xs: Sequence[float], h: float = 1e-5, tolerance: float = 1e-6
) -> GradientCheck:
    """Compare the engine's gradient of ``f`` at ``xs`` with finite differences.

    Arguments are those of ``numerical_gradient``; ``f`` must return a Value. The result
    is true when the worst relative error is within ``tolerance``, and prints as a report.

    Raises:
        ValueError: ``xs`` is empty or ``h`` is not positive.
        TypeError: ``f`` is no function or does not return a Value, ``xs`` no list of numbers.
    """
    check_function("f", f)
    xs = _listed(xs)
    leaves = [Value(x) for x in xs]
    if not leaves:
        raise ValueError("xs is empty: there is no gradient to check")
    result = f(*leaves)
    if not isinstance(result, Value):
        raise TypeError(
            f"f must return a Value, got {result!r}: build the result from the Values it is given"
        )
    result.backward()
    return GradientCheck([leaf.grad for leaf in leaves], numerical_gradient(f, xs, h), tolerance)
