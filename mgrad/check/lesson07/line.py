"""07.line: The straight line, without training."""

from mgrad.check.lesson07.shared import mean_of
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, some_numbers


def _line(
    centred="both",
    shift="right",
    divide="x",
    turned=False,
    points=slice(None),
    above=lambda x, t: x * t,
    raw=False,
):
    """Least squares for one input with one idea changed."""

    def best_line(xs, targets):
        n, mean_x, mean_t = len(xs), mean_of(xs), mean_of(targets)
        x0 = mean_x if centred in ("both", "x") else 0.0
        t0 = mean_t if centred in ("both", "t") else 0.0
        pairs = list(zip(xs, targets))[points]
        together = sum(above(x - x0, t - t0) for x, t in pairs)
        if raw:
            together = sum(x * t for x, t in pairs)
        spread_x = sum((x - x0) ** 2 for x, _ in pairs)
        spread_t = sum((t - t0) ** 2 for _, t in pairs)
        below = {
            "x": spread_x,
            "n": n,
            "t": spread_t,
            "nothing": 1.0,
            "raw": sum(x**2 for x in xs),
            "mean": spread_x / n,
            "root": spread_x**0.5,
            "both": (spread_x * spread_t) ** 0.5 or 1.0,
            "sizes": sum(abs(x - x0) for x, _ in pairs),
            "not squared": sum(x - x0 for x, _ in pairs),
        }[divide]
        w = below / together if turned else together / below
        return w, {
            "right": mean_t - w * mean_x,
            "turned": w * mean_x - mean_t,
            "added": mean_t + w * mean_x,
            "mean": mean_t,
            "none": 0.0,
            "first": targets[0] - w * xs[0],
            "last": targets[-1] - w * xs[-1],
            "exchanged": mean_x - w * mean_t,
            "x": mean_t - mean_x,
        }[shift]

    return best_line


def _through_the_ends(xs, targets):
    w = (targets[-1] - targets[0]) / (xs[-1] - xs[0])
    return w, targets[0] - w * xs[0]


def _ratio_of_means(xs, targets):
    w = mean_of(targets) / mean_of(xs)
    return w, 0.0


def _mean_of_slopes(xs, targets):
    pairs = list(zip(xs, targets))
    slopes = [(t - s) / (x - y) for (y, s), (x, t) in zip(pairs, pairs[1:])]
    return mean_of(slopes), mean_of(targets) - mean_of(slopes) * mean_of(xs)


def _probe_line(answer, case):
    part, *points = case
    result = answer(*points)
    if result is None:
        return None
    if isinstance(result, dict):
        raise FormError("Return w and b, in this order, with a comma between; not a dictionary.")
    w, b = result
    return {part: w if part == "w" else b}


def _line_cases(rng):
    """Inputs whose means are exact, so that distances which cancel add up to exactly 0."""
    xs = sorted(x / 4 for x in rng.sample(range(-16, 17), 7))
    sets = [
        [[0.0, 1.0], [1.0, 3.0]],
        [[1.0, 2.0, 6.0], [4.0, 2.0, 6.0]],
        [[0.0, 1.0, 5.0], [0.0, 3.0, 3.0]],
        [[1.0, 3.0, 5.0], [-2.0, -5.0, -5.0]],
        [[-1.0, 0.0, 4.0], [5.0, 5.0, 5.0]],
        [[xs[0] - 1, *xs], some_numbers(rng, 8, -4, 4)],
    ]
    return [[part, *points] for part in "wb" for points in sets]


TASK = Task(
    id="07.line",
    answer_name="best_line",
    kind="function",
    reference=_line(),
    probe=_probe_line,
    cases=_line_cases,
    level=lambda case: "wb".index(case[0]),
    say=lambda case: f"inputs {case[1]} and targets {case[2]}",
    notice=(
        "No rate, no epochs: where all slopes are zero is a linear equation for w and b. That is "
        "why the straight line is such a cheap yardstick."
    ),
    mistakes=(
        Mistake("not-centred", _line(centred="none")).says(
            "w is computed from the raw numbers, as if the line had to go through (0, 0). The "
            "formula takes the distances from the two means.",
            "Move all inputs by 10: should the slope of the line change?",
        ),
        Mistake("divided-by-n", _line(divide="n")).says(
            "You divided by the number of points. The slope compares with how far the inputs "
            "spread: look at the sum below the line of the fraction.",
            "If all inputs are twice as far apart, what happens to the slope of the line?",
        ),
        Mistake("not-divided", _line(divide="nothing")).says(
            "Your w is the sum above the line of the fraction alone; nothing divides it.",
            "If every point is there twice, what happens to your w? What should happen?",
        ),
        Mistake("inputs-for-targets", _line(divide="t")).says(
            "You divided by the spread of the targets. The line predicts the target from x, "
            "so the spread of x belongs below.",
            "Check with two points: what is rise, what is run?",
        ),
        Mistake("fraction-turned", _line(turned=True)).says(
            "Your fraction stands upside down: this is 1/w.",
            "Check with two points: what is rise, what is run?",
        ),
        Mistake("distances-not-squared", _line(divide="not squared")).says(
            "Below the line of your fraction the distances are added up without a square of each. "
            "Those on the left of the mean and those on the right cancel, and the sum is 0.",
            "Where does the little 2 stand in the formula: behind each bracket or behind the sum?",
        ),
        Mistake("sizes-for-squares", _line(divide="sizes")).says(
            "Below the line of your fraction stand the distances without their sign. The formula "
            "squares them.",
            "If all inputs are twice as far apart, what happens to each of the two sums?",
        ),
        Mistake("targets-squared", _line(above=lambda x, t: t * t)).says(
            "Above the line of your fraction the distances of the targets are squared. There each "
            "meets the distance of its own input, so a line that falls has a negative slope.",
            "Which two brackets stand in the sum above the line?",
        ),
        *(
            Mistake(
                f"ratio-of-each-point{id}", _line(divide=divide, above=lambda x, t: t / x)
            ).says(
                "You divide point by point and then put the ratios together. A point near the mean "
                "then counts more than one far away.",
                "How many divisions does the formula have for a thousand points?",
            )
            for id, divide in (("", "n"), ("-added-up", "nothing"))
        ),
        Mistake("above-not-centred", _line(raw=True)).says(
            "Above the line of your fraction the inputs and targets themselves are multiplied, not "
            "their distances from the means.",
            "Move all targets by 10: should the slope of the line change?",
        ),
        Mistake("below-not-centred", _line(divide="raw")).says(
            "Below the line of your fraction the inputs themselves are squared, not their "
            "distances from the mean.",
            "Move all inputs by 10: should the slope of the line change?",
        ),
        Mistake("mean-below-sum-above", _line(divide="mean")).says(
            "Above the line of your fraction stands a sum, below it a mean: w is as many times too "
            "large as there are points.",
            "If every point is there twice, what happens to your w? What should happen?",
        ),
        Mistake("root-below", _line(divide="root")).says(
            "You took the root of the sum below the line. The formula has none.",
            "If all inputs are twice as far apart, what happens to the slope of the line?",
        ),
        Mistake("correlation", _line(divide="both")).says(
            "That is the correlation, which says how well a line fits and lies between −1 and 1. "
            "How steep the line is is another question.",
            "Check with two points: what is rise, what is run?",
        ),
        Mistake("ratio-of-means", _ratio_of_means).says(
            "Your w is the mean of the targets over the mean of the inputs: the slope of a line "
            "from (0, 0) to the point of the two means.",
            "Move all inputs by 10: should the slope of the line change?",
        ),
        Mistake("last-point-missing", _line(points=slice(0, -1))).says(
            "w is computed without the last point; both sums run over all points.",
            "Which numbers does your loop go through, and how many points are there?",
        ),
        Mistake("last-point-only", _line(points=slice(-1, None))).says(
            "Only the last point has a say in w: what the earlier turns of the loop found is lost.",
            "What does the line in your loop do with the total of the turn before?",
        ),
        Mistake("through-the-ends", _through_the_ends).says(
            "Your line joins the first and the last point and ignores all others. The best "
            "line weighs every point.",
            "Which sums in the formula run over all points?",
        ),
        Mistake("mean-of-slopes", _mean_of_slopes).says(
            "You take the mean of the slopes between neighbours. A pair of points that lie "
            "close together then counts as much as a pair far apart.",
            "Which two sums does the formula ask for?",
        ),
        Mistake("results-exchanged", lambda xs, targets: _line()(xs, targets)[::-1]).says(
            "w and b have changed places in what you return.",
            "In which order does the task name them?",
        ),
        Mistake("bias-turned", _line(shift="turned")).says(
            "w is right. The bias has the wrong sign: the line must go through the point of "
            "the two means.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("bias-added", _line(shift="added")).says(
            "w is right. But with your b the line does not go through the point of the two "
            "means: w · mean_x was added where it moves to the other side of the equation.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("bias-is-the-mean", _line(shift="mean")).says(
            "w is right. b is the mean of the targets, which is the height of the line at "
            "mean_x, and not at x = 0.",
            "Where is the line when you go from mean_x back to 0?",
        ),
        Mistake("bias-zero", _line(shift="none")).says(
            "w is right. b is 0, so your line goes through (0, 0) whatever the points are.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("through-the-first-point", _line(shift="first")).says(
            "w is right. Your b leads the line through the first point. The best line need "
            "not go through any of the points; it goes through the point of the two means.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("through-the-last-point", _line(shift="last")).says(
            "w is right. Your b leads the line through the last point. The best line need not go "
            "through any of the points; it goes through the point of the two means.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("means-exchanged", _line(shift="exchanged")).says(
            "w is right. In your b the two means have changed places: w multiplies a target.",
            "Put mean_x into w · x + b. What must come out?",
        ),
        Mistake("slope-forgotten", _line(shift="x")).says(
            "w is right. Your b takes mean_x itself from mean_t, as if the slope were 1.",
            "Put mean_x into w · x + b. What must come out?",
        ),
    ),
)
