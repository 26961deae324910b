"""Students' answers to the exercises of lesson 03, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot

a, b, c = mgrad.Value(3.0, "a"), mgrad.Value(-2.0, "b"), mgrad.Value(4.0, "c")
e = a * b; e.label = "e"
d = e + a; d.label = "d"
L = d * c; L.label = "L"

class Node:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None    # a leaf has nothing to pass on

Value = mgrad.Value
"""

ANSWERS = [
    # ---- 03.by-hand
    ("03.by-hand", "core", "only the last way to a counts", """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": -8}
"""),
    ("03.by-hand", "single", "local derivatives of the product a*b not multiplied by what arrives", """
gradients = {"d": 4, "c": -3, "e": 4, "b": 3, "a": 2}
"""),
    ("03.by-hand", "single", "a product gives each parent its own value", """
gradients = {"d": -3, "c": 4, "e": -3, "b": 6, "a": -12}
"""),
    ("03.by-hand", "two", "sign of b lost, and only the way through e counts", """
gradients = {"d": 4, "c": -3, "e": 4, "b": 12, "a": 8}
"""),
    ("03.by-hand", "right", "each gradient as the product it comes from", """
d_grad = 4.0
e_grad = d_grad * 1
gradients = dict(d=d_grad, c=3 * -2 + 3, e=e_grad, b=e_grad * 3, a=d_grad + e_grad * -2)
"""),
    # ---- 03.local
    ("03.local", "core", "the product does not swap: each parent gets its own number", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (left, right)
    if operation == "/":
        return (1 / right, -left / right**2)
    return (right * left ** (right - 1),)
"""),
    ("03.local", "single", "minus has the slopes of plus", """
def local_derivatives(operation, left, right):
    if operation == "+" or operation == "-":
        return (1, 1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    return (right * left ** (right - 1),)
"""),
    ("03.local", "single", "minus sign of the quotient forgotten", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    elif operation == "-":
        return (1, -1)
    elif operation == "*":
        return (right, left)
    elif operation == "/":
        return (1 / right, left / right**2)
    elif operation == "**":
        return (right * left ** (right - 1),)
"""),
    ("03.local", "form", "the power gives a bare number, the comma is missing", """
def local_derivatives(operation, left, right):
    if operation == "+":
        return (1, 1)
    if operation == "-":
        return (1, -1)
    if operation == "*":
        return (right, left)
    if operation == "/":
        return (1 / right, -left / right**2)
    return (right * left ** (right - 1))
"""),
    ("03.local", "right", "match statement, powers written with pow", """
def local_derivatives(operation, left, right):
    match operation:
        case "+":
            slopes = 1.0, 1.0
        case "-":
            slopes = 1.0, -1.0
        case "*":
            slopes = right, left
        case "/":
            slopes = pow(right, -1), -left * pow(right, -2)
        case "**":
            slopes = right * pow(left, right - 1),
    return slopes
"""),
    # ---- 03.step
    ("03.step", "core", "overwrites the grad of the parent", """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad = local * node.grad
"""),
    ("03.step", "single", "forgets the gradient that arrives", """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local
"""),
    ("03.step", "single", "adds the gradient to the local derivative", """
def step(node):
    for parent, local in zip(node._prev, node._local):
        parent.grad += local + node.grad
"""),
    ("03.step", "form", "gives the shares back in a list, the parents stay as they are", """
def step(node):
    return [local * node.grad for local in node._local]
"""),
    ("03.step", "right", "by index", """
def step(node):
    n = len(node._prev)
    for i in range(n):
        share = node._local[i] * node.grad
        node._prev[i].grad = node._prev[i].grad + share
"""),
    # ---- 03.overwritten
    ("03.overwritten", "core", "only the second line adds", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = right.data * out.grad
        right.grad += left.data * out.grad

    out._backward = _backward
    return out
"""),
    ("03.overwritten", "single", "the square gets a case of its own, everything else still overwrites", """
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
    ("03.overwritten", "single", "adds, but the numbers are not swapped any more", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad += left.data * out.grad
        right.grad += right.data * out.grad

    out._backward = _backward
    return out
"""),
    ("03.overwritten", "two", "the gradients of the parents are set to 0 in the step, and out.grad is dropped", """
def times(left, right):
    out = Node(left.data * right.data)

    def _backward():
        left.grad = 0.0
        right.grad = 0.0
        left.grad += right.data
        right.grad += left.data

    out._backward = _backward
    return out
"""),
    ("03.overwritten", "right", "a loop over the two pairs", """
def times(left, right):
    out = Node(left.data * right.data)

    def pass_back():
        for node, partner in ((left, right), (right, left)):
            node.grad = node.grad + partner.data * out.grad

    out._backward = pass_back
    return out
"""),
    # ---- 03.order
    ("03.order", "core", "the node enters before its parents", """
line_order = "HJFCGAEIBD"
"""),
    ("03.order", "single", "marked as visited before the question: nothing ever enters", """
line_order = "HJFGCEIABD"
"""),
    ("03.order", "single", "return before the first visit", """
line_order = "HJFCGEIADB"
"""),
    ("03.order", "form", "the lines' numbers", """
line_order = [8, 10, 6, 3, 7, 5, 9, 1, 2, 4]
"""),
    ("03.order", "right", "the lists are made after the inner function", """
line_order = "HFCGEIAJBD"
"""),
    # ---- 03.backward
    ("03.backward", "core", "from the leaves to the root: the list is not reversed", """
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
    ("03.backward", "single", "the start is forgotten: root.grad stays 0", """
def backward(root):
    order, visited = [], set()
    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in node._prev:
                visit(parent)
            order.append(node)
    visit(root)
    for node in reversed(order):
        node._backward()
"""),
    ("03.backward", "single", "recursion along every edge: shared nodes step several times", """
def backward(root):
    root.grad = 1.0
    def walk(node):
        node._backward()
        for parent in node._prev:
            walk(parent)
    walk(root)
"""),
    ("03.backward", "two", "breadth first instead of parents last, and every node starts with 1", """
def backward(root):
    waiting, seen = [root], []
    while waiting:
        node = waiting.pop(0)
        if node in seen:
            continue
        seen.append(node)
        node.grad = 1.0
        node._backward()
        waiting.extend(node._prev)
"""),
    ("03.backward", "right", "counts the open uses of every node", """
def backward(root):
    uses, waiting = {}, [root]
    seen = {id(root)}
    while waiting:
        for parent in waiting.pop()._prev:
            uses[id(parent)] = uses.get(id(parent), 0) + 1
            if id(parent) not in seen:
                seen.add(id(parent))
                waiting.append(parent)
    root.grad = 1.0
    ready = [root]
    while ready:
        node = ready.pop()
        node._backward()
        for parent in node._prev:
            uses[id(parent)] -= 1
            if uses[id(parent)] == 0:
                ready.append(parent)
"""),
    # ---- 03.late-binding
    ("03.late-binding", "core", "only the weight is kept, the node is still the last one", """
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
    ("03.late-binding", "single", "the steps run at once, when total.grad is still 0", """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))
    for weight, node in zip(weights, nodes):
        node.grad += weight * total.grad
    return total
"""),
    ("03.late-binding", "single", "also the gradient of the total is frozen when the function is made", """
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
"""),
    ("03.late-binding", "form", "returns the number of the sum, not the node", """
def weighted_sum(weights, nodes):
    total = Node(sum(w * node.data for w, node in zip(weights, nodes)))

    def _backward():
        for weight, node in zip(weights, nodes):
            node.grad += weight * total.grad

    total._backward = _backward
    return total.data
"""),
    ("03.late-binding", "right", "functools.partial", """
from functools import partial

def weighted_sum(weights, nodes):
    pairs = list(zip(weights, nodes))
    total = Node(sum(w * n.data for w, n in pairs))

    def pass_on(weight, node):
        node.grad += weight * total.grad

    steps = [partial(pass_on, w, n) for w, n in pairs]
    total._backward = lambda: [s() for s in steps] and None
    return total
"""),
    # ---- 03.merged
    ("03.merged", "core", "told apart by label instead of number", """
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
"""),
    ("03.merged", "single", "number and operation together still merge the two products", """
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
"""),
    ("03.merged", "single", "no list of done any more: shared nodes come several times", """
def parents_first(root):
    order = []
    for parent in root._prev:
        order += parents_first(parent)
    order.append(root)
    return order
"""),
    ("03.merged", "two", "compares numbers of direct neighbours only, and the root comes first", """
def parents_first(root):
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node.data not in [n.data for n in order]:
            order.append(node)
            waiting.extend(node._prev)
    return order
"""),
    ("03.merged", "right", "by id, with any and a generator", """
def parents_first(root):
    order, waiting, done = [], [root], set()
    while waiting:
        top = waiting[-1]
        gap = next((p for p in top._prev if id(p) not in done), None)
        if gap is None:
            order.append(top)
            done.add(id(top))
            waiting.pop()
        else:
            waiting.append(gap)
    return order
"""),
    # ---- 03.engine
    ("03.engine", "core", "the step overwrites instead of adding", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

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
        return -self + other

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
                parent.grad = local * node.grad
"""),
    ("03.engine", "single", "6 / a is computed as a / 6", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

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
        return -self + other

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
"""),
    ("03.engine", "single", "nothing starts afresh: inner nodes keep the gradients of an earlier pass", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

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
        return -self + other

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
"""),
    ("03.engine", "single", "all gradients start afresh, the leaves too", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

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
        return -self + other

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
"""),
    ("03.engine", "form", "backward gives the gradients back as a dictionary and stores them nowhere", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data ** (k - 1),))

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
        return -self + other

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
"""),
    ("03.engine", "two", "the exponent is not lowered, and the list is walked from the leaves", """
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

    def __pow__(self, k):
        return Value(self.data**k, "", (self,), "**", (k * self.data**k,))

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
        return -self + other

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
        for node in order:
            for parent, local in zip(node._prev, node._local):
                parent.grad += local * node.grad
"""),
    ("03.engine", "right", "closures, a division with a rule of its own, no recursion", """
class Value:
    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._op = data, label, _op
        self.grad = 0.0
        self._prev = list(_prev)
        self._local = list(_local)
        self._backward = self._share

    def _share(self):
        for p, slope in zip(self._prev, self._local):
            p.grad += slope * self.grad

    @classmethod
    def of(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __repr__(self):
        return "Value(data=%r)" % self.data

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, _prev=(self, other), _op="+", _local=(1, 1))

    __radd__ = __add__

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, _prev=(self, other), _op="*", _local=(other.data, self.data))

    __rmul__ = __mul__

    def __neg__(self):
        return Value(-self.data, _prev=(self,), _op="neg", _local=(-1,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, _prev=(self, other), _op="-", _local=(1, -1))

    def __rsub__(self, other):
        return Value.of(other) - self

    def __truediv__(self, other):
        other = Value.of(other)
        q = self.data / other.data
        return Value(q, _prev=(self, other), _op="/", _local=(1 / other.data, -q / other.data))

    def __rtruediv__(self, other):
        return Value.of(other) / self

    def __pow__(self, exponent):
        slope = exponent * self.data ** (exponent - 1) if exponent != 0 else 0.0
        return Value(self.data**exponent, _prev=(self,), _op=f"**{exponent}", _local=(slope,))

    def backward(self):
        order, waiting, done = [], [self], set()
        while waiting:
            top = waiting[-1]
            missing = [p for p in top._prev if id(p) not in done]
            if missing:
                waiting.append(missing[0])
            else:
                waiting.pop()
                if id(top) not in done:
                    done.add(id(top))
                    order.append(top)
        for node in order:
            if node._prev:
                node.grad = 0.0
        if self._prev:
            self.grad = 1.0
        else:
            self.grad += 1.0
        for node in order[::-1]:
            node._backward()
"""),
    # ---- 03.gradient-gap
    ("03.gradient-gap", "core", "divides by h instead of 2h", """
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
    ("03.gradient-gap", "single", "nudges the data in place and reads the old result", """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    out = f(*values)
    out.backward()
    gaps = []
    for v in values:
        v.data += h
        up = out.data
        v.data -= 2 * h
        down = out.data
        v.data += h
        gaps.append(v.grad - (up - down) / (2 * h))
    return gaps
"""),
    ("03.gradient-gap", "single", "slope minus gradient, the wrong way round", """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        slope = (f(*[Value(x) for x in up]).data - f(*[Value(x) for x in down]).data) / (2 * h)
        gaps.append(slope - values[i].grad)
    return gaps
"""),
    ("03.gradient-gap", "form", "one number: the largest gap", """
def gradient_gap(f, point, h):
    values = [Value(x) for x in point]
    f(*values).backward()
    gaps = []
    for i in range(len(point)):
        up, down = list(point), list(point)
        up[i] += h
        down[i] -= h
        slope = (f(*[Value(x) for x in up]).data - f(*[Value(x) for x in down]).data) / (2 * h)
        gaps.append(abs(values[i].grad - slope))
    return max(gaps)
"""),
    ("03.gradient-gap", "right", "an inner function with slices", """
def gradient_gap(f, point, h):
    def height(numbers):
        return f(*map(Value, numbers)).data

    leaves = list(map(Value, point))
    result = f(*leaves)
    result.backward()
    answer = []
    for k, leaf in enumerate(leaves):
        left, x, right = list(point[:k]), point[k], list(point[k + 1:])
        slope = (height(left + [x + h] + right) - height(left + [x - h] + right)) / (2 * h)
        answer.append(leaf.grad - slope)
    return answer
"""),
]

# Here the person's own engine, as in a notebook after task 9: the judge of task 10 is to use it.
PRELUDE = PRELUDE.replace(
    "Value = mgrad.Value\n",
    next(code for task, kind, _, code in ANSWERS if (task, kind) == ("03.engine", "right")),
)
