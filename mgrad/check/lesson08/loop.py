"""08.loop: A loop that looks like PyTorch."""

from numbers import Real

from mgrad import Value, mean_squared_error
from mgrad.check.lesson08.shared import make_optimiser, make_velocity
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


class _Model:
    """A weighted sum with a bias."""

    def __init__(self, start):
        self.values = [Value(x) for x in start]

    def __call__(self, x):
        return Value.dot(self.values[:-1], x, self.values[-1])

    def parameters(self):
        return self.values

    def zero_grad(self):
        for p in self.values:
            p.grad = 0.0


def _train(in_loop=False, reset="before", graphs=False, once=False, measured="before", count=0):
    """Training loops with one or more of the slips."""

    def train(model, make_optimiser, inputs, targets, steps):
        optimiser, losses = make_optimiser(model.parameters()), []
        for _ in range(steps + count):
            if in_loop:
                optimiser = make_optimiser(model.parameters())
            if not (once and losses):
                loss = mean_squared_error([model(x) for x in inputs], targets)
            if measured == "before":
                losses.append(loss if graphs else loss.data)
            if reset == "before":
                optimiser.zero_grad()
            if reset == "data":
                for p in model.parameters():
                    p.data = 0.0
            loss.backward()
            if reset == "after backward":
                optimiser.zero_grad()
            optimiser.step()
            if measured == "after":
                losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
        return losses

    return train


def _probe_train(train, case):
    start, inputs, targets, steps = case
    model, sgd = _Model(start), make_optimiser(make_velocity())
    made = []

    def make(parameters):
        made.append(sgd(parameters, lr=0.1, momentum=0.5))
        return made[-1]

    losses = train(model, make, inputs, targets, steps)
    if not made and losses is not None:
        raise FormError(
            "This call of train makes no optimiser for its model. One that is kept from an earlier "
            "call holds the parameters of another model."
        )
    if losses is None:
        return None
    if not hasattr(losses, "__iter__") or isinstance(losses, str):
        raise FormError(
            f"Return all the losses in a list, one for each step. It is a {type(losses).__name__}."
        )
    losses = list(losses)
    if any(isinstance(loss, str) for loss in losses):
        raise FormError(
            "The losses in your list are texts. A program cannot compute with them: leave out "
            "str(...) or the f-string."
        )
    held = sorted({type(loss).__name__ for loss in losses if not isinstance(loss, Real)}) or [
        "plain numbers"
    ]
    numbers = [loss if isinstance(loss, Real) else getattr(loss, "data", None) for loss in losses]
    result = {"the losses": numbers, "held in the list": ", ".join(held)}
    if len(numbers) > 1 and len(set(numbers)) == 1:  # did at least the parameters move?
        same = [p.data for p in model.values] == start
        result |= {"the parameters": "as before" if same else "other numbers"}
    return result


def _say_train(case):
    start, inputs, targets, steps = case
    examples = ", ".join(f"{listed(x)} → {y:g}" for x, y in zip(inputs, targets))
    return (
        f"a model with parameters {listed(start)}, the examples {examples}, SGD with rate 0.1 "
        f"and momentum 0.5, {steps} step{'s' * (steps > 1)}"
    )


def _train_cases(rng):
    return [
        [[1.0, 0.0], [[1.0]], [3.0], 1],
        [[1.0, 0.0], [[1.0]], [3.0], 4],
        [[0.5, -1.0, 0.2], [[1.0, 0.5], [-0.5, 1.0]], [1.0, -1.0], 3],
        [
            some_numbers(rng, 3),
            [some_numbers(rng, 2, -1, 1) for _ in range(3)],
            some_numbers(rng, 3),
            5,
        ],
    ]


MOMENTUM = (
    "The momentum is forgotten: a new optimiser is made in every step, and a new one has no "
    "velocity yet."
)
RESET = "The gradients of all steps pile up: they are not set back in every step."
GRAPH = "The list holds Values, not numbers, and each of them keeps its whole graph alive."
WHERE = {
    "momentum": "How often should the optimiser be made, and where?",
    "reset": "How often does backward() add to what is there, and what takes it away again?",
    "graph": "What is loss.data, and what is loss?",
}


TASK = Task(
    id="08.loop",
    answer_name="train",
    kind="function",
    reference=_train(),
    probe=_probe_train,
    cases=_train_cases,
    say=_say_train,
    notice=(
        "One optimiser for the whole run, a reset in every step, numbers in the list. Not one of "
        "the three slips raises an error, in PyTorch either."
    ),
    mistakes=(
        Mistake("as-it-was", _train(True, "", True)).says(
            "The list holds Values, not numbers: each keeps its whole graph alive. And there "
            "are two more slips, which show in the losses once they are numbers.",
            "Begin with the line that appends. What is loss.data, and what is loss?",
        ),
        Mistake("momentum-and-reset", _train(True, "")).says(
            "The list is mended. The losses still go astray from the second step on, for two "
            "reasons: one concerns the gradients, the other the velocity.",
            "Print a p.grad before each backward, and ask how long one optimiser lives.",
        ),
        Mistake("momentum-and-graph", _train(True, "before", True)).says(
            f"The reset is there. {GRAPH}", WHERE["graph"]
        ),
        Mistake("reset-and-graph", _train(False, "", True)).says(
            f"The optimiser now lives through all steps. {GRAPH}", WHERE["graph"]
        ),
        Mistake("momentum-forgotten", _train(True)).says(
            f"The list and the reset are mended. {MOMENTUM}", WHERE["momentum"]
        ),
        Mistake("reset-forgotten", _train(False, "")).says(
            f"The list and the optimiser are mended. {RESET}", WHERE["reset"]
        ),
        Mistake("graph-kept", _train(False, "before", True)).says(
            f"The training is right. {GRAPH}", WHERE["graph"]
        ),
        Mistake("gradient-erased", _train(False, "after backward")).says(
            "The losses never change, and neither do the parameters: step() finds no gradients "
            "(what is cleared after backward() is gone), or is never called, or it is that of "
            "another optimiser than the one made for this model.",
            "Follow one p.grad: which line fills it, which line clears it, and which uses it?",
        ),
        Mistake("graph-built-once", _train(once=True)).says(
            "The parameters move, but the losses never change: the loss is computed once, "
            "and its graph and its number stay those of the first step.",
            "Which lines have to be inside the loop because the parameters change?",
        ),
        Mistake("measured-after-the-update", _train(measured="after")).says(
            "Each loss is measured after its update. Asked for is the loss before it: the "
            "first one is that of the model as it came.",
            "What is the loss of a model that has not been trained at all yet, and is it there?",
        ),
    ),
)
