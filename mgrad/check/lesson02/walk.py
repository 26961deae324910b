"""02.walk: Count every node once."""

from mgrad.check.lesson02.shared import ABCF, Value, built, root_of
from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, Task

LINES = {
    "A": "        seen.append(node)",
    "B": "    while to_do:",
    "C": "        if node in seen: continue",
    "D": "    return len(seen)",
    "E": "def count(root):",
    "F": "        node = to_do.pop()",
    "G": "        to_do.extend(node._prev)",
    "H": "    seen, to_do = [], [root]",
}


class _Watched(Value):
    """A Value that notes how often somebody asks for its parents."""

    reads = 0

    @property
    def _prev(self):
        _Watched.reads += 1
        return self.__dict__["_prev"]

    @_prev.setter
    def _prev(self, parents):
        self.__dict__["_prev"] = parents


def _probe_walk(order, case):
    what, program, given = case
    namespace = {}
    exec(arranged(LINES, order), namespace)
    root, _ = built(_Watched, program, given)
    _Watched.reads = 0
    counted = namespace["count"](root)
    return counted if what == "count" else _Watched.reads


def _say_walk(case):
    what, program, _ = case
    call = f"count({root_of(program)})"
    return (
        f"{call} in {program}"
        if what == "count"
        else f"how often {call} asks a node for its parents in {program}"
    )


DOUBLED = "b = a + a; c = b + b; d = c + c"


TASK = Task(
    id="02.walk",
    answer_name="count_order",
    kind="object",  # not "value": what count returns may be shown, it does not give the order away
    reference="EHBFCAGD",
    probe=_probe_walk,
    cases=lambda rng: [
        ["count", "y = x * x + 3", {"x": 3.0}],
        ["count", "L = (a * b + c) * f", ABCF],
        ["count", DOUBLED, {"a": 1.0}],
        ["reads", DOUBLED, {"a": 1.0}],
        ["count", "; ".join(["y = x * x", *["y = y + x"] * rng.randint(2, 6)]), {"x": 2.0}],
    ],
    say=_say_walk,
    notice=(
        "Take, ask, note, go on. A shared node is met more than once, and the question comes "
        "before the note so that it is counted only once."
    ),
    mistakes=(
        Mistake("marked-before-asked", "EHBFACGD").says(
            "Each node is noted in seen first, and then asked whether it is in seen. It "
            "always is, so the walk ends after the root.",
            "Play the loop by hand for its first node: what does seen hold when the if comes?",
        ),
        Mistake("each-use-counted", "EHBFAGCD").says(
            "The question comes when everything is done already: the node is noted, and its "
            "parents are on the list. A node that is used twice is counted twice.",
            "What must not happen any more to a node that was seen before?",
        ),
        Mistake("shared-nodes-walked-again", "EHBFGCAD").says(
            "The count is right, but the parents are put on the list before the question. Below a "
            "shared node everything is walked again; in a large graph that takes for ever.",
            "Which lines should a node that was seen before not reach?",
        ),
        Mistake("used-before-made", "EHBCFAGD").says(
            "A line uses the name node before node has been taken from the list.",
            "Which line gives node its value? What must stand below it?",
        ),
        Mistake("body-outside-the-loop", "EHFBCAGD").says(
            "Python cannot read this order. Below a line that ends with a colon stand the "
            "lines that are indented farther, all together.",
            "Which lines belong to def, and which four to while? Put each group directly "
            "below its line.",
        ),
        Mistake("returned-too-early", "EHDBFCAG").says(
            "The function returns before the loop begins, when nothing has been seen.",
            "When is seen complete?",
        ),
    ),
)
