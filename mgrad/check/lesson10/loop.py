"""10.loop: One example becomes many."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, some_numbers


def _make(value="mean", gradients="mean", count=lambda rows, parameters: len(rows)):
    """The loop over the rows; the arguments make the known mistakes."""

    def run(step, rows, parameters):
        found = [step(row, parameters) for row in rows]
        n = count(rows, parameters)
        columns = [[v for v, _ in found], *zip(*(parts for _, parts in found))]
        return (
            _gathered(columns[0], value, n),
            [_gathered(column, gradients, n) for column in columns[1:]],
        )

    return run


def _gathered(column, how, n):
    if how == "in every turn":
        total = 0.0
        for x in column:
            total = (total + x) / n
        return total
    return {
        "mean": sum(column) / n,
        "sum": sum(column),
        "last": column[-1],
        "part of the last": column[-1] / n,
        "part of the first": column[0] / n,
        "first": column[0],
    }[how]


def _one_total(step, rows, parameters):
    value, gradients = _make()(step, rows, parameters)
    return value, [sum(gradients)] * len(parameters)


def _mean_row(step, rows, parameters):
    return step([sum(column) / len(rows) for column in zip(*rows)], parameters)


def _trains(step, rows, parameters):
    total, gradients = 0.0, [0.0] * len(parameters)
    for row in rows:
        value, parts = step(row, parameters)
        total += value
        gradients = [g + part for g, part in zip(gradients, parts)]
        parameters = [p - 0.1 * part for p, part in zip(parameters, parts)]
    return total / len(rows), [g / len(rows) for g in gradients]


def _probe_loop(answer, case):
    rows, parameters = case

    def step(row, numbers):
        value = 0.0
        for x, p in zip(row, numbers):
            value += x * x * p * p
        return value, [2 * x * x * p for x, p in zip(row, numbers)]

    result = answer(step, [list(row) for row in rows], list(parameters))
    if result is None:
        return None
    if not isinstance(result, list | tuple) or len(result) != 2:
        raise FormError("Return two things: the mean value, and the list of the gradients.")
    value, gradients = result
    if isinstance(value, list | tuple):
        raise FormError("The mean value comes first, the list of the gradients second.")
    if isinstance(gradients, int | float):
        raise FormError(
            "The second thing that you return is one number. It should be a list, with a gradient "
            "for each parameter."
        )
    gradients = list(gradients)
    if any(isinstance(gradient, list | tuple) for gradient in gradients):
        raise FormError(
            "Your list of gradients holds lists, one for each row. Each gradient is one number, in "
            "which the parts of all rows come together."
        )
    if len(gradients) != len(parameters):
        raise FormError(
            f"The length of your list of gradients is {len(gradients)}, and that of the parameters "
            f"{len(parameters)}. (A + between two lists puts one behind the other; it adds no "
            "numbers.)"
        )
    return {"the value": value, "the gradients": gradients}


def _cases(rng):
    return [
        [[[2.0]], [3.0]],
        [[[1.0, 2.0], [3.0, 4.0]], [1.0, -1.0]],
        *([[some_numbers(rng, 3) for _ in range(n)], some_numbers(rng, 3)] for n in (3, 5)),
    ]


TASK = Task(
    id="10.loop",
    answer_name="run",
    kind="function",
    reference=_make(),
    probe=_probe_loop,
    cases=_cases,
    say=lambda case: f"the rows {case[0]} and the parameters {case[1]}",
    notice="The gradient of a mean is the mean of the gradients: one example is enough to compile.",
    mistakes=(
        Mistake(
            "gradients-not-divided",
            _make(gradients="sum"),
            "The value is a mean, but the gradients are still a sum over the rows. They belong to "
            "the mean, too.",
            "What happens to your gradients if every row is there twice?",
        ),
        Mistake(
            "value-not-divided",
            _make(value="sum"),
            "The gradients are means, but the value is still a sum over the rows.",
            "What happens to your value if every row is there twice?",
        ),
        Mistake(
            "last-row-only",
            _make(gradients="part of the last"),
            "The gradients hold the part of the last row only: the earlier rows were overwritten.",
            "Where are the gradients set to 0: before the loop, or in it?",
        ),
        Mistake(
            "gradients-of-the-last-row",
            _make(gradients="last"),
            "The value is a mean, but the gradients are those of the last row: nothing collects "
            "the parts of the rows before.",
            "Which names in your loop grow, and which get another value in each turn?",
        ),
        Mistake(
            "value-of-the-last-row",
            _make(value="last"),
            "The gradients are means, but the value is that of the last row.",
            "Which names in your loop grow, and which get another value in each turn?",
        ),
        Mistake(
            "first-row-only",
            _make("first", "first"),
            "The value and the gradients are those of the first row; no other row has a say.",
            "How often does your function call step?",
        ),
        Mistake(
            "returned-in-the-loop",
            _make("part of the first", "part of the first"),
            "Only the first row is in your sums, and then they are divided: the return stands "
            "inside the loop.",
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake(
            "divided-in-every-turn",
            _make("in every turn", "in every turn"),
            "The totals are divided in every turn, so the parts of the first rows are divided "
            "several times.",
            "Which lines belong to the loop, and which come after it?",
        ),
        Mistake(
            "parameters-counted",
            _make(count=lambda rows, parameters: len(parameters)),
            "You divide by the number of parameters. The mean is over the rows.",
            "How many values are added up, and how many gradients of one parameter?",
        ),
        Mistake(
            "one-total-for-all",
            _one_total,
            "All gradients are added into one total, and every parameter gets the same.",
            "How many totals do two parameters need?",
        ),
        Mistake(
            "step-of-the-mean-row",
            _mean_row,
            "You make one row of all rows and call step once. The value of a mean row is not the "
            "mean of the values: think of x² for −1 and 1.",
            "How often should step be called for three rows?",
        ),
        Mistake(
            "trained-in-the-loop",
            _trains,
            "The parameters move within your loop, so each row meets other ones. run only "
            "measures; whoever calls it moves the parameters.",
            "With which parameters is each row to be computed?",
        ),
    ),
)
