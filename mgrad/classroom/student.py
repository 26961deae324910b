"""Grade the notebooks of one student: run them in a sandbox, judge what comes out.

Each notebook runs in a process of its own in a sandbox, and so does each answer; the judging
happens here, where no code of the student's is.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache, partial
from importlib.util import find_spec
from typing import Any, NamedTuple

import mgrad
from mgrad.check.judge import assess, reach_verdict
from mgrad.check.notebook import read_cells
from mgrad.check.probe import is_failure
from mgrad.check.sandbox import Report
from mgrad.check.task import Task, find_task, task_ids
from mgrad.classroom.box import Box, Talk
from mgrad.translation import COURSE, languages, read_catalogue, translate_code

STARTS = 3  # a notebook that ends its sandbox so often is set aside
SET_ASIDE = "This notebook ended its sandbox three times and is set aside: look at it by hand."
NOT_BEGUN = "Not begun: this is as it was handed out."
BOX = Box()  # of this process


class Notebook(NamedTuple):
    """What a student handed in for a lesson.

    ``lesson`` is ``"03"``, or empty if nobody can tell; ``digest`` names the content of the file;
    ``trouble`` is empty, or why there are no ``cells``.
    """

    student: str
    lesson: str
    digest: str
    cells: list[str]
    trouble: str = ""


def grade_student(notebooks: list[Notebook], seed: int) -> list[list[dict]]:
    """The results of a student: one list for each notebook, one dictionary for each task.

    Args:
        notebooks: all of one student.
        seed: makes, with the names of student and task, the random cases.
    """
    with BOX as box:
        return [grade_notebook(notebook, seed, box) for notebook in notebooks]


def grade_notebook(notebook: Notebook, seed: int, box: Box) -> list[dict]:
    """The results of one notebook. A sandbox that is lost is replaced, for so often."""
    if notebook.trouble:
        return same_for_all(notebook, "unreadable", notebook.trouble, seed)
    for _ in range(STARTS):
        try:
            return judge_notebook(notebook, seed, box)
        except (EOFError, BrokenPipeError):
            box.close()
        except OSError as error:
            return same_for_all(notebook, "machinery", f"No sandbox could start: {error}.", seed)
    return same_for_all(notebook, "failed", SET_ASIDE, seed)


def judge_notebook(notebook: Notebook, seed: int, box: Box) -> list[dict]:
    """Run the cells of a notebook, then judge each task of its lesson.

    Raises:
        EOFError, BrokenPipeError: the sandbox is gone.
    """
    tasks = [find_task(task_id) for task_id in tasks_of(notebook.lesson)]
    talk = box.run_cells(notebook.cells, tasks, seed)
    shipped = shipped_cells(notebook.lesson)
    return [judge_task(notebook, task, seed, talk, box, shipped) for task in tasks]


def judge_task(
    notebook: Notebook, task: Task, seed: int, talk: Talk, box: Box, shipped: set[str]
) -> dict:
    """The result of a task: the best of the answers that the notebook holds for it."""
    case_seed = derive(seed, notebook.student, task.id)
    say = partial(result, notebook, task.id, case_seed)
    for library in task.imports:
        if find_spec(library.partition(".")[0]) is None:
            return say("machinery", f"{library} is not installed where this was graded.")
    found = None
    own = "\n".join(cell for cell in notebook.cells if cell.strip() not in shipped)
    named = re.search(rf"\b{task.answer_name}\b", own)  # a method may be added to a class there
    for key, cell in talk.answers_to(task):
        as_shipped = cell < len(notebook.cells) and notebook.cells[cell].strip() in shipped
        status, verdict = "missing", {"message": NOT_BEGUN}
        if named or not as_shipped:
            judged = judge_answer(task, case_seed, talk.answers[key], box)
            if judged[0] == "passed" or not as_shipped:
                status, verdict = judged
        if status == "passed" or found is None:
            found = status, verdict
        if status == "passed":
            break
    if found is None:
        return say(*why_missing(notebook, task, talk))
    status, verdict = found
    return say(status, verdict["message"], verdict.get("misconception"))


def judge_answer(task: Task, seed: int, sent: dict, box: Box) -> tuple[str, dict]:
    """The status of one answer, and the verdict of the checks.

    Raises:
        EOFError, OSError: the sandbox is gone.
    """
    seen = [Report(sent.get("form", {}), [], f"unsendable: {sent.get('unsendable')}")]

    def run(job: dict) -> Report:
        seen.append(box.use_answer(job | {"seed": seed}, base64.b64decode(sent["answer"])))
        return seen[-1]

    try:
        verdict = assess(task, seed, run) if "answer" in sent else reach_verdict(task, [], seen[0])
    except (EOFError, OSError):
        raise
    except Exception as error:  # an outcome that somebody has forged, or a fault of ours
        return "machinery", {"message": f"The check itself failed ({type(error).__name__})."}
    return status_of(verdict, seen[-1]), verdict


def status_of(verdict: dict, report: Report) -> str:
    """One word for a verdict."""
    if verdict["passed"]:
        return "passed"
    if report.ended.startswith("broken"):
        return "machinery"
    if report.form.get("dots") or report.form.get("empty") or "Still to do" in verdict["message"]:
        return "missing"
    if verdict["misconception"]:
        return "wrong"
    if report.ended or any(is_failure(run["outcome"]) for run in report.runs):
        return "failed"
    return "wrong"


def why_missing(notebook: Notebook, task: Task, talk: Talk) -> tuple[str, str]:
    """Status and message where a notebook has nothing under the name of an answer."""
    name = task.answer_name
    definition = re.compile(rf"^\s*(?:(?:def|class)\s+{name}\b|{name}\s*=)", re.MULTILINE)
    for cell, error in talk.errors.items():
        if cell < len(notebook.cells) and definition.search(notebook.cells[cell]):
            return "failed", f"The cell that should make {name} fails. {error}"
    return "missing", f"There is no {name} in this notebook."


# -- results -----------------------------------------------------------------------------------


def result(
    notebook: Notebook,
    task_id: str,
    seed: int,
    status: str,
    message: str,
    misconception: str | None = None,
) -> dict:
    """One line of the results."""
    return {
        "student": notebook.student,
        "lesson": notebook.lesson,
        "task": task_id,
        "status": status,
        "misconception": misconception,
        "message": message,
        "seed": seed,
        "version": mgrad.__version__,
        "notebook": notebook.digest,
    }


def same_for_all(notebook: Notebook, status: str, message: str, seed: int) -> list[dict]:
    """One status for every task of a lesson; a notebook of no lesson has one line."""
    return [
        result(notebook, task_id, derive(seed, notebook.student, task_id), status, message)
        for task_id in tasks_of(notebook.lesson) or [""]
    ]


def tasks_of(lesson: str) -> list[str]:
    return [task_id for task_id in task_ids() if lesson and task_id.startswith(f"{lesson}.")]


def derive(*parts: Any) -> int:
    """A seed of 32 bits from a seed and names."""
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:4], "big")


@cache
def shipped_cells(lesson: str, folder: str = "exercises") -> set[str]:
    """The code cells of the exercises, or of a lesson, as they are shipped, in all languages."""
    cells = set()
    for path in COURSE.glob(f"{folder}/{lesson}-*.ipynb"):
        english = read_cells(path.read_bytes())
        catalogues = [{}, *(read_catalogue(language, path.stem) for language in languages())]
        cells |= {translate_code(cell, words).strip() for cell in english for words in catalogues}
    return cells
