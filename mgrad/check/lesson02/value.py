"""02.value: Your Value, complete."""

from mgrad.check.lesson02.shared import (
    ABCF,
    OneSided,
    Value,
    changed_value,
    changes_itself,
    hash_of_data,
    ints_wrapped,
    pick,
    probe_class,
    say_class,
    set_of_parents,
    unwrapped_add,
)
from mgrad.check.task import Mistake, Task


def _same_data(self, other):
    return self.data == other.data


def _subtract_as_plus(self, other):
    other = self._wrap(other)
    return self._make(self.data - other.data, (self, other), "+")


def _cases_value(rng):
    a, b = pick(rng), pick(rng)
    return [
        ["attributes", "", {}],
        ["record", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * a", {"a": 3.0}],
        ["data", "d = a + 1", {"a": 3.0}],
        ["data", "d = a * 2", {"a": 3.0}],
        ["data", "d = 1 + a", {"a": 3.0}],
        ["data", "d = 2 * a", {"a": 3.0}],
        ["data", "d = -a", {"a": 3.0}],
        ["data", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["data", "d = a - 1", {"a": 3.0}],
        ["data", "d = 1 - a", {"a": 3.0}],
        ["data", "d = a + 0.5", {"a": 3.0}],
        ["data", "d = a * 0.5", {"a": 3.0}],
        ["data", "d = 0.5 - a", {"a": 3.0}],
        ["leaves", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["aloud", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["aloud", "d = -a", {"a": 3.0}],
        ["leaves", "d = a - 1", {"a": 3.0}],
        ["aloud", "d = a - 1", {"a": 3.0}],
        ["leaves", "d = a + 1", {"a": 3.0}],
        ["aloud", "d = a + 1", {"a": 3.0}],
        ["leaves", "d = a * 2", {"a": 3.0}],
        ["aloud", "d = a * 2", {"a": 3.0}],
        ["leaves", "d = 1 + a", {"a": 3.0}],
        ["leaves", "d = 2 * a", {"a": 3.0}],
        ["aloud", "d = 2 * a", {"a": 3.0}],
        ["leaves", "d = 1 - a", {"a": 3.0}],
        ["aloud", "d = 1 - a", {"a": 3.0}],
        ["new", "d = a * 1", {"a": 3.0}],
        ["new", "d = a + 0", {"a": 3.0}],
        ["new", "d = 1 * a", {"a": 3.0}],
        ["new", "d = a - 0", {"a": 3.0}],
        ["after", "d = a - b", {"a": 3.0, "b": 5.0}],
        ["after", "d = -a", {"a": 3.0}],
        ["repr", "d = v", {"v": 1.0000068814612597}],
        ["graph", "L = (a * b + c) * f", ABCF],
        ["graph", "y = x * x + 3", {"x": 3.0}],
        ["equal", "", {}],
        ["data", "d = sum([a, b, 1]) * (2 - a) - 3 * b", {"a": a, "b": b}],
        ["leaves", "d = 1 - a * b", {"a": a, "b": b}],
        ["aloud", "d = 1 - a * b - (a - 2) * b", {"a": a, "b": b}],
    ]


TASK = Task(
    id="02.value",
    answer_name="Value",
    kind="class",
    reference=Value,
    probe=probe_class,
    cases=_cases_value,
    say=say_class,
    hides=("Value",),
    notice=(
        "That is a complete number with a memory. Run the next cell: draw_dot reads nothing but "
        "what you recorded."
    ),
    mistakes=(
        Mistake(
            "wrapping-forgotten",
            changed_value(_wrap=lambda self, other: other),
            (
                "A plain number on the right has no data. It must be wrapped in a Value first, "
                "and that in every operation."
            ),
            "What is other in a + 1?",
        ),
        Mistake(
            "wrapping-only-int",
            changed_value(_wrap=ints_wrapped),
            (
                "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data "
                "either."
            ),
            "Do not ask what other is not. Ask whether it is a Value already.",
        ),
        Mistake(
            "equal-means-same",
            changed_value(__eq__=_same_data),
            (
                "Two Values with the same number are taken for one, because == compares their "
                "numbers. That is the fault of task 7."
            ),
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake(
            "hash-by-value",
            changed_value(__eq__=_same_data, __hash__=hash_of_data),
            (
                "Two Values with the same number are taken for one, also in a set. That is the "
                "fault of task 7, and __hash__ does not mend it."
            ),
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake(
            "minus-recorded-as-plus",
            changed_value(__sub__=_subtract_as_plus),
            "The record says 3 + 5 is −2. Draw a - b and read the picture aloud.",
            "Either the circle says minus, or the second parent is the negative of b.",
        ),
        Mistake(
            "minus-recorded-as-plus-on-both-sides",
            changed_value(
                __sub__=_subtract_as_plus, __rsub__=lambda self, other: self._wrap(other) - self
            ),
            "The record says 3 + 5 is −2. Draw a - b and read the picture aloud.",
            "Either the circle says minus, or the second parent is the negative of b.",
        ),
        Mistake(
            "negation-calls-itself",
            changed_value(__neg__=lambda self: -self),
            "-self calls __neg__ again. Write it with an operation that exists already.",
            "Which operation with a plain number turns 3 into −3?",
        ),
        Mistake(
            "only-negation-calls-itself",
            changed_value(
                __neg__=lambda self: -self,
                __sub__=lambda self, other: self + other * -1,
                __rsub__=lambda self, other: other + self * -1,
            ),
            "-self calls __neg__ again. Write it with an operation that exists already.",
            "Which operation with a plain number turns 3 into −3?",
        ),
        Mistake(
            "digits-hidden",
            changed_value(__repr__=lambda self: f"Value(data={self.data:.4f})"),
            (
                "The text is rounded. Two different numbers can then look the same, just when "
                "you are searching for a bug."
            ),
            "Let Python write the number without a format behind a colon.",
        ),
        Mistake(
            "repr-missing",
            changed_value(__repr__=object.__repr__),
            (
                "All operations are right, but the class has no __repr__, so Python shows its "
                "name and its place in memory."
            ),
            "You wrote one in task 2.",
        ),
        Mistake(
            "wrapping-forgotten-in-plus",
            changed_value(__add__=unwrapped_add),
            "Times wraps a plain number, plus does not. The line is needed in every operation.",
            "Compare the first lines of your two methods.",
        ),
        Mistake(
            "reflected-missing",
            type("Value", (OneSided,), {}),
            (
                "With a plain number on the left Python asks that number first, and then looks "
                "for a reflected method of your Value. There is none."
            ),
            "What is the method called that Python tries for 1 + a, after the int has given up?",
        ),
        Mistake(
            "reflected-minus-copied",
            changed_value(__rsub__=Value.__sub__),
            (
                "1 - a gives a - 1: the reflected minus was made from the ordinary one. In "
                "__rsub__ other is the left side."
            ),
            "Write 1 - a as a sum, and then with self and other in place of a and 1.",
        ),
        Mistake(
            "reflected-calls-itself",
            changed_value(
                __radd__=lambda self, other: other + self,
                __rmul__=lambda self, other: other * self,
                __rsub__=lambda self, other: other - self,
            ),
            (
                "A reflected method repeats the expression that Python could not do: other + "
                "self asks the plain number again, and comes back to __radd__ without end."
            ),
            (
                "The sides may be swapped where the result stays the same; for minus, use an "
                "operation that works already."
            ),
        ),
        Mistake(
            "reflected-minus-calls-itself",
            changed_value(__rsub__=lambda self, other: other - self),
            (
                "__rsub__ computes other - self. That is the very expression that Python handed "
                "to __rsub__, so it calls itself without end."
            ),
            "Which operation can a plain number on the left already do with your Value?",
        ),
        Mistake(
            "operand-order",
            changed_value(__sub__=lambda self, other: other + (-self)),
            (
                "a - b gives b - a. In __sub__ self is the left side; only in the reflected "
                "method it is the right one."
            ),
            "In a - b, whose method is called, and which of the two is other?",
        ),
        Mistake(
            "children-in-a-set",
            changed_value(_make=set_of_parents),
            "The parents are in a set. It keeps no order, and a * a loses one of its two edges.",
            "Which collection keeps the order, and both of two equal members?",
        ),
        Mistake(
            "operation-mislabelled",
            changed_value(_make=lambda self, data, parents, op: type(self)(data, "", parents, "+")),
            "The number of a * b is right, but its record says plus.",
            "Draw a * b, and read the picture aloud.",
        ),
        Mistake(
            "wrapped-again",
            changed_value(_wrap=lambda self, other: type(self)(other)),
            (
                "Every operand is wrapped, also one that is a Value already. The result holds a "
                "Value where a number should be."
            ),
            "Ask first what other is, and wrap only a plain number.",
        ),
        Mistake(
            "wrapped-again-without-end",
            changed_value(
                _wrap=lambda self, other: type(self)(other),
                __radd__=lambda self, other: type(self)(other) + self,
                __rmul__=lambda self, other: type(self)(other) * self,
            ),
            (
                "Every operand is wrapped, also one that is a Value already. Then a number meets "
                "a Value inside, which calls the reflected method, which wraps again, without "
                "end."
            ),
            "Ask first what other is, and wrap only a plain number.",
        ),
        Mistake(
            "changes-itself-instead-of-making-a-new-node",
            changed_value(__neg__=lambda self: changes_itself(self, -self.data)),
            (
                "The minus sign was written into the node itself, so -a changes a. The negative "
                "of a node is a new node."
            ),
            "Look at b.data before and after a - b.",
        ),
        Mistake(
            "result-is-plain-number",
            changed_value(__neg__=lambda self: -self.data),
            (
                "-a is a plain number: it has forgotten a. In a - b the number comes out right "
                "and b is lost from the graph."
            ),
            "How can the negative of a be written with an operation that remembers?",
        ),
        Mistake(
            "memory-not-filled",
            changed_value(__neg__=lambda self: type(self)(-self.data)),
            (
                "The negative of a was made as a new leaf, so it has forgotten a. In a - b the "
                "number comes out right and b is lost from the graph."
            ),
            "Draw a - b: is there a way from b to the result?",
        ),
    ),
)
