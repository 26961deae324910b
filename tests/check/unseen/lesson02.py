"""Students' answers to the exercises of lesson 02, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot
"""

ANSWERS = [
    ("02.graph", "core", "x is counted twice, once for each use", """
nodes_and_edges = [5, 4]
"""),
    ("02.graph", "core", "two edges from x to x * x counted as one", """
nodes_and_edges = [4, 3]
"""),
    ("02.graph", "single", "the plain 3 is not counted as a node", """
nodes_and_edges = [3, 3]
"""),
    ("02.graph", "form", "a sentence as a text instead of the list", """
edges = 4
nodes = 4
nodes_and_edges = f"{nodes} nodes, {edges} edges"
"""),
    ("02.graph", "two", "3 is not its own node, and the operation signs are nodes", """
nodes_and_edges = [5, 6]
"""),
    ("02.graph", "right", "counted from lists", """
nodes = ["x", "x*x", "3", "y"]
edges = [("x", "x*x"), ("x", "x*x"), ("x*x", "y"), ("3", "y")]
nodes_and_edges = [len(nodes), len(edges)]
"""),
    ("02.number", "core", "the number is not stored in self", """
class Value:
    def __init__(self, data):
        data = data

    def __repr__(self):
        return f"Value(data={data})"
"""),
    ("02.number", "core", "repr prints and returns nothing", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        print(f"Value(data={self.data})")
"""),
    ("02.number", "single", "rounded to four digits", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data:.4f})"
"""),
    ("02.number", "single", "number turned into an int when stored", """
class Value:
    def __init__(self, data):
        self.data = int(data)

    def __repr__(self):
        return "Value(data=" + str(float(self.data)) + ")"
"""),
    ("02.number", "form", "returns the number and not a text", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return self.data
"""),
    ("02.number", "right", "the old percent form", """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return "Value(data=%r)" % (self.data,)
"""),
    ("02.memory", "core", "no parents are recorded in the sum", """
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
        return Value(self.data * other.data, "", (self, other), "*")
"""),
    ("02.memory", "core", "label forgotten, so parents in label, operation in _prev", """
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
    ("02.memory", "single", "records the numbers and not the nodes", """
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
    ("02.memory", "single", "the record is written into self, which is returned", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        self.data = self.data + other.data
        self._op = "+"
        return self

    def __mul__(self, other):
        self.data = self.data * other.data
        self._op = "*"
        return self
"""),
    ("02.memory", "form", "the parents are a set", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", {self, other}, "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", {self, other}, "*")
"""),
    ("02.memory", "right", "attributes of the result set one by one", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        out = Value(self.data + other.data)
        out._prev = [self, other]
        out._op = "+"
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data)
        out._prev = [self, other]
        out._op = "*"
        return out
"""),
    ("02.square", "core", "only the set mended, the operation still plus", """
def multiply(left, right):
    parents = (left, right)
    return mgrad.Value(left.data * right.data, "", parents, "+")
"""),
    ("02.square", "core", "only the operation mended, still a set", """
def multiply(left, right):
    parents = {left, right}
    return mgrad.Value(left.data * right.data, "", parents, "*")
"""),
    ("02.square", "single", "copies as parents, so that both sides differ", """
def multiply(left, right):
    parents = (mgrad.Value(left.data, left.label), mgrad.Value(right.data, right.label))
    return mgrad.Value(left.data * right.data, "", parents, "*")
"""),
    ("02.square", "single", "the right operand first", """
def multiply(left, right):
    parents = (right, left)
    return mgrad.Value(left.data * right.data, "", parents, "*")
"""),
    ("02.square", "form", "returns the number", """
def multiply(left, right):
    parents = (left, right)
    result = mgrad.Value(left.data * right.data, "", parents, "*")
    return result.data
"""),
    ("02.square", "right", "a list, keyword arguments", """
def multiply(left, right):
    parents = [left, right]
    return mgrad.Value(left.data * right.data, label="", _prev=parents, _op="*")
"""),
    ("02.sides", "core", "only __add__ mended, 1 - v still turned", """
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
    ("02.sides", "core", "only __rsub__ mended, a sum with a plain number still fails", """
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
        return Draft(other) + self * -1

    __radd__, __rmul__ = __add__, __mul__
"""),
    ("02.sides", "single", "1 - v has the right number but v is lost from the record", """
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

    def __rsub__(self, other):
        return Draft(other - self.data)

    __radd__, __rmul__ = __add__, __mul__
"""),
    ("02.sides", "form", "__rsub__ returns a plain number", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        if not isinstance(other, Draft):
            other = Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        if not isinstance(other, Draft):
            other = Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other - self.data

    __radd__, __rmul__ = __add__, __mul__
"""),
    ("02.sides", "right", "-1 times self, plus other", """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        if type(other) in (int, float):
            other = Draft(other)
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
    ("02.walk", "core", "marked as seen before it is asked whether it was seen", """
count_order = "EHBFACGD"
"""),
    ("02.walk", "core", "the parents are put on the list before the question", """
count_order = "EHBFGCAD"
"""),
    ("02.walk", "single", "the question before the node is taken from the list", """
count_order = "EHBCFAGD"
"""),
    ("02.walk", "single", "the lists are made inside the loop's place, after while", """
count_order = "EBHFCAGD"
"""),
    ("02.walk", "form", "one letter missing", """
count_order = "EHBFCAG"
"""),
    ("02.walk", "right", "extend before append, after the question", """
count_order = "EHBFCGAD"
"""),
    ("02.twins", "core", "compares the labels instead of the numbers", """
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

    def __hash__(self):
        return hash(self.label)
"""),
    ("02.twins", "core", "== mended with is, but without a hash: not possible in a set", """
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
    ("02.twins", "single", "only a hash by id is added: a list still compares the numbers", """
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
    ("02.twins", "single", "number and label compared: two equal products merge", """
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
    ("02.twins", "right", "compares ids and hashes by id", """
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
    ("02.twins", "right", "the method is deleted", """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")
"""),
    ("02.value", "core", "no reflected methods at all", """
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
"""),
    ("02.value", "core", "1 - a is computed as a - 1", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    __radd__ = __add__
    __rmul__ = __mul__
    __rsub__ = __sub__
"""),
    ("02.value", "single", "the minus changes the sign of a itself", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
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
    ("02.value", "two", "grad forgotten, and repr rounds", """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op

    def __repr__(self):
        return f"Value(data={self.data:.2f})"

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
        return (-self) + other

    __radd__ = __add__
    __rmul__ = __mul__
"""),
    ("02.value", "right", "a helper outside the class wraps numbers; minus has its own record", """
def as_value(x):
    return x if isinstance(x, Value) else Value(x)

class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.label = label
        self.grad = 0.0
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return "Value(data={})".format(self.data)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, _prev=(self, other), _op="+")

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, _prev=(self, other), _op="*")

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, _prev=(self, other), _op="-")

    def __neg__(self):
        return Value(-self.data, _prev=(self,), _op="neg")

    def __radd__(self, other):
        return as_value(other) + self

    def __rmul__(self, other):
        return as_value(other) * self

    def __rsub__(self, other):
        return as_value(other) - self
"""),
    ("02.replay", "core", "a changed number of 0 is ignored", """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label) or root.data
    left, right = root._prev
    if root._op == "+":
        return replay(left, changes) + replay(right, changes)
    return replay(left, changes) * replay(right, changes)
"""),
    ("02.replay", "core", "interior nodes with the label are replaced too", """
def replay(root, changes):
    if root.label in changes:
        return changes[root.label]
    if len(root._prev) == 0:
        return root.data
    a, b = root._prev
    if root._op == "+":
        return replay(a, changes) + replay(b, changes)
    else:
        return replay(a, changes) * replay(b, changes)
"""),
    ("02.replay", "single", "only one level: the parents' old numbers are used", """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    numbers = [changes.get(p.label, p.data) for p in root._prev]
    if root._op == "+":
        return sum(numbers)
    return numbers[0] * numbers[1]
"""),
    ("02.replay", "single", "the data of the leaves is overwritten in the graph", """
def replay(root, changes):
    if not root._prev:
        if root.label in changes:
            root.data = changes[root.label]
        return root.data
    l, r = root._prev
    x = replay(l, changes)
    y = replay(r, changes)
    return x + y if root._op == "+" else x * y
"""),
    ("02.replay", "form", "a Value is returned instead of a number", """
def replay(root, changes):
    def again(node):
        if not node._prev:
            return mgrad.Value(changes.get(node.label, node.data), node.label)
        a, b = [again(p) for p in node._prev]
        return a + b if node._op == "+" else a * b
    return again(root)
"""),
    ("02.replay", "right", "a table of operations and an inner function with memory by id", """
def replay(root, changes):
    ops = {"+": lambda a, b: a + b, "*": lambda a, b: a * b}
    done = {}
    def number(node):
        if id(node) not in done:
            if not node._prev:
                done[id(node)] = changes[node.label] if node.label in changes else node.data
            else:
                done[id(node)] = ops[node._op](*[number(p) for p in node._prev])
        return done[id(node)]
    return number(root)
"""),
]
