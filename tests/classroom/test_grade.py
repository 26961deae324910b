"""Grading a class: what was put in comes out, whatever happens on the way."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import simulate

from mgrad.check.notebook import read_cells
from mgrad.check.task import find_task, lessons
from mgrad.classroom import __main__ as command
from mgrad.classroom import grade as room
from mgrad.classroom import student
from mgrad.classroom.grade import Cluster, Results, grade
from mgrad.classroom.student import Notebook, grade_student, same_for_all, tasks_of
from mgrad.translation import translated


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """Students in six forms, one damaged; with them somebody who has all, and one with nothing."""
    folder = tmp_path_factory.mktemp("class")
    expected = simulate.make_class(folder, range(18, 30), ["01"], seed=3)
    for name, source in (("all", "solutions"), ("none", "exercises")):
        path = folder / "submissions" / name / "01-derivatives.ipynb"
        path.parent.mkdir()
        path.write_bytes((simulate.ROOT / source / "01-derivatives.ipynb").read_bytes())
        status = {"all": "passed", "none": "missing"}[name]
        expected[name] = dict.fromkeys(tasks_of("01"), status)
    return folder / "submissions", expected


@pytest.fixture(scope="module")
def undisturbed(class_, tmp_path_factory):
    """The results of one run in one process."""
    out = tmp_path_factory.mktemp("undisturbed")
    grade(class_[0], out, seed=5, workers=0)
    return (out / "results.jsonl").read_bytes()


def test_a_class_comes_back_as_the_mixture_that_was_put_in(class_, undisturbed):
    lines = [json.loads(line) for line in undisturbed.splitlines()]
    assert simulate.found_in(lines) == class_[1]
    fields = {"student", "lesson", "task", "status", "misconception", "message", "seed", "version"}
    assert all(line.keys() == fields | {"notebook"} for line in lines)


def test_workers_that_are_killed_change_nothing(class_, undisturbed, tmp_path, monkeypatch):
    """On a LocalCluster of two, one of which is ended while it works."""
    made, environment = [], dict(os.environ)
    monkeypatch.setattr(room, "Cluster", lambda *a: made.append(Cluster(*a)) or made[-1])

    def kill_one():
        while not (tmp_path / "results.jsonl").exists():
            time.sleep(0.05)
        os.kill(next(iter(made[0].client.run(os.getpid).values())), signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    grade(class_[0], tmp_path, seed=5, workers=2)
    killer.join()
    assert (tmp_path / "results.jsonl").read_bytes() == undisturbed
    assert dict(os.environ) == environment


def test_a_command_that_is_killed_goes_on_where_it_was(class_, undisturbed, tmp_path):
    call = [sys.executable, "-m", "mgrad.classroom", str(class_[0]), "--out", str(tmp_path)]
    call += ["--seed", "5", "--workers", "0"]
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a test in the background inherits none
    for stop in (signal.SIGINT, signal.SIGKILL):
        before = (tmp_path / "results.jsonl").stat().st_size if stop == signal.SIGKILL else 0
        process = subprocess.Popen(call, stderr=subprocess.PIPE, text=True)
        while process.poll() is None:
            time.sleep(0.02)
            path = tmp_path / "results.jsonl"
            if path.exists() and path.stat().st_size > before + 1:
                process.send_signal(stop)
                break
        said = process.communicate()[1]
        assert "Traceback" not in said and (stop != signal.SIGINT or "Stopped." in said)
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert (tmp_path / "results.jsonl").read_bytes() == undisturbed
    assert "report.html" in done.stdout


@pytest.mark.parametrize("lesson", [title[:2] for title in lessons()])
def test_solutions_earn_everything_and_exercises_as_shipped_nothing(lesson):
    def notebook(folder):
        cells = [source for source, _, _ in simulate.cells_of(folder, lesson)]
        return Notebook("ada", lesson, folder, cells)

    right, begun = grade_student([notebook("solutions"), notebook("exercises")], 0)
    for line in right:
        left_out = find_task(line["task"]).imports and find_spec("torch") is None
        assert left_out or line["status"] == "passed", (line["task"], line["message"])
    assert {line["status"] for line in begun} <= {"missing", "machinery"}


def test_a_course_in_german_or_from_a_wheel_that_nobody_began_is_no_mistake(tmp_path, monkeypatch):
    (tmp_path / "exercises").symlink_to(simulate.ROOT / "exercises")  # as in the package's _course
    monkeypatch.setattr(student, "COURSE", tmp_path)
    student.shipped_cells.cache_clear()
    [path] = (simulate.ROOT / "exercises").glob("03-*.ipynb")
    for language in ("", "de"):
        cells = read_cells(translated(path, language) if language else path.read_bytes())
        [lines] = grade_student([Notebook("ada", "03", "x", cells)], 0)
        assert {line["status"] for line in lines} == {"missing"}, language
    student.shipped_cells.cache_clear()


def test_an_answer_counts_however_its_notebook_was_put_together():
    """Methods added to the class that was handed out; a timed statement."""
    cells = [source for source, _, _ in simulate.cells_of("exercises", "03")]
    solved = {task: source for source, task, _ in simulate.cells_of("solutions", "03")}
    own = solved["03.engine"].replace("class Value:", "class Own:")
    added = "for name, part in list(vars(Own).items()):\n"
    added += "    if callable(part):\n        setattr(Value, name, part)\n"
    cells += [own, added, "%time " + solved["03.by-hand"].strip()]
    [lines] = grade_student([Notebook("ada", "03", "x", cells)], 0)
    status = {line["task"]: line["status"] for line in lines}
    assert status.pop("03.engine") == status.pop("03.by-hand") == "passed"
    assert set(status.values()) == {"missing"}


# -- what is written ---------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """Ten students whose results take no time."""
    graded = []

    def say(job, seed):
        graded.append(job[0].student)
        return [same_for_all(notebook, "wrong", "told", seed) for notebook in job]

    monkeypatch.setattr(room, "grade_student", say)
    for number in range(10):
        simulate.hand_in(tmp_path / "in", number * 6, "01", simulate.notebook(["a = 1"]))
    return tmp_path / "in", tmp_path / "out", graded


def test_a_second_run_grades_only_what_is_new_or_was_a_failure_of_ours(quick):
    submissions, out, graded = quick
    grade(submissions, out, workers=0)
    whole = (out / "results.jsonl").read_bytes()
    grade(submissions, out, workers=0)
    assert len(graded) == 10
    lines = whole.decode().splitlines()
    lines[3] = lines[3].replace('"wrong"', '"machinery"')
    (out / "results.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    simulate.hand_in(submissions, 0, "01", simulate.notebook(["b = 2"]))
    simulate.hand_in(submissions, 6, "02", simulate.notebook(["b = 2"]))
    grade(submissions, out, workers=0)
    assert len(graded) == 12, "student0000 twice: with a failure, and another notebook"
    assert len((out / "results.jsonl").read_text().splitlines()) == len(lines) + 9
    grade(submissions, out, workers=0, seed=1)
    assert len(graded) == 22, "another seed makes other cases"
    grade(submissions, out, workers=0, seed=1, resume=False)
    assert len(graded) == 32


def test_what_is_left_out_or_left_from_an_earlier_run_is_said(quick, capsys):
    submissions, out, _ = quick
    call = [str(submissions), "--out", str(out), "--workers", "0"]
    (submissions / "ada.zip").write_bytes(b"PK no zip")
    command.main(call)
    assert "left out" not in (said := capsys.readouterr().out) and "earlier run" not in said
    (submissions / "ada.zip").write_bytes(b"")
    simulate.hand_in(submissions, 1, "01", simulate.notebook(["a = 1"]))  # a folder, student0001
    copy = submissions / "student0001" / "01-derivatives (1).ipynb"
    copy.write_bytes(simulate.notebook(["b = 2"]))
    folder = submissions / "submitted" / "student0000"
    folder.rename(submissions.parent / "elsewhere")
    command.main(call)
    said = capsys.readouterr().out
    assert "more than once; left out: student0001/01-derivatives.ipynb." in said
    assert "not in " in said and "in the tables: student0000 01. Another folder" in said
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert len([line for line in lines if line["student"] == "ada"]) == 1, "the broken one is gone"
    (submissions / "ada.zip").unlink()
    (submissions / "ada.ipynb").write_bytes(simulate.notebook(['check("01.sign")']))
    command.main([*call, "--lessons", " 01"])
    assert "student0000 01." in capsys.readouterr().out
    command.main([*call, "--lessons", "12"])
    assert f"Nothing was found in {submissions} for lesson 12." in capsys.readouterr().out
    command.main(call)
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert {line["lesson"] for line in lines if line["student"] == "ada"} == {"01"}
    grades = (out / "grades.csv").read_text("utf-8-sig").splitlines()
    assert len(grades) == 1 + 10 + 1 + 1  # a head, ten, student0001 and ada


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are letters there")
def test_names_of_another_age_are_the_same_person_every_time(quick):
    submissions, out, graded = quick
    for name in (b"J\xf6rg", b"J\xfcrg"):  # from a ZIP file of an old Windows
        folder = os.path.join(os.fsencode(submissions), name)
        os.mkdir(folder)
        with open(folder + b"/01-derivatives.ipynb", "wb") as file:
            file.write(simulate.notebook(["a = 1"]))
    for _ in range(2):
        command.main([str(submissions), "--out", str(out), "--workers", "0"])
    assert len(graded) == 12
    assert len((out / "grades.csv").read_text("utf-8-sig").splitlines()) == 1 + 12


@pytest.mark.parametrize("cut", [1, 40, 500])
def test_a_file_that_was_cut_off_is_mended(quick, cut):
    submissions, out, graded = quick
    grade(submissions, out, workers=0)
    whole = (out / "results.jsonl").read_bytes()
    (out / "results.jsonl").write_bytes(whole[:-cut] + b"\x00\xff")
    grade(submissions, out, workers=0)
    assert (out / "results.jsonl").read_bytes() == whole and len(graded) <= 11


def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(quick, monkeypatch, capsys):
    submissions, out, graded = quick
    write = room.append

    def fills_up(path, lines):
        if len(graded) == 5:
            write(path, lines[:3])
            raise OSError(28, "No space left on device")
        write(path, lines)

    monkeypatch.setattr(room, "append", fills_up)
    with pytest.raises(SystemExit, match="No space left on device"):
        command.main([str(submissions), "--out", str(out), "--workers", "0"])
    monkeypatch.setattr(room, "append", write)
    command.main([str(submissions), "--out", str(out), "--workers", "0"])
    lines = (out / "results.jsonl").read_text().splitlines()
    assert len(lines) == len(set(lines)) == 80 and len(graded) == 11


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["empty"], ""),
        ([".", "--lessons", "13"], "There is no lesson 13: write, for example, 01,03."),
        ([".", "--lessons", ""], "There is no lesson : write, for example, 01,03."),
        ([".", "--live", "."], "one of the two"),
        (["--live", "nowhere"], r"^There is no folder nowhere\.$"),
        (["nowhere"], r"^There is no folder or file nowhere\.$"),
        ([".", "--workers", "-1"], "2"),
        (["in", "--out", "../{}/in"], "in holds the submissions: name another folder"),
        (["in", "--scheduler", "nonsense"], "--scheduler needs an address such as tcp://HOST:8786"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(arguments, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    arguments = [argument.format(tmp_path.name) for argument in arguments]
    call = ["--out", "results", "--workers", "0", *arguments]
    simulate.hand_in(tmp_path / "in", 0, "01", simulate.notebook(["a = 1"]))
    if said:
        with pytest.raises(SystemExit, match=said):
            command.main(call)
    else:
        (tmp_path / "empty").mkdir()
        command.main(call)
        assert "Nothing was found in empty" in capsys.readouterr().out


def test_without_dask_one_line_says_what_to_install(quick, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SystemExit, match=r"pip install 'mgrad\[classroom\]'"):
        command.main([str(quick[0]), "--out", str(quick[1])])


def test_a_student_whose_worker_is_lost_again_and_again_is_a_failure_of_ours():
    job = [Notebook("ada", "01", "x", [])]
    [lines], spent = room.lost(job, 0, RuntimeError())
    assert {line["status"] for line in lines} == {"machinery"} and spent["student"] == "ada"
