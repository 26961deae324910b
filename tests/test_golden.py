"""Six drawings, byte for byte: the look of the course cannot change unnoticed.

After a wanted change: ``python tests/test_golden.py`` writes them anew. Look at them first.
"""

import random
from pathlib import Path

import pytest

from mgrad import Neuron, Value, draw_dot

GOLDEN = Path(__file__).parent / "golden"


def course_graph():
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    L.backward()
    return L


def course_example():
    return draw_dot(course_graph())


def a_value_used_twice():
    a = Value(3.0, "a")
    b = a + a
    b.label = "b"
    b.backward()
    return draw_dot(b)


def paths_that_meet_again():
    x = Value(1.0, "x")
    y = x * 2
    z = y * 3
    T = y * (y + z)
    y.label, z.label, T.label = "y", "z", "T"
    T.backward()
    return draw_dot(T)


def a_neuron():
    random.seed(1337)
    out = Neuron(2)([Value(2.0, "x1"), Value(3.0, "x2")])
    out.backward()
    return draw_dot(out, rankdir="TB")


def every_operation():
    x, y = Value(0.5, "x"), Value(2.0, "y")
    z = ((x - y) / y).tanh() + x.exp() * y.log() + (-x).sigmoid() + (x**2).relu() + x**y
    return draw_dot(Value.sum([z, x]) + Value.dot([x], [y], 1))


def strange_labels_and_numbers():
    a, b = Value(1e-9, "<b>&{a|b}"), Value(float("nan"), "a label that is too long")
    return draw_dot(a * b * 1e12 + Value(float("-inf"), "Ω"))


DRAWINGS = [
    course_example,
    a_value_used_twice,
    paths_that_meet_again,
    a_neuron,
    every_operation,
    strange_labels_and_numbers,
]


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
def test_the_drawing_is_the_golden_one(draw):
    assert draw().svg == (GOLDEN / f"{draw.__name__}.svg").read_text(encoding="utf-8")


if __name__ == "__main__":
    for draw in DRAWINGS:
        draw().save(GOLDEN / f"{draw.__name__}.svg")
