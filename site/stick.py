"""Make a folder for a USB stick: the course for a room without a network.

Usage: python site/stick.py [--pyodide FILE.tar.bz2] [--wheels FOLDER] [--out FOLDER]

The book, its PDF and its EPUB open from the stick as they are. With Pyodide's release archive the
browser edition is there too; browsers run Python only in a page that a server sends, so
``start.py`` (any Python 3) sends it on this computer. Run ``make site`` first.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from book import ROOT, replace

BOOK = ROOT / "build" / "site"
START = '''"""Show the course of this folder in the browser of this computer; stop with Ctrl-C."""

import http.server
import os
import threading
import webbrowser

os.chdir(os.path.dirname(os.path.abspath(__file__)))
http.server.SimpleHTTPRequestHandler.extensions_map |= {".wasm": "application/wasm"}
server = http.server.ThreadingHTTPServer(
    ("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler
)
address = f"http://127.0.0.1:{server.server_port}/index.html"
print(f"The course is at {address}. Stop with Ctrl-C.", flush=True)
threading.Timer(0.5, webbrowser.open, [address]).start()
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
'''
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>mgrad, without a network</title>
<style>body {{ font: 18px/1.5 sans-serif; max-width: 40em; margin: 3em auto }}</style>
<h1>From a slope to a network</h1>
<p>This folder is the whole course. It needs no network.</p>
<ul>{items}</ul>
</html>
"""
ITEMS = {
    "book/index.html": "The book: every lesson and exercise, with all pictures",
    "book/mgrad.pdf": "The book as a PDF",
    "book/mgrad.epub": "The book as an EPUB, for a reader of electronic books",
    "lite/notebooks/index.html?path=notebooks/00-start-here.ipynb": (
        "The lessons to run and change, with Python in the browser. Open <code>start.py</code> "
        "with Python first: the page that it shows leads here"
    ),
}


def build(work: Path, more: list[str]) -> Path:
    """Make the folder in ``work``; ``more`` are the options for the browser edition."""
    stick = work / "stick"
    shutil.copytree(BOOK, stick / "book", ignore=shutil.ignore_patterns("lite"))
    if more:
        lite = [sys.executable, ROOT / "site" / "lite.py", "--out", stick / "lite", *more]
        if subprocess.run([str(word) for word in lite], check=False).returncode:
            sys.exit("The browser edition was not built: see the message above.")
        (stick / "start.py").write_text(START, encoding="utf-8")
    there = {path: words for path, words in ITEMS.items() if (stick / path.split("?")[0]).exists()}
    items = "".join(f'<li><a href="{path}">{words}</a></li>' for path, words in there.items())
    (stick / "index.html").write_text(PAGE.format(items=items), encoding="utf-8")
    return stick


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Make a folder for a USB stick.")
    parser.add_argument("--pyodide", help="Pyodide's release archive, for the browser edition")
    parser.add_argument("--wheels", help="a folder with wheels that the archive lacks")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "stick")
    options = parser.parse_args(arguments)
    if not (BOOK / "index.html").exists():
        sys.exit("The book is not built yet: make site")
    given = {"--pyodide": options.pyodide, "--wheels": options.wheels}
    more = [word for name, value in given.items() if value for word in (name, value)]
    replace(options.out.resolve(), lambda work: build(work, more))
    print(f"Copy {options.out} to the stick: index.html opens from it.")


if __name__ == "__main__":
    main()
