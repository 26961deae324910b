"""For live demos: begin in the middle of a lesson after a restart."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path


def catch_up(lesson: str, section: str) -> None:
    """Run all code cells of a lesson before a section, without showing what they show.

    Args:
        lesson: the name of the notebook, for example ``"03-chain-rule"``.
        section: the heading to go on from, or its beginning.

    Raises:
        FileNotFoundError: there is no such lesson here.
        ValueError: the lesson has no such section, or no single one.
        RuntimeError: outside a notebook, or a cell failed.
    """
    from IPython import get_ipython
    from IPython.utils.capture import capture_output

    shell = get_ipython()
    if shell is None:
        raise RuntimeError("catch_up runs in a notebook: call it in a cell")
    code, start = code_before(lesson, section), time.monotonic()
    for source, may_fail in code:
        with capture_output():
            result = shell.run_cell(source, store_history=False)
        if not (result.success or may_fail):
            error = result.error_in_exec or result.error_before_exec
            raise RuntimeError(
                f"catch_up stopped at the cell that begins with {source.splitlines()[0]!r}: "
                f"{error!r}"
            )
    print(f"{len(code)} cells run in {time.monotonic() - start:.0f} s. Go on at: {section}")


def code_before(lesson: str, section: str) -> list[tuple[str, bool]]:
    """The code cells before a section, each with whether it is meant to fail."""
    places = [
        folder / f"{lesson}.ipynb" for folder in (Path(), Path("notebooks"), Path("../notebooks"))
    ]
    path = next((place for place in places if place.exists()), None)
    if path is None:
        raise FileNotFoundError(
            f"there is no lesson {lesson!r} here: give the name of the notebook, for example "
            "'03-chain-rule'"
        )
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    headings = {}  # heading -> position of its cell
    for position, cell in enumerate(cells):
        if cell["cell_type"] == "markdown":
            headings.update(
                dict.fromkeys(
                    re.findall(r"^##+ (.+)$", "".join(cell["source"]), re.MULTILINE), position
                )
            )
    found = [heading for heading in headings if heading == section] or [
        heading for heading in headings if heading.startswith(section)
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
