"""Students' answers to the exercises of lesson 11, in the words of the notebook.

Written by somebody who also wrote the checks, so the share that is named says less than for the
lessons before.
"""

PRELUDE = """
import numpy as np
"""

ADAM = """
class Adam:
    def __init__(self, parameters, rate):
        self.parameters, self.rate = parameters, rate
        self.means = [0.0] * len(self.parameters)
        self.squares = [0.0] * len(self.parameters)
        self.steps = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        self.steps += 1
        for i, p in enumerate(self.parameters):
            self.means[i] = 0.9 * self.means[i] + 0.1 * p.grad
            self.squares[i] = 0.999 * self.squares[i] + 0.001 * p.grad * p.grad
            mean = self.means[i] / (1 - 0.9**self.steps)
            square = self.squares[i] / (1 - 0.999**self.steps)
            p.data -= self.rate * mean / (square**0.5 + 1e-8)
"""
ADAMW = """
class AdamW:
    def __init__(self, rate, decay):
        self.rate, self.decay = rate, decay
        self.means, self.squares, self.steps = {}, {}, 0

    def step(self, parameters):
        self.steps += 1
        for i, p in enumerate(parameters):
            g = p.grad
            self.means[i] = 0.9 * self.means.get(i, 0.0) + 0.1 * g
            self.squares[i] = 0.999 * self.squares.get(i, 0.0) + 0.001 * g * g
            mean = self.means[i] / (1 - 0.9**self.steps)
            size = (self.squares[i] / (1 - 0.999**self.steps)) ** 0.5 + 1e-8
            p.data = p.data - self.rate * (mean / size + self.decay * p.data)
"""

ANSWERS = [
    # task, kind, idea, code
    # -- 11.velocity -------------------------------------------------------------------
    ("11.velocity", "right", "worked out by a loop", """
path, w, v = [], 1.0, 0.0
for g in (4, 4, -4, 0):
    v = 0.5 * v + g
    w = w - 0.1 * v
    path.append(w)
"""),
    ("11.velocity", "core", "the gradient of the moment", "path = [0.6, 0.2, 0.6, 0.6]"),
    ("11.velocity", "core", "the average of old and new", "path = [0.8, 0.5, 0.55, 0.575]"),
    ("11.velocity", "single", "the sign of the third gradient lost", "path = [0.6, 0, -0.7, -1.05]"),
    ("11.velocity", "form", "the start too", "path = [1, 0.6, 0.0, 0.1, 0.15]"),
    # -- 11.momentum -------------------------------------------------------------------
    ("11.momentum", "core", "only the order mended", """
def momentum_step(numbers, gradients, velocities, rate, momentum):
    velocities = [g - momentum * v for v, g in zip(velocities, gradients)]
    moved = [p - rate * v for p, v in zip(numbers, velocities)]
    return moved, velocities
"""),
    ("11.momentum", "core", "only the sign mended", """
def momentum_step(numbers, gradients, velocities, rate, momentum):
    moved = [p - rate * v for p, v in zip(numbers, velocities)]
    velocities = [g + momentum * v for v, g in zip(velocities, gradients)]
    return moved, velocities
"""),
    ("11.momentum", "core", "the sign moved to the update", """
def momentum_step(numbers, gradients, velocities, rate, momentum):
    velocities = [momentum * v - g for v, g in zip(velocities, gradients)]
    moved = [p - rate * v for p, v in zip(numbers, velocities)]
    return moved, velocities
"""),
    ("11.momentum", "right", "minus twice", """
def momentum_step(numbers, gradients, velocities, rate, momentum):
    new = [-(-g - momentum * v) for v, g in zip(velocities, gradients)]
    return [p - rate * v for p, v in zip(numbers, new)], new
"""),
    ("11.momentum", "form", "velocities first", """
def momentum_step(numbers, gradients, velocities, rate, momentum):
    velocities = [g + momentum * v for v, g in zip(velocities, gradients)]
    return velocities, [p - rate * v for p, v in zip(numbers, velocities)]
"""),
    # -- 11.first-step -----------------------------------------------------------------
    ("11.first-step", "core", "in proportion", "changes = [-0.01 * 1000, -0.01 * 0.001, 0.01]"),
    ("11.first-step", "core", "without the correction", """
changes = [-0.01 * 0.1 * g / (0.001 * g * g) ** 0.5 for g in (1000, 0.001, -1)]
"""),
    ("11.first-step", "single", "signs turned", "changes = [0.01, 0.01, -0.01]"),
    ("11.first-step", "right", "with the formula", """
changes = [-0.01 * g / (abs(g) + 1e-8) for g in (1000, 0.001, -1)]
"""),
    # -- 11.adam -----------------------------------------------------------------------
    ("11.adam", "right", "as in the lesson", ADAM),
    ("11.adam", "core", "only zero_grad mended", ADAM.replace(
        "self.means[i] / (1 - 0.9**self.steps)", "self.means[i]").replace(
        "self.squares[i] / (1 - 0.999**self.steps)", "self.squares[i]")),
    ("11.adam", "core", "only the correction mended", ADAM.replace(
        "        for p in self.parameters:\n            p.grad = 0.0",
        "        self.means = [0.0] * len(self.parameters)\n"
        "        self.squares = [0.0] * len(self.parameters)\n"
        "        for p in self.parameters:\n            p.grad = 0.0")),
    ("11.adam", "single", "the count in the loop", ADAM.replace(
        "        self.steps += 1\n        for i, p in enumerate(self.parameters):\n",
        "        for i, p in enumerate(self.parameters):\n            self.steps += 1\n")),
    ("11.adam", "single", "the count begins after the loop", ADAM.replace(
        "        self.steps += 1\n        for", "        for") + "        self.steps += 1\n"),
    ("11.adam", "single", "the corrected means stored", ADAM.replace(
        "mean = self.means[i] /", "mean = self.means[i] = self.means[i] /").replace(
        "square = self.squares[i] /", "square = self.squares[i] = self.squares[i] /")),
    ("11.adam", "single", "no powers", ADAM.replace("**self.steps", "")),
    # -- 11.schedule -------------------------------------------------------------------
    ("11.schedule", "core", "only the fall mended", """
def rate_at(step, start, end, steps, warm_up):
    if step < warm_up:
        return start * step / warm_up
    share = (step - warm_up) / (steps - warm_up - 1)
    return start + (end - start) * share
"""),
    ("11.schedule", "core", "only the climb mended", """
def rate_at(step, start, end, steps, warm_up):
    if step < warm_up:
        return start * (step + 1) / (warm_up + 1)
    share = (step - warm_up) / (steps - warm_up)
    return start + (end - start) * share
"""),
    ("11.schedule", "core", "the climb reaches the top too early", """
def rate_at(step, start, end, steps, warm_up):
    if step < warm_up:
        return start * (step + 1) / warm_up
    return start + (end - start) * (step - warm_up) / (steps - 1 - warm_up)
"""),
    ("11.schedule", "single", "one added above in place of taken off below", """
def rate_at(step, start, end, steps, warm_up):
    if step < warm_up:
        return start * (step + 1) / (warm_up + 1)
    return start + (end - start) * (step + 1 - warm_up) / (steps - warm_up)
"""),
    # -- 11.shares ---------------------------------------------------------------------
    ("11.shares", "core", "one side", """
def shares(outputs, limit):
    return (outputs > limit).mean(), (outputs > limit).all(axis=0).mean()
"""),
    ("11.shares", "core", "any for all", """
def shares(outputs, limit):
    flat = np.abs(outputs) > limit
    return np.mean(flat), np.mean(np.any(flat, axis=0))
"""),
    ("11.shares", "core", "rows for columns", """
def shares(outputs, limit):
    flat = np.abs(outputs) > limit
    return np.mean(flat), np.mean(flat.all(axis=1))
"""),
    ("11.shares", "single", "sums", """
def shares(outputs, limit):
    flat = np.abs(outputs) > limit
    return flat.sum(), flat.all(axis=0).sum()
"""),
    ("11.shares", "form", "one number", """
def shares(outputs, limit):
    return (abs(outputs) > limit).mean()
"""),
    # -- 11.ratio ----------------------------------------------------------------------
    ("11.ratio", "core", "number by number", """
def update_over_weight(weights, gradients, rate):
    return np.mean(np.abs(rate * gradients / weights))
"""),
    ("11.ratio", "single", "no rate", """
def update_over_weight(weights, gradients, rate):
    return np.std(gradients) / np.std(weights)
"""),
    ("11.ratio", "single", "upside down", """
def update_over_weight(weights, gradients, rate):
    return weights.std() / (rate * gradients).std()
"""),
    ("11.ratio", "form", "printed", """
def update_over_weight(weights, gradients, rate):
    print(rate * gradients.std() / weights.std())
"""),
    # -- 11.diagnose -------------------------------------------------------------------
    ("11.diagnose", "core", "nothing flat is healthy", 'diagnosis = "HLHDRH"'),
    ("11.diagnose", "core", "half of relu", 'diagnosis = "S L H D R D"'),
    ("11.diagnose", "form", "five letters", 'diagnosis = "SLHDR"'),
    # -- 11.start ----------------------------------------------------------------------
    ("11.start", "core", "each neuron by itself", """
def fitted(weights, inputs):
    return weights / np.std(inputs @ weights, axis=0)
"""),
    ("11.start", "core", "the rule", """
def fitted(weights, inputs):
    return weights / np.sqrt(weights.shape[0])
"""),
    ("11.start", "single", "times in place of over", """
def fitted(weights, inputs):
    return weights * np.std(inputs @ weights)
"""),
    # -- 11.normalise ------------------------------------------------------------------
    ("11.normalise", "core", "columns", """
def normalise(rows, epsilon):
    return rows / np.sqrt((rows**2).mean(axis=0) + epsilon)
"""),
    ("11.normalise", "core", "the sum for the mean", """
def normalise(rows, epsilon):
    return rows / np.sqrt((rows**2).sum(axis=1, keepdims=True) + epsilon)
"""),
    ("11.normalise", "single", "the whole table", """
def normalise(rows, epsilon):
    return rows / np.sqrt((rows**2).mean() + epsilon)
"""),
    ("11.normalise", "single", "no keepdims", """
def normalise(rows, epsilon):
    return rows / np.sqrt((rows**2).mean(axis=1) + epsilon)
"""),
    # -- 11.adamw ----------------------------------------------------------------------
    ("11.adamw", "right", "as in the formula", ADAMW),
    ("11.adamw", "core", "decay in the gradient", ADAMW.replace(
        "g = p.grad", "g = p.grad + self.decay * p.data").replace(
        "(mean / size + self.decay * p.data)", "mean / size")),
    ("11.adamw", "core", "decay without the rate", ADAMW.replace(
        "p.data - self.rate * (mean / size + self.decay * p.data)",
        "p.data - self.rate * mean / size - self.decay * p.data")),
    ("11.adamw", "single", "the sign", ADAMW.replace("+ self.decay", "- self.decay")),
    ("11.adamw", "single", "the count in the loop", ADAMW.replace(
        "        self.steps += 1\n        for i, p in enumerate(parameters):\n",
        "        for i, p in enumerate(parameters):\n            self.steps += 1\n")),
    ("11.adamw", "two", "the count in the loop and the sign", ADAMW.replace(
        "        self.steps += 1\n        for i, p in enumerate(parameters):\n",
        "        for i, p in enumerate(parameters):\n            self.steps += 1\n").replace(
        "+ self.decay", "- self.decay")),
]

# -- more slips, each with an idea that had no name ---------------------------------------

changed = str.replace
UPDATE = "p.data = p.data - self.rate * (mean / size + self.decay * p.data)"

ANSWERS += [
    ("11.adamw", "right", "decay first by a factor, of the old", changed(ADAMW, UPDATE, "p.data = p.data * (1 - self.rate * self.decay) - self.rate * mean / size")),
    ("11.adamw", "right", "lists made in the first step", """
class AdamW:
    def __init__(self, rate, decay):
        self.rate = rate
        self.decay = decay
        self.t = 0
        self.m = self.s = None

    def step(self, parameters):
        if self.m is None:
            self.m = [0.0 for _ in parameters]
            self.s = [0.0 for _ in parameters]
        self.t += 1
        for i in range(len(parameters)):
            g = parameters[i].grad
            self.m[i] += 0.1 * (g - self.m[i])
            self.s[i] += 0.001 * (g ** 2 - self.s[i])
            m = self.m[i] / (1 - 0.9 ** self.t)
            s = self.s[i] / (1 - 0.999 ** self.t)
            parameters[i].data = parameters[i].data - self.rate * (m / (s ** 0.5 + 1e-8) + self.decay * parameters[i].data)
"""),
    ("11.adamw", "right", "state keyed by the parameter", changed(changed(ADAMW, "self.means.get(i", "self.means.get(p"), "[i]", "[p]").replace("self.squares.get(i", "self.squares.get(p")),
    ("11.adamw", "single", "means reset in each step", changed(ADAMW, "        self.steps += 1\n", "        self.means, self.squares = {}, {}\n        self.steps += 1\n")),
    ("11.adamw", "single", "the lists made anew in each step and the count too", changed(ADAMW, "        self.steps += 1\n", "        self.means, self.squares, self.steps = {}, {}, 1\n")),
    ("11.adamw", "single", "root forgotten", changed(ADAMW, " ** 0.5", "")),
    ("11.adamw", "single", "0.9 for both", changed(changed(ADAMW, "0.999", "0.9"), "0.001", "0.1")),
    ("11.adamw", "single", "0.9 in the correction of the squares", changed(ADAMW, "1 - 0.999**self.steps", "1 - 0.9**self.steps")),
    ("11.adamw", "single", "the weights exchanged", changed(changed(changed(ADAMW, "0.9 * self.means", "0.1 * self.means"), "+ 0.1 * g", "+ 0.9 * g"), "x", "x")),
    ("11.adamw", "single", "square of the mean", changed(ADAMW, "0.001 * g * g", "0.001 * self.means[i] ** 2")),
    ("11.adamw", "single", "gradient itself over the size", changed(ADAMW, "mean / size", "g / size")),
    ("11.adamw", "single", "not squared", changed(ADAMW, "0.001 * g * g", "0.001 * g")),
    ("11.adamw", "single", "plain descent with decay", changed(ADAMW, "mean / size", "g")),
    ("11.adamw", "single", "momentum with decay", changed(ADAMW, "mean / size", "mean")),
    ("11.adamw", "single", "no memory of squares: RMS only", changed(ADAMW, "mean / size", "g / size")),
    ("11.adamw", "single", "plus: uphill", changed(ADAMW, "p.data - self.rate", "p.data + self.rate")),
    ("11.adamw", "single", "the decay shrinks with each step", changed(ADAMW, "self.decay * p.data)", "self.decay * p.data / self.steps)")),
    ("11.adamw", "single", "decay divided by size too", changed(ADAMW, "mean / size + self.decay * p.data", "(mean + self.decay * p.data) / size")),
    ("11.adamw", "right", "decay before the update: p shrunk first", changed(ADAMW, UPDATE, "p.data = p.data - self.rate * self.decay * p.data\n            p.data = p.data - self.rate * mean / size")),
    ("11.adamw", "single", "decay of the sign", changed(ADAMW, "self.decay * p.data)", "self.decay * (1 if p.data > 0 else -1))")),
    ("11.adamw", "single", "decay squared p", changed(ADAMW, "self.decay * p.data)", "self.decay * p.data ** 2)")),
    ("11.adamw", "single", "brackets: rate on the first only", changed(ADAMW, "self.rate * (mean / size + self.decay * p.data)", "self.rate * mean / size + self.decay * p.data")),
    ("11.adamw", "single", "count from 0", changed(changed(ADAMW, "        self.steps += 1\n", ""), UPDATE, UPDATE) + "        self.steps += 1\n"),
    ("11.adamw", "single", "correction upside down", changed(changed(ADAMW, "self.means[i] / (1", "self.means[i] * (1"), "self.squares[i] / (1", "self.squares[i] * (1")),
    ("11.adamw", "single", "moves p, not p.data", changed(ADAMW, "p.data = p.data", "p = p.data")),
    ("11.adamw", "single", "enumerate forgotten: last one moves", changed(ADAMW, "            p.data = ", "        p.data = ")),
    ("11.adamw", "form", "step takes no parameters", changed(ADAMW, "def step(self, parameters)", "def step(self)")),
    ("11.adamw", "form", "parameters in the constructor", changed(ADAMW, "def __init__(self, rate, decay)", "def __init__(self, parameters, rate, decay)")),
    ("11.adamw", "two", "not corrected and no decay", changed(changed(changed(ADAMW, " / (1 - 0.9**self.steps)", ""), "(self.squares[i] / (1 - 0.999**self.steps))", "self.squares[i]"), " + self.decay * p.data", "")),
    ("11.velocity", "right", "floats of an array", "path = np.array([0.6, 0, 0.1, 0.15])"),
    ("11.velocity", "single", "rate twice", "path = [0.96, 0.9, 0.91, 0.915]"),
    ("11.velocity", "single", "always from 1", "path = [0.6, 0.4, 1.1, 1.05]"),
    ("11.velocity", "single", "the steps", "path = [-0.4, -0.6, 0.1, 0.05]"),
    ("11.velocity", "single", "stands still without gradient", "path = [0.6, 0.0, 0.1, 0.1]"),
    ("11.velocity", "single", "minus of the third lost", "path = [0.6, 0.0, -0.7, -1.05]"),
    ("11.velocity", "single", "velocity from w: begins at 1", "path = [0.55, -0.075, 0.0125, 0.05625]"),
    ("11.velocity", "single", "last velocity kept whole", "path = [0.6, 0.0, 0.1, 0.2]"),
    ("11.velocity", "single", "momentum on both: v = 0.5 (v + g)", "path = [0.8, 0.5, 0.55, 0.575]"),
    ("11.velocity", "single", "the steps without sign", "path = [0.4, 0.6, 0.1, 0.05]"),
    ("11.velocity", "single", "w fades too", "path = [0.1, -0.55, -0.175, -0.0375]"),
    ("11.velocity", "single", "the plain descent, wrong sign of the third", "path = [0.6, 0.2, -0.2, -0.2]"),
    ("11.velocity", "single", "uphill velocities cancel at three: 4, 6, 1, 0.5", "path = [0.6, 0.0, -0.1, -0.15]"),
    ("11.velocity", "form", "only the last", "path = 0.15"),
    ("11.velocity", "form", "pairs", "path = [(4, 0.6), (6, 0.0), (-1, 0.1), (-0.5, 0.15)]"),
    ("11.velocity", "form", "texts", 'path = ["0.6", "0.0", "0.1", "0.15"]'),
]
