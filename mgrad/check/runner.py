"""Run an answer in a fresh Python process, with limits, and bring back plain results.

Nothing that the answer does there (exit, loop, flood, patch builtins) reaches the notebook.
The browser has no processes: there the answer runs in the notebook, with a guard on its time.
"""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None

from mgrad.check import task as tasks
from mgrad.check.task import Task, run_probe

MEMORY = 4 * 1024**3  # bytes, where the system can limit it
PATIENCE = 3  # a busy computer may take that many times longer than the seconds of computing


def outcomes(task: Task, answer: Any, cases: list, engine: type | None = None) -> tuple[list, str]:
    """The outcome of each probe, and an empty text or why there are fewer than cases.

    ``engine`` is the notebook's own ``Value``, if it has one. The reasons are ``"time"``,
    ``"ended"`` (the process is gone) and ``"unsendable: ..."``.
    """
    if sys.platform == "emscripten":
        return in_process(task, answer, cases, engine)
    import cloudpickle

    try:
        message = cloudpickle.dumps((task.id, cases, answer, engine))
    except BaseException as error:
        return [], f"unsendable: {error}"
    with tempfile.TemporaryDirectory() as folder:
        question, reply = Path(folder, "question"), Path(folder, "reply")
        question.write_bytes(message)
        reply.touch()
        home = str(Path(__file__).parents[2])  # this package, wherever the notebook found it
        paths = filter(None, [home, os.environ.get("PYTHONPATH")])
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(paths),
            "OPENBLAS_NUM_THREADS": "1",
        }
        command = [sys.executable, "-m", "mgrad.check.runner", str(question), str(reply)]
        quiet = {
            "stdin": subprocess.DEVNULL,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
        }
        try:
            limit = task.seconds if resource is None else PATIENCE * task.seconds
            done = subprocess.run(command, timeout=limit, env=environment, check=False, **quiet)
            ended = (
                "time"
                if resource and -done.returncode in (signal.SIGXCPU, signal.SIGKILL)
                else "ended"
            )
        except subprocess.TimeoutExpired:
            ended = "time"
        results = []
        for line in reply.read_text(encoding="utf-8", errors="replace").splitlines()[: len(cases)]:
            try:
                results.append(json.loads(line))
            except ValueError:  # cut off in the middle
                break
    if results and isinstance(results[0], dict) and "unsendable" in results[0]:
        return [], f"unsendable: {results[0]['unsendable']}"
    return results, ended if len(results) < len(cases) else ""


def in_process(
    task: Task, answer: Any, cases: list, engine: type | None = None
) -> tuple[list, str]:
    """The same without a process of its own, for the browser."""
    results, deadline, tasks.notebook_value = [], time.monotonic() + task.seconds, engine
    with redirect_stdout(StringIO()):
        stop = _interrupt_at(deadline)
        try:
            for case in cases:
                outcome = run_probe(task, answer, case)
                if time.monotonic() > deadline:
                    return results, "time"
                results.append(outcome)
        finally:
            stop()
            tasks.notebook_value = None
    return results, ""


def _interrupt_at(deadline: float) -> Callable[[], None]:
    """Raise TimeoutError in Python code outside this package that runs past the deadline.

    Returns the function that ends the watch. Needs Python 3.12, which every browser edition has.
    """
    monitoring, here = getattr(sys, "monitoring", None), str(Path(__file__).parent)
    if monitoring is None:
        return lambda: None

    def look(code, *_):
        if time.monotonic() > deadline and not code.co_filename.startswith(here):
            raise TimeoutError

    tool, events = 4, (monitoring.events.LINE, monitoring.events.JUMP, monitoring.events.PY_START)
    monitoring.use_tool_id(tool, "mgrad.check")
    for event in events:
        monitoring.register_callback(tool, event, look)
    monitoring.set_events(tool, sum(events))

    def stop():
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)

    return stop


def _limit(what: int | None, amount: int) -> None:
    try:
        resource.setrlimit(what, (amount, amount))
    except (AttributeError, ValueError, OSError):
        # Windows has no such limits, some systems refuse them: the clock in the notebook must do
        pass


def main(question: str, reply: str) -> None:
    """The fresh process: read the answer, run the probes, write one line for each."""
    import cloudpickle

    from mgrad.check import find_task

    dumps, write, leave = json.dumps, os.write, os._exit  # before the answer can replace them
    handle = os.open(reply, os.O_WRONLY | os.O_APPEND)
    try:
        task_id, cases, answer, tasks.notebook_value = cloudpickle.loads(
            Path(question).read_bytes()
        )
    # for example a function from a file that only the notebook can import
    except Exception as error:
        write(handle, (dumps({"unsendable": str(error)}) + "\n").encode())
        leave(0)
    task = find_task(task_id)
    _limit(resource and resource.RLIMIT_AS, MEMORY)
    _limit(resource and resource.RLIMIT_CPU, math.ceil(time.process_time() + task.seconds))
    for case in cases:
        write(handle, (dumps(run_probe(task, answer, case)) + "\n").encode())
    leave(0)  # without exit handlers that the answer may have left behind


if __name__ == "__main__":
    main(*sys.argv[1:])
