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


def make_train(
    each: str,
    first: str = "",
    last: str = "",
    more: int = 0,
    loss_of=lambda predictions, targets: mean_squared_error(predictions, targets),
):
    def train(model, inputs, targets, steps, learning_rate, momentum=0.0):
        def loss():
            return loss_of([model(x) for x in inputs], targets)

        return (
            Loop(loss, model.parameters(), learning_rate, momentum)
            .run(steps + more, each, first)
            .run(1, last)
            .losses
        )

    return train


class Score:
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


def number_or_type(x):
    """The number; a Value where a number belongs is said to be one."""
    return x if isinstance(x, Real) else f"a {type(x).__name__}"


def probe_train(train, case):
    weights, inputs, targets, *settings = case
    model = Score(engine_of(train), weights)
    try:
        losses = train(model, inputs, targets, *settings)
    except AttributeError as error:
        start, _, name = str(error).partition("object has no attribute ")
        # a slip of the pen speaks for itself
        if start != "'Value' " or get_close_matches(name, ("'data'", "'grad'")):
            raise
        raise FormError(
            f"{error}. Keep the velocities in a list: not every Value takes new attributes."
        ) from None
    after = {
        "losses": [number_or_type(loss) for loss in losses],
        "w": [number_or_type(w.data) for w in model.w],
    }
    if after["w"] == weights:  # nothing moved: was there a gradient?
        after["w.grad"] = [w.grad for w in model.w]
    return after


def training_cases(rng, *momentum) -> list:
    return [
        [[1.0], [[2.0]], [1.0], 1, 0.1, *momentum],
        [[1.0], [[2.0]], [1.0], 3, 0.1, *momentum],
        [[0.0, 1.0], [[1.0, 2.0], [1.0, -1.0]], [3.0, 2.0], 3, 0.05, *momentum],
        [[0.5], [[2.0]], [1.0], 3, 0.1, *momentum],  # nothing to learn: no reason to stop
        [[1.0], [[2.0]], [1.0], 3, 0.3, *momentum],  # the loss rises: no reason either
        *(
            [
                some_numbers(rng, 2, -1, 1),
                [some_numbers(rng, 2, 0.2, 2.0) for _ in range(3)],
                some_numbers(rng, 3, -1, 1),
                4,
                0.05,
                *momentum,
            ]
            for _ in range(2)
        ),
    ]


def say_training(case) -> str:
    weights, inputs, targets, steps, rate, *momentum = case
    examples = ", ".join(f"{listed(x)} → {y:g}" for x, y in zip(inputs, targets))
    score = "w·x" if len(weights) == 1 else "w1·x1 + w2·x2"
    and_momentum = f" and momentum {momentum[0]:g}" if momentum else ""
    return (
        f"the model {score} with w = {listed(weights)}, trained on {examples} for {steps} "
        f"step{'s' * (steps > 1)} at rate {rate:g}{and_momentum}"
    )


def fill(layers, unit: float) -> None:
    """Make the parameters unit, 2·unit, 3·unit, ...:

    neuron by neuron, the weights and then the bias.
    """
    parameters = [p for layer in layers for neuron in layer.neurons for p in (*neuron.w, neuron.b)]
    for k, p in enumerate(parameters, start=1):
        p.data = round(k * unit, 6)


def count_parameters(parameters) -> dict:
    parameters = list(parameters)
    return {"parameters": len(parameters), "different ones": len({id(p) for p in parameters})}


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
    return f"with its parameters set to {unit:g}, {2 * unit:g}, {3 * unit:g}, ..."


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
        return f"{result:.4g}, a plain number"
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
