"""A look inside: shares counted by hand, gradients by nudges, nothing changed on the way."""

import random

import numpy as np
import pytest

from mgrad import MLP, Tensor, cross_entropy, load_names, look_inside, max_margin_loss, read_layers

BATCH = Tensor([[0.5, -1.0], [1.5, 0.25], [-2.0, 1.0]]), [0, 1, 1]


def network(activation="tanh", scale=1.0):
    random.seed(5)
    model = MLP(2, [4, 3, 2], activation=activation, engine=Tensor)
    for p in model.parameters():
        p.data *= scale
    return model


def test_each_layer_of_activations_is_read_with_its_outputs_and_gradients():
    model = network()
    first, second = read_layers(model, BATCH)
    assert (first.activation, first.outputs.shape, second.gradients.shape) == (
        "tanh",
        (3, 4),
        (3, 3),
    )
    np.testing.assert_array_equal(first.outputs, model.layers[0](BATCH[0]).data)
    rest, h = (lambda hidden: model.layers[2](model.layers[1](Tensor(hidden)))), 1e-6
    for place in np.ndindex(3, 4):
        up, down = first.outputs.copy(), first.outputs.copy()
        up[place] += h
        down[place] -= h
        above, below = (cross_entropy(rest(x), BATCH[1]).item() for x in (up, down))
        assert first.gradients[place] == pytest.approx((above - below) / (2 * h), abs=1e-8)


@pytest.mark.parametrize(
    ("activation", "is_flat"),
    [
        ("tanh", lambda y: np.abs(y) > 0.97),
        ("sigmoid", lambda y: (y > 0.97) | (y < 0.03)),
        ("relu", lambda y: y == 0.0),
    ],
)
def test_flat_outputs_and_dead_units_are_counted(activation, is_flat):
    layers = read_layers(network(activation, scale=8.0), BATCH)
    assert any(0 < layer.saturated < 1 for layer in layers)
    for layer in layers:
        flat = is_flat(layer.outputs)
        assert layer.saturated == pytest.approx(flat.mean())
        assert layer.dead == pytest.approx(flat.all(axis=0).mean())


def test_the_parameters_and_their_gradients_stay_as_they_are():
    model = network()
    cross_entropy(model(BATCH[0]), BATCH[1]).backward()
    before = [(p.data.tolist(), p.grad.tolist()) for p in model.parameters()]
    look_inside(model, BATCH, learning_rate=0.1)
    assert [(p.data.tolist(), p.grad.tolist()) for p in model.parameters()] == before


def test_the_figure_says_which_layer_answers_least_and_how_far_the_weights_move():
    fig = look_inside(network(scale=3.0), BATCH, learning_rate=0.1)
    worst = max(read_layers(network(scale=3.0), BATCH), key=lambda layer: layer.saturated)
    assert f"{worst.saturated:.0%} of its outputs" in fig.get_suptitle()
    titles = [ax.get_title(loc="left") for ax in fig.axes]
    assert titles == ["outputs", "gradients of outputs", "update over weight"]
    model, (moved,) = network(scale=3.0), fig.axes[2].lines
    cross_entropy(model(BATCH[0]), BATCH[1]).backward()
    first = model.parameters()[0]
    assert moved.get_ydata()[0] == pytest.approx(0.1 * first.grad.std() / first.data.std())


def test_the_title_tells_what_is_most_alarming():
    examples = Tensor([[0.5, -1.0], [1.5, 0.25], [-2.0, 1.0], [0.3, 0.4]]), [0, 1, 1, 0]

    def title(scale, activation="tanh"):
        random.seed(5)
        model = MLP(2, [8, 8, 8, 2], activation, engine=Tensor)
        for layer in model.layers:
            layer.w.data, layer.b.data = scale * layer.w.data, 0.0 * layer.b.data
        if scale == 1.0:
            model.layers[1].b.data = [-50.0] * 8
        return look_inside(model, examples).get_suptitle()

    assert title(0.05) == "The outputs fade: the last layer gives 1.0% of the size of the first"
    assert title(0.6) == "All layers answer, and none of them fades"
    assert "answers least" in title(3.0)
    assert title(1.0, "relu") == "Layer 2 is dead: 100% of its units never answer"


def test_a_relu_of_the_loss_is_no_layer():
    model = MLP(2, [3, 1], engine=Tensor)
    (layer,) = read_layers(model, (BATCH[0], [-1, 1, 1]), max_margin_loss)
    np.testing.assert_array_equal(layer.outputs, model.layers[0](BATCH[0]).data)


def test_a_network_without_any_gradient_has_its_figure_too():
    fig = look_inside(network(), BATCH, loss=lambda s, y: 0.0 * s.sum(), learning_rate=0.1)
    assert not fig.axes[2].lines[0].get_ydata().any()


def test_what_cannot_be_looked_at_says_so():
    with pytest.raises(TypeError, match="make the network with engine=Tensor"):
        look_inside(MLP(2, [2, 1]), ([[1.0, 2.0]], [1]), loss=max_margin_loss)
    with pytest.raises(ValueError, match="no tanh, sigmoid or relu"):
        look_inside(network("linear"), BATCH)
    with pytest.raises(ValueError, match="layer 1 .* not all finite.*before the step"):
        look_inside(network(scale=np.nan), BATCH)


def test_the_names_are_those_of_the_census():
    names = load_names()
    assert len(names) == len(set(names)) == 5163 and sum(map(len, names)) == 30959
    assert names == sorted(names) and {len(name) for name in names} == set(range(2, 12))
    assert set("".join(names)) == set("abcdefghijklmnopqrstuvwxyz")
