"""The live figures."""

import html
import io
import sys

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from mgrad import explore

XOR = [[0.0, 0.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]], [-1, -1, 1, 1]
FIGURES = {
    "tangent": explore.explore_tangent,
    "descent": explore.explore_descent,
    "activation": explore.explore_activation,
    "neuron": explore.explore_neuron,
    "training": lambda: explore.explore_training(*XOR, layer_sizes=[4, 1]),
}


@pytest.fixture(params=FIGURES, scope="module")  # to draw one takes longer than to move it
def live(request):
    return FIGURES[request.param]()


def test_moving_a_control_redraws_the_picture_and_the_sentence(live):
    for control in live.controls.values():
        picture, sentence = live._image.value, live.sentence
        if hasattr(control, "options"):
            control.value = control.options[-1]
        else:
            control.value = control.value + (control.step or 1)
        if control.description == "rate" and "train" in live.controls:
            continue
        assert (live._image.value, live.sentence) != (
            picture,
            sentence,
        ) or control.description == "rate"


def test_who_does_not_see_the_picture_is_told_what_it_shows(live):
    control = list(live.controls.values())[-1]
    for setting in (control.value, control.max):
        control.value = setting
        assert live._image.tooltip == f"Figure: {live.sentence}"
    assert live._image.get_state()["description"] == ""  # else the page leaves the tooltip out


def test_where_widgets_cannot_run_the_first_picture_is_shown(live):
    bundle, _ = live._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(bundle)
    words = bundle["text/plain"]
    assert words.startswith("Live figure. Figure: ") and words.endswith(live.sentence)
    assert f'<img alt="{html.escape(words)}" width="' in bundle["text/html"]


def test_the_same_setting_gives_the_same_picture(live):
    before = live._image.value
    control = list(live.controls.values())[-1]
    start = control.value
    control.value = control.max
    control.value = start
    assert live._image.value == before


def test_the_tangent_sentence_has_the_numbers_of_lesson_1():
    live = explore.explore_tangent()
    live.controls["exponent"].value = -2
    assert "= 14.0300, the tangent has slope 14.0000" in live.sentence


@pytest.mark.parametrize(("rate", "outcome"), [(0.165, "x = 0.6667"), (0.34, "x = -3.281")])
def test_descent_converges_below_one_third_and_diverges_above(rate, outcome):
    live = explore.explore_descent()
    live.controls["rate"].value = rate
    assert outcome in live.sentence


def test_the_activation_figure_shows_the_engine_s_slope():
    live = explore.explore_activation()
    live.controls["n"].value = 0.0
    assert "tanh(0.00) = 0.0000, slope 1.0000" in live.sentence
    live.controls["activation"].value = "sigmoid"
    assert "sigmoid(0.00) = 0.5000, slope 0.2500" in live.sentence


def test_training_steps_forward_and_starts_again_when_it_is_reset():
    live = explore.explore_training(*XOR, layer_sizes=[8, 1], seed=0)
    first = live.sentence
    live.controls["tick"].value = 60
    assert "after 60 updates" in live.sentence and "100%" in live.sentence
    *_, one_step, reset = live.children[0].children
    one_step.click()
    assert "after 61 updates" in live.sentence
    reset.click()
    assert live.sentence == first


@pytest.mark.parametrize(
    ("labels", "container"),
    [([0, 0, 1, 1], np.array), (["a", "a", "b", "b"], list), ([False, False, True, True], iter)],
)
def test_labels_of_any_kind_mark_two_classes_and_every_point_is_in_the_picture(labels, container):
    points = [[0.0, 0.0], [3.0, 4.0], [0.0, -5.0], [1.0, 0.0]]
    for live in (
        explore.explore_neuron(container(points), container(labels)),
        explore.explore_training(container(points), container(labels), layer_sizes=[2, 1]),
    ):
        ax = live.figure.axes[0]
        drawn = [point for group in ax.collections for point in group.get_offsets().tolist()]
        assert sorted(drawn) == sorted(points)
        for axis, (low, high) in enumerate((ax.get_xlim(), ax.get_ylim())):
            assert all(low < point[axis] < high for point in drawn)


def test_labels_0_and_1_train_like_labels_minus_1_and_1():
    points, labels = XOR
    ours = explore.explore_training(points, [(y + 1) // 2 for y in labels], layer_sizes=[4, 1])
    assert ours.sentence == explore.explore_training(points, labels, layer_sizes=[4, 1]).sentence
    neuron = explore.explore_neuron([[-1, -1], [1, 1]], [0, 1])
    assert "100% of the points" in neuron.sentence


@pytest.mark.parametrize("explore_points", [explore.explore_neuron, explore.explore_training])
def test_more_than_two_classes_and_lost_points_are_refused(explore_points):
    points = XOR[0]
    with pytest.raises(ValueError, match="one border parts two classes, and the targets have 3"):
        explore_points(points, [0, 1, 2, 2])
    with pytest.raises(ValueError, match="4 inputs but 3 targets"):
        explore_points(points, [0, 1, 1])
    with pytest.raises(ValueError, match="row 0 of the inputs, counted from 0, is"):
        explore_points([[float("nan"), 0.0], *points[1:]], [0, 1, 1, 1])


def test_a_network_with_several_outputs_has_no_border():
    with pytest.raises(ValueError, match=r"one border needs a last layer of size 1, got \[4, 2\]"):
        explore.explore_training(*XOR, layer_sizes=[4, 2])


def test_a_loss_that_starts_high_is_in_the_picture():
    points = [[100.0 * x, 100.0 * y] for x, y in XOR[0]]
    live = explore.explore_training(points, XOR[1], layer_sizes=[1], seed=1)
    loss = live.figure.axes[1]
    assert loss.get_ylim()[1] > loss.lines[0].get_ydata()[0] > 1.2


def test_a_terminal_of_few_characters_gets_plainer_words(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "ascii"))
    live = explore.explore_neuron()
    live.controls["b"].value = -1.0
    bundle, _ = live._repr_mimebundle_()
    assert "tanh(1.0*x1 + 1.0*x2 - 1.0)" in bundle["text/plain"]
