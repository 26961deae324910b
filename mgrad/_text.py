"""Text for any screen: a notebook, a terminal in code page 1252 or 437, a pipe, a log file."""

from __future__ import annotations

import sys
import unicodedata
from contextlib import suppress

PLAINER = {
    "━": "=", "─": "-", "│": "|", "█": "#", "−": "-", "–": "-", "×": "x", "·": "*", "÷": "/",
    "→": "->", "←": "<-", "≈": "~", "≤": "<=", "≥": ">=", "≠": "!=", "±": "+-", "…": "...",
    "●": "*", "○": "o", "√": "sqrt", "∞": "inf", "∂": "d", "Σ": "sum", "π": "pi", "α": "alpha",
    "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "λ": "lambda", "μ": "mu", "σ": "sigma",
}  # fmt: skip


def printable(text: str, stream=None) -> str:
    """``text`` in characters that ``stream`` (``sys.stdout`` if None) can take.

    Only what its encoding does not know becomes plainer: ``−`` a hyphen, ``→`` an arrow of two
    characters, ``²`` a 2, anything unknown a question mark.
    """
    encoding = getattr(stream or sys.stdout, "encoding", None) or "utf-8"

    def can_show(part: str) -> bool:
        try:
            part.encode(encoding)
        except UnicodeEncodeError:
            return False
        return True

    def in_plainer_characters(character: str) -> str:
        for choice in (PLAINER.get(character, ""), unicodedata.normalize("NFKD", character)[:1]):
            if choice and can_show(choice):
                return choice
        return "?"

    if can_show(text):
        return text
    return "".join(c if can_show(c) else in_plainer_characters(c) for c in text)


class Screen:
    """``sys.stdout`` for text of any kind. A closed or broken one loses the text, never the work.

    Attributes:
        stream: what ``sys.stdout`` was when the screen was made; None in a program without one.
    """

    def __init__(self):
        self.stream = sys.stdout

    def write(self, text: str) -> None:
        with suppress(AttributeError, OSError, ValueError):  # ValueError: it was closed
            self.stream.write(printable(text, self.stream))

    def flush(self) -> None:
        with suppress(AttributeError, OSError, ValueError):
            self.stream.flush()


def say(text: str) -> None:
    """``print`` for the package's own sentences: see ``Screen``."""
    Screen().write(f"{text}\n")
