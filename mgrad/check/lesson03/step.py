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
    locals_ = ", ".join(f"{write_number(local)} ({name})" for name, local in uses)
    grads = ", ".join(
        f"{name}.grad = {write_number(grad)}, {name}.data = {7 + i}"
        for i, (name, grad) in enumerate(before.items())
    )
    generation = ", where each parent has a parent g of its own with g.grad = 1" if behind else ""
    return (
        f"node.data = 6, node.grad = {write_number(upstream)}, "
        f"local derivative{'s' if uses[1:] else ''} {locals_}, "
        f"and {grads} before the step{generation}"
    )


def _level_of_step(case):
    """One question after the other: so the first of two mistakes has the signature of one."""
    before, uses, upstream, behind = case
    names = [name for name, _ in uses]
    questions = [
        behind or len(uses) > 2,
        not uses,
        len(set(names)) < len(names),
        any(before.values()),
        len(uses) == 2,
        upstream != 1,
    ]
    return next((5 - i + 1 for i, asked in enumerate(questions) if asked), 0)


def _deep_step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        _deep_step(parent)


def _step_along(pairs):
    """A step that serves only the (parent, local derivative) that ``pairs`` picks."""

    def step(node):
        for parent, local in pairs(list(zip(node._prev, node._local))):
            parent.grad += local * node.grad

    return step


def _exchanged_step(node):
    for parent, local in zip(node._prev, node._local[::-1]):
        parent.grad += local * node.grad


def _step_that_gives_away(node):
    chain_rule_step(node)
    node.grad = 0.0


def _step_without_own_gradient(node):
    node.grad = 1.0
    chain_rule_step(node)


def _step_for_untouched_parents(node):
    for parent, local in zip(node._prev, node._local):
        if parent.grad == 0:
            parent.grad += local * node.grad


def _step_for_two_parents(node):
    if len(node._prev) != 2:
        raise ValueError("not enough values to unpack")
    chain_rule_step(node)


def _step_for_places_0_and_1(node):
    for place in (0, 1):
        node._prev[place].grad += node._local[place] * node.grad


TASK = Task(
    id="03.step",
    answer_name="step",
    kind="function",
    reference=chain_rule_step,
    probe=_probe_step,
    level=_level_of_step,
    cases=lambda rng: [
        [{"p": 0.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", -0.5]], 1.0, 0],
        [{"p": 0.0}, [["p", 5.0]], 3.0, 0],
        [{"p": 0.0}, [["p", 5.0]], -2.0, 0],
        [{"p": 0.0, "q": 0.0}, [["p", 2.0], ["q", -3.0]], 1.0, 0],
        [{"p": 10.0}, [["p", 5.0]], 1.0, 0],
        [{"p": -10.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 4.0], ["p", 4.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 2.0], ["p", 3.0]], 1.0, 0],
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
        Mistake("upstream-forgotten", step_with(local_only)).says(
            "The parents get the bare local derivative. It says how fast this node moves, "
            "but the question is how fast the final result moves.",
            "Where in your step does node.grad appear? What should change when it is 3 "
            "instead of 1?",
        ),
        Mistake(
            "local-forgotten", step_with(lambda parent, local, node: parent.grad + node.grad)
        ).says(
            "The parents get node.grad as it is. It says how fast the result moves with this "
            "node, but not yet how fast this node moves with each parent.",
            "Where does your step use node._local, and which of its entries belongs to p?",
        ),
        Mistake("gradient-overwritten", step_with(replaced)).says(
            "The step replaces the parent's grad. What had arrived along other paths is lost.",
            "A parent that is used twice gets two contributions. What should happen to the "
            "first when the second arrives?",
        ),
        Mistake(
            "upstream-added", step_with(lambda parent, local, node: parent.grad + local + node.grad)
        ).says(
            "Local derivative and upstream gradient are added. Rates along a chain multiply: "
            "a car twice as fast as a bicycle that is 4 times as fast as a walker.",
            "Which of 4 + 2 and 4 · 2 says how fast the car is against the walker?",
        ),
        Mistake(
            "own-data-for-local",
            step_with(lambda parent, local, node: parent.grad + parent.data * node.grad),
        ).says(
            "The parent's own data stands where its local derivative should be. The node has "
            "stored the right factor for each parent at the forward pass.",
            "Print node._local of a product of 2 and −3, and compare it with the data of the "
            "parents.",
        ),
        Mistake(
            "own-data-for-upstream",
            step_with(lambda parent, local, node: parent.grad + local * node.data),
        ).says(
            "The step multiplies by node.data, the value of the node. What flows back is its "
            "gradient, node.grad.",
            "Which of the two says how fast the final result moves when the node moves?",
        ),
        Mistake(
            "parent-data-as-factor",
            step_with(lambda parent, local, node: parent.grad + local * parent.data),
        ).says(
            "The step multiplies by p.data, the value of the parent. How large a parent is does "
            "not matter here: the local derivative has what is needed of it.",
            "Which two numbers does the chain rule multiply? Which attributes hold them?",
        ),
        Mistake("parents-unchanged", lambda node: None).says(
            "The parents' grads are as before. A new variable, a returned list or a change of "
            "node.grad does not reach them: in the backward pass the node gives, and its "
            "parents receive.",
            "Which attribute must hold the result after the step? The line has to store it "
            "there, in parent.grad.",
        ),
        Mistake("step-goes-on", _deep_step).says(
            "The step goes on to the parents' parents. One step serves the parents only: a parent "
            "may still be waiting for other contributions, and passes on when it has them all.",
            "Which grads may differ before and after the step of one node?",
        ),
        Mistake("first-parent-only", _step_along(lambda pairs: pairs[:1])).says(
            "Only the first parent receives its part. Every parent of the node has moved the "
            "result.",
            "How many entries does node._prev have for a product, and how often does your "
            "line run?",
        ),
        Mistake("last-parent-only", _step_along(lambda pairs: pairs[-1:])).says(
            "Only the last parent receives its part. Every parent of the node has moved the "
            "result.",
            "Is the line that changes a grad inside the loop, and how often does it run?",
        ),
        Mistake("locals-exchanged", _exchanged_step).says(
            "The two parents have each other's part. The entries of _prev and _local belong "
            "together place by place.",
            "Print list(zip(node._prev, node._local)). Which number stands beside which parent?",
        ),
        Mistake("own-gradient-used-up", _step_that_gives_away).says(
            "The parents have the right grads, but node.grad is 0 after the step. A gradient "
            "is passed on, not given away: it is also the answer for this node.",
            "Whoever asks for the slope with respect to this node afterwards, what will they read?",
        ),
        Mistake("own-gradient-set", _step_without_own_gradient).says(
            "The step puts a 1 into node.grad. Only the last node of all has the grad 1; any "
            "other has what its users passed on to it.",
            "What was node.grad before the step, and who put it there?",
        ),
        Mistake("parent-with-gradient-skipped", _step_for_untouched_parents).says(
            "A parent that has a grad already gets nothing. It has one because another path "
            "leads to it, and each path counts.",
            "If p has 10 from another path, what do the two paths give it together?",
        ),
        Mistake("two-parents-assumed", _step_for_two_parents).says(
            "Your step works only for a node with exactly two parents. A power or a minus "
            "sign has one, and a leaf has none.",
            "How can a line run once for each parent, however many there are?",
        ),
        Mistake("second-parent-assumed", _step_for_places_0_and_1).says(
            "Your step asks for a second parent, and this node has none. A power or a minus "
            "sign has one parent, and a leaf has none.",
            "How can a line run once for each parent, however many there are?",
        ),
        Mistake("repeated-parent-once", _step_along(lambda pairs: list(dict(pairs).items()))).says(
            "A parent that stands in _prev twice gets one part. In a · a the node a is on both "
            "sides, and each side moves the result.",
            "How many entries does node._prev have here, and how many rounds did your loop make?",
        ),
    ),
)
