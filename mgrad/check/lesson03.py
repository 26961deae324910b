"""Checks for the exercises of lesson 03, the chain rule.

The wrong engines are all made by ``make_value``, with one thing changed in each.
"""

import operator
from functools import lru_cache
from numbers import Real

import mgrad
from mgrad.check.task import FormError, Mistake, Task, arranged, engine_of, plain, same, value_task

TITLE = "03 chain rule"


# -- engines, right and wrong ----------------------------------------------------------------

RULES = {  # operation: its local derivatives, one for each parent
    "+": lambda left, right: (1.0, 1.0),
    "-": lambda left, right: (1.0, -1.0),
    "*": lambda left, right: (right, left),
    "/": lambda left, right: (1 / right, -left / right**2),
    "**": lambda base, k: (k * base ** (k - 1),),
}
ARITHMETIC = {"add": "+", "sub": "-", "mul": "*", "truediv": "/"}


def _step(node):
    for parent, local in zip(node._parents, node._local):
        parent.grad += local * node.grad


def _topological(root, mark=lambda node: node):
    order, visited = [], set()

    def visit(node):
        if mark(node) not in visited:
            visited.add(mark(node))
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order


def _results_first(root):
    return _topological(root)[::-1]


def _equal_numbers_merged(root):
    return _topological(root, lambda node: node.data)[::-1]


def _every_path(root):
    return [root, *(node for parent in root._prev for node in _every_path(parent))]


def _every_use(root):
    return [root, *(node for parent in root._prev[::-1] for node in _every_use(parent))]


def _depth_first(root):
    return list(dict.fromkeys(_every_path(root)))


def _each_once(take):
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
    step=_step,
    walk=_results_first,
    seed=lambda root: 1.0,
    to_reset=lambda node: node._prev,
    recorded=tuple,
    parents=tuple,
    symbols=ARITHMETIC.get,
    copied=("add", "mul"),
    negated=lambda self: self * -1,
    operand=lambda other, kind: other if isinstance(other, kind) else kind(other),
):
    """A ``Value`` like that of the lesson. Each argument is a place where engines go wrong.

    ``recorded`` makes ``_prev`` from the operands, ``parents`` what the step walks along: in an
    engine with closures the two can differ. ``copied`` names the operators whose reflected
    method is the method itself, which is right where the order does not matter.
    """

    class Value:
        def __init__(self, data, label="", _prev=(), _op="", _local=()):
            self.data, self.grad, self.label, self._op, self._local = data, 0.0, label, _op, _local
            self._prev, self._parents = recorded(_prev), parents(_prev)

        def __repr__(self):
            return f"Value(data={self.data}, grad={self.grad}" + (f", label={self.label!r})" if self.label else ")")

        def __pow__(self, k):
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
            return Value(data, "", (self, other), symbols(name), rules[symbol](self.data, other.data))

        return method

    def turned(method):
        return lambda self, other: method(Value(other), self)

    for name, symbol in ARITHMETIC.items():
        method = operation(name, symbol)
        setattr(Value, f"__{name}__", method)
        setattr(Value, f"__r{name}__", method if name in copied else turned(method))
    Value._backward, Value.__neg__ = step, negated
    return Value


Value = make_value()

BRACKETS_IN_THE_POWER = (
    "Without brackets around k − 1, Python computes the power first, then the product, and the − 1 comes last.",
    "In which order does Python work out 3 * 2 ** 3 - 1? Where do brackets belong?",
)
WRONG_RULES = [
    Mistake(
        "own-operand",
        RULES | {"*": lambda left, right: (left, right)},
        "In the product each parent gets its own value. But when left moves by a little, the product moves by that little times the other one.",
        "Nudge left in 2 · (−3) from 2 to 2.001. Which of the two numbers is the slope?",
    ),
    Mistake(
        "subtraction-sign",
        RULES | {"-": lambda left, right: (1.0, 1.0)},
        "The difference treats both parents like a sum does. When the number that is taken away grows, the result falls.",
        "Compute 5 − 3 and 5 − 3.001: which way did the result go, and how far?",
    ),
    Mistake(
        "quotient-without-square",
        RULES | {"/": lambda left, right: (1 / right, -left / right)},
        "The quotient passes −left / right on to its divisor. The slope of 1/x is not −1/x: its divisor is squared.",
        "Write left / right as left · right⁻¹ and use the power rule on the second factor.",
    ),
    Mistake(
        "quotient-sign",
        RULES | {"/": lambda left, right: (1 / right, left / right**2)},
        "The size for the divisor is right, its sign is not. A larger divisor makes a positive quotient smaller.",
        "Compute 6 / 2 and 6 / 2.001: does the result rise or fall?",
    ),
    Mistake(
        "power-not-lowered",
        RULES | {"**": lambda base, k: (k * base**k,)},
        "The factor k stands in front, but the exponent stayed as it was. The slope of a power has an exponent that is one lower.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    Mistake(
        "power-without-factor",
        RULES | {"**": lambda base, k: (base ** (k - 1),)},
        "The exponent is lowered, but the old exponent belongs in front as a factor as well.",
        "Try the square: its slope is 2x. What does your rule say for k = 2?",
    ),
    Mistake(
        "difference-turned",
        RULES | {"-": lambda left, right: (-1.0, 1.0)},
        "The two entries of the difference are the other way round: the minus belongs to the number that is taken away.",
        "Compute 5 − 3, 5.001 − 3 and 5 − 3.001: which of the two nudges makes the result smaller?",
    ),
    Mistake(
        "exponent-without-brackets",
        RULES | {"**": lambda base, k: (k * base**k - 1,)},
        *BRACKETS_IN_THE_POWER,
    ),
    Mistake(
        "divisor-without-brackets",
        RULES | {"/": lambda left, right: (1 / right, -left / right * right)},
        "Python works from left to right: the slope for the divisor divides by right, and then multiplies by right again.",
        "Compute -6 / 2 * 2 and -6 / (2 * 2). Which one did you mean?",
    ),
]


def _step_with(new, only="", entry=None):
    """A step that stores ``new(parent, local, node)``: after the operation ``only`` or after all, for one parent or for all."""

    def step(node):
        operation = "**" if node._op.startswith("**") else node._op
        for i, (parent, local) in enumerate(zip(node._parents, node._local)):
            rule = new if only in ("", operation) and entry in (None, i) else _collected
            parent.grad = rule(parent, local, node)

    return step


def _collected(parent, local, node):
    return parent.grad + local * node.grad


def _bare(parent, local, node):
    return parent.grad + local


def _replaced(parent, local, node):
    return local * node.grad


WRONG_WALKS = [
    Mistake(
        "order-not-reversed",
        _topological,
        "Nothing arrives behind the parents of the root. Either the steps run from the leaves to the root, so that a node passes on a 0 before anything has reached it, or the other nodes never make their step.",
        "Write down in which order the nodes of L = (a + b) · c make their steps. What is the grad of each at that moment?",
    ),
    Mistake(
        "nodes-visited-twice",
        _every_path,
        "A node that is used twice makes its step twice. The second time it passes on again what it had passed on already.",
        "How often should y make its step in L = y + y, and what must have happened before it?",
    ),
    Mistake(
        "visited-forgotten",
        _every_use,
        "The order is right in principle, but a node that is used twice stands in the list twice, and so it passes on its whole gradient twice.",
        "Print the list for L = y + y. How do you keep a node from entering it again?",
    ),
    Mistake(
        "depth-first",
        _depth_first,
        "Each node steps once, but the walk dives to the leaves at once: a node passes on its gradient while another node that uses it has not delivered yet.",
        "In L = y · (y + 3), y is used by L and by y + 3. Who must step before y?",
    ),
    Mistake(
        "breadth-first",
        _each_once(0),
        "Each node steps once, level by level from the root. But a node can be used near the root and again farther away: it must wait for the farthest use.",
        "In L = y · (y + 3), y is used by L and by y + 3. Who must step before y?",
    ),
    Mistake(
        "newest-first",
        _each_once(-1),
        "Each node steps once, the newest found first. That is luck: with the factors swapped, a node passes on its gradient before all of it has arrived.",
        "Compare L = y · (y + 3) with L = (y + 3) · y. What does your order do in each?",
    ),
]
NOT_SEEDED = (
    "Every gradient is a multiple of the one at the root, and the root's is still 0: nobody set it.",
    "How fast does L move when L itself moves? Where does your code say so?",
)
SEEDED_WITH_DATA = (
    "The walk starts with the value of the root. It should start with the slope of the root in itself, whatever its value is.",
    "When L moves by 0.001, by how much does L move?",
)


def _number(x) -> str:
    return f"{x:.4g}"


def _at(numbers: dict) -> str:
    return ", ".join(f"{name} = {_number(x)}" for name, x in numbers.items())


@lru_cache(maxsize=500)
def _compiled(program):
    return compile(program, "<program>", "exec")


def _run(program, numbers, kind=Value):
    """The names in a program such as ``y = 2 * a; L = y + y`` after its forward pass."""
    names = {name: kind(x, name) for name, x in numbers.items()}
    exec(_compiled(program), names)
    return names


def _grads(names, wanted) -> dict:
    return {f"{name}.grad": names[name].grad for name in wanted}


def _signed(rng, names) -> dict:
    """Numbers on both sides of 0, none near it."""
    return {name: rng.choice((-1, 1)) * rng.uniform(0.5, 2) for name in names}


# -- 03.by-hand ------------------------------------------------------------------------------


WALK = "dceba"  # in this order the gradients can be found


def _read_gradients(answer):
    """The numbers if they are right or a known slip; of other answers only where they begin to be wrong."""
    if not isinstance(answer, dict) or not answer.keys() >= set(WALK):
        raise FormError('Write a dictionary with the names "d", "c", "e", "b" and "a".')
    numbers = {name: answer[name] for name in WALK}
    if any(same(plain(numbers), known) for known in KNOWN_GRADIENTS):
        return numbers
    wrong = next(name for name in WALK if not same(plain(numbers[name]), RIGHT_GRADIENTS[name]))
    return f"not right at {wrong}"


def _by_hand(**numbers):
    return {name: float(x) for name, x in numbers.items()}


RIGHT_GRADIENTS = _by_hand(d=4, c=-3, e=4, b=12, a=-4)
SLIPS_BY_HAND = [
    Mistake(
        "second-path-forgotten",
        _by_hand(d=4, c=-3, e=4, b=12, a=4),
        "Your a.grad counts one path only, the short one. The product a·b also feels a.",
        "Put a finger on L in the picture and walk back to a. In how many ways can you go?",
    ),
    Mistake(
        "gradient-overwritten",
        _by_hand(d=4, c=-3, e=4, b=12, a=-8),
        "Your a.grad is what arrives through the product a·b. The part that arrives directly from the sum is lost: a second contribution is added, it does not replace the first.",
        "What stood in a.grad before the step of e, and what should happen to it?",
    ),
    Mistake(
        "upstream-forgotten",
        _by_hand(d=4, c=-3, e=1, b=3, a=-1),
        "From the sum on you wrote down local derivatives. They say how fast d and e move, not L: each has to be multiplied by the gradient that arrives from the right.",
        "When e grows by 0.001, how much does d move, and how much does L?",
    ),
    Mistake(
        "own-operand",
        _by_hand(d=-3, c=4, e=-3, b=6, a=-12),
        "Both products pass on a parent's own value. A product swaps: each parent gets the value of the other one.",
        "L = d·c. If d grows by 1, by how much does L grow: by d or by c?",
    ),
    Mistake(
        "sum-splits",
        _by_hand(d=4, c=-3, e=2, b=6, a=-2),
        "You shared d.grad between the two parents of the sum. A sum does not divide the gradient: each parent gets all of it.",
        "If e grows by 1 while a stays, by how much does d = e + a grow: by 1 or by 1/2?",
    ),
    Mistake(
        "root-seeded-with-data",
        _by_hand(d=-48, c=36, e=-48, b=-144, a=48),
        "All your gradients are −12 times the right ones: you started with L.grad = −12, the value of L.",
        "When L moves by 0.001, by how much does L move?",
    ),
    Mistake(
        "data-for-gradient",
        _by_hand(d=-3, c=4, e=-6, b=-2, a=3),
        "These are the values of the nodes, their data. A grad says how fast L moves when the node moves.",
        "If d grows by 0.001, by how much does L = d·c grow?",
    ),
]
KNOWN_GRADIENTS = [RIGHT_GRADIENTS, *(slip.answer for slip in SLIPS_BY_HAND)]
FIRST_WRONG = {
    "d": ("Look at d first: the other four depend on it, or come by the same rule.", "L = d · c. If d grows by 0.001, by how much does L grow?"),
    "c": ("Your d is right. Look at c, the other factor of L.", "L = d · c. If c grows by 0.001, by how much does L grow? Mind the sign of d."),
    "e": ("Your d and c are right. Look at e, a parent of the sum d = e + a.", "Which gradient arrives at d, and what does a sum do with it?"),
    "b": ("Your d, c and e are right. Look at b, a parent of the product e = a · b.", "Which gradient arrives at e, and by what does the product multiply it for b?"),
    "a": ("Your d, c, e and b are right. Look at a, which gets something from d and from e.", "What does d pass on to a, and what does e? Which signs have they?"),
}

BY_HAND = value_task(
    "03.by-hand",
    "gradients",
    RIGHT_GRADIENTS,
    "Two paths lead from L to a, and a.grad is the sum of both: 4 through the sum alone, −8 through the product as well.",
    *SLIPS_BY_HAND,
    *[Mistake(f"wrong-at-{name}", RIGHT_GRADIENTS | {name: 1000.0}, *advice) for name, advice in FIRST_WRONG.items()],
    read=_read_gradients,
)


# -- 03.local --------------------------------------------------------------------------------


def _local_with(rules):
    return lambda operation, left, right: rules[operation](left, right)


def _probe_local(answer, case):
    found = answer(*case)
    if case[0] == "**" and isinstance(found, list | tuple) and len(found) == 2:
        return "a tuple with two entries"
    return found


LOCAL = Task(
    id="03.local",
    answer_name="local_derivatives",
    kind="function",
    reference=_local_with(RULES),
    probe=_probe_local,
    cases=lambda rng: [
        ["+", 2.0, -3.0], ["-", 5.0, 3.0], ["*", 2.0, -3.0], ["*", -2.0, 3.0], ["/", 6.0, 2.0], ["/", -6.0, 2.0], ["/", 6.0, -2.0], ["/", -6.0, -2.0],
        ["**", 2.0, 3.0], ["**", 5.0, 2.0], ["**", 2.0, -1.0], ["**", -3.0, 3.0], ["**", 0.0, 2.0], ["**", 2.0, 1.0],
        *[[operation, *_signed(rng, "xy").values()] for operation in "+-*/"],
        ["**", rng.uniform(1.5, 3), rng.uniform(-2, 4)],
    ],
    say=lambda case: f"left {case[0]} right with left = {_number(case[1])}, right = {_number(case[2])}",
    notice="Five small rules. Nothing else about calculus is needed to differentiate any expression made of these operations.",
    mistakes=(
        *[Mistake(wrong.id, _local_with(wrong.answer), wrong.explanation, wrong.next_step) for wrong in WRONG_RULES],
        Mistake(
            "sum-gives-operands",
            _local_with(RULES | {"+": lambda left, right: (left, right)}),
            "Your sum hands out the values of its parents. But how fast a sum moves does not depend on how large its parts are.",
            "Compare 2 + (−3) with 2.001 + (−3), and 100 + (−3) with 100.001 + (−3). What changes, and by how much?",
        ),
        Mistake(
            "bare-number",
            _local_with(RULES | {"**": lambda base, k: k * base ** (k - 1)}),
            "For the power a bare number comes back. A step walks along the entries of a tuple, so one entry needs a tuple too, and it is the comma that makes it: (slope) is a number, (slope,) is a tuple.",
            "What are type((5)) and type((5,))?",
        ),
        Mistake(
            "exponent-as-parent",
            _local_with(RULES | {"**": lambda base, k: (k * base ** (k - 1), 0.0)}),
            "Your power has two entries, but only one parent. The exponent is a plain number, not a parent: it receives no gradient.",
            "How many Values go into a ** 3?",
        ),
    ),
)  # fmt: skip


# -- 03.step ---------------------------------------------------------------------------------


class Node:
    """A node that has what a step needs, and no methods."""

    def __init__(self, data, grad=0.0, _prev=(), _local=()):
        self.data, self.grad, self.label, self._op, self._local = data, grad, "", "any" if _prev else "", _local
        self._prev = self._parents = _prev


def _probe_step(answer, case):
    """A step changes the grads of the parents, and no other."""
    before, uses, upstream, behind = case
    grandparent = Node(5.0, 1.0)
    parents = {name: Node(7.0 + i, grad, (grandparent,) * behind, (2.0,) * behind) for i, (name, grad) in enumerate(before.items())}
    node = Node(6.0, upstream, tuple(parents[name] for name, _ in uses), tuple(local for _, local in uses))
    answer(node)
    looked_at = parents | {"node": node} | ({"g": grandparent} if behind else {})
    return _grads(looked_at, looked_at)


def _say_step(case):
    before, uses, upstream, behind = case
    if not uses:
        return f"a leaf, which has no parents, with node.grad = {_number(upstream)}"
    locals_ = ", ".join(f"{_number(local)} for {name}" for name, local in uses)
    grads = ", ".join(f"{name}.grad = {_number(grad)}" for name, grad in before.items())
    generation = ", where each parent has a parent g of its own with g.grad = 1" if behind else ""
    return f"node.grad = {_number(upstream)}, local derivative{'s' if uses[1:] else ''} {locals_}, and {grads} before the step{generation}"


def _turned_step(node):
    for parent, local in zip(node._prev, node._local):
        node.grad += local * parent.grad


def _deep_step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        _deep_step(parent)


def _first_parent_step(node):
    if node._prev:
        node._prev[0].grad += node._local[0] * node.grad


STEP = Task(
    id="03.step",
    answer_name="step",
    kind="function",
    reference=_step,
    probe=_probe_step,
    cases=lambda rng: [
        [{"p": 0.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 5.0]], 3.0, 0],
        [{"p": 0.0}, [["p", 5.0]], -2.0, 0],
        [{"p": 0.0, "q": 0.0}, [["p", 2.0], ["q", -3.0]], 1.0, 0],
        [{"p": 10.0}, [["p", 5.0]], 1.0, 0],
        [{"p": 0.0}, [["p", 4.0], ["p", 4.0]], 1.0, 0],
        [{"p": 0.0}, [], 2.0, 0],
        [{"p": 7.0}, [["p", 5.0]], -2.0, 1],
        [_signed(rng, "pq"), [[name, rng.uniform(-4, 4)] for name in "pqp"], rng.uniform(1.5, 3), 0],
        [_signed(rng, "pq"), [[name, rng.uniform(-4, 4)] for name in "qp"], rng.uniform(-3, -1.5), 1],
    ],
    say=_say_step,
    notice="Local derivative times upstream gradient, added to what is there: this line is all of backpropagation, the rest is the right order.",
    mistakes=(
        Mistake(
            "upstream-forgotten",
            _step_with(_bare),
            "The parents get the bare local derivative. It says how fast this node moves, but the question is how fast the final result moves.",
            "Where in your step does node.grad appear? What should change when it is 3 instead of 1?",
        ),
        Mistake(
            "gradient-overwritten",
            _step_with(_replaced),
            "The step replaces the parent's grad. What had arrived along other paths is lost.",
            "A parent that is used twice gets two contributions. What should happen to the first when the second arrives?",
        ),
        Mistake(
            "local-derivative-stored",
            _step_with(lambda parent, local, node: local),
            "The parent's grad becomes the bare local derivative. Two things are missing: the gradient that arrived at the node, and what the parent had already.",
            "Try a node with grad 3, then a parent with grad 10. What should stand in the parent afterward?",
        ),
        Mistake(
            "upstream-added",
            _step_with(lambda parent, local, node: parent.grad + local + node.grad),
            "Local derivative and upstream gradient are added. Rates along a chain multiply: a car twice as fast as a bicycle that is 4 times as fast as a walker.",
            "Which of 4 + 2 and 4 · 2 says how fast the car is against the walker?",
        ),
        Mistake(
            "own-data-for-local",
            _step_with(lambda parent, local, node: parent.grad + parent.data * node.grad),
            "The parent's own data stands where its local derivative should be. The node has stored the right factor for each parent at the forward pass.",
            "Print node._local of a product of 2 and −3, and compare it with the data of the parents.",
        ),
        Mistake(
            "own-data-for-upstream",
            _step_with(lambda parent, local, node: parent.grad + local * node.data),
            "The step multiplies by node.data, the value of the node. What flows back is its gradient, node.grad.",
            "Which of the two says how fast the final result moves when the node moves?",
        ),
        Mistake(
            "parents-unchanged",
            lambda node: None,
            "The parents' grads are as before. A new variable or a returned list does not reach them.",
            "Which attribute must hold the result after the step? The line has to store it there, in parent.grad.",
        ),
        Mistake(
            "step-goes-on",
            _deep_step,
            "The step goes on to the parents' parents. One step serves the parents only: a parent may still be waiting for other contributions, and passes on when it has them all.",
            "Which grads may differ before and after the step of one node?",
        ),
        Mistake(
            "direction-turned",
            _turned_step,
            "Your step changes node.grad and reads the parents'. In the backward pass the node gives and its parents receive.",
            "Which of the grads is known when this step begins, and which are wanted?",
        ),
        Mistake(
            "first-parent-only",
            _first_parent_step,
            "Only the first parent receives its part. Every parent of the node has moved the result.",
            "How many entries does node._prev have for a product, and how often does your line run?",
        ),
    ),
)


# -- 03.overwritten --------------------------------------------------------------------------


def _times_with(step):
    """A product in the closure form whose step is ``step(left, right, out)``."""

    def times(left, right):
        out = Value(left.data * right.data)
        out._backward = lambda: step(left, right, out)
        return out

    return times


def _add_both(left, right, out):
    left.grad += right.data * out.grad
    right.grad += left.data * out.grad


def _replace_both(left, right, out):
    left.grad = right.data * out.grad
    right.grad = left.data * out.grad


def _add_left(left, right, out):
    left.grad += right.data * out.grad
    right.grad = left.data * out.grad


def _add_right(left, right, out):
    left.grad = right.data * out.grad
    right.grad += left.data * out.grad


def _swap_both(left, right, out):
    left.grad += left.data * out.grad
    right.grad += right.data * out.grad


def _bare_both(left, right, out):
    left.grad += right.data
    right.grad += left.data


def _square_apart(left, right, out):
    _replace_both(left, right, out)
    if left is right:
        left.grad = 2 * left.data * out.grad


def _probe_times(answer, case):
    program, order, numbers = case
    names = {name: Value(x) for name, x in numbers.items()} | {"times": answer}
    exec(program, names)
    names[order[0]].grad = 1.0
    for name in order:
        names[name]._backward()
    return _grads(names, numbers)


OVERWRITTEN = Task(
    id="03.overwritten",
    answer_name="times",
    kind="function",
    reference=_times_with(_add_both),
    probe=_probe_times,
    cases=lambda rng: [
        ["p = times(a, b)", ["p"], {"a": 2.0, "b": 5.0}],
        ["p = times(a, a)", ["p"], {"a": 3.0}],
        ["p = times(a, b)", ["p"], {"a": 3.0, "b": 3.0}],
        ["p = times(a, b)", ["p"], {"a": 0.0, "b": 5.0}],
        ["p = times(a, b); L = times(p, a)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(b, a); L = times(a, p)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(a, a); L = times(p, a)", ["L", "p"], {"a": rng.uniform(1.5, 3)}],
        ["p = times(a, b); q = times(b, a); L = times(p, q)", ["L", "q", "p"], {"a": rng.uniform(1.5, 3), "b": rng.uniform(-3, -1.5)}],
    ],
    say=lambda case: f"{case[0]} with {_at(case[2])}",
    notice="The slip hides from every test in which each value is used once. Test an engine with a value that is used twice.",
    mistakes=(
        Mistake(
            "gradient-overwritten",
            _times_with(_replace_both),
            "As long as each value is used once, all is well. As soon as one value is used twice, only the last contribution to its gradient is left.",
            "Follow left.grad and right.grad line by line when left and right are the same object.",
        ),
        Mistake(
            "only-left-mended",
            _times_with(_add_left),
            "One half of the step collects now, the other still replaces. A value that comes back on the right-hand side loses what it had.",
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake(
            "only-right-mended",
            _times_with(_add_right),
            "One half of the step collects now, the other still replaces. A value that comes back on the left-hand side loses what it had.",
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake(
            "square-apart",
            _times_with(_square_apart),
            "Your cure knows the square and nothing else. A value can also be used twice in two different products, and there the second use still erases the first.",
            "Try p = times(a, b) and L = times(p, a). Is there one cure for every kind of reuse?",
        ),
        Mistake(
            "own-operand",
            _times_with(_swap_both),
            "Both lines collect, but each parent gets its own value. When left moves by a little, the product moves by that little times right.",
            "For times(a, b) with a = 2 and b = 5: how far does the product move when a moves by 0.001?",
        ),
        Mistake(
            "upstream-forgotten",
            _times_with(_bare_both),
            "Both lines collect, but the gradient of the product is gone from them: what is passed on is the bare local derivative.",
            "In L = times(p, a), which number arrives at p, and where does the step of p use it?",
        ),
    ),
)


# -- 03.order --------------------------------------------------------------------------------

LINES = {
    "A": "            order.append(node)",
    "B": "    visit(root)",
    "C": "        if node not in visited:",
    "D": "    return order",
    "E": "            for parent in node._prev:",
    "F": "    def visit(node):",
    "G": "            visited.add(node)",
    "H": "def topological_order(root):",
    "I": "                visit(parent)",
    "J": "    order, visited = [], set()",
}


def _probe_order(answer, case):
    program, numbers = case
    made: dict = {}
    exec(arranged(LINES, answer), made)
    names = _run(program, numbers)
    for name in ("y", "s", "L"):
        if name in names:
            names[name].label = name
    return " ".join(node.label for node in made["topological_order"](names["L"]))


ORDER = Task(
    id="03.order",
    answer_name="line_order",
    kind="object",
    reference="HJFCGEIABD",
    probe=_probe_order,
    cases=lambda rng: [["L = a * b", {"a": 2.0, "b": 3.0}], ["y = a * b; s = y + a; L = y * s", {"a": 2.0, "b": 3.0}]],
    say=lambda case: f"{case[0]}, the labels in the list",
    notice="A node enters the list after all its parents. Read backward, the list says who steps when: nobody before all its users.",
    mistakes=(
        Mistake(
            "node-before-parents",
            "HJFCGAEIBD",
            "A node enters the list as soon as it is visited, before its parents. The result stands first, and a node can stand before one that needs it.",
            "When may a node write itself into the list: before or after it has sent the visit on to its parents?",
        ),
        Mistake(
            "return-before-visit",
            "HJFCGEIADB",
            "The function returns its list before anybody was visited, so the list is empty.",
            "A line after return never runs. Which line must still run before it?",
        ),
        Mistake(
            "called-before-defined",
            "HJBFCGEIAD",
            "The visit of the root is started before visit is defined. Python runs the lines of a function from top to bottom.",
            "Which line starts the first visit, and what must Python have read by then?",
        ),
        Mistake(
            "list-made-too-late",
            "HFCGEIABJD",
            "The first visit starts before there is a list and a set. visit needs both of them.",
            "Which line makes the two empty collections, and who uses them first?",
        ),
        Mistake(
            "indentation-broken",
            "AHJFCGEIBD",
            "Python cannot read the lines in this order. After a line that ends in a colon comes an indented line, and no other line may be indented deeper than the one above it.",
            "Which four lines end in a colon, and which line can follow each of them?",
        ),
    ),
)


# -- 03.backward -----------------------------------------------------------------------------


def _backward_with(walk, seed=lambda root: 1.0):
    def backward(root):
        root.grad = seed(root)
        for node in walk(root):
            node._backward()

    return backward


def _probe_backward(answer, case):
    """All grads, those in between too. The nodes have no method backward."""
    level, program, numbers = case
    if level and not all(same(plain(_probe_backward(answer, fixed)), plain(_probe_backward(BACKWARD.reference, fixed))) for fixed in FIXED_PASSES):
        return "not reached"
    names = _run(program, numbers, NODE_WITHOUT_BACKWARD)
    answer(names["L"])
    return _grads(names, [name for name, x in names.items() if isinstance(x, NODE_WITHOUT_BACKWARD)])


def _say_program(case):
    return f"{case[-2]} with {_at(case[-1])}".replace("\n    ", " ").replace("\n", "; ")


REUSE = ["y = 2 * a; L = y + y", "y = 2 * a; L = y * (y + 3)", "y = 2 * a; L = (y + 3) * y", "y = 2 * a; L = (y + 3 + 4) * y"]

NODE_WITHOUT_BACKWARD = make_value()
del NODE_WITHOUT_BACKWARD.backward
EQUAL_PRODUCTS = {"a": 2.0, "b": 3.0, "c": 1.0, "d": 6.0}
FIXED_PASSES = [
    [0, "L = a + b", {"a": 2.0, "b": 5.0}],
    [0, "L = (a + b) * c", {"a": 1.0, "b": 3.0, "c": 5.0}],
    [0, "L = a + a", {"a": 3.0}],
    *[[0, program, {"a": 1.0}] for program in REUSE],
    [0, "p = a * b; q = c * d; L = p + q", EQUAL_PRODUCTS],
    [0, "L = a", {"a": 2.0}],
]


def _all_seeded(root):
    for node in _topological(root):
        node.grad = 1.0
    for node in _results_first(root):
        node._backward()


def _each_seeded(root):
    for node in _results_first(root):
        node.grad = 1.0
        node._backward()


BACKWARD = Task(
    id="03.backward",
    answer_name="backward",
    kind="function",
    reference=_backward_with(_results_first),
    probe=_probe_backward,
    cases=lambda rng: [
        *FIXED_PASSES,
        [1, "y = a * b; z = y + a; s = z * y; L = s * z + y", _signed(rng, "ab")],
        [1, "y = a * b; z = a + y; s = y * z; L = y + z * s", _signed(rng, "ab")],
    ],
    say=_say_program,
    notice="Start with 1, then let each node step once, after everyone made from it. The number of paths does not matter any more.",
    mistakes=(
        Mistake("root-not-seeded", _backward_with(_results_first, lambda root: root.grad), *NOT_SEEDED),
        Mistake("root-seeded-with-data", _backward_with(_results_first, lambda root: root.data), *SEEDED_WITH_DATA),
        *[Mistake(wrong.id, _backward_with(wrong.answer), wrong.explanation, wrong.next_step) for wrong in WRONG_WALKS],
        Mistake(
            "step-not-called",
            _backward_with(lambda root: []),
            "The root has its 1, but no node made its step. A function runs only with brackets after its name.",
            "What is the difference between node._backward and node._backward()?",
        ),
        *[
            Mistake(
                name,
                answer,
                f"{story} Only the root's slope is known to be 1. Those of the others have to arrive.",
                "In L = (a + b) * c, what is the grad of a + b? Where would it come from?",
            )
            for name, answer, story in [
                ("all-seeded", _all_seeded, "Every node begins with the grad 1."),
                ("each-seeded", _each_seeded, "Every node gets the grad 1 just before its step, whatever had arrived there (a backward that calls itself for each parent does that too)."),
            ]
        ],
        Mistake(
            "equal-numbers-merged",
            _backward_with(_equal_numbers_merged),
            "Two different nodes happen to have the same number, and your walk takes them for one. The second never makes its step, so nothing arrives behind it.",
            "How does your walk recognise a node that it has had already? When does that go wrong?",
        ),
    ),
)


# -- 03.late-binding -------------------------------------------------------------------------


def _weighted_sum_with(step):
    """A weighted sum whose step is ``step(weights, nodes, total)``."""

    def weighted_sum(weights, nodes):
        total = Value(sum(weight * node.data for weight, node in zip(weights, nodes)))
        total._backward = lambda: step(list(weights), list(nodes), total)
        return total

    return weighted_sum


def _pass_on(weights, nodes, total):
    for weight, node in zip(weights, nodes):
        node.grad += weight * total.grad


def _pass_on_overwriting(weights, nodes, total):
    for weight, node in zip(weights, nodes):
        node.grad = weight * total.grad


INPUTS = {"x": 2.0, "y": 3.0, "z": -1.0}


def _probe_weighted_sum(answer, case):
    weights, inputs, upstream, passes = case
    nodes = {name: Value(x) for name, x in INPUTS.items() if name in inputs}
    total = answer(list(weights), [nodes[name] for name in inputs])
    total.grad = upstream
    for _ in range(passes):
        total._backward()
    return {"total.data": total.data} | _grads(nodes, nodes)


def _say_weighted_sum(case):
    weights, inputs, upstream, passes = case
    nodes = ", ".join(f"{name} = {_number(INPUTS[name])}" for name in inputs)
    again = ", and two calls of total._backward()" if passes > 1 else ""
    return f"the weights {', '.join(map(_number, weights))} on the nodes {nodes}, and total.grad = {_number(upstream)}{again}"


LATE_BINDING = Task(
    id="03.late-binding",
    answer_name="weighted_sum",
    kind="function",
    reference=_weighted_sum_with(_pass_on),
    probe=_probe_weighted_sum,
    cases=lambda rng: [
        [[4.0], "x", 1.0, 1],
        [[4.0, 5.0], "xy", 1.0, 1],
        [[4.0, 5.0, -1.0], "xyz", 2.0, 1],
        [[4.0, 5.0], "xx", 1.0, 1],
        [[4.0, 4.0, 0.0], "xyz", -2.0, 1],
        [[4.0, 5.0], "xy", 1.0, 2],
        [[rng.uniform(-3, 3) for _ in "xyzx"], "xyzx", rng.uniform(1.5, 3), 1],
    ],
    say=_say_weighted_sum,
    notice="A closure keeps the variable, not the value it had. In a loop all closures share one variable, and it ends with the last value.",
    mistakes=(
        Mistake(
            "late-binding",
            _weighted_sum_with(lambda weights, nodes, total: _pass_on([weights[-1]] * len(nodes), [nodes[-1]] * len(nodes), total)),
            "All gradient goes to the last node, with the last weight, once for each node. The functions were made in different rounds of the loop, but they run after it.",
            "What are weight and node when the loop is over? Print them inside pass_on.",
        ),
        Mistake(
            "only-node-bound",
            _weighted_sum_with(lambda weights, nodes, total: _pass_on([weights[-1]] * len(nodes), nodes, total)),
            "Each node is reached now, but all of them with the last weight: the second loop variable is still read too late.",
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "only-weight-bound",
            _weighted_sum_with(lambda weights, nodes, total: _pass_on(weights, [nodes[-1]] * len(nodes), total)),
            "Each weight is used now, but all gradient still goes to the last node: the second loop variable is still read too late.",
            "How many variables of the loop does pass_on use?",
        ),
        Mistake(
            "gradient-read-too-early",
            _weighted_sum_with(lambda weights, nodes, total: None),
            "No gradient arrives. If total.grad is kept when the function is made, it is kept as 0: the upstream gradient arrives only in the backward pass.",
            "Which numbers are known in the forward pass, and which only when the step runs?",
        ),
        Mistake(
            "gradient-overwritten",
            _weighted_sum_with(_pass_on_overwriting),
            "Each node gets its own part now, but the step replaces what is there. A node that is used twice keeps only the last part.",
            "What should happen when the same node stands in the list twice?",
        ),
        Mistake(
            "upstream-forgotten",
            _weighted_sum_with(lambda weights, nodes, total: _pass_on(weights, nodes, Node(0.0, 1.0))),
            "Each node gets its own weight now, but the gradient that arrived at total is not in the step any more.",
            "What should x get when total.grad is 2 instead of 1?",
        ),
    ),
)


# -- 03.merged -------------------------------------------------------------------------------


def _order_with(mark):
    """A topological order that takes two nodes for one if their ``mark`` is equal."""

    def parents_first(root):
        order, waiting = [], [root]
        while waiting:
            done = [mark(node) for node in order]
            missing = [parent for parent in waiting[-1]._prev if mark(parent) not in done]
            if missing:
                waiting.append(missing[0])
            else:
                order.append(waiting.pop())
        return order

    return parents_first


def _all_missing_parents(root):
    order, waiting = [], [root]
    while waiting:
        missing = [parent for parent in waiting[-1]._prev if parent not in order]
        if missing:
            waiting.extend(missing)
        else:
            order.append(waiting.pop())
    return order


class NoEnd(Exception):
    """A list of nodes that grows for ever."""


class Watched(tuple):
    """Parents that can be asked for a limited number of times."""

    left = 0

    def __iter__(self):
        Watched.left -= 1
        if Watched.left < 0:
            raise NoEnd("the list grows without end")
        return super().__iter__()


def _no_end(root):
    raise NoEnd


WATCHED = make_value(recorded=Watched)


def _probe_merged(answer, case):
    program, numbers = case
    names, Watched.left = _run(program, numbers, WATCHED), 500
    order = list(answer(names["L"]))
    names["L"].grad = 1.0
    for node in reversed(order):
        node._backward()
    return {"nodes in the list": len(order), "each node once": len(set(order)) == len(order)} | _grads(names, numbers)


def _three_leaves(rng):
    return {"a": rng.uniform(1.5, 3), "b": rng.uniform(3.5, 4), "c": rng.uniform(-4, -1.5)}


MERGED = Task(
    id="03.merged",
    answer_name="parents_first",
    kind="function",
    reference=_order_with(lambda node: node),
    probe=_probe_merged,
    cases=lambda rng: [
        ["L = a * b", {"a": 2.0, "b": 3.0}],
        ["L = a * b", {"a": 3.0, "b": 3.0}],
        ["L = a * b + c * d", EQUAL_PRODUCTS],
        ["L = a * b + c * d", {"a": 2.0, "b": 3.0, "c": 1.0, "d": 5.0}],
        ["y = a + b; L = y + y", {"a": 2.0, "b": 3.0}],
        ["y = a + b; L = y * y", {"a": 2.0, "b": 3.0}],
        ["L = (a + b) * (c * d)", {"a": 4.0, "b": 2.0, "c": 1.5, "d": 4.0}],
        ["y = a * b; L = (y + c) * (y * c) - y", _three_leaves(rng)],
        ["y = a * b * 1; z = c * a * 1; L = y * z", _three_leaves(rng)],
    ],
    say=_say_program,
    notice="Two nodes with the same number are still two nodes. A node is recognised by what it is, not by what it is worth.",
    seconds=3.0,
    mistakes=(
        Mistake(
            "equal-numbers-merged",
            _order_with(lambda node: node.data),
            "Two different nodes happen to have the same number, and one of them is missing from the list. It never makes its step, so nothing arrives behind it.",
            "How does the function recognise a node that it has had before? When does that go wrong?",
        ),
        Mistake(
            "equal-labels-merged",
            _order_with(lambda node: node.label),
            "Nodes are told apart by their labels now. Labels are for people: most interior nodes have none, so they all look like one.",
            "Print the labels of a * b and c * d. What do two different nodes never share?",
        ),
        Mistake(
            "number-and-operation-merged",
            _order_with(lambda node: (node.data, node._op)),
            "Comparing the operation as well makes the accident rarer, but two products with the same number are still taken for one node.",
            "Is there anything that one node certainly does not share with any other, whatever its contents?",
        ),
        Mistake(
            "number-and-label-merged",
            _order_with(lambda node: (node.data, node.label)),
            "Comparing the label as well (or the printed text of a node) saves the leaves, but interior nodes without a label are still told apart by their number only.",
            "Is there anything that one node certainly does not share with any other, whatever its contents?",
        ),
        Mistake(
            "kinds-mixed",
            _no_end,
            "The list never ends: the same parent counts as missing again and again. What is kept in done, and what is looked for in it, must be of the same kind.",
            "Two lines of the program name .data. What does each of them look at now?",
        ),
        Mistake(
            "node-twice",
            _all_missing_parents,
            "All missing parents join the waiting list at once, so a node can wait there twice. It enters the list twice, and passes on its whole gradient twice.",
            "Follow waiting and order for L = y + y: how often does y stand in them?",
        ),
    ),
)


# -- 03.engine -------------------------------------------------------------------------------


PAIR = {"a": 2.0, "b": -4.0}
NUMBERS = {"a": 3.0, "b": 5.0}


def _level(see, numbers, *texts):
    """Cases that look at the same thing with the same numbers."""
    return [[see, text if "L = " in text else f"L = {text}", {name: x for name, x in numbers.items() if name in text}] for text in texts]


LEVELS = [  # what to look at, the program, its leaves; a level is reached when the one before is right
    [
        ["new", "L = a", {"a": 2.0}],
        *_level("data", PAIR, "a + b", "a * b"),
        *_level("record", {"a": 3.0}, "a * a", "a + a"),
    ],
    _level("data", {"a": 2.0}, "a + 1", "a * 3", "a + 2.5", "a * 0.5"),
    [
        *_level("data", {"a": 2.0}, "1 + a", "3 * a", "2.5 + a", "0.5 * a"),
        *_level("data", PAIR, "a - b", "a / b"),
        *_level("data", {"a": 2.0}, "a ** 3", "-a", "a - 1", "1 - a", "a - 0.5", "2.5 - a", "a / 4", "6 / a", "a / 2.5", "2.5 / a"),
        *_level("kept", NUMBERS, "L = a; L += b", "L = a; L -= b", "L = a; L *= b", "L = a; L /= b"),
        *_level("sign", PAIR, "a - b", "a / b", "a ** 3", "-a"),
    ],
    [
        *_level("grads", PAIR, "a + b"),
        *_level("grads", {"a": 2.0, "b": -3.0}, "a * b"),
        *_level("grads", {"a": -2.0, "b": 4.0}, "a * b"),
        *_level("grads", {"a": 0.0, "b": 5.0}, "a * b"),
        *_level("grads", {"a": 1.0, "b": 3.0, "c": 5.0}, "(a + b) * c", "e = a + b; L = e * c"),
        *_level("grads", {"a": 3.0}, "a + a", "a * a"),
        *_level("grads", NUMBERS, "(a + b) * a", "(a + b) * b", "a * b + a", "b + a * b", "a * b * a", "b * (a * b)"),
    ],
    [
        *_level("grads", {"a": 3.0}, "a + 1", "1 + a", "a * 5", "5 * a"),
        *_level("grads", {"a": 3.0}, "2 * a + a", "2 * a * a", "a * 2 * a", "(2 + a) * a", "(a + 2) * a", "(2 + a) + a"),
        *_level("grads", {"a": 1.0}, *REUSE),
    ],
    [
        *_level("grads", {"a": 3.0}, "-a", "5 * -a", "-a * a", "a * -a", "-a + a"),
        *_level("grads", {"a": 2.0}, "a ** 3", "a ** -1", "5 * a ** 3", "a ** 3 + a", "a ** 1", "a ** 2.5"),
        *_level("grads", {"a": 4.0}, "a ** 0.5"),
        *_level("grads", {"a": -2.0}, "a ** 3", "a ** -1"),
        *_level("grads", {"a": 0.0}, "a ** 2"),
    ],
    [
        *_level("grads", {"a": 5.0, "b": 3.0}, "a - b"),
        *_level("grads", {"a": 6.0, "b": 2.0}, "a / b"),
        *_level("grads", PAIR, "a - b", "a / b"),
        *_level("grads", {"a": -2.0, "b": 4.0}, "a - b", "a / b"),
        *_level("grads", {"a": 0.0, "b": 5.0}, "a / b"),
        *_level("grads", {"a": 3.0}, "a - 1", "a / 4", "a - 0.5", "a / 2.5"),
        *_level("grads", NUMBERS, "4 * (a - b)", "4 * (a / b)", "(a - b) * a", "b * (a - b)", "(a - b) + a", "b + (a - b)"),
        *_level("grads", NUMBERS, "a / b * a", "b * (a / b)", "a / b + a", "b + a / b", "a - a", "a / a"),
    ],
    [
        *_level("grads", {"a": 2.0}, "1 - a", "6 / a", "0.5 - a", "2.5 / a"),
        *_level("grads", {"a": 3.0}, "(1 - a) * a", "a * (1 - a)", "(1 - a) + a", "4 / a * a", "a * (4 / a)", "4 / a + a"),
    ],
    [
        *_level("two", {"a": 2.0, "b": 5.0}, "L = a * b; M = a + b", "L = 3 * a; M = L * L"),
        *_level("grads", EQUAL_PRODUCTS, "p = a * b; q = c * d; L = p + q"),
        *_level("grads", {"a": 2.0, "b": 3.0}, "L = a\nfor i in range(200):\n    L = L + b"),
    ],
]  # fmt: skip
MIXED = [
    "L = (a * b + c) * f - a / c",
    "L = a * b + (a - b)",
    "L = (a - b) + a * b",
    "y = a * b; z = 9 - y / c; L = z * (y - z) ** 2 + f / z",
    "y = a - b * c; L = -y * (1 / (y * y + f * f + 1)) ** 0.5",
    "L = sum([a, b, a, c * f])",
]


def _engine_cases(rng):
    mixed = [case for program in MIXED * 2 for case in _level("grads", _signed(rng, "abcf"), program)]
    return [[level, *case] for level, cases in enumerate([*LEVELS, mixed]) for case in cases]


def _probe_engine(answer, case):
    """What is built from + and * is looked at when + and * are right: one bug, one signature.

    It does not matter then whether a - b is an operation of its own or a + (-b).
    """
    level, *case = case
    return _look(answer, *case) if level == 0 or _masters(answer, level - 1) else "not reached"


@lru_cache
def _right(level) -> list:
    return [plain(_look(Value, *case)) for case in LEVELS[level]]


@lru_cache(maxsize=200)
def _masters(answer, level) -> bool:
    try:
        return (level == 0 or _masters(answer, level - 1)) and all(same(plain(_look(answer, *case)), right) for case, right in zip(LEVELS[level], _right(level)))
    except Exception:
        return False


def _look(kind, see, program, numbers):
    names = _run(program, numbers, kind)
    result, leaves = names["L"], [names[name] for name in numbers]
    if see == "new":
        return {"data": result.data, "grad": result.grad, "label": result.label, "_prev": list(result._prev)}
    if see == "record":
        return {"labels in _prev": [parent.label for parent in result._prev], "_op": result._op}
    if see == "sign":  # an operation of its own on the leaves, or put together from others
        of_leaves = len(result._prev) == len(leaves) and all(parent is leaf for parent, leaf in zip(result._prev, leaves))
        mislabelled = of_leaves and result._op in ("+", "*")
        return f"the sign {result._op} on {' and '.join(numbers)}" if mislabelled else "another sign than + and *, or other parents"
    if see == "data":
        return {"L.data": result.data}
    if see == "kept":
        return {"L.data": result.data, "a.data": names["a"].data}
    result.backward()
    if see == "two":
        names["M"].backward()
        return _grads(names, numbers)
    return _grads(names, [*numbers, *(name for name in ("e", "L") if "e" in names)])


def _say_engine(case):
    _, see, program, numbers = case
    if see == "new":
        return ", ".join(f'Value({x}, "{name}")' for name, x in numbers.items())
    return _say_program(case) + {"two": ", after L.backward() and M.backward()", "sign": ", the record in _prev and _op"}.get(see, "")


STEPS_APART = [  # in an engine with closures each operation has a step of its own
    ("product", "*", ["left", "right"]),
    ("sum", "+", ["left", "right"]),
    ("difference", "-", ["left", "right"]),
    ("quotient", "/", ["left", "right"]),
    ("power", "**", []),
    ("negation", "neg", []),
]


def _value_with(step):
    return make_value(step=step, negated=lambda self: type(self)(-self.data, "", (self,), "neg", (-1.0,)))


def _inverse_only():
    kind = make_value()
    kind.__rtruediv__ = lambda self, other: self**-1
    return kind


ENGINE = Task(
    id="03.engine",
    answer_name="Value",
    kind="class",
    reference=Value,
    probe=_probe_engine,
    cases=_engine_cases,
    say=_say_engine,
    notice="This is a complete engine, and it is yours: the next lessons build their neurons and networks on it.",
    keeps=True,
    mistakes=(
        *[Mistake(wrong.id, make_value(rules=wrong.answer), wrong.explanation, wrong.next_step) for wrong in WRONG_RULES],
        Mistake(
            "upstream-forgotten",
            make_value(step=_step_with(_bare)),
            "One operation alone is right; as soon as a second one follows, gradients are missing a factor. The step passes on the bare local derivative, without the gradient that arrived at the node.",
            "In L = (a + b) * c, what is the grad of a + b, and where does your step use it?",
        ),
        Mistake(
            "gradient-overwritten",
            make_value(step=_step_with(_replaced)),
            "All is right while each value is used once. A value that is used twice keeps only the last contribution: the step replaces the grad of a parent.",
            "What should happen to the first contribution when the second one arrives?",
        ),
        Mistake(
            "local-derivative-stored",
            make_value(step=_step_with(lambda parent, local, node: local)),
            "A parent's grad becomes the bare local derivative. Two things are missing: the gradient that arrived at the node, and what the parent had already.",
            "In L = (a + b) * c, what is the grad of a + b? And what should a + a give?",
        ),
        *[
            Mistake(
                f"{name}-without-upstream",
                _value_with(_step_with(_bare, symbol)),
                f"The step of the {name} passes on the bare local derivative. The gradient that arrived at the {name} is missing; the other operations have it.",
                f"Compare the step of the {name} with that of another operation. Where does the grad of the result appear?",
            )
            for name, symbol, _ in STEPS_APART
        ],
        *[
            Mistake(
                f"{name}-overwrites",
                _value_with(_step_with(_replaced, symbol)),
                f"The step of the {name} replaces the gradient of its parents. What had arrived there before is lost; the other operations collect it.",
                f"Compare the step of the {name} with that of another operation. What happens when a value is used twice?",
            )
            for name, symbol, _ in STEPS_APART
        ],
        *[
            Mistake(
                f"{name}-overwrites-{side}",
                _value_with(_step_with(_replaced, symbol, entry)),
                f"One half of the step of the {name} replaces: its {side} parent loses what had arrived before. The other half collects.",
                f"Compare the two lines in the step of the {name}. Which one forgets?",
            )
            for name, symbol, sides in STEPS_APART
            for entry, side in enumerate(sides)
        ],
        Mistake(
            "number-not-wrapped",
            make_value(operand=lambda other, kind: other),
            "The operation asks a plain number for its data. A number is not a Value, so it has to be wrapped in one before.",
            "What is type(other) in a + 1? What did your class of lesson 2 do then?",
        ),
        Mistake(
            "step-exponent-without-brackets",
            make_value(rules=RULES | {"**": lambda base, k: (k * base**k,)}, step=_step_with(lambda parent, local, node: parent.grad + local - node.grad, "**")),
            *BRACKETS_IN_THE_POWER,
        ),
        Mistake("root-not-seeded", make_value(seed=lambda root: root.grad), *NOT_SEEDED),
        Mistake("root-seeded-with-data", make_value(seed=lambda root: root.data), *SEEDED_WITH_DATA),
        *[Mistake(wrong.id, make_value(walk=wrong.answer), wrong.explanation, wrong.next_step) for wrong in WRONG_WALKS],
        Mistake(
            "children-in-a-set",
            make_value(recorded=lambda operands: tuple(dict.fromkeys(operands))),
            "The numbers are right, but the record of a * a has one parent in it instead of two. A set keeps only one of two equal entries, and no order.",
            "What does len(set((a, a))) give? Which container keeps both, in their order?",
        ),
        Mistake(
            "second-use-lost",
            make_value(parents=lambda operands: tuple(dict.fromkeys(operands))),
            "When both operands are the same node, only one of them gets its part. A step that serves each parent once loses the second use.",
            "How many edges lead from a to a * a, and how many does your step walk along?",
        ),
        Mistake(
            "reflected-minus-copied",
            make_value(copied=("add", "mul", "sub")),
            "1 - a comes out as a - 1. In a reflected method self is the number on the right, and other is the one on the left.",
            "For 1 - a Python calls a.__rsub__(1). What are self and other there?",
        ),
        Mistake(
            "reflected-quotient-copied",
            make_value(copied=("add", "mul", "truediv")),
            "6 / a comes out as a / 6. In a reflected method self is the number on the right, and other is the one on the left.",
            "For 6 / a Python calls a.__rtruediv__(6). What are self and other there?",
        ),
        Mistake(
            "reflected-number-lost",
            _inverse_only(),
            "6 / a comes out as 1 / a: the number on the left does not appear in your result.",
            "For 6 / a Python calls a.__rtruediv__(6). Where does your method use other?",
        ),
        Mistake(
            "reflected-operators-copied",
            make_value(copied=ARITHMETIC),
            "1 - a comes out as a - 1, and 6 / a as a / 6. For + and * the two sides may be swapped, for - and / they may not.",
            "For 1 - a Python calls a.__rsub__(1). What are self and other there?",
        ),
        Mistake(
            "negation-cut-off",
            make_value(negated=lambda self: type(self)(-self.data)),
            "-a has the right number but no past: it is a new leaf, and no gradient finds its way from it to a. Or a is its parent, but nothing says how fast -a moves with a.",
            "What is in _prev of -a, and what would its step do? Can you write -a with an operation that you have already?",
        ),
        Mistake(
            "leaves-erased",
            make_value(to_reset=lambda node: True),
            "Each call of backward begins by setting every grad to 0, those of the leaves too. Interior nodes start afresh, but leaves add up over several results.",
            "After L.backward() and M.backward(), what should a.grad be if a is used in both?",
        ),
        Mistake(
            "step-not-called",
            make_value(walk=lambda root: []),
            "The root has its 1, but no node made its step. A function runs only with brackets after its name.",
            "What is the difference between node._backward and node._backward()?",
        ),
        Mistake(
            "interior-not-reset",
            make_value(to_reset=lambda node: False),
            "The first pass left a gradient in a node in between. The second pass adds to it and passes on the sum. Leaves add up over several results; a node in between starts afresh at 0 in each pass.",
            "What is L.grad before M.backward(), and what should have become of it before the first step?",
        ),
        Mistake(
            "equal-numbers-merged",
            make_value(walk=_equal_numbers_merged),
            "Two different nodes happen to have the same number, and one of them never makes its step: nodes are compared by data, or Value has an __eq__ or __hash__ of its own.",
            "When should your walk say that it has had a node already? What does Python compare in a set?",
        ),
        Mistake(
            "operation-mislabelled",
            make_value(symbols=lambda name: "+"),
            "All numbers are right, but the record calls a product a sum: a line that was copied from __add__ and changed in one place only.",
            "Draw a * b with draw_dot. Which sign stands in the circle?",
        ),
    ),
)


# -- 03.gradient-gap -------------------------------------------------------------------------


def _copy(x):
    """A new leaf with the same number: a place where an engine loses the trace."""
    return x if isinstance(x, Real) else type(x)(x.data)


FUNCTIONS = {
    "a * b": lambda a, b: a * b,
    "a ** 3": lambda a: a**3,
    "a * copy(a)": lambda a: a * _copy(a),
    "a * a * b + copy(b)": lambda a, b: a * a * b + _copy(b),
    "(a * b + c) * a - copy(c) * b": lambda a, b, c: (a * b + c) * a - _copy(c) * b,
}


def _engine_slopes(f, point):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def _package_slopes(f, point):
    leaves = [mgrad.Value(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def _gap_with(rise, engine=_engine_slopes):
    """A gradient check whose nudged slope is ``rise(output, point, i, h) / h``."""

    def gradient_gap(f, point, h):
        def output(numbers):
            return f(*map(Value, numbers)).data

        return [slope - rise(output, point, i, h) / h for i, slope in enumerate(engine(f, point))]

    return gradient_gap


def _moved(point, i, h):
    return [x + h if j == i else x for j, x in enumerate(point)]


def _central(output, point, i, h):
    return (output(_moved(point, i, h)) - output(_moved(point, i, -h))) / 2


def _one_sided(output, point, i, h):
    return output(_moved(point, i, h)) - output(point)


def _nudges_that_stay(output, point, i, h):
    return _central(output, [x - h if j < i else x for j, x in enumerate(point)], i, h)


def _all_at_once(output, point, i, h):
    return (output([x + h for x in point]) - output([x - h for x in point])) / 2


def _backward_again(f, point):
    return [(i + 1) * slope for i, slope in enumerate(_engine_slopes(f, point))]


def _backward_missing(f, point):
    return [0.0 for _ in point]


RUN_ENGINE_FIRST = "Run check 03.engine first: this uses your Value of task 9."


def _probe_gap(answer, case):
    text, point, h = case
    f, engine, packaged = FUNCTIONS[text], engine_of(answer), []
    if not issubclass(engine, mgrad.Value) and not _masters(engine, len(LEVELS) - 1):
        raise FormError(RUN_ENGINE_FIRST)

    def watched(*inputs):
        packaged.extend(x for x in inputs if isinstance(x, mgrad.Value))
        return f(*inputs)

    try:
        found = answer(watched, list(point), h)
    except NameError as error:
        if error.name != "Value":
            raise
        raise FormError(RUN_ENGINE_FIRST) from None
    if packaged:
        return "f was called with Values of the package"
    if isinstance(found, Real):
        raise FormError(f"Expected a list with one number per input, got the number {found:.6g}.")
    if found is None:
        return None
    if any(isinstance(getattr(gap, "data", None), Real) for gap in found if not isinstance(gap, Real)):
        raise FormError("The list holds Values, not numbers.")
    return [round(gap, 4) + 0.0 for gap in found]


GRADIENT_GAP = Task(
    id="03.gradient-gap",
    answer_name="gradient_gap",
    kind="function",
    reference=_gap_with(_central),
    probe=_probe_gap,
    cases=lambda rng: [
        ["a * b", [2.0, -3.0], 0.001],
        ["a ** 3", [2.0], 0.001],
        ["a * copy(a)", [3.0], 0.001],
        ["a ** 3", [2.0], 0.1],
        ["a * a * b + copy(b)", [2.0, 5.0], 0.001],
        ["(a * b + c) * a - copy(c) * b", [rng.uniform(1, 2) for _ in "abc"], 0.001],
    ],
    say=lambda case: f"f = {case[0]} with {_at(dict(zip('abc', case[1])))} and h = {case[2]}"
    + (" (copy makes a new leaf, so the engine loses one path)" if "copy" in case[0] else ""),
    notice="You now own the judge as well as the engine: two ways to every slope that have nothing in common, so that they do not share a mistake.",
    tolerance=2e-4,  # one unit in the last digit kept
    mistakes=(
        Mistake(
            "one-sided",
            _gap_with(_one_sided),
            "The nudge goes to one side only. For a curve that bends, its error shrinks only in proportion to h, so a right engine looks wrong.",
            "Which difference of lesson 1 has an error that shrinks like h²?",
        ),
        Mistake(
            "divided-by-h",
            _gap_with(lambda *place: 2 * _central(*place)),
            "The two places are 2h apart, but the difference is divided by h: every nudged slope is twice too large.",
            "How far is it from x − h to x + h?",
        ),
        Mistake(
            "nudge-that-stays",
            _gap_with(_nudges_that_stay),
            "The first input is right and the later ones are slightly off: an input that was nudged has not been put back before the next one.",
            "Print the point each time before you nudge. Is it still the point you were given?",
        ),
        Mistake(
            "all-inputs-nudged",
            _gap_with(_all_at_once),
            "All inputs are nudged together, so each nudged slope is the sum of all slopes.",
            "For the slope in the second input, which inputs may move?",
        ),
        Mistake(
            "graph-as-spreadsheet",
            _gap_with(lambda *place: 0.0),
            "The gap is the whole gradient, so no slope was taken away: the result was not computed anew, or up and down are one and the same list, or the slope is missing in the subtraction.",
            "Print the two lists of numbers and the two results of f. Do they differ?",
        ),
        Mistake(
            "backward-again",
            _gap_with(_central, _backward_again),
            "The first gap is right, and the later ones contain the gradient twice, three times, and so on: backward ran once for each input, and leaves add up.",
            "How often does backward have to run for all the slopes of one result?",
        ),
        Mistake(
            "backward-missing",
            _gap_with(_central, _backward_missing),
            "The gaps are the nudged slopes with a minus: the grads of the leaves were 0 when you read them.",
            "Which call fills the grads, and on which node?",
        ),
        Mistake(
            "sign-turned",
            lambda f, point, h: [-gap for gap in _gap_with(_central)(f, point, h)],
            "Each gap has the right size and the wrong sign: you took the gradient away from the slope.",
            "Read the task again: what is taken away from what?",
        ),
        Mistake(
            "h-ignored",
            lambda f, point, h: _gap_with(_central)(f, point, 0.001),
            "Your gaps do not depend on h. With a large h the central difference itself is off, and the gap shows it.",
            "Where does your function use the h that it is given? Is another number written there?",
        ),
        Mistake(
            "package-engine",
            _gap_with(_central, _package_slopes),
            "Your function hands Values of the package to f. It is to judge your own engine, the Value of task 9.",
            "Which Value do you mean: that of your own cell, or mgrad.Value?",
        ),
    ),
)

TASKS = [BY_HAND, LOCAL, STEP, OVERWRITTEN, ORDER, BACKWARD, LATE_BINDING, MERGED, ENGINE, GRADIENT_GAP]
