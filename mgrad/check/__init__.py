"""Instant checks for the exercises: not only *that* an answer is wrong, but which idea is.

``check("03.step")`` looks at the answer that the notebook holds under the task's name;
``check("03.step", answer)`` takes it as an argument. A check never raises and never hangs.

Each task has a file of its own, ``lesson03/step.py``. ``task`` says what a task is, ``asking``
sends an answer to the judge, ``sandbox`` runs it where nothing right is, ``judge`` names the
mistake, ``progress_file`` and ``mine`` remember what passed. ``docs/tasks.md`` tells how they work
together. The judge's process loads this file too, so what only a notebook needs is loaded on first
use.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import mgrad
from mgrad.check.task import Mistake, Task, lessons

if TYPE_CHECKING:
    from mgrad.check.asking import check
    from mgrad.check.mine import choose
    from mgrad.check.progress_file import Progress
    from mgrad.check.sharing import share

__all__ = ["check", "choose", "progress", "share", "Result", "Task", "Mistake"]

FORMAT = 1  # of the JSON that leaves the checks; another number means other fields
_FILE_OF = {"check": "asking", "choose": "mine", "share": "sharing"}


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
        from mgrad.translation import say

        return f"{self.task_id}: {say('passed' if self.passed else 'not yet')}. {self.message}"

    def _repr_html_(self) -> str:
        from html import escape

        from mgrad.translation import say

        colour, word = ("#009E73", "passed") if self.passed else ("#D55E00", "not yet")
        word = say(word)
        lines = "".join(
            f"<p style='margin:4px 0'>{escape(line)}</p>" for line in self.message.split("\n")
        )
        return (
            f"<div style='border-left:6px solid {colour};padding:2px 14px'>"
            f"<b>{escape(self.task_id)}: {word}</b>{lines}</div>"
        )


def progress() -> Progress:
    """Which tasks are passed, lesson by lesson."""
    from mgrad.check.progress_file import Progress

    return Progress(lessons())


def __getattr__(name: str):
    """What only some notebooks need, from its own file."""
    if name not in _FILE_OF:
        raise AttributeError(f"module 'mgrad.check' has no attribute {name!r}")
    return getattr(import_module(f"mgrad.check.{_FILE_OF[name]}"), name)
