"""05.descend: A walk that stands still."""

from mgrad.check.lesson05.shared import PILED_UP, Loop
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task


def _descend(each: str, first: str = "", more: int = 0):
    def descend(w, steps):
        loop = Loop(lambda: (2 * w - 1) ** 2, [w], 0.1)
        path = [w.data]
        for k in range(steps + more):
            loop.run(1, each, "" if k else first)
            path.append(w.data)
        return path

    return descend


TASK = Task(
    id="05.descend",
    answer_name="descend",
    kind="function",
    reference=_descend("forward reset backward update"),
    probe=lambda answer, case: answer(engine_of(answer)(case[0]), case[1]),
    cases=lambda rng: [[1.0, 1], [1.0, 4], [round(rng.uniform(-2, 0), 2), 3]],
    say=lambda case: f"w = {case[0]:g}, {case[1]} step{'s' * (case[1] > 1)}",
    notice=(
        "Two slips, two symptoms: a constant path (a reset in the wrong place) and equal steps "
        "past the minimum (an old graph). Right steps get shorter, because the slope does."
    ),
    mistakes=(
        Mistake(
            "zero-grad-misplaced",
            _descend("forward backward reset update"),
            (
                "w does not move: when the update runs, w.grad is 0. What backward measured has "
                "been erased, or nothing has been measured yet."
            ),
            "Print w.grad directly before the update. Which line is to blame?",
        ),
        Mistake(
            "graph-built-once",
            _descend("reset backward update", first="forward"),
            (
                "One slip is mended: w moves. But it marches in equal steps and past the "
                "minimum: the loss still belongs to the w of the start."
            ),
            (
                "What changes in the expression when w.data changes? How often should the loss "
                "be computed?"
            ),
        ),
        Mistake(
            "zero-grad-forgotten",
            _descend("forward backward update"),
            PILED_UP,
            (
                "A reset is needed in every round. There is only one place in the round where it "
                "does harm."
            ),
        ),
        Mistake(
            "old-graph-and-no-reset",
            _descend("backward update", first="forward"),
            (
                "w moves, with longer and longer steps: the gradient of the first graph is added "
                "again and again, and never set back to zero."
            ),
            "Two things have to happen in every round before backward. Which ones?",
        ),
        Mistake(
            "climbing",
            _descend("forward reset backward climb"),
            "w moves away from the minimum: the step follows the gradient uphill.",
            "At w = 1 the slope is positive. Which way is down?",
        ),
        Mistake(
            "one-step-too-many",
            _descend("forward reset backward update", more=1),
            "The walk is right, but it makes one step more than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake(
            "one-step-too-few",
            _descend("forward reset backward update", more=-1),
            "The walk is right, but it makes one step fewer than asked.",
            "How often does the loop run for steps = 1?",
        ),
    ),
)
