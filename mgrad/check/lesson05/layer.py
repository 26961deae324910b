"""05.layer: A layer."""

from copy import deepcopy

from mgrad import Neuron
from mgrad.check.lesson05.shared import (
    ask_for_methods,
    call_twice,
    count_parameters,
    fill,
    filled,
    lives_in_the_class,
    self_named,
    slopes_of,
    start_of,
)
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _probe_layer(layer_class, case):
    what, n_inputs, n_outputs, activation, unit, inputs = case
    with self_named("neurons"):
        layer = layer_class(n_inputs, n_outputs, *([activation] if activation else []))
        if not hasattr(layer, "neurons"):
            return "an object without neurons"
        if lives_in_the_class(layer, "neurons"):
            return "neurons that belong to the class"
        ask_for_methods(layer, "__call__", "parameters")
        if what == "count":
            return count_parameters(layer.parameters(), [layer])
        if what == "start":
            return start_of([layer, layer_class(n_inputs, n_outputs)])
        fill([layer], unit)
        return call_twice(layer, inputs) if what == "call" else slopes_of([layer], layer, inputs)


def _say_layer(case) -> str:
    what, n_inputs, n_outputs, activation, unit, inputs = case
    made = (
        f'Layer({n_inputs}, {n_outputs}, "{activation}")'
        if activation
        else f"Layer({n_inputs}, {n_outputs})"
    )
    return {
        "count": f"{made}.parameters()",
        "start": f"the numbers in two new layers {made}",
        "call": f"{made} with its parameters set to {filled(unit)}, called with {listed(inputs)}",
        "slopes": (
            f"{made} with its parameters set to {filled(unit)}, called with Values of "
            f"{listed(inputs)}, the gradients after backward() on the sum of the outputs"
        ),
    }[what]


def _layer(
    make=lambda n_inputs, n_outputs, activation: [
        Neuron(n_inputs, activation) for _ in range(n_outputs)
    ],
    result=lambda outputs: outputs,
    collect=lambda neurons: [p for neuron in neurons for p in neuron.parameters()],
):
    """A Layer with one part exchanged."""

    class Layer:
        def __init__(self, n_inputs, n_outputs, activation="tanh"):
            self.neurons = make(n_inputs, n_outputs, activation)

        def __call__(self, inputs):
            return result([neuron(inputs) for neuron in self.neurons])

        def parameters(self):
            return collect(self.neurons)

    return Layer


# one thing after the other: the call, the option, then what only training needs
LEVELS = [
    ("call", False),
    ("call", True),
    ("count", False),
    ("slopes", True),
    ("start", False),
]


class _SharedList(_layer()):
    neurons: list = []

    def __init__(self, n_inputs, n_outputs, activation="tanh"):
        for _ in range(n_outputs):
            self.neurons.append(Neuron(n_inputs, activation))


class _NewInEveryCall(_layer()):
    def __call__(self, inputs):
        return [Neuron(len(inputs))(inputs) for _ in self.neurons]


def _copied_neuron(n_inputs, n_outputs, activation):
    neuron = Neuron(n_inputs, activation)
    return [deepcopy(neuron) for _ in range(n_outputs)]


TASK = Task(
    id="05.layer",
    answer_name="Layer",
    kind="class",
    reference=_layer(),
    probe=_probe_layer,
    level=lambda case: LEVELS.index((case[0], bool(case[3]))),
    cases=lambda rng: [
        ["call", 2, 3, "", 0.1, [1.0, 2.0]],
        ["call", 2, 1, "", 0.1, [1.0, 2.0]],
        ["call", 2, 2, "", 0.1, [-1.0, 0.5]],
        ["call", 2, 3, "linear", 0.1, [1.0, 2.0]],
        ["count", 2, 4, "", 0.0, []],
        ["count", 3, 1, "", 0.0, []],
        ["start", 5, 4, "", 0.0, []],
        ["slopes", 2, 2, "linear", 0.1, [1.0, 2.0]],
        *(  # sums on both sides of 0: there relu is neither linear nor tanh
            ["call", 3, rng.randint(2, 4), activation, unit, some_numbers(rng, 3, 0.1, 1)]
            for activation in ("relu", "linear")
            for unit in (-0.1, 0.05)
        ),
    ],
    say=_say_layer,
    hides=("Layer", "TensorLayer"),  # the second is made of the first
    notice=(
        "(inputs + 1) · neurons parameters, and always a list: whoever reads the outputs need "
        "not ask how many there are. Your Layer is kept for the next lessons."
    ),
    keeps=True,
    mistakes=(
        Mistake(
            "shared-neuron",
            _layer(
                make=lambda n_inputs, n_outputs, activation: (
                    [Neuron(n_inputs, activation)] * n_outputs
                )
            ),
        ).says(
            "All places of the list hold one and the same neuron, so all outputs are equal "
            "and training cannot make them differ.",
            "How often is Neuron(...) called in your constructor? Compare [[]] * 3 with a "
            "loop that makes three lists.",
        ),
        Mistake("equal-neurons", _layer(make=_copied_neuron)).says(
            "Two neurons of the layer have the same numbers: they would learn the same for ever.",
            "Is one neuron copied, or are the random numbers begun anew with a seed for each "
            "neuron? Print the weights of Layer(2, 3).",
        ),
        Mistake(
            "graph-cut", _layer(result=lambda outputs: [output.data for output in outputs])
        ).says(
            "The numbers are right, but no gradient comes back: somewhere .data takes the "
            "number out of the graph.",
            "What does the call of a neuron return, and what does your list hold?",
        ),
        Mistake("shared-by-all-layers", _SharedList).says(
            "The list of neurons belongs to the class and not to one layer: a second layer "
            "adds its neurons to those of the first.",
            "Make two layers and print len(layer.neurons) of both. Where is the list made?",
        ),
        Mistake("new-in-every-call", _NewInEveryCall).says(
            "The same layer gives other numbers at every call: something random is made "
            "inside the call, so that whatever was learned is gone at the next one.",
            "When should the neurons be made, and who keeps them until the next call?",
        ),
        Mistake(
            "sizes-exchanged",
            _layer(
                make=lambda n_inputs, n_outputs, activation: [
                    Neuron(n_outputs, activation) for _ in range(n_inputs)
                ]
            ),
        ).says(
            "The two sizes are exchanged: you make n_inputs neurons with n_outputs weights each.",
            "For Layer(2, 3): how many numbers come out, and so how many neurons are there? "
            "How many numbers does each of them read?",
        ),
        Mistake(
            "biases-forgotten",
            _layer(collect=lambda neurons: [w for neuron in neurons for w in neuron.w]),
        ).says(
            "Only the weights are returned. The biases are parameters too: without them they "
            "would never be reset or updated.",
            "Which method of a neuron already gives all its parameters?",
        ),
        Mistake(
            "weights-forgotten", _layer(collect=lambda neurons: [neuron.b for neuron in neurons])
        ).says(
            "Only one number of each neuron is in the list: it has one for every input besides.",
            "How many parameters has a neuron with 2 inputs, and how many a layer of 4 of them?",
        ),
        Mistake(
            "numbers-for-parameters",
            _layer(collect=lambda neurons: [p.data for n in neurons for p in n.parameters()]),
        ).says(
            "The list holds plain numbers. They are copies without a grad: an update would "
            "change the copies, and the neurons would never hear of it.",
            "What does training do with each p of this list? Does a float have that?",
        ),
        Mistake("neurons-for-parameters", _layer(collect=lambda neurons: list(neurons))).says(
            "The list holds whole neurons. Training asks every entry for its grad and its "
            "data, and a neuron has neither.",
            "Print the first entry of your list. Which of its methods would help here?",
        ),
        Mistake("first-neuron-only", _layer(collect=lambda neurons: neurons[0].parameters())).says(
            "Only the parameters of the first neuron are returned. The others would never be "
            "reset or updated.",
            "Is there a return inside a loop? It ends the method in the first round.",
        ),
        Mistake(
            "nested-parameters",
            _layer(collect=lambda neurons: [neuron.parameters() for neuron in neurons]),
        ).says(
            "That is a list of lists, one for each neuron. Training needs one flat list of "
            "Values: a list has no grad.",
            "Print the result for Layer(2, 4). What do extend and append do with a list?",
        ),
        Mistake(
            "activation-ignored",
            _layer(
                make=lambda n_inputs, n_outputs, activation: [
                    Neuron(n_inputs) for _ in range(n_outputs)
                ]
            ),
        ).says(
            "The layer accepts an activation, but every neuron uses tanh: the option is "
            "never read.",
            "Follow the name activation from the constructor's arguments: who receives it?",
        ),
    ),
)
