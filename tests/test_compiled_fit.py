"""fit(..., compiled=True): the same History to the last bit, or a line that says why not."""

import random
import re

import pytest

from mgrad import (
    MLP,
    Module,
    Tensor,
    Value,
    cross_entropy,
    fit,
    max_margin_loss,
    mean_squared_error,
)


def data(n=12, n_inputs=2):
    rng = random.Random(7)
    inputs = [[rng.uniform(-1, 1) for _ in range(n_inputs)] for _ in range(n)]
    return inputs, [1 if x[0] * x[1] > 0 else -1 for x in inputs]


def train(compiled, make, inputs, targets, **options):
    random.seed(1337)
    model = make()
    settings = {"loss": max_margin_loss, "steps": 6, "learning_rate": 0.5, "progress": False}
    history = fit(model, inputs, targets, **settings | options, compiled=compiled)
    numbers = [p.data for p in model.parameters()]
    return history.rows, history.final, history.message, numbers, random.random()


CASES = {
    "tanh": {},
    "relu, L2": {"make": lambda: MLP(2, [5, 4, 1], "relu"), "l2": 0.01},
    "batches": {"batch_size": 5, "l2": 0.01},
    "sigmoid, squares": {
        "make": lambda: MLP(2, [3, 1], "sigmoid", "tanh"),
        "loss": mean_squared_error,
    },
    "three classes": {
        "make": lambda: MLP(2, [4, 3]),
        "loss": cross_entropy,
        "targets": [0, 1, 2, 2, 1, 0] * 2,
    },
    "a loss of one's own": {"loss": lambda scores, targets: sum(s * s for s in scores) * 0.1},
    "one number an example": {
        "make": lambda: Single(),
        "inputs": [0.1 * i for i in range(12)],
        "loss": mean_squared_error,
    },
    "it diverges": {"loss": mean_squared_error, "learning_rate": 1e6, "steps": 30},
    "stopped by a callback": {"callback": lambda step, model, history: step == 2},
}


class Single(Module):
    def __init__(self, function=lambda v: v.tanh()):
        self.w, self.function = Value(random.uniform(0, 1)), function

    def __call__(self, x):
        return self.function(x * self.w)

    def parameters(self):
        return [self.w]


@pytest.mark.parametrize("case", CASES)
def test_the_same_history_to_the_last_bit(case, capsys):
    inputs, targets = data()
    options = {"make": lambda: MLP(2, [5, 4, 1]), "inputs": inputs, "targets": targets}
    options |= CASES[case]
    usual, compiled = train(False, **options), train(True, **options)
    assert repr(compiled) == repr(usual)  # repr: a NaN equals itself
    assert "Not compiled" not in capsys.readouterr().out


class Branching(MLP):
    def __call__(self, x):
        score = super().__call__(x)
        return score if score.data > 0 else score * 0.5


class Dropout(MLP):
    def __call__(self, x):
        return super().__call__(x) * (random.random() > 0.5)


class Lossy(MLP):
    def __call__(self, x):
        return super().__call__([float(v) * 1.0 for v in x])


class Odd(MLP):
    def __call__(self, x):
        score = super().__call__(x)
        return Value(score.data, "", (score,), "round", (1.0,))


class Renewed(MLP):
    """Its parameters are new Values after each reading: a program would keep the old ones."""

    def parameters(self):
        self.layers[-1].neurons[0].b = Value(self.layers[-1].neurons[0].b.data)
        return super().parameters()


@pytest.mark.parametrize(
    "kind, reason",
    [
        (Branching, "decides by its data"),
        (Dropout, "draws numbers"),
        (Lossy, "GradientLost"),
        (Odd, "no rule for the operation 'round'"),
        (Renewed, "ther parameters|no parameter|differs"),
    ],
)
def test_what_cannot_be_compiled_is_trained_as_usual_and_said(kind, reason, capsys):
    def make():
        return kind(2, [3, 1])

    assert repr(train(True, make, *data())) == repr(train(False, make, *data()))
    out = capsys.readouterr().out
    assert out.count("Not compiled, the steps build their graphs as usual.") == 1
    assert re.search(reason, out)


def test_a_branch_that_shows_later_is_told_at_the_end(capsys):
    class Late(Single):
        def __call__(self, x):
            return x * self.w if self.w.data < 2.0 else x * self.w * 0.5

    history = train(True, Late, [1.0, 2.0], [5.0, 10.0], loss=mean_squared_error, learning_rate=0.1)
    assert "decides by its data" in history[2] and history[2].endswith("without compiled=True.")


def test_where_the_program_has_no_result_the_engine_says_why(capsys):
    def make():
        return Single(function=lambda v: v.log())

    with pytest.raises(ValueError, match="the logarithm needs a positive number") as caught:
        train(True, make, [1.0], [-9.0], loss=mean_squared_error, learning_rate=1.0)
    assert len(caught.value.history) == 1 and "Not compiled" not in capsys.readouterr().out


def test_a_network_of_tensors_says_that_nothing_changes(capsys):
    def make():
        return MLP(2, [3, 1], engine=Tensor)

    inputs, targets = data()
    repr(train(True, make, inputs, targets))
    assert "a network of Tensors computes whole batches already" in capsys.readouterr().out
