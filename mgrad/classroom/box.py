"""The sandbox of one student, and what comes out of it. Nothing that comes out is trusted."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import tempfile
from contextlib import suppress

from mgrad.check.sandbox import END, Report, Sandbox, read_frame, time_limit, write_frame
from mgrad.check.task import Task
from mgrad.classroom.cells import PRELOADED
from mgrad.classroom.isolation import protection, start_cells

CELL_SECONDS = 20  # of computing, for one cell; three times as long by the clock
NOTEBOOK_SECONDS = 120  # of computing, for all cells together
LEFT_OUT = 5  # so many cells of a notebook that end its process are gone round
LARGE = re.compile(rb"sklearn|matplotlib|mgrad\.pictures")  # in an answer, as bytes


class Talk:
    """What a notebook handed out (see ``cells.HandOut``).

    Attributes:
        tasks: task id -> name of the answer.
        answers: key -> the answer, or why it could not be sent.
        uses: task id -> (place, key, number of the cell that made the answer).
        errors: number of a cell -> its error.
        begun: the number of the cell that began last.
        complete: whether all cells were run.
    """

    def __init__(self, tasks: dict[str, str]):
        self.tasks = tasks
        self.answers: dict[str, dict] = {}
        self.uses: dict[str, list[tuple[str, str, int]]] = {task_id: [] for task_id in tasks}
        self.errors: dict[int, str] = {}
        self.begun, self.complete = -1, False

    def listen(self, reply: bytes) -> None:
        """Take in the lines of a process."""
        self.begun, self.complete = -1, reply.endswith(END)
        for line in reply.decode("utf-8", errors="replace").splitlines():
            with suppress(ValueError, KeyError, TypeError, RecursionError):
                self.take(json.loads(line))

    def take(self, line: dict) -> None:
        if "task" in line:
            use = (str(line["at"]), str(line["key"]), int(line["cell"]))
            if use not in self.uses[line["task"]]:
                self.uses[line["task"]].append(use)
        elif "answer" in line:
            base64.b64decode(line["answer"], validate=True)
            self.answers[str(line["key"])] = {"answer": line["answer"]}
        elif "unsendable" in line:
            form = line["form"] if isinstance(line["form"], dict) else {}
            self.answers[str(line["key"])] = {"unsendable": str(line["unsendable"]), "form": form}
        elif "error" in line:
            self.errors[int(line["cell"])] = str(line["error"])[:400]
        else:
            self.begun = int(line["cell"])

    def answers_to(self, task: Task) -> list[tuple[str, int]]:
        """(key, cell) of what may answer a task, each once, the one that was meant first."""
        uses = [use for use in self.uses[task.id] if use[1] in self.answers]
        checked = [use for use in uses if use[0] == "check"][::-1]
        bound = [use for use in uses if use[0] == "cell"]
        sharing = [task_id for task_id, name in self.tasks.items() if name == task.answer_name]
        meant = bound[sharing.index(task.id) :][:1]  # of several, in the order of the tasks
        ordered = [*checked, *meant, *uses[::-1]]
        return list(dict.fromkeys((key, cell) for _, key, cell in ordered))


def kind_of(imports: list[str], answer: bytes = b"") -> str:
    """The kind of sandbox for work with these libraries, or for an answer that mentions some."""
    if b"torch" in answer or any(name.startswith("torch") for name in imports):
        return "torch"
    return "large" if imports or LARGE.search(answer) else "package"


class Box:
    """Sandboxes that start when they are needed, and end with the ``with`` block.

    There are four kinds, which have loaded beforehand what they are for: ``"bare"`` nothing, for
    tasks that hide something of the package, ``"package"`` its rooms, and ``"large"`` and
    ``"torch"`` the libraries that a notebook or an answer mentions; to copy those takes longer.

    With bubblewrap they serve many students: the first process of each is out of their reach, and
    after each piece of work all processes and files there are gone. Otherwise each student gets a
    new one, which serves for all.
    """

    def __init__(self):
        self.running: dict[str, tuple[subprocess.Popen, tempfile.TemporaryDirectory]] = {}

    def __enter__(self) -> Box:
        return self

    def __exit__(self, *_) -> None:
        if protection() != "bubblewrap":
            self.close()

    def close(self) -> None:
        """End all that runs in the sandboxes; the next use starts others."""
        for process, folder in self.running.values():
            with suppress(subprocess.TimeoutExpired):  # it goes when nobody can ask it any more
                process.communicate(timeout=2)
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            folder.cleanup()
        self.running.clear()

    def sandbox(self, kind: str) -> Sandbox:
        """A keeper in a sandbox of a kind, or what there is where the system cannot fork."""
        if not hasattr(os, "fork"):
            return Sandbox()
        shared = protection() == "bubblewrap"
        kind = kind if shared else "bare"
        if kind not in self.running:
            folder = tempfile.TemporaryDirectory(prefix="mgrad-", ignore_cleanup_errors=True)
            what = "share" if shared else "keep"
            self.running[kind] = start_cells(what, folder.name, kind), folder
        process, _ = self.running[kind]
        return Sandbox(process.stdin, process.stdout)

    def use_answer(self, job: dict, answer: bytes) -> Report:
        """Use an answer on the cases of a job (see ``Sandbox.run``).

        Raises:
            EOFError, OSError: the sandbox is gone, or could not start.
        """
        kind = "bare" if job["hides"] else kind_of(job["imports"], answer)
        return self.sandbox(kind).run(job, answer)

    def run_cells(self, cells: list[str], tasks: list[Task], seed: int) -> Talk:
        """Run the cells of a notebook; one that ends the process is left out the next time.

        Raises:
            EOFError, OSError: the sandbox is gone, or could not start.
        """
        talk = Talk({task.id: task.answer_name for task in tasks})
        text, left_out = "\n".join(cells), []
        order = {
            "cells": cells,
            "tasks": talk.tasks,
            "skip": left_out,
            "seed": seed,
            "seconds": NOTEBOOK_SECONDS,
            "cell_seconds": CELL_SECONDS,
            "imports": [name for name, words in PRELOADED.items() if re.search(words, text)],
        }
        while len(left_out) <= LEFT_OUT:
            talk.listen(self.ask(order))
            if talk.complete or talk.begun < 0:
                break
            left_out.append(talk.begun)
            talk.errors[talk.begun] = "It ended the process, or took too long."
        return talk

    def ask(self, order: dict) -> bytes:
        """The reply of the program to an order."""
        frames = [json.dumps(order).encode(), b"", b""]
        if hasattr(os, "fork"):
            keeper = self.sandbox(kind_of(order["imports"]))
            for frame in frames:
                write_frame(keeper.questions, frame)
            return [read_frame(keeper.replies) for _ in range(2)][1]
        question = b"".join(len(frame).to_bytes(8, "big") + frame for frame in frames)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            process = start_cells("once", folder)
            try:
                return process.communicate(question, timeout=time_limit(NOTEBOOK_SECONDS))[0]
            except subprocess.TimeoutExpired:
                process.kill()
                return process.communicate()[0]
