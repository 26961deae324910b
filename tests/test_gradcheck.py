"""Finite differences against the engine."""

import math

import pytest

from mgrad import Value, check_gradients, numerical_gradient


def test_central_differences_find_every_partial_derivative():
    assert numerical_gradient(lambda a, b, c: a * b + c, [2.0, -3.0, 10.0]) == pytest.approx(
        [-3.0, 2.0, 1.0], abs=1e-9
    )


def test_the_function_may_use_plain_numbers_or_methods_of_values():
    assert numerical_gradient(lambda x: math.tanh(x), [0.7]) == pytest.approx(
        [1 - math.tanh(0.7) ** 2]
    )
    assert numerical_gradient(lambda x: x.tanh(), [0.7]) == pytest.approx([1 - math.tanh(0.7) ** 2])


def test_a_right_gradient_passes_and_prints_as_a_report():
    report = check_gradients(lambda a, b: (a * b).tanh() + a**2, [0.5, -0.3])
    assert report and "agree" in repr(report) and report.engine == pytest.approx(report.numerical)


def test_a_wrong_gradient_is_found_and_its_worst_entry_named():
    def broken_multiply(a, b):
        return Value(a.data * b.data, "", (a, b), "*", (b.data, -a.data))

    report = check_gradients(broken_multiply, [2.0, 3.0])
    assert not report and report.worst == 1
    assert "DIFFER" in repr(report) and "worst at input 1, engine -2, nudge 2" in repr(report)


def test_a_gradient_that_is_nan_never_passes():
    def broken(a):
        return Value(a.data, "", (a,), "broken", (math.nan,))

    assert not check_gradients(broken, [1.0])


def test_bad_arguments_say_what_to_do():
    for h in (0.0, -1e-5, math.nan):
        with pytest.raises(ValueError, match="h, the size of a nudge, must be a positive number"):
            numerical_gradient(lambda x: x, [1.0], h=h)
    with pytest.raises(ValueError, match="xs is empty"):
        check_gradients(lambda: Value(1.0), [])
    with pytest.raises(TypeError, match="f must return a Value, got 3.0"):
        check_gradients(lambda x: 3.0, [1.0])
    with pytest.raises(TypeError, match="f must return a Value or a number, got None"):
        numerical_gradient(lambda x: None, [1.0])
    for check in (check_gradients, numerical_gradient):
        with pytest.raises(TypeError, match=r"argument of f, got 3.0: write \[3"):
            check(lambda x: x * x, 3.0)


def test_the_point_may_come_from_a_generator():
    assert check_gradients(lambda x, y: x * y, (x for x in (2.0, 3.0))).engine == [3.0, 2.0]
