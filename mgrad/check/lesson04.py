"""Checks for the exercises of lesson 04, the neuron."""

import math
import random

from mgrad.check.task import Mistake, Task, arranged, engine_of, letters, value_task
from mgrad.engine import Value

TITLE = "04 neuron"


# -- the weighted sum ----------------------------------------------------------------------


def make_weighted_sum(bias_at="once", lengths=ValueError):
    """A weighted sum with one thing changed: where the bias goes, or what unequal lengths do."""

    def weighted_sum(weights, inputs, bias):
        if lengths is not None and len(weights) != len(inputs):
            raise lengths(f"number of weights: {len(weights)}, number of inputs: {len(inputs)}")
        total = bias if bias_at == "once" else 0.0
        for weight, value in zip(weights, inputs):
            total = total + (weight + value if bias_at == "weights added" else weight * value)
            total = total + bias if bias_at == "each product" else total
        return total * bias if bias_at == "times" else total + bias if bias_at == "weights added" else total

    return weighted_sum


def _probe_weighted_sum(answer, case):
    kind, weights, inputs, bias = case
    if kind == "numbers":
        return answer(weights, inputs, bias)
    engine = engine_of(answer)
    w, b = [engine(weight) for weight in weights], engine(bias)
    n = answer(w, inputs, b)
    n.backward()
    return {"sum": n.data, "gradients of the weights": [weight.grad for weight in w], "of the bias": b.grad}


def _cases_weighted_sum(rng):
    def draw():
        return round(rng.uniform(-3, 3), 2)

    fixed = [
        ["numbers", [2.0, -1.0], [3.0, 4.0], 5.0],
        ["numbers", [2.0, -1.0], [3.0], 5.0],
        ["numbers", [2.0], [3.0, 4.0], 5.0],
        ["Values", [2.0, -1.0], [3.0, 4.0], 5.0],
    ]
    return fixed + [["numbers", [draw() for _ in range(n)], [draw() for _ in range(n)], draw()] for n in (1, 3, 4)]


# -- operations on one Value ---------------------------------------------------------------


class _Bare(Value):
    """The package's Value without the methods that the student writes."""

    __slots__ = ()

    def _refuse(self):
        raise RuntimeError("this Value has no such method yet: you are writing it")

    tanh = sigmoid = relu = exp = _refuse


_Bare.__name__ = "Value"  # what error messages call it


def _leaf(answer, number):
    engine = engine_of(answer)
    return _Bare(number) if engine is Value else engine(number)


def make_operation(value, slope):
    """One node: ``value(x)``, and ``slope(x, y)`` from the input x and the output y."""

    def operation(v):
        y = value(v.data)
        return Value(y, _prev=(v,), _local=(slope(v.data, y),))

    return operation


def _tanh_formula(x):
    return (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)


def _tanh_without_commas(v):
    t = math.tanh(v.data)
    return Value(t, _prev=(v), _local=(1 - t**2))  # a pair of brackets alone makes no tuple


def make_closure_tanh(step):
    """tanh on an engine in which every operation writes its own step: ``step(v.grad, slope, upstream)``."""

    class Node(Value):
        def _backward(self):
            v = self._prev[0]
            v.grad = step(v.grad, 1 - self.data**2, self.grad)

    return lambda v: Node(math.tanh(v.data), _prev=(v,))


TANH = make_operation(math.tanh, lambda x, y: 1 - y * y)
RELU = make_operation(lambda x: max(0.0, x), lambda x, y: float(x > 0))
EXP = make_operation(math.exp, lambda x, y: y)


def _probe_operation(answer, case):
    number, factor = case
    if factor == "far":
        return {f"data at {at:g}": answer(_leaf(answer, at)).data for at in (number, -number, 0.0)}
    v = _leaf(answer, number)
    result = answer(v)
    if factor != 1:
        result = factor * result + v
    result.backward()
    return {"data": result.data, "v.grad": v.grad}


def _say_operation(name):
    def say(case):
        number, factor = case
        return f"{name}(v)" + (", far out and at 0" if factor == "far" else f" with v = {number:g}" if factor == 1 else f" inside {factor}·{name}(v) + v, with v = {number:g}")

    return say


# -- one update step -----------------------------------------------------------------------

UPDATE_LINES = {
    "A": "    o.backward()",
    "B": "    for p in parameters: p.grad = 0.0",
    "C": "    n = w1 * x1 + w2 * x2 + b",
    "D": "    for p in parameters: p.data -= 0.1 * p.grad",
    "E": "    o = n.tanh()",
}
UPDATE = """
x1, x2 = 0.5, -1.0
w1, w2, b = parameters = [Value(1.0), Value(-0.5), Value(0.2)]
outputs = []
for step in range(3):
{lines}
    outputs.append(o.data)
"""


def _run_update(order):
    names = {"Value": Value}
    exec(UPDATE.format(lines=arranged(UPDATE_LINES, order)), names)
    return {"the outputs in your order": names["outputs"], "b at the end": names["b"].data}


# -- neurons -------------------------------------------------------------------------------


def make_linear_neuron(learning_bias=True, copies=False, rebinds=False, sign=-1.0, resets=True):
    """A neuron without a bend that lowers its output, with one thing changed."""

    class LinearNeuron:
        def __init__(self, weights, bias):
            self.w, self.b = [Value(weight) for weight in weights], Value(bias)

        def __call__(self, inputs):
            return make_weighted_sum()(self.w, inputs, self.b)

        def parameters(self):
            own = [*self.w, self.b] if learning_bias else self.w
            return [Value(p.data) for p in own] if copies else own

        def lower(self, inputs, learning_rate):
            for p in self.parameters():
                p.grad = 0.0 if resets else p.grad
            self(inputs).backward()
            for p in self.parameters():
                p.data += 0.0 if rebinds else sign * learning_rate * p.grad

    return LinearNeuron


def _probe_linear_neuron(answer, case):
    weights, bias, inputs, learning_rate, steps = case
    neuron = answer(weights, bias)
    neuron(inputs).backward()
    gradients = [p.grad for p in neuron.parameters()]
    for _ in range(steps):
        neuron.lower(inputs, learning_rate)
    return {"gradients of parameters()": gradients, "output afterwards": neuron(inputs).data}


def _cases_linear_neuron(rng):
    def draw():
        return round(rng.uniform(0.2, 2), 2)

    fixed = [[[2.0], 1.0, [3.0], 0.1, 1], [[2.0, -1.0], 0.5, [1.0, 3.0], 0.01, 1], [[2.0], 1.0, [3.0], 0.1, 3]]
    return [*fixed, [[draw(), draw(), draw()], draw(), [draw(), draw(), draw()], 0.05, 2]]


def _say_linear_neuron(case):
    weights, bias, inputs, learning_rate, steps = case
    times = {1: "once", 2: "twice"}.get(steps, f"{steps} times")
    return f"LinearNeuron({weights}, {bias}), then lower({inputs}, {learning_rate}) {times}"


def _random_value():
    return Value(random.uniform(-1, 1))


def _apply(name, n):
    return {"tanh": TANH, "relu": RELU, "linear": lambda n: n}[name](n)


def make_neuron(weights=lambda n: [_random_value() for _ in range(n)], total=make_weighted_sum(), bend=_apply, knobs=lambda w, b: [*w, b], bias=_random_value):
    """A neuron with one thing changed."""

    class Neuron:
        def __init__(self, n_inputs, activation="tanh"):
            if activation not in ("tanh", "relu", "linear"):
                raise ValueError(f"unknown activation {activation!r}")
            self.activation = activation
            self.w, self.b = weights(n_inputs), bias()

        def __call__(self, inputs):
            return bend(self.activation, total(self.w, inputs, self.b))

        def parameters(self):
            return knobs(self.w, self.b)

    return Neuron


def _probe_neuron(answer, case):
    ask, *details = case
    if ask == "make":
        neuron = answer(details[0])
        neuron.parameters()
        return {"weights": len(neuron.w), "parameters": len(list(neuron.parameters())), "weights afterwards": len(neuron.w)}
    if ask == "start":
        return {"different weights": len({weight.data for weight in answer(details[0]).w})}
    if ask == "name":
        return answer(2, details[0]) and "accepted"
    activation, weights, bias, inputs = details
    neuron = answer(len(weights)) if activation == "default" else answer(len(weights), activation)
    for parameter, number in zip([*neuron.w, neuron.b], [*weights, bias]):
        parameter.data = number
    values = [engine_of(answer)(x) for x in inputs] if ask == "call with Values" else inputs
    o = neuron(values)
    o.backward()
    found = {"output": o.data, "gradients, sorted": sorted(p.grad for p in neuron.parameters())}
    return found | ({"gradients of the inputs": [x.grad for x in values]} if values is not inputs else {})


def _cases_neuron(rng):
    def draw():
        return round(rng.uniform(0.1, 0.9), 2)

    return [
        ["make", 3],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0, 4.0]],
        ["call", "tanh", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["call", "default", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["call", "relu", [0.5, -0.25], 0.1, [1.0, 1.0]],
        ["call", "relu", [0.5, -0.25], 0.1, [-1.0, 1.0]],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0]],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0, 4.0, 5.0]],
        ["start", 5],
        ["call with Values", "tanh", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["name", "tahn"],
        ["call", rng.choice(["tanh", "relu"]), [draw(), draw(), draw()], draw(), [draw(), draw(), draw()]],
    ]


def _say_neuron(case):
    ask, first, *rest = case
    if ask == "name":
        return f'Neuron(2, "{first}")'
    if ask in ("make", "start"):
        return f"Neuron({first})"
    weights, bias, inputs = rest
    made = f"Neuron({len(weights)})" if first == "default" else f'Neuron({len(weights)}, "{first}")'
    return f"{made} with weights {weights} and bias {bias}, called with {'Values of ' if ask == 'call with Values' else ''}{inputs}"


# -- tanh from pieces ----------------------------------------------------------------------


def make_tanh_from_exp(exp=EXP, overflows=False, minus=-1, whole_bottom=True):
    """tanh from exp, with one thing changed."""

    def tanh_from_exp(v):
        if overflows:
            e = exp(2 * v)
            return (e - 1) / (e + 1)
        if v.data < 0:
            return minus * tanh_from_exp(-v)
        e = exp(-2 * v)
        return (1 - e) / (1 + (e if whole_bottom else e.data))

    return tanh_from_exp


def _interior_nodes(root):
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node._prev and not any(node is other for other in found):
            found.append(node)
            waiting.extend(node._prev)
    return len(found)


def _probe_pieces(answer, case):
    if case == "far":
        return {f"data at {at:g}": answer(_leaf(answer, at)).data for at in (1000.0, -1000.0)}
    v = _leaf(answer, case)
    result = answer(v)
    result.backward()
    return {"data": result.data, "v.grad": v.grad, "made of several nodes": _interior_nodes(result) > 2}


TASKS = [
    value_task(
        "04.by-hand",
        "gradients",
        [0.0, 3.0, 0.75, 2.25],
        "Everything left of the tanh carries its slope 0.75 as a factor. The zero input silences its own weight w1, but x1 itself still matters: its slope is w1 times 0.75.",
        Mistake(
            "own-operand",
            [2.25, -0.75, 0.75, 0.0],
            "Each factor got its own value as slope. A product swaps: the slope of a weight is its input, and the slope of an input is its weight.",
            "The product x1·w1 is 0·w1. How much does it change when w1 moves?",
        ),
        Mistake(
            "activation-slope-forgotten",
            [0.0, 4.0, 1.0, 3.0],
            "These are the slopes of the sum n, not of the output o. Between n and o lies the tanh.",
            "What is n.grad? It is not 1, and it is the upstream gradient of everything to its left.",
        ),
        Mistake(
            "slope-from-input",
            [0.0, 2.79, 0.6975, 2.0925],
            "The slope of tanh was computed as 1 − n². The formula takes the output: 1 − o².",
            "Which of the two numbers 0.55 and 0.5 is the tanh?",
        ),
        Mistake(
            "output-as-slope",
            [0.0, 2.0, 0.5, 1.5],
            "The output o = 0.5 was used as the slope of tanh. That is its value; its slope follows from the value.",
            "Put o = 0.5 into the formula of the slope.",
        ),
        Mistake(
            "zero-input-blocks-all",
            [0.0, 3.0, 0.75, 0.0],
            "The slope of x1 is not zero, although x1 is. What an input is now says nothing about how much the output would move if the input moved.",
            "With which number is x1 multiplied on its way to n?",
        ),
        tolerance=0.02,
    ),
    value_task(
        "04.flat",
        "verdicts",
        "DSFDFF",
        "What counts is the slope at n, example by example. tanh is flat far out on both sides, relu only at 0 and on the left.",
        Mistake(
            "relu-saturates",
            "DSFDFS",
            "Neuron 6 is not slow. A large sum saturates tanh, because tanh bends towards 1; relu goes on as a straight line.",
            "What is relu(60), and what is relu(61)?",
        ),
        Mistake(
            "zero-output-is-dead",
            "DSFDDF",
            "Neuron 5 puts out 0, but learning does not need the output. It needs the slope.",
            "How steep is tanh at n = 0? Look at its curve there.",
        ),
        Mistake(
            "slope-at-the-kink",
            "DSFFFF",
            "Neuron 4 is never above 0. At exactly 0 relu has a corner, and the slope there is taken as 0.",
            "Which of the three sums of neuron 4 gives a slope that is not zero?",
        ),
        Mistake(
            "one-flat-example-is-enough",
            "DSDDFF",
            "Neuron 3 is flat for two examples, but not for all of them. A relu is dead only if every example leaves it flat.",
            "What does the second example teach neuron 3?",
        ),
        Mistake(
            "saturated-is-dead",
            "DDFDFF",
            "Neuron 2 is saturated, not dead. The slope of tanh at 5 is small, but it is not zero, so small steps still happen.",
            "Compute 1 - math.tanh(5)**2 in a new cell.",
        ),
        read=letters,
    ),
    Task(
        id="04.weighted-sum",
        answer_name="weighted_sum",
        kind="function",
        reference=make_weighted_sum(),
        probe=_probe_weighted_sum,
        cases=_cases_weighted_sum,
        say=lambda case: f"weighted_sum({case[1]}, {case[2]}, {case[3]})" + (" with Values as weights and bias" if case[0] == "Values" else ""),
        notice="One bias for the whole neuron, and as many inputs as weights. Because only + and * are used, the same lines serve numbers and Values.",
        mistakes=(
            Mistake(
                "unmended",
                make_weighted_sum("each product", lengths=None),
                "Both faults are still there: one changes the sum as soon as there are two inputs, the other needs lists of unequal length.",
                "Follow the loop with two inputs and write down the total after each round.",
            ),
            Mistake(
                "bias-in-the-loop",
                make_weighted_sum("each product"),
                "The lengths are compared now. But the bias is still added once for every input: two inputs, two biases.",
                "How often should b occur in w1·x1 + w2·x2 + b?",
            ),
            Mistake(
                "zip-truncation",
                make_weighted_sum(lengths=None),
                "The sum is right now. But zip stops at the end of the shorter list, so a missing or surplus input goes unnoticed.",
                "Compare the two lengths before the loop begins.",
            ),
            Mistake(
                "bias-forgotten",
                make_weighted_sum("never"),
                "The products are added up, but the bias does not take part.",
                "What should the result be when all inputs are 0?",
            ),
            Mistake(
                "bias-multiplied",
                make_weighted_sum("times"),
                "The bias is a factor here. It is a constant that shifts the sum, so it is added.",
                "What should the result be when all inputs are 0?",
            ),
            Mistake(
                "weights-added",
                make_weighted_sum("weights added"),
                "Each weight is added to its input. A weight is a factor: it says how strongly its input counts.",
                "What should a weight of 0 do to its input?",
            ),
            Mistake(
                "assert-for-raise",
                make_weighted_sum(lengths=AssertionError),
                "An assert does stop the program, but with an AssertionError, and Python can be told to skip all asserts. For wrong arguments the field uses ValueError.",
                "Which statement raises an error of a kind that you choose?",
            ),
        ),
    ),
    Task(
        id="04.tanh",
        answer_name="tanh",
        kind="function",
        reference=TANH,
        probe=_probe_operation,
        cases=lambda rng: [[0.5, 1], [-1.0, 1], [2.0, 1], [0.5, 3], [1000.0, "far"], [round(rng.uniform(-2, 2), 2), 1]],
        say=_say_operation("tanh"),
        notice="One node with one local derivative does the work of five operations. And since the slope follows from the output, it costs next to nothing.",
        mistakes=(
            Mistake(
                "slope-from-input",
                make_operation(math.tanh, lambda x, y: 1 - x * x),
                "The slope is computed as 1 − n², from the input. The square in 1 − t² is that of the output.",
                "Can the slope of tanh be negative? What does your formula give at 2?",
            ),
            Mistake(
                "square-forgotten",
                make_operation(math.tanh, lambda x, y: 1 - y),
                "The slope is computed as 1 − t. At t = −1, far to the left, that would be 2, but the curve is flat there.",
                "tanh is as steep at −1 as at 1. Which formula treats both sides alike?",
            ),
            Mistake(
                "output-as-slope",
                make_operation(math.tanh, lambda x, y: y),
                "The node passes on its value as its slope. That is right for exp and for nothing else here.",
                "At n = 0 the value of tanh is 0. How steep is the curve there?",
            ),
            Mistake(
                "no-parents",
                lambda v: Value(math.tanh(v.data)),
                "The value is right, but nothing flows back to v: the new node does not know its parent, or has no local derivative for it.",
                "Which arguments of Value name the parents and the local derivatives?",
            ),
            Mistake(
                "comma-forgotten",
                _tanh_without_commas,
                "Parents and local derivatives are tuples, because most operations have several. Brackets alone make no tuple: (v) is just v.",
                "What does type((1)) say, and what does type((1,)) say?",
            ),
            Mistake(
                "upstream-forgotten",
                make_closure_tanh(lambda grad, slope, upstream: grad + slope),
                "The node passes on its local derivative alone. As the last node of a graph that looks right; further inside, the upstream gradient has to come in as a factor.",
                "What is out.grad when tanh(v) is multiplied by 3 afterwards?",
            ),
            Mistake(
                "gradient-overwritten",
                make_closure_tanh(lambda grad, slope, upstream: slope * upstream),
                "The gradient of v is replaced. If v is used elsewhere too, the contribution of the other path is lost.",
                "v reaches the result along two paths here. Which sign stands before the = in lesson 3?",
            ),
            Mistake(
                "number-returned",
                lambda v: math.tanh(v.data),
                "The function returns a plain number. A number has no gradient and no parents, so the graph ends there.",
                "Wrap the number in a Value, as every operation of your engine does.",
            ),
            Mistake(
                "tanh-upside-down",
                make_operation(lambda x: (math.exp(2 * x) + 1) / (math.exp(2 * x) - 1), lambda x, y: 1 - y * y),
                "The fraction stands on its head: this is 1/tanh. No tanh can be larger than 1, and at 0 this one divides by zero.",
                "What should tanh be at 0, and which of + and − makes the top of the fraction zero there?",
            ),
            Mistake(
                "overflow",
                make_operation(_tanh_formula, lambda x, y: 1 - y * y),
                "The formula is right in algebra and fails in floating point: e to the power of 2000 is no float any more.",
                "Which function of Python's math module gives the value without this formula?",
            ),
            Mistake(
                "borrowed",
                lambda v: v.tanh(),
                "This calls the tanh that the package has already. The check offers a Value without it, as your own engine is.",
                "Make the node yourself: compute the number, then call Value with the parent and the slope.",
            ),
        ),
    ),
    Task(
        id="04.relu",
        answer_name="relu",
        kind="function",
        reference=RELU,
        probe=_probe_operation,
        cases=lambda rng: [[3.0, 1], [-2.0, 1], [0.0, 1], [2.0, 3], [round(rng.uniform(1.5, 4), 2), 1], [round(rng.uniform(-4, -0.5), 2), 1]],
        say=_say_operation("relu"),
        notice="The slope of relu is 1 or 0, never anything else. At v = 1 the faulty slope was 1 as well: the author's only test stood at the one point on the right where the fault cannot be seen.",
        mistakes=(
            Mistake(
                "relu-passes-output",
                make_operation(lambda x: max(0.0, x), lambda x, y: y),
                "On the right side your slope grows with v. But relu is a straight line there, and a straight line is equally steep everywhere.",
                "By how much does relu(3) change when 3 becomes 3.1?",
            ),
            Mistake(
                "slope-one-everywhere",
                make_operation(lambda x: max(0.0, x), lambda x, y: 1.0),
                "The slope is 1 even where relu is flat. On the left the output stays 0 however the input moves.",
                "By how much does relu(−2) change when −2 becomes −1.9?",
            ),
            Mistake(
                "slope-at-the-kink",
                make_operation(lambda x: max(0.0, x), lambda x, y: float(x >= 0)),
                "Only the corner is off. At exactly 0 there is no one slope; mgrad and PyTorch both take the flat side.",
                "Which comparison is false at 0?",
            ),
            Mistake(
                "gradient-where-negative",
                make_operation(lambda x: max(0.0, x), lambda x, y: float(x < 0)),
                "The two sides have changed places: the slope is 1 where relu is flat, and 0 where it rises.",
                "Sketch the curve of relu. On which side does it rise?",
            ),
            Mistake(
                "borrowed",
                lambda v: v.relu(),
                "This calls the relu that the package has already. The check offers a Value without it, as your own engine is.",
                "Keep the given lines, and look at the one number in them that says how steep the curve is.",
            ),
        ),
    ),
    value_task(
        "04.update",
        "order",
        "BCEAD",
        "Forward, backward, update, with a reset before the next backward pass. Where exactly the reset stands does not matter, as long as it is not between backward and update.",
        Mistake(
            "reset-erases-gradients",
            "CEABD",
            "Nothing moves: the gradients are set to zero after they were computed and before they are used.",
            "Follow one p.grad line by line: which number does the update find in it?",
        ),
        Mistake(
            "update-first",
            "DBCEA",
            "In the first round the update finds gradients of zero, and the gradients of the last round are never used: three rounds, only two steps.",
            "What must have happened before an update can know where to go?",
        ),
        Mistake(
            "stale-gradients",
            "CEDBA",
            "The update comes between the forward and the backward pass, so it uses the gradients of the round before. They belong to weights that have changed since.",
            "Which gradients should this round's update use, and when are they ready?",
        ),
        Mistake(
            "used-before-made",
            "ECABD",
            "A name is used before it exists: the output needs the sum, and the backward pass needs the output.",
            "Which line makes n, and which one makes o?",
        ),
        read=_run_update,
    ),
    Task(
        id="04.frozen",
        answer_name="LinearNeuron",
        kind="class",
        reference=make_linear_neuron(),
        probe=_probe_linear_neuron,
        cases=_cases_linear_neuron,
        say=_say_linear_neuron,
        notice="A parameter is one Value that the neuron keeps for life: every forward pass uses it, parameters() hands out the same object, and the update changes the data inside it.",
        mistakes=(
            Mistake(
                "fresh-copies",
                make_linear_neuron(copies=True),
                "After a backward pass the gradients of parameters() are all 0. They arrived at other Values, which were made on the way and which nobody holds.",
                "How often is a Value made for one weight, and where should that happen once and for all?",
            ),
            Mistake(
                "update-rebinds",
                make_linear_neuron(rebinds=True),
                "The gradients arrive now, but the update does not: the assignment gives the name of the loop a new Value and leaves the one in the neuron as it was.",
                "Which attribute of the parameter should change?",
            ),
            Mistake(
                "uphill",
                make_linear_neuron(sign=1.0),
                "The output grows: the step goes along the gradient. To make the output smaller, go against it.",
                "If a slope is positive, should its parameter go up or down?",
            ),
            Mistake(
                "bias-not-a-parameter",
                make_linear_neuron(learning_bias=False),
                "The weights learn and the bias does not: parameters() leaves it out.",
                "How many numbers may training change in a neuron with one input?",
            ),
            Mistake(
                "reset-forgotten",
                make_linear_neuron(resets=False),
                "The gradients of earlier backward passes are still there and are added up, so the steps come out too long.",
                "Which lines at the beginning of lower took care of this?",
            ),
        ),
    ),
    Task(
        id="04.neuron",
        answer_name="Neuron",
        kind="class",
        reference=make_neuron(),
        probe=_probe_neuron,
        cases=_cases_neuron,
        say=_say_neuron,
        notice="This Neuron is kept: lesson 5 builds its layers and networks from it, and lesson 6 trains it.",
        keeps=True,
        mistakes=(
            Mistake(
                "plain-floats",
                make_neuron(lambda n: [random.uniform(-1, 1) for _ in range(n)], bias=lambda: random.uniform(-1, 1)),
                "The weights are plain numbers. The forward pass works with them, but a number has no place for a gradient, so this neuron can never learn.",
                "What must each weight be, so that backward can reach it?",
            ),
            Mistake(
                "bias-not-a-parameter",
                make_neuron(knobs=lambda w, b: list(w)),
                "parameters() gives the weights only. A bias that is not in the list is never updated and never reset.",
                "How many numbers may training change in a neuron with three inputs?",
            ),
            Mistake(
                "copies-as-parameters",
                make_neuron(knobs=lambda w, b: [Value(p.data) for p in [*w, b]]),
                "parameters() makes new Values with the same numbers. The gradients arrive at the old ones, and an update would change the new ones.",
                "Hand out the Values themselves. Is neuron.parameters()[0] the same object as neuron.w[0]?",
            ),
            Mistake(
                "weights-changed",
                make_neuron(knobs=lambda w, b: w.append(b) or w),
                "parameters() changes the list w: it puts the bias among the weights, and once more at every call.",
                "Make a new list that has the weights and the bias, and leave w as it is.",
            ),
            Mistake(
                "shared-weight",
                make_neuron(lambda n: [_random_value()] * n),
                "All entries of w are one and the same Value. Turn one weight and all of them turn; the gradients of all inputs end up in it.",
                "What does [x] * 3 repeat: the expression, or the object?",
            ),
            Mistake(
                "equal-weights",
                make_neuron(lambda n: [Value(0.0) for _ in range(n)]),
                "All weights start with the same number. Neurons that start alike get the same gradients and stay alike, so the start should be random.",
                "Which function of the random module gives a number between −1 and 1, and how often should it be called?",
            ),
            Mistake(
                "activation-ignored",
                make_neuron(bend=lambda name, n: TANH(n)),
                "Every neuron bends with tanh, whatever was asked for: the argument activation is stored and never read.",
                "Where does __call__ look at self.activation?",
            ),
            Mistake(
                "bend-forgotten",
                make_neuron(bend=lambda name, n: n),
                "The output is the weighted sum itself. Without the bend every neuron is linear.",
                "What should happen to n if self.activation is tanh?",
            ),
            Mistake(
                "zip-truncation",
                make_neuron(total=make_weighted_sum(lengths=None)),
                "Right numbers of inputs work, wrong ones too: zip stops at the shorter list, and nobody compared the lengths.",
                "Your weighted_sum checks the lengths already. Who adds up here?",
            ),
        ),
    ),
    Task(
        id="04.from-exp",
        answer_name="tanh_from_exp",
        kind="function",
        reference=make_tanh_from_exp(),
        probe=_probe_pieces,
        cases=lambda rng: [0.5, -1.0, 0.0, 2.0, "far", round(rng.uniform(0.2, 2), 2), round(rng.uniform(-2, -0.2), 2)],
        say=lambda case: "tanh_from_exp(v), far out" if case == "far" else f"tanh_from_exp(v) with v = {case:g}",
        notice="The two paths through e add up to 1 − t² without anybody having told them. Keeping the exponent at or below 0 is what makes the pieces safe: the package's sigmoid does the same.",
        mistakes=(
            Mistake(
                "power-rule",
                make_tanh_from_exp(exp=make_operation(math.exp, lambda x, y: x * math.exp(x - 1)), overflows=True),
                "The slope of exp follows the rule for powers of n. But in e to the n the variable stands in the exponent.",
                "Nudge: compute (math.exp(1.001) − math.exp(1)) / 0.001 and compare it with math.exp(1).",
            ),
            Mistake(
                "slope-one",
                make_tanh_from_exp(exp=make_operation(math.exp, lambda x, y: 1.0), overflows=True),
                "exp passes the gradient on unchanged, with slope 1. That is right only at 0.",
                "Nudge: compute (math.exp(1.001) − math.exp(1)) / 0.001 and compare it with math.exp(1).",
            ),
            Mistake(
                "overflow",
                make_tanh_from_exp(overflows=True),
                "Near zero all is right, but on one side the exponential becomes too large for a float.",
                "For which sign of its exponent can e to the power of something never overflow?",
            ),
            Mistake(
                "sign-lost",
                make_tanh_from_exp(minus=1),
                "The left side is a copy of the right side: the minus in tanh(−n) = −tanh(n) is missing on the way out.",
                "What is tanh at −1, and what is it at 1?",
            ),
            Mistake(
                "one-path",
                make_tanh_from_exp(whole_bottom=False),
                "The value is right and the slope is not: in the bottom of the fraction e is used as a plain number, so only the path through the top is counted.",
                "How many arrows leave e in the lesson's picture of the pieces?",
            ),
            Mistake(
                "single-node",
                TANH,
                "That is tanh as one node again. Here it is to be built from exp and arithmetic, so that the engine finds the slope by itself.",
                "Write the formula of tanh with exp(v), +, −, * and /, and no number taken out with .data.",
            ),
        ),
    ),
]
