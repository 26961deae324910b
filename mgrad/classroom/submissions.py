"""Find the notebooks that people really hand in, and say whose they are and for which lesson.

Understood are nbgrader's ``submitted/STUDENT/ASSIGNMENT/``, a folder for each student, a flat
folder of ``STUDENT_03-chain-rule.ipynb``, and the downloads of Moodle and Canvas; in all of them a
ZIP file may stand in the place of a folder.
"""

from __future__ import annotations

import hashlib
import io
import re
import time
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mgrad.check.notebook import read_cells
from mgrad.check.task import find_task, lessons, task_ids
from mgrad.classroom.student import Notebook

LARGEST = 64 * 1024**2  # bytes of a notebook, and of what a ZIP file in a ZIP file unpacks to
DEEPEST = 3  # ZIP files in ZIP files
# Names that a learning platform makes: what somebody is called there, a number, and the rest.
PLATFORMS = (
    re.compile(r"(?P<name>[^_]+)_(?P<number>\d+)_assignsubmission_[a-z]+_?(?P<rest>.*)"),  # Moodle
    re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<number>\d+)_\d+_(?P<rest>.+)"),  # Canvas
)
COPY = re.compile(r"(?i)^copy of |[-_ ]copy ?\d*$|[-_ ]?\(\d+\)$|-\d+$")
UNREADABLE = (
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)


class Found(NamedTuple):
    """A file that was handed in, and not read yet.

    ``place`` is the way to it: a path, and the names in ZIP files. ``when`` says which one of
    several for a lesson counts: the last. ``trouble`` is empty, or why it cannot be read.
    """

    student: str
    lesson: str
    place: tuple[str, ...]
    when: tuple
    trouble: str = ""


def find_submissions(path: Path, only: set[str] = frozenset()) -> dict[str, list[Found]]:
    """The files of each student, one for each lesson, in order.

    Args:
        path: a folder, a ZIP file or a notebook.
        only: the lessons that are asked for, such as ``{"03"}``; empty for all.

    Raises:
        FileNotFoundError: there is no such folder or file.
    """
    if not path.exists():
        raise FileNotFoundError(f"There is no folder or file {path}.")
    latest: dict[tuple[str, str], Found] = {}
    for found in look_through(path):
        key = (found.student, found.lesson or "/".join(found.place))
        if key not in latest or found.when > latest[key].when:
            latest[key] = found
    students = defaultdict(list)
    for _, found in sorted(latest.items()):
        if not only or found.lesson in only:
            students[found.student].append(found)
    return dict(students)


def read_found(found: Found) -> Notebook:
    """The cells of a file that was handed in, or why there are none."""
    trouble, cells, data = found.trouble, [], b""
    try:
        data = b"" if trouble else read_place(found.place)
        if not (trouble or data.strip()):
            trouble = "The file is empty."
        cells = [] if trouble else read_cells(data)
    except UNREADABLE as error:
        trouble = f"This is no notebook that can be read ({' '.join(str(error).split())[:200]})."
    if not (trouble or found.lesson):
        trouble = "No task of this course is in it, and its name names no lesson."
    digest = hashlib.sha256(data or repr(found.place).encode()).hexdigest()[:16]
    return Notebook(found.student, found.lesson, digest, cells, trouble)


# -- files -------------------------------------------------------------------------------------


def look_through(path: Path) -> Iterator[Found]:
    """Every notebook below a folder, or in a ZIP file."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and not file.is_symlink():
                parts = file.relative_to(path).parts
                yield from look_at((str(file),), parts, file.stat().st_mtime)
    else:
        yield from look_at((str(path),), (path.name,), path.stat().st_mtime)


def look_at(place: tuple, parts: tuple, when: float) -> Iterator[Found]:
    """What a file holds for us: itself, if it is a notebook; the files of a ZIP file; or nothing.

    ``parts`` are the names of the folders, of which a ZIP file is one, and of the file.
    """
    if any(part.startswith((".", "__MACOSX")) for part in parts):
        return
    if parts[-1].lower().endswith(".ipynb"):
        student, rest = name_student(parts)
        copy = re.search(r"(\d+)\)?\.ipynb$", parts[-1])
        order = (when, int(copy[1][:9]) if copy else 0, parts)
        yield Found(student, name_lesson(rest) or lesson_inside(place), place, order)
    elif parts[-1].lower().endswith(".zip") and len(place) <= DEEPEST:
        try:
            yield from look_into(place, parts)
        except UNREADABLE as error:
            trouble = f"The ZIP file cannot be opened ({error})."
            yield Found(name_student(parts)[0], "", place, (when, 0, parts), trouble)


def look_into(place: tuple, parts: tuple) -> Iterator[Found]:
    """The files of a ZIP file. One of a whole class does not count as a folder."""
    with open_zip(place) as archive:
        files = [info for info in archive.infolist() if not info.is_dir()]
        names = [PurePosixPath(info.filename.replace("\\", "/")).parts for info in files]
    folders = {name[0] for name in names if len(name) > 1 and not name[0].startswith("__")}
    of_a_class = len(parts) == 1 and len(folders) > 1 and not any(map(name_lesson, folders))
    above = () if of_a_class else (*parts[:-1], parts[-1][:-4])
    for info, name in zip(files, names):
        yield from look_at((*place, info.filename), (*above, *name), time_of(info))


def time_of(info: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0


def open_zip(place: tuple) -> zipfile.ZipFile:
    return zipfile.ZipFile(place[0] if len(place) == 1 else io.BytesIO(read_place(place)))


def read_place(place: tuple) -> bytes:
    """The content of a file, through ZIP files.

    Raises:
        ValueError: it is too large.
    """
    if len(place) == 1:
        if Path(place[0]).stat().st_size > LARGEST:
            raise ValueError(f"it has more than {LARGEST // 1024**2} MB")
        return Path(place[0]).read_bytes()
    with open_zip(place[:-1]) as archive, archive.open(place[-1]) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it has more than {LARGEST // 1024**2} MB")
    return data


# -- names -------------------------------------------------------------------------------------


def name_student(parts: tuple) -> tuple[str, tuple]:
    """Whose a file is, and the parts of its path that may name the lesson.

    The number that a platform knows somebody by stays behind the name.
    """
    for i, part in enumerate(parts):
        for platform in PLATFORMS:
            match = platform.fullmatch(part)
            if match:
                return f"{match['name']} {match['number']}", (match["rest"], *parts[i + 1 :])
    folders = parts[1:-1] if parts[0] == "submitted" else parts[:-1]
    if folders:
        return folders[0], (*folders[1:], parts[-1])
    stem = COPY.sub("", parts[-1].rpartition(".")[0])
    return lesson_pattern().sub("", stem).strip("-_ .") or "unnamed", parts


@cache
def lesson_pattern() -> re.Pattern:
    """A lesson in a name: ``03-chain-rule``, ``03 chain rule``, ``lesson03`` or ``03`` alone."""
    titles = [(title[:2], re.sub(r"\W+", "[-_ ]*", title[2:])) for title in lessons()]
    names = "|".join(f"{number}(?:{title})?" for number, title in titles)
    return re.compile(rf"(?i)(?<![a-z0-9])(?:lesson[-_ ]?)?({names})(?![a-z0-9])")


def name_lesson(parts: tuple | str) -> str:
    """The number of a lesson from names, the last one first; empty if there is none."""
    for part in [parts] if isinstance(parts, str) else parts[::-1]:
        found = lesson_pattern().findall(part)
        if found:
            return max(found, key=len)[:2]  # a title says more than a number
    return ""


def lesson_inside(place: tuple) -> str:
    """The lesson whose tasks a notebook speaks of most, by their names or those of answers."""
    try:
        data = read_place(place)
        text = "\n".join(read_cells(data) + read_cells(data, "markdown"))
    except UNREADABLE:
        return ""
    named = re.findall(r"\b(\d\d)\.[a-z][\w-]+", text)
    defined = {
        task_id[:2]: sum(
            bool(re.search(rf"^(?:def |class )?{find_task(i).answer_name}\b", text, re.MULTILINE))
            for i in task_ids()
            if i[:2] == task_id[:2]
        )
        for task_id in task_ids()
    }
    counts = Counter(named) & Counter({i[:2]: 10**6 for i in task_ids()}) or Counter(defined)
    [(lesson, count)] = counts.most_common(1)
    return lesson if count else ""
