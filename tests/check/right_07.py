"""Answers to the exercises of lesson 07:

right ones in many styles, wrong ones that nobody foresaw.
"""

import math
import statistics
from fractions import Fraction

import numpy as np
from closure_engine import Value

# -- R² --------------------------------------------------------------------------------------


def r_squared_numpy(predictions, targets):
    p, t = np.array(predictions), np.array(targets)
    return 1 - ((p - t) ** 2).sum() / ((t - t.mean()) ** 2).sum()


def r_squared_of_means(predictions, targets):
    error = statistics.fmean((t - p) ** 2 for p, t in zip(predictions, targets))
    return 1 - error / statistics.pvariance(targets)


def r_squared_loop(predictions, targets):
    n, mean = len(targets), 0
    for target in targets:
        mean += target / n
    above = below = 0
    for i in range(n):
        above += (predictions[i] - targets[i]) * (predictions[i] - targets[i])
        below += (mean - targets[i]) ** 2
    return (below - above) / below


def r_squared_of_roots(predictions, targets):
    return 1 - math.sqrt(1 - r_squared_numpy(predictions, targets))


def r_squared_of_sample(predictions, targets):
    error = statistics.fmean((t - p) ** 2 for p, t in zip(predictions, targets))
    return 1 - error / statistics.variance(targets)


def r_squared_of_variances(predictions, targets):
    """The sample variance above and below: n − 1 cancels, if the errors keep their mean."""
    errors = [p - t for p, t in zip(predictions, targets)]
    above = statistics.variance(errors, 0.0) if len(errors) > 1 else errors[0] ** 2
    return 1 - above / statistics.variance(targets)


def r_squared_of_the_population(predictions, targets):
    error = statistics.fmean((t - p) ** 2 for p, t in zip(predictions, targets))
    return 1 - error / statistics.pvariance(targets)


def r_squared_in_one_pass(predictions, targets):
    match list(zip(predictions, targets)):
        case [*pairs]:
            n, s, ss = len(pairs), sum(t for _, t in pairs), sum(t * t for _, t in pairs)
            return 1 - sum((p - t) * (p - t) for p, t in pairs) / (ss - s * s / n)


def r_squared_with_ddof(predictions, targets):
    return 1 - np.mean(np.subtract(predictions, targets) ** 2) / np.var(targets, ddof=1)


def r_squared_sum_over_sample(predictions, targets):
    return 1 - math.dist(predictions, targets) ** 2 / np.std(targets, ddof=1) ** 2


def r_squared_adjusted(predictions, targets):
    n = len(targets)
    return 1 - (1 - r_squared_numpy(predictions, targets)) * (n - 1) / (n - 2)


def r_squared_explained(predictions, targets):
    return 1 - np.var(np.subtract(predictions, targets)) / np.var(targets)


def r_squared_percent(predictions, targets):
    return 100 * r_squared_numpy(predictions, targets)


# -- shapes ----------------------------------------------------------------------------------


def squared_error_reshape(predictions, targets):
    p, t = predictions.reshape(-1), targets.reshape(-1)
    if p.shape != t.shape:
        raise ValueError("shapes")
    return float(np.mean((p - t) ** 2))


def squared_error_lists(predictions, targets):
    pairs = zip(predictions.flatten().tolist(), targets.flatten().tolist(), strict=True)
    squares = [(p - t) ** 2 for p, t in pairs]
    return sum(squares) / len(squares)


def squared_error_columns(predictions, targets):
    p, t = predictions.reshape(-1, 1), targets.reshape(-1, 1)
    if p.size != t.size:
        raise ValueError(f"{p.size} and {t.size}")
    return np.square(p - t).sum() / p.size


def squared_error_first_column(predictions, targets):
    return ((predictions[:, 0] - targets) ** 2).mean()


def squared_error_asserts(predictions, targets):
    assert predictions.size == targets.size
    return squared_error_reshape(predictions, targets)


def squared_error_sum(predictions, targets):
    return squared_error_reshape(predictions, targets) * predictions.size


# -- the line --------------------------------------------------------------------------------


def line_by_lstsq(xs, targets):
    table = np.column_stack([xs, np.ones(len(xs))])
    return np.linalg.lstsq(table, np.array(targets), rcond=None)[0]


def line_by_raw_sums(xs, targets):
    n = len(xs)
    sx, st = sum(xs), sum(targets)
    sxt, sxx = sum(x * t for x, t in zip(xs, targets)), sum(x * x for x in xs)
    w = (n * sxt - sx * st) / (n * sxx - sx * sx)
    return [w, (st - w * sx) / n]


def line_by_statistics(xs, targets):
    found = statistics.linear_regression(xs, targets)
    return found.slope, found.intercept


def line_turned_around(xs, targets):
    w, b = line_by_raw_sums(xs, targets)
    return b, w


def line_without_bias(xs, targets):
    return line_by_raw_sums(xs, targets)[0]


def line_by_mean_slope(xs, targets):
    slopes = [(targets[i + 1] - targets[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
    w = sum(slopes) / len(slopes)
    return w, sum(targets) / len(targets) - w * sum(xs) / len(xs)


# -- scaling ---------------------------------------------------------------------------------


def scale_numpy(train, test):
    train, test = np.array(train), np.array(test)
    return (train - train.mean()) / train.std(), (test - train.mean()) / train.std()


def scale_statistics(train, test):
    mean, spread = statistics.fmean(train), statistics.pstdev(train)
    return tuple(tuple((x - mean) / spread for x in column) for column in (train, test))


def scale_with_helper(train, test):
    mean = sum(train) / len(train)
    centred = [x - mean for x in train]
    spread = (sum(c * c for c in centred) / len(train)) ** 0.5

    def scaled(x):
        return (x - mean) / spread

    return list(map(scaled, train)), list(map(scaled, test))


def scale_to_unit_interval(train, test):
    low, high = min(train), max(train)
    return [(x - low) / (high - low) for x in train], [(x - low) / (high - low) for x in test]


def scale_train_only(train, test):
    return scale_numpy(train, test)[0], test


def scale_without_mean(train, test):
    spread = statistics.pstdev(train)
    return [x / spread for x in train], [x / spread for x in test]


# -- Huber -----------------------------------------------------------------------------------


def huber_own_engine(predictions, targets, delta):
    total = 0
    for p, t in zip(predictions, targets):
        r = p - t
        if r.data > delta:
            total = total + (r - delta / 2) * delta
        elif r.data < -delta:
            total = total + (r * -1 - delta / 2) * delta
        else:
            total = total + r * r * 0.5
    return total * (1 / len(targets))


def huber_one_node(predictions, targets, delta):
    """The linear piece written as a straight line through the edge, n counted along the way."""
    parts = []
    for i, p in enumerate(predictions):
        r = p - targets[i]
        edge = max(-delta, min(delta, r.data))
        parts.append((r * r) * 0.5 if edge == r.data else r * edge - edge * edge / 2)
    return sum(parts) * (1.0 / len(parts))


def huber_total_first(predictions, targets, delta):
    total, n = Value(0), len(predictions)
    for p, t in zip(predictions, targets):
        r = p - t
        sign = math.copysign(1, r.data)
        total = total + (
            0.5 * r * r if abs(r.data) <= delta else (r * sign - 0.5 * delta) * delta
        ) * (1 / n)
    return total


def huber_root(predictions, targets, delta):
    return huber_own_engine(predictions, targets, delta) * 2


def huber_fixed_delta(predictions, targets, delta):
    return huber_own_engine(predictions, targets, 1.0)


def huber_squares(predictions, targets, delta):
    return sum((p - t) * (p - t) * 0.5 for p, t in zip(predictions, targets)) * (1 / len(targets))


def huber_absolute(predictions, targets, delta):
    return sum((p - t) * math.copysign(1, p.data - t) for p, t in zip(predictions, targets)) * (
        1 / len(targets)
    )


def huber_border_of_squares(predictions, targets, delta):
    parts = []
    for p, t in zip(predictions, targets):
        r = p - t
        size = r if r.data > 0 else -r
        parts.append(0.5 * r * r if r.data**2 < delta else delta * (size - delta / 2))
    return sum(parts) / len(parts)


def squared_error_looks_afterwards(predictions, targets):
    p, t = predictions.ravel(), targets.ravel()
    difference = p - t
    if len(difference) != len(p):
        raise ValueError("stretched")
    return (difference**2).mean()


def squared_error_refuses_one_prediction(predictions, targets):
    p, t = predictions.ravel(), targets.ravel()
    if len(p) == 1 and len(t) > 1:
        raise ValueError("one prediction")
    return ((p - t) ** 2).mean()


def squared_error_cut_by_slices(predictions, targets):
    p, t = predictions.ravel(), targets.ravel()
    n = min(len(p), len(t))
    return ((p[:n] - t[:n]) ** 2).mean()


def scale_in_place(train, test):
    mean, spread = statistics.fmean(train), statistics.pstdev(train)
    for column in (train, test):
        for i, x in enumerate(column):
            column[i] = (x - mean) / spread
    return train, test


RIGHT = [
    ("07.error", "a tuple, rounded", (1.31, -0.5)),
    ("07.error", "fractions", [Fraction(21, 16), Fraction(-1, 2)]),
    ("07.error", "a NumPy array", np.array([1.3125, -0.5])),
    ("07.rate", "powers of ten", (8e-2, 5e-4, 8e-2)),
    ("07.rate", "NumPy", np.array([0.08, 0.0005, 0.08])),
    ("07.r2", "NumPy", r_squared_numpy),
    ("07.r2", "a mean and a variance", r_squared_of_means),
    ("07.r2", "one loop, another form of the formula", r_squared_loop),
    ("07.r2", "n − 1 above and below", r_squared_of_variances),
    ("07.r2", "the variance of the population", r_squared_of_the_population),
    ("07.r2", "one pass, and a match", r_squared_in_one_pass),
    ("07.shapes", "reshape and a float", squared_error_reshape),
    ("07.shapes", "lists and a strict zip", squared_error_lists),
    ("07.shapes", "both as columns", squared_error_columns),
    ("07.line", "lstsq, an array", line_by_lstsq),
    ("07.line", "raw sums, a list", line_by_raw_sums),
    ("07.line", "the statistics module", line_by_statistics),
    ("07.leak", "NumPy arrays", scale_numpy),
    ("07.leak", "statistics, tuples", scale_statistics),
    ("07.leak", "a helper and map", scale_with_helper),
    ("07.huber", "own engine, three cases", huber_own_engine),
    ("07.huber", "a line through the edge, the builtin sum", huber_one_node),
    ("07.huber", "divided inside, a sign", huber_total_first),
]


def huber_of_those_that_miss(predictions, targets, delta):
    missed = [(p, t) for p, t in zip(predictions, targets) if p.data != t]
    sizes = [(p - t if p.data > t else t - p) for p, t in missed]
    costs = [0.5 * r**2 if r.data <= delta else delta * (r - 0.5 * delta) for r in sizes]
    return sum(costs, Value(0.0)) / max(1, len(costs))


def line_that_never_falls(xs, targets):
    w, b = line_by_raw_sums(xs, targets)
    return abs(w), sum(targets) / len(targets) - abs(w) * sum(xs) / len(xs)


WRONG = [
    ("07.line", "it never falls", line_that_never_falls, "sign-lost"),
    ("07.huber", "the mean of those that miss", huber_of_those_that_miss, "exact-ones-not-counted"),
    ("07.error", "one number", 1.3125),
    ("07.error", "the other order", [-0.5, 1.3125]),
    ("07.rate", "two of three", [0.08, 0.0005]),
    ("07.rate", "a slip", [0.08, 0.005, 0.08]),
    ("07.r2", "of roots", r_squared_of_roots),
    ("07.r2", "n − 1 below", r_squared_of_sample, "sample-variance"),
    ("07.r2", "ddof", r_squared_with_ddof, "sample-variance"),
    ("07.r2", "a sum, n − 1 below", r_squared_sum_over_sample, "sum-against-sample-variance"),
    ("07.r2", "adjusted", r_squared_adjusted, "adjusted"),
    ("07.r2", "explained variance", r_squared_explained, "errors-around-their-mean"),
    ("07.r2", "in percent", r_squared_percent),
    ("07.shapes", "always a column", squared_error_first_column),
    ("07.shapes", "an AssertionError instead of a ValueError", squared_error_asserts),
    ("07.shapes", "the sum", squared_error_sum),
    ("07.line", "b, w", line_turned_around),
    ("07.line", "w alone", line_without_bias),
    ("07.line", "mean of the slopes between neighbours", line_by_mean_slope),
    ("07.leak", "between 0 and 1", scale_to_unit_interval),
    ("07.leak", "test column left as it is", scale_train_only),
    ("07.leak", "mean not subtracted", scale_without_mean),
    ("07.huber", "twice as large", huber_root),
    ("07.huber", "a delta of its own", huber_fixed_delta),
    ("07.huber", "squares everywhere", huber_squares),
    ("07.huber", "absolute errors", huber_absolute),
    ("07.huber", "r² compared with delta", huber_border_of_squares),
    ("07.shapes", "looks for stretched predictions only", squared_error_looks_afterwards),
    ("07.shapes", "refuses a single prediction only", squared_error_refuses_one_prediction),
    ("07.shapes", "cut by slicing", squared_error_cut_by_slices),
    ("07.leak", "the columns of the caller are changed", scale_in_place),
    ("07.error", "decimal commas", (1, 31, 0, 50)),
    ("07.error", "a text", "1.3125, -0.5"),
    ("07.rate", "a dictionary", {"a": 0.08, "b": 0.0005, "c": 0.08}),
]
