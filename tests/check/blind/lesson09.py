"""Students' answers to the exercises of lesson 09, written from the notebooks alone."""

PRELUDE = """
import numpy as np
from mgrad import Tensor

def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient

def matmul_gradients(X, W, g):
    return g @ W.T, X.T @ g

def loss_and_gradient(scores, targets):
    n = len(targets)
    rows = np.arange(n)
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return -log_p[rows, targets].mean(), g / n
"""

ANSWERS = [
    # ---- 09.shapes
    ("09.shapes", "core", "(3, 4) + (3,) taken to fit, lined up at the left", """
shapes = "EEEDCXB"
"""),
    ("09.shapes", "single", "axis 0 taken for the rows that stay: (3,)", """
shapes = "EXEDCXA"
"""),
    ("09.shapes", "single", "a column minus a row of 3 stays a column", """
shapes = "EXEFCXB"
"""),
    ("09.shapes", "single", "@ of two equal shapes works element by element", """
shapes = "EXEDCEB"
"""),
    ("09.shapes", "form", "the shapes themselves in a list", """
shapes = [(3, 4), "error", (3, 4), (3, 3), (3, 2), "error", (4,)]
"""),
    ("09.shapes", "right", "found by running the lines", """
letters = {(3,): "A", (4,): "B", (3, 2): "C", (3, 3): "D", (3, 4): "E", (3, 1): "F"}
lines = [
    lambda: np.zeros((3, 4)) + np.zeros((4,)),
    lambda: np.zeros((3, 4)) + np.zeros((3,)),
    lambda: np.zeros((3, 1)) * np.zeros((4,)),
    lambda: np.zeros((3, 1)) - np.zeros((3,)),
    lambda: np.zeros((3, 4)) @ np.zeros((4, 2)),
    lambda: np.zeros((3, 4)) @ np.zeros((3, 4)),
    lambda: np.zeros((3, 4)).sum(axis=0),
]
shapes = ""
for line in lines:
    try:
        shapes += letters[line().shape]
    except ValueError:
        shapes += "X"
"""),
    # ---- 09.sum_to
    ("09.sum_to", "core", "only the missing axes are summed, stretched ones are left", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    return gradient
"""),
    ("09.sum_to", "single", "keepdims forgotten for the stretched axes", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis)
    return gradient
"""),
    ("09.sum_to", "single", "the mean instead of the sum", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.mean(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.mean(axis=axis, keepdims=True)
    return gradient
"""),
    ("09.sum_to", "single", "at most one missing axis: if in place of while", """
def sum_to(gradient, shape):
    if gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient
"""),
    ("09.sum_to", "two", "the missing axes summed from the right, stretched axes not at all", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=-1)
    return gradient
"""),
    ("09.sum_to", "right", "all axes in one sum, then reshape", """
def sum_to(gradient, shape):
    extra = gradient.ndim - len(shape)
    gone = list(range(extra)) + [extra + k for k in range(len(shape)) if shape[k] == 1]
    return np.sum(gradient, axis=tuple(gone)).reshape(shape)
"""),
    # ---- 09.matmul
    ("09.matmul", "core", "the other factor, but nothing transposed", """
def matmul_gradients(X, W, g):
    return g @ W, X @ g
"""),
    ("09.matmul", "single", "the gradient of W comes out transposed", """
def matmul_gradients(X, W, g):
    return g @ W.T, g.T @ X
"""),
    ("09.matmul", "single", "the two results in the wrong order", """
def matmul_gradients(X, W, g):
    return X.T @ g, g @ W.T
"""),
    ("09.matmul", "single", "divided by the number of rows, as if the loss were a mean", """
def matmul_gradients(X, W, g):
    return g @ W.T / len(X), X.T @ g / len(X)
"""),
    ("09.matmul", "right", "nested lists, which the course takes for arrays (see right_09.py)", """
def matmul_gradients(X, W, g):
    return (g @ W.T).tolist(), (X.T @ g).tolist()
"""),
    ("09.matmul", "two", "wrong order and the gradient of W transposed", """
def matmul_gradients(X, W, g):
    return g.T @ X, g @ W.T
"""),
    ("09.matmul", "right", "einsum", """
def matmul_gradients(X, W, g):
    for_x = np.einsum("ik,jk->ij", g, W)
    for_w = np.einsum("ij,ik->jk", X, g)
    return for_x, for_w
"""),
    # ---- 09.cross_entropy
    ("09.cross_entropy", "core", "softmax first, then its log: -inf for large scores", """
def loss_and_gradient(scores, targets):
    n = len(targets)
    rows = np.arange(n)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / n
"""),
    ("09.cross_entropy", "single", "the gradient is not divided by the number of examples", """
def loss_and_gradient(scores, targets):
    rows = np.arange(len(targets))
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return -log_p[rows, targets].mean(), g
"""),
    ("09.cross_entropy", "single", "the maximum is not subtracted", """
def loss_and_gradient(scores, targets):
    n = len(targets)
    rows = np.arange(n)
    log_p = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return -log_p[rows, targets].mean(), g / n
"""),
    ("09.cross_entropy", "single", "truth minus p: the sign of the gradient", """
def loss_and_gradient(scores, targets):
    n = len(targets)
    rows = np.arange(n)
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    truth = np.zeros(scores.shape)
    truth[rows, targets] = 1
    return -log_p[rows, targets].mean(), (truth - np.exp(log_p)) / n
"""),
    ("09.cross_entropy", "right", "logaddexp and an identity matrix", """
def loss_and_gradient(scores, targets):
    z = np.asarray(scores, dtype=float)
    k = z.shape[1]
    one_hot = np.eye(k)[targets]
    log_total = np.logaddexp.reduce(z, axis=1, keepdims=True)
    log_p = z - log_total
    loss = -np.mean(np.sum(np.where(one_hot == 1, log_p, 0.0), axis=1))
    return float(loss), (np.exp(log_p) - one_hot) / z.shape[0]
"""),
    # ---- 09.batches
    ("09.batches", "core", "inputs and targets are shuffled separately", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    x = inputs[rng.permutation(n)]
    t = targets[rng.permutation(n)]
    for start in range(0, n, size):
        made.append((x[start:start + size], t[start:start + size]))
    return made
"""),
    ("09.batches", "single", "the smaller last batch is dropped", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for k in range(n // size):
        rows = order[k * size:(k + 1) * size]
        made.append((inputs[rows], targets[rows]))
    return made
"""),
    ("09.batches", "single", "rows drawn anew for each batch: some twice, some never", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in range(0, n, size):
        rows = rng.permutation(n)[:min(size, n - start)]
        made.append((inputs[rows], targets[rows]))
    return made
"""),
    ("09.batches", "single", "np.random instead of rng", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = np.random.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made.append((inputs[rows], targets[rows]))
    return made
"""),
    ("09.batches", "form", "two lists, one of inputs and one of targets", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = [[], []]
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made[0].append(inputs[rows])
        made[1].append(targets[rows])
    return made
"""),
    ("09.batches", "two", "not shuffled at all, and the last batch dropped", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in range(0, n - size + 1, size):
        made.append((inputs[start:start + size], targets[start:start + size]))
    return made
"""),
    ("09.batches", "right", "rng.shuffle on row numbers, dealt out like cards", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    deck = np.arange(n)
    rng.shuffle(deck)
    while len(deck):
        hand, deck = deck[:size], deck[size:]
        made.append((np.take(inputs, hand, axis=0), np.take(targets, hand, axis=0)))
    return made
"""),
    # ---- 09.column
    ("09.column", "core", "the targets are made a column: right for (n, 1) only", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float).reshape(-1, 1)
    if len(predictions.data) != len(targets):
        raise ValueError("different numbers of predictions and targets")
    return ((predictions - targets) ** 2).mean()
"""),
    ("09.column", "single", "reshaped, but different numbers are not refused", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    return ((predictions.reshape(-1) - targets) ** 2).mean()
"""),
    ("09.column", "single", "computed with .data: a new Tensor without a graph", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    flat = predictions.data.reshape(-1)
    if flat.size != targets.size:
        raise ValueError("different numbers of predictions and targets")
    return Tensor(((flat - targets) ** 2).mean())
"""),
    ("09.column", "single", "every shape that differs is refused, the column too", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if predictions.data.shape != targets.shape:
        raise ValueError("the shapes differ")
    return ((predictions - targets) ** 2).mean()
"""),
    ("09.column", "right", "the targets take the shape of the predictions", """
def mean_squared(predictions, targets):
    wanted = np.asarray(targets, dtype=float)
    shape = predictions.data.shape
    if int(np.prod(shape)) != wanted.size:
        raise ValueError(f"{shape} against {wanted.size} targets")
    gap = predictions - wanted.reshape(shape)
    return (gap * gap).mean()
"""),
    # ---- 09.choice
    ("09.choice", "core", "chosen on the validation set, and the validation result is reported", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, highest
"""),
    ("09.choice", "single", "chosen on the training set", """
def honest_result(train, measure, settings):
    best, best_model, highest = None, None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "training")
        if share > highest:
            best, best_model, highest = setting, model, share
    return best, measure(best_model, "test")
"""),
    ("09.choice", "single", "the last model is tested, not the best", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")
"""),
    ("09.choice", "single", "the best setting is trained a second time for the test", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(train(best), "test")
"""),
    ("09.choice", "form", "the model is returned in place of its setting", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = model, share
    return best, measure(best, "test")
"""),
    ("09.choice", "two", "the last of equals counts, and the test set is opened for each new best", """
def honest_result(train, measure, settings):
    best, highest, reported = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share >= highest:
            best, highest = setting, share
            reported = measure(model, "test")
    return best, reported
"""),
    ("09.choice", "right", "lists and index of the maximum", """
def honest_result(train, measure, settings):
    names = list(settings)
    models = [train(name) for name in names]
    marks = [measure(m, "validation") for m in models]
    winner = marks.index(max(marks))
    return names[winner], measure(models[winner], "test")
"""),
    # ---- 09.precision
    ("09.precision", "core", "precision and recall exchanged", """
def precision_recall(guesses, truths, digit):
    both = ((guesses == digit) & (truths == digit)).sum()
    called, real = (guesses == digit).sum(), (truths == digit).sum()
    first = both / real if real else 0.0
    second = both / called if called else 0.0
    return first, second
"""),
    ("09.precision", "single", "0 of 0 is not asked for", """
def precision_recall(guesses, truths, digit):
    both = ((guesses == digit) & (truths == digit)).sum()
    return both / (guesses == digit).sum(), both / (truths == digit).sum()
"""),
    ("09.precision", "single", "all right answers counted, whatever the digit", """
def precision_recall(guesses, truths, digit):
    right = (guesses == truths).sum()
    called, real = (guesses == digit).sum(), (truths == digit).sum()
    return (right / called if called else 0.0), (right / real if real else 0.0)
"""),
    ("09.precision", "single", "divided by the number of all images", """
def precision_recall(guesses, truths, digit):
    both = ((guesses == digit) & (truths == digit)).sum()
    called, real = (guesses == digit).sum(), (truths == digit).sum()
    precision = both / len(guesses) if called else 0.0
    recall = both / len(truths) if real else 0.0
    return precision, recall
"""),
    ("09.precision", "two", "exchanged, and 0 of 0 not asked for", """
def precision_recall(guesses, truths, digit):
    both = ((guesses == digit) & (truths == digit)).sum()
    return both / (truths == digit).sum(), both / (guesses == digit).sum()
"""),
    ("09.precision", "right", "sets of positions", """
def precision_recall(guesses, truths, digit):
    called = {i for i, g in enumerate(guesses) if g == digit}
    real = {i for i, t in enumerate(truths) if t == digit}
    hits = len(called & real)
    return hits / max(len(called), 1), hits / max(len(real), 1)
"""),
    # ---- 09.clip
    ("09.clip", "core", "each array is limited by itself", """
def clip(gradients, limit):
    result = []
    for g in gradients:
        length = np.sqrt((g ** 2).sum())
        if length > limit:
            result.append(g * (limit / length))
        else:
            result.append(g.copy())
    return result
"""),
    ("09.clip", "single", "scaled to the limit even when the length is below it", """
def clip(gradients, limit):
    length = np.sqrt(sum((g ** 2).sum() for g in gradients))
    if length == 0:
        return [g.copy() for g in gradients]
    return [g * (limit / length) for g in gradients]
"""),
    ("09.clip", "single", "the arrays that were passed are changed", """
def clip(gradients, limit):
    length = np.sqrt(sum((g ** 2).sum() for g in gradients))
    if length > limit:
        for g in gradients:
            g *= limit / length
    return gradients
"""),
    ("09.clip", "single", "every single number is cut at the limit", """
def clip(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]
"""),
    ("09.clip", "right", "lists in place of arrays, which the course takes for them", """
def clip(gradients, limit):
    length = np.sqrt(sum((g ** 2).sum() for g in gradients))
    factor = limit / length if length > limit else 1.0
    return [(g * factor).tolist() for g in gradients]
"""),
    ("09.clip", "two", "each array by itself, and no root", """
def clip(gradients, limit):
    result = []
    for g in gradients:
        length = (g ** 2).sum()
        result.append(g * (limit / length) if length > limit else g.copy())
    return result
"""),
    ("09.clip", "right", "norm of one long row", """
def clip(gradients, limit):
    everything = np.concatenate([np.ravel(g) for g in gradients])
    length = float(np.linalg.norm(everything))
    factor = limit / max(length, limit)
    return [factor * np.array(g) for g in gradients]
"""),
    # ---- 09.backward
    ("09.backward", "core", "the slope of tanh left out", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    db2 = sum_to(g, b2.shape)
    dX, dW1 = matmul_gradients(X, W1, dh)
    db1 = sum_to(dh, b1.shape)
    return dW1, db1, dW2, db2
"""),
    ("09.backward", "single", "the slope of tanh from its input: 1 - a * a", """
def network_gradients(X, targets, W1, b1, W2, b2):
    a = X @ W1 + b1
    h = np.tanh(a)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    da = dh * (1 - a * a)
    dX, dW1 = matmul_gradients(X, W1, da)
    return dW1, sum_to(da, b1.shape), dW2, sum_to(g, b2.shape)
"""),
    ("09.backward", "single", "the biases get the mean over the rows", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    da = dh * (1 - h * h)
    dX, dW1 = matmul_gradients(X, W1, da)
    return dW1, da.mean(axis=0), dW2, g.mean(axis=0)
"""),
    ("09.backward", "single", "returned in the order of the walk back", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    da = dh * (1 - h * h)
    dX, dW1 = matmul_gradients(X, W1, da)
    return dW2, sum_to(g, b2.shape), dW1, sum_to(da, b1.shape)
"""),
    ("09.backward", "form", "the biases' gradients keep one row for each example", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    da = dh * (1 - h * h)
    dX, dW1 = matmul_gradients(X, W1, da)
    return dW1, da, dW2, g
"""),
    ("09.backward", "two", "no slope of tanh, and the biases get the mean", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh = g @ W2.T
    return X.T @ dh, dh.mean(axis=0), h.T @ g, g.mean(axis=0)
"""),
    ("09.backward", "right", "everything written out with einsum and a column of ones", """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = X.shape[0]
    ones = np.ones(n)
    h = np.tanh(X.dot(W1) + b1)
    z = h.dot(W2) + b2
    e = np.exp(z - z.max(axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    error = (p - np.eye(z.shape[1])[targets]) / n
    back = np.einsum("nk,hk->nh", error, W2) / np.cosh(X.dot(W1) + b1) ** 2
    return X.T.dot(back), ones @ back, h.T.dot(error), ones @ error
"""),
]
