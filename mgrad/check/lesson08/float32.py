"""08.float32: Through a narrow door."""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task


def _read_float32(answer):
    chosen = set(letters(answer))
    if not chosen <= set("ABCDEFGH"):
        raise FormError(f"Use only the letters from A to H. Your answer is {answer!r}.")
    for letter in "BEGAHDFC":
        if (letter in chosen) != (letter in "ACEFH"):
            return f"{letter} {'in' if letter in chosen else 'missing from'} your list"
    return "the right five"


TASK = value_task(
    "08.float32",
    "unchanged",
    "ACEFH",
    (
        "Not size and not the number of decimals decides, but the number of binary digits: 24 of "
        "them fit."
    ),
    Mistake(
        "short-decimal-survives",
        "ABCEFH",
        (
            "0.1 looks short because we count in tens. In powers of two it never ends, like 1/3 "
            "in decimals, and so it is cut."
        ),
        "Try to write 0.1 as 1/16 + 1/32 + ... How far do you come?",
    ),
    Mistake(
        "long-decimal-dies",
        "ACFH",
        "0.0009765625 has many decimals but only a single binary digit: it is one power of two.",
        "How often can you halve 1 before you reach it?",
    ),
    Mistake(
        "whole-number-survives",
        "ACEFGH",
        (
            "Whole numbers are cut too. 16777217 is 2²⁴ + 1, and from 2²⁴ to 1 is one binary "
            "digit too far."
        ),
        "Which powers of two is 16777217 made of, and by which factor are they apart?",
    ),
    Mistake(
        "fractions-die",
        "CEF",
        "A point in a number does no harm. 0.5 is one power of two, and 0.75 is the sum of two.",
        "Write 0.75 as a sum of powers of two.",
    ),
    Mistake(
        "large-number-dies",
        "ACEH",
        (
            "16777216 has eight decimal digits, but it is a single power of two. Seven digits is "
            "what float32 promises for every number; some fare better."
        ),
        "How many binary digits has 2²⁴ that are not 0?",
    ),
    read=_read_float32,
)
