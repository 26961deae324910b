"""04.by-hand: An input of zero."""

from mgrad.check.judge import outcomes_equal
from mgrad.check.probe import FormError, plain
from mgrad.check.task import Mistake, value_task

GRADIENTS = [0.0, 3.0, 0.75, 2.25]
NAMES = ["w1", "w2", "b", "x1"]
RIGHT = dict(zip(NAMES, GRADIENTS))
WALK = ["b", "w2", "x1", "w1"]  # b alone needs no product, the others begin with what it gets
FIRST_WRONG = {
    "b": (
        "Look at b first, the third number. b stands alone in the sum n, so it gets what arrives "
        "at n; the other three begin with the same number.",
        "o.grad is 1. What is n.grad, and what does a sum do with it?",
    ),
    "w2": (
        "The third number, b, is right. Look at the second, w2, a factor of the product x2·w2.",
        "By which number does the product multiply what arrives, on the way to w2?",
    ),
    "x1": (
        "The numbers of w2 and b are right. Look at the fourth, x1, a factor of x1·w1.",
        "By which number does the product multiply what arrives, on the way to x1?",
    ),
    "w1": (
        "The other three are right. Look at the first, w1, a factor of the product x1·w1.",
        "The product x1·w1 is 0·w1. How much does it change when w1 moves?",
    ),
}
IN_ANOTHER_ORDER = "the right numbers in another order"


def _four_numbers(answer):
    found = plain(answer)
    if (
        not isinstance(found, list)
        or len(found) != 4
        or not all(isinstance(x, float) for x in found)
    ):
        raise FormError("Write a list of four numbers, such as [1, 2, 3, 4].")
    if outcomes_equal(sorted(found), sorted(GRADIENTS), 0.02) and not outcomes_equal(
        found, GRADIENTS, 0.02
    ):
        return IN_ANOTHER_ORDER
    if any(outcomes_equal(found, known, 0.02) for known in [GRADIENTS, *KNOWN]):
        return found
    wrong = next(
        name for name in WALK if not outcomes_equal(found[NAMES.index(name)], RIGHT[name], 0.02)
    )
    return f"not right at {wrong}"


SLIPS = [
    Mistake("own-operand", [2.25, -0.75, 0.75, 0.0]).says(
        "Each factor got its own value as slope. A product swaps: the slope of a weight is "
        "its input, and the slope of an input is its weight.",
        "The product x1·w1 is 0·w1. How much does it change when w1 moves?",
    ),
    Mistake("activation-slope-forgotten", [0.0, 4.0, 1.0, 3.0]).says(
        "These are the slopes of the sum n, not of the output o. Between n and o lies the tanh.",
        "What is n.grad? It is not 1, and it is the upstream gradient of everything to its left.",
    ),
    Mistake("slope-from-input", [0.0, 2.79, 0.6975, 2.0925]).says(
        "The slope of tanh was computed as 1 − n². The formula takes the output: 1 − o².",
        "Which of the two numbers 0.55 and 0.5 is the tanh?",
    ),
    Mistake("output-as-slope", [0.0, 2.0, 0.5, 1.5]).says(
        "The output o = 0.5 was used as the slope of tanh. That is its value; its slope "
        "follows from the value.",
        "Put o = 0.5 into the formula of the slope.",
    ),
    Mistake("zero-input-blocks-all", [0.0, 3.0, 0.75, 0.0]).says(
        "The slope of x1 is not zero, although x1 is. What an input is now says nothing "
        "about how much the output would move if the input moved.",
        "With which number is x1 multiplied on its way to n?",
    ),
    Mistake("other-order", [2.25, 0.0, 3.0, 0.75]).says(
        "The numbers are right; the order is w1, w2, b, x1.",
        "Put each number in the place of its name.",
    ),
    Mistake("slope-with-plus", [0.0, 5.0, 1.25, 3.75]).says(
        "The slope of tanh was computed as 1 + o². At o = 1 the curve is flat, and 1 + 1 is not 0.",
        "Which sign stands in the formula of the slope?",
    ),
    Mistake("square-as-slope", [0.0, 1.0, 0.25, 0.75]).says(
        "o² was used as the slope of tanh. At 0, where o is 0, the curve is steepest.",
        "What does the formula of the slope do with o²?",
    ),
    Mistake("sum-as-slope", [0.0, 2.2, 0.55, 1.65]).says(
        "The sum n = 0.55 was used as the slope of tanh. The slope follows from the output.",
        "Put o = 0.5 into the formula of the slope.",
    ),
    Mistake("values-for-gradients", [3.0, -1.0, 4.55, 0.0]).says(
        "These are the values of w1, w2, b and x1. Asked for is how fast o moves with each.",
        "When b grows by 0.01, how far does n move, and how far does o?",
    ),
]
KNOWN = [slip.answer for slip in SLIPS]


TASK = value_task(
    "04.by-hand",
    "gradients",
    GRADIENTS,
    "Everything left of the tanh carries its slope 0.75 as a factor. The zero input silences "
    "its own weight w1, but x1 itself still matters: its slope is w1 times 0.75.",
    *SLIPS,
    *[
        Mistake(f"wrong-at-{name}", [x + 100 * (name == at) for at, x in RIGHT.items()]).says(
            *advice
        )
        for name, advice in FIRST_WRONG.items()
    ],
    tolerance=0.02,
    read=_four_numbers,
)
