"""02.replay: What if?"""

import math

from mgrad.check.lesson02.shared import (
    ABC,
    ABCF,
    Value,
    all_nodes,
    built,
    pick,
    root_of,
    say_values,
)
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task


def _replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_replay(parent, changes) for parent in root._prev))


def _operate(node, left, right):
    return left + right if node._op == "+" else left * right


def _write_into_leaves(root, changes):
    for node in all_nodes(root):
        if node.label in changes:
            node.data = changes[node.label]
    return root.data


def _one_level(root, changes):
    return _operate(root, *(changes.get(parent.label, parent.data) for parent in root._prev))


def _replay_in_place(root, changes):
    _write_into_leaves(root, changes)
    return _replay(root, {})


def _only_changed(root, changes):
    if not root._prev:
        return changes[root.label]
    return _operate(root, *(_only_changed(parent, changes) for parent in root._prev))


def _zero_lost(root, changes):
    if not root._prev:
        return changes.get(root.label) or root.data
    return _operate(root, *(_zero_lost(parent, changes) for parent in root._prev))


def _others_zero(root, changes):
    if not root._prev:
        return changes.get(root.label, 0)
    return _operate(root, *(_others_zero(parent, changes) for parent in root._prev))


def _any_node_by_label(root, changes):
    if root.label in changes or not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_any_node_by_label(parent, changes) for parent in root._prev))


def _as_a_value(root, changes):
    if not root._prev:
        return Value(changes.get(root.label, root.data))
    return _operate(root, *(_as_a_value(parent, changes) for parent in root._prev))


def _replayed(operate=_operate, parents=lambda node: node._prev, leaf=None):
    """A replay with one thing changed: how nodes are computed, from what, or what leaves give."""
    leaf = leaf or (lambda node, changes: changes.get(node.label, node.data))

    def replay(root, changes):
        if not root._prev:
            return leaf(root, changes)
        return operate(root, *(replay(parent, changes) for parent in parents(root)))

    return replay


def _exchanged(node, left, right):
    return left * right if node._op == "+" else left + right


def _product(node, left, right):
    return left * right


def _merged(node, *numbers):
    return sum(numbers) if node._op == "+" else math.prod(numbers)


def _added_to_the_old(node, changes):
    return node.data + changes.get(node.label, 0)


def _remembered_by_label(root, changes):
    known = {}

    def replay(node):
        if node.label not in known:
            numbers = [replay(parent) for parent in node._prev]
            known[node.label] = (
                _operate(node, *numbers) if numbers else changes.get(node.label, node.data)
            )
        return known[node.label]

    return replay(root)


def _numbers_in_a_set(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    return _merged(root, *{_numbers_in_a_set(parent, changes) for parent in root._prev})


def _taken_out(root, changes):
    return _replayed(leaf=lambda node, left: left.pop(node.label, node.data))(root, dict(changes))


def _named_is_leaf(root, changes):
    if root.label or not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_named_is_leaf(parent, changes) for parent in root._prev))


def _any_node_others_zero(root, changes):
    if root.label in changes or not root._prev:
        return changes.get(root.label, 0)
    return _operate(root, *(_any_node_others_zero(parent, changes) for parent in root._prev))


def _in_place_zero_lost(root, changes):
    _write_into_leaves(root, {name: number for name, number in changes.items() if number})
    return _replay(root, {})


def _probe_replay(replay, case):
    program, given, changes = case
    root, _ = built(engine_of(replay), program, given)
    results = [_plain_number(replay(root, dict(change))) for change in changes]
    return results if len(results) > 1 else results[0]


def _plain_number(result):
    return f"a Value that holds {result.data:.6g}" if hasattr(result, "_prev") else result


def _say_replay(case):
    program, given, changes = case
    calls = ", then ".join(f"replay({root_of(program)}, {change})" for change in changes)
    return f"{calls} in {program}, where {say_values(given)}"


def _cases_replay(rng):
    formula, reuse = "L = (a * b + c) * f", "e = a * b; L = e * (e + c)"
    given = {name: pick(rng) for name in "abcf"}
    return [
        [formula, ABCF, [{}]],
        [formula, ABCF, [{"a": 5.0}]],
        [formula, ABCF, [{"f": 1.0}]],
        [formula, ABCF, [{"b": 0.0}]],
        [formula, ABCF, [{"a": 5.0}, {}]],
        ["y = x * x + 3", {"x": 3.0}, [{"x": 5.0}]],
        ["y = p * q + p", {"p": 3.0, "q": 3.0}, [{"p": 5.0}]],
        ["y = p * q + p", {"p": 3.0, "q": 5.0}, [{"p": 5.0}]],
        [formula, ABCF, [{"a": 5.0, "c": 1.0}]],
        [reuse, ABC, [{"a": 5.0}]],
        ["u = x * x; u.label = 'x'; y = u + x", {"x": 3.0}, [{"x": 5.0}]],
        ["u = x * x; u.label = 'u'; y = u + x", {"x": 3.0}, [{"x": 5.0}]],
        [formula, given, [{"a": pick(rng), "c": pick(rng)}, {"f": pick(rng)}]],
    ]


TASK = Task(
    id="02.replay",
    answer_name="replay",
    kind="function",
    reference=_replay,
    probe=_probe_replay,
    cases=_cases_replay,
    say=_say_replay,
    notice=(
        "A forward pass from the record alone. Two replays and a difference give one slope; "
        "lesson 3 finds all of them in one walk."
    ),
    mistakes=(
        Mistake("graph-is-a-spreadsheet", _write_into_leaves).says(
            "The old result comes back: the new numbers do not reach it. A graph is not a "
            "spreadsheet, and every operation has to be done again, with the new numbers of "
            "its parents.",
            "Which operations have to be done again when a changes, and in which order?",
        ),
        Mistake("one-level-only", _one_level).says(
            "Only the last operation was done again, with the old numbers of its parents. A "
            "change of a leaf has to pass through every node between.",
            "How do you get the new number of a parent? It is the same question for a "
            "smaller graph.",
        ),
        Mistake("record-changed", _replay_in_place).says(
            "The first answer is right, but the leaves keep the new number: the next replay "
            "starts from a changed graph.",
            "Where could the new numbers live, if not in the nodes?",
        ),
        Mistake("unchanged-leaf-forgotten", _only_changed).says(
            "Every leaf was looked up among the changes. Only those that change are there; "
            "the others keep the number they have.",
            "What should a leaf answer whose label is not in changes?",
        ),
        Mistake("zero-taken-for-nothing", _zero_lost).says(
            "A change to 0 was ignored. In Python 0.0 counts as false, so or takes the other side.",
            'What does {"b": 0.0}.get("b") or 7.0 give?',
        ),
        Mistake("unchanged-leaf-as-zero", _others_zero).says(
            "Leaves that are not among the changes became 0. They keep the number they have.",
            "What is the default when a label is not in changes? Where does a leaf keep its "
            "number?",
        ),
        Mistake("interior-node-replaced", _any_node_by_label).says(
            "An interior node was replaced because its label is among the changes. Its "
            "number is computed from its parents, whatever it is called; only leaves hold "
            "numbers of their own.",
            "What do you ask first about a node: its label, or whether it has parents?",
        ),
        Mistake("value-instead-of-number", _as_a_value).says(
            "The number inside is right, but a Value comes back, with a whole new graph "
            "behind it. Asked is the plain number.",
            "Where does a Value keep its number?",
        ),
        Mistake("operations-exchanged", _replayed(_exchanged)).says(
            "Plus and times are exchanged: what was a product is computed as a sum, and the "
            "other way round.",
            "What does the record of a * b say, and what do you compute for it?",
        ),
        Mistake("every-operation-a-times", _replayed(_product)).says(
            "Every node multiplies its parents, also those that were made by +. Which "
            "operation it was stands in the record.",
            "Which attribute of a node says how it was made?",
        ),
        Mistake("new-numbers-in-a-set", _numbers_in_a_set).says(
            "The new numbers of the parents pass through a set, which keeps one of two equal "
            "ones: x * x has one factor left.",
            "How many numbers does {5.0, 5.0} hold, and how many parents has x * x?",
        ),
        Mistake("change-added", _replayed(leaf=_added_to_the_old)).says(
            "The change is added to the old number. It is the new number itself.",
            "In the example a was 2 and becomes 5. What does changes say?",
        ),
        Mistake("used-once", _taken_out).says(
            "A change is used once and then gone: where a leaf is used again, it has its "
            "old number.",
            "In x * x, how often is x asked for its number?",
        ),
        Mistake("remembered-by-label", _remembered_by_label).says(
            "Results are remembered by label. Interior nodes have none, so they are all "
            "taken for one.",
            "What can you remember a node by that no other node has?",
        ),
        Mistake("label-means-leaf", _named_is_leaf).says(
            "A node with a label is taken for a leaf, also one that was computed.",
            "What does a leaf not have, that every other node has?",
        ),
        Mistake("interior-replaced-others-zero", _any_node_others_zero).says(
            "Leaves that are not among the changes became 0. And a node is replaced for its "
            "label, whether it is a leaf or not.",
            "Where does a leaf keep its number?",
        ),
        Mistake("record-changed-zero-lost", _in_place_zero_lost).says(
            "A change to 0 was ignored, and the leaves keep the new numbers: the next "
            "replay starts from a changed graph.",
            "Where could the new numbers live, if not in the nodes?",
        ),
        Mistake("old-and-new", lambda root, changes: [root.data, _replay(root, changes)]).says(
            "The old number and the new one come back together. Asked is the new one.",
            'What should replay(L, {"a": 5.0}) + 1 give?',
        ),
    ),
)
