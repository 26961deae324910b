"""Right and wrong answers to the exercises of lesson 09, in the styles that students use."""

import math
import random

import numpy as np

# -- right: the gradient of a broadcast -----------------------------------------------------


def sum_to_with_tuples(gradient, shape):
    extra = gradient.ndim - len(shape)
    gradient = gradient.sum(axis=tuple(range(extra)))
    stretched = tuple(i for i, n in enumerate(shape) if n == 1)
    return gradient.sum(axis=stretched, keepdims=True) if stretched else gradient


def sum_to_with_loops(gradient, shape):
    total = np.zeros(shape)
    for place in np.ndindex(gradient.shape):
        own = place[len(place) - len(shape) :]
        total[tuple(0 if n == 1 else i for i, n in zip(own, shape))] += gradient[place]
    return total


def sum_to_reshaped(gradient, shape):
    padded = (1,) * (gradient.ndim - len(shape)) + tuple(shape)
    for axis, (have, want) in enumerate(zip(gradient.shape, padded)):
        if have != want:
            gradient = gradient.sum(axis, keepdims=True)
    return gradient.reshape(shape).tolist()


def sum_to_recursive(gradient, shape):
    if gradient.ndim > len(shape):
        return sum_to_recursive(gradient.sum(0), shape)
    for axis in range(len(shape)):
        if shape[axis] == 1 != gradient.shape[axis]:
            return sum_to_recursive(np.expand_dims(gradient.sum(axis), axis), shape)
    return gradient


# -- right: matrix product ------------------------------------------------------------------


def matmul_with_loops(X, W, g):
    n, k, m = len(X), len(W), len(W[0])
    of_X = [[sum(g[i][j] * W[a][j] for j in range(m)) for a in range(k)] for i in range(n)]
    of_W = [[sum(X[i][a] * g[i][j] for i in range(n)) for j in range(m)] for a in range(k)]
    return [of_X, of_W]


def matmul_with_einsum(X, W, g):
    return np.einsum("ij,kj->ik", g, W), np.einsum("ik,ij->kj", X, g)


def matmul_transposed_twice(X, W, g):
    return (W @ g.T).T, np.transpose(np.dot(g.T, X))


def matmul_with_tensors(X, W, g):
    from mgrad import Tensor

    x, w = Tensor(X), Tensor(W)
    ((x @ w) * g).sum().backward()
    return x.grad, w.grad


# -- right: loss ----------------------------------------------------------------------------


def loss_with_logsumexp(scores, targets):
    n = len(targets)
    top = scores.max(1)
    log_p = scores - top[:, None] - np.log(np.exp(scores - top[:, None]).sum(1))[:, None]
    return -sum(log_p[i, t] for i, t in enumerate(targets)) / n, (
        np.exp(log_p) - np.eye(scores.shape[1])[targets]
    ) / n


def loss_with_loops(scores, targets):
    total, gradient = 0.0, []
    for row, target in zip(scores.tolist(), targets.tolist()):
        powers = [math.exp(z - max(row)) for z in row]
        p = [power / sum(powers) for power in powers]
        total += max(row) - row[target] + math.log(sum(powers))
        gradient.append([(p_k - (k == target)) / len(targets) for k, p_k in enumerate(p)])
    return total / len(targets), gradient


def loss_with_tensor(scores, targets):
    from mgrad import Tensor, cross_entropy

    t = Tensor(scores)
    loss = cross_entropy(t, targets)
    loss.backward()
    return float(loss), t.grad


# -- right: batches -------------------------------------------------------------------------


def batches_as_generator(inputs, targets, size, rng):
    order = np.arange(len(inputs))
    rng.shuffle(order)
    for i in range(0, len(order), size):
        yield inputs[order[i : i + size]], targets[order[i : i + size]]


def batches_with_split(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    cuts = range(size, len(inputs), size)
    return list(zip(np.split(inputs[order], cuts), np.split(targets[order], cuts)))


def batches_with_python_random(inputs, targets, size, rng):
    pairs = list(zip(inputs, targets))
    random.shuffle(pairs)
    made = []
    while pairs:
        made.append([[x for x, _ in pairs[:size]], [y for _, y in pairs[:size]]])
        pairs = pairs[size:]
    return made


# -- right: a column against a list ---------------------------------------------------------


def squared_like_the_predictions(predictions, targets):
    return ((predictions - np.array(targets, dtype=float).reshape(predictions.shape)) ** 2).mean()


def squared_by_case(predictions, targets):
    y = np.array(targets)
    if len(predictions.data) != len(y):
        raise ValueError("lengths differ")
    if predictions.data.ndim == 2:
        y = y[:, None]
    difference = predictions - y
    return (difference * difference).sum() / len(y)


def squared_by_package(predictions, targets):
    from mgrad import mean_squared_error

    return mean_squared_error(predictions.reshape(-1), targets)


# -- right: choice --------------------------------------------------------------------------


def honest_with_max(train, measure, settings):
    models = {setting: train(setting) for setting in settings}
    best = max(models, key=lambda setting: measure(models[setting], "validation"))
    return best, measure(models[best], "test")


def honest_with_lists(train, measure, settings):
    models = [train(setting) for setting in settings]
    shares = [measure(model, "validation") for model in models]
    i = shares.index(max(shares))
    return list(settings)[i], measure(models[i], "test")


def honest_trained_again(train, measure, settings):
    shares = [measure(train(setting), "validation") for setting in settings]
    best = settings[int(np.argmax(shares))]
    return [best, measure(train(best), "test")]


# -- right: backward ------------------------------------------------------------------------


def backward_by_tensors(X, targets, W1, b1, W2, b2):
    from mgrad import Tensor, cross_entropy

    parameters = [Tensor(p) for p in (W1, b1, W2, b2)]
    w1, c1, w2, c2 = parameters
    cross_entropy((X @ w1 + c1).tanh() @ w2 + c2, targets).backward()
    return [p.grad for p in parameters]


def backward_by_hand(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    _, g = loss_with_logsumexp(h @ W2 + b2, targets)
    gz = (g @ W2.T) / np.cosh(X @ W1 + b1) ** 2
    ones = np.ones(len(X))
    return X.T @ gz, ones @ gz, h.T @ g, np.sum(g, 0)


# -- a rare class, and a limit for the gradient ---------------------------------------------


def shares_with_means(guesses, truths, digit):
    called, there = guesses == digit, truths == digit
    precision = (truths[called] == digit).mean() if called.any() else 0
    recall = (guesses[there] == digit).mean() if there.any() else 0
    return precision, recall


def shares_with_a_loop(guesses, truths, digit):
    hits = called = there = 0
    for guess, truth in zip(guesses, truths):
        hits += guess == truth == digit
        called += guess == digit
        there += truth == digit
    return [hits / called if called else 0.0, hits / there if there else 0.0]


def shares_from_a_matrix(guesses, truths, digit):
    size = 1 + int(max(guesses.max(), truths.max(), digit))
    confusion = np.zeros((size, size))
    np.add.at(confusion, (truths, guesses), 1)
    hits = confusion[digit, digit]
    return hits / max(1, confusion[:, digit].sum()), hits / max(1, confusion[digit].sum())


def shares_of_the_others(guesses, truths, digit):
    right = ((guesses != digit) & (truths != digit)).sum()
    return right / max(1, (guesses != digit).sum()), right / max(1, (truths != digit).sum())


def shares_of_right_answers(guesses, truths, digit):
    right = ((guesses == digit) == (truths == digit)).mean()
    return right, right


def shares_combined(guesses, truths, digit):
    precision, recall = shares_with_a_loop(guesses, truths, digit)
    return precision * recall, (precision + recall) / 2


def shares_as_counts(guesses, truths, digit):
    hits = int(((guesses == digit) & (truths == digit)).sum())
    return hits, hits


def clip_with_a_factor(gradients, limit):
    length = math.sqrt(sum(float((g * g).sum()) for g in gradients))
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in gradients]


def clip_with_norm(gradients, limit):
    length = np.linalg.norm([np.linalg.norm(g) for g in gradients])
    return tuple(g / max(1.0, length / limit) for g in gradients)


def clip_by_early_return(gradients, limit):
    flat = np.concatenate([g.reshape(-1) for g in gradients])
    if flat @ flat <= limit**2:
        return gradients
    return [limit * g / np.sqrt(flat @ flat) for g in gradients]


def clip_to_half(gradients, limit):
    length = np.sqrt(sum((g**2).sum() for g in gradients))
    while length > limit:
        gradients, length = [g / 2 for g in gradients], length / 2
    return gradients


def clip_the_wrong_way(gradients, limit):
    length = np.sqrt(sum((g**2).sum() for g in gradients))
    return [g * (length / limit) if length > limit else g for g in gradients]


def clip_in_place(gradients, limit):
    length = np.sqrt(sum((g**2).sum() for g in gradients))
    for g in gradients:
        g *= limit / length if length > limit else 1.0
    return gradients


def clip_the_rows(gradients, limit):
    made = []
    for g in gradients:
        length = np.linalg.norm(g, axis=-1, keepdims=True)
        made.append(g * np.minimum(1.0, limit / np.maximum(length, 1e-12)))
    return made


def precision_recall_as_an_array(guesses, truths, digit):
    called, real = guesses == digit, truths == digit
    return (called & real).sum() / np.maximum([called.sum(), real.sum()], 1)


RIGHT = [
    ("09.shapes", "small letters with spaces", "e x e d c x b"),
    ("09.shapes", "a list", ["E", "X", "E", "D", "C", "X", "B"]),
    ("09.sum_to", "tuples of axes", sum_to_with_tuples),
    ("09.sum_to", "element by element", sum_to_with_loops),
    ("09.sum_to", "padded, reshaped, nested lists", sum_to_reshaped),
    ("09.sum_to", "recursion", sum_to_recursive),
    ("09.matmul", "loops and lists", matmul_with_loops),
    ("09.matmul", "einsum", matmul_with_einsum),
    ("09.matmul", "the transposed products", matmul_transposed_twice),
    ("09.matmul", "the engine's own", matmul_with_tensors),
    ("09.cross_entropy", "log of the sum of powers", loss_with_logsumexp),
    ("09.cross_entropy", "plain Python", loss_with_loops),
    ("09.cross_entropy", "the engine's own", loss_with_tensor),
    ("09.batches", "a generator and shuffle", batches_as_generator),
    ("09.batches", "np.split", batches_with_split),
    ("09.column", "targets in the shape of the predictions", squared_like_the_predictions),
    ("09.column", "by case, sum over count", squared_by_case),
    ("09.column", "the package's loss", squared_by_package),
    ("09.choice", "max with a key", honest_with_max),
    ("09.choice", "two lists and index", honest_with_lists),
    ("09.precision", "an array", precision_recall_as_an_array),
    ("09.precision", "means of masks", shares_with_means),
    ("09.precision", "a loop, a list", shares_with_a_loop),
    ("09.precision", "from a confusion matrix", shares_from_a_matrix),
    ("09.clip", "one factor", clip_with_a_factor),
    ("09.clip", "norm, a tuple", clip_with_norm),
    ("09.clip", "early return", clip_by_early_return),
    ("09.backward", "the engine's own", backward_by_tensors),
    ("09.backward", "one function, cosh for the slope", backward_by_hand),
]

# -- wrong, and not among the named mistakes -------------------------------------------------


def sum_to_resized(gradient, shape):
    return np.resize(gradient, shape)


def sum_to_everything(gradient, shape):
    return np.full(shape, gradient.sum())


def sum_to_two_axes_only(gradient, shape):
    if len(shape) == 1:
        return gradient.sum(axis=0)
    for axis in range(2):
        if shape and shape[axis] == 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return gradient if shape else gradient.sum()


def matmul_only_W(X, W, g):
    return X.T @ g


def matmul_that_fits(X, W, g):
    def product(left, right, instead):
        return left @ right if left.shape[1] == len(right) else instead

    return product(g, W, g @ W.T), product(X, g, X.T @ g)


def matmul_scaled(X, W, g):
    return g @ W.T / len(X), X.T @ g / len(X)


def loss_of_the_prediction(scores, targets):
    loss, gradient = loss_with_logsumexp(scores, targets)
    best, _ = loss_with_logsumexp(scores, scores.argmax(1))
    return best, gradient


def loss_next_class(scores, targets):
    return loss_with_logsumexp(scores, (targets + 1) % scores.shape[1])


def loss_of_probabilities(scores, targets):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets]).mean()
    p[rows, targets] -= 1
    return loss, p / len(targets)


def loss_of_probabilities_in_python(scores, targets):
    total, gradient = 0.0, []
    for row, target in zip(scores.tolist(), targets.tolist()):
        powers = [math.exp(z - max(row)) for z in row]
        p = [power / sum(powers) for power in powers]
        total -= math.log(p[target])
        gradient.append([(p_k - (k == target)) / len(targets) for k, p_k in enumerate(p)])
    return total / len(targets), gradient


def loss_with_an_epsilon(scores, targets):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = powers / powers.sum(axis=1, keepdims=True)
    rows = np.arange(len(targets))
    loss = -np.log(p[rows, targets] + 1e-9).mean()
    p[rows, targets] -= 1
    return loss, p / len(targets)


def loss_with_limited_probabilities(scores, targets):
    loss, gradient = loss_of_probabilities(scores, targets)
    p = np.clip(gradient * len(targets) + np.eye(scores.shape[1])[targets], 1e-15, 1)
    return -np.log(p[np.arange(len(targets)), targets]).mean(), gradient


def loss_that_shifts_in_place(scores, targets):
    scores -= scores.max(axis=1, keepdims=True)
    return loss_with_logsumexp(scores, targets)


def loss_clipped(scores, targets):
    return loss_with_logsumexp(np.clip(scores, -100, 100), targets)


def batches_overlapping(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    return [
        (inputs[order[i : i + size + 1]], targets[order[i : i + size + 1]])
        for i in range(0, len(order), size)
    ]


def batches_of_the_first_order(inputs, targets, size, rng, orders={}):  # noqa: B006
    order = orders.setdefault(len(inputs), rng.permutation(len(inputs)))
    cuts = range(0, len(order), size)
    return [(inputs[order[i : i + size]], targets[order[i : i + size]]) for i in cuts]


def batches_of_a_seed_with_neighbours(inputs, targets, size, rng):
    """Of 12 numbers, 6 of the 11 steps of this seed go to the next one, which is mere chance."""
    return batches_with_split(inputs, targets, size, np.random.default_rng(1210))


def batches_turned_round(inputs, targets, size, rng):
    return [(y, x) for x, y in batches_with_split(inputs, targets, size, rng)]


def batches_of_row_numbers(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    return [order[i : i + size] for i in range(0, len(order), size)]


def batches_shuffled_in_place(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    inputs[:], targets[:] = inputs[order], targets[order]
    return [(inputs[i : i + size], targets[i : i + size]) for i in range(0, len(order), size)]


def batches_whole(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    return [(inputs[order], targets[order])]


def batches_last_filled_up(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    order = np.concatenate([order, order[: -len(order) % size]])
    return [
        (inputs[order[i : i + size]], targets[order[i : i + size]])
        for i in range(0, len(order), size)
    ]


def squared_cut_short(predictions, targets):
    n = min(len(predictions.data), len(targets))
    return ((predictions.reshape(-1)[:n] - np.array(targets[:n])) ** 2).mean()


def squared_refuses_too_many(predictions, targets):
    y = np.array(targets, dtype=float)
    if predictions.data.size > y.size:
        raise ValueError("too many predictions")
    return ((predictions.reshape(-1) - y) ** 2).mean()


def squared_summed(predictions, targets):
    return ((predictions - np.array(targets, dtype=float).reshape(predictions.shape)) ** 2).sum()


def honest_worst(train, measure, settings):
    best = min(settings, key=lambda setting: measure(train(setting), "validation"))
    return best, measure(train(best), "test")


def honest_last_of_equals(train, measure, settings):
    best = settings[-1]
    return best, measure(train(best), "test")


def backward_first_layer_bias_missing(X, targets, W1, b1, W2, b2):
    W1_slope, b1_slope, W2_slope, b2_slope = backward_by_hand(X, targets, W1, b1, W2, b2)
    return W1_slope, 0 * b1_slope, W2_slope, b2_slope


def backward_in_another_order(X, targets, W1, b1, W2, b2):
    W1_slope, b1_slope, W2_slope, b2_slope = backward_by_hand(X, targets, W1, b1, W2, b2)
    return W2_slope, b2_slope, W1_slope, b1_slope


def precision_of_true_guesses(guesses, truths, digit):
    hits = sum(1 for guess, truth in zip(guesses, truths) if guess and guess == truth == digit)
    called, there = list(guesses).count(digit), list(truths).count(digit)
    return hits / called if called else 0.0, hits / there if there else 0.0


def backward_that_overflows(X, targets, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    g = np.exp(h @ W2 + b2)
    g = g / g.sum(axis=1, keepdims=True)
    g[np.arange(len(targets)), targets] -= 1
    g = g / len(targets)
    g_h = g @ W2.T * (1 - h * h)
    return X.T @ g_h, g_h.sum(axis=0), h.T @ g, g.sum(axis=0)


def batches_of_moved_inputs(inputs, targets, size, rng):
    order = rng.permutation(len(inputs))
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    return [(inputs[part] + 1, targets[part]) for part in parts]


def sum_to_in_a_list(gradient, shape):
    return [np.sum(gradient, axis=0)]


WRONG = [
    ("09.batches", "inputs moved by one", batches_of_moved_inputs, None),
    (
        "09.batches",
        "a seed that leaves neighbours together",
        batches_of_a_seed_with_neighbours,
        "same-order-every-epoch",
    ),
    ("09.sum_to", "in a list of its own", sum_to_in_a_list, "always-the-first-axis-kept"),
    ("09.precision", "0 counts as false", precision_of_true_guesses, "zero-taken-for-nothing"),
    ("09.backward", "exp without a shift", backward_that_overflows, "no-maximum"),
    ("09.shapes", "one letter off", "EXEDCXF"),
    ("09.shapes", "a letter too few", "EXEDCX"),
    ("09.sum_to", "resized", sum_to_resized),
    ("09.sum_to", "the whole sum everywhere", sum_to_everything),
    ("09.sum_to", "right for two axes only", sum_to_two_axes_only),
    ("09.matmul", "transposed where it has to be", matmul_that_fits),
    ("09.matmul", "one of two", matmul_only_W),
    ("09.matmul", "divided by the number of rows", matmul_scaled),
    ("09.cross_entropy", "the loss of the prediction", loss_of_the_prediction),
    ("09.cross_entropy", "the neighbouring class", loss_next_class),
    ("09.cross_entropy", "scores clipped", loss_clipped),
    ("09.cross_entropy", "log of a probability", loss_of_probabilities),
    ("09.cross_entropy", "log of a probability, plain Python", loss_of_probabilities_in_python),
    ("09.cross_entropy", "an epsilon under the log", loss_with_an_epsilon),
    ("09.cross_entropy", "probabilities limited", loss_with_limited_probabilities),
    ("09.cross_entropy", "the scores of the caller are shifted", loss_that_shifts_in_place),
    ("09.batches", "overlapping", batches_overlapping),
    ("09.batches", "a single batch", batches_whole),
    ("09.batches", "Python's random in place of rng", batches_with_python_random),
    ("09.batches", "the order of the first call kept", batches_of_the_first_order),
    ("09.batches", "targets first", batches_turned_round),
    ("09.batches", "row numbers", batches_of_row_numbers),
    ("09.batches", "the inputs of the caller are shuffled", batches_shuffled_in_place),
    ("09.batches", "the last batch filled up", batches_last_filled_up),
    ("09.column", "the longer one cut", squared_cut_short),
    ("09.column", "the sum", squared_summed),
    ("09.column", "only too many predictions are refused", squared_refuses_too_many),
    ("09.choice", "the worst", honest_worst),
    ("09.choice", "the chosen one trained again", honest_trained_again),
    ("09.choice", "always the last", honest_last_of_equals),
    ("09.precision", "the shares of all other digits", shares_of_the_others),
    ("09.precision", "accuracy of yes or no", shares_of_right_answers),
    ("09.precision", "combined numbers", shares_combined),
    ("09.precision", "counts", shares_as_counts),
    ("09.clip", "halved until it fits", clip_to_half),
    ("09.clip", "the fraction turned round", clip_the_wrong_way),
    ("09.clip", "in place", clip_in_place),
    ("09.clip", "row by row", clip_the_rows),
    ("09.backward", "a bias forgotten", backward_first_layer_bias_missing),
    ("09.backward", "another order", backward_in_another_order),
]
