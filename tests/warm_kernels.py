"""Kernels that need not load the libraries: forks of a process that has loaded them once.

A kernel loads ipykernel, NumPy, Matplotlib and scikit-learn for longer than most notebooks
compute. Each kernel is still a process with a namespace, a folder and an end of its own, and
nothing of the course is loaded in it beforehand. Where the system is not Linux, kernels start as
usual.
"""

import json
import os
import signal
import subprocess
import sys
import time
from functools import cache
from importlib import import_module

from jupyter_client import launcher
from jupyter_client.provisioning import local_provisioner

LAUNCHER = "ipykernel_launcher"
# Not those that ask at once in which kernel they are, such as ipywidgets and tqdm.
LIBRARIES = ("ipykernel.kernelapp", "matplotlib.pyplot", "sklearn.datasets")


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
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


@cache
def warm_process() -> subprocess.Popen:
    """The process to fork from. It ends when this one does."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([sys.executable, __file__], text=True, start_new_session=True, **pipes)


def launch_kernel(command: list[str], *, env: dict[str, str], **more):
    """Start the kernel of a notebook, in the place of the function of jupyter_client."""
    if command[0] != sys.executable or LAUNCHER not in command:
        return launcher.launch_kernel(command, env=env, **more)
    arguments = command[command.index(LAUNCHER) + 1 :]
    job = {"arguments": arguments, "folder": str(more.get("cwd") or os.getcwd()), "env": env}
    warm = warm_process()
    print(json.dumps(job), file=warm.stdin, flush=True)
    return ForkedKernel(int(warm.stdout.readline()))


def install() -> None:
    if sys.platform == "linux":
        local_provisioner.launch_kernel = launch_kernel


# -- the warm process --------------------------------------------------------------------------


def serve() -> None:
    """Fork a kernel for each line that comes in, and say its number."""
    del sys.path[0]  # the folder of this file
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # ipykernel reads it: a kernel ends after this
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as in any
    for library in LIBRARIES:
        import_module(library)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    for line in sys.stdin:
        if os.fork() == 0:
            become_kernel(**json.loads(line))


def become_kernel(arguments: list[str], folder: str, env: dict[str, str]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    print(os.getpid(), flush=True)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env, JPY_PARENT_PID=str(os.getppid()))
    sys.exit(import_module("ipykernel.kernelapp").launch_new_instance(arguments))


if __name__ == "__main__":
    serve()
