#!/bin/sh
# IPython 9.18.1, ipykernel 7.4.0: a class from a cell has no source, its methods do.
#
# inspect.getsource finds a function by the file name in its code object, and IPython keeps every
# cell under such a name. A class has no code object: inspect looks for the file of its module,
# and __main__ of a notebook has none. So the same cell is there for a method and not for the class
# around it, and the error says "source code not available". Also after Python 3.13, which stores
# the line in which a class begins.
# Known to IPython: https://github.com/ipython/ipython/issues/11249
# In the course: mgrad/check/mine.py asks a method where its cell is and finds the class in there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ipython==9.18.1 ipykernel==7.4.0 nbclient==0.11.0 nbformat==5.10.4
venv/bin/python - <<'PYTHON' 2>/dev/null
import sys
from importlib.metadata import version

import nbformat
from nbclient import NotebookClient

CELLS = [
    "class Counter:\n    def add(self):\n        return 1\n",
    """
import inspect

for name, thing in (("the method", Counter.add), ("the class", Counter)):
    try:
        print(name, "->", repr(inspect.getsource(thing)))
    except OSError as error:
        print(name, "-> OSError:", error)
""",
]
notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, CELLS)))
NotebookClient(notebook, kernel_name="python3").execute()
seen = "".join(output.text for output in notebook.cells[1].outputs)
print("Python", sys.version.split()[0], *(f"{p} {version(p)}" for p in ("ipython", "ipykernel")))
print("--- a cell\n" + CELLS[0])
print("--- inspect.getsource in the next cell\n" + seen)
changed = seen != (
    "the method -> '    def add(self):\\n        return 1\\n'\n"
    "the class -> OSError: source code not available\n"
)
print("Changed." if changed else "As described.")
sys.exit(changed)
PYTHON
