#!/bin/sh
# nbstripout 0.9.1 with nbdime 4.0.4: of two deleted cells one comes back, without a conflict.
#
# Git filters a notebook through nbstripout when it is committed. It takes the outputs away and, if
# not told --keep-id, gives each cell its place as its id. nbdime takes cells with one id for one
# cell, before it looks at what is in them. Two people delete one cell each. With the ids that the
# cells had, nbmerge deletes both. With the places as ids each has lost the last cell and rewritten
# those before it; where the two agree, one deletion is taken for both, and the other is undone:
#     as written        total again print      prints 110
#     after nbstripout  total twice again print      prints 220
# nbmerge reports no conflict and ends with exit code 0 both times.
# In the course: notebooks are committed with outputs and with the ids they have; a test executes
# each of them, and its outputs would differ.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbstripout==0.9.1 nbdime==4.0.4 \
    nbformat==5.11.1 nbclient==0.11.0 ipykernel==7.4.0 ipython==9.18.1
venv/bin/python - 2>/dev/null <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbclient import NotebookClient

SOURCES = {
    "total": "total = 100",
    "five": "total = total + 5",
    "twice": "total = total * 2",
    "again": "total = total * 1.1",
    "print": "print(round(total))",
}
SIDES = {
    "base": "total five twice again print",
    "local": "total twice again print",
    "remote": "total five again print",
}


def program(name, *arguments):
    command = [str(Path(sys.executable).parent / name), *arguments]
    return subprocess.run(command, text=True, capture_output=True, check=True)


def merged():
    done = program("nbmerge", *(f"{side}.ipynb" for side in SIDES), "--out", "merged.ipynb")
    assert "conflict" not in done.stderr.lower(), "a conflict is reported"
    notebook = nbformat.read("merged.ipynb", as_version=4)
    keys = [next(k for k, s in SOURCES.items() if s == cell.source) for cell in notebook.cells]
    NotebookClient(notebook, kernel_name="python3").execute()
    return " ".join(keys), int("".join(o.text for cell in notebook.cells for o in cell.outputs))


print(*(f"{package} {version(package)}" for package in ("nbstripout", "nbdime", "nbformat")))
for side, order in SIDES.items():
    cells = [nbformat.v4.new_code_cell(SOURCES[key], id=key) for key in order.split()]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), f"{side}.ipynb")
    print(f"{side:16}  {order}")
seen = []
for stage in ("as written", "after nbstripout"):
    if stage == "after nbstripout":
        program("nbstripout", *(f"{side}.ipynb" for side in SIDES))
    seen.append(merged())
    print(f"{stage:16}  {seen[-1][0]:28}  prints {seen[-1][1]}")
assert seen[0] == ("total again print", 110), "nbdime merges other ids in another way now"
assert seen[1] == ("total twice again print", 220), "both deletions are kept, or a conflict"
print("As described.")
PYTHON
