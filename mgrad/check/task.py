"""What a task is, and where it is found.

A task never compares code. It uses the answer on cases and looks at what comes out. Each known
mistake is kept as a small wrong answer; when the student's outcomes equal those of a wrong
answer, the idea behind it is named. ``docs/tasks.md`` shows how a task is made.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from mgrad.check.probe import use_as_it_is


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, and what to say about it."""

    id: str  # stable name of the misconception, for example "gradient-overwritten"
    answer: Any  # the wrong answer, in the same form as a right one
    explanation: str = ""  # which idea is wrong, in one or two sentences
    next_step: str = ""  # what to try or look at, without giving the solution away

    def says(self, explanation: str, next_step: str) -> Mistake:
        """The mistake with its words."""
        return replace(self, explanation=explanation, next_step=next_step)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One exercise.

    Attributes:
        id: ``"01.slope"``: number of the lesson, then a short name.
        answer_name: the name in the notebook that holds the answer.
        kind: what the answer must be: ``"value"``, ``"function"``, ``"class"`` or ``"object"``.
        reference: a right answer.
        cases: ``cases(rng)`` returns the cases as plain data: the simplest first, random last.
        probe: ``probe(answer, case)`` uses the answer in the sandbox and returns numbers, text or
            lists and dictionaries of them. Neither it nor what it calls may know what is right.
        read: ``read(outcome)`` brings outcomes that mean the same into one form, outside the
            sandbox; it may raise ``FormError``.
        level: ``level(case)``: a case is looked at only when all cases of lower levels are right.
            Below 0 are cases of what the task builds on, such as a class of an earlier task.
        needs: what to say when one of those is wrong.
        say: ``say(case)`` describes a case to the student.
        notice: one line to think about after a right answer.
        mistakes: the wrong answers that are recognised.
        hides: names of the package that the sandbox must not have, because they would do the task.
        imports: libraries that the sandbox loads beforehand, to be quick. Where one is missing, a
            check says that the task is left out; the file of the task imports none of them itself.
        tolerance: how far a number may be off, for answers that were rounded by hand.
        seconds: the time limit for all cases together.
        keeps: keep a right answer for the next notebooks (see ``mgrad.check.mine``).
    """

    id: str
    answer_name: str
    kind: str
    reference: Any
    cases: Callable[[random.Random], list] = lambda rng: [None]
    probe: Callable[[Any, Any], Any] = use_as_it_is
    read: Callable[[Any], Any] | None = None
    level: Callable[[Any], int] = lambda case: 0
    needs: str = ""
    say: Callable[[Any], str] = lambda case: "your answer"
    notice: str
    mistakes: tuple[Mistake, ...] = ()
    hides: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    tolerance: float = 1e-9
    seconds: float = 5.0
    keeps: bool = False


def value_task(
    id: str, answer_name: str, reference: Any, notice: str, *mistakes: Mistake, **more: Any
) -> Task:
    """A task whose answer is a number, a text or a list, worked out by hand or predicted."""
    return Task(
        id=id,
        answer_name=answer_name,
        kind="value",
        reference=reference,
        notice=notice,
        mistakes=mistakes,
        **more,
    )


# -- from a task's name to its file ------------------------------------------------------------


@cache
def lessons() -> dict[str, list[str]]:
    """The title of each lesson with exercises, and the ids of its tasks in their order."""
    folders = iter_modules([os.path.dirname(__file__)])
    names = sorted(folder.name for folder in folders if folder.name.startswith("lesson"))
    found = [(name[6:], import_module(f"mgrad.check.{name}")) for name in names]
    return {lesson.TITLE: [f"{number}.{name}" for name in lesson.TASKS] for number, lesson in found}


@cache
def task_ids() -> list[str]:
    """The ids of all tasks."""
    return [task_id for ids in lessons().values() for task_id in ids]


def find_task(task_id: str) -> Task | None:
    """The task of this name, from its own file; None if there is no such task.

    Raises:
        ModuleNotFoundError, ValueError: its file is not there, or is that of another task.
    """
    parts = re.fullmatch(r"(\d\d)\.([\w-]+)", task_id) if isinstance(task_id, str) else None
    if parts is None:
        return None
    number, name = parts.groups()
    package = f"mgrad.check.lesson{number}"
    if find_spec(package) is None or name not in import_module(package).TASKS:
        return None
    task = import_module(f"{package}.{name.replace('-', '_')}").TASK
    if task.id != task_id:
        raise ValueError(f"the file of {task_id} holds a task with the id {task.id}")
    return task


# -- small helpers for cases and words ---------------------------------------------------------


def some_numbers(
    rng: random.Random, count: int, low: float = -2.0, high: float = 2.0
) -> list[float]:
    """Random numbers for a case, short enough to read."""
    return [round(rng.uniform(low, high), 2) for _ in range(count)]


def listed(xs: Iterable[float]) -> str:
    """Numbers as a case names them, without ``.0``."""
    return "[" + ", ".join(f"{x:g}" for x in xs) + "]"
