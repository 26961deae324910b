"""Answers to the exercises of lesson 05: right ones in many styles, wrong ones that nobody foresaw.

They stand on an engine of a student's own, with + - * / ** and closures, and without .tanh() or
.relu().
"""

import copy
import math
import random
from fractions import Fraction

import numpy as np
from closure_engine import Value


def tanh(v):
    out = Value(math.tanh(v.data), "", (v,), "tanh")

    def push():
        v.grad += (1 - out.data**2) * out.grad

    out._backward = push
    return out


def relu(v):
    out = Value(max(v.data, 0.0), "", (v,), "relu")

    def push():
        v.grad += (v.data > 0) * out.grad

    out._backward = push
    return out


class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))
        self.function = {"tanh": tanh, "relu": relu, "linear": lambda v: v}[activation]

    def __call__(self, inputs):
        if len(inputs) != len(self.w):
            raise ValueError(f"{len(self.w)} inputs expected")
        return self.function(sum((w * x for w, x in zip(self.w, inputs)), self.b))

    def parameters(self):
        return [self.b, *self.w]


# -- layers ----------------------------------------------------------------------------------


class LayerWithLoops:
    def __init__(self, number_in, number_out, activation="tanh"):
        self.activation = activation
        self.neurons = []
        for _ in range(number_out):
            self.neurons.append(Neuron(number_in, activation=activation))

    def __call__(self, inputs):
        outputs = []
        for neuron in self.neurons:
            outputs.append(neuron(inputs))
        return outputs

    def parameters(self):
        everything = []
        for neuron in self.neurons:
            everything += neuron.parameters()
        return everything


class LayerOfTuples:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = tuple(Neuron(n_inputs, activation) for _ in range(n_outputs))

    def __call__(self, inputs):
        values = [x if isinstance(x, Value) else Value(x) for x in inputs]
        return list(map(lambda neuron: neuron(values), self.neurons))

    def parameters(self):
        return sum((neuron.parameters() for neuron in self.neurons), [])


class LayerWithoutBiases(LayerWithLoops):
    def parameters(self):
        return [w for neuron in self.neurons for w in neuron.w]


class LayerAlwaysLinear(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        super().__init__(n_inputs, n_outputs, "linear")


class LayerWithoutRelu(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        super().__init__(n_inputs, n_outputs, "linear" if activation == "linear" else "tanh")


class LayerWithOneTooMany(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        super().__init__(n_inputs, n_outputs + 1, activation)


class LayerOfNumbers(LayerWithLoops):
    def __call__(self, inputs):
        return sum(neuron(inputs) for neuron in self.neurons)


class LayerTakesTheNumberOut(LayerWithLoops):
    def __call__(self, inputs):
        return [neuron(inputs).data for neuron in self.neurons]


class LayerPacksTheNumberAgain(LayerWithLoops):
    def __call__(self, inputs):
        return [Value(neuron(inputs).data) for neuron in self.neurons]


class LayerOpensItsInputs(LayerWithLoops):
    def __call__(self, inputs):
        return super().__call__([getattr(x, "data", x) for x in inputs])


class LayerOfCopies(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        neuron = Neuron(n_inputs, activation)
        self.neurons = [copy.deepcopy(neuron) for _ in range(n_outputs)]


class LayerWithTwoCopies(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        super().__init__(n_inputs, n_outputs, activation)
        self.neurons[-1] = copy.deepcopy(self.neurons[0])


class LayerWithSeedInTheLoop(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = []
        for _ in range(n_outputs):
            random.seed(0)
            self.neurons.append(Neuron(n_inputs, activation))


class LayerWithSeed(LayerWithLoops):
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        random.seed(0)
        super().__init__(n_inputs, n_outputs, activation)


class LayerWithoutSelf(LayerWithLoops):
    def __call__(self, inputs):
        return [neuron(inputs) for neuron in neurons]


# -- networks --------------------------------------------------------------------------------


class Network:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = []
        for size in layer_sizes[:-1]:
            self.layers.append(LayerWithLoops(n_inputs, size, activation))
            n_inputs = size
        self.layers.append(LayerWithLoops(n_inputs, layer_sizes[-1], output_activation))

    def __call__(self, inputs):
        numbers = inputs
        for layer in self.layers:
            numbers = layer(numbers)
        if len(numbers) == 1:
            return numbers[0]
        return numbers

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0


class NetworkWithRecursion(Network):
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.hidden, self.output = activation, output_activation
        self.layers = self.stack([n_inputs] + layer_sizes)

    def stack(self, sizes):
        if len(sizes) == 2:
            return [LayerOfTuples(*sizes, self.output)]
        return [LayerOfTuples(sizes[0], sizes[1], self.hidden)] + self.stack(sizes[1:])

    def __call__(self, inputs, k=0):
        if k < len(self.layers):
            return self(self.layers[k](inputs), k + 1)
        only, *others = inputs
        return inputs if others else only


class NetworkOfInts(Network):
    def zero_grad(self):
        for layer in self.layers:
            for neuron in layer.neurons:
                neuron.b.grad = 0
                for w in neuron.w:
                    w.grad = 0


class NetworkBackward(Network):
    def __call__(self, inputs):
        for layer in reversed(self.layers):
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkOneLayerShort(Network):
    def __call__(self, inputs):
        for layer in self.layers[:-1]:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkResetsWeightsOnly(Network):
    def zero_grad(self):
        for layer in self.layers:
            for neuron in layer.neurons:
                for w in neuron.w:
                    w.grad = 0.0


class NetworkOfPairs(Network):
    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()] * 2


class NetworkWithoutReset(Network):
    zero_grad = None


class NetworkOfNumbers(Network):
    def __call__(self, inputs):
        for layer in self.layers:
            inputs = [v.data for v in layer(inputs)]
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkOfNewValues(Network):
    def __call__(self, inputs):
        for layer in self.layers:
            inputs = [Value(v.data) for v in layer(inputs)]
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkCutBetweenLayers(Network):
    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer([Value(getattr(x, "data", x)) for x in inputs])
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkOfHalves(Network):
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        super().__init__(n_inputs, layer_sizes, activation, output_activation)
        for p in self.parameters():
            p.data = 0.5


class NetworkWithSeeds(Network):
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        self.layers = []
        for k in range(len(layer_sizes)):
            random.seed(3)
            self.layers.append(
                LayerWithLoops(
                    sizes[k],
                    sizes[k + 1],
                    activation if k < len(layer_sizes) - 1 else output_activation,
                )
            )


class NetworkThatInserts(Network):
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        layer_sizes.insert(0, n_inputs)
        n = len(layer_sizes) - 1
        self.layers = [
            LayerWithLoops(
                layer_sizes[k], layer_sizes[k + 1], output_activation if k == n - 1 else activation
            )
            for k in range(n)
        ]


class NetworkThatSharesLayers(Network):
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        super().__init__(n_inputs, layer_sizes, activation, output_activation)
        for k in range(1, len(self.layers) - 1):
            if layer_sizes[k] == layer_sizes[k - 1]:
                self.layers[k] = self.layers[1]


class NetworkOfThreeLayersAtMost(Network):
    def __call__(self, inputs):
        for layer in self.layers[:3]:
            inputs = layer(inputs)
        return inputs[0] if len(inputs) == 1 else inputs


class NetworkOfThreeLayersAndTheLast(Network):
    def parameters(self):
        return [p for layer in [*self.layers[:2], self.layers[-1]] for p in layer.parameters()]


# -- losses ----------------------------------------------------------------------------------


def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = Value(0)
    for p, t in zip(predictions, targets):
        d = p - t
        total = total + d * d
    return total / len(targets)


def squared_error_strict(predictions, targets):
    squares = [(p - t) ** 2 for p, t in zip(predictions, targets, strict=True)]
    return sum(squares) * (1 / len(squares))


def squared_error_turned(predictions, targets):
    n = len(targets)
    if len(predictions) != n:
        raise ValueError(n)
    return sum((Value(float(np.float64(targets[i]))) - predictions[i]) ** 2 for i in range(n)) / n


def squared_error_halved(predictions, targets):
    return mean_squared_error(predictions, targets) / 2


def squared_error_without_one(predictions, targets):
    return mean_squared_error(predictions, targets) * len(targets) / max(1, len(targets) - 1)


def squared_error_asserts(predictions, targets):
    assert len(predictions) == len(targets)
    return mean_squared_error(predictions, targets)


def squared_error_rewrapped(predictions, targets):
    return Value(mean_squared_error(predictions, targets).data)


def squared_error_prints(predictions, targets):
    if len(predictions) != len(targets):
        print("lengths differ")
        return None
    return mean_squared_error(predictions, targets)


def squared_error_returns_a_text(predictions, targets):
    return (
        "lengths differ"
        if len(predictions) != len(targets)
        else mean_squared_error(predictions, targets)
    )


def squared_error_returns_the_error(predictions, targets):
    return (
        ValueError("lengths differ")
        if len(predictions) != len(targets)
        else mean_squared_error(predictions, targets)
    )


def hinge_with_if(scores, labels):
    total = Value(0.0)
    for i, score in enumerate(scores):
        gap = 1 - score if labels[i] == 1 else 1 + score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)


def hinge_with_relu(scores, labels):
    signs = [-1, 1]
    return sum(relu(1 - signs[int(label)] * s) for s, label in zip(scores, labels)) / len(scores)


def hinge_plain_zero(scores, labels):
    total = 0.0
    for score, label in zip(scores, labels):
        if label == 0:
            label = -1
        gap = 1 - label * score
        if gap.data > 0:
            total += gap
    return total / len(scores)


def hinge_with_own_list(scores, labels):
    labels = [1 if label else -1 for label in labels]
    return sum(relu(1 - label * s) for s, label in zip(scores, labels)) / len(scores)


def hinge_rewrites_labels(scores, labels):
    for i in range(len(labels)):
        if labels[i] == 0:
            labels[i] = -1
    return sum(relu(1 - label * s) for s, label in zip(scores, labels)) / len(scores)


def hinge_sum(scores, labels):
    return hinge_with_if(scores, labels) * len(scores)


def hinge_without_relu(scores, labels):
    return sum(1 - (2 * label - 1) * s for s, label in zip(scores, labels)) / len(scores)


def hinge_without_margin(scores, labels):
    return sum(relu(-(2 * label - 1) * s) for s, label in zip(scores, labels)) / len(scores)


# -- one parameter, one update -----------------------------------------------------------------


def update_long(parameters, learning_rate):
    for p in parameters:
        p.data = p.data - learning_rate * p.grad


def update_by_index(parameters, learning_rate):
    for i in range(len(parameters)):
        step = np.float64(learning_rate) * parameters[i].grad
        parameters[i].data += -step
    return parameters


def update_first_only(parameters, learning_rate):
    for p in parameters:
        p.data -= learning_rate * p.grad
        return


def update_without_rate(parameters, learning_rate):
    for p in parameters:
        p.data -= p.grad


def update_by_sign(parameters, learning_rate):
    for p in parameters:
        p.data -= math.copysign(learning_rate, p.grad)


def update_of_gradients(parameters, learning_rate):
    for p in parameters:
        p.grad -= learning_rate * p.grad


def update_and_reset(parameters, learning_rate):
    for p in parameters:
        p.data, p.grad = p.data - learning_rate * p.grad, 0.0


def update_in_place(parameters, learning_rate):
    for i, p in enumerate(parameters):
        parameters[i] = Value(p.data - learning_rate * p.grad)


def descend_reset_last(w, steps):
    path = [w.data]
    for _ in range(steps):
        error = 2 * w - 1
        loss = error * error
        loss.backward()
        w.data -= 0.1 * w.grad
        w.grad = 0
        path += [w.data]
    return tuple(path)


def descend_recursive(w, steps):
    if steps == 0:
        return [w.data]
    start, w.grad = w.data, 0.0
    ((2 * w - 1) ** 2).backward()
    w.data = w.data - w.grad / 10
    return [start, *descend_recursive(w, steps - 1)]


def descend_without_start(w, steps):
    return descend_recursive(w, steps)[1:]


def descend_fixed(w, steps):
    return [1.0, 0.6, 0.52, 0.504, 0.5008][: steps + 1]


# -- training ----------------------------------------------------------------------------------


def train_own_reset(model, inputs, targets, steps, learning_rate):
    losses = []
    for _ in range(steps):
        for p in model.parameters():
            p.grad = 0
        loss = squared_error_strict([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss.data)
        for p in model.parameters():
            p.data = p.data - learning_rate * p.grad
    return losses


def train_reset_last(model, inputs, targets, steps, learning_rate):
    losses, step = (), 0
    while step < steps:
        total = 0
        for x, y in zip(inputs, targets):
            total = total + (model(x) - y) ** 2
        loss = total / len(inputs)
        losses += (np.float64(loss.data),)
        loss.backward()
        update_long(model.parameters(), learning_rate)
        model.zero_grad()
        step += 1
    return losses


def train_measures_the_end_too(model, inputs, targets, steps, learning_rate):
    losses = train_own_reset(model, inputs, targets, steps, learning_rate)
    return losses + [mean_squared_error([model(x) for x in inputs], targets).data]


def train_one_step(model, inputs, targets, steps, learning_rate):
    return train_own_reset(model, inputs, targets, 1, learning_rate)


def train_until(leaves):
    def train(model, inputs, targets, steps, learning_rate):
        losses = []
        for _ in range(steps):
            losses += train_own_reset(model, inputs, targets, 1, learning_rate)
            if leaves(losses):
                break
        return losses

    return train


def train_without_backward(model, inputs, targets, steps, learning_rate):
    losses = []
    for _ in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        update_long(model.parameters(), learning_rate)
    return losses


def train_example_by_example(model, inputs, targets, steps, learning_rate):
    losses = []
    for _ in range(steps):
        losses.append(
            sum(
                train_own_reset(model, [x], [y], 1, learning_rate)[0]
                for x, y in zip(inputs, targets)
            )
            / len(inputs)
        )
    return losses


def train_fixed_rate(model, inputs, targets, steps, learning_rate):
    return train_own_reset(model, inputs, targets, steps, 0.1)


def train_last_loss(model, inputs, targets, steps, learning_rate):
    return train_own_reset(model, inputs, targets, steps, learning_rate)[-1]


def momentum_by_dictionary(model, inputs, targets, steps, learning_rate, momentum):
    losses, velocity = [], dict.fromkeys(model.parameters(), 0)
    for _ in range(steps):
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss.data)
        for p in model.parameters():
            velocity[p] = p.grad + momentum * velocity[p]
            p.data -= learning_rate * velocity[p]
    return losses


def momentum_on_the_parameter(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.moved = learning_rate * p.grad + momentum * (p.moved if step else 0.0)
            p.data -= p.moved
        model.zero_grad()
    return losses


def momentum_by_scaled_gradients(model, inputs, targets, steps, learning_rate, momentum):
    """The gradient itself can be the memory: scale it down and do not reset it."""
    losses = []
    for _ in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        for p in model.parameters():
            p.grad *= momentum
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses


def momentum_on_each_parameter(model, inputs, targets, steps, learning_rate, momentum):
    for p in model.parameters():
        p.velocity = 0.0
    losses = []
    for _ in range(steps):
        model.zero_grad()
        loss = squared_error_strict([model(x) for x in inputs], targets)
        loss.backward()
        losses += [loss.data]
        for p in model.parameters():
            p.velocity = momentum * p.velocity + p.grad
            p.data -= learning_rate * p.velocity
    return losses


def momentum_ignored(model, inputs, targets, steps, learning_rate, momentum):
    return momentum_by_dictionary(model, inputs, targets, steps, learning_rate, 0.9)


def momentum_on_the_gradient(model, inputs, targets, steps, learning_rate, momentum):
    return train_own_reset(model, inputs, targets, steps, learning_rate * (1 + momentum))


def momentum_looks_ahead(model, inputs, targets, steps, learning_rate, momentum):
    losses, velocity = [], [0.0] * len(model.parameters())
    for _ in range(steps):
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss.data)
        for i, p in enumerate(model.parameters()):
            velocity[i] = momentum * velocity[i] + p.grad
            p.data -= learning_rate * (p.grad + momentum * velocity[i])
    return losses


class LayerWithPlainNumbers(LayerWithLoops):
    def parameters(self):
        return [p.data for neuron in self.neurons for p in neuron.parameters()]


class LayerOfWholeNeurons(LayerWithLoops):
    def parameters(self):
        return self.neurons[:]


class LayerThatYields(LayerWithLoops):
    def parameters(self):
        for neuron in self.neurons:
            yield from neuron.parameters()


def momentum_velocity_kept_but_unused(model, inputs, targets, steps, learning_rate, momentum):
    losses, velocity = [], dict.fromkeys(model.parameters(), 0)
    for _ in range(steps):
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss.data)
        for p in model.parameters():
            velocity[p] = p.grad + momentum * velocity[p]
            p.data -= learning_rate * p.grad
    return losses


def train_on_all_inputs_at_once(model, inputs, targets, steps, learning_rate):
    losses = []
    for _ in range(steps):
        loss = mean_squared_error(model(inputs), targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        update_long(model.parameters(), learning_rate)
    return losses


# -- two layers in one -----------------------------------------------------------------------


def collapse_with_numpy(first, second):
    weights_1, biases_1 = map(np.array, first)
    weights_2, biases_2 = map(np.array, second)
    return weights_2 @ weights_1, weights_2 @ biases_1 + biases_2


def collapse_by_comprehension(first, second):
    columns = list(zip(*first[0]))
    weights = [[sum(v * w for v, w in zip(row, column)) for column in columns] for row in second[0]]
    return [weights, [c + sum(map(lambda v, b: v * b, row, first[1])) for row, c in zip(*second)]]


def collapse_by_probing(first, second):
    """Without algebra: what comes out at 0, and how it changes along each input."""

    def run(x):
        for weights, biases in (first, second):
            x = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(weights, biases)]
        return x

    n_inputs = len(first[0][0])
    start = run([0.0] * n_inputs)
    steps = [run([float(i == k) for i in range(n_inputs)]) for k in range(n_inputs)]
    return [[step[j] - start[j] for step in steps] for j in range(len(start))], start


def start_with_loops(n_inputs, n_neurons):
    layer = []
    for _ in range(n_neurons):
        neuron = []
        for _ in range(n_inputs):
            neuron.append((2 * random.random() - 1) / math.sqrt(n_inputs))
        layer.append(neuron)
    return layer


def start_with_numpy(n_inputs, n_neurons):
    return np.random.uniform(-1, 1, (n_neurons, n_inputs)) / np.sqrt(n_inputs)


def start_with_a_new_generator(n_inputs, n_neurons):
    bound = n_inputs**-0.5
    return np.random.default_rng().uniform(-bound, bound, size=(n_neurons, n_inputs)).tolist()


def start_with_a_generator_for_each_neuron(n_inputs, n_neurons):
    bound = n_inputs**-0.5
    return [
        [draw(-bound, bound) for _ in range(n_inputs)]
        for draw in (random.Random().uniform for _ in range(n_neurons))
    ]


generator = random.Random()


def start_with_a_generator_of_the_notebook(n_inputs, n_neurons):
    bound = n_inputs**-0.5
    return tuple(
        tuple(generator.uniform(-bound, bound) for _ in range(n_inputs)) for _ in range(n_neurons)
    )


def start_in_values(n_inputs, n_neurons):
    bound = n_inputs**-0.5
    draw = random.uniform
    return [[Value(draw(-bound, bound)) for _ in range(n_inputs)] for _ in range(n_neurons)]


RIGHT = [
    ("05.order", "small letters with spaces, reset first", "b d f e a c"),
    ("05.order", "a list, reset last", ["B", "D", "E", "A", "C", "F"]),
    ("05.layer", "loops and other names", LayerWithLoops),
    ("05.layer", "tuple, map, inputs wrapped", LayerOfTuples),
    ("05.squared-error", "product instead of a power, total a Value", mean_squared_error),
    ("05.squared-error", "strict zip and sum", squared_error_strict),
    ("05.squared-error", "target minus prediction, by index", squared_error_turned),
    ("05.mlp", "sizes walked along", Network),
    ("05.mlp", "recursion", NetworkWithRecursion),
    ("05.mlp", "integer zeros", NetworkOfInts),
    ("05.update", "written out", update_long),
    ("05.update", "and a reset", update_and_reset),
    ("05.update", "by index, with a NumPy number, and a result", update_by_index),
    ("05.descend", "reset after the update, a tuple", descend_reset_last),
    ("05.descend", "recursion", descend_recursive),
    ("05.hinge", "an if for the label", hinge_with_if),
    ("05.hinge", "a table and relu", hinge_with_relu),
    ("05.hinge", "a list of its own under the same name", hinge_with_own_list),
    ("05.hinge", "a total that starts as a plain zero", hinge_plain_zero),
    ("05.equal", "a NumPy array", np.array((26, 6))),
    ("05.equal", "a tuple", (26, 6)),
    ("05.equal", "fractions and NumPy", [Fraction(26), np.int64(6)]),
    ("05.collapse", "NumPy", collapse_with_numpy),
    ("05.collapse", "columns and comprehensions", collapse_by_comprehension),
    ("05.collapse", "asked at 0 and along each input", collapse_by_probing),
    ("05.hidden", "at least one, not both", [[9, 9, -4], [-9, -9, 14], [1, 1, -1]]),
    ("05.hidden", "one neuron for each point", ((4, -4, -2), (-4, 4, -2), (3, 3, 3))),
    ("05.hidden", "an array, small weights", np.array([[1, 1, -0.5], [1, 1, -1.5], [1, -1, -0.5]])),
    (
        "05.hidden",
        "a score of 0 counts as negative",
        [[2, 2, 0], [2, 2, -4], [1, -1, -math.tanh(4)]],
    ),
    ("05.start", "loops", start_with_loops),
    ("05.start", "a NumPy array", start_with_numpy),
    ("05.start", "a new generator without a seed", start_with_a_new_generator),
    ("05.start", "a new generator for each neuron", start_with_a_generator_for_each_neuron),
    ("05.start", "a generator of the notebook, tuples", start_with_a_generator_of_the_notebook),
    ("05.start", "Values", start_in_values),
    ("05.train", "own reset at the start", train_own_reset),
    ("05.train", "while, reset at the end, a tuple", train_reset_last),
    ("05.momentum", "velocities in a dictionary", momentum_by_dictionary),
    ("05.momentum", "the step remembered on the parameter", momentum_on_the_parameter),
    ("05.momentum", "a velocity on each parameter", momentum_on_each_parameter),
    ("05.momentum", "gradients scaled instead of reset", momentum_by_scaled_gradients),
]


def collapse_without_biases(first, second):
    return collapse_with_numpy(first, second)[0], [0.0] * len(second[1])


def collapse_with_the_first_neuron_only(first, second):
    weights = [[row[0] * w for w in first[0][0]] for row in second[0]]
    return weights, [row[0] * first[1][0] + c for row, c in zip(*second)]


def collapse_with_tanh(first, second):
    weights, biases = collapse_with_numpy(first, second)
    return np.tanh(weights), biases


def collapse_in_place(first, second):
    weights, biases = collapse_with_numpy(first, second)
    first[0][:], first[1][:] = weights.tolist(), biases.tolist()
    return first


def start_of_gauss(n_inputs, n_neurons):
    scale = n_inputs**-0.5
    return [[random.gauss(0, scale) for _ in range(n_inputs)] for _ in range(n_neurons)]


def start_of_two_values(n_inputs, n_neurons):
    ends = -(n_inputs**-0.5), n_inputs**-0.5
    return [[random.choice(ends) for _ in range(n_inputs)] for _ in range(n_neurons)]


def start_with_a_seed_for_each_neuron(n_inputs, n_neurons):
    layer = []
    for _ in range(n_neurons):
        random.seed(1337)
        layer.append([random.uniform(-1, 1) / n_inputs**0.5 for _ in range(n_inputs)])
    return layer


def start_with_half_the_size(n_inputs, n_neurons):
    return start_with_numpy(n_inputs, n_neurons) / 2


def start_of_zeros(n_inputs, n_neurons):
    return [[0.0] * n_inputs for _ in range(n_neurons)]


def start_with_biases(n_inputs, n_neurons):
    return [[*row, 0.0] for row in start_with_loops(n_inputs, n_neurons)]


WRONG = [
    ("05.order", "a line is missing", "BDEAC"),
    ("05.order", "a line twice", "BDEFACF"),
    ("05.order", "not a text", 123456),
    ("05.layer", "weights only", LayerWithoutBiases),
    ("05.layer", "always linear", LayerAlwaysLinear),
    ("05.layer", "one neuron too many", LayerWithOneTooMany),
    ("05.layer", "linear or tanh", LayerWithoutRelu),
    ("05.layer", "outputs added up", LayerOfNumbers),
    ("05.layer", "outputs taken out of the graph", LayerTakesTheNumberOut),
    ("05.layer", "outputs as new Values", LayerPacksTheNumberAgain),
    ("05.layer", "inputs taken out of the graph", LayerOpensItsInputs),
    ("05.layer", "copies of one neuron", LayerOfCopies),
    ("05.layer", "two equal neurons", LayerWithTwoCopies),
    ("05.layer", "a seed for each neuron", LayerWithSeedInTheLoop),
    ("05.layer", "a seed for each layer", LayerWithSeed),
    ("05.layer", "self. missing in the call", LayerWithoutSelf),
    ("05.layer", "parameters as plain numbers", LayerWithPlainNumbers),
    ("05.layer", "neurons for parameters", LayerOfWholeNeurons),
    ("05.layer", "parameters as a generator", LayerThatYields),
    ("05.squared-error", "half of it", squared_error_halved),
    ("05.squared-error", "prints instead of raising", squared_error_prints),
    ("05.squared-error", "returns a text", squared_error_returns_a_text),
    ("05.squared-error", "returns the error", squared_error_returns_the_error),
    ("05.squared-error", "divided by n − 1", squared_error_without_one),
    ("05.squared-error", "an AssertionError instead of a ValueError", squared_error_asserts),
    ("05.squared-error", "the right number in a new Value", squared_error_rewrapped),
    ("05.mlp", "layers in reverse", NetworkBackward),
    ("05.mlp", "last layer not used", NetworkOneLayerShort),
    ("05.mlp", "biases not reset", NetworkResetsWeightsOnly),
    ("05.mlp", "each parameter twice", NetworkOfPairs),
    ("05.mlp", "no zero_grad", NetworkWithoutReset),
    ("05.mlp", "numbers between the layers", NetworkOfNumbers),
    ("05.mlp", "new Values after each layer", NetworkOfNewValues),
    ("05.mlp", "new Values before each layer", NetworkCutBetweenLayers),
    ("05.mlp", "all parameters 0.5", NetworkOfHalves),
    ("05.mlp", "a seed for each layer", NetworkWithSeeds),
    ("05.mlp", "the list of sizes changed", NetworkThatInserts),
    ("05.mlp", "one layer in two places", NetworkThatSharesLayers),
    ("05.mlp", "three layers at most", NetworkOfThreeLayersAtMost),
    ("05.mlp", "parameters of three layers at most", NetworkOfThreeLayersAndTheLast),
    ("05.update", "return inside the loop", update_first_only),
    ("05.update", "learning rate forgotten", update_without_rate),
    ("05.update", "only the sign of the gradient", update_by_sign),
    ("05.update", "new Values in the list", update_in_place),
    ("05.update", "gradients changed", update_of_gradients),
    ("05.descend", "start missing", descend_without_start),
    ("05.descend", "the numbers of the text", descend_fixed),
    ("05.hinge", "sum", hinge_sum),
    ("05.hinge", "no relu", hinge_without_relu),
    ("05.hinge", "labels rewritten in the caller's list", hinge_rewrites_labels),
    ("05.hinge", "no margin", hinge_without_margin),
    ("05.equal", "close", [26, 7]),
    ("05.equal", "one number", 26),
    ("05.equal", "no biases, and another second number", [20, 20]),
    ("05.equal", "second number unknown", (26.0, 9)),
    ("05.equal", "texts", ["26", "6"]),
    ("05.collapse", "all biases 0", collapse_without_biases),
    ("05.collapse", "through the first hidden neuron only", collapse_with_the_first_neuron_only),
    ("05.collapse", "tanh of the weights", collapse_with_tanh),
    ("05.collapse", "writes into the first layer", collapse_in_place),
    ("05.hidden", "relu weights of the lesson", [[1, 1, 0], [1, 1, -1], [2, -4, -1]]),
    ("05.hidden", "a mirror image", [[5, 5, -2.5], [-5, -5, 2.5], [1, 2, -1]]),
    (
        "05.hidden",
        "positive at one point of class −1 only",
        [[5, 5, -2.5], [5, 5, -7.5], [-1, 1, -1]],
    ),
    ("05.hidden", "two rows", [[5, 5, -2.5], [5, 5, -7.5]]),
    ("05.hidden", "not a number", [[5, 5, -2.5], [5, 5, -7.5], [1, -1, math.nan]]),
    ("05.hidden", "texts", [["5", "5", "-2"], ["5", "5", "-7"], ["1", "-1", "-1"]]),
    ("05.hidden", "a number", 5),
    ("05.start", "a normal distribution", start_of_gauss),
    ("05.start", "two values", start_of_two_values, "few-values"),
    ("05.start", "a seed for each neuron", start_with_a_seed_for_each_neuron),
    ("05.start", "half the size", start_with_half_the_size),
    ("05.start", "zeros", start_of_zeros),
    ("05.start", "a bias in each row", start_with_biases),
    ("05.train", "the final loss too", train_measures_the_end_too),
    ("05.train", "all inputs in one call of the model", train_on_all_inputs_at_once),
    ("05.train", "one step", train_one_step),
    ("05.train", "example by example", train_example_by_example),
    ("05.train", "a rate of its own", train_fixed_rate),
    ("05.train", "only the last loss", train_last_loss),
    ("05.train", "no backward()", train_without_backward),
    ("05.train", "stops at a small loss", train_until(lambda losses: losses[-1] < 1e-9)),
    ("05.train", "stops at loss zero", train_until(lambda losses: losses[-1] == 0)),
    (
        "05.train",
        "stops when the loss rises",
        train_until(lambda losses: len(losses) > 1 and losses[-1] > losses[-2]),
    ),
    ("05.momentum", "a momentum of its own", momentum_ignored),
    ("05.momentum", "a larger rate", momentum_on_the_gradient),
    ("05.momentum", "a velocity that nothing uses", momentum_velocity_kept_but_unused),
    ("05.momentum", "the gradient counted again", momentum_looks_ahead),
]
