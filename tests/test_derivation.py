"""The chain rule written out."""

import pytest
from hypothesis import given, settings
from test_engine_properties import Outside, leaves, on_values, steps

from mgrad import Value, explain


def test_one_path_is_written_with_symbols_and_numbers():
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    text = explain(L, a).text
    assert "L → d → e → a:  dL/dd · dd/de · de/da = f · 1 · b = (-2) · 1 · (-3) = 6" in text
    assert text.endswith("dL/da = 6")


def test_several_paths_are_added():
    x = Value(1.0, "x")
    y = x * 2.0
    y.label = "y"
    T = y * (y + y * 3.0)
    explanation = explain(T, x)
    assert explanation.n_paths == 3 and explanation.value == 32.0
    assert explanation.text.endswith("= 16 + 4 + 12 = 32")


def test_both_uses_in_one_operation_are_two_paths():
    a = Value(3.0, "a")
    assert (explain(a * a, a).n_paths, explain(a * a, a).value) == (2, 6.0)


def test_many_paths_are_counted_exactly_and_merged():
    x = Value(1.0, "x")
    y = x
    for _ in range(50):
        y = y + y
    explanation = explain(y, x)
    assert explanation.n_paths == 2**50 and explanation.value == 2.0**50
    assert (
        len(explanation.text.splitlines()) == 51
        and "1125899906842624 paths, merged" in explanation.text
    )


def test_a_value_that_plays_no_part_has_derivative_zero():
    explanation = explain(Value(1.0, "y") * 2, Value(5.0, "x"))
    assert (explanation.value, explanation.n_paths) == (0.0, 0) and "without x" in explanation.text


def test_the_derivative_of_a_value_in_itself_is_one():
    x = Value(2.0, "x")
    assert explain(x, x).value == 1.0


@pytest.mark.parametrize(
    ("compute", "symbol"),
    [
        (lambda x, y: x / y, "1/y"), (lambda x, y: y / x, "-y/x²"), (lambda x, y: x**3, "3·x**2"),
        (lambda x, y: x**y, "y·x**(y-1)"), (lambda x, y: y**x, "z·log(y)"), (lambda x, y: x.tanh(), "1-z²"),
        (lambda x, y: x.sigmoid(), "z·(1-z)"), (lambda x, y: x.exp(), "= z ="), (lambda x, y: x.log(), "1/x"),
        (lambda x, y: y - x, "= (-1) ="), (lambda x, y: Value.dot([x], [y], 1.0), "= y ="),
    ],
)  # fmt: skip
def test_every_operation_has_a_symbol(compute, symbol):
    x, y = Value(2.0, "x"), Value(3.0, "y")
    z = compute(x, y)
    z.label = "z"
    assert symbol in explain(z, x).text


def test_jupyter_gets_formulas_and_labels_cannot_break_them():
    a = Value(2.0, r"$}\evil_{%#")
    bundle = explain(a * a, a)._repr_mimebundle_()
    assert (
        bundle["text/latex"].startswith(r"$$\begin{aligned}")
        and r"\evil" not in bundle["text/latex"]
    )
    w = Value(1.0, "w12")
    assert "w_{12}" in explain(w * 2, w).latex


@settings(max_examples=200)
@given(leaves, steps)
def test_explanations_agree_with_the_engine(numbers, program):
    values = [Value(x) for x in numbers]
    try:
        root = on_values(program, values)
    except Outside:
        return
    root.backward()
    for v in values:
        assert explain(root, v).value == pytest.approx(v.grad, rel=1e-9, abs=1e-9)


def test_other_things_than_values_are_refused():
    with pytest.raises(TypeError, match="expected a Value"):
        explain(3.0, Value(1.0))
    with pytest.raises(TypeError, match="expected a Value"):
        explain(Value(1.0), 3.0)
