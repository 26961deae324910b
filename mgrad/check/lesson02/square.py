"""02.square: The square with one side."""

import mgrad
from mgrad.check.lesson02.shared import Value, number_in, parent_names, pick, say_values
from mgrad.check.task import Mistake, Task


def _multiply(left, right):
    return Value(left.data * right.data, "", (left, right), "*")


def _recorded(parents=lambda left, right: (left, right), op="*", data=None):
    """A product with another record of it."""

    def multiply(left, right):
        number = (data or (lambda x, y: x * y))(left.data, right.data)
        return Value(number, "", parents(left, right), op)

    return multiply


def _copy_if_the_same(left, right):
    return (left, Value(right.data, right.label) if left is right else right)


def _probe_square(multiply, case):
    given = {name: mgrad.Value(number, name) for name, number in case.items()}
    product = multiply(*(list(given.values()) * 2)[:2])  # one name: it is used twice
    names, nodes = parent_names(product), list(given.values())
    if isinstance(names, list):
        copied = [all(parent is not node for node in nodes) for parent in product._prev]
        kept = zip(product._prev, names, copied)
        names = ["a new node" if new and hasattr(p, "_prev") else name for p, name, new in kept]
    return {"data": number_in(product), "_op": product._op, "_prev": names}


def _say_square(case):
    return f"multiply({', '.join((list(case) * 2)[:2])}), where {say_values(case)}"


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
    level=lambda case: len(case) - 1,  # a node with itself, then two
    say=_say_square,
    notice="Both faults left every number right. The record needs tests of its own.",
    mistakes=(
        Mistake(
            "children-in-a-set",
            lambda left, right: Value(left.data * right.data, "", {left, right}, "*"),
        ).says(
            "One fault is mended. The parents still pass through a set, and v * v has one "
            "parent left where it should have two.",
            "What does Python print for {3, 3}? And for (3, 3)?",
        ),
        Mistake(
            "operand-order",
            lambda left, right: Value(left.data * right.data, "", (right, left), "*"),
        ).says(
            "The parents are in the wrong order: right stands before left. For a minus that "
            "would change the meaning.",
            "Read the record of multiply(a, b) aloud, from left to right.",
        ),
        Mistake(
            "operation-mislabelled",
            lambda left, right: Value(left.data * right.data, "", (left, right), "+"),
        ).says(
            "One fault is mended: both edges are there. But the record still tells of "
            "another operation than the one that was done.",
            "Read the picture aloud, circle included. Is the sentence true?",
        ),
        *(
            Mistake(
                f"numbers-instead-of-nodes{id}",
                _recorded(lambda left, right: (left.data, right.data), op),
            ).says(
                "The record holds the numbers of the parents, not the parents. From a number "
                "no way leads further back.",
                "What would draw_dot need in order to find the parents of the parents?",
            )
            for id, op in (("", "*"), ("-and-plus", "+"))
        ),
        Mistake("number-made-to-fit", _recorded(op="+", data=lambda x, y: x + y)).says(
            "The number was changed until it fits the plus on record. The number was right; "
            "what it tells of itself was not.",
            "What should multiply(a, b) give for 2 and −3?",
        ),
        Mistake(
            "copied-parents", _recorded(lambda left, right: (Value(left.data), Value(right.data)))
        ).says(
            "The parents on record are new nodes with the same numbers. No way leads from "
            "them to the nodes that were multiplied.",
            "Is multiply(v, v)._prev[0] the object v? Ask with the word is.",
        ),
        Mistake(
            "copied-parents-and-plus",
            _recorded(lambda left, right: (Value(left.data), Value(right.data)), "+"),
        ).says(
            "The parents on record are new nodes with the same numbers, and the record still "
            "tells of another operation.",
            "Is multiply(v, v)._prev[0] the object v? Ask with the word is.",
        ),
        Mistake("copy-for-the-second", _recorded(_copy_if_the_same)).says(
            "For v * v a second node was made, so that the picture shows two. But v is one "
            "object, used twice: what is done to the copy does not reach v.",
            "How many nodes has the graph of multiply(v, v), and how many lines lead from v?",
        ),
        Mistake("left-twice", _recorded(lambda left, right: (left, left))).says(
            "Both parents are the left one. That fits v * v, and no other product.",
            "Draw multiply(a, b) for two nodes a and b.",
        ),
        *(
            Mistake(f"operation-in-words-{id}", _recorded(op=word)).says(
                "The record names the operation in another way than the package does.",
                "What does (v * v)._op say for two Values of the package?",
            )
            for id, word in (
                ("school", "×"),
                ("x", "x"),
                ("mul", "mul"),
                ("times", "times"),
                ("dot", "·"),
                ("power", "**"),
            )
        ),
        Mistake("operation-forgotten", _recorded(op="")).says(
            "Both parents are there, and _op stays empty: the operation was not passed, or it "
            "landed in another place.",
            "Which four things does Value take, and in which order?",
        ),
        Mistake("one-parent", _recorded(lambda left, right: (left,))).says(
            "One parent is left on record for v * v: the other was not passed, or it went "
            "through a set or a dictionary, which keeps one of two equal members.",
            "How many lines should lead into the circle of multiply(v, v)?",
        ),
        Mistake("memory-not-filled", lambda left, right: Value(left.data * right.data)).says(
            "The number is right, but the node was made without its past: it looks like a leaf.",
            "Which four things does Value take? Which of them did you pass?",
        ),
        Mistake(
            "parents-in-a-dictionary", _recorded(lambda left, right: {"left": left, "right": right})
        ).says(
            "The parents are in a dictionary. Whoever goes through it meets its keys, the "
            "texts, and not the nodes.",
            'What does a for loop over {"left": 1, "right": 2} give?',
        ),
    ),
)
