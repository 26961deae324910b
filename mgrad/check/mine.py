"""The student's own classes, each kept as a Python file that the next notebooks build on.

When the check of a task that ``keeps`` its answer passes, the source of the class is written to
``exercises/mine/``, with the imports, functions and constants that it uses. ``choose`` brings it
back in a later notebook, or takes the package's class. Python started in ``exercises/`` needs
nothing of this: ``from mine.engine import Value``.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import linecache
import math
import random
import symtable
import sys
import time
import zlib
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import mgrad
from mgrad.check.progress_file import path
from mgrad.translation import say

HOMES = {  # class: the name of its file, and the check that writes it; each builds on those above
    "Value": ("engine", "03.engine"),
    "Neuron": ("neuron", "04.neuron"),
    "Layer": ("layer", "05.layer"),
    "MLP": ("mlp", "05.mlp"),
}


def folder() -> Path:
    """``exercises/mine``: one file for each class."""
    return path().with_name("mine")


def keep(name: str, answer: type) -> str:
    """Write a class to its file. Returns an empty text, or one line on what went wrong.

    Args:
        name: ``"Value"``, ``"Neuron"``, ``"Layer"`` or ``"MLP"``.
        answer: the class, from a notebook or from a file.
    """
    try:
        text = _Source(name, answer).text
        _try(name, answer, text)
        return _write(name, text)
    except Exception as error:
        reason = " ".join(str(error).split())
        return say(f"Your {name} could not be kept for the next notebooks ({reason}).")


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
        if name not in HOMES:
            raise ValueError(
                f"there is no class {name!r} to choose: take Value, Neuron, Layer or MLP"
            )
    if whose not in ("mine", "package"):
        raise ValueError(f'whose must be "mine" or "package", got {whose!r}')
    chosen, why = _list(names), _missing(names) if whose == "mine" else ""
    if whose == "mine" and not why:
        try:
            classes = _load(names)
            print(say(f"In use: your own {chosen}."))
            return classes
        except Exception as error:
            reason = " ".join(str(error).split())
            why = say(f"yours cannot be used: {reason}")
    if why:
        print(say(f"In use: the package's {chosen} ({why})."))
    else:
        print(say(f"In use: the package's {chosen}."))
    return [getattr(mgrad, name) for name in names]


def _missing(names: tuple[str, ...]) -> str:
    """Which file is not there, and how it comes to be; an empty text if all of them are."""
    missing = [name for name in names if not _file(name).exists()]
    pickled = [name for name in missing if (folder() / f"{name}.pickle").exists()]
    if pickled:  # bytecode of one version of Python, which can end another one: it stays shut
        checks = _list([f'check("{HOMES[name][1]}")' for name in pickled])
        old = _list(pickled)
        return say(f"your {old} of an older mgrad cannot be read: run {checks} again")
    if missing:
        return say(f"no {missing[0]} of yours yet: it is kept when its check passes")
    return ""


def _list(names: list[str] | tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {say('and')} {names[-1]}"


# -- the files ------------------------------------------------------------------------------


def _file(name: str) -> Path:
    return folder() / f"{HOMES[name][0]}.py"


def _body(text: str) -> str:
    """What stands in a file below the two lines at its top."""
    return text.partition("\n\n")[2]


def _mark(body: str) -> str:
    """A few letters that change with the text, to see whether somebody edited a file."""
    return f"{zlib.crc32(body.encode()):08x}"


def _read(name: str) -> str:
    file = _file(name)
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _write(name: str, body: str) -> str:
    """Put a new text in place at once. Returns a line if an edited file had to make room."""
    file, old = _file(name), _read(name)
    edited = old and _mark(_body(old)) not in old.partition("\n\n")[0]
    if _body(old) == body and not edited:
        return ""
    file.parent.mkdir(exist_ok=True)
    new = file.with_suffix(".new")
    new.write_text(
        f"# Your own {name}, as it passed the check {HOMES[name][1]} on "
        f"{time.strftime('%Y-%m-%d at %H:%M')}.\n"
        "# You may change it: a changed file is set aside when that check passes again. "
        f"({_mark(body)})\n\n{body}",
        encoding="utf-8",
        newline="\n",
    )
    aside = _set_aside(file) if edited and _body(old) != body else ""
    new.replace(file)
    importlib.invalidate_caches()
    return aside


def _set_aside(file: Path) -> str:
    day = f"{file.stem}.before-{time.strftime('%Y-%m-%d-%H%M')}"
    names = (f"{day}.py" if n == 1 else f"{day}-{n}.py" for n in count(1))
    free = next(name for name in names if not file.with_name(name).exists())
    file.rename(file.with_name(free))
    return say(f"You had changed mine/{file.name}: your text is now in mine/{free}.")


# -- from a file to a class -----------------------------------------------------------------


def _load(names: tuple[str, ...]) -> list[type]:
    """The classes, read afresh, as the modules ``mine.engine`` and so on."""
    before = _forget()
    try:
        classes = _classes(names)
        _meet(classes)
    except BaseException:
        _forget()
        sys.modules.update(before)
        raise
    return [classes[name] for name in names]


def _try(name: str, answer: type, body: str) -> None:
    """Run a text before it becomes a file, and leave no trace.

    Raises:
        ImportError: it cannot be run, or gives another class.
    """
    before, state = _forget(), random.getstate()
    try:
        classes = _classes((name,), {name: body})
        if _outline(classes[name]) != _outline(answer):
            raise ImportError("its source is not in the cells of this notebook")
        _meet(classes)
    finally:
        _forget()
        sys.modules.update(before)
        random.setstate(state)


def _forget() -> dict[str, ModuleType]:
    """Take ``mine`` and its modules out of ``sys.modules``."""
    loaded = [name for name in sys.modules if name.partition(".")[0] == "mine"]
    return {name: sys.modules.pop(name) for name in loaded}


def _classes(names: tuple[str, ...], unwritten: dict[str, str] | None = None) -> dict[str, type]:
    """Run the files of the classes and of those they may build on."""
    package = sys.modules["mine"] = ModuleType("mine")
    package.__path__ = [str(folder())]
    last = max(map(list(HOMES).index, names))
    texts = {name: _file(name) for name in list(HOMES)[: last + 1] if _file(name).exists()}
    texts = {name: file.read_bytes() for name, file in texts.items()} | (unwritten or {})
    modules = {name: _run(name, texts[name]) for name in HOMES if name in texts}
    for name in names:
        if not inspect.isclass(getattr(modules[name], name, None)):
            raise ImportError(f"{_file(name).name} has no class {name}")
    classes = {name: getattr(modules[name], name) for name in names}
    for name in names:  # all of them work with the same, newest Value
        shared = {other: classes[other] for other in names if hasattr(modules[name], other)}
        vars(modules[name]).update(shared)
    return classes


def _run(name: str, text: str | bytes) -> ModuleType:
    """A module from its text: no compiled code is read or left beside the file."""
    file, module_name = _file(name), f"mine.{HOMES[name][0]}"
    module = module_from_spec(spec_from_file_location(module_name, file))
    sys.modules[module_name] = module
    try:
        exec(compile(text, str(file), "exec", dont_inherit=True), vars(module))
    except (Exception, SystemExit) as error:
        raise ImportError(f"{file.name}: {type(error).__name__}: {error}") from None
    setattr(sys.modules["mine"], file.stem, module)
    return module


def _meet(classes: dict[str, type]) -> None:
    """Try the Neuron with the Value.

    Raises:
        ValueError: they do not fit together.
    """
    if "Neuron" not in classes:
        return
    try:
        output = classes["Neuron"](2)([1.0, 2.0])
        output.backward()
        if not isinstance(output, classes.get("Value", object)):
            raise TypeError(f"its output is a {type(output).__module__}.{type(output).__name__}")
    except Exception as error:
        raise ValueError(
            f"your Neuron does not work with your Value, run its check again: {error}"
        ) from None


# -- from a class to its source -------------------------------------------------------------


class _Source:
    """The text that makes a class again, with everything that it uses.

    Attributes:
        text: what goes into the file.

    Raises:
        LookupError: something has no source, for example a class made by ``exec``.
    """

    def __init__(self, name: str, answer: type):
        self.name = name
        self.own = {"__main__", f"mine.{HOMES[name][0]}", answer.__module__}
        self.meanings: dict[str, Any] = {}  # name -> what it stands for
        self.imports: set[str] = set()
        self.parts: list[str] = []
        self.use(answer.__name__, answer, _namespace(answer))
        if answer.__name__ != name:
            self.parts.append(f"{name} = {answer.__name__}")
        program = "\n\n\n".join(self.parts) + "\n"
        imports = sorted(self.imports, key=lambda line: (line.startswith("from "), line))
        if _has_annotations(program):  # they may name what another version of Python lacks
            imports.insert(0, "from __future__ import annotations")
        self.text = "\n\n\n".join(["\n".join(imports), program] if imports else [program])

    def use(self, name: str, thing: Any, namespace: dict) -> None:
        """Let ``name`` stand for ``thing`` in the file."""
        if name not in self.meanings:
            self.meanings[name] = thing
            self.write(name, thing, namespace)
        elif self.meanings[name] is not thing:
            raise LookupError(f"{name} stands for two different things in it")

    def write(self, name: str, thing: Any, namespace: dict) -> None:
        """Write what gives ``name`` its meaning: an import, a number or text, or a statement."""
        line = self.kept(name, thing) or _import_line(name, thing, self.own)
        if line:
            self.imports.add(line)
            if inspect.isclass(thing) and line.startswith("from mine."):
                self.attach(name, thing, _definition(thing.__name__, thing, _namespace(thing)))
        elif _is_plain(thing):
            self.parts.append(f"{name} = {thing!r}")
        elif type(thing) is float:
            self.parts.append(f'{name} = float("{thing}")')  # inf and nan
        else:
            self.define(name, thing, namespace)

    def kept(self, name: str, thing: Any) -> str:
        """The import of a class of this notebook that is already in its file."""
        order, real = list(HOMES), getattr(thing, "__name__", "")
        if not inspect.isclass(thing) or thing.__module__ != "__main__":
            return ""
        if real not in order[: order.index(self.name)] or not _file(real).exists():
            return ""
        if _body(_read(real)) != _Source(real, thing).text:
            return ""
        return _from(f"mine.{HOMES[real][0]}", real, name)

    def define(self, name: str, thing: Any, namespace: dict) -> None:
        """Write the statement that made ``thing``, after what it needs."""
        for base in getattr(thing, "__bases__", ()):
            if base.__name__ == name:  # class Value(Value): the older one comes first
                self.write(name, base, _namespace(base))
        text = _definition(name, thing, namespace)
        self.use_all(text, namespace)
        self.parts.append(text)
        if inspect.isclass(thing):
            self.attach(name, thing, text)

    def use_all(self, text: str, namespace: dict) -> None:
        """Let every global name in a text stand for what it stands for in the notebook."""
        for name in sorted(_global_names(text) - self.meanings.keys()):
            if name in namespace and not name.startswith("__"):
                self.use(name, namespace[name], namespace)

    def attach(self, name: str, thing: type, text: str) -> None:
        """Write what was given to a class after its ``class`` statement."""
        body, attributes = _class_names(text), vars(thing)
        for attribute, value in attributes.items():
            if attribute not in body and not attribute.startswith("_") and _is_plain(value):
                self.parts.append(f"{name}.{attribute} = {value!r}")
        # what replaces a method comes last: another name may stand for the old one
        for attribute, function in sorted(_methods(thing).items(), key=lambda m: m[0] in body):
            value = attributes[attribute]
            made_as = getattr(value, "__qualname__", function.__qualname__)
            if function.__module__ not in self.own:
                continue
            if _belongs(thing, attribute, made_as, attribute in body):
                continue
            if attributes.get(function.__name__) is function and attribute != function.__name__:
                # Value.__radd__ = Value.__add__
                self.parts.append(f"{name}.{attribute} = {name}.{function.__name__}")
            elif value is function and function.__name__ == function.__qualname__ != "<lambda>":
                self.use(function.__name__, function, function.__globals__)
                self.parts.append(f"{name}.{attribute} = {function.__name__}")
            else:
                namespace = function.__globals__
                statement = _statement(f"{name}.{attribute}", [], namespace)
                self.use_all(statement, namespace)
                self.parts.append(statement)


def _belongs(owner: type, attribute: str, made_as: str, in_body: bool) -> bool:
    """Whether the ``class`` statement, or a decorator of it, made this method."""
    if in_body:  # perhaps a decorator returned it
        return made_as.startswith(f"{owner.__qualname__}.") or "<locals>" in made_as
    return made_as == f"{owner.__qualname__}.{attribute}"  # as dataclass makes them


def _definition(name: str, thing: Any, namespace: dict) -> str:
    """The source of a class, a function, or the last assignment to this name."""
    return _statement(name, _codes(thing), namespace)


def _statement(name: str, codes: list[CodeType], namespace: dict) -> str:
    """The top-level statement that made ``name``: the last around one of ``codes``, else in any
    cell.
    """
    places = [
        ("".join(linecache.getlines(code.co_filename)), code.co_firstlineno) for code in codes
    ]
    for cell, line in [*places, *((cell, None) for cell in reversed(_cells(namespace)))]:
        for node in reversed(_parsed(cell)):
            starts = [node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))]
            around = line is None or min(starts) <= line <= node.end_lineno
            if around and name in _made_by(node):
                return "\n".join(cell.split("\n")[min(starts) - 1 : node.end_lineno])
    raise LookupError(f"there is no cell with the source of {name}")


def _cells(namespace: dict) -> list[str]:
    """The cells of a notebook as IPython remembers them, or the one text of a file."""
    if "In" in namespace:
        return namespace["In"]
    return ["".join(linecache.getlines(namespace.get("__file__") or ""))]


def _parsed(cell: str) -> list[ast.stmt]:
    try:
        return ast.parse(cell).body
    except (SyntaxError, ValueError):  # such a cell has made nothing
        return []


def _made_by(node: ast.stmt) -> set[str]:
    """The names that a statement gives something to: ``Value``, or ``Value.relu``."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return {node.name}
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return set()
    flat = [part for target in targets for part in getattr(target, "elts", [target])]
    return {ast.unparse(target) for target in flat}


def _codes(thing: Any) -> list[CodeType]:
    """The code objects of a function, or of the methods of a class."""
    functions = [_function(thing)]
    if inspect.isclass(thing):
        functions = _methods(thing).values()
    return [function.__code__ for function in functions if function]


def _methods(thing: type) -> dict[str, FunctionType]:
    """The functions in the attributes of a class, by the attributes' names."""
    functions = {name: _function(value) for name, value in vars(thing).items()}
    return {
        name: function
        for name, function in functions.items()
        if function and not name.startswith("__annotate")  # made by Python 3.14
    }


def _function(thing: Any) -> FunctionType | None:
    """The Python function in a method, a property or what a decorator made; else None."""
    for holder in ("fget", "func"):  # property, functools.cached_property
        thing = getattr(thing, holder, thing)
    try:
        thing = inspect.unwrap(thing)
    except ValueError:  # an object that has an answer to every name
        return None
    return thing if isinstance(thing, FunctionType) else None


def _namespace(thing: type) -> dict:
    """The global names that a class was made with."""
    functions = _methods(thing).values()
    same = [f.__globals__ for f in functions if f.__module__ == thing.__module__]
    return same[0] if same else vars(sys.modules[thing.__module__])


def _outline(thing: type) -> dict[str, tuple]:
    """What the methods of a class have in common in every compilation: to tell two texts apart.

    The instructions themselves differ when a module is imported in the same text or in another.
    """
    codes = {name: function.__code__ for name, function in _methods(thing).items()}
    return {
        name: (
            code.co_names,
            code.co_varnames,
            [constant for constant in code.co_consts if not isinstance(constant, CodeType)],
            {line - code.co_firstlineno for _, _, line in code.co_lines() if line},
        )
        for name, code in codes.items()
    }


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for inner in table.get_children():
        yield from _tables(inner)


def _global_names(text: str) -> set[str]:
    """The global names that a program reads, also inside its functions."""
    top = symtable.symtable(text, "mine", "exec")
    inside = {s.get_name() for t in _tables(top) for s in t.get_symbols() if s.is_global()}
    return inside | {s.get_name() for s in top.get_symbols() if s.is_referenced()}


def _class_names(text: str) -> set[str]:
    """The names that the body of a ``class`` statement makes."""
    tables = symtable.symtable(text, "mine", "exec").get_children()
    classes = [table for table in tables if table.get_type() == "class"]
    return {s.get_name() for t in classes for s in t.get_symbols() if s.is_assigned()}


def _has_annotations(text: str) -> bool:
    nodes = list(ast.walk(ast.parse(text)))
    return any(getattr(n, "annotation", None) or getattr(n, "returns", None) for n in nodes)


def _from(module: str, real: str, name: str) -> str:
    return f"from {module} import {real}" + (f" as {name}" if name != real else "")


def _import_line(name: str, thing: Any, own: set[str]) -> str:
    """The import that gives ``thing``, or an empty text if it is no import's."""
    if isinstance(thing, ModuleType):
        module = thing.__name__
        return f"import {module}" if name == module else f"import {module} as {name}"
    module, real = getattr(thing, "__module__", None), getattr(thing, "__name__", name)
    if not isinstance(module, str) or module in own:
        return ""
    if module.startswith("mine.") and inspect.isclass(thing):  # perhaps of an older generation
        return _from(module, real, name)
    public = module.lstrip("_")  # functools.reduce says that it comes from _functools
    for home in (public.partition(".")[0], public, module):
        for known in (name, real):
            if getattr(sys.modules.get(home), known, None) is thing:
                return _from(home, known, name)
    return ""


def _is_plain(thing: Any) -> bool:
    """Whether ``repr`` writes it as Python reads it."""
    if isinstance(thing, dict):
        return all(map(_is_plain, [*thing, *thing.values()]))
    if type(thing) in (list, tuple, set):
        return all(map(_is_plain, thing))
    if isinstance(thing, float | complex):
        return type(thing) in (float, complex) and math.isfinite(abs(thing))
    return thing is None or type(thing) in (bool, int, str, bytes)
