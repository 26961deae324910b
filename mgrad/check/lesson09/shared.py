"""What several tasks of lesson 09 tensors share."""

from mgrad.check.task import some_numbers


def random_table(rng, rows, columns):
    return [some_numbers(rng, columns) for _ in range(rows)]


def arrays_of(*tables):
    import numpy as np

    return [np.array(table, dtype=float) for table in tables]


def make_loss_and_gradient(
    maximum="row",
    axis=1,
    log="log",
    mean=True,
    divided=True,
    index="pairs",
    truth=True,
    sign=-1,
    gradient_sign=1,
):
    """The loss of a batch and its gradient, with one idea changed."""

    def loss_and_gradient(scores, targets):
        import numpy as np

        n, rows = len(targets), np.arange(len(targets))
        if maximum:
            scores = scores - (
                scores.max() if maximum == "all" else scores.max(axis=axis, keepdims=True)
            )
        powers = np.exp(scores)
        p = powers / powers.sum(axis=axis, keepdims=True)
        chosen = getattr(np, log)(p[rows, targets] if index == "pairs" else p[:, targets])
        loss = sign * (chosen.mean() if mean else chosen.sum())
        gradient = p.copy()
        if truth:
            gradient[rows, targets] -= 1
        return loss, gradient_sign * (gradient / n if divided else gradient)

    return loss_and_gradient


loss_and_gradient = make_loss_and_gradient()
