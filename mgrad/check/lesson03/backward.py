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
    topological,
)
from mgrad.check.task import Mistake, Task


def _backward_with(walk, seed=lambda root: 1.0):
    def backward(root):
        root.grad = seed(root)
        for node in walk(root):
            node._backward()

    return backward


def _probe_backward(answer, case):
    """All grads, those in between too. The nodes have no method backward."""
    _, program, numbers = case
    names = run_program(program, numbers, NODE_WITHOUT_BACKWARD)
    answer(names["L"])
    return grads_of(
        names, [name for name, x in names.items() if isinstance(x, NODE_WITHOUT_BACKWARD)]
    )


NODE_WITHOUT_BACKWARD = make_value()
del NODE_WITHOUT_BACKWARD.backward


FIXED_PASSES = [
    [0, "L = a + b", {"a": 2.0, "b": 5.0}],
    [0, "L = (a + b) * c", {"a": 1.0, "b": 3.0, "c": 5.0}],
    [0, "L = a + a", {"a": 3.0}],
    *[[0, program, {"a": 1.0}] for program in REUSE],
    [0, "p = a * b; q = c * d; L = p + q", EQUAL_PRODUCTS],
    [0, "L = a", {"a": 2.0}],
]


def _all_seeded(root):
    for node in topological(root):
        node.grad = 1.0
    for node in results_first(root):
        node._backward()


def _each_seeded(root):
    for node in results_first(root):
        node.grad = 1.0
        node._backward()


TASK = Task(
    id="03.backward",
    answer_name="backward",
    kind="function",
    reference=_backward_with(results_first),
    probe=_probe_backward,
    level=lambda case: case[0],
    cases=lambda rng: [
        *FIXED_PASSES,
        [1, "y = a * b; z = y + a; s = z * y; L = s * z + y", signed(rng, "ab")],
        [1, "y = a * b; z = a + y; s = y * z; L = y + z * s", signed(rng, "ab")],
    ],
    say=say_program,
    hides=("Value", "topological_order"),
    notice=(
        "Start with 1, then let each node step once, after everyone made from it. The number of "
        "paths does not matter any more."
    ),
    mistakes=(
        Mistake(
            "root-not-seeded", _backward_with(results_first, lambda root: root.grad), *NOT_SEEDED
        ),
        Mistake(
            "root-seeded-with-data",
            _backward_with(results_first, lambda root: root.data),
            *SEEDED_WITH_DATA,
        ),
        *[
            Mistake(wrong.id, _backward_with(wrong.answer), wrong.explanation, wrong.next_step)
            for wrong in WRONG_WALKS
        ],
        Mistake(
            "step-not-called",
            _backward_with(lambda root: []),
            (
                "The root has its 1, but no node made its step. A function runs only with "
                "brackets after its name."
            ),
            "What is the difference between node._backward and node._backward()?",
        ),
        *[
            Mistake(
                name,
                answer,
                (
                    f"{story} Only the root's slope is known to be 1. Those of the others have "
                    "to arrive."
                ),
                "In L = (a + b) * c, what is the grad of a + b? Where would it come from?",
            )
            for name, answer, story in [
                ("all-seeded", _all_seeded, "Every node begins with the grad 1."),
                (
                    "each-seeded",
                    _each_seeded,
                    (
                        "Every node gets the grad 1 just before its step, whatever had arrived "
                        "there (a backward that calls itself for each parent does that too)."
                    ),
                ),
            ]
        ],
        Mistake(
            "equal-numbers-merged",
            _backward_with(equal_numbers_merged),
            (
                "Two different nodes happen to have the same number, and your walk takes them "
                "for one. The second never makes its step, so nothing arrives behind it."
            ),
            "How does your walk recognise a node that it has had already? When does that go wrong?",
        ),
    ),
)
