"""Draw the expression graph behind a Value.

Graphviz decides where things go; it sees only anonymous boxes of known size. The cards
are then drawn here as SVG through an XML library, so that no label, however strange,
can break a picture, and the same graph gives the same picture byte for byte.
"""

from __future__ import annotations

import base64
import importlib.metadata
import math
import shutil
from pathlib import Path
from xml.etree import ElementTree

from mgrad.engine import Value

BLUE, VERMILLION, PURPLE, GREY = "#0072B2", "#B34700", "#A3307A", "#7B8494"  # 4.5:1 on the cards
CARD, INK, FAINT = "#F8FAFC", "#111827", "#4B5563"
SANS, MONO = "DejaVu Sans, Verdana, sans-serif", "DejaVu Sans Mono, Menlo, Consolas, monospace"
CARD_WIDTH, HEADER_HEIGHT, ROWS_HEIGHT, MARGIN = 132, 26, 50, 8  # pixels
SYMBOLS = {"*": "×", "-": "−", "/": "÷", "sum": "Σ"}

NO_LAYOUT = "To see this graph as a picture, install the layout engine: pip install graphviz graphviz-pure"


def trace(root: Value) -> tuple[list[Value], list[tuple[Value, Value]]]:
    """List the graph below ``root``.

    Returns:
        ``(nodes, edges)``: every node once, parents before children, and one
        ``(parent, child)`` pair per use, so that ``a + a`` has two edges.

    Raises:
        TypeError: ``root`` is not a Value.
    """
    if not isinstance(root, Value):
        raise TypeError(f"expected a Value, got {root!r}: draw the result of a computation with Values")
    nodes: dict[Value, None] = {}  # an ordered set
    for node in root._topological_order():
        nodes.update(dict.fromkeys((*node._prev, node)))
    return list(nodes), [(parent, child) for child in nodes for parent in child._prev]


def draw_dot(root: Value, rankdir: str = "LR", max_nodes: int = 300) -> Drawing:
    """Draw the expression graph of ``root`` as it is now: label, data and grad of each node.

    Args:
        root: the result whose history is drawn.
        rankdir: ``"LR"`` from left to right, ``"TB"`` from top to bottom.
        max_nodes: the largest graph to lay out; above it only the text form is given.

    Raises:
        TypeError: ``root`` is not a Value.
        ValueError: ``rankdir`` is unknown.
    """
    if rankdir not in ("LR", "TB"):
        raise ValueError(f'rankdir must be "LR" (left to right) or "TB" (top to bottom), got {rankdir!r}')
    nodes, _ = trace(root)
    return Drawing(nodes, rankdir, max_nodes)


class Drawing:
    """A picture of an expression graph, shown by Jupyter when it is the result of a cell.

    Attributes:
        source: the graph in the DOT language.
        svg: the picture; empty when there is no layout engine or the graph is too large.
        text: the graph in words, one line per value.
        message: empty, or why there is no picture.
    """

    def __init__(self, nodes: list[Value], rankdir: str, max_nodes: int):
        self.text = describe(nodes)
        self.source = dot_source(nodes, rankdir)
        self.svg = self.message = ""
        if len(nodes) > max_nodes:
            self.message = f"This graph has {len(nodes)} nodes, too many to read. Draw a smaller part, or set max_nodes."
            return
        try:
            self.svg = to_svg(nodes, layout(self.source))
        except ImportError as error:
            self.message = str(error)

    def save(self, path: str | Path) -> None:
        """Write the picture to a ``.svg``, ``.png`` or ``.dot`` file.

        Raises:
            ValueError: another ending, or there is no picture to write.
        """
        path = Path(path)
        if path.suffix not in (".svg", ".png", ".dot"):
            raise ValueError(f"save writes .svg, .png or .dot files, got {path.name!r}")
        if path.suffix == ".dot":
            path.write_text(self.source, encoding="utf-8")
        elif self.message:
            raise ValueError(self.message)
        elif path.suffix == ".svg":
            path.write_text(self.svg, encoding="utf-8")
        else:
            path.write_bytes(run_dot(self.source, "png"))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if not self.svg:
            return {"text/plain": repr(self)}
        return {"text/html": picture(self.svg, self.text), "image/svg+xml": self.svg, "text/plain": self.text}

    def __repr__(self) -> str:
        return f"{self.text}\n{self.message}".rstrip()


def picture(svg: str, alt: str) -> str:
    """An HTML image that survives untrusted notebooks and reads its text aloud."""
    width = ElementTree.fromstring(svg).get("width")
    image = ElementTree.Element(
        "img",
        alt=alt,
        src="data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode(),
        style=f"width:{width}px;max-width:100%;min-width:{0.6 * float(width):.0f}px;height:auto",
    )
    return f'<div style="overflow-x:auto">{ElementTree.tostring(image, encoding="unicode", method="html")}</div>'


# -- the graph in words ------------------------------------------------------------------


def names(nodes: list[Value]) -> dict[Value, str]:
    """A printable name for each node: its label without control characters, or v0, v1, ..."""
    return {v: "".join(c if c.isprintable() else " " for c in str(v.label)) or f"v{i}" for i, v in enumerate(nodes)}


def describe(nodes: list[Value]) -> str:
    """One line per node: how it was made, its data and its grad."""
    name = names(nodes)
    made = [f"{name[v]} = {formula(v, name)}" if v._prev else name[v] for v in nodes]
    width = min(40, max(map(len, made)))
    return "\n".join(f"{m:<{width}}  data {number(v.data):>10}  grad {number(v.grad):>10}" for m, v in zip(made, nodes))


def formula(node: Value, name: dict[Value, str]) -> str:
    """The operation of ``node`` with the names of its parents, for example ``a × b``."""
    operands = [name[p] for p in node._prev]
    if node._op in ("+", "-", "*", "/", "**"):
        return f" {SYMBOLS.get(node._op, node._op)} ".join(operands)
    if node._op.startswith("**"):
        return operands[0] + node._op
    if node._op == "neg":
        return "−" + operands[0]
    if len(operands) > 4:
        operands = [*operands[:2], "…", operands[-1]]
    return f"{node._op}({', '.join(operands)})"


def number(x: float) -> str:
    """Four decimals where they say something, otherwise scientific notation, nan or inf."""
    if x == 0.0 or 1e-4 <= abs(x) < 1e6 or not math.isfinite(x):
        return f"{x + 0.0:.4f}"  # + 0.0 turns -0.0 into 0.0
    return f"{x:.2e}"


# -- layout ------------------------------------------------------------------------------


def card_height(node: Value) -> int:
    return ROWS_HEIGHT + HEADER_HEIGHT * bool(node.label)


def operation_width(node: Value) -> int:
    return max(36, 20 + 8 * len(node._op))


def dot_source(nodes: list[Value], rankdir: str) -> str:
    """The graph in the DOT language. Nodes are named by position, so it never varies."""
    position = {v: i for i, v in enumerate(nodes)}
    name = names(nodes)
    lines = [
        "digraph mgrad {",
        f"  graph [rankdir={rankdir} nodesep=0.22 ranksep=0.36]",
        "  node [shape=box fixedsize=true fontsize=10]",
        "  edge [dir=none]",
    ]
    for v, i in position.items():
        text = name[v].replace("\\", "\\\\").replace('"', '\\"')
        label = rf"{text}\ndata {number(v.data)}\ngrad {number(v.grad)}"
        lines.append(f'  v{i} [label="{label}" width={CARD_WIDTH / 72:.3f} height={card_height(v) / 72:.3f}]')
        if v._prev:
            lines.append(f'  o{i} [label="{v._op}" shape=ellipse width={operation_width(v) / 72:.3f} height=0.500]')
            lines.extend(f"  v{position[p]} -> o{i}" for p in v._prev)
            lines.append(f"  o{i} -> v{i}")
    return "\n".join([*lines, "}", ""])


def run_dot(source: str, format: str) -> bytes:
    """Run Graphviz on ``source``: the bundled program first, then one on the PATH.

    Raises:
        ImportError: there is neither; the message says what to install.
    """
    try:
        import graphviz
        from graphviz.backend import dot_command

        for file in importlib.metadata.distribution("graphviz-pure").files or ():
            if file.stem == "graphviz-pure":
                dot_command.DOT_BINARY = Path(file.locate())
    except importlib.metadata.PackageNotFoundError:
        if not shutil.which("dot"):
            raise ImportError(NO_LAYOUT) from None
    except ImportError:
        raise ImportError(NO_LAYOUT) from None
    try:
        return graphviz.Source(source).pipe(format=format, engine="dot", quiet=True)
    except (OSError, graphviz.ExecutableNotFound):  # no processes in the browser-only edition
        raise ImportError(NO_LAYOUT) from None


def layout(source: str) -> dict:
    """Ask Graphviz for positions.

    Returns:
        ``size`` (width, height), ``at`` (node name -> centre) and ``edges``, a list of
        (tail, head, Bézier points), all in pixels with y pointing down.
    """
    rows = [line.split() for line in run_dot(source, "plain").decode("utf-8").replace("\\\n", "").splitlines()]
    width, height = (72 * float(x) for x in rows[0][2:4])

    def point(x: str, y: str) -> tuple[float, float]:
        return 72 * float(x) + MARGIN, height - 72 * float(y) + MARGIN

    at = {row[1]: point(*row[2:4]) for row in rows if row[0] == "node"}
    edges = []
    for row in (row for row in rows if row[0] == "edge"):
        xy = row[4 : 4 + 2 * int(row[3])]
        edges.append((row[1], row[2], [point(*pair) for pair in zip(xy[::2], xy[1::2])]))
    return {"size": (width + 2 * MARGIN, height + 2 * MARGIN), "at": at, "edges": edges}


# -- drawing -----------------------------------------------------------------------------


def to_svg(nodes: list[Value], plan: dict) -> str:
    """Draw cards, operations and arrows at the positions of ``plan``."""
    width, height = (f"{side:.0f}" for side in plan["size"])
    svg = ElementTree.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", width=width, height=height, viewBox=f"0 0 {width} {height}", role="img"
    )
    _add(svg, "title", "Expression graph")
    for tail, head, points in plan["edges"]:
        draw_arrow(svg, tail, head, points)
    for i, node in enumerate(nodes):
        if node._prev:
            draw_operation(svg, f"o{i}", node, *plan["at"][f"o{i}"])
        role = "root" if node is nodes[-1] else "interior" if node._prev else "leaf"
        draw_card(svg, f"v{i}", node, role, *plan["at"][f"v{i}"])
    return ElementTree.tostring(svg, encoding="unicode")


def draw_card(svg, name: str, node: Value, role: str, x: float, y: float) -> None:
    border, thickness = {"root": (PURPLE, 2.5), "interior": (GREY, 1.5), "leaf": (BLUE, 2.5)}[role]
    height = card_height(node)
    left, top = x - CARD_WIDTH / 2, y - height / 2
    group = _add(svg, "g", id=name, **{"class": f"card {role}", "font-family": SANS, "font-size": "12"})
    frame = {"x": left, "y": top, "width": CARD_WIDTH, "height": height, "rx": 9}
    _add(group, "rect", **frame, fill=CARD, stroke=border, **{"stroke-width": thickness})
    if node.label:
        label = names([node])[node]
        bold = {"text-anchor": "middle", "font-weight": "bold", "font-size": 13, "fill": INK}
        _add(group, "text", label if len(label) <= 15 else label[:14] + "…", x=x, y=top + 18, **bold)
        line = {"x1": left + 8, "x2": left + CARD_WIDTH - 8, "y1": top + 25, "y2": top + 25}
        _add(group, "line", **line, stroke=border, **{"stroke-width": 0.8})
    for row, (word, value, colour) in enumerate([("data", node.data, INK), ("grad", node.grad, VERMILLION)]):
        baseline = top + height - ROWS_HEIGHT + 20 + 20 * row
        _add(group, "text", word, x=left + 11, y=baseline, fill=FAINT)
        right = {"x": left + CARD_WIDTH - 11, "y": baseline, "text-anchor": "end", "font-family": MONO, "font-size": 13}
        _add(group, "text", number(value), **right, fill=colour, **{"class": word})


def draw_operation(svg, name: str, node: Value, x: float, y: float) -> None:
    width = operation_width(node)
    group = _add(svg, "g", id=name, **{"class": "operation"})
    _add(group, "rect", x=x - width / 2, y=y - 18, width=width, height=36, rx=18, fill=BLUE)
    symbol = SYMBOLS.get(node._op, node._op)
    font = {"font-family": SANS, "font-weight": "bold", "font-size": 19 if len(symbol) == 1 else 12}
    baseline = y + (7 if len(symbol) == 1 else 4)
    _add(group, "text", symbol, x=x, y=baseline, fill="#FFFFFF", **{"text-anchor": "middle"}, **font)


def draw_arrow(svg, tail: str, head: str, points: list[tuple[float, float]]) -> None:
    (x0, y0), (x, y) = points[-2:]
    length = math.hypot(x - x0, y - y0) or 1.0
    dx, dy = 9 * (x - x0) / length, 9 * (y - y0) / length  # the arrow head is 9 pixels long
    group = _add(svg, "g", **{"class": f"edge {tail} {head}"})
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
