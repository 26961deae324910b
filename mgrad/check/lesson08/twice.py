"""08.twice: Backward, and backward again."""

from mgrad.check.lesson08.shared import with_rows
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task

OUTCOMES = [8, "error", 22, 4, 2]


def _probe_twice(answer, case):
    rows = list(answer) if hasattr(answer, "__iter__") and not isinstance(answer, str) else []
    if len(rows) != 5 or isinstance(answer, dict | set):
        raise FormError(
            f'Write a list of five entries, each a number or "error". Your answer is {answer!r}.'
        )
    given = rows[case - 1]
    if isinstance(given, BaseException | type):
        raise FormError('Write "error" as a text, in quotes, where the row stops with an error.')
    if isinstance(given, str) and "error" in given.lower():
        given = "error"
    return {"the row": case, "the entry": given}


TASK = value_task(
    "08.twice",
    "outcomes",
    OUTCOMES,
    "The gradient belongs to the leaf, the saved numbers to the graph. A leaf collects until "
    "it is reset; a graph serves for one pass, unless you say otherwise.",
    Mistake("grad-recomputed", [4, "error", 11, 2, 2]).says(
        "4 is the result of one pass. backward does not write a gradient, it adds one to "
        "what the leaf holds.",
        "What does u hold after the first pass, and what does the second one add?",
    ),
    *(
        Mistake(f"{id}-recomputed", with_rows(OUTCOMES, **rows)).says(
            "These are results of one pass, where two were made. backward does not write a "
            "gradient, it adds one to what the leaf holds.",
            "What does the leaf hold after the first pass, and what does the second one add?",
        )
        for id, rows in (
            ("two-of-one-graph", {"row1": 4, "row3": 11}),
            ("first-and-new-graph", {"row1": 4, "row4": 2}),
            ("retained-and-new-graph", {"row3": 11, "row4": 2}),
        )
    ),
    Mistake("graph-kept-by-default", with_rows(OUTCOMES, row2=8)).says(
        "In mgrad the second call goes through. PyTorch has thrown away the saved factors by then.",
        "What did lesson 8 show for two calls without retain_graph?",
    ),
    Mistake("retained-means-overwritten", with_rows(OUTCOMES, row3=11)).says(
        "retain_graph keeps the graph for a second pass. It does not change what a pass "
        "does: the leaf still adds.",
        "What does v hold after the first of the two passes?",
    ),
    Mistake("new-graph-refused", with_rows(OUTCOMES, row4="error", row5="error")).says(
        "The second call walks a new graph, made by a new forward pass. Its factors are all there.",
        "Which graph did the first call use up, and which one does the second call walk?",
    ),
    Mistake("new-graph-new-grad", with_rows(OUTCOMES, row4=2)).says(
        "The graph is new, but w is the same leaf, and it still holds the gradient of the "
        "first pass.",
        "Who sets w.grad back to nothing in row 4?",
    ),
    Mistake("none-keeps-the-sum", with_rows(OUTCOMES, row5=4)).says(
        "w.grad = None takes the collected gradient away. The next pass starts from nothing.",
        "What is left in w.grad when the second call begins?",
    ),
    Mistake("mgrad-refuses-too", with_rows(OUTCOMES, row1="error")).says(
        "Row 1: mgrad keeps its graph, so a second pass over it runs.",
        "What did lesson 3 show for two calls of backward()?",
    ),
    Mistake("one-pass-only", with_rows(OUTCOMES, row1=4)).says(
        "Row 1: 4 is the result of one pass. backward adds to what the leaf holds.",
        "What does u hold after the first pass, and what does the second one add?",
    ),
    Mistake("interior-adds-up", with_rows(OUTCOMES, row1=16)).says(
        "Row 1: 16 is what you get if the nodes in between add up as well. They start afresh "
        "in every pass; only leaves collect.",
        "What is the gradient of u * v in the second pass?",
    ),
    Mistake("what-is-left-after-the-error", with_rows(OUTCOMES, row2=4)).says(
        "Row 2: 4 is what u still holds. But the row stops at its second call.",
        "What did lesson 8 show for two calls without retain_graph?",
    ),
    Mistake("nothing-for-an-error", with_rows(OUTCOMES, row2=None)).says(
        'Row 2: None is no outcome. A row that stops is written as the text "error".',
        "Which two kinds of entries does the task ask for?",
    ),
    Mistake("retain-in-the-second-call", with_rows(OUTCOMES, row3="error")).says(
        "Row 3: the first call is told to keep the graph, so it is still there for the second "
        "one. What that one does with it afterwards harms nobody.",
        "Which of the two calls would throw the graph away before it is needed again?",
    ),
    Mistake("new-graph-fails", with_rows(OUTCOMES, row4="error")).says(
        "Row 4: the second call walks a new graph, made by a new forward pass.",
        "Which graph did the first call use up, and which one does the second call walk?",
    ),
    Mistake("none-cannot-be-added-to", with_rows(OUTCOMES, row5="error")).says(
        "Row 5: in PyTorch None means that there is no gradient yet, and the next pass begins "
        "one. It is the state of every new leaf.",
        "What does p.grad hold in PyTorch before the very first backward()?",
    ),
    Mistake("none-stays", with_rows(OUTCOMES, row5=None)).says(
        "Row 5: the gradient is None only until the next pass writes one.",
        "What does p.grad hold in PyTorch before the first backward(), and what after it?",
    ),
    Mistake("zero-after-none", with_rows(OUTCOMES, row5=0)).says(
        "Row 5: the gradient is taken away before the second pass, and that pass brings one again.",
        "What does one pass add to w.grad?",
    ),
    cases=lambda rng: [1, 2, 3, 4, 5],
    probe=_probe_twice,
)
