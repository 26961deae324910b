"""Tensor: an array of numbers that remembers how it was computed.

The ideas are those of ``engine.py``. A local derivative was one number there; here it is a
rule that turns the gradient ``g`` of a result into the gradient of a parent. All rules stand in
one table, ``RULES``. The order of the walk backward is that of every engine.

Broadcasting uses one number in several places, and every place is a path: the gradient is
summed over the axes that were stretched. Numbers out of range become infinity or NaN with
NumPy's warning, so that a diverging training is seen.
"""

from __future__ import annotations

import copy
import math
import sys
from functools import partial

import numpy as np

from mgrad._browser import spare_the_stack
from mgrad._numbers import LikeANumber, as_float, calculates, check_label
from mgrad.engine import copy_graph, pack_graph, topological_order


class Tensor(LikeANumber):
    """A node of an expression graph that holds an array.

    Args:
        data: a number, a nested list or an array, also one of pandas, polars or PyTorch; it is
            copied as float64.
        label: a name for drawings.

    Raises:
        TypeError: ``data`` does not consist of real numbers, or some are masked or missing.
        ValueError: the rows of a nested list differ in length.

    Numbers, lists and arrays on either side of an operation are constants: no gradient is
    computed for them. A gradient belongs to the numbers at the time of the operation, whatever
    is written into ``data`` or into such an array afterwards.
    """

    __slots__ = ("_data", "_is_lent", "_grad", "label", "_prev", "_op", "_local", "__weakref__")

    def __init__(self, data, label: str = "", _prev: tuple = (), _op: str = "", _local: tuple = ()):
        if label:
            check_label(label)
        self._data = np.asarray(data) if _op else _new_array(data)
        self._is_lent = False  # whether somebody outside may write into the array
        self.label = label
        self._grad = None  # stands for zeros
        self._prev = _prev
        self._op = _op
        self._local = _local  # for each parent: g -> the part of g that belongs to it

    # -- the numbers ------------------------------------------------------------------------

    @property
    def data(self) -> np.ndarray:
        """The numbers, in an array into which you may write: ``t.data -= step``, ``t.data[0] = 5``.

        Each time it is another array. The one that was given out before keeps its numbers for
        whoever has it, and can no longer be written into: kept weights never change. So it is
        with one that was given back, as ``t.data -= step`` does. Where NumPy says that an array
        is read-only, write into ``t.data`` itself.
        """
        self._data.setflags(write=False)
        self._data, self._is_lent = self._data.copy(), True
        return self._data

    @data.setter
    def data(self, numbers) -> None:
        array = _new_array(numbers)  # of ``t.data -= step`` too, so that it is nobody else's
        if array.shape != self.shape:
            raise ValueError(
                f"this Tensor has shape {self.shape}, and the new data {array.shape}: the shape "
                "stays, so make a new Tensor of them"
            )
        self._data.setflags(write=False)
        self._data, self._is_lent = array, False

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the axes, () for a single number."""
        return self._data.shape

    @property
    def grad(self) -> np.ndarray:
        """The gradient, of the same shape; zeros before a backward pass."""
        if self._grad is None:
            self._grad = np.zeros(self.shape)
        return self._grad

    @grad.setter
    def grad(self, value) -> None:
        # then the next gradient is the first
        is_zero = value is None or type(value) is float and value == 0.0
        self._grad = None if is_zero else np.full(self.shape, value, dtype=float)

    def item(self) -> float:
        """The number, of a Tensor that holds one: on purpose without its history.

        Raises:
            ValueError: the Tensor holds more (or fewer) than one number.
        """
        if self._data.size != 1:
            raise ValueError(
                f"a Tensor of shape {self.shape} is not one number: take its .data, or its sum() "
                "or mean() first"
            )
        return self._data.item()

    def __format__(self, spec):
        is_number = spec or self._data.size == 1
        return super().__format__(spec) if is_number else str(self)

    def __array__(self, dtype=None, copy=None):
        raise TypeError(
            "NumPy would lose the gradient of this Tensor: use its methods, or its .data for "
            "numbers without a gradient; in place of frame @ tensor write frame.to_numpy() @ tensor"
        )

    # -- arithmetic: see RULES below --------------------------------------------------------

    def __add__(self, other):
        return _combine("+", self, other)

    def __sub__(self, other):
        return _combine("-", self, other)

    def __mul__(self, other):
        return _combine("*", self, other)

    def __truediv__(self, other):
        return _combine("/", self, other)

    def __pow__(self, other):
        return _combine("**", self, other)

    def __matmul__(self, other):
        return _combine("@", self, other)

    # ``2 - t`` asks the int first; when the int gives up, Python calls ``t.__rsub__(2)``.

    def __radd__(self, other):
        return _combine("+", other, self)

    def __rsub__(self, other):
        return _combine("-", other, self)

    def __rmul__(self, other):
        return _combine("*", other, self)

    def __rtruediv__(self, other):
        return _combine("/", other, self)

    def __rpow__(self, other):
        return _combine("**", other, self)

    def __rmatmul__(self, other):
        return _combine("@", other, self)

    def __neg__(self):
        return _result("neg", -self._data, self)

    # -- functions of every element ---------------------------------------------------------

    def exp(self) -> Tensor:
        """e to the power of every element."""
        y = np.exp(self._data)
        return _result("exp", y, self, y)

    def log(self) -> Tensor:
        """The natural logarithm of every element."""
        a = array_of(self)
        return _result("log", np.log(a), self, a)

    def tanh(self) -> Tensor:
        """The hyperbolic tangent of every element, between -1 and 1."""
        y = np.tanh(self._data)
        return _result("tanh", y, self, y)

    def sigmoid(self) -> Tensor:
        """1 / (1 + e**-x) of every element, between 0 and 1."""
        small = np.exp(-np.abs(self._data))  # never above 1, so it cannot overflow
        y = np.where(self._data >= 0.0, 1.0, small) / (1.0 + small)
        return _result("sigmoid", y, self, small)

    def relu(self) -> Tensor:
        """Every element where it is positive, else 0; the slope at exactly 0 is taken as 0."""
        y = np.maximum(self._data, 0.0)
        return _result("relu", y, self, y)

    # -- along axes -------------------------------------------------------------------------
    # (n, k) becomes (k,) along axis 0, (n,) along axis 1, () without one; 1 stays with keepdims

    def sum(self, axis: int | tuple | None = None, keepdims: bool = False) -> Tensor:
        """The sum of all elements, or along one axis or several."""
        total = self._data.sum(axis, keepdims=keepdims)
        return _result("sum", total, self, self.shape, axis, keepdims)

    def mean(self, axis: int | tuple | None = None, keepdims: bool = False) -> Tensor:
        """The mean of all elements, or along one axis or several."""
        total = self.sum(axis, keepdims)
        return total / (self._data.size / max(1, total._data.size))

    def max(self, axis: int | tuple | None = None, keepdims: bool = False) -> Tensor:
        """The largest element; several equally large ones share the gradient, as in torch.amax."""
        top = self._data.max(axis, keepdims=True)
        share = self._data == top
        share = share / share.sum(axis, keepdims=True)  # what each element gets, of our shape
        result = top if keepdims else top.squeeze(axis)
        return _result("max", result, self, share, axis, keepdims)

    def rms_norm(self, epsilon: float = 1e-5) -> Tensor:
        """Each row x over its root mean square, x / sqrt(mean(x²) + epsilon).

        Source: Zhang and Sennrich, "Root mean square layer normalization", 2019, equation 4.

        Raises:
            ValueError: there is no row: a single number, or an axis of length 0.
        """
        _check_rows("rms_norm", self.shape)
        a = array_of(self)
        scale = 1.0 / np.sqrt(_row_products(a, a) / a.shape[-1] + epsilon)  # (..., 1)
        y = a * scale
        return _result("rms_norm", y, self, y, scale)

    # -- other shapes -----------------------------------------------------------------------

    def reshape(self, *shape) -> Tensor:
        """The same numbers in rows of another length: ``t.reshape(2, 3)`` or ``t.reshape((2, 3))``.

        Raises:
            ValueError: the numbers do not fill the shape.
        """
        try:
            result = array_of(self).reshape(*shape)
        except ValueError:
            raise ValueError(
                f"reshape: {self.shape} has {self._data.size} numbers, which do not fill the "
                f"shape {shape}"
            ) from None
        return _result("reshape", result, self, self.shape)

    @property
    def T(self) -> Tensor:
        """Rows and columns exchanged."""
        return _result("T", array_of(self).T, self)

    def transpose(self, *axes: int) -> Tensor:
        """The axes in another order: (2, 3, 4) with ``transpose(0, 2, 1)`` becomes (2, 4, 3).

        Raises:
            ValueError: ``axes`` does not name each axis once.
        """
        a = array_of(self)
        try:
            result = a.transpose(axes)
        except (ValueError, TypeError):
            raise ValueError(
                f"transpose needs each axis of the shape {self.shape} once, 0 to {a.ndim - 1}, "
                f"got {axes}"
            ) from None
        return _result("transpose", result, self, np.argsort([axis % a.ndim for axis in axes]))

    def masked_fill(self, mask, value: float) -> Tensor:
        """``value`` where ``mask`` is true, else the element, whose gradient goes on.

        Args:
            mask: booleans, of a shape that broadcasts to this Tensor's.
            value: often ``-math.inf``, which softmax turns into a probability of 0.

        Raises:
            TypeError: ``mask`` does not consist of booleans.
            ValueError: its shape does not fit.
        """
        mask = np.array(mask)
        if mask.dtype != bool:
            raise TypeError(f"mask must be booleans, such as numbers > 0, got {mask.dtype} numbers")
        if mask.ndim > len(self.shape) or any(
            n not in (1, m) for n, m in zip(mask.shape[::-1], self.shape[::-1])
        ):
            raise ValueError(f"a mask of shape {mask.shape} does not fit the shape {self.shape}")
        filled = np.where(mask, as_float(value, "value"), self._data)
        return _result("masked_fill", filled, self, mask)

    def __getitem__(self, index) -> Tensor:
        """Elements by numbers, slices, lists or arrays of numbers, or a mask, as in NumPy.

        Rows by an array of whole numbers of any shape: of (27, 8) and (32, 3) it makes (32, 3, 8).
        A row taken twice gets both gradients.
        """
        index = copy.deepcopy(index)  # it may be an array that somebody fills again
        return _result("[]", array_of(self)[index], self, self.shape, index)

    # -- classification ---------------------------------------------------------------------

    def softmax(self) -> Tensor:
        """Each row z turned into probabilities, exp(z) / sum of exp(z), safe for any size of z.

        Raises:
            ValueError: there is no row: a single number, or an axis of length 0.
        """
        _check_rows("softmax", self.shape)
        powers = np.exp(self._data - _row_maxima(self._data))
        p = powers / _row_sums(powers)
        return _result("softmax", p, self, p)

    def cross_entropy(self, targets) -> Tensor:
        """The mean of ``-log(softmax(row)[target])`` over the rows.

        Args:
            targets: the index of the true class, one whole number for each of the n rows.

        Raises:
            ValueError: not n targets, or one that is not the index of a class.
        """
        rows, columns = _class_places(self.shape, targets)
        shifted = self._data - _row_maxima(self._data)  # (n, classes)
        log_p = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
        loss = -log_p[rows, columns].mean()
        return _result("cross_entropy", loss, self, log_p, rows, columns)

    # -- the chain rule ---------------------------------------------------------------------

    def _backward(self) -> None:
        """The chain-rule step of this node: pass ``grad`` on to the parents."""
        for parent, local in zip(self._prev, self._local):
            g = local(self._grad)
            if g.shape != parent._data.shape:
                g = _sum_to(g, parent.shape)
            if parent._grad is not None:
                parent._grad = parent._grad + g
            elif parent._prev or not np.may_share_memory(g, self._grad):
                parent._grad = g
            else:  # a leaf keeps its gradient, so it must not share the array
                parent._grad = g.copy()

    def backward(self) -> None:
        """Fill ``grad`` of every node below this one, as ``Value.backward`` does.

        Raises:
            ValueError: this Tensor holds more (or fewer) than one number.
        """
        if self._data.size != 1:
            raise ValueError(
                f"backward starts from one number, but this Tensor has shape {self.shape}: "
                "take its sum() or mean() first"
            )
        if not self._prev:
            self.grad = self.grad + 1.0
            return
        order = topological_order(self)
        for node in order:
            if node._prev:  # an interior node: start afresh
                node._grad = None
        self._grad = np.ones(self.shape)
        for node in reversed(order):
            if node._prev:
                node._backward()

    # -- copies -----------------------------------------------------------------------------

    def __getstate__(self):
        own, slots = super().__getstate__()
        return own, slots | {"_local": tuple(_by_place(self._op, rule) for rule in self._local)}

    def __deepcopy__(self, memo):
        return copy_graph(self, memo)

    def __reduce_ex__(self, protocol):
        return pack_graph(self)

    def __repr__(self):
        numbers = np.array2string(
            self._data, precision=4, threshold=20, separator=", ", prefix="Tensor("
        )
        label = f", label={self.label!r}" if self.label else ""
        return f"Tensor({numbers}, shape={self.shape}{label})"


if sys.platform == "emscripten":
    spare_the_stack(Tensor)


# The C library of Linux gives the memory of a step's arrays back to the system, which has to hand
# it out again, page after page, in the next. Once it has freed a block this large it keeps them.
np.empty(2**22 - 2**12)


# -- the rules ----------------------------------------------------------------------------------
# For each operation, what each parent gets of the gradient g of the result. a and b are the left
# and the right side, y is the result; a rule sees them as they were at the time of the operation.


def _power_left(a, b, g):
    return g * np.where(b == 0.0, 0.0, b * a ** np.where(b == 0.0, 1.0, b - 1.0))


def _power_right(a, b, g):
    return g * a**b * np.log(np.where((a == 0.0) & (b >= 0.0), 1.0, a))


def _matmul_left(a, b, g):  # (n, m) @ (m, k) = (n, k)
    if a.ndim > 2 or b.ndim > 2:  # stacks of matrices
        return g @ np.swapaxes(b, -1, -2)
    g, rows = _side_by_side(b, g), _columns(b).T
    product = np.dot(g, rows) if len(rows) == 1 else _matmul(g, rows)  # dot is quick without a sum
    return product.reshape(a.shape)


def _matmul_right(a, b, g):  # (k, n) @ (n, m) = (k, m)
    if a.ndim > 2 and b.ndim == 2:  # one matrix for all: the rows of the stack are rows of one
        a, g = a.reshape(-1, a.shape[-1]), g.reshape(-1, g.shape[-1])
    if a.ndim > 2 or b.ndim > 2:
        return np.swapaxes(a, -1, -2) @ g
    a, g = a if a.ndim == 2 else a[None], _side_by_side(b, g)
    blocks = _blocks(len(a), a.shape[1] * g.shape[1])
    parts = [a[block].T @ g[block] for block in blocks]
    return sum(parts[1:], parts[0]).reshape(b.shape)


def _matmul(a, b):
    """``a @ b``, of a long ``a`` block by block; an error for a vector beside a stack."""
    if a.ndim != 2 or b.ndim != 2:
        if min(a.ndim, b.ndim) == 1 and max(a.ndim, b.ndim) > 2:
            raise ValueError
        return np.matmul(a, b)
    blocks = _blocks(len(a), b.size)
    if len(blocks) < 2 or not a.flags.c_contiguous:
        return np.matmul(a, b)
    result, b = np.empty((len(a), b.shape[1])), np.ascontiguousarray(b)
    for block in blocks:
        np.matmul(a[block], b, out=result[block])
    return result


def _blocks(n: int, cost: int) -> list[slice]:
    """``n`` rows in blocks of at most a million multiplications, if ``cost`` for one row is small.

    OpenBLAS multiplies matrices of that size as they are, and copies larger ones first, which
    takes as long again where the rows are short.
    """
    rows = 1_000_000 // max(1, cost)
    return [slice(i, i + rows) for i in range(0, n, rows)] if 48 < rows < n else [slice(n)]


def _columns(b):
    return b[:, None] if b.ndim == 1 else b


def _side_by_side(b, g):
    """``g`` with two axes (n, m): a vector is a row on the left and a column on the right."""
    if g.ndim == 2:
        return g
    return g.reshape(-1, 1) if b.ndim == 1 else g.reshape(1, -1)


def _kept(g, axis, keepdims):
    """The gradient of a reduced array, with the axis that it lost as an axis of length 1."""
    return g if keepdims or axis is None else np.expand_dims(g, axis)


def _relu(y, g):
    """``np.where(y <= 0, 0, g)``, which takes five times as long: here no element is asked."""
    bits = ((y <= 0.0).view(np.int8) - 1).astype(np.int64)  # all 64 are 1 where g stays, else 0
    bits &= g.view(np.int64)
    return bits.view(float)


def _put_back(shape, index, g):
    if isinstance(index, np.ndarray) and index.dtype.kind in "iu" and index.size:
        # rows by number: the same sums in the same order as below, in a third of the time
        width = math.prod(shape[1:])
        rows = index.astype(np.intp, copy=False)  # bytes would end at 255
        places = (rows % shape[0]).reshape(-1, 1) * width + np.arange(width)
        return np.bincount(places.ravel(), g.ravel(), math.prod(shape)).reshape(shape)
    whole = np.zeros(shape)
    np.add.at(whole, index, g)
    return whole


# -- (..., n) becomes (..., 1): NumPy's own max, sum and mean of short rows take twice as long


def _check_rows(op, shape):
    if not shape or not shape[-1]:
        raise ValueError(f"{op} needs rows of at least one number, got the shape {shape}")


def _row_maxima(a):
    return a.reshape(-1, a.shape[-1]).T.copy().max(0).reshape(*a.shape[:-1], 1)


def _row_sums(a):  # of probabilities: einsum would not warn of a sum that is too large
    return np.einsum("...i->...", a)[..., None]


def _row_products(a, b):
    return np.vecdot(a, b)[..., None]


def _cross_entropy(log_p, rows, columns, g):  # softmax minus 1 at the true class
    difference = np.exp(log_p)
    difference[rows, columns] -= 1.0
    return difference * (g / len(rows))


FUNCTIONS = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
    "@": _matmul,
}
RULES = {
    "+": (lambda a, b, g: g, lambda a, b, g: g),
    "-": (lambda a, b, g: g, lambda a, b, g: -g),
    "*": (lambda a, b, g: g * b, lambda a, b, g: g * a),
    "/": (lambda a, b, g: g / b, lambda a, b, g: -g * a / b / b),
    "**": (_power_left, _power_right),
    "@": (_matmul_left, _matmul_right),
    "neg": (lambda g: -g,),
    "exp": (lambda y, g: g * y,),
    "log": (lambda a, g: g / a,),
    "tanh": (lambda y, g: g * (1.0 - y * y),),
    "sigmoid": (lambda small, g: g * small / (1.0 + small) ** 2,),
    "relu": (_relu,),
    "sum": (lambda shape, axis, keepdims, g: np.full(shape, _kept(g, axis, keepdims)),),
    "max": (lambda share, axis, keepdims, g: share * _kept(g, axis, keepdims),),
    "reshape": (lambda shape, g: g.reshape(shape),),
    "T": (lambda g: g.T,),
    "transpose": (lambda back, g: g.transpose(back),),
    "masked_fill": (lambda mask, g: np.where(mask, 0.0, g),),
    "rms_norm": (lambda y, scale, g: scale * (g - y * (_row_products(g, y) / y.shape[-1])),),
    "[]": (_put_back,),
    "softmax": (lambda y, g: y * (g - _row_products(g, y)),),
    "cross_entropy": (_cross_entropy,),
}


def _result(op: str, data, parent: Tensor, *numbers) -> Tensor:
    """The result of an operation with one parent; ``numbers`` is what its rule needs."""
    return Tensor(data, "", (parent,), op, (partial(RULES[op][0], *numbers),))


def _combine(op: str, x, y) -> Tensor:
    """The result of an operation with two sides, of which one at least is a Tensor."""
    try:
        a, b = array_of(x), array_of(y)
    except TypeError:
        if isinstance(x, Tensor) and calculates(y):
            return NotImplemented
        raise
    try:
        result = FUNCTIONS[op](a, b)
    except ValueError:
        raise ValueError(f"{op} does not fit the shapes {a.shape} and {b.shape}") from None
    parents, rules = [], []
    for side, rule in zip((x, y), RULES[op]):
        if isinstance(side, Tensor):
            parents.append(side)
            rules.append(partial(rule, a, b))
    return Tensor(result, "", tuple(parents), op, tuple(rules))


def _by_place(op: str, local):
    """The rule of one parent for ``pickle``, which takes no lambda, but its place in RULES."""
    if isinstance(local, partial) and local.func in RULES.get(op, ()):
        return partial(_follow_rule, op, RULES[op].index(local.func), *local.args)
    return local


def _follow_rule(op: str, place: int, *numbers_and_g) -> np.ndarray:
    return RULES[op][place](*numbers_and_g)


def _sum_to(g: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Undo broadcasting: add up over the axes that were added or stretched."""
    new = g.ndim - len(shape)
    if g.shape[new:] == shape and math.prod(shape) > 1:  # a bias: a product is quicker than sum
        rows = g.reshape(-1, math.prod(shape))
        return (np.ones(len(rows)) @ rows).reshape(shape)
    g = g.sum(axis=tuple(range(new)))
    return g.sum(axis=tuple(i for i, n in enumerate(shape) if n != g.shape[i]), keepdims=True)


# -- numbers in -----------------------------------------------------------------------------------


def array_of(x) -> np.ndarray:
    """The numbers of ``x`` as float64, in an array that nobody else can write into.

    Raises:
        TypeError: they are not all real numbers, or some are masked or missing.
        ValueError: the rows of a nested list differ in length.
    """
    if isinstance(x, Tensor):
        return x._data.copy() if x._is_lent else x._data
    if type(x) is np.ndarray and x.dtype == float:
        return x.copy()
    if isinstance(x, (float, int)):
        return np.array(as_float(x, "Tensor"))
    refuse_gaps(x)
    try:
        array = np.asarray(x)
        if array.dtype.kind in "SU":  # NumPy makes a text of each number beside a text
            array = np.asarray(x, dtype=object)
    except ValueError:
        raise ValueError(
            "the rows of this nested list differ in length: an array needs rows of one length"
        ) from None
    if array.dtype.kind not in "biuf":
        return _float_array(array, is_table=hasattr(x, "columns"))
    return array.astype(float)


def _new_array(numbers) -> np.ndarray:
    if isinstance(numbers, Tensor):
        raise TypeError(
            "Tensor needs numbers, got a Tensor: use it as it is, or take its array with .data"
        )
    return array_of(numbers)


def _float_array(array: np.ndarray, is_table: bool) -> np.ndarray:
    """An array of objects, each turned into a float; the error names the first that is none."""
    try:
        numbers = [as_float(element, "Tensor") for element in array.flat]
    except TypeError as error:
        hint = "; of a table, choose the columns that hold numbers" if is_table else ""
        raise TypeError(f"{error}{hint}") from None
    return np.array(numbers, dtype=float).reshape(array.shape)


def refuse_gaps(x) -> None:
    """Refuse what NumPy would turn into some number: masked, missing, or with a unit."""
    if isinstance(x, (list, tuple)):
        if not {float, int}.issuperset(map(type, x)):  # rows, or something stranger
            for row in x:
                refuse_gaps(row)
    elif hasattr(x, "magnitude") or (hasattr(x, "unit") and hasattr(x, "value")):
        as_float(x, "Tensor")  # its error says how to take the numbers of a quantity
    elif np.any(getattr(x, "mask", False)) and not callable(x.mask):
        raise TypeError(
            "Tensor has no masked entries: choose numbers for them, for example with .filled(0.0)"
        )
    elif _has_missing_values(x):
        fill = "fillna" if hasattr(x, "fillna") else "fill_null"
        raise TypeError(
            f"Tensor has no missing values (NA, null): drop their rows, or choose numbers for "
            f"them, for example with .{fill}(0.0)"
        )


def _has_missing_values(x) -> bool:
    """Whether a column or table has entries without a number; NaN is a number here."""
    if hasattr(x, "null_count"):  # polars, pyarrow
        count = x.null_count() if callable(x.null_count) else x.null_count
        return bool(np.asarray(count).any())
    if hasattr(x, "isna"):  # pandas, whose types that can hold NA have an na_value
        columns = [column for _, column in x.items()] if len(x.shape) == 2 else [x]
        return any(hasattr(c.dtype, "na_value") and c.isna().any() for c in columns)
    return False


def _class_places(shape: tuple, targets) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of the true class of each row, for logits of ``shape``."""
    targets = array_of(targets)
    if len(shape) != 2 or targets.shape != shape[:1]:
        raise ValueError(
            f"cross_entropy needs logits (n, classes) and n targets, got shapes {shape} and "
            f"{targets.shape}"
        )
    n, classes = shape
    columns = np.clip(np.nan_to_num(targets), 0, classes - 1).astype(int)
    if n == 0 or (columns != targets).any():
        raise ValueError(
            f"cross_entropy needs at least one target, each a whole number from 0 to {classes - 1}"
        )
    return np.arange(n), columns
