"""Neurons, layers and multi-layer perceptrons, built from Values.

The four classes follow the names of PyTorch's ``torch.nn`` and the shape of Andrej
Karpathy's micrograd. A network is a ``Module``: it owns parameters and can be called.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from mgrad.engine import Value

ACTIVATIONS = {
    "tanh": Value.tanh,
    "relu": Value.relu,
    "sigmoid": Value.sigmoid,
    "linear": lambda value: value,
}


class Module:
    """Anything with parameters: a neuron, a layer, a network."""

    def parameters(self) -> list[Value]:
        """Every Value that training may change."""
        return []

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to zero, before a new backward pass."""
        for parameter in self.parameters():
            parameter.grad = 0.0


class Neuron(Module):
    """One output: the weighted sum of the inputs plus a bias, then an activation.

    Args:
        n_inputs: how many numbers the neuron reads, at least 1.
        activation: ``"tanh"``, ``"relu"``, ``"sigmoid"`` or ``"linear"``.

    Raises:
        ValueError: ``n_inputs`` is below 1, or the activation is unknown.

    Weights, then the bias, are drawn from ``random.uniform(-1, 1)``: call
    ``random.seed`` first and the same neuron comes back.
    """

    def __init__(self, n_inputs: int, activation: str = "tanh"):
        check_size("n_inputs", n_inputs)
        check_activation("activation", activation)
        self.w = [Value(random.uniform(-1, 1), label=f"w{i}") for i in range(1, n_inputs + 1)]
        self.b = Value(random.uniform(-1, 1), label="b")
        self.activation = activation

    def __call__(self, inputs: Sequence) -> Value:
        """The neuron's output for ``n_inputs`` numbers or Values."""
        check_inputs(self, inputs, len(self.w))
        return ACTIVATIONS[self.activation](Value.dot(self.w, inputs, self.b))

    def parameters(self) -> list[Value]:
        return [*self.w, self.b]

    def __repr__(self):
        return f"Neuron({len(self.w)}, activation={self.activation!r})"


class Layer(Module):
    """``n_outputs`` independent neurons that all read the same ``n_inputs`` inputs.

    Arguments and errors are those of ``Neuron``; the result of a call is always a list.
    """

    def __init__(self, n_inputs: int, n_outputs: int, activation: str = "tanh"):
        check_size("n_inputs", n_inputs)
        check_size("n_outputs", n_outputs)
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs: Sequence) -> list[Value]:
        check_inputs(self, inputs, len(self.neurons[0].w))
        inputs = [x if isinstance(x, Value) else Value(x) for x in inputs]
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self) -> list[Value]:
        return [p for neuron in self.neurons for p in neuron.parameters()]

    def __repr__(self):
        first = self.neurons[0]
        return f"Layer({len(first.w)}, {len(self.neurons)}, activation={first.activation!r})"


class MLP(Module):
    """A multi-layer perceptron: layers in a row, each feeding the next.

    Args:
        n_inputs: how many numbers one example has.
        layer_sizes: the number of neurons of each layer; the last one is the output.
        activation: activation of every layer but the last.
        output_activation: activation of the last layer.

    Raises:
        ValueError: a size is below 1, ``layer_sizes`` is empty, or an activation is unknown.

    A call returns the list of outputs, or the Value itself when there is only one.
    """

    def __init__(
        self,
        n_inputs: int,
        layer_sizes: Sequence[int],
        activation: str = "tanh",
        output_activation: str = "linear",
    ):
        check_size("n_inputs", n_inputs)
        sizes = list(layer_sizes)
        if not sizes:
            raise ValueError("layer_sizes is empty: give the size of each layer, for example [16, 16, 1]")
        for size in sizes:
            check_size("layer_sizes", size)
        check_activation("activation", activation)
        check_activation("output_activation", output_activation)
        activations = [activation] * (len(sizes) - 1) + [output_activation]
        self.layers = [Layer(*shape) for shape in zip([n_inputs, *sizes], sizes, activations)]

    def __call__(self, inputs: Sequence) -> Value | list[Value]:
        check_inputs(self, inputs, len(self.layers[0].neurons[0].w))
        outputs = inputs
        for layer in self.layers:
            outputs = layer(outputs)
        return outputs[0] if len(outputs) == 1 else outputs

    def parameters(self) -> list[Value]:
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self):
        return f"MLP of [{', '.join(map(repr, self.layers))}]"


def check_size(name: str, size: int) -> None:
    if not isinstance(size, int) or size < 1:
        raise ValueError(f"{name} must be a whole number of at least 1, got {size!r}")


def check_activation(name: str, activation: str) -> None:
    if activation not in ACTIVATIONS:
        raise ValueError(f"{name} must be one of {', '.join(ACTIVATIONS)}; got {activation!r}")


def check_inputs(module: Module, inputs: Sequence, expected: int) -> None:
    try:
        count = len(inputs)
    except TypeError:
        raise TypeError(f"{type(module).__name__} expects a list of {expected} inputs, got {inputs!r}") from None
    if count != expected:
        raise ValueError(f"{type(module).__name__} expects {expected} inputs, got {count}")
