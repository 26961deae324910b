"""02.twins: The weight that vanished."""

from mgrad.check.lesson02.shared import (
    Value,
    all_nodes,
    built,
    changed_value,
    explained,
    hash_of_data,
    leaf_names,
    pick,
    record_of,
)
from mgrad.check.task import Mistake, Task


def _probe_twins(kind, case):
    with explained():
        return _look(kind, *case)


def _look(kind, what, left, right):
    right = float(str(right))  # a number object of its own, also where it is equal
    if what == "leaves":
        return leaf_names(
            built(kind, "n = x1 * w1 + x2 * w2", {"x1": 3.0, "x2": 4.0, "w1": left, "w2": right})[0]
        )
    if what == "record":
        return record_of(kind(left, "v") * kind(right, "w"))
    first, second = kind(left), kind(right)
    return {
        "one number": lambda: len(all_nodes(kind(left) + kind(left))),
        "inside": lambda: len(all_nodes((kind(left) + kind(right)) * (kind(left) + kind(right)))),
        "leaf and sum": lambda: len(all_nodes((first + second) + kind(left + right))),
        "named": lambda: bool(kind(left, "v") == kind(right, "w")),
        "untouched": lambda: (first == second, [first.data, second.data])[1],
        "nodes": lambda: len(all_nodes(first + second)),
        "again": lambda: len(all_nodes(first + first)),
        "set": lambda: len({first, second}),
        "itself": lambda: bool(first == first),
        "equal": lambda: bool(first == second),
        "moved": lambda: _found_after_a_step(first),
    }[what]()


def _found_after_a_step(node):
    found = {node}
    node.data += 0.25
    return node in found


def _say_twins(case):
    what, left, right = case
    pair = f"Twin({left:.4g}), Twin({right:.4g})"
    return {
        "leaves": f"the leaves below x1 * w1 + x2 * w2, with w1 = {left:.4g}, w2 = {right:.4g}",
        "nodes": f"the number of nodes of Twin({left:.4g}) + Twin({right:.4g})",
        "again": f"the number of nodes of v + v, with v = Twin({left:.4g})",
        "one number": f"the number of nodes of Twin(x) + Twin(x), with x = {left:.4g}",
        "inside": (
            f"the number of nodes of (v + w) * (r + s), all made by Twin, v and r from {left:.4g}, "
            f"w and s from {right:.4g}"
        ),
        "leaf and sum": f"the number of nodes of (v + w) + Twin({left + right:.4g}), v, w = {pair}",
        "named": f'v == w, with v, w = Twin({left:.4g}, "v"), Twin({right:.4g}, "w")',
        "untouched": f"v.data and w.data after asking v == w, with v, w = {pair}",
        "set": f"the size of the set {{{pair}}}",
        "itself": f"v == v, with v = Twin({left:.4g})",
        "equal": f"v == w, with v, w = {pair}",
        "record": f"v * w, with v, w = {pair}",
        "moved": f"v in nodes, with v = Twin({left:.4g}), nodes = {{v}}, and then v.data += 0.25",
    }[what]


def _cases_twins(rng):
    x = pick(rng)
    return [
        ["leaves", 0.5, 0.5],
        ["nodes", 3.0, 3.0],
        ["again", 3.0, 3.0],
        ["set", 3.0, 3.0],
        ["itself", 3.0, 3.0],
        ["equal", 3.0, 3.0],
        ["moved", 3.0, 3.0],
        ["one number", 3.0, 3.0],
        ["inside", 2.0, 5.0],
        ["leaf and sum", 2.0, 5.0],
        ["named", 3.0, 4.0],
        ["untouched", 2.0, -3.0],
        ["record", 2.0, -3.0],
        ["nodes", x, x],
    ]


def _copies_the_number(self, other):
    self.data = other.data
    return self is other


class _Bare:
    __init__ = Value.__init__

    def __add__(self, other):
        return type(self)(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return type(self)(self.data * other.data, "", (self, other), "*")


def _without(name) -> type:
    return type("Twin", (), {k: v for k, v in vars(_Bare).items() if k != name})


TASK = Task(
    id="02.twins",
    answer_name="Twin",
    kind="class",
    reference=Value,
    probe=_probe_twins,
    cases=_cases_twins,
    say=_say_twins,
    hides=("Value",),
    notice=(
        "A node equals only itself: Python's own == asks for the same object, and that is the "
        "one that a graph needs."
    ),
    mistakes=(
        Mistake(
            "equal-means-same", changed_value(__eq__=lambda self, other: self.data == other.data)
        ).says(
            "Two weights with the same number are still taken for one, because == compares "
            "their numbers. They are two nodes, and training will move them apart.",
            "The line parent not in nodes asks with ==. Which method of Twin answers?",
        ),
        Mistake(
            "hash-by-value",
            changed_value(
                __eq__=lambda self, other: self.data == other.data,
                __hash__=lambda self: hash(self.data),
            ),
        ).says(
            "With __hash__ nodes fit into a set, but there too the ones with equal numbers "
            "become one. The fault is not the missing hash.",
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake("hash-of-a-number-that-changes", changed_value(__hash__=hash_of_data)).says(
            "The comparison is right now. But a set finds a node by its hash, and this hash "
            "changes with data: after one training step the node is lost.",
            "Which hash does a class have that says nothing about it?",
        ),
        Mistake(
            "equality-without-hash", changed_value(__eq__=lambda self, other: self is other)
        ).says(
            "The comparison is right now. But a class with an __eq__ of its own and no __hash__ "
            "cannot be put in a set, and lesson 3 keeps the nodes it has visited in one.",
            "Your __eq__ does what Python does without it. So what can go?",
        ),
        Mistake(
            "compares-numbers-with-hash",
            changed_value(
                __eq__=lambda self, other: self.data == other.data, __hash__=object.__hash__
            ),
        ).says(
            "Nodes fit into a set now. But == still compares their numbers, and the walk asks "
            "with ==: the missing hash was not the fault.",
            "The line parent not in nodes asks with ==. Which method of Twin answers?",
        ),
        Mistake(
            "compares-numbers-hash-by-label",
            changed_value(
                __eq__=lambda self, other: self.data == other.data,
                __hash__=lambda self: hash(self.label),
            ),
        ).says(
            "The hash looks at the label now. But == still compares the numbers, and the walk "
            "asks with ==.",
            "The line parent not in nodes asks with ==. Which method of Twin answers?",
        ),
        *(
            Mistake(
                f"compares-labels-only{id}",
                changed_value(__eq__=lambda self, other: self.label == other.label, **more),
            ).says(
                "Now == compares the labels. Interior nodes have none, so they are all taken "
                "for one. What a node looks like cannot tell which node it is.",
                "When exactly are two names names of the same node?",
            )
            for id, more in (
                ("", {}),
                ("-with-hash", {"__hash__": object.__hash__}),
                ("-hash-by-label", {"__hash__": lambda self: hash(self.label)}),
            )
        ),
        *(
            Mistake(
                f"compares-labels{id}",
                changed_value(
                    __eq__=lambda self, other: (self.data, self.label) == (other.data, other.label),
                    __hash__=hashed,
                ),
            ).says(
                "Comparing the labels too saves w1 and w2, but not nodes without a label, and "
                "interior nodes have none. What a node looks like cannot tell which node it is.",
                "When exactly are two names names of the same node?",
            )
            for id, hashed in (
                ("-with-hash", object.__hash__),
                ("-hash-by-both", lambda self: hash((self.data, self.label))),
            )
        ),
        *(
            Mistake(
                f"compares-records{id}",
                changed_value(
                    __eq__=lambda self, other: (self.data, self._prev) == (other.data, other._prev),
                    **more,
                ),
            ).says(
                "Comparing the parents too does not help the leaves: they have none, so two "
                "of them with the same number are still taken for one.",
                "When exactly are two names names of the same node?",
            )
            for id, more in (("", {}), ("-with-hash", {"__hash__": object.__hash__}))
        ),
        *(
            Mistake(
                f"compares-all{id}",
                changed_value(
                    __eq__=lambda self, other: (
                        (self.data, self.label, self._prev)
                        == (other.data, other.label, other._prev)
                    ),
                    **more,
                ),
            ).says(
                "All that is recorded is compared. Two nodes that look alike in everything are "
                "still two nodes. What a node looks like cannot tell which node it is.",
                "When exactly are two names names of the same node?",
            )
            for id, more in (("", {}), ("-with-hash", {"__hash__": object.__hash__}))
        ),
        *(
            Mistake(
                f"always-equal{id}", changed_value(__eq__=lambda self, other: True, **more)
            ).says(
                "Every node counts as equal to every other: the answer of == is always true, "
                "or something that counts as true, such as a text or a number that is not 0.",
                "What does bool(v == w) give for two different nodes?",
            )
            for id, more in (("", {}), ("-with-hash", {"__hash__": object.__hash__}))
        ),
        Mistake(
            "compares-number-objects",
            changed_value(
                __eq__=lambda self, other: self.data is other.data, __hash__=object.__hash__
            ),
        ).says(
            "The question is whether the numbers are the same object. Two nodes can be made "
            "from one and the same number object, as with x = 3.0 and Twin(x) twice.",
            "Which two things should be the same object: the numbers, or what holds them?",
        ),
        Mistake(
            "leaves-told-apart-only",
            changed_value(
                __eq__=lambda self, other: (
                    self is other if not self._prev or not other._prev else self.data == other.data
                ),
                __hash__=object.__hash__,
            ),
        ).says(
            "Leaves are told apart now. But two interior nodes with the same number are still "
            "taken for one.",
            "In (1 + 4) * (2 + 3), how many nodes hold 5?",
        ),
        Mistake(
            "asking-changes-a-node",
            changed_value(__eq__=_copies_the_number, __hash__=object.__hash__),
        ).says(
            "Asking v == w writes a number into v. One = stores, two compare.",
            "Look at v.data before and after asking v == w.",
        ),
        *(
            Mistake(f"operation-missing-{name.strip('_')}", _without(name)).says(
                f"The class has lost its {sign}: Python finds no method for v {sign} w.",
                "Only the comparison was at fault. Which methods did the broken class have?",
            )
            for name, sign in (("__add__", "+"), ("__mul__", "*"))
        ),
        Mistake("init-missing", type("Twin", (), {})).says(
            "Python finds no __init__ in the class, so no Twin can be made from a number.",
            "Only the comparison was at fault. Which methods did the broken class have?",
        ),
        Mistake(
            "self-missing", changed_value(__eq__=lambda other: True, __hash__=object.__hash__)
        ).says(
            "For v == w Python hands over both, and the method has names for another number "
            "of things. Every method gets its own object first.",
            "Compare the first line of your __eq__ with that of __add__.",
        ),
    ),
)
