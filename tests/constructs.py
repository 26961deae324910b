"""The Python that each lesson uses, and where it is taught.

A construct counts as taught in a code cell with the tag ``python-you-will-meet`` or ``numpy-box``
that uses it, or in a text cell that calls it by its name: at the latest in the cell after its first
use. A function of a library may also have a comment, in its line or the one above. The exercises of
a lesson follow the lesson; their solutions and hints count as use.

Usage: python tests/constructs.py
"""

import ast
import builtins
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat

ROOT = Path(__file__).parent.parent
BOXES = {"python-you-will-meet", "numpy-box"}
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

# What the course asks for before it begins.
KNOWN_FUNCTIONS = {"abs", "float", "int", "len", "list", "max", "min", "print", "range", "round"}
KNOWN_FUNCTIONS |= {"str", "sum", "ValueError", "TypeError"}

LIBRARIES = {"html", "itertools", "json", "math", "np", "random", "statistics", "time"}
# What their names alone say, beside the text of a lesson.
KNOWN_OF_LIBRARIES = {
    *(f"math.{name}" for name in ("isclose", "log", "prod", "sqrt", "tanh")),
    *(f"np.{name}" for name in ("array", "array_equal", "float32", "log", "maximum", "mean")),
    *(f"np.{name}" for name in ("median", "random", "round", "sqrt", "tanh", "zeros")),
    *(f"random.{name}" for name in ("Random", "random", "seed", "uniform")),
    *(f"statistics.{name}" for name in ("fmean", "median")),
}

# Each construct: the words by which a text teaches it, and how code shows it.
SYNTAX = {
    "list comprehension": ("comprehension", lambda n: isinstance(n, ast.ListComp)),
    "comprehension with if": (
        "comprehension[^.]*`if`|`if`[^.]*comprehension|leaves out|filters?",
        lambda n: isinstance(n, COMPREHENSIONS) and any(g.ifs for g in n.generators),
    ),
    "comprehension with two loops": (
        "comprehension (in|inside) a(nother)? comprehension|two loops|double comprehension",
        lambda n: (
            isinstance(n, COMPREHENSIONS)
            and (len(n.generators) > 1 or isinstance(getattr(n, "elt", None), COMPREHENSIONS[:3]))
        ),
    ),
    "dict comprehension": ("dict(ionary)? comprehension", lambda n: isinstance(n, ast.DictComp)),
    "set comprehension": ("set comprehension", lambda n: isinstance(n, ast.SetComp)),
    "generator expression": ("generator", lambda n: isinstance(n, ast.GeneratorExp)),
    "f-string": ("f-string", lambda n: isinstance(n, ast.JoinedStr)),
    "f-string with a format": (
        r"f-string[^.]*format|format[^.]*f-string|`:\S*[.,%+]\S*`",
        lambda n: isinstance(n, ast.FormattedValue) and n.format_spec is not None,
    ),
    "conditional expression": ("conditional expression", lambda n: isinstance(n, ast.IfExp)),
    "default argument": (
        "default",
        lambda n: isinstance(n, ast.arguments) and bool(n.defaults or any(n.kw_defaults)),
    ),
    "keyword-only argument": (
        "keyword-only|only by (its )?name",
        lambda n: isinstance(n, ast.arguments) and bool(n.kwonlyargs),
    ),
    "*arguments of a function": (
        r"`\*\w+`",
        lambda n: isinstance(n, ast.arguments) and n.vararg is not None,
    ),
    "**arguments of a function": (
        r"`\*\*\w+`",
        lambda n: isinstance(n, ast.arguments) and n.kwarg is not None,
    ),
    "* unpacking": (r"unpack|`\*\w+`", lambda n: isinstance(n, ast.Starred)),
    "** unpacking": (
        r"`\*\*\w+`|`\w*\(\*\*\w+\)`",
        lambda n: isinstance(n, ast.Call) and any(k.arg is None for k in n.keywords),
    ),
    "several names at once": (
        "unpack|several names|two names|both names",
        lambda n: isinstance(n, ast.Tuple | ast.List) and isinstance(n.ctx, ast.Store),
    ),
    "lambda": ("`lambda", lambda n: isinstance(n, ast.Lambda)),
    "slice": (r"slice|`\w*\[\w*:\w*\]`", lambda n: isinstance(n, ast.Slice)),
    "slice with a step": (
        r"`\w*\[\w*:\w*:-?\w*\]`|every second|slice[^.]*step",
        lambda n: isinstance(n, ast.Slice) and n.step is not None,
    ),
    "negative index": (
        r"`\w*\[-\d\]`|from the end|negative index|the last one",
        lambda n: isinstance(n, ast.Subscript) and isinstance(n.slice, ast.UnaryOp),
    ),
    "chained comparison": (
        r"`\S+ <=? \S+ <=? \S+`",
        lambda n: isinstance(n, ast.Compare) and len(n.ops) > 1,
    ),
    "is": (
        "`is`|same object",
        lambda n: (
            isinstance(n, ast.Compare)
            and isinstance(n.ops[0], ast.Is | ast.IsNot)
            and not (isinstance(n.comparators[0], ast.Constant) and n.comparators[0].value is None)
        ),
    ),
    "class": ("`class", lambda n: isinstance(n, ast.ClassDef)),
    "class built on another": (
        "inherit|subclass|built on|is a kind of",
        lambda n: isinstance(n, ast.ClassDef) and bool(n.bases),
    ),
    "decorator": (
        "decorator|`@\\w+",
        lambda n: isinstance(n, ast.FunctionDef | ast.ClassDef) and bool(n.decorator_list),
    ),
    "with": ("`with", lambda n: isinstance(n, ast.With)),
    "try and except": ("`try`|`except", lambda n: isinstance(n, ast.Try)),
    "raise": ("`raise", lambda n: isinstance(n, ast.Raise)),
    "assert": ("`assert", lambda n: isinstance(n, ast.Assert)),
    "yield": ("`yield", lambda n: isinstance(n, ast.Yield | ast.YieldFrom)),
    "global or nonlocal": (
        "`global|`nonlocal",
        lambda n: isinstance(n, ast.Global | ast.Nonlocal),
    ),
    "function in a function": (
        "closure|function (inside|in|within) (a|the|another) function",
        lambda n: (
            isinstance(n, ast.FunctionDef)
            and any(isinstance(m, ast.FunctionDef) for m in ast.walk(n) if m is not n)
        ),
    ),
    "function that calls itself": (
        "calls? itself|recursion",
        lambda n: (
            isinstance(n, ast.FunctionDef)
            and any(
                isinstance(m, ast.Call) and isinstance(m.func, ast.Name) and m.func.id == n.name
                for m in ast.walk(n)
            )
        ),
    ),
    ":=": ("`:=|walrus", lambda n: isinstance(n, ast.NamedExpr)),
    "set": (r"`set\b|\ba \**set\b", lambda n: isinstance(n, ast.Set) or calls(n, "set")),
    "dictionary": (r"`dict\b|\bdictionary", lambda n: isinstance(n, ast.Dict) or calls(n, "dict")),
    "tuple": (r"\btuple", lambda n: isinstance(n, ast.Tuple) and isinstance(n.ctx, ast.Load)),
    "one value for two names": (
        "two names at once|both names",
        lambda n: isinstance(n, ast.Assign) and len(n.targets) > 1,
    ),
    "two statements in a line": ("semicolon|`;`", lambda n: two_in_a_line(n)),
    "key=": ("`key|sort(ed)? by", lambda n: keyword(n, "key")),
    "sep= or end= of print": ("`sep|`end", lambda n: keyword(n, "sep", "end")),
    # arrays
    "matrix product @": (
        "`@`|`\\w+ @ \\w+`",
        lambda n: isinstance(n, ast.BinOp | ast.AugAssign) and isinstance(n.op, ast.MatMult),
    ),
    "axis=": ("`axis|along (the|an|its) axis", lambda n: keyword(n, "axis")),
    "keepdims=": ("`keepdims", lambda n: keyword(n, "keepdims")),
    ".T": (r"`\w*\.T`|transpose", lambda n: isinstance(n, ast.Attribute) and n.attr == "T"),
    ".shape": (r"`\w*\.shape`", lambda n: isinstance(n, ast.Attribute) and n.attr == "shape"),
    "reshape": ("reshape", lambda n: isinstance(n, ast.Attribute) and n.attr == "reshape"),
    "np.newaxis": (
        "newaxis|`\\w*\\[.*None.*\\]`",
        lambda n: (
            isinstance(n, ast.Attribute)
            and n.attr == "newaxis"
            or isinstance(n, ast.Subscript)
            and is_none_in(n.slice)
        ),
    ),
    "column of an array": (
        r"`\w*\[:, ?\w+\]`",
        lambda n: (
            isinstance(n, ast.Subscript)
            and isinstance(n.slice, ast.Tuple)
            and any(isinstance(m, ast.Slice) for m in n.slice.elts)
        ),
    ),
    "index with two lists": (
        r"`\w+\[\w+, ?\w+\]`",
        lambda n: (
            isinstance(n, ast.Subscript)
            and isinstance(n.slice, ast.Tuple)
            and all(isinstance(m, ast.Name | ast.Call) for m in n.slice.elts)
        ),
    ),
    "index with a condition": (
        r"mask|`\w*\[[^\]]*(==|<|>)[^\]]*\]`|where the condition",
        lambda n: isinstance(n, ast.Subscript) and isinstance(n.slice, ast.Compare),
    ),
}


def calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def keyword(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and any(k.arg in names for k in node.keywords)


def is_none_in(index: ast.AST) -> bool:
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    return any(isinstance(part, ast.Constant) and part.value is None for part in parts)


def two_in_a_line(node: ast.AST) -> bool:
    body = getattr(node, "body", [])
    if not isinstance(body, list):
        return False
    return any(first.end_lineno == second.lineno for first, second in zip(body, body[1:]))


class Cell(NamedTuple):
    """A cell in reading order: its place in the course, and what it uses and teaches."""

    place: int
    notebook: str
    id: str
    uses: frozenset[str]
    box: bool
    prose: str


def used(source: str) -> set[str]:
    """The constructs in a piece of code; nothing for what is no Python."""
    source = re.sub(r"^\s*[%!].*", "", textwrap.dedent(source), flags=re.MULTILINE)
    try:
        nodes = [n for n in ast.walk(ast.parse(source)) if not isinstance(n, ast.expr_context)]
    except SyntaxError:
        return set()
    found = {name for name, (_, shows) in SYNTAX.items() if any(shows(node) for node in nodes)}
    functions = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and hasattr(builtins, node.func.id)
    }
    names = {
        f"{node.value.id}.{node.attr}"
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in LIBRARIES
    }
    return found | (functions - KNOWN_FUNCTIONS - {"set", "dict"}) | (names - KNOWN_OF_LIBRARIES)


def commented(source: str) -> str:
    """The names of libraries that a comment beside or above explains, as a text would."""
    lines = ["", *source.splitlines()]
    return " ".join(
        f"`{name}`"
        for above, line in zip(lines, lines[1:])
        if "#" in above + line
        for name in re.findall(rf"\b(?:{'|'.join(LIBRARIES)})\.\w+", line)
    )


def cells() -> list[Cell]:
    """The cells of all lessons, each followed by its exercises with their solutions."""
    paths = sorted(
        [*ROOT.glob("notebooks/[0-9]*.ipynb"), *ROOT.glob("solutions/*.ipynb")],
        key=lambda path: (path.name[:2], path.parent.name),
    )
    read = []
    for path in paths:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.id == "install":
                continue
            box = bool(BOXES & set(cell.metadata.get("tags", [])))
            markdown = cell.cell_type == "markdown"
            prose = cell.source if markdown else commented(cell.source)
            code = (
                [cell.source] if not markdown else re.findall(r"```\w*\n(.*?)```", prose, re.DOTALL)
            )
            if path.parent.name == "solutions" and markdown:
                code += re.findall(r"`([^`\n]+)`", prose)
            uses = frozenset().union(*(used(source) for source in code))
            read.append(Cell(len(read), path.parent.name, cell.id, uses, box, prose))
    return read


def words(construct: str) -> str:
    """The pattern of a text that teaches a construct."""
    if construct in SYNTAX:
        return SYNTAX[construct][0]
    library, _, name = construct.rpartition(".")
    return rf"`[^`\n]*\b{library}\.{name}\b|`{name}\(" if library else rf"`{construct}\b"


def inventory(cells: list[Cell]) -> Iterator[tuple[str, Cell, Cell | None]]:
    """Each construct with the cell that uses it first and the one that teaches it, in order."""
    first = {}
    for cell in cells:
        for construct in cell.uses:
            first.setdefault(construct, cell)
    for construct, user in sorted(first.items(), key=lambda item: item[1].place):
        pattern = re.compile(words(construct), re.IGNORECASE)
        teachers = (
            cell
            for cell in cells
            if cell.box and construct in cell.uses or pattern.search(cell.prose)
        )
        yield construct, user, next(teachers, None)


def too_late(user: Cell, teacher: Cell | None) -> bool:
    return teacher is None or teacher.place > user.place + 1


if __name__ == "__main__":
    for construct, user, teacher in inventory(cells()):
        taught = f"{teacher.notebook} {teacher.id}" if teacher else "never"
        late = "  <- used before" if too_late(user, teacher) else ""
        print(f"{construct:30} used {user.notebook} {user.id:9} taught {taught}{late}")
