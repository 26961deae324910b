#!/bin/sh
# jupytext 1.19.6: a line of valid Python becomes a comment; the script computes another number.
#
# In a .py file jupytext turns magic commands into comments, and it finds them line by line. A line
# that begins with mv and a blank, as if it were the command of a shell, counts as one, also when
# it is `mv *= 1000`; so does a line that begins with % and a letter within brackets, where it is
# the remainder of a division. Jupyter runs both as Python. Read by jupytext again, the lines come
# back; run by Python, they are missing, without an error:
#     Jupyter, Python: 2500.0, 2.5
#     Jupyter, Python: 1, 10
# Also a script that has never been a notebook loses them when jupytext reads and writes it.
# `cat = x` was mended in https://github.com/jupytext/jupytext/issues/339
# In the course: lessons are kept as notebooks alone; no script is made from them this way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    jupytext==1.19.6 nbformat==5.11.1 nbclient==0.11.0 ipykernel==7.4.0 ipython==9.18.1
venv/bin/python - 2>/dev/null <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version

import jupytext
import nbformat
from nbclient import NotebookClient

CELLS = {
    "mv = 2.5\nmv *= 1000\nprint(mv)": ("2500.0", "2.5", "# mv *= 1000"),
    "n = 3\nrest = (\n10\n%n\n)\nprint(rest)": ("1", "10", "# %n"),
}


def in_jupyter(notebook):
    NotebookClient(notebook, kernel_name="python3").execute()
    return notebook.cells[0].outputs[0].text.strip()


def in_python(script):
    return subprocess.check_output([sys.executable, "-c", script], text=True).strip()


print("jupytext", version("jupytext"), "Python", sys.version.split()[0])
for cell, (right, wrong, comment) in CELLS.items():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    script = jupytext.writes(notebook, fmt="py:percent").partition("# %%\n")[2]
    again = jupytext.writes(jupytext.reads(cell, fmt="py:percent"), fmt="py:percent")
    seen = in_jupyter(notebook), in_python(script)
    print(f"--- a cell\n{cell}\n--- as a script\n{script}--- Jupyter, Python: {', '.join(seen)}")
    assert in_python(cell) == seen[0] == right, "Jupyter does not take it as Python"
    assert comment in script.splitlines() and seen[1] == wrong, "the script computes the same"
    assert comment in again.splitlines(), "a script is written as it was read"
print("As described.")
PYTHON
