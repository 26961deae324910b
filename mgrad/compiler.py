"""The graph as a program: what a graph computes, written out once as lines of code.

A network builds the same graph for every example and in every step. So the graph of one example,
with its inputs and parameters marked, is written as a program of two loops over the rows. Each
node becomes a variable:

1. ``forward`` has one line for each node, parents before children. What depends on no input is
   computed once, before the loop. A number that can be computed now is folded into the text.
2. ``backward`` goes the other way. Each use of a node adds ``local * gradient`` to the gradient of
   that node, as in ``engine.py``; a gradient of zero has nothing to pass on. No line computes what
   no parameter needs.

The text is Python, or the same lines on a NumPy array of all examples for each variable, or
JavaScript. JAX, ``torch.compile`` and tinygrad work with this idea. What it cannot see: an ``if``
on the data. Only the branch that the one example took is in its graph; ``Program.compare`` asks
the engine.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from string import Template
from types import CodeType

from mgrad._data import check_count, is_row, listed
from mgrad._numbers import as_float
from mgrad.engine import Value, topological_order

FORMS = ("python", "numpy", "javascript")

# For each operation its value and its local derivatives: a, b are the parents, y is the result,
# k the exponent when it is a plain number. Conditions are written as Python writes them.
RULES = {
    "+": ("{a} + {b}", "1", "1"),
    "-": ("{a} - {b}", "1", "-1"),
    "*": ("{a} * {b}", "{b}", "{a}"),
    "/": ("{a} / {b}", "1.0 / {b}", "-{y} / {b}"),
    "**": ("pow({a}, {b})", "slope_in_base({a}, {b})", "slope_in_exponent({a}, {y})"),
    "**k": ("pow({a}, {k})", "slope_in_base({a}, {k})"),
    "**2": ("pow({a}, 2.0)", "2.0 * {a}"),
    "neg": ("-{a}", "-1"),
    "exp": ("exp({a})", "{y}"),
    "log": ("log({a})", "1.0 / {a}"),
    "tanh": ("tanh({a})", "(1.0 - {y} * {y})"),
    "sigmoid": ("sigmoid({a})", "slope_of_sigmoid({a})"),
    "relu": ("(0.0 if {a} <= 0.0 else {a})", "(0.0 if {a} <= 0.0 else 1.0)"),
}


def compile_graph(
    output: Value | Sequence[Value],
    inputs: Sequence[Value],
    parameters: Sequence[Value],
    form: str = "python",
) -> Program:
    """Write the graph below ``output`` as a program that runs over many examples.

    Args:
        output: the result for one example, a Value of any engine that keeps the parents in
            ``_prev`` and the operation in ``_op``; or a list of them.
        inputs: the leaves that differ from example to example, in the order of a row.
        parameters: the leaves that are trained. All other leaves are constants.
        form: what ``program(rows)`` runs, ``"python"`` or ``"numpy"``.

    Raises:
        TypeError: something given is no Value.
        ValueError: an input or parameter is no leaf, is marked twice, or no parameter is in the
            graph; or the graph has an operation without a rule, or a form is unknown.
    """
    if form not in FORMS[:2]:
        raise ValueError(f'form must be "python" or "numpy", got {form!r}: ask source() for others')
    return Program(
        _Graph(output, _marked("inputs", inputs), _marked("parameters", parameters)), form
    )


class Program:
    """A compiled graph: ``program(rows)`` gives the mean output and its gradients.

    Attributes:
        parameters: the Values whose present ``data`` is used in each call.
        form: what a call runs, ``"python"`` or ``"numpy"``.

    ``print(program)`` shows the text. Nothing in the graph changes in a call.
    """

    def __init__(self, graph: _Graph, form: str):
        self.parameters, self.form = graph.parameters, form
        self._graph, self._texts, self._functions = graph, {}, {}
        exec(_code(self._text(form), form), self._functions)

    def __call__(self, rows: Sequence[Sequence[float]]) -> tuple[float, list[float]]:
        """The mean of the output over the rows, and its gradient for each parameter.

        Args:
            rows: one row for each example, its numbers in the order of ``inputs``.

        Raises:
            ValueError: no rows, a row of another length, a number for which an operation has no
                result, or a program of several outputs.
        """
        if not self._graph.is_single:
            raise ValueError(
                "the program has several outputs: compile their sum, or a loss of them"
            )
        return self._run("program", rows)

    def forward(self, rows: Sequence[Sequence[float]]) -> list:
        """The output for each row; a tuple of them where the program has several."""
        outputs = self._run("forward", rows)[0]
        if self.form == "numpy":  # an array of all rows for each output
            single = self._graph.is_single
            return outputs.tolist() if single else list(zip(*(o.tolist() for o in outputs)))
        return outputs if self._graph.is_single else [tuple(row) for row in outputs]

    def source(self, form: str | None = None) -> str:
        """The program as text that runs on its own, with the present numbers as PARAMETERS.

        Args:
            form: ``"python"``, ``"numpy"`` or ``"javascript"``; None for the program's own.

        Each text has a function ``program(rows, parameters)``.
        """
        form = self.form if form is None else form
        if form not in FORMS:
            raise ValueError(f"form must be one of {', '.join(FORMS)}, got {form!r}")
        declare, end = ("const ", ";") if form == "javascript" else ("", "")
        numbers = _wrapped([_number(p.data) for p in self.parameters])
        return f"{self._text(form)}\n\n{declare}PARAMETERS = [{numbers}]{end}\n"

    def compare(self, function: Callable, rows: Sequence[Sequence[float]]) -> None:
        """Compare with the engine, which builds the graph of each row anew.

        Args:
            function: called with the list of inputs of a row as Values, returns the output.
            rows: the examples to compare on.

        Raises:
            ValueError: the program and the engine disagree, which happens when the function
                decides by the data (``if x > 0``): the program knows only one of the branches.
        """
        engine = type(self._graph.outputs[0])
        for number, (row, found) in enumerate(zip(self.checked(rows), self.forward(rows))):
            output = function([engine(x) for x in row])
            wanted = output.data if self._graph.is_single else tuple(v.data for v in output)
            pairs = [(found, wanted)] if self._graph.is_single else zip(found, wanted)
            if not all(_agree(x, y) for x, y in pairs):
                raise ValueError(
                    f"row {number}, counted from 0: the program gives {found}, the engine "
                    f"{wanted}. Where a function decides by its data (if, max, abs), the program "
                    "knows only the branch that its one example took"
                )

    def __str__(self) -> str:
        return self.source()

    def __repr__(self) -> str:
        lines = self._text(self.form).count("\n")
        return (
            f"Program({len(self._graph.inputs)} inputs, {len(self.parameters)} parameters, "
            f"{lines} lines of {self.form})"
        )

    def _text(self, form: str) -> str:
        if form not in self._texts:
            self._texts[form] = WRITERS[form](self._graph).write()
        return self._texts[form]

    def _run(self, name: str, rows: Sequence):
        rows = self.checked(rows)
        check_count("rows", len(rows))
        try:
            return self._functions[name](rows, [p.data for p in self.parameters])
        except (ArithmeticError, ValueError) as error:
            raise self._explained(error, rows) from None

    @property
    def is_single(self) -> bool:
        """Whether the program has one output, not a list of them."""
        return self._graph.is_single

    def run_forward(self, rows: list[list[float]]) -> tuple[list, list]:
        """The outputs for rows that are ``checked``, and what ``run_backward`` needs of each."""
        return self._functions["forward"](rows, [p.data for p in self.parameters])

    def run_backward(self, kept: list, slopes: list, begun: list[float]) -> list[float]:
        """The gradients of the parameters, added to those that are ``begun``.

        Args:
            kept: from ``run_forward``.
            slopes: for each row the derivative of the result with respect to its output, or a
                list of them where there are several outputs.
            begun: one number for each parameter.
        """
        numbers = [p.data for p in self.parameters]
        return self._functions["backward"](kept, slopes, numbers, begun)

    def checked(self, rows: Sequence) -> list[list[float]]:
        """The rows as lists of floats, all of the right length."""
        rows, width = listed("rows", rows), len(self._graph.inputs)
        for number, row in enumerate(rows):
            if not is_row(row) or len(row) != width:
                found = f"has {len(row)}" if is_row(row) else f"is {row!r}"
                raise ValueError(
                    f"a row needs {width} numbers, one for each input, but row {number}, counted "
                    f"from 0, {found}"
                )
        return [[as_float(x) for x in row] for row in rows]

    def _explained(self, error: Exception, rows: list) -> Exception:
        """The error with the row that it comes from."""
        for number, row in enumerate(rows):
            try:
                self._functions["program" if self._graph.is_single else "forward"](
                    [row], [p.data for p in self.parameters]
                )
            except (ArithmeticError, ValueError):
                place = f"row {number}, counted from 0, {row}"
                return type(error)(f"the program has no result for {place}: {error}")
        return error


@lru_cache(maxsize=8)
def _code(text: str, form: str) -> CodeType:
    """Networks of one architecture have one text, whatever their numbers."""
    return compile(text, f"<program in {form}>", "exec")


def _agree(x: float, y: float) -> bool:
    return x == y or abs(x - y) <= 1e-9 * (1.0 + abs(y)) or (x != x and y != y)


# -- reading the graph -------------------------------------------------------------------------

CONSTANT, ONCE, EACH = range(3)  # a number in the text; for all rows the same; new for each row


class _Graph:
    """The nodes below the outputs in topological order, and what the writer has to know of them.

    Attributes:
        kind: CONSTANT, ONCE or EACH, for each node by its id.
        trained: the ids of the nodes that depend on a parameter, and so get a gradient.
        text: the name of a node, or the number that a constant is.
    """

    def __init__(self, output, inputs: list, parameters: list):
        self.is_single = not is_row(output)
        outputs = [output] if self.is_single else list(output)
        self.outputs, self.inputs, self.parameters = outputs, inputs, parameters
        for role, values in (("output", outputs), ("inputs", inputs), ("parameters", parameters)):
            _check_values(role, values)
        _check_marks(inputs, parameters)
        self.order = topological_order(_Root(outputs))[:-1]
        self.kind = {id(v): EACH for v in inputs} | {id(p): ONCE for p in parameters}
        self.trained = {id(p) for p in parameters}
        if self.trained.isdisjoint(map(id, self.order)):
            raise ValueError(
                "no parameter is in the graph of the output: mark the leaves it was computed from"
            )
        for node in self.order:
            self._classify(node)
        self.text = self._name_all()

    def _classify(self, node) -> None:
        parents = node._prev
        if isinstance(parents, (set, frozenset)):
            raise ValueError(
                "the engine of these Values keeps parents in a set, which forgets their order and "
                "that one was used twice: keep them in a tuple"
            )
        if parents:
            self.kind[id(node)] = max(self.kind[id(p)] for p in parents)
            if any(id(p) in self.trained for p in parents):
                self.trained.add(id(node))
        else:
            self.kind.setdefault(id(node), CONSTANT)

    def _name_all(self) -> dict[int, str]:
        self.names, text = _Names(), {}
        self.slopes = ["slope"]  # the gradient with which each output begins
        if not self.is_single:
            self.slopes = [self.names.take(f"slope_{i}") for i in range(len(self.outputs))]
        nodes = {id(node): node for node in (*self.inputs, *self.parameters, *self.order)}
        number = 0
        for node in nodes.values():
            if self.kind[id(node)] == CONSTANT:
                text[id(node)] = _number(node.data)
            else:
                number += 1
                text[id(node)] = self.names.take(getattr(node, "label", ""), number)
        return text

    def interior(self, kind: int) -> list:
        return [node for node in self.order if node._prev and self.kind[id(node)] == kind]


class _Root:
    """One node above several outputs, for the search."""

    def __init__(self, outputs: list):
        self._prev = tuple(outputs)


def _marked(role: str, values) -> list:
    if not is_row(values):
        raise TypeError(f"{role} must be a list of Values, got {values!r}")
    return list(values)


def _check_values(role: str, values: list) -> None:
    for value in values:
        if not hasattr(value, "_prev") or hasattr(value, "shape"):
            raise TypeError(
                f"{role} must be Values, the leaves and the result of a graph, got a "
                f"{type(value).__name__}"
            )


def _check_marks(inputs: list, parameters: list) -> None:
    seen = {}
    for role, values in (("input", inputs), ("parameter", parameters)):
        for number, value in enumerate(values):
            place = f"{role} {number}, counted from 0,"
            if value._prev:
                raise ValueError(
                    f"{place} is the result of {value._op or 'an operation'} and no leaf: mark the "
                    "Values that it was computed from"
                )
            if id(value) in seen:
                raise ValueError(f"{place} is marked twice: it is also {seen[id(value)]}")
            seen[id(value)] = f"{role} {number}"


def _number(x: float) -> str:
    """A number that reads back to the last bit, in all three languages."""
    text = repr(float(x))
    return f"({text})" if text.startswith("-") else text


class _Names:
    """Names for variables: each once, and none that the text uses for something else."""

    def __init__(self):
        self.counts = dict.fromkeys((*keyword.kwlist, *RESERVED.split()), 1)  # the last number

    def take(self, label: str, number: int = 0) -> str:
        """The label where it is a name, w1_2 where it is taken; without a label v12."""
        stem = label if label.isidentifier() and label.isascii() else f"v{number}"
        name = stem
        while name in self.counts or f"g_{name}" in self.counts:
            self.counts[stem] = self.counts.get(stem, 1) + 1
            name = f"{stem}_{self.counts[stem]}"
        self.counts[name] = self.counts[f"g_{name}"] = 1
        return name


# -- writing the text --------------------------------------------------------------------------

RESERVED = """
abs arguments array await backward break case catch const continue default delete do double else
enum eval exp extends false float forward full function gradients implements inf instanceof
interface kept len let log map math Math NaN nan new null number numpy output outputs package
PARAMETERS parameters pow private program protected public push range result return reversed row
rows sigmoid slope slopes slope_in_base slope_in_exponent slope_of_sigmoid small static sum super
switch tanh this throw total transpose true typeof undefined var void where zip
"""
TERMS = 8  # of a sum in one line: Python's own compiler goes one call deeper for each


class _Writer:
    """The program in Python. The subclasses change what another language says differently."""

    head = "from math import exp, inf, log, nan, pow, tanh"
    helpers = """
def sigmoid(a):
    small = exp(-abs(a))  # never above 1, so it cannot overflow
    return (1.0 if a >= 0.0 else small) / (1.0 + small)


def slope_of_sigmoid(a):
    small = exp(-abs(a))
    return small / pow(1.0 + small, 2.0)


def slope_in_base(a, k):
    if k == 0.0:
        return 0.0
    return inf if a == 0.0 and 0.0 < k < 1.0 else k * pow(a, k - 1.0)


def slope_in_exponent(a, y):
    if a > 0.0:
        return y * log(a)
    return 0.0 if a == 0.0 else nan
"""
    frame = """
def forward(rows, parameters):
    [$parameters] = parameters
    $once
    outputs, kept = [], []
    for [$inputs] in rows:
        $each
        outputs.append($outputs)
        kept.append([$kept])
    return outputs, kept


def backward(kept, slopes, parameters, gradients):
    [$parameters] = parameters
    [$gradients] = gradients
    $once_again
    $once_zero
    for [$kept], $slopes in zip(reversed(kept), reversed(slopes)):
        $each_zero
        $outputs_back
        $each_back
    $once_back
    return [$gradients]


def program(rows, parameters):
    outputs, kept = forward(rows, parameters)
    total = 0.0
    for output in outputs:
        total += output
    slopes = [1.0 / len(rows)] * len(rows)
    return total / len(rows), backward(kept, slopes, parameters, [0.0] * len(parameters))
"""
    declare, end, between = "", "", "\n\n\n"  # a line that makes a variable; two functions

    def __init__(self, graph: _Graph):
        self.graph, self.text = graph, self.name(graph)
        self.used = set()  # the ids of the nodes whose value backward has to know
        self.steps = {
            id(node): self.chain_rule(node)
            for node in graph.order
            if node._prev and id(node) in graph.trained
        }

    def write(self) -> str:
        graph, outputs = self.graph, self.graph.outputs
        once, each = graph.interior(ONCE), graph.interior(EACH)
        parts = {
            "parameters": self.listed(graph.parameters),
            "inputs": self.listed(graph.inputs),
            "gradients": _wrapped([self.gradient(p) for p in graph.parameters]),
            "kept": _wrapped(self.kept()),
            "outputs": self.one_or_list([self.output(v) for v in outputs]),
            "slopes": self.one_or_list(self.graph.slopes),
            "once": self.values(once),
            "each": self.values(each),
            "once_again": self.values(self.needed(once)),
            "once_zero": self.zeros(once),
            "each_zero": self.zeros(each),
            "outputs_back": self.seeds(),
            "each_back": self.steps_back(each),
            "once_back": self.steps_back(once),
        }
        return self.with_helpers(_filled(self.frame, parts))

    def with_helpers(self, text: str) -> str:
        """The program after the functions that it calls."""
        pieces = re.split(r"\n\n+(?=def|function)", self.helpers.strip())
        called = [p for p in pieces if re.search(rf"\b{p.split('(')[0].split()[1]}\(", text)]
        return self.between.join([self.head, *called, text.strip()]) + "\n"

    def name(self, graph: _Graph) -> dict[int, str]:
        return graph.text

    def gradient(self, node) -> str:
        return f"g_{self.text[id(node)]}"

    # -- lists of names ------------------------------------------------------------------------

    def listed(self, nodes: list) -> str:
        return _wrapped([self.text[id(node)] for node in nodes])

    def kept(self) -> list[str]:
        """What the backward pass of a row has to know."""
        nodes = (*self.graph.inputs, *self.graph.interior(EACH))
        return [self.text[id(node)] for node in nodes if id(node) in self.used]

    def one_or_list(self, names: list[str]) -> str:
        return names[0] if self.graph.is_single else f"[{_wrapped(names)}]"

    def output(self, node) -> str:
        return self.text[id(node)]

    # -- forward: a node from its parents ------------------------------------------------------

    def values(self, nodes: list) -> list[str]:
        return [line for node in nodes for line in self.value(node)]

    def value(self, node) -> list[str]:
        name = self.text[id(node)]
        if node._op not in ("sum", "dot"):
            return [f"{self.declare}{name} = {self.worded(_rule(node)[0], node)}{self.end}"]
        terms = self.terms(node) or ["0.0"]
        first, *others = [" + ".join(terms[i : i + TERMS]) for i in range(0, len(terms), TERMS)]
        return [
            f"{self.declare}{name} = {first}{self.end}",
            *(f"{name} = {name} + {line}{self.end}" for line in others),
        ]

    def terms(self, node) -> list[str]:
        texts = [self.text[id(parent)] for parent in node._prev]
        if node._op == "sum":
            return texts
        half = len(texts) // 2
        return [texts[-1], *(f"{w} * {x}" for w, x in zip(texts[:half], texts[half:-1]))]

    def worded(self, rule: str, node) -> str:
        a, b, y = (self.text[id(n)] for n in (node._prev[0], node._prev[-1], node))
        exponent = node._op[2:] if rule.count("{k}") else "0"
        return self.condition(rule).format(a=a, b=b, y=y, k=_number(float(exponent)))

    def condition(self, rule: str) -> str:
        return rule

    def needed(self, once: list) -> list:
        """The nodes for all rows whose value backward uses, or needs to compute such a one."""
        needed = []
        for node in reversed(once):
            if id(node) in self.used:
                needed.append(node)
                self.used.update(map(id, node._prev))
        return needed[::-1]

    # -- backward: a node's gradient to its parents --------------------------------------------

    def chain_rule(self, node) -> list[tuple]:
        """For each parent that gets a gradient: the parent, the local derivative, what is in it."""
        step = []
        for parent, (local, within) in zip(node._prev, self.local_derivatives(node)):
            if id(parent) in self.graph.trained:
                self.used.update(map(id, within))
                step.append((parent, local, within))
        return step

    def local_derivatives(self, node) -> list[tuple]:
        parents = node._prev
        if node._op == "sum":
            return [("1", ())] * len(parents)
        if node._op == "dot":
            half = len(parents) // 2
            others = (*parents[half:-1], *parents[:half])
            return [*((self.text[id(other)], [other]) for other in others), ("1", ())]
        marks = {"{a}": parents[0], "{b}": parents[-1], "{y}": node}
        return [
            (self.worded(rule, node), [n for mark, n in marks.items() if mark in rule])
            for rule in _rule(node)[1:]
        ]

    def zeros(self, nodes: list) -> list[str]:
        names = [self.gradient(node) for node in nodes if id(node) in self.steps]
        chunks = [names[i : i + TERMS] for i in range(0, len(names), TERMS)]
        return [self.zero(chunk) for chunk in chunks]

    def zero(self, names: list[str]) -> str:
        return " = ".join([*names, "0.0"])

    def seeds(self) -> list[str]:
        return [
            f"{self.gradient(node)} += {slope}{self.end}"
            for node, slope in zip(self.graph.outputs, self.graph.slopes)
            if id(node) in self.graph.trained
        ]

    def steps_back(self, nodes: list) -> list[str]:
        lines = []
        for node in reversed(nodes):
            if id(node) in self.steps:
                lines += self.guarded(self.gradient(node), self.passed_on(node))
        return lines

    def passed_on(self, node) -> list[str]:
        return [self.share(node, self.gradient(node), *use) for use in self.steps[id(node)]]

    def share(self, node, gradient: str, parent, local: str, within: Sequence) -> str:
        sign, factor = "-" if local == "-1" else "+", "" if local in ("1", "-1") else f"{local} * "
        return f"{self.gradient(parent)} {sign}= {factor}{gradient}{self.end}"

    def guarded(self, gradient: str, lines: list[str]) -> list[str]:
        return [f"if {gradient}:", *(f"    {line}" for line in lines)]


class _ArrayWriter(_Writer):
    """Parameters and gradients stay in their arrays, where NumPy and V8 reach them quickly."""

    def name(self, graph: _Graph) -> dict[int, str]:
        places = enumerate(graph.parameters)
        return graph.text | {id(p): f"parameters[{i}]" for i, p in places}

    def gradient(self, node) -> str:
        return super().gradient(node).replace("g_parameters", "gradients")


class _NumpyWriter(_ArrayWriter):
    """The same lines, in which the variable of a node for each row is an array of all rows.

    The inputs that several weighted sums have in common are one array with a row for each.
    """

    head = """
from numpy import abs, array, exp, full, inf, log, nan, tanh, transpose, where
from numpy import power as pow
""".strip()
    helpers = """
def sigmoid(a):
    small = exp(-abs(a))  # never above 1, so it cannot overflow
    return where(a >= 0.0, 1.0, small) / (1.0 + small)


def slope_of_sigmoid(a):
    small = exp(-abs(a))
    return small / pow(1.0 + small, 2.0)


def slope_in_base(a, k):
    return where(k == 0.0, 0.0, k * pow(a, k - 1.0 * (k != 0.0)))


def slope_in_exponent(a, y):
    return where(a == 0.0, 0.0, y * log(where(a == 0.0, 1.0, a)))
"""
    frame = """
def forward(rows, parameters):
    parameters = array(parameters)
    $once
    [$inputs] = transpose(rows)
    $each
    return $outputs, [$kept]


def backward(kept, slopes, parameters, gradients):
    parameters, gradients = array(parameters), array(gradients)
    [$kept], $slopes = kept, slopes
    $once_again
    $once_zero
    $each_zero
    $outputs_back
    $each_back
    $once_back
    return gradients.tolist()


def program(rows, parameters):
    outputs, kept = forward(rows, parameters)
    slopes = full(len(rows), 1.0 / len(rows))
    return float(outputs.mean()), backward(kept, slopes, parameters, [0.0] * len(parameters))
"""

    def __init__(self, graph: _Graph):
        self.place = {id(p): number for number, p in enumerate(graph.parameters)}
        self.graph, self.stacks = graph, {}  # by the inputs: who reads them, in order
        for node in graph.order:
            if self.is_stacked(node):
                self.stacks.setdefault(_inputs_of(node), []).append(node)
        self.stack_names = {key: graph.names.take("inputs") for key in self.stacks}
        super().__init__(graph)

    def is_stacked(self, node) -> bool:
        """Whether a node is a weighted sum of arrays whose weights stand side by side."""
        if node._op != "dot" or len(node._prev) < 5:
            return False
        half = len(node._prev) // 2
        places = [self.place.get(id(w), -1) for w in node._prev[:half]]
        is_side_by_side = places[0] >= 0 and places == list(range(places[0], places[0] + half))
        return is_side_by_side and all(map(self.is_array, node._prev[half:-1]))

    def slice_of(self, node) -> str:
        start = self.place[id(node._prev[0])]
        return f"{start}:{start + len(node._prev) // 2}"

    def kept(self) -> list[str]:
        return [*super().kept(), *self.stack_names.values()]

    def value(self, node) -> list[str]:
        if not self.is_stacked(node):
            return super().value(node)
        key, bias = _inputs_of(node), self.text[id(node._prev[-1])]
        stack = self.stack_names[key]
        names = _wrapped([self.text[id(v)] for v in node._prev[len(node._prev) // 2 : -1]])
        made = [f"{stack} = array([{names}])"] if node is self.stacks[key][0] else []
        total = f"{bias} + parameters[{self.slice_of(node)}] @ {stack}"
        return [*made, f"{self.text[id(node)]} = {total}"]

    def chain_rule(self, node) -> list[tuple]:
        """Of a stacked sum only the bias; ``passed_on`` does the others all at once."""
        if self.is_stacked(node):
            return [(v, "1", ()) for v in node._prev[-1:] if id(v) in self.graph.trained]
        return super().chain_rule(node)

    def passed_on(self, node) -> list[str]:
        if not self.is_stacked(node):
            return super().passed_on(node)
        key, gradient, place = _inputs_of(node), self.gradient(node), self.slice_of(node)
        stack, readers = self.stack_names[key], self.stacks[key]
        lines = [*super().passed_on(node), f"gradients[{place}] += {stack} @ {gradient}"]
        inputs = node._prev[len(node._prev) // 2 : -1]
        trained = [(i, v) for i, v in enumerate(inputs) if id(v) in self.graph.trained]
        if trained:
            sign = "=" if node is readers[-1] else "+="
            lines.append(f"g_{stack} {sign} parameters[{place}, None] * {gradient}")
        if node is readers[0]:
            lines += [f"{self.gradient(v)} += g_{stack}[{i}]" for i, v in trained]
        return lines

    def condition(self, rule: str) -> str:
        return CONDITION.sub(r"where(\2, \1, \3)", rule)

    def is_array(self, node) -> bool:
        return self.graph.kind[id(node)] == EACH

    def output(self, node) -> str:
        name = self.text[id(node)]
        return name if self.is_array(node) else f"full(len(rows), {name})"

    def seeds(self) -> list[str]:
        return [
            f"{self.gradient(node)} += {slope}" + ("" if self.is_array(node) else ".sum()")
            for node, slope in zip(self.graph.outputs, self.graph.slopes)
            if id(node) in self.graph.trained
        ]

    def share(self, node, gradient: str, parent, local: str, within: Sequence) -> str:
        if self.is_array(node) and not self.is_array(parent):  # the sum over all rows
            if any(map(self.is_array, within)):
                return f"{self.gradient(parent)} += {local} @ {gradient}"
            gradient = f"{gradient}.sum()"
        return super().share(node, gradient, parent, local, within)

    def guarded(self, gradient: str, lines: list[str]) -> list[str]:
        return lines


class _JavascriptWriter(_ArrayWriter):
    """The same lines for a web page or for Node."""

    head = "const { abs, exp, log, pow, tanh } = Math, inf = Infinity, nan = NaN;"
    helpers = """
function sigmoid(a) {
    const small = exp(-abs(a));  // never above 1, so it cannot overflow
    return (a >= 0.0 ? 1.0 : small) / (1.0 + small);
}

function slope_of_sigmoid(a) {
    const small = exp(-abs(a));
    return small / pow(1.0 + small, 2.0);
}

function slope_in_base(a, k) {
    return k === 0.0 ? 0.0 : k * pow(a, k - 1.0);
}

function slope_in_exponent(a, y) {
    return a === 0.0 ? 0.0 : y * log(a);
}
"""
    frame = """
function forward(rows, parameters) {
    $once
    const outputs = [], kept = [];
    for (const [$inputs] of rows) {
        $each
        outputs.push($outputs);
        kept.push([$kept]);
    }
    return [outputs, kept];
}

function backward(kept, slopes, parameters, gradients) {
    $once_again
    $once_zero
    for (let row = kept.length - 1; row >= 0; row -= 1) {
        const [$kept] = kept[row];
        const $slopes = slopes[row];
        $each_zero
        $outputs_back
        $each_back
    }
    $once_back
    return gradients;
}

function program(rows, parameters) {
    const [outputs, kept] = forward(rows, parameters);
    let total = 0.0;
    for (const output of outputs) total += output;
    const slopes = rows.map(() => 1.0 / rows.length), zeros = parameters.map(() => 0.0);
    return [total / rows.length, backward(kept, slopes, parameters, zeros)];
}
"""
    declare, end, between = "let ", ";", "\n\n"

    def condition(self, rule: str) -> str:
        return CONDITION.sub(r"(\2 ? \1 : \3)", rule)

    def zero(self, names: list[str]) -> str:
        return f"let {', '.join(f'{name} = 0.0' for name in names)};"

    def guarded(self, gradient: str, lines: list[str]) -> list[str]:
        return [f"if ({gradient} !== 0.0) {{", *(f"    {line}" for line in lines), "}"]


WRITERS = {"python": _Writer, "numpy": _NumpyWriter, "javascript": _JavascriptWriter}
CONDITION = re.compile(r"\((.+) if (.+) else (.+)\)")


def _inputs_of(node) -> tuple[int, ...]:
    """The inputs of a weighted sum by their ids."""
    return tuple(map(id, node._prev[len(node._prev) // 2 : -1]))


def _rule(node) -> tuple[str, ...]:
    """The rule of the node's operation, of mgrad's engine or another with the same names."""
    operation = getattr(node, "_op", "").lower()
    if operation.startswith("**") and len(node._prev) == 1:
        operation = "**2" if float(operation[2:]) == 2.0 else "**k"
    rule = RULES.get(operation, ())
    if len(rule) != 1 + len(node._prev):
        raise ValueError(
            f"the compiler has no rule for the operation {operation!r} of {len(node._prev)} "
            f"Values: it knows {', '.join(RULES)}, sum and dot"
        )
    return rule


def _wrapped(items: list[str]) -> str:
    """Items of a list, several to a line where they are many."""
    lines = [", ".join(items[i : i + TERMS]) for i in range(0, len(items), TERMS)]
    return lines[0] if len(lines) == 1 else "".join(f"\n    {line}," for line in lines) + "\n"


def _filled(frame: str, parts: dict[str, str | list[str]]) -> str:
    """The frame with its parts: ``$name`` alone in a line takes a list of lines."""
    text = []
    for line in frame.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        lines = parts.get(line.strip()[1:])
        if not isinstance(lines, list):
            lines = Template(line.strip()).substitute(parts).split("\n") if "$" in line else []
        text += [indent + part for part in lines] if "$" in line else [line]
    return "\n".join(text) + "\n"
