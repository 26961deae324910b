"""Make the course book as one PDF: every lesson with its exercises, and the answers at its end.

Usage: python site/paper.py [--out FILE] [--language de]

Sphinx makes one page of all notebooks, Chromium prints it twice: the second time the contents
have the page numbers of the first. Needs the packages of the extra ``site``, Chromium, and npm the
first time.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from book import MATHJAX, ROOT, from_npm, languages, run_language
from pages import answered, chosen_language, page, read, say

sys.path.insert(0, str(ROOT / "instructor"))
from rehearse import CHROMIUM

PAPER = ROOT / "site" / "paper"
DETAILS = re.compile(
    r"<details>\s*<summary>(?P<summary>.*?)</summary>(?P<body>.*?)</details>", re.DOTALL
)
ELSEWHERE = re.compile(r"\[([^]]*)\]\(\.\./(?:solutions|reference)/[^)]*\)")  # not in the PDF
LONGEST = 600  # characters of an answer that is no table; a longer one is no answer but an aside


def title() -> str:
    return say("From a slope to a network")


def first_words() -> list[str]:
    """What a reader is told before the contents."""
    return [
        say("The course mgrad, version {number}.", number=version()),
        say(
            "What is closed on the screen has a small number here, and is told at the end of its "
            "lesson. Where the text says **Predict first**, the answer stands below: cover it, "
            "and think."
        ),
    ]


def lessons() -> list[tuple[str, list[str]]]:
    """Each lesson: its name, and the pages that belong to it."""
    names = [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))]
    return [
        (name, [f"{folder}/{name}" for folder in ("notebooks", "exercises")
                if (ROOT / folder / f"{name}.ipynb").exists()])
        for name in names
    ]  # fmt: skip


class Answers:
    """What is closed on the screen: numbered on paper, and told at the end of the lesson."""

    def __init__(self):
        self.told: list[str] = []

    def leave_out(self, text: str) -> str:
        """The text of a cell, with a number in the place of each answer."""
        return DETAILS.sub(self.number, ELSEWHERE.sub(r"\1", text))

    def number(self, match: re.Match) -> str:
        summary, body = match["summary"].strip(), match["body"].strip()
        if "| --- |" in body or len(body) > LONGEST:
            return f"\n**{summary}**\n\n{body}\n"
        self.told.append(f"**{len(self.told) + 1}** · *{summary}:* {body}".replace("?:*", "?*"))
        return f"\n- {summary} <sup>{len(self.told)}</sup>\n"


def solved(name: str) -> list[dict]:
    """The solutions of a lesson as cells: the heading of each task, and its code."""
    file = ROOT / "solutions" / f"{name}.ipynb"
    if not file.exists():
        return []
    cells, heading = [markdown(f"## {say('Solutions')}")], ""
    for cell in read(file)["cells"]:
        if found := re.match(r"##+ (.*)", cell["source"]):
            heading = found[1]
        if "### BEGIN SOLUTION" in cell["source"]:
            cells += [markdown(f"**{heading}**"), code_cell(answered(cell)[-1]["source"])]
    return cells


def markdown(text: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code_cell(text: str) -> dict:
    return {
        "cell_type": "code", "metadata": {}, "source": text, "outputs": [], "execution_count": None,
    }  # fmt: skip


def write_pages(source: Path) -> list[str]:
    """The notebooks as they are printed; returns their names in the order of the book."""
    order = []
    for name, pages in lessons():
        answers = Answers()
        for path in pages:
            notebook = json.loads(page(ROOT / f"{path}.ipynb"))
            notebook["cells"] = [c for c in notebook["cells"] if c.get("id") != "launch"]
            for cell in notebook["cells"]:
                tags = cell["metadata"].get("tags", [])
                cell["metadata"]["tags"] = [tag for tag in tags if tag != "hide-output"]
                if cell["cell_type"] == "markdown":
                    cell["source"] = answers.leave_out(cell["source"])
            if path == pages[-1]:
                notebook["cells"] += told(answers, name)
            target = source / f"{path}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(number_cells(notebook)), encoding="utf-8")
            order.append(path)
    glossary = Path("notebooks", "glossary.ipynb")
    (source / glossary).write_text(page(ROOT / glossary), encoding="utf-8")
    shutil.copytree(ROOT / "notebooks" / "images", source / "notebooks" / "images")
    return [*order, "notebooks/glossary"]


def told(answers: Answers, name: str) -> list[dict]:
    """The end of a lesson."""
    cells = [markdown("\n\n".join([f"## {say('Answers')}", *answers.told]))] if answers.told else []
    return cells + solved(name)


def number_cells(notebook: dict) -> dict:
    for i, cell in enumerate(notebook["cells"]):
        cell["id"] = f"c{i}"
    return notebook


def one_page(work: Path) -> Path:
    """All notebooks as one HTML page, without the frame of a web site."""
    source, html = work / "source", work / "html"
    source.mkdir()
    order = write_pages(source)
    listed = "\n".join(order)
    (source / "index.md").write_text(
        f"# mgrad\n\n```{{toctree}}\n{listed}\n```\n", encoding="utf-8"
    )
    from sphinx.cmd.build import build_main

    failed = build_main(
        ["-q", "-W", "--keep-going", "-b", "singlehtml", "-c", str(PAPER),
         "-d", str(work / "doctrees"), str(source), str(html)]
    )  # fmt: skip
    if failed:
        sys.exit("The PDF was not made: see the messages above.")
    return html


def body_of(html: Path) -> str:
    """The text of the page that Sphinx made."""
    text = (html / "index.html").read_text(encoding="utf-8")
    begin = re.search(r'<div class="body" role="main">', text)
    end = text.index('<div class="clearer">', begin.end())
    body = text[begin.end() : end]
    body = re.sub(r'<a class="headerlink".*?</a>|<script.*?</script>', "", body, flags=re.DOTALL)
    return body.replace("<details", "<details open")


HEADING = re.compile(r"<h([23])([^>]*)>(.*?)</h\1>", re.DOTALL)  # a lesson, a section of it


def contents(body: str, pages: list[int]) -> tuple[str, str]:
    """The body with a name for each heading, and the table of contents with page numbers."""
    lines, count = [], 0

    def name(match: re.Match) -> str:
        nonlocal count
        level, attributes, words = match.groups()
        plain = re.sub(r"<[^>]+>", "", words).strip()
        number = pages[count] if count < len(pages) else 999
        lines.append(
            f'<li class="level{level}"><a href="#part{count}"><span>{plain}</span></a>'
            f"<span>{number}</span></li>"
        )
        count += 1
        return f'<h{level}{attributes}><a id="part{count - 1}"></a>{words}</h{level}>'

    named = HEADING.sub(name, body)
    return named, f"<ol>{''.join(lines)}</ol>"


def write_page(html: Path, pages: list[int]) -> Path:
    """The page that is printed: a title, the contents, all lessons."""
    body = body_of(html)
    begin = body.index('<div class="toctree-wrapper')
    named, listed = contents(body[begin:], pages)
    text = (PAPER / "page.html").read_text(encoding="utf-8")
    course, how = (
        re.sub(r"\*\*(.*?)\*\*", r"<strong>\1</strong>", escape(text)) for text in first_words()
    )
    for mark, value in {
        "$language": chosen_language() or "en", "$title": title(), "$course": course,
        "$how": how, "$listed": say("Contents"), "$contents": listed, "$body": named,
    }.items():  # fmt: skip
        text = text.replace(mark, value)
    for file in (PAPER / "paper.css", from_npm(MATHJAX)):
        shutil.copy(file, html)
    target = html / "paper.html"
    target.write_text(text, encoding="utf-8")
    return target


def in_its_language(out: Path | None, name: str, language: str) -> Path:
    """Choose the language of the book; returns where a file of it goes."""
    if language:
        run_language(language)
        os.environ["MGRAD_LANGUAGE"] = language
    return (out or ROOT / "build" / "site" / language / name).resolve()


def version() -> str:
    sys.path.insert(0, str(ROOT))
    import mgrad

    return mgrad.__version__


def print_page(page: Path, target: Path) -> None:
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}",
        "--no-pdf-header-footer", "--generate-pdf-document-outline",
        "--allow-file-access-from-files", "--virtual-time-budget=600000", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not target.exists():
        sys.exit(f"Chromium could not print: {done.stderr[-500:]}")


def pages_of(pdf: Path) -> list[int]:
    """The number of the page on which each part of the contents begins."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages, start=1)}
        places = {
            int(name[5:]): numbers[place[0].objgen]
            for name, place in opened.Root.Dests.items()
            if re.fullmatch(r"/part\d+", name)
        }
    return [places[i] for i in sorted(places)]


def pack(pdf: Path, target: Path) -> None:
    """The same pages in half the bytes: Chromium does not pack the structure for screen readers."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        opened.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Make the book as a PDF.")
    parser.add_argument("--out", type=Path, help="the file (build/site/mgrad.pdf)")
    parser.add_argument("--language", default="", choices=languages())
    options = parser.parse_args(arguments)
    if CHROMIUM is None:
        print("No PDF was made: that needs Chromium or Chrome.")
        return
    out = in_its_language(options.out, "mgrad.pdf", options.language)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".paper-") as work:
        html = one_page(Path(work))
        draft, printed = Path(work, "draft.pdf"), Path(work, "printed.pdf")
        print_page(write_page(html, []), draft)
        pages = pages_of(draft)
        print_page(write_page(html, pages), printed)
        pack(printed, out)
    if pages != pages_of(out):
        sys.exit("The PDF's contents name pages that are others: its last print moved something.")
    print(f"The book as a PDF is {out}.")


if __name__ == "__main__":
    main()
