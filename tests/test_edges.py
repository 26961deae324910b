"""Values and gradients where a derivative does not exist, values tie, or floats run out.

The right numbers are conventions as much as mathematics: where other frameworks were asked
(PyTorch 2.13, JAX 0.10, TensorFlow 2.21, autograd 1.9), PyTorch's are taken, in float64. The
engine of Values refuses what it cannot answer; that of Tensors goes on with infinity or NaN.
"""

import math
import warnings

import numpy as np
import pytest

from mgrad import Tensor, Value

INF, NAN = math.inf, math.nan
ZERO, VALUE, OVERFLOW = ZeroDivisionError, ValueError, OverflowError

# expression, inputs, then value and gradients: on Values, on Tensors where they differ
TABLE = [
    ("relu(x)", lambda x: x.relu(), [0.0], [0, 0]),
    ("x**0 at 0", lambda x: x**0, [0.0], [1, 0]),
    ("sqrt(x)", lambda x: x**0.5, [0.0], [0, INF]),
    ("x**y, negative base", lambda x, y: x**y, [-2.0, 3.0], [-8, 12, NAN]),
    ("x**y at (0, 0)", lambda x, y: x**y, [0.0, 0.0], [1, 0, 0]),
    ("x**1 at 0", lambda x: x**1, [0.0], [0, 1]),
    ("x**1.5 at 0", lambda x: x**1.5, [0.0], [0, 0]),
    ("0/0", lambda x, y: x / y, [0.0, 0.0], ZERO, [NAN, INF, NAN]),
    ("1/0", lambda x, y: x / y, [1.0, 0.0], ZERO, [INF, INF, -INF]),
    ("0**-1", lambda x: x**-1, [0.0], ZERO, [INF, -INF]),
    ("log(0)", lambda x: x.log(), [0.0], VALUE, [-INF, INF]),
    ("log(-1)", lambda x: x.log(), [-1.0], VALUE, [NAN, -1]),
    ("exp(89)", lambda x: x.exp(), [89.0], [math.exp(89), math.exp(89)]),
    ("exp(1000)", lambda x: x.exp(), [1000.0], OVERFLOW, [INF, INF]),
    ("exp(-800)", lambda x: x.exp(), [-800.0], [0, 0]),
    ("tanh(10)", lambda x: x.tanh(), [10.0], [1, 8.2446e-9]),
    ("tanh(20)", lambda x: x.tanh(), [20.0], [1, 0]),
    ("tanh(1000)", lambda x: x.tanh(), [1000.0], [1, 0]),
    ("sigmoid(40)", lambda x: x.sigmoid(), [40.0], [1, 4.248354255e-18]),
    ("sigmoid(-40)", lambda x: x.sigmoid(), [-40.0], [4.248354255e-18, 4.248354255e-18]),
    ("norm of zeros", lambda x, y: (x**2 + y**2) ** 0.5, [0.0, 0.0], [0, NAN, NAN], [0, NAN, NAN]),
    ("x*0 at infinity", lambda x: x * 0, [INF], [NAN, 0]),
    ("x - x at infinity", lambda x: x - x, [INF], [NAN, 0]),
    ("log(exp(x))", lambda x: x.exp().log(), [-800.0], VALUE, [-INF, NAN]),
    ("log(1 + exp(x))", lambda x: (1 + x.exp()).log(), [100.0], [100, 1]),
    ("x*x*x + 0*log(x)", lambda x: x * x * x + 0 * x.log(), [0.0], VALUE, [NAN, NAN]),
]


def answer(kind, compute, inputs):
    """The value and the gradients, or the class of the error."""
    leaves = [kind(x) for x in inputs]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # NumPy's, of infinity and NaN
        try:
            y = compute(*leaves)
        except ArithmeticError as error:
            return type(error)
        except ValueError:
            return ValueError
        y.backward()
    return [y.item(), *(np.asarray(leaf.grad).item() for leaf in leaves)]


@pytest.mark.parametrize(("name", "compute", "inputs", "expected"), [row[:4] for row in TABLE])
def test_values_at_the_edges(name, compute, inputs, expected):
    ours = answer(Value, compute, inputs)
    if isinstance(expected, type):
        assert ours is expected
    else:
        assert ours == pytest.approx(expected, rel=1e-4, abs=1e-300, nan_ok=True)


@pytest.mark.parametrize(
    ("name", "compute", "inputs", "expected"), [(*row[:3], row[-1]) for row in TABLE]
)
def test_tensors_at_the_edges(name, compute, inputs, expected):
    ours = answer(Tensor, compute, inputs)
    assert ours == pytest.approx(expected, rel=1e-4, abs=1e-300, nan_ok=True)


def test_the_largest_of_a_tie():
    x, y = Value(1.0), Value(1.0)
    assert max(x, y) is x  # Python takes the first, and its gradient with it
    t = Tensor([1.0, 1.0, 0.0])
    t.max().backward()
    assert t.grad.tolist() == [0.5, 0.5, 0.0]  # equally large ones share


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_a_second_backward_through_a_square_of_a_square(kind):
    for compute, x0, once in ((lambda x: x * x, 3.0, 6.0), (lambda x: (x * x) ** 2, 2.0, 32.0)):
        x = kind(x0)
        y = compute(x)
        y.backward()
        y.backward()
        assert np.asarray(x.grad).item() == 2 * once


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_two_results_over_one_node(kind):
    x = kind(2.0)
    h = x * x
    for result in (h * 3, h * 5):
        result.backward()
    assert np.asarray(x.grad).item() == 32.0  # 8 times 4


# -- numbers that change between forward and backward: those of the operation count -----------

OPERATIONS = {
    "+": lambda x: x + 1,
    "-": lambda x: 1 - x,
    "*": lambda x: x * x,
    "/": lambda x: 1 / x,
    "**": lambda x: x**3,
    "as exponent": lambda x: 2**x,
    "@": lambda x: x @ x,
    "neg": lambda x: -x,
    "exp": lambda x: x.exp(),
    "log": lambda x: x.log(),
    "tanh": lambda x: x.tanh(),
    "sigmoid": lambda x: x.sigmoid(),
    "relu": lambda x: (x - 1.0).relu() + x.relu(),
    "sum": lambda x: x.sum() * x.sum(),
    "mean": lambda x: x.mean() * x.mean(),
    "max": lambda x: x.max(),
    "reshape": lambda x: x.reshape(1, 3) * 2,
    "T": lambda x: x.reshape(3, 1).T * 2,
    "rows": lambda x: x[[0, 0, 2]],
    "slice": lambda x: x[1:],
    "softmax": lambda x: x.softmax() * np.array([1.0, 2.0, 3.0]),
    "cross_entropy": lambda x: x.reshape(1, 3).cross_entropy([1]),
}
WAYS = {
    "new data": lambda x, alias: setattr(x, "data", [-3.0, 5.0, -1.0]),
    "in place": lambda x, alias: x.data.__setitem__(slice(None), [-3.0, 5.0, -1.0]),
    "minus": lambda x, alias: x.data.__isub__(10.0),
    "by an alias": lambda x, alias: alias.__setitem__(slice(None), [-3.0, 5.0, -1.0]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_the_gradient_of_a_tensor_belongs_to_the_numbers_of_its_operation(name, way):
    untouched, x = Tensor([0.5, 1.5, 2.5]), Tensor([0.5, 1.5, 2.5])
    expected = OPERATIONS[name](untouched).sum()
    expected.backward()
    alias = x.data
    y = OPERATIONS[name](x).sum()
    WAYS[way](x, alias)
    y.backward()
    assert y.item() == expected.item() and x.grad.tolist() == untouched.grad.tolist()
    assert x.data.tolist() != [0.5, 1.5, 2.5]


@pytest.mark.parametrize("name", ["*", "/", "**", "exp", "log", "tanh", "sigmoid", "relu"])
def test_the_gradient_of_a_value_belongs_to_the_numbers_of_its_operation(name):
    compute = {**OPERATIONS, "relu": lambda x: x.relu()}[name]
    untouched, x = Value(0.5), Value(0.5)
    compute(untouched).backward()
    y = compute(x)
    x.data = -3.0
    y.backward()
    assert x.grad == untouched.grad


def test_constants_and_rows_may_be_filled_again_before_backward():
    x, batch, rows = Tensor([1.0, 2.0]), np.array([3.0, 4.0]), np.array([0, 0])
    mask, targets = np.array([True, False]), np.array([1])
    total = (x * batch)[rows].sum() + x[mask].sum() + x.reshape(1, 2).cross_entropy(targets)
    batch[:], rows[:], mask[:], targets[:] = 100.0, 1, True, 0
    total.backward()
    p = math.exp(1) / (math.exp(1) + math.exp(2))  # softmax of the first
    assert x.grad == pytest.approx(np.array([6.0 + 1.0 + p, -p]))


def test_writing_into_a_result_changes_no_gradient():
    x = Tensor([1.0, 2.0])
    y = x.exp()
    total = (y * y).sum()
    y.data[0] = 100.0
    view = x.reshape(2, 1)
    view.data[0] = 7.0
    total.backward()
    assert x.data.tolist() == [1.0, 2.0]
    assert x.grad == pytest.approx(2 * np.exp([2.0, 4.0]))
