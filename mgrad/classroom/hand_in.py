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
from contextlib import suppress
from html import escape
from pathlib import Path

import mgrad
from mgrad import course
from mgrad.check import progress_file
from mgrad.check.notebook import CHECK, read_cells
from mgrad.course import write_whole
from mgrad.translation import say

FORMAT = 1  # of hand-in.json


class HandedIn:
    """A ZIP file that was made; shows itself as a sentence, in a notebook with a link.

    Args:
        path: of the ZIP file.
        names: of the notebooks in it.
        left_out: names of notebooks beside them that are no exercises.
        several: whether a lesson has more than one notebook.
    """

    def __init__(
        self, path: Path, names: list[str], left_out: list[str] = (), several: bool = False
    ):
        self.path, self.names, self.left_out, self.several = path, names, left_out, several

    def __repr__(self) -> str:
        path, names, others = self.path, ", ".join(self.names), ", ".join(self.left_out)
        told = [say(f"{path} holds {names}, as last saved. Open it once, and hand it in.")]
        if self.several:
            told.append(say("Where a lesson has two, the one that you saved last counts."))
        if others:
            told.append(say(f"Without {others}: no check of the course is in it."))
        return " ".join(told)

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.path.read_bytes()).decode()
        name = escape(self.path.name, quote=True)
        return (
            f"<p>{escape(repr(self))}</p><p><a download='{name}' "
            f"href='data:application/zip;base64,{data}'>{say(f'Download {name}')}</a></p>"
        )


def hand_in(name: str = "", folder: str | Path | None = None) -> HandedIn | None:
    """Make ``NAME.zip`` from the exercises as they were last saved; without a name, say so.

    Args:
        name: yours, as your instructor knows you.
        folder: where the exercises are; left out, they are looked for around this place.

    Raises:
        FileNotFoundError: there are no exercises.
        OSError: the file cannot be written.
    """
    plain = re.sub(r"[^\w .-]+", "_", str(name or "")).strip(" .")
    if not plain:
        print(
            say(
                "Nothing is handed in without a name: write yours, for example "
                'hand_in("Ada Lovelace").'
            )
        )
        return None
    progress = progress_file.path() if folder is None else Path(folder) / progress_file.FILE
    folder = progress.parent if folder is None else Path(folder)
    files, lessons = notebook_of_colab(), {}
    if not files:
        lessons = find_lessons(folder)
        files = {book: folder / book for book in lessons if lessons[book]}
    if not files:
        here = folder.resolve()
        raise FileNotFoundError(
            say(
                f"There are no exercises in {here}: run this in their folder, or name it: "
                'hand_in("Ada Lovelace", "exercises").'
            )
        )
    names = list(files)
    own = {f"mine/{path.name}": path for path in sorted(progress.parent.glob("mine/*.py"))}
    files |= {progress.name: progress} | own if progress.is_file() else own
    files["hand-in.json"] = json.dumps(card(str(name)), indent=1).encode()
    path = folder / f"{plain}.zip"
    try:
        write_whole(path, pack(files))
    except OSError as error:
        raise OSError(
            say(
                f"{path} could not be written ({error.strerror}): make room, or copy the course "
                "to a place where you may write."
            )
        ) from None
    download_in_colab(path)
    known = list(filter(None, lessons.values()))
    left_out = [book for book in lessons if not lessons[book]]
    return HandedIn(path, names, left_out, len(known) > len(set(known)))


def find_lessons(folder: Path) -> dict[str, str]:
    """The lesson of each notebook, whatever it is called; empty for what is no exercise.

    Those that were moved are looked for in the folders below, where this is the one of exercises.
    """
    deep = folder.resolve().name == "exercises"
    paths = sorted(folder.rglob("*.ipynb") if deep else folder.glob("*.ipynb"))
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    hidden = re.compile(r"(^|/)\.")  # such as .ipynb_checkpoints
    return {name: lesson_of(path) for name, path in names.items() if not hidden.search(name)}


def lesson_of(path: Path) -> str:
    """The lesson that a notebook is called after, or the one whose check it asks for."""
    if named := re.match(r"(\d\d)-", path.name):
        return named[1]
    with suppress(ValueError):
        for cell in read_cells(path.read_bytes()):
            if asked := CHECK.search(cell):
                return asked[1][:2]
    return ""


def card(name: str) -> dict:
    """Who handed in, and with which versions."""
    versions = {"mgrad": mgrad.__version__, "python": platform.python_version()}
    return {"format": FORMAT, "student": name, "versions": versions, "system": sys.platform}


def pack(files: dict[str, Path | bytes]) -> bytes:
    """A ZIP file; the time at which a file was saved says which of two counts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for name, content in files.items():
            if isinstance(content, Path):
                archive.write(content, name)
            else:
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
        command = 'mgrad hand-in "Ada Lovelace" --folder exercises'
        said = course.in_words(error)
        sys.exit(said.replace('hand_in("Ada Lovelace", "exercises")', command))
    if handed_in is None:
        sys.exit(1)
    print(handed_in)
