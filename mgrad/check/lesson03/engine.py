"""03.engine: Your engine."""

from mgrad.check.lesson03.shared import (
    ARITHMETIC,
    BRACKETS_IN_THE_POWER,
    LEVELS,
    NOT_SEEDED,
    RULES,
    SEEDED_WITH_DATA,
    WRONG_RULES,
    WRONG_WALKS,
    Value,
    cases_that_look_at,
    equal_numbers_merged,
    local_only,
    look_at,
    make_value,
    replaced,
    results_first,
    say_program,
    signed,
    step_with,
)
from mgrad.check.task import Mistake, Task

MIXED = [
    "L = (a * b + c) * f - a / c",
    "L = a * b + (a - b)",
    "L = (a - b) + a * b",
    "y = a * b; z = 9 - y / c; L = z * (y - z) ** 2 + f / z",
    "y = a - b * c; L = -y * (1 / (y * y + f * f + 1)) ** 0.5",
    "L = sum([a, b, a, c * f])",
]


def _engine_cases(rng):
    mixed = [
        case
        for program in MIXED * 2
        for case in cases_that_look_at("grads", signed(rng, "abcf"), program)
    ]
    return [[level, *case] for level, cases in enumerate([*LEVELS, mixed]) for case in cases]


def _probe_engine(answer, case):
    _, *case = case
    return look_at(answer, *case)


def _say_engine(case):
    _, see, program, numbers = case
    if see == "new":
        return ", ".join(f'Value({x}, "{name}")' for name, x in numbers.items())
    said = say_program(case)
    if see == "two":
        return f"{said}, after L.backward() and M.backward()"
    return f"{said}, the record in _prev and _op" if see == "sign" else said


STEPS_APART = [  # in an engine with closures each operation has a step of its own
    ("product", "*", ["left", "right"]),
    ("sum", "+", ["left", "right"]),
    ("difference", "-", ["left", "right"]),
    ("quotient", "/", ["left", "right"]),
    ("power", "**", []),
    ("negation", "neg", []),
]


def _value_with(step):
    return make_value(
        step=step, negated=lambda self: type(self)(-self.data, "", (self,), "neg", (-1.0,))
    )


METHODS = {  # name in make_value: what it is called in words, the method, an example
    "add": ("sum", "__add__", "a + b"),
    "mul": ("product", "__mul__", "a * b"),
    "sub": ("difference", "__sub__", "a - b"),
    "truediv": ("quotient", "__truediv__", "a / b"),
    "pow": ("power", "__pow__", "a ** 3"),
}


def _without_end(self, other=None):
    raise RecursionError("maximum recursion depth exceeded")


def _with(**changes):
    """The engine with attributes of the class replaced."""
    return type("Value", (make_value(),), changes)


def _meets_numbers(name):
    """An operation that takes the other one as it is: a plain number meets a Value."""

    def method(self, other):
        raise TypeError(f"unsupported operand type(s) for {name}: 'float' and 'Value'")

    return method


def _adding_at_the_root():
    """Only the nodes behind the root start afresh."""

    def backward(self):
        order = results_first(self)
        for node in order[1:]:
            node.grad = 0.0 if node._prev else node.grad
        self.grad += 1.0
        for node in order:
            node._backward()

    kind = make_value()
    kind.backward = backward
    return kind


def _refused(name):
    """An attribute that is not there, whatever __init__ does."""

    def refuse(self):
        raise AttributeError(f"'Value' object has no attribute {name!r}", name=name, obj=self)

    return property(refuse, lambda self, x: None)


class _ReorderedValue(Value):
    def __init__(self, data, _prev=(), _op="", label="", _local=()):
        super().__init__(data, label, _prev, _op, _local)


class _LosesLabel(Value):
    def __init__(self, data, label="", *more):
        super().__init__(data, "", *more)


def _half_cut(name, symbol):
    """The right operand gets nothing, because a new leaf was made of it."""

    def rule(left, right):
        return (RULES[symbol](left, right)[0], 0.0)

    return make_value(rules=RULES | {symbol: rule})


def _inverse_only():
    kind = make_value()
    kind.__rtruediv__ = lambda self, other: self**-1
    return kind


TASK = Task(
    id="03.engine",
    answer_name="Value",
    kind="class",
    reference=Value,
    probe=_probe_engine,
    cases=_engine_cases,
    # What is built from + and * is looked at when + and * are right: one bug, one signature. It
    # does not matter then whether a - b is an operation of its own or a + (-b).
    level=lambda case: case[0],
    say=_say_engine,
    hides=("Value", "Tensor"),
    notice=(
        "This is a complete engine, and it is yours: the next lessons build their neurons and "
        "networks on it."
    ),
    keeps=True,
    mistakes=(
        *[
            Mistake(wrong.id, make_value(rules=wrong.answer)).says(
                wrong.explanation, wrong.next_step
            )
            for wrong in WRONG_RULES
        ],
        Mistake("upstream-forgotten", make_value(step=step_with(local_only))).says(
            "One operation alone is right; as soon as a second one follows, gradients are "
            "missing a factor. The step passes on the bare local derivative, without the "
            "gradient that arrived at the node.",
            "In L = (a + b) * c, what is the grad of a + b, and where does your step use it?",
        ),
        Mistake("gradient-overwritten", make_value(step=step_with(replaced))).says(
            "All is right while each value is used once. A value that is used twice keeps "
            "only the last contribution: the step replaces the grad of a parent.",
            "What should happen to the first contribution when the second one arrives?",
        ),
        *[
            Mistake(f"{name}-without-upstream", _value_with(step_with(local_only, symbol))).says(
                f"The step of the {name} passes on the bare local derivative. The gradient "
                f"that arrived at the {name} is missing; the other operations have it.",
                f"Compare the step of the {name} with that of another operation. Where does "
                "the grad of the result appear?",
            )
            for name, symbol, _ in STEPS_APART
        ],
        *[
            Mistake(f"{name}-overwrites", _value_with(step_with(replaced, symbol))).says(
                f"The step of the {name} replaces the gradient of its parents. What had "
                "arrived there before is lost; the other operations collect it.",
                f"Compare the step of the {name} with that of another operation. What "
                "happens when a value is used twice?",
            )
            for name, symbol, _ in STEPS_APART
        ],
        *[
            Mistake(
                f"{name}-overwrites-{side}", _value_with(step_with(replaced, symbol, entry))
            ).says(
                f"One half of the step of the {name} replaces: its {side} parent loses what "
                "had arrived before. The other half collects.",
                f"Compare the two lines in the step of the {name}. Which one forgets?",
            )
            for name, symbol, sides in STEPS_APART
            for entry, side in enumerate(sides)
        ],
        Mistake("number-not-wrapped", make_value(operand=lambda other, kind: other)).says(
            "The operation asks a plain number for its data. A number is not a Value, so it "
            "has to be wrapped in one before.",
            "What is type(other) in a + 1? What did your class of lesson 2 do then?",
        ),
        Mistake(
            "step-exponent-without-brackets",
            make_value(
                rules=RULES | {"**": lambda base, k: (k * base**k,)},
                step=step_with(lambda parent, local, node: parent.grad + local - node.grad, "**"),
            ),
        ).says(*BRACKETS_IN_THE_POWER),
        Mistake("root-not-seeded", make_value(seed=lambda root: root.grad)).says(*NOT_SEEDED),
        Mistake("root-seeded-with-data", make_value(seed=lambda root: root.data)).says(
            *SEEDED_WITH_DATA
        ),
        *[
            Mistake(wrong.id, make_value(walk=wrong.answer)).says(
                wrong.explanation, wrong.next_step
            )
            for wrong in WRONG_WALKS
        ],
        Mistake(
            "children-in-a-set",
            make_value(recorded=lambda operands: tuple(dict.fromkeys(operands))),
        ).says(
            "The numbers are right, but the record of a * a has one parent in it instead of "
            "two. A set keeps only one of two equal entries, and no order.",
            "What does len(set((a, a))) give? Which container keeps both, in their order?",
        ),
        Mistake(
            "second-use-lost", make_value(parents=lambda operands: tuple(dict.fromkeys(operands)))
        ).says(
            "When both operands are the same node, only one of them gets its part. A step "
            "that serves each parent once loses the second use.",
            "How many edges lead from a to a * a, and how many does your step walk along?",
        ),
        Mistake("reflected-minus-copied", make_value(copied=("add", "mul", "sub"))).says(
            "1 - a comes out as a - 1. In a reflected method self is the number on the "
            "right, and other is the one on the left.",
            "For 1 - a Python calls a.__rsub__(1). What are self and other there?",
        ),
        Mistake("reflected-quotient-copied", make_value(copied=("add", "mul", "truediv"))).says(
            "6 / a comes out as a / 6. In a reflected method self is the number on the "
            "right, and other is the one on the left.",
            "For 6 / a Python calls a.__rtruediv__(6). What are self and other there?",
        ),
        Mistake("reflected-number-lost", _inverse_only()).says(
            "6 / a comes out as 1 / a: the number on the left does not appear in your result.",
            "For 6 / a Python calls a.__rtruediv__(6). Where does your method use other?",
        ),
        Mistake("negation-cut-off", make_value(negated=lambda self: type(self)(-self.data))).says(
            "-a has the right number but no past: it is a new leaf, and no gradient finds its way "
            "from it to a. Or a is its parent, but nothing says how fast -a moves with a.",
            "What is in _prev of -a, and what would its step do? Can you write -a with an "
            "operation that you have already?",
        ),
        Mistake("leaves-erased", make_value(to_reset=lambda node: True)).says(
            "Each call of backward begins by setting every grad to 0, those of the leaves "
            "too. Interior nodes start afresh, but leaves add up over several results.",
            "After L.backward() and M.backward(), what should a.grad be if a is used in both?",
        ),
        Mistake("step-not-called", make_value(walk=lambda root: [])).says(
            "The root has its 1, but no node made its step. A function runs only with "
            "brackets after its name.",
            "What is the difference between node._backward and node._backward()?",
        ),
        Mistake("interior-not-reset", make_value(to_reset=lambda node: False)).says(
            "The first pass left a gradient in a node in between. The second pass adds to it "
            "and passes on the sum. Leaves add up over several results; a node in between "
            "starts afresh at 0 in each pass.",
            "What is L.grad before M.backward(), and what should have become of it before "
            "the first step?",
        ),
        Mistake("root-added", _adding_at_the_root()).says(
            "The root keeps what a pass from another result has left in it, and the 1 is added. "
            "Each pass begins with a root whose grad is exactly 1.",
            "What is M.grad after L.backward(), and what should it be when M.backward() has begun?",
        ),
        Mistake("equal-numbers-merged", make_value(walk=equal_numbers_merged)).says(
            "Two different nodes happen to have the same number, and one of them never makes its "
            "step: nodes are compared by data, or Value has an __eq__ or __hash__ of its own.",
            "When should your walk say that it has had a node already? What does Python "
            "compare in a set?",
        ),
        Mistake("operation-mislabelled", make_value(symbols=lambda name: "+")).says(
            "All numbers are right, but the record calls a product a sum: a line that was "
            "copied from __add__ and changed in one place only.",
            "Draw a * b with draw_dot. Which sign stands in the circle?",
        ),
        *[
            Mistake(
                f"reflected-{name}-without-end", _with(**{f"__r{method}__": _without_end})
            ).says(
                f"__r{method}__ asks for other {sign} self, with the plain number on the left "
                f"again. Python comes back to __r{method}__, and so on without end.",
                f"In __r{method}__, which of self and other is a Value? What could other become?",
            )
            for name, method, sign in (
                ("sum", "add", "+"),
                ("product", "mul", "*"),
                ("minus", "sub", "-"),
                ("quotient", "truediv", "/"),
            )
        ],
        *[
            Mistake(f"{word}-without-end", _with(**{method: _without_end})).says(
                f"{method} comes back to itself without end: a line in it asks for the same "
                "operation on a Value again.",
                f"Which lines of {method} work with the numbers in data?",
            )
            for word, method, _ in METHODS.values()
        ],
        *[
            Mistake(f"{word}-number-returned", make_value(bare=(name,))).says(
                f"{example} gives a plain number. The next operation needs a Value, with its "
                "parents.",
                f"What does {method} return, and what does your __init__ make of a number?",
            )
            for name, (word, method, example) in METHODS.items()
        ],
        *[
            Mistake(f"{word}-nothing-returned", _with(**{method: lambda self, other: None})).says(
                f"{example} gives None: {method} has no return, or ends before it.",
                f"Which line of {method} hands the new Value back?",
            )
            for word, method, example in METHODS.values()
        ],
        *[
            Mistake(f"{word}-nothing-returned", _with(**{method: lambda self, *_: None})).says(
                f"{example} gives None: {method} has no return, or ends before it.",
                f"Which line of {method} hands the new Value back?",
            )
            for word, method, example in (
                ("negation", "__neg__", "-a"),
                ("reflected-sum", "__radd__", "1 + a"),
                ("reflected-product", "__rmul__", "3 * a"),
                ("reflected-minus", "__rsub__", "1 - a"),
                ("reflected-quotient", "__rtruediv__", "6 / a"),
            )
        ],
        *[
            Mistake(f"{word}-cut-off", make_value(cut=(name,))).says(
                f"{example} has the right number and no parents, so no gradient finds its way "
                "through it.",
                f"What is in _prev of {example}? Which arguments does your {method} pass on?",
            )
            for name, (word, method, example) in METHODS.items()
        ],
        *[
            Mistake(f"{word}-right-operand-lost", _half_cut(name, symbol)).says(
                f"In {example} only a gets a gradient. b gets none: a new leaf was made of "
                "its number, or its local derivative is 0.",
                f"Follow b through {method}: is it still b that becomes a parent?",
            )
            for name, symbol in ARITHMETIC.items()
            for word, method, example in [METHODS[name]]
        ],
        *[
            Mistake(f"{word}-of-value-and-number", _with(**{method: _meets_numbers(sign)})).says(
                f"Inside {method} a plain number meets a Value: one of the two operands is "
                "asked for its data, and the other is not.",
                f"Which of self, other, self.data and other.data stand in {method}?",
            )
            for (word, method, _), sign in zip(METHODS.values(), ("+", "*", "-", "/", "**"))
        ],
        Mistake(
            "comma-forgotten", make_value(rules=RULES | {"**": lambda base, k: k * base ** (k - 1)})
        ).says(
            "Parents and local derivatives are tuples, also when there is one. Brackets alone "
            "make no tuple: (self) is just self, and (slope) is just a number.",
            "What do type((5)) and type((5,)) say?",
        ),
        Mistake("backward-missing", make_value(missing=("backward",))).says(
            "Your Value has no method backward, or it has another name or another indentation.",
            "How far to the right does the line def backward(self): stand?",
        ),
        *[
            Mistake(f"attribute-missing-{name.strip('_')}", _with(**{name: _refused(name)})).says(
                f"A new Value has no attribute {name}: in __init__ it is not stored on self.",
                f"Which line of __init__ should make self.{name}?",
            )
            for name in ("data", "grad", "label", "_prev", "_op")
        ],
        Mistake("grad-none-at-first", make_value(start=None)).says(
            "The grad of a new Value is None. Contributions are added to it, so it is a number.",
            "To which number can you add a contribution without changing it?",
        ),
        Mistake("grad-one-at-first", make_value(start=1.0)).says(
            "The grad of a new Value is 1. Before a backward pass nobody knows how fast "
            "anything moves with it, and contributions are added to what is there.",
            "To which number can you add a contribution without changing it?",
        ),
        Mistake("parameters-reordered", _ReorderedValue).says(
            'Value(2.0, "a") does not get the label "a": the parameters of __init__ stand in '
            "another order than in the cell.",
            "Which parameter comes second in the line that was given?",
        ),
        Mistake("label-lost", _LosesLabel).says(
            'Value(2.0, "a") has no label: what was passed is not kept.',
            "Which line of __init__ stores label?",
        ),
    ),
)
