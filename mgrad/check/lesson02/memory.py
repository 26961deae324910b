"""02.memory: Plus and times, with a memory."""

from mgrad.check.lesson02.shared import (
    ABC,
    Value,
    changed_value,
    changes_itself,
    endless,
    pick,
    probe_class,
    say_class,
    set_of_parents,
)
from mgrad.check.task import Mistake, Task


def _changes_other(self, other):
    other.data += self.data
    return self._make(other.data, (self, other), "+")


def _multiplies_into_other(self, other):
    other.data *= self.data
    return self._make(other.data, (self, other), "*")


def _generator_of_parents(self, data, parents, op):
    return type(self)(data, "", (parent for parent in parents), op)


def _one_parent(place):
    return lambda self, data, parents, op: type(self)(data, "", (parents[place],), op)


def _copied_parents(self, data, parents, op):
    return type(self)(data, "", tuple(type(self)(p.data) for p in parents), op)


def _without(*names) -> type:
    """Values that lack some operations."""
    return type("Value", (), {k: v for k, v in vars(_Bare).items() if k not in names})


class _Bare:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label, self._prev, self._op = data, 0.0, label, _prev, _op

    def __add__(self, other):
        return type(self)(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return type(self)(self.data * other.data, "", (self, other), "*")


def _plain_result(self, data, *_):
    return data


def _label_left_out(self, data, parents, op):
    return type(self)(data, parents, op)


def _other_first(self, data, parents, op):
    return type(self)(data, "", parents[::-1], op)


def _only_in(sign, make) -> type:
    """One of the two operations makes its result in another way."""
    return changed_value(
        _make=lambda self, data, parents, op: (make if op == sign else Value._make)(
            self, data, parents, op
        )
    )


def _in_one_method(id, make, what, next_step):
    for sign, name, method in (("+", "plus", "__add__"), ("*", "times", "__mul__")):
        yield Mistake(f"{id}-in-{name}", _only_in(sign, make)).says(
            f"One of the two methods is right. In {method}, {what}", next_step
        )


def _level(case):
    """First what is left of the inputs, then one operation, a number with itself, 0 and 1."""
    see, program, given = case
    if see == "after":
        return 0
    if program in ("d = a + b", "d = a * b"):
        return 1 if given == {"a": 2.0, "b": -3.0} else 3
    return 2 if program in ("d = a + a", "d = a * a") else 4


def _cases_memory(rng):
    a, b = pick(rng), pick(rng)
    return [
        ["after", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["after", "d = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "d = a + a", {"a": 3.0}],
        ["record", "d = a * a", {"a": 3.0}],
        ["record", "d = a + b", {"a": 2.0, "b": 0.0}],
        ["record", "d = a + b", {"a": 0.0, "b": 2.0}],
        ["record", "d = a * b", {"a": 2.0, "b": 1.0}],
        ["record", "d = a * b", {"a": 0.0, "b": 2.0}],
        ["record", "d = a * b + c", ABC],
        ["record", "d = b * a", {"a": a, "b": b}],
        ["data", "d = a * a + b * a", {"a": a, "b": b}],
    ]


TASK = Task(
    id="02.memory",
    answer_name="Value",
    kind="class",
    reference=Value,
    probe=probe_class,
    cases=_cases_memory,
    level=_level,
    say=say_class,
    hides=("Value",),
    notice=(
        "Every result is a new node that knows its parents, in order, and its operation. Nothing "
        "else is needed to draw the graph."
    ),
    mistakes=(
        Mistake("result-is-plain-number", changed_value(_make=_plain_result)).says(
            "The operation returns a plain number. It has no data and no memory, so the "
            "chain is broken after one step.",
            "What kind of thing should a + b be, so that (a + b) + c works in the same way?",
        ),
        Mistake(
            "changes-itself-instead-of-making-a-new-node", changed_value(_make=changes_itself)
        ).says(
            "The result was written into self, so a + b changes a. An operation leaves its "
            "ingredients alone and makes a new node.",
            "Look at a.data before and after a + b.",
        ),
        Mistake("operation-calls-itself", changed_value(__add__=endless, __mul__=endless)).says(
            "Inside __add__, self + other calls __add__ again, and so on without end. What "
            "you can add there are numbers, not Values.",
            "Where does a Value keep its number?",
        ),
        Mistake(
            "memory-not-filled", changed_value(_make=lambda self, data, *_: type(self)(data))
        ).says(
            "The number is right, but the new Value was made without its past: it looks like "
            "a leaf.",
            "__init__ takes four things. Which of them did you pass?",
        ),
        Mistake("arguments-shifted", changed_value(_make=_label_left_out)).says(
            "The parents landed in label, and the operation in _prev: the second place of "
            "__init__ belongs to the label.",
            "Compare your call with the line def __init__, place by place.",
        ),
        Mistake(
            "operation-mislabelled",
            changed_value(_make=lambda self, data, parents, op: type(self)(data, "", parents, "+")),
        ).says(
            "Multiplication calls itself a plus. That is the copied line: the number is "
            "right, and the picture is wrong.",
            "Draw a * b, and read the picture aloud.",
        ),
        Mistake("children-in-a-set", changed_value(_make=set_of_parents)).says(
            "The parents are in a set. A set keeps one of two equal members and no order, so "
            "a + a loses an edge.",
            "Which collection keeps the order, and both of two equal members?",
        ),
        Mistake(
            "times-adds",
            changed_value(
                __mul__=lambda self, other: self._make(self.data + other.data, (self, other), "*")
            ),
        ).says(
            "__mul__ adds the numbers. That is the copied line: the record says times, and "
            "the number is a sum.",
            "Draw a * b, and read the picture aloud.",
        ),
        Mistake("times-is-a-copy-of-plus", changed_value(__mul__=Value.__add__)).says(
            "__mul__ is still a copy of __add__: it adds, and it says so.",
            "In which two places must the copied line change?",
        ),
        *_in_one_method(
            "children-in-a-set",
            set_of_parents,
            "the parents are in a set. It keeps no order, and one of two equal members.",
            "Compare the brackets of the two methods.",
        ),
        *_in_one_method(
            "operand-order",
            _other_first,
            "the parents are in the wrong order.",
            "Of the two operands, which one is self?",
        ),
        *_in_one_method(
            "arguments-shifted",
            _label_left_out,
            "the label is missing: the parents landed in its place, and the operation in _prev.",
            "Compare the two calls with the line def __init__, place by place.",
        ),
        *_in_one_method(
            "result-is-plain-number",
            _plain_result,
            "a plain number comes back. It has no data and no memory.",
            "Compare what the two methods return.",
        ),
        Mistake("nothing-returned", changed_value(_make=lambda *_: None)).says(
            "a + b gives None: the method makes no result, or makes one and does not hand it back.",
            "Which word hands a value back to whoever called the method?",
        ),
        Mistake("methods-missing", _without("__add__", "__mul__")).says(
            "Python finds no method for a + b. It looks for one name only, with two "
            "underscores on each side.",
            "Hint 1 tells what Python calls for a + b. Do your names agree letter by letter?",
        ),
        *(
            Mistake(f"method-missing-{name.strip('_')}", _without(name)).says(
                f"Python finds no method for a {sign} b: the other operation is there.",
                "Compare the names of your two methods with those in the task, letter by letter.",
            )
            for name, sign in (("__add__", "+"), ("__mul__", "*"))
        ),
        *(
            Mistake(
                f"{id}-and-{other}",
                changed_value(
                    _make=lambda self, data, parents, op, put=put, ops=ops: type(self)(
                        data, "", put(parents), ops[op]
                    )
                ),
            ).says(
                f"Two things are wrong. {what} {beside}",
                "Read the record of a * b aloud, from left to right, with its operation.",
            )
            for id, put, what in (
                ("children-in-a-set", set, "The parents are in a set, which has no order."),
                ("operand-order", lambda two: two[::-1], "The parents are in the wrong order."),
                (
                    "numbers-instead-of-nodes",
                    lambda two: tuple(parent.data for parent in two),
                    "The record holds the numbers of the parents, not the parents.",
                ),
            )
            for other, ops, beside in (
                ("mislabelled", {"+": "+", "*": "+"}, "And a product says that it is a plus."),
                ("operation-forgotten", {"+": "", "*": ""}, "And _op stays empty."),
            )
        ),
        Mistake(
            "other-operand-changed",
            changed_value(__add__=_changes_other, __mul__=_multiplies_into_other),
        ).says(
            "The result was written into other, so a + b changes b. An operation leaves its "
            "ingredients alone and makes a new node.",
            "Look at b.data before and after a + b.",
        ),
        Mistake("other-operand-changed-in-plus", changed_value(__add__=_changes_other)).says(
            "The sum was written into other, so a + b changes b. An operation leaves its "
            "ingredients alone and makes a new node.",
            "Look at b.data before and after a + b.",
        ),
        Mistake(
            "other-operand-changed-in-times", changed_value(__mul__=_multiplies_into_other)
        ).says(
            "The product was written into other, so a * b changes b. An operation leaves its "
            "ingredients alone and makes a new node.",
            "Look at b.data before and after a * b.",
        ),
        Mistake("children-in-a-generator", changed_value(_make=_generator_of_parents)).says(
            "The parents are in a generator: round brackets with a for inside make a recipe, "
            "which can be gone through once and is empty then.",
            "Ask for list(d._prev) twice. What comes out the second time?",
        ),
        Mistake("only-the-right-parent", changed_value(_make=_one_parent(1))).says(
            "One parent is recorded, the right one. The result was made from two.",
            "Draw a + b. From how many nodes do lines lead into the circle?",
        ),
        Mistake("only-the-left-parent", changed_value(_make=_one_parent(0))).says(
            "One parent is recorded, the left one. The result was made from two.",
            "Draw a + b. From how many nodes do lines lead into the circle?",
        ),
        Mistake(
            "operation-forgotten",
            changed_value(_make=lambda self, data, parents, op: type(self)(data, "", parents)),
        ).says(
            "The parents are recorded, and _op stays empty: nothing in that place tells which "
            "operation it was.",
            "Compare your call with the line def __init__, place by place.",
        ),
        Mistake("copied-parents", changed_value(_make=_copied_parents)).says(
            "The parents on record are new Values with the same numbers, not a and b. From "
            "them no way leads further back, and a keeps no line to the result.",
            "Is (a + b)._prev[0] the object a? Ask with the word is.",
        ),
        *(
            Mistake(
                f"operation-in-words-{id}",
                changed_value(
                    _make=lambda self, data, parents, op, words=words: type(self)(
                        data, "", parents, words[op]
                    )
                ),
            ).says(
                "The operation is recorded in other words than those that the task asks for.",
                "Which two texts does the task name for _op?",
            )
            for id, words in (
                ("add-mul", {"+": "add", "*": "mul"}),
                ("plus-times", {"+": "plus", "*": "times"}),
                ("methods", {"+": "__add__", "*": "__mul__"}),
                ("sum-product", {"+": "sum", "*": "product"}),
                ("school", {"+": "+", "*": "×"}),
            )
        ),
        Mistake(
            "numbers-instead-of-nodes",
            changed_value(
                _make=lambda self, data, parents, op: type(self)(
                    data, "", tuple(p.data for p in parents), op
                )
            ),
        ).says(
            "The record holds the numbers of the parents, not the parents. From a number no "
            "way leads further back.",
            "What would draw_dot need in order to find the parents of the parents?",
        ),
        Mistake("operand-order", changed_value(_make=_other_first)).says(
            "The parents are in the wrong order: b + a is recorded for a + b. For a minus "
            "that would change the meaning.",
            "In a + b, which of the two is self?",
        ),
    ),
)
