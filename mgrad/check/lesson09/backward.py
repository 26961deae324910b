"""09.backward: The whole backward pass."""

from mgrad.check.lesson09.shared import (
    arrays_of,
    loss_and_gradient,
    make_loss_and_gradient,
    random_table,
    results_of,
)
from mgrad.check.task import Mistake, Task


def _network_gradients(
    slope="1 - h²",
    bias="sum",
    inputs_of_W2="h",
    forward="right",
    loss=loss_and_gradient,
    order=(0, 1, 2, 3),
):
    """The gradients of a network with one hidden layer, with one idea changed."""

    def network_gradients(X, targets, W1, b1, W2, b2):
        import numpy as np

        z = X @ W1 + (0 if forward == "no b1" else b1)
        h = z if forward == "no tanh" else np.tanh(z)
        scores = h @ W2 + (0 if forward == "no b2" else b2)
        _, g = loss(scores, targets)
        g_h = g @ W2.T
        by = {
            "1 - h²": 1 - h * h,
            "none": 1.0,
            "1 - z²": 1 - z * z,
            "h": h,
            "1 - h": 1 - h,
            "h (1 - h)": h * (1 - h),
        }
        g_z = g_h * by[slope]
        of_bias = {
            "sum": lambda g: g.sum(axis=0),
            "whole": lambda g: g,
            "mean": lambda g: g.mean(axis=0),
            "rows": lambda g: g.sum(axis=1),
            "all": lambda g: g.sum(),
            "column": lambda g: g.sum(axis=0, keepdims=True),
            "first": lambda g: g[0],
        }[bias]
        results = (
            X.T @ g_z,
            of_bias(g_z),
            (X if inputs_of_W2 == "X" else h).T @ g,
            of_bias(g),
        )
        return tuple(results[i] for i in order)

    return network_gradients


def _probe_network(answer, case):
    import numpy as np

    part, X, targets, W1, b1, W2, b2 = case
    with np.errstate(all="ignore"):
        result = answer(*arrays_of(X), np.array(targets), *arrays_of(W1, b1, W2, b2))
    if result is None:
        return None
    found = dict(zip(NAMES, zip(SAY_NAMES, results_of(result, SAY_NAMES))))
    return dict(found[name] for name in part.split())


NAMES = ["W1", "b1", "W2", "b2"]
SAY_NAMES = [
    "the gradient of W1",
    "the gradient of b1",
    "the gradient of W2",
    "the gradient of b2",
]
PARTS = ["W2", "b2", "W1", "b1"]  # from the loss down
ALL = "W1 b1 W2 b2"  # at last, with scores near 1,000


def _network_cases(rng):
    networks = [
        [[[1.0]], [0], [[0.5]], [0.0], [[1.0, -1.0]], [0.0, 0.0]],
        [[[1.0], [2.0]], [0, 1], [[0.5]], [0.1], [[1.0, -1.0]], [0.0, 0.2]],
        [
            random_table(rng, 3, 2),
            [0, 1, 1],
            random_table(rng, 2, 2),
            [0.3, -0.2],
            random_table(rng, 2, 2),
            [0.1, 0.0],
        ],
        [
            random_table(rng, 4, 3),
            [0, 2, 1, 1],
            random_table(rng, 3, 2),
            random_table(rng, 1, 2)[0],
            random_table(rng, 2, 3),
            random_table(rng, 1, 3)[0],
        ],
    ]
    far_out = [[[1.0]], [1], [[0.5]], [0.0], [[2000.0, -2000.0]], [0.0, 0.0]]
    return [*([part, *network] for part in PARTS for network in networks), [ALL, *far_out]]


TASK = Task(
    id="09.backward",
    answer_name="network_gradients",
    kind="function",
    reference=_network_gradients(),
    probe=_probe_network,
    cases=_network_cases,
    level=lambda case: [*PARTS, ALL].index(case[0]),
    say=lambda case: (
        f"X = {case[1]}, targets {case[2]}, W1 = {case[3]}, b1 = {case[4]}, W2 = {case[5]}, "
        f"b2 = {case[6]}"
    ),
    notice=(
        "Four rules, used once each from the loss down: this is all that backward() does for a "
        "network, whatever its size."
    ),
    mistakes=(
        Mistake("second-layer-first", _network_gradients(order=(2, 3, 0, 1))).says(
            "The gradients of the second layer come first in what you return: the order"
            " in which they are found, but not the one that is asked for.",
            "In which order does the task name the four?",
        ),
        Mistake("another-order", _network_gradients(order=(0, 2, 1, 3))).says(
            "In the third place you return the gradient of b1. Asked for is layer by layer.",
            "In which order does the task name the four?",
        ),
        Mistake("tanh-forgotten-forward", _network_gradients(forward="no tanh", slope="none")).says(
            "On the way forward there is no tanh: the two layers are one straight layer.",
            "What stands between X @ W1 + b1 and the second layer?",
        ),
        Mistake("first-bias-forgotten", _network_gradients(forward="no b1")).says(
            "On the way forward b1 is missing, so the hidden layer has other outputs.",
            "Where b1 is 0 nobody sees it. What is added to X @ W1?",
        ),
        Mistake("second-bias-forgotten", _network_gradients(forward="no b2")).says(
            "On the way forward b2 is missing, so the scores are others.",
            "Where b2 is 0 nobody sees it. What is added to h @ W2?",
        ),
        Mistake("inputs-for-hidden", _network_gradients(inputs_of_W2="X")).says(
            "For W2 you used X. But the second layer never saw X: its inputs are the "
            "outputs of the hidden layer.",
            "What stands on the left of @ W2 in the forward pass?",
        ),
        Mistake(
            "truth-not-subtracted", _network_gradients(loss=make_loss_and_gradient(truth=False))
        ).says(
            "The gradient of the scores has the probabilities only; the truth is not taken off.",
            "To what should the gradients of one row of scores add up?",
        ),
        Mistake("bias-not-summed", _network_gradients(bias="whole")).says(
            "The gradients of the biases have one row for each example. A bias is used "
            "by every example, and these paths add up.",
            "Which function of this notebook brings a gradient to the shape of its parameter?",
        ),
        Mistake("summed-along-rows", _network_gradients(bias="rows")).says(
            "Your bias gradients have one number for each example. They should have one"
            " for each neuron.",
            "Which axis of g counts the examples? That one must disappear.",
        ),
        Mistake("bias-summed-to-one-number", _network_gradients(bias="all")).says(
            "You added up the whole table for a bias. It has one number for each "
            "neuron, and so has its gradient.",
            "Which axis of g counts the examples? That one must disappear.",
        ),
        Mistake("bias-keeps-a-row", _network_gradients(bias="column")).says(
            "The bias gradients are right, in a table of one row. They must have the "
            "shape of the biases.",
            "How many axes has b2, and how many has your gradient of it?",
        ),
        Mistake("no-maximum", _network_gradients(loss=make_loss_and_gradient(maximum="none"))).says(
            "As long as the scores are small, all is right. Near 1,000 exp overflows, and what "
            "comes out is NaN. The loss of task 4 survives that.",
            "What did you subtract from the scores of a row in task 4?",
        ),
        Mistake("slope-forgotten", _network_gradients(slope="none")).says(
            "The gradients of W2 and b2 are right. On the way to W1 the gradient must "
            "also pass through tanh, and there it is multiplied by the slope.",
            "Which function stands between z and h, and what is its slope?",
        ),
        Mistake("slope-of-the-sum", _network_gradients(slope="1 - z²")).says(
            "The slope of tanh is 1 minus the square of its output. You squared its input.",
            "What is the slope of tanh at z = 2? Can it be negative?",
        ),
        Mistake("square-forgotten", _network_gradients(slope="1 - h")).says(
            "You multiplied by 1 − h. In the slope of tanh the output is squared.",
            "Should the slope of tanh be the same at z and at −z?",
        ),
        Mistake("slope-of-the-sigmoid", _network_gradients(slope="h (1 - h)")).says(
            "h (1 − h) is the slope of the sigmoid. The hidden layer has tanh.",
            "How fast does tanh move at z = 0, where its output is 0?",
        ),
    ),
)
