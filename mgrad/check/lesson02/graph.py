"""02.graph: Count before you draw."""

import re

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task


def _pair(answer):
    """Two numbers; the right ones in quotes or in braces get a sentence of their own."""
    numbers = re.findall(r"-?[\d.]+", answer) if isinstance(answer, str) else []
    if numbers == ["4", "4"] or (isinstance(answer, set) and answer == {4}):
        raise FormError(
            "The numbers are not the problem, the form is: write a list, with square "
            "brackets and without quotes."
        )
    return answer


TASK = value_task(
    "02.graph",
    "nodes_and_edges",
    [4, 4],
    (
        "A node is an object and an edge is one use of it: x is one node with two edges, and the "
        "wrapped 3 is a leaf of its own."
    ),
    Mistake(
        "equal-means-same",
        [3, 4],
        (
            "With three nodes, x and the plain 3 would share one, because both hold 3. A node is "
            "an object: two objects with the same number are two nodes."
        ),
        "Which object is made when Python comes to + 3?",
    ),
    Mistake(
        "children-in-a-set",
        [4, 3],
        (
            "One edge is missing: x * x uses x twice, and every use is an edge. An engine that "
            "keeps parents in a set loses it in the same way."
        ),
        "How many lines lead into the first circle when you draw the graph by hand?",
    ),
    Mistake(
        "drawing-counted",
        [6, 6],
        (
            "You counted what is drawn: circles, and the lines before and behind them. A circle "
            "is the text _op of the node it makes, and parent, circle, result is one edge."
        ),
        "Cross out the circles, and join what they had cut in two.",
    ),
    Mistake(
        "operation-counted-as-node",
        [6, 4],
        (
            "The edges are right, but the two circles were counted as nodes. A circle is the "
            "text _op of the node it makes; there is no object behind it."
        ),
        "Count only what has data.",
    ),
    Mistake(
        "each-use-its-own-node",
        [5, 4],
        (
            "The edges are right, but x was counted once for each use. It was made once, so it "
            "is one node from which two edges start."
        ),
        "How often is Value(3.0) called in the program?",
    ),
    Mistake(
        "number-left-out",
        [3, 3],
        (
            "The plain 3 and its edge are missing. The operation wraps the 3 in a Value, and "
            "that Value is a leaf like any other."
        ),
        "What are the two parents of y?",
    ),
    read=_pair,
)
