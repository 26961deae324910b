"""Numbers in, clear errors out: what the engines need besides calculus."""

import math
import operator
import warnings
from numbers import Real


class GradientLost(UserWarning):
    """``float()`` took a number out of its graph: no gradient flows through the rest.

    Python cannot tell a ``float(v)`` that is meant from the one inside ``math.exp(v)`` or a
    library. Where it is meant, write ``v.data`` or ``v.item()``. To find the place, turn the
    warning into an error: ``warnings.simplefilter("error", GradientLost)``.
    """


MISSING = ("NAType", "NaTType")  # of pandas


class LikeANumber:
    """What a Value, and a Tensor of one number, do like a plain number: all that is safe.

    ``item()`` gives the number. ``==`` and ``hash`` stay those of ``object``: a node equals only
    itself. Two nodes with the same number are still two, and must not be merged in a set or a
    dictionary.
    """

    __slots__ = ()
    __array_ufunc__ = None  # NumPy hands array * node to the node
    __pandas_priority__ = 5000  # so do Series, Index and DataFrame, whose own are below

    def __lt__(self, other):
        return compare_numbers(operator.lt, self, other)

    def __le__(self, other):
        return compare_numbers(operator.le, self, other)

    def __gt__(self, other):
        return compare_numbers(operator.gt, self, other)

    def __ge__(self, other):
        return compare_numbers(operator.ge, self, other)

    def __bool__(self):
        return self.item() != 0.0

    def __round__(self, digits=None):
        return round(self.item(), digits)

    def __format__(self, spec):
        return format(self.item(), spec)

    def __float__(self):
        name = type(self).__name__
        warnings.warn(
            f"float() took a number out of a {name}: no gradient flows through what is computed "
            f"from it. If that is meant, write .item(); if not, use the methods of the {name}, "
            "v.exp() in place of math.exp(v).",
            GradientLost,
            stacklevel=2,
        )
        return self.item()


def compare_numbers(relation, node: LikeANumber, other) -> bool:
    """``node < other`` and its like: the answer, or NotImplemented."""
    left = node.item()
    right = other.item() if isinstance(other, LikeANumber) else as_operand(other, type(node))
    return NotImplemented if right is NotImplemented else relation(left, right)


def as_operand(other, owner: type) -> float:
    """The other side of an operator as a float, or NotImplemented: then Python asks *it*."""
    try:
        return as_float(other, owner.__name__)
    except TypeError:
        if calculates(other):
            return NotImplemented
        raise


def calculates(thing) -> bool:
    """Whether something that is no number has operators of its own: a quantity, a symbol, ..."""
    if hasattr(thing, "magnitude"):  # a quantity of pint, which has all methods of an array
        return True
    if type(thing).__name__ in MISSING:
        return False
    known = ("__iter__", "shape", "_prev", "imag")  # containers, arrays, nodes, complex numbers
    return hasattr(type(thing), "__rmul__") and not any(hasattr(thing, name) for name in known)


def as_float(data, owner: str = "Value") -> float:
    """Return ``data`` as a plain float.

    Args:
        data: anything.
        owner: ``"Value"``, ``"Tensor"`` or the name of an argument, which the errors name.

    Raises:
        TypeError: ``data`` is not one real number; the message says what to write instead.
        OverflowError: ``data`` is a whole number beyond the largest float.
    """
    if type(data) in (float, int) and abs(data) < 1e308:  # the rule; all others take longer
        return float(data)
    found, advice = _mistaken(data, owner)
    if advice:
        raise TypeError(f"{owner} needs {found}: {advice}")
    try:
        return float(data)
    except OverflowError:
        raise OverflowError(
            f"{owner} holds floats, which end at 1.8e308, and this {type(data).__name__} is larger"
        ) from None
    except (TypeError, ValueError):
        raise TypeError(f"{owner} needs a number, got {_shown(data)}{_way_out(data)}") from None


def _mistaken(data, owner: str) -> tuple[str, str]:
    """What was needed and given, and what to write; two empty texts where a float may come out."""
    kind = type(data).__name__
    if isinstance(data, (str, bytes)):
        return f"a number, got the text {_shown(data)}", "convert it first with float(...)"
    if hasattr(data, "_prev") and not hasattr(data, "shape"):  # a node of any engine of Values
        as_it_is = "use it as it is, or " if owner == "Value" else ""
        return f"a plain number, got a {kind}", f"{as_it_is}take its number with .data"
    if "complex" in kind:
        return f"a real number, got the complex number {complex(data)}", "take .real or .imag"
    if hasattr(data, "magnitude"):
        return f"a plain number, got {_shown(data)}", "take its number with .magnitude"
    if hasattr(data, "shape") and (hasattr(type(data), "__len__") or hasattr(data, "_prev")):
        return f"a plain number, got a {kind}", _way_out_of_array(data, owner)
    if hasattr(data, "__iter__"):
        return f"a number, got a {kind}", _way_out_of_container(data, owner)
    return "", ""


def _way_out_of_array(array, owner: str) -> str:
    """For an array or Tensor of NumPy, mgrad, PyTorch, JAX, pandas, polars, ..."""
    if hasattr(array, "unit"):  # a quantity of astropy
        return "take its number with .value"
    if getattr(array, "mask", False) is not False and array.shape == ():
        return "it is masked, so choose a number for it yourself"
    if hasattr(array, "item") and all(length == 1 for length in array.shape):
        return "take its number with .item()"
    if owner != "Value":
        return "take one number of it"
    if hasattr(array, "_prev"):  # a Tensor
        numbers = "tensor.data.tolist()"
    else:
        numbers = "array.tolist()" if hasattr(array, "tolist") else "frame.to_numpy().tolist()"
    return _one_value_each(numbers, has_rows=len(array.shape) > 1)


def _way_out_of_container(container, owner: str) -> str:
    source = "d.values()" if hasattr(container, "values") else "..."
    if owner == "Tensor":
        return f"make a list of it first, list({source})"
    if owner != "Value":
        return "take one number of it"
    is_list = isinstance(container, (list, tuple))
    return _one_value_each(source, is_list and isinstance(next(iter(container), 0), list))


def _one_value_each(numbers: str, has_rows: bool) -> str:
    if has_rows:
        return f"make one Value per number, [[Value(x) for x in row] for row in {numbers}]"
    return f"make one Value per number, [Value(x) for x in {numbers}]"


def _way_out(data) -> str:
    if data is None:
        return ": perhaps a function lacks its return"
    if type(data).__name__ in MISSING:
        return ": it is missing, so choose a number for it yourself"
    if callable(data):
        return ": to use its result, call it with (...)"
    if hasattr(data, "value"):  # a slider, a member of an Enum
        return ": take its number with .value"
    return ""


def _shown(data) -> str:
    """``repr`` on one short line."""
    for plain in (str, bytes):  # not NumPy's
        data = plain(data) if isinstance(data, plain) else data
    text = " ".join(repr(data).split())
    return text if len(text) <= 60 else text[:57] + "..."


def check_label(label) -> None:
    """Refuse what is no text, such as the second argument of micrograd's constructor."""
    if not isinstance(label, str):
        raise TypeError(
            f"a label must be text, got {_shown(label)}: the arguments are (data, label), and an "
            "operation names the others, _prev=(a, b), _op='+', _local=(1.0, 1.0)"
        )


def check_positive(name: str, number: float) -> float:
    """``number`` as a float, if it is one above zero and finite."""
    if isinstance(number, Real) and 0.0 < number < math.inf:
        return float(number)
    raise ValueError(f"{name} must be a positive number, got {_shown(number)}")


def check_function(name: str, function) -> None:
    """Refuse what cannot be called, and a class, whose call would make an object."""
    if not callable(function) or isinstance(function, type):
        raise TypeError(f"{name} must be a function, got {_shown(function)}")


def power(base: float, exponent: float, name: str = "") -> float:
    """``base ** exponent`` for real results; the errors mention ``name``, the base's label."""
    if base < 0.0 and exponent % 1.0 != 0.0:
        raise ValueError(
            f"{_as_power(base, exponent, name)}: a negative base with a fractional exponent has "
            "no real value"
        )
    try:
        return base**exponent
    except ZeroDivisionError:
        raise ZeroDivisionError(
            f"{_as_power(base, exponent, name)}: zero has no negative power"
        ) from None
    except OverflowError:
        raise OverflowError(f"{_as_power(base, exponent, name)} is too large for a float") from None


def _as_power(base: float, exponent: float, name: str) -> str:
    return f"({name + ' = ' if name else ''}{base}) ** {exponent:g}"
