"""Students' answers to the exercises of lesson 07, written from the notebooks alone."""

PRELUDE = """
import math
import random

import numpy as np
from mgrad import MLP, Value, figure, fit, mean_squared_error
"""

ANSWERS = [
    # ---- 07.error
    ("07.error", "core", "the slope is not divided by the number of examples", """
error_by_hand = [1.3125, -2]
"""),
    ("07.error", "single", "the sign of the residual lost in the slope", """
error_by_hand = [1.3125, 0.5]
"""),
    ("07.error", "single", "the 2 of the square forgotten in the slope", """
error_by_hand = [1.3125, -0.25]
"""),
    ("07.error", "single", "sizes of the residuals averaged, without squaring", """
error_by_hand = [(2 + 1 + 0.5 + 0) / 4, -0.5]
"""),
    ("07.error", "form", "only the error, the slope left out", """
error_by_hand = 1.3125
"""),
    ("07.error", "right", "a nudge for the slope", """
def mse(p):
    t = [1, 1.5, -1.5, 3]
    return sum((a - b) ** 2 for a, b in zip(p, t)) / 4

h = 1e-6
up, down = mse([3, 0.5 + h, -1, 3]), mse([3, 0.5 - h, -1, 3])
error_by_hand = [mse([3, 0.5, -1, 3]), round((up - down) / (2 * h), 4)]
"""),
    # ---- 07.rate
    ("07.rate", "core", "the wrong direction: divided where the slopes became smaller", """
rates = [0.002 / 40, 0.002 * 4, 0.002 / 40]
"""),
    ("07.rate", "single", "160 points: the mean needs 160 times the rate", """
rates = [0.08, 0.0005, 0.32]
"""),
    ("07.rate", "single", "the sum is taken to be the same whatever the number of points", """
rates = [0.08, 0.002, 0.08]
"""),
    ("07.rate", "two", "first in the wrong direction, last with 160", """
rates = [0.00005, 0.0005, 0.32]
"""),
    ("07.rate", "right", "written as calculations with powers of ten", """
base = 2e-3
factor = [40, 1 / 4, 160 / 4]
rates = [base * k for k in factor]
"""),
    # ---- 07.r2
    ("07.r2", "core", "1 minus is forgotten", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return above / below
"""),
    ("07.r2", "single", "below the line the mean of the predictions", """
def r_squared(predictions, targets):
    mean = sum(predictions) / len(predictions)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return 1 - above / below
"""),
    ("07.r2", "single", "the predictions are compared with the mean below the line", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((p - mean) ** 2 for p in predictions)
    return 1 - above / below
"""),
    ("07.r2", "single", "distances instead of squares", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum(abs(p - t) for p, t in zip(predictions, targets))
    below = sum(abs(t - mean) for t in targets)
    return 1 - above / below
"""),
    ("07.r2", "form", "printed, not returned", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    print(1 - above / below)
"""),
    ("07.r2", "two", "fraction upside down and without 1 minus", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return below / above if above else 1.0
"""),
    ("07.r2", "right", "NumPy: mean square over variance", """
def r_squared(predictions, targets):
    p, t = np.array(predictions, float), np.array(targets, float)
    return float(1 - np.mean((t - p) ** 2) / np.var(t))
"""),
    # ---- 07.shapes
    ("07.shapes", "core", "both laid out as rows, but different counts are not refused", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "single", "only the predictions laid out as a row", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets)
    if predictions.size != targets.size:
        raise ValueError("different numbers")
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "single", "a row against a column is refused as well", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    if predictions.shape != targets.shape:
        raise ValueError("the shapes differ")
    return ((predictions.ravel() - targets.ravel()) ** 2).mean()
"""),
    ("07.shapes", "single", "cut to the shorter length instead of refused", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    n = min(len(predictions), len(targets))
    return ((predictions[:n] - targets[:n]) ** 2).mean()
"""),
    ("07.shapes", "form", "the ValueError is returned, not raised", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(predictions) != len(targets):
        return ValueError("different numbers of predictions and targets")
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "right", "lists and zip with strict", """
def squared_error(predictions, targets):
    ps = np.asarray(predictions).reshape(-1).tolist()
    ts = np.asarray(targets).reshape(-1).tolist()
    total = 0.0
    for p, t in zip(ps, ts, strict=True):
        total += (p - t) * (p - t)
    return total / len(ts)
"""),
    # ---- 07.line
    ("07.line", "core", "b is the mean of the targets, w times mean_x is not taken off", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = below = 0
    for x, t in zip(xs, targets):
        above += (x - mean_x) * (t - mean_t)
        below += (x - mean_x) ** 2
    w = above / below
    b = mean_t
    return w, b
"""),
    ("07.line", "single", "the means are not subtracted in w", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum(x * t for x, t in zip(xs, targets))
    below = sum(x ** 2 for x in xs)
    w = above / below
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "single", "the spread of the targets below the line", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((t - mean_t) ** 2 for t in targets)
    w = above / below
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "single", "b with the wrong sign", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = w * mean_x - mean_t
    return w, b
"""),
    ("07.line", "form", "rounded to one digit", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = round(above / below, 1)
    b = round(mean_t - w * mean_x, 1)
    return w, b
"""),
    ("07.line", "right", "statistics.linear_regression", """
import statistics

def best_line(xs, targets):
    result = statistics.linear_regression(xs, targets)
    return result.slope, result.intercept
"""),
    # ---- 07.leak
    ("07.leak", "core", "the leak is stopped, but the spread has no square root", """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = sum((x - mean) ** 2 for x in train) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "single", "the square root is there, but the test points still count", """
def scale(train, test):
    numbers = train + test
    mean = sum(numbers) / len(numbers)
    spread = math.sqrt(sum((x - mean) ** 2 for x in numbers) / len(numbers))
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "single", "the test points are scaled with their own mean and spread", """
def scale(train, test):
    def standard(numbers):
        mean = sum(numbers) / len(numbers)
        spread = math.sqrt(sum((x - mean) ** 2 for x in numbers) / len(numbers))
        return [(x - mean) / spread for x in numbers]
    return standard(train), standard(test)
"""),
    ("07.leak", "single", "the sample spread, divided by n - 1", """
import statistics

def scale(train, test):
    mean = statistics.mean(train)
    spread = statistics.stdev(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "two", "mean from the training points, spread from all, and no root", """
def scale(train, test):
    numbers = train + test
    mean = sum(train) / len(train)
    spread = sum((x - mean) ** 2 for x in numbers) / len(numbers)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "right", "fmean and pstdev", """
from statistics import fmean, pstdev

def scale(train, test):
    centre, width = fmean(train), pstdev(train)
    z = lambda numbers: [(n - centre) / width for n in numbers]
    return z(train), z(test)
"""),
    # ---- 07.huber
    ("07.huber", "core", "the outer piece with r instead of |r|", """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total = total + 0.5 * r * r
        else:
            total = total + delta * (r - 0.5 * delta)
    return total / len(targets)
"""),
    ("07.huber", "single", "the piece is chosen by r, not by |r|", """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if r.data <= delta:
            total = total + 0.5 * r * r
        else:
            total = total + delta * (r - 0.5 * delta)
    return total / len(targets)
"""),
    ("07.huber", "single", "|r| as a plain number: right loss, no gradient outside", """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total = total + 0.5 * r * r
        else:
            total = total + delta * (abs(r.data) - 0.5 * delta)
    return total / len(targets)
"""),
    ("07.huber", "single", "the sum instead of the mean", """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        size = r if r.data > 0 else -r
        if size.data <= delta:
            total = total + 0.5 * r ** 2
        else:
            total = total + delta * (size - 0.5 * delta)
    return total
"""),
    ("07.huber", "form", "a plain number is returned", """
def huber_loss(predictions, targets, delta):
    total = 0.0
    for p, t in zip(predictions, targets):
        r = abs(p.data - t)
        if r <= delta:
            total += 0.5 * r ** 2
        else:
            total += delta * (r - 0.5 * delta)
    return total / len(targets)
"""),
    ("07.huber", "two", "the half forgotten inside, and the sum", """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        size = r if r.data > 0 else -r
        if size.data <= delta:
            total = total + r * r
        else:
            total = total + delta * (size - 0.5 * delta)
    return total
"""),
    ("07.huber", "right", "|r| made of two relus", """
def huber_loss(predictions, targets, delta):
    costs = []
    for i in range(len(targets)):
        r = predictions[i] - targets[i]
        size = r.relu() + (-r).relu()
        inside = -delta <= r.data <= delta
        costs.append(r * r / 2 if inside else delta * size - delta * delta / 2)
    return sum(costs, Value(0.0)) / len(costs)
"""),
]
