"""Students' answers to the exercises of lesson 07, written from the notebooks alone."""

PRELUDE = """
import math
import random

import numpy as np
from mgrad import MLP, Value, mean_squared_error
"""

ANSWERS = [
    # task, kind, idea, code
    # -- 07.error ----------------------------------------------------------------------
    (
        "07.error",
        "core",
        "the sum of the squares, not their mean",
        """
error_by_hand = [5.25, -0.5]
""",
    ),
    (
        "07.error",
        "core",
        "the slope is not divided by the number of examples",
        """
error_by_hand = [1.3125, -2]
""",
    ),
    (
        "07.error",
        "core",
        "residual taken as target minus prediction: sign of the slope",
        """
error_by_hand = [1.31, 0.5]
""",
    ),
    (
        "07.error",
        "core",
        "the 2 from the derivative of the square is forgotten",
        """
error_by_hand = [1.31, -0.25]
""",
    ),
    (
        "07.error",
        "single",
        "sum in place of mean, for the loss and for its slope",
        """
residuals = [3 - 1, 0.5 - 1.5, -1 + 1.5, 3 - 3]
error_by_hand = [sum(r**2 for r in residuals), 2 * residuals[1]]
""",
    ),
    (
        "07.error",
        "single",
        "a half in front of the loss, as in some books",
        """
error_by_hand = [0.65625, -0.25]
""",
    ),
    (
        "07.error",
        "single",
        "mean absolute error in place of the squared one",
        """
error_by_hand = [0.875, -0.25]
""",
    ),
    (
        "07.error",
        "single",
        "-1 minus -1.5 worked out as -2.5",
        """
error_by_hand = [(4 + 1 + 6.25 + 0) / 4, -0.5]
""",
    ),
    (
        "07.error",
        "single",
        "counts from 0: the slope in prediction 3",
        """
r = [2, -1, 0.5, 0]
error_by_hand = [sum(x * x for x in r) / 4, 2 * r[2] / 4]
""",
    ),
    (
        "07.error",
        "single",
        "the slopes in all four predictions added up",
        """
r = np.array([2, -1, 0.5, 0])
error_by_hand = [float((r**2).mean()), float((2 * r / 4).sum())]
""",
    ),
    (
        "07.error",
        "single",
        "squares the sum of the residuals",
        """
error_by_hand = [(2 - 1 + 0.5 + 0) ** 2 / 4, -0.5]
""",
    ),
    (
        "07.error",
        "form",
        "the two results exchanged",
        """
error_by_hand = [-0.5, 1.3125]
""",
    ),
    (
        "07.error",
        "form",
        "decimal commas make four numbers of two",
        """
error_by_hand = [1,31, -0,50]
""",
    ),
    (
        "07.error",
        "form",
        "printed, so the name holds None",
        """
error_by_hand = print([1.3125, -0.5])
""",
    ),
    (
        "07.error",
        "form",
        "numbers as texts",
        """
error_by_hand = ["1.3125", "-0.5"]
""",
    ),
    (
        "07.error",
        "form",
        "rounded to one decimal",
        """
error_by_hand = [1.3, -0.5]
""",
    ),
    (
        "07.error",
        "two",
        "sum for the loss, and the sign of the slope",
        """
error_by_hand = [5.25, 0.5]
""",
    ),
    (
        "07.error",
        "right",
        "written as fractions",
        """
error_by_hand = [21 / 16, -1 / 2]
""",
    ),
    (
        "07.error",
        "right",
        "lets the engine do it",
        """
ps = [Value(3), Value(0.5), Value(-1), Value(3)]
ts = [1, 1.5, -1.5, 3]
mse = mean_squared_error(ps, ts)
mse.backward()
error_by_hand = [mse.data, ps[1].grad]
""",
    ),
    (
        "07.error",
        "right",
        "NumPy, the slope by the formula, rounded to two decimals",
        """
p = np.array([3, 0.5, -1, 3])
t = np.array([1, 1.5, -1.5, 3])
error_by_hand = [round(((p - t) ** 2).mean(), 2), 2 * (p - t)[1] / len(p)]
""",
    ),
    (
        "07.error",
        "hostile",
        "a list that contains itself",
        """
error_by_hand = [1.3125]
error_by_hand.append(error_by_hand)
""",
    ),
    # -- 07.rate -----------------------------------------------------------------------
    (
        "07.rate",
        "core",
        "divides by 40 for the mean where it should multiply",
        """
rates = [0.002 / 40, 0.0005, 0.002 / 40]
""",
    ),
    (
        "07.rate",
        "core",
        "mean over 160 points taken as 160 times the first rate",
        """
rates = [0.08, 0.0005, 0.32]
""",
    ),
    (
        "07.rate",
        "core",
        "a sum four times as large gets a rate four times as large",
        """
rates = [0.08, 0.008, 0.08]
""",
    ),
    (
        "07.rate",
        "core",
        "copies of the points change nothing, even in a sum",
        """
rates = [0.08, 0.002, 0.08]
""",
    ),
    (
        "07.rate",
        "single",
        "the rate has nothing to do with the loss",
        """
rates = [0.002, 0.002, 0.002]
""",
    ),
    (
        "07.rate",
        "single",
        "mean and sum have the same rate",
        """
rates = [0.002, 0.0005, 0.002]
""",
    ),
    (
        "07.rate",
        "single",
        "four times as many points in a mean need a quarter of the rate",
        """
rates = [0.08, 0.0005, 0.02]
""",
    ),
    (
        "07.rate",
        "single",
        "the factors in place of the rates",
        """
rates = [40, 1/4, 40]
""",
    ),
    (
        "07.rate",
        "single",
        "each case compared with the one before it",
        """
rates = [0.08, 0.02, 0.08]
""",
    ),
    (
        "07.rate",
        "single",
        "second and third answer exchanged",
        """
rates = [0.08, 0.08, 0.0005]
""",
    ),
    (
        "07.rate",
        "form",
        "one text",
        """
rates = "0.08, 0.0005, 0.08"
""",
    ),
    (
        "07.rate",
        "form",
        "the third left out because it equals the first",
        """
rates = [0.08, 0.0005]
""",
    ),
    (
        "07.rate",
        "form",
        "rounded to three decimals",
        """
rates = [0.08, 0.001, 0.08]
""",
    ),
    (
        "07.rate",
        "form",
        "a dictionary",
        """
rates = {"mean 40": 0.08, "sum 160": 0.0005, "mean 160": 0.08}
""",
    ),
    (
        "07.rate",
        "two",
        "copies ignored in the sum, and 160 in the mean",
        """
rates = [0.08, 0.002, 0.32]
""",
    ),
    (
        "07.rate",
        "right",
        "worked out in the cell",
        """
rates = [0.002 * 40, 0.002 / 4, 0.002 * 160 / 4]
""",
    ),
    (
        "07.rate",
        "right",
        "powers of ten",
        """
rates = [8e-2, 5e-4, 8e-2]
""",
    ),
    (
        "07.rate",
        "right",
        "a comprehension over factors of the slopes",
        """
slope_factors = 1 / 40, 4, 4 / 160
rates = [0.002 / f for f in slope_factors]
""",
    ),
    (
        "07.rate",
        "hostile",
        "asks the check for the answer",
        """
import mgrad.check
try:
    mgrad.check.check("07.rate")
    rates = [getattr(mgrad.check, name) for name in dir(mgrad.check) if "answer" in name]
except Exception:
    rates = None
""",
    ),
    # -- 07.r2 -------------------------------------------------------------------------
    (
        "07.r2",
        "core",
        "only the fraction, the 1 - is forgotten",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return above / below
""",
    ),
    (
        "07.r2",
        "core",
        "the mean of the predictions below the line",
        """
def r_squared(predictions, targets):
    mean = sum(predictions) / len(predictions)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return 1 - above / below
""",
    ),
    (
        "07.r2",
        "core",
        "the fraction upside down",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    model_error = 0
    mean_error = 0
    for p, t in zip(predictions, targets):
        model_error += (p - t) ** 2
        mean_error += (mean - t) ** 2
    return 1 - mean_error / model_error
""",
    ),
    (
        "07.r2",
        "core",
        "absolute errors in place of squares",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum(abs(p - t) for p, t in zip(predictions, targets))
    below = sum(abs(t - mean) for t in targets)
    return 1 - above / below
""",
    ),
    (
        "07.r2",
        "single",
        "below the line the targets are compared with 0",
        """
def r_squared(predictions, targets):
    rss = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    tss = sum(t ** 2 for t in targets)
    return 1 - rss / tss
""",
    ),
    (
        "07.r2",
        "single",
        "above the line the predictions are compared with the mean",
        """
def r_squared(predictions, targets):
    m = sum(targets) / len(targets)
    above = sum((p - m) ** 2 for p in predictions)
    below = sum((t - m) ** 2 for t in targets)
    return 1 - above / below
""",
    ),
    (
        "07.r2",
        "single",
        "explained by total variation, the other formula of textbooks",
        """
def r_squared(predictions, targets):
    m = sum(targets) / len(targets)
    explained = sum((p - m) ** 2 for p in predictions)
    total = sum((t - m) ** 2 for t in targets)
    return explained / total
""",
    ),
    (
        "07.r2",
        "single",
        "the square of the correlation",
        """
def r_squared(predictions, targets):
    return np.corrcoef(predictions, targets)[0, 1] ** 2
""",
    ),
    (
        "07.r2",
        "single",
        "mean above the line, sum below it",
        """
def r_squared(predictions, targets):
    p, t = np.array(predictions), np.array(targets)
    return 1 - ((p - t) ** 2).mean() / ((t - t.mean()) ** 2).sum()
""",
    ),
    (
        "07.r2",
        "single",
        "returns inside the loop, after the first example",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = below = 0
    for p, t in zip(predictions, targets):
        above += (p - t) ** 2
        below += (t - mean) ** 2
        return 1 - above / below
""",
    ),
    (
        "07.r2",
        "single",
        "cuts off at 0: worse than the mean cannot be",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return max(0.0, 1 - above / below)
""",
    ),
    (
        "07.r2",
        "single",
        "floor division for the mean",
        """
def r_squared(predictions, targets):
    mean = sum(targets) // len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return 1 - above / below
""",
    ),
    (
        "07.r2",
        "single",
        "the two arguments exchanged",
        """
def r_squared(targets, predictions):
    mean = sum(targets) / len(targets)
    below = sum((t - mean) ** 2 for t in targets)
    return 1 - sum((p - t) ** 2 for p, t in zip(predictions, targets)) / below
""",
    ),
    (
        "07.r2",
        "form",
        "printed and not returned",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    print("R2 =", 1 - above / below)
""",
    ),
    (
        "07.r2",
        "form",
        "as a percentage",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return 100 * (1 - above / below)
""",
    ),
    (
        "07.r2",
        "form",
        "a formatted text",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    below = sum((t - mean) ** 2 for t in targets)
    return f"{1 - above / below:.3f}"
""",
    ),
    (
        "07.r2",
        "two",
        "1 - forgotten, and absolute errors",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    return (sum(abs(p - t) for p, t in zip(predictions, targets))
            / sum(abs(t - mean) for t in targets))
""",
    ),
    (
        "07.r2",
        "right",
        "arrays, variance below the line",
        """
def r_squared(predictions, targets):
    p, t = np.asarray(predictions, float), np.asarray(targets, float)
    return float(1 - np.mean((t - p) ** 2) / np.var(t))
""",
    ),
    (
        "07.r2",
        "right",
        "indices and statistics",
        """
import statistics
def r_squared(predictions, targets):
    m = statistics.mean(targets)
    oben, unten = 0.0, 0.0
    for i in range(len(targets)):
        oben = oben + (predictions[i] - targets[i]) ** 2
        unten = unten + (targets[i] - m) ** 2
    return 1 - oben / unten
""",
    ),
    (
        "07.r2",
        "right",
        "a helper for the sum of squares, and everything over one denominator",
        """
def r_squared(predictions, targets):
    always_mean = [sum(targets) / len(targets)] * len(targets)
    def sse(guesses):
        return sum((g - t) ** 2 for g, t in zip(guesses, targets))
    return (sse(always_mean) - sse(predictions)) / sse(always_mean)
""",
    ),
    (
        "07.r2",
        "hostile",
        "calls itself without end",
        """
def r_squared(predictions, targets):
    return 1 - r_squared(predictions, targets)
""",
    ),
    (
        "07.r2",
        "hostile",
        "the right number, but the targets are centred in the caller's list",
        """
def r_squared(predictions, targets):
    mean = sum(targets) / len(targets)
    above = sum((p - t) ** 2 for p, t in zip(predictions, targets))
    for i in range(len(targets)):
        targets[i] -= mean
    return 1 - above / sum(t ** 2 for t in targets)
""",
    ),
    # -- 07.shapes ---------------------------------------------------------------------
    (
        "07.shapes",
        "core",
        "only the predictions are laid out",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    predictions = predictions.ravel()
    if len(predictions) != len(targets):
        raise ValueError("different lengths")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "core",
        "both laid out, the counts never compared",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "core",
        "counts compared, but a column still meets a row",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    if len(predictions) != len(targets):
        raise ValueError(f"{len(predictions)} predictions, {len(targets)} targets")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "core",
        "refuses a column against a row, which must not matter",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    if predictions.shape != targets.shape:
        raise ValueError("shapes differ")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "assert, so an AssertionError",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    assert len(predictions) == len(targets)
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "another exception: TypeError",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if p.size != t.size:
        raise TypeError("not the same number")
    return ((p - t) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "the error is returned and not raised",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if p.size != t.size:
        return ValueError("not the same number")
    return ((p - t) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "cuts both to the shorter length",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    n = min(len(p), len(t))
    return ((p[:n] - t[:n]) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "looks after the subtraction: one target for three passes",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    difference = p - t
    if len(difference) != len(p):
        raise ValueError("the subtraction stretched the predictions")
    return (difference ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "only the case of the text is refused: a single prediction",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(p) == 1 and len(t) > 1:
        raise ValueError("one prediction, several targets")
    return ((p - t) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "the table is laid out, after the subtraction",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    if predictions.size != targets.size:
        raise ValueError
    return ((predictions - targets).ravel() ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "always takes column 0, so a row of predictions breaks",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions)[:, 0], np.asarray(targets).ravel()
    if len(predictions) != len(targets):
        raise ValueError("lengths")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "single",
        "sum in place of mean after the mending",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(p) != len(t):
        raise ValueError("lengths differ")
    return ((p - t) ** 2).sum()
""",
    ),
    (
        "07.shapes",
        "single",
        "relies on NumPy's own error and turns it into None",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    try:
        return ((p - t) ** 2).mean()
    except ValueError:
        print("different count of predictions and targets")
""",
    ),
    (
        "07.shapes",
        "form",
        "printed and not returned",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(p) != len(t):
        raise ValueError("lengths differ")
    print(((p - t) ** 2).mean())
""",
    ),
    (
        "07.shapes",
        "form",
        "the array of squares, without the mean",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(p) != len(t):
        raise ValueError("lengths differ")
    return (p - t) ** 2
""",
    ),
    (
        "07.shapes",
        "two",
        "only the predictions laid out, and no comparison of counts",
        """
def squared_error(predictions, targets):
    predictions, targets = np.asarray(predictions), np.asarray(targets)
    return ((predictions.ravel() - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "right",
        "squeeze and compare shapes",
        """
def squared_error(predictions, targets):
    p, t = np.squeeze(predictions), np.squeeze(targets)
    if p.shape != t.shape:
        raise ValueError(f"{p.shape} against {t.shape}")
    return float(np.mean((p - t) ** 2))
""",
    ),
    (
        "07.shapes",
        "right",
        "plain numbers, zip complains by itself",
        """
def squared_error(predictions, targets):
    p, t = np.ravel(predictions).tolist(), np.ravel(targets).tolist()
    return sum((a - b) ** 2 for a, b in zip(p, t, strict=True)) / len(t)
""",
    ),
    (
        "07.shapes",
        "right",
        "both as columns, with an exception class of one's own",
        """
class DifferentCounts(ValueError):
    pass

def squared_error(predictions, targets):
    predictions = np.reshape(predictions, (-1, 1))
    targets = np.reshape(targets, (-1, 1))
    if len(predictions) != len(targets):
        raise DifferentCounts(len(predictions), len(targets))
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "07.shapes",
        "hostile",
        "leaves the program when the counts differ",
        """
def squared_error(predictions, targets):
    p, t = np.asarray(predictions).ravel(), np.asarray(targets).ravel()
    if len(p) != len(t):
        exit()
    return ((p - t) ** 2).mean()
""",
    ),
    # -- 07.line -----------------------------------------------------------------------
    (
        "07.line",
        "core",
        "b is the mean of the targets",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = mean_t
    return w, b
""",
    ),
    (
        "07.line",
        "core",
        "sign when solving for b",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = mean_t + w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "core",
        "the means are not subtracted",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = below = 0
    for x, t in zip(xs, targets):
        above += x * t
        below += x ** 2
    w = above / below
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "core",
        "spread of the targets below the line",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((t - mean_t) ** 2 for t in targets)
    w = above / below
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "the fraction upside down",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    sxt = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    sxx = sum((x - mean_x) ** 2 for x in xs)
    w = sxx / sxt
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "product of two sums in place of the sum of products",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    dx = sum(x - mean_x for x in xs)
    dt = sum(t - mean_t for t in targets)
    w = dx * dt / dx ** 2
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "the line goes through the first point",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = targets[0] - w * xs[0]
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "slope from the first to the last point",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w = (targets[-1] - targets[0]) / (xs[-1] - xs[0])
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "covariance with n - 1 over a variance with n",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w = np.cov(xs, targets)[0, 1] / np.var(xs)
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "the loop leaves out the last point",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    top, bottom = 0, 0
    for i in range(len(xs) - 1):
        top += (xs[i] - mean_x) * (targets[i] - mean_t)
        bottom += (xs[i] - mean_x) ** 2
    w = top / bottom
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "= in place of +=: only the last point counts",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    for x, t in zip(xs, targets):
        top = (x - mean_x) * (t - mean_t)
        bottom = (x - mean_x) ** 2
    w = top / bottom
    b = mean_t - w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "single",
        "trains a hundred small steps, so the line is only approximate",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w, b = 0.0, mean_t
    for _ in range(100):
        w -= 0.001 * sum(2 * (w * x + b - t) * x for x, t in zip(xs, targets)) / len(xs)
        b -= 0.001 * sum(2 * (w * x + b - t) for x, t in zip(xs, targets)) / len(xs)
    return w, b
""",
    ),
    (
        "07.line",
        "form",
        "the two results exchanged",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = mean_t - w * mean_x
    return b, w
""",
    ),
    (
        "07.line",
        "form",
        "only w is returned",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    return w
""",
    ),
    (
        "07.line",
        "form",
        "the equation of the line as a text",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    below = sum((x - mean_x) ** 2 for x in xs)
    w = above / below
    b = mean_t - w * mean_x
    return f"{w} x + {b}"
""",
    ),
    (
        "07.line",
        "two",
        "fraction upside down, and the sign of b",
        """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    sxt = sum((x - mean_x) * (t - mean_t) for x, t in zip(xs, targets))
    sxx = sum((x - mean_x) ** 2 for x in xs)
    w = sxx / sxt
    b = mean_t + w * mean_x
    return w, b
""",
    ),
    (
        "07.line",
        "right",
        "least squares with a column of ones",
        """
def best_line(xs, targets):
    table = np.column_stack([xs, np.ones(len(xs))])
    w, b = np.linalg.lstsq(table, np.array(targets), rcond=None)[0]
    return w, b
""",
    ),
    (
        "07.line",
        "right",
        "statistics does it",
        """
from statistics import linear_regression
def best_line(xs, targets):
    line = linear_regression(xs, targets)
    return line.slope, line.intercept
""",
    ),
    (
        "07.line",
        "right",
        "the form with sums of products, n cancelled",
        """
def best_line(xs, targets):
    n = len(xs)
    sx, st = sum(xs), sum(targets)
    sxx = sum(x * x for x in xs)
    sxt = sum(x * t for x, t in zip(xs, targets))
    w = (n * sxt - sx * st) / (n * sxx - sx * sx)
    b = (st - w * sx) / n
    return w, b
""",
    ),
    (
        "07.line",
        "hostile",
        "trains until the slope is exactly 0, which never comes",
        """
def best_line(xs, targets):
    w = b = 0.0
    slope = 1.0
    while slope != 0 or True:
        slope = sum(2 * (w * x + b - t) * x for x, t in zip(xs, targets))
        w -= 1e-6 * slope
    return w, b
""",
    ),
    # -- 07.leak -----------------------------------------------------------------------
    (
        "07.leak",
        "core",
        "root mended, the numbers still come from both sets",
        """
def scale(train, test):
    numbers = train + test
    mean = sum(numbers) / len(numbers)
    spread = math.sqrt(sum((x - mean) ** 2 for x in numbers) / len(numbers))
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "core",
        "training numbers only, the root still missing",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = sum((x - mean) ** 2 for x in train) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "core",
        "the test points get a mean and spread of their own",
        """
def standardise(numbers):
    mean = sum(numbers) / len(numbers)
    spread = (sum((x - mean) ** 2 for x in numbers) / len(numbers)) ** 0.5
    return [(x - mean) / spread for x in numbers]

def scale(train, test):
    return standardise(train), standardise(test)
""",
    ),
    (
        "07.leak",
        "core",
        "mean from the training, spread still from both",
        """
def scale(train, test):
    numbers = train + test
    mean = sum(train) / len(train)
    spread = (sum((x - mean) ** 2 for x in numbers) / len(numbers)) ** 0.5
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "divides the spread by n - 1",
        """
import statistics
def scale(train, test):
    mean, spread = statistics.mean(train), statistics.stdev(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "** 1 / 2 halves the variance and takes no root",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = (sum((x - mean) ** 2 for x in train) / len(train)) ** 1 / 2
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "the root before the division by n",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train)) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "roots of the single squares: mean absolute distance",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = sum(math.sqrt((x - mean) ** 2) for x in train) / len(train)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "the test points are left as they are",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    return [(x - mean) / spread for x in train], list(test)
""",
    ),
    (
        "07.leak",
        "single",
        "sums over the training, divided by the count of both",
        """
def scale(train, test):
    numbers = train + test
    mean = sum(train) / len(numbers)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(numbers))
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "scales to between 0 and 1 by minimum and maximum",
        """
def scale(train, test):
    low, high = min(train), max(train)
    return [(x - low) / (high - low) for x in train], [(x - low) / (high - low) for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "brackets: only the mean is divided by the spread",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    return [x - mean / spread for x in train], [x - mean / spread for x in test]
""",
    ),
    (
        "07.leak",
        "single",
        "the number of training points fixed to the 2 of the hint",
        """
def scale(train, test):
    mean = sum(train) / 2
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / 2)
    return [(x - mean) / spread for x in train], [(x - mean) / spread for x in test]
""",
    ),
    (
        "07.leak",
        "form",
        "only the training points are returned",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    return [(x - mean) / spread for x in train]
""",
    ),
    (
        "07.leak",
        "form",
        "one joined list",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    return [(x - mean) / spread for x in train + test]
""",
    ),
    (
        "07.leak",
        "form",
        "generators in place of lists",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    return ((x - mean) / spread for x in train), ((x - mean) / spread for x in test)
""",
    ),
    (
        "07.leak",
        "two",
        "own numbers for the test points, and no root",
        """
def scale(train, test):
    both = []
    for numbers in (train, test):
        mean = sum(numbers) / len(numbers)
        spread = sum((x - mean) ** 2 for x in numbers) / len(numbers)
        both.append([(x - mean) / spread for x in numbers])
    return both[0], both[1]
""",
    ),
    (
        "07.leak",
        "right",
        "statistics with the population's spread",
        """
import statistics
def scale(train, test):
    m, s = statistics.fmean(train), statistics.pstdev(train)
    return [(x - m) / s for x in train], [(x - m) / s for x in test]
""",
    ),
    (
        "07.leak",
        "right",
        "NumPy, back to lists",
        """
def scale(train, test):
    a = np.array(train, dtype=float)
    f = lambda numbers: ((np.array(numbers, dtype=float) - a.mean()) / a.std()).tolist()
    return f(train), f(test)
""",
    ),
    (
        "07.leak",
        "right",
        "mean of squares minus square of the mean, loops with append",
        """
def scale(train, test):
    n = len(train)
    mean = sum(train) / n
    variance = sum(x * x for x in train) / n - mean ** 2
    new_train, new_test = [], []
    for x in train:
        new_train.append((x - mean) / variance ** 0.5)
    for x in test:
        new_test.append((x - mean) / variance ** 0.5)
    return new_train, new_test
""",
    ),
    (
        "07.leak",
        "hostile",
        "right numbers, written into the caller's lists",
        """
def scale(train, test):
    mean = sum(train) / len(train)
    spread = math.sqrt(sum((x - mean) ** 2 for x in train) / len(train))
    for numbers in (train, test):
        for i in range(len(numbers)):
            numbers[i] = (numbers[i] - mean) / spread
    return train, test
""",
    ),
    # -- 07.huber ----------------------------------------------------------------------
    (
        "07.huber",
        "core",
        "the half of the inner piece is forgotten",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(r ** 2)
        else:
            size = r if r.data > 0 else -r
            losses.append(delta * (size - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "core",
        "the outer piece without - delta/2, so the pieces do not meet",
        """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total = total + 0.5 * r ** 2
        elif r.data > 0:
            total = total + delta * r
        else:
            total = total - delta * r
    return total / len(predictions)
""",
    ),
    (
        "07.huber",
        "core",
        "the sum in place of the mean",
        """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total += 0.5 * r ** 2
        else:
            size = r if r.data > 0 else -r
            total += delta * (size - 0.5 * delta)
    return total
""",
    ),
    (
        "07.huber",
        "core",
        "r compared with delta without its size: far negative counts as near",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if r.data <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(delta * (r - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the outer piece keeps the sign of r",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(delta * (r - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the outer piece from plain numbers: no gradient far out",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(Value(delta * (abs(r.data) - 0.5 * delta)))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the square of r compared with delta",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if r.data ** 2 <= delta:
            losses.append(0.5 * r ** 2)
        else:
            size = r if r.data > 0 else -r
            losses.append(delta * (size - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the two pieces exchanged",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) > delta:
            losses.append(0.5 * r ** 2)
        else:
            size = r if r.data > 0 else -r
            losses.append(delta * (size - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "brackets: only |r| is multiplied by delta",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            size = r if r.data > 0 else -r
            losses.append(delta * size - 0.5 * delta)
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the border fixed at 1",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= 1:
            losses.append(0.5 * r ** 2)
        else:
            size = r if r.data > 0 else -r
            losses.append(delta * (size - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "the smaller of the two pieces: always the outer one",
        """
def huber_loss(predictions, targets, delta):
    total = 0
    for p, t in zip(predictions, targets):
        r = p - t
        size = r.relu() + (-r).relu()
        inner, outer = 0.5 * r * r, delta * (size - delta / 2)
        total = total + (inner if inner.data < outer.data else outer)
    return total / len(targets)
""",
    ),
    (
        "07.huber",
        "single",
        "returns in the loop, after the first example",
        """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total += 0.5 * r ** 2
        else:
            total += delta * ((r if r.data > 0 else -r) - 0.5 * delta)
        return total / len(predictions)
""",
    ),
    (
        "07.huber",
        "single",
        "abs() of a Value, which has none",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(delta * (abs(r) - 0.5 * delta))
    return sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "single",
        "smooth L1 of PyTorch: everything divided by delta",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) < delta:
            losses.append(0.5 * r ** 2 / delta)
        else:
            losses.append((r if r.data > 0 else -r) - 0.5 * delta)
    return sum(losses) / len(losses)
""",
    ),
    (
        "07.huber",
        "form",
        "a plain number, without a graph",
        """
def huber_loss(predictions, targets, delta):
    total = 0.0
    for p, t in zip(predictions, targets):
        r = abs(p.data - t)
        total += 0.5 * r ** 2 if r <= delta else delta * (r - 0.5 * delta)
    return total / len(predictions)
""",
    ),
    (
        "07.huber",
        "form",
        "the list of the single losses",
        """
def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(delta * ((r if r.data > 0 else -r) - 0.5 * delta))
    return losses
""",
    ),
    (
        "07.huber",
        "two",
        "no half inside, and the sum in place of the mean",
        """
def huber_loss(predictions, targets, delta):
    total = Value(0.0)
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            total += r ** 2
        else:
            total += delta * ((r if r.data > 0 else -r) - 0.5 * delta)
    return total
""",
    ),
    (
        "07.huber",
        "right",
        "one formula: half the square minus half the square of the excess",
        """
def huber_loss(predictions, targets, delta):
    total = 0
    for p, t in zip(predictions, targets):
        r = p - t
        excess = (r - delta).relu() + (-r - delta).relu()
        total = total + 0.5 * r ** 2 - 0.5 * excess ** 2
    return total / len(predictions)
""",
    ),
    (
        "07.huber",
        "right",
        "target minus prediction, which changes nothing, and the sign as a factor",
        """
def huber_loss(predictions, targets, delta):
    def one(p, t):
        r = t - p
        if abs(r.data) < delta:
            return r * r / 2
        sign = 1 if r.data > 0 else -1
        return (sign * r - delta / 2) * delta
    return sum(one(p, t) for p, t in zip(predictions, targets)) * (1 / len(targets))
""",
    ),
    (
        "07.huber",
        "right",
        "three cases, three lists",
        """
def huber_loss(predictions, targets, delta):
    rs = [p - t for p, t in zip(predictions, targets)]
    near = [0.5 * r**2 for r in rs if -delta <= r.data <= delta]
    high = [delta * (r - 0.5 * delta) for r in rs if r.data > delta]
    low = [delta * (-1 * r - 0.5 * delta) for r in rs if r.data < -delta]
    return Value.sum(near + high + low) / len(rs)
""",
    ),
    (
        "07.huber",
        "hostile",
        "a coroutine",
        """
async def huber_loss(predictions, targets, delta):
    losses = []
    for p, t in zip(predictions, targets):
        r = p - t
        if abs(r.data) <= delta:
            losses.append(0.5 * r ** 2)
        else:
            losses.append(delta * ((r if r.data > 0 else -r) - 0.5 * delta))
    return Value.sum(losses) / len(losses)
""",
    ),
]

# -- more slips, each with an idea that had no name ---------------------------------------

LINE = """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = below = 0.0
    for x, t in zip(xs, targets):
        above += ABOVE
        below += BELOW
    w = SLOPE
    b = BIAS
    return w, b
"""
def line_with(ABOVE="(x - mean_x) * (t - mean_t)", BELOW="(x - mean_x) ** 2", SLOPE="above / below", BIAS="mean_t - w * mean_x"):
    return LINE.replace("ABOVE", ABOVE).replace("BELOW", BELOW).replace("SLOPE", SLOPE).replace("BIAS", BIAS)

ANSWERS += [
    ("07.line", "right", "raw sums", """
def best_line(xs, targets):
    n = len(xs)
    sx, st = sum(xs), sum(targets)
    sxx = sum(x * x for x in xs)
    sxt = sum(x * t for x, t in zip(xs, targets))
    w = (n * sxt - sx * st) / (n * sxx - sx * sx)
    return w, (st - w * sx) / n
"""),
    ("07.line", "right", "one centred", line_with(ABOVE="(x - mean_x) * t", BELOW="(x - mean_x) * x")),
    ("07.line", "right", "polyfit", """
import numpy as np
def best_line(xs, targets):
    return np.polyfit(xs, targets, 1)
"""),
    ("07.line", "single", "ratio of squares", line_with(ABOVE="(t - mean_t) ** 2")),
    ("07.line", "single", "not squared below", line_with(BELOW="(x - mean_x)")),
    ("07.line", "single", "absolute below", line_with(BELOW="abs(x - mean_x)")),
    ("07.line", "single", "sum of ratios", line_with(ABOVE="(x - mean_x) * (t - mean_t) / (x - mean_x) ** 2 if x != mean_x else 0", SLOPE="above")),
    ("07.line", "single", "sum times sum", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    above = sum(x - mean_x for x in xs) * sum(t - mean_t for t in targets)
    below = sum(x - mean_x for x in xs) ** 2
    w = above / below
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "single", "below only the raw squares", line_with(BELOW="x ** 2")),
    ("07.line", "single", "above raw", line_with(ABOVE="x * t")),
    ("07.line", "single", "overwritten totals", line_with().replace("+=", "=")),
    ("07.line", "single", "correlation: root of both", line_with().replace("above = below = 0.0", "above = below = other = 0.0").replace("    w = ", "    other = sum((t - mean_t) ** 2 for t in targets)\n    w = ").replace("above / below", "above / ((below * other) ** 0.5 or 1)")),
    ("07.line", "single", "ratio of spreads", line_with(SLOPE="(sum((t - mean_t) ** 2 for t in targets) / below) ** 0.5")),
    ("07.line", "single", "mean t over mean x", line_with(SLOPE="mean_t / mean_x")),
    ("07.line", "single", "mean of t over x", """
def best_line(xs, targets):
    mean_x = sum(xs) / len(xs)
    mean_t = sum(targets) / len(targets)
    w = sum((t - mean_t) / (x - mean_x) for x, t in zip(xs, targets) if x != mean_x) / len(xs)
    b = mean_t - w * mean_x
    return w, b
"""),
    ("07.line", "single", "product of brackets lost: x - mean_x * t - mean_t", line_with(ABOVE="x - mean_x * t - mean_t")),
    ("07.line", "single", "precedence below", line_with(BELOW="x - mean_x ** 2")),
    ("07.line", "single", "root below", line_with(SLOPE="above / below ** 0.5")),
    ("07.line", "single", "divided by n - 1 in one", line_with(SLOPE="above / (len(xs) - 1) / below")),
    ("07.line", "single", "above divided by n", line_with(SLOPE="above / len(xs) / below")),
    ("07.line", "single", "below divided by n", line_with(SLOPE="above / (below / len(xs))")),
    ("07.line", "single", "sign", line_with(SLOPE="-above / below")),
    ("07.line", "single", "bias with above", line_with(BIAS="mean_t - mean_x / w if w else mean_t")),
    ("07.line", "single", "bias: w * mean_t", line_with(BIAS="mean_x - w * mean_t")),
    ("07.line", "single", "bias divided", line_with(BIAS="mean_t / (w * mean_x) if w else 0")),
    ("07.line", "single", "bias the last point", line_with(BIAS="targets[-1] - w * xs[-1]")),
    ("07.line", "single", "bias sums", line_with(BIAS="sum(targets) - w * sum(xs)")),
    ("07.line", "single", "bias minimum", line_with(BIAS="min(targets)")),
    ("07.line", "right", "a list", line_with().replace("return w, b", "return [w, b]")),
    ("07.line", "form", "text", line_with().replace("return w, b", "return f'{w} x + {b}'")),
    ("07.line", "form", "w alone", line_with().replace("return w, b", "return w")),
    ("07.line", "form", "printed", line_with().replace("return w, b", "print(w, b)")),
    ("07.line", "form", "the predictions", line_with().replace("return w, b", "return [w * x + b for x in xs]")),
]
