"""01.central: To both sides."""

from mgrad.check.lesson01.shared import (
    both,
    central_difference,
    probe_measurement,
    say_measure,
)
from mgrad.check.task import Mistake, Task


def _central(behind, run):
    return lambda f, x, h: (f(x + h) - behind(f, x, h)) / run(x, h)


def _right_behind(f, x, h):
    return f(x - h)


def _right_run(x, h):
    return 2 * h


# name, what stands there, what is wrong, a next step
BEHIND = [
    (
        "behind-at-x",
        lambda f, x, h: f(x),
        "behind is measured at x itself. A central difference steps to both sides of x.",
        "Where is behind measured in your code, and where should it be?",
    ),
    (
        "output-nudged",
        lambda f, x, h: f(x) - h,
        "On the other side the nudge was taken from the output. The input is what we move; "
        "the output answers.",
        "Put the step inside the brackets of f. What does f see then?",
    ),
    (
        "input-for-output",
        lambda f, x, h: x - h,
        "behind is an input here, a place. ahead is an output, and a difference needs two "
        "things of the same kind.",
        "Compare your line for behind with the line for ahead.",
    ),
    (
        "place-turned-around",
        lambda f, x, h: f(h - x),
        "behind is measured at h − x, which for x = 3 lies on the other side of 0.",
        "Put x = 3 and h = 0.1 into the brackets of f. Which place comes out?",
    ),
    (
        "two-nudges-back",
        lambda f, x, h: f(x - 2 * h),
        "behind is measured two nudges to the left of x, and ahead one nudge to the right.",
        "Mark x − h, x and x + h on a line. Which of them does your code ask?",
    ),
    (
        "same-side-twice",
        lambda f, x, h: f(x + h),
        "behind is measured at the same place as ahead, so there is no rise.",
        "Print the two inputs at which f is asked.",
    ),
]
RUN = [
    (
        "run-too-short",
        lambda x, h: h,
        "The run is one nudge, but from one end to the other it is farther.",
        "Mark x − h, x and x + h on a line. How far apart are the two ends?",
    ),
    (
        "run-half-a-nudge",
        lambda x, h: h / 2,
        "The run is half a nudge, but from one end to the other it is farther.",
        "Mark x − h, x and x + h on a line. How far apart are the two ends?",
    ),
    (
        "run-squared",
        lambda x, h: h**2,
        "h² says how the error shrinks. The run is a distance between two inputs.",
        "Mark x − h, x and x + h on a line. How far apart are the two ends?",
    ),
    (
        "run-counts-the-calls",
        lambda x, h: 2,
        "The run is 2, whatever h is: that counts the two calls of f, or the two nudges.",
        "How far apart are the two ends for h = 0.1? And for h = 1?",
    ),
    (
        "run-without-sign",
        lambda x, h: abs(2 * h),
        "For a positive h all is right. With a negative h ahead lies on the left, and then "
        "the run from behind to ahead goes to the left as well.",
        "Take h = −0.1. Where does ahead lie, and where behind?",
    ),
    (
        "run-backward",
        lambda x, h: -2 * h,
        "Rise and run go in opposite directions: the rise is ahead minus behind, the run "
        "behind minus ahead. That turns every sign around.",
        "From which end to which do you measure the rise? Measure the run in the same direction.",
    ),
]


def _one_line_wrong():
    for id, behind, what, next_step in BEHIND:
        yield Mistake(id, _central(behind, _right_run)).says(what, next_step)
    for id, run, what, next_step in RUN:
        yield Mistake(id, _central(_right_behind, run)).says(what, next_step)


def _both_lines_wrong():
    for id, behind, what, next_step in BEHIND:
        for other_id, run, other_what, _ in RUN:
            if id != "same-side-twice" and (id, other_id) != ("behind-at-x", "run-too-short"):
                yield both(
                    f"{id}-and-{other_id}",
                    (what, next_step),
                    (other_what, ""),
                    _central(behind, run),
                )


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
        ["3x² − 4x + 5", 3.0, -0.1],
        ["x³", 1.0, 0.37],
        ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 0.4)],
        ["x²", rng.uniform(-3, -1), rng.uniform(0.1, 0.4)],
    ],
    say=say_measure,
    notice=(
        "On a parabola the errors of the two sides cancel, whatever h is. On x³ what is left is h²."
    ),
    mistakes=(
        Mistake("one-side-only", _central(lambda f, x, h: f(x), lambda x, h: h)).says(
            "This is the forward difference: one of the two points is x itself. A central "
            "difference steps to both sides of x.",
            "Where is behind measured in your code, and where should it be?",
        ),
        Mistake("brackets-missing", lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h).says(
            "Python works from left to right: it divides by 2, and then multiplies by h. The "
            "whole run 2h belongs below the line.",
            "Work out 1 / 2 * 10 on paper, and then let Python do it.",
        ),
        Mistake("run-is-zero", _central(_right_behind, lambda x, h: x + h - x - h)).says(
            "The run comes out as 0, or as what rounding leaves of it. A minus in front of a "
            "sum reaches only the next number, unless there are brackets.",
            "Print run. How far apart are the two inputs?",
        ),
        Mistake("run-is-the-rise", lambda f, x, h: 1.0).says(
            "Every slope is 1: rise and run are the same number. The rise is a distance of "
            "outputs, the run one of inputs.",
            "On your drawing of the line with x − h, x and x + h: what is the run there?",
        ),
        Mistake("rise-without-run", lambda f, x, h: f(x + h) - f(x - h)).says(
            "That is the rise, the change of the output. A slope is rise over run.",
            "By how much did the input change, from one end to the other?",
        ),
        Mistake("upside-down", lambda f, x, h: 2 * h / (f(x + h) - f(x - h))).says(
            "The fraction stands on its head: this is run over rise.",
            "A steep slope has a large rise for a small run. Is your number large then?",
        ),
        *_one_line_wrong(),
        *_both_lines_wrong(),
    ),
)
