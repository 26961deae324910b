"""Hand in: one ZIP file with a student's exercises, for ``mgrad grade`` and any learning platform.

At the end of each exercise stands ``hand_in("")``, which waits for a name; in a terminal it is
``mgrad hand-in "Ada Lovelace"``. In Colab and in the browser edition the file is a download.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import platform
import re
import sys
import zipfile
from html import escape
from pathlib import Path

import mgrad
from mgrad import course
from mgrad.check import progress_file
from mgrad.translation import say

FORMAT = 1  # of hand-in.json


class HandedIn:
    """A ZIP file that was made; shows itself as a sentence, in a notebook with a link."""

    def __init__(self, path: Path, names: list[str]):
        self.path, self.names = path, names

    def __repr__(self) -> str:
        path, names = self.path, ", ".join(self.names)
        return say(f"{path} holds {names}, as last saved. Open it once, and hand it in.")

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.path.read_bytes()).decode()
        name = escape(self.path.name, quote=True)
        return (
            f"<p>{escape(repr(self))}</p><p><a download='{name}' "
            f"href='data:application/zip;base64,{data}'>{say(f'Download {name}')}</a></p>"
        )


def hand_in(name: str, folder: str | Path | None = None) -> HandedIn | None:
    """Make ``NAME.zip`` from the exercises as they were last saved; without a name, say so.

    Args:
        name: yours, as your instructor knows you.
        folder: where the exercises are; left out, they are looked for around this place.

    Raises:
        FileNotFoundError: there are no exercises.
    """
    plain = re.sub(r"[^\w .-]+", "_", str(name)).strip(" .")
    if not plain:
        print(
            say(
                "Nothing is handed in without a name: write yours, for example "
                'hand_in("Ada Lovelace").'
            )
        )
        return None
    folder = progress_file.path().parent if folder is None else Path(folder)
    files = notebook_of_colab() or {
        path.name: path.read_bytes() for path in sorted(folder.glob("[0-9][0-9]-*.ipynb"))
    }
    if not files:
        here = folder.resolve()
        raise FileNotFoundError(
            say(
                f"There are no exercises in {here}: run this in their folder, or name it: "
                'hand_in("Ada Lovelace", "exercises").'
            )
        )
    names = list(files)
    extra = [progress_file.path(), *sorted(progress_file.path().parent.glob("mine/*.py"))]
    for path in extra:
        if path.is_file():
            files[path.name if path.parent.name != "mine" else f"mine/{path.name}"] = (
                path.read_bytes()
            )
    files["hand-in.json"] = json.dumps(card(str(name)), indent=1).encode()
    path = folder / f"{plain}.zip"
    path.write_bytes(pack(files))
    download_in_colab(path)
    return HandedIn(path, names)


def card(name: str) -> dict:
    """Who handed in, and with which versions."""
    versions = {"mgrad": mgrad.__version__, "python": platform.python_version()}
    return {"format": FORMAT, "student": name, "versions": versions, "system": sys.platform}


def pack(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


# -- Colab keeps a notebook in the page, not in a file ------------------------------------------


def notebook_of_colab() -> dict[str, bytes]:
    """The notebook that is open in Colab, by its name; empty elsewhere."""
    if "google.colab" not in sys.modules:
        return {}
    from google.colab import _message

    book = _message.blocking_request("get_ipynb", request="", timeout_sec=20)["ipynb"]
    name = book.get("metadata", {}).get("colab", {}).get("name", "notebook.ipynb")
    return {name: json.dumps(book).encode()}


def download_in_colab(path: Path) -> None:
    if "google.colab" in sys.modules:
        from google.colab import files

        files.download(str(path))


# -- the command -------------------------------------------------------------------------------


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="yours, as your instructor knows you")
    parser.add_argument("--folder", type=Path, help="where the exercises are")


def run(options: argparse.Namespace) -> None:
    """``mgrad hand-in NAME``."""
    own = course.own_copy()
    if options.folder is None and own is not None:
        options.folder = own / "exercises"
    try:
        handed_in = hand_in(options.name, options.folder)
    except OSError as error:
        sys.exit(str(error))
    if handed_in is None:
        sys.exit(1)
    print(handed_in)
