"""Checks for the exercises of lesson 04, the neuron."""

import inspect
import math
import numbers
import random
from contextlib import redirect_stdout
from io import StringIO

from mgrad.check.task import FormError, Mistake, Task, arranged, engine_of, letters, plain, same, value_task
from mgrad.engine import Value

TITLE = "04 neuron"


# -- by hand -------------------------------------------------------------------------------

GRADIENTS = [0.0, 3.0, 0.75, 2.25]
IN_ANOTHER_ORDER = "the right numbers in another order"


def _four_numbers(answer):
    found = plain(answer)
    if not isinstance(found, list) or len(found) != 4 or not all(isinstance(x, float) for x in found):
        raise FormError("Write a list of four numbers, such as [1, 2, 3, 4].")
    if same(sorted(found), sorted(GRADIENTS), 0.02) and not same(found, GRADIENTS, 0.02):
        return IN_ANOTHER_ORDER
    return found


def _six_letters(answer):
    found = letters(answer)
    if len(found) != 6:
        raise FormError(f"There are six neurons, so write six letters. Your answer has {len(found)}.")
    if set(found) - set("FSD"):
        raise FormError("Use only the letters F for fast, S for slow and D for dead.")
    return found


# -- the weighted sum ----------------------------------------------------------------------


def make_weighted_sum(bias_at="once", lengths=ValueError, rounds=None):
    """A weighted sum with one thing changed: where the bias goes, or what unequal lengths do."""

    def weighted_sum(weights, inputs, bias):
        if lengths is not None and len(weights) != len(inputs):
            raise lengths(f"number of weights: {len(weights)}, number of inputs: {len(inputs)}")
        total = bias if bias_at == "once" else 0.0
        for weight, value in list(zip(weights, inputs))[:rounds]:
            total = total + (weight + value if bias_at == "weights added" else weight * value)
            total = total + bias if bias_at == "each product" else total
        return total * bias if bias_at == "times" else total + bias if bias_at == "weights added" else total

    return weighted_sum


def _sum_and_print(weights, inputs, bias):
    if len(weights) != len(inputs):
        print("ValueError")
        return None
    return make_weighted_sum()(weights, inputs, bias)


def _sum_by_index(weights, inputs, bias):
    return sum((weights[i] * inputs[i] for i in range(len(weights))), bias)


def _sum_of_data(weights, inputs, bias):
    make_weighted_sum()(weights, inputs, bias)  # refuses unequal lengths
    return make_weighted_sum()([weight.data for weight in weights], inputs, bias.data)


def _sum_that_empties(weights, inputs, bias):
    total = make_weighted_sum()(weights, inputs, bias)
    inputs.clear()
    return total


def _probe_weighted_sum(answer, case):
    kind, weights, inputs, bias = case
    weights, inputs = list(weights), list(inputs)
    if kind == "numbers":
        return answer(weights, inputs, bias)
    if kind == "lists":
        answer(weights, inputs, bias)
        return {"the lists afterwards": "as before" if [weights, inputs] == case[1:3] else "changed"}
    if kind == "lengths":
        with redirect_stdout(StringIO()) as printed:
            result = answer(weights, inputs, bias)
        if printed.getvalue() or not isinstance(result, numbers.Real):
            return "something printed or returned, and no error"
        return "a number, and no error"
    engine = engine_of(answer)
    w, b = [engine(weight) for weight in weights], engine(bias)
    n = answer(list(w), inputs, b)
    n.backward()
    return {"sum": n.data, "gradients of the weights": [weight.grad for weight in w], "of the bias": b.grad}


def _cases_weighted_sum(rng):
    def draw():
        return round(rng.uniform(-3, 3), 2)

    fixed = [
        ["numbers", [2.0, -1.0], [3.0, 4.0], 5.0],
        ["lengths", [2.0, -1.0], [3.0], 5.0],
        ["lengths", [2.0], [3.0, 4.0], 5.0],
        ["lists", [2.0, -1.0], [3.0, 4.0], 5.0],
        ["Values", [2.0, -1.0], [3.0, 4.0], 5.0],
    ]
    return fixed + [["numbers", [draw() for _ in range(n)], [draw() for _ in range(n)], draw()] for n in (1, 3, 4)]


# -- operations on one Value ---------------------------------------------------------------


def _refused(name):
    def refuse(self):
        raise AttributeError(f"'Value' object has no attribute {name!r}", name=name, obj=self)

    return property(refuse)


class _Bare(Value):
    """The package's Value without the methods that the student writes."""

    __slots__ = ()
    tanh, sigmoid, relu, exp = map(_refused, ("tanh", "sigmoid", "relu", "exp"))


_Bare.__name__ = "Value"  # what error messages call it


def _leaf(answer, number):
    engine = engine_of(answer)
    return _Bare(number) if engine is Value else engine(number)


def make_operation(value, slope, parents=lambda v: (v,)):
    """One node: ``value(x)``, and ``slope(x, y)`` from the input x and the output y."""

    def operation(v):
        y = value(v.data)
        return Value(y, _prev=parents(v), _local=(slope(v.data, y),))

    return operation


def make_closure(value, slope, step, names_parent=True):
    """The same on an engine in which every operation writes its own ``step(v, slope, upstream)``."""

    class Node(Value):
        def _backward(self):
            step(self.v, slope(self.v.data, self.data), self.grad)

    def operation(v):
        out = Node(value(v.data), _prev=(v if names_parent else Value(v.data),))
        out.v = v
        return out

    return operation


def _accumulate(v, slope, upstream):
    v.grad += slope * upstream


def _without_upstream(v, slope, upstream):
    v.grad += slope


def _overwrite(v, slope, upstream):
    v.grad = slope * upstream


def _step_of_v_too(v, slope, upstream):
    v.grad += slope * upstream
    v._backward()


def _clipped(v, slope, upstream):
    v.grad += slope * max(0.0, upstream)


def _raises(error):
    def operation(*_):
        raise error

    return operation


NOTHING_STORED = TypeError("'NoneType' object is not callable")


def _tanh_formula(x):
    return (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)


def _relu(x):
    return max(0.0, x)


def _tanh_slope(x, y):
    return 1 - y * y


def _relu_slope(x, y):
    return float(x > 0)


def _exp_slope(x, y):
    return y


TANH = make_operation(math.tanh, _tanh_slope)
RELU = make_operation(_relu, _relu_slope)
EXP = make_operation(math.exp, _exp_slope)

# What a TypeError says, and the same in the words of the task.
CLUES = {
    "'NoneType' object is not callable": {"_backward": "None, where a function should be stored"},
    "must be real number": {"something made for numbers": "got a Value"},
    "not supported between instances of": {"something made for numbers": "got a Value"},
    "unexpected keyword argument '_": {"Value": "takes no such argument"},
    "not iterable": {"parents or local derivatives": "no tuple"},
    "has no len()": {"parents or local derivatives": "no tuple"},
}


def _probe_operation(answer, case):
    try:
        return _use_operation(answer, *case)
    except _Outcome as found:
        return found.args[0]
    except AttributeError as error:
        if error.name in ("tanh", "sigmoid", "relu", "exp"):
            return {"v was asked for": f"v.{error.name}()"}
        raise
    except TypeError as error:
        for clue, outcome in CLUES.items():
            if clue in str(error):
                return outcome
        raise


def _use_operation(answer, kind, number, factor):
    if kind == "far":
        return {f"data at {at:g}": _forward_and_back(answer, _leaf(answer, at))[0] for at in (number, -number, 0.0)}
    if kind == "below 1":
        found = [_forward_and_back(answer, _leaf(answer, at)) for at in (0.05, 0.2, 0.5)]
        slopes = [v.grad for _, v in found]
        return {"data": [data for data, _ in found], "slopes": "too small" if min(slopes) < 0.999 and max(slopes) < 1.001 else slopes}
    v = w = _leaf(answer, number)
    if kind == "behind":
        v = _Bare(2 * number, _prev=(w,), _op="*", _local=(2.0,)) if engine_of(answer) is Value else 2 * w
    if kind in ("only parent", "parent"):
        _forward_and_back(answer, v)
        result = answer(v)
        parents = ["v" if p is v else "another Value" for p in result._prev]
        if kind == "parent":  # any number of nodes will do
            return {"v in the graph": "twice" if parents.count("v") > 1 else "once" if result is v or any(v is p for node in _interior(result) for p in node._prev) else "no"}
        return {"parents": ", ".join(parents) if "v" in parents else "not v"}
    data, v = _forward_and_back(answer, v, factor, shared=kind == "shared")
    return {"w.grad": w.grad} if kind == "behind" else {"data": data, "v.grad": v.grad}


def _forward_and_back(answer, v, factor=1, shared=False):
    before = v.data
    result = answer(v)
    if isinstance(result, numbers.Real):
        raise _Outcome({"a plain number came back": True})
    if v.data != before:
        raise _Outcome({"v.data": "not the same as before"})
    result = result if factor == 1 else factor * result
    result = result + v if shared else result
    result.backward()
    return result.data, v


def _interior(root):
    """The nodes of a graph that have parents."""
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node._prev and not any(node is other for other in found):
            found.append(node)
            waiting.extend(node._prev)
    return found


def _say_operation(name):
    def say(case):
        kind, number, factor = case
        call, at = f"{name}(v)", f" with v = {number:g}"
        return {
            "alone": call + at,
            "far": f"{call} far out and at 0",
            "below 1": f"{call} with v = 0.05, 0.2 and 0.5",
            "inside": f"{factor}·{call}{at}",
            "shared": f"{factor}·{call} + v{at}",
            "behind": f"{name}(2·w) with w = {number:g}",
        }.get(kind, f"the node that {call} makes{at}")

    return say


def _node_mistakes(name, value, slope, whole=lambda operation: operation):
    """What goes wrong with any operation on one Value; ``whole`` puts the operation into an answer."""

    def closure(step, **changes):
        return whole(make_closure(value, slope, step, **changes))

    def change(v):
        v.data = value(v.data)
        return v

    return (
        Mistake(
            "no-parents",
            whole(lambda v: Value(value(v.data))),
            "The value is right, but nothing flows back to v: the new node does not name v as its parent.",
            "How does the new node of your + name its two parents?",
        ),
        Mistake(
            "step-missing",
            whole(lambda v: Value(value(v.data), _prev=(v,), _local=(0.0,))),
            "The value is right and the new node names v as its parent, but it passes no gradient on to v.",
            "With closures: is the function stored under exactly the name _backward? With _local: is there one slope for each parent?",
        ),
        Mistake(
            "parent-not-named",
            closure(_accumulate, names_parent=False),
            "v gets its gradient, but what v was made from gets none: the new node does not name v as its parent.",
            "How does the new node of your + name its two parents?",
        ),
        Mistake(
            "parent-named-twice",
            whole(make_operation(value, slope, parents=lambda v: (v, v))),
            f"v is named twice among the parents. {name} has one ingredient, so the tuple of parents has one entry.",
            "How do you write a tuple with one entry?",
        ),
        Mistake(
            "comma-forgotten",
            whole(lambda v: Value(value(v.data), _prev=(v), _local=(slope(v.data, value(v.data))))),  # a pair of brackets alone makes no tuple
            "Parents and local derivatives are tuples, because most operations have several. Brackets alone make no tuple: (v) is just v.",
            "What does type((1)) say, and what does type((1,)) say?",
        ),
        Mistake(
            "upstream-forgotten",
            closure(_without_upstream),
            "The node passes on its local derivative alone. As the last node of a graph that looks right; further inside, the upstream gradient has to come in as a factor.",
            f"What is out.grad when {name}(v) is multiplied by 3 afterwards?",
        ),
        Mistake(
            "gradient-overwritten",
            closure(_overwrite),
            "The gradient of v is replaced. If v is used elsewhere too, the contribution of the other path is lost.",
            "v reaches the result along two paths here. Which sign stands before the = in lesson 3?",
        ),
        Mistake(
            "backward-called",
            closure(_raises(NOTHING_STORED)),
            "_backward was called instead of stored: leave out the brackets.",
            "What does a function without return give back, and is that what out._backward should be?",
        ),
        Mistake(
            "step-repeated",
            closure(_step_of_v_too),
            "_backward makes the step of v as well. The backward pass visits v later and makes that step again, so everything behind v gets too much.",
            "Which nodes does the step of one node change, and who calls the steps?",
        ),
        Mistake(
            "number-returned",
            whole(lambda v: value(v.data)),
            "The function returns a plain number. A number has no gradient and no parents, so the graph ends there.",
            "Wrap the number in a Value, as every operation of your engine does.",
        ),
        Mistake(
            "value-for-number",
            whole(_raises(TypeError("must be real number, not Value"))),
            "A function or a comparison that is made for numbers got the Value itself.",
            "Under which name does v keep its number?",
        ),
        Mistake(
            "operand-changed",
            whole(change),
            "The function changes v. Other parts of the graph may need the number that v had, and v has only one place for a gradient.",
            "Leave v.data as it is and make a new Value for the result.",
        ),
    )


def _no_local(explanation, whole=lambda operation: operation):
    refusal = whole(_raises(TypeError("__init__() got an unexpected keyword argument '_local'")))
    return Mistake("no-local", refusal, explanation, "Look at the lines of your + in lesson 3: how does its new node get its parents and its step?")


class _Outcome(Exception):
    """Ends a probe with this outcome, from wherever it is found."""


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


def make_linear_neuron(learning_bias=True, hands_out=lambda own: own, rebinds=False, sign=-1.0, reset="first", replaces=False):
    """A neuron without a bend that lowers its output, with one thing changed."""

    class LinearNeuron:
        def __init__(self, weights, bias):
            self.w, self.b = [Value(weight) for weight in weights], Value(bias)

        def __call__(self, inputs):
            return make_weighted_sum()(self.w, inputs, self.b)

        def parameters(self):
            return hands_out([*self.w, self.b] if learning_bias else self.w)

        def reset(self):
            for p in self.parameters():
                p.grad = 0.0

        def lower(self, inputs, learning_rate):
            if reset == "first":
                self.reset()
            self(inputs).backward()
            if reset == "too late":
                self.reset()
            for p in self.parameters():
                p.data += 0.0 if rebinds else sign * learning_rate * p.grad
            if replaces:
                self.w, self.b = [Value(p.data) for p in self.w], Value(self.b.data)

    return LinearNeuron


def _parameters(neuron):
    try:
        found = list(neuron.parameters())
    except TypeError as error:
        if "Value needs" in str(error):  # what the package says to Value(Value(1.0)); other engines may take it
            raise _Outcome({"parameters()": "makes Values from Values"}) from None
        raise
    if any(isinstance(getattr(p, "data", None), type(p)) for p in found):
        raise _Outcome({"parameters()": "makes Values from Values"})
    if any(isinstance(p, numbers.Real) and not hasattr(p, "grad") for p in found):
        raise _Outcome({"among parameters()": "a plain number"})
    return found


def _probe_linear_neuron(answer, case):
    try:
        return _use_linear_neuron(answer, *case)
    except _Outcome as found:
        return found.args[0]


def _use_linear_neuron(answer, ask, weights, bias, inputs, learning_rate, steps):
    neuron = answer(weights, bias)
    before, start = _parameters(neuron), neuron(inputs)
    if ask == "gradients":
        start.backward()
        return {"gradients of parameters()": [p.grad for p in _parameters(neuron)]}
    for _ in range(steps):
        neuron.lower(inputs, learning_rate)
    after = _parameters(neuron)
    if ask == "objects":
        kept = len(before) == len(after) and all(p is q for p, q in zip(before, after))
        return {"parameters() before and after": "the same Values" if kept else "other Values"}
    found = {"output afterwards": neuron(inputs).data}
    if same(found["output afterwards"], start.data):
        found["gradients afterwards"] = "still there" if any(p.grad for p in after) else "all 0"
    return found


def _cases_linear_neuron(rng):
    def draw():
        return round(rng.uniform(0.2, 2), 2)

    small, large = [[2.0], 1.0, [3.0], 0.1], [[2.0, -1.0], 0.5, [1.0, 3.0], 0.01]
    fixed = [["gradients", *small, 0], ["lower", *small, 1], ["lower", *large, 1], ["lower", *small, 3], ["objects", *large, 1]]
    return [*fixed, ["lower", [draw(), draw(), draw()], draw(), [draw(), draw(), draw()], 0.05, 2]]


def _say_linear_neuron(case):
    ask, weights, bias, inputs, learning_rate, steps = case
    if ask == "gradients":
        return f"LinearNeuron({weights}, {bias}), called with {inputs}, then backward()"
    times = {1: "once", 2: "twice"}.get(steps, f"{steps} times")
    return f"LinearNeuron({weights}, {bias}), then lower({inputs}, {learning_rate}) {times}"


def _random_value():
    return Value(random.uniform(-1, 1))


def _apply(name, n):
    return {"tanh": TANH, "relu": RELU, "linear": lambda n: n}[name](n)


def make_neuron(
    weights=lambda n: [_random_value() for _ in range(n)], total=make_weighted_sum(), bend=_apply, knobs=lambda w, b: [*w, b], bias=_random_value, keeps_w=True
):  # fmt: skip
    """A neuron with one thing changed."""

    class Neuron:
        def __init__(self, n_inputs, activation="tanh"):
            if activation not in ("tanh", "relu", "linear"):
                raise ValueError(f"unknown activation {activation!r}")
            self.activation = activation
            self.b = bias()
            if keeps_w:
                self.w = weights(n_inputs)

        def __call__(self, inputs):
            return bend(self.activation, total(self.w, inputs, self.b))

        def parameters(self):
            return knobs(self.w, self.b)

    return Neuron


def _seeded_weights(n):
    random.seed(1)
    return [_random_value() for _ in range(n)]


def _cut(*names):
    return lambda name, n: Value(_apply(name, n).data) if name in names else _apply(name, n)


def _wrapping_sum(weights, inputs, bias):
    return make_weighted_sum()(weights, [Value(float(x)) for x in inputs], bias)


def _start(answer):
    """In words: the numbers that new neurons start with, or the first thing that is wrong with them."""
    one, two, many = [[weight.data for weight in answer(n).w] for n in (5, 5, 200)]
    biases = [answer(1).b.data for _ in range(40)]
    return (
        "all weights of a neuron equal" if len(set(one)) == 1
        else "the same in two neurons" if one == two
        else "some below −1 or above 1" if max(map(abs, many + biases)) > 1
        else "no weight below 0" if min(many) >= 0
        else "the same few numbers again and again" if len(set(many)) < 100
        else "every bias the same" if len(set(biases)) == 1
        else "random, but not everywhere between −1 and 1" if max(many) < 0.5 or min(many) > -0.5 or max(biases) < 0 or min(biases) > 0
        else "random between −1 and 1"
    )  # fmt: skip


def _probe_neuron(answer, case):
    ask, *details = case
    if ask == "make":
        neuron = answer(details[0])
        if not hasattr(neuron, "w"):
            return {"w": "missing"}
        parameters = list(neuron.parameters())
        if any(isinstance(p, list | tuple) for p in parameters):
            return {"among parameters()": "a list"}
        return {"weights": len(neuron.w), "parameters": len(list(neuron.parameters())), "weights afterwards": len(neuron.w)}
    if ask == "start":
        return {"numbers at the start": _start(answer)}
    if ask == "name":
        return answer(2, details[0]) and "accepted"
    activation, weights, bias, inputs = details
    neuron = answer(len(weights)) if activation == "default" else answer(len(weights), activation)
    for parameter, number in zip([*neuron.w, neuron.b], [*weights, bias]):
        parameter.data = number
    if ask == "call with Values":
        values = [engine_of(answer)(x) for x in inputs]
        try:
            neuron(values).backward()
        except (TypeError, AttributeError):  # with plain inputs it worked, so it comes from Values in Values
            return {"gradients of the inputs": "none"}
        gradients = [x.grad for x in values]
        return {"gradients of the inputs": gradients if any(gradients) else "none"}
    o = neuron(inputs)
    o.backward()
    return {"output": o.data, "gradients, sorted": sorted(p.grad for p in neuron.parameters())}


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
        ["start"],
        ["call with Values", "tanh", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["name", "tahn"],
        ["call", rng.choice(["tanh", "relu"]), [draw(), draw(), draw()], draw(), [draw(), draw(), draw()]],
    ]


def _say_neuron(case):
    ask, *details = case
    if ask == "start":
        return "new neurons"
    if ask == "name":
        return f'Neuron(2, "{details[0]}")'
    if ask == "make":
        return f"Neuron({details[0]})"
    activation, weights, bias, inputs = details
    made = f"Neuron({len(weights)})" if activation == "default" else f'Neuron({len(weights)}, "{activation}")'
    return f"{made} with weights {weights} and bias {bias}, called with {'Values of ' if ask == 'call with Values' else ''}{inputs}"


# -- tanh from pieces ----------------------------------------------------------------------


def make_tanh_from_exp(exp=EXP, overflows=False, minus=-1, whole_bottom=True, upside_down=False, graph=True):
    """tanh from exp, with one thing changed."""

    def tanh_from_exp(v):
        if overflows:
            e = exp(2 * v)
            return (e - 1) / (e + 1)
        if v.data < 0:
            return minus * tanh_from_exp(-v)
        e = exp(-2 * v) if graph else exp(Value(-2 * v.data))
        top, bottom = 1 - e, 1 + (e if whole_bottom else e.data)
        return bottom / top if upside_down else top / bottom

    tanh_from_exp.exp = exp  # in a notebook it is a global name
    return tanh_from_exp


def _with_exp(exp):
    return make_tanh_from_exp(exp=exp)


EXP_CASES = [["alone", -1.0, 1], ["alone", 0.0, 1], ["alone", 2.0, 1], ["shared", 0.5, 3], ["behind", 0.25, 1], ["only parent", 0.5, 1], ["alone", 60.0, 1]]


def _exp_of(answer):
    """The ``exp`` beside the answer, or None."""
    exp = getattr(answer, "exp", None) or getattr(inspect.unwrap(answer), "__globals__", {}).get("exp")
    return exp if callable(exp) else None


def _ask_exp(exp, case):
    try:
        return plain(_probe_operation(exp, case))
    except Exception as error:
        return {"error": type(error).__name__, "text": str(error)}


def _probe_pieces(answer, case):
    ask, *details = case
    exp = _exp_of(answer)
    if ask == "exp":
        return _probe_operation(exp or EXP, details)
    if exp is not None and not all(same(_ask_exp(exp, of_exp), _ask_exp(EXP, of_exp)) for of_exp in EXP_CASES):
        return "not looked at before exp is right"
    if ask == "far":
        return {f"data at {at:g}": answer(_leaf(answer, at)).data for at in (1000.0, -1000.0)}
    if ask == "uses exp":
        if exp is None and len(_interior(answer(_leaf(answer, 0.5)))) > 2:
            raise FormError("Write exp(v) as a function with the name exp, and let tanh_from_exp use it.")
        return "there"
    v = _leaf(answer, details[0])
    result = answer(v)
    result.backward()
    return {"data": result.data, "v.grad": v.grad, "made of several nodes": len(_interior(result)) > 2}


def _cases_pieces(rng):
    numbers = [0.5, -1.0, 0.0, 2.0, 3.0, -3.0, 5.0, -5.0, 8.0, -8.0, round(rng.uniform(0.2, 2), 2), round(rng.uniform(-2, -0.2), 2)]
    return [*(["exp", *case] for case in EXP_CASES), *(["tanh", number] for number in numbers[:4]), ["far"], ["uses exp"], *(["tanh", number] for number in numbers[4:])]


def _say_pieces(case):
    ask, *details = case
    if ask == "exp":
        return _say_operation("exp")(details)
    return {"far": "tanh_from_exp(v), far out", "uses exp": "the function exp"}.get(ask) or f"tanh_from_exp(v) with v = {details[0]:g}"


TASKS = [
    value_task(
        "04.by-hand",
        "gradients",
        GRADIENTS,
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
        Mistake(
            "other-order",
            [2.25, 0.0, 3.0, 0.75],
            "The numbers are right; the order is w1, w2, b, x1.",
            "Put each number in the place of its name.",
        ),
        tolerance=0.02,
        read=_four_numbers,
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
        Mistake(
            "relu-leaks",
            "SSFDFF",
            "Neuron 1 is not slow. Left of 0 relu is exactly flat, even at −0.5; it has no small slopes at all.",
            "What is relu(−0.5), and what is relu(−0.4)?",
        ),
        Mistake(
            "large-output-is-fast",
            "DFFDFF",
            "Neuron 2 has outputs near −1 and 1, but its sums lie where tanh is nearly flat. A large output says nothing about the slope.",
            "Compute 1 - math.tanh(5)**2 in a new cell, and compare it with 0.1.",
        ),
        Mistake(
            "most-examples-flat",
            "DSSDFF",
            "Neuron 3 is flat for two examples and as steep as relu can be for one. One such example is enough for fast.",
            "What is the slope of relu at 2?",
        ),
        Mistake(
            "kink-is-slow",
            "DSFSFF",
            "Neuron 4 is never above 0. At exactly 0 the slope of relu is taken as 0, not as something small.",
            "Which slopes can relu have? Is there one between 0 and 1?",
        ),
        Mistake(
            "zero-output-is-slow",
            "DSFDSF",
            "Neuron 5 puts out 0, but that is no sign of a small slope: at 0 tanh is as steep as it gets.",
            "Compute 1 - math.tanh(0)**2 in a new cell.",
        ),
        Mistake(
            "relu-dies-far-out",
            "DSFDFD",
            "Neuron 6 is not dead. Far out to the right tanh is flat, but relu goes on as a straight line.",
            "What is relu(60), and what is relu(61)?",
        ),
        read=_six_letters,
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
            Mistake(
                "error-not-raised",
                _sum_and_print,
                "If the lengths differ, raise ValueError(...). After a text that is printed or returned the program goes on as if all were well.",
                "The task shows the statement that raises an error.",
            ),
            Mistake(
                "index-error",
                _sum_by_index,
                "A missing input ends in an IndexError by chance, and a surplus input goes unnoticed. Nobody compares the lengths.",
                "Compare the two lengths before the loop begins.",
            ),
            Mistake(
                "return-in-the-loop",
                make_weighted_sum(rounds=1),
                "Only the first product is in the sum. A return inside the loop ends the function in the first round.",
                "How far to the right does the line with return stand?",
            ),
            Mistake(
                "numbers-taken-out",
                _sum_of_data,
                "Plain numbers have no .data. And with Values, taking the numbers out would cut the graph, so that no weight gets a gradient.",
                "Which operations work for plain numbers and for Values alike?",
            ),
            Mistake(
                "list-changed",
                _sum_that_empties,
                "Your function changes the list that it was given. With a second call, the same list holds something else.",
                "How can you read the entries of a list without taking them out or adding one?",
            ),
        ),
    ),
    Task(
        id="04.tanh",
        answer_name="tanh",
        kind="function",
        reference=TANH,
        probe=_probe_operation,
        cases=lambda rng: [
            *(["alone", number, 1] for number in (0.5, -1.0, 2.0)),
            ["shared", 0.5, 3],
            ["behind", 0.25, 1],
            ["only parent", 0.5, 1],
            ["far", 1000.0, 1],
            ["alone", round(rng.uniform(0.2, 2), 2), 1],
            ["alone", round(rng.uniform(-2, -0.2), 2), 1],
        ],
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
            *_node_mistakes("tanh", math.tanh, _tanh_slope),
            _no_local("Your Value takes no _local. Write the node as your + does: v is the parent, and the slope goes into its step."),
            Mistake(
                "tanh-upside-down",
                make_operation(lambda x: (math.exp(2 * x) + 1) / (math.exp(2 * x) - 1), _tanh_slope),
                "The fraction stands on its head: this is 1/tanh. No tanh can be larger than 1, and at 0 this one divides by zero.",
                "What should tanh be at 0, and which of + and − makes the top of the fraction zero there?",
            ),
            Mistake(
                "overflow",
                make_operation(_tanh_formula, _tanh_slope),
                "The formula is right in algebra and fails in floating point: e to the power of 2000 is no float any more.",
                "Which function of Python's math module gives the value without this formula?",
            ),
            Mistake(
                "borrowed",
                lambda v: v.tanh(),
                "The task asks for a function that makes the node itself, without v.tanh().",
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
        cases=lambda rng: [
            *(["alone", number, 1] for number in (3.0, -2.0, 0.0)),
            ["below 1", 0.5, 1],
            ["shared", 2.0, 3],
            ["inside", 2.0, -3],
            ["behind", 0.75, 1],
            ["parent", 2.0, 1],
            ["alone", round(rng.uniform(1.5, 4), 2), 1],
            ["alone", round(rng.uniform(-4, -0.5), 2), 1],
        ],
        say=_say_operation("relu"),
        notice="The slope of relu is 1 or 0, never anything else. At v = 1 the faulty slope was 1 as well: the author's only test stood at the one point on the right where the fault cannot be seen.",
        mistakes=(
            Mistake(
                "relu-passes-output",
                make_operation(_relu, lambda x, y: y),
                "On the right side your slope grows with v. But relu is a straight line there, and a straight line is equally steep everywhere.",
                "By how much does relu(3) change when 3 becomes 3.1?",
            ),
            Mistake(
                "slope-small-below-one",
                make_operation(_relu, lambda x, y: min(y, 1.0)),
                "Below 1 your slope is too small. relu is a straight line there too.",
                "By how much does relu(0.2) change when 0.2 becomes 0.3?",
            ),
            Mistake(
                "gradient-clipped",
                make_closure(_relu, _relu_slope, _clipped),
                "relu is put on the gradient as well. Where v is above 0, the upstream gradient passes as it is, and it may be negative.",
                "What is out.grad when relu(v) is multiplied by −3 afterwards?",
            ),
            Mistake(
                "slope-one-everywhere",
                make_operation(_relu, lambda x, y: 1.0),
                "The slope is 1 even where relu is flat. On the left the output stays 0 however the input moves.",
                "By how much does relu(−2) change when −2 becomes −1.9?",
            ),
            Mistake(
                "slope-at-the-kink",
                make_operation(_relu, lambda x, y: float(x >= 0)),
                "Only the corner is off. At exactly 0 there is no one slope; mgrad and PyTorch both take the flat side.",
                "Which comparison is false at 0?",
            ),
            Mistake(
                "gradient-where-negative",
                make_operation(_relu, lambda x, y: float(x < 0)),
                "The two sides have changed places: the slope is 1 where relu is flat, and 0 where it rises.",
                "Sketch the curve of relu. On which side does it rise?",
            ),
            *_node_mistakes("relu", _relu, _relu_slope),
            _no_local("Your Value takes no _local. Write the node as your + does; the fault to find is the number in _local."),
            Mistake(
                "borrowed",
                lambda v: v.relu(),
                "The task asks for a function that makes the node itself, without v.relu().",
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
                make_linear_neuron(hands_out=lambda own: [Value(p.data) for p in own]),
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
                make_linear_neuron(reset="never"),
                "The gradients of earlier backward passes are still there and are added up, so the steps come out too long.",
                "Which lines at the beginning of lower took care of this?",
            ),
            Mistake(
                "reset-erases-gradients",
                make_linear_neuron(reset="too late"),
                "The gradients are reset between backward and the update. The update finds only zeros.",
                "Which line makes the gradients, which one uses them, and what stands between the two?",
            ),
            Mistake(
                "values-wrapped-again",
                make_linear_neuron(hands_out=lambda own: [Value(p) for p in own]),
                "parameters() makes new Values; hand out those in the neuron.",
                "What do self.w and self.b hold by now, numbers or Values?",
            ),
            Mistake(
                "plain-floats",
                make_linear_neuron(hands_out=lambda own: [*own[:-1], own[-1].data]),
                "parameters() hands out a plain number. A number has no place for a gradient; a weight or a bias is a Value from the start.",
                "What does __init__ store as self.w, and what as self.b?",
            ),
            Mistake(
                "parameters-replaced",
                make_linear_neuron(replaces=True),
                "lower puts new Values in place of the old ones. Whoever holds the list of parameters from before, as a training loop does, has Values that nobody uses any more.",
                "Which attribute of the old parameter could change instead?",
            ),
            Mistake(
                "step-twice-as-long",
                make_linear_neuron(sign=-2.0),
                "The step is twice as long as learning_rate times gradient: something is done twice, the backward pass or the update.",
                "How often is backward called in one lower, and how often is each parameter changed?",
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
            Mistake(
                "weighted-sum-broken",
                make_neuron(total=make_weighted_sum("each product", lengths=None)),
                "The bias is added once for every input, and lengths are not compared: this is the weighted_sum of task 3 before it was mended.",
                "Does check(\"04.weighted-sum\") pass? Run its cell again, then this one.",
            ),
            Mistake(
                "relu-passes-output",
                make_neuron(bend=lambda name, n: make_operation(_relu, lambda x, y: y)(n) if name == "relu" else _apply(name, n)),
                "With relu the gradients are wrong: its slope is taken from its output. This is the relu of task 5 before it was mended.",
                "Does check(\"04.relu\") pass? Run its cell again, then this one.",
            ),
            Mistake(
                "bias-forgotten",
                make_neuron(total=make_weighted_sum("never")),
                "The bias does not take part in the call: it is made and handed out, but never added.",
                "What goes into weighted_sum as its third argument?",
            ),
            Mistake(
                "graph-cut",
                make_neuron(bend=_cut("tanh", "relu")),
                "The output is right, but it is a new Value without parents, so no gradient reaches the weights.",
                "Your functions tanh and relu make a node that knows its parent. Who bends here?",
            ),
            Mistake(
                "graph-cut-at-tanh",
                make_neuron(bend=_cut("tanh")),
                "With tanh the output is right, but it is a new Value without parents, so no gradient reaches the weights.",
                "Your function tanh makes a node that knows its parent. Who bends here, and does check(\"04.tanh\") pass?",
            ),
            Mistake(
                "nested-list",
                make_neuron(knobs=lambda w, b: [w, b]),
                "parameters() gives a list with a list in it. Whoever goes through it meets the list of weights where a Value should be.",
                "Print [[1, 2], 3] and [*[1, 2], 3]: which one is flat?",
            ),
            Mistake(
                "self-missing",
                make_neuron(keeps_w=False, knobs=lambda w, b: []),
                "A new neuron has no attribute w. Either it is not made yet, or self. is missing in front: a plain name is gone when __init__ ends.",
                "How does __init__ store the activation, so that the neuron still has it later?",
            ),
            Mistake(
                "inputs-wrapped",
                make_neuron(total=_wrapping_sum),
                "The inputs are put into new Values. Inputs that are Values already get no gradient then, and in a network they come from other neurons.",
                "Which inputs does your weighted_sum accept? Is there anything left to convert?",
            ),
            Mistake(
                "same-start",
                make_neuron(_seeded_weights),
                "Two new neurons have the same numbers: they would learn the same for ever.",
                "What does random.seed do to the numbers that follow, and what happens when every neuron calls it?",
            ),
            Mistake(
                "start-out-of-range",
                make_neuron(lambda n: [Value(10 * random.uniform(-1, 1)) for _ in range(n)]),
                "The numbers at the start are not kept between −1 and 1. Large weights put tanh on its flat part before any training.",
                "Between which limits does your random function draw?",
            ),
            Mistake(
                "start-never-negative",
                make_neuron(lambda n: [Value(random.random()) for _ in range(n)]),
                "No weight starts below 0. A weight should be as free to lower the output as to raise it.",
                "Between which limits does your random function draw?",
            ),
            Mistake(
                "bias-not-random",
                make_neuron(bias=lambda: Value(0.0)),
                "Every bias starts with the same number. The task asks for a random one, like the weights.",
                "How do you make the weights?",
            ),
        ),
    ),
    Task(
        id="04.from-exp",
        answer_name="tanh_from_exp",
        kind="function",
        reference=make_tanh_from_exp(),
        probe=_probe_pieces,
        cases=_cases_pieces,
        say=_say_pieces,
        notice="The two paths through e add up to 1 − t² without anybody having told them. Keeping the exponent at or below 0 is what makes the pieces safe: the package's sigmoid does the same.",
        mistakes=(
            Mistake(
                "power-rule",
                _with_exp(make_operation(math.exp, lambda x, y: x * math.exp(x - 1))),
                "The slope of exp follows the rule for powers of n. But in e to the n the variable stands in the exponent.",
                "Nudge: compute (math.exp(1.001) − math.exp(1)) / 0.001 and compare it with math.exp(1).",
            ),
            Mistake(
                "slope-one",
                _with_exp(make_operation(math.exp, lambda x, y: 1.0)),
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
            Mistake(
                "tanh-upside-down",
                make_tanh_from_exp(upside_down=True),
                "The fraction stands on its head: this is 1/tanh. No tanh can be larger than 1, and at 0 this one divides by zero.",
                "Which of 1 − e and 1 + e is zero at v = 0, and where should it stand?",
            ),
            Mistake(
                "graph-cut",
                make_tanh_from_exp(graph=False),
                "The values are right and no gradient reaches v: a new Value was made from v.data, and it does not know v.",
                "Compute the exponent from v itself. For a negative v, which operation turns its sign and stays in the graph?",
            ),
            *_node_mistakes("exp", math.exp, _exp_slope, _with_exp),
            _no_local("Your Value takes no _local. Write the node of exp as your + does.", _with_exp),
            Mistake(
                "borrowed",
                _with_exp(lambda v: v.exp()),
                "The task asks for an exp that makes the node itself, without v.exp().",
                "Make the node yourself: compute the number, then call Value with the parent and the slope.",
            ),
        ),
    ),
]
