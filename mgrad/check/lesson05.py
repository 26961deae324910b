"""Checks for the exercises of lesson 05: layers, networks, a loss and the training loop."""

import random
from collections.abc import Callable
from contextlib import contextmanager
from copy import deepcopy
from difflib import get_close_matches
from itertools import pairwise
from numbers import Real

from mgrad import Layer, Neuron, Value
from mgrad.check.task import FormError, Mistake, Task, arranged, engine_of, listed, plain, same, some_numbers, value_task

TITLE = "05 MLP"


# -- the training loop: the right one and the wrong ones are sequences of the same steps -----


class _Loop:
    """A training loop that can be put together from its steps, in any order."""

    def __init__(self, forward: Callable, parameters: list, learning_rate: float, momentum: float = 0.0):
        self.compute, self.parameters, self.learning_rate, self.momentum = forward, parameters, learning_rate, momentum
        self.losses: list = []
        self.stop()

    def run(self, steps: int, each: str, first: str = "") -> "_Loop":
        for name in first.split() + steps * each.split():
            getattr(self, name)()
        return self

    def forward(self):
        self.loss = self.compute()

    def record(self):
        self.losses.append(self.loss.data)

    def record_graph(self):
        self.losses.append(self.loss)

    def reset(self):
        for p in self.parameters:
            p.grad = 0.0

    def backward(self):
        self.loss.backward()

    def update(self):
        for p in self.parameters:
            p.data -= self.learning_rate * p.grad

    def climb(self):
        for p in self.parameters:
            p.data += self.learning_rate * p.grad

    def rebind(self):
        for p in self.parameters:
            p -= self.learning_rate * p.grad

    def stop(self):
        self.velocity = [0.0] * len(self.parameters)

    def move(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad
            p.data -= self.learning_rate * self.velocity[i]

    def flip(self):
        self.learning_rate = -abs(self.learning_rate)

    def move_late(self):
        for i, p in enumerate(self.parameters):
            p.data -= self.learning_rate * self.velocity[i]
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad

    def move_with_rate_twice(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + self.learning_rate * p.grad
            p.data -= self.learning_rate * self.velocity[i]

    def move_together(self):
        for p in self.parameters:
            self.velocity[0] = self.momentum * self.velocity[0] + p.grad
            p.data -= self.learning_rate * self.velocity[0]

    def move_averaged(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + (1 - self.momentum) * p.grad
            p.data -= self.learning_rate * self.velocity[i]


def _train(each: str, first: str = "", last: str = "", more: int = 0, loss_of=lambda predictions, targets: _mean_squared_error(predictions, targets)):
    def train(model, inputs, targets, steps, learning_rate, momentum=0.0):
        def loss():
            return loss_of([model(x) for x in inputs], targets)

        return _Loop(loss, model.parameters(), learning_rate, momentum).run(steps + more, each, first).run(1, last).losses

    return train


def _train_one_by_one(model, inputs, targets, steps, learning_rate):
    one = _train("forward record reset backward update")
    return [one(model, [x], [y], 1, learning_rate)[0] for _ in range(steps) for x, y in zip(inputs, targets)]


def _train_until_small(model, inputs, targets, steps, learning_rate):
    losses = []
    while len(losses) < steps and not (losses and losses[-1] < 1e-9):
        losses += _train("forward record reset backward update")(model, inputs, targets, 1, learning_rate)
    return losses


def _descend(each: str, first: str = "", more: int = 0):
    def descend(w, steps):
        loop = _Loop(lambda: (2 * w - 1) ** 2, [w], 0.1)
        path = [w.data]
        for k in range(steps + more):
            loop.run(1, each, "" if k else first)
            path.append(w.data)
        return path

    return descend


class _Score:
    """The smallest model: a weighted sum without a bias."""

    def __init__(self, engine: type, weights: list):
        self.w = [engine(w) for w in weights]

    def __call__(self, inputs):
        total = 0.0
        for w, x in zip(self.w, inputs):
            total = total + w * x
        return total

    def parameters(self):
        return self.w

    def zero_grad(self):
        for w in self.w:
            w.grad = 0.0


def _number(x):
    """The number; a Value where a number belongs is said to be one."""
    return x if isinstance(x, Real) else f"a {type(x).__name__}"


def _probe_train(train, case):
    weights, inputs, targets, *settings = case
    model = _Score(engine_of(train), weights)
    try:
        losses = train(model, inputs, targets, *settings)
    except AttributeError as error:
        start, _, name = str(error).partition("object has no attribute ")
        if start != "'Value' " or get_close_matches(name, ("'data'", "'grad'")):  # a slip of the pen speaks for itself
            raise
        raise FormError(f"{error}. Keep the velocities in a list: not every Value takes new attributes.") from None
    after = {"losses": [_number(loss) for loss in losses], "w": [_number(w.data) for w in model.w]}
    if after["w"] == weights:  # nothing moved: was there a gradient?
        after["w.grad"] = [w.grad for w in model.w]
    return after


def _training_cases(rng, *momentum) -> list:
    return [
        [[1.0], [[2.0]], [1.0], 1, 0.1, *momentum],
        [[1.0], [[2.0]], [1.0], 3, 0.1, *momentum],
        [[0.0, 1.0], [[1.0, 2.0], [1.0, -1.0]], [3.0, 2.0], 3, 0.05, *momentum],
        [[0.5], [[2.0]], [1.0], 3, 0.1, *momentum],  # nothing to learn: no reason to stop
        [[1.0], [[2.0]], [1.0], 3, 0.3, *momentum],  # the loss rises: no reason either
        *([some_numbers(rng, 2, -1, 1), [some_numbers(rng, 2, 0.2, 2.0) for _ in range(3)], some_numbers(rng, 3, -1, 1), 4, 0.05, *momentum] for _ in range(2)),
    ]


def _say_training(case) -> str:
    weights, inputs, targets, steps, rate, *momentum = case
    examples = ", ".join(f"{listed(x)} → {y:g}" for x, y in zip(inputs, targets))
    score = "w·x" if len(weights) == 1 else "w1·x1 + w2·x2"
    and_momentum = f" and momentum {momentum[0]:g}" if momentum else ""
    return f"the model {score} with w = {listed(weights)}, trained on {examples} for {steps} step{'s' * (steps > 1)} at rate {rate:g}{and_momentum}"


# -- order the lines -------------------------------------------------------------------------

LINES = {
    "A": "    loss.backward()",
    "B": "w = Value(1.0)",
    "C": "    w.data -= 0.1 * w.grad",
    "D": "for step in range(4):",
    "E": "    loss = (2 * w - 1) ** 2",
    "F": "    w.grad = 0.0",
}


def _probe_order(order, case):
    names = {"Value": Value}
    exec(arranged(LINES, order), names)
    return {"w after four rounds": names["w"].data}


# -- layers and networks ---------------------------------------------------------------------


def _fill(layers, unit: float) -> None:
    """Make the parameters unit, 2·unit, 3·unit, ...: neuron by neuron, the weights and then the bias."""
    parameters = [p for layer in layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)]
    for k, p in enumerate(parameters, start=1):
        p.data = round(k * unit, 6)


def _counted(parameters) -> dict:
    parameters = list(parameters)
    return {"parameters": len(parameters), "different ones": len({id(p) for p in parameters})}


def _start_of(layers) -> str:
    """Whether two neurons of one layer, or two layers, have the same numbers."""
    numbers = [[tuple(p.data for p in (*neuron.w, neuron.b)) for neuron in layer.neurons] for layer in layers]
    if any(len(set(row)) < len(row) for row in numbers):
        return "two neurons of one layer have the same numbers"
    if any(row in numbers[:i] for i, row in enumerate(numbers)):
        return "two layers have the same numbers"
    return "all different"


def _slopes(layers, run: Callable, inputs: list) -> dict:
    """The gradients that the sum of the outputs sends back; all zero if there is no way back."""
    neurons = [neuron for layer in layers for neuron in layer.neurons]
    values = [type(neurons[0].b)(x) for x in inputs]
    outputs = run(values)
    total, *others = outputs if isinstance(outputs, list | tuple) else [outputs]
    for output in others:
        total = total + output
    if hasattr(total, "backward"):
        total.backward()
    return {"of the parameters": [p.grad for neuron in neurons for p in (*neuron.w, neuron.b)], "of the inputs": [v.grad for v in values]}


@contextmanager
def _self_named(attribute: str):
    """Say what is missing when a method looks for ``attribute`` without ``self.``"""
    try:
        yield
    except NameError as error:
        if error.name != attribute:
            raise
        raise FormError(f"NameError: {error}. {attribute} belongs to the object, so inside a method it is self.{attribute}.") from None


def _probe_layer(layer_class, case):
    what, n_inputs, n_outputs, activation, unit, inputs = case
    with _self_named("neurons"):
        layer = layer_class(n_inputs, n_outputs, *([activation] if activation else []))
        if not hasattr(layer, "neurons"):
            return "an object without neurons"
        if what == "count":
            return _counted(layer.parameters())
        if what == "start":
            return _start_of([layer, layer_class(n_inputs, n_outputs)])
        _fill([layer], unit)
        return layer(inputs) if what == "call" else _slopes([layer], layer, inputs)


def _say_layer(case) -> str:
    what, n_inputs, n_outputs, activation, unit, inputs = case
    made = f'Layer({n_inputs}, {n_outputs}, "{activation}")' if activation else f"Layer({n_inputs}, {n_outputs})"
    return {
        "count": f"{made}.parameters()",
        "start": f"the numbers in two new layers {made}",
        "call": f"{made} {_filled(unit)}, called with {listed(inputs)}",
        "slopes": f"{made} {_filled(unit)}, called with Values of {listed(inputs)}, the gradients after backward() on the sum of the outputs",
    }[what]


def _filled(unit: float) -> str:
    return f"with its parameters set to {unit:g}, {2 * unit:g}, {3 * unit:g}, ..."


def _layer(
    make=lambda n_inputs, n_outputs, activation: [Neuron(n_inputs, activation) for _ in range(n_outputs)],
    result=lambda outputs: outputs,
    collect=lambda neurons: [p for neuron in neurons for p in neuron.parameters()],
    attribute="neurons",
):
    """A Layer with one part exchanged."""

    class Layer:
        def __init__(self, n_inputs, n_outputs, activation="tanh"):
            setattr(self, attribute, make(n_inputs, n_outputs, activation))

        def __call__(self, inputs):
            return result([neuron(inputs) for neuron in self.neurons])

        def parameters(self):
            return collect(self.neurons)

    return Layer


def _copied_neuron(n_inputs, n_outputs, activation):
    neuron = Neuron(n_inputs, activation)
    return [deepcopy(neuron) for _ in range(n_outputs)]


def _seeded_neurons(n_inputs, n_outputs, activation):
    random.seed(1)
    return [Neuron(n_inputs, activation) for _ in range(n_outputs)]


def _probe_mlp(network_class, case):
    with _self_named("layers"):
        return _outcome_of_mlp(network_class, case)


def _outcome_of_mlp(network_class, case):
    what, n_inputs, sizes, options, unit, inputs = case
    given = list(sizes)
    network = network_class(n_inputs, given, **options)
    if not hasattr(network, "layers"):
        return "an object without layers"
    if what == "sizes":
        return given
    if what == "start":
        return _start_of(network.layers)
    if what == "shape":
        neurons = [layer.neurons for layer in network.layers]
        return {"inputs of each layer": [len(row[0].w) for row in neurons], "neurons of each layer": [len(row) for row in neurons]}
    if what == "count":
        return _counted(network.parameters())
    _fill(network.layers, unit)
    if what == "call":
        return network(inputs)
    if what == "slopes":
        return _slopes(network.layers, network, inputs)
    everything = [p for layer in network.layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)]
    before = [p.data for p in everything]
    for p in everything:
        p.grad = 3.0
    network.zero_grad()
    return {"gradients left": sum(p.grad != 0.0 for p in everything), "numbers changed": sum(p.data != b for p, b in zip(everything, before))}


def _say_mlp(case) -> str:
    what, n_inputs, sizes, options, unit, inputs = case
    made = f"MLP({n_inputs}, {sizes}{''.join(f', {key}={value!r}' for key, value in options.items())})".replace("'", '"')
    return {
        "shape": f"the layers of {made}",
        "sizes": f"the list sizes after sizes = {sizes} and MLP({n_inputs}, sizes)",
        "start": f"the numbers in a new {made}",
        "slopes": f"{made} {_filled(unit)}, called with Values of {listed(inputs)}, the gradients after backward() on the sum of the outputs",
        "count": f"{made}.parameters()",
        "call": f"{made} {_filled(unit)}, called with {listed(inputs)}",
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


def _feed_numbers_between(layers, inputs):
    return layers[-1](_feed_numbers(layers[:-1], inputs))


def _made(plan: list) -> list:
    return [Layer(*shape, activation) for shape, activation in plan]


def _made_once_per_shape(plan: list) -> list:
    layers: dict = {}
    return [layers.setdefault(tuple(row), *_made([row])) for row in plan]


def _made_equal(plan: list) -> list:
    layers = _made(plan)
    for p in (p for layer in layers for p in layer.parameters()):
        p.data = 0.5
    return layers


def _made_after_seed(plan: list) -> list:
    layers = []
    for row in plan:
        random.seed(1)
        layers += _made([row])
    return layers


def _sizes_inserted(n_inputs, sizes):
    sizes.insert(0, n_inputs)
    return list(pairwise(sizes))


def _mlp(
    sizes=lambda n_inputs, sizes: list(pairwise([n_inputs, *sizes])),
    activations=lambda hidden, output, n: [hidden] * (n - 1) + [output],
    make=_made,
    attribute="layers",
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
            setattr(self, attribute, make(list(zip(sizes(n_inputs, layer_sizes), names))))

        def __call__(self, inputs):
            return result(run(self.layers, inputs))

        def parameters(self):
            return collect(self.layers)

        def zero_grad(self):
            for p in zeroed(self):
                zero(p)

    return MLP


# -- losses ----------------------------------------------------------------------------------


def _loss_of(term: Callable, checked: bool = True, finish=lambda total, n: total / n):
    """A loss: the terms of all examples added up, then finished."""

    def loss(scores, targets):
        if checked and len(scores) != len(targets):
            raise ValueError(f"{len(scores)} predictions but {len(targets)} targets")
        total = 0.0
        for score, target in zip(scores, targets):
            total = total + term(score, target)
        return finish(total, len(scores))

    return loss


def _square(prediction, target):
    return (prediction - target) ** 2


_mean_squared_error = _loss_of(_square)


def _first_square(predictions, targets):
    return _square(predictions[0], targets[0]) / len(predictions)


def _printed_error(predictions, targets):
    return _mean_squared_error(predictions, targets) if len(predictions) == len(targets) else None


def _hinge(signed: Callable, keeps_all: bool = False, finish=lambda total, n: total / n):
    def term(score, label):
        gap = 1 - signed(label) * score
        return gap if keeps_all or gap.data > 0 else 0.0 * gap

    return _loss_of(term, finish=finish)


def _sign(label):
    return 2 * label - 1


def _hinge_of_pulling(scores, labels):
    pulling = [1 - _sign(label) * score for score, label in zip(scores, labels) if 1 - _sign(label) * score.data > 0]
    return sum(pulling) / max(1, len(pulling))


def _hinge_changing_labels(scores, labels):
    for i, label in enumerate(labels):
        labels[i] = _sign(label)
    return _hinge(lambda label: label)(scores, labels)


def _probe_loss(loss, case):
    numbers, targets = case
    scores, given = [engine_of(loss)(x) for x in numbers], list(targets)
    result = loss(scores, given)
    if isinstance(result, Real) and result:  # a sum over nothing may stay a plain 0.0
        return f"{result:.4g}, a plain number"
    if not isinstance(result, Real):
        result.backward()
    outcome = {"loss": result, "gradients": [s.grad for s in scores]}
    return outcome if given == targets else outcome | {"the list afterwards": given}


def _probe_squared_error(loss, case):
    numbers, targets = case
    if len(numbers) == len(targets):
        return _probe_loss(loss, case)
    simple = [[1.0, 5.0], [2.0, 3.0]]
    outcome = _probe_loss(loss, simple)
    if not same(plain(outcome), plain(_probe_loss(_mean_squared_error, simple))):
        return "not looked at yet"  # so that each mistake is known with and without the comparison of the lengths
    result = loss([engine_of(loss)(x) for x in numbers], targets)
    return "no error" if hasattr(result, "backward") or isinstance(result, Real) else "no result and no error"


def _random_scores(rng, labels: tuple) -> list:
    n = rng.randint(3, 4)
    return [[round(rng.uniform(-2, 2), 2) + 0.005 for _ in range(n)], [rng.choice(labels) for _ in range(n)]]


# -- one update ------------------------------------------------------------------------------


def _update(change: Callable):
    def update(parameters, learning_rate):
        for p in parameters:
            change(p, learning_rate)

    return update


def _move(factor: Callable):
    """p.data becomes smaller by what ``factor(grad, learning_rate)`` says."""

    def change(p, rate):
        p.data -= factor(p.grad, rate)

    return change


def _move_gradient(p, rate):
    p.grad -= rate * p.grad


def _nest(p, rate):
    p.data = p - rate * p.grad


def _replace(parameters, learning_rate):
    for i, p in enumerate(parameters):
        parameters[i] = Value(p.data - learning_rate * p.grad)


def _probe_update(update, case):
    numbers, gradients, rate = case
    engine = engine_of(update)
    parameters = [engine(x) for x in numbers]
    for p, g in zip(parameters, gradients):
        p.grad = g
    given = list(parameters)  # a list of its own, as model.parameters() returns
    update(given, rate)
    after = [_number(p.data) for p in parameters]
    if after != numbers:
        return after
    changed = "the objects in the list" if any(p is not q for p, q in zip(parameters, given)) else "nothing"
    return {"data": after, "changed": changed if [p.grad for p in parameters] == gradients else "the gradients"}


# -- different numbers from equal ones ---------------------------------------------------------


_RECOGNISED = [26, 6], [26, 26], [26, 1], [26, 2], [26, 10], [26, 5], [26, 4], [26, 3]


def _read_pair(answer):
    """The pair; as long as the first number is a known wrong one, or the second an unknown one, the first number decides."""
    if not isinstance(answer, list | tuple) or len(answer) != 2 or not all(isinstance(x, Real) for x in answer):
        raise FormError(f"Write two numbers in a list, for example [8, 3]. Your answer is {answer!r}.")
    if answer[0] in (15, 20, 26, 29) and list(answer) not in _RECOGNISED:
        return {"error": f"{float(answer[0]):g} parameters", "text": listed(map(float, answer))}  # errors are equal when their names are
    return list(answer)


_PILED_UP = "The gradients are never set back to zero, so each step also gets the gradients of all steps before it."


TASKS = [
    Task(
        id="05.order",
        answer_name="order",
        kind="value",
        reference="BDEFAC",
        probe=_probe_order,
        cases=lambda rng: [None],
        say=lambda case: "your program",
        notice="Four rounds bring w to 0.5008, close to the minimum at 0.5. The reset may stand anywhere in the loop but between backward and the update.",
        mistakes=(
            Mistake(
                "zero-grad-misplaced",
                "BDEAFC",
                "w stays at 1 for ever: whenever the update runs, w.grad has just been set to 0, so nothing is subtracted.",
                "Which line fills w.grad, and which line needs it? Go round the loop from the one to the other: what do you pass?",
            ),
            Mistake(
                "update-first",
                "BDCFEA",
                "The update comes before the backward pass. In the first round there is no gradient yet, so four rounds make only three steps.",
                "What is w.grad when the update runs for the first time?",
            ),
            Mistake(
                "old-graph",
                "BDECFA",
                "The update stands between the forward pass and backward: backward then measures a graph that was built with the w of before the update.",
                "Follow w.data and w.grad through the first two rounds on paper: to which w does each slope belong?",
            ),
            Mistake(
                "used-before-made",
                "BDFACE",
                "A name is used above the line that makes it, so the first round already stops.",
                "Which line makes w, which line makes loss, and which lines need them?",
            ),
            Mistake(
                "loop-line-misplaced",
                "BEDFAC",
                "The four indented lines belong under the for line, without an interruption: one of them stands above it, or a line at the margin comes in between.",
                "Which two lines are not indented, and which of the two comes first?",
            ),
        ),
    ),
    Task(
        id="05.layer",
        answer_name="Layer",
        kind="class",
        reference=_layer(),
        probe=_probe_layer,
        cases=lambda rng: [
            ["call", 2, 3, "linear", 0.1, [1.0, 2.0]],
            ["call", 2, 1, "linear", 0.1, [1.0, 2.0]],
            ["count", 2, 4, "", 0.0, []],
            ["start", 5, 4, "", 0.0, []],
            ["call", 2, 2, "", 0.1, [1.0, 2.0]],
            ["slopes", 2, 2, "linear", 0.1, [1.0, 2.0]],
            ["call", 3, rng.randint(2, 4), rng.choice(["relu", "linear"]), rng.choice([-0.1, 0.05]), some_numbers(rng, 3, -1, 1)],
        ],
        say=_say_layer,
        notice="(inputs + 1) · neurons parameters, and always a list: whoever reads the outputs need not ask how many there are. Your Layer is kept for the next lessons.",
        keeps=True,
        mistakes=(
            Mistake(
                "shared-neuron",
                _layer(make=lambda n_inputs, n_outputs, activation: [Neuron(n_inputs, activation)] * n_outputs),
                "All places of the list hold one and the same neuron, so all outputs are equal and training cannot make them differ.",
                "How often is Neuron(...) called in your constructor? Compare [[]] * 3 with a loop that makes three lists.",
            ),
            Mistake(
                "equal-neurons",
                _layer(make=_copied_neuron),
                "Two neurons of the layer have the same numbers: they would learn the same for ever.",
                "Is one neuron copied, or are the random numbers begun anew with a seed for each neuron? Print the weights of Layer(2, 3).",
            ),
            Mistake(
                "seeded-layers",
                _layer(make=_seeded_neurons),
                "Two layers of the same size start with the same numbers: a seed inside the class begins the random numbers anew each time.",
                "Where may random.seed stand, so that it runs once for the whole notebook?",
            ),
            Mistake(
                "graph-cut",
                _layer(result=lambda outputs: [output.data for output in outputs]),
                "The numbers are right, but no gradient comes back: somewhere .data takes the number out of the graph.",
                "What does the call of a neuron return, and what does your list hold?",
            ),
            Mistake(
                "sizes-exchanged",
                _layer(make=lambda n_inputs, n_outputs, activation: [Neuron(n_outputs, activation) for _ in range(n_inputs)]),
                "The two sizes are exchanged: you make n_inputs neurons with n_outputs weights each.",
                "For Layer(2, 3): how many numbers come out, and so how many neurons are there? How many numbers does each of them read?",
            ),
            Mistake(
                "self-missing",
                _layer(attribute="other"),
                "After the constructor the layer has no neurons: the name is another one, or self. is missing before it, and then it is gone when the constructor ends.",
                "Which names does an object keep? Make a Layer(2, 3) and look at its neurons.",
            ),
            Mistake(
                "biases-forgotten",
                _layer(collect=lambda neurons: [w for neuron in neurons for w in neuron.w]),
                "Only the weights are returned. The biases are parameters too: without them they would never be reset or updated.",
                "Which method of a neuron already gives all its parameters?",
            ),
            Mistake(
                "bare-value",
                _layer(result=lambda outputs: outputs[0] if len(outputs) == 1 else outputs),
                "A layer of one neuron gives a bare Value, larger layers give a list. The next layer would expect a list in both cases.",
                "Let the type of the result not depend on the size: what would MLP(2, [4, 1, 1]) do with a bare Value in the middle?",
            ),
            Mistake(
                "first-neuron-only",
                _layer(collect=lambda neurons: neurons[0].parameters()),
                "Only the parameters of the first neuron are returned. The others would never be reset or updated.",
                "Is there a return inside a loop? It ends the method in the first round.",
            ),
            Mistake(
                "nested-parameters",
                _layer(collect=lambda neurons: [neuron.parameters() for neuron in neurons]),
                "That is a list of lists, one for each neuron. Training needs one flat list of Values: a list has no grad.",
                "Print the result for Layer(2, 4). What do extend and append do with a list?",
            ),
            Mistake(
                "activation-ignored",
                _layer(make=lambda n_inputs, n_outputs, activation: [Neuron(n_inputs) for _ in range(n_outputs)]),
                "The layer accepts an activation, but every neuron uses tanh: the option is never read.",
                "Follow the name activation from the constructor's arguments: who receives it?",
            ),
        ),
    ),
    Task(
        id="05.squared-error",
        answer_name="mean_squared_error",
        kind="function",
        reference=_mean_squared_error,
        probe=_probe_squared_error,
        cases=lambda rng: [
            [[3.0], [1.0]],
            [[1.0, 5.0], [2.0, 3.0]],
            [[1.0, 5.0], [2.0, 3.0, 4.0]],
            [[1.0, 5.0, 7.0], [2.0, 3.0]],
            _random_scores(rng, (-1.0, 0.5, 2.0)),
        ],
        say=lambda case: f"predictions {listed(case[0])}, targets {listed(case[1])}",
        notice="One number, smooth in every prediction, and comparable for 4 and for 400 examples. The gradient is 2 · (prediction − target) / n: a far miss pulls harder.",
        mistakes=(
            Mistake(
                "sum-for-mean",
                _loss_of(_square, finish=lambda total, n: total),
                "That is the sum of the squares. With twice as many examples it is twice as large, and so is every step of the training.",
                "What is the loss of the same example given once, and given ten times? What should it be?",
            ),
            Mistake(
                "difference-not-squared",
                _loss_of(lambda p, t: p - t),
                "The differences are averaged without a square: one prediction too high and one too low cancel, and the lowest loss is minus infinity.",
                "What is your loss for predictions 1 and 3 when both targets are 2?",
            ),
            Mistake(
                "absolute-difference",
                _loss_of(lambda p, t: p - t if p.data > t else t - p),
                "That is the mean absolute error: every miss has the slope 1, however far off it is. The squared error pulls harder at a far miss.",
                "Which power of the difference does the name of the loss ask for?",
            ),
            Mistake(
                "square-of-the-mean",
                _loss_of(lambda p, t: p - t, finish=lambda total, n: (total / n) ** 2),
                "The mean is taken first and squared afterwards, so that misses in both directions cancel.",
                "Which comes first when you read the name backward: error, squared, mean?",
            ),
            Mistake(
                "zip-truncation",
                _loss_of(_square, checked=False),
                "The numbers are right, but lists of different lengths do not stop your function: zip ends with the shorter one and ignores the rest.",
                "Compare the two lengths before the loop. If they differ, raise ValueError(...): a printed line stops nothing.",
            ),
            Mistake(
                "not-raised",
                _printed_error,
                "You notice that the lengths differ, but the function only prints or returns something, and the program goes on with that.",
                "If the lengths differ, raise ValueError(...) with a text that says so.",
            ),
            Mistake(
                "returned-too-early",
                _first_square,
                "Only the first example counts: the return inside the loop ends the function in the first round.",
                "At which indentation must the return stand so that it waits for the last example?",
            ),
            Mistake(
                "halved",
                _loss_of(_square, finish=lambda total, n: total / (2 * n)),
                "That is half of the mean squared error. Some books put a 1/2 in front; this task asks for the mean itself.",
                "Work it out for the one prediction 3 and the target 1: what is the square, and what is the mean of one number?",
            ),
            Mistake(
                "root-taken",
                _loss_of(_square, finish=lambda total, n: (total / n) ** 0.5),
                "You take the square root at the end. That is another measure, and where all predictions are right it has no slope.",
                "What does the name of the loss ask for, and what is left over in your formula?",
            ),
            Mistake(
                "graph-cut",
                lambda predictions, targets: type(predictions[0])(sum((p.data - t) ** 2 for p, t in zip(predictions, targets)) / len(predictions)),
                "The loss is right but all gradients are 0: it was made from .data, and a new Value(number) does not remember the predictions.",
                "Calculate with the predictions themselves, so that each step is recorded. Which .data can go?",
            ),
            Mistake(
                "graph-lost",
                lambda predictions, targets: sum((p.data - t) ** 2 for p, t in zip(predictions, targets)) / len(predictions),
                "The result is no Value, so it has no backward. Numbers taken out with .data leave the graph behind.",
                "Calculate with the predictions themselves. At which point does a Value turn into a number in your function?",
            ),
        ),
    ),
    Task(
        id="05.mlp",
        answer_name="MLP",
        kind="class",
        reference=_mlp(),
        probe=_probe_mlp,
        cases=lambda rng: [
            ["shape", 2, [3, 1], {}, 0.0, []],
            ["call", 2, [2, 1], {}, 0.1, [1.0, 2.0]],
            ["call", 2, [2, 2], {}, 0.1, [1.0, 2.0]],
            ["call", 2, [2, 1, 1], {}, 0.1, [1.0, 2.0]],
            ["call", 2, [2, 1], {"activation": "relu", "output_activation": "tanh"}, -0.1, [-1.0, 0.5]],
            ["call", 2, [2, 1], {"output_activation": "relu"}, 0.1, [1.0, 2.0]],
            ["count", 2, [3, 1], {}, 0.0, []],
            ["zero", 2, [3, 1], {}, 0.1, []],
            ["sizes", 2, [3, 1], {}, 0.0, []],
            ["slopes", 2, [1, 1], {"activation": "linear"}, 0.1, [1.0, 2.0]],
            ["slopes", 2, [2, 2], {}, 0.1, [1.0, 2.0]],
            ["count", 3, [3, 3, 3, 3, 1], {}, 0.0, []],
            ["start", 3, [3, 3, 3, 3, 1], {}, 0.0, []],
            ["call", 3, [3, 3, 3, 3, 1], {}, 0.01, [1.0, 2.0, -1.0]],
            ["call", 3, [rng.randint(2, 4), 3, rng.randint(1, 2)], {}, 0.05, some_numbers(rng, 3, -1, 1)],
        ],
        say=_say_mlp,
        notice="The heart is one line: what comes out of a layer goes into the next. Your MLP is kept, and lesson 6 trains it.",
        keeps=True,
        mistakes=(
            Mistake(
                "input-size-everywhere",
                _mlp(sizes=lambda n_inputs, sizes: [(n_inputs, size) for size in sizes]),
                "Every layer is made for the inputs of the network. Only the first layer reads those; each other layer reads the outputs of the one before.",
                "How many numbers come out of a layer of 3 neurons, and so how many weights has each neuron of the next layer?",
            ),
            Mistake(
                "inputs-to-every-layer",
                _mlp(run=_feed_inputs_to_all),
                "Every layer gets the inputs of the network, and only the last one counts. So the hidden layer has no effect at all.",
                "What should the second layer read: the same name as the first, or what the first returned?",
            ),
            Mistake(
                "output-activation-everywhere",
                _mlp(activations=lambda hidden, output, n: [output] * n),
                "The hidden layers use the output activation. With \"linear\" everywhere the whole network is one linear layer.",
                "Which layers should use activation, and which single one output_activation?",
            ),
            Mistake(
                "hidden-activation-at-output",
                _mlp(activations=lambda hidden, output, n: [hidden] * n),
                "The last layer uses the activation of the hidden layers. With tanh at the end no score can leave the range from −1 to 1.",
                "How does your constructor know that a layer is the last one?",
            ),
            Mistake(
                "not-unwrapped",
                _mlp(result=lambda outputs: outputs),
                "A network with a single output should give the Value itself: a list has no backward and cannot be subtracted from a target.",
                "What does the last layer return when it has one neuron, and where can the network open that list?",
            ),
            Mistake(
                "always-unwrapped",
                _mlp(result=lambda outputs: outputs[0]),
                "Only the first output is ever returned: a network with two outputs loses the second.",
                "In which case may the list be opened? Ask for its length.",
            ),
            Mistake(
                "first-layer-only",
                _mlp(collect=lambda layers: layers[0].parameters()),
                "Only the parameters of the first layer are returned, so the others would never be reset or updated.",
                "Is there a return inside a loop? It ends the method in the first round.",
            ),
            Mistake(
                "data-zeroed",
                _mlp(zero=lambda p: setattr(p, "data", 0.0)),
                "zero_grad has set the parameters themselves to zero: it erases what the network has learned and leaves the gradients.",
                "Which attribute holds the number of a Value, and which one its gradient?",
            ),
            Mistake(
                "reset-without-effect",
                _mlp(zero=lambda p: None),
                "After zero_grad all gradients are as before. A line such as p = 0.0 only puts the name p on a number, and the parameter never hears of it.",
                "Which attribute of p should become 0?",
            ),
            Mistake(
                "last-layer-only",
                _mlp(zeroed=lambda network: network.layers[-1].parameters()),
                "zero_grad resets only the last layer: the gradients of all other layers stay and pile up.",
                "Which method already gives the parameters of all layers? And is the loop over them inside the loop over the layers?",
            ),
            Mistake(
                "returned-too-early",
                _mlp(run=lambda layers, inputs: layers[0](inputs)),
                "The outputs of the first layer come back: a return inside the loop ends the call in the first round.",
                "At which indentation must the return stand so that it waits for the last layer?",
            ),
            Mistake(
                "first-taken-for-last",
                _mlp(activations=lambda hidden, output, n: [output] + [hidden] * (n - 1)),
                "The first layer uses the output activation, and the last one does not: your question for the last layer is answered with yes at the first.",
                "In range(n), which number does the last round have?",
            ),
            Mistake(
                "output-activation-ignored",
                _mlp(activations=lambda hidden, output, n: [hidden] * (n - 1) + ["linear"]),
                "The last layer is always linear: output_activation is never read.",
                "Follow the name output_activation from the constructor's arguments: who receives it?",
            ),
            Mistake(
                "activation-ignored",
                _mlp(activations=lambda hidden, output, n: ["tanh"] * (n - 1) + [output]),
                "The hidden layers always use tanh: activation is never read.",
                "Follow the name activation from the constructor's arguments: who receives it?",
            ),
            Mistake(
                "nested-parameters",
                _mlp(collect=lambda layers: [layer.parameters() for layer in layers]),
                "That is a list of lists, one for each layer. Training needs one flat list of Values: a list has no grad.",
                "Your Layer had to solve the same for its neurons. What did you write there?",
            ),
            Mistake(
                "graph-cut",
                _mlp(run=_feed_numbers),
                "The numbers are right, but no gradient comes back: somewhere .data takes the number out of the graph.",
                "Pass on what a layer returns, just as it is. Which .data can go?",
            ),
            Mistake(
                "graph-cut-between",
                _mlp(run=_feed_numbers_between),
                "The numbers are right, but only the last layer gets gradients: between the layers, .data takes the number out of the graph.",
                "Pass on what a layer returns, just as it is. Which .data can go?",
            ),
            Mistake(
                "equal-neurons",
                _mlp(make=_made_equal),
                "Two neurons of one layer have the same numbers: they would learn the same for ever.",
                "Who draws the start numbers at random, and what changes them afterwards or copies them?",
            ),
            Mistake(
                "seeded-layers",
                _mlp(make=_made_after_seed),
                "Two layers start with the same numbers: a seed inside the class begins the random numbers anew for each layer.",
                "Where may random.seed stand, so that it runs once for the whole notebook?",
            ),
            Mistake(
                "shared-layer",
                _mlp(make=_made_once_per_shape),
                "Two places of the list hold one and the same layer, so the network has fewer parameters than it seems, and one layer has two jobs.",
                "How often is Layer(...) called for MLP(4, [4, 4, 1])?",
            ),
            Mistake(
                "list-changed",
                _mlp(sizes=_sizes_inserted),
                "Your constructor changes the list of sizes that it was given: insert and append work on the caller's list, not on a copy.",
                "Build a new list instead. What does [n_inputs] + layer_sizes do?",
            ),
            Mistake(
                "self-missing",
                _mlp(attribute="other"),
                "After the constructor the network has no layers: the name is another one, or self. is missing before it, and then it is gone when the constructor ends.",
                "Which names does an object keep? Make an MLP(2, [3, 1]) and look at its layers.",
            ),
        ),
    ),
    Task(
        id="05.update",
        answer_name="update",
        kind="function",
        reference=_update(_move(lambda grad, rate: rate * grad)),
        probe=_probe_update,
        cases=lambda rng: [
            [[1.0], [4.0], 0.1],
            [[1.0, 2.0], [2.0, -1.0], 0.5],
            [some_numbers(rng, 3), some_numbers(rng, 3, 1, 2), 0.25],
        ],
        say=lambda case: f"parameters with data {listed(case[0])} and grad {listed(case[1])}, learning rate {case[2]:g}: data afterwards",
        notice="A name is a label on an object. Training has to change the number inside the object (p.data), downhill, and leave the object where the network can find it.",
        mistakes=(
            Mistake(
                "update-rebinds",
                _update(lambda p, rate: None),
                "No parameter has changed. A statement such as p = ... or p -= ... only puts the name p on something new; the network still holds the old objects.",
                "Which attribute of p is the number that the network computes with?",
            ),
            Mistake(
                "gradient-changed",
                _update(_move_gradient),
                "The data of the parameters did not change: you changed the gradient. It says where to go; the number that should move is another one.",
                "Which attribute of p is the number that the network computes with?",
            ),
            Mistake(
                "new-values-in-list",
                _replace,
                "The data of the parameters did not change: you put new Values in their place in the list. The network still holds the old ones.",
                "Which attribute of the old p can be changed, so that the network notices?",
            ),
            Mistake(
                "rate-forgotten",
                _update(_move(lambda grad, rate: grad)),
                "The parameters move by the whole gradient: learning_rate is never used.",
                "With gradient 4 and learning rate 0.1, how long is the step?",
            ),
            Mistake(
                "gradient-forgotten",
                _update(_move(lambda grad, rate: rate)),
                "All parameters move by the learning rate: the gradient is never used. It says in which direction, and how far.",
                "With gradient 4 and learning rate 0.1, how long is the step? And with gradient −4?",
            ),
            Mistake(
                "sign-lost",
                _update(_move(lambda grad, rate: rate * abs(grad))),
                "Every parameter becomes smaller. Where the gradient is negative, downhill is the other way: the sign belongs to the step.",
                "Which way should a parameter go whose gradient is −1?",
            ),
            Mistake(
                "rate-fixed",
                _update(_move(lambda grad, rate: 0.1 * grad)),
                "The step always uses the rate 0.1. The function gets its learning rate as an argument.",
                "What should change when learning_rate is 0.5?",
            ),
            Mistake(
                "moved-twice",
                _update(_move(lambda grad, rate: 2 * rate * grad)),
                "Every step is twice as long as it should be: the update is made twice, or a factor 2 has come in.",
                "Start at 1 with gradient 4 and rate 0.1. How often is data changed, and by how much?",
            ),
            Mistake(
                "climbing",
                _update(_move(lambda grad, rate: -rate * grad)),
                "Now the parameters move, but uphill: the gradient points to where the loss grows.",
                "The grad is 4, so the loss grows when this parameter grows. Which way should the parameter go?",
            ),
            Mistake(
                "value-in-data",
                _update(_nest),
                "data now holds a Value inside the Value: p minus a number is a new Value, with a graph behind it.",
                "Which part of p do you want on the right side, p itself or the number in it?",
            ),
        ),
    ),
    Task(
        id="05.descend",
        answer_name="descend",
        kind="function",
        reference=_descend("forward reset backward update"),
        probe=lambda answer, case: answer(engine_of(answer)(case[0]), case[1]),
        cases=lambda rng: [[1.0, 1], [1.0, 4], [round(rng.uniform(-2, 0), 2), 3]],
        say=lambda case: f"w = {case[0]:g}, {case[1]} step{'s' * (case[1] > 1)}",
        notice="Two slips, two symptoms: a constant path (a reset in the wrong place) and equal steps past the minimum (an old graph). Right steps get shorter, because the slope does.",
        mistakes=(
            Mistake(
                "zero-grad-misplaced",
                _descend("forward backward reset update"),
                "w does not move: when the update runs, w.grad is 0. What backward measured has been erased, or nothing has been measured yet.",
                "Print w.grad directly before the update. Which line is to blame?",
            ),
            Mistake(
                "graph-built-once",
                _descend("reset backward update", first="forward"),
                "One slip is mended: w moves. But it marches in equal steps and past the minimum: the loss still belongs to the w of the start.",
                "What changes in the expression when w.data changes? How often should the loss be computed?",
            ),
            Mistake(
                "zero-grad-forgotten",
                _descend("forward backward update"),
                _PILED_UP,
                "A reset is needed in every round. There is only one place in the round where it does harm.",
            ),
            Mistake(
                "old-graph-and-no-reset",
                _descend("backward update", first="forward"),
                "w moves, with longer and longer steps: the gradient of the first graph is added again and again, and never set back to zero.",
                "Two things have to happen in every round before backward. Which ones?",
            ),
            Mistake(
                "climbing",
                _descend("forward reset backward climb"),
                "w moves away from the minimum: the step follows the gradient uphill.",
                "At w = 1 the slope is positive. Which way is down?",
            ),
            Mistake(
                "one-step-too-many",
                _descend("forward reset backward update", more=1),
                "The walk is right, but it makes one step more than asked.",
                "How often does the loop run for steps = 1?",
            ),
            Mistake(
                "one-step-too-few",
                _descend("forward reset backward update", more=-1),
                "The walk is right, but it makes one step fewer than asked.",
                "How often does the loop run for steps = 1?",
            ),
        ),
    ),
    Task(
        id="05.hinge",
        answer_name="hinge_loss",
        kind="function",
        reference=_hinge(_sign),
        probe=_probe_loss,
        cases=lambda rng: [[[0.5], [1]], [[0.5], [0]], [[-2.0], [0]], [[3.0, -0.5], [1, 1]], _random_scores(rng, (0, 1)), [[0.25, -0.25, 1.5, 0.5], [0, 1, 0, 1]]],
        say=lambda case: f"scores {listed(case[0])}, labels {listed(case[1])}",
        notice="A label 0 switches its score off: the loss is 1 and the gradient 0, whatever the network says. With −1 the example can pull.",
        mistakes=(
            Mistake(
                "unsigned-labels",
                _hinge(lambda label: label),
                "With label 0 the product label · score is 0, whatever the score: an example of class 0 always costs 1 and has gradient 0, so nothing is learned from it.",
                "The formula 1 − target · score was made for two other targets. Which?",
            ),
            Mistake(
                "labels-exchanged",
                _hinge(lambda label: 1 - 2 * label),
                "Both classes pull now, but the wrong way: label 1 has become −1 and label 0 has become +1.",
                "Put the labels 0 and 1 into your formula, one after the other.",
            ),
            Mistake(
                "labels-shifted",
                _hinge(lambda label: label - 1),
                "Label 0 has become −1, but label 1 has become 0: now the other class is switched off.",
                "The two labels are 1 apart, −1 and +1 are 2 apart. Is a shift enough?",
            ),
            Mistake(
                "labels-halved",
                _hinge(lambda label: label - 0.5),
                "The signs are right, but the targets are −0.5 and +0.5: then a score has to be 2 away from zero until it costs nothing.",
                "How large has a score of the right sign to be so that 1 − target · score is 0?",
            ),
            Mistake(
                "negative-parts-kept",
                _hinge(_sign, keeps_all=True),
                "Points beyond their margin enter with a negative loss and a slope of their own. The hinge cuts them off at 0.",
                "Add a part to the sum only under a condition on its data.",
            ),
            Mistake(
                "sum-for-mean",
                _hinge(_sign, finish=lambda total, n: total),
                "You return the sum. The mean divides by the number of points, so that loss and gradient do not grow with the data.",
                "By what must the sum be divided?",
            ),
            Mistake(
                "mean-over-pulling",
                _hinge_of_pulling,
                "You divide by the number of points that still cost something. The mean is over all points.",
                "What should the loss be if one of two points costs 0 and the other 0.6?",
            ),
            Mistake(
                "list-changed",
                _hinge_changing_labels,
                "Your function changes the list that it was given. The loss is right once; in the second step the labels are no longer 0 and 1.",
                "Where can the −1 be kept, so that the list of the caller stays as it is?",
            ),
        ),
    ),
    value_task(
        "05.equal",
        "predicted",
        [26, 6],
        "Six numbers: as many as MLP(3, [1, 1]) has parameters. Five equal neurons learn as one; only different starts make them differ.",
        Mistake("biases-forgotten", [20, 4], "That many weights there are, 3·5 + 5·1. But every neuron also has a bias.", "How many neurons are there, and how many biases?"),
        Mistake("inputs-with-biases", [29, 6], "You gave the three inputs a bias as well. Inputs are given numbers, not neurons.", "Which circles of the picture compute something?"),
        Mistake("sizes-multiplied", [15, 6], "3 · 5 · 1 counts paths from an input to the output, not parameters.", "Count layer by layer, and add: how many numbers does one neuron of the layer own?"),
        Mistake(
            "training-breaks-symmetry",
            [26, 26],
            "26 is right. But training does not make the neurons differ: equal neurons have equal outputs, get equal gradients and take equal steps.",
            "Name one thing in which hidden neuron 1 differs from hidden neuron 2, before the first step and after it.",
        ),
        Mistake(
            "all-stay-equal",
            [26, 1],
            "26 is right. But not all parameters keep the same number: within one neuron they have different jobs.",
            "The gradient of a weight is its input times something. What are the inputs of the three weights of one neuron?",
        ),
        Mistake(
            "one-number-per-layer",
            [26, 2],
            "26 is right. But within one hidden neuron the three weights read different inputs, so they get different gradients.",
            "Count the different numbers in one hidden neuron first, then in the output neuron.",
        ),
        Mistake(
            "output-weights-differ",
            [26, 10],
            "26 is right. But you let the five output weights differ: they read five hidden outputs that are equal at every step.",
            "What is the gradient of an output weight, and in what could the five differ?",
        ),
        Mistake(
            "one-neuron-counted",
            [26, 4],
            "26 is right. But 4 is the count of one hidden neuron alone, or of the weights alone: the output neuron and the biases have numbers of their own.",
            "Count the different numbers in one hidden neuron with its bias, then those in the output neuron with its bias.",
        ),
        Mistake(
            "weights-of-one-neuron",
            [26, 3],
            "26 is right. But 3 is only the number of weights in one hidden neuron: its bias and the output neuron have numbers too.",
            "Count the different numbers in one hidden neuron with its bias, then those in the output neuron with its bias.",
        ),
        Mistake(
            "copies-counted",
            [26, 23],
            "26 is right, the second number is not. The five hidden neurons stay copies of each other, so a number in one of them is in all five.",
            "Count the different numbers in one hidden neuron first, then in the output neuron.",
        ),
        Mistake(
            "order-exchanged",
            [6, 26],
            "You wrote the two numbers in the other order.",
            "Read the task again: which of the two does it ask for first?",
        ),
        Mistake(
            "one-bias-forgotten",
            [26, 5],
            "26 is right, and one number is missing. A bias is different from the weights beside it, and the biases of the two layers differ too.",
            "Count the different numbers in one hidden neuron, then those in the output neuron.",
        ),
        read=_read_pair,
    ),
    Task(
        id="05.train",
        answer_name="train",
        kind="function",
        reference=_train("forward record reset backward update"),
        probe=_probe_train,
        cases=_training_cases,
        say=_say_training,
        notice="Forward, loss, zero_grad, backward, update: that is all of it. The same five lines train a network of any size.",
        mistakes=(
            Mistake(
                "zero-grad-forgotten",
                _train("forward record backward update"),
                _PILED_UP,
                "Print a gradient in the first three steps. Which call should stand between two steps?",
            ),
            Mistake(
                "zero-grad-misplaced",
                _train("forward record backward reset update"),
                "The parameters never move, and at the end their grad is 0: backward() is missing, or the reset comes between it and the update and erases what it found.",
                "In which order do reset, backward and update belong?",
            ),
            Mistake(
                "climbing",
                _train("forward record reset backward climb"),
                "The loss rises from the first step on: the update follows the gradient uphill.",
                "Which sign makes a parameter with a positive gradient smaller?",
            ),
            Mistake(
                "update-rebinds",
                _train("forward record reset backward rebind"),
                "The gradients are there, but the parameters keep their old numbers: the update is missing, or it gives the loop variable a new value instead of changing the number in the parameter.",
                "What does the parameter list hold after your update? Compare p -= ... with p.data -= ...",
            ),
            Mistake(
                "graph-built-once",
                _train("record reset backward update", first="forward"),
                "The loss stays at that of the start, and so does the slope: the graph was built before the loop, and a graph does not notice that a parameter has changed.",
                "Which of your lines compute the scores and the loss, and how often do they run?",
            ),
            Mistake(
                "loss-after-update",
                _train("forward reset backward update forward record"),
                "The network learns correctly, but the losses are those after each update: the loss of the start is missing.",
                "Which loss do you want to see first in the curve? Append it before anything changes.",
            ),
            Mistake(
                "graphs-kept",
                _train("forward record_graph reset backward update"),
                "The training is right, but the list holds Values, and each of them keeps its whole graph in memory.",
                "Append the number only. Where does a Value keep it?",
            ),
            Mistake(
                "one-step-too-many",
                _train("forward record reset backward update", more=1),
                "The training is right, but it makes one step more than asked.",
                "How often does the loop run for steps = 1?",
            ),
            Mistake(
                "one-step-too-few",
                _train("forward record reset backward update", more=-1),
                "The training is right, but it makes one step fewer than asked.",
                "How often does the loop run for steps = 1?",
            ),
            Mistake(
                "left-early",
                _train_until_small,
                "Your loop ends as soon as the loss is small. The task asks for a fixed number of steps, and whoever draws the curve counts on as many losses.",
                "How many losses should come back for steps = 3, whatever they are?",
            ),
            Mistake(
                "final-loss-appended",
                _train("forward record reset backward update", last="forward record"),
                "The training is right, but the list has one loss too many: that of the end, after the last update. Here each loss belongs to one step.",
                "How many losses should the list have after 3 steps?",
            ),
            Mistake(
                "one-example-at-a-time",
                _train_one_by_one,
                "You update after every single example. That exists too, but here each step uses all examples: one loss, one update.",
                "Which lines belong to the loop over the examples, and which only to the loop over the steps?",
            ),
            Mistake(
                "sum-for-mean",
                _train("forward record reset backward update", loss_of=_loss_of(_square, finish=lambda total, n: total)),
                "The loss is the sum over the examples. The mean squared error divides by their number, so that the steps do not grow with the data.",
                "What does your mean_squared_error of task 3 do after the loop?",
            ),
        ),
    ),
    Task(
        id="05.momentum",
        answer_name="train_with_momentum",
        kind="function",
        reference=_train("forward record reset backward move"),
        probe=_probe_train,
        cases=lambda rng: [*_training_cases(rng, 0.5), [[1.0], [[2.0]], [1.0], 5, 0.1, 0.0], [[1.0], [[2.0]], [1.0], 5, 0.1, 1.0]],
        say=_say_training,
        notice="With momentum 0 it is plain descent; with momentum 1 it is exactly the loop that never resets: 1, 0.6, 0.12, −0.056. Friction in between makes a method of a mistake.",
        mistakes=(
            Mistake(
                "velocity-forgotten",
                _train("forward record reset backward stop move"),
                "That is the path without momentum: the velocity starts from 0 in every step, so nothing is carried over.",
                "When should the velocities be made: once, or in every step?",
            ),
            Mistake(
                "one-velocity-for-all",
                _train("forward record reset backward move_together"),
                "With one parameter it is right. With two, both push the same velocity: each parameter needs its own.",
                "How many velocities do you keep for a model with two parameters?",
            ),
            Mistake(
                "averaged-velocity",
                _train("forward record reset backward move_averaged"),
                "That velocity is an average, momentum · velocity + (1 − momentum) · grad. It exists too, but the task adds the whole gradient.",
                "What is the velocity after the first step, if it was 0 and the gradient is 4?",
            ),
            Mistake(
                "zero-grad-forgotten",
                _train("forward record backward move"),
                "Old gradients are carried over twice, in grad and in the velocity: grad is never set back to zero.",
                "The velocity is the memory. What should grad hold in each step?",
            ),
            Mistake(
                "climbing",
                _train("forward record reset backward flip move"),
                "The loss rises from the first step on: the parameters move uphill, with momentum.",
                "Which sign makes a parameter with a positive velocity smaller?",
            ),
            Mistake(
                "update-before-velocity",
                _train("forward record reset backward move_late"),
                "The parameter moves before the velocity has taken in the new gradient, so each gradient works one step too late.",
                "Which of the two formulas comes first? What is the velocity in the first update?",
            ),
            Mistake(
                "loss-after-update",
                _train("forward reset backward move forward record"),
                "The network learns correctly, but the losses are those after each update: the loss of the start is missing.",
                "Which loss do you want to see first in the curve? Append it before anything changes.",
            ),
            Mistake(
                "rate-twice",
                _train("forward record reset backward move_with_rate_twice"),
                "The learning rate is used twice, in the velocity and in the update, so the steps are far too short.",
                "In which of the two formulas of the task does the learning rate stand?",
            ),
            Mistake(
                "zero-grad-misplaced",
                _train("forward record backward reset move"),
                "The parameters never move, and at the end their grad is 0: backward() is missing, or the reset comes between it and the update and erases what it found.",
                "In which order do reset, backward and update belong?",
            ),
        ),
    ),
]
