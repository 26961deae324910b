"""Answers to the exercises of lesson 04 in other styles, and wrong ones that no named mistake
foresees.

``Value`` here is an engine of a student: closures in place of stored local derivatives,
plain numbers kept as they come, no tanh, relu or exp.
"""

import math
import random
from functools import partial

import numpy as np
from closure_engine import Value

import mgrad

# -- weighted sums -------------------------------------------------------------------------


def sum_with_strict_zip(weights, inputs, bias):
    return sum((w * x for w, x in zip(weights, inputs, strict=True)), bias)


def sum_with_index(weights, inputs, bias):
    if len(weights) == len(inputs):
        n = bias
        for i in range(len(weights)):
            n += inputs[i] * weights[i]
        return n
    raise ValueError


def sum_by_recursion(weights, inputs, bias):
    if not weights and not inputs:
        return bias
    if not weights or not inputs:
        raise ValueError("lengths differ")
    return weights[0] * inputs[0] + sum_by_recursion(weights[1:], inputs[1:], bias)


def sum_with_a_none(weights, inputs, bias):
    if len(weights) != len(inputs):
        print("wrong length")
        return None
    return sum_with_strict_zip(weights, inputs, bias)


def sum_that_misses_surplus_inputs(weights, inputs, bias):
    if len(inputs) < len(weights):
        raise ValueError
    return sum((w * x for w, x in zip(weights, inputs)), bias)


def sum_that_pops(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError
    for w in reversed(weights):
        bias = bias + w * inputs.pop()
    return bias


def sum_that_appends(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError
    weights.append(bias)
    inputs.append(1)
    return sum(w * x for w, x in zip(weights, inputs))


def sum_that_prints(weights, inputs, bias):
    if len(weights) != len(inputs):
        print("ValueError: the lengths differ")
    return sum((w * x for w, x in zip(weights, inputs)), bias)


def sum_that_returns_an_error(weights, inputs, bias):
    if len(weights) != len(inputs):
        return ValueError("the lengths differ")
    return sum((w * x for w, x in zip(weights, inputs)), bias)


def sum_of_plain_numbers(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError
    return float(
        np.dot([getattr(w, "data", w) for w in weights], inputs) + getattr(bias, "data", bias)
    )


# -- operations ----------------------------------------------------------------------------


def closure_tanh(x):
    out = Value(math.tanh(x.data), _prev=(x,), _op="tanh")

    def _backward():
        x.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def tanh_by_a_safe_formula(x):
    e = math.exp(-2 * abs(x.data))
    t = math.copysign((1 - e) / (1 + e), x.data)
    out = Value(t, _prev=(x,))
    out._backward = lambda: setattr(x, "grad", x.grad + 4 * e / (1 + e) ** 2 * out.grad)
    return out


def tanh_with_numpy(v):
    t = np.tanh(v.data)
    return (
        type(v)(t, _prev=(v,), _op="tanh", _local=(1 - t * t,))
        if hasattr(v, "_local")
        else closure_tanh(v)
    )


def tanh_for_positive_numbers(x):
    return closure_tanh(x if x.data > 0 else -x)


def tanh_with_rounded_output(x):
    return closure_tanh(Value(round(x.data, 2), _prev=(x,)))


def tanh_that_subtracts(x):
    out = Value(math.tanh(x.data), _prev=(x,))

    def _backward():
        x.grad -= (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def closure(value, step, parents=lambda x: (x,), name="_backward", stored=lambda step: step):
    """A closure operation with one thing wrong."""

    def operation(x):
        out = Value(value(x.data), _prev=parents(x))

        def _backward():
            step(x, out)

        setattr(out, name, stored(_backward))
        return out

    return operation


def tanh_step(x, out):
    x.grad += (1 - out.data**2) * out.grad


def tanh_step_twice(x, out):
    tanh_step(x, out)
    x._backward()


def relu_step(x, out):
    x.grad += (out.data > 0) * out.grad


def relu_step_twice(x, out):
    relu_step(x, out)
    x._backward()


def relu_step_clipped(x, out):
    x.grad += max(0, out.grad)


def tanh_changes_v(x):
    x.data = math.tanh(x.data)
    return closure(lambda t: t, tanh_step)(x)


def relu_slope(slope):
    return closure(
        lambda x: max(0.0, x),
        lambda x, out: setattr(x, "grad", x.grad + slope(out.data) * out.grad),
    )


def notebook(source, name):
    """The answer of a notebook cell: its global names are those of the cell."""
    names = {
        "math": math,
        "random": random,
        "Value": Value,
        "closure": closure,
        "__name__": "__main__",
    }
    exec(source, names)
    return names[name]


CALLED_TANH = """
class Tanh:
    def __call__(self, v):
        e = exp(-2 * v if v.data > 0 else 2 * v)
        return (1 - e) / (1 + e) if v.data > 0 else (e - 1) / (e + 1)

tanh_object = Tanh()
"""


def package_notebook(source, name):
    names = {"math": math, "random": random, "Value": mgrad.Value, "__name__": "__main__"}
    exec(source, names)
    return names[name]


def closure_relu(x):
    out = Value(x.data if x.data > 0 else 0, _prev=(x,), _op="relu")

    def _backward():
        if out.data > 0:
            x.grad += out.grad

    out._backward = _backward
    return out


def relu_as_a_product(v):
    return v * (v.data > 0)


def relu_that_returns_v(v):
    return v if v.data > 0 else Value(0.0, _prev=(v,))


def relu_with_a_leak(v):
    return v * (1 if v.data > 0 else 0.01)


def relu_capped(v):
    return v * (0 < v.data < 2.5)


def absolute_value(v):
    return v * (1 if v.data > 0 else -1)


# -- neurons -------------------------------------------------------------------------------


class StepByName:
    """Other names inside, one dictionary, and an update that assigns."""

    def __init__(self, weights, bias):
        self.knobs = {f"w{i}": Value(w) for i, w in enumerate(weights)} | {"b": Value(bias)}

    def __call__(self, inputs):
        return sum((self.knobs[f"w{i}"] * x for i, x in enumerate(inputs)), self.knobs["b"])

    def parameters(self):
        return tuple(self.knobs.values())

    def lower(self, inputs, rate):
        for knob in self.parameters():
            knob.grad = 0
        self(inputs).backward()
        for knob in self.parameters():
            knob.data = knob.data - rate * knob.grad


class ResetAtTheEnd(StepByName):
    """Fresh gradients before and after; the list of parameters is made once."""

    def lower(self, inputs, rate):
        own = list(self.parameters())
        for i in range(len(own)):
            own[i].grad = 0.0
        out = self(inputs)
        out.backward()
        for i in range(len(own)):
            own[i].data += -own[i].grad * rate
            own[i].grad = 0.0


class ResetOnlyAtTheEnd(StepByName):
    """The gradients are ready for the next call when lower ends."""

    def lower(self, inputs, rate):
        self(inputs).backward()
        for knob in self.parameters():
            knob.data -= rate * knob.grad
            knob.grad = 0.0


class NewValuesInLower(StepByName):
    def lower(self, inputs, rate):
        super().lower(inputs, rate)
        self.knobs = {name: Value(knob.data) for name, knob in self.knobs.items()}


class StepOfFixedSize(StepByName):
    def lower(self, inputs, rate):
        for knob, x in zip(self.parameters(), [*inputs, 1]):
            knob.data -= rate * (1 if x > 0 else -1)


class ValueInsideValue(StepByName):
    def lower(self, inputs, rate):
        self(inputs).backward()
        for knob in self.parameters():
            knob.data = knob - rate * knob.grad


class WeightsOnlyOnce(StepByName):
    """Only the first weight is moved."""

    def lower(self, inputs, rate):
        for knob in self.parameters():
            knob.grad = 0
        self(inputs).backward()
        knob = self.parameters()[0]
        knob.data -= rate * knob.grad


class NeuronWithDictionary:
    def __init__(self, n_inputs, activation="tanh"):
        bends = {"tanh": closure_tanh, "relu": closure_relu, "linear": lambda n: n}
        if activation not in bends:
            raise ValueError(activation)
        self.bend = bends[activation]
        self.b, self.w = (
            Value(random.uniform(-1, 1)),
            [Value(random.triangular(-1, 1)) for _ in range(n_inputs)],
        )

    def parameters(self):
        return (self.b, *self.w)

    def __call__(self, inputs):
        return self.bend(sum_with_strict_zip(self.w, inputs, self.b))


class NeuronStepByStep:
    def __init__(self, n_inputs, activation="tanh"):
        assert_known(activation)
        self.activation, self.w = activation, []
        while len(self.w) < n_inputs:
            self.w.append(Value(2 * random.random() - 1, label="w"))
        self.b = Value(random.uniform(-1, 1), label="b")

    def __call__(self, inputs):
        if len(inputs) != len(self.w):
            raise ValueError(f"expected {len(self.w)} inputs")
        n = Value(0) + self.b
        for i, x in enumerate(inputs):
            n = n + x * self.w[i]
        return (
            n
            if self.activation == "linear"
            else relu_as_a_product(n)
            if self.activation == "relu"
            else tanh_by_a_safe_formula(n)
        )

    def parameters(self):
        found = list(self.w)
        found.append(self.b)
        return found


def assert_known(name):
    if name not in {"tanh", "relu", "linear"}:
        raise ValueError("no such activation: " + name)


class NeuronThatBendsTwice(NeuronStepByStep):
    def __call__(self, inputs):
        return closure_tanh(super().__call__(inputs))


class NeuronWithReluAsDefault(NeuronStepByStep):
    def __init__(self, n_inputs, activation="relu"):
        super().__init__(n_inputs, activation)


class NeuronThatBendsFirst(NeuronStepByStep):
    """The activation is put on each product, not on the sum."""

    def __call__(self, inputs):
        return sum((closure_tanh(w * x) for w, x in zip(self.w, inputs, strict=True)), self.b)


class NeuronThatTakesAnyName(NeuronStepByStep):
    def __init__(self, n_inputs, activation="tanh"):
        super().__init__(n_inputs, "tanh")
        self.activation = activation


class SeededNeuron(NeuronStepByStep):
    def __init__(self, n_inputs, activation="tanh"):
        random.seed(1)
        super().__init__(n_inputs, activation)


def neuron_from(draw, bias=None):
    class DrawnNeuron(NeuronStepByStep):
        def __init__(self, n_inputs, activation="tanh"):
            super().__init__(n_inputs, activation)
            self.w = [Value(draw()) for _ in range(n_inputs)]
            self.b = self.b if bias is None else Value(bias)

    return DrawnNeuron


class NeuronWithoutCall(NeuronStepByStep):
    __call__ = None


# -- tanh from pieces ----------------------------------------------------------------------


def exp(x):
    out = Value(math.exp(x.data), _prev=(x,), _op="exp")

    def _backward():
        x.grad += out.data * out.grad

    out._backward = _backward
    return out


def tanh_like_a_sigmoid(v):
    sign = 1 if v.data >= 0 else -1
    return sign * (2 / (1 + exp(sign * -2 * v)) - 1)


def tanh_in_two_branches(n):
    if n.data > 0:
        e = exp(-n) * exp(-n)
        return (1 - e) / (e + 1)
    e = exp(n + n)
    return (e - 1) / (e + 1)


def tanh_from_two_exponentials(v):
    up, down = exp(v), exp(-v)
    return (up - down) / (up + down)


def tanh_cut_off(v):
    return (
        tanh_from_two_exponentials(v) if abs(v.data) < 1 else Value(math.tanh(v.data), _prev=(v,))
    )


def sigmoid_for_tanh(v):
    return 1 / (1 + exp(-v)) if v.data >= 0 else 1 - 1 / (1 + exp(v))


GOOD_EXP = """
def exp(v):
    return closure(math.exp, lambda v, out: setattr(v, "grad", v.grad + out.data * out.grad))(v)
"""
SAFE_TANH = """
def tanh_from_exp(v):
    if v.data < 0:
        return -tanh_from_exp(-v)
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
"""


RIGHT = [
    ("04.by-hand", "a tuple, rounded, with integers", (0, 3.0, 0.75, 2.25)),
    (
        "04.by-hand",
        "a NumPy array of exact numbers",
        np.array([0, 4, 1, 3]) * (1 - math.tanh(0.55) ** 2),
    ),
    ("04.by-hand", "a negative zero", [-0.0, 2.998, 0.7495, 2.2485]),
    ("04.flat", "small letters with commas", "d, s, f, d, f, f"),
    ("04.flat", "a list of letters", ["D", "S", "F", "D", "F", "F"]),
    ("04.weighted-sum", "built-in sum and a strict zip", sum_with_strict_zip),
    ("04.weighted-sum", "an index, and an error without text", sum_with_index),
    ("04.weighted-sum", "recursion", sum_by_recursion),
    ("04.tanh", "a closure", closure_tanh),
    ("04.tanh", "a formula that cannot overflow", tanh_by_a_safe_formula),
    ("04.tanh", "NumPy, on whatever engine v belongs to", tanh_with_numpy),
    ("04.relu", "a closure, integers", closure_relu),
    ("04.relu", "a product with True or False", relu_as_a_product),
    ("04.update", "reset between forward and backward", "CEBAD"),
    ("04.update", "reset at the end, small letters", "c e a d b"),
    ("04.update", "a list", ["C", "B", "E", "A", "D"]),
    ("04.frozen", "a dictionary of parameters", StepByName),
    ("04.frozen", "a reset at both ends", ResetAtTheEnd),
    ("04.frozen", "a reset at the end only", ResetOnlyAtTheEnd),
    (
        "04.neuron",
        "functions in a dictionary, bias first, another distribution",
        NeuronWithDictionary,
    ),
    ("04.neuron", "loops, own length check", NeuronStepByStep),
    ("04.from-exp", "the form with one fraction", tanh_like_a_sigmoid),
    ("04.from-exp", "two branches", tanh_in_two_branches),
    ("04.from-exp", "the cell of a notebook", notebook(GOOD_EXP + SAFE_TANH, "tanh_from_exp")),
    ("04.from-exp", "a partial", partial(notebook(GOOD_EXP + SAFE_TANH, "tanh_from_exp"))),
    (
        "04.from-exp",
        "an object to be called",
        notebook(GOOD_EXP + SAFE_TANH + CALLED_TANH, "tanh_object"),
    ),
]


class KeepsItsFirstOutput:
    """What was computed once is handed out again."""

    def __init__(self, weights, bias):
        self.w, self.b, self.output = [Value(weight) for weight in weights], Value(bias), None

    def __call__(self, inputs):
        if self.output is None:
            self.output = sum((w * x for w, x in zip(self.w, inputs)), self.b)
        return self.output

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        for p in self.parameters():
            p.grad = 0.0
        self(inputs).backward()
        for p in self.parameters():
            p.data -= learning_rate * p.grad


class HandsOutAGenerator(NeuronStepByStep):
    def parameters(self):
        yield from self.w
        yield self.b


WRONG = [
    ("04.neuron", "a generator", HandsOutAGenerator, "parameters-as-a-generator"),
    ("04.frozen", "the first output is kept", KeepsItsFirstOutput, "first-output-kept"),
    ("04.by-hand", "another order", [2.25, 0, 3, 0.75]),
    ("04.by-hand", "the slope of n left over", [0, 4, 0.75, 3]),
    ("04.by-hand", "a text", "0, 3, 0.75, 2.25"),
    ("04.flat", "too few letters", "DSFDF"),
    ("04.flat", "two ideas wrong at once", "DDFFFF"),
    ("04.weighted-sum", "None for unequal lengths", sum_with_a_none),
    ("04.weighted-sum", "surplus inputs unnoticed", sum_that_misses_surplus_inputs),
    ("04.weighted-sum", "the graph is cut", sum_of_plain_numbers),
    ("04.tanh", "the right side only", tanh_for_positive_numbers),
    ("04.tanh", "the sign of the gradient", tanh_that_subtracts),
    ("04.tanh", "an extra node without a slope", tanh_with_rounded_output),
    ("04.tanh", "the first case by heart", lambda v: closure_tanh(v) if v.data == 0.5 else v),
    ("04.relu", "right for positive numbers, and never 0 on the left", relu_with_a_leak),
    ("04.relu", "right in the fixed cases only", relu_capped),
    ("04.relu", "absolute value", absolute_value),
    ("04.update", "a letter is missing", "BCEA"),
    ("04.update", "a letter twice", "BCEADB"),
    ("04.frozen", "the sign of the slope as step", StepOfFixedSize),
    ("04.frozen", "a Value as data", ValueInsideValue),
    ("04.frozen", "only one weight moves", WeightsOnlyOnce),
    ("04.neuron", "bends twice", NeuronThatBendsTwice),
    ("04.neuron", "another default", NeuronWithReluAsDefault),
    ("04.neuron", "bends each product", NeuronThatBendsFirst),
    ("04.neuron", "takes any name", NeuronThatTakesAnyName),
    ("04.neuron", "cannot be called", NeuronWithoutCall),
    ("04.from-exp", "overflow on both sides", tanh_from_two_exponentials),
    ("04.from-exp", "right near zero only", tanh_cut_off),
    ("04.from-exp", "sigmoid", sigmoid_for_tanh),
    ("04.by-hand", "texts", ["0", "3", "0.75", "2.25"]),
    ("04.by-hand", "a dictionary", {"w1": 0, "w2": 3, "b": 0.75, "x1": 2.25}),
    ("04.flat", "another letter", "DSFDFX"),
    ("04.weighted-sum", "pops from the list that it was given", sum_that_pops),
    ("04.weighted-sum", "appends to the lists that it was given", sum_that_appends),
    ("04.weighted-sum", "prints in place of raise", sum_that_prints),
    ("04.weighted-sum", "returns the error", sum_that_returns_an_error),
    ("04.tanh", "a closure without a parent", closure(math.tanh, tanh_step, parents=lambda x: ())),
    (
        "04.tanh",
        "v twice among the parents",
        closure(math.tanh, tanh_step, parents=lambda x: (x, x)),
    ),
    ("04.tanh", "makes the step of v too", closure(math.tanh, tanh_step_twice)),
    ("04.tanh", "a misspelt _backward", closure(math.tanh, tanh_step, name="_backwards")),
    ("04.tanh", "a called _backward", closure(math.tanh, tanh_step, stored=lambda step: step())),
    ("04.tanh", "changes v and goes on from there", tanh_changes_v),
    ("04.tanh", "another kind of error", closure(lambda x: [][0], tanh_step)),
    (
        "04.relu",
        "a closure without a parent",
        closure(lambda x: max(0.0, x), relu_step, parents=lambda x: ()),
    ),
    (
        "04.relu",
        "v twice among the parents",
        closure(lambda x: max(0.0, x), relu_step, parents=lambda x: (x, x)),
    ),
    ("04.relu", "makes the step of v too", closure(lambda x: max(0.0, x), relu_step_twice)),
    ("04.relu", "the gradient through relu", closure(lambda x: max(0.0, x), relu_step_clipped)),
    ("04.relu", "the output, at most 1", relu_slope(lambda out: min(out, 1.0))),
    ("04.relu", "1 above a half", relu_slope(lambda out: out > 0.5)),
    ("04.relu", "1 from 1 on", relu_slope(lambda out: out >= 1)),
    ("04.relu", "1 above a tenth", relu_slope(lambda out: out > 0.1)),
    ("04.frozen", "new Values at every step", NewValuesInLower),
    ("04.neuron", "the same seed for each", SeededNeuron),
    ("04.neuron", "from 0 to 1", neuron_from(random.random)),
    ("04.neuron", "gauss", neuron_from(lambda: random.gauss(0, 1))),
    ("04.neuron", "from −10 to 10", neuron_from(lambda: random.uniform(-10, 10))),
    ("04.neuron", "nearly 0", neuron_from(lambda: random.uniform(-0.01, 0.01))),
    ("04.neuron", "a narrow bell", neuron_from(lambda: random.gauss(0, 0.3))),
    ("04.neuron", "−1 or 1", neuron_from(lambda: random.choice((-1.0, 1.0)))),
    ("04.neuron", "a bias of 0", neuron_from(lambda: random.uniform(-1, 1), bias=0.0)),
    (
        "04.from-exp",
        "exp overwrites",
        notebook(GOOD_EXP.replace("v.grad + ", "") + SAFE_TANH, "tanh_from_exp"),
    ),
    (
        "04.from-exp",
        "exp is clipped",
        notebook(
            GOOD_EXP.replace("(math.exp,", "(lambda x: math.exp(min(x, 50)),") + SAFE_TANH,
            "tanh_from_exp",
        ),
    ),
    (
        "04.from-exp",
        "exp as a power",
        package_notebook("def exp(v): return math.e ** v\n" + SAFE_TANH, "tanh_from_exp"),
    ),
    (
        "04.relu",
        "a relu that stops growing",
        package_notebook(
            "def relu(v):\n    return Value(min(6.0, max(0.0, v.data)), _prev=(v,), _op='relu',"
            " _local=(float(0 < v.data < 6),))",
            "relu",
        ),
    ),
    (
        "04.from-exp",
        "an exp that stops growing",
        notebook(
            GOOD_EXP.replace("math.exp,", "lambda x: math.exp(min(x, 300)),")
            + "def tanh_from_exp(v):\n    e = exp(2 * v)\n    return (e - 1) / (e + 1)\n",
            "tanh_from_exp",
        ),
    ),
    (
        "04.from-exp",
        "no exp of this name",
        notebook(
            (GOOD_EXP + SAFE_TANH)
            .replace("exp(v)", "e_to_the(v)")
            .replace("exp(-2", "e_to_the(-2")
            .replace("tanh_from_e_to_the", "tanh_from_exp"),
            "tanh_from_exp",
        ),
    ),
]
