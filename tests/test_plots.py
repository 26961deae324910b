"""The shared figures."""

import random

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from mgrad import MLP, Neuron, Tensor, Value, fit, max_margin_loss, mean_squared_error, plots

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
    assert len(figure.axes[0].lines) == 12 + 16 + 4
    assert "41 parameters" in figure.axes[0].get_title("left")


def test_regression_plots_need_one_prediction_for_each_target():
    with pytest.raises(ValueError, match="2 predictions but 1 targets"):
        plots.plot_regression([1.0, 2.0], [1.0])


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
