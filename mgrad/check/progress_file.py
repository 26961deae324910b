"""Which tasks are done: a small text file beside the exercises, one line per passed task.

An answer to a question of ``review()`` is a line as well. Lines are only ever added: two notebooks
may be open, and one that reads must not lose what the other is writing.
"""

from __future__ import annotations

import math
import os
import re
import time
from html import escape
from pathlib import Path

from mgrad.translation import copy_around, say

FILE = "progress.txt"
_LINE = re.compile(r"(\d\d\.[\w-]+) (passed|right|wrong) (\d{4}-\d\d-\d\d \d\d:\d\d)")
_TIME = "%Y-%m-%d %H:%M"
BLUE, VERMILLION = "#0072B2", "#D55E00"


def path() -> Path:
    """The file: ``exercises/progress.txt``, from wherever in the course Python was started.

    What is run in ``solutions/`` is kept there: it is not the student's.
    """
    try:
        here = Path.cwd()
    except OSError:
        here = Path()
    copy = copy_around(here)
    places = [here, here / "exercises", here.parent / "exercises"]
    places += [p for p in here.parents if copy is None or copy in p.parents]
    places += [copy / "exercises"] if copy else []
    folder = next((p for p in places if p.name in ("exercises", "solutions") and p.is_dir()), here)
    return Path(os.environ.get("MGRAD_PROGRESS", folder / FILE))


def record(task_id: str) -> str:
    """Note that a task is passed. Returns an empty text, or one line on what went wrong."""
    return "" if task_id in passed()[0] else _add(f"{task_id} passed")


def record_answer(question: str, right: bool) -> str:
    """Note an answer to a question, ``"03.q2"``. Returns as ``record``."""
    return _add(f"{question} {'right' if right else 'wrong'}")


def _add(what: str) -> str:
    try:
        with open(path(), "a+b") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 1))
            start = "" if file.read(1) in (b"", b"\n") else "\n"  # the last line was cut off
            file.write(f"{start}{what} {time.strftime(_TIME)}\n".encode())
    except OSError as error:
        return say(f"Your progress could not be saved ({error.strerror}).")
    return ""


def passed() -> tuple[set[str], str]:
    """The ids of the passed tasks, and an empty text or one line about a damaged file."""
    rows, trouble = _read()
    return {name for name, word, _ in rows if word == "passed"}, trouble


def answers() -> list[tuple[str, bool, float]]:
    """The answers to questions in their order: which, whether right, seconds since 1970."""
    return [
        (name, word == "right", _seconds(when))
        for name, word, when in _read()[0]
        if word != "passed"
    ]


def _seconds(when: str) -> float | None:
    """A time as seconds since 1970; None if there is no such day."""
    try:
        return time.mktime(time.strptime(when, _TIME))
    except (ValueError, OverflowError):
        return None


def _read() -> tuple[list[tuple[str, str, str]], str]:
    """Name, word and time of each good line; bad lines stay where they are, and that is said."""
    file = path()
    try:
        lines = file.read_bytes().decode("utf-8", errors="replace").splitlines()
    except OSError:
        return [], ""
    matches = [_LINE.fullmatch(line) for line in lines if line.strip()]
    rows = [m.groups() for m in matches if m and (m[2] == "passed" or _seconds(m[3]) is not None)]
    bad = len(matches) - len(rows)
    if not bad:
        return rows, ""
    if bad == 1:
        return rows, say(f"{file.name} is damaged: 1 line cannot be read, the others count.")
    return rows, say(f"{file.name} is damaged: {bad} lines cannot be read, the others count.")


class Progress:
    """The tasks of each lesson, passed or to do; shows itself in Jupyter and in a terminal."""

    def __init__(self, lessons: dict[str, list[str]]):
        done, self.trouble = passed()
        self.rows = [
            (title, [(name, name in done) for name in names]) for title, names in lessons.items()
        ]
        marks = [ok for _, tasks in self.rows for _, ok in tasks]
        self.count, self.total = sum(marks), len(marks)

    @property
    def headline(self) -> str:
        if self.count == self.total:
            return say(
                f"All {self.total} tasks. The engine, the network and the training are yours."
            )
        return say(f"{self.count} of {self.total} tasks")

    def __repr__(self) -> str:
        lines = []
        for title, tasks in self.rows:
            bar = "".join("█" if ok else "·" for _, ok in tasks)
            todo = next((say(f"next: {name}") for name, ok in tasks if not ok), say("complete"))
            done = say(f"{sum(ok for _, ok in tasks):2d} of {len(tasks):2d}")
            lines.append(f"{say(title):<15} {bar:<12} {done}   {todo}")
        return "\n".join([*lines, self.headline, *filter(None, [self.trouble])])

    def _repr_html_(self) -> str:
        rows = []
        for title, tasks in self.rows:
            state = {True: say("passed"), False: say("to do")}
            told = ", ".join(f"{name} {state[ok]}" for name, ok in tasks)
            cells = "".join(
                f'<span title="{escape(name)}: {state[ok]}" '
                'style="display:inline-block;width:16px;height:16px;margin:1px;'
                "border-radius:4px;border:1.5px solid "
                f'{BLUE};background:{BLUE if ok else "transparent"}"></span>'
                for name, ok in tasks
            )
            done = say(f"{sum(ok for _, ok in tasks)} of {len(tasks)}")
            cell = "<td style='text-align:left;white-space:nowrap'>"
            rows.append(
                f"<tr>{cell}{escape(say(title))}</td>{cell}<span role='img' "
                f"aria-label='{escape(told)}'>{cells}</span></td>{cell}{done}</td></tr>"
            )
        return (
            "<div style='display:flex;flex-wrap:wrap;align-items:center;gap:8px "
            f"32px'><table>{''.join(rows)}</table>{self._moons()}</div>"
            f"<p><b>{escape(self.headline)}</b></p><p>{escape(self.trouble)}</p>"
        )

    def _moons(self) -> str:
        """Two moons with one point per task:

        a passed task fills its point, the last one draws the border.
        """
        dots, border = [], ""
        half = (self.total + 1) // 2
        for i, ok in enumerate(ok for _, tasks in self.rows for _, ok in tasks):
            upper, place = i < half, i if i < half else i - half
            angle = math.pi * (place + 0.5) / (half if upper else max(1, self.total - half))
            wobble = 1 + 0.2 * (i * 0.618 % 1 - 0.5)  # the same scatter every time
            x, y = -math.cos(angle) * wobble, math.sin(angle) * wobble
            x, y = (x, y) if upper else (1 + x, 0.5 - y)
            colour = BLUE if upper else VERMILLION
            dots.append(
                f"<circle cx='{x:.3f}' cy='{-y:.3f}' r='.06' stroke='{colour}' "
                f"stroke-width='.02' fill='{colour if ok else 'none'}'/>"
            )
        if self.count == self.total:
            border = (
                "<path d='M-1.4 .5 C-.7 .4 -.55 -.75 0 -.75 C.45 -.75 .5 .25 1 .25 C1.55 .25 1.6 "
                "-.8 2.4 -1.05' fill='none' stroke='#009E73' stroke-width='.04'/>"
            )
        told = say(f"Two moons, {self.count} of {self.total} points filled")
        return (
            "<svg viewBox='-1.4 -1.25 3.8 2.1' width='290' role='img' "
            f"aria-label='{told}'>"
            f"{border}{''.join(dots)}</svg>"
        )
