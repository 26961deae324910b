"""The course in another language: its words come from a catalogue, its code stays as it is.

A catalogue is gettext's, a file ``.po`` for each lesson in ``translations/LANGUAGE/``. A word that
it lacks stays English. What Python says, in a check, a picture or a command, goes through ``say``
and is known by its English form. ``translations/README.md`` says how a catalogue is made.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from functools import cache, lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tokenize

PACKAGE = Path(__file__).parent
# A wheel brings the course in the package; in the repository it lies beside it.
COURSE = next(path for path in (PACKAGE / "_course", PACKAGE.parent) if path.exists())
OWN = "my-course"  # a student's copy, where no other name is given
RECORD = ".as-made.json"  # in it: what each file was, and the language
MOST_SENTENCES = 20  # in a line that is taken apart
# the catalogues of what Python says: a check, a figure's words, all else
CHECKS, FIGURES, PACKAGE_WORDS = SAID = "checks", "figures", "package"

# What parts a text: blocks of code and what encloses answers stay; blank lines end a message.
BETWEEN = re.compile(
    r"(```.*?```|<details>\s*<summary>|</summary>|</details>|\n[ \t]*\n\s*)", re.DOTALL
)
KEPT = re.compile(r"### (BEGIN|END) SOLUTION|#@title")  # marks for programs
LITERAL = re.compile(r'"[^"\n]*"|`[^`]*`')  # of JavaScript
PLACE = re.compile(r"\$\{([^{}]*)\}")  # in a literal in `...`
LINK = re.compile(r"\]\(((?:\.\./\w+/)?([\w-]+)\.ipynb)?#([^)\s]+)\)")


# -- messages ------------------------------------------------------------------------------------


def messages(text: str) -> list[str]:
    """What is to be translated in a cell of text: its paragraphs, lists, tables."""
    return [part.strip() for part in BETWEEN.split(text) if is_message(part)]


def is_message(part: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", part)) and not BETWEEN.fullmatch(part)


def comments(code: str) -> list[tokenize.TokenInfo]:
    """The comments of a cell of code that are words; none in a cell that is not Python alone."""
    if "#" not in code:
        return []
    import io
    import tokenize

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


def text_of(comment: str) -> str:
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
        said = catalogue.get(text_of(token.string))
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
    """The messages of one lesson, or of one of ``SAID``; empty where there are none."""
    file = COURSE / "translations" / language / f"{name}.po"
    return read_po(file.read_text(encoding="utf-8")) if file.exists() else {}


def read_po(text: str) -> dict[str, str]:
    """The translated messages of a catalogue in gettext's form, without fuzzy and obsolete ones."""
    found = {}
    for entry in re.split(r"\n\s*\n", text):
        words, key = {"msgid": "", "msgstr": ""}, ""
        for line in entry.splitlines():
            keyword, quote, rest = line.partition('"')
            if quote and not line.startswith("#"):
                key = keyword.strip() or key
                words[key] += json.loads(quote + rest)  # the escapes of C are those of JSON
        if all(words.values()) and not re.search("^#,.*fuzzy", entry, re.MULTILINE):
            found[words["msgid"]] = words["msgstr"]
    return found


def languages() -> list[str]:
    """Those with a catalogue, by their codes."""
    return sorted(path.parent.name for path in COURSE.glob(f"translations/*/{CHECKS}.po"))


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


# -- what Python says, and the scripts of its pictures ------------------------------------------


def own_copy() -> Path | None:
    """The student's copy of the course in which, or beside which, somebody works."""
    return copy_around(Path.cwd()) or copy_around(Path.cwd() / OWN)


def copy_around(folder: Path) -> Path | None:
    return next((p for p in (folder, *folder.parents) if (p / RECORD).exists()), None)


def chosen_language() -> str:
    """That of the copy of the course in which one works; empty for English."""
    chosen = os.environ.get("MGRAD_LANGUAGE")
    if chosen is not None:
        return chosen
    with suppress(OSError):  # the folder is gone
        return language_of(os.getcwd())
    return ""


@cache
def language_of(folder: str) -> str:
    copy = copy_around(Path(folder))
    with suppress(OSError, ValueError):  # damaged
        return json.loads((copy / RECORD).read_text("utf-8")).get("language", "") if copy else ""
    return ""


def say(text: str, name: str = PACKAGE_WORDS) -> str:
    """A text of the package in the chosen language; English where it has no words.

    It is known by its English form. A message of the catalogue may have places, as in ``For
    {where}: expected {want}, got {got}.``; what stands there is kept, or said where it has words.
    In a check it may have places again.

    Args:
        text: in English; each line is a message of its own.
        name: the catalogue, one of ``SAID``.
    """
    language = chosen_language()
    if not language:
        return text
    lines = text.split("\n")
    told = [say_line(line, language, name) for line in lines]
    if told == lines and len(lines) > 1:  # one message, which was broken to save room
        import textwrap

        whole = " ".join(lines)
        if (said := say_line(whole, language, name)) != whole:
            told = textwrap.wrap(said, max(map(len, lines)))
    return "\n".join(told)


@lru_cache(maxsize=2000)
def say_line(line: str, language: str, name: str) -> str:
    """Message by message, from the left: each time the longest that the catalogue knows."""
    text, told, start = line.strip(), [], 0
    ends = [end.start() for end in re.finditer(r"(?<=[.?:]) ", text)] + [len(text)]
    ends = ends if len(ends) < MOST_SENTENCES else ends[-1:]  # such as a dictionary in words
    while start < len(text):
        for end in (end for end in reversed(ends) if end > start):
            if said := message_said(text[start:end], language, name):
                break
        else:
            end = next(end for end in ends if end > start)
            said = text[start:end]
        told.append(said)
        start = end + 1
    return line.replace(text, " ".join(told))


def message_said(text: str, language: str, name: str) -> str:
    """One message; empty if the catalogue has none that fits."""
    words = read_catalogue(language, name)
    if text in words:
        return words[text]
    inner = unquoted(text)
    if inner != text and (said := message_said(inner, language, name)):
        return text.replace(inner, said)
    if said := outcome_said(text, language, name) or pattern_said(text, language, name):
        return said
    thing, _, number = text.rpartition(" ")
    if thing in words and number.replace(".", "").isdigit():
        return f"{words[thing]} {number}"
    listed = text.split(", ")
    return ", ".join(words[part] for part in listed) if words.keys() >= {*listed} else ""


def outcome_said(text: str, language: str, name: str) -> str:
    """A part of an outcome: behind what belongs to the one before, if any, a name and a colon."""
    if text[-1:] != ":":
        return ""
    words = read_catalogue(language, name)
    for start in (0, *(comma.end() for comma in re.finditer(", ", text))):
        before, part = text[:start].removesuffix(", "), text[start:-1]
        said = say_line(before, language, name)
        quoted = unquoted(before) != before and said != before
        numbered = part[-1:].isdigit() and message_said(part, language, name)  # network 1
        if ": " not in before and (numbered or part in words or quoted):
            return f"{said}{text[len(before) : start]}{numbered or words.get(part, part)}:"
    return ""


def pattern_said(text: str, language: str, name: str) -> str:
    """A message with places, in which what stands there is said too."""
    words = read_catalogue(language, name)
    for pattern, said in patterns_of(language, name):
        if found := pattern.fullmatch(text):
            places = found.groupdict()
            for place, part in places.items():
                inner = unquoted(part)
                if " " in inner:  # one word may be a name
                    kept = words.get(inner, inner)
                    told = say_line(inner, language, name) if name == CHECKS else kept
                    places[place] = part.replace(inner, told)
            return said.format(**places)
    return ""


def unquoted(text: str) -> str:
    found = re.fullmatch(r"""(['"])((?!.*\1.+).+)\1""", text)
    return found[2] if found else text


@cache
def patterns_of(language: str, name: str) -> list[tuple[re.Pattern, str]]:
    """The messages with places as patterns, with their translation; those with most words first."""
    from string import Formatter

    found = []
    for text, said in read_catalogue(language, name).items():
        with suppress(ValueError):  # braces that mark no place
            parts = [part[:2] for part in Formatter().parse(text)]
            names = [name for _, name in parts if name is not None]
            if names and all(map(str.isidentifier, names)):
                length = sum(len(part) for part, _ in parts)
                found.append((-length, re.compile(pattern_of(parts)), said))
    return [(pattern, said) for _, pattern, said in sorted(found, key=lambda entry: entry[0])]


def pattern_of(parts: list[tuple[str, str | None]]) -> str:
    """A regular expression for texts between named places; a name that returns is the same text."""
    pattern, known = "", set()
    for text, name in parts:
        place = f"(?P={name})" if name in known else f"(?P<{name}>.*?)"
        pattern += re.escape(text) + (place if name else "")
        known.add(name)
    if text and not name:
        return pattern
    one_thing = "" if any(": " in text for text, _ in parts) else "(?!.*: )"
    return rf"{one_thing}{pattern}(?<![.?:])"  # no sentence, nor a name and what belongs to it


def say_script(code: str) -> str:
    """A program in JavaScript whose texts are in the chosen language."""

    words = read_catalogue(chosen_language(), PACKAGE_WORDS)

    def translated_literal(literal: re.Match) -> str:
        text, places = script_message(literal)
        said = words.get(text.strip())
        if said is None:
            return literal[0]
        programs = {name: f"${{{program}}}" for name, program in places.items()}
        said = text.replace(text.strip(), said).format(**programs)
        return f"`{said}`" if literal[0][0] == "`" else json.dumps(said, ensure_ascii=False)

    return LITERAL.sub(translated_literal, code) if words else code


def script_message(literal: re.Match) -> tuple[str, dict[str, str]]:
    """The text of a literal with named places, and the program that stands in each of them."""
    places: dict[str, str] = {}

    return PLACE.sub(lambda place: name_place(place[1], places), literal[0][1:-1]), places


def name_place(program: str, places: dict[str, str]) -> str:
    """A place ``{name}`` for what a program gives; it is noted in ``places``.

    It has the first name in the program that is not that of a function.
    """
    bare = re.sub(r"'[^']*'|\"[^\"]*\"|\b(if|else|not|in)\b", "", program)
    found = re.search(r"(?<![\w.])[a-zA-Z]\w*\b(?!\()(?:\.[a-zA-Z]\w*\b(?!\())*", bare)
    stem = found[0].rpartition(".")[2] if found else "n"
    names = (f"{stem}{k if k > 1 else ''}" for k in count(1))
    name = next(name for name in names if places.get(name, program) == program)
    places[name] = program
    return f"{{{name}}}"
