"""04.weighted-sum: A weighted sum with two faults."""

import numbers
from contextlib import redirect_stdout
from io import StringIO

from mgrad.check.lesson04.shared import make_weighted_sum
from mgrad.check.probe import engine_of
from mgrad.check.task import Mistake, Task


def _sum_and_print(weights, inputs, bias):
    if len(weights) != len(inputs):
        print("ValueError")
        return None
    return make_weighted_sum()(weights, inputs, bias)


def _sum_of(pairs=list, start=lambda bias, n: bias):
    """A weighted sum over the pairs that ``pairs`` picks, or with another start."""

    def weighted_sum(weights, inputs, bias):
        make_weighted_sum()(weights, inputs, bias)  # refuses unequal lengths
        total = start(bias, len(weights))
        for weight, value in pairs(list(zip(weights, inputs))):
            total = total + weight * value
        return total

    return weighted_sum


def _refuse_all(weights, inputs, bias):
    raise ValueError("weights and inputs do not fit")


def _products(weights, inputs, bias):
    make_weighted_sum()(weights, inputs, bias)
    return [*(weight * value for weight, value in zip(weights, inputs)), bias]


def _refuse_if(unfit):
    def weighted_sum(weights, inputs, bias):
        if unfit(len(weights), len(inputs)):
            raise ValueError("weights and inputs do not fit")
        return make_weighted_sum(lengths=None)(weights, inputs, bias)

    return weighted_sum


def _number_only(weights, inputs, bias):
    """Right for numbers; of Values only the numbers are used."""
    total = make_weighted_sum()(weights, inputs, bias)
    return getattr(total, "data", total)


def _probe_weighted_sum(answer, case):
    kind, weights, inputs, bias = case
    weights, inputs = list(weights), list(inputs)
    if kind == "numbers":
        return answer(weights, inputs, bias)
    if kind == "lists":
        answer(weights, inputs, bias)
        return {
            "the lists afterwards": "as before" if [weights, inputs] == case[1:3] else "changed"
        }
    if kind == "lengths":
        with redirect_stdout(StringIO()) as printed:
            result = answer(weights, inputs, bias)
        if printed.getvalue() or not isinstance(result, numbers.Real):
            return "something printed or returned, and no error"
        return "a number, and no error"
    engine = engine_of(answer)
    w, b = [engine(weight) for weight in weights], engine(bias)
    n = answer(list(w), inputs, b)
    if isinstance(n, numbers.Real):
        return {"sum": "a plain number, no Value"}
    n.backward()
    return {
        "sum": n.data,
        "gradients of the weights": [weight.grad for weight in w],
        "of the bias": b.grad,
    }


def _cases_weighted_sum(rng):
    def draw():
        return round(rng.uniform(-3, 3), 2)

    fixed = [
        ["numbers", [2.0], [3.0], 5.0],
        ["numbers", [2.0, -1.0], [3.0, 4.0], 5.0],
        ["numbers", [2.0, -1.0], [0.0, 0.0], 5.0],
        ["lengths", [2.0, -1.0], [3.0], 5.0],
        ["lengths", [2.0], [3.0, 4.0], 5.0],
        ["lists", [2.0, -1.0], [3.0, 4.0], 5.0],
        ["Values", [2.0, -1.0], [3.0, 4.0], 5.0],
    ]
    return fixed + [
        ["numbers", [draw() for _ in range(n)], [draw() for _ in range(n)], draw()]
        for n in (3, 4, 5)
    ]


TASK = Task(
    id="04.weighted-sum",
    answer_name="weighted_sum",
    kind="function",
    reference=make_weighted_sum(),
    # first the sum itself, then what happens around it
    level=lambda case: ["numbers", "lengths", "lists", "Values"].index(case[0]),
    probe=_probe_weighted_sum,
    cases=_cases_weighted_sum,
    say=lambda case: (
        f"weighted_sum({case[1]}, {case[2]}, {case[3]})"
        + (" with Values as weights and bias" if case[0] == "Values" else "")
    ),
    hides=("Value.dot",),
    notice=(
        "One bias for the whole neuron, and as many inputs as weights. Because only + and * are "
        "used, the same lines serve numbers and Values."
    ),
    mistakes=(
        Mistake("bias-in-the-loop", make_weighted_sum("each product")).says(
            "The bias is added once for every input: with two inputs it is in the sum twice.",
            "How often should b occur in w1·x1 + w2·x2 + b?",
        ),
        Mistake("zip-truncation", make_weighted_sum(lengths=None)).says(
            "The sum is right. But zip stops at the end of the shorter list, so a "
            "missing or surplus input goes unnoticed.",
            "Compare the two lengths before the loop begins.",
        ),
        Mistake("bias-forgotten", make_weighted_sum("never")).says(
            "The products are added up, but the bias does not take part.",
            "What should the result be when all inputs are 0?",
        ),
        Mistake("bias-multiplied", make_weighted_sum("times")).says(
            "The bias is a factor here. It is a constant that shifts the sum, so it is added.",
            "What should the result be when all inputs are 0?",
        ),
        Mistake("weights-added", make_weighted_sum("weights added")).says(
            "Each weight is added to its input. A weight is a factor: it says how strongly "
            "its input counts.",
            "What should a weight of 0 do to its input?",
        ),
        Mistake("error-not-raised", _sum_and_print).says(
            "If the lengths differ, raise ValueError(...). After a text that is printed or "
            "returned the program goes on as if all were well.",
            "The task shows the statement that raises an error.",
        ),
        Mistake("return-in-the-loop", make_weighted_sum(rounds=1)).says(
            "Only the first product is in the sum. A return inside the loop ends the "
            "function in the first round.",
            "How far to the right does the line with return stand?",
        ),
        *[
            Mistake(id, answer).says(explanation, next_step)
            for id, answer, explanation, next_step in [
                (
                    "fitting-lists-refused",
                    _refuse_all,
                    "Lists that fit are refused too: the condition compares something other than "
                    "the two lengths, or is the wrong way round.",
                    "What does your condition give for [2, -1] and [3, 4]? Print it.",
                ),
                (
                    "last-pair-missing",
                    _sum_of(lambda pairs: pairs[:-1]),
                    "The last product is missing: the loop ends one round too early.",
                    "Which places does your loop visit when there is one weight?",
                ),
                (
                    "bias-twice",
                    _sum_of(start=lambda bias, n: bias + bias),
                    "The bias is in the sum twice, however many inputs there are.",
                    "In which lines does bias stand?",
                ),
                (
                    "bias-subtracted",
                    _sum_of(start=lambda bias, n: -1 * bias),
                    "The bias is taken away instead of added.",
                    "What should the result be when all inputs are 0?",
                ),
                (
                    "products-listed",
                    _products,
                    "A list of the parts comes back: the products and the bias. Asked for is their "
                    "sum, one number.",
                    "What turns a list of parts into one number?",
                ),
                (
                    "surplus-unnoticed",
                    _refuse_if(lambda w, x: w > x),
                    "A missing input is refused, and a surplus one goes unnoticed.",
                    "Which of the two lengths can be the larger one?",
                ),
                (
                    "graph-cut",
                    _number_only,
                    "Plain numbers work; with Values a plain number comes back, so no weight can "
                    "get a gradient.",
                    "Which operations work for plain numbers and for Values alike?",
                ),
            ]
        ],
    ),
)
