#!/bin/sh
# nbdime 4.0.4: a merge without conflicts runs a cell twice.
#
# Two people move the same cell up, one of them further than the other. nbmerge sees on each side a
# cell taken away at the end, which both agree on, and a cell put in, at two places. It keeps both.
# nbformat, which writes the file, warns that it has given the second one another id; nbmerge
# reports no conflict and ends with exit code 0. Expected: a conflict.
#     local.ipynb   start twice rate years show         prints 200
#     remote.ipynb  start rate years twice show         prints 200
#     merged.ipynb  start twice rate years twice show   prints 400
# In the course: CONTRIBUTING.md recommends nbdime; a test executes each notebook, and its outputs
# would differ.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    nbdime==4.0.4 nbformat==5.11.1 nbclient==0.11.0 ipykernel==7.4.0
venv/bin/python - 2>/dev/null <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
from nbclient import NotebookClient

SOURCES = {
    "start": "total = 100",
    "rate": "rate = 0.05",
    "years": "years = 3",
    "show": "print(total)",
    "twice": "total = total * 2",
}


def write(name, order):
    cells = [nbformat.v4.new_code_cell(SOURCES[key], id=key) for key in order.split()]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), name)


def printed(name):
    notebook = nbformat.read(name, as_version=4)
    keys = [next(k for k, s in SOURCES.items() if s == cell.source) for cell in notebook.cells]
    NotebookClient(notebook, kernel_name="python3").execute()
    text = "".join(output.text for cell in notebook.cells for output in cell.outputs)
    print(f"{name:13} {' '.join(keys):35} prints {text.strip()}")
    return keys, int(text)


print(*(f"{package} {version(package)}" for package in ("nbdime", "nbformat")))
write("base.ipynb", "start rate years show twice")
write("local.ipynb", "start twice rate years show")
write("remote.ipynb", "start rate years twice show")
files = ["base.ipynb", "local.ipynb", "remote.ipynb"]
nbmerge = str(Path(sys.executable).parent / "nbmerge")
command = [nbmerge, *files, "--out", "merged.ipynb"]
done = subprocess.run(command, text=True, capture_output=True)
assert [printed(name)[1] for name in files] == [100, 200, 200]
keys, total = printed("merged.ipynb")
about = [line.partition("DuplicateCellId: ")[2] for line in done.stderr.splitlines()]
print(f"nbmerge: exit code {done.returncode}", *filter(None, about))
assert done.returncode == 0 and "conflict" not in done.stderr.lower(), "a conflict is reported"
assert "Non-unique cell id 'twice'" in done.stderr, "the two cells do not have one id"
assert (len(keys), total) == (6, 400), "the cell is there once"
print("As described.")
PYTHON
