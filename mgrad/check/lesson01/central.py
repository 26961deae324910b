"""01.central: To both sides."""

from mgrad.check.lesson01.shared import (
    central_difference,
    forward_difference,
    probe_measurement,
    say_measure,
    signless,
)
from mgrad.check.task import Mistake, Task


def _unfinished(f, x, h):
    raise NameError("name 'behind' is not defined")


TASK = Task(
    id="01.central",
    answer_name="central",
    kind="function",
    reference=central_difference,
    probe=probe_measurement,
    cases=lambda rng: [
        ["x²", 3.0, 0.25],
        ["3x² − 4x + 5", 3.0, 0.1],
        ["3x² − 4x + 5", -2.0, 0.1],
        ["−x", 1.0, 0.5],
        ["x³", 1.0, 0.5],
        ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 0.4)],
        ["x²", rng.uniform(-3, -1), rng.uniform(0.1, 0.4)],
    ],
    say=say_measure,
    notice=(
        "On a parabola the errors of the two sides cancel, whatever h is. On x³ what is left is h²."
    ),
    mistakes=(
        Mistake(
            "run-too-short",
            lambda f, x, h: (f(x + h) - f(x - h)) / h,
            (
                "Every slope comes out twice too large: the rise goes from x − h to x + h, but "
                "the run covers only half of that way."
            ),
            "Mark x − h, x and x + h on a line. How far apart are the two ends?",
        ),
        Mistake(
            "one-side-only",
            forward_difference,
            (
                "This is the forward difference: one of the two points is x itself. A central "
                "difference steps to both sides of x."
            ),
            "Where is behind measured in your code, and where should it be?",
        ),
        Mistake(
            "run-too-long",
            lambda f, x, h: (f(x + h) - f(x)) / (2 * h),
            (
                "Every slope comes out about half as large: the rise starts at x, but the run "
                "counts the way from x − h."
            ),
            "At which input did you measure behind?",
        ),
        Mistake(
            "output-nudged",
            lambda f, x, h: (f(x + h) - (f(x) - h)) / (2 * h),
            (
                "On the other side the nudge was taken from the output. The input is what we "
                "move; the output answers."
            ),
            "Put the step inside the brackets of f. What does f see then?",
        ),
        Mistake(
            "run-from-x",
            lambda f, x, h: (f(x + h) - f(x - h)) / (2 * x),
            (
                "The run is built from the place x. But it is a distance, from one input to the "
                "other, the same at every x."
            ),
            "Subtract the two inputs from each other on paper. Does x survive?",
        ),
        Mistake(
            "sign-lost",
            signless(central_difference),
            (
                "The size is right, the sign is lost: at x = −2 the parabola falls, so its slope "
                "is negative."
            ),
            "Which part of your code makes every result positive?",
        ),
        Mistake(
            "brackets-missing",
            lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
            (
                "Python works from left to right: it divides by 2, and then multiplies by h. The "
                "whole run 2h belongs below the line."
            ),
            "Work out 1 / 2 * 10 on paper, and then let Python do it.",
        ),
        Mistake(
            "input-for-output",
            lambda f, x, h: (f(x + h) - (x - h)) / (2 * h),
            (
                "behind is an input here, a place. ahead is an output, and a difference needs "
                "two things of the same kind."
            ),
            "Compare your line for behind with the line for ahead.",
        ),
        Mistake(
            "run-backward",
            lambda f, x, h: (f(x + h) - f(x - h)) / (-2 * h),
            (
                "Rise and run go in opposite directions: the rise is ahead minus behind, the run "
                "behind minus ahead. That turns every sign around."
            ),
            (
                "From which end to which do you measure the rise? Measure the run in the same "
                "direction."
            ),
        ),
        Mistake(
            "used-before-made",
            _unfinished,
            "A name is used before it has a value: the last line needs both behind and run.",
            "Which of the two names gets no value above the last line?",
        ),
    ),
)
