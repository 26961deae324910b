"""04.neuron: Your Neuron."""

import random

from mgrad.check.lesson04.shared import (
    RELU,
    TANH,
    make_weighted_sum,
)
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task
from mgrad.engine import Value


def _random_value():
    return Value(random.uniform(-1, 1))


def _apply(name, n):
    return {"tanh": TANH, "relu": RELU, "linear": lambda n: n}[name](n)


_RIGHT_SUM = make_weighted_sum()


def make_neuron(
    weights=lambda n: [_random_value() for _ in range(n)],
    total=_RIGHT_SUM,
    bend=_apply,
    knobs=lambda w, b: [*w, b],
    bias=_random_value,
    keeps_w=True,
    count=lambda n: n,
    default="tanh",
):
    """A neuron with one thing changed."""

    class Neuron:
        def __init__(self, n_inputs, activation=default):
            if activation not in ("tanh", "relu", "linear"):
                raise ValueError(f"unknown activation {activation!r}")
            self.activation = activation
            self.b = bias()
            if keeps_w:
                self.w = weights(count(n_inputs))

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


def _shared_between_neurons():
    """Weights and bias belong to the class."""
    shared = {"w": [], "b": _random_value()}

    class Neuron(make_neuron(keeps_w=False, bias=lambda: shared["b"])):
        def __init__(self, n_inputs, activation="tanh"):
            super().__init__(n_inputs, activation)
            self.w = shared["w"]
            while len(self.w) < n_inputs:
                self.w.append(_random_value())
            del self.w[n_inputs:]

    return Neuron


def _drawn_in_call():
    class Neuron(make_neuron()):
        def __call__(self, inputs):
            self.w, self.b = [_random_value() for _ in self.w], _random_value()
            return super().__call__(inputs)

    return Neuron


def _without_self():
    class Neuron(make_neuron()):
        def parameters():
            return []

    return Neuron


def _falls_to(other):
    """The branch for linear is missing."""
    return lambda name, n: _apply(other if name == "linear" else name, n)


def _returns_none(missing):
    return lambda name, n: None if name in missing else _apply(name, n)


def _start(answer):
    """In words:

    the numbers that new neurons start with, or the first thing that is wrong with them.
    """
    one, two, many = [[weight.data for weight in answer(n).w] for n in (40, 40, 10_000)]
    biases = [answer(1).b.data for _ in range(400)]
    uneven = "random, but not everywhere between −1 and 1"
    return (
        "all weights of a neuron equal"
        if len(set(one)) == 1
        else "the same in two neurons"
        if one == two
        else uneven  # a narrow bell: whether one of its numbers is beyond 1 is luck
        if sum(abs(weight) < 0.5 for weight in many) > 0.87 * len(many)
        else "some below −1 or above 1"
        if max(map(abs, many + biases)) > 1
        else "no weight below 0"
        if min(many) >= 0
        else "the same few numbers again and again"
        if len(set(many)) < 100
        else "every bias the same"
        if len(set(biases)) == 1
        else uneven
        if max(many) < 0.5 or min(many) > -0.5 or max(biases) < 0 or min(biases) > 0
        else "random between −1 and 1"
    )


def _probe_neuron(answer, case):
    ask, *details = case
    if ask == "make":
        neuron = answer(details[0])
        if not hasattr(neuron, "w"):
            return {"w": "missing"}
        try:
            parameters = list(neuron.parameters())
        except TypeError as error:
            if "positional argument" in str(error):
                return {"parameters()": "does not take the neuron itself"}
            raise
        if not hasattr(neuron.parameters(), "__len__"):
            return {"parameters()": f"no list, but a {type(neuron.parameters()).__name__}"}
        if any(isinstance(p, list | tuple) for p in parameters):
            return {"among parameters()": "a list"}
        if any(not hasattr(p, "grad") for p in [*neuron.w, neuron.b]):
            return {"among w and b": "a plain number"}
        if any(not hasattr(p, "grad") for p in parameters):
            return {"among parameters()": "a plain number"}
        return {
            "weights": len(neuron.w),
            "parameters": len(list(neuron.parameters())),
            "weights afterwards": len(neuron.w),
        }
    if ask == "two neurons":
        one, two = answer(2), answer(2)
        shared = any(p is q for p in one.parameters() for q in two.parameters())
        return {"a Value of one neuron is also in the other": shared}
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
        # with plain inputs it worked, so it comes from Values in Values
        except (TypeError, AttributeError):
            return {"gradients of the inputs": "none"}
        gradients = [x.grad for x in values]
        return {"gradients of the inputs": gradients if any(gradients) else "none"}
    before = [*neuron.w, neuron.b]
    o = neuron(inputs)
    if o is None:
        return {"output": "None"}
    if any(p is not q for p, q in zip(before, [*neuron.w, neuron.b])):
        return {"weights and bias after the call": "other Values than before"}
    o.backward()
    return {"output": o.data, "gradients, sorted": sorted(p.grad for p in neuron.parameters())}


def _cases_neuron(rng):
    def draw():
        return round(rng.uniform(0.1, 0.9), 2)

    return [
        ["make", 3],
        ["two neurons"],
        ["make", 1],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0, 4.0]],
        ["call", "linear", [2.0, -1.0], 0.5, [-3.0, 4.0]],
        ["call", "tanh", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["call", "default", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["call", "relu", [0.5, -0.25], 0.1, [1.0, 1.0]],
        ["call", "relu", [0.5, -0.25], 0.1, [-1.0, 1.0]],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0]],
        ["call", "linear", [2.0, -1.0], 0.5, [3.0, 4.0, 5.0]],
        ["start"],
        ["call with Values", "tanh", [0.5, -0.25], 0.1, [1.0, 2.0]],
        ["name", "tahn"],
        [
            "call",
            rng.choice(["tanh", "relu"]),
            [draw(), draw(), draw()],
            draw(),
            [draw(), draw(), draw()],
        ],
    ]


def _say_neuron(case):
    ask, *details = case
    if ask == "start":
        return "new neurons"
    if ask == "two neurons":
        return "two new neurons"
    if ask == "name":
        return f'Neuron(2, "{details[0]}")'
    if ask == "make":
        return f"Neuron({details[0]}) and its parameters()"
    activation, weights, bias, inputs = details
    made = (
        f"Neuron({len(weights)})"
        if activation == "default"
        else f'Neuron({len(weights)}, "{activation}")'
    )
    given = f"Values of {inputs}" if ask == "call with Values" else inputs
    return f"{made} with weights {weights} and bias {bias}, called with {given}"


def _level_of_neuron(case):
    ask, *details = case
    if ask in ("make", "two neurons"):
        return 0 if details == [3] else 1
    return 2 if ask == "call" and len(details[1]) == len(details[3]) else 3


TASK = Task(
    id="04.neuron",
    answer_name="Neuron",
    kind="class",
    reference=make_neuron(),
    probe=_probe_neuron,
    cases=_cases_neuron,
    # how it is made, then what a call gives, one activation after the other, then the rest
    level=_level_of_neuron,
    say=_say_neuron,
    hides=("Neuron",),
    notice=(
        "This Neuron is kept: lesson 5 builds its layers and networks from it, and lesson 6 "
        "trains it."
    ),
    keeps=True,
    mistakes=(
        Mistake(
            "plain-floats",
            make_neuron(
                lambda n: [random.uniform(-1, 1) for _ in range(n)],
                bias=lambda: random.uniform(-1, 1),
            ),
        ).says(
            "The weights are plain numbers. The forward pass works with them, but a number "
            "has no place for a gradient, so this neuron can never learn.",
            "What must each weight be, so that backward can reach it?",
        ),
        Mistake("bias-not-a-parameter", make_neuron(knobs=lambda w, b: list(w))).says(
            "parameters() gives the weights only. A bias that is not in the list is never "
            "updated and never reset.",
            "How many numbers may training change in a neuron with three inputs?",
        ),
        Mistake(
            "copies-as-parameters", make_neuron(knobs=lambda w, b: [Value(p.data) for p in [*w, b]])
        ).says(
            "parameters() makes new Values with the same numbers. The gradients arrive at "
            "the old ones, and an update would change the new ones.",
            "Hand out the Values themselves. Is neuron.parameters()[0] the same object as "
            "neuron.w[0]?",
        ),
        Mistake("weights-changed", make_neuron(knobs=lambda w, b: w.append(b) or w)).says(
            "parameters() changes the list w: it puts the bias among the weights, and once "
            "more at every call.",
            "Make a new list that has the weights and the bias, and leave w as it is.",
        ),
        Mistake("shared-weight", make_neuron(lambda n: [_random_value()] * n)).says(
            "All entries of w are one and the same Value. Turn one weight and all of them "
            "turn; the gradients of all inputs end up in it.",
            "What does [x] * 3 repeat: the expression, or the object?",
        ),
        Mistake("equal-weights", make_neuron(lambda n: [Value(0.0) for _ in range(n)])).says(
            "All weights start with the same number. Neurons that start alike get the same "
            "gradients and stay alike, so the start should be random.",
            "Which function of the random module gives a number between −1 and 1, and how "
            "often should it be called?",
        ),
        Mistake("activation-ignored", make_neuron(bend=lambda name, n: TANH(n))).says(
            "Every neuron bends with tanh, whatever was asked for: the argument activation "
            "is stored and never read.",
            "Where does __call__ look at self.activation?",
        ),
        Mistake("bend-forgotten", make_neuron(bend=lambda name, n: n)).says(
            "The output is the weighted sum itself. Without the bend every neuron is linear.",
            "What should happen to n if self.activation is tanh?",
        ),
        Mistake("zip-truncation", make_neuron(total=make_weighted_sum(lengths=None))).says(
            "Right numbers of inputs work, wrong ones too: zip stops at the shorter list, "
            "and nobody compared the lengths.",
            "Your weighted_sum checks the lengths already. Who adds up here?",
        ),
        Mistake("bias-forgotten", make_neuron(total=make_weighted_sum("never"))).says(
            "The bias does not take part in the call: it is made and handed out, but never added.",
            "What goes into weighted_sum as its third argument?",
        ),
        Mistake("graph-cut", make_neuron(bend=_cut("tanh", "relu"))).says(
            "The output is right, but it is a new Value without parents, so no gradient "
            "reaches the weights.",
            "Your functions tanh and relu make a node that knows its parent. Who bends here?",
        ),
        Mistake(
            "parameters-as-a-generator", make_neuron(knobs=lambda w, b: (p for p in [*w, b]))
        ).says(
            "parameters() hands out a generator. It has no length, cannot be added to a list, and "
            "can be walked only once; the layers of lesson 5 do all of that.",
            "What makes a list of it?",
        ),
        Mistake("nested-list", make_neuron(knobs=lambda w, b: [w, b])).says(
            "parameters() gives a list with a list in it. Whoever goes through it meets the "
            "list of weights where a Value should be.",
            "Print [[1, 2], 3] and [*[1, 2], 3]: which one is flat?",
        ),
        Mistake("self-missing", make_neuron(keeps_w=False, knobs=lambda w, b: [])).says(
            "A new neuron has no attribute w. Either it is not made yet, or self. is missing "
            "in front: a plain name is gone when __init__ ends.",
            "How does __init__ store the activation, so that the neuron still has it later?",
        ),
        Mistake("same-start", make_neuron(_seeded_weights)).says(
            "Two new neurons have the same numbers: they would learn the same for ever.",
            "What does random.seed do to the numbers that follow, and what happens when "
            "every neuron calls it?",
        ),
        Mistake(
            "start-out-of-range",
            make_neuron(lambda n: [Value(10 * random.uniform(-1, 1)) for _ in range(n)]),
        ).says(
            "The numbers at the start are not kept between −1 and 1. Large weights put tanh "
            "on its flat part before any training.",
            "Between which limits does your random function draw?",
        ),
        Mistake(
            "start-never-negative",
            make_neuron(lambda n: [Value(random.random()) for _ in range(n)]),
        ).says(
            "No weight starts below 0. A weight should be as free to lower the output as to "
            "raise it.",
            "Between which limits does your random function draw?",
        ),
        Mistake("bias-not-random", make_neuron(bias=lambda: Value(0.0))).says(
            "Every bias starts with the same number. The task asks for a random one, like "
            "the weights.",
            "How do you make the weights?",
        ),
        Mistake("shared-between-neurons", _shared_between_neurons()).says(
            "Two neurons have the same Values: they belong to the class or to a list outside, "
            "and training one neuron changes all.",
            "Where are w and b made: once for the class, or in __init__ for each neuron?",
        ),
        Mistake("drawn-in-the-call", _drawn_in_call()).says(
            "After a call the neuron has other weights than before: they are made in the call. "
            "Whatever training has changed is gone with the next example.",
            "When should a weight be drawn, and how often in the life of a neuron?",
        ),
        Mistake(
            "numbers-as-parameters", make_neuron(knobs=lambda w, b: [p.data for p in [*w, b]])
        ).says(
            "parameters() hands out plain numbers. Training needs the Values themselves: "
            "their gradients, and a place for the new numbers.",
            "What does neuron.parameters()[0].grad give?",
        ),
        Mistake("parameters-without-self", _without_self()).says(
            "parameters cannot be called on a neuron. Python puts the neuron itself in front "
            "of the arguments, and your method has no place for it.",
            "How many parameters has the line with def, and how many the call?",
        ),
        *[
            Mistake(id, make_neuron(count=count)).says(
                explanation,
                "Which number of weights does Neuron(3) need, and where does your code say so?",
            )
            for id, count, explanation in [
                ("two-weights", lambda n: 2, "A neuron with three inputs has only two weights."),
            ]
        ],
        Mistake("weights-not-parameters", make_neuron(knobs=lambda w, b: [b])).says(
            "parameters() gives the bias only. The weights would never be updated.",
            "How many numbers may training change in a neuron with three inputs?",
        ),
        *[
            Mistake(f"linear-bends-like-{other}", make_neuron(bend=_falls_to(other))).says(
                f'A neuron with "linear" is bent by {other}. It should put out the sum itself.',
                "Which line of __call__ runs when self.activation is neither of the two others?",
            )
            for other in ("relu", "tanh")
        ],
        Mistake("linear-gives-nothing", make_neuron(bend=_returns_none(("linear",)))).says(
            'With "linear" None comes back: no line with return is reached.',
            "What is left to do when the activation is neither tanh nor relu?",
        ),
        Mistake(
            "call-gives-nothing", make_neuron(bend=_returns_none(("linear", "tanh", "relu")))
        ).says(
            "A call gives None: the output is computed and not handed back.",
            "What stands after the word return in __call__?",
        ),
        *[
            Mistake(
                f"{name}-not-bent",
                make_neuron(
                    bend=lambda asked, n, name=name: n if asked == name else _apply(asked, n)
                ),
            ).says(
                f'A neuron with "{name}" puts out the sum itself.',
                f'Which line of __call__ runs when self.activation is "{name}"?',
            )
            for name in ("tanh", "relu")
        ],
    ),
)
