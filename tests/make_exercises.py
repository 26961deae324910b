"""Make ``exercises/`` from ``solutions/``: the same notebooks without what stands between the
markers.

The solutions carry nbgrader's markers and metadata, so that an instructor can also use them as
an nbgrader source. What its ClearSolutions and ClearOutput do is these few lines.

Usage: python tests/make_exercises.py
"""

import re
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
REGION = re.compile(r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$", re.MULTILINE | re.DOTALL)
STUB = "...  # your code here"
# After ``name = ...`` and after code to be mended, a stub at the margin would say nothing.
IDLE_STUB = re.compile(rf"^(\w+ = \.\.\..*| +\S.*)\n+{re.escape(STUB)}$", re.MULTILINE)


def exercise(solution: Path) -> bytes:
    """The exercise notebook that belongs to a solution notebook, byte-identical on every run.

    Raises:
        ValueError: a marker has no partner, or the cell lacks nbgrader's metadata.
    """
    notebook = nbformat.read(solution, as_version=4)
    for cell in notebook.cells:
        is_solution = cell.metadata.pop("nbgrader", {}).get("solution", False)
        cell.source, count = REGION.subn(rf"\1{STUB}", cell.source)
        cell.source = IDLE_STUB.sub(r"\1", cell.source)
        if "SOLUTION" in cell.source or is_solution != (count > 0):
            raise ValueError(
                f"{solution.name}, cell {cell.id}: unpaired markers, or markers without "
                "nbgrader's metadata"
            )
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return (nbformat.writes(notebook, indent=1) + "\n").encode()


if __name__ == "__main__":
    (ROOT / "exercises").mkdir(exist_ok=True)
    for solution in sorted((ROOT / "solutions").glob("*.ipynb")):
        target = ROOT / "exercises" / solution.name
        target.write_bytes(exercise(solution))
        print(target.relative_to(ROOT))
