"""01.descend: A walk that never arrives."""

from mgrad.check.lesson01.shared import walk_down, write_line
from mgrad.check.task import Mistake, Task


def _climb(slope_of, x, learning_rate, steps):
    return walk_down(slope_of, x, -learning_rate, steps)


def _once(walk):
    """The same walk with the slope of the start at every step."""
    return lambda slope_of, x, learning_rate, steps: walk(
        lambda _: slope_of(x), x, learning_rate, steps
    )


def _one_step_only(slope_of, x, learning_rate, steps):
    return walk_down(slope_of, x, learning_rate, min(steps, 1))


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
        [6.0, -4.0, -2.0, 0.1, 20],
        [2.0, 6.0, rng.uniform(1, 5), rng.uniform(0.1, 0.4), 5],
    ],
    say=_say_descend,
    notice=(
        "The slope points uphill, so the step goes against it; and it must be asked again at "
        "every new place."
    ),
    mistakes=(
        Mistake(
            "uphill-with-old-slope",
            _once(_climb),
            (
                "The walk still goes up, and in equal steps. A slope says which way is up, and "
                "it belongs to one place only."
            ),
            (
                "Print x and slope in each turn of the loop. Which of the two should change and "
                "does not?"
            ),
        ),
        Mistake(
            "uphill",
            _climb,
            (
                "The slope is fresh in every turn now, but the walk climbs: a positive slope "
                "means that up is to the right."
            ),
            "At x = 3 the slope of f is 14. Should x grow or shrink to get lower?",
        ),
        Mistake(
            "slope-computed-once",
            _once(walk_down),
            (
                "The direction is right now, but every step has the same length: the slope of "
                "the start is used all the way, even beyond the bottom."
            ),
            "Print x and slope in each turn of the loop. Is it the slope at this x?",
        ),
        Mistake(
            "return-inside-loop",
            _one_step_only,
            (
                "The walk ends after one step, whatever steps says: return leaves the function, "
                "and the loop with it."
            ),
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake(
            "one-step-too-many",
            lambda slope_of, x, learning_rate, steps: walk_down(
                slope_of, x, learning_rate, steps + 1
            ),
            "Each step is right, but there is one too many of them.",
            "How many numbers does your range give for steps = 1?",
        ),
        Mistake(
            "one-step-missing",
            lambda slope_of, x, learning_rate, steps: walk_down(
                slope_of, x, learning_rate, steps - 1
            ),
            "Each step is right, but there is one too few of them.",
            "How many numbers does your range give for steps = 1?",
        ),
        Mistake(
            "learning-rate-missing",
            lambda slope_of, x, learning_rate, steps: walk_down(slope_of, x, 1, steps),
            "The whole slope is taken as the step. The learning rate says how much of it.",
            "At x = −2 the slope is −16. How far should the first step go at the rate 0.1?",
        ),
    ),
)
