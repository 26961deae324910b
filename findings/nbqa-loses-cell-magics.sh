#!/bin/sh
# nbqa 1.9.1 with isort 9.0.2: sorting the imports takes a cell's magic command away.
#
# nbqa runs a tool for Python files on a notebook. To isort it gives all cells as one file, with a
# comment in place of a cell magic such as %%capture, and puts the cells back. With --float-to-top,
# which gathers all imports in the first cell, the comment goes along with the import below it and
# stays a comment there. The cell that the command stood in has none any more: what %%capture hid
# is shown, what %%time measured is not. nbqa ends as after any other change, without an error:
#     before            a first cell, then %%capture, an import and print: nothing is shown
#     isort             the same with imports in order: nothing is shown
#     --float-to-top    # CELL MAGIC 0x... in the first cell, print in the second: it is shown
# Its known limitations name magics that stand elsewhere than in the first line of a cell.
# In the course: no tool writes into a lesson but the run that keeps its outputs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbqa==1.9.1 isort==9.0.2 \
    ipython==9.18.1 nbformat==5.11.1 nbclient==0.11.0 ipykernel==7.4.0
PATH="$folder/venv/bin:$PATH" venv/bin/python - 2>/dev/null <<'PYTHON'
import re
import subprocess
from importlib.metadata import version

import nbformat
from nbclient import NotebookClient

CELLS = [
    "import sys\nimport math\n\nx = math.pi",
    "%%capture hidden\nimport json\n\nprint(json.dumps(x))",
    "print(len(sys.path) > 0)",
]


def nbqa(*tool):
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), "lesson.ipynb")
    if tool:
        done = subprocess.run(["nbqa", *tool, "lesson.ipynb"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    notebook = nbformat.read("lesson.ipynb", nbformat.NO_CONVERT)
    sources = [cell.source for cell in notebook.cells]
    NotebookClient(notebook, kernel_name="python3").execute()
    shown = [output.text.strip() for cell in notebook.cells for output in cell.outputs]
    print("---", *tool or ["before"], "| shown:", *shown)
    print("\n[next cell]\n".join(sources))
    return sources, shown


print(*(f"{package} {version(package)}" for package in ("nbqa", "isort", "ipython")))
(_, before), (sorted_cells, after), (gathered, other) = (
    nbqa(),
    nbqa("isort"),
    nbqa("isort", "--float-to-top"),
)
assert before == after == ["True"] and sorted_cells[1:] == CELLS[1:]
assert "%%capture" not in "".join(gathered), "the command is still there"
assert re.search("^# CELL MAGIC 0x[0-9A-F]+\nimport json$", gathered[0], re.MULTILINE)
assert other == ["3.141592653589793", "True"], "what was hidden is hidden still"
print("As described.")
PYTHON
