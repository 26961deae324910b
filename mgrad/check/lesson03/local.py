"""03.local: Five local derivatives."""

from mgrad.check.lesson03.shared import RULES, WRONG_RULES, signed, write_number
from mgrad.check.task import Mistake, Task


def _local_with(rules):
    return lambda operation, left, right: rules[operation](left, right)


def _probe_local(answer, case):
    found = answer(*case)
    if case[0] == "**" and isinstance(found, list | tuple) and len(found) == 2:
        return "a tuple with two entries"
    return found


TASK = Task(
    id="03.local",
    answer_name="local_derivatives",
    kind="function",
    reference=_local_with(RULES),
    probe=_probe_local,
    cases=lambda rng: [
        ["+", 2.0, -3.0],
        ["-", 5.0, 3.0],
        ["*", 2.0, -3.0],
        ["*", -2.0, 3.0],
        ["/", 6.0, 2.0],
        ["/", -6.0, 2.0],
        ["/", 6.0, -2.0],
        ["/", -6.0, -2.0],
        ["**", 2.0, 3.0],
        ["**", 5.0, 2.0],
        ["**", 2.0, -1.0],
        ["**", -3.0, 3.0],
        ["**", 0.0, 2.0],
        ["**", 2.0, 1.0],
        *[[operation, *signed(rng, "xy").values()] for operation in "+-*/"],
        ["**", rng.uniform(1.5, 3), rng.uniform(-2, 4)],
    ],
    say=lambda case: (
        f"left {case[0]} right with left = {write_number(case[1])}, right = {write_number(case[2])}"
    ),
    notice=(
        "Five small rules. Nothing else about calculus is needed to differentiate any expression "
        "made of these operations."
    ),
    mistakes=(
        *[
            Mistake(wrong.id, _local_with(wrong.answer), wrong.explanation, wrong.next_step)
            for wrong in WRONG_RULES
        ],
        Mistake(
            "sum-gives-operands",
            _local_with(RULES | {"+": lambda left, right: (left, right)}),
            (
                "Your sum hands out the values of its parents. But how fast a sum moves does not "
                "depend on how large its parts are."
            ),
            (
                "Compare 2 + (−3) with 2.001 + (−3), and 100 + (−3) with 100.001 + (−3). What "
                "changes, and by how much?"
            ),
        ),
        Mistake(
            "bare-number",
            _local_with(RULES | {"**": lambda base, k: k * base ** (k - 1)}),
            (
                "For the power a bare number comes back. A step walks along the entries of a "
                "tuple, so one entry needs a tuple too, and it is the comma that makes it: "
                "(slope) is a number, (slope,) is a tuple."
            ),
            "What are type((5)) and type((5,))?",
        ),
        Mistake(
            "exponent-as-parent",
            _local_with(RULES | {"**": lambda base, k: (k * base ** (k - 1), 0.0)}),
            (
                "Your power has two entries, but only one parent. The exponent is a plain "
                "number, not a parent: it receives no gradient."
            ),
            "How many Values go into a ** 3?",
        ),
    ),
)
