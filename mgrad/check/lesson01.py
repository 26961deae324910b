"""Checks for the exercises of lesson 01, derivatives."""

import math

from mgrad.check.task import Mistake, Task, arranged, show, value_task

TITLE = "01 derivatives"


# -- functions to measure ------------------------------------------------------------------


def parabola(x):
    return 3 * x**2 - 4 * x + 5


def sum_of_product(a, b, c):
    return a * b + c


def product(a, b, c):
    return a * b * c


def four_inputs(a, b, c, factor):
    return (a * b + c) * factor


def curved(a, b):
    return a**2 * b


def plane(a, b, c):
    return 2 * a - 3 * b + c


FUNCTIONS = {
    "3x² − 4x + 5": parabola,
    "x²": lambda x: x**2,
    "x³": lambda x: x**3,
    "7": lambda x: 7.0,
    "−x": lambda x: -x,
    "2x + sin(4πx)": lambda x: 2 * x + math.sin(4 * math.pi * x),  # the wave cancels over every step of 0.5
    "a·b + c": sum_of_product,
    "a·b·c": product,
    "(a·b + c)·factor": four_inputs,
    "a²·b": curved,
    "2a − 3b + c": plane,
}


# -- one input -----------------------------------------------------------------------------


def _slope(f, x, h):
    return (f(x + h) - f(x)) / h


def _central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def _unfinished(f, x, h):
    raise NameError("name 'behind' is not defined")


def _signless(measure):
    return lambda f, x, h: abs(measure(f, x, h))


def _measure(answer, case):
    name, x, h = case
    return answer(FUNCTIONS[name], x, h)


def _say_measure(case):
    return f"f(x) = {case[0]}, x = {case[1]:.4g}, h = {case[2]:.4g}"


# -- several inputs ------------------------------------------------------------------------

START, A, B, C, AB, ABC = (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 1, 1)


def _three_slopes(*measurements):
    """Each measurement: how many nudges a, b and c have had before and after it, and the run in nudges."""

    def three_slopes(f, a, b, c, h):
        def at(nudges):
            return f(a + nudges[0] * h, b + nudges[1] * h, c + nudges[2] * h)

        return [(at(after) - at(before)) / (run * h) for before, after, run in measurements]

    return three_slopes


def _probe_three(answer, case):
    name, inputs, h = case
    return answer(FUNCTIONS[name], *inputs, h)


def _say_three(case):
    return f"f = {case[0]} at a, b, c = {show(case[1])[1:-1]} with h = {case[2]:g}"


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
    return "as before" if len(given) == len(xs) and all(abs(x - y) < 1e-12 for x, y in zip(given, xs)) else "changed"


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


# -- gradient descent ----------------------------------------------------------------------

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
    exec(arranged(LINES, order), names)  # noqa: S102 - the lines are ours, only their order is the student's
    return {"path": names["path"]}


def _descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x -= learning_rate * slope_of(x)
    return x


def _climb(slope_of, x, learning_rate, steps):
    return _descend(slope_of, x, -learning_rate, steps)


def _once(walk):
    """The same walk with the slope of the start at every step."""
    return lambda slope_of, x, learning_rate, steps: walk(lambda _: slope_of(x), x, learning_rate, steps)


def _one_step_only(slope_of, x, learning_rate, steps):
    return _descend(slope_of, x, learning_rate, min(steps, 1))


def _line(bend, offset):
    return f"{bend:g}x {'−' if offset < 0 else '+'} {abs(offset):g}".replace("-", "−")


def _probe_descend(answer, case):
    bend, offset, x, learning_rate, steps = case
    return answer(lambda x: bend * x + offset, x, learning_rate, steps)


def _say_descend(case):
    bend, offset, x, learning_rate, steps = case
    return f"slope {_line(bend, offset)}, start {x:.4g}, learning rate {learning_rate:.4g}, steps {steps}"


def _verdict(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < first / 2 else "diverges" if last > first * 2 else "cycles"


def _first_and_last_step(slope_of, x, learning_rate):
    end = _descend(slope_of, x, learning_rate, 199)
    return learning_rate * abs(slope_of(x)), learning_rate * abs(slope_of(end))


def _verdict_by_size(slope_of, x, learning_rate):
    end = _descend(slope_of, x, learning_rate, 200)
    return "diverges" if abs(end) > 1e6 else "converges" if abs(slope_of(end)) < 1e-6 else "cycles"


def _verdict_from_zero(slope_of, x, learning_rate):
    end = _descend(slope_of, x, learning_rate, 200)
    return "cycles" if abs(end - x) < 1e-6 else "diverges" if abs(end) > abs(x) else "converges"


def _verdict_from_two_thirds(slope_of, x, learning_rate):
    before, after = abs(x - 2 / 3), abs(_descend(slope_of, x, learning_rate, 200) - 2 / 3)
    return "cycles" if abs(after - before) < 1e-6 else "diverges" if after > before else "converges"


def _verdict_by_limits(slope_of, x, learning_rate):
    _, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < 0.01 else "cycles" if last < 100 else "diverges"


def _verdict_exact_lengths(slope_of, x, learning_rate):
    path = [_descend(slope_of, x, learning_rate, steps) for steps in (0, 1, 199, 200)]
    first, last = abs(path[1] - path[0]), abs(path[3] - path[2])
    return "converges" if last < first else "cycles" if last == first else "diverges"


def _verdict_exact(slope_of, x, learning_rate):
    before, last, end = (_descend(slope_of, x, learning_rate, steps) for steps in (198, 199, 200))
    return "converges" if end == last else "cycles" if end == before else "diverges"


def _verdict_every_second(slope_of, x, learning_rate):
    found = _verdict(slope_of, x, learning_rate)
    return "converges" if found == "cycles" else found


def _verdict_no_overshoot(slope_of, x, learning_rate):
    turned = slope_of(x) * slope_of(_descend(slope_of, x, learning_rate, 1)) < -1e-9
    found = _verdict(slope_of, x, learning_rate)
    return "diverges" if turned and found == "converges" else found


def _verdict_one_third(slope_of, x, learning_rate):
    return "cycles" if abs(learning_rate - 1 / 3) < 1e-6 else "converges" if learning_rate < 1 / 3 else "diverges"


def _verdict_valleys_only(slope_of, x, learning_rate):
    reach = learning_rate * (slope_of(x + 1) - slope_of(x))
    return "cycles" if abs(reach - 2) < 1e-6 else "converges" if reach < 2 else "diverges"


def _cases_verdict(rng):
    bend, start = rng.choice([2.0, 4.0, 8.0]), float(rng.randint(1, 9))
    return [
        *([6.0, -4.0, -2.0, learning_rate] for learning_rate in (0.1, 1 / 6, 0.3, 1 / 3, 0.34, 0.4)),
        [2.0, -20.0, 1.0, 0.8],
        [2.0, -20.0, 1.0, 0.5],
        [2.0, -20.0, 1.0, 1.0],
        [10.0, 20.0, 3.0, 0.25],
        [-2.0, 4.0, 3.0, 0.25],
        [4.0, -2.0, 0.3, 0.1],
        [7.0, -3.0, 0.9, 2 / 7],  # back at the start, but for the last digit
        [2.0, -10000.0, 4990.0, 1.0],  # far from 0
        [2.0, -20.0, -240.0, 1.0],  # steps of 500
        [8.0, -16.0, 2.0005, 0.25],  # steps of 0.001
        [8.0, -16.0, 2.0005, 0.255],
        [8.0, -40000.0, 4999.0, 0.1875],
        [bend, 2 * bend, start, (1 + rng.uniform(0.3, 0.8)) / bend],
        [bend, -4 * bend, -start, (1 + rng.uniform(1.1, 1.3)) / bend],
    ]


def _probe_verdict(answer, case):
    bend, offset, x, learning_rate = case
    return answer(lambda x: bend * x + offset, x, learning_rate)


def _say_verdict(case):
    bend, offset, x, learning_rate = case
    return f"slope {_line(bend, offset)}, start {x:.4g}, learning rate {learning_rate:.4g}"


# -- the tasks -----------------------------------------------------------------------------

TASKS = [
    value_task(
        "01.sign",
        "slope_of_d_in_a",
        -3.0,
        "The factor beside a decides: b is −3, so d falls three times as fast as a grows, and c has no say.",
        Mistake("lost-sign", 3.0, "The size is right, the direction is not: the factor beside a is negative.", "Does d = a·b + c rise or fall when a grows?"),
        Mistake("own-value", 4.0, "4 is the value of a itself. How fast d moves with a is decided by what a is multiplied with.", "Nudge a from 4 to 4.001 and compute d again."),
        Mistake("result-for-slope", -2.0, "−2 is the value of d. The slope is how fast d changes, not what it is.", "Compute d at a = 4 and at a = 4.001, and compare."),
        Mistake("new-value-for-slope", -5.0, "−5 is the new d, after a was raised from 4 to 5. The slope tells by how much it moved.", "What was d before?"),
        Mistake("list-for-number", [-3.0], "The number is not the problem, the form is: square brackets make a list of it.", "Write the number alone, without brackets."),
        Mistake("constant-counted", 7.0, "This counts c as well. But c stands still while a moves, so it adds the same to d before and after.", "Compute d at a = 4 and at a = 5, once with c = 10 and once with c = 0."),
    ),  # fmt: skip
    Task(
        id="01.slope",
        answer_name="slope",
        kind="function",
        reference=_slope,
        probe=_measure,
        cases=lambda rng: [
            ["3x² − 4x + 5", 3.0, 0.01],
            ["3x² − 4x + 5", -2.0, 0.01],
            ["−x", 1.0, 0.5],
            ["x³", -2.0, 0.5],
            ["7", 1.0, 0.1],
            ["3x² − 4x + 5", 3.0, -0.01],
            ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 1)],
            ["3x² − 4x + 5", rng.uniform(-3, -1), -rng.uniform(0.1, 0.4)],
        ],
        say=_say_measure,
        notice="Rise over run. 14.03 is no error in your code: it is the slope of a line through two points, and the tangent has 14.",
        mistakes=(
            Mistake(
                "rise-without-run",
                lambda f, x, h: f(x + h) - f(x),
                "That is the rise, the change of the output. A slope is rise over run.",
                "By how much did the input change? Compare the two changes.",
            ),
            Mistake(
                "brackets-missing",
                lambda f, x, h: f(x + h) - f(x) / h,
                "Python divides before it subtracts, so here only f(x) is divided by the run, not the whole rise.",
                "Which part of your formula should be worked out first?",
            ),
            Mistake(
                "divided-by-x",
                lambda f, x, h: (f(x + h) - f(x)) / x if x else 0.0,
                "The rise is divided by the place x, but the run is how far the input moved.",
                "Draw the two points and mark the horizontal distance between them.",
            ),
            Mistake(
                "output-nudged",
                lambda f, x, h: (f(x) + h - f(x)) / h,
                "The nudge was added to the output, so every function gets slope 1. The input is what we move; the output answers.",
                "Put the nudge inside the brackets of f. What does f see then?",
            ),
            Mistake(
                "sign-of-the-rise",
                lambda f, x, h: (f(x) - f(x + h)) / h,
                "The rise is taken backward: old value minus new value turns every slope around.",
                "Does your slope say that the parabola falls at x = 3?",
            ),
            Mistake(
                "sign-lost",
                _signless(_slope),
                "The size is right, the sign is lost: at x = −2 the parabola falls, so its slope is negative.",
                "Which part of your code makes every result positive?",
            ),
            Mistake(
                "central-difference",
                _central,
                "At x = 3 that is 14, the slope of the tangent, because you step to both sides. Asked is the forward difference, 14.03 there.",
                "One of the two points is x itself. Where is the other one?",
            ),
            Mistake(
                "formula-of-one-parabola",
                lambda f, x, h: 6 * x - 4,
                "That is a formula: it gives 14, the tangent of one parabola. Asked is a measurement, the forward difference, for any f.",
                "Your answer never calls f. At which two inputs should it?",
            ),
            Mistake(
                "upside-down",
                lambda f, x, h: h / (f(x + h) - f(x)),
                "The fraction stands on its head: this is run over rise. A function that stands still has rise 0, and then you divide by it.",
                "A steep slope has a large rise for a small run. Is your number large then?",
            ),
        ),
    ),
    Task(
        id="01.central",
        answer_name="central",
        kind="function",
        reference=_central,
        probe=_measure,
        cases=lambda rng: [
            ["x²", 3.0, 0.25],
            ["3x² − 4x + 5", 3.0, 0.1],
            ["3x² − 4x + 5", -2.0, 0.1],
            ["−x", 1.0, 0.5],
            ["x³", 1.0, 0.5],
            ["x³", rng.uniform(-3, 3), rng.uniform(0.1, 0.4)],
            ["x²", rng.uniform(-3, -1), rng.uniform(0.1, 0.4)],
        ],
        say=_say_measure,
        notice="On a parabola the errors of the two sides cancel, whatever h is. On x³ what is left is h².",
        mistakes=(
            Mistake(
                "run-too-short",
                lambda f, x, h: (f(x + h) - f(x - h)) / h,
                "Every slope comes out twice too large: the rise goes from x − h to x + h, but the run covers only half of that way.",
                "Mark x − h, x and x + h on a line. How far apart are the two ends?",
            ),
            Mistake(
                "one-side-only",
                _slope,
                "This is the forward difference: one of the two points is x itself. A central difference steps to both sides of x.",
                "Where is behind measured in your code, and where should it be?",
            ),
            Mistake(
                "run-too-long",
                lambda f, x, h: (f(x + h) - f(x)) / (2 * h),
                "Every slope comes out about half as large: the rise starts at x, but the run counts the way from x − h.",
                "At which input did you measure behind?",
            ),
            Mistake(
                "output-nudged",
                lambda f, x, h: (f(x + h) - (f(x) - h)) / (2 * h),
                "On the other side the nudge was taken from the output. The input is what we move; the output answers.",
                "Put the step inside the brackets of f. What does f see then?",
            ),
            Mistake(
                "run-from-x",
                lambda f, x, h: (f(x + h) - f(x - h)) / (2 * x),
                "The run is built from the place x. But it is a distance, from one input to the other, the same at every x.",
                "Subtract the two inputs from each other on paper. Does x survive?",
            ),
            Mistake(
                "sign-lost",
                _signless(_central),
                "The size is right, the sign is lost: at x = −2 the parabola falls, so its slope is negative.",
                "Which part of your code makes every result positive?",
            ),
            Mistake(
                "brackets-missing",
                lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
                "Python works from left to right: it divides by 2, and then multiplies by h. The whole run 2h belongs below the line.",
                "Work out 1 / 2 * 10 on paper, and then let Python do it.",
            ),
            Mistake(
                "input-for-output",
                lambda f, x, h: (f(x + h) - (x - h)) / (2 * h),
                "behind is an input here, a place. ahead is an output, and a difference needs two things of the same kind.",
                "Compare your line for behind with the line for ahead.",
            ),
            Mistake(
                "run-backward",
                lambda f, x, h: (f(x + h) - f(x - h)) / (-2 * h),
                "Rise and run go in opposite directions: the rise is ahead minus behind, the run behind minus ahead. That turns every sign around.",
                "From which end to which do you measure the rise? Measure the run in the same direction.",
            ),
            Mistake(
                "used-before-made",
                _unfinished,
                "A name is used before it has a value: the last line needs both behind and run.",
                "Which of the two names gets no value above the last line?",
            ),
        ),
    ),
    Task(
        id="01.three",
        answer_name="three_slopes",
        kind="function",
        reference=_three_slopes((START, A, 1), (START, B, 1), (START, C, 1)),
        probe=_probe_three,
        cases=lambda rng: [
            ["a·b + c", [2.0, -3.0, 10.0], 0.001],
            ["a·b·c", [1.0, 2.0, 3.0], 0.5],
            ["a·b·c", [rng.uniform(1, 3), rng.uniform(-3, -1), rng.uniform(2, 4)], 0.25],
        ],
        say=_say_three,
        notice="One nudge at a time, and each measurement starts from the same point: that makes a slope a partial derivative.",
        mistakes=(
            Mistake(
                "nudge-not-undone",
                _three_slopes((START, A, 1), (START, AB, 1), (START, ABC, 1)),
                "The first slope is right, then each one contains those before it: the nudges stay, so a still stands off its place when b is measured.",
                "Print a, b and c before each of the three measurements.",
            ),
            Mistake(
                "one-nudge-left",
                _three_slopes((START, A, 1), (START, B, 1), (START, (0, 1, 1), 1)),
                "The slopes in a and b are right now, but b still stands off its place when c is measured.",
                "Print a, b and c before the last measurement. Are all three where they were at the start?",
            ),
            Mistake(
                "only-b-put-back",
                _three_slopes((START, A, 1), (START, AB, 1), (START, (1, 0, 1), 1)),
                "b is put back after its turn, but a is not: it still stands off its place when b and c are measured.",
                "Print a, b and c before each of the three measurements.",
            ),
            Mistake(
                "starting-point-moved",
                _three_slopes((START, A, 1), (A, AB, 1), (AB, ABC, 1)),
                "Each slope is now one nudge alone, but the later ones are measured at another place: a stays moved when b is measured.",
                "With a·b + c the slope in b is the value of a. Which a does your answer show?",
            ),
            Mistake(
                "run-stretched",
                _three_slopes((START, A, 1), (START, AB, 2), (START, ABC, 3)),
                "The runs were made longer to fit inputs that walked away. But the rise still mixes several inputs, and no run can separate them again.",
                "Which inputs moved between before and the last measurement? Which one should have?",
            ),
        ),
    ),
    Task(
        id="01.gradient",
        answer_name="gradient",
        kind="function",
        reference=_gradient(),
        probe=_probe_gradient,
        cases=_cases_gradient,
        say=lambda case: f"{case[3]}, f = {case[0]}, xs = {show(case[1])}, h = {case[2]:g}",
        tolerance=1e-3,  # forward or central, as the student likes
        notice="n inputs cost n + 1 evaluations forward, or 2n central. That is why networks are not trained in this way, only checked.",
        mistakes=(
            Mistake(
                "all-inputs-nudged",
                lambda f, xs, h: [(f(*(x + h for x in xs)) - f(*xs)) / h for _ in xs],
                "All entries are the same: every input was nudged at once, so you measured the sum of all slopes.",
                "For one slope, which inputs should move, and which should stand still?",
            ),
            Mistake(
                "nudge-not-undone",
                _gradient(fresh_copies=False, own_list=False),
                "Each entry contains those before it: the nudge of one turn is still in xs in the next turn.",
                "Print xs at the start of each turn of the loop.",
            ),
            Mistake(
                "copied-once",
                _gradient(fresh_copies=False),
                "Each entry contains those before it: there is one copy for the whole loop, and every nudge stays in it.",
                "Print the copy at the start of each turn of the loop. How many numbers in it differ from xs?",
            ),
            Mistake(
                "second-name-no-copy",
                _same_list_twice,
                "Every slope is 0: a second name for xs is no second list, so both calls of f see the same numbers, nudge included.",
                "Make the second list, change one number in it, and print xs.",
            ),
            Mistake(
                "inputs-left-moved",
                _gradient(fresh_copies=False, own_list=False, new_base=True),
                "The slopes are right to the eye, but the list of the caller has moved: whoever measures next starts at another point.",
                "Print xs before and after the call.",
            ),
            Mistake(
                "return-inside-loop",
                lambda f, xs, h: _gradient()(f, xs, h)[:1],
                "The list holds the slope in the first input only: the function returns in the first turn of its loop.",
                "How far is the return line indented? When does Python reach it?",
            ),
            Mistake(
                "one-number-only",
                lambda f, xs, h: _gradient()(f, xs, h)[0],
                "One number comes back, the slope in the first input. A gradient is a list with one slope for each input.",
                "What collects the slopes of all turns, and when is it returned?",
            ),
            Mistake(
                "run-too-short",
                lambda f, xs, h: [2 * slope for slope in _gradient()(f, xs, h)],
                "Every slope comes out twice too large: the rise goes from x − h to x + h, but the run covers only half of that way.",
                "How far apart are the two inputs that you compare?",
            ),
            Mistake(
                "rise-without-run",
                _gradient(divided=False),
                "The entries are tiny: they are changes of the output. A slope is that change per change of the input.",
                "Compare your entry with h. How many times as large is it?",
            ),
        ),
    ),
    Task(
        id="01.order",
        answer_name="order_of_lines",
        kind="value",
        reference="GCEBFDA",
        probe=_run_arranged,
        cases=lambda rng: [None],
        say=lambda case: "your program",
        notice="Slope, step, record: each turn asks for the slope at the place where it stands, and only then moves.",
        mistakes=(
            Mistake(
                "recorded-before-the-step",
                "GCEBFAD",
                "The start is in the path twice and the last place is missing: each place is recorded before the step is taken.",
                "Follow the first turn with a pencil: what is x when it is appended?",
            ),
            Mistake(
                "used-before-made",
                "GCEBDFA",
                "A line uses a name that has no value yet. Python runs from top to bottom and does not look ahead.",
                "For each line, ask whether every name it reads has been made in a line above it.",
            ),
            Mistake(
                "body-outside-the-loop",
                "GCEFBDA",
                "The indented lines are what the loop repeats. They belong together, directly below the line that ends with a colon.",
                "Which of your lines are indented, and what stands above the first of them?",
            ),
        ),
    ),
    Task(
        id="01.descend",
        answer_name="descend",
        kind="function",
        reference=_descend,
        probe=_probe_descend,
        cases=lambda rng: [
            [6.0, -4.0, -2.0, 0.1, 1],
            [6.0, -4.0, -2.0, 0.1, 2],
            [6.0, -4.0, -2.0, 0.1, 20],
            [2.0, 6.0, rng.uniform(1, 5), rng.uniform(0.1, 0.4), 5],
        ],
        say=_say_descend,
        notice="The slope points uphill, so the step goes against it; and it must be asked again at every new place.",
        mistakes=(
            Mistake(
                "uphill-with-old-slope",
                _once(_climb),
                "The walk still goes up, and in equal steps. A slope says which way is up, and it belongs to one place only.",
                "Print x and slope in each turn of the loop. Which of the two should change and does not?",
            ),
            Mistake(
                "uphill",
                _climb,
                "The slope is fresh in every turn now, but the walk climbs: a positive slope means that up is to the right.",
                "At x = 3 the slope of f is 14. Should x grow or shrink to get lower?",
            ),
            Mistake(
                "slope-computed-once",
                _once(_descend),
                "The direction is right now, but every step has the same length: the slope of the start is used all the way, even beyond the bottom.",
                "Print x and slope in each turn of the loop. Is it the slope at this x?",
            ),
            Mistake(
                "return-inside-loop",
                _one_step_only,
                "The walk ends after one step, whatever steps says: return leaves the function, and the loop with it.",
                "How far is the return line indented? When does Python reach it?",
            ),
            Mistake(
                "one-step-too-many",
                lambda slope_of, x, learning_rate, steps: _descend(slope_of, x, learning_rate, steps + 1),
                "Each step is right, but there is one too many of them.",
                "How many numbers does your range give for steps = 1?",
            ),
            Mistake(
                "one-step-missing",
                lambda slope_of, x, learning_rate, steps: _descend(slope_of, x, learning_rate, steps - 1),
                "Each step is right, but there is one too few of them.",
                "How many numbers does your range give for steps = 1?",
            ),
            Mistake(
                "learning-rate-missing",
                lambda slope_of, x, learning_rate, steps: _descend(slope_of, x, 1, steps),
                "The whole slope is taken as the step. The learning rate says how much of it.",
                "At x = −2 the slope is −16. How far should the first step go at the rate 0.1?",
            ),
        ),
    ),
    Task(
        id="01.verdict",
        answer_name="verdict",
        kind="function",
        reference=_verdict,
        probe=_probe_verdict,
        cases=_cases_verdict,
        say=_say_verdict,
        notice="Each step multiplies the distance to the bottom by 1 − learning rate · bend: only the size of this number, below, at or above 1, decides.",
        mistakes=(
            Mistake(
                "judged-by-size",
                _verdict_by_size,
                "The slow ones escape: a walk that grows by 4 % a step is not far away after 200 steps, but it never comes back.",
                "Do not ask how far away x is. Ask whether the last step is longer or shorter than the first.",
            ),
            Mistake(
                "distance-from-zero",
                _verdict_from_zero,
                "This compares how far x is from 0 at the start and at the end. But the bottom can lie anywhere, also far from 0.",
                "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Does it settle?",
            ),
            Mistake(
                "bottom-of-one-parabola",
                _verdict_from_two_thirds,
                "This compares how far x is from 2/3. But 2/3 is the bottom of one parabola only, and verdict does not know the bottom of the others.",
                "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it settle?",
            ),
            Mistake(
                "one-limit-for-all",
                _verdict_by_limits,
                "A fixed limit fits the walks you tried. In a valley a hundred times as wide, or as narrow, the same walk has steps of another size.",
                "With what, in the same walk, can you compare the last step?",
            ),
            Mistake(
                "lengths-compared-exactly",
                _verdict_exact_lengths,
                "Two lengths are compared exactly. A walk that cycles comes back to its start only up to rounding, and one last digit then decides.",
                "Walk with slope 7x − 3 from 0.9 at rate 2/7, and print the first and the last length with all digits.",
            ),
            Mistake(
                "exact-equality",
                _verdict_exact,
                "Two floats are compared with ==. A walk that has settled may still tremble in the last digit, which then looks like a cycle.",
                "Print the last three places of the walk with the learning rate 0.3.",
            ),
            Mistake(
                "every-second-step",
                _verdict_every_second,
                "A walk that jumps between two places is back after every second step. That looks like rest if you compare places two steps apart.",
                "Print the last three places of the walk with the learning rate 1/3.",
            ),
            Mistake(
                "overshoot-means-divergence",
                _verdict_no_overshoot,
                "Stepping past the bottom is not yet divergence: with rate 0.3 each step changes sides, and still ends nearer.",
                "Print the lengths of the first five steps with rate 0.3. Do they grow or shrink?",
            ),
            Mistake(
                "one-third-for-all",
                _verdict_one_third,
                "1/3 is the limit for one valley only, that of 3x² − 4x + 5. Another valley is bent more or less and has another limit.",
                "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it end?",
            ),
            Mistake(
                "hill-forgotten",
                _verdict_valleys_only,
                "In valleys all is right. But a slope such as −2x + 4 belongs to a hill: there every step leads farther from the top.",
                "Take three steps on the hill by hand. Is there a learning rate small enough to settle at the top?",
            ),
        ),
    ),
]
