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
installed: dict[str, ModuleType] = {}  # modules that need not be looked at again


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
    own = []
    for name, module in sys.modules.copy().items():
        if module is installed.get(name) or type(module) is not ModuleType:
            continue
        file = vars(module).get("__file__")
        if not isinstance(file, str) or vars(module).get("__name__") != name:
            continue
        not_sent = name == "__main__" or name.startswith("cloudpickle")
        if not_sent or file.startswith(places) or "-packages" in file:
            installed[name] = module
        else:
            own.append(module)
    return own
