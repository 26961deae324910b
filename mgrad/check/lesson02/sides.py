"""02.sides: A number on the wrong side."""

from mgrad.check.lesson02.shared import (
    OneSided,
    Value,
    changed_value,
    endless,
    ints_wrapped,
    pick,
    probe_class,
    say_class,
    unwrapped_add,
)
from mgrad.check.task import Mistake, Task


def _int_wrapped_add(self, other):
    return unwrapped_add(self, ints_wrapped(self, other))


def _plus_without_record(self, other):
    if isinstance(other, int | float):
        return self._make(self.data + other, (self,), "+")
    return Value.__add__(self, other)


def _plus_a_leaf(self, other):
    if isinstance(other, int | float):
        return type(self)(self.data + other)
    return Value.__add__(self, other)


def _zero_is_nothing(self, other):
    return self if isinstance(other, int | float) and other == 0 else Value.__add__(self, other)


def _minus_changes_self(self, other):
    self.data = -self.data
    return self + other


def _minus_recorded_as_plus(self, other):
    return self._make(other - self.data, (self._wrap(other), self), "+")


def _asks_the_package(self, other):
    if isinstance(other, int | float):
        raise ImportError("mgrad.engine.Value is hidden while this answer is checked")
    return Value.__add__(self, other)


def _parents_exchanged(self, other):
    other = self._wrap(other)
    return self._make(self.data + other.data, (other, self), "+")


class _NoReflection(OneSided):
    """Plus, times and minus, with nothing for a number on the left."""


def _without(name) -> type:
    methods = {k: v for k, v in vars(Value).items() if k.startswith("__r") and k != name}
    return type("Draft", (OneSided,), methods)


def _cases_sides(rng):
    """Each has its level: Drafts, numbers on the right, on the left, then the minus, the record."""
    v, w = pick(rng), pick(rng)
    return [
        [0, "record", "d = v + w", {"v": 3.0, "w": 2.0}],
        [0, "data", "d = v * w", {"v": 3.0, "w": 2.0}],
        [1, "data", "d = v + 1", {"v": 3.0}],
        [1, "data", "d = v + 0.5", {"v": 3.0}],
        [1, "data", "d = v * 2", {"v": 3.0}],
        [2, "data", "total = sum([v, w])", {"v": 3.0, "w": 2.0}],
        [2, "data", "d = 1 + v", {"v": 3.0}],
        [2, "data", "d = 2 * v", {"v": 3.0}],
        [3, "data", "d = v - w", {"v": 3.0, "w": 2.0}],
        [3, "data", "d = v - 1", {"v": 3.0}],
        [4, "data", "d = 1 - v", {"v": 3.0}],
        [4, "data", "d = 0.5 - v", {"v": 3.0}],
        [5, "after", "d = v + w", {"v": 3.0, "w": 2.0}],
        [5, "after", "d = v - w", {"v": 3.0, "w": 2.0}],
        [5, "after", "d = 1 - v", {"v": 3.0}],
        [6, "leaves", "d = v + 1", {"v": 3.0}],
        [6, "aloud", "d = v + 1", {"v": 3.0}],
        [6, "new", "d = v + 0", {"v": 3.0}],
        [7, "leaves", "d = 1 - v", {"v": 3.0}],
        [7, "leaves", "d = 2 * v", {"v": 3.0}],
        [7, "aloud", "d = 1 - v", {"v": 3.0}],
        [7, "aloud", "d = v - w", {"v": 3.0, "w": 2.0}],
        [8, "data", "d = 2 * v - w * 3", {"v": v, "w": w}],
        [8, "data", "d = 4 - (1 + v) - w", {"v": v, "w": w}],
    ]


TASK = Task(
    id="02.sides",
    answer_name="Draft",
    kind="class",
    reference=Value,
    probe=lambda kind, case: probe_class(kind, case[1:]),
    cases=_cases_sides,
    level=lambda case: case[0],
    say=lambda case: say_class(case[1:]),
    hides=("Value",),
    notice=(
        "A plain number must be wrapped in every operation, and a reflected method starts from "
        "other. With v = 1 the wrong minus would have looked right."
    ),
    mistakes=(
        Mistake("wrapping-forgotten", changed_value(__add__=unwrapped_add)).says(
            "__add__ still takes other.data from whatever comes. A plain number has no data, "
            "and sum starts with the plain number 0.",
            "Compare the first lines of __add__ and __mul__.",
        ),
        Mistake("wrapping-only-int", changed_value(__add__=_int_wrapped_add)).says(
            "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data "
            "either.",
            "Do not ask what other is not. Ask whether it is a Draft already.",
        ),
        Mistake("reflected-minus-copied", changed_value(__rsub__=Value.__sub__)).says(
            "The plus takes plain numbers, and 1 - v gives v - 1. For 1 - v Python calls "
            "v.__rsub__(1), so self stands on the right.",
            "In __rsub__, which of self and other should come first? If yours has it right: "
            "does the last line of the class put another one in its place?",
        ),
        Mistake("reflected-calls-itself", changed_value(__rsub__=endless)).says(
            "1 - v calls itself without end, as when __rsub__ repeats other - self, the very "
            "expression that Python could not do and handed to it.",
            "Which operations can a plain number on the left already do with a Draft?",
        ),
        Mistake(
            "wrapped-again",
            changed_value(__add__=lambda self, other: unwrapped_add(self, type(self)(other))),
        ).says(
            "Now every operand is wrapped, also one that is a Value already. The sum holds a "
            "Value where a number should be.",
            "Wrap only what needs it: how does __mul__ ask?",
        ),
        Mistake("operand-order", changed_value(__add__=_parents_exchanged)).says(
            "The sum records its parents in the wrong order: w + v for v + w.",
            "In v + w, which of the two is self?",
        ),
        Mistake("init-missing", type("Draft", (), {})).says(
            "Python finds no __init__ in the class, so no Draft can be made from a number.",
            "Only two lines of the broken class are at fault. What became of the others?",
        ),
        Mistake("another-engine", changed_value(__add__=_asks_the_package)).says(
            "The number is wrapped in something of the package. A Draft is a class of its own, "
            "and the package's objects are no Drafts.",
            "Of which class is the object that __mul__ makes of a plain number?",
        ),
        Mistake("reflected-missing", _NoReflection).says(
            "For a number on the left Python asks the number first, and then looks for a "
            "reflected method. The class has lost them.",
            "sum([v, w]) begins with 0 + v. Which method did the broken class have for it?",
        ),
        Mistake("reflected-times-missing", _without("__rmul__")).says(
            "For 2 * v Python finds no method: the reflected times is gone.",
            "Which three names stood in the last line of the broken class?",
        ),
        Mistake("reflected-plus-missing", _without("__radd__")).says(
            "For 0 + v Python finds no method: the reflected plus is gone, and sum needs it.",
            "Which three names stood in the last line of the broken class?",
        ),
        Mistake("reflected-minus-missing", _without("__rsub__")).says(
            "For 1 - v Python finds no method: the reflected minus is gone.",
            "Which three names stood in the last line of the broken class?",
        ),
        Mistake("reflected-plus-calls-itself", changed_value(__radd__=endless)).says(
            "1 + v calls itself without end, as when __radd__ repeats other + self, the very "
            "expression that Python could not do and handed to it.",
            "A sum may be taken in any order. What does that mean for self and other?",
        ),
        Mistake("minus-turned", changed_value(__sub__=lambda self, other: other + self * -1)).says(
            "v - w gives w - v now. In __sub__ self is the left side; only in the reflected "
            "method it is the right one.",
            "v - 1 was right in the broken class. Which of the two minus is at fault?",
        ),
        Mistake(
            "both-signs-turned", changed_value(__rsub__=lambda self, other: self * -1 + other * -1)
        ).says(
            "1 - v gives −1 − v: both sides are turned, and only one is taken away.",
            "Which of self and other should count negative in 1 - v?",
        ),
        Mistake(
            "result-is-plain-number", changed_value(__rsub__=lambda self, other: other - self.data)
        ).says(
            "1 - v is a plain number. It has no data and no memory of v.",
            "What kind of thing should 1 - v be, so that (1 - v) * w works?",
        ),
        Mistake("nothing-returned", changed_value(__rsub__=lambda self, other: None)).says(
            "1 - v gives None: the method works it out, if it does, and hands nothing back.",
            "Which word hands a value back to whoever called the method?",
        ),
        Mistake("self-missing", changed_value(__rsub__=lambda other: other)).says(
            "Python hands over two things, the object and the other side, and __rsub__ has "
            "names for another number of them.",
            "Compare the first line of your __rsub__ with that of __sub__.",
        ),
        Mistake(
            "changes-itself-instead-of-making-a-new-node",
            changed_value(__rsub__=_minus_changes_self),
        ).says(
            "1 - v turns the sign of v itself. An operation leaves its ingredients alone and "
            "makes a new node.",
            "Look at v.data before and after 1 - v.",
        ),
        Mistake("number-not-recorded", changed_value(__add__=_plus_without_record)).says(
            "The sum with a plain number is right, but its record has one parent: the number "
            "is missing, so it says that 3 alone makes 4.",
            "Draw v + 1 and read the picture aloud.",
        ),
        Mistake("nothing-to-do-for-zero", changed_value(__add__=_zero_is_nothing)).says(
            "v + 0 is v itself, and no new node. Whoever changes the result changes v, and "
            "sum([v]) gives v back.",
            "How many Drafts should there be after d = v + 0?",
        ),
        Mistake("minus-recorded-as-plus", changed_value(__rsub__=_minus_recorded_as_plus)).says(
            "The number is right, and the record says 1 + 3 is −2.",
            "Draw 1 - v and read the picture aloud.",
        ),
        Mistake("memory-not-filled-of-plus", changed_value(__add__=_plus_a_leaf)).says(
            "v + 1 has the right number, but it is a leaf: v is not found below it.",
            "Draw v + 1: is there a way from v to the result?",
        ),
        Mistake(
            "memory-not-filled",
            changed_value(__rsub__=lambda self, other: type(self)(other - self.data)),
        ).says(
            "1 - v has the right number, but it is a leaf: v is not found below it.",
            "Draw 1 - v: is there a way from v to the result?",
        ),
    ),
)
