"""What several tasks of lesson 08 PyTorch share."""

import re

from mgrad.check.probe import FormError, engine_of, letters
from mgrad.check.task import listed


def with_rows(right, **rows):
    """The right answer with some rows changed, for example ``row4="B"``."""
    changed = list(right)
    for row, entry in rows.items():
        changed[int(row[3:]) - 1] = entry
    return "".join(changed) if isinstance(right, str) else changed


def set_to_zero(p):
    p.grad = 0.0


def set_to_none(p):
    p.grad = None


def letters_of(answer):
    """Letters in any form in which a person would write them, a set too."""
    return letters(sorted(answer) if isinstance(answer, set | frozenset) else answer)


def make_optimiser(move, keep=list, reset=set_to_zero, clears=False, forgets="", default=0.001):
    """A class in PyTorch's shape; ``move(self, i, p)`` moves parameter number i."""

    class Optimiser:
        def __init__(self, parameters, lr=default, *rest, **options):
            names = ["momentum"] if len(rest) == 1 else ["betas", "eps"]  # of SGD, of Adam
            given = dict(zip(names, rest)) | options
            self.parameters, self.lr = keep(parameters), lr
            self.momentum, self.eps = given.get("momentum", 0.0), given.get("eps", 1e-8)
            self.betas = given.get("betas", (0.9, 0.999))
            self.memory, self.t = {}, 0

        def zero_grad(self):
            if forgets:
                self.memory, self.t = {}, 0 if forgets == "all" else self.t
            for p in self.parameters:
                reset(p)

        def step(self):
            self.t += 1
            for i, p in enumerate(self.parameters):
                move(self, i, p)
                if clears:
                    p.grad = 0.0

    return Optimiser


def make_velocity(sign=-1, own=True, kept=True, averaged=False, rule="classic"):
    """The update of SGD with momentum, with one idea changed."""

    def move(self, i, p):
        name = i if own else "all"
        before = self.memory.get(name, 0.0) if kept else 0.0
        velocity = self.momentum * before + (1 - self.momentum if averaged else 1.0) * p.grad
        if rule == "added":
            velocity = before + p.grad
        if rule == "gradient scaled":
            velocity = before + self.momentum * p.grad if self.momentum else p.grad
        if rule == "rate inside":
            velocity = self.lr * velocity
        self.memory[name] = velocity
        by = velocity
        if rule == "gradient":
            by = p.grad
        if rule == "rate inside":
            by = velocity / self.lr
        if rule == "old velocity":
            by = before
        if rule in ("no rate", "rate twice"):
            by = velocity / self.lr if rule == "no rate" else velocity * self.lr
        p.data += sign * self.lr * by

    return move


def probe_optimiser(optimiser_class, case):
    what, starts, options, gradients = case
    engine = engine_of(optimiser_class)
    for method in ("zero_grad", "step"):
        if not hasattr(optimiser_class, method):
            raise FormError(f"{optimiser_class.__name__} has no method {method}, and needs one.")
    values = [engine(start) for start in starts]
    try:
        return _use(optimiser_class, values, what, options, gradients)
    except AttributeError as error:
        if "'Value' object has no attribute" not in str(error):
            raise
        raise FormError(
            f"A Value has no place for more than its own parts ({error}). What belongs to a "
            "parameter can be kept in the optimiser."
        ) from None
    except TypeError as error:
        if "'generator'" in str(error):
            raise FormError(
                "The parameters may come as a generator: it has no length and no places, and it "
                f"can be walked only once ({error})."
            ) from None
        missing = re.search(r"__init__.* unexpected keyword argument '(\w+)'", str(error))
        if missing and missing[1] in options:  # no other error is as good as this one
            return {"__init__": f"takes no {missing[1]}"}
        raise


def _use(optimiser_class, values, what, options, gradients):
    given = (value for value in values) if what == "generator" else values
    if what == "ordered":
        optimiser = optimiser_class(given, *options.values())
    else:
        optimiser = optimiser_class(given, **options)
    if what in ("zero_grad", "generator"):
        for value, gradient in zip(values, gradients[0]):
            value.grad = gradient
        optimiser.zero_grad()
    for row in gradients if what != "zero_grad" else []:
        if what == "loop":
            optimiser.zero_grad()
        for value, gradient in zip(values, row):
            value.grad = gradient
        optimiser.step()
    return {"data": [value.data for value in values], "grad": [value.grad for value in values]}


def say_optimiser(case):
    what, starts, options, gradients = case
    settings = "".join(
        f", {name} = {value:g}" for name, value in options.items() if not isinstance(value, list)
    )
    made = f"the parameters {listed(starts)}{settings}"
    if what == "zero_grad":
        return f"{made}, gradients {listed(gradients[0])}, then zero_grad()"
    rows = " → ".join(listed(row) for row in gradients)
    if what == "ordered":
        return f"{made} (without names, in this order); step() with the gradients {rows}"
    if what == "generator":
        return f"{made}, as a generator; after zero_grad(), step() with the gradients {rows}"
    if what == "loop":
        return f"{made}; zero_grad() before each step() with the gradients {rows}"
    return f"{made}; step() with the gradients {rows}"


def make_model(numbers, n_inputs):
    """A network of PyTorch with these parameters: one neuron, or three with tanh and one."""
    import torch

    parts = [torch.nn.Linear(n_inputs, 1)]
    if len(numbers) > n_inputs + 1:
        parts = [torch.nn.Linear(n_inputs, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1)]
    model, given = torch.nn.Sequential(*parts).double(), torch.tensor(numbers, dtype=torch.float64)
    torch.nn.utils.vector_to_parameters(given, model.parameters())
    return model


def say_examples(rows):
    """Lists of numbers, or None in their place, as a case names them."""
    return ", ".join("None" if row is None else listed(row) for row in rows)
