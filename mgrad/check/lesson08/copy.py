"""08.copy: The copy that is no copy."""

from mgrad import Layer, Value
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


class _Linear:
    """PyTorch's arrangement: one row of weights for each neuron, and a list of biases."""

    def __init__(self, n_inputs, n_outputs):
        self.weight = [[Value(0.0) for _ in range(n_inputs)] for _ in range(n_outputs)]
        self.bias = [Value(0.0) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [Value.dot(row, inputs, b) for row, b in zip(self.weight, self.bias)]


def _copy(transposed=False, weights="numbers", biases="numbers", neurons=slice(None), inputs=None):
    """Copies from a Layer to a Linear, with one or more of the slips."""

    def put(row, k, value, how):
        if how == "numbers":
            row[k].data = value.data
        elif how == "added":
            row[k].data += value.data
        else:
            row[k] = {"shared": value, "floats": value.data, "node": value * 1.0}[how]

    def copy_weights(layer, linear):
        for i, neuron in list(enumerate(layer.neurons))[neurons]:
            for j, w in list(enumerate(neuron.w))[:inputs]:
                row, k = (linear.weight[j], i) if transposed else (linear.weight[i], j)
                if weights:
                    put(row, k, w, weights)
            if biases:
                put(linear.bias, i, neuron.b, biases)

    return copy_weights


def _other_way(layer, linear):
    for neuron, row, b in zip(layer.neurons, linear.weight, linear.bias):
        for w, p in zip(neuron.w, row):
            w.data = p.data
        neuron.b.data = b.data


def _one_row_for_all(layer, linear):
    for neuron, row, b in zip(layer.neurons, linear.weight, linear.bias):
        for p, w in zip(row, layer.neurons[-1].w):
            p.data = w.data
        b.data = neuron.b.data


def _probe_copy(copy_weights, case):
    what, n_inputs, n_outputs, unit, inputs = case
    layer, linear = Layer(n_inputs, n_outputs, "linear"), _Linear(n_inputs, n_outputs)
    for k, p in enumerate(layer.parameters(), start=1):
        p.data = round(k * unit, 6)
    for p in [p for row in linear.weight for p in row] + linear.bias:
        p.data = 0.25  # what was there before must not matter
    result = copy_weights(layer, linear)
    if result is not None and not isinstance(result, _Linear):
        raise FormError(
            "copy_weights writes into the Linear that it is given, and returns nothing; yours "
            f"returns something of type {type(result).__name__}."
        )
    if what == "copy":
        return {"outputs of the copy": linear(inputs)}
    if what == "layer":
        return {"outputs of the original": layer(inputs)}
    parameters = [p for row in linear.weight for p in row] + list(linear.bias)
    if not all(hasattr(p, "backward") for p in parameters):
        return {"the weights and biases": "not all of them are Values"}
    if what == "trained":
        for p in parameters:
            p.data += 1.0
        return {"outputs of the original, after the copy was changed": layer(inputs)}
    sum(linear(inputs)).backward()
    return {
        "gradients of the copy that reach the original": any(p.grad for p in layer.parameters())
    }


def _say_copy(case):
    _, n_inputs, n_outputs, unit, inputs = case
    return (
        f"a layer of {n_outputs} neurons with {n_inputs} inputs, parameters {unit:g}, "
        f"{2 * unit:g}, {3 * unit:g}, ..., called with {listed(inputs)}"
    )


def _copy_cases(rng):
    layers = [
        [2, 2, 1.0, [1.0, 0.0]],
        [2, 2, 0.5, [1.0, 2.0]],
        [3, 2, 1.0, [1.0, 0.0, -1.0]],
        [2, 4, round(rng.uniform(0.1, 1.0), 2), some_numbers(rng, 2, 0, 2)],
        [1, 1, 1.0, [2.0]],
    ]
    return [[what, *layer] for what in ("copy", "layer", "trained", "graph") for layer in layers]


TASK = Task(
    id="08.copy",
    answer_name="copy_weights",
    kind="function",
    reference=_copy(),
    probe=_probe_copy,
    cases=_copy_cases,
    say=_say_copy,
    notice=(
        "Rows are neurons, and a copy shares nothing with its original. A square layer hides the "
        "first slip, and a layer that is not trained hides the second."
    ),
    mistakes=(
        Mistake("as-it-was", _copy(True, "shared", "shared")).says(
            "Rows and columns are swapped; a square layer lets that pass without an error. And the "
            "copy holds the very same Values: train one network and the other is trained too.",
            "Layer and Linear with two inputs and two neurons: which entries of weight "
            "belong to neuron 0?",
        ),
        Mistake("transposed", _copy(True)).says(
            "Rows and columns are still swapped: row i of weight belongs to neuron i. A square "
            "layer lets that pass without an error.",
            "For 3 inputs and 2 neurons, how many rows has weight, and how long is each?",
        ),
        Mistake("shared-values", _copy(False, "shared", "shared")).says(
            "The outputs are right, but the copy holds the Values of the original: train "
            "one, and the other is trained too.",
            "What is the difference between the name w and the number w.data?",
        ),
        Mistake("bias-still-shared", _copy(False, "numbers", "shared")).says(
            "The weights are independent now. The biases are not: the copy still holds the "
            "neurons' own.",
            "Which of the names in your function is still one object with two owners?",
        ),
        Mistake("bias-not-copied", _copy(False, "numbers", "")).says(
            "The weights are right, but the biases of the copy are still 0.",
            "What does a neuron own besides its weights?",
        ),
        Mistake("plain-numbers", _copy(False, "floats", "floats")).says(
            "The outputs are right, but weight now holds plain numbers. They have no grad, "
            "so this copy can never learn.",
            "What has linear.weight[0][0] before your function, and what after it?",
        ),
        Mistake("transposed-biases-shared", _copy(True, "numbers", "shared")).says(
            "The weights are independent now. But rows and columns are still swapped, and the "
            "copy still holds the neurons' own biases.",
            "For 3 inputs and 2 neurons, how many rows has weight, and how long is each?",
        ),
        Mistake("weights-still-shared", _copy(False, "shared", "numbers")).says(
            "The biases are independent now. The weights are not: the copy holds the neurons' own.",
            "What is the difference between the name w and the number w.data?",
        ),
        Mistake("added-to-what-is-there", _copy(False, "added", "added")).says(
            "You add to the numbers that the copy has already. Where those are 0 nobody sees "
            "it; a layer that has been trained has others.",
            "What comes out if the function is called twice?",
        ),
        Mistake("new-nodes", _copy(False, "node", "node")).says(
            "The copy has nodes that were computed from the layer's Values, so its backward "
            "pass goes on into the original, and its weights are no leaves.",
            "After backward() on the copy, what is grad in the original's first weight?",
        ),
        Mistake("weights-not-copied", _copy(False, "")).says(
            "The biases are right, but the weights of the copy are what they were before.",
            "What does a neuron own besides its bias?",
        ),
        Mistake("nothing-copied", lambda layer, linear: None).says(
            "The Linear that was given is as it was before. A new one under the same name, or "
            "lists that are returned, do not reach whoever called.",
            "Which object does the caller still hold after your function has ended?",
        ),
        Mistake("first-neuron-only", _copy(neurons=slice(0, 1))).says(
            "Only the first neuron is copied; the others are what they were before.",
            "How many turns does your outer loop make, and what ends it?",
        ),
        Mistake("two-by-two-only", _copy(neurons=slice(0, 2), inputs=2)).says(
            "Two inputs and two neurons are copied, whatever the size of the layer is.",
            "Where does the 2 come from, and what should stand there?",
        ),
        Mistake("one-row-for-all", _one_row_for_all).says(
            "Every row of weight has the weights of the last neuron, as if it were one "
            "list for all.",
            "How many different lists does linear.weight hold after your function?",
        ),
        Mistake("other-way", _other_way).says(
            "You copy in the other direction: the layer gets the numbers of the Linear.",
            "Which side of = is written to?",
        ),
    ),
)
