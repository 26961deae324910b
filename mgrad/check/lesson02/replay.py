"""02.replay: What if?"""

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


def _in_reversed_order_of_discovery(root, changes):
    new = {}
    for node in reversed(all_nodes(root)):
        parents = (new.get(id(parent), parent.data) for parent in node._prev)
        new[id(node)] = (
            _operate(node, *parents) if node._prev else changes.get(node.label, node.data)
        )
    return new[id(root)]


def _in_reversed_order_without_old_numbers(root, changes):
    new = {}
    for node in reversed(all_nodes(root)):
        new[id(node)] = (
            _operate(node, *(new[id(parent)] for parent in node._prev))
            if node._prev
            else changes.get(node.label, node.data)
        )
    return new[id(root)]


def _others_zero(root, changes):
    if not root._prev:
        return changes.get(root.label, 0)
    return _operate(root, *(_others_zero(parent, changes) for parent in root._prev))


def _all_sums(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    return sum(_all_sums(parent, changes) for parent in root._prev)


def _any_node_by_label(root, changes):
    if root.label in changes or not root._prev:
        return changes.get(root.label, root.data)
    return _operate(root, *(_any_node_by_label(parent, changes) for parent in root._prev))


def _as_a_value(root, changes):
    if not root._prev:
        return Value(changes.get(root.label, root.data))
    return _operate(root, *(_as_a_value(parent, changes) for parent in root._prev))


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
    return f"{calls} in {program}, with {say_values(given)}"


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
        [reuse, ABC, [{"a": 5.0}]],
        ["u = x * x; u.label = 'x'; y = u + x", {"x": 3.0}, [{"x": 5.0}]],
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
        Mistake(
            "graph-is-a-spreadsheet",
            _write_into_leaves,
            (
                "The old result was read off. New numbers in the leaves do not reach it by "
                "themselves: a graph is not a spreadsheet, and every operation has to be done "
                "again."
            ),
            "Which operations have to be done again when a changes, and in which order?",
        ),
        Mistake(
            "one-level-only",
            _one_level,
            (
                "Only the last operation was done again, with the old numbers of its parents. A "
                "change of a leaf has to pass through every node between."
            ),
            (
                "How do you get the new number of a parent? It is the same question for a "
                "smaller graph."
            ),
        ),
        Mistake(
            "record-changed",
            _replay_in_place,
            (
                "The first answer is right, but the leaves keep the new number: the next replay "
                "starts from a changed graph."
            ),
            "Where could the new numbers live, if not in the nodes?",
        ),
        Mistake(
            "unchanged-leaf-forgotten",
            _only_changed,
            (
                "Every leaf was looked up among the changes. Only those that change are there; "
                "the others keep the number they have."
            ),
            "What should a leaf answer whose label is not in changes?",
        ),
        Mistake(
            "zero-taken-for-nothing",
            _zero_lost,
            "A change to 0 was ignored. In Python 0.0 counts as false, so or takes the other side.",
            "Ask whether the label is among the changes, not whether the new number is true.",
        ),
        Mistake(
            "order-by-discovery",
            _in_reversed_order_of_discovery,
            (
                "The nodes were computed in the reversed order in which a walk found them. Where "
                "a node is used again later, its child came before it and took the old number."
            ),
            "Draw e = a * b and L = e * (e + c). Which node must be ready before e + c?",
        ),
        Mistake(
            "order-by-discovery-with-a-gap",
            _in_reversed_order_without_old_numbers,
            (
                "A node is reached before both its parents have new numbers. The reversed order "
                "of a walk does not keep parents before children where a node is used again."
            ),
            (
                "Draw e = a * b and L = e * (e + c). Which node must be ready before e + c, and "
                "what makes sure of it?"
            ),
        ),
        Mistake(
            "unchanged-leaf-as-zero",
            _others_zero,
            "Leaves that are not among the changes became 0. They keep the number they have.",
            (
                "What is the default when a label is not in changes? Where does a leaf keep its "
                "number?"
            ),
        ),
        Mistake(
            "every-operation-a-plus",
            _all_sums,
            (
                "Every node adds its parents, also those that were made by *. Which operation it "
                "was stands in the record."
            ),
            "Which attribute of a node says how it was made?",
        ),
        Mistake(
            "interior-node-replaced",
            _any_node_by_label,
            (
                "An interior node was replaced because its label is among the changes. Its "
                "number is computed from its parents, whatever it is called; only leaves hold "
                "numbers of their own."
            ),
            "What do you ask first about a node: its label, or whether it has parents?",
        ),
        Mistake(
            "value-instead-of-number",
            _as_a_value,
            (
                "The number inside is right, but a Value comes back, with a whole new graph "
                "behind it. Asked is the plain number."
            ),
            "Where does a Value keep its number?",
        ),
    ),
)
