"""05.momentum: Momentum."""

from mgrad.check.lesson05.shared import (
    make_train,
    probe_train,
    say_training,
    training_cases,
    training_level,
)
from mgrad.check.task import Mistake, Task


def _with_momentum(each: str, change):
    def train(model, inputs, targets, steps, learning_rate, momentum):
        return make_train(each)(model, inputs, targets, steps, learning_rate, change(momentum))

    return train


def _last_loss(*arguments):
    return make_train("forward record reset backward move")(*arguments)[-1]


TASK = Task(
    id="05.momentum",
    answer_name="train_with_momentum",
    kind="function",
    reference=make_train("forward record reset backward move"),
    probe=probe_train,
    cases=lambda rng: [
        *training_cases(rng, 0.5),
        ["w", [1.0], [[2.0]], [1.0], 1, 0.1, 0.25],
        ["w", [1.0], [[2.0]], [1.0], 5, 0.1, 0.0],
        ["w", [1.0], [[2.0]], [1.0], 5, 0.1, 1.0],
    ],
    level=training_level,
    say=say_training,
    notice=(
        "With momentum 0 it is plain descent; with momentum 1 it is exactly the loop that never "
        "resets: 1, 0.6, 0.12, −0.056. Friction in between makes a method of a mistake."
    ),
    mistakes=(
        Mistake("last-loss-only", _last_loss).says(
            "The training is right, and one number comes back: the last loss. Asked for is the "
            "list of all losses.",
            "Which name in your function holds all of them?",
        ),
        Mistake("velocity-forgotten", make_train("forward record reset backward stop move")).says(
            "That is the path without momentum: no velocity of an earlier step reaches the "
            "update. Either the velocities are made anew in every step, or what you compute "
            "is never stored in them, or the update uses something else.",
            "Print the stored velocities after step 1 and before the update of step 2.",
        ),
        Mistake(
            "one-velocity-for-all", make_train("forward record reset backward move_together")
        ).says(
            "With one parameter it is right. With two, both push the same velocity: each "
            "parameter needs its own.",
            "How many velocities do you keep for a model with two parameters?",
        ),
        Mistake(
            "momentum-not-used",
            _with_momentum("forward record reset backward move", lambda momentum: 1.0),
        ).says(
            "The gradients are only added up: the old velocity enters whole, as with "
            "momentum 1, whatever momentum is given.",
            "With momentum 0.5 and velocity 4, how much of the 4 should be left?",
        ),
        Mistake(
            "momentum-fixed",
            _with_momentum("forward record reset backward move", lambda momentum: 0.9),
        ).says(
            "The momentum is always 0.9. The function gets it as an argument.",
            "What should change when momentum is 0?",
        ),
        Mistake("looks-ahead", make_train("forward record reset backward move_ahead")).says(
            "The update adds the new gradient once more to the velocity, as if it looked one step "
            "ahead (Nesterov's form). That exists too, but the task moves by the velocity alone.",
            "What is the velocity after the first step, if it was 0 and the gradient is 4?",
        ),
        Mistake(
            "momentum-on-the-gradient", make_train("forward record reset backward move_scaled")
        ).says(
            "Momentum multiplies the new gradient as well. The task lets it shrink the old "
            "velocity only.",
            "What is the velocity after the first step, if it was 0 and the gradient is 4?",
        ),
        Mistake("rate-forgotten", make_train("forward record reset backward move_far")).says(
            "The parameters move by the whole velocity: learning_rate is not in the update.",
            "With velocity 4 and learning rate 0.1, how long is the step?",
        ),
        Mistake(
            "averaged-velocity", make_train("forward record reset backward move_averaged")
        ).says(
            "That velocity is an average, momentum · velocity + (1 − momentum) · grad. It "
            "exists too, but the task adds the whole gradient.",
            "What is the velocity after the first step, if it was 0 and the gradient is 4?",
        ),
        Mistake("zero-grad-forgotten", make_train("forward record backward move")).says(
            "Old gradients are carried over twice, in grad and in the velocity: grad is "
            "never set back to zero.",
            "The velocity is the memory. What should grad hold in each step?",
        ),
        Mistake("climbing", make_train("forward record reset backward flip move")).says(
            "The loss rises from the first step on: the parameters move uphill, with momentum.",
            "Which sign makes a parameter with a positive velocity smaller?",
        ),
        Mistake(
            "update-before-velocity", make_train("forward record reset backward move_late")
        ).says(
            "The parameter moves before the velocity has taken in the new gradient, so each "
            "gradient works one step too late.",
            "Which of the two formulas comes first? What is the velocity in the first update?",
        ),
        Mistake("loss-after-update", make_train("forward reset backward move forward record")).says(
            "The network learns correctly, but the losses are those after each update: the "
            "loss of the start is missing.",
            "Which loss do you want to see first in the curve, and when is it measured?",
        ),
        Mistake(
            "rate-twice", make_train("forward record reset backward move_with_rate_twice")
        ).says(
            "The learning rate is used twice, in the velocity and in the update, so the "
            "steps are far too short.",
            "In which of the two formulas of the task does the learning rate stand?",
        ),
        Mistake("zero-grad-misplaced", make_train("forward record backward reset move")).says(
            "The parameters never move, and at the end their grad is 0: backward() is "
            "missing, or the reset comes between it and the update and erases what it found.",
            "In which order do reset, backward and update belong?",
        ),
    ),
)
