"""Mend two defects of nbval 0.11.0 and set what notebooks need, for every way in which pytest may
be called.
"""

import gc
import os
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from queue import Empty

TESTS = Path(__file__).parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "lighter")]  # xdist hands it on to its workers

gc.disable()  # until everything is collected: a third of the time that it takes

import nbval.kernel
import pytest
import warm_kernels
from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell, metadata_tags

os.environ["PYTHONHASHSEED"] = "0"  # inherited by the kernels: sets print in one order
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(TESTS / "lighter"), *filter(None, [os.environ.get("PYTHONPATH")])]
)
# not the progress of whoever tests
os.environ["MGRAD_PROGRESS"] = os.path.join(tempfile.mkdtemp(), "progress.txt")


def execute_cell_input(self, cell_input, allow_stdin=None):
    """Without a history a ``;`` at the end of a cell does not suppress its output."""
    return self.kc.execute(
        cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False
    )


def await_reply(self, msg_id, timeout=None):
    """Notice a dead kernel within a second, not only after the whole cell timeout."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        try:
            message = self.get_message("shell", timeout=1)
        except Empty:
            if not self.is_alive():
                raise RuntimeError("the kernel died while it ran this cell") from None
            continue
        if message["parent_header"].get("msg_id") == msg_id:
            return
    raise Empty


def compare_outputs(self, test, ref, skip_compare=None, compare=IPyNbCell.compare_outputs):
    """The words on the cover of an answer come from instructor/slides.py, not from the cell."""
    covered = self.cell.metadata.get("jupyter", {}).get("outputs_hidden", False)
    return compare(self, test, ref[covered:], skip_compare)


IPyNbCell.compare_outputs = compare_outputs
RunningKernel.execute_cell_input = execute_cell_input
RunningKernel.await_reply = await_reply
nbval.kernel.pformat = repr  # of every message, for a log that nobody keeps
warm_kernels.install()
if find_spec("torch") is None:  # then lesson 8 leaves these cells out
    metadata_tags["needs-torch"] = metadata_tags["nbval-ignore-output"]


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is loaded by now stays: no test looks for garbage in it."""
    collected = yield
    gc.freeze()
    gc.set_threshold(50_000)  # a lesson has 10,000, and less in its memory
    gc.enable()
    return collected
