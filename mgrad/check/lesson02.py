"""Checks for the exercises of lesson 02, Value."""

from __future__ import annotations

import math
import numbers
import re
from contextlib import contextmanager

import mgrad
from mgrad.check.task import FormError, Mistake, Task, arranged, engine_of, value_task
from mgrad.pictures.graph import describe, snapshot

TITLE = "02 Value"


# -- right answers; a wrong one changes a single thing in them -----------------------------


class _OneSided:
    """A forward-only Value without reflected operators. Every operation goes through ``_wrap`` and ``_make``."""

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def _wrap(self, other):
        return other if isinstance(other, _OneSided) else type(self)(other)

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


class Value(_OneSided):
    """The complete forward-only Value."""

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)


def _changed(**methods) -> type:
    return type("Value", (Value,), methods)


def _unwrapped_add(self, other):
    return self._make(self.data + other.data, (self, other), "+")


def _ints_wrapped(self, other):
    return type(self)(other) if isinstance(other, int) else other


def _int_wrapped_add(self, other):
    return _unwrapped_add(self, _ints_wrapped(self, other))


def _same_data(self, other):
    return self.data == other.data


def _hash_of_data(self):
    return hash(self.data)


def _subtract_as_plus(self, other):
    other = self._wrap(other)
    return self._make(self.data - other.data, (self, other), "+")


def _changes_itself(self, data, *_):
    self.data = data
    return self


def _own_parent(self, data, parents, op):
    self.data, self._prev, self._op = data, parents, op
    return self


def _plain_result(self, data, *_):
    return data


def _set_of_parents(self, data, parents, op):
    return type(self)(data, "", set(parents), op)


def _label_left_out(self, data, parents, op):
    return type(self)(data, parents, op)


def _other_first(self, data, parents, op):
    return type(self)(data, "", parents[::-1], op)


def _only_in(sign, make) -> type:
    """One of the two operations makes its result in another way."""
    return _changed(_make=lambda self, data, parents, op: (make if op == sign else Value._make)(self, data, parents, op))


def _in_one_method(id, make, what, next_step):
    for sign, name, method in (("+", "plus", "__add__"), ("*", "times", "__mul__")):
        yield Mistake(f"{id}-in-{name}", _only_in(sign, make), f"One of the two methods is right. In {method}, {what}", next_step)


# -- building and looking ------------------------------------------------------------------


@contextmanager
def _explained(program=""):
    """The errors of somebody who builds a class step by step, in words that name the step."""
    try:
        yield
    except (TypeError, AttributeError) as error:
        raise type(error)(_explanation(error, program)) from None


def _explanation(error, program):
    text, last = str(error), error.__traceback__
    while last.tb_next:
        last = last.tb_next
    in_program = last.tb_frame.f_code.co_name == "<module>"  # not in a method of the class
    expression = program.partition("=")[2].strip()
    found = re.search(r"unsupported operand type\(s\) for (\S+): '(\w+)'", text)
    if found and in_program:
        sign, left = found.groups()
        plain = left in ("int", "float")
        what = expression if re.fullmatch(r"[\w.]+ [-+*] [\w.]+", expression) else f"{'a plain number' if plain else 'a Value'} {sign} a Value"
        if plain:
            return f"Python found no method for {what}. With a plain number on the left it looks for a method of the Value on the right (which name?)"
        return f"Python found no method for {what}. It looks for a method of the Value on the left (which name?)"
    if "bad operand type for unary -" in text:
        return "Python found no method for the minus sign in front of a Value (which name?)"
    if re.match(r"'(int|float)' object has no attribute", text):
        return f"{text}: a plain number has none, it must become a Value first"
    if "takes no arguments" in text:
        return f"{text}: Python found no __init__ in your class (two underscores on each side)"
    return text


def _built(kind, program, given):
    """Run ``c = a * b`` and so on with Values of these names; the last name assigned is the root."""
    with _explained():
        names = {name: kind(number, name) for name, number in given.items()}
    with _explained(program):
        exec(program, names)
    return names[_root_of(program)], names


def _root_of(program):
    return program.split(";")[-1].split("=")[0].strip()


def _number(node):
    data = node.data
    return data if isinstance(data, numbers.Real) else f"no number but an object of type {type(data).__name__}"


def _name(parent):
    if isinstance(parent, numbers.Real | str):
        return parent
    return getattr(parent, "_op", "") or getattr(parent, "label", "")


def _parents(node):
    names = [_name(parent) for parent in node._prev]
    return f"a set of {', '.join(sorted(map(str, names)))}" if isinstance(node._prev, set | frozenset) else names


def _record(node):
    return {"data": _number(node), "_op": node._op, "_prev": _parents(node)}


def _walk(root):
    """All nodes, found as in the lesson: ``in`` asks with ``==``."""
    nodes, to_do = [root], [root]
    while to_do:
        for parent in to_do.pop()._prev:
            if parent not in nodes:
                nodes.append(parent)
                to_do.append(parent)
    return nodes


def _leaves(root):
    return sorted(_name(node) for node in _walk(root) if not node._prev)


def _read_aloud(root):
    """What the records of +, * and - below the root say, where it is not true. Other operations are not judged."""
    nodes, seen = [root], {id(root)}
    for node in nodes:
        nodes += [parent for parent in node._prev if id(parent) not in seen and not seen.add(id(parent))]
    untrue = [text for text in map(_untrue, nodes) if text]
    return f"it says {untrue[0]}" if untrue else "every sentence is true"


def _untrue(node):
    data = [parent.data for parent in node._prev]
    if node._op not in ("+", "*", "-") or not data:
        return ""
    said = f" {node._op} ".join(f"{number:.6g}" for number in data) + f" is {node.data:.6g}"
    if len(data) == 1:
        return "" if node._op == "-" and node.data == -data[0] else f"{said}, with a circle {node._op} and one parent only"
    result = sum(data) if node._op == "+" else math.prod(data) if node._op == "*" else data[0] - sum(data[1:])
    return "" if math.isclose(result, node.data, rel_tol=1e-9, abs_tol=1e-9) else said


def _given(values):
    return ", ".join(f"{name} = {number:.4g}" for name, number in values.items())


def _pick(rng):
    """A number with two digits after the point that is neither 0 nor 1."""
    return rng.choice((-1, 1)) * round(rng.uniform(1.2, 5), 2)


# -- 02.number -----------------------------------------------------------------------------


def _probe_number(kind, case):
    what, *data = case
    with _explained():
        objects = [kind(number) for number in data]
    if what == "repr":
        return _own_repr(objects[0])
    return {f"{name}.data": _stored(thing) for name, thing in zip("ab", objects)}


def _own_repr(thing):
    if type(thing).__repr__ is object.__repr__:
        return "Python's own text: the class has " + ("__str__, but no __repr__" if "__str__" in vars(type(thing)) else "no __repr__")
    return repr(thing)


def _stored(thing):
    """Its data; a forgotten ``self.`` stays an error."""
    others = [] if hasattr(thing, "data") else list(getattr(thing, "__dict__", {}))
    return f"no data, but the name {others[0]}" if others else thing.data


def _say_number(case):
    what, *data = case
    return f"repr(Value({data[0]!r}))" if what == "repr" else f"a = Value({data[0]!r}), b = Value({data[1]!r})"


class _Number:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data})"


def _number_class(**methods) -> type:
    return type("Value", (_Number,), methods)


# -- 02.memory, 02.sides and 02.value ------------------------------------------------------

ABC = {"a": 2.0, "b": -3.0, "c": 10.0}
ABCF = ABC | {"f": -2.0}


def _probe_class(kind, case):
    what, program, given = case
    if issubclass(kind, mgrad.Value):
        raise FormError("This is the package's Value. The point of this task is one of your own.")
    if what == "attributes":
        with _explained():
            a = kind(3.0, "a")
        return {"label": a.label, "grad": a.grad, **_record(a)}
    if what == "equal":
        return {"the same": bool(kind(3.0) == kind(3.0)), "in a set": len({kind(3.0), kind(3.0)})}
    root, names = _built(kind, program, given)
    if what == "graph":
        nodes = snapshot(root)
        describe(nodes)  # what draw_dot writes on the cards
        return {"nodes": len(nodes), "edges": sum(len(node.parents) for node in nodes)}
    return {
        "data": lambda: _number(root),
        "record": lambda: _record(root),
        "leaves": lambda: [name for name in _leaves(root) if name in given],
        "aloud": lambda: _read_aloud(root),
        "new": lambda: "a new node" if all(root is not names[name] for name in given) else "one of the old ones",
        "after": lambda: {f"{name}.data": names[name].data for name in given},
        "repr": lambda: _digits(root, given["v"]),
    }[what]()


def _digits(thing, number):
    text = _own_repr(thing)
    rounded = re.search(r"\d+\.\d+|\d+", text)
    if str(number) in text:
        return str(number)
    return "a rounded number" if rounded and abs(float(rounded[0]) - number) < 0.5 and " at 0x" not in text else text


def _say_class(case):
    what, program, given = case
    if what in _SAY_CLASS:
        return _SAY_CLASS[what]
    if what == "repr":
        return f"the digits in repr(Value({given['v']}))"
    root = _root_of(program)
    look = {
        "data": f"{root}.data in {program}",
        "record": program,
        "leaves": f"the names of the leaves below {root} in {program}",
        "after": f"{' and '.join(given)} after {program}",
        "graph": f"draw_dot({root}), {program}",
        "aloud": f"the record below {root} read aloud, {program}",
        "new": f"{root}, as an object, in {program}",
    }[what]
    return f"{look}, with {_given(given)}"


_SAY_CLASS = {
    "attributes": 'a = Value(3.0, "a")',
    "equal": "a = Value(3.0) and b = Value(3.0)",
}


def _cases_memory(rng):
    a, b = _pick(rng), _pick(rng)
    return [
        ["after", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["after", "d = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a + a", {"a": 3.0}],
        ["record", "d = a * a", {"a": 3.0}],
        ["record", "d = a + b", {"a": 2.0, "b": 0.0}],
        ["record", "d = a + b", {"a": 0.0, "b": 2.0}],
        ["record", "d = a * b", {"a": 2.0, "b": 1.0}],
        ["record", "d = a * b", {"a": 0.0, "b": 2.0}],
        ["record", "d = a * b + c", ABC],
        ["record", "d = b * a", {"a": a, "b": b}],
        ["data", "d = a * a + b * a", {"a": a, "b": b}],
    ]


def _cases_sides(rng):
    v, w = _pick(rng), _pick(rng)
    return [
        ["data", "total = sum([v, w])", {"v": 3.0, "w": 2.0}],
        ["data", "d = v + 1", {"v": 3.0}],
        ["data", "d = 1 - v", {"v": 3.0}],
        ["data", "d = v - 1", {"v": 3.0}],
        ["data", "d = v - w", {"v": 3.0, "w": 2.0}],
        ["record", "d = v + w", {"v": 3.0, "w": 2.0}],
        ["data", "d = v + 0.5", {"v": 3.0}],
        ["data", "d = 0.5 - v", {"v": 3.0}],
        ["leaves", "d = v + 1", {"v": 3.0}],
        ["aloud", "d = v + 1", {"v": 3.0}],
        ["leaves", "d = 1 - v", {"v": 3.0}],
        ["leaves", "d = 2 * v", {"v": 3.0}],
        ["aloud", "d = 1 - v", {"v": 3.0}],
        ["data", "d = 2 * v - w * 3", {"v": v, "w": w}],
        ["data", "d = 4 - (1 + v) - w", {"v": v, "w": w}],
    ]


def _cases_value(rng):
    a, b = _pick(rng), _pick(rng)
    return [
        ["attributes", "", {}],
        ["record", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * a", {"a": 3.0}],
        ["data", "d = a + 1", {"a": 3.0}],
        ["data", "d = a * 2", {"a": 3.0}],
        ["data", "d = 1 + a", {"a": 3.0}],
        ["data", "d = 2 * a", {"a": 3.0}],
        ["data", "d = -a", {"a": 3.0}],
        ["data", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["data", "d = a - 1", {"a": 3.0}],
        ["data", "d = 1 - a", {"a": 3.0}],
        ["data", "d = a + 0.5", {"a": 3.0}],
        ["data", "d = a * 0.5", {"a": 3.0}],
        ["data", "d = 0.5 - a", {"a": 3.0}],
        ["leaves", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["aloud", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["aloud", "d = -a", {"a": 3.0}],
        ["leaves", "d = a - 1", {"a": 3.0}],
        ["aloud", "d = a - 1", {"a": 3.0}],
        ["leaves", "d = a + 1", {"a": 3.0}],
        ["aloud", "d = a + 1", {"a": 3.0}],
        ["leaves", "d = a * 2", {"a": 3.0}],
        ["aloud", "d = a * 2", {"a": 3.0}],
        ["leaves", "d = 1 + a", {"a": 3.0}],
        ["leaves", "d = 2 * a", {"a": 3.0}],
        ["aloud", "d = 2 * a", {"a": 3.0}],
        ["leaves", "d = 1 - a", {"a": 3.0}],
        ["aloud", "d = 1 - a", {"a": 3.0}],
        ["new", "d = a * 1", {"a": 3.0}],
        ["new", "d = a + 0", {"a": 3.0}],
        ["new", "d = 1 * a", {"a": 3.0}],
        ["new", "d = a - 0", {"a": 3.0}],
        ["after", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["after", "d = -a", {"a": 3.0}],
        ["repr", "d = v", {"v": 1.0000068814612597}],
        ["graph", "L = (a * b + c) * f", ABCF],
        ["graph", "y = x * x + 3", {"x": 3.0}],
        ["equal", "", {}],
        ["data", "d = sum([a, b, 1]) * (2 - a) - 3 * b", {"a": a, "b": b}],
        ["leaves", "d = 1 - a * b", {"a": a, "b": b}],
        ["aloud", "d = 1 - a * b - (a - 2) * b", {"a": a, "b": b}],
    ]


# -- 02.square -----------------------------------------------------------------------------


def _multiply(left, right):
    return Value(left.data * right.data, "", (left, right), "*")


def _probe_square(multiply, case):
    given = {name: mgrad.Value(number, name) for name, number in case.items()}
    product = multiply(*(list(given.values()) * 2)[:2])  # one name: it is used twice
    return {"data": _number(product), "_op": product._op, "_prev": _parents(product)}


def _say_square(case):
    return f"multiply({', '.join((list(case) * 2)[:2])}), with {_given(case)}"


def _cases_square(rng):
    return [{"v": 3.0}, {"a": 2.0, "b": -3.0}, {"p": 3.0, "q": 3.0}, {"v": 2.0}, {"a": _pick(rng), "b": _pick(rng)}]


# -- 02.walk -------------------------------------------------------------------------------

LINES = {
    "A": "        seen.append(node)",
    "B": "    while to_do:",
    "C": "        if node in seen: continue",
    "D": "    return len(seen)",
    "E": "def count(root):",
    "F": "        node = to_do.pop()",
    "G": "        to_do.extend(node._prev)",
    "H": "    seen, to_do = [], [root]",
}


class _Watched(Value):
    """A Value that notes how often somebody asks for its parents."""

    reads = 0

    @property
    def _prev(self):
        _Watched.reads += 1
        return self.__dict__["_prev"]

    @_prev.setter
    def _prev(self, parents):
        self.__dict__["_prev"] = parents


def _probe_walk(order, case):
    what, program, given = case
    namespace = {}
    exec(arranged(LINES, order), namespace)
    root, _ = _built(_Watched, program, given)
    _Watched.reads = 0
    counted = namespace["count"](root)
    return counted if what == "count" else _Watched.reads


def _say_walk(case):
    what, program, _ = case
    call = f"count({_root_of(program)})"
    return f"{call} in {program}" if what == "count" else f"how often {call} asks a node for its parents in {program}"


DOUBLED = "b = a + a; c = b + b; d = c + c"


# -- 02.twins ------------------------------------------------------------------------------


def _probe_twins(kind, case):
    what, left, right = case
    if what == "leaves":
        return _leaves(_built(kind, "n = x1 * w1 + x2 * w2", {"x1": 3.0, "x2": 4.0, "w1": left, "w2": right})[0])
    if what == "record":
        return _record(kind(left, "v") * kind(right, "w"))
    first, second = kind(left), kind(right)
    return {
        "nodes": lambda: len(_walk(first + second)),
        "again": lambda: len(_walk(first + first)),
        "set": lambda: len({first, second}),
        "itself": lambda: bool(first == first),
        "equal": lambda: bool(first == second),
        "moved": lambda: _found_after_a_step(first),
    }[what]()


def _found_after_a_step(node):
    found = {node}
    node.data += 0.25
    return node in found


def _say_twins(case):
    what, left, right = case
    pair = f"Twin({left:.4g}), Twin({right:.4g})"
    return {
        "leaves": f"the leaves below x1 * w1 + x2 * w2, with w1 = {left:.4g}, w2 = {right:.4g}",
        "nodes": f"the number of nodes of Twin({left:.4g}) + Twin({right:.4g})",
        "again": f"the number of nodes of v + v, with v = Twin({left:.4g})",
        "set": f"the size of the set {{{pair}}}",
        "itself": f"v == v, with v = Twin({left:.4g})",
        "equal": f"v == w, with v, w = {pair}",
        "record": f"v * w, with v, w = {pair}",
        "moved": f"v in nodes, with v = Twin({left:.4g}), nodes = {{v}}, and then v.data += 0.25",
    }[what]


def _cases_twins(rng):
    x = _pick(rng)
    return [
        ["leaves", 0.5, 0.5],
        ["nodes", 3.0, 3.0],
        ["again", 3.0, 3.0],
        ["set", 3.0, 3.0],
        ["itself", 3.0, 3.0],
        ["equal", 3.0, 3.0],
        ["moved", 3.0, 3.0],
        ["record", 2.0, -3.0],
        ["nodes", x, x],
    ]


# -- 02.replay -----------------------------------------------------------------------------


def _replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_replay(parent, changes) for parent in root._prev))


def _operate(node, left, right):
    return left + right if node._op == "+" else left * right


def _write_into_leaves(root, changes):
    for node in _walk(root):
        if node.label in changes:
            node.data = changes[node.label]
    return root.data


def _one_level(root, changes):
    return _operate(root, *(changes.get(parent.label, parent.data) for parent in root._prev))


def _replay_in_place(root, changes):
    _write_into_leaves(root, changes)
    return _replay(root, {})


def _only_changed(root, changes):
    if not root._prev:
        return changes[root.label]
    return _operate(root, *(_only_changed(parent, changes) for parent in root._prev))


def _zero_lost(root, changes):
    if not root._prev:
        return changes.get(root.label) or root.data
    return _operate(root, *(_zero_lost(parent, changes) for parent in root._prev))


def _in_reversed_order_of_discovery(root, changes):
    new = {}
    for node in reversed(_walk(root)):
        parents = (new.get(id(parent), parent.data) for parent in node._prev)
        new[id(node)] = _operate(node, *parents) if node._prev else changes.get(node.label, node.data)
    return new[id(root)]


def _in_reversed_order_without_old_numbers(root, changes):
    new = {}
    for node in reversed(_walk(root)):
        new[id(node)] = _operate(node, *(new[id(parent)] for parent in node._prev)) if node._prev else changes.get(node.label, node.data)
    return new[id(root)]


def _others_zero(root, changes):
    if not root._prev:
        return changes.get(root.label, 0)
    return _operate(root, *(_others_zero(parent, changes) for parent in root._prev))


def _all_sums(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    return sum(_all_sums(parent, changes) for parent in root._prev)


def _any_node_by_label(root, changes):
    if root.label in changes or not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_any_node_by_label(parent, changes) for parent in root._prev))


def _as_a_value(root, changes):
    if not root._prev:
        return Value(changes.get(root.label, root.data))
    return _operate(root, *(_as_a_value(parent, changes) for parent in root._prev))


def _probe_replay(replay, case):
    program, given, changes = case
    root, _ = _built(engine_of(replay), program, given)
    results = [_plain_number(replay(root, dict(change))) for change in changes]
    return results if len(results) > 1 else results[0]


def _plain_number(result):
    return f"a Value that holds {result.data:.6g}" if hasattr(result, "_prev") else result


def _say_replay(case):
    program, given, changes = case
    calls = ", then ".join(f"replay({_root_of(program)}, {change})" for change in changes)
    return f"{calls} in {program}, with {_given(given)}"


def _cases_replay(rng):
    formula, reuse = "L = (a * b + c) * f", "e = a * b; L = e * (e + c)"
    given = {name: _pick(rng) for name in "abcf"}
    return [
        [formula, ABCF, [{}]],
        [formula, ABCF, [{"a": 5.0}]],
        [formula, ABCF, [{"f": 1.0}]],
        [formula, ABCF, [{"b": 0.0}]],
        [formula, ABCF, [{"a": 5.0}, {}]],
        ["y = x * x + 3", {"x": 3.0}, [{"x": 5.0}]],
        [reuse, ABC, [{"a": 5.0}]],
        ["u = x * x; u.label = 'x'; y = u + x", {"x": 3.0}, [{"x": 5.0}]],
        [formula, given, [{"a": _pick(rng), "c": _pick(rng)}, {"f": _pick(rng)}]],
    ]


def _pair(answer):
    """Two numbers; the right ones in quotes or in braces get a sentence of their own."""
    numbers = re.findall(r"-?[\d.]+", answer) if isinstance(answer, str) else []
    if numbers == ["4", "4"] or (isinstance(answer, set) and answer == {4}):
        raise FormError("The numbers are not the problem, the form is: write a list, with square brackets and without quotes.")
    return answer


TASKS = [
    value_task(
        "02.graph",
        "nodes_and_edges",
        [4, 4],
        "A node is an object and an edge is one use of it: x is one node with two edges, and the wrapped 3 is a leaf of its own.",
        Mistake(
            "equal-means-same",
            [3, 4],
            "With three nodes, x and the plain 3 would share one, because both hold 3. A node is an object: two objects with the same number are two nodes.",
            "Which object is made when Python comes to + 3?",
        ),
        Mistake(
            "children-in-a-set",
            [4, 3],
            "One edge is missing: x * x uses x twice, and every use is an edge. An engine that keeps parents in a set loses it in the same way.",
            "How many lines lead into the first circle when you draw the graph by hand?",
        ),
        Mistake(
            "drawing-counted",
            [6, 6],
            "You counted what is drawn: circles, and the lines before and behind them. A circle is the text _op of the node it makes, and parent, circle, result is one edge.",
            "Cross out the circles, and join what they had cut in two.",
        ),
        Mistake(
            "operation-counted-as-node",
            [6, 4],
            "The edges are right, but the two circles were counted as nodes. A circle is the text _op of the node it makes; there is no object behind it.",
            "Count only what has data.",
        ),
        Mistake(
            "each-use-its-own-node",
            [5, 4],
            "The edges are right, but x was counted once for each use. It was made once, so it is one node from which two edges start.",
            "How often is Value(3.0) called in the program?",
        ),
        Mistake(
            "number-left-out",
            [3, 3],
            "The plain 3 and its edge are missing. The operation wraps the 3 in a Value, and that Value is a leaf like any other.",
            "What are the two parents of y?",
        ),
        read=_pair,
    ),
    Task(
        id="02.number",
        answer_name="Value",
        kind="class",
        reference=_Number,
        probe=_probe_number,
        cases=lambda rng: [["data", 2.0, -3.0], ["repr", 2.0], ["repr", 1.0000068814612597], ["data", _pick(rng), _pick(rng)], ["repr", rng.uniform(-5, 5)]],
        say=_say_number,
        notice="Each object keeps its own number, and its text hides no digit: 1.0000068814612597 could be taken for 1 otherwise.",
        mistakes=(
            Mistake(
                "forgotten-self",
                _number_class(__init__=lambda self, data: None),
                "The number never reaches the object. A name without self. in front is gone when the method ends.",
                "Where should a.data find the number later? Write that place on the left of the equals sign.",
            ),
            Mistake(
                "forgotten-self-in-repr",
                _number_class(__repr__=lambda self: f"Value(data={data})"),  # noqa: F821
                "__repr__ looks for a variable called data, and there is none: the data given to __init__ was gone when that method ended.",
                "Where did __init__ put the number?",
            ),
            Mistake(
                "shared-by-all-objects",
                _number_class(__init__=lambda self, data: setattr(type(self), "data", data)),
                "The number was stored in the class, so all objects share the last one. Each object must keep its own.",
                "Which name inside __init__ stands for the one object that is being filled?",
            ),
            Mistake(
                "repr-returns-no-text",
                _number_class(__repr__=lambda self: None),
                "__repr__ must return a text. Yours returns something else: a number, or nothing at all because it prints.",
                "Python does the printing itself. What does it need from you for that?",
            ),
            Mistake(
                "str-instead-of-repr",
                type("Value", (), {"__init__": _Number.__init__, "__str__": _Number.__repr__}),
                "__str__ is what print asks for. When Python shows the object itself, in a list or at the end of a cell, it asks __repr__.",
                "Which of the two names does the task give?",
            ),
            Mistake(
                "stored-under-another-name",
                type("Value", (), {"__init__": lambda self, data: setattr(self, "number", data), "__repr__": lambda self: f"Value(data={self.number})"}),
                "The number is in the object, but under another name. Everybody else will ask for data.",
                "What must stand behind self. so that Value(2.0).data finds it?",
            ),
            Mistake(
                "digits-hidden",
                _number_class(__repr__=lambda self: f"Value(data={self.data:.4f})"),
                "The text is rounded to four digits after the point. Two different numbers can then look the same, just when you are searching for a bug.",
                "Let Python write the number without a format behind a colon.",
            ),
            Mistake(
                "f-forgotten",
                _number_class(__repr__=lambda self: "Value(data={self.data})"),
                "The braces were printed as they stand. Python fills in braces only in a text that is marked for it.",
                "Which letter goes in front of the quotation mark?",
            ),
        ),
    ),
    Task(
        id="02.memory",
        answer_name="Value",
        kind="class",
        reference=Value,
        probe=_probe_class,
        cases=_cases_memory,
        say=_say_class,
        notice="Every result is a new node that knows its parents, in order, and its operation. Nothing else is needed to draw the graph.",
        mistakes=(
            Mistake(
                "result-is-plain-number",
                _changed(_make=_plain_result),
                "The operation returns a plain number. It has no data and no memory, so the chain is broken after one step.",
                "What kind of thing should a + b be, so that (a + b) + c works in the same way?",
            ),
            Mistake(
                "changes-itself-instead-of-making-a-new-node",
                _changed(_make=_changes_itself),
                "The result was written into self, so a + b changes a. An operation leaves its ingredients alone and makes a new node.",
                "Look at a.data before and after a + b.",
            ),
            Mistake(
                "node-made-its-own-parent",
                _changed(_make=_own_parent),
                "The result was written into self, so a + b changes a, and a becomes its own parent. The result must be a new node; a and b stay as they were.",
                "How many Values should there be after d = a + b?",
            ),
            Mistake(
                "operation-calls-itself",
                _changed(__add__=lambda self, other: Value(self + other), __mul__=lambda self, other: Value(self * other)),
                "Inside __add__, self + other calls __add__ again, and so on without end. What you can add there are numbers, not Values.",
                "Where does a Value keep its number?",
            ),
            Mistake(
                "memory-not-filled",
                _changed(_make=lambda self, data, *_: type(self)(data)),
                "The number is right, but the new Value was made without its past: it looks like a leaf.",
                "__init__ takes four things. Which of them did you pass?",
            ),
            Mistake(
                "arguments-shifted",
                _changed(_make=_label_left_out),
                "The parents landed in label, and the operation in _prev: the second place of __init__ belongs to the label.",
                "Compare your call with the line def __init__, place by place.",
            ),
            Mistake(
                "operation-mislabelled",
                _changed(_make=lambda self, data, parents, op: type(self)(data, "", parents, "+")),
                "Multiplication calls itself a plus. That is the copied line: the number is right, and the picture is wrong.",
                "Draw a * b, and read the picture aloud.",
            ),
            Mistake(
                "children-in-a-set",
                _changed(_make=_set_of_parents),
                "The parents are in a set. A set keeps one of two equal members and no order, so a + a loses an edge.",
                "Which collection keeps the order, and both of two equal members?",
            ),
            Mistake(
                "times-adds",
                _changed(__mul__=lambda self, other: self._make(self.data + other.data, (self, other), "*")),
                "__mul__ adds the numbers. That is the copied line: the record says times, and the number is a sum.",
                "Draw a * b, and read the picture aloud.",
            ),
            Mistake(
                "times-is-a-copy-of-plus",
                _changed(__mul__=Value.__add__),
                "__mul__ is still a copy of __add__: it adds, and it says so.",
                "In which two places must the copied line change?",
            ),
            *_in_one_method(
                "children-in-a-set",
                _set_of_parents,
                "the parents are in a set. It keeps no order, and one of two equal members.",
                "Compare the brackets of the two methods.",
            ),
            *_in_one_method(
                "operand-order",
                _other_first,
                "the parents are in the wrong order.",
                "Of the two operands, which one is self?",
            ),
            *_in_one_method(
                "arguments-shifted",
                _label_left_out,
                "the label is missing: the parents landed in its place, and the operation in _prev.",
                "Compare the two calls with the line def __init__, place by place.",
            ),
            *_in_one_method(
                "result-is-plain-number",
                _plain_result,
                "a plain number comes back. It has no data and no memory.",
                "Compare what the two methods return.",
            ),
            Mistake(
                "numbers-instead-of-nodes",
                _changed(_make=lambda self, data, parents, op: type(self)(data, "", tuple(p.data for p in parents), op)),
                "The record holds the numbers of the parents, not the parents. From a number no way leads further back.",
                "What would draw_dot need in order to find the parents of the parents?",
            ),
            Mistake(
                "operand-order",
                _changed(_make=_other_first),
                "The parents are in the wrong order: b + a is recorded for a + b. For a minus that would change the meaning.",
                "In a + b, which of the two is self?",
            ),
        ),
    ),
    Task(
        id="02.square",
        answer_name="multiply",
        kind="function",
        reference=_multiply,
        probe=_probe_square,
        cases=_cases_square,
        say=_say_square,
        notice="Both faults left every number right. The record needs tests of its own.",
        mistakes=(
            Mistake(
                "only-the-number-checked",
                lambda left, right: Value(left.data * right.data, "", {left, right}, "+"),
                "The product is right, but the record of it is wrong in two places. A right number does not prove a right record.",
                "Compare the picture of multiply(v, v) with the one you expect: its circle, and the lines that lead into it.",
            ),
            Mistake(
                "children-in-a-set",
                lambda left, right: Value(left.data * right.data, "", {left, right}, "*"),
                "One fault is mended. The parents still pass through a set, and v * v has one parent left where it should have two.",
                "What does Python print for {3, 3}? And for (3, 3)?",
            ),
            Mistake(
                "operand-order",
                lambda left, right: Value(left.data * right.data, "", (right, left), "*"),
                "The parents are in the wrong order: right stands before left. For a minus that would change the meaning.",
                "Read the record of multiply(a, b) aloud, from left to right.",
            ),
            Mistake(
                "operation-mislabelled",
                lambda left, right: Value(left.data * right.data, "", (left, right), "+"),
                "One fault is mended: both edges are there. But the record still tells of another operation than the one that was done.",
                "Read the picture aloud, circle included. Is the sentence true?",
            ),
        ),
    ),
    Task(
        id="02.sides",
        answer_name="Draft",
        kind="class",
        reference=Value,
        probe=_probe_class,
        cases=_cases_sides,
        say=_say_class,
        notice="A plain number must be wrapped in every operation, and a reflected method starts from other. With v = 1 the wrong minus would have looked right.",
        mistakes=(
            Mistake(
                "wrapping-forgotten",
                _changed(__add__=_unwrapped_add, __rsub__=Value.__sub__),
                "__add__ still takes other.data from whatever comes. A plain number has no data, and sum starts with the plain number 0.",
                "Compare the first lines of __add__ and __mul__.",
            ),
            Mistake(
                "wrapping-only-int",
                _changed(__add__=_int_wrapped_add),
                "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data either.",
                "Do not ask what other is not. Ask whether it is a Draft already.",
            ),
            Mistake(
                "wrapping-only-int-reflected-minus-copied",
                _changed(__add__=_int_wrapped_add, __rsub__=Value.__sub__),
                "Only whole numbers are wrapped: 0.5 is a plain number as well. And 1 - v gives v - 1: that is the second fault of the class.",
                "How does __mul__ ask whether other must be wrapped?",
            ),
            Mistake(
                "reflected-minus-copied",
                _changed(__rsub__=Value.__sub__),
                "The plus is mended, and the second fault appears: 1 - v gives v - 1. For 1 - v Python calls v.__rsub__(1), so self stands on the right.",
                "In __rsub__, which of self and other should come first? If yours has it right: does the last line of the class put another one in its place?",
            ),
            Mistake(
                "reflected-calls-itself",
                _changed(__rsub__=lambda self, other: other - self),
                "__rsub__ computes other - self. That is the very expression that Python could not do and handed to __rsub__, so it calls itself without end.",
                "Use an operation that a plain number on the left can already do with a Value.",
            ),
            Mistake(
                "wrapped-again",
                _changed(__add__=lambda self, other: _unwrapped_add(self, type(self)(other))),
                "Now every operand is wrapped, also one that is a Value already. The sum holds a Value where a number should be.",
                "Wrap only what needs it: how does __mul__ ask?",
            ),
        ),
    ),
    Task(
        id="02.walk",
        answer_name="count_order",
        kind="object",  # not "value": what count returns may be shown, it does not give the order away
        reference="EHBFCAGD",
        probe=_probe_walk,
        cases=lambda rng: [
            ["count", "y = x * x + 3", {"x": 3.0}],
            ["count", "L = (a * b + c) * f", ABCF],
            ["count", DOUBLED, {"a": 1.0}],
            ["reads", DOUBLED, {"a": 1.0}],
            ["count", "; ".join(["y = x * x", *["y = y + x"] * rng.randint(2, 6)]), {"x": 2.0}],
        ],
        say=_say_walk,
        notice="Take, ask, note, go on. A shared node is met more than once, and the question comes before the note so that it is counted only once.",
        mistakes=(
            Mistake(
                "marked-before-asked",
                "EHBFACGD",
                "Each node is noted in seen first, and then asked whether it is in seen. It always is, so the walk ends after the root.",
                "Play the loop by hand for its first node: what does seen hold when the if comes?",
            ),
            Mistake(
                "each-use-counted",
                "EHBFAGCD",
                "The question comes when everything is done already: the node is noted, and its parents are on the list. A node that is used twice is counted twice.",
                "What must not happen any more to a node that was seen before?",
            ),
            Mistake(
                "shared-nodes-walked-again",
                "EHBFGCAD",
                "The count is right, but the parents are put on the list before the question. Below a shared node everything is walked again; in a large graph that takes for ever.",
                "Which lines should a node that was seen before not reach?",
            ),
            Mistake(
                "used-before-made",
                "EHBCFAGD",
                "A line uses the name node before node has been taken from the list.",
                "Which line gives node its value? What must stand below it?",
            ),
            Mistake(
                "body-outside-the-loop",
                "EHFBCAGD",
                "Python cannot read this order. Below a line that ends with a colon stand the lines that are indented farther, all together.",
                "Which lines belong to def, and which four to while? Put each group directly below its line.",
            ),
            Mistake(
                "returned-too-early",
                "EHDBFCAG",
                "The function returns before the loop begins, when nothing has been seen.",
                "When is seen complete?",
            ),
        ),
    ),
    Task(
        id="02.twins",
        answer_name="Twin",
        kind="class",
        reference=Value,
        probe=_probe_twins,
        cases=_cases_twins,
        say=_say_twins,
        notice="A node equals only itself: Python's own == asks for the same object, and that is the one that a graph needs.",
        mistakes=(
            Mistake(
                "equal-means-same",
                _changed(__eq__=lambda self, other: self.data == other.data),
                "Two weights with the same number are still taken for one, because == compares their numbers. They are two nodes, and training will move them apart.",
                "The line parent not in nodes asks with ==. Which method of Twin answers?",
            ),
            Mistake(
                "hash-by-value",
                _changed(__eq__=lambda self, other: self.data == other.data, __hash__=lambda self: hash(self.data)),
                "With __hash__ nodes fit into a set, but there too the ones with equal numbers become one. The fault is not the missing hash.",
                "What does Python do with == when a class says nothing about it?",
            ),
            Mistake(
                "hash-of-a-number-that-changes",
                _changed(__hash__=_hash_of_data),
                "The comparison is right now. But a set finds a node by its hash, and this hash changes with data: after one training step the node is lost.",
                "Which hash does a class have that says nothing about it?",
            ),
            Mistake(
                "never-equal",
                _changed(__eq__=lambda self, other: False),
                "Now no node equals any node, not even itself. That is as untrue as before.",
                "When exactly are two names names of the same node?",
            ),
            Mistake(
                "never-equal-with-hash",
                _changed(__eq__=lambda self, other: False, __hash__=object.__hash__),
                "Now no node equals any node, not even itself. That is as untrue as before.",
                "When exactly are two names names of the same node?",
            ),
            Mistake(
                "compares-labels",
                _changed(__eq__=lambda self, other: (self.data, self.label) == (other.data, other.label)),
                "Comparing the labels too saves w1 and w2, but not nodes without a label, and interior nodes have none. What a node looks like cannot tell which node it is.",
                "When exactly are two names names of the same node?",
            ),
            Mistake(
                "equality-without-hash",
                _changed(__eq__=lambda self, other: self is other),
                "The comparison is right now. But a class with an __eq__ of its own and no __hash__ cannot be put in a set, and lesson 3 keeps the nodes it has visited in one.",
                "Your __eq__ does what Python does without it. So what can go?",
            ),
        ),
    ),
    Task(
        id="02.value",
        answer_name="Value",
        kind="class",
        reference=Value,
        probe=_probe_class,
        cases=_cases_value,
        say=_say_class,
        notice="That is a complete number with a memory. Run the next cell: draw_dot reads nothing but what you recorded.",
        mistakes=(
            Mistake(
                "wrapping-forgotten",
                _changed(_wrap=lambda self, other: other),
                "A plain number on the right has no data. It must be wrapped in a Value first, and that in every operation.",
                "What is other in a + 1?",
            ),
            Mistake(
                "wrapping-only-int",
                _changed(_wrap=_ints_wrapped),
                "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data either.",
                "Do not ask what other is not. Ask whether it is a Value already.",
            ),
            Mistake(
                "equal-means-same",
                _changed(__eq__=_same_data),
                "Two Values with the same number are taken for one, because == compares their numbers. That is the fault of task 7.",
                "What does Python do with == when a class says nothing about it?",
            ),
            Mistake(
                "hash-by-value",
                _changed(__eq__=_same_data, __hash__=_hash_of_data),
                "Two Values with the same number are taken for one, also in a set. That is the fault of task 7, and __hash__ does not mend it.",
                "What does Python do with == when a class says nothing about it?",
            ),
            Mistake(
                "minus-recorded-as-plus",
                _changed(__sub__=_subtract_as_plus),
                "The record says 3 + 5 is −2. Draw a - b and read the picture aloud.",
                "Either the circle says minus, or the second parent is the negative of b.",
            ),
            Mistake(
                "minus-recorded-as-plus-on-both-sides",
                _changed(__sub__=_subtract_as_plus, __rsub__=lambda self, other: self._wrap(other) - self),
                "The record says 3 + 5 is −2. Draw a - b and read the picture aloud.",
                "Either the circle says minus, or the second parent is the negative of b.",
            ),
            Mistake(
                "negation-calls-itself",
                _changed(__neg__=lambda self: -self),
                "-self calls __neg__ again. Write it with an operation that exists already.",
                "Which operation with a plain number turns 3 into −3?",
            ),
            Mistake(
                "only-negation-calls-itself",
                _changed(__neg__=lambda self: -self, __sub__=lambda self, other: self + other * -1, __rsub__=lambda self, other: other + self * -1),
                "-self calls __neg__ again. Write it with an operation that exists already.",
                "Which operation with a plain number turns 3 into −3?",
            ),
            Mistake(
                "digits-hidden",
                _changed(__repr__=lambda self: f"Value(data={self.data:.4f})"),
                "The text is rounded. Two different numbers can then look the same, just when you are searching for a bug.",
                "Let Python write the number without a format behind a colon.",
            ),
            Mistake(
                "repr-missing",
                _changed(__repr__=object.__repr__),
                "All operations are right, but the class has no __repr__, so Python shows its name and its place in memory.",
                "You wrote one in task 2.",
            ),
            Mistake(
                "wrapping-forgotten-in-plus",
                _changed(__add__=_unwrapped_add),
                "Times wraps a plain number, plus does not. The line is needed in every operation.",
                "Compare the first lines of your two methods.",
            ),
            Mistake(
                "reflected-missing",
                type("Value", (_OneSided,), {}),
                "With a plain number on the left Python asks that number first, and then looks for a reflected method of your Value. There is none.",
                "What is the method called that Python tries for 1 + a, after the int has given up?",
            ),
            Mistake(
                "reflected-minus-copied",
                _changed(__rsub__=Value.__sub__),
                "1 - a gives a - 1: the reflected minus was made from the ordinary one. In __rsub__ other is the left side.",
                "Write 1 - a as a sum, and then with self and other in place of a and 1.",
            ),
            Mistake(
                "reflected-calls-itself",
                _changed(__radd__=lambda self, other: other + self, __rmul__=lambda self, other: other * self, __rsub__=lambda self, other: other - self),
                "A reflected method repeats the expression that Python could not do: other + self asks the plain number again, and comes back to __radd__ without end.",
                "The sides may be swapped where the result stays the same; for minus, use an operation that works already.",
            ),
            Mistake(
                "reflected-minus-calls-itself",
                _changed(__rsub__=lambda self, other: other - self),
                "__rsub__ computes other - self. That is the very expression that Python handed to __rsub__, so it calls itself without end.",
                "Which operation can a plain number on the left already do with your Value?",
            ),
            Mistake(
                "operand-order",
                _changed(__sub__=lambda self, other: other + (-self)),
                "a - b gives b - a. In __sub__ self is the left side; only in the reflected method it is the right one.",
                "In a - b, whose method is called, and which of the two is other?",
            ),
            Mistake(
                "children-in-a-set",
                _changed(_make=_set_of_parents),
                "The parents are in a set. It keeps no order, and a * a loses one of its two edges.",
                "Which collection keeps the order, and both of two equal members?",
            ),
            Mistake(
                "operation-mislabelled",
                _changed(_make=lambda self, data, parents, op: type(self)(data, "", parents, "+")),
                "The number of a * b is right, but its record says plus.",
                "Draw a * b, and read the picture aloud.",
            ),
            Mistake(
                "wrapped-again",
                _changed(_wrap=lambda self, other: type(self)(other)),
                "Every operand is wrapped, also one that is a Value already. The result holds a Value where a number should be.",
                "Ask first what other is, and wrap only a plain number.",
            ),
            Mistake(
                "wrapped-again-without-end",
                _changed(
                    _wrap=lambda self, other: type(self)(other),
                    __radd__=lambda self, other: type(self)(other) + self,
                    __rmul__=lambda self, other: type(self)(other) * self,
                ),
                "Every operand is wrapped, also one that is a Value already. Then a number meets a Value inside, which calls the reflected method, which wraps again, without end.",
                "Ask first what other is, and wrap only a plain number.",
            ),
            Mistake(
                "changes-itself-instead-of-making-a-new-node",
                _changed(__neg__=lambda self: _changes_itself(self, -self.data)),
                "The minus sign was written into the node itself, so -a changes a. The negative of a node is a new node.",
                "Look at b.data before and after a - b.",
            ),
            Mistake(
                "result-is-plain-number",
                _changed(__neg__=lambda self: -self.data),
                "-a is a plain number: it has forgotten a. In a - b the number comes out right and b is lost from the graph.",
                "How can the negative of a be written with an operation that remembers?",
            ),
            Mistake(
                "memory-not-filled",
                _changed(__neg__=lambda self: type(self)(-self.data)),
                "The negative of a was made as a new leaf, so it has forgotten a. In a - b the number comes out right and b is lost from the graph.",
                "Draw a - b: is there a way from b to the result?",
            ),
        ),
    ),
    Task(
        id="02.replay",
        answer_name="replay",
        kind="function",
        reference=_replay,
        probe=_probe_replay,
        cases=_cases_replay,
        say=_say_replay,
        notice="A forward pass from the record alone. Two replays and a difference give one slope; lesson 3 finds all of them in one walk.",
        mistakes=(
            Mistake(
                "graph-is-a-spreadsheet",
                _write_into_leaves,
                "The old result was read off. New numbers in the leaves do not reach it by themselves: a graph is not a spreadsheet, and every operation has to be done again.",
                "Which operations have to be done again when a changes, and in which order?",
            ),
            Mistake(
                "one-level-only",
                _one_level,
                "Only the last operation was done again, with the old numbers of its parents. A change of a leaf has to pass through every node between.",
                "How do you get the new number of a parent? It is the same question for a smaller graph.",
            ),
            Mistake(
                "record-changed",
                _replay_in_place,
                "The first answer is right, but the leaves keep the new number: the next replay starts from a changed graph.",
                "Where could the new numbers live, if not in the nodes?",
            ),
            Mistake(
                "unchanged-leaf-forgotten",
                _only_changed,
                "Every leaf was looked up among the changes. Only those that change are there; the others keep the number they have.",
                "What should a leaf answer whose label is not in changes?",
            ),
            Mistake(
                "zero-taken-for-nothing",
                _zero_lost,
                "A change to 0 was ignored. In Python 0.0 counts as false, so or takes the other side.",
                "Ask whether the label is among the changes, not whether the new number is true.",
            ),
            Mistake(
                "order-by-discovery",
                _in_reversed_order_of_discovery,
                "The nodes were computed in the reversed order in which a walk found them. Where a node is used again later, its child came before it and took the old number.",
                "Draw e = a * b and L = e * (e + c). Which node must be ready before e + c?",
            ),
            Mistake(
                "order-by-discovery-with-a-gap",
                _in_reversed_order_without_old_numbers,
                "A node is reached before both its parents have new numbers. The reversed order of a walk does not keep parents before children where a node is used again.",
                "Draw e = a * b and L = e * (e + c). Which node must be ready before e + c, and what makes sure of it?",
            ),
            Mistake(
                "unchanged-leaf-as-zero",
                _others_zero,
                "Leaves that are not among the changes became 0. They keep the number they have.",
                "What is the default when a label is not in changes? Where does a leaf keep its number?",
            ),
            Mistake(
                "every-operation-a-plus",
                _all_sums,
                "Every node adds its parents, also those that were made by *. Which operation it was stands in the record.",
                "Which attribute of a node says how it was made?",
            ),
            Mistake(
                "interior-node-replaced",
                _any_node_by_label,
                "An interior node was replaced because its label is among the changes. Its number is computed from its parents, whatever it is called; only leaves hold numbers of their own.",
                "What do you ask first about a node: its label, or whether it has parents?",
            ),
            Mistake(
                "value-instead-of-number",
                _as_a_value,
                "The number inside is right, but a Value comes back, with a whole new graph behind it. Asked is the plain number.",
                "Where does a Value keep its number?",
            ),
        ),
    ),
]
