"""05.start: The layer that starts as one neuron."""

import random
from functools import partial

from mgrad.check.probe import FormError, plain
from mgrad.check.task import Mistake, Task

SAY_LOOKS = {  # at what, and in which order
    "shape": "the form (lists × numbers in each)",
    "neurons": "the neurons",
    "signs": "the signs of the weights",
    "size": "the size of the weights",
    "calls": "two calls",
}


def _start(
    bound=lambda n, m: n**-0.5, rows="own", draw=lambda: random.uniform(-1, 1), own_inputs=0
):
    """Starts with one idea changed."""

    def number(n_inputs, n_neurons):
        return bound(n_inputs, n_neurons) * draw()

    def start_weights(n_inputs, n_neurons):
        first = [number(n_inputs, n_neurons) for _ in range(n_inputs)]
        if rows == "shuffled":
            return [random.sample(first, n_inputs) for _ in range(n_neurons)]
        if rows == "of one number":
            return [[number(n_inputs, n_neurons)] * n_inputs for _ in range(n_neurons)]
        if rows == "shared":
            return [first for _ in range(n_neurons)]
        if rows == "flat":
            return [number(n_inputs, n_neurons) for _ in range(n_inputs * n_neurons)]
        if rows == "turned":
            n_rows, length = n_inputs, n_neurons
        else:
            n_rows, length = n_neurons, n_inputs + own_inputs
        return [[number(n_inputs, n_neurons) for _ in range(length)] for _ in range(n_rows)]

    return start_weights


def _seeded(n_inputs, n_neurons):
    return _start(draw=partial(random.Random(1).uniform, -1, 1))(n_inputs, n_neurons)


def _probe_start(answer, case):
    """What is to be said about the weights: the same for all draws, whoever made the numbers."""
    look, n_inputs, n_neurons = case
    rows = plain(answer(n_inputs, n_neurons))
    if rows is None:
        return None
    if isinstance(rows, dict):
        raise FormError("Return a list with one list for each neuron. Yours is a dictionary.")
    if look == "shape":
        return _shape(rows)
    if look == "neurons":
        return _likeness(rows)
    if look == "calls":
        is_same = plain(answer(n_inputs, n_neurons)) == rows
        return "the same weights" if is_same else "new weights in each"
    numbers = [w for row in rows for w in row]
    if look == "size":
        others = plain(answer(n_inputs // 4, n_neurons))
        return _size(numbers, n_inputs, n_neurons, max(abs(w) for row in others for w in row))
    positive = sum(w > 0 for w in numbers) / len(numbers)
    return {0.0: "no positive number", 1.0: "no negative number"}.get(positive, "both signs")


def _shape(rows):
    if not isinstance(rows, list):
        return "no list"
    if not any(isinstance(row, list) for row in rows):
        return f"one list of {len(rows)}"
    lengths = {len(row) if isinstance(row, list) else 0 for row in rows}
    return f"{len(rows)} × {lengths.pop()}" if len(lengths) == 1 else "lists of different lengths"


def _likeness(rows):
    different = len({tuple(row) for row in rows})
    if different == 1:
        return "all neurons are equal"
    if all(len(set(row)) == 1 for row in rows):
        return "all weights of a neuron are equal"
    if len({tuple(sorted(row)) for row in rows}) == 1:
        return "all neurons have the same weights, in another order"
    return "no two neurons are equal" if different == len(rows) else "some neurons are equal"


def _size(numbers, n_inputs, n_neurons, largest_of_fewer):
    """How far the numbers reach; with a quarter of the inputs they reach ``largest_of_fewer``."""
    largest = max(map(abs, numbers))
    bounds = {
        "1/√n": n_inputs**-0.5,
        "1": 1.0,
        "1/n": 1 / n_inputs,
        "1/n²": n_inputs**-2,
        "√n": n_inputs**0.5,
        "half of 1/√n": n_inputs**-0.5 / 2,
        "1/√(number of neurons)": n_neurons**-0.5,
        "1/√(number of weights)": (n_inputs * n_neurons) ** -0.5,
        "√6/√(inputs + neurons)": (6 / (n_inputs + n_neurons)) ** 0.5,
    }
    near = [name for name, bound in bounds.items() if 0.93 < largest / bound <= 1 + 1e-9]
    alike = 0.9 < largest / largest_of_fewer < 1.1
    if alike and near[:1] not in (["1"], ["1/√(number of neurons)"]):
        near = ["a size that is the same for any number of inputs"]
    name = near[0] if near else f"{largest:.1g}"
    if len(set(numbers)) < 4:
        return f"a few different numbers only, up to {name}"
    small = sum(abs(w) < largest / 2 for w in numbers) / len(numbers)
    if 0.4 < small < 0.6:
        return f"{name} at most, evenly spread"
    spread = (n_inputs * sum(w * w for w in numbers) / len(numbers)) ** 0.5
    if 0.85 < spread < 1.15 and largest > 2 * n_inputs**-0.5:
        return "about 1/√n, without a limit"
    return f"unevenly spread up to {name}"


def _say(case):
    look, n_inputs, n_neurons = case
    return f"{SAY_LOOKS[look]} of start_weights({n_inputs}, {n_neurons})"


TASK = Task(
    id="05.start",
    answer_name="start_weights",
    kind="function",
    reference=_start(),
    probe=_probe_start,
    cases=lambda rng: [
        ["shape", 3, 2],
        ["shape", 2, 5],
        ["neurons", 30, 12],  # many: two values in an order of their own may look shuffled
        ["neurons", rng.randrange(20, 40), 16],
        ["signs", 400, 10],
        ["size", 400, 10],
        ["size", 16, 60],
        ["size", 225, 20],
        ["calls", 5, 4],
    ],
    level=lambda case: list(SAY_LOOKS).index(case[0]),
    say=_say,
    notice=(
        "Random, so that the neurons differ; the more inputs, the smaller, so that a sum of many "
        "does not land where tanh is flat."
    ),
    mistakes=(
        Mistake("rows-for-inputs", _start(rows="turned")).says(
            "You made one list for each input. The weights of a layer are kept neuron by "
            "neuron, and each neuron has one weight for each input.",
            "How many lists should start_weights(400, 10) give, and how long is each?",
        ),
        Mistake("one-flat-list", _start(rows="flat")).says(
            "All weights are there, but in one list: nobody can see which neuron owns which.",
            "What does one neuron need, and how many of these are there?",
        ),
        Mistake("neurons-alike", _start(rows="shared")).says(
            "All neurons start with the same weights. Then they have the same outputs and the "
            "same gradients, and they learn as one.",
            "How often are numbers drawn in your function, and how often should they be?",
        ),
        Mistake("inputs-not-counted", _start(lambda n, m: 1.0)).says(
            "The weights reach up to 1 in size, however many inputs there are. A sum of 400 "
            "such products is far out, where tanh is flat and no gradient gets through.",
            "Compute some sums for 4 inputs and for 400. How does their size grow?",
        ),
        Mistake("divided-by-n", _start(lambda n, m: 1 / n)).says(
            "You divide by the number of inputs itself. Positive and negative terms partly "
            "cancel, so a sum of 400 is not 400 times as large: these weights are too small.",
            "Which number of the task stands under the fraction, and what is done to it there?",
        ),
        Mistake("multiplied-by-root", _start(lambda n, m: n**0.5)).says(
            "The more inputs there are, the larger your weights are. So the sums grow twice: "
            "there are more terms, and each is larger.",
            "Should a neuron with 400 inputs have larger or smaller weights than one with 4?",
        ),
        Mistake("only-positive", _start(draw=random.random)).says(
            "No weight is negative. Then the terms cannot cancel, and "
            "every neuron answers a larger input with a larger sum.",
            "Which numbers can your way of drawing give, and which not?",
        ),
        Mistake("neurons-counted", _start(lambda n, m: m**-0.5)).says(
            "The size follows the number of neurons. A sum has one term for each input; how "
            "many other neurons stand beside it makes no difference to it.",
            "Over what does the sum of one neuron go?",
        ),
        Mistake("size-fixed", _start(lambda n, m: 0.05)).says(
            "The weights reach equally far, however many inputs there are: that can be right for "
            "one number of inputs and for no other.",
            "What must the size be made from, so that it fits 400 inputs and 16 inputs?",
        ),
        Mistake("divided-by-the-square", _start(lambda n, m: n**-2)).says(
            "You divide by the square of the number of inputs. These weights are far too small.",
            "Which number of the task stands under the fraction, and what is done to it there?",
        ),
        Mistake("half-as-wide", _start(lambda n, m: n**-0.5 / 2)).says(
            "The weights reach only half as far as they should: the interval from −1/√n to 1/√n "
            "is 2/√n wide.",
            "What are the two ends from which your way of drawing takes its numbers?",
        ),
        Mistake("weights-counted", _start(lambda n, m: (n * m) ** -0.5)).says(
            "The size follows the number of all weights of the layer. One sum has one term for "
            "each input.",
            "Over what does the sum of one neuron go?",
        ),
        Mistake("inputs-and-neurons-added", _start(lambda n, m: (6 / (n + m)) ** 0.5)).says(
            "This start exists (it is named after Glorot and Xavier), but it counts the neurons "
            "too. Asked for is PyTorch's.",
            "Which two ends does the task name?",
        ),
        Mistake("normal-for-even", _start(draw=lambda: random.gauss(0, 1))).says(
            "The numbers come from a bell curve: most are near 0, and a few go far beyond 1/√n. "
            "Asked for are numbers that are evenly spread up to 1/√n.",
            "Which function of random takes two ends?",
        ),
        Mistake("few-values", _start(draw=lambda: random.choice([-1, 1]))).says(
            "Your weights take only two or three different values. Evenly drawn means that every "
            "number between the two ends can come.",
            "Print ten of your weights. What lies between them?",
        ),
        Mistake("neuron-of-one-number", _start(rows="of one number")).says(
            "The neurons differ, but all weights of one neuron are the same number: the neuron "
            "cannot tell its inputs apart.",
            "How many numbers does your function draw for start_weights(3, 2), and how many are "
            "needed?",
        ),
        Mistake("neurons-shuffled", _start(rows="shuffled")).says(
            "All neurons have the same numbers in another order. Each should have numbers of its "
            "own.",
            "How many numbers does your function draw for start_weights(3, 2), and how many are "
            "needed?",
        ),
        Mistake("seed-inside", _seeded).says(
            "Each call gives the same weights, because a seed is set inside the function. Then all "
            "layers of one form start alike, and another start cannot be tried.",
            "Where does this course call random.seed, and how often?",
        ),
        Mistake("bias-among-the-weights", _start(own_inputs=1)).says(
            "Each list has one number more than there are inputs. A bias would be one, but here "
            "only weights are asked for.",
            "How many inputs has a neuron of start_weights(3, 2)?",
        ),
    ),
)
