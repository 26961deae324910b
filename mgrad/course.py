"""A student's own copy of the course, in a folder that neither git nor an update changes.

``python -m mgrad.course FOLDER`` makes it, and brings it up to date later: what the student has
changed stays. ``fresh("exercises/02-value")`` brings one notebook back as it was made.
"""

import hashlib
import json
import shutil
import sys
import time
from itertools import count
from pathlib import Path

COURSE = Path(__file__).parent.parent  # where the package is a part of the course
SHOWN = ("notebooks", "exercises", "solutions", "mgrad")
HIDDEN = {"__pycache__", ".ipynb_checkpoints", "check", "mine"}
RECORD = ".as-made.json"  # what each file was when it was copied


def lay_out(folder: Path) -> list[str]:
    """Copy into a folder what is not there, and what is new and was not changed there.

    Returns:
        The files that have a newer version than the student's changed one, which stays.
    """
    record, shipped, newer = folder / RECORD, _shipped(), []
    copied = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    for path, mark in shipped.items():
        here = folder / path
        if here.exists() and _mark(here) not in (mark, copied.get(path)):
            newer += [path] if copied.get(path) != mark else []
            continue
        here.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(COURSE / path, here)
        copied[path] = mark
    record.write_text(json.dumps(copied), encoding="utf-8")
    _take_along(folder)
    return newer


def fresh(name: str) -> str:
    """Bring a notebook back as it was made; the changed one is kept under another name.

    Args:
        name: for example ``"exercises/02-value"``.

    Returns:
        One line that says where the old one is.

    Raises:
        ValueError: the course has no such notebook, or this is not a copy of the course.
    """
    folder = next((p for p in (Path.cwd(), *Path.cwd().parents) if (p / RECORD).exists()), None)
    if folder is None:
        raise ValueError("This is not your copy of the course. Open it with: make lab")
    path = f"{name.removesuffix('.ipynb')}.ipynb"
    if path not in _shipped():
        raise ValueError(f'there is no notebook {path}: take one such as "exercises/02-value"')
    here, aside = folder / path, "nothing was there"
    if here.exists():
        names = (f" ({n})" if n > 1 else "" for n in count(1))
        stem = f"{here.stem} (yours, {time.strftime('%Y-%m-%d')})"
        free = next(p for end in names if not (p := here.with_name(f"{stem}{end}.ipynb")).exists())
        here.rename(free)
        aside = f"yours is kept as {free.name}"
    lay_out(folder)
    return f"{path} is as it was made; {aside}. If the page is open, close it without saving."


def _shipped() -> dict[str, str]:
    """The files of the course that a student opens, each with a mark of its content."""
    files = [file for name in SHOWN for file in sorted((COURSE / name).rglob("*"))]
    paths = [file.relative_to(COURSE) for file in files if file.is_file()]
    return {
        path.as_posix(): _mark(COURSE / path)
        for path in paths
        if not HIDDEN & set(path.parts) and not path.name.startswith("progress")
    }


def _mark(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _take_along(folder: Path) -> None:
    """Copy what a student did in the course itself, before there was a folder for it."""
    old, new = COURSE / "exercises", folder / "exercises"
    if (old / "progress.txt").exists() and not (new / "progress.txt").exists():
        shutil.copyfile(old / "progress.txt", new / "progress.txt")
    if (old / "mine").exists() and not (new / "mine").exists():
        shutil.copytree(old / "mine", new / "mine")


def main(folder: str) -> None:
    if not (COURSE / "exercises").exists():
        sys.exit("The notebooks are not beside the package: get the course, not only the package.")
    for path in lay_out(Path(folder)):
        print(f"{path} has a newer version; yours stays. For the new one: make fresh NAME={path}")


if __name__ == "__main__":
    main(*sys.argv[1:] or ["my-course"])
