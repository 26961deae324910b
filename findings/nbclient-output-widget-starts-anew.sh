#!/bin/sh
# nbclient 0.11.0 with ipywidgets 8.1.9: what was appended to an Output widget is lost by a print.
#
# An Output widget is filled with append_stdout and append_display_data, or with the outputs of a
# block `with out:`. JupyterLab shows both, one below the other. nbclient, which executes notebooks
# without a browser, keeps a list of its own for the block, does not look at what was appended
# meanwhile, and writes its list over it. No error; the page made of the notebook lacks the lines:
#     append_stdout("first"), append_stdout("second")    kept: first second
#     with out: print("first"), print("second")          kept: first second
#     append_stdout("first"), with out: print("second")  kept: second
# Each call is a cell. A picture that was appended is lost in the same way.
# In the course: figures are shown in Image and HTML widgets; none is an Output.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    nbclient==0.11.0 nbformat==5.11.1 ipywidgets==8.1.9 ipykernel==7.4.0 ipython==9.18.1
venv/bin/python - 2>/dev/null <<'PYTHON'
from importlib.metadata import version

import nbformat
from nbclient import NotebookClient

START = "from IPython.display import HTML\nfrom ipywidgets import Output\n\nout = Output()\nout"
PRINT = "with out:\n    print('second')"
STATE = "application/vnd.jupyter.widget-state+json"
APPEND = "out.append_stdout('first\\n')"
CASES = {
    "appended, appended": ([APPEND, APPEND.replace("first", "second")], True),
    "printed, printed": (["with out:\n    print('first')", PRINT], True),
    "appended, printed": ([APPEND, PRINT], False),
    "a picture, printed": (["out.append_display_data(HTML('<i>first</i>'))", PRINT], False),
}


def kept(cells):
    """What the executed notebook has in its Output widget: the text and the HTML."""
    cells = [nbformat.v4.new_code_cell(source) for source in [START, *cells]]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3").execute()
    models = notebook.metadata.widgets[STATE]["state"].values()
    (widget,) = (model["state"] for model in models if model["model_name"] == "OutputModel")
    outputs = widget["outputs"]
    return "".join(o["text"] if "text" in o else o["data"]["text/html"] for o in outputs).split()


print(*(f"{package} {version(package)}" for package in ("nbclient", "ipywidgets", "ipykernel")))
for name, (cells, both) in CASES.items():
    seen = kept(cells)
    print(f"{name:20} kept: {' '.join(seen)}")
    assert seen == (["first", "second"] if both else ["second"]), f"{name}: something else is kept"
print("As described.")
PYTHON
