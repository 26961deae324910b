"""01.descend: A walk that never arrives."""

from mgrad.check.lesson01.shared import walk_down, write_line
from mgrad.check.task import Mistake, Task


def _walk(step, fresh=True, turns=lambda steps: steps):
    """A walk by ``step(slope, learning_rate)``, for another number of turns."""

    def descend(slope_of, x, learning_rate, steps):
        slope = slope_of(x)
        for _ in range(turns(steps)):
            x += step(slope_of(x) if fresh else slope, learning_rate)
        return x

    return descend


def _down(slope, rate):
    return -rate * slope


def _up(slope, rate):
    return rate * slope


def _one_turn(steps):
    return min(steps, 1)


def _one_more(steps):
    return steps + 1


def _one_less(steps):
    return steps - 1


def _place_replaced(sign):
    def descend(slope_of, x, learning_rate, steps):
        for _ in range(steps):
            x = sign * learning_rate * slope_of(x)
        return x

    return descend


def _slope_at_the_end(slope_of, x, learning_rate, steps):
    return slope_of(walk_down(slope_of, x, learning_rate, steps))


def _last_step(slope_of, x, learning_rate, steps):
    return learning_rate * slope_of(walk_down(slope_of, x, learning_rate, steps - 1))


RATE = "Print the first step. With the slope −16 and the rate 0.1, how long should it be?"
HIGHER = "At x = 3 the slope of f is 14. Should x grow or shrink to get lower?"
INDENTED = "How far is the return line indented? When does Python reach it?"
COUNT = "Take steps = 1 by hand. How often does x move, and by what?"
STEPS = [
    (
        "learning-rate-missing",
        lambda slope, rate: -slope,
        "The whole slope is taken as the step. The learning rate says how much of it.",
        RATE,
    ),
    (
        "divided-by-the-rate",
        lambda slope, rate: -slope / rate,
        "The slope is divided by the learning rate, so a smaller rate makes longer steps.",
        RATE,
    ),
    (
        "direction-only",
        lambda slope, rate: -rate if slope > 0 else rate,
        "Every step has the length of the learning rate: only the sign of the slope is used, "
        "and not how steep it is.",
        "In the lesson the steps got shorter towards the bottom. What made them shorter?",
    ),
    (
        "rate-of-the-example",
        lambda slope, rate: -0.1 * slope,
        "The rate 0.1 of the example stands in the code, and learning_rate has no effect.",
        "Which numbers in your code should come from the arguments?",
    ),
    (
        "always-to-the-right",
        lambda slope, rate: rate * abs(slope),
        "Every step goes to the right: the sign of the slope is lost. From −2 that is the way "
        "down, from a start on the other side it is not.",
        HIGHER,
    ),
    (
        "always-to-the-left",
        lambda slope, rate: -rate * abs(slope),
        "Every step goes to the left: the sign of the slope is lost.",
        "At x = −2 the slope of f is −16. Should x grow or shrink to get lower?",
    ),
]
TURNS = [
    (
        "one-step-too-many",
        _one_more,
        "The walk goes one step too far: each step is right, but there is one more than asked.",
        COUNT,
    ),
    (
        "one-step-missing",
        _one_less,
        "The walk ends one step too early: each step is right, but one is missing, or does "
        "not move x.",
        COUNT,
    ),
    (
        "return-inside-loop",
        _one_turn,
        "The walk ends after one step, whatever steps says: return leaves the function, and "
        "the loop with it.",
        INDENTED,
    ),
]


def _other_steps():
    for id, step, what, next_step in STEPS:
        yield Mistake(id, _walk(step)).says(what, next_step)


def _other_turns():
    for id, turns, what, next_step in TURNS:
        yield Mistake(id, _walk(_down, turns=turns)).says(what, next_step)


def _probe_descend(answer, case):
    bend, offset, x, learning_rate, steps = case
    return answer(lambda x: bend * x + offset, x, learning_rate, steps)


def _say_descend(case):
    bend, offset, x, learning_rate, steps = case
    return (
        f"slope {write_line(bend, offset)}, start {x:.4g}, learning rate {learning_rate:.4g}, "
        f"steps {steps}"
    )


TASK = Task(
    id="01.descend",
    answer_name="descend",
    kind="function",
    reference=walk_down,
    probe=_probe_descend,
    cases=lambda rng: [
        [6.0, -4.0, -2.0, 0.1, 1],
        [6.0, -4.0, -2.0, 0.1, 2],
        [6.0, -4.0, 3.0, 0.1, 1],
        [6.0, -4.0, -2.0, 0.1, 20],
        [6.0, -4.0, 3.0, 0.05, 5],
        [6.0, -4.0, 0.5, 0.3, 3],
        [2.0, 6.0, rng.uniform(1, 5), rng.uniform(0.1, 0.4), 5],
    ],
    say=_say_descend,
    notice=(
        "The slope points uphill, so the step goes against it; and it must be asked again at "
        "every new place."
    ),
    mistakes=(
        Mistake("uphill", _walk(_up)).says(
            "The slope is fresh in every turn now, but the walk climbs: a positive slope "
            "means that up is to the right.",
            "At x = 3 the slope of f is 14. Should x grow or shrink to get lower?",
        ),
        Mistake("slope-computed-once", _walk(_down, fresh=False)).says(
            "The direction is right now, but every step has the same length: the slope of "
            "the start is used all the way, even beyond the bottom.",
            "Print x and slope in each turn of the loop. Is it the slope at this x?",
        ),
        Mistake("place-replaced", _place_replaced(-1)).says(
            "x becomes the step itself, and the place where the walk stood is forgotten.",
            "Where does a step of 1.6 lead from −2?",
        ),
        Mistake("never-moves", lambda slope_of, x, learning_rate, steps: x).says(
            "The start comes back: x is the same after all steps.",
            "In which line does x get a new value?",
        ),
        Mistake("slope-for-place", _slope_at_the_end).says(
            "The slope at the end of the walk comes back. Asked is where the walk ends.",
            "Which name holds the place, and which the slope?",
        ),
        Mistake("step-for-place", _last_step).says(
            "The last step comes back. Asked is where the walk ends.",
            "Which name holds the place, and which the step?",
        ),
        *_other_turns(),
        *_other_steps(),
    ),
)
