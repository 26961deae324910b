"""What several tasks of lesson 02 Value share."""

import math
import numbers
import re
from contextlib import contextmanager

from mgrad.pictures.graph import describe, snapshot


class OneSided:
    """A forward-only Value without reflected operators.

    Every operation goes through ``_wrap`` and ``_make``.
    """

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def _wrap(self, other):
        return other if isinstance(other, OneSided) else type(self)(other)

    def _make(self, data, parents, op):
        return type(self)(data, "", parents, op)

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = self._wrap(other)
        return self._make(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = self._wrap(other)
        return self._make(self.data * other.data, (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)


class Value(OneSided):
    """The complete forward-only Value."""

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)


def changed_value(**methods) -> type:
    return type("Value", (Value,), methods)


def unwrapped_add(self, other):
    return self._make(self.data + other.data, (self, other), "+")


def ints_wrapped(self, other):
    return type(self)(other) if isinstance(other, int) else other


def endless(*_):
    """What an operation comes to that calls itself; a real one would take its time."""
    raise RecursionError("maximum recursion depth exceeded")


def hash_of_data(self):
    return hash(self.data)


def changes_itself(self, data, *_):
    self.data = data
    return self


def set_of_parents(self, data, parents, op):
    return type(self)(data, "", set(parents), op)


class MethodMissing(TypeError):
    """Python looked for a method of the class and did not find it."""


class PlainNumber(AttributeError):
    """A plain number was asked for what a Value has."""


class SelfMissing(TypeError):
    """Python hands over the object itself, and the method has no place for it."""


class NothingStored(TypeError):
    """The class has no ``__init__`` that takes the number."""


class InitReturns(TypeError):
    """``__init__`` gives something back."""


class NotHashable(TypeError):
    """An object cannot be put in a set."""


class TextAndNumber(TypeError):
    """A text and a number were added."""


@contextmanager
def explained(program=""):
    """The errors of somebody who builds a class step by step, in words that name the step."""
    try:
        yield
    except (TypeError, AttributeError) as error:
        raise kind_of(error)(explanation(error, program)) from None


def kind_of(error):
    """What a message of Python means here, as a class of its own."""
    text = str(error)
    for words, kind in (
        ("unsupported operand", MethodMissing),
        ("bad operand type for unary", MethodMissing),
        ("'int' object has no attribute", PlainNumber),
        ("'float' object has no attribute", PlainNumber),
        ("takes no arguments", NothingStored),
        ("__init__() should return None", InitReturns),
        ("unhashable", NotHashable),
        ("positional argument", SelfMissing),
        ("can only concatenate str", TextAndNumber),
    ):
        if words in text:
            return kind
    return type(error)


def explanation(error, program):
    text, last = str(error), error.__traceback__
    while last.tb_next:
        last = last.tb_next
    in_program = last.tb_frame.f_code.co_name == "<module>"  # not in a method of the class
    expression = program.partition("=")[2].strip()
    found = re.search(r"unsupported operand type\(s\) for (\S+): '(\w+)'", text)
    if found and in_program:
        sign, left = found.groups()
        plain = left in ("int", "float")
        what = (
            expression
            if re.fullmatch(r"[\w.]+ [-+*] [\w.]+", expression)
            else f"{'a plain number' if plain else 'a Value'} {sign} a Value"
        )
        if plain:
            return (
                f"Python found no method for {what}. With a plain number on the left it looks "
                "for a method of the Value on the right (which name?)"
            )
        return (
            f"Python found no method for {what}. It looks for a method of the Value on the left "
            "(which name?)"
        )
    if "bad operand type for unary -" in text:
        return "Python found no method for the minus sign in front of a Value (which name?)"
    if re.match(r"'(int|float)' object has no attribute", text):
        return f"{text}: a plain number has none, it must be wrapped first"
    if "takes no arguments" in text:
        return f"{text}: Python found no __init__ in your class (two underscores on each side)"
    return text


def built(kind, program, given):
    """Run ``c = a * b`` and so on with Values of these names;

    the last name assigned is the root.
    """
    with explained():
        names = {name: kind(number, name) for name, number in given.items()}
    with explained(program):
        exec(program, names)
    return names[root_of(program)], names


def root_of(program):
    return program.split(";")[-1].split("=")[0].strip()


def no_value(thing):
    """What an operation gave, if that has no data."""
    if isinstance(thing, numbers.Real):
        return "a plain number, no Value"
    return "" if hasattr(thing, "data") else f"no Value, but {type(thing).__name__}"


def number_in(node):
    if no_value(node):
        return no_value(node)
    data = node.data
    return (
        data
        if isinstance(data, numbers.Real)
        else f"no number but {'a node' if hasattr(data, 'data') else type(data).__name__}"
    )


def name_of(parent):
    if isinstance(parent, numbers.Real | str):
        return parent
    return getattr(parent, "_op", "") or getattr(parent, "label", "")


def parent_names(node):
    if isinstance(node._prev, tuple | list):
        return [name_of(parent) for parent in node._prev]
    names = [str(name_of(parent)) for parent in node._prev]
    if isinstance(node._prev, set | frozenset):
        return f"a set of {', '.join(sorted(names))}"
    return f"a {type(node._prev).__name__} of {', '.join(names)}"


def record_of(node):
    if no_value(node):
        return no_value(node)
    return {"data": number_in(node), "_op": node._op, "_prev": parent_names(node)}


def all_nodes(root):
    """All nodes, found as in the lesson: ``in`` asks with ``==``."""
    nodes, to_do = [root], [root]
    while to_do:
        for parent in to_do.pop()._prev:
            if parent not in nodes:
                nodes.append(parent)
                to_do.append(parent)
    return nodes


def leaf_names(root):
    return sorted(name_of(node) for node in all_nodes(root) if not node._prev)


def read_aloud(root):
    """What the records of +, * and - below the root say, where it is not true.

    Other operations are not judged.
    """
    nodes, seen = [root], {id(root)}
    for node in nodes:
        nodes += [
            parent for parent in node._prev if id(parent) not in seen and not seen.add(id(parent))
        ]
    untrue = [text for text in map(untrue_record, nodes) if text]
    return f"it says {untrue[0]}" if untrue else "every sentence is true"


def untrue_record(node):
    data = [parent.data for parent in node._prev]
    if node._op not in ("+", "*", "-") or not data:
        return ""
    said = f" {node._op} ".join(f"{number:.6g}" for number in data) + f" = {node.data:.6g}"
    if len(data) == 1:
        return (
            ""
            if node._op == "-" and node.data == -data[0]
            else f"{said}, with a circle {node._op} and one parent only"
        )
    result = (
        sum(data)
        if node._op == "+"
        else math.prod(data)
        if node._op == "*"
        else data[0] - sum(data[1:])
    )
    return "" if math.isclose(result, node.data, rel_tol=1e-9, abs_tol=1e-9) else said


def say_values(values):
    return ", ".join(f"{name} = {number:.4g}" for name, number in values.items())


def pick(rng):
    """A number with two digits after the point that is neither 0 nor 1."""
    return rng.choice((-1, 1)) * round(rng.uniform(1.2, 5), 2)


def own_repr(thing):
    if type(thing).__repr__ is object.__repr__:
        return "Python's own text: the class has " + (
            "__str__, but no __repr__" if "__str__" in vars(type(thing)) else "no __repr__"
        )
    try:
        text = type(thing).__repr__(thing)  # the words with which repr() refuses differ by version
    except TypeError as error:
        raise kind_of(error)(str(error)) from None
    return text if isinstance(text, str) else f"no text, but {type(text).__name__}"


ABC = {"a": 2.0, "b": -3.0, "c": 10.0}
ABCF = ABC | {"f": -2.0}


def probe_class(kind, case):
    what, program, given = case
    if what == "attributes":
        with explained():
            a = kind(3.0, "a")
        return {"label": a.label, "grad": a.grad, **record_of(a)}
    if what == "equal":
        return {"the same": bool(kind(3.0) == kind(3.0)), "in a set": len({kind(3.0), kind(3.0)})}
    root, names = built(kind, program, given)
    if what == "graph":
        nodes = snapshot(root)
        describe(nodes)  # what draw_dot writes on the cards
        return {"nodes": len(nodes), "edges": sum(len(node.parents) for node in nodes)}
    return {
        "data": lambda: number_in(root),
        "record": lambda: record_of(root),
        "leaves": lambda: [name for name in leaf_names(root) if name in given],
        "aloud": lambda: read_aloud(root),
        "new": lambda: (
            "a new node"
            if all(root is not names[name] for name in given)
            else "one of the old ones"
        ),
        "after": lambda: {f"{name}.data": names[name].data for name in given},
        "repr": lambda: digits_shown(root, given["v"]),
        "later": lambda: "5" in repr_later(root, 5.0),
    }[what]()


def repr_later(thing, number):
    """The text of an object whose number has changed; of a new one, if it cannot change."""
    try:
        thing.data = number
    except AttributeError:
        thing = type(thing)(number)
    return own_repr(thing)


def digits_shown(thing, number):
    text = own_repr(thing)
    rounded = re.search(r"\d+\.\d+|\d+", text)
    if str(number) in text:
        return str(number)
    return (
        "a rounded number"
        if rounded and abs(float(rounded[0]) - number) < 0.5 and " at 0x" not in text
        else text
    )


def say_class(case):
    what, program, given = case
    if what in SAY_CLASS:
        return SAY_CLASS[what]
    if what == "repr":
        return f"the digits in repr(Value({given['v']}))"
    if what == "later":
        return "whether repr(v) shows 5, after v.data = 5.0"
    root = root_of(program)
    look = {
        "data": f"{root}.data in {program}",
        "record": program,
        "leaves": f"the names of the leaves below {root} in {program}",
        "after": f"{', '.join(given)} after {program}",
        "graph": f"draw_dot({root}), {program}",
        "aloud": f"the record below {root} read aloud, {program}",
        "new": f"{root}, as an object, in {program}",
    }[what]
    return f"{look}, where {say_values(given)}"


SAY_CLASS = {
    "attributes": 'a = Value(3.0, "a")',
    "equal": "a = Value(3.0) and b = Value(3.0)",
}
