"""06.fair: An unfair comparison."""

import math
import random

import mgrad
from mgrad.check.probe import FormError, as_lists, names_beside
from mgrad.check.task import Mistake, Task


def _fair(
    model="fresh",
    points="fresh",
    at_top=(),
    in_loop=("random", "numpy"),
    reads="final",
    rate_of=lambda rate: rate,
    steps=3,
):
    """Comparisons with one idea changed."""

    def fair_runs(rates):
        import numpy as np

        def seed(generators):
            if "random" in generators:
                random.seed(1337)
            if "numpy" in generators:
                np.random.seed(1337)

        seed(at_top)
        shared, drawn, losses = mgrad.MLP(2, [3, 1]), np.random.normal(size=(6, 2)).tolist(), []
        for rate in rates:
            seed(in_loop)
            network = mgrad.MLP(2, [3, 1]) if model == "fresh" else shared
            inputs = np.random.normal(size=(6, 2)).tolist() if points == "fresh" else drawn
            targets = [1 if x1 > x2 else -1 for x1, x2 in inputs]
            history = mgrad.fit(
                network,
                inputs,
                targets,
                loss=mgrad.max_margin_loss,
                steps=steps,
                learning_rate=rate_of(rate),
                progress=False,
            )
            entry = {"final": history.final, "last": history.rows[-1], "start": history.rows[0]}
            losses.append(entry[reads].loss)
        return losses

    return fair_runs


def _numbers(result):
    """The losses as plain numbers."""
    result = as_lists(result)
    if result is not None and not isinstance(result, list | tuple):
        raise FormError(
            f"fair_runs returns a {type(result).__name__}; asked for is a list with one loss for "
            "each rate, also when a rate is given twice."
        )
    try:
        return [float(loss) for loss in result]
    except TypeError:
        if result is None:
            raise
        raise FormError(
            f"The list holds an object of type {type(result[0]).__name__}; asked for are the "
            "final losses, as plain numbers."
        ) from None


def _watched(answer, rates):
    """The losses that the answer returns, and one record for each call of ``mgrad.fit``."""
    from mgrad import train

    fit, runs = train.fit, []

    def watched_fit(model, inputs, targets, **options):
        points = [[float(y), *map(float, x)] for x, y in zip(inputs, targets)]
        runs.append(
            {"model": model, "start": [p.data for p in model.parameters()], "points": points}
            | options
        )
        runs[-1]["history"] = fit(model, inputs, targets, **options)
        return runs[-1]["history"]

    own = names_beside(answer)  # there fit may have a name of its own
    places = [
        (vars(mgrad), "fit"),
        (vars(train), "fit"),
        *((own, name) for name, thing in own.items() if thing is fit),
    ]
    try:
        for names, name in places:
            names[name] = watched_fit
        return _numbers(answer(rates)), runs
    finally:
        for names, name in places:
            names[name] = fit


def _verdict(rates, losses, runs):
    """What is unfair, in words."""
    called = [
        rate(0) if callable(rate) else rate for rate in (run["learning_rate"] for run in runs)
    ]
    if called != rates:
        if len(called) != len(rates):
            return f"{len(called)} calls of fit for {len(rates)} rates"
        fixed = len(set(called)) == 1
        return "fit got one rate for all runs" if fixed else "fit got other rates"
    first, *others = runs
    trouble = []
    if any(run["start"] != first["start"] for run in others):
        trouble.append(
            "The start weights are not equal in all runs, because the model was trained before."
            if any(run["model"] is first["model"] for run in others)
            else "The start weights are not equal in all runs."
        )
    if any(run["points"] != first["points"] for run in others):
        trouble.append("The points are not equal in all runs.")
    if any(run["steps"] != first["steps"] for run in others):
        trouble.append("The number of steps is not equal in all runs.")
    elif first["steps"] != 3 and not trouble:
        trouble.append("There are not 3 steps.")

    def are(rows):  # a result may be rounded to three decimals
        return len(losses) == len(rows) and all(
            row and math.isclose(loss, row.loss, abs_tol=6e-4) for loss, row in zip(losses, rows)
        )

    if not are([run["history"].final for run in runs]):
        if are([run["history"].rows[-1] for run in runs]):
            trouble.append("The results are losses from before the last update.")
        elif are([run["history"].rows[0] for run in runs]):
            trouble.append("The results are losses of the start.")
        else:
            trouble.append("The results are not the final losses.")
    return " ".join(trouble) or "a fair comparison"


def _probe_fair(answer, case):
    import numpy as np

    what, rates = case
    before = np.random.get_state()
    try:
        random.seed(1)
        np.random.seed(1)
        losses, runs = _watched(answer, rates)
        if what == "different":
            return _verdict(rates, losses, runs)
        if what == "same":
            return (
                {"equal results": losses[0] == losses[1]}
                if len(losses) == 2
                else {"the number of results": len(losses)}
            )
        (np.random if what == "NumPy" else random).seed(2)  # the other generator is put back
        (random if what == "NumPy" else np.random).seed(1)
        return {"equal results": losses == _numbers(answer(rates))}
    finally:
        np.random.set_state(before)


def _say_fair(case):
    what, rates = case
    return {
        "same": f"the same rate twice, fair_runs({rates})",
        "NumPy": f"two calls of fair_runs({rates}) with NumPy draws between them",
        "random": f"two calls of fair_runs({rates}) with random draws between them",
        "different": f"two different rates, fair_runs({rates})",
    }[what]


def _fair_cases(rng):
    return [
        ["same", [0.1, 0.1]],
        ["NumPy", [0.1]],
        ["random", [0.1]],
        ["different", [round(rng.uniform(0.3, 0.4), 2), 0.05]],
    ]


TASK = Task(
    id="06.fair",
    answer_name="fair_runs",
    kind="function",
    reference=_fair(),
    probe=_probe_fair,
    cases=_fair_cases,
    say=_say_fair,
    notice=(
        "Same start, same data, only the rate differs: now a difference between two results "
        "comes from the rate."
    ),
    seconds=15,
    mistakes=(
        Mistake("numpy-seed-missing", _fair(in_loop=("random",))).says(
            "The points differ from run to run. np.random is a generator of its own, and "
            "random.seed does not touch it.",
            "Which generator draws the points, and what is its seed?",
        ),
        Mistake("points-not-repeated", _fair(points="shared", in_loop=("random",))).says(
            "Within one call all runs get the same points and start weights. But the next "
            "call draws other points: np.random is a generator of its own, and random.seed "
            "does not touch it.",
            "Which generator draws the points, and what is its seed?",
        ),
        Mistake("random-seed-missing", _fair(in_loop=("numpy",))).says(
            "The points are the same, but the start weights are not: they come from Python's "
            "random, and when a model is made, random has not been seeded for it, or not yet.",
            "Which line of a round draws the weights, and what has happened to random by then?",
        ),
        Mistake("seeded-once", _fair(at_top=("random", "numpy"), in_loop=())).says(
            "The whole function can be repeated, but inside it the second run gets other "
            "weights and other points: the generators are seeded once and go on, or each run "
            "has a seed of its own.",
            "When must a generator be seeded so that each run draws the same numbers?",
        ),
        Mistake(
            "weights-seeded-once", _fair(at_top=("random", "numpy"), in_loop=(), points="shared")
        ).says(
            "The points are the same in all runs, and a second call repeats the first. But "
            "within a call the second model starts with other weights: when it is made, "
            "random is not where it was when the first one was made.",
            "When must random be seeded so that each model draws the same weights?",
        ),
        Mistake("rate-fixed", _fair(rate_of=lambda rate: 0.1)).says(
            "All runs are alike, also in the rate: the rates that are given are never used.",
            "Which name of your loop holds the rate of the round, and who gets it?",
        ),
        Mistake("steps-changed", _fair(steps=10)).says(
            "The comparison is fair, but the number of steps is another one: it was 3, and "
            "no part of the trouble.",
            "Compare your call of fit with the one of the broken function, word by word.",
        ),
        Mistake("loss-of-the-start", _fair(reads="start")).says(
            "All runs start alike, and you return the losses of the start: so they are equal "
            "whatever the rates do.",
            "Which entry of the history was measured after the last update?",
        ),
        Mistake("model-not-rebuilt", _fair(model="shared", at_top=("random", "numpy"))).says(
            "Data and seeds are right, but all runs train one and the same model: the second "
            "run starts where the first one ended.",
            "Where is the model made, and how often?",
        ),
        Mistake("loss-before-last-update", _fair(reads="last")).says(
            "All runs start alike. But rows[-1] was measured before the last update, so your "
            "result is not the loss of the finished model.",
            "Which entry of the history was measured after the last update?",
        ),
        Mistake("as-it-was", _fair(model="shared", at_top=("random",), in_loop=())).says(
            "Each run draws other points, and all runs train one and the same model, so the "
            "second one starts where the first one ended.",
            "What must be the same at the start of each run, and which line makes it?",
        ),
    ),
)
