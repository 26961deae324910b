"""01.gradient: A gradient for any number of inputs."""

from mgrad.check.judge import show
from mgrad.check.lesson01.shared import FUNCTIONS
from mgrad.check.task import Mistake, Task


def _gradient(fresh_copies=True, own_list=True, new_base=False, divided=True):
    def gradient(f, xs, h):
        moved, base, slopes = list(xs) if own_list else xs, f(*xs), []
        for i in range(len(xs)):
            if fresh_copies:
                moved = list(xs)
            if new_base:
                base = f(*moved)
            moved[i] += h
            slopes.append((f(*moved) - base) / (h if divided else 1))
        return slopes

    return gradient


def _same_list_twice(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        xs[i] += h
        slopes.append(0.0)
    return slopes


def _probe_gradient(answer, case):
    name, xs, h, looked_at = case
    given = list(xs)
    slopes = answer(FUNCTIONS[name], given, h)
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
            (
                "All entries are the same: every input was nudged at once, so you measured the "
                "sum of all slopes."
            ),
            "For one slope, which inputs should move, and which should stand still?",
        ),
        Mistake(
            "nudge-not-undone",
            _gradient(fresh_copies=False, own_list=False),
            (
                "Each entry contains those before it: the nudge of one turn is still in xs in "
                "the next turn."
            ),
            "Print xs at the start of each turn of the loop.",
        ),
        Mistake(
            "copied-once",
            _gradient(fresh_copies=False),
            (
                "Each entry contains those before it: there is one copy for the whole loop, and "
                "every nudge stays in it."
            ),
            (
                "Print the copy at the start of each turn of the loop. How many numbers in it "
                "differ from xs?"
            ),
        ),
        Mistake(
            "second-name-no-copy",
            _same_list_twice,
            (
                "Every slope is 0: a second name for xs is no second list, so both calls of f "
                "see the same numbers, nudge included."
            ),
            "Make the second list, change one number in it, and print xs.",
        ),
        Mistake(
            "inputs-left-moved",
            _gradient(fresh_copies=False, own_list=False, new_base=True),
            (
                "The slopes are right to the eye, but the list of the caller has moved: whoever "
                "measures next starts at another point."
            ),
            "Print xs before and after the call.",
        ),
        Mistake(
            "return-inside-loop",
            lambda f, xs, h: _gradient()(f, xs, h)[:1],
            (
                "The list holds the slope in the first input only: the function returns in the "
                "first turn of its loop."
            ),
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake(
            "one-number-only",
            lambda f, xs, h: _gradient()(f, xs, h)[0],
            (
                "One number comes back, the slope in the first input. A gradient is a list with "
                "one slope for each input."
            ),
            "What collects the slopes of all turns, and when is it returned?",
        ),
        Mistake(
            "run-too-short",
            lambda f, xs, h: [2 * slope for slope in _gradient()(f, xs, h)],
            (
                "Every slope comes out twice too large: the rise goes from x − h to x + h, but "
                "the run covers only half of that way."
            ),
            "How far apart are the two inputs that you compare?",
        ),
        Mistake(
            "rise-without-run",
            _gradient(divided=False),
            (
                "The entries are tiny: they are changes of the output. A slope is that change "
                "per change of the input."
            ),
            "Compare your entry with h. How many times as large is it?",
        ),
    ),
)
