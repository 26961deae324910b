"""04.tanh: tanh as one operation."""

import math

from mgrad.check.lesson04.shared import (
    TANH,
    make_operation,
    no_local,
    node_mistakes,
    probe_operation,
    say_operation,
    tanh_slope,
)
from mgrad.check.task import Mistake, Task


def _tanh_formula(x):
    return (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)


TASK = Task(
    id="04.tanh",
    answer_name="tanh",
    kind="function",
    reference=TANH,
    probe=probe_operation,
    cases=lambda rng: [
        *(["alone", number, 1] for number in (0.5, -1.0, 2.0)),
        ["shared", 0.5, 3],
        ["behind", 0.25, 1],
        ["only parent", 0.5, 1],
        ["far", 1000.0, 1],
        ["alone", round(rng.uniform(0.2, 2), 2), 1],
        ["alone", round(rng.uniform(-2, -0.2), 2), 1],
    ],
    say=say_operation("tanh"),
    hides=("Value.tanh",),
    notice=(
        "One node with one local derivative does the work of five operations. And since the "
        "slope follows from the output, it costs next to nothing."
    ),
    mistakes=(
        Mistake(
            "slope-from-input",
            make_operation(math.tanh, lambda x, y: 1 - x * x),
            (
                "The slope is computed as 1 − n², from the input. The square in 1 − t² is that "
                "of the output."
            ),
            "Can the slope of tanh be negative? What does your formula give at 2?",
        ),
        Mistake(
            "square-forgotten",
            make_operation(math.tanh, lambda x, y: 1 - y),
            (
                "The slope is computed as 1 − t. At t = −1, far to the left, that would be 2, "
                "but the curve is flat there."
            ),
            "tanh is as steep at −1 as at 1. Which formula treats both sides alike?",
        ),
        Mistake(
            "output-as-slope",
            make_operation(math.tanh, lambda x, y: y),
            (
                "The node passes on its value as its slope. That is right for exp and for "
                "nothing else here."
            ),
            "At n = 0 the value of tanh is 0. How steep is the curve there?",
        ),
        *node_mistakes("tanh", math.tanh, tanh_slope),
        no_local(
            "Your Value takes no _local. Write the node as your + does: v is the parent, and "
            "the slope goes into its step."
        ),
        Mistake(
            "tanh-upside-down",
            make_operation(lambda x: (math.exp(2 * x) + 1) / (math.exp(2 * x) - 1), tanh_slope),
            (
                "The fraction stands on its head: this is 1/tanh. No tanh can be larger than 1, "
                "and at 0 this one divides by zero."
            ),
            (
                "What should tanh be at 0, and which of + and − makes the top of the fraction "
                "zero there?"
            ),
        ),
        Mistake(
            "overflow",
            make_operation(_tanh_formula, tanh_slope),
            (
                "The formula is right in algebra and fails in floating point: e to the power of "
                "2000 is no float any more."
            ),
            "Which function of Python's math module gives the value without this formula?",
        ),
        Mistake(
            "borrowed",
            lambda v: v.tanh(),
            "The task asks for a function that makes the node itself, without v.tanh().",
            (
                "Make the node yourself: compute the number, then call Value with the parent and "
                "the slope."
            ),
        ),
    ),
)
