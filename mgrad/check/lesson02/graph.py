"""02.graph: Count before you draw."""

import re

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task


def _pair(answer):
    """Two numbers; other forms get a sentence of their own."""
    numbers = re.findall(r"-?[\d.]+", answer) if isinstance(answer, str) else []
    if numbers == ["4", "4"] or (isinstance(answer, set) and answer == {4}):
        raise FormError(
            "The numbers are not the problem, the form is: write a list, with square "
            "brackets and without quotes."
        )
    if isinstance(answer, list) and len(answer) == 2:
        if all(isinstance(number, float) for number in answer):
            return answer
        if all(isinstance(text, str) and text.strip().isdigit() for text in answer):
            raise FormError("These are texts. Write the two numbers without quotes.")
        raise FormError("Asked for is how many: two whole numbers, not the nodes and edges.")
    if isinstance(answer, float):
        raise FormError("That is one number. Asked for are two in a list: [nodes, edges].")
    if isinstance(answer, dict):
        raise FormError("That is a dictionary. Asked for is a list: [nodes, edges].")
    raise FormError("Write two numbers in square brackets, without quotes: [nodes, edges].")


NODES = {
    1: "Only the result is counted, and it has ingredients.",
    2: "Only two nodes are counted: every object with data is one, leaf or result.",
    3: "One node is missing: every object with data is one, leaf or result, named or not.",
    5: "One node is too many: an object is one node, however often it is used.",
    6: "Two nodes are too many: circles are no nodes, and x is one however often it is used.",
    7: "Circles are counted as nodes, and x more than once. Only an object with data is a node.",
}
EDGES = {
    0: "There are edges as well: each use of a parent is one.",
    1: "An edge is one use of a parent, and there are more of them.",
    2: "That is one edge for each operation, but an operation with two parents has two.",
    3: "One edge is missing: every use of a parent is an edge.",
    5: "One edge is too many: each use of a parent is one, and a result has no edge to itself.",
    6: "The lines before and behind a circle are counted; parent, circle, result is one edge.",
    7: "Edges are counted that are no use of a parent.",
    8: "Every edge is counted at both ends.",
}


def _counts():
    """All pairs of counts that have no words of their own."""
    known = {(3, 4), (4, 3), (6, 6), (6, 4), (5, 4), (3, 3)}
    for nodes in (*NODES, 4):
        for edges in (*EDGES, 4):
            if (nodes, edges) not in known | {(4, 4)}:
                yield Mistake(f"nodes-{nodes}-edges-{edges}", [nodes, edges]).says(
                    " ".join(filter(None, [NODES.get(nodes), EDGES.get(edges)])),
                    "Write down each object with data that the program makes. What does each "
                    "result use, and how often?",
                )


TASK = value_task(
    "02.graph",
    "nodes_and_edges",
    [4, 4],
    "A node is an object and an edge is one use of it: x is one node with two edges, and the "
    "wrapped 3 is a leaf of its own.",
    Mistake("equal-means-same", [3, 4]).says(
        "With three nodes, x and the plain 3 would share one, because both hold 3. A node is "
        "an object: two objects with the same number are two nodes.",
        "Which object is made when Python comes to + 3?",
    ),
    Mistake("children-in-a-set", [4, 3]).says(
        "One edge is missing: x * x uses x twice, and every use is an edge. An engine that "
        "keeps parents in a set loses it in the same way.",
        "How many lines lead into the first circle when you draw the graph by hand?",
    ),
    Mistake("drawing-counted", [6, 6]).says(
        "You counted what is drawn: circles, and the lines before and behind them. A circle "
        "is the text _op of the node it makes, and parent, circle, result is one edge.",
        "Cross out the circles, and join what they had cut in two.",
    ),
    Mistake("operation-counted-as-node", [6, 4]).says(
        "The edges are right, but the two circles were counted as nodes. A circle is the "
        "text _op of the node it makes; there is no object behind it.",
        "Count only what has data.",
    ),
    Mistake("each-use-its-own-node", [5, 4]).says(
        "The edges are right, but x was counted once for each use. It was made once, so it "
        "is one node from which two edges start.",
        "How often is Value(3.0) called in the program?",
    ),
    Mistake("number-left-out", [3, 3]).says(
        "The plain 3 and its edge are missing. The operation wraps the 3 in a Value, and "
        "that Value is a leaf like any other.",
        "What are the two parents of y?",
    ),
    *_counts(),
    read=_pair,
)
