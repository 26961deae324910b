"""Students' answers to the exercises of lesson 02, written from the notebooks alone."""

PRELUDE = """
import mgrad
from mgrad import draw_dot
from mgrad.check import check, progress
"""

ANSWERS = [
    # task, kind, idea, code
    (
        "02.graph",
        "core",
        "the two edges of x times x are counted as one",
        """
nodes_and_edges = [4, 3]
""",
    ),
    (
        "02.graph",
        "core",
        "x is drawn twice",
        """
nodes_and_edges = [5, 4]
""",
    ),
    (
        "02.graph",
        "core",
        "the circles are counted as nodes",
        """
nodes_and_edges = [6, 6]
""",
    ),
    (
        "02.graph",
        "core",
        "the plain 3 is not a node",
        """
nodes_and_edges = [3, 3]
""",
    ),
    (
        "02.graph",
        "single",
        "the 3 is not a node, but its edge is counted",
        """
nodes_and_edges = [3, 4]
""",
    ),
    (
        "02.graph",
        "single",
        "circles are nodes, but only the edges into them count",
        """
nodes_and_edges = [6, 4]
""",
    ),
    (
        "02.graph",
        "single",
        "the lines in and out of the circles are counted",
        """
nodes_and_edges = [4, 6]
""",
    ),
    (
        "02.graph",
        "single",
        "only the leaves count as nodes",
        """
nodes_and_edges = [2, 4]
""",
    ),
    (
        "02.graph",
        "single",
        "one edge for each operation",
        """
nodes_and_edges = [4, 2]
""",
    ),
    (
        "02.graph",
        "single",
        "the numbers of the graph, the root left out, and one edge each",
        """
nodes_and_edges = [3, 2]
""",
    ),
    (
        "02.graph",
        "single",
        "only x and y, which have names, and the two uses of x",
        """
nodes_and_edges = [2, 2]
""",
    ),
    (
        "02.graph",
        "form",
        "a tuple of texts",
        """
nodes_and_edges = ("4 nodes", "4 edges")
""",
    ),
    (
        "02.graph",
        "form",
        "only the sum",
        """
nodes_and_edges = 4 + 4
""",
    ),
    (
        "02.graph",
        "form",
        "a dictionary",
        """
nodes_and_edges = {"nodes": 4, "edges": 4}
""",
    ),
    (
        "02.graph",
        "form",
        "the nodes and edges themselves",
        """
nodes_and_edges = [["x", "3", "x*x", "y"], ["x", "x", "3", "x*x"]]
""",
    ),
    (
        "02.graph",
        "two",
        "x is drawn twice, and x times x has one edge only",
        """
nodes_and_edges = [5, 3]
""",
    ),
    (
        "02.graph",
        "two",
        "circles are counted, and x is drawn twice",
        """
nodes_and_edges = [7, 6]
""",
    ),
    (
        "02.graph",
        "right",
        "counted by hand in two lists",
        """
nodes = ["x", "x*x", "3", "y"]
edges = [("x", "x*x"), ("x", "x*x"), ("x*x", "y"), ("3", "y")]
nodes_and_edges = [len(nodes), len(edges)]
""",
    ),
    (
        "02.graph",
        "right",
        "two names",
        """
number_of_nodes = 4
number_of_edges = 2 * 2
nodes_and_edges = [number_of_nodes, number_of_edges]
""",
    ),
    (
        "02.graph",
        "right",
        "counted by a walk over the package's graph",
        """
x = mgrad.Value(3.0)
y = x * x + 3
nodes, edges, to_do = [y], 0, [y]
while to_do:
    node = to_do.pop()
    for parent in node._prev:
        edges += 1
        if parent not in nodes:
            nodes.append(parent)
            to_do.append(parent)
nodes_and_edges = [len(nodes), edges]
""",
    ),
    (
        "02.number",
        "core",
        "repr prints instead of giving the text back",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        print(f"Value(data={self.data})")
""",
    ),
    (
        "02.number",
        "core",
        "the number is rounded in repr",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data:.2f})"
""",
    ),
    (
        "02.number",
        "core",
        "the f before the text is missing",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return "Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "core",
        "the number goes into a local name and is lost",
        """
class Value:
    def __init__(self, data):
        data = data

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "single",
        "repr gives the number itself",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return self.data
""",
    ),
    (
        "02.number",
        "single",
        "repr gives only the digits",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"{self.data}"
""",
    ),
    (
        "02.number",
        "single",
        "the number is stored in the class, shared by all objects",
        """
class Value:
    def __init__(self, data):
        Value.data = data

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "single",
        "the number of the example is written into the text",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data=2.0)"
""",
    ),
    (
        "02.number",
        "single",
        "the word data= is missing",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value({self.data})"
""",
    ),
    (
        "02.number",
        "single",
        "__str__ in place of __repr__",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __str__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "single",
        "repr reads data without self",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={data})"
""",
    ),
    (
        "02.number",
        "single",
        "stored as a whole number",
        """
class Value:
    def __init__(self, data):
        self.data = int(data)

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "single",
        "at most six digits by the format g",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data:g})"
""",
    ),
    (
        "02.number",
        "single",
        "single underscores, so Python never calls it",
        """
class Value:
    def _init_(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "form",
        "the number is stored as a text",
        """
class Value:
    def __init__(self, data):
        self.data = str(data)

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "form",
        "__init__ gives the number back",
        """
class Value:
    def __init__(self, data):
        self.data = data
        return data

    def __repr__(self):
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "form",
        "self is missing in __repr__",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__():
        return f"Value(data={self.data})"
""",
    ),
    (
        "02.number",
        "form",
        "the text has a space after the sign",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data = {self.data})"
""",
    ),
    (
        "02.number",
        "two",
        "printed, and rounded",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        print(f"Value(data={self.data:.4f})")
""",
    ),
    (
        "02.number",
        "two",
        "the f is missing, and data= too",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return "Value({self.data})"
""",
    ),
    (
        "02.number",
        "right",
        "the text is put together with plus",
        """
class Value:
    def __init__(self, data):
        self.data = data
    def __repr__(self):
        return "Value(data=" + repr(self.data) + ")"
""",
    ),
    (
        "02.number",
        "right",
        "the old percent style and the name of the class",
        """
class Value:
    'One number.'
    def __init__(this, number):
        this.data = number

    def __repr__(this):
        return "%s(data=%r)" % (type(this).__name__, this.data)
""",
    ),
    (
        "02.number",
        "right",
        "format, with a default for the number",
        """
class Value(object):

    def __init__(self, data=0.0):
        self.data = data

    def __repr__(self):
        text = "Value(data={})".format(self.data)
        return text
""",
    ),
    (
        "02.number",
        "hostile",
        "repr calls repr of itself without end",
        """
class Value:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self})"
""",
    ),
    (
        "02.memory",
        "core",
        "no record at all",
        """
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
""",
    ),
    (
        "02.memory",
        "core",
        "the copied line: the product is recorded as a plus",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self, other), "+")
""",
    ),
    (
        "02.memory",
        "core",
        "parents in a set",
        """
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
""",
    ),
    (
        "02.memory",
        "core",
        "the label is left out, so parents and operation slip one place",
        """
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
""",
    ),
    (
        "02.memory",
        "single",
        "the right operand first",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (other, self), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (other, self), "*")
""",
    ),
    (
        "02.memory",
        "single",
        "the numbers of the parents instead of the parents",
        """
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
""",
    ),
    (
        "02.memory",
        "single",
        "the product is computed with a plus",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Value(self.data + other.data, "", (self, other), "*")
""",
    ),
    (
        "02.memory",
        "single",
        "self is changed and returned",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        self.data = self.data + other.data
        self._prev = (self, other)
        self._op = "+"
        return self

    def __mul__(self, other):
        self.data = self.data * other.data
        self._prev = (self, other)
        self._op = "*"
        return self
""",
    ),
    (
        "02.memory",
        "single",
        "copies of the parents are recorded",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (Value(self.data), Value(other.data)), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (Value(self.data), Value(other.data)), "*")
""",
    ),
    (
        "02.memory",
        "single",
        "only the other is a parent",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (other,), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (other,), "*")
""",
    ),
    (
        "02.memory",
        "single",
        "the operation stands in the label",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "+", (self, other))

    def __mul__(self, other):
        return Value(self.data * other.data, "*", (self, other))
""",
    ),
    (
        "02.memory",
        "single",
        "the right operand is written in, too: a += inside",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        other.data += self.data
        return Value(other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.memory",
        "single",
        "names of operations instead of their signs",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (self, other), "add")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self, other), "mul")
""",
    ),
    (
        "02.memory",
        "form",
        "a plain number comes back",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return self.data + other.data

    def __mul__(self, other):
        return self.data * other.data
""",
    ),
    (
        "02.memory",
        "form",
        "the result is made and not returned",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        out = Value(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        out = Value(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.memory",
        "form",
        "the parents in a generator",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (p for p in (self, other)), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (p for p in (self, other)), "*")
""",
    ),
    (
        "02.memory",
        "form",
        "functions add and mul, which Python does not call for the signs",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def add(self, other):
        return Value(self.data + other.data, "", (self, other), "+")

    def mul(self, other):
        return Value(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.memory",
        "two",
        "the parents exchanged, and the product recorded as a plus",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", (other, self), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (other, self), "+")
""",
    ),
    (
        "02.memory",
        "two",
        "a set, and the operation forgotten",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, "", {self, other})

    def __mul__(self, other):
        return Value(self.data * other.data, "", {self, other})
""",
    ),
    (
        "02.memory",
        "right",
        "keywords, and lists for the parents",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self.data + other.data, _prev=[self, other], _op="+")

    def __mul__(self, other):
        return Value(self.data * other.data, _prev=[self, other], _op="*")
""",
    ),
    (
        "02.memory",
        "right",
        "the record is filled in after the object is made",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        result = Value(self.data + other.data)
        result._prev = (self, other)
        result._op = "+"
        return result

    def __mul__(self, other):
        result = Value(self.data * other.data)
        result._prev = (self, other)
        result._op = "*"
        return result
""",
    ),
    (
        "02.memory",
        "right",
        "one helper for both operations",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def _make(self, number, other, sign):
        return type(self)(number, "", (self, other), sign)

    def __add__(self, other):
        return self._make(self.data + other.data, other, "+")

    def __mul__(self, other):
        return self._make(self.data * other.data, other, "*")
""",
    ),
    (
        "02.memory",
        "hostile",
        "plus uses plus on the objects and never comes back",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __add__(self, other):
        return Value(self + other, "", (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.square",
        "core",
        "only the set is mended",
        """
def multiply(left, right):
    parents = (left, right)
    return mgrad.Value(left.data * right.data, "", parents, "+")
""",
    ),
    (
        "02.square",
        "core",
        "only the operation is mended",
        """
def multiply(left, right):
    parents = {left, right}
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "core",
        "the set is made first and turned into a tuple too late",
        """
def multiply(left, right):
    parents = tuple({left, right})
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "core",
        "the numbers of the parents are recorded",
        """
def multiply(left, right):
    parents = (left.data, right.data)
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "single",
        "the right operand first",
        """
def multiply(left, right):
    return mgrad.Value(left.data * right.data, "", (right, left), "*")
""",
    ),
    (
        "02.square",
        "single",
        "the star goes into the label",
        """
def multiply(left, right):
    parents = (left, right)
    return mgrad.Value(left.data * right.data, "*", parents)
""",
    ),
    (
        "02.square",
        "single",
        "the left operand twice, as in the example",
        """
def multiply(left, right):
    parents = (left, left)
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "single",
        "the number is made to fit the plus",
        """
def multiply(left, right):
    parents = (left, right)
    return mgrad.Value(left.data + right.data, "", parents, "+")
""",
    ),
    (
        "02.square",
        "single",
        "two new nodes with the same numbers",
        """
def multiply(left, right):
    parents = (mgrad.Value(left.data), mgrad.Value(right.data))
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "single",
        "a copy only when both are the same, so v appears twice",
        """
def multiply(left, right):
    if left is right:
        right = mgrad.Value(left.data, left.label)
    return mgrad.Value(left.data * right.data, "", (left, right), "*")
""",
    ),
    (
        "02.square",
        "single",
        "the sign of the multiplication from school",
        """
def multiply(left, right):
    return mgrad.Value(left.data * right.data, "", (left, right), "×")
""",
    ),
    (
        "02.square",
        "single",
        "a frozenset",
        """
def multiply(left, right):
    parents = frozenset([left, right])
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "form",
        "the result is not returned",
        """
def multiply(left, right):
    parents = (left, right)
    mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "form",
        "a dictionary of parents",
        """
def multiply(left, right):
    parents = {"left": left, "right": right}
    return mgrad.Value(left.data * right.data, "", parents, "*")
""",
    ),
    (
        "02.square",
        "form",
        "the record without the Value",
        """
def multiply(left, right):
    return left.data * right.data, (left, right), "*"
""",
    ),
    (
        "02.square",
        "two",
        "the set is mended in the wrong order, and the plus stays",
        """
def multiply(left, right):
    parents = (right, left)
    return mgrad.Value(left.data * right.data, "", parents, "+")
""",
    ),
    (
        "02.square",
        "two",
        "copies as parents, and the plus stays",
        """
def multiply(left, right):
    parents = (mgrad.Value(left.data), mgrad.Value(right.data))
    return mgrad.Value(left.data * right.data, "", parents, "+")
""",
    ),
    (
        "02.square",
        "right",
        "a list and keywords",
        """
def multiply(left, right):
    parents = [left, right]
    return mgrad.Value(left.data * right.data, _prev=parents, _op="*")
""",
    ),
    (
        "02.square",
        "right",
        "the package's own product",
        """
def multiply(left, right):
    return left * right
""",
    ),
    (
        "02.square",
        "right",
        "filled in afterwards",
        """
def multiply(left, right):
    result = mgrad.Value(left.data * right.data)
    result._prev = left, right
    result._op = "*"
    return result
""",
    ),
    (
        "02.square",
        "hostile",
        "an object that answers everything with itself",
        """
def multiply(left, right):
    class Fake:
        def __getattr__(self, name):
            return self
        def __call__(self, *args):
            return self
    return Fake()
""",
    ),
    (
        "02.sides",
        "core",
        "only the wrapping is mended",
        """
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
""",
    ),
    (
        "02.sides",
        "core",
        "only the minus from the left is mended",
        """
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
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "core",
        "the reflected minus wraps, but still takes self first",
        """
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
        other = other if isinstance(other, Draft) else Draft(other)
        return self + other * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "core",
        "the wrapped number is not used: other is left as it was",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        value = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "the reflected minus has both signs turned",
        """
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
        return other * -1 + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "the minus itself is turned round, so v - 1 is wrong",
        """
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
        return other + self * -1

    __radd__, __rmul__, __rsub__ = __add__, __mul__, __sub__
""",
    ),
    (
        "02.sides",
        "single",
        "the reflected methods are left out",
        """
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
""",
    ),
    (
        "02.sides",
        "single",
        "only whole numbers are wrapped",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        if isinstance(other, int):
            other = Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "sum is mended for its start 0 only",
        """
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

    def __rsub__(self, other):
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "everything is wrapped, Drafts too",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = Draft(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "the number is added, but the record loses it",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        if not isinstance(other, Draft):
            return Draft(self.data + other, "", (self,), "+")
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "the left operand is changed in place",
        """
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
        self.data = -self.data
        return self + other

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "single",
        "the other operand is wrapped as one more class, the package's",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = other if isinstance(other, Draft) else mgrad.Value(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return mgrad.Value(other) + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "form",
        "the difference is a plain number",
        """
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
        return other - self.data

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "form",
        "the reflected minus forgets to return",
        """
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
        difference = other + self * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "form",
        "the mended method has no self",
        """
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

    def __rsub__(other):
        return other + Draft * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "form",
        "only the result of the tests, as numbers",
        """
class Draft:
    results = [5, 4, 5, -2, 6]
""",
    ),
    (
        "02.sides",
        "two",
        "the reflected minus is turned, and the sum still fails for plain numbers on the right",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = Draft(other) if isinstance(other, int) and other == 0 else other
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self * -1 - other

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "two",
        "parents exchanged in the sum, and the reflected minus still swapped",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data + other.data, "", (other, self), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Draft) else Draft(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self - other

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "right",
        "the number on the left is wrapped and then minus is used",
        """
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
        return Draft(other) - self

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "right",
        "minus by the turned difference",
        """
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
        return (self - other) * -1

    __radd__, __rmul__ = __add__, __mul__
""",
    ),
    (
        "02.sides",
        "right",
        "wrapping in one place, with a reflected method for each",
        """
class Draft:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    @staticmethod
    def wrap(thing):
        if isinstance(thing, Draft):
            return thing
        return Draft(thing)

    def __add__(self, other):
        other = Draft.wrap(other)
        return Draft(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        other = Draft.wrap(other)
        return Draft(self.data * other.data, "", (self, other), "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-Draft.wrap(other))

    def __radd__(self, other):
        return Draft.wrap(other) + self

    def __rmul__(self, other):
        return Draft.wrap(other) * self

    def __rsub__(self, other):
        return Draft.wrap(other) + (-self)
""",
    ),
    (
        "02.sides",
        "hostile",
        "the reflected plus calls itself without end",
        """
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
        return other + self * -1

    def __radd__(self, other):
        return other + self

    __rmul__ = __mul__
""",
    ),
    (
        "02.walk",
        "core",
        "the node is marked before it is asked for, so everything is skipped",
        """
count_order = "EHBFACGD"
""",
    ),
    (
        "02.walk",
        "core",
        "the parents are put on the list before the check, so x is asked twice",
        """
count_order = "EHBFGCAD"
""",
    ),
    (
        "02.walk",
        "core",
        "the check comes before the node is taken",
        """
count_order = "EHBCFAGD"
""",
    ),
    (
        "02.walk",
        "core",
        "the return stands before the loop",
        """
count_order = "EHDBFCAG"
""",
    ),
    (
        "02.walk",
        "single",
        "the check comes last, when the node is always seen",
        """
count_order = "EHBFGACD"
""",
    ),
    (
        "02.walk",
        "single",
        "the check comes after mark and parents",
        """
count_order = "EHBFAGCD"
""",
    ),
    (
        "02.walk",
        "single",
        "the lists are made inside the loop",
        """
count_order = "EBHFCAGD"
""",
    ),
    (
        "02.walk",
        "single",
        "the lists are made before the function",
        """
count_order = "HEBFCAGD"
""",
    ),
    (
        "02.walk",
        "single",
        "the node is taken off the list last",
        """
count_order = "EHBCAGFD"
""",
    ),
    (
        "02.walk",
        "single",
        "marked before it is there",
        """
count_order = "EHBAFCGD"
""",
    ),
    (
        "02.walk",
        "single",
        "the function line stands last",
        """
count_order = "HBFCAGDE"
""",
    ),
    (
        "02.walk",
        "single",
        "the loop stands after its body",
        """
count_order = "EHFCAGBD"
""",
    ),
    (
        "02.walk",
        "right",
        "a list of letters",
        """
count_order = ["E", "H", "B", "F", "C", "A", "G", "D"]
""",
    ),
    (
        "02.walk",
        "form",
        "one letter is missing",
        """
count_order = "EHBFCGD"
""",
    ),
    (
        "02.walk",
        "right",
        "letters with arrows",
        """
count_order = "E -> H -> B -> F -> C -> A -> G -> D"
""",
    ),
    (
        "02.walk",
        "form",
        "the answer is the number of nodes",
        """
count_order = 4
""",
    ),
    (
        "02.walk",
        "two",
        "the return in front of the loop, and the check too late",
        """
count_order = "EHDBFAGC"
""",
    ),
    (
        "02.walk",
        "two",
        "lists before the function, and parents before the check",
        """
count_order = "HEBFGCAD"
""",
    ),
    (
        "02.walk",
        "right",
        "mark, then the parents",
        """
count_order = "EHBFCAGD"
""",
    ),
    (
        "02.walk",
        "right",
        "the parents, then mark",
        """
count_order = "EHBFCGAD"
""",
    ),
    (
        "02.walk",
        "right",
        "put together from frame and body",
        """
frame_top, body, end = "EHB", "FCAG", "D"
count_order = frame_top + body + end
""",
    ),
    (
        "02.twins",
        "core",
        "a hash is added, but equal numbers are still equal nodes",
        """
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
""",
    ),
    (
        "02.twins",
        "core",
        "compared by identity, but without a hash, so a set refuses them",
        """
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
""",
    ),
    (
        "02.twins",
        "core",
        "the labels are compared instead",
        """
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
""",
    ),
    (
        "02.twins",
        "core",
        "number and label together are compared",
        """
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
""",
    ),
    (
        "02.twins",
        "single",
        "the identity of the numbers is compared",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self.data is other.data

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "single",
        "equal up to a tiny difference, and one weight is changed so that the cell looks right",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return abs(self.data - other.data) < 1e-12

    def __hash__(self):
        return hash(self.data)

w1, w2 = Twin(0.5, "w1"), Twin(0.500001, "w2")
""",
    ),
    (
        "02.twins",
        "single",
        "leaves are told apart, nodes with parents are not",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        if not self._prev or not other._prev:
            return self is other
        return self.data == other.data

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "single",
        "number and parents are compared",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self.data == other.data and self._prev == other._prev

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "single",
        "different is said of everything by !=, but == stays",
        """
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

    def __ne__(self, other):
        return self is not other

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "single",
        "the walk is changed, not the class",
        """
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

def leaf_labels(root):
    nodes, waiting = [root], [root]
    while waiting:
        for parent in waiting.pop()._prev:
            if not any(parent is node for node in nodes):
                nodes.append(parent)
                waiting.append(parent)
    return sorted(node.label for node in nodes if not node._prev)
""",
    ),
    (
        "02.twins",
        "single",
        "the comparison with = stores a number",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        self.data = other.data
        return self is other

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "single",
        "equality is gone, and the plus with it",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.twins",
        "form",
        "the comparison has no self",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(other):
        return id(other)

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "form",
        "the comparison answers with a text, which always counts as true",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return "same" if self is other else "different"

    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "form",
        "the answer is only a class with the broken part",
        """
class Twin:
    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "two",
        "labels are compared, and no hash",
        """
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
""",
    ),
    (
        "02.twins",
        "two",
        "equal by number, hash by label",
        """
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
        return hash(self.label)
""",
    ),
    (
        "02.twins",
        "right",
        "the comparison is left out",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.twins",
        "right",
        "identity, with the hash by id",
        """
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

    def __hash__(self):
        return id(self)
""",
    ),
    (
        "02.twins",
        "right",
        "the two methods are taken back from object",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    __eq__ = object.__eq__
    __hash__ = object.__hash__
""",
    ),
    (
        "02.twins",
        "hostile",
        "the comparison compares by ==, without end",
        """
class Twin:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label = data, 0.0, label
        self._prev, self._op = _prev, _op

    def __add__(self, other):
        return Twin(self.data + other.data, "", (self, other), "+")

    def __mul__(self, other):
        return Twin(self.data * other.data, "", (self, other), "*")

    def __eq__(self, other):
        return self == other and self.data == other.data

    __hash__ = object.__hash__
""",
    ),
    (
        "02.value",
        "core",
        "the reflected minus takes self first",
        """
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
""",
    ),
    (
        "02.value",
        "core",
        "plus does not wrap plain numbers",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * (-1)
    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "core",
        "the reflected times is missing",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__

    def __neg__(self): return self * (-1)
    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "core",
        "the product is recorded as a plus",
        """
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
        return Value(self.data * other.data, "", (self, other), "+")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "parents in a set",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", set((self, other)), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", set((self, other)), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * (-1)
    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "single",
        "the negative changes the object itself",
        """
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
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "minus makes a new leaf without a record",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * (-1)
    def __sub__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data - other.data)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "single",
        "the negative is a new leaf, so the ingredient is lost",
        """
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
        return Value(-self.data)

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "the gradient is not set",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * (-1)
    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "single",
        "repr is rounded to four digits",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data:.4f})"

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
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "the reflected plus is missing, so sum fails",
        """
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


    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "the sign in front is missing",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "single",
        "a fixed list as default is filled by every object",
        """
class Value:
    def __init__(self, data, label="", _prev=[], _op=""):
        self.data = data
        self.grad = 0.0
        self.label = label
        self._prev = _prev
        self._op = _op

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, _op="+")
        out._prev.extend([self, other])
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, _op="*")
        out._prev.extend([self, other])
        return out

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "single",
        "the label of the argument is not stored",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = 0.0
        self.label = ""
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
        return other + (-self)
""",
    ),
    (
        "02.value",
        "form",
        "the results are plain numbers",
        """
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
        return self.data + other.data

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self.data * other.data

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "form",
        "repr prints",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): print("Value(data=" + str(self.data) + ")")

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self): return self * (-1)
    def __sub__(self, other): return self + other * (-1)
    def __rsub__(self, other): return Value(other) - self
""",
    ),
    (
        "02.value",
        "form",
        "the methods stand outside of the class",
        """
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
    return Value(self.data + other.data, "", (self, other), "+")

def __mul__(self, other):
    return Value(self.data * other.data, "", (self, other), "*")
""",
    ),
    (
        "02.value",
        "two",
        "times does not wrap, and the reflected minus is swapped",
        """
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
        return self + (-other)
""",
    ),
    (
        "02.value",
        "two",
        "a set for parents, and a rounded repr",
        """
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
        return Value(self.data + other.data, "", {self, other}, "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, "", {self, other}, "*")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)
""",
    ),
    (
        "02.value",
        "right",
        "minus as an operation of its own",
        """
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
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data - other.data, "", (self, other), "-")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self
""",
    ),
    (
        "02.value",
        "right",
        "wrapping by a function outside, lists for parents",
        """
def as_value(thing):
    return thing if isinstance(thing, Value) else Value(thing)

class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.grad, self.label, self._prev, self._op = data, 0.0, label, _prev, _op

    def __repr__(self):
        return f"Value(data={self.data!r})"

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, _prev=[self, other], _op="+")

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, _prev=[self, other], _op="*")

    def __radd__(self, other): return as_value(other) + self
    def __rmul__(self, other): return as_value(other) * self
    def __neg__(self): return -1 * self
    def __sub__(self, other): return self + -as_value(other)
    def __rsub__(self, other): return as_value(other) - self
""",
    ),
    (
        "02.value",
        "right",
        "methods attached after the class, with lambdas",
        """
class Value:

    def __init__(self, data, label="", _prev=(), _op=""):
        self.data, self.label = data, label
        self._prev, self._op = _prev, _op
        self.grad = 0.0

    def __repr__(self): return "Value(data=" + str(self.data) + ")"

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data + other.data, "", (self, other), "+")
        return out

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        out = Value(self.data * other.data, "", (self, other), "*")
        return out


Value.__radd__ = Value.__add__
Value.__rmul__ = Value.__mul__
Value.__neg__ = lambda self: self * -1
Value.__sub__ = lambda self, other: self + (other * -1)
Value.__rsub__ = lambda self, other: (-self) + other
""",
    ),
    (
        "02.value",
        "hostile",
        "making an object asks for input",
        """
class Value:
    def __init__(self, data, label="", _prev=(), _op=""):
        self.data = data
        self.grad = float(input("grad? "))
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
        return other + (-self)
""",
    ),
    (
        "02.replay",
        "core",
        "interior nodes with the same label are replaced too",
        """
def replay(root, changes):
    if root.label in changes:
        return changes[root.label]
    if not root._prev:
        return root.data
    left, right = root._prev
    x, y = replay(left, changes), replay(right, changes)
    return x + y if root._op == "+" else x * y
""",
    ),
    (
        "02.replay",
        "core",
        "the numbers of the graph are changed",
        """
def replay(root, changes):
    if not root._prev:
        if root.label in changes:
            root.data = changes[root.label]
    else:
        left, right = root._prev
        replay(left, changes)
        replay(right, changes)
        root.data = left.data + right.data if root._op == "+" else left.data * right.data
    return root.data
""",
    ),
    (
        "02.replay",
        "core",
        "leaves that are not mentioned become 0",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, 0.0)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "core",
        "the changes are not handed down, so nothing changes",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    left, right = root._prev
    x = replay(left, {})
    y = replay(right, {})
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "only the direct parents are looked at",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    left, right = root._prev
    x = changes.get(left.label, left.data)
    y = changes.get(right.label, right.data)
    return x + y if root._op == "+" else x * y
""",
    ),
    (
        "02.replay",
        "single",
        "a change to 0 counts as no change",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label) or root.data
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "plus and times are exchanged",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "*":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "everything is multiplied",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "the change is added to the old number",
        """
def replay(root, changes):
    if not root._prev:
        return root.data + changes.get(root.label, 0)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "every leaf must be in the changes",
        """
def replay(root, changes):
    if not root._prev:
        return changes[root.label]
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "a change is used once and taken out of the dictionary",
        """
def replay(root, changes):
    if not root._prev:
        return changes.pop(root.label, root.data)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    if root._op == "+":
        return x + y
    return x * y
""",
    ),
    (
        "02.replay",
        "single",
        "results are remembered by label, so nameless nodes are mixed up",
        """
def replay(root, changes, known=None):
    if known is None:
        known = {}
    if root.label in known:
        return known[root.label]
    if not root._prev:
        result = changes.get(root.label, root.data)
    else:
        x, y = [replay(p, changes, known) for p in root._prev]
        result = x + y if root._op == "+" else x * y
    known[root.label] = result
    return result
""",
    ),
    (
        "02.replay",
        "single",
        "the square has one parent: a set of the parents",
        """
def replay(root, changes):
    if not root._prev:
        return changes.get(root.label, root.data)
    numbers = {replay(parent, changes) for parent in root._prev}
    result = 0 if root._op == "+" else 1
    for number in numbers:
        result = result + number if root._op == "+" else result * number
    return result
""",
    ),
    (
        "02.replay",
        "single",
        "the node with a name counts as a leaf",
        """
def replay(root, changes):
    if root.label != "":
        return changes.get(root.label, root.data)
    left, right = root._prev
    x, y = replay(left, changes), replay(right, changes)
    return x + y if root._op == "+" else x * y
""",
    ),
    (
        "02.replay",
        "form",
        "the result is a Value",
        """
def replay(root, changes):
    if not root._prev:
        return mgrad.Value(changes.get(root.label, root.data), root.label)
    left, right = root._prev
    x = replay(left, changes)
    y = replay(right, changes)
    return x + y if root._op == "+" else x * y
""",
    ),
    (
        "02.replay",
        "form",
        "printed and not returned",
        """
def replay(root, changes):
    def number(node):
        if not node._prev:
            return changes.get(node.label, node.data)
        x, y = number(node._prev[0]), number(node._prev[1])
        return x + y if node._op == "+" else x * y
    print(number(root))
""",
    ),
    (
        "02.replay",
        "form",
        "a text with the number",
        """
def replay(root, changes):
    def number(node):
        if not node._prev:
            return changes.get(node.label, node.data)
        x, y = number(node._prev[0]), number(node._prev[1])
        return x + y if node._op == "+" else x * y
    return f"{root.label} = {number(root)}"
""",
    ),
    (
        "02.replay",
        "form",
        "old and new number as a pair",
        """
def replay(root, changes):
    def number(node):
        if not node._prev:
            return changes.get(node.label, node.data)
        x, y = map(number, node._prev)
        return x + y if node._op == "+" else x * y
    return root.data, number(root)
""",
    ),
    (
        "02.replay",
        "two",
        "interior nodes are replaced, and the rest of the leaves become 0",
        """
def replay(root, changes):
    if root.label in changes:
        return changes[root.label]
    if not root._prev:
        return 0
    x, y = replay(root._prev[0], changes), replay(root._prev[1], changes)
    return x + y if root._op == "+" else x * y
""",
    ),
    (
        "02.replay",
        "two",
        "the graph is changed, and a zero counts as no change",
        """
def replay(root, changes):
    if not root._prev:
        root.data = changes.get(root.label) or root.data
        return root.data
    x, y = [replay(p, changes) for p in root._prev]
    root.data = x + y if root._op == "+" else x * y
    return root.data
""",
    ),
    (
        "02.replay",
        "right",
        "one expression",
        """
def replay(root, changes):
    if root._op == "":
        return changes[root.label] if root.label in changes else root.data
    numbers = [replay(parent, changes) for parent in root._prev]
    return sum(numbers) if root._op == "+" else numbers[0] * numbers[1]
""",
    ),
    (
        "02.replay",
        "right",
        "parents first in a list, numbers kept by the id of the node",
        """
def replay(root, changes):
    order, stack = [], [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(node._prev)
    numbers = {}
    for node in reversed(order):
        if len(node._prev) == 0:
            numbers[id(node)] = changes.get(node.label, node.data)
        else:
            left, right = (numbers[id(p)] for p in node._prev)
            numbers[id(node)] = left + right if node._op == "+" else left * right
    return numbers[id(root)]
""",
    ),
    (
        "02.replay",
        "right",
        "each node once, with a memory by object, and the operator module",
        """
import operator

def replay(root, changes):
    memory = {}
    apply = {"+": operator.add, "*": operator.mul}

    def number(node):
        if node not in memory:
            if node._prev:
                memory[node] = apply[node._op](*[number(p) for p in node._prev])
            else:
                memory[node] = changes.get(node.label, node.data)
        return memory[node]

    return number(root)
""",
    ),
    (
        "02.replay",
        "hostile",
        "the node is never taken off the to-do list, so the walk does not end",
        """
def replay(root, changes):
    to_do = [root]
    while to_do:
        node = to_do[-1]
        if node.label in changes:
            continue
    return root.data
""",
    ),
    (
        "02.replay",
        "hostile",
        "an exception of the student's own",
        """
class AssertionFailed(BaseException):
    pass

def replay(root, changes):
    raise AssertionFailed("passed")
""",
    ),
]
