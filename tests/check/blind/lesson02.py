"""Students' answers to the exercises of lesson 02, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot
"""

ANSWERS = [
    # ---- 02.graph
    ("02.graph", "core", "x * x counted as one edge", """
nodes_and_edges = [4, 3]
"""),
    ("02.graph", "single", "x drawn twice because it is used twice", """
nodes_and_edges = [5, 4]
"""),
    ("02.graph", "single", "the plain 3 is no node and has no edge", """
nodes_and_edges = [3, 3]
"""),
    ("02.graph", "two", "the 3 forgotten, and x * x as one edge", """
nodes_and_edges = [3, 2]
"""),
    ("02.graph", "right", "counted in code", """
nodes = ["x", "x*x", "3", "y"]
edges = [("x", "x*x"), ("x", "x*x"), ("x*x", "y"), ("3", "y")]
nodes_and_edges = [len(nodes), len(edges)]
"""),
    # ---- 02.number
    ("02.number", "core", "__repr__ prints instead of giving the text back", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        print(f"Value(data={self.data})")
"""),
    ("02.number", "single", "self forgotten: the number is kept in a local name", """
class Value:
    def __init__(self, data):
        data = data

    def __repr__(self):
        return f"Value(data={self.data})"
"""),
    ("02.number", "single", "the f before the text forgotten", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return "Value(data={self.data})"
"""),
    ("02.number", "form", "rounded to two digits", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data:.2f})"
"""),
    ("02.number", "right", "joined text, with another name for self", """
class Value:
    def __init__(this, data):
        setattr(this, "data", data)

    def __repr__(this):
        return "Value(data=" + repr(this.data) + ")"
"""),
    # ---- 02.memory
    ("02.memory", "core", "the result is right, but the parents are forgotten", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data)

    def __mul__(self, other):
        return Value(self.data * other.data)
"""),
    ("02.memory", "single", "no empty label: the parents land in label, the operation in _prev", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), "*")
"""),
    ("02.memory", "single", "parents' numbers are recorded, not the parents", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (self.data, other.data), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self.data, other.data), "*")
"""),
    ("02.memory", "two", "the sum is written into self, and times keeps the copied plus sign", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        self.data += other.data
        return Value(self.data, "", (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self, other), "+")
"""),
    ("02.memory", "right", "a helper makes the result and hangs the record on it", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def _result(self, number, second, sign):
        out = Value(number)
        out._prev = [self, second]
        out._op = sign
        return out

    def __add__(self, b):
        return self._result(self.data + b.data, b, "+")

    def __mul__(self, b):
        return self._result(self.data * b.data, b, "*")
"""),
    # ---- 02.square
    ("02.square", "core", "only the sign mended, the set stays", """
def multiply(left, right):
    parents = {left, right}
    return mgrad.Value(left.data * right.data, "", parents, "*")
"""),
    ("02.square", "single", "only the set mended, the plus stays", """
def multiply(left, right):
    parents = (left, right)
    return mgrad.Value(left.data * right.data, "", parents, "+")
"""),
    ("02.square", "single", "a tuple made from the set", """
def multiply(left, right):
    parents = tuple({left, right})
    return mgrad.Value(left.data * right.data, "", parents, "*")
"""),
    ("02.square", "form", "returns the plain number", """
def multiply(left, right):
    return left.data * right.data
"""),
    ("02.square", "right", "named arguments", """
def multiply(left, right):
    factors = tuple([left, right])
    product = left.data * right.data
    return mgrad.Value(product, _op="*", _prev=factors)
"""),
    # ---- 02.sides
    ("02.sides", "core", "plus takes plain numbers now, 1 - v is still v - 1", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    __radd__, __rmul__, __rsub__ = __add__, __mul__, __sub__
"""),
    ("02.sides", "single", "rsub written right, but plus still cannot take a plain number", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self * -1 + other

    __radd__, __rmul__ = __add__, __mul__
"""),
    ("02.sides", "single", "rsub turns the sign of both sides: -v - 1", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return self * -1 - other
"""),
    ("02.sides", "two", "the plain number is only added when it is 0, and rsub is still v - 1", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        if other == 0:
            return self
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    __radd__, __rmul__, __rsub__ = __add__, __mul__, __sub__
"""),
    ("02.sides", "right", "the number is wrapped, then Draft minus Draft", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    @staticmethod
    def wrap(thing):
        if type(thing) in (int, float):
            return Draft(thing)
        return thing

    def __add__(self, other):
        other = Draft.wrap(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = Draft.wrap(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + Draft.wrap(other) * -1

    def __radd__(self, other):
        return Draft.wrap(other) + self

    def __rmul__(self, other):
        return Draft.wrap(other) * self

    def __rsub__(self, other):
        return Draft.wrap(other) - self
"""),
    # ---- 02.walk
    ("02.walk", "core", "the parents are put on the list before the question whether the node was seen", """
count_order = "EHBFGCAD"
"""),
    ("02.walk", "single", "ticked off as seen before the question", """
count_order = "EHBFACGD"
"""),
    ("02.walk", "single", "the question comes before the node is taken", """
count_order = "EHBCFAGD"
"""),
    ("02.walk", "form", "the number instead of the letters", """
count_order = 4
"""),
    ("02.walk", "right", "parents put on the list before the node is ticked off", """
count_order = "EHBF" + "CGA" + "D"
"""),
    # ---- 02.twins
    ("02.twins", "core", "== mended with hash, but it still compares numbers", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self.data == other.data

    def __hash__(self):
        return id(self)
"""),
    ("02.twins", "single", "compares number and label: two unnamed twins are still one", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self.data == other.data and self.label == other.label

    def __hash__(self):
        return hash((self.data, self.label))
"""),
    ("02.twins", "single", "== is `is` now, but the hash is gone: no set can hold a node", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self is other
"""),
    ("02.twins", "two", "compares the labels only, and no hash", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self.label == other.label
"""),
    ("02.twins", "right", "== and hash by identity", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return id(self) == id(other)

    def __hash__(self):
        return id(self)
"""),
    # ---- 02.value
    ("02.value", "core", "1 - a is computed as a - 1", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self - other
"""),
    ("02.value", "single", "-a changes a itself", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        self.data = -self.data
        return self

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other
"""),
    ("02.value", "single", "the reflected plus and times forgotten", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return Value(other) + (-self)
"""),
    ("02.value", "form", "repr gives the number rounded to three digits", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={round(self.data, 3)})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other
"""),
    ("02.value", "right", "minus with its own record, parents in a list, wrapping in a function", """
def as_value(thing):
    return thing if isinstance(thing, Value) else Value(thing)

class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label, self._prev, self._op = data, label, _prev, _op
        self.grad = 0.0

    def __repr__(self):
        return "Value(data={!r})".format(self.data)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, _prev=(self, other), _op="+")

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, _prev=(self, other), _op="*")

    def __neg__(self):
        return Value(-self.data, _prev=(self,), _op="neg")

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, _prev=(self, other), _op="-")

    def __radd__(self, left):
        return as_value(left) + self

    def __rmul__(self, left):
        return as_value(left) * self

    def __rsub__(self, left):
        return as_value(left) - self
"""),
    # ---- 02.replay
    ("02.replay", "core", "the label is looked up at every node, also inside the graph", """
def replay(root, changes):
    if root.label in changes:
        return changes[root.label]
    if not root._prev:
        return root.data
    left, right = [replay(p, changes) for p in root._prev]
    return left + right if root._op == "+" else left * right
"""),
    ("02.replay", "single", "writes the new numbers into the leaves and leaves them there", """
def replay(root, changes):
    if not root._prev:
        if root.label in changes:
            root.data = changes[root.label]
        return root.data
    left, right = [replay(p, changes) for p in root._prev]
    if root._op == "+":
        return left + right
    return left * right
"""),
    ("02.replay", "single", "interior nodes give their stored number: nothing is computed again below the root", """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    left, right = [changes.get(p.label, p.data) for p in root._prev]
    if root._op == "+":
        return left + right
    return left * right
"""),
    ("02.replay", "single", "a new number of 0 is taken for no change", """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label) or root.data
    left, right = [replay(p, changes) for p in root._prev]
    if root._op == "+":
        return left + right
    return left * right
"""),
    ("02.replay", "two", "a leaf without a change counts as 0, and the label is looked up inside the graph too", """
def replay(root, changes):
    if root.label in changes or not root._prev:
        return changes.get(root.label, 0)
    left, right = [replay(p, changes) for p in root._prev]
    if root._op == "+":
        return left + right
    return left * right
"""),
    ("02.replay", "right", "an inner function and a dictionary of operations, every node once", """
import operator

def replay(root, changes):
    operations = {"+": operator.add, "*": operator.mul}
    known = {}

    def number(node):
        if id(node) not in known:
            if len(node._prev) == 0:
                known[id(node)] = changes[node.label] if node.label in changes else node.data
            else:
                known[id(node)] = operations[node._op](*map(number, node._prev))
        return known[id(node)]

    return number(root)
"""),
]
