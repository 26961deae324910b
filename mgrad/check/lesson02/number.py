"""02.number: A number that can be shown."""

from mgrad.check.lesson02.shared import explained, own_repr, pick
from mgrad.check.task import Mistake, Task


def _probe_number(kind, case):
    what, *data = case
    with explained():
        objects = [kind(number) for number in data]
    if what == "repr":
        return own_repr(objects[0])
    return {f"{name}.data": _stored(thing) for name, thing in zip("ab", objects)}


def _stored(thing):
    """Its data; a forgotten ``self.`` stays an error."""
    others = [] if hasattr(thing, "data") else list(getattr(thing, "__dict__", {}))
    return f"no data, but the name {others[0]}" if others else thing.data


def _say_number(case):
    what, *data = case
    return (
        f"repr(Value({data[0]!r}))"
        if what == "repr"
        else f"a = Value({data[0]!r}), b = Value({data[1]!r})"
    )


class _Number:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data})"


def _number_class(**methods) -> type:
    return type("Value", (_Number,), methods)


TASK = Task(
    id="02.number",
    answer_name="Value",
    kind="class",
    reference=_Number,
    probe=_probe_number,
    cases=lambda rng: [
        ["data", 2.0, -3.0],
        ["repr", 2.0],
        ["repr", 1.0000068814612597],
        ["data", pick(rng), pick(rng)],
        ["repr", rng.uniform(-5, 5)],
    ],
    say=_say_number,
    notice=(
        "Each object keeps its own number, and its text hides no digit: 1.0000068814612597 could "
        "be taken for 1 otherwise."
    ),
    mistakes=(
        Mistake(
            "forgotten-self",
            _number_class(__init__=lambda self, data: None),
            (
                "The number never reaches the object. A name without self. in front is gone when "
                "the method ends."
            ),
            (
                "Where should a.data find the number later? Write that place on the left of the "
                "equals sign."
            ),
        ),
        Mistake(
            "forgotten-self-in-repr",
            _number_class(__repr__=lambda self: f"Value(data={data})"),  # noqa: F821
            (
                "__repr__ looks for a variable called data, and there is none: the data given to "
                "__init__ was gone when that method ended."
            ),
            "Where did __init__ put the number?",
        ),
        Mistake(
            "shared-by-all-objects",
            _number_class(__init__=lambda self, data: setattr(type(self), "data", data)),
            (
                "The number was stored in the class, so all objects share the last one. Each "
                "object must keep its own."
            ),
            "Which name inside __init__ stands for the one object that is being filled?",
        ),
        Mistake(
            "repr-returns-no-text",
            _number_class(__repr__=lambda self: None),
            (
                "__repr__ must return a text. Yours returns something else: a number, or nothing "
                "at all because it prints."
            ),
            "Python does the printing itself. What does it need from you for that?",
        ),
        Mistake(
            "str-instead-of-repr",
            type("Value", (), {"__init__": _Number.__init__, "__str__": _Number.__repr__}),
            (
                "__str__ is what print asks for. When Python shows the object itself, in a list "
                "or at the end of a cell, it asks __repr__."
            ),
            "Which of the two names does the task give?",
        ),
        Mistake(
            "stored-under-another-name",
            type(
                "Value",
                (),
                {
                    "__init__": lambda self, data: setattr(self, "number", data),
                    "__repr__": lambda self: f"Value(data={self.number})",
                },
            ),
            (
                "The number is in the object, but under another name. Everybody else will ask "
                "for data."
            ),
            "What must stand behind self. so that Value(2.0).data finds it?",
        ),
        Mistake(
            "digits-hidden",
            _number_class(__repr__=lambda self: f"Value(data={self.data:.4f})"),
            (
                "The text is rounded to four digits after the point. Two different numbers can "
                "then look the same, just when you are searching for a bug."
            ),
            "Let Python write the number without a format behind a colon.",
        ),
        Mistake(
            "f-forgotten",
            _number_class(__repr__=lambda self: "Value(data={self.data})"),
            (
                "The braces were printed as they stand. Python fills in braces only in a text "
                "that is marked for it."
            ),
            "Which letter goes in front of the quotation mark?",
        ),
    ),
)
