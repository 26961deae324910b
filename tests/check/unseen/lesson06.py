"""Students' answers to the exercises of lesson 06, written from the notebooks alone."""

PRELUDE = """
import math
import random

import mgrad
import numpy as np
from mgrad import MLP, Layer, Neuron, Value


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
    ("06.margin", "core", "the sum, not the mean", """
loss_by_hand = 2.20
"""),
    ("06.margin", "core", "no maximum with 0: negative parts counted", """
loss_by_hand = ((1 - 1.5) + (1 - 0.3) + (1 - 1.4) + (1 + 0.5)) / 4
"""),
    ("06.margin", "single", "divided by the two points that cost something", """
loss_by_hand = 1.10
"""),
    ("06.margin", "form", "a text with a decimal comma", """
loss_by_hand = "0,55"
"""),
    ("06.margin", "right", "worked out by a program", """
pairs = [(1.5, 1), (0.3, 1), (-1.4, -1), (0.5, -1)]
loss_by_hand = round(sum(max(0, 1 - s * y) for s, y in pairs) / len(pairs), 2)
"""),
    ("06.labels", "core", "classes above positive also get +1", """
def to_signs(classes, positive):
    return [1 if c >= positive else -1 for c in classes]
"""),
    ("06.labels", "core", "labels 1 and 0, not -1", """
def to_signs(classes, positive):
    return [int(c == positive) for c in classes]
"""),
    ("06.labels", "single", "the formula 2c - 1 for classes 0 and 1; positive is not used", """
def to_signs(classes, positive):
    return [2 * c - 1 for c in classes]
"""),
    ("06.labels", "form", "the labels are printed and not returned", """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        if c == positive:
            signs.append(1)
        else:
            signs.append(-1)
    print(signs)
"""),
    ("06.labels", "right", "boolean from numpy, back to a list", """
def to_signs(classes, positive):
    return np.where(np.asarray(classes) == positive, 1, -1).tolist()
"""),
    ("06.hinge", "core", "divided by the points added only", """
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
    return total / max(count, 1)
"""),
    ("06.hinge", "core", "every part added, also the negative ones", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        total = total + (1 - y * s)
    return total / len(scores)
"""),
    ("06.hinge", "single", "only the wrong side costs: margin 0 in place of 1", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        part = -y * s
        if part.data > 0:
            total = total + part
    return total / len(scores)
"""),
    ("06.hinge", "two", "the part is a number outside the graph, and the sum is not divided", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    for s, y in zip(scores, targets):
        part = max(0, 1 - y * s.data)
        total = total + part
    return total
"""),
    ("06.hinge", "right", "list of the parts that cost, then sum", """
def hinge_loss(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")
    total = Value(0.0)
    parts = [1 - s * y for s, y in zip(scores, targets)]
    for part in [p for p in parts if p.data > 0]:
        total = total + part * (1 / len(targets))
    return total
"""),
    ("06.accuracy", "core", "> mended, NaN still counted", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "core", "NaN asked with ==, which is always False", """
def accuracy(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        if s == math.nan:
            return math.nan
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "single", "NaN only if all scores are NaN", """
def accuracy(scores, targets):
    if all(math.isnan(s) for s in scores):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return right / len(scores)
"""),
    ("06.accuracy", "form", "a percentage in place of a share", """
def accuracy(scores, targets):
    if any(math.isnan(s) for s in scores):
        return math.nan
    right = 0
    for s, y in zip(scores, targets):
        if (s > 0) == (y > 0):
            right += 1
    return 100 * right / len(scores)
"""),
    ("06.accuracy", "right", "numpy mean of the comparison", """
def accuracy(scores, targets):
    s, y = np.array(scores, dtype=float), np.array(targets)
    if np.isnan(s).any():
        return math.nan
    return float(np.mean((s > 0) == (y > 0)))
"""),
    ("06.two-numbers", "core", "networks exchanged: A has the lower loss", """
two_networks = [[-0.1, 5, -5, -5], [0.1, 0.1, -0.1, -0.1]]
"""),
    ("06.two-numbers", "core", "B has a lower accuracy, but the wrong point costs too much", """
two_networks = [[0.5, 0.5, -0.5, -0.5], [-3, 2, -2, -2]]
"""),
    ("06.two-numbers", "single", "lower loss, but the accuracy is equal", """
two_networks = [[0.1, 0.1, -0.1, -0.1], [2, 2, -2, -2]]
"""),
    ("06.two-numbers", "form", "losses and accuracies in place of scores", """
two_networks = [[0.9, 1.0], [0.275, 0.75]]
"""),
    ("06.two-numbers", "right", "accuracies 75 % and 50 %, A is wrong by very much at one point", """
two_networks = [[-30, 1, -1, -1], [-0.01, -0.01, -3, -3]]
"""),
    ("06.final", "core", "report before the update", """
order = "DFEABC"
"""),
    ("06.final", "core", "price added after backward", """
order = "DEAFCB"
"""),
    ("06.final", "single", "gradients reset between backward and update", """
order = "DFAECB"
"""),
    ("06.final", "form", "a list of six letters", """
order = ["E", "D", "F", "A", "C", "B"]
"""),
    ("06.final", "right", "reset at the very end of the round", """
order = "DFACBE"
"""),
    ("06.exam", "core", "judged on the test set, still learns from everything", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(inputs, targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(test_inputs)
"""),
    ("06.exam", "core", "learns from the training set, still judged on it", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(train_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
"""),
    ("06.exam", "single", "right ones of the test set divided by the size of the training set", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(train_inputs, train_targets)
    right = 0
    for x, y in zip(test_inputs, test_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
"""),
    ("06.exam", "two", "learns from the test set, judged on the training set", """
def exam(learn, inputs, targets, n_test):
    train_inputs, test_inputs = inputs[:-n_test], inputs[-n_test:]
    train_targets, test_targets = targets[:-n_test], targets[-n_test:]
    model = learn(test_inputs, test_targets)
    right = 0
    for x, y in zip(train_inputs, train_targets):
        right += (model(x) > 0) == (y > 0)
    return right / len(train_inputs)
"""),
    ("06.exam", "right", "one cut position, and sum of a generator", """
def exam(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    model = learn(inputs[:cut], targets[:cut])
    hits = sum((model(inputs[i]) > 0) == (targets[i] > 0) for i in range(cut, len(inputs)))
    return hits / n_test
"""),
    ("06.fair", "core", "points fixed before the loop, the model is trained on and on", """
def fair_runs(rates):
    random.seed(1337)
    np.random.seed(1337)
    model = mgrad.MLP(2, [3, 1])
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "core", "new seeded model for each rate, the points still differ", """
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
    ("06.fair", "single", "new model in the loop, but its seed only before the loop", """
def fair_runs(rates):
    random.seed(1337)
    np.random.seed(1337)
    inputs = np.random.normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        losses.append(history.final.loss)
    return losses
"""),
    ("06.fair", "form", "a dict from rate to loss", """
def fair_runs(rates):
    result = {}
    for rate in rates:
        random.seed(1)
        np.random.seed(1)
        model = mgrad.MLP(2, [3, 1])
        inputs = np.random.normal(size=(6, 2)).tolist()
        targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        result[rate] = history.final.loss
    return result
"""),
    ("06.fair", "right", "a generator of numpy's own, and a helper for one run", """
def fair_runs(rates):
    inputs = np.random.default_rng(7).normal(size=(6, 2)).tolist()
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]

    def one(rate):
        random.seed(42)
        model = mgrad.MLP(2, [3, 1])
        history = mgrad.fit(
            model, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False
        )
        return history.final.loss

    return [one(rate) for rate in rates]
"""),
    ("06.train", "core", "no entry for the finished model", """
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
"""),
    ("06.train", "core", "last entry is the old loss, not a new forward pass", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        rate = learning_rate(step)
        for p in model.parameters():
            p.data -= rate * p.grad
    losses.append(loss.data)
    return losses
"""),
    ("06.train", "single", "the rate is asked for step + 1", """
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
"""),
    ("06.train", "two", "no reset, and the last loss is appended as a Value", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_loss([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    losses.append(hinge_loss([model(x) for x in inputs], targets))
    return losses
"""),
    ("06.train", "right", "gradients set to 0 by hand, one helper for the loss", """
def train(model, inputs, targets, steps, learning_rate):
    losses = []

    def forward():
        return hinge_loss([model(x) for x in inputs], targets)

    for step in range(steps):
        loss = forward()
        losses.append(loss.data)
        for p in model.parameters():
            p.grad = 0.0
        loss.backward()
        rate = learning_rate(step)
        for p in model.parameters():
            p.data = p.data - rate * p.grad
    losses.append(forward().data)
    return losses
"""),
    ("06.stop", "core", "keeps the parameters themselves, not their numbers", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_at = validation_loss(), 0
    kept = model.parameters()
    bad = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_at, bad = loss, step, 0
            kept = model.parameters()
        else:
            bad += 1
            if bad == patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old.data
    return best_at
"""),
    ("06.stop", "core", "an equal loss counts as better", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_at = validation_loss(), 0
    kept = [p.data for p in model.parameters()]
    bad = 0
    for step in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss <= best:
            best, best_at, bad = loss, step, 0
            kept = [p.data for p in model.parameters()]
        else:
            bad += 1
        if bad >= patience:
            break
    for p, number in zip(model.parameters(), kept):
        p.data = number
    return best_at
"""),
    ("06.stop", "single", "the count of failures is never set back", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best, best_at = validation_loss(), 0
    kept = [p.data for p in model.parameters()]
    fails = 0
    for step in range(steps):
        update()
        loss = validation_loss()
        if loss < best:
            best, best_at = loss, step + 1
            kept = [p.data for p in model.parameters()]
        else:
            fails += 1
        if fails >= patience:
            break
    for p, number in zip(model.parameters(), kept):
        p.data = number
    return best_at
"""),
    ("06.stop", "form", "returns the lowest loss, not the number of updates", """
def stop_in_time(model, update, validation_loss, steps, patience):
    best = validation_loss()
    kept = [p.data for p in model.parameters()]
    fails = 0
    for step in range(steps):
        update()
        loss = validation_loss()
        if loss < best:
            best, fails = loss, 0
            kept = [p.data for p in model.parameters()]
        else:
            fails += 1
        if fails >= patience:
            break
    for p, number in zip(model.parameters(), kept):
        p.data = number
    return best
"""),
    ("06.stop", "right", "stops by the distance from the best update", """
def stop_in_time(model, update, validation_loss, steps, patience):
    def snapshot():
        return [p.data for p in model.parameters()]

    best = (validation_loss(), 0, snapshot())
    done = 0
    while done < steps and done - best[1] < patience:
        update()
        done += 1
        now = validation_loss()
        if now < best[0]:
            best = (now, done, snapshot())
    for p, number in zip(model.parameters(), best[2]):
        p.data = number
    return best[1]
"""),
    ("06.final", "right", "reset first, price added just before backward", """
order = "EDFACB"
"""),
    ("06.labels", "right", "a plain loop with append", """
def to_signs(classes, positive):
    signs = []
    for c in classes:
        signs.append(1 if c == positive else -1)
    return signs
"""),
]
