"""What a probe may use, and what becomes of an outcome: plain data of a bounded size.

A probe runs beside the student's answer, in the sandbox, so nothing in this file knows what is
right. A key that begins with ``!`` marks what this file says about an outcome; no answer can
make such a key.
"""

from __future__ import annotations

import inspect
import numbers
import reprlib
import sys
from collections.abc import Callable
from functools import wraps
from io import TextIOBase
from typing import Any

MOST_NUMBERS, DEEPEST, LONGEST_TEXT = 20_000, 20, 2_000  # what an outcome may hold
NUMBERS, SEVERAL = (float, int), (list, tuple, set)  # to ask for a union of types takes longer

notebook_value: type | None = None  # the ``Value`` of the notebook; the sandbox sets it


class FormError(Exception):
    """The answer has a form that cannot be judged; the text says which form is asked for."""


def use_as_it_is(answer: Any, case: Any) -> Any:
    """The probe of a task whose answer is a result: nothing to do but to look at it."""
    return answer


def as_lists(answer: Any) -> Any:
    """An array as lists of its numbers, all else as it is: a student may write either."""
    return answer.tolist() if hasattr(answer, "tolist") else answer


def letters(answer: Any) -> str:
    """``"CAB"`` from ``"CAB"``, ``"c a b"``, ``"C, A, B"`` or ``["C", "A", "B"]``.

    Raises:
        FormError: the answer is not made of letters.
    """
    parts = answer if isinstance(answer, list | tuple) else [answer]
    if not all(isinstance(part, str) for part in parts):
        shown = reprlib.repr(answer)  # however deep it is
        raise FormError(f'Write letters in quotes, for example "CAB". Your answer is {shown}.')
    return "".join(c for c in "".join(parts).upper() if c.isalnum())


def arranged(lines: dict[str, str], order: Any) -> str:
    """The program that a student makes by ordering lettered lines.

    Raises:
        FormError: a letter is missing, unknown or there twice.
    """
    chosen = letters(order)
    trouble = [f"{letter} is missing." for letter in lines if letter not in chosen]
    trouble += [f"{letter} is there twice." for letter in lines if chosen.count(letter) > 1]
    trouble += [f"There is no line {letter}." for letter in sorted(set(chosen) - set(lines))]
    if trouble:
        counted = f"Your answer has {len(chosen)} letters:"
        raise FormError(" ".join([counted, *trouble]))
    return "\n".join(lines[letter] for letter in chosen)


def names_beside(answer: Any) -> dict:
    """The global names that an answer works with: a function, a partial, an object to be called."""
    call = getattr(type(answer), "__call__", None)  # noqa: B004
    for part in (answer, getattr(answer, "func", None), call):
        function = inspect.unwrap(getattr(part, "__func__", part))
        if hasattr(function, "__globals__"):
            return function.__globals__
    return {}


def engine_of(answer: Any) -> type:
    """The ``Value`` that an answer works with: one that it names, the notebook's, the package's.

    Probes make their inputs with it, because nodes of two engines cannot meet in one graph.
    """
    if inspect.isclass(answer):
        parts = [answer, *vars(answer).values()]
    else:
        parts = [answer, getattr(answer, "__call__", None)]  # noqa: B004
    for part in map(inspect.unwrap, parts):
        found = getattr(getattr(part, "__func__", part), "__globals__", {}).get("Value")
        if inspect.isclass(found):
            return found
    if notebook_value is not None:
        return notebook_value
    from mgrad.engine import Value

    return Value


# -- one case --------------------------------------------------------------------------------


def run_case(probe: Callable, answer: Any, case: Any) -> dict:
    """Use an answer on one case.

    Returns:
        Its ``outcome``; what it ``printed`` (the beginning); of a function the names of the
        arguments whose content it ``changed``, and the type of what it ``returned`` (the last
        one, or None if it never came to that); whether the outcome is a ``tuple``, which plain
        data do not tell from a list.
    """
    printed, seen = _Printed(), {"changed": set(), "returned": None, "tuple": False}
    watched = watch(answer, seen) if inspect.isfunction(answer) else answer

    def noted(answer: Any, case: Any) -> Any:
        outcome = probe(answer, case)
        seen["tuple"] = isinstance(outcome, tuple)
        return outcome

    # By hand: in the browser the guard on the time may stop any code that is not in this folder.
    stdout, sys.stdout = sys.stdout, printed
    try:
        outcome = run_probe(noted, watched, case)
    finally:
        sys.stdout = stdout
    seen["changed"] = sorted(seen["changed"])
    return {"outcome": outcome, "printed": printed.text, **seen}


class _Printed(TextIOBase):
    """Keeps the beginning of what is printed."""

    text = ""

    def write(self, text: str) -> int:
        self.text += text[: 200 - len(self.text)] if len(self.text) < 200 else ""
        return len(text)


def watch(function: Callable, seen: dict) -> Callable:
    """The function, which now also notes which arguments it changes inside, and what it returns."""

    @wraps(function)
    def watched(*arguments, **more):
        before = [photograph(argument) for argument in arguments]
        try:
            result = function(*arguments, **more)
            seen["returned"] = type(result).__name__
            return result
        finally:
            for i, argument in enumerate(arguments):
                if photograph(argument) != before[i]:
                    seen["changed"].add(name_of_parameter(function, i))

    return watched


def name_of_parameter(function: Callable, place: int) -> str:
    try:
        return list(inspect.signature(function).parameters)[place]
    except (TypeError, ValueError, IndexError):
        return f"argument {place + 1}"


def photograph(x: Any, depth: int = 3) -> str:
    """The content of a list, dictionary, array or node as text; empty for anything else."""
    if isinstance(x, NUMBERS):
        return f"{x:.9g}"  # a nudge that was taken back leaves its rounding
    if isinstance(x, SEVERAL) and len(x) < MOST_NUMBERS and depth:
        inside = [f"{y:.9g}" if type(y) is float else photograph(y, depth - 1) for y in x]
        return f"{type(x).__name__}({', '.join(inside)})"
    if isinstance(x, dict) and depth:
        return photograph(list(x.items()), depth - 1)
    if isinstance(x, str):
        return repr(x)
    if hasattr(type(x), "tolist") and getattr(x, "nbytes", 0) < 8 * MOST_NUMBERS:
        return photograph(x.tolist(), depth)
    return repr(getattr(x, "data", "")) if hasattr(type(x), "__add__") else ""


# -- outcomes --------------------------------------------------------------------------------


def run_probe(probe: Callable, answer: Any, case: Any) -> Any:
    """The outcome of one probe as plain data; an exception is an outcome too."""
    try:
        return plain(probe(answer, case))
    except FormError as error:
        return {"!form": str(error)}
    except BaseException as error:
        return failure(error)


def failure(error: BaseException) -> dict:
    """An exception as an outcome: its name, the classes it belongs to, its text.

    A class of the answer's own does not count as one, whatever its name is.
    """
    known = ("builtins", "mgrad", "numpy")
    kinds = [k.__name__ for k in type(error).__mro__ if k.__module__.split(".")[0] in known]
    try:
        text = str(error)[:300]
    except BaseException:  # the student's own exception, with a broken __str__
        text = ""
    return {"!error": type(error).__name__, "kinds": kinds, "text": text}


def is_failure(outcome: Any) -> bool:
    return isinstance(outcome, dict) and "!error" in outcome


def plain(x: Any) -> Any:
    """Numbers as floats, sequences as lists; anything else only by the name of its type."""
    return _Reader().read(x, DEEPEST)


class _Reader:
    """Reads one outcome, and stops where it grows without end."""

    def __init__(self):
        self.room_left = MOST_NUMBERS

    def read(self, x: Any, depth: int) -> Any:
        self.room_left -= 1
        if depth == 0 or self.room_left < 0:
            return {"!object": type(x).__name__, "cut": True}
        if type(x) is float or x is None or isinstance(x, bool):
            return x
        if isinstance(x, str):
            return str(x[:LONGEST_TEXT])
        if isinstance(x, dict):
            items = list(x.items())[: self.room_left + 1]
            return {self.key(key): self.read(value, depth - 1) for key, value in items}
        if isinstance(x, (list, tuple)):
            return [self.read(item, depth - 1) for item in x[: self.room_left + 1]]
        if isinstance(x, numbers.Number) and not isinstance(x, complex):  # a Decimal too
            return float(x)
        if hasattr(x, "tolist"):
            return self.read(x.tolist(), depth - 1)
        if hasattr(x, "data") and isinstance(x.data, numbers.Real):
            return float(x.data)
        return {"!object": type(x).__name__}

    def key(self, key: Any) -> str:
        return str(key)[:LONGEST_TEXT].lstrip("!")


# -- the form of an answer -------------------------------------------------------------------


def describe_form(answer: Any) -> dict:
    """What kind of thing an answer is, as plain data."""
    if inspect.isclass(answer):
        kind = "class"
    elif inspect.isroutine(answer):
        kind = "function"
    else:
        kind = "object"
    return {
        "kind": kind,
        "type": type(answer).__name__,
        "callable": callable(answer),
        "nothing": answer is None,
        "dots": answer is ...,
        "text": answer[:100] if isinstance(answer, str) else None,
        "empty": empty_part(answer),
    }


def empty_part(answer: Any) -> str:
    """The name of a function or method whose body is still ``...``, or an empty text."""
    if inspect.isfunction(answer):
        parts = {answer.__name__: answer}
    else:
        parts = dict(vars(answer)) if inspect.isclass(answer) else {}
    for name, part in parts.items():
        if (
            inspect.isfunction(part)
            and part.__name__ != "<lambda>"
            and part.__code__.co_code in _EMPTY
            and set(part.__code__.co_consts) <= {None, part.__doc__}  # else it returns a constant
        ):
            return name
    return ""


def _bare(): ...


def _documented():
    """Nothing but a docstring."""


_EMPTY = {_bare.__code__.co_code, _documented.__code__.co_code}
