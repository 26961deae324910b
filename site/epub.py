"""Make the course book as an EPUB: the pages of the PDF, for a reader that chooses their size.

Usage: python site/epub.py [--out FILE] [--language de]

Formulas are MathML, pictures are files, nothing needs a script or a network. Needs the packages of
the extra ``site``.
"""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

from book import ROOT, languages
from paper import first_words, in_its_language, title, write_pages

sys.path.insert(0, str(ROOT))
from mgrad.pictures.words import few_colours

FOLDER = ROOT / "site" / "epub"
LISTED = "```{{toctree}}\n:maxdepth: 1\n\n{}\n```"


def draw_cover(target: Path) -> None:
    """Where the course leads to: two moons, and the border between them of a network of ours."""
    import matplotlib.pyplot as plt
    from sklearn.datasets import make_moons

    from mgrad import MLP, fit, max_margin_loss, plot_boundary

    points, classes = make_moons(n_samples=100, noise=0.1, random_state=1337)
    labels = 2 * classes - 1
    random.seed(1337)
    model = MLP(2, [16, 16, 1])
    fit(model, points, labels, loss=max_margin_loss, steps=100, learning_rate=0.5, progress=False,
        compiled=True)  # fmt: skip
    figure = plt.figure(figsize=(6, 9), layout="none")
    ax = figure.add_axes((0, 0, 1, 0.72))
    plot_boundary(model, points, labels, ax=ax, resolution=200)
    ax.set_axis_off()
    ax.set_aspect("auto")  # to the edges of the page
    figure.text(0.08, 0.9, "mgrad", fontsize=44, weight="bold", va="center")
    figure.text(0.08, 0.8, title(), fontsize=19, va="center")
    figure.savefig(target, dpi=200)
    target.write_bytes(few_colours(target.read_bytes()))


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
