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

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from mgrad.check.task import find_task, task_ids  # noqa: E402
from mgrad.translation import comments, messages, parts_of, words_of  # noqa: E402

HERE = ROOT / "translations"
WIDTH = 100
# what a check says around the words of a task; the places in braces stay
SENTENCES = (
    "passed",
    "not yet",
    "Two things are wrong.",
    "For {case}: expected {right}, got {got}.",
    "For {case}, this was seen: {got}.",
    "Your answer is {got}.",
    "Your answer leads to {got}.",
    "Still to do: replace the dots after {name} = with your answer.",
    "There is no {name} yet: run the cell above first, and keep the name.",
    "That is not it. Work it out again on paper or in a new cell; the first hint says where to "
    "begin.",
)
FRAME = (  # of the pages that Sphinx makes, with the theme furo
    "Lessons", "Exercises", "Reference", "On this page", "Next", "Previous", "Home",
    "Back to top", "Skip to content",
)  # fmt: skip


def names() -> list[str]:
    """The catalogues: one for each lesson, the glossary, the checks and the book."""
    lessons = [path.stem for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    return [*lessons, "checks", "book"]


def template(name: str) -> Catalog:
    """The messages of a catalogue, in the order in which a reader meets them."""
    catalogue = Catalog(charset="utf-8")
    others = {"checks": of_the_checks, "book": of_the_book}
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
                yield from ((words_of(token.string), place) for token in comments(source))
                for output in cell["outputs"]:
                    cover = "".join(output.get("data", {}).get("text/markdown", ""))
                    yield from ((message, place) for message in messages(cover))


def of_the_checks() -> Iterator[tuple[str, str]]:
    """Of what a check says; not what is put together of other messages."""
    said = dict.fromkeys(SENTENCES, "everywhere")
    for task in map(find_task, task_ids()):
        texts = [task.notice, task.needs]
        texts += [words for m in task.mistakes for words in (m.explanation, m.next_step)]
        for line in (line for words in texts for line in words.split("\n")):
            said.setdefault(line, task.id)
    for line, place in said.items():
        if line and len(parts_of(line, {*said} - {line})) < 2:
            yield line, place


def of_the_book() -> Iterator[tuple[str, str]]:
    """Of the pages of the book that are no notebooks, of what makes them, and of their frame."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = {"README.md": re.search(r"## The lessons\n(.*?)\n## ", readme, re.DOTALL)[1]}
    for name in ("index.md", "solutions.md"):
        pages[name] = (ROOT / "site" / "book" / name).read_text(encoding="utf-8")
    for name, text in pages.items():
        yield from ((message, name) for message in messages(text) if message[0] != "$")  # a place
    for name in ("site/pages.py", "site/book/conf.py", "instructor/slides.py"):
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            called = getattr(getattr(node, "func", None), "id", "")
            if called == "say" and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, name
    yield from ((message, "frame") for message in FRAME)


def update(language: str, name: str) -> Catalog:
    """Bring a catalogue up to date: what is new is empty, what changed is marked fuzzy."""
    file = HERE / language / f"{name}.po"
    catalogue = Catalog(charset="utf-8")
    if file.exists():
        with open(file, "rb") as opened:
            catalogue = read_po(opened)
    catalogue.update(template(name), update_header_comment=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, omit_header=True, include_previous=True,
             ignore_obsolete=True)  # fmt: skip
    file.write_bytes(written.getvalue())
    return catalogue


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
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        for name, done, wanted in status(folder.name):
            print(f"{folder.name}  {name:<16} {done:4} of {wanted:4}")


if __name__ == "__main__":
    main()
