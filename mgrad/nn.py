"""Neurons, layers and multi-layer perceptrons, built from Values.

The four classes follow the names of PyTorch's ``torch.nn`` and the shape of Andrej
Karpathy's micrograd. A network is a ``Module``: it owns parameters and can be called.
"""

from __future__ import annotations

import operator
import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mgrad._data import is_row, is_tensor, plain, refuse_table
from mgrad._numbers import as_float
from mgrad.engine import Value

if TYPE_CHECKING:
    from mgrad.tensor import Tensor

ACTIVATIONS = {  # methods that Value and Tensor have in common
    "tanh": operator.methodcaller("tanh"),
    "relu": operator.methodcaller("relu"),
    "sigmoid": operator.methodcaller("sigmoid"),
    "linear": lambda value: value,
}


class Module:
    """Anything with parameters: a neuron, a layer, a network."""

    def parameters(self) -> list[Value]:
        """Every Value (or Tensor) that training may change."""
        return []

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to zero, before a new backward pass."""
        for parameter in self.parameters():
            parameter.grad = 0.0

    def state(self) -> dict[str, float | list]:
        """A copy of the numbers of all parameters, to keep or to save.

        A parameter has the name of the attribute that holds it, after the names on the way to
        it; a list of parameters is one list of numbers. An MLP has ``"layers.0.w"`` of shape
        (n_inputs, n_outputs) and ``"layers.0.b"`` of shape (n_outputs,), and so on: the same on
        Values and on Tensors, so that one loads the state of the other::

            best = model.state()                      # keep, and later model.load(best)
            json.dump(model.state(), file)            # save, and later
            model.load(json.load(file))
            np.savez("model.npz", **model.state())    # or, with NumPy,
            model.load(np.load("model.npz"))

        Raises:
            ValueError: a parameter is in no attribute, so that it has no name.
        """
        return {name: numbers_in(block) for name, block in name_blocks(self).items()}

    def load(self, state: Mapping) -> None:
        """Put the numbers of ``state`` into the parameters: all, or after an error none.

        Args:
            state: what ``state()`` of a module of the same shape returned, perhaps by way of a
                file: numbers, nested lists or arrays by name.

        Raises:
            ValueError: a name is missing or unknown, or has numbers of another shape.
            TypeError: ``state`` is no dictionary, or holds something that is no number.
        """
        blocks = name_blocks(self)
        numbers = check_state(state, blocks)
        for name, block in blocks.items():
            put_numbers(block, numbers[name])

    def named_parts(self) -> dict:
        """Where ``state`` looks for parameters: the attributes, by name."""
        return vars(self)


class Neuron(Module):
    """One output: the weighted sum of the inputs plus a bias, then an activation.

    Args:
        n_inputs: how many numbers the neuron reads, at least 1.
        activation: ``"tanh"``, ``"relu"``, ``"sigmoid"`` or ``"linear"``.

    Raises:
        ValueError: ``n_inputs`` is below 1, or the activation is unknown.
        TypeError: an argument is unknown.

    Weights, then the bias, are drawn from ``random.uniform(-1, 1)``: call
    ``random.seed`` first and the same neuron comes back.
    """

    def __init__(self, n_inputs: int, activation: str = "tanh", **unknown):
        refuse_arguments("Neuron", unknown)
        n_inputs = check_size("n_inputs", n_inputs)
        check_activation("activation", activation)
        self.w = [Value(random.uniform(-1, 1), label=f"w{i}") for i in range(1, n_inputs + 1)]
        self.b = Value(random.uniform(-1, 1), label="b")
        self.activation = activation

    def __call__(self, inputs: Sequence) -> Value:
        """The neuron's output for ``n_inputs`` numbers or Values."""
        check_inputs("Neuron", inputs, len(self.w))
        return ACTIVATIONS[self.activation](Value.dot(self.w, inputs, self.b))

    def parameters(self) -> list[Value]:
        return [*self.w, self.b]

    def __repr__(self):
        return f"Neuron({len(self.w)}, activation={self.activation!r})"


class Layer(Module):
    """``n_outputs`` independent neurons that all read the same ``n_inputs`` inputs.

    Arguments and errors are those of ``Neuron``. A call returns a list of ``n_outputs`` Values.
    With ``engine=Tensor`` it is a ``TensorLayer``, which reads a whole batch at once.
    """

    def __new__(cls, n_inputs=1, n_outputs=1, activation="tanh", engine=Value, **unknown):
        # the one place that asks for the engine, as pathlib.Path() asks for the system
        return super().__new__(TensorLayer if cls is Layer and engine is not Value else cls)

    def __init__(
        self,
        n_inputs: int,
        n_outputs: int,
        activation: str = "tanh",
        engine: type = Value,
        **unknown,
    ):
        refuse_arguments("Layer", unknown)
        if not isinstance(engine, type):
            raise TypeError(f"engine must be the class Value or Tensor itself, got {engine!r}")
        self.shape = check_size("n_inputs", n_inputs), check_size("n_outputs", n_outputs)
        self.activation, self.engine = activation, engine
        self.hold([Neuron(n_inputs, activation) for _ in range(self.shape[1])])

    def hold(self, neurons: list[Neuron]) -> None:
        """Keep the parameters of freshly drawn neurons."""
        self.neurons = neurons

    def __call__(self, inputs: Sequence) -> list[Value]:
        inputs = self.check(inputs)
        try:
            inputs = [x if isinstance(x, Value) else Value(x) for x in inputs]
        except TypeError:
            refuse_examples(inputs)
            raise
        return [neuron(inputs) for neuron in self.neurons]

    def check(self, inputs: Sequence, reader: str = "Layer") -> Sequence:
        """The inputs if they fit; the error names the ``reader``."""
        refuse_table(f"the inputs of {reader}", inputs)
        return check_inputs(reader, inputs, self.shape[0])

    def unwrap(self, outputs: list[Value]) -> Value:
        """The output itself where there is only one."""
        return outputs[0]

    def parameters(self) -> list[Value]:
        return [p for neuron in self.neurons for p in neuron.parameters()]

    def named_parts(self) -> dict:
        """The weights as a ``TensorLayer`` holds them: one column for each neuron."""
        others = {name: part for name, part in vars(self).items() if name != "neurons"}
        rows = [[neuron.w[i] for neuron in self.neurons] for i in range(self.shape[0])]
        return {**others, "w": rows, "b": [neuron.b for neuron in self.neurons]}

    def __repr__(self):
        return f"Layer({self.shape[0]}, {self.shape[1]}, activation={self.activation!r})"


class TensorLayer(Layer):
    """A layer that holds the weights of its neurons in two arrays: ``Layer(..., engine=Tensor)``.

    ``w`` has shape (n_inputs, n_outputs), one column for each neuron, and ``b`` (n_outputs,):
    the same random numbers. A call takes a batch of shape (n, n_inputs) and returns a Tensor of
    shape (n, n_outputs).
    """

    def hold(self, neurons: list[Neuron]) -> None:
        rows = [[neuron.w[i].data for neuron in neurons] for i in range(self.shape[0])]
        self.w = self.engine(rows, label="w")
        self.b = self.engine([neuron.b.data for neuron in neurons], label="b")

    def __call__(self, inputs: Sequence) -> Tensor:
        batch = self.check(inputs)  # (n, n_inputs)
        return ACTIVATIONS[self.activation](batch @ self.w + self.b)  # (n, n_outputs)

    def check(self, inputs: Sequence, reader: str = "Layer") -> Sequence:
        batch = inputs if is_tensor(inputs) else plain(inputs)
        batch = batch if hasattr(batch, "shape") else self.engine(batch)  # rows in a list
        if len(batch.shape) != 2 or batch.shape[1] != self.shape[0]:
            raise ValueError(
                f"{reader} expects a batch of shape (n, {self.shape[0]}), got shape "
                f"{tuple(batch.shape)}"
            )
        return batch

    def unwrap(self, outputs: Tensor) -> Tensor:
        return outputs.reshape(-1)  # (n, 1) to (n,)

    def parameters(self) -> list:
        return [self.w, self.b]

    def named_parts(self) -> dict:
        return vars(self)


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
        TypeError: ``layer_sizes`` is no list.

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
        sizes = [check_size("n_inputs", n_inputs), *check_sizes(layer_sizes)]
        check_activation("activation", activation)
        check_activation("output_activation", output_activation)
        activations = [activation] * (len(sizes) - 2) + [output_activation]
        self.layers = [Layer(*shape, engine) for shape in zip(sizes, sizes[1:], activations)]
        self.engine = engine

    def __call__(self, inputs: Sequence) -> Value | list[Value] | Tensor:
        first, last = self.layers[0], self.layers[-1]
        outputs = first.check(inputs, "MLP")
        for layer in self.layers:
            outputs = layer(outputs)
        return outputs if last.shape[1] > 1 else last.unwrap(outputs)

    def parameters(self) -> list:
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self):
        return f"MLP of [{', '.join(map(repr, self.layers))}]"


# -- the checks of arguments -----------------------------------------------------------------


def check_size(name: str, size: int, least: int = 1) -> int:
    """``size`` as a plain int; NumPy's whole numbers are welcome, True is not a size."""
    try:
        whole = operator.index(size)
    except TypeError:
        whole = 0
    if whole < least or isinstance(size, bool):
        raise ValueError(f"{name} must be a whole number of at least {least}, got {size!r}")
    return whole


def check_sizes(layer_sizes: Sequence[int]) -> list[int]:
    try:
        sizes = list(layer_sizes)
    except TypeError:
        raise TypeError(
            f"layer_sizes must be a list, for example [16, 16, 1], got {layer_sizes!r}"
        ) from None
    if not sizes:
        raise ValueError(
            "layer_sizes is empty: give the size of each layer, for example [16, 16, 1]"
        )
    return [check_size("layer_sizes", size) for size in sizes]


def check_activation(name: str, activation: str) -> None:
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        raise ValueError(f"{name} must be one of {', '.join(ACTIVATIONS)}; got {activation!r}")


def refuse_arguments(owner: str, unknown: dict) -> None:
    """An error for arguments that ``owner`` does not have; micrograd's gets its translation."""
    if "nonlin" in unknown:
        raise TypeError(
            f"{owner} has no nonlin: write activation='relu' for nonlin=True and "
            "activation='linear' for nonlin=False"
        )
    for name in unknown:
        raise TypeError(f"{owner} has no argument {name!r}")


def check_inputs(reader: str, inputs: Sequence, expected: int) -> Sequence:
    try:
        count = len(inputs)
    except TypeError:
        raise TypeError(f"{reader} expects a list of {expected} inputs, got {inputs!r}") from None
    if count != expected:
        refuse_examples(inputs)
        raise ValueError(f"{reader} expects {expected} inputs, got {count}")
    return inputs


def refuse_examples(inputs: Sequence) -> None:
    """Refuse several examples where one is expected."""
    if any(map(is_row, inputs)):
        raise ValueError(
            "a network of Values takes one example at a time: write [model(x) for x in inputs], or "
            "make it with engine=Tensor"
        )


# -- the state of a module: blocks of parameters by name ---------------------------------------
# A block is a parameter, or a list of blocks of one shape: what can be saved as one array.


def name_blocks(module: Module) -> dict:
    """The blocks of parameters of ``module``, named by the attributes that lead to them."""
    wanted, named, visited = {id(p): p for p in module.parameters()}, {}, set()
    missing = dict(wanted)

    def visit(thing, name: str) -> None:
        if _is_block(thing, wanted):
            named[name] = thing
            for parameter in _flat(thing):
                missing.pop(id(parameter), None)
        elif id(thing) not in visited:
            visited.add(id(thing))  # a module that knows its owner leads back to it
            for key, part in _parts_of(thing).items():
                visit(part, f"{name}.{key}" if name else str(key))

    visit(module, "")
    if missing:
        raise ValueError(
            f"{len(missing)} of {len(wanted)} parameters have no name: keep them in attributes "
            f"of the {type(module).__name__}, or in lists or modules that are attributes"
        )
    return named


def check_state(state: Mapping, blocks: dict) -> dict:
    """The numbers of ``state`` as nested lists, if they fit the blocks."""
    if not isinstance(state, Mapping):
        raise TypeError(
            f"load takes the dictionary that state() returned, got a {type(state).__name__}: a "
            "file is read with json.load or numpy.load first"
        )
    for name in [*blocks, *state]:
        if name not in state or name not in blocks:
            owner = "state" if name not in state else "network"
            raise ValueError(f"the {owner} has no {name!r}: the state is of another network")
    numbers = {name: numbers_in(state[name]) for name in blocks}
    for name, block in blocks.items():
        here, there = _shape(numbers_in(block)), _shape(numbers[name])
        if here != there:
            raise ValueError(f"{name!r} has shape {here} in the network and {there} in the state")
    return numbers


def numbers_in(thing) -> float | list:
    """The numbers in a parameter, an array or a list: floats in nested lists."""
    numbers = thing.data if hasattr(thing, "grad") else thing
    numbers = numbers.tolist() if hasattr(numbers, "tolist") else numbers
    if isinstance(numbers, (list, tuple)):
        return [numbers_in(piece) for piece in numbers]
    return as_float(numbers)


def put_numbers(block, numbers: float | list) -> None:
    if isinstance(block, (list, tuple)):
        for piece, piece_numbers in zip(block, numbers):
            put_numbers(piece, piece_numbers)
    else:
        block.data = numbers  # a Tensor makes an array of them


def _is_block(thing, wanted: dict) -> bool:
    if not isinstance(thing, (list, tuple)):
        return id(thing) in wanted
    return all(_is_block(piece, wanted) for piece in thing) and None not in _shape(thing)


def _shape(lists) -> tuple:
    """The lengths of nested lists (or of a Tensor in them); None where pieces differ."""
    if not isinstance(lists, (list, tuple)):
        return getattr(lists, "shape", ())
    shapes = {_shape(piece) for piece in lists}
    return (len(lists), *(shapes.pop() if len(shapes) == 1 else (None,)))


def _flat(block) -> list:
    return (
        [p for piece in block for p in _flat(piece)]
        if isinstance(block, (list, tuple))
        else [block]
    )


def _parts_of(thing) -> dict:
    """What a module, or a container in it, holds: by name, key or number."""
    if isinstance(thing, (list, tuple)):
        return dict(enumerate(thing))
    if isinstance(thing, dict):
        return thing
    if isinstance(thing, Module):
        return thing.named_parts()
    return vars(thing) if hasattr(thing, "parameters") else {}
