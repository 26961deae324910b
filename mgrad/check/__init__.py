"""Instant checks for the exercises: not only *that* an answer is wrong, but which idea is.

``check("03.step")`` looks at the answer that the notebook holds under the task's name;
``check("03.step", answer)`` takes it as an argument. A check never raises and never hangs.

Each task has a file of its own, ``lesson03/step.py``. ``task`` says what a task is, ``sandbox``
runs an answer where nothing right is, ``judge`` names the mistake, ``progress_file`` and
``mine`` remember what passed. ``docs/tasks.md`` tells how they work together. The judge's process
loads this file too, so what only a notebook needs is loaded on first use.
"""

from __future__ import annotations

import json
import os
import pickle
import random
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import mgrad
from mgrad.check.judge import Judge, assess, reach_verdict
from mgrad.check.probe import describe_form, failure
from mgrad.check.sandbox import Report, run_here
from mgrad.check.task import Mistake, Task, find_task, lessons, task_ids
from mgrad.translation import say

if TYPE_CHECKING:
    from mgrad.check.progress_file import Progress

__all__ = ["check", "choose", "progress", "Result", "Task", "Mistake"]

FORMAT = 1  # of the JSON that leaves the checks; another number means other fields
_NOTHING = object()
_JUDGE = Judge()
if hasattr(os, "register_at_fork"):  # a copy of the notebook gets a judge and a lock of its own
    os.register_at_fork(after_in_child=_JUDGE.__init__)


class Result:
    """What a check found.

    Attributes:
        task_id: the task.
        passed: whether the answer is right.
        message: what to tell the student.
        misconception: the stable id of the recognised mistake, or None.
        seed: what made the random cases; ``check(..., seed=...)`` repeats them. None if no case
            was tried.
    """

    def __init__(
        self,
        task_id: str,
        passed: bool,
        message: str,
        misconception: str | None = None,
        seed: int | None = None,
    ):
        self.task_id, self.passed, self.message = task_id, passed, message
        self.misconception, self.seed = misconception, seed

    def to_json(self) -> str:
        """The result as one line of JSON, with the versions that made it."""
        return json.dumps(
            {
                "format": FORMAT,
                "task": self.task_id,
                "outcome": "passed" if self.passed else "not yet",
                "misconception": self.misconception,
                "message": self.message,
                "seed": self.seed,
                "versions": {"mgrad": mgrad.__version__, "python": sys.version.split()[0]},
            },
            ensure_ascii=False,
        )

    def __repr__(self) -> str:
        return f"{self.task_id}: {'passed' if self.passed else 'not yet'}. {self.message}"

    def _repr_html_(self) -> str:
        from html import escape

        colour, word = ("#009E73", "passed") if self.passed else ("#D55E00", "not yet")
        word = say(word)
        lines = "".join(
            f"<p style='margin:4px 0'>{escape(line)}</p>" for line in self.message.split("\n")
        )
        return (
            f"<div style='border-left:6px solid {colour};padding:2px 14px'>"
            f"<b>{escape(self.task_id)}: {word}</b>{lines}</div>"
        )


class NotPassed(AssertionError):
    """What a check has found, for nbgrader."""


def check(task_id: str, answer: Any = _NOTHING, *, seed: int | None = None) -> Result:
    """Check an answer.

    Args:
        task_id: for example ``"01.slope"``.
        answer: the function, class, number or list to check; left out, it is taken from the
            notebook.
        seed: makes the random cases; left out, each check has new ones.

    Returns:
        A ``Result``; an unknown task, a missing answer or an exception in it are results too.

    Raises:
        NotPassed: nbgrader runs the notebook, for which a test that fails is one that raises.
    """
    if not isinstance(task_id, str) or task_id not in task_ids():
        import difflib

        near = difflib.get_close_matches(str(task_id), task_ids(), n=3, cutoff=0.3)
        near = ", ".join(near or task_ids()[:5])
        return Result(str(task_id), False, f"There is no task of this name. Nearest: {near}.")
    notebook = vars(sys.modules["__main__"])
    if answer is not _NOTHING:
        notebook = notebook | {find_task(task_id).answer_name: answer}
    result = check_answer(task_id, notebook, seed)
    if result.passed:
        task = find_task(task_id)
        result.message = "\n".join([result.message, *_remember(task, notebook[task.answer_name])])
    result.message = say(result.message)
    from mgrad.check.sharing import share_result

    trouble = share_result(result)
    if trouble:
        result.message += f"\n{trouble}"
    if not result.passed and os.environ.get("NBGRADER_EXECUTION"):
        raise NotPassed(result)
    return result


def check_answer(task_id: str, notebook: dict[str, Any], seed: int | None = None) -> Result:
    """Check the answer to a task among the names of a notebook; nothing is remembered."""
    task = find_task(task_id)
    for library in task.imports:
        if find_spec(library.partition(".")[0]) is None:
            return Result(task_id, False, _say_left_out(library))
    if task.answer_name not in notebook:
        return Result(task_id, False, _why_missing(task))
    if seed is None:
        seed = random.SystemRandom().randrange(2**32)  # leaves the notebook's numbers alone
    engine = notebook.get("Value")
    engine = engine if isinstance(engine, type) else None
    verdict = _ask(task, seed, notebook[task.answer_name], engine)
    return Result(task_id, verdict["passed"], verdict["message"], verdict["misconception"], seed)


def progress() -> Progress:
    """Which tasks are passed, lesson by lesson."""
    from mgrad.check.progress_file import Progress

    return Progress(lessons())


def _remember(task: Task, answer: Any) -> list[str]:
    """Note that a task is passed, and keep a class. Returns what went wrong, in words."""
    from mgrad.check.progress_file import record

    trouble = [record(task.id)]
    if task.keeps:
        from mgrad.check.mine import keep

        trouble.append(keep(task.answer_name, answer))
    return list(filter(None, trouble))


def __getattr__(name: str):
    if name not in ("choose", "share"):
        raise AttributeError(f"module 'mgrad.check' has no attribute {name!r}")
    from mgrad.check import mine, sharing

    return mine.choose if name == "choose" else sharing.share


def _ask(task: Task, seed: int, answer: Any, engine: type | None) -> dict:
    """The judge's verdict: from its own process, or from this one in the browser."""
    if sys.platform == "emscripten":
        state = random.getstate()  # a check leaves the notebook's next random number as it is
        try:
            return assess(task, seed, lambda job: run_here(job, answer, engine))
        finally:
            random.setstate(state)
    from mgrad.check.sending import write_answer

    with _JUDGE.one_at_a_time:
        try:
            sent = write_answer(answer)
        except Exception as error:
            form, why = {}, failure(error)["text"]
            with suppress(Exception):
                form = describe_form(answer)
            return reach_verdict(task, [], Report(form, [], f"unsendable: {why}"))
        try:
            engine = write_answer(engine)
        except Exception:  # it is not what is asked for
            engine = write_answer(None)
        return _JUDGE.ask(task.id, seed, pickle.dumps((sent, engine)))


def _say_left_out(library: str) -> str:
    name = {"torch": "PyTorch"}.get(library, library)
    if sys.platform == "emscripten":
        return f"This task needs {name}: the browser does not have it, so leave the task out."
    return (
        f"This task needs {name}: leave it out, or install {library} (the lesson says how) and "
        "restart the kernel."
    )


def _why_missing(task: Task) -> str:
    error = getattr(sys, "last_value", None)
    if isinstance(error, SyntaxError):
        return (
            f"The cell above has a {type(error).__name__} in line {error.lineno}: mend it and run "
            "it again, then this check."
        )
    missing = f"There is no {task.answer_name} yet: run the cell above first, and keep the name."
    if isinstance(error, Exception):
        words = " ".join(str(error).split())[:200]
        return f"{missing} The last cell that failed says: {type(error).__name__}: {words}"
    return missing
