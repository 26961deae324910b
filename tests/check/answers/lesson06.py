"""Students' answers to the exercises of lesson 06, written from the notebooks alone."""

PRELUDE = """
import math
import random

import mgrad
import numpy as np
from mgrad import MLP, Layer, Neuron, Value
"""

# What a student has from the tasks before, where a task builds on it.
LOSS = """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for score, target in zip(scores, targets):
        part = 1 - target * score
        if part.data > 0:
            total = total + part
    return total / len(scores)

"""

ANSWERS = [
    # ---------------------------------------------------------------- 06.margin
    (
        "06.margin",
        "core",
        "the sum, not divided by the four points",
        """
loss_by_hand = 2.20
""",
    ),
    (
        "06.margin",
        "core",
        "no maximum with 0: the good points pay back",
        """
parts = [1 - 1.5, 1 - 0.3, 1 - 1.4, 1 + 0.5]
loss_by_hand = sum(parts) / 4
""",
    ),
    (
        "06.margin",
        "core",
        "the target is left out: 1 - score for every point",
        """
loss_by_hand = 0.9
""",
    ),
    (
        "06.margin",
        "core",
        "divided by the two points that cost something",
        """
loss_by_hand = 1.1
""",
    ),
    (
        "06.margin",
        "single",
        "point 3: the two minus signs do not cancel",
        """
loss_by_hand = (0 + 0.7 + 2.4 + 1.5) / 4
""",
    ),
    (
        "06.margin",
        "single",
        "point 4: the minus of the target is forgotten",
        """
loss_by_hand = 0.3
""",
    ),
    (
        "06.margin",
        "single",
        "plus in place of minus: 1 + target * score",
        """
scores, targets = [1.5, 0.3, -1.4, 0.5], [1, 1, -1, -1]
loss_by_hand = round(sum(max(0, 1 + t * s) for s, t in zip(scores, targets)) / 4, 3)
""",
    ),
    (
        "06.margin",
        "single",
        "the mean squared error in place of the hinge",
        """
loss_by_hand = 0.79
""",
    ),
    (
        "06.margin",
        "single",
        "no margin: only a wrong sign costs",
        """
loss_by_hand = 0.5 / 4
""",
    ),
    (
        "06.margin",
        "single",
        "the accuracy in place of the loss",
        """
loss_by_hand = 0.75
""",
    ),
    (
        "06.margin",
        "single",
        "divided by three, the points with a right sign",
        """
loss_by_hand = 2.2 / 3
""",
    ),
    (
        "06.margin",
        "single",
        "the largest loss, not the mean",
        """
loss_by_hand = 1.5
""",
    ),
    (
        "06.margin",
        "form",
        "a decimal comma makes a pair of it",
        """
loss_by_hand = 0,55
""",
    ),
    (
        "06.margin",
        "form",
        "the four losses, without their mean",
        """
loss_by_hand = [0, 0.7, 0, 1.5]
""",
    ),
    (
        "06.margin",
        "form",
        "a percentage",
        """
loss_by_hand = 55
""",
    ),
    (
        "06.margin",
        "two",
        "target left out, and the sum",
        """
loss_by_hand = 0 + 0.7 + 2.4 + 0.5
""",
    ),
    (
        "06.margin",
        "right",
        "computed in one line",
        """
loss_by_hand = sum(max(0, 1 - t * s) for s, t in [(1.5, 1), (0.3, 1), (-1.4, -1), (0.5, -1)]) / 4
""",
    ),
    (
        "06.margin",
        "right",
        "with numpy",
        """
s, t = np.array([1.5, 0.3, -1.4, 0.5]), np.array([1, 1, -1, -1])
loss_by_hand = np.maximum(0, 1 - s * t).mean()
""",
    ),
    (
        "06.margin",
        "right",
        "on paper, as a fraction",
        """
loss_by_hand = 11 / 20
""",
    ),
    (
        "06.margin",
        "hostile",
        "an object that equals everything",
        """
class Anything:
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0.0
    def __float__(self):
        return 0.0

loss_by_hand = Anything()
""",
    ),
    # ---------------------------------------------------------------- 06.labels
    (
        "06.labels",
        "core",
        "2c - 1 as in the lesson, which is for classes 0 and 1 only",
        """
def to_signs(classes, positive):
    return [2 * int(c) - 1 for c in classes]
""",
    ),
    (
        "06.labels",
        "core",
        "0 for every other class, not -1",
        """
def to_signs(classes, positive):
    return [1 if c == positive else 0 for c in classes]
""",
    ),
    (
        "06.labels",
        "core",
        "the two signs are exchanged",
        """
def to_signs(classes, positive):
    return [-1 if c == positive else 1 for c in classes]
""",
    ),
    (
        "06.labels",
        "core",
        "larger classes count as positive too",
        """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        if c >= positive:
            signs.append(1)
        else:
            signs.append(-1)
    return signs
""",
    ),
    (
        "06.labels",
        "single",
        "positive is not read: class 1 is always the one",
        """
def to_signs(classes, positive):
    return [1 if c == 1 else -1 for c in classes]
""",
    ),
    (
        "06.labels",
        "single",
        "is in place of ==: never true for NumPy's numbers",
        """
def to_signs(classes, positive):
    return [1 if c is positive else -1 for c in classes]
""",
    ),
    (
        "06.labels",
        "single",
        "the caller's classes are overwritten",
        """
def to_signs(classes, positive):
    for i in range(len(classes)):
        classes[i] = 1 if classes[i] == positive else -1
    return list(classes)
""",
    ),
    (
        "06.labels",
        "single",
        "return inside the loop",
        """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        signs.append(1 if c == positive else -1)
        return signs
""",
    ),
    (
        "06.labels",
        "single",
        "only the positive ones get a label, the list is shorter",
        """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        if c == positive:
            signs.append(1)
    return signs
""",
    ),
    (
        "06.labels",
        "single",
        "asks the whole list, so it works for arrays only",
        """
def to_signs(classes, positive):
    return list(np.where(classes == positive, 1, -1))
""",
    ),
    (
        "06.labels",
        "single",
        "the sign of the difference: 0 for the class itself",
        """
def to_signs(classes, positive):
    return [int(np.sign(c - positive)) for c in classes]
""",
    ),
    (
        "06.labels",
        "form",
        "True and False in place of the numbers",
        """
def to_signs(classes, positive):
    return [c == positive for c in classes]
""",
    ),
    (
        "06.labels",
        "form",
        "texts with the signs",
        """
def to_signs(classes, positive):
    return ["+1" if c == positive else "-1" for c in classes]
""",
    ),
    (
        "06.labels",
        "form",
        "a generator",
        """
def to_signs(classes, positive):
    return (1 if c == positive else -1 for c in classes)
""",
    ),
    (
        "06.labels",
        "two",
        "signs exchanged, and larger classes counted in",
        """
def to_signs(classes, positive):
    return [-1 if c >= positive else 1 for c in classes]
""",
    ),
    (
        "06.labels",
        "two",
        "0 for the others, and always class 1",
        """
def to_signs(classes, positive):
    return [int(c == 1) for c in classes]
""",
    ),
    (
        "06.labels",
        "right",
        "a formula with the truth value",
        """
def to_signs(classes, positive):
    return [2 * int(c == positive) - 1 for c in classes]
""",
    ),
    (
        "06.labels",
        "right",
        "numpy, and back to a list",
        """
def to_signs(classes, positive):
    return np.where(np.asarray(classes) == positive, 1, -1).tolist()
""",
    ),
    (
        "06.labels",
        "right",
        "a list of -1, in which the right places are changed",
        """
def to_signs(classes, positive):
    signs = [-1] * len(classes)
    for i, c in enumerate(classes):
        if c == positive:
            signs[i] = +1
    return signs
""",
    ),
    (
        "06.labels",
        "hostile",
        "a list of a million labels for every class",
        """
def to_signs(classes, positive):
    return [1 if c == positive else -1 for c in classes for _ in range(1_000_000)]
""",
    ),
    # ---------------------------------------------------------------- 06.hinge
    (
        "06.hinge",
        "core",
        "divided by the points that cost something only",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    n = 0
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
            n += 1
    return total / max(n, 1)
""",
    ),
    (
        "06.hinge",
        "core",
        "the sum, not divided at all",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
    return total
""",
    ),
    (
        "06.hinge",
        "core",
        "the parts are made of plain numbers, the graph is cut",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        total = total + max(0, 1 - t * s.data)
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "core",
        "negative parts are added too",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        total = total + (1 - t * s)
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "the target is left out",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - s
        if part.data > 0:
            total = total + part
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "the check of the lengths was deleted",
        """
def hinge_loss(scores, targets):
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "1 + target * score: the sign is turned round",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 + t * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "total is overwritten, the last point alone stays",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = part
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "return inside the loop",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
        return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "the parts are squared",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part ** 2
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "single",
        "the maximum is taken of the mean, not of each part",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        total = total + (1 - t * s)
    mean = total / len(scores)
    return mean if mean.data > 0 else Value(0.0)
""",
    ),
    (
        "06.hinge",
        "single",
        "no margin: max(0, -target * score)",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 0 - t * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "form",
        "a plain number comes back",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
    return (total / len(scores)).data
""",
    ),
    (
        "06.hinge",
        "form",
        "no return",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
    total = total / len(scores)
""",
    ),
    (
        "06.hinge",
        "two",
        "target left out, and the sum in place of the mean",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s in scores:
        part = 1 - s
        if part.data > 0:
            total = total + part
    return total
""",
    ),
    (
        "06.hinge",
        "two",
        "squared parts, and divided by the costly points only",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    parts = [1 - t * s for s, t in zip(scores, targets)]
    parts = [part ** 2 for part in parts if part.data > 0]
    return sum(parts, Value(0.0)) / max(1, len(parts))
""",
    ),
    (
        "06.hinge",
        "right",
        "costly parts in a list, summed from a Value",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    parts = [1 - t * s for s, t in zip(scores, targets)]
    return sum((part for part in parts if part.data > 0), Value(0.0)) / len(parts)
""",
    ),
    (
        "06.hinge",
        "right",
        "asks target * score < 1, and divides each part",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    n = len(targets)
    for i in range(n):
        if targets[i] * scores[i].data < 1:
            total = total + (1 - targets[i] * scores[i]) * (1 / n)
    return total
""",
    ),
    (
        "06.hinge",
        "right",
        "two branches for the two classes",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, t in zip(scores, targets):
        gap = 1 - s if t > 0 else 1 + s
        total = total + gap * (1.0 if gap.data > 0 else 0.0)
    return total / len(scores)
""",
    ),
    (
        "06.hinge",
        "hostile",
        "leaves the interpreter when the lengths differ",
        """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        exit()
    total = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
""",
    ),
    # ---------------------------------------------------------------- 06.accuracy
    (
        "06.accuracy",
        "core",
        "only NaN is mended, a score of 0 still counts as positive",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s >= 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "core",
        "only the 0 is mended, NaN still counts as negative",
        """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "core",
        "compared with math.nan, which is never equal",
        """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if s == math.nan:
            return math.nan
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "core",
        "NaN scores are only counted as wrong",
        """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if not math.isnan(s) and (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "NaN only if all scores are NaN",
        """
def accuracy(scores, targets):
    if all(math.isnan(s) for s in scores):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "only the first score is asked",
        """
def accuracy(scores, targets):
    if math.isnan(scores[0]):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "NaN scores are left out, the share is that of the others",
        """
def accuracy(scores, targets):
    pairs = [(s, y) for s, y in zip(scores, targets) if not math.isnan(s)]
    if not pairs:
        return math.nan
    return sum((s > 0) == (y > 0) for s, y in pairs) / len(pairs)
""",
    ),
    (
        "06.accuracy",
        "single",
        "score times target above 0: a score of 0 is never right",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    return sum(s * y > 0 for s, y in zip(scores, targets)) / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "0.0 is reported for NaN",
        """
def accuracy(scores, targets):
    for s in scores:
        if math.isnan(s):
            return 0.0
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "an error in place of the result NaN",
        """
def accuracy(scores, targets):
    if any(s != s for s in scores):
        raise ValueError("a score is NaN")
    return sum((s > 0) == (y > 0) for s, y in zip(scores, targets)) / len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "floor division: the share becomes 0 or 1",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right // len(scores)
""",
    ),
    (
        "06.accuracy",
        "single",
        "the number of right ones, not their share",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    return sum((s > 0) == (y > 0) for s, y in zip(scores, targets))
""",
    ),
    (
        "06.accuracy",
        "form",
        "a percentage",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    right = sum((s > 0) == (y > 0) for s, y in zip(scores, targets))
    return 100 * right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "form",
        "the text nan",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return "nan"
    return sum((s > 0) == (y > 0) for s, y in zip(scores, targets)) / len(scores)
""",
    ),
    (
        "06.accuracy",
        "two",
        "0 still positive, and NaN only counted as wrong",
        """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if math.isnan(s):
            continue
        if (s >= 0) == (y > 0):
            right += 1
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "two",
        "a percentage, and NaN only if all are NaN",
        """
def accuracy(scores, targets):
    if all(math.isnan(s) for s in scores):
        return math.nan
    right = sum((s > 0) == (y > 0) for s, y in zip(scores, targets))
    return right / len(scores) * 100
""",
    ),
    (
        "06.accuracy",
        "right",
        "NaN is what does not equal itself",
        """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if s != s:
            return float("nan")
        right += (s > 0) == (y > 0)
    return right / len(scores)
""",
    ),
    (
        "06.accuracy",
        "right",
        "with numpy",
        """
def accuracy(scores, targets):
    s, y = np.array(scores, dtype=float), np.array(targets)
    if np.isnan(s).any():
        return np.nan
    return float(np.mean((s > 0) == (y > 0)))
""",
    ),
    (
        "06.accuracy",
        "right",
        "wrong ones are counted",
        """
def accuracy(scores, targets):
    if True in [math.isnan(s) for s in scores]:
        return math.nan
    wrong = 0
    for i in range(len(scores)):
        guess = 1 if scores[i] > 0 else -1
        if guess != targets[i]:
            wrong += 1
    return 1 - wrong / len(scores)
""",
    ),
    (
        "06.accuracy",
        "hostile",
        "raises what only the interpreter raises",
        """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        raise SystemExit(0)
    return sum((s > 0) == (y > 0) for s, y in zip(scores, targets)) / len(scores)
""",
    ),
    # ---------------------------------------------------------------- 06.final
    (
        "06.final",
        "core",
        "measured before the update",
        """
order = "EDFABC"
""",
    ),
    (
        "06.final",
        "core",
        "the price is added after backward: it does not count",
        """
order = "EDAFCB"
""",
    ),
    (
        "06.final",
        "core",
        "the reset stands between backward and the update",
        """
order = "DFAECB"
""",
    ),
    (
        "06.final",
        "core",
        "the update before the backward pass",
        """
order = "EDFCAB"
""",
    ),
    (
        "06.final",
        "single",
        "the price before the loss that it is added to",
        """
order = "EFDACB"
""",
    ),
    (
        "06.final",
        "single",
        "the report is the first thing in the round",
        """
order = "BEDFAC"
""",
    ),
    (
        "06.final",
        "single",
        "the lines in the order in which they are printed",
        """
order = "ABCDEF"
""",
    ),
    (
        "06.final",
        "single",
        "reported together with the loss, before the price comes on top",
        """
order = "EDBFAC"
""",
    ),
    (
        "06.final",
        "single",
        "the price last in the round, it never reaches a gradient",
        """
order = "EDACBF"
""",
    ),
    (
        "06.final",
        "single",
        "update at the beginning of the round",
        """
order = "CEDFAB"
""",
    ),
    (
        "06.final",
        "form",
        "the reset is left out: the model is new",
        """
order = "DFACB"
""",
    ),
    (
        "06.final",
        "form",
        "the report before and after",
        """
order = "BEDFACB"
""",
    ),
    (
        "06.final",
        "form",
        "numbers in place of letters",
        """
order = [5, 4, 6, 1, 3, 2]
""",
    ),
    (
        "06.final",
        "two",
        "price after backward, and measured before the update",
        """
order = "EDAFBC"
""",
    ),
    (
        "06.final",
        "two",
        "the reset erases the gradient, and the report comes too early",
        """
order = "DFAEBC"
""",
    ),
    (
        "06.final",
        "right",
        "the reset after the update",
        """
order = "DFACEB"
""",
    ),
    (
        "06.final",
        "right",
        "the reset between loss and price",
        """
order = "DEFACB"
""",
    ),
    (
        "06.final",
        "right",
        "joined, with the report before the reset of the next round",
        """
order = "".join(["D", "F", "A", "C", "B", "E"])
""",
    ),
    # ---------------------------------------------------------------- 06.exam
    (
        "06.exam",
        "core",
        "learns from the others, but is still judged on them",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(train_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
""",
    ),
    (
        "06.exam",
        "core",
        "judged on the test points, but it has learned them too",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(inputs, targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "core",
        "the two sets are exchanged: learns from the test set",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(test_inputs, test_targets)
    right = 0
    for x, y in zip(train_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
""",
    ),
    (
        "06.exam",
        "core",
        "still divided by the number of training points",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "the test points are judged by the training targets",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "the first n_test points are kept back, not the last",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[n_test:], inputs[:n_test]
    train_targets, test_targets = targets[n_test:], targets[:n_test]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "judged on all points",
        """
def exam(learn, inputs, targets, n_test):
    model = learn(inputs[:-n_test], targets[:-n_test])
    right = 0
    for x, y in zip(inputs, targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "a score of 0 counts as positive",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) >= 0) == (y > 0)
    return right / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "the score has to equal the target, not to have its sign",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += model(x) == y
    return right / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "the share of the wrong ones",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    wrong = 0
    for x, y in zip(test_inputs, test_targets):
        wrong += (model(x) > 0) != (y > 0)
    return wrong / len(test_inputs)
""",
    ),
    (
        "06.exam",
        "single",
        "one point is in both sets",
        """
def exam(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    model = learn(inputs[:cut + 1], targets[:cut + 1])
    right = 0
    for i in range(cut, len(inputs)):
        if (model(inputs[i]) > 0) == (targets[i] > 0):
            right += 1
    return right / n_test
""",
    ),
    (
        "06.exam",
        "single",
        "the last test point is never asked",
        """
def exam(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    model = learn(inputs[:cut], targets[:cut])
    right = 0
    for i in range(cut, len(inputs) - 1):
        if (model(inputs[i]) > 0) == (targets[i] > 0):
            right += 1
    return right / n_test
""",
    ),
    (
        "06.exam",
        "form",
        "the number of right answers, not the share",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    return sum((model(x) > 0) == (y > 0) for x, y in zip(test_inputs, test_targets))
""",
    ),
    (
        "06.exam",
        "form",
        "a text with a percent sign",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return f"{right / len(test_inputs):.0%}"
""",
    ),
    (
        "06.exam",
        "form",
        "training and test accuracy as a pair",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)

    def share(xs, ys):
        return sum((model(x) > 0) == (y > 0) for x, y in zip(xs, ys)) / len(xs)

    return share(train_inputs, train_targets), share(test_inputs, test_targets)
""",
    ),
    (
        "06.exam",
        "two",
        "learns from all points, and counts the wrong ones",
        """
def exam(learn, inputs, targets, n_test):
    model = learn(inputs, targets)
    wrong = 0
    for x, y in zip(inputs[-n_test:], targets[-n_test:]):
        wrong += (model(x) > 0) != (y > 0)
    return wrong / n_test
""",
    ),
    (
        "06.exam",
        "two",
        "the first points are kept back, and divided by the training set",
        """
def exam(learn, inputs, targets, n_test):
    model = learn(inputs[n_test:], targets[n_test:])
    right = 0
    for x, y in zip(inputs[:n_test], targets[:n_test]):
        right += (model(x) > 0) == (y > 0)
    return right / len(inputs[n_test:])
""",
    ),
    (
        "06.exam",
        "right",
        "cut by a positive number",
        """
def exam(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    model = learn(inputs[:cut], targets[:cut])
    hits = [(model(x) > 0) == (y > 0) for x, y in zip(inputs[cut:], targets[cut:])]
    return hits.count(True) / n_test
""",
    ),
    (
        "06.exam",
        "right",
        "the mean by numpy",
        """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    scores = np.array([model(x) for x in test_inputs])
    return float(np.mean((scores > 0) == (np.array(test_targets) > 0)))
""",
    ),
    (
        "06.exam",
        "right",
        "counts backwards through the test points",
        """
def exam(learn, inputs, targets, n_test):
    model = learn(inputs[:-n_test], targets[:-n_test])
    right = 0
    for k in range(1, n_test + 1):
        said_yes = model(inputs[-k]) > 0
        is_yes = targets[-k] > 0
        if said_yes == is_yes:
            right = right + 1
    return right / n_test
""",
    ),
    (
        "06.exam",
        "hostile",
        "calls itself until the stack is full",
        """
def exam(learn, inputs, targets, n_test):
    return exam(learn, inputs, targets, n_test)
""",
    ),
    # ---------------------------------------------------------------- 06.fair
    (
        "06.fair",
        "core",
        "the model is new for each rate, but nothing is seeded in the loop",
        """
def fair_runs(rates):
    random.seed(1337)
    np.random.seed(1337)
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "core",
        "weights are the same, the points are still drawn anew",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "core",
        "points are the same, one model is trained on and on",
        """
def fair_runs(rates):
    random.seed(1337)
    model = mgrad.MLP(2, [3, 1])
    losses = []
    for rate in rates:
        np.random.seed(1337)
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "core",
        "the points are fixed within a call, but not between calls",
        """
def fair_runs(rates):
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "the seed is set after the model has drawn its weights",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        random.seed(1337)
        np.random.seed(1337)
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "random.seed is thought to serve numpy's generator too",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "only numpy is seeded, the weights are drawn from random",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "another seed for each place in the list",
        """
def fair_runs(rates):
    losses = []
    for seed, rate in enumerate(rates):
        random.seed(seed)
        np.random.seed(seed)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "everything is fair, but the rate is a fixed 0.1",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=0.1, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "ten steps in place of three",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=10, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "single",
        "the loss at the start is returned, not the final one",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.losses[0])
    return losses
""",
    ),
    (
        "06.fair",
        "form",
        "a dictionary, so a rate given twice is there once",
        """
def fair_runs(rates):
    losses = {}
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses[rate] = history.final.loss
    return losses
""",
    ),
    (
        "06.fair",
        "form",
        "the histories, not the losses",
        """
def fair_runs(rates):
    histories = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        histories.append(mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        ))
    return histories
""",
    ),
    (
        "06.fair",
        "two",
        "one model for all, and points that differ between calls",
        """
def fair_runs(rates):
    random.seed(1337)
    model = mgrad.MLP(2, [3, 1])
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "two",
        "points drawn anew, and a fixed rate",
        """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(0)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=0.5, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "right",
        "points once before the loop, the seed of the weights in it",
        """
def fair_runs(rates):
    np.random.seed(42)
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        random.seed(42)
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    (
        "06.fair",
        "right",
        "both seeds in the loop, one run as a function",
        """
def fair_runs(rates):
    def run(rate):
        random.seed(7)
        np.random.seed(7)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        return mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        ).final.loss
    return [run(rate) for rate in rates]
""",
    ),
    (
        "06.fair",
        "right",
        "the start weights are kept and written into each new model",
        """
def fair_runs(rates):
    random.seed(1337)
    np.random.seed(1337)
    start = [p.data for p in mgrad.MLP(2, [3, 1]).parameters()]
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        for p, number in zip(model.parameters(), start):
            p.data = number
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss,
            steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
""",
    ),
    # ---------------------------------------------------------------- 06.train
    (
        "06.train",
        "core",
        "no reset",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "core",
        "the loss of the finished model is missing",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    return losses
""",
    ),
    (
        "06.train",
        "core",
        "learning_rate is not called, the function is multiplied",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "core",
        "the last entry is the old loss, no new forward pass",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(loss.data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the rate of the next step",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step + 1) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the rate of step 0 for the whole training",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    rate = learning_rate(0)
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= rate * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "uphill",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data += learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the reset between backward and the update",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        model.zero_grad()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the last entry is a Value",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets))
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "measured after every update as well, twice as many entries",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
        losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the update rebinds the name",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "single",
        "the lesson's schedule in place of the one that was given",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * step / steps) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "form",
        "only the final loss comes back",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses[-1]
""",
    ),
    (
        "06.train",
        "form",
        "the last return is gone",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
""",
    ),
    (
        "06.train",
        "two",
        "no reset, and no loss at the end",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    return losses
""",
    ),
    (
        "06.train",
        "two",
        "uphill, and always the rate of step 0",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data += learning_rate(0) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "06.train",
        "right",
        "a helper for the loss, the rate read once in each step",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    def measure():
        return hinge_loss([model(x) for x in inputs], targets)

    losses = []
    for step in range(steps):
        loss = measure()
        losses.append(loss.data)
        for p in model.parameters():
            p.grad = 0.0
        loss.backward()
        rate = learning_rate(step)
        for p in model.parameters():
            p.data = p.data - rate * p.grad
    return losses + [measure().data]
""",
    ),
    (
        "06.train",
        "right",
        "each round ends with the forward pass of the next",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    loss = hinge_loss([model(x) for x in inputs], targets)
    losses = [loss.data]
    for step in range(steps):
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
    return losses
""",
    ),
    (
        "06.train",
        "right",
        "one round more, which leaves before its update",
        LOSS
        + """
def train(model, inputs, targets, steps, learning_rate):
    losses, step = [], 0
    while True:
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        if step == steps:
            return losses
        model.zero_grad()
        loss.backward()
        rate = learning_rate(step)
        for p in model.parameters():
            p.data -= rate * p.grad
        step += 1
""",
    ),
    # ---------------------------------------------------------------- 06.stop
    (
        "06.stop",
        "core",
        "the parameters themselves are kept, they change with the model",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = list(model.parameters())
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = list(model.parameters())
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old.data
    return best_n
""",
    ),
    (
        "06.stop",
        "core",
        "put back only when patience ran out, not after all the steps",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                for p, old in zip(model.parameters(), kept):
                    p.data = old
                return best_n
    return best_n
""",
    ),
    (
        "06.stop",
        "core",
        "returns the number of updates made, not that of the best",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, failures, n = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    while n < steps and failures < patience:
        update()
        n += 1
        loss = validation_loss()
        if loss < best:
            best, failures = loss, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return n
""",
    ),
    (
        "06.stop",
        "core",
        "the count of failures is never set back: not in a row",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n = loss, n
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "an equal loss counts as a new lowest",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss <= best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "the state before the first update does not count",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = math.inf, 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "stops one failure too late",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
        if failures > patience:
            break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "compared with the loss before, not with the lowest",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    before, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < before:
            best_n, failures = n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
        before = loss
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "nothing is put back",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
        else:
            failures += 1
            if failures == patience:
                break
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "counted from 0: one too few",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(steps):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "single",
        "patience is not read: always all steps, then the best",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    history = [(validation_loss(), 0, [p.data for p in model.parameters()])]
    for n in range(1, steps + 1):
        update()
        history.append((validation_loss(), n, [p.data for p in model.parameters()]))
    best = min(history)
    for p, old in zip(model.parameters(), best[2]):
        p.data = old
    return best[1]
""",
    ),
    (
        "06.stop",
        "single",
        "measured before the update, so the numbers belong to one step later",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = math.inf, 0, 0
    kept = None
    for n in range(steps + 1):
        loss = validation_loss()
        update()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "form",
        "the lowest loss comes back, not the number of updates",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, failures = validation_loss(), 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, failures = loss, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best
""",
    ),
    (
        "06.stop",
        "form",
        "number and loss as a pair",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n, failures = loss, n, 0
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n, best
""",
    ),
    (
        "06.stop",
        "two",
        "failures never set back, and the start does not count",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_n, failures = math.inf, 0, 0
    kept = [p.data for p in model.parameters()]
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_n = loss, n
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old
    return best_n
""",
    ),
    (
        "06.stop",
        "two",
        "nothing put back, and the number of updates made is returned",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, failures = validation_loss(), 0
    for n in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, failures = loss, 0
        else:
            failures += 1
            if failures == patience:
                return n
    return steps
""",
    ),
    (
        "06.stop",
        "right",
        "stops by the distance to the best number",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    def snapshot():
        return [p.data for p in model.parameters()]

    n = best_n = 0
    best, kept = validation_loss(), snapshot()
    while n < steps and n - best_n < patience:
        update()
        n += 1
        loss = validation_loss()
        if loss < best:
            best, best_n, kept = loss, n, snapshot()
    for p, number in zip(model.parameters(), kept):
        p.data = number
    return best_n
""",
    ),
    (
        "06.stop",
        "right",
        "put back in a finally, so that it happens in every case",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = {"loss": validation_loss(), "n": 0, "data": [p.data for p in model.parameters()]}
    left = patience
    try:
        for n in range(1, steps + 1):
            update()
            loss = validation_loss()
            left -= 1
            if loss < best["loss"]:
                best = {"loss": loss, "n": n, "data": [p.data for p in model.parameters()]}
                left = patience
            if left == 0:
                return best["n"]
        return best["n"]
    finally:
        for p, number in zip(model.parameters(), best["data"]):
            p.data = number
""",
    ),
    (
        "06.stop",
        "right",
        "keeps every state, and takes the first of the lowest",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    losses = [validation_loss()]
    states = [[p.data for p in model.parameters()]]
    for _ in range(steps):
        update()
        losses.append(validation_loss())
        states.append([p.data for p in model.parameters()])
        if len(losses) - 1 - losses.index(min(losses)) >= patience:
            break
    best = losses.index(min(losses))
    for i, p in enumerate(model.parameters()):
        p.data = states[best][i]
    return best
""",
    ),
    (
        "06.stop",
        "hostile",
        "updates for ever, whatever steps and patience say",
        """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, n = validation_loss(), 0
    while True:
        update()
        n += 1
        best = min(best, validation_loss())
    return n
""",
    ),
]

# -- more slips, each with an idea that had no name ---------------------------------------

HINGE = """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for score, target in zip(scores, targets):
        part = PART
        if CONDITION:
            total = ADD
    return RESULT
"""
def hinge_with(PART="1 - target * score", CONDITION="part.data > 0", ADD="total + part", RESULT="total / len(scores)"):
    return HINGE.replace("PART", PART).replace("CONDITION", CONDITION).replace("ADD", ADD).replace("RESULT", RESULT)

ANSWERS += [
    ("06.hinge", "right", "sum of a list", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError("lengths")
    parts = [1 - t * s for s, t in zip(scores, targets)]
    return sum((p for p in parts if p.data > 0), Value(0.0)) * (1 / len(parts))
"""),
    ("06.hinge", "right", "indices", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError("lengths")
    total = Value(0.0)
    for i in range(len(scores)):
        m = targets[i] * scores[i]
        if m.data < 1:
            total += 1 - m
    return total / len(scores)
"""),
    ("06.hinge", "right", "multiplied by a truth value", hinge_with(CONDITION="True", ADD="total + part * (part.data > 0)")),
    ("06.hinge", "single", "absolute difference", hinge_with("target - score", "True", "total + (part if part.data > 0 else -part)")),
    ("06.hinge", "single", "not divided", hinge_with(RESULT="total")),
    ("06.hinge", "single", "target minus score", hinge_with("target - score")),
    ("06.hinge", "single", "1 minus target minus score", hinge_with("1 - target - score")),
    ("06.hinge", "single", "1 - target * score, negative parts made positive", hinge_with(CONDITION="True", ADD="total + (part if part.data > 0 else -part)")),
    ("06.hinge", "single", "costs 1 for a wrong one", hinge_with(CONDITION="part.data > 1", ADD="total + 1")),
    ("06.hinge", "single", "margin condition on the score only", hinge_with(CONDITION="score.data < 1")),
    ("06.hinge", "single", "condition < for >", hinge_with(CONDITION="part.data < 0")),
    ("06.hinge", "single", "condition on the total", hinge_with(CONDITION="total.data >= 0 and part.data > 0", ADD="part + part")),
    ("06.hinge", "single", "squared hinge", hinge_with(ADD="total + part ** 2")),
    ("06.hinge", "single", "margin 2", hinge_with(PART="2 - target * score")),
    ("06.hinge", "single", "divided in the loop, cumulative", hinge_with(ADD="(total + part) / len(scores)", RESULT="total")),
    ("06.hinge", "single", "divided in the loop", hinge_with(ADD="total + part / len(scores)")),
    ("06.hinge", "single", "adds a new Value of the data", hinge_with(ADD="total + Value(part.data)")),
    ("06.hinge", "single", "max of python", hinge_with(CONDITION="True", ADD="total + max(0, part.data)")),
    ("06.hinge", "single", "check of lengths after", """
def hinge_loss(scores, targets):
    total = Value(0.0)
    for i in range(len(scores)):
        part = 1 - targets[i] * scores[i]
        if part.data > 0:
            total = total + part
    return total / len(scores)
"""),
    ("06.hinge", "single", "lengths: IndexError not raised: range of targets", """
def hinge_loss(scores, targets):
    total = Value(0.0)
    for i in range(len(targets)):
        part = 1 - targets[i] * scores[i]
        if part.data > 0:
            total = total + part
    return total / len(targets)
"""),
    ("06.hinge", "single", "break where nothing is cost", HINGE.replace("PART", "1 - target * score").replace("        if CONDITION:\n            total = ADD\n", "        if part.data <= 0:\n            break\n        total = total + part\n").replace("RESULT", "total / len(scores)")),
    ("06.hinge", "single", "the largest part", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError("lengths")
    worst = Value(0.0)
    for s, t in zip(scores, targets):
        part = 1 - t * s
        if part.data > worst.data:
            worst = part
    return worst
"""),
    ("06.hinge", "single", "0/1 targets assumed", hinge_with(PART="1 - (2 * target - 1) * score")),
    ("06.hinge", "single", "cost of all but the first", HINGE.replace("zip(scores, targets)", "zip(scores[1:], targets[1:])").replace("PART", "1 - target * score").replace("CONDITION", "part.data > 0").replace("ADD", "total + part").replace("RESULT", "total / len(scores)")),
    ("06.hinge", "single", "score times score", hinge_with(PART="1 - score * score")),
    ("06.hinge", "single", "part is a float: Value at the end", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError("lengths")
    total = 0.0
    for s, t in zip(scores, targets):
        total += max(0, 1 - t * s.data)
    return Value(total / len(scores))
"""),
    ("06.hinge", "single", "minus in front: a score to climb", hinge_with(RESULT="-total / len(scores)")),
    ("06.hinge", "single", "a list of the parts", hinge_with(ADD="total + part", RESULT="[total / len(scores)]")),
    ("06.hinge", "form", "returns the number", hinge_with(RESULT="(total / len(scores)).data")),
    ("06.hinge", "two", "margin 0 and not divided", hinge_with(PART="-target * score", RESULT="total")),
    ("06.hinge", "single", "the ValueError returned", hinge_with().replace("raise ValueError", "return ValueError")),
    ("06.hinge", "single", "error printed", hinge_with().replace("raise ValueError(", "print(")),
    ("06.hinge", "single", "another error", hinge_with().replace("ValueError", "IndexError")),
]
