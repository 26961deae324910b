"""09.choice: The best of thirty."""

from mgrad.check.lesson09.shared import results_of
from mgrad.check.task import Mistake, Task


def _honest(
    chosen_on="validation",
    reported="test",
    opened="once",
    ties="first",
    model="best",
    start=-1.0,
    better=1,
    result="setting",
):
    """Choose among settings and report, with one idea changed."""

    def honest_result(train, measure, settings):
        best, highest, models, place = None, start, {None: None}, 0
        for i, setting in enumerate(settings):
            models[setting] = train(setting)
            if opened == "each":
                measure(models[setting], "test")
            share = better * sum(measure(models[setting], part) for part in chosen_on.split())
            if share > highest or (ties == "last" and share == highest):
                best, highest, place = setting, share, i
                if opened == "new best":
                    measure(models[setting], "test")
        if model == "again":
            models[best] = train(best)
        measured = models[best] if model != "last" else models[list(models)[-1]]
        shown = better * highest if reported == "same" else measure(measured, reported)
        chosen = {"setting": best, "place": place, "model": models[best]}[result]
        return chosen, shown

    return honest_result


def _exchanged(train, measure, settings):
    return _honest()(train, measure, settings)[::-1]


def _setting_measured(train, measure, settings):
    for setting in settings:
        train(setting)
        measure(setting, "validation")


def _probe_honest(answer, case):
    what, settings, shares = case
    table, opened, trained = dict(zip(settings, shares)), [], []

    def train(setting):
        trained.append(setting)
        return f"the model of {setting}"

    def measure(model, part):
        if model is None:
            return 0.0
        if not isinstance(model, str) or not model.startswith("the model of "):
            raise TypeError(f"measure needs a trained model, got the setting {model!r}")
        setting = int(model.removeprefix("the model of "))
        if part == "test":
            opened.append(setting)
        return table[setting][["training", "validation", "test"].index(part)]

    result = answer(train, measure, list(table))
    if result is None:
        return None
    chosen, reported = results_of(result, ["the chosen setting", "its accuracy"])
    times = {0: "not at all", 1: "exactly once"}.get(len(opened), "more than once")
    times = "for every setting" if set(opened) == set(settings) else times
    return {
        "chosen": {"the chosen setting": chosen},
        "reported": {"its accuracy": reported},
        "opened": {"the test set was opened": times},
        "trained": {"models trained": len(trained)},
    }[what]


def _say_honest(case):
    rows = "; ".join(
        f"{setting} → {', '.join(f'{share:.3g}' for share in shares)}"
        for setting, shares in zip(*case[1:])
    )
    return f"accuracies (training, validation, test) {rows}"


def _honest_cases(rng):
    shares = [[round(rng.uniform(0.5, 0.99), 3) for _ in range(3)] for _ in range(4)]
    sets = [
        [[100, 200, 300], [[0.90, 0.89, 0.91], [0.95, 0.94, 0.92], [0.99, 0.93, 0.95]]],
        [[8, 64], [[0.80, 0.88, 0.79], [0.99, 0.85, 0.90]]],
        [[8, 64], [[0.95, 0.85, 0.90], [0.91, 0.88, 0.80]]],
        [[16, 32, 48], [[0.70, 0.95, 0.90], [0.90, 0.80, 0.96], [0.80, 0.85, 0.70]]],
        [[2, 4, 6], [[0.99, 0.60, 0.70], [0.95, 0.80, 0.85], [0.70, 0.90, 0.80]]],
        [[10, 20, 30, 40], shares],
    ]
    equal = [[5, 6, 7], [[0.7, 0.8, 0.75], [0.9, 0.9, 0.85], [0.8, 0.9, 0.95]]]
    hopeless = [[5, 6], [[0.0, 0.0, 0.0], [0.1, 0.0, 0.2]]]
    return [[what, *set] for what in WHAT for set in [*sets, equal, hopeless]]


WHAT = ["chosen", "reported", "opened", "trained"]


def _level(case):
    """What is chosen among clear cases, then among equals, then what is said of it."""
    what, _, shares = case
    on_validation = sorted(share[1] for share in shares)
    return WHAT.index(what) + 1 if what != "chosen" else int(on_validation[-1] == on_validation[-2])


TASK = Task(
    id="09.choice",
    answer_name="honest_result",
    kind="function",
    reference=_honest(),
    probe=_probe_honest,
    cases=_honest_cases,
    level=_level,
    say=_say_honest,
    notice=(
        "The reported number is usually a little lower than the best you saw on the way. That is "
        "not bad luck, it is honesty."
    ),
    mistakes=(
        Mistake("as-it-was", _honest(chosen_on="test", reported="same")).says(
            "The setting is chosen by its test accuracy. The best of several test results is "
            "partly luck.",
            "Which part of the data is there for choosing?",
        ),
        Mistake("chosen-on-training", _honest(chosen_on="training")).says(
            "You choose by the training accuracy. It grows with every step and every neuron, "
            "so it always favours the largest setting.",
            "Which part has the model not learned from?",
        ),
        Mistake("chosen-on-both", _honest(chosen_on="validation test")).says(
            "The test set still has a say in the choice, together with the validation set.",
            "What may the test accuracy influence?",
        ),
        Mistake("lowest-chosen", _honest(better=-1)).says(
            "You choose the lowest accuracy, as if it were a loss.",
            "Is a model better if its accuracy is larger, or smaller?",
        ),
        Mistake("place-for-setting", _honest(result="place")).says(
            "You return the place of the setting in the list, counted from 0, not the setting.",
            "Which name holds the setting itself?",
        ),
        Mistake("model-for-setting", _honest(result="model")).says(
            "You return the model that was chosen. Asked for is its setting.",
            "Which name holds the setting itself?",
        ),
        Mistake("results-exchanged", _exchanged).says(
            "The setting and its accuracy have changed places in what you return.",
            "Which of the two comes first in the function as it was given?",
        ),
        Mistake("setting-measured", _setting_measured).says(
            "measure gets a setting. It needs a model, which has been trained with it.",
            "What does train(setting) return, and who uses it?",
        ),
        Mistake("last-of-equals", _honest(ties="last")).says(
            "Of two settings that are equally good you choose the later one; the first one counts.",
            "What does your comparison say when both sides are equal?",
        ),
        Mistake("nothing-chosen", _honest(start=0.0)).says(
            "If no accuracy is above 0, nothing is chosen at all.",
            "With which number does your search begin, and can an accuracy be above it?",
        ),
        Mistake("validation-reported", _honest(reported="same")).says(
            "You choose on the validation set, as you should, but you report that number "
            "too. It was the best of several, so it is too good.",
            "Which part has had no say in the choice?",
        ),
        Mistake("training-reported", _honest(reported="training")).says(
            "You report the training accuracy. The model has seen those images with their labels.",
            "Which part has had no say in training and choosing?",
        ),
        Mistake("last-model-measured", _honest(model="last")).says(
            "The right setting is chosen, but the model that is measured at the end is the "
            "last one trained.",
            "Which model is in that name when the loop is over?",
        ),
        Mistake("test-opened-each-time", _honest(opened="each")).says(
            "Choice and report are right, but the test set is opened for every setting. What "
            "one has seen, one cannot help using.",
            "How often, and when, does an honest report need the test set?",
        ),
        Mistake("test-opened-at-each-best", _honest(opened="new best")).says(
            "Choice and report are right, but the test set is opened whenever a setting looks "
            "better than those before.",
            "When is it known which setting has won?",
        ),
        Mistake("trained-again", _honest(model="again")).says(
            "The chosen setting is trained a second time, and that second model is measured. "
            "It took no part in the choice, and training takes long.",
            "What would you have to keep in the loop so that the chosen model is still there?",
        ),
    ),
)
