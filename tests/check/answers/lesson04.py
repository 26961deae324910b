"""Students' answers to the exercises of lesson 04, written from the notebooks alone."""

PRELUDE = """
import math
import random

from mgrad import Value
"""

# What a student has from the tasks before, where a task builds on it.
TOOLS = """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("as many inputs as weights")
    total = bias
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total

def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t * t,))

def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if v.data > 0 else 0.0,))

"""

HEAD = (
    TOOLS
    + """
class Neuron:
    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
"""
)

ANSWERS = [
    # ---------------------------------------------------------------- 04.by-hand
    (
        "04.by-hand",
        "core",
        "a product hands each factor its own number, not the other one",
        """
gradients = [2.25, -0.75, 0.75, 0.0]
""",
    ),
    (
        "04.by-hand",
        "core",
        "the slope of tanh is forgotten, n.grad taken as 1",
        """
gradients = [0, 4, 1, 3]
""",
    ),
    (
        "04.by-hand",
        "core",
        "o itself taken as the slope of tanh",
        """
gradients = [0, 2.0, 0.5, 1.5]
""",
    ),
    (
        "04.by-hand",
        "core",
        "the bias gets 1, as if it came after the tanh",
        """
gradients = [0.0, 3.0, 1.0, 2.25]
""",
    ),
    (
        "04.by-hand",
        "single",
        "slope taken as 1 - n**2, with the sum and not the output",
        """
n = 0.55
s = 1 - n**2
gradients = [round(0 * s, 2), round(4 * s, 2), round(s, 2), round(3 * s, 2)]
""",
    ),
    (
        "04.by-hand",
        "single",
        "x1 written first, so the order is x1, w1, w2, b",
        """
gradients = [2.25, 0.0, 3.0, 0.75]
""",
    ),
    (
        "04.by-hand",
        "single",
        "slope taken as 1 + o**2",
        """
gradients = [0, 5.0, 1.25, 3.75]
""",
    ),
    (
        "04.by-hand",
        "single",
        "the sign of w2 carried into its own gradient",
        """
gradients = [0, -3.0, 0.75, 2.25]
""",
    ),
    (
        "04.by-hand",
        "single",
        "an input of zero treated as if the weight stood alone",
        """
gradients = [0.75, 3.0, 0.75, 2.25]
""",
    ),
    (
        "04.by-hand",
        "single",
        "the bias treated as a product: its own value times the slope",
        """
slope = 1 - 0.5 ** 2
gradients = [0, 4 * slope, 4.55 * slope, 3 * slope]
""",
    ),
    (
        "04.by-hand",
        "single",
        "an input is data, so its slope is taken as 0",
        """
gradients = [0, 3, 0.75, 0]
""",
    ),
    (
        "04.by-hand",
        "form",
        "rounded to whole numbers, not to two decimals",
        """
gradients = [0, 3, 1, 2]
""",
    ),
    (
        "04.by-hand",
        "form",
        "a dictionary with names in place of a list",
        """
gradients = {"w1": 0.0, "w2": 3.0, "b": 0.75, "x1": 2.25}
""",
    ),
    (
        "04.by-hand",
        "form",
        "only the three parameters, x1 is missing",
        """
gradients = [0.0, 3.0, 0.75]
""",
    ),
    (
        "04.by-hand",
        "two",
        "o taken as the slope, and the factors not swapped",
        """
gradients = [1.5, -0.5, 0.5, 0]
""",
    ),
    (
        "04.by-hand",
        "two",
        "slope of tanh forgotten, and x1 put first",
        """
gradients = [3, 0, 4, 1]
""",
    ),
    (
        "04.by-hand",
        "right",
        "computed with the exact tanh and not rounded",
        """
o = math.tanh(0 * 3 + 4 * -1 + 4.55)
dn = 1 - o * o
gradients = [0 * dn, 4 * dn, dn, 3 * dn]
""",
    ),
    (
        "04.by-hand",
        "right",
        "the engine does the work",
        """
x1, x2, w1, w2, b = (Value(v) for v in (0, 4, 3, -1, 4.55))
n = x1 * w1 + x2 * w2 + b
n.backward()
t = math.tanh(n.data)
gradients = [round(p.grad * (1 - t**2), 2) for p in (w1, w2, b, x1)]
""",
    ),
    (
        "04.by-hand",
        "right",
        "as fractions written out",
        """
gradients = [0, 4 * 3 / 4, 3 / 4, 9 / 4]
""",
    ),
    # ---------------------------------------------------------------- 04.flat
    (
        "04.flat",
        "core",
        "a saturated tanh is called dead",
        """
verdicts = "DDFDFF"
""",
    ),
    (
        "04.flat",
        "core",
        "an output of 0 is taken for a slope of 0, so tanh at 0 is dead",
        """
verdicts = "DSFDDF"
""",
    ),
    (
        "04.flat",
        "core",
        "relu at exactly 0 is given the slope 1",
        """
verdicts = "DSFFFF"
""",
    ),
    (
        "04.flat",
        "core",
        "relu at large sums is called saturated",
        """
verdicts = "DSFDFS"
""",
    ),
    (
        "04.flat",
        "single",
        "one dead example is enough to call the neuron dead",
        """
verdicts = "DSDDFF"
""",
    ),
    (
        "04.flat",
        "single",
        "the outputs are judged, not the slopes",
        """
verdicts = "DFFDDF"
""",
    ),
    (
        "04.flat",
        "single",
        "a negative sum under relu learns slowly, like a leaky relu",
        """
verdicts = "SSFSFF"
""",
    ),
    (
        "04.flat",
        "single",
        "the letters S and D are exchanged",
        """
verdicts = "SDFSFF"
""",
    ),
    (
        "04.flat",
        "single",
        "a neuron that learns from one example of three is called slow",
        """
verdicts = "DSSDFF"
""",
    ),
    (
        "04.flat",
        "single",
        "tanh is thought steep far out, where its output is large",
        """
verdicts = "DFFDSF"
""",
    ),
    (
        "04.flat",
        "single",
        "relu at 0 called slow: half a slope",
        """
verdicts = "DSFSFF"
""",
    ),
    (
        "04.flat",
        "form",
        "one letter short",
        """
verdicts = "DSFDF"
""",
    ),
    (
        "04.flat",
        "form",
        "the words in place of the letters",
        """
verdicts = "dead, slow, fast, dead, fast, fast"
""",
    ),
    (
        "04.flat",
        "form",
        "a dictionary from neuron to letter",
        """
verdicts = {1: "D", 2: "S", 3: "F", 4: "D", 5: "F", 6: "F"}
""",
    ),
    (
        "04.flat",
        "two",
        "saturated tanh called dead, and tanh at 0 called dead",
        """
verdicts = "DDFDDF"
""",
    ),
    (
        "04.flat",
        "two",
        "relu at 0 gets slope 1, and relu at large sums is called slow",
        """
verdicts = "DSFFFS"
""",
    ),
    (
        "04.flat",
        "right",
        "written straight down",
        """
verdicts = "DSFDFF"
""",
    ),
    (
        "04.flat",
        "right",
        "computed from the slopes",
        """
table = [("relu", -4, -0.5, -2), ("tanh", -6, 5, 7), ("relu", -3, 2, -1),
         ("relu", 0, -1, 0), ("tanh", 0, 0, 0), ("relu", 60, 40, 90)]
verdicts = ""
for kind, *sums in table:
    slopes = [1 - math.tanh(n) ** 2 if kind == "tanh" else float(n > 0) for n in sums]
    steepest = max(slopes)
    verdicts += "F" if steepest >= 0.1 else "S" if steepest > 0 else "D"
""",
    ),
    (
        "04.flat",
        "right",
        "joined from a list of words",
        """
answers = ["Dead", "Slow", "Fast", "Dead", "Fast", "Fast"]
verdicts = "".join(a[0] for a in answers)
""",
    ),
    # ---------------------------------------------------------------- 04.weighted-sum
    (
        "04.weighted-sum",
        "core",
        "the bias is mended, the lengths are still not compared",
        """
def weighted_sum(weights, inputs, bias):
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
""",
    ),
    (
        "04.weighted-sum",
        "core",
        "the lengths are compared, the bias is still added each time",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("not as many inputs as weights")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value + bias
    return total
""",
    ),
    (
        "04.weighted-sum",
        "core",
        "the bias is lost altogether",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total
""",
    ),
    (
        "04.weighted-sum",
        "core",
        "the error is returned, not raised",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        return ValueError("what is wrong")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "an assert, so it is an AssertionError",
        """
def weighted_sum(weights, inputs, bias):
    assert len(weights) == len(inputs), "lengths differ"
    total = bias
    for i in range(len(weights)):
        total = total + weights[i] * inputs[i]
    return total
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "only too few inputs are refused, too many are dropped",
        """
def weighted_sum(weights, inputs, bias):
    if len(inputs) < len(weights):
        raise ValueError("inputs are missing")
    total = bias
    for w, x in zip(weights, inputs):
        total = total + w * x
    return total
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "return stands inside the loop",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError(f"{len(weights)} weights, {len(inputs)} inputs")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
        return total + bias
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "works on .data, so the Values are lost",
        """
def weighted_sum(weights, inputs, bias):
    def number(v):
        return v.data if isinstance(v, Value) else v
    if len(weights) != len(inputs):
        raise ValueError("wrong number of inputs")
    total = number(bias)
    for w, x in zip(weights, inputs):
        total += number(w) * number(x)
    return total
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "the lists themselves are compared, not their lengths",
        """
def weighted_sum(weights, inputs, bias):
    if weights != inputs:
        raise ValueError("weights and inputs do not fit")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    return total + bias
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "another exception: IndexError from an index loop",
        """
def weighted_sum(weights, inputs, bias):
    total = bias
    for i in range(max(len(weights), len(inputs))):
        total = total + weights[i] * inputs[i]
    return total
""",
    ),
    (
        "04.weighted-sum",
        "single",
        "the last pair is left out (range too short by one)",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    total = bias
    for i in range(len(weights) - 1):
        total = total + weights[i] * inputs[i]
    return total
""",
    ),
    (
        "04.weighted-sum",
        "form",
        "the sum is printed, nothing comes back",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    total = bias
    for weight, value in zip(weights, inputs):
        total = total + weight * value
    print(total)
""",
    ),
    (
        "04.weighted-sum",
        "form",
        "the list of products and the bias, not added up",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    return [w * x for w, x in zip(weights, inputs)] + [bias]
""",
    ),
    (
        "04.weighted-sum",
        "two",
        "bias lost, and the lengths are not compared",
        """
def weighted_sum(weights, inputs, bias):
    return sum(w * x for w, x in zip(weights, inputs))
""",
    ),
    (
        "04.weighted-sum",
        "two",
        "bias added each time, and a message printed, no error",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        print("ValueError: not as many inputs as weights")
    total = 0.0
    for weight, value in zip(weights, inputs):
        total = total + weight * value + bias
    return total
""",
    ),
    (
        "04.weighted-sum",
        "right",
        "zip with strict raises the ValueError by itself",
        """
def weighted_sum(weights, inputs, bias):
    return sum((w * x for w, x in zip(weights, inputs, strict=True)), bias)
""",
    ),
    (
        "04.weighted-sum",
        "right",
        "a subclass of ValueError of the student's own",
        """
class WrongLength(ValueError):
    pass

def weighted_sum(weights, inputs, bias):
    n = len(weights)
    if n != len(inputs):
        raise WrongLength(f"{n} weights but {len(inputs)} inputs")
    total, i = bias, 0
    while i < n:
        total = weights[i] * inputs[i] + total
        i += 1
    return total
""",
    ),
    (
        "04.weighted-sum",
        "right",
        "recursion over the rest of the lists",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("weights and inputs differ in length")
    if not len(weights):
        return bias
    return weights[0] * inputs[0] + weighted_sum(weights[1:], inputs[1:], bias)
""",
    ),
    (
        "04.weighted-sum",
        "hostile",
        "empties the lists it was given while it adds",
        """
def weighted_sum(weights, inputs, bias):
    if len(weights) != len(inputs):
        raise ValueError("lengths differ")
    total = bias
    while weights:
        total = total + weights.pop() * inputs.pop()
    return total
""",
    ),
    (
        "04.weighted-sum",
        "hostile",
        "a loop that never ends",
        """
def weighted_sum(weights, inputs, bias):
    total, i = bias, 0
    while i < len(weights):
        total = total + weights[i] * inputs[i]
    return total
""",
    ),
    # ---------------------------------------------------------------- 04.tanh
    (
        "04.tanh",
        "core",
        "the slope is 1 - v**2, from the input and not from the output",
        """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - v.data**2,))
""",
    ),
    (
        "04.tanh",
        "core",
        "the lesson's formula with exp, which overflows at 1000",
        """
def tanh(v):
    e = math.exp(2 * v.data)
    t = (e - 1) / (e + 1)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
""",
    ),
    (
        "04.tanh",
        "core",
        "no parents and no slope: the result is a leaf",
        """
def tanh(v):
    return Value(math.tanh(v.data))
""",
    ),
    (
        "04.tanh",
        "core",
        "no comma: (v) and (1 - t**2) are no tuples",
        """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v), _op="tanh", _local=(1 - t**2))
""",
    ),
    (
        "04.tanh",
        "single",
        "a plain number comes back",
        """
def tanh(v):
    return math.tanh(v.data)
""",
    ),
    (
        "04.tanh",
        "single",
        "the value t is handed over as the slope",
        """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(t,))
""",
    ),
    (
        "04.tanh",
        "single",
        "slope 1 / cosh**2, which overflows at 1000",
        """
def tanh(v):
    return Value(math.tanh(v.data), _prev=(v,), _op="tanh", _local=(1 / math.cosh(v.data) ** 2,))
""",
    ),
    (
        "04.tanh",
        "single",
        "uses the method v.tanh(), which the task forbids",
        """
def tanh(v):
    return v.tanh()
""",
    ),
    (
        "04.tanh",
        "single",
        "the slope of the sigmoid, t * (1 - t)",
        """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(t * (1 - t),))
""",
    ),
    (
        "04.tanh",
        "single",
        "plus in place of minus in the slope",
        """
def tanh(v):
    t = math.tanh(v.data)
    slope = 1 + t**2
    return Value(t, _prev=(v,), _op="tanh", _local=(slope,))
""",
    ),
    (
        "04.tanh",
        "single",
        "built from many operations, so v is not the only parent",
        """
def tanh(v):
    if v.data > 300:
        return v * 0.0 + 1.0
    if v.data < -300:
        return v * 0.0 - 1.0
    e = math.e ** (2 * v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.tanh",
        "single",
        "writes the result into v itself and hands v back",
        """
def tanh(v):
    v.data = math.tanh(v.data)
    v.grad = 1 - v.data**2
    return v
""",
    ),
    (
        "04.tanh",
        "single",
        "upside down: plus and minus exchanged (coth)",
        """
def tanh(v):
    n = v.data
    if abs(n) > 300:
        t = math.copysign(1.0, n)
    else:
        t = (math.exp(2 * n) + 1) / (math.exp(2 * n) - 1)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
""",
    ),
    (
        "04.tanh",
        "single",
        "only the parents are given, the local derivative is missing",
        """
def tanh(v):
    return Value(math.tanh(v.data), _prev=(v,), _op="tanh")
""",
    ),
    (
        "04.tanh",
        "form",
        "value and slope come back as a pair",
        """
def tanh(v):
    t = math.tanh(v.data)
    return t, 1 - t**2
""",
    ),
    (
        "04.tanh",
        "form",
        "the new Value is made but not returned",
        """
def tanh(v):
    t = math.tanh(v.data)
    out = Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
""",
    ),
    (
        "04.tanh",
        "two",
        "exp overflows, and the slope is 1 - v**2",
        """
def tanh(v):
    x = v.data
    t = (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - x**2,))
""",
    ),
    (
        "04.tanh",
        "two",
        "rounded to four decimals, and the slope is t",
        """
def tanh(v):
    t = round(math.tanh(v.data), 4)
    return Value(t, _prev=(v,), _op="tanh", _local=(t,))
""",
    ),
    (
        "04.tanh",
        "right",
        "slope as a product of two brackets",
        """
def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _local=((1 - t) * (1 + t),), _op="tanh")
""",
    ),
    (
        "04.tanh",
        "right",
        "an own formula that cannot overflow",
        """
def tanh(v):
    e = math.exp(-2 * abs(v.data))
    t = math.copysign((1 - e) / (1 + e), v.data)
    slope = 4 * e / (1 + e) ** 2
    return Value(t, _prev=tuple([v]), _op="tanh", _local=tuple([slope]))
""",
    ),
    (
        "04.tanh",
        "right",
        "a general helper for functions of one Value",
        """
def unary(v, value, slope, name):
    return Value(value, _prev=(v,), _op=name, _local=(slope,))

tanh = lambda v: unary(v, math.tanh(v.data), 1 - math.tanh(v.data) ** 2, "tanh")
""",
    ),
    (
        "04.tanh",
        "hostile",
        "calls itself without end",
        """
def tanh(v):
    t = tanh(v)
    return Value(t.data, _prev=(v,), _op="tanh", _local=(1 - t.data**2,))
""",
    ),
    (
        "04.tanh",
        "hostile",
        "a coroutine in place of a function",
        """
async def tanh(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
""",
    ),
    # ---------------------------------------------------------------- 04.relu
    (
        "04.relu",
        "core",
        "slope 1 everywhere, also on the left",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0,))
""",
    ),
    (
        "04.relu",
        "core",
        "slope 1 at exactly 0",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if v.data >= 0 else 0.0,))
""",
    ),
    (
        "04.relu",
        "core",
        "the input is handed over as slope, as it is",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(v.data,))
""",
    ),
    (
        "04.relu",
        "core",
        "the comparison points the wrong way",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if v.data < 0 else 0.0,))
""",
    ),
    (
        "04.relu",
        "single",
        "slope 0 everywhere",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(0.0,))
""",
    ),
    (
        "04.relu",
        "single",
        "a leaky relu: a small slope on the left",
        """
def relu(v):
    out = max(0.0, v.data)
    slope = 1.0 if v.data > 0 else 0.01
    return Value(out, _prev=(v,), _op="relu", _local=(slope,))
""",
    ),
    (
        "04.relu",
        "single",
        "the sign as slope: -1 on the left",
        """
def relu(v):
    out = max(0.0, v.data)
    sign = (v.data > 0) - (v.data < 0)
    return Value(out, _prev=(v,), _op="relu", _local=(sign,))
""",
    ),
    (
        "04.relu",
        "single",
        "one half at the corner",
        """
def relu(v):
    if v.data > 0:
        slope = 1.0
    elif v.data == 0:
        slope = 0.5
    else:
        slope = 0.0
    return Value(max(0.0, v.data), _prev=(v,), _op="relu", _local=(slope,))
""",
    ),
    (
        "04.relu",
        "single",
        "slope capped at 1, so small inputs are still too slow",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(min(out, 1.0),))
""",
    ),
    (
        "04.relu",
        "single",
        "v itself comes back on the right, a leaf on the left",
        """
def relu(v):
    if v.data > 0:
        return v
    return Value(0.0)
""",
    ),
    (
        "04.relu",
        "form",
        "no comma: the local derivative is no tuple",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if out > 0 else 0.0))
""",
    ),
    (
        "04.relu",
        "form",
        "a plain number comes back",
        """
def relu(v):
    return max(0.0, v.data)
""",
    ),
    (
        "04.relu",
        "two",
        "abs in place of max, and slope 1 everywhere",
        """
def relu(v):
    out = abs(v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0,))
""",
    ),
    (
        "04.relu",
        "two",
        "the relu of the negative side, and slope 1 at 0",
        """
def relu(v):
    out = min(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(1.0 if out >= 0 else 0.0,))
""",
    ),
    (
        "04.relu",
        "right",
        "the truth value of the comparison as slope",
        """
def relu(v):
    out = max(0.0, v.data)
    return Value(out, _prev=(v,), _op="relu", _local=(out > 0,))
""",
    ),
    (
        "04.relu",
        "right",
        "two returns",
        """
def relu(v):
    if v.data <= 0.0:
        return Value(0.0, _prev=(v,), _op="relu", _local=(0.0,))
    return Value(v.data, _prev=(v,), _op="relu", _local=(1.0,))
""",
    ),
    (
        "04.relu",
        "right",
        "out divided by itself",
        """
def relu(v):
    out = v.data * (v.data > 0)
    return Value(out, _prev=(v,), _op="relu", _local=(out / out if out else 0.0,))
""",
    ),
    # ---------------------------------------------------------------- 04.update
    (
        "04.update",
        "core",
        "the reset stands between backward and the update",
        """
order = "CEABD"
""",
    ),
    (
        "04.update",
        "core",
        "the update comes before the backward pass",
        """
order = "BCEDA"
""",
    ),
    (
        "04.update",
        "core",
        "the update comes first, so the first of three does nothing",
        """
order = "DBCEA"
""",
    ),
    (
        "04.update",
        "core",
        "tanh before the sum that it needs",
        """
order = "BECAD"
""",
    ),
    (
        "04.update",
        "single",
        "backward before the forward pass",
        """
order = "BACED"
""",
    ),
    (
        "04.update",
        "single",
        "backward between the sum and the tanh",
        """
order = "BCAED"
""",
    ),
    (
        "04.update",
        "single",
        "the lines in the order in which they are printed",
        """
order = "ABCDE"
""",
    ),
    (
        "04.update",
        "single",
        "reset and update both before the backward pass",
        """
order = "CEDBA"
""",
    ),
    (
        "04.update",
        "single",
        "update, then the forward pass and the reset last",
        """
order = "DCEAB"
""",
    ),
    (
        "04.update",
        "single",
        "written backwards, from the last line to the first",
        """
order = "DAECB"
""",
    ),
    (
        "04.update",
        "form",
        "the reset is left out, because the gradients are 0",
        """
order = "CEAD"
""",
    ),
    (
        "04.update",
        "form",
        "one line twice: reset before and after",
        """
order = "BCEADB"
""",
    ),
    (
        "04.update",
        "form",
        "a set of letters, which has no order",
        """
order = set("BCEAD")
""",
    ),
    (
        "04.update",
        "two",
        "tanh before the sum, and the reset erases what backward measured",
        """
order = "ECABD"
""",
    ),
    (
        "04.update",
        "two",
        "update before backward, and the sum after the tanh",
        """
order = "BECDA"
""",
    ),
    (
        "04.update",
        "right",
        "the reset at the end of the round",
        """
order = "CEADB"
""",
    ),
    (
        "04.update",
        "right",
        "the reset in the middle of the forward pass",
        """
order = "CBEAD"
""",
    ),
    (
        "04.update",
        "right",
        "joined from pieces",
        """
forward, reset, backward, update = "CE", "B", "A", "D"
order = forward + reset + backward + update
""",
    ),
    # ---------------------------------------------------------------- 04.frozen
    (
        "04.frozen",
        "core",
        "only the update is mended, parameters() still makes new Values",
        """
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
""",
    ),
    (
        "04.frozen",
        "core",
        "the Values are made once, but the update rebinds the name",
        """
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
""",
    ),
    (
        "04.frozen",
        "core",
        "plus in the update: the output rises",
        """
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
        return self.w + [self.b]

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data += learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "core",
        "the bias stays a plain number and never learns",
        """
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
""",
    ),
    (
        "04.frozen",
        "single",
        "a list of parameters is kept, but the call uses the plain numbers",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = list(weights)
        self.b = bias
        self.p = [Value(number) for number in [*self.w, self.b]]

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return self.p

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "the reset is gone, so the gradients of two steps pile up",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = self.b
        for weight, number in zip(self.w, inputs):
            total = total + weight * number
        return total

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "the reset erases the gradients just before the update",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.grad = 0.0
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "the gradient is changed, not the number",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
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
            parameter.grad -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "the step replaces the number (= in place of -=)",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
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
            parameter.data = learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "new Values take the place of the parameters in each step",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = self.b
        for weight, number in zip(self.w, inputs):
            total = total + weight * number
        return total

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        for p in self.parameters():
            p.grad = 0.0
        self(inputs).backward()
        self.w = [Value(p.data - learning_rate * p.grad) for p in self.w]
        self.b = Value(self.b.data - learning_rate * self.b.grad)
""",
    ),
    (
        "04.frozen",
        "single",
        "a fixed learning rate of 0.1",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate=0.1):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data -= 0.1 * parameter.grad
""",
    ),
    (
        "04.frozen",
        "single",
        "the output gets smaller in size: steps towards 0, not downwards",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
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
        (self(inputs) ** 2).backward()
        for parameter in self.parameters():
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "form",
        "parameters() nests the weights: [[w...], b]",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [self.w, self.b]

    def lower(self, inputs, learning_rate):
        for parameter in self.w + [self.b]:
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.w + [self.b]:
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "form",
        "parameters is a list made in __init__, not a method",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)
        self.parameters = [*self.w, self.b]

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters:
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters:
            parameter.data -= learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "two",
        "wrong sign, and no reset",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return [*self.w, self.b]

    def lower(self, inputs, learning_rate):
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data += learning_rate * parameter.grad
""",
    ),
    (
        "04.frozen",
        "two",
        "the bias is forgotten among the parameters, and the sign is wrong",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(number) for number in weights]
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for weight, number in zip(self.w, inputs):
            total = total + Value(number) * weight
        return total + self.b

    def parameters(self):
        return list(self.w)

    def lower(self, inputs, learning_rate):
        for parameter in self.parameters():
            parameter.grad = 0.0
        self(inputs).backward()
        for parameter in self.parameters():
            parameter.data = parameter.data + parameter.grad * learning_rate
""",
    ),
    (
        "04.frozen",
        "right",
        "one list of parameters is kept and unpacked",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self._all = [Value(number) for number in [*weights, bias]]
        *self.w, self.b = self._all

    def __call__(self, inputs):
        return sum((w * x for w, x in zip(self.w, inputs)), self.b)

    def parameters(self):
        return self._all

    def lower(self, inputs, learning_rate):
        for p in self._all:
            p.grad = 0.0
        self(inputs).backward()
        for p in self._all:
            p.data -= learning_rate * p.grad
""",
    ),
    (
        "04.frozen",
        "right",
        "the reset after the forward pass, and the update by index",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = list(map(Value, weights))
        self.b = Value(bias)

    def __call__(self, inputs):
        total = Value(0.0)
        for i in range(len(self.w)):
            total = total + self.w[i] * inputs[i]
        return total + self.b

    def parameters(self):
        return self.w + [self.b]

    def lower(self, inputs, learning_rate):
        output = self(inputs)
        ps = self.parameters()
        for i in range(len(ps)):
            ps[i].grad = 0.0
        output.backward()
        for i in range(len(ps)):
            ps[i].data = ps[i].data - ps[i].grad * learning_rate
""",
    ),
    (
        "04.frozen",
        "right",
        "minimises by going up on the negative of the output",
        """
class LinearNeuron:
    def __init__(self, weights, bias):
        self.w = [Value(float(number)) for number in weights]
        self.b = Value(float(bias))

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
        (-1 * self(inputs)).backward()
        for parameter in self.parameters():
            parameter.data += learning_rate * parameter.grad
""",
    ),
    # ---------------------------------------------------------------- 04.neuron
    (
        "04.neuron",
        "core",
        "weights and bias are plain random numbers, not Values",
        HEAD
        + """
        self.w = [random.uniform(-1, 1) for _ in range(n_inputs)]
        self.b = random.uniform(-1, 1)

    def __call__(self, inputs):
        total = weighted_sum(self.w, inputs, self.b)
        total = total if isinstance(total, Value) else Value(total)
        if self.activation == "tanh":
            return tanh(total)
        if self.activation == "relu":
            return relu(total)
        return total

    def parameters(self):
        return [*self.w, self.b]
""",
    ),
    (
        "04.neuron",
        "core",
        "the bias is missing among the parameters",
        HEAD
        + """
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
        return self.w
""",
    ),
    (
        "04.neuron",
        "core",
        "the activation is never asked: always tanh",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        return tanh(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "core",
        "one weight is drawn and put into the list n times",
        HEAD
        + """
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
""",
    ),
    (
        "04.neuron",
        "single",
        "drawn between 0 and 1 only",
        HEAD
        + """
        self.w = [Value(random.random()) for _ in range(n_inputs)]
        self.b = Value(random.random())

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "linear falls through to relu",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        else:
            return relu(n)

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "the bias starts at 0 and is not drawn",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(0.0)

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return [*self.w, self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "w and b belong to the class, all neurons share them",
        TOOLS
        + """
class Neuron:
    w = []
    b = Value(random.uniform(-1, 1))

    def __init__(self, n_inputs, activation="tanh"):
        if activation not in ("tanh", "relu", "linear"):
            raise ValueError(f"unknown activation {activation!r}: take tanh, relu or linear")
        self.activation = activation
        while len(self.w) < n_inputs:
            self.w.append(Value(random.uniform(-1, 1)))

    def __call__(self, inputs):
        n = weighted_sum(self.w[:len(inputs)], inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "the numbers of the parameters are handed out",
        HEAD
        + """
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
        return [w.data for w in self.w] + [self.b.data]
""",
    ),
    (
        "04.neuron",
        "single",
        "parameters() hands out fresh copies",
        HEAD
        + """
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
        return [Value(p.data) for p in [*self.w, self.b]]
""",
    ),
    (
        "04.neuron",
        "single",
        "the weights are drawn anew in every call",
        HEAD
        + """
        self.n_inputs = n_inputs
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(self.n_inputs)]
        self.b = Value(random.uniform(-1, 1))
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "seeds inside __init__: every neuron is the same",
        HEAD
        + """
        random.seed(1337)
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
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "single",
        "always two weights, as in the lesson's example",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)), Value(random.uniform(-1, 1))]
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
""",
    ),
    (
        "04.neuron",
        "form",
        "parameters() is nested: a list and the bias",
        HEAD
        + """
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
""",
    ),
    (
        "04.neuron",
        "form",
        "self is missing in the methods",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "tanh":
            return tanh(n)
        if self.activation == "relu":
            return relu(n)
        return n

    def parameters():
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "form",
        "linear gives nothing back: no return after the two ifs",
        HEAD
        + """
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
""",
    ),
    (
        "04.neuron",
        "two",
        "always tanh, and no bias among the parameters",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        return tanh(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        return list(self.w)
""",
    ),
    (
        "04.neuron",
        "two",
        "drawn between 0 and 1, and linear falls through to tanh",
        HEAD
        + """
        self.w = [Value(random.uniform(0, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(0, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        return relu(n) if self.activation == "relu" else tanh(n)

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    (
        "04.neuron",
        "right",
        "all drawn at once, the activation from a dictionary",
        HEAD
        + """
        *self.w, self.b = [Value(random.uniform(-1, 1)) for _ in range(n_inputs + 1)]

    def __call__(self, inputs):
        bend = {"tanh": tanh, "relu": relu, "linear": lambda n: n}[self.activation]
        return bend(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        return [*self.w, self.b]
""",
    ),
    (
        "04.neuron",
        "right",
        "a loop with append, and the bias first in the list",
        HEAD
        + """
        self.w = []
        for i in range(n_inputs):
            self.w.append(Value(2 * random.random() - 1))
        self.b = Value(2 * random.random() - 1)

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        if self.activation == "linear":
            return n
        elif self.activation == "tanh":
            return tanh(n)
        return relu(n)

    def parameters(self):
        return [self.b] + self.w
""",
    ),
    (
        "04.neuron",
        "right",
        "the bending is chosen once, in __init__",
        HEAD
        + """
        self.bend = tanh if activation == "tanh" else relu if activation == "relu" else None
        self.b = Value(random.uniform(-1, 1))
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]

    def __call__(self, inputs):
        n = weighted_sum(self.w, list(inputs), self.b)
        return n if self.bend is None else self.bend(n)

    def parameters(self):
        params = list(self.w)
        params.append(self.b)
        return params
""",
    ),
    (
        "04.neuron",
        "hostile",
        "ends the program when it is made",
        HEAD
        + """
        import sys
        self.w, self.b = [], Value(0.0)
        sys.exit("no more neurons")

    def __call__(self, inputs):
        return Value(0.0)

    def parameters(self):
        return []
""",
    ),
    (
        "04.neuron",
        "hostile",
        "the list of parameters contains itself",
        HEAD
        + """
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))

    def __call__(self, inputs):
        n = weighted_sum(self.w, inputs, self.b)
        return {"tanh": tanh, "relu": relu}.get(self.activation, lambda v: v)(n)

    def parameters(self):
        ps = [*self.w, self.b]
        ps.append(ps)
        return ps
""",
    ),
    (
        "04.neuron",
        "hostile",
        "asks the check itself while it is being checked",
        HEAD
        + """
        from mgrad.check import check
        self.w = [Value(random.uniform(-1, 1)) for _ in range(n_inputs)]
        self.b = Value(random.uniform(-1, 1))
        check("04.neuron")

    def __call__(self, inputs):
        return tanh(weighted_sum(self.w, inputs, self.b))

    def parameters(self):
        return self.w + [self.b]
""",
    ),
    # ---------------------------------------------------------------- 04.from-exp
    (
        "04.from-exp",
        "core",
        "the plain formula with e**(2n), which overflows on the right",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    e = exp(2 * v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.from-exp",
        "core",
        "rewritten with e**(-2n), which overflows on the left",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "core",
        "far out and on both sides the result is made of v.data, not of v",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    n = Value(abs(v.data))
    e = exp(-2 * n)
    t = (1 - e) / (1 + e)
    return t if v.data >= 0 else -1 * t
""",
    ),
    (
        "04.from-exp",
        "core",
        "the slope of exp is taken as 1",
        """
def exp(v):
    return Value(math.exp(v.data), _prev=(v,), _op="exp", _local=(1.0,))


def tanh_from_exp(v):
    if v.data < 0:
        return -1 * tanh_from_exp(-1 * v)
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "single",
        "the minus of the odd function is forgotten on the left",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data >= 0:
        e = exp(-2 * v)
    else:
        e = exp(2 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "single",
        "slope of exp as of a power: n * e**(n - 1)",
        """
def exp(v):
    n = v.data
    return Value(math.exp(n), _prev=(v,), _op="exp", _local=(n * math.exp(n - 1),))


def tanh_from_exp(v):
    if v.data < 0:
        return -1 * tanh_from_exp(-1 * v)
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "single",
        "a fresh leaf 1 or -1 beyond 5, where the slope is not yet 0",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data > 5:
        return Value(1.0)
    if v.data < -5:
        return Value(-1.0)
    e = exp(2 * v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.from-exp",
        "single",
        "the input is clipped in place, so v itself is changed",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    v.data = max(-20.0, min(20.0, v.data))
    e = exp(2 * v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.from-exp",
        "single",
        "the 2 is missing in the exponent",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data >= 0:
        e = exp(-1 * v)
        return (1 - e) / (1 + e)
    e = exp(v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.from-exp",
        "single",
        "the two sides are exchanged: overflow on both",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data > 0:
        e = exp(2 * v)
        return (e - 1) / (e + 1)
    e = exp(-2 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "single",
        "math.tanh with its slope written down, not from pieces",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v,), _op="tanh", _local=(1 - t**2,))
""",
    ),
    (
        "04.from-exp",
        "single",
        "the overflow is caught and 1 comes back on either side",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    try:
        a, b = exp(v), exp(-1 * v)
        return (a - b) / (a + b)
    except OverflowError:
        return Value(1.0)
""",
    ),
    (
        "04.from-exp",
        "form",
        "exp gives a plain number",
        """
def exp(v):
    return math.exp(v.data)


def tanh_from_exp(v):
    e = exp(-2 * v) if v.data >= 0 else exp(2 * v)
    t = (1 - e) / (1 + e)
    return Value(t if v.data >= 0 else -t)
""",
    ),
    (
        "04.from-exp",
        "form",
        "the result is printed and not returned",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if v.data >= 0:
        e = exp(-2 * v)
        print((1 - e) / (1 + e))
    else:
        e = exp(2 * v)
        print((e - 1) / (e + 1))
""",
    ),
    (
        "04.from-exp",
        "two",
        "slope of exp forgotten, and overflow on the right",
        """
def exp(v):
    return Value(math.exp(v.data), _prev=(v,), _op="exp")


def tanh_from_exp(v):
    e = exp(2 * v)
    return (e - 1) / (e + 1)
""",
    ),
    (
        "04.from-exp",
        "two",
        "overflow on the left, and the 2 missing in the exponent",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    e = exp(-1 * v)
    return (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "right",
        "a sign factor for both sides",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    sign = 1 if v.data >= 0 else -1
    e = exp((-2 * sign) * v)
    return sign * (1 - e) / (1 + e)
""",
    ),
    (
        "04.from-exp",
        "right",
        "from the sigmoid: 2 / (1 + e) - 1",
        """
def exp(v):
    return Value(math.exp(v.data), _prev=(v,), _op="exp", _local=(math.exp(v.data),))


def tanh_from_exp(v):
    if v.data < 0:
        return 1 - 2 / (1 + exp(v + v))
    return 2 / (1 + exp(-2 * v)) - 1
""",
    ),
    (
        "04.from-exp",
        "right",
        "calls itself once for the left side",
        """
def exp(v):
    value = math.e ** v.data
    return Value(value, _prev=(v,), _op="exp", _local=(value,))


def tanh_from_exp(v):
    if v.data < 0:
        return -1 * tanh_from_exp(-1 * v)
    small = exp(v * -2)
    top, bottom = 1 - small, 1 + small
    return top / bottom
""",
    ),
    (
        "04.from-exp",
        "hostile",
        "raises an exception of the system's own kind",
        """
def exp(v):
    e = math.exp(v.data)
    return Value(e, _prev=(v,), _op="exp", _local=(e,))


def tanh_from_exp(v):
    if abs(v.data) > 300:
        raise KeyboardInterrupt
    e = exp(2 * v)
    return (e - 1) / (e + 1)
""",
    ),
]
