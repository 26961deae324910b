"""Step through a backward pass, one operation at a time.

The player is a picture, a list of steps and a little JavaScript (``player.js``). It needs
no kernel, so it also works in a notebook exported as HTML; where scripts are not allowed
the picture and the list remain.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from xml.etree import ElementTree

from mgrad.pictures.graph import (
    Node,
    Words,
    describe,
    formula,
    layout_svg,
    local_derivatives,
    names,
    number,
    picture,
    snapshot,
    too_large,
    trace,
)
from mgrad.translation import say, say_script

LARGEST = 60  # values; more do not fit on a page


def play_backward(root) -> Player:
    """Show how the gradient flows from ``root`` back to the leaves, with buttons and a slider.

    Every grad starts at zero, whatever it is now: the graph itself is not changed.

    Args:
        root: a Value, or a node of another engine: with ``data``, ``_prev``, and the local
            derivatives in ``_local`` or a function ``_backward``.

    Raises:
        TypeError: ``root`` is not such an object.
    """
    nodes = snapshot(root)
    if message := too_large(nodes, LARGEST, "play_backward"):
        return Player(nodes, [], message)
    local = local_derivatives(trace(root)[0])
    # the sentences name every card
    nodes = [node._replace(label=name) for node, name in zip(nodes, names(nodes))]
    return Player(nodes, backward_frames(nodes, local))


def backward_frames(nodes: list[Node], local: list[tuple]) -> list[dict]:
    """One frame per step: the forward values, the seed, then each operation in reverse order."""
    grads, root = [0.0] * len(nodes), len(nodes) - 1
    name = names(nodes)
    uses = Counter(parent for node in nodes for parent in node.parents)
    result, height = name[root], short(nodes[root].data)
    forward = say(f"The forward pass is done: {result} = {height}. Every grad is 0.")
    frames = [frame(forward, grads)]
    grads[root] = 1.0
    seed = say(f"{result}.grad = 1: {result} moves exactly as fast as itself.")
    frames.append(frame(seed, grads, root, (root,)))
    for i in reversed(range(len(nodes))):
        if nodes[i].parents:
            equation = f"{name[i]} = {formula(nodes[i], name)}"
            text = say(f"{equation} passes on {short(grads[i])}.")
            said, flow = pass_on(nodes[i].parents, local[i], grads[i], grads, uses, name)
            frames.append(frame(f"{text} {'; '.join(said)}.", grads, i, nodes[i].parents, flow))
    frames.append(frame(say(f"Every leaf now knows how fast it moves {result}."), grads))
    return frames


def frame(
    text: str, grads: list[float], active: int = -1, changed: tuple = (), flow: Sequence = ()
) -> dict:
    """One step, as ``player.js`` reads it.

    Args:
        text: what happens.
        grads: of all nodes, after the step.
        active: the node that passes its gradient on.
        changed: the nodes whose grad changes.
        flow: what is written on the edge to each parent.
    """
    return {
        "text": text,
        "grads": [number(g) for g in grads],
        "active": active,
        "changed": list(changed),
        "flow": list(flow),
    }


def pass_on(
    parents: tuple, slopes: tuple, upstream: float, grads: list[float], uses: Counter, name: list
) -> tuple[list[str], list[dict]]:
    """Add local times upstream to the grad of each parent; what to say and to write on the edges.

    Args:
        parents, slopes: the parents of a node, and its local derivative in each.
        upstream: the grad of the node.
        grads: of all nodes, changed here.
        uses: how often each node is a parent.
        name: what each node is called.
    """
    said, flow = [], []
    for parent, slope in zip(parents, slopes):
        # as in backward, zero passes nothing on, also where a slope is infinite; + 0.0 is never -0
        before, part = grads[parent], slope * upstream + 0.0 if upstream else 0.0
        grads[parent] += part
        flow.append({"parent": parent, "text": f"{slope + 0.0:.3g} × {upstream:.3g} = {part:.3g}"})
        sentence = f"{name[parent]}.grad += {short(slope)} × {short(upstream)} = {short(part)}"
        if uses[parent] > 1 and before:
            result = f"{short(before)} + {short(part)} = {short(grads[parent])}"
            sentence += say(f", which makes {result}")
        said.append(sentence)
    return said, flow


def short(x: float) -> str:
    """A number in a sentence: at most four digits after the point, no trailing zeros."""
    text = number(x)
    return text.rstrip("0").rstrip(".") if "e" not in text and "." in text else text


class Player(Words):
    """A backward pass to step through, shown by Jupyter when it is the result of a cell.

    Attributes:
        frames: the steps, see ``frame``; none when the graph is too large.
        text: the steps in words, or the message.
        svg: the picture after the last step; empty when the graph is too large.
        message: empty, or why there is nothing to play and what to play instead.
    """

    def __init__(self, nodes: list[Node], frames: list[dict], message: str = ""):
        self.frames, self._text, self.svg, self.message = frames, message, "", message
        if frames:
            grads = map(float, frames[-1]["grads"])
            final = [node._replace(grad=grad) for node, grad in zip(nodes, grads)]
            self._text = "\n".join(f"{i}. {frame['text']}" for i, frame in enumerate(frames))
            self.svg = layout_svg(final, "LR", stretch=3)
            self._alt = describe(final)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        if not self.frames:
            return {"text/plain": repr(self)}
        player = ElementTree.Element(
            "div", {"class": "mgrad-player", "data-frames": json.dumps(self.frames)}
        )
        player.append(ElementTree.fromstring(picture(self.svg, self._alt)))
        run = ElementTree.SubElement(player, "p", {"class": "mgrad-run"})  # until the script runs
        run.text = say("Run this cell to step through the picture.")
        details = ElementTree.SubElement(player, "details", style="margin-top:4px")
        ElementTree.SubElement(details, "summary").text = say("All steps as text")
        steps = ElementTree.SubElement(details, "ol", start="0")
        for frame in self.frames:
            ElementTree.SubElement(steps, "li").text = frame["text"]
        script = files("mgrad.pictures").joinpath("player.js").read_text(encoding="utf-8")
        script = say_script(script)
        html = ElementTree.tostring(player, encoding="unicode", short_empty_elements=True)
        return {"text/html": f"{html}\n<script>\n{script}</script>", "text/plain": self.text}
