#!/bin/sh
# nbval 0.11.0: a notebook that was executed this minute fails, and one that lies about it passes.
#
# A cell may replace what it has shown: display(..., display_id=True) returns a handle with update()
# and clear_output() takes everything away. Counters and progress bars do this. Jupyter and
# nbclient keep what stands there in the end. nbval runs the cell again, ignores both messages and
# compares with what stood there first. So the kept output is a difference, and the outdated one,
# which no run leaves behind, is none:
#     handle.update("step 2 of 2")   kept: step 2 of 2   nbval: failed
#                                    kept: step 1 of 2   nbval: passed
#     clear_output()                 kept: step 2 of 2   nbval: failed
#                                    kept: both steps    nbval: passed
# In the course: no cell that nbval compares replaces its output.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    nbval==0.11.0 nbclient==0.11.0 nbformat==5.11.1 ipykernel==7.4.0 ipython==9.18.1 pytest==9.0.3
venv/bin/python - 2>/dev/null <<'PYTHON'
import copy
import subprocess
import sys
from importlib.metadata import version

import nbformat
from nbclient import NotebookClient

CELLS = {
    "update": 'handle = display("step 1 of 2", display_id=True)\nhandle.update("step 2 of 2")',
    "clear": (
        "from IPython.display import clear_output\n\n"
        'print("step 1 of 2")\nclear_output()\nprint("step 2 of 2")'
    ),
    "neither": 'print("step 1 of 2")\nprint("step 2 of 2")',
}


def passes(notebook, name):
    nbformat.write(notebook, name)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", name]
    code = subprocess.run(command, capture_output=True).returncode
    assert code in (0, 1), f"pytest did not run: {code}"  # 1: a cell differs
    return code == 0


def kept(notebook):
    (output,) = notebook.cells[0].outputs
    return output.text if "text" in output else output.data["text/plain"]


print(*(f"{package} {version(package)}" for package in ("nbval", "nbclient", "ipykernel")))
for name, source in CELLS.items():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id=name)])
    NotebookClient(notebook, kernel_name="python3").execute()
    outdated = copy.deepcopy(notebook)
    (output,) = outdated.cells[0].outputs
    if name == "update":
        output.data["text/plain"] = "'step 1 of 2'"
    else:
        output.text = "step 1 of 2\n" + ("step 2 of 2\n" if name == "clear" else "")
    print(f"--- a cell\n{source}")
    for written in (notebook, outdated):
        verdict = passes(written, f"{name}.ipynb")
        print(f"kept: {kept(written)!r}   nbval: {'passed' if verdict else 'failed'}")
        expected = (written is notebook) == (name == "neither")
        assert verdict == expected, f"{name}: nbval compares with something else now"
print("As described.")
PYTHON
