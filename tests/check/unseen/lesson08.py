"""Students' answers to the exercises of lesson 08 (without torch), from the notebooks alone."""

PRELUDE = """
from math import sqrt

from mgrad import Layer, Value, mean_squared_error, optional


class Linear:
    def __init__(self, n_inputs, n_outputs):
        self.weight = [[Value(0.0) for _ in range(n_inputs)] for _ in range(n_outputs)]
        self.bias = [Value(0.0) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [Value.dot(row, inputs, b) for row, b in zip(self.weight, self.bias)]
"""

ANSWERS = [
    # task, kind, idea, code
    ("08.dictionary", "core", "loss.item() taken for the gradient", """
dictionary = "JBFGECA"
"""),
    ("08.dictionary", "core", "nn.Linear thought to have a tanh", """
dictionary = "DBFGEHA"
"""),
    ("08.dictionary", "single", "step() taken for backward()", """
dictionary = "DBIGECA"
"""),
    ("08.dictionary", "single", "zero_grad and no_grad exchanged", """
dictionary = "DGFBECA"
"""),
    ("08.dictionary", "form", "only six letters, row 5 left out", """
dictionary = "DBFGCA"
"""),
    ("08.dictionary", "two", "tanh in nn.Linear, and grad_fn taken for backward", """
dictionary = "DBFGIHA"
"""),
    ("08.dictionary", "right", "joined from a dict in row order", """
rows = {1: "D", 2: "B", 3: "F", 4: "G", 5: "E", 6: "C", 7: "A"}
dictionary = "".join(rows[i] for i in range(1, 8))
"""),
    ("08.float32", "core", "2**24 + 1 thought to fit because it is whole", """
unchanged = "ACEFGH"
"""),
    ("08.float32", "core", "0.0009765625 thought to have too many decimals", """
unchanged = "ACFH"
"""),
    ("08.float32", "single", "negative number thought not to fit", """
unchanged = "AEFH"
"""),
    ("08.float32", "single", "0.1 thought exact because it is short in decimals", """
unchanged = "ABCEFH"
"""),
    ("08.float32", "single", "16777216 thought too large", """
unchanged = ["A", "C", "E", "H"]
"""),
    ("08.float32", "form", "the numbers themselves in place of their letters", """
unchanged = [0.5, -3, 0.0009765625, 16777216, 0.75]
"""),
    ("08.float32", "right", "tried out with struct", """
import struct
numbers = dict(A=0.5, B=0.1, C=-3, D=1/3, E=0.0009765625, F=16777216, G=16777217, H=0.75)
unchanged = "".join(k for k, x in numbers.items()
                    if struct.unpack("f", struct.pack("f", x))[0] == x)
"""),
    ("08.float32", "right", "letters typed in another order, with spaces", """
unchanged = "A H C E F"
"""),
    ("08.twice", "core", "second backward in mgrad thought to replace the gradient", """
outcomes = [4, "error", 22, 4, 2]
"""),
    ("08.twice", "core", "PyTorch thought to add like mgrad without an error", """
outcomes = [8, 8, 22, 4, 2]
"""),
    ("08.twice", "single", "retain_graph thought to keep the second pass from adding", """
outcomes = [8, "error", 11, 4, 2]
"""),
    ("08.twice", "single", "the new graph thought to start new gradients in row 4", """
outcomes = [8, "error", 22, 2, 2]
"""),
    ("08.twice", "single", "grad None thought to stop the second backward with an error", """
outcomes = [8, "error", 22, 4, "error"]
"""),
    ("08.twice", "form", "the numbers are texts", """
outcomes = ["8", "error", "22", "4", "2"]
"""),
    ("08.twice", "right", "floats computed from the text's gradients", """
u, v, w = 4.0, 11.0, 2.0
outcomes = [2 * u, "error", 2 * v, w + w, w]
"""),
    ("08.sgd", "core", "loop variable changed, velocity never written back", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0 for _ in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p, v in zip(self.parameters, self.v):
            v = self.momentum * v + p.grad
            p.data -= self.lr * v
"""),
    ("08.sgd", "core", "momentum ignored", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.params = list(parameters)
        self.lr = lr

    def zero_grad(self):
        for p in self.params:
            p.grad = 0.0

    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad
"""),
    ("08.sgd", "single", "rate inside the velocity and once more in the step", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.params = [p for p in parameters]
        self.lr, self.mu = lr, momentum
        self.vel = [0] * len(self.params)

    def zero_grad(self):
        for p in self.params:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.params):
            self.vel[i] = self.mu * self.vel[i] + self.lr * p.grad
            p.data -= self.lr * self.vel[i]
"""),
    ("08.sgd", "single", "one velocity for all parameters", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0.0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            self.velocity = self.momentum * self.velocity + p.grad
            p.data = p.data - self.lr * self.velocity
"""),
    ("08.sgd", "form", "zero_grad without self", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad():
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for i in range(len(self.ps)):
            self.vs[i] = self.momentum * self.vs[i] + self.ps[i].grad
            self.ps[i].data -= self.lr * self.vs[i]
"""),
    ("08.sgd", "two", "parameters kept as a generator, and step clears the gradients", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v.get(i, 0.0) + p.grad
            p.data -= self.lr * self.v[i]
            p.grad = 0.0
"""),
    ("08.sgd", "right", "pairs [parameter, velocity] in small lists", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.slots = [[p, 0.0] for p in parameters]
        self.lr, self.mu = lr, momentum

    def zero_grad(self):
        for p, _ in self.slots:
            p.grad = 0.0

    def step(self):
        for slot in self.slots:
            slot[1] = self.mu * slot[1] + slot[0].grad
            slot[0].data -= self.lr * slot[1]
"""),
    ("08.sgd", "right", "new list of velocities by comprehension in each step", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = tuple(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [0.0 for p in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        self.velocities = [self.momentum * v + p.grad
                           for v, p in zip(self.velocities, self.parameters)]
        for p, v in zip(self.parameters, self.velocities):
            p.data += -self.lr * v
"""),
    ("08.loop", "core", "zero_grad added, optimiser still made in each round, loss a Value", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        optimiser = make_optimiser(model.parameters())
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.loop", "core", "zero_grad between backward and step", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.zero_grad()
        optimiser.step()
    return losses
"""),
    ("08.loop", "single", "zero_grad only once, before the loop", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    optimiser.zero_grad()
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.loop", "single", "loss measured again after the update", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses
"""),
    ("08.loop", "form", "return inside the loop", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return losses
"""),
    ("08.loop", "right", "zero_grad at the end of each round and once before, while loop", """
def train(model, make_optimiser, inputs, targets, steps):
    opt = make_optimiser(model.parameters())
    opt.zero_grad()
    history = []
    while len(history) < steps:
        out = [model(x) for x in inputs]
        loss = mean_squared_error(out, targets)
        history.append(float(loss.data))
        loss.backward()
        opt.step()
        opt.zero_grad()
    return history
"""),
    ("08.loop", "right", "gradients cleared first in the round, numbers taken at the end", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        optimiser.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        loss.backward()
        optimiser.step()
    return [one.data for one in losses]
"""),
    ("08.copy", "core", "indices mended, the Values are still shared", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w
        linear.bias[i] = neuron.b
"""),
    ("08.copy", "core", "numbers copied, but rows and columns still exchanged", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[j][i].data = w.data
        linear.bias[i].data = neuron.b.data
"""),
    ("08.copy", "single", "bias forgotten: still the layer's own object", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = Value(w.data)
        linear.bias[i] = neuron.b
"""),
    ("08.copy", "single", "the list of weights copied shallowly: the same Values in a new list", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        linear.weight[i] = neuron.w.copy()
        linear.bias[i] = Value(neuron.b.data)
"""),
    ("08.copy", "form", "plain numbers in place of Values", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w.data
        linear.bias[i] = neuron.b.data
"""),
    ("08.copy", "two", "rows and columns exchanged, and the bias not copied at all", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[j][i] = Value(w.data)
"""),
    ("08.copy", "right", "zip over rows and neurons, .data written in place", """
def copy_weights(layer, linear):
    for neuron, row, bias in zip(layer.neurons, linear.weight, linear.bias):
        for mine, theirs in zip(row, neuron.w):
            mine.data = theirs.data
        bias.data = neuron.b.data
"""),
    ("08.copy", "right", "whole lists made anew from new Values", """
def copy_weights(layer, linear):
    linear.weight = [[Value(w.data) for w in n.w] for n in layer.neurons]
    linear.bias = [Value(n.b.data) for n in layer.neurons]
"""),
    ("08.adam", "core", "no bias correction", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr = lr
        self.b1, self.b2 = betas
        self.eps = eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * p.grad
            self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * p.grad ** 2
            p.data -= self.lr * self.m[i] / (sqrt(self.v[i]) + self.eps)
"""),
    ("08.adam", "core", "t counted once for each parameter and not for each step", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.m = [0.0 for p in self.parameters]
        self.v = [0.0 for p in self.parameters]
        self.t = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.parameters):
            self.t += 1
            g = p.grad
            self.m[i] = b1 * self.m[i] + (1 - b1) * g
            self.v[i] = b2 * self.v[i] + (1 - b2) * g * g
            m_hat = self.m[i] / (1 - b1 ** self.t)
            v_hat = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * m_hat / (sqrt(v_hat) + self.eps)
"""),
    ("08.adam", "single", "corrected means stored for the next step", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.ps = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.ps)
        self.v = [0.0] * len(self.ps)
        self.t = 0

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        self.t += 1
        b1, b2 = self.betas
        for i, p in enumerate(self.ps):
            self.m[i] = (b1 * self.m[i] + (1 - b1) * p.grad) / (1 - b1 ** self.t)
            self.v[i] = (b2 * self.v[i] + (1 - b2) * p.grad ** 2) / (1 - b2 ** self.t)
            p.data -= self.lr * self.m[i] / (sqrt(self.v[i]) + self.eps)
"""),
    ("08.adam", "single", "eps inside the root", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.ps = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.ps)
        self.v = [0.0] * len(self.ps)
        self.t = 0

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        self.t += 1
        b1, b2 = self.betas
        for i, p in enumerate(self.ps):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            mh = self.m[i] / (1 - b1 ** self.t)
            vh = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * mh / sqrt(vh + self.eps)
"""),
    ("08.adam", "form", "zero_grad left empty", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.ps = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.ps)
        self.v = [0.0] * len(self.ps)
        self.t = 0

    def zero_grad(self):
        ...

    def step(self):
        self.t += 1
        b1, b2 = self.betas
        for i, p in enumerate(self.ps):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            mh = self.m[i] / (1 - b1 ** self.t)
            vh = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * mh / (sqrt(vh) + self.eps)
"""),
    ("08.adam", "two", "gradient not squared for v (abs), and t is never raised from 1", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.ps = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.ps)
        self.v = [0.0] * len(self.ps)
        self.t = 1

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.ps):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * abs(p.grad)
            mh = self.m[i] / (1 - b1 ** self.t)
            vh = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * mh / (sqrt(vh) + self.eps)
"""),
    ("08.adam", "right", "powers of beta as running products, states in a dict by position", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.params = list(parameters)
        self.lr, self.eps = lr, eps
        self.b1, self.b2 = betas
        self.pow1 = self.pow2 = 1.0
        self.state = {i: (0.0, 0.0) for i in range(len(self.params))}

    def zero_grad(self):
        for p in self.params:
            p.grad = 0.0

    def step(self):
        self.pow1 *= self.b1
        self.pow2 *= self.b2
        for i, p in enumerate(self.params):
            m, v = self.state[i]
            m += (1 - self.b1) * (p.grad - m)
            v += (1 - self.b2) * (p.grad ** 2 - v)
            self.state[i] = m, v
            p.data -= self.lr * (m / (1 - self.pow1)) / ((v / (1 - self.pow2)) ** 0.5 + self.eps)
"""),
]
