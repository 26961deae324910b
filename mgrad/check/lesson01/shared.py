"""What several tasks of lesson 01 derivatives share."""

import math

from mgrad.check.task import Mistake


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
    # the wave cancels over every step of 0.5
    "2x + sin(4πx)": lambda x: 2 * x + math.sin(4 * math.pi * x),
    "a·b + c": sum_of_product,
    "a·b·c": product,
    "(a·b + c)·factor": four_inputs,
    "a²·b": curved,
    "2a − 3b + c": plane,
}


def forward_difference(f, x, h):
    return (f(x + h) - f(x)) / h


def central_difference(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def both(id, first, second, answer):
    """Two mistakes of a measurement in one answer: each is (what is wrong, next step)."""
    return Mistake(id, answer).says(f"Two things are wrong. {first[0]} {second[0]}", first[1])


def probe_measurement(answer, case):
    name, x, h = case
    return answer(FUNCTIONS[name], x, h)


def say_measure(case):
    return f"f(x) = {case[0]}, x = {case[1]:.4g}, h = {case[2]:.4g}"


def walk_down(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x -= learning_rate * slope_of(x)
    return x


def write_line(bend, offset):
    return f"{bend:g}x {'−' if offset < 0 else '+'} {abs(offset):g}".replace("-", "−")
