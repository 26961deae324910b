"""The shared figures."""

import random
import warnings

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from check.closure_engine import ClosureValue
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex, to_rgb

from mgrad import (
    MLP,
    Layer,
    Neuron,
    Tensor,
    Value,
    explore_descent,
    explore_tangent,
    fit,
    max_margin_loss,
    mean_squared_error,
    plot_boundary,
    plot_data,
    plot_network,
    plot_regression,
    plots,
)

POINTS, LABELS = [[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]], [-1, -1, 1, 1]


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "linear"])
def test_scores_on_a_grid_equal_those_of_the_engine(activation):
    random.seed(4)
    model = MLP(2, [5, 3, 1], activation, activation)
    points = np.random.default_rng(0).uniform(-3, 3, (50, 2))
    assert plots.grid_scores(model, points) == pytest.approx(
        [model(p).data for p in points], abs=1e-12
    )


def test_any_other_model_is_called_point_by_point():
    neuron = Neuron(2)
    assert plots.grid_scores(neuron, np.array([[1.0, 2.0]])) == pytest.approx(
        [neuron([1.0, 2.0]).data]
    )
    assert plots.grid_scores(lambda pair: pair[0] - pair[1], np.array([[1.0, 2.0]])) == [-1.0]


def test_every_figure_has_a_title_and_named_axes():
    model = MLP(2, [3, 1])
    history = fit(
        model, POINTS, LABELS, loss=max_margin_loss, steps=3, learning_rate=0.1, progress=False
    )
    for figure in (
        plots.plot_function(lambda x: x**2, -1, 1, slope_at=0.5, title="A parabola"),
        plots.plot_errors(
            [0.1, 0.01], {"forward": [1e-1, 1e-2], "exact": [0.0, 1e-16]}, "Errors fall"
        ),
        plots.plot_data(POINTS, LABELS, "XOR"),
        plots.plot_history(history),
        history.plot(),
        plots.plot_regression([1.0, 2.5], [1.0, 2.0]),
    ):
        ax = figure.axes[0]
        assert ax.get_title("left") and ax.get_xlabel() and ax.get_ylabel()
    assert "3 updates" in history.plot().axes[0].get_title("left")


def test_a_boundary_can_be_drawn_into_a_panel():
    figure, axes = plots.panels(3, "Three views")
    for ax in axes:
        assert plots.plot_boundary(MLP(2, [3, 1]), POINTS, LABELS, "panel", ax=ax) is figure
    assert len(axes) == 3


def test_a_model_with_one_sign_everywhere_is_drawn_without_a_border():
    plots.plot_boundary(lambda pair: 1.0, POINTS, LABELS, "all one class")


def test_the_network_diagram_has_a_line_for_each_weight():
    model = MLP(3, [4, 4, 1])
    figure = plots.plot_network(model)
    lines = [c for c in figure.axes[0].collections if isinstance(c, LineCollection)]
    assert [len(layer.get_segments()) for layer in lines] == [12, 16, 4]
    assert lines[2].get_segments()[3].tolist() == [[2, 3.5], [3, 2.0]]  # last hidden to output
    weight = model.layers[2].neurons[0].w[3].data
    assert lines[2].get_linewidths()[3] == pytest.approx(0.3 + 2 * abs(weight))
    assert "41 parameters" in figure.axes[0].get_title("left")


@pytest.mark.parametrize("engine", [Value, ClosureValue])
def test_the_curve_of_a_function_that_returns_values_is_drawn_without_a_warning(engine):
    def f(x):
        return engine(float(x)) ** 2

    with warnings.catch_warnings(action="error"):
        ax = plots.plot_function(f, -1, 1, slope_at=0.5).axes[0]
        explore_tangent(f), explore_descent(f, start=0.5, low=-1, high=1)
        plot_boundary(lambda x: engine(x[0]), [[engine(0.0), engine(1.0)]] * 2, [-1, 1])
        plot_regression([engine(1.0)], [engine(2.0)])
        plot_data(POINTS[:2], [engine(0.0), engine(1.0)])
    assert ax.lines[0].get_ydata()[0] == 1.0 and "slope 1.00" in ax.texts[0].get_text()


def test_regression_plots_need_one_prediction_for_each_target():
    with pytest.raises(ValueError, match="2 predictions but 1 targets"):
        plots.plot_regression([1.0, 2.0], [1.0])
    with pytest.raises(ValueError, match="predictions must be one number for each example"):
        plots.plot_regression([], [])


def test_a_history_without_accuracy_has_one_axis():
    history = fit(
        MLP(1, [1]),
        [[1.0]],
        [0.3],
        loss=mean_squared_error,
        steps=2,
        learning_rate=0.1,
        progress=False,
    )
    assert len(history.plot().axes) == 1


def test_networks_of_tensors_are_drawn_like_those_of_values():
    grid = np.array([[0.5, -1.0], [2.0, 0.0], [-1.0, 1.0]])
    scores = []
    for engine in (Value, Tensor):
        random.seed(1)
        model = MLP(2, [3, 1], engine=engine)
        scores.append(plots.grid_scores(model, grid))
        assert "13 parameters" in "".join(
            plots.plot_network(model).axes[0].get_title(loc=side) for side in ("left", "center")
        )
    assert scores[0] == pytest.approx(scores[1])


def test_a_model_of_the_student_s_own_is_drawn_too():
    class Own:
        data, _prev = 3.0, ()

    assert plots.grid_scores(lambda point: Own(), np.zeros((2, 2))).tolist() == [3.0, 3.0]


# -- labels and data as people have them --------------------------------------------------


def classes_drawn(figure):
    """For each class in the legend: how many points, and with which colour and marker."""
    drawn = {}
    for group in figure.axes[0].collections:
        if isinstance(group, PathCollection):
            marker = group.get_paths()[0].vertices.round(3).tobytes()
            look = to_hex(group.get_facecolor()[0]), marker
            drawn[group.get_label()] = len(group.get_offsets()), look
    return drawn


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ([-1, 1, 1], ["class -1", "class +1"]),
        ([-1.0, 1.0, 1.0], ["class -1", "class +1"]),
        ([0, 1, 1], ["class 0", "class 1"]),
        ([1, 2, 2], ["class 1", "class 2"]),
        ([False, True, True], ["class False", "class True"]),
        (["cat", "dog", "dog"], ["class cat", "class dog"]),
        ([0.25, 0.5, 0.5], ["class 0.25", "class 0.5"]),
        ([7, 7, 7], ["class 7"]),
        ([0, 0, 0], ["class 0", "class 1"]),
    ],
)
@pytest.mark.parametrize("container", [list, tuple, np.array, lambda x: np.array(x)[:, None], iter])
def test_every_point_is_drawn_with_the_marker_of_its_class(labels, names, container):
    drawn = classes_drawn(plot_data(POINTS[:3], container(labels)))
    assert sorted(drawn) == sorted(names)
    assert sum(count for count, _ in drawn.values()) == 3
    assert len({look for _, look in drawn.values()}) == len(names)
    for label, name in zip(labels, names):  # the first of each class comes first here
        if len(set(labels)) > 1:
            assert drawn[name][0] == labels.count(label)


def test_numbers_and_texts_may_be_mixed():
    drawn = classes_drawn(plot_data(POINTS, ["a", 1, "a", 2.5]))
    assert {name: count for name, (count, _) in drawn.items()} == {
        "class a": 2,
        "class 1": 1,
        "class 2.5": 1,
    }


def test_the_second_class_has_one_marker_whatever_it_is_called():
    looks = [
        classes_drawn(plot_data(POINTS, labels))[name][1]
        for labels, name in (
            ([-1, -1, 1, 1], "class +1"), ([1, 1, 1, 1], "class +1"), ([0, 0, 1, 1], "class 1"),
            ([False, False, True, True], "class True"), (list("aabb"), "class b"),
        )
    ]  # fmt: skip
    assert len(set(looks)) == 1


def test_twenty_four_classes_all_look_different_and_more_are_refused():
    points = [[i, i] for i in range(25)]
    drawn = classes_drawn(plot_data(points[:24], range(24)))
    assert len(drawn) == len(set(drawn.values())) == 24
    with pytest.raises(ValueError, match="25 different values, .* at most 24.*plot_regression"):
        plot_data(points, range(25))


@pytest.mark.parametrize(
    "container",
    [
        np.array,
        iter,
        lambda rows: [np.array(row) for row in rows],
        lambda rows: [[Value(x) for x in row] for row in rows],
        lambda rows: np.array([[Value(x) for x in row] for row in rows]),
        lambda rows: [[ClosureValue(x) for x in row] for row in rows],
        Tensor,
        lambda rows: pytest.importorskip("pandas").DataFrame(rows, columns=["height", "width"]),
        lambda rows: [pytest.importorskip("pandas").Series(row) for row in rows],
    ],
)
def test_points_come_in_anything_with_rows(container):
    (_, group) = plot_data(container(POINTS), LABELS).axes[0].collections
    assert group.get_offsets().tolist() == [[0.0, 1.0], [1.0, 0.0]]
    assert plot_boundary(lambda pair: pair[0], container(POINTS), LABELS).axes[0].collections


def test_the_columns_of_a_table_are_taken_as_labels_and_numbers():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"kind": ["a", "a", "b", "b"], "size": [1.0, 2.0, 3.0, 4.0]})
    assert [count for count, _ in classes_drawn(plot_data(POINTS, table["kind"])).values()] == [
        2,
        2,
    ]
    assert [count for count, _ in classes_drawn(plot_data(POINTS, table[["kind"]])).values()] == [
        2,
        2,
    ]
    assert "error is 0.5" in plot_regression([1, 3, 3, 5], table[["size"]]).axes[0].get_title(
        "left"
    )


@pytest.mark.parametrize(
    ("inputs", "targets", "words"),
    [
        ([[0, 0], [1, 1]], [0], "2 inputs but 1 targets"),
        ([[0, 0], [np.nan, 1]], [0, 1], r"row 1 of the inputs, .* is \[nan, 1.0\].*\(1 of 2\)"),
        ([[0, np.inf], [1, 1]], [0, 1], r"row 0 of the inputs, counted from 0, is \[0.0, inf\]"),
        ([[0, 0, 0], [1, 1, 1]], [0, 1], r"shape \(2, 3\): choose two columns"),
        ([0, 1], [0, 1], r"two numbers, got inputs of shape \(2,\)"),
        ([], [], r"two numbers, got inputs of shape \(0,\)"),
        ([[0, 0], [1]], [0, 1], "not all numbers in rows of one length"),
        ([["a", 0], [1, 1]], [0, 1], "not all numbers in rows of one length .*'a'"),
        (np.ma.array([[0, 0], [1, 1]], mask=[[0, 0], [0, 1]]), [0, 1], "1 numbers of this masked"),
        ([[0, 0], [1, 1]], [0, np.nan], "row 1 of the targets, counted from 0, is nan: a point"),
        ([[0, 0], [1, 1]], [None, 1], "row 0 of the targets, counted from 0, is None"),
        ([[0, 0], [1, 1]], [[1, 0], [0, 1]], r"got targets of shape \(2, 2\).*argmax\(axis=1\)"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_and_no_point_is_lost(inputs, targets, words):
    for draw in (plot_data, lambda *data: plot_boundary(lambda pair: pair[0], *data)):
        with pytest.raises(ValueError, match=words):
            draw(inputs, targets)


def test_numbers_that_have_no_place_in_a_regression_plot_are_named():
    with pytest.raises(
        ValueError, match=r"row 1 of the predictions, counted from 0, is nan.*\(1 of 2\)"
    ):
        plot_regression([1.0, np.nan], [1.0, 2.0])
    with pytest.raises(ValueError, match="targets must be one number .*got shape \\(2, 2\\)"):
        plot_regression([1.0, 2.0], np.eye(2))


def test_every_method_has_its_line_of_errors_and_every_error_counts():
    figure = plots.plot_errors([0.1, 0.01], {f"method {i}": [-0.5, i] for i in range(6)})
    lines = figure.axes[0].lines
    assert [line.get_ydata().tolist() for line in lines] == [
        [0.5],
        *([0.5, i] for i in range(1, 6)),
    ]
    with pytest.raises(ValueError, match="2 steps but 1 errors of 'short'"):
        plots.plot_errors([0.1, 0.01], {"short": [1.0]})


def test_losses_below_zero_are_in_the_picture():
    class Record:
        losses, accuracies = [1.0, -3.0, float("nan")], []

    assert plots.plot_history(Record(), "below zero").axes[0].get_ylim()[0] == -3.0


# -- networks of a student's own ----------------------------------------------------------


class OwnNeuron:
    def __init__(self, n_inputs):
        self.w = [ClosureValue(0.5 + i) for i in range(n_inputs)]
        self.b = ClosureValue(-1.0)

    def __call__(self, inputs):
        return sum((w * x for w, x in zip(self.w, inputs)), self.b)


class OwnLayer:
    def __init__(self, n_inputs, n_outputs):
        self.neurons = [OwnNeuron(n_inputs) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]


class OwnMLP:
    def __init__(self, *sizes):
        self.layers = [OwnLayer(*pair) for pair in zip(sizes, sizes[1:])]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs


def test_a_network_of_the_student_s_own_has_a_border_and_a_diagram():
    scores = plots.grid_scores(OwnMLP(2, 1), np.array([[2.0, 3.0]]))
    assert scores.tolist() == [0.5 * 2 + 1.5 * 3 - 1]
    figure = plot_network(OwnMLP(2, 3, 1))
    assert "13 parameters" in figure.axes[0].get_title("left")
    assert figure.axes[0].get_xticklabels()[1].get_text() == "hidden layer 1\n3 neurons"


@pytest.mark.parametrize(
    "model", [Layer(2, 1), Neuron(2), lambda pair: 1.0, OwnMLP(2), ClosureValue(1.0)]
)
def test_a_model_built_in_another_way_has_no_diagram_and_the_parts_it_needs_are_named(model):
    with pytest.raises(TypeError, match=f"this {type(model).__name__} is built in another way"):
        plot_network(model)


def test_a_slow_model_is_asked_for_fewer_points():
    asked = []
    plot_boundary(lambda pair: asked.append(pair) or pair[0], POINTS, LABELS)
    assert len(asked) == 40 * 40


def test_layers_that_do_not_follow_each_other_have_no_diagram():
    model = OwnMLP(2, 3, 1)
    model.layers.append(OwnLayer(5, 1))
    with pytest.raises(TypeError, match="built in another way"):
        plot_network(model)


@pytest.mark.parametrize(
    "model", [MLP(2, [3]), OwnMLP(2, 3), lambda pair: np.zeros(3), lambda pair: (1.0, 2.0)]
)
def test_a_model_with_several_scores_has_no_border_and_the_way_out_is_named(model):
    with pytest.raises(ValueError, match=r"several for each point: .* model\(x\)\[1\] - model"):
        plot_boundary(model, POINTS, LABELS)
    plot_boundary(lambda x: model(x)[1] - model(x)[0], POINTS, LABELS, resolution=5)  # the way out


@pytest.mark.parametrize("score", [2, np.float32(2), np.array([2.0]), [2.0], [Value(2.0)], True])
def test_a_score_comes_in_any_form_of_one_number(score):
    expected = 1.0 if score is True else 2.0
    assert plots.grid_scores(lambda pair: score, np.zeros((1, 2))).tolist() == [expected]


def test_a_network_with_other_inputs_than_two_says_so():
    with pytest.raises(ValueError, match="MLP expects 3 inputs, got 2"):
        plot_boundary(MLP(3, [1]), POINTS, LABELS)


# -- colours ------------------------------------------------------------------------------


def luminance(colour):
    """Relative luminance as in WCAG 2.2."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels))


def test_words_in_a_figure_can_be_read():
    history = fit(
        MLP(2, [1]),
        POINTS,
        LABELS,
        loss=max_margin_loss,
        steps=1,
        learning_rate=0.1,
        progress=False,
    )
    used = [plots.plot_function(abs, -1, 1, slope_at=0.5), plots.plot_history(history)]
    words = [
        text.get_color()
        for figure in used
        for text in figure.findobj(matplotlib.text.Text)
        if text.get_text()
    ]
    for colour in [*plots.TEXT.values(), *words]:
        ratio = (luminance(plots.CARD) + 0.05) / (luminance(colour) + 0.05)
        assert ratio >= 4.5, colour
    assert set(plots.TEXT) >= set(plots.COLOURS)


def test_the_title_of_panels_is_clear_of_their_own_titles():
    for count, side in ((2, 2.7), (3, 2.7), (2, 3.6), (6, 2.0)):
        fig, axes = plots.panels(count, "What all of them show", side=side)
        for ax in axes:
            ax.set(title="what one shows", xlabel="x", ylabel="y")
            ax.set_aspect("equal")
        fig.draw_without_rendering()
        above = fig._suptitle.get_window_extent().y0
        assert all(ax._left_title.get_window_extent().y1 < above - 2 for ax in axes)
