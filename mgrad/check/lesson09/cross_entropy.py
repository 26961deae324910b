"""09.cross_entropy: Softmax and its loss."""

from mgrad.check.lesson09.shared import loss_and_gradient, make_loss_and_gradient, random_table
from mgrad.check.task import Mistake, Task


def _probe_loss(answer, case):
    import numpy as np

    scores, targets = np.array(case[0], dtype=float), np.array(case[1])
    with np.errstate(all="ignore"):
        result = answer(scores, targets)
    if result is None:
        return None
    loss, gradient = result
    return {"loss": loss, "gradient": gradient}


def _loss_cases(rng):
    return [
        [[[0.0, 0.0]], [1]],
        [[[2.0, 1.0, -1.0]], [0]],
        [[[2.0, 1.0], [0.0, 3.0]], [1, 1]],
        [[[1001.0, 1000.0]], [0]],
        [[[1001.0, 1000.0], [1.0, 0.0]], [0, 1]],
        [random_table(rng, 4, 3), [rng.randrange(3) for _ in range(2)] + [0, 2]],
    ]


TASK = Task(
    id="09.cross_entropy",
    answer_name="loss_and_gradient",
    kind="function",
    reference=loss_and_gradient,
    probe=_probe_loss,
    cases=_loss_cases,
    say=lambda case: f"scores {case[0]} and targets {case[1]}",
    notice=(
        "Probability minus truth, divided by the number of examples: a whole loss function has a "
        "gradient of one line."
    ),
    mistakes=(
        Mistake(
            "no-maximum",
            make_loss_and_gradient(maximum=None),
            "For scores near 1,000 exp overflows, and infinity divided by infinity is NaN.",
            "What may you subtract from all scores of a row without changing the probabilities?",
        ),
        Mistake(
            "maximum-of-all",
            make_loss_and_gradient(maximum="all"),
            (
                "You subtract the largest score of the whole batch. In a row whose own scores "
                "are far below it, every exp becomes 0, and 0 divided by 0 is NaN."
            ),
            "Whose maximum is it that makes the largest exponent of a row 0?",
        ),
        Mistake(
            "wrong-axis",
            make_loss_and_gradient(axis=0),
            (
                "Your sum runs down the columns, over the examples. The probabilities of one "
                "example stand in a row, and they must add up to 1."
            ),
            "Print p.sum(axis=1) for two examples.",
        ),
        Mistake(
            "one-sum-for-all",
            make_loss_and_gradient(axis=None),
            (
                "You divide by one sum for the whole batch. Each example has probabilities of "
                "its own, and they alone must add up to 1."
            ),
            "Print p.sum(axis=1) for two examples.",
        ),
        Mistake(
            "sum-for-mean",
            make_loss_and_gradient(mean=False, divided=False),
            (
                "You added the losses of the examples up. The loss of a batch is their mean, or "
                "a larger batch would make larger steps."
            ),
            "By what must the sum be divided, in the loss and in the gradient?",
        ),
        Mistake(
            "gradient-not-divided",
            make_loss_and_gradient(divided=False),
            "The loss is a mean, but the gradient is that of the sum.",
            "If the loss is divided by n, what happens to its slope?",
        ),
        Mistake(
            "every-row-every-target",
            make_loss_and_gradient(index="columns"),
            (
                "p[:, targets] takes the columns of all targets from every row: each example is "
                "judged by the targets of all the others too."
            ),
            (
                "Which index picks one element from each row? Try p[rows, targets] with rows 0, "
                "1, 2 and so on."
            ),
        ),
        Mistake(
            "wrong-logarithm",
            make_loss_and_gradient(log="log10"),
            "You used the logarithm to the base 10. Then p minus truth is not its gradient.",
            "Which logarithm undoes exp?",
        ),
        Mistake(
            "base-two",
            make_loss_and_gradient(log="log2"),
            "You used the logarithm to the base 2. Then p minus truth is not its gradient.",
            "Which logarithm undoes exp?",
        ),
        Mistake(
            "truth-not-subtracted",
            make_loss_and_gradient(truth=False),
            (
                "The gradient has the probabilities only, so every score would be pushed down, "
                "the true one as well."
            ),
            "What is subtracted at the true class?",
        ),
        Mistake(
            "sign-turned",
            make_loss_and_gradient(sign=1),
            (
                "Your loss is negative: the logarithm of a number below 1 is. A better network "
                "would get a larger number."
            ),
            "What stands before the logarithm in the formula?",
        ),
        Mistake(
            "uphill",
            make_loss_and_gradient(gradient_sign=-1),
            "Your gradient is truth minus probability: a step against it makes the loss larger.",
            (
                "If the score of the true class grows, does the loss rise or fall? Which sign "
                "must that slope have?"
            ),
        ),
    ),
)
