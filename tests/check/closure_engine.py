"""A student's engine in micrograd's form, on which the answers of several lessons stand."""


class ClosureValue:
    """micrograd's form:

    every operation makes its own ``_backward``; minus and division are put together.
    """

    def __init__(self, data, label="", _prev=(), _op="", _local=()):
        self.data, self.label, self._op, self.grad = data, label, _op, 0
        self._prev = tuple(_prev)
        self._backward = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, ClosureValue) else type(self)(other)
        out = type(self)(self.data + other.data, _prev=(self, other), _op="+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, ClosureValue) else type(self)(other)
        out = type(self)(self.data * other.data, _prev=(self, other), _op="*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, k):
        assert isinstance(k, int | float)
        out = type(self)(self.data**k, _prev=(self,), _op=f"**{k}")

        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        return self * (other**-1)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return other + (-self)

    def __rtruediv__(self, other):
        return other * self**-1

    def backward(self):
        topo, visited = [], set()

        def build(node):
            if node not in visited:
                visited.add(node)
                for child in node._prev:
                    build(child)
                topo.append(node)

        build(self)
        self.grad = 1
        for node in reversed(topo):
            node._backward()


Value = ClosureValue  # the name that exercises use
