"""Checks for the exercises of lesson 07, regression."""

import math

from mgrad.check.task import Mistake, Task, engine_of, some_numbers, value_task

TITLE = "07 regression"


def _mean(numbers):
    return sum(numbers) / len(numbers)


# -- R² ------------------------------------------------------------------------------------


def _r2(centre="targets", subtract=True, floor=None):
    """R² with one idea changed."""

    def r_squared(predictions, targets):
        middle = {"targets": _mean(targets), "predictions": _mean(predictions), "zero": 0.0}[centre]
        loss = sum((p - t) ** 2 for p, t in zip(predictions, targets))
        share = loss / sum((t - middle) ** 2 for t in targets)
        result = 1 - share if subtract else share
        return result if floor is None else max(floor, result)

    return r_squared


def _correlation_squared(predictions, targets):
    p0, t0 = _mean(predictions), _mean(targets)
    together = sum((p - p0) * (t - t0) for p, t in zip(predictions, targets))
    return together**2 / sum((p - p0) ** 2 for p in predictions) / sum((t - t0) ** 2 for t in targets)


def _spread_of_predictions(predictions, targets):
    middle = _mean(targets)
    return sum((p - middle) ** 2 for p in predictions) / sum((t - middle) ** 2 for t in targets)


def _r2_cases(rng):
    return [
        [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]], [[2.0, 2.0, 2.0], [1.0, 2.0, 3.0]], [[3.0, 2.0, 1.0], [1.0, 2.0, 3.0]],
        [[1.5, 2.0, 4.0], [1.0, 2.0, 3.0]], [some_numbers(rng, 6, 1, 9), some_numbers(rng, 6, 1, 9)],
    ]  # fmt: skip


# -- a column against a row ----------------------------------------------------------------


def _squared_error(flatten=True, counted="refused"):
    """The mean squared error of arrays with one idea changed."""

    def squared_error(predictions, targets):
        import numpy as np

        predictions, targets = np.asarray(predictions), np.asarray(targets)
        if flatten:
            predictions, targets = predictions.ravel(), targets.ravel()
        if counted == "refused" and predictions.shape != targets.shape:
            raise ValueError(f"shapes {predictions.shape} and {targets.shape}")
        if counted == "cut":
            predictions, targets = zip(*zip(predictions, targets))
            predictions, targets = np.array(predictions), np.array(targets)
        return ((predictions - targets) ** 2).mean()

    return squared_error


def _probe_squared_error(answer, case):
    import numpy as np

    return answer(np.array(case[0]), np.array(case[1]))


def _say_arrays(case):
    kinds = ["column" if isinstance(numbers[0], list) else "row" for numbers in case]
    return f"predictions in a {kinds[0]} {case[0]} and targets in a {kinds[1]} {case[1]}"


def _array_cases(rng):
    column = lambda numbers: [[x] for x in numbers]
    five = some_numbers(rng, 5, -4, 4)
    return [
        [[1.0, 3.0], [1.0, 2.0]], [[[1.0], [2.0]], [1.0, 2.0]], [[1.0, 2.0], [[4.0], [2.0]]], [[2.0], [1.0, 2.0, 3.0]],
        [[[1.0], [2.0], [3.0]], [1.0, 2.0]], [column(five), some_numbers(rng, 5, -4, 4)], [column(five), column(some_numbers(rng, 5, -4, 4))], [five, some_numbers(rng, 4, -4, 4)],
    ]  # fmt: skip


# -- the best line -------------------------------------------------------------------------


def _line(centred="both", shift="right", divide="x"):
    """Least squares for one input with one idea changed."""

    def best_line(xs, targets):
        n, mean_x, mean_t = len(xs), _mean(xs), _mean(targets)
        x0, t0 = (mean_x, mean_t) if centred == "both" else (0.0, 0.0)
        together = sum((x - x0) * (t - t0) for x, t in zip(xs, targets))
        below = {"x": sum((x - x0) ** 2 for x in xs), "n": n, "t": sum((t - t0) ** 2 for t in targets)}[divide]
        w = together / below
        return w, {"right": mean_t - w * mean_x, "turned": w * mean_x - mean_t, "mean": mean_t, "none": 0.0}[shift]

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
        [[0.0, 1.0], [1.0, 3.0]], [[1.0, 2.0, 3.0], [4.0, 2.0, 6.0]], [[0.0, 1.0, 5.0], [0.0, 3.0, 3.0]], [[-1.0, 0.0, 4.0], [5.0, 5.0, 5.0]],
        [[xs[0] - 1, *xs], some_numbers(rng, 6, -4, 4)],
    ]  # fmt: skip


# -- scaling without a leak ----------------------------------------------------------------


def _scale(centre="train", spread="train", fresh="train", root=True, less=0):
    """Standardising two columns with one idea changed."""

    def scale(train, test):
        everything = {"train": train, "all": [*train, *test]}

        def column(numbers, for_centre, for_spread):
            middle, around = _mean(for_centre), _mean(for_spread)
            variance = sum((x - around) ** 2 for x in for_spread) / (len(for_spread) - less)
            return [(x - middle) / (math.sqrt(variance) if root else variance) for x in numbers]

        used = everything[centre], everything[spread]
        return column(train, *used), column(test, *(used if fresh == "train" else (test, test)))

    return scale


def _probe_scale(answer, case):
    train, test = answer(list(case[0]), list(case[1]))
    return {"scaled train": train, "scaled test": test}


def _scale_cases(rng):
    return [
        [[0.0, 2.0], [4.0, 6.0]], [[1.0, 5.0], [3.0, 3.5]], [[0.0, 6.0, 3.0, 3.0], [9.0, 1.0]],
        [some_numbers(rng, 6, -4, 4), some_numbers(rng, 3, 0, 10)],
    ]  # fmt: skip


# -- the Huber loss ------------------------------------------------------------------------


def _huber(half=0.5, below=0.5, side="both", outside="line", shares=True, graph=True):
    """Huber losses with one idea changed."""

    def huber_loss(predictions, targets, delta):
        node = type(predictions[0])
        total = node(0.0)
        for p, t in zip(predictions, targets):
            e = p - t
            far = e.data > delta if side == "above" else abs(e.data) > delta
            size = e if e.data > 0 or side == "signed" else -e
            if not far:
                total = total + half * e**2
            elif outside == "line":
                total = total + delta * (size - below * delta)
            else:
                total = total + 0.5 * delta**2
        loss = total / len(targets) if shares else total
        return loss if graph else node(loss.data)

    return huber_loss


def _probe_huber(answer, case):
    value = engine_of(answer)
    predictions = [value(p) for p in case[0]]
    loss = answer(predictions, case[1], case[2])
    if loss is None:
        return None  # still to write
    loss.backward()
    return {"loss": loss.data, "slopes": [p.grad for p in predictions]}


def _huber_cases(rng):
    targets = some_numbers(rng, 4, -4, 4)
    return [
        [[0.5], [0.0], 1.0], [[3.0], [0.0], 1.0], [[-3.0], [0.0], 1.0], [[1.0, 5.0], [2.0, 1.0], 2.0],
        [[targets[0] + 4.5, targets[1] - 3.7, targets[2] + 0.3, targets[3] - 0.4], targets, 1.5],
        [some_numbers(rng, 5, -4, 4), some_numbers(rng, 5, -4, 4), 1.0],
    ]  # fmt: skip


TASKS = [
    value_task(
        "07.error",
        "error_by_hand",
        [1.3125, -0.5],
        "The slope has the sign of the residual and its size: a prediction that is too low is pulled up, and the farther off it is, the harder.",
        Mistake("sum-for-mean", [5.25, -2.0], "You worked with the sum of the squares. In the mean each example counts one quarter, in the loss and in the slope.", "How many examples are there, and where does that number enter?"),
        Mistake("slope-of-the-sum", [1.3125, -2.0], "The loss is the mean, but the slope is that of the sum. Dividing the loss by 4 divides all its slopes by 4.", "If the loss were four times as small, how much would it still change when one prediction moves?"),
        Mistake("factor-two-forgotten", [1.3125, -0.25], "The loss is right. The slope lacks the 2 that comes from the square: the slope of r² is 2r.", "Nudge the second prediction by 0.1 on paper: by how much does the loss change?"),
        Mistake("residual-turned", [1.3125, 0.5], "The size of the slope is right and its sign is not. The square hides the order of the difference, the slope does not.", "If prediction 2 goes up a little, does its error grow or shrink?"),
        Mistake("slope-of-the-first", [1.3125, 1.0], "1 is the slope in prediction 1. Each prediction has its own slope, made from its own residual.", "What is the residual of prediction 2?"),
        Mistake("absolute-for-square", [0.875, -0.25], "You took the size of each residual, without squaring it. That is another loss, the mean absolute error.", "What is the square of each of the four residuals?"),
        Mistake("root-taken", [1.3125**0.5, -0.5], "Your first number is the typical error, the root of the mean. The loss itself is the mean without a root.", "Which of the two does the text ask for?"),
        tolerance=0.0051,
    ),
    value_task(
        "07.rate",
        "rates",
        [0.08, 0.0005, 0.08],
        "Only the product of rate and slope counts. With the mean that product does not depend on how much data there is.",
        Mistake("rate-unchanged", [0.002, 0.002, 0.002], "You kept the rate. But a step is rate times slope, and the slope is different for a sum and a mean, and for more points.", "For each of the three: how many times as large are the slopes as in the first run?"),
        Mistake("rate-follows-the-slope", [0.00005, 0.008, 0.00005], "You made the rate smaller where the slope is smaller. For the same step it must be the other way round.", "If the slope is 40 times as small, what must the rate be so that the product stays?"),
        Mistake("sum-ignores-the-data", [0.08, 0.002, 0.08], "The sums are not alike: over 160 points there are four times as many terms, so the slopes are four times as large.", "What is the slope of a sum in which every term stands four times?"),
        Mistake("mean-grows-with-data", [0.08, 0.0005, 0.32], "For the last you multiplied by 160. But the mean over 160 points, each written four times, is the same as over 40, and so are its slopes.", "What happens to a mean when every number in it is written down four times?"),
        Mistake("mean-shrinks-with-data", [0.08, 0.0005, 0.02], "For the last you divided by four, as with the sum. The mean of the copied points has the slopes of the first mean.", "What happens to a mean when every number in it is written down four times?"),
    ),
    Task(
        id="07.r2",
        answer_name="r_squared",
        kind="function",
        reference=_r2(),
        probe=lambda answer, case: answer(*case),
        cases=_r2_cases,
        say=lambda case: f"predictions {case[0]} and targets {case[1]}",
        notice="1 is perfect, 0 is no better than the mean, and below 0 the model is worse than knowing nothing but the mean.",
        mistakes=(
            Mistake("not-subtracted", _r2(subtract=False), "You return loss / loss of the mean: 0 for a perfect model. R² is what is left of 1 after taking that away.", "What must come out for perfect predictions?"),
            Mistake("mean-of-predictions", _r2(centre="predictions"), "Your yardstick is the mean of the predictions. It must not depend on the model: always answering with the mean of the targets.", "Who answers with the mean, and the mean of what?"),
            Mistake("yardstick-zero", _r2(centre="zero"), "You compare with always answering 0. The yardstick is always answering with the mean of the targets.", "Subtract something from each target before you square it."),
            Mistake("cut-off-at-zero", _r2(floor=0.0), "You cut off at 0. A model can be worse than the mean, and then R² is negative: that is worth seeing.", "What would you want to know about a model that is worse than the mean?"),
            Mistake("correlation", _correlation_squared, "You return the squared correlation. It is 1 for predictions that are all exactly wrong, as long as they lie on some straight line.", "Take predictions that run the wrong way round: what should a measure of quality say?"),
            Mistake("spread-of-predictions", _spread_of_predictions, "You compare how far the predictions spread with how far the targets spread. Wild predictions spread too: compare each one with its own target.", "Where in your formula does a prediction meet its target?"),
        ),
    ),
    Task(
        id="07.shapes",
        answer_name="squared_error",
        kind="function",
        reference=_squared_error(),
        probe=_probe_squared_error,
        cases=_array_cases,
        say=_say_arrays,
        notice="Two arrays that do not fit are stretched without a word. A loss should compare the shapes before it compares the numbers.",
        mistakes=(
            Mistake("every-pair", _squared_error(flatten=False, counted="as is"), "A column minus a row is a table: every prediction is compared with every target. Perfect predictions then have a loss above 0.", "Print the shape of predictions − targets. How many differences should there be?"),
            Mistake("one-stretched", _squared_error(counted="as is"), "Columns are fine now. But one prediction against three targets still passes: NumPy stretches it to three equal ones.", "Compare the two lengths before you subtract."),
            Mistake("zip-truncation", _squared_error(counted="cut"), "zip stops at the shorter of the two and says nothing: examples that are left over are forgotten.", "Compare the two lengths before you pair them, and raise a ValueError."),
            Mistake("column-refused", _squared_error(flatten=False), "You refuse a column against a row. That is safe, but the task wants it to be understood: the same numbers, once upright, once lying.", "Bring both into one form first, then compare the lengths."),
        ),
    ),
    Task(
        id="07.line",
        answer_name="best_line",
        kind="function",
        reference=_line(),
        probe=_probe_line,
        cases=_line_cases,
        say=lambda case: f"inputs {case[0]} and targets {case[1]}",
        notice="No rate, no epochs: where all slopes are zero is a linear equation for w and b. That is why the straight line is such a cheap yardstick.",
        mistakes=(
            Mistake("through-the-origin", _line(centred="none", shift="none"), "Your line always goes through (0, 0). With a bias the sums must be taken around the two means.", "What does the formula for w subtract from each x and each target?"),
            Mistake("not-centred", _line(centred="none"), "w is computed from the raw numbers, as if the line had no bias. Take the distances from the two means.", "Move all inputs by 10: should the slope of the line change?"),
            Mistake("bias-turned", _line(shift="turned"), "w is right. The bias has the wrong sign: the line must go through the point of the two means.", "Put mean_x into w · x + b. What must come out?"),
            Mistake("bias-is-the-mean", _line(shift="mean"), "w is right. b is the mean of the targets, which is the height of the line at mean_x, and not at x = 0.", "Where is the line when you go from mean_x back to 0?"),
            Mistake("divided-by-n", _line(divide="n"), "You divided by the number of points. The slope compares with how far the inputs spread: divide by the sum of their squared distances.", "If all inputs are twice as far apart, what happens to the slope of the line?"),
            Mistake("inputs-for-targets", _line(divide="t"), "You divided by the spread of the targets. The line predicts the target from x, so the spread of x belongs below.", "Check with two points: rise over run is the target's change divided by that of x."),
            Mistake("through-the-ends", _through_the_ends, "Your line joins the first and the last point and ignores all others. The best line weighs every point.", "Which sums in the formula run over all points?"),
        ),
    ),
    Task(
        id="07.leak",
        answer_name="scale",
        kind="function",
        reference=_scale(),
        probe=_probe_scale,
        cases=_scale_cases,
        say=lambda case: f"training column {case[0]} and test column {case[1]}",
        notice="Mean and spread belong to the model, like its weights: they are learned from the training points and then only used.",
        mistakes=(
            Mistake("test-points-leak", _scale(centre="all", spread="all"), "Mean and spread still come from both columns, so the test points help to prepare the model that they are meant to test.", "From which list may the mean and the spread be computed?"),
            Mistake("spread-leaks", _scale(spread="all"), "The mean comes from the training column now, but the spread does not yet.", "Which list does the line with the squares go through?"),
            Mistake("centre-leaks", _scale(centre="all"), "The spread comes from the training column now, but the mean that is subtracted does not yet.", "Which list is the mean of?"),
            Mistake("variance-for-spread", _scale(root=False), "The right column is used, but you divide by the mean squared distance. The spread is its square root, in the unit of the input.", "After scaling, what is the mean squared distance of the training column? It should be 1."),
            Mistake("as-given", _scale(centre="all", spread="all", root=False), "Nothing has changed yet. There are two ideas to mend: from which list mean and spread come, and what one divides by.", "Work out the result for the training column [0, 2] and the test column [4, 6] by hand."),
            Mistake("test-scaled-by-itself", _scale(fresh="test"), "The test column is scaled with its own mean and spread. Then the same input means something else in training and in the test.", "With which two numbers must a single new point be scaled?"),
            Mistake("n-minus-one", _scale(less=1), "You divided by n − 1. The task wants the mean of the squared distances, so divide by n.", "For the training column [0, 2] the spread should be exactly 1."),
        ),
    ),
    Task(
        id="07.huber",
        answer_name="huber_loss",
        kind="function",
        reference=_huber(),
        probe=_probe_huber,
        cases=_huber_cases,
        say=lambda case: f"predictions {case[0]}, targets {case[1]} and delta = {case[2]:g}",
        notice="A point that is far off pulls with delta and never harder, so a few wild measurements cannot drag the whole line along.",
        mistakes=(
            Mistake("half-forgotten", _huber(half=1.0), "Near the target you use r², outside the formula for r²/2. The two pieces no longer meet at delta, and the inner slopes are doubled.", "Put |r| = delta into both formulas: do they give the same?"),
            Mistake("pieces-do-not-meet", _huber(below=0.0), "Outside you use delta · |r|. The slopes are right, but the loss jumps at delta: the two pieces do not meet.", "Put |r| = delta into both formulas. What must be subtracted outside?"),
            Mistake("one-sided", _huber(side="above"), "You cut off predictions that are too high, but not those that are too low: a residual of −3 is still squared.", "Which comparison treats 3 and −3 alike?"),
            Mistake("size-forgotten", _huber(side="signed"), "Outside you use the residual with its sign. For a prediction that is far too low the loss then becomes negative.", "What is |r| for r = −3, and how do you get it from a Value?"),
            Mistake("cut-flat", _huber(outside="flat"), "Outside your loss is a constant, so a far point has slope 0 and is never pulled back. It should pull with delta.", "What should the slope of the outer piece be?"),
            Mistake("sum-for-mean", _huber(shares=False), "You return the sum. The loss is the mean, so that the learning rate does not depend on the number of points.", "By what must the total be divided?"),
            Mistake("graph-lost", _huber(graph=False), "The loss has the right number and no graph: backward() finds no predictions behind it, and all slopes are 0.", "Compute with the Values themselves, and use .data only to decide which piece applies."),
        ),
    ),
]  # fmt: skip
