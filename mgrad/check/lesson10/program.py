"""10.program: The whole compiler."""

import re

from mgrad.check.lesson10.shared import (
    NEURON,
    TWICE,
    as_lists,
    as_nodes,
    backward_lines,
    forward_lines,
    random_graph,
    run_text,
)
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _source(nodes, inputs, parameters, before_loop=True, mean=True):
    """The text of a program; the last arguments make the known mistakes."""
    output = nodes[-1][0]
    inner = [name for name, _, _ in nodes if name not in parameters]
    zero = [f"g_{name} = 0.0" for name in parameters]
    body = [
        *([] if before_loop else zero),
        *(f"g_{name} = 0.0" for name in inner),
        *forward_lines(nodes),
        f"total += {output}",
        f"g_{output} += 1.0",
        *backward_lines(nodes),
    ]
    divided = " / len(rows)" if mean else ""
    gradients = ", ".join(f"g_{name}{divided}" for name in parameters)
    lines = [
        "def program(rows, parameters):",
        f"    [{', '.join(parameters)}] = parameters",
        "    total = 0.0",
        *(f"    {line}" for line in zero),
        f"    for [{', '.join(inputs)}] in rows:",
        *(f"        {line}" for line in body),
        f"    return total{divided}, [{gradients}]",
    ]
    return "\n".join(lines)


def _source_leaking(nodes, inputs, parameters, once=True, seed="+="):
    """The gradients of the interior nodes begin at zero once, before the loop, or nowhere."""
    text = _source(nodes, inputs, parameters).replace("+= 1.0\n", f"{seed} 1.0\n")
    moved = [
        line
        for line in text.split("\n")
        if line.startswith("        g_") and line.endswith("= 0.0")
    ]
    others = [line for line in text.split("\n") if line not in moved]
    return "\n".join([*others[:3], *(line[4:] for line in moved if once), *others[3:]])


def _changed(graph, old, new):
    return re.sub(old, new, _source(*graph), flags=re.DOTALL)


def _probe_program(answer, case):
    nodes, inputs, parameters, rows, numbers = case
    text = answer(as_nodes(nodes), list(inputs), list(parameters))
    if not isinstance(text, str):
        raise FormError("Return the program as one text, its lines joined with newlines.")
    import math

    space = {"tanh": math.tanh}
    run_text(text, space)
    if "program" not in space:
        raise FormError("The text must define a function program(rows, parameters).")
    try:
        value, gradients = space["program"]([list(row) for row in rows], list(numbers))
    except UnboundLocalError as error:
        what = "a gradient" if "'g_" in str(error) else "a number"
        return {"read before it has a value": what}
    return {"the value": value, "the gradients": list(gradients)}


def _cases(rng):
    def case(nodes, inputs, parameters, n):
        rows = [some_numbers(rng, len(inputs)) for _ in range(n)]
        below_0 = some_numbers(rng, len(parameters), -2, -0.5)  # in all cases or in none
        return [as_lists(nodes), inputs, parameters, rows, below_0]

    return [
        case(NEURON, ["x"], ["w", "b"], 1),
        case(NEURON, ["x"], ["w", "b"], 3),
        case([("x", "", ()), *TWICE, ("L", "*", ("t", "x"))], ["x"], ["a"], 3),
        case(random_graph(rng), ["b", "c"], ["a"], 4),
    ]


TASK = Task(
    id="10.program",
    answer_name="source",
    kind="function",
    reference=_source,
    probe=_probe_program,
    cases=_cases,
    say=lambda case: (
        f"{len(case[3])} row{'s' * (len(case[3]) > 1)} of the inputs {', '.join(case[1])}, the "
        f"parameters {', '.join(case[2])} = {listed(case[4])}, and the graph "
        + "; ".join(f"{n} = {o}({', '.join(p)})" for n, o, p in case[0] if o)
    ),
    notice="Text in, text out: a compiler is a function, and its result is a program of its own.",
    mistakes=(
        Mistake(
            "gradients-never-reset",
            _source_leaking,
            "One row is right, several are not: the gradients of the interior nodes still hold "
            "what the row before left there.",
            "Which gradients belong to one row, and which collect over all rows?",
        ),
        Mistake(
            "all-but-the-output-never-reset",
            lambda *graph: _source_leaking(*graph, seed="="),
            "The gradient of the output begins anew in every row, but those of the other nodes "
            "still hold what the row before left there.",
            "Which gradients belong to one row, and which collect over all rows?",
        ),
        Mistake(
            "gradients-without-a-start",
            lambda *graph: _source_leaking(*graph, once=False, seed="="),
            "Your program adds to the gradient of a node that has no value yet.",
            "With which number must the gradient of every node begin, and in which rows?",
        ),
        Mistake(
            "output-read-too-early",
            lambda *graph: _changed(
                graph, r"(.*?\n)(        \w+ = .*?)(        total .*?\n)", r"\1\3\2"
            ),
        ).says(
            "A line of your program reads a name of the forward lines before it has a number.",
            "In which order do forward lines, total and backward lines stand in the loop?",
        ),
        Mistake(
            "returned-in-the-loop",
            lambda *graph: _changed(graph, "    return", "        return"),
        ).says(
            "The return of your program stands inside its loop, so it ends after the first row.",
            "Print your text. How far is its last line indented?",
        ),
        Mistake(
            "value-of-the-last-row", lambda *graph: _changed(graph, r"total \+=", "total =")
        ).says(
            "The gradients are right, but total gets another value in each row: only the last row "
            "is in it.",
            "Print your text. What happens to total in the second row?",
        ),
        Mistake(
            "no-gradient-at-the-output",
            lambda *graph: _changed(graph, r"(g_\w+) \+= 1.0\n", r"\1 += 0.0\n"),
        ).says(
            "The value is right and all gradients are 0: nothing starts the backward lines.",
            "Which gradient is 1 before they run, and which line of your text says so?",
        ),
        Mistake(
            "gradients-not-divided",
            lambda *graph: _changed(graph, r"(g_\w+) / len\(rows\)", r"\1"),
        ).says(
            "The value is a mean, but the gradients are sums over the rows.",
            "What happens to your gradients if every row is there twice?",
        ),
        Mistake(
            "parameters-reset-in-the-loop",
            lambda nodes, inputs, parameters: _source(nodes, inputs, parameters, before_loop=False),
            "The gradients of the parameters begin at 0 in every row: only the last row is left.",
            "Which gradients belong to one row, and which collect over all rows?",
        ),
        Mistake(
            "sum-for-the-mean",
            lambda nodes, inputs, parameters: _source(nodes, inputs, parameters, mean=False),
            "You return sums over the rows. Asked for are means, of value and gradients.",
            "What happens to your result if every row is there twice?",
        ),
    ),
)
