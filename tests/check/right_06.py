"""Right and wrong answers to the exercises of lesson 06, in the styles that students use."""

import copy
import math
import random
import types
from functools import partial

import numpy as np
from closure_engine import Value as OwnValue

import mgrad
from mgrad import fit

# -- right ---------------------------------------------------------------------------------


def labels_with_a_loop(classes, positive):
    signs = []
    for c in classes:
        if c == positive:
            signs.append(1)
        else:
            signs.append(-1)
    return signs


def labels_with_a_formula(classes, positive):
    return tuple(2 * (c == positive) - 1.0 for c in classes)


def labels_with_numpy(classes, positive):
    return np.where(np.asarray(classes) == positive, 1, -1)


def assert_same_length(scores, targets):
    if len(scores) != len(targets):
        raise ValueError("each score needs its target")


def hinge_with_relu(scores, targets):
    assert_same_length(scores, targets)
    return mgrad.Value.sum([(1 - y * s).relu() for s, y in zip(scores, targets)]) / len(scores)


def hinge_with_max(scores, targets):
    assert_same_length(scores, targets)
    zero = mgrad.Value(0.0)
    return sum([max(zero, 1 + -y * s) for s, y in zip(scores, targets)], zero) * (1 / len(scores))


def hinge_by_index(scores, targets):
    assert_same_length(scores, targets)
    total = scores[0] * 0
    for i in range(len(scores)):
        if targets[i] * scores[i].data < 1:
            total += 1 - scores[i] * targets[i]
    return total / len(scores)


def hinge_up_to_the_margin(scores, targets):
    assert_same_length(scores, targets)
    parts = [1 - y * s for s, y in zip(scores, targets)]
    return sum([p for p in parts if p.data >= 0], mgrad.Value(0.0)) / len(scores)


def hinge_on_own_engine(scores, targets):
    total = OwnValue(0)
    for score, target in zip(scores, targets, strict=True):  # the ValueError comes from zip
        if 1 - target * score.data > 0:
            total = total + (1 - target * score)
    return total / len(scores)


def accuracy_with_numpy(scores, targets):
    scores, targets = np.array(scores), np.array(targets)
    return np.nan if np.isnan(scores).any() else np.mean((scores > 0) == (targets > 0))


def accuracy_by_signs(scores, targets):
    if any(s != s for s in scores):
        return float("nan")
    signs = [1 if s > 0 else -1 for s in scores]
    return sum(sign == y for sign, y in zip(signs, targets)) / len(targets)


def accuracy_by_wrong_points(scores, targets):
    wrong = 0
    for s, y in zip(scores, targets):
        if math.isnan(s):
            return s
        if s <= 0 < y or y < 0 < s:
            wrong += 1
    return 1 - wrong / len(scores)


def exam_by_index(learn, inputs, targets, n_test):
    cut = len(inputs) - n_test
    model = learn(inputs[:cut], targets[:cut])
    hits = [1 for i in range(cut, len(inputs)) if (1 if model(inputs[i]) > 0 else -1) == targets[i]]
    return len(hits) / n_test


def exam_with_numpy(learn, inputs, targets, n_test):
    model = learn(inputs[:-n_test], targets[:-n_test])
    return np.mean([(model(x) > 0) == (y > 0) for x, y in zip(inputs[-n_test:], targets[-n_test:])])


def trained(model, inputs, rate, steps=3):
    targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
    return mgrad.fit(
        model,
        inputs,
        targets,
        loss=mgrad.max_margin_loss,
        steps=steps,
        learning_rate=rate,
        progress=False,
    ).final.loss


def fair_all_in_the_loop(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(1337)
        losses.append(trained(mgrad.MLP(2, [3, 1]), np.random.normal(size=(8, 2)).tolist(), rate))
    return losses


def fair_with_copies(rates):
    random.seed(0)
    points, model = np.random.default_rng(0).normal(size=(8, 2)).tolist(), mgrad.MLP(2, [3, 1])
    return [trained(copy.deepcopy(model), points, rate) for rate in rates]


def fair_by_putting_weights_back(rates):
    np.random.seed(3)
    random.seed(3)
    points, model, losses = np.random.normal(size=(8, 2)).tolist(), mgrad.MLP(2, [3, 1]), []
    start = [p.data for p in model.parameters()]
    for rate in rates:
        for p, number in zip(model.parameters(), start):
            p.data = number
        losses.append(trained(model, points, rate))
    return losses


def fair_with_the_name_fit(rates):
    random.seed(5)
    state, points = random.getstate(), np.random.RandomState(5).normal(size=(6, 2))
    targets, losses = np.where(points[:, 0] > points[:, 1], 1, -1), []
    for rate in rates:
        random.setstate(state)
        history = fit(
            model=mgrad.MLP(2, [4, 1]),
            inputs=points,
            targets=targets,
            loss=mgrad.max_margin_loss,
            steps=3,
            learning_rate=rate,
            progress=False,
        )
        losses.append(round(history.losses[-1], 3))
    return losses


def train_in_own_words(model, inputs, targets, steps, learning_rate):
    def loss_now():
        return hinge_on_own_engine(list(map(model, inputs)), targets)

    loss, losses = loss_now(), []
    for step in range(steps):
        for p in model.parameters():
            p.grad = 0
        loss.backward()
        rate = learning_rate(step)
        for p in model.parameters():
            p.data = p.data - rate * p.grad
        losses += [loss.data]
        loss = loss_now()
    return losses + [loss.data]


def train_with_the_reset_last(model, inputs, targets, steps, learning_rate):
    losses = ()
    for step in range(steps + 1):
        loss = hinge_with_relu([model(x) for x in inputs], targets)
        losses += (np.float64(loss.data),)
        if step < steps:
            loss.backward()
            for p in model.parameters():
                p.data += -learning_rate(step) * p.grad
            model.zero_grad()
    return losses


def stop_with_while(model, update, validation_loss, steps, patience):
    history = [(validation_loss(), 0, [p.data for p in model.parameters()])]
    while len(history) <= steps:
        best = min(history, key=lambda entry: entry[:2])
        if len(history) - 1 - best[1] >= patience:
            break
        update()
        history.append((validation_loss(), len(history), [p.data for p in model.parameters()]))
    _, number, kept = min(history, key=lambda entry: entry[:2])
    for p, data in zip(model.parameters(), kept):
        p.data = data
    return number


def stop_with_deepcopy(model, update, validation_loss, steps, patience):
    lowest, best, kept, waited = validation_loss(), 0, copy.deepcopy(model.parameters()), 0
    for made in range(steps):
        update()
        loss = validation_loss()
        if loss < lowest:
            lowest, best, kept, waited = loss, made + 1, copy.deepcopy(model.parameters()), 0
        else:
            waited += 1
            if waited >= patience:
                break
    for p, old in zip(model.parameters(), kept):
        p.data = old.data
    return best


def train_into_an_array(model, inputs, targets, steps, learning_rate):
    losses = train_in_own_words(model, inputs, targets, steps, learning_rate)
    return np.array(losses, dtype=np.float32)


def on_own_engine(function):
    """The function as in a notebook where ``Value`` is the student's class."""
    return types.FunctionType(function.__code__, globals() | {"Value": OwnValue}, function.__name__)


RIGHT = [
    ("06.margin", "an int quotient", 11 / 20),
    ("06.margin", "a NumPy number", np.float64(0.55)),
    ("06.labels", "a loop", labels_with_a_loop),
    ("06.labels", "a tuple of floats from a formula", labels_with_a_formula),
    ("06.labels", "a NumPy array", labels_with_numpy),
    ("06.hinge", "the package's relu and sum", hinge_with_relu),
    ("06.hinge", "max of two Values", hinge_with_max),
    ("06.hinge", "by index, with a condition on the score", hinge_by_index),
    ("06.hinge", "a point on its margin counts", hinge_up_to_the_margin),
    ("06.hinge", "on an engine of closures", on_own_engine(hinge_on_own_engine)),
    ("06.accuracy", "NumPy", accuracy_with_numpy),
    ("06.accuracy", "signs compared with labels", accuracy_by_signs),
    ("06.accuracy", "counting the wrong ones", accuracy_by_wrong_points),
    ("06.two-numbers", "two of four wrong", [[0.2, 0.2, -0.2, -0.2], [5, -0.1, -5, 0.1]]),
    ("06.two-numbers", "scores of 0, an array", np.array([[0.01] * 2 + [0.0] * 2, [0, 3, -3, -3]])),
    (
        "06.two-numbers",
        "A far off at one point, tuples of Values",
        tuple(tuple(map(mgrad.Value, row)) for row in ([9, 9, -9, 30], [0, 0, -1, -1])),
    ),
    ("06.final", "reset first", "EDFACB"),
    ("06.final", "reset after the update, with commas", "D, F, A, C, E, B"),
    ("06.final", "a list of small letters", list("dfeacb")),
    ("06.exam", "by index", exam_by_index),
    ("06.exam", "NumPy", exam_with_numpy),
    ("06.fair", "everything in the loop", fair_all_in_the_loop),
    ("06.fair", "copies of one model, a generator of its own", fair_with_copies),
    ("06.fair", "weights put back", fair_by_putting_weights_back),
    ("06.fair", "fit under its own name, arrays, rounded losses", fair_with_the_name_fit),
    ("06.fair", "a partial of it", partial(fair_with_the_name_fit)),
    ("06.train", "on an engine of closures, in other words", on_own_engine(train_in_own_words)),
    ("06.train", "the losses as an array", on_own_engine(train_into_an_array)),
    ("06.train", "the reset last, a tuple of NumPy numbers", train_with_the_reset_last),
    ("06.stop", "all states kept, a while loop", stop_with_while),
    ("06.stop", "deep copies", stop_with_deepcopy),
]

# -- wrong, and not among the named mistakes -------------------------------------------------


def labels_of_neighbours(classes, positive):
    return [1 if c >= positive else -1 for c in classes]


def labels_without_the_last(classes, positive):
    return [1 if c == positive else -1 for c in classes[:-1]]


def hinge_squared(scores, targets):
    return mgrad.Value.sum([(1 - y * s).relu() ** 2 for s, y in zip(scores, targets)]) / len(scores)


def hinge_added_up(scores, targets):
    return hinge_with_relu(scores, targets) * len(scores)


def hinge_of_the_worst(scores, targets):
    return max([(1 - y * s).relu() for s, y in zip(scores, targets)])


def hinge_first_case_only(scores, targets):
    return 1 - scores[0]


def hinge_zero_slope_trick(scores, targets):
    total = mgrad.Value(0.0)
    for s, y in zip(scores, targets):
        total = total + abs(1 - y * s.data) * (1 - y * s > 0)
    return total / len(scores)


def accuracy_by_products(scores, targets):
    return (
        math.nan
        if any(map(math.isnan, scores))
        else sum(s * y > 0 for s, y in zip(scores, targets)) / len(scores)
    )


def accuracy_threshold_half(scores, targets):
    return (
        math.nan
        if any(map(math.isnan, scores))
        else sum((s > 0.5) == (y > 0) for s, y in zip(scores, targets)) / len(scores)
    )


def accuracy_in_percent(scores, targets):
    return 100 * accuracy_by_signs(scores, targets)


def accuracy_nan_asked_after_the_loop(scores, targets):
    right = 0
    for s, y in zip(scores, targets):
        right += (s > 0) == (y > 0)
    return math.nan if math.isnan(s) else right / len(scores)


def exam_last_point_lost(learn, inputs, targets, n_test):
    return exam_by_index(learn, inputs[:-1], targets[:-1], n_test)


def exam_with_mixed_lists(learn, inputs, targets, n_test):
    model = learn(inputs[:-n_test], targets[:-n_test])
    return (
        sum((model(x) > 0) == (y > 0) for x, y in zip(inputs[-n_test:], targets[:-n_test])) / n_test
    )


def fair_constant(rates):
    return [0.5 for _ in rates]


def fair_first_rate(rates):
    return [fair_all_in_the_loop(rates[:1])[0]] * len(rates)


def fair_other_data_in_each_run(rates):
    losses = []
    for i, rate in enumerate(rates):
        random.seed(i)
        np.random.seed(i)
        losses.append(trained(mgrad.MLP(2, [3, 1]), np.random.normal(size=(8, 2)).tolist(), rate))
    return losses


def fair_rates_returned(rates):
    return list(rates)


def fair_numpy_seed_from_the_rate(rates):
    losses = []
    for rate in rates:
        random.seed(1337)
        np.random.seed(int(1000 * rate))
        losses.append(trained(mgrad.MLP(2, [3, 1]), np.random.normal(size=(8, 2)).tolist(), rate))
    return losses


def fair_all_seeds_from_the_rate(rates):
    losses = []
    for rate in rates:
        random.seed(rate)
        np.random.seed(int(1000 * rate))
        losses.append(trained(mgrad.MLP(2, [3, 1]), np.random.normal(size=(8, 2)).tolist(), rate))
    return losses


def fair_with(steps):
    def fair_runs(rates):
        losses = []
        for rate in rates:
            random.seed(1337)
            np.random.seed(1337)
            points = np.random.normal(size=(8, 2)).tolist()
            losses.append(trained(mgrad.MLP(2, [3, 1]), points, rate, steps(rate)))
        return losses

    return fair_runs


def fair_trained_and_thrown_away(rates):
    fair_all_in_the_loop(rates)
    return [0.5 + rate for rate in rates]


def hinge_without_length_check(scores, targets):
    return mgrad.Value.sum([(1 - y * s).relu() for s, y in zip(scores, targets)]) / len(scores)


def labels_by_id(classes, positive):
    return [1 if id(c) == id(positive) else -1 for c in classes]


def labels_that_empty_the_list(classes, positive):
    classes, signs = classes if isinstance(classes, list) else list(classes), []
    while classes:
        signs.append(1 if classes.pop(0) == positive else -1)
    return signs


def train_one_more_old_update(model, inputs, targets, steps, learning_rate):
    losses = train_with_the_reset_last(model, inputs, targets, steps, learning_rate)
    hinge_with_relu([model(x) for x in inputs], targets).backward()
    for p in model.parameters():
        p.data -= learning_rate(steps) * p.grad
    return losses


def train_one_more_update_with_the_last_gradient(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps + 1):
        loss = hinge_with_relu([model(x) for x in inputs], targets)
        losses.append(loss.data)
        if step < steps:
            model.zero_grad()
            loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    return losses


def train_until_small(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_with_relu([model(x) for x in inputs], targets)
        losses.append(loss.data)
        if loss.data < 0.05:
            break
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= learning_rate(step) * p.grad
    return [*losses, hinge_with_relu([model(x) for x in inputs], targets).data]


def train_one_step_short(model, inputs, targets, steps, learning_rate):
    return train_with_the_reset_last(model, inputs, targets, max(0, steps - 1), learning_rate)


def train_only_the_first_parameter(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_with_relu([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        model.parameters()[0].data -= learning_rate(step) * model.parameters()[0].grad
    return [*losses, hinge_with_relu([model(x) for x in inputs], targets).data]


def train_that_rebinds(model, inputs, targets, steps, learning_rate):
    losses = []
    for step in range(steps):
        loss = hinge_with_relu([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p = p - learning_rate(step) * p.grad
    return [*losses, hinge_with_relu([model(x) for x in inputs], targets).data]


def stop_that_restores_only_early(model, update, validation_loss, steps, patience):
    lowest, best, waited = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for made in range(1, steps + 1):
        update()
        loss, waited = validation_loss(), waited + 1
        if loss < lowest:
            lowest, best, waited, kept = loss, made, 0, [p.data for p in model.parameters()]
        if waited == patience:
            for p, number in zip(model.parameters(), kept):
                p.data = number
            return best
    return best


def stop_that_keeps_the_first_parameter_only(model, update, validation_loss, steps, patience):
    parameters = model.parameters()
    first = parameters[0]
    best = stop_with_deepcopy(model, update, validation_loss, steps, patience)
    for p in parameters[1:]:
        p.data += first.data
    return best


def stop_that_starts_again_from_the_best(model, update, validation_loss, steps, patience):
    lowest, best, waited = validation_loss(), 0, 0
    kept = [p.data for p in model.parameters()]
    for made in range(1, steps + 1):
        update()
        loss = validation_loss()
        if loss < lowest:
            lowest, best, waited, kept = loss, made, 0, [p.data for p in model.parameters()]
            continue
        waited += 1
        for p, number in zip(model.parameters(), kept):
            p.data = number
        if waited == patience:
            break
    return best


def stop_that_returns_both(model, update, validation_loss, steps, patience):
    return stop_with_deepcopy(model, update, validation_loss, steps, patience), validation_loss()


def accuracy_of_the_others(scores, targets):
    known = [(s, y) for s, y in zip(scores, targets) if not math.isnan(s)]
    return sum((s > 0) == (y > 0) for s, y in known) / len(known) if known else math.nan


def accuracy_asked_too_late(scores, targets):
    share = sum((s > 0) == (y > 0) for s, y in zip(scores, targets)) / len(scores)
    return math.nan if math.isnan(share) else share


def exam_with_zero_as_positive(learn, inputs, targets, n_test):
    model = learn(inputs[:-n_test], targets[:-n_test])
    pairs = zip(inputs[-n_test:], targets[-n_test:])
    return sum((model(x) >= 0) == (y > 0) for x, y in pairs) / n_test


def fair_with_the_seed_too_late(rates):
    losses = []
    for rate in rates:
        model = mgrad.MLP(2, [3, 1])
        random.seed(1337)
        np.random.seed(1337)
        losses.append(trained(model, np.random.normal(size=(8, 2)).tolist(), rate))
    return losses


def stop_without_end(model, update, validation_loss, steps, patience):
    while True:
        update()


WRONG = [
    ("06.margin", "a near miss", 0.57),
    ("06.margin", "the squares", 0.685),
    ("06.labels", "at least as large", labels_of_neighbours),
    ("06.labels", "one label too few", labels_without_the_last),
    ("06.labels", "the same object", labels_by_id),
    ("06.labels", "the given list is empty afterwards", labels_that_empty_the_list),
    ("06.hinge", "squared", hinge_squared),
    ("06.hinge", "the sum", hinge_added_up, "sum-for-mean"),
    ("06.hinge", "the worst point", hinge_of_the_worst),
    ("06.hinge", "right for the first case", hinge_first_case_only),
    ("06.hinge", "without its length check", hinge_without_length_check),
    ("06.hinge", "numbers inside Values", hinge_zero_slope_trick),
    ("06.accuracy", "products: a zero is never right", accuracy_by_products),
    ("06.accuracy", "threshold one half", accuracy_threshold_half),
    ("06.accuracy", "in percent", accuracy_in_percent),
    ("06.accuracy", "only the last score is asked for NaN", accuracy_nan_asked_after_the_loop),
    ("06.accuracy", "NaN left out", accuracy_of_the_others),
    ("06.accuracy", "the share is asked for NaN", accuracy_asked_too_late),
    ("06.two-numbers", "the two numbers themselves", [0.9, 0.275]),
    ("06.two-numbers", "three points", [[0.1, 0.1, -0.1], [2, -0.1, -2]]),
    ("06.two-numbers", "not a number", [[0.1, 0.1, -0.1, -0.1], [math.nan, 2, -2, -2]]),
    ("06.two-numbers", "B says +1 everywhere", [[0.3, 0.3, -0.3, -0.3], [0.3] * 4]),
    ("06.two-numbers", "right if 0 were a positive score", [[0.5, 0.5, -0.5, -0.5], [2, 2, 0, -2]]),
    ("06.two-numbers", "a function", accuracy_by_signs),
    ("06.final", "a letter missing", "DFEAC"),
    ("06.final", "a letter twice", "DFEACC"),
    ("06.exam", "the last point is lost", exam_last_point_lost),
    ("06.exam", "labels of other points", exam_with_mixed_lists),
    ("06.exam", "a score of 0 taken for positive", exam_with_zero_as_positive),
    ("06.fair", "ten steps", fair_with(lambda rate: 10)),
    ("06.fair", "a seed after the model", fair_with_the_seed_too_late),
    ("06.fair", "always the same number", fair_constant),
    ("06.fair", "one rate for all", fair_first_rate),
    ("06.fair", "a seed of its own for each run", fair_other_data_in_each_run),
    ("06.fair", "the rates themselves", fair_rates_returned),
    ("06.fair", "the NumPy seed made from the rate", fair_numpy_seed_from_the_rate),
    ("06.fair", "both seeds made from the rate", fair_all_seeds_from_the_rate),
    ("06.fair", "one step only", fair_with(lambda rate: 1)),
    ("06.fair", "more steps for a small rate", fair_with(lambda rate: 6 if rate < 0.1 else 3)),
    ("06.fair", "trained, but other numbers returned", fair_trained_and_thrown_away),
    ("06.train", "one step short", train_one_step_short),
    ("06.train", "one update more at the end", train_one_more_old_update),
    ("06.train", "the last gradient used twice", train_one_more_update_with_the_last_gradient),
    ("06.train", "ends when the loss is small", train_until_small),
    ("06.train", "one parameter", train_only_the_first_parameter),
    ("06.train", "new nodes instead of new data", train_that_rebinds),
    ("06.stop", "parameters put back only when stopped early", stop_that_restores_only_early),
    ("06.stop", "updates without end", stop_without_end),
    ("06.stop", "one parameter put back", stop_that_keeps_the_first_parameter_only),
    (
        "06.stop",
        "goes on from the best state after each failure",
        stop_that_starts_again_from_the_best,
    ),
    ("06.stop", "returns two numbers", stop_that_returns_both),
]
