"""Kernels that need not load the libraries: forks of a process that has loaded them once.

A kernel loads ipykernel, NumPy, Matplotlib and scikit-learn for longer than most notebooks
compute. Each kernel is still a process with a namespace, a folder and an end of its own, and
nothing of the course is loaded in it beforehand. The workers of a run share that process, which
loads nothing before the first of them asks. Where the system is not Linux, kernels start as usual.
"""

import atexit
import gc
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from importlib import import_module

ADDRESS = "WARM_KERNELS"  # where workers find the name of the socket
LAUNCHER = "ipykernel_launcher"
# Not those that ask at once in which kernel they are, such as ipywidgets and tqdm.
LIBRARIES = (
    "ipykernel.kernelapp", "ipykernel.debugger", "IPython.extensions.storemagic",
    "matplotlib.pyplot", "matplotlib.backends.backend_agg", "contourpy", "sklearn.datasets",
)  # fmt: skip


class ForkedKernel:
    """A kernel, for the manager that believes to have started it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid

    def poll(self) -> int | None:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.01)
        return 0

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):  # it has ended, as with Popen
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def start_warm_process() -> None:
    """Start the process to fork from. It ends when this one does."""
    os.environ[ADDRESS] = os.path.join(tempfile.mkdtemp(), "socket")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(
        [sys.executable, __file__, os.environ[ADDRESS]], start_new_session=True, **pipes
    )
    process.stdout.readline()  # it listens


def launch_kernel(command: list[str], *, env: dict[str, str], **more):
    """Start the kernel of a notebook, in the place of the function of jupyter_client."""
    if command[0] != sys.executable or LAUNCHER not in command:
        return import_module("jupyter_client.launcher").launch_kernel(command, env=env, **more)
    arguments = command[command.index(LAUNCHER) + 1 :]
    job = {"arguments": arguments, "folder": str(more.get("cwd") or os.getcwd()), "env": env}
    with socket.socket(socket.AF_UNIX) as warm:
        warm.connect(os.environ[ADDRESS])
        with warm.makefile("rw") as lines:
            print(json.dumps(job), file=lines, flush=True)
            return ForkedKernel(int(lines.readline()))


def install() -> None:
    if sys.platform == "linux":
        if ADDRESS not in os.environ:  # this is no worker
            start_warm_process()
        provisioner = import_module("jupyter_client.provisioning.local_provisioner")
        provisioner.launch_kernel = launch_kernel


# -- the warm process --------------------------------------------------------------------------


def serve(address: str) -> None:
    """Fork a kernel for each job that comes in."""
    del sys.path[0]  # the folder of this file
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # ipykernel reads it: a kernel ends after this
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as in any
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen()
    print("listening", flush=True)
    while sys.stdin not in select.select([sys.stdin, listener], [], [])[0]:
        connection, _ = listener.accept()
        load_libraries()
        if os.fork() == 0:
            listener.close()
            become_kernel(connection)
        connection.close()
    shutil.rmtree(os.path.dirname(address))


@cache
def load_libraries() -> None:
    gc.disable()
    for library in LIBRARIES:
        import_module(library)
    gc.freeze()  # no kernel looks for garbage in what it shares with the others
    gc.enable()


def become_kernel(connection: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    with connection, connection.makefile("rw") as lines:
        job = json.loads(lines.readline())
        print(os.getpid(), file=lines, flush=True)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["env"], JPY_PARENT_PID=str(os.getppid()))
    os.environ.setdefault("PYDEVD_USE_FRAME_EVAL", "NO")  # as the debugger does, once loaded
    import_module("ipykernel.kernelapp").launch_new_instance(job["arguments"])
    atexit._run_exitfuncs()
    os._exit(0)  # and do not take apart what is shared with the others


if __name__ == "__main__":
    serve(sys.argv[1])
