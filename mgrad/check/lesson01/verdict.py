"""01.verdict: Will it ever arrive?"""

from fractions import Fraction

from mgrad.check.lesson01.shared import walk_down, write_line
from mgrad.check.task import Mistake, Task


def _verdict(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < first / 2 else "cycles" if last < first * 2 else "diverges"


def _first_and_last_step(slope_of, x, learning_rate):
    end = walk_down(slope_of, x, learning_rate, 199)
    return abs(learning_rate * slope_of(x)), abs(learning_rate * slope_of(end))


def _verdict_by_size(slope_of, x, learning_rate):
    end = walk_down(slope_of, x, learning_rate, 200)
    return "diverges" if abs(end) > 1e6 else "converges" if abs(slope_of(end)) < 1e-6 else "cycles"


def _verdict_nan_cycles(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < first / 2 else "diverges" if last > first * 2 else "cycles"


def _verdict_nan_converges(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "diverges" if last > first * 2 else "cycles" if last > first / 2 else "converges"


def _verdict_from(bottom, low, high):
    """Is the end nearer to one place than the start, or farther?"""

    def verdict(slope_of, x, learning_rate):
        before, after = abs(x - bottom), abs(walk_down(slope_of, x, learning_rate, 200) - bottom)
        if abs(after - before) < 1e-6 or low * before < after < high * before:
            return "cycles"
        return "diverges" if after > before else "converges"

    return verdict


def _verdict_with_signs(steps, sign=1, by_ratio=False):
    """First and last step, or slope (``sign`` −1), compared without taking the size."""

    def verdict(slope_of, x, learning_rate):
        end = walk_down(slope_of, x, learning_rate, steps)
        first, last = -sign * slope_of(x), -sign * slope_of(end)
        if by_ratio:
            close = abs(last - first) < 0.1 * abs(first)
            return "cycles" if close else "converges" if last < first else "diverges"
        return "converges" if last < 0.9 * first else "cycles" if last < 1.1 * first else "diverges"

    return verdict


SIGNED = {
    "": _verdict_with_signs(199),
    "-of-slopes": _verdict_with_signs(199, sign=-1),
    "-of-last-slopes": _verdict_with_signs(200, sign=-1),
    "-of-last-slopes-by-distance": _verdict_with_signs(200, sign=-1, by_ratio=True),
    "-of-last-steps": _verdict_with_signs(200),
    "-of-last-steps-by-distance": _verdict_with_signs(200, by_ratio=True),
}


def _verdict_uphill(slope_of, x, learning_rate):
    return _verdict(slope_of, x, -learning_rate)


def _once(verdict):
    """The same verdict on a walk that keeps the slope of its start."""

    def with_old_slope(slope_of, x, learning_rate):
        slope = slope_of(x)
        return verdict(lambda _: slope, x, learning_rate)

    return with_old_slope


def _verdict_exchanged(slope_of, x, learning_rate):
    names = {"converges": "diverges", "cycles": "cycles", "diverges": "converges"}
    return names[_verdict(slope_of, x, learning_rate)]


def _verdict_without(name, instead):
    def verdict(slope_of, x, learning_rate):
        found = _verdict(slope_of, x, learning_rate)
        return instead if found == name else found

    return verdict


def _verdict_turning_cycles(slope_of, x, learning_rate):
    turned = slope_of(x) * slope_of(walk_down(slope_of, x, learning_rate, 1)) < -1e-9
    found = _verdict(slope_of, x, learning_rate)
    return "cycles" if turned and found != "diverges" else found


def _verdict_turning_is_all(slope_of, x, learning_rate):
    turned = slope_of(x) * slope_of(walk_down(slope_of, x, learning_rate, 1)) < -1e-9
    return "cycles" if turned else _verdict(slope_of, x, learning_rate)


def _verdict_seen_before(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        path.append(path[-1] - learning_rate * slope_of(path[-1]))
        if any(abs(path[-1] - old) < 1e-9 for old in path[-3:-1]):
            return "cycles"
    return _verdict(slope_of, x, learning_rate)


def _verdict_by_last_ratio(slope_of, x, learning_rate):
    before, last = (abs(slope_of(walk_down(slope_of, x, learning_rate, n))) for n in (198, 199))
    ratio = last / before
    return "cycles" if abs(ratio - 1) < 1e-6 else "converges" if ratio < 1 else "diverges"


def _verdict_by_limit(small, large):
    """Fixed lengths for a last step that is small or large."""

    def verdict(slope_of, x, learning_rate):
        _, last = _first_and_last_step(slope_of, x, learning_rate)
        return "converges" if last < small else "cycles" if last < large else "diverges"

    return verdict


def _verdict_last_two(room):
    """The last step compared with the one before it."""

    def verdict(slope_of, x, learning_rate):
        before, last = (abs(slope_of(walk_down(slope_of, x, learning_rate, n))) for n in (198, 199))
        close = last < before * (1 + room)
        return "converges" if last < before * (1 - room) else "cycles" if close else "diverges"

    return verdict


def _verdict_far_from_zero(slope_of, x, learning_rate):
    before, last = (walk_down(slope_of, x, learning_rate, n) for n in (199, 200))
    near = abs(last - before) < 1e-3
    return "converges" if near else "diverges" if abs(last) > 1000 else "cycles"


def _verdict_two_back(slope_of, x, learning_rate):
    """What neither stands nor is where it was two steps before, diverges."""
    two, one, last = (walk_down(slope_of, x, learning_rate, n) for n in (198, 199, 200))
    near = abs(last - one) < 1e-6
    return "converges" if near else "cycles" if abs(last - two) < 1e-6 else "diverges"


def _verdict_sides(slope_of, x, learning_rate):
    before, last = (slope_of(walk_down(slope_of, x, learning_rate, n)) for n in (198, 199))
    return "converges" if abs(last) < 1e-6 else "cycles" if before * last < 0 else "diverges"


def _verdict_of_two(slope_of, x, learning_rate):
    first, last = _first_and_last_step(slope_of, x, learning_rate)
    return "converges" if last < first else "diverges"


def _verdict_exact_lengths(slope_of, x, learning_rate):
    path = [walk_down(slope_of, x, learning_rate, steps) for steps in (0, 1, 199, 200)]
    first, last = abs(path[1] - path[0]), abs(path[3] - path[2])
    return "converges" if last < first else "cycles" if last == first else "diverges"


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
    """Each has its level, so that one idea is asked for at a time; the randoms come last."""
    bend, start = rng.choice([2.0, 4.0, 8.0]), float(rng.randint(1, 9))
    ours = [(0, 6.0, -4.0, -2.0, rate) for rate in (0.1, 1 / 6, 0.3, 1 / 3, 0.34, 0.4)]
    cases = [
        *ours,
        (0, 2.0, -20.0, 1.0, 0.8),
        (0, 2.0, -20.0, 1.0, 1.0),
        (0, 10.0, 20.0, -5.0, 0.25),
        (0, 6.0, -4.0, 3.0, 0.1),  # from the right
        (0, 6.0, -4.0, 3.0, 1 / 3),
        (0, 10.0, 20.0, 3.0, 0.25),
        (0, 6.0, -4.0, 0.2, 0.1),  # ends farther from 0 than it began
        (0, 6.0, -4.0, -2.0, 0.32),  # changes sides, slowly nearer
        (0, -2.0, 4.0, 3.0, 0.25),
        (1, 2.0, -20.0, 1.0, 0.5),  # there in one step
        (2, 2.0, -10000.0, 4990.0, 1.0),  # far from 0
        (2, 2.0, -20.0, -240.0, 1.0),  # steps of 500
        (3, 8.0, -16.0, 2.0002, 0.25),  # steps of 0.0004
        (4, 4.0, -20.0, 305.0, 0.015),  # slow, from far away
        (5, 8.0, -16.0, 2.0002, 0.255),  # slowly away, in small steps
        (6, 7.0, -3.0, 0.9, 2 / 7),  # back at the start, but for the last digit
        (7, 4.0, -2.0, 0.3, 0.1),
        (7, 8.0, -40000.0, 4999.0, 0.1875),
        (7, bend, 2 * bend, start, (1 + rng.uniform(0.3, 0.8)) / bend),
        (7, bend, -4 * bend, -start, (1 + rng.uniform(1.1, 1.3)) / bend),
        (8, 6.0, -4.0, -2.0, 10.0),  # beyond the floats: the last places are nan
    ]
    return [list(case) for case in cases]


def _probe_verdict(answer, case):
    _, bend, offset, x, learning_rate = case
    return answer(lambda x: bend * x + offset, x, learning_rate)


def _say_verdict(case):
    _, bend, offset, x, learning_rate = case
    third = Fraction(learning_rate).limit_denominator(9)  # 0.3333 would converge where 1/3 cycles
    exact = float(third) == learning_rate != float(f"{learning_rate:.4g}")
    rate = str(third) if exact else f"{learning_rate:.4g}"
    words = f"slope {write_line(bend, offset)}, start {x:.4g}, learning rate {rate}"
    end = walk_down(lambda x: bend * x + offset, x, learning_rate, 200)
    return words if end == end else f"{words} (its last places are nan, “not a number”)"


TASK = Task(
    id="01.verdict",
    answer_name="verdict",
    kind="function",
    reference=_verdict,
    probe=_probe_verdict,
    cases=_cases_verdict,
    level=lambda case: case[0],
    say=_say_verdict,
    notice=(
        "Each step multiplies the distance to the bottom by 1 − learning rate · bend: only the "
        "size of this number, below, at or above 1, decides."
    ),
    mistakes=(
        Mistake("judged-by-size", _verdict_by_size).says(
            "The slow ones escape: a walk that grows by 4 % a step is not far away when you "
            "look, but it never comes back.",
            "Take all 200 steps. Do not ask how far away x is then: is the last step longer or "
            "shorter than the first?",
        ),
        Mistake("distance-from-zero", _verdict_from(0, 1, 1)).says(
            "This compares how far x is from 0 at the start and at the end. But the bottom "
            "can lie anywhere, also far from 0.",
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Does it settle?",
        ),
        Mistake("bottom-of-one-parabola", _verdict_from(2 / 3, 1, 1)).says(
            "This compares how far x is from 2/3. But 2/3 is the bottom of one parabola "
            "only, and verdict does not know the bottom of the others.",
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it settle?",
        ),
        Mistake("one-limit-for-all", _verdict_by_limit(0.01, 100)).says(
            "A fixed limit fits the walks you tried. In a valley a hundred times as wide, or "
            "as narrow, the same walk has steps of another size.",
            "With what, in the same walk, can you compare the last step?",
        ),
        Mistake("lengths-compared-exactly", _verdict_exact_lengths).says(
            "Two lengths are compared exactly. A walk that cycles comes back to its start "
            "only up to rounding, and one last digit then decides.",
            "Walk with slope 7x − 3 from 0.9 at rate 2/7, and print the first and the last "
            "length with all digits.",
        ),
        Mistake("overshoot-means-divergence", _verdict_no_overshoot).says(
            "Stepping past the bottom is not yet divergence: with rate 0.3 each step changes "
            "sides, and still ends nearer.",
            "Print the lengths of the first five steps with rate 0.3. Do they grow or shrink?",
        ),
        Mistake("one-third-for-all", _verdict_one_third).says(
            "1/3 is the limit for one valley only, that of 3x² − 4x + 5. Another valley is "
            "bent more or less and has another limit.",
            "Walk in the valley with slope 2x − 20 from 1 at rate 0.8. Where does it end?",
        ),
        Mistake("hill-forgotten", _verdict_valleys_only).says(
            "In valleys all is right. But a slope such as −2x + 4 belongs to a hill: there "
            "every step leads farther from the top.",
            "Take three steps on the hill by hand. Is there a learning rate small enough to "
            "settle at the top?",
        ),
        *(
            Mistake(f"signs-compared{id}", answer).says(
                "The steps are compared with their signs. A step to the left counts as "
                "smaller than any step to the right, however long it is.",
                "Print the first and the last step for the rate 1/3. Which of them is longer?",
            )
            for id, answer in SIGNED.items()
        ),
        Mistake("uphill", _verdict_uphill).says(
            "The walk goes up: what is judged is no descent.",
            "At x = −2 the slope of our parabola is −16. Where should the first step lead?",
        ),
        Mistake("slope-computed-once", _once(_verdict)).says(
            "Every walk seems to cycle: all steps have the same length, or only one step is "
            "looked at.",
            "Print the length of each step for the rate 0.1. How many are there, and how long?",
        ),
        Mistake("always-converges", lambda slope_of, x, learning_rate: "converges").says(
            "Every walk is said to converge, also one whose steps get longer and longer.",
            "Print the lengths of the first five steps for the rate 0.4.",
        ),
        Mistake("always-diverges", lambda slope_of, x, learning_rate: "diverges").says(
            "Every walk is said to diverge, also one that should get nearer with each step. "
            "A walk that keeps the slope of its start never settles.",
            "Print x and the slope in each turn for the rate 0.1. Do the steps get shorter?",
        ),
        Mistake("names-exchanged", _verdict_exchanged).says(
            "“converges” and “diverges” have each other's place.",
            "Which of the two words says that the walk arrives?",
        ),
        Mistake("no-cycles-diverges", _verdict_without("cycles", "diverges")).says(
            "A walk that jumps to and fro is said to diverge: “cycles” is never the answer there.",
            "With the rate 1/3, what do the first and the last step have in common?",
        ),
        Mistake("no-cycles-converges", _verdict_without("cycles", "converges")).says(
            "A walk that jumps to and fro is said to converge: “cycles” is never the answer there.",
            "With the rate 1/3, is the last step shorter than the first?",
        ),
        Mistake("no-divergence", _verdict_without("diverges", "cycles")).says(
            "“diverges” is never the answer: a walk that runs away is said to cycle.",
            "With the rate 0.34, is the last step as long as the first?",
        ),
        *(
            Mistake(f"turning-means-cycle{id}", answer).says(
                "A walk that changes sides is taken for a cycle. With rate 0.3 each step "
                "changes sides, and still ends nearer.",
                "Print the lengths of the first five steps with rate 0.3. Are they equal?",
            )
            for id, answer in (("", _verdict_turning_cycles), ("-always", _verdict_turning_is_all))
        ),
        Mistake("standing-still-means-cycle", _verdict_seen_before).says(
            "A walk that has arrived is told as one that cycles. It stays where it is: its places "
            "are equal, and so are the lengths of its steps, but all of them are 0.",
            "Print the last three places of the walk with the rate 0.1, and with the rate 1/3.",
        ),
        *(
            Mistake(f"arrived-walk-left-over{id}", _verdict_last_two(room)).says(
                "The last step is compared with the one just before it. A walk that has arrived "
                "takes steps of length 0, and 0 is not shorter than 0: such a walk gets the "
                "verdict that is left over.",
                "With which step, long before the walk has arrived, can you compare the last?",
            )
            for id, room in (("", 0.1), ("-in-a-narrow-band", 1e-6))
        ),
        Mistake("far-from-zero-is-divergence", _verdict_far_from_zero).says(
            "A place far from 0 counts as divergence. But the bottom itself can lie far from 0, "
            "and a walk can cycle around it there.",
            "How long are the steps of that walk, the first and the last one?",
        ),
        Mistake("changing-sides-means-cycle", _verdict_sides).says(
            "Every walk that still changes sides at the end counts as a cycle. With rate 0.34 "
            "each step changes sides too, and each is longer than the one before.",
            "Print the lengths of the first five steps with rate 0.34. Are they equal?",
        ),
        Mistake("two-verdicts-only", _verdict_of_two).says(
            "A walk is told as shorter or longer, and nothing in between: the one that cycles "
            "has no verdict of its own.",
            "Print the first and the last step for the rate 1/3 with all digits. How far apart "
            "are they?",
        ),
        Mistake("divided-by-a-step-of-zero", _verdict_by_last_ratio).says(
            "The last step is divided by the one before it. A walk that has arrived takes "
            "steps of length 0.",
            "By which step can you divide that is never 0?",
        ),
        Mistake("limit-for-small-steps", _verdict_by_limit(0.01, 1e4)).says(
            "A fixed limit says that a walk has arrived. In a narrow valley a walk that cycles "
            "has steps as small as that, all the way.",
            "With what, in the same walk, can you compare the last step?",
        ),
        *(
            Mistake(f"limit-for-slow-walks{id}", answer).says(
                "A slow walk from far away is not told as one that converges: its steps are still "
                "long after 200 turns, or its limit is very strict, but they get ever shorter.",
                "Compare the last step of that walk with its first one. How many times shorter "
                "is it?",
            )
            for id, answer in (
                ("", _verdict_by_limit(1e-6, 1e4)),
                ("-left-over", _verdict_two_back),
            )
        ),
        *(
            Mistake(f"not-a-number-taken-for-{name}", answer).says(
                "A walk that outgrows the floats ends with nan, “not a number”. No comparison "
                "with nan is True, so such a walk gets the verdict that is left over.",
                "Print the last three places of the walk with rate 10, and ask each of your "
                "comparisons about them.",
            )
            for name, answer in (
                ("a-cycle", _verdict_nan_cycles),
                ("convergence", _verdict_nan_converges),
            )
        ),
    ),
)
