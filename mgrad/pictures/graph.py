"""Draw the expression graph behind a Value.

Graphviz decides where things go, or ``layout`` where it is missing; both see only anonymous
boxes of known size. The cards are then drawn here as SVG through an XML library, so that no
label, however strange, can break a picture, and the same graph gives the same picture byte
for byte.
"""

from __future__ import annotations

import base64
import math
import re
import reprlib
import webbrowser
from collections import Counter
from numbers import Real
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from mgrad._text import printable
from mgrad.engine import topological_order
from mgrad.pictures.layout import NoGraphviz, graphviz_layout, layered, run_dot
from mgrad.translation import say

BLUE, VERMILLION, PURPLE, GREY = "#0072B2", "#B34700", "#A3307A", "#7B8494"  # 4.5:1 on the cards
CARD, INK, FAINT = "#F8FAFC", "#111827", "#4B5563"
SANS, MONO = "DejaVu Sans, Verdana, sans-serif", "DejaVu Sans Mono, Menlo, Consolas, monospace"
CARD_WIDTH, HEADER_HEIGHT, ROWS_HEIGHT, OPERATION_HEIGHT = 132, 26, 50, 36  # pixels
SYMBOLS = {"*": "×", "-": "−", "/": "÷", "sum": "Σ"}

PHONE = 300  # pixels: what a notebook on a phone leaves for a picture
LONGEST_LABEL, LONGEST_OPERATION = 40, 12  # characters
ARROWS = 5  # at most so many for each value that may be drawn

NO_VALUE = "expected a Value, the result of a computation with Values"


# -- the graph ---------------------------------------------------------------------------


def trace(root) -> tuple[list, list[tuple]]:
    """List the graph below ``root``, a Value or any object with ``data`` and ``_prev``.

    Returns:
        ``(nodes, edges)``: every node once, parents before children, and one
        ``(parent, child)`` pair per use, so that ``a + a`` has two edges.

    Raises:
        TypeError: ``root`` is not the result of a computation with Values.
    """
    check_node(root)
    try:
        nodes = topological_order(root) if root._prev else [root]
    except (AttributeError, TypeError) as error:  # a parent that is no node
        raise TypeError(
            f"{NO_VALUE}, and a value in this graph was made from something else ({error})"
        ) from None
    return nodes, [(parent, child) for child in nodes for parent in parents_of(child)]


def parents_of(node) -> tuple:
    """A hand-made engine may have a list or a set of them, and None for a leaf."""
    return tuple(node._prev or ())


def check_node(node) -> None:
    """Raise a TypeError that says what to do with anything that is no node of a graph."""
    if hasattr(node, "data") and hasattr(node, "_prev"):
        return
    found = f"got {reprlib.repr(node)}"
    if isinstance(node, (list, tuple)):
        found = (
            f"got a {type(node).__name__} of {len(node)}: choose one of them, such as outputs[0]"
        )
    elif callable(getattr(node, "parameters", None)):
        found = f"got a {type(node).__name__}: call it with one example first, model(inputs[0])"
    elif hasattr(node, "grad_fn"):
        found = "got a Tensor of PyTorch, which keeps its graph in another way"
    elif hasattr(node, "data") and hasattr(node, "grad"):
        found = (
            f"and this {type(node).__name__} does not keep what it was made from: give it a "
            "tuple _prev of its parents, empty for a number that you put in"
        )
    raise TypeError(f"{NO_VALUE}, {found}")


class Node(NamedTuple):
    """What a drawing shows of one Value, fixed at the time of drawing."""

    label: str
    op: str  # "" for a leaf
    data: float
    grad: float
    parents: tuple[int, ...]  # positions in the list of nodes


def snapshot(root) -> list[Node]:
    """The nodes below ``root`` as they are now. A hand-made engine may lack grad, label or _op."""
    values, _ = trace(root)
    position = {id(v): i for i, v in enumerate(values)}
    return [
        Node(
            one_line(getattr(v, "label", ""), LONGEST_LABEL),
            one_line(getattr(v, "_op", None) or "?" * bool(parents_of(v)), LONGEST_OPERATION),
            v.data,
            getattr(v, "grad", 0.0),
            tuple(position[id(p)] for p in parents_of(v)),
        )
        for v in values
    ]


def one_line(text, longest: int) -> str:
    """``text`` in at most ``longest`` characters that can be printed; None is empty."""
    text = "" if text is None else str(text)
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else " " for c in text)


def too_large(nodes: list[Node], most: int, call: str) -> str:
    """Empty, or why more than ``most`` values are not drawn, and what to ``call`` instead."""
    n_values, n_arrows = len(nodes), sum(len(node.parents) for node in nodes)
    if n_values <= most and n_arrows <= ARROWS * most:
        return ""
    size = say(f"{n_values:,} values, too many to read ({most} at most)")
    if n_values <= most:
        size = say(f"{n_arrows:,} arrows, too many to read ({ARROWS * most} at most)")
    return say(
        f"This graph has {size}. Show a part of it, for example one neuron on one example: "
        f"{call}(model.layers[0].neurons[0](inputs[0]))"
    )


def local_derivatives(values: list) -> list[tuple]:
    """d(value)/d(parent), for each of ``values`` one number per parent.

    Raises:
        TypeError: there are none, or they are not numbers.
    """
    slopes = [slopes_of(v) for v in values]
    for v, local in zip(values, slopes):
        if not all(isinstance(x, Real) for x in (v.data, *local)):
            raise TypeError(
                "the chain rule is shown with plain numbers, which a "
                f"{type(v).__name__} does not hold: compute one example with Values, or draw the "
                "graph as it is with draw_dot"
            )
    return slopes


def slopes_of(node) -> tuple:
    """Local derivatives are stored in ``_local``; an engine with closures is asked for them."""
    stored = getattr(node, "_local", ())
    if len(stored) == len(parents_of(node)):
        return tuple(stored)
    if callable(getattr(node, "_backward", None)):
        return ask_for_slopes(node)
    raise TypeError(
        f"{NO_VALUE}, and this {type(node).__name__} keeps neither its local derivatives in _local "
        "nor a function _backward: draw_dot can draw its graph"
    )


def ask_for_slopes(node) -> tuple:
    """Run ``_backward`` of one node with a grad of 1, see what arrives, and put the grads back.

    Of a parent that is used twice only the sum is seen: each use gets half of it.
    """
    parents = parents_of(node)
    uses = Counter(map(id, parents))
    kept = [(v, getattr(v, "grad", 0.0)) for v in (node, *parents)]
    try:
        for parent in parents:
            parent.grad = 0.0
        node.grad = 1.0
        node._backward()
        return tuple(parent.grad / uses[id(parent)] for parent in parents)
    finally:
        for v, grad in kept:
            v.grad = grad


# -- the picture -------------------------------------------------------------------------


def draw_dot(root, rankdir: str = "LR", max_nodes: int = 300, format: str = "svg") -> Drawing:
    """Draw the expression graph of ``root`` as it is now: label, data and grad of each node.

    Args:
        root: the Value or Tensor whose history is drawn, or any object with ``data`` and ``_prev``.
        rankdir: ``"LR"`` from left to right, ``"TB"`` from top to bottom.
        max_nodes: the largest graph to draw; of a larger one only its size is said.
        format: of the file that ``render`` writes, ``"svg"``, ``"png"`` or ``"dot"``.

    Raises:
        TypeError: ``root`` is not a Value.
        ValueError: ``rankdir`` or ``format`` is unknown, ``max_nodes`` no whole number.
    """
    from mgrad.nn import check_size  # not at the top: checks that hide Value read graphs too

    check_size("max_nodes", max_nodes)
    if rankdir not in ("LR", "TB"):
        raise ValueError(
            f'rankdir must be "LR" (left to right) or "TB" (top to bottom), got {rankdir!r}'
        )
    check_format(format)
    return Drawing(snapshot(root), rankdir, max_nodes, format)


def check_format(format: str) -> None:
    """Raise a ValueError unless a picture can be written in this format."""
    if format not in ("svg", "png", "dot"):
        raise ValueError(f'format must be "svg", "png" or "dot", got {format!r}')


class Words:
    """What Jupyter shows as a picture or as formulas, and a terminal in words.

    Attributes:
        text: the words, in characters that this terminal can print.
    """

    _text = ""

    @property
    def text(self) -> str:
        return printable(self._text)

    def __repr__(self) -> str:
        return self.text


class Drawing(Words):
    """A picture of an expression graph, shown by Jupyter when it is the result of a cell.

    Attributes:
        svg: the picture; empty when the graph is too large.
        text: the graph in words, one line per value, or the message.
        message: empty, or why there is no picture and what to draw instead.
        format: of the file that ``render`` writes.
    """

    def __init__(self, nodes: list[Node], rankdir: str, max_nodes: int, format: str):
        self._nodes, self._rankdir, self.format = nodes, rankdir, format
        self.message = too_large(nodes, max_nodes, "draw_dot")
        self._text = self.message or describe(nodes)
        self.svg = "" if self.message else layout_svg(nodes, rankdir)

    @property
    def source(self) -> str:
        """The graph in the DOT language, in characters that this terminal can print."""
        return printable(dot_source(self._nodes, self._rankdir))

    def render(
        self, filename: str = "graph", format: str = "", view: bool = False, cleanup: bool = False
    ) -> str:
        """Write the picture to a file and return its path, as Graphviz's drawings do.

        Args:
            filename: the path without its ending.
            format: the ending; empty for the format of this drawing.
            view: open the file as well.
            cleanup: taken for programs that say it; there is no second file to remove.

        Raises:
            ValueError, ImportError: as ``save``.
        """
        ending = "." + (format or self.format)
        check_format(ending[1:])
        path = Path(f"{str(filename).removesuffix(ending)}{ending}")
        self.save(path)
        if view:
            webbrowser.open(path.resolve().as_uri())
        return str(path)

    def save(self, path: str | Path) -> None:
        """Write the picture to a ``.svg`` file, or Graphviz's plain form of it to ``.png`` or
        ``.dot``.

        Raises:
            ValueError: another ending, or there is no picture to write.
            ImportError: a ``.png`` file, and Graphviz is not installed or does not work.
        """
        path = Path(path)
        if path.suffix not in (".svg", ".png", ".dot"):
            raise ValueError(f"save writes .svg, .png or .dot files, got {path.name!r}")
        if path.suffix == ".dot":
            path.write_text(dot_source(self._nodes, self._rankdir), encoding="utf-8")
        elif self.message:
            raise ValueError(self.message)
        elif path.suffix == ".svg":
            path.write_text(self.svg, encoding="utf-8")
        else:
            path.write_bytes(run_dot(dot_source(self._nodes, self._rankdir), "png"))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if not self.svg:
            return {"text/plain": repr(self)}
        return {
            "text/html": picture(self.svg, self._text),
            "image/svg+xml": self.svg,
            "text/plain": self.text,
        }


def picture(svg: str, alt: str) -> str:
    """An HTML image that survives untrusted notebooks and reads its text aloud."""
    width = float(ElementTree.fromstring(svg).get("width"))
    narrowest = round(0.6 * width)
    image = ElementTree.Element(
        "img",
        alt=re.sub("[ \n]+", " ", say("Expression graph:") + " " + alt.replace("\n", "; ")),
        src="data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode(),
        style=f"width:{width:g}px;max-width:100%;min-width:{narrowest}px;height:auto",
    )
    keys = ' tabindex="0"' if narrowest > PHONE else ""  # it can be moved without a mouse
    image = ElementTree.tostring(image, encoding="unicode")
    return f'<div style="overflow-x:auto"{keys}>{image}</div>'


# -- the graph in words ------------------------------------------------------------------


def names(nodes: list[Node], first: int | None = None) -> list[str]:
    """What to call each node in a sentence: its label, or v0, v1, ...

    Of several nodes labelled w the second is called w (2), and so on, counted from the node
    ``first`` if there is one, else in the order of the nodes.
    """
    found = [node.label or f"v{i}" for i, node in enumerate(nodes)]
    uses = Counter()
    for i in sorted(range(len(nodes)), key=lambda i: i != first):
        uses[found[i]] += 1
        if (count := uses[found[i]]) > 1:
            found[i] += f" ({count})"
    return found


def describe(nodes: list[Node]) -> str:
    """One line per node: how it was made, its data and its grad."""
    name = names(nodes)
    made = [
        f"{name[i]} = {formula(node, name)}" if node.parents else name[i]
        for i, node in enumerate(nodes)
    ]
    width = min(40, max(map(len, made)))
    return "\n".join(
        f"{m:<{width}}  data {number(v.data):>10}  grad {number(v.grad):>10}"
        for m, v in zip(made, nodes)
    )


def formula(node: Node, name: list[str]) -> str:
    """The operation of ``node`` with the names of its parents, for example ``a × b``."""
    operands = [name[i] for i in node.parents]
    if len(operands) > 4:
        operands = [*operands[:2], "…", operands[-1]]
    if node.op in ("+", "-", "*", "/", "**", "@"):
        symbol = SYMBOLS.get(node.op, node.op)
        if len(operands) == 1 and hasattr(node.data, "shape"):
            # a Tensor does not keep the numbers on the other side
            return f"{symbol}({operands[0]}, {say('constant')})"
        return f" {symbol} ".join(operands)
    if node.op == "[]":
        return operands[0] + "[…]"
    if node.op.startswith("**"):
        return operands[0] + node.op
    if node.op == "neg":
        return "−" + operands[0]
    return f"{node.op}({', '.join(operands)})"


def number(x) -> str:
    """At most ten characters: four decimals where they say something, else 1.00e-09, nan or inf.

    Of an array only the shape is shown, for example ``[64×10]``; what is no number, as text.
    """
    if getattr(x, "shape", ()):
        return f"[{'×'.join(map(str, x.shape))}]"
    try:
        x = float(x) + 0.0  # turns -0.0 into 0.0
    except (TypeError, ValueError, OverflowError):  # a hand-made engine may hold anything
        return one_line(x, 10) or "None"
    if x == 0.0 or 1e-4 <= abs(x) < 1e4 or not math.isfinite(x):
        return f"{x:.4f}"
    return f"{x:.1f}" if 1e4 <= abs(x) < 1e6 else f"{x:.2e}"


# -- layout ------------------------------------------------------------------------------


def card_height(node: Node) -> int:
    """In pixels; a value without a label needs no header."""
    return ROWS_HEIGHT + HEADER_HEIGHT * bool(node.label)


def operation_width(node: Node) -> int:
    """In pixels: a circle for a sign, longer for a word."""
    return max(36, 20 + 8 * len(SYMBOLS.get(node.op, node.op)))


def arrows(nodes: list[Node]) -> list[tuple[str, str]]:
    """From and to: every use of a value by an operation, and every operation's result."""
    return [
        arrow
        for i, node in enumerate(nodes)
        if node.parents
        for arrow in [*((f"v{parent}", f"o{i}") for parent in node.parents), (f"o{i}", f"v{i}")]
    ]


def dot_source(nodes: list[Node], rankdir: str, stretch: int = 1) -> str:
    """The graph in the DOT language. Nodes are named by position, so it never varies.

    ``stretch`` makes the edges to operations that many times longer, to write on them.
    """
    lines = [
        "digraph mgrad {",
        f"  graph [rankdir={rankdir} nodesep=0.22 ranksep=0.36]",
        "  node [shape=box fixedsize=true fontsize=10]",
        "  edge [dir=none]",
    ]
    for i, (name, node) in enumerate(zip(names(nodes), nodes)):
        label = rf"{_quoted(name)}\ndata {number(node.data)}\ngrad {number(node.grad)}"
        lines.append(
            f'  v{i} [label="{label}" width={CARD_WIDTH / 72:.3f} '
            f"height={card_height(node) / 72:.3f}]"
        )
        if node.parents:
            width = operation_width(node) / 72
            lines.append(
                f'  o{i} [label="{_quoted(node.op)}" shape=ellipse width={width:.3f} '
                f"height={OPERATION_HEIGHT / 72:.3f}]"
            )
            lines.extend(
                f"  v{parent} -> o{i}" + f" [minlen={stretch}]" * (stretch > 1)
                for parent in node.parents
            )
            lines.append(f"  o{i} -> v{i}")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def layout_svg(nodes: list[Node], rankdir: str, stretch: int = 1) -> str:
    """The picture, laid out by Graphviz if it works here."""
    try:
        plan = graphviz_layout(dot_source(nodes, rankdir, stretch), arrows(nodes))
    except NoGraphviz:
        cards = [(CARD_WIDTH, card_height(node)) for node in nodes]
        operations = [(operation_width(node), OPERATION_HEIGHT) for node in nodes]
        plan = layered([node.parents for node in nodes], cards, operations, rankdir, stretch)
    return to_svg(nodes, plan)


# -- drawing -----------------------------------------------------------------------------


def to_svg(nodes: list[Node], plan: dict) -> str:
    """Draw cards, operations and arrows at the positions of ``plan``."""
    width, height = (f"{side:.0f}" for side in plan["size"])
    svg = ElementTree.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
    )
    _add(svg, "title", say("Expression graph"))
    for tail, head, points in plan["edges"]:
        draw_arrow(svg, tail, head, points)
    for i, node in enumerate(nodes):
        if node.parents:
            draw_operation(svg, f"o{i}", node, *plan["at"][f"o{i}"])
        role = "interior" if node.parents else "leaf"
        if node is nodes[-1]:
            role = "root"
        draw_card(svg, f"v{i}", node, role, *plan["at"][f"v{i}"])
    return ElementTree.tostring(svg, encoding="unicode")


def draw_card(svg, name: str, node: Node, role: str, x: float, y: float) -> None:
    """A value: its label, data and grad, in a frame that tells root, interior and leaf apart."""
    border, thickness = {"root": (PURPLE, 2.5), "interior": (GREY, 1.5), "leaf": (BLUE, 2.5)}[role]
    height = card_height(node)
    left, top = x - CARD_WIDTH / 2, y - height / 2
    group = _add(
        svg, "g", id=name, **{"class": f"card {role}", "font-family": SANS, "font-size": "12"}
    )
    frame = {"x": left, "y": top, "width": CARD_WIDTH, "height": height, "rx": 9}
    _add(group, "rect", **frame, fill=CARD, stroke=border, **{"stroke-width": thickness})
    if node.label:
        bold = {"text-anchor": "middle", "font-weight": "bold", "font-size": 13, "fill": INK}
        shown = node.label if len(node.label) <= 15 else node.label[:14] + "…"
        _add(group, "text", shown, x=x, y=top + 18, **bold)
        line = {"x1": left + 8, "x2": left + CARD_WIDTH - 8, "y1": top + 25, "y2": top + 25}
        _add(group, "line", **line, stroke=border, **{"stroke-width": 0.8})
    baseline = top + height - ROWS_HEIGHT + 20
    draw_row(group, "data", node.data, INK, left, baseline)
    draw_row(group, "grad", node.grad, VERMILLION, left, baseline + 20)


def draw_row(group, word: str, value: float, colour: str, left: float, baseline: float) -> None:
    """A word at the left end of a card and a number at its right end."""
    right = left + CARD_WIDTH - 11
    _add(group, "text", word, x=left + 11, y=baseline, fill=FAINT)
    font = {"text-anchor": "end", "font-family": MONO, "font-size": 13}
    _add(group, "text", number(value), x=right, y=baseline, **font, fill=colour, **{"class": word})


def draw_operation(svg, name: str, node: Node, x: float, y: float) -> None:
    """The operation that made a value: its sign on blue."""
    width = operation_width(node)
    group = _add(svg, "g", id=name, **{"class": "operation"})
    frame = {
        "x": x - width / 2,
        "y": y - OPERATION_HEIGHT / 2,
        "width": width,
        "height": OPERATION_HEIGHT,
    }
    _add(group, "rect", **frame, rx=OPERATION_HEIGHT / 2, fill=BLUE)
    symbol = SYMBOLS.get(node.op, node.op)
    font = {"font-family": SANS, "font-weight": "bold", "font-size": 19 if len(symbol) == 1 else 12}
    baseline = y + (7 if len(symbol) == 1 else 4)
    _add(
        group, "text", symbol, x=x, y=baseline, fill="#FFFFFF", **{"text-anchor": "middle"}, **font
    )


def draw_arrow(svg, tail: str, head: str, points: list[tuple[float, float]]) -> None:
    """A curve along Bézier points, with its head at the end."""
    (x0, y0), (x, y) = points[-2:]
    length = math.hypot(x - x0, y - y0) or 1.0
    dx, dy = 9 * (x - x0) / length, 9 * (y - y0) / length  # the arrow head is 9 pixels long
    kind = "operand" if tail.startswith("v") else "result"
    group = _add(svg, "g", **{"class": f"edge {kind} {tail} {head}"})
    curve = [*points[:-1], (x - 0.8 * dx, y - 0.8 * dy)]
    path = f"M{_xy(curve[0])}C" + " ".join(map(_xy, curve[1:]))
    _add(group, "path", d=path, fill="none", stroke=GREY, **{"stroke-width": 1.8})
    corners = [(x, y), (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2)]
    _add(group, "polygon", points=" ".join(map(_xy, corners)), fill=GREY)


def _xy(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _add(parent, tag: str, text: str = "", **attributes):
    """Append an element; numbers keep one decimal, so that the output never varies."""
    formatted = {k: v if isinstance(v, str) else f"{v:.1f}" for k, v in attributes.items()}
    element = ElementTree.SubElement(parent, tag, formatted)
    element.text = text or None
    return element
