"""11.shares: How many units still answer?"""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, Task


def _shares(outputs, limit):
    flat = abs(outputs) > limit
    return flat.mean(), flat.all(axis=0).mean()


def _positive_only(outputs, limit):
    flat = outputs > limit
    return flat.mean(), flat.all(axis=0).mean()


def _at_the_limit(outputs, limit):
    flat = abs(outputs) >= limit
    return flat.mean(), flat.all(axis=0).mean()


def _of_the_mean(outputs, limit):
    return (abs(outputs) > limit).mean(), (abs(outputs.mean(axis=0)) > limit).mean()


def _make_shares(dead):
    """The saturated share as it should be, and another idea of a dead unit."""

    def shares(outputs, limit):
        flat = abs(outputs) > limit
        return flat.mean(), dead(flat)

    return shares


def _probe_shares(answer, case):
    import numpy as np

    result = as_lists(answer(np.array(case[0]), case[1]))
    if not isinstance(result, list | tuple) or len(result) != 2:
        raise FormError("Return two numbers: the saturated share and the dead share.")
    return {"saturated share": result[0], "dead share": result[1]}


def _cases(rng):
    def table(examples, units):
        """Some units on a flat part for all examples, some for some, some for none."""
        rows = [[round(rng.uniform(-1, 1), 2) for _ in range(units)] for _ in range(examples)]
        for row in rows:
            row[0], row[1] = 0.99, rng.choice((0.99, -0.99))
        rows[0][2], rows[1][2] = 0.5, 0.995
        return rows

    return [
        [[[0.99, 0.2], [0.98, -0.1]], 0.97],
        [[[-0.99, 0.98], [0.99, 0.1], [-0.98, -0.99]], 0.97],
        [[[-0.99, 0.98, 0.3], [-0.98, 0.99, 0.98]], 0.9],
        [[[0.95, 0.75], [-0.75, 0.95]], 0.75],
        [table(4, 6), 0.97],
        [table(5, 4), 0.9],
    ]


def _say(case):
    rows = ", ".join(str(row) for row in case[0])
    return f"outputs [{rows}] and limit {case[1]:g}"


TASK = Task(
    id="11.shares",
    answer_name="shares",
    kind="function",
    reference=_shares,
    probe=_probe_shares,
    cases=_cases,
    say=_say,
    notice="A saturated output is a moment, a dead unit is a state: one example that wakes it up "
    "is enough to keep it alive.",
    imports=("numpy",),
    mistakes=(
        Mistake("negative-side-forgotten", _positive_only).says(
            "tanh is flat on both sides: outputs near −1 are saturated too.",
            "What does your code say of the output −0.99?",
        ),
        Mistake("limit-counted", _at_the_limit).says(
            "An output exactly at the limit does not count: asked for is further than the limit.",
            "What does your comparison say of two equal numbers?",
        ),
        Mistake("once-is-enough", _make_shares(lambda flat: flat.any(axis=0).mean())).says(
            "You call a unit dead as soon as one example saturates it. It is dead only when every "
            "example does.",
            "Can a unit still learn from an example that does not saturate it?",
        ),
        Mistake("examples-for-units", _make_shares(lambda flat: flat.all(axis=1).mean())).says(
            "You looked along the rows: these are examples for which all units are saturated. A "
            "unit is a column.",
            "Which axis disappears when you ask a column whether all of it is True?",
        ),
        Mistake(
            "dead-of-all-outputs", _make_shares(lambda flat: flat.all(0).sum() / flat.size)
        ).says(
            "The dead units are counted rightly and divided by the number of outputs. The share is "
            "one of the units.",
            "How many columns has the table?",
        ),
        Mistake(
            "counted",
            lambda outputs, limit: (
                (abs(outputs) > limit).sum(),
                (abs(outputs) > limit).all(axis=0).sum(),
            ),
        ).says(
            "These are counts. Asked for are shares, between 0 and 1.",
            "What does the mean of a table of True and False tell?",
        ),
        Mistake("mean-output-looked-at", _of_the_mean).says(
            "You ask whether the mean output of a unit is beyond the limit. A unit that jumps "
            "between −1 and 1 has a mean near 0 and is as flat as any.",
            "First ask of each output whether it is flat, then of each unit whether all of its "
            "outputs are. What did you do first?",
        ),
    ),
)
