"""10.loop: One example becomes many."""

from mgrad.check.task import Mistake, Task, some_numbers


def _run(step, rows, parameters, scale_value=True, scale_gradients=True):
    total, gradients = 0.0, [0.0] * len(parameters)
    for row in rows:
        value, parts = step(row, parameters)
        total += value
        gradients = [g + part for g, part in zip(gradients, parts)]
    n = len(rows)
    return (
        total / n if scale_value else total,
        [g / n for g in gradients] if scale_gradients else gradients,
    )


def _run_last(step, rows, parameters):
    value = sum(step(row, parameters)[0] for row in rows) / len(rows)
    return value, [part / len(rows) for part in step(rows[-1], parameters)[1]]


def _probe_loop(answer, case):
    rows, parameters = case

    def step(row, numbers):
        value = 0.0
        for x, p in zip(row, numbers):
            value += x * p * p
        return value, [2 * x * p for x, p in zip(row, numbers)]

    result = answer(step, [list(row) for row in rows], list(parameters))
    value, gradients = result
    return {"value": value, "gradients": list(gradients)}


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
    reference=_run,
    probe=_probe_loop,
    cases=_cases,
    say=lambda case: f"the rows {case[0]} and the parameters {case[1]}",
    notice="The gradient of a mean is the mean of the gradients: one example is enough to compile.",
    mistakes=(
        Mistake(
            "gradients-not-divided",
            lambda step, rows, parameters: _run(step, rows, parameters, scale_gradients=False),
            "The value is a mean, but the gradients are still a sum over the rows. They belong to "
            "the mean, too.",
            "What happens to your gradients if every row is there twice?",
        ),
        Mistake(
            "value-not-divided",
            lambda step, rows, parameters: _run(step, rows, parameters, scale_value=False),
            "The gradients are means, but the value is still a sum over the rows.",
            "What happens to your value if every row is there twice?",
        ),
        Mistake(
            "last-row-only",
            _run_last,
            "The gradients hold the part of the last row only: the earlier rows were overwritten.",
            "Where are the gradients set to 0: before the loop, or in it?",
        ),
    ),
)
