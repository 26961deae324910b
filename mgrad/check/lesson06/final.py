"""06.final: The state that you keep."""

import mgrad
from mgrad.check.lesson06.shared import Model
from mgrad.check.probe import arranged
from mgrad.check.task import Mistake, Task

LINES = {
    "A": "        loss.backward()",
    "B": "        reported = loss_of(model).data",
    "C": "        for p in model.parameters(): p.data -= 0.1 * p.grad",
    "D": "        loss = loss_of(model)",
    "E": "        model.zero_grad()",
    "F": "        loss = loss + 0.05 * price_of(model)",
}


def _run_lines(order):
    """The parameter at the end, and what the arranged loop reported."""
    model = Model(mgrad.Value, [1.0])
    names = {
        "model": model,
        "loss_of": lambda model: (2 * model.values[0] - 1) ** 2,
        "price_of": lambda model: model.values[0] ** 2,
    }
    exec(
        "def run():\n    for step in range(3):\n"
        + arranged(LINES, order)
        + "\n    return reported",
        names,
    )
    reported = names["run"]()
    return model.values[0].data, reported


def _probe_lines(answer, case):
    return list(_run_lines(answer))


def _read_lines(outcome):
    w, reported = outcome
    right_w, right_report = _run_lines("DFEACB")
    if w == 1.0:
        return {"the training": "the parameters never change"}
    if w == _run_lines("DEACBF")[0]:
        return {"the training": "as if there were no price"}
    if w != right_w:
        return {"the training": "each update uses gradients of an earlier step"}
    return {
        "the training": "as it should be",
        "the report": "of the final state"
        if reported == right_report
        else "of the state before the last update",
    }


TASK = Task(
    id="06.final",
    answer_name="order",
    kind="object",  # not "value": what the loop does may be shown, it does not give the order away
    reference="DFEACB",
    probe=_probe_lines,
    read=_read_lines,
    cases=lambda rng: [None],
    say=lambda case: "your order of the lines",
    notice=(
        "Line B measures again, after the update: only so does the number describe the "
        "parameters that you keep."
    ),
    mistakes=(
        Mistake("previous-state-reported", "DFEABC").says(
            "The training is right, but you measure before the last update: the report "
            "belongs to parameters that you no longer have.",
            "At which moment of a step does the model change for the last time?",
        ),
        Mistake("price-after-backward", "DEAFCB").says(
            "The price is added after backward(). The number changes, but the gradient was "
            "taken without it, so large weights cost nothing.",
            "Everything that should pull on the parameters must be in the loss before which line?",
        ),
        Mistake("gradient-erased", "DFAECB").says(
            "The parameters never move: the gradients are set to zero after the backward "
            "pass and before the update that should use them (the loop goes round, so this "
            "may be in the next step).",
            "Between which two lines must zero_grad() not stand?",
        ),
        Mistake("update-before-backward", "DFCEAB").says(
            "Each update uses the gradients of the step before, and the first one uses "
            "zeros. The gradients of this step come only afterwards.",
            "Which line fills the gradients that the update reads?",
        ),
        Mistake("loss-used-too-early", "FADECB").says(
            "The program stops: it uses the loss before there is one.",
            "Which line makes the loss in the first place?",
        ),
    ),
)
