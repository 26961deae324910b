"""Students' answers to the exercises of lesson 08, written from the notebooks alone."""

PRELUDE = """
from math import sqrt

from mgrad import Layer, Value, mean_squared_error

class Linear:
    def __init__(self, n_inputs, n_outputs):
        self.weight = [[Value(0.0) for _ in range(n_inputs)] for _ in range(n_outputs)]
        self.bias = [Value(0.0) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [Value.dot(row, inputs, b) for row, b in zip(self.weight, self.bias)]
"""

ANSWERS = [
    # ---- 08.dictionary
    ("08.dictionary", "core", "nn.Linear taken for a layer with tanh", """
dictionary = "DBFGEHA"
"""),
    ("08.dictionary", "single", "step() taken for the backward pass", """
dictionary = "DBIGECA"
"""),
    ("08.dictionary", "single", "zero_grad and no_grad exchanged", """
dictionary = "DGFBECA"
"""),
    ("08.dictionary", "two", "item() gives the gradient, and Linear has a tanh", """
dictionary = "JBFGEHA"
"""),
    ("08.dictionary", "right", "joined from a dict", """
pairs = {1: "D", 2: "B", 3: "F", 4: "G", 5: "E", 6: "C", 7: "A"}
dictionary = "".join(pairs[row] for row in sorted(pairs))
"""),
    # ---- 08.float32
    ("08.float32", "core", "every whole number fits", """
unchanged = "ACEFGH"
"""),
    ("08.float32", "single", "1/1024 has too many decimals", """
unchanged = "ACFH"
"""),
    ("08.float32", "single", "2 to the 24 is already too large", """
unchanged = "ACEH"
"""),
    ("08.float32", "single", "a short decimal such as 0.1 fits", """
unchanged = "ABCEFH"
"""),
    ("08.float32", "form", "the numbers themselves, not their letters", """
unchanged = [0.5, -3, 0.0009765625, 16777216, 0.75]
"""),
    ("08.float32", "right", "worked out with struct", """
import struct
numbers = dict(A=0.5, B=0.1, C=-3.0, D=1 / 3, E=0.0009765625, F=16777216.0, G=16777217.0, H=0.75)
unchanged = ""
for letter, number in numbers.items():
    if struct.unpack("f", struct.pack("f", number))[0] == number:
        unchanged += letter
"""),
    # ---- 08.twice
    ("08.twice", "core", "PyTorch adds in row 2 as mgrad does, no error", """
outcomes = [8, 8, 22, 4, 2]
"""),
    ("08.twice", "single", "mgrad starts its gradients afresh in each pass", """
outcomes = [4, "error", 22, 4, 2]
"""),
    ("08.twice", "single", "a new graph means that the leaf starts at 0", """
outcomes = [8, "error", 22, 2, 2]
"""),
    ("08.twice", "single", "any second backward in PyTorch is an error", """
outcomes = [8, "error", 22, "error", "error"]
"""),
    ("08.twice", "two", "no error in row 2, and None leaves no number to add to", """
outcomes = [8, 8, 22, 4, "error"]
"""),
    ("08.twice", "right", "as calculations with floats", """
u, v, w = 3.0, 2.0, -1.0
du, dv, dw = v * v, 2 * u * v + w, v
outcomes = [du + du, "error", dv + dv, dw + dw, dw]
"""),
    # ---- 08.sgd
    ("08.sgd", "core", "the new velocity is not written back", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [0.0 for _ in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p, v in zip(self.parameters, self.velocities):
            v = self.momentum * v + p.grad
            p.data -= self.lr * v
"""),
    ("08.sgd", "single", "a generator is kept as it is and is empty after one use", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.velocities = {}

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.velocities[i] = self.momentum * self.velocities.get(i, 0.0) + p.grad
            p.data -= self.lr * self.velocities[i]
"""),
    ("08.sgd", "single", "one velocity shared by all parameters", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            self.v = self.momentum * self.v + p.grad
            p.data -= self.lr * self.v
"""),
    ("08.sgd", "single", "the gradient is weighted by 1 - momentum, a running mean", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + (1 - self.momentum) * p.grad
            p.data -= self.lr * self.v[i]
"""),
    ("08.sgd", "form", "step returns the new numbers and changes nothing", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        new = []
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            new.append(p.data - self.lr * self.v[i])
        return new
"""),
    ("08.sgd", "right", "the velocities in a dict by id, update in two loops", """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.group = tuple(parameters)
        self.rate, self.mu = lr, momentum
        self.speed = {id(p): 0.0 for p in self.group}

    def zero_grad(self):
        for p in self.group:
            p.grad = 0.0

    def step(self):
        for p in self.group:
            self.speed[id(p)] *= self.mu
            self.speed[id(p)] += p.grad
        for p in self.group:
            p.data = p.data - self.rate * self.speed[id(p)]
"""),
    # ---- 08.loop
    ("08.loop", "core", "zero_grad added, the other two slips stay", """
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
    ("08.loop", "single", "a new optimiser in every step", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        optimiser = make_optimiser(model.parameters())
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.loop", "single", "the reset comes between backward and step", """
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
    ("08.loop", "single", "reset once, before the loop", """
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
    ("08.loop", "two", "no reset, and the losses are Values", """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.loop", "right", "model.zero_grad, list filled by position", """
def train(model, make_optimiser, inputs, targets, steps):
    history = [0.0] * steps
    helper = make_optimiser(model.parameters())
    for k in range(steps):
        model.zero_grad()
        error = mean_squared_error(list(map(model, inputs)), targets)
        error.backward()
        history[k] = error.data
        helper.step()
    return history
"""),
    # ---- 08.copy
    ("08.copy", "core", "rows and columns mended, but the Values are shared", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w
        linear.bias[i] = neuron.b
"""),
    ("08.copy", "single", "numbers copied, but rows and columns still exchanged", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[j][i].data = w.data
        linear.bias[i].data = neuron.b.data
"""),
    ("08.copy", "single", "the weights are copied, the bias is still the same object", """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = Value(w.data)
        linear.bias[i] = neuron.b
"""),
    ("08.copy", "form", "makes a new Linear and returns it, the given one stays 0", """
def copy_weights(layer, linear):
    new = Linear(len(layer.neurons[0].w), len(layer.neurons))
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            new.weight[i][j].data = w.data
        new.bias[i].data = neuron.b.data
    return new
"""),
    ("08.copy", "right", "zip instead of indices", """
def copy_weights(layer, linear):
    for neuron, row, bias in zip(layer.neurons, linear.weight, linear.bias):
        for source, goal in zip(list(neuron.w) + [neuron.b], row + [bias]):
            goal.data = float(source.data)
"""),
    # ---- 08.five-lines
    ("08.five-lines", "core", "the gradients are never reset", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss.item())
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.five-lines", "single", "the list is filled with tensors", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.five-lines", "single", "the loss is measured after the update", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        optimiser.zero_grad()
        loss = loss_of(model(xs), ys)
        loss.backward()
        optimiser.step()
        losses.append(loss_of(model(xs), ys).item())
    return losses
"""),
    ("08.five-lines", "single", "Adam in place of plain SGD", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.five-lines", "single", "reset at the end of the round: old gradients count in the first step", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss.item())
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
    return losses
"""),
    ("08.five-lines", "form", "the losses are printed, nothing is returned", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        print(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
"""),
    ("08.five-lines", "two", "no reset, and tensors in the list", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for step in range(steps):
        loss = loss_of(model(xs), ys)
        losses.append(loss)
        loss.backward()
        optimiser.step()
    return losses
"""),
    ("08.five-lines", "right", "backward and sub_ in no_grad, without an optimiser object", """
import torch

def train_torch(model, loss_of, xs, ys, steps, lr):
    measured = []
    weights = list(model.parameters())
    while len(measured) < steps:
        for w in weights:
            w.grad = None
        cost = loss_of(model(xs), ys)
        measured.append(float(cost.detach()))
        cost.backward()
        with torch.no_grad():
            for w in weights:
                if w.grad is not None:
                    w.sub_(w.grad * lr)
    return measured
"""),
    # ---- 08.no_grad
    ("08.no_grad", "core", "inside no_grad, but a new tensor under the old name", """
import torch

def update(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p = p - lr * p.grad
"""),
    ("08.no_grad", "single", "in place, but on the record", """
import torch

def update(parameters, lr):
    for p in parameters:
        if p.grad is not None:
            p -= lr * p.grad
"""),
    ("08.no_grad", "single", "a gradient None is not expected", """
import torch

def update(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            p -= lr * p.grad
"""),
    ("08.no_grad", "single", "the gradients are set to zero as well", """
import torch

def update(parameters, lr):
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= lr * p.grad
                p.grad.zero_()
"""),
    ("08.no_grad", "form", "a list of new tensors is returned", """
import torch

def update(parameters, lr):
    with torch.no_grad():
        return [p if p.grad is None else p - lr * p.grad for p in parameters]
"""),
    ("08.no_grad", "right", "as a decorator, with add_ and alpha", """
import torch

@torch.no_grad()
def update(parameters, lr):
    for tensor in parameters:
        slope = tensor.grad
        if slope is None:
            continue
        tensor.add_(slope, alpha=-lr)
"""),
    # ---- 08.adam
    ("08.adam", "core", "the corrected means are kept for the next step", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            self.m[i] = self.m[i] / (1 - b1 ** self.t)
            self.v[i] = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * self.m[i] / (sqrt(self.v[i]) + self.eps)
"""),
    ("08.adam", "single", "no correction at all", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.parameters):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            p.data -= self.lr * self.m[i] / (sqrt(self.v[i]) + self.eps)
"""),
    ("08.adam", "single", "t grows with every parameter, not with every step", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.parameters):
            self.t += 1
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            m_hat = self.m[i] / (1 - b1 ** self.t)
            v_hat = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * m_hat / (sqrt(v_hat) + self.eps)
"""),
    ("08.adam", "single", "the square root forgotten", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.t = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        b1, b2 = self.betas
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad ** 2
            m_hat = self.m[i] / (1 - b1 ** self.t)
            v_hat = self.v[i] / (1 - b2 ** self.t)
            p.data -= self.lr * m_hat / (v_hat + self.eps)
"""),
    ("08.adam", "two", "beta 1 used for both means, and no correction", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta, self.eps = lr, betas[0], eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta * self.m[i] + (1 - self.beta) * p.grad
            self.v[i] = self.beta * self.v[i] + (1 - self.beta) * p.grad ** 2
            p.data -= self.lr * self.m[i] / (sqrt(self.v[i]) + self.eps)
"""),
    ("08.adam", "right", "one small record for each parameter, powers kept as products", """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.memory = [{"p": p, "m": 0.0, "v": 0.0} for p in parameters]
        self.lr, self.eps = lr, eps
        self.b1, self.b2 = betas
        self.left1 = self.left2 = 1.0

    def zero_grad(self):
        for entry in self.memory:
            entry["p"].grad = 0.0

    def step(self):
        self.left1 *= self.b1
        self.left2 *= self.b2
        for entry in self.memory:
            g = entry["p"].grad
            entry["m"] += (1 - self.b1) * (g - entry["m"])
            entry["v"] += (1 - self.b2) * (g * g - entry["v"])
            first, second = entry["m"] / (1 - self.left1), entry["v"] / (1 - self.left2)
            entry["p"].data -= self.lr * first / (second ** 0.5 + self.eps)
"""),
]
