"""01.three: Two wrong slopes out of three."""

from mgrad.check.judge import show
from mgrad.check.lesson01.shared import FUNCTIONS
from mgrad.check.task import Mistake, Task

START, A, B, C, AB, ABC = (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 1, 1)
BACK_AC = (-1, 0, 1)  # a was taken back twice


def _three_slopes(*measurements):
    """Each measurement:

    how many nudges a, b and c have had before and after it, and the run in nudges.
    """

    def three_slopes(f, a, b, c, h):
        def at(nudges):
            return f(a + nudges[0] * h, b + nudges[1] * h, c + nudges[2] * h)

        return [(at(after) - at(before)) / (run * h) for before, after, run in measurements]

    return three_slopes


_right = _three_slopes((START, A, 1), (START, B, 1), (START, C, 1))


def _numbers_put_back(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a, b = 2, b + h
    slope_in_b = (f(a, b, c) - before) / h
    b, c = -3, c + h
    return [slope_in_a, slope_in_b, (f(a, b, c) - before) / h]


def _probe_three(answer, case):
    name, inputs, h = case
    return answer(FUNCTIONS[name], *inputs, h)


def _say_three(case):
    return f"f = {case[0]} at a, b, c = {show(case[1])[1:-1]} with h = {case[2]:g}"


TASK = Task(
    id="01.three",
    answer_name="three_slopes",
    kind="function",
    reference=_right,
    probe=_probe_three,
    cases=lambda rng: [
        ["a·b + c", [2.0, -3.0, 10.0], 0.001],
        ["a·b·c", [1.0, 2.0, 3.0], 0.5],
        # in sixteenths: what is added and taken back leaves no rounding behind
        ["a·b·c", [rng.randint(*ends) / 16 for ends in ((16, 48), (-48, -16), (32, 64))], 0.25],
    ],
    say=_say_three,
    notice=(
        "One nudge at a time, and each measurement starts from the same point: that makes a "
        "slope a partial derivative."
    ),
    mistakes=(
        Mistake(
            "nudge-not-undone", _three_slopes((START, A, 1), (START, AB, 1), (START, ABC, 1))
        ).says(
            "The first slope is right, then each one contains those before it: the nudges "
            "stay, so a still stands off its place when b is measured.",
            "Print a, b and c before each of the three measurements.",
        ),
        Mistake(
            "one-nudge-left", _three_slopes((START, A, 1), (START, B, 1), (START, (0, 1, 1), 1))
        ).says(
            "The slopes in a and b are right now, but b still stands off its place when c is "
            "measured.",
            "Print a, b and c before the last measurement. Are all three where they were at "
            "the start?",
        ),
        Mistake(
            "only-b-put-back", _three_slopes((START, A, 1), (START, AB, 1), (START, (1, 0, 1), 1))
        ).says(
            "b is put back after its turn, but a is not: it still stands off its place when "
            "b and c are measured.",
            "Print a, b and c before each of the three measurements.",
        ),
        Mistake(
            "starting-point-moved", _three_slopes((START, A, 1), (A, AB, 1), (AB, ABC, 1))
        ).says(
            "Each slope is now one nudge alone, but the later ones are measured at another "
            "place: a stays moved when b is measured.",
            "With a·b + c the slope in b is the value of a. Which a does your answer show?",
        ),
        Mistake(
            "run-stretched", _three_slopes((START, A, 1), (START, AB, 2), (START, ABC, 3))
        ).says(
            "The runs were made longer to fit inputs that walked away. But the rise still "
            "mixes several inputs, and no run can separate them again.",
            "Which inputs moved between before and the last measurement? Which one should have?",
        ),
        Mistake(
            "all-inputs-nudged", _three_slopes((START, ABC, 1), (START, ABC, 1), (START, ABC, 1))
        ).says(
            "All three entries are the same: a, b and c are nudged at once, so you measured "
            "the sum of all slopes.",
            "For one slope, which inputs should move, and which should stand still?",
        ),
        Mistake(
            "one-input-three-times", _three_slopes((START, A, 1), (START, A, 1), (START, A, 1))
        ).says(
            "All three entries are the slope in a: the same input is nudged every time.",
            "Which input does each of your three calls of f nudge?",
        ),
        Mistake("example-put-back", _numbers_put_back).says(
            "The numbers of the example, 2 and −3, are put back. With other inputs the later "
            "measurements start from a place that nobody asked for.",
            "How can the function know where a was, whatever number that is?",
        ),
        Mistake("formula-of-one-function", lambda f, a, b, c, h: [b, a, 1.0]).says(
            "That is a formula for a·b + c. Asked is a measurement, for any function of three "
            "inputs.",
            "Where does your code call f?",
        ),
        Mistake(
            "put-back-twice", _three_slopes((START, A, 1), (START, B, 1), (START, BACK_AC, 1))
        ).says(
            "The first slope is right. But a is taken back twice, so it stands too low in the end. "
            "Only the input that is asked about may stand off its place.",
            "Print a, b and c before each of the three measurements, and compare with the start.",
        ),
        Mistake(
            "undivided", lambda f, a, b, c, h: [h * slope for slope in _right(f, a, b, c, h)]
        ).says(
            "The entries are changes of the output, and a slope is rise over run.",
            "Compare the first entry with h.",
        ),
    ),
)
