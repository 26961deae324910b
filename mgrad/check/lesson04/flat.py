"""04.flat: Fast, slow, dead."""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task


def _letter(answer, i):
    """One neuron, one case: so each of several wrong letters has its own mistake."""
    return {f"neuron {i + 1}": _six_letters(answer)[i]}


def _six_letters(answer):
    found = letters(answer)
    if len(found) != 6:
        raise FormError(
            f"There are six neurons, so write six letters. Your answer has {len(found)}."
        )
    if set(found) - set("FSD"):
        raise FormError("Use only the letters F for fast, S for slow and D for dead.")
    return found


TASK = value_task(
    "04.flat",
    "verdicts",
    "DSFDFF",
    "What counts is the slope at n, example by example. tanh is flat far out on both sides, "
    "relu only at 0 and on the left.",
    Mistake("outputs-judged", "DFFDDF").says(
        "You went by the outputs: large ones fast, zeros dead. What lets a neuron learn is "
        "how steep its curve is at n.",
        "Compute 1 - math.tanh(n)**2 in a new cell for n = 5 and for n = 0.",
    ),
    Mistake("relu-like-leaky", "SSFSFF").says(
        "Neurons 1 and 4 are not slow. relu has no small slopes: for n of 0 or less it is "
        "exactly flat.",
        "What is relu(−0.5), and what is relu(−0.4)?",
    ),
    Mistake("slow-and-dead-exchanged", "SDFSFF").says(
        "S and D are exchanged. Dead means a slope of exactly 0 for all three examples, slow "
        "a small one somewhere.",
        "Which of relu at −2 and tanh at 5 has a slope of exactly 0?",
    ),
    Mistake("far-out-is-fast", "DFFDSF").says(
        "tanh is steep in the middle and flat far out; you have it the other way round for "
        "neurons 2 and 5.",
        "Compute 1 - math.tanh(n)**2 in a new cell for n = 5 and for n = 0.",
    ),
    Mistake("relu-saturates", "DSFDFS").says(
        "Neuron 6 is not slow. A large sum saturates tanh, because tanh bends towards 1; "
        "relu goes on as a straight line.",
        "What is relu(60), and what is relu(61)?",
    ),
    Mistake("zero-output-is-dead", "DSFDDF").says(
        "Neuron 5 puts out 0, but learning does not need the output. It needs the slope.",
        "How steep is tanh at n = 0? Look at its curve there.",
    ),
    Mistake("the-middle-is-slow", "DSFDSF").says(
        "Neuron 5 is not slow. Its sum is 0, and there tanh is at its steepest.",
        "How steep is tanh at n = 0? Look at its curve there.",
    ),
    Mistake("slope-at-the-kink", "DSFFFF").says(
        "Neuron 4 is never above 0. At exactly 0 relu has a corner, and the slope there is "
        "taken as 0.",
        "Which of the three sums of neuron 4 gives a slope that is not zero?",
    ),
    Mistake("one-flat-example-is-enough", "DSDDFF").says(
        "Neuron 3 is flat for two examples, but not for all of them. A relu is dead only if "
        "every example leaves it flat.",
        "What does the second example teach neuron 3?",
    ),
    Mistake("saturated-is-dead", "DDFDFF").says(
        "Neuron 2 is saturated, not dead. The slope of tanh at 5 is small, but it is not "
        "zero, so small steps still happen.",
        "Compute 1 - math.tanh(5)**2 in a new cell.",
    ),
    Mistake("relu-leaks", "SSFDFF").says(
        "Neuron 1 is not slow. Left of 0 relu is exactly flat, even at −0.5; it has no small "
        "slopes at all.",
        "What is relu(−0.5), and what is relu(−0.4)?",
    ),
    Mistake("large-output-is-fast", "DFFDFF").says(
        "Neuron 2 has outputs near −1 and 1, but its sums lie where tanh is nearly flat. A "
        "large output says nothing about the slope.",
        "Compute 1 - math.tanh(5)**2 in a new cell, and compare it with 0.1.",
    ),
    Mistake("most-examples-flat", "DSSDFF").says(
        "Neuron 3 is flat for two examples and as steep as relu can be for one. One such "
        "example is enough for fast.",
        "What is the slope of relu at 2?",
    ),
    Mistake("kink-is-slow", "DSFSFF").says(
        "Neuron 4 is never above 0. At exactly 0 the slope of relu is taken as 0, not as "
        "something small.",
        "Which slopes can relu have? Is there one between 0 and 1?",
    ),
    Mistake("relu-dies-far-out", "DSFDFD").says(
        "Neuron 6 is not dead. Far out to the right tanh is flat, but relu goes on as a "
        "straight line.",
        "What is relu(60), and what is relu(61)?",
    ),
    cases=lambda rng: list(range(6)),
    probe=_letter,
)
