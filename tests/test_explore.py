"""The live figures."""

import matplotlib
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


@pytest.fixture(params=FIGURES)
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


def test_where_widgets_cannot_run_the_first_picture_is_shown(live):
    bundle, metadata = live._repr_mimebundle_()
    assert {"application/vnd.jupyter.widget-view+json", "image/png", "text/plain"} <= set(bundle)
    assert bundle["text/plain"].startswith("Live figure. ") and metadata["image/png"]["width"] > 300


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
