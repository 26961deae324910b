"""12.temperature: Bolder and more careful."""

from mgrad.check.task import Mistake, Task, listed, some_numbers


def _make(heat="divide", maximum=True, normalise=True, before=True):
    """Probabilities at a temperature, with one idea changed."""

    def heated(scores, temperature):
        import numpy as np

        z = np.array(scores, dtype=float)
        if before:
            z = {"divide": z / temperature, "times": z * temperature, "none": z}[heat]
        with np.errstate(all="ignore"):
            powers = np.exp(z - z.max()) if maximum else np.exp(z)
            p = powers / powers.sum() if normalise else powers
            if not before:
                p = {
                    "divide": p / temperature,
                    "power": p ** (1 / temperature),
                }[heat]
        return p

    return heated


def _always_best(scores, temperature):
    import numpy as np

    z = np.array(scores, dtype=float)
    return (z == z.max()) / np.sum(z == z.max())


def _best_when_cold(scores, temperature):
    return (_always_best if temperature < 0.5 else _make())(scores, temperature)


def _probe_temperature(answer, case):
    import numpy as np

    scores, temperature = case
    with np.errstate(all="ignore"):
        return answer(np.array(scores), temperature)


def _cases(rng):
    return [
        [[1.0, 0.0], 1.0],
        [[2.0, 1.0, -1.0], 2.0],
        [[2.0, 1.0, -1.0], 0.5],
        [some_numbers(rng, 5), 0.7],
        [[1.0, 0.9, 0.0], 0.2],
        [[30.0, 29.0, 20.0], 0.01],
    ]


TASK = Task(
    id="12.temperature",
    imports=("numpy",),
    answer_name="heated",
    kind="function",
    reference=_make(),
    probe=_probe_temperature,
    cases=_cases,
    level=lambda case: int(case[1] < 0.1),
    say=lambda case: f"scores {listed(case[0])} at temperature {case[1]:g}",
    notice=(
        "Near 0 only the best letter is left, far above 1 all are alike. The scores are the same: "
        "nothing was trained anew."
    ),
    mistakes=(
        Mistake("multiplied", _make("times")).says(
            "You multiply by the temperature, so heat makes it more careful.",
            "Should the probabilities at temperature 2 lie closer together or farther apart?",
        ),
        Mistake("temperature-unused", _make("none")).says(
            "These are the probabilities at temperature 1, whatever the temperature is.",
            "Where does your code use temperature?",
        ),
        Mistake("probabilities-divided", _make("divide", before=False)).says(
            "You divide the probabilities, and they no longer add up to 1. It is the scores that "
            "are divided.",
            "To what do your numbers add up?",
        ),
        Mistake("powers-not-mended", _make("power", before=False)).says(
            "A power of the probabilities is the right idea, but they must add up to 1 afterwards.",
            "To what do your numbers add up?",
        ),
        Mistake("not-divided-by-the-sum", _make(normalise=False)).says(
            "The powers are not divided by their sum.",
            "To what do your numbers add up?",
        ),
        Mistake("always-the-best", _always_best).says(
            "Only the best letter has a chance. That is the temperature 0.",
            "What does the temperature do to a gap between two scores?",
        ),
        Mistake("best-when-cold", _best_when_cold).says(
            "When it is cold, only the best letter has a chance in your function. At temperature "
            "0.2 a second one that is close behind has one too.",
            "Does any temperature above 0 need a rule of its own?",
        ),
        Mistake("no-maximum", _make(maximum=False)).says(
            "Right, until it gets very cold: 30 divided by 0.01 is 3,000, and exp of that is no "
            "float any more (lesson 9).",
            "What may you subtract from all scores without changing the probabilities?",
        ),
    ),
)
