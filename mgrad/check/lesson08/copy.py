"""08.copy: The copy that is no copy."""

from mgrad import Layer, Value
from mgrad.check.task import Mistake, Task, listed, some_numbers


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
    return (
        f"a layer of {n_outputs} neurons with {n_inputs} inputs, parameters {unit:g}, "
        f"{2 * unit:g}, {3 * unit:g}, ..., called with {listed(inputs)}"
    )


def _copy_cases(rng):
    return [
        [2, 2, 1.0, [1.0, 0.0]],
        [2, 2, 0.5, [1.0, 2.0]],
        [3, 2, 1.0, [1.0, 0.0, -1.0]],
        [2, 4, round(rng.uniform(0.1, 1.0), 2), some_numbers(rng, 2)],
    ]


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
        Mistake(
            "as-it-was",
            _copy(True, "shared", "shared"),
            (
                "Rows and columns are swapped; a square layer lets that pass without an error. "
                "And the copy holds the very same Values: change one network and the other "
                "changes."
            ),
            (
                "Layer and Linear with two inputs and two neurons: which entries of weight "
                "belong to neuron 0?"
            ),
        ),
        Mistake(
            "transposed",
            _copy(True),
            (
                "The copy is independent now. But rows and columns are still swapped: row i of "
                "weight belongs to neuron i."
            ),
            "For 3 inputs and 2 neurons, how many rows has weight, and how long is each?",
        ),
        Mistake(
            "shared-values",
            _copy(False, "shared", "shared"),
            (
                "The outputs are right, but the copy holds the Values of the original: train "
                "one, and the other is trained too."
            ),
            "What is the difference between the name w and the number w.data?",
        ),
        Mistake(
            "bias-still-shared",
            _copy(False, "numbers", "shared"),
            (
                "The weights are independent now. The biases are not: the copy still holds the "
                "neurons' own."
            ),
            "Look at the last line of the function.",
        ),
        Mistake(
            "bias-not-copied",
            _copy(False, "numbers", ""),
            "The weights are right, but the biases of the copy are still 0.",
            "What does a neuron own besides its weights?",
        ),
        Mistake(
            "plain-numbers",
            _copy(False, "floats", "floats"),
            (
                "The outputs are right, but weight now holds plain numbers. They have no grad, "
                "so this copy can never learn."
            ),
            "Leave the Values of linear where they are, and change the number inside each.",
        ),
    ),
)
