"""The kernels in which the tests run the notebooks."""

import json
import os
import sys

import nbformat
import pytest
from jupyter_client import launcher
from jupyter_client.provisioning import local_provisioner
from nbclient import NotebookClient

LOOK_AROUND = """
import json, os, signal, sys
import matplotlib, tqdm.auto
from IPython import get_ipython
print(json.dumps({
    "process": os.getpid(),
    "leads its session": os.getsid(0) == os.getpid(),
    "folder": os.getcwd(),
    "path": sys.path,
    "names": sorted(name for name in globals() if not name.startswith("_i")),
    "course": [name for name in sys.modules if name.startswith("mgrad")],
    "numbers in the order of text": list({"a", "b", "c", "d"}),
    "environment": sorted(os.environ),
    "figures": matplotlib.get_backend(),
    "progress bar": tqdm.auto.tqdm.__module__,
    "ended children": str(signal.getsignal(signal.SIGCHLD)),
}))
"""


def run(folder, *sources):
    """The text that the last of these cells prints, in a kernel of their own."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    where = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, kernel_name="python3", resources=where).execute()
    return notebook.cells[-1].outputs[0].text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all kernels are usual ones")
def test_a_forked_kernel_is_like_any_other_and_gone_afterwards(tmp_path, monkeypatch):
    run(tmp_path, "secret = 1\nimport mgrad.engine\nprint(secret)")
    forked = json.loads(run(tmp_path, LOOK_AROUND))
    monkeypatch.setattr(local_provisioner, "launch_kernel", launcher.launch_kernel)
    usual = json.loads(run(tmp_path, LOOK_AROUND))
    process = forked.pop("process")
    assert usual.pop("process") != process
    assert forked == usual
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
