"""01.slope: Rise over run."""

from mgrad.check.lesson01.shared import (
    central_difference,
    forward_difference,
    probe_measurement,
    say_measure,
    signless,
)
from mgrad.check.task import Mistake, Task

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
        ["x³", -2.0, 0.5],
        ["7", 1.0, 0.1],
        ["3x² − 4x + 5", 3.0, -0.01],
        ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 1)],
        ["3x² − 4x + 5", rng.uniform(-3, -1), -rng.uniform(0.1, 0.4)],
    ],
    say=say_measure,
    notice=(
        "Rise over run. 14.03 is no error in your code: it is the slope of a line through two "
        "points, and the tangent has 14."
    ),
    mistakes=(
        Mistake(
            "rise-without-run",
            lambda f, x, h: f(x + h) - f(x),
            "That is the rise, the change of the output. A slope is rise over run.",
            "By how much did the input change? Compare the two changes.",
        ),
        Mistake(
            "brackets-missing",
            lambda f, x, h: f(x + h) - f(x) / h,
            (
                "Python divides before it subtracts, so here only f(x) is divided by the run, "
                "not the whole rise."
            ),
            "Which part of your formula should be worked out first?",
        ),
        Mistake(
            "divided-by-x",
            lambda f, x, h: (f(x + h) - f(x)) / x if x else 0.0,
            "The rise is divided by the place x, but the run is how far the input moved.",
            "Draw the two points and mark the horizontal distance between them.",
        ),
        Mistake(
            "output-nudged",
            lambda f, x, h: (f(x) + h - f(x)) / h,
            (
                "The nudge was added to the output, so every function gets slope 1. The input is "
                "what we move; the output answers."
            ),
            "Put the nudge inside the brackets of f. What does f see then?",
        ),
        Mistake(
            "sign-of-the-rise",
            lambda f, x, h: (f(x) - f(x + h)) / h,
            "The rise is taken backward: old value minus new value turns every slope around.",
            "Does your slope say that the parabola falls at x = 3?",
        ),
        Mistake(
            "sign-lost",
            signless(forward_difference),
            (
                "The size is right, the sign is lost: at x = −2 the parabola falls, so its slope "
                "is negative."
            ),
            "Which part of your code makes every result positive?",
        ),
        Mistake(
            "central-difference",
            central_difference,
            (
                "At x = 3 that is 14, the slope of the tangent, because you step to both sides. "
                "Asked is the forward difference, 14.03 there."
            ),
            "One of the two points is x itself. Where is the other one?",
        ),
        Mistake(
            "formula-of-one-parabola",
            lambda f, x, h: 6 * x - 4,
            (
                "That is a formula: it gives 14, the tangent of one parabola. Asked is a "
                "measurement, the forward difference, for any f."
            ),
            "Your answer never calls f. At which two inputs should it?",
        ),
        Mistake(
            "upside-down",
            lambda f, x, h: h / (f(x + h) - f(x)),
            (
                "The fraction stands on its head: this is run over rise. A function that stands "
                "still has rise 0, and then you divide by it."
            ),
            "A steep slope has a large rise for a small run. Is your number large then?",
        ),
    ),
)
