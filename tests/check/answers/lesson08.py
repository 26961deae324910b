"""Students' answers to the exercises of lesson 08, written from the notebooks alone."""

PRELUDE = """
from math import sqrt

from mgrad import Layer, Value, mean_squared_error


class Linear:
    def __init__(self, n_inputs, n_outputs):
        self.weight = [[Value(0.0) for _ in range(n_inputs)] for _ in range(n_outputs)]
        self.bias = [Value(0.0) for _ in range(n_outputs)]

    def __call__(self, inputs):
        return [Value.dot(row, inputs, b) for row, b in zip(self.weight, self.bias)]
"""


def adam(
    numbers="b1, b2 = self.b1, self.b2",
    advance="self.t += 1",
    loop="",
    new_m="self.m[i] = b1 * self.m[i] + (1 - b1) * g",
    new_v="self.v[i] = b2 * self.v[i] + (1 - b2) * g * g",
    m_hat="m_hat = self.m[i] / (1 - b1 ** self.t)",
    v_hat="v_hat = self.v[i] / (1 - b2 ** self.t)",
    update="p.data -= self.lr * m_hat / (sqrt(v_hat) + self.eps)",
    after="",
    cleared="",
    keep="list(parameters)",
    signature="parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8",
):
    """One student's Adam, so that each entry below shows only the line that differs."""
    lines = [
        "class Adam:",
        f"    def __init__(self, {signature}):",
        f"        self.parameters = {keep}",
        "        self.lr, self.eps = lr, eps",
        "        self.b1, self.b2 = betas",
        "        self.m = [0.0] * len(self.parameters)",
        "        self.v = [0.0] * len(self.parameters)",
        "        self.t = 0",
        "",
        "    def zero_grad(self):",
        "        for p in self.parameters:",
        "            p.grad = 0.0",
        f"        {cleared}",
        "",
        "    def step(self):",
        f"        {advance}",
        f"        {numbers}",
        "        for i, p in enumerate(self.parameters):",
        f"            {loop}",
        "            g = p.grad",
        f"            {new_m}",
        f"            {new_v}",
        f"            {m_hat}",
        f"            {v_hat}",
        f"            {update}",
        f"        {after}",
    ]
    return "\n" + "\n".join(line for line in lines if line.strip() or not line) + "\n"


ANSWERS = [
    # task, kind, idea, code
    # -- 08.dictionary -----------------------------------------------------------------
    (
        "08.dictionary",
        "core",
        "nn.Linear taken for a tanh layer",
        """
dictionary = "DBFGEHA"
""",
    ),
    (
        "08.dictionary",
        "core",
        "item() taken for the gradient of the loss",
        """
dictionary = "JBFGECA"
""",
    ),
    (
        "08.dictionary",
        "core",
        "step() taken for the backward pass",
        """
dictionary = "DBIGECA"
""",
    ),
    (
        "08.dictionary",
        "core",
        "no_grad taken for setting gradients to zero",
        """
dictionary = "DBFBECA"
""",
    ),
    (
        "08.dictionary",
        "single",
        "grad_fn taken for the call of backward",
        """
dictionary = "DBFGICA"
""",
    ),
    (
        "08.dictionary",
        "single",
        "grad_fn taken for the gradient",
        """
dictionary = "DBFGJCA"
""",
    ),
    (
        "08.dictionary",
        "single",
        "zero_grad and step exchanged",
        """
dictionary = "DFBGECA"
""",
    ),
    (
        "08.dictionary",
        "single",
        "rows 6 and 7 exchanged: the numbers and the layer",
        """
dictionary = "DBFGEAC"
""",
    ),
    (
        "08.dictionary",
        "single",
        "state_dict taken for a number, item() for the numbers",
        """
dictionary = "ABFGECD"
""",
    ),
    (
        "08.dictionary",
        "single",
        "no_grad taken for the backward pass",
        """
dictionary = "DBFIECA"
""",
    ),
    (
        "08.dictionary",
        "form",
        "the letters used, in the order of the alphabet",
        """
dictionary = "ABCDEFG"
""",
    ),
    (
        "08.dictionary",
        "form",
        "the three left over",
        """
dictionary = "HIJ"
""",
    ),
    (
        "08.dictionary",
        "form",
        "the last row is missing",
        """
dictionary = "DBFGEC"
""",
    ),
    (
        "08.dictionary",
        "form",
        "the other direction: for A to G the number of the row",
        """
dictionary = "7261534"
""",
    ),
    (
        "08.dictionary",
        "two",
        "item() as the gradient, and Linear as a tanh layer",
        """
dictionary = "JBFGEHA"
""",
    ),
    (
        "08.dictionary",
        "two",
        "step() as backward, and no_grad as setting to zero",
        """
dictionary = "DBIBECA"
""",
    ),
    (
        "08.dictionary",
        "right",
        "a list of letters",
        """
dictionary = ["D", "B", "F", "G", "E", "C", "A"]
""",
    ),
    (
        "08.dictionary",
        "right",
        "letters with commas between",
        """
dictionary = "D, B, F, G, E, C, A"
""",
    ),
    (
        "08.dictionary",
        "right",
        "put together row by row",
        """
rows = {1: "D", 2: "B", 3: "F", 4: "G", 5: "E", 6: "C", 7: "A"}
dictionary = "".join(rows[i] for i in sorted(rows))
""",
    ),
    # -- 08.float32 --------------------------------------------------------------------
    (
        "08.float32",
        "core",
        "2 to the 24 plus 1 thought to fit: it is a whole number",
        """
unchanged = "ACEFGH"
""",
    ),
    (
        "08.float32",
        "core",
        "0.1 thought to fit, because it is short in decimals",
        """
unchanged = "ABCEFH"
""",
    ),
    (
        "08.float32",
        "core",
        "1/1024 left out, because it has many decimals",
        """
unchanged = "ACFH"
""",
    ),
    (
        "08.float32",
        "core",
        "-3 left out: negative",
        """
unchanged = "AEFH"
""",
    ),
    (
        "08.float32",
        "single",
        "the ones that change",
        """
unchanged = "BDG"
""",
    ),
    (
        "08.float32",
        "single",
        "only whole numbers",
        """
unchanged = "CFG"
""",
    ),
    (
        "08.float32",
        "single",
        "only single powers of two",
        """
unchanged = "AEF"
""",
    ),
    (
        "08.float32",
        "single",
        "2 to the 24 left out: too large for 24 digits",
        """
unchanged = "ACEH"
""",
    ),
    (
        "08.float32",
        "single",
        "0.75 left out: not a power of two",
        """
unchanged = "ACEF"
""",
    ),
    (
        "08.float32",
        "single",
        "all that have at most seven decimal digits",
        """
unchanged = "ABCH"
""",
    ),
    (
        "08.float32",
        "single",
        "1/3 thought to fit as a fraction",
        """
unchanged = "ACDEFH"
""",
    ),
    (
        "08.float32",
        "single",
        "compares inside float32, where 0.1 is cut too: all seem equal",
        """
import numpy as np
numbers = dict(A=0.5, B=0.1, C=-3, D=1/3, E=0.0009765625, F=16777216, G=16777217, H=0.75)
unchanged = "".join(k for k, x in numbers.items() if np.float32(x) == x)
""",
    ),
    (
        "08.float32",
        "form",
        "the numbers in place of the letters",
        """
unchanged = [0.5, -3, 0.0009765625, 16777216, 0.75]
""",
    ),
    (
        "08.float32",
        "form",
        "true or false for each of the eight",
        """
unchanged = [True, False, True, False, True, True, False, True]
""",
    ),
    (
        "08.float32",
        "form",
        "how many there are",
        """
unchanged = 5
""",
    ),
    (
        "08.float32",
        "two",
        "0.1 in, and 2 to the 24 plus 1 in",
        """
unchanged = "ABCEFGH"
""",
    ),
    (
        "08.float32",
        "right",
        "a set of letters",
        """
unchanged = {"A", "C", "E", "F", "H"}
""",
    ),
    (
        "08.float32",
        "right",
        "letters in another order, with spaces",
        """
unchanged = "C F A H E"
""",
    ),
    (
        "08.float32",
        "right",
        "packed and unpacked by the computer",
        """
import struct
numbers = [0.5, 0.1, -3, 1 / 3, 0.0009765625, 16777216, 16777217, 0.75]
unchanged = [letter for letter, x in zip("ABCDEFGH", numbers)
             if struct.unpack("f", struct.pack("f", x))[0] == x]
""",
    ),
    (
        "08.float32",
        "hostile",
        "a list that contains itself",
        """
unchanged = ["A", "C", "E", "F", "H"]
unchanged += [unchanged]
""",
    ),
    # -- 08.twice ----------------------------------------------------------------------
    (
        "08.twice",
        "core",
        "PyTorch goes twice over the same graph, as mgrad does",
        """
outcomes = [8, 8, 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "core",
        "mgrad refuses the second pass too",
        """
outcomes = ["error", "error", 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "core",
        "with retain_graph the second pass replaces the first",
        """
outcomes = [8, "error", 11, 4, 2]
""",
    ),
    (
        "08.twice",
        "core",
        "a new graph starts with empty leaves",
        """
outcomes = [8, "error", 22, 2, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "grad = None changes nothing",
        """
outcomes = [8, "error", 22, 4, 4]
""",
    ),
    (
        "08.twice",
        "single",
        "nothing can be added to None",
        """
outcomes = [8, "error", 22, 4, "error"]
""",
    ),
    (
        "08.twice",
        "single",
        "the leaves are never added up",
        """
outcomes = [4, "error", 11, 2, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "mgrad sets its leaves back before each pass",
        """
outcomes = [4, "error", 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "interior nodes pile up as in the old engines",
        """
outcomes = [16, "error", 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "retain_graph wanted in the second call",
        """
outcomes = [8, "error", "error", 4, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "a second backward is always an error in PyTorch, new graph or not",
        """
outcomes = [8, "error", 22, "error", "error"]
""",
    ),
    (
        "08.twice",
        "single",
        "the gradient that is left after the error, in place of the error",
        """
outcomes = [8, 4, 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "single",
        "None stays None",
        """
outcomes = [8, "error", 22, 4, None]
""",
    ),
    (
        "08.twice",
        "form",
        "numbers as texts",
        """
outcomes = ["8", "error", "22", "4", "2"]
""",
    ),
    (
        "08.twice",
        "form",
        "error without quotation marks: the cell stops",
        """
outcomes = [8, error, 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "form",
        "None in place of the text error",
        """
outcomes = [8, None, 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "form",
        "the row with the error left out",
        """
outcomes = [8, 22, 4, 2]
""",
    ),
    (
        "08.twice",
        "two",
        "no error in row 2, and no sum in row 4",
        """
outcomes = [8, 8, 22, 2, 2]
""",
    ),
    (
        "08.twice",
        "right",
        "twice the numbers of the text, as floats",
        """
outcomes = [2 * 4.0, "error", 2 * 11.0, 2 * 2.0, 2.0]
""",
    ),
    (
        "08.twice",
        "right",
        "row 1 measured, the rest appended",
        """
u, v, w = Value(3), Value(2), Value(-1)
L = (u * v + w) * v
L.backward()
L.backward()
outcomes = [u.grad]
outcomes += ["error", v.grad, w.grad, w.grad / 2]
""",
    ),
    (
        "08.twice",
        "right",
        "from a dictionary by rows",
        """
row = {1: 8, 2: "error", 3: 22, 4: 4, 5: 2}
outcomes = [row[i] for i in range(1, 6)]
""",
    ),
    (
        "08.twice",
        "hostile",
        "asks the check for the answer",
        """
import mgrad.check as c
outcomes = None
for name in dir(c):
    thing = getattr(c, name)
    if isinstance(thing, dict) and "08.twice" in thing:
        outcomes = thing["08.twice"]
""",
    ),
    # -- 08.sgd ------------------------------------------------------------------------
    (
        "08.sgd",
        "core",
        "the generator is kept: after the first loop it is empty",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = parameters
        self.lr = lr
        self.momentum = momentum
        self.v = {}

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            self.v[id(p)] = self.momentum * self.v.get(id(p), 0.0) + p.grad
            p.data -= self.lr * self.v[id(p)]
""",
    ),
    (
        "08.sgd",
        "core",
        "p -= ... makes a new Value, the parameter stays",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr, self.momentum = lr, momentum
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p -= self.lr * self.v[i]
""",
    ),
    (
        "08.sgd",
        "core",
        "the new velocity is not written back into the list",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr, self.momentum = lr, momentum
        self.velocities = [0.0 for _ in self.parameters]

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p, v in zip(self.parameters, self.velocities):
            v = self.momentum * v + p.grad
            p.data -= self.lr * v
""",
    ),
    (
        "08.sgd",
        "core",
        "the momentum is taken and never used",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
""",
    ),
    (
        "08.sgd",
        "single",
        "one velocity for all parameters",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            self.v = self.momentum * self.v + p.grad
            p.data -= self.lr * self.v
""",
    ),
    (
        "08.sgd",
        "single",
        "the velocity weighted with 1 - momentum, as a mean",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + (1 - self.mu) * p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "single",
        "walks uphill",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data += self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "single",
        "step() clears the gradients afterwards",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
        self.zero_grad()
""",
    ),
    (
        "08.sgd",
        "single",
        "zero_grad() forgets the velocities too",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.zero_grad()

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0
        self.vs = [0.0] * len(self.ps)

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "single",
        "zero_grad() sets None, as PyTorch does",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = None

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "single",
        "zero_grad() sets the numbers to 0, not the gradients",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.data = 0.0

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "single",
        "moves by the old velocity, then renews it",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for i, p in enumerate(self.ps):
            p.data -= self.lr * self.vs[i]
            self.vs[i] = self.mu * self.vs[i] + p.grad
""",
    ),
    (
        "08.sgd",
        "single",
        "velocities stored by label: Values without a label share one",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.v = {p.label: 0.0 for p in self.ps}

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for p in self.ps:
            self.v[p.label] = self.mu * self.v[p.label] + p.grad
            p.data -= self.lr * self.v[p.label]
""",
    ),
    (
        "08.sgd",
        "single",
        "the velocity is kept on the Value, which has no place for it",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        for p in self.ps:
            p.velocity = 0.0

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        for p in self.ps:
            p.velocity = self.mu * p.velocity + p.grad
            p.data -= self.lr * p.velocity
""",
    ),
    (
        "08.sgd",
        "form",
        "self is missing in two methods",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad():
        for p in self.ps:
            p.grad = 0.0

    def step():
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "form",
        "zero_grad is missing",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def step(self):
        for i, p in enumerate(self.ps):
            self.vs[i] = self.mu * self.vs[i] + p.grad
            p.data -= self.lr * self.vs[i]
""",
    ),
    (
        "08.sgd",
        "form",
        "step() returns the new numbers and changes nothing",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum
        self.vs = [0.0] * len(self.ps)

    def zero_grad(self):
        for p in self.ps:
            p.grad = 0.0

    def step(self):
        self.vs = [self.mu * v + p.grad for v, p in zip(self.vs, self.ps)]
        return [p.data - self.lr * v for v, p in zip(self.vs, self.ps)]
""",
    ),
    (
        "08.sgd",
        "two",
        "the generator is kept, and the momentum is not used",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = parameters
        self.lr = lr

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
""",
    ),
    (
        "08.sgd",
        "right",
        "pairs of parameter and velocity",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.pairs = [[p, 0.0] for p in parameters]
        self.lr = lr
        self.momentum = momentum

    def zero_grad(self):
        for p, _ in self.pairs:
            p.grad = 0.0

    def step(self):
        for pair in self.pairs:
            pair[1] = self.momentum * pair[1] + pair[0].grad
            pair[0].data -= self.lr * pair[1]
""",
    ),
    (
        "08.sgd",
        "right",
        "a dictionary from the Value to its velocity",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.velocity = dict.fromkeys(parameters, 0.0)
        self.lr = lr
        self.momentum = momentum

    def zero_grad(self):
        for p in self.velocity:
            p.grad = 0.0

    def step(self):
        for p, v in self.velocity.items():
            self.velocity[p] = v * self.momentum + p.grad
            p.data = p.data - self.lr * self.velocity[p]
""",
    ),
    (
        "08.sgd",
        "right",
        "a class of its own for each parameter",
        """
class One:
    def __init__(self, p):
        self.p, self.v = p, 0.0

    def move(self, lr, momentum):
        self.v = momentum * self.v + self.p.grad
        self.p.data += -lr * self.v

class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ones = tuple(map(One, parameters))
        self.settings = (lr, momentum)

    def zero_grad(self):
        for one in self.ones:
            one.p.grad = 0.0

    def step(self):
        for one in self.ones:
            one.move(*self.settings)
""",
    ),
    (
        "08.sgd",
        "hostile",
        "an endless loop: the counter is never raised",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.ps = list(parameters)
        self.lr, self.mu = lr, momentum

    def zero_grad(self):
        i = 0
        while i < len(self.ps):
            self.ps[i].grad = 0.0

    def step(self):
        for p in self.ps:
            p.data -= self.lr * p.grad
""",
    ),
    # -- 08.loop -----------------------------------------------------------------------
    (
        "08.loop",
        "core",
        "zero_grad still missing",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "core",
        "the optimiser is still made anew in each step",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        optimiser = make_optimiser(model.parameters())
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "core",
        "the losses are still Values with their graphs",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "core",
        "zero_grad between backward and step: nothing is left to step by",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.zero_grad()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "zero_grad once, before the loop",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    optimiser.zero_grad()
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "the loss is built once, before the loop",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    loss = mean_squared_error([model(x) for x in inputs], targets)
    for step in range(steps):
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "the loss measured after the update",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(mean_squared_error([model(x) for x in inputs], targets).data)
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "the backward pass is lost in the mending",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "an update of one's own in place of the optimiser's",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for p in model.parameters():
            p.data -= 0.1 * p.grad
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "one update for each example",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        total = 0.0
        for x, t in zip(inputs, targets):
            loss = mean_squared_error([model(x)], [t])
            total += loss.data
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        losses.append(total / len(inputs))
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "the optimiser is kept over calls, with the first model's parameters",
        """
kept = []
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    if not kept:
        kept.append(make_optimiser(model.parameters()))
    optimiser = kept[0]
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "single",
        "return in the loop: one step only",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return losses
""",
    ),
    (
        "08.loop",
        "form",
        "the losses as formatted texts",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(f"{loss.data:.4f}")
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "form",
        "only the last loss",
        """
def train(model, make_optimiser, inputs, targets, steps):
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return loss.data
""",
    ),
    (
        "08.loop",
        "form",
        "printed and not returned",
        """
def train(model, make_optimiser, inputs, targets, steps):
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        print(step, loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
""",
    ),
    (
        "08.loop",
        "two",
        "only the list is mended: zero_grad missing, optimiser made anew",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        optimiser = make_optimiser(model.parameters())
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "two",
        "only zero_grad is mended: optimiser made anew, Values in the list",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    for step in range(steps):
        optimiser = make_optimiser(model.parameters())
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return losses
""",
    ),
    (
        "08.loop",
        "right",
        "zero_grad at the top of the loop, item() at the end of it",
        """
def train(model, make_optimiser, inputs, targets, steps):
    optimiser = make_optimiser(model.parameters())
    losses = [None] * steps
    for step in range(steps):
        optimiser.zero_grad()
        predictions = list(map(model, inputs))
        loss = mean_squared_error(predictions, targets)
        loss.backward()
        optimiser.step()
        losses[step] = loss.item()
    return losses
""",
    ),
    (
        "08.loop",
        "right",
        "the step as an inner function in a comprehension",
        """
def train(model, make_optimiser, inputs, targets, steps):
    optimiser = make_optimiser(model.parameters())

    def one_step():
        loss = mean_squared_error([model(x) for x in inputs], targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        return loss.data

    return [one_step() for _ in range(steps)]
""",
    ),
    (
        "08.loop",
        "right",
        "a while loop, and the model's own zero_grad",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses, opt = [], make_optimiser(model.parameters())
    while len(losses) < steps:
        model.zero_grad()
        loss = mean_squared_error([model(x) for x in inputs], targets)
        loss.backward()
        losses.append(loss.data)
        opt.step()
    return losses
""",
    ),
    (
        "08.loop",
        "hostile",
        "interrupts when the loss no longer falls, as if from the keyboard",
        """
def train(model, make_optimiser, inputs, targets, steps):
    losses = []
    optimiser = make_optimiser(model.parameters())
    for step in range(steps):
        loss = mean_squared_error([model(x) for x in inputs], targets)
        losses.append(loss.data)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    raise KeyboardInterrupt("trained enough")
""",
    ),
    # -- 08.copy -----------------------------------------------------------------------
    (
        "08.copy",
        "core",
        "rows and columns right, but both networks hold the same Values",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w
        linear.bias[i] = neuron.b
""",
    ),
    (
        "08.copy",
        "core",
        "numbers copied, rows and columns still exchanged",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[j][i].data = w.data
        linear.bias[i].data = neuron.b.data
""",
    ),
    (
        "08.copy",
        "core",
        "plain numbers take the place of the Values",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w.data
        linear.bias[i] = neuron.b.data
""",
    ),
    (
        "08.copy",
        "core",
        "the biases are still shared",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data = w.data
        linear.bias[i] = neuron.b
""",
    ),
    (
        "08.copy",
        "single",
        "the biases are forgotten",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data = w.data
""",
    ),
    (
        "08.copy",
        "single",
        "copies in the other direction, into the layer",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            w.data = linear.weight[i][j].data
        neuron.b.data = linear.bias[i].data
""",
    ),
    (
        "08.copy",
        "single",
        "adds to what is there",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data += w.data
        linear.bias[i].data += neuron.b.data
""",
    ),
    (
        "08.copy",
        "single",
        "new nodes computed from the layer's: gradients flow back into it",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = w * 1.0
        linear.bias[i] = neuron.b * 1.0
""",
    ),
    (
        "08.copy",
        "single",
        "the lists are copied, the Values in them are the same",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        linear.weight[i] = neuron.w.copy()
        linear.bias[i].data = neuron.b.data
""",
    ),
    (
        "08.copy",
        "single",
        "returns after the first neuron",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data = w.data
        linear.bias[i].data = neuron.b.data
        return linear
""",
    ),
    (
        "08.copy",
        "single",
        "two neurons and two inputs written in",
        """
def copy_weights(layer, linear):
    for i in range(2):
        for j in range(2):
            linear.weight[i][j].data = layer.neurons[i].w[j].data
        linear.bias[i].data = layer.neurons[i].b.data
""",
    ),
    (
        "08.copy",
        "single",
        "all neurons get the last one's row: one list for all",
        """
def copy_weights(layer, linear):
    row = [Value(0.0) for _ in layer.neurons[0].w]
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            row[j].data = w.data
        linear.weight[i] = row
        linear.bias[i].data = neuron.b.data
""",
    ),
    (
        "08.copy",
        "single",
        "a Value made of a Value",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j] = Value(w)
        linear.bias[i] = Value(neuron.b)
""",
    ),
    (
        "08.copy",
        "form",
        "a new Linear is returned, the one given stays as it was",
        """
def copy_weights(layer, linear):
    linear = Linear(len(layer.neurons[0].w), len(layer.neurons))
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data = w.data
        linear.bias[i].data = neuron.b.data
    return linear
""",
    ),
    (
        "08.copy",
        "form",
        "the numbers are returned as lists",
        """
def copy_weights(layer, linear):
    weight = [[w.data for w in neuron.w] for neuron in layer.neurons]
    bias = [neuron.b.data for neuron in layer.neurons]
    return weight, bias
""",
    ),
    (
        "08.copy",
        "two",
        "rows and columns exchanged, and the biases shared",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[j][i].data = w.data
        linear.bias[i] = neuron.b
""",
    ),
    (
        "08.copy",
        "right",
        "both sides walked together",
        """
def copy_weights(layer, linear):
    for neuron, row, b in zip(layer.neurons, linear.weight, linear.bias):
        for mine, theirs in zip(row, neuron.w):
            mine.data = theirs.data
        b.data = neuron.b.data
""",
    ),
    (
        "08.copy",
        "right",
        "new Values from the numbers",
        """
def copy_weights(layer, linear):
    linear.weight = [[Value(w.data) for w in neuron.w] for neuron in layer.neurons]
    linear.bias = [Value(neuron.b.data) for neuron in layer.neurons]
""",
    ),
    (
        "08.copy",
        "right",
        "one flat walk over all parameters, and the copy is returned too",
        """
def copy_weights(layer, linear):
    targets = []
    for row, b in zip(linear.weight, linear.bias):
        targets.extend(row + [b])
    sources = [v.data for n in layer.neurons for v in [*n.w, n.b]]
    for i in range(len(targets)):
        targets[i].data = sources[i]
    return linear
""",
    ),
    (
        "08.copy",
        "hostile",
        "right numbers, then the layer's are cleared: moved, not copied",
        """
def copy_weights(layer, linear):
    for i, neuron in enumerate(layer.neurons):
        for j, w in enumerate(neuron.w):
            linear.weight[i][j].data, w.data = w.data, 0.0
        linear.bias[i].data, neuron.b.data = neuron.b.data, 0.0
""",
    ),
    # -- 08.adam -----------------------------------------------------------------------
    (
        "08.adam",
        "core",
        "the corrections of the means are left out",
        adam(m_hat="m_hat = self.m[i]", v_hat="v_hat = self.v[i]"),
    ),
    (
        "08.adam",
        "core",
        "the corrected means go on to the next step",
        adam(
            m_hat="self.m[i] = m_hat = self.m[i] / (1 - b1 ** self.t)",
            v_hat="self.v[i] = v_hat = self.v[i] / (1 - b2 ** self.t)",
        ),
    ),
    (
        "08.adam",
        "core",
        "t counts parameters in place of steps",
        adam(advance="", loop="self.t += 1"),
    ),
    (
        "08.adam",
        "core",
        "t is 0 in the first step: division by zero",
        adam(advance="", after="self.t += 1"),
    ),
    (
        "08.adam",
        "single",
        "eps under the root",
        adam(update="p.data -= self.lr * m_hat / sqrt(v_hat + self.eps)"),
    ),
    (
        "08.adam",
        "single",
        "the root is forgotten",
        adam(update="p.data -= self.lr * m_hat / (v_hat + self.eps)"),
    ),
    (
        "08.adam",
        "single",
        "the size of the gradient in v, not its square",
        adam(new_v="self.v[i] = b2 * self.v[i] + (1 - b2) * abs(g)"),
    ),
    ("08.adam", "single", "the two betas exchanged", adam(numbers="b2, b1 = self.b1, self.b2")),
    (
        "08.adam",
        "single",
        "the correction without the power t",
        adam(m_hat="m_hat = self.m[i] / (1 - b1)", v_hat="v_hat = self.v[i] / (1 - b2)"),
    ),
    (
        "08.adam",
        "single",
        "beta times t in place of beta to the power t",
        adam(
            m_hat="m_hat = self.m[i] / (1 - b1 * self.t)",
            v_hat="v_hat = self.v[i] / (1 - b2 * self.t)",
        ),
    ),
    (
        "08.adam",
        "single",
        "zero_grad() sets the means back too",
        adam(cleared="self.m = [0.0] * len(self.m); self.v = [0.0] * len(self.v)"),
    ),
    (
        "08.adam",
        "single",
        "the gradient itself in place of its mean",
        adam(update="p.data -= self.lr * g / (sqrt(v_hat) + self.eps)"),
    ),
    (
        "08.adam",
        "single",
        "the parameters are kept as they come: a generator has no length",
        adam(keep="parameters"),
    ),
    (
        "08.adam",
        "single",
        "another default rate",
        adam(signature="parameters, lr=0.01, betas=(0.9, 0.999), eps=1e-8"),
    ),
    ("08.adam", "single", "step() clears the gradients", adam(after="self.zero_grad()")),
    (
        "08.adam",
        "form",
        "np.sqrt, where nobody imported NumPy",
        adam(update="p.data -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)"),
    ),
    (
        "08.adam",
        "form",
        "betas as two arguments in place of a pair",
        """
class Adam:
    def __init__(self, parameters, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.b1, self.b2, self.eps, self.t = lr, beta1, beta2, eps, 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * p.grad
            self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * p.grad ** 2
            m_hat = self.m[i] / (1 - self.b1 ** self.t)
            v_hat = self.v[i] / (1 - self.b2 ** self.t)
            p.data -= self.lr * m_hat / (sqrt(v_hat) + self.eps)
""",
    ),
    (
        "08.adam",
        "two",
        "no corrections, and eps under the root",
        adam(
            m_hat="m_hat = self.m[i]",
            v_hat="v_hat = self.v[i]",
            update="p.data -= self.lr * m_hat / sqrt(v_hat + self.eps)",
        ),
    ),
    (
        "08.adam",
        "right",
        "built on the own SGD, powers of beta kept by multiplying",
        """
class SGD:
    def __init__(self, parameters, lr, momentum=0.0):
        self.parameters = list(parameters)
        self.lr, self.momentum = lr, momentum
        self.v = [0.0] * len(self.parameters)

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

class Adam(SGD):
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(parameters, lr)
        self.m = [0.0 for _ in self.parameters]
        self.betas, self.eps = betas, eps
        self.power1 = self.power2 = 1.0

    def step(self):
        b1, b2 = self.betas
        self.power1 *= b1
        self.power2 *= b2
        for i, p in enumerate(self.parameters):
            self.m[i] += (1 - b1) * (p.grad - self.m[i])
            self.v[i] += (1 - b2) * (p.grad ** 2 - self.v[i])
            root = sqrt(self.v[i] / (1 - self.power2))
            p.data -= self.lr * self.m[i] / (1 - self.power1) / (root + self.eps)
""",
    ),
    (
        "08.adam",
        "right",
        "one small list [p, m, v] for each parameter",
        """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.state = [[p, 0.0, 0.0] for p in parameters]
        self.lr, self.betas, self.eps, self.steps = lr, betas, eps, 0

    def zero_grad(self):
        for p, _, _ in self.state:
            p.grad = 0.0

    def step(self):
        self.steps += 1
        (b1, b2), t = self.betas, self.steps
        for row in self.state:
            p, m, v = row
            m = b1 * m + (1 - b1) * p.grad
            v = b2 * v + (1 - b2) * p.grad ** 2
            row[1:] = m, v
            p.data -= self.lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)) ** 0.5 + self.eps)
""",
    ),
    (
        "08.adam",
        "right",
        "the corrections moved into the rate and eps",
        """
class Adam:
    def __init__(self, parameters, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.parameters = tuple(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, betas[0], betas[1], eps
        self.mean = {p: 0.0 for p in self.parameters}
        self.square = {p: 0.0 for p in self.parameters}
        self.t = 0

    def zero_grad(self):
        for p in self.parameters:
            p.grad = 0.0

    def step(self):
        self.t = self.t + 1
        c1, c2 = 1 - self.beta1 ** self.t, sqrt(1 - self.beta2 ** self.t)
        for p in self.parameters:
            self.mean[p] = self.beta1 * self.mean[p] + (1 - self.beta1) * p.grad
            self.square[p] = self.beta2 * self.square[p] + (1 - self.beta2) * p.grad * p.grad
            p.data -= self.lr * c2 / c1 * self.mean[p] / (sqrt(self.square[p]) + self.eps * c2)
""",
    ),
    (
        "08.adam",
        "hostile",
        "zero_grad() calls itself without end",
        adam(cleared="self.zero_grad()"),
    ),
]
