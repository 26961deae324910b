"""01.verdict: Will it ever arrive?"""

from mgrad.check.lesson01.shared import walk_down, write_line
from mgrad.check.task import Mistake, Task


def _verdict(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < first / 2 else "diverges" if last > first * 2 else "cycles"


def _first_and_last_step(slope_of, x, learning_rate):
    end = walk_down(slope_of, x, learning_rate, 199)
    return learning_rate * abs(slope_of(x)), learning_rate * abs(slope_of(end))


def _verdict_by_size(slope_of, x, learning_rate):
    end = walk_down(slope_of, x, learning_rate, 200)
    return "diverges" if abs(end) > 1e6 else "converges" if abs(slope_of(end)) < 1e-6 else "cycles"


def _verdict_from_zero(slope_of, x, learning_rate):
    end = walk_down(slope_of, x, learning_rate, 200)
    return "cycles" if abs(end - x) < 1e-6 else "diverges" if abs(end) > abs(x) else "converges"


def _verdict_from_two_thirds(slope_of, x, learning_rate):
    before, after = abs(x - 2 / 3), abs(walk_down(slope_of, x, learning_rate, 200) - 2 / 3)
    return "cycles" if abs(after - before) < 1e-6 else "diverges" if after > before else "converges"


def _verdict_by_limits(slope_of, x, learning_rate):
    _, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < 0.01 else "cycles" if last < 100 else "diverges"


def _verdict_exact_lengths(slope_of, x, learning_rate):
    path = [walk_down(slope_of, x, learning_rate, steps) for steps in (0, 1, 199, 200)]
    first, last = abs(path[1] - path[0]), abs(path[3] - path[2])
    return "converges" if last < first else "cycles" if last == first else "diverges"


def _verdict_exact(slope_of, x, learning_rate):
    before, last, end = (walk_down(slope_of, x, learning_rate, steps) for steps in (198, 199, 200))
    return "converges" if end == last else "cycles" if end == before else "diverges"


def _verdict_every_second(slope_of, x, learning_rate):
    found = _verdict(slope_of, x, learning_rate)
    return "converges" if found == "cycles" else found


def _verdict_no_overshoot(slope_of, x, learning_rate):
    turned = slope_of(x) * slope_of(walk_down(slope_of, x, learning_rate, 1)) < -1e-9
    found = _verdict(slope_of, x, learning_rate)
    return "diverges" if turned and found == "converges" else found


def _verdict_one_third(slope_of, x, learning_rate):
    return (
        "cycles"
        if abs(learning_rate - 1 / 3) < 1e-6
        else "converges"
        if learning_rate < 1 / 3
        else "diverges"
    )


def _verdict_valleys_only(slope_of, x, learning_rate):
    reach = learning_rate * (slope_of(x + 1) - slope_of(x))
    return "cycles" if abs(reach - 2) < 1e-6 else "converges" if reach < 2 else "diverges"


def _cases_verdict(rng):
    bend, start = rng.choice([2.0, 4.0, 8.0]), float(rng.randint(1, 9))
    return [
        *(
            [6.0, -4.0, -2.0, learning_rate]
            for learning_rate in (0.1, 1 / 6, 0.3, 1 / 3, 0.34, 0.4)
        ),
        [2.0, -20.0, 1.0, 0.8],
        [2.0, -20.0, 1.0, 0.5],
        [2.0, -20.0, 1.0, 1.0],
        [10.0, 20.0, 3.0, 0.25],
        [-2.0, 4.0, 3.0, 0.25],
        [4.0, -2.0, 0.3, 0.1],
        [7.0, -3.0, 0.9, 2 / 7],  # back at the start, but for the last digit
        [2.0, -10000.0, 4990.0, 1.0],  # far from 0
        [2.0, -20.0, -240.0, 1.0],  # steps of 500
        [8.0, -16.0, 2.0005, 0.25],  # steps of 0.001
        [8.0, -16.0, 2.0005, 0.255],
        [8.0, -40000.0, 4999.0, 0.1875],
        [bend, 2 * bend, start, (1 + rng.uniform(0.3, 0.8)) / bend],
        [bend, -4 * bend, -start, (1 + rng.uniform(1.1, 1.3)) / bend],
    ]


def _probe_verdict(answer, case):
    bend, offset, x, learning_rate = case
    return answer(lambda x: bend * x + offset, x, learning_rate)


def _say_verdict(case):
    bend, offset, x, learning_rate = case
    return f"slope {write_line(bend, offset)}, start {x:.4g}, learning rate {learning_rate:.4g}"


TASK = Task(
    id="01.verdict",
    answer_name="verdict",
    kind="function",
    reference=_verdict,
    probe=_probe_verdict,
    cases=_cases_verdict,
    say=_say_verdict,
    notice=(
        "Each step multiplies the distance to the bottom by 1 − learning rate · bend: only the "
        "size of this number, below, at or above 1, decides."
    ),
    mistakes=(
        Mistake(
            "judged-by-size",
            _verdict_by_size,
            (
                "The slow ones escape: a walk that grows by 4 % a step is not far away after 200 "
                "steps, but it never comes back."
            ),
            (
                "Do not ask how far away x is. Ask whether the last step is longer or shorter "
                "than the first."
            ),
        ),
        Mistake(
            "distance-from-zero",
            _verdict_from_zero,
            (
                "This compares how far x is from 0 at the start and at the end. But the bottom "
                "can lie anywhere, also far from 0."
            ),
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Does it settle?",
        ),
        Mistake(
            "bottom-of-one-parabola",
            _verdict_from_two_thirds,
            (
                "This compares how far x is from 2/3. But 2/3 is the bottom of one parabola "
                "only, and verdict does not know the bottom of the others."
            ),
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it settle?",
        ),
        Mistake(
            "one-limit-for-all",
            _verdict_by_limits,
            (
                "A fixed limit fits the walks you tried. In a valley a hundred times as wide, or "
                "as narrow, the same walk has steps of another size."
            ),
            "With what, in the same walk, can you compare the last step?",
        ),
        Mistake(
            "lengths-compared-exactly",
            _verdict_exact_lengths,
            (
                "Two lengths are compared exactly. A walk that cycles comes back to its start "
                "only up to rounding, and one last digit then decides."
            ),
            (
                "Walk with slope 7x − 3 from 0.9 at rate 2/7, and print the first and the last "
                "length with all digits."
            ),
        ),
        Mistake(
            "exact-equality",
            _verdict_exact,
            (
                "Two floats are compared with ==. A walk that has settled may still tremble in "
                "the last digit, which then looks like a cycle."
            ),
            "Print the last three places of the walk with the learning rate 0.3.",
        ),
        Mistake(
            "every-second-step",
            _verdict_every_second,
            (
                "A walk that jumps between two places is back after every second step. That "
                "looks like rest if you compare places two steps apart."
            ),
            "Print the last three places of the walk with the learning rate 1/3.",
        ),
        Mistake(
            "overshoot-means-divergence",
            _verdict_no_overshoot,
            (
                "Stepping past the bottom is not yet divergence: with rate 0.3 each step changes "
                "sides, and still ends nearer."
            ),
            "Print the lengths of the first five steps with rate 0.3. Do they grow or shrink?",
        ),
        Mistake(
            "one-third-for-all",
            _verdict_one_third,
            (
                "1/3 is the limit for one valley only, that of 3x² − 4x + 5. Another valley is "
                "bent more or less and has another limit."
            ),
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it end?",
        ),
        Mistake(
            "hill-forgotten",
            _verdict_valleys_only,
            (
                "In valleys all is right. But a slope such as −2x + 4 belongs to a hill: there "
                "every step leads farther from the top."
            ),
            (
                "Take three steps on the hill by hand. Is there a learning rate small enough to "
                "settle at the top?"
            ),
        ),
    ),
)
