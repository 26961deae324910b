"""Make the course book as an EPUB: the pages of the PDF, for a reader that chooses their size.

Usage: python site/epub.py [--out FILE]

Formulas are MathML, pictures are files, nothing needs a script or a network. Needs the packages of
the extra ``site``.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from book import ROOT
from paper import version, write_pages

FOLDER = ROOT / "site" / "epub"
TITLE, AUTHORS = "From a slope to a network", "The mgrad authors"
FIRST_PAGE = """# {title}

The course mgrad, version {version}.

What is closed on the screen has a small number here, and is told at the end of its lesson. Where \
the text says **Predict first**, the answer stands below: stop there and think.

```{{toctree}}
:maxdepth: 1

{pages}
```
"""


def build(work: Path) -> Path:
    """Make the EPUB in the folder ``work``; returns where it is."""
    source, out = work / "source", work / "epub"
    source.mkdir()
    pages = "\n".join(write_pages(source))
    first = FIRST_PAGE.format(title=TITLE, version=version(), pages=pages)
    (source / "index.md").write_text(first, encoding="utf-8")
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
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "site" / "mgrad.epub")
    options = parser.parse_args(arguments)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.out.parent, prefix=".epub-") as work:
        shutil.move(build(Path(work)), options.out)
    print(f"The book as an EPUB is {options.out}.")


if __name__ == "__main__":
    main()
