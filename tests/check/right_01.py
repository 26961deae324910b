"""Answers to the exercises of lesson 01:

right ones in many styles, and wrong ones that nobody foresaw.
"""

from fractions import Fraction

import numpy as np

# -- right ---------------------------------------------------------------------------------


def slope_in_small_steps(f, x, h):
    rise = f(x + h) - f(x)
    return float(rise) / float(h)


def slope_in_numpy(function, place, nudge):
    outputs = np.array([function(place), function(place + nudge)])
    return np.diff(outputs)[0] / nudge


def central_with_other_names(f, x, h):
    left, right = x - h, x + h
    return (f(right) - f(left)) / (right - left)


def central_as_a_mean(f, x, h):
    def one_side(step):
        return (f(x + step) - f(x)) / step

    return (one_side(h) + one_side(-h)) / 2


def three_slopes_put_back(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    in_a = (f(a, b, c) - before) / h
    a -= h
    b += h
    in_b = (f(a, b, c) - before) / h
    b -= h
    c += h
    return in_a, in_b, (f(a, b, c) - before) / h


def three_slopes_central(f, a, b, c, h):
    return np.array(
        [
            f(a + h, b, c) - f(a - h, b, c),
            f(a, b + h, c) - f(a, b - h, c),
            f(a, b, c + h) - f(a, b, c - h),
        ]
    ) / (2 * h)


def gradient_central(f, xs, h):
    def nudged(i, step):
        return [x + step * (i == j) for j, x in enumerate(xs)]

    return tuple((f(*nudged(i, h)) - f(*nudged(i, -h))) / (2 * h) for i in range(len(xs)))


def gradient_put_back(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        old = f(*xs)
        xs[i] += h
        slopes.append((f(*xs) - old) / h)
        xs[i] -= h
    return slopes


def gradient_in_numpy(f, xs, h):
    place = np.array(xs)
    return np.array([(f(*(place + row)) - f(*place)) / h for row in h * np.eye(len(xs))])


def gradient_by_recursion(f, xs, h, i=0):
    if i == len(xs):
        return []
    return [
        (f(*xs[:i], xs[i] + h, *xs[i + 1 :]) - f(*xs)) / h,
        *gradient_by_recursion(f, xs, h, i + 1),
    ]


def descend_by_recursion(slope_of, x, learning_rate, steps):
    return (
        x
        if steps == 0
        else descend_by_recursion(
            slope_of, x - learning_rate * slope_of(x), learning_rate, steps - 1
        )
    )


def descend_with_a_negative_rate(slope_of, x, learning_rate, steps):
    while steps > 0:
        x += -learning_rate * slope_of(x)
        steps -= 1
    return np.float64(x)


def verdict_by_formula(slope_of, x, learning_rate):
    factor = abs(1 - learning_rate * (slope_of(x + 1) - slope_of(x)))
    if abs(factor - 1) < 1e-6:
        return "cycles"
    return "converges" if factor < 1 else "diverges"


def verdict_by_the_first_two_steps(slope_of, x, learning_rate):
    second = x - learning_rate * slope_of(x)
    third = second - learning_rate * slope_of(second)
    difference = abs(third - second) - abs(second - x)
    return ["converges", "cycles", "diverges"][
        0 if difference < -1e-9 else 2 if difference > 1e-9 else 1
    ]


def verdict_by_a_ratio_of_slopes(slope_of, x, learning_rate):
    slopes = np.empty(201)
    for i in range(201):
        slopes[i] = slope_of(x)
        x -= learning_rate * slopes[i]
    shrunk = abs(slopes[-1] / slopes[0])
    return "converges" if shrunk < 1e-3 else "cycles" if shrunk < 2 else "diverges"


RIGHT = [
    ("01.sign", "a float", -3.0),
    ("01.sign", "a NumPy integer", np.int64(-3)),
    ("01.sign", "a measured slope", ((4.001 * -3 + 10) - (4 * -3 + 10)) / 0.001),
    ("01.sign", "a fraction", Fraction(-3)),
    ("01.slope", "in small steps", slope_in_small_steps),
    ("01.slope", "in NumPy", slope_in_numpy),
    ("01.slope", "a lambda that moves the minus", lambda f, x, h: f(x + h) / h - f(x) / h),
    ("01.central", "with other names", central_with_other_names),
    ("01.central", "mean of two sides", central_as_a_mean),
    ("01.three", "nudges taken back", three_slopes_put_back),
    ("01.three", "central, as an array", three_slopes_central),
    ("01.gradient", "central, as a tuple", gradient_central),
    ("01.gradient", "nudges taken back in the list", gradient_put_back),
    ("01.gradient", "in NumPy", gradient_in_numpy),
    ("01.gradient", "by recursion", gradient_by_recursion),
    ("01.order", "rate in the middle, small letters", "c e g b f d a"),
    ("01.order", "rate between, as a list", ["C", "G", "E", "B", "F", "D", "A"]),
    ("01.descend", "by recursion", descend_by_recursion),
    ("01.descend", "with a negative rate", descend_with_a_negative_rate),
    ("01.verdict", "by formula", verdict_by_formula),
    ("01.verdict", "by a ratio of slopes", verdict_by_a_ratio_of_slopes),
    ("01.verdict", "by the first two steps", verdict_by_the_first_two_steps),
]


# -- wrong, and not among the named mistakes -----------------------------------------------


def slope_of_rising_functions(f, x, h):
    return max(0, (f(x + h) - f(x)) / h)


def slope_to_the_right(f, x, h):
    return (f(x + h) - f(x)) / h if h > 0 else 0


def slope_with_its_own_nudge(f, x, h):
    return (f(x + 1e-6) - f(x)) / 1e-6


def slope_printed(f, x, h):
    print((f(x + h) - f(x)) / h)


def central_of_half_steps(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h


def central_of_rising_functions(f, x, h):
    return max(0, f(x + h) - f(x - h)) / (2 * h)


def central_with_a_sum(f, x, h):
    return (f(x + h) + f(x - h)) / (2 * h)


def three_slopes_of_one_example(f, a, b, c, h):
    return [-3.0, 2.0, 1.0]


def three_slopes_in_another_order(f, a, b, c, h):
    before = f(a, b, c)
    return [
        (f(a, b, c + h) - before) / h,
        (f(a, b + h, c) - before) / h,
        (f(a + h, b, c) - before) / h,
    ]


def gradient_without_the_last_input(f, xs, h):
    return [(f(*xs[:i], xs[i] + h, *xs[i + 1 :]) - f(*xs)) / h for i in range(len(xs) - 1)]


def gradient_without_the_star(f, xs, h):
    return [(f([*xs[:i], xs[i] + h, *xs[i + 1 :]]) - f(xs)) / h for i in range(len(xs))]


def gradient_backward_in_order(f, xs, h):
    return [(f(*xs[:i], xs[i] + h, *xs[i + 1 :]) - f(*xs)) / h for i in reversed(range(len(xs)))]


def gradient_without_zeros(f, xs, h):
    return [(f(*xs[:i], x + h, *xs[i + 1 :]) - f(*xs)) / h if x else 0.0 for i, x in enumerate(xs)]


def gradient_with_a_relative_nudge(f, xs, h):
    return [(f(*xs[:i], x * (1 + h), *xs[i + 1 :]) - f(*xs)) / (x * h) for i, x in enumerate(xs)]


def gradient_with_a_relative_nudge_and_no_error(f, xs, h):
    return [
        (f(*xs[:i], x * (1 + h), *xs[i + 1 :]) - f(*xs)) / (x * h or 1) for i, x in enumerate(xs)
    ]


def gradient_with_its_own_nudge(f, xs, h):
    return [(f(*xs[:i], x + 1e-6, *xs[i + 1 :]) - f(*xs)) / 1e-6 for i, x in enumerate(xs)]


def gradient_that_leaves_a_trace(f, xs, h):
    slopes = [(f(*xs[:i], x + h, *xs[i + 1 :]) - f(*xs)) / h for i, x in enumerate(xs)]
    xs[0] += 5e-10
    return slopes


def three_slopes_put_back_too_early(f, a, b, c, h):
    before, slopes = f(a, b, c), []
    for _ in range(3):
        a += h
        a -= h
        slopes.append((f(a, b, c) - before) / h)
    return slopes


def descend_rounded(slope_of, x, learning_rate, steps):
    return round(descend_by_recursion(slope_of, x, learning_rate, steps), 3)


def descend_two_steps_too_many(slope_of, x, learning_rate, steps):
    for _ in range(steps + 2):
        x -= learning_rate * slope_of(x)
    return x


def descend_with_a_rate_of_its_own(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x -= 0.1 * slope_of(x)
    return x


def descend_to_one_place(slope_of, x, learning_rate, steps):
    return 2 / 3


def verdict_that_divides_by_zero(slope_of, x, learning_rate):
    second = x - learning_rate * slope_of(x)
    third = second - learning_rate * slope_of(second)
    fourth = third - learning_rate * slope_of(third)
    ratio = abs(float(fourth - third) / float(third - second)) if third != second else 1 / 0
    return "cycles" if abs(ratio - 1) < 1e-6 else "converges" if ratio < 1 else "diverges"


def lengths_of(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        before, x = x, x - learning_rate * slope_of(x)
        lengths.append(abs(x - before))
    return x, lengths


def verdict_by_two_exact_steps(slope_of, x, learning_rate):
    _, lengths = lengths_of(slope_of, x, learning_rate)
    return (
        "cycles"
        if lengths[-1] == lengths[0]
        else "converges"
        if lengths[-1] < lengths[0]
        else "diverges"
    )


def verdict_by_a_small_limit(slope_of, x, learning_rate):
    _, lengths = lengths_of(slope_of, x, learning_rate)
    return (
        "converges"
        if lengths[-1] < 0.01
        else "diverges"
        if lengths[-1] > 1.01 * lengths[0]
        else "cycles"
    )


def verdict_by_a_large_limit(slope_of, x, learning_rate):
    _, lengths = lengths_of(slope_of, x, learning_rate)
    return (
        "converges"
        if lengths[-1] < lengths[0] / 2
        else "diverges"
        if lengths[-1] > 100
        else "cycles"
    )


def verdict_by_place(slope_of, x, learning_rate):
    x, lengths = lengths_of(slope_of, x, learning_rate)
    return (
        "diverges" if abs(x) > 1000 else "converges" if lengths[-1] < lengths[0] / 2 else "cycles"
    )


def verdict_by_the_slopes(slope_of, x, learning_rate):
    slopes = np.empty(201)
    for i in range(201):
        slopes[i] = slope_of(x)
        x -= learning_rate * slopes[i]
    if abs(slopes[-1]) < 1e-3:
        return "converges"
    if np.isclose(abs(slopes[-1]), abs(slopes[0])):
        return "cycles"
    return "diverges"


def verdict_by_comparing_places(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        path.append(path[-1] - learning_rate * slope_of(path[-1]))
    if abs(path[-1] - path[-2]) < 1e-6:
        return "converges"
    if abs(path[-1] - path[-3]) < 1e-6:
        return "cycles"
    return "diverges"


def central_with_an_absolute_run(f, x, h):
    return (f(x + h) - f(x - h)) / abs(2 * h)


def gradient_of_three_inputs(f, xs, h):
    a, b, c = xs
    base = f(a, b, c)
    return [(f(a + h, b, c) - base) / h, (f(a, b + h, c) - base) / h, (f(a, b, c + h) - base) / h]


def descend_from_a_slope_of_zero(slope_of, x, learning_rate, steps):
    slope = 0
    for _ in range(steps):
        x -= learning_rate * slope
        slope = slope_of(x)
    return x


def verdict_with_a_narrow_band(slope_of, x, learning_rate):
    _, lengths = lengths_of(slope_of, x, learning_rate)
    return (
        "converges"
        if lengths[-1] < 1e-6 * lengths[0]
        else "cycles"
        if lengths[-1] < 1.1 * lengths[0]
        else "diverges"
    )


def verdict_with_a_narrow_cycle(slope_of, x, learning_rate):
    for _ in range(200):
        before, x = x, x - learning_rate * slope_of(x)
    return (
        "cycles" if x == -2 and before > 3 else "converges" if abs(x - before) < 1 else "diverges"
    )


WRONG = [
    ("01.sign", "the run of the lesson", -0.003),
    ("01.sign", "a text", "-3"),
    ("01.sign", "brackets and the wrong sign", [3]),
    ("01.slope", "never below 0", slope_of_rising_functions),
    ("01.slope", "0 for a nudge to the left", slope_to_the_right),
    ("01.slope", "a nudge of its own", slope_with_its_own_nudge),
    ("01.slope", "printed, not returned", slope_printed),
    ("01.central", "half a step to each side", central_of_half_steps),
    ("01.central", "never below 0", central_of_rising_functions),
    ("01.central", "sum for difference", central_with_a_sum),
    ("01.central", "a run without sign", central_with_an_absolute_run),
    ("01.gradient", "three inputs only", gradient_of_three_inputs),
    ("01.descend", "a first slope of 0", descend_from_a_slope_of_zero),
    ("01.verdict", "slow walks cycle", verdict_with_a_narrow_band),
    ("01.three", "the example hard-coded", three_slopes_of_one_example),
    ("01.three", "put back too early", three_slopes_put_back_too_early, "always-the-same"),
    ("01.three", "in another order", three_slopes_in_another_order),
    ("01.gradient", "the last input forgotten", gradient_without_the_last_input),
    ("01.gradient", "the list handed over whole", gradient_without_the_star),
    ("01.gradient", "the last input first", gradient_backward_in_order),
    ("01.gradient", "0 where x is 0", gradient_without_zeros),
    ("01.gradient", "a nudge in proportion to x", gradient_with_a_relative_nudge),
    (
        "01.gradient",
        "a nudge in proportion to x, no division by 0",
        gradient_with_a_relative_nudge_and_no_error,
    ),
    ("01.gradient", "a nudge of its own", gradient_with_its_own_nudge),
    ("01.gradient", "the list left a little off", gradient_that_leaves_a_trace),
    ("01.order", "a letter missing", "GCEBFD"),
    ("01.order", "a letter twice", "GCEBFDAA"),
    ("01.order", "a number", 7),
    ("01.descend", "two steps too many", descend_two_steps_too_many),
    ("01.descend", "a learning rate of its own", descend_with_a_rate_of_its_own),
    ("01.descend", "rounded", descend_rounded, "rounded"),
    ("01.descend", "always the same place", descend_to_one_place),
    ("01.verdict", "divides by a step of 0", verdict_that_divides_by_zero),
    ("01.verdict", "first and last length compared exactly", verdict_by_two_exact_steps),
    ("01.verdict", "a last step below 0.01", verdict_by_a_small_limit),
    ("01.verdict", "a last step above 100", verdict_by_a_large_limit),
    ("01.verdict", "far from 0", verdict_by_place),
    ("01.verdict", "a fixed limit, by the slopes", verdict_by_the_slopes),
    ("01.verdict", "a fixed limit, by comparing places", verdict_by_comparing_places),
    ("01.verdict", "one cycle hard-coded", verdict_with_a_narrow_cycle),
    ("01.verdict", "always the same", lambda slope_of, x, learning_rate: "converges"),
]
