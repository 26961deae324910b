"""Checks for the exercises of lesson 06, training on the moons."""

import inspect
import math
import random

import mgrad
from mgrad.check.task import Mistake, Task, arranged, engine_of, some_numbers, value_task

TITLE = "06 moons"


def _labels(rng, count):
    return [1, -1] + [rng.choice([-1, 1]) for _ in range(count - 2)]


# -- labels --------------------------------------------------------------------------------


def _marks(chosen, other):
    return lambda classes, positive: [chosen if c == positive else other for c in classes]


def _in_place(classes, positive):
    for i, c in enumerate(classes):
        classes[i] = 1 if c == positive else -1
    return classes


def _probe_labels(answer, case):
    form, classes, positive = case
    given = [int(str(c)) for c in classes]  # numbers of their own, so that "is" does not find them equal by luck
    if form == "NumPy array":
        import numpy as np

        given = np.array(given)
    labels = answer(given, int(str(positive)))
    if list(given) == classes:
        return labels
    return {"labels": labels, "the classes that were given, afterwards": given}


def _label_cases(rng):
    digits = [rng.randrange(10) for _ in range(6)]
    return [
        ["list", [0, 1, 1], 1], ["list", [0, 1], 0], ["list", [3, 7, 7, 0], 7], ["list", [1024, 512, 1024], 1024], ["NumPy array", [2, 0, 2], 2],
        ["list", digits, digits[2]],
    ]  # fmt: skip


# -- the hinge loss ------------------------------------------------------------------------


def _same_length(scores, targets):
    if len(scores) != len(targets):
        raise ValueError(f"{len(scores)} scores but {len(targets)} targets")


def _hinge(margin=1, sign=-1, keeps_all=False, wrong_only=False, shares="all", graph=True, start_node=True, checks=True):
    """Hinge losses with one idea changed."""

    def hinge_loss(scores, targets):
        if checks:
            _same_length(scores, targets)
        node = type(scores[0])
        total, count = node(0.0) if start_node else 0.0, 0
        for score, target in zip(scores, targets):
            part = margin + sign * target * score
            if (target * score.data < 0 if wrong_only else part.data > 0) or keeps_all:
                total, count = total + part, count + 1
        divisor = {"all": len(scores), "none": 1, "pulling": max(1, count)}[shares]
        return total / divisor if graph else node(total.data / divisor)

    return hinge_loss


hinge_loss = _hinge()


def _hinge_as_number(scores, targets):
    _same_length(scores, targets)
    return sum(max(0.0, 1 - y * s.data) for s, y in zip(scores, targets)) / len(scores)


def _probe_hinge(answer, case):
    value = engine_of(answer)
    scores = [value(s) for s in case[0]]
    loss = answer(scores, case[1])
    if loss is None:
        return None  # still to write
    if isinstance(loss, float | int):
        return f"{loss:.4g}, a plain number"  # no part of a graph
    loss.backward()
    return {"loss": loss.data, "slopes": [s.grad for s in scores]}


def _hinge_cases(rng):
    return [
        [[0.3], [1]], [[-0.5, 0.25], [-1, -1]], [[2.0, 0.4], [1, 1]], [[-0.5, 3.0], [1, 1]], [[1.5, -3.0], [1, -1]],
        [[0.5, -0.2], [1]], [some_numbers(rng, 5), _labels(rng, 5)],
    ]  # fmt: skip


# -- accuracy ------------------------------------------------------------------------------


def _accuracy(zero_is_positive=False, nan="nan"):
    def accuracy(scores, targets):
        broken = [math.isnan(s) for s in scores]
        if {"nan": any(broken), "all": all(broken), "first": broken[0], "no": False}[nan]:
            return math.nan
        return sum(((s >= 0 if zero_is_positive else s > 0) == (y > 0)) for s, y in zip(scores, targets)) / len(scores)

    return accuracy


def _nan_is_wrong(scores, targets):
    return sum((s > 0) == (y > 0) and s == s for s, y in zip(scores, targets)) / len(scores)


def _accuracy_cases(rng):
    return [
        [[0.4, -2.0], [1, 1]], [["nan", "nan"], [1, -1]], [[0.0], [-1]], [[0.0, 3.0], [1, 1]], [["nan", 2.0, -0.1], [-1, 1, -1]],
        [[2.0, "nan", -0.1], [1, -1, -1]], [[1.0, -1.0, "nan"], [1, -1, -1]],
        [some_numbers(rng, 7), _labels(rng, 7)],
    ]  # fmt: skip


# -- one training run, six lines -----------------------------------------------------------

LINES = {
    "A": "        loss.backward()",
    "B": "        reported = loss_of(model).data",
    "C": "        for p in model.parameters(): p.data -= 0.1 * p.grad",
    "D": "        loss = loss_of(model)",
    "E": "        model.zero_grad()",
    "F": "        loss = loss + 0.05 * price_of(model)",
}


class _Model:
    """Two inputs, one output, no hidden layer: on any engine."""

    def __init__(self, value, start=(0.4, -0.3, 0.1)):
        self.values = [value(x) for x in start]

    def __call__(self, x):
        w1, w2, b = self.values
        return w1 * x[0] + w2 * x[1] + b

    def parameters(self):
        return self.values

    def zero_grad(self):
        for p in self.values:
            p.grad = 0.0


def _run_lines(order):
    """The parameter at the end, and what the arranged loop reported."""
    model = _Model(mgrad.Value, [1.0])
    names = {
        "model": model,
        "loss_of": lambda model: (2 * model.values[0] - 1) ** 2,
        "price_of": lambda model: model.values[0] ** 2,
    }
    exec("def run():\n    for step in range(3):\n" + arranged(LINES, order) + "\n    return reported", names)  # noqa: S102
    reported = names["run"]()
    return model.values[0].data, reported


def _probe_lines(answer, case):
    w, reported = _run_lines(answer)
    right_w, right_report = _run_lines("DFEACB")
    if w == 1.0:
        return {"training": "the parameters never change"}
    if w == _run_lines("DEACBF")[0]:
        return {"training": "as if there were no price"}
    if w != right_w:
        return {"training": "each update uses gradients of an earlier step"}
    return {"training": "right", "report": "of the final state" if reported == right_report else "of the state before the last update"}


# -- training set and test set -------------------------------------------------------------


def _exam(learns="train", measures="test", divides_by=None, last=True):
    """Learn from one part, measure on one part; ``"all"`` is both."""

    def exam(learn, inputs, targets, n_test):
        data = list(zip(inputs, targets))
        parts = {"all": data, "train": data[:-n_test], "test": data[-n_test:]}
        if not last:
            parts = {"train": data[n_test:], "test": data[:n_test]}
        model = learn(*map(list, zip(*parts[learns])))
        return sum((model(x) > 0) == (y > 0) for x, y in parts[measures]) / len(parts[divides_by or measures])

    return exam


def _memory(inputs, targets):
    known = dict(zip(map(tuple, inputs), targets))
    return lambda x: known.get(tuple(x), -1)


def _majority(inputs, targets):
    return lambda x: sum(targets)


LEARNERS = {"remembers every point it learned from": _memory, "always gives the majority of the labels it learned from": _majority}


def _exam_cases(rng):
    memory, majority = LEARNERS
    points = [[float(i), rng.uniform(-1, 1)] for i in range(9)]
    return [
        [memory, [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]], [1, -1, 1, 1], 2],
        [majority, [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0], [4.0, 0.0], [5.0, 0.0]], [1, 1, -1, -1, -1, -1], 3],
        [majority, [[float(i), 0.0] for i in range(7)], [1, 1, 1, 1, -1, -1, 1], 3],
        [memory, points, [1, 1, -1] + _labels(rng, 6), 4],
        [majority, points, [-1, 1, 1, 1, 1, -1, -1, -1, 1], rng.choice([2, 3])],
    ]


# -- a fair comparison ---------------------------------------------------------------------


def _fair(model="per rate", points="per rate", at_top=(), in_loop=("random", "numpy"), from_rate=False, reads="final"):
    """Comparisons with one idea changed."""

    def fair_runs(rates):
        import numpy as np

        def seed(generators, number=1337):
            if "random" in generators:
                random.seed(number)
            if "numpy" in generators:
                np.random.seed(1337)

        seed(at_top)
        shared, drawn, losses = mgrad.MLP(2, [3, 1]), np.random.normal(size=(6, 2)).tolist(), []
        for rate in rates:
            seed(in_loop, rate if from_rate else 1337)
            network = mgrad.MLP(2, [3, 1]) if model == "per rate" else shared
            inputs = np.random.normal(size=(6, 2)).tolist() if points == "per rate" else drawn
            targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
            history = mgrad.fit(network, inputs, targets, loss=mgrad.max_margin_loss, steps=3, learning_rate=rate, progress=False)
            losses.append((history.final if reads == "final" else history.rows[-1]).loss)
        return losses

    return fair_runs


def _watched(answer, rates):
    """The losses that the answer returns, and one record for each call of ``mgrad.fit``."""
    from mgrad import train

    fit, runs = train.fit, []

    def watched_fit(model, inputs, targets, **options):
        points = [[float(y), *map(float, x)] for x, y in zip(inputs, targets)]
        runs.append({"model": model, "start": [p.data for p in model.parameters()], "points": points} | options)
        runs[-1]["history"] = fit(model, inputs, targets, **options)
        return runs[-1]["history"]

    own = getattr(inspect.unwrap(answer), "__globals__", {})  # there fit may have a name of its own
    places = [(vars(mgrad), "fit"), (vars(train), "fit"), *((own, name) for name, thing in own.items() if thing is fit)]
    try:
        for names, name in places:
            names[name] = watched_fit
        return [float(loss) for loss in answer(rates)], runs
    finally:
        for names, name in places:
            names[name] = fit


def _verdict(rates, losses, runs):
    """What is unfair, in words."""
    called = [rate(0) if callable(rate) else rate for rate in (run["learning_rate"] for run in runs)]
    if called != rates:
        return f"fit was called with the rates {called}"
    first, *others = runs
    differs, trouble = [], []
    if any(run["start"] != first["start"] for run in others):
        differs.append("the start weights, because the model was trained before" if any(run["model"] is first["model"] for run in others) else "the start weights")
    differs += ["the points"] * any(run["points"] != first["points"] for run in others)
    differs += ["the number of steps"] * any(run["steps"] != first["steps"] for run in others)
    if differs:
        trouble.append(f"not equal in all runs: {', '.join(differs)}")
    if any(run["steps"] < 3 for run in runs):
        trouble.append("fewer than 3 steps")

    def are(rows):  # a result may be rounded to three decimals
        return len(losses) == len(rows) and all(row and math.isclose(loss, row.loss, abs_tol=6e-4) for loss, row in zip(losses, rows))

    if not are([run["history"].final for run in runs]):
        before = are([run["history"].rows[-1] for run in runs])
        trouble.append("the results are losses from before the last update" if before else "the results are not the final losses")
    return "; ".join(trouble) or "a fair comparison"


def _probe_fair(answer, case):
    import numpy as np

    what, rates = case
    before = np.random.get_state()
    try:
        random.seed(1)
        np.random.seed(1)
        losses, runs = _watched(answer, rates)
        if what == "two different rates":
            return _verdict(rates, losses, runs)
        if what == "the same rate twice":
            return {"equal results": losses[0] == losses[1]} if len(losses) == 2 else {"number of results": len(losses)}
        (np.random if "NumPy" in what else random).seed(2)  # the other generator is put back
        (random if "NumPy" in what else np.random).seed(1)
        return {"equal results": losses == [float(loss) for loss in answer(rates)]}
    finally:
        np.random.set_state(before)


def _say_fair(case):
    what, rates = case
    if what.startswith("two calls"):
        return f"{what}, fair_runs({rates}) and fair_runs({rates})"
    return f"{what}, fair_runs({rates})"


def _fair_cases(rng):
    return [
        ["the same rate twice", [0.1, 0.1]],
        ["two calls with NumPy draws between them", [0.1]],
        ["two calls with random draws between them", [0.1]],
        ["two different rates", [round(rng.uniform(0.3, 0.4), 2), 0.05]],
    ]


# -- the training loop ---------------------------------------------------------------------


def _train(backward=True, updates=True, resets="before", direction=-1, rate_of=lambda step: step, final="measured", calls=True, leaves=False, extra=0):
    """Training loops with one idea changed."""

    def train(model, inputs, targets, steps, learning_rate):
        losses = []
        for step in range(steps + extra):
            loss = hinge_loss([model(x) for x in inputs], targets)
            losses.append(loss.data)
            if leaves and loss.data == 0:
                break
            if resets == "before":
                model.zero_grad()
            if backward:
                loss.backward()
            if resets == "after backward":
                model.zero_grad()
            for parameter in model.parameters() if updates else []:
                rate = learning_rate(rate_of(step)) if calls else learning_rate
                parameter.data += direction * rate * parameter.grad
        if final in ("measured", "value"):
            loss = hinge_loss([model(x) for x in inputs], targets)
            losses.append(loss if final == "value" else loss.data)
        elif final == "repeated":
            losses.append(loss.data)
        return losses

    return train


def _score(model, x):
    w1, w2, b = (p.data for p in model.values)
    return w1 * x[0] + w2 * x[1] + b


def _probe_train(answer, case):
    inputs, targets, steps, rate, fall = case
    value = engine_of(answer)
    model, start = _Model(value), [p.data for p in _Model(value).values]
    losses = answer(model, inputs, targets, steps, lambda step: rate - fall * step)
    outcome = {"losses": ["a Value" if isinstance(loss, value) else loss for loss in losses]}
    if steps and losses:
        last = losses[-1].data if isinstance(losses[-1], value) else losses[-1]
        left = hinge_loss([mgrad.Value(_score(model, x)) for x in inputs], targets).data
        outcome["loss of the finished model"] = "the last entry" if math.isclose(left, last, abs_tol=1e-9) else "not the last entry"
    if steps and [p.data for p in model.parameters()] == start:
        outcome["gradients at the end"] = "all 0" if not any(p.grad for p in model.parameters()) else "not 0"
    return outcome


def _say_train(case):
    inputs, targets, steps, rate, fall = case
    if steps == 0:
        return f"{len(inputs)} points and 0 steps"
    rates = ", ".join(f"{rate - fall * step:.4g}" for step in range(steps))
    return f"{len(inputs)} point{'s' * (len(inputs) > 1)}, {steps} step{'s' * (steps > 1)} with learning rate {rates}"


def _train_cases(rng):
    square, signs = [[1.0, 0.5], [-1.0, 2.0], [0.5, -1.0], [-1.5, -0.5]], [-1, 1, -1, 1]
    points = [[rng.uniform(-2, 2), rng.uniform(-2, 2)] for _ in range(5)]  # not rounded: no point exactly on its margin
    return [
        [[[1.0, 2.0]], [1], 1, 0.1, 0.0], [square, signs, 3, 0.1, 0.0], [square, signs, 3, 0.3, 0.1], [square, signs, 0, 0.1, 0.0],
        [[[1.0, 2.0]], [1], 4, 0.2, 0.0],  # loss 0 after one update
        [points, _labels(rng, 5), 4, round(rng.uniform(0.05, 0.1), 3), 0.01],
    ]  # fmt: skip


# -- early stopping ------------------------------------------------------------------------


def _stop(restores="always", start=True, better="lower", stops=True, in_a_row=True, first_rise=False, first=1, waits=0, returns="best"):
    """Early stopping with one idea changed."""

    def stop_in_time(model, update, validation_loss, steps, patience):
        lowest = previous = validation_loss() if start else math.inf
        best, kept, failures, made = 0, [p.data for p in model.parameters()], 0, 0
        limit = 1 if first_rise else patience + waits
        while made < steps and not (stops and made and failures == limit):
            update()
            made, loss = made + 1, validation_loss()
            if {"lower": loss < lowest, "lower or equal": loss <= lowest, "lower than before": loss < previous}[better]:
                lowest, best, kept = loss, made - 1 + first, [p.data for p in model.parameters()]
                failures = 0 if in_a_row else failures
            else:
                failures += 1
            previous = loss
        if restores == "always" or (restores == "stopped early" and failures == limit):
            for p, number in zip(model.parameters(), kept):
                p.data = number
        return {"best": best, "made": made, "loss": lowest}[returns]

    return stop_in_time


def _probe_stop(answer, case):
    losses, steps, patience = case
    model, made = _Model(engine_of(answer), (0.0, 0.0)), []

    def update():
        made.append(1)
        for p, move in zip(model.values, (1.0, -0.5)):
            p.data = p.data + move

    best = answer(model, update, lambda: losses[round(model.values[0].data)], steps, patience)
    return {"returned": best, "updates made": len(made), "parameters": [p.data for p in model.values]}


def _say_stop(case):
    losses, steps, patience = case
    return f"validation losses {', '.join(map(str, losses))} after 0, 1, 2, ... updates, steps = {steps} and patience = {patience}"


def _stop_cases(rng):
    falling = sorted((round(rng.uniform(2, 9), 1) + 0.01 * i for i in range(5)), reverse=True)
    return [
        [[5, 4, 3], 2, 2],
        [[5, 3, 4], 2, 5],
        [[5, 3, 4, 6, 7, 1], 5, 2],
        [[5, 2, 4, 3, 6, 7], 5, 2],
        [[5, 4, 6, 3, 4, 5, 2, 1], 7, 2],
        [[1, 2, 3, 4, 5], 4, 2],
        [[5, 4, 4, 4, 3], 4, 2],
        [[*falling, 9.5, 9.6, 9.7, 9.8, 1.0], 9, 3],
    ]


TASKS = [
    value_task(
        "06.margin",
        "loss_by_hand",
        0.45,
        "The point with score 0.4 is on the right side and still costs 0.6: the hinge loss asks for a margin, not only for the right sign.",
        Mistake("sum-for-mean", 1.8, "1.8 is the sum of the four losses. The loss of a network is their mean, so that it does not grow with the number of points.", "How many points are there, and which of them count in a mean?"),
        Mistake("negative-parts-kept", 0.225, "A point beyond its margin has 1 − target · score below zero. You let it pay for others, but the hinge cuts off: such a point costs 0.", "Look at the point with score 1.5 once more: what does max(0, ...) make of it?"),
        Mistake("margin-zero", 0.05, "You count only how far a score is on the wrong side of 0. The hinge loss measures from the margin 1.", "What does the formula give for score 0.4 and target +1?"),
        Mistake("sign-turned", 1.775, "Your formula is 1 + target · score, which rewards scores with the wrong sign.", "Should a point with score 1.5 and target +1 be cheap or expensive?"),
        Mistake("target-ignored", 0.95, "You took 1 − score for every point. With target −1 the product target · score has the other sign than the score.", "Work out target · score for the last two points first."),
        Mistake("sign-slip-point-3", 1.05, "Three points are right, but point 3 is not: you took −1 · (−1.4) as −1.4. Minus times minus is plus.", "On which side of 0 should the score of point 3 be, and on which is it?"),
        Mistake("sign-slip-point-4", 0.35, "Three points are right, but point 4 is not: you took −1 · 0.2 as 0.2. That point is on the wrong side and must cost more than 1.", "What is 1 minus a negative number?"),
        Mistake("wrong-points-only", 0.3, "Only the point with the wrong sign costs something in your sum. Right points closer to 0 than the margin cost something too.", "Work out 1 − target · score for each of the four points."),
        Mistake("mean-over-pulling", 0.9, "You divided by the two points that cost something. The mean is over all points, also those with loss 0.", "How many points does the table have?"),
        Mistake("labels-0-and-1", 0.65, "That is the result with target 0 in place of −1: then 0 · score is 0 and such a point costs 1, whatever its score is.", "Work out the last two points again with target −1."),
        Mistake("accuracy-for-loss", 0.75, "0.75 is the accuracy, the share of points with the right sign. The loss also measures how far each score is from its margin.", "Work out max(0, 1 − target · score) for each point first."),
        tolerance=0.0051,
    ),
    Task(
        id="06.labels",
        answer_name="to_signs",
        kind="function",
        reference=_marks(1, -1),
        probe=_probe_labels,
        cases=_label_cases,
        say=lambda case: f"the {case[0]} {case[1]} and positive class {case[2]}",
        notice="One class against all others: the network learns the question \"is it this class?\", and −1 is as much an answer as +1.",
        mistakes=(
            Mistake(
                "formula-for-two-classes",
                lambda classes, positive: [2 * c - 1 for c in classes],
                "2c − 1 works for the classes 0 and 1 only, and only if 1 is the positive class. Here the second argument says which class is +1.",
                "Ask of each class whether it equals the positive one.",
            ),
            Mistake(
                "returns-too-early",
                lambda classes, positive: 1 if classes[0] == positive else -1,
                "A return inside the loop ends the function with the first class, so one label comes out instead of a list.",
                "Collect the labels in a list, and return the list after the loop.",
            ),
            Mistake(
                "labels-0-and-1",
                _marks(1, 0),
                "The other classes get 0 (or False). With target 0 the hinge loss is 1 and its slope 0 whatever the score is, so these points teach nothing.",
                "Which number must a label be so that target · score can be positive for a negative score?",
            ),
            Mistake(
                "sign-turned",
                _marks(-1, 1),
                "The signs are turned around: the positive class gets −1. Training would work, but every answer of the network would mean its opposite.",
                "Which label should a class get that equals the positive one?",
            ),
            Mistake(
                "identity-for-equality",
                lambda classes, positive: [1 if c is positive else -1 for c in classes],
                "You compare with is. That asks for the same object in memory, not for the same number; for small whole numbers it works by luck only.",
                "Which comparison asks whether two numbers are equal?",
            ),
            Mistake(
                "changes-its-input",
                _in_place,
                "Your function changes the list that it was given. Whoever calls it still needs the classes, for example to make the labels of the next class.",
                "Put the labels into a new list.",
            ),
        ),
    ),
    Task(
        id="06.hinge",
        answer_name="hinge_loss",
        kind="function",
        reference=hinge_loss,
        probe=_probe_hinge,
        cases=_hinge_cases,
        say=lambda case: f"scores {case[0]} and targets {case[1]}",
        notice="A point beyond its margin has slope 0 and no longer pulls; every other point pulls with the same strength, however wrong it is.",
        mistakes=(
            Mistake("zip-truncation", _hinge(checks=False), "The loss is right, but your function accepts two scores with one target. zip stops at the shorter list and says nothing, so a point can be lost without an error.", "Two lines of the cell asked for the lengths before anything else. Where are they now?"),
            Mistake("sum-for-mean", _hinge(shares="none"), "You return the sum. The mean divides by the number of points, so that loss and gradient do not grow with the data.", "By what must the sum be divided?"),
            Mistake("margin-zero", _hinge(margin=0), "Your loss measures from 0 and not from the margin 1: a point that is just on the right side costs nothing.", "Compute the loss of score 0.3 and target +1 by hand."),
            Mistake("negative-parts-kept", _hinge(keeps_all=True), "Points beyond their margin enter with a negative loss and a slope of their own. The hinge cuts them off at 0.", "Add a part to the sum only under a condition on its data."),
            Mistake("sign-turned", _hinge(sign=1), "Your part is 1 + target · score: the loss falls when scores move to the wrong side.", "With target +1, should a larger score cost more or less?"),
            Mistake("mean-over-pulling", _hinge(shares="pulling"), "You divide by the number of points that still cost something. The mean is over all points.", "What should the loss be if one of two points costs 0 and the other 0.6?"),
            Mistake("wrong-points-only", _hinge(wrong_only=True), "Only points with the wrong sign enter your sum. A right point inside the margin costs something too.", "Make the condition about 1 − target · score, not about the sign of the score."),
            Mistake("graph-cut", _hinge(graph=False), "The loss is right but all slopes are 0: it was made from .data, and numbers taken out with .data remember nothing.", "Use .data in the condition only; compute the part itself with the Values."),
            Mistake("plain-zero", _hinge(start_node=False), "When no point costs anything, nothing is added, and the plain 0 that you started with is all there is. It has no backward().", "What must the total be from the start, so that the result is always a Value?"),
            Mistake("plain-number", _hinge_as_number, "Your loss is a plain number made from .data, so it has no backward().", "Use .data in the condition only; compute the part itself with the Values."),
        ),
    ),
    Task(
        id="06.accuracy",
        answer_name="accuracy",
        kind="function",
        reference=_accuracy(),
        probe=lambda answer, case: answer([float(s) for s in case[0]], case[1]),
        cases=_accuracy_cases,
        say=lambda case: f"scores [{', '.join(map(str, case[0]))}] and targets {case[1]}",
        notice="An accuracy of exactly 50 % can mean guessing, a dead output or NaN: now it cannot mean NaN.",
        mistakes=(
            Mistake("as-it-was", _accuracy(zero_is_positive=True, nan="no"), "Every comparison with NaN is False, so a NaN score passes for a negative one, and a network that has exploded looks half right.", "What do nan >= 0 and nan > 0 give? Use math.isnan to ask for NaN before you count."),
            Mistake("nan-reads-50", _accuracy(nan="no"), "Zero is mended. A NaN score still counts as a negative score, because nan > 0 is False, so a network that has exploded looks half right.", "Ask for NaN with math.isnan before you count."),
            Mistake("zero-counts-as-positive", _accuracy(zero_is_positive=True), "NaN is mended. A score of exactly 0 still counts as positive; in this course it counts as negative.", "Which comparison is False for a score of exactly 0?"),
            Mistake("nan-only-if-all", _accuracy(nan="all"), "You return NaN only if all scores are NaN. One NaN is enough: the network has no answer for that point.", "What is the difference between any(...) and all(...)?"),
            Mistake("nan-asked-once", _accuracy(nan="first"), "You ask only the first score for NaN. One NaN anywhere makes the result NaN.", "Where must the question stand, so that every score is asked?"),
            Mistake("nan-counts-as-wrong", _nan_is_wrong, "You count a NaN score as a wrong answer. It is no answer: a result of 0 % or 40 % would look like a poor network and hide the real trouble.", "Return math.nan as soon as one score is NaN."),
        ),
    ),
    Task(
        id="06.final",
        answer_name="order",
        kind="object",  # not "value": what the loop does may be shown, it does not give the order away
        reference="DFEACB",
        probe=_probe_lines,
        cases=lambda rng: [None],
        say=lambda case: "your order of the lines",
        notice="The last line measures again, after the update: only so does the number describe the parameters that you keep.",
        mistakes=(
            Mistake("previous-state-reported", "DFEABC", "The training is right, but you measure before the last update: the report belongs to parameters that you no longer have.", "At which moment of a step does the model change for the last time?"),
            Mistake("price-after-backward", "DEAFCB", "The price is added after backward(). The number changes, but the gradient was taken without it, so large weights cost nothing.", "Everything that should pull on the parameters must be in the loss before which line?"),
            Mistake("gradient-erased", "DFAECB", "The parameters never move: the gradients are set to zero after the backward pass and before the update that should use them (the loop goes round, so this may be in the next step).", "Between which two lines must zero_grad() not stand?"),
            Mistake("update-before-backward", "DFCEAB", "Each update uses the gradients of the step before, and the first one uses zeros. The gradients of this step come only afterwards.", "Which line fills the gradients that the update reads?"),
            Mistake("loss-used-too-early", "FADECB", "The program stops: it uses the loss before there is one.", "Which line makes the loss in the first place?"),
        ),
    ),
    Task(
        id="06.exam",
        answer_name="exam",
        kind="function",
        reference=_exam(),
        probe=lambda answer, case: answer(LEARNERS[case[0]], *case[1:]),
        cases=_exam_cases,
        say=lambda case: f"{len(case[1])} points with the labels {case[2]}, the last {case[3]} as test set, and a learner that {case[0]}",
        notice="Coin flips cannot be learned, and now the function says so: learn from one part, measure on the other.",
        mistakes=(
            Mistake("as-it-was", _exam("all", "train"), "The model learns from all points and is measured on points that it learned from. That measures memory.", "Which points must learn never see, and on which points must the model be judged?"),
            Mistake("measured-on-training", _exam("train", "train"), "The test points are kept back, but then they are not used: the model is judged on its training points.", "Which points go into the count at the end?"),
            Mistake("test-points-learned", _exam("all", "test"), "You measure on the test points, but the model has learned from them too: the solutions of the examination were in the exercise book.", "What does learn get to see?"),
            Mistake("learned-on-test", _exam("test", "test"), "The model learns from the test points and is judged on the same points. That is memory again, and the other points are not used at all.", "Which of the four lists at the top belong to learn?"),
            Mistake("parts-exchanged", _exam("test", "train"), "The two parts have changed places: the model learns from the last n_test points and is judged on the others.", "Does n_test count the points that learn gets, or those on which the model is judged?"),
            Mistake("first-points-as-test", _exam(last=False), "You keep the first n_test points back. The task asks for the last ones.", "Which points does inputs[-2:] give, and which inputs[:2]?"),
            Mistake("measured-on-all", _exam("train", "all"), "You judge the model on all points. The training points among them were learned, so the result is too good.", "Leave out of the count what the model has seen."),
            Mistake("divided-by-training", _exam(divides_by="train"), "You count right test points but divide by the number of training points.", "A share has the same points above and below the line: which are they here?"),
        ),
    ),
    Task(
        id="06.fair",
        answer_name="fair_runs",
        kind="function",
        reference=_fair(),
        probe=_probe_fair,
        cases=_fair_cases,
        say=_say_fair,
        notice="Same start, same data, only the rate differs: now a difference between two results comes from the rate.",
        seconds=15,
        mistakes=(
            Mistake("numpy-seed-missing", _fair(in_loop=("random",)), "The points differ from run to run. np.random is a generator of its own, and random.seed does not touch it.", "Which generator draws the points, and what is its seed?"),
            Mistake("points-not-repeated", _fair(points="shared", in_loop=("random",)), "Within one call all runs get the same points and start weights. But the next call draws other points: np.random is a generator of its own, and random.seed does not touch it.", "Which generator draws the points, and what is its seed?"),
            Mistake("random-seed-missing", _fair(in_loop=("numpy",)), "The points are the same, but the start weights are not: they come from Python's random, which np.random.seed does not touch.", "Both generators need their seed."),
            Mistake("seeded-once", _fair(at_top=("random", "numpy"), in_loop=()), "The whole function can be repeated, but inside it the second run gets other weights and other points: the generators are seeded once and go on, or each run has a seed of its own.", "When must a generator be seeded so that each run draws the same numbers?"),
            Mistake("weights-seeded-once", _fair(at_top=("random", "numpy"), in_loop=(), points="shared"), "The points are the same in all runs, and a second call repeats the first. But within a call the second model starts with other weights: random is seeded once and goes on, or each model has a seed of its own.", "When must random be seeded so that each model draws the same weights?"),
            Mistake("model-not-rebuilt", _fair(model="shared", at_top=("random", "numpy")), "Data and seeds are right, but all runs train one and the same model: the second run starts where the first one ended.", "Where is the model made, and how often?"),
            Mistake("seed-from-the-rate", _fair(from_rate=True), "Your seed depends on the rate. The same rate repeats, but two different rates start from different weights, so the comparison is as unfair as before.", "Which seed must each run get, if only the rate may differ?"),
            Mistake("loss-before-last-update", _fair(reads="rows"), "All runs start alike. But rows[-1] was measured before the last update, so your result is not the loss of the finished model.", "Which entry of the history was measured after the last update?"),
            Mistake("as-it-was", _fair(model="shared", at_top=("random",), in_loop=()), "Each run draws other points, and all runs train one and the same model, so the second one starts where the first one ended.", "What must be the same at the start of each run, and which line makes it?"),
        ),
    ),
    Task(
        id="06.train",
        answer_name="train",
        kind="function",
        reference=_train(),
        probe=_probe_train,
        cases=_train_cases,
        say=_say_train,
        notice="A forward pass, a loss, a reset, a backward pass, an update: this loop trains any model on any engine, also yours.",
        seconds=15,
        mistakes=(
            Mistake("no-update", _train(backward=False, updates=False, final="no"), "All losses are the same: nothing in the loop changes the parameters yet.", "Which three parts of a training step come after the loss?"),
            Mistake("final-not-measured", _train(final="no"), "The training is right, but the list ends with a loss from before the last update. The state that you keep is in none of its entries.", "Measure once more after the loop and append that too."),
            Mistake("final-repeated", _train(final="repeated"), "The last entry repeats the loss from before the last update. The parameters have changed since, so the model must be run again.", "Make a new forward pass after the loop."),
            Mistake("update-after-the-last-loss", _train(final="no", extra=1), "The list is right, but the model was updated once more after the last measurement.", "How many updates should there be for 3 steps, and how many entries in the list?"),
            Mistake("leaves-early", _train(leaves=True), "Your loop ends when the loss is small or 0. The task asks for all the steps, so that the list has one entry for each of them and one for the end.", "Take out what ends the loop early."),
            Mistake("value-for-number", _train(final="value"), "The last entry is a Value, the others are numbers. A Value also keeps its whole graph alive.", "How did the line in the loop take the number out of the loss?"),
            Mistake("reset-forgotten", _train(resets="never"), "From the second step on the update uses the sum of all gradients so far: they are never set to zero.", "Which method of the model forgets the old gradients, and when is it called?"),
            Mistake("gradient-erased", _train(resets="after backward"), "The losses never change, because all gradients are 0 when the update uses them: backward() is missing, or the reset comes after it and erases what it found, or your hinge_loss passes no gradient: see check 06.hinge.", "In which order do reset, backward pass and update belong?"),
            Mistake("update-without-effect", _train(updates=False), "The gradients are there at the end, but the parameters never changed. Either the update comes before backward(), or it makes new values and leaves parameter.data as it was.", "What stands on the left of the = sign in your update, and when does it run?"),
            Mistake("climbs", _train(direction=1), "The parameters move along the gradient, so the loss climbs. To make it fall, go against the gradient.", "Which sign must the update have?"),
            Mistake("rate-not-called", _train(calls=False), "learning_rate is a function here, not a number: it gives the rate only when it is called with the number of the step.", "Put the number of the step in brackets after its name."),
            Mistake("rate-frozen", _train(rate_of=lambda step: 0), "The first rate is used in every step. learning_rate is a function, because the rate may change while you train.", "What must learning_rate be called with?"),
            Mistake("rate-one-step-late", _train(rate_of=lambda step: step + 1), "You ask for the rate of the next step. The first step is number 0.", "With which number should the first step ask for its rate?"),
        ),
    ),
    Task(
        id="06.stop",
        answer_name="stop_in_time",
        kind="function",
        reference=_stop(),
        probe=_probe_stop,
        cases=_stop_cases,
        say=_say_stop,
        notice="The validation set chose the moment, so it is no longer unseen: for an honest final number you still need a test set.",
        mistakes=(
            Mistake("last-state-kept", _stop(restores="never"), "The right update is found, but the model stays as it was at the end. Either nothing is put back, or what you kept are the parameters themselves, and they went on changing.", "Keep the numbers, one p.data for each parameter, and write them back at the end."),
            Mistake("restored-only-when-stopped", _stop(restores="stopped early"), "When the steps run out, the model keeps its last parameters. The lowest ones must go back in every case.", "Where do the parameters go back: inside the condition that stops, or after the loop?"),
            Mistake("compared-with-the-one-before", _stop(better="lower than before"), "You compare with the update before. A new low must be below all losses so far.", "Which number must a loss be compared with, and when does that number change?"),
            Mistake("patience-one-late", _stop(waits=1), "Training stops one update too late: it waits for one failure more than patience.", "With patience = 2, what is the count after the second failure in a row, and do you ask for it before the next update?"),
            Mistake("patience-one-early", _stop(waits=-1), "Training stops one update too early: it waits for one failure less than patience.", "With patience = 2, what should the count be when the loop ends, and when do you add 1 to it?"),
            Mistake("returns-the-count", _stop(returns="made"), "The right parameters are in the model, but you return how many updates were made in all. The number of the update with the lowest loss is asked for.", "What do you know at the moment of a new low, and is it kept?"),
            Mistake("returns-the-loss", _stop(returns="loss"), "The right parameters are in the model, but you return the lowest loss. The number of updates after which it was found is asked for.", "What must you keep at each new low, besides the loss and the parameters?"),
            Mistake("first-rise-stops", _stop(first_rise=True), "Training stops at the first loss that is no new low. Losses jump: patience says how many such updates to wait for.", "Count the failures, and compare the count with patience."),
            Mistake("never-stops", _stop(stops=False), "The best state comes back, but training always makes all its steps, so patience saves no time and a late lucky low can still win.", "Leave the loop when enough updates in a row have brought no new low."),
            Mistake("patience-in-total", _stop(in_a_row=False), "You count all updates without a new low. Patience is about updates in a row: a new low starts the count again.", "What must happen to the count when a new low is found?"),
            Mistake("start-forgotten", _stop(start=False), "The state before the first update is never considered. If training only makes it worse, that one is the best.", "Measure and keep the parameters once before the loop."),
            Mistake("counted-from-0", _stop(first=0), "The right parameters are in the model, but your number is one too small: your loop counts its first update as 0.", "How many updates have been made when the loop variable is 0?"),
            Mistake("ties-count-as-better", _stop(better="lower or equal"), "A loss equal to the lowest counts as a new low for you. On a plateau training would then never stop.", "Better means lower, not lower or equal."),
        ),
    ),
]  # fmt: skip
