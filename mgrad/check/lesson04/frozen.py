"""04.frozen: The neuron that never learns."""

import numbers

from mgrad.check.lesson04.shared import Outcome, make_weighted_sum
from mgrad.check.task import Mistake, Task
from mgrad.engine import Value


def make_linear_neuron(
    learning_bias=True,
    hands_out=lambda own: own,
    rebinds=False,
    sign=-1.0,
    reset="first",
    replaces=False,
    moved=None,
    first_output=False,
):
    """A neuron without a bend that lowers its output, with one thing changed."""

    class LinearNeuron:
        def __init__(self, weights, bias):
            self.w, self.b = [Value(weight) for weight in weights], Value(bias)

        def __call__(self, inputs):
            output = make_weighted_sum()(self.w, inputs, self.b)
            if first_output:
                output = self.output = getattr(self, "output", output)
            return output

        def parameters(self):
            return hands_out([*self.w, self.b] if learning_bias else self.w)

        def reset(self):
            for p in self.parameters():
                p.grad = 0.0

        def lower(self, inputs, learning_rate):
            if reset == "first":
                self.reset()
            output = self(inputs)
            output.backward()
            if reset == "too late":
                self.reset()
            for p in self.parameters():
                if moved is not None:
                    p.data = moved(p, learning_rate, output.data)
                else:
                    p.data += 0.0 if rebinds else sign * learning_rate * p.grad
            if replaces:
                self.w, self.b = [Value(p.data) for p in self.w], Value(self.b.data)

    return LinearNeuron


def _parameters(neuron):
    if not callable(neuron.parameters):
        raise Outcome({"parameters": "no method"})
    try:
        found = list(neuron.parameters())
    except TypeError as error:
        # what the package says to Value(Value(1.0)); other engines may take it
        if "Value needs" in str(error):
            raise Outcome({"parameters()": "makes Values from Values"}) from None
        raise
    if any(isinstance(getattr(p, "data", None), type(p)) for p in found):
        raise Outcome({"parameters()": "makes Values from Values"})
    if any(isinstance(p, numbers.Real) and not hasattr(p, "grad") for p in found):
        raise Outcome({"among parameters()": "a plain number"})
    if any(isinstance(p, list | tuple) for p in found):
        raise Outcome({"among parameters()": "a list"})
    return found


class _ListOfParameters:
    """What should be a method is a list."""

    parameters = ()

    def __init__(self, weights, bias):
        self.w, self.b = weights, bias


def _probe_linear_neuron(answer, case):
    try:
        return _use_linear_neuron(answer, *case)
    except Outcome as found:
        return found.args[0]


def _use_linear_neuron(answer, ask, weights, bias, inputs, learning_rate, steps):
    neuron = answer(weights, bias)
    before, start = _parameters(neuron), neuron(inputs)
    if ask == "gradients":
        start.backward()
        return {"gradients of parameters()": [p.grad for p in _parameters(neuron)]}
    numbers_before = [p.data for p in before]
    for _ in range(steps):
        neuron.lower(inputs, learning_rate)
    after = _parameters(neuron)
    if ask == "objects":
        kept = len(before) == len(after) and all(p is q for p, q in zip(before, after))
        return {"parameters() before and after": "the same Values" if kept else "other Values"}
    found = {"output afterwards": neuron(inputs).data}
    if abs(found["output afterwards"] - start.data) < 1e-9:
        same = [p.data for p in after] == numbers_before
        found |= {
            "gradients afterwards": "still there" if any(p.grad for p in after) else "all 0",
            "weights and bias afterwards": "as before" if same else "other numbers",
        }
    return found


def _cases_linear_neuron(rng):
    def draw():
        return round(rng.uniform(0.2, 2), 2)

    small, large = [[2.0], 1.0, [3.0], 0.1], [[2.0, -1.0], 0.5, [1.0, 3.0], 0.01]
    fixed = [
        ["gradients", *small, 0],
        ["lower", *small, 1],
        ["lower", *large, 1],
        ["lower", [-2.0], 1.0, [3.0], 0.1, 1],
        ["lower", [2.0, -1.0], 0.5, [-1.0, 3.0], 0.01, 1],
        ["lower", *small, 3],
        ["objects", *large, 1],
    ]
    return [*fixed, ["lower", [draw(), draw(), draw()], draw(), [draw(), draw(), draw()], 0.05, 2]]


def _say_linear_neuron(case):
    ask, weights, bias, inputs, learning_rate, steps = case
    if ask == "gradients":
        return f"LinearNeuron({weights}, {bias}), called with {inputs}, then backward()"
    again = "" if steps == 1 else f", {steps} times"
    return f"LinearNeuron({weights}, {bias}), then lower({inputs}, {learning_rate}){again}"


TASK = Task(
    id="04.frozen",
    answer_name="LinearNeuron",
    kind="class",
    reference=make_linear_neuron(),
    probe=_probe_linear_neuron,
    cases=_cases_linear_neuron,
    # gradients first, then one step, then several
    level=lambda case: {"gradients": 0, "lower": 1 + (case[-1] > 1)}.get(case[0], 3),
    say=_say_linear_neuron,
    notice=(
        "A parameter is one Value that the neuron keeps for life: every forward pass uses it, "
        "parameters() hands out the same object, and the update changes the data inside it."
    ),
    mistakes=(
        Mistake(
            "fresh-copies", make_linear_neuron(hands_out=lambda own: [Value(p.data) for p in own])
        ).says(
            "After a backward pass the gradients of parameters() are all 0: the output was not "
            "computed from these Values, but from others made on the way or from plain numbers.",
            "How often is a Value made for one weight, and does __call__ use those that "
            "parameters() hands out?",
        ),
        Mistake("update-rebinds", make_linear_neuron(rebinds=True)).says(
            "The gradients arrive now, but the update does not: the numbers in the neuron are as "
            "they were. The assignment gives the name of the loop a new Value, or changes another "
            "attribute of the old one.",
            "Which attribute of the parameter should change?",
        ),
        Mistake("first-output-kept", make_linear_neuron(first_output=True)).says(
            "The weights and the bias move, and the output is still that of the first call: it was "
            "kept, with the graph of that moment.",
            "How often must the sum be computed if the neuron is called twice?",
        ),
        Mistake("uphill", make_linear_neuron(sign=1.0)).says(
            "The output grows: the step goes along the gradient. To make the output smaller, "
            "go against it.",
            "If a slope is positive, should its parameter go up or down?",
        ),
        Mistake("bias-not-a-parameter", make_linear_neuron(learning_bias=False)).says(
            "The weights learn and the bias does not: parameters() leaves it out.",
            "How many numbers may training change in a neuron with one input?",
        ),
        Mistake("reset-forgotten", make_linear_neuron(reset="never")).says(
            "The gradients of earlier backward passes are still there and are added up, so "
            "the steps come out too long.",
            "Which lines at the beginning of lower took care of this?",
        ),
        Mistake("reset-erases-gradients", make_linear_neuron(reset="too late")).says(
            "The update finds only zeros: the gradients are reset between backward and the update, "
            "or there is no backward before it.",
            "Which line makes the gradients, which one uses them, and what stands between the two?",
        ),
        Mistake(
            "values-wrapped-again",
            make_linear_neuron(hands_out=lambda own: [Value(p) for p in own]),
        ).says(
            "parameters() makes new Values; hand out those in the neuron.",
            "What do self.w and self.b hold by now, numbers or Values?",
        ),
        Mistake(
            "plain-floats", make_linear_neuron(hands_out=lambda own: [*own[:-1], own[-1].data])
        ).says(
            "parameters() hands out a plain number. A number has no place for a gradient; a "
            "weight or a bias is a Value from the start.",
            "What does __init__ store as self.w, and what as self.b?",
        ),
        Mistake("parameters-replaced", make_linear_neuron(replaces=True)).says(
            "lower puts new Values in place of the old ones. Whoever holds the list of parameters "
            "from before, as a training loop does, has Values that nobody uses any more.",
            "Which attribute of the old parameter could change instead?",
        ),
        *[
            Mistake(id, make_linear_neuron(moved=moved)).says(explanation, next_step)
            for id, moved, explanation, next_step in [
                (
                    "step-for-number",
                    lambda p, rate, output: -rate * p.grad,
                    "The step takes the place of the number. A step is a small change of what is "
                    "there.",
                    "What is p.data before the update, and where is that number afterwards?",
                ),
                (
                    "step-for-number-uphill",
                    lambda p, rate, output: rate * p.grad,
                    "The step takes the place of the number. A step is a small change of what is "
                    "there.",
                    "What is p.data before the update, and where is that number afterwards?",
                ),
                (
                    "rate-fixed",
                    lambda p, rate, output: p.data - 0.1 * p.grad,
                    "Every step has the learning rate 0.1: the one that is handed over has no "
                    "effect.",
                    "Where does lower use learning_rate?",
                ),
                (
                    "rate-forgotten",
                    lambda p, rate, output: p.data - p.grad,
                    "The whole gradient is taken away: learning_rate is missing in the step.",
                    "Where does lower use learning_rate?",
                ),
                (
                    "towards-zero",
                    lambda p, rate, output: p.data - rate * p.grad * (1 if output > 0 else -1),
                    "An output below 0 is raised. The task asks for a smaller output, not for one "
                    "nearer to 0.",
                    "Which is smaller, −5 or −6?",
                ),
                (
                    "towards-zero-twice",
                    lambda p, rate, output: p.data - 2 * rate * p.grad * output,
                    "The step is that of the squared output. Asked for is a smaller output, which "
                    "may well go below 0.",
                    "On which number do you call backward, and which gradient belongs to it?",
                ),
            ]
        ],
        Mistake("nested-list", make_linear_neuron(hands_out=lambda own: [own[:-1], own[-1]])).says(
            "parameters() gives a list with a list in it. Whoever goes through it meets the "
            "list of weights where a Value should be.",
            "Print [[1, 2], 3] and [*[1, 2], 3]: which one is flat?",
        ),
        Mistake("list-for-method", _ListOfParameters).says(
            "parameters is no method here but something stored under that name. Whoever uses "
            "the neuron calls neuron.parameters().",
            "Under which other name could the list be kept?",
        ),
    ),
)
