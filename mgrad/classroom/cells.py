"""Run the cells of a notebook where no right answer is, and hand out what it answers.

The file is a program, started by its path inside a sandbox (see ``isolation``); it must not
import the package. Like the keeper of a single check it forks a child for each piece of work: one
runs the cells of a notebook, in order and once, and each answer that it leaves is then used in a
child of its own. The libraries are loaded once, before. Only lines of JSON come out.
"""

from __future__ import annotations

import ast
import base64
import builtins
import gc
import hashlib
import importlib
import importlib.util
import json
import os
import random
import re
import shutil
import signal
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

HOME = Path(__file__).resolve().parents[1]  # the folder of the package
LONGEST_ANSWER = 1024**2  # bytes
LONGEST_TALK = 16 * 1024**2  # bytes that a notebook may hand out
SCRATCH = "/scratch"  # the only folder that can be written to under bubblewrap
PROCESSES = 256  # where the system counts them for each sandbox
PRELOADED = {  # a library that takes long to load -> what a notebook that uses it mentions
    "sklearn.datasets": r"\bsklearn\b",
    "sklearn.model_selection": r"\bmodel_selection\b",
    "torch": r"\btorch\b",
    "matplotlib.pyplot": r"\b(?:figure|panels|plot_\w+|plots)\b",
}
FIRST_USE = {  # what else a library loads or looks for when it is used
    "sklearn.datasets": lambda datasets: datasets.make_moons(4),
    "matplotlib.pyplot": lambda pyplot: pyplot.close(pyplot.subplots()[0]),
}
ROOMS = (  # of the package
    "engine", "nn", "losses", "gradcheck", "train", "tensor", "optimisers", "pictures.graph",
)  # fmt: skip
NOTHING = object()
PYTHON_INSIDE = ("time", "timeit", "capture", "prun")  # cell magics around a cell in Python
# Where Jupyter has a language of its own: %magic, !program, help?
JUPYTER = re.compile(r"^([ \t]*)(?:[%!].*|[\w.]+\?\??[ \t]*|\w+ *= *[%!].*)$", re.MULTILINE)

TIMED = re.compile(r"^([ \t]*)%time +(?=\S)", re.MULTILINE)  # around a statement in Python


def load_room(name: str) -> ModuleType:
    """A file of the checks, by its path."""
    spec = importlib.util.spec_from_file_location(name, HOME / "check" / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# -- the program -------------------------------------------------------------------------------


def main(what: str, path: str, kind: str) -> None:
    """Serve until nobody asks any more.

    Args:
        what: ``"once"`` does one piece of work itself; ``"share"``, in a file system of its own,
            empties what can be written to after each; ``"keep"`` leaves files to their owner.
        path: where libraries are, as JSON.
        kind: ``"bare"`` where something of the package may be hidden from a child.
    """
    sys.path += [place for place in json.loads(path) if place not in sys.path]
    sandbox = load_room("sandbox")
    load_room("sending")
    frames = partial(read_frames, sandbox)
    if what == "once":
        first = frames()
        reply = os.dup(1)
        sandbox.close_streams()
        work_of(sandbox, first)(reply)
    if hasattr(signal, "SIGCHLD"):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sandbox.limit("RLIMIT_NPROC", PROCESSES)
    hide_from_children()
    preload("numpy.random")
    if kind != "bare":
        sandbox.load_package(*ROOMS)
        # Nobody looks at a drawing here: the course's own layout is quicker than a program.
        sys.modules["mgrad.pictures.layout"].find_dot = lambda: None
    else:
        sandbox.load_package()
    with suppress(EOFError):
        while True:
            first = frames()
            order = json.loads(first[0])
            for name in order["imports"]:
                preload(name)
            sys.modules["sending"].installed.update(sys.modules)
            gc.freeze()  # what is here already is no garbage of a child's
            longest = LONGEST_TALK if "cells" in order else sandbox.LONGEST_REPLY
            sandbox.compile_without(frozenset(order.get("hides", ())))
            ended, reply = sandbox.fork_child(work_of(sandbox, first), order["seconds"], longest)
            end_all_processes()
            if what == "share":
                remove_all_files()
            sandbox.write_frame(sys.stdout.buffer, ended.encode())
            sandbox.write_frame(sys.stdout.buffer, reply)


def hide_from_children() -> None:
    """Nobody without privileges can look into this process, or write into it."""
    with suppress(Exception):  # Linux only
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


def end_all_processes() -> None:
    """Whatever a child has left running, where this is the first process of a space of its own."""
    if os.getpid() == 1:
        with suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        with suppress(ChildProcessError):
            while True:
                os.wait()


def remove_all_files() -> None:
    for left in [*Path(SCRATCH).iterdir(), *Path("/dev/shm").iterdir()]:
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def read_frames(sandbox: ModuleType) -> list[bytes]:
    return [sandbox.read_frame(sys.stdin.buffer) for _ in range(3)]


def preload(name: str) -> None:
    """Load a library once for all children; where it is missing, they will say so."""
    if name in sys.modules:
        return
    with suppress(Exception):
        library = importlib.import_module(name)
        if name in FIRST_USE:
            FIRST_USE[name](library)


def work_of(sandbox: ModuleType, frames: list[bytes]) -> Any:
    """What a child has to do: run cells, or use an answer."""
    order = json.loads(frames[0])

    def work(reply: int) -> None:
        seed_everything(order.get("seed", 0))
        if "cells" in order:
            run_notebook(sandbox, order, reply)
        else:
            sandbox.answer_job(frames, reply)

    return work


def seed_everything(seed: int) -> None:
    """The same numbers on every run, for an answer that draws some."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    if "torch" in sys.modules:
        sys.modules["torch"].default_generator.manual_seed(seed)  # the other way loads much


# -- a notebook --------------------------------------------------------------------------------


def run_notebook(sandbox: ModuleType, order: dict, reply: int) -> None:
    """Run the cells that are not skipped, and hand out the answers.

    The lines that are written: ``{"cell": 3}`` when a cell begins, ``{"cell": 3, "error": ...}``
    when it failed, and those of ``HandOut``.
    """
    leave, write, dumps = os._exit, os.write, json.dumps  # before a cell can replace them

    def say(line: dict) -> None:
        data = (dumps(line) + "\n").encode()
        while data:
            data = data[write(reply, data) :]

    try:
        notebook = sys.modules["__main__"] = ModuleType("__main__")
        hand_out = HandOut(order["tasks"], vars(notebook), say)
        sys.meta_path.insert(0, sandbox.PackageView([]))
        checks = sys.modules["mgrad.check"] = checks_that_record(hand_out)
        mgrad = importlib.import_module("mgrad")
        mgrad.check, mgrad.hand_in = checks, lambda *_: None
        builtins.display, builtins.exit, builtins.quit = print, sys.exit, sys.exit  # as in Jupyter
        sandbox.limit("RLIMIT_AS", sandbox.MEMORY)
        sandbox.limit("RLIMIT_FSIZE", sandbox.LARGEST_FILE)
        sys.path.insert(0, "")
        for number, source in enumerate(order["cells"]):
            if number not in order["skip"]:
                say({"cell": number})
                hand_out.cell = number
                limit_cell(sandbox, order)
                error = run_cell(source, vars(notebook))
                if error:
                    say({"cell": number, "error": error})
                hand_out.after_cell()
        say({"cell": len(order["cells"])})
        limit_cell(sandbox, order)
        hand_out.at_the_end()
        write(reply, sandbox.END)
    finally:
        leave(0)


def limit_cell(sandbox: ModuleType, order: dict) -> None:
    """Let the system end this process when a cell computes or waits for too long."""
    if sandbox.resource is not None:
        most = order["seconds"]
        soft = min(int(time.process_time()) + order["cell_seconds"], most)
        with suppress(ValueError, OSError):
            sandbox.resource.setrlimit(sandbox.resource.RLIMIT_CPU, (soft, most))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, sandbox.PATIENCE * order["cell_seconds"])


def run_cell(source: str, names: dict) -> str:
    """Run one cell as Jupyter would. Returns an empty text, or the error in one line."""
    try:
        exec(compile(read_python(source), "<cell>", "exec"), names)
        return ""
    except BaseException as error:
        words = " ".join(str(error).split())[:300]
        line = f" (line {error.lineno})" if isinstance(error, SyntaxError) else ""
        return f"{type(error).__name__}: {words}{line}"


def read_python(source: str) -> ast.Module:
    """The Python of a cell, without what only Jupyter understands.

    Raises:
        SyntaxError: it is none.
    """
    if source.lstrip().startswith("%%"):
        first, _, rest = source.lstrip().partition("\n")
        source = rest if re.match(r"%%(\w*)", first)[1] in PYTHON_INSIDE else ""
    try:
        return ast.parse(source)
    except SyntaxError:
        source = TIMED.sub(r"\1", source)
        return ast.parse(JUPYTER.sub(r"\1pass", source))


class HandOut:
    """Hands out the answers of a notebook: at a check, at the end, and when a name changes hands.

    It writes ``{"key": ..., "answer": ...}`` once for each answer (or ``"unsendable"`` with the
    ``form``), and ``{"task": ..., "key": ..., "at": ..., "cell": ...}`` for each task that it may
    answer.

    Args:
        tasks: task id -> name of the answer.
        names: the names of the notebook.
        say: writes a line.
    """

    def __init__(self, tasks: dict[str, str], names: dict, say: Any):
        self.tasks, self.names, self.say, self.cell = tasks, names, say, 0
        self.bound = dict.fromkeys(tasks.values(), (None, 0))  # answer name -> its object and cell
        self.said, self.changed = set(), set()
        several = list(tasks.values())
        self.shared = {name for name in several if several.count(name) > 1}
        self.send = sys.modules["sending"].write_answer

    def notice_changes(self) -> None:
        """Note the answer names that have a new object."""
        for name, (known, _) in self.bound.items():
            if name in self.names and self.names[name] is not known:
                self.bound[name] = self.names[name], self.cell
                self.changed.add(name)

    def at_check(self, task_id: str, answer: Any) -> None:
        self.notice_changes()
        name = self.tasks.get(task_id) if isinstance(task_id, str) else None
        if name is not None and answer is not NOTHING:
            self.offer(task_id, "check", answer, self.cell)
        elif name in self.names:
            self.offer(task_id, "check", self.names[name], self.bound[name][1])

    def after_cell(self) -> None:
        """One name for several tasks: each of its objects may be the answer to any of them."""
        self.notice_changes()
        for task_id, name in self.tasks.items():
            if name in self.changed & self.shared:
                self.offer(task_id, "cell", *self.bound[name])
        self.changed.clear()

    def at_the_end(self) -> None:
        engine = self.pack_engine()
        for task_id, name in self.tasks.items():
            if name in self.names:
                self.offer(task_id, "end", *self.bound[name], engine)

    def offer(self, task_id: str, at: str, answer: Any, cell: int, engine: bytes = b"") -> None:
        line = self.pack(answer, engine)
        key = hashlib.sha256(json.dumps(line).encode()).hexdigest()[:16]
        if key not in self.said:
            self.said.add(key)
            self.say({"key": key, **line})
        self.say({"task": task_id, "key": key, "at": at, "cell": cell})

    def pack(self, answer: Any, engine: bytes) -> dict:
        import pickle

        try:
            sent = self.send(answer)
            if len(sent) > LONGEST_ANSWER:
                raise ValueError("it is larger than a megabyte")
        except BaseException as error:
            form = {}
            with suppress(Exception):
                form = importlib.import_module("mgrad.check.probe").describe_form(answer)
            return {"unsendable": str(error)[:500], "form": form}
        both = pickle.dumps((sent, engine or self.pack_engine()))
        return {"answer": base64.b64encode(both).decode()}

    def pack_engine(self) -> bytes:
        """The notebook's own ``Value``, if it has one."""
        engine = self.names.get("Value")
        try:
            return self.send(engine if isinstance(engine, type) else None)
        except BaseException:  # it is not what is asked for
            return self.send(None)


class Recorded:
    """What a check returns here, where nobody knows what is right."""

    passed, misconception, seed = False, None, None

    def __init__(self, task_id: str):
        self.task_id, self.message = task_id, "handed in"

    def __repr__(self) -> str:
        return f"{self.task_id}: {self.message}"


def checks_that_record(hand_out: HandOut) -> ModuleType:
    """What a notebook imports as ``mgrad.check``: nothing is checked here, only handed out."""
    checks, mine = ModuleType("mgrad.check"), ModuleType("mgrad.check.mine")
    checks.__path__ = [str(HOME / "check")]

    def check(task_id: str, answer: Any = NOTHING, *, seed: int | None = None) -> Recorded:
        hand_out.at_check(task_id, answer)
        return Recorded(task_id)

    def choose(*names: str, whose: str = "mine") -> list[type]:
        mgrad = importlib.import_module("mgrad")
        return [getattr(mgrad, name) for name in names]

    checks.check, checks.progress, checks.share = check, lambda: None, lambda *_: ""
    checks.choose = mine.choose = choose
    checks.mine, mine.folder = mine, lambda: Path("mine")
    sys.modules["mgrad.check.mine"] = mine
    return checks


if __name__ == "__main__":
    main(*sys.argv[1:])
