"""Tensor: an array of numbers that remembers how it was computed.

The ideas are those of ``engine.py``. A local derivative was one number there; here it is a
rule that turns the gradient ``g`` of a result into the gradient of a parent. The walk
backward is ``Value``'s own.

Broadcasting uses one number in several places, and every place is a path: the gradient is
summed over the axes that were stretched. Numbers out of range become infinity or NaN with
NumPy's warning, so that a diverging training is seen.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from mgrad.engine import topological_order


class Tensor:
    """A node of an expression graph that holds an array.

    Args:
        data: a number, a nested list or an array; it is copied as float64.
        label: a name for drawings.

    Raises:
        TypeError: ``data`` does not consist of real numbers.
        ValueError: the rows of a nested list differ in length.

    Attributes:
        data: the array. Change it in place only between a backward and the next forward pass.
        grad: the gradient, of the same shape; zeros before a backward pass.

    Numbers, lists and arrays on either side of an operation are constants: no gradient is
    computed for them.
    """

    __slots__ = ("data", "_grad", "label", "_prev", "_op", "_local", "__weakref__")
    __array_ufunc__ = None  # NumPy hands array * tensor to us

    def __init__(self, data, label: str = "", _prev: tuple = (), _op: str = "", _local: tuple = ()):
        if isinstance(data, Tensor):
            raise TypeError(
                "Tensor needs numbers, got a Tensor: use it as it is, or take its array with .data"
            )
        self.data = np.asarray(data) if _op else np.array(_array(data))
        self.label = label
        self._grad = None  # stands for zeros
        self._prev = _prev
        self._op = _op
        self._local = _local  # for each parent: g -> the part of g that belongs to it

    @property
    def shape(self) -> tuple[int, ...]:
        return self.data.shape

    @property
    def grad(self) -> np.ndarray:
        if self._grad is None:
            self._grad = np.zeros(self.shape)
        return self._grad

    @grad.setter
    def grad(self, value) -> None:
        self._grad = np.full(self.shape, value, dtype=float)

    # -- arithmetic: see RULES below --------------------------------------------------------

    __add__ = lambda self, other: _combine("+", self, other)
    __sub__ = lambda self, other: _combine("-", self, other)
    __mul__ = lambda self, other: _combine("*", self, other)
    __truediv__ = lambda self, other: _combine("/", self, other)
    __pow__ = lambda self, other: _combine("**", self, other)
    __matmul__ = lambda self, other: _combine("@", self, other)
    __radd__ = lambda self, other: _combine("+", other, self)
    __rsub__ = lambda self, other: _combine("-", other, self)
    __rmul__ = lambda self, other: _combine("*", other, self)
    __rtruediv__ = lambda self, other: _combine("/", other, self)
    __rpow__ = lambda self, other: _combine("**", other, self)
    __rmatmul__ = lambda self, other: _combine("@", other, self)
    __neg__ = lambda self: Tensor(-self.data, "", (self,), "neg", (lambda g: -g,))

    # -- functions of every element -----------------------------------------------------------

    def exp(self) -> Tensor:
        result = np.exp(self.data)
        return Tensor(result, "", (self,), "exp", (lambda g: g * result,))

    def log(self) -> Tensor:
        return Tensor(np.log(self.data), "", (self,), "log", (lambda g: g / self.data,))

    def tanh(self) -> Tensor:
        result = np.tanh(self.data)
        return Tensor(result, "", (self,), "tanh", (lambda g: g * (1.0 - result * result),))

    def sigmoid(self) -> Tensor:
        small = np.exp(-np.abs(self.data))  # never above 1, so it cannot overflow
        result = np.where(self.data >= 0.0, 1.0, small) / (1.0 + small)
        return Tensor(result, "", (self,), "sigmoid", (lambda g: g * small / (1.0 + small) ** 2,))

    def relu(self) -> Tensor:
        return Tensor(
            np.maximum(self.data, 0.0),
            "",
            (self,),
            "relu",
            (lambda g: np.where(self.data <= 0.0, 0.0, g),),
        )

    # -- along axes -----------------------------------------------------------------------------

    def sum(self, axis: int | None = None, keepdims: bool = False) -> Tensor:
        """The sum of all elements, or along one axis."""
        local = lambda g: np.broadcast_to(_kept(g, axis, keepdims), self.shape)
        return Tensor(self.data.sum(axis, keepdims=keepdims), "", (self,), "sum", (local,))

    def mean(self, axis: int | None = None, keepdims: bool = False) -> Tensor:
        """The mean of all elements, or along one axis."""
        count = self.data.size if axis is None else self.shape[axis]
        return self.sum(axis, keepdims) / count

    def max(self, axis: int | None = None, keepdims: bool = False) -> Tensor:
        """The largest element; several equally large ones share the gradient, as in torch.amax."""
        top = self.data.max(axis, keepdims=True)
        share = self.data == top
        share = share / share.sum(axis, keepdims=True)
        result = top if keepdims else top.squeeze(axis)
        return Tensor(result, "", (self,), "max", (lambda g: share * _kept(g, axis, keepdims),))

    # -- other shapes -----------------------------------------------------------------------------

    def reshape(self, *shape) -> Tensor:
        """The same numbers in rows of another length:

        ``t.reshape(2, 3)`` or ``t.reshape((2, 3))``.
        """
        try:
            result = self.data.reshape(*shape)
        except ValueError:
            raise ValueError(
                f"reshape: {self.shape} has {self.data.size} numbers, which do not fill the "
                f"shape {shape}"
            ) from None
        return Tensor(result, "", (self,), "reshape", (lambda g: g.reshape(self.shape),))

    @property
    def T(self) -> Tensor:
        """Rows and columns exchanged."""
        return Tensor(self.data.T, "", (self,), "T", (lambda g: g.T,))

    def __getitem__(self, index) -> Tensor:
        """Rows by number, slice, list of numbers or mask. A row taken twice gets both gradients."""

        def local(g):
            whole = np.zeros(self.shape)
            np.add.at(whole, index, g)
            return whole

        return Tensor(self.data[index], "", (self,), "[]", (local,))

    # -- classification -----------------------------------------------------------------------------

    def softmax(self) -> Tensor:
        """Each row turned into probabilities:

        ``exp(z) / sum of exp(z)``, safe for any size of z.
        """
        powers = np.exp(self.data - self.data.max(-1, keepdims=True))
        p = powers / powers.sum(-1, keepdims=True)
        return Tensor(
            p, "", (self,), "softmax", (lambda g: p * (g - (g * p).sum(-1, keepdims=True)),)
        )

    def cross_entropy(self, targets) -> Tensor:
        """The mean of ``-log(softmax(row)[target])`` over the rows.

        Args:
            targets: the index of the true class, one whole number for each of the n rows.

        Raises:
            ValueError: not n targets, or one that is not the index of a class.
        """
        targets = np.asarray(targets)
        if self.data.ndim != 2 or targets.shape != self.shape[:1]:
            raise ValueError(
                "cross_entropy needs logits (n, classes) and n targets, got shapes "
                f"{self.shape} and {targets.shape}"
            )
        n, classes = self.shape
        places = np.arange(n), targets.astype(int)
        if (
            n == 0
            or (places[1] != targets).any()
            or places[1].min() < 0
            or places[1].max() >= classes
        ):
            raise ValueError(
                "cross_entropy needs at least one target, each a whole number from 0 to "
                f"{classes - 1}"
            )
        shifted = self.data - self.data.max(1, keepdims=True)
        log_p = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))

        def local(g):  # softmax minus 1 at the true class
            difference = np.exp(log_p)
            difference[places] -= 1.0
            return difference * (g / n)

        return Tensor(-log_p[places].mean(), "", (self,), "cross_entropy", (local,))

    # -- the chain rule ---------------------------------------------------------------------------

    def _backward(self) -> None:
        """The chain-rule step of this node: pass ``grad`` on to the parents."""
        for parent, local in zip(self._prev, self._local):
            g = _sum_to(local(self._grad), parent.shape)
            if parent._grad is not None:
                parent._grad = parent._grad + g
            else:  # a leaf keeps its gradient, so it must not share the array
                parent._grad = g if parent._prev else g.copy()

    def backward(self) -> None:
        """Fill ``grad`` of every node below this one, as ``Value.backward`` does.

        Raises:
            ValueError: this Tensor holds more (or fewer) than one number.
        """
        if self.data.size != 1:
            raise ValueError(
                f"backward starts from one number, but this Tensor has shape {self.shape}: "
                "take its sum() or mean() first"
            )
        if not self._prev:
            self.grad = self.grad + 1.0
            return
        order = [node for node in topological_order(self) if node._prev]
        for node in order:
            node._grad = None
        self._grad = np.ones(self.shape)
        for node in reversed(order):
            node._backward()

    def __float__(self) -> float:
        return float(self.data.item())

    def __repr__(self):
        label = f", label={self.label!r}" if self.label else ""
        return (
            f"Tensor({np.array2string(self.data, precision=4, threshold=20, separator=', ', prefix='Tensor(')}, "
            f"shape={self.shape}{label})"
        )


# -- arithmetic: the function, then what the left and the right side get of the gradient g ----------


def _power_left(a, b, g):
    return g * np.where(b == 0.0, 0.0, b * a ** np.where(b == 0.0, 1.0, b - 1.0))


def _power_right(a, b, g):
    return g * a**b * np.log(np.where((a == 0.0) & (b >= 0.0), 1.0, a))


def _matmul_left(a, b, g):
    return (_side_by_side(a, b, g) @ _columns(b).T).reshape(a.shape)


def _matmul_right(a, b, g):
    return (np.atleast_2d(a).T @ _side_by_side(a, b, g)).reshape(b.shape)


def _columns(b):
    return b[:, None] if b.ndim == 1 else b


def _side_by_side(a, b, g):  # a vector on the left counts as a row, on the right as a column
    return g.reshape(len(np.atleast_2d(a)), _columns(b).shape[1])


RULES = {
    "+": (np.add, lambda a, b, g: g, lambda a, b, g: g),
    "-": (np.subtract, lambda a, b, g: g, lambda a, b, g: -g),
    "*": (np.multiply, lambda a, b, g: g * b, lambda a, b, g: g * a),
    "/": (np.divide, lambda a, b, g: g / b, lambda a, b, g: -g * a / b / b),
    "**": (np.power, _power_left, _power_right),
    "@": (np.matmul, _matmul_left, _matmul_right),
}


def _combine(op: str, x, y) -> Tensor:
    a, b = _array(x), _array(y)
    function, *rules = RULES[op]
    try:
        if op == "@" and not (0 < a.ndim < 3 and 0 < b.ndim < 3):
            raise ValueError
        result = function(a, b)
    except ValueError:
        raise ValueError(f"{op} does not fit the shapes {a.shape} and {b.shape}") from None
    sides = [
        (side, partial(rule, a, b)) for side, rule in zip((x, y), rules) if isinstance(side, Tensor)
    ]
    return Tensor(
        result, "", tuple(side for side, _ in sides), op, tuple(local for _, local in sides)
    )


def _sum_to(g: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Undo broadcasting: add up over the axes that were added or stretched."""
    if g.shape == shape:
        return g
    g = g.sum(axis=tuple(range(g.ndim - len(shape))))
    return g.sum(axis=tuple(i for i, n in enumerate(shape) if n != g.shape[i]), keepdims=True)


def _kept(g: np.ndarray, axis: int | None, keepdims: bool) -> np.ndarray:
    """The gradient of a reduced array, with the axis that it lost."""
    return g if keepdims or axis is None else np.expand_dims(g, axis)


def _array(x) -> np.ndarray:
    if isinstance(x, Tensor):
        return x.data
    try:
        array = np.asarray(x)
    except ValueError:
        raise ValueError(
            "the rows of this nested list differ in length: an array needs rows of one length"
        ) from None
    if array.dtype.kind not in "biuf":
        raise TypeError(
            f"Tensor needs real numbers, got {type(x).__name__} (of a Value, take its number "
            "with .data)"
        )
    return array.astype(float, copy=False)
