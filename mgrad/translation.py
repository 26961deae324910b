"""The course in another language: its words come from a catalogue, its code stays as it is.

A catalogue is gettext's, a file ``.po`` for each lesson in ``translations/LANGUAGE/``. A word that
it lacks stays English. ``translations/README.md`` says how one is made.
"""

from __future__ import annotations

import io
import json
import os
import re
import tokenize
from collections.abc import Collection
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
# A wheel brings the course in the package; in the repository it lies beside it.
COURSE = next(path for path in (PACKAGE / "_course", PACKAGE.parent) if path.exists())
RECORD = ".as-made.json"  # in a student's copy: what each file was, and the language
CHECKS = "checks"  # the catalogue of what a check says

# What parts a text: blocks of code and what encloses answers stay; blank lines end a message.
BETWEEN = re.compile(
    r"(```.*?```|<details>\s*<summary>|</summary>|</details>|\n[ \t]*\n\s*)", re.DOTALL
)
KEPT = re.compile(r"### (BEGIN|END) SOLUTION|#@title")  # marks for programs
LINK = re.compile(r"\]\(((?:\.\./\w+/)?([\w-]+)\.ipynb)?#([^)\s]+)\)")


# -- messages ------------------------------------------------------------------------------------


def messages(text: str) -> list[str]:
    """What is to be translated in a cell of text: its paragraphs, lists, tables."""
    return [part.strip() for part in BETWEEN.split(text) if is_message(part)]


def is_message(part: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", part)) and not BETWEEN.fullmatch(part)


def comments(code: str) -> list[tokenize.TokenInfo]:
    """The comments of a cell of code that are words; none in a cell that is not Python alone."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return []
    return [
        token
        for token in tokens
        if token.type == tokenize.COMMENT
        and not KEPT.match(token.string)
        and is_message(token.string)
    ]


def words_of(comment: str) -> str:
    return comment.lstrip("#").strip()


# -- one cell, one notebook ----------------------------------------------------------------------


def translate_text(text: str, catalogue: dict[str, str]) -> str:
    """A cell of text in the language of the catalogue."""
    return "".join(
        part.replace(part.strip(), catalogue.get(part.strip(), part.strip()))
        if is_message(part)
        else part
        for part in BETWEEN.split(text)
    )


def translate_code(code: str, catalogue: dict[str, str]) -> str:
    """A cell of code with its comments in the language of the catalogue; nothing else differs."""
    lines = code.splitlines(keepends=True)
    for token in reversed(comments(code)):
        said = catalogue.get(words_of(token.string))
        if said:
            row, column = token.start
            line = lines[row - 1]
            lines[row - 1] = f"{line[:column]}# {said}{line[column + len(token.string) :]}"
    return "".join(lines)


def translate_notebook(notebook: bytes, catalogue: dict[str, str], headings: dict) -> bytes:
    """A notebook in the language of the catalogue.

    Args:
        notebook: the content of a file.
        catalogue: for a message in English the same in the language.
        headings: for the name of each notebook, its links' new anchors by the old ones.
    """
    book = json.loads(notebook)
    for cell in book["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            source = translate_text(source, catalogue)
            source = LINK.sub(lambda link: new_link(link, headings), source)
        elif cell["cell_type"] == "code":
            source = translate_code(source, catalogue)
        cell["source"] = source.splitlines(keepends=True)
        for output in cell.get("outputs", ()):
            if cover := output.get("data", {}).get("text/markdown"):  # of a covered answer
                output["data"]["text/markdown"] = translate_text("".join(cover), catalogue)
    return (json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def new_link(link: re.Match, headings: dict) -> str:
    file, name, anchor = link.groups()
    anchors = headings.get(name or "", {})
    return f"]({file or ''}#{anchors.get(anchor, anchor)})"


def anchors(text: str, catalogue: dict[str, str]) -> dict[str, str]:
    """The name that JupyterLab gives to each heading of a text, and its name when translated."""
    found = {}
    for part in messages(text):
        old, new = (re.match(r"#+ (.*)", words) for words in (part, catalogue.get(part, "")))
        if old and new:
            found[old[1].replace(" ", "-")] = new[1].replace(" ", "-")
    return found


# -- catalogues ----------------------------------------------------------------------------------


@cache
def read_catalogue(language: str, name: str) -> dict[str, str]:
    """The messages of one lesson, or ``"checks"``; empty where there are none."""
    from babel.messages.pofile import read_po

    file = COURSE / "translations" / language / f"{name}.po"
    if not file.exists():
        return {}
    with open(file, "rb") as opened:
        catalogue = read_po(opened, locale=None)
    return {
        message.id: message.string
        for message in catalogue
        if message.id and message.string and not message.fuzzy
    }


def languages() -> list[str]:
    """Those with a catalogue, by their codes."""
    return sorted(path.parent.name for path in COURSE.glob("translations/*/checks.po"))


@cache
def all_headings(language: str) -> dict[str, dict[str, str]]:
    """For each notebook its anchors in the language."""
    found = {}
    for path in sorted((COURSE / "notebooks").glob("*.ipynb")):
        catalogue = read_catalogue(language, path.stem)
        if catalogue:
            cells = json.loads(path.read_bytes())["cells"]
            text = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
            found[path.stem] = anchors(text, catalogue)
    return found


def translated(path: Path, language: str) -> bytes:
    """The content of a file of the course in a language; English where it has no catalogue."""
    content = path.read_bytes()
    if path.suffix != ".ipynb":
        return content
    catalogue, headings = read_catalogue(language, path.stem), all_headings(language)
    if not catalogue and not any(f"{name}.ipynb#".encode() in content for name in headings):
        return content
    return translate_notebook(content, catalogue, headings | {"": headings.get(path.stem, {})})


# -- what a check says ---------------------------------------------------------------------------


def chosen_language() -> str:
    """That of the copy of the course in which one works; empty for English."""
    if "MGRAD_LANGUAGE" in os.environ:
        return os.environ["MGRAD_LANGUAGE"]
    try:
        here = Path.cwd()
        record = next((p / RECORD for p in (here, *here.parents) if (p / RECORD).exists()), None)
        return json.loads(record.read_text(encoding="utf-8")).get("language", "") if record else ""
    except (OSError, ValueError):
        return ""


def say(message: str) -> str:
    """What a check says, line by line in the chosen language; English where it has no words.

    A message of the catalogue may have places, as in ``For {case}: expected {right}.``
    """
    language = chosen_language()
    catalogue = read_catalogue(language, CHECKS) if language else {}
    return "\n".join(say_line(line, catalogue) for line in message.split("\n"))


def say_line(line: str, catalogue: dict[str, str]) -> str:
    if line in catalogue or not catalogue:
        return catalogue.get(line, line)
    for pattern, said in with_places(tuple(catalogue.items())):
        if found := pattern.fullmatch(line):
            return said.format(**found.groupdict())
    return " ".join(catalogue[part] for part in parts_of(line, catalogue)) or line


def parts_of(line: str, known: Collection[str]) -> list[str]:
    """The messages of which a line is made, such as that of two mistakes; none if it is not."""
    if line in known:
        return [line]
    for place in (match.start() for match in re.finditer(r"(?<=[.?]) ", line)):
        if line[:place] in known and (rest := parts_of(line[place + 1 :], known)):
            return [line[:place], *rest]
    return []


@cache
def with_places(items: tuple) -> list[tuple[re.Pattern, str]]:
    """The messages with places, each as a pattern."""
    return [
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(text))), said)
        for text, said in items
        if re.search(r"\{\w+\}", text)
    ]
