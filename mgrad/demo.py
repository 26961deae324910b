"""For live demos: begin in the middle of a lesson after a restart."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any


def catch_up(lesson: str, section: str) -> None:
    """Run all code cells of a lesson before a section, without showing what they show.

    One line counts the cells while they run.

    Args:
        lesson: the name of the notebook or its number, ``"03-chain-rule"`` or ``"03"``.
        section: the heading to go on from, or its beginning, with or without its markdown signs.

    Raises:
        FileNotFoundError: there is no such lesson here.
        ValueError: the lesson has no such section, or no single one.
        RuntimeError: outside a notebook, or a cell failed.
    """
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        raise RuntimeError("catch_up runs in a notebook: call it in a cell")
    code, start = code_before(lesson, section), time.monotonic()
    for number, (source, may_fail) in enumerate(code, 1):
        print(f"\rcell {number} of {len(code)}", end="", flush=True)
        _run(shell, source, may_fail)
    seconds = time.monotonic() - start
    print(f"\r{len(code)} cells run in {seconds:.0f} s. Go on at: {section}")


def _run(shell: Any, source: str, may_fail: bool) -> None:
    from IPython.utils.capture import capture_output

    with capture_output():
        result = shell.run_cell(source, store_history=False)
    if not (result.success or may_fail):
        error = result.error_in_exec or result.error_before_exec
        raise RuntimeError(
            f"catch_up stopped at the cell that begins with {source.splitlines()[0]!r}: {error!r}"
        )


def code_before(lesson: str, section: str) -> list[tuple[str, bool]]:
    """The code cells before a section, each with whether it is meant to fail."""
    cells = json.loads(_notebook(lesson).read_text(encoding="utf-8"))["cells"]
    headings = {  # heading -> position of its cell
        heading: position
        for position, cell in enumerate(cells)
        if cell["cell_type"] == "markdown"
        for heading in re.findall(r"^##+ (.+)$", "".join(cell["source"]), re.MULTILINE)
    }
    wanted = _plain(section)
    found = [heading for heading in headings if _plain(heading) == wanted] or [
        heading for heading in headings if _plain(heading).startswith(wanted)
    ]
    if len(found) != 1:
        raise ValueError(
            f"{lesson} has {len(found)} sections that begin with {section!r}. Its sections: "
            f"{'; '.join(headings)}"
        )
    return [
        ("".join(cell["source"]), "raises-exception" in cell["metadata"].get("tags", []))
        for cell in cells[: headings[found[0]]]
        if cell["cell_type"] == "code"
    ]


def _notebook(lesson: str) -> Path:
    """The file of a lesson, from wherever in the course the notebook is."""
    for folder in (Path(), Path("notebooks"), Path("../notebooks")):
        # the shortest name first: a copy that somebody made has a longer one
        for path in sorted(folder.glob("*.ipynb"), key=lambda path: len(path.name)):
            if lesson in (path.stem, path.stem.partition("-")[0]):
                return path
    raise FileNotFoundError(
        f"there is no lesson {lesson!r} here: give the name of the notebook or its number, for "
        "example '03-chain-rule' or '03'"
    )


def _plain(heading: str) -> str:
    """A heading without markdown's signs, in small letters."""
    return " ".join(re.sub(r"[`*_$\\]", "", heading).split()).casefold()
