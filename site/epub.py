"""Make the course book as an EPUB: the pages of the PDF, for a reader that chooses their size.

Usage: python site/epub.py [--out FILE] [--language de]

Formulas are MathML, pictures are files, nothing needs a script or a network. Needs the packages of
the extra ``site``.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from book import ROOT, languages
from paper import first_words, in_its_language, title, write_pages

FOLDER = ROOT / "site" / "epub"
LISTED = "```{{toctree}}\n:maxdepth: 1\n\n{}\n```"


def build(work: Path) -> Path:
    """Make the EPUB in the folder ``work``; returns where it is."""
    source, out = work / "source", work / "epub"
    source.mkdir()
    pages = LISTED.format("\n".join(write_pages(source)))
    first = [f"# {title()}", *first_words(), pages]
    (source / "index.md").write_text("\n\n".join(first), encoding="utf-8")
    from sphinx.cmd.build import build_main

    failed = build_main(
        ["-q", "-W", "--keep-going", "-b", "epub", "-c", str(FOLDER),
         "-d", str(work / "doctrees"), str(source), str(out)]
    )  # fmt: skip
    if failed:
        sys.exit("The EPUB was not made: see the messages above.")
    return out / "mgrad.epub"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Make the book as an EPUB.")
    parser.add_argument("--out", type=Path, help="the file (build/site/mgrad.epub)")
    parser.add_argument("--language", default="", choices=languages())
    options = parser.parse_args(arguments)
    out = in_its_language(options.out, "mgrad.epub", options.language)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".epub-") as work:
        shutil.move(build(Path(work)), out)
    print(f"The book as an EPUB is {out}.")


if __name__ == "__main__":
    main()
