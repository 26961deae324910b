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


def _pass_on_last_weight(weights, nodes, total):
    weight_of = dict(zip(nodes, weights))
    _pass_on(weight_of.values(), weight_of, total)


def _pass_on_some(pairs):
    def step(weights, nodes, total):
        _pass_on(*zip(*pairs(list(zip(weights, nodes)))), total)

    return step


def _pass_on_exchanged(weights, nodes, total):
    _pass_on([node.data for node in nodes], nodes, total)


def _pass_on_ones(weights, nodes, total):
    _pass_on([1.0 for _ in nodes], nodes, total)


def _pass_on_to_two(weights, nodes, total):
    if len(nodes) < 2:
        raise IndexError("list index out of range")
    _pass_on(weights[:2], nodes[:2], total)


def _weighted_sum_that_works_once(weights, nodes):
    total, left = Value(sum(w * node.data for w, node in zip(weights, nodes))), [1]
    total._backward = lambda: left and left.pop() and _pass_on(weights, nodes, total)
    return total


def _weighted_sum_of_all_sums():
    steps = []

    def weighted_sum(weights, nodes):
        total = Value(sum(w * node.data for w, node in zip(weights, nodes)))
        steps.append((weights, nodes, total))
        del steps[:-2]  # those that matter in a case
        total._backward = lambda: [_pass_on(*step) for step in steps]
        return total

    return weighted_sum


def _stored(something):
    def weighted_sum(weights, nodes):
        total = Value(sum(w * node.data for w, node in zip(weights, nodes)))
        total._backward = something
        return total

    return weighted_sum


INPUTS = {"x": 2.0, "y": 3.0, "z": -1.0}
BEFORE = "something there"  # in place of the number of passes: each grad is 7 before the step
OTHER = "another sum"  # in place of the number of passes: a second sum is made before the step


def _probe_weighted_sum(answer, case):
    weights, inputs, upstream, passes = case
    nodes = {name: Value(x) for name, x in INPUTS.items() if name in inputs}
    total = answer(list(weights), [nodes[name] for name in inputs])
    step = getattr(total, "_backward", "nothing")
    if hasattr(total, "grad") and not callable(step):
        return {
            "total._backward": "None, no function" if step is None else f"a {type(step).__name__}"
        }
    total.grad = upstream
    if passes == BEFORE:
        for node in nodes.values():
            node.grad = 7.0
        passes = 1
    if passes == OTHER:
        others = [Value(7.0) for _ in weights]
        answer(list(weights), others).grad = 1.0
        total._backward()
        return (
            {"total.data": total.data}
            | grads_of(nodes, nodes)
            | {"grads in the other sum": [node.grad for node in others]}
        )
    for _ in range(passes):
        total._backward()
    return {"total.data": total.data} | grads_of(nodes, nodes)


def _say_weighted_sum(case):
    weights, inputs, upstream, passes = case
    nodes = ", ".join(f"{name} = {write_number(INPUTS[name])}" for name in inputs)
    said = (
        f"the weights {', '.join(map(write_number, weights))} on the nodes {nodes}, and "
        f"total.grad = {write_number(upstream)}"
    )
    if passes == 2:
        return f"{said}, and two calls of total._backward()"
    if passes == BEFORE:
        return f"{said}, and a grad of 7 in each node before total._backward()"
    if passes == OTHER:
        return f"{said}, where another sum, with the grad 1, is made before total._backward()"
    return said


def _level_of_sum(case):
    weights, inputs, upstream, passes = case
    if passes != 1:
        return 2 if passes == BEFORE else 4
    return 3 if upstream != 1 else 2 if len(set(inputs)) < len(inputs) else len(inputs) > 1


TASK = Task(
    id="03.late-binding",
    answer_name="weighted_sum",
    kind="function",
    reference=_weighted_sum_with(_pass_on),
    probe=_probe_weighted_sum,
    level=_level_of_sum,
    cases=lambda rng: [
        [[4.0], "x", 1.0, 1],
        [[4.0, 5.0], "xy", 1.0, 1],
        [[-4.0, 5.0, 2.0], "xyz", 1.0, 1],
        [[4.0, 5.0], "xx", 1.0, 1],
        [[4.0, 5.0], "xy", 1.0, BEFORE],
        [[4.0, 5.0, -1.0], "xyz", 2.0, 1],
        [[4.0, 4.0, 0.0], "xyz", -2.0, 1],
        [[4.0, 5.0], "xy", 1.0, 2],
        [[4.0, 5.0], "xy", 1.0, OTHER],
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
        ).says(
            "All gradient goes to the last node, with the last weight, once for each node. "
            "The functions were made in different rounds of the loop, but they run after it.",
            "What are weight and node when the loop is over? Print them inside pass_on.",
        ),
        Mistake(
            "only-node-bound",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on([weights[-1]] * len(nodes), nodes, total)
            ),
        ).says(
            "Each node is reached now, but all of them with the last weight: the second loop "
            "variable is still read too late.",
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "only-weight-bound",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on(weights, [nodes[-1]] * len(nodes), total)
            ),
        ).says(
            "Each weight is used now, but all gradient still goes to the last node: the "
            "second loop variable is still read too late.",
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "gradient-read-too-early", _weighted_sum_with(lambda weights, nodes, total: None)
        ).says(
            "No gradient arrives: total._backward() changes nothing. Either total.grad is read "
            "before the backward pass, when it is still 0, or the step finds nothing to go "
            "through: a zip can be walked only once.",
            "Print total.grad in your step, and each node that it goes to. What do you see?",
        ),
        Mistake("one-weight-for-a-node", _weighted_sum_with(_pass_on_last_weight)).says(
            "A node that stands in the list twice has two weights, and only the last one counts: "
            "the weights are kept by their nodes, as in a dictionary.",
            "How many entries has a dictionary in which x is written twice as a key?",
        ),
        Mistake("gradient-overwritten", _weighted_sum_with(_pass_on_overwriting)).says(
            "Each node gets its own part now, but the step replaces what is there. A node "
            "that is used twice keeps only the last part.",
            "What should happen when the same node stands in the list twice?",
        ),
        Mistake(
            "upstream-forgotten",
            _weighted_sum_with(
                lambda weights, nodes, total: _pass_on(weights, nodes, Node(0.0, 1.0))
            ),
        ).says(
            "Each node gets its own weight now, but the gradient that arrived at total is "
            "not in the step any more.",
            "What should x get when total.grad is 2 instead of 1?",
        ),
        *[
            Mistake(f"only-{place}-step", _weighted_sum_with(_pass_on_some(pairs))).says(
                f"Only the {place} node gets its part; the others get nothing.",
                "How many steps are there, how many of them run, and where does your loop end?",
            )
            for place, pairs in (
                ("first", lambda pairs: pairs[:1]),
                ("last", lambda pairs: pairs[-1:]),
            )
        ],
        Mistake("weight-and-number-exchanged", _weighted_sum_with(_pass_on_exchanged)).says(
            "Each node gets its own number as slope. That is how fast the sum moves with the "
            "weight; asked for is how fast it moves with the node.",
            "How far does 4 · x move when x becomes x + 0.001?",
        ),
        Mistake("weight-missing", _weighted_sum_with(_pass_on_ones)).says(
            "Each node gets total.grad as it is. A plain sum passes on like that; here a "
            "weight stands before each node.",
            "How far does 4 · x move when x becomes x + 0.001?",
        ),
        Mistake("two-nodes-assumed", _weighted_sum_with(_pass_on_to_two)).says(
            "Your step knows two nodes, the number in the example. With one node it asks for "
            "one that is not there, and with three the third gets nothing.",
            "How can the step run once for each node, however many there are?",
        ),
        Mistake("works-once", _weighted_sum_that_works_once).says(
            "The first call of the step is right, and the second one does nothing: a zip or "
            "another iterator was made once and is used up, or a list was emptied.",
            "What does list(z) give the second time, if z = zip([1], [2])? Where is yours made?",
        ),
        Mistake("steps-shared", _weighted_sum_of_all_sums()).says(
            "The step of one sum runs those of another as well. A list outside the function, "
            "or in the line with def, is the same one for all sums.",
            "How many lists of steps are there after two calls of weighted_sum?",
        ),
        Mistake("step-run-at-once", _stored(None)).says(
            "total._backward is None. With brackets a function runs at once, while total.grad "
            "is still 0, and what it gives back is kept: None.",
            "What is the difference between _backward and _backward()?",
        ),
        Mistake("list-for-step", _stored([])).says(
            "total._backward is a list of steps. A backward pass calls it, and a list cannot "
            "be called.",
            "Which function goes through the list, and what is stored under _backward?",
        ),
    ),
)
