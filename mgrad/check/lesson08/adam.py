"""08.adam: Adam."""

import math

from mgrad.check.lesson08.shared import (
    make_optimiser,
    probe_optimiser,
    say_optimiser,
)
from mgrad.check.task import Mistake, Task, some_numbers


def _adam(
    own=True,
    correct=(True, True),
    stored=False,
    count="steps",
    swapped=False,
    square="g²",
    above="mean",
    root=math.sqrt,
    eps_inside=False,
    ignores="",
    sign=-1,
):
    """The update of Adam, with one idea changed."""

    def move(self, i, p):
        name = i if own else "all"
        m, v, t = self.memory.get(name, (0.0, 0.0, 0))
        t = {
            "steps": self.t,
            "never": 1,
            "zero": self.t - 1,
            "parameters": self.memory.get("count", 0) + 1,
        }[count]
        self.memory["count"] = t
        betas = (0.9, 0.999) if ignores == "betas" else self.betas
        eps = 1e-8 if ignores == "eps" else self.eps
        first, second = betas[::-1] if swapped else betas
        m = first * m + (1 - first) * p.grad
        into = {"g²": p.grad**2, "|g|": abs(p.grad)}[square]
        v = second * v + (1 - second) * into
        mean = m / (1 - first**t) if correct[0] else m
        spread = v / (1 - second**t) if correct[1] else v
        if above == "gradient":
            mean = p.grad
        self.memory[name] = (mean, spread, t) if stored else (m, v, t)
        below = root(spread + eps) if eps_inside else root(spread) + eps
        p.data += sign * self.lr * mean / below

    return move


class _WithoutBetas(make_optimiser(_adam())):
    def __init__(self, parameters, lr=0.001, eps=1e-8):
        super().__init__(parameters, lr, eps=eps)


class _WithoutEps(make_optimiser(_adam())):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999)):
        super().__init__(parameters, lr, betas=betas)


def _adam_cases(rng):
    return [
        ["steps", [1.0], {"lr": 0.1}, [[4.0]]],
        ["steps", [1.0], {"lr": 0.5}, [[-5.0]]],
        ["zero_grad", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0], {"lr": 0.1}, [[4.0], [-1.0]]],
        ["steps", [1.0], {"lr": 0.1}, [[1.0], [2.0], [0.5]]],
        ["steps", [1.0, 2.0], {"lr": 0.1}, [[4.0, -0.01], [-1.0, 3.0]]],
        ["steps", [1.0], {"lr": 0.1, "eps": 0.5}, [[0.2], [0.4]]],
        ["steps", [1.0], {"lr": 0.1, "betas": [0.5, 0.75]}, [[1.0], [3.0], [-2.0]]],
        ["loop", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0], [1.0, 2.0]]],
        ["ordered", [1.0], {"lr": 0.1, "betas": [0.5, 0.75], "eps": 0.5}, [[1.0], [3.0]]],
        ["steps", [1.0], {}, [[4.0]]],
        ["generator", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", some_numbers(rng, 3), {"lr": 0.05}, [some_numbers(rng, 3) for _ in range(4)]],
    ]


def _level(case):
    """One step, zero_grad, several steps, several parameters, the options, all of it."""
    what, starts, options, gradients = case
    if what != "steps" or options == {} or len(starts) > 2:
        return 1 if what == "zero_grad" else 6
    if len(options) > 1:
        return 4 if "eps" in options else 5
    if len(starts) == 2:
        return 3
    return 0 if len(gradients) == 1 else 2


TASK = Task(
    id="08.adam",
    answer_name="Adam",
    kind="class",
    reference=make_optimiser(_adam()),
    probe=probe_optimiser,
    cases=_adam_cases,
    level=_level,
    say=say_optimiser,
    notice=(
        "The first step has the length lr for every parameter, however small its gradient is: "
        "only the sign counts. Later the steps shrink where the gradients change sign."
    ),
    mistakes=(
        Mistake("not-corrected", make_optimiser(_adam(correct=(False, False)))).says(
            "The corrections are missing. m and v start at 0, so the first means are far too "
            "small, and v more so than m: the first step is about three times too long.",
            "What is m after the first step, compared with the gradient? What does dividing "
            "by 1 − β₁ make of it?",
        ),
        Mistake("one-mean-corrected", make_optimiser(_adam(correct=(True, False)))).says(
            "v is not corrected, and what stands above it has the full size of the gradient: the "
            "first step comes out more than thirty times too long.",
            "v starts at 0. How large is it after the first step, compared with the square of the "
            "gradient?",
        ),
        Mistake("corrected-mean-kept", make_optimiser(_adam(stored=True))).says(
            "The first step is right, the second is not: you keep the corrected means, and "
            "the next step builds on them. The correction is only for the update.",
            "Which four names do the formulas have for the means, and which two of them go "
            "on to the next step?",
        ),
        Mistake("counted-per-parameter", make_optimiser(_adam(count="parameters"))).says(
            "With one parameter all is right. With two, t grows twice in each step, so the "
            "corrections are too weak.",
            "How often does t change in one call of step()?",
        ),
        Mistake("counted-from-zero", make_optimiser(_adam(count="zero"))).says(
            "t is 0 in the first step, so 1 − β₁ᵗ is 0, and you divide by it.",
            "What should t be in the first step?",
        ),
        Mistake("one-memory-for-all", make_optimiser(_adam(own=False))).says(
            "With one parameter all is right. With two, both write into the same means.",
            "How many numbers m does an optimiser with 105 parameters need?",
        ),
        Mistake("root-forgotten", make_optimiser(_adam(root=lambda x: x))).says(
            "The update divides by the mean of the squares, without the root.",
            "If all gradients double, what happens to m, to v, and to the step? It should "
            "stay the same.",
        ),
        Mistake("betas-swapped", make_optimiser(_adam(swapped=True))).says(
            "The two β are swapped: β₁ belongs to the mean of the gradients, β₂ to the mean "
            "of their squares.",
            "Which mean should have the longer memory, 0.9 or 0.999?",
        ),
        Mistake("eps-inside-root", make_optimiser(_adam(eps_inside=True))).says(
            "ε stands under the root. It is added after the root is taken; with a tiny ε you "
            "would hardly see the difference.",
            "Read the bottom of the fraction in the last formula once more.",
        ),
        Mistake("nothing-moves", make_optimiser(lambda self, i, p: None)).says(
            "No parameter moves: whatever step() computes, no p.data is another number after it.",
            "p = ... gives the name p to another object. Which object should change?",
        ),
        Mistake("without-betas", _WithoutBetas).says(
            "__init__ takes no betas, so nobody can give your optimiser two others. The task names "
            "all four arguments: parameters, lr, betas and eps.",
            "How would somebody ask your class for the pair (0.5, 0.75)?",
        ),
        Mistake("betas-ignored", make_optimiser(_adam(ignores="betas"))).says(
            "With the usual betas all is right. With others nothing changes: step() computes with "
            "0.9 and 0.999, whatever is given.",
            "Where does step() get its two β from?",
        ),
        Mistake("without-eps", _WithoutEps).says(
            "__init__ takes no eps, so nobody can give your optimiser another one. The task names "
            "all four arguments: parameters, lr, betas and eps.",
            "How would somebody ask your class for an eps of 0.5?",
        ),
        Mistake("eps-ignored", make_optimiser(_adam(ignores="eps"))).says(
            "With the usual ε all is right. With a large one nothing changes: step() adds a tiny "
            "number, or none, whatever is given.",
            "Where does step() get its ε from?",
        ),
        Mistake("climbs", make_optimiser(_adam(sign=1))).says(
            "The parameters move along the gradient, so the loss climbs.",
            "Which sign does the last formula have?",
        ),
        Mistake(
            "generator-used-up", make_optimiser(_adam(), keep=lambda parameters: parameters)
        ).says(
            "A generator can be walked only once. zero_grad() used it up, and step() found "
            "nothing left.",
            "How did you solve this in SGD?",
        ),
        Mistake("size-for-square", make_optimiser(_adam(square="|g|"))).says(
            "v is made of the sizes of the gradients, not of their squares.",
            "If all gradients double, what happens to m, to the root of v, and to the step? It "
            "should stay the same.",
        ),
        Mistake("gradient-for-mean", make_optimiser(_adam(above="gradient"))).says(
            "The first step is right. Later the gradient itself stands above, not its mean.",
            "Which letter stands above in the last formula, and what is it made of?",
        ),
        Mistake("correction-without-power", make_optimiser(_adam(count="never"))).says(
            "The first step is right. Later the corrections stay as strong as at the start: "
            "β is never raised to the power t, or t never grows.",
            "How large is 1 − β₁ᵗ after 100 steps, and what does your code make of it?",
        ),
        Mistake("reset-inside-step", make_optimiser(_adam(), clears=True)).says(
            "The parameters are right, but step() also clears the gradients. In PyTorch they "
            "stay until zero_grad(), so that you can look at them.",
            "Which of the two methods should touch p.grad?",
        ),
        Mistake("zero-grad-does-nothing", make_optimiser(_adam(), reset=lambda p: None)).says(
            "zero_grad() leaves the gradients as they are.",
            "Is p a number in your loop, or the Value itself?",
        ),
        Mistake("zero-grad-forgets-means", make_optimiser(_adam(), forgets="all")).says(
            "zero_grad() also sets the means back. It is called before every step, so nothing "
            "would ever be remembered.",
            "What is left of m in a loop that calls zero_grad() before each step?",
        ),
        Mistake("zero-grad-forgets-means-only", make_optimiser(_adam(), forgets="means")).says(
            "zero_grad() also sets the means back, though not t. It is called before every "
            "step, so nothing would ever be remembered.",
            "What is left of m in a loop that calls zero_grad() before each step?",
        ),
        Mistake("another-default-rate", make_optimiser(_adam(), default=0.01)).says(
            "Made without a rate, your optimiser takes steps of another length than 0.001.",
            "Which value has lr in the line with def in the task?",
        ),
        Mistake("another-default-rate-of-sgd", make_optimiser(_adam(), default=0.1)).says(
            "Made without a rate, your optimiser takes steps a hundred times as long.",
            "Which value has lr in the line with def in the task?",
        ),
    ),
)
