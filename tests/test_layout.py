"""Where things go without Graphviz."""

import math
import random
import re
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from test_golden import course_graph

from mgrad import MLP, Value, graph, play_backward
from mgrad.pictures import layout as room

GOLDEN = Path(__file__).parent / "golden" / "without_graphviz.svg"


def tangle():
    x = Value(1.0, "x")
    y = x * 2
    z = y * 3
    return y * (y + z)


def random_graph(seed):
    rng = random.Random(seed)
    values = [Value(rng.random(), "leaf" * rng.randint(0, 1)) for _ in range(4)]
    for _ in range(20):
        a, b = rng.choice(values[-8:]), rng.choice(values)
        operation = rng.choice(
            [
                lambda a, b: a + b,
                lambda a, b: a.sigmoid(),
                lambda a, b: a * 2.0,
                lambda a, b: Value.sum([a, b, b, a]),
            ]
        )
        values.append(operation(a, b))
    return values[-1]


GRAPHS = {
    "one value": lambda: Value(1.0),
    "course example": course_graph,
    "tangle": tangle,
    "network": lambda: MLP(2, [3, 1])([1.0, 2.0]),
    **{f"random {seed}": lambda seed=seed: random_graph(seed) for seed in range(8)},
}


def plan(root, rankdir="LR", stretch=1):
    """The layout, and (width, height) of every box."""
    nodes = graph.snapshot(root)
    cards = [(graph.CARD_WIDTH, graph.card_height(node)) for node in nodes]
    operations = [(graph.operation_width(node), graph.OPERATION_HEIGHT) for node in nodes]
    boxes = {f"v{i}": card for i, card in enumerate(cards)}
    boxes |= {f"o{i}": operation for i, operation in enumerate(operations) if nodes[i].parents}
    return room.layered(
        [node.parents for node in nodes], cards, operations, rankdir, stretch
    ), boxes


def points_on(curve):
    """Points along the pieces of a curve, an array of shape (n, 2)."""
    t = np.linspace(0, 1, 31)[:, None]
    weights = np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
    starts = range(0, len(curve) - 1, 3)
    return np.vstack([weights @ np.array(curve[start : start + 4]) for start in starts])


def to_border(layout, boxes, name, points):
    """How far points, shape (n, 2), are from the border of a card or of a round operation;

    inside is negative.
    """
    (x, y), (width, height) = layout["at"][name], boxes[name]
    radius = min(width, height) / 2 if name.startswith("o") else 0
    dx, dy = (np.abs(points - (x, y)) - (width / 2 - radius, height / 2 - radius)).T
    outside = np.hypot(np.maximum(dx, 0), np.maximum(dy, 0))
    return outside + np.minimum(np.maximum(dx, dy), 0) - radius


@pytest.fixture(
    params=[
        (name, rankdir, stretch)
        for name in GRAPHS
        for rankdir, stretch in (("LR", 1), ("TB", 1), ("LR", 3))
    ],
    ids=str,
)
def laid_out(request):
    name, rankdir, stretch = request.param
    return plan(GRAPHS[name](), rankdir, stretch)


def test_cards_and_operations_do_not_overlap_and_lie_in_the_picture(laid_out):
    layout, boxes = laid_out
    assert layout["at"].keys() == boxes.keys()
    for name, other in combinations(boxes, 2):
        gaps = [
            abs(a - b) - (s + t) / 2
            for a, b, s, t in zip(
                layout["at"][name], layout["at"][other], boxes[name], boxes[other]
            )
        ]
        assert max(gaps) > 10, (name, other)
    for name, sides in boxes.items():
        assert all(
            side / 2 < place < full - side / 2
            for place, side, full in zip(layout["at"][name], sides, layout["size"])
        )


def test_edges_go_from_border_to_border_and_through_no_other_box(laid_out):
    layout, boxes = laid_out
    for tail, head, curve in layout["edges"]:
        points = points_on(curve)
        assert (
            abs(to_border(layout, boxes, tail, points[:1])) < 0.01
            and abs(to_border(layout, boxes, head, points[-1:])) < 0.01
        )
        assert (points > 0).all() and (points < layout["size"]).all()
        for name in boxes.keys() - {tail, head}:
            assert (to_border(layout, boxes, name, points) > -1).all(), (tail, head, name)


@pytest.mark.parametrize("axis", [0, 1], ids=["LR", "TB"])
def test_everything_flows_in_the_direction_of_reading(axis):
    layout, _ = plan(tangle(), ("LR", "TB")[axis])
    for tail, head, curve in layout["edges"]:
        assert (
            layout["at"][tail][axis] < layout["at"][head][axis] and curve[0][axis] < curve[-1][axis]
        )


def test_a_value_used_twice_by_one_operation_has_two_edges_with_two_arrow_heads():
    a = Value(3.0, "a")
    layout, _ = plan(a * a)
    (first, second) = [
        curve for tail, head, curve in layout["edges"] if (tail, head) == ("v0", "o1")
    ]
    assert math.dist(first[-1], second[-1]) > 8 and math.dist(first[0], second[0]) > 8


def test_a_first_parent_lies_above_or_left_of_a_second():
    a, b = Value(1.0, "a"), Value(2.0, "b")
    assert plan(a * b)[0]["at"]["v0"][1] < plan(a * b)[0]["at"]["v1"][1]
    assert plan(a * b, "TB")[0]["at"]["v0"][0] < plan(a * b, "TB")[0]["at"]["v1"][0]


def test_stretch_leaves_room_to_write_on_the_edges_to_operations():
    def length(stretch):
        return [
            curve[-1][0] - curve[0][0]
            for tail, _, curve in plan(course_graph(), "LR", stretch)[0]["edges"]
            if tail.startswith("v")
        ]

    assert min(length(3)) > 80 > 40 > max(length(1))


@pytest.mark.skipif(sys.platform == "emscripten", reason="the browser has no processes")
def test_the_same_graph_is_drawn_the_same_in_every_process():
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from test_layout "
        "import *; print(plan(random_graph(5)))"
    )
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": "1"},  # here it is another
        capture_output=True,
        check=True,
    ).stdout
    assert there == f"{plan(random_graph(5))}\n".encode()


def test_three_hundred_values_take_less_than_a_second():
    random.seed(1)
    for root in (MLP(2, [16, 10, 1])([1.0, 2.0]), Value.sum([Value(i) ** 2 for i in range(149)])):
        nodes = graph.snapshot(root)
        assert 280 <= len(nodes) <= 300
        start = time.process_time()
        plan(root)
        assert time.process_time() - start < 1.0


@pytest.fixture
def no_graphviz(monkeypatch):
    monkeypatch.setattr(room, "find_dot", lambda: None)


def test_the_drawing_without_graphviz_is_the_golden_one(no_graphviz):
    assert graph.draw_dot(course_graph()).svg == GOLDEN.read_text(encoding="utf-8")


def test_the_player_has_its_picture_without_graphviz(no_graphviz):
    player = play_backward(course_graph())
    assert player.message == "" and len(re.findall('class="edge operand', player.svg)) == 6
    assert "data-frames" in player._repr_mimebundle_()["text/html"]


if __name__ == "__main__":  # after a wanted change; look at it first
    room.find_dot = lambda: None
    graph.draw_dot(course_graph()).save(GOLDEN)
