"""Examples and their targets: the containers, shapes and labels that people have.

Lists, arrays, tables and Tensors come in; lists and arrays of plain numbers go out, or an error
that names what was found and what to write. NumPy is used where it is already, never imported.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from numbers import Real


def is_tensor(x) -> bool:
    """A Tensor, recognised without importing its room and NumPy."""
    return hasattr(x, "backward") and hasattr(x, "shape")


def plain(data):
    """The array of a table, a Series or a Tensor; anything else as it is.

    Raises:
        ValueError: numbers of a masked array are missing.
    """
    if hasattr(data, "filled") and data.mask.any():
        raise ValueError(
            f"{data.mask.sum()} numbers of this masked array are missing: leave those examples "
            "out, or put numbers in their place with .filled(number)"
        )
    data = data.data if is_tensor(data) else data
    return data.__array__() if hasattr(data, "__array__") else data


def refuse_names(name: str, data) -> None:
    """Refuse what would give the names of its entries, or its entries in any order."""
    if isinstance(data, (dict, set, frozenset)):
        advice = "write list(d.values())" if isinstance(data, dict) else "a set has no order"
        raise TypeError(f"{name} must be a list, got a {type(data).__name__}: {advice}")


def refuse_table(name: str, row) -> None:
    """Refuse a table, or what ``refuse_names`` does, in place of the numbers of one example."""
    refuse_names(name, row)
    if hasattr(row, "columns"):
        raise TypeError(f"{name} must be one example, got a table: take a row of frame.to_numpy()")


def listed(name: str, data) -> list:
    """One entry per example, also of a table, which alone would list the names of its columns."""
    refuse_names(name, data)
    try:
        return list(plain(data))
    except TypeError:
        raise TypeError(
            f"{name} must be a list with one entry for each example, got {data!r}"
        ) from None


def is_row(x) -> bool:
    """A list or an array, one of the rows of a table."""
    return (
        hasattr(x, "__len__")
        and not hasattr(x, "backward")
        and not isinstance(x, str | dict | set)
        and getattr(x, "shape", None) != ()
    )


def as_array(engine: type, name: str, data):
    """The array of floats that a Tensor would hold."""
    try:
        return engine(plain(data)).data
    except TypeError:
        refuse_texts(name, listed(name, data))
        place = find_in_rows(name, data, lambda x: not isinstance(x, Real))
        if place:
            raise TypeError(f"{place}, which is no number") from None
        return engine(unwrapped(plain(data))).data  # a table of numbers of several kinds


def unwrapped(target):
    """NumPy's numbers and rows as Python's, which print without their type."""
    return target.tolist() if hasattr(target, "tolist") else target


def leaves_of(data) -> Iterator:
    """What nested lists, arrays and Values hold, one after the other."""
    data = unwrapped(plain(data.data if hasattr(data, "backward") else data))
    if isinstance(data, list | tuple):
        for item in data:
            yield from leaves_of(item)
    else:
        yield data


def numbers_of(data) -> list[float]:
    return [x for x in leaves_of(data) if isinstance(x, Real)]


def find_in_rows(name: str, rows: Sequence, is_bad: Callable) -> str:
    """Where the first bad entry is, as the beginning of a sentence; or nothing."""
    for number, row in enumerate(plain(rows)):
        for x in filter(is_bad, leaves_of(row)):
            return f"Row {number} of the {name}, counted from 0, holds {x!r}"
    return ""


def check_whole(name: str, data) -> None:
    """Refuse numbers of a network whose training went wrong."""
    if not all(map(math.isfinite, numbers_of(data))):
        raise ValueError(
            f"{name} are not all finite: take the network as it was before the step that broke it"
        )


# -- lengths and shapes --------------------------------------------------------------------------


def check_shapes(name: str, shape: tuple[int, ...], target_shape: tuple[int, ...]) -> None:
    if shape == target_shape:
        return
    advice = ""
    if len(shape) == 1 and target_shape == (*shape, 1):
        advice = ", for example with np.ravel(targets)"
    elif len(shape) == 1 and target_shape[:1] == shape:
        advice = f". Take one column of them, or a network with {target_shape[1]} outputs"
    elif len(target_shape) == 1 and shape[:1] == target_shape and shape[1] > 1:
        advice = ". Give the targets in rows too, or the network one output"
    raise ValueError(
        f"{name} have shape {shape} but targets {target_shape}: both must be the same{advice}"
    )


def matched(name: str, scores: list, targets: list) -> tuple[list, list]:
    """Two flat lists of one length; where both consist of rows, the rows follow one another."""
    check_lengths(name, scores, targets)
    if not is_row(scores[0]) and not is_row(targets[0]):
        return scores, targets
    if not is_row(scores[0]):
        check_shapes(name, (len(scores),), (len(targets), len(targets[0])))
    for score, target in zip(scores, targets):
        if not is_row(target):
            raise TypeError(
                f"each of the {name} must be one number like its target, got a "
                f"{type(score).__name__} of {len(score)}: give the targets in rows too, or take "
                f"one column, [row[0] for row in {name}]"
            )
        check_lengths(f"{name} in a row", score, target)
    return list(chain.from_iterable(scores)), list(chain.from_iterable(targets))


def check_lengths(name: str, left: Sequence, targets: Sequence) -> None:
    if len(left) != len(targets):
        raise ValueError(
            f"{len(left)} {name} but {len(targets)} targets: there must be one target for each"
        )
    check_count(name, len(left))


def check_count(name: str, count: int) -> None:
    if not count:
        raise ValueError(f"no {name}: a mean over no examples does not exist")


def refuse_one_column(width: int, instead: str) -> None:
    if width == 1:
        raise ValueError(
            "each row of scores holds one number, and classes need one for each of them. For the "
            f"sign of a single score write {instead}"
        )


# -- labels --------------------------------------------------------------------------------------


def refuse_texts(name: str, items: Sequence) -> None:
    for item in items:
        if isinstance(item, str):
            raise TypeError(
                f"{name} must be numbers, got the text {item!r}: number them first, for example "
                f"[sorted(set({name})).index(y) for y in {name}]"
            )


def class_index(target, classes: int) -> int:
    """``target`` as the whole number that it must be.

    Raises:
        ValueError: it is not the index of a class; the message says what it looks like.
    """
    target = unwrapped(target)
    if not is_row(target) and target in range(classes):
        return int(target)
    advice = ""
    if is_row(target) and len(target) == classes:
        advice = ". A one-hot row has its class at the 1: np.argmax(targets, axis=1)"
    elif is_row(target):
        advice = ": np.ravel(targets) makes one list of a column"
    elif isinstance(target, str):
        advice = ": number the classes first, from 0"
    elif target == classes:
        advice = ". If your labels count from 1, take y - 1"
    elif target == -1:
        advice = ". For labels -1 and +1 take (y + 1) // 2"
    raise ValueError(
        f"target must be a class index from 0 to {classes - 1}, got {target!r}{advice}"
    )
