"""03.gradient-gap: The judge."""

from numbers import Real

import mgrad
from mgrad.check.lesson03.shared import LEVELS, Value, look_at, say_numbers
from mgrad.check.probe import FormError, engine_of
from mgrad.check.task import Mistake, Task


def _copy(x):
    """A new leaf with the same number: a place where an engine loses the trace."""
    return x if isinstance(x, Real) else type(x)(x.data)


FUNCTIONS = {
    "a * b": lambda a, b: a * b,
    "a ** 3": lambda a: a**3,
    "a * copy(a)": lambda a: a * _copy(a),
    "a * a * b + copy(b)": lambda a, b: a * a * b + _copy(b),
    "(a * b + c) * a - copy(c) * b": lambda a, b, c: (a * b + c) * a - _copy(c) * b,
}


def _engine_slopes(f, point):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def _package_slopes(f, point):
    leaves = [mgrad.Value(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def _gap_with(rise, engine=_engine_slopes):
    """A gradient check whose nudged slope is ``rise(output, point, i, h) / h``."""

    def gradient_gap(f, point, h):
        def output(numbers):
            return f(*map(Value, numbers)).data

        return [slope - rise(output, point, i, h) / h for i, slope in enumerate(engine(f, point))]

    return gradient_gap


def _moved(point, i, h):
    return [x + h if j == i else x for j, x in enumerate(point)]


def _central(output, point, i, h):
    return (output(_moved(point, i, h)) - output(_moved(point, i, -h))) / 2


def _one_sided(output, point, i, h):
    return output(_moved(point, i, h)) - output(point)


def _nudges_that_stay(output, point, i, h):
    return _central(output, [x - h if j < i else x for j, x in enumerate(point)], i, h)


def _all_at_once(output, point, i, h):
    return (output([x + h for x in point]) - output([x - h for x in point])) / 2


def _backward_again(f, point):
    return [(i + 1) * slope for i, slope in enumerate(_engine_slopes(f, point))]


def _backward_missing(f, point):
    return [0.0 for _ in point]


def _both_nudges_stay(output, point, i, h):
    up = [x + h if j < i else x for j, x in enumerate(point)]
    down = [x - h if j < i else x for j, x in enumerate(point)]
    return (output(_moved(up, i, h)) - output(_moved(down, i, -h))) / 2


def _times_h(output, point, i, h):
    return _central(output, point, i, h) * h * h


def _undivided(output, point, i, h):
    return 2 * _central(output, point, i, h) * h


def _of_gaps(change, rise=_central):
    return lambda f, point, h: change(_gap_with(rise)(f, point, h), f, point)


def _slopes_by_backward(f, point, h):
    """Both slopes from the engine, the second one at the nudged places."""
    gaps = []
    for i, slope in enumerate(_engine_slopes(f, point)):
        up, down = (_engine_slopes(f, _moved(point, i, step))[i] for step in (h, -h))
        gaps.append(slope - (up + down) / 2)
    return gaps


THE_ENGINE = "the engine"  # a case of 03.engine, before the check of its gradients
RUN_ENGINE_FIRST = "Run check 03.engine first: this uses your Value of task 9."


def _probe_gap(answer, case):
    if case[0] == THE_ENGINE:
        return look_at(engine_of(answer), *case[1:])
    text, point, h = case
    f, packaged = FUNCTIONS[text], []

    def watched(*inputs):
        packaged.extend(x for x in inputs if isinstance(x, mgrad.Value))
        return f(*inputs)

    try:
        found = answer(watched, list(point), h)
    except NameError as error:
        if error.name != "Value":
            raise
        raise FormError(RUN_ENGINE_FIRST) from None
    if packaged:
        return "f was called with Values of the package"
    if isinstance(found, bool):
        raise FormError(f"Expected a list with one number per input, got {found}.")
    if isinstance(found, Real):
        raise FormError(f"Expected a list with one number per input, got the number {found:.6g}.")
    if found is None:
        return None
    if any(
        isinstance(getattr(gap, "data", None), Real) for gap in found if not isinstance(gap, Real)
    ):
        raise FormError("The list holds Values, not numbers.")
    return [round(gap, 4) + 0.0 for gap in found]


def _say_gap(case):
    said = f"f = {case[0]} with {say_numbers(dict(zip('abc', case[1])))} and h = {case[2]}"
    if "copy" not in case[0]:
        return said
    return f"{said} (copy makes a new leaf, so the engine loses one path)"


TASK = Task(
    id="03.gradient-gap",
    answer_name="gradient_gap",
    kind="function",
    reference=_gap_with(_central),
    probe=_probe_gap,
    needs=RUN_ENGINE_FIRST,
    # where a central difference is exact or nearly so; then an h for which it is not
    level=lambda case: -1 if case[0] == THE_ENGINE else case[0] == "a ** 3" and case[2] > 0.001,
    cases=lambda rng: [
        *([THE_ENGINE, *case] for level in LEVELS for case in level),
        ["a * b", [2.0, -3.0], 0.001],
        ["a ** 3", [2.0], 0.001],
        ["a ** 3", [-2.0], 0.001],
        ["a * b", [2.0, -3.0], 0.1],
        ["a ** 3", [2.0], 0.1],
        ["a ** 3", [2.0], 0.02],
        ["a * copy(a)", [3.0], 0.001],
        ["a * copy(a)", [-3.0], 0.001],
        ["a * a * b + copy(b)", [2.0, 5.0], 0.001],
        ["(a * b + c) * a - copy(c) * b", [rng.uniform(1, 2) for _ in "abc"], 0.001],
    ],
    say=_say_gap,
    notice=(
        "You now own the judge as well as the engine: two ways to every slope that have nothing "
        "in common, so that they do not share a mistake."
    ),
    tolerance=2e-4,  # one unit in the last digit kept
    mistakes=(
        Mistake("one-sided", _gap_with(_one_sided)).says(
            "The nudge goes to one side only. For a curve that bends, its error shrinks only "
            "in proportion to h, so a right engine looks wrong.",
            "Which difference of lesson 1 has an error that shrinks like h²?",
        ),
        Mistake("divided-by-h", _gap_with(lambda *place: 2 * _central(*place))).says(
            "The two places are 2h apart, but the difference is divided by h: every nudged "
            "slope is twice too large.",
            "How far is it from x − h to x + h?",
        ),
        Mistake("nudge-that-stays", _gap_with(_nudges_that_stay)).says(
            "The first input is right and the later ones are slightly off: an input that was "
            "nudged has not been put back before the next one.",
            "Print the point each time before you nudge. Is it still the point you were given?",
        ),
        Mistake("all-inputs-nudged", _gap_with(_all_at_once)).says(
            "All inputs are nudged together, so each nudged slope is the sum of all slopes.",
            "For the slope in the second input, which inputs may move?",
        ),
        Mistake("graph-as-spreadsheet", _gap_with(lambda *place: 0.0)).says(
            "The gap is the whole gradient, so no slope was taken away: the result was not "
            "computed anew, or up and down are one and the same list, or the slope is "
            "missing in the subtraction.",
            "Print the two lists of numbers and the two results of f. Do they differ?",
        ),
        Mistake("backward-again", _gap_with(_central, _backward_again)).says(
            "The first gap is right, and the later ones contain the gradient twice, three "
            "times, and so on: backward ran once for each input, and leaves add up.",
            "How often does backward have to run for all the slopes of one result?",
        ),
        Mistake("backward-missing", _gap_with(_central, _backward_missing)).says(
            "The gaps are the nudged slopes with a minus: the grads of the leaves were 0 "
            "when you read them.",
            "Which call fills the grads, and on which node?",
        ),
        Mistake(
            "sign-turned", lambda f, point, h: [-gap for gap in _gap_with(_central)(f, point, h)]
        ).says(
            "Each gap has the right size and the wrong sign: you took the gradient away from "
            "the slope.",
            "Read the task again: what is taken away from what?",
        ),
        Mistake("package-engine", _gap_with(_central, _package_slopes)).says(
            "Your function hands Values of the package to f. It is to judge your own engine, "
            "the Value of task 9.",
            "Which Value do you mean: that of your own cell, or mgrad.Value?",
        ),
        Mistake("nudges-stay-in-both-lists", _gap_with(_both_nudges_stay)).says(
            "The first gap is right, and the later ones contain the slopes before them: the "
            "lists that are nudged keep the nudges of the earlier inputs.",
            "Print both lists in the second round. In how many places do they differ?",
        ),
        Mistake("multiplied-by-h", _gap_with(_times_h)).says(
            "The rise is multiplied by h where it should be divided by it, so almost nothing "
            "is taken away. Python works x / 2 * h out from left to right.",
            "Compute 6 / 2 * 3 and 6 / (2 * 3). Which one did you mean?",
        ),
        Mistake("not-divided", _gap_with(_undivided)).says(
            "A difference of two results is taken away, not a slope: it is not divided by how "
            "far the two places are apart.",
            "How far is it from x − h to x + h?",
        ),
        Mistake(
            "one-sided-and-sign-lost",
            _of_gaps(lambda gaps, f, point: [abs(gap) for gap in gaps], _one_sided),
        ).says(
            "The nudge goes to one side only, so even a right engine has a gap; besides, the "
            "sign of the gap is lost.",
            "Which difference of lesson 1 has an error that shrinks like h²?",
        ),
        Mistake(
            "divided-by-h-and-sign",
            _of_gaps(
                lambda gaps, f, point: [-gap for gap in gaps],
                lambda *place: 2 * _central(*place),
            ),
        ).says(
            "The two places are 2h apart, but the difference is divided by h; besides, the "
            "gradient is taken away from the slope.",
            "How far is it from x − h to x + h?",
        ),
        Mistake("engine-against-itself", _slopes_by_backward).says(
            "The gaps are 0 also where the engine loses a path: both slopes come from "
            "backward, or both from nudges, or the gaps are set to 0.",
            "Which of the two slopes needs backward, and which only results of f?",
        ),
        Mistake("sign-lost", _of_gaps(lambda gaps, f, point: [abs(gap) for gap in gaps])).says(
            "Each gap has the right size, but none is below 0. The sign tells whether the "
            "engine gives too much or too little.",
            "Which part of your code makes every result positive?",
        ),
        Mistake(
            "small-gaps-dropped",
            _of_gaps(lambda gaps, f, point: [gap if abs(gap) >= 0.001 else 0.0 for gap in gaps]),
        ).says(
            "Small gaps come out as 0. How small a gap may be is for the reader to judge: "
            "return the difference as it is.",
            "Which line changes a gap after it has been computed?",
        ),
    ),
)
