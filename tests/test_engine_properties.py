"""Random expression graphs, in which nodes are used again, against two independent judges."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mgrad import Value, check_gradients

UNARY = [
    "tanh",
    "sigmoid",
    "relu",
    "exp",
    "log",
    "neg",
    "square",
    "cube",
    "inverse",
    "minus one",
    "one minus",
]
BINARY = ["+", "-", "*", "/", "**"]

leaves = st.lists(st.floats(-2, 2).filter(lambda x: abs(x) > 0.05), min_size=1, max_size=4)
steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(UNARY), st.integers(0, 99)),
        st.tuples(st.sampled_from(BINARY), st.integers(0, 99), st.integers(0, 99)),
        st.tuples(
            st.sampled_from(["sum", "dot"]), st.lists(st.integers(0, 99), min_size=3, max_size=5)
        ),
    ),
    min_size=1,
    max_size=14,
)


def size(node):
    return abs(float(node.data))


class Outside(Exception):
    """The program leaves the region in which all judges can be compared."""


def run(program, values, exp, log, total, dot):
    """Build the program's result from ``values``; each step may use any earlier node again."""
    nodes = list(values)
    for name, *picks in program:
        if name in ("sum", "dot"):
            args = [nodes[i % len(nodes)] for i in picks[0]]
            half = len(args) // 2
            node = (
                total(args) if name == "sum" else dot(args[:half], args[half : 2 * half], args[-1])
            )
        else:
            x, *rest = [nodes[i % len(nodes)] for i in picks]
            y = rest[0] if rest else None
            if name in ("/", "inverse") and size(x if y is None else y) < 0.1:
                raise Outside
            if name == "**":
                x = x.tanh() + 1.5  # a positive base
            if name == "relu" and size(x) < 1e-3:
                raise Outside  # a kink: finite differences do not see it
            node = {
                "tanh": lambda: x.tanh(),
                "sigmoid": lambda: x.sigmoid(),
                "relu": lambda: x.relu(),
                "exp": lambda: exp(x.tanh()),
                "log": lambda: log(x * x + 0.5),
                "neg": lambda: -x,
                "square": lambda: x**2,
                "cube": lambda: x**3,
                "inverse": lambda: 1 / x,
                "minus one": lambda: x - 1,
                "one minus": lambda: 1 - x,
                "+": lambda: x + y,
                "-": lambda: x - y,
                "*": lambda: x * y,
                "/": lambda: x / y,
                "**": lambda: x**y,
            }[name]()
        if not size(node) < 50:
            raise Outside
        nodes.append(node)
    return total(nodes)  # every node matters


def on_values(program, values):
    return run(program, values, Value.exp, Value.log, Value.sum, Value.dot)


@settings(max_examples=300)
@given(leaves, steps)
def test_values_agree_with_pytorch(numbers, program):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch")
    values = [Value(x) for x in numbers]
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in numbers]
    try:
        ours = on_values(program, values)
    except Outside:
        return
    theirs = run(
        program,
        tensors,
        torch.exp,
        torch.log,
        sum,
        lambda w, x, b: sum((p * q for p, q in zip(w, x)), b),
    )
    ours.backward()
    theirs.backward()
    assert ours.data == pytest.approx(theirs.item(), rel=1e-9, abs=1e-9)
    assert [v.grad for v in values] == pytest.approx(
        [t.grad.item() for t in tensors], rel=1e-9, abs=1e-9
    )


@settings(max_examples=300)
@given(leaves, steps)
def test_values_agree_with_finite_differences(numbers, program):
    def f(*values):
        return on_values(program, values)

    try:
        report = check_gradients(f, numbers, h=1e-6, tolerance=1e-4)
    except Outside:
        return
    steep = max(map(abs, report.engine)) > 1e4  # there the nudge itself is inexact
    assert report or steep, report


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_bounded_functions_never_raise_and_stay_in_range(x):
    tanh, sigmoid = Value(x).tanh(), Value(x).sigmoid()
    assert -1 <= tanh.data <= 1 and 0 <= sigmoid.data <= 1
    for y in (tanh, sigmoid, Value(x).relu()):
        y.backward()
        assert 0 <= y._prev[0].grad <= 1 and math.isfinite(y._prev[0].grad)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_plus_minus_and_times_round_as_floats_do(x, y):
    for ours, theirs in ((Value(x) + y, x + y), (Value(x) - y, x - y), (x * Value(y), x * y)):
        assert ours.data == theirs or math.isnan(ours.data) and math.isnan(theirs)
