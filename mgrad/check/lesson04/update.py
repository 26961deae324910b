"""04.update: Three update steps."""

from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, value_task
from mgrad.engine import Value

UPDATE_LINES = {
    "A": "    o.backward()",
    "B": "    for p in parameters: p.grad = 0.0",
    "C": "    n = w1 * x1 + w2 * x2 + b",
    "D": "    for p in parameters: p.data -= 0.1 * p.grad",
    "E": "    o = n.tanh()",
}
UPDATE = """
x1, x2 = 0.5, -1.0
w1, w2, b = parameters = [Value(1.0), Value(-0.5), Value(0.2)]
outputs = []
for step in range(3):
{lines}
    outputs.append(o.data)
"""


def _run_update(order):
    names = {"Value": Value}
    exec(UPDATE.format(lines=arranged(UPDATE_LINES, order)), names)
    return {"the outputs in your order": names["outputs"], "b at the end": names["b"].data}


TASK = value_task(
    "04.update",
    "order",
    "BCEAD",
    "Forward, backward, update, with a reset before the next backward pass. Where exactly "
    "the reset stands does not matter, as long as it is not between backward and update.",
    Mistake("reset-erases-gradients", "CEABD").says(
        "Nothing moves: the gradients are set to zero after they were computed and before "
        "they are used.",
        "Follow one p.grad line by line: which number does the update find in it?",
    ),
    Mistake("update-first", "DBCEA").says(
        "In the first round the update finds gradients of zero, and the gradients of the "
        "last round are never used: three rounds, only two steps.",
        "What must have happened before an update can know where to go?",
    ),
    Mistake("stale-gradients", "CEDBA").says(
        "The update comes between the forward and the backward pass, so it uses the "
        "gradients of the round before. They belong to weights that have changed since.",
        "Which gradients should this round's update use, and when are they ready?",
    ),
    Mistake("used-before-made", "ECABD").says(
        "A name is used before it exists: the output needs the sum, and the backward pass "
        "needs the output.",
        "Which line makes n, and which one makes o?",
    ),
    read=_run_update,
)
