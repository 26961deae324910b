"""Run an answer where no right answer is: cases go in, plain outcomes come out.

Three sides are in this file. *Outside*, ``Judge`` is what a notebook asks, and ``Sandbox`` sends
a job of the judge's and waits for outcomes. The
*keeper* is a small Python process that has imported nothing of the course but ``probe``; for
each job it forks a child (where the system cannot fork, a job gets a fresh process). The *child*
sees the probe, the cases, the answer, and of the package only what the task does not ask for; then
it is gone.
Nothing that the answer does there (exit, loop, flood, patch builtins) reaches the notebook, and
what it leaves running is ended.

The file is a program too, started from its folder: it must not import the package. What is not
needed each time is imported where it is used, because a student waits for the first check.
"""

from __future__ import annotations

import builtins
import gc
import importlib.machinery
import importlib.util
import itertools
import json
import math
import os
import pickle
import re
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

try:
    import resource
    import select
except ImportError:  # Windows
    resource = None
if TYPE_CHECKING:
    import ast
    import subprocess
    from types import CodeType

CHECKS = os.path.dirname(os.path.realpath(__file__))
HOME = os.path.dirname(CHECKS)  # the folder of the package
MEMORY = 4 * 1024**3  # bytes, where the system can limit it
SELDOM = 13  # one of so many lines asks for the time: a browser's clock is slow; loops come round
PATIENCE = 3  # a busy computer may take that many times longer than the seconds of computing
LARGEST_FILE = 64 * 1024**2  # bytes
LONGEST_REPLY = 4 * 1024**2  # bytes
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
END = b"end\n"  # the last line of a reply
RUN = {"outcome", "printed", "changed", "returned", "tuple"}  # what ``probe.run_case`` reports
AGAIN = 4  # so many cases are run a second time: the same call must give the same outcome


class Report(NamedTuple):
    """What came back from the sandbox.

    ``form`` describes the answer (see ``probe.describe_form``), ``runs`` has one entry for each
    case that was reached (see ``probe.run_case``), then the first ``AGAIN`` cases once more.
    ``ended`` is empty, or why there are fewer runs than cases: ``"time"``, ``"ended"`` (the
    process is gone), ``"unsendable: ..."`` (the answer could not be read there) or
    ``"broken: ..."`` (a fault of the course, not of the answer).
    """

    form: dict
    runs: list[dict]
    ended: str


# -- outside -----------------------------------------------------------------------------------


class Judge:
    """The judge as a notebook sees it: a process that knows the tasks (see ``judge.serve``)."""

    def __init__(self):
        self.process: subprocess.Popen | None = None
        self.path: list[str] = []
        self.one_at_a_time = threading.RLock()  # for notebooks that check in threads

    def start(self) -> None:
        """Start the process, if there is none that lives and finds the same libraries."""
        path = library_path()
        if self.process is not None and (self.process.poll() is not None or self.path != path):
            self.close()
        if self.process is None:
            self.process, self.path = start_program("judge"), path

    def ask(self, task_id: str, seed: int, answer: bytes) -> dict | None:
        """The verdict on an answer that cloudpickle has written; None if it cannot be had.

        A judge that is lost is replaced once.
        """
        for _ in range(2):
            try:
                self.start()
                question = json.dumps({"task": task_id, "seed": seed}).encode()
                write_frame(self.process.stdin, question)
                write_frame(self.process.stdin, answer)
                return json.loads(read_frame(self.process.stdout))
            except (OSError, EOFError):
                self.close()
            except BaseException:  # Stop in the notebook: the answer that is waited for is dropped
                self.close()
                raise
        return None

    def close(self) -> None:
        """End the judge, and the sandbox with it."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


class Sandbox:
    """Runs answers, one at a time.

    Args:
        questions, replies: pipes to a keeper that is there already; without them one is started.
    """

    def __init__(self, questions: BinaryIO | None = None, replies: BinaryIO | None = None):
        self.process = None
        if questions is None and hasattr(os, "fork"):
            self.process = start_program("keep")
            questions, replies = self.process.stdin, self.process.stdout
        self.questions, self.replies = questions, replies

    def run(self, job: dict, answer: bytes) -> Report:
        """Use an answer on the cases of a job.

        Args:
            job: ``probe`` and ``cases``, ``hides`` and ``imports`` of a task, and ``seconds``.
            answer: a pair: the answer and the notebook's own ``Value`` (or None), each as
                cloudpickle writes it, pickled once more.

        Raises:
            EOFError, OSError: the keeper is gone.
        """
        limits = {name: job[name] for name in ("seconds", "imports", "hides")}
        frames = [json.dumps(limits).encode(), dump_job(job), answer]
        if self.questions is None:
            report = ask_fresh_process(frames, job["seconds"])
        else:
            for frame in frames:
                write_frame(self.questions, frame)
            ended, reply = [read_frame(self.replies) for _ in range(2)]
            report = read_reply(reply, ended.decode())
        complete = len(report.runs) >= len(job["cases"])
        return report._replace(ended="") if complete else report

    def close(self) -> None:
        """End the keeper: it goes when nobody can ask it any more."""
        if self.questions is not None:
            self.questions.close()
            self.replies.close()
        if self.process is not None:
            self.process.wait()


def ask_fresh_process(frames: list[bytes], seconds: float) -> Report:
    """A job in a process of its own, where the system cannot fork."""
    import subprocess

    question = b"".join(len(frame).to_bytes(8, "big") + frame for frame in frames)
    with tempfile.TemporaryDirectory() as folder:
        process = start_program("once", folder)
        try:
            reply, _ = process.communicate(question, timeout=time_limit(seconds))
            ended = "ended"
        except subprocess.TimeoutExpired:
            process.kill()
            reply, _ = process.communicate()
            ended = "time"
    return read_reply(reply[:LONGEST_REPLY], ended)


# As a module the file is compiled once, and not at each start; Python's own modules come first.
START = """
import sys
sys.path.append(sys.argv[1])
import sandbox
sys.path.pop()
sandbox.main(*sys.argv[2:])
"""


def start_program(what: str, folder: str | None = None) -> subprocess.Popen:
    """This file as a program: ``"judge"``, ``"keep"`` or ``"once"``, with pipes to it.

    Nothing of the course is on its path, and Stop in the notebook is not for it.
    """
    import subprocess

    unwritten = ["-B"] if sys.dont_write_bytecode else []
    program = ["-c", START, CHECKS, what, json.dumps(library_path())]
    return subprocess.Popen(
        [sys.executable, "-I", "-S", *unwritten, *program],
        cwd=folder,
        env=os.environ | ONE_THREAD,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def library_path() -> list[str]:
    """The folders from which Python imports here, without those of the course."""
    course = os.path.dirname(HOME)
    hidden, path = {course}, []
    with suppress(OSError):  # the folder may be gone
        hidden.add(os.getcwd())
    for place in filter(None, sys.path):
        with suppress(OSError, ValueError, TypeError):
            full = os.path.realpath(os.fsdecode(place))
            path += [] if full in hidden else [full]
    return path + ([course] if "site-packages" in HOME else [])


def dump_job(job: dict) -> bytes:
    """A job for the child."""
    return pickle.dumps(job | {"probe": dump_by_value(job["probe"])})


@cache
def dump_by_value(probe: Callable) -> bytes:
    """A probe travels as code, with what it calls; the files of the tasks are not sent along."""
    import cloudpickle

    lesson = sys.modules.get((probe.__module__ or "").rpartition(".")[0])
    if lesson is None or not lesson.__name__.startswith("mgrad.check.lesson"):
        return cloudpickle.dumps(probe)
    cloudpickle.register_pickle_by_value(lesson)
    try:
        return cloudpickle.dumps(probe)
    finally:
        cloudpickle.unregister_pickle_by_value(lesson)


def read_reply(reply: bytes, ended: str) -> Report:
    """The lines that the child wrote; what is cut off or strange ends them."""
    found = []
    for line in reply.decode("utf-8", errors="replace").splitlines():
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError):
            break
    if not found or not isinstance(found[0], dict):
        return Report({}, [], ended)
    form, *runs = found
    runs = [run for run in runs if isinstance(run, dict) and run.keys() >= RUN]
    for trouble in form.keys() & {"unsendable", "broken"}:
        return Report({}, [], f"{trouble}: {form[trouble]}")
    return Report(form, runs, ended)


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


def keep(questions: BinaryIO, replies: BinaryIO) -> None:
    """Serve jobs until the other side is gone."""
    sys.dont_write_bytecode = True
    adopt_orphans()
    load_package()
    gc.freeze()
    while True:
        try:
            frames = [read_frame(questions) for _ in range(3)]
        except EOFError:
            return
        limits = json.loads(frames[0])
        with_numpy = ["numpy"] if b"numpy" in frames[2] else []  # once, and not in each child
        for name in {*limits["imports"], *with_numpy} - sys.modules.keys():
            with suppress(Exception):  # the child will say so
                importlib.import_module(name)
            gc.freeze()  # what is here already is no garbage of a child's
        compile_without(frozenset(limits["hides"]))
        ended, reply = fork_child(partial(answer_job, frames), limits["seconds"])
        write_frame(replies, ended.encode())
        write_frame(replies, reply)


def load_package(*rooms: str) -> None:
    """Load once what children need of the package: ``probe``, and some rooms."""
    view = PackageView([])
    sys.meta_path.insert(0, view)
    for room in ("check.probe", *rooms):
        importlib.import_module(f"mgrad.{room}")
    sys.meta_path.remove(view)


def fork_child(
    work: Callable[[int], None], seconds: float, longest: int = LONGEST_REPLY
) -> tuple[str, bytes]:
    """Let a child do some work, in a new empty folder.

    Args:
        work: gets the pipe to write to, and does not return.
        seconds: of computing; the wall time is limited too.
        longest: so many bytes of a reply are read.

    Returns:
        Why it may have ended early, and what it wrote.
    """
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        child = os.fork()
        if child == 0:
            os.setsid()
            os.chdir(folder)
            os.closerange(3, writing)
            close_streams()
            work(writing)
        os.close(writing)
        ended, reply = listen(reading, time.monotonic() + time_limit(seconds), longest)
        os.close(reading)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # what it started ends with it
        _, _, usage = os.wait4(child, 0)
        end_orphans()
    spent = usage.ru_utime + usage.ru_stime
    return "time" if spent >= seconds else ended, reply


def listen(pipe: int, deadline: float, longest: int) -> tuple[str, bytes]:
    """What comes through a pipe until it is closed, the time is over or it is too much."""
    heard, poll = b"", select.poll()
    poll.register(pipe, select.POLLIN)
    for asker in (0, 2):  # the judge; the notebook
        poll.register(asker, 0)
    while (left := deadline - time.monotonic()) > 0 and len(heard) < longest:
        ready = dict(poll.poll(1000 * left))
        if ready.keys() - {pipe}:
            return "ended", heard  # nobody waits for it any more
        if ready:
            part = os.read(pipe, 1 << 16)
            if not part:
                return "ended", heard
            heard += part
            if heard.endswith(END):  # a process that the answer has left may hold the pipe open
                return "ended", heard
    return "time", heard


def adopt_orphans() -> None:
    """Become the parent of what answers leave running, also in a session of its own (on Linux)."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER, in linux/prctl.h


def end_orphans() -> None:
    """End all processes below this one. The children of one that ends become this one's own."""
    with suppress(ChildProcessError):  # there is none any more
        while sys.platform == "linux":
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                for child in children():
                    os.kill(child, signal.SIGKILL)
                time.sleep(0.001)


def children() -> list[int]:
    """The processes that this one is the parent of, from ``/proc``."""
    found = []
    for process in filter(str.isdecimal, os.listdir("/proc")):
        with suppress(OSError), open(f"/proc/{process}/stat", errors="replace") as status:
            _, parent = status.read().rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid():
                found.append(int(process))
    return found


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
        use = pickle.loads(job["probe"])
        probe = importlib.import_module("mgrad.check.probe")
        run_case, cases = probe.run_case, job["cases"]
        limit("RLIMIT_AS", MEMORY)
        limit("RLIMIT_FSIZE", LARGEST_FILE)
        limit("RLIMIT_CPU", math.ceil(time.process_time() + job["seconds"]))
    except BaseException as error:
        say({"broken": repr(error)[:500]})
        leave(1)
    try:
        # As in Jupyter.
        builtins.display, builtins.exit, builtins.quit = print, sys.exit, sys.exit
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
        for case in cases + cases[:AGAIN]:
            say(run_case(use, answer, case))
        write(reply, END)
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
        self.hides = frozenset(hides)

    def find_spec(self, name, path=None, target=None):
        package, *rooms = name.split(".")
        if package != "mgrad":
            return None
        if rooms[:1] == ["check"] and rooms[1:] not in ([], ["probe"]):
            raise ModuleNotFoundError(f"{name} is not there while an answer is checked", name=name)
        folder = os.path.join(HOME, *rooms)  # with pathlib this took longer than the rest
        inside = os.path.join(folder, "__init__.py")
        for place, search in ((inside, [folder]), (f"{folder}.py", None)):
            if os.path.exists(place):
                loader = RoomLoader(name, place, self.hides)
                return importlib.util.spec_from_file_location(
                    name, place, loader=loader, submodule_search_locations=search
                )
        return None


class RoomLoader(importlib.machinery.SourceFileLoader):
    """Loads a room without what is hidden: ``Value``, or one method of it, ``Value.tanh``."""

    def __init__(self, name: str, path: str, hides: frozenset[str]):
        super().__init__(name, path)
        self.hides = hides

    def get_code(self, fullname):
        if fullname == "mgrad.check":
            return compile(NO_CHECKS, self.path, "exec")
        return compile_without(self.hides).get(fullname) or super().get_code(fullname)

    def exec_module(self, module):
        try:
            super().exec_module(module)
        except NameError as error:  # the room itself builds on what is hidden
            if error.name not in self.hides:
                raise
            name = f"{module.__name__}.{error.name}"
            raise ImportError(f"{name} is hidden while this answer is checked") from None


@cache
def compile_without(hides: frozenset[str]) -> dict[str, CodeType]:
    """The rooms that hold something of what is hidden, compiled without it."""
    if not hides:
        return {}
    import ast

    found, names = {}, "|".join(re.escape(name.rpartition(".")[2]) for name in hides)
    for file in os.listdir(HOME):
        if not file.endswith(".py"):
            continue
        path = os.path.join(HOME, file)
        with open(path, encoding="utf-8") as source:
            text = source.read()
        if not re.search(rf"^\s*(?:class|def) (?:{names})\b", text, re.MULTILINE):
            continue
        room, gone = ast.parse(text), set()
        for name, definition, holder in definitions(room):
            if name in hides:
                holder.body.remove(definition)
                gone.add(name)
        if gone:
            fullname = f"mgrad.{file[:-3]}"
            room.body += ast.parse(WHY_NOT_THERE.format(room=fullname, gone=gone)).body
            found[fullname] = compile(room, path, "exec")
    return found


def definitions(room: ast.Module) -> list[tuple[str, ast.stmt, Any]]:
    """The functions, classes and methods of a room, each with its name and what it stands in."""
    import ast

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

    runs, deadline, probe.notebook_value = [], time.monotonic() + job["seconds"], engine
    form = probe.describe_form(answer)
    cases = pickle.loads(pickle.dumps(job["cases"]))  # it may change them
    stop = interrupt_at(deadline)
    try:
        for case in cases + cases[:AGAIN]:
            run = probe.run_case(job["probe"], answer, case)
            if time.monotonic() > deadline:
                break
            runs.append(run)
    finally:
        stop()
        probe.notebook_value = None
    return Report(form, runs, "time" if len(runs) < len(cases) else "")


def interrupt_at(deadline: float) -> Callable[[], None]:
    """Raise TimeoutError in Python code outside this package that runs past the deadline.

    Returns the function that ends the watch. Needs Python 3.12, which every browser edition has.
    """
    monitoring, here = getattr(sys, "monitoring", None), os.path.dirname(__file__)
    if monitoring is None:
        return lambda: None

    looks = itertools.count()

    def look(code, *_):
        late = next(looks) % SELDOM == 0 and time.monotonic() > deadline
        if late and not code.co_filename.startswith(here):
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
    sys.path += [p for p in json.loads(path) if p not in sys.path]  # Python's own come first
    if hasattr(signal, "SIGCHLD"):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if what == "judge":
        be_judge()
    elif what == "keep":
        import cloudpickle  # noqa: F401 - so that each child has it

        keep(sys.stdin.buffer, sys.stdout.buffer)
    else:
        sys.dont_write_bytecode = True
        frames = [read_frame(sys.stdin.buffer) for _ in range(3)]
        reply = os.dup(1)
        close_streams()
        answer_job(frames, reply)


def be_judge() -> None:
    """Become the judge; its keeper is forked off before anything of the course is loaded."""
    import cloudpickle  # noqa: F401 - for both

    pipes = fork_keeper() if hasattr(os, "fork") else ()
    sys.path.insert(0, os.path.dirname(HOME))
    judge = importlib.import_module("mgrad.check.judge")
    judge.serve(*pipes)


def fork_keeper() -> tuple[BinaryIO, BinaryIO]:
    """A keeper that is a copy of this process, and the pipes to it."""
    question, ask = os.pipe()
    listen_at, reply = os.pipe()
    if os.fork() == 0:
        os.setsid()
        notebook = os.dup(0)
        os.dup2(question, 0)
        os.dup2(reply, 1)
        os.dup2(notebook, 2)  # to see when the notebook is gone
        os.closerange(3, notebook + 1)
        keep(sys.stdin.buffer, sys.stdout.buffer)
        os._exit(0)
    os.close(question)
    os.close(reply)
    return os.fdopen(ask, "wb"), os.fdopen(listen_at, "rb")
