"""02.twins: The weight that vanished."""

from mgrad.check.lesson02.shared import (
    Value,
    all_nodes,
    built,
    changed_value,
    hash_of_data,
    leaf_names,
    pick,
    record_of,
)
from mgrad.check.task import Mistake, Task


def _probe_twins(kind, case):
    what, left, right = case
    if what == "leaves":
        return leaf_names(
            built(kind, "n = x1 * w1 + x2 * w2", {"x1": 3.0, "x2": 4.0, "w1": left, "w2": right})[0]
        )
    if what == "record":
        return record_of(kind(left, "v") * kind(right, "w"))
    first, second = kind(left), kind(right)
    return {
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
        ["record", 2.0, -3.0],
        ["nodes", x, x],
    ]


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
            "equal-means-same",
            changed_value(__eq__=lambda self, other: self.data == other.data),
            (
                "Two weights with the same number are still taken for one, because == compares "
                "their numbers. They are two nodes, and training will move them apart."
            ),
            "The line parent not in nodes asks with ==. Which method of Twin answers?",
        ),
        Mistake(
            "hash-by-value",
            changed_value(
                __eq__=lambda self, other: self.data == other.data,
                __hash__=lambda self: hash(self.data),
            ),
            (
                "With __hash__ nodes fit into a set, but there too the ones with equal numbers "
                "become one. The fault is not the missing hash."
            ),
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake(
            "hash-of-a-number-that-changes",
            changed_value(__hash__=hash_of_data),
            (
                "The comparison is right now. But a set finds a node by its hash, and this hash "
                "changes with data: after one training step the node is lost."
            ),
            "Which hash does a class have that says nothing about it?",
        ),
        Mistake(
            "never-equal",
            changed_value(__eq__=lambda self, other: False),
            "Now no node equals any node, not even itself. That is as untrue as before.",
            "When exactly are two names names of the same node?",
        ),
        Mistake(
            "never-equal-with-hash",
            changed_value(__eq__=lambda self, other: False, __hash__=object.__hash__),
            "Now no node equals any node, not even itself. That is as untrue as before.",
            "When exactly are two names names of the same node?",
        ),
        Mistake(
            "compares-labels",
            changed_value(
                __eq__=lambda self, other: (self.data, self.label) == (other.data, other.label)
            ),
            (
                "Comparing the labels too saves w1 and w2, but not nodes without a label, and "
                "interior nodes have none. What a node looks like cannot tell which node it is."
            ),
            "When exactly are two names names of the same node?",
        ),
        Mistake(
            "equality-without-hash",
            changed_value(__eq__=lambda self, other: self is other),
            (
                "The comparison is right now. But a class with an __eq__ of its own and no "
                "__hash__ cannot be put in a set, and lesson 3 keeps the nodes it has visited in "
                "one."
            ),
            "Your __eq__ does what Python does without it. So what can go?",
        ),
    ),
)
