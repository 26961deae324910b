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


def _breadth_first(root):
    order = [root]
    for node in order:
        order += [parent for parent in dict.fromkeys(node._prev) if parent not in order]
    return order[::-1]


def _once_for_each_use(root):
    return [*(node for parent in root._prev for node in _once_for_each_use(parent)), root]


def _reading(parents):
    """A right walk along the parents that ``parents`` picks."""

    def parents_first(root):
        order = []

        def visit(node):
            if node not in order:
                for parent in parents(node):
                    visit(parent)
                order.append(node)

        visit(root)
        return order

    return parents_first


def _waiting_counts_as_done(root):
    order, waiting = [], [root]
    while waiting:
        known = [node.data for node in waiting]
        new = [p for p in waiting[-1]._prev if p not in order and p.data not in known]
        if new:
            waiting.append(new[0])
        else:
            order.append(waiting.pop())
    return order


def _without(leave_out):
    return lambda root: [node for node in _order_with(id)(root) if not leave_out(node, root)]


def _of_leaf_or_object(node):
    return id(node) if node._prev else node.data


def _of_product_or_object(node):
    return node.data if node._prev else id(node)


def _labels(root):
    return [node.label for node in _order_with(id)(root)]


def _numbers(root):
    return [node.data for node in _order_with(id)(root)]


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
    own = {name: x + 0.0 for name, x in numbers.items()}  # so no two leaves share an object
    names, Watched.left = run_program(program, own, WATCHED), 500
    found = answer(names["L"])
    if isinstance(found, set | frozenset):  # in the order of the memory, which is one by luck
        return found
    order = list(found)
    strange = [x for x in order if not isinstance(x, WATCHED)]
    if strange:
        return {"in the list": f"objects of type {type(strange[0]).__name__}, not nodes"}
    names["L"].grad = 1.0
    for node in reversed(order):
        node._backward()
    return {
        "nodes in the list": len(order),
        "each node once": len(set(order)) == len(order),
    } | grads_of(names, numbers)


def _three_leaves(rng):
    return {"a": rng.uniform(1.5, 3), "b": rng.uniform(3.5, 4), "c": rng.uniform(-4, -1.5)}


def _level_of_merged(case):
    program, numbers = case
    if "* 1" in program or len(set(numbers.values())) < len(numbers) or "d" in numbers:
        return 3
    return "y = " in program


TASK = Task(
    id="03.merged",
    answer_name="parents_first",
    kind="function",
    reference=_order_with(lambda node: node),
    probe=_probe_merged,
    # first without reuse and equal numbers, then with reuse, then with equal numbers
    level=_level_of_merged,
    cases=lambda rng: [
        ["L = a * b", {"a": 2.0, "b": 3.0}],
        ["L = (a + b) * c", {"a": 2.0, "b": 3.0, "c": 7.0}],
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
        Mistake("equal-numbers-merged", _order_with(lambda node: node.data)).says(
            "Two different nodes happen to have the same number, and one of them is missing "
            "from the list. It never makes its step, so nothing arrives behind it.",
            "How does the function recognise a node that it has had before? When does that "
            "go wrong?",
        ),
        Mistake("equal-labels-merged", _order_with(lambda node: node.label)).says(
            "Nodes are told apart by their labels now. Labels are for people: most interior "
            "nodes have none, so they all look like one.",
            "Print the labels of all nodes behind L. What do two different nodes never share?",
        ),
        Mistake(
            "number-and-operation-merged", _order_with(lambda node: (node.data, node._op))
        ).says(
            "Comparing the operation as well makes the accident rarer, but two products with "
            "the same number are still taken for one node.",
            "Is there anything that one node certainly does not share with any other, "
            "whatever its contents?",
        ),
        Mistake("number-and-label-merged", _order_with(lambda node: (node.data, node.label))).says(
            "Comparing the label as well (or the printed text of a node) saves the leaves, "
            "but interior nodes without a label are still told apart by their number only.",
            "Is there anything that one node certainly does not share with any other, "
            "whatever its contents?",
        ),
        Mistake("kinds-mixed", _no_end).says(
            "The list never ends. Either the same parent counts as missing again and again, as "
            "when what is looked for is not of the kind that is kept; or a node never leaves the "
            "list of those that wait.",
            "Follow the first node of L = a * b: what must happen so that its turn is over?",
        ),
        Mistake("node-twice", _all_missing_parents).says(
            "All missing parents join the waiting list at once, so a node can wait there "
            "twice. It enters the list twice, and passes on its whole gradient twice.",
            "Follow waiting and order for L = y + y: how often does y stand in them?",
        ),
        Mistake("root-first", lambda root: _order_with(id)(root)[::-1]).says(
            "The root stands before its parents. Read backward, the list then lets nodes make "
            "their steps before anything has arrived at them.",
            "When does a node enter your list: before or after its parents are in it?",
        ),
        Mistake("breadth-first", _breadth_first).says(
            "Your list goes level by level from the root. A node that is used near the root "
            "and again farther away does not stand before all its users there.",
            "In L = (y + c) * (y * c) - y, which nodes need y, and where do they stand?",
        ),
        Mistake("node-for-each-use", _once_for_each_use).says(
            "A node that is used twice stands in the list twice, with all that lies behind it, "
            "and passes on its whole gradient twice.",
            "Print the list for L = y + y. How do you keep a node from entering it again?",
        ),
        *[
            Mistake(f"{name}-parent-only", _reading(parents)).says(
                f"Only the {name} parent of each node is looked at; what lies behind the other "
                "is missing from the list.",
                "How many parents has a product, and which of them do your lines ask for?",
            )
            for name, parents in (
                ("first", lambda node: node._prev[:1]),
                ("last", lambda node: node._prev[-1:]),
            )
        ],
        Mistake("root-left-out", _without(lambda node, root: node is root)).says(
            "The root is missing from the list, and nobody else makes the first step.",
            "What is in waiting when your loop ends, and what should become of it?",
        ),
        Mistake("equal-leaves-merged", _order_with(_of_leaf_or_object)).says(
            "Products are told apart, but two leaves with the same number are still taken for "
            "one, and one of them is missing from the list.",
            "What do two different nodes never share, whatever their contents?",
        ),
        Mistake("equal-products-merged", _order_with(_of_product_or_object)).says(
            "Leaves are told apart, but two results with the same number are still taken for "
            "one, and one of them is missing from the list.",
            "What do two different nodes never share, whatever their contents?",
        ),
        Mistake("number-identity", _order_with(lambda node: id(node.data))).says(
            "Nodes are told apart by the number object in them. Two nodes can hold the very "
            "same object, as those of two 1s do here.",
            "Whose identity do you ask for: that of the node, or that of its number?",
        ),
        Mistake("waiting-counts-as-done", _waiting_counts_as_done).says(
            "A node is missing from the list because a node with the same number waits just "
            "then: numbers are still compared, now with those that wait.",
            "What do two different nodes never share, whatever their contents?",
        ),
        *[
            Mistake(f"{name}-for-nodes", answer).says(
                f"Your list holds the {name} of the nodes. Whoever goes through it wants to call "
                "node._backward(), so it must hold the nodes themselves.",
                "What does your line append: a node, or something that a node has?",
            )
            for name, answer in (("labels", _labels), ("numbers", _numbers))
        ],
    ),
)
