"""03.order: Parents first."""

from mgrad.check.lesson03.shared import Value, run_program
from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, Task

LINES = {
    "A": "            order.append(node)",
    "B": "    visit(root)",
    "C": "        if node not in visited:",
    "D": "    return order",
    "E": "            for parent in node._prev:",
    "F": "    def visit(node):",
    "G": "            visited.add(node)",
    "H": "def topological_order(root):",
    "I": "                visit(parent)",
    "J": "    order, visited = [], set()",
}


def _probe_order(answer, case):
    program, numbers = case
    made: dict = {}
    exec(arranged(LINES, answer), made)
    names = run_program(program, numbers, Value)
    for name in ("y", "s", "L"):
        if name in names:
            names[name].label = name
    return " ".join(node.label for node in made["topological_order"](names["L"]))


TASK = Task(
    id="03.order",
    answer_name="line_order",
    kind="object",
    reference="HJFCGEIABD",
    probe=_probe_order,
    cases=lambda rng: [
        ["L = a * b", {"a": 2.0, "b": 3.0}],
        ["y = a * b; s = y + a; L = y * s", {"a": 2.0, "b": 3.0}],
    ],
    say=lambda case: f"{case[0]}, the labels in the list",
    notice=(
        "A node enters the list after all its parents. Read backward, the list says who steps "
        "when: nobody before all its users."
    ),
    mistakes=(
        Mistake("node-before-parents", "HJFCGAEIBD").says(
            "A node enters the list as soon as it is visited, before its parents. The result "
            "stands first, and a node can stand before one that needs it.",
            "When may a node write itself into the list: before or after it has sent the "
            "visit on to its parents?",
        ),
        Mistake("return-before-visit", "HJFCGEIADB").says(
            "The function returns its list before anybody was visited, so the list is empty.",
            "A line after return never runs. Which line must still run before it?",
        ),
        Mistake("called-before-defined", "HJBFCGEIAD").says(
            "The visit of the root is started before visit is defined. Python runs the lines "
            "of a function from top to bottom.",
            "Which line starts the first visit, and what must Python have read by then?",
        ),
        Mistake("list-made-too-late", "HFCGEIABJD").says(
            "The first visit starts before there is a list and a set. visit needs both of them.",
            "Which line makes the two empty collections, and who uses them first?",
        ),
        Mistake("indentation-broken", "AHJFCGEIBD").says(
            "Python cannot read the lines in this order. After a line that ends in a colon comes "
            "an indented line, and no other line may be indented deeper than the one above it.",
            "Which four lines end in a colon, and which line can follow each of them?",
        ),
    ),
)
