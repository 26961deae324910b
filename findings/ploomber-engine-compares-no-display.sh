#!/bin/sh
# ploomber-engine 0.0.33: the test of a notebook's outputs passes whatever display has shown.
#
# test_notebook runs a notebook again and compares each output with the one that is stored: what is
# printed and what a cell ends with. What display shows, a number, a table or a text, is taken from
# both for nothing, and nothing equals nothing. So a stored loss of 0.9 passes where the run shows
# 0.1. The documentation promises outputs that "still match" and names plots alone as left out:
#     print(loss)      stored 0.9: failed    stored 0.1: passed
#     loss             stored 0.9: failed    stored 0.1: passed
#     display(loss)    stored 0.9: passed    stored 0.1: passed
# In the course: nbval and a second run compare outputs, those of display too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    ploomber-engine==0.0.33 nbformat==5.11.1 ipython==9.18.1
_PLOOMBER_ENGINE_PROGRESS_BAR=false venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output
from ploomber_engine.testing import NotebookTestException, test_notebook


def passes(source, output):
    cell = new_code_cell(f"loss = 0.1\n{source}", outputs=[output], execution_count=1)
    nbformat.write(new_notebook(cells=[cell]), "lesson.ipynb")
    try:
        test_notebook("lesson.ipynb")
    except NotebookTestException:
        return False
    return True


def outputs(number):
    data = {"text/plain": number}
    return {
        "print(loss)": new_output("stream", name="stdout", text=f"{number}\n"),
        "loss": new_output("execute_result", data=data, execution_count=1),
        "display(loss)": new_output("display_data", data=data),
    }


warnings.simplefilter("error")  # none is given
print("ploomber-engine", version("ploomber-engine"))
for source, outdated in outputs("0.9").items():
    seen = passes(source, outdated), passes(source, outputs("0.1")[source])
    old, new = ("passed" if verdict else "failed" for verdict in seen)
    print(f"{source:14}  stored 0.9: {old}   stored 0.1: {new}")
    assert seen == (source == "display(loss)", True), f"{source}: compared in another way now"
print("As described.")
PYTHON
