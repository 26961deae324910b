"""Losses and accuracy."""

import math
import random

import numpy as np
import pytest

from mgrad import (
    MLP,
    Tensor,
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


# -- what bad input gets -------------------------------------------------------------------------


@pytest.mark.parametrize("loss", [max_margin_loss, mean_squared_error, accuracy])
def test_different_lengths_and_no_examples_are_value_errors(loss):
    with pytest.raises(ValueError, match=r"2 (scores|predictions) but 1 targets"):
        loss([1.0, 2.0], [1])
    with pytest.raises(ValueError, match="no (scores|predictions)"):
        loss([], [])


@pytest.mark.parametrize("label", [0, 2, np.int64(0), False])
def test_hinge_labels_must_be_minus_one_or_plus_one(label):
    with pytest.raises(ValueError, match=rf"labels -1 and \+1, got {label}: .*2\*y - 1"):
        max_margin_loss([1.0, 1.0], [1, label])


@pytest.mark.parametrize("labels", [[1, 2, 2], np.array([1, 2, 2]), ["cat", "dog", "dog"]])
def test_the_advice_for_other_hinge_labels_works_word_for_word(labels):
    with pytest.raises(ValueError) as refused:
        max_margin_loss([1.0, 1.0, 1.0], labels)
    advice = str(refused.value).partition("write ")[2].partition(", or")[0]
    signs = eval(advice, {"targets": labels})
    assert max_margin_loss([2.0, -2.0, -2.0], signs).data in (0.0, 3.0)  # all right or all wrong


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


@pytest.mark.parametrize("target", [-1, 3, 0.5, math.nan, "1", None])
def test_the_target_of_cross_entropy_must_be_a_class(target):
    with pytest.raises(ValueError, match="class index from 0 to 2, got"):
        cross_entropy([1.0, 2.0, 3.0], target)


def test_no_logits_is_a_value_error():
    with pytest.raises(ValueError, match="no logits"):
        softmax([])
    with pytest.raises(ValueError, match="no logits"):
        cross_entropy([], 0)


# -- rows: several outputs, on Values as on Tensors ----------------------------------------------

ROWS = [[0.3, -1.2, 2.0], [1.0, 1.5, -0.5]]
CLASSES = [2, 0]


def in_values(rows):
    return [[Value(x) for x in row] for row in rows]


def test_cross_entropy_over_rows_is_the_mean_on_values_and_tensors():
    by_hand = []
    for row, k in zip(ROWS, CLASSES):
        by_hand.append(math.log(sum(math.exp(z) for z in row)) - row[k])
    expected = sum(by_hand) / 2
    assert cross_entropy(in_values(ROWS), CLASSES).data == pytest.approx(expected)
    assert cross_entropy(np.array(ROWS), np.array(CLASSES)).data == pytest.approx(expected)
    assert cross_entropy(Tensor(ROWS), CLASSES).data == pytest.approx(expected)


def test_gradients_of_the_losses_over_rows_agree_with_finite_differences():
    def rows_of(z):
        return [z[:3], z[3:]]

    for f in (
        lambda *z: cross_entropy(rows_of(z), CLASSES),
        lambda *z: mean_squared_error(rows_of(z), ROWS),
        lambda *z: max_margin_loss(rows_of(z), [[1, -1, 1], [-1, -1, 1]]),
        lambda *z: softmax(rows_of(z))[1][0],
    ):
        report = check_gradients(f, [0.1, -0.4, 0.8, 1.1, -0.2, 0.3])
        assert report, report


def test_squared_error_over_rows_is_the_mean_of_all_numbers():
    assert mean_squared_error(in_values([[1, 2], [3, 4]]), [[1, 0], [0, 4]]).data == (4 + 9) / 4
    assert mean_squared_error(Tensor([[1, 2], [3, 4]]), [[1, 0], [0, 4]]).data == (4 + 9) / 4
    assert mean_squared_error(in_values([[1, 2]]), np.array([[1, 0]])).data == 2.0


@pytest.mark.parametrize("scores", [in_values(ROWS), ROWS, np.array(ROWS), Tensor(ROWS)])
def test_accuracy_of_rows_counts_the_largest_score(scores):
    assert accuracy(scores, [2, 1]) == 1.0
    assert accuracy(scores, np.array([2, 0])) == 0.5


def test_accuracy_of_rows_with_nan_is_nan():
    assert math.isnan(accuracy([[math.nan, 1.0], [0.0, 1.0]], [1, 1]))


@pytest.mark.parametrize("make", [in_values, Tensor])
@pytest.mark.parametrize("measure", [cross_entropy, accuracy])
@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ([1, 3], r"from 0 to 2, got 3(\.0)?\. If your labels count from 1, take y - 1"),
        ([1, -1], r"got -1(\.0)?\. For labels -1 and \+1 take \(y \+ 1\) // 2"),
        ([[0, 0, 1], [1, 0, 0]], r"got \[0.*one-hot.*np.argmax\(targets, axis=1\)"),
        ([[2], [0]], r"got \[2.*np.ravel\(targets\)"),
        ([0.5, 1], "from 0 to 2, got 0.5"),
    ],
)
def test_targets_that_are_no_classes_are_refused_with_what_to_write(
    make, measure, targets, message
):
    with pytest.raises(ValueError, match=message):
        measure(make(ROWS), targets)


@pytest.mark.parametrize("make", [in_values, Tensor])
def test_the_advice_for_one_hot_rows_and_for_columns_works_word_for_word(make):
    one_hot, column = [[0, 0, 1], [1, 0, 0]], [[2], [0]]
    expected = pytest.approx(cross_entropy(make(ROWS), CLASSES).data)
    assert cross_entropy(make(ROWS), np.argmax(one_hot, axis=1)).data == expected
    assert cross_entropy(make(ROWS), np.ravel(column)).data == expected


@pytest.mark.parametrize("make", [in_values, Tensor])
def test_texts_as_targets_are_refused_and_the_advice_numbers_them(make):
    animals = ["owl", "cat"]
    for measure in (cross_entropy, accuracy):
        with pytest.raises((TypeError, ValueError), match="got the text 'owl'|got 'owl'"):
            measure(make(ROWS), animals)
    with pytest.raises(TypeError, match="targets must be numbers, got the text 'owl'") as refused:
        mean_squared_error([Value(1.0), Value(2.0)], animals)
    numbered = eval(str(refused.value).partition("for example ")[2], {"targets": animals})
    assert numbered == [1, 0]


def test_a_score_in_a_row_of_its_own_is_refused_naming_both_shapes():
    with pytest.raises(TypeError, match=r"got a list of 1: .*\[row\[0\] for row in scores\]"):
        max_margin_loss(in_values([[1.0], [2.0]]), [1, -1])
    for scores, advice in (
        (in_values([[1.0], [2.0]]), "row\\[0\\]"),
        (Tensor([[1.0], [2.0]]), "reshape"),
    ):
        with pytest.raises(ValueError, match=f"each row of scores holds one number.*{advice}"):
            accuracy(scores, [1, -1])


@pytest.mark.parametrize("make", [lambda xs: [Value(x) for x in xs], Tensor])
def test_a_column_of_targets_is_refused_and_the_advice_makes_a_list_of_it(make):
    column = [[1.0], [-1.0]]
    for loss in (mean_squared_error, max_margin_loss, accuracy):
        with pytest.raises(ValueError, match=r"shape \(2,\) but targets \(2, 1\).*np.ravel"):
            loss(make([0.5, -2.0]), column)
    assert max_margin_loss(make([0.5, -2.0]), np.ravel(column)).data == 0.25


@pytest.mark.parametrize("loss", [mean_squared_error, max_margin_loss, accuracy])
def test_one_value_in_place_of_a_list_is_refused(loss):
    with pytest.raises(TypeError, match="must be a list with one entry for each example, got Val"):
        loss(Value(1.0), [1])


# -- containers ----------------------------------------------------------------------------------


class Table:
    """Like a DataFrame: it lists the names of its columns, and has an array."""

    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return iter(["x", "y"])

    def __len__(self):
        return len(self.rows)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.rows, dtype)


def test_a_table_is_its_rows_not_the_names_of_its_columns():
    rows = [[1.0, 2.0], [3.0, 4.0]]
    assert mean_squared_error(in_values(rows), Table(rows)).data == 0.0
    assert mean_squared_error(Tensor(rows), Table(rows)).data == 0.0
    assert accuracy(Table(rows), [1, 1]) == 1.0


def test_pandas_objects_are_targets_and_predictions():
    pandas = pytest.importorskip("pandas")
    y, w = pandas.Series([1.0, 2.0], index=["a", "b"]), Tensor([3.0, 4.0])
    for loss in (mean_squared_error(w, y), mean_squared_error(y, w)):
        w.grad = 0.0
        loss.backward()
        assert (loss.data, w.grad.tolist()) == (4.0, [2.0, 2.0])
    assert mean_squared_error([Value(3.0), Value(4.0)], y).data == 4.0
    assert cross_entropy(Tensor(ROWS), pandas.Series(CLASSES)).data == pytest.approx(
        cross_entropy(ROWS, pandas.Series(CLASSES)).data
    )
    labels = pandas.Series([1, -1])
    assert max_margin_loss(w, labels).data == max_margin_loss([3.0, 4.0], labels).data == 2.5
    assert accuracy(w, labels) == accuracy(pandas.Series([3.0, 4.0]), labels) == 0.5


@pytest.mark.parametrize("make", [Tensor, lambda xs: [Value(x) for x in xs]])
def test_missing_numbers_of_a_masked_array_are_never_taken(make):
    masked = np.ma.array([1.0, 100.0], mask=[False, True])
    with pytest.raises(ValueError, match=r"1 numbers of this masked array are missing.*\.filled"):
        mean_squared_error(make([1.0, 2.0]), masked)
    whole = np.ma.array([1.0, 2.0], mask=[False, False])
    assert mean_squared_error(make([1.0, 2.0]), whole).data == 0.0


@pytest.mark.parametrize("loss", [max_margin_loss, mean_squared_error])
def test_values_keep_their_gradient_beside_targets_in_a_tensor(loss):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch")
    for rows in (False, True):
        found = []
        for make in (list, Tensor, torch.tensor):
            scores = [Value(0.5), Value(-0.25)]
            nested = [[score] for score in scores] if rows else scores
            loss(nested, make([[1.0], [-1.0]] if rows else [1.0, -1.0])).backward()
            found.append([score.grad for score in scores])
        assert found[0] == found[1] == found[2] and all(found[0])


def test_targets_that_are_tensors_receive_their_gradient_as_values_do():
    for a, b in ((Tensor([1.0, 2.0]), Tensor([3.0, 5.0])),):
        mean_squared_error(a, b).backward()
        assert (a.grad.tolist(), b.grad.tolist()) == ([-2.0, -3.0], [2.0, 3.0])
    a, b = Value(1.0), Value(3.0)
    mean_squared_error([a], [b]).backward()
    assert (a.grad, b.grad) == (-4.0, 4.0)
