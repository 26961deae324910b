#!/bin/sh
# testbook 0.4.2: what a test sets on a notebook's object stays in the test, where it reads it back.
#
# ref("layer") gives a reference, and all that is done with it happens in the kernel, says the
# documentation. That holds for reading, for calls and for layer[0] = x. An attribute that is set is
# kept by the reference alone: the test reads what it wrote, and the object and all that the
# notebook computes with it are as before. So a test that changes a setting tests the old one. The
# reference has a name of its own too: layer.name is the variable's, not the layer's.
#     layer.rate = 0.5    the test reads 0.5, the notebook 0.01; layer.step() is 0.01
#     layer[0] = 0.5      the test reads 0.5, the notebook 0.5
#     layer.name          the test reads 'layer', the notebook 'hidden'
# In the course: tests run whole notebooks, and a check is called in the student's own process;
# nothing refers to an object of another one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    testbook==0.4.2 nbclient==0.11.0 nbformat==5.11.1 ipykernel==7.4.0 ipython==9.18.1
venv/bin/python - 2>/dev/null <<'PYTHON'
from importlib.metadata import version

import nbformat
from testbook.client import TestbookNotebookClient

CELL = """class Layer:
    def __init__(self, name, rate):
        self.name, self.rate, self.weights = name, rate, [1.0, 2.0]

    def __getitem__(self, place):
        return self.weights[place]

    def __setitem__(self, place, weight):
        self.weights[place] = weight

    def step(self):
        return self.rate


layer = Layer("hidden", 0.01)
"""
print("testbook", version("testbook"))
print(CELL)
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
notebook = nbformat.v4.new_notebook(
    cells=[nbformat.v4.new_code_cell(CELL)], metadata={"kernelspec": kernel}
)
client = TestbookNotebookClient(notebook)
with client.setup_kernel():
    client.execute()
    layer = client.ref("layer")
    assert layer.step() == 0.01 and (layer.rate == 0.01) is True
    layer.rate = layer[0] = 0.5
    seen = {
        "layer.rate = 0.5": (layer.rate, client.value("layer.rate")),
        "layer[0] = 0.5": (layer[0], client.value("layer[0]")),
        "layer.name": (layer.name, client.value("layer.name")),
    }
    step = layer.step()
for code, (test, kernel) in seen.items():
    print(f"{code:18}  the test reads {test!r}, the notebook {kernel!r}")
print("layer.step() is", step)
assert seen["layer.rate = 0.5"] == (0.5, 0.01) and step == 0.01, "the attribute arrives now"
assert seen["layer[0] = 0.5"] == (0.5, 0.5), "an element does not arrive"
assert seen["layer.name"] == ("layer", "hidden"), "the name is the layer's now"
print("As described.")
PYTHON
