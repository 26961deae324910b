"""05.collapse: Two layers in, one layer out."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _collapse(
    combine=lambda w2, w1: _product(w2, w1),
    biases=lambda w1, b1, w2, b2: [c + _sum_of_products(row, b1) for row, c in zip(w2, b2)],
):
    """Two layers made into one, with one idea changed."""

    def collapse(first, second):
        (w1, b1), (w2, b2) = first, second
        return combine(w2, w1), biases(w1, b1, w2, b2)

    return collapse


def _product(left, right, count=None):
    """The rows of the left times the columns of the right, over ``count`` hidden neurons."""
    hidden = range(count(right) if count else len(right))
    rows = []
    for row in left:
        rows.append([])
        for i in range(len(right[0])):
            rows[-1].append(sum(row[j] * right[j][i] for j in hidden))
    return rows


def _turned_first(w2, w1):
    return [[sum(x * w1[i][j] for j, x in enumerate(row)) for i in range(len(w1))] for row in w2]


def _turned_second(w2, w1):
    hidden, inputs = range(len(w1)), range(len(w1[0]))
    return [[sum(w2[j][k] * w1[j][i] for j in hidden) for i in inputs] for k in range(len(w2))]


def _by_one_neuron(place):
    """Only the paths through one hidden neuron."""
    return lambda w2, w1: [[row[place] * w for w in w1[place]] for row in w2]


def _one_row_for_all(w2, w1):
    everything = [w for row in _product(w2, w1) for w in row]
    return [everything for _ in w2]


def _stacked(first, second):
    (w1, b1), (w2, b2) = first, second
    return [*w1, *w2], [*b1, *b2]


def _pairwise(operation):
    return lambda w2, w1: [
        [operation(x, y) for x, y in zip(row2, row1)] for row2, row1 in zip(w2, w1)
    ]


def _turned(w2, w1):
    return [list(column) for column in zip(*_product(w2, w1))]


def _sum_of_products(row, numbers):
    return sum(x * y for x, y in zip(row, numbers))


def _probe_collapse(answer, case):
    layers = [(layer["weights"], layer["biases"]) for layer in case]
    result = answer(*layers)
    if isinstance(result, dict):
        raise FormError("Return a pair, (weights, biases). Your function returns a dictionary.")
    if isinstance(result, list) and result and all(isinstance(x, tuple) for x in result):
        raise FormError(
            "You return a pair for each neuron. Return one pair: the weights of all neurons, then "
            "the biases of all neurons."
        )
    if not isinstance(result, list | tuple) or len(result) != 2:
        return result
    return {"weights": result[0], "biases": result[1]}


def _layer(weights, biases):
    return {"weights": weights, "biases": biases}


def _random_layer(rng, n_inputs, n_outputs):
    rows = [some_numbers(rng, n_inputs) for _ in range(n_outputs)]
    return _layer(rows, some_numbers(rng, n_outputs))


def _cases(rng):
    square = [[1.0, 2.0], [3.0, -1.0]], [[0.0, 1.0], [2.0, 5.0]]
    return [
        [_layer([[2.0]], [0.0]), _layer([[3.0]], [0.0])],
        [_layer(square[0], [0.0, 0.0]), _layer(square[1], [0.0, 0.0])],
        [_layer([[2.0]], [1.0]), _layer([[3.0]], [4.0])],
        [_layer(square[0], [1.0, -2.0]), _layer(square[1], [0.5, 3.0])],
        [
            _layer([[1.0, 2.0], [0.0, 1.0], [4.0, -1.0]], [1.0, 0.0, 2.0]),
            _layer([[1.0, -1.0, 2.0]], [0.5]),
        ],
        [_random_layer(rng, 3, 2), _random_layer(rng, 2, 4)],
    ]


def _level(case):
    """Weights alone, then biases too, then layers of different sizes."""
    first, second = case
    if len(first["weights"][0]) != len(second["weights"]):
        return 2
    return int(any(first["biases"] + second["biases"]))


def _say(case):
    def write(layer):
        rows = ", ".join(listed(row) for row in layer["weights"])
        return f"([{rows}], {listed(layer['biases'])})"

    return f"first = {write(case[0])}, second = {write(case[1])}"


TASK = Task(
    id="05.collapse",
    answer_name="collapse",
    kind="function",
    reference=_collapse(),
    probe=_probe_collapse,
    cases=_cases,
    level=_level,
    say=_say,
    notice=(
        "Ten linear layers collapse in the same way, two by two, until one is left. A tanh or a "
        "relu between them would already stop the first step."
    ),
    mistakes=(
        Mistake(
            "first-biases-unweighted",
            _collapse(biases=lambda w1, b1, w2, b2: [c + sum(b1) for c in b2]),
        ).says(
            "The first biases are added as they are. What the first layer gives goes through "
            "the weights of the second, its biases too.",
            "Write out 3 · (2x + 1) + 4. What becomes of the 1?",
        ),
        Mistake("order-exchanged", _collapse(lambda w2, w1: _product(w1, w2))).says(
            "You multiply the two tables of weights in the other order. An input goes through "
            "the first layer first, and what the second one multiplies is already a sum.",
            "Which number comes out of hidden neuron 1, and which weights then meet it?",
        ),
        Mistake("weights-multiplied-in-place", _collapse(_pairwise(lambda x, y: x * y))).says(
            "You multiply each weight by the one that stands at the same place in the other "
            "layer. But an input reaches an output through every hidden neuron.",
            "In the drawing of a 2-2-2 network: how many paths lead from input 1 to output 1?",
        ),
        Mistake("weights-added", _collapse(_pairwise(lambda x, y: x + y))).says(
            "You add the weights of the two layers. The second layer multiplies what the first "
            "one has already multiplied.",
            "First 2x, then 3 times that: how often is x in the result?",
        ),
        Mistake("columns-for-rows", _collapse(_turned)).says(
            "The numbers are right, but the table is turned: in a layer each row belongs to "
            "one neuron, and you made a row for each input.",
            "How long is a row of the first layer, and how many rows has the second one?",
        ),
        Mistake("first-biases-forgotten", _collapse(biases=lambda w1, b1, w2, b2: list(b2))).says(
            "The weights are right. But the biases of the first layer are lost: what the first "
            "layer adds also goes through the second.",
            "Give both layers the inputs 0: what comes out of the first one, and what of both?",
        ),
        Mistake(
            "second-biases-forgotten",
            _collapse(biases=lambda w1, b1, w2, b2: [_sum_of_products(row, b1) for row in w2]),
        ).says(
            "The weights are right. But the biases of the second layer are lost: it adds them "
            "after it has multiplied.",
            "Give both layers the inputs 0, and follow what is added on the way.",
        ),
        Mistake(
            "all-biases-forgotten", _collapse(biases=lambda w1, b1, w2, b2: [0.0 for _ in b2])
        ).says(
            "The weights are right. But the one layer has no biases any more, so it gives 0 "
            "for inputs of 0, which the two layers in a row do not.",
            "Give both layers the inputs 0, and follow what is added on the way.",
        ),
        Mistake(
            "biases-only-added",
            _collapse(biases=lambda w1, b1, w2, b2: [b + c for b, c in zip(b1, b2)]),
        ).says(
            "The weights are right. But you add the biases of the two layers as they are, and "
            "the second layer multiplies everything that comes out of the first.",
            "Write 3 · (2x + 1) + 4 without brackets. What has become of the 1?",
        ),
        Mistake(
            "biases-multiplied",
            _collapse(
                biases=lambda w1, b1, w2, b2: [
                    sum(x * b * c for x, b in zip(row, b1)) for row, c in zip(w2, b2)
                ]
            ),
        ).says(
            "The weights are right. But the biases of the second layer multiply something, and a "
            "bias is only ever added.",
            "Write 3 · (2x + 1) + 4 without brackets. Which numbers meet in a product?",
        ),
        Mistake(
            "second-biases-weighted",
            _collapse(
                biases=lambda w1, b1, w2, b2: [
                    b + _sum_of_products(row, b2) for row, b in zip(w1, b1)
                ]
            ),
        ).says(
            "The weights are right. For the biases the two layers have changed places: those of "
            "the second go through the weights of the first.",
            "What comes first on the way of an input, the 1 or the 4 of 3 · (2x + 1) + 4?",
        ),
        Mistake(
            "second-bias-for-each-neuron",
            _collapse(
                biases=lambda w1, b1, w2, b2: [
                    _sum_of_products(row, b1) + len(b1) * c for row, c in zip(w2, b2)
                ]
            ),
        ).says(
            "The weights are right. But the bias of an output neuron is added once for each hidden "
            "neuron.",
            "How often does the second layer add its bias, and in which of your loops does it?",
        ),
        Mistake(
            "last-bias-only",
            _collapse(biases=lambda w1, b1, w2, b2: [row[-1] * b1[-1] for row in w2]),
        ).says(
            "The weights are right. In the biases only the part of the last hidden neuron is left: "
            "each turn replaces what was there.",
            "What should the sum hold before the loop, and what does a turn do to it?",
        ),
        *(
            Mistake(f"{name}-of-the-hidden-neurons-only", _collapse(_by_one_neuron(place))).says(
                f"Only the paths through the {name} hidden neuron count.",
                "How many paths lead from input 1 to output 1, and what becomes of their products?",
            )
            for name, place in (("first", 0), ("last", -1))
        ),
        *(
            Mistake(f"{name}-weights-turned", _collapse(turned)).says(
                f"You read the weights of the {name} layer by columns: its two numbers in square "
                "brackets are exchanged. The first chooses the neuron, the second what comes in.",
                "How many numbers has a row of that layer, and what does each of them multiply?",
            )
            for name, turned in (("first", _turned_first), ("second", _turned_second))
        ),
        Mistake("one-row-for-all", _collapse(_one_row_for_all)).says(
            "All weights are right, but they stand in one row, and each neuron has the whole of "
            "it.",
            "Where is the list of a row made, and how often should it be made anew?",
        ),
        Mistake("layers-put-together", _stacked).says(
            "You put the neurons of both layers into one list. Asked for is one layer that gives "
            "what the second one gives.",
            "How many outputs do the two layers in a row have, and how many neurons is that?",
        ),
        Mistake("biases-not-returned", lambda first, second: _product(second[0], first[0])).says(
            "What you return is the table of weights alone. A layer is a pair: its weights and "
            "its biases.",
            "What are the biases of the one layer, even where all those of the two are 0?",
        ),
    ),
)
