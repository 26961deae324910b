"""The training loop, on scikit-learn's moons."""

import math
import random
from operator import attrgetter

import numpy as np
import pytest

from mgrad import (
    MLP,
    Layer,
    Module,
    Tensor,
    Value,
    accuracy,
    cross_entropy,
    fit,
    max_margin_loss,
    mean_squared_error,
)

ENGINES = pytest.mark.parametrize("engine", [Value, Tensor], ids=attrgetter("__name__"))


@pytest.fixture(scope="module")
def moons():
    from sklearn.datasets import make_moons  # not in each worker

    points, labels = make_moons(n_samples=100, noise=0.1, random_state=1337)
    return points, 2 * labels - 1


@pytest.fixture(scope="module")
def history(moons):
    """Of the seeded run of the course."""
    return train(moons, 21)[1]


def train(moons, steps, activation="tanh", output_activation="tanh", **options):
    random.seed(1337)
    model = MLP(2, [16, 16, 1], activation, output_activation)
    schedule = {"learning_rate": lambda step: 1 - 0.9 * step / steps, "progress": False, **options}
    return model, fit(model, *moons, loss=max_margin_loss, steps=steps, **schedule)


# step, loss, accuracy, computed once with another engine
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
""".split()  # noqa: SIM905


def test_the_seeded_moons_run_of_the_course(history):
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
        learning_rate=0.1,
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
            return (super().__call__(inputs) * 100).exp()

    random.seed(0)
    history = fit(
        Exploding(1, [1]),
        [[1.0]],
        [0.0],
        loss=lambda scores, targets: scores[0] * -1,  # uphill
        steps=50,
        learning_rate=1.0,
        progress=False,
    )
    assert "stopped at step" in history.message and "too large" in history.message
    assert history.losses[-1] == math.inf and history.final is None


def test_the_history_prints_as_a_short_table(history):
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


# A network with one weight and one bias, both 0, on x = 1 and 2, y = 1 and -1: its errors are
# (1, -1), so the loss is 1, its slope in the weight -2/2*(1*1 - 1*2) = 1 and in the bias 0.
XS, YS = [[1.0], [2.0]], [1, -1]


def line(engine=Value, outputs=1, w=0.0, b=0.0):
    model = MLP(1, [outputs], engine=engine)
    for p in model.parameters():
        p.data = np.full(p.shape, 0.0) if engine is Tensor else 0.0
    for p, number in zip((model.parameters()[0], model.parameters()[-1]), (w, b)):
        p.data = p.data + number
    return model


def train_line(engine=Value, model=None, inputs=XS, targets=YS, **options):
    options = {"loss": mean_squared_error, "steps": 3, "learning_rate": 0.1, **options}
    with np.errstate(all="ignore"):
        return fit(model or line(engine), inputs, targets, progress=False, **options)


# -- what is kept ----------------------------------------------------------------------------------


@ENGINES
def test_weights_that_somebody_kept_are_those_of_the_moment(engine):
    model = line(engine)
    kept = [p.data for p in model.parameters()]
    train_line(model=model)
    assert [float(np.ravel(k)[0]) for k in kept] == [0.0, 0.0]
    loss_after = train_line(model=model, steps=1).losses[0]
    for p, numbers in zip(model.parameters(), kept):
        p.data = numbers
    assert train_line(model=model, steps=1).losses[0] == 1.0 != loss_after


@ENGINES
def test_a_second_model_that_starts_from_kept_weights_does_not_change_them(engine):
    first, second = line(engine, w=0.5), line(engine)
    for p, q in zip(first.parameters(), second.parameters()):
        q.data = p.data
    train_line(model=second)
    assert [float(np.ravel(p.data)[0]) for p in first.parameters()] == [0.5, 0.0]


@ENGINES
def test_a_rate_of_low_precision_does_not_lower_that_of_the_weights(engine):
    model = line(engine)
    train_line(model=model, learning_rate=np.float32(0.1))
    assert {type(p.data) for p in model.parameters()} <= {float, np.ndarray}
    assert {np.asarray(p.data).dtype for p in model.parameters()} == {np.dtype(float)}


# -- a training that ends early returns its history ------------------------------------------------


def at_step(number, action):
    def callback(step, model, history):
        if step == number:
            return action()
        return None

    return callback


def raise_(error):
    raise error


@ENGINES
def test_stop_returns_the_history_with_a_message(engine, capsys):
    history = train_line(engine, callback=at_step(1, lambda: raise_(KeyboardInterrupt)))
    assert len(history) == 2 and history.final is None
    assert history.message == "stopped by hand after 2 steps; the model keeps them"
    assert history.message in capsys.readouterr().out and history.message in repr(history)


@ENGINES
@pytest.mark.parametrize("answer", [True, np.bool_(True), "the loss is low enough"])
def test_a_callback_that_returns_true_or_a_text_stops_the_training(engine, answer):
    model = line(engine)
    history = train_line(model=model, callback=at_step(1, lambda: answer))
    reason = answer if isinstance(answer, str) else "the callback asked for it"
    assert len(history) == 2 and history.message == f"stopped at step 1: {reason}"
    assert history.final.loss == train_line(model=model, steps=1).losses[0]


@pytest.mark.parametrize("answer", [None, False, "", 0, 1, [1], np.array([1, 2]), Value(1.0)])
def test_a_callback_that_returns_anything_else_goes_on(answer):
    history = train_line(callback=lambda step, model, history: answer)
    assert len(history) == 3 and history.message == ""


class TrickyModel(MLP):
    def __call__(self, inputs):
        return self.trick(super().__call__(inputs))


class Oops(Exception):
    pass


@ENGINES
@pytest.mark.parametrize(
    ("where", "steps"), [("callback", 3), ("loss", 2), ("learning_rate", 2), ("model", None)]
)
def test_an_error_is_raised_as_it_is_with_the_history_attached(engine, where, steps):
    calls = []

    def counted(place, result=None):
        calls.append(place)
        if calls.count(where) == 3 and place == where:
            raise Oops("mine")
        return result

    model = TrickyModel(1, [1], engine=engine)
    model.trick = lambda scores: counted("model", scores)
    steps = steps or (2 if engine is Tensor else 1)  # Values call the model once per example
    with pytest.raises(Oops) as raised:
        train_line(
            model=model,
            steps=9,
            loss=lambda scores, targets: counted("loss", mean_squared_error(scores, targets)),
            learning_rate=lambda step: counted("learning_rate", 0.1),
            callback=lambda step, model, history: counted("callback"),
        )
    assert str(raised.value) == "mine" and len(raised.value.history) == steps
    assert f"The {steps} steps before this error are not lost" in raised.value.__notes__[0]


def test_an_error_before_the_first_measurement_has_nothing_to_add():
    with pytest.raises(Oops) as raised:
        train_line(loss=lambda scores, targets: raise_(Oops("mine")))
    assert len(raised.value.history) == 0 and not hasattr(raised.value, "__notes__")


def test_a_logarithm_of_zero_in_a_loss_of_ones_own_keeps_the_history():
    with pytest.raises(ValueError, match="logarithm needs a positive number") as raised:
        train_line(model=line(b=0.3), loss=lambda scores, targets: scores[0].log(), steps=50)
    assert raised.value.history.losses[0] == pytest.approx(math.log(0.3))


# -- numbers that are not finite -------------------------------------------------------------------


@ENGINES
@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_bad_number_in_the_data_is_found_and_no_rate_is_blamed(engine, bad):
    history = train_line(engine, inputs=[[1.0], [2.0], [bad]], targets=[1, -1, 1])
    assert len(history) == 1 and history.message.startswith("stopped at step 0: the loss is")
    assert f"Row 2 of the inputs, counted from 0, holds {bad}" in history.message
    history = train_line(engine, targets=[0.5, bad])
    assert f"Row 1 of the targets, counted from 0, holds {bad}" in history.message
    assert "rate" not in history.message


@ENGINES
def test_a_bad_number_that_only_a_later_batch_meets_is_found_too(engine):
    random.seed(4)
    inputs = [[0.1 * i] for i in range(20)]
    targets = [math.nan] + [0.0] * 19
    history = train_line(engine, inputs=inputs, targets=targets, steps=200, batch_size=2)
    assert "Row 0 of the targets," in history.message and len(history) > 1


@ENGINES
def test_unscaled_inputs_are_told_from_a_rate_that_is_too_large(engine):
    history = train_line(engine, model=line(engine, w=1.0), inputs=[[1e200], [2e200]])
    assert len(history) == 1 and not math.isfinite(history.losses[0])
    assert "No update was made yet, so it is not the rate" in history.message
    assert "inputs up to 2e+200" in history.message and "targets" not in history.message


@ENGINES
def test_a_model_that_a_run_has_ruined_is_named(engine):
    history = train_line(engine, model=line(engine, w=math.nan))
    assert "parameters were not finite before the first update: make a new" in history.message


@ENGINES
def test_a_rate_that_is_too_large_is_blamed_after_an_update(engine):
    history = train_line(engine, learning_rate=1e100, steps=9)
    assert history.message.endswith("Try a smaller learning rate.") and history.final is None
    assert f"stopped at step {len(history) - 1}: " in history.message and len(history) > 1


@ENGINES
def test_large_inputs_are_mentioned_beside_the_rate(engine):
    history = train_line(engine, inputs=[[1e4], [2e4]], steps=100, learning_rate=1.0)
    assert history.message.endswith(
        "Try a smaller learning rate, or scale the inputs: they reach 2e+04."
    )


@ENGINES
def test_a_measurement_after_the_last_update_that_overflows_is_said(engine):
    steps = len(train_line(engine, learning_rate=1e100, steps=9)) - 1
    history = train_line(engine, learning_rate=1e100, steps=steps)
    assert len(history) == steps and not math.isfinite(history.final.loss)
    assert history.message.startswith("after the last update: ")
    assert history.message.endswith("Try a smaller learning rate.")


def test_both_engines_leave_the_same_history_of_a_run_that_diverged():
    first, second = (train_line(e, learning_rate=1e60, steps=9) for e in (Value, Tensor))
    assert first.losses == pytest.approx(second.losses) and len(first) == len(second) > 2
    assert first.accuracies[:-1] == second.accuracies[:-1]


def test_a_gradient_without_a_number_is_told_from_a_rate():
    def root(scores, targets):
        return mean_squared_error(scores, targets) ** 0.5

    history = train_line(model=line(w=1.0), targets=[1.0, 2.0], loss=root)
    assert history.losses[0] == 0.0 and "has no slope, as a root has none at 0" in history.message


def test_numpy_told_to_raise_is_an_overflow_too():
    with np.errstate(all="raise"):
        history = fit(
            line(Tensor, w=1.0),
            [[1e200]],
            [1.0],
            loss=mean_squared_error,
            steps=2,
            learning_rate=0.1,
            progress=False,
        )
    assert "inputs up to 1e+200" in history.message


# -- settings that cannot be meant -----------------------------------------------------------------


@pytest.mark.parametrize(
    "rate", [-0.1, 0, 0.0, math.nan, math.inf, -math.inf, "0.1", None, 1j, Value(0.1)]
)
def test_a_rate_that_is_no_positive_number_is_refused_by_name_before_anything_runs(rate):
    model = line()
    with pytest.raises(ValueError, match="^learning_rate must be a positive number, got "):
        train_line(model=model, learning_rate=rate)
    with pytest.raises(ValueError, match=r"^learning_rate\(2\) must be a pos") as raised:
        train_line(model=model, learning_rate=lambda step: [0.1, 0.1, rate][step])
    assert len(raised.value.history) == 2


@pytest.mark.parametrize("rates", [[0.3, 0.2, 0.1], np.array([0.3, 0.2, 0.1]), (0.3, 0.2, 0.1)])
def test_a_list_of_rates_is_refused_and_the_advice_works_word_for_word(rates):
    with pytest.raises(ValueError, match="must be one number, got a .* of 3") as refused:
        train_line(learning_rate=rates)
    rate = eval(str(refused.value).rpartition("learning_rate=")[2], {"rates": rates})
    assert [row.learning_rate for row in train_line(learning_rate=rate).rows] == [0.3, 0.2, 0.1]


@pytest.mark.parametrize("l2", [-1, math.nan, math.inf, "1", None, [0.1]])
def test_l2_must_be_a_number_of_at_least_zero(l2):
    with pytest.raises(ValueError, match="l2 must be a number of at least 0, got "):
        train_line(l2=l2)


@pytest.mark.parametrize("size", [0, -1, 1.5, "2", math.nan])
def test_steps_and_batch_size_must_be_whole_numbers(size):
    with pytest.raises(ValueError, match="steps must be a whole number of at least 1, got"):
        train_line(steps=size)
    with pytest.raises(ValueError, match="batch_size must be a whole number of at least 1, got"):
        train_line(batch_size=size)


@pytest.mark.parametrize("loss", ["mse", None, Value(1.0)])
def test_a_loss_must_be_a_function(loss):
    with pytest.raises(TypeError, match="loss must be a function such as mean_squared_error, got"):
        train_line(loss=loss)


def test_model_and_callback_are_looked_at_before_anything_runs():
    with pytest.raises(TypeError, match="callback must be a function of"):
        train_line(callback="print")
    for model in (MLP, lambda x: x):
        with pytest.raises(TypeError, match=r"a network that has parameters\(\), got"):
            train_line(model=model)
    with pytest.raises(ValueError, match="nothing to train"):
        train_line(model=Module())


@ENGINES
@pytest.mark.parametrize(
    ("loss", "message"),
    [
        (lambda s, y: [(a - b) ** 2 for a, b in zip(list(s)[:2], y)], "a list of 2: take their"),
        (lambda s, y: 0.5, "returned 0.5, which has no backward"),
        (lambda s, y: None, "returned None: does it end with return"),
        (accuracy, "which has no backward.*from the scores themselves"),
    ],
)
def test_a_loss_that_returns_no_single_value_is_one_sentence(engine, loss, message):
    if engine is Tensor and "list" in message:
        loss, message = lambda s, y: (s - y) ** 2, r"a Tensor of shape \(2,\): take its .mean"
    with pytest.raises((TypeError, ValueError), match=message):
        train_line(engine, loss=loss)


# -- containers, labels and several outputs --------------------------------------------------------


def containers():
    yield "arrays", np.array(XS), np.array(YS)
    yield "a list of arrays", [np.array([1.0]), np.array([2.0])], [np.float32(1), np.int8(-1)]
    yield "tuples", ((1.0,), (2.0,)), (1, -1)
    yield "a Tensor", Tensor(XS), Tensor(YS)
    yield "generators", (x for x in XS), (y for y in YS)


@ENGINES
@pytest.mark.parametrize("name", [name for name, _, _ in containers()])
def test_every_container_gives_the_same_training(engine, name):
    inputs, targets = next(case[1:] for case in containers() if case[0] == name)
    if engine is Tensor and name == "generators":
        inputs, targets = list(inputs), list(targets)
    history = train_line(engine, inputs=inputs, targets=targets)
    assert history.losses == pytest.approx(train_line().losses) and history.losses[0] == 1.0
    assert history.accuracies == train_line().accuracies


@ENGINES
def test_pandas_tables_and_series_give_the_same_training(engine):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"x": [1.0, 2.0], "y": YS}, index=["a", "b"])
    history = train_line(engine, inputs=frame[["x"]], targets=frame["y"])
    assert history.losses == pytest.approx(train_line().losses)
    history = train_line(engine, inputs=[row for _, row in frame[["x"]].iterrows()], targets=YS)
    assert history.losses == pytest.approx(train_line().losses)
    with pytest.raises(ValueError, match=r"targets \(2, 1\).*np.ravel"):
        train_line(engine, inputs=frame[["x"]], targets=frame[["y"]])


@ENGINES
def test_a_column_of_targets_is_refused(engine):
    with pytest.raises(ValueError, match=r"targets \(2, 1\).*np.ravel\(targets\)"):
        train_line(engine, targets=[[1], [-1]])


def test_a_column_of_targets_never_makes_a_table_of_a_loss_of_ones_own():
    with pytest.raises(ValueError, match=r"scores have shape \(2,\) but targets \(2, 1\)"):
        train_line(Tensor, targets=[[1], [-1]], loss=lambda s, y: ((s - y) ** 2).mean())


@ENGINES
@pytest.mark.parametrize("bad", [None, "red", 1j])
def test_what_is_no_number_is_found_in_its_row(engine, bad):
    for name in ("inputs", "targets"):
        data = {"inputs": [[1.0], [2.0]], "targets": [1.0, 2.0]}
        data[name][1] = [bad] if name == "inputs" else bad
        with pytest.raises(TypeError) as refused:
            train_line(engine, **data)
        text = "\n".join([str(refused.value), *getattr(refused.value, "__notes__", [])])
        assert f"Row 1 of the {name}, counted from 0, holds {bad!r}" in text or (
            f"{name} must be numbers, got the text {bad!r}" in text
        )


@ENGINES
def test_targets_that_are_one_number_are_refused(engine):
    with pytest.raises(TypeError, match="targets must be a list with one entry for each example"):
        train_line(engine, targets=3)


@ENGINES
def test_numbers_of_several_kinds_in_one_table_are_numbers(engine):
    mixed = np.array([[1.0], [True]], dtype=object)
    history = train_line(engine, inputs=mixed)
    assert history.losses == train_line(engine, inputs=[[1.0], [1.0]]).losses


@ENGINES
def test_one_output_cannot_say_which_of_several_classes(engine):
    with pytest.raises(ValueError, match="2 single scores and 2 targets: give the network one out"):
        train_line(engine, targets=[0, 1], loss=cross_entropy)


@ENGINES
def test_two_outputs_learn_two_numbers(engine):
    history = train_line(model=line(engine, outputs=2), targets=np.array([[1, 0], [-1, 0]]))
    assert history.losses[0] == 0.5 and history.accuracies == [None] * 4


def test_two_outputs_learn_classes_alike_on_both_engines():
    runs = []
    for engine in (Value, Tensor):
        random.seed(3)
        model = MLP(1, [4, 3], engine=engine)
        inputs, classes = [[-1.0], [0.0], [1.0]], [2, 0, 1]
        runs.append(train_line(model=model, inputs=inputs, targets=classes, loss=cross_entropy))
    assert runs[0].losses == pytest.approx(runs[1].losses, rel=1e-12)
    assert runs[0].accuracies == runs[1].accuracies and None not in runs[0].accuracies


@ENGINES
def test_several_outputs_with_labels_that_are_no_classes_have_no_accuracy(engine):
    def own_loss(scores, targets):
        return mean_squared_error(scores, [[y, 0] for y in targets])

    history = train_line(model=line(engine, outputs=2), loss=own_loss)
    assert history.accuracies == [None] * 4 and history.message == ""


@ENGINES
def test_one_hot_targets_and_labels_from_one_are_refused_with_what_to_write(engine):
    model = MLP(1, [2], engine=engine)
    with pytest.raises(ValueError, match="one-hot.*np.argmax"):
        train_line(model=model, targets=[[1, 0], [0, 1]], loss=cross_entropy)
    with pytest.raises(ValueError, match="labels count from 1, take y - 1"):
        train_line(model=model, targets=[1, 2], loss=cross_entropy)


def test_a_layer_of_tensors_is_a_model_too():
    history = train_line(model=Layer(1, 1, "linear", Tensor), targets=[[1], [-1]])
    assert len(history.losses) == 4


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
