"""Students' answers to the exercises of lesson 10, in the words of the notebook."""

PRELUDE = """
import numpy as np
from math import tanh
"""
def run_with(body):
    return "def run(step, rows, parameters):\n" + "\n".join("    " + line for line in body.strip("\n").split("\n")) + "\n"
FORWARD = """
def forward_lines(nodes):
    lines = []
    for name, operation, parents in nodes:
        if operation == "tanh":
            lines.append(f"{name} = tanh({parents[0]})")
        elif operation:
            lines.append(f"{name} = {parents[0]} {operation} {parents[1]}")
    return lines
"""
DOT = """
def dot_line(name, weights, inputs, bias):
    line = f"{name} = {bias}"
    for w, x in zip(weights, inputs):
        line += f" + {w} * {x}"
    return line
"""
BACKWARD = """
def backward_lines(nodes):
    lines = []
    for name, operation, parents in reversed(nodes):
        if operation == "+":
            for p in parents:
                lines.append(f"g_{p} += g_{name}")
        if operation == "*":
            lines.append(f"g_{parents[0]} += {parents[1]} * g_{name}")
            lines.append(f"g_{parents[1]} += {parents[0]} * g_{name}")
        if operation == "tanh":
            lines.append(f"g_{parents[0]} += (1 - {name} ** 2) * g_{name}")
    return lines
"""
PROGRAM = FORWARD + BACKWARD + """
def source(nodes, inputs, parameters):
    out = nodes[-1][0]
    lines = ["def program(rows, parameters):", "    total = 0.0"]
    for i, p in enumerate(parameters):
        lines.append(f"    {p} = parameters[{i}]")
        lines.append(f"    g_{p} = 0.0")
    lines.append("    for row in rows:")
    for i, x in enumerate(inputs):
        lines.append(f"        {x} = row[{i}]")
    for name, operation, parents in nodes:
        if name not in parameters:
            lines.append(f"        g_{name} = 0.0")
    for line in forward_lines(nodes):
        lines.append("        " + line)
    lines.append(f"        total += {out}")
    lines.append(f"        g_{out} = 1.0")
    for line in backward_lines(nodes):
        lines.append("        " + line)
    grads = ", ".join(f"g_{p} / len(rows)" for p in parameters)
    lines.append(f"    return total / len(rows), [{grads}]")
    return "\\n".join(lines)
"""
changed = str.replace
ANSWERS = [
    ("10.loop", "right", "lists by index", run_with("""
total = 0.0
gradients = [0.0 for p in parameters]
for row in rows:
    value, g = step(row, parameters)
    total += value / len(rows)
    for i in range(len(parameters)):
        gradients[i] += g[i] / len(rows)
return total, gradients""")),
    ("10.loop", "right", "arrays", run_with("""
found = [step(row, parameters) for row in rows]
return np.mean([v for v, g in found]), np.mean([g for v, g in found], axis=0)""")),
    ("10.loop", "single", "nothing divided", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return total, gradients""")),
    ("10.loop", "single", "divided in every turn", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total = (total + value) / len(rows)
    gradients = [(g + part) / len(rows) for g, part in zip(gradients, parts)]
return total, gradients""")),
    ("10.loop", "single", "divided by the number of parameters", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return total / len(parameters), [g / len(parameters) for g in gradients]""")),
    ("10.loop", "single", "gradients put one after the other", run_with("""
total, gradients = 0.0, []
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients += parts
return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "a list of lists of gradients", run_with("""
total, gradients = 0.0, []
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients.append(parts)
return total / len(rows), gradients""")),
    ("10.loop", "single", "one total for all gradients", run_with("""
total, gradient = 0.0, 0.0
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradient += sum(parts)
return total / len(rows), [gradient / len(rows)] * len(parameters)""")),
    ("10.loop", "single", "return in the loop", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
    return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "trains while it runs", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
    parameters = [p - 0.1 * g for p, g in zip(parameters, parts)]
return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "value of the last row", run_with("""
gradients = [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    gradients = [g + part for g, part in zip(gradients, parts)]
return value, [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "value divided twice", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value / len(rows)
    gradients = [g + part for g, part in zip(gradients, parts)]
return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "first row skipped", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows[1:]:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "step of the mean row", run_with("""
mean = [sum(column) / len(rows) for column in zip(*rows)]
return step(mean, parameters)""")),
    ("10.loop", "single", "the first row alone", run_with("""
return step(rows[0], parameters)""")),
    ("10.loop", "single", "reset in the loop", run_with("""
total = 0.0
for row in rows:
    gradients = [0.0] * len(parameters)
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return total / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.loop", "single", "last gradients, not divided", run_with("""
total = 0.0
for row in rows:
    value, gradients = step(row, parameters)
    total += value
return total / len(rows), gradients""")),
    ("10.loop", "form", "value alone", run_with("""
return sum(step(row, parameters)[0] for row in rows) / len(rows)""")),
    ("10.loop", "form", "gradients first", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return [g / len(rows) for g in gradients], total / len(rows)""")),
    ("10.loop", "form", "one flat list", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return [total / len(rows)] + [g / len(rows) for g in gradients]""")),
    ("10.loop", "right", "a generator of gradients", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return total / len(rows), (g / len(rows) for g in gradients)""")),
    ("10.loop", "form", "printed", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
print(total / len(rows), [g / len(rows) for g in gradients])""")),
    ("10.loop", "form", "a dictionary", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = [g + part for g, part in zip(gradients, parts)]
return {"value": total / len(rows), "gradients": [g / len(rows) for g in gradients]}""")),
    ("10.loop", "single", "list doubled by +", run_with("""
total, gradients = 0.0, [0.0] * len(parameters)
for row in rows:
    value, parts = step(row, parameters)
    total += value
    gradients = gradients + parts
return total / len(rows), gradients""")),
    ("10.loop", "single", "step called with all rows", run_with("""
value, gradients = step(rows, parameters)
return value / len(rows), [g / len(rows) for g in gradients]""")),
    ("10.count", "right", "a tuple", "line_counts = (6, 9)"),
    ("10.count", "core", "L is not counted", "line_counts = [5, 9]"),
    ("10.count", "core", "one line backward for each node and leaf", "line_counts = [6, 8]"),
    ("10.count", "core", "x and 2 get a gradient too", "line_counts = [6, 11]"),
    ("10.count", "single", "the two lines as they are written", "line_counts = [2, 9]"),
    ("10.count", "single", "one backward line for each parameter", "line_counts = [6, 2]"),
    ("10.count", "single", "the results exchanged", "line_counts = [9, 6]"),
    ("10.count", "single", "two for each forward line", "line_counts = [6, 12]"),
    ("10.count", "form", "the sum", "line_counts = 15"),
    ("10.count", "form", "texts", 'line_counts = ["6", "9"]'),
    ("10.fold", "right", "words with spaces", 'when = "n o e n n e"'),
    ("10.fold", "right", "a list", 'when = ["N", "O", "E", "N", "N", "E"]'),
    ("10.fold", "core", "the unused lines in the loop", 'when = "NOEEEE"'),
    ("10.fold", "core", "constants once", 'when = "OOENNE"'),
    ("10.fold", "core", "everything in the loop that is used", 'when = "EEENNE"'),
    ("10.fold", "single", "s not at all", 'when = "NNENNE"'),
    ("10.fold", "single", "L once", 'when = "NOENNO"'),
    ("10.fold", "single", "the squares once", 'when = "NOEOOE"'),
    ("10.fold", "form", "numbers of lines", "when = [1, 2, 3]"),
    ("10.forward", "right", "built by plus", """
def forward_lines(nodes):
    lines = []
    for name, operation, parents in nodes:
        if operation == "":
            continue
        if operation == "tanh":
            lines.append(name + " = tanh(" + parents[0] + ")")
        else:
            lines.append(name + " = " + (" " + operation + " ").join(parents))
    return lines
"""),
    ("10.forward", "core", "leaves have lines", changed(FORWARD, "elif operation:", "else:")),
    ("10.forward", "core", "tanh like the others", changed(FORWARD, "tanh({parents[0]})", "{parents[0]} tanh")),
    ("10.forward", "single", "only the first operation", changed(FORWARD, "    return lines", "        if operation:\n            return lines")),
    ("10.forward", "single", "the right side alone", changed(changed(FORWARD, "{name} = tanh", "tanh"), "{name} = {parents[0]}", "{parents[0]}")),
    ("10.forward", "single", "parents exchanged is right for + and *", changed(FORWARD, "{parents[0]} {operation} {parents[1]}", "{parents[1]} {operation} {parents[1]}")),
    ("10.forward", "single", "the value in place of the name", changed(FORWARD, "{parents[0]} {operation} {parents[1]}", "parents[0] {operation} parents[1]")),
    ("10.forward", "single", "always a product", changed(FORWARD, "{operation} {parents[1]}", "* {parents[1]}")),
    ("10.forward", "single", "+= for =", changed(FORWARD, "{name} = {parents[0]} {op", "{name} += {parents[0]} {op")),
    ("10.forward", "form", "one text", changed(FORWARD, "return lines", 'return "\\n".join(lines)')),
    ("10.forward", "form", "printed", changed(changed(FORWARD, "lines.append(", "print("), "    return lines\n", "")),
    ("10.dot", "right", "grown", DOT),
    ("10.dot", "right", "joined", """
def dot_line(name, weights, inputs, bias):
    return name + " = " + " + ".join([w + " * " + x for w, x in zip(weights, inputs)] + [bias])
"""),
    ("10.dot", "core", "no bias", changed(DOT, "= {bias}", "= 0")),
    ("10.dot", "core", "last product only", changed(DOT, "    return", '    line = f"{name} = {bias} + {w} * {x}"\n    return')),
    ("10.dot", "single", "first product only", changed(DOT, "    return", "        return")),
    ("10.dot", "single", "sums multiplied", changed(DOT, "+ {w} * {x}", "* {w} + {x}")),
    ("10.dot", "single", "weights and inputs added", changed(DOT, "+ {w} * {x}", "+ {w} + {x}")),
    ("10.dot", "single", "without the name", changed(DOT, "{name} = ", "")),
    ("10.dot", "single", "always n", changed(DOT, "{name}", "n")),
    ("10.dot", "single", "always two weights", """
def dot_line(name, weights, inputs, bias):
    return f"{name} = {bias} + {weights[0]} * {inputs[0]} + {weights[1]} * {inputs[1]}"
"""),
    ("10.dot", "single", "bias in every product", changed(DOT, "+ {w} * {x}", "+ {w} * {x} + {bias}")),
    ("10.dot", "single", "minus the bias", changed(DOT, "= {bias}", "= -{bias}")),
    ("10.dot", "form", "a list", changed(DOT, "return line", "return [line]")),
    ("10.dot", "form", "printed", changed(DOT, "return line", "print(line)")),
    ("10.backward", "right", "written out", BACKWARD),
    ("10.backward", "right", "g = g + ...", changed(BACKWARD, "g_{parents[0]} += {parents[1]}", "g_{parents[0]} = g_{parents[0]} + {parents[1]}")),
    ("10.backward", "core", "assigned", changed(BACKWARD, "+=", "=")),
    ("10.backward", "core", "own factor", changed(changed(changed(BACKWARD, "{parents[1]} *", "{parents[X]} *"), "{parents[0]} *", "{parents[1]} *"), "{parents[X]} *", "{parents[0]} *")),
    ("10.backward", "core", "in forward order", changed(BACKWARD, "reversed(nodes)", "nodes")),
    ("10.backward", "core", "1 - o", changed(BACKWARD, " ** 2", "")),
    ("10.backward", "single", "the square of the input of tanh", changed(BACKWARD, "{name} ** 2", "{parents[0]} ** 2")),
    ("10.backward", "single", "1 + o squared", changed(BACKWARD, "1 - ", "1 + ")),
    ("10.backward", "single", "tanh passes on as it is", changed(BACKWARD, "(1 - {name} ** 2) * ", "")),
    ("10.backward", "single", "the first parent only", changed(BACKWARD, '            lines.append(f"g_{parents[1]} += {parents[0]} * g_{name}")\n', "")),
    ("10.backward", "single", "upstream of the parent", changed(changed(BACKWARD, "} * g_{name}", "} * g_{parents[0]}"), "{parents[0]} * g_{parents[0]}", "{parents[0]} * g_{parents[1]}")),
    ("10.backward", "single", "brackets missing", changed(BACKWARD, "(1 - {name} ** 2)", "1 - {name} ** 2")),
    ("10.backward", "single", "a plus like a product", changed(BACKWARD, "g_{p} += g_{name}", "g_{p} += {p} * g_{name}")),
    ("10.backward", "single", "the product without upstream", changed(changed(BACKWARD, "{parents[1]} * g_{name}", "{parents[1]}"), "{parents[0]} * g_{name}", "{parents[0]}")),
    ("10.backward", "single", "a set of parents", changed(BACKWARD, "for p in parents:", "for p in set(parents):")),
    ("10.backward", "form", "one text", changed(BACKWARD, "return lines", 'return "; ".join(lines)')),
    ("10.arrays", "right", "dot", """
def parameter_gradients(x1, x2, g):
    return np.dot(x1, g), np.dot(x2, g), sum(g)
"""),
    ("10.arrays", "core", "no sum", "def parameter_gradients(x1, x2, g):\n    return [x1 * g, x2 * g, g]\n"),
    ("10.arrays", "core", "means", "def parameter_gradients(x1, x2, g):\n    return [(x1 * g).mean(), (x2 * g).mean(), g.mean()]\n"),
    ("10.arrays", "core", "the bias is 1", "def parameter_gradients(x1, x2, g):\n    return [(x1 * g).sum(), (x2 * g).sum(), 1.0]\n"),
    ("10.arrays", "single", "the bias counts the rows", "def parameter_gradients(x1, x2, g):\n    return [(x1 * g).sum(), (x2 * g).sum(), len(g)]\n"),
    ("10.arrays", "single", "sums multiplied", "def parameter_gradients(x1, x2, g):\n    return [x1.sum() * g.sum(), x2.sum() * g.sum(), g.sum()]\n"),
    ("10.arrays", "single", "no upstream", "def parameter_gradients(x1, x2, g):\n    return [x1.sum(), x2.sum(), g.sum()]\n"),
    ("10.arrays", "single", "the bias not summed", "def parameter_gradients(x1, x2, g):\n    return [(x1 * g).sum(), (x2 * g).sum(), g]\n"),
    ("10.arrays", "single", "exchanged", "def parameter_gradients(x1, x2, g):\n    return [(x2 * g).sum(), (x1 * g).sum(), g.sum()]\n"),
    ("10.arrays", "single", "the first row", "def parameter_gradients(x1, x2, g):\n    return [x1[0] * g[0], x2[0] * g[0], g[0]]\n"),
    ("10.arrays", "form", "one number", "def parameter_gradients(x1, x2, g):\n    return (x1 * g + x2 * g + g).sum()\n"),
    ("10.branch", "right", "a tuple", "outputs = (6, -3, 12)"),
    ("10.branch", "core", "the if is run", "outputs = [6, 10, 12]"),
    ("10.branch", "core", "everything frozen", "outputs = [6, 6, 6]"),
    ("10.branch", "single", "sign lost", "outputs = [6, 3, 12]"),
    ("10.branch", "single", "the inputs", "outputs = [2, -1, 4]"),
    ("10.branch", "single", "nothing for the other branch", "outputs = [6, 0, 12]"),
    ("10.branch", "single", "the other branch with its zero forgotten", "outputs = [6, 11, 12]"),
    ("10.branch", "form", "one number", "outputs = 6"),
    ("10.program", "right", "line by line", PROGRAM),
    ("10.program", "core", "sums", changed(PROGRAM, " / len(rows)", "")),
    ("10.program", "core", "inner gradients never reset", changed(changed(PROGRAM, '            lines.append(f"        g_{name} = 0.0")', '            lines.insert(1, f"    g_{name} = 0.0")'), "g_{out} = 1.0", "g_{out} += 1.0")),
    ("10.program", "core", "parameters reset in the loop", changed(PROGRAM, "        if name not in parameters:\n    ", "    ")),
    ("10.program", "single", "gradients not divided", changed(PROGRAM, "g_{p} / len(rows)", "g_{p}")),
    ("10.program", "single", "return in the loop", changed(PROGRAM, 'f"    return', 'f"        return')),
    ("10.program", "single", "total of the last row", changed(PROGRAM, "total += {out}", "total = {out}")),
    ("10.program", "single", "no seed", changed(PROGRAM, '    lines.append(f"        g_{out} = 1.0")\n', "")),
    ("10.program", "single", "total before the forward lines", changed(changed(PROGRAM, '    lines.append(f"        total += {out}")\n', ""), '    for line in forward_lines(nodes):', '    lines.append(f"        total += {out}")\n    for line in forward_lines(nodes):')),
    ("10.program", "single", "gradients in the order of nodes", changed(PROGRAM, "for p in parameters)", "for p in sorted(parameters))")),
    ("10.program", "single", "indentation lost", changed(PROGRAM, '"        " + line', "line")),
    ("10.program", "form", "a list of lines", changed(PROGRAM, 'return "\\n".join(lines)', "return lines")),
    ("10.program", "form", "a function", changed(PROGRAM, 'return "\\n".join(lines)', "return lambda rows, parameters: (0, [0])")),
    ("10.program", "form", "another name", changed(PROGRAM, "def program", "def run")),
]
