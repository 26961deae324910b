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
            "own-factor",
            _own_factor,
            "In a product each factor got itself as local derivative. It is the other factor.",
            "If a grows by 1, by how much does a * b grow?",
        ),
    ),
)
