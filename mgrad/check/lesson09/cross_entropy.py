"""09.cross_entropy: Softmax and its loss."""

import math

from mgrad.check.lesson09.shared import (
    loss_and_gradient,
    make_loss_and_gradient,
    random_table,
    results_of,
)
from mgrad.check.task import Mistake, Task


def _probe_loss(answer, case):
    import numpy as np

    what, scores, targets = case
    scores, targets = np.array(scores, dtype=float), np.array(targets)

    def results(scores):
        with np.errstate(all="ignore"):
            result = answer(scores, targets)
        return results_of(result, ["the loss", "its gradient"]) if result is not None else None

    if what == "result":
        found = results(scores)
        return found if found is None else {"the loss": found[0], "its gradient": found[1]}
    try:
        near, far = results(scores)[0], results(2 * scores)[0]
    except ValueError as error:
        if "math domain" not in str(error):
            raise
        near = far = math.inf  # where NumPy says infinite, math.log raises an error
    with np.errstate(all="ignore"):
        return {"loss of the doubled scores, minus loss of these": far - near}


def _loss_cases(rng):
    return [
        ["result", [[0.0, 0.0]], [1]],
        ["result", [[2.0, 1.0, -1.0]], [0]],
        ["result", [[2.0, 1.0, -1.0]], [1]],
        ["result", [[2.0, 1.0], [0.0, 3.0]], [1, 1]],
        ["result", [[2.0, 1.0, 0.5], [0.0, 3.0, 1.0], [-1.0, 0.0, 1.0]], [0, 0, 2]],
        ["result", random_table(rng, 4, 3), [rng.randrange(3) for _ in range(2)] + [0, 2]],
        ["result", [[1001.0, 1000.0]], [0]],
        ["result", [[1001.0, 1000.0], [1.0, 0.0]], [0, 1]],
        ["growth", [[1000.0, 0.0]], [1]],
        ["result", [[1000.0, 0.0]], [1]],
        ["result", [[0.0, 1000.0, 999.0], [3.0, 1.0, 2.0]], [0, 0]],
    ]


def _level(case):
    """One example, a batch, large scores, a true class without a chance."""
    what, scores, targets = case
    if what == "growth":
        return 3
    if max(map(max, scores)) > 100:
        return 4 if min(map(min, scores)) == 0 and scores[0][targets[0]] == 0 else 2
    return 0 if len(scores) == 1 else 1


TASK = Task(
    id="09.cross_entropy",
    answer_name="loss_and_gradient",
    kind="function",
    reference=loss_and_gradient,
    probe=_probe_loss,
    cases=_loss_cases,
    level=_level,
    say=lambda case: f"scores {case[1]} and targets {case[2]}",
    notice=(
        "Probability minus truth, divided by the number of examples: a whole loss function has a "
        "gradient of one line."
    ),
    mistakes=(
        Mistake("sign-turned", make_loss_and_gradient(sign=1)).says(
            "Your loss is negative: the logarithm of a number below 1 is. A better network "
            "would get a larger number.",
            "What stands before the logarithm in the formula?",
        ),
        Mistake("truth-not-subtracted", make_loss_and_gradient(truth=False)).says(
            "The gradient has the probabilities only, so every score would be pushed down, "
            "the true one as well.",
            "To what should the gradients of one row add up?",
        ),
        Mistake("no-softmax", make_loss_and_gradient(maximum="none", softmax=False)).says(
            "Nothing divides the powers by their sum, so these are no probabilities.",
            "To what do your probabilities of one row add up?",
        ),
        Mistake("error-for-loss", make_loss_and_gradient(outside="one minus")).says(
            "Your loss is 1 minus the probability of the true class; there is no logarithm in it.",
            "What should the loss be for a probability that is nearly 0?",
        ),
        Mistake("largest-for-true", make_loss_and_gradient(largest=True)).says(
            "You take the class with the highest score in place of the true one: then a "
            "network is praised for whatever it believes.",
            "Where does your code use targets?",
        ),
        Mistake("losses-not-averaged", make_loss_and_gradient(mean="copy")).says(
            "Your loss is a list, with one number for each example. The loss of a batch is one.",
            "What makes one number of them?",
        ),
        Mistake("wrong-axis", make_loss_and_gradient(axis=0)).says(
            "Your sum runs down the columns, over the examples. The probabilities of one "
            "example stand in a row, and they must add up to 1.",
            "Print p.sum(axis=1) for two examples.",
        ),
        Mistake("one-sum-for-all", make_loss_and_gradient(axis=None)).says(
            "You divide by one sum for the whole batch. Each example has probabilities of "
            "its own, and they alone must add up to 1.",
            "Print p.sum(axis=1) for two examples.",
        ),
        Mistake("log-of-the-mean", make_loss_and_gradient(outside="mean")).says(
            "You take the logarithm of the mean probability. The loss is the mean of the "
            "logarithms, so that one hopeless example cannot hide behind the others.",
            "With probabilities 1 and 0 for the true classes: what would each of the two say?",
        ),
        Mistake("every-row-every-target", make_loss_and_gradient(index="columns")).says(
            "An index like [:, targets] takes the columns of all targets from every row: each "
            "example is judged by the targets of all the others too.",
            "How many numbers does your index pick for 3 examples? How many should it?",
        ),
        *(
            Mistake(f"every-row-every-target-{id}", make_loss_and_gradient(**changes)).says(
                f"{where} every target is picked from every row, as [:, targets] does: each "
                "example is judged by the targets of all the others too.",
                "How many numbers does your index pick for 3 examples? How many should it?",
            )
            for id, changes, where in (
                ("in-the-loss", {"index": "columns for the loss"}, "In the loss"),
                ("in-the-sum", {"index": "columns for the loss", "mean": "over n"}, "In the loss"),
                ("in-the-truth", {"index": "columns for the truth"}, "In the gradient"),
                ("in-sum-and-truth", {"index": "columns", "mean": "over n"}, "In both results"),
            )
        ),
        *(
            Mistake(f"{id}-added-up", make_loss_and_gradient(**changes)).says(
                f"{what} added up over the examples. Asked for is the mean of the batch.",
                "If the same examples are given twice, what should come out?",
            )
            for id, changes, what in (
                ("gradient", {"averaged": "nothing"}, "The loss is right. The gradient is"),
                ("loss", {"mean": "sum"}, "The gradient is right. The loss is"),
                ("both", {"mean": "sum", "averaged": "nothing"}, "Loss and gradient are"),
            )
        ),
        Mistake("gradient-over-all-scores", make_loss_and_gradient(averaged="scores")).says(
            "The loss is right. The gradient is divided by the number of all scores; the mean is "
            "one over the examples.",
            "How many losses does the mean add up, and by what does it divide?",
        ),
        Mistake("maximum-of-columns", make_loss_and_gradient(maximum="column")).says(
            "The maximum is taken down the columns, over the examples. Within a row all "
            "scores must lose the same number, or the probabilities change.",
            "Print the scores of one row before and after. Are the gaps between them the same?",
        ),
        Mistake("maximum-lies-flat", make_loss_and_gradient(maximum="flat")).says(
            "The maxima of the rows lie in a plain row, so NumPy subtracts them along the wrong "
            "axis, or finds no way to stretch them. They must stand in a column.",
            "Which shape has scores.max(axis=1), and which has it with keepdims=True?",
        ),
        *(
            Mistake(f"no-maximum-{id}", make_loss_and_gradient(maximum="none", **changes)).says(
                "For scores near 1,000 exp overflows to infinity, and so does the logarithm of "
                "the sum.",
                "What may you subtract from all scores of a row without changing the "
                "probabilities?",
            )
            for id, changes in (("in-the-log", {}), ("in-log-and-exp", {"from_log": True}))
        ),
        *(
            Mistake(f"maximum-of-all-{id}", make_loss_and_gradient(maximum="all", **changes)).says(
                "You subtract the largest score of the whole batch. In a row whose own scores "
                "are far below it, every exp becomes 0, and the logarithm of 0 is infinite.",
                "Whose maximum is it that makes the largest exponent of a row 0?",
            )
            for id, changes in (("in-the-log", {}), ("in-log-and-exp", {"from_log": True}))
        ),
        Mistake("no-maximum", make_loss_and_gradient(maximum="none", stable=False)).says(
            "For scores near 1,000 exp overflows, and infinity divided by infinity is NaN.",
            "What may you subtract from all scores of a row without changing the probabilities?",
        ),
        Mistake("scores-cut-off", make_loss_and_gradient(clipped=500.0)).says(
            "Scores are cut off at a limit. Two scores above it become equal, and a network "
            "that was sure looks undecided.",
            "What do the probabilities of 1001 and 1000 depend on?",
        ),
        Mistake("maximum-of-all", make_loss_and_gradient(maximum="all", stable=False)).says(
            "You subtract the largest score of the whole batch. In a row whose own scores "
            "are far below it, every exp becomes 0, and 0 divided by 0 is NaN.",
            "Whose maximum is it that makes the largest exponent of a row 0?",
        ),
        Mistake("log-of-zero", make_loss_and_gradient(stable=False)).says(
            "A probability far below 1 becomes 0 when it is written down as a float, and its "
            "logarithm is infinite. The loss itself is an ordinary number.",
            "What does the logarithm make of a fraction, before anything is divided?",
        ),
        Mistake("logarithm-held-up", make_loss_and_gradient(stable=False, added=1e-12)).says(
            "A small number added under the logarithm, or a limit for the probability, keeps "
            "infinity away. But then the loss stops growing: far off, all losses are the same.",
            "What does the logarithm make of a fraction, before anything is divided?",
        ),
    ),
)
