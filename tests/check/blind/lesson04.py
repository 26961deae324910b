"""Students' answers to the exercises of lesson 04, written from the notebooks alone."""

PRELUDE = """
import math
import random
from mgrad import Value

def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("as many inputs as weights, please")
    total = bias
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total

def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))

def relu(v):
    return Value(max(0.0, v.data), _prev=(v,), _op="relu", _local=(1.0 if v.data > 0 else 0.0,))
"""

ANSWERS = [
    # ---- 04.by-hand
    ("04.by-hand", "core", "the slope of tanh left out", """
gradients = [0, 4, 1, 3]
"""),
    ("04.by-hand", "single", "the product does not swap its factors", """
gradients = [2.25, -0.75, 0.75, 0]
"""),
    ("04.by-hand", "single", "slope 1 - o instead of 1 - o squared", """
gradients = [0, 2, 0.5, 1.5]
"""),
    ("04.by-hand", "two", "factors not swapped and slope 1 - o", """
gradients = [1.5, -0.5, 0.5, 0]
"""),
    ("04.by-hand", "right", "from the formula", """
slope = 1 - 0.50**2
gradients = [round(slope * factor, 2) for factor in (0, 4, 1, 3)]
"""),
    # ---- 04.flat
    ("04.flat", "core", "relu at exactly 0 is thought to have slope 1", """
verdicts = "DSFFFF"
"""),
    ("04.flat", "single", "a flat tanh is called dead", """
verdicts = "DDFDFF"
"""),
    ("04.flat", "single", "output 0 is taken for no slope: tanh at 0 is dead", """
verdicts = "DSFDDF"
"""),
    ("04.flat", "form", "words of the answer instead of letters", """
verdicts = "dead slow fast dead fast fast"
"""),
    ("04.flat", "right", "the slopes computed", """
table = [("relu", (-4, -0.5, -2)), ("tanh", (-6, 5, 7)), ("relu", (-3, 2, -1)),
         ("relu", (0, -1, 0)), ("tanh", (0, 0, 0)), ("relu", (60, 40, 90))]
verdicts = ""
for name, sums in table:
    steepest = max((n > 0) if name == "relu" else 1 / math.cosh(n) ** 2 for n in sums)
    verdicts += "F" if steepest >= 0.1 else "S" if steepest > 0 else "D"
"""),
    # ---- 04.weighted-sum
    ("04.weighted-sum", "core", "bias mended, the lengths are still not compared", """
def weighted_sum(weights, inputs, bias):
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
"""),
    ("04.weighted-sum", "single", "only too few inputs raise the error", """
def weighted_sum(weights, inputs, bias):
    if len(inputs) < len(weights):
        raise ValueError("too few inputs")
    total = bias
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total
"""),
    ("04.weighted-sum", "single", "lengths compared, the bias is still added in each turn", """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value + bias
    return total
"""),
    ("04.weighted-sum", "form", "the error is returned as a text, not raised", """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        return "ValueError: lengths differ"
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
"""),
    ("04.weighted-sum", "right", "sum with the bias as start, zip strict", """
def weighted_sum(weights, inputs, bias):
    return sum((w * x for w, x in zip(weights, inputs, strict=True)), bias)
"""),
    # ---- 04.tanh
    ("04.tanh", "core", "slope from v.data: 1 - v squared", """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - v.data**2,))
"""),
    ("04.tanh", "single", "no parent: the result is a fresh leaf", """
def tanh(v):
    return Value(math.tanh(v.data))
"""),
    ("04.tanh", "single", "the formula of the lesson with exp overflows", """
def tanh(v):
    e = math.exp(2 * v.data)
    t = (e - 1) / (e + 1)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
"""),
    ("04.tanh", "two", "slope 1 - t, and exp overflows", """
def tanh(v):
    t = (math.exp(v.data) - math.exp(-v.data)) / (math.exp(v.data) + math.exp(-v.data))
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t,))
"""),
    ("04.tanh", "right", "slope as (1 - t)(1 + t), positional", """
def tanh(v):
    height = math.tanh(v.data)
    steepness = (1 - height) * (1 + height)
    return Value(height, "", (v,), "tanh", (steepness,))
"""),
    # ---- 04.relu
    ("04.relu", "core", "slope 1 at exactly 0 too", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if v.data >= 0 else 0.0,))
"""),
    ("04.relu", "single", "slope always 1", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0,))
"""),
    ("04.relu", "single", "the slope capped at 1: too small between 0 and 1", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(min(1.0, out),))
"""),
    ("04.relu", "form", "the slope without the comma, not a tuple", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if out > 0 else 0.0))
"""),
    ("04.relu", "right", "two cases", """
def relu(v):
    if v.data > 0:
        height, slope = v.data, 1.0
    else:
        height, slope = 0.0, 0.0
    return Value(height, "", (v,), "relu", (slope,))
"""),
    # ---- 04.update
    ("04.update", "core", "reset between backward and update", """
order = "CEABD"
"""),
    ("04.update", "single", "update before backward", """
order = "BCEDA"
"""),
    ("04.update", "single", "tanh before its sum", """
order = "BECAD"
"""),
    ("04.update", "two", "backward before the output, and reset before the update", """
order = "CAEBD"
"""),
    ("04.update", "right", "the reset at the end", """
order = "CEADB"
"""),
    # ---- 04.frozen
    ("04.frozen", "core", "the parameters are Values now, the last line still only renames", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(w) for w in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter -= learning_rate * parameter.grad
"""),
    ("04.frozen", "single", "moves uphill", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(w) for w in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data += learning_rate * parameter.grad
"""),
    ("04.frozen", "single", "the last line is mended, but parameters() still makes new Values", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = list(weights)
        self.b = bias

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [Value(number) for number in [*self.w, self.b]]

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
"""),
    ("04.frozen", "form", "parameters() hands out plain numbers", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(w) for w in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [p.data for p in [*self.w, self.b]]

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
"""),
    ("04.frozen", "right", "one list of Values is kept", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self._all = [Value(float(n)) for n in (*weights, bias)]
        self.w, self.b = self._all[:-1], self._all[-1]

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return list(self._all)

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data = parameter.data - learning_rate * parameter.grad
"""),
    # ---- 04.neuron
    ("04.neuron", "core", "one random Value is used for all weights", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.uniform(-1, 1))] * n_inputs
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return self.w + [self.b]
"""),
    ("04.neuron", "single", "the bias is no parameter", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return self.w
"""),
    ("04.neuron", "single", "always tanh", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        return tanh(n)

    def parameters(self):
        return self.w + [self.b]
"""),
    ("04.neuron", "form", "a list in a list", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return [self.w, self.b]
"""),
    ("04.neuron", "two", "random numbers between 0 and 1, and append changes w at each call of parameters", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.random()) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        self.w.append(self.b)
        return self.w
"""),
    ("04.neuron", "right", "a dictionary of activations", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(2 * random.random() - 1) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        bends = {"tanh": tanh, "relu": relu, "linear": lambda s: s}
        return bends[self.activation](n)

    def parameters(self):
        return self.w + [self.b]
"""),
    # ---- 04.from-exp
    ("04.from-exp", "core", "the lesson's formula: overflows at 1000", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))

def tanh_from_exp(v):
    e = exp(2 * v)
    return (e - 1) / (e + 1)
"""),
    ("04.from-exp", "single", "with -2v: safe on the right, overflows at -1000", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))

def tanh_from_exp(v):
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
"""),
    ("04.from-exp", "single", "for large v a fresh constant: the gradient ends there", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))

def tanh_from_exp(v):
    if v.data > 3:
        return Value(1.0)
    if v.data < -3:
        return Value(-1.0)
    e = exp(2 * v)
    return (e - 1) / (e + 1)
"""),
    ("04.from-exp", "right", "an inner function, odd on the left", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))

def tanh_from_exp(v):
    def right_side(u):
        return 2 / (1 + exp(u * -2)) - 1
    return -right_side(-v) if v.data < 0 else right_side(v)
"""),
]
