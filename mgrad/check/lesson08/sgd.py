"""08.sgd: An optimiser of your own."""

from mgrad.check.lesson08.shared import (
    make_optimiser,
    make_velocity,
    probe_optimiser,
    say_optimiser,
)
from mgrad.check.task import Mistake, Task, some_numbers


def _set_to_none(p):
    p.grad = None


def _rebind(self, i, p):
    p -= self.lr * p.grad


class _WithoutMomentum:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


def _sgd_cases(rng):
    return [
        ["steps", [1.0], {"lr": 0.1}, [[4.0]]],
        ["zero_grad", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0, -2.0], {"lr": 0.5}, [[1.0, 2.0], [-4.0, 0.0]]],
        ["generator", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0], {"lr": 0.1, "momentum": 0.5}, [[1.0], [1.0], [1.0]]],
        ["steps", [1.0, 2.0], {"lr": 0.1, "momentum": 0.5}, [[1.0, -2.0], [0.0, 3.0]]],
        [
            "steps",
            some_numbers(rng, 3),
            {"lr": 0.2, "momentum": 0.9},
            [some_numbers(rng, 3) for _ in range(4)],
        ],
    ]


TASK = Task(
    id="08.sgd",
    answer_name="SGD",
    kind="class",
    reference=make_optimiser(make_velocity()),
    probe=probe_optimiser,
    cases=_sgd_cases,
    say=say_optimiser,
    notice=(
        "An optimiser is a list of parameters and a rule. With momentum it also has a memory, "
        "and the object is the place where it is kept."
    ),
    mistakes=(
        Mistake(
            "momentum-to-do",
            _WithoutMomentum,
            (
                "The plain update is right. What is missing is the momentum: the class does not "
                "take it yet."
            ),
            (
                "Give __init__ a third argument momentum=0.0, and a list of velocities that "
                "start at 0."
            ),
        ),
        Mistake(
            "update-makes-new-value",
            make_optimiser(_rebind),
            (
                "Nothing moves. p -= ... makes a new Value under the name p, and the parameter "
                "stays as it was."
            ),
            "Which attribute of p holds the number that should change?",
        ),
        Mistake(
            "climbs",
            make_optimiser(make_velocity(sign=1)),
            "The parameters move along the gradient, so the loss climbs.",
            "Should a parameter with a positive gradient grow or shrink?",
        ),
        Mistake(
            "none-for-zero",
            make_optimiser(make_velocity(), reset=_set_to_none),
            (
                "None is PyTorch's way. The leaf of mgrad adds to a number, and None is no "
                "number: the next backward pass would fail."
            ),
            "What is the gradient of a Value at birth?",
        ),
        Mistake(
            "reset-inside-step",
            make_optimiser(make_velocity(), clears=True),
            (
                "The parameters are right, but step() also clears the gradients. In PyTorch they "
                "stay until zero_grad(), so that you can look at them."
            ),
            "Which of the two methods should touch p.grad?",
        ),
        Mistake(
            "generator-used-up",
            make_optimiser(make_velocity(), keep=lambda parameters: parameters),
            (
                "A generator can be walked only once. zero_grad() used it up, and step() found "
                "nothing left."
            ),
            "What does list(...) make of a generator, and when should that happen?",
        ),
        Mistake(
            "one-velocity-for-all",
            make_optimiser(make_velocity(own=False)),
            (
                "With one parameter all is right. With two, both share one velocity, and each "
                "pushes the other."
            ),
            "How many velocities does an optimiser with 105 parameters need?",
        ),
        Mistake(
            "velocity-forgotten",
            make_optimiser(make_velocity(kept=False)),
            (
                "The momentum has no effect: each step starts from velocity 0, so nothing is "
                "remembered."
            ),
            "Where must the velocity be kept so that the next call of step() finds it?",
        ),
        Mistake(
            "velocity-averaged",
            make_optimiser(make_velocity(averaged=True)),
            (
                "The gradient goes in with the factor 1 − momentum. That makes a mean of "
                "gradients; here the velocity is μ·v + g, with the whole gradient."
            ),
            "What is the velocity after the first step, if v starts at 0?",
        ),
        Mistake(
            "velocity-one-step-late",
            make_optimiser(make_velocity(late=True)),
            (
                "The parameter moves by the velocity of the step before, so the first step moves "
                "nothing."
            ),
            "Which comes first: the new velocity or the move?",
        ),
    ),
)
