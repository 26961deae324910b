#!/bin/sh
# nbclient 0.11.0 with IPython 9.18.1: a check that fails beneath %%capture passes.
#
# A cell asserts something. When it fails, the kernel answers "error", and what runs a notebook
# stops there. With %%capture above it, which keeps what a cell prints out of the notebook, the
# traceback is shown, but the kernel answers "ok". nbclient goes by the answer: nbconvert --execute
# ends with exit code 0, a test with testbook passes, and the cells behind are run. nbmake, nbval
# and papermill find the error. So it is with %run of a file that fails, and not with %%time:
#     plain      nbconvert failed, testbook failed, nbmake failed, nbval failed, papermill failed
#     %%time     nbconvert failed, testbook failed, nbmake failed, nbval failed, papermill failed
#     %%capture  nbconvert passed, testbook passed, nbmake failed, nbval failed, papermill failed
#     %run       nbconvert passed, testbook passed, nbmake failed, nbval failed, papermill failed
# For %run it was noticed in https://github.com/jupyter/nbclient/issues/48
# In the course: no cell has %%capture or %run; a check is a function that a cell calls.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ipython==9.18.1 ipykernel==7.4.0 \
    nbclient==0.11.0 nbformat==5.11.1 nbconvert==7.17.2 testbook==0.4.2 nbmake==1.5.5 \
    nbval==0.11.0 papermill==2.7.0 pytest==9.0.3
venv/bin/python - 2>/dev/null <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

CHECK = "loss = 0.7\nassert loss < 0.1"
CELLS = {
    "plain": CHECK,
    "%%time": f"%%time\n{CHECK}",
    "%%capture": f"%%capture printed\n{CHECK}",
    "%run": "%run check.py",
}
PYTEST = "pytest -q -p no:cacheprovider"
TOOLS = {
    "nbconvert": "jupyter-nbconvert --execute --to notebook --output done check.ipynb",
    "testbook": f"{PYTEST} test_check.py",
    "nbmake": f"{PYTEST} --nbmake check.ipynb",
    "nbval": f"{PYTEST} --nbval-lax check.ipynb",
    "papermill": "papermill --no-progress-bar check.ipynb done.ipynb",
}
TEST = """from testbook import testbook

@testbook("check.ipynb", execute=True)
def test_check(notebook):
    assert notebook.ref("end") == 1
"""


def passes(command):
    name, *arguments = command.split()
    done = subprocess.run([Path(sys.executable).parent / name, *arguments], capture_output=True)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0 or "AssertionError" in said, f"{name} fails for another reason"
    return done.returncode == 0


packages = ("nbclient", "ipython", "ipykernel", *TOOLS)
print(*(f"{package} {version(package)}" for package in packages))
Path("check.py").write_text(CHECK)
Path("test_check.py").write_text(TEST)
print(CHECK)
manager, client = start_new_kernel()
for name, source in CELLS.items():
    cells = [nbformat.v4.new_code_cell(code) for code in (source, "end = 1")]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, "check.ipynb")
    seen = [tool for tool, command in TOOLS.items() if passes(command)]
    verdicts = (f"{tool} {'passed' if tool in seen else 'failed'}" for tool in TOOLS)
    print(f"{name:9}  {', '.join(verdicts)}")
    answer = client.execute_interactive(source, output_hook=lambda message: None)["content"]
    print(f"{'':9}  the kernel answers {answer['status']!r}")
    hidden = name in ("%%capture", "%run")
    assert answer["status"] == ("ok" if hidden else "error"), f"{name}: the answer is another"
    believed = ["nbconvert", "testbook"] if hidden else []
    assert seen == believed, f"{name}: others pass now"
client.stop_channels()
manager.shutdown_kernel(now=True)
print("As described.")
PYTHON
