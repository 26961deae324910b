"""What a Value is and does."""

import gc
import math
import weakref

import numpy as np
import pytest

from mgrad import Value, gc_paused
from mgrad._numbers import GradientLost
from mgrad.engine import topological_order


def L_graph():
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    d = e + c
    return a, b, c, d, e, f, d * f


# -- a value and its parts -----------------------------------------------------------------


def test_a_new_value_holds_a_float_and_no_gradient():
    v = Value(2, label="v")
    assert (type(v.data), v.data, v.grad, v.label, v._op, v._prev) == (float, 2.0, 0.0, "v", "", ())


def test_parents_are_a_tuple_in_order_and_keep_duplicates():
    a, b = Value(1.0), Value(2.0)
    assert (b - a)._prev == (b, a) and (b - a)._op == "-"
    assert (a + a)._prev == (a, a)


@pytest.mark.parametrize(
    "number", [3, True, np.float32(3), np.int64(3), np.uint8(3), np.bool_(True)]
)
def test_every_kind_of_number_becomes_a_plain_float(number):
    assert type(Value(number).data) is float
    assert type((Value(1.0) + number).data) is float
    assert type((number * Value(1.0)).data) is float


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf])
def test_nan_and_infinities_are_allowed(x):
    assert repr(Value(x).data) == repr(x)


def test_repr_shows_data_grad_and_the_label_if_there_is_one():
    assert repr(Value(2.0)) == "Value(data=2.0, grad=0.0)"
    assert repr(Value(2.0, "a")) == "Value(data=2.0, grad=0.0, label='a')"


def test_float_bool_format_and_comparisons_follow_the_data():
    a, b = Value(2.0), Value(3.0)
    assert a.item() == 2.0 and f"{a:.3f}" == "2.000" and bool(a) and not bool(Value(0.0))
    with pytest.warns(GradientLost):
        assert float(a) == 2.0
    assert a < b and a <= 2 and b > a and b <= 3.0 and a > 1 and max([a, b]) is b
    assert not Value(math.nan) < 1


def test_equality_and_hash_are_identity():
    a, b = Value(2.0), Value(2.0)
    assert a == a and a != b and a != 2.0 and len({a, b, a}) == 2


# -- arithmetic ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "compute",
    [
        lambda x, y: x + y, lambda x, y: x - y, lambda x, y: x * y, lambda x, y: x / y,
        lambda x, y: x**y, lambda x, y: -x + y,
    ],
)  # fmt: skip
@pytest.mark.parametrize("wrap", [int, float, np.float64, np.int64, Value])
def test_operators_work_with_numbers_on_either_side(compute, wrap):
    assert compute(Value(3.0), wrap(2)).data == pytest.approx(compute(3.0, 2.0), rel=1e-15)
    assert compute(wrap(3), Value(2.0)).data == pytest.approx(compute(3.0, 2.0), rel=1e-15)


def test_division_rounds_once():
    assert all((Value(p) / q).data == p / q for p in range(1, 40) for q in range(1, 40))


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("tanh", math.tanh),
        ("exp", math.exp),
        ("relu", lambda x: max(x, 0.0)),
        ("sigmoid", lambda x: 1 / (1 + math.exp(-x))),
    ],
)
@pytest.mark.parametrize("x", [-3.0, -0.5, -1e-10, 0.0, 0.5, 1.0, 20.0])
def test_functions_equal_their_definition(name, reference, x):
    assert getattr(Value(x), name)().data == pytest.approx(reference(x), rel=1e-14)


@pytest.mark.parametrize(
    "x", [-1e308, -1000.0, -355.0, 355.0, 709.0, 1000.0, 1e308, math.inf, -math.inf]
)
def test_tanh_and_sigmoid_are_right_for_every_float(x):
    for function, low in (("tanh", -1.0), ("sigmoid", 0.0)):
        v = Value(x)
        y = getattr(v, function)()
        y.backward()
        assert y.data == pytest.approx(
            1.0 if x > 0 else low, abs=1e-150
        ) and v.grad == pytest.approx(0.0, abs=1e-150)


def test_tanh_keeps_the_digits_of_tiny_numbers():
    assert Value(1e-17).tanh().data == 1e-17


def test_sum_and_dot_are_one_node_each():
    w, x, b = [Value(1.0), Value(2.0)], [Value(3.0), Value(4.0)], Value(0.5)
    total, product = Value.sum([*w, 7]), Value.dot(w, x, b)
    assert (total.data, total._op, len(total._prev)) == (10.0, "sum", 3)
    assert (product.data, product._op, product._prev) == (11.5, "dot", (*w, *x, b))
    product.backward()
    assert [v.grad for v in (*w, *x, b)] == [3.0, 4.0, 1.0, 2.0, 1.0]


def test_dot_takes_plain_numbers_for_any_of_its_arguments():
    assert Value.dot([1, Value(2)], np.array([3.0, 4.0]), 0.5).data == 11.5
    assert Value.sum([]).data == 0.0 and Value.dot([], [], 2.0).data == 2.0


def test_dot_adds_in_the_order_bias_first():
    w, x = [0.1, 0.2, 0.3], [0.7, 0.9, 1.1]
    expected = 0.5
    for wi, xi in zip(w, x):
        expected += wi * xi
    assert Value.dot([Value(v) for v in w], x, Value(0.5)).data == expected


# -- the backward pass ---------------------------------------------------------------------


def test_backward_gives_the_gradients_of_the_course_example():
    a, b, c, d, e, f, L = L_graph()
    L.backward()
    assert L.data == -8.0
    assert [v.grad for v in (a, b, c, d, e, f, L)] == [6.0, -4.0, -2.0, -2.0, -2.0, 4.0, 1.0]


def test_one_node_backward_step_adds_local_times_upstream():
    a, b, _, d, _, f, L = L_graph()
    L.grad = 1.0
    L._backward()
    assert (d.grad, f.grad, a.grad) == (-2.0, 4.0, 0.0)
    a._backward()  # a leaf has nothing to pass on


def test_a_second_backward_accumulates_on_leaves_and_recomputes_interior_nodes():
    a, b, c, d, e, f, L = L_graph()
    L.backward()
    L.backward()
    assert [v.grad for v in (a, b, c, f)] == [12.0, -8.0, -4.0, 8.0]
    assert [v.grad for v in (d, e, L)] == [-2.0, -2.0, 1.0]


def test_backward_on_a_leaf_is_the_derivative_of_itself():
    a = Value(5.0)
    a.backward()
    assert a.grad == 1.0


def test_a_gradient_of_zero_passes_nothing_on_and_nan_is_passed_on():
    x, y = Value(-1.0), Value(0.0)
    (x.relu() * (y**0.5)).backward()  # the slope of the root is infinite, its gradient is 0
    assert (x.grad, y.grad) == (0.0, 0.0)
    z = Value(1.0)
    (z * math.nan).backward()
    assert math.isnan(z.grad)


def test_hundreds_of_thousands_of_nodes_in_a_row_go_forward_backward_and_are_freed():
    x = Value(1.0)
    y = x
    for _ in range(200_000):
        y = y + 1.0
    y.backward()
    assert y.data == 200_001.0 and x.grad == 1.0
    freed = weakref.ref(y)
    del y
    assert freed() is None


def test_graphs_are_freed_without_the_cyclic_collector():
    with gc_paused():
        a = Value(2.0)
        y = (a * a + a).tanh()
        y.backward()
        inner = weakref.ref(y._prev[0])
        del y
        assert inner() is None


def test_gc_paused_restores_the_setting_also_when_nested_and_after_an_error():
    assert gc.isenabled()
    with pytest.raises(KeyError), gc_paused(), gc_paused():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


# -- the order -----------------------------------------------------------------------------


def visit_recursively(root):
    """The order as lesson 3 writes it."""
    order, visited = [], set()

    def visit(node):
        if id(node) not in visited:
            visited.add(id(node))
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order


def test_the_order_is_that_of_lesson_3_leaves_included():
    a, b, c, d, e, f, L = L_graph()
    shared = (L * d + a * a).tanh() + Value.dot([a, d], [e, L], b)
    for root in (L, shared, a):
        assert topological_order(root) == visit_recursively(root)
    assert topological_order(L) == [a, b, e, c, d, f, L]


class OwnNode:
    """A node as a learner writes it, whose class has an equality of its own and no hash."""

    def __init__(self, data, parents=()):
        self.data, self._prev = data, parents

    def __eq__(self, other):
        return self.data == other.data


@pytest.mark.parametrize("container", [tuple, list])
def test_nodes_of_another_engine_are_told_apart_by_identity(container):
    one, other = OwnNode(2.0), OwnNode(2.0)
    product = OwnNode(4.0, container([one, other]))
    total = OwnNode(4.0, container([product, one]))
    order = topological_order(total)
    assert [id(node) for node in order] == [id(node) for node in (one, other, product, total)]


def test_leaves_of_another_class_with_an_equality_of_its_own_are_no_problem():
    class Node:
        def __init__(self, parents=()):
            self._prev = parents

    class Constant(Node):
        def __eq__(self, other):
            return True

    one, other = Constant(), Constant()
    root = Node((one, other))
    assert [id(node) for node in topological_order(root)] == [id(one), id(other), id(root)]


def test_parents_may_stand_in_a_set():
    class Node(OwnNode):
        __eq__, __hash__ = object.__eq__, object.__hash__

    leaf = Node(1.0)
    middle = Node(2.0, {leaf})
    root = Node(3.0, {leaf, middle})
    assert topological_order(root) == [leaf, middle, root]


# -- what bad input gets -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (Value(2.0), r"got a Value: use it as it is, or take its number with \.data"),
        ("3", r"got the text '3': convert it first with float"),
        (None, r"needs a number, got None"),
        (1 + 2j, r"complex number \(1\+2j\): take \.real"),
        (np.complex64(1j), r"complex number"),
        ([1, 2], r"got a list: make one Value per number"),
        ((1,), r"got a tuple"),
        (np.array([1.0, 2.0]), r"got a ndarray: make one Value per number"),
        (np.array(1.0), r"got a ndarray: take its number with \.item\(\)"),
        ((x for x in [1]), r"got a generator"),
        (len, r"needs a number, got <built-in"),
    ],
)
def test_what_is_not_one_real_number_is_a_type_error_that_says_what_to_do(bad, message):
    with pytest.raises(TypeError, match=message):
        Value(bad)


@pytest.mark.parametrize("bad", [np.array([1.0, 2.0]), np.array([[1.0]]), [1.0], "x", None, 1j])
def test_operators_refuse_arrays_and_other_things_on_either_side(bad):
    v = Value(2.0)
    for compute in (
        lambda x, y: x + y, lambda x, y: x - y, lambda x, y: x * y, lambda x, y: x / y,
        lambda x, y: x**y, lambda x, y: x < y, lambda x, y: x >= y,
    ):  # fmt: skip
        with pytest.raises(TypeError, match="Value"):
            compute(v, bad)
        if not (isinstance(bad, str) and compute(1, 1) == 1):
            with pytest.raises(TypeError, match="Value"):
                compute(bad, v)


def test_the_constructor_of_the_lecture_is_refused_with_advice_that_works():
    a, b = Value(2.0), Value(3.0)
    for wrong in ((a, b), {a, b}, 5):
        with pytest.raises(TypeError, match=r"a label must be text, got .*_prev=\(a, b\)"):
            Value(6.0, wrong, "*")
    c = Value(5.0, _prev=(a, b), _op="+", _local=(1.0, 1.0))
    c.backward()
    assert (a.grad, b.grad) == (1.0, 1.0)
    with pytest.raises(TypeError, match="label"):
        Value(6.0, (a, b), "*", label="c")


def test_numpy_functions_refuse_a_value():
    with pytest.raises(TypeError, match="Value"):
        np.tanh(Value(1.0))


def test_misspelt_attributes_are_errors():
    b = Value(1.0)
    with pytest.raises(AttributeError, match="gard"):
        b.gard = 1.0


@pytest.mark.parametrize(
    ("compute", "error", "message"),
    [
        (lambda x: x.exp(), OverflowError, r"exp\(x = 1000\.0\) is too large"),
        (lambda x: (-x).log(), ValueError, r"log\(-1000\.0\): the logarithm needs a positive"),
        (lambda x: (x * 0).log(), ValueError, r"log\(0\.0\)"),
        (lambda x: 1 / (x - x), ZeroDivisionError, r"division by zero: 1\.0 / 0\.0"),
        (lambda x: x / 0, ZeroDivisionError, r"division by zero: x = 1000\.0 / 0\.0"),
        (
            lambda x: Value(0, "z") ** -1,
            ZeroDivisionError,
            r"\(z = 0\.0\) \*\* -1: zero has no negative power",
        ),
        (lambda x: 0 ** Value(-1), ZeroDivisionError, r"\(0\.0\) \*\* -1"),
        (
            lambda x: (-x) ** 0.5,
            ValueError,
            r"\(-1000\.0\) \*\* 0\.5: a negative base with a fractional",
        ),
        (lambda x: Value(-8, "c") ** (1 / 3), ValueError, r"\(c = -8\.0\) \*\* 0\.333333"),
        (lambda x: x**1000, OverflowError, r"\(x = 1000\.0\) \*\* 1000 is too large"),
    ],
)
def test_impossible_operations_name_the_operation_the_value_and_the_label(compute, error, message):
    with pytest.raises(error, match=message):
        compute(Value(1000.0, "x"))


def test_dot_with_unequal_lengths_names_both():
    with pytest.raises(ValueError, match="3 weights and 2 inputs"):
        Value.dot([1, 2, 3], [1, 2], 0)


# -- powers at the edges -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "k", "value", "slope"),
    [
        (0.0, 0, 1.0, 0.0),
        (5.0, 0, 1.0, 0.0),
        (0.0, 1, 0.0, 1.0),
        (0.0, 2, 0.0, 0.0),
        (0.0, 0.5, 0.0, math.inf),
        (-2.0, 3, -8.0, 12.0),
        (-2.0, -1, -0.5, -0.25),
    ],
)
def test_powers_and_their_slopes(x, k, value, slope):
    v = Value(x)
    y = v**k
    y.backward()
    assert (y.data, v.grad) == (value, slope)


def test_the_exponent_has_a_slope_too():
    base, k = Value(2.0), Value(3.0)
    y = base**k
    y.backward()
    assert (y.data, base.grad) == (8.0, 12.0) and k.grad == pytest.approx(8 * math.log(2))
    k = Value(3.0)
    (2**k).backward()
    assert k.grad == pytest.approx(8 * math.log(2))
    k = Value(3.0)
    (Value(-2.0) ** k).backward()
    assert math.isnan(k.grad)  # (-2)**k has no slope in k, as PyTorch says too
