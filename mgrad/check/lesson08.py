"""Checks for the exercises of lesson 08, PyTorch. None of them needs PyTorch."""

import math
from numbers import Real

from mgrad import Layer, Value, mean_squared_error
from mgrad.check.task import FormError, Mistake, Task, engine_of, letters, listed, some_numbers, value_task

TITLE = "08 PyTorch"


# -- the dictionary, float32 and backward twice: the first row that is wrong says which idea --

DICTIONARY = "DBFGECA"  # the letter that belongs to row 1, 2, ...


def _read_dictionary(answer):
    chosen = letters(answer)
    if len(chosen) != len(DICTIONARY) or not set(chosen) <= set("ABCDEFGHIJ"):
        raise FormError(f'Write seven letters from A to J, one for each row, for example "ABCDEFG". Your answer is {answer!r}.')
    for row in (4, 6, 3, 1, 5, 7, 2):  # the telling rows first
        if chosen[row - 1] != DICTIONARY[row - 1]:
            return f"row {row} with {chosen[row - 1]}"
    return "all rows fit"


def _read_float32(answer):
    chosen = set(letters(answer))
    if not chosen <= set("ABCDEFGH"):
        raise FormError(f"Use only the letters from A to H. Your answer is {answer!r}.")
    for letter in "BEGAHDFC":
        if (letter in chosen) != (letter in "ACEFH"):
            return f"{letter} {'in' if letter in chosen else 'missing from'} your list"
    return "the right five"


OUTCOMES = [8, "error", 22, 4, 2]


def _read_twice(answer):
    rows = list(answer) if hasattr(answer, "__iter__") else []
    if len(rows) != len(OUTCOMES):
        raise FormError(f'Write a list of five entries, each a number or "error". Your answer is {answer!r}.')
    for i, (given, right) in enumerate(zip(rows, OUTCOMES), start=1):
        given = "error" if isinstance(given, str) and "error" in given.lower() else given
        if given != right:
            return {f"row {i}": given}
    return "all rows are right"


def _with(right, **rows):
    """The right answer with some rows changed, for example ``row4="B"``."""
    changed = list(right)
    for row, entry in rows.items():
        changed[int(row[3:]) - 1] = entry
    return "".join(changed) if isinstance(right, str) else changed


# -- optimisers ----------------------------------------------------------------------------


def _set_to_zero(p):
    p.grad = 0.0


def _set_to_none(p):
    p.grad = None


def _optimiser(move, keep=list, reset=_set_to_zero, clears=False):
    """A class in PyTorch's shape; ``move(self, i, p)`` moves parameter number i."""

    class Optimiser:
        def __init__(self, parameters, lr=0.001, momentum=0.0, betas=(0.9, 0.999), eps=1e-8):
            self.parameters = keep(parameters)
            self.lr, self.momentum, self.betas, self.eps = lr, momentum, betas, eps
            self.memory, self.t = {}, 0

        def zero_grad(self):
            for p in self.parameters:
                reset(p)

        def step(self):
            self.t += 1
            for i, p in enumerate(self.parameters):
                move(self, i, p)
                if clears:
                    p.grad = 0.0

    return Optimiser


def _velocity(sign=-1, own=True, kept=True, averaged=False, late=False):
    """The update of SGD with momentum, with one idea changed."""

    def move(self, i, p):
        name = i if own else "all"
        before = self.memory.get(name, 0.0) if kept else 0.0
        velocity = self.momentum * before + (1 - self.momentum if averaged else 1.0) * p.grad
        self.memory[name] = velocity
        p.data += sign * self.lr * (before if late and self.momentum else velocity)

    return move


def _rebind(self, i, p):
    p -= self.lr * p.grad


class _WithoutMomentum:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


def _adam(own=True, correct=(True, True), stored=False, count="steps", swapped=False, square=True, root=math.sqrt, eps_inside=False, sign=-1):
    """The update of Adam, with one idea changed."""

    def move(self, i, p):
        name = i if own else "all"
        m, v, t = self.memory.get(name, (0.0, 0.0, 0))
        t = {"steps": self.t, "from zero": self.t - 1, "parameters": self.memory.get("count", 0) + 1}[count]
        self.memory["count"] = t
        first, second = self.betas[::-1] if swapped else self.betas
        m = first * m + (1 - first) * p.grad
        v = second * v + (1 - second) * (p.grad**2 if square else p.grad)
        mean = m / (1 - first**t) if correct[0] else m
        spread = v / (1 - second**t) if correct[1] else v
        self.memory[name] = (mean, spread, t) if stored else (m, v, t)
        below = root(spread + self.eps) if eps_inside else root(spread) + self.eps
        p.data += sign * self.lr * mean / below

    return move


def _probe_optimiser(optimiser_class, case):
    what, starts, options, gradients = case
    engine = engine_of(optimiser_class)
    values = [engine(start) for start in starts]
    given = (value for value in values) if what == "generator" else values
    optimiser = optimiser_class(given, **options)
    if what in ("zero_grad", "generator"):
        for value, gradient in zip(values, gradients[0]):
            value.grad = gradient
        optimiser.zero_grad()
        if what == "zero_grad":
            return {"data": [value.data for value in values], "grad": [value.grad for value in values]}
    for row in gradients:
        for value, gradient in zip(values, row):
            value.grad = gradient
        optimiser.step()
    return {"data": [value.data for value in values], "grad": [value.grad for value in values]}


def _say_optimiser(case):
    what, starts, options, gradients = case
    made = f"parameters {listed(starts)}" + (" handed over as a generator" if what == "generator" else "")
    made += "".join(f", {name} = {value:g}" for name, value in options.items() if not isinstance(value, list))
    if what == "zero_grad":
        return f"{made}, gradients {listed(gradients[0])}, then zero_grad()"
    steps = ", then ".join(listed(row) for row in gradients)
    start = "after zero_grad(), " if what == "generator" else ""
    return f"{made}; {start}step() with gradient{'s' * (len(gradients) > 1 or len(starts) > 1)} {steps}"


def _sgd_cases(rng):
    return [
        ["steps", [1.0], {"lr": 0.1}, [[4.0]]],
        ["zero_grad", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0, -2.0], {"lr": 0.5}, [[1.0, 2.0], [-4.0, 0.0]]],
        ["generator", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", [1.0], {"lr": 0.1, "momentum": 0.5}, [[1.0], [1.0], [1.0]]],
        ["steps", [1.0, 2.0], {"lr": 0.1, "momentum": 0.5}, [[1.0, -2.0], [0.0, 3.0]]],
        ["steps", some_numbers(rng, 3), {"lr": 0.2, "momentum": 0.9}, [some_numbers(rng, 3) for _ in range(4)]],
    ]


def _adam_cases(rng):
    return [
        ["steps", [1.0], {"lr": 0.1}, [[4.0]]],
        ["steps", [1.0], {"lr": 0.1}, [[4.0], [-1.0]]],
        ["steps", [1.0, 2.0], {"lr": 0.1}, [[4.0, -0.01], [-1.0, 3.0]]],
        ["steps", [1.0], {"lr": 0.1, "eps": 0.5}, [[0.2], [0.4]]],
        ["steps", [1.0], {"lr": 0.1, "betas": [0.5, 0.75]}, [[1.0], [3.0], [-2.0]]],
        ["zero_grad", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["generator", [1.0, 2.0], {"lr": 0.1}, [[3.0, -1.0]]],
        ["steps", some_numbers(rng, 3), {"lr": 0.05}, [some_numbers(rng, 3) for _ in range(4)]],
    ]


# -- the training loop ---------------------------------------------------------------------


class _Model:
    """A weighted sum with a bias."""

    def __init__(self, start):
        self.values = [Value(x) for x in start]

    def __call__(self, x):
        return Value.dot(self.values[:-1], x, self.values[-1])

    def parameters(self):
        return self.values

    def zero_grad(self):
        for p in self.values:
            p.grad = 0.0


def _train(in_loop=False, reset="before", graphs=False, once=False):
    """Training loops with one or more of the slips."""

    def train(model, make_optimiser, inputs, targets, steps):
        optimiser, losses = make_optimiser(model.parameters()), []
        for _ in range(steps):
            if in_loop:
                optimiser = make_optimiser(model.parameters())
            if not (once and losses):
                loss = mean_squared_error([model(x) for x in inputs], targets)
            losses.append(loss if graphs else loss.data)
            if reset == "before":
                optimiser.zero_grad()
            loss.backward()
            if reset == "after backward":
                optimiser.zero_grad()
            optimiser.step()
        return losses

    return train


def _probe_train(train, case):
    start, inputs, targets, steps = case
    model, sgd = _Model(start), _optimiser(_velocity())
    losses = train(model, lambda parameters: sgd(parameters, lr=0.1, momentum=0.5), inputs, targets, steps)
    held = sorted({type(loss).__name__ for loss in losses if not isinstance(loss, Real)}) or ["numbers"]
    numbers = [loss if isinstance(loss, Real) else getattr(loss, "data", None) for loss in losses]
    result = {"losses": numbers, "held in the list": ", ".join(held)}
    if steps > 1 and len(set(numbers)) == 1:  # did at least the parameters move?
        result["parameters"] = "unchanged" if [p.data for p in model.values] == start else "changed"
    return result


def _say_train(case):
    start, inputs, targets, steps = case
    examples = ", ".join(f"{listed(x)} → {y:g}" for x, y in zip(inputs, targets))
    return f"a model with parameters {listed(start)}, the examples {examples}, SGD with rate 0.1 and momentum 0.5, {steps} step{'s' * (steps > 1)}"


def _train_cases(rng):
    return [
        [[1.0, 0.0], [[1.0]], [3.0], 1],
        [[1.0, 0.0], [[1.0]], [3.0], 4],
        [[0.5, -1.0, 0.2], [[1.0, 0.5], [-0.5, 1.0]], [1.0, -1.0], 3],
        [some_numbers(rng, 3), [some_numbers(rng, 2, -1, 1) for _ in range(3)], some_numbers(rng, 3), 5],
    ]


# -- copying weights -----------------------------------------------------------------------


class _Linear:
    """PyTorch's arrangement: one row of weights for each neuron, and a list of biases."""

    def __init__(self, n_inputs, n_outputs):
        self.weight = [[Value(0.0) for _ in range(n_inputs)] for _ in range(n_outputs)]
        self.bias = [Value(0.0) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [Value.dot(row, inputs, b) for row, b in zip(self.weight, self.bias)]


def _copy(transposed=False, weights="numbers", biases="numbers"):
    """Copies from a Layer to a Linear, with one or more of the slips."""

    def put(row, k, value, how):
        if how == "numbers":
            row[k].data = value.data
        else:
            row[k] = value if how == "shared" else value.data

    def copy_weights(layer, linear):
        for i, neuron in enumerate(layer.neurons):
            for j, w in enumerate(neuron.w):
                row, k = (linear.weight[j], i) if transposed else (linear.weight[i], j)
                put(row, k, w, weights)
            if biases:
                put(linear.bias, i, neuron.b, biases)

    return copy_weights


def _probe_copy(copy_weights, case):
    n_inputs, n_outputs, unit, inputs = case
    layer, linear = Layer(n_inputs, n_outputs, "linear"), _Linear(n_inputs, n_outputs)
    for k, p in enumerate(layer.parameters(), start=1):
        p.data = round(k * unit, 6)
    copy_weights(layer, linear)
    result = {"outputs of the copy": linear(inputs)}
    parameters = [p for row in linear.weight for p in row] + list(linear.bias)
    if not all(hasattr(p, "backward") for p in parameters):
        return result | {"weights and biases": "not all of them are Values"}
    for p in parameters:
        p.data += 1.0
    return result | {"outputs of the original, after the copy was changed": layer(inputs)}


def _say_copy(case):
    n_inputs, n_outputs, unit, inputs = case
    return f"a layer of {n_outputs} neurons with {n_inputs} inputs, parameters {unit:g}, {2 * unit:g}, {3 * unit:g}, ..., called with {listed(inputs)}"


def _copy_cases(rng):
    return [
        [2, 2, 1.0, [1.0, 0.0]],
        [2, 2, 0.5, [1.0, 2.0]],
        [3, 2, 1.0, [1.0, 0.0, -1.0]],
        [2, 4, round(rng.uniform(0.1, 1.0), 2), some_numbers(rng, 2)],
    ]


MOMENTUM = "The momentum is forgotten: a new optimiser is made in every step, and a new one has no velocity yet."
RESET = "The gradients of all steps pile up: nobody sets them back."
GRAPH = "The list holds Values, not numbers, and each of them keeps its whole graph alive."
WHERE = {"momentum": "How often should the optimiser be made, and where?", "reset": "Which method of the optimiser is never called?", "graph": "What is loss.data, and what is loss?"}

TASKS = [
    value_task(
        "08.dictionary",
        "dictionary",
        DICTIONARY,
        "Seven words of PyTorch, and you have built or used each of them already. No line of it is new mathematics.",
        Mistake("no-grad-is-no-reset", _with(DICTIONARY, row2="G", row4="B"), "no_grad and zero_grad sound alike. zero_grad clears gradients that are there; no_grad keeps operations from being recorded, so that there is no graph to walk.", "Which of the lines A to J keep Values out of a computation altogether?"),
        Mistake("activation-included", _with(DICTIONARY, row6="H"), "The layer of PyTorch is called Linear for a reason: weights, inputs and bias, and no bend. The tanh is a part of its own there.", "Which activation leaves the weighted sum as it is?"),
        Mistake("step-is-not-backward", _with(DICTIONARY, row3="I"), "backward measures, and is called backward in both libraries. step is what comes after it: it changes the parameters.", "Which line of the training loop in lesson 5 changes p.data?"),
        Mistake("reset-for-update", _with(DICTIONARY, row2="F", row3="B"), "That line only sets gradients to zero. step moves the parameters; nothing else in the loop does.", "Which line of the training loop in lesson 5 changes p.data?"),
        Mistake("gradient-for-number", _with(DICTIONARY, row1="J"), "item() takes the number out of a tensor, not its gradient.", "You want to print how large the loss is. Which attribute of a Value holds that?"),
        Mistake("gradients-for-numbers", _with(DICTIONARY, row7="B"), "A state_dict is for saving a trained network. Its gradients are not worth saving, and that line would clear them.", "What must a file hold so that a new network gives the same scores?"),
        read=_read_dictionary,
    ),
    value_task(
        "08.float32",
        "unchanged",
        "ACEFH",
        "Not size and not the number of decimals decides, but the number of binary digits: 24 of them fit.",
        Mistake("short-decimal-survives", "ABCEFH", "0.1 looks short because we count in tens. In powers of two it never ends, like 1/3 in decimals, and so it is cut.", "Try to write 0.1 as 1/16 + 1/32 + ... How far do you come?"),
        Mistake("long-decimal-dies", "ACFH", "0.0009765625 has many decimals but only a single binary digit: it is one power of two.", "How often can you halve 1 before you reach it?"),
        Mistake("whole-number-survives", "ACEFGH", "Whole numbers are cut too. 16777217 is 2²⁴ + 1, and from 2²⁴ to 1 is one binary digit too far.", "Which powers of two is 16777217 made of, and by which factor are they apart?"),
        Mistake("fractions-die", "CEF", "A point in a number does no harm. 0.5 is one power of two, and 0.75 is the sum of two.", "Write 0.75 as a sum of powers of two."),
        Mistake("large-number-dies", "ACEH", "16777216 has eight decimal digits, but it is a single power of two. Seven digits is what float32 promises for every number; some fare better.", "How many binary digits has 2²⁴ that are not 0?"),
        read=_read_float32,
    ),
    value_task(
        "08.twice",
        "outcomes",
        OUTCOMES,
        "The gradient belongs to the leaf, the saved numbers to the graph. A leaf collects until it is reset; a graph serves for one pass, unless you say otherwise.",
        Mistake("grad-recomputed", [4, "error", 11, 2, 2], "4 is the result of one pass. backward does not write a gradient, it adds one to what the leaf holds.", "What does u hold after the first pass, and what does the second one add?"),
        Mistake("interior-pile-up", [16, "error", 34, 4, 2], "16 is what you get if the nodes in between add up as well. In mgrad and in PyTorch they start afresh in every pass; only leaves collect.", "What is the gradient of u * v in the second pass?"),
        Mistake("graph-kept-by-default", _with(OUTCOMES, row2=8), "In mgrad the second call goes through. PyTorch has thrown away the saved factors by then.", "What did lesson 8 show for two calls without retain_graph?"),
        Mistake("retained-means-overwritten", _with(OUTCOMES, row3=11), "retain_graph keeps the graph for a second pass. It does not change what a pass does: the leaf still adds.", "What does v hold after the first of the two passes?"),
        Mistake("new-graph-refused", _with(OUTCOMES, row4="error", row5="error"), "The second call walks a new graph, made by a new forward pass. Its factors are all there.", "Which graph did the first call use up, and which one does the second call walk?"),
        Mistake("new-graph-new-grad", _with(OUTCOMES, row4=2), "The graph is new, but w is the same leaf, and it still holds the gradient of the first pass.", "Who sets w.grad back to nothing in row 4?"),
        Mistake("none-keeps-the-sum", _with(OUTCOMES, row5=4), "w.grad = None takes the collected gradient away. The next pass starts from nothing.", "What is left in w.grad when the second call begins?"),
        read=_read_twice,
    ),
    Task(
        id="08.sgd",
        answer_name="SGD",
        kind="class",
        reference=_optimiser(_velocity()),
        probe=_probe_optimiser,
        cases=_sgd_cases,
        say=_say_optimiser,
        notice="An optimiser is a list of parameters and a rule. With momentum it also has a memory, and the object is the place where it is kept.",
        mistakes=(
            Mistake("momentum-to-do", _WithoutMomentum, "The plain update is right. What is missing is the momentum: the class does not take it yet.", "Give __init__ a third argument momentum=0.0, and a list of velocities that start at 0."),
            Mistake("update-makes-new-value", _optimiser(_rebind), "Nothing moves. p -= ... makes a new Value under the name p, and the parameter stays as it was.", "Which attribute of p holds the number that should change?"),
            Mistake("climbs", _optimiser(_velocity(sign=1)), "The parameters move along the gradient, so the loss climbs.", "Should a parameter with a positive gradient grow or shrink?"),
            Mistake("none-for-zero", _optimiser(_velocity(), reset=_set_to_none), "None is PyTorch's way. The leaf of mgrad adds to a number, and None is no number: the next backward pass would fail.", "What is the gradient of a Value at birth?"),
            Mistake("reset-inside-step", _optimiser(_velocity(), clears=True), "The parameters are right, but step() also clears the gradients. In PyTorch they stay until zero_grad(), so that you can look at them.", "Which of the two methods should touch p.grad?"),
            Mistake("generator-used-up", _optimiser(_velocity(), keep=lambda parameters: parameters), "A generator can be walked only once. zero_grad() used it up, and step() found nothing left.", "What does list(...) make of a generator, and when should that happen?"),
            Mistake("one-velocity-for-all", _optimiser(_velocity(own=False)), "With one parameter all is right. With two, both share one velocity, and each pushes the other.", "How many velocities does an optimiser with 105 parameters need?"),
            Mistake("velocity-forgotten", _optimiser(_velocity(kept=False)), "The momentum has no effect: each step starts from velocity 0, so nothing is remembered.", "Where must the velocity be kept so that the next call of step() finds it?"),
            Mistake("velocity-averaged", _optimiser(_velocity(averaged=True)), "The gradient goes in with the factor 1 − momentum. That makes a mean of gradients; here the velocity is μ·v + g, with the whole gradient.", "What is the velocity after the first step, if v starts at 0?"),
            Mistake("velocity-one-step-late", _optimiser(_velocity(late=True)), "The parameter moves by the velocity of the step before, so the first step moves nothing.", "Which comes first: the new velocity or the move?"),
        ),
    ),
    Task(
        id="08.loop",
        answer_name="train",
        kind="function",
        reference=_train(),
        probe=_probe_train,
        cases=_train_cases,
        say=_say_train,
        notice="One optimiser for the whole run, a reset in every step, numbers in the list. Not one of the three slips raises an error, in PyTorch either.",
        mistakes=(
            Mistake("as-it-was", _train(True, "", True), "The list holds Values, not numbers: each keeps its whole graph alive. And there are two more slips, which show in the losses once they are numbers.", "Begin with the line that appends. What is loss.data, and what is loss?"),
            Mistake("momentum-and-reset", _train(True, ""), "The list is mended. The losses still go astray from the second step on, for two reasons: one concerns the gradients, the other the velocity.", "Print a p.grad before each backward, and ask how long one optimiser lives."),
            Mistake("momentum-and-graph", _train(True, "before", True), f"The reset is there. {GRAPH}", WHERE["graph"]),
            Mistake("reset-and-graph", _train(False, "", True), f"The optimiser now lives through all steps. {GRAPH}", WHERE["graph"]),
            Mistake("momentum-forgotten", _train(True), f"The list and the reset are mended. {MOMENTUM}", WHERE["momentum"]),
            Mistake("reset-forgotten", _train(False, ""), f"The list and the optimiser are mended. {RESET}", WHERE["reset"]),
            Mistake("graph-kept", _train(False, "before", True), f"The training is right. {GRAPH}", WHERE["graph"]),
            Mistake("gradient-erased", _train(False, "after backward"), "The losses never change: the gradients are cleared between backward() and step(), just before they are needed.", "Where may zero_grad() stand in the loop, and where not?"),
            Mistake("graph-built-once", _train(once=True), "The parameters move, but the losses never change: the loss is computed once, and its graph and its number stay those of the first step.", "Which lines have to be inside the loop because the parameters change?"),
        ),
    ),
    Task(
        id="08.copy",
        answer_name="copy_weights",
        kind="function",
        reference=_copy(),
        probe=_probe_copy,
        cases=_copy_cases,
        say=_say_copy,
        notice="Rows are neurons, and a copy shares nothing with its original. A square layer hides the first slip, and a layer that is not trained hides the second.",
        mistakes=(
            Mistake("as-it-was", _copy(True, "shared", "shared"), "Rows and columns are swapped; a square layer lets that pass without an error. And the copy holds the very same Values: change one network and the other changes.", "Layer and Linear with two inputs and two neurons: which entries of weight belong to neuron 0?"),
            Mistake("transposed", _copy(True), "The copy is independent now. But rows and columns are still swapped: row i of weight belongs to neuron i.", "For 3 inputs and 2 neurons, how many rows has weight, and how long is each?"),
            Mistake("shared-values", _copy(False, "shared", "shared"), "The outputs are right, but the copy holds the Values of the original: train one, and the other is trained too.", "What is the difference between the name w and the number w.data?"),
            Mistake("bias-still-shared", _copy(False, "numbers", "shared"), "The weights are independent now. The biases are not: the copy still holds the neurons' own.", "Look at the last line of the function."),
            Mistake("bias-not-copied", _copy(False, "numbers", ""), "The weights are right, but the biases of the copy are still 0.", "What does a neuron own besides its weights?"),
            Mistake("plain-numbers", _copy(False, "floats", "floats"), "The outputs are right, but weight now holds plain numbers. They have no grad, so this copy can never learn.", "Leave the Values of linear where they are, and change the number inside each."),
        ),
    ),
    Task(
        id="08.adam",
        answer_name="Adam",
        kind="class",
        reference=_optimiser(_adam()),
        probe=_probe_optimiser,
        cases=_adam_cases,
        say=_say_optimiser,
        notice="The first step has the length lr for every parameter, however small its gradient is: only the sign counts. Later the steps shrink where the gradients change sign.",
        mistakes=(
            Mistake("not-corrected", _optimiser(_adam(correct=(False, False))), "The corrections are missing. m and v start at 0, so the first means are far too small, and v more so than m: the first step is about three times too long.", "What is m after the first step, compared with the gradient? What does dividing by 1 − β₁ make of it?"),
            Mistake("one-mean-corrected", _optimiser(_adam(correct=(True, False))), "m is corrected, v is not. The first step comes out more than thirty times too long.", "Both means start at 0. Which of them has the larger β, and so needs the correction more?"),
            Mistake("corrected-mean-kept", _optimiser(_adam(stored=True)), "The first step is right, the second is not: you keep the corrected means, and the next step builds on them. The correction is only for the update.", "Which four names do the formulas have for the means, and which two of them go on to the next step?"),
            Mistake("counted-per-parameter", _optimiser(_adam(count="parameters")), "With one parameter all is right. With two, t grows twice in each step, so the corrections are too weak.", "How often does t change in one call of step()?"),
            Mistake("counted-from-zero", _optimiser(_adam(count="from zero")), "t is 0 in the first step, so 1 − β₁ᵗ is 0, and you divide by it.", "What should t be in the first step?"),
            Mistake("one-memory-for-all", _optimiser(_adam(own=False)), "With one parameter all is right. With two, both write into the same means.", "How many numbers m does an optimiser with 105 parameters need?"),
            Mistake("root-forgotten", _optimiser(_adam(root=lambda x: x)), "The update divides by the mean of the squares, without the root.", "If all gradients double, what happens to m, to v, and to the step? It should stay the same."),
            Mistake("betas-swapped", _optimiser(_adam(swapped=True)), "The two β are swapped: β₁ belongs to the mean of the gradients, β₂ to the mean of their squares.", "Which mean should have the longer memory, 0.9 or 0.999?"),
            Mistake("eps-inside-root", _optimiser(_adam(eps_inside=True)), "ε stands under the root. It is added after the root is taken; with a tiny ε you would hardly see the difference.", "Read the bottom of the fraction in the last formula once more."),
            Mistake("climbs", _optimiser(_adam(sign=1)), "The parameters move along the gradient, so the loss climbs.", "Which sign does the last formula have?"),
            Mistake("generator-used-up", _optimiser(_adam(), keep=lambda parameters: parameters), "A generator can be walked only once. zero_grad() used it up, and step() found nothing left.", "How did you solve this in SGD?"),
        ),
    ),
]  # fmt: skip
