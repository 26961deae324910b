"""Students' answers to the exercises of lesson 12, written from the notebooks alone."""

PRELUDE = """
import math
import numpy as np
from mgrad import Tensor
"""

ANSWERS = [
    # task, kind, idea, code
    # -- 12.between --------------------------------------------------------------------
    ("12.between", "right", "the product of the four, fourth root", """
between = (2 * 4 * 8 * 4) ** 0.25
"""),
    ("12.between", "core", "the loss given back", """
between = -(math.log(0.5) + math.log(0.25) + math.log(0.125) + math.log(0.25)) / 4
"""),
    ("12.between", "core", "one over the mean probability", """
between = 1 / ((0.5 + 0.25 + 0.125 + 0.25) / 4)
"""),
    ("12.between", "single", "the mean of the inverses", """
between = (2 + 4 + 8 + 4) / 4
"""),
    ("12.between", "single", "not averaged", """
between = math.exp(-math.log(1/2 * 1/4 * 1/8 * 1/4))
"""),
    ("12.between", "form", "a text", """
between = "4 letters"
"""),
    # -- 12.pairs ----------------------------------------------------------------------
    ("12.pairs", "right", "zip", """
def count_pairs(names):
    d = {}
    for n in names:
        n = "." + n + "."
        for a, b in zip(n, n[1:]):
            d[a + b] = d.get(a + b, 0) + 1
    return d
"""),
    ("12.pairs", "core", "no dots", """
def count_pairs(names):
    d = {}
    for n in names:
        for a, b in zip(n, n[1:]):
            d[a + b] = d.get(a + b, 0) + 1
    return d
"""),
    ("12.pairs", "core", "no dot at the end", """
def count_pairs(names):
    d = {}
    for n in names:
        n = "." + n
        for a, b in zip(n, n[1:]):
            d[a + b] = d.get(a + b, 0) + 1
    return d
"""),
    ("12.pairs", "right", "one dot between the names", """
def count_pairs(names):
    text = "." + ".".join(names) + "."
    d = {}
    for a, b in zip(text, text[1:]):
        d[a + b] = d.get(a + b, 0) + 1
    return d
"""),
    ("12.pairs", "core", "all names in one row", """
def count_pairs(names):
    text = "." + "".join(names) + "."
    d = {}
    for a, b in zip(text, text[1:]):
        d[a + b] = d.get(a + b, 0) + 1
    return d
"""),
    ("12.pairs", "single", "counted from 0", """
def count_pairs(names):
    d = {}
    for n in names:
        n = "." + n + "."
        for a, b in zip(n, n[1:]):
            if a + b in d:
                d[a + b] += 1
            else:
                d[a + b] = 0
    return d
"""),
    ("12.pairs", "single", "return inside the loop", """
def count_pairs(names):
    d = {}
    for n in names:
        n = "." + n + "."
        for a, b in zip(n, n[1:]):
            d[a + b] = d.get(a + b, 0) + 1
        return d
"""),
    ("12.pairs", "form", "a list of the pairs", """
def count_pairs(names):
    return [n[i:i + 2] for n in names for i in range(len(n) - 1)]
"""),
    ("12.pairs", "form", "the keys are tuples", """
def count_pairs(names):
    d = {}
    for n in names:
        n = "." + n + "."
        for a, b in zip(n, n[1:]):
            d[a, b] = d.get((a, b), 0) + 1
    return d
"""),
    # -- 12.layer ----------------------------------------------------------------------
    ("12.layer", "right", "row by row", """
def layer_gradient(W, left, right):
    g = np.zeros_like(W)
    for a, b in zip(left, right):
        p = np.exp(W[a]) / np.exp(W[a]).sum()
        p[b] -= 1
        g[a] += p
    return g / len(left)
"""),
    ("12.layer", "core", "indexed at once", """
def layer_gradient(W, left, right):
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    rows = p[left]
    rows[np.arange(len(left)), right] -= 1
    g = np.zeros_like(W)
    g[left] += rows / len(left)
    return g
"""),
    ("12.layer", "core", "not divided", """
def layer_gradient(W, left, right):
    g = np.zeros_like(W)
    for a, b in zip(left, right):
        p = np.exp(W[a]) / np.exp(W[a]).sum()
        p[b] -= 1
        g[a] += p
    return g
"""),
    ("12.layer", "single", "assigned in the loop", """
def layer_gradient(W, left, right):
    g = np.zeros_like(W)
    for a, b in zip(left, right):
        p = np.exp(W[a]) / np.exp(W[a]).sum()
        p[b] -= 1
        g[a] = p / len(left)
    return g
"""),
    ("12.layer", "single", "truth minus probability", """
def layer_gradient(W, left, right):
    g = np.zeros_like(W)
    for a, b in zip(left, right):
        p = np.exp(W[a]) / np.exp(W[a]).sum()
        g[a] -= p / len(left)
        g[a, b] += 1 / len(left)
    return g
"""),
    ("12.layer", "single", "the mean of each row", """
def layer_gradient(W, left, right):
    counts = np.zeros(W.shape)
    for a, b in zip(left, right):
        counts[a, b] += 1
    n = counts.sum(axis=1, keepdims=True)
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return (n * p - counts) / np.maximum(n, 1)
"""),
    ("12.layer", "single", "counted at once", """
def layer_gradient(W, left, right):
    counts = np.zeros(W.shape)
    counts[left, right] += 1
    n = counts.sum(axis=1, keepdims=True)
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return (n * p - counts) / len(left)
"""),
    ("12.layer", "form", "the rows of the pairs", """
def layer_gradient(W, left, right):
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    rows = p[left]
    rows[np.arange(len(left)), right] -= 1
    return rows / len(left)
"""),
    # -- 12.context --------------------------------------------------------------------
    ("12.context", "right", "a moving window", """
def contexts(name, size):
    window, made = "." * size, []
    for c in name + ".":
        made.append((window, c))
        window = window[1:] + c
    return made
"""),
    ("12.context", "core", "no dot at the end", """
def contexts(name, size):
    text = "." * size + name
    return [(text[i - size:i], text[i]) for i in range(size, len(text))]
"""),
    ("12.context", "core", "the letter itself in the context", """
def contexts(name, size):
    text = "." * size + name + "."
    return [(text[i - size + 1:i + 1], text[i]) for i in range(size, len(text))]
"""),
    ("12.context", "single", "one dot only in front", """
def contexts(name, size):
    text = "." + name + "."
    return [(text[max(0, i - size):i], text[i]) for i in range(1, len(text))]
"""),
    ("12.context", "single", "starts with the first full window", """
def contexts(name, size):
    text = name + "."
    return [(text[i - size:i], text[i]) for i in range(size, len(text))]
"""),
    ("12.context", "single", "always three", """
def contexts(name, size):
    text = "..." + name + "."
    return [(text[i - 3:i], text[i]) for i in range(3, len(text))]
"""),
    ("12.context", "single", "letter first", """
def contexts(name, size):
    text = "." * size + name + "."
    return [(text[i], text[i - size:i]) for i in range(size, len(text))]
"""),
    ("12.context", "form", "the contexts alone", """
def contexts(name, size):
    text = "." * size + name + "."
    return [text[i - size:i] for i in range(size, len(text))]
"""),
    # -- 12.shapes ---------------------------------------------------------------------
    ("12.shapes", "right", "in a list", """
shapes = ["D", "E", "C", "A", "D", "F"]
"""),
    ("12.shapes", "core", "rows in one long table", """
shapes = "GECADF"
"""),
    ("12.shapes", "core", "a stack times a stack is an error", """
shapes = "DECXDF"
"""),
    ("12.shapes", "single", "transpose turns everything", """
shapes = "DEHADF"
"""),
    ("12.shapes", "single", "head stays narrow", """
shapes = "DECAEF"
"""),
    # -- 12.mask -----------------------------------------------------------------------
    ("12.mask", "right", "exchanged", """
def attention(queries, keys, values):
    t, d = queries.shape
    row, column = np.arange(t)[:, None], np.arange(t)
    scores = np.where(row < column, -np.inf, queries @ keys.T / np.sqrt(d))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ values
"""),
    ("12.mask", "core", "as it was", """
def attention(queries, keys, values):
    t, d = queries.shape
    row, column = np.arange(t)[:, None], np.arange(t)
    hidden = column < row
    scores = np.where(hidden, -np.inf, queries @ keys.T / np.sqrt(d))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ values
"""),
    ("12.mask", "core", "hides itself", """
def attention(queries, keys, values):
    t, d = queries.shape
    row, column = np.arange(t)[:, None], np.arange(t)
    hidden = column >= row
    scores = np.where(hidden, -np.inf, queries @ keys.T / np.sqrt(d))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ values
"""),
    ("12.mask", "single", "branches exchanged and mask too", """
def attention(queries, keys, values):
    t, d = queries.shape
    row, column = np.arange(t)[:, None], np.arange(t)
    hidden = column > row
    scores = np.where(hidden, 0.0, queries @ keys.T / np.sqrt(d))
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ values
"""),
    ("12.mask", "single", "weights set to 0 afterwards", """
def attention(queries, keys, values):
    t, d = queries.shape
    scores = queries @ keys.T / np.sqrt(d)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = powers / powers.sum(axis=1, keepdims=True)
    weights[np.arange(t) > np.arange(t)[:, None]] = 0
    return weights @ values
"""),
    ("12.mask", "single", "no mask at all", """
def attention(queries, keys, values):
    scores = queries @ keys.T / np.sqrt(queries.shape[1])
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True) @ values
"""),
    # -- 12.axis -----------------------------------------------------------------------
    ("12.axis", "right", "axis 2", """
def weights_of(scores):
    powers = np.exp(scores - scores.max(axis=2, keepdims=True))
    return powers / powers.sum(axis=2, keepdims=True)
"""),
    ("12.axis", "core", "the maximum left as it was", """
def weights_of(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=-1, keepdims=True)
"""),
    ("12.axis", "core", "axis 0", """
def weights_of(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=0, keepdims=True)
"""),
    ("12.axis", "single", "keepdims lost", """
def weights_of(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum(axis=-1)
"""),
    ("12.axis", "single", "no maximum", """
def weights_of(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=-1, keepdims=True)
"""),
    # -- 12.padding --------------------------------------------------------------------
    ("12.padding", "right", "divided by the count", """
def mean_loss(log_p, targets):
    n, t = targets.shape
    losses = -log_p[np.arange(n)[:, None], np.arange(t), targets]
    losses[targets < 0] = 0.0
    return losses.sum() / (targets >= 0).sum()
"""),
    ("12.padding", "core", "mean over the names of means", """
def mean_loss(log_p, targets):
    n, t = targets.shape
    losses = -log_p[np.arange(n)[:, None], np.arange(t), targets]
    losses[targets < 0] = 0.0
    return (losses.sum(axis=1) / (targets >= 0).sum(axis=1)).mean()
"""),
    ("12.padding", "core", "not masked", """
def mean_loss(log_p, targets):
    n, t = targets.shape
    return -log_p[np.arange(n)[:, None], np.arange(t), targets].mean()
"""),
    ("12.padding", "single", "the dot left out too", """
def mean_loss(log_p, targets):
    n, t = targets.shape
    losses = -log_p[np.arange(n)[:, None], np.arange(t), targets]
    return losses[targets > 0].mean()
"""),
    ("12.padding", "single", "divided by the names", """
def mean_loss(log_p, targets):
    n, t = targets.shape
    losses = -log_p[np.arange(n)[:, None], np.arange(t), targets]
    return losses[targets >= 0].sum() / n
"""),
    # -- 12.temperature ----------------------------------------------------------------
    ("12.temperature", "right", "lists", """
def heated(scores, temperature):
    z = [s / temperature for s in scores]
    m = max(z)
    e = [math.exp(v - m) for v in z]
    return [v / sum(e) for v in e]
"""),
    ("12.temperature", "core", "multiplied", """
def heated(scores, temperature):
    z = scores * temperature
    p = np.exp(z - z.max())
    return p / p.sum()
"""),
    ("12.temperature", "core", "no maximum", """
def heated(scores, temperature):
    p = np.exp(scores / temperature)
    return p / p.sum()
"""),
    ("12.temperature", "single", "divided afterwards", """
def heated(scores, temperature):
    p = np.exp(scores - scores.max())
    return p / p.sum() / temperature
"""),
    # -- 12.head -----------------------------------------------------------------------
    ("12.head", "right", "one line less", """
def head(x, query, key, value):
    t = x.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / np.sqrt(query.shape[1])
    s = s.masked_fill(np.arange(t) > np.arange(t)[:, None], -np.inf)
    return s.softmax() @ (x @ value)
"""),
    ("12.head", "core", "no mask", """
def head(x, query, key, value):
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / np.sqrt(query.shape[1])
    return s.softmax() @ (x @ value)
"""),
    ("12.head", "core", "divided by the root of the width of x", """
def head(x, query, key, value):
    t = x.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / np.sqrt(x.shape[2])
    s = s.masked_fill(np.arange(t) > np.arange(t)[:, None], -np.inf)
    return s.softmax() @ (x @ value)
"""),
    ("12.head", "single", "values from x", """
def head(x, query, key, value):
    t = x.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / np.sqrt(query.shape[1])
    s = s.masked_fill(np.arange(t) > np.arange(t)[:, None], -np.inf)
    return s.softmax() @ x
"""),
    ("12.head", "single", "the root forgotten", """
def head(x, query, key, value):
    t, size = x.shape[1], query.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / size
    s = s.masked_fill(np.arange(t) > np.arange(t)[:, None], -np.inf)
    return s.softmax() @ (x @ value)
"""),
    ("12.head", "single", "hides itself", """
def head(x, query, key, value):
    t, size = x.shape[1], query.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / math.sqrt(size)
    s = s.masked_fill(np.arange(t) >= np.arange(t)[:, None], -np.inf)
    return s.softmax() @ (x @ value)
"""),
    ("12.head", "single", "weights masked afterwards", """
def head(x, query, key, value):
    t, size = x.shape[1], query.shape[1]
    w = ((x @ query) @ (x @ key).transpose(0, 2, 1) / math.sqrt(size)).softmax()
    return w.masked_fill(np.arange(t) > np.arange(t)[:, None], 0.0) @ (x @ value)
"""),
    ("12.head", "form", "an array", """
def head(x, query, key, value):
    t = x.shape[1]
    s = (x @ query) @ (x @ key).transpose(0, 2, 1) / np.sqrt(query.shape[1])
    s = s.masked_fill(np.arange(t) > np.arange(t)[:, None], -np.inf)
    return (s.softmax() @ (x @ value)).data
"""),
]

# -- more slips, each with an idea that had no name ---------------------------------------

PAIRS = """
def count_pairs(names):
    counts = {}
    for name in names:
        text = "." + name + "."
        for i in range(len(text) - 1):
            pair = text[i] + text[i + 1]
            counts[pair] = counts.get(pair, 0) + 1
    return counts
"""
LAYER = """
def layer_gradient(W, left, right):
    gradient = np.zeros(W.shape)
    for a, b in zip(left, right):
        p = np.exp(W[a] - W[a].max())
        p = p / p.sum()
        for j in range(len(W)):
            truth = 1.0 if j == b else 0.0
            gradient[a, j] += (p[j] - truth) / len(left)
    return gradient
"""
changed = str.replace

ANSWERS += [
    ("12.pairs", "right", "Counter", """
from collections import Counter
def count_pairs(names):
    c = Counter()
    for name in names:
        t = f".{name}."
        c.update(t[i:i + 2] for i in range(len(t) - 1))
    return c
"""),
    ("12.pairs", "right", "index", PAIRS),
    ("12.pairs", "right", "defaultdict, in", """
def count_pairs(names):
    found = {}
    for name in names:
        before = "."
        for letter in list(name) + ["."]:
            if before + letter not in found:
                found[before + letter] = 0
            found[before + letter] += 1
            before = letter
    return found
"""),
    ("12.pairs", "single", "one pair too few at the end", changed(PAIRS, "range(len(text) - 1)", "range(len(text) - 2)")),
    ("12.pairs", "single", "one pair too few at the front", changed(PAIRS, "range(len(text) - 1)", "range(1, len(text) - 1)")),
    ("12.pairs", "single", "counted from 0", changed(PAIRS, "counts.get(pair, 0) + 1", "counts[pair] + 1 if pair in counts else 0")),
    ("12.pairs", "single", "counted from 1: get(pair, 1) + 1", changed(PAIRS, "get(pair, 0)", "get(pair, 1)")),
    ("12.pairs", "single", "anew for every name", changed(changed(PAIRS, "    counts = {}\n", ""), "        text =", "        counts = {}\n        text =")),
    ("12.pairs", "single", "return in the loop", changed(PAIRS, "    return", "        return")),
    ("12.pairs", "single", "triples", changed(PAIRS, "text[i] + text[i + 1]", "text[i : i + 3]")),
    ("12.pairs", "single", "two dots at each side", changed(PAIRS, '"." + name + "."', '".." + name + ".."')),
    ("12.pairs", "single", "neighbours that are equal only", changed(PAIRS, "            counts", "            if text[i] == text[i + 1]:\n                counts")),
    ("12.pairs", "single", "sorted letters: al and la the same", changed(PAIRS, "text[i] + text[i + 1]", '"".join(sorted(text[i] + text[i + 1]))')),
    ("12.pairs", "single", "all pairs of letters, not only neighbours", changed(PAIRS, "        for i in range(len(text) - 1):\n            pair = text[i] + text[i + 1]\n", "        for pair in [text[i] + text[j] for i in range(len(text)) for j in range(i + 1, len(text))]:\n")),
    ("12.pairs", "single", "every name once", changed(PAIRS, "in names", "in set(names)")),
    ("12.pairs", "single", "shares for counts", changed(PAIRS, "    return counts", "    return {k: v / sum(counts.values()) for k, v in counts.items()}")),
    ("12.pairs", "single", "a space for the dot", changed(PAIRS, '"." + name + "."', '" " + name + " "')),
    ("12.pairs", "single", "text.count of overlapping pairs", changed(PAIRS, "counts.get(pair, 0) + 1", "text.count(pair)")),
    ("12.pairs", "single", "str.count added up for every place", changed(PAIRS, "counts.get(pair, 0) + 1", "counts.get(pair, 0) + text.count(pair)")),
    ("12.pairs", "form", "nested dictionaries", """
def count_pairs(names):
    counts = {}
    for name in names:
        text = "." + name + "."
        for a, b in zip(text, text[1:]):
            counts.setdefault(a, {})
            counts[a][b] = counts[a].get(b, 0) + 1
    return counts
"""),
    ("12.pairs", "form", "list of tuples", changed(PAIRS, "return counts", "return list(counts.items())")),
    ("12.pairs", "form", "printed", changed(PAIRS, "return counts", "print(counts)")),
    ("12.layer", "right", "two loops", LAYER),
    ("12.layer", "right", "one-hot", """
def layer_gradient(W, left, right):
    n = len(W)
    X = np.eye(n)[left]
    Y = np.eye(n)[right]
    Z = X @ W
    p = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return X.T @ (p - Y) / len(left)
"""),
    ("12.layer", "right", "counts", """
def layer_gradient(W, left, right):
    N = np.zeros(W.shape)
    for a, b in zip(left, right):
        N[a, b] += 1
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return (N.sum(axis=1, keepdims=True) * p - N) / N.sum()
"""),
    ("12.layer", "single", "left and right exchanged", changed(LAYER, "zip(left, right)", "zip(right, left)")),
    ("12.layer", "single", "softmax over the whole table", changed(changed(LAYER, "np.exp(W[a] - W[a].max())", "np.exp(W)"), "p = p / p.sum()", "p = (p / p.sum())[a]")),
    ("12.layer", "single", "divided by the number of letters", changed(LAYER, "len(left)", "len(W)")),
    ("12.layer", "single", "divided in each turn", changed(changed(LAYER, "            gradient[a, j] += (p[j] - truth) / len(left)\n", "            gradient[a, j] += p[j] - truth\n        gradient /= len(left)\n"), "x", "x")),
    ("12.layer", "single", "the last pair of a letter only", changed(LAYER, "+= (p", "= (p")),
    ("12.layer", "single", "truth at the left letter", changed(LAYER, "j == b", "j == a")),
    ("12.layer", "single", "only the true field", changed(LAYER, "            gradient[a, j] +=", "            if j == b:\n                gradient[a, j] +=")),
    ("12.layer", "single", "log for truth: minus log p", changed(LAYER, "(p[j] - truth)", "(-np.log(p[j]) * truth)")),
    ("12.layer", "single", "minus 1 / p", changed(LAYER, "(p[j] - truth)", "(-truth / p[j])")),
    ("12.layer", "single", "probability minus counted shares by row", """
def layer_gradient(W, left, right):
    N = np.zeros(W.shape)
    for a, b in zip(left, right):
        N[a, b] += 1
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return p - N / np.maximum(N.sum(axis=1, keepdims=True), 1)
"""),
    ("12.layer", "single", "probability minus counts over all", """
def layer_gradient(W, left, right):
    N = np.zeros(W.shape)
    for a, b in zip(left, right):
        N[a, b] += 1
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return p - N / len(left)
"""),
    ("12.layer", "single", "exp not divided", changed(LAYER, "        p = p / p.sum()\n", "")),
    ("12.layer", "single", "softmax gradient once more: p (p - y)", changed(LAYER, "(p[j] - truth)", "p[j] * (p[j] - truth)")),
    ("12.layer", "single", "squared error: 2 (p - y)", changed(LAYER, "(p[j] - truth)", "2 * (p[j] - truth)")),
    ("12.layer", "single", "transposed", changed(LAYER, "return gradient", "return gradient.T")),
    ("12.layer", "single", "W changed: a step made", changed(LAYER, "return gradient", "return W - 0.1 * gradient")),
    ("12.layer", "single", "return in the loop", changed(LAYER, "    return", "        return")),
    ("12.layer", "form", "the loss", """
def layer_gradient(W, left, right):
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return -np.log(p[left, right]).mean()
"""),
    ("12.layer", "right", "a list of lists", changed(LAYER, "return gradient", "return gradient.tolist()")),
]
