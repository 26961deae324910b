"""Students' answers to the exercises of lesson 03, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot
from mgrad.check import check, progress

class Node:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None

class Value:                        # the student's own engine, as task 9 leaves it
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad

a, b, c = mgrad.Value(3.0, "a"), mgrad.Value(-2.0, "b"), mgrad.Value(4.0, "c")
e = a * b; e.label = "e"
d = e + a; d.label = "d"
L = d * c; L.label = "L"
"""

ANSWERS = [
    # task, kind, idea, code
    (
        "03.by-hand",
        "core",
        "the share of a through e replaces the one through d",
        """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": -8}
""",
    ),
    (
        "03.by-hand",
        "core",
        "only the direct use of a is counted",
        """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": 4}
""",
    ),
    (
        "03.by-hand",
        "core",
        "the upstream gradient is left out: only local derivatives",
        """
gradients = {"d": 4, "c": -3, "e": 1, "b": 3, "a": -1}
""",
    ),
    (
        "03.by-hand",
        "core",
        "the product does not swap",
        """
gradients = {"d": -3, "c": 4, "e": -3, "b": 6, "a": -12}
""",
    ),
    (
        "03.by-hand",
        "single",
        "only the first product swaps",
        """
gradients = {"d": 4, "c": -3, "e": 4, "b": -8, "a": 16}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the minus of b is lost",
        """
gradients = {"d": 4, "c": 9, "e": 4, "b": 12, "a": 12}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the two shares of a are multiplied",
        """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": -32}
""",
    ),
    (
        "03.by-hand",
        "two",
        "the sum gives 1 to its parents, and a keeps only its direct share",
        """
gradients = {"d": 4, "c": -3, "e": 1, "b": 3, "a": 1}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the values instead of the gradients",
        """
gradients = {"d": -3, "c": 4, "e": -6, "b": -2, "a": 3}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the sum shares its gradient out in halves",
        """
gradients = {"d": 4, "c": -3, "e": 2, "b": 6, "a": -2}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the start is the value of L, not 1",
        """
gradients = {"d": -48, "c": 36, "e": -48, "b": -144, "a": 48}
""",
    ),
    (
        "03.by-hand",
        "single",
        "the two shares of a are subtracted",
        """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": 12}
""",
    ),
    (
        "03.by-hand",
        "form",
        "a list, in the order of the task",
        """
gradients = [4, -3, 4, 12, -4]
""",
    ),
    (
        "03.by-hand",
        "form",
        "the numbers as texts",
        """
gradients = {"d": "4", "c": "-3", "e": "4", "b": "12", "a": "-4"}
""",
    ),
    (
        "03.by-hand",
        "form",
        "the nodes themselves are the keys",
        """
gradients = {d: 4, c: -3, e: 4, b: 12, a: -4}
""",
    ),
    (
        "03.by-hand",
        "form",
        "one entry is missing",
        """
gradients = {"c": -3, "e": 4, "b": 12, "a": -4}
""",
    ),
    (
        "03.by-hand",
        "two",
        "d and c exchanged, and only one share of a",
        """
gradients = {"d": -3, "c": 4, "e": -3, "b": -9, "a": 6}
""",
    ),
    (
        "03.by-hand",
        "two",
        "no upstream gradient, and the share through e replaces the other",
        """
gradients = {"d": 4, "c": -3, "e": 1, "b": 3, "a": -2}
""",
    ),
    (
        "03.by-hand",
        "right",
        "made with dict",
        """
gradients = dict(a=-4.0, b=12.0, c=-3.0, d=4.0, e=4.0)
""",
    ),
    (
        "03.by-hand",
        "right",
        "worked out step by step",
        """
d_grad = 4 * 1
c_grad = -3 * 1
e_grad = 1 * d_grad
a_grad = 1 * d_grad + (-2) * e_grad
b_grad = 3 * e_grad
gradients = {"d": d_grad, "c": c_grad, "e": e_grad, "b": b_grad, "a": a_grad}
""",
    ),
    (
        "03.by-hand",
        "right",
        "filled in one by one",
        """
gradients = {}
gradients["d"], gradients["c"] = 4, -3
gradients["e"] = gradients["d"]
gradients["b"] = 12
gradients["a"] = 4 - 8
""",
    ),
    (
        "03.local",
        "core",
        "the product does not swap",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (left, right)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "core",
        "the right one of a difference has no minus",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, 1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "core",
        "the minus of the quotient is missing",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, left / right**2)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "core",
        "the exponent does not come to the front",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "single",
        "the exponent is not lowered",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** right,)
""",
    ),
    (
        "03.local",
        "single",
        "the divisor is not squared",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "single",
        "the slope of the quotient in the divisor forgets the left one",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -1 / right**2)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "single",
        "every power is a square",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (2 * left,)
""",
    ),
    (
        "03.local",
        "single",
        "the values of the results instead of the slopes",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (left + right, left + right)
    elif operation == "-":
        return (left - right, left - right)
    elif operation == "*":
        return (left * right, left * right)
    elif operation == "/":
        return (left / right, left / right)
    elif operation == "**":
        return (left ** right,)
""",
    ),
    (
        "03.local",
        "single",
        "the exponent is lowered without brackets",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** right - 1,)
""",
    ),
    (
        "03.local",
        "single",
        "the quotient has its two slopes exchanged",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (-left / right**2, 1 / right)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "form",
        "the power has a plain number, no tuple",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** (right - 1))
""",
    ),
    (
        "03.local",
        "form",
        "the power has two entries",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** (right - 1), 0)
""",
    ),
    (
        "03.local",
        "form",
        "formulas as texts",
        """
def local_derivatives(operation, left, right):
    return {"+": ("1", "1"), "-": ("1", "-1"), "*": ("right", "left"),
            "/": ("1/right", "-left/right**2"), "**": ("right*left**(right-1)",)}[operation]
""",
    ),
    (
        "03.local",
        "form",
        "only the slope of the left one",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1,)
    if operation == "-":
        return (1,)
    if operation == "*":
        return (right,)
    if operation == "/":
        return (1 / right,)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "two",
        "the product does not swap, and the difference has no minus",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, 1)
    if operation == "*":
        return (left, right)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "**":
        return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "two",
        "the quotient has no minus, the power keeps its exponent",
        """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, left / right**2)
    if operation == "**":
        return (right * left ** right,)
""",
    ),
    (
        "03.local",
        "right",
        "match by cases",
        """
def local_derivatives(operation, left, right):
    match operation:
        case "+":
            return 1.0, 1.0
        case "-":
            return 1.0, -1.0
        case "*":
            return right, left
        case "/":
            return right ** -1, -left * right ** -2
        case "**":
            return (right * left ** (right - 1),)
""",
    ),
    (
        "03.local",
        "right",
        "a dictionary of functions",
        """
def local_derivatives(operation, left, right):
    rules = {
        "+": lambda l, r: (1, 1),
        "-": lambda l, r: (1, -1),
        "*": lambda l, r: (r, l),
        "/": lambda l, r: (1 / r, -l / (r * r)),
        "**": lambda l, r: (r * l ** (r - 1),),
    }
    return rules[operation](left, right)
""",
    ),
    (
        "03.local",
        "right",
        "the quotient as a product with a power",
        """
def local_derivatives(operation, x, y):
    if operation in "+-":
        return (1, 1 if operation == "+" else -1)
    if operation == "**":
        return tuple([y * x ** (y - 1)])
    if operation == "*":
        return tuple([y, x])
    inverse = 1 / y
    return (inverse, x * -1 * inverse * inverse)
""",
    ),
    (
        "03.step",
        "core",
        "the gradient of the parent is replaced",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad = local * node.grad
""",
    ),
    (
        "03.step",
        "core",
        "the upstream gradient is not used",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local
""",
    ),
    (
        "03.step",
        "core",
        "the local derivative is not used",
        """
def step(node):
    for parent in node._prev:
        parent.grad += node.grad
""",
    ),
    (
        "03.step",
        "core",
        "the number of the node instead of its gradient",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.data
""",
    ),
    (
        "03.step",
        "single",
        "the number of the parent instead of the local derivative",
        """
def step(node):
    for parent in node._prev:
        parent.grad += parent.data * node.grad
""",
    ),
    (
        "03.step",
        "single",
        "the local derivatives go to the wrong parents",
        """
def step(node):
    for parent, local in zip(node._prev, reversed(node._local)):
        parent.grad += local * node.grad
""",
    ),
    (
        "03.step",
        "single",
        "return in the loop: only the first parent",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        return
""",
    ),
    (
        "03.step",
        "single",
        "the node's own gradient is used up",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        node.grad = 0.0
""",
    ),
    (
        "03.step",
        "single",
        "a parent that has something already is left out",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        if parent.grad == 0:
            parent.grad += local * node.grad
""",
    ),
    (
        "03.step",
        "single",
        "the gradient of the node is set to 1 first",
        """
def step(node):
    node.grad = 1.0
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
""",
    ),
    (
        "03.step",
        "single",
        "always two parents",
        """
def step(node):
    left, right = node._prev
    left.grad += node._local[0] * node.grad
    right.grad += node._local[1] * node.grad
""",
    ),
    (
        "03.step",
        "single",
        "the whole graph is walked, not one node",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad
        step(parent)
""",
    ),
    (
        "03.step",
        "single",
        "a parent that is used twice is visited once",
        """
def step(node):
    for parent, local in dict(zip(node._prev, node._local)).items():
        parent.grad += local * node.grad
""",
    ),
    (
        "03.step",
        "form",
        "the new gradients are returned and not stored",
        """
def step(node):
    return [p.grad + l * node.grad for p, l in zip(node._prev, node._local)]
""",
    ),
    (
        "03.step",
        "form",
        "only a local name is changed",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        grad = parent.grad
        grad += local * node.grad
""",
    ),
    (
        "03.step",
        "form",
        "the shares are printed",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        print(parent.grad + local * node.grad)
""",
    ),
    (
        "03.step",
        "form",
        "stored under a misspelt name",
        """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.gard = parent.grad + local * node.grad
""",
    ),
    (
        "03.step",
        "two",
        "replaced, and the local derivatives to the wrong parents",
        """
def step(node):
    for parent, local in zip(node._prev, node._local[::-1]):
        parent.grad = local * node.grad
""",
    ),
    (
        "03.step",
        "two",
        "only the first parent, and no upstream gradient",
        """
def step(node):
    for i in range(len(node._prev)):
        node._prev[i].grad += node._local[i]
        break
""",
    ),
    (
        "03.step",
        "right",
        "by index",
        """
def step(node):
    for i in range(len(node._prev)):
        node._prev[i].grad = node._prev[i].grad + node._local[i] * node.grad
""",
    ),
    (
        "03.step",
        "right",
        "with a test for a leaf and an upstream name",
        """
def step(node):
    if not node._prev:
        return
    upstream = node.grad
    for k, parent in enumerate(node._prev):
        parent.grad += upstream * node._local[k]
""",
    ),
    (
        "03.step",
        "right",
        "shares first, then handed out",
        """
def step(node):
    shares = [local * node.grad for local in node._local]
    for parent, share in zip(node._prev, shares):
        parent.grad += share
""",
    ),
    (
        "03.step",
        "hostile",
        "the parents stand in line again and again, which never ends",
        """
def step(node):
    parents = list(node._prev)
    while parents:
        parents.append(parents.pop(0))
""",
    ),
    (
        "03.overwritten",
        "core",
        "only the second line adds",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "core",
        "only the first line adds",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad = left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "core",
        "only the same node is treated apart",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        if left is right:
            left.grad = 2 * left.data * out.grad
        else:
            left.grad = right.data * out.grad
            right.grad = left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "core",
        "both parents are set to 0 before they add",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = 0.0
        right.grad = 0.0
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "the product does not swap",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += left.data * out.grad
        right.grad += right.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "the upstream gradient is dropped",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data
        right.grad += left.data

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "everything is doubled",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = 2 * right.data * out.grad
        right.grad = 2 * left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "the sign =+ instead of +=",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad =+ right.data * out.grad
        right.grad =+ left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "the shares are added to the result's gradient",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        out.grad += right.data * left.grad
        out.grad += left.data * right.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "single",
        "a copy is made when both are the same node",
        """
def times(left, right):
    if left is right:
        right = Node(left.data)
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "form",
        "the step is run at once and its None is stored",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward()
    return out
""",
    ),
    (
        "03.overwritten",
        "form",
        "the result is not returned",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
""",
    ),
    (
        "03.overwritten",
        "form",
        "the step is returned instead of the node",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
    return _backward
""",
    ),
    (
        "03.overwritten",
        "two",
        "only the second line adds, and the upstream gradient is gone",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = right.data
        right.grad += left.data

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "two",
        "it adds, but does not swap and stores no step",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += left.data * out.grad
        right.grad += right.data * out.grad
    return out
""",
    ),
    (
        "03.overwritten",
        "right",
        "the long form with plus",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = left.grad + right.data * out.grad
        right.grad = right.grad + left.data * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "right",
        "a loop over the pairs",
        """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        for node, local in ((left, right.data), (right, left.data)):
            node.grad += local * out.grad

    out._backward = _backward
    return out
""",
    ),
    (
        "03.overwritten",
        "right",
        "the local derivatives kept from the forward pass, shares in one go",
        """
def times(left, right):
    out = Node(left.data * right.data)
    d_left, d_right = right.data, left.data

    def give():
        g = out.grad
        share_left, share_right = d_left * g, d_right * g
        left.grad += share_left
        right.grad += share_right

    out._backward = give
    return out
""",
    ),
    (
        "03.order",
        "core",
        "a node enters before its parents",
        """
line_order = "HJFCGAEIBD"
""",
    ),
    (
        "03.order",
        "core",
        "the list is returned before the visit",
        """
line_order = "HJFCGEIADB"
""",
    ),
    (
        "03.order",
        "core",
        "the visit is asked for before visit is made",
        """
line_order = "HJBFCGEIAD"
""",
    ),
    (
        "03.order",
        "core",
        "the node is marked before it is asked",
        """
line_order = "HJFGCEIABD"
""",
    ),
    (
        "03.order",
        "single",
        "entered first, then marked",
        """
line_order = "HJFCAGEIBD"
""",
    ),
    (
        "03.order",
        "single",
        "lists made after the visit",
        """
line_order = "HFCGEIABJD"
""",
    ),
    (
        "03.order",
        "single",
        "the loop stands last and the call outside of it",
        """
line_order = "HJFCIGAEBD"
""",
    ),
    (
        "03.order",
        "single",
        "the list is made before the function",
        """
line_order = "JHFCGEIABD"
""",
    ),
    (
        "03.order",
        "single",
        "the inner function comes first",
        """
line_order = "FHJCGEIABD"
""",
    ),
    (
        "03.order",
        "single",
        "the append is in the loop, before the visit of the parent",
        """
line_order = "HJFCGEAIBD"
""",
    ),
    (
        "03.order",
        "single",
        "marked in the loop",
        """
line_order = "HJFCEGIABD"
""",
    ),
    (
        "03.order",
        "form",
        "a list",
        """
line_order = list("HJFCGEIABD")
""",
    ),
    (
        "03.order",
        "form",
        "a letter is missing",
        """
line_order = "HJFCEIABD"
""",
    ),
    (
        "03.order",
        "form",
        "with the numbers of the lines",
        """
line_order = "1H 2J 3F 4C 5G 6E 7I 8A 9B 10D"
""",
    ),
    (
        "03.order",
        "two",
        "parents after the node, and the return too early",
        """
line_order = "HJFCGAEIDB"
""",
    ),
    (
        "03.order",
        "two",
        "the lists come last, and the node enters first",
        """
line_order = "HFCAGEIBDJ"
""",
    ),
    (
        "03.order",
        "right",
        "as in the lesson",
        """
line_order = "HJFCGEIABD"
""",
    ),
    (
        "03.order",
        "right",
        "marked after its parents have been visited, which is as good without circles",
        """
line_order = "HJFCEIAGBD"
""",
    ),
    (
        "03.order",
        "right",
        "the lists are made after the inner function, before the call",
        """
line_order = "HFCGEIAJBD"
""",
    ),
    (
        "03.backward",
        "core",
        "nobody starts",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    for node in reversed(topological_order(root)):
        node._backward()
""",
    ),
    (
        "03.backward",
        "core",
        "the order is not reversed",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in topological_order(root):
        node._backward()
""",
    ),
    (
        "03.backward",
        "core",
        "a walk that steps once for each path",
        """
def backward(root):
    root.grad = 1.0
    def go(node):
        node._backward()
        for parent in node._prev:
            go(parent)
    go(root)
""",
    ),
    (
        "03.backward",
        "core",
        "each node once, but as soon as it is met",
        """
def backward(root):
    root.grad = 1.0
    waiting, seen = [root], {root}
    while waiting:
        node = waiting.pop(0)
        node._backward()
        for parent in node._prev:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
""",
    ),
    (
        "03.backward",
        "single",
        "depth first, each node once",
        """
def backward(root):
    root.grad = 1.0
    seen = set()
    def go(node):
        if node in seen:
            return
        seen.add(node)
        node._backward()
        for parent in node._prev:
            go(parent)
    go(root)
""",
    ),
    (
        "03.backward",
        "single",
        "the brackets of the call are missing",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node._backward
""",
    ),
    (
        "03.backward",
        "single",
        "the root is left out",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)[:-1]):
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "only the root and its parents step",
        """
def backward(root):
    root.grad = 1.0
    root._backward()
    for parent in root._prev:
        parent._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "the start is the number of the root",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = root.data
    for node in reversed(topological_order(root)):
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "each node is set to 0 before its own step, the root too",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node.grad = 0.0 if node is not root else 1.0
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "told apart by their numbers",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node.data not in visited:
            visited.add(node.data)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "the set of visited nodes stays over the calls",
        """
visited = set()

def topological_order(root, order):
    if root not in visited:
        visited.add(root)
        for parent in root._prev:
            topological_order(parent, order)
        order.append(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root, [])):
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "the list as a default argument stays over the calls",
        """
def topological_order(node, order=[]):
    for parent in node._prev:
        if parent not in order:
            topological_order(parent, order)
    order.append(node)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node._backward()
""",
    ),
    (
        "03.backward",
        "single",
        "a node enters the list before its parents, then reversed",
        """
def backward(root):
    order, visited = [], set()
    def visit(node):
        if node not in visited:
            visited.add(node)
            order.append(node)
            for parent in node._prev:
                visit(parent)
    visit(root)
    root.grad = 1.0
    for node in reversed(order):
        node._backward()
""",
    ),
    (
        "03.backward",
        "form",
        "the order is returned, nobody steps",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    return list(reversed(topological_order(root)))
""",
    ),
    (
        "03.backward",
        "form",
        "a generator, because of yield",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        yield node._backward()
""",
    ),
    (
        "03.backward",
        "form",
        "a method with self, that uses root",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(self):
    root.grad = 1.0
    for node in reversed(topological_order(root)):
        node._backward()
""",
    ),
    (
        "03.backward",
        "two",
        "no start, and not reversed",
        """
def topological_order(root):
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)

    visit(root)
    return order

def backward(root):
    for node in topological_order(root):
        node._backward()
""",
    ),
    (
        "03.backward",
        "two",
        "once for each path, and the start is the number of the root",
        """
def backward(root):
    root.grad = root.data
    def go(node):
        node._backward()
        for parent in node._prev:
            go(parent)
    go(root)
""",
    ),
    (
        "03.backward",
        "right",
        "all in one function, the list read backward by slice",
        """
def backward(root):
    done = []
    def visit(node):
        if any(node is other for other in done):
            return
        for parent in node._prev:
            visit(parent)
        done.append(node)
    visit(root)
    root.grad = 1
    for node in done[::-1]:
        node._backward()
""",
    ),
    (
        "03.backward",
        "right",
        "by counting how many children have still to deliver",
        """
def backward(root):
    waiting_for, stack, seen = {}, [root], {id(root)}
    while stack:
        node = stack.pop()
        for parent in node._prev:
            waiting_for[id(parent)] = waiting_for.get(id(parent), 0) + 1
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append(parent)
    root.grad = 1.0
    ready = [root]
    while ready:
        node = ready.pop()
        node._backward()
        for parent in node._prev:
            waiting_for[id(parent)] -= 1
            if waiting_for[id(parent)] == 0:
                ready.append(parent)
""",
    ),
    (
        "03.backward",
        "right",
        "without recursion, pop from the end of the list",
        """
def backward(root):
    order, visited, stack = [], set(), [(root, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            order.append(node)
        elif node not in visited:
            visited.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._prev)
    root.grad = 1.0
    while order:
        order.pop()._backward()
""",
    ),
    (
        "03.backward",
        "hostile",
        "backward calls itself on the root without end",
        """
def backward(root):
    root.grad = 1.0
    root._backward()
    backward(root)
""",
    ),
    (
        "03.backward",
        "hostile",
        "an exit in the walk",
        """
import sys

def backward(root):
    root.grad = 1.0
    if not root._prev:
        return
    sys.exit("done")
""",
    ),
    (
        "03.late-binding",
        "core",
        "only the weight is kept",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "core",
        "only the node is kept",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "core",
        "the gradient is replaced",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad = weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "core",
        "each step is run while the sum is made",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        pass_on()

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "the upstream gradient is kept as it was at the start",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node, grad=total.grad):
            node.grad += weight * grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "the upstream gradient is dropped",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "weight and number are exchanged: the slope in the weight",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += node.data * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "copies in local names inside the function, made too late",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on():
            w, n = weight, node
            n.grad += w * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "only two inputs",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))

    def _backward():
        nodes[0].grad += weights[0] * total.grad
        nodes[1].grad += weights[1] * total.grad

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "the zip is made once and is empty at the second step",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    pairs = zip(weights, nodes)

    def _backward():
        for weight, node in pairs:
            node.grad += weight * total.grad

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "a list of steps shared by all sums",
        """
steps = []

def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "single",
        "the last step only, return in the loop",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            return run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "form",
        "the step is called and its None is stored",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward()
    return total
""",
    ),
    (
        "03.late-binding",
        "form",
        "the plain number comes back",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total.data
""",
    ),
    (
        "03.late-binding",
        "form",
        "the list of steps is the step",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node):
            node.grad += weight * total.grad
        steps.append(pass_on)
    total._backward = steps
    return total
""",
    ),
    (
        "03.late-binding",
        "two",
        "only the node is kept, and the gradient is replaced",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(node=node):
            node.grad = weight * total.grad
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "two",
        "the upstream gradient is dropped, and only the weight is kept",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight):
            node.grad += weight
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "right",
        "no list of functions",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))

    def _backward():
        for weight, node in zip(weights, nodes):
            node.grad += weight * total.grad

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "right",
        "a maker of steps",
        """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []

    def make_step(w, n):
        def pass_on():
            n.grad += w * total.grad
        return pass_on

    for weight, node in zip(weights, nodes):
        steps.append(make_step(weight, node))

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
""",
    ),
    (
        "03.late-binding",
        "right",
        "partial, with the step as a function of its own",
        """
from functools import partial

def pass_on(node, weight, total):
    node.grad += weight * total.grad

def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = [partial(pass_on, n, w, total) for w, n in zip(weights, nodes)]
    total._backward = lambda: [s() for s in steps] and None
    return total
""",
    ),
    (
        "03.merged",
        "core",
        "the numbers are put into a set, which changes nothing",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = {node.data for node in order}
        missing = [p for p in waiting[-1]._prev if p.data not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "core",
        "told apart by their labels",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = [node.label for node in order]
        missing = [p for p in waiting[-1]._prev if p.label not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "core",
        "number and operation together are compared",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = [(node.data, node._op) for node in order]
        missing = [p for p in waiting[-1]._prev if (p.data, p._op) not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "core",
        "the node comes before its parents",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node not in order:
            order.append(node)
            waiting.extend(node._prev)
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "numbers are compared by identity",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = [id(node.data) for node in order]
        missing = [p for p in waiting[-1]._prev if id(p.data) not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "the nodes that still wait count as done",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order and not any(p.data == q.data for q in waiting)]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "breadth first, read backward",
        """
def parents_first(root):
    order = [root]
    for node in order:
        for parent in node._prev:
            if parent not in order:
                order.append(parent)
    return order[::-1]
""",
    ),
    (
        "03.merged",
        "single",
        "only the first parent is looked at",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev[:1] if p not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "products are told apart, but leaves of equal value are one",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if not any(p is q or (not p._prev and not q._prev and p.data == q.data) for q in order)]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "a node is listed once for each use",
        """
def parents_first(root):
    order = []
    def visit(node):
        for parent in node._prev:
            visit(parent)
        order.append(node)
    visit(root)
    return order
""",
    ),
    (
        "03.merged",
        "single",
        "every leaf is told apart, but products of equal value are one",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if not any(p is q or (p._prev and q._prev and p.data == q.data) for q in order)]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "form",
        "the labels instead of the nodes",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return [node.label for node in order]
""",
    ),
    (
        "03.merged",
        "form",
        "a set instead of a list",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return set(order)
""",
    ),
    (
        "03.merged",
        "form",
        "the list from the root to the leaves",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order[::-1]
""",
    ),
    (
        "03.merged",
        "two",
        "label and number compared, from the root to the leaves",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = [(node.label, node.data) for node in order]
        missing = [p for p in waiting[-1]._prev if (p.label, p.data) not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order[::-1]
""",
    ),
    (
        "03.merged",
        "two",
        "still compared by number, and the root left out",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p.data not in [q.data for q in order]]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order[:-1]
""",
    ),
    (
        "03.merged",
        "right",
        "the nodes are compared with the list",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "right",
        "by id in a set",
        """
def parents_first(root):
    order, waiting, done = [], [root], set()
    while waiting:
        missing = [p for p in waiting[-1]._prev if id(p) not in done]
        if missing:
            waiting.append(missing[0])
        else:
            node = waiting.pop()
            done.add(id(node))
            order.append(node)
    return order
""",
    ),
    (
        "03.merged",
        "right",
        "with is and any, the last missing one first",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if not any(p is q for q in order)]
        if missing:
            waiting.append(missing[-1])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.merged",
        "hostile",
        "the newest node stays on top for ever",
        """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if p.data not in order]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
""",
    ),
    (
        "03.engine",
        "core",
        "interior nodes do not start afresh",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "core",
        "gradients are replaced, not added",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "core",
        "leaves start afresh too",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "core",
        "the reflected minus takes self first",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return self - other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "single",
        "the reflected division is self divided by the number",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return self / other

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "the product does not swap its local derivatives",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (self.data, other.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "the exponent does not come to the front",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "the product is recorded as a plus",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "+")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "single",
        "the steps run from the leaves to the root",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order:
            node._backward()
""",
    ),
    (
        "03.engine",
        "single",
        "nobody starts",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "minus has no gradient: a new leaf with the difference",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data - other.data, "", (self, other), "-")

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "the slope of the quotient in the divisor has no minus",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data / other.data, "", (self, other), "/",
                     (1 / other.data, self.data / other.data**2))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "nodes with equal numbers are equal",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __eq__(self, other):
        return isinstance(other, Value) and self.data == other.data

    def __hash__(self):
        return hash(self.data)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "single",
        "the division by a plain number is missing",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * Value(other.data ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "form",
        "backward gives the gradients back in a dictionary and stores nothing",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        grads = {node: 0.0 for node in order}
        grads[self] = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                grads[parent] += local * grads[node]
        return grads
""",
    ),
    (
        "03.engine",
        "form",
        "grad is None at first",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = None
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "form",
        "the power gives a plain number",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return self.data**k

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "form",
        "the parameters stand in another order",
        """
class Value:
    def __init__(self, data, _prev=(), _op="", label="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+", "", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*", "", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), f"**{k}", "", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "two",
        "the reflected minus is swapped, and leaves start afresh too",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self - other

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "two",
        "the power keeps its exponent, and the sum does not wrap",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** k * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "right",
        "closures, and minus and division from what is there",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self * (other ** -1)
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "right",
        "every operation with its own local derivatives, lists for parents, no recursion",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = list(_prev)
        self._op = _op
        self._local = list(_local)

    @classmethod
    def _of(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __add__(self, o):
        o = self._of(o)
        return Value(self.data + o.data, "", [self, o], "+", [1, 1])

    def __sub__(self, o):
        o = self._of(o)
        return Value(self.data - o.data, "", [self, o], "-", [1, -1])

    def __mul__(self, o):
        o = self._of(o)
        return Value(self.data * o.data, "", [self, o], "*", [o.data, self.data])

    def __truediv__(self, o):
        o = self._of(o)
        return Value(self.data / o.data, "", [self, o], "/",
                     [1 / o.data, -self.data / o.data**2])

    def __pow__(self, k):
        return Value(self.data**k, "", [self], "**", [k * self.data ** (k - 1)])

    def __neg__(self):
        return Value(-self.data, "", [self], "neg", [-1])

    def __radd__(self, o): return self._of(o) + self
    def __rsub__(self, o): return self._of(o) - self
    def __rmul__(self, o): return self._of(o) * self
    def __rtruediv__(self, o): return self._of(o) / self

    def backward(self):
        order, done, waiting = [], set(), [self]
        while waiting:
            missing = [p for p in waiting[-1]._prev if id(p) not in done]
            if missing:
                waiting.append(missing[0])
                continue
            node = waiting.pop()
            if id(node) not in done:
                done.add(id(node))
                order.append(node)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
""",
    ),
    (
        "03.engine",
        "right",
        "the methods attached to the class one by one",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), f"**{k}", (k * self.data ** (k - 1),))

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def backward(self):
        order, visited = [], set()

        def visit(node):
            if node not in visited:
                visited.add(node)
                for parent in node._prev:
                    visit(parent)
                order.append(node)

        visit(self)
        for node in order:
            if node._prev:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node._backward()

def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local * node.grad

Value._backward = step
Value.__neg__ = lambda self: -1 * self
Value.__sub__ = lambda self, other: self + -1 * other
""",
    ),
    (
        "03.engine",
        "hostile",
        "the division falls back on itself without end",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self._local = _local
        self.grad = 0
        self._backward = lambda: None

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data ** k, "", (self,), "**")
        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, other): return self + other * -1
    def __rsub__(self, other): return (self * -1) + other
    def __truediv__(self, other): return self / other
    def __rtruediv__(self, other): return self ** -1 * other

    def backward(self):
        order = []
        visited = set()
        def visit(node):
            if node in visited:
                return
            visited.add(node)
            for p in node._prev:
                visit(p)
            order.append(node)
        visit(self)
        for node in order:
            if len(node._prev) > 0:
                node.grad = 0
        self.grad = 1
        for node in order[::-1]:
            node._backward()
""",
    ),
    (
        "03.engine",
        "hostile",
        "the package's class under the student's name",
        """
class Value(mgrad.Value):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return mgrad.Value(*args, **kwargs)
""",
    ),
    (
        "03.gradient-gap",
        "core",
        "slope minus gradient",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append((ahead - behind) / (2 * h) - values[i].grad)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "core",
        "the central rise over one nudge",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / h)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "core",
        "the distance without its sign",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(abs(values[i].grad - (ahead - behind) / (2 * h)))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "core",
        "a forward difference",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / h)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "the nudges stay in the list",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    up, down = list(point), list(point)
    for i in range(len(point)):
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "the list of the caller is nudged",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        point[i] += h
        ahead = f(*[Value(x) for x in point]).data
        point[i] -= 2 * h
        behind = f(*[Value(x) for x in point]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "the data of a leaf is nudged in place, which the result does not notice",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    result = f(*values)
    result.backward()
    gaps = []
    for v in values:
        v.data += h
        ahead = result.data
        v.data -= 2 * h
        behind = result.data
        v.data += h
        gaps.append(v.grad - (ahead - behind) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "backward is not called",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values)
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "no brackets round 2 times h",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / 2 * h)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "return in the loop",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
        return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "the gradients without the slopes",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "small gaps are set to 0",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return [0.0 if abs(g) < 0.001 else g for g in gaps]
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "the engine of the package is judged, with its own gradients",
        """
def gradient_gap(f, point, h):
    values = [mgrad.Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up = [mgrad.Value(x + h if j == i else x) for j, x in enumerate(point)]
        down = [mgrad.Value(x - h if j == i else x) for j, x in enumerate(point)]
        gaps.append(values[i].grad - (f(*up).data - f(*down).data) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "single",
        "both slopes come from backward, at the two nudged places",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up = [Value(x + h if j == i else x) for j, x in enumerate(point)]
        down = [Value(x - h if j == i else x) for j, x in enumerate(point)]
        f(*up).backward()
        f(*down).backward()
        gaps.append(values[i].grad - (up[i].grad + down[i].grad) / 2)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "form",
        "the largest gap only",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return max(gaps, key=abs)
""",
    ),
    (
        "03.gradient-gap",
        "form",
        "whether it is right, as a truth value",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (ahead - behind) / (2 * h))
    return all(abs(g) < 1e-4 for g in gaps)
""",
    ),
    (
        "03.gradient-gap",
        "form",
        "the gaps are Values",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(values[i].grad - (Value(ahead) - behind) / (2 * h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "form",
        "printed",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        print(values[i].grad - (ahead - behind) / (2 * h))
""",
    ),
    (
        "03.gradient-gap",
        "two",
        "slope minus gradient, over one nudge",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append((ahead - behind) / h - values[i].grad)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "two",
        "a forward difference, without a sign",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        ahead = f(*[Value(x) for x in up]).data
        behind = f(*[Value(x) for x in down]).data
        gaps.append(abs(values[i].grad - (ahead - behind) / h))
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "right",
        "an inner function of plain numbers",
        """
def gradient_gap(f, point, h):
    def number(xs):
        return f(*map(Value, xs)).data

    leaves = list(map(Value, point))
    f(*leaves).backward()
    slopes = []
    for i, x in enumerate(point):
        before, after = point[:i], point[i + 1:]
        slopes.append((number([*before, x + h, *after]) - number([*before, x - h, *after])) / (2 * h))
    return [leaf.grad - slope for leaf, slope in zip(leaves, slopes)]
""",
    ),
    (
        "03.gradient-gap",
        "right",
        "one comprehension",
        """
def gradient_gap(f, point, h):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    at = lambda i, d: f(*[Value(x + d * (i == j)) for j, x in enumerate(point)]).data
    return [leaf.grad - (at(i, h) - at(i, -h)) / (2 * h) for i, leaf in enumerate(leaves)]
""",
    ),
    (
        "03.gradient-gap",
        "right",
        "gradients first, then the slopes are taken off",
        """
def gradient_gap(f, point, h):
    inputs = []
    for x in point:
        inputs.append(Value(x))
    out = f(*inputs)
    out.backward()
    gaps = [v.grad for v in inputs]
    for k in range(len(point)):
        copy = point[:]
        copy[k] = point[k] + h
        right_side = f(*[Value(x) for x in copy])
        copy[k] = point[k] - h
        left_side = f(*[Value(x) for x in copy])
        gaps[k] -= (right_side.data - left_side.data) / (2 * h)
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "hostile",
        "the caller's list is emptied",
        """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    while point:
        gaps.append(values[len(gaps)].grad)
        point.pop()
    return gaps
""",
    ),
    (
        "03.gradient-gap",
        "hostile",
        "a million gaps",
        """
def gradient_gap(f, point, h):
    return [0.0] * 1_000_000
""",
    ),
]

# -- more slips, each with an idea that had no name ---------------------------------------

LOCAL = """
def local_derivatives(operation, left, right):
    if operation == "+":
        return ADD
    if operation == "-":
        return SUB
    if operation == "*":
        return MUL
    if operation == "/":
        return DIV
    return POW
"""
LOCAL_RULES = {"ADD": "(1.0, 1.0)", "SUB": "(1.0, -1.0)", "MUL": "(right, left)",
     "DIV": "(1 / right, -left / right**2)", "POW": "(right * left ** (right - 1),)"}
def local_with(**changes):
    text = LOCAL
    for name, rule in (LOCAL_RULES | changes).items():
        text = text.replace(name, rule)
    return text

ANSWERS += [
    ("03.local", "right", "lists", local_with(ADD="[1, 1]", MUL="[right, left]", POW="[right * left ** (right - 1)]")),
    ("03.local", "right", "a dictionary of lambdas", """
def local_derivatives(operation, left, right):
    rules = {"+": lambda a, b: (1, 1), "-": lambda a, b: (1, -1), "*": lambda a, b: (b, a),
             "/": lambda a, b: (b ** -1, -a * b ** -2), "**": lambda a, b: (b * a ** (b - 1),)}
    return rules[operation](left, right)
"""),
    ("03.local", "right", "nudges", """
def local_derivatives(operation, left, right):
    f = lambda l, r: eval("l " + operation + " r")
    h = 1e-6
    a = (f(left + h, right) - f(left - h, right)) / (2 * h)
    b = (f(left, right + h) - f(left, right - h)) / (2 * h)
    return (a,) if operation == "**" else (a, b)
"""),
    ("03.local", "single", "product not exchanged", local_with(MUL="(left, right)")),
    ("03.local", "single", "product: the product twice", local_with(MUL="(left * right, left * right)")),
    ("03.local", "single", "divisor: minus forgotten", local_with(DIV="(1 / right, left / right**2)")),
    ("03.local", "single", "quotient: the other number over", local_with(DIV="(1 / right, 1 / left)")),
    ("03.local", "single", "quotient: right and left as a product, minus", local_with(DIV="(1 / right, -left)")),
    ("03.local", "single", "quotient left: right", local_with(DIV="(right, -left / right**2)")),
    ("03.local", "single", "quotient: over the square of the left", local_with(DIV="(1 / right, -right / left**2)")),
    ("03.local", "single", "quotient: 1 over right squared for the left", local_with(DIV="(1 / right**2, -left / right**2)")),
    ("03.local", "single", "quotient: 1 and -1 as for differences", local_with(DIV="(1, -1)")),
    ("03.local", "single", "quotient rule numerator: (right, -left) over right squared, ok for left", local_with(DIV="(left / right, -left / right**2)")),
    ("03.local", "single", "difference: (1, 1)", local_with(SUB="(1, 1)")),
    ("03.local", "single", "difference: (-1, -1)", local_with(SUB="(-1, -1)")),
    ("03.local", "single", "difference: (0, 0)", local_with(SUB="(0, 0)")),
    ("03.local", "single", "power: exponent not lowered", local_with(POW="(right * left ** right,)")),
    ("03.local", "single", "power: base and exponent exchanged", local_with(POW="(left * right ** (left - 1),)")),
    ("03.local", "single", "power: product of both", local_with(POW="(right * left,)")),
    ("03.local", "single", "power: k - 1 in front", local_with(POW="((right - 1) * left ** (right - 1),)")),
    ("03.local", "single", "power: exponent raised", local_with(POW="(right * left ** (right + 1),)")),
    ("03.local", "single", "power: integrates", local_with(POW="(left ** (right + 1) / (right + 1),)")),
    ("03.local", "single", "power: precedence: right * left ** right - 1", local_with(POW="(right * left ** right - 1,)")),
    ("03.local", "single", "power: multiplied instead of raised", local_with(POW="(right * left * (right - 1),)")),
    ("03.local", "single", "power: the derivative of the exponential too", local_with(POW="(right * left ** (right - 1), left ** right * __import__('math').log(abs(left) + 1e-9))")),
    ("03.local", "form", "texts", local_with(ADD="('1', '1')", SUB="('1','-1')", MUL="('right', 'left')")),
    ("03.local", "single", "sum: one slope", local_with(ADD="(1.0,)")),
    ("03.local", "single", "sum: 1 as a number", local_with(ADD="1.0")),
    ("03.local", "single", "sum: 2", local_with(ADD="(2.0, 2.0)")),
    ("03.local", "single", "sum: half", local_with(ADD="(0.5, 0.5)")),
    ("03.local", "form", "a dictionary", local_with(ADD="{'left': 1.0, 'right': 1.0}", SUB="{'left': 1.0, 'right': -1.0}")),
    ("03.local", "single", "the power misses: falls through to None", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (1.0, -1.0)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    if operation == "^":
        return (right * left ** (right - 1),)
"""),
    ("03.local", "two", "product not exchanged, divisor no minus", local_with(MUL="(left, right)", DIV="(1 / right, left / right**2)")),
    ("03.local", "single", "right one first", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1.0, 1.0)
    if operation == "-":
        return (-1.0, 1.0)
    if operation == "*":
        return (left, right)
    if operation == "/":
        return (-left / right**2, 1 / right)
    return (right * left ** (right - 1),)
"""),
]
