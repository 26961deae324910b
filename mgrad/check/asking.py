"""The notebook's side of a check: send an answer to the judge, and remember what passed.

Whoever imports this file is about to check. So the judge is started here, and is there before the
first answer is.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from mgrad.check import Result
from mgrad.check.sandbox import Judge, Report, run_here
from mgrad.check.task import Task, find_task, task_ids

NOTHING = object()
JUDGE = Judge()
if hasattr(os, "register_at_fork"):  # a copy of the notebook gets a judge and a lock of its own
    os.register_at_fork(after_in_child=JUDGE.__init__)
if sys.platform != "emscripten":
    with suppress(OSError):  # then the first check tries it again, and says so
        JUDGE.start()


class NotPassed(AssertionError):
    """What a check has found, for nbgrader."""


def check(task_id: str, answer: Any = NOTHING, *, seed: int | None = None) -> Result:
    """Check an answer.

    Args:
        task_id: for example ``"01.slope"``.
        answer: the function, class, number or list to check; left out, it is taken from the
            notebook.
        seed: makes the random cases; left out, each check has new ones.

    Returns:
        A ``Result``; an unknown task, a missing answer or an exception in it are results too.

    Raises:
        NotPassed: nbgrader runs the notebook, for which a test that fails is one that raises.
    """
    from mgrad.translation import CHECKS, say

    if find_task(task_id) is None:
        import difflib

        near = difflib.get_close_matches(str(task_id), task_ids(), n=3, cutoff=0.3)
        near = ", ".join(near or task_ids()[:5])
        told = f"There is no task of this name. Nearest: {near}."
        return Result(str(task_id), False, say(told, CHECKS))
    notebook = vars(sys.modules["__main__"])
    if answer is not NOTHING:
        notebook = notebook | {find_task(task_id).answer_name: answer}
    result = check_answer(task_id, notebook, seed)
    if result.passed:
        task = find_task(task_id)
        result.message = "\n".join([result.message, *remember(task, notebook[task.answer_name])])
    from mgrad.check.sharing import share_result

    result.message = say(result.message, CHECKS)
    trouble = share_result(result)
    if trouble:
        result.message += f"\n{trouble}"
    if not result.passed and os.environ.get("NBGRADER_EXECUTION"):
        raise NotPassed(result)
    return result


def check_answer(task_id: str, notebook: dict[str, Any], seed: int | None = None) -> Result:
    """Check the answer to a task among the names of a notebook; nothing is remembered."""
    task = find_task(task_id)
    for library in task.imports:
        if find_spec(library.partition(".")[0]) is None:
            return Result(task_id, False, say_left_out(library))
    if task.answer_name not in notebook:
        return Result(task_id, False, why_missing(task))
    if seed is None:
        seed = int.from_bytes(os.urandom(4), "big")  # leaves the notebook's numbers alone
    engine = notebook.get("Value")
    engine = engine if isinstance(engine, type) else None
    verdict = ask(task, seed, notebook[task.answer_name], engine)
    return Result(task_id, verdict["passed"], verdict["message"], verdict["misconception"], seed)


def remember(task: Task, answer: Any) -> list[str]:
    """Note that a task is passed, and keep a class. Returns what went wrong, in words."""
    from mgrad.check.progress_file import record

    trouble = [record(task.id)]
    if task.keeps:
        from mgrad.check.mine import keep

        trouble.append(keep(task.answer_name, answer))
    return list(filter(None, trouble))


def ask(task: Task, seed: int, answer: Any, engine: type | None) -> dict:
    """The judge's verdict: from its own process, or from this one in the browser."""
    if sys.platform == "emscripten":
        return ask_here(task, seed, answer, engine)
    from mgrad.check.sending import write_answer

    with JUDGE.one_at_a_time:
        try:
            sent = write_answer(answer)
        except Exception as error:
            return say_unsendable(task, answer, error)
        try:
            engine = write_answer(engine)
        except Exception:  # it is not what is asked for
            engine = write_answer(None)
        verdict = JUDGE.ask(task.id, seed, pickle.dumps((sent, engine)))
    return verdict or {"passed": False, "misconception": None, "message": NO_JUDGE}


def ask_here(task: Task, seed: int, answer: Any, engine: type | None) -> dict:
    import random

    from mgrad.check.judge import assess

    state = random.getstate()  # a check leaves the notebook's next random number as it is
    try:
        return assess(task, seed, lambda job: run_here(job, answer, engine))
    finally:
        random.setstate(state)


def say_unsendable(task: Task, answer: Any, error: Exception) -> dict:
    """The verdict on an answer that cannot be written down."""
    from mgrad.check.judge import reach_verdict
    from mgrad.check.probe import describe_form, failure

    form = {}
    with suppress(Exception):
        form = describe_form(answer)
    return reach_verdict(task, [], Report(form, [], f"unsendable: {failure(error)['text']}"))


NO_JUDGE = (
    "The check itself could not be run. Run the cell once more; if that does not help, "
    "restart the kernel."
)


def say_left_out(library: str) -> str:
    name = {"torch": "PyTorch"}.get(library, library)
    if sys.platform == "emscripten":
        return f"This task needs {name}: the browser does not have it, so leave the task out."
    return (
        f"This task needs {name}: leave it out, or install {library} (the lesson says how) and "
        "restart the kernel."
    )


def why_missing(task: Task) -> str:
    error = getattr(sys, "last_value", None)
    if isinstance(error, SyntaxError):
        return (
            f"The cell above has a {type(error).__name__} in line {error.lineno}: mend it and run "
            "it again, then this check."
        )
    missing = f"There is no {task.answer_name} yet: run the cell above first, and keep the name."
    if isinstance(error, Exception):
        words = " ".join(str(error).split())[:200]
        return f"{missing} The last cell that failed says: {type(error).__name__}: {words}"
    return missing
