"""The chain rule written out with numbers, path by path."""

from __future__ import annotations

from mgrad.pictures.graph import NO_VALUE, Node, names, snapshot, trace

MOST_PATHS = 12  # more are merged at the nodes where they meet


def explain(root, wrt) -> Explanation:
    """Write out how d(root)/d(wrt) comes about.

    Every path from ``root`` to ``wrt`` is shown with its local derivatives, as symbols and as
    numbers; the products along the paths add up to the gradient. When there are more than
    ``MOST_PATHS`` paths, they are merged at shared nodes: one line per node on the way.

    Args:
        root: the result, a Value.
        wrt: a node of its graph.

    Returns:
        An object that shows itself as formulas in Jupyter and as plain text elsewhere, with
        ``.value`` (the derivative) and ``.n_paths``.

    Raises:
        TypeError: ``root`` or ``wrt`` is not a Value.
    """
    values, _ = trace(root)
    trace(wrt)
    if not all(len(getattr(v, "_local", ())) == len(v._prev) for v in values):
        raise TypeError(f"{NO_VALUE}, and each node must store its local derivatives in _local")
    position = {id(v): i for i, v in enumerate(values)}
    nodes = snapshot(root)
    return Explanation(
        nodes, [v._local for v in values], position.get(id(wrt)), str(wrt.label) or "this value"
    )


class Explanation:
    """The derivative of the last of ``nodes`` in the node at position ``target``.

    Attributes:
        value: the derivative.
        n_paths: the number of paths that lead from the result to the node.
        text: the derivation in plain text.
        latex: the derivation as LaTeX.
    """

    def __init__(self, nodes: list[Node], local: list[tuple], target: int | None, stranger: str):
        self._nodes, self._local, self._name = nodes, local, names(nodes)
        root = len(nodes) - 1
        if target is None:
            self.value, self.n_paths = 0.0, 0
            self.text = (
                f"{self._name[root]} was computed without {stranger}: no path, so the derivative "
                "is 0."
            )
            self.latex = rf"\text{{{_plain(self.text)}}}"
            return
        below = self._paths_to(target)
        self.n_paths = below[root]
        if self.n_paths > MOST_PATHS:
            self._merged(target, root, below)
        else:
            self._listed(target, root, below)

    def _paths_to(self, target: int) -> list[int]:
        """For each node, how many paths lead from it down to ``target``."""
        counts = [0] * len(self._nodes)
        for i, node in enumerate(self._nodes):
            counts[i] = 1 if i == target else sum(counts[p] for p in node.parents)
        return counts

    def _listed(self, target: int, root: int, below: list[int]) -> None:
        """One line for each path."""
        paths, stack = [], [[(root, None)]]
        while stack:
            path = stack.pop()
            i = path[-1][0]
            if i == target:
                paths.append(path)
                continue
            slots = [(p, k) for k, p in enumerate(self._nodes[i].parents) if below[p]]
            stack.extend([*path, slot] for slot in reversed(slots))
        name, top, wrt = self._name, self._name[root], self._name[target]
        plain, latex, self.value = [], [], 0.0
        for path in paths:
            steps = [(i, slot) for (i, _), (_, slot) in zip(path, path[1:])]
            factors = [self._local[i][slot] for i, slot in steps]
            product = 1.0
            for factor in factors:
                product *= factor
            self.value += product
            links = [(name[a], name[b]) for (a, _), (b, _) in zip(path, path[1:])]
            symbols = [self._symbol(i, slot) for i, slot in steps]
            plain.append(
                f"{' → '.join(name[i] for i, _ in path)}:  "
                + " · ".join(f"d{a}/d{b}" for a, b in links)
                + " = "
                + " · ".join(s for s, _ in symbols)
                + " = "
                + " · ".join(map(_number, factors))
                + f" = {product:.6g}"
            )
            latex.append(
                r" \cdot ".join(
                    rf"\frac{{\partial {_tex(a)}}}{{\partial {_tex(b)}}}" for a, b in links
                )
                + " &= "
                + r" \cdot ".join(s for _, s in symbols)
                + " = "
                + r" \cdot ".join(map(_number, factors))
                + rf" = \mathbf{{{product:.6g}}}"
            )
        if root == target:
            plain, latex, self.value = [], [], 1.0
        count = f"{self.n_paths} path{'s' * (self.n_paths != 1)}"
        terms = (
            " + ".join(line.rpartition(" = ")[2] for line in plain).replace("+ -", "- ")
            if len(plain) > 1
            else ""
        )
        self.text = "\n".join(
            [
                f"d{top}/d{wrt}: {count}",
                *plain,
                f"d{top}/d{wrt} = {terms + ' = ' if terms else ''}{self.value:.6g}",
            ]
        )
        whole = (
            rf"\frac{{\partial {_tex(top)}}}{{\partial {_tex(wrt)}}} &= "
            rf"{terms + ' = ' if terms else ''}\mathbf{{{self.value:.6g}}}"
        )
        self.latex = r"\begin{aligned}" + r" \\ ".join([*latex, whole]) + r"\end{aligned}"

    def _merged(self, target: int, root: int, below: list[int]) -> None:
        """One line for each node between ``root`` and ``target``: the sum over its uses."""
        grads = [0.0] * len(self._nodes)
        sums: list[list[str]] = [[] for _ in self._nodes]
        grads[root] = 1.0
        plain, latex = [], []
        top = self._name[root]
        for i in range(root, target, -1):
            if not below[i] or (i != root and not sums[i]):
                continue
            if i != root:
                self._sum_line(i, top, sums[i], grads[i], plain, latex)
            for slot, p in enumerate(self._nodes[i].parents):
                if below[p]:
                    grads[p] += self._local[i][slot] * grads[i]
                    sums[p].append(f"{_number(self._local[i][slot])} · {_number(grads[i])}")
        self._sum_line(target, top, sums[target], grads[target], plain, latex)
        self.value = grads[target]
        head = (
            f"{self.n_paths} paths, merged where they meet (local · upstream, summed over the "
            "uses of each value)"
        )
        self.text = "\n".join([f"d{top}/d{self._name[target]}: {head}", *plain])
        self.latex = (
            r"\begin{aligned}" + rf"& \text{{{head}}} \\ " + r" \\ ".join(latex) + r"\end{aligned}"
        )

    def _sum_line(
        self, i: int, top: str, terms: list[str], total: float, plain: list[str], latex: list[str]
    ) -> None:
        shown = terms if len(terms) <= 6 else [*terms[:5], "…"]
        plain.append(f"d{top}/d{self._name[i]} = {' + '.join(shown)} = {total:.6g}")
        tex = " + ".join(shown).replace("·", r"\cdot").replace("…", r"\dots")
        latex.append(
            rf"\frac{{\partial {_tex(top)}}}{{\partial {_tex(self._name[i])}}} &= {tex} = "
            rf"\mathbf{{{total:.6g}}}"
        )

    def _symbol(self, i: int, slot: int) -> tuple[str, str]:
        """The local derivative of node ``i`` in its parent number ``slot``: (plain, LaTeX)."""
        node, out = self._nodes[i], self._name[i]
        own = [
            self._name[p]
            if self._nodes[p].label or self._nodes[p].parents
            else f"{self._nodes[p].data:g}"
            for p in node.parents
        ]
        x = own[slot]
        if node.op == "*":
            partner = own[1 - slot]
            return partner, _tex(partner)
        if node.op == "dot":
            half = len(own) // 2
            if slot == 2 * half:
                return "1", "1"
            partner = own[(slot + half) % (2 * half)]
            return partner, _tex(partner)
        if node.op == "/":
            y = own[1]
            return (
                (f"1/{y}", rf"\frac{{1}}{{{_tex(y)}}}")
                if slot == 0
                else (f"-{own[0]}/{y}²", rf"-\frac{{{_tex(own[0])}}}{{{_tex(y)}^2}}")
            )
        if node.op == "**":
            base, k = own
            if slot == 1:
                return f"{out}·log({base})", rf"{_tex(out)}\log {_tex(base)}"
            return f"{k}·{base}**({k}-1)", rf"{_tex(k)}\,{_tex(base)}^{{{_tex(k)}-1}}"
        if node.op.startswith("**"):
            k = float(node.op[2:])
            if k == 2:
                return f"2·{x}", rf"2\,{_tex(x)}"
            return f"{k:g}·{x}**{k - 1:g}", rf"{k:g}\,{_tex(x)}^{{{k - 1:g}}}"
        plain, latex = {
            "tanh": (f"1-{out}²", f"1-{_tex(out)}^2"),
            "sigmoid": (f"{out}·(1-{out})", rf"{_tex(out)}(1-{_tex(out)})"),
            "exp": (out, _tex(out)),
            "log": (f"1/{x}", rf"\frac{{1}}{{{_tex(x)}}}"),
        }.get(node.op, ("", ""))
        # + - neg sum relu, and any operation we do not know
        constant = _number(self._local[i][slot])
        return plain or constant, latex or constant

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/latex": f"$${self.latex}$$", "text/plain": self.text}

    def __repr__(self) -> str:
        return self.text


def _number(x: float) -> str:
    return f"({x:.4g})" if x < 0 else f"{x:.4g}"


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
