"""03.backward: The whole pass."""

from mgrad.check.lesson03.shared import (
    EQUAL_PRODUCTS,
    NOT_SEEDED,
    REUSE,
    SEEDED_WITH_DATA,
    WRONG_WALKS,
    equal_numbers_merged,
    grads_of,
    make_value,
    results_first,
    run_program,
    say_program,
    signed,
)
from mgrad.check.task import Mistake, Task


def _backward_with(walk, seed=lambda root: 1.0):
    def backward(root):
        root.grad = seed(root)
        for node in walk(root):
            node._backward()

    return backward


TWICE = 4  # the level at which a pass is made a second time
ANOTHER = 6  # and that at which one is made in another graph


def _probe_backward(answer, case):
    """All grads, those in between too. The nodes have no method backward."""
    level, program, numbers = case
    names = run_program(program, numbers, NODE_WITHOUT_BACKWARD)
    answer(names["L"])
    if level == TWICE:
        for node in names.values():
            if isinstance(node, NODE_WITHOUT_BACKWARD):
                node.grad = 0.0
        answer(names["L"])
    if level == ANOTHER:
        answer(run_program(program, numbers, NODE_WITHOUT_BACKWARD)["L"])
    return grads_of(
        names, [name for name, x in names.items() if isinstance(x, NODE_WITHOUT_BACKWARD)]
    )


NODE_WITHOUT_BACKWARD = make_value()
del NODE_WITHOUT_BACKWARD.backward


FIXED_PASSES = [
    [0, "L = a + b", {"a": 2.0, "b": 5.0}],
    [0, "L = a", {"a": 2.0}],
    [1, "L = (a + b) * c", {"a": 1.0, "b": 3.0, "c": 5.0}],
    [1, "d = (a + b) * c; L = d + e", {"a": 1.0, "b": 3.0, "c": 5.0, "e": -2.0}],
    [2, "L = a + a", {"a": 3.0}],
    *[[2, program, {"a": 1.0}] for program in REUSE],
    [3, "p = a * b; q = c * d; L = p + q", EQUAL_PRODUCTS],
    [TWICE, "e = a + b; L = e * c", {"a": 1.0, "b": 3.0, "c": 5.0}],
]


def _seen_for_ever(root):
    """A set of visited nodes that lives longer than a pass."""
    if not hasattr(root, "seen"):
        root.seen = True
        return results_first(root)
    return []


def _all_for_ever():
    """List and set live longer than a pass: the nodes of the graph before make their steps too."""
    before = []

    def walk(root):
        now = results_first(root)
        order = list(dict.fromkeys(now + before))
        before[:] = now
        return order

    return walk


def _list_for_ever(root):
    """A list of nodes that lives longer than a pass."""
    root.rounds = getattr(root, "rounds", 0) + 1
    return results_first(root) * root.rounds


def _root_again(root):
    """A list that is kept, and asked whether it has a parent: only the root enters it again."""
    root.rounds = getattr(root, "rounds", 0) + 1
    return [root] * root.rounds + results_first(root)[1:]


def _root_and_parents(root):
    return list(dict.fromkeys([root, *root._prev]))


def _with_zeroed_parents(root):
    """Each node's parents are set to 0 just before its step."""
    root.grad = 1.0
    for node in results_first(root):
        for parent in node._prev:
            parent.grad = 0.0
        node._backward()


def _say_backward(case):
    said = say_program(case)
    if case[0] == TWICE:
        return f"{said}, after a second pass from L, all grads set to 0 before it"
    if case[0] == ANOTHER:
        return f"{said}, after a pass in another graph of the same form"
    return said


TASK = Task(
    id="03.backward",
    answer_name="backward",
    kind="function",
    reference=_backward_with(results_first),
    probe=_probe_backward,
    level=lambda case: case[0],
    cases=lambda rng: [
        *FIXED_PASSES,
        [5, "y = a * b; z = y + a; s = z * y; L = s * z + y", signed(rng, "ab")],
        [5, "y = a * b; z = a + y; s = y * z; L = y + z * s", signed(rng, "ab")],
        [ANOTHER, "e = a + b; L = e * c", {"a": 1.0, "b": 3.0, "c": 5.0}],
    ],
    say=_say_backward,
    hides=("Value", "topological_order"),
    notice=(
        "Start with 1, then let each node step once, after everyone made from it. The number of "
        "paths does not matter any more."
    ),
    mistakes=(
        Mistake("root-not-seeded", _backward_with(results_first, lambda root: root.grad)).says(
            *NOT_SEEDED
        ),
        Mistake(
            "root-seeded-with-data", _backward_with(results_first, lambda root: root.data)
        ).says(*SEEDED_WITH_DATA),
        *[
            Mistake(wrong.id, _backward_with(wrong.answer)).says(wrong.explanation, wrong.next_step)
            for wrong in WRONG_WALKS
        ],
        Mistake("step-not-called", _backward_with(lambda root: [])).says(
            "The root has its 1, but nothing arrived at any other node: the step of the root "
            "was not made, or what it passed on was set to 0 afterwards.",
            "Let your loop print each node just before its step. Does the root appear, and "
            "what is the difference between node._backward and node._backward()?",
        ),
        Mistake("other-graphs-walked-again", _backward_with(_all_for_ever())).says(
            "A pass also makes the steps of the graph that the pass before went through: the list "
            "of nodes is kept from one call to the next, and so is what says which are visited.",
            "When are your list and your set made? (A default in the line with def is made once.)",
        ),
        Mistake("root-and-parents-only", _backward_with(_root_and_parents)).says(
            "The root and its parents make their steps, and then it ends: whatever lies "
            "further back gets nothing.",
            "For which nodes does your loop run in L = (a + b) * c + e?",
        ),
        Mistake("parents-zeroed", _with_zeroed_parents).says(
            "A node that is used twice keeps only what arrived last: something sets its grad "
            "to 0 again in the middle of the pass.",
            "Which line sets a grad to 0, and how often does it run for a in L = y * (y + 3)?",
        ),
        Mistake("visited-kept", _backward_with(_seen_for_ever)).says(
            "The first pass is right. In the second pass from the same root nothing happens: "
            "what was visited the first time still counts as visited.",
            "Where is the set of visited nodes made, and how often? (A default in the line "
            "with def is made once, not at every call.)",
        ),
        *[
            Mistake(f"{what}-kept", _backward_with(walk)).says(
                f"The first pass is right. In the second pass {words} in the list from the "
                "first one, so what was passed on is passed on again.",
                "Where is the list of nodes made, and how often? (A default in the line with "
                "def is made once, not at every call.)",
            )
            for what, walk, words in (
                ("order", _list_for_ever, "the nodes are still"),
                ("root", _root_again, "the root is still"),
            )
        ],
        *[
            Mistake(name, answer).says(
                f"{story} Only the root's slope is known to be 1. Those of the others have "
                "to arrive.",
                "In L = (a + b) * c, what is the grad of a + b? Where would it come from?",
            )
            for name, answer, story in []
        ],
        Mistake("equal-numbers-merged", _backward_with(equal_numbers_merged)).says(
            "Two different nodes happen to have the same number, and your walk takes them "
            "for one. The second never makes its step, so nothing arrives behind it.",
            "How does your walk recognise a node that it has had already? When does that go wrong?",
        ),
    ),
)
