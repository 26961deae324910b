"""Students' answers to the exercises of lesson 05, written from the notebooks alone."""

PRELUDE = """
import random
from mgrad import Neuron, Value

class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.extend(neuron.parameters())
        return result

def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("the lists differ in length")
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction - target) ** 2
    return total / len(targets)

class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + list(layer_sizes)
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(sizes[k], sizes[k + 1], output_activation if last else activation))

    def __call__(self, inputs):
        numbers = inputs
        for layer in self.layers:
            numbers = layer(numbers)
        return numbers[0] if len(numbers) == 1 else numbers

    def parameters(self):
        result = []
        for layer in self.layers:
            result.extend(layer.parameters())
        return result

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0

def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        scores = [model(x) for x in inputs]
        loss = mean_squared_error(scores, targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
"""

ANSWERS = [
    # ---- 05.order
    ("05.order", "core", "reset between backward and update", """
order = "BDEAFC"
"""),
    ("05.order", "single", "update before backward", """
order = "BDECAF"
"""),
    ("05.order", "single", "backward before the loss", """
order = "BDFAEC"
"""),
    ("05.order", "form", "the path instead of the letters", """
order = [1.0, 0.6, 0.52, 0.504]
"""),
    ("05.order", "right", "reset at the end of the loop", """
order = "BDEACF"
"""),
    # ---- 05.layer
    ("05.layer", "core", "one neuron many times", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation)] * n_outputs

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.extend(neuron.parameters())
        return result
"""),
    ("05.layer", "single", "a single output is not in a list", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        outs = [neuron(inputs) for neuron in self.neurons]
        return outs[0] if len(outs) == 1 else outs

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.extend(neuron.parameters())
        return result
"""),
    ("05.layer", "single", "activation is not handed on", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.extend(neuron.parameters())
        return result
"""),
    ("05.layer", "form", "append: a list of lists", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.append(neuron.parameters())
        return result
"""),
    ("05.layer", "two", "sizes swapped, activation is not handed on", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_outputs) for _ in range(n_inputs)]

    def __call__(self, inputs):
        return [neuron(inputs) for neuron in self.neurons]

    def parameters(self):
        result = []
        for neuron in self.neurons:
            result.extend(neuron.parameters())
        return result
"""),
    ("05.layer", "right", "while loop and nested comprehension", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = []
        while len(self.neurons) < n_outputs:
            self.neurons.append(Neuron(n_inputs, activation))

    def __call__(self, inputs):
        return list(map(lambda unit: unit(inputs), self.neurons))

    def parameters(self):
        return [p for unit in self.neurons for p in unit.parameters()]
"""),
    # ---- 05.squared-error
    ("05.squared-error", "core", "lengths not compared", """
def mean_squared_error(predictions, targets):
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction - target) ** 2
    return total / len(targets)
"""),
    ("05.squared-error", "single", "sum instead of mean", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("the lists differ in length")
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction - target) ** 2
    return total
"""),
    ("05.squared-error", "single", "square of the mean miss", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("the lists differ in length")
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction - target)
    return (total / len(targets)) ** 2
"""),
    ("05.squared-error", "form", "a plain number", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("the lists differ in length")
    total = 0.0
    for prediction, target in zip(predictions, targets):
        total = total + (prediction.data - target) ** 2
    return total / len(targets)
"""),
    ("05.squared-error", "right", "zip strict, sum, product with the reciprocal", """
def mean_squared_error(predictions, targets):
    if len(targets) - len(predictions):
        raise ValueError(f"{len(predictions)} predictions, but {len(targets)} targets")
    misses = [t - p for p, t in zip(predictions, targets, strict=True)]
    return sum(m * m for m in misses) * (1 / len(misses))
"""),
    # ---- 05.mlp
    ("05.mlp", "core", "the last layer bends like all others", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + list(layer_sizes)
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(sizes[k], sizes[k + 1], activation))

    def __call__(self, inputs):
        numbers = inputs
        for layer in self.layers:
            numbers = layer(numbers)
        return numbers[0] if len(numbers) == 1 else numbers

    def parameters(self):
        result = []
        for layer in self.layers:
            result.extend(layer.parameters())
        return result

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "single", "each layer reads the inputs of the network size", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + list(layer_sizes)
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(n_inputs, sizes[k + 1], output_activation if last else activation))

    def __call__(self, inputs):
        numbers = inputs
        for layer in self.layers:
            numbers = layer(numbers)
        return numbers[0] if len(numbers) == 1 else numbers

    def parameters(self):
        result = []
        for layer in self.layers:
            result.extend(layer.parameters())
        return result

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "single", "a single output stays in its list", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + list(layer_sizes)
        self.layers = []
        for k in range(len(layer_sizes)):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(sizes[k], sizes[k + 1], output_activation if last else activation))

    def __call__(self, inputs):
        numbers = inputs
        for layer in self.layers:
            numbers = layer(numbers)
        return numbers

    def parameters(self):
        result = []
        for layer in self.layers:
            result.extend(layer.parameters())
        return result

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "right", "zip of sizes, the last layer apart", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        *hidden, out = layer_sizes
        froms = [n_inputs, *hidden]
        self.layers = [Layer(i, o, activation) for i, o in zip(froms, hidden)]
        self.layers.append(Layer(froms[-1], out, output_activation))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        if len(inputs) > 1:
            return inputs
        return inputs[0]

    def parameters(self):
        return sum((layer.parameters() for layer in self.layers), [])

    def zero_grad(self):
        for layer in self.layers:
            for p in layer.parameters():
                p.grad = 0.0
"""),
    # ---- 05.update
    ("05.update", "core", "changes the number now, but uphill", """
def update(parameters, learning_rate):
    for p in parameters:
        p.data += learning_rate * p.grad
"""),
    ("05.update", "single", "sign mended, still renames p", """
def update(parameters, learning_rate):
    for p in parameters:
        p -= learning_rate * p.grad
"""),
    ("05.update", "single", "only the direction of the gradient is used", """
def update(parameters, learning_rate):
    for p in parameters:
        if p.grad > 0:
            p.data -= learning_rate
        elif p.grad < 0:
            p.data += learning_rate
"""),
    ("05.update", "form", "returns the new numbers, leaves the parameters", """
def update(parameters, learning_rate):
    return [p.data - learning_rate * p.grad for p in parameters]
"""),
    ("05.update", "two", "uphill, and the number is replaced instead of moved", """
def update(parameters, learning_rate):
    for p in parameters:
        p.data = learning_rate * p.grad
"""),
    ("05.update", "right", "by index", """
def update(parameters, learning_rate):
    for i in range(len(parameters)):
        q = parameters[i]
        q.data = q.data + -learning_rate * q.grad
"""),
    # ---- 05.descend
    ("05.descend", "core", "reset mended, the loss is still computed once", """
def descend(w, steps):
    loss = (2 * w - 1) ** 2
    path = [w.data]
    for step in range(steps):
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
"""),
    ("05.descend", "single", "loss in the loop, reset still before the update", """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.grad = 0.0
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
"""),
    ("05.descend", "single", "reset once before the loop", """
def descend(w, steps):
    path = [w.data]
    w.grad = 0.0
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
"""),
    ("05.descend", "right", "reset at the end and before the loop", """
def descend(w, steps):
    path = [w.data]
    w.grad = 0.0
    while len(path) <= steps:
        miss = 2 * w - 1
        (miss * miss).backward()
        w.data = w.data - w.grad / 10
        w.grad = 0.0
        path += [w.data]
    return path
"""),
    # ---- 05.hinge
    ("05.hinge", "core", "the two classes swapped: 1 - 2 * label", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        target = 1 - 2 * label
        gap = 1 - target * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "single", "label - 1: class 0 is right, class 1 has target 0", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (label - 1) * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "single", "class 0 is left out, so it costs nothing", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - label * score
        if label == 1 and gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "form", "returns a plain number", """
def hinge_loss(scores, labels):
    total = 0.0
    for score, label in zip(scores, labels):
        target = 1 if label == 1 else -1
        total += max(0.0, 1 - target * score.data)
    return total / len(scores)
"""),
    ("05.hinge", "right", "two cases and a list of gaps", """
def hinge_loss(scores, labels):
    gaps = [1 - s if y else 1 + s for s, y in zip(scores, labels)]
    return sum([g for g in gaps if g.data > 0], Value(0.0)) / len(gaps)
"""),
    # ---- 05.collapse
    ("05.collapse", "core", "biases of the first layer added without the second weights", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    weights = [[sum(row[j] * weights_1[j][i] for j in range(len(row))) for i in range(len(weights_1[0]))]
               for row in weights_2]
    biases = [b + sum(biases_1) for b in biases_2]
    return weights, biases
"""),
    ("05.collapse", "single", "the first biases are lost", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    weights = [[sum(row[j] * weights_1[j][i] for j in range(len(row))) for i in range(len(weights_1[0]))]
               for row in weights_2]
    return weights, biases_2
"""),
    ("05.collapse", "single", "weights transposed: one list for each input", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    weights = [[sum(row[j] * weights_1[j][i] for j in range(len(row))) for row in weights_2]
               for i in range(len(weights_1[0]))]
    biases = [b + sum(w * b1 for w, b1 in zip(row, biases_1)) for row, b in zip(weights_2, biases_2)]
    return weights, biases
"""),
    ("05.collapse", "form", "a function of the input instead of a pair", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    def layer(inputs):
        hidden = [sum(w * x for w, x in zip(row, inputs)) + b for row, b in zip(weights_1, biases_1)]
        return [sum(w * h for w, h in zip(row, hidden)) + b for row, b in zip(weights_2, biases_2)]
    return layer
"""),
    ("05.collapse", "two", "weights multiplied in place, row by row, and the first biases lost", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    weights = [[u * v for u, v in zip(row_1, row_2)] for row_1, row_2 in zip(weights_1, weights_2)]
    return weights, biases_2
"""),
    ("05.collapse", "right", "NumPy matrices, lists again at the end", """
import numpy as np

def collapse(first, second):
    (A, a), (B, b) = [(np.array(w, dtype=float), np.array(c, dtype=float)) for w, c in (first, second)]
    return (B @ A).tolist(), (B @ a + b).tolist()
"""),
    # ---- 05.hidden
    ("05.hidden", "core", "relu weights taken over", """
weights = [[1, 1, 0], [1, 1, -1], [1, -2, 0]]
"""),
    ("05.hidden", "single", "OR and AND, but the bias of the output forgotten", """
weights = [[10, 10, -5], [10, 10, -15], [1, -1, 0]]
"""),
    ("05.hidden", "single", "OR plus AND instead of OR but not AND", """
weights = [[10, 10, -5], [10, 10, -15], [1, 1, -1]]
"""),
    ("05.hidden", "form", "nine numbers in one flat list", """
weights = [10, 10, -5, 10, 10, -15, 1, -1, -1]
"""),
    ("05.hidden", "right", "only x1, or only x2", """
k = 8.0
weights = [[k, -k, -k / 2], [-k, k, -k / 2], [1.0, 1.0, 1.0]]
"""),
    # ---- 05.equal
    ("05.equal", "core", "training makes all of them different", """
predicted = [26, 26]
"""),
    ("05.equal", "single", "equal at the start, equal for ever", """
predicted = [26, 1]
"""),
    ("05.equal", "single", "biases not counted as parameters", """
predicted = [20, 6]
"""),
    ("05.equal", "two", "biases not counted, and the output neuron forgotten", """
predicted = [20, 4]
"""),
    ("05.equal", "right", "computed from the sizes", """
sizes = [3, 5, 1]
predicted = [sum((i + 1) * o for i, o in zip(sizes, sizes[1:])), (3 + 1) + (1 + 1)]
"""),
    # ---- 05.start
    ("05.start", "core", "drawn for each neuron, the size stays 1", """
def start_weights(n_inputs, n_neurons):
    return [[random.uniform(-1, 1) for _ in range(n_inputs)] for _ in range(n_neurons)]
"""),
    ("05.start", "single", "size mended, all neurons still share one list", """
def start_weights(n_inputs, n_neurons):
    r = 1 / n_inputs**0.5
    neuron = [random.uniform(-r, r) for _ in range(n_inputs)]
    return [neuron for _ in range(n_neurons)]
"""),
    ("05.start", "single", "the root forgotten: 1 / n", """
def start_weights(n_inputs, n_neurons):
    r = 1 / n_inputs
    return [[random.uniform(-r, r) for _ in range(n_inputs)] for _ in range(n_neurons)]
"""),
    ("05.start", "form", "one flat list of all weights", """
def start_weights(n_inputs, n_neurons):
    r = 1 / n_inputs**0.5
    return [random.uniform(-r, r) for _ in range(n_inputs * n_neurons)]
"""),
    ("05.start", "two", "copies of one list, and the size from the number of neurons", """
def start_weights(n_inputs, n_neurons):
    r = 1 / n_neurons**0.5
    neuron = [random.uniform(-r, r) for _ in range(n_inputs)]
    return [list(neuron) for _ in range(n_neurons)]
"""),
    ("05.start", "right", "drawn between -1 and 1, then divided", """
import math

def start_weights(n_inputs, n_neurons):
    layer = []
    for _ in range(n_neurons):
        layer.append([random.uniform(-1, 1) / math.sqrt(n_inputs) for _ in range(n_inputs)])
    return layer
"""),
    # ---- 05.train
    ("05.train", "core", "zero_grad forgotten", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        scores = [model(x) for x in inputs]
        loss = mean_squared_error(scores, targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
"""),
    ("05.train", "single", "an update after each example", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        total = 0.0
        for x, y in zip(inputs, targets):
            loss = mean_squared_error([model(x)], [y])
            total += loss.data
            model.zero_grad()
            loss.backward()
            for p in model.parameters():
                p.data -= learning_rate * p.grad
        losses.append(total / len(inputs))
    return losses
"""),
    ("05.train", "single", "the loss is measured after the update", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        scores = [model(x) for x in inputs]
        loss = mean_squared_error(scores, targets)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses
"""),
    ("05.train", "form", "a list of Values", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        scores = [model(x) for x in inputs]
        loss = mean_squared_error(scores, targets)
        losses.append(loss)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
"""),
    ("05.train", "right", "list of new numbers per step, gradients cleared at both ends", """
def train(model, inputs, targets, steps, learning_rate):
    history = []
    model.zero_grad()
    while len(history) < steps:
        error = mean_squared_error(list(map(model, inputs)), targets)
        history = history + [float(error.data)]
        error.backward()
        for weight in model.parameters():
            weight.data = weight.data - weight.grad * learning_rate
        model.zero_grad()
    return history
"""),
    # ---- 05.momentum
    ("05.momentum", "core", "one velocity for all parameters", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocity = 0.0
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            velocity = momentum * velocity + p.grad
            p.data -= learning_rate * velocity
    return losses
"""),
    ("05.momentum", "single", "velocities start at 0 in every step", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    for step in range(steps):
        velocities = [0.0 for p in model.parameters()]
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            velocities[i] = momentum * velocities[i] + p.grad
            p.data -= learning_rate * velocities[i]
    return losses
"""),
    ("05.momentum", "single", "the gradient is weighted with 1 - momentum", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocities = [0.0 for p in model.parameters()]
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            velocities[i] = momentum * velocities[i] + (1 - momentum) * p.grad
            p.data -= learning_rate * velocities[i]
    return losses
"""),
    ("05.momentum", "form", "only the last loss", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocities = [0.0 for p in model.parameters()]
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            velocities[i] = momentum * velocities[i] + p.grad
            p.data -= learning_rate * velocities[i]
    return losses[-1]
"""),
    ("05.momentum", "two", "zero_grad forgotten, and the learning rate twice", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocities = [0.0 for p in model.parameters()]
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for i, p in enumerate(model.parameters()):
            velocities[i] = momentum * velocities[i] + learning_rate * p.grad
            p.data -= learning_rate * velocities[i]
    return losses
"""),
    ("05.momentum", "right", "velocities in a dictionary by id", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    speed = {}
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            speed[id(p)] = momentum * speed.get(id(p), 0.0) + p.grad
            p.data -= learning_rate * speed[id(p)]
    return losses
"""),
]
