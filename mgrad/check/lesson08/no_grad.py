"""08.no_grad: An update off the record."""

from mgrad.check.lesson08.shared import say_examples
from mgrad.check.task import Mistake, Task, some_numbers


def _update(
    recorded=False, place="inside", sign=-1, after="", none="stays", rate=None, scaled=False
):
    """The update by hand, with one idea changed."""

    def update(parameters, lr):
        import torch

        with torch.set_grad_enabled(recorded):
            for p in parameters:
                if p.grad is None and none == "ends":
                    return
                if p.grad is None and none == "stays":
                    continue
                move = sign * (rate or lr) * p.grad
                if scaled:
                    move = p.grad.mul_(sign * lr)
                if place == "inside":
                    p += move
                else:
                    p = p + move
                if after == "cleared":
                    p.grad = None
                if after == "zeroed":
                    p.grad.zero_()
                if after == "frozen":
                    p.requires_grad_(False)

    return update


def _probe_update(answer, case):
    import torch

    starts, gradients, rate, how = case
    parameters = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in starts]
    for p, gradient in zip(parameters, gradients):
        p.grad = None if gradient is None else torch.tensor(gradient, dtype=torch.float64)
    answer((p for p in parameters) if how == "generator" else list(parameters), rate)
    return {
        "the parameters": [p.tolist() for p in parameters],
        "the gradients": [None if p.grad is None else p.grad.tolist() for p in parameters],
        "leaves that want a gradient": all(p.is_leaf and p.requires_grad for p in parameters),
    }


def _say_update(case):
    starts, gradients, rate, how = case
    given, slopes = say_examples(starts), say_examples(gradients)
    if how == "generator":
        return f"the parameters {given} as a generator, the gradients {slopes}, lr = {rate:g}"
    return f"the parameters {given}, the gradients {slopes}, lr = {rate:g}"


def _update_cases(rng):
    return [
        [[[1.0]], [[2.0]], 0.1, "list"],
        [[[1.0, -2.0], [0.5]], [[3.0, 0.0], [-1.0]], 0.5, "list"],
        [[[1.0], [2.0]], [[-4.0], [1.0]], 0.1, "generator"],
        [[some_numbers(rng, 3), some_numbers(rng, 2)], [some_numbers(rng, 3), [1.0, 2.0]], 0.2]
        + ["list"],
        [[[1.0], [2.0], [3.0]], [[1.0], None, [1.0]], 0.1, "list"],
    ]


TASK = Task(
    id="08.no_grad",
    answer_name="update",
    kind="function",
    reference=_update(),
    probe=_probe_update,
    cases=_update_cases,
    level=lambda case: int(None in case[1]),  # no gradient at all comes after the update
    say=_say_update,
    imports=("torch",),
    seconds=20.0,
    notice=(
        "This is all that the step() of plain SGD does: change the leaves in place, off the "
        "record, and leave them leaves."
    ),
    mistakes=(
        Mistake("recorded", _update(recorded=True)).says(
            "PyTorch refuses: you change a leaf in place while it records, and what is "
            "recorded is no leaf any more.",
            "How did the lesson tell PyTorch not to look for a while?",
        ),
        Mistake("nothing-moves", _update(place="new")).says(
            "The tensors that were passed have not moved. p = p - ... would make a new tensor, "
            "and whoever holds the old one sees nothing of it.",
            "Compare id(p) before and after your line: is it still the same tensor?",
        ),
        Mistake("climbs", _update(sign=1)).says(
            "The parameters move along the gradient, so the loss would climb.",
            "Should a parameter with a positive gradient grow or shrink?",
        ),
        Mistake("rate-of-its-own", _update(rate=0.1)).says(
            "The rate 0.1 is right in some of the cases only: here another one was passed.",
            "Which name in the first line of the function holds the rate?",
        ),
        Mistake("gradients-cleared", _update(after="cleared")).says(
            "The parameters are right, but afterwards the gradients are gone. This function "
            "was asked to leave them there.",
            "Which line touches p.grad, and whose work is that in the five lines?",
        ),
        Mistake("gradients-zeroed", _update(after="zeroed")).says(
            "The parameters are right, but afterwards the gradients are 0. This function was "
            "asked to leave them as they are.",
            "Which line touches p.grad, and whose work is that in the five lines?",
        ),
        Mistake("gradients-scaled", _update(scaled=True)).says(
            "The parameters are right, but the gradients are not what they were: they were "
            "multiplied in place.",
            "Which of your operations changes a tensor, and which makes a new one?",
        ),
        Mistake("switched-off-for-good", _update(after="frozen")).says(
            "The numbers are right, but the parameters no longer want a gradient: the next "
            "backward pass would leave them out.",
            "Which way not to record ends by itself, at the end of its block?",
        ),
        Mistake("no-gradient-no-number", _update(none="not asked")).says(
            "A parameter that took no part in the loss has no gradient: None, which is no "
            "number to compute with.",
            "What should become of a parameter without a gradient, and where do you ask?",
        ),
        Mistake("ends-at-none", _update(none="ends")).says(
            "The parameters behind the one without a gradient are not moved any more.",
            "What is the difference between leaving one round of a loop and leaving the loop?",
        ),
    ),
)
