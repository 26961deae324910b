"""11.momentum: A memory with the wrong sign."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _make_step(memory=1.0, late=False, sign=-1.0):
    """A step with momentum; the arguments make the known mistakes."""

    def momentum_step(numbers, gradients, velocities, rate, momentum):
        new = [memory * momentum * v + g for v, g in zip(velocities, gradients)]
        used = velocities if late else new
        moved = [p + sign * rate * v for p, v in zip(numbers, used)]
        return moved, new

    return momentum_step


def _averaged(numbers, gradients, velocities, rate, momentum):
    new = [momentum * v + (1 - momentum) * g for v, g in zip(velocities, gradients)]
    return [p - rate * v for p, v in zip(numbers, new)], new


def _rate_inside(numbers, gradients, velocities, rate, momentum):
    new = [momentum * v + rate * g for v, g in zip(velocities, gradients)]
    return [p - v for p, v in zip(numbers, new)], new


def _rates(case):
    """One for each step."""
    return case[2] if isinstance(case[2], list) else [case[2]] * len(case[1])


def _probe_momentum(answer, case):
    numbers, steps, _, momentum = case
    velocities, path = [0.0] * len(numbers), []
    for gradients, rate in zip(steps, _rates(case)):
        given = (list(numbers), list(gradients), list(velocities))
        result = as_lists(answer(*given, rate, momentum))
        if not isinstance(result, list | tuple) or len(result) != 2:
            raise FormError("Return two lists: the new numbers and the new velocities.")
        numbers, velocities = result
        path.append(numbers)
    return path


def _say_momentum(case):
    numbers, steps, rate, momentum = case
    gradients = ", ".join(map(listed, steps))
    if isinstance(rate, list):
        return (
            f"numbers {listed(numbers)}, step after step the rates {listed(rate)}, momentum "
            f"{momentum:g} and the gradients {gradients}"
        )
    return (
        f"numbers {listed(numbers)}, rate {rate:g}, momentum {momentum:g} and step after step the "
        f"gradients {gradients}"
    )


def _cases(rng):
    return [
        [[1.0], [[4.0]], 0.1, 0.5],
        [[2.0], [[4.0], [4.0]], 0.1, 0.5],
        [[2.0], [[4.0], [4.0], [-4.0], [0.0]], 0.1, 0.5],
        [[1.0, -2.0], [[3.0, -1.0], [3.0, 1.0], [1.0, -1.0]], 0.1, 0.9],
        [some_numbers(rng, 3), [some_numbers(rng, 3) for _ in range(4)], 0.05, 0.8],
        [[1.0], [[2.0], [1.0]], 0.1, 0.0],
        [[1.0], [[4.0], [4.0]], [0.1, 0.05], 0.5],
    ]


TASK = Task(
    id="11.momentum",
    answer_name="momentum_step",
    kind="function",
    reference=_make_step(),
    probe=_probe_momentum,
    cases=_cases,
    level=lambda case: min(len(case[1]) - 1, 1),  # one step, then several
    say=_say_momentum,
    notice="A sign in the memory does not stop the descent, it only makes every step too short: "
    "no error, a loss that falls, and momentum that is worse than none.",
    mistakes=(
        Mistake("one-step-late", _make_step(late=True)).says(
            "In the first step nothing moves: the numbers are moved by the velocities of the step "
            "before.",
            "Which of the two lines has to come first?",
        ),
        Mistake("memory-subtracted", _make_step(memory=-1.0)).says(
            "The first step is right, the second too short: the old velocity is subtracted from "
            "the new gradient.",
            "Two equal gradients: should the second step be longer or shorter than the first?",
        ),
        Mistake("rate-in-the-velocity", _rate_inside).says(
            "With one rate for all steps this is right. But the rate is multiplied into the "
            "velocity, so that when it changes, as in a schedule, the memory keeps the old one.",
            "In which of the two formulas of task 1 does the rate stand?",
        ),
        Mistake("climbing", _make_step(sign=1.0)).says(
            "The first step goes uphill: with a positive gradient the number has to become "
            "smaller.",
            "How many minus signs are there between a gradient and the number that it moves?",
        ),
        Mistake("nothing-remembered", _make_step(memory=0.0)).says(
            "The first step is right, and then it is plain descent: nothing of the old velocity "
            "reaches the new one. Either it is missing in the sum, or the old velocities are "
            "returned in place of the new ones.",
            "After the gradient 4, what should the next step find in velocities?",
        ),
        Mistake("velocities-first", lambda *given: _make_step()(*given)[::-1]).says(
            "Two lists come back in the wrong order: the new numbers come first, then the "
            "velocities.",
            "Which of the two does the task name first?",
        ),
        Mistake("averaged", _averaged).says(
            "The velocity takes only a part of the new gradient. In this formula it enters whole.",
            "What is the velocity after the first step, if it was 0 and the gradient is 4?",
        ),
    ),
)
