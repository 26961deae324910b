"""What several tasks of lesson 09 tensors share."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import some_numbers


def random_table(rng, rows, columns):
    return [some_numbers(rng, columns) for _ in range(rows)]


def arrays_of(*tables):
    import numpy as np

    return [np.array(table, dtype=float) for table in tables]


def results_of(result, names):
    """The results of a function that returns several, or a word on what came in their place."""
    result = as_lists(result)
    if isinstance(result, tuple | list) and len(result) == len(names):
        return result
    if isinstance(result, tuple | list):
        found = f"{len(result)} of them"
    else:
        found = "a dictionary" if isinstance(result, dict) else "one thing only"
    raise FormError(
        f"Return {len(names)} results: {', '.join(names)}, in this order. It is {found}."
    )


def make_loss_and_gradient(
    maximum="row",
    axis=1,
    mean="mean",
    index="pairs",
    truth=True,
    sign=-1,
    stable=True,
    added=0.0,
    clipped=None,
    largest=False,
    outside="log",
    softmax=True,
    averaged="examples",
    from_log=False,
):
    """The loss of a batch and its gradient, with one idea changed."""

    def loss_and_gradient(scores, targets):
        import numpy as np

        n, rows = len(targets), np.arange(len(targets))
        if clipped:
            scores = np.clip(scores, -clipped, clipped)
        top = {
            "row": lambda: scores.max(axis=axis, keepdims=True),
            "all": lambda: scores.max(),
            "column": lambda: scores.max(axis=0),
            "flat": lambda: scores.max(axis=1),
            "none": lambda: 0.0,
        }[maximum]()
        powers = np.exp(scores - top)
        total = powers.sum(axis=axis, keepdims=True)
        p = powers / total if softmax else powers
        asked = scores.argmax(axis=1) if largest else targets
        pairs, columns = (rows, asked), (slice(None), asked)
        place = columns if index in ("columns", "columns for the loss") else pairs
        true_place = columns if index in ("columns", "columns for the truth") else pairs
        log_p = scores - top - np.log(total) if stable and softmax else np.log(p + added)
        if outside == "log":
            losses = sign * log_p[place]
            loss = losses.sum() / n if mean == "over n" else getattr(np, mean)(losses)
        elif outside == "one minus":
            loss = (1 - p[place]).mean()
        else:
            loss = sign * np.log(p[place].mean())
        gradient = np.exp(log_p) if from_log else p.copy()
        if truth:
            gradient[true_place] -= 1
        return loss, gradient / {"examples": n, "nothing": 1, "scores": scores.size}[averaged]

    return loss_and_gradient


loss_and_gradient = make_loss_and_gradient()
