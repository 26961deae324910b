"""Neurons, layers and multi-layer perceptrons, built from Values.

The four classes follow the names of PyTorch's ``torch.nn`` and the shape of Andrej
Karpathy's micrograd. A network is a ``Module``: it owns parameters and can be called.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from operator import methodcaller

from mgrad.engine import Value

ACTIVATIONS = {  # methods that Value and Tensor have in common
    "tanh": methodcaller("tanh"),
    "relu": methodcaller("relu"),
    "sigmoid": methodcaller("sigmoid"),
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

    Arguments and errors are those of ``Neuron``. ``engine`` is ``Value``, or ``Tensor`` for
    a layer that holds the weights of its neurons as the columns of one array ``w`` of shape
    (n_inputs, n_outputs), and their biases as one array ``b`` of shape (n_outputs,).

    A call returns a list of ``n_outputs`` Values; with Tensors it takes a whole batch of
    shape (n, n_inputs) and returns a Tensor of shape (n, n_outputs).
    """

    def __init__(
        self, n_inputs: int, n_outputs: int, activation: str = "tanh", engine: type = Value
    ):
        check_size("n_inputs", n_inputs)
        check_size("n_outputs", n_outputs)
        self.shape, self.activation, self.engine = (n_inputs, n_outputs), activation, engine
        neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]
        if engine is Value:
            self.neurons = neurons
        else:  # the same random numbers, in two arrays
            self.w = engine(
                [[neuron.w[i].data for neuron in neurons] for i in range(n_inputs)], label="w"
            )
            self.b = engine([neuron.b.data for neuron in neurons], label="b")

    def __call__(self, inputs: Sequence) -> list[Value] | Tensor:
        if self.engine is Value:
            check_inputs(self, inputs, self.shape[0])
            inputs = [x if isinstance(x, Value) else Value(x) for x in inputs]
            return [neuron(inputs) for neuron in self.neurons]
        return ACTIVATIONS[self.activation](
            check_batch(self, inputs, self.shape[0]) @ self.w + self.b
        )

    def parameters(self) -> list:
        if self.engine is Value:
            return [p for neuron in self.neurons for p in neuron.parameters()]
        return [self.w, self.b]

    def __repr__(self):
        return f"Layer({self.shape[0]}, {self.shape[1]}, activation={self.activation!r})"


class MLP(Module):
    """A multi-layer perceptron: layers in a row, each feeding the next.

    Args:
        n_inputs: how many numbers one example has.
        layer_sizes: the number of neurons of each layer; the last one is the output.
        activation: activation of every layer but the last.
        output_activation: activation of the last layer.
        engine: ``Value``, or ``Tensor`` to compute on whole batches of examples. The same
            seed gives the same network on both.

    Raises:
        ValueError: a size is below 1, ``layer_sizes`` is empty, or an activation is unknown.

    A call takes one example and returns the list of outputs, or the Value itself when there
    is only one. With Tensors it takes a batch (n, n_inputs) and returns a Tensor of shape
    (n, outputs), or (n,) when there is only one output.
    """

    def __init__(
        self,
        n_inputs: int,
        layer_sizes: Sequence[int],
        activation: str = "tanh",
        output_activation: str = "linear",
        engine: type = Value,
    ):
        check_size("n_inputs", n_inputs)
        sizes = list(layer_sizes)
        if not sizes:
            raise ValueError(
                "layer_sizes is empty: give the size of each layer, for example [16, 16, 1]"
            )
        for size in sizes:
            check_size("layer_sizes", size)
        check_activation("activation", activation)
        check_activation("output_activation", output_activation)
        activations = [activation] * (len(sizes) - 1) + [output_activation]
        self.layers = [
            Layer(*shape, engine) for shape in zip([n_inputs, *sizes], sizes, activations)
        ]
        self.engine = engine

    def __call__(self, inputs: Sequence) -> Value | list[Value] | Tensor:
        check = check_inputs if self.engine is Value else check_batch
        outputs = check(self, inputs, self.layers[0].shape[0])
        for layer in self.layers:
            outputs = layer(outputs)
        if self.layers[-1].shape[1] > 1:
            return outputs
        return outputs[0] if self.engine is Value else outputs.reshape(-1)

    def parameters(self) -> list:
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self):
        return f"MLP of [{', '.join(map(repr, self.layers))}]"


def check_size(name: str, size: int) -> None:
    if not isinstance(size, int) or size < 1:
        raise ValueError(f"{name} must be a whole number of at least 1, got {size!r}")


def check_activation(name: str, activation: str) -> None:
    if activation not in ACTIVATIONS:
        raise ValueError(f"{name} must be one of {', '.join(ACTIVATIONS)}; got {activation!r}")


def check_inputs(module: Module, inputs: Sequence, expected: int) -> Sequence:
    try:
        count = len(inputs)
    except TypeError:
        raise TypeError(
            f"{type(module).__name__} expects a list of {expected} inputs, got {inputs!r}"
        ) from None
    if count != expected:
        raise ValueError(f"{type(module).__name__} expects {expected} inputs, got {count}")
    return inputs


def check_batch(module: Module, inputs: Sequence, expected: int) -> Sequence:
    """An array or Tensor of shape (n, expected); a list of rows becomes one."""
    batch = inputs if hasattr(inputs, "shape") else module.engine(inputs)
    if len(batch.shape) != 2 or batch.shape[1] != expected:
        raise ValueError(
            f"{type(module).__name__} expects a batch of shape (n, {expected}), got shape "
            f"{tuple(batch.shape)}"
        )
    return batch
