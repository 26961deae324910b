"""What several tasks of lesson 10 share: small graphs, and running lines that an answer wrote.

A graph is a list of nodes ``(name, operation, parents)``, parents before children. A leaf has the
operation ``""``.
"""

from mgrad.check.probe import FormError

NEURON = [
    ("w", "", ()),
    ("x", "", ()),
    ("b", "", ()),
    ("p", "*", ("w", "x")),
    ("n", "+", ("p", "b")),
    ("o", "tanh", ("n",)),
]
SQUARE = [("a", "", ()), ("q", "*", ("a", "a"))]
AFTER_TANH = [
    ("w", "", ()),
    ("x", "", ()),
    ("p", "*", ("w", "x")),
    ("o", "tanh", ("p",)),
    ("L", "*", ("o", "w")),
]
TWICE = [("a", "", ()), ("s", "+", ("a", "a")), ("t", "*", ("s", "a"))]


def forward_lines(nodes):
    lines = []
    for name, operation, parents in nodes:
        if operation == "tanh":
            lines.append(f"{name} = tanh({parents[0]})")
        elif operation:
            lines.append(f"{name} = {parents[0]} {operation} {parents[1]}")
    return lines


def backward_lines(nodes, equals="+=", local_of_tanh="(1 - {0} * {0})", upstream=" * g_{0}"):
    """The chain rule as text; the arguments make the known mistakes."""
    lines = []
    for name, operation, parents in reversed(nodes):
        above = upstream.format(name)
        if operation == "+":
            lines += [f"g_{parent} {equals} 1{above}" for parent in parents]
        elif operation == "*":
            a, b = parents
            lines += [f"g_{a} {equals} {b}{above}", f"g_{b} {equals} {a}{above}"]
        elif operation == "tanh":
            lines.append(f"g_{parents[0]} {equals} {local_of_tanh.format(name, *parents)}{above}")
    return lines


def random_graph(rng):
    """Three leaves and five operations, tanh not first, each node used at least by chance."""
    nodes = [(name, "", ()) for name in "abc"]
    for name in "defgh":
        operation = rng.choice("+**t" if nodes[3:] else "+**")
        names = [node[0] for node in nodes]
        parents = (rng.choice(names[-3:]), rng.choice(names))
        nodes.append(
            (name, "tanh", parents[:1]) if operation == "t" else (name, operation, parents)
        )
    return nodes


def with_numbers(nodes, number_of):
    """A case: the nodes, and a number for each leaf."""
    return [as_lists(nodes), {name: number_of(name) for name, op, _ in nodes if not op}]


def as_lists(nodes):
    return [[name, operation, list(parents)] for name, operation, parents in nodes]


def graphs(rng):
    """Simple graphs, each with a number below 0, then random ones."""
    simple = [NEURON[:4], NEURON, SQUARE, TWICE, AFTER_TANH]
    fixed = {"w": 0.8, "x": -1.2, "b": 0.5, "a": -1.5}
    return [
        *(with_numbers(nodes, fixed.get) for nodes in simple),
        *(
            with_numbers(random_graph(rng), lambda name: round(rng.uniform(-1.5, 1.5), 2))
            for _ in range(2)
        ),
    ]


def described(case):
    nodes = [f"{n} = {o}({', '.join(p)})" if o else n for n, o, p in case[0]]
    return f"the graph {'; '.join(nodes)}, where {say_numbers(case[1])}"


def say_numbers(numbers):
    return ", ".join(f"{name} = {number:g}" for name, number in numbers.items())


def as_nodes(nodes):
    """The nodes as the exercise gives them: they travelled as lists."""
    return [(name, operation, tuple(parents)) for name, operation, parents in nodes]


def checked_lines(lines):
    """The lines that an answer wrote.

    Raises:
        FormError: it is no list of texts.
    """
    if isinstance(lines, str) or not all(isinstance(line, str) for line in lines or []):
        raise FormError("Return a list of texts, one for each line of the program.")
    return list(lines or [])


def run_lines(lines, names):
    """Run lines with names that have numbers, as a program would."""
    import math

    space = {"tanh": math.tanh, **names}
    run_text("\n".join(lines), space)
    return space


def run_text(text, space):
    """Run a program that an answer wrote.

    Raises:
        FormError: it is no Python; the words show the line.
    """
    try:
        exec(text, space)
    except SyntaxError as error:
        line = (error.text or "").strip()
        raise FormError(
            f"Python cannot read line {error.lineno} of what you wrote, {line!r}: {error.msg}."
        ) from None
