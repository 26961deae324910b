"""Where the cards and operations of a drawing go.

Graphviz decides, or the method here where it is missing or does not answer: layers from the
root back to the leaves, in each layer an order with few crossings, places that keep
neighbours level, and curves through the gaps between the layers. This is the method of
Sugiyama, Tagawa and Toda (1981).

In that method x is the direction of reading (downwards for "TB") and y the direction
within a layer. A value and the operation that made it are one node, named by its position;
a long edge has a bend, named ``(edge, layer)``, in each layer that it passes.
"""

from __future__ import annotations

import math
import shutil
import subprocess
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise
from tempfile import TemporaryFile

# pixels between layers, between neighbours in a layer, around the picture
GAP, SIDE_GAP, MARGIN = 28, 16, 8
SWEEPS = 24  # passes over all layers, enough to settle
PATIENCE = 3.0  # seconds that Graphviz may take; 300 values take it 0.05

silent: set[str] = set()  # programs that did not answer in time: they are not asked again


# -- Graphviz ----------------------------------------------------------------------------


class NoGraphviz(ImportError):
    """Graphviz is not installed, or does not do what it should."""


def find_dot() -> str | None:
    """The program of the package graphviz-pure, else one called dot on the PATH."""
    from importlib.metadata import PackageNotFoundError, distribution  # slow to load

    try:
        for file in distribution("graphviz-pure").files or ():
            if file.stem == "graphviz-pure":
                return str(file.locate())
    except PackageNotFoundError:
        pass
    return shutil.which("dot")


def run_dot(source: str, form: str) -> bytes:
    """What Graphviz makes of ``source`` in the form ``"plain"`` or ``"png"``.

    Raises:
        NoGraphviz: it is not installed, fails, prints something else, or takes too long.
    """
    program = find_dot()
    if program is None:
        raise NoGraphviz(
            "a .png file is made by Graphviz: pip install graphviz-pure, or save a .svg file, "
            "which needs nothing"
        )
    answer = b""
    try:
        if program not in silent:
            answer = _ask(program, source, form)
    except subprocess.TimeoutExpired:
        silent.add(program)
    except OSError:  # cannot be started
        pass
    if not answer.startswith({"plain": b"graph ", "png": b"\x89PNG"}[form]):
        raise NoGraphviz(
            f"Graphviz is installed ({program}) but did not answer: save a .svg file, which "
            "needs nothing"
        )
    return answer


def _ask(program: str, source: str, form: str) -> bytes:
    """The answer of a program, empty if it failed. In files: a pipe can outlive its program."""
    with TemporaryFile() as question, TemporaryFile() as answer:
        question.write(source.encode())
        question.seek(0)
        done = subprocess.run(
            [program, "-Kdot", f"-T{form}"],
            stdin=question,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows
        )
        answer.seek(0)
        return b"" if done.returncode else answer.read()


def graphviz_layout(source: str, arrows: Sequence[tuple[str, str]]) -> dict:
    """Ask Graphviz for positions, in the form that ``layered`` gives them.

    Args:
        source: the graph in the DOT language.
        arrows: (tail, head) of each edge in it.

    Raises:
        NoGraphviz: there is none, or its answer is not a layout of this graph.
    """
    text = run_dot(source, "plain").decode("utf-8", "replace").replace("\\\n", "")
    try:
        plan = _read_plain([line.split() for line in text.splitlines()])
    except (ValueError, IndexError):
        raise NoGraphviz("Graphviz printed something that is not a layout") from None
    places = {name for arrow in arrows for name in arrow} or {"v0"}
    drawn = Counter((tail, head) for tail, head, _ in plan["edges"])
    if plan["at"].keys() != places or drawn != Counter(arrows):
        raise NoGraphviz("Graphviz printed the layout of another graph")
    return plan


def _read_plain(rows: list[list[str]]) -> dict:
    """Graphviz's form "plain": sizes in inches, y pointing up, centres and Bézier points."""
    width, height = (72 * float(x) for x in rows[0][2:4])

    def point(x: str, y: str) -> tuple[float, float]:
        return 72 * float(x) + MARGIN, height - 72 * float(y) + MARGIN

    at = {row[1]: point(*row[2:4]) for row in rows if row[0] == "node"}
    edges = []
    for row in (row for row in rows if row[0] == "edge"):
        xy = row[4 : 4 + 2 * int(row[3])]
        if len(xy) < 8:
            raise ValueError("a curve needs four points")
        edges.append((row[1], row[2], [point(*pair) for pair in zip(xy[::2], xy[1::2])]))
    return {"size": (width + 2 * MARGIN, height + 2 * MARGIN), "at": at, "edges": edges}


# -- without Graphviz --------------------------------------------------------------------


def layered(
    parents: Sequence[tuple[int, ...]],
    cards: Sequence[tuple],
    operations: Sequence[tuple],
    rankdir: str,
    stretch: int = 1,
) -> dict:
    """Place the card ``v{i}`` of each value and the round operation ``o{i}`` that made it.

    Args:
        parents: for each value the positions of its parents, which come before it; the root is
            last.
        cards, operations: for each value (width, height) of its card and of its operation, in
            pixels.
        rankdir: ``"LR"`` from left to right, ``"TB"`` from top to bottom.
        stretch: how many times longer the edges to operations are, to write on them.

    Returns:
        ``size`` (width, height), ``at`` (name -> centre) and ``edges``, a list of
        (tail, head, Bézier points), all in pixels with y pointing down.
    """
    turn = -1 if rankdir == "TB" else 1  # as a slice: swaps x and y
    cards = {i: card[::turn] for i, card in enumerate(cards)}
    operations = {i: operations[i][::turn] for i in cards if parents[i]}
    layers, paths, before = _layers(parents)
    _order(layers, before)
    heights = {i: max(card[1], operations.get(i, card)[1]) for i, card in cards.items()}
    ys = _ys(layers, paths, before, heights)
    at, ends = _columns(layers, before, ys, cards, operations, stretch)
    edges = _edges(paths, ys, at, ends, cards, operations)
    right, bottom = (
        max(end for _, end in ends.values()),
        max(y + heights.get(node, 0) / 2 for node, y in ys.items()),
    )
    return {
        "size": (right + MARGIN, bottom + MARGIN)[::turn],
        "at": {name: point[::turn] for name, point in at.items()},
        "edges": [
            (tail, head, [point[::turn] for point in points]) for tail, head, points in edges
        ],
    }


def _layers(parents: Sequence[tuple[int, ...]]) -> tuple[list[list], list[list], dict]:
    """The layers, each value as near to the root as possible;

    each edge as a path over its bends; the nodes before each.
    """
    layer = [0] * len(parents)  # counted from the root
    for child in reversed(range(len(parents))):
        for parent in parents[child]:
            layer[parent] = max(layer[parent], layer[child] + 1)
    layer = [max(layer) - steps for steps in layer]  # counted from the leaves
    paths, before = [], {}
    for parent, child in (
        (parent, child) for child, group in enumerate(parents) for parent in group
    ):
        paths.append(
            [
                parent,
                *((len(paths), between) for between in range(layer[parent] + 1, layer[child])),
                child,
            ]
        )
        for left, right in pairwise(paths[-1]):
            before.setdefault(right, []).append(left)
    layers, seen, stack = [[] for _ in range(max(layer) + 1)], set(), [len(parents) - 1]
    while stack:  # depth first, so that a first parent is placed above a second
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            layers[node[1] if isinstance(node, tuple) else layer[node]].append(node)
            stack.extend(reversed(before.get(node, [])))
    return layers, paths, before


def _order(layers: list[list], before: dict) -> None:
    """Sort each layer by the mean place of its neighbours, back and forth, and keep the order with
    fewest crossings.
    """
    after, place = {}, {}
    for left, right in ((left, right) for right, lefts in before.items() for left in lefts):
        after.setdefault(left, []).append(right)

    def settle(layer: list, neighbours: dict) -> None:
        near = {node: [place[other] for other in neighbours.get(node, [node])] for node in layer}
        layer.sort(key=lambda node: sum(near[node]) / len(near[node]))
        place.update({node: (i + 0.5) / len(layer) for i, node in enumerate(layer)})

    def crossings() -> int:
        count = 0
        for layer in layers:
            ends = []
            for end in (
                end
                for node in layer
                for end in sorted(place[right] for right in after.get(node, ()))
            ):
                count += len(ends) - bisect_right(ends, end)
                insort(ends, end)
        return count

    for layer in layers:
        place.update((node, 0.0) for node in layer)
        settle(layer, {})  # as it stands
    best, fewest = [list(layer) for layer in layers], crossings()
    for sweep in range(SWEEPS // 2 if fewest else 0):
        for layer in layers if sweep % 2 else reversed(layers):
            settle(layer, before if sweep % 2 else after)
        if (count := crossings()) < fewest:
            best, fewest = [list(layer) for layer in layers], count
    layers[:] = best


def _ys(layers: list[list], paths: list[list], before: dict, heights: dict) -> dict:
    """Places within the layers:

    every node level with its neighbours as far as there is room, long edges straight.
    """
    pulls, ys = defaultdict(list), {node: 0.0 for layer in layers for node in layer}
    for left, right in ((left, right) for right, lefts in before.items() for left in lefts):
        pulls[left].append((right, 1))
        pulls[right].append((left, 2))  # rather in the middle of its parents than of its children
    for bend in (bend for path in paths for bend in path[1:-1]):
        pulls[bend].append((f"edge {bend[0]}", 50))
    for sweep in range(SWEEPS):
        for path in paths:
            if bends := path[1:-1]:
                ys[f"edge {bends[0][0]}"] = sum(ys[bend] for bend in bends) / len(bends)
        for layer in layers if sweep % 2 else reversed(layers):
            weights = [sum(weight for _, weight in pulls[node]) or 1 for node in layer]
            wanted = [
                sum(ys[other] * weight for other, weight in pulls[node]) / total
                for node, total in zip(layer, weights)
            ]
            sizes = [heights.get(node, 0) for node in layer]
            ys.update(
                zip(
                    layer,
                    _spread(wanted, weights, [(a + b) / 2 + SIDE_GAP for a, b in pairwise(sizes)]),
                )
            )
    top = min(y - heights.get(node, 0) / 2 for node, y in ys.items()) - MARGIN
    return {node: y - top for node, y in ys.items()}


def _spread(
    wanted: Sequence[float], weights: Sequence[float], steps: Sequence[float]
) -> list[float]:
    """The places nearest to the wanted ones (least squares) that keep this order and are ``steps``
    apart or more.
    """
    offsets, blocks = list(accumulate(steps, initial=0.0)), []
    for want, weight, offset in zip(wanted, weights, offsets):
        blocks.append((want - offset, weight, 1))
        # these two meet: from now on they move together
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, wa, na), (b, wb, nb) = blocks[-2:]
            blocks[-2:] = [((a * wa + b * wb) / (wa + wb), wa + wb, na + nb)]
    starts = [start for start, _, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets)]


def _columns(
    layers: list[list], before: dict, ys: dict, cards: dict, operations: dict, stretch: int
) -> tuple[dict, dict]:
    """The centres of cards and operations; where the layer of each node begins and ends in x."""
    at, ends, x = {}, {}, MARGIN - GAP * stretch
    for layer in layers:
        steepest = max(
            (abs(ys[left] - ys[node]) for node in layer for left in before.get(node, ())),
            default=0.0,
        )
        start = x = x + max(GAP * stretch, min(steepest / 4, 3 * GAP))
        if made := [i for i in layer if i in operations]:
            at.update((f"o{i}", (x + operations[i][0] / 2, ys[i])) for i in made)
            x += max(operations[i][0] for i in made) + GAP
        values = [i for i in layer if i in cards]
        thickness = max(cards[i][0] for i in values)
        at.update((f"v{i}", (x + thickness / 2, ys[i])) for i in values)
        x += thickness
        ends.update(dict.fromkeys(layer, (start, x)))
    return at, ends


def _edges(
    paths: list[list], ys: dict, at: dict, ends: dict, cards: dict, operations: dict
) -> list[tuple]:
    """Curves:

    level through the layers, bent in the gaps, and apart where they reach an operation.
    """
    edges, arriving = [], defaultdict(list)
    for path in sorted(paths, key=lambda path: ys[path[-2]]):
        arriving[path[-1]].append(path)
    for child, (width, height) in operations.items():
        x, y = at[f"o{child}"]
        group = arriving[child]
        for path, (dx, dy, towards) in zip(
            group, _ports([ys[path[-2]] - y for path in group], width, height)
        ):
            parent, *bends, _ = path
            twins = sum(other[0] == parent for other in group) > 1
            stops = [(at[f"v{parent}"][0] + cards[parent][0] / 2, ys[parent] + dy * twins)]
            stops += [(end, ys[bend]) for bend in bends for end in ends[bend]] + [(x + dx, y + dy)]
            edges.append((f"v{parent}", f"o{child}", _curve(stops, towards)))
        start, end = x + width / 2, at[f"v{child}"][0] - cards[child][0] / 2
        edges.append((f"o{child}", f"v{child}", _curve([(start, y), (end, y)], 0.0)))
    return edges


def _curve(stops: list[tuple], towards: float) -> list[tuple]:
    """Bézier points through the stops, level at each of them but the last, where the angle is
    ``towards``.
    """
    points = stops[:1]
    for (x0, y0), (x1, y1) in pairwise(stops):
        points += [((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), (x1, y1)]
    reach = (x1 - x0) / 2
    points[-2] = x1 - reach * math.cos(towards), y1 - reach * math.sin(towards)
    return points


def _ports(ys: list[float], width: float, height: float) -> list[tuple]:
    """Where edges from ``ys`` meet an operation:

    x and y from its centre, and the angle at which they come in.
    """
    radius, most = min(width, height) / 2, 0.42 * height
    step = min(9.0, 2 * most / max(1, len(ys) - 1))
    places = _spread(
        [max(-most, min(most, 0.3 * y)) for y in ys], [1] * len(ys), [step] * (len(ys) - 1)
    )
    shrink = min(1.0, most / max(1.0, *map(abs, places)))
    ports = []
    for y in (shrink * y for y in places):
        angle = math.asin(math.copysign(max(0.0, abs(y) - height / 2 + radius), y) / radius)
        ports.append((radius - width / 2 - radius * math.cos(angle), y, -angle))
    return ports
