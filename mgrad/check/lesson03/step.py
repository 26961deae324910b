"""03.step: One node's step."""

from mgrad.check.lesson03.shared import (
    Node,
    chain_rule_step,
    grads_of,
    local_only,
    replaced,
    signed,
    step_with,
    write_number,
)
from mgrad.check.task import Mistake, Task


def _probe_step(answer, case):
    """A step changes the grads of the parents, and no other."""
    before, uses, upstream, behind = case
    grandparent = Node(5.0, 1.0)
    parents = {
        name: Node(7.0 + i, grad, (grandparent,) * behind, (2.0,) * behind)
        for i, (name, grad) in enumerate(before.items())
    }
    node = Node(
        6.0, upstream, tuple(parents[name] for name, _ in uses), tuple(local for _, local in uses)
    )
    answer(node)
    looked_at = parents | {"node": node} | ({"g": grandparent} if behind else {})
    return grads_of(looked_at, looked_at)


def _say_step(case):
    before, uses, upstream, behind = case
    if not uses:
        return f"a leaf, which has no parents, with node.grad = {write_number(upstream)}"
    locals_ = ", ".join(f"{write_number(local)} for {name}" for name, local in uses)
    grads = ", ".join(f"{name}.grad = {write_number(grad)}" for name, grad in before.items())
    generation = ", where each parent has a parent g of its own with g.grad = 1" if behind else ""
    return (
        f"node.grad = {write_number(upstream)}, local derivative{'s' if uses[1:] else ''} "
        f"{locals_}, and {grads} before the step{generation}"
    )


def _turned_step(node):
    for parent, local in zip(node._prev, node._local):
        node.grad += local * parent.grad


def _deep_step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        _deep_step(parent)


def _first_parent_step(node):
    if node._prev:
        node._prev[0].grad += node._local[0] * node.grad


TASK = Task(
    id="03.step",
    answer_name="step",
    kind="function",
    reference=chain_rule_step,
    probe=_probe_step,
    cases=lambda rng: [
        [{"p": 0.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 5.0]], 3.0, 0],
        [{"p": 0.0}, [["p", 5.0]], -2.0, 0],
        [{"p": 0.0, "q": 0.0}, [["p", 2.0], ["q", -3.0]], 1.0, 0],
        [{"p": 10.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 4.0], ["p", 4.0]], 1.0, 0],
        [{"p": 0.0}, [], 2.0, 0],
        [{"p": 7.0}, [["p", 5.0]], -2.0, 1],
        [signed(rng, "pq"), [[name, rng.uniform(-4, 4)] for name in "pqp"], rng.uniform(1.5, 3), 0],
        [
            signed(rng, "pq"),
            [[name, rng.uniform(-4, 4)] for name in "qp"],
            rng.uniform(-3, -1.5),
            1,
        ],
    ],
    say=_say_step,
    hides=("Value",),
    notice=(
        "Local derivative times upstream gradient, added to what is there: this line is all of "
        "backpropagation, the rest is the right order."
    ),
    mistakes=(
        Mistake(
            "upstream-forgotten",
            step_with(local_only),
            (
                "The parents get the bare local derivative. It says how fast this node moves, "
                "but the question is how fast the final result moves."
            ),
            (
                "Where in your step does node.grad appear? What should change when it is 3 "
                "instead of 1?"
            ),
        ),
        Mistake(
            "gradient-overwritten",
            step_with(replaced),
            "The step replaces the parent's grad. What had arrived along other paths is lost.",
            (
                "A parent that is used twice gets two contributions. What should happen to the "
                "first when the second arrives?"
            ),
        ),
        Mistake(
            "local-derivative-stored",
            step_with(lambda parent, local, node: local),
            (
                "The parent's grad becomes the bare local derivative. Two things are missing: "
                "the gradient that arrived at the node, and what the parent had already."
            ),
            (
                "Try a node with grad 3, then a parent with grad 10. What should stand in the "
                "parent afterward?"
            ),
        ),
        Mistake(
            "upstream-added",
            step_with(lambda parent, local, node: parent.grad + local + node.grad),
            (
                "Local derivative and upstream gradient are added. Rates along a chain multiply: "
                "a car twice as fast as a bicycle that is 4 times as fast as a walker."
            ),
            "Which of 4 + 2 and 4 · 2 says how fast the car is against the walker?",
        ),
        Mistake(
            "own-data-for-local",
            step_with(lambda parent, local, node: parent.grad + parent.data * node.grad),
            (
                "The parent's own data stands where its local derivative should be. The node has "
                "stored the right factor for each parent at the forward pass."
            ),
            (
                "Print node._local of a product of 2 and −3, and compare it with the data of the "
                "parents."
            ),
        ),
        Mistake(
            "own-data-for-upstream",
            step_with(lambda parent, local, node: parent.grad + local * node.data),
            (
                "The step multiplies by node.data, the value of the node. What flows back is its "
                "gradient, node.grad."
            ),
            "Which of the two says how fast the final result moves when the node moves?",
        ),
        Mistake(
            "parents-unchanged",
            lambda node: None,
            (
                "The parents' grads are as before. A new variable or a returned list does not "
                "reach them."
            ),
            (
                "Which attribute must hold the result after the step? The line has to store it "
                "there, in parent.grad."
            ),
        ),
        Mistake(
            "step-goes-on",
            _deep_step,
            (
                "The step goes on to the parents' parents. One step serves the parents only: a "
                "parent may still be waiting for other contributions, and passes on when it has "
                "them all."
            ),
            "Which grads may differ before and after the step of one node?",
        ),
        Mistake(
            "direction-turned",
            _turned_step,
            (
                "Your step changes node.grad and reads the parents'. In the backward pass the "
                "node gives and its parents receive."
            ),
            "Which of the grads is known when this step begins, and which are wanted?",
        ),
        Mistake(
            "first-parent-only",
            _first_parent_step,
            (
                "Only the first parent receives its part. Every parent of the node has moved the "
                "result."
            ),
            (
                "How many entries does node._prev have for a product, and how often does your "
                "line run?"
            ),
        ),
    ),
)
