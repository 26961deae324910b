"""06.stop: Stop in time."""

import math

from mgrad.check.lesson06.shared import Model
from mgrad.check.probe import FormError, engine_of
from mgrad.check.task import Mistake, Task


def _stop(
    restores="always",
    start=True,
    better="lower",
    stops=True,
    in_a_row=True,
    first_rise=False,
    first=1,
    waits=0,
    returns="best",
):
    """Early stopping with one idea changed."""

    def stop_in_time(model, update, validation_loss, steps, patience):
        lowest = previous = validation_loss() if start else math.inf
        best, kept, failures, made = 0, [p.data for p in model.parameters()], 0, 0
        limit = 1 if first_rise else patience + waits
        while made < steps and not (stops and made and failures == limit):
            update()
            made, loss = made + 1, validation_loss()
            if {
                "lower": loss < lowest,
                "lower or equal": loss <= lowest,
                "lower than before": loss < previous,
            }[better]:
                lowest, best, kept = loss, made - 1 + first, [p.data for p in model.parameters()]
                failures = 0 if in_a_row else failures
            else:
                failures += 1
            previous = loss
        if restores == "always" or (restores == "stopped early" and failures == limit):
            for p, number in zip(model.parameters(), kept):
                p.data = number
        return {"best": best, "made": made, "loss": lowest}[returns]

    return stop_in_time


def _probe_stop(answer, case):
    what, losses, steps, patience = case
    model, made = Model(engine_of(answer), (0.0, 0.0)), []

    def update():
        made.append(1)
        if len(made) > steps + 50:
            raise FormError(
                f"update() is still called after {steps + 50} updates, with steps = {steps}. "
                "What should end your loop?"
            )
        for p, move in zip(model.values, (1.0, -0.5)):
            p.data = p.data + move

    def validation_loss():
        done = round(model.values[0].data)
        return losses[done] if done < len(losses) else losses[-1]

    best = answer(model, update, validation_loss, steps, patience)
    return {
        "updates": len(made),
        "returned": best,
        "parameters": [p.data for p in model.values],
    }[what]


def _say_stop(case):
    what, losses, steps, patience = case
    asked = {
        "updates": "how many updates are made",
        "returned": "the number that is returned",
        "parameters": "the parameters at the end (each update adds 1 and −0.5)",
    }[what]
    return (
        f"{asked}, with validation losses {', '.join(map(str, losses))} after 0, 1, 2, ... "
        f"updates, steps = {steps} and patience = {patience}"
    )


STAGES = ["updates", "returned", "parameters"]  # of an answer that is wrong in one: the first


def _stop_cases(rng):
    falling = sorted((round(rng.uniform(2, 9), 1) + 0.01 * i for i in range(5)), reverse=True)
    runs = [
        [[5, 4, 3], 2, 2],
        [[5, 3, 4], 2, 5],
        [[5, 3, 4, 6, 7, 1], 5, 2],
        [[5, 2, 4, 3, 6, 7], 5, 2],
        [[5, 4, 6, 3, 4, 5, 2, 1], 7, 2],
        [[1, 2, 3, 4, 5], 4, 2],
        [[5, 4, 4, 4, 3], 4, 2],
        [[*falling, 9.5, 9.6, 9.7, 9.8, 1.0], 9, 3],
        [[3, 4, 5], 1, 1],
        [[5, 4], 0, 2],
        [[4, 3, 5, 6, 2], 4, 3],
    ]
    return [[what, *run] for what in STAGES for run in runs]


TASK = Task(
    id="06.stop",
    answer_name="stop_in_time",
    kind="function",
    reference=_stop(),
    probe=_probe_stop,
    cases=_stop_cases,
    level=lambda case: STAGES.index(case[0]),
    say=_say_stop,
    notice=(
        "The validation set chose the moment, so it is no longer unseen: for an honest final "
        "number you still need a test set."
    ),
    mistakes=(
        Mistake("last-state-kept", _stop(restores="never")).says(
            "The right update is found, but the model stays as it was at the end. Either "
            "nothing is put back, or what you kept are the parameters themselves, and they "
            "went on changing.",
            "Print what you kept, before and after one more update. Does it stay as it was?",
        ),
        Mistake("restored-only-when-stopped", _stop(restores="stopped early")).says(
            "When the steps run out, the model keeps its last parameters. The lowest ones "
            "must go back in every case.",
            "Where do the parameters go back: inside the condition that stops, or after the loop?",
        ),
        Mistake("compared-with-the-one-before", _stop(better="lower than before")).says(
            "You compare with the update before. A new low must be below all losses so far.",
            "Which number must a loss be compared with, and when does that number change?",
        ),
        Mistake("patience-one-late", _stop(waits=1)).says(
            "Training stops one update too late: it waits for one failure more than patience.",
            "With patience = 2, what is the count after the second failure in a row, and do "
            "you ask for it before the next update?",
        ),
        Mistake("patience-one-early", _stop(waits=-1)).says(
            "Training stops one update too early: it waits for one failure less than patience.",
            "With patience = 2, what should the count be when the loop ends, and when do you "
            "add 1 to it?",
        ),
        Mistake("returns-the-count", _stop(returns="made")).says(
            "The right parameters are in the model, but you return how many updates were "
            "made in all. The number of the update with the lowest loss is asked for.",
            "What do you know at the moment of a new low, and is it kept?",
        ),
        Mistake("returns-the-loss", _stop(returns="loss")).says(
            "The right parameters are in the model, but you return the lowest loss. The "
            "number of updates after which it was found is asked for.",
            "What must you keep at each new low, besides the loss and the parameters?",
        ),
        Mistake("first-rise-stops", _stop(first_rise=True)).says(
            "Training stops at the first loss that is no new low. Losses jump: patience says "
            "how many such updates to wait for.",
            "With patience = 2 and the losses 5, 6, 4: when should training stop?",
        ),
        Mistake("never-stops", _stop(stops=False)).says(
            "The best state comes back, but training always makes all its steps, so patience "
            "saves no time and a late lucky low can still win.",
            "With patience = 2 and the losses 5, 6, 7, 8: after which update is it enough?",
        ),
        Mistake("patience-in-total", _stop(in_a_row=False)).says(
            "You count all updates without a new low. Patience is about updates in a row: a "
            "new low starts the count again.",
            "What must happen to the count when a new low is found?",
        ),
        Mistake("start-forgotten", _stop(start=False)).says(
            "The state before the first update is never considered. If training only makes "
            "it worse, that one is the best.",
            "Which number should come back if every update makes it worse?",
        ),
        Mistake("ties-count-as-better", _stop(better="lower or equal")).says(
            "A loss equal to the lowest counts as a new low for you. On a plateau training "
            "would then never stop.",
            "What should a run with the losses 5, 5, 5, 5 and patience = 2 do?",
        ),
    ),
)
