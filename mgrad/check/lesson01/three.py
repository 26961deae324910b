"""01.three: Two wrong slopes out of three."""

from mgrad.check.judge import show
from mgrad.check.lesson01.shared import FUNCTIONS
from mgrad.check.task import Mistake, Task

START, A, B, C, AB, ABC = (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 1, 1)


def _three_slopes(*measurements):
    """Each measurement:

    how many nudges a, b and c have had before and after it, and the run in nudges.
    """

    def three_slopes(f, a, b, c, h):
        def at(nudges):
            return f(a + nudges[0] * h, b + nudges[1] * h, c + nudges[2] * h)

        return [(at(after) - at(before)) / (run * h) for before, after, run in measurements]

    return three_slopes


def _probe_three(answer, case):
    name, inputs, h = case
    return answer(FUNCTIONS[name], *inputs, h)


def _say_three(case):
    return f"f = {case[0]} at a, b, c = {show(case[1])[1:-1]} with h = {case[2]:g}"


TASK = Task(
    id="01.three",
    answer_name="three_slopes",
    kind="function",
    reference=_three_slopes((START, A, 1), (START, B, 1), (START, C, 1)),
    probe=_probe_three,
    cases=lambda rng: [
        ["a·b + c", [2.0, -3.0, 10.0], 0.001],
        ["a·b·c", [1.0, 2.0, 3.0], 0.5],
        ["a·b·c", [rng.uniform(1, 3), rng.uniform(-3, -1), rng.uniform(2, 4)], 0.25],
    ],
    say=_say_three,
    notice=(
        "One nudge at a time, and each measurement starts from the same point: that makes a "
        "slope a partial derivative."
    ),
    mistakes=(
        Mistake(
            "nudge-not-undone",
            _three_slopes((START, A, 1), (START, AB, 1), (START, ABC, 1)),
            (
                "The first slope is right, then each one contains those before it: the nudges "
                "stay, so a still stands off its place when b is measured."
            ),
            "Print a, b and c before each of the three measurements.",
        ),
        Mistake(
            "one-nudge-left",
            _three_slopes((START, A, 1), (START, B, 1), (START, (0, 1, 1), 1)),
            (
                "The slopes in a and b are right now, but b still stands off its place when c is "
                "measured."
            ),
            (
                "Print a, b and c before the last measurement. Are all three where they were at "
                "the start?"
            ),
        ),
        Mistake(
            "only-b-put-back",
            _three_slopes((START, A, 1), (START, AB, 1), (START, (1, 0, 1), 1)),
            (
                "b is put back after its turn, but a is not: it still stands off its place when "
                "b and c are measured."
            ),
            "Print a, b and c before each of the three measurements.",
        ),
        Mistake(
            "starting-point-moved",
            _three_slopes((START, A, 1), (A, AB, 1), (AB, ABC, 1)),
            (
                "Each slope is now one nudge alone, but the later ones are measured at another "
                "place: a stays moved when b is measured."
            ),
            "With a·b + c the slope in b is the value of a. Which a does your answer show?",
        ),
        Mistake(
            "run-stretched",
            _three_slopes((START, A, 1), (START, AB, 2), (START, ABC, 3)),
            (
                "The runs were made longer to fit inputs that walked away. But the rise still "
                "mixes several inputs, and no run can separate them again."
            ),
            "Which inputs moved between before and the last measurement? Which one should have?",
        ),
    ),
)
