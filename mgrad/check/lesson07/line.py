"""07.line: The straight line, without training."""

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.task import Mistake, Task, some_numbers


def _line(centred="both", shift="right", divide="x"):
    """Least squares for one input with one idea changed."""

    def best_line(xs, targets):
        n, mean_x, mean_t = len(xs), mean_of(xs), mean_of(targets)
        x0, t0 = (mean_x, mean_t) if centred == "both" else (0.0, 0.0)
        together = sum((x - x0) * (t - t0) for x, t in zip(xs, targets))
        below = {
            "x": sum((x - x0) ** 2 for x in xs),
            "n": n,
            "t": sum((t - t0) ** 2 for t in targets),
        }[divide]
        w = together / below
        return w, {
            "right": mean_t - w * mean_x,
            "turned": w * mean_x - mean_t,
            "mean": mean_t,
            "none": 0.0,
        }[shift]

    return best_line


def _through_the_ends(xs, targets):
    w = (targets[-1] - targets[0]) / (xs[-1] - xs[0])
    return w, targets[0] - w * xs[0]


def _probe_line(answer, case):
    w, b = answer(*case)
    return {"w": w, "b": b}


def _line_cases(rng):
    xs = sorted(some_numbers(rng, 5, -4, 4))
    return [
        [[0.0, 1.0], [1.0, 3.0]],
        [[1.0, 2.0, 3.0], [4.0, 2.0, 6.0]],
        [[0.0, 1.0, 5.0], [0.0, 3.0, 3.0]],
        [[-1.0, 0.0, 4.0], [5.0, 5.0, 5.0]],
        [[xs[0] - 1, *xs], some_numbers(rng, 6, -4, 4)],
    ]


TASK = Task(
    id="07.line",
    answer_name="best_line",
    kind="function",
    reference=_line(),
    probe=_probe_line,
    cases=_line_cases,
    say=lambda case: f"inputs {case[0]} and targets {case[1]}",
    notice=(
        "No rate, no epochs: where all slopes are zero is a linear equation for w and b. That is "
        "why the straight line is such a cheap yardstick."
    ),
    mistakes=(
        Mistake(
            "through-the-origin",
            _line(centred="none", shift="none"),
            (
                "Your line always goes through (0, 0). With a bias the sums must be taken around "
                "the two means."
            ),
            "What does the formula for w subtract from each x and each target?",
        ),
        Mistake(
            "not-centred",
            _line(centred="none"),
            (
                "w is computed from the raw numbers, as if the line had no bias. Take the "
                "distances from the two means."
            ),
            "Move all inputs by 10: should the slope of the line change?",
        ),
        Mistake(
            "bias-turned",
            _line(shift="turned"),
            (
                "w is right. The bias has the wrong sign: the line must go through the point of "
                "the two means."
            ),
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake(
            "bias-is-the-mean",
            _line(shift="mean"),
            (
                "w is right. b is the mean of the targets, which is the height of the line at "
                "mean_x, and not at x = 0."
            ),
            "Where is the line when you go from mean_x back to 0?",
        ),
        Mistake(
            "divided-by-n",
            _line(divide="n"),
            (
                "You divided by the number of points. The slope compares with how far the inputs "
                "spread: divide by the sum of their squared distances."
            ),
            "If all inputs are twice as far apart, what happens to the slope of the line?",
        ),
        Mistake(
            "inputs-for-targets",
            _line(divide="t"),
            (
                "You divided by the spread of the targets. The line predicts the target from x, "
                "so the spread of x belongs below."
            ),
            "Check with two points: rise over run is the target's change divided by that of x.",
        ),
        Mistake(
            "through-the-ends",
            _through_the_ends,
            (
                "Your line joins the first and the last point and ignores all others. The best "
                "line weighs every point."
            ),
            "Which sums in the formula run over all points?",
        ),
    ),
)
