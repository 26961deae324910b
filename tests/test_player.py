"""The stepper through a backward pass."""

import json
import xml.etree.ElementTree as ElementTree

import pytest
from check.closure_engine import ClosureValue
from test_graph import moons_loss

from mgrad import MLP, Value, play_backward


def tangle():
    x = Value(1.0, "x")
    y = x * 2.0
    z = y * 3.0
    s = y + z
    T = y * s
    y.label, z.label, s.label, T.label = "y", "z", "s", "T"
    return x, T


def test_the_frames_are_forward_seed_one_per_operation_and_the_end():
    _, T = tangle()
    frames = play_backward(T).frames
    assert len(frames) == 1 + 1 + 4 + 1
    assert "Every grad is 0" in frames[0]["text"] and set(frames[0]["grads"]) == {"0.0000"}
    assert "T.grad = 1" in frames[1]["text"] and frames[1]["grads"][-1] == "1.0000"


def test_each_step_says_local_times_upstream_and_shows_the_sum_where_a_value_is_used_again():
    _, T = tangle()
    player = play_backward(T)
    assert "T = y × s passes on 1. y.grad += 8 × 1 = 8; s.grad += 2 × 1 = 2." in player.text
    assert "y.grad += 1 × 2 = 2, which makes 8 + 2 = 10" in player.text
    assert player.frames[2]["flow"] == [
        {"parent": 2, "text": "8 × 1 = 8"},
        {"parent": 5 - 0, "text": "2 × 1 = 2"},
    ]


def test_the_last_grads_are_those_of_the_engine_and_the_graph_is_untouched():
    x, T = tangle()
    x.grad = 7.0
    frames = play_backward(T).frames
    assert x.grad == 7.0 and T.grad == 0.0
    x.grad = 0.0
    T.backward()
    assert frames[-1]["grads"][0] == f"{x.grad:.4f}" == "32.0000"


def test_jupyter_gets_a_picture_the_steps_as_a_list_and_a_script():
    bundle = play_backward(tangle()[1])._repr_mimebundle_()
    html, script = bundle["text/html"].split("\n<script>", 1)
    player = ElementTree.fromstring(html)
    assert player.find(".//img").get("src").startswith(
        "data:image/svg+xml;base64,"
    ) and player.find(".//img").get("alt")
    assert len(player.findall(".//li")) == 7 == len(json.loads(player.get("data-frames")))
    assert "aria-live" in script and "prefers-reduced-motion" in script
    assert bundle["text/plain"].startswith("0. The forward pass is done")


def test_where_scripts_do_not_run_the_page_says_what_to_do_in_place_of_the_buttons():
    html, script = play_backward(tangle()[1])._repr_mimebundle_()["text/html"].split("<script>")
    (words,) = ElementTree.fromstring(html).findall("p")
    assert words.text == "Run this cell to step through the picture."
    assert f'querySelector(".{words.get("class")}").remove()' in script


def test_a_hostile_label_stays_text():
    a = Value(1.0, "</script><img src=x onerror=alert(1)>")
    html = play_backward(a * 2)._repr_mimebundle_()["text/html"]
    assert html.count("<script") == html.count("</script>") == 1 and "<img src=x" not in html


def test_two_runs_give_the_same_page():
    assert (
        play_backward(tangle()[1])._repr_mimebundle_()
        == play_backward(tangle()[1])._repr_mimebundle_()
    )


def test_more_than_sixty_values_are_not_played_and_a_smaller_part_is_named():
    loss, model, inputs = moons_loss()
    for root, size in ((loss, "7,540"), (MLP(2, [20, 1])([1.0, 2.0]), "124")):
        player = play_backward(root)
        reason, _, advice = player._repr_mimebundle_()["text/plain"].partition(". ")
        assert reason == f"This graph has {size} values, too many to read (60 at most)"
        assert set(player._repr_mimebundle_()) == {"text/plain"} and len(player.text) < 300
        assert player.frames == [] and repr(player) == player.text == player.message
    names = {"play_backward": play_backward, "model": model, "inputs": inputs}
    assert eval(advice.partition(": ")[2], names).frames  # followed to the letter


def test_an_engine_with_closures_is_played_like_the_course_s_and_left_as_it_was():
    steps = []
    for engine in (Value, ClosureValue):
        a, b = engine(2.0, "a"), engine(-3.0, "b")
        root = (a * b + a) ** 2
        b.grad = 5
        steps.append(play_backward(root).frames)
        assert (a.grad, b.grad, root.grad) == (0, 5, 0)
    assert steps[0] == steps[1]


def test_micrograd_s_values_are_played():
    micrograd = pytest.importorskip("micrograd.engine")
    a = micrograd.Value(2.0)
    assert "-3.0000" in play_backward((a * -3.0 + 10).relu()).frames[-1]["grads"]


def test_an_engine_without_local_derivatives_is_refused_with_what_it_can_do():
    class Plain:
        data, _prev = 1.0, ()

    node = Plain()
    node._prev = (Plain(),)
    with pytest.raises(
        TypeError, match="Plain keeps neither its local derivatives .*: draw_dot can"
    ):
        play_backward(node)
    with pytest.raises(TypeError, match="expected a Value"):
        play_backward(3.0)
