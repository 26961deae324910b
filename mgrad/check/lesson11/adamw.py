"""11.adamw: An optimiser of your own."""

import math

from mgrad.check.lesson11.shared import AdamSteps, values_for
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _make_adamw(change="", **ideas):
    """AdamW; the arguments make the known mistakes."""

    class AdamW:
        def __init__(self, rate, decay):
            self.rate, self.decay, self.adam = rate, decay, AdamSteps(**ideas)

        def step(self, parameters):
            self.adam.steps += 1
            for i, p in enumerate(parameters):
                pull = self.decay * p.data
                added = {
                    "in the gradient": pull,
                    "in both": pull,
                    "as a gradient": self.decay,
                }.get(change, 0.0)
                direction = self.adam.direction(i, p.grad + added)
                if change == "divided":
                    pull = pull / self.adam.size
                pull = {
                    "in the gradient": 0.0,
                    "as a gradient": 0.0,
                    "grows": -pull,
                    "forgotten": 0.0,
                    "no rate": pull / self.rate,
                    "same for all": self.decay,
                    "twice": 2 * pull,
                    "of the new": self.decay * (p.data - self.rate * direction),
                    "bracket": -pull / self.rate,
                    "sign only": self.decay * (1.0 * (p.data > 0) - (p.data < 0)),
                    "squared": pull * p.data,
                    "fading": pull / self.adam.steps,
                }.get(change, pull)
                way = 1 if change == "uphill" else -1
                moved = p.data + way * self.rate * (direction + pull)
                if change == "last only" and i < len(parameters) - 1 or change == "nothing moves":
                    moved = p.data
                p.data = moved

    return AdamW


class _NumbersOnly(_make_adamw()):
    """As with math.sqrt, which stops at an array."""

    def step(self, parameters):
        for p in parameters:
            math.sqrt(p.data * p.data)
        super().step(parameters)


def _probe_adamw(answer, case):
    starts, (rate, decay), steps = case
    if isinstance(starts[0], list):
        return _use_on_tensors(answer, case)
    parameters = values_for(answer, starts)
    try:
        optimiser = answer(rate, decay)
    except TypeError as error:
        raise FormError(f"AdamW is made as AdamW(rate, decay): {error}.") from None
    path = []
    for gradients in steps:
        for p, gradient in zip(parameters, gradients):
            p.grad = gradient
        optimiser.step(parameters)
        path.append([p.data for p in parameters])
    return path


def _use_on_tensors(answer, case):
    import numpy as np

    from mgrad import Tensor

    starts, settings, steps = case
    optimiser, parameters = answer(*settings), [Tensor(np.array(start)) for start in starts]
    for gradients in steps:
        for p, gradient in zip(parameters, gradients):
            p.grad = np.array(gradient)
        with np.errstate(all="ignore"):
            optimiser.step(parameters)
    return [p.data for p in parameters]


def _cases(rng):
    return [
        [[1.0], [0.1, 0.0], [[4.0]]],
        [[1.0], [0.1, 0.0], [[4.0], [-1.0], [2.0]]],
        [[1.0, 2.0], [0.1, 0.0], [[4.0, -0.01], [-1.0, 3.0]]],
        [[10.0], [0.1, 0.5], [[4.0]]],
        [[10.0], [0.1, 0.5], [[0.0], [0.0]]],
        [[10.0, -2.0], [0.1, 0.5], [[4.0, -1.0], [1.0, 2.0]]],
        [some_numbers(rng, 3, 1, 2), [0.05, 0.1], [some_numbers(rng, 3) for _ in range(4)]],
        [[[10.0, -2.0]], [0.1, 0.5], [[[4.0, -1.0]], [[1.0, 2.0]]]],
    ]


def _level(case):
    """Adam, then with several parameters, then the decay, and at last Tensors."""
    starts, (_, decay), _ = case
    if isinstance(starts[0], list):
        return 3
    return 2 if decay else len(starts) > 1


def _say_adamw(case):
    starts, (rate, decay), steps = case
    if isinstance(starts[0], list):
        gradients = ", ".join(listed(gradient) for (gradient,) in steps)
        return (
            f"a Tensor with the numbers {listed(starts[0])}, rate {rate:g}, decay {decay:g} and "
            f"step after step the gradients {gradients}"
        )
    gradients = ", ".join(map(listed, steps))
    return (
        f"parameters {listed(starts)}, rate {rate:g}, decay {decay:g} and step after step the "
        f"gradients {gradients}"
    )


TASK = Task(
    id="11.adamw",
    answer_name="AdamW",
    kind="class",
    reference=_make_adamw(),
    probe=_probe_adamw,
    cases=_cases,
    level=_level,
    say=_say_adamw,
    imports=("numpy",),
    notice="The pull towards 0 does not pass through the means, so it is the same for a weight "
    "with large gradients and for one with small ones. Language models are trained with this "
    "optimiser.",
    mistakes=(
        Mistake("not-corrected", _make_adamw(correct=(False, False))).says(
            "With decay 0 it should be Adam, but the first step is about three times too long: "
            "the means are used without their correction.",
            "What does the lesson divide the two means by before it uses them?",
        ),
        Mistake("one-mean-corrected", _make_adamw(correct=(True, False))).says(
            "With decay 0 it should be Adam, but only one of the two means is corrected: the first "
            "step is more than thirty times too long.",
            "Both means begin at 0. How many of them are corrected?",
        ),
        Mistake("correction-without-power", _make_adamw(powers=False)).says(
            "The first step is right. Later the corrections stay as strong as in the first: the "
            "power never grows.",
            "What does your class count, and where is it used?",
        ),
        Mistake("corrected-mean-kept", _make_adamw(kept="corrected")).says(
            "The first step is right, the second is not: the corrected means are stored, and the "
            "next step builds on them.",
            "How many names do the means need inside step()?",
        ),
        Mistake("one-memory-for-all", _make_adamw(own=False)).says(
            "With one parameter it is right. With two, both write into the same means.",
            "How many means does an optimiser for 100 parameters keep?",
        ),
        Mistake("counted-per-parameter", _make_adamw(count="parameters")).says(
            "With one parameter it is right. With two, the count grows twice in each step.",
            "How often may the count change in one call of step()?",
        ),
        Mistake("counted-from-zero", _make_adamw(count="from zero")).says(
            "In the first step the count is still 0, and 1 − 0.9⁰ is 0.",
            "When does the count grow: before the means are corrected, or after?",
        ),
        Mistake("memory-not-kept", _make_adamw(kept="nothing")).says(
            "The first step is right. In each later one the means begin at 0 again: what the steps "
            "before left is lost.",
            "Where are the means made, and how often does that line run?",
        ),
        Mistake("all-begins-anew", _make_adamw(kept="nothing", powers=False)).says(
            "The first step is right, and each later one is a first step again: means and count "
            "begin anew.",
            "Where do means and count begin, and how often do these lines run?",
        ),
        Mistake("root-forgotten", _make_adamw(root=1.0)).says(
            "The direction is divided by the mean of the squares itself. Its root is missing.",
            "With a gradient that is always 4: what is the mean, and what should divide it?",
        ),
        Mistake("one-fading-for-both", _make_adamw(fading=(0.9, 0.9))).says(
            "The first step is right. Both means fade with 0.9; the mean of the squares has "
            "another number.",
            "Which two numbers does the task name?",
        ),
        Mistake("other-number-in-the-correction", _make_adamw(corrected_by=(0.9, 0.9))).says(
            "The mean of the squares fades with 0.999 and is corrected with 0.9.",
            "By what is a mean too small after one step, if it fades with 0.999?",
        ),
        Mistake("fading-turned", _make_adamw(fading=(0.1, 0.999), corrected_by=(0.9, 0.999))).says(
            "The mean of the gradients takes 0.9 of the new one and keeps 0.1 of the old.",
            "How much of the old mean stays in the formula of the lesson?",
        ),
        Mistake("square-of-the-mean", _make_adamw(squares=lambda gradient, mean: mean * mean)).says(
            "The second memory collects the square of the mean. It is a mean of squares.",
            "With the gradients 4, −4, 4, −4: what is the mean, and how large are the squares?",
        ),
        Mistake("not-squared", _make_adamw(squares=lambda gradient, mean: gradient)).says(
            "The second memory collects the gradients themselves, not their squares.",
            "What can be said of the sign of a number under a root?",
        ),
        Mistake("gradient-over-size", _make_adamw(above="gradient")).says(
            "The size divides the gradient of the moment: the mean of the gradients has no effect.",
            "In the formula, what stands above the line of the fraction?",
        ),
        Mistake("size-forgotten", _make_adamw(above="mean alone")).says(
            "Nothing divides the mean: that is descent with momentum, and large gradients make "
            "large steps.",
            "How long is the first step of Adam, whatever the gradient is?",
        ),
        Mistake("plain-descent", _make_adamw(above="gradient alone")).says(
            "Each parameter moves by the rate times its gradient: that is plain descent, and "
            "neither of the two means has an effect.",
            "How long is the first step of Adam, whatever the gradient is?",
        ),
        Mistake("climbing", _make_adamw("uphill")).says(
            "The parameters go uphill: with a positive gradient one has to become smaller.",
            "Which sign stands before the rate?",
        ),
        Mistake("nothing-moves", _make_adamw("nothing moves")).says(
            "The parameters are where they were: no new number has come into p.data.",
            "p = ... gives the name p to another object. Which object should change?",
        ),
        Mistake("last-parameter-only", _make_adamw("last only")).says(
            "Only the last parameter moves.",
            "Which lines are indented so far that they run for every parameter?",
        ),
        Mistake("bracket-missing", _make_adamw("bracket")).says(
            "Without the bracket the decay is added after the subtraction: the parameter grows, "
            "and the rate has no part in it.",
            "Put in numbers: 10 − 0.1 · (1 + 5), and the same without the bracket.",
        ),
        Mistake("sign-for-the-parameter", _make_adamw("sign only")).says(
            "Every parameter is pulled by the same length. The pull is in proportion to the "
            "parameter.",
            "Which name stands beside the decay in the formula?",
        ),
        Mistake("parameter-squared", _make_adamw("squared")).says(
            "The pull has the square of the parameter. What is squared is the penalty; the pull is "
            "its slope.",
            "Which power of p stands in the formula?",
        ),
        Mistake("pull-fades", _make_adamw("fading")).says(
            "The pull becomes weaker with each step. Only the two means are corrected by the "
            "number of the step.",
            "With a gradient of 0, where is the parameter 10 after two steps at rate 0.1 and decay "
            "0.5?",
        ),
        Mistake("decay-forgotten", _make_adamw("forgotten")).says(
            "That is Adam, and it is right. The decay has no effect yet.",
            "With a gradient of 0, what should become of the parameter 10?",
        ),
        Mistake("decay-in-the-gradient", _make_adamw("in the gradient")).says(
            "The decay is added to the gradient, so it passes through the means and is divided by "
            "the size of the gradients: where they are large, nothing of it is left. That is the "
            "L2 of lesson 6 inside Adam; in AdamW the pull is added after the division.",
            "With a gradient of 0, how far does the parameter 10 go at rate 0.1 and decay 0.5?",
        ),
        Mistake("decay-divided-by-the-size", _make_adamw("divided")).says(
            "The decay does not enter the means, but it is divided by the size of the gradients "
            "too: where they are large, little of it is left.",
            "In the formula, what stands above the line of the fraction, and what beside it?",
        ),
        Mistake("decay-in-both", _make_adamw("in both")).says(
            "The pull is there twice: in the bracket, where it belongs, and in the gradient, from "
            "where it passes through the means.",
            "Which gradient enters the means in the formulas of the lesson?",
        ),
        Mistake("decay-as-a-gradient", _make_adamw("as a gradient")).says(
            "The decay itself is added to the gradient: it passes through the means, and a large "
            "parameter is pulled no more than a small one.",
            "Where in the formula does the decay stand, and what stands beside it?",
        ),
        Mistake("pull-of-the-new", _make_adamw("of the new")).says(
            "The parameter moves first, and the pull is taken of where it then is. The p in the "
            "bracket is the old one.",
            "How often may p.data change before the whole bracket is worked out?",
        ),
        Mistake("decay-without-rate", _make_adamw("no rate")).says(
            "The decay is not multiplied by the rate: the pull is too strong.",
            "In the formula, what does the rate multiply: one term, or the whole bracket?",
        ),
        Mistake("decay-grows", _make_adamw("grows")).says(
            "The parameters are pushed away from 0, not pulled towards it.",
            "With a gradient of 0, should the parameter 10 become larger or smaller?",
        ),
        Mistake("same-pull-for-all", _make_adamw("same for all")).says(
            "Every parameter is pulled by the same length, and a negative one away from 0. The "
            "pull is in proportion to the parameter.",
            "Which name stands beside the decay in the formula?",
        ),
        Mistake("numbers-only", _NumbersOnly).says(
            "With Values all is right. The data of a Tensor is an array, and something in step() "
            "takes single numbers only, as math.sqrt and float() do.",
            "Which way to take a root works for a number and for an array alike?",
        ),
        Mistake("decay-doubled", _make_adamw("twice")).says(
            "The pull is twice as strong as it should be: the slope of decay · p² has a 2, and the "
            "formula of the task has none.",
            "With a gradient of 0, how far does the parameter 10 go at rate 0.1 and decay 0.5?",
        ),
    ),
)
