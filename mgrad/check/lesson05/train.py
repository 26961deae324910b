"""05.train: The training loop."""

from mgrad.check.lesson05.shared import (
    PILED_UP,
    make_loss,
    make_train,
    probe_train,
    say_training,
    squared_error,
    training_cases,
    training_level,
)
from mgrad.check.task import Mistake, Task


def _train_one_by_one(model, inputs, targets, steps, learning_rate):
    one = make_train("forward record reset backward update")
    return [
        one(model, [x], [y], 1, learning_rate)[0]
        for _ in range(steps)
        for x, y in zip(inputs, targets)
    ]


_right = make_train("forward record reset backward update")


def _train_on_all_at_once(model, inputs, targets, steps, learning_rate):
    return [model(inputs) for _ in range(steps)]


def _hinge(score, target):
    gap = 1 - target * score
    return gap if gap.data > 0 else 0.0 * gap


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
    level=training_level,
    say=say_training,
    notice=(
        "Forward, loss, zero_grad, backward, update: that is all of it. The same five lines "
        "train a network of any size."
    ),
    mistakes=(
        Mistake("zero-grad-forgotten", make_train("forward record backward update")).says(
            PILED_UP,
            "Print a gradient in the first three steps. Which call should stand between two steps?",
        ),
        Mistake("zero-grad-misplaced", make_train("forward record backward reset update")).says(
            "The parameters never move, and at the end their grad is 0: backward() is "
            "missing, or the reset comes between it and the update and erases what it found.",
            "In which order do reset, backward and update belong?",
        ),
        Mistake("climbing", make_train("forward record reset backward climb")).says(
            "The loss rises from the first step on: the update follows the gradient uphill.",
            "Which sign makes a parameter with a positive gradient smaller?",
        ),
        Mistake("update-rebinds", make_train("forward record reset backward rebind")).says(
            "The gradients are there, but the parameters keep their old numbers: the update "
            "is missing, or it gives the loop variable a new value instead of changing the "
            "number in the parameter.",
            "What does the parameter list hold after your update? Which line of it writes "
            "into a parameter?",
        ),
        Mistake(
            "graph-built-once", make_train("record reset backward update", first="forward")
        ).says(
            "The loss stays at that of the start, and so does the slope: the graph was built "
            "before the loop, and a graph does not notice that a parameter has changed.",
            "Which of your lines compute the scores and the loss, and how often do they run?",
        ),
        Mistake(
            "loss-after-update", make_train("forward reset backward update forward record")
        ).says(
            "The network learns correctly, but the losses are those after each update: the "
            "loss of the start is missing.",
            "Which loss do you want to see first in the curve, and when is it measured?",
        ),
        Mistake("graphs-kept", make_train("forward record_graph reset backward update")).says(
            "The training is right, but the list holds Values, and each of them keeps its "
            "whole graph in memory.",
            "The losses are asked for as plain numbers. Where does a Value keep its number?",
        ),
        Mistake(
            "one-step-too-many", make_train("forward record reset backward update", more=1)
        ).says(
            "The training is right, but it makes one step more than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake(
            "one-step-too-few", make_train("forward record reset backward update", more=-1)
        ).says(
            "The training is right, but it makes one step fewer than asked.",
            "How often does the loop run for steps = 1?",
        ),
        Mistake("left-early", _train_until_small).says(
            "Your loop ends as soon as the loss is small. The task asks for a fixed number "
            "of steps, and whoever draws the curve counts on as many losses.",
            "How many losses should come back for steps = 3, whatever they are?",
        ),
        Mistake("one-example-at-a-time", _train_one_by_one).says(
            "You update after every single example. That exists too, but here each step uses "
            "all examples: one loss, one update.",
            "Which lines belong to the loop over the examples, and which only to the loop "
            "over the steps?",
        ),
        Mistake("all-examples-at-once", _train_on_all_at_once).says(
            "The model is called with the whole list of examples. It takes one example, a "
            "list of numbers, and gives one score.",
            "How many scores do you need for four examples, and how many calls?",
        ),
        Mistake("rate-forgotten", make_train("forward record reset backward leap")).says(
            "The parameters move by the whole gradient: learning_rate is not in the update.",
            "With gradient 4 and learning rate 0.1, how long is the step?",
        ),
        Mistake(
            "hinge-for-squared-error",
            make_train("forward record reset backward update", loss_of=make_loss(_hinge)),
        ).says(
            "The loss is a hinge loss: it asks only for the side of the margin. This task "
            "asks for the mean squared error.",
            "Which function of task 3 belongs into the loop?",
        ),
        Mistake("last-loss-only", lambda *settings: (_right(*settings) or [None])[-1]).says(
            "The training is right, but one loss alone comes back. Asked for is the list, "
            "with one loss for every step.",
            "Which name of your function holds the losses of all steps?",
        ),
        Mistake(
            "sum-for-mean",
            make_train(
                "forward record reset backward update",
                loss_of=make_loss(squared_error, finish=lambda total, n: total),
            ),
        ).says(
            "The loss is the sum over the examples. The mean squared error divides by their "
            "number, so that the steps do not grow with the data.",
            "What does your mean_squared_error of task 3 do after the loop?",
        ),
    ),
)
