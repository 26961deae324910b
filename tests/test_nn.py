"""Neurons, layers and networks."""

import random

import numpy as np
import pytest

from mgrad import MLP, Layer, Module, Neuron, Tensor, Value


def test_a_neuron_draws_its_weights_then_its_bias_from_random():
    random.seed(1337)
    expected = [random.uniform(-1, 1) for _ in range(3)]
    random.seed(1337)
    neuron = Neuron(2)
    assert [w.data for w in neuron.w] + [neuron.b.data] == expected
    assert expected == [0.23550571390294128, 0.06653114721000164, -0.26830328150124894]


def test_the_seeded_neuron_of_the_course():
    random.seed(1337)
    neuron = Neuron(2)
    out = neuron([2.0, 3.0])
    out.backward()
    assert out.data == pytest.approx(0.3819165660454811, rel=1e-12)
    assert [p.grad for p in neuron.parameters()] == pytest.approx(
        [1.7082794731600555, 2.5624192097400833, 0.8541397365800277], rel=1e-12
    )


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "linear"])
def test_a_neuron_is_dot_then_activation_and_equals_plus_and_times(activation):
    random.seed(1)
    neuron = Neuron(3, activation)
    x = [Value(0.5), Value(-1.0), Value(2.0)]
    out = neuron(x)
    by_hand = neuron.b
    for w, xi in zip(neuron.w, x):
        by_hand = by_hand + w * xi
    by_hand = by_hand if activation == "linear" else getattr(by_hand, activation)()
    assert out.data == by_hand.data
    assert (out if activation == "linear" else out._prev[0])._op == "dot"


@pytest.mark.parametrize(
    ("module", "count"),
    [
        (lambda: Neuron(2), 3),
        (lambda: Layer(2, 3), 9),
        (lambda: Layer(3, 3), 12),
        (lambda: MLP(2, [4, 4, 1]), 37),
        (lambda: MLP(3, [4, 4, 1]), 41),
        (lambda: MLP(3, [6, 6, 1]), 73),
        (lambda: MLP(3, [8, 8, 1]), 113),
        (lambda: MLP(2, [16, 16, 1]), 337),
    ],
)
def test_parameter_counts(module, count):
    parameters = module().parameters()
    assert len(parameters) == count == len(set(parameters)) and all(
        isinstance(p, Value) for p in parameters
    )


def test_zero_grad_resets_every_parameter():
    model = MLP(2, [3, 1])
    model([1.0, 2.0]).backward()
    model.zero_grad()
    assert all(p.grad == 0.0 for p in model.parameters())


def test_a_module_without_parameters_has_an_empty_list():
    assert Module().parameters() == []


def test_the_last_layer_has_its_own_activation():
    model = MLP(2, [3, 4, 1], activation="relu", output_activation="sigmoid")
    assert [layer.neurons[0].activation for layer in model.layers] == ["relu", "relu", "sigmoid"]
    assert MLP(2, [3, 1]).layers[-1].neurons[0].activation == "linear"


@pytest.mark.parametrize(
    "inputs", [[1, 2], (1.0, 2.0), np.array([1.0, 2.0]), [Value(1.0), Value(2.0)]]
)
def test_inputs_may_be_lists_tuples_arrays_and_values(inputs):
    random.seed(5)
    for module in (Neuron(2), MLP(2, [3, 1])):
        assert module(inputs).data == module([1.0, 2.0]).data
    assert len(Layer(2, 3)(inputs)) == 3


def test_repr_tells_the_shape():
    assert repr(Neuron(2)) == "Neuron(2, activation='tanh')"
    assert (
        repr(MLP(2, [3, 1]))
        == "MLP of [Layer(2, 3, activation='tanh'), Layer(3, 1, activation='linear')]"
    )


@pytest.mark.parametrize("whole", [np.int64, np.uint8, int])
def test_sizes_may_be_whole_numbers_of_numpy(whole):
    model = MLP(whole(2), np.array([3, 1]))
    assert repr(model) == repr(MLP(2, [3, 1])) and model.layers[0].shape == (2, 3)
    assert len(Layer(whole(2), whole(3))([1.0, 2.0])) == len(Neuron(whole(3)).w) == 3


def test_a_layer_of_tensors_holds_the_same_numbers_as_columns():
    random.seed(3)
    values = Layer(2, 3, "relu")
    random.seed(3)
    tensors = Layer(2, 3, "relu", engine=Tensor)
    assert isinstance(tensors, Layer) and repr(tensors) == repr(values)
    assert tensors.w.data.T.tolist() == [[w.data for w in neuron.w] for neuron in values.neurons]
    batch = [[0.5, -1.0], [2.0, 0.25]]
    assert tensors(batch).data == pytest.approx(
        np.array([[out.data for out in values(row)] for row in batch])
    )


# -- what bad input gets -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Neuron(0), "n_inputs must be a whole number of at least 1, got 0"),
        (lambda: Neuron(2.5), "n_inputs must be a whole number of at least 1, got 2.5"),
        (lambda: Layer(2, 0), "n_outputs must be"),
        (lambda: Layer(-1, 2), "n_inputs must be"),
        (lambda: MLP(0, [1]), "n_inputs must be"),
        (lambda: MLP(2, []), "layer_sizes is empty"),
        (lambda: Neuron(True), "n_inputs must be a whole number of at least 1, got True"),
        (lambda: MLP(2, [np.float64(3.0)]), "layer_sizes must be a whole number"),
        (lambda: MLP("2", [3]), "n_inputs must be a whole number of at least 1, got '2'"),
        (lambda: MLP(2, [3, 0]), "layer_sizes must be"),
        (
            lambda: Neuron(2, "tahn"),
            "activation must be one of tanh, relu, sigmoid, linear; got 'tahn'",
        ),
        (lambda: Layer(2, 1, None), "activation must be one of"),
        (lambda: MLP(2, [1], "Tanh"), "activation must be one of"),
        (lambda: MLP(2, [1], output_activation="softmax"), "output_activation must be one of"),
    ],
)
def test_wrong_sizes_and_activations_are_value_errors_naming_the_argument(make, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        make()


@pytest.mark.parametrize(
    ("module", "name"), [(Neuron(3), "Neuron"), (Layer(3, 2), "Layer"), (MLP(3, [2, 1]), "MLP")]
)
def test_wrong_inputs_name_the_module_and_both_counts(module, name):
    with pytest.raises(ValueError, match=f"^{name} expects 3 inputs, got 2$"):
        module([1.0, 2.0])
    with pytest.raises(TypeError, match=f"^{name} expects a list of 3 inputs, got 1.0$"):
        module(1.0)


@pytest.mark.parametrize("make", [Neuron, lambda n, **options: Layer(n, 1, **options)])
def test_nonlin_of_micrograd_is_translated(make):
    with pytest.raises(TypeError, match="activation='relu' for nonlin=True and .*'linear'"):
        make(2, nonlin=False)
    with pytest.raises(TypeError, match="no argument 'activaton'"):
        make(2, activaton="relu")


def test_layer_sizes_are_a_list():
    with pytest.raises(TypeError, match=r"layer_sizes must be a list, for example .*, got 8"):
        MLP(2, 8)
