"""Checks from a terminal.

``python -m mgrad.check`` shows which tasks are passed (``make progress``).
``python -m mgrad.check NOTEBOOK --json`` runs the cells of an exercise notebook from top to
bottom and prints one line of JSON for each task in it; without ``--json`` one line of words.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType

from mgrad.check import Result, check_answer, progress
from mgrad.check.task import task_ids

CHECK = re.compile(r"""^check\(["'](\d\d\.[\w-]+)["']""", re.MULTILINE)


def check_notebook(path: str | Path) -> list[Result]:
    """The result of each task that a notebook checks, after its cells were run in order.

    A cell that fails costs what depends on it and nothing else. Progress and own classes are left
    as they are.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no notebook.
    """
    try:
        cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path} is no notebook ({error})") from None
    return run_cells(sources)


def run_cells(sources: list[str]) -> list[Result]:
    """Run cells as a notebook does, with a check in place of each cell that calls one."""
    from IPython.core.interactiveshell import InteractiveShell

    before, results = sys.modules["__main__"], []
    sys.modules["__main__"] = module = ModuleType("__main__")
    shell = InteractiveShell(user_module=module)
    try:
        for source in sources:
            asked = [task_id for task_id in CHECK.findall(source) if task_id in task_ids()]
            results += [check_answer(task_id, shell.user_ns) for task_id in asked]
            if not asked:
                with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                    shell.run_cell(source, store_history=False)
    finally:
        sys.modules["__main__"] = before
    return results


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m mgrad.check", description="Check a notebook.")
    parser.add_argument("notebook", nargs="?", help="an exercise notebook; left out: the progress")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each task")
    options = parser.parse_args()
    if options.notebook is None:
        print(progress())
        return
    try:
        results = check_notebook(options.notebook)
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    for result in results:
        print(result.to_json() if options.json else result)


if __name__ == "__main__":
    main()
