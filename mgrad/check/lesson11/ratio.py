"""11.ratio: Update over weight."""

from mgrad.check.task import Mistake, Task, listed, some_numbers


def _ratio(weights, gradients, rate):
    return rate * gradients.std() / weights.std()


def _mean_of_ratios(weights, gradients, rate):
    return abs(rate * gradients / weights).mean()


def _probe_ratio(answer, case):
    import numpy as np

    weights, gradients, rate = case
    with np.errstate(all="ignore"):  # a wrong answer may divide by a weight of 0
        return answer(np.array(weights), np.array(gradients), rate)


def _cases(rng):
    return [
        [[[1.0, -1.0], [1.0, -0.5]], [[0.5, -0.5], [-0.5, 0.5]], 0.1],
        [[[2.0, -1.0], [0.5, 3.0]], [[0.01, 0.03], [-0.02, 0.04]], 0.5],
        *(
            [[some_numbers(rng, 3) for _ in range(2)], [some_numbers(rng, 3) for _ in range(2)], r]
            for r in (0.1, 0.02)
        ),
    ]


def _say(case):
    weights, gradients, rate = case
    rows = [", ".join(map(listed, table)) for table in (weights, gradients)]
    return f"weights [{rows[0]}], gradients [{rows[1]}], rate {rate:g}"


TASK = Task(
    id="11.ratio",
    answer_name="update_over_weight",
    kind="function",
    reference=_ratio,
    probe=_probe_ratio,
    cases=_cases,
    say=_say,
    notice="Some thousandths to a hundredth is a good pace: after some hundred steps the weights "
    "are others, and no single step can spoil them. A thousandth is slow but sure.",
    imports=("numpy",),
    mistakes=(
        Mistake("upside-down", lambda w, g, rate: w.std() / (rate * g.std())).says(
            "The fraction is upside down: weight over update.",
            "In a healthy run, is the update larger or smaller than the weight?",
        ),
        Mistake("rate-forgotten", lambda w, g, rate: g.std() / w.std()).says(
            "That is gradient over weight. The update is the rate times the gradient.",
            "What happens to the update when the rate is halved, and what to your number?",
        ),
        Mistake("mean-of-ratios", _mean_of_ratios).says(
            "You divide number by number and take the mean. One weight near 0 then decides "
            "everything. Take the typical sizes first, then divide.",
            "What does your function give when one weight is 0.000001?",
        ),
        Mistake("deviation-of-ratios", lambda w, g, rate: (rate * g / w).std()).says(
            "You divide number by number and take the standard deviation of the quotients. One "
            "weight near 0 then decides everything. Take the typical sizes first, then divide.",
            "What does your function give when one weight is 0.000001?",
        ),
        Mistake("means-for-sizes", lambda w, g, rate: rate * g.mean() / w.mean()).says(
            "Means can be 0 although all numbers are large: plus and minus cancel. The typical "
            "size is the standard deviation.",
            "What is the mean of 1 and −1, and how large are they typically?",
        ),
        Mistake("squares-for-sizes", lambda w, g, rate: rate * g.var() / w.var()).says(
            "That is a ratio of variances, which are squares of sizes.",
            "Which of .var() and .std() has the unit of the numbers themselves?",
        ),
        Mistake("rate-twice", lambda w, g, rate: rate * rate * g.std() / w.std()).says(
            "The rate is in there twice.",
            "If the rate doubles, how many times longer is the update?",
        ),
    ),
)
