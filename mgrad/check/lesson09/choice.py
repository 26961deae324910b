"""09.choice: The best of thirty."""

from mgrad.check.task import Mistake, Task


def _honest(chosen_on="validation", reported="test", opened="once", ties="first"):
    """Choose among settings and report, with one idea changed."""

    def honest_result(train, measure, settings):
        best, best_model, highest = None, None, -1.0
        for setting in settings:
            model = train(setting)
            if opened == "each":
                measure(model, "test")
            share = sum(measure(model, part) for part in chosen_on.split())
            if share > highest or (ties == "last" and share == highest):
                best, best_model, highest = setting, model, share
        return best, (highest if reported == "same" else measure(best_model, reported))

    return honest_result


def _last_model(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")


def _probe_honest(answer, case):
    table, opened = dict(zip(case[0], case[1])), []

    def measure(model, part):
        if part == "test":
            opened.append(model[1])
        return table[model[1]][["training", "validation", "test"].index(part)]

    result = answer(lambda setting: ("model", setting), measure, list(table))
    if result is None:
        return None
    chosen, reported = result
    return {"chosen": chosen, "reported": reported, "times the test set was opened": len(opened)}


def _say_honest(case):
    rows = "; ".join(
        f"{setting}: {', '.join(f'{share:.3g}' for share in shares)}"
        for setting, shares in zip(*case)
    )
    return f"accuracies (training, validation, test) {rows}"


def _honest_cases(rng):
    shares = [[round(rng.uniform(0.5, 0.99), 3) for _ in range(3)] for _ in range(4)]
    return [
        [[100, 200, 300], [[0.90, 0.89, 0.91], [0.95, 0.94, 0.92], [0.99, 0.93, 0.95]]],
        [[8, 64], [[0.80, 0.88, 0.79], [0.99, 0.85, 0.90]]],
        [[8, 64], [[0.95, 0.85, 0.90], [0.91, 0.88, 0.80]]],
        [[10, 20, 30, 40], shares],
    ]


TASK = Task(
    id="09.choice",
    answer_name="honest_result",
    kind="function",
    reference=_honest(),
    probe=_probe_honest,
    cases=_honest_cases,
    say=_say_honest,
    notice=(
        "The reported number is usually a little lower than the best you saw on the way. That is "
        "not bad luck, it is honesty."
    ),
    mistakes=(
        Mistake(
            "as-it-was",
            _honest(chosen_on="test", reported="same"),
            (
                "The setting is chosen by its test accuracy. The best of several test results is "
                "partly luck, and the luck is reported too."
            ),
            "Which part of the data is there for choosing?",
        ),
        Mistake(
            "validation-reported",
            _honest(reported="same"),
            (
                "You choose on the validation set, as you should, but you report that number "
                "too. It was the best of several, so it is too good."
            ),
            "Which part has had no say in the choice?",
        ),
        Mistake(
            "test-opened-each-time",
            _honest(opened="each"),
            (
                "Choice and report are right, but the test set is opened for every setting. What "
                "one has seen, one cannot help using."
            ),
            "Measure on the test set once, after the loop.",
        ),
        Mistake(
            "chosen-on-training",
            _honest(chosen_on="training"),
            (
                "You choose by the training accuracy. It grows with every step and every neuron, "
                "so it always favours the largest setting."
            ),
            "Which part has the model not learned from?",
        ),
        Mistake(
            "chosen-on-both",
            _honest(chosen_on="validation test"),
            "The test set still has a say in the choice, together with the validation set.",
            "What may the test accuracy influence?",
        ),
        Mistake(
            "last-model-measured",
            _last_model,
            (
                "The right setting is chosen, but the model that is measured at the end is the "
                "last one trained."
            ),
            "Keep the model together with its setting.",
        ),
    ),
)
