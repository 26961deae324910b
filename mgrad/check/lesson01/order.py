"""01.order: Walk down the valley."""

from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, Task

LINES = {
    "A": "    path.append(x)",
    "B": "for step in range(3):",
    "C": "x = -2.0",
    "D": "    x = x - learning_rate * slope",
    "E": "path = [x]",
    "F": "    slope = 6 * x - 4",
    "G": "learning_rate = 0.1",
}


def _run_arranged(order, case):
    names = {}
    exec(arranged(LINES, order), names)
    return {"path": names["path"]}


TASK = Task(
    id="01.order",
    answer_name="order_of_lines",
    kind="value",
    reference="GCEBFDA",
    probe=_run_arranged,
    cases=lambda rng: [None],
    say=lambda case: "your program",
    notice=(
        "Slope, step, record: each turn asks for the slope at the place where it stands, and "
        "only then moves."
    ),
    mistakes=(
        Mistake("recorded-before-the-step", "GCEBFAD").says(
            "The start is in the path twice and the last place is missing: each place is "
            "recorded before the step is taken.",
            "Follow the first turn with a pencil: what is x when it is appended?",
        ),
        Mistake("used-before-made", "GCEBDFA").says(
            "A line uses a name that has no value yet. Python runs from top to bottom and "
            "does not look ahead.",
            "For each line, ask whether every name it reads has been made in a line above it.",
        ),
        Mistake("body-outside-the-loop", "GCEFBDA").says(
            "The indented lines are what the loop repeats. They belong together, directly "
            "below the line that ends with a colon.",
            "Which of your lines are indented, and what stands above the first of them?",
        ),
    ),
)
