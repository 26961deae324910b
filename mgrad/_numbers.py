"""Numbers in, clear errors out: what ``engine.py`` needs besides calculus."""


def as_float(data) -> float:
    """Return ``data`` as a plain float; for anything else a TypeError says what to do."""
    kind = type(data).__name__
    if hasattr(data, "backward"):
        raise TypeError(
            f"Value needs a plain number, got a {kind}: use it as it is, or take its number "
            "with .data"
        )
    if isinstance(data, (str, bytes)):
        raise TypeError(
            f"Value needs a number, got the text {data!r}: convert it first with float(...)"
        )
    if "complex" in kind:
        raise TypeError(
            f"Value needs a real number, got the complex number {data!r}: take .real or .imag"
        )
    if hasattr(data, "__len__") or hasattr(data, "__iter__"):
        raise TypeError(
            f"Value holds one number, got a {kind}: make one Value per number, [Value(x) for "
            "x in ...]"
        )
    try:
        return float(data)
    except TypeError:
        raise TypeError(f"Value needs a number, got {data!r}") from None


def power(base: float, exponent: float, name: str = "") -> float:
    """``base ** exponent`` for real results; the errors mention ``name``, the base's label."""
    expression = f"({name + ' = ' if name else ''}{base}) ** {exponent:g}"
    if base < 0.0 and exponent % 1.0 != 0.0:
        raise ValueError(
            f"{expression}: a negative base with a fractional exponent has no real value"
        )
    try:
        return base**exponent
    except ZeroDivisionError:
        raise ZeroDivisionError(f"{expression}: zero has no negative power") from None
    except OverflowError:
        raise OverflowError(f"{expression} is too large for a float") from None
