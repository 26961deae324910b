"""04.from-exp: tanh from pieces, and safe."""

import math

from mgrad.check.lesson04.shared import (
    TANH,
    interior,
    leaf,
    make_operation,
    node_mistakes,
    probe_operation,
    say_operation,
)
from mgrad.check.probe import FormError, names_beside
from mgrad.check.task import Mistake, Task
from mgrad.engine import Value


def _exp_slope(x, y):
    return y


EXP = make_operation(math.exp, _exp_slope)


def make_tanh_from_exp(exp=EXP, overflows=False, minus=-1, whole_bottom=True, graph=True):
    """tanh from exp, with one thing changed."""

    def tanh_from_exp(v):
        if overflows:
            e = exp(2 * v)
            return (e - 1) / (e + 1)
        if v.data < 0:
            return minus * tanh_from_exp(-v)
        e = exp(-2 * v) if graph else exp(Value(-2 * v.data))
        return (1 - e) / (1 + (e if whole_bottom else e.data))

    tanh_from_exp.exp = exp  # in a notebook it is a global name
    return tanh_from_exp


def _of_sides(right=lambda e: (1 - e) / (1 + e), power=-2, exp=EXP):
    """tanh from one exponential on the safe side, with ``power`` times v as exponent."""

    def tanh_from_exp(v):
        if v.data < 0:
            return -1 * tanh_from_exp(-v)
        return right(exp(power * v))

    tanh_from_exp.exp = exp
    return tanh_from_exp


def _leaf_beyond(limit):
    """A new leaf where tanh is nearly 1 or −1."""

    def tanh_from_exp(v):
        if abs(v.data) > limit:
            return Value(math.copysign(1.0, v.data))
        return make_tanh_from_exp()(v)

    tanh_from_exp.exp = EXP
    return tanh_from_exp


def _one_on_both_sides(v):
    try:
        above, below = EXP(v), EXP(-v)
        return (above - below) / (above + below)
    except OverflowError:
        return Value(1.0)


_one_on_both_sides.exp = EXP


def _with_exp(exp):
    return make_tanh_from_exp(exp=exp)


EXP_CASES = [
    ["alone", -1.0, 1],
    ["alone", 0.0, 1],
    ["alone", 2.0, 1],
    ["shared", 0.5, 3],
    ["behind", 0.25, 1],
    ["only parent", 0.5, 1],
    ["alone", 709.0, 1],  # nearly as far as floats go
]


def _exp_of(answer):
    """The ``exp`` beside the answer, or None."""
    exp = getattr(answer, "exp", None) or names_beside(answer).get("exp")
    return exp if callable(exp) else None


def _probe_pieces(answer, case):
    ask, *details = case
    exp = _exp_of(answer)
    if ask == "exp":
        if exp is not None:
            return probe_operation(exp, details)
        if len(interior(answer(leaf(answer, 0.5)))) > 2:
            raise FormError(
                "Write exp(v) as a function with the name exp, and let tanh_from_exp use it."
            )
        return "no function exp"
    if ask == "in the graph":
        v = leaf(answer, details[0])
        found = interior(answer(v))
        return {"v is behind the result": any(p is v for node in found for p in node._prev)}
    if ask == "far":
        return {f"data at {at:g}": answer(leaf(answer, at)).data for at in (1000.0, -1000.0)}
    v = leaf(answer, details[0])
    result = answer(v)
    result.backward()
    return {
        "data": result.data,
        "v.grad": v.grad,
        "made of several nodes": len(interior(result)) > 2,
    }


def _cases_pieces(rng):
    numbers = [
        0.5,
        -1.0,
        0.0,
        2.0,
        3.0,
        -3.0,
        5.0,
        -5.0,
        8.0,
        -8.0,
        round(rng.uniform(0.2, 2), 2),
        round(rng.uniform(-2, -0.2), 2),
    ]
    return [
        *(["exp", *case] for case in EXP_CASES),
        *(["tanh", number] for number in numbers[:4]),
        ["far"],
        *(["tanh", number] for number in numbers[4:]),
        ["in the graph", 1000.0],
        ["in the graph", -1000.0],
    ]


def _say_pieces(case):
    ask, *details = case
    if ask == "exp":
        return say_operation("exp")(details)
    if ask == "in the graph":
        return f"tanh_from_exp(v) with v = {details[0]:g}, what lies behind it"
    if ask == "far":
        return "tanh_from_exp(v), far out"
    return f"tanh_from_exp(v) with v = {details[0]:g}"


TASK = Task(
    id="04.from-exp",
    answer_name="tanh_from_exp",
    kind="function",
    reference=make_tanh_from_exp(),
    probe=_probe_pieces,
    level=lambda case: {"exp": 0, "in the graph": 2}.get(case[0], 1),
    cases=_cases_pieces,
    say=_say_pieces,
    notice=(
        "The two paths through e add up to 1 − t² without anybody having told them. Keeping the "
        "exponent at or below 0 is what makes the pieces safe: the package's sigmoid does the same."
    ),
    mistakes=(
        Mistake(
            "power-rule", _with_exp(make_operation(math.exp, lambda x, y: x * math.exp(x - 1)))
        ).says(
            "The slope of exp follows the rule for powers of n. But in e to the n the "
            "variable stands in the exponent.",
            "Nudge: compute (math.exp(1.001) − math.exp(1)) / 0.001 and compare it with "
            "math.exp(1).",
        ),
        Mistake(
            "exponent-held-down",
            _with_exp(make_operation(lambda x: math.exp(min(x, 700.0)), _exp_slope)),
        ).says(
            "Far out your exp stops growing: a limit holds its exponent down. exp is to be exp "
            "everywhere; what keeps it from overflowing is which exponent it is asked for.",
            "For which sign of its exponent can e to the power of something never overflow?",
        ),
        Mistake("slope-one", _with_exp(make_operation(math.exp, lambda x, y: 1.0))).says(
            "exp passes the gradient on unchanged, with slope 1. That is right only at 0.",
            "Nudge: compute (math.exp(1.001) − math.exp(1)) / 0.001 and compare it with "
            "math.exp(1).",
        ),
        Mistake("overflow", make_tanh_from_exp(overflows=True)).says(
            "Near zero all is right, but far out the exponential becomes too large for a float.",
            "For which sign of its exponent can e to the power of something never overflow?",
        ),
        Mistake("sign-lost", make_tanh_from_exp(minus=1)).says(
            "The left side is a copy of the right side: the minus in tanh(−n) = −tanh(n) is "
            "missing on the way out.",
            "What is tanh at −1, and what is it at 1?",
        ),
        Mistake("one-path", make_tanh_from_exp(whole_bottom=False)).says(
            "The value is right and the slope is not: in the bottom of the fraction e is "
            "used as a plain number, so only the path through the top is counted.",
            "How many arrows leave e in the lesson's picture of the pieces?",
        ),
        Mistake("single-node", TANH).says(
            "That is tanh as one node again. Here it is to be built from exp and arithmetic, "
            "so that the engine finds the slope by itself.",
            "Write the formula of tanh with exp(v), +, −, * and /, and no number taken out "
            "with .data.",
        ),
        Mistake("graph-cut", make_tanh_from_exp(graph=False)).says(
            "The values are right and no gradient reaches v: a new Value was made from "
            "v.data, and it does not know v.",
            "Compute the exponent from v itself. For a negative v, which operation turns its "
            "sign and stays in the graph?",
        ),
        *node_mistakes("exp", math.exp, _exp_slope, _with_exp),
        Mistake("borrowed", _with_exp(lambda v: v.exp())).says(
            "The task asks for an exp that makes the node itself, without v.exp().",
            "Make the node yourself: compute the number, then call Value with the parent and "
            "the slope.",
        ),
        *[
            Mistake(f"leaf-beyond-{limit}".replace(".", "-"), _leaf_beyond(limit)).says(
                "Far out the result is a new leaf, which does not know v, so no gradient "
                "reaches v there. The result is to be computed from v on both sides.",
                "Which exponent stays harmless on that side, however far out v is?",
            )
            for limit in (2.5, 4, 6, 20)
        ],
        Mistake("one-on-both-sides", _one_on_both_sides).says(
            "Where the exponential overflows, a 1 comes back on either side, and a leaf "
            "besides. Far to the left tanh is −1.",
            "Instead of catching the overflow: which exponent can never overflow?",
        ),
        *[
            Mistake(id, _of_sides(**changes)).says(explanation, next_step)
            for id, changes, explanation, next_step in [
                (
                    "half-exponent",
                    {"power": -1},
                    "That is the tanh of v/2: the 2 is missing in the exponent.",
                    "Compute math.tanh(0.5) and math.tanh(0.25), and compare them with yours.",
                ),
                (
                    "exponent-too-large",
                    {"power": -4},
                    "That is the tanh of 2v: the exponent is twice too large.",
                    "Compute math.tanh(0.5) and math.tanh(1), and compare them with yours.",
                ),
            ]
        ],
    ),
)
