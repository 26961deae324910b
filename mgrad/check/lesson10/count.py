"""10.count: How many lines has the program?"""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, value_task


def _probe_count(answer, case):
    answer = as_lists(answer)
    if not isinstance(answer, list | tuple) or len(answer) != 2:
        raise FormError(
            f"Write two numbers in a list, [forward, backward]. Your answer is {answer!r}."
        )
    forward, backward = answer
    return {"the forward lines": forward} if case == "forward" else {"the backward lines": backward}


TASK = value_task(
    "10.count",
    "line_counts",
    [6, 9],
    "One line forward for each node, one line backward for each use: a value that is used twice "
    "is one line forward and two lines backward.",
    Mistake(
        "input-gets-a-gradient",
        [6, 10],
        "One line backward is too many: nobody asks for the gradient of an input or of the "
        "number 2, so a program does not compute it.",
        "Which of w, b, x and 2 does training change?",
    ),
    Mistake(
        "use-counted-once",
        [6, 8],
        "One line backward is missing. y * y uses y twice, and each use passes on its own part.",
        "How many edges leave y in the drawing of the graph?",
    ),
    Mistake(
        "leaves-have-lines",
        [10, 9],
        "You counted leaves as lines forward. Nothing is computed at a leaf: its number is there.",
        "Which names stand on the left of an = in the program?",
    ),
    Mistake("output-not-counted", [5, 9]).says(
        "One line forward is missing. L is computed too: it is the sum of two products.",
        "Write the forward lines, each with one operation. What does the last one compute?",
    ),
    Mistake("exchanged", [9, 6]).says(
        "Both numbers are there, but in each other's place.",
        "Of which are there more: nodes that are computed, or uses of them?",
    ),
    Mistake("lines-as-written", [2, 9]).says(
        "Those are the lines as they were written. In the program each line has one operation.",
        "Which names need (w * x + b).tanh() on the way?",
    ),
    Mistake("every-edge-counted", [6, 11]).says(
        "Two lines backward are too many: nobody asks for the gradient of the input x and of the "
        "number 2, so a program does not compute them.",
        "Which of w, b, x and 2 does training change?",
    ),
    Mistake("two-for-each-node", [6, 12]).says(
        "You counted two lines for each node. tanh has one parent only, and of some parents "
        "nobody asks for the gradient.",
        "Which nodes have two parents that a parameter can be reached from?",
    ),
    Mistake("one-for-each-parameter", [6, 2]).says(
        "The gradients of w and b arrive there from L, through all nodes between. Each of these "
        "needs its lines too.",
        "By which nodes does a gradient pass on its way from L to w?",
    ),
    Mistake(
        "backward-like-forward",
        [6, 6],
        "Backward does not have one line for each node but one for each use of a node.",
        "How many gradients does q = y * y pass on, and how many does tanh?",
    ),
    cases=lambda rng: ["forward", "backward"],
    probe=_probe_count,
    say=lambda case: f"the number of lines {case}",
)
