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
import unicodedata
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mgrad.check.notebook import CHECK, read_cells
from mgrad.check.task import find_task, lessons, task_ids
from mgrad.classroom.student import Notebook, shipped_cells
from mgrad.course import SHOWN

LARGEST = 64 * 1024**2  # bytes of a notebook, and of what a ZIP file in a ZIP file unpacks to
DEEPEST = 3  # ZIP files in ZIP files
CARD = "hand-in.json"  # in what ``hand_in`` makes
NO_NOTEBOOK = "This is no notebook: hand in the file that ends in .ipynb."
THE_LESSON = "This is the lesson: hand in its exercises, the notebook of the folder exercises."
# Names that a learning platform makes: what somebody is called there, a number, and the rest.
PLATFORMS = (
    re.compile(r"(?P<name>[^_]+)_(?P<number>\d+)_assignsubmission_[a-z]+_?(?P<rest>.*)"),  # Moodle
    re.compile(r"(?P<name>[^_]+)_(?:LATE_)?(?P<number>\d+)_\d+_(?P<rest>.+)"),  # Canvas
)
COPY = re.compile(r"(?i)^copy of |[-_ ]copy ?\d*$|[-_ ]?\((?:yours, )?[\d-]+\)$")
COPY_NUMBER = re.compile(r"(?i)(?:copy ?(\d+)|\((\d+)\)|-(\d+))\.ipynb$")
ENDING = re.compile(r"(?i)(\.ipynb)?\.\w+$")
NOTEBOOK = re.compile(r"(?i)\.ipynb(\.txt|\.json)?$")  # some browsers add an ending
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

    ``place`` is the way to it: a path, and the names in ZIP files; ``parts`` are the names that say
    whose it is. ``when`` says which one of several for a lesson counts: the last. ``trouble`` is
    empty, or why it cannot be read. ``instead_of`` are the names of those that do not count.
    """

    student: str
    lesson: str
    place: tuple[str, ...]
    parts: tuple[str, ...]
    when: tuple
    trouble: str = ""
    instead_of: tuple[str, ...] = ()


def find_submissions(path: Path, only: set[str] = frozenset()) -> dict[str, list[Found]]:
    """The files of each student, one for each lesson, in order.

    Of several for a lesson the last counts in which the student has written something. A file of
    another kind is there where it stands in the place of a notebook.

    Args:
        path: a folder, a ZIP file or a notebook.
        only: the lessons that are asked for, such as ``{"03"}``; empty for all.

    Raises:
        FileNotFoundError: there is no such folder or file.
    """
    if not path.exists():
        raise FileNotFoundError(f"There is no folder or file {path}.")
    notebooks, others = defaultdict(list), {}
    for found in exercises_only(list(look_through(path))):
        if found.trouble == NO_NOTEBOOK:
            others.setdefault((found.student, found.lesson), found)
        else:
            notebooks[found.student, found.lesson or "/".join(found.parts)].append(found)
    students = defaultdict(list)
    for key, several in sorted(notebooks.items()):
        students[key[0]].append(choose(several))
    for (student, lesson), found in sorted(others.items()):
        lessons_there = {other.lesson for other in students[student]}
        if lesson not in lessons_there if lesson else not lessons_there:
            students[student].append(found)
    chosen = {
        student: sorted(found for found in files if not only or found.lesson in only)
        for student, files in sorted(students.items())
    }
    return {student: files for student, files in chosen.items() if files}


def exercises_only(everything: list[Found]) -> list[Found]:
    """Without the lessons and solutions of a whole copy of the course."""
    copies = {
        found.parts[:i]
        for found in everything
        for i, part in enumerate(found.parts[:-1])
        if part == "exercises"
    }
    return [
        found
        for found in everything
        if not any(
            part in ("notebooks", "solutions", "mgrad") and found.parts[:i] in copies
            for i, part in enumerate(found.parts[:-1])
        )
    ]


def choose(several: list[Found]) -> Found:
    """The one that counts."""
    if len(several) == 1:
        return several[0]
    last = max(several, key=lambda found: (is_begun(found), found.when))
    others = sorted("/".join(found.parts) for found in several if found is not last)
    return last._replace(instead_of=tuple(others))


def is_begun(found: Found) -> bool:
    """Whether a notebook can be read, and holds more than was handed out."""
    shipped = shipped_cells(found.lesson)
    cells = read_found(found).cells
    return any(cell.strip() not in shipped and "hand_in(" not in cell for cell in cells)


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
    if not trouble and is_lesson(cells, found.lesson):
        trouble, cells = THE_LESSON, []
    if not (trouble or found.lesson):
        trouble = "No task of this course is in it, and its name names no lesson."
    digest = hashlib.sha256(data or repr(found.parts).encode()).hexdigest()[:16]
    return Notebook(found.student, found.lesson, digest, cells, trouble)


def is_lesson(cells: list[str], lesson: str) -> bool:
    """Whether most of a notebook is the lesson itself, and no check of an exercise is in it."""
    shown = shipped_cells(lesson, "notebooks")
    same = sum(cell.strip() in shown for cell in cells)
    return 2 * same > len(cells) and not any(map(CHECK.search, cells))


# -- files -------------------------------------------------------------------------------------


def look_through(path: Path) -> Iterator[Found]:
    """Every file below a folder, or in a ZIP file, that may be somebody's."""
    try:
        files = files_of_folder(path) if path.is_dir() else list(entries((str(path),)))
    except UNREADABLE:  # a notebook, or a damaged ZIP file
        yield from look_at((str(path),), (path.name,), path.stat().st_mtime)
        return
    files = [file for file in files if not is_hidden(file[1])]
    if {"submitted", "release"} <= {parts[0] for _, parts, _ in files}:  # all that nbgrader has
        files = [file for file in files if file[1][0] == "submitted"]
    files = without_folder_around(files, path.is_dir())
    names = [parts for _, parts, _ in files]
    if not (path.is_dir() or is_of_a_class(names) or has_names(names)):
        files = [(place, (path.stem, *parts), when) for place, parts, when in files]
    for file in files:
        yield from look_at(*file)


def files_of_folder(path: Path) -> list[tuple[tuple, tuple, float]]:
    """The place, the names and the time of each file below a folder, without what we wrote."""
    files = [file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink()]
    results = [file.parent for file in files if file.name == "results.jsonl"]
    results = [folder for folder in results if folder != path]
    return [
        ((str(file),), file.relative_to(path).parts, file.stat().st_mtime)
        for file in files
        if not any(map(file.is_relative_to, results))
    ]


def without_folder_around(files: list[tuple], in_folder: bool) -> list[tuple]:
    """A folder around those of a whole class, or in a ZIP file around its notebooks, says nothing.

    Args:
        files: place, names and time of each.
        in_folder: whether they are in a folder, where the one around may be that of a student.
    """
    around = {parts[0] if len(parts) > 1 else "" for _, parts, _ in files}
    inside = [parts[1:] for _, parts, _ in files]
    if len(around) != 1 or "" in around:
        return files
    if not (is_of_a_class(inside) or (not in_folder and has_names(inside))):
        return files
    return [(place, parts[1:], when) for place, parts, when in files]


def is_of_a_class(names: list[tuple]) -> bool:
    """Whether there is a folder for each of several students, and not for one's lessons."""
    folders = {parts[0] for parts in names if len(parts) > 1}
    of_lessons = [part for part in folders if lesson_pattern().fullmatch(part) or name_title(part)]
    of_one = (CARD,) in names or folders & {*SHOWN, "mine"} or 2 * len(of_lessons) >= len(folders)
    return len(folders) > 1 and not of_one


def has_names(names: list[tuple]) -> bool:
    """Whether these are notebooks side by side that name several students."""
    books = [parts for parts in names if NOTEBOOK.search(parts[-1])]
    stems = {COPY.sub("", ENDING.sub("", parts[-1])) for parts in books}
    left = {lesson_pattern().sub("", stem).strip("-_ .") for stem in stems} - {""}
    side_by_side = all(len(parts) == 1 for parts in books) and (CARD,) not in names
    return side_by_side and len(left) > 1


def is_hidden(parts: tuple) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def look_at(place: tuple, parts: tuple, when: float) -> Iterator[Found]:
    """What a file holds for us: itself, if it is a notebook; the files of a ZIP file; or nothing.

    ``parts`` are the names of the folders, of which a ZIP file is one, and of the file.
    """
    parts = tuple(map(readable, parts))
    if is_hidden(parts):
        return
    whose, rest = name_student(parts)
    if NOTEBOOK.search(parts[-1]):
        copy = COPY_NUMBER.search(parts[-1])
        order = (when, int(max(filter(None, copy.groups()))[:9]) if copy else 0, parts)
        for lesson in find_lessons(rest, place):
            yield Found(whose or name_file(parts[-1], lesson), lesson, place, parts, order)
    elif parts[-1].lower().endswith(".zip") and len(place) <= DEEPEST:
        try:
            yield from look_into(place, parts)
        except UNREADABLE as error:
            trouble = f"The ZIP file cannot be opened ({error})."
            student = whose or name_file(parts[-1])
            yield Found(student, "", place, parts, (when, 0, parts), trouble)
    elif whose or name_lesson(parts[-1]):
        lesson = name_lesson(parts[-1])
        student = whose or name_file(parts[-1], lesson)
        yield Found(student, lesson, place, parts, (when, 0, parts), NO_NOTEBOOK)


def readable(name: str) -> str:
    """A name in one form of Unicode (macOS writes another), without bytes that are no letter."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "backslashreplace").decode())


def look_into(place: tuple, parts: tuple) -> Iterator[Found]:
    """The files of a ZIP file. One of a whole class does not count as a folder."""
    files = list(entries(place))
    names = [name for _, name, _ in files if not is_hidden(name)]
    folders = {name[0] for name in names if len(name) > 1}
    numbered = 2 * sum(map(bool, map(name_lesson, folders))) >= len(folders)
    of_a_class = len(parts) == 1 and is_of_a_class(names) and not numbered
    stem = COPY.sub("", parts[-1][:-4]) or parts[-1][:-4]
    above = () if of_a_class else (*parts[:-1], stem)
    for inner, name, when in files:
        yield from look_at(inner, (*above, *name), when)


def entries(place: tuple) -> Iterator[tuple[tuple, tuple, float]]:
    """The place, the names and the time of each file in a ZIP file."""
    for info in open_zip(place, state_of(place)).infolist():
        if not info.is_dir():
            names = PurePosixPath(info.filename.replace("\\", "/")).parts
            yield (*place, info.filename), names, time_of(info)


def time_of(info: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0


def state_of(place: tuple) -> tuple[int, int]:
    """What changes with the file at the beginning of a place."""
    return Path(place[0]).stat().st_mtime_ns, Path(place[0]).stat().st_size


@lru_cache(maxsize=4)  # its list of contents is long where a whole class is in it
def open_zip(place: tuple, state: tuple) -> zipfile.ZipFile:
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
    with open_zip(place[:-1], state_of(place)).open(place[-1]) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it has more than {LARGEST // 1024**2} MB")
    return data


# -- names -------------------------------------------------------------------------------------


def name_student(parts: tuple) -> tuple[str, tuple]:
    """Whose a file is by a folder or a platform, or nobody's; the parts that may name the lesson.

    The number that a platform knows somebody by stays behind the name, as in ``Ada #71``.
    """
    for i, part in enumerate(parts):
        for platform in PLATFORMS:
            match = platform.fullmatch(part)
            if match:
                return f"{match['name']} #{match['number']}", (match["rest"], *parts[i + 1 :])
    folders = parts[1:-1] if parts[0] == "submitted" else parts[:-1]
    return (folders[0], (*folders[1:], parts[-1])) if folders else ("", parts)


def name_file(name: str, lesson: str = "") -> str:
    """Whose a file is by its own name, without what names its lesson; that name if nothing else."""
    whole = ENDING.sub("", name)
    stem = COPY.sub("", whole)
    named = [found for found in lesson_pattern().finditer(stem) if found[1][:2] == lesson]
    if named:
        best = max(named, key=lambda found: len(found[1]))
        stem = stem[: best.start()] + stem[best.end() :]
    return stem.strip("-_ .") or whole


@cache
def lesson_pattern() -> re.Pattern:
    """A lesson in a name: ``03-chain-rule``, ``03 chain rule``, ``lesson03`` or ``03`` alone."""
    titles = [(title[:2], re.sub(r"\W+", "[-_ ]*", title[2:])) for title in lessons()]
    names = "|".join(f"{number}(?:{title})?" for number, title in titles)
    return re.compile(rf"(?i)(?<![a-z0-9])(?:lesson[-_ ]?)?({names})(?![a-z0-9])")


def find_lessons(parts: tuple, place: tuple) -> list[str]:
    """The lesson of a notebook: by a title in its names, else by its content, else by a number.

    Somebody may have put several into one notebook; an empty name if there is none.
    """
    titles = [title for part in parts[::-1] if (title := name_title(part))]
    numbers = [number for part in parts[::-1] if (number := name_lesson(part))]
    return titles[:1] or lessons_inside(place) or numbers[:1] or [""]


def name_lesson(name: str) -> str:
    """The number of a lesson in a name; empty if there is none."""
    return max(lesson_pattern().findall(name), key=len, default="")[:2]


def name_title(name: str) -> str:
    """The number of a lesson whose title is in a name; a number alone may mean something else."""
    found = max(lesson_pattern().findall(name), key=len, default="")
    return found[:2] if len(found) > 2 else ""


def lessons_inside(place: tuple) -> list[str]:
    """The lessons whose checks a notebook asks for, else that whose tasks it speaks of most.

    Those are known by their names, or by the names of answers.
    """
    try:
        data = read_place(place)
        code = "\n".join(read_cells(data))
        text = "\n".join([code, *read_cells(data, "markdown")])
    except UNREADABLE:
        return []
    if asked := sorted({task_id[:2] for task_id in CHECK.findall(code) if task_id in task_ids()}):
        return asked
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
    return [lesson] if count else []
