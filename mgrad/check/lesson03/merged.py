"""03.merged: The lost product."""

from mgrad.check.lesson03.shared import (
    EQUAL_PRODUCTS,
    grads_of,
    make_value,
    run_program,
    say_program,
)
from mgrad.check.task import Mistake, Task


def _order_with(mark):
    """A topological order that takes two nodes for one if their ``mark`` is equal."""

    def parents_first(root):
        order, waiting = [], [root]
        while waiting:
            done = [mark(node) for node in order]
            missing = [parent for parent in waiting[-1]._prev if mark(parent) not in done]
            if missing:
                waiting.append(missing[0])
            else:
                order.append(waiting.pop())
        return order

    return parents_first


def _all_missing_parents(root):
    order, waiting = [], [root]
    while waiting:
        missing = [parent for parent in waiting[-1]._prev if parent not in order]
        if missing:
            waiting.extend(missing)
        else:
            order.append(waiting.pop())
    return order


class NoEnd(Exception):
    """A list of nodes that grows for ever."""


class Watched(tuple):
    """Parents that can be asked for a limited number of times."""

    left = 0

    def __iter__(self):
        Watched.left -= 1
        if Watched.left < 0:
            raise NoEnd("the list grows without end")
        return super().__iter__()


def _no_end(root):
    raise NoEnd


WATCHED = make_value(recorded=Watched)
del WATCHED.backward  # it would have a right order in it


def _probe_merged(answer, case):
    program, numbers = case
    names, Watched.left = run_program(program, numbers, WATCHED), 500
    order = list(answer(names["L"]))
    names["L"].grad = 1.0
    for node in reversed(order):
        node._backward()
    return {
        "nodes in the list": len(order),
        "each node once": len(set(order)) == len(order),
    } | grads_of(names, numbers)


def _three_leaves(rng):
    return {"a": rng.uniform(1.5, 3), "b": rng.uniform(3.5, 4), "c": rng.uniform(-4, -1.5)}


TASK = Task(
    id="03.merged",
    answer_name="parents_first",
    kind="function",
    reference=_order_with(lambda node: node),
    probe=_probe_merged,
    cases=lambda rng: [
        ["L = a * b", {"a": 2.0, "b": 3.0}],
        ["L = a * b", {"a": 3.0, "b": 3.0}],
        ["L = a * b + c * d", EQUAL_PRODUCTS],
        ["L = a * b + c * d", {"a": 2.0, "b": 3.0, "c": 1.0, "d": 5.0}],
        ["y = a + b; L = y + y", {"a": 2.0, "b": 3.0}],
        ["y = a + b; L = y * y", {"a": 2.0, "b": 3.0}],
        ["L = (a + b) * (c * d)", {"a": 4.0, "b": 2.0, "c": 1.5, "d": 4.0}],
        ["y = a * b; L = (y + c) * (y * c) - y", _three_leaves(rng)],
        ["y = a * b * 1; z = c * a * 1; L = y * z", _three_leaves(rng)],
    ],
    say=say_program,
    hides=("Value", "topological_order"),
    notice=(
        "Two nodes with the same number are still two nodes. A node is recognised by what it is, "
        "not by what it is worth."
    ),
    seconds=3.0,
    mistakes=(
        Mistake(
            "equal-numbers-merged",
            _order_with(lambda node: node.data),
            (
                "Two different nodes happen to have the same number, and one of them is missing "
                "from the list. It never makes its step, so nothing arrives behind it."
            ),
            (
                "How does the function recognise a node that it has had before? When does that "
                "go wrong?"
            ),
        ),
        Mistake(
            "equal-labels-merged",
            _order_with(lambda node: node.label),
            (
                "Nodes are told apart by their labels now. Labels are for people: most interior "
                "nodes have none, so they all look like one."
            ),
            "Print the labels of a * b and c * d. What do two different nodes never share?",
        ),
        Mistake(
            "number-and-operation-merged",
            _order_with(lambda node: (node.data, node._op)),
            (
                "Comparing the operation as well makes the accident rarer, but two products with "
                "the same number are still taken for one node."
            ),
            (
                "Is there anything that one node certainly does not share with any other, "
                "whatever its contents?"
            ),
        ),
        Mistake(
            "number-and-label-merged",
            _order_with(lambda node: (node.data, node.label)),
            (
                "Comparing the label as well (or the printed text of a node) saves the leaves, "
                "but interior nodes without a label are still told apart by their number only."
            ),
            (
                "Is there anything that one node certainly does not share with any other, "
                "whatever its contents?"
            ),
        ),
        Mistake(
            "kinds-mixed",
            _no_end,
            (
                "The list never ends: the same parent counts as missing again and again. What is "
                "kept in done, and what is looked for in it, must be of the same kind."
            ),
            "Two lines of the program name .data. What does each of them look at now?",
        ),
        Mistake(
            "node-twice",
            _all_missing_parents,
            (
                "All missing parents join the waiting list at once, so a node can wait there "
                "twice. It enters the list twice, and passes on its whole gradient twice."
            ),
            "Follow waiting and order for L = y + y: how often does y stand in them?",
        ),
    ),
)
