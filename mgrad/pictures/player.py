"""Step through a backward pass, one operation at a time.

The player is a picture, a list of steps and a little JavaScript (``player.js``). It needs
no kernel, so it also works in a notebook exported as HTML; where scripts are not allowed
the picture and the list remain.
"""

from __future__ import annotations

import json
from importlib.resources import files
from xml.etree import ElementTree

from mgrad.pictures.graph import (
    NO_VALUE,
    Node,
    describe,
    formula,
    layout_svg,
    names,
    number,
    picture,
    snapshot,
    trace,
)

LARGEST = 60  # values; more do not fit on a page


def play_backward(root) -> Player:
    """Show how the gradient flows from ``root`` back to the leaves, with buttons and a slider.

    Every grad starts at zero, whatever it is now: the graph itself is not changed.

    Args:
        root: a Value (or any object whose nodes have ``data``, ``_prev`` and ``_local``).

    Raises:
        TypeError: ``root`` is not such an object.
    """
    values, _ = trace(root)
    if not all(len(getattr(v, "_local", ())) == len(v._prev) for v in values):
        raise TypeError(f"{NO_VALUE}, and each node must store its local derivatives in _local")
    nodes = snapshot(root)
    # the sentences name every card
    nodes = [node._replace(label=name) for node, name in zip(nodes, names(nodes))]
    return Player(nodes, backward_frames(nodes, [v._local for v in values]))


def backward_frames(nodes: list[Node], local: list[tuple]) -> list[dict]:
    """One frame per step: the forward values, the seed, then each operation in reverse order.

    A frame has ``text`` (what happens), ``grads`` (of all nodes, after it), ``active`` (the
    node that passes its gradient on), ``changed`` (nodes whose grad it changes) and ``flow``
    (what is written on the edge to each parent).
    """
    name, grads, frames = names(nodes), [0.0] * len(nodes), []
    root = len(nodes) - 1

    def add(text: str, active: int = -1, changed: tuple = (), flow: tuple = ()) -> None:
        frames.append(
            {
                "text": text,
                "grads": [number(g) for g in grads],
                "active": active,
                "changed": list(changed),
                "flow": list(flow),
            }
        )

    add(f"The forward pass is done: {name[root]} = {short(nodes[root].data)}. Every grad is 0.")
    grads[root] = 1.0
    add(f"{name[root]}.grad = 1: {name[root]} moves exactly as fast as itself.", root, (root,))
    uses = [sum(node.parents.count(i) for node in nodes) for i in range(len(nodes))]
    for i in reversed(range(len(nodes))):
        node, upstream = nodes[i], grads[i]
        if not node.parents:
            continue
        said, flow = [], []
        for parent, slope in zip(node.parents, local[i]):
            before, part = grads[parent], slope * upstream
            grads[parent] += part
            flow.append({"parent": parent, "text": f"{slope:.3g} × {upstream:.3g} = {part:.3g}"})
            result = (
                f", which makes {short(before)} + {short(part)} = {short(grads[parent])}"
                if uses[parent] > 1 and before
                else ""
            )
            said.append(
                f"{name[parent]}.grad += {short(slope)} × {short(upstream)} = {short(part)}{result}"
            )
        equation = f"{name[i]} = {formula(node, name)}"
        add(
            f"{equation} passes on {short(upstream)}. " + "; ".join(said) + ".",
            i,
            node.parents,
            flow,
        )
    add("Every leaf now knows how fast it moves " + name[root] + ".")
    return frames


def short(x: float) -> str:
    """A number in a sentence: at most four digits after the point, no trailing zeros."""
    text = number(x)
    return text.rstrip("0").rstrip(".") if "e" not in text and "." in text else text


class Player:
    """A backward pass to step through, shown by Jupyter when it is the result of a cell.

    Attributes:
        frames: the steps, see ``backward_frames``.
        text: the steps in words.
        svg: the picture after the last step; empty when there is none.
        message: empty, or why there is no picture to play.
    """

    def __init__(self, nodes: list[Node], frames: list[dict]):
        final = [node._replace(grad=float(grad)) for node, grad in zip(nodes, frames[-1]["grads"])]
        self.frames = frames
        self.text = "\n".join(f"{i}. {frame['text']}" for i, frame in enumerate(frames))
        self.svg, self.message = layout_svg(final, "LR", LARGEST, stretch=3)
        self._alt = describe(final)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if len(self.frames) > 3 * LARGEST or not self.svg:
            return {"text/plain": repr(self)}
        player = ElementTree.Element(
            "div", {"class": "mgrad-player", "data-frames": json.dumps(self.frames)}
        )
        player.append(ElementTree.fromstring(picture(self.svg, self._alt)))
        details = ElementTree.SubElement(player, "details", style="margin-top:4px")
        ElementTree.SubElement(details, "summary").text = "All steps as text"
        steps = ElementTree.SubElement(details, "ol", start="0")
        for frame in self.frames:
            ElementTree.SubElement(steps, "li").text = frame["text"]
        script = files("mgrad.pictures").joinpath("player.js").read_text(encoding="utf-8")
        html = ElementTree.tostring(player, encoding="unicode", short_empty_elements=True)
        return {"text/html": f"{html}\n<script>\n{script}</script>", "text/plain": self.text}

    def __repr__(self) -> str:
        return f"{self.text}\n{self.message}".rstrip()
