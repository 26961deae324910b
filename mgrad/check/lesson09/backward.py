"""09.backward: The whole backward pass."""

from mgrad.check.lesson09.shared import arrays_of, loss_and_gradient, random_table
from mgrad.check.task import Mistake, Task


def _network_gradients(slope="1 - h²", bias="sum", inputs_of_W2="h", W2_transposed=True):
    """The gradients of a network with one hidden layer, with one idea changed."""

    def network_gradients(X, targets, W1, b1, W2, b2):
        import numpy as np

        z = X @ W1 + b1
        h = np.tanh(z)
        _, g = loss_and_gradient(h @ W2 + b2, targets)
        g_h = g @ (W2.T if W2_transposed else W2)
        g_z = g_h * {"1 - h²": 1 - h * h, "none": 1.0, "1 - z²": 1 - z * z, "h": h}[slope]
        of_bias = {
            "sum": lambda g: g.sum(axis=0),
            "whole": lambda g: g,
            "mean": lambda g: g.mean(axis=0),
            "rows": lambda g: g.sum(axis=1),
        }[bias]
        return X.T @ g_z, of_bias(g_z), (h if inputs_of_W2 == "h" else X).T @ g, of_bias(g)

    return network_gradients


def _probe_network(answer, case):
    import numpy as np

    X, targets, W1, b1, W2, b2 = case
    result = answer(*arrays_of(X), np.array(targets), *arrays_of(W1, b1, W2, b2))
    if result is None:
        return None
    of_W1, of_b1, of_W2, of_b2 = result
    return {"W1": of_W1, "b1": of_b1, "W2": of_W2, "b2": of_b2}


def _network_cases(rng):
    return [
        [[[1.0]], [0], [[0.5]], [0.0], [[1.0, -1.0]], [0.0, 0.0]],
        [[[1.0], [2.0]], [0, 1], [[0.5]], [0.1], [[1.0, -1.0]], [0.0, 0.0]],
        [
            random_table(rng, 2, 2),
            [0, 1],
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


TASK = Task(
    id="09.backward",
    answer_name="network_gradients",
    kind="function",
    reference=_network_gradients(),
    probe=_probe_network,
    cases=_network_cases,
    say=lambda case: (
        f"X = {case[0]}, targets {case[1]}, W1 = {case[2]}, b1 = {case[3]}, W2 = {case[4]}, "
        f"b2 = {case[5]}"
    ),
    notice=(
        "Four rules, used once each from the loss down: this is all that backward() does for a "
        "network, whatever its size."
    ),
    mistakes=(
        Mistake(
            "slope-forgotten",
            _network_gradients(slope="none"),
            (
                "The gradients of W2 and b2 are right. On the way to W1 the gradient must also "
                "pass through tanh, and there it is multiplied by the slope."
            ),
            "Which function stands between z and h, and what is its slope?",
        ),
        Mistake(
            "slope-of-the-sum",
            _network_gradients(slope="1 - z²"),
            "The slope of tanh is 1 minus the square of its output. You squared its input.",
            "What is the slope of tanh at z = 2? Can it be negative?",
        ),
        Mistake(
            "output-for-slope",
            _network_gradients(slope="h"),
            "You multiplied by the output of tanh. The chain rule asks for its slope.",
            "How fast does tanh move at z = 0, where its output is 0?",
        ),
        Mistake(
            "bias-not-summed",
            _network_gradients(bias="whole"),
            (
                "The gradients of the biases have one row for each example. A bias is used by "
                "every example, and these paths add up."
            ),
            "Which function of this notebook brings a gradient to the shape of its parameter?",
        ),
        Mistake(
            "bias-averaged",
            _network_gradients(bias="mean"),
            (
                "You averaged the bias gradients over the examples. The loss has divided by n "
                "already; paths add up."
            ),
            "Where in your program is the division by the number of examples?",
        ),
        Mistake(
            "summed-along-rows",
            _network_gradients(bias="rows"),
            (
                "Your bias gradients have one number for each example. They should have one for "
                "each neuron."
            ),
            "Which axis of g counts the examples? That one must disappear.",
        ),
        Mistake(
            "inputs-for-hidden",
            _network_gradients(inputs_of_W2="X"),
            (
                "For W2 you used X. But the second layer never saw X: its inputs are the outputs "
                "of the hidden layer."
            ),
            "What stands on the left of @ W2 in the forward pass?",
        ),
    ),
)
