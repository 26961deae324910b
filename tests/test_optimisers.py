"""Optimisers: the steps of PyTorch's, on numbers and on arrays, by hand and inside ``fit``."""

import math
import pickle
import random

import pytest

from mgrad import (
    MLP,
    SGD,
    Adam,
    Momentum,
    Tensor,
    Value,
    cosine_schedule,
    fit,
    linear_schedule,
    mean_squared_error,
)

INPUTS = [[0.5, -1.0], [1.5, 0.25], [-2.0, 1.0], [0.1, 0.3]]
TARGETS = [1.0, -1.0, 0.5, 0.0]
EACH = {
    "SGD": (lambda: SGD(0.05), lambda torch, p: torch.optim.SGD(p, 0.05)),
    "Momentum": (
        lambda: Momentum(0.02, momentum=0.8),
        lambda torch, p: torch.optim.SGD(p, 0.02, momentum=0.8),
    ),
    "Adam": (
        lambda: Adam(0.03, betas=(0.8, 0.99), epsilon=1e-6),
        lambda torch, p: torch.optim.Adam(p, 0.03, betas=(0.8, 0.99), eps=1e-6),
    ),
}
each_optimiser = pytest.mark.parametrize(("ours", "theirs"), EACH.values(), ids=EACH)
both_engines = pytest.mark.parametrize("engine", [Value, Tensor])


def network(engine=Value):
    random.seed(3)
    return MLP(2, [4, 1], engine=engine)


def train(model, **options):
    settings = {"loss": mean_squared_error, "steps": 30, "progress": False}
    return fit(model, INPUTS, TARGETS, **settings | options)


def bowl(x, y):
    """Long and narrow: its second derivatives are 2 and 40."""
    return x * x + 20.0 * (y * y)


@both_engines
@each_optimiser
def test_a_hundred_steps_are_those_of_pytorch(engine, ours, theirs):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch")
    start = [1.5, -0.7]
    mine = [engine(x) for x in start]
    other = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in start]
    optimiser, reference = ours(), theirs(torch, other)
    for _ in range(100):
        for parameters in (mine, other):
            for p in parameters:
                p.grad = engine(0.0).grad if parameters is mine else None
            (bowl(*parameters).tanh() + 0.1 * bowl(*parameters)).backward()
        optimiser.step(mine)
        reference.step()
        assert [p.item() for p in mine] == pytest.approx([p.item() for p in other], abs=1e-12)
    assert mine[0].item() != start[0]


def follow(optimiser, gradients, start=1.0):
    w = Value(start)
    path = []
    for gradient in gradients:
        w.grad = gradient
        optimiser.step([w])
        path.append(w.data)
    return path


def test_momentum_adds_up_what_agrees_and_cancels_what_alternates():
    assert follow(Momentum(0.1, 0.5), [1.0, 1.0, 1.0]) == pytest.approx([0.9, 0.75, 0.575])
    assert follow(Momentum(0.1, 0.5), [1.0, -1.0, 1.0]) == pytest.approx([0.9, 0.95, 0.875])
    assert follow(Momentum(0.1, 0.0), [1.0, -2.0]) == follow(SGD(0.1), [1.0, -2.0])


def test_the_first_step_of_adam_is_the_rate_whatever_the_size_of_the_gradient():
    for size in (1e-3, 1.0, 1e6):
        assert follow(Adam(0.01), [size]) == pytest.approx([0.99], abs=1e-7)
        assert follow(Adam(0.01), [-size]) == pytest.approx([1.01], abs=1e-7)
    assert follow(Adam(0.01), [0.0]) == [1.0]


def test_what_is_remembered_belongs_to_the_parameters_of_the_first_step():
    optimiser, first = Momentum(0.1), [Value(1.0), Value(2.0)]
    optimiser.step(first)
    for others in ([Value(1.0), Value(2.0)], first[:1], first[::-1]):
        with pytest.raises(ValueError, match="make a new one for each network"):
            optimiser.step(others)


@both_engines
def test_kept_numbers_stay_as_they_are(engine):
    model = network(engine)
    kept = [p.data for p in model.parameters()]
    copies = [engine(number).data for number in kept]
    train(model, optimiser=Adam(0.05))
    assert [Tensor(x).data.tolist() for x in kept] == [Tensor(x).data.tolist() for x in copies]


@both_engines
@each_optimiser
def test_fit_takes_an_optimiser_in_place_of_a_rate(engine, ours, theirs):
    model, by_hand, optimiser = network(engine), network(engine), ours()
    history = train(model, optimiser=ours())
    losses = []
    for _ in range(30):
        scores = by_hand(Tensor(INPUTS)) if engine is Tensor else [by_hand(x) for x in INPUTS]
        total = mean_squared_error(scores, TARGETS)
        losses.append(total.item())
        by_hand.zero_grad()
        total.backward()
        optimiser.step(by_hand.parameters())
    assert history.losses[:-1] == losses and history.losses[-1] < losses[0]
    assert {row.learning_rate for row in history.rows} == {optimiser.learning_rate}


@each_optimiser
def test_a_compiled_fit_makes_the_same_steps(ours, theirs):
    usual, compiled = (train(network(), optimiser=ours(), compiled=c) for c in (False, True))
    assert compiled.losses == usual.losses


def test_a_second_fit_goes_on_where_the_optimiser_stands():
    model, halves, optimiser = network(), network(), Adam(linear_schedule(0.1, 0.01, 30))
    whole = train(model, optimiser=Adam(linear_schedule(0.1, 0.01, 30)))
    first = train(halves, optimiser=optimiser, steps=15)
    second = train(halves, optimiser=optimiser, steps=15)
    assert first.losses[:-1] + second.losses == whole.losses
    assert second.rows[-1].learning_rate == pytest.approx(0.01)


@both_engines
def test_a_network_with_its_optimiser_is_saved_in_the_middle_of_a_training(engine):
    for make in (
        lambda: SGD(linear_schedule(0.1, 0.01, 30)),
        lambda: Momentum(0.02),
        lambda: Adam(cosine_schedule(0.1, 0.01, 30, warm_up=3)),
    ):
        model, optimiser = network(engine), make()
        whole = train(network(engine), optimiser=make())
        first = train(model, optimiser=optimiser, steps=15)
        model, optimiser = pickle.loads(pickle.dumps((model, optimiser)))
        second = train(model, optimiser=optimiser, steps=15)
        assert first.losses[:-1] + second.losses == whole.losses


def test_a_function_of_the_rate_is_asked_once_for_each_step():
    asked = []
    train(network(), optimiser=SGD(lambda step: asked.append(step) or 0.1), steps=3)
    assert asked == [0, 1, 2]


def test_fit_takes_any_object_that_makes_a_step():
    class SignDescent:
        def step(self, parameters):
            for p in parameters:
                p.data -= 0.01 * math.copysign(1.0, p.grad)

    history = train(network(), optimiser=SignDescent())
    assert history.final.loss < history.losses[0] and math.isnan(history.rows[0].learning_rate)


def test_a_run_of_adam_that_leaves_the_range_of_floats_is_stopped():
    history = train(network(), optimiser=Adam(1e200))
    assert history.final is None and "smaller learning rate" in history.message


def test_schedules_begin_and_end_where_they_say():
    linear, cosine = linear_schedule(1.0, 0.1, 10), cosine_schedule(1.0, 0.1, 11)
    assert [linear(0), linear(9), linear(50)] == pytest.approx([1.0, 0.1, 0.1])
    assert linear(3) - linear(4) == pytest.approx(0.1)
    assert [cosine(0), cosine(5), cosine(10), cosine(50)] == pytest.approx([1.0, 0.55, 0.1, 0.1])
    warm = cosine_schedule(1.0, 0.1, 14, warm_up=3)
    assert [warm(step) for step in (0, 1, 2, 3, 13)] == pytest.approx([0.25, 0.5, 0.75, 1.0, 0.1])
    np = pytest.importorskip("numpy")
    same = cosine_schedule(1.0, 0.1, np.int64(14), warm_up=np.int32(3))
    assert [same(step) for step in range(15)] == [warm(step) for step in range(15)]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SGD(0.0), "learning_rate must be a positive number, got 0.0"),
        (lambda: Adam(math.nan), "learning_rate must be a positive number, got nan"),
        (lambda: Adam("0.1"), "learning_rate must be a positive number, got '0.1'"),
        (lambda: Momentum(0.1, 1.0), "momentum must be at least 0 and below 1, got 1.0"),
        (lambda: Adam(0.1, betas=(0.9, 1.0)), "betas must be at least 0 and below 1, got 1.0"),
        (lambda: Adam(0.1, betas=0.9), "betas must be two numbers, got 0.9"),
        (lambda: Adam(0.1, epsilon=0.0), "epsilon must be a positive number, got 0.0"),
        (lambda: linear_schedule(0.1, 0.0, 5), "end must be a positive number, got 0.0"),
        (lambda: linear_schedule(0.1, 0.01, 0), "steps must be a whole number of at least 1"),
        (lambda: cosine_schedule(0.1, 0.01, 9.0, 5), "steps must be .* of at least 1, got 9.0"),
        (lambda: cosine_schedule(0.1, 0.01, "9"), "steps must be .* of at least 1, got '9'"),
        (lambda: Adam(network().parameters()), r"Parameters go to step\(parameters\)"),
        (lambda: cosine_schedule(0.1, 0.01, 5, 5), "warm_up must be a whole number from 0 to"),
        (lambda: SGD(lambda step: -1.0).step([Value(1.0)]), r"learning_rate\(0\) must be a pos"),
        (lambda: train(network()), "learning_rate must be a positive number, got None"),
        (lambda: train(network(), learning_rate=1, optimiser=SGD(1)), "which has its own rate"),
    ],
)
def test_what_makes_no_sense_is_a_value_error(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("make", [SGD, Momentum, Adam])
def test_a_network_in_place_of_its_parameters_is_a_type_error(make):
    optimiser = make(0.1)
    with pytest.raises(TypeError, match=r"needs a list, such as model.parameters\(\), got a MLP"):
        optimiser.step(network())
    assert optimiser.steps_made == 0


@pytest.mark.parametrize("optimiser", [Adam, 0.1, "adam"])
def test_what_is_no_optimiser_is_a_type_error(optimiser):
    with pytest.raises(TypeError, match="optimiser must be an object such as Adam"):
        train(network(), optimiser=optimiser)
