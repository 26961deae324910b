"""08.float32: Through a narrow door."""

from mgrad.check.lesson08.shared import letters_of
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task


def _probe_float32(answer, case):
    chosen = set(letters_of(answer))
    if not chosen <= set("ABCDEFGH"):
        raise FormError(f"Use only the letters from A to H. Your answer is {answer!r}.")
    return {case: "in your list" if case in chosen else "missing from your list"}


TASK = value_task(
    "08.float32",
    "unchanged",
    "ACEFH",
    "Not size and not the number of decimals decides, but the number of binary digits: 24 of "
    "them fit.",
    Mistake("short-decimal-survives", "ABCEFH").says(
        "0.1 looks short because we count in tens. In powers of two it never ends, like 1/3 "
        "in decimals, and so it is cut.",
        "Try to write 0.1 as 1/16 + 1/32 + ... How far do you come?",
    ),
    Mistake("long-decimal-dies", "ACFH").says(
        "0.0009765625 has many decimals but only a single binary digit: it is one power of two.",
        "How often can you halve 1 before you reach it?",
    ),
    Mistake("whole-number-survives", "ACEFGH").says(
        "Whole numbers are cut too. 16777217 is 2²⁴ + 1, and from 2²⁴ to 1 is one binary "
        "digit too far.",
        "Which powers of two is 16777217 made of, and by which factor are they apart?",
    ),
    Mistake("fractions-die", "CEF").says(
        "A point in a number does no harm. 0.5 is one power of two, and 0.75 is the sum of two.",
        "Write 0.75 as a sum of powers of two.",
    ),
    Mistake("single-powers-only", "AEF").says(
        "A number may be a sum of several powers of two, such as 0.75 and −3; only the "
        "largest and the smallest must not be too far apart.",
        "Write 0.75 and 3 as sums of powers of two.",
    ),
    Mistake("half-dies", "CEFH").says(
        "0.5 is one power of two, so a single binary digit is enough for it.",
        "Which power of two is 0.5?",
    ),
    Mistake("three-quarters-die", "ACEF").says(
        "0.75 is no power of two, but a sum of two of them, and those lie close together.",
        "Write 0.75 as a sum of powers of two.",
    ),
    Mistake("negative-dies", "AEFH").says(
        "A minus sign costs no binary digit: it has a place of its own. −3 is −(2 + 1).",
        "Would 3 come back unchanged?",
    ),
    Mistake("third-survives", "ACDEFH").says(
        "1/3 is stored as binary digits as well, not as a fraction, and its digits never end, "
        "in powers of two as little as in decimals.",
        "Try to write 1/3 as 1/4 + 1/16 + ... How far do you come?",
    ),
    Mistake("large-number-dies", "ACEH").says(
        "16777216 has eight decimal digits, but it is a single power of two. Seven digits is "
        "what float32 promises for every number; some fare better.",
        "How many binary digits has 2²⁴ that are not 0?",
    ),
    Mistake("the-cut-ones", "BDG").says(
        "These are the three that are cut. Asked for are those that come back unchanged.",
        "Read the question once more: which ones are asked for?",
    ),
    cases=lambda rng: list("BEGAHDFC"),
    probe=_probe_float32,
)
