"""Students' answers to the exercises of lesson 04, written from the notebooks alone."""

PRELUDE = """
import math
import random
from mgrad import Value


def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
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
    ("04.by-hand", "core", "the slope of tanh is left out: n.grad taken as 1", """
gradients = [0, 4, 1, 3]
"""),
    ("04.by-hand", "core", "the product does not swap: each gets its own factor", """
gradients = [2.25, -0.75, 0.75, 0]
"""),
    ("04.by-hand", "single", "slope 1 - o instead of 1 - o squared", """
n_grad = 1 - 0.5
gradients = [0 * n_grad, 4 * n_grad, n_grad, 3 * n_grad]
"""),
    ("04.by-hand", "single", "b has no input, so its gradient is thought to be 0", """
gradients = [0.0, 3.0, 0.0, 2.25]
"""),
    ("04.by-hand", "form", "a dict with names in place of a list", """
gradients = {"w1": 0, "w2": 3, "b": 0.75, "x1": 2.25}
"""),
    ("04.by-hand", "right", "computed with the numbers named, not typed in", """
x1, x2, w1 = 0, 4, 3
slope = 1 - 0.50 ** 2
gradients = [round(k * slope, 2) for k in (x1, x2, 1, w1)]
"""),
    ("04.flat", "core", "saturated tanh called dead", """
verdicts = "DDFDFF"
"""),
    ("04.flat", "core", "a large relu sum is thought to be saturated, so slow", """
verdicts = "DSFDFS"
"""),
    ("04.flat", "single", "tanh at 0 has output 0, so it is thought to be dead", """
verdicts = "DSFDDF"
"""),
    ("04.flat", "two", "relu at 0 thought to have slope 1, and saturated tanh thought to be dead", """
verdicts = "DDFFFF"
"""),
    ("04.flat", "form", "a list of letters", """
verdicts = ["D", "S", "F", "D", "F", "F"]
"""),
    ("04.flat", "right", "letters joined by a program of slopes", """
def slope(kind, n):
    return 1 - math.tanh(n) ** 2 if kind == "tanh" else float(n > 0)

table = [("relu", -4, -.5, -2), ("tanh", -6, 5, 7), ("relu", -3, 2, -1),
         ("relu", 0, -1, 0), ("tanh", 0, 0, 0), ("relu", 60, 40, 90)]
verdicts = ""
for kind, *ns in table:
    m = max(slope(kind, n) for n in ns)
    verdicts += "F" if m >= 0.1 else "S" if m > 0 else "D"
"""),
    ("04.weighted-sum", "core", "bias mended, no length check", """
def weighted_sum(weights, inputs, bias):
    total = bias
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total
"""),
    ("04.weighted-sum", "core", "length check added, bias still inside the loop", """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("not as many inputs as weights")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value + bias
    return total
"""),
    ("04.weighted-sum", "single", "only too few inputs are refused, too many are not", """
def weighted_sum(weights, inputs, bias):
    if len(inputs) < len(weights):
        raise ValueError("too few inputs")
    total = 0.0
    for i in range(len(weights)):
        total = total + weights[i] * inputs[i]
    return total + bias
"""),
    ("04.weighted-sum", "form", "the error is returned and not raised", """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        return ValueError("lengths differ")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
"""),
    ("04.weighted-sum", "right", "sum with the bias as its start, zip strict", """
def weighted_sum(weights, inputs, bias):
    return sum((w * x for w, x in zip(weights, inputs, strict=True)), bias)
"""),
    ("04.tanh", "core", "slope 1 - v squared: input in place of output", """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - v.data**2,))
"""),
    ("04.tanh", "core", "formula with exp that overflows at 1000", """
def tanh(v):
    e = math.exp(2 * v.data)
    t = (e - 1) / (e + 1)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t * t,))
"""),
    ("04.tanh", "single", "slope 1 - t, not squared", """
def tanh(v):
    t = math.tanh(v.data)
    slope = 1 - t
    return Value(t, _prev=(v,), _op="tanh", _local=(slope,))
"""),
    ("04.tanh", "form", "a new leaf without parents", """
def tanh(v):
    return Value(math.tanh(v.data))
"""),
    ("04.tanh", "right", "slope from cosh, with the big inputs kept apart", """
def tanh(v):
    x = v.data
    slope = 0.0 if abs(x) > 300 else 1.0 / math.cosh(x) ** 2
    return Value(math.tanh(x), _prev=(v,), _op="tanh", _local=(slope,))
"""),
    ("04.relu", "core", "slope 1 at exactly 0", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if v.data >= 0 else 0.0,))
"""),
    ("04.relu", "core", "slope 1 everywhere, also for negative sums", """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0,))
"""),
    ("04.relu", "single", "slope -1 on the left, as for the absolute value", """
def relu(v):
    out = max(0.0, v.data)
    if v.data > 0:
        slope = 1.0
    elif v.data < 0:
        slope = -1.0
    else:
        slope = 0.0
    return Value(out, _prev=(v,), _op="relu", _local=(slope,))
"""),
    ("04.relu", "two", "slope at 0 is 0.5, and the left side leaks", """
def relu(v):
    out = max(0.0, v.data)
    slope = 1.0 if v.data > 0 else (0.5 if v.data == 0 else 0.01)
    return Value(out, _prev=(v,), _op="relu", _local=(slope,))
"""),
    ("04.relu", "right", "slope from the truth value", """
def relu(v):
    active = float(v.data > 0)
    return Value(active * v.data, _prev=(v,), _op="relu", _local=(active,))
"""),
    ("04.update", "core", "reset between backward and update", """
order = "CEABD"
"""),
    ("04.update", "core", "update before backward", """
order = "CEDAB"
"""),
    ("04.update", "single", "activation before the sum", """
order = "ECADB"
"""),
    ("04.update", "form", "letters separated by arrows", """
order = "C -> E -> A -> D -> B"
"""),
    ("04.update", "right", "reset between sum and tanh", """
order = "CBEAD"
"""),
    ("04.frozen", "core", "parameters made once, update still only renames", """
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
    ("04.frozen", "core", "update mended, parameters still made anew at each call", """
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
    ("04.frozen", "single", "the bias is left a plain number and out of the parameters", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(w) for w in weights]
        self.b = bias

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return self.w

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
"""),
    ("04.frozen", "two", "the reset is dropped, and the step goes uphill", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(w) for w in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = self.b
        for weight, number in zip(self.w, inputs):
            total = total + weight * number
        return total

    def parameters(self):
        return self.w + [self.b]

    def lower(self, inputs, learning_rate):
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data += learning_rate * parameter.grad
"""),
    ("04.frozen", "right", "one list of all parameters, reset after the step too", """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = list(map(Value, weights))
        self.b = Value(bias)
        self._all = self.w + [self.b]

    def __call__(self, inputs):
        return sum((w * x for w, x in zip(self.w, inputs)), self.b)

    def parameters(self):
        return self._all

    def lower(self, inputs, learning_rate):
        for p in self._all:
            p.grad = 0.0
        out = self(inputs)
        out.backward()
        for p in self._all:
            p.data = p.data - learning_rate * p.grad
"""),
    ("04.neuron", "core", "the bias is missing from parameters()", """
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
    ("04.neuron", "core", "always tanh, whatever was asked for", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        return tanh(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        return self.w + [self.b]
"""),
    ("04.neuron", "single", "one random number used for all weights", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        start = random.uniform(-1, 1)
        self.w = [Value(start) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        elif self.activation == "relu":
            return relu(n)
        else:
            return n

    def parameters(self):
        return [*self.w, self.b]
"""),
    ("04.neuron", "form", "parameters() is nested: list of weights and bias", """
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
        elif self.activation == "relu":
            return relu(n)
        else:
            return n

    def parameters(self):
        return [self.w, self.b]
"""),
    ("04.neuron", "single", "no return for linear: the output is None", """
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

    def parameters(self):
        return self.w + [self.b]
"""),
    ("04.neuron", "right", "a dict of activations, 2·random() - 1 as draw", """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        everything = [Value(2 * random.random() - 1) for _ in range(n_inputs + 1)]
        self.w, self.b = everything[:-1], everything[-1]

    def __call__(self, inputs):
        bend = {"tanh": tanh, "relu": relu, "linear": lambda n: n}[self.activation]
        return bend(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        params = []
        params.extend(self.w)
        params.append(self.b)
        return params
"""),
    ("04.from-exp", "core", "the lesson's formula, overflows at 1000", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    e = exp(2 * v)
    return (e - 1) / (e + 1)
"""),
    ("04.from-exp", "core", "exp(-2n) without the case below 0, overflows at -1000", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
"""),
    ("04.from-exp", "single", "the sign is not turned back for negative v", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data < 0:
        v = -v
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
"""),
    ("04.from-exp", "two", "large v returns a constant leaf, and the slope of exp is that of x^n", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(v.data * math.exp(v.data - 1),))


def tanh_from_exp(v):
    if v.data > 20:
        return Value(1.0)
    if v.data < -20:
        return Value(-1.0)
    e = exp(2 * v)
    return (e - 1) / (e + 1)
"""),
    ("04.from-exp", "right", "recursion for the negative side", """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data < 0:
        return -tanh_from_exp(-v)
    e = exp(v * -2)
    return (1 - e) / (e + 1)
"""),
    ("04.update", "right", "reset at the top of the round", """
order = "BCEAD"
"""),
    ("04.weighted-sum", "right", "index loop, bias added first", """
def weighted_sum(weights, inputs, bias):
    n = len(weights)
    if len(inputs) != n:
        raise ValueError(f"{n} weights but {len(inputs)} inputs")
    total = bias
    for i in range(n):
        total = inputs[i] * weights[i] + total
    return total
"""),
    ("04.from-exp", "right", "exp of minus the absolute value, with a sign factor", """
def exp(v):
    out = math.exp(v.data)
    return Value(out, _prev=(v,), _op="exp", _local=(out,))


def tanh_from_exp(v):
    sign = 1 if v.data >= 0 else -1
    e = exp(v * (-2 * sign))
    return sign * (1 - e) / (1 + e)
"""),
]
