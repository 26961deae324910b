"""08.sgd: An optimiser of your own."""

from mgrad.check.lesson08.shared import (
    make_optimiser,
    make_velocity,
    probe_optimiser,
    say_optimiser,
    set_to_none,
)
from mgrad.check.task import Mistake, Task, some_numbers


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


def _clear_the_number(p):
    p.data = 0.0


class _Exchanged(make_optimiser(make_velocity())):
    def __init__(self, parameters, momentum=0.0, lr=0.001):
        super().__init__(parameters, lr=lr, momentum=momentum)


def _sgd_cases(rng):
    two = {"lr": 0.1, "momentum": 0.5}
    return [
        ["steps", [1.0], {"lr": 0.1}, [[4.0]]],
        ["steps", [1.0], {"lr": 0.5}, [[-2.0]]],
        ["steps", [1.0], {"lr": 0.5}, [[-2.0], [4.0]]],  # the second step moves by its own gradient
        ["zero_grad", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0, -2.0], {"lr": 0.5}, [[1.0, 2.0], [-4.0, 0.0]]],
        ["steps", [1.0], two, [[1.0], [1.0], [1.0]]],
        ["steps", [1.0], two, [[2.0], [-1.0], [0.0]]],
        ["steps", [1.0, 2.0], two, [[1.0, -2.0], [0.0, 3.0]]],
        ["loop", [1.0, 2.0], two, [[1.0, -2.0], [1.0, 3.0]]],
        ["ordered", [1.0], {"lr": 0.1, "momentum": 0.5}, [[1.0], [1.0]]],
        ["generator", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        [
            "steps",
            some_numbers(rng, 3),
            {"lr": 0.2, "momentum": 0.9},
            [some_numbers(rng, 3) for _ in range(4)],
        ],
    ]


def _level(case):
    """A step, zero_grad, two parameters, momentum, all of it."""
    what, starts, options, _ = case
    if what == "steps" and len(starts) < 3:
        return 2 * ("momentum" in options) + len(starts)
    return {"zero_grad": 1}.get(what, 5)


TASK = Task(
    id="08.sgd",
    answer_name="SGD",
    kind="class",
    reference=make_optimiser(make_velocity()),
    probe=probe_optimiser,
    cases=_sgd_cases,
    level=_level,
    say=say_optimiser,
    notice=(
        "An optimiser is a list of parameters and a rule. With momentum it also has a memory, "
        "and the object is the place where it is kept."
    ),
    mistakes=(
        Mistake("momentum-to-do", _WithoutMomentum).says(
            "The plain update is right. What is missing is the momentum: the class does not "
            "take it yet.",
            "What does an optimiser have to remember from one step to the next, and of how many?",
        ),
        Mistake("update-makes-new-value", make_optimiser(_rebind)).says(
            "Nothing moves: no p.data changes. p -= ... would only make a new Value under the name "
            "p, and a list of new numbers reaches no parameter.",
            "Which attribute of p holds the number that should change?",
        ),
        Mistake("update-before-velocity", make_optimiser(make_velocity(rule="old velocity"))).says(
            "Each step moves by the velocity of the step before, so the first one moves nothing: "
            "the gradient of this step is not in it yet.",
            "In which order do the two lines stand, the one for the velocity and the one that "
            "changes p.data?",
        ),
        Mistake("rate-twice", make_optimiser(make_velocity(rule="rate twice"))).says(
            "The rate is a factor twice, for one in the velocity and once more in the step.",
            "By what should a gradient of 4 move the parameter with the rate 0.1?",
        ),
        Mistake("rate-on-the-old-velocity", make_optimiser(make_velocity(rule="rate inside"))).says(
            "The first step is right. Then the rate is multiplied into a velocity that has it "
            "already, so the old velocity fades too fast.",
            "How often is the first gradient multiplied by the rate until the third step?",
        ),
        Mistake("climbs", make_optimiser(make_velocity(sign=1))).says(
            "The parameters move along the gradient, so the loss climbs.",
            "Should a parameter with a positive gradient grow or shrink?",
        ),
        Mistake("none-for-zero", make_optimiser(make_velocity(), reset=set_to_none)).says(
            "None is PyTorch's way. The leaf of mgrad adds to a number, and None is no "
            "number: the next backward pass would fail.",
            "What is the gradient of a Value at birth?",
        ),
        Mistake("reset-inside-step", make_optimiser(make_velocity(), clears=True)).says(
            "The parameters are right, but step() also clears the gradients. In PyTorch they "
            "stay until zero_grad(), so that you can look at them.",
            "Which of the two methods should touch p.grad?",
        ),
        Mistake(
            "generator-used-up", make_optimiser(make_velocity(), keep=lambda parameters: parameters)
        ).says(
            "A generator can be walked only once. zero_grad() used it up, and step() found "
            "nothing left.",
            "What does list(...) make of a generator, and when should that happen?",
        ),
        Mistake("one-velocity-for-all", make_optimiser(make_velocity(own=False))).says(
            "With one parameter all is right. With two, both share one velocity, and each "
            "pushes the other.",
            "How many velocities does an optimiser with 105 parameters need?",
        ),
        Mistake("velocity-forgotten", make_optimiser(make_velocity(kept=False))).says(
            "The momentum has no effect: every step goes as if the velocity before it were 0. "
            "Either it is not kept, or it is kept and not used.",
            "What stands in the line that changes p.data, and where does that come from?",
        ),
        Mistake("velocity-averaged", make_optimiser(make_velocity(averaged=True))).says(
            "The gradient goes in with the factor 1 − momentum. That makes a mean of "
            "gradients; here the velocity is μ·v + g, with the whole gradient.",
            "What is the velocity after the first step, if v starts at 0?",
        ),
        Mistake(
            "zero-grad-clears-data", make_optimiser(make_velocity(), reset=_clear_the_number)
        ).says(
            "zero_grad() sets the parameters themselves to 0, and the gradients stay.",
            "Which attribute of p holds its number, and which its gradient?",
        ),
        Mistake(
            "zero-grad-does-nothing", make_optimiser(make_velocity(), reset=lambda p: None)
        ).says(
            "zero_grad() leaves the gradients as they are.",
            "Is p a number in your loop, or the Value itself?",
        ),
        Mistake("rate-forgotten", make_optimiser(make_velocity(rule="no rate"))).says(
            "The step has the size of the gradient: the rate has no effect.",
            "By what should a gradient of 4 move the parameter with the rate 0.1?",
        ),
        Mistake("velocity-never-fades", make_optimiser(make_velocity(rule="added"))).says(
            "The old velocity goes in whole: without the factor μ it never fades.",
            "With gradient 0 from now on, how should the velocity go on?",
        ),
        Mistake(
            "momentum-on-the-gradient", make_optimiser(make_velocity(rule="gradient scaled"))
        ).says(
            "The momentum multiplies the gradient. It belongs to the old velocity.",
            "With gradient 0 from now on, how should the velocity go on?",
        ),
        Mistake("zero-grad-forgets-velocity", make_optimiser(make_velocity(), forgets="all")).says(
            "zero_grad() also sets the velocities back. It is called before every step, so "
            "nothing would ever be remembered.",
            "What is left of the momentum in a loop that calls zero_grad() before each step?",
        ),
        Mistake("arguments-exchanged", _Exchanged).says(
            "Given without names, rate and momentum have changed places in __init__.",
            "In which order does the task name the arguments?",
        ),
    ),
)
