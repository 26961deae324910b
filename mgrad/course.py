"""A student's own copy of the course, in a folder that neither git nor an update changes.

``lay_out(FOLDER)`` makes it, and brings it up to date later: what the student has changed stays.
``fresh("exercises/02-value")`` brings one notebook back as it was made.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from mgrad.translation import (
    COURSE,
    OWN,
    PACKAGE,
    RECORD,
    copy_around,
    own_copy,
    say,
    translated,
)

SHOWN = ("notebooks", "exercises", "solutions", "mgrad")
HIDDEN = {"__pycache__", ".ipynb_checkpoints", "_course", "check", "mine"}
SETTINGS = PACKAGE / "data" / "jupyter"
FIRST = "/lab/tree/notebooks/00-start-here.ipynb"


def lay_out(folder: Path, solutions: bool = True, language: str | None = None) -> list[str]:
    """Copy into a folder what is not there, and what is new and was not changed there.

    Args:
        folder: made if it is not there.
        solutions: also where there are none so far.
        language: such as ``"de"``; English, or what it was the last time, if left out.

    Returns:
        The files that have a newer version than the student's changed one, which stays.

    Raises:
        FileNotFoundError: the package was installed without the notebooks.
        OSError: there is no folder of this name, or nothing can be written there.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(say(f"{folder} is a file: name a folder for your copy."))
    copied, newer = _copied(folder), []
    before = dict(copied)
    language = copied.get("language", "") if language is None else language
    shipped = _shipped(language)
    if not any(path.startswith("exercises/") for path in shipped):
        raise FileNotFoundError(
            say("The notebooks are not beside the package: get the course, not only the package.")
        )
    solutions = solutions or (folder / "solutions").exists()
    if language:
        copied["language"] = language
    try:
        for path, content in shipped.items():
            if path.startswith("solutions/") and not solutions:
                continue
            here, mark = folder / path, _mark(content)
            found = _mark(here.read_bytes()) if here.exists() else ""
            if found not in ("", mark, copied.get(path)):
                newer += [path] if copied.get(path) != mark else []
                continue
            if found != mark:
                here.parent.mkdir(parents=True, exist_ok=True)
                write_whole(here, content)
            copied[path] = mark
    finally:  # on a full disk too: what is not in the record counts as the student's
        if copied != before or (folder.is_dir() and not (folder / RECORD).exists()):
            write_whole(folder / RECORD, json.dumps(copied).encode())
    _take_along(folder)
    return newer


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, or leave the old one as it was: half a file would pass for the student's.

    Raises:
        OSError: the disk is full, or nothing can be written there.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except BaseException as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None  # a full disk names no file
        raise


def fresh(name: str) -> str:
    """Bring a file of the course back as it was made; the changed one is kept under another name.

    Args:
        name: for example ``"exercises/02-value"``, or the way to the file from here.

    Returns:
        One line that says where the old one is.

    Raises:
        ValueError: the course has no such notebook, or this is not a copy of the course.
    """
    folder = copy_around((Path.cwd() / name).parent) or own_copy()
    if folder is None:
        raise ValueError(
            say("This is not your copy of the course. Open it with: make lab, or mgrad lab")
        )
    path, shipped = _name_in(folder, name), _shipped(_copied(folder).get("language", ""))
    if path not in shipped:
        raise ValueError(say(f'there is no notebook {path}: take one such as "exercises/02-value"'))
    here, aside, free = folder / path, say("nothing was there"), None
    if here.exists() and here.read_bytes() == shipped[path]:
        aside = say("nothing was changed there")
    elif here.exists():
        names = (f" ({n})" if n > 1 else "" for n in count(1))
        stem = f"{here.stem} (yours, {time.strftime('%Y-%m-%d')})"
        free = next(
            p for end in names if not (p := here.with_name(f"{stem}{end}{here.suffix}")).exists()
        )
        here.rename(free)
        aside = say(f"yours is kept as {free.name}")
    try:
        lay_out(folder, path.startswith("solutions/"))
    except OSError:
        if free is not None and not here.exists():
            free.rename(here)
        raise
    return say(f"{path} is as it was made; {aside}. If the page is open, close it without saving.")


def _name_in(folder: Path, name: str) -> str:
    """What the course calls a file: by its name there, or by the way to it from here."""
    name = name.replace("\\", "/")  # as PowerShell writes it
    from_here = os.path.relpath(Path.cwd() / name, folder).replace(os.sep, "/")
    names = [form for way in (name, from_here) for form in (way, f"{way}.ipynb")]
    shipped = _shipped()
    return next((name for name in names if name in shipped), name)


def in_words(error: Exception) -> str:
    """What the system says of a file, without its number; what we say ourselves as it is."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}."
    return str(error)


def quoted(path: Path) -> str:
    """A path as one writes it in a terminal."""
    return f'"{path}"' if " " in str(path) else str(path)


def update(folder: Path, solutions: bool = True, language: str | None = None) -> None:
    """``lay_out``, and say what is newer than what the student changed."""
    for path in lay_out(folder, solutions, language):
        file = quoted(folder / path)
        print(
            say(
                f"{path} has a newer version; yours stays. For the new one: mgrad fresh {file} "
                f"(or: make fresh NAME={path})"
            )
        )


def open_lab(folder: Path, more: list[str]) -> None:
    """Bring the copy up to date and open JupyterLab in it, at the first page; ends with it.

    Args:
        folder: the student's copy, made if it is not there.
        more: options for JupyterLab, such as ``["--port=9999"]``.
    """
    import zmq
    from jupyterlab.labapp import LabApp

    update(folder, solutions=False)
    os.chdir(folder)  # from here on its language is spoken
    told = say(f"Opening {folder}. The address is printed below; stop with Ctrl-C.")
    print(told, flush=True)
    # without a question about news on the first page
    paths = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    options = ["--log-level=ERROR", f"--LabApp.default_url={FIRST}"]
    # a kernel without it warns in the terminal of eavesdropping, once for each notebook
    options += ["--KernelManager.transport_encryption=auto"] if zmq.has("curve") else []
    options += [] if has_display() else ["--no-browser"]
    options += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    LabApp.launch_instance([*options, *more])


def has_display() -> bool:
    """Whether a browser can open here: on Linux, whether there is a screen."""
    return sys.platform != "linux" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))


def _shipped(language: str = "") -> dict[str, bytes]:
    """The files of the course that a student opens, and what is in them."""
    files = {
        f"{name}/{file.relative_to(_source(name)).as_posix()}": file
        for name in SHOWN
        for file in sorted(_source(name).rglob("*"))
        if file.is_file() and not file.name.startswith("progress")
    }
    return {
        path: translated(file, language) if language else file.read_bytes()
        for path, file in files.items()
        if not HIDDEN & set(path.split("/"))
    }


def _copied(folder: Path) -> dict[str, str]:
    """What a copy's files were when they were made; nothing, where nobody can tell any more."""
    try:
        return json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}


def _source(path: str) -> Path:
    """Where a file of the course is: the package itself is one folder of it."""
    return (PACKAGE.parent if path.partition("/")[0] == "mgrad" else COURSE) / path


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _take_along(folder: Path) -> None:
    """Copy what a student did in the course itself, before there was a folder for it."""
    old, new = COURSE / "exercises", folder / "exercises"
    if (old / "progress.txt").exists() and not (new / "progress.txt").exists():
        shutil.copyfile(old / "progress.txt", new / "progress.txt")
    if (old / "mine").exists() and not (new / "mine").exists():
        shutil.copytree(old / "mine", new / "mine")


def main(folder: str = OWN) -> None:
    try:
        update(Path(folder))
    except (OSError, ValueError) as error:
        sys.exit(in_words(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
