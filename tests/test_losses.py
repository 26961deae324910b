"""Losses and accuracy."""

import math
import random

import numpy as np
import pytest

from mgrad import (
    MLP,
    Value,
    accuracy,
    check_gradients,
    cross_entropy,
    max_margin_loss,
    mean_squared_error,
    softmax,
)


def test_the_seeded_four_point_example_of_the_course():
    random.seed(1337)
    model = MLP(2, [4, 4, 1], output_activation="tanh")
    scores = [model(x) for x in ([2, 3], [3, -1], [0.5, 1], [1, 1])]
    targets = [1, -1, -1, 1]
    assert [s.data for s in scores] == pytest.approx(
        [-0.5141133559771179, -0.8041163539502847, -0.6556847420955437, -0.6941728896962984],
        abs=1e-9,
    )
    assert max_margin_loss(scores, targets).data == pytest.approx(0.937121287406897, abs=1e-9)
    assert accuracy(scores, targets) == 0.5


def test_hinge_loss_is_the_mean_of_the_missing_margins():
    assert max_margin_loss([Value(2.0), Value(0.5), Value(0.5)], [1, 1, -1]).data == pytest.approx(
        (0 + 0.5 + 1.5) / 3
    )


def test_squared_error_is_a_true_mean():
    assert mean_squared_error([1.0, 3.0], [0.0, 1.0]).data == 2.5


def test_softmax_is_stable_and_sums_to_one():
    p = softmax([1000.0, 1001.0, -1000.0])
    assert sum(x.data for x in p) == pytest.approx(1.0)
    a, b = Value(1.0), Value(2.0)
    first = softmax([a, b])[0]
    first.backward()
    assert first.data == pytest.approx(0.2689414213699951, rel=1e-15)
    assert (a.grad, b.grad) == pytest.approx((0.1966119332414819, -0.1966119332414819), rel=1e-14)


def test_cross_entropy_is_minus_the_log_of_the_softmax_and_never_overflows():
    logits = [0.3, -1.2, 2.0]
    assert cross_entropy(logits, 1).data == pytest.approx(-math.log(softmax(logits)[1].data))
    assert cross_entropy([1000.0, 0.0], 0).data == pytest.approx(0.0)
    assert cross_entropy([1000.0, 0.0], 1).data == pytest.approx(1000.0)


@pytest.mark.parametrize(
    "f",
    [
        lambda *z: max_margin_loss(z, [1, -1, 1]),
        lambda *z: mean_squared_error(z, [1.0, 0.0, -2.0]),
        lambda *z: softmax(z)[1],
        lambda *z: cross_entropy(z, 2),
    ],
)
def test_gradients_agree_with_finite_differences(f):
    report = check_gradients(f, [0.3, -0.4, 0.8])
    assert report, report


def test_accuracy_compares_signs_and_counts_a_zero_score_as_negative():
    assert accuracy([0.0, 0.0, 2.0, -1.0], [1, -1, 1, 1]) == 0.5
    assert type(accuracy([1.0], np.array([1]))) is float


def test_accuracy_of_nan_scores_is_nan_not_a_harmless_number():
    assert math.isnan(accuracy([math.nan, 1.0], [-1, 1]))


# -- what bad input gets -------------------------------------------------------------------


@pytest.mark.parametrize("loss", [max_margin_loss, mean_squared_error, accuracy])
def test_different_lengths_and_no_examples_are_value_errors(loss):
    with pytest.raises(ValueError, match=r"2 (scores|predictions) but 1 targets"):
        loss([1.0, 2.0], [1])
    with pytest.raises(ValueError, match="no (scores|predictions)"):
        loss([], [])


@pytest.mark.parametrize("label", [0, 2, np.int64(0)])
def test_hinge_labels_must_be_minus_one_or_plus_one(label):
    with pytest.raises(ValueError, match=r"labels -1 and \+1, got .*2\*y - 1"):
        max_margin_loss([1.0, 1.0], [1, label])


@pytest.mark.parametrize(
    "labels", [np.array([1, -1], dtype=np.int8), np.array([1.0, -1.0]), [1, -1]]
)
def test_hinge_labels_may_be_of_any_numeric_type(labels):
    assert max_margin_loss([0.0, 0.0], labels).data == 1.0


def test_unsigned_labels_do_not_wrap_around():
    assert max_margin_loss([Value(0.5)], np.array([1], dtype=np.uint8)).data == 0.5


@pytest.mark.parametrize("loss", [max_margin_loss, mean_squared_error])
def test_a_score_that_is_a_list_is_an_error(loss):
    with pytest.raises(TypeError, match="got a list"):
        loss([[Value(1.0)]], [1])


@pytest.mark.parametrize("target", [-1, 3, 0.5])
def test_the_target_of_cross_entropy_must_be_a_class(target):
    with pytest.raises(ValueError, match="class index from 0 to 2, got"):
        cross_entropy([1.0, 2.0, 3.0], target)


def test_no_logits_is_a_value_error():
    with pytest.raises(ValueError, match="no logits"):
        softmax([])
    with pytest.raises(ValueError, match="no logits"):
        cross_entropy([], 0)
