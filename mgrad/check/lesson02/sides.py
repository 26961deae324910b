"""02.sides: A number on the wrong side."""

from mgrad.check.lesson02.shared import (
    Value,
    changed_value,
    ints_wrapped,
    pick,
    probe_class,
    say_class,
    unwrapped_add,
)
from mgrad.check.task import Mistake, Task


def _int_wrapped_add(self, other):
    return unwrapped_add(self, ints_wrapped(self, other))


def _cases_sides(rng):
    v, w = pick(rng), pick(rng)
    return [
        ["data", "total = sum([v, w])", {"v": 3.0, "w": 2.0}],
        ["data", "d = v + 1", {"v": 3.0}],
        ["data", "d = 1 - v", {"v": 3.0}],
        ["data", "d = v - 1", {"v": 3.0}],
        ["data", "d = v - w", {"v": 3.0, "w": 2.0}],
        ["record", "d = v + w", {"v": 3.0, "w": 2.0}],
        ["data", "d = v + 0.5", {"v": 3.0}],
        ["data", "d = 0.5 - v", {"v": 3.0}],
        ["leaves", "d = v + 1", {"v": 3.0}],
        ["aloud", "d = v + 1", {"v": 3.0}],
        ["leaves", "d = 1 - v", {"v": 3.0}],
        ["leaves", "d = 2 * v", {"v": 3.0}],
        ["aloud", "d = 1 - v", {"v": 3.0}],
        ["data", "d = 2 * v - w * 3", {"v": v, "w": w}],
        ["data", "d = 4 - (1 + v) - w", {"v": v, "w": w}],
    ]


TASK = Task(
    id="02.sides",
    answer_name="Draft",
    kind="class",
    reference=Value,
    probe=probe_class,
    cases=_cases_sides,
    say=say_class,
    hides=("Value",),
    notice=(
        "A plain number must be wrapped in every operation, and a reflected method starts from "
        "other. With v = 1 the wrong minus would have looked right."
    ),
    mistakes=(
        Mistake(
            "wrapping-forgotten",
            changed_value(__add__=unwrapped_add, __rsub__=Value.__sub__),
            (
                "__add__ still takes other.data from whatever comes. A plain number has no data, "
                "and sum starts with the plain number 0."
            ),
            "Compare the first lines of __add__ and __mul__.",
        ),
        Mistake(
            "wrapping-only-int",
            changed_value(__add__=_int_wrapped_add),
            (
                "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data "
                "either."
            ),
            "Do not ask what other is not. Ask whether it is a Draft already.",
        ),
        Mistake(
            "wrapping-only-int-reflected-minus-copied",
            changed_value(__add__=_int_wrapped_add, __rsub__=Value.__sub__),
            (
                "Only whole numbers are wrapped: 0.5 is a plain number as well. And 1 - v gives "
                "v - 1: that is the second fault of the class."
            ),
            "How does __mul__ ask whether other must be wrapped?",
        ),
        Mistake(
            "reflected-minus-copied",
            changed_value(__rsub__=Value.__sub__),
            (
                "The plus is mended, and the second fault appears: 1 - v gives v - 1. For 1 - v "
                "Python calls v.__rsub__(1), so self stands on the right."
            ),
            (
                "In __rsub__, which of self and other should come first? If yours has it right: "
                "does the last line of the class put another one in its place?"
            ),
        ),
        Mistake(
            "reflected-calls-itself",
            changed_value(__rsub__=lambda self, other: other - self),
            (
                "__rsub__ computes other - self. That is the very expression that Python could "
                "not do and handed to __rsub__, so it calls itself without end."
            ),
            "Use an operation that a plain number on the left can already do with a Value.",
        ),
        Mistake(
            "wrapped-again",
            changed_value(__add__=lambda self, other: unwrapped_add(self, type(self)(other))),
            (
                "Now every operand is wrapped, also one that is a Value already. The sum holds a "
                "Value where a number should be."
            ),
            "Wrap only what needs it: how does __mul__ ask?",
        ),
    ),
)
