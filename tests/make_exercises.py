"""Make ``exercises/`` from ``solutions/``: the same notebooks without the marked answers.

The solutions carry nbgrader's markers and metadata, so that an instructor can also use them as
an nbgrader source. What its ClearSolutions and ClearOutput do is these few lines. The cells with
a check are its tests, with one point each; they are marked here. Before its last cell, on what
comes next, an exercise gets the cells with which it is handed in.

Usage: python tests/make_exercises.py
"""

import json
import re
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
CHECK = re.compile(r'check\("([\w.-]+)"\)')
REGION = re.compile(r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$", re.MULTILINE | re.DOTALL)
STUB = "...  # your code here"
# After ``name = ...`` and after code to be mended, a stub at the margin would say nothing.
IDLE_STUB = re.compile(rf"^(\w+ = \.\.\..*| +\S.*)\n+{re.escape(STUB)}$", re.MULTILINE)
HAND_IN = """## Hand in

Only if somebody collects your exercises: save this page (Ctrl + S), write your name between the \
quotation marks and run the cell. It makes one ZIP file with your exercises."""


def mark_tests(solution: Path) -> None:
    """Make each cell that is a check and nothing else a test of nbgrader's, worth a point."""
    notebook = json.loads(solution.read_text("utf-8"))
    for cell in notebook["cells"]:
        match = CHECK.fullmatch("".join(cell["source"])) if cell["cell_type"] == "code" else None
        if match:
            cell["metadata"]["nbgrader"] = {
                "grade": True,
                "grade_id": f"check-{match[1].replace('.', '-')}",
                "locked": True,
                "points": 1,
                "schema_version": 3,
                "solution": False,
                "task": False,
            }
    solution.write_bytes((nbformat.writes(nbformat.from_dict(notebook), indent=1) + "\n").encode())


def exercise(solution: Path) -> bytes:
    """The exercise notebook that belongs to a solution notebook, byte-identical on every run.

    Raises:
        ValueError: a marker has no partner, or the cell's nbgrader metadata is missing or double.
    """
    notebook = nbformat.read(solution, as_version=4)
    grade_ids = set()
    for cell in notebook.cells:
        metadata = cell.metadata.pop("nbgrader", {})
        is_solution, place = metadata.get("solution", False), f"{solution.name}, cell {cell.id}"
        if metadata and metadata["grade_id"] in grade_ids:
            raise ValueError(f"{place}: its grade_id stands in another cell too")
        grade_ids.add(metadata.get("grade_id"))
        cell.source, count = REGION.subn(rf"\1{STUB}", cell.source)
        cell.source = IDLE_STUB.sub(r"\1", cell.source)
        if "SOLUTION" in cell.source:
            raise ValueError(f"{place}: a marker has no partner")
        if is_solution and not count:
            raise ValueError(f"{place}: nbgrader metadata, but no ### BEGIN SOLUTION")
        if count and not is_solution:
            raise ValueError(
                f"{place}: ### BEGIN SOLUTION, but no nbgrader metadata: copy a neighbour's answer "
                "cell, and give it a grade_id of its own"
            )
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    text = nbformat.v4.new_markdown_cell(HAND_IN, id="hand-in-text")
    code = nbformat.v4.new_code_cell('from mgrad import hand_in\n\nhand_in("")', id="hand-in")
    notebook.cells[-1:-1] = [text, code]
    return (nbformat.writes(notebook, indent=1) + "\n").encode()


if __name__ == "__main__":
    (ROOT / "exercises").mkdir(exist_ok=True)
    solutions = sorted((ROOT / "solutions").glob("*.ipynb"))
    for path in solutions:
        mark_tests(path)
    made = {path.name: exercise(path) for path in solutions}
    for name, notebook in made.items():
        (ROOT / "exercises" / name).write_bytes(notebook)
        print(f"exercises/{name}")
