"""The results for other programs, and a page for each student."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from html import escape
from pathlib import Path

from mgrad.classroom.report import WORDS
from mgrad.classroom.student import tasks_of
from mgrad.classroom.summary import Summary, title_of

NUMBERED = re.compile(r"(.+) #(\d+)")  # a student whom Moodle or Canvas knows by a number


def write_tables(summary: Summary, folder: Path) -> None:
    """Write ``grades.csv``, and what Moodle and Canvas import for those that have a number there.

    A task that passed is one point; a lesson with a task that could not be graded has none yet.
    ``moodle-03.csv`` is a grading worksheet for the assignment of lesson 03; ``canvas.csv`` a
    gradebook with a column for each lesson.
    """
    lessons = sorted({task[:2] for task in summary.tasks})
    points = {name: count_points(summary, name) for name in sorted(summary.rows)}
    letters = {name: dict(zip(summary.tasks, row)) for name, row in summary.rows.items()}
    write_csv(
        folder / "grades.csv",
        ["student", "points", *lessons, *summary.tasks],
        [
            [name, summary.rows[name].count("p"), *(got.get(lesson, "") for lesson in lessons)]
            + [{"p": 1, "-": "", "x": ""}.get(letters[name][task], 0) for task in summary.tasks]
            for name, got in points.items()
        ],
    )
    numbered = [(*NUMBERED.fullmatch(name).groups(), got) for name, got in points.items()
                if NUMBERED.fullmatch(name)]  # fmt: skip
    if not numbered:
        return
    for lesson in lessons:
        most = len(tasks_of(lesson))
        write_csv(
            folder / f"moodle-{lesson}.csv",
            ["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"],
            [
                [f"Participant {number}", name, got[lesson], most, say_points(got[lesson], most)]
                for name, number, got in numbered
                if lesson in got
            ],
        )
    blank = ["", "", ""]
    write_csv(
        folder / "canvas.csv",
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *lessons],
        [
            ["    Points Possible", "", *blank, *(len(tasks_of(lesson)) for lesson in lessons)],
            *(
                [name, number, *blank, *(got.get(lesson, "") for lesson in lessons)]
                for name, number, got in numbered
            ),
        ],
    )


def count_points(summary: Summary, name: str) -> dict[str, int | str]:
    """lesson -> tasks passed, for what a student handed in; empty where our fault is in the way."""
    letters = defaultdict(str)
    for task, letter in zip(summary.tasks, summary.rows[name]):
        letters[task[:2]] += letter
    handed_in = {lesson: row for lesson, row in letters.items() if row.strip("-")}
    return {lesson: "" if "x" in row else row.count("p") for lesson, row in handed_in.items()}


def say_points(points: int | str, most: int) -> str:
    return "not graded yet" if points == "" else f"{points} of {most} tasks"


def write_csv(path: Path, head: list, rows: list[list]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *([safe(cell) for cell in row] for row in rows)])


def safe(cell: object) -> object:
    """A name that begins like a formula would be run by a spreadsheet."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


# -- for the students --------------------------------------------------------------------------

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Feedback for {student}</title><style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; font: 17px/1.5 system-ui, sans-serif;
  color-scheme: light dark; }}
section {{ border-left: 6px solid #d55e00; padding: 1px 14px; margin: 12px 0; }}
section.passed {{ border-color: #009e73; }} section.missing {{ border-color: #7b8494; }}
p {{ margin: 5px 0; }}
</style></head><body><h1>{student}</h1>
{body}
</body></html>
"""


def write_feedback(lines: Iterable[dict], folder: Path) -> None:
    """Write a page for each student: what the checks say of each task, and no right answer."""
    folder.mkdir(exist_ok=True)
    students = defaultdict(list)
    for line in lines:
        students[line["student"]].append(line)
    names = set()
    for student, told in students.items():
        body, lesson = [], None
        for line in told:
            if line["lesson"] != lesson:
                lesson = line["lesson"]
                passed = sum(x["status"] == "passed" for x in told if x["lesson"] == lesson)
                body.append(f"<h2>Lesson {escape(lesson)}: {passed} passed</h2>")
            body.append(say_task(line))
        page = PAGE.format(student=escape(student), body="\n".join(body))
        name = file_name(student, names)
        names.add(name.lower())
        (folder / f"{name}.html").write_text(page, "utf-8", errors="replace")


def say_task(line: dict) -> str:
    title = f"{line['task']} {title_of(line['task'])}" if line["task"] else "A file"
    message = "".join(f"<p>{escape(part)}</p>" for part in line["message"].split("\n"))
    word = WORDS[line["status"]]
    return f"<section class='{line['status']}'><b>{escape(title)}: {word}</b>{message}</section>"


def file_name(student: str, names: set[str]) -> str:
    """A name for a file that no other student's gets; to some systems "Ada" and "ada" are one.

    Args:
        student: as in the results.
        names: those of other students' files, in small letters.
    """
    plain = re.sub(r"[^\w-]+", "_", student)[:80]
    if plain == student and plain.lower() not in names:
        return plain
    return f"{plain}-{hashlib.sha256(student.encode()).hexdigest()[:6]}"
