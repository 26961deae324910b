"""10.fold: What is computed when?"""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task

LINES = ["k", "s", "h", "t", "u", "L"]


def _probe_fold(answer, case):
    chosen = letters(answer)
    if len(chosen) != 6 or not set(chosen) <= set("NOE"):
        raise FormError(
            f'Write six letters N, O or E, for example "NNOOEE". Your answer is {answer!r}.'
        )
    return {"the line": case + 1, "the letter": chosen[case]}


TASK = value_task(
    "10.fold",
    "when",
    "NOENNE",
    "A compiler sees the whole program beforehand: it can do a thing early, once, or not at all.",
    Mistake(
        "constants-computed",
        "OOENNE",
        "2.0 * 3.5 needs neither an input nor a parameter: its result, 7.0, can be written into "
        "the text.",
        "What does line 1 give today, tomorrow, and for every row?",
    ),
    Mistake("everything-in-the-loop", "EEENNE").says(
        "k and s are the same for every row: neither depends on x.",
        "Which lines give another number when only x changes?",
    ),
    Mistake("parameters-folded", "NNENNE").says(
        "w is a parameter: training moves it, so what depends on it cannot be written into the "
        "text.",
        "Which lines give another number when only w changes?",
    ),
    Mistake("unused-computed-once", "NOEOOE").says(
        "t and u do not lead to L, and they depend on x. A walk from L to its parents never meets "
        "them.",
        "Start at L and follow the parents: which names do you reach?",
    ),
    Mistake("output-once", "NOENNO").says(
        "L depends on x, through h.",
        "Which lines give another number when only x changes?",
    ),
    Mistake(
        "parameters-in-the-loop",
        "NEENNE",
        "w * k is the same for all rows. Once before the loop is enough.",
        "Which lines give another number when only x changes?",
    ),
    Mistake(
        "unused-computed",
        "NOEEEE",
        "t and u do not lead to L. A walk from L to its parents never meets them.",
        "Start at L and follow the parents: which names do you reach?",
    ),
    cases=lambda rng: list(range(6)),
    probe=_probe_fold,
    say=lambda case: f"line {case + 1}, {LINES[case]}",
)
