"""Judge an answer: compare its outcomes with the right ones, and name the mistake.

The judge knows the right answers and runs no code of a student's. It works in a process of its
own, so nothing that a notebook does to its classes or to Python changes what is expected, and it
sends answers to the sandbox, which knows nothing. In the browser, which has one process, all
three are one.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, BinaryIO

from mgrad.check.detect import Evidence, Found, detect, flat
from mgrad.check.probe import FormError, failure, is_failure, plain, run_case, run_probe
from mgrad.check.sandbox import AGAIN, Report, Sandbox, read_frame, write_frame
from mgrad.check.task import Mistake, Task, find_task

LONGEST_OUTCOME = 400  # characters, in a message
LONGEST_LINE, MOST_LINES = 1_200, 12  # a message fits on a screen
NUMBERS = (float, bool)
MOST_KNOWN = 5_000  # outcomes of the course's own answers that are kept


# -- one answer --------------------------------------------------------------------------------


def assess(task: Task, seed: int, run: Callable[[dict], Report]) -> dict:
    """Use an answer on the cases of a task, and judge it.

    Args:
        task: what is asked for.
        seed: makes the random cases; the same seed makes the same cases.
        run: takes a job for the sandbox and returns its report.

    Returns:
        A dictionary with ``passed``, ``misconception`` (an id or None) and ``message``.
    """
    cases = task.cases(random.Random(seed))
    job = {
        "probe": task.probe,
        "cases": cases,
        "hides": task.hides,
        "imports": task.imports,
        "seconds": task.seconds,
    }
    return reach_verdict(task, cases, run(job))


def reach_verdict(task: Task, cases: list, report: Report) -> dict:
    """What to tell the student about an answer, from what came back of it."""
    how, _, why = report.ended.partition(": ")
    if how == "broken":
        return not_yet(f"{BROKEN} ({why}).")
    unfit = say_unfit(task, report.form)
    if unfit:
        return not_yet(*unfit)
    if how == "unsendable":
        return not_yet(say_unsendable(task, why))
    course = CourseAnswers(task, cases)
    right = [course.outcome(task.reference, i) for i in range(len(cases))]
    got = [read_outcome(task, run["outcome"]) for run in report.runs[: len(cases)]]
    wrong = [i for i, outcome in enumerate(got) if not task_equal(task, outcome, right[i])]
    if not wrong and report.ended:
        return not_yet(say_ended(task, cases, len(got), report.ended))
    if not wrong:
        trouble = find_side_effect(course, report, right)
        return say_found(trouble) if trouble else passed(task)
    level = min(task.level(cases[i]) for i in wrong)
    if level < 0:
        return not_yet(task.needs)
    if report.form.get("empty"):
        part = report.form["empty"]
        return not_yet(
            f"Still to do: {part} is empty. Write it in the cell above, run the cell, "
            "then this check."
        )
    looked_at = [i for i, case in enumerate(cases[: len(got)]) if task.level(case) <= level]
    wrong = [i for i in wrong if i in looked_at]
    if "!form" in keys(got[wrong[0]]):
        return not_yet(got[wrong[0]]["!form"], "form")
    complete = all(task.level(case) > level for case in cases[len(got) :])
    return name_mistake(course, right, got, looked_at, report, complete)


def name_mistake(
    course: CourseAnswers,
    right: list,
    got: list,
    looked_at: list,
    report: Report,
    complete: bool,
) -> dict:
    """The idea behind a wrong answer: one of the task's own, a general one, or a part of it."""
    task, cases = course.task, course.cases
    wrong = [i for i in looked_at if not task_equal(task, got[i], right[i])]

    def example(i: int) -> str:
        run = report.runs[i]
        by_read = isinstance(got[i], str) and not isinstance(run["outcome"], str)
        as_written = by_read and (task.kind == "value" or not isinstance(run["outcome"], dict))
        shown = show(run["outcome"] if as_written else got[i], run["tuple"])
        wanted = show(right[i], course.run(task.reference, i)["tuple"])
        return say_example(task, cases[i], got[i], shown, right[i], wanted)

    def say_mistake(mistake: Mistake, shown: int) -> dict:
        words = (mistake.explanation, example(shown), mistake.next_step)
        return not_yet("\n".join(words), mistake.id)

    if complete:
        telling_first = [*wrong, *(i for i in looked_at if i not in wrong)]
        for mistake in task.mistakes:
            if gives(course, mistake, got, telling_first):
                return say_mistake(mistake, wrong[0])
    error = got[wrong[0]]["!error"] if is_failure(got[wrong[0]]) else None
    if error == "NotImplementedError":
        return not_yet(
            f"Still to do: {task.answer_name} raises NotImplementedError. Write the missing part "
            "in the cell above."
        )
    if error in STOPPED:
        return not_yet(STOPPED[error])
    if error == "EOFError" and "reading a line" in got[wrong[0]]["text"]:
        return not_yet(NOBODY_TYPES)
    returned = [course.run(task.reference, i)["returned"] for i in looked_at]
    evidence = Evidence(
        task.answer_name,
        task.kind,
        [cases[i] for i in looked_at],
        [right[i] for i in looked_at],
        [got[i] for i in looked_at],
        partial(task_equal, task),
        [report.runs[i]["printed"] for i in looked_at],
        [(report.runs[i]["returned"], want) for i, want in zip(looked_at, returned)],
    )
    found = find_side_effect(course, report, right) or detect(evidence)
    if found:
        return say_found(found, example(wrong[0]))
    part = find_part(course, right, got, looked_at)
    if part:
        return say_mistake(*part)
    return not_yet(f"{example(wrong[0])}\n{say_next_step(task, got[wrong[0]])}")


def gives(course: CourseAnswers, mistake: Mistake, outcomes: list, looked_at: list) -> bool:
    """Whether a known mistake gives just these outcomes; it is asked until one differs."""
    return all(
        task_equal(course.task, outcomes[i], course.outcome(mistake.answer, i)) for i in looked_at
    )


def find_part(
    course: CourseAnswers, right: list, got: list, looked_at: list
) -> tuple[Mistake, int] | None:
    """The known mistake that is in the answer beside another one, and the first case to show it.

    It is there when the answer gives, in every case in which the mistake goes wrong, just what
    the mistake gives. A word or an error alone may have come about in another way.
    """
    task = course.task
    wrong = [i for i in looked_at if not task_equal(task, got[i], right[i])]
    fine = [i for i in reversed(looked_at) if i not in wrong]
    best, most = None, 0
    for mistake in task.mistakes:
        theirs = {i: course.outcome(mistake.answer, i) for i in wrong}
        its_own = [i for i in wrong if not task_equal(task, theirs[i], right[i])]
        varied = len({repr(theirs[i]) for i in its_own if not is_failure(theirs[i])}) > 1
        telling = varied or any(flat(theirs[i]) for i in its_own)
        here = all(task_equal(task, got[i], theirs[i]) for i in its_own)
        if not (telling and here and len(its_own) > most):
            continue  # most are out before they are asked about the other cases
        if all(task_equal(task, course.outcome(mistake.answer, i), right[i]) for i in fine):
            best, most = (mistake, its_own[0]), len(its_own)
    return best


def find_side_effect(course: CourseAnswers, report: Report, right: list) -> Found | None:
    """What an answer does besides giving outcomes: it changes its inputs, or remembers calls."""
    task, cases = course.task, course.cases
    changed = {name for run in report.runs for name in run["changed"]}
    if changed and not any(
        course.run(task.reference, i)["changed"] for i in range(len(cases[:AGAIN]))
    ):
        names = ", ".join(sorted(changed))
        return Found(
            "inputs-changed",
            f"{task.answer_name} changes what it is given: the content of {names} is another one "
            "after the call, and whoever called it still needs the old one.",
            f"Which line writes into {names}? Work with a copy.",
        )
    first = [run["outcome"] for run in report.runs[: len(cases)]]
    again = [run["outcome"] for run in report.runs[len(cases) :]]
    for i, outcome in enumerate(again):
        if outcome == first[i] or task_equal(task, first[i], outcome):
            continue
        if task_equal(task, own_outcome(task, task.reference, cases[i]), right[i]):
            where = task.say(cases[i])
            return Found(
                "remembers-calls",
                f"The same call does not give the same the second time: for {where} "
                f"first {show(first[i])}, later {show(outcome)}. Something is kept between "
                "calls, or left to chance.",
                "Which list, dictionary or global name lives longer than one call? (A default in "
                "the line with def is made once, not at every call. A set has no "
                "order of its own, and random numbers are new each time.)",
            )
    return None


def say_found(found: Found, example: str = "") -> dict:
    return not_yet("\n".join(filter(None, [found.explanation, example, found.next_step])), found.id)


def passed(task: Task) -> dict:
    return {"passed": True, "misconception": None, "message": task.notice}


def not_yet(message: str, misconception: str | None = None) -> dict:
    lines = [line[:LONGEST_LINE] for line in message.splitlines() if line.strip()]
    message = "\n".join(lines[:MOST_LINES]).encode("utf-8", "replace").decode()
    return {"passed": False, "misconception": misconception, "message": message}


class CourseAnswers:
    """What right answers and known mistakes give on the cases of a check; they are used only here.

    It is kept for the next check of the task, of which most cases are the same.
    """

    known: dict[tuple, tuple] = {}  # each with its answer, which must live as long as its id

    def __init__(self, task: Task, cases: list):
        self.task, self.cases = task, cases
        self.written = list(map(json.dumps, cases))
        if len(self.known) > MOST_KNOWN:
            self.known.clear()

    def outcome(self, answer: Any, i: int) -> Any:
        """The outcome of a case, in the form in which the task compares."""
        return self._know(own_outcome, answer, i)

    def run(self, answer: Any, i: int) -> dict:
        """All that is to be seen of a case (see ``probe.run_case``)."""
        return self._know(own_run, answer, i)

    def _know(self, use: Callable, answer: Any, i: int) -> Any:
        key = use, self.task.probe, self.task.read, id(answer), self.written[i]
        if key not in self.known:
            self.known[key] = use(self.task, answer, self.cases[i]), answer
        return self.known[key][0]


def own_outcome(task: Task, answer: Any, case: Any) -> Any:
    return read_outcome(task, run_probe(task.probe, answer, case))


def own_run(task: Task, answer: Any, case: Any) -> dict:
    return run_case(task.probe, answer, case)


def read_outcome(task: Task, outcome: Any) -> Any:
    """An outcome in the form in which the task compares."""
    if task.read is None or keys(outcome) & {"!error", "!form"}:
        return outcome
    try:
        found = task.read(outcome)
        return outcome if found is outcome else plain(found)
    except FormError as error:
        return {"!form": str(error)}
    except Exception as error:  # such as that of a program in the wrong order
        return failure(error)


def keys(outcome: Any) -> set:
    return set(outcome) if isinstance(outcome, dict) else set()


# -- equal or not ------------------------------------------------------------------------------


def task_equal(task: Task, got: Any, want: Any) -> bool:
    just_so = got == want and not is_failure(want)  # most are, and this is quickly seen
    return just_so or outcomes_equal(got, want, task.tolerance)


def outcomes_equal(got: Any, want: Any, tolerance: float = 1e-9) -> bool:
    """Equal up to rounding; NaN equals NaN; an error equals one of a class that it belongs to."""
    if isinstance(got, NUMBERS) and isinstance(want, NUMBERS):
        if got != got or want != want:  # NaN
            return got != got and want != want
        return got == want or math.isclose(got, want, rel_tol=1e-6, abs_tol=tolerance)
    if isinstance(got, dict) and isinstance(want, dict):
        if is_failure(got) and is_failure(want):
            return want["!error"] in got["kinds"]
        return got.keys() == want.keys() and all(
            outcomes_equal(got[key], want[key], tolerance) for key in got
        )
    if isinstance(got, list) and isinstance(want, list):
        return len(got) == len(want) and all(
            outcomes_equal(x, y, tolerance) for x, y in zip(got, want)
        )
    return type(got) is type(want) and got == want


# -- words -------------------------------------------------------------------------------------


def show(outcome: Any, as_tuple: bool = False) -> str:
    """An outcome in a sentence, cut where it would fill the screen."""
    text = write_outcome(outcome)
    if as_tuple and isinstance(outcome, list):
        text = f"({text[1:-1]}{',' * (len(outcome) == 1)})"
    return text if len(text) <= LONGEST_OUTCOME else text[:LONGEST_OUTCOME] + " ... and so on"


def write_outcome(outcome: Any) -> str:
    if is_failure(outcome):
        name, text = outcome["!error"], outcome["text"]
        return f"{name}: {text}" if text else name
    if "!object" in keys(outcome):
        return f"an object of type {outcome['!object']}"
    if isinstance(outcome, float):
        return f"{outcome:.6g}"
    if isinstance(outcome, list):
        return "[" + ", ".join(map(write_outcome, outcome[:100])) + "]"
    if outcome == {}:
        return "an empty dictionary"
    if isinstance(outcome, dict):
        return ", ".join(f"{key}: {write_outcome(value)}" for key, value in outcome.items())
    return repr(outcome)


def say_example(task: Task, case: Any, got: Any, shown: str, want: Any, wanted: str) -> str:
    """What came out of a case, ``got`` or in words ``shown``, beside what should have."""
    if task.kind == "value":  # the right value would give the solution away
        return f"Your answer leads to {shown}." if is_failure(got) else f"Your answer is {shown}."
    where = task.say(case)
    compared = keys(got) & (keys(want) | {"!error", "!object"})
    if compared or not keys(got) or flat(got):
        return f"For {where}: expected {wanted}, got {shown}."
    return f"For {where}, this was seen: {shown}."  # no result to compare


def say_unfit(task: Task, form: dict) -> tuple[str, str | None] | None:
    """Why there is nothing to judge, with an id if that is a mistake; None if all is well."""
    name, kind = task.answer_name, form.get("kind")
    if form.get("dots"):
        return f"Still to do: replace the dots after {name} = with your answer.", None
    if form.get("nothing"):
        return (
            f"{name} is None: give it a value, and if it comes from a function, check that the "
            "function returns something."
        ), "nothing-returned"
    if kind is None:  # the process was gone before it could say
        return None
    if task.kind == "value" and kind == "object":
        if not form["text"] or not isinstance(task.reference, int | float):
            return None
        if any(c.isdigit() for c in form["text"]):
            message = f"{name} is the text {form['text']!r}: write the number without quotes."
            return message, "text-for-number"
        message = f"{name} is the text {form['text']!r}: asked for is a number."
        return message, "text-for-number"
    wanted = {
        "function": "a function: pass the function itself, without calling it",
        "class": "a class: pass the class itself, without brackets",
        "object": "an object: call it, and pass what comes back",
        "value": "a result: a number, a text or a list",
    }[task.kind]
    if task.kind == "function" and (kind == "class" or not form["callable"]):
        fits = False
    else:
        fits = task.kind == "function" or task.kind == kind
    if fits:
        return None
    found = {
        "function": "a function", "class": "a class", "value": "a value",
        "object": f"an object of type {form.get('type')}",
    }[kind]  # fmt: skip
    return f"{name} is {found}, but the task asks for {wanted}.", f"{kind}-for-{task.kind}"


def say_unsendable(task: Task, why: str) -> str:
    if "is hidden while this answer is checked" in why:
        return (
            f"This uses {why.split()[0]} of the package. The point of this task is one of your own."
        )
    if "is not there while an answer is checked" in why:
        return f"The answer asks for {why.split()[0]}: the checks are not part of an answer."
    if task.kind == "value":
        return (
            f"{task.answer_name} holds something that is no number, text or list ({why}). Give it "
            "the answer itself."
        )
    return (
        f"The answer uses something that cannot be sent to the check ({why}): make it inside the "
        "function instead."
    )


def say_ended(task: Task, cases: list, count: int, ended: str) -> str:
    where = f" at {task.say(cases[min(count, len(cases) - 1)])}"
    if ended == "time":
        return (
            f"No answer within {task.seconds:g} seconds of computing{where}: look for a loop or "
            "a recursion that never ends."
        )
    return (
        f"The answer ended the Python process{where}: remove calls such as exit(), and recursion "
        "or memory without limit."
    )


def say_next_step(task: Task, got: Any) -> str:
    if task.kind == "value" and is_failure(got):
        return "Go through it step by step: at which point does that happen?"
    if task.kind == "value" and "!object" in keys(got):
        return "Asked for is a number, a text or a list of them. Which type has your answer?"
    if task.kind == "value":
        return (
            "That is not it. Work it out again on paper or in a new cell; the first hint says "
            "where to begin."
        )
    text = got["text"] if is_failure(got) else ""
    if "'NoneType' object is not callable" in text:
        return (
            "Something that is None is called like a function, as after storing a function with "
            "brackets: that runs it at once and leaves None."
        )
    if got is None or "NoneType" in text:
        return (
            "Something there is None: a function without return, a line still to write, or a "
            "method such as list.reverse(), which returns nothing."
        )
    if "is hidden while this answer is checked" in text:
        return "The point of this task is one of your own."
    if "is not there while an answer is checked" in text:
        return "The checks and what they know are not part of an answer."
    if "unsupported operand" in text or "bad operand type for unary" in text:
        return (
            "Python found no method for this operation: which one does it look for? With a plain "
            "number on the left it asks the object on the right."
        )
    if "positional argument" in text:
        return (
            "Count the parameters and what is passed. In a class, Python puts the object itself in "
            "front: the first parameter is self."
        )
    return "Run this case yourself in a new cell and follow it line by line."


BROKEN = "The check itself failed, which is no fault of your answer; please report it"
NOBODY_TYPES = (
    "The answer calls input(), and while it is checked nobody is there to type. What it needs "
    "comes in as an argument: take input() out."
)
STOPPED = {
    "SystemExit": (
        "The answer calls exit() or sys.exit(): take that out, and let the function return its "
        "result."
    ),
    "KeyboardInterrupt": "The answer raised KeyboardInterrupt: take that out.",
    "RecursionError": (
        "The function calls itself without end: look for the case in which it should stop."
    ),
    "MemoryError": (
        "The answer asks for more memory than there is: look for a list that grows without end."
    ),
}


# -- a process of its own ----------------------------------------------------------------------


def serve(*pipes: BinaryIO) -> None:
    """Answer the questions of a notebook until it is gone; ``pipes`` lead to a keeper."""
    questions, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a task may print is no reply
    sandbox = Sandbox(*pipes)
    with suppress(EOFError, OSError):  # the notebook is gone, or the keeper
        while True:
            question, answer = json.loads(read_frame(questions)), read_frame(questions)
            run = partial(sandbox.run, answer=answer)
            try:
                verdict = assess(find_task(question["task"]), question["seed"], run)
            except (EOFError, OSError):
                raise
            except Exception as error:
                verdict = not_yet(f"{BROKEN} ({type(error).__name__}: {error}).")
            write_frame(replies, json.dumps(verdict).encode())
    sandbox.close()
