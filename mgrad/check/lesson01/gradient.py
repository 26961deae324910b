"""01.gradient: A gradient for any number of inputs."""

from mgrad.check.judge import show
from mgrad.check.lesson01.shared import FUNCTIONS, sum_of_product
from mgrad.check.task import Mistake, Task


class WholeListGiven(TypeError):
    """``f`` was called with a list instead of with numbers."""


def _takes_numbers(function):
    """The function, which says so when it gets a whole list."""

    def f(*inputs):
        if any(isinstance(x, list | tuple) for x in inputs):
            raise WholeListGiven("f takes the numbers one by one, and got a whole list")
        return function(*inputs)

    return f


def _gradient(fresh_copies=True, own_list=True, new_base=False, divided=True, sign=1):
    def gradient(f, xs, h):
        moved, base, slopes = list(xs) if own_list else xs, f(*xs), []
        for i in range(len(xs)):
            if fresh_copies:
                moved = list(xs)
            if new_base:
                base = f(*moved)
            moved[i] += h
            slopes.append(sign * (f(*moved) - base) / (h if divided else 1))
        return slopes

    return gradient


def _nudged(nudge):
    """The slopes when input ``x`` becomes ``nudge(x, h)``."""

    def gradient(f, xs, h):
        return [(f(*xs[:i], nudge(x, h), *xs[i + 1 :]) - f(*xs)) / h for i, x in enumerate(xs)]

    return gradient


def _found_by_value(f, xs, h):
    places = [xs.index(x) for x in xs]
    slopes = _gradient()(f, xs, h)
    return [slopes[i] for i in places]


def _three_inputs(f, xs, h):
    a, b, c = xs
    return _gradient()(f, [a, b, c], h)


def _one_function(f, xs, h):
    return _gradient()(sum_of_product, xs, h)


def _probe_gradient(answer, case):
    name, xs, h, looked_at = case
    given = list(xs)
    slopes = answer(_takes_numbers(FUNCTIONS[name]), given, h)
    if looked_at == "the gradient":
        return slopes
    return (
        "as before"
        if len(given) == len(xs) and all(abs(x - y) < 1e-12 for x, y in zip(given, xs))
        else "changed"
    )


def _cases_gradient(rng):
    place = [rng.uniform(1, 3), rng.uniform(-3, -1)]
    return [
        ["a·b + c", [2.0, -3.0, 10.0], 1e-5, "the gradient"],
        ["x²", [3.0], 1e-5, "the gradient"],
        ["2a − 3b + c", [1.0, 1.0, 1.0], 0.5, "the gradient"],
        ["a·b + c", [0.0, -3.0, 10.0], 1e-5, "the gradient"],
        ["2x + sin(4πx)", [1.0], 0.5, "the gradient"],
        ["(a·b + c)·factor", [2.0, -3.0, 10.0, -2.0], 1e-5, "the gradient"],
        ["a²·b", place, 1e-5, "the gradient"],
        ["a·b + c", [2.0, -3.0, 10.0], 0.01, "the list xs after the call"],
    ]


TASK = Task(
    id="01.gradient",
    answer_name="gradient",
    kind="function",
    reference=_gradient(),
    probe=_probe_gradient,
    cases=_cases_gradient,
    say=lambda case: f"{case[3]}, f = {case[0]}, xs = {show(case[1])}, h = {case[2]:g}",
    tolerance=1e-3,  # forward or central, as the student likes
    hides=("numerical_gradient",),
    notice=(
        "n inputs cost n + 1 evaluations forward, or 2n central. That is why networks are not "
        "trained in this way, only checked."
    ),
    mistakes=(
        Mistake(
            "all-inputs-nudged",
            lambda f, xs, h: [(f(*(x + h for x in xs)) - f(*xs)) / h for _ in xs],
        ).says(
            "All entries are the same: every input was nudged at once, so you measured the "
            "sum of all slopes.",
            "For one slope, which inputs should move, and which should stand still?",
        ),
        Mistake("nudge-not-undone", _gradient(fresh_copies=False, own_list=False)).says(
            "Each entry contains those before it: the nudge of one turn is still in xs in "
            "the next turn.",
            "Print xs at the start of each turn of the loop.",
        ),
        Mistake("copied-once", _gradient(fresh_copies=False)).says(
            "Each entry contains those before it: there is one copy for the whole loop, and "
            "every nudge stays in it.",
            "Print the copy at the start of each turn of the loop. How many numbers in it "
            "differ from xs?",
        ),
        Mistake(
            "inputs-left-moved", _gradient(fresh_copies=False, own_list=False, new_base=True)
        ).says(
            "The slopes are right to the eye, but the list of the caller has moved: whoever "
            "measures next starts at another point.",
            "Print xs before and after the call.",
        ),
        Mistake(
            "run-too-short", lambda f, xs, h: [2 * slope for slope in _gradient()(f, xs, h)]
        ).says(
            "Every slope comes out twice too large: the rise goes from x − h to x + h, but "
            "the run covers only half of that way.",
            "How far apart are the two inputs that you compare?",
        ),
        Mistake("rise-without-run", _gradient(divided=False)).says(
            "The entries are tiny: they are changes of the output. A slope is that change "
            "per change of the input.",
            "Compare your entry with h. How many times as large is it?",
        ),
        Mistake("whole-list-given", lambda f, xs, h: f(xs)).says(
            "f gets one thing, a list, where it takes the numbers one by one: a function of "
            "three inputs then misses two of them.",
            "How does the lesson call a function with the numbers of a list?",
        ),
        Mistake("inputs-never-moved", lambda f, xs, h: [0.0 for _ in xs]).says(
            "Every slope is 0: f sees the same numbers before and after. Either the nudge "
            "goes into a name that is not in the list, or it is there in both calls.",
            "Print what f is called with, before and after the nudge.",
        ),
        Mistake("last-entry-missing", lambda f, xs, h: _gradient()(f, xs, h)[:-1]).says(
            "The last slope is missing; those before it are right.",
            "Which numbers does your range give for a list of three?",
        ),
        Mistake("found-by-value", _found_by_value).says(
            "Inputs that hold equal numbers are mixed up: the place of a number in the list "
            "is looked up by its value, and the first one that fits is taken.",
            "What does [1.0, 1.0].index(1.0) give? How else can a loop know where it is?",
        ),
        Mistake("three-inputs-only", _three_inputs).says(
            "It works for three inputs and for no other number of them: three names are "
            "filled from the list.",
            "Take xs = [3.0] and a function of one number. What goes through any list?",
        ),
        Mistake("one-function-for-all", _one_function).says(
            "sum_of_product is measured, whatever function is handed in.",
            "Which name stands for the function inside gradient?",
        ),
        Mistake("input-set-to-the-nudge", _nudged(lambda x, h: h)).says(
            "The input becomes h itself, whatever it was. A nudge moves an input a little.",
            "With the input 2 and h = 0.5, which number should f see?",
        ),
        Mistake(
            "numbers-beside-slopes",
            lambda f, xs, h: [[x, s] for x, s in zip(xs, _gradient()(f, xs, h))],
        ).says(
            "Each entry is a pair, the input and its slope. Asked are the slopes alone.",
            "What should gradient(sum_of_product, [2.0, -3.0, 10.0], 1e-5)[0] be?",
        ),
        Mistake(
            "outputs-for-slopes",
            lambda f, xs, h: [f(*xs[:i], x + h, *xs[i + 1 :]) for i, x in enumerate(xs)],
        ).says(
            "The entries are the new outputs. A slope says how far the output moved, per nudge.",
            "What was the output before the nudge?",
        ),
        Mistake("slopes-added-up", lambda f, xs, h: sum(_gradient()(f, xs, h))).says(
            "The slopes are added up to one number. A gradient keeps one slope for each input.",
            "What collects the slopes of all turns, without mixing them?",
        ),
        Mistake("copied-once-undivided", _gradient(fresh_copies=False, divided=False)).says(
            "Two things are wrong. Each entry contains those before it, because the nudges stay. "
            "And the entries are changes of the output: nothing divides them by the run.",
            "Print what f is called with, in each turn of the loop.",
        ),
        Mistake("first-only-turned", lambda f, xs, h: _gradient(sign=-1)(f, xs, h)[:1]).says(
            "Two things are wrong. Only the first entry comes back: the function returns in the "
            "first turn of its loop. And old value minus new value turns every slope around.",
            "How far is the return line indented? When does Python reach it?",
        ),
    ),
)
