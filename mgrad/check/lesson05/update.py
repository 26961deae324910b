"""05.update: The update that changes nothing."""

from collections.abc import Callable

from mgrad import Value
from mgrad.check.lesson05.shared import number_or_type
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task, listed, some_numbers


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


def _replace_number(step: Callable):
    def change(p, rate):
        p.data = step(p.grad, rate)

    return change


def _some(choose: Callable):
    """The right update of some of the parameters."""
    right = _update(_move(lambda grad, rate: rate * grad))
    return lambda parameters, learning_rate: right(choose(parameters), learning_rate)


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
    after = [number_or_type(p.data) for p in parameters]
    if after != numbers:
        return after
    changed = (
        "the objects in the list"
        if any(p is not q for p, q in zip(parameters, given))
        else "nothing"
    )
    return {
        "data": after,
        "changed": changed if [p.grad for p in parameters] == gradients else "the gradients",
    }


TASK = Task(
    id="05.update",
    answer_name="update",
    kind="function",
    reference=_update(_move(lambda grad, rate: rate * grad)),
    probe=_probe_update,
    level=lambda case: case[2] != 1,  # with the rate 1 it is seen whether anything else is wrong
    cases=lambda rng: [
        [[3.0], [1.0], 1.0],
        [[3.0, 5.0, 7.0], [2.0, -1.0, 0.5], 1.0],
        [[1.0], [4.0], 0.1],
        [[1.0, 2.0], [2.0, -1.0], 0.5],
        [some_numbers(rng, 3), some_numbers(rng, 3, 1, 2), 0.25],
    ],
    say=lambda case: (
        f"parameters with data {listed(case[0])} and grad {listed(case[1])}, learning rate "
        f"{case[2]:g}: data afterwards"
    ),
    notice=(
        "A name is a label on an object. Training has to change the number inside the object "
        "(p.data), downhill, and leave the object where the network can find it."
    ),
    mistakes=(
        Mistake("update-rebinds", _update(lambda p, rate: None)).says(
            "No parameter has changed. A statement such as p = ... or p -= ... only puts the "
            "name p on something new; the network still holds the old objects.",
            "Which attribute of p is the number that the network computes with?",
        ),
        Mistake("number-replaced", _update(_replace_number(lambda grad, rate: -rate * grad))).says(
            "The parameter is now the step itself, and where it stood before is forgotten: "
            "=- is no operator, it assigns a number with a minus in front.",
            "Start at 3 with gradient 1 and rate 1: where should it be, and where is it?",
        ),
        Mistake(
            "step-replaces-number", _update(_replace_number(lambda grad, rate: rate * grad))
        ).says(
            "The parameter is now the step itself, and where it stood before is forgotten.",
            "Start at 3 with gradient 1 and rate 1: where should it be, and where is it?",
        ),
        Mistake("first-parameter-only", _some(lambda parameters: parameters[:1])).says(
            "Only the first parameter moves: the function ends in the first round of the "
            "loop, or asks for one entry.",
            "How far is each of your lines indented, and when does Python reach it?",
        ),
        Mistake("last-parameter-only", _some(lambda parameters: parameters[-1:])).says(
            "Only the last parameter moves: the line with the update runs after the loop, once.",
            "How far is your update indented, and how often does it run for three parameters?",
        ),
        Mistake(
            "sign-of-the-gradient",
            _update(_move(lambda grad, rate: rate * ((grad > 0) - (grad < 0)))),
        ).says(
            "Every step has the length of the learning rate: of the gradient only the sign "
            "is used, and it says how far, too.",
            "With gradient 4 and learning rate 0.1, how long is the step? And with gradient 2?",
        ),
        Mistake("gradient-changed", _update(_move_gradient)).says(
            "The data of the parameters did not change: you changed the gradient. It says "
            "where to go; the number that should move is another one.",
            "Which attribute of p is the number that the network computes with?",
        ),
        Mistake("new-values-in-list", _replace).says(
            "The data of the parameters did not change: you put new Values in their place in "
            "the list. The network still holds the old ones.",
            "Which attribute of the old p can be changed, so that the network notices?",
        ),
        Mistake("rate-forgotten", _update(_move(lambda grad, rate: grad))).says(
            "The parameters move by the whole gradient: learning_rate is never used.",
            "With gradient 4 and learning rate 0.1, how long is the step?",
        ),
        Mistake("sign-lost", _update(_move(lambda grad, rate: rate * abs(grad)))).says(
            "Every parameter becomes smaller. Where the gradient is negative, downhill is "
            "the other way: the sign belongs to the step.",
            "Which way should a parameter go whose gradient is −1?",
        ),
        Mistake("rate-fixed", _update(_move(lambda grad, rate: 0.1 * grad))).says(
            "The step always uses the rate 0.1. The function gets its learning rate as an "
            "argument.",
            "What should change when learning_rate is 0.5?",
        ),
        Mistake("climbing", _update(_move(lambda grad, rate: -rate * grad))).says(
            "Now the parameters move, but uphill: the gradient points to where the loss grows.",
            "The gradient is positive, so the loss grows when this parameter grows. Which way "
            "should the parameter go?",
        ),
        Mistake("value-in-data", _update(_nest)).says(
            "data now holds a Value inside the Value: p minus a number is a new Value, with "
            "a graph behind it.",
            "Which part of p do you want on the right side, p itself or the number in it?",
        ),
    ),
)
