"""04.tanh: tanh as one operation."""

import math

from mgrad.check.lesson04.shared import (
    TANH,
    make_operation,
    node_mistakes,
    probe_operation,
    say_operation,
    tanh_slope,
)
from mgrad.check.task import Mistake, Task


def _value_is(value):
    return make_operation(value, tanh_slope)


def _slope_is(slope):
    return make_operation(math.tanh, slope)


def _sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -500 else 0.0


def _many_nodes(v):
    # one node more than asked for; its value and its slope are right
    return TANH(v * 1)


def _tanh_formula(x):
    return (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)


TASK = Task(
    id="04.tanh",
    answer_name="tanh",
    kind="function",
    reference=TANH,
    probe=probe_operation,
    # first the value, then the slope, then what a single node must do in a graph
    level=lambda case: {"data": 0, "alone": 1, "only parent": 1, "behind": 1}.get(case[0], 2),
    cases=lambda rng: [
        *(["data", number, 1] for number in (0.5, -1.0, 2.0, 0.0, -3.0)),
        *(["alone", number, 1] for number in (0.5, -1.0, 2.0, 0.0)),
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
        Mistake("slope-from-input", make_operation(math.tanh, lambda x, y: 1 - x * x)).says(
            "The slope is computed as 1 − n², from the input. The square in 1 − t² is that "
            "of the output.",
            "Can the slope of tanh be negative? What does your formula give at 2?",
        ),
        Mistake("square-forgotten", make_operation(math.tanh, lambda x, y: 1 - y)).says(
            "The slope is computed as 1 − t. At t = −1, far to the left, that would be 2, "
            "but the curve is flat there.",
            "tanh is as steep at −1 as at 1. Which formula treats both sides alike?",
        ),
        Mistake("output-as-slope", make_operation(math.tanh, lambda x, y: y)).says(
            "The node passes on its value as its slope. That is right for exp and for "
            "nothing else here.",
            "At n = 0 the value of tanh is 0. How steep is the curve there?",
        ),
        *node_mistakes("tanh", math.tanh, tanh_slope),
        Mistake(
            "tanh-upside-down",
            make_operation(lambda x: (math.exp(2 * x) + 1) / (math.exp(2 * x) - 1), tanh_slope),
        ).says(
            "The fraction stands on its head: this is 1/tanh. No tanh can be larger than 1, "
            "and at 0 this one divides by zero.",
            "What should tanh be at 0, and which of + and − makes the top of the fraction "
            "zero there?",
        ),
        Mistake("overflow", make_operation(_tanh_formula, tanh_slope)).says(
            "The formula is right in algebra and fails in floating point: e to the power of "
            "2000 is no float any more.",
            "Which function of Python's math module gives the value without this formula?",
        ),
        Mistake("borrowed", lambda v: v.tanh()).says(
            "The task asks for a function that makes the node itself, without v.tanh().",
            "Make the node yourself: compute the number, then call Value with the parent and "
            "the slope.",
        ),
        *[
            Mistake(id, _value_is(value)).says(explanation, "Compute math.tanh(0.5), and compare.")
            for id, value, explanation in [
                (
                    "sigmoid-for-tanh",
                    _sigmoid,
                    "That is the sigmoid, which lies between 0 and 1. tanh lies between −1 and 1.",
                ),
                (
                    "tangent-for-tanh",
                    math.tan,
                    "That is the tangent of an angle, math.tan. tanh is another function.",
                ),
            ]
        ],
        *[
            Mistake(id, _slope_is(slope)).says(explanation, next_step)
            for id, slope, explanation, next_step in [
                (
                    "slope-of-the-sigmoid",
                    lambda x, y: y * (1 - y),
                    "The value is right; the slope t · (1 − t) is that of the sigmoid.",
                    "At 0, where t is 0: how steep is tanh there, and what does your slope say?",
                ),
                (
                    "slope-with-plus",
                    lambda x, y: 1 + y * y,
                    "The slope is computed as 1 + t². Far out, where t is near 1, the curve is "
                    "flat, and yours says 2.",
                    "How steep is tanh at 0, and how steep is it far out?",
                ),
                (
                    "slope-one",
                    lambda x, y: 1.0,
                    "The slope is 1 everywhere. That is right only at 0; far out tanh is flat.",
                    "By how much does tanh(2) change when 2 becomes 2.1?",
                ),
                (
                    "number-as-slope",
                    lambda x, y: x,
                    "The number of v itself is handed over as the slope.",
                    "At 0, how steep is tanh, and what does your slope say?",
                ),
            ]
        ],
        Mistake("several-nodes", _many_nodes).says(
            "Value and slope are right, but v is not the parent of the result: it is built "
            "from several operations. Here tanh is to be one node.",
            "What is in _prev of your result? Which two numbers does a single node need?",
        ),
    ),
)
