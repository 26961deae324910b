"""Right and wrong answers to the exercises of lesson 12, in the styles that students use."""

import math
from collections import Counter

import numpy as np

from mgrad import Tensor


def pairs_with_zip(names):
    counts = {}
    for name in names:
        text = "." + name + "."
        for a, b in zip(text, text[1:]):
            if a + b in counts:
                counts[a + b] += 1
            else:
                counts[a + b] = 1
    return counts


def pairs_with_counter(names):
    return Counter(f".{n}."[i : i + 2] for n in names for i in range(len(n) + 1))


def pairs_of_the_last_name(names):
    """How often each pair stands in the last name that has it."""
    return {a + b: f".{n}.".count(a + b) for n in names for a, b in zip(f".{n}", f"{n}.")}


def pairs_of_pairs(names):
    """In each name as often as the pair stands in it, and that for each time."""
    counts = Counter()
    for name in names:
        text = f".{name}."
        for a, b in zip(text, text[1:]):
            counts[a + b] += text.count(a + b)
    return dict(counts)


def pairs_with_the_end_only(names):
    return pairs_with_zip([name + "." for name in names])


def layer_with_a_loop(W, left, right):
    n, g = len(left), np.zeros_like(W)
    for a, b in zip(left, right):
        powers = [math.exp(w) for w in W[a]]
        for k in range(len(powers)):
            g[a, k] += (powers[k] / sum(powers) - (k == b)) / n
    return g


def layer_from_the_counts(W, left, right):
    counts = np.zeros(W.shape)
    np.add.at(counts, (left, right), 1)
    p = np.exp(W) / np.exp(W).sum(axis=1, keepdims=True)
    return (counts.sum(axis=1, keepdims=True) * p - counts) / len(left)


def layer_by_the_engine(W, left, right):
    table = Tensor(W)
    table[left].cross_entropy(right).backward()
    return table.grad


def layer_all_zero(W, left, right):
    return np.zeros(W.shape)


def context_with_a_window(name, size):
    window, made = "." * size, []
    for letter in name + ".":
        made.append((window, letter))
        window = window[1:] + letter
    return made


def context_as_lists(name, size):
    text = "." * size + name + "."
    return [[text[i : i + size], text[i + size]] for i in range(len(name) + 1)]


def context_of_one(name, size):
    return context_with_a_window(name, 1)


def softmax_of_rows(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def mask_with_triu(queries, keys, values):
    t, d = queries.shape
    scores = queries @ keys.T / d**0.5
    scores[np.triu(np.ones((t, t), dtype=bool), 1)] = -np.inf
    return softmax_of_rows(scores) @ values


def mask_place_by_place(queries, keys, values):
    rows = []
    for i in range(len(queries)):
        scores = keys[: i + 1] @ queries[i] / math.sqrt(len(queries[i]))
        powers = np.exp(scores)
        rows.append(powers / powers.sum() @ values[: i + 1])
    return rows


def mask_with_a_large_number(queries, keys, values):
    t = len(queries)
    scores = queries @ keys.T / np.sqrt(queries.shape[1])
    scores = scores - 1e9 * (np.arange(t) > np.arange(t)[:, None])
    return softmax_of_rows(scores) @ values


def mask_of_means(queries, keys, values):
    return np.cumsum(values, axis=0) / np.arange(1, len(values) + 1)[:, None] + 0.0 * queries.sum()


def mask_first_only(queries, keys, values):
    return np.repeat(values[:1], len(values), axis=0)


def mask_hides_itself(queries, keys, values, fill=-math.inf, clean=lambda weights: weights):
    t = len(queries)
    scores = queries @ keys.T / np.sqrt(queries.shape[1])
    scores[np.triu_indices(t)] = fill
    return clean(softmax_of_rows(scores)) @ values


def mask_hides_itself_by_a_number(queries, keys, values):
    return mask_hides_itself(queries, keys, values, -1e9)


def mask_hides_itself_without_nan(queries, keys, values):
    return mask_hides_itself(queries, keys, values, clean=np.nan_to_num)


def mask_hides_itself_by_a_sum(queries, keys, values):
    t = len(queries)
    scores = queries @ keys.T / np.sqrt(queries.shape[1]) + np.triu(np.full((t, t), -1e9))
    return softmax_of_rows(scores) @ values


def mask_hides_itself_but_the_first(queries, keys, values):
    rows = [values[0]]
    for i in range(1, len(queries)):
        powers = np.exp(keys[:i] @ queries[i] / math.sqrt(len(queries[i])))
        rows.append(powers / powers.sum() @ values[:i])
    return rows


def mask_by_a_product(queries, keys, values):
    powers = np.tril(np.exp(queries @ keys.T / math.sqrt(keys.shape[1])))
    return powers @ values / np.sum(powers, axis=1)[:, None]


def mask_by_running_sums(queries, keys, values):
    """Row by row, as a model that writes does it: what was before is not touched again."""

    def seen(i, below=0.0, above=0.0):
        for key, value in zip(keys[: i + 1], values):
            power = np.exp(np.dot(queries[i], key) / len(key) ** 0.5)
            below, above = below + power, above + power * value
        return above / below

    return np.stack(list(map(seen, range(len(queries)))))


def axis_of_both(scores):
    powers = np.exp(scores - scores.max(axis=(1, 2), keepdims=True))
    return powers / powers.sum(axis=(-2, -1), keepdims=True)


def axis_of_both_name_by_name(scores):
    return np.array([np.exp(t) / np.exp(t).sum() for t in scores])


def axis_of_both_below_the_row(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / np.einsum("nij->n", powers)[:, None, None]


def axis_one_below_the_row(scores):
    powers = np.exp(scores - scores.max(axis=2, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def axis_flat_and_back(scores):
    rows = scores.reshape(-1, scores.shape[-1])
    return softmax_of_rows(rows).reshape(scores.shape)


def axis_along_the_last(scores):
    return np.apply_along_axis(lambda row: softmax_of_rows(row[None])[0], -1, scores)


def axis_by_logarithms(scores):
    top = np.max(scores, -1)[..., None]
    return np.exp(scores - top - np.log(np.exp(scores - top).sum(-1))[..., None])


def axis_two(scores):
    powers = np.exp(scores - scores.max(axis=2, keepdims=True))
    return powers / powers.sum(axis=2, keepdims=True)


def axis_by_the_engine(scores):
    return Tensor(scores).softmax().data


def axis_with_a_loop(scores):
    return np.array([softmax_of_rows(table) for table in scores])


def axis_of_equal_weights(scores):
    return np.full(scores.shape, 1 / scores.shape[-1])


def padding_with_a_mask(log_p, targets):
    n, t = np.nonzero(targets >= 0)
    return -log_p[n, t, targets[n, t]].mean()


def padding_with_a_loop(log_p, targets):
    losses = []
    for name, row in zip(log_p, targets):
        for scores, target in zip(name, row):
            if target != -1:
                losses.append(-scores[target])
    return sum(losses) / len(losses)


def padding_flat(log_p, targets):
    flat, log_p = targets.reshape(-1), log_p.reshape(-1, log_p.shape[-1])
    there = flat >= 0
    return -np.mean(log_p[there][np.arange(there.sum()), flat[there]])


def padding_worst_letter(log_p, targets):
    return -log_p.min()


def heated_as_powers(scores, temperature):
    z = scores - scores.max()
    p = np.exp(z) ** (1 / temperature)
    return p / sum(p)


def heated_by_the_engine(scores, temperature):
    return (Tensor(scores) / temperature).softmax().data


def heated_with_lists(scores, temperature):
    top = max(scores)
    powers = [math.exp((z - top) / temperature) for z in scores]
    return [p / sum(powers) for p in powers]


def heated_all_alike(scores, temperature):
    return [1 / len(scores)] * len(scores)


def head_with_triu(x, query, key, value):
    t = x.shape[1]
    future = np.triu(np.ones((t, t), dtype=bool), 1)
    scores = (x @ query) @ (x @ key).transpose(0, 2, 1) * query.shape[1] ** -0.5
    return scores.masked_fill(future, -np.inf).softmax() @ (x @ value)


def head_with_a_constant(x, query, key, value):
    t = x.shape[1]
    wall = np.where(np.arange(t) > np.arange(t)[:, None], -1e9, 0.0)
    scores = (x @ query) @ (x @ key).transpose(0, 2, 1) / math.sqrt(key.shape[1])
    return (scores + wall).softmax() @ (x @ value)


def head_without_questions(x, query, key, value):
    return x @ value


RIGHT = [
    ("12.between", "rounded by hand", 4),
    ("12.between", "computed", math.exp(-sum(map(math.log, (1 / 2, 1 / 4, 1 / 8, 1 / 4))) / 4)),
    ("12.pairs", "zip and if", pairs_with_zip),
    ("12.pairs", "Counter", pairs_with_counter),
    ("12.layer", "a loop", layer_with_a_loop),
    ("12.layer", "the counts", layer_from_the_counts),
    ("12.layer", "the engine", layer_by_the_engine),
    ("12.context", "a window that moves", context_with_a_window),
    ("12.context", "lists", context_as_lists),
    ("12.shapes", "small letters with spaces", "d e c a d f"),
    ("12.mask", "triu", mask_with_triu),
    ("12.mask", "place by place", mask_place_by_place),
    ("12.mask", "a large number", mask_with_a_large_number),
    ("12.mask", "powers times a mask", mask_by_a_product),
    ("12.mask", "running sums", mask_by_running_sums),
    ("12.axis", "axis 2", axis_two),
    ("12.axis", "the engine", axis_by_the_engine),
    ("12.axis", "name by name", axis_with_a_loop),
    ("12.axis", "laid out flat", axis_flat_and_back),
    ("12.axis", "apply_along_axis", axis_along_the_last),
    ("12.axis", "logarithms", axis_by_logarithms),
    ("12.padding", "places by nonzero", padding_with_a_mask),
    ("12.padding", "a loop", padding_with_a_loop),
    ("12.padding", "laid out flat", padding_flat),
    ("12.temperature", "powers", heated_as_powers),
    ("12.temperature", "the engine", heated_by_the_engine),
    ("12.temperature", "lists", heated_with_lists),
    ("12.head", "triu", head_with_triu),
    ("12.head", "a wall of large numbers", head_with_a_constant),
]


def padding_where_something_is_lost(log_p, targets):
    n, t = targets.shape
    losses = -log_p[np.arange(n)[:, None], np.arange(t), targets]
    losses[targets < 0] = 0.0
    return losses[losses > 0].mean()


def heated_with_a_cold_rule(scores, temperature):
    if temperature < 0.5:
        return (scores == scores.max()) / np.sum(scores == scores.max())
    return heated_as_powers(scores, temperature)


def head_hides_itself_by_a_number(x, query, key, value):
    t = x.shape[1]
    scores = (x @ query) @ (x @ key).transpose(0, 2, 1) / math.sqrt(key.shape[1])
    return scores.masked_fill(np.tri(t).T > 0, -1e9).softmax() @ (x @ value)


WRONG = [
    ("12.padding", "no loss", padding_where_something_is_lost, "certain-letters-left-out"),
    ("12.temperature", "a rule for the cold", heated_with_a_cold_rule, "best-when-cold"),
    ("12.head", "itself", head_hides_itself_by_a_number, "itself-hidden-by-a-number"),
    ("12.between", "a loss of zero", 1.0),
    ("12.pairs", "of the last name", pairs_of_the_last_name, "names-once"),
    ("12.pairs", "squares of the counts", pairs_of_pairs),
    ("12.pairs", "two dots at the end", pairs_with_the_end_only),
    ("12.layer", "nothing to learn", layer_all_zero),
    ("12.context", "one letter whatever the size", context_of_one),
    ("12.shapes", "all the same", "DDDDDD"),
    ("12.mask", "means", mask_of_means),
    ("12.mask", "the first value", mask_first_only),
    ("12.mask", "itself too", mask_hides_itself, "itself-hidden"),
    ("12.mask", "itself, a number", mask_hides_itself_by_a_number, "itself-hidden-by-a-number"),
    ("12.mask", "itself, a sum", mask_hides_itself_by_a_sum, "itself-hidden-by-a-sum"),
    ("12.mask", "itself, no NaN", mask_hides_itself_without_nan, "itself-hidden-zeros-first"),
    ("12.mask", "not the first", mask_hides_itself_but_the_first, "itself-hidden-but-the-first"),
    ("12.axis", "all alike", axis_of_equal_weights),
    ("12.axis", "both axes", axis_of_both, "over-both-axes"),
    ("12.axis", "both, name by name", axis_of_both_name_by_name, "over-both-axes"),
    ("12.axis", "both", axis_of_both_below_the_row, "over-both-axes-of-shifted-rows"),
    ("12.axis", "axis 1", axis_one_below_the_row, "over-the-askers-of-shifted-rows"),
    ("12.padding", "the worst letter", padding_worst_letter),
    ("12.temperature", "all alike", heated_all_alike),
    ("12.head", "without questions", head_without_questions),
]
