"""Value: one number that remembers how it was computed, so that slopes can flow back.

Three ideas, and nothing else, are in this file:

1. A ``Value`` holds a number (``data``) and, after a backward pass, the derivative of
   some final result with respect to it (``grad``).
2. Every operation makes a new ``Value`` that stores its parents and, for each parent,
   the *local derivative*: how fast the result moves when that parent moves alone.
3. ``backward`` walks from the result to the leaves and multiplies along the way. That
   is the chain rule: ``parent.grad += local * node.grad``.

The design follows Andrej Karpathy's micrograd. That each node stores its parents and its
local derivatives as numbers, in fixed slots, in place of a closure, is also how his microgpt
(2026) does it. Our own part: the search for the order keeps a stack of its own, so that depth
is no limit; a weighted sum is one node (``dot``); a wrong input gets an error that says what
to do. What must stay true of all this is written down in docs/design.md.
"""

from __future__ import annotations

import gc
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import filterfalse

from mgrad._browser import spare_the_stack
from mgrad._data import refuse_table
from mgrad._numbers import LikeANumber, as_float, as_operand, check_label, power


class Value(LikeANumber):
    """A node of an expression graph.

    Args:
        data: one real number. It is stored as a float; NaN and infinities are allowed.
        label: a name for drawings and error messages.

    Raises:
        TypeError: ``data`` is not one real number, or ``label`` no text.
        OverflowError: ``data`` is a whole number beyond the largest float.

    Attributes:
        data: the number, a plain float. Set it to a plain float, too.
        grad: the derivative of the last result with respect to this node; 0.0 at birth, and None
            counts as 0.0.

    Combine Values with ``+ - * / **`` and with the methods below, then call
    ``backward()`` on the result and read ``grad`` of the ingredients. There are no other
    attributes: what an optimiser remembers of a parameter belongs into a list or dictionary.
    """

    __slots__ = ("data", "grad", "label", "_prev", "_op", "_local", "__weakref__")

    def __init__(self, data, label: str = "", _prev: tuple = (), _op: str = "", _local: tuple = ()):
        self.data = data if type(data) is float else as_float(data)
        self.grad = 0.0
        if label:
            check_label(label)
        self.label = label
        self._prev = _prev  # the parents, in the order in which the operation took them
        self._op = _op  # the name of the operation; "" for a leaf
        self._local = _local  # d(self)/d(parent), one number for each parent

    # -- arithmetic: the value, then its local derivatives ---------------------------

    def __add__(self, other):
        if not isinstance(other, Value):
            return _with_number(Value.__add__, self, other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __sub__(self, other):
        if not isinstance(other, Value):
            return _with_number(Value.__sub__, self, other)
        return Value(self.data - other.data, "", (self, other), "-", (1.0, -1.0))

    def __mul__(self, other):
        if not isinstance(other, Value):
            return _with_number(Value.__mul__, self, other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __truediv__(self, other):
        if not isinstance(other, Value):
            return _with_number(Value.__truediv__, self, other)
        if other.data == 0.0:
            raise ZeroDivisionError(f"division by zero: {_named(self)} / {_named(other)}")
        quotient = self.data / other.data
        return Value(quotient, "", (self, other), "/", (1.0 / other.data, -quotient / other.data))

    def __pow__(self, other):
        """A number as exponent is a constant of the operation; a Value is a second parent."""
        base, k = self.data, other.data if isinstance(other, Value) else as_operand(other, Value)
        if k is NotImplemented:
            return k
        result = power(base, k, self.label)
        slope = _slope_in_base(base, k, self.label)
        if not isinstance(other, Value):
            return Value(result, "", (self,), f"**{_shortest(k)}", (slope,))
        return Value(result, "", (self, other), "**", (slope, _slope_in_exponent(base, result)))

    def __neg__(self):
        return Value(-self.data, "", (self,), "neg", (-1.0,))

    # ``2 - v`` asks the int first; when the int gives up, Python calls ``v.__rsub__(2)``.

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __rpow__(self, other):
        return Value(other) ** self

    # -- functions of one Value -------------------------------------------------------

    def exp(self) -> Value:
        """e to the power of this value. OverflowError above about 709.78."""
        try:
            result = math.exp(self.data)
        except OverflowError:
            raise OverflowError(f"exp({_named(self)}) is too large for a float") from None
        return Value(result, "", (self,), "exp", (result,))

    def log(self) -> Value:
        """The natural logarithm. ValueError unless the value is positive."""
        if self.data <= 0.0:
            raise ValueError(f"log({_named(self)}): the logarithm needs a positive number")
        return Value(math.log(self.data), "", (self,), "log", (1.0 / self.data,))

    def tanh(self) -> Value:
        """The hyperbolic tangent, between -1 and 1; its slope is 1 - tanh(x)**2."""
        result = math.tanh(self.data)
        return Value(result, "", (self,), "tanh", (1.0 - result * result,))

    def sigmoid(self) -> Value:
        """1 / (1 + e**-x), between 0 and 1; its slope is s * (1 - s)."""
        small = math.exp(-abs(self.data))  # never above 1, so it cannot overflow
        result = (1.0 if self.data >= 0.0 else small) / (1.0 + small)
        return Value(result, "", (self,), "sigmoid", (small / (1.0 + small) ** 2,))

    def relu(self) -> Value:
        """x where x is positive, else 0; the slope at exactly 0 is taken as 0, as in PyTorch."""
        if self.data <= 0.0:
            return Value(0.0, "", (self,), "relu", (0.0,))
        return Value(self.data, "", (self,), "relu", (1.0,))

    # -- many parents, one node -------------------------------------------------------

    @staticmethod
    def sum(values) -> Value:
        """Add up any number of Values (or numbers) in one node."""
        values = tuple(_values(values))
        total = 0.0
        for v in values:
            total += v.data
        return Value(total, "", values, "sum", (1.0,) * len(values))

    @staticmethod
    def dot(weights, inputs, bias) -> Value:
        """``bias + weights[0]*inputs[0] + weights[1]*inputs[1] + ...`` in one node.

        Raises:
            ValueError: ``weights`` and ``inputs`` differ in length.
        """
        try:
            fits = len(weights) == len(inputs)
        except TypeError:  # a generator, or no list at all
            return Value.dot(_values(weights), _values(inputs), bias)
        if not fits:
            raise ValueError(
                f"dot needs as many inputs as weights, got {len(weights)} weights and "
                f"{len(inputs)} inputs"
            )
        parents = (*weights, *inputs, bias)
        try:
            w, x, total = [v.data for v in weights], [v.data for v in inputs], bias.data
            # a plain loop: the built-in sum rounds differently since Python 3.12
            for wi, xi in zip(w, x):
                total += wi * xi
        except (AttributeError, TypeError):  # plain numbers among them
            if all(isinstance(v, Value) for v in parents):
                raise
            refuse_table("inputs", inputs)
            return Value.dot(_values(weights), _values(inputs), *_values([bias]))
        return Value(total, "", parents, "dot", (*x, *w, 1.0))

    # -- the chain rule ---------------------------------------------------------------

    def _backward(self) -> None:
        """The chain-rule step of this node: pass ``grad`` on to the parents."""
        grad = self.grad
        for parent, local in zip(self._prev, self._local):
            parent.grad += local * grad

    def backward(self) -> None:
        """Fill ``grad`` of every node below this one with d(self)/d(node).

        Leaves *add* the new gradient to the one they have (as in PyTorch: call
        ``zero_grad`` between steps); interior nodes are computed afresh.
        """
        if not self._prev:
            self.grad = (self.grad or 0.0) + 1.0
            return
        order = topological_order(self)
        for node in order:
            if node._prev or node.grad is None:  # an interior node, or zero in PyTorch's way
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):  # results before ingredients
            if node.grad:  # a gradient of zero has nothing to pass on
                node._backward()

    # -- as a number, and as a copy ----------------------------------------------------

    def item(self) -> float:
        """The number: on purpose without its history, like ``data``. A Tensor has it too."""
        return self.data

    def __deepcopy__(self, memo):
        return copy_graph(self, memo)

    def __reduce_ex__(self, protocol):
        return pack_graph(self)

    def __repr__(self):
        label = f", label={self.label!r}" if self.label else ""
        return f"Value(data={self.data}, grad={self.grad}{label})"


if sys.platform == "emscripten":
    spare_the_stack(Value)


def topological_order(root) -> list:
    """List every node of the graph below ``root`` once, each after its parents; ``root`` is last.

    Lesson 3 writes this as a function ``visit`` that calls itself for each parent. Here the
    nodes that wait for their parents stand on a list of our own, so that depth is no limit.

    Args:
        root: a Value, a Tensor, or a node of any other engine whose ``_prev`` holds its parents
            in a tuple, a list or a set.
    """
    is_ours = isinstance(root, LikeANumber) and type(root).__eq__ is object.__eq__
    visited = set() if is_ours else _Identities()
    is_visited = visited.__contains__  # with filterfalse: a search that runs in C
    visited.add(root)
    order, waiting = [], [(root, filterfalse(is_visited, root._prev))]
    while waiting:
        node, new_parents = waiting[-1]
        for parent in new_parents:
            visited.add(parent)
            if parent._prev:  # its own parents first; the iterator remembers where to go on
                waiting.append((parent, filterfalse(is_visited, parent._prev)))
                break
            order.append(parent)  # a leaf waits for nobody
        else:  # every parent is in the list
            order.append(node)
            waiting.pop()
    return order


class _Identities(set):
    """A set that takes two equal objects for two, whatever their class says about ``==``."""

    def add(self, thing) -> None:
        super().add(id(thing))

    def __contains__(self, thing) -> bool:
        return super().__contains__(id(thing))


def _shortest(k: float) -> str:
    """``k`` as a short text, from which a compiler can read all its digits back."""
    short = f"{k:g}"
    return short if float(short) == k else repr(k)


def _slope_in_base(base: float, k: float, label: str) -> float:
    """The derivative of ``base ** k`` with respect to ``base``: k * base**(k - 1)."""
    if k == 0.0:  # also where base is 0: a constant is flat
        return 0.0
    if base == 0.0 and 0.0 < k < 1.0:  # a root stands upright at 0
        return math.inf
    return k * power(base, k - 1.0, label)


def _slope_in_exponent(base: float, result: float) -> float:
    """The derivative of ``base ** k`` with respect to ``k``: result * log(base)."""
    if base > 0.0:
        return result * math.log(base)
    if base == 0.0:
        return 0.0
    return math.nan  # powers of a negative base exist for whole exponents only


def _with_number(operation, value: Value, other):
    """``value + 2``: the 2 becomes a Value. What is no number is asked itself, if it calculates."""
    number = as_operand(other, Value)
    return NotImplemented if number is NotImplemented else operation(value, Value(number))


def _values(items) -> list[Value]:
    try:
        items = iter(items)
    except TypeError:
        raise TypeError(
            f"expected a list of Values, got a {type(items).__name__}: write [a, b] for a and b"
        ) from None
    return [v if isinstance(v, Value) else Value(v) for v in items]


def _named(value: Value) -> str:
    """``x = -1.0`` or just ``-1.0``, for error messages."""
    return f"{value.label} = {value.data}" if value.label else f"{value.data}"


# -- copies: node after node, so that depth is no limit ---------------------------------------


def copy_graph(root, memo: dict):
    """What ``copy.deepcopy(root)`` does: the graph below ``root`` anew, shared nodes shared.

    ``memo`` belongs to ``deepcopy``: the copies that it has made already, by ``id``.
    """
    import copy  # here, for a quick ``import mgrad``

    is_deep = any(parent._prev and id(parent) not in memo for parent in root._prev)
    for node in topological_order(root) if is_deep else (*root._prev, root):
        if id(node) not in memo:
            memo[id(node)] = twin = _blank_node(type(node))
            own, slots = node.__getstate__()
            for name, thing in {**(own or {}), **slots}.items():
                if name == "_prev":
                    thing = tuple(memo[id(parent)] for parent in thing)
                elif name != "_local":  # numbers and rules that nobody changes
                    thing = copy.deepcopy(thing, memo)
                setattr(twin, name, thing)
    return memo[id(root)]


class _Ahead(list):
    """The nodes that pickle has to take before another node, parents first."""

    __slots__ = ("__weakref__",)

    def __reduce_ex__(self, protocol):
        return list, (), None, iter(self)


@cache
def _taken_nodes():
    """The nodes that a pickle in the making has taken or will take, by id: entries end with it."""
    import weakref

    return weakref.WeakValueDictionary()


def pack_graph(node):
    """What ``pickle`` does with ``node``: first the list of the nodes before it, then its parts.

    When it comes to the parts it has every parent already, and need not go deeper.
    """
    ahead, taken = _Ahead(), _taken_nodes()
    if any(parent._prev and id(parent) not in taken for parent in node._prev):
        ahead.extend(topological_order(node)[:-1])
    taken.update((id(before), ahead) for before in (*ahead, node))
    return _blank_node, (type(node), ahead), node.__getstate__()


def _blank_node(kind: type, ahead: list = ()):
    return kind.__new__(kind)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause Python's cyclic garbage collector inside a ``with`` block.

    Graphs of Values are freed by reference counting, so the collector finds nothing and
    only costs time while millions of nodes are alive. Blocks may be nested.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
