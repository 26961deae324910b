"""The chain rule written out with numbers, path by path."""

from __future__ import annotations

import math
import operator

from mgrad.pictures.graph import (
    LONGEST_LABEL,
    Node,
    Words,
    local_derivatives,
    names,
    one_line,
    snapshot,
    trace,
)
from mgrad.translation import say

MOST_PATHS, MOST_STEPS = 12, 240  # of paths that are listed; others are merged where they meet
MOST_LINES = 60  # of merged paths; when there are more only their sum is given
MOST_COUNTED = 10**18  # paths; the exact number of more would be longer than the graph
AGAIN = {"/": operator.truediv, "**": operator.pow, "log": math.log}  # operations to make once more


def explain(root, wrt) -> Explanation:
    """Write out how d(root)/d(wrt) comes about.

    Every path from ``root`` to ``wrt`` is shown with its local derivatives, as symbols and as
    numbers; the products along the paths add up to the gradient. When there are many paths,
    they are merged at shared nodes: one line per node on the way. When there are many such
    nodes too, only the number of paths and the derivative are given.

    Args:
        root: the result, a Value or a node of another engine (see ``play_backward``).
        wrt: a node of its graph.

    Returns:
        An object that shows itself as formulas in Jupyter and as plain text elsewhere, with
        ``.value`` (the derivative) and ``.n_paths`` (at most ``MOST_COUNTED`` are counted).

    Raises:
        TypeError: ``root`` or ``wrt`` is not such an object.
    """
    values, _ = trace(root)
    trace(wrt)
    target = next((i for i, v in enumerate(values) if v is wrt), None)
    stranger = one_line(getattr(wrt, "label", ""), LONGEST_LABEL) or say("this value")
    return Explanation(snapshot(root), local_derivatives(values), target, stranger)


class Explanation(Words):
    """The derivative of the last of ``nodes`` in the node at position ``target``.

    Attributes:
        value: the derivative.
        n_paths: the number of paths that lead from the result to the node.
        text: the derivation in plain text.
        latex: the derivation as LaTeX; empty when it is too long to write out.
    """

    def __init__(self, nodes: list[Node], local: list[tuple], target: int | None, stranger: str):
        self._nodes, self._local, self._name = nodes, local, names(nodes, target)
        self._root, self._target = len(nodes) - 1, target
        if target is None:
            self.value, self.n_paths = 0.0, 0
            self._write_nothing(stranger)
            return
        self._below, steps = self._count_paths()
        self.n_paths = self._below[self._root]
        self._grads = self._gradients()
        self.value = self._grads[target]
        if self.n_paths <= MOST_PATHS and steps <= MOST_STEPS:
            self._write_paths()
        elif sum(map(bool, self._below)) <= MOST_LINES:
            self._write_merged()
        else:
            self._write_sum()

    # -- counting and computing ------------------------------------------------------

    def _count_paths(self) -> tuple[list[int], int]:
        """For each node how many paths lead down to the target, and the steps on those of the root.

        Counted from the parents upwards, node by node: there may be 2**50 paths.
        """
        counts, steps = [0] * len(self._nodes), [0] * len(self._nodes)
        counts[self._target] = 1
        for i in range(self._target + 1, len(self._nodes)):
            parents = self._nodes[i].parents
            counts[i] = min(MOST_COUNTED, sum(counts[p] for p in parents))
            steps[i] = min(MOST_COUNTED, sum(counts[p] + steps[p] for p in parents))
        return counts, steps[self._root]

    def _gradients(self) -> list[float]:
        """d(root)/d(node) along the paths to the target; 0 for the nodes beside them."""
        grads = [0.0] * len(self._nodes)
        grads[self._root] = 1.0
        for i in range(self._root, self._target, -1):
            if not grads[i]:  # nothing to pass on, also where a slope is infinite, as in backward
                continue
            for p, slope in self._ways_down(i):
                grads[p] += slope * grads[i]  # from 0.0, so that it is never -0.0
        return grads

    def _ways_down(self, i: int) -> list[tuple[int, float]]:
        """The parents of node ``i`` that lead to the target, each with its local derivative."""
        if not self._below[i]:
            return []
        return [(p, s) for p, s in zip(self._nodes[i].parents, self._local[i]) if self._below[p]]

    # -- writing ---------------------------------------------------------------------

    def _write_nothing(self, stranger: str) -> None:
        root = self._name[self._root]
        self._text = say(
            f"{root} was computed without {stranger}: no path, so the derivative is 0."
        )
        self.latex = rf"\text{{{_plain(self._text)}}}"

    def _write_paths(self) -> None:
        """One line for each path, then their sum."""
        lines = [self._path_line(path) for path in self._paths() if len(path) > 1]
        top, wrt = self._name[self._root], self._name[self._target]
        terms = ""
        if len(lines) > 1:
            products = [plain.rpartition(" = ")[2] for plain, _ in lines]
            terms = " + ".join(products).replace("+ -", "- ") + " = "
        plain = [
            f"d{top}/d{wrt}: {self._paths_said()}",
            *(plain for plain, _ in lines),
            f"d{top}/d{wrt} = {terms}{self.value:.6g}",
        ]
        whole = (
            rf"\frac{{\partial {_tex(top)}}}{{\partial {_tex(wrt)}}} &= "
            rf"{terms}\mathbf{{{self.value:.6g}}}"
        )
        self._text = "\n".join(plain)
        self.latex = _aligned([*(latex for _, latex in lines), whole])

    def _paths(self) -> list[list[tuple[int, int | None]]]:
        """Each path from root to target: nodes, each with the slot by which it was reached."""
        paths, stack = [], [[(self._root, None)]]
        while stack:
            path = stack.pop()
            i = path[-1][0]
            if i == self._target:
                paths.append(path)
                continue
            slots = [(p, k) for k, p in enumerate(self._nodes[i].parents) if self._below[p]]
            stack.extend([*path, slot] for slot in reversed(slots))
        return paths

    def _path_line(self, path: list[tuple[int, int | None]]) -> tuple[str, str]:
        """The chain rule along one path, in plain text and in LaTeX."""
        steps = [(i, slot) for (i, _), (_, slot) in zip(path, path[1:])]
        factors = [self._local[i][slot] for i, slot in steps]
        symbols = [self._symbol(i, slot) for i, slot in steps]
        called = [self._name[i] for i, _ in path]
        links, product = list(zip(called, called[1:])), 1.0
        for factor in factors:
            product = product * factor + 0.0 if product else 0.0
        numbers = list(map(_number, factors))
        plain = [
            " · ".join(f"d{a}/d{b}" for a, b in links),
            " · ".join(symbol for symbol, _ in symbols),
            " · ".join(numbers),
            f"{product:.6g}",
        ]
        rates = [rf"\frac{{\partial {_tex(a)}}}{{\partial {_tex(b)}}}" for a, b in links]
        latex = [
            r" \cdot ".join(symbol for _, symbol in symbols),
            r" \cdot ".join(numbers),
            rf"\mathbf{{{product:.6g}}}",
        ]
        return (
            f"{' → '.join(called)}:  {' = '.join(plain)}",
            r" \cdot ".join(rates) + " &= " + " = ".join(latex),
        )

    def _write_merged(self) -> None:
        """One line for each node between root and target: the sum over its uses."""
        sums: list[list[str]] = [[] for _ in self._nodes]
        lines = []
        for i in range(self._root, self._target - 1, -1):
            if sums[i]:
                lines.append(self._sum_line(i, sums[i]))
            for p, slope in self._ways_down(i):
                sums[p].append(f"{_number(slope)} · {_number(self._grads[i])}")
        paths = self._paths_said()
        head = say(
            f"{paths}, merged where they meet (local · upstream, summed over the uses of each "
            "value)"
        )
        top, wrt = self._name[self._root], self._name[self._target]
        self._text = "\n".join([f"d{top}/d{wrt}: {head}", *(plain for plain, _ in lines)])
        self.latex = _aligned([rf"& \text{{{head}}}", *(latex for _, latex in lines)])

    def _sum_line(self, i: int, terms: list[str]) -> tuple[str, str]:
        """The gradient of one node, in plain text and in LaTeX."""
        shown = " + ".join(terms if len(terms) <= 6 else [*terms[:5], "…"])
        top, name, total = self._name[self._root], self._name[i], self._grads[i]
        tex = shown.replace("·", r"\cdot").replace("…", r"\dots")
        return f"d{top}/d{name} = {shown} = {total:.6g}", (
            rf"\frac{{\partial {_tex(top)}}}{{\partial {_tex(name)}}} &= {tex} = "
            rf"\mathbf{{{total:.6g}}}"
        )

    def _write_sum(self) -> None:
        """The number of paths, what to explain instead, and the derivative."""
        top, wrt = self._name[self._root], self._name[self._target]
        between, paths = sum(map(bool, self._below)), self._paths_said()
        too_many = say(
            f"{paths} through {between:,} values, too many to write out ({MOST_LINES} values at "
            "most). Explain a part of it, for example the output for one example: "
            "explain(model(inputs[0]), model.parameters()[0])"
        )
        total = say(f"{self.value:.6g}, the sum over all paths")
        self._text = f"d{top}/d{wrt}: {too_many}\nd{top}/d{wrt} = {total}"
        self.latex = ""

    def _paths_said(self) -> str:
        if self.n_paths == MOST_COUNTED:
            return say("more than 10^18 paths")
        return say("1 path" if self.n_paths == 1 else f"{self.n_paths} paths")

    def _symbol(self, i: int, slot: int) -> tuple[str, str]:
        """The local derivative of node ``i`` in its parent number ``slot``: (plain, LaTeX)."""
        node, slope = self._nodes[i], self._local[i][slot]
        own = [self._written(p) for p in node.parents]
        found = None
        partner = _partner(node.op, len(own), slot)
        if partner is not None and math.isclose(self._nodes[node.parents[partner]].data, slope):
            found = own[partner], _tex(own[partner])
        elif not self._has_its_numbers(node):
            found = None
        elif len(own) == 2:
            found = _symbol_of_two(node.op, *own, slot, self._name[i])
        elif len(own) == 1:
            found = _symbol_of_one(node.op, *own, self._name[i])
        # + - neg sum relu, and any operation we do not know
        return found or (_number(slope), _number(slope))

    def _has_its_numbers(self, node: Node) -> bool:
        """Whether the parents still hold the numbers that the operation took: an update of the
        parameters changes them, and a formula would no longer give the derivative.
        """
        op, numbers = node.op, [self._nodes[p].data for p in node.parents]
        try:
            if op.startswith("**") and len(numbers) == 1:
                op, numbers = "**", [*numbers, float(op.removeprefix("**"))]
            return op not in AGAIN or math.isclose(AGAIN[op](*numbers), node.data)
        except (ArithmeticError, TypeError, ValueError):  # also of an operation that is not ours
            return False

    def _written(self, i: int) -> str:
        """A value in a formula: its name, or its number if it is a constant without one."""
        node = self._nodes[i]
        return self._name[i] if node.label or node.parents else _number(node.data, 6)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if not self.latex:
            return {"text/plain": self.text}
        return {"text/latex": f"$${self.latex}$$", "text/plain": self.text}


# -- local derivatives as symbols, in plain text and in LaTeX ----------------------------


def _partner(op: str, count: int, slot: int) -> int | None:
    """The parent that another one is multiplied by, in a product or a weighted sum."""
    if op == "*" and count == 2:
        return 1 - slot
    half = count // 2
    if op == "dot" and slot < 2 * half:
        return (slot + half) % (2 * half)
    return None


def _symbol_of_two(op: str, x: str, y: str, slot: int, out: str) -> tuple[str, str] | None:
    tex_x, tex_y = _tex(x), _tex(y)
    return {
        ("/", 0): (f"1/{y}", rf"\frac{{1}}{{{tex_y}}}"),
        ("/", 1): (f"-{x}/{y}²", rf"-\frac{{{tex_x}}}{{{tex_y}^2}}"),
        ("**", 0): (f"{y}·{x}**({y}-1)", rf"{tex_y}\,{tex_x}^{{{tex_y}-1}}"),
        ("**", 1): (f"{out}·log({x})", rf"{_tex(out)}\log {tex_x}"),
    }.get((op, slot))


def _symbol_of_one(op: str, x: str, out: str) -> tuple[str, str] | None:
    tex_x, tex_out = _tex(x), _tex(out)
    if op.startswith("**"):
        return _symbol_of_power(op.removeprefix("**"), x)
    return {
        "tanh": (f"1-{out}²", f"1-{tex_out}^2"),
        "sigmoid": (f"{out}·(1-{out})", rf"{tex_out}(1-{tex_out})"),
        "exp": (out, tex_out),
        "log": (f"1/{x}", rf"\frac{{1}}{{{tex_x}}}"),
    }.get(op)


def _symbol_of_power(exponent: str, x: str) -> tuple[str, str] | None:
    try:
        k = float(exponent)
    except ValueError:
        return None
    if k == 2:
        return f"2·{x}", rf"2\,{_tex(x)}"
    return f"{k:g}·{x}**{k - 1:g}", rf"{k:g}\,{_tex(x)}^{{{k - 1:g}}}"


def _aligned(lines: list[str]) -> str:
    return r"\begin{aligned}" + r" \\ ".join(lines) + r"\end{aligned}"


def _number(x: float, digits: int = 4) -> str:
    """A number in a product; -0.0 is 0."""
    text = f"{x + 0.0:.{digits}g}"
    return f"({text})" if x < 0 else text


def _plain(label: str) -> str:
    """A label inside ``\\text``: without the characters that mean something to LaTeX."""
    return "".join(c for c in label if c not in "\\{}$&#^_%~")


def _tex(label: str) -> str:
    """A label as a symbol: ``w1`` becomes w with index 1, longer names stay upright."""
    label = _plain(label) or "?"
    stem = label.rstrip("0123456789")
    if len(stem) == 1 and label != stem:
        return f"{stem}_{{{label[len(stem) :]}}}"
    return label if len(label) == 1 else rf"\text{{{label}}}"
