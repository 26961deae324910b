"""What several tasks of lesson 03 chain rule share."""

import operator
import re

from mgrad.check.task import Mistake

RULES = {  # operation: its local derivatives, one for each parent
    "+": lambda left, right: (1.0, 1.0),
    "-": lambda left, right: (1.0, -1.0),
    "*": lambda left, right: (right, left),
    "/": lambda left, right: (1 / right, -left / right**2),
    "**": lambda base, k: (k * base ** (k - 1),),
}
COMPILED = {}  # programs of cases: each is run with many numbers and many engines
ARITHMETIC = {"add": "+", "sub": "-", "mul": "*", "truediv": "/"}


def chain_rule_step(node):
    for parent, local in zip(node._parents, node._local):
        parent.grad += local * node.grad


def topological(root, mark=lambda node: node):
    order, visited = [], set()

    def visit(node):
        if mark(node) not in visited:
            visited.add(mark(node))
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order


def results_first(root):
    return topological(root)[::-1]


def equal_numbers_merged(root):
    return topological(root, lambda node: node.data)[::-1]


def every_path(root):
    return [root, *(node for parent in root._prev for node in every_path(parent))]


def every_use(root):
    return [root, *(node for parent in root._prev[::-1] for node in every_use(parent))]


def depth_first(root):
    return list(dict.fromkeys(every_path(root)))


def each_once(take):
    """The lesson's walk with a waiting list: take 0 is the oldest in it, -1 the newest."""

    def walk(root):
        order, waiting, seen = [], [root], {root}
        while waiting:
            order.append(waiting.pop(take))
            new = [parent for parent in dict.fromkeys(order[-1]._prev) if parent not in seen]
            seen.update(new)
            waiting += new
        return order

    return walk


def make_value(
    rules=RULES,
    step=chain_rule_step,
    walk=results_first,
    seed=lambda root: 1.0,
    to_reset=lambda node: node._prev,
    recorded=tuple,
    parents=tuple,
    symbols=ARITHMETIC.get,
    copied=("add", "mul"),
    negated=lambda self: self * -1,
    operand=lambda other, kind: other if isinstance(other, kind) else kind(other),
    missing=(),
    cut=(),
    bare=(),
    start=0.0,
):
    """A ``Value`` like that of the lesson. Each argument is a place where engines go wrong.

    ``recorded`` makes ``_prev`` from the operands, ``parents`` what the step walks along: in an
    engine with closures the two can differ. ``copied`` names the operators whose reflected
    method is the method itself, which is right where the order does not matter. ``missing`` names
    methods that are not there, ``cut`` operators that make a new leaf, ``bare`` operators that
    give a plain number; ``start`` is the grad of a new node.
    """

    class Value:
        def __init__(self, data, label="", _prev=(), _op="", _local=()):
            self.data, self.grad, self.label, self._op, self._local = (
                data,
                start,
                label,
                _op,
                _local,
            )
            self._prev, self._parents = recorded(_prev), parents(_prev)

        def __repr__(self):
            return f"Value(data={self.data}, grad={self.grad}" + (
                f", label={self.label!r})" if self.label else ")"
            )

        def __pow__(self, k):
            if "pow" in bare or "pow" in cut:
                return self.data**k if "pow" in bare else Value(self.data**k)
            return Value(self.data**k, "", (self,), f"**{k}", rules["**"](self.data, k))

        def backward(self):
            order = walk(self)
            for node in filter(to_reset, order):
                node.grad = 0.0
            self.grad = seed(self)
            for node in order:
                node._backward()

    def operation(name, symbol):
        def method(self, other):
            other = operand(other, Value)
            data = getattr(operator, name)(self.data, other.data)
            if name in bare or name in cut:
                return data if name in bare else Value(data)
            return Value(
                data, "", (self, other), symbols(name), rules[symbol](self.data, other.data)
            )

        return method

    def turned(method):
        return lambda self, other: method(Value(other), self)

    for name, symbol in ARITHMETIC.items():
        method = operation(name, symbol)
        setattr(Value, f"__{name}__", method)
        setattr(Value, f"__r{name}__", method if name in copied else turned(method))
    Value._backward, Value.__neg__ = step, negated
    for name in missing:
        delattr(Value, name)
    return Value


Value = make_value()


BRACKETS_IN_THE_POWER = (
    "Without brackets around k − 1, Python computes the power first, then the product, and "
    "the − 1 comes last.",
    "In which order does Python work out 3 * 2 ** 3 - 1? Where do brackets belong?",
)
WRONG_RULES = [
    Mistake("own-operand", RULES | {"*": lambda left, right: (left, right)}).says(
        "In the product each parent gets its own value. But when left moves by a little, the "
        "product moves by that little times the other one.",
        "Nudge left in 2 · (−3) from 2 to 2.001. Which of the two numbers is the slope?",
    ),
    Mistake("subtraction-sign", RULES | {"-": lambda left, right: (1.0, 1.0)}).says(
        "The difference treats both parents like a sum does. When the number that is taken "
        "away grows, the result falls.",
        "Compute 5 − 3 and 5 − 3.001: which way did the result go, and how far?",
    ),
    Mistake(
        "quotient-without-square", RULES | {"/": lambda left, right: (1 / right, -left / right)}
    ).says(
        "The quotient passes −left / right on to its divisor. The slope of 1/x is not −1/x: "
        "its divisor is squared.",
        "Write left / right as left · right⁻¹ and use the power rule on the second factor.",
    ),
    Mistake("quotient-sign", RULES | {"/": lambda left, right: (1 / right, left / right**2)}).says(
        "The size for the divisor is right, its sign is not. A larger divisor makes a "
        "positive quotient smaller.",
        "Compute 6 / 2 and 6 / 2.001: does the result rise or fall?",
    ),
    Mistake("power-not-lowered", RULES | {"**": lambda base, k: (k * base**k,)}).says(
        "The factor k stands in front, but the exponent stayed as it was. The slope of a "
        "power has an exponent that is one lower.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    Mistake("power-without-factor", RULES | {"**": lambda base, k: (base ** (k - 1),)}).says(
        "The exponent is lowered, but the old exponent belongs in front as a factor as well.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    Mistake("difference-turned", RULES | {"-": lambda left, right: (-1.0, 1.0)}).says(
        "The two entries of the difference are the other way round: the minus belongs to the "
        "number that is taken away.",
        "Compute 5 − 3, 5.001 − 3 and 5 − 3.001: which of the two nudges makes the result smaller?",
    ),
    Mistake("exponent-without-brackets", RULES | {"**": lambda base, k: (k * base**k - 1,)}).says(
        *BRACKETS_IN_THE_POWER
    ),
    Mistake(
        "divisor-without-brackets",
        RULES | {"/": lambda left, right: (1 / right, -left / right * right)},
    ).says(
        "The slope for the divisor comes out as −left, without any right. Python works from left "
        "to right, so in −left / right · right the two cancel.",
        "Compute -6 / 2 * 2 and -6 / (2 * 2). Which one did you mean?",
    ),
]


def step_with(new, only="", entry=None):
    """A step that stores ``new(parent, local, node)``:

    after the operation ``only`` or after all, for one parent or for all.
    """

    def step(node):
        operation = "**" if node._op.startswith("**") else node._op
        for i, (parent, local) in enumerate(zip(node._parents, node._local)):
            rule = new if only in ("", operation) and entry in (None, i) else collected
            parent.grad = rule(parent, local, node)

    return step


def collected(parent, local, node):
    return parent.grad + local * node.grad


def local_only(parent, local, node):
    return parent.grad + local


def replaced(parent, local, node):
    return local * node.grad


WRONG_WALKS = [
    Mistake("order-not-reversed", topological).says(
        "Nothing arrives behind the parents of the root. Either the steps run from the "
        "leaves to the root, so that a node passes on a 0 before anything has reached it, or "
        "the other nodes never make their step.",
        "Write down in which order the nodes of L = (a + b) · c make their steps. What is "
        "the grad of each at that moment?",
    ),
    Mistake("nodes-visited-twice", every_path).says(
        "A node that is used twice makes its step twice. The second time it passes on again "
        "what it had passed on already.",
        "How often should y make its step in L = y + y, and what must have happened before it?",
    ),
    Mistake("visited-forgotten", every_use).says(
        "The order is right in principle, but a node that is used twice stands in the list "
        "twice, and so it passes on its whole gradient twice.",
        "Print the list for L = y + y. How do you keep a node from entering it again?",
    ),
    Mistake("depth-first", depth_first).says(
        "Each node steps once, but the walk dives to the leaves at once: a node passes on "
        "its gradient while another node that uses it has not delivered yet.",
        "In L = y · (y + 3), y is used by L and by y + 3. Who must step before y?",
    ),
    Mistake("breadth-first", each_once(0)).says(
        "Each node steps once, level by level from the root. But a node can be used near the "
        "root and again farther away: it must wait for the farthest use.",
        "In L = y · (y + 3), y is used by L and by y + 3. Who must step before y?",
    ),
    Mistake("newest-first", each_once(-1)).says(
        "Each node steps once, the newest found first. That is luck: with the factors "
        "swapped, a node passes on its gradient before all of it has arrived.",
        "Compare L = y · (y + 3) with L = (y + 3) · y. What does your order do in each?",
    ),
]
NOT_SEEDED = (
    "Every gradient is a multiple of the one at the root, and that is 0 here: nobody set it, "
    "or it was set to 0 again.",
    "How fast does L move when L itself moves? Where does your code say so?",
)
SEEDED_WITH_DATA = (
    "The walk starts with the value of the root. It should start with the slope of the root "
    "in itself, whatever its value is.",
    "When L moves by 0.001, by how much does L move?",
)


def write_number(x) -> str:
    return f"{x:.4g}"


def say_numbers(numbers: dict) -> str:
    return ", ".join(f"{name} = {write_number(x)}" for name, x in numbers.items())


def run_program(program, numbers, kind):
    """The names in a program such as ``y = 2 * a; L = y + y`` after its forward pass."""
    names = {name: kind(x, name) for name, x in numbers.items()}
    if program not in COMPILED:
        COMPILED[program] = compile(program, "<string>", "exec")
    exec(COMPILED[program], names)
    return names


def grads_of(names, wanted) -> dict:
    return {f"{name}.grad": names[name].grad for name in wanted}


def signed(rng, names) -> dict:
    """Numbers on both sides of 0, none near it."""
    return {name: rng.choice((-1, 1)) * rng.uniform(0.5, 2) for name in names}


class Node:
    """A node that has what a step needs, and no methods."""

    def __init__(self, data, grad=0.0, _prev=(), _local=()):
        self.data, self.grad, self.label, self._op, self._local = (
            data,
            grad,
            "",
            "any" if _prev else "",
            _local,
        )
        self._prev = self._parents = _prev


def say_program(case):
    program = case[-2].replace("\n    ", " ").replace("\n", "; ")
    return f"{program}, where {say_numbers(case[-1])}"


REUSE = [
    "y = 2 * a; L = y + y",
    "y = 2 * a; L = y * (y + 3)",
    "y = 2 * a; L = (y + 3) * y",
    "y = 2 * a; L = (y + 3 + 4) * y",
]


EQUAL_PRODUCTS = {"a": 2.0, "b": 3.0, "c": 1.0, "d": 6.0}


PAIR = {"a": 2.0, "b": -4.0}
NUMBERS = {"a": 3.0, "b": 5.0}


def cases_that_look_at(see, numbers, *texts):
    """Cases that look at the same thing with the same numbers."""
    return [
        [
            see,
            text if "L = " in text else f"L = {text}",
            {name: x for name, x in numbers.items() if name in text},
        ]
        for text in texts
    ]


# What to look at, the program, its leaves; a level is reached when the one before is right.
LEVELS = [
    [["new", "L = a", {"a": 2.0}]],
    [
        *cases_that_look_at("data", PAIR, "a + b", "a * b"),
        *cases_that_look_at("record", {"a": 3.0}, "a * a", "a + a"),
    ],
    cases_that_look_at("data", {"a": 2.0}, "a + 1", "a + 2.5"),
    cases_that_look_at("data", {"a": 2.0}, "a * 3", "a * 0.5"),
    cases_that_look_at("data", {"a": 2.0}, "1 + a", "2.5 + a"),
    cases_that_look_at("data", {"a": 2.0}, "3 * a", "0.5 * a"),
    cases_that_look_at("data", {"a": 2.0}, "a ** 3", "a ** -1", "a ** 0.5", "a ** 0"),
    cases_that_look_at("data", {"a": 2.0}, "-a"),
    [
        *cases_that_look_at("data", PAIR, "a - b"),
        *cases_that_look_at("data", {"a": 2.0}, "a - 1", "a - 0.5"),
    ],
    [
        *cases_that_look_at("data", PAIR, "a / b"),
        *cases_that_look_at("data", {"a": 2.0}, "a / 4", "a / 2.5"),
    ],
    cases_that_look_at("data", {"a": 2.0}, "1 - a", "2.5 - a"),
    cases_that_look_at("data", {"a": 2.0}, "6 / a", "2.5 / a"),
    [
        *cases_that_look_at(
            "kept", NUMBERS, "L = a; L += b", "L = a; L -= b", "L = a; L *= b", "L = a; L /= b"
        ),
        *cases_that_look_at("sign", PAIR, "a - b", "a / b", "a ** 3", "-a"),
    ],
    [
        *cases_that_look_at("root", PAIR, "a + b"),
        *cases_that_look_at("root", {"a": 2.0}, "a"),
    ],
    [
        *cases_that_look_at("grads", {"a": 2.0, "b": -3.0}, "a * b"),
        *cases_that_look_at("grads", {"a": -2.0, "b": 4.0}, "a * b"),
        *cases_that_look_at("grads", {"a": 0.0, "b": 5.0}, "a * b"),
    ],
    [
        *cases_that_look_at(
            "grads",
            {"a": 1.0, "b": 3.0, "c": 5.0},
            "(a + b) * c",
            "e = a + b; L = e * c",
            "a * b + c",
        ),
        *cases_that_look_at("grads", {"a": 1.0, "b": 3.0, "c": 5.0, "d": -2.0}, "a * b * (c * d)"),
        *cases_that_look_at("grads", {"a": 1.0, "b": 3.0, "c": 5.0, "d": -2.0}, "a + b + (c + d)"),
    ],
    [
        *cases_that_look_at("grads", {"a": 3.0}, "a + a", "a * a"),
        *cases_that_look_at(
            "grads",
            NUMBERS,
            "(a + b) * a",
            "(a + b) * b",
            "a * b + a",
            "b + a * b",
            "a * b * a",
            "b * (a * b)",
        ),
    ],
    [
        *cases_that_look_at("grads", {"a": 3.0}, "a + 1", "1 + a", "a * 5", "5 * a"),
        *cases_that_look_at(
            "grads",
            {"a": 3.0},
            "2 * a + a",
            "2 * a * a",
            "a * 2 * a",
            "(2 + a) * a",
            "(a + 2) * a",
            "(2 + a) + a",
        ),
        *cases_that_look_at("grads", {"a": 1.0}, *REUSE),
    ],
    [
        *cases_that_look_at("grads", {"a": 3.0}, "-a", "5 * -a", "-a * a", "a * -a", "-a + a"),
        *cases_that_look_at(
            "grads",
            {"a": 2.0},
            "a ** 3",
            "a ** -1",
            "5 * a ** 3",
            "a ** 3 + a",
            "a ** 1",
            "a ** 2.5",
        ),
        *cases_that_look_at("grads", {"a": 4.0}, "a ** 0.5"),
        *cases_that_look_at("grads", {"a": -2.0}, "a ** 3", "a ** -1"),
        *cases_that_look_at("grads", {"a": 0.0}, "a ** 2"),
    ],
    [
        *cases_that_look_at("grads", {"a": 5.0, "b": 3.0}, "a - b"),
        *cases_that_look_at("grads", {"a": 6.0, "b": 2.0}, "a / b"),
        *cases_that_look_at("grads", PAIR, "a - b", "a / b"),
        *cases_that_look_at("grads", {"a": -2.0, "b": 4.0}, "a - b", "a / b"),
        *cases_that_look_at("grads", {"a": 0.0, "b": 5.0}, "a / b"),
        *cases_that_look_at("grads", {"a": 3.0}, "a - 1", "a / 4", "a - 0.5", "a / 2.5"),
        *cases_that_look_at(
            "grads",
            NUMBERS,
            "4 * (a - b)",
            "4 * (a / b)",
            "(a - b) * a",
            "b * (a - b)",
            "(a - b) + a",
            "b + (a - b)",
        ),
        *cases_that_look_at(
            "grads", NUMBERS, "a / b * a", "b * (a / b)", "a / b + a", "b + a / b", "a - a", "a / a"
        ),
    ],
    [
        *cases_that_look_at("grads", {"a": 2.0}, "1 - a", "6 / a", "0.5 - a", "2.5 / a"),
        *cases_that_look_at(
            "grads",
            {"a": 3.0},
            "(1 - a) * a",
            "a * (1 - a)",
            "(1 - a) + a",
            "4 / a * a",
            "a * (4 / a)",
            "4 / a + a",
        ),
    ],
    [
        *cases_that_look_at(
            "two", {"a": 2.0, "b": 5.0}, "L = a * b; M = a + b", "L = 3 * a; M = L * L"
        ),
        *cases_that_look_at("two", {"a": 2.0}, "M = 3 * a; L = M * M"),
        *cases_that_look_at("grads", EQUAL_PRODUCTS, "p = a * b; q = c * d; L = p + q"),
        *cases_that_look_at(
            "grads", {"a": 2.0, "b": 3.0}, "L = a\nfor i in range(200):\n    L = L + b"
        ),
    ],
]


# What an error says, and the same in words that do not depend on how an engine is written.
SAY_MET = {"inside the method": "a plain number and a Value met"}
SAY_NO_TUPLE = {"parents or local derivatives": "no tuple"}
SAY_NO_STEP = {"the step of a node": "None, no function"}
CLUES = {
    r"'(int|float)' and 'Value'": SAY_MET,
    r"'\w+' object is not iterable": SAY_NO_TUPLE,
    r"has no len\(\)": SAY_NO_TUPLE,
    r"'NoneType' object is not callable": SAY_NO_STEP,
    r"unsupported operand type\(s\) for .*'NoneType'": {"one of the numbers": "None"},
}


def look_at(kind, see, program, numbers):
    try:
        return look_inside(kind, see, program, numbers)
    except TypeError as error:
        # a plain number on the left of a Value in the program itself is another matter
        number_first = re.search(r"\d *[-+*/] *\(*[a-z]", program)
        for clue, outcome in CLUES.items():
            if re.search(clue, str(error)) and not (number_first and "and 'Value'" in clue):
                return outcome
        raise


def look_inside(kind, see, program, numbers):
    names = run_program(program, numbers, kind)
    result, leaves = names["L"], [names[name] for name in numbers]
    if result is None or isinstance(result, int | float):
        return {"L": "None" if result is None else "a plain number, no Value"}
    needed = ["data", "grad", "label", "_prev", "_op"] if see == "new" else ["data"]
    needed += ["backward"] if see in ("grads", "root", "two") else []
    for name in needed:
        if not hasattr(result, name):
            return {"the missing name": name}
    if see == "new":
        return {
            "data": result.data,
            "grad": "None" if result.grad is None else result.grad,
            "label": result.label,
            "_prev": list(result._prev),
        }
    if see == "record":
        return {"labels in _prev": [parent.label for parent in result._prev], "_op": result._op}
    if see == "sign":  # an operation of its own on the leaves, or put together from others
        of_leaves = len(result._prev) == len(leaves) and all(
            parent is leaf for parent, leaf in zip(result._prev, leaves)
        )
        mislabelled = of_leaves and result._op in ("+", "*")
        return (
            f"the sign {result._op} on {', '.join(numbers)}"
            if mislabelled
            else "another sign than + and *, or other parents"
        )
    if see == "data":
        return {"L.data": result.data}
    if see == "kept":
        return {"L.data": result.data, "a.data": names["a"].data}
    result.backward()
    if see == "two":
        names["M"].backward()
        return grads_of(names, numbers)
    inner = [name for name in ("e", "L") if "e" in names]
    return grads_of(names, [*numbers, *(["L"] if see == "root" else inner)])
