"""Numbers of other libraries: what is taken, what is handed over, and where the advice leads."""

import decimal
import enum
import fractions
import operator
import re
import types
import warnings

import numpy as np
import pytest

from mgrad import Tensor, Value
from mgrad._numbers import GradientLost

# -- stand-ins for libraries that need not be installed ---------------------------------------


class Quantity:
    """A number with a unit, as pint has it: it looks like an array and calculates itself."""

    def __init__(self, magnitude):
        self.magnitude, self.shape = magnitude, ()

    def __len__(self):
        raise TypeError

    __iter__ = __len__

    def __float__(self):
        raise TypeError("cannot convert from metre to dimensionless")

    def __rmul__(self, other):
        return Quantity(other * self.magnitude)

    def __lt__(self, other):
        return "asked"

    __gt__ = __rsub__ = __radd__ = __rtruediv__ = __rpow__ = __lt__


class Length(np.ndarray):
    """A number with a unit, as astropy has it: an array whose ``item()`` is another one."""

    unit = "m"

    @property
    def value(self):
        return float(np.asarray(self)[()])

    def item(self):
        return self


class Scalar:
    """One number of PyTorch or JAX: an array without axes, which has ``item()``."""

    shape, ndim = (), 0

    def __init__(self, number):
        self.number = number

    def __len__(self):
        raise TypeError("len() of a 0-d tensor")

    def item(self):
        return self.number

    def tolist(self):
        return self.number

    def __array__(self, dtype=None, copy=None):
        return np.array(self.number)


class Whole:
    """A whole number of gmpy2: it has a length, the number of its bits."""

    def __len__(self):
        return 2

    def __float__(self):
        return 3.0


class Size(enum.Enum):
    SMALL = 2.0


# -- the advice of every TypeError, followed to the letter --------------------------------------


def follow(message, thing, kind):
    """Write what the message says, with ``thing`` in the place of its names, and run it."""
    names = {"kind": kind, "Value": Value, "thing": thing}
    advice = message.rpartition(": ")[2]
    comprehension = re.search(r"\[.*\]$", advice)
    if comprehension:
        return eval(
            re.sub(r"\bin (\.\.\.|array|frame|tensor|d)", r"in thing", comprehension[0]), names
        )
    call = re.search(r"(float|list)\((?:\.\.\.|(d)(\.values\(\)))\)", advice)
    if call:
        return eval(f"kind({call[1]}(thing{call[3] or ''}))", names)
    attribute = re.search(r"(?:with|take) (\.\w+(\([\d.]*\))?)", advice)
    return eval(f"kind(thing{attribute[1]})", names)


FOR_VALUES = {
    "text": lambda: "3",
    "bytes": lambda: b"3",
    "a complex number": lambda: 1 + 2j,
    "a complex number of NumPy": lambda: np.complex64(1j),
    "an array without axes": lambda: np.array(2.0),
    "an array of one number": lambda: np.array([[2.0]]),
    "an array": lambda: np.array([1.0, 2.0]),
    "a matrix": lambda: np.array([[1.0, 2.0]]),
    "a scalar of another framework": lambda: Scalar(2.0),
    "a quantity": lambda: Quantity(2.0),
    "a quantity in an array": lambda: np.array(2.0).view(Length),
    "a Tensor of one number": lambda: Tensor(2.0),
    "a Tensor": lambda: Tensor([1.0, 2.0]),
    "a Tensor of rows": lambda: Tensor([[1.0, 2.0]]),
    "a list": lambda: [1, 2],
    "a tuple": lambda: (1, 2),
    "rows": lambda: [[1, 2], [3, 4]],
    "a set": lambda: {1, 2},
    "a dictionary": lambda: {"a": 1},
    "a generator": lambda: (x for x in [1, 2]),
    "a member of an Enum": lambda: Size.SMALL,
    "a slider": lambda: types.SimpleNamespace(value=2.0),
    "a Value of another engine": lambda: types.SimpleNamespace(data=2.0, _prev=set()),
}
FOR_TENSORS = {
    "text": lambda: "3",
    "a complex number": lambda: 1j,
    "a quantity": lambda: Quantity(2.0),
    "a quantity in an array": lambda: np.array(2.0).view(Length),
    "a masked array": lambda: np.ma.array([1.0, 100.0, 3.0], mask=[0, 1, 0]),
    "the masked constant": lambda: np.ma.masked,
    "a set": lambda: {1, 2},
    "a dictionary": lambda: {"a": 1},
    "a generator": lambda: (x for x in [1, 2]),
    "a member of an Enum": lambda: Size.SMALL,
    "a Value": lambda: Value(2.0),
}


@pytest.mark.parametrize("name", FOR_VALUES)
def test_following_the_advice_of_value_works(name):
    with pytest.raises(TypeError, match="^Value needs ") as caught:
        Value(FOR_VALUES[name]())
    follow(str(caught.value), FOR_VALUES[name](), Value)


@pytest.mark.parametrize("name", FOR_TENSORS)
def test_following_the_advice_of_tensor_works(name):
    with pytest.raises(TypeError, match="^Tensor (needs|has no) ") as caught:
        Tensor(FOR_TENSORS[name]())
    follow(str(caught.value), FOR_TENSORS[name](), Tensor)


@pytest.mark.parametrize("kind", [Value, Tensor])
@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (None, "got None: perhaps a function lacks its return"),
        (len, "to use its result, call it with"),
        (np.datetime64("2026"), r"needs a number, got np\.datetime64"),
        (object(), "needs a number, got <object"),
        ("x" * 1000, r"got the text '(x)+\.\.\.: convert it"),
    ],
)
def test_other_things_are_refused_by_name_on_one_line(kind, thing, words):
    with pytest.raises(TypeError, match=words) as caught:
        kind(thing)
    assert len(str(caught.value)) < 200 and "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_whole_numbers_beyond_the_floats_are_refused_and_others_taken(kind):
    assert kind(2**70).item() == 2.0**70
    with pytest.raises(OverflowError, match="end at 1.8e308, and this int is larger"):
        kind(2**2000)
    with pytest.raises(OverflowError, match="end at 1.8e308"):
        kind(1.0) * 2**2000


@pytest.mark.parametrize("kind", [Value, Tensor])
@pytest.mark.parametrize(
    "number",
    [fractions.Fraction(3, 2), decimal.Decimal("1.5"), np.float32(1.5), True, Whole()],
    ids=lambda number: type(number).__name__,
)
def test_every_number_is_taken_alone_and_on_either_side(kind, number):
    x = float(number)
    assert kind(number).item() == x
    assert (kind(2.0) * number).item() == 2 * x
    assert (kind(2.0) < number) == (x > 2.0)
    if not isinstance(number, Whole):
        assert (number - kind(2.0)).item() == x - 2


def test_a_list_of_fractions_is_an_array_and_a_text_in_a_list_is_named():
    assert Tensor([fractions.Fraction(1, 2), 2**70]).data.tolist() == [0.5, 2.0**70]
    with pytest.raises(TypeError, match="got the text 'b'"):
        Tensor([[1.0, 2.0], [3.0, "b"]])
    with pytest.raises(TypeError, match="got None"):
        Tensor([[1.0, None]])


# -- the other side is asked ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_what_calculates_itself_is_asked(kind):
    x = kind(3.0)
    product = x * Quantity(2.0)
    assert isinstance(product, Quantity) and product.magnitude.item() == 6.0
    for operation in (operator.add, operator.sub, operator.truediv, operator.pow, operator.lt):
        assert operation(x, Quantity(2.0)) == "asked"


@pytest.mark.parametrize("kind", [Value, Tensor])
@pytest.mark.parametrize("thing", ["2", None, 1j, {1.0}, len], ids=str)
def test_what_does_not_calculate_gets_our_words_on_either_side(kind, thing):
    x = kind(3.0)
    operations = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow]
    for operation in [*operations, operator.lt, operator.ge]:
        with pytest.raises(TypeError, match=f"^{kind.__name__} needs a "):
            operation(x, thing)
        with pytest.raises(TypeError, match=f"^{kind.__name__} needs a "):
            operation(thing, x)


def test_a_value_and_a_tensor_do_not_mix_in_silence():
    with pytest.raises(TypeError, match="got a Tensor"):
        Value(1.0) + Tensor(2.0)
    with pytest.raises(TypeError, match="got a Value"):
        Tensor(1.0) + Value(2.0)
    assert Value(1.0) < Tensor(2.0)


def test_numpy_does_not_take_a_tensor_apart():
    for take in (np.asarray, np.mean, lambda t: np.array([t, t]), lambda t: np.zeros(2) + [t, t]):
        with pytest.raises(TypeError):
            take(Tensor([1.0, 2.0]))
    with pytest.raises(TypeError, match=r"use its methods, or its \.data"):
        np.asarray(Tensor([1.0, 2.0]))


def test_masked_entries_are_found_in_rows_too_and_an_empty_mask_is_none():
    row = np.ma.array([1.0, 2.0], mask=[False, True])
    for masked in (row, [row, row], [1.0, np.ma.masked]):
        with pytest.raises(TypeError, match="no masked entries"):
            Tensor(masked)
        with pytest.raises(TypeError, match="no masked entries"):
            Tensor([1.0, 1.0]) * masked
    assert Tensor(np.ma.array([1.0, 2.0])).data.tolist() == [1.0, 2.0]


# -- a number taken out of its graph ---------------------------------------------------------------


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_float_warns_once_a_line_that_no_gradient_flows(kind):
    x = kind(2.0)
    with pytest.warns(GradientLost, match=r"write \.item\(\); if not, use the methods") as caught:
        assert float(x) == 2.0
    assert caught[0].filename == __file__
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            np.exp(float(x))
    assert len(caught) == 1


@pytest.mark.parametrize("kind", [Value, Tensor])
def test_there_are_silent_ways_to_take_a_number_on_purpose(kind):
    x = kind(-1.25)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert x.item() == x.data == -1.25 and type(x.item()) is float
        assert f"{x:.1f}" == "-1.2" and f"{x}" == "-1.25" and f"{x:+.3f}" == "-1.250"
        assert bool(x) and not bool(kind(0.0))
        assert x < 0 and x <= -1.25 and x >= -2 and kind(0.0) > x and sorted([x, kind(-2.0)])
        assert operator.gt(0, x) and operator.le(-2.0, x) and operator.lt(np.float64(-2.0), x)
        assert round(x, 1) == -1.2 and round(x) == -1 and max(x, kind(3.0)).item() == 3.0


def test_a_tensor_of_more_numbers_is_not_one_number():
    t = Tensor([1.0, 2.0])
    uses = [bool, round, Tensor.item, "{:.2f}".format, lambda t: t < 1, lambda t: t >= 0]
    for use in uses:
        with pytest.raises(ValueError, match=r"a Tensor of shape \(2,\) is not one number"):
            use(t)
    with pytest.warns(GradientLost), pytest.raises(ValueError, match="is not one number"):
        float(t)
    assert f"{t}" == str(t) == repr(t) == "Tensor([1., 2.], shape=(2,))"


# -- the libraries themselves, where they are installed  -------------------------------------------


@pytest.fixture
def pandas():
    return pytest.importorskip("pandas", reason="pandas is not installed")


def test_a_series_left_of_a_tensor_is_an_array(pandas):
    y, w = pandas.Series([1.0, 2.0]), Tensor([3.0, 4.0])
    loss = ((y - w) ** 2).sum()
    loss.backward()
    assert loss.item() == 8.0 and w.grad.tolist() == [4.0, 4.0]
    for compute in (operator.add, operator.mul, operator.truediv, operator.pow):
        for left in (y, pandas.Index([1.0, 2.0])):
            assert compute(left, w).data.tolist() == compute(np.array([1.0, 2.0]), w).data.tolist()


def test_a_frame_left_of_a_tensor_is_an_array_or_says_what_to_write(pandas):
    frame, w = pandas.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}), Tensor([3.0, 4.0])
    assert (frame * w).data.tolist() == [[3.0, 12.0], [6.0, 16.0]]
    with pytest.raises(TypeError, match=r"in place of frame @ tensor write frame\.to_numpy\(\)"):
        frame @ w
    assert (frame.to_numpy() @ w).data.tolist() == [15.0, 22.0]


def test_a_series_beside_a_value_is_refused_like_an_array(pandas):
    y, v = pandas.Series([1.0, 2.0]), Value(2.0)
    for compute in (lambda: y * v, lambda: v * y, lambda: y - v, lambda: Value(y), lambda: v < y):
        with pytest.raises(TypeError, match="got a Series: make one Value per number"):
            compute()
    for thing in (y, y.to_frame(), pandas.Index([1.0, 2.0]), y[:1]):
        with pytest.raises(TypeError) as caught:
            Value(thing)
        follow(str(caught.value), thing, Value)


def test_missing_values_of_pandas_are_refused(pandas):
    column = pandas.Series([1.0, pandas.NA], dtype="Float64")
    for missing in (column, column.to_frame(), column.astype("Int64")):
        with pytest.raises(TypeError, match="no missing values") as caught:
            Tensor(missing)
        assert follow(str(caught.value), missing, Tensor).data.ravel().tolist() == [1.0, 0.0]
    with pytest.raises(TypeError, match="it is missing"):
        Value(pandas.NA)
    assert np.isnan(Tensor(pandas.Series([1.0, np.nan])).data[1])  # NaN is a number of ours


def test_a_frame_of_mixed_columns_names_the_text_and_the_way_out(pandas):
    frame = pandas.DataFrame({"a": [1.0, 2.0], "name": ["red", "blue"]})
    with pytest.raises(TypeError, match="got the text 'red'.*choose the columns that hold numbers"):
        Tensor(frame)
    assert Tensor(frame[["a"]]).shape == (2, 1)


def test_polars_gives_arrays_on_the_right_and_its_nulls_are_refused():
    polars = pytest.importorskip("polars", reason="polars is not installed")
    column, table = polars.Series([1.0, 2.0]), polars.DataFrame({"a": [1.0, 2.0]})
    assert (Tensor([3.0, 4.0]) * column).data.tolist() == [3.0, 8.0]
    assert Tensor(table).shape == (2, 1)
    for missing in (polars.Series([1.0, None]), polars.DataFrame({"a": [1, None]})):
        with pytest.raises(TypeError, match="no missing values") as caught:
            Tensor(missing)
        follow(str(caught.value), missing, Tensor)
    with pytest.warns(GradientLost):
        column * Value(2.0)
    with pytest.raises(TypeError) as caught:
        Value(column)
    follow(str(caught.value), column, Value)


def test_scalars_of_pytorch_and_jax():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch")
    for thing in (torch.tensor(2.0), torch.tensor([1.0, 2.0]), torch.ones(2, 2)):
        for action in (Value, lambda x: Value(1.0) * x, lambda x: x * Value(1.0)):
            with pytest.raises(TypeError) as caught:
                action(thing)
            follow(str(caught.value), thing, Value)
    assert (torch.tensor([1.0, 2.0]) * Tensor([3.0, 4.0])).data.tolist() == [3.0, 8.0]


def test_a_quantity_of_pint_is_asked():
    pint = pytest.importorskip("pint", reason="pint is not installed")
    metre = pint.UnitRegistry().metre
    v = Value(3.0)
    for area in (v * (2.0 * metre), (2.0 * metre) * v):
        assert area.units == metre and area.magnitude.data == 6.0
    for kind in (Value, Tensor):
        with pytest.raises(TypeError) as caught:
            kind(2.0 * metre)
        assert follow(str(caught.value), 2.0 * metre, kind).item() == 2.0
