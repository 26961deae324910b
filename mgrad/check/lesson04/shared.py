"""What several tasks of lesson 04 neuron share."""

import math
import numbers

from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake
from mgrad.engine import Value


def make_weighted_sum(bias_at="once", lengths=ValueError, rounds=None):
    """A weighted sum with one thing changed: where the bias goes, or what unequal lengths do."""

    def weighted_sum(weights, inputs, bias):
        if lengths is not None and len(weights) != len(inputs):
            raise lengths(f"number of weights: {len(weights)}, number of inputs: {len(inputs)}")
        total = bias if bias_at == "once" else 0.0
        for weight, value in list(zip(weights, inputs))[:rounds]:
            total = total + (weight + value if bias_at == "weights added" else weight * value)
            total = total + bias if bias_at == "each product" else total
        return (
            total * bias
            if bias_at == "times"
            else total + bias
            if bias_at == "weights added"
            else total
        )

    return weighted_sum


def refused(name):
    def refuse(self):
        raise AttributeError(f"'Value' object has no attribute {name!r}", name=name, obj=self)

    return property(refuse)


class Bare(Value):
    """The package's Value without the methods that the student writes."""

    __slots__ = ()
    tanh, sigmoid, relu, exp = map(refused, ("tanh", "sigmoid", "relu", "exp"))


Bare.__name__ = "Value"  # what error messages call it


def leaf(answer, number):
    engine = engine_of(answer)
    return Bare(number) if engine is Value else engine(number)


def make_operation(value, slope, parents=lambda v: (v,)):
    """One node: ``value(x)``, and ``slope(x, y)`` from the input x and the output y."""

    def operation(v):
        y = value(v.data)
        return Value(y, _prev=parents(v), _local=(slope(v.data, y),))

    return operation


def make_closure(value, slope, step, names_parent=True):
    """The same on an engine where every operation writes its own ``step(v, slope, upstream)``."""

    class Node(Value):
        def _backward(self):
            step(self.v, slope(self.v.data, self.data), self.grad)

    def operation(v):
        out = Node(value(v.data), _prev=(v if names_parent else Value(v.data),))
        out.v = v
        return out

    return operation


def without_upstream(v, slope, upstream):
    v.grad += slope


def overwrite(v, slope, upstream):
    v.grad = slope * upstream


def relu_of_number(x):
    return max(0.0, x)


def tanh_slope(x, y):
    return 1 - y * y


def relu_slope(x, y):
    return float(x > 0)


TANH = make_operation(math.tanh, tanh_slope)
RELU = make_operation(relu_of_number, relu_slope)


# What a TypeError says, and the same in the words of the task.
SAY_NO_STEP = {"_backward": "None, where a function should be stored"}
SAY_FOR_NUMBERS = {"something made for numbers": "got a Value"}
SAY_UNKNOWN = {"Value": "takes no such argument"}
SAY_NO_TUPLE = {"parents or local derivatives": "no tuple"}
CLUES = {
    "'NoneType' object is not callable": SAY_NO_STEP,
    "must be real number": SAY_FOR_NUMBERS,
    "not supported between instances of": SAY_FOR_NUMBERS,
    "unexpected keyword argument '_": SAY_UNKNOWN,
    "not iterable": SAY_NO_TUPLE,
    "has no len()": SAY_NO_TUPLE,
}


def probe_operation(answer, case):
    try:
        return use_operation(answer, *case)
    except Outcome as found:
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


def use_operation(answer, kind, number, factor):
    if kind == "far":
        return {
            f"data at {at:g}": forward_and_back(answer, leaf(answer, at))[0]
            for at in (number, -number, 0.0)
        }
    if kind == "below 1":
        found = [forward_and_back(answer, leaf(answer, at)) for at in (0.05, 0.2, 0.5)]
        slopes = [v.grad for _, v in found]
        return {
            "data": [data for data, _ in found],
            "slopes": "too small" if min(slopes) < 0.999 and max(slopes) < 1.001 else slopes,
        }
    v = w = leaf(answer, number)
    if kind == "behind":
        v = (
            Bare(2 * number, _prev=(w,), _op="*", _local=(2.0,))
            if engine_of(answer) is Value
            else 2 * w
        )
    if kind == "data":
        result = answer(v)
        if isinstance(result, numbers.Real):
            raise Outcome({"a plain number came back": True})
        return {"data": result.data} if v.data == number else {"v.data": "not the same as before"}
    if kind == "new node":
        return {"what comes back": "v itself" if answer(v) is v else "a node of its own"}
    if kind in ("only parent", "parent"):
        forward_and_back(answer, v)
        result = answer(v)
        parents = ["v" if p is v else "another Value" for p in result._prev]
        if kind == "parent":  # any number of nodes will do
            return {
                "v in the graph": "twice"
                if parents.count("v") > 1
                else "once"
                if result is v or any(v is p for node in interior(result) for p in node._prev)
                else "no"
            }
        return {"parents": ", ".join(parents) if "v" in parents else "others than v"}
    data, v = forward_and_back(answer, v, factor, shared=kind == "shared")
    return {"w.grad": w.grad} if kind == "behind" else {"data": data, "v.grad": v.grad}


def forward_and_back(answer, v, factor=1, shared=False):
    before = v.data
    result = answer(v)
    if isinstance(result, numbers.Real):
        raise Outcome({"a plain number came back": True})
    if v.data != before:
        raise Outcome({"v.data": "not the same as before"})
    result = result if factor == 1 else factor * result
    result = result + v if shared else result
    result.backward()
    return result.data, v


def interior(root):
    """The nodes of a graph that have parents."""
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node._prev and not any(node is other for other in found):
            found.append(node)
            waiting.extend(node._prev)
    return found


def say_operation(name):
    def say(case):
        kind, number, factor = case
        call = f"{name}(v)"
        if kind == "far":
            return f"{call} far out and at 0"
        if kind == "below 1":
            return f"{call} with v = 0.05, 0.2 and 0.5"
        if kind == "behind":
            return f"{name}(2·w), with w = {number:g}"
        outer = {"inside": f"{factor}·{call}", "shared": f"{factor}·{call} + v"}
        if kind in ("alone", "data", "new node", *outer):
            return f"{outer.get(kind, call)}, with v = {number:g}"
        return f"the node that {call} makes, with v = {number:g}"

    return say


def node_mistakes(name, value, slope, whole=lambda operation: operation):
    """What goes wrong with any operation on one Value;

    ``whole`` puts the operation into an answer.
    """

    def closure(step, **changes):
        return whole(make_closure(value, slope, step, **changes))

    return (
        Mistake("no-parents", whole(lambda v: Value(value(v.data)))).says(
            "The value is right, but nothing flows back to v: the new node does not name v "
            "as its parent.",
            "How does the new node of your + name its two parents?",
        ),
        Mistake(
            "step-missing", whole(lambda v: Value(value(v.data), _prev=(v,), _local=(0.0,)))
        ).says(
            "The value is right and the new node names v as its parent, but it passes no "
            "gradient on to v.",
            "With closures: is the function stored under exactly the name _backward? With "
            "_local: is there one slope for each parent?",
        ),
        Mistake(
            "comma-forgotten",
            whole(lambda v: Value(value(v.data), _prev=(v), _local=(slope(v.data, value(v.data))))),
        ).says(
            "Parents and local derivatives are tuples, because most operations have several. "
            "Brackets alone make no tuple: (v) is just v.",
            "What does type((1)) say, and what does type((1,)) say?",
        ),
        Mistake("upstream-forgotten", closure(without_upstream)).says(
            "The node passes on its local derivative alone. As the last node of a graph that "
            "looks right; further inside, the upstream gradient has to come in as a factor.",
            f"What is out.grad when {name}(v) is multiplied by 3 afterwards?",
        ),
        Mistake("gradient-overwritten", closure(overwrite)).says(
            "The gradient of v is replaced. If v is used elsewhere too, the contribution of "
            "the other path is lost.",
            "v reaches the result along two paths here. Which sign stands before the = in "
            "lesson 3?",
        ),
        Mistake("number-returned", whole(lambda v: value(v.data))).says(
            "The function returns a plain number. A number has no gradient and no parents, "
            "so the graph ends there.",
            "Wrap the number in a Value, as every operation of your engine does.",
        ),
    )


class Outcome(Exception):
    """Ends a probe with this outcome, from wherever it is found."""
