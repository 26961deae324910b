"""What students and engineers hand in by mistake: one clear sentence, and nothing is changed."""

import math
import random

import numpy as np
import pytest

from mgrad import (
    MLP,
    SGD,
    Adam,
    Layer,
    Momentum,
    Neuron,
    Tensor,
    Value,
    accuracy,
    check_gradients,
    compile_graph,
    draw_dot,
    explain,
    explore_descent,
    explore_tangent,
    explore_training,
    figure,
    fit,
    look_inside,
    max_margin_loss,
    mean_squared_error,
    numerical_gradient,
    panels,
    plot_boundary,
    plot_data,
    plot_errors,
    plot_function,
    plot_history,
    plot_network,
    plot_points,
    plot_regression,
    share,
)
from mgrad.pictures.words import describe

POINTS, LABELS = [[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]], [-1, -1, 1, 1]
CLASSES = [0, 1, 2, 0]


def network(engine=Value, outputs=1):
    random.seed(1)
    return MLP(2, [3, outputs], engine=engine)


def broken(number=math.nan):
    model = network()
    model.layers[0].neurons[0].w[0].data = number
    return model


def train(model=None, inputs=POINTS, targets=LABELS, learning_rate=0.1, loss=max_margin_loss):
    model = model or network()
    return fit(
        model, inputs, targets, loss=loss, steps=2, learning_rate=learning_rate, progress=False
    )


def program():
    x, w = Value(1.0), Value(2.0)
    return compile_graph(x * w, [x], [w])


def look(batch=(POINTS, CLASSES), model=None, **options):
    return look_inside(model or network(Tensor, 3), batch, **options)


WRONG = {
    "count must be a whole number of at least 1, got 0": lambda: panels(0),
    "count must be a whole number of at least 1, got 2.0": lambda: panels(2.0),
    "columns must be a whole number": lambda: panels(3, columns=0),
    "side must be a positive number, got -1": lambda: panels(3, side=-1),
    "size must be two numbers, width and height": lambda: figure("title", size=3),
    "size must be a positive number, got 0": lambda: figure("title", size=(0, 3)),
    "title must be a text, got a Axes": lambda: plot_boundary(
        network(), POINTS, LABELS, panels(2)[1][0]
    ),
    "f must be a function, got 3": lambda: plot_function(3, 0, 1),
    "start must be below stop, got 1 and 0": lambda: plot_function(math.sin, 1, 0),
    "start needs a number, got the text '0'": lambda: plot_function(math.sin, "0", 1),
    "stop needs a plain number, got a Value: take": lambda: plot_function(math.sin, 0, Value(1)),
    "slope_at needs a number, got the text": lambda: plot_function(math.sin, 0, 1, slope_at="a"),
    "got None: perhaps a function lacks its return": lambda: plot_function(print, 0, 1),
    "got a list: take one number of it": lambda: plot_function(lambda x: [x], 0, 1),
    "f has no finite value between 0 and 1": lambda: plot_function(lambda x: math.nan, 0, 1),
    "low must be below high, got 5 and -5": lambda: explore_tangent(low=5, high=-5),
    "x must be from -5 to 5, got 100": lambda: explore_tangent(x=100),
    "start needs a number, got None": lambda: explore_descent(start=None),
    "errors must be a dictionary": lambda: plot_errors([0.1], [0.1]),
    "a logarithmic axis has no place for the step 0": lambda: plot_errors([0, 1], {"a": [1, 1]}),
    "row 0 of the errors of 'a', counted from 0, is nan": lambda: plot_errors(
        [0.1, 1], {"a": [math.nan, 1]}
    ),
    "ax must be one axes, .* got a list": lambda: plot_points(panels(2)[1], POINTS, LABELS),
    "ax must be one axes, .* got a Figure": lambda: plot_boundary(
        network(), POINTS, LABELS, ax=figure()[0]
    ),
    r"shape \(4,\): inputs come before targets": lambda: plot_data(LABELS, POINTS),
    r"model must be a function, got \[\[": lambda: plot_boundary(POINTS, LABELS, network()),
    "model must be a function, got <class": lambda: plot_boundary(MLP, POINTS, LABELS),
    "resolution must be a whole number of at least 2, got 1": lambda: plot_boundary(
        network(), POINTS, LABELS, resolution=1
    ),
    "a border needs a number, got None": lambda: plot_boundary(lambda x: None, POINTS, LABELS),
    "every score of this model is NaN": lambda: plot_boundary(broken(), POINTS, LABELS),
    "the weights of layer 1 are not all finite": lambda: plot_network(broken(math.inf)),
    "plot_history draws the History that fit returns, got a list": lambda: plot_history([3, 2, 1]),
    "plot_history draws the History that fit returns, got a type": lambda: plot_history(SGD),
    "layer_sizes is empty": lambda: explore_training(POINTS, LABELS, []),
    "layer_sizes must be a list": lambda: explore_training(POINTS, LABELS, 3),
    "learning_rate must be from 0.01 to 2, got 5": lambda: explore_training(
        POINTS, LABELS, [2, 1], learning_rate=5
    ),
    "batch must be two things": lambda: look(POINTS),
    "networks of Tensors: make the network with engine=Tensor": lambda: look(model=MLP),
    "loss must be a function, got 3": lambda: look(loss=3),
    "the loss function returned None": lambda: look(loss=lambda scores, targets: None),
    "learning_rate must be a positive number, got 'a'": lambda: look(learning_rate="a"),
    "the parameters are not all finite": lambda: share(broken(), "page.html"),
    "largest must be a positive number, got nan": lambda: share(
        network(), "page.html", largest=math.nan
    ),
    r"range must be two numbers, the smaller first, got \(3, -3\)": lambda: share(
        network(), "page.html", range=(3, -3)
    ),
    "max_nodes must be a whole number": lambda: draw_dot(Value(1), max_nodes=None),
    "expected a list of Values, got a Value": lambda: Value.sum(Value(1)),
    "expected a list of Values, got a float": lambda: Value.dot(1.0, [Value(2)], 0),
    r"activation must be one of .* got \['tanh'\]": lambda: MLP(2, [1], ["tanh"]),
    "engine must be the class Value or Tensor itself, got 'Tensor'": lambda: MLP(
        2, [1], engine="Tensor"
    ),
    r"the inputs of MLP must be a list, got a dict: write list\(": lambda: network()({0: 1, 1: 2}),
    "takes one example at a time: write": lambda: network()(POINTS),
    "one example at a time: .* or make it with engine=Tensor": lambda: network()(POINTS[:2]),
    "a set has no order": lambda: Layer(2, 1)({1, 2}),
    r"inputs must be a list, got a dict: write list\(": lambda: Neuron(2)({0: 1, 1: 2}),
    r"targets must be a list, got a dict: write list\(": lambda: train(
        targets=dict(enumerate(LABELS))
    ),
    "inputs must be a list, got a set": lambda: train(inputs={(0, 1), (1, 0)}, targets=[1, -1]),
    r"row 0, counted from 0, is \{0: 1\}": lambda: program()([{0: 1}]),
    "fit takes an optimiser as optimiser=": lambda: train(learning_rate=Adam(0.1)),
    r"the arguments are \(scores, targets\)": lambda: max_margin_loss([1], [Value(0.5)]),
    "step needs the parameters themselves": lambda: SGD(0.1).step(network().state()),
    "step needs a list, such as .* got a Tensor": lambda: SGD(0.1).step(Tensor([1.0])),
    "h, the size of a nudge, must be": lambda: numerical_gradient(lambda x: x, [1], "a"),
    "a nudge of 1e-05 is lost beside 1e.12": lambda: numerical_gradient(lambda x: x, [1e12]),
    "xs needs a number, got the text": lambda: numerical_gradient(lambda x: x, ["a"]),
    "numerical_gradient needs a number, got a list": lambda: numerical_gradient(lambda x: [x], [1]),
    "f must be a function, got None": lambda: check_gradients(None, [1.0]),
    "value needs a number, got the text": lambda: Tensor([1]).masked_fill([True], "a"),
}


@pytest.mark.parametrize("words", WRONG)
def test_a_call_that_cannot_be_answered_says_what_to_do(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises((TypeError, ValueError), match=words) as caught:
        WRONG[words]()
    assert str(caught.traceback[-1].statement).lstrip().startswith("raise")  # words of our own
    assert not list(tmp_path.iterdir())


def test_a_step_that_is_refused_moves_nothing_and_is_forgotten():
    for optimiser in (SGD(0.1), Momentum(0.1), Adam(0.1)):
        for other, words in ((Value(2.0), "parameter 1, .* its grad is None"), (3.0, "got 3.0")):
            a = Value(1.0)
            a.grad = 1.0
            if isinstance(other, Value):
                other.grad = None
            with pytest.raises((TypeError, ValueError), match=words):
                optimiser.step([a, other])
            assert a.data == 1.0 and optimiser.steps_made == 0
        b = Value(1.0)
        b.grad = 1.0
        optimiser.step([b])
        assert b.data < 1.0


def test_a_gradient_of_none_counts_as_zero_as_in_pytorch():
    for a in (Value(3.0), Tensor(3.0)):
        a.grad = None
        (a * a).backward()
        assert a.grad == 6.0
        a.grad = None
        a.backward()
        assert a.grad == 1.0


def test_a_function_is_drawn_for_numbers_and_for_values_and_its_own_error_names_the_place():
    for f in (math.tanh, lambda x: x.tanh(), lambda x: Value(x).tanh(), lambda x: Tensor(x).tanh()):
        figure = plot_function(f, -1, 1, slope_at=0.0)
        assert figure.axes[0].lines[0].get_ydata()[-1] == pytest.approx(math.tanh(1.0))
        assert figure.axes[0].texts[0].get_text() == "slope 1.00"
    with pytest.raises(ValueError) as caught:
        plot_function(math.log, -1, 1)
    assert caught.value.__notes__ == ["The function was asked for its value at -1."]
    assert "slope 2000000.00" in describe(plot_function(lambda x: x * x, 0, 2e6, slope_at=1e6))


def test_a_slider_at_a_place_without_a_value_says_so_and_the_figure_goes_on():
    live = explore_tangent(math.sqrt, x=1.0, low=0.0, high=4.0)
    before = live.sentence
    live.controls["x"].value = 0.0
    assert "There is no picture for this setting: " in live._sentence.value
    live.controls["x"].value = 1.0
    assert live.sentence == before and before in live._sentence.value
    flies_off = explore_descent(lambda x: -math.exp(x), start=1)
    assert flies_off.sentence == "There is no picture for this setting: math range error"


def test_classes_keep_apart_what_is_apart_and_nothing_else():
    def names(labels):
        return [group.get_label() for group in plot_data(POINTS, labels).axes[0].collections]

    assert names([0.1234567, 0.1234568, 1, 1]) == ["class 0.1234567", "class 0.1234568", "class 1"]
    assert names([20240101, 20240102, 20240102, 5]) == [
        "class 5", "class 20240101", "class 20240102",
    ]  # fmt: skip
    for one in (np.array, np.int64, Tensor, lambda y: np.array([y])):
        assert names([one(y) for y in (2, 2, 0, 0)]) == ["class 0", "class 2"]
    figure = plot_data(POINTS, ["$5 to $10", r"$\no{$", "more", "more"])
    figure.draw_without_rendering()
    assert r"class $5 to $10 at (0, 1)" in describe(figure)


def test_a_border_is_drawn_beside_a_hole_in_the_scores():
    figure = plot_boundary(lambda x: x[0] - 0.5 if x[1] < 0.8 else math.nan, POINTS, LABELS)
    assert any(len(c.get_paths()) and not c.filled for c in figure.axes[0].collections[1:2])


def test_a_run_that_broke_off_is_not_given_an_update_that_it_did_not_make():
    random.seed(1)
    history = fit(
        MLP(2, [1]), [[9.0, -9.0]] * 2, LABELS[:2], loss=mean_squared_error, steps=500,
        learning_rate=50.0, progress=False,
    )  # fmt: skip
    updates = len(history.rows) - 1
    assert f"stopped at step {updates}" in history.message
    assert f"{updates} updates take the loss" in history.plot().axes[0].get_title("left")


def test_a_formula_is_shown_only_while_it_gives_the_derivative():
    a, b = Value(3.0, "a"), Value(2.0, "b")
    results = {a.log(): "1/a = 0.3333", a**2: "2·a = 6", a / b: "1/b = 0.5", a**b: "b·a**(b-1) = 6"}
    for result, formula in results.items():
        assert formula in explain(result, a).text
    a.data, b.data = 5.0, 4.0  # an update
    for result, formula in results.items():
        symbol, _, number = formula.partition(" = ")
        assert symbol not in explain(result, a).text and number in explain(result, a).text
    a.data, b.data = 0.0, 0.0
    assert all(explain(result, a).value for result in results)


def test_an_unknown_target_makes_the_accuracy_unknown():
    for engine in (list, Tensor):
        assert math.isnan(accuracy(engine([1.0, 2.0]), [1, math.nan]))


def test_tables_are_read_by_rows_and_a_missing_number_is_named():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(POINTS[:2])
    for model in (network(), Neuron(2)):
        with pytest.raises(TypeError, match="got a table: take a row of frame.to_numpy"):
            model(table)
    assert network(Tensor)(table).shape == (2,)
    with pytest.raises(TypeError, match="it is missing, so choose a number"):
        mean_squared_error([1.0, 2.0], pandas.Series([1.0, pandas.NA]))


def test_numbers_of_pytorch_are_drawn_like_others():
    torch = pytest.importorskip("torch")
    points = torch.tensor(POINTS, requires_grad=True)
    for labels in (torch.tensor(LABELS), [torch.tensor(y) for y in LABELS]):
        groups = plot_data(points, labels).axes[0].collections
        assert [len(group.get_offsets()) for group in groups] == [2, 2]
    assert accuracy(points[:, 0], torch.tensor([-1, 1, 1, -1])) == 1.0
    assert plot_regression(torch.ones(3, requires_grad=True), [1, 1, 1])
    with pytest.raises(TypeError, match="got a Tensor of PyTorch, which keeps its graph"):
        draw_dot(points.sum())
    with pytest.raises(TypeError, match="share reads networks of Values or Tensors, got Linear"):
        share(torch.nn.Linear(2, 1), "page.html")
