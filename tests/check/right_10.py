"""Right and wrong answers to the exercises of lesson 10, in the styles that students use."""

import numpy as np


def forward_with_a_dictionary(nodes):
    templates = {"+": "{} = {} + {}", "*": "{} = {} * {}", "tanh": "{} = tanh({})"}
    return [templates[op].format(name, *parents) for name, op, parents in nodes if op]


def forward_with_brackets(nodes):
    lines = []
    for node in nodes:
        if node[1] in "+*" and node[1] != "":
            lines.append(node[0] + "=(" + node[1].join(node[2]) + ")")
        if node[1] == "tanh":
            lines.append(node[0] + "=tanh(" + node[2][0] + ")")
    return tuple(lines)


def dot_bias_last(name, weights, inputs, bias):
    terms = [w + "*" + x for w, x in zip(weights, inputs)]
    return name + " = " + " + ".join(terms) + " + " + bias


def dot_with_a_loop(name, weights, inputs, bias):
    text = f"{name} = {bias}"
    for i in range(len(weights)):
        text += f" + ({weights[i]} * {inputs[i]})"
    return text


def backward_written_out(nodes):
    lines = []
    for name, op, parents in nodes[::-1]:
        g = "g_" + name
        if op == "+":
            for p in parents:
                lines.append(f"g_{p} += {g}")
        if op == "*":
            left, right = parents
            lines.append(f"g_{left} = g_{left} + {right} * {g}")
            lines.append(f"g_{right} = g_{right} + {left} * {g}")
        if op == "tanh":
            lines.append(f"g_{parents[0]} += {g} * (1 - {name}**2)")
    return lines


def backward_from_a_table(nodes):
    local = {
        "": lambda name, parents: [],
        "+": lambda name, parents: ["1.0", "1.0"],
        "*": lambda name, parents: parents[::-1],
        "tanh": lambda name, parents: [f"(1 - tanh({parents[0]}) * {name})"],
    }
    return [
        f"g_{parent} += {slope} * g_{name}"
        for name, op, parents in reversed(nodes)
        for parent, slope in zip(parents, local[op](name, parents))
    ]


def forward_that_adds(nodes):
    return [
        line if "tanh" in line else line.replace(" = ", " += ")
        for line in forward_with_a_dictionary(nodes)
    ]


def dot_minus_the_bias(name, weights, inputs, bias):
    return dot_with_a_loop(name, weights, inputs, f"-{bias}")


def dot_with_a_name_of_its_own(name, weights, inputs, bias):
    return dot_with_a_loop("s", weights, inputs, bias)


def backward_without_brackets(nodes):
    lines = backward_from_a_table(nodes)
    return [line.replace("(1 - ", "1 - ").replace(") * g_", " * g_") for line in lines]


def backward_subtracts(nodes):
    return [line.replace("+=", "-=") for line in backward_written_out(nodes)]


def run_with_lists(step, rows, parameters):
    results = [step(row, parameters) for row in rows]
    columns = zip(*(gradients for _, gradients in results))
    n = len(rows)
    return sum(value for value, _ in results) / n, [sum(column) / n for column in columns]


def run_with_numpy(step, rows, parameters):
    values, gradients = zip(*(step(row, parameters) for row in rows))
    return [np.mean(values), np.mean(gradients, axis=0)]


def run_first_row(step, rows, parameters):
    return step(rows[0], parameters)


def run_with_the_mean_row(step, rows, parameters):
    return step([sum(column) / len(rows) for column in zip(*rows)], parameters)


def arrays_with_products(x1, x2, g):
    return x1 @ g, x2 @ g, np.ones(len(g)) @ g


def arrays_with_a_loop(x1, x2, g):
    w1 = w2 = b = 0.0
    for first, second, slope in zip(x1, x2, g):
        w1, w2, b = w1 + first * slope, w2 + second * slope, b + slope
    return [w1, w2, b]


def arrays_in_another_order(x1, x2, g):
    return g.sum(), x1 @ g, x2 @ g


def program_in_pieces(nodes, inputs, parameters):
    pad, out = "        ", nodes[-1][0]
    text = "def program(rows, parameters):\n"
    for i, name in enumerate(parameters):
        text += f"    {name} = parameters[{i}]\n    sum_{name} = 0.0\n"
    text += "    total = 0.0\n    for row in rows:\n"
    for i, name in enumerate(inputs):
        text += f"{pad}{name} = row[{i}]\n"
    for line in forward_with_a_dictionary(nodes):
        text += pad + line + "\n"
    for name, _, _ in nodes:
        text += f"{pad}g_{name} = {float(name == out)}\n"
    for line in backward_written_out(nodes):
        text += pad + line + "\n"
    for name in parameters:
        text += f"{pad}sum_{name} += g_{name} / len(rows)\n"
    text += f"{pad}total += {out} / len(rows)\n"
    return text + f"    return [total, [{', '.join('sum_' + name for name in parameters)}]]\n"


def program_without_gradients(nodes, inputs, parameters):
    text = program_in_pieces(nodes, inputs, parameters)
    return text.rpartition("return")[0] + f"return total, [{', '.join('0.0' for _ in parameters)}]"


RIGHT = [
    ("10.count", "a tuple", (6, 9)),
    ("10.count", "an array", np.array([6, 9])),
    ("10.branch", "an array", np.array([6.0, -3.0, 12.0])),
    ("10.fold", "small letters with spaces", "n o e n n e"),
    ("10.forward", "a dictionary of templates", forward_with_a_dictionary),
    ("10.forward", "brackets, a tuple", forward_with_brackets),
    ("10.dot", "the bias last", dot_bias_last),
    ("10.dot", "a loop", dot_with_a_loop),
    ("10.backward", "written out", backward_written_out),
    ("10.backward", "a table of local derivatives", backward_from_a_table),
    ("10.loop", "lists and zip", run_with_lists),
    ("10.loop", "NumPy", run_with_numpy),
    ("10.branch", "whole numbers, a tuple", (6, -3, 12)),
    ("10.arrays", "products", arrays_with_products),
    ("10.arrays", "a loop", arrays_with_a_loop),
    ("10.program", "piece by piece", program_in_pieces),
]

WRONG = [
    ("10.arrays", "two of three", lambda x1, x2, g: [(x1 * g).sum(), (x2 * g).sum()], "form"),
    ("10.count", "backward first", [9, 6]),
    ("10.fold", "all of it in the loop", "EEEEEE"),
    ("10.forward", "the nodes as they are", lambda nodes: [node[0] for node in nodes]),
    ("10.forward", "+= but for tanh", forward_that_adds, "adds-to-nothing"),
    ("10.forward", "one text", lambda nodes: "\n".join(forward_with_a_dictionary(nodes))),
    ("10.dot", "the result in place of the line", lambda name, weights, inputs, bias: 3.0),
    ("10.dot", "minus the bias", dot_minus_the_bias),
    ("10.dot", "always the same name", dot_with_a_name_of_its_own),
    ("10.backward", "minus", backward_subtracts, "sign"),
    ("10.backward", "no brackets", backward_without_brackets, "brackets-missing"),
    ("10.loop", "the first row", run_first_row),
    ("10.loop", "the mean row", run_with_the_mean_row),
    ("10.branch", "absolute values", [6.0, 3.0, 12.0]),
    ("10.arrays", "another order", arrays_in_another_order),
    ("10.program", "no gradients", program_without_gradients),
]
