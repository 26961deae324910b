"""02.square: The square with one side."""

import mgrad
from mgrad.check.lesson02.shared import Value, number_in, parent_names, pick, say_values
from mgrad.check.task import Mistake, Task


def _multiply(left, right):
    return Value(left.data * right.data, "", (left, right), "*")


def _probe_square(multiply, case):
    given = {name: mgrad.Value(number, name) for name, number in case.items()}
    product = multiply(*(list(given.values()) * 2)[:2])  # one name: it is used twice
    return {"data": number_in(product), "_op": product._op, "_prev": parent_names(product)}


def _say_square(case):
    return f"multiply({', '.join((list(case) * 2)[:2])}), with {say_values(case)}"


def _cases_square(rng):
    return [
        {"v": 3.0},
        {"a": 2.0, "b": -3.0},
        {"p": 3.0, "q": 3.0},
        {"v": 2.0},
        {"a": pick(rng), "b": pick(rng)},
    ]


TASK = Task(
    id="02.square",
    answer_name="multiply",
    kind="function",
    reference=_multiply,
    probe=_probe_square,
    cases=_cases_square,
    say=_say_square,
    notice="Both faults left every number right. The record needs tests of its own.",
    mistakes=(
        Mistake(
            "only-the-number-checked",
            lambda left, right: Value(left.data * right.data, "", {left, right}, "+"),
            (
                "The product is right, but the record of it is wrong in two places. A right "
                "number does not prove a right record."
            ),
            (
                "Compare the picture of multiply(v, v) with the one you expect: its circle, and "
                "the lines that lead into it."
            ),
        ),
        Mistake(
            "children-in-a-set",
            lambda left, right: Value(left.data * right.data, "", {left, right}, "*"),
            (
                "One fault is mended. The parents still pass through a set, and v * v has one "
                "parent left where it should have two."
            ),
            "What does Python print for {3, 3}? And for (3, 3)?",
        ),
        Mistake(
            "operand-order",
            lambda left, right: Value(left.data * right.data, "", (right, left), "*"),
            (
                "The parents are in the wrong order: right stands before left. For a minus that "
                "would change the meaning."
            ),
            "Read the record of multiply(a, b) aloud, from left to right.",
        ),
        Mistake(
            "operation-mislabelled",
            lambda left, right: Value(left.data * right.data, "", (left, right), "+"),
            (
                "One fault is mended: both edges are there. But the record still tells of "
                "another operation than the one that was done."
            ),
            "Read the picture aloud, circle included. Is the sentence true?",
        ),
    ),
)
