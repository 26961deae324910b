"""Checks from a terminal.

``python -m mgrad.check`` shows which tasks are passed (``make progress``).
``python -m mgrad.check NOTEBOOK --json`` runs the cells of an exercise notebook from top to
bottom and prints one line of JSON for each task in it; without ``--json`` one line of words.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from mgrad.check import Result, progress
from mgrad.check.notebook import CHECK, read_cells
from mgrad.check.task import find_task, task_ids


def check_notebook(path: str | Path) -> list[Result]:
    """The result of each task that a notebook checks, after its cells were run in order.

    A cell that fails costs what depends on it and nothing else. Progress and own classes are left
    as they are.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no notebook.
    """
    try:
        cells = read_cells(Path(path).read_bytes())
    except ValueError as error:
        raise ValueError(f"{path} is no notebook ({error})") from None
    return run_cells(cells)


def run_cells(sources: list[str]) -> list[Result]:
    """Run cells as a notebook does; checks are recorded, and nothing is remembered."""
    from IPython.core.interactiveshell import InteractiveShell

    from mgrad.check.asking import check_answer

    results: list[Result] = []
    module = ModuleType("__main__")
    shell = InteractiveShell(user_module=module)

    def record(task_id: str, answer: Any = ..., *, seed: int | None = None) -> Result:
        task = find_task(task_id)
        if task is None:
            return Result(str(task_id), False, "There is no task of this name.")
        given = {} if answer is ... else {task.answer_name: answer}
        results.append(check_answer(task_id, shell.user_ns | given, seed))
        return results[-1]

    with patch.dict(sys.modules, {"__main__": module}), patch("mgrad.check.check", record):
        for source in sources:
            before = len(results)
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                shell.run_cell(source, store_history=False)
            done = {result.task_id for result in results[before:]}
            for task_id in CHECK.findall(source):  # the cell failed before it came to its check
                if task_id in task_ids() and task_id not in done:
                    results.append(check_answer(task_id, shell.user_ns))
    return results


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m mgrad.check", description="Check a notebook.")
    parser.add_argument("notebook", nargs="?", help="an exercise notebook; left out: the progress")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each task")
    options = parser.parse_args()
    if options.notebook is None:
        print(progress())
        return
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
    os.dup2(
        os.open(os.devnull, os.O_RDWR), 1
    )  # what the cells print, in whatever way, is no result
    sys.stdin = StringIO()
    try:
        results = check_notebook(options.notebook)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    for result in results:
        print(result.to_json() if options.json else result, file=out)
    out.flush()


if __name__ == "__main__":
    main()
