"""Students' answers to the exercises of lesson 05, written from the notebooks alone."""

PRELUDE = """
import random
from mgrad import Neuron, Value


class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [n(inputs) for n in self.neurons]

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("lengths differ")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
    return total / len(targets)
"""

ANSWERS = [
    ("05.order", "core", "reset between backward and update", """
order = "BDEAFC"
"""),
    ("05.order", "core", "loss built once, before the loop", """
order = "BEDFAC"
"""),
    ("05.order", "single", "update before backward", """
order = "BDFECA"
"""),
    ("05.order", "right", "reset at the end of the round, after the update", """
order = "BDEACF"
"""),
    ("05.layer", "core", "one neuron made and repeated", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation)] * n_outputs

    def __call__(self, inputs):
        return [n(inputs) for n in self.neurons]

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
"""),
    ("05.layer", "core", "parameters as a list of lists", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [n(inputs) for n in self.neurons]

    def parameters(self):
        return [n.parameters() for n in self.neurons]
"""),
    ("05.layer", "form", "a single output is taken out of its list", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = [Neuron(n_inputs, activation) for _ in range(n_outputs)]

    def __call__(self, inputs):
        outs = [n(inputs) for n in self.neurons]
        if len(outs) == 1:
            return outs[0]
        return outs

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
"""),
    ("05.layer", "two", "activation is not handed on, and inputs and outputs are exchanged", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = []
        for _ in range(n_inputs):
            self.neurons.append(Neuron(n_outputs))

    def __call__(self, inputs):
        return [n(inputs) for n in self.neurons]

    def parameters(self):
        ps = []
        for n in self.neurons:
            ps.extend(n.parameters())
        return ps
"""),
    ("05.layer", "right", "sum of lists and map", """
class Layer:
    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        self.neurons = list(map(lambda _: Neuron(n_inputs, activation), range(n_outputs)))

    def __call__(self, inputs):
        outputs = []
        for neuron in self.neurons:
            outputs += [neuron(inputs)]
        return outputs

    def parameters(self):
        return sum((n.parameters() for n in self.neurons), [])
"""),
    ("05.squared-error", "core", "the sum, not divided", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("predictions and targets differ in length")
    total = 0.0
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
    return total
"""),
    ("05.squared-error", "core", "the numbers are taken out with .data: result is a float", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("predictions and targets differ in length")
    total = 0.0
    for p, t in zip(predictions, targets):
        total += (p.data - t) ** 2
    return total / len(targets)
"""),
    ("05.squared-error", "single", "return inside the loop", """
def mean_squared_error(predictions, targets):
    if len(predictions) != len(targets):
        raise ValueError("predictions and targets differ in length")
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        total = total + (p - t) ** 2
        return total / len(targets)
"""),
    ("05.squared-error", "right", "range and a list of squares", """
def mean_squared_error(predictions, targets):
    n = len(predictions)
    if n != len(targets):
        raise ValueError(f"got {n} predictions for {len(targets)} targets")
    squares = [(targets[i] - predictions[i]) ** 2 for i in range(n)]
    return sum(squares, Value(0.0)) * (1 / n)
"""),
    ("05.mlp", "core", "every layer reads the inputs of the network's size", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = []
        for k, size in enumerate(layer_sizes):
            last = k == len(layer_sizes) - 1
            self.layers.append(Layer(n_inputs, size, output_activation if last else activation))

    def __call__(self, inputs):
        for layer in self.layers:
            out = layer(inputs)
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "core", "output_activation is never used", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + layer_sizes
        self.layers = [Layer(sizes[i], sizes[i + 1], activation) for i in range(len(layer_sizes))]

    def __call__(self, inputs):
        x = inputs
        for layer in self.layers:
            x = layer(x)
        return x[0] if len(x) == 1 else x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "single", "zero_grad sets data to 0", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs] + layer_sizes
        n = len(layer_sizes)
        self.layers = [Layer(sizes[i], sizes[i + 1], activation if i < n - 1 else output_activation)
                       for i in range(n)]

    def __call__(self, inputs):
        x = inputs
        for layer in self.layers:
            x = layer(x)
        return x[0] if len(x) == 1 else x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.data = 0.0
"""),
    ("05.mlp", "form", "a single output stays in a list", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        sizes = [n_inputs, *layer_sizes]
        n = len(layer_sizes)
        self.layers = [Layer(sizes[i], sizes[i + 1], activation if i < n - 1 else output_activation)
                       for i in range(n)]

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        return inputs

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0
"""),
    ("05.mlp", "right", "a running size, and the last layer appended by itself", """
class MLP:
    def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
        self.layers = []
        before = n_inputs
        for size in layer_sizes[:-1]:
            self.layers.append(Layer(before, size, activation))
            before = size
        self.layers.append(Layer(before, layer_sizes[-1], output_activation))

    def __call__(self, inputs):
        for layer in self.layers:
            inputs = layer(inputs)
        if len(inputs) > 1:
            return inputs
        (only,) = inputs
        return only

    def parameters(self):
        out = []
        for layer in self.layers:
            out.extend(layer.parameters())
        return out

    def zero_grad(self):
        for layer in self.layers:
            for p in layer.parameters():
                p.grad = 0
"""),
    ("05.update", "core", "sign mended, the name is still rebound", """
def update(parameters, learning_rate):
    for p in parameters:
        p -= learning_rate * p.grad
"""),
    ("05.update", "core", "data changed, still uphill", """
def update(parameters, learning_rate):
    for p in parameters:
        p.data += learning_rate * p.grad
"""),
    ("05.update", "single", "new Values written into the list", """
def update(parameters, learning_rate):
    for i, p in enumerate(parameters):
        parameters[i] = Value(p.data - learning_rate * p.grad)
"""),
    ("05.update", "right", "by index", """
def update(parameters, learning_rate):
    for i in range(len(parameters)):
        step = -learning_rate * parameters[i].grad
        parameters[i].data += step
"""),
    ("05.descend", "core", "reset moved, loss still built once", """
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
    ("05.descend", "core", "loss in the loop, reset still before the update", """
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
    ("05.descend", "single", "reset thrown away: gradients pile up", """
def descend(w, steps):
    path = [w.data]
    for step in range(steps):
        loss = (2 * w - 1) ** 2
        loss.backward()
        w.data -= 0.1 * w.grad
        path.append(w.data)
    return path
"""),
    ("05.descend", "right", "path appended at the top, the last one after the loop", """
def descend(w, steps):
    path = []
    for _ in range(steps):
        path.append(w.data)
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data = w.data - 0.1 * w.grad
    return path + [w.data]
"""),
    ("05.hinge", "core", "examples of class 0 are skipped", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        if label == 0:
            continue
        gap = 1 - label * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "core", "the sign is exchanged: 0 becomes +1", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - (1 - 2 * label) * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "single", "brackets around 2 · label - 1 forgotten", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        gap = 1 - 2 * label - 1 * score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.hinge", "right", "the two cases written out", """
def hinge_loss(scores, labels):
    total = Value(0.0)
    for score, label in zip(scores, labels):
        if label == 1:
            gap = 1 - score
        else:
            gap = 1 + score
        if gap.data > 0:
            total = total + gap
    return total / len(scores)
"""),
    ("05.collapse", "core", "the first biases are simply added: not weighted by the second layer", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    W, B = [], []
    for k in range(len(weights_2)):
        row = []
        for i in range(len(weights_1[0])):
            row.append(sum(weights_2[k][j] * weights_1[j][i] for j in range(len(weights_1))))
        W.append(row)
        B.append(biases_2[k] + sum(biases_1))
    return W, B
"""),
    ("05.collapse", "core", "weights multiplied entry by entry", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    W = [[a * b for a, b in zip(r1, r2)] for r1, r2 in zip(weights_1, weights_2)]
    B = [w[0] * b1 + b2 for w, b1, b2 in zip(weights_2, biases_1, biases_2)]
    return W, B
"""),
    ("05.collapse", "form", "weights only, no pair", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second
    return [[sum(row[j] * weights_1[j][i] for j in range(len(row)))
             for i in range(len(weights_1[0]))] for row in weights_2]
"""),
    ("05.collapse", "right", "zip(*weights) for the columns, and a helper", """
def collapse(first, second):
    weights_1, biases_1 = first
    weights_2, biases_2 = second

    def dot(a, b):
        return sum(x * y for x, y in zip(a, b))

    columns = list(zip(*weights_1))
    weights = [[dot(row, col) for col in columns] for row in weights_2]
    biases = [dot(row, biases_1) + b for row, b in zip(weights_2, biases_2)]
    return (weights, biases)
"""),
    ("05.hidden", "core", "the signs of the output layer are turned: XNOR", """
weights = [[20, 20, -10], [20, 20, -30], [-1, 1, 1]]
"""),
    ("05.hidden", "core", "the output bias is forgotten: score is 0 or 2, thought of with 0/1", """
weights = [[20, 20, -10], [20, 20, -30], [1, -2, 0]]
"""),
    ("05.hidden", "single", "the relu weights of the lesson", """
weights = [[1, 1, 0], [1, 1, -1], [1, -2, 0]]
"""),
    ("05.hidden", "form", "nine numbers in one flat list", """
weights = [20, 20, -10, 20, 20, -30, 1, -1, -1]
"""),
    ("05.hidden", "right", "the questions 'only x1' and 'only x2'", """
weights = [[10, -10, -5], [-10, 10, -5], [1, 1, 1]]
"""),
    ("05.equal", "core", "biases not counted", """
predicted = [20, 6]
"""),
    ("05.equal", "core", "all hidden numbers equal within a neuron too", """
predicted = [26, 2]
"""),
    ("05.equal", "single", "everything is thought to become different", """
predicted = [26, 26]
"""),
    ("05.equal", "form", "the two numbers as one text", """
predicted = "26 and 6"
"""),
    ("05.equal", "right", "counted with an expression", """
predicted = [(3 + 1) * 5 + (5 + 1) * 1, (3 + 1) + (1 + 1)]
"""),
    ("05.start", "core", "size right, all neurons still one list", """
def start_weights(n_inputs, n_neurons):
    limit = 1 / n_inputs ** 0.5
    neuron = [random.uniform(-limit, limit) for _ in range(n_inputs)]
    return [neuron for _ in range(n_neurons)]
"""),
    ("05.start", "core", "drawn anew, size still 1", """
def start_weights(n_inputs, n_neurons):
    return [[random.uniform(-1, 1) for _ in range(n_inputs)] for _ in range(n_neurons)]
"""),
    ("05.start", "single", "1/n in place of 1/sqrt(n)", """
def start_weights(n_inputs, n_neurons):
    result = []
    for _ in range(n_neurons):
        result.append([random.uniform(-1, 1) / n_inputs for _ in range(n_inputs)])
    return result
"""),
    ("05.start", "two", "size from the number of neurons, and each list is a copy of the first", """
def start_weights(n_inputs, n_neurons):
    k = n_neurons ** -0.5
    neuron = [random.uniform(-k, k) for _ in range(n_inputs)]
    return [list(neuron) for _ in range(n_neurons)]
"""),
    ("05.start", "right", "nested loops, dividing by the root", """
def start_weights(n_inputs, n_neurons):
    root = n_inputs ** 0.5
    layer = []
    while len(layer) < n_neurons:
        neuron = []
        for _ in range(n_inputs):
            neuron.append((2 * random.random() - 1) / root)
        layer.append(neuron)
    return layer
"""),
    ("05.train", "core", "zero_grad left out", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    return losses
"""),
    ("05.train", "core", "an update after every example, not after all", """
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
    ("05.train", "form", "Values in the list, not numbers", """
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
"""),
    ("05.train", "right", "zero_grad last, in a while loop", """
def train(model, inputs, targets, steps, learning_rate):
    model.zero_grad()
    losses = []
    while len(losses) < steps:
        predictions = []
        for x in inputs:
            predictions.append(model(x))
        loss = mean_squared_error(predictions, targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
        model.zero_grad()
    return losses
"""),
    ("05.momentum", "core", "one velocity for all parameters", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    v = 0.0
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            v = momentum * v + p.grad
            p.data -= learning_rate * v
    return losses
"""),
    ("05.momentum", "core", "velocities set to 0 in every step", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    for step in range(steps):
        velocity = [0.0 for _ in model.parameters()]
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            velocity[i] = momentum * velocity[i] + p.grad
            p.data -= learning_rate * velocity[i]
    return losses
"""),
    ("05.momentum", "single", "the new gradient is weighted with 1 - momentum", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    vs = [0.0] * len(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for i, p in enumerate(model.parameters()):
            vs[i] = momentum * vs[i] + (1 - momentum) * p.grad
            p.data -= learning_rate * vs[i]
    return losses
"""),
    ("05.momentum", "right", "velocities in a dict by id", """
def train_with_momentum(model, inputs, targets, steps, learning_rate, momentum):
    losses = []
    velocity = {id(p): 0.0 for p in model.parameters()}
    for _ in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            velocity[id(p)] = momentum * velocity[id(p)] + p.grad
            p.data -= learning_rate * velocity[id(p)]
        losses.append(loss.data)
    return losses
"""),
]
