"""05.train: The training loop."""

from mgrad.check.lesson05.shared import (
    PILED_UP,
    make_loss,
    make_train,
    probe_train,
    say_training,
    squared_error,
    training_cases,
)
from mgrad.check.task import Mistake, Task


def _train_one_by_one(model, inputs, targets, steps, learning_rate):
    one = make_train("forward record reset backward update")
    return [
        one(model, [x], [y], 1, learning_rate)[0]
        for _ in range(steps)
        for x, y in zip(inputs, targets)
    ]


def _train_until_small(model, inputs, targets, steps, learning_rate):
    losses = []
    while len(losses) < steps and not (losses and losses[-1] < 1e-9):
        losses += make_train("forward record reset backward update")(
            model, inputs, targets, 1, learning_rate
        )
    return losses


TASK = Task(
    id="05.train",
    answer_name="train",
    kind="function",
    reference=make_train("forward record reset backward update"),
    probe=probe_train,
    cases=training_cases,
    say=say_training,
    notice=(
        "Forward, loss, zero_grad, backward, update: that is all of it. The same five lines "
        "train a network of any size."
    ),
    mistakes=(
        Mistake(
            "zero-grad-forgotten",
            make_train("forward record backward update"),
            PILED_UP,
            "Print a gradient in the first three steps. Which call should stand between two steps?",
        ),
        Mistake(
            "zero-grad-misplaced",
            make_train("forward record backward reset update"),
            (
                "The parameters never move, and at the end their grad is 0: backward() is "
                "missing, or the reset comes between it and the update and erases what it found."
            ),
            "In which order do reset, backward and update belong?",
        ),
        Mistake(
            "climbing",
            make_train("forward record reset backward climb"),
            "The loss rises from the first step on: the update follows the gradient uphill.",
            "Which sign makes a parameter with a positive gradient smaller?",
        ),
        Mistake(
            "update-rebinds",
            make_train("forward record reset backward rebind"),
            (
                "The gradients are there, but the parameters keep their old numbers: the update "
                "is missing, or it gives the loop variable a new value instead of changing the "
                "number in the parameter."
            ),
            (
                "What does the parameter list hold after your update? Compare p -= ... with "
                "p.data -= ..."
            ),
        ),
        Mistake(
            "graph-built-once",
            make_train("record reset backward update", first="forward"),
            (
                "The loss stays at that of the start, and so does the slope: the graph was built "
                "before the loop, and a graph does not notice that a parameter has changed."
            ),
            "Which of your lines compute the scores and the loss, and how often do they run?",
        ),
        Mistake(
            "loss-after-update",
            make_train("forward reset backward update forward record"),
            (
                "The network learns correctly, but the losses are those after each update: the "
                "loss of the start is missing."
            ),
            "Which loss do you want to see first in the curve? Append it before anything changes.",
        ),
        Mistake(
            "graphs-kept",
            make_train("forward record_graph reset backward update"),
            (
                "The training is right, but the list holds Values, and each of them keeps its "
                "whole graph in memory."
            ),
            "Append the number only. Where does a Value keep it?",
        ),
        Mistake(
            "one-step-too-many",
            make_train("forward record reset backward update", more=1),
            "The training is right, but it makes one step more than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake(
            "one-step-too-few",
            make_train("forward record reset backward update", more=-1),
            "The training is right, but it makes one step fewer than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake(
            "left-early",
            _train_until_small,
            (
                "Your loop ends as soon as the loss is small. The task asks for a fixed number "
                "of steps, and whoever draws the curve counts on as many losses."
            ),
            "How many losses should come back for steps = 3, whatever they are?",
        ),
        Mistake(
            "final-loss-appended",
            make_train("forward record reset backward update", last="forward record"),
            (
                "The training is right, but the list has one loss too many: that of the end, "
                "after the last update. Here each loss belongs to one step."
            ),
            "How many losses should the list have after 3 steps?",
        ),
        Mistake(
            "one-example-at-a-time",
            _train_one_by_one,
            (
                "You update after every single example. That exists too, but here each step uses "
                "all examples: one loss, one update."
            ),
            (
                "Which lines belong to the loop over the examples, and which only to the loop "
                "over the steps?"
            ),
        ),
        Mistake(
            "sum-for-mean",
            make_train(
                "forward record reset backward update",
                loss_of=make_loss(squared_error, finish=lambda total, n: total),
            ),
            (
                "The loss is the sum over the examples. The mean squared error divides by their "
                "number, so that the steps do not grow with the data."
            ),
            "What does your mean_squared_error of task 3 do after the loop?",
        ),
    ),
)
