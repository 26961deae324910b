"""Catalogues for translators.

Usage: python translations/translate.py update de          (new and changed messages)
       python translations/translate.py update de 02       (only of this lesson)
       python translations/translate.py status             (how much is translated)

``translations/README.md`` says how a language is made.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from mgrad.check.task import find_task, lessons, task_ids  # noqa: E402
from mgrad.translation import (  # noqa: E402
    CHECKS,
    FIGURES,
    LITERAL,
    PACKAGE_WORDS,
    SAID,
    comments,
    is_message,
    messages,
    name_place,
    script_message,
    text_of,
)

HERE = ROOT / "translations"
WIDTH = 100
PACKAGE = ROOT / "mgrad"
# of these every sentence is said; elsewhere it is what goes through say, or into a figure
SENTENCES = ("asking.py", "detect.py", "judge.py", "sharing.py")
DRAWING = {  # their words are shown
    "annotate", "axvline", "draw_shapes", "draw_valley", "figure", "loglog", "panels", "plot",
    "report", "scatter", "set", "set_title", "text",
}  # fmt: skip
UNSAID = {  # settings and names
    "arrowprops", "check", "cmap", "color", "compile", "engine", "findall", "ha", "join",
    "linestyle", "loc", "marker", "match", "print", "replace", "Report", "savefig", "search",
    "set_aspect", "set_yscale", "says", "textcoords", "transform", "va", "Value", "weight",
    "xscale", "yscale", "zip",
}  # fmt: skip
ONE_WORD = ("play", "pause", "step", "seed", "reset")  # of scripts, beside sentences
FRAME = (  # of the pages that Sphinx makes, with the theme furo
    "Lessons", "Exercises", "Reference", "On this page", "Next", "Previous", "Home",
    "Back to top", "Skip to content",
)  # fmt: skip


def names() -> list[str]:
    """The catalogues: one for each lesson, the glossary, what Python says and the book."""
    lessons = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    return [*lessons, *SAID, "book"]


def template(name: str) -> Catalog:
    """The messages of a catalogue, in the order in which a reader meets them."""
    catalogue = Catalog(charset="utf-8")
    others = {
        CHECKS: of_the_checks,
        FIGURES: of_the_figures,
        PACKAGE_WORDS: of_the_package,
        "book": of_the_book,
    }
    for message, place in others[name]() if name in others else of_a_lesson(name):
        catalogue.add(message, locations=[(place, None)])
    return catalogue


def of_a_lesson(name: str) -> Iterator[tuple[str, str]]:
    """Of the lesson, then of its exercises with their solutions."""
    for folder in ("notebooks", "solutions", "exercises"):
        path = ROOT / folder / f"{name}.ipynb"
        cells = json.loads(path.read_bytes())["cells"] if path.exists() else []
        for cell in cells:
            source, place = "".join(cell["source"]), f"{folder}/{cell['id']}"
            if cell["cell_type"] == "markdown":
                yield from ((message, place) for message in messages(source))
            else:
                yield from ((text_of(token.string), place) for token in comments(source))
                for output in cell["outputs"]:
                    cover = "".join(output.get("data", {}).get("text/markdown", ""))
                    yield from ((message, place) for message in messages(cover))


def of_the_checks() -> Iterator[tuple[str, str]]:
    """Of what a check says: in general, of its cases, and of each task."""
    said = {"Two things are wrong.": "everywhere"}
    for name in SENTENCES:
        tree = parse(PACKAGE / "check" / name)
        for message in (
            text for text in texts(tree) if " " in text and not set(text) & set("\\<%")
        ):
            said.setdefault(message, f"check/{name}")
    for path in [PACKAGE / "check/probe.py", *sorted((PACKAGE / "check").glob("lesson*/*.py"))]:
        for message in told_by(parse(path)):
            said.setdefault(message, f"{path.parent.name.removeprefix('lesson')}.{path.stem}")
    for task in map(find_task, task_ids()):
        words = [task.notice, task.needs]
        words += [line for m in task.mistakes for line in (m.explanation, m.next_step)]
        for line in (line for text in words for line in text.split("\n") if line):
            said.setdefault(line, task.id)
    for line, place in said.items():
        if not is_made_of(line, said):
            yield line, place


def is_made_of(line: str, known: dict) -> bool:
    """Whether a line is two or more messages, such as those of two mistakes."""
    ends = [match.start() for match in re.finditer(r"(?<=[.?:]) ", line)]
    return any(
        line[:end] in known and (line[end + 1 :] in known or is_made_of(line[end + 1 :], known))
        for end in ends
    )


def of_the_figures() -> Iterator[tuple[str, str]]:
    """Of the words in a figure, which the package draws or a cell of a lesson."""
    for path in sorted((PACKAGE / "pictures").glob("*.py")):
        yield from ((message, path.name) for message in passed_to(DRAWING, parse(path)))
    for path in (path for f in ("notebooks", "solutions") for path in sorted((ROOT / f).glob("*"))):
        for cell in json.loads(path.read_bytes())["cells"] if path.suffix == ".ipynb" else []:
            if cell["cell_type"] == "code":
                place = f"{path.parent.name}/{cell['id']}"
                yield from ((message, place) for message in drawn("".join(cell["source"])))


def of_the_package() -> Iterator[tuple[str, str]]:
    """Of all that goes through ``say``, and of the scripts of pictures."""
    yield from ((message, "everywhere") for message in ("passed", "not yet", *lessons()))
    for path in sorted(PACKAGE.glob("**/*.py")):
        if "mgrad.translation import" in path.read_text(encoding="utf-8"):
            yield from ((message, path.name) for message in passed_to({"say"}, parse(path)))
    for path in sorted((PACKAGE / "pictures").glob("*.js")):
        code = re.sub("^ *//.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for literal in LITERAL.finditer(code):
            message = script_message(literal)[0].strip()
            sentence = re.search(r"(^| )[^\W\d_]{2,}($|[ .:,])", message) and " " in message
            if message in ONE_WORD or sentence and not re.search("\n|px|serif", message):
                yield message, path.name


def of_the_book() -> Iterator[tuple[str, str]]:
    """Of the pages of the book that are no notebooks, of what makes them, and of their frame."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = {"README.md": re.search(r"## The lessons\n(.*?)\n## ", readme, re.DOTALL)[1]}
    for name in ("index.md", "solutions.md"):
        pages[name] = (ROOT / "site" / "book" / name).read_text(encoding="utf-8")
    for name, text in pages.items():
        yield from ((message, name) for message in messages(text) if message[0] != "$")  # a place
    for path in (*sorted(ROOT.glob("site/**/*.py")), ROOT / "instructor" / "slides.py"):
        for node in ast.walk(parse(path)):
            called = getattr(getattr(node, "func", None), "id", "")
            if called == "say" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, path.relative_to(ROOT).as_posix()
    yield from ((message, "frame") for message in FRAME)


# -- the words of a program ----------------------------------------------------------------------


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def passed_to(functions: set[str], tree: ast.Module) -> Iterator[str]:
    """The texts that are given to functions; not those that name another catalogue to ``say``."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return (
        text
        for call in calls
        if name_of(call) in functions and (name_of(call) != "say" or len(call.args) == 1)
        for text in texts(call)
    )


def told_by(tree: ast.Module) -> Iterator[str]:
    """What the functions of a task say: of a case, of an outcome, of the form of an answer.

    Its mistakes are read from the task itself.
    """
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.FunctionDef)
            or isinstance(node, ast.keyword) and node.arg in ("say", "cases", "probe", "read")
            or isinstance(node, ast.Assign) and name_of(node.targets[0]).startswith("SAY")
        ):  # fmt: skip
            yield from (text for text in texts(node) if " " in text and not is_program(text))


def is_program(text: str) -> bool:
    try:
        return bool(ast.parse(text))
    except SyntaxError:
        return False


def drawn(code: str) -> Iterator[str]:
    """The words in a cell that draws a figure, but not those that it prints."""
    if not is_program(code):  # a magic of Jupyter's
        return
    tree = ast.parse(code)
    calls = {name_of(node) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    if calls & DRAWING or any(name.startswith(("plot_", "explore_")) for name in calls):
        yield from texts(tree)


def name_of(node: ast.AST) -> str:
    """What a call calls, or the name of an argument."""
    called = getattr(node, "func", node)
    return getattr(called, "attr", getattr(called, "id", getattr(called, "arg", "")))


def texts(node: ast.AST) -> Iterator[str]:
    """The texts of a program that have words; a formatted one has named places."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Compare) or name_of(node) in UNSAID:
        return
    if isinstance(node, ast.Subscript):  # a name in brackets is none to say
        node = node.value
    message = written(node, {})
    for line in message.split("\n"):
        if is_message(re.sub(r"\{\w+\}", "", line)):
            yield line.strip()
    for child in ast.iter_child_nodes(node):
        if not (message and written(child, {})):
            yield from texts(child)


def written(node: ast.AST, places: dict) -> str:
    """A text as a message: what is put into it becomes a place; empty for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        parts = [part if isinstance(part, ast.Constant) else part.value for part in node.values]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [node.left, node.right]
        if not any(written(part, {}) for part in parts):
            return ""
    else:
        return ""
    return "".join(
        part.value.replace("{", "{{").replace("}", "}}")
        if isinstance(part, ast.Constant)
        else written(part, places) or name_place(ast.unparse(part), places)
        for part in parts
    )


def update(language: str, name: str) -> Catalog:
    """Bring a catalogue up to date: what is new is empty, what changed is marked fuzzy."""
    file = HERE / language / f"{name}.po"
    catalogue = Catalog(charset="utf-8")
    if file.exists():
        with open(file, "rb") as opened:
            catalogue = read_po(opened)
    wanted = template(name)
    changed = changed_a_little(catalogue, wanted)
    catalogue.update(wanted, no_fuzzy_matching=True, update_header_comment=False)
    for message in changed:  # a Catalog takes the flags of one that it has, and not its string
        catalogue[message.id].string = message.string
        catalogue[message.id].flags.add("fuzzy")
    file.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, omit_header=True, ignore_obsolete=True)
    file.write_bytes(written.getvalue())
    return catalogue


def changed_a_little(old: Catalog, new: Catalog) -> list[Message]:
    """The new messages that are like one that is gone, fuzzy, with its translation.

    Gettext compares them with all that there are, which takes minutes and finds the wrong ones.
    """
    gone, fresh = Catalog(), Catalog()
    for message in (message for message in old if message.id not in new):
        gone[message.id] = message
    for message in (message for message in new if message.id not in old):
        fresh[message.id] = message
    gone.update(fresh)
    return [message for message in gone if message.id and message.fuzzy and message.string]


def status(language: str) -> Iterator[tuple[str, int, int]]:
    """For each catalogue how many of its messages are translated."""
    for name in names():
        file = HERE / language / f"{name}.po"
        done = {}
        if file.exists():
            with open(file, "rb") as opened:
                done = {m.id for m in read_po(opened) if m.id and m.string and not m.fuzzy}
        wanted = [message.id for message in template(name) if message.id]
        yield name, sum(message in done for message in wanted), len(wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description="Catalogues for translators.")
    parser.add_argument("what", choices=["update", "status"])
    parser.add_argument("language", nargs="?", help="its code, such as de")
    parser.add_argument("lesson", nargs="?", default="", help="the beginning of its name: 02")
    options = parser.parse_args()
    if options.what == "update":
        if not options.language:
            sys.exit("Which language? For example: python translations/translate.py update de 02")
        for name in names():
            if name.startswith(options.lesson):
                update(options.language, name)
        return
    for language in sorted({path.parent.name for path in HERE.glob("*/*.po")}):
        for name, done, wanted in status(language):
            print(f"{language}  {name:<16} {done:4} of {wanted:4}")


if __name__ == "__main__":
    main()
