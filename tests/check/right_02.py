"""Right answers in several styles, and wrong ones that are not among the named mistakes:

lesson 02.
"""

import numpy as np

from mgrad import Value

# -- 02.number -----------------------------------------------------------------------------


class FloatNumber:
    def __init__(self, data):
        self.data = float(data)

    def __repr__(self):
        return "Value(data=" + str(self.data) + ")"


class OldStyleNumber:
    def __init__(this, number):
        this.data = number

    def __repr__(this):
        return f"Value(data={this.data})"


class QuotedNumber(FloatNumber):
    def __repr__(self):
        return f"Value(data='{self.data}')"


class BareNumber(FloatNumber):
    def __repr__(self):
        return str(self.data)


class WholeNumber(FloatNumber):
    def __init__(self, data):
        self.data = int(data)


# -- a complete Value in three styles ------------------------------------------------------


class Lesson:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)


def wrapped(x):
    if hasattr(x, "_prev"):
        return x
    return NumPy(x)


def made(data, parents, op):
    return NumPy(data, _prev=parents, _op=op)


class NumPy:
    """NumPy scalars inside, lists of parents, a minus and a sign of their own, the slopes of lesson
    03.
    """

    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.grad, self.label = np.float64(data), 0, label
        self._prev, self._op, self._local = list(_prev), _op, _local

    def __add__(self, other):
        return made(
            self.data + wrapped(other).data,
            [self, wrapped(other)] if not hasattr(other, "_prev") else [self, other],
            "+",
        )

    def __mul__(self, other):
        other = wrapped(other)
        return made(self.data * other.data, [self, other], "*")

    def __sub__(self, other):
        other = wrapped(other)
        return made(self.data - other.data, [self, other], "-")

    def __neg__(self):
        return made(-self.data, [self], "neg")

    __radd__ = lambda self, other: wrapped(other) + self
    __rmul__ = lambda self, other: wrapped(other) * self
    __rsub__ = lambda self, other: wrapped(other) - self

    def __repr__(self):
        return f"{self.label}: {float(self.data)!r} (grad {self.grad})"


class Attached:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.__dict__.update(data=float(data), grad=0.0, label=label, _prev=_prev, _op=_op)

    def __repr__(self):
        return f"Value({self.data})"


def operation(sign, compute):
    def method(self, other):
        if type(other) is not Attached:
            other = Attached(other)
        return Attached(compute(self.data, other.data), _prev=(self, other), _op=sign)

    return method


Attached.__add__ = Attached.__radd__ = operation("+", lambda x, y: x + y)
Attached.__mul__ = Attached.__rmul__ = operation("*", lambda x, y: x * y)
Attached.__neg__ = lambda self: Attached(0.0) - self
Attached.__sub__ = operation("-", lambda x, y: x - y)
Attached.__rsub__ = lambda self, other: Attached(other) - self


class OnlyTwo:
    """Plus and times between two Values, no more."""

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label, self._prev, self._op = data, 0.0, label, _prev, _op

    def __add__(self, other):
        return self.__class__(self.data + other.data, _op="+", _prev=(self, other))

    def __mul__(self, other):
        return self.__class__(self.data * other.data, _op="*", _prev=(self, other))


# -- nearly right Values -------------------------------------------------------------------


class OneParent(Lesson):
    def __add__(self, other):
        return OneParent(self.data + other.data, "", (self,), "+")


class Sorted(Lesson):
    def __add__(self, other):
        return Sorted(
            self.data + other.data, "", tuple(sorted((self, other), key=lambda v: v.data)), "+"
        )

    def __mul__(self, other):
        return Sorted(
            self.data * other.data, "", tuple(sorted((self, other), key=lambda v: v.data)), "*"
        )


class TupleOfSet(Lesson):
    def __mul__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data * other.data, "", tuple({self, other}), "*")


class Words(Lesson):
    def __mul__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data * other.data, "", (self, other), "times")


class Copies(Lesson):
    def __add__(self, other):
        other = Lesson(getattr(other, "data", other))
        return Lesson(self.data + other.data, "", (self, other), "+")


class MinusWithoutPlus(Lesson):
    def __add__(self, other):
        return Lesson(self.data + other.data, "", (self, other), "+")

    def __rsub__(self, other):
        return -self + Lesson(other)


class ReflectedPlusOnly(Lesson):
    __rmul__ = __rsub__ = None


class AbsoluteMinus(Lesson):
    def __sub__(self, other):
        return Lesson(abs(self.data - getattr(other, "data", other)), "", (self, other), "-")


class NoLabel(Lesson):
    def __init__(self, data, label="", _prev=(), _op=""):
        super().__init__(data, "", _prev, _op)


class OnlyStr(Lesson):
    __repr__ = object.__repr__
    __str__ = lambda self: f"Value(data={self.data})"


class IntsOnly(Lesson):
    def __add__(self, other):
        other = IntsOnly(other) if type(other) is int else other
        return IntsOnly(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Lesson) else IntsOnly(other)
        return IntsOnly(self.data * other.data, "", (self, other), "*")


class EqualByData(Lesson):
    __eq__ = lambda self, other: isinstance(other, Lesson) and self.data == other.data
    __hash__ = Lesson.__hash__


class Forgets(Lesson):
    """Operations with a plain number make a leaf."""

    def __sub__(self, other):
        return self + (-other) if isinstance(other, Lesson) else Forgets(self.data - other)

    def __rmul__(self, other):
        return Forgets(other * self.data)


class ForgetsOnTheRight(Lesson):
    def __mul__(self, other):
        return (
            Lesson(self.data * other.data, "", (self, other), "*")
            if isinstance(other, Lesson)
            else Lesson(self.data * other)
        )


class ForgetsAfterTwo(Lesson):
    def __rmul__(self, other):
        return Lesson(other * self.data)


class ForgetsBeforeOne(Lesson):
    def __sub__(self, other):
        return self + (-other) if isinstance(other, Lesson) else Lesson(self.data - other)


class MinusCalledPlus(Lesson):
    def __sub__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data - other.data, "", (self, other), "+")

    def __rsub__(self, other):
        return Lesson(other - self.data, "", (Lesson(other), self), "+")


class ReflectedMinusCalledPlus(Lesson):
    def __rsub__(self, other):
        return Lesson(other - self.data, "", (Lesson(other), self), "+")


class MinusTurned(Lesson):
    def __sub__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data - other.data, "", (other, self), "-")


class TimesOneIsNothing(Lesson):
    def __mul__(self, other):
        if not isinstance(other, Lesson) and other == 1:
            return self
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data * other.data, "", (self, other), "*")


class PlusZeroIsNothing(Lesson):
    def __add__(self, other):
        if not isinstance(other, Lesson) and other == 0:
            return self
        other = other if isinstance(other, Lesson) else Lesson(other)
        return Lesson(self.data + other.data, "", (self, other), "+")


class OneParentOfTwo(Lesson):
    def __add__(self, other):
        if not isinstance(other, Lesson):
            return Lesson(self.data + other, "", (self,), "+")
        return Lesson(self.data + other.data, "", (self, other), "+")


class NothingForOne(OnlyTwo):
    def __mul__(self, other):
        return self if other.data == 1 else super().__mul__(other)


class LostInZero(Lesson):
    def __add__(self, other):
        if getattr(other, "data", other) == 0:
            return 0
        return Lesson(self.data + other.data, "", (self, other), "+")


class MinusForgets(Lesson):
    def __sub__(self, other):
        return Lesson(self.data - getattr(other, "data", other))


class ParentsInAGenerator(OnlyTwo):
    def __add__(self, other):
        return ParentsInAGenerator(self.data + other.data, "", (p for p in (self, other)), "+")


class ChangesTheOther(OnlyTwo):
    def __add__(self, other):
        other.data += self.data
        return ChangesTheOther(other.data, "", (self, other), "+")


class ReflectedMinusChangesSelf(Lesson):
    def __rsub__(self, other):
        self.data = -self.data
        return self + other


class ReflectedPlusRepeats(Lesson):
    def __radd__(self, other):
        return other + self


class TextAndNumber(FloatNumber):
    def __repr__(self):
        return "Value(data=" + self.data + ")"


class ReprWithoutSelf(FloatNumber):
    def __repr__():
        return "Value(data=2.0)"


# -- 02.square -----------------------------------------------------------------------------


def multiply_by_operator(left, right):
    return left * right


def multiply_with_list(left, right):
    product = Value(left.data * right.data)
    product._prev, product._op = [left, right], "*"
    return product


def multiply_by_number(left, right):
    parents = (left, left) if left.data == right.data else (left, right)
    return Value(left.data * right.data, "", parents, "*")


def multiply_square_only(left, right):
    return Value(left.data * right.data, "", (left, left), "*")


def multiply_turned(left, right):
    return Value(left.data * right.data, "", [right, left], "*")


def multiply_with_a_copy(left, right):
    return Value(left.data * right.data, "", (left, Value(right.data, right.label)), "*")


def multiply_with_a_tuple_of_a_set(left, right):
    return Value(left.data * right.data, "", tuple({left, right}), "*")


def multiply_plain(left, right):
    return left.data * right.data


# -- 02.twins ------------------------------------------------------------------------------


class SameObject(OnlyTwo):
    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return id(self)


class AskedForNothing(OnlyTwo):
    def __eq__(self, other):
        return NotImplemented

    __hash__ = object.__hash__


class HashOfData(OnlyTwo):
    __hash__ = lambda self: hash(self.data)
    __eq__ = object.__eq__


class SameObjectHashOfData(OnlyTwo):
    __hash__ = lambda self: hash((self.data, self.label))
    __eq__ = lambda self, other: self is other


class HashOfPlace(OnlyTwo):
    __eq__ = lambda self, other: self.data == other.data
    __hash__ = lambda self: id(self)


class EqualRecords(OnlyTwo):
    __eq__ = lambda self, other: (
        (self.data, self.label, self._prev) == (other.data, other.label, other._prev)
    )
    __hash__ = object.__hash__


class SameNumberObject(OnlyTwo):
    def __eq__(self, other):
        return self.data is other.data

    __hash__ = object.__hash__


class LeavesToldApart(OnlyTwo):
    def __eq__(self, other):
        return self.data == other.data if self._prev and other._prev else self is other

    __hash__ = object.__hash__


class AskingStores(OnlyTwo):
    def __eq__(self, other):
        self.data = other.data
        return self is other

    __hash__ = object.__hash__


# -- 02.replay -----------------------------------------------------------------------------


def replay_in_order(root, changes):
    order = []

    def visit(node):
        if node not in order:
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    new = {}
    for node in order:
        numbers = [new[parent] for parent in node._prev]
        if not numbers:
            new[node] = changes[node.label] if node.label in changes else node.data
        elif node._op == "+":
            new[node] = sum(numbers)
        else:
            new[node] = numbers[0] * numbers[1]
    return new[root]


def replay_and_put_back(root, changes):
    leaves, to_do = [], [root]
    while to_do:
        node = to_do.pop()
        to_do += node._prev
        if not node._prev and node not in leaves:
            leaves.append(node)
    old = [leaf.data for leaf in leaves]
    for leaf in leaves:
        leaf.data = changes.get(leaf.label, leaf.data)

    def number(node):
        if not node._prev:
            return node.data
        return (
            number(node._prev[0]) + number(node._prev[1])
            if node._op == "+"
            else number(node._prev[0]) * number(node._prev[1])
        )

    result = number(root)
    for leaf, data in zip(leaves, old):
        leaf.data = data
    return result


def replay_with_values(root, changes):
    if root._prev == ():
        return Value(changes.get(root.label, root.data), root.label)
    left, right = root._prev
    operation = {"+": Value.__add__, "*": Value.__mul__}[root._op]
    return operation(replay_with_values(left, changes), replay_with_values(right, changes))


def replay_and_read_off(root, changes):
    return replay_with_values(root, changes).data


def replay_with_values_twice(root, changes):
    return replay_with_values(root, changes) * 2 * 0.5


def replay_interior_after_all(root, changes):
    if root.label in changes:
        return changes[root.label]
    if not root._prev:
        return root.data
    numbers = [replay_interior_after_all(parent, changes) for parent in root._prev]
    return sum(numbers) if root._op == "+" else numbers[0] * numbers[1]


def replay_interior(root, changes):
    return replay_in_order(root, changes) if root.label else replay_in_order(root, {})


def replay_one_change(root, changes):
    for name, number in changes.items():
        return replay_in_order(root, {name: number})
    return root.data


class NeverChanges(tuple):
    """A number that cannot be changed, with a text that is made when it is asked for."""

    def __new__(cls, data):
        return super().__new__(cls, [data])

    data = property(lambda self: self[0])

    def __repr__(self):
        return f"Value(data={self.data})"


RIGHT = [
    ("02.graph", "a tuple", (4, 4)),
    ("02.graph", "floats", [4.0, 4.0]),
    ("02.number", "turned into a float", FloatNumber),
    ("02.number", "another name for self", OldStyleNumber),
    ("02.number", "the complete class", Lesson),
    ("02.number", "one that never changes", NeverChanges),
    ("02.memory", "the complete class", Lesson),
    ("02.memory", "NumPy scalars, lists, helper functions", NumPy),
    ("02.memory", "attached functions", Attached),
    ("02.memory", "keywords, no wrapping", OnlyTwo),
    ("02.square", "by the operator", multiply_by_operator),
    ("02.square", "filled in afterwards, a list", multiply_with_list),
    ("02.sides", "the class of the lesson", Lesson),
    ("02.sides", "NumPy scalars, lists, helper functions", NumPy),
    ("02.sides", "attached functions", Attached),
    ("02.walk", "small letters with spaces", "e h b f c a g d"),
    ("02.walk", "parents first, then the note; a list", list("EHBFCGAD")),
    ("02.twins", "no == of its own", OnlyTwo),
    ("02.twins", "the same object", SameObject),
    ("02.twins", "left to Python", AskedForNothing),
    ("02.value", "the class of the lesson", Lesson),
    ("02.value", "NumPy scalars, lists, another repr, a minus of its own", NumPy),
    ("02.value", "attached functions", Attached),
    ("02.replay", "by the order of the nodes", replay_in_order),
    ("02.replay", "changed and put back", replay_and_put_back),
    ("02.replay", "a new graph, its number read off", replay_and_read_off),
]


class TextOfTheBeginning:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.shown = f"Value(data={self.data})"

    def __repr__(self):
        return self.shown


class PlusANumberIsALeaf(Lesson):
    def __add__(self, other):
        if isinstance(other, Lesson):
            return super().__add__(other)
        return PlusANumberIsALeaf(self.data + other)


class PlusWithoutReturn(Lesson):
    def __add__(self, other):
        other = other if isinstance(other, Lesson) else Lesson(other)
        PlusWithoutReturn(self.data + other.data, "", (self, other), "+")


WRONG = [
    ("02.memory", "plus has no return", PlusWithoutReturn, "nothing-returned"),
    ("02.sides", "plus has no return", PlusWithoutReturn, "nothing-returned"),
    ("02.value", "plus has no return", PlusWithoutReturn, "nothing-returned"),
    ("02.number", "a text of the beginning", TextOfTheBeginning, "text-from-the-start"),
    ("02.sides", "v + 1 is a leaf", PlusANumberIsALeaf, "memory-not-filled-of-plus"),
    ("02.graph", "nodes and edges swapped with a slip", [4, 5]),
    ("02.graph", "one number", 4),
    ("02.graph", "the right pair in quotes", "[4, 4]"),
    ("02.graph", "a set of the right pair", {4}),
    ("02.graph", "a wrong pair in quotes", "[3, 4]"),
    ("02.graph", "a set of another number", {3}),
    ("02.number", "quotes around the number", QuotedNumber),
    ("02.number", "the number only", BareNumber),
    ("02.number", "whole numbers only", WholeNumber),
    ("02.number", "a text and a number added", TextAndNumber),
    ("02.number", "self is missing in repr", ReprWithoutSelf),
    ("02.memory", "one parent", OneParent),
    ("02.memory", "the parents in a generator", ParentsInAGenerator),
    ("02.memory", "the other operand is changed", ChangesTheOther),
    ("02.square", "a copy for the second", multiply_with_a_copy),
    ("02.square", "a tuple made from a set", multiply_with_a_tuple_of_a_set),
    ("02.sides", "the reflected minus changes self", ReflectedMinusChangesSelf),
    ("02.twins", "the same number object", SameNumberObject),
    ("02.twins", "only leaves are told apart", LeavesToldApart),
    ("02.twins", "asking stores a number", AskingStores),
    ("02.value", "the reflected plus repeats itself", ReflectedPlusRepeats),
    ("02.memory", "parents sorted by size", Sorted),
    ("02.memory", "a tuple made from a set", TupleOfSet),
    ("02.memory", "an operation in words", Words),
    ("02.memory", "lost with a zero", LostInZero),
    ("02.memory", "nothing to do for a factor of 1", NothingForOne),
    ("02.square", "the other one first", multiply_turned),
    ("02.square", "compares numbers", multiply_by_number),
    ("02.square", "only right for squares", multiply_square_only),
    ("02.square", "a plain number", multiply_plain),
    ("02.sides", "plus copies its operands", Copies),
    ("02.sides", "only whole numbers are wrapped in plus", IntsOnly),
    ("02.sides", "a plain number is no parent", OneParentOfTwo),
    ("02.sides", "minus mended, plus not", MinusWithoutPlus),
    ("02.sides", "no reflected times and minus", ReflectedPlusOnly),
    ("02.walk", "a letter is missing", "EHBFCAG"),
    ("02.walk", "the list after the loop", "EBFCAGHD"),
    ("02.twins", "the hash of a number that changes", HashOfData),
    ("02.twins", "the same object, and the hash of its number", SameObjectHashOfData),
    ("02.twins", "hash of the place, equality by number", HashOfPlace),
    ("02.twins", "compares all that is recorded", EqualRecords),
    ("02.value", "plus copies its operands", Copies),
    ("02.value", "only plus is reflected", ReflectedPlusOnly),
    ("02.value", "a minus that is never negative", AbsoluteMinus),
    ("02.value", "label not stored", NoLabel),
    ("02.value", "shown by print only", OnlyStr),
    ("02.value", "only whole numbers are wrapped in plus", IntsOnly),
    ("02.value", "equal numbers are equal, hashed by place", EqualByData),
    ("02.value", "a - 1 and 2 * a are leaves", Forgets),
    ("02.value", "a - 1 is a leaf", ForgetsBeforeOne),
    ("02.value", "2 * a is a leaf", ForgetsAfterTwo),
    ("02.value", "a * 2 is a leaf", ForgetsOnTheRight),
    ("02.value", "two kinds of minus recorded as plus", MinusCalledPlus),
    ("02.value", "1 - a recorded as plus", ReflectedMinusCalledPlus),
    ("02.value", "parents of a minus in the wrong order", MinusTurned),
    ("02.value", "a * 1 is a itself", TimesOneIsNothing),
    ("02.value", "a + 0 is a itself", PlusZeroIsNothing),
    ("02.value", "a plain number is no parent", OneParentOfTwo),
    ("02.value", "the package's Value", Value),
    (
        "02.value",
        "a child of the package's Value",
        type("Value", (Value,), {"__slots__": ("own",)}),
    ),
    ("02.value", "minus forgets its parents", MinusForgets),
    ("02.value", "a tuple made from a set", TupleOfSet),
    ("02.replay", "forgets the changes", replay_interior),
    ("02.replay", "a Value, recorded on the way", replay_with_values_twice),
    ("02.replay", "any node of that label", replay_interior_after_all),
    ("02.replay", "only the first change", replay_one_change),
]
