"""Handing in from anywhere, and showing a class while it works."""

import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from base64 import b64decode
from pathlib import Path
from types import ModuleType

import pytest

from mgrad import command, hand_in
from mgrad.check import check, share
from mgrad.classroom import __main__ as grade_command
from mgrad.classroom import live
from mgrad.classroom.submissions import find_submissions, read_found

ROOT = Path(__file__).parents[2]
NOTEBOOK = (ROOT / "exercises" / "03-chain-rule.ipynb").read_bytes()


@pytest.fixture
def exercises(tmp_path, monkeypatch):
    """A folder of exercises, and the place that Python was started in."""
    folder = tmp_path / "exercises"
    (folder / "mine").mkdir(parents=True)
    monkeypatch.setenv("MGRAD_PROGRESS", str(folder / "progress.txt"))
    monkeypatch.chdir(folder)
    for name in ("03-chain-rule", "10-compiler"):
        (folder / f"{name}.ipynb").write_bytes((ROOT / "exercises" / f"{name}.ipynb").read_bytes())
    (folder / "progress.txt").write_text("03.step passed 2026-01-01 10:00\n")
    (folder / "mine" / "engine.py").write_text("class Value: ...\n")
    return folder


def test_one_zip_file_holds_all_and_the_grader_takes_it(exercises, tmp_path):
    handed_in = hand_in("Ada Lovelace")
    with zipfile.ZipFile(exercises / "Ada Lovelace.zip") as archive:
        assert set(archive.namelist()) == {
            "03-chain-rule.ipynb", "10-compiler.ipynb", "progress.txt", "mine/engine.py",
            "hand-in.json",
        }  # fmt: skip
        card = json.loads(archive.read("hand-in.json"))
    assert card["student"] == "Ada Lovelace" and card["versions"].keys() == {"mgrad", "python"}
    assert "03-chain-rule.ipynb, 10-compiler.ipynb, as last saved" in repr(handed_in)
    link = re.search(r"base64,([^']+)", handed_in._repr_html_())[1]
    assert b64decode(link) == (exercises / "Ada Lovelace.zip").read_bytes()
    (tmp_path / "in").mkdir()
    (exercises / "Ada Lovelace.zip").rename(tmp_path / "in" / "Ada Lovelace.zip")
    found = find_submissions(tmp_path / "in")
    assert [(name, file.lesson) for name in found for file in found[name]] == [
        ("Ada Lovelace", "03"),
        ("Ada Lovelace", "10"),
    ]
    assert len(read_found(found["Ada Lovelace"][0]).cells) > 10


def test_moved_renamed_and_copied_notebooks_are_handed_in_too_and_the_rest_is_named(
    exercises, tmp_path, monkeypatch
):
    monkeypatch.delenv("MGRAD_PROGRESS")
    begun = NOTEBOOK.replace(b"gradients = ...", b"gradients = {}")
    files = {  # in the order in which they were saved
        "03-chain-rule (yours, 2026-11-27).ipynb": begun,
        "03-chain-rule-Copy1.ipynb": begun,
        "03-chain-rule.ipynb": begun.replace(b"s = {}", b"s = {1: 1}"),
        "done/my own name.ipynb": (ROOT / "exercises" / "05-mlp.ipynb").read_bytes(),
        ".ipynb_checkpoints/03-chain-rule-checkpoint.ipynb": begun,
        "Untitled.ipynb": b'{"cells": []}',
    }
    for second, (name, content) in enumerate(files.items()):
        (exercises / name).parent.mkdir(exist_ok=True)
        (exercises / name).write_bytes(content)
        os.utime(exercises / name, (10**9 + 10 * second,) * 2)
    os.utime(exercises / "10-compiler.ipynb", (0, 0))  # a clock that was set back
    monkeypatch.chdir(exercises / "done")
    said = repr(hand_in("Ada"))
    assert "Where a lesson has two, the one that you saved last counts." in said
    assert "Without Untitled.ipynb: no check of the course is in it." in said
    found = find_submissions(exercises / "Ada.zip")["Ada"]
    assert {file.lesson: file.place[-1] for file in found} == {
        "03": "03-chain-rule.ipynb",
        "05": "done/my own name.ipynb",
        "10": "10-compiler.ipynb",
    }
    monkeypatch.chdir(tmp_path)  # as a command does that is started beside the copy
    hand_in("Ada", exercises)
    with zipfile.ZipFile(exercises / "Ada.zip") as archive:
        assert {"progress.txt", "mine/engine.py"} <= set(archive.namelist())
    whole = (exercises / "Ada.zip").read_bytes()
    write = Path.write_bytes

    def fills_up(path, content):
        write(path, content[:9])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fills_up)
    with pytest.raises(OSError, match=r"Ada.zip could not be written \(No space left on device\)"):
        hand_in("Ada", exercises)
    assert (exercises / "Ada.zip").read_bytes() == whole, "the one of before is still good"


def test_the_command_does_the_same_and_says_what_is_missing(exercises, monkeypatch, capsys):
    command.main(["hand-in", "Bo/../x"])
    assert (exercises / "Bo_.._x.zip").exists() and "Bo_.._x.zip" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="There are no exercises in .*: mgrad hand-in .*--folder"):
        command.main(["hand-in", "Ada", "--folder", str(exercises / "mine")])
    with pytest.raises(SystemExit, match="1"):
        command.main(["hand-in", ".."])
    assert "Nothing is handed in without a name" in capsys.readouterr().out
    command.main(["progress"])
    assert "No copy" not in capsys.readouterr().out
    monkeypatch.delenv("MGRAD_PROGRESS")
    monkeypatch.chdir(exercises / "mine")
    command.main(["progress"])
    assert "1 of 115 tasks\n" in capsys.readouterr().out, "from a folder below"
    monkeypatch.chdir(exercises.parents[1])
    command.main(["progress"])
    assert "No copy of the course is here" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        command.main(["lab", "--port", "99999"])

    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(command.mgrad, "progress", interrupted)
    with pytest.raises(SystemExit, match="Stopped"):
        command.main(["progress"])


def test_each_exercise_has_a_cell_that_waits_for_a_name_and_does_nothing_before(exercises, capsys):
    for path in (ROOT / "exercises").glob("[0-9]*.ipynb"):
        cells = ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]
        [cell] = [source for source in cells if "hand_in" in source and "import" in source]
        exec(cell, {})
    assert hand_in() is None
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 13 and all("Nothing is handed in without a name" in line for line in said)
    assert not list(exercises.glob("*.zip"))


def test_in_colab_the_open_notebook_is_taken_and_the_file_downloaded(exercises, monkeypatch):
    """With a stand-in for what Colab brings."""
    colab, downloads = ModuleType("google.colab"), []
    colab.files = ModuleType("google.colab.files")
    colab.files.download = downloads.append
    colab._message = ModuleType("google.colab._message")
    book = json.loads(NOTEBOOK) | {"metadata": {"colab": {"name": "Copy of 03-chain-rule.ipynb"}}}
    colab._message.blocking_request = lambda *a, **more: {"ipynb": book}
    for name, module in (("google", ModuleType("google")), ("google.colab", colab)):
        monkeypatch.setitem(sys.modules, name, module)
    hand_in("Ada")
    assert downloads == ["Ada.zip"] or downloads == [str(exercises / "Ada.zip")]
    [found] = find_submissions(exercises / "Ada.zip").values()
    assert [file.lesson for file in found] == ["03"]


def test_the_command_line_lists_its_commands():
    done = subprocess.run(
        [sys.executable, "-m", "mgrad.command", "garde"], capture_output=True, text=True
    )
    assert done.returncode == 2 and "garde" in done.stderr
    assert "hand-in" in done.stderr and "grade" in done.stderr


# -- while it works ----------------------------------------------------------------------------


def rise(f, x, h):
    return f(x + h) - f(x)


def test_nothing_is_shared_without_consent_and_nothing_stays_when_it_ends(exercises, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    check("01.sign", 3)
    assert list(shared.iterdir()) == []
    assert "From now on" in share(shared, "Ada L")
    check("01.slope", rise)
    check("01.sign", 3)
    check("01.sign", -3)
    check("01.central")
    live.write_live(shared, tmp_path / "live.html")
    lines = {line["task"]: line for line in live.read_shared(shared)}
    assert {task: line["misconception"] or line["status"] for task, line in lines.items()} == {
        "01.slope": "rise-without-run", "01.sign": "passed", "01.central": "missing",
    }  # fmt: skip
    text = (tmp_path / "live.html").read_text("utf-8")
    assert 'http-equiv="refresh"' in text and "Ada L" in text
    assert "def rise" not in (shared / "Ada L.jsonl").read_text("utf-8"), "no answers"
    share(None)
    check("01.sign", 3)
    assert list(shared.iterdir()) == []


def test_nobody_is_on_the_map_twice_and_no_two_share_one_place(exercises, tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    shared.mkdir()
    share(shared, "Ada")
    check("01.sign", -3)
    assert "From now on" in share(shared, "Ada"), "again, as every Restart and Run All does"
    assert len((shared / "Ada.jsonl").read_text().splitlines()) == 1
    share(shared, "Ada L")
    assert [file.name for file in shared.iterdir()] == ["Ada L.jsonl"]
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))  # another student's
    with pytest.raises(ValueError, match="somebody shares as Ada L in .* take another name"):
        share(shared, "Ada L")
    share(shared, "Bo")
    check("02.number", 1)
    gone = shared / "Gone.jsonl"
    gone.symlink_to(tmp_path / "nowhere")  # a file that goes while we look
    (shared / "folder.jsonl").mkdir()
    live.write_live(shared, tmp_path / "live.html", lessons={"02"})
    page = (tmp_path / "live.html").read_text("utf-8")
    assert "1 student" in page and gone not in live.state_of(shared)


def test_a_shared_folder_that_is_gone_is_said_once_a_check_and_no_check_fails(exercises, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    share(shared, "Ada")
    (shared / "Ada.jsonl").unlink()
    shared.rmdir()
    result = check("01.sign", -3)
    assert result.passed and "could not be shared" in result.message
    with pytest.raises(ValueError, match="needs a name"):
        share(shared, " ")
    with pytest.raises(OSError):
        share(shared, "Ada")


def test_what_is_no_result_in_a_shared_file_is_passed_over(tmp_path):
    good = {"task": "01.sign", "outcome": "not yet", "misconception": ["x"], "message": "No."}
    lines = [b"\xff\xfe", b"[]", b'{"task": "01.none"}', b"{" * 10_000, json.dumps(good).encode()]
    (tmp_path / "eve.jsonl").write_bytes(b"\n".join(lines))
    [line] = live.read_shared(tmp_path)
    assert (line["student"], line["status"], line["misconception"]) == ("eve", "wrong", None)


def test_the_live_map_is_written_again_when_a_file_changes(tmp_path, monkeypatch):
    rounds = []

    def sleep(_):
        rounds.append((tmp_path / "out" / "live.html").read_text("utf-8"))
        if len(rounds) == 3:
            raise KeyboardInterrupt
        if len(rounds) == 2:
            (tmp_path / "bo.jsonl").write_text(
                '{"task": "01.sign", "outcome": "passed", "misconception": null, "message": ""}\n'
            )

    monkeypatch.setattr(live.time, "sleep", sleep)
    with pytest.raises(SystemExit, match="Stopped"):
        grade_command.main(["--live", str(tmp_path), "--out", str(tmp_path / "out")])
    assert rounds[0] == rounds[1] != rounds[2] and "bo" in rounds[2]
    with pytest.raises(SystemExit, match="There is no folder"):
        grade_command.main(["--live", str(tmp_path / "none"), "--out", str(tmp_path / "out")])
    with pytest.raises(SystemExit, match="Name a folder"):
        grade_command.main(["--out", str(tmp_path / "out")])
