"""What several tasks of lesson 08 PyTorch share."""

from mgrad.check.probe import engine_of
from mgrad.check.task import listed


def with_rows(right, **rows):
    """The right answer with some rows changed, for example ``row4="B"``."""
    changed = list(right)
    for row, entry in rows.items():
        changed[int(row[3:]) - 1] = entry
    return "".join(changed) if isinstance(right, str) else changed


def set_to_zero(p):
    p.grad = 0.0


def make_optimiser(move, keep=list, reset=set_to_zero, clears=False):
    """A class in PyTorch's shape; ``move(self, i, p)`` moves parameter number i."""

    class Optimiser:
        def __init__(self, parameters, lr=0.001, momentum=0.0, betas=(0.9, 0.999), eps=1e-8):
            self.parameters = keep(parameters)
            self.lr, self.momentum, self.betas, self.eps = lr, momentum, betas, eps
            self.memory, self.t = {}, 0

        def zero_grad(self):
            for p in self.parameters:
                reset(p)

        def step(self):
            self.t += 1
            for i, p in enumerate(self.parameters):
                move(self, i, p)
                if clears:
                    p.grad = 0.0

    return Optimiser


def make_velocity(sign=-1, own=True, kept=True, averaged=False, late=False):
    """The update of SGD with momentum, with one idea changed."""

    def move(self, i, p):
        name = i if own else "all"
        before = self.memory.get(name, 0.0) if kept else 0.0
        velocity = self.momentum * before + (1 - self.momentum if averaged else 1.0) * p.grad
        self.memory[name] = velocity
        p.data += sign * self.lr * (before if late and self.momentum else velocity)

    return move


def probe_optimiser(optimiser_class, case):
    what, starts, options, gradients = case
    engine = engine_of(optimiser_class)
    values = [engine(start) for start in starts]
    given = (value for value in values) if what == "generator" else values
    optimiser = optimiser_class(given, **options)
    if what in ("zero_grad", "generator"):
        for value, gradient in zip(values, gradients[0]):
            value.grad = gradient
        optimiser.zero_grad()
        if what == "zero_grad":
            return {
                "data": [value.data for value in values],
                "grad": [value.grad for value in values],
            }
    for row in gradients:
        for value, gradient in zip(values, row):
            value.grad = gradient
        optimiser.step()
    return {"data": [value.data for value in values], "grad": [value.grad for value in values]}


def say_optimiser(case):
    what, starts, options, gradients = case
    made = f"parameters {listed(starts)}" + (
        " handed over as a generator" if what == "generator" else ""
    )
    made += "".join(
        f", {name} = {value:g}" for name, value in options.items() if not isinstance(value, list)
    )
    if what == "zero_grad":
        return f"{made}, gradients {listed(gradients[0])}, then zero_grad()"
    steps = ", then ".join(listed(row) for row in gradients)
    start = "after zero_grad(), " if what == "generator" else ""
    return (
        f"{made}; {start}step() with gradient{'s' * (len(gradients) > 1 or len(starts) > 1)} "
        f"{steps}"
    )
