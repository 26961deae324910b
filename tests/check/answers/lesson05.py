"""Students' answers to the exercises of lesson 05, written from the notebooks alone."""

PRELUDE = """
import math
import random

from mgrad import Neuron, Value
"""

# What a student has from the tasks before, where a task builds on it.
LAYER = """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]

"""

LOSS = """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions but {len(targets)} targets")
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction - target) ** 2
    return total / len(targets)

"""

ANSWERS = [
    # ---------------------------------------------------------------- 05.order
    (
        "05.order",
        "core",
        "the reset stands between backward and the update",
        """
order = "BDEAFC"
""",
    ),
    (
        "05.order",
        "core",
        "the graph is built once, before the loop",
        """
order = "BEDFAC"
""",
    ),
    (
        "05.order",
        "core",
        "the update comes before the backward pass",
        """
order = "BDEFCA"
""",
    ),
    (
        "05.order",
        "core",
        "the loop starts before w is made",
        """
order = "DBEFAC"
""",
    ),
    (
        "05.order",
        "single",
        "backward before there is a loss",
        """
order = "BDFAEC"
""",
    ),
    (
        "05.order",
        "single",
        "the lines in the order in which they are printed",
        """
order = "ABCDEF"
""",
    ),
    (
        "05.order",
        "single",
        "update first in the round, the loss is renewed after it",
        """
order = "BDCEFA"
""",
    ),
    (
        "05.order",
        "single",
        "reset of w before w exists",
        """
order = "FBDEAC"
""",
    ),
    (
        "05.order",
        "single",
        "the example's order, written backwards",
        """
order = "CAFEDB"
""",
    ),
    (
        "05.order",
        "form",
        "only the lines of the loop, the first two are missing",
        """
order = "EFAC"
""",
    ),
    (
        "05.order",
        "form",
        "the reset twice, before and after",
        """
order = "BDFEACF"
""",
    ),
    (
        "05.order",
        "form",
        "numbers for the places, not letters",
        """
order = [5, 1, 6, 2, 3, 4]
""",
    ),
    (
        "05.order",
        "two",
        "loss before the loop, and the reset erases the gradient",
        """
order = "BEDAFC"
""",
    ),
    (
        "05.order",
        "right",
        "the reset first in the round",
        """
order = "BDFEAC"
""",
    ),
    (
        "05.order",
        "right",
        "the reset after the update",
        """
order = "BDEACF"
""",
    ),
    # ---------------------------------------------------------------- 05.layer
    (
        "05.layer",
        "core",
        "one neuron is made and stands in the list n times",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation)] * n_outputs

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "core",
        "the activation is not handed on to the neurons",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "core",
        "a single output comes out of its list",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        outs = [n(inputs) for n in self.neurons]
        return outs[0] if len(outs) == 1 else outs

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
""",
    ),
    (
        "05.layer",
        "core",
        "the parameters are a list of lists",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [neuron.parameters() for neuron in self.neurons]
""",
    ),
    (
        "05.layer",
        "single",
        "inputs and outputs exchanged when the neurons are made",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = []
        for i in range(n_inputs):
            self.neurons.append(Neuron(n_outputs, activation))

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        params = []
        for neuron in self.neurons:
            params.extend(neuron.parameters())
        return params
""",
    ),
    (
        "05.layer",
        "single",
        "the numbers of the parameters, not the Values",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p.data for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "single",
        "return inside the loop: the parameters of the first neuron only",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        params = []
        for neuron in self.neurons:
            params.extend(neuron.parameters())
            return params
""",
    ),
    (
        "05.layer",
        "single",
        "new neurons are made in every call",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.n_inputs, self.n_outputs, self.activation = n_inputs, n_outputs, activation
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        self.neurons = [Neuron(self.n_inputs, self.activation) for _ in range(self.n_outputs)]
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "single",
        "the outputs are plain numbers, the graph is cut",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs).data for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "single",
        "the list of neurons belongs to the class: all layers share it",
        """
class Layer:
    neurons = []

    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        for _ in range(n_outputs):
            self.neurons.append(Neuron(n_inputs, activation))

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "single",
        "only the weights are parameters, the biases are left out",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [w for neuron in self.neurons for w in neuron.w]
""",
    ),
    (
        "05.layer",
        "form",
        "a generator comes back from the call",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return (neuron(inputs) for neuron in self.neurons)

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "form",
        "the call has no return",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        outputs = []
        for neuron in self.neurons:
            outputs.append(neuron(inputs))

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "two",
        "one neuron n times, and the activation not handed on",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs)] * n_outputs

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [p for neuron in self.neurons for p in neuron.parameters()]
""",
    ),
    (
        "05.layer",
        "two",
        "a single output unwrapped, and the parameters nested",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        if len(self.neurons) == 1:
            return self.neurons[0](inputs)
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        return [neuron.parameters() for neuron in self.neurons]
""",
    ),
    (
        "05.layer",
        "right",
        "map for the outputs, sum of lists for the parameters",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = list(map(lambda _: Neuron(n_inputs, activation), range(n_outputs)))

    def __call__(self, inputs):
        return list(map(lambda neuron: neuron(inputs), self.neurons))

    def parameters(self):
        return sum((neuron.parameters() for neuron in self.neurons), [])
""",
    ),
    (
        "05.layer",
        "right",
        "a while loop, and += for the parameters",
        """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = []
        while len(self.neurons) < n_outputs:
            self.neurons += [Neuron(n_inputs, activation)]

    def __call__(self, inputs):
        outputs = []
        for i in range(len(self.neurons)):
            outputs.append(self.neurons[i](inputs))
        return outputs

    def parameters(self):
        params = []
        for neuron in self.neurons:
            params += neuron.parameters()
        return params
""",
    ),
    (
        "05.layer",
        "right",
        "itertools.chain for the parameters, and a len besides",
        """
from itertools import chain

class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.n_inputs = n_inputs
        self.neurons = [Neuron(self.n_inputs, activation=activation) for i in range(n_outputs)]

    def __call__(self, inputs):
        return [*(n(inputs) for n in self.neurons)]

    def parameters(self):
        return list(chain.from_iterable(n.parameters() for n in self.neurons))

    def __len__(self):
        return len(self.neurons)
""",
    ),
    (
        "05.layer",
        "hostile",
        "answers every name, so that every method seems to be there",
        """
class Layer:
    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        return self

    def __call__(self, *args):
        return self
""",
    ),
    # ---------------------------------------------------------------- 05.squared-error
    (
        "05.squared-error",
        "core",
        "the sum, not divided by the number of examples",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
    return total
""",
    ),
    (
        "05.squared-error",
        "core",
        "the lengths are not compared",
        """
def mean_squared_error(predictions, targets):
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
    return total / len(predictions)
""",
    ),
    (
        "05.squared-error",
        "core",
        "works on .data, so there is nothing to call backward on",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    return sum((p.data - t) ** 2 for p, t in zip(predictions, targets)) / len(targets)
""",
    ),
    (
        "05.squared-error",
        "core",
        "the square is forgotten",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t)
    return total / len(targets)
""",
    ),
    (
        "05.squared-error",
        "single",
        "the square of the mean, not the mean of the squares",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    n = len(predictions)
    return (sum(p - t for p, t in zip(predictions, targets)) / n) ** 2
""",
    ),
    (
        "05.squared-error",
        "single",
        "** binds before -: only the target is squared",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        total = total + (p - t ** 2)
    return total / len(targets)
""",
    ),
    (
        "05.squared-error",
        "single",
        "an AssertionError in place of a ValueError",
        """
def mean_squared_error(predictions, targets):
    assert len(predictions) == len(targets), "not as many targets as predictions"
    return sum((p - t) ** 2 for p, t in zip(predictions, targets)) / len(predictions)
""",
    ),
    (
        "05.squared-error",
        "single",
        "the root of it (RMSE)",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    mean = sum((p - t) ** 2 for p, t in zip(predictions, targets)) / len(targets)
    return mean ** 0.5
""",
    ),
    (
        "05.squared-error",
        "single",
        "divided by n - 1, as for a variance",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
    return total / max(len(targets) - 1, 1)
""",
    ),
    (
        "05.squared-error",
        "single",
        "divided by 2, the number of the example in the hint",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for i in range(len(predictions)):
        total += (predictions[i] - targets[i]) ** 2
    return total / 2
""",
    ),
    (
        "05.squared-error",
        "single",
        "return inside the loop",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
        return total / len(targets)
""",
    ),
    (
        "05.squared-error",
        "form",
        "a new Value without a history around the right number",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    numbers = [(p.data - t) ** 2 for p, t in zip(predictions, targets)]
    return Value(sum(numbers) / len(numbers))
""",
    ),
    (
        "05.squared-error",
        "form",
        "the list of the squares, no mean",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    return [(p - t) ** 2 for p, t in zip(predictions, targets)]
""",
    ),
    (
        "05.squared-error",
        "two",
        "the sum, and no comparison of the lengths",
        """
def mean_squared_error(predictions, targets):
    return sum((p - t) ** 2 for p, t in zip(predictions, targets))
""",
    ),
    (
        "05.squared-error",
        "two",
        "half the mean, and a TypeError for the lengths",
        """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise TypeError("lengths differ")
    return sum(0.5 * (p - t) ** 2 for p, t in zip(predictions, targets)) / len(targets)
""",
    ),
    (
        "05.squared-error",
        "right",
        "zip with strict raises the ValueError",
        """
def mean_squared_error(predictions, targets):
    squares = [(t - p) ** 2 for p, t in zip(predictions, targets, strict=True)]
    return sum(squares) * (1 / len(squares))
""",
    ),
    (
        "05.squared-error",
        "right",
        "each square divided at once, by an index loop",
        """
def mean_squared_error(predictions, targets):
    n = len(predictions)
    if len(targets) != n:
        raise ValueError("%d predictions but %d targets" % (n, len(targets)))
    loss = Value(0.0)
    for i in range(n):
        d = predictions[i] - targets[i]
        loss = loss + d * d / n
    return loss
""",
    ),
    (
        "05.squared-error",
        "right",
        "functools.reduce",
        """
from functools import reduce

def mean_squared_error(predictions, targets):
    if not len(predictions) == len(targets):
        raise ValueError("The two lists have different lengths.")
    add = lambda total, pair: total + (pair[0] - pair[1]) ** 2
    return reduce(add, zip(predictions, targets), Value(0)) / len(targets)
""",
    ),
    (
        "05.squared-error",
        "hostile",
        "takes the examples out of the lists it was given",
        """
def mean_squared_error(predictions, targets):
    n = len(predictions)
    if n != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    while predictions:
        total = total + (predictions.pop() - targets.pop()) ** 2
    return total / n
""",
    ),
    # ---------------------------------------------------------------- 05.mlp
    (
        "05.mlp",
        "core",
        "every layer reads n_inputs numbers",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = []
        for k, size in enumerate(layer_sizes):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(n_inputs, size, output_activation if last else activation))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "core",
        "output_activation is never read",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + layer_sizes
        self.layers = [Layer(sizes[k], sizes[k + 1], activation) for k in range(len(layer_sizes))]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "core",
        "a single output stays in its list",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + layer_sizes
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            kind = output_activation if last else activation
            self.layers.append(Layer(sizes[k], sizes[k + 1], kind))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "core",
        "every layer reads the inputs of the network",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + layer_sizes
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            kind = output_activation if last else activation
            self.layers.append(Layer(sizes[k], sizes[k + 1], kind))

    def __call__(self, inputs):
        for layer in self.layers:
            outputs = layer(inputs)
        return outputs[0] if len(outputs) == 1 else outputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "zero_grad sets the numbers to 0, not the gradients",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.data = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "zero_grad serves the last layer only",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.layers[-1].parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "the two activations are exchanged",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            kind = activation if last else output_activation
            self.layers.append(Layer(sizes[k], sizes[k + 1], kind))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "n_inputs is put into the caller's list of sizes",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        layer_sizes.insert(0, n_inputs)
        self.layers = []
        for k in range(len(layer_sizes) - 1):
            last = k == len(layer_sizes) - 2
            kind = output_activation if last else activation
            self.layers.append(Layer(layer_sizes[k], layer_sizes[k + 1], kind))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "always the first output, also of a network with several",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        x = inputs
        for layer in self.layers:
            x = layer(x)
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "a layer of n_inputs neurons is put in front for the inputs",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, n_inputs, *layer_sizes]
        self.layers = []
        for k in range(len(sizes) - 1):
            last = k == len(sizes) - 2
            kind = output_activation if last else activation
            self.layers.append(Layer(sizes[k], sizes[k + 1], kind))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "single",
        "the last layer is always linear, whatever is asked for",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        self.layers = []
        for k in range(len(layer_sizes) - 1):
            self.layers.append(Layer(sizes[k], sizes[k + 1], activation))
        self.layers.append(Layer(sizes[-2], sizes[-1], "linear"))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "form",
        "parameters() gives one list for each layer",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [layer.parameters() for layer in self.layers]

    def zero_grad(self):
        for group in self.parameters():
            for p in group:
                p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "form",
        "zero_grad is missing",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
""",
    ),
    (
        "05.mlp",
        "form",
        "the gradients are set to None, not to 0",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = None
""",
    ),
    (
        "05.mlp",
        "two",
        "output_activation never read, and a single output in a list",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + list(layer_sizes)
        self.layers = [Layer(sizes[i], sizes[i + 1], activation) for i in range(len(layer_sizes))]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "two",
        "activations exchanged, and the first layer is not trained",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [output_activation] * (len(layer_sizes) - 1) + [activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs

    def parameters(self):
        return [p for layer in self.layers[1:] for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "right",
        "zip of the sizes with their neighbours",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        kinds = [activation] * (len(layer_sizes) - 1) + [output_activation]
        self.layers = [Layer(a, b, k) for a, b, k in zip(sizes, sizes[1:], kinds)]

    def __call__(self, inputs):
        x = list(inputs)
        for layer in self.layers:
            x = layer(x)
        if len(x) == 1:
            return x[0]
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params

    def zero_grad(self):
        for layer in self.layers:
            for neuron in layer.neurons:
                for p in neuron.parameters():
                    p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "right",
        "the hidden layers in a loop, the last one after it",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = []
        n = n_inputs
        for size in layer_sizes[:-1]:
            self.layers.append(Layer(n, size, activation))
            n = size
        self.layers.append(Layer(n, layer_sizes[-1], output_activation))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        first, *others = inputs
        return inputs if others else first

    def parameters(self):
        return sum([layer.parameters() for layer in self.layers], [])

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "right",
        "the list of parameters is collected once",
        LAYER
        + """
from functools import reduce

class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = (n_inputs,) + tuple(layer_sizes)
        last = len(sizes) - 2
        self.layers = [
            Layer(sizes[i], sizes[i + 1], (activation, output_activation)[i == last])
            for i in range(last + 1)
        ]
        self._parameters = [p for layer in self.layers for p in layer.parameters()]

    def __call__(self, inputs):
        out = reduce(lambda x, layer: layer(x), self.layers, inputs)
        return out if len(out) > 1 else out[0]

    def parameters(self):
        return list(self._parameters)

    def zero_grad(self):
        for p in self._parameters:
            p.grad = 0.0
""",
    ),
    (
        "05.mlp",
        "hostile",
        "a network that makes networks without end",
        LAYER
        + """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = [MLP(n_inputs, layer_sizes, activation, output_activation)]

    def __call__(self, inputs):
        return self.layers[0](inputs)

    def parameters(self):
        return self.layers[0].parameters()

    def zero_grad(self):
        self.layers[0].zero_grad()
""",
    ),
    # ---------------------------------------------------------------- 05.update
    (
        "05.update",
        "core",
        "data is changed now, but uphill",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data += learning_rate * p.grad
""",
    ),
    (
        "05.update",
        "core",
        "the sign is mended, the name is still rebound",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p -= learning_rate * p.grad
""",
    ),
    (
        "05.update",
        "core",
        "the learning rate is lost",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data -= p.grad
""",
    ),
    (
        "05.update",
        "core",
        "the step replaces the number",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data = -learning_rate * p.grad
""",
    ),
    (
        "05.update",
        "single",
        "the gradient is changed, not the number",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.grad -= learning_rate * p.grad
""",
    ),
    (
        "05.update",
        "single",
        "a whole Value is written into data",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data = p - learning_rate * p.grad
""",
    ),
    (
        "05.update",
        "single",
        "new Values take the places in the list",
        """
def update(parameters, learning_rate):
    for i, p in enumerate(parameters):
        parameters[i] = Value(p.data - learning_rate * p.grad)
""",
    ),
    (
        "05.update",
        "single",
        "return in the loop: only the first parameter moves",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data -= learning_rate * p.grad
        return parameters
""",
    ),
    (
        "05.update",
        "single",
        "a fixed rate of 0.1",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data -= 0.1 * p.grad
""",
    ),
    (
        "05.update",
        "single",
        "a step of fixed size, only the sign of the gradient is used",
        """
def update(parameters, learning_rate):
    for p in parameters:
        if p.grad > 0:
            p.data -= learning_rate
        elif p.grad < 0:
            p.data += learning_rate
""",
    ),
    (
        "05.update",
        "single",
        "against the size of the gradient: always downwards",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data -= learning_rate * abs(p.grad)
""",
    ),
    (
        "05.update",
        "form",
        "the new numbers are returned as a list, the parameters stay",
        """
def update(parameters, learning_rate):
    return [p.data - learning_rate * p.grad for p in parameters]
""",
    ),
    (
        "05.update",
        "form",
        "the new numbers are printed only",
        """
def update(parameters, learning_rate):
    for p in parameters:
        print(p.data - learning_rate * p.grad)
""",
    ),
    (
        "05.update",
        "two",
        "uphill, and without the learning rate",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data += p.grad
""",
    ),
    (
        "05.update",
        "two",
        "the last parameter is left out, and the sign is wrong",
        """
def update(parameters, learning_rate):
    for i in range(len(parameters) - 1):
        parameters[i].data = parameters[i].data + learning_rate * parameters[i].grad
""",
    ),
    (
        "05.update",
        "right",
        "written out, with the factor behind",
        """
def update(parameters, learning_rate):
    for p in parameters:
        p.data = p.data - p.grad * learning_rate
""",
    ),
    (
        "05.update",
        "right",
        "by index, adding the negative step",
        """
def update(parameters, learning_rate):
    for i in range(len(parameters)):
        parameters[i].data += -learning_rate * parameters[i].grad
""",
    ),
    (
        "05.update",
        "hostile",
        "the list grows while the loop runs over it",
        """
def update(parameters, learning_rate):
    for p in parameters:
        parameters.append(Value(p.data - learning_rate * p.grad))
        if len(parameters) > 200_000:
            raise MemoryError
""",
    ),
    # ---------------------------------------------------------------- 05.descend
    (
        "05.descend",
        "core",
        "the reset is moved, the graph is still built once",
        """
def descend(w, steps):
    loss = (2 * w - 1) ** 2
    path = [w.data]
    for step in range(steps):
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "core",
        "the graph is in the loop, the reset still before the update",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.grad = 0.0
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "core",
        "the reset is taken out",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "core",
        "the reset stands before the loop, once",
        """
def descend(w, steps):
    path = [w.data]
    w.grad = 0.0
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "the path starts after the first step",
        """
def descend(w, steps):
    path = []
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "written down before the update, so the start is there twice",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        path.append(w.data)
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "uphill",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data += 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "the losses in place of the w",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(loss.data)
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "one step too few, the start counted as a step",
        """
def descend(w, steps):
    path = [w.data]
    while len(path) < steps:
        w.grad = 0.0
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "single",
        "the loss is renewed after backward, one step behind",
        """
def descend(w, steps):
    loss = (2 * w - 1) ** 2
    path = [w.data]
    for step in range(steps):
        w.grad = 0.0
        loss.backward()
        loss = (2 * w - 1) ** 2
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "form",
        "the path holds the same Value again and again",
        """
def descend(w, steps):
    path = [w]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w)
    return path
""",
    ),
    (
        "05.descend",
        "form",
        "only the last w",
        """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path[-1]
""",
    ),
    (
        "05.descend",
        "two",
        "no reset, and the graph built once",
        """
def descend(w, steps):
    loss = (2 * w - 1) ** 2
    path = [w.data]
    for step in range(steps):
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "two",
        "uphill, and the path without its start",
        """
def descend(w, steps):
    path = []
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data = w.data + 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "right",
        "an inner function for one step",
        """
def descend(w, steps):
    def one_step():
        w.grad = 0.0
        ((2 * w - 1) ** 2).backward()
        w.data -= 0.1 * w.grad
        return w.data
    return [w.data] + [one_step() for _ in range(steps)]
""",
    ),
    (
        "05.descend",
        "right",
        "reset before the forward pass, in a while loop",
        """
def descend(w, steps):
    path = [w.data]
    while len(path) <= steps:
        w.grad = 0.0
        loss = (2 * w - 1) * (2 * w - 1)
        loss.backward()
        w.data = w.data - 0.1 * w.grad
        path.append(w.data)
    return path
""",
    ),
    (
        "05.descend",
        "right",
        "the reset both before the loop and after each update",
        """
def descend(w, steps):
    path = []
    w.grad = 0.0
    for step in range(steps):
        path += [w.data]
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        w.grad = 0.0
    path += [w.data]
    return path
""",
    ),
    (
        "05.descend",
        "hostile",
        "walks until it stands exactly on 0.5, which never comes",
        """
def descend(w, steps):
    path = [w.data]
    while True:
        w.grad = 0.0
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path = [w.data]
    return path
""",
    ),
    # ---------------------------------------------------------------- 05.hinge
    (
        "05.hinge",
        "core",
        "the sign is turned round: 0 becomes +1 and 1 becomes -1",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        target = 1 - 2 * label
        gap = 1 - target * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "core",
        "label - 1: class 1 now has the target 0",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (label - 1) * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "core",
        "class 0 is skipped",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        if label == 0:
            continue
        gap = 1 - label * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "core",
        "the label is dropped: every example is treated as class 1",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "no margin for class 0: it costs its score",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        if label == 0:
            gap = score + 0
        else:
            gap = 1 - score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "targets -0.5 and +0.5",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (label - 0.5) * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "the caller's labels are rewritten in place",
        """
def hinge_loss(scores, labels):
    for i in range(len(labels)):
        if labels[i] == 0:
            labels[i] = -1
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - label * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "the question whether the gap is positive is gone",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        target = 1 if label == 1 else -1
        total = total + (1 - target * score)
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "the mean over the costly examples only",
        """
def hinge_loss(scores, labels):
    total, n = Value(0.0), 0
    for score, label in zip(scores, labels):
        gap = 1 - (2 * label - 1) * score
        if gap.data > 0:
            total = total + gap
            n += 1
    return total / n if n else total
""",
    ),
    (
        "05.hinge",
        "single",
        "one plus in the wrong place: 1 - 2 * label - 1",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - 2 * label - 1 * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "single",
        "the squared error in its place",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        total = total + (score - (2 * label - 1)) ** 2
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "form",
        "a plain number comes back",
        """
def hinge_loss(scores, labels):
    total = 0.0
    for score, label in zip(scores, labels):
        gap = 1 - (2 * label - 1) * score.data
        total += max(0.0, gap)
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "form",
        "the loss is printed, nothing comes back",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (2 * label - 1) * score
        if gap.data > 0:
            total = total + gap
    print(total / len(scores))
""",
    ),
    (
        "05.hinge",
        "two",
        "labels turned round, and the sum in place of the mean",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (1 - 2 * label) * score
        if gap.data > 0:
            total = total + gap
    return total
""",
    ),
    (
        "05.hinge",
        "right",
        "label or -1",
        """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (label or -1) * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
""",
    ),
    (
        "05.hinge",
        "right",
        "a dictionary from label to target",
        """
def hinge_loss(scores, labels):
    target_of = {0: -1, 1: 1}
    gaps = [1 - target_of[label] * score for score, label in zip(scores, labels)]
    return sum((g for g in gaps if g.data > 0), Value(0.0)) / len(scores)
""",
    ),
    (
        "05.hinge",
        "right",
        "two formulas, one for each class",
        """
def hinge_loss(scores, labels):
    n = len(scores)
    total = Value(0.0)
    for i in range(n):
        if labels[i] == 1:
            gap = 1 - scores[i]
        else:
            gap = 1 + scores[i]
        if gap.data <= 0:
            continue
        total = total + gap
    return total * (1 / n)
""",
    ),
    # ---------------------------------------------------------------- 05.equal
    (
        "05.equal",
        "core",
        "all neurons and all weights stay one number",
        """
predicted = [26, 1]
""",
    ),
    (
        "05.equal",
        "core",
        "all parameters become different",
        """
predicted = [26, 26]
""",
    ),
    (
        "05.equal",
        "core",
        "the biases are not counted among the parameters",
        """
predicted = [20, 6]
""",
    ),
    (
        "05.equal",
        "core",
        "one number for each layer",
        """
predicted = [26, 2]
""",
    ),
    (
        "05.equal",
        "single",
        "the inputs are given biases too",
        """
predicted = [29, 6]
""",
    ),
    (
        "05.equal",
        "single",
        "the output neuron is taken as one number",
        """
predicted = [26, 5]
""",
    ),
    (
        "05.equal",
        "single",
        "the five output weights are taken as different",
        """
predicted = [26, 10]
""",
    ),
    (
        "05.equal",
        "single",
        "the hidden neurons become different, the weights in one do not",
        """
predicted = [26, 11]
""",
    ),
    (
        "05.equal",
        "single",
        "the output layer is counted without its bias",
        """
predicted = [(3 + 1) * 5 + 5 * 1, 6]
""",
    ),
    (
        "05.equal",
        "form",
        "the two numbers in the other order",
        """
predicted = [6, 26]
""",
    ),
    (
        "05.equal",
        "form",
        "one number only",
        """
predicted = 26
""",
    ),
    (
        "05.equal",
        "form",
        "a sentence",
        """
predicted = "26 parameters, 6 different numbers"
""",
    ),
    (
        "05.equal",
        "two",
        "no biases, and one number for each layer",
        """
predicted = [20, 2]
""",
    ),
    (
        "05.equal",
        "right",
        "counted in words",
        """
parameters = (3 + 1) * 5 + (5 + 1) * 1
different = len(["w1", "w2", "w3", "b"]) + len(["v", "c"])
predicted = [parameters, different]
""",
    ),
    (
        "05.equal",
        "right",
        "simulated with the package",
        """
from mgrad import MLP
net = MLP(3, [5, 1])
for p in net.parameters():
    p.data = 0.5
xs, ys = [[1, 3, 2], [2, -1, 0.5], [-1, 0.5, 1]], [1, -1, 1]
for _ in range(100):
    loss = sum((net(x) - y) ** 2 for x, y in zip(xs, ys)) / 3
    net.zero_grad()
    loss.backward()
    for p in net.parameters():
        p.data -= 0.05 * p.grad
predicted = [len(net.parameters()), len({round(p.data, 9) for p in net.parameters()})]
""",
    ),
    # ---------------------------------------------------------------- 05.train
    (
        "05.train",
        "core",
        "the gradients are never reset",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "core",
        "the losses are Values",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "core",
        "the loss is measured after the update",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "05.train",
        "core",
        "the forward pass stands before the loop",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    scores = [model(x) for x in inputs]
    loss = mean_squared_error(scores, targets)
    for step in range(steps):
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "an update after every example, not after all of them",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        for x, y in zip(inputs, targets):
            loss = mean_squared_error([model(x)], [y])
            model.zero_grad()
            loss.backward()
            for p in model.parameters():
                p.data -= learning_rate * p.grad
        losses.append(loss.data)
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "uphill",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data += learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "zero_grad between backward and the update",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        model.zero_grad()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "stops as soon as the loss is 0, with fewer updates",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        if loss.data == 0.0:
            break
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "one loss more at the end, of the finished model",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "the hinge loss in place of the squared error",
        """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = Value(0.0)
        for x, y in zip(inputs, targets):
            gap = 1 - y * model(x)
            if gap.data > 0:
                loss = loss + gap
        loss = loss / len(inputs)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "single",
        "one step too few: range(1, steps)",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(1, steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "form",
        "the losses are printed, nothing comes back",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        print(step, loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
""",
    ),
    (
        "05.train",
        "form",
        "only the last loss",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return loss.data
""",
    ),
    (
        "05.train",
        "two",
        "no reset, and the losses are Values",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss)
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "two",
        "uphill, and one loss more at the end",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps + 1):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        if step < steps:
            model.zero_grad()
            loss.backward()
            for p in model.parameters():
                p.data += learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.train",
        "right",
        "with the update of task 5, the reset comes first",
        LOSS
        + """
def update(parameters, learning_rate):
    for p in parameters:
        p.data -= learning_rate * p.grad

def train(model, inputs, targets, steps, learning_rate):
    curve = []
    while len(curve) < steps:
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        curve.append(loss.data)
        update(model.parameters(), learning_rate)
    return curve
""",
    ),
    (
        "05.train",
        "right",
        "one step as an inner function, losses by comprehension",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    def one_step():
        loss = mean_squared_error(list(map(model, inputs)), targets)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data = p.data - p.grad * learning_rate
        return loss.data
    return [one_step() for _ in range(steps)]
""",
    ),
    (
        "05.train",
        "right",
        "the list is made first and filled by number",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = [0.0] * steps
    for step in range(steps):
        scores = []
        for x in inputs:
            scores.append(model(x))
        loss = mean_squared_error(scores, targets)
        losses[step] = float(loss.data)
        model.zero_grad()
        loss.backward()
        ps = model.parameters()
        for i in range(len(ps)):
            ps[i].data -= learning_rate * ps[i].grad
    return losses
""",
    ),
    (
        "05.train",
        "hostile",
        "trains until the loss is 0, which may never come",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    loss = Value(1.0)
    while loss.data >= 0:
        loss = mean_squared_error([model(x) for x in inputs], targets)
    return [loss.data]
""",
    ),
    # ---------------------------------------------------------------- 05.momentum
    (
        "05.momentum",
        "core",
        "one velocity for all parameters",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses, v = [], 0.0
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            v = momentum * v + p.grad
            p.data -= learning_rate * v
    return losses
""",
    ),
    (
        "05.momentum",
        "core",
        "the velocities start from 0 in every step",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        velocities = [0.0 for p in model.parameters()]
        for i, p in enumerate(model.parameters()):
            velocities[i] = momentum * velocities[i] + p.grad
            p.data -= learning_rate * velocities[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "core",
        "an average: the gradient counts 1 - momentum",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + (1 - momentum) * p.grad
            p.data -= learning_rate * v[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "core",
        "the new velocity is never written back",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocities = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p, v in zip(model.parameters(), velocities):
            v = momentum * v + p.grad
            p.data -= learning_rate * v
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "the rate enters twice: in the velocity and in the step",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + learning_rate * p.grad
            p.data -= learning_rate * v[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "momentum is not read, the gradients are only summed",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] += p.grad
            p.data -= learning_rate * v[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "the old velocity moves the data, not the new one",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            p.data -= learning_rate * v[i]
            v[i] = momentum * v[i] + p.grad
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "the velocity is computed, the step takes the gradient",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + p.grad
            p.data -= learning_rate * p.grad
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "no reset: gradients pile up beside the velocity",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + p.grad
            p.data -= learning_rate * v[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "Nesterov's form: looks one step ahead",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + p.grad
            p.data -= learning_rate * (p.grad + momentum * v[i])
    return losses
""",
    ),
    (
        "05.momentum",
        "single",
        "the velocities are kept from call to call",
        LOSS
        + """
memory = {}

def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            memory[i] = momentum * memory.get(i, 0.0) + p.grad
            p.data -= learning_rate * memory[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "form",
        "losses and velocities come back as a pair",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + p.grad
            p.data -= learning_rate * v[i]
    return losses, v
""",
    ),
    (
        "05.momentum",
        "form",
        "no return",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + p.grad
            p.data -= learning_rate * v[i]
""",
    ),
    (
        "05.momentum",
        "two",
        "one velocity for all, and plus in the step",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses, v = [], 0.0
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            v = momentum * v + p.grad
            p.data += learning_rate * v
    return losses
""",
    ),
    (
        "05.momentum",
        "two",
        "no reset, and the average form",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for i, p in enumerate(model.parameters()):
            v[i] = momentum * v[i] + (1 - momentum) * p.grad
            p.data -= learning_rate * v[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "right",
        "a dictionary with one velocity for each parameter",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocity = {id(p): 0.0 for p in model.parameters()}
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            velocity[id(p)] = momentum * velocity[id(p)] + p.grad
            p.data -= learning_rate * velocity[id(p)]
    return losses
""",
    ),
    (
        "05.momentum",
        "right",
        "the rate inside the velocity, and only there",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    shifts = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            shifts[i] = momentum * shifts[i] - learning_rate * p.grad
            p.data += shifts[i]
    return losses
""",
    ),
    (
        "05.momentum",
        "right",
        "a new list of velocities in each step",
        LOSS
        + """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses, ps = [], model.parameters()
    vs = [0.0 for _ in ps]
    for _ in range(steps):
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        vs = [momentum * v + p.grad for v, p in zip(vs, ps)]
        for p, v in zip(ps, vs):
            p.data -= learning_rate * v
        losses += [loss.data]
    return losses
""",
    ),
]

# -- more slips, each with an idea that had no name ---------------------------------------

COLLAPSE = """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    weights, biases = [], []
    for k in range(len(weights_2)):
        row = []
        for i in range(len(weights_1[0])):
            total = START
            for j in range(len(weights_1)):
                total += WEIGHT
            row.append(total)
        weights.append(row)
        b = BEGIN
        for j in range(len(weights_1)):
            b += BIAS
        biases.append(b)
    return weights, biases
"""
def collapse_with(**change):
    text = COLLAPSE
    for name, part in ({"START": "0.0", "WEIGHT": "weights_2[k][j] * weights_1[j][i]", "BEGIN": "biases_2[k]",
                 "BIAS": "weights_2[k][j] * biases_1[j]"} | change).items():
        text = text.replace(name, part)
    return text
START = """
def start_weights(n_inputs, n_neurons):
    bound = BOUND
    return [[DRAW for _ in range(n_inputs)] for _ in range(n_neurons)]
"""
def start_with(bound="1 / n_inputs**0.5", draw="random.uniform(-bound, bound)"):
    return START.replace("BOUND", bound).replace("DRAW", draw)

ANSWERS += [
    ("05.collapse", "right", "three loops", collapse_with()),
    ("05.collapse", "right", "numpy", """
import numpy as np
def collapse(first, second):
    (w1, b1), (w2, b2) = first, second
    w1, w2 = np.array(w1), np.array(w2)
    return w2 @ w1, w2 @ np.array(b1) + np.array(b2)
"""),
    ("05.collapse", "right", "feeds in unit vectors", """
def collapse(first, second):
    def layer(l, x):
        return [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(*l)]
    n = len(first[0][0])
    b = layer(second, layer(first, [0] * n))
    columns = []
    for i in range(n):
        x = [0] * n
        x[i] = 1
        columns.append([y - z for y, z in zip(layer(second, layer(first, x)), b)])
    return [list(row) for row in zip(*columns)], b
"""),
    ("05.collapse", "single", "index of the first weights turned", collapse_with(WEIGHT="weights_2[k][j] * weights_1[i][j]")),
    ("05.collapse", "single", "index of the second weights turned", collapse_with(WEIGHT="weights_2[j][k] * weights_1[j][i]")),
    ("05.collapse", "single", "total overwritten", collapse_with().replace("total += ", "total = ")),
    ("05.collapse", "single", "bias overwritten", collapse_with().replace("b += ", "b = ")),
    ("05.collapse", "single", "weights_2[k][k] for bias", collapse_with(BIAS="weights_2[k][k] * biases_1[j]")),
    ("05.collapse", "single", "bias times own bias", collapse_with(BEGIN="0.0", BIAS="biases_2[k] * biases_1[j]")),
    ("05.collapse", "single", "biases of the second weighted by the first", collapse_with(BEGIN="biases_1[k]", BIAS="weights_1[k][j] * biases_2[j]")),
    ("05.collapse", "single", "biases added in the weights", collapse_with(WEIGHT="weights_2[k][j] * weights_1[j][i] + biases_1[j]")),
    ("05.collapse", "single", "bias counted for every hidden neuron", collapse_with(BEGIN="0.0", BIAS="weights_2[k][j] * biases_1[j] + biases_2[k]")),
    ("05.collapse", "single", "concatenates the layers", """
def collapse(first, second):
    return first[0] + second[0], first[1] + second[1]
"""),
    ("05.collapse", "single", "one hidden neuron only: the first", """
def collapse(first, second):
    (w1, b1), (w2, b2) = first, second
    weights = [[row[0] * w for w in w1[0]] for row in w2]
    return weights, [row[0] * b1[0] + c for row, c in zip(w2, b2)]
"""),
    ("05.collapse", "single", "works for one input, one output only", """
def collapse(first, second):
    (w1, b1), (w2, b2) = first, second
    return [[w2[0][0] * w1[0][0]]], [w2[0][0] * b1[0] + b2[0]]
"""),
    ("05.collapse", "single", "row with the same number of every row: shared row list", collapse_with().replace("    weights, biases = [], []\n", "    weights, biases = [], []\n    row = []\n").replace("        row = []\n        for i", "        for i")),
    ("05.collapse", "single", "mean over hidden", collapse_with().replace("row.append(total)", "row.append(total / len(weights_1))")),
    ("05.collapse", "single", "with a tanh between", collapse_with(BIAS="weights_2[k][j] * math.tanh(biases_1[j])")),
    ("05.collapse", "single", "the bias of the first added once more", collapse_with(BEGIN="biases_2[k] + biases_1[0]")),
    ("05.collapse", "form", "a list of pairs, neuron by neuron", """
def collapse(first, second):
    (w1, b1), (w2, b2) = first, second
    out = []
    for row, c in zip(w2, b2):
        out.append(([sum(f * h[i] for f, h in zip(row, w1)) for i in range(len(w1[0]))], c + sum(f * b for f, b in zip(row, b1))))
    return out
"""),
    ("05.collapse", "form", "biases first", collapse_with().replace("return weights, biases", "return biases, weights")),
    ("05.collapse", "form", "a function", """
def collapse(first, second):
    def layer(l, x):
        return [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(*l)]
    return lambda x: layer(second, layer(first, x))
"""),
    ("05.collapse", "form", "printed", collapse_with().replace("return weights", "print(weights").replace(", biases\n", ", biases)\n") if False else collapse_with().replace("    return weights, biases", "    print(weights, biases)")),
    ("05.start", "right", "sqrt and numpy-free", start_with("1 / math.sqrt(n_inputs)")),
    ("05.start", "right", "scaled", start_with(draw="(2 * random.random() - 1) * bound")),
    ("05.start", "right", "tuples", """
def start_weights(n_inputs, n_neurons):
    b = n_inputs ** -0.5
    return tuple(tuple(random.uniform(-b, b) for _ in range(n_inputs)) for _ in range(n_neurons))
"""),
    ("05.start", "single", "gauss with that spread", start_with(draw="random.gauss(0, bound)")),
    ("05.start", "single", "from 0 to bound", start_with(draw="random.uniform(0, bound)")),
    ("05.start", "single", "random.random times bound", start_with(draw="random.random() * bound")),
    ("05.start", "single", "square for the root", start_with("1 / n_inputs**2")),
    ("05.start", "single", "half: 0.5 for the bound", start_with("0.5 / n_inputs**0.5")),
    ("05.start", "single", "xavier: both counted", start_with("(6 / (n_inputs + n_neurons)) ** 0.5")),
    ("05.start", "single", "both multiplied", start_with("1 / (n_inputs * n_neurons) ** 0.5")),
    ("05.start", "single", "bound of uniform written -bound/2 to bound/2", start_with(draw="random.uniform(-bound / 2, bound / 2)")),
    ("05.start", "single", "choice of two ends", start_with(draw="random.choice([-bound, bound])")),
    ("05.start", "single", "constant 0.5", start_with("0.5")),
    ("05.start", "single", "log of n", start_with("1 / math.log(n_inputs)")),
    ("05.start", "single", "n_inputs/2", start_with("1 / n_inputs / 2")),
    ("05.start", "single", "integers", start_with(draw="random.randint(-1, 1) * bound")),
    ("05.start", "single", "seeded in each call", """
def start_weights(n_inputs, n_neurons):
    random.seed(42)
    bound = 1 / n_inputs**0.5
    return [[random.uniform(-bound, bound) for _ in range(n_inputs)] for _ in range(n_neurons)]
"""),
    ("05.start", "single", "a generator with a seed in each call", """
import numpy as np

def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    draw = np.random.default_rng(0)
    return draw.uniform(-bound, bound, (n_neurons, n_inputs)).tolist()
"""),
    ("05.start", "single", "seeded for each neuron", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    layer = []
    for _ in range(n_neurons):
        random.seed(1)
        layer.append([random.uniform(-bound, bound) for _ in range(n_inputs)])
    return layer
"""),
    ("05.start", "single", "one number for a neuron", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    return [[random.uniform(-bound, bound)] * n_inputs for _ in range(n_neurons)]
"""),
    ("05.start", "single", "copies of the first neuron", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    neuron = [random.uniform(-bound, bound) for _ in range(n_inputs)]
    return [list(neuron) for _ in range(n_neurons)]
"""),
    ("05.start", "single", "the first neuron shuffled", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    neuron = [random.uniform(-bound, bound) for _ in range(n_inputs)]
    return [random.sample(neuron, n_inputs) for _ in range(n_neurons)]
"""),
    ("05.start", "single", "negated copies", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    neuron = [random.uniform(-bound, bound) for _ in range(n_inputs)]
    return [[(-1) ** k * w for w in neuron] for k in range(n_neurons)]
"""),
    ("05.start", "single", "with a bias in each", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    return [[random.uniform(-bound, bound) for _ in range(n_inputs + 1)] for _ in range(n_neurons)]
"""),
    ("05.start", "two", "alike and size only", """
def start_weights(n_inputs, n_neurons):
    neuron = [random.uniform(-1, 1) / n_inputs for _ in range(n_inputs)]
    return [neuron for _ in range(n_neurons)]
"""),
    ("05.start", "single", "zeros", """
def start_weights(n_inputs, n_neurons):
    return [[0.0] * n_inputs for _ in range(n_neurons)]
"""),
    ("05.start", "form", "a dictionary", """
def start_weights(n_inputs, n_neurons):
    bound = 1 / n_inputs**0.5
    return {k: [random.uniform(-bound, bound) for _ in range(n_inputs)] for k in range(n_neurons)}
"""),
]
