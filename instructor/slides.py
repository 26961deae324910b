"""Slides from the lessons: marks for a slideshow in JupyterLab, and decks for any browser.

Usage: python instructor/slides.py              (build/slides gets a deck for every lesson)
       python instructor/slides.py 01 03        (only for these)
       python instructor/slides.py --language de    (build/slides/de: those that are translated)
       python instructor/slides.py --mark       (write into the lessons which cell begins a slide,
                                              and cover what answers a prediction)
       python instructor/slides.py --present    (prepare this JupyterLab for live slides: make
       present)
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "site"))
sys.path.insert(0, str(Path(__file__).parent.parent / "translations"))
from notes import notes, unplanned
from outputs import outputs_in_language, run_language
from pages import say

from mgrad.translation import (
    chosen_language,
    languages,
    read_catalogue,
    translate_code,
    translate_text,
)

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
REVEAL, MATHJAX = "reveal.js@5.2.1", "mathjax@3.2.2/es5/tex-svg.js"
STYLE = (
    "<style>.slides * {text-transform: none !important} .slides {--jp-content-font-size1: 18px; "
    "--jp-code-font-size: 16px}</style>"
)
SETTINGS = {
    # the default theme asks another host for its fonts; this one writes headings, and the formulas
    # in them, in capitals
    "jupyterlab-rise:plugin": {
        "theme": "white",
        "overlay": STYLE,
        "center": False,
        "scroll": True,
        "transition": "none",
    },
}

SKIPPED = re.compile(
    r".*\(you are here\)|\*\*Run it\*\*|#@title Preparation|## New "
    r"words|## Next|from mgrad import require"
)
COVER = "Your prediction first. The answer:"
FULL = 27  # lines of code that fit on a slide and can be read from the last row


def height(cell) -> float:
    """About how many lines of code need as much room on a slide as this cell."""
    if cell.cell_type == "markdown":
        # an answer is closed at first
        shown = re.sub(r"</summary>.*?</details>", "", cell.source, flags=re.DOTALL)
        return sum(
            18 if line.startswith("![") else 1.35 * math.ceil(len(line) / 96)
            for line in shown.splitlines()
        )
    lines = cell.source.count("\n") + 2
    for output in uncovered(cell):
        data = output.get("data", {})
        if data.keys() & {"image/png", "image/svg+xml", "text/html"}:
            drawn = re.search(r'height="(\d+)"', "".join(data.values()))
            lines += (int(drawn[1]) if drawn else 371) / 23
        else:
            lines += output.get("text", data.get("text/plain", "")).count("\n") + 1
    return lines


def marks(cells: list) -> list[str]:
    """The slide type of each cell.

    A section is a slide. Below it comes one thought after another: code with its output, and
    the words that explain it. What answers a prediction is never on the slide that asks for it.
    """
    kinds, slide = [], []  # ``slide``: the cells that are on it so far
    for cell in cells:
        if SKIPPED.match(cell.source):
            kinds.append("skip")
            continue
        begins = re.match(r"### |\*\*\d\.\*\* ", cell.source)
        if slide and not begins:
            room, asks = FULL - sum(map(height, slide)), "**Predict first.**" in slide[-1].source
            begins = asks or height(cell) > room
        kinds.append("slide" if re.match("##? ", cell.source) else "subslide" if begins else "-")
        slide = [*slide, cell] if kinds[-1] == "-" else [cell]
    return kinds


def answers(cells: list) -> list:
    """The cells whose output answers a prediction: the code between it and the next words."""
    found, asked = [], False
    for cell in cells:
        if cell.cell_type == "markdown":
            asked = "**Predict first.**" in cell.source
        elif asked and cell.outputs:
            found.append(cell)
    return found


def cover(cells: list) -> None:
    """Close the outputs that answer a prediction; a click opens one, and so does its cell.

    JupyterLab shows the first line of a closed output, so words stand before the answer.
    """
    uncover(cells)
    for cell in answers(cells):
        cell.metadata |= {"collapsed": True, "jupyter": {"outputs_hidden": True}}
        words = {"output_type": "display_data", "data": {"text/markdown": COVER}, "metadata": {}}
        cell.outputs = [type(cell)(words), *cell.outputs]


def uncover(cells: list) -> None:
    """Open all outputs, and take the words away."""
    for cell in cells:
        if "outputs" in cell:
            cell.outputs = uncovered(cell)
        for name in ("collapsed", "jupyter") if cell.id != "install" else ():
            cell.metadata.pop(name, None)


def uncovered(cell) -> list:
    """The outputs that the cell itself has made."""
    return [o for o in cell.outputs if o.get("data") != {"text/markdown": COVER}]


def mark(path: Path) -> None:
    """Write slide types and covers into a notebook, in the format of tests/run_notebooks.py."""
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    cover(notebook.cells)
    for cell, kind in zip(notebook.cells, marks(notebook.cells)):
        cell.metadata.pop("slideshow", None)
        if kind != "-":
            cell.metadata["slideshow"] = {"slide_type": kind}
    path.write_bytes((nbformat.writes(notebook, indent=1) + "\n").encode())


def split(cells: list) -> list:
    """The same cells, but several for one with several sections, questions or slides of text."""
    parts = []
    for cell in cells:
        pieces = [cell.source]
        if cell.cell_type == "markdown" and not SKIPPED.match(cell.source):
            text = re.sub(r"(\*\*Predict first\.\*\*.*)\n\n", r"\1\f", cell.source)
            pieces = re.sub(r"\n(?=#{2,3} |\*\*[2-9]\.\*\* )", "\f", text).split("\f")
            if len(pieces) == 1 and height(cell) > FULL / 2:
                # a paragraph each, and what folds stays whole
                pieces = re.split(r"\n\n(?!(?:(?!<details).)*</details>)", text, flags=re.DOTALL)
        for i, piece in enumerate(pieces):
            parts.append(
                type(cell)(
                    cell,
                    source=piece.strip(),
                    metadata=type(cell)(cell.metadata),
                    id=f"{cell.id}-{i}",
                )
            )
    return parts


def arrange(path: Path) -> tuple:
    """One lesson with slide types, from its committed outputs, and with notes from its guide.

    Marks and places are found in the English text; then the words change their language.

    Returns:
        The notebook, and the numbers of its columns that the plan of the guide leaves out.
    """
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in split(notebook.cells) if not SKIPPED.match(cell.source)]
    guide = Path(__file__).with_name(f"{path.stem}.md").read_text(encoding="utf-8")
    said = notes(guide, notebook.cells)
    kinds, sections = marks(notebook.cells), []
    for cell, kind in zip(notebook.cells, kinds):
        sections += [[]] * (kind == "slide")
        sections[-1] = [*sections[-1], cell]
    beyond = unplanned(guide, sections)
    words, outputs = read_catalogue(chosen_language(), path.stem), outputs_in_language(path)
    for cell, kind in zip(notebook.cells, kinds):
        translate = translate_text if cell.cell_type == "markdown" else translate_code
        cell.source = translate(cell.source, words)
        cell.metadata["slideshow"] = {"slide_type": kind}
        if cell.cell_type == "markdown":
            # nothing it links to is in the deck
            text = re.sub(r"(?<!!)\[([^]]+)\]\((?!https?:)[^)]+\)", r"\1", cell.source)
            cell.source = re.sub(r"(?<=\d) %", "\N{NO-BREAK SPACE}%", text)
        if cell.cell_type == "code":
            name = cell.id.rpartition("-")[0]  # the piece of it has a number
            cell.outputs = outputs.get(name) or uncovered(cell)
        for output in cell.get("outputs", []):
            # the picture beside it stays
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    for i in sorted(said, reverse=True):
        beside = nbformat.v4.new_markdown_cell(said[i], id=f"notes-{i}")
        beside.metadata["slideshow"] = {"slide_type": "notes"}
        notebook.cells.insert(i + 1, beside)
    return notebook, beyond


def deck(path: Path) -> str:
    """One lesson as a page of slides."""
    from nbconvert import SlidesExporter

    notebook, beyond = arrange(path)
    exporter = SlidesExporter(
        raw_template=Path(__file__).with_suffix(".html.j2").read_text(encoding="utf-8"),
        reveal_url_prefix="reveal.js",
        reveal_theme="mgrad",
        mathjax_url="tex-svg.js",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        language_code=chosen_language() or "en",
    )
    resources = {"metadata": {"name": path.stem}, "beyond": beyond}
    page, _ = exporter.from_notebook_node(notebook, resources)
    asks = f">{say('Predict first.')}</strong>"
    return page.replace(f"<strong{asks}", f'<strong class="predict"{asks}')


def build(lessons: list[Path], out: Path) -> None:
    """Make the decks of some lessons in the folder ``out``; decks of other lessons stay there."""
    sys.path.insert(0, str(ROOT / "site"))
    from book import from_npm, replace

    files = ("dist/reveal.js", "dist/reveal.css", "plugin/notes/notes.js")
    scripts = [from_npm(f"{REVEAL}/{file}") for file in files]
    mathjax = from_npm(MATHJAX)

    def decks(work: Path) -> Path:
        new = work / "slides"
        if out.exists():
            shutil.copytree(out, new)
        theme = new / "reveal.js" / "dist" / "theme" / "mgrad.css"
        theme.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(__file__).with_suffix(".css"), theme)
        for script in scripts:
            shutil.copy(script, theme.parent.parent)
        shutil.copy(mathjax, new)
        shutil.copytree(ROOT / "notebooks" / "images", new / "images", dirs_exist_ok=True)
        for lesson in lessons:
            (new / f"{lesson.stem}.html").write_text(deck(lesson), encoding="utf-8")
        return new

    replace(out, decks)


def present() -> None:
    """Set up the JupyterLab of this environment, which holds the extra ``present``, for live
    slides, and copies of the lessons to run in build/present.
    """
    if find_spec("jupyterlab_rise") is None:
        sys.exit(
            "Live slides have an environment of their own: make present, or in a new one: "
            "pip install -e '.[present]'"
        )
    settings = Path(sys.prefix, "share", "jupyter", "lab", "settings", "overrides.json")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps(SETTINGS))
    import nbformat

    copies = ROOT / "build" / "present" / "notebooks"
    shutil.copytree(ROOT / "notebooks", copies, dirs_exist_ok=True)
    for lesson in LESSONS:  # an answer comes with its slide
        notebook = nbformat.read(lesson, as_version=4)
        uncover(notebook.cells)
        nbformat.write(notebook, copies / lesson.name)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Slides from the lessons.")
    parser.add_argument(
        "lessons", nargs="*", metavar="LESSON", help="01, for example; without any: all"
    )
    parser.add_argument(
        "--mark",
        action="store_true",
        help="write the slide types into the lessons, cover what answers a prediction",
    )
    parser.add_argument(
        "--present",
        action="store_true",
        help="prepare the JupyterLab of this environment for live slides",
    )
    parser.add_argument(
        "--language", default="", choices=languages(), help="of the decks: de, for example"
    )
    options = parser.parse_args(arguments)
    if options.language:
        run_language(options.language)
        os.environ["MGRAD_LANGUAGE"] = options.language
    unknown = [
        name for name in options.lessons if not any(path.stem.startswith(name) for path in LESSONS)
    ]
    if unknown:
        sys.exit(
            f"There is no lesson {', '.join(unknown)}. There are: "
            f"{', '.join(path.stem for path in LESSONS)}"
        )
    lessons = [path for path in LESSONS if path.stem.startswith(tuple(options.lessons) or "")]
    if options.present:
        present()
    elif options.mark:
        for lesson in lessons:
            mark(lesson)
    else:
        if language := options.language:
            lessons = [path for path in lessons if read_catalogue(language, path.stem)]
        out = ROOT / "build" / "slides" / options.language
        build(lessons, out)
        print(f"{len(lessons)} decks are in {out}: open one, such as {lessons[0].stem}.html")


if __name__ == "__main__":
    main()
