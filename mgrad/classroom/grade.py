"""Grade a class: every notebook of every student, on this machine or on a Dask cluster.

The results are one file, ``results.jsonl``, to which each notebook is added when it is done, all
its lines at once. So a run that was stopped, in whatever way, goes on where it was, and one that
ran to its end has sorted lines: the same bytes from the same notebooks and the same seed.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any

import mgrad
from mgrad.classroom.isolation import protection
from mgrad.classroom.student import Notebook, derive, grade_student, same_for_all, tasks_of
from mgrad.classroom.submissions import Found, find_submissions, read_found

RETRIES = 3  # when a worker is lost
AHEAD = 2  # so many batches of students for each core; the scheduler need not know of the others
WORTH, LARGEST_BATCH = 2.0, 16  # seconds of grading in a batch: its way takes some milliseconds
QUIET = {  # nobody looks at what Dask would measure about itself, and keep of its messages
    "distributed.admin.low-level-log-length": 10,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.scheduler.active-memory-manager.start": False,
}
NEEDS_DASK = "Grading on several cores needs dask.distributed: pip install 'mgrad[classroom]'"


class Results:
    """The file of results: what is in it, and how it grows.

    Args:
        folder: of the results; it is made if it is not there.

    Attributes:
        groups: (student, lesson, digest where no lesson is known) -> the lines of a notebook.
        found: how many students have handed in something.
        passed_over: files that were not graded because others of the same student count.
        kept: (student, lesson) of earlier runs, of which nothing was handed in this time.
    """

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.path, self.times_path = folder / "results.jsonl", folder / "times.jsonl"
        self.groups: dict[tuple, list[dict]] = {}
        self.found = 0
        self.passed_over: list[str] = []
        self.kept: list[tuple[str, str]] = []
        for line in read_lines(self.path):
            group = self.groups.setdefault(key_of(line), [])
            if group and group[0]["notebook"] != line["notebook"]:
                group.clear()  # handed in again since
            if line not in group:
                group.append(line)
        whole = {key: group for key, group in self.groups.items() if is_whole(group)}
        if whole != self.groups or not ends_well(self.path):
            self.groups = whole
            self.sort()

    def compare(self, students: dict[str, list[Found]], lessons: set[str]) -> None:
        """Note what is handed in no more; a file of no lesson goes when its student has others."""
        now = {(found.student, found.lesson) for files in students.values() for found in files}
        files = {
            (found.student, "", read_found(found).digest)
            for found in chain.from_iterable(students.values())
            if not found.lesson
        }
        for key in list(self.groups):
            if not (key[1] or lessons) and key[0] in students and key not in files:
                del self.groups[key]
        self.found = len(students)
        asked = {key[:2] for key in self.groups if not lessons or key[1] in lessons}
        self.kept = sorted(asked - now)
        self.passed_over = [
            name for found in chain.from_iterable(students.values()) for name in found.instead_of
        ]

    def has(self, notebook: Notebook, seed: int) -> bool:
        """Whether this notebook was graded with this seed; a failure of ours does not count."""
        group = self.groups.get(key_of(notebook._asdict() | {"notebook": notebook.digest}), [])
        return bool(group) and all(
            line["notebook"] == notebook.digest
            and line["version"] == mgrad.__version__
            and line["status"] != "machinery"
            and line["seed"] == derive(seed, line["student"], line["task"])
            for line in group
        )

    def add(self, groups: list[list[dict]], spent: dict) -> None:
        """Add the results of a student's notebooks, and the time that they took."""
        for group in groups:
            self.groups[key_of(group[0])] = group
        append(self.path, [line for group in groups for line in group])
        append(self.times_path, [spent])

    def sort(self) -> None:
        """Write all lines in order, in place of the file."""
        new = self.path.with_suffix(".new")
        with new.open("w", encoding="utf-8", newline="\n") as file:
            for key in sorted(self.groups):
                file.writelines(map(to_line, self.groups[key]))
        new.replace(self.path)

    def lines(self) -> Iterator[dict]:
        for key in sorted(self.groups):
            yield from self.groups[key]


def key_of(line: dict) -> tuple:
    return line["student"], line["lesson"], "" if line["lesson"] else line["notebook"]


def is_whole(group: list[dict]) -> bool:
    """Whether a line for each task of the lesson is there."""
    return [line["task"] for line in group] == (tasks_of(group[0]["lesson"]) or [""])


def read_lines(path: Path) -> Iterator[dict]:
    """The lines of a file of results; one that was cut off is passed over."""
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as file:
            for text in file:
                try:
                    line = json.loads(text)
                except ValueError:
                    continue
                if isinstance(line, dict) and "student" in line:
                    yield line


def ends_well(path: Path) -> bool:
    """Whether the last line of a file is complete."""
    if not path.exists() or path.stat().st_size == 0:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def append(path: Path, lines: list[dict]) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write("".join(map(to_line, lines)))


def to_line(line: dict) -> str:
    text = json.dumps(line, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")


# -- a class -----------------------------------------------------------------------------------


def grade(
    submissions: Path,
    out: Path,
    *,
    seed: int = 0,
    lessons: set[str] = frozenset(),
    workers: int | None = None,
    scheduler: str | None = None,
    resume: bool = True,
    progress: bool = False,
) -> Results:
    """Grade what a class has handed in, and write ``results.jsonl``.

    Args:
        submissions: a folder or a ZIP file (see ``submissions``).
        out: the folder for the results.
        seed: makes the random cases, together with the names of student and task.
        lessons: only these, such as ``{"03"}``; empty for all.
        workers: processes on this machine; None for one on each core, 0 for none but this one,
            which needs no Dask.
        scheduler: the address of a Dask cluster, in place of this machine.
        resume: leave out what was graded before.
        progress: show a bar.

    Raises:
        FileNotFoundError: there are no submissions.
        ModuleNotFoundError: Dask is needed, and not installed.
    """
    students = find_submissions(submissions, lessons)
    results = Results(out)
    results.compare(students, lessons)
    jobs = open_jobs(students, results if resume else None, seed)
    with ExitStack() as stack:
        bar = stack.enter_context(progress_bar(len(students), progress))
        first = list(islice(jobs, 1))
        if not first or (workers == 0 and scheduler is None):
            done = (grade_timed(job, seed) for job in chain(first, jobs))
        else:
            cluster = stack.enter_context(Cluster(workers, scheduler))
            done = cluster.map(chain(first, jobs), seed)
        for groups, spent in done:
            results.add(groups, spent)
            bar.update(1)
    results.sort()
    return results


def open_jobs(
    students: dict[str, list[Found]], results: Results | None, seed: int
) -> Iterator[list[Notebook]]:
    """For each student the notebooks that are still to be graded."""
    for found in students.values():
        notebooks = map(read_found, found)
        job = [n for n in notebooks if results is None or not results.has(n, seed)]
        if job:
            yield job


def grade_timed(job: list[Notebook], seed: int) -> tuple[list[list[dict]], dict]:
    """The results of a student, and what they took."""
    start = time.monotonic()
    groups = grade_student(job, seed)
    return groups, say_spent(job, time.monotonic() - start, protection())


def say_spent(job: list[Notebook], seconds: float, protection: str) -> dict:
    """One line of ``times.jsonl``."""
    return {
        "student": job[0].student,
        "notebooks": len(job),
        "seconds": round(seconds, 2),
        "protection": protection,
    }


def progress_bar(total: int, shown: bool) -> Any:
    from tqdm import tqdm

    return tqdm(total=total, unit=" students", disable=not shown, smoothing=0.05)


# -- many at once ------------------------------------------------------------------------------


class Cluster:
    """Workers of Dask: those at an address, or some on this machine that end with the block.

    Args:
        workers: how many on this machine; None for one on each core.
        scheduler: the address of a cluster that is there already, or None.

    Raises:
        ModuleNotFoundError: Dask is not installed.
    """

    def __init__(self, workers: int | None, scheduler: str | None):
        try:
            import distributed
        except ModuleNotFoundError:
            raise ModuleNotFoundError(NEEDS_DASK) from None
        self.dask, self.workers, self.scheduler = distributed, workers, scheduler
        self.stack = ExitStack()

    def __enter__(self) -> Cluster:
        from unittest.mock import patch  # which no other command needs

        from dask import config

        self.stack.enter_context(patch.dict(os.environ))  # where Dask leaves its workers' settings
        self.stack.enter_context(config.set(QUIET))
        address = self.scheduler
        if address is None:
            address = self.stack.enter_context(
                self.dask.LocalCluster(
                    n_workers=self.workers or os.cpu_count(),
                    threads_per_worker=1,  # one sandbox in each
                    memory_limit=0,  # a notebook's memory is limited where it runs
                    dashboard_address=None,
                    silence_logs="CRITICAL",
                )
            )
        self.client = self.stack.enter_context(self.dask.Client(address))
        return self

    def __exit__(self, *error: Any) -> None:
        self.stack.__exit__(*error)

    def map(self, jobs: Iterator[list[Notebook]], seed: int) -> Iterator[tuple]:
        """The result of each job, in the order in which they are done."""
        cores = max(1, sum(self.client.ncores().values()))
        running, waiting = self.dask.as_completed(), {}

        def begin(size: int) -> None:
            batch = list(islice(jobs, size))
            if batch:
                future = self.client.submit(grade_batch, batch, seed, pure=False, retries=RETRIES)
                waiting[future.key] = batch
                running.add(future)

        for _ in range(AHEAD * cores):
            begin(1)
        for future in running:
            batch, error = waiting.pop(future.key), future.exception()
            done = [lost(job, seed, error) for job in batch] if error else future.result()
            seconds = sum(spent["seconds"] for _, spent in done) / len(done)
            begin(max(1, min(LARGEST_BATCH, round(WORTH / max(seconds, 0.01)))))
            yield from done


def grade_batch(batch: list[list[Notebook]], seed: int) -> list[tuple]:
    """The results of some students, which travel together."""
    return [grade_timed(job, seed) for job in batch]


def lost(job: list[Notebook], seed: int, error: BaseException) -> tuple[list[list[dict]], dict]:
    """What is said of a student whose worker was lost again and again."""
    message = f"The machine that graded this was lost ({type(error).__name__})."
    groups = [same_for_all(notebook, "machinery", message, seed) for notebook in job]
    return groups, say_spent(job, 0.0, "")
