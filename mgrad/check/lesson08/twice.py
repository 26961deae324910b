"""08.twice: Backward, and backward again."""

from mgrad.check.lesson08.shared import with_rows
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task

OUTCOMES = [8, "error", 22, 4, 2]


def _read_twice(answer):
    rows = list(answer) if hasattr(answer, "__iter__") else []
    if len(rows) != len(OUTCOMES):
        raise FormError(
            f'Write a list of five entries, each a number or "error". Your answer is {answer!r}.'
        )
    for i, (given, right) in enumerate(zip(rows, OUTCOMES), start=1):
        given = "error" if isinstance(given, str) and "error" in given.lower() else given
        if given != right:
            return {f"row {i}": given}
    return "all rows are right"


TASK = value_task(
    "08.twice",
    "outcomes",
    OUTCOMES,
    (
        "The gradient belongs to the leaf, the saved numbers to the graph. A leaf collects until "
        "it is reset; a graph serves for one pass, unless you say otherwise."
    ),
    Mistake(
        "grad-recomputed",
        [4, "error", 11, 2, 2],
        (
            "4 is the result of one pass. backward does not write a gradient, it adds one to "
            "what the leaf holds."
        ),
        "What does u hold after the first pass, and what does the second one add?",
    ),
    Mistake(
        "interior-pile-up",
        [16, "error", 34, 4, 2],
        (
            "16 is what you get if the nodes in between add up as well. In mgrad and in PyTorch "
            "they start afresh in every pass; only leaves collect."
        ),
        "What is the gradient of u * v in the second pass?",
    ),
    Mistake(
        "graph-kept-by-default",
        with_rows(OUTCOMES, row2=8),
        "In mgrad the second call goes through. PyTorch has thrown away the saved factors by then.",
        "What did lesson 8 show for two calls without retain_graph?",
    ),
    Mistake(
        "retained-means-overwritten",
        with_rows(OUTCOMES, row3=11),
        (
            "retain_graph keeps the graph for a second pass. It does not change what a pass "
            "does: the leaf still adds."
        ),
        "What does v hold after the first of the two passes?",
    ),
    Mistake(
        "new-graph-refused",
        with_rows(OUTCOMES, row4="error", row5="error"),
        "The second call walks a new graph, made by a new forward pass. Its factors are all there.",
        "Which graph did the first call use up, and which one does the second call walk?",
    ),
    Mistake(
        "new-graph-new-grad",
        with_rows(OUTCOMES, row4=2),
        (
            "The graph is new, but w is the same leaf, and it still holds the gradient of the "
            "first pass."
        ),
        "Who sets w.grad back to nothing in row 4?",
    ),
    Mistake(
        "none-keeps-the-sum",
        with_rows(OUTCOMES, row5=4),
        "w.grad = None takes the collected gradient away. The next pass starts from nothing.",
        "What is left in w.grad when the second call begins?",
    ),
    read=_read_twice,
)
