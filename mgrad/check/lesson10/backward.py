"""10.backward: The backward lines."""

from mgrad.check.lesson10.shared import (
    as_nodes,
    backward_lines,
    checked_lines,
    described,
    forward_lines,
    graphs,
    run_lines,
)
from mgrad.check.task import Mistake, Task


def _cases(rng):
    """Graphs with the numbers of all nodes: what the forward lines leave behind."""
    cases = []
    for nodes, numbers in graphs(rng):
        space = run_lines(forward_lines(nodes), numbers)
        cases.append([nodes, {name: space[name] for name, _, _ in nodes}])
    return cases


def _probe_backward(answer, case):
    nodes, numbers = as_nodes(case[0]), case[1]
    gradients = {f"g_{name}": 0.0 for name in numbers}
    gradients[f"g_{nodes[-1][0]}"] = 1.0
    space = run_lines(checked_lines(answer(nodes)), {**numbers, **gradients})
    return {name: space[name] for name in gradients}


def _own_factor(nodes):
    lines = []
    for name, operation, parents in reversed(nodes):
        if operation == "*":
            lines += [f"g_{parent} += {parent} * g_{name}" for parent in parents]
        else:
            lines += backward_lines([(name, operation, parents)])
    return lines


def _node_by_node(lines_of):
    """Other lines for some nodes; ``lines_of`` gives None for those that stay right."""

    def backward(nodes):
        lines = []
        for node in reversed(nodes):
            other = lines_of(*node)
            lines += backward_lines([node]) if other is None else other
        return lines

    return backward


def _plus_like_product(name, operation, parents):
    return [f"g_{p} += {p} * g_{name}" for p in parents] if operation == "+" else None


def _one_factor(name, operation, parents):
    return backward_lines([(name, operation, parents)])[:1] if operation == "*" else None


def _equal_parents_once(name, operation, parents):
    return [f"g_{p} += g_{name}" for p in dict.fromkeys(parents)] if operation == "+" else None


def _product_alone(name, operation, parents):
    return [f"g_{p} += {q}" for p, q in zip(parents, parents[::-1])] if operation == "*" else None


def _from_the_parent(*operations):
    def lines_of(name, operation, parents):
        if operation not in operations:
            return None
        lines = backward_lines([(name, operation, parents)])
        return [line.rpartition("g_")[0] + line.split()[0] for line in lines]

    return lines_of


TASK = Task(
    id="10.backward",
    answer_name="backward_lines",
    kind="function",
    reference=backward_lines,
    probe=_probe_backward,
    cases=_cases,
    say=described,
    notice="Each line is local * upstream, added up: the chain rule, with no graph left to walk.",
    mistakes=(
        Mistake(
            "gradient-overwritten",
            lambda nodes: backward_lines(nodes, equals="="),
            "A value that is used twice keeps the part of one use only: = where += belongs.",
            "What is g_a after g_a = a * g_q has run twice?",
        ),
        Mistake(
            "parents-first",
            lambda nodes: backward_lines(nodes[::-1]),
            "The lines stand in the order of the forward lines. A gradient is passed on before it "
            "has arrived.",
            "Which gradient is the only one that is not 0 at the start?",
        ),
        Mistake(
            "upstream-forgotten",
            lambda nodes: backward_lines(nodes, upstream=""),
            "Each line adds the local derivative alone. What arrives from above is missing.",
            "What is g_w if g_o is ten times as large?",
        ),
        Mistake(
            "square-forgotten",
            lambda nodes: backward_lines(nodes, local_of_tanh="(1 - {0})"),
            "The slope of tanh is 1 minus the square of its result.",
            "Which slope has tanh where its result is -1? And what does your line give?",
        ),
        Mistake(
            "brackets-missing", lambda nodes: backward_lines(nodes, local_of_tanh="1 - {0} * {0}")
        ).says(
            "The slope of tanh is a difference, and what arrives from above multiplies only its "
            "last part.",
            "What does Python compute first in 1 - o * o * g_o?",
        ),
        Mistake(
            "square-of-the-input",
            lambda nodes: backward_lines(nodes, local_of_tanh="(1 - {1} * {1})"),
        ).says(
            "The slope of tanh is taken at its input. It is 1 minus the square of its result.",
            "In o = tanh(n), which of the two names is squared?",
        ),
        Mistake(
            "square-added", lambda nodes: backward_lines(nodes, local_of_tanh="(1 + {0} * {0})")
        ).says(
            "The slope of tanh is at most 1; yours is at least 1.",
            "Where tanh is flat, its result is near 1 or −1. What does your line give there?",
        ),
        Mistake("tanh-passed-through", lambda nodes: backward_lines(nodes, local_of_tanh="1")).says(
            "tanh passes on what arrives as it is. Its local derivative is missing.",
            "How fast does tanh rise where its result is near 1?",
        ),
        Mistake("plus-like-product", _node_by_node(_plus_like_product)).says(
            "In a sum each parent got itself as local derivative. It is 1 for both.",
            "If a grows by 1, by how much does a + b grow?",
        ),
        Mistake("one-factor-only", _node_by_node(_one_factor)).says(
            "Of a product only the first factor gets a line.",
            "How many gradients does p = w * x pass on?",
        ),
        Mistake("equal-parents-once", _node_by_node(_equal_parents_once)).says(
            "Where both parents of a sum are the same name, it gets one part only.",
            "If a grows by 1, by how much does a + a grow?",
        ),
        Mistake("products-without-upstream", _node_by_node(_product_alone)).says(
            "In products the local derivative stands alone. What arrives from above is missing.",
            "What is g_w if g_o is ten times as large?",
        ),
        *(
            Mistake(
                f"upstream-of-the-parent{id}", _node_by_node(_from_the_parent(*operations))
            ).says(
                "The local derivative is multiplied by the gradient of the parent itself. What "
                "arrives comes from the node that the parent went into.",
                "In the line for g_w, which gradient is known already?",
            )
            for id, operations in (("", ("*", "tanh")), ("-in-products", ("*",)))
        ),
        Mistake(
            "own-factor",
            _own_factor,
            "In a product each factor got itself as local derivative. It is the other factor.",
            "If a grows by 1, by how much does a * b grow?",
        ),
    ),
)
