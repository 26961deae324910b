"""A student's own copy of the course: changed files stay, all others follow the course."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mgrad import course
from mgrad.check.progress_file import path as progress_path

ROOT = Path(__file__).parent.parent


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A small course; returns it and where the student's copy goes."""
    source, own = tmp_path / "course", tmp_path / "my-course"
    names = ("notebooks/01.ipynb", "notebooks/01.png", "exercises/01.ipynb", "exercises/02.ipynb")
    for name in names:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text("first version")
    (source / "exercises" / "progress.txt").write_text("01.sign passed 2026-01-01 10:00\n")
    (source / "exercises" / "mine").mkdir()
    (source / "exercises" / "mine" / "engine.py").write_text("class Value: ...")
    monkeypatch.setattr(course, "COURSE", source)
    return source, own


def test_what_a_student_changed_stays_and_the_rest_follows_the_course(made):
    source, own = made
    assert course.lay_out(own) == []
    assert (own / "exercises" / "mine" / "engine.py").read_text() == "class Value: ..."
    assert (own / "exercises" / "progress.txt").read_text().startswith("01.sign passed")
    (own / "exercises" / "01.ipynb").write_text("my answer")
    (own / "exercises" / "progress.txt").write_text("more")
    saved = (own / "exercises" / "02.ipynb").stat().st_mtime_ns
    assert course.lay_out(own) == []  # nothing new
    assert (own / "exercises" / "02.ipynb").stat().st_mtime_ns == saved, "it is not written again"
    for file in source.rglob("*.ipynb"):
        file.write_text("second version")
    assert course.lay_out(own) == ["exercises/01.ipynb"] == course.lay_out(own)
    assert (own / "exercises" / "01.ipynb").read_text() == "my answer"
    assert (own / "exercises" / "02.ipynb").read_text() == "second version"
    assert (own / "notebooks" / "01.ipynb").read_text() == "second version"
    assert (own / "exercises" / "progress.txt").read_text() == "more"
    (own / course.RECORD).write_text("{")  # damaged: what differs counts as the student's
    for file in source.rglob("*.ipynb"):
        file.write_text("third version")
    assert len(course.lay_out(own)) == 3
    assert (own / "exercises" / "01.ipynb").read_text() == "my answer"


def test_a_fresh_notebook_is_one_call_away_and_the_old_one_is_kept(made, monkeypatch):
    _, own = made
    course.lay_out(own)
    monkeypatch.chdir(own / "exercises")
    for answer in ("my answer", "another answer"):
        (own / "exercises" / "01.ipynb").write_text(answer)
        assert "as it was made; yours is kept as 01 (yours, " in course.fresh("exercises/01")
        assert (own / "exercises" / "01.ipynb").read_text() == "first version"
    kept = sorted(file.read_text() for file in (own / "exercises").glob("01 (yours*"))
    assert kept == ["another answer", "my answer"]
    with pytest.raises(ValueError, match="no notebook exercises/99: take one"):
        course.fresh("exercises/99")
    (own / "notebooks" / "01.png").write_text("painted over")
    for way in ("02", "./02.ipynb", r"..\exercises\02.ipynb", str(own / "exercises" / "02")):
        assert course.fresh(way).startswith("exercises/02.ipynb is as it was made"), way
    assert "yours is kept as 01 (yours, " in course.fresh("../notebooks/01.png")
    assert (own / "notebooks" / "01.png").read_text() == "first version"
    monkeypatch.chdir(own.parent)
    assert "as it was made" in course.fresh("my-course/exercises/02")
    assert "nothing was changed there" in course.fresh("exercises/02")
    monkeypatch.chdir(own.parent / "course")
    with pytest.raises(ValueError, match="Open it with: make lab"):
        course.fresh("exercises/01")


def test_a_full_disk_leaves_no_half_file_that_passes_for_the_student_s(made, monkeypatch, capsys):
    source, own = made
    write, room = Path.write_bytes, [2]

    def fills_up(path, content):
        room[0] -= 1
        if room[0] < 0:
            write(path, content[:3])
            raise OSError(28, "No space left on device")
        return write(path, content)

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", fills_up)
        with pytest.raises(SystemExit, match="No space left"):
            course.main(str(own))
    assert course.lay_out(own) == []
    (own / "exercises" / "01.ipynb").write_text("my answer")
    (own / "exercises" / "02.ipynb").unlink()
    monkeypatch.chdir(own)
    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", fills_up)
        with pytest.raises(OSError, match="No space left"):
            course.fresh("exercises/01")
    assert (own / "exercises" / "01.ipynb").read_text() == "my answer", "it is where it was"
    (own / "exercises" / "01.ipynb").write_text("first version")
    for file in source.rglob("*.ipynb"):
        file.write_text("second version")
    room[0] = 2
    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", fills_up)
        with pytest.raises(OSError):
            course.lay_out(own)
    assert "language" not in json.loads((own / course.RECORD).read_text()), "it is whole"
    assert course.lay_out(own) == []
    assert {file.read_text() for file in own.rglob("*.ipynb")} == {"second version"}
    assert not list(own.rglob("*.new"))
    assert capsys.readouterr().out == ""
    for name in ("file", "file/below"):
        (own.parent / "file").write_text("x")
        with pytest.raises(
            SystemExit, match=r"file( is a file: name a folder|.*Not a directory\.)"
        ):
            course.main(str(own.parent / name))


def test_solutions_come_on_request_and_then_stay_up_to_date(made):
    source, own = made
    (source / "solutions").mkdir()
    (source / "solutions" / "01.ipynb").write_text("first version")
    course.lay_out(own, solutions=False)
    assert not (own / "solutions").exists()
    course.lay_out(own, solutions=True)
    (source / "solutions" / "01.ipynb").write_text("second version")
    course.lay_out(own, solutions=False)
    assert (own / "solutions" / "01.ipynb").read_text() == "second version"


def test_git_sees_nothing_of_what_a_student_does():
    own = ["my-course/notebooks/02-value.ipynb", "solutions/progress.txt", "exercises/mine/a.py"]
    run = ["git", "check-ignore", *own]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 128:
        pytest.skip("this is no clone of the repository")
    assert done.stdout.split() == own


def test_solutions_keep_what_passes_to_themselves(tmp_path, monkeypatch):
    for name in ("exercises", "solutions", "notebooks"):
        (tmp_path / name).mkdir()
    monkeypatch.delenv("MGRAD_PROGRESS")
    for where, whose in (
        ("solutions", "solutions"),
        ("exercises", "exercises"),
        ("notebooks", "exercises"),
        ("exercises/done/old", "exercises"),
        ("solutions/old", "solutions"),
        ("notebooks/done/old", "notebooks/done/old"),  # of nobody's copy
    ):
        (tmp_path / where).mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(tmp_path / where)
        assert progress_path() == tmp_path / whose / "progress.txt"
    (tmp_path / course.RECORD).write_text("{}")
    assert progress_path() == tmp_path / "exercises" / "progress.txt"
    monkeypatch.chdir(tmp_path / "solutions" / "old")
    assert progress_path() == tmp_path / "solutions" / "progress.txt"


def test_in_a_copy_s_folder_the_installed_package_runs_and_brings_back_what_was_changed(tmp_path):
    course.lay_out(tmp_path)
    name = "exercises/03-chain-rule.ipynb"
    (tmp_path / name).write_text("my answer")
    (tmp_path / "mgrad" / "course.py").write_text("broken(")
    code = "import mgrad, mgrad.check, sys, os; print(mgrad.__file__, os.getcwd() in sys.path)"
    for call in (["-c", code], ["-m", "mgrad", "fresh", name]):
        done = subprocess.run(
            [sys.executable, *call], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert str(ROOT / "mgrad" / "__init__.py") in done.stdout or "yours is kept" in done.stdout
    assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()
    kept = [file.read_text() for file in (tmp_path / "exercises").glob("03-* (yours*")]
    assert kept == ["my answer"]


def test_the_course_itself_can_be_laid_out(tmp_path):
    assert course.lay_out(tmp_path) == []
    copied = json.loads((tmp_path / course.RECORD).read_text())
    assert {"notebooks/02-value.ipynb", "exercises/02-value.ipynb", "mgrad/engine.py"} <= set(
        copied
    )
    assert not [path for path in copied if "mine/" in path or "progress.t" in path]
