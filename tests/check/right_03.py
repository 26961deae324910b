"""Right answers to the tasks of lesson 03 in many styles, and wrong ones that nobody foresaw."""

from collections import Counter
from functools import partial

from closure_engine import ClosureValue

import mgrad


class Node:
    def __init__(self, data):
        self.data, self.grad = data, 0.0
        self._backward = lambda: None


# -- local derivatives and one step -----------------------------------------------------------


def local_list(operation, left, right):
    if operation in "+-":
        return [1, 1 if operation == "+" else -1]
    if operation == "*":
        return [right, left]
    if operation == "/":
        return [right**-1, -left * right**-2]
    return [right * left ** (right - 1)]


def local_table(operation, left, right):
    table = {
        "+": (1, 1),
        "-": (1, -1),
        "*": (right, left),
        "/": (1.0 / right, -(left / right) / right),
    }
    return table[operation] if operation in table else (right * pow(left, right - 1),)


def local_nudged(operation, left, right):
    import numpy as np

    def f(x, y):
        return {"+": x + y, "-": x - y, "*": x * y, "/": x / y}.get(operation)

    if operation == "**":
        return (np.float64(right) * np.power(left, right - 1.0),)
    h = 1e-5
    return tuple(
        np.float64(round((high - low) / (2 * h), 9))
        for high, low in (
            (f(left + h, right), f(left - h, right)),
            (f(left, right + h), f(left, right - h)),
        )
    )


def local_from_the_package(operation, left, right):
    nodes = {
        "+": lambda x, y: x + y,
        "-": lambda x, y: x - y,
        "*": lambda x, y: x * y,
        "/": lambda x, y: x / y,
    }
    if operation == "**":
        return (mgrad.Value(left) ** right)._local
    return nodes[operation](mgrad.Value(left), mgrad.Value(right))._local


def step_with_an_index(node):
    for i in range(len(node._prev)):
        node._prev[i].grad = node._prev[i].grad + node.grad * node._local[i]


def step_while(node):
    todo = list(zip(node._local, node._prev))
    while todo:
        local, parent = todo.pop()
        parent.grad += node.grad * local
    return node


# -- closures ---------------------------------------------------------------------------------


def times_written_out(left, right):
    product = Node(left.data * right.data)

    def pass_on():
        g = product.grad
        left.grad = left.grad + g * right.data
        right.grad = right.grad + g * left.data

    product._backward = pass_on
    return product


def times_by_collecting(left, right):
    out = Node(left.data * right.data)

    def _backward():
        for me, other in [(right, left), (left, right)]:
            me.grad += other.data * out.grad

    out._backward = _backward
    return out


def weighted_sum_default(weights, nodes):
    total = Node(sum(w * n.data for w, n in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):

        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad

        steps.append(pass_on)
    total._backward = lambda: [run() for run in steps] and None
    return total


def weighted_sum_partial(weights, nodes):
    total = Node(0.0)

    def pass_on(i):
        nodes[i].grad += weights[i] * total.grad

    steps = [partial(pass_on, i) for i in range(len(nodes))]
    for weight, node in zip(weights, nodes):
        total.data += weight * node.data

    def _backward():
        for run in steps:
            run()

    total._backward = _backward
    return total


def weighted_sum_maker(weights, nodes):
    def make(weight, node):
        def pass_on():
            node.grad += total.grad * weight

        return pass_on

    steps = [make(*pair) for pair in zip(weights, nodes)]
    total = Node(sum(weight * node.data for weight, node in zip(weights, nodes)))
    total._backward = lambda: list(map(lambda run: run(), steps))
    return total


# -- walks ------------------------------------------------------------------------------------


def backward_over_all_paths(root):
    """One call for each path: slow, but right."""

    def visit(node, arriving):
        node.grad += arriving
        for parent, local in zip(node._prev, node._local):
            visit(parent, arriving * local)

    visit(root, 1)


def backward_when_all_have_delivered(root):
    """Kahn's way: a node steps when its last user has stepped."""
    nodes, users = [root], Counter()
    for node in nodes:
        for parent in node._prev:
            users[id(parent)] += 1
            if users[id(parent)] == 1:
                nodes.append(parent)
    root.grad = 1.0
    ready = [root]
    while ready:
        node = ready.pop(0)
        node._backward()
        for parent in node._prev:
            users[id(parent)] -= 1
            if not users[id(parent)]:
                ready.append(parent)


def backward_with_marks(root):
    """Marks on the nodes instead of a set, and the reset that the task does not ask for."""
    order = []

    def visit(node):
        if not hasattr(node, "visited"):
            node.visited = True
            [visit(parent) for parent in node._prev]
            order.insert(0, node)

    visit(root)
    for node in order:
        node.grad = 0
    root.grad = 1
    for node in order:
        step_with_an_index(node)
        del node.visited


def backward_deepest_first(root):
    """By the longest way from the leaves."""
    height = {}

    def measure(node):
        if node not in height:
            height[node] = 1 + max([measure(parent) for parent in node._prev], default=0)
        return height[node]

    measure(root)
    root.grad = 1.0
    for node in sorted(height, key=height.get, reverse=True):
        node._backward()


def parents_first_recursive(root):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for parent in node._prev[::-1]:
            visit(parent)
        order.append(node)

    visit(root)
    return order


def parents_first_by_id(root):
    order, waiting = {}, [root]
    while waiting:
        missing = [parent for parent in waiting[-1]._prev if id(parent) not in order]
        if missing:
            waiting.extend(missing[-1:])
        else:
            node = waiting.pop()
            order[id(node)] = node
    return tuple(order.values())


def parents_first_by_is(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if not any(p is node for node in order)]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order


# -- engines ----------------------------------------------------------------------------------


class FreshClosures(ClosureValue):
    """Closures, and what micrograd leaves out: nodes in between start afresh in each pass."""

    def backward(self):
        topo = parents_first_recursive(self)
        for node in topo:
            node.grad = 0 if node._prev else node.grad
        self.grad = 1
        for node in reversed(topo):
            node._backward()


class OwnSteps(FreshClosures):
    """Every operation has a step of its own, the reflected ones too.

    Its subclasses change one thing.
    """

    forgets = ""  # the operation that stores where it should collect, in its first parent

    def wrap(self, x):
        return x if isinstance(x, ClosureValue) else type(self)(x)

    def made(self, name, op, data, *shares):
        """A node; each share is a parent and how fast the node moves with it."""
        out = type(self)(data, _prev=tuple(parent for parent, _ in shares), _op=op)

        def _backward():
            for i, (parent, slope) in enumerate(shares):
                before = 0 if name == self.forgets and i == 0 else parent.grad
                parent.grad = before + slope * out.grad

        out._backward = _backward
        return out

    def __add__(self, other):
        other = self.wrap(other)
        return self.made("add", "+", self.data + other.data, (self, 1), (other, 1))

    def __sub__(self, other):
        other = self.wrap(other)
        return self.made("sub", "-", self.data - other.data, (self, 1), (other, -1))

    def __mul__(self, other):
        other = self.wrap(other)
        return self.made("mul", "*", self.data * other.data, (self, other.data), (other, self.data))

    def __truediv__(self, other):
        other = self.wrap(other)
        return self.made(
            "truediv",
            "/",
            self.data / other.data,
            (self, 1 / other.data),
            (other, -self.data / other.data**2),
        )

    def __pow__(self, k):
        return self.made("pow", f"**{k}", self.data**k, (self, k * self.data ** (k - 1)))

    def __neg__(self):
        return self.made("neg", "neg", -self.data, (self, -1))

    def __radd__(self, other):
        return self.made("radd", "+", other + self.data, (self, 1))

    def __rsub__(self, other):
        return self.made("rsub", "-", other - self.data, (self, -1))

    def __rmul__(self, other):
        return self.made("rmul", "*", other * self.data, (self, other))

    def __rtruediv__(self, other):
        return self.made("rtruediv", "/", other / self.data, (self, -other / self.data**2))


class StoredValue:
    """Local derivatives stored, every operation with a rule of its own, and a list in place of
    recursion.
    """

    __slots__ = ("data", "grad", "label", "_prev", "_op", "_local")

    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.grad, self.label, self._prev, self._op, self._local = (
            float(data),
            0.0,
            label,
            _prev,
            _op,
            _local,
        )

    @staticmethod
    def wrap(x):
        return x if isinstance(x, StoredValue) else StoredValue(x)

    def join(self, other, data, op, *local):
        return StoredValue(data, "", (self, other), op, local)

    def __add__(self, other):
        other = self.wrap(other)
        return self.join(other, self.data + other.data, "+", 1.0, 1.0)

    def __sub__(self, other):
        other = self.wrap(other)
        return self.join(other, self.data - other.data, "-", 1.0, -1.0)

    def __mul__(self, other):
        other = self.wrap(other)
        return self.join(other, self.data * other.data, "*", other.data, self.data)

    def __truediv__(self, other):
        other = self.wrap(other)
        return self.join(
            other, self.data / other.data, "/", 1 / other.data, -self.data / other.data**2
        )

    def __pow__(self, k):
        return StoredValue(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

    def __neg__(self):
        return StoredValue(-self.data, "", (self,), "-", (-1,))

    def __radd__(self, other):
        return self.wrap(other) + self

    def __rsub__(self, other):
        return self.wrap(other) - self

    def __rmul__(self, other):
        return self.wrap(other) * self

    def __rtruediv__(self, other):
        return self.wrap(other) / self

    def backward(self):
        order = parents_first_by_id(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad


class PathValue(StoredValue):
    """No list at all: one call for each path. It makes its results by way of the other class."""

    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        super().__init__(data, label, _prev, _op, _local)

    def join(self, other, data, op, *local):
        return PathValue(data, "", [self, other], op, local)

    @staticmethod
    def wrap(x):
        return x if isinstance(x, PathValue) else PathValue(x)

    def __pow__(self, k):
        return PathValue(self.data**k, "", [self], "**", [k * self.data ** (k - 1)])

    def __neg__(self):
        return PathValue(-self.data, "", [self], "neg", [-1])

    def backward(self, arriving=1.0):
        self.grad += arriving
        for parent, local in zip(self._prev, self._local):
            parent.backward(arriving * local)


# -- gradient checks --------------------------------------------------------------------------


def gap_in_numpy(f, point, h):
    import numpy as np

    leaves = [ClosureValue(x) for x in point]
    f(*leaves).backward()
    point = np.array(point)
    slopes = []
    for nudge in np.eye(len(point)) * h:
        high = f(*[ClosureValue(x) for x in point + nudge]).data
        low = f(*[ClosureValue(x) for x in point - nudge]).data
        slopes.append((high - low) / (2 * h))
    return np.array([leaf.grad for leaf in leaves]) - np.array(slopes)


def gap_with_plain_numbers(f, point, h):
    leaves = [ClosureValue(x) for x in point]
    f(*leaves).backward()
    gaps = ()
    for i in range(len(point)):
        point[i] += h
        high = f(*point)
        point[i] -= 2 * h
        low = f(*point)
        point[i] += h
        gaps += (leaves[i].grad - (high - low) / 2 / h,)
    return gaps


def gap_in_one_line(f, point, h):
    def moved(i, by):
        return f(*[StoredValue(x + by * (i == j)) for j, x in enumerate(point)]).data

    f(*(leaves := [StoredValue(x) for x in point])).backward()
    return [leaf.grad - (moved(i, h) - moved(i, -h)) / (2 * h) for i, leaf in enumerate(leaves)]


BY_HAND = {"a": -4, "b": 12, "c": -3, "d": 4, "e": 4}

# -- engines without a method, and other wrong forms ---------------------------------------------


def engine_without(*names):
    """The closure engine, in which these methods were never written."""

    def refuse(self, *others):
        return NotImplemented

    return type("Value", (FreshClosures,), dict.fromkeys(names, refuse))


def backward_with_a_lasting_set(root, visited=set()):  # noqa: B006
    """The default is made once, so a second pass from the same root does nothing."""
    order = []

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    root.grad = 1.0
    for node in reversed(order):
        node._backward()


ALL_STEPS = []


def weighted_sum_with_one_list_for_all(weights, nodes):
    total = Node(sum(w * n.data for w, n in zip(weights, nodes)))
    for weight, node in zip(weights, nodes):

        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad

        ALL_STEPS.append(pass_on)
    total._backward = lambda: [run() for run in ALL_STEPS] and None
    return total


def gap_without_small_ones(f, point, h):
    return [gap if abs(gap) >= 0.001 else 0.0 for gap in gap_in_one_line(f, point, h)]


RIGHT = [
    ("03.by-hand", "integers, another order", BY_HAND),
    (
        "03.by-hand",
        "floats, and the root as well",
        {"L": 1.0} | {name: float(x) for name, x in BY_HAND.items()},
    ),
    ("03.local", "lists", local_list),
    ("03.local", "a table", local_table),
    ("03.local", "nudges, in NumPy", local_nudged),
    ("03.local", "read off the package", local_from_the_package),
    ("03.step", "an index", step_with_an_index),
    ("03.step", "a while loop that returns the node", step_while),
    ("03.overwritten", "written out", times_written_out),
    ("03.overwritten", "a loop over both", times_by_collecting),
    ("03.order", "small letters with spaces", "h j f c g e i a b d"),
    ("03.order", "a list", list("HJFCGEIABD")),
    ("03.order", "marked after the parents, which is as good", "HJFCEIGABD"),
    ("03.order", "the list is made after visit", "HFCGEIAJBD"),
    ("03.backward", "over all paths", backward_over_all_paths),
    ("03.backward", "when all have delivered", backward_when_all_have_delivered),
    ("03.backward", "marks on the nodes", backward_with_marks),
    ("03.backward", "by height", backward_deepest_first),
    ("03.late-binding", "default arguments", weighted_sum_default),
    ("03.late-binding", "partial", weighted_sum_partial),
    ("03.late-binding", "a function that makes functions", weighted_sum_maker),
    ("03.merged", "recursion, the right parent first", parents_first_recursive),
    ("03.merged", "a dictionary by id", parents_first_by_id),
    ("03.merged", "is", parents_first_by_is),
    ("03.engine", "closures", FreshClosures),
    ("03.engine", "a step of its own for every operation", OwnSteps),
    ("03.engine", "stored local derivatives, slots", StoredValue),
    ("03.engine", "one call for each path, lists", PathValue),
    ("03.gradient-gap", "NumPy", gap_in_numpy),
    ("03.gradient-gap", "plain numbers, one list nudged and put back", gap_with_plain_numbers),
    ("03.gradient-gap", "in one line", gap_in_one_line),
]


# -- wrong ------------------------------------------------------------------------------------


def local_sum_as_one_number(operation, left, right):
    return 1.0 if operation == "+" else local_list(operation, left, right)


def local_right_for_small_exponents(operation, left, right):
    return (2 * left,) if operation == "**" else local_list(operation, left, right)


def local_without_left_sign(operation, left, right):
    return (right, abs(left)) if operation == "*" else local_list(operation, left, right)


def local_with_positive_quotients(operation, left, right):
    return (
        (1 / right, -abs(left) / right**2)
        if operation == "/"
        else local_list(operation, left, right)
    )


def local_with_positive_divisors(operation, left, right):
    return (
        (1 / abs(right), -left / right**2)
        if operation == "/"
        else local_list(operation, left, right)
    )


def local_bare_power(operation, left, right):
    return right * left ** (right - 1) if operation == "**" else local_list(operation, left, right)


def local_not_at_zero(operation, left, right):
    return (
        (right * left**right / left,) if operation == "**" else local_list(operation, left, right)
    )


def step_without_sign(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * abs(node.grad)


def step_without_negative_gradients(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * max(node.grad, 0)


def step_that_goes_on(node):
    step_with_an_index(node)
    for parent in node._prev:
        step_that_goes_on(parent)


def step_that_collects_in_leaves_only(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad = local * node.grad + (0 if parent._prev else parent.grad)


def step_that_forgets_afterward(node):
    step_with_an_index(node)
    node.grad = 0


def step_of_the_node(node):
    node._backward()


def step_into_a_variable(node):
    for parent, local in zip(node._prev, node._local):
        grad = parent.grad
        grad += local * node.grad


def step_once_per_parent(node):
    for parent in dict.fromkeys(node._prev):
        parent.grad += node._local[node._prev.index(parent)] * node.grad


def step_slightly_off(node):
    step_with_an_index(node)
    for parent in node._prev:
        parent.grad *= 1 + 1e-3


def times_for_a_square_only(left, right):
    return times_written_out(left, left)


def times_with_a_step(step):
    def times(left, right):
        out = Node(left.data * right.data)
        out._backward = lambda: step(left, right, out)
        return out

    return times


def step_for_equal_numbers(left, right, out):
    if left.data == right.data:
        left.grad += 2 * left.data * out.grad
    else:
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad


def step_from_the_result(left, right, out):
    left.grad += out.data / left.data * out.grad
    right.grad += out.data / right.data * out.grad


def times_that_adds_up_itself(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data
        right.grad += left.data

    out._backward = _backward
    return out


def backward_in_three_rounds(root):
    """Enough for a graph with three levels."""
    root.grad = 1.0
    root._backward()
    for node in root._prev:
        node._backward()
        for parent in node._prev:
            parent._backward()


def backward_marking_numbers(root):
    order, seen = [], set()

    def visit(node):
        if node.data not in seen:
            seen.add(node.data)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    root.grad = 1
    for node in reversed(order):
        node._backward()


def backward_of_the_root(root):
    root.backward()


def backward_that_cleans_up(root):
    backward_over_all_paths(root)
    for node in parents_first_recursive(root):
        if node._prev and node is not root:
            node.grad = 0


def backward_that_takes_the_one_back(root):
    backward_over_all_paths(root)
    root.grad = 0


def backward_not_for_leaves(root):
    if root._prev:
        backward_over_all_paths(root)


def backward_without_brackets(root):
    root.grad = 1
    for node in reversed(parents_first_recursive(root)):
        node._backward


def backward_by_distance(root):
    """By the shortest way from the root."""
    distance, nodes = {root: 0}, [root]
    for node in nodes:
        for parent in node._prev:
            if parent not in distance:
                distance[parent] = distance[node] + 1
                nodes.append(parent)
    root.grad = 1.0
    for node in sorted(nodes, key=distance.get, reverse=True):
        node._backward()


def backward_into_leaves_only(root):
    for node in parents_first_recursive(root):
        if not node._prev:
            node.grad = 1.0


def weighted_sum_shared(weights, nodes):
    total = Node(sum(w * n.data for w, n in zip(weights, nodes)))

    def _backward():
        for node in nodes:
            node.grad += sum(weights) / len(weights) * total.grad

    total._backward = _backward
    return total


def weighted_sum_with_a_step(step):
    def weighted_sum(weights, nodes):
        total = Node(sum(w * n.data for w, n in zip(weights, nodes)))
        pairs = zip(weights, nodes)
        total._backward = lambda: step(weights, nodes, total, pairs)
        return total

    return weighted_sum


def step_without_the_sign_of_total(weights, nodes, total, pairs):
    for weight, node in pairs:
        node.grad += weight * abs(total.grad)


def step_by_weight(weights, nodes, total, pairs):
    for weight, node in dict(zip(weights, nodes)).items():
        node.grad += weight * total.grad


def step_once_only(weights, nodes, total, pairs):
    for weight, node in pairs:
        node.grad += weight * total.grad


def step_that_skips_zero(weights, nodes, total, pairs):
    for weight, node in zip(weights, nodes):
        node.grad += (weight or 1) * total.grad


def weighted_sum_without_weights(weights, nodes):
    total = Node(sum(n.data for n in nodes))

    def _backward():
        for weight, node in zip(weights, nodes):
            node.grad += weight * total.grad

    total._backward = _backward
    return total


def parents_first_without_leaves(root):
    return [node for node in parents_first_recursive(root) if node._prev]


def parents_first_as_a_set(root):
    return set(parents_first_recursive(root))


def parents_first_reversed(root):
    return parents_first_recursive(root)[::-1]


def parents_first_rounded(root):
    """Nodes are told apart by number and by number of parents."""
    order = {}
    for node in parents_first_recursive(root):
        order.setdefault((round(node.data, 1), len(node._prev)), node)
    return list(order.values())


def parents_first_all_at_once(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order]
        if missing:
            waiting.extend(missing)
        else:
            order.append(waiting.pop())
    return order


def parents_first_by_repr(root):
    order = {}
    for node in parents_first_recursive(root):
        order.setdefault(repr(node), node)
    return list(order.values())


def parents_first_half_mended(root):
    order, waiting = [], [root]
    while waiting:
        done = [node.data for node in order]
        missing = [p for p in waiting[-1]._prev if p not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order


class CutBySub(OwnSteps):
    def __sub__(self, other):
        return (
            super().__sub__(other)
            if isinstance(other, ClosureValue)
            else CutBySub(self.data - other)
        )


class CutByDiv(OwnSteps):
    def __truediv__(self, other):
        return (
            super().__truediv__(other)
            if isinstance(other, ClosureValue)
            else CutByDiv(self.data / other)
        )


class WrapsIntegersOnly(OwnSteps):
    def wrap(self, x):
        return WrapsIntegersOnly(x) if isinstance(x, int) else x


class WrapsAsIntegers(OwnSteps):
    def wrap(self, x):
        return x if isinstance(x, ClosureValue) else WrapsAsIntegers(int(x))


class PositiveQuotients(OwnSteps):
    def __truediv__(self, other):
        other = self.wrap(other)
        return self.made(
            "truediv",
            "/",
            self.data / other.data,
            (self, 1 / other.data),
            (other, -abs(self.data) / other.data**2),
        )


class ProductFromResult(OwnSteps):
    def __mul__(self, other):
        other = self.wrap(other)
        product = self.data * other.data
        return self.made(
            "mul", "*", product, (self, product / self.data), (other, product / other.data)
        )


class PowerFromResult(OwnSteps):
    def __pow__(self, k):
        return self.made("pow", f"**{k}", self.data**k, (self, k * self.data**k / self.data))


class FlatFirstPower(OwnSteps):
    def __pow__(self, k):
        return self.made(
            "pow", f"**{k}", self.data**k, (self, k * self.data ** (k - 1) if k != 1 else 0)
        )


class ForgetsAfterward(OwnSteps):
    def backward(self):
        super().backward()
        for node in parents_first_recursive(self):
            node.grad = 0 if node._prev else node.grad


class StopsAtFortyLevels(OwnSteps):
    def backward(self):
        order = []

        def visit(node, level):
            if node not in order and level < 40:
                for parent in node._prev:
                    visit(parent, level + 1)
                order.append(node)

        visit(self, 0)
        for node in order:
            node.grad = 0 if node._prev else node.grad
        self.grad = 1
        for node in reversed(order):
            node._backward()


class DifferenceCalledSum(OwnSteps):
    def __sub__(self, other):
        other = self.wrap(other)
        return self.made("sub", "+", self.data - other.data, (self, 1), (other, -1))


class ChangesInPlace(OwnSteps):
    def __iadd__(self, other):
        self.data += self.wrap(other).data
        return self


class NegationWithoutUpstream(OwnSteps):
    def __neg__(self):
        out = NegationWithoutUpstream(-self.data, _prev=(self,), _op="neg")

        def _backward():
            self.grad += -1

        out._backward = _backward
        return out


class EmptySubclass(mgrad.Value):
    pass


class TwoExponents(PathValue):
    """Right while the expression has no power with another exponent than 2 or 3."""

    def __pow__(self, k):
        return PathValue(
            self.data**k, "", [self], "**", [3 * self.data**2 if k == 3 else 2 * self.data]
        )


class NoNumbersOnTheLeft(FreshClosures):
    __rsub__ = __rtruediv__ = None


class EqualNumbers(FreshClosures):
    def __eq__(self, other):
        return self.data == other


class RootStepOnly(FreshClosures):
    def backward(self):
        self.grad = 1
        self._backward()


class NoLabel(FreshClosures):
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        super().__init__(data, "", _prev, _op)


def gap_always_zero(f, point, h):
    return [0.0 for _ in point]


def gap_without_sign(f, point, h):
    return [abs(gap) for gap in gap_in_one_line(f, point, h)]


def gap_with_its_own_h(f, point, h):
    return gap_in_one_line(f, point, 1e-4)


def gap_from_the_package(f, point, h):
    report = mgrad.check_gradients(f, point, h)
    return [engine - numerical for engine, numerical in zip(report.engine, report.numerical)]


def gap_in_values(f, point, h):
    return [ClosureValue(gap) for gap in gap_in_one_line(f, point, h)]


def gap_without_an_engine(f, point, h):
    return [leaf.grad for leaf in map(Value, point)]


def gap_of_the_worst(f, point, h):
    return [max(gap_in_one_line(f, point, h), key=abs)]


def backward_with_lists_for_ever(root, order=[], seen=set()):  # noqa: B006
    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    root.grad = 1.0
    for node in reversed(order):
        node._backward()


def weighted_sum_with_a_zip(weights, nodes):
    pairs = zip(weights, nodes)
    total = Node(sum(weight * node.data for weight, node in pairs))

    def _backward():
        for weight, node in pairs:
            node.grad += weight * total.grad

    total._backward = _backward
    return total


def weighted_sum_with_a_dictionary(weights, nodes):
    total = Node(sum(weight * node.data for weight, node in zip(weights, nodes)))
    weight_of = dict(zip(nodes, weights))

    def _backward():
        for node in weight_of:
            node.grad += weight_of[node] * total.grad

    total._backward = _backward
    return total


class AddsAtTheRoot(OwnSteps):
    def backward(self):
        order, waiting = {}, [self]

        def visit(node):
            if node not in order:
                for parent in node._prev:
                    visit(parent)
                order[node] = True
                node.grad *= not node._prev or node is self

        visit(waiting.pop())
        self.grad += 1.0
        for node in reversed(order):
            node._backward()


WRONG = [
    (
        "03.backward",
        "list and set as defaults",
        backward_with_lists_for_ever,
        "other-graphs-walked-again",
    ),
    ("03.late-binding", "a zip", weighted_sum_with_a_zip, "gradient-read-too-early"),
    (
        "03.late-binding",
        "a dictionary of weights",
        weighted_sum_with_a_dictionary,
        "one-weight-for-a-node",
    ),
    ("03.engine", "1 added at the root", AddsAtTheRoot, "root-added"),
    *[
        ("03.engine", f"without {name}", engine_without(name))
        for name in ("__radd__", "__rmul__", "__rsub__", "__truediv__", "__rtruediv__", "__neg__")
    ],
    ("03.backward", "a set that lasts", backward_with_a_lasting_set),
    ("03.late-binding", "one list for all sums", weighted_sum_with_one_list_for_all),
    ("03.gradient-gap", "small gaps as 0", gap_without_small_ones),
    ("03.by-hand", "texts", {name: str(x) for name, x in BY_HAND.items()}),
    ("03.step", "the package's own", mgrad.Value._backward),
    ("03.by-hand", "one sign", BY_HAND | {"b": -12}),
    ("03.by-hand", "one missing", {"a": -4, "b": 12, "c": -3, "d": 4}),
    ("03.by-hand", "a list", [4, -3, 4, 12, -4]),
    ("03.local", "one number for the sum", local_sum_as_one_number),
    ("03.local", "squares only", local_right_for_small_exponents),
    ("03.step", "each parent once", step_once_per_parent),
    ("03.step", "slightly off", step_slightly_off),
    ("03.overwritten", "squares only", times_for_a_square_only),
    ("03.overwritten", "upstream forgotten", times_that_adds_up_itself),
    ("03.order", "a letter twice", "HJFCGEIABB"),
    ("03.order", "too short", "HJFCGEIAB"),
    ("03.order", "an empty loop", "HJFCEGIABD"),
    ("03.order", "numbers", [8, 10, 6, 3, 7, 5, 9, 1, 2, 4]),
    ("03.backward", "three rounds", backward_in_three_rounds),
    ("03.backward", "by distance", backward_by_distance),
    ("03.backward", "leaves only", backward_into_leaves_only),
    ("03.late-binding", "shared out", weighted_sum_shared),
    ("03.late-binding", "wrong result", weighted_sum_without_weights),
    ("03.merged", "without leaves", parents_first_without_leaves),
    ("03.merged", "a set", parents_first_as_a_set, "set-returned"),
    ("03.merged", "reversed", parents_first_reversed),
    ("03.merged", "rounded", parents_first_rounded),
    ("03.engine", "two exponents only", TwoExponents),
    ("03.engine", "no numbers on the left", NoNumbersOnTheLeft),
    ("03.engine", "__eq__ without __hash__", EqualNumbers),
    ("03.engine", "the root's step only", RootStepOnly),
    ("03.engine", "labels are lost", NoLabel),
    ("03.gradient-gap", "always zero", gap_always_zero),
    ("03.gradient-gap", "without sign", gap_without_sign),
    ("03.gradient-gap", "only the worst", gap_of_the_worst),
    ("03.by-hand", "e and what depends on it", BY_HAND | {"e": 1, "b": 7}),
    ("03.local", "product without a sign", local_without_left_sign),
    ("03.local", "quotient without a sign", local_with_positive_quotients),
    ("03.local", "divisor without a sign", local_with_positive_divisors),
    ("03.local", "a bare number for the power", local_bare_power),
    ("03.local", "not at 0", local_not_at_zero),
    ("03.step", "abs", step_without_sign),
    ("03.step", "max", step_without_negative_gradients),
    ("03.step", "the parents step too", step_that_goes_on),
    ("03.step", "interior parents overwritten", step_that_collects_in_leaves_only),
    ("03.step", "own grad set to 0", step_that_forgets_afterward),
    ("03.step", "the node's own method", step_of_the_node),
    ("03.step", "into a variable", step_into_a_variable),
    ("03.overwritten", "equal numbers", times_with_a_step(step_for_equal_numbers)),
    ("03.overwritten", "from the result", times_with_a_step(step_from_the_result)),
    ("03.backward", "numbers as marks", backward_marking_numbers),
    ("03.backward", "the node's own method", backward_of_the_root),
    ("03.backward", "interior grads erased", backward_that_cleans_up),
    ("03.backward", "the root's grad erased", backward_that_takes_the_one_back),
    ("03.backward", "nothing for a leaf", backward_not_for_leaves),
    ("03.backward", "no brackets", backward_without_brackets),
    ("03.late-binding", "abs", weighted_sum_with_a_step(step_without_the_sign_of_total)),
    ("03.late-binding", "a dictionary by weight", weighted_sum_with_a_step(step_by_weight)),
    ("03.late-binding", "zip used up", weighted_sum_with_a_step(step_once_only)),
    ("03.late-binding", "weight 0", weighted_sum_with_a_step(step_that_skips_zero)),
    ("03.merged", "all missing parents at once", parents_first_all_at_once),
    ("03.merged", "by repr", parents_first_by_repr),
    ("03.merged", "half mended", parents_first_half_mended),
    *[
        ("03.engine", f"= for += in {name}", type("Forgets", (OwnSteps,), {"forgets": name}))
        for name in (
            "add",
            "sub",
            "mul",
            "truediv",
            "pow",
            "neg",
            "radd",
            "rsub",
            "rmul",
            "rtruediv",
        )
    ],
    ("03.engine", "a - 1 cuts the graph", CutBySub),
    ("03.engine", "a / 2 cuts the graph", CutByDiv),
    ("03.engine", "wraps int only", WrapsIntegersOnly),
    ("03.engine", "wraps as int", WrapsAsIntegers),
    ("03.engine", "abs in the quotient", PositiveQuotients),
    ("03.engine", "product slope from the result", ProductFromResult),
    ("03.engine", "power slope from the result", PowerFromResult),
    ("03.engine", "slope 0 for **1", FlatFirstPower),
    ("03.engine", "interior grads never reset", ClosureValue),
    ("03.engine", "interior grads erased afterward", ForgetsAfterward),
    ("03.engine", "the walk stops at level 40", StopsAtFortyLevels),
    ("03.engine", "a - b called +", DifferenceCalledSum),
    ("03.engine", "+= changes the left side", ChangesInPlace),
    ("03.engine", "negation without upstream", NegationWithoutUpstream),
    ("03.engine", "the package's", mgrad.Value),
    ("03.engine", "an empty subclass of the package's", EmptySubclass),
    ("03.gradient-gap", "h ignored", gap_with_its_own_h),
    ("03.gradient-gap", "the package's engine", gap_from_the_package),
    ("03.gradient-gap", "Values", gap_in_values),
    ("03.gradient-gap", "no engine", gap_without_an_engine),
]
