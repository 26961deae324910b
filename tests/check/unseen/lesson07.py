"""Students' answers to the exercises of lesson 07, written from the notebooks alone."""

PRELUDE = """
import math
import random

import numpy as np
from mgrad import MLP, Value, figure, fit, mean_squared_error
"""

ANSWERS = [
    # task, kind, idea, code
    ("07.error", "core", "slope not divided by the number of examples", """
error_by_hand = [1.3125, -2.0]
"""),
    ("07.error", "core", "sum for mean in both numbers", """
error_by_hand = [5.25, -2]
"""),
    ("07.error", "single", "residual as target minus prediction: slope with the wrong sign", """
error_by_hand = [1.3125, 0.5]
"""),
    ("07.error", "single", "minus signs kept when squaring: -1 squared is -1", """
error_by_hand = [(4 - 1 + 0.25 + 0) / 4, -0.5]
"""),
    ("07.error", "form", "both numbers right, but in the other order", """
error_by_hand = [-0.5, 1.3125]
"""),
    ("07.error", "two", "root of the mean, and the slope without the 2", """
error_by_hand = [math.sqrt(1.3125), -0.25]
"""),
    ("07.error", "right", "computed with NumPy", """
p = np.array([3, 0.5, -1, 3])
t = np.array([1, 1.5, -1.5, 3])
r = p - t
error_by_hand = [(r**2).mean(), 2 * r[1] / len(r)]
"""),
    ("07.error", "right", "let the engine do it, rounded to two decimals", """
preds = [Value(3), Value(0.5), Value(-1), Value(3)]
L = mean_squared_error(preds, [1, 1.5, -1.5, 3])
L.backward()
error_by_hand = [round(L.data, 2), preds[1].grad]
"""),
    ("07.rate", "core", "rates divided where they must be multiplied, and the other way round", """
rates = [0.002 / 40, 0.002 * 4, 0.002 / 40]
"""),
    ("07.rate", "core", "the mean over 160 is thought to need 160 times the rate", """
rates = [0.08, 0.0005, 0.32]
"""),
    ("07.rate", "single", "the sum over 160 thought to leave the rate alone", """
rates = [0.08, 0.002, 0.08]
"""),
    ("07.rate", "single", "mean over 160: multiplied by 40, the old count, in place of 160", """
rates = [0.002 * 40, 0.002 / 4, 0.0005 * 40]
"""),
    ("07.rate", "form", "the factors in place of the rates", """
rates = [40, 1/4, 40]
"""),
    ("07.rate", "right", "computed step by step with names", """
lr_sum = 0.002
lr_mean40 = lr_sum * 40
lr_sum160 = lr_sum / (160 / 40)
lr_mean160 = lr_sum160 * 160
rates = [lr_mean40, lr_sum160, lr_mean160]
"""),
    ("07.rate", "right", "a tuple of literals in scientific form made into a list", """
rates = list((8e-2, 5e-4, 8e-2))
"""),
    ("07.r2", "core", "the 1 minus is missing", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return above / below
"""),
    ("07.r2", "core", "mean of the predictions in place of the mean of the targets", """
def r_squared(predictions, targets):
    m = sum(predictions) / len(predictions)
    top, bottom = 0, 0
    for i in range(len(targets)):
        top += (predictions[i] - targets[i]) ** 2
        bottom += (targets[i] - m) ** 2
    return 1 - top / bottom
"""),
    ("07.r2", "single", "squared correlation computed in place of R squared", """
def r_squared(predictions, targets):
    return float(np.corrcoef(predictions, targets)[0, 1] ** 2)
"""),
    ("07.r2", "single", "negative results cut off at 0, since a square cannot be negative", """
def r_squared(predictions, targets):
    mean_t = sum(targets) / len(targets)
    sse = sum([(predictions[i] - targets[i])**2 for i in range(len(targets))])
    sst = sum([(t - mean_t)**2 for t in targets])
    return max(0.0, 1 - sse / sst)
"""),
    ("07.r2", "form", "printed and not returned", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    a = sum((p - t)**2 for p, t in zip(predictions, targets))
    b = sum((mean - t)**2 for t in targets)
    print(1 - a / b)
"""),
    ("07.r2", "two", "absolute errors, and below predictions compared with the mean below", """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    a = sum(abs(p - t) for p, t in zip(predictions, targets))
    b = sum(abs(p - mean) for p in predictions)
    return 1 - a / b
"""),
    ("07.r2", "right", "NumPy arrays and variance, means in both places cancel", """
def r_squared(predictions, targets):
    p = np.array(predictions, dtype=float)
    t = np.array(targets, dtype=float)
    return float(1 - np.mean((p - t) ** 2) / t.var())
"""),
    ("07.r2", "right", "helper function, written as (below - above) / below", """
def r_squared(predictions, targets):
    def sse(guess):
        total = 0.0
        for g, t in zip(guess, targets):
            total = total + (t - g) * (t - g)
        return total
    n = len(targets)
    base = sse([sum(targets) / n] * n)
    return (base - sse(predictions)) / base
"""),
    ("07.shapes", "core", "only the predictions laid out as a row", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets)
    if len(predictions) != len(targets):
        raise ValueError("different lengths")
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "core", "shapes mended but the count never compared", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    return ((predictions.ravel() - targets.ravel()) ** 2).mean()
"""),
    ("07.shapes", "single", "raises for a row beside a column, in place of accepting both", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "single", "assert in place of a ValueError", """
def squared_error(predictions, targets):
    p = np.asarray(predictions).ravel()
    t = np.asarray(targets).ravel()
    assert len(p) == len(t), "not the same number"
    return ((p - t) ** 2).mean()
"""),
    ("07.shapes", "form", "ValueError returned and not raised", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if predictions.size != targets.size:
        return ValueError("sizes differ")
    return ((predictions - targets) ** 2).mean()
"""),
    ("07.shapes", "two", "sum for mean, and the error only for too few predictions", """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(predictions) < len(targets):
        raise ValueError
    return ((predictions - targets) ** 2).sum()
"""),
    ("07.shapes", "right", "both turned into columns with reshape(-1, 1)", """
def squared_error(predictions, targets):
    predictions = np.asarray(predictions).reshape(-1, 1)
    targets = np.asarray(targets).reshape(-1, 1)
    if predictions.shape != targets.shape:
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    return np.mean(np.square(predictions - targets))
"""),
    ("07.shapes", "right", "plain lists and zip with strict=True, which raises the ValueError", """
def squared_error(predictions, targets):
    p = np.asarray(predictions, dtype=float).flatten().tolist()
    t = np.asarray(targets, dtype=float).flatten().tolist()
    return sum((a - b) ** 2 for a, b in zip(p, t, strict=True)) / len(p)
"""),
    ("07.line", "core", "fraction upside down", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    num = 0
    den = 0
    for x, t in zip(xs, targets):
        num += (x - mean_x) * (t - mean_t)
        den += (x - mean_x) ** 2
    w = den / num
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "core", "b solved with the wrong sign", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    top = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    bottom = sum((x - mean_x) ** 2 for x in xs)
    w = top / bottom
    b = w * mean_x - mean_t
    return w, b
"""),
    ("07.line", "single", "means not subtracted, so the line goes through the origin", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w = sum(x * t for x, t in zip(xs, targets)) / sum(x * x for x in xs)
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "single", "mean of the ratios in place of the ratio of the sums", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    parts = []
    for x, t in zip(xs, targets):
        if x != mean_x:
            parts.append((t - mean_t) / (x - mean_x))
    w = sum(parts) / len(parts)
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "form", "returned as text for printing", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets)) / sum(
        (x - mean_x) ** 2 for x in xs)
    b = mean_t - w * mean_x
    return f"w = {w}, b = {b}"
"""),
    ("07.line", "right", "np.polyfit does the work", """
def best_line(xs, targets):
    w, b = np.polyfit(np.array(xs, dtype=float), np.array(targets, dtype=float), 1)
    return float(w), float(b)
"""),
    ("07.line", "right", "the formula with n times sums", """
def best_line(xs, targets):
    n = len(xs)
    sx, st = sum(xs), sum(targets)
    sxt = sum(x * t for x, t in zip(xs, targets))
    sxx = sum(x * x for x in xs)
    w = (n * sxt - sx * st) / (n * sxx - sx ** 2)
    return w, (st - w * sx) / n
"""),
    ("07.leak", "core", "leak mended, root still missing", """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = sum((x - mean) ** 2 for x in train) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "core", "each set standardised with its own mean and spread", """
def scale(train, test):
    def standard(numbers):
        mean = sum(numbers) / len(numbers)
        spread = math.sqrt(sum((x - mean) ** 2 for x in numbers) / len(numbers))
        return [(x - mean) / spread for x in numbers]
    return standard(train), standard(test)
"""),
    ("07.leak", "single", "root of the sum, then divided by the count", """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train)) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "single", "test points left unscaled because they must not be touched", """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = (sum((x - mean) ** 2 for x in train) / len(train)) ** 0.5
    return [(x - mean) / spread for x in train], test
"""),
    ("07.leak", "form", "only the training column is returned", """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = (sum((x - mean) ** 2 for x in train) / len(train)) ** 0.5
    return [(x - mean) / spread for x in train]
"""),
    ("07.leak", "two", "mean still of all points, and the sample spread (n - 1)", """
def scale(train, test):
    numbers = train + test
    mean = sum(numbers) / len(numbers)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / (len(train) - 1))
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
"""),
    ("07.leak", "right", "statistics module", """
import statistics
def scale(train, test):
    m, s = statistics.fmean(train), statistics.pstdev(train)
    f = lambda x: (x - m) / s
    return list(map(f, train)), list(map(f, test))
"""),
    ("07.huber", "core", "residual compared without the absolute value", """
def huber_loss(predictions, targets, delta):
    total = 0
    for p, t in zip(predictions, targets):
        r = p - t
        if r.data <= delta:
            total += 0.5 * r ** 2
        else:
            total += delta * (r - 0.5 * delta)
    return total / len(targets)
"""),
    ("07.huber", "core", "sum and not the mean", """
def huber_loss(predictions, targets, delta):
    loss = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        size = r if r.data >= 0 else -r
        if size.data <= delta:
            loss = loss + r * r * 0.5
        else:
            loss = loss + delta * (size - delta / 2)
    return loss
"""),
    ("07.huber", "single", "outer piece forgets the half delta: the two pieces do not meet", """
def huber_loss(predictions, targets, delta):
    costs = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            costs.append(0.5 * r ** 2)
        elif r.data > 0:
            costs.append(delta * (r - delta))
        else:
            costs.append(delta * (-r - delta))
    return sum(costs) / len(costs)
"""),
    ("07.huber", "single", "one piece chosen for the whole batch by the mean residual", """
def huber_loss(predictions, targets, delta):
    rs = [p - t for p, t in zip(predictions, targets)]
    mean_size = sum(abs(r.data) for r in rs) / len(rs)
    if mean_size <= delta:
        return sum(0.5 * r ** 2 for r in rs) / len(rs)
    return sum(delta * ((r if r.data > 0 else -r) - 0.5 * delta) for r in rs) / len(rs)
"""),
    ("07.huber", "form", "computed on .data and wrapped in a new Value: no gradients", """
def huber_loss(predictions, targets, delta):
    total = 0.0
    for p, t in zip(predictions, targets):
        r = abs(p.data - t)
        if r <= delta:
            total += 0.5 * r ** 2
        else:
            total += delta * (r - 0.5 * delta)
    return Value(total / len(targets))
"""),
    ("07.huber", "two", "no half before the square, and negative outliers not turned round", """
def huber_loss(predictions, targets, delta):
    total = 0
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total += r ** 2
        else:
            total += delta * (r - 0.5 * delta)
    return total / len(predictions)
"""),
    ("07.huber", "right", "three cases, a helper for one example", """
def huber_loss(predictions, targets, delta):
    def one(r):
        if r.data > delta:
            return (r - delta / 2) * delta
        if r.data < -delta:
            return (r + delta / 2) * -delta
        return r * r / 2
    costs = [one(p - t) for p, t in zip(predictions, targets)]
    return sum(costs[1:], costs[0]) / len(costs)
"""),
    ("07.huber", "right", "sign as a factor, divided in each term", """
def huber_loss(predictions, targets, delta):
    n = len(predictions)
    loss = Value(0)
    for i in range(n):
        res = predictions[i] - targets[i]
        sign = 1 if res.data >= 0 else -1
        absolute = sign * res
        if not absolute.data > delta:
            loss += absolute ** 2 * (0.5 / n)
        else:
            loss += delta * (absolute - 0.5 * delta) * (1 / n)
    return loss
"""),
]
