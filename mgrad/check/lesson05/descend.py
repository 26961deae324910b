"""05.descend: A walk that stands still."""

from collections.abc import Callable

from mgrad.check.lesson05.shared import PILED_UP, Loop, number_or_type
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task


def _probe_descend(answer, case):
    what, start, steps = case
    w = engine_of(answer)(start)
    path = answer(w, steps)
    if what == "w" and w.data != start:
        return w.data
    if what == "w" and isinstance(path, list | tuple) and path and path[-1] != start:
        return path[-1]  # a walk with new Values
    if what == "path" and isinstance(path, list | tuple):
        return [number_or_type(x) for x in path]
    if what == "path":
        return path
    places = len(path) if isinstance(path, list | tuple) else path
    return {"w": w.data, "places in the path": places}


def _say_descend(case):
    what, start, steps = case
    s = "s" * (steps != 1)
    if what == "w":
        return f"w after {steps} step{s} from w = {start:g}"
    return f"the path of {steps} step{s} from w = {start:g}"


def _path_of(entry: Callable, first: Callable | None = None, late: bool = True):
    """The right walk, with something else in the path."""

    def descend(w, steps):
        loop = Loop(lambda: (2 * w - 1) ** 2, [w], 0.1)
        path = [(first or entry)(w, loop)]
        for _ in range(steps):
            loop.run(1, "forward reset backward")
            if not late:
                path.append(entry(w, loop))
            loop.update()
            if late:
                path.append(entry(w, loop))
        return path

    return descend


def _number(w, loop):
    return w.data


def _without_start(w, steps):
    return _descend("forward reset backward update")(w, steps)[1:]


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
    probe=_probe_descend,
    level=lambda case: (case[0] == "path") * 2 + (case[2] > 1),
    cases=lambda rng: [
        ["w", 1.0, 1],
        ["w", 0.0, 1],
        ["w", 1.0, 4],
        ["w", round(rng.uniform(-2, 0), 2), 3],
        ["path", 1.0, 1],
        ["path", 0.0, 1],
        ["path", 1.0, 4],
        ["path", round(rng.uniform(-2, 0), 2), 3],
        ["path", 1.0, 0],
    ],
    say=_say_descend,
    notice=(
        "Two slips, two symptoms: a constant path (a reset in the wrong place) and equal steps "
        "past the minimum (an old graph). Right steps get shorter, because the slope does."
    ),
    mistakes=(
        Mistake("zero-grad-misplaced", _descend("forward backward reset update")).says(
            "w does not move: when the update runs, w.grad is 0. What backward measured has "
            "been erased, or nothing has been measured yet.",
            "Print w.grad directly before the update. Which line is to blame?",
        ),
        Mistake("graph-built-once", _descend("reset backward update", first="forward")).says(
            "One slip is mended: w moves. But it marches in equal steps and past the "
            "minimum: the loss still belongs to the w of the start.",
            "What changes in the expression when w.data changes? How often should the loss "
            "be computed?",
        ),
        Mistake("zero-grad-forgotten", _descend("forward backward update")).says(
            PILED_UP,
            "Print w.grad in the first three rounds. What is still in it from the round before?",
        ),
        Mistake("old-graph-and-no-reset", _descend("backward update", first="forward")).says(
            "w moves, with longer and longer steps: the gradient of the first graph is added "
            "again and again, and never set back to zero.",
            "Two things have to happen in every round before backward. Which ones?",
        ),
        Mistake("climbing", _descend("forward reset backward climb")).says(
            "w moves away from the minimum: the step follows the gradient uphill.",
            "At w = 1 the slope is positive. Which way is down?",
        ),
        Mistake("one-step-behind", _descend("reset backward forward update", first="forward")).says(
            "w moves, but each slope belongs to the w of one step before: the loss is made "
            "anew after backward() and before the update, so the new graph is measured a "
            "round too late.",
            "Write down, for the first two rounds, the w that each loss was computed with.",
        ),
        Mistake("gradient-without-rate", _descend("forward reset backward leap")).says(
            "w moves by the whole gradient: the learning rate 0.1 is not in the update.",
            "At w = 1 the slope is 4. How long should the first step be?",
        ),
        Mistake("written-before-update", _path_of(_number, late=False)).says(
            "The walk is right, but each w is written down before the update of its round: "
            "the start is there twice, and the end is missing.",
            "After which line of the loop has w arrived at its next place?",
        ),
        Mistake("start-missing", _without_start).says(
            "The walk is right, but the path begins after the first step: the start is missing.",
            "Where is w before anything has been done, and how many places has a walk of 1 step?",
        ),
        Mistake("values-in-path", _path_of(lambda w, loop: w)).says(
            "The path holds w itself, again and again: one and the same object, which shows "
            "the last place everywhere.",
            "Which part of w is a number, and does it stay as it was written down?",
        ),
        Mistake("losses-in-path", _path_of(lambda w, loop: loop.loss.data, _number)).says(
            "The walk is right, but the path holds the losses. Asked for are the places of w.",
            "Which name stands in the line that appends?",
        ),
        Mistake("losses-for-path", _path_of(lambda w, loop: (2 * w.data - 1) ** 2)).says(
            "The walk is right, but the path holds the losses. Asked for are the places of w.",
            "Which name stands in the line that appends?",
        ),
        Mistake(
            "end-for-path", lambda w, steps: _descend("forward reset backward update")(w, steps)[-1]
        ).says(
            "The walk is right, but you return only where it ends. Asked for is the whole path.",
            "Which name of your function holds all the places?",
        ),
        Mistake("one-step-too-many", _descend("forward reset backward update", more=1)).says(
            "The walk is right, but it makes one step more than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake("one-step-too-few", _descend("forward reset backward update", more=-1)).says(
            "The walk is right, but it makes one step fewer than asked.",
            "How often does the loop run for steps = 1?",
        ),
    ),
)
