"""The student's own classes, kept from one exercise notebook to the next.

When the check of a task that ``keeps`` its answer passes, the class is written beside the
exercises. ``choose`` brings it back in a later notebook, or takes the package's class.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import mgrad
from mgrad.check.progress_file import path


def folder() -> Path:
    """``exercises/mine``: one file for each class."""
    return path().with_name("mine")


def keep(name: str, answer: Any) -> str:
    """Keep a class. Returns an empty text, or one line on what went wrong."""
    import cloudpickle

    try:
        folder().mkdir(exist_ok=True)
        (folder() / f"{name}.pickle").write_bytes(cloudpickle.dumps(answer))
    except Exception as error:
        return f"Your {name} could not be kept for the next notebooks ({error})."
    return ""


def choose(*names: str, whose: str = "mine") -> list[type]:
    """The classes to build on: your own if all of them are there, else the package's.

    Args:
        names: ``"Value"``, ``"Neuron"``, ``"Layer"`` or ``"MLP"``.
        whose: ``"mine"``, or ``"package"`` to take the package's in any case.

    Returns:
        The classes, in the order of the names. One printed line says whose they are.

    Raises:
        ValueError: a name or ``whose`` is unknown.
    """
    for name in names:
        if name not in ("Value", "Neuron", "Layer", "MLP"):
            raise ValueError(
                f"there is no class {name!r} to choose: take Value, Neuron, Layer or MLP"
            )
    if whose not in ("mine", "package"):
        raise ValueError(f'whose must be "mine" or "package", got {whose!r}')
    why = ""
    if whose == "mine":
        try:
            classes = _load(names)
            print(f"In use: your own {_list(names)}.")
            return classes
        except FileNotFoundError as error:
            why = (
                f" (no {Path(error.filename).stem} of yours yet: it is kept when its check passes)"
            )
        except Exception as error:
            why = f" (yours cannot be used: {error})"
    print(f"In use: the package's {_list(names)}{why}.")
    return [getattr(mgrad, name) for name in names]


def _load(names: tuple[str, ...]) -> list[type]:
    import cloudpickle

    classes = {
        name: cloudpickle.loads((folder() / f"{name}.pickle").read_bytes()) for name in names
    }
    for own in classes.values():  # all of them work with the same, newest Value
        for method in filter(inspect.isfunction, vars(own).values()):
            method.__globals__.update(
                {name: classes[name] for name in names if name in method.__globals__}
            )
    if "Neuron" in classes:
        try:
            classes["Neuron"](2)([1.0, 2.0]).backward()
        except Exception as error:
            raise ValueError(
                f"your Neuron does not work with your Value, run its check again: {error}"
            ) from None
    return list(classes.values())


def _list(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
