"""11.schedule: A schedule that is one step late."""

from mgrad.check.task import Mistake, Task


def _make_rate(first=1, parts=1, falling=0, last=1, from_zero=False):
    """A rate that climbs and falls; the arguments make the known mistakes."""

    def rate_at(step, start, end, steps, warm_up):
        if step < warm_up:
            return start * (step + first) / (warm_up + parts)
        past = step if from_zero else step - warm_up + falling
        length = steps - last if from_zero else steps - warm_up - last
        return start + (end - start) * past / length

    return rate_at


def _probe_rates(answer, case):
    start, end, steps, warm_up = case
    return [answer(step, start, end, steps, warm_up) for step in range(steps)]


def _cases(rng):
    return [
        [1.0, 0.1, 10, 0],
        [0.5, 0.1, 5, 0],
        [1.0, 0.1, 8, 3],
        [0.4, 0.02, 12, 4],
        [round(rng.uniform(0.1, 1.0), 2), 0.01, rng.randint(9, 14), rng.randint(1, 5)],
    ]


TASK = Task(
    id="11.schedule",
    answer_name="rate_at",
    kind="function",
    reference=_make_rate(),
    probe=_probe_rates,
    cases=_cases,
    level=lambda case: int(case[3] > 0),
    say=lambda case: (
        f"start {case[0]:g}, end {case[1]:g}, {case[2]} steps, warm_up {case[3]}, the rates of "
        f"step 0 to {case[2] - 1}"
    ),
    notice="Ten posts have nine gaps. Print the rates of the first and the last step before you "
    "train for an hour.",
    mistakes=(
        Mistake("end-not-reached", _make_rate(last=0)).says(
            "The fall has one part too many: in the last step the rate is still above end.",
            "From step 0 to step 9, how many times does the rate change?",
        ),
        Mistake("top-skipped", _make_rate(falling=1, last=0)).says(
            "The rate reaches end in time, but it never is start: the first step of the fall is "
            "already below it.",
            "Which share of the way has the fall behind it in its first step?",
        ),
        Mistake("first-step-lost", _make_rate(first=0, parts=0)).says(
            "The fall is right. The warm-up begins at 0: a whole step that moves nothing.",
            "With 3 steps of warm-up the rate climbs in equal parts from 0, which no step uses, to "
            "start in step 3. How many parts are that?",
        ),
        Mistake("top-twice", _make_rate(parts=0)).says(
            "The warm-up reaches start in its last step, and the step after it has start again.",
            "With 3 steps of warm-up, which step is the first with the full rate?",
        ),
        Mistake("first-step-lost-in-smaller-parts", _make_rate(first=0)).says(
            "The parts have the right size, but the warm-up begins at 0: a whole step that moves "
            "nothing.",
            "Which number has the first step, and how many parts should it have behind it?",
        ),
        Mistake("fall-begins-early", _make_rate(from_zero=True)).says(
            "The fall is counted from step 0, so after the warm-up the rate jumps down.",
            "How many steps of the fall lie behind the first step after the warm-up?",
        ),
    ),
)
