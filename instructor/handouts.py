"""Handouts from the lessons: a sheet for students, and the same one filled in for you.

Usage: python instructor/handouts.py            (build/handouts gets two pages for every lesson,
                                                 and a card A, B, C, D to vote with)
       python instructor/handouts.py 03         (only for this one)

A sheet has the sketch of the board with empty brackets, the questions to predict, a vote with
letters on the questions of the lesson's end, and its summary and new words with blanks. They come
from the lesson and its guide; nothing else has to be kept up to date.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from html import escape
from pathlib import Path

import nbformat
from nbconvert.filters import markdown2html

sys.path.insert(0, str(Path(__file__).parent.parent / "site"))
from book import MATHJAX, from_npm

from mgrad.recall import all_questions

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("0[1-9]-*.ipynb")) + sorted(
    (ROOT / "notebooks").glob("[1-9][0-9]-*.ipynb")
)
BLANK = "\\_" * 14
MATH = "MathJax = {tex: {inlineMath: [['$', '$']]}}"
STYLE = """
@page { size: A4; margin: 16mm 18mm; }
body { font: 11pt/1.45 sans-serif; color: #111827; max-width: 176mm; margin: 8mm auto; }
h1 { font-size: 17pt; margin: 0; } h1 + p { color: #4B5563; margin: 0 0 5mm; }
h2 { font-size: 12.5pt; margin: 6mm 0 2mm; break-after: avoid; }
pre { font: 10pt/1.5 monospace; background: #F3F6FA; padding: 3mm; break-inside: avoid; }
li, .vote { break-inside: avoid; margin-bottom: 2.5mm; } li p { margin: 0; }
.line { border-bottom: 0.3mm solid #7B8494; height: 7mm; }
.vote ol { list-style: upper-alpha; margin: 1mm 0 0; columns: 3; } .vote .long { columns: 1; }
mjx-container g { stroke: none; }
.vote li { margin: 0; } .right { font-weight: bold; color: #00785A; } .key { color: #00785A; }
"""
CARDS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A, B, C, D</title><style>
@page { size: A4; margin: 0; }
body { margin: 0; display: grid; grid-template: 148mm 148mm / 105mm 105mm; }
b { display: grid; place-content: center; font: bold 90mm/1 sans-serif; color: #111827;
    outline: 0.2mm dashed #7B8494; print-color-adjust: exact; }
.a { background: #56B4E9; } .b { background: #F0E442; } .d { background: #CC79A7; }
</style><b class="a">A</b><b class="b">B</b><b class="c">C</b><b class="d">D</b></html>
"""  # folded twice, one letter is seen; its colour tells it in the last row


def sketch(guide: str, filled: bool) -> str:
    """What stands on the board; a student's copy has nothing in its brackets."""
    drawing = re.search(r"## On the board\n(.*?)(?=\n## )", guide, re.DOTALL)
    text = drawing[1] if drawing else ""
    return text if filled else re.sub(r"(?<=\[)[ \d.-]+(?=\])", lambda m: " " * len(m[0]), text)


def predictions(cells: list, guide: str, filled: bool) -> str:
    """The questions that the lesson asks, with a line to write on; filled: what a class says."""
    if filled:
        found = re.search(r"## Pause for a prediction\n(.*?)(?=\n## )", guide, re.DOTALL)
        return found[1] if found else ""
    asked = [
        re.split(r"\n\n", text.partition("**Predict first.**")[2])[0].strip()
        for text in cells
        if "**Predict first.**" in text
    ]
    return "\n".join(
        f'{i}. {question}\n\n    <div class="line"></div>\n' for i, question in enumerate(asked, 1)
    )


def votes(lesson: str, filled: bool) -> str:
    """The questions of the lesson's end, with letters; filled: the right letter and why."""
    pages = []
    for question in all_questions():
        number, options = question["id"].partition(".q")[2], question["options"]
        if question["id"][:2] != lesson:
            continue
        long = " class='long'" if max(len(words) for words, _ in options) > 24 else ""
        listed, why = "", ""
        for i, (words, answer) in enumerate(options):
            right = filled and i == question["right"]
            listed += f"<li{' class=right' if right else ''}>{inline(words)}</li>"
            why += f"<div class='key'>{inline(answer)}</div>" if right else ""
        asked = markdown2html(f"**{number}.** {question['asked']}")
        pages.append(f"<div class='vote'>{asked}<ol{long}>{listed}</ol>{why}</div>")
    return "\n".join(pages)


def first_of(cells: list, heading: str) -> int:
    return next((i for i, text in enumerate(cells) if text.startswith(heading)), len(cells))


def inline(text: str) -> str:
    return re.sub(r"^<p>|</p>\s*$", "", markdown2html(text).strip())


def words(cells: list, filled: bool) -> str:
    """The lesson's new words: the meaning is there, the word is not."""
    place = first_of(cells, "## New words")
    lines = re.findall(r"^- \[(.*?)\]\(.*?\): (.*)$", "\n".join(cells[place : place + 1]), re.M)
    return "\n".join(f"- {f'**{word}**' if filled else BLANK}: {said}" for word, said in lines)


def summary(cells: list, filled: bool) -> str:
    """The lesson's summary, without the words that carry it."""
    place = first_of(cells, "## Summary")
    text = "\n".join(cells[place : place + 1]).partition("\n")[2].strip()
    return text if filled else re.sub(r"\*\*[^*]+\*\*|`[^`]{4,}`", lambda m: BLANK, text)


def sheet(lesson: Path, filled: bool) -> str:
    """A page of HTML for one lesson."""
    cells = [
        cell.source for cell in nbformat.read(lesson, as_version=4).cells
        if cell.cell_type == "markdown"
    ]  # fmt: skip
    guide = (ROOT / "instructor" / f"{lesson.stem}.md").read_text(encoding="utf-8")
    title = cells[0].splitlines()[0].lstrip("# ")
    parts = {
        "On the board": markdown2html(sketch(guide, filled)),
        "Your prediction": markdown2html(predictions(cells, guide, filled)),
        "In a few words": markdown2html(summary(cells, filled)),
        "Which word is it?": markdown2html(words(cells, filled)),
        "Vote with a letter": votes(lesson.stem[:2], filled),
    }
    text = "".join(
        f"<h2>{heading}</h2>{part}" for heading, part in parts.items()
        if re.sub(r"<[^>]+>|\s", "", part)
    )  # fmt: skip
    who = "Filled in, for the instructor" if filled else "Name:"
    return (
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<style>{STYLE}</style><script>{MATH}</script><script src='tex-svg.js'></script><body>"
        f"<h1>{inline(title)}</h1><p>{who}</p>{text}</body></html>"
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Make handouts from the lessons.")
    parser.add_argument("lessons", nargs="*", metavar="03", help="only these")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "handouts")
    options = parser.parse_args(arguments)
    chosen = [path for path in LESSONS if not options.lessons or path.stem[:2] in options.lessons]
    if not chosen:
        sys.exit(f"Which lesson? There are: {', '.join(path.stem for path in LESSONS)}")
    options.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(from_npm(MATHJAX), options.out)
    for lesson in chosen:
        for filled, end in ((False, ""), (True, "-filled")):
            target = options.out / f"{lesson.stem}{end}.html"
            target.write_text(sheet(lesson, filled), encoding="utf-8")
    (options.out / "cards.html").write_text(CARDS, encoding="utf-8")
    print(
        f"{2 * len(chosen)} pages, and cards.html with letters to hold up, are in "
        f"{options.out}: open one, and print it (Ctrl+P)."
    )


if __name__ == "__main__":
    main()
