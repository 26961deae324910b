"""05.hidden: XOR by hand."""

from math import isclose, isfinite, tanh
from numbers import Real

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, Task

POINTS = ("(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)")
SAY_FORM = "Write three lists of three numbers: two hidden neurons, then the output neuron."


def _probe_rows(answer, case):
    rows = as_lists(answer)
    if not isinstance(rows, list | tuple) or len(rows) != 3:
        raise FormError(SAY_FORM)
    return {"looked at": case, "rows": rows}


def _read(outcome):
    """The sign of the score at a point, or what is to be said about the hidden neurons."""
    rows, case = outcome["rows"], outcome["looked at"]
    if any(not isinstance(row, list) or len(row) != 3 for row in rows):
        raise FormError(SAY_FORM)
    if not all(isinstance(x, Real) and isfinite(x) for row in rows for x in row):
        raise FormError(f"{SAY_FORM} Each of them must be an ordinary number.")
    *neurons, output = rows
    if case in POINTS:
        x1, x2 = POINTS.index(case) // 2, POINTS.index(case) % 2
        hidden = [tanh(w1 * x1 + w2 * x2 + b) for w1, w2, b in neurons]
        score = output[0] * hidden[0] + output[1] * hidden[1] + output[2]
        return "above 0" if score > 1e-12 else "not above 0"
    if any(v == 0 or (w1, w2) == (0, 0) for (w1, w2, _), v in zip(neurons, output)):
        return "one of them has no part in the score"
    if any(all(isclose(x, sign * y) for x, y in zip(*neurons)) for sign in (1, -1)):
        return "one repeats the other"
    return "two that differ"


def _say(case):
    return f"the score at the point {case}" if case in POINTS else "the two hidden neurons"


def _either(v1, v2, c):
    """On top of two good hidden neurons: about 1 from one input on, about 1 from two inputs on."""
    return [[5, 5, -2.5], [5, 5, -7.5], [v1, v2, c]]


TASK = Task(
    id="05.hidden",
    answer_name="weights",
    kind="object",
    reference=_either(1, -1, -1),
    probe=_probe_rows,
    read=_read,
    cases=lambda rng: ["hidden neurons", *POINTS],
    level=lambda case: int(case in POINTS),
    say=_say,
    notice=(
        "In the plane of your two hidden outputs one straight line parts the classes, and the "
        "output neuron is that line. In the plane of the inputs there is none."
    ),
    mistakes=(
        Mistake("hidden-neurons-alike", [[5, 5, -2.5], [5, 5, -2.5], [1, 1, -1]]).says(
            "One hidden neuron repeats the other, perhaps with all signs turned. What it puts "
            "out tells the output neuron nothing that the other one does not tell already.",
            "Which question about a point does the first one answer? What else is there to know?",
        ),
        Mistake("hidden-neuron-unused", [[5, 5, -2.5], [5, 5, -7.5], [1, 0, -1]]).says(
            "One hidden neuron has no part in the score: the output neuron multiplies it by 0, "
            "or it puts out the same at every point. What is left has a straight border.",
            "At which points should the second hidden neuron change the score?",
        ),
        Mistake("one-at-the-origin", [[1, 1, 0], [1, 1, -1], [2, -4, -1]]).says(
            "Only (0, 0) is wrong: it counts as one or the other. A tanh neuron puts out a "
            "negative number where its sum is negative, and not 0 as a relu does.",
            "Work out both hidden outputs at (0, 0). Which sign has each of them times its weight?",
        ),
        Mistake("or-for-xor", _either(1, 0.1, 0.5)).says(
            "Only (1, 1) is wrong: it is taken for one or the other. That is OR, which a "
            "single neuron can do.",
            "Which of your hidden neurons tells (1, 1) from (0, 1)? Compare its output at "
            "these two points.",
        ),
        Mistake("classes-exchanged", _either(-1, 1, 1)).says(
            "Every score has the wrong sign, so your hidden layer has already done its work: "
            "the classes are parted, and only their names are exchanged.",
            "Which of the three neurons gives the score its sign?",
        ),
        Mistake("and-for-xor", _either(0.1, 1, -0.5)).says(
            "The score is positive at (1, 1) and nowhere else. That is AND, which a single "
            "neuron can do; XOR asks for just one of the two.",
            "Which hidden neuron is positive as soon as one input is 1, and what is it good for?",
        ),
        Mistake("one-class-everywhere", _either(1, -1, -5)).says(
            "The score is positive at none of the four points. The bias of the output neuron "
            "can do that alone, when it is larger than what the hidden outputs bring.",
            "How large can v1·h1 + v2·h2 become at (0, 1), and how large is the bias?",
        ),
        Mistake("other-class-everywhere", _either(1, -1, 5)).says(
            "The score is positive at all four points. The bias of the output neuron can do "
            "that alone, when it is larger than what the hidden outputs bring.",
            "What is v1·h1 + v2·h2 at (0, 0) and at (0, 1)? Which bias lies between the two cases?",
        ),
        Mistake("second-input-only", [[0, 5, -2.5], [5, 5, -7.5], [1, 0.1, 0]]).says(
            "The score is positive where the second input is 1, whatever the first one is. "
            "XOR needs both: what the second means depends on the first.",
            "What should change in the score when x1 goes from 0 to 1 and x2 stays 1?",
        ),
        Mistake("first-input-only", [[5, 0, -2.5], [5, 5, -7.5], [1, 0.1, 0]]).says(
            "The score is positive where the first input is 1, whatever the second one is. "
            "XOR needs both: what the first means depends on the second.",
            "What should change in the score when x2 goes from 0 to 1 and x1 stays 1?",
        ),
        Mistake("only-second-alone", [[-5, 5, -2.5], [5, 5, -7.5], [1, 0.1, 0]]).says(
            "Three of the four are right, as many as one neuron can do. Only (1, 0) is left: "
            "your network answers to the second input alone, not to the first alone.",
            "Which hidden neuron should stand out at (1, 0), and what does it put out there?",
        ),
        Mistake("only-first-alone", [[5, -5, -2.5], [5, 5, -7.5], [1, 0.1, 0]]).says(
            "Three of the four are right, as many as one neuron can do. Only (0, 1) is left: "
            "your network answers to the first input alone, not to the second alone.",
            "Which hidden neuron should stand out at (0, 1), and what does it put out there?",
        ),
    ),
)
