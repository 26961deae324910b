"""How well the checks recognise answers that their authors have not seen.

Usage: python tests/check/measure.py [FOLDER] [--lessons 01,02] [--misses] [--show KIND]

FOLDER (default: answers/ beside this file) has one file a lesson, written from the notebooks
alone: PRELUDE and ANSWERS, each with task, kind, idea and code. The table says for each kind how
many are caught and how many are named; --misses lists the others, --show lists what a kind is
told, to be read by somebody who knows what was done.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from mgrad.check.asking import ask
from mgrad.check.task import find_task

KINDS = ["core", "single", "form", "two", "hostile", "right"]


class Row(NamedTuple):
    """An answer and what the check said of it."""

    task: str
    kind: str
    idea: str
    passed: bool
    misconception: str | None
    message: str


def read(folder: Path, lessons: list[str]) -> list[tuple]:
    """(prelude, task, kind, idea, code) of every answer."""
    rows = []
    for path in sorted(folder.glob("lesson*.py")):
        if not lessons or path.stem[-2:] in lessons:
            file = runpy.run_path(str(path))
            rows += [(file["PRELUDE"], *answer) for answer in file["ANSWERS"]]
    return rows


def judge(prelude: str, task_id: str, kind: str, idea: str, code: str, seed: int = 1) -> Row:
    """Run a cell as a notebook would, and check what it leaves under the task's name."""
    task = find_task(task_id)
    names = {"__name__": "__main__"}
    try:
        with redirect_stdout(StringIO()):
            exec(prelude, names)
            exec(code, names)
    except BaseException as error:
        return Row(task_id, kind, idea, False, None, f"the cell raises {error!r}")
    if task.answer_name not in names:
        return Row(task_id, kind, idea, False, None, f"no {task.answer_name}")
    engine = names.get("Value")
    verdict = ask(task, seed, names[task.answer_name], engine if type(engine) is type else None)
    return Row(task_id, kind, idea, *(verdict[k] for k in ("passed", "misconception", "message")))


def table(rows: list[Row]) -> str:
    """One line a kind: how many, how many refused, how many with an id."""
    lines = ["| kind | answers | refused | named by an id |", "| --- | --- | --- | --- |"]
    for kind in KINDS:
        of_kind = [row for row in rows if row.kind == kind]
        if of_kind:
            refused = sum(not row.passed for row in of_kind)
            named = sum(row.misconception is not None for row in of_kind)
            n = len(of_kind)
            lines.append(f"| {kind} | {n} | {refused} ({refused / n:.1%}) | {named / n:.1%} |")
    lessons = sorted({row.task[:2] for row in rows})
    lines += ["", "| lesson | core | single | form | two |", "| --- | --- | --- | --- | --- |"]
    for lesson in lessons:
        shares = []
        for kind in KINDS[:4]:
            found = [
                row.misconception is not None
                for row in rows
                if row.kind == kind and row.task[:2] == lesson
            ]
            shares.append(f"{sum(found) / len(found):.0%}" if found else "")
        lines.append(f"| {lesson} | {' | '.join(shares)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "answers")
    parser.add_argument("--lessons", default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--show", default="")
    options = parser.parse_args()
    lessons = [lesson for lesson in options.lessons.split(",") if lesson]
    rows = [judge(*answer) for answer in read(options.folder, lessons)]
    print(table(rows))
    if options.misses:
        for row in rows:
            wrong = row.kind != "right"
            if row.passed == wrong:
                print(f"\n{'PASSES' if wrong else 'REFUSED'} {row.task} {row.kind}: {row.idea}")
                print(f"    {row.message}" if not wrong else "")
            elif wrong and row.kind != "hostile" and row.misconception is None:
                print(f"\nUNNAMED {row.task} {row.kind}: {row.idea}\n    {row.message}")
    for row in rows:
        if row.kind == options.show:
            print(f"\n{row.task} {row.idea}\n    [{row.misconception}] {row.message}")
    print(Counter(row.misconception for row in rows).most_common(12), file=sys.stderr)


if __name__ == "__main__":
    main()
