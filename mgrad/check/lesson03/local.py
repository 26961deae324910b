"""03.local: Five local derivatives."""

from mgrad.check.lesson03.shared import RULES, WRONG_RULES, signed, write_number
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _local_with(rules):
    return lambda operation, left, right: rules[operation](left, right)


def _probe_local(answer, case):
    found = answer(*case)
    if case[0] == "**" and isinstance(found, list | tuple) and len(found) == 2:
        return "a tuple with two entries"
    return found


def _read_local(outcome):
    entries = outcome if isinstance(outcome, list) else [outcome]
    if entries and all(isinstance(x, str) for x in entries) and isinstance(outcome, list):
        raise FormError("Your tuple holds texts. Return the slopes as numbers, without quotes.")
    if any(x is None for x in entries) and len(entries) > 1:
        raise FormError("One of the entries is None: return a number for each parent.")
    return outcome


def _one_only(place):
    def local_derivatives(operation, left, right):
        found = RULES[operation](left, right)
        return found if len(found) == 1 else found[place]

    return local_derivatives


def _in_a_tuple(place):
    return lambda *case: (_one_only(place)(*case),) if case[0] != "**" else RULES["**"](*case[1:])


def _values(operation, left, right):
    value = {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: left * right,
        "/": lambda: left / right,
        "**": lambda: left**right,
    }[operation]()
    return (value,) if operation == "**" else (value, value)


def _only_for(operation, place, made):
    """One slope only, and that for one operation only."""
    return lambda sign, *case: (made(place) if sign == operation else _local_with(RULES))(
        sign, *case
    )


NUDGE = "Nudge it: {0}. By how much does the result move, divided by the nudge?"
MORE_WRONG_RULES = [  # id, operation, the wrong rule, what it does, the next step
    (
        "sum-gives-zero",
        "+",
        lambda left, right: (0.0, 0.0),
        "Your sum passes nothing on. But the sum moves when one of its parts moves.",
        NUDGE.format("compute 2 + 3 and 2.001 + 3"),
    ),
    (
        "difference-gives-operands",
        "-",
        lambda left, right: (left, right),
        "Your difference hands out the values of its parents. How fast it moves does not depend "
        "on how large they are.",
        NUDGE.format("compute 5 − 3 and 5.001 − 3"),
    ),
    (
        "difference-gives-zero",
        "-",
        lambda left, right: (0.0, 0.0),
        "Your difference passes nothing on. But it moves when one of its parts moves.",
        NUDGE.format("compute 5 − 3 and 5.001 − 3"),
    ),
    (
        "difference-both-negative",
        "-",
        lambda left, right: (-1.0, -1.0),
        "Your difference has two minus signs. One of its two numbers stands there without one.",
        NUDGE.format("compute 5 − 3 and 5.001 − 3"),
    ),
    (
        "product-gives-itself",
        "*",
        lambda left, right: (left * right, left * right),
        "Your product hands out its own value. Its slope says how fast that value moves.",
        NUDGE.format("compute 2 · (−3) and 2.001 · (−3)"),
    ),
    (
        "product-like-sum",
        "*",
        lambda left, right: (1.0, 1.0),
        "Your product passes on 1 and 1, as a sum does. How far a product moves depends on the "
        "other factor.",
        NUDGE.format("compute 2 · (−3) and 2.001 · (−3)"),
    ),
    (
        "quotient-exchanged",
        "/",
        lambda left, right: (-left / right**2, 1 / right),
        "The quotient has its two slopes in each other's place.",
        NUDGE.format("compute 6 / 2 and 6.001 / 2"),
    ),
    (
        "quotient-numerator-forgotten",
        "/",
        lambda left, right: (1 / right, -1 / right**2),
        "In the slope for the divisor the left number is missing: that is the slope of 1 / right.",
        NUDGE.format("compute 6 / 2 and 6 / 2.001"),
    ),
    (
        "quotient-like-product",
        "/",
        lambda left, right: (right, left),
        "Your quotient follows the rule of the product. A quotient is a product with 1 / right.",
        NUDGE.format("compute 6 / 2 and 6.001 / 2"),
    ),
    (
        "quotient-like-difference",
        "/",
        lambda left, right: (1.0, -1.0),
        "Your quotient passes on 1 and −1, as a difference does. How far a quotient moves depends "
        "on its divisor.",
        NUDGE.format("compute 6 / 2 and 6.001 / 2"),
    ),
    (
        "quotient-two-inverses",
        "/",
        lambda left, right: (1 / right, 1 / left),
        "In the slope for the divisor 1 / left stands. That is as if the divisor were on top.",
        NUDGE.format("compute 6 / 2 and 6 / 2.001"),
    ),
    (
        "quotient-square-of-the-left",
        "/",
        lambda left, right: (1 / right, -right / left**2),
        "In the slope for the divisor left and right have changed places.",
        NUDGE.format("compute 6 / 2 and 6 / 2.001"),
    ),
    (
        "quotient-both-squared",
        "/",
        lambda left, right: (1 / right**2, -left / right**2),
        "Both slopes of the quotient have the square of the divisor. For the left number nothing "
        "is squared: half as large a divisor makes it twice as fast.",
        NUDGE.format("compute 6 / 2 and 6.001 / 2"),
    ),
    (
        "quotient-by-left",
        "/",
        lambda left, right: (right, -left / right**2),
        "For the left number the slope of the quotient is the divisor itself, as in a product.",
        NUDGE.format("compute 6 / 2 and 6.001 / 2"),
    ),
    (
        "power-exchanged",
        "**",
        lambda base, k: (base * k ** (base - 1),),
        "In your power the base and the exponent have changed places.",
        "Try the square: its slope is 2x. What does your rule say for x = 3 and k = 2?",
    ),
    (
        "power-like-product",
        "**",
        lambda base, k: (k * base,),
        "Your power multiplies the base by the exponent. That is right for the square alone.",
        NUDGE.format("compute 2 ** 3 and 2.001 ** 3"),
    ),
    (
        "power-new-exponent-in-front",
        "**",
        lambda base, k: ((k - 1) * base ** (k - 1),),
        "The factor in front is the exponent that was lowered. It is the old one.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    (
        "power-raised",
        "**",
        lambda base, k: (k * base ** (k + 1),),
        "In your power the exponent has become one higher.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    (
        "power-integrated",
        "**",
        lambda base, k: (base ** (k + 1) / (k + 1),),
        "Your power goes the other way: it gives a function whose slope is the power.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    (
        "power-always-square",
        "**",
        lambda base, k: (2 * base,),
        "Your power is right for the square and the same for every other exponent.",
        NUDGE.format("compute 2 ** 3 and 2.001 ** 3"),
    ),
]


TASK = Task(
    id="03.local",
    answer_name="local_derivatives",
    kind="function",
    reference=_local_with(RULES),
    probe=_probe_local,
    read=_read_local,
    cases=lambda rng: [
        ["+", 2.0, -3.0],
        ["-", 5.0, 3.0],
        ["*", 2.0, -3.0],
        ["*", -2.0, 3.0],
        ["/", 6.0, 2.0],
        ["/", -6.0, 2.0],
        ["/", 6.0, -2.0],
        ["/", -6.0, -2.0],
        ["**", 2.0, 3.0],
        ["**", 5.0, 2.0],
        ["**", 2.0, -1.0],
        ["**", -3.0, 3.0],
        ["**", 0.0, 2.0],
        ["**", 2.0, 1.0],
        *[[operation, *signed(rng, "xy").values()] for operation in "+-*/"],
        ["**", rng.uniform(1.5, 3), rng.uniform(-2, 4)],
    ],
    say=lambda case: (
        f"left {case[0]} right with left = {write_number(case[1])}, right = {write_number(case[2])}"
    ),
    notice=(
        "Five small rules. Nothing else about calculus is needed to differentiate any expression "
        "made of these operations."
    ),
    mistakes=(
        *[
            Mistake(wrong.id, _local_with(wrong.answer)).says(wrong.explanation, wrong.next_step)
            for wrong in WRONG_RULES
        ],
        Mistake(
            "sum-gives-operands", _local_with(RULES | {"+": lambda left, right: (left, right)})
        ).says(
            "Your sum hands out the values of its parents. But how fast a sum moves does not "
            "depend on how large its parts are.",
            "Compare 2 + (−3) with 2.001 + (−3), and 100 + (−3) with 100.001 + (−3). What "
            "changes, and by how much?",
        ),
        Mistake(
            "bare-number", _local_with(RULES | {"**": lambda base, k: k * base ** (k - 1)})
        ).says(
            "For the power a bare number comes back. A step walks along the entries of a "
            "tuple, so one entry needs a tuple too, and it is the comma that makes it: "
            "(slope) is a number, (slope,) is a tuple.",
            "What are type((5)) and type((5,))?",
        ),
        Mistake(
            "exponent-as-parent",
            _local_with(RULES | {"**": lambda base, k: (k * base ** (k - 1), 0.0)}),
        ).says(
            "Your power has two entries, but only one parent. The exponent is a plain "
            "number, not a parent: it receives no gradient.",
            "How many Values go into a ** 3?",
        ),
        *[
            Mistake(id, _local_with(RULES | {operation: rule})).says(explanation, next_step)
            for id, operation, rule, explanation, next_step in MORE_WRONG_RULES
        ],
        *[
            Mistake(f"{side}-slope-only{form}", made(place)).says(
                f"For operations with two parents only the {side} one gets a slope.",
                "How many entries does the tuple have for a + b, and to which parent does each go?",
            )
            for side, place in (("left", 0), ("right", 1))
            for form, made in (("", _in_a_tuple), ("-as-a-number", _one_only))
        ],
        *[
            Mistake(f"one-slope-for-{name}{form}", _only_for(operation, 0, made)).says(
                f"For the {name} only one slope comes back. It has two parents.",
                "How many entries does the tuple have for a + b, and to which parent does each go?",
            )
            for operation, name in (("+", "sum"), ("-", "difference"))
            for form, made in (("", _in_a_tuple), ("-as-a-number", _one_only))
        ],
        Mistake("values-for-slopes", _values).says(
            "These are the results of the operations. A slope says how fast the result moves "
            "when a parent moves.",
            NUDGE.format("compute 2 + 3 and 2.001 + 3"),
        ),
    ),
)
