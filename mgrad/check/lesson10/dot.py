"""10.dot: A weighted sum in one line."""

from mgrad.check.lesson10.shared import run_lines, say_numbers
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, some_numbers


def _dot_line(name, weights, inputs, bias):
    return f"{name} = " + " + ".join([bias, *(f"{w} * {x}" for w, x in zip(weights, inputs))])


def _probe_dot(answer, case):
    name, weights, inputs, bias, numbers = case
    line = answer(name, list(weights), list(inputs), bias)
    if not isinstance(line, str):
        raise FormError("Return one line of the program, a text.")
    return {name: run_lines([line], numbers).get(name)}


def _cases(rng):
    cases = []
    for name, count, bias in zip(("s", "total") * 2, (1, 2, 3, 5), (0.5, -1.0, 1.5, 2.0)):
        weights, inputs = ([f"{letter}{i + 1}" for i in range(count)] for letter in "wx")
        names = [*weights, *inputs, "b"]
        numbers = dict(zip(names, some_numbers(rng, len(names)))) | {"b": bias}
        cases.append([name, weights, inputs, "b", numbers])
    return cases


TASK = Task(
    id="10.dot",
    answer_name="dot_line",
    kind="function",
    reference=_dot_line,
    probe=_probe_dot,
    cases=_cases,
    say=lambda case: (
        f"dot_line({case[0]!r}, {case[1]}, {case[2]}, {case[3]!r}), where {say_numbers(case[4])}"
    ),
    notice="The loop over the weights ran while the text was written: the program has none left.",
    mistakes=(
        Mistake(
            "bias-forgotten",
            lambda name, weights, inputs, bias: _dot_line(name, weights, inputs, "0"),
            "The bias is missing from the sum.",
            "What does the line give when all inputs are 0?",
        ),
        Mistake(
            "products-multiplied",
            lambda name, weights, inputs, bias: (
                f"{name} = {bias} + " + " * ".join(f"{w} * {x}" for w, x in zip(weights, inputs))
            ),
            "The products are multiplied with each other. A weighted sum adds them.",
            "Which sign stands between w1 * x1 and w2 * x2?",
        ),
        Mistake(
            "first-product-only",
            lambda name, weights, inputs, bias: _dot_line(name, weights[:1], inputs[:1], bias),
        ).says(
            "Only the first product is in the line.",
            "How far is the return line indented? When does Python reach it?",
        ),
        Mistake(
            "bias-in-each-product",
            lambda name, weights, inputs, bias: _dot_line(
                name, weights, [f"{x} + {bias}" for x in inputs], bias
            ),
        ).says(
            "The bias is added once more with each product. A weighted sum has one bias.",
            "Print the line for three weights. How often does b stand in it?",
        ),
        Mistake(
            "weights-added",
            lambda name, weights, inputs, bias: (
                f"{name} = " + " + ".join([bias, *weights, *inputs])
            ),
        ).says(
            "The weights and the inputs are added. Each weight multiplies its input.",
            "Which sign stands between w1 and x1?",
        ),
        Mistake("name-missing", lambda *names: "nobody = 0.0").says(
            "The line computes the sum, but gives it no name, or another one than name.",
            "What stands on the left of the = in the example?",
        ),
        Mistake(
            "last-product-only",
            lambda name, weights, inputs, bias: _dot_line(name, weights[-1:], inputs[-1:], bias),
            "Only the last product is in the line: each turn of the loop replaces the text.",
            "What must happen to the text that is there already?",
        ),
    ),
)
