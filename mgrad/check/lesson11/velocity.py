"""11.velocity: Four steps by hand."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, value_task


def _probe_path(answer, case):
    answer = as_lists(answer)
    if not isinstance(answer, list | tuple) or len(answer) != 4:
        raise FormError(
            "Write four numbers in a list, w after each of the four steps (not the 1 that it "
            f"starts from). Your answer is {answer!r}."
        )
    return list(answer)


TASK = value_task(
    "11.velocity",
    "path",
    [0.6, 0.0, 0.1, 0.15],
    "In step 3 the new gradient and the memory point in opposite directions and nearly cancel; in "
    "step 4 there is no gradient at all, and w still moves.",
    Mistake("no-memory", [0.6, 0.2, 0.6, 0.6]).says(
        "That is plain descent: each step uses the gradient of the moment, and nothing is left of "
        "the velocity before.",
        "In step 4 the gradient is 0. What is the velocity then?",
    ),
    Mistake("usual-momentum", [0.6, -0.16, -0.444, -0.6996]).says(
        "You worked with the usual momentum, 0.9. Here it is another one.",
        "Read the first line of the task: how much of the old velocity stays?",
    ),
    Mistake("velocities", [4.0, 6.0, -1.0, -0.5]).says(
        "These are the four velocities, and they are right. Asked for is where w is after each "
        "step.",
        "w begins at 1. How far, and in which direction, does a velocity of 4 move it?",
    ),
    Mistake("averaged", [0.8, 0.5, 0.55, 0.575]).says(
        "Your velocity takes only half of the new gradient. In this formula the old velocity "
        "fades, and the new gradient enters whole.",
        "What is the velocity after the first step, if it was 0 and the gradient is 4?",
    ),
    Mistake("nothing-fades", [0.6, -0.2, -0.6, -1.0]).says(
        "The gradients are added up and nothing fades: momentum is not in your sum.",
        "Before step 2 the velocity is 4. How much of it is left with momentum 0.5?",
    ),
    Mistake("minus-lost", [0.6, 0.0, -0.7, -1.05]).says(
        "You took 4 for the third gradient. It has a minus sign.",
        "What is half of 6, and what is −4 added to it?",
    ),
    Mistake("stands-without-a-gradient", [0.6, 0.0, 0.1, 0.1]).says(
        "In step 4 w stands still. There is no gradient, but there is a velocity.",
        "What does the first formula give for v in step 4, if v was −1?",
    ),
    Mistake("nothing-fades-at-last", [0.6, 0.0, 0.1, 0.2]).says(
        "In step 4 the velocity is kept whole. It fades in every step, also without a gradient.",
        "What does the first formula give for v in step 4, if v was −1?",
    ),
    Mistake("always-from-the-start", [0.6, 0.4, 1.1, 1.05]).says(
        "Each step begins at 1 again. It begins where the step before has ended.",
        "w is 0.6 after the first step. With which w does the second step begin?",
    ),
    Mistake("steps-for-places", [-0.4, -0.6, 0.1, 0.05]).says(
        "These are the four steps, and they are right. Asked for is where w is after each of them.",
        "w begins at 1. Where is it after a step of −0.4?",
    ),
    Mistake("lengths-for-places", [0.4, 0.6, 0.1, 0.05]).says(
        "These are the lengths of the four steps. Asked for is where w is after each of them.",
        "w begins at 1. Where is it after a step of −0.4?",
    ),
    Mistake("rate-twice", [0.96, 0.9, 0.91, 0.915]).says(
        "The rate is in it twice: once in the velocity and once in the step.",
        "In which of the two formulas does the rate stand?",
    ),
    Mistake("velocity-begins-at-one", [0.55, -0.075, 0.0125, 0.05625]).says(
        "Your velocity begins at 1, where w begins. The velocity begins at 0.",
        "What is the velocity after the first step, if it was 0 and the gradient is 4?",
    ),
    Mistake("momentum-on-the-gradient", [0.8, 0.4, 0.2, 0.2]).says(
        "Momentum multiplies the new gradient. It belongs to the old velocity.",
        "What is the velocity after the first step, if it was 0 and the gradient is 4?",
    ),
    Mistake("memory-subtracted", [0.6, 0.4, 0.9, 0.65]).says(
        "The old velocity is subtracted from the new gradient: where two gradients agree, the "
        "step becomes shorter, not longer.",
        "Twice the gradient 4: is the second step longer or shorter than the first?",
    ),
    Mistake("one-step-late", [1.0, 0.6, 0.0, 0.1]).says(
        "Your list begins with the 1 from which w starts, and the last place is missing. Either "
        "the start was written down too, or each step moves by the velocity of the step before.",
        "Where is w after the first step, when its velocity is 4?",
    ),
    Mistake("climbing", [1.4, 2.0, 1.9, 1.85]).says(
        "w goes uphill: with a positive gradient it has to become smaller.",
        "Which sign stands before the rate?",
    ),
    Mistake("rate-forgotten", [-3.0, -9.0, -8.0, -7.5]).says(
        "w moves by the whole velocity: the rate is missing.",
        "How far does a velocity of 4 move w at the rate 0.1?",
    ),
    probe=_probe_path,
)
