#!/bin/sh
# ipywidgets 8.1.9: a notebook whose interact fails passes with nbconvert, nbmake and papermill.
#
# interact(f, x=1) makes a slider and calls f at once, so that a lesson which is run shows a result.
# An error in f is caught and its traceback shown in the widget, as for one who moves the slider.
# The cell then ends well, and the traceback is not among its outputs but in the widget's state. So
# what runs a notebook to test it passes, nbmake and papermill too, which look into the outputs.
# Called without interact, f fails everywhere, and so does a function that observe calls:
#     f(1)                          nbconvert failed, nbmake failed, papermill failed
#     slider.observe(f), value = 1  nbconvert failed, nbmake failed, papermill failed
#     interact(f, x=1)              nbconvert passed, nbmake passed, papermill passed
#     interactive_output(f, ...)    nbconvert passed, nbmake passed, papermill passed
# That a block within an Output widget goes on after an error is known:
# https://github.com/jupyter-widgets/ipywidgets/issues/3208
# In the course: controls call what redraws a picture with observe, and tests call it by itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ipywidgets==8.1.9 ipython==9.18.1 \
    ipykernel==7.4.0 nbclient==0.11.0 nbformat==5.11.1 nbconvert==7.17.2 nbmake==1.5.5 \
    papermill==2.7.0 pytest==9.0.3
venv/bin/python - 2>/dev/null <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat

CHECK = """from ipywidgets import IntSlider, interact, interactive_output

def f(x):
    assert x == 2

"""
CELLS = {
    "f(1)": "f(1)",
    "observe": 'slider = IntSlider()\nslider.observe(f, "value")\nslider.value = 1',
    "interact": "interact(f, x=1)",
    "interactive_output": 'interactive_output(f, {"x": IntSlider(1)})',
}
TOOLS = {
    "nbconvert": "jupyter-nbconvert --execute --to notebook --output done check.ipynb",
    "nbmake": "pytest -q -p no:cacheprovider --nbmake check.ipynb",
    "papermill": "papermill --no-progress-bar check.ipynb done.ipynb",
}


def passes(command):
    name, *arguments = command.split()
    done = subprocess.run([Path(sys.executable).parent / name, *arguments], capture_output=True)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0 or "AssertionError" in said, f"{name} fails for another reason"
    return done.returncode == 0


print(*(f"{package} {version(package)}" for package in ("ipywidgets", "nbclient", *TOOLS)))
print(CHECK)
for name, code in CELLS.items():
    cells = [nbformat.v4.new_code_cell(CHECK + code)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, "check.ipynb")
    seen = {tool: passes(command) for tool, command in TOOLS.items()}
    verdicts = (f"{tool} {'passed' if verdict else 'failed'}" for tool, verdict in seen.items())
    print(f"{name:18}  {', '.join(verdicts)}")
    assert set(seen.values()) == {name.startswith("interact")}, f"{name}: others pass now"
print("As described.")
PYTHON
