"""11.adam: Adam with a hole in its memory."""

from mgrad.check.lesson11.shared import AdamSteps, values_for
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _make_adam(forgets=(), resets=True, moves=1, **ideas):
    """Adam in the shape of the task; the arguments make the known mistakes."""

    class Adam:
        def __init__(self, parameters, rate):
            self.parameters, self.rate = parameters, rate
            self.adam = AdamSteps(**ideas)

        def zero_grad(self):
            if "means" in forgets:
                self.adam.forget()
            if "count" in forgets:
                self.adam.steps = 0
            for p in self.parameters if resets else []:
                p.grad = 0.0

        def step(self):
            self.adam.steps += 1
            for i, p in enumerate(self.parameters):
                p.data -= moves * self.rate * self.adam.direction(i, p.grad)

    return Adam


def _probe_adam(answer, case):
    what, starts, steps = case
    parameters = values_for(answer, starts)
    if not hasattr(answer, "zero_grad"):
        raise FormError("Adam has no method zero_grad, and needs one.")
    optimiser, path = answer(parameters, 0.1), []
    for gradients in steps:
        if what == "zero_grad":
            optimiser.zero_grad()
        for p, gradient in zip(parameters, gradients):
            p.grad = p.grad + gradient if what == "zero_grad" else gradient
        optimiser.step()
        path.append([p.data for p in parameters])
    return path


def _cases(rng):
    return [
        ["steps", [1.0], [[4.0]]],
        ["steps", [1.0], [[-0.25]]],
        ["steps", [1.0], [[4.0], [-1.0], [2.0]]],
        ["steps", [1.0, 2.0], [[4.0, -0.01], [-1.0, 3.0]]],
        ["zero_grad", [1.0], [[4.0], [4.0]]],
        ["zero_grad", [1.0, 2.0], [[3.0, 0.0], [1.0, 2.0], [-2.0, 0.5]]],
        ["zero_grad", some_numbers(rng, 2), [some_numbers(rng, 2) for _ in range(4)]],
    ]


def _level(case):
    """One step, several steps, with zero_grad before each."""
    if case[0] == "zero_grad":
        return 2
    return int(len(case[2]) > 1)


def _say(case):
    what, starts, steps = case
    gradients = ", ".join(map(listed, steps))
    if what == "zero_grad":
        return (
            f"parameters {listed(starts)}, rate 0.1, zero_grad() before each step, and step after "
            f"step the gradients {gradients}"
        )
    return f"parameters {listed(starts)}, rate 0.1 and step after step the gradients {gradients}"


TASK = Task(
    id="11.adam",
    answer_name="Adam",
    kind="class",
    reference=_make_adam(),
    probe=_probe_adam,
    cases=_cases,
    level=_level,
    say=_say,
    notice="Gradients belong to one step and are cleared; the means belong to the whole run and "
    "are not. Without the correction the first hundred steps are several times too long, and "
    "nobody asked for that.",
    mistakes=(
        Mistake("not-corrected", _make_adam(correct=(False, False))).says(
            "The first step is about three times too long: both means begin at 0 and are used as "
            "they are.",
            "After one step the mean is a tenth of the gradient. What does the lesson divide it "
            "by?",
        ),
        Mistake("nothing-moves", _make_adam(moves=0)).says(
            "No parameter moves: whatever step() computes, no p.data is another number after it.",
            "p = ... gives the name p to another object. Which object should change?",
        ),
        Mistake("one-mean-corrected", _make_adam(correct=(True, False))).says(
            "The mean of the gradients is corrected, the mean of the squares is not: the first "
            "step is more than thirty times too long.",
            "Which of the two means is further away from what it should be after one step?",
        ),
        Mistake("squares-corrected-only", _make_adam(correct=(False, True))).says(
            "The mean of the squares is corrected, the mean of the gradients is not: the first "
            "step is ten times too short.",
            "Both means begin at 0. How many of them are corrected?",
        ),
        Mistake("correction-without-power", _make_adam(powers=False)).says(
            "The first step is right. Later the corrections stay as strong as in the first: the "
            "power never grows.",
            "How large is 1 − 0.9 to the power t in step 50, and what does your class divide by?",
        ),
        Mistake("corrected-mean-kept", _make_adam(kept="corrected")).says(
            "The first step is right, the second is not: the corrected means are stored, and the "
            "next step builds on them. The correction is for the update only.",
            "How many names do the means need inside step()?",
        ),
        Mistake("counted-from-zero", _make_adam(count="from zero")).says(
            "In the first step the count is still 0, so you divide by 1 − 1.",
            "Which number has the first step?",
        ),
        Mistake("counted-per-parameter", _make_adam(count="parameters")).says(
            "With one parameter it is right. With two, the count grows twice in each step, so "
            "the corrections are too weak.",
            "How often may the count change in one call of step()?",
        ),
        Mistake("means-cleared", _make_adam(forgets=("means",))).says(
            "zero_grad() clears the means. It is called before every step, so each step begins "
            "without a memory.",
            "What belongs to a single step, and what to the whole run?",
        ),
        Mistake("means-and-count-cleared", _make_adam(forgets=("means", "count"))).says(
            "zero_grad() clears the means and the count. It is called before every step, so each "
            "step is a first step: its length is always the rate.",
            "What belongs to a single step, and what to the whole run?",
        ),
        Mistake("count-cleared", _make_adam(forgets=("count",))).says(
            "The means are kept now, but zero_grad() sets the count back. It is called before "
            "every step, so each step is corrected as if it were the first.",
            "Which number has the second step, when zero_grad() was called before it?",
        ),
        Mistake("gradients-not-cleared", _make_adam(resets=False)).says(
            "Now zero_grad() leaves the gradients as they are, and they add up from step to step.",
            "Which of the lines in zero_grad() does its name ask for?",
        ),
    ),
)
