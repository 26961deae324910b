"""Numbers that somebody keeps: they never change, and go through files and into networks."""

import copy
import io
import json
import pickle
import random
import subprocess
import sys
import time

import numpy as np
import pytest

from mgrad import MLP, Layer, Module, Neuron, Tensor, Value, mean_squared_error

POINTS = [[0.5, -1.0], [1.5, 0.25], [-2.0, 1.0]]
TARGETS = [1.0, -1.0, 0.5]


def network(engine, seed=7):
    random.seed(seed)
    return MLP(2, [3, 1], engine=engine)


def loss_of(model):
    inputs = np.array(POINTS) if model.engine is Tensor else POINTS
    scores = model(inputs) if model.engine is Tensor else [model(x) for x in inputs]
    return mean_squared_error(scores, TARGETS)


def train_by_hand(model, steps=5):
    """The update line as students write it: in place where numbers can be changed in place."""
    for _ in range(steps):
        total = loss_of(model)
        model.zero_grad()
        total.backward()
        for p in model.parameters():
            p.data -= 0.1 * p.grad


both_engines = pytest.mark.parametrize("engine", [Value, Tensor])

# -- kept weights ----------------------------------------------------------------------------


@both_engines
def test_kept_numbers_stay_as_they_are_while_the_training_goes_on(engine):
    model = network(engine)
    before = loss_of(model).item()
    kept = [p.data for p in model.parameters()]
    train_by_hand(model)
    assert loss_of(model).item() != before
    for p, numbers in zip(model.parameters(), kept):
        p.data = numbers
    assert loss_of(model).item() == before


@both_engines
def test_kept_numbers_put_into_two_networks_belong_to_each(engine):
    model, other = network(engine), network(engine, seed=8)
    kept = [p.data for p in model.parameters()]
    before = loss_of(model).item()
    for net in (model, other):
        for p, numbers in zip(net.parameters(), kept):
            p.data = numbers
    train_by_hand(other)
    assert loss_of(model).item() == before
    for p, numbers in zip(other.parameters(), kept):
        p.data = numbers
    assert loss_of(other).item() == before


@both_engines
def test_kept_gradients_stay_as_they_are(engine):
    model = network(engine)
    train_by_hand(model, steps=1)
    kept = [p.grad for p in model.parameters()]
    copies = copy.deepcopy(kept)
    train_by_hand(model)
    assert all(np.array_equal(grad, same) for grad, same in zip(kept, copies))


def test_an_array_given_out_before_is_no_door_into_the_tensor():
    t = Tensor([1.0, 2.0])
    kept = t.data
    t.data[0] = 5.0
    assert (t.data.tolist(), kept.tolist()) == ([5.0, 2.0], [1.0, 2.0])
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 9.0


def test_new_data_are_copied_and_keep_the_shape():
    t, numbers = Tensor([1.0, 2.0]), np.array([3.0, 4.0])
    t.data = numbers
    numbers[0] = 100.0
    assert t.data.tolist() == [3.0, 4.0]
    t.data = [5, 6]
    assert t.data.tolist() == [5.0, 6.0] and t.data.dtype == float
    with pytest.raises(ValueError, match=r"has shape \(2,\), and the new data \(3,\)"):
        t.data = [1.0, 2.0, 3.0]
    with pytest.raises(TypeError, match=r"take its array with \.data"):
        t.data = t - 1
    t.data *= np.float32(2)
    t.data **= 2
    assert t.data.tolist() == [100.0, 144.0] and t.data.dtype == float


# -- state and load ---------------------------------------------------------------------------


def test_the_names_are_the_attributes_and_both_engines_have_the_same():
    state = network(Value).state()
    assert list(state) == ["layers.0.w", "layers.0.b", "layers.1.w", "layers.1.b"]
    assert state == network(Tensor).state()
    assert np.shape(state["layers.0.w"]) == (2, 3) and np.shape(state["layers.1.b"]) == (1,)
    assert list(Neuron(2).state()) == ["w", "b"] and type(Neuron(2).state()["b"]) is float
    assert list(Layer(2, 3).state()) == list(Layer(2, 3, engine=Tensor).state()) == ["w", "b"]


def through_json(state):
    return json.loads(json.dumps(state))


def through_npz(state):
    file = io.BytesIO()
    np.savez(file, **state)
    file.seek(0)
    return np.load(file)


@both_engines
@pytest.mark.parametrize("way", [dict, through_json, through_npz])
@pytest.mark.parametrize("target", [Value, Tensor])
def test_a_state_goes_through_a_file_into_another_network_on_either_engine(engine, way, target):
    model, other = network(engine), network(target, seed=8)
    other.load(way(model.state()))
    assert other.state() == model.state()
    assert loss_of(other).item() == pytest.approx(loss_of(model).item(), rel=1e-12)


@both_engines
def test_a_state_is_a_copy_on_both_ways(engine):
    model, other = network(engine), network(engine, seed=8)
    state, same = model.state(), model.state()
    train_by_hand(model)
    assert state == same != model.state()
    other.load(state)
    train_by_hand(other)
    assert state == same
    model.load(state)
    assert model.state() == same


class Polynomial(Module):
    """A module as a student writes it: a number, a list, a dictionary, modules of its own kind."""

    def __init__(self):
        self.scale = Value(2.0)
        self.weights = [Value(1.0), Value(3.0)]
        self.named = {"shift": Value(4.0), "layer": Layer(1, 2)}
        self.mixed = [Tensor([[1.0, 2.0]]), Value(5.0)]
        self.last_input = Value(9.0)  # no parameter
        self.itself = self

    def parameters(self):
        parts = [self.scale, *self.weights, self.named["shift"], *self.named["layer"].parameters()]
        return parts + self.mixed


def test_modules_of_ones_own_work():
    model, other = Polynomial(), Polynomial()
    state = model.state()
    assert list(state) == [
        "scale", "weights", "named.shift", "named.layer.w", "named.layer.b", "mixed.0", "mixed.1",
    ]  # fmt: skip
    assert (state["scale"], state["weights"], state["mixed.0"]) == (2.0, [1.0, 3.0], [[1.0, 2.0]])
    for way in (through_json, through_npz):
        other.load(way(state))
        assert other.state() == state


def test_a_parameter_without_a_name_is_an_error():
    hidden = Value(1.0)

    class Hiding(Module):
        def parameters(self):
            return [hidden]

    with pytest.raises(ValueError, match="1 of 1 parameters have no name: keep them in attributes"):
        Hiding().state()


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda s: s.pop("layers.1.w"), ValueError, "the state has no 'layers.1.w'"),
        (lambda s: s.update(extra=1.0), ValueError, "the network has no 'extra'"),
        (
            lambda s: s.update({"layers.0.b": [1.0, 2.0]}),
            ValueError,
            r"'layers.0.b' has shape \(3,\) in the network and \(2,\) in the state",
        ),
        (lambda s: s.update({"layers.0.b": 1.0}), ValueError, r"and \(\) in the state"),
        (
            lambda s: s.update({"layers.0.w": [[1.0, 2.0, 3.0], [4.0]]}),
            ValueError,
            r"and \(2, None\) in the state",
        ),
        (lambda s: s.update({"layers.1.b": ["x"]}), TypeError, "got the text 'x'"),
        (lambda s: s.update({"layers.1.b": [None]}), TypeError, "got None"),
    ],
)
@both_engines
def test_a_state_that_does_not_fit_is_refused_as_a_whole(engine, change, error, words):
    model = network(engine)
    before, state = model.state(), network(engine, seed=8).state()
    change(state)
    with pytest.raises(error, match=words):
        model.load(state)
    assert model.state() == before


@pytest.mark.parametrize("wrong", ["model.json", [1.0, 2.0], None])
def test_load_takes_a_dictionary(wrong):
    with pytest.raises(TypeError, match="load takes the dictionary that state.. returned, got a"):
        network(Value).load(wrong)


# -- copies of graphs ----------------------------------------------------------------------------


def pickled(thing):
    return pickle.loads(pickle.dumps(thing))


def pickled_in_python(thing):
    return pickle._loads(pickle._dumps(thing))


copying = pytest.mark.parametrize("copied", [copy.deepcopy, pickled, pickled_in_python])


@copying
@both_engines
def test_a_deep_graph_is_copied_at_any_recursion_limit_and_its_copy_works(engine, copied):
    x = y = engine(0.5, "x")
    for _ in range(500):
        y = y * x + x
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(200)
    try:
        twin_x, twin = copied((x, y))
    finally:
        sys.setrecursionlimit(limit)
    twin.backward()
    assert x.grad == 0.0 and twin_x.label == "x"
    y.backward()
    assert twin_x.grad == x.grad != 0.0 and twin.item() == y.item()


@copying
def test_shared_nodes_stay_shared_and_nodes_stay_apart(copied):
    a, b = Value(2.0), Value(2.0)
    first, second = (a * b).tanh(), (a * a).exp()
    twin_b, twin_second, twin_first, twin_a = copied([b, second, first, a])
    assert twin_first._prev[0]._prev == (twin_a, twin_b)
    assert twin_second._prev[0]._prev == (twin_a, twin_a)
    assert twin_a not in (a, b, twin_b)


@copying
def test_all_nodes_of_a_deep_graph_in_a_list_are_copied_in_linear_time(copied):
    nodes = [Value(1.0)]
    for _ in range(1_000):
        nodes.append(nodes[-1] * 1.0)
    start = time.process_time()
    for many in (nodes, nodes[::-1]):
        twins = copied(many)
        assert len({*twins}) == len(many)
    assert time.process_time() - start < 2.5  # a walk for each node would take five times that


@copying
def test_every_operation_of_a_tensor_is_copied_with_its_rule(copied):
    x, w = Tensor(np.arange(6.0).reshape(2, 3) / 7), Tensor(np.ones((3, 3)))

    def program(x, w):
        h = (x @ w + [1, 2, 3]).tanh().relu()
        z = ((h**2 - h / 3).exp()).log().sigmoid() * (2**h)
        rows = z[[0, 0, 1]].reshape(3, 3).T.max(1) + z.softmax().sum()
        return rows.mean() + z.cross_entropy([1, 2]) - (-z.sum(0)).mean()

    y = program(x, w)
    twin_x, twin_w, twin = copied((x, w, y))
    y.backward()
    assert twin_x.grad.tolist() == [[0, 0, 0], [0, 0, 0]]
    twin.backward()
    assert twin_x.grad.tolist() == x.grad.tolist() and twin_w.grad.tolist() == w.grad.tolist()
    twin_x.data[0, 0] = 100.0
    assert x.data[0, 0] == 0.0


@pytest.mark.skipif(sys.platform == "emscripten", reason="the browser has no processes")
@both_engines
def test_deep_graphs_are_copied_and_freed_on_the_small_stack_of_the_browser(engine):
    program = f"""
import copy, pickle, sys
sys.platform = "emscripten"
from mgrad import {engine.__name__} as Node
x = y = Node(0.5)
for _ in range(1_000):
    y = y * x + 1
twins = [copy.deepcopy(y), pickle.loads(pickle.dumps(y))]
twins[0].backward()
del twins, y
print(sys.getrecursionlimit())
"""
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "400\n"


@copying
@both_engines
def test_a_network_is_copied_with_parameters_of_its_own(engine, copied):
    model = network(engine)
    before = loss_of(model).item()
    twin = copied(model)
    train_by_hand(twin)
    assert loss_of(model).item() == before
    assert type(twin.layers[0]) is type(model.layers[0])


def test_a_rule_of_ones_own_is_copied_by_deepcopy():
    x = Tensor([1.0, 2.0])
    y = Tensor(x.data * 3, "", (x,), "triple", (lambda g: 3 * g,)).sum()
    twin_x, twin = copy.deepcopy((x, y))
    twin.backward()
    assert twin_x.grad.tolist() == [3.0, 3.0]


def test_copy_makes_a_node_of_the_same_parents():
    a = Value(2.0)
    b = a * a
    twin = copy.copy(b)
    assert twin is not b and twin._prev == (a, a)
    twin.backward()
    assert a.grad == 4.0


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle_works(protocol):
    a = Value(2.0, "a")
    b = pickle.loads(pickle.dumps(a * a, protocol))
    assert b.data == 4.0 and b._prev[0] is b._prev[1] and b._prev[0].label == "a"
