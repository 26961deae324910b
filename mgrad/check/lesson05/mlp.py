"""05.mlp: A network."""

from itertools import pairwise

from mgrad import Layer
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
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _probe_mlp(network_class, case):
    with self_named("layers"):
        return _outcome_of_mlp(network_class, case)


def _outcome_of_mlp(network_class, case):
    what, n_inputs, sizes, options, unit, inputs = case
    given = list(sizes)
    network = network_class(n_inputs, given, **options)
    if not hasattr(network, "layers"):
        return "an object without layers"
    if lives_in_the_class(network, "layers"):
        return "layers that belong to the class"
    ask_for_methods(network, "__call__", "parameters", "zero_grad")
    if what == "sizes":
        return given
    if what == "start":
        return start_of(network.layers)
    if what == "shape":
        neurons = [layer.neurons for layer in network.layers]
        return {
            "inputs of each layer": [len(row[0].w) for row in neurons],
            "neurons of each layer": [len(row) for row in neurons],
        }
    if what == "count":
        return count_parameters(network.parameters(), network.layers)
    fill(network.layers, unit)
    if what == "call":
        return call_twice(network, inputs)
    if what == "slopes":
        return slopes_of(network.layers, network, inputs)
    everything = [
        p for layer in network.layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)
    ]
    before = [p.data for p in everything]
    for p in everything:
        p.grad = 3.0
    network.zero_grad()
    if any(p.grad is None for p in everything):
        raise FormError(
            "After zero_grad the gradients are None. The next backward pass adds to them, so each "
            "has to be a number."
        )
    return {
        "gradients left": sum(p.grad != 0.0 for p in everything),
        "numbers changed": sum(p.data != b for p, b in zip(everything, before)),
    }


def _say_mlp(case) -> str:
    what, n_inputs, sizes, options, unit, inputs = case
    made = (
        f"MLP({n_inputs}, {sizes}{''.join(f', {key}={value!r}' for key, value in options.items())})"
    ).replace("'", '"')
    return {
        "shape": f"the layers of {made}",
        "sizes": f"the list sizes after sizes = {sizes} and MLP({n_inputs}, sizes)",
        "start": f"the numbers in a new {made}",
        "slopes": (
            f"{made} with its parameters set to {filled(unit)}, called with Values of "
            f"{listed(inputs)}, the gradients after backward() on the sum of the outputs"
        ),
        "count": f"{made}.parameters()",
        "call": f"{made} with its parameters set to {filled(unit)}, called with {listed(inputs)}",
        "zero": f"{made} with a gradient of 3 everywhere, after zero_grad()",
    }[what]


def _feed_forward(layers, inputs):
    for layer in layers:
        inputs = layer(inputs)
    return inputs


def _feed_inputs_to_all(layers, inputs):
    return [layer(inputs) for layer in layers][-1]


def _feed_numbers(layers, inputs):
    for layer in layers:
        inputs = [output.data for output in layer(inputs)]
    return inputs


def _made(plan: list) -> list:
    return [Layer(*shape, activation) for shape, activation in plan]


def _made_once_per_shape(plan: list) -> list:
    layers: dict = {}
    return [layers.setdefault(tuple(row), *_made([row])) for row in plan]


def _sizes_inserted(n_inputs, sizes):
    sizes.insert(0, n_inputs)
    return list(pairwise(sizes))


def _mlp(
    sizes=lambda n_inputs, sizes: list(pairwise([n_inputs, *sizes])),
    activations=lambda hidden, output, n: [hidden] * (n - 1) + [output],
    make=_made,
    run=_feed_forward,
    result=lambda outputs: outputs[0] if len(outputs) == 1 else outputs,
    collect=lambda layers: [p for layer in layers for p in layer.parameters()],
    zeroed=lambda network: network.parameters(),
    zero=lambda p: setattr(p, "grad", 0.0),
):
    """An MLP with one part exchanged."""

    class MLP:
        def __init__(self, n_inputs, layer_sizes, activation="tanh", output_activation="linear"):
            names = activations(activation, output_activation, len(layer_sizes))
            self.layers = make(list(zip(sizes(n_inputs, layer_sizes), names)))

        def __call__(self, inputs):
            return result(run(self.layers, inputs))

        def parameters(self):
            return collect(self.layers)

        def zero_grad(self):
            for p in zeroed(self):
                zero(p)

    return MLP


def _level(case) -> int:
    """One thing after the other: the layers, the call, the options, then what training needs."""
    what, _, sizes, options, *_ = case
    if what == "call":
        what = "call with options" if options else f"call with {min(sizes[-1], 2)}"
    return LEVELS.index(what)


LEVELS = [
    "shape",
    "call with 2",
    "call with 1",
    "call with options",
    "count",
    "zero",
    "slopes",
    "sizes",
    "start",
]


TASK = Task(
    id="05.mlp",
    answer_name="MLP",
    kind="class",
    reference=_mlp(),
    probe=_probe_mlp,
    cases=lambda rng: [
        ["shape", 2, [3, 1], {}, 0.0, []],
        ["call", 2, [2, 1], {}, 0.1, [1.0, 2.0]],
        ["call", 2, [2, 2], {}, 0.1, [1.0, 2.0]],
        ["call", 2, [2, 3, 2], {}, 0.1, [1.0, -0.5]],
        ["call", 2, [2, 1, 1], {}, 0.1, [1.0, 2.0]],
        ["call", 2, [2, 1], {"activation": "relu", "output_activation": "tanh"}, -0.1, [-1.0, 0.5]],
        ["call", 2, [2, 1], {"output_activation": "relu"}, 0.1, [1.0, 2.0]],
        ["count", 2, [3, 1], {}, 0.0, []],
        ["zero", 2, [3, 1], {}, 0.1, []],
        ["sizes", 2, [3, 1], {}, 0.0, []],
        ["slopes", 2, [1, 1], {}, 0.1, [1.0, 2.0]],
        ["slopes", 2, [2, 2], {}, 0.1, [1.0, 2.0]],
        ["count", 3, [3, 3, 3, 3, 1], {}, 0.0, []],
        ["start", 3, [3, 3, 3, 3, 1], {}, 0.0, []],
        ["call", 3, [3, 3, 3, 3, 1], {}, 0.01, [1.0, 2.0, -1.0]],
        [
            "call",
            3,
            [rng.randint(2, 4), 3, rng.randint(1, 2)],
            {},
            0.05,
            some_numbers(rng, 3, -1, 1),
        ],
    ],
    level=_level,
    say=_say_mlp,
    hides=("MLP",),
    notice=(
        "The heart is one line: what comes out of a layer goes into the next. Your MLP is kept, "
        "and lesson 6 trains it."
    ),
    keeps=True,
    mistakes=(
        Mistake(
            "input-size-everywhere",
            _mlp(sizes=lambda n_inputs, sizes: [(n_inputs, size) for size in sizes]),
        ).says(
            "Every layer is made for the inputs of the network. Only the first layer reads "
            "those; each other layer reads the outputs of the one before.",
            "How many numbers come out of a layer of 3 neurons, and so how many weights has "
            "each neuron of the next layer?",
        ),
        Mistake(
            "layer-for-the-inputs",
            _mlp(
                sizes=lambda n_inputs, sizes: list(pairwise([n_inputs, n_inputs, *sizes])),
                activations=lambda hidden, output, n: [hidden] * n + [output],
            ),
        ).says(
            "There is one layer too many, with as many neurons as there are inputs. The "
            "inputs are given numbers: nothing has to be computed for them.",
            "Which circles of the picture in lesson 5 are neurons? How many layers has [4, 4, 1]?",
        ),
        Mistake("inputs-to-every-layer", _mlp(run=_feed_inputs_to_all)).says(
            "Every layer gets the inputs of the network, and only the last one counts. So "
            "the hidden layer has no effect at all.",
            "What should the second layer read: the same name as the first, or what the "
            "first returned?",
        ),
        Mistake(
            "output-activation-everywhere", _mlp(activations=lambda hidden, output, n: [output] * n)
        ).says(
            'The hidden layers use the output activation. With "linear" everywhere the whole '
            "network is one linear layer.",
            "Which layers should use activation, and which single one output_activation?",
        ),
        Mistake(
            "hidden-activation-at-output", _mlp(activations=lambda hidden, output, n: [hidden] * n)
        ).says(
            "The last layer uses the activation of the hidden layers. With tanh at the end "
            "no score can leave the range from −1 to 1.",
            "How does your constructor know that a layer is the last one?",
        ),
        Mistake("always-unwrapped", _mlp(result=lambda outputs: outputs[0])).says(
            "Only the first output is ever returned: a network with two outputs loses the second.",
            "In which case may the list be opened? Ask for its length.",
        ),
        Mistake("first-layer-only", _mlp(collect=lambda layers: layers[0].parameters())).says(
            "Only the parameters of the first layer are returned, so the others would never "
            "be reset or updated.",
            "Is there a return inside a loop? It ends the method in the first round.",
        ),
        Mistake("data-zeroed", _mlp(zero=lambda p: setattr(p, "data", 0.0))).says(
            "zero_grad has set the parameters themselves to zero: it erases what the network "
            "has learned and leaves the gradients.",
            "Which attribute holds the number of a Value, and which one its gradient?",
        ),
        Mistake("reset-without-effect", _mlp(zero=lambda p: None)).says(
            "After zero_grad all gradients are as before. A line such as p = 0.0 only puts "
            "the name p on a number, and the parameter never hears of it.",
            "Which attribute of p should become 0?",
        ),
        Mistake(
            "last-layer-only", _mlp(zeroed=lambda network: network.layers[-1].parameters())
        ).says(
            "zero_grad resets only the last layer: the gradients of all other layers stay "
            "and pile up.",
            "Which method already gives the parameters of all layers? And is the loop over "
            "them inside the loop over the layers?",
        ),
        Mistake("returned-too-early", _mlp(run=lambda layers, inputs: layers[0](inputs))).says(
            "The outputs of the first layer come back: a return inside the loop ends the "
            "call in the first round.",
            "At which indentation must the return stand so that it waits for the last layer?",
        ),
        Mistake(
            "activations-exchanged",
            _mlp(activations=lambda hidden, output, n: [output] * (n - 1) + [hidden]),
        ).says(
            "The two activations have changed places: the hidden layers use "
            "output_activation, and the last one uses activation.",
            "For which layers is the answer to “is this the last one?” yes, and what follows then?",
        ),
        Mistake(
            "output-activation-ignored",
            _mlp(activations=lambda hidden, output, n: [hidden] * (n - 1) + ["linear"]),
        ).says(
            "The last layer is always linear: output_activation is never read.",
            "Follow the name output_activation from the constructor's arguments: who receives it?",
        ),
        Mistake(
            "activation-ignored",
            _mlp(activations=lambda hidden, output, n: ["tanh"] * (n - 1) + [output]),
        ).says(
            "The hidden layers always use tanh: activation is never read.",
            "Follow the name activation from the constructor's arguments: who receives it?",
        ),
        Mistake(
            "nested-parameters",
            _mlp(collect=lambda layers: [layer.parameters() for layer in layers]),
        ).says(
            "That is a list of lists, one for each layer. Training needs one flat list of "
            "Values: a list has no grad.",
            "Your Layer had to solve the same for its neurons. What did you write there?",
        ),
        Mistake("layers-for-parameters", _mlp(collect=lambda layers: list(layers))).says(
            "The list holds whole layers or neurons. Training asks every entry for its grad "
            "and its data, and they have neither.",
            "Print the first entry of your list. Which of its methods would help here?",
        ),
        Mistake(
            "last-layer-only-listed", _mlp(collect=lambda layers: layers[-1].parameters())
        ).says(
            "Only the parameters of the last layer are returned: the name that you return "
            "was given a new list in every round.",
            "What should happen to the parameters of the layers before, when the next ones come?",
        ),
        Mistake("graph-cut", _mlp(run=_feed_numbers)).says(
            "The numbers are right, but no gradient comes back: somewhere .data takes the "
            "number out of the graph.",
            "Pass on what a layer returns, just as it is. Which .data can go?",
        ),
        Mistake("shared-layer", _mlp(make=_made_once_per_shape)).says(
            "Two places of the list hold one and the same layer, so the network has fewer "
            "parameters than it seems, and one layer has two jobs.",
            "How often is Layer(...) called for MLP(4, [4, 4, 1])?",
        ),
        Mistake("list-changed", _mlp(sizes=_sizes_inserted)).says(
            "Your constructor changes the list of sizes that it was given: insert and append "
            "work on the caller's list, not on a copy.",
            "Whose list does your line change? Print sizes before and after MLP(2, sizes).",
        ),
    ),
)
