"""A class while it works: a map that refreshes itself, from what students have agreed to share.

Each student's file is in one folder (see ``mgrad.check.sharing``). There is no server: the page is
a file that is written anew.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mgrad.check.task import task_ids
from mgrad.classroom.report import write_report
from mgrad.classroom.summary import summarize

EVERY = 5  # seconds
LARGEST = 4 * 1024**2  # bytes of a student's file that are read, its end
LONGEST = 2_000  # characters of a message


def watch(folder: Path, out: Path, names: bool = True, lessons: set[str] = frozenset()) -> None:
    """Write ``live.html`` again whenever a file of the folder has changed, until Ctrl-C.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder {folder}.")
    out.mkdir(parents=True, exist_ok=True)
    before = None
    while True:
        now = state_of(folder)
        if now != before:
            before = now
            write_live(folder, out / "live.html", names, lessons)
        time.sleep(EVERY)


def state_of(folder: Path) -> dict[Path, tuple]:
    """When each file was written, and its size; one may go while we look."""
    state = {}
    for file in folder.glob("*.jsonl"):
        with suppress(OSError):
            state[file] = file.stat().st_mtime, file.stat().st_size
    return state


def write_live(
    folder: Path, path: Path, names: bool = True, lessons: set[str] = frozenset()
) -> None:
    """Write the page once, with these lessons, or with all."""
    new = path.with_suffix(".new")
    lines = (line for line in read_shared(folder) if not lessons or line["lesson"] in lessons)
    write_report(summarize(lines), [], new, names, refresh=EVERY)
    new.replace(path)


def read_shared(folder: Path) -> Iterator[dict]:
    """The last result of each student for each task, in the form of graded results.

    Whoever can write into the folder can write anything: what is no result is passed over.
    """
    for file in sorted(folder.glob("*.jsonl")):
        last: dict[str, dict] = {}
        with suppress(OSError), file.open("rb") as shared:  # it may be gone by now
            shared.seek(max(0, file.stat().st_size - LARGEST))
            for text in shared:
                line = read_result(text, file.stem)
                if line is not None:
                    last[line["task"]] = line
        yield from last.values()


def read_result(text: bytes, student: str) -> dict | None:
    """One line of a shared file; None if it is no result of a check."""
    try:
        result = json.loads(text)
        task, message = result["task"], str(result["message"])[:LONGEST]
        passed, misconception = result["outcome"] == "passed", result["misconception"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(task, str) or task not in task_ids():
        return None
    named = isinstance(misconception, str) and not passed
    status = "passed" if passed else "wrong"
    if not (passed or named) and message.startswith(("Still to do", "There is no")):
        status = "missing"
    return {
        "student": student,
        "lesson": task[:2],
        "task": task,
        "status": status,
        "misconception": misconception[:80] if named else None,
        "message": message,
        "notebook": "live",
        "version": str(result.get("versions", ""))[:80],
    }
