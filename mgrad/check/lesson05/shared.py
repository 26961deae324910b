"""What several tasks of lesson 05 MLP share."""

from collections.abc import Callable
from contextlib import contextmanager
from difflib import get_close_matches
from numbers import Real

from mgrad.check.probe import FormError, engine_of
from mgrad.check.task import listed, some_numbers


class Loop:
    """A training loop that can be put together from its steps, in any order."""

    def __init__(
        self, forward: Callable, parameters: list, learning_rate: float, momentum: float = 0.0
    ):
        self.compute, self.parameters, self.learning_rate, self.momentum = (
            forward,
            parameters,
            learning_rate,
            momentum,
        )
        self.losses: list = []
        self.stop()

    def run(self, steps: int, each: str, first: str = "") -> "Loop":
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

    def leap(self):
        for p in self.parameters:
            p.data -= p.grad

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

    def move_ahead(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad
            p.data -= self.learning_rate * (p.grad + self.momentum * self.velocity[i])

    def move_doubly(self):
        self.move()
        self.update()

    def move_scaled(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * (self.velocity[i] + p.grad)
            p.data -= self.learning_rate * self.velocity[i]

    def move_far(self):
        for i, p in enumerate(self.parameters):
            self.velocity[i] = self.momentum * self.velocity[i] + p.grad
            p.data -= self.velocity[i]

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


def make_train(
    each: str,
    first: str = "",
    more: int = 0,
    loss_of=lambda predictions, targets: mean_squared_error(predictions, targets),
):
    def train(model, inputs, targets, steps, learning_rate, momentum=0.0):
        def loss():
            return loss_of([model(x) for x in inputs], targets)

        return (
            Loop(loss, model.parameters(), learning_rate, momentum)
            .run(steps + more, each, first)
            .losses
        )

    return train


class Score:
    """The smallest model: a weighted sum without a bias."""

    def __init__(self, engine: type, weights: list):
        self.w = [engine(w) for w in weights]
        self.asked_for_all, self.calls = False, 0

    def __call__(self, inputs):
        self.calls += 1
        if any(isinstance(x, list | tuple) for x in inputs):
            self.asked_for_all = True
            raise TypeError("the model takes one example")
        total = 0.0
        for w, x in zip(self.w, inputs):
            total = total + w * x
        return total

    def parameters(self):
        return self.w

    def zero_grad(self):
        for w in self.w:
            w.grad = 0.0


def number_or_type(x):
    """The number; a Value where a number belongs is said to be one."""
    return f"a {type(x).__name__}" if hasattr(x, "backward") else x


def probe_train(train, case):
    """The weights after training, or the losses on the way."""
    what, weights, inputs, targets, *settings = case
    model = Score(engine_of(train), weights)
    try:
        losses = train(model, inputs, targets, *settings)
    except TypeError:
        if model.asked_for_all:
            return "the model was called with all examples at once"
        raise
    except AttributeError as error:
        start, _, name = str(error).partition("object has no attribute ")
        # a slip of the pen speaks for itself
        if start != "'Value' " or get_close_matches(name, ("'data'", "'grad'")):
            raise
        raise FormError(
            f"{error}. Keep the velocities in a list: not every Value takes new attributes."
        ) from None
    if what == "losses":
        is_list = isinstance(losses, list | tuple)
        return [number_or_type(loss) for loss in losses] if is_list else losses
    after = {"w": [number_or_type(w.data) for w in model.w]}
    if after["w"] == weights:  # nothing moved: was there a gradient?
        after["w.grad"] = [w.grad for w in model.w]
        after |= {"calls of the model": model.calls if model.calls < 2 else "more than one"}
    return after


def training_cases(rng, *momentum) -> list:
    runs = [
        [[1.0], [[2.0]], [1.0], 1, 0.1, *momentum],
        [[-0.5], [[1.0]], [2.0], 1, 0.25, *momentum],
        [[0.0, 1.0], [[1.0, 2.0], [1.0, -1.0]], [3.0, 2.0], 1, 0.05, *momentum],
        [[1.0], [[2.0]], [1.0], 3, 0.1, *momentum],
        [[0.0, 1.0], [[1.0, 2.0], [1.0, -1.0]], [3.0, 2.0], 3, 0.05, *momentum],
        [[0.5], [[2.0]], [1.0], 3, 0.1, *momentum],  # nothing to learn: no reason to stop
        [[1.0], [[2.0]], [1.0], 3, 0.3, *momentum],  # the loss rises: no reason either
        [
            some_numbers(rng, 2, -1, 1),
            [some_numbers(rng, 2, 0.2, 2.0) for _ in range(3)],
            some_numbers(rng, 3, -1, 1),
            4,
            0.05,
            *momentum,
        ],
    ]
    no_step = ["losses", [1.0], [[2.0]], [1.0], 0, 0.1, *momentum]
    return [[what, *run] for what in ("w", "losses") for run in runs] + [no_step]


def training_level(case) -> int:
    """First one step with one example, then more of both, then what is written down."""
    what, _, inputs, _, steps, *_ = case
    if what == "losses":
        return 2 if steps else 3
    return int(steps > 1 or len(inputs) > 1)


def say_training(case) -> str:
    what, weights, inputs, targets, steps, rate, *momentum = case
    examples = ", ".join(f"{listed(x)} → {y:g}" for x, y in zip(inputs, targets))
    score = "w·x" if len(weights) == 1 else "w1·x1 + w2·x2"
    how = f"{rate:g} and momentum {momentum[0]:g}" if momentum else f"{rate:g}"
    return (
        f"{'w after' if what == 'w' else 'the losses of'} the training of the model {score} with "
        f"w = {listed(weights)} on {examples} for {steps} step{'s' * (steps != 1)} at rate {how}"
    )


def fill(layers, unit: float) -> None:
    """Make the parameters unit, 2·unit, 3·unit, ...:

    neuron by neuron, the weights and then the bias.
    """
    parameters = [p for layer in layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)]
    for k, p in enumerate(parameters, start=1):
        p.data = round(k * unit, 6)


def call_twice(network, inputs: list):
    """What a call gives, unless the next call gives something else."""
    first, again = (network(inputs) for _ in range(2))
    numbers = [
        [getattr(x, "data", x) for x in (outputs if isinstance(outputs, list) else [outputs])]
        for outputs in (first, again)
    ]
    plain = all(isinstance(x, Real) for row in numbers for x in row)
    return "another result at every call" if plain and numbers[0] != numbers[1] else first


def ask_for_methods(thing, *names: str) -> None:
    """Raises FormError: the object lacks a method that the task asks for."""
    for name in names:
        if not callable(getattr(type(thing), name, None)):
            raise FormError(
                f"An object of your class {type(thing).__name__} has no method {name}. A method "
                "stands inside the class, as far to the right as __init__; compare its name with "
                "that of the task, letter by letter."
            )


def count_parameters(parameters, layers):
    """How many there are, and how many of the neurons' own are among them.

    Anything else is said by what it is: a list of lists, of neurons, of numbers, no list at all.
    """
    if not isinstance(parameters, list | tuple):
        return parameters
    for kind, is_one in NO_PARAMETERS.items():
        if any(map(is_one, parameters)):
            return f"a list with {kind} in it"
    own = {id(p) for layer in layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)}
    return {
        "parameters": len(parameters),
        "of the neurons' own": len(own & {id(p) for p in parameters}),
    }


NO_PARAMETERS = {
    "lists": lambda p: isinstance(p, list | tuple),
    "plain numbers": lambda p: isinstance(p, Real),
    "whole neurons or layers": lambda p: hasattr(p, "parameters"),
}


def lives_in_the_class(thing, attribute: str) -> bool:
    """Whether a list belongs to the class, so that all objects share it."""
    return getattr(thing, attribute) is vars(type(thing)).get(attribute)


def start_of(layers) -> str:
    """Whether two neurons of one layer, or two layers, have the same numbers."""
    numbers = [
        [tuple(p.data for p in (*neuron.w, neuron.b)) for neuron in layer.neurons]
        for layer in layers
    ]
    if any(len(set(row)) < len(row) for row in numbers):
        return "two neurons of one layer have the same numbers"
    if any(row in numbers[:i] for i, row in enumerate(numbers)):
        return "two layers have the same numbers"
    return "all different"


def slopes_of(layers, run: Callable, inputs: list) -> dict:
    """The gradients that the sum of the outputs sends back; all zero if there is no way back."""
    neurons = [neuron for layer in layers for neuron in layer.neurons]
    values = [type(neurons[0].b)(x) for x in inputs]
    outputs = run(values)
    total, *others = outputs if isinstance(outputs, list | tuple) else [outputs]
    for output in others:
        total = total + output
    if hasattr(total, "backward"):
        total.backward()
    return {
        "of the parameters": [p.grad for neuron in neurons for p in (*neuron.w, neuron.b)],
        "of the inputs": [v.grad for v in values],
    }


@contextmanager
def self_named(attribute: str):
    """Say what is missing when a method looks for ``attribute`` without ``self.``"""
    try:
        yield
    except NameError as error:
        if error.name != attribute:
            raise
        raise FormError(
            f"NameError: {error}. {attribute} belongs to the object, so inside a method it "
            f"is self.{attribute}."
        ) from None


def filled(unit: float) -> str:
    return f"{unit:g}, {2 * unit:g}, {3 * unit:g}, ..."


def make_loss(term: Callable, checked: bool = True, finish=lambda total, n: total / n):
    """A loss: the terms of all examples added up, then finished."""

    def loss(scores, targets):
        if checked and len(scores) != len(targets):
            raise ValueError(f"{len(scores)} predictions but {len(targets)} targets")
        total = 0.0
        for score, target in zip(scores, targets):
            total = total + term(score, target)
        return finish(total, len(scores))

    return loss


def squared_error(prediction, target):
    return (prediction - target) ** 2


mean_squared_error = make_loss(squared_error)


def probe_loss(loss, case):
    numbers, targets = case
    scores, given = [engine_of(loss)(x) for x in numbers], list(targets)
    result = loss(scores, given)
    if isinstance(result, Real) and result:  # a sum over nothing may stay a plain 0.0
        return {"a plain number, no Value": result}
    if not isinstance(result, Real):
        result.backward()
    outcome = {"loss": result, "gradients": [s.grad for s in scores]}
    return outcome if given == targets else outcome | {"the list afterwards": given}


def random_scores(rng, labels: tuple) -> list:
    n = rng.randint(3, 4)
    return [
        [round(rng.uniform(-2, 2), 2) + 0.005 for _ in range(n)],
        [rng.choice(labels) for _ in range(n)],
    ]


PILED_UP = (
    "The gradients are never set back to zero, so each step also gets the gradients of all steps "
    "before it."
)
