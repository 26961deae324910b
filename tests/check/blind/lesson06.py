"""Students' answers to the exercises of lesson 06, written from the notebooks alone."""

PRELUDE = """
import math
import random

import mgrad
import numpy as np
from mgrad import Value, Neuron, Layer, MLP

def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        part = 1 - y * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
"""

ANSWERS = [
    # ---- 06.margin
    ("06.margin", "core", "the maximum with 0 forgotten: good points give negative losses", """
loss_by_hand = (-0.5 + 0.7 - 0.4 + 1.5) / 4
"""),
    ("06.margin", "single", "added up, not divided by the number of points", """
loss_by_hand = 2.2
"""),
    ("06.margin", "single", "the targets are ignored: 1 - score for every point", """
loss_by_hand = (0 + 0.7 + 2.4 + 0.5) / 4
"""),
    ("06.margin", "form", "the four losses instead of their mean", """
loss_by_hand = [0, 0.7, 0, 1.5]
"""),
    ("06.margin", "two", "no maximum with 0, and no mean", """
loss_by_hand = -0.5 + 0.7 - 0.4 + 1.5
"""),
    ("06.margin", "right", "worked out with Fractions", """
from fractions import Fraction
s = [Fraction("1.5"), Fraction("0.3"), Fraction("-1.4"), Fraction("0.5")]
t = [1, 1, -1, -1]
loss_by_hand = float(sum(max(0, 1 - a * b) for a, b in zip(s, t)) / 4)
"""),
    # ---- 06.labels
    ("06.labels", "core", "labels 0 and 1 instead of -1 and +1", """
def to_signs(classes, positive):
    return [1 if c == positive else 0 for c in classes]
"""),
    ("06.labels", "single", "the formula for the classes 0 and 1, from the lesson", """
def to_signs(classes, positive):
    return [2 * int(c) - 1 for c in classes]
"""),
    ("06.labels", "single", "larger classes count as positive too", """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        if c >= positive:
            signs.append(1)
        else:
            signs.append(-1)
    return signs
"""),
    ("06.labels", "single", "the passed list is changed, no new one is made", """
def to_signs(classes, positive):
    for i in range(len(classes)):
        if classes[i] == positive:
            classes[i] = 1
        else:
            classes[i] = -1
    return classes
"""),
    ("06.labels", "right", "np.where and tolist", """
def to_signs(classes, positive):
    hit = np.asarray(classes) == positive
    return np.where(hit, 1, -1).tolist()
"""),
    # ---- 06.hinge
    ("06.hinge", "core", "divided only by the points that were added", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    count = 0
    for s, y in zip(scores, targets):
        part = 1 - y * s
        if part.data > 0:
            total = total + part
            count += 1
    if count == 0:
        return total
    return total / count
"""),
    ("06.hinge", "single", "computed with .data, so there is no graph", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        total = total + max(0, 1 - y * s.data)
    return total / len(scores)
"""),
    ("06.hinge", "single", "the sum, not the mean", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        part = 1 - y * s
        if part.data > 0:
            total = total + part
    return total
"""),
    ("06.hinge", "form", "a plain number is returned", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        part = 1 - y * s
        if part.data > 0:
            total = total + part
    return total.data / len(scores)
"""),
    ("06.hinge", "right", "a list of parts first, the mean as a factor", """
def hinge_loss(scores, targets):
    n = len(scores)
    if n != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    parts = [1 + scores[i] * -targets[i] for i in range(n)]
    for part in filter(lambda v: v.data > 0, parts):
        total = total + part
    return total * (1.0 / n)
"""),
    # ---- 06.accuracy
    ("06.accuracy", "core", "only the comparison sign mended, NaN still counts as negative", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "single", "NaN found, but a score of 0 still counts as positive", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if math.isnan(s):
            return math.nan
        if (s >= 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "single", "asks for NaN with ==, which is never true", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if s == math.nan:
            return math.nan
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "single", "NaN points count as wrong instead of making the result NaN", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if math.isnan(s):
            continue
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "two", "NaN points count as wrong, and 0 is still positive", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if not math.isnan(s) and (s >= 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "right", "with NumPy arrays", """
def accuracy(scores, targets):
    a, b = np.array(scores, dtype=float), np.array(targets)
    if np.isnan(a).any():
        return math.nan
    return float(np.mean((a > 0) == (b > 0)))
"""),
    # ---- 06.two-numbers
    ("06.two-numbers", "core", "a lower accuracy with a higher loss, as everybody expects", """
two_networks = [[2, 2, -2, -2], [0.5, -1, -1, -1]]
"""),
    ("06.two-numbers", "single", "the two networks in the wrong order", """
two_networks = [[3, -0.1, -3, -3], [0.1, 0.1, -0.1, -0.1]]
"""),
    ("06.two-numbers", "single", "lower loss, but the accuracy is the same", """
two_networks = [[0.1, 0.1, -0.1, -0.1], [2, 2, -2, -2]]
"""),
    ("06.two-numbers", "form", "eight numbers in one list", """
two_networks = [0.1, 0.1, -0.1, -0.1, 3, -0.1, -3, -3]
"""),
    ("06.two-numbers", "right", "built with loops and targets", """
targets = [1, 1, -1, -1]
timid = [0.01 * t for t in targets]
bold = [10.0 * t for t in targets]
bold[3] = 0.2
two_networks = [timid, bold]
"""),
    # ---- 06.final
    ("06.final", "core", "reported before the update", """
order = "DBFEAC"
"""),
    ("06.final", "single", "the price comes into the loss only after the backward pass", """
order = "EDAFCB"
"""),
    ("06.final", "single", "reset between backward and update", """
order = "DFAECB"
"""),
    ("06.final", "single", "update before the backward pass", """
order = "DFECAB"
"""),
    ("06.final", "two", "price too late and reported before the update", """
order = "EDBAFC"
"""),
    ("06.final", "right", "reset at the very end of the round", """
order = "".join(["D", "F", "A", "C", "B", "E"])
"""),
    # ---- 06.exam
    ("06.exam", "core", "judged on the test points, but it still learns from all of them", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(inputs, targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(test_inputs)
"""),
    ("06.exam", "single", "learns from the training points and is judged on them", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(train_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
"""),
    ("06.exam", "single", "the divisor is still the number of training points", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
"""),
    ("06.exam", "single", "judged on all points, training points too", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(inputs, targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(inputs)
"""),
    ("06.exam", "form", "the accuracy as a text in percent", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return f"{right / len(test_inputs):.0%}"
"""),
    ("06.exam", "right", "the cut as a position, the sum over a generator", """
def exam(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    student = learn(inputs[:cut], targets[:cut])
    hits = [1 for k in range(cut, len(inputs)) if (student(inputs[k]) > 0) == (targets[k] > 0)]
    return sum(hits) / n_test
"""),
    # ---- 06.fair
    ("06.fair", "core", "a new model with the same weights for each rate, but new points each time", """
def fair_runs(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "single", "the points are fixed, but one model is trained on and on", """
def fair_runs(rates):
    random.seed(1337)
    model = mgrad.MLP(2, [3, 1])
    losses = []
    for rate in rates:
        np.random.seed(1337)
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "single", "new models, but the seed is set only once: the start weights differ", """
def fair_runs(rates):
    random.seed(1337)
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        np.random.seed(1337)
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "single", "points made once before the loop but without a seed: a second call differs", """
def fair_runs(rates):
    losses = []
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    for rate in rates:
        random.seed(1337)
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "two", "np seeded once before the loop (other points for each rate), and one model for all", """
def fair_runs(rates):
    random.seed(1337)
    np.random.seed(1337)
    model = mgrad.MLP(2, [3, 1])
    losses = []
    for rate in rates:
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "right", "a generator of its own for the points, a helper for one run", """
def fair_runs(rates):
    rng = np.random.default_rng(5)
    points = rng.normal(size=(6, 2)).tolist()
    signs = [1 if a > b else -1 for a, b in points]

    def one_run(rate):
        random.seed(42)
        net = mgrad.MLP(2, [3, 1])
        record = mgrad.fit(net, points, signs, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False)
        return record.final.loss

    return [one_run(r) for r in rates]
"""),
    # ---- 06.train
    ("06.train", "core", "the gradients are never reset", """
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
"""),
    ("06.train", "single", "the update goes up the slope", """
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
"""),
    ("06.train", "single", "the last entry is the old loss once more, without a new forward pass", """
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
"""),
    ("06.train", "single", "the rate of the first step is used for all steps", """
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
"""),
    ("06.train", "form", "the last entry is a Value", """
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
"""),
    ("06.train", "right", "reset by hand, a helper for the loss", """
def train(model, inputs, targets, steps, learning_rate):
    def current():
        return hinge_loss(list(map(model, inputs)), targets)

    losses = []
    step = 0
    while step < steps:
        now = current()
        losses += [now.data]
        params = model.parameters()
        for p in params:
            p.grad = 0.0
        now.backward()
        eta = learning_rate(step)
        for p in params:
            p.data = p.data - eta * p.grad
        step += 1
    return losses + [current().data]
"""),
    # ---- 06.stop
    ("06.stop", "core", "keeps the parameters themselves, not their numbers", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = validation_loss()
    best_step = 0
    kept = list(model.parameters())
    failures = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_step = loss, step
            kept = list(model.parameters())
            failures = 0
        else:
            failures += 1
            if failures >= patience:
                break
    for p, k in zip(model.parameters(), kept):
        p.data = k.data
    return best_step
"""),
    ("06.stop", "single", "puts the numbers back only when patience ran out", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = validation_loss()
    best_step = 0
    kept = [p.data for p in model.parameters()]
    failures = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_step = loss, step
            kept = [p.data for p in model.parameters()]
            failures = 0
        else:
            failures += 1
            if failures >= patience:
                for p, k in zip(model.parameters(), kept):
                    p.data = k
                return best_step
    return best_step
"""),
    ("06.stop", "single", "the count of failures is never set back to 0", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = validation_loss()
    best_step = 0
    kept = [p.data for p in model.parameters()]
    failures = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_step = loss, step
            kept = [p.data for p in model.parameters()]
        else:
            failures += 1
            if failures >= patience:
                break
    for p, k in zip(model.parameters(), kept):
        p.data = k
    return best_step
"""),
    ("06.stop", "single", "the state before the first update does not count", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = float("inf")
    best_step = 0
    kept = [p.data for p in model.parameters()]
    failures = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_step = loss, step
            kept = [p.data for p in model.parameters()]
            failures = 0
        else:
            failures += 1
            if failures >= patience:
                break
    for p, k in zip(model.parameters(), kept):
        p.data = k
    return best_step
"""),
    ("06.stop", "two", "an equal loss counts as new best, and nothing is put back", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = validation_loss()
    best_step = 0
    failures = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss <= best:
            best, best_step = loss, step
            failures = 0
        else:
            failures += 1
            if failures >= patience:
                break
    return best_step
"""),
    ("06.stop", "right", "while loop, difference of step numbers instead of a counter", """
def stop_in_time(model, update, validation_loss, steps, patience):
    def snapshot():
        return tuple(p.data for p in model.parameters())

    record = (validation_loss(), 0, snapshot())
    done = 0
    while done < steps and done - record[1] < patience:
        update()
        done += 1
        value = validation_loss()
        if value < record[0]:
            record = (value, done, snapshot())
    for parameter, number in zip(model.parameters(), record[2]):
        parameter.data = number
    return record[1]
"""),
]
