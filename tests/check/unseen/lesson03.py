"""Students' answers to the exercises of lesson 03, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot

class Node:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
"""

ENGINE_HEAD = """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op
        self._local = _local

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*", (other.data, self.data))
"""

ENGINE_MIDDLE = """
    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return -self + other

    __radd__, __rmul__ = __add__, __mul__
"""

POWER = """
    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data**(k - 1),))
"""

QUOTIENT = """
    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return Value(other) / self
"""

PASS = """
    def backward(self):
        order, seen = [], set()
        def visit(node):
            if node not in seen:
                seen.add(node)
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
"""

OWN = ENGINE_HEAD + ENGINE_MIDDLE + POWER + QUOTIENT + PASS

ANSWERS = [
    ("03.by-hand", "core", "only the path of a through e", """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": -8}
"""),
    ("03.by-hand", "core", "the product does not swap: each parent gets its own value", """
gradients = {"d": -3, "c": 4, "e": -3, "b": 6, "a": -12}
"""),
    ("03.by-hand", "single", "the arriving gradient is not multiplied at e", """
gradients = {"d": 4, "c": -3, "e": 4, "b": 3, "a": 2}
"""),
    ("03.by-hand", "form", "a list in the order of the text", """
gradients = [4, -3, 4, 12, -4]
"""),
    ("03.by-hand", "right", "computed step by step with names", """
dL_dd, dL_dc = 4.0, -3.0
dL_de = dL_dd * 1
dL_db = dL_de * 3
dL_da = dL_dd * 1 + dL_de * -2
gradients = dict(d=dL_dd, c=dL_dc, e=dL_de, b=dL_db, a=dL_da)
"""),
    ("03.local", "core", "the sign of the divisor's slope is missing", """
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
        return (right * left**(right - 1),)
"""),
    ("03.local", "core", "a difference has (1, 1) like the sum", """
def local_derivatives(operation, left, right):
    if operation in "+-":
        return 1.0, 1.0
    elif operation == "*":
        return right, left
    elif operation == "/":
        return 1 / right, -left / right**2
    else:
        return (right * left ** (right - 1),)
"""),
    ("03.local", "single", "the exponent is not lowered", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    return (right * left**right,)
"""),
    ("03.local", "form", "the comma in the power's tuple is missing: a number", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    return (right * left**(right - 1))
"""),
    ("03.local", "right", "match statement, quotient as a product with a power", """
def local_derivatives(operation, left, right):
    match operation:
        case "+": return 1.0, 1.0
        case "-": return 1.0, -1.0
        case "*": return right, left
        case "/": return right**-1, left * (-1) * right**-2.0
        case "**": return (right * left**(right - 1),)
"""),
    ("03.step", "core", "overwrites what the parent has already", """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad = local * node.grad
"""),
    ("03.step", "core", "the chain rule is missing: only the local derivative", """
def step(node):
    for p, l in zip(node._prev, node._local):
        p.grad += l
"""),
    ("03.step", "single", "adds the arriving gradient instead of multiplying by it", """
def step(node):
    for i in range(len(node._prev)):
        node._prev[i].grad += node._local[i] + node.grad
"""),
    ("03.step", "single", "two parents are expected always: a node with one parent fails", """
def step(node):
    if node._prev == ():
        return
    left, right = node._prev
    left.grad += node._local[0] * node.grad
    right.grad += node._local[1] * node.grad
"""),
    ("03.step", "right", "index loop with while", """
def step(node):
    i = 0
    while i < len(node._prev):
        node._prev[i].grad = node._prev[i].grad + node.grad * node._local[i]
        i += 1
"""),
    ("03.overwritten", "core", "only one of the two lines adds (the left)", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad = left.data * out.grad

    out._backward = _backward
    return out
"""),
    ("03.overwritten", "core", "special case for the square, still overwriting", """
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
"""),
    ("03.overwritten", "single", "+= in both lines, but out.grad got lost", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data
        right.grad += left.data

    out._backward = _backward
    return out
"""),
    ("03.overwritten", "form", "the step is called at once, _backward is then None", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward()
    return out
"""),
    ("03.overwritten", "right", "a loop over pairs", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        for me, you in ((left, right), (right, left)):
            me.grad += you.data * out.grad

    out._backward = _backward
    return out
"""),
    ("03.order", "core", "the node enters before its parents", """
line_order = "HJFCGAEIBD"
"""),
    ("03.order", "core", "return before the visit of the root", """
line_order = "HJFCGEIADB"
"""),
    ("03.order", "single", "the lists are made after the visit", """
line_order = "HFCGEIABJD"
"""),
    ("03.order", "two", "the call stands inside before the function, and the node enters first", """
line_order = "HJBFCGAEID"
"""),
    ("03.order", "right", "visited is marked after the parents: the same without cycles", """
line_order = "HJFCEIGABD"
"""),
    ("03.backward", "core", "the grad of the root is not set to 1", """
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
"""),
    ("03.backward", "core", "not reversed: leaves first", """
def backward(root):
    order, visited = [], set()
    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)
    visit(root)
    root.grad = 1.0
    for node in order:
        node._backward()
"""),
    ("03.backward", "single", "breadth first, each node once, as soon as it is met", """
def backward(root):
    root.grad = 1.0
    queue, seen = [root], {root}
    while queue:
        node = queue.pop(0)
        node._backward()
        for p in node._prev:
            if p not in seen:
                seen.add(p)
                queue.append(p)
"""),
    ("03.backward", "two", "every path walked again (no visited), and the root not set", """
def backward(root):
    order = []
    def visit(node):
        order.append(node)
        for parent in node._prev:
            visit(parent)
    visit(root)
    for node in order:
        node._backward()
"""),
    ("03.backward", "right", "counts the open uses of each node and steps when none is left", """
def backward(root):
    uses, found = {}, [root]
    seen = {id(root)}
    for node in found:
        for p in node._prev:
            uses[id(p)] = uses.get(id(p), 0) + 1
            if id(p) not in seen:
                seen.add(id(p))
                found.append(p)
    root.grad = 1.0
    ready = [root]
    while ready:
        node = ready.pop()
        node._backward()
        for p in node._prev:
            uses[id(p)] -= 1
            if uses[id(p)] == 0:
                ready.append(p)
"""),
    ("03.late-binding", "core", "only the node is kept, the weight is still the last one", """
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
"""),
    ("03.late-binding", "core", "only the weight is kept, everything goes to the last node", """
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
"""),
    ("03.late-binding", "single", "total.grad is kept too, when it is still 0", """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    steps = []
    for weight, node in zip(weights, nodes):
        def pass_on(weight=weight, node=node, g=total.grad):
            node.grad += weight * g
        steps.append(pass_on)

    def _backward():
        for run_step in steps:
            run_step()

    total._backward = _backward
    return total
"""),
    ("03.late-binding", "single", "without a list, but overwriting", """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))

    def _backward():
        for i in range(len(nodes)):
            nodes[i].grad = weights[i] * total.grad

    total._backward = _backward
    return total
"""),
    ("03.late-binding", "right", "a maker function for each step", """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))

    def make_step(weight, node):
        def pass_on():
            node.grad += weight * total.grad
        return pass_on

    steps = [make_step(w, n) for w, n in zip(weights, nodes)]
    total._backward = lambda: [s() for s in steps] and None
    return total
"""),
    ("03.merged", "core", "compares data and label: unlabelled nodes still merge", """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        done = [(node.data, node.label) for node in order]
        missing = [p for p in waiting[-1]._prev if (p.data, p.label) not in done]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order
"""),
    ("03.merged", "core", "no comparison any more: nodes used twice are doubled", """
def parents_first(root):
    order = []
    for p in root._prev:
        order += parents_first(p)
    order.append(root)
    return order
"""),
    ("03.merged", "single", "root first: the list is turned", """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if not any(p is node for node in order)]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return order[::-1]
"""),
    ("03.merged", "form", "a list of the numbers instead of the nodes", """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        missing = [p for p in waiting[-1]._prev if id(p) not in [id(n) for n in order]]
        if missing:
            waiting.append(missing[0])
        else:
            order.append(waiting.pop())
    return [node.data for node in order]
"""),
    ("03.merged", "right", "a set of ids beside the list", """
def parents_first(root):
    order, waiting, finished = [], [root], set()
    while waiting:
        missing = [p for p in waiting[-1]._prev if id(p) not in finished]
        if missing:
            waiting.append(missing[-1])
        else:
            node = waiting.pop()
            order.append(node)
            finished.add(id(node))
    return order
"""),
    ("03.engine", "core", "no grads start afresh: a second backward counts interior grads again",
     OWN.replace("            if node._prev:\n                node.grad = 0.0\n",
                 "            pass\n")),
    ("03.engine", "core", "6 / a is computed as a / 6",
     OWN.replace("return Value(other) / self", "return self / other")),
    ("03.engine", "single", "all grads are cleared, the leaves too",
     OWN.replace("            if node._prev:\n                node.grad = 0.0\n",
                 "            node.grad = 0.0\n")),
    ("03.engine", "single", "the rule of the power forgets the factor k",
     OWN.replace("(k * self.data**(k - 1),)", "(self.data**(k - 1),)")),
    ("03.engine", "two", "the product does not swap, and = instead of +=",
     OWN.replace("(other.data, self.data)", "(self.data, other.data)")
        .replace("parent.grad += local", "parent.grad = local")),
    ("03.engine", "right", "closures, own rule for the quotient", """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self.grad = 0.0
        self._local = _local
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data})"

    @staticmethod
    def _wrap(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value._wrap(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = Value._wrap(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __truediv__(self, other):
        other = Value._wrap(other)
        out = Value(self.data / other.data, "", (self, other), "/")
        def _backward():
            self.grad += out.grad / other.data
            other.grad -= out.grad * self.data / other.data**2
        out._backward = _backward
        return out

    def __pow__(self, k):
        out = Value(self.data**k, "", (self,), f"**{k}")
        def _backward():
            self.grad += k * self.data**(k - 1) * out.grad
        out._backward = _backward
        return out

    def __neg__(self): return self * -1.0
    def __sub__(self, other): return self + -Value._wrap(other)
    def __radd__(self, other): return Value._wrap(other) + self
    def __rmul__(self, other): return Value._wrap(other) * self
    def __rsub__(self, other): return Value._wrap(other) - self
    def __rtruediv__(self, other): return Value._wrap(other) / self

    def backward(self):
        order, seen = [], set()
        def visit(n):
            if id(n) in seen:
                return
            seen.add(id(n))
            for p in n._prev:
                visit(p)
            order.append(n)
        visit(self)
        for n in order:
            if len(n._prev) > 0:
                n.grad = 0.0
        self.grad = 1.0
        for n in order[::-1]:
            n._backward()
"""),
    ("03.gradient-gap", "core", "the central difference is divided by h only", OWN + """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        slope = (f(*[Value(x) for x in up]).data - f(*[Value(x) for x in down]).data) / h
        gaps.append(values[i].grad - slope)
    return gaps
"""),
    ("03.gradient-gap", "core", "slope minus gradient: the sign is turned", OWN + """
def gradient_gap(f, point, h):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    out = []
    for i, leaf in enumerate(leaves):
        up = f(*[Value(x + h * (j == i)) for j, x in enumerate(point)])
        down = f(*[Value(x - h * (j == i)) for j, x in enumerate(point)])
        out.append((up.data - down.data) / (2 * h) - leaf.grad)
    return out
"""),
    ("03.gradient-gap", "single", "a forward difference instead of the central one", OWN + """
def gradient_gap(f, point, h):
    leaves = [Value(x) for x in point]
    result = f(*leaves)
    result.backward()
    gaps = []
    for i in range(len(point)):
        nudged = [Value(x) for x in point]
        nudged[i] = Value(point[i] + h)
        gaps.append(leaves[i].grad - (f(*nudged).data - result.data) / h)
    return gaps
"""),
    ("03.gradient-gap", "form", "only the largest gap is returned", OWN + """
def gradient_gap(f, point, h):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    gaps = []
    for i in range(len(point)):
        plus = [Value(x) for x in point]
        minus = [Value(x) for x in point]
        plus[i].data += h
        minus[i].data -= h
        gaps.append(leaves[i].grad - (f(*plus).data - f(*minus).data) / (2 * h))
    return max(gaps, key=abs)
"""),
    ("03.gradient-gap", "right", "inner function for f of numbers", OWN + """
def gradient_gap(f, point, h):
    def at(numbers):
        return f(*map(Value, numbers)).data

    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    return [
        leaf.grad - (at([*point[:i], point[i] + h, *point[i + 1:]])
                     - at([*point[:i], point[i] - h, *point[i + 1:]])) / (2 * h)
        for i, leaf in enumerate(leaves)
    ]
"""),
]
