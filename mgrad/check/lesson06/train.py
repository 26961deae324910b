"""06.train: Train."""

import math

import mgrad
from mgrad.check.lesson06.shared import Model, hinge_loss, random_labels
from mgrad.check.probe import as_lists, engine_of
from mgrad.check.task import Mistake, Task


def _train(
    backward=True,
    updates=True,
    resets="before",
    direction=-1,
    rate_of=lambda step: step,
    final="measured",
    calls=True,
    between=False,
    first=True,
):
    """Training loops with one idea changed."""

    def train(model, inputs, targets, steps, learning_rate):
        losses = []
        for step in range(steps):
            loss = hinge_loss([model(x) for x in inputs], targets)
            if first:
                losses.append(loss.data)
            if resets == "before":
                model.zero_grad()
            if backward:
                loss.backward()
            if resets == "after backward":
                model.zero_grad()
            for parameter in model.parameters() if updates else []:
                rate = learning_rate(rate_of(step)) if calls is True else learning_rate
                rate = calls(step, steps) if callable(calls) else rate
                parameter.data += direction * rate * parameter.grad
            if between:
                losses.append(hinge_loss([model(x) for x in inputs], targets).data)
        if final in ("measured", "value"):
            loss = hinge_loss([model(x) for x in inputs], targets)
            losses.append(loss if final == "value" else loss.data)
        elif final == "repeated":
            losses.append(loss.data)
        return losses

    return train


def _score(model, x):
    w1, w2, b = (p.data for p in model.values)
    return w1 * x[0] + w2 * x[1] + b


def _probe_train(answer, case):
    inputs, targets, steps, rate, fall = case
    value = engine_of(answer)
    model, start = Model(value), [p.data for p in Model(value).values]
    losses = as_lists(answer(model, inputs, targets, steps, lambda step: rate - fall * step))
    outcome = {"the losses": ["Value" if isinstance(loss, value) else loss for loss in losses]}
    if steps and losses:
        last = losses[-1].data if isinstance(losses[-1], value) else losses[-1]
        left = hinge_loss([mgrad.Value(_score(model, x)) for x in inputs], targets).data
        is_left = math.isclose(left, last, rel_tol=1e-6, abs_tol=1e-9)
        outcome |= {
            "the loss of the finished model": "the last entry" if is_left else "not the last entry"
        }
    if steps and [p.data for p in model.parameters()] == start:
        moved = any(p.grad for p in model.parameters())
        outcome |= {"the gradients at the end": "not all 0" if moved else "all 0"}
    return outcome


def _say_train(case):
    inputs, targets, steps, rate, fall = case
    if steps == 0:
        return f"{len(inputs)} points and 0 steps"
    rates = ", ".join(f"{rate - fall * step:.4g}" for step in range(steps))
    return (
        f"{len(inputs)} point{'s' * (len(inputs) > 1)}, {steps} step{'s' * (steps > 1)} with "
        f"learning rate {rates}"
    )


def _level(case):
    """First one step, then several."""
    return int(case[2] != 1)


def _train_cases(rng):
    square, signs = [[1.0, 0.5], [-1.0, 2.0], [0.5, -1.0], [-1.5, -0.5]], [-1, 1, -1, 1]
    # not rounded: no point exactly on its margin
    points = [[rng.uniform(-2, 2), rng.uniform(-2, 2)] for _ in range(5)]
    return [
        [[[1.0, 2.0]], [1], 1, 0.1, 0.0],
        [square, signs, 1, 0.2, 0.0],
        [square, signs, 3, 0.1, 0.0],
        [square, signs, 3, 0.3, 0.1],
        [square, signs, 0, 0.1, 0.0],
        [[[1.0, 2.0]], [1], 4, 0.2, 0.0],  # loss 0 after one update
        [points, random_labels(rng, 5), 4, round(rng.uniform(0.05, 0.1), 3), 0.01],
    ]


TASK = Task(
    id="06.train",
    answer_name="train",
    kind="function",
    reference=_train(),
    probe=_probe_train,
    cases=_train_cases,
    level=_level,
    say=_say_train,
    notice=(
        "A forward pass, a loss, a reset, a backward pass, an update: this loop trains any model "
        "on any engine, also yours."
    ),
    seconds=15,
    mistakes=(
        Mistake("no-update", _train(backward=False, updates=False, final="no")).says(
            "All losses are the same: nothing in the loop changes the parameters yet.",
            "Which three parts of a training step come after the loss?",
        ),
        Mistake("final-not-measured", _train(final="no")).says(
            "The training is right, but the list ends with a loss from before the last "
            "update. The state that you keep is in none of its entries.",
            "How many losses belong to 3 steps and the model at their end? Which one is missing?",
        ),
        Mistake("final-repeated", _train(final="repeated")).says(
            "The last entry repeats the loss from before the last update. The parameters "
            "have changed since, so the model must be run again.",
            "When was the number computed that you append at the end?",
        ),
        Mistake("measured-twice-a-step", _train(between=True, final="no")).says(
            "The training is right, but you measure twice in every step, before and after "
            "the update, so the losses in between are in the list twice.",
            "How many entries should the list have for 3 steps, and how many has yours?",
        ),
        Mistake("own-rate", _train(calls=lambda step, steps: 1.0 - 0.9 * step / steps)).says(
            "The first step is made with the rate 1, the whole gradient: no rate is in the "
            "update, or a schedule of your own. Here the caller says which rate a step has.",
            "Which argument of train brings the rates, and do you read it?",
        ),
        Mistake("rate-fixed", _train(calls=lambda step, steps: 0.1)).says(
            "The rate is always 0.1. Here the caller says which rate each step has.",
            "Which argument of train brings the rates, and do you read it?",
        ),
        Mistake("value-for-number", _train(final="value")).says(
            "The last entry is a Value, the others are numbers. A Value also keeps its whole "
            "graph alive.",
            "How did the line in the loop take the number out of the loss?",
        ),
        Mistake("reset-forgotten", _train(resets="never")).says(
            "From the second step on the update uses the sum of all gradients so far: they "
            "are never set to zero.",
            "Which method of the model forgets the old gradients, and when is it called?",
        ),
        Mistake("gradient-erased", _train(resets="after backward")).says(
            "The losses never change, because all gradients are 0 when the update uses them: "
            "backward() is missing, or the reset comes after it and erases what it found, or "
            "your hinge_loss passes no gradient: see check 06.hinge.",
            "In which order do reset, backward pass and update belong?",
        ),
        Mistake("update-without-effect", _train(updates=False)).says(
            "The gradients are there at the end, but the parameters never changed. Either "
            "the update comes before backward(), or it makes new values and leaves "
            "parameter.data as it was.",
            "What stands on the left of the = sign in your update, and when does it run?",
        ),
        Mistake("climbs", _train(direction=1)).says(
            "The parameters move along the gradient, so the loss climbs. To make it fall, go "
            "against the gradient.",
            "Print one grad and one data before and after an update. Which way should data go?",
        ),
        Mistake("rate-not-called", _train(calls=False)).says(
            "learning_rate is a function here, not a number: it gives the rate only when it "
            "is called with the number of the step.",
            "What does learning_rate(2) give, and what does learning_rate alone stand for?",
        ),
        Mistake("rate-frozen", _train(rate_of=lambda step: 0)).says(
            "The first rate is used in every step. learning_rate is a function, because the "
            "rate may change while you train.",
            "What must learning_rate be called with?",
        ),
        Mistake("rate-one-step-late", _train(rate_of=lambda step: step + 1)).says(
            "You ask for the rate of the next step. The first step is number 0.",
            "With which number should the first step ask for its rate?",
        ),
    ),
)
