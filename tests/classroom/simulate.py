"""A class with a known mixture of answers, in all forms in which notebooks are handed in.

Usage: python tests/classroom/simulate.py FOLDER [--students 500] [--lessons 01,03] [--seed 0]

Writes FOLDER/submissions and FOLDER/expected.json: student -> task -> status or misconception.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import runpy
import sys
import zipfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/check"))
import measure

from mgrad.check.task import task_ids

BUILT_ON = {"02.number", "02.memory", "02.value", "03.engine", "04.neuron", "05.layer", "05.mlp"}
CHECK = re.compile(r'^check\("([\w.-]+)"\)$')
DISTURBED = [  # cells that cost nothing but themselves
    "%matplotlib inline\nimport math",
    "!ls\nnames = !ls\nprint?",
    "%%bash\necho hello",
    "name = input('Your name? ')",
    "raise RuntimeError('left over')",
    "print('x' * 10**7)",
    "import os\nos._exit(3)",
    "exit()",
    "def broken(:",
]


@cache
def cells_of(folder: str, lesson: str) -> list[tuple[str, str, str]]:
    """(source, task that it answers, task that it checks) of each code cell."""
    [path] = (ROOT / folder).glob(f"{lesson}-*.ipynb")
    sources = [
        "".join(cell["source"])
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    checked = [CHECK.match(source) for source in sources] + [None]
    return [
        (source, after[1] if after else "", here[1] if here else "")
        for source, here, after in zip(sources, checked, checked[1:])
    ]


@cache
def known_mistakes(lesson: str, most: int = 2) -> dict[str, list[tuple[str, str]]]:
    """task -> (misconception, code) of wrong answers that the checks name."""
    file = runpy.run_path(str(ROOT / f"tests/check/answers/lesson{lesson}.py"))
    found: dict[str, list] = {}
    for task, kind, idea, code in file["ANSWERS"]:
        rows = found.setdefault(task, [])
        if kind == "core" and len(rows) < most and task not in BUILT_ON:
            said = {
                measure.judge(file["PRELUDE"], task, kind, idea, code, seed).misconception
                for seed in (1, 2)
            }
            if len(said) == 1 and None not in said:
                rows.append((said.pop(), code))
    return {task: rows for task, rows in found.items() if rows}


def write_notebook(lesson: str, rng: random.Random) -> tuple[list[str], dict[str, str]]:
    """The code cells of a notebook, and what is expected of each task."""
    kinds = {t: rng.choice(["right"] * 5 + ["wrong"] * 3 + ["shipped"] * 2) for t in task_ids()}
    cells, expected = [], {}
    for (source, task, _), (solution, _, _) in zip(
        cells_of("exercises", lesson), cells_of("solutions", lesson)
    ):
        if task:
            kind = "right" if task in BUILT_ON else kinds[task]
            mistakes = known_mistakes(lesson).get(task) if kind == "wrong" else None
            if mistakes:
                expected[task], source = rng.choice(mistakes)
            elif kind == "shipped":
                expected[task] = "missing"
            else:
                expected[task], source = "passed", solution
        cells.append(source)
    return disturb(cells, lesson, rng), expected


def disturb(cells: list[str], lesson: str, rng: random.Random) -> list[str]:
    """Move, copy, delete and split cells, and add some, so that no answer changes."""
    checks = [cell for cell in cells if CHECK.match(cell)]
    what = rng.randrange(6)
    if what == 0:  # all checks at the top, where nothing is there yet
        cells = cells[:3] + checks + [cell for cell in cells[3:] if cell not in checks]
    elif what == 1:  # no checks
        cells = [cell for cell in cells if cell not in checks]
    elif what == 2:  # copied
        cells = [copy for cell in cells for copy in [cell] * (2 if rng.random() < 0.2 else 1)]
    elif what == 3:  # an empty cell, and all that stands at the end once more
        cells = cells + ["", *checks]
    elif what == 4:
        cells = cells[:3] + [rng.choice(DISTURBED)] + cells[3:] + [rng.choice(DISTURBED)]
    return cells


def notebook(cells: list[str], **metadata: str) -> bytes:
    def cell(source):
        return {"cell_type": "code", "metadata": {}, "source": source.splitlines(True)}

    book = {"cells": [*map(cell, cells)], "metadata": metadata, "nbformat": 4}
    return json.dumps(book | {"nbformat_minor": 5}).encode()


def hand_in(folder: Path, number: int, lesson: str, data: bytes) -> str:
    """Write a notebook in one of six forms. Returns what the student is called there."""
    title = next((ROOT / "exercises").glob(f"{lesson}-*.ipynb")).stem
    name, form = f"student{number:04}", number % 6
    if form == 0:
        path = folder / "submitted" / name / title / f"{title}.ipynb"
    elif form == 1:
        path = folder / name / f"{title}.ipynb"
    elif form == 2:
        path = folder / f"{name}_{title}.ipynb"
    if form < 3:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return name
    archive, inside, student = {
        3: (f"{name}.zip", f"{title}.ipynb", name),
        4: ("moodle.zip", f"Name{number}_{number}_assignsubmission_file_/{title}.ipynb",
            f"Name{number} #{number}"),
        5: ("canvas.zip", f"name{number}_{number}_77_{title}.ipynb", f"name{number} #{number}"),
    }[form]  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / archive, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(inside, data)
    return student


def make_class(folder: Path, students: range, lessons: list[str], seed: int = 0) -> dict:
    """Write the submissions of a class. Returns and writes what is expected of it."""
    expected: dict[str, dict[str, str]] = {}
    for number in students:
        rng = random.Random(f"{seed} {number}")
        for lesson in lessons:
            cells, tasks = write_notebook(lesson, rng)
            data = notebook(cells)
            if number % 25 == 24:  # the download broke off
                data, tasks = data[: len(data) // 2], dict.fromkeys(tasks, "unreadable")
            student = hand_in(folder / "submissions", number, lesson, data)
            expected.setdefault(student, {}).update(tasks)
    (folder / "expected.json").write_text(json.dumps(expected, indent=1), "utf-8")
    return expected


def found_in(lines) -> dict[str, dict[str, str]]:
    """The same form of what was graded."""
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        word = line["misconception"] or line["status"]
        found.setdefault(line["student"], {})[line["task"]] = word
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, default=500)
    parser.add_argument("--lessons", default="01,02,03,04,05,06,07,08,09")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    make_class(options.folder, range(options.students), options.lessons.split(","), options.seed)
