"""03.late-binding: All to the last one."""

from mgrad.check.lesson03.shared import Node, Value, grads_of, write_number
from mgrad.check.task import Mistake, Task


def _weighted_sum_with(step):
    """A weighted sum whose step is ``step(weights, nodes, total)``."""

    def weighted_sum(weights, nodes):
        total = Value(sum(weight * node.data for weight, node in zip(weights, nodes)))
        total._backward = lambda: step(list(weights), list(nodes), total)
        return total

    return weighted_sum


def _pass_on(weights, nodes, total):
    for weight, node in zip(weights, nodes):
        node.grad += weight * total.grad


def _pass_on_overwriting(weights, nodes, total):
    for weight, node in zip(weights, nodes):
        node.grad = weight * total.grad


INPUTS = {"x": 2.0, "y": 3.0, "z": -1.0}


def _probe_weighted_sum(answer, case):
    weights, inputs, upstream, passes = case
    nodes = {name: Value(x) for name, x in INPUTS.items() if name in inputs}
    total = answer(list(weights), [nodes[name] for name in inputs])
    total.grad = upstream
    for _ in range(passes):
        total._backward()
    return {"total.data": total.data} | grads_of(nodes, nodes)


def _say_weighted_sum(case):
    weights, inputs, upstream, passes = case
    nodes = ", ".join(f"{name} = {write_number(INPUTS[name])}" for name in inputs)
    again = ", and two calls of total._backward()" if passes > 1 else ""
    return (
        f"the weights {', '.join(map(write_number, weights))} on the nodes {nodes}, and "
        f"total.grad = {write_number(upstream)}{again}"
    )


TASK = Task(
    id="03.late-binding",
    answer_name="weighted_sum",
    kind="function",
    reference=_weighted_sum_with(_pass_on),
    probe=_probe_weighted_sum,
    cases=lambda rng: [
        [[4.0], "x", 1.0, 1],
        [[4.0, 5.0], "xy", 1.0, 1],
        [[4.0, 5.0, -1.0], "xyz", 2.0, 1],
        [[4.0, 5.0], "xx", 1.0, 1],
        [[4.0, 4.0, 0.0], "xyz", -2.0, 1],
        [[4.0, 5.0], "xy", 1.0, 2],
        [[rng.uniform(-3, 3) for _ in "xyzx"], "xyzx", rng.uniform(1.5, 3), 1],
    ],
    say=_say_weighted_sum,
    notice=(
        "A closure keeps the variable, not the value it had. In a loop all closures share one "
        "variable, and it ends with the last value."
    ),
    mistakes=(
        Mistake(
            "late-binding",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on(
                    [weights[-1]] * len(nodes), [nodes[-1]] * len(nodes), total
                )
            ),
            (
                "All gradient goes to the last node, with the last weight, once for each node. "
                "The functions were made in different rounds of the loop, but they run after it."
            ),
            "What are weight and node when the loop is over? Print them inside pass_on.",
        ),
        Mistake(
            "only-node-bound",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on([weights[-1]] * len(nodes), nodes, total)
            ),
            (
                "Each node is reached now, but all of them with the last weight: the second loop "
                "variable is still read too late."
            ),
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "only-weight-bound",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on(weights, [nodes[-1]] * len(nodes), total)
            ),
            (
                "Each weight is used now, but all gradient still goes to the last node: the "
                "second loop variable is still read too late."
            ),
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "gradient-read-too-early",
            _weighted_sum_with(lambda weights, nodes, total: None),
            (
                "No gradient arrives. If total.grad is kept when the function is made, it is "
                "kept as 0: the upstream gradient arrives only in the backward pass."
            ),
            "Which numbers are known in the forward pass, and which only when the step runs?",
        ),
        Mistake(
            "gradient-overwritten",
            _weighted_sum_with(_pass_on_overwriting),
            (
                "Each node gets its own part now, but the step replaces what is there. A node "
                "that is used twice keeps only the last part."
            ),
            "What should happen when the same node stands in the list twice?",
        ),
        Mistake(
            "upstream-forgotten",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on(weights, nodes, Node(0.0, 1.0))
            ),
            (
                "Each node gets its own weight now, but the gradient that arrived at total is "
                "not in the step any more."
            ),
            "What should x get when total.grad is 2 instead of 1?",
        ),
    ),
)
