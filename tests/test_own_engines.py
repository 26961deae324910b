"""Losses, accuracy and fit on engines that learners write in the exercises 03 to 05.

The engines: that of the official solutions; one in micrograd's closure form; and one as short
as can be, with ``+ - * / **`` for numbers on the right and nothing on the left.
"""

import json
import math
import random
import sys
from pathlib import Path

import numpy as np
import pytest

import mgrad
from mgrad import (
    MLP,
    Tensor,
    accuracy,
    cross_entropy,
    fit,
    max_margin_loss,
    mean_squared_error,
    softmax,
)

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "check"))
from closure_engine import ClosureValue


def define_from_solutions(space, lesson, *names):
    """Run the cells of a lesson's solutions that define one of ``names``."""
    cells = json.loads((HERE.parent / "solutions" / lesson).read_text("utf-8"))["cells"]
    for text in ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"):
        if any(f"class {name}:" in text or f"def {name}(" in text for name in names):
            exec(text, space)


OWN = {"random": random, "math": math}
define_from_solutions(OWN, "03-chain-rule.ipynb", "Value")
define_from_solutions(OWN, "04-neuron.ipynb", "tanh", "relu", "weighted_sum", "Neuron")
define_from_solutions(OWN, "05-mlp.ipynb", "Layer", "MLP")


class ShortValue:
    """An engine as short as can be: numbers on the right only, a backward that calls itself."""

    def __init__(self, data):
        self.data, self.grad, self.parts = data, 0, []

    def made(self, data, *parts):
        result = ShortValue(data)
        result.parts = parts
        return result

    def __add__(self, other):
        other = other if isinstance(other, ShortValue) else ShortValue(other)
        return self.made(self.data + other.data, (self, 1), (other, 1))

    def __mul__(self, other):
        other = other if isinstance(other, ShortValue) else ShortValue(other)
        return self.made(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, k):
        return self.made(self.data**k, (self, k * self.data ** (k - 1)))

    def __sub__(self, other):
        return self + (other * -1)

    def __truediv__(self, other):
        return self * other**-1

    def backward(self, arriving=1.0):
        self.grad += arriving
        for part, local in self.parts:
            part.backward(arriving * local)


class FullValue(ClosureValue):
    """The closure engine with what cross-entropy needs."""

    def exp(self):
        out = FullValue(math.exp(self.data), _prev=(self,))
        out._backward = lambda: setattr(self, "grad", self.grad + out.data * out.grad)
        return out

    def log(self):
        out = FullValue(math.log(self.data), _prev=(self,))
        out._backward = lambda: setattr(self, "grad", self.grad + out.grad / self.data)
        return out


OwnValue = OWN["Value"]
ENGINES = pytest.mark.parametrize("engine", [OwnValue, ClosureValue, ShortValue])


def slopes(f, numbers, h=1e-6):
    """Central differences of a function of numbers."""
    result = []
    for i in range(len(numbers)):
        up, down = list(numbers), list(numbers)
        up[i] += h
        down[i] -= h
        result.append((f(up) - f(down)) / (2 * h))
    return result


NUMBERS, LABELS = [0.3, -0.4, 2.0, -1.5], [1, 1, 1, -1]

FORMULAS = {
    mean_squared_error: lambda s: sum((a - y) ** 2 for a, y in zip(s, LABELS)) / 4,
    max_margin_loss: lambda s: sum(max(0.0, 1 - y * a) for a, y in zip(s, LABELS)) / 4,
}


# -- losses and accuracy ---------------------------------------------------------------------------


@ENGINES
@pytest.mark.parametrize("loss", FORMULAS)
@pytest.mark.parametrize("targets", [LABELS, np.array(LABELS), tuple(map(float, LABELS))])
def test_a_loss_of_own_values_is_one_of_them_with_the_right_gradients(engine, loss, targets):
    scores = [engine(x) for x in NUMBERS]
    total = loss(scores, targets)
    assert type(total) is engine and total.data == pytest.approx(FORMULAS[loss](NUMBERS))
    total.backward()
    assert [s.grad for s in scores] == pytest.approx(slopes(FORMULAS[loss], NUMBERS), abs=1e-8)


@ENGINES
def test_a_hinge_loss_without_a_mistake_is_zero_and_can_go_backward(engine):
    score = engine(3.0)
    total = max_margin_loss([score], [1])
    total.backward()
    assert (type(total), total.data, score.grad) == (engine, 0.0, 0)


@ENGINES
def test_nan_in_an_own_score_is_seen_in_every_loss_and_in_the_accuracy(engine):
    scores = [engine(math.nan), engine(5.0)]
    assert math.isnan(max_margin_loss(scores, [1, 1]).data)
    assert math.isnan(mean_squared_error(scores, [1, 1]).data)
    assert math.isnan(accuracy(scores, [1, 1]))


@ENGINES
def test_accuracy_reads_the_data_of_own_values(engine):
    assert accuracy([engine(x) for x in NUMBERS], LABELS) == 0.75
    assert accuracy([[engine(0.1), engine(0.2)], [engine(2), engine(1)]], [1, 1]) == 0.5


@ENGINES
def test_a_thousand_examples_do_not_exceed_the_recursion_of_an_own_backward(engine):
    scores = [engine(0.0) for _ in range(3000)]
    total = mean_squared_error(scores, [1.0] * 3000)
    total.backward()
    assert total.data == pytest.approx(1.0)
    assert {round(s.grad * 3000, 9) for s in scores} == {-2.0}


def test_cross_entropy_and_softmax_work_where_exp_and_log_are():
    def formula(z):
        return math.log(sum(map(math.exp, z))) - z[2]

    scores = [FullValue(x) for x in NUMBERS]
    total = cross_entropy(scores, 2)
    total.backward()
    assert total.data == pytest.approx(formula(NUMBERS))
    assert [s.grad for s in scores] == pytest.approx(slopes(formula, NUMBERS), abs=1e-8)
    assert cross_entropy([scores, scores], [2, 2]).data == pytest.approx(formula(NUMBERS))
    assert sum(p.data for p in softmax(scores)) == pytest.approx(1.0)


@ENGINES
def test_a_method_that_is_missing_is_named(engine):
    scores = [engine(1.0), engine(2.0)]
    with pytest.raises(TypeError, match=r"that have exp\(\) and log\(\): write exp\(\) into your"):
        cross_entropy(scores, 0)
    with pytest.raises(TypeError, match=rf"exp\(\) into your class {engine.__name__}"):
        softmax(scores)


def test_a_list_of_tensors_of_one_number_is_a_list_of_values():
    scores = [Tensor(x) for x in NUMBERS]
    max_margin_loss(scores, LABELS).backward()
    expected = slopes(FORMULAS[max_margin_loss], NUMBERS)
    assert [float(s.grad) for s in scores] == pytest.approx(expected, abs=1e-8)
    assert accuracy(scores, LABELS) == 0.75


def test_a_subclass_of_value_is_added_up_in_one_node():
    class Named(mgrad.Value):
        __slots__ = ()

    total = mean_squared_error([Named(1.0), Named(2.0)], [0, 0])
    assert total.data == 2.5 and total._prev[0]._op == "sum"


# -- fit -------------------------------------------------------------------------------------------

XOR = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [-1, 1, 1, -1]


class ShortModel:
    """A line, with parameters and nothing else: no zero_grad, no class above it."""

    def __init__(self, engine):
        self.w, self.b = [engine(0.5), engine(-0.3)], engine(0.1)

    def __call__(self, inputs):
        total = self.b
        for w, x in zip(self.w, inputs):
            total = total + w * x
        return total

    def parameters(self):
        return [*self.w, self.b]


@pytest.mark.parametrize("loss", [mean_squared_error, max_margin_loss])
@pytest.mark.parametrize("options", [{}, {"l2": 0.1}, {"batch_size": 2}])
def test_the_network_of_the_solutions_trains_as_mgrads_own_does(loss, options):
    runs = []
    for network in (OWN["MLP"], MLP):
        random.seed(3)
        model = network(2, [4, 1])
        random.seed(7)
        runs.append(
            fit(model, *XOR, loss=loss, steps=20, learning_rate=0.2, progress=False, **options)
        )
    assert runs[0].losses == pytest.approx(runs[1].losses, rel=1e-9)
    assert runs[0].accuracies == runs[1].accuracies


@ENGINES
@pytest.mark.parametrize("inputs", [XOR[0], np.array(XOR[0])])
def test_a_model_without_zero_grad_starts_each_step_from_zero(engine, inputs):
    expected = fit(
        ShortModel(mgrad.Value),
        *XOR,
        loss=mean_squared_error,
        steps=5,
        learning_rate=0.1,
        l2=0.01,
        progress=False,
    )
    history = fit(
        ShortModel(engine),
        inputs,
        XOR[1],
        loss=mean_squared_error,
        steps=5,
        learning_rate=0.1,
        l2=0.01,
        progress=False,
    )
    assert history.losses == pytest.approx(expected.losses, rel=1e-9)
    assert history.final.accuracy == expected.final.accuracy


@ENGINES
def test_a_loss_of_ones_own_on_an_engine_of_ones_own(engine):
    def loss(scores, targets):
        total = engine(0.0)
        for score, target in zip(scores, targets):
            total = total + (score - target) ** 2
        return total / len(targets)

    model = ShortModel(engine)
    history = fit(model, *XOR, loss=loss, steps=3, learning_rate=0.1, progress=False)
    theirs = ShortModel(engine)
    package = fit(theirs, *XOR, loss=mean_squared_error, steps=3, learning_rate=0.1, progress=False)
    assert history.losses == pytest.approx(package.losses)


@ENGINES
def test_a_run_that_diverges_on_an_own_engine_ends_with_its_history(engine, capsys):
    history = fit(
        ShortModel(engine),
        *XOR,
        loss=mean_squared_error,
        steps=2000,
        learning_rate=1e3,
        progress=False,
    )
    assert len(history) > 1 and not math.isfinite(history.losses[-1])
    assert history.message.startswith(f"stopped at step {len(history) - 1}: ")
    assert (
        history.message.endswith(". Try a smaller learning rate.") and "34" not in history.message
    )
    assert history.message in capsys.readouterr().out
