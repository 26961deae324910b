"""04.relu: A relu that passed its test."""

from mgrad.check.lesson04.shared import (
    RELU,
    make_operation,
    node_mistakes,
    probe_operation,
    relu_of_number,
    relu_slope,
    say_operation,
)
from mgrad.check.task import Mistake, Task

TASK = Task(
    id="04.relu",
    answer_name="relu",
    kind="function",
    reference=RELU,
    probe=probe_operation,
    # first the value, then the slope, then what a node must do in a graph
    level=lambda case: {"data": 0, "alone": 1, "below 1": 1, "parent": 1, "behind": 1}.get(
        case[0], 2
    ),
    cases=lambda rng: [
        *(["data", number, 1] for number in (3.0, -2.0, 0.0, 0.5)),
        *(["alone", number, 1] for number in (3.0, -2.0, 0.0)),
        ["below 1", 0.5, 1],
        ["shared", 2.0, 3],
        ["inside", 2.0, -3],
        ["behind", 0.75, 1],
        ["parent", 2.0, 1],
        ["new node", 2.0, 1],
        ["alone", round(rng.uniform(1.5, 4), 2), 1],
        ["alone", round(rng.uniform(-4, -0.5), 2), 1],
        ["alone", 60.0, 1],
    ],
    say=say_operation("relu"),
    hides=("Value.relu",),
    notice=(
        "The slope of relu is 1 or 0, never anything else. At v = 1 the faulty slope was 1 as "
        "well: the author's only test stood at the one point on the right where the fault cannot "
        "be seen."
    ),
    mistakes=(
        Mistake("relu-passes-output", make_operation(relu_of_number, lambda x, y: y)).says(
            "On the right side your slope grows with v. But relu is a straight line there, "
            "and a straight line is equally steep everywhere.",
            "By how much does relu(3) change when 3 becomes 3.1?",
        ),
        Mistake(
            "slope-small-below-one", make_operation(relu_of_number, lambda x, y: min(y, 1.0))
        ).says(
            "Below 1 your slope is too small. relu is a straight line there too.",
            "By how much does relu(0.2) change when 0.2 becomes 0.3?",
        ),
        Mistake("slope-one-everywhere", make_operation(relu_of_number, lambda x, y: 1.0)).says(
            "The slope is 1 even where relu is flat. On the left the output stays 0 however "
            "the input moves.",
            "By how much does relu(−2) change when −2 becomes −1.9?",
        ),
        Mistake(
            "slope-at-the-kink", make_operation(relu_of_number, lambda x, y: float(x >= 0))
        ).says(
            "Only the corner is off. At exactly 0 there is no one slope; mgrad and PyTorch "
            "both take the flat side.",
            "Which comparison is false at 0?",
        ),
        Mistake(
            "gradient-where-negative", make_operation(relu_of_number, lambda x, y: float(x < 0))
        ).says(
            "The two sides have changed places: the slope is 1 where relu is flat, and 0 "
            "where it rises.",
            "Sketch the curve of relu. On which side does it rise?",
        ),
        *node_mistakes("relu", relu_of_number, relu_slope),
        Mistake("borrowed", lambda v: v.relu()).says(
            "The task asks for a function that makes the node itself, without v.relu().",
            "Keep the given lines, and look at the one number in them that says how steep "
            "the curve is.",
        ),
        *[
            Mistake(id, make_operation(value, relu_slope)).says(
                explanation, "What should relu(−2), relu(0) and relu(3) be?"
            )
            for id, value, explanation in [
                ("absolute-value", abs, "The value is the absolute value: on the left relu is 0."),
                (
                    "negative-side",
                    lambda x: min(0.0, x),
                    "The value is that of the other side: negative numbers pass and positive "
                    "ones become 0.",
                ),
                (
                    "identity",
                    lambda x: x,
                    "The value is v's number itself, also on the left, where relu is 0.",
                ),
                (
                    "leaky-value",
                    lambda x: x if x > 0 else 0.01 * x,
                    "The value is not 0 on the left, as in a leaky relu.",
                ),
            ]
        ],
        *[
            Mistake(id, make_operation(relu_of_number, slope)).says(explanation, next_step)
            for id, slope, explanation, next_step in [
                (
                    "leaky-slope",
                    lambda x, y: 1.0 if x > 0 else 0.01,
                    "A little slope is left where relu is flat, as in a leaky relu. Here the "
                    "output stays 0 however the input moves.",
                    "By how much does relu(−2) change when −2 becomes −1.9?",
                ),
                (
                    "sign-as-slope",
                    lambda x, y: float((x > 0) - (x < 0)),
                    "On the left the slope is −1. That is the slope of the absolute value.",
                    "By how much does relu(−2) change when −2 becomes −1.9?",
                ),
                (
                    "half-at-the-corner",
                    lambda x, y: 0.5 if x == 0 else float(x > 0),
                    "Only the corner is off: the mean of both sides. The task names another "
                    "number.",
                    "Which slope does the task ask for at exactly 0?",
                ),
                (
                    "input-as-slope",
                    lambda x, y: x,
                    "The number of v is handed over as the slope. But relu is a straight line on "
                    "the right, and flat on the left.",
                    "By how much does relu(3) change when 3 becomes 3.1?",
                ),
            ]
        ],
        Mistake("v-itself", lambda v: v if v.data > 0 else RELU(v)).says(
            "On the right v itself comes back. The result of an operation is a node of its "
            "own: whoever changes or reads it means relu(v), not v.",
            "After out = relu(v), what happens to v when somebody changes out.data?",
        ),
    ),
)
