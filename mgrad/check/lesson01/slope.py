"""01.slope: Rise over run."""

from mgrad.check.lesson01.shared import (
    both,
    central_difference,
    forward_difference,
    parabola,
    probe_measurement,
    say_measure,
)
from mgrad.check.task import Mistake, Task

TURNED = (
    "The rise is taken backward: old value minus new value turns every slope around.",
    "Does your slope say that the parabola falls at x = 3?",
)
SIGNLESS = (
    "The sign of the rise is lost: at x = −2 the parabola falls, so its slope is negative.",
    "Which part of your code makes every result positive?",
)
UNDIVIDED = (
    "The result is a change of the output: a slope is rise over run.",
    "By how much did the input change? Compare the two changes.",
)
NO_BRACKETS = (
    "Python divides before it subtracts, so only one of the outputs is divided by the run.",
    "Which part of your formula should be worked out first?",
)
RUN_IS_A_PLACE = (
    "The run is built from the place x, but it is how far the input moved.",
    "Draw the two points and mark the horizontal distance between them.",
)


def _at_one_place(f, x, h):
    return (f(x + h) - f(x + h)) / h


def _with_own_nudge(nudge):
    return lambda f, x, h: forward_difference(f, x, nudge)


TASK = Task(
    id="01.slope",
    answer_name="slope",
    kind="function",
    reference=forward_difference,
    probe=probe_measurement,
    cases=lambda rng: [
        ["3x² − 4x + 5", 3.0, 0.01],
        ["3x² − 4x + 5", -2.0, 0.01],
        ["−x", 1.0, 0.5],
        ["x³", -2.0, 0.07],
        ["7", 1.0, 0.1],
        ["3x² − 4x + 5", 3.0, -0.001],
        ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 1)],
        ["3x² − 4x + 5", rng.uniform(-3, -1), -rng.uniform(0.1, 0.4)],
    ],
    say=say_measure,
    notice=(
        "Rise over run. 14.03 is no error in your code: it is the slope of a line through two "
        "points, and the tangent has 14."
    ),
    mistakes=(
        Mistake("rise-without-run", lambda f, x, h: f(x + h) - f(x)).says(
            "That is the rise, the change of the output. A slope is rise over run.",
            "By how much did the input change? Compare the two changes.",
        ),
        Mistake("brackets-missing", lambda f, x, h: f(x + h) - f(x) / h).says(
            "Python divides before it subtracts, so here only f(x) is divided by the run, "
            "not the whole rise.",
            "Which part of your formula should be worked out first?",
        ),
        Mistake("output-nudged", lambda f, x, h: (f(x) + h - f(x)) / h).says(
            "The nudge was added to the output, so every function gets slope 1. The input is "
            "what we move; the output answers.",
            "Put the nudge inside the brackets of f. What does f see then?",
        ),
        Mistake("sign-of-the-rise", lambda f, x, h: (f(x) - f(x + h)) / h).says(
            "The rise is taken backward: old value minus new value turns every slope around.",
            "Does your slope say that the parabola falls at x = 3?",
        ),
        Mistake("rise-without-sign", lambda f, x, h: abs(f(x + h) - f(x)) / h).says(
            SIGNLESS[0], SIGNLESS[1]
        ),
        Mistake("central-difference", central_difference).says(
            "At x = 3 that is 14, the slope of the tangent, because you step to both sides. "
            "Asked is the forward difference, 14.03 there.",
            "One of the two points is x itself. Where is the other one?",
        ),
        Mistake("formula-of-one-parabola", lambda f, x, h: 6 * x - 4).says(
            "That is a formula: it gives 14, the tangent of one parabola. Asked is a "
            "measurement, the forward difference, for any f.",
            "Your answer never calls f. At which two inputs should it?",
        ),
        Mistake("upside-down", lambda f, x, h: h / (f(x + h) - f(x))).says(
            "The fraction stands on its head: this is run over rise. A function that stands "
            "still has rise 0, and then you divide by it.",
            "A steep slope has a large rise for a small run. Is your number large then?",
        ),
        Mistake("backward-difference", lambda f, x, h: (f(x) - f(x - h)) / h).says(
            "The second point lies on the other side, at x − h. Asked is the forward "
            "difference: from x, a nudge of h farther.",
            "With x = 3 and h = 0.01, at which two inputs is f asked?",
        ),
        *(
            Mistake(f"nudge-of-its-own-{digits}", _with_own_nudge(10.0**-digits)).says(
                "The size of the nudge stands in the code, and h has no effect. Whoever calls "
                "slope chooses h.",
                "Call slope with h = 0.5 and with h = 0.1. Should the results be the same?",
            )
            for digits in range(1, 7)
        ),
        Mistake("one-function-for-all", lambda f, x, h: forward_difference(parabola, x, h)).says(
            "The parabola is measured, whatever function is handed in. Asked is the slope of "
            "any f.",
            "Which name stands for the function inside slope? Where do you call it?",
        ),
        Mistake("both-at-the-same-place", _at_one_place).says(
            "Every slope is 0: both outputs are taken at the same place, so there is no rise.",
            "Print the two inputs at which f is asked.",
        ),
        Mistake("run-to-the-origin", lambda f, x, h: (f(x + h) - f(x)) / (x + h)).says(
            "The rise is divided by the new place x + h, but the run is how far the input moved.",
            RUN_IS_A_PLACE[1],
        ),
        Mistake("run-without-brackets", lambda f, x, h: (f(x + h) - f(x)) / x + h - x).says(
            "Python divides before it adds and subtracts, so the rise is divided by x alone, "
            "not by the whole run.",
            "Which part of your formula should be worked out first?",
        ),
        Mistake("multiplied-by-the-run", lambda f, x, h: (f(x + h) - f(x)) * h).says(
            "The rise is multiplied by the run. A slope is the rise for each unit of the run.",
            "If the same rise needs a longer run, is it steeper or flatter?",
        ),
        Mistake("run-without-sign", lambda f, x, h: (f(x + h) - f(x)) / abs(h)).says(
            "For a positive h all is right. A nudge to the left has a negative run, and here "
            "its sign is lost.",
            "Walk downhill to the right, and then back to the left. Is the slope another one?",
        ),
        Mistake("input-for-output", lambda f, x, h: (f(x + h) - x) / h).says(
            "The input x is subtracted from an output. A rise is the difference of two outputs.",
            "What does f give at x itself?",
        ),
        Mistake("old-output-forgotten", lambda f, x, h: f(x + h) / h).says(
            "The new output is divided by the run. A rise is a difference: something is missing.",
            "By how much did the output change? From where?",
        ),
        Mistake("rise-and-run", lambda f, x, h: [f(x + h) - f(x), h]).says(
            "The rise and the run come back side by side. A slope is one number made of both.",
            "How does one number say how steep it is?",
        ),
        both("sign-of-the-rise-undivided", TURNED, UNDIVIDED, lambda f, x, h: f(x) - f(x + h)),
        both("sign-lost-undivided", UNDIVIDED, SIGNLESS, lambda f, x, h: abs(f(x + h) - f(x))),
        both("sign-and-brackets", NO_BRACKETS, TURNED, lambda f, x, h: f(x) - f(x + h) / h),
    ),
)
