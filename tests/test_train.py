"""The training loop, on scikit-learn's moons."""

import math
import random

import pytest
from sklearn.datasets import make_moons

from mgrad import MLP, Value, accuracy, fit, max_margin_loss, mean_squared_error


@pytest.fixture(scope="module")
def moons():
    points, labels = make_moons(n_samples=100, noise=0.1, random_state=1337)
    return points, 2 * labels - 1


def train(moons, steps, activation="tanh", output_activation="tanh", **options):
    random.seed(1337)
    model = MLP(2, [16, 16, 1], activation, output_activation)
    schedule = {"learning_rate": lambda step: 1 - 0.9 * step / steps, "progress": False, **options}
    return model, fit(model, *moons, loss=max_margin_loss, steps=steps, **schedule)


TABLE = """
0 0.7732538183378128 .68    11 0.21201493408417868 .91
1 0.5238552079756499 .73    12 0.20669448179625693 .91
2 0.3966639733726619 .83    13 0.20185108297041277 .91
3 0.33309661491915243 .84   14 0.19743649066871638 .91
4 0.290398878066851 .88     15 0.1934274797490441 .91
5 0.26698792634691265 .89   16 0.18981659548832797 .92
6 0.25219354459275845 .90   17 0.1866060842347578 .92
7 0.24106105810358854 .90   18 0.1838037435637595 .92
8 0.23207843359787905 .91   19 0.18142000206991088 .93
9 0.22450267731709614 .91   20 0.17946586268211415 .94
10 0.21790039451868817 .91  21 0.1779515051478132 .94
""".split()  # step, loss, accuracy, computed once with another engine


def test_the_seeded_moons_run_of_the_course(moons):
    _, history = train(moons, 21)
    expected = sorted(zip(map(int, TABLE[::3]), map(float, TABLE[1::3]), map(float, TABLE[2::3])))
    assert history.losses == pytest.approx([loss for _, loss, _ in expected], abs=1e-9)
    assert history.accuracies == pytest.approx([share for _, _, share in expected])
    assert [history.rows[i].learning_rate for i in (0, 10)] == pytest.approx([1.0, 0.571428571])


def test_a_linear_output_reaches_every_point_of_the_moons_in_100_steps(moons):
    model, history = train(moons, 100, output_activation="linear")
    assert (history.final.loss, history.final.accuracy) == (pytest.approx(0.001645, abs=1e-5), 1.0)
    points, labels = moons
    assert accuracy([model(x) for x in points], labels) == 1.0


def test_the_final_row_is_the_state_after_the_last_update(moons):
    model, history = train(moons, 2)
    points, labels = moons
    assert history.final.loss == max_margin_loss([model(x) for x in points], labels).data
    assert len(history) == 2 and len(history.losses) == 3


def test_fit_is_the_loop_written_by_hand():
    def by_hand(model):
        for _ in range(5):
            loss = mean_squared_error([model([x]) for x in xs], ys)
            model.zero_grad()
            loss.backward()
            for p in model.parameters():
                p.data -= 0.1 * p.grad

    xs, ys = [0.0, 0.5, 1.0], [1.0, 0.0, 1.0]
    random.seed(2)
    expected = MLP(1, [3, 1])
    by_hand(expected)
    random.seed(2)
    model = MLP(1, [3, 1])
    fit(
        model,
        [[x] for x in xs],
        ys,
        loss=mean_squared_error,
        steps=5,
        learning_rate=0.1,
        progress=False,
    )
    assert [p.data for p in model.parameters()] == [p.data for p in expected.parameters()]


def test_l2_adds_the_squared_parameters_to_the_loss():
    random.seed(3)
    model = MLP(1, [1])
    squares = sum(p.data**2 for p in model.parameters())
    plain = mean_squared_error([model([1.0])], [0.0]).data
    history = fit(
        model,
        [[1.0]],
        [0.0],
        loss=mean_squared_error,
        steps=1,
        learning_rate=0.0,
        l2=0.5,
        progress=False,
    )
    assert history.losses[0] == pytest.approx(plain + 0.5 * squares)


def test_batches_are_drawn_with_the_seeded_generator(moons):
    _, first = train(moons, 3, batch_size=10)
    _, again = train(moons, 3, batch_size=10)
    _, full = train(moons, 3)
    assert first.losses == again.losses != full.losses


def test_the_callback_sees_every_step_after_its_update(moons):
    seen = []
    train(
        moons,
        3,
        callback=lambda step, model, history: seen.append(
            (step, len(history), len(model.parameters()))
        ),
    )
    assert seen == [(0, 1, 337), (1, 2, 337), (2, 3, 337)]


def test_a_diverging_run_stops_names_the_step_and_keeps_the_history(moons, capsys):
    model, history = train(
        moons, 60, activation="linear", output_activation="linear", learning_rate=1e80
    )
    assert "stopped at step" in history.message and "learning rate" in history.message
    assert history.message in capsys.readouterr().out
    assert (
        history.final is None
        and not math.isfinite(history.losses[-1])
        and history.message in repr(history)
    )
    assert f"step {history.rows[-1].step}" in history.message


def test_an_overflow_in_the_engine_stops_the_run_in_the_same_way():
    class Exploding(MLP):
        def __call__(self, inputs):
            return (super().__call__(inputs) * 1000).exp()

    random.seed(0)
    history = fit(
        Exploding(1, [1]),
        [[5.0]],
        [0.0],
        loss=mean_squared_error,
        steps=50,
        learning_rate=-1.0,
        progress=False,
    )
    assert "stopped at step" in history.message and "too large" in history.message


def test_the_history_prints_as_a_short_table(moons):
    _, history = train(moons, 21)
    lines = repr(history).splitlines()
    assert len(lines) < 14 and "0.7733" in lines[1] and "68.00%" in lines[1]
    assert "end" in lines[-1] and "0.1780" in lines[-1] and "94.00%" in lines[-1]


def test_the_accuracy_is_left_out_when_the_targets_are_not_labels():
    history = fit(
        MLP(1, [1]),
        [[1.0]],
        [0.3],
        loss=mean_squared_error,
        steps=1,
        learning_rate=0.1,
        progress=False,
    )
    assert history.accuracies == [None, None] and "0.3" not in repr(history).splitlines()[0]


def test_the_progress_bar_shows_step_and_loss(moons, capsys):
    train(moons, 2, progress=True)
    output = capsys.readouterr().out
    assert "100%" in output and "step 2/2" in output and "loss 0." in output


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"targets": [1]}, "2 inputs but 1 targets"),
        ({"inputs": [], "targets": []}, "no inputs"),
        ({"steps": 0}, "steps must be a whole number of at least 1, got 0"),
        ({"batch_size": 0}, "batch_size must be"),
        ({"batch_size": 3}, "batch_size is 3, but there are only 2 inputs"),
    ],
)
def test_bad_arguments_are_value_errors(options, message):
    arguments = {"inputs": [[1.0], [2.0]], "targets": [1, -1], "steps": 1, **options}
    with pytest.raises(ValueError, match=message):
        fit(MLP(1, [1]), loss=max_margin_loss, learning_rate=0.1, progress=False, **arguments)


def test_wrong_labels_raise_and_are_not_taken_for_divergence():
    with pytest.raises(ValueError, match="2\\*y - 1"):
        fit(
            MLP(1, [1]),
            [[1.0]],
            [0],
            loss=max_margin_loss,
            steps=1,
            learning_rate=0.1,
            progress=False,
        )


def test_a_function_of_values_can_be_minimised_without_a_network():
    w = Value(1.0)
    for _ in range(5):  # the five steps of lesson 5
        loss = (2 * w - 1) ** 2
        w.grad = 0.0
        loss.backward()
        w.data -= 0.1 * w.grad
    assert w.data == pytest.approx(0.50016)
