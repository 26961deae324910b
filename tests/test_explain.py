"""The chain rule written out."""

import pytest
from check.closure_engine import ClosureValue
from hypothesis import given, settings
from test_engine_properties import Outside, leaves, on_values, steps
from test_graph import moons_loss

from mgrad import Tensor, Value, draw_dot, explain, max_margin_loss, play_backward


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
        (lambda x, y: x / y, "1/y"),
        (lambda x, y: y / x, "-y/x²"),
        (lambda x, y: x**3, "3·x**2"),
        (lambda x, y: x**y, "y·x**(y-1)"),
        (lambda x, y: y**x, "z·log(y)"),
        (lambda x, y: x.tanh(), "1-z²"),
        (lambda x, y: x.sigmoid(), "z·(1-z)"),
        (lambda x, y: x.exp(), "= z ="),
        (lambda x, y: x.log(), "1/x"),
        (lambda x, y: y - x, "= (-1) ="),
        (lambda x, y: Value.dot([x], [y], 1.0), "= y ="),
    ],
)
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


# -- long derivations --------------------------------------------------------------------


def test_paths_through_many_values_are_counted_and_summed_and_a_smaller_part_is_named():
    loss, model, inputs = moons_loss()
    w = model.parameters()[0]
    explanation = explain(loss, w)
    first, second = explanation._repr_mimebundle_()["text/plain"].splitlines()
    reason, _, advice = first.partition(". ")
    used = [max_margin_loss([model(x)], [y]) for x, y in zip(inputs, [1, -1] * 50)]
    assert explanation.n_paths == 16 * 100 == sum(explain(one, w).n_paths for one in used)
    assert reason.startswith("dv7539/dw1: 1600 paths through ")
    assert reason.endswith(" values, too many to write out (60 values at most)")
    assert set(explanation._repr_mimebundle_()) == {"text/plain"} and len(first) < 300
    loss.backward()
    assert explanation.value == pytest.approx(w.grad)
    assert second == f"dv7539/dw1 = {explanation.value:.6g}, the sum over all paths"
    names = {"explain": explain, "model": model, "inputs": inputs}
    assert eval(advice.partition(": ")[2], names).latex  # followed to the letter


def test_more_paths_than_can_be_written_as_a_number_are_many():
    y = x = Value(1.0, "x")
    for _ in range(2_000):
        y = y + y * 0.0
    y.label = "y"
    explanation = explain(y, x)
    assert explanation.text.startswith("dy/dx: more than 10^18 paths through 4,001 values")
    assert explanation.value == 1.0


@pytest.mark.parametrize("length", [10, 100, 239, 241, 3000])
def test_a_derivation_is_never_longer_than_a_few_screens(length):
    y = x = Value(0.5, "a label of forty characters is this one")
    for i in range(length):
        y = y.tanh()
        y.label = f"{i} and a label of forty characters is this"
    explanation = explain(y, x)
    assert explanation.n_paths == 1
    assert all(len(form) < 100_000 for form in explanation._repr_mimebundle_().values())


# -- other engines -----------------------------------------------------------------------


def test_an_engine_with_closures_is_asked_for_its_local_derivatives():
    texts = []
    for engine in (Value, ClosureValue):
        a, b = engine(3.0, "a"), engine(-2.0, "b")
        c = a * b
        c.label = "c"
        root = (c + a) ** 2 + c / b
        root.label = "L"
        texts.append([explain(root, a).value, explain(root, b).value])
        assert a.grad == b.grad == root.grad == 0.0  # as before
    assert texts[0] == pytest.approx(texts[1])


def test_both_uses_of_a_value_by_an_operation_with_a_closure_get_half_of_it_each():
    a = ClosureValue(3.0, "a")
    explanation = explain(a * a, a)
    assert (explanation.n_paths, explanation.value) == (2, 6.0)


@pytest.mark.parametrize(
    ("op", "count"),
    [
        (op, count)
        for op in ("*", "/", "**", "dot", "**x", "tanh", "new", "")
        for count in (1, 2, 3, 4)
        if (op, count) not in (("/", 2), ("**", 2), ("tanh", 1))  # these are the course's
    ],
)
def test_an_operation_that_is_not_the_course_s_shows_its_local_derivatives_as_numbers(op, count):
    leaves = [Value(i + 2.0, "abcd"[i]) for i in range(count)]
    node = Value(1.0, "n", tuple(leaves), op, (7.5,) * count)
    assert all("= 7.5 = 7.5" in explain(node, leaf).text for leaf in leaves)


def test_tensors_are_refused_with_what_to_do():
    pytest.importorskip("numpy")
    w = Tensor([1.0, 2.0], label="w")
    for root in ((w * 3.0).sum(), w):
        for function in (play_backward, lambda root: explain(root, w)):
            with pytest.raises(TypeError, match="plain numbers, .* Tensor does not hold: compute"):
                function(root)


def test_two_nodes_of_one_name_are_told_apart_in_words():
    a, other = Value(2.0, "a"), Value(5.0, "a")
    product = a * other
    assert "v2 → a:  dv2/da = a (2) = 5" in explain(product, a).text
    assert "v2 → a:  dv2/da = a (2) = 2" in explain(product, other).text
    assert "a (2).grad += 2 × 1 = 2" in play_backward(product).text
    assert "v2 = a × a (2)" in draw_dot(product).text


def test_negative_constants_and_zeros_are_written_so_that_the_line_is_true():
    a, b = Value(0.0, "a"), Value(4.0, "b")
    assert "= -(-2)/b² = 0.125" in explain(-2.0 / b, b).text
    assert "= 1 · (-2) = 1 · (-2) = -2" in explain(b * -2.0 + 1.0, b).text
    for result in (-(a * a), a.relu() * -1.0):
        assert "-0" not in explain(result, a).text + play_backward(result).text


def test_where_backward_passes_nothing_on_neither_picture_does():
    a = Value(0.0, "a")
    result = a**0.5 * 0.0  # a root stands upright at 0
    result.backward()
    assert a.grad == explain(result, a).value == 0.0
    assert "0 · inf = 0" in explain(result, a).text
    assert "a.grad += inf × 0 = 0" in play_backward(result).text
