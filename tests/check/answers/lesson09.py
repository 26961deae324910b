"""Students' answers to the exercises of lesson 09, written from the notebooks alone."""

PRELUDE = """
import numpy as np
from mgrad import Tensor
"""

# What a student has from the tasks before; the last task may use it.
EARLIER = """
def loss_and_gradient(scores, targets):
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)

def matmul_gradients(X, W, g):
    return g @ W.T, X.T @ g
"""

ANSWERS = [
    # task, kind, idea, code
    # -- 09.shapes ---------------------------------------------------------------------
    (
        "09.shapes",
        "core",
        "line 4: the column stays a column, the list is not a row",
        """
shapes = "EXEFCXB"
""",
    ),
    (
        "09.shapes",
        "core",
        "line 2: shapes lined up at the left end",
        """
shapes = "EEEDCXB"
""",
    ),
    (
        "09.shapes",
        "core",
        "line 7: axis 0 is the one that stays",
        """
shapes = "EXEDCXA"
""",
    ),
    (
        "09.shapes",
        "core",
        "line 3: nothing is stretched, so an error",
        """
shapes = "EXXDCXB"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 4: three numbers minus three numbers are three",
        """
shapes = "EXEACXB"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 4: different numbers of axes are an error",
        """
shapes = "EXEXCXB"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 6: @ turns the second one by itself",
        """
shapes = "EXEDCDB"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 5: @ needs equal shapes",
        """
shapes = "EXEDXXB"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 7: the summed axis stays with length 1",
        """
shapes = "EXEDCXF"
""",
    ),
    (
        "09.shapes",
        "single",
        "line 3: the result keeps the shape of the first",
        """
shapes = "EXFDCXB"
""",
    ),
    (
        "09.shapes",
        "form",
        "the shapes in place of letters",
        """
shapes = [(3, 4), "error", (3, 4), (3, 3), (3, 2), "error", (4,)]
""",
    ),
    (
        "09.shapes",
        "form",
        "one line forgotten",
        """
shapes = "EXEDCX"
""",
    ),
    (
        "09.shapes",
        "form",
        "by number of the letter",
        """
shapes = "5754372"
""",
    ),
    (
        "09.shapes",
        "two",
        "line 2 from the left, and line 4 a column",
        """
shapes = "EEEFCXB"
""",
    ),
    (
        "09.shapes",
        "two",
        "line 4 a column, and line 7 the wrong axis",
        """
shapes = "EXEFCXA"
""",
    ),
    (
        "09.shapes",
        "right",
        "letters looked up by shape",
        """
letter = {(3,): "A", (4,): "B", (3, 2): "C", (3, 3): "D", (3, 4): "E", (3, 1): "F", None: "X"}
shapes = "".join(letter[s] for s in [(3, 4), None, (3, 4), (3, 3), (3, 2), None, (4,)])
""",
    ),
    (
        "09.shapes",
        "right",
        "put together from the two rules",
        """
broadcasts = "EXED"
products = "CX"
shapes = broadcasts + products + "B"
""",
    ),
    (
        "09.shapes",
        "right",
        "measured, line by line",
        """
z = np.zeros
lines = [lambda: z((3, 4)) + z((4,)), lambda: z((3, 4)) + z((3,)), lambda: z((3, 1)) * z((4,)),
         lambda: z((3, 1)) - z((3,)), lambda: z((3, 4)) @ z((4, 2)), lambda: z((3, 4)) @ z((3, 4)),
         lambda: z((3, 4)).sum(axis=0)]
shapes = ""
for line in lines:
    try:
        shapes += {"3": "A", "4": "B", "32": "C", "33": "D", "34": "E", "31": "F"}[
            "".join(map(str, line().shape))]
    except ValueError:
        shapes += "X"
""",
    ),
    # -- 09.sum_to ---------------------------------------------------------------------
    (
        "09.sum_to",
        "core",
        "only the missing axes; axes of length 1 are forgotten",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "core",
        "only the axes of length 1; missing axes are forgotten",
        """
def sum_to(gradient, shape):
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "core",
        "without keepdims: (3, 1) becomes (3,)",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "core",
        "missing axes are taken away on the right",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=-1)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "the mean in place of the sum",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.mean(axis=0)
    for i, n in enumerate(shape):
        if n == 1:
            gradient = gradient.mean(axis=i, keepdims=True)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "takes one of the copies in place of adding them up",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient[0]
    for i, n in enumerate(shape):
        if n == 1:
            gradient = gradient.take([0], axis=i)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "if in place of while: one missing axis at most",
        """
def sum_to(gradient, shape):
    if gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "stops after the first axis of length 1",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
            break
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "only the two shapes of the example",
        """
def sum_to(gradient, shape):
    if len(shape) == 1:
        return gradient.sum(axis=0)
    return gradient.sum(axis=1, keepdims=True)
""",
    ),
    (
        "09.sum_to",
        "single",
        "axes compared from the left, before the missing ones are gone",
        """
def sum_to(gradient, shape):
    for axis, length in enumerate(shape):
        if gradient.shape[axis] != length:
            gradient = gradient.sum(axis=axis, keepdims=True)
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "single",
        "cut to the shape, nothing added up",
        """
def sum_to(gradient, shape):
    return np.resize(gradient, shape)
""",
    ),
    (
        "09.sum_to",
        "form",
        "a nested list",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient.tolist()
""",
    ),
    (
        "09.sum_to",
        "form",
        "the shape in place of the gradient",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient.shape
""",
    ),
    (
        "09.sum_to",
        "two",
        "mean in place of sum, and axes of length 1 forgotten",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient.mean(axis=0)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "right",
        "both kinds of axes in one sum, then the shape",
        """
def sum_to(gradient, shape):
    extra = gradient.ndim - len(shape)
    axes = tuple(range(extra)) + tuple(extra + i for i, n in enumerate(shape) if n == 1)
    return gradient.sum(axis=axes).reshape(shape)
""",
    ),
    (
        "09.sum_to",
        "right",
        "recursion",
        """
def sum_to(gradient, shape):
    if gradient.ndim > len(shape):
        return sum_to(np.add.reduce(gradient), shape)
    for axis in range(len(shape)):
        if shape[axis] == 1 and gradient.shape[axis] > 1:
            return sum_to(gradient.sum(axis, keepdims=True), shape)
    return gradient
""",
    ),
    (
        "09.sum_to",
        "right",
        "every element added into its place",
        """
def sum_to(gradient, shape):
    result = np.zeros(shape)
    for place in np.ndindex(gradient.shape):
        inner = place[len(place) - len(shape):]
        target = tuple(0 if n == 1 else i for i, n in zip(inner, shape))
        result[target] += gradient[place]
    return result
""",
    ),
    (
        "09.sum_to",
        "hostile",
        "the sum is not stored, so the loop never ends",
        """
def sum_to(gradient, shape):
    while gradient.ndim > len(shape):
        gradient.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient
""",
    ),
    # -- 09.matmul ---------------------------------------------------------------------
    (
        "09.matmul",
        "core",
        "the two results exchanged",
        """
def matmul_gradients(X, W, g):
    return X.T @ g, g @ W.T
""",
    ),
    (
        "09.matmul",
        "core",
        "nothing transposed",
        """
def matmul_gradients(X, W, g):
    return g @ W, X @ g
""",
    ),
    (
        "09.matmul",
        "core",
        "both results come out transposed",
        """
def matmul_gradients(X, W, g):
    return W @ g.T, g.T @ X
""",
    ),
    (
        "09.matmul",
        "core",
        "the order in the product: W.T @ g and g @ X.T",
        """
def matmul_gradients(X, W, g):
    return W.T @ g, g @ X.T
""",
    ),
    (
        "09.matmul",
        "single",
        "element by element in place of @",
        """
def matmul_gradients(X, W, g):
    return g * W.T, X.T * g
""",
    ),
    (
        "09.matmul",
        "single",
        "the mean over the examples for W",
        """
def matmul_gradients(X, W, g):
    dX = g @ W.T
    dW = X.T @ g / len(X)
    return dX, dW
""",
    ),
    (
        "09.matmul",
        "single",
        "reshape in place of the transpose",
        """
def matmul_gradients(X, W, g):
    Wt = W.reshape(W.shape[1], W.shape[0])
    Xt = X.reshape(X.shape[1], X.shape[0])
    return g @ Wt, Xt @ g
""",
    ),
    (
        "09.matmul",
        "single",
        "g is ignored: gradients of the plain sum of Y",
        """
def matmul_gradients(X, W, g):
    ones = np.ones((X.shape[0], W.shape[1]))
    return ones @ W.T, X.T @ ones
""",
    ),
    (
        "09.matmul",
        "single",
        "transposes only where the shapes complain: wrong for squares",
        """
def matmul_gradients(X, W, g):
    try:
        dX = g @ W
    except ValueError:
        dX = g @ W.T
    try:
        dW = X @ g
    except ValueError:
        dW = X.T @ g
    return dX, dW
""",
    ),
    (
        "09.matmul",
        "single",
        "W right, X forgets to transpose",
        """
def matmul_gradients(X, W, g):
    dX = g @ W
    dW = X.T @ g
    return dX, dW
""",
    ),
    (
        "09.matmul",
        "single",
        "loops, and = in place of += in the inner one",
        """
def matmul_gradients(X, W, g):
    dX, dW = np.zeros(X.shape), np.zeros(W.shape)
    for i in range(X.shape[0]):
        for k in range(W.shape[0]):
            for j in range(W.shape[1]):
                dX[i, k] = g[i, j] * W[k, j]
                dW[k, j] = X[i, k] * g[i, j]
    return dX, dW
""",
    ),
    (
        "09.matmul",
        "form",
        "only the gradient of W",
        """
def matmul_gradients(X, W, g):
    return X.T @ g
""",
    ),
    (
        "09.matmul",
        "form",
        "a dictionary",
        """
def matmul_gradients(X, W, g):
    return {"X": g @ W.T, "W": X.T @ g}
""",
    ),
    (
        "09.matmul",
        "form",
        "printed and not returned",
        """
def matmul_gradients(X, W, g):
    print(g @ W.T)
    print(X.T @ g)
""",
    ),
    (
        "09.matmul",
        "two",
        "results exchanged, and a mean over the examples",
        """
def matmul_gradients(X, W, g):
    return X.T @ g / len(X), g @ W.T
""",
    ),
    (
        "09.matmul",
        "right",
        "the sums of the lesson with einsum",
        """
def matmul_gradients(X, W, g):
    return np.einsum("ij,kj->ik", g, W), np.einsum("ik,ij->kj", X, g)
""",
    ),
    (
        "09.matmul",
        "right",
        "transposed products, turned back",
        """
def matmul_gradients(X, W, g):
    dx = np.dot(W, g.T).T
    dw = np.transpose(np.dot(g.T, X))
    return [dx, dw]
""",
    ),
    (
        "09.matmul",
        "right",
        "one outer product for each example",
        """
def matmul_gradients(X, W, g):
    dX = np.array([W @ row for row in g])
    dW = sum(np.outer(x, row) for x, row in zip(X, g))
    return dX, dW
""",
    ),
    (
        "09.matmul",
        "hostile",
        "right results, written into the arrays that came in",
        """
def matmul_gradients(X, W, g):
    dX, dW = g @ W.T, X.T @ g
    X[:] = dX
    W[:] = dW
    return X, W
""",
    ),
    # -- 09.cross_entropy --------------------------------------------------------------
    (
        "09.cross_entropy",
        "core",
        "exp of the raw scores: overflows near 1,000",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores)
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "core",
        "the gradient is not divided by the number of examples",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g
""",
    ),
    (
        "09.cross_entropy",
        "core",
        "softmax down the columns",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=0, keepdims=True))
    p = e / e.sum(axis=0, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "core",
        "p is changed before the loss is taken from it",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    g = p
    g[rows, targets] -= 1
    loss = -np.log(p[rows, targets]).mean()
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "the minus of the logarithm is missing",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "the sum over the batch in place of the mean, in both",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(targets)
    loss = -np.log(p[np.arange(n), targets]).sum()
    return loss, p - np.eye(scores.shape[1])[targets]
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "[:, targets] takes whole columns for every row",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[:, targets]).mean()
    g = p.copy()
    g[:, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "truth minus probability: the gradient's sign",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    n = len(targets)
    truth = np.zeros_like(p)
    truth[np.arange(n), targets] = 1
    return -np.log(p[np.arange(n), targets]).mean(), (truth - p) / n
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "scores cut off at 500 in place of subtracting the maximum",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(np.clip(scores, -500, 500))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "the class with the highest score in place of the true one",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows, guess = np.arange(len(targets)), p.argmax(axis=1)
    loss = -np.log(p[rows, guess]).mean()
    g = p.copy()
    g[rows, guess] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "the logarithm of the mean, not the mean of the logarithms",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets].mean())
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "one maximum for the whole table: far lower rows vanish",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max())
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    g = p.copy()
    g[rows, targets] -= 1
    return loss, g / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "form",
        "the loss only",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(targets)), targets]).mean()
""",
    ),
    (
        "09.cross_entropy",
        "form",
        "gradient first, then the loss",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    p[rows, targets] -= 1
    return p / len(targets), loss
""",
    ),
    (
        "09.cross_entropy",
        "form",
        "one loss for each example",
        """
def loss_and_gradient(scores, targets):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    losses = -np.log(p[rows, targets])
    p[rows, targets] -= 1
    return losses, p / len(targets)
""",
    ),
    (
        "09.cross_entropy",
        "two",
        "no maximum subtracted, and the gradient not divided",
        """
def loss_and_gradient(scores, targets):
    p = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    p[rows, targets] -= 1
    return loss, p
""",
    ),
    (
        "09.cross_entropy",
        "right",
        "logarithms all the way, exp only for the gradient",
        """
def loss_and_gradient(scores, targets):
    shifted = scores - scores.max(axis=1)[:, None]
    logs = shifted - np.log(np.exp(shifted).sum(axis=1))[:, None]
    truth = np.eye(scores.shape[1])[targets]
    return -(truth * logs).sum() / len(scores), (np.exp(logs) - truth) / len(scores)
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "row by row, with the logarithm of a probability that is 0",
        """
def loss_and_gradient(scores, targets):
    n = len(scores)
    loss, gradient = 0.0, np.zeros(scores.shape)
    for i in range(n):
        row = np.exp(scores[i] - max(scores[i]))
        row = row / sum(row)
        loss += -np.log(row[targets[i]]) / n
        gradient[i] = row / n
        gradient[i, targets[i]] -= 1 / n
    return loss, gradient
""",
    ),
    (
        "09.cross_entropy",
        "single",
        "transposed tables, and the logarithm of a probability that is 0",
        """
def loss_and_gradient(scores, targets):
    s = scores.T - scores.max(axis=1)
    p = (np.exp(s) / np.exp(s).sum(axis=0)).T
    n = len(p)
    picked = p[range(n), targets]
    one_hot = np.equal.outer(targets, np.arange(p.shape[1])).astype(float)
    return float(np.mean(-np.log(picked))), (p - one_hot) / n
""",
    ),
    (
        "09.cross_entropy",
        "hostile",
        "right, but everything happens in the caller's array",
        """
def loss_and_gradient(scores, targets):
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(scores[rows, targets]).mean()
    scores[rows, targets] -= 1
    return loss, scores / len(targets)
""",
    ),
    # -- 09.batches --------------------------------------------------------------------
    (
        "09.batches",
        "core",
        "inputs and targets in two different random orders",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    inputs = inputs[rng.permutation(n)]
    targets = targets[rng.permutation(n)]
    for start in range(0, n, size):
        made.append((inputs[start:start + size], targets[start:start + size]))
    return made
""",
    ),
    (
        "09.batches",
        "core",
        "only the inputs are shuffled",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        made.append((inputs[order[start:start + size]], targets[start:start + size]))
    return made
""",
    ),
    (
        "09.batches",
        "core",
        "the smaller last batch is dropped",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for k in range(n // size):
        rows = order[k * size:(k + 1) * size]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "core",
        "a new permutation for each batch: examples repeat",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in range(0, n, size):
        rows = rng.permutation(n)[:min(size, n - start)]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "the order of the file, nothing random",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in range(0, n, size):
        made.append((inputs[start:start + size], targets[start:start + size]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "a generator seeded inside: the same order in each epoch",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    rng = np.random.default_rng(1337)
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "random numbers drawn with repetition",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.integers(0, n, n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "`size` taken for the number of batches",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for rows in np.array_split(rng.permutation(n), size):
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "slices overlap by one",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size + 1]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "the last batch is filled up with examples from the beginning",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = [order[i % n] for i in range(start, start + size)]
        made.append((inputs[rows], targets[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "only the order of the batches is random",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    for start in rng.permutation(range(0, n, size)):
        made.append((inputs[start:start + size], targets[start:start + size]))
    return made
""",
    ),
    (
        "09.batches",
        "single",
        "returns after the first batch",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made.append((inputs[rows], targets[rows]))
        return made
""",
    ),
    (
        "09.batches",
        "form",
        "targets first in each pair",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        rows = order[start:start + size]
        made.append((targets[rows], inputs[rows]))
    return made
""",
    ),
    (
        "09.batches",
        "form",
        "the row numbers in place of the examples",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n, size):
        made.append(order[start:start + size])
    return made
""",
    ),
    (
        "09.batches",
        "two",
        "only the inputs shuffled, and the last batch dropped",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    for start in range(0, n - size + 1, size):
        made.append((inputs[order[start:start + size]], targets[start:start + size]))
    return made
""",
    ),
    (
        "09.batches",
        "right",
        "cut by NumPy at the multiples of size",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    order = np.arange(n)
    rng.shuffle(order)
    return [(inputs[r], targets[r]) for r in np.split(order, range(size, n, size))]
""",
    ),
    (
        "09.batches",
        "right",
        "takes rows off a list until it is empty",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    left = rng.permutation(n).tolist()
    while left:
        rows, left = left[:size], left[size:]
        made.append((np.array([inputs[i] for i in rows]), np.array([targets[i] for i in rows])))
    return made
""",
    ),
    (
        "09.batches",
        "right",
        "ranks of random numbers as an order",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = np.argsort(rng.random(n))
    shuffled, belonging = inputs[order], targets[order]
    count = -(-n // size)
    for k in range(count):
        piece = slice(k * size, (k + 1) * size)
        made.append((shuffled[piece], belonging[piece]))
    return made
""",
    ),
    (
        "09.batches",
        "hostile",
        "right pairs, but the caller's arrays are shuffled in place",
        """
def batches(inputs, targets, size, rng):
    n = len(inputs)
    made = []
    order = rng.permutation(n)
    inputs[:], targets[:] = inputs[order], targets[order]
    for start in range(0, n, size):
        made.append((inputs[start:start + size].copy(), targets[start:start + size].copy()))
    return made
""",
    ),
    # -- 09.column ---------------------------------------------------------------------
    (
        "09.column",
        "core",
        "always a column of targets: wrong for predictions (n,)",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float).reshape(-1, 1)
    if predictions.shape[0] != targets.shape[0]:
        raise ValueError("lengths differ")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "core",
        "laid out as rows, the counts never compared",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    return ((predictions.reshape(-1) - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "core",
        "refuses the column, which should be accepted",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if predictions.shape != targets.shape:
        raise ValueError(f"{predictions.shape} against {targets.shape}")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "core",
        "computes with .data: the graph is lost",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    p = predictions.data.reshape(-1)
    if len(p) != len(targets):
        raise ValueError("lengths differ")
    return Tensor(((p - targets) ** 2).mean())
""",
    ),
    (
        "09.column",
        "single",
        "counts compared, the column still meets the list",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if predictions.shape[0] != len(targets):
        raise ValueError("lengths differ")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "assert, so an AssertionError",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions.reshape(-1)
    assert predictions.shape == targets.shape, "lengths differ"
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "a new leaf in the middle: gradients never reach the model",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = Tensor(predictions.data.reshape(-1))
    if predictions.shape != targets.shape:
        raise ValueError("lengths differ")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "looks after the subtraction: one target for three passes",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions.reshape(-1)
    difference = predictions - targets
    if difference.shape != predictions.shape:
        raise ValueError("the shapes do not fit")
    return (difference ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "only too many predictions are refused",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions.reshape(-1)
    if predictions.shape[0] > len(targets):
        raise ValueError("more predictions than targets")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "always takes column 0: breaks for (n,)",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions[:, 0]
    if predictions.shape != targets.shape:
        raise ValueError("lengths differ")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "single",
        "a sum in place of the mean",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    flat = predictions.reshape(-1)
    if flat.shape[0] != targets.shape[0]:
        raise ValueError("lengths differ")
    return ((flat - targets) ** 2).sum()
""",
    ),
    (
        "09.column",
        "single",
        "targets stretched to the shape of the predictions",
        """
def mean_squared(predictions, targets):
    targets = np.resize(np.array(targets, dtype=float), predictions.shape)
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "form",
        "a plain number",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions.reshape(-1)
    if predictions.shape != targets.shape:
        raise ValueError("lengths differ")
    return ((predictions - targets) ** 2).mean().data.item()
""",
    ),
    (
        "09.column",
        "form",
        "the table of squares, without the mean",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    predictions = predictions.reshape(-1)
    if predictions.shape != targets.shape:
        raise ValueError("lengths differ")
    return (predictions - targets) ** 2
""",
    ),
    (
        "09.column",
        "two",
        "always a column, and the counts never compared",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)[:, None]
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "right",
        "the targets take the predictions' shape; NumPy complains itself",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float).reshape(predictions.shape)
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "right",
        "both as columns, the mean as a sum over n",
        """
class CountError(ValueError):
    pass

def mean_squared(predictions, targets):
    n = len(targets)
    if predictions.data.size != n:
        raise CountError(f"{predictions.data.size} predictions for {n} targets")
    r = predictions.reshape((n, 1)) - np.array(targets, dtype=float)[:, np.newaxis]
    return (r * r).sum() * (1 / n)
""",
    ),
    (
        "09.column",
        "right",
        "a column only where the predictions are one",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if len(predictions.shape) == 2:
        targets = targets[:, None]
    if predictions.shape != targets.shape:
        raise ValueError(f"{predictions.shape} and {targets.shape} do not fit")
    return ((predictions - targets) ** 2).mean()
""",
    ),
    (
        "09.column",
        "hostile",
        "right loss, but the predictions are overwritten with the targets",
        """
def mean_squared(predictions, targets):
    targets = np.array(targets, dtype=float)
    if predictions.data.size != targets.size:
        raise ValueError("lengths differ")
    loss = ((predictions.reshape(-1) - targets) ** 2).mean()
    predictions.data[...] = targets.reshape(predictions.shape)
    return loss
""",
    ),
    # -- 09.choice ---------------------------------------------------------------------
    (
        "09.choice",
        "core",
        "chooses by validation and reports the validation accuracy",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, highest
""",
    ),
    (
        "09.choice",
        "core",
        "the last model goes to the test, not the best",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")
""",
    ),
    (
        "09.choice",
        "core",
        "the test set is opened for every setting",
        """
def honest_result(train, measure, settings):
    best, highest, reported = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        test = measure(model, "test")
        if share > highest:
            best, highest, reported = setting, share, test
    return best, reported
""",
    ),
    (
        "09.choice",
        "core",
        "chooses by the training accuracy",
        """
def honest_result(train, measure, settings):
    best, highest, best_model = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "training")
        if share > highest:
            best, highest, best_model = setting, share, model
    return best, measure(best_model, "test")
""",
    ),
    (
        "09.choice",
        "single",
        "the last of two equals wins",
        """
def honest_result(train, measure, settings):
    best, highest, best_model = None, -1.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share >= highest:
            best, highest, best_model = setting, share, model
    return best, measure(best_model, "test")
""",
    ),
    (
        "09.choice",
        "single",
        "the best setting is trained again for the test",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        share = measure(train(setting), "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(train(best), "test")
""",
    ),
    (
        "09.choice",
        "single",
        "the setting is measured in place of a model",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        share = measure(train(setting), "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(best, "test")
""",
    ),
    (
        "09.choice",
        "single",
        "the test set is opened at every new best",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
            reported = measure(model, "test")
    return best, reported
""",
    ),
    (
        "09.choice",
        "single",
        "the lowest validation accuracy is chosen, as if it were a loss",
        """
def honest_result(train, measure, settings):
    models = [(s, train(s)) for s in settings]
    best, model = min(models, key=lambda pair: measure(pair[1], "validation"))
    return best, measure(model, "test")
""",
    ),
    (
        "09.choice",
        "single",
        "starts from 0: nothing is chosen where all accuracies are 0",
        """
def honest_result(train, measure, settings):
    best, highest, best_model = None, 0.0, None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest, best_model = setting, share, model
    return best, measure(best_model, "test")
""",
    ),
    (
        "09.choice",
        "single",
        "the place in the list in place of the setting",
        """
def honest_result(train, measure, settings):
    models = [train(s) for s in settings]
    shares = [measure(m, "validation") for m in models]
    best = shares.index(max(shares))
    return best, measure(models[best], "test")
""",
    ),
    (
        "09.choice",
        "form",
        "the model in place of the setting",
        """
def honest_result(train, measure, settings):
    models = [train(s) for s in settings]
    model = max(models, key=lambda m: measure(m, "validation"))
    return model, measure(model, "test")
""",
    ),
    (
        "09.choice",
        "form",
        "only the number",
        """
def honest_result(train, measure, settings):
    models = [train(s) for s in settings]
    model = max(models, key=lambda m: measure(m, "validation"))
    return measure(model, "test")
""",
    ),
    (
        "09.choice",
        "form",
        "the two results exchanged",
        """
def honest_result(train, measure, settings):
    pairs = [(s, train(s)) for s in settings]
    best, model = max(pairs, key=lambda pair: measure(pair[1], "validation"))
    return measure(model, "test"), best
""",
    ),
    (
        "09.choice",
        "two",
        "chooses by training, and reports the last model",
        """
def honest_result(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "training")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")
""",
    ),
    (
        "09.choice",
        "right",
        "lists, and the place of the first maximum",
        """
def honest_result(train, measure, settings):
    settings = list(settings)
    models = [train(s) for s in settings]
    shares = [measure(m, "validation") for m in models]
    i = shares.index(max(shares))
    return settings[i], measure(models[i], "test")
""",
    ),
    (
        "09.choice",
        "right",
        "max over pairs keeps the first",
        """
def honest_result(train, measure, settings):
    pairs = [(setting, train(setting)) for setting in settings]
    setting, model = max(pairs, key=lambda pair: measure(pair[1], "validation"))
    return setting, measure(model, "test")
""",
    ),
    (
        "09.choice",
        "right",
        "None as a start, the winner so far in a dictionary",
        """
def honest_result(train, measure, settings):
    winner = None
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if winner is None or winner["share"] < share:
            winner = {"setting": setting, "model": model, "share": share}
    return winner["setting"], measure(winner["model"], "test")
""",
    ),
    (
        "09.choice",
        "hostile",
        "leaves the program where the result is poor",
        """
def honest_result(train, measure, settings):
    pairs = [(setting, train(setting)) for setting in settings]
    setting, model = max(pairs, key=lambda pair: measure(pair[1], "validation"))
    result = measure(model, "test")
    if result < 1.1:
        raise SystemExit("too poor to report")
    return setting, result
""",
    ),
    # -- 09.backward -------------------------------------------------------------------
    (
        "09.backward",
        "core",
        "the biases get the gradients of all rows, not their sum",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dh, dW2 = matmul_gradients(h, W2, g)
    dz = dh * (1 - h * h)
    dX, dW1 = matmul_gradients(X, W1, dz)
    return dW1, dz, dW2, g
""",
    ),
    (
        "09.backward",
        "core",
        "the slope of tanh is left out",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dW2, db2 = h.T @ g, g.sum(axis=0)
    dz = g @ W2.T
    return X.T @ dz, dz.sum(axis=0), dW2, db2
""",
    ),
    (
        "09.backward",
        "core",
        "the second layer first in the results",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dW2, db2 = h.T @ g, g.sum(axis=0)
    dz = g @ W2.T * (1 - h * h)
    return dW2, db2, X.T @ dz, dz.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "core",
        "the slope of tanh from the sums in place of the outputs",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    z = X @ W1 + b1
    h = np.tanh(z)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - z * z)
    return X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "the mean for the biases",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.mean(axis=0), h.T @ g, g.mean(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "divided by the number of examples once more",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = len(X)
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz / n, dz.sum(axis=0) / n, h.T @ g / n, g.sum(axis=0) / n
""",
    ),
    (
        "09.backward",
        "single",
        "the inputs in place of h for W2",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.sum(axis=0), X.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "the slope of the sigmoid",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * h * (1 - h)
    return X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "b1 forgotten on the way forward",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "the biases summed along the rows",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.sum(axis=1), h.T @ g, g.sum(axis=1)
""",
    ),
    (
        "09.backward",
        "single",
        "an own gradient of the scores, not divided by n",
        """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    s = h @ W2 + b2
    e = np.exp(s - s.max(axis=1, keepdims=True))
    g = e / e.sum(axis=1, keepdims=True)
    g[np.arange(len(X)), targets] -= 1
    dz = g @ W2.T * (1 - h ** 2)
    return X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "single",
        "W2 is updated before the gradient goes through it",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dW2, db2 = h.T @ g, g.sum(axis=0)
    W2 = W2 - 0.5 * dW2
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.sum(axis=0), dW2, db2
""",
    ),
    (
        "09.backward",
        "form",
        "the loss is returned in front",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return loss, X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
""",
    ),
    (
        "09.backward",
        "form",
        "only the two gradients of weights",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, h.T @ g
""",
    ),
    (
        "09.backward",
        "form",
        "the biases' gradients as tables with one row",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    return X.T @ dz, dz.sum(axis=0, keepdims=True), h.T @ g, g.sum(axis=0, keepdims=True)
""",
    ),
    (
        "09.backward",
        "two",
        "no slope of tanh, and the mean for the biases",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T
    return X.T @ dz, dz.mean(axis=0), h.T @ g, g.mean(axis=0)
""",
    ),
    (
        "09.backward",
        "right",
        "all in one function, ones for the sums",
        """
def network_gradients(X, targets, W1, b1, W2, b2):
    n = X.shape[0]
    h = np.tanh(X @ W1 + b1)
    s = h @ W2 + b2
    p = np.exp(s - np.max(s, axis=1, keepdims=True))
    p /= np.sum(p, axis=1, keepdims=True)
    p[range(n), targets] -= 1
    p /= n
    back = (p @ W2.T) * (1 - h) * (1 + h)
    ones = np.ones(n)
    return X.T @ back, ones @ back, h.T @ p, ones @ p
""",
    ),
    (
        "09.backward",
        "right",
        "the biases as one more row of weights",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    one = np.ones((len(X), 1))
    X1 = np.hstack([X, one])
    h = np.tanh(X1 @ np.vstack([W1, b1]))
    h1 = np.hstack([h, one])
    _, g = loss_and_gradient(h1 @ np.vstack([W2, b2]), targets)
    second = h1.T @ g
    first = X1.T @ ((g @ W2.T) * (1 - h * h))
    return first[:-1], first[-1], second[:-1], second[-1]
""",
    ),
    (
        "09.backward",
        "right",
        "example by example, added up",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    z = X @ W1 + b1
    h = np.tanh(z)
    _, g = loss_and_gradient(h @ W2 + b2, targets)
    sums = [np.zeros(p.shape) for p in (W1, b1, W2, b2)]
    for x, before, out, slope in zip(X, z, h, g):
        inner = (W2 @ slope) / np.cosh(before) ** 2
        for total, part in zip(sums, (np.outer(x, inner), inner, np.outer(out, slope), slope)):
            total += part
    return tuple(sums)
""",
    ),
    (
        "09.backward",
        "hostile",
        "right gradients, but one step is made on the way",
        EARLIER
        + """
def network_gradients(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    loss, g = loss_and_gradient(h @ W2 + b2, targets)
    dz = g @ W2.T * (1 - h * h)
    slopes = X.T @ dz, dz.sum(axis=0), h.T @ g, g.sum(axis=0)
    for parameter, slope in zip((W1, b1, W2, b2), slopes):
        parameter -= 0.5 * slope
    return slopes
""",
    ),
]
