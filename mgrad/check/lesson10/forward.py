"""10.forward: The forward lines."""

from mgrad.check.lesson10.shared import (
    as_nodes,
    checked_lines,
    described,
    forward_lines,
    graphs,
    run_lines,
)
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _probe_forward(answer, case):
    nodes, numbers = as_nodes(case[0]), case[1]
    try:
        space = run_lines(checked_lines(answer(nodes)), numbers)
    except NameError as error:
        if error.name in [node[0] for node in nodes]:
            return {"read before it has a number": error.name}
        raise FormError(
            f"Your lines use the name {error.name}, and no node is called so. What an f-string is "
            "to replace by its value stands in braces."
        ) from None
    return {name: space.get(name) for name, operation, _ in nodes if operation}


def _with_leaves(nodes):
    return [f"{name} = {parents[0]}" for name, _, parents in nodes]


def _without_names(nodes):
    return [line.partition(" = ")[2] for line in forward_lines(nodes)]


TASK = Task(
    id="10.forward",
    answer_name="forward_lines",
    kind="function",
    reference=forward_lines,
    probe=_probe_forward,
    cases=graphs,
    say=described,
    notice="The order of the nodes is the whole art: parents first, so that each name is known.",
    mistakes=(
        Mistake(
            "lines-reversed",
            lambda nodes: forward_lines(nodes[::-1]),
            "The lines stand in reverse order, so a line uses a name that has no number yet.",
            "Which line can be run first, when only the leaves are known?",
        ),
        Mistake(
            "always-plus",
            lambda nodes: forward_lines([(n, "+" if o == "*" else o, p) for n, o, p in nodes]),
            "A product comes out as a sum: the operation of the node is not looked at.",
            "Print the line for a node with the operation * and read it.",
        ),
        Mistake(
            "always-times",
            lambda nodes: forward_lines([(n, "*" if o == "+" else o, p) for n, o, p in nodes]),
        ).says(
            "A sum comes out as a product: the operation of the node is not looked at.",
            "Print the line for a node with the operation + and read it.",
        ),
        Mistake("leaves-have-lines", _with_leaves).says(
            "Leaves get a line too. They have no parents to be computed from; their numbers are "
            "there.",
            "What is the operation of a leaf, and what does your code do with it?",
        ),
        Mistake("first-line-only", lambda nodes: forward_lines(nodes)[:1]).says(
            "Only the first line is there.",
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake(
            "adds-to-nothing",
            lambda nodes: [line.replace(" = ", " += ") for line in forward_lines(nodes)],
        ).says(
            "Your lines add to a name that has no number yet. Forward, each name gets its number "
            "once.",
            "What must be there before p += 1 can run?",
        ),
        Mistake("names-missing", _without_names).says(
            "Your lines compute something, but give it no name that a later line can use.",
            "What stands on the left of the = in the example?",
        ),
        Mistake(
            "second-parent-twice",
            lambda nodes: forward_lines([(n, o, (*p[-1:], *p[-1:])) for n, o, p in nodes]),
        ).says(
            "Both sides of an operation have the same name: the first parent is not used.",
            "Print the line for w * x. Where is w?",
        ),
        Mistake(
            "first-parent-twice",
            lambda nodes: forward_lines([(n, o, (*p[:1], *p[:1])) for n, o, p in nodes]),
            "Both sides of an operation have the same name: the second parent is not used.",
            "Print the line for w * x. Where is x?",
        ),
    ),
)
