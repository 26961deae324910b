"""03.by-hand: Two ways to a."""

from mgrad.check.judge import outcomes_equal
from mgrad.check.probe import FormError, plain
from mgrad.check.task import Mistake, value_task

WALK = "dceba"  # in this order the gradients can be found


def _read_gradients(answer):
    """The numbers if they are right or a known slip;

    of other answers only where they begin to be wrong.
    """
    if not isinstance(answer, dict) or not answer.keys() >= set(WALK):
        raise FormError('Write a dictionary with the names "d", "c", "e", "b" and "a".')
    numbers = {name: answer[name] for name in WALK}
    if any(isinstance(x, str) for x in numbers.values()):
        raise FormError("Write the five gradients as numbers, without quotes.")
    if not all(isinstance(plain(x), float) for x in numbers.values()):
        raise FormError("Each of the five names stands for one number.")
    if any(outcomes_equal(plain(numbers), known) for known in KNOWN_GRADIENTS):
        return numbers
    wrong = next(
        name for name in WALK if not outcomes_equal(plain(numbers[name]), RIGHT_GRADIENTS[name])
    )
    return f"not right at {wrong}"


def _by_hand(**numbers):
    return {name: float(x) for name, x in numbers.items()}


RIGHT_GRADIENTS = _by_hand(d=4, c=-3, e=4, b=12, a=-4)
SLIPS_BY_HAND = [
    Mistake("second-path-forgotten", _by_hand(d=4, c=-3, e=4, b=12, a=4)).says(
        "Your a.grad counts one path only, the short one. The product a·b also feels a.",
        "Put a finger on L in the picture and walk back to a. In how many ways can you go?",
    ),
    Mistake("gradient-overwritten", _by_hand(d=4, c=-3, e=4, b=12, a=-8)).says(
        "Your a.grad is what arrives through the product a·b. The part that arrives directly "
        "from the sum is lost: a second contribution is added, it does not replace the first.",
        "What stood in a.grad before the step of e, and what should happen to it?",
    ),
    Mistake("upstream-forgotten", _by_hand(d=4, c=-3, e=1, b=3, a=-1)).says(
        "From the sum on you wrote down local derivatives. They say how fast d and e move, "
        "not L: each has to be multiplied by the gradient that arrives from the right.",
        "When e grows by 0.001, how much does d move, and how much does L?",
    ),
    Mistake("own-operand", _by_hand(d=-3, c=4, e=-3, b=6, a=-12)).says(
        "Both products pass on a parent's own value. A product swaps: each parent gets the "
        "value of the other one.",
        "L = d·c. If d grows by 1, by how much does L grow: by d or by c?",
    ),
    Mistake("sum-splits", _by_hand(d=4, c=-3, e=2, b=6, a=-2)).says(
        "You shared d.grad between the two parents of the sum. A sum does not divide the "
        "gradient: each parent gets all of it.",
        "If e grows by 1 while a stays, by how much does d = e + a grow: by 1 or by 1/2?",
    ),
    Mistake("root-seeded-with-data", _by_hand(d=-48, c=36, e=-48, b=-144, a=48)).says(
        "All your gradients are −12 times the right ones: you started with L.grad = −12, the "
        "value of L.",
        "When L moves by 0.001, by how much does L move?",
    ),
    Mistake("data-for-gradient", _by_hand(d=-3, c=4, e=-6, b=-2, a=3)).says(
        "These are the values of the nodes, their data. A grad says how fast L moves when "
        "the node moves.",
        "If d grows by 0.001, by how much does L = d·c grow?",
    ),
]
KNOWN_GRADIENTS = [RIGHT_GRADIENTS, *(slip.answer for slip in SLIPS_BY_HAND)]
FIRST_WRONG = {
    "d": (
        "Look at d first: the other four depend on it, or come by the same rule.",
        "L = d · c. If d grows by 0.001, by how much does L grow?",
    ),
    "c": (
        "Your d is right. Look at c, the other factor of L.",
        "L = d · c. If c grows by 0.001, by how much does L grow? Mind the sign of d.",
    ),
    "e": (
        "Your d and c are right. Look at e, a parent of the sum d = e + a.",
        "Which gradient arrives at d, and what does a sum do with it?",
    ),
    "b": (
        "Your d, c and e are right. Look at b, a parent of the product e = a · b.",
        "Which gradient arrives at e, and by what does the product multiply it for b?",
    ),
    "a": (
        "Your d, c, e and b are right. Look at a, which gets something from d and from e.",
        "What does d pass on to a, and what does e? Which signs have they?",
    ),
}


TASK = value_task(
    "03.by-hand",
    "gradients",
    RIGHT_GRADIENTS,
    "Two paths lead from L to a, and a.grad is the sum of both: 4 through the sum alone, −8 "
    "through the product as well.",
    *SLIPS_BY_HAND,
    *[
        Mistake(f"wrong-at-{name}", RIGHT_GRADIENTS | {name: 1000.0}).says(*advice)
        for name, advice in FIRST_WRONG.items()
    ],
    read=_read_gradients,
)
