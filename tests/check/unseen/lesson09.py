"""Students' answers to the exercises of lesson 09, written from the notebooks alone."""

PRELUDE = """
import numpy as np
from mgrad import Tensor
"""

ANSWERS = [
    # task, kind, idea, code
    ("09.shapes", "core", "(3,) thought to fit the rows of (3, 4)", """
shapes = "EEEDCXB"
"""),
    ("09.shapes", "core", "sum over axis 0 thought to leave the first length", """
shapes = "EXEDCXA"
"""),
    ("09.shapes", "single", "(3, 1) minus (3,) thought to pair element by element", """
shapes = "EXEFCXB"
"""),
    ("09.shapes", "single", "@ of two equal shapes thought to work element by element", """
shapes = "EXEDCEB"
"""),
    ("09.shapes", "form", "a list of letters inside a list", """
shapes = [["E", "X", "E", "D", "C", "X", "B"]]
"""),
    ("09.shapes", "right", "joined from pieces", """
shapes = "EXED" + "CXB"
"""),
    ("09.sum_to", "core", "only the missing axes summed, stretched ones forgotten", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    return gradient
"""),
    ("09.sum_to", "core", "keepdims forgotten, so an axis of length 1 disappears", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis)
    return gradient
"""),
    ("09.sum_to", "single", "mean in place of the sum", """
def sum_to(gradient, shape):
    for _ in range(gradient.ndim - len(shape)):
        gradient = gradient.mean(axis=0)
    for i, s in enumerate(shape):
        if s == 1:
            gradient = gradient.mean(axis=i, keepdims=True)
    return gradient
"""),
    ("09.sum_to", "form", "the shape of the result returned, not the array", """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient.shape
"""),
    ("09.sum_to", "right", "all axes to be summed collected first, one sum, then reshape", """
def sum_to(gradient, shape):
    extra = gradient.ndim - len(shape)
    axes = list(range(extra))
    for k in range(len(shape)):
        if shape[k] == 1:
            axes.append(extra + k)
    return gradient.sum(axis=tuple(axes)).reshape(shape)
"""),
    ("09.matmul", "core", "gradient of W comes out transposed (g.T @ X)", """
def matmul_gradients(X, W, g):
    return (W @ g.T).T, (g.T @ X)
"""),
    ("09.matmul", "core", "the two results in the other order", """
def matmul_gradients(X, W, g):
    dX = g @ W.T
    dW = X.T @ g
    return dW, dX
"""),
    ("09.matmul", "single", "gradient of W divided by the number of rows", """
def matmul_gradients(X, W, g):
    return g @ W.T, X.T @ g / len(X)
"""),
    ("09.matmul", "single", "g taken as ones: only its shape is used", """
def matmul_gradients(X, W, g):
    ones = np.ones_like(g)
    return ones @ W.T, X.T @ ones
"""),
    ("09.matmul", "form", "assigned and never returned", """
def matmul_gradients(X, W, g):
    grad_X = np.matmul(g, W.T)
    grad_W = np.matmul(X.T, g)
"""),
    ("09.matmul", "right", "einsum", """
def matmul_gradients(X, W, g):
    dX = np.einsum("ik,jk->ij", g, W)
    dW = np.einsum("ij,ik->jk", X, g)
    return dX, dW
"""),
    ("09.cross_entropy", "core", "gradient not divided by the number of examples", """
def loss_and_gradient(scores, targets):
    z = scores - scores.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(targets))
    loss = -log_p[rows, targets].mean()
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return loss, g
"""),
    ("09.cross_entropy", "core", "maximum subtracted, but the log of a probability 0 is taken", """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(targets)
    rows = np.arange(n)
    loss = -np.log(p[rows, targets]).mean()
    grad = p.copy()
    grad[rows, targets] -= 1
    return loss, grad / n
"""),
    ("09.cross_entropy", "single", "softmax over the columns of the batch (axis 0)", """
def loss_and_gradient(scores, targets):
    z = scores - scores.max(axis=0, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=0, keepdims=True))
    rows = np.arange(len(targets))
    loss = -log_p[rows, targets].mean()
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return loss, g / len(targets)
"""),
    ("09.cross_entropy", "two", "sign of the loss forgotten, and the gradient is truth minus p", """
def loss_and_gradient(scores, targets):
    m = scores.max(axis=1, keepdims=True)
    log_p = scores - m - np.log(np.exp(scores - m).sum(axis=1, keepdims=True))
    n = len(scores)
    loss = log_p[np.arange(n), targets].mean()
    grad = -np.exp(log_p)
    grad[np.arange(n), targets] += 1
    return loss, grad / n
"""),
    ("09.cross_entropy", "form", "one loss for each example in place of their mean", """
def loss_and_gradient(scores, targets):
    z = scores - scores.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    rows = np.arange(len(targets))
    g = np.exp(log_p)
    g[rows, targets] -= 1
    return -log_p[rows, targets], g / len(targets)
"""),
    ("09.cross_entropy", "right", "truth as one-hot rows from np.eye", """
def loss_and_gradient(scores, targets):
    scores = np.asarray(scores, dtype=float)
    n, k = scores.shape
    truth = np.eye(k)[targets]
    z = scores - np.max(scores, axis=1).reshape(n, 1)
    log_sum = np.log(np.sum(np.exp(z), axis=1))
    loss = np.mean(log_sum - (z * truth).sum(axis=1))
    p = np.exp(z - log_sum[:, None])
    return loss, (p - truth) / n
"""),
    ("09.batches", "core", "inputs and targets shuffled by two different permutations", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    a = inputs[rng.permutation(n)]
    b = targets[rng.permutation(n)]
    for i in range(0, n, size):
        made.append((a[i:i + size], b[i:i + size]))
    return made
"""),
    ("09.batches", "core", "the last, smaller batch dropped", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for k in range(n // size):
        rows = order[k * size:(k + 1) * size]
        made.append((inputs[rows], targets[rows]))
    return made
"""),
    ("09.batches", "single", "a new permutation for each batch, so examples repeat", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in range(0, n, size):
        rows = rng.permutation(n)[start:start + size]
        made.append((inputs[rows], targets[rows]))
    return made
"""),
    ("09.batches", "form", "a batch is a list of single pairs", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        made.append([(inputs[r], targets[r]) for r in order[start:start + size]])
    return made
"""),
    ("09.batches", "right", "while loop that cuts the front off the order", """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    while len(order) > 0:
        now, order = order[:size], order[size:]
        made.append((inputs[now], targets[now]))
    return made
"""),
    ("09.column", "core", "targets made a column: right for (n, 1), wrong for (n,)", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float).reshape(-1, 1)
    if len(predictions.data) != len(targets):
        raise ValueError("not as many predictions as targets")
    return ((predictions - targets) ** 2).mean()
"""),
    ("09.column", "core", "flattened, but the count not compared", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    return ((predictions.reshape(-1) - targets) ** 2).mean()
"""),
    ("09.column", "single", "count compared after the subtraction, which has stretched already", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    difference = predictions.reshape(-1) - targets
    if difference.data.size != targets.size:
        raise ValueError("counts differ")
    return (difference ** 2).mean()
"""),
    ("09.column", "form", "computed on .data, result is a plain number without a graph", """
def mean_squared(predictions, targets):
    p = predictions.data.reshape(-1)
    t = np.array(targets, dtype=float)
    if len(p) != len(t):
        raise ValueError("counts differ")
    return ((p - t) ** 2).mean()
"""),
    ("09.column", "right", "targets brought to the shape of the predictions, size asked before", """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if targets.size != predictions.data.size:
        raise ValueError(f"{predictions.data.size} predictions for {targets.size} targets")
    targets = targets.reshape(predictions.data.shape)
    return ((predictions - targets) ** 2).mean()
"""),
    ("09.choice", "core", "chosen and reported on validation, test never opened", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, highest
"""),
    ("09.choice", "core", "the last model is tested and not the chosen one", """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")
"""),
    ("09.choice", "single", "chosen by the training accuracy", """
def honest_result(train, measure, settings):
    best, highest, best_model = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "training")
        if share > highest:
            best, highest, best_model = setting, share, model
    return best, measure(best_model, "test")
"""),
    ("09.choice", "single", "the test set is opened at each new best", """
def honest_result(train, measure, settings):
    best, highest, result = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
            result = measure(model, "test")
    return best, result
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
    ("09.choice", "right", "lists of all models and shares, then index of the maximum", """
def honest_result(train, measure, settings):
    settings = list(settings)
    models = [train(s) for s in settings]
    shares = [measure(m, "validation") for m in models]
    i = shares.index(max(shares))
    return settings[i], measure(models[i], "test")
"""),
    ("09.precision", "core", "precision and recall exchanged", """
def precision_recall(guesses, truths, digit):
    hits = ((guesses == digit) & (truths == digit)).sum()
    called = (guesses == digit).sum()
    real = (truths == digit).sum()
    precision = hits / real if real > 0 else 0.0
    recall = hits / called if called > 0 else 0.0
    return precision, recall
"""),
    ("09.precision", "core", "no care for a share of nothing: NaN", """
def precision_recall(guesses, truths, digit):
    hits = np.sum((guesses == digit) & (truths == digit))
    return hits / np.sum(guesses == digit), hits / np.sum(truths == digit)
"""),
    ("09.precision", "single", "all right guesses counted as hits, whatever the digit", """
def precision_recall(guesses, truths, digit):
    hits = (guesses == truths).sum()
    called = (guesses == digit).sum()
    real = (truths == digit).sum()
    return (hits / called if called else 0, hits / real if real else 0)
"""),
    ("09.precision", "two", "both 0 as soon as one count is 0, and given as percentages", """
def precision_recall(guesses, truths, digit):
    hits = ((guesses == digit) & (truths == digit)).sum()
    called = (guesses == digit).sum()
    real = (truths == digit).sum()
    if called == 0 or real == 0:
        return 0, 0
    return 100 * hits / called, 100 * hits / real
"""),
    ("09.precision", "right", "counted in a plain loop with tp, fp, fn", """
def precision_recall(guesses, truths, digit):
    tp = fp = fn = 0
    for g, t in zip(guesses, truths):
        if g == digit and t == digit:
            tp += 1
        elif g == digit:
            fp += 1
        elif t == digit:
            fn += 1
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall
"""),
    ("09.precision", "right", "division by at least 1", """
def precision_recall(guesses, truths, digit):
    called, real = guesses == digit, truths == digit
    both = np.count_nonzero(called & real)
    return both / max(1, np.count_nonzero(called)), both / max(1, np.count_nonzero(real))
"""),
    ("09.clip", "core", "each array limited by its own length", """
def clip(gradients, limit):
    result = []
    for g in gradients:
        length = np.sqrt((g ** 2).sum())
        if length > limit:
            result.append(g * limit / length)
        else:
            result.append(g.copy())
    return result
"""),
    ("09.clip", "core", "always scaled, so short gradients grow to the limit", """
def clip(gradients, limit):
    length = np.sqrt(sum((g ** 2).sum() for g in gradients))
    return [g * (limit / length) for g in gradients]
"""),
    ("09.clip", "single", "each number cut to the range -limit to limit", """
def clip(gradients, limit):
    return [np.clip(g, -limit, limit) for g in gradients]
"""),
    ("09.clip", "single", "the root of the sum is missing", """
def clip(gradients, limit):
    length = 0
    for g in gradients:
        length += np.sum(g * g)
    if length > limit:
        return [g * limit / length for g in gradients]
    return [g * 1.0 for g in gradients]
"""),
    ("09.clip", "form", "all numbers in one flat array, shapes lost", """
def clip(gradients, limit):
    flat = np.concatenate([g.ravel() for g in gradients])
    length = np.linalg.norm(flat)
    if length > limit:
        flat = flat * (limit / length)
    return flat
"""),
    ("09.clip", "two", "passed arrays changed in place, and lengths of arrays added", """
def clip(gradients, limit):
    length = sum(np.linalg.norm(g) for g in gradients)
    if length > limit:
        for g in gradients:
            g *= limit / length
    return gradients
"""),
    ("09.clip", "right", "factor as the smaller of 1 and limit / length, zero length safe", """
def clip(gradients, limit):
    total = 0.0
    for g in gradients:
        total += float(np.square(g).sum())
    factor = 1.0 if total == 0 else min(1.0, limit / total ** 0.5)
    return [factor * g for g in gradients]
"""),
    ("09.backward", "core", "slope of tanh forgotten", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    scores = h @ W2 + b2
    z = scores - scores.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    g = p.copy()
    g[np.arange(len(X)), targets] -= 1
    g /= len(X)
    gh = g @ W2.T
    return X.T @ gh, gh.sum(axis=0), h.T @ g, g.sum(axis=0)
"""),
    ("09.backward", "core", "bias gradients as a mean over the rows", """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    scores = h @ W2 + b2
    z = scores - scores.max(axis=1, keepdims=True)
    g = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    g[np.arange(len(X)), targets] -= 1
    g = g / len(X)
    ga = (g @ W2.T) * (1 - h ** 2)
    return X.T @ ga, ga.mean(axis=0), h.T @ g, g.mean(axis=0)
"""),
    ("09.backward", "single", "slope of tanh taken as 1 - h", """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = len(X)
    h = np.tanh(X @ W1 + b1)
    s = h @ W2 + b2
    s = s - s.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    p[np.arange(n), targets] -= 1
    g = p / n
    back = g @ W2.T * (1 - h)
    return X.T @ back, back.sum(axis=0), h.T @ g, g.sum(axis=0)
"""),
    ("09.backward", "form", "gradients in the order W1, W2, b1, b2", """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = len(X)
    h = np.tanh(X @ W1 + b1)
    s = h @ W2 + b2
    s = s - s.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    p[np.arange(n), targets] -= 1
    g = p / n
    back = g @ W2.T * (1 - h * h)
    return X.T @ back, h.T @ g, back.sum(axis=0), g.sum(axis=0)
"""),
    ("09.backward", "right", "one-hot truth, biases by a row of ones, tanh slope by cosh", """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = X.shape[0]
    a = X @ W1 + b1
    h = np.tanh(a)
    s = h @ W2 + b2
    e = np.exp(s - s.max(axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    d2 = (p - np.eye(s.shape[1])[targets]) / n
    d1 = d2.dot(W2.T) / np.cosh(a) ** 2
    ones = np.ones(n)
    return X.T.dot(d1), ones @ d1, h.T.dot(d2), ones @ d2
"""),
]
