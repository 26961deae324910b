"""Instant checks for the exercises: not only *that* an answer is wrong, but which idea is.

``check("03.step")`` looks at the answer that the notebook holds under the task's name;
``check("03.step", answer)`` takes it as an argument. A check never raises and never hangs.

One file per lesson holds its tasks; ``task`` says what a task is, ``runner`` runs an answer
in a process of its own, ``progress_file`` and ``own_classes`` remember what passed.
"""

from __future__ import annotations

import difflib
import inspect
import random
import sys
from html import escape
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import mgrad
from mgrad.check.own_classes import choose, keep
from mgrad.check.progress_file import Progress, record
from mgrad.check.runner import outcomes
from mgrad.check.task import Task, empty_part, run_probe, same, show

__all__ = ["check", "choose", "progress", "Result", "Task"]

_FILES = sorted(
    module.name for module in iter_modules(__path__) if module.name.startswith("lesson")
)
LESSONS: dict[str, list[Task]] = {
    module.TITLE: module.TASKS
    for module in (import_module(f"mgrad.check.{name}") for name in _FILES)
}
TASKS: dict[str, Task] = {task.id: task for tasks in LESSONS.values() for task in tasks}
_NOTHING = object()


class Result:
    """What a check found.

    Attributes:
        passed: whether the answer is right.
        misconception: the stable id of the recognised mistake, or None.
        message: what to tell the student.
    """

    def __init__(self, task_id: str, passed: bool, message: str, misconception: str | None = None):
        self.task_id, self.passed, self.message, self.misconception = (
            task_id,
            passed,
            message,
            misconception,
        )

    def __repr__(self) -> str:
        return f"{self.task_id}: {'passed' if self.passed else 'not yet'}. {self.message}"

    def _repr_html_(self) -> str:
        colour, word = ("#009E73", "passed") if self.passed else ("#D55E00", "not yet")
        lines = "".join(
            f"<p style='margin:4px 0'>{escape(line)}</p>" for line in self.message.split("\n")
        )
        return (
            f"<div style='border-left:6px solid {colour};padding:2px "
            f"14px'><b>{escape(self.task_id)}: {word}</b>{lines}</div>"
        )


def check(task_id: str, answer: Any = _NOTHING) -> Result:
    """Check an answer.

    Args:
        task_id: for example ``"01.slope"``.
        answer: the function, class, number or list to check; left out, it is taken from the
            notebook.

    Returns:
        A ``Result``; an unknown task, a missing answer or an exception in it are results too.
    """
    task = find_task(task_id)
    if task is None:
        near = difflib.get_close_matches(str(task_id), TASKS, n=3, cutoff=0.3)
        return Result(
            str(task_id),
            False,
            (
                "There is no task of this name. Nearest: "
                f"{', '.join(near) or ', '.join(list(TASKS)[:5])}."
            ),
        )
    if answer is _NOTHING:
        answer = vars(sys.modules["__main__"]).get(task.answer_name, _NOTHING)
    unfit = _unfit(task, answer)
    if unfit:
        return Result(task.id, False, unfit)
    # a check changes nothing in the notebook, not even the next random number
    state = random.getstate()
    cases = task.cases(random.Random())
    engine = getattr(sys.modules["__main__"], "Value", None)
    results, ended = outcomes(task, answer, cases, engine if inspect.isclass(engine) else None)
    result = _judge(task, answer, cases, results, ended)
    random.setstate(state)
    if result.passed:
        trouble = [record(task.id), keep(task.answer_name, answer) if task.keeps else ""]
        result.message = "\n".join(filter(None, [task.notice, *trouble]))
    return result


def find_task(task_id: str) -> Task | None:
    """The task of this name, or None."""
    return TASKS.get(task_id) if isinstance(task_id, str) else None


def progress() -> Progress:
    """Which tasks are passed, lesson by lesson."""
    return Progress({title: [task.id for task in tasks] for title, tasks in LESSONS.items()})


def _unfit(task: Task, answer: Any) -> str:
    """Why there is nothing to check yet, or an empty text."""
    name, error = task.answer_name, getattr(sys, "last_value", None)
    if answer is _NOTHING:
        if isinstance(error, SyntaxError):
            return (
                f"The cell above has a {type(error).__name__} in line {error.lineno}: mend it "
                "and run it again, then this check."
            )
        return f"There is no {name} yet: run the cell above first, and keep the name."
    if answer is ...:
        return f"Still to do: replace the dots after {name} = with your answer."
    if answer is None:
        return (
            f"{name} is None: give it a value, and if it comes from a function, check that the "
            "function returns something."
        )
    is_class, is_function = inspect.isclass(answer), inspect.isroutine(answer)
    found = (
        f"{name} is "
        f"{'a class' if is_class else 'a function' if is_function else f'an object of type {type(answer).__name__}'}"
    )
    if task.kind == "function" and (is_class or not callable(answer)):
        return (
            f"{found}, but the task asks for a function: pass the function itself, without "
            "calling it."
        )
    if task.kind == "class" and not is_class:
        return f"{found}, but the task asks for a class: pass the class itself, without brackets."
    if task.keeps and is_class and issubclass(answer, getattr(mgrad, name)):
        return f"This is the {name} of the package. The point of this task is one of your own."
    if task.kind == "object" and (is_class or is_function):
        return f"{found}, but the task asks for an object: call it, and pass what comes back."
    if task.kind == "value" and (is_class or is_function):
        return f"{found}, but the task asks for a result: a number, a text or a list."
    if task.kind == "value" and isinstance(answer, str) and isinstance(task.reference, int | float):
        return f"{name} is the text {answer!r}: write the number without quotes."
    return ""


def _judge(task: Task, answer: Any, cases: list, results: list, ended: str) -> Result:
    expected = [run_probe(task, task.reference, case) for case in cases]
    wrong = [
        i
        for i, (got, want) in enumerate(zip(results, expected))
        if not same(got, want, task.tolerance)
    ]
    if not wrong:
        return (
            Result(task.id, False, _ended(task, cases, results, ended))
            if ended
            else Result(task.id, True, task.notice)
        )
    case, got, want = cases[wrong[0]], results[wrong[0]], expected[wrong[0]]
    if empty_part(answer):
        return Result(
            task.id,
            False,
            (
                f"Still to do: {empty_part(answer)} is empty. Write it in the cell above, run "
                "the cell, then this check."
            ),
        )
    if _failed(got) and got["error"] == "FormError":
        return Result(task.id, False, got["text"])
    for mistake in task.mistakes:
        if not ended and all(
            same(got_i, run_probe(task, mistake.answer, case_i), task.tolerance)
            for got_i, case_i in zip(results, cases)
        ):
            return Result(
                task.id,
                False,
                f"{mistake.explanation}\n{_example(task, case, got, want)}\n{mistake.next_step}",
                mistake.id,
            )
    error = got["error"] if _failed(got) else None
    if error == "NotImplementedError":
        return Result(
            task.id,
            False,
            (
                f"Still to do: {task.answer_name} raises NotImplementedError. Write the missing "
                "part in the cell above."
            ),
        )
    if error in _STOPPED:
        return Result(task.id, False, _STOPPED[error])
    return Result(task.id, False, f"{_example(task, case, got, want)}\n{_next_step(task, got)}")


def _example(task: Task, case: Any, got: Any, want: Any) -> str:
    if task.kind == "value":  # the right value would give the solution away
        return f"Your answer {'leads to ' if _failed(got) else 'is '}{show(got)}."
    return f"For {task.say(case)}: expected {show(want)}, got {show(got)}."


def _failed(got: Any) -> bool:
    return isinstance(got, dict) and "error" in got


def _next_step(task: Task, got: Any) -> str:
    if task.kind == "value" and _failed(got):
        return "Go through it step by step: at which point does that happen?"
    if task.kind == "value":
        return (
            "That is not it. Work it out again on paper or in a new cell; the first hint says "
            "where to begin."
        )
    text = got["text"] if _failed(got) else ""
    if "'NoneType' object is not callable" in text:
        return (
            "Something that is None is called like a function, as after storing a function with "
            "brackets: that runs it at once and leaves None."
        )
    if got is None or "NoneType" in text:
        return (
            "Something there is None: a function without return, a line still to write, or a "
            "method such as list.reverse(), which returns nothing."
        )
    if "unsupported operand" in text or "bad operand" in text:
        return (
            "Python found no method for this operation: which one does it look for? With a plain "
            "number on the left it asks the object on the right."
        )
    if "positional argument" in text:
        return (
            "Count the parameters and what is passed. In a class, Python puts the object itself "
            "in front: the first parameter is self."
        )
    return "Run this case yourself in a new cell and follow it line by line."


def _ended(task: Task, cases: list, results: list, ended: str) -> str:
    if ended.startswith("unsendable"):
        return (
            "The answer uses something that cannot be sent to the check "
            f"({ended.partition(': ')[2]}): make it inside the function instead."
        )
    where = f" at {task.say(cases[len(results)])}"
    if ended == "time":
        return (
            f"No answer within {task.seconds:.0f} seconds of computing{where}: look for a loop "
            "or a recursion that never ends."
        )
    return (
        f"The answer ended the Python process{where}: remove calls such as exit(), and recursion "
        "or memory without limit."
    )


_STOPPED = {
    "SystemExit": (
        "The answer calls exit() or sys.exit(): take that out, and let the function return its "
        "result."
    ),
    "KeyboardInterrupt": "The answer raised KeyboardInterrupt: take that out.",
    "RecursionError": "The function calls itself without end: look for the case in which it should stop.",
    "MemoryError": "The answer asks for more memory than there is: look for a list that grows without end.",
}
