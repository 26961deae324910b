"""What a task is, and how an answer to it is judged.

A task never compares code. It uses the answer on probes and looks at what comes out. Each
known mistake is kept as a small wrong answer; when the student's results equal those of a
wrong answer, the idea behind it is named.
"""

from __future__ import annotations

import inspect
import math
import numbers
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import mgrad


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give, and what to say about it."""

    id: str  # stable name of the misconception, for example "gradient-overwritten"
    answer: Any  # the wrong answer, in the same form as a right one
    explanation: str  # which idea is wrong, in one or two sentences
    next_step: str  # what to try or look at, without giving the solution away


@dataclass(frozen=True, kw_only=True)
class Task:
    """One exercise.

    Attributes:
        id: ``"01.slope"``: number of the lesson, then a short name.
        answer_name: the name in the notebook that holds the answer.
        kind: what the answer must be: ``"value"``, ``"function"``, ``"class"`` or ``"object"``.
        reference: a right answer.
        probe: ``probe(answer, case)`` uses the answer and returns numbers, text or lists of them.
        cases: ``cases(rng)`` returns the probes as plain data: the simplest first, random ones
            last.
        say: ``say(case)`` describes a probe to the student.
        notice: one line to think about after a right answer.
        mistakes: the wrong answers that are recognised.
        tolerance: how far a number may be off, for answers that were rounded by hand.
        seconds: the time limit for all probes together.
        keeps: keep a right answer for the next notebooks (see ``mgrad.check.own_classes``).
    """

    id: str
    answer_name: str
    kind: str
    reference: Any
    probe: Callable[[Any, Any], Any]
    cases: Callable[[random.Random], list]
    say: Callable[[Any], str]
    notice: str
    mistakes: tuple[Mistake, ...] = ()
    tolerance: float = 1e-9
    seconds: float = 5.0
    keeps: bool = False


def value_task(
    id: str,
    answer_name: str,
    reference: Any,
    notice: str,
    *mistakes: Mistake,
    read: Callable = lambda x: x,
    tolerance: float = 1e-9,
) -> Task:
    """A task whose answer is a number, a text or a list, worked out by hand or predicted.

    ``read`` brings answers that mean the same into one form, for example ``letters``.
    """
    return Task(
        id=id,
        answer_name=answer_name,
        kind="value",
        reference=reference,
        notice=notice,
        mistakes=mistakes,
        tolerance=tolerance,
        probe=lambda answer, case: read(answer),
        cases=lambda rng: [None],
        say=lambda case: "your answer",
    )


class FormError(Exception):
    """The answer has a form that cannot be judged; the text says which form is asked for."""


def letters(answer: Any) -> str:
    """``"CAB"`` from ``"CAB"``, ``"c a b"``, ``"C, A, B"`` or ``["C", "A", "B"]``.

    Raises:
        FormError: the answer is not made of letters.
    """
    if not isinstance(answer, str | list | tuple) or not all(
        isinstance(part, str) for part in answer
    ):
        raise FormError(f'Write letters in quotes, for example "CAB". Your answer is {answer!r}.')
    return "".join(c for c in "".join(answer).upper() if c.isalnum())


def arranged(lines: dict[str, str], order: Any) -> str:
    """The program that a student makes by ordering lettered lines.

    Raises:
        FormError: a letter is missing, unknown or there twice.
    """
    chosen = letters(order)
    trouble = [f"{letter} is missing" for letter in lines if letter not in chosen]
    trouble += [f"{letter} is there twice" for letter in lines if chosen.count(letter) > 1]
    trouble += [f"there is no line {letter}" for letter in sorted(set(chosen) - set(lines))]
    if trouble:
        raise FormError(f"Your answer has {len(chosen)} letters: {', '.join(trouble)}.")
    return "\n".join(lines[letter] for letter in chosen)


# the ``Value`` of the notebook; the process that runs an answer sets it
notebook_value: type | None = None


def engine_of(answer: Any) -> type:
    """The ``Value`` that an answer works with: one that it names, else the notebook's, else the
    package's.

    Probes make their inputs with it, because nodes of two engines cannot meet in one graph.
    """
    parts = (
        [answer, *vars(answer).values()]
        if inspect.isclass(answer)
        else [answer, getattr(answer, "__call__", None)]
    )
    for part in map(inspect.unwrap, parts):
        found = getattr(getattr(part, "__func__", part), "__globals__", {}).get("Value")
        if inspect.isclass(found):
            return found
    return notebook_value or mgrad.Value


def run_probe(task: Task, answer: Any, case: Any) -> Any:
    """The outcome of one probe as plain data;

    an exception becomes ``{"error": name, "text": message}``.
    """
    try:
        return plain(task.probe(answer, case))
    except BaseException as error:
        return {"error": type(error).__name__, "text": _text(error)}


def _text(error: BaseException) -> str:
    try:
        return str(error)[:300]
    except BaseException:  # the student's own exception, with a broken __str__
        return ""


def plain(x: Any) -> Any:
    """Numbers as floats, sequences as lists; anything else only by the name of its type."""
    if x is None or isinstance(x, str | bool):
        return x
    if isinstance(x, numbers.Real):
        return float(x)
    if isinstance(x, dict):
        return {str(key): plain(value) for key, value in x.items()}
    if isinstance(x, list | tuple):
        return [plain(item) for item in x]
    if hasattr(x, "tolist"):
        return plain(x.tolist())
    if hasattr(x, "data") and isinstance(x.data, numbers.Real):
        return float(x.data)
    return {"object": type(x).__name__}


def same(left: Any, right: Any, tolerance: float = 1e-9) -> bool:
    """Equal up to rounding; NaN equals NaN; an error equals an error of the same type."""
    if isinstance(left, dict) and isinstance(right, dict):
        if "error" in left or "error" in right:
            return left.get("error") == right.get("error")
        return left.keys() == right.keys() and all(same(left[k], right[k], tolerance) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(same(x, y, tolerance) for x, y in zip(left, right))
    if isinstance(left, float | bool) and isinstance(right, float | bool):
        left, right = float(left), float(right)
        return (
            left == right
            or math.isclose(left, right, rel_tol=1e-6, abs_tol=tolerance)
            or (left != left and right != right)
        )
    return type(left) is type(right) and left == right


def some_numbers(
    rng: random.Random, count: int, low: float = -2.0, high: float = 2.0
) -> list[float]:
    """Random numbers for a case, short enough to read."""
    return [round(rng.uniform(low, high), 2) for _ in range(count)]


def listed(xs: Iterable[float]) -> str:
    """Numbers as a case names them, without ``.0``."""
    return "[" + ", ".join(f"{x:g}" for x in xs) + "]"


def show(outcome: Any) -> str:
    """An outcome in a sentence."""
    if isinstance(outcome, dict) and "error" in outcome:
        return f"{outcome['error']}: {outcome['text']}" if outcome["text"] else outcome["error"]
    if isinstance(outcome, dict) and "object" in outcome:
        return f"an object of type {outcome['object']}"
    if isinstance(outcome, float):
        return f"{outcome:.6g}"
    if isinstance(outcome, list):
        return "[" + ", ".join(map(show, outcome)) + "]"
    if isinstance(outcome, dict):
        return ", ".join(f"{key}: {show(value)}" for key, value in outcome.items())
    return repr(outcome)


def empty_part(answer: Any) -> str:
    """The name of a function or method whose body is still ``...``, or an empty text."""
    parts = (
        {answer.__name__: answer}
        if inspect.isfunction(answer)
        else vars(answer)
        if inspect.isclass(answer)
        else {}
    )
    for name, part in parts.items():
        if (
            inspect.isfunction(part)
            and part.__name__ != "<lambda>"
            and part.__code__.co_code in _EMPTY
        ):
            if set(part.__code__.co_consts) <= {None, part.__doc__}:  # else it returns a constant
                return name
    return ""


def _bare(): ...


def _documented():
    """Nothing but a docstring."""


_EMPTY = {_bare.__code__.co_code, _documented.__code__.co_code}
