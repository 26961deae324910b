"""Run an answer where no right answer is: cases go in, plain outcomes come out.

Three sides are in this file. *Outside*, ``Sandbox`` sends a job and waits for outcomes. The
*keeper* is a small Python process that has imported nothing of the course; for each job it forks
a child (where the system cannot fork, a job gets a fresh process). The *child* sees the probe,
the cases, the answer, and of the package only what the task does not ask for; then it is gone.
Nothing that the answer does there (exit, loop, flood, patch builtins) reaches the notebook, and
what it leaves running is ended.

The file runs as a program too, by its path: it must not import the package.
"""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import json
import math
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

try:
    import resource
    import select
except ImportError:  # Windows
    resource = None

HOME = Path(__file__).resolve().parents[1]  # the folder of the package
MEMORY = 4 * 1024**3  # bytes, where the system can limit it
PATIENCE = 3  # a busy computer may take that many times longer than the seconds of computing
LONGEST_REPLY = 4 * 1024**2  # bytes


class Report(NamedTuple):
    """What came back from the sandbox.

    ``form`` describes the answer (see ``probe.describe_form``), ``outcomes`` has one entry for
    each case that was reached. ``ended`` is empty, or why there are fewer outcomes than cases:
    ``"time"``, ``"ended"`` (the process is gone), ``"unsendable: ..."`` (the answer could not be
    read there) or ``"broken: ..."`` (a fault of the course, not of the answer).
    """

    form: dict
    outcomes: list
    ended: str


# -- outside -----------------------------------------------------------------------------------


class Sandbox:
    """Runs answers, one at a time; the keeper is started with the first one."""

    def __init__(self):
        self.keeper: subprocess.Popen | None = None
        self.folder = tempfile.TemporaryDirectory()  # empty: where answers run

    def run(self, job: dict, answer: bytes) -> Report:
        """Use an answer on the cases of a job.

        Args:
            job: ``probe`` and ``cases``, ``hides`` and ``imports`` of a task, and ``seconds``.
            answer: a pair: the answer and the notebook's own ``Value`` (or None), each as
                cloudpickle writes it, pickled once more.
        """
        limits = {name: job[name] for name in ("seconds", "imports", "hides")}
        frames = [json.dumps(limits).encode(), dump_by_value(job), answer]
        ask = self._ask_keeper if hasattr(os, "fork") else self._ask_fresh
        report = ask(frames, job["seconds"])
        complete = len(report.outcomes) >= len(job["cases"])
        return report._replace(ended="") if complete else report

    def _ask_keeper(self, frames: list[bytes], seconds: float) -> Report:
        for _ in range(2):  # a keeper that was killed is replaced once
            if self.keeper is None or self.keeper.poll() is not None:
                self.keeper = self._start("keep", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                for frame in frames:
                    write_frame(self.keeper.stdin, frame)
                ended, reply = [read_frame(self.keeper.stdout) for _ in range(2)]
            except (OSError, EOFError):
                self.close()
                continue
            return read_reply(reply, ended.decode())
        return Report({}, [], "ended")

    def _ask_fresh(self, frames: list[bytes], seconds: float) -> Report:
        process = self._start("once", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        question = b"".join(len(frame).to_bytes(8, "big") + frame for frame in frames)
        try:
            reply, _ = process.communicate(question, timeout=time_limit(seconds))
            ended = "ended"
        except subprocess.TimeoutExpired:
            process.kill()
            reply, _ = process.communicate()
            ended = "time"
        return read_reply(reply[:LONGEST_REPLY], ended)

    def _start(self, what: str, **pipes) -> subprocess.Popen:
        """The program of this file, alone: no folder of the course is on its path."""
        path = [p for p in sys.path if p and Path(p).resolve() not in (HOME.parent, Path.cwd())]
        path += [str(HOME.parent)] if "site-packages" in str(HOME) else []
        command = [sys.executable, "-I", "-S", "-B", __file__, what, json.dumps(path)]
        return subprocess.Popen(
            command,
            cwd=self.folder.name,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Stop in the notebook is not for the keeper
            **pipes,
        )

    def close(self) -> None:
        """End the keeper."""
        if self.keeper is not None:
            self.keeper.kill()
            self.keeper.communicate()
            self.keeper = None


def dump_by_value(job: dict) -> bytes:
    """The probe travels as code, with what it calls; the files of the tasks are not sent along."""
    import cloudpickle

    lesson = sys.modules.get((job["probe"].__module__ or "").rpartition(".")[0])
    if lesson is None or not lesson.__name__.startswith("mgrad.check.lesson"):
        return cloudpickle.dumps(job)
    cloudpickle.register_pickle_by_value(lesson)
    try:
        return cloudpickle.dumps(job)
    finally:
        cloudpickle.unregister_pickle_by_value(lesson)


def read_reply(reply: bytes, ended: str) -> Report:
    """The lines that the child wrote; what is cut off or strange ends them."""
    found = []
    for line in reply.decode("utf-8", errors="replace").splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            break
    if not found or not isinstance(found[0], dict):
        return Report({}, [], ended)
    form, *outcomes = found
    for trouble in form.keys() & {"unsendable", "broken"}:
        return Report({}, [], f"{trouble}: {form[trouble]}")
    return Report(form, outcomes, ended)


def time_limit(seconds: float) -> float:
    """The wall time in seconds for that many seconds of computing."""
    return seconds if resource is None else PATIENCE * seconds


def write_frame(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes:
    head = stream.read(8)
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    if len(head) < 8 or len(data) < size:
        raise EOFError
    return data


# -- the keeper --------------------------------------------------------------------------------


def keep() -> None:
    """Serve jobs until the other side is gone."""
    questions, replies = sys.stdin.buffer, sys.stdout.buffer
    import cloudpickle  # noqa: F401 - here, so that each child has it

    while True:
        try:
            frames = [read_frame(questions) for _ in range(3)]
        except EOFError:
            return
        limits = json.loads(frames[0])
        for name in limits["imports"]:
            if importlib.util.find_spec(name):
                importlib.import_module(name)
        ended, reply = fork_child(frames, limits["seconds"])
        write_frame(replies, ended.encode())
        write_frame(replies, reply)


def fork_child(frames: list[bytes], seconds: float) -> tuple[str, bytes]:
    """Run a job in a child. Returns why it may have ended early, and what it wrote."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        os.close(reading)
        close_streams()
        answer_job(frames, writing)
    os.close(writing)
    reply, deadline, ended = b"", time.monotonic() + time_limit(seconds), "time"
    while (left := deadline - time.monotonic()) > 0 and len(reply) < LONGEST_REPLY:
        if select.select([reading], [], [], left)[0]:
            part = os.read(reading, 1 << 16)
            if not part:
                ended = "ended"
                break
            reply += part
    os.close(reading)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what it started ends with it
    _, _, usage = os.wait4(child, 0)
    spent = usage.ru_utime + usage.ru_stime
    return "time" if spent >= seconds else ended, reply


def close_streams() -> None:
    """Input, output and errors lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


# -- the child ---------------------------------------------------------------------------------


def answer_job(frames: list[bytes], reply: int) -> None:
    """Run the cases of a job, and write a line for the form of the answer and for each case."""
    write, leave, dumps = os.write, os._exit, json.dumps  # before the answer can replace them

    def say(outcome: Any) -> None:
        write(reply, (dumps(outcome) + "\n").encode())

    try:
        sys.meta_path.insert(0, PackageView(json.loads(frames[0])["hides"]))
        job = pickle.loads(frames[1])
        probe = importlib.import_module("mgrad.check.probe")
        run_probe = probe.run_probe
        limit("RLIMIT_AS", MEMORY)
        limit("RLIMIT_CPU", math.ceil(time.process_time() + job["seconds"]))
    except BaseException as error:
        say({"broken": repr(error)[:500]})
        leave(1)
    try:
        answer, engine = pickle.loads(frames[2])
        answer = pickle.loads(answer)
        with suppress(Exception):  # such as the package's, where that is hidden
            probe.notebook_value = pickle.loads(engine)
        form = probe.describe_form(answer)
    except BaseException as error:  # for example a function from a file that is not here
        say({"unsendable": str(error)[:500]})
        leave(1)
    try:
        say(form)
        for case in job["cases"]:
            say(run_probe(job["probe"], answer, case))
    finally:
        leave(0)  # without exit handlers that the answer may have left behind


def limit(what: str, amount: int) -> None:
    # Windows has no such limits, some systems refuse them: then the clock outside must do.
    with suppress(AttributeError, ValueError, OSError):
        resource.setrlimit(getattr(resource, what), (amount, amount + 1))


class PackageView(importlib.machinery.PathFinder):
    """The package as an answer may see it.

    Of the checks there is only ``probe``. A room is read without the names that the task hides,
    and whoever asks for one of those is told why it is not there.
    """

    def __init__(self, hides: list[str]):
        self.hides = set(hides)

    def find_spec(self, name, path=None, target=None):
        package, *rooms = name.split(".")
        if package != "mgrad":
            return None
        file = HOME.joinpath(*rooms)
        if rooms[:1] == ["check"] and rooms[1:] not in ([], ["probe"]):
            raise ModuleNotFoundError(f"{name} is not there while an answer is checked", name=name)
        for place, search in ((file / "__init__.py", [str(file)]), (file.with_suffix(".py"), None)):
            if place.exists():
                loader = RoomLoader(name, str(place), self.hides)
                return importlib.util.spec_from_file_location(
                    name, place, loader=loader, submodule_search_locations=search
                )
        return None


class RoomLoader(importlib.machinery.SourceFileLoader):
    """Loads a room without what is hidden: ``Value``, or one method of it, ``Value.tanh``."""

    def __init__(self, name: str, path: str, hides: set[str]):
        super().__init__(name, path)
        self.hides = hides

    def get_code(self, fullname):
        if fullname == "mgrad.check":
            return compile(NO_CHECKS, self.path, "exec")
        text = Path(self.path).read_text(encoding="utf-8")
        room = ast.parse(text if self.hides else "")
        gone = self.hides & {name for name, _, _ in definitions(room)}
        if not gone:
            return super().get_code(fullname)
        for name, definition, holder in definitions(room):
            if name in gone:
                holder.body.remove(definition)
        room.body += ast.parse(WHY_NOT_THERE.format(room=fullname, gone=gone)).body
        return compile(room, self.path, "exec")


def definitions(room: ast.Module) -> list[tuple[str, ast.stmt, Any]]:
    """The functions, classes and methods of a room, each with its name and what it stands in."""
    found = [(node.name, node, room) for node in room.body if hasattr(node, "name")]
    return found + [
        (f"{name}.{method.name}", method, node)
        for name, node, _ in found
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if hasattr(method, "name")
    ]


NO_CHECKS = """
def __getattr__(name):
    if name == "probe" or name.startswith("_"):
        raise AttributeError(name)
    raise ImportError(f"mgrad.check.{name} is not there while an answer is checked")
"""
WHY_NOT_THERE = """
def __getattr__(name):
    if name in {gone}:
        raise ImportError("{room}." + name + " is hidden while this answer is checked")
    raise AttributeError("module '{room}' has no attribute " + repr(name))
"""


# -- the browser has no processes --------------------------------------------------------------


def run_here(job: dict, answer: Any, engine: type | None) -> Report:
    """The same in this process, with a guard on its time: for the browser."""
    from mgrad.check import probe

    outcomes, deadline, probe.notebook_value = [], time.monotonic() + job["seconds"], engine
    form = probe.describe_form(answer)
    with redirect_stdout(StringIO()):
        stop = interrupt_at(deadline)
        try:
            for case in job["cases"]:
                outcome = probe.run_probe(job["probe"], answer, case)
                if time.monotonic() > deadline:
                    return Report(form, outcomes, "time")
                outcomes.append(outcome)
        finally:
            stop()
            probe.notebook_value = None
    return Report(form, outcomes, "")


def interrupt_at(deadline: float) -> Callable[[], None]:
    """Raise TimeoutError in Python code outside this package that runs past the deadline.

    Returns the function that ends the watch. Needs Python 3.12, which every browser edition has.
    """
    monitoring, here = getattr(sys, "monitoring", None), str(Path(__file__).parent)
    if monitoring is None:
        return lambda: None

    def look(code, *_):
        if time.monotonic() > deadline and not code.co_filename.startswith(here):
            raise TimeoutError

    tool = 4
    events = (monitoring.events.LINE, monitoring.events.JUMP, monitoring.events.PY_START)
    monitoring.use_tool_id(tool, "mgrad.check")
    for event in events:
        monitoring.register_callback(tool, event, look)
    monitoring.set_events(tool, sum(events))

    def stop():
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)

    return stop


# -- as a program ------------------------------------------------------------------------------


def main(what: str, path: str) -> None:
    sys.path[:] = json.loads(path)
    if what == "keep":
        keep()
        return
    frames = [read_frame(sys.stdin.buffer) for _ in range(3)]
    reply = os.dup(1)
    close_streams()
    answer_job(frames, reply)


if __name__ == "__main__":
    main(*sys.argv[1:])
