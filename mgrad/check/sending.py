"""An answer as bytes, for the process that runs it.

A notebook of a class is run by a program that reads this file by its path: it must not import
the package.
"""

from __future__ import annotations

import functools
import sys
from collections import ChainMap
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import cloudpickle

CACHED = type(functools.cache(len))
installed: set[str] = set()  # names of modules that need not be looked at


def write_answer(answer: Any) -> bytes:
    """An answer as bytes, with the code of the notebook and of the student's own files."""
    written = BytesIO()
    with ExitStack() as stack:
        for module in own_modules():
            cloudpickle.register_pickle_by_value(module)
            stack.callback(cloudpickle.unregister_pickle_by_value, module)
        stack.callback(sys.setrecursionlimit, sys.getrecursionlimit())
        sys.setrecursionlimit(10_000)  # long chains of nodes, and no more than the stack can hold
        Pickler(written).dump(answer)
    return written.getvalue()


def written_uncached(cached: Any) -> tuple:
    """A function under @cache is written as the function and its decorator."""
    return functools.lru_cache(**cached.cache_parameters()), (cached.__wrapped__,)


class Pickler(cloudpickle.Pickler):
    dispatch_table = ChainMap({CACHED: written_uncached}, cloudpickle.Pickler.dispatch_table)


def own_modules() -> list:
    """The modules that only this notebook can import: neither installed nor part of the course."""
    places = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[1]))
    others = {name: sys.modules.get(name) for name in [*sys.modules] if name not in installed}
    files = [
        (module, vars(module).get("__file__"))
        for name, module in others.items()
        if type(module) is ModuleType and vars(module).get("__name__") == name
    ]
    return [
        module
        for module, file in files
        if isinstance(file, str) and not file.startswith(places) and "-packages" not in file
        if module.__name__ != "__main__" and not module.__name__.startswith("cloudpickle")
    ]
