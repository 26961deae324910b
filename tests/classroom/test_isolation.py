"""What a student's code can reach, with bubblewrap and without. The attempts are harmless."""

import base64
import json
import os
import socket
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import pytest

from mgrad.check.task import find_task
from mgrad.classroom import box, isolation, student
from mgrad.classroom.box import Box
from mgrad.classroom.student import SET_ASIDE, Notebook, grade_student

PROTECTIONS = [*isolation.PROTECTIONS]
ATTEMPTS = """
import glob, os, socket, subprocess

def attempt(action):
    try:
        return action() or "done"
    except BaseException as error:
        return "refused"

def connect():
    socket.create_connection(("127.0.0.1", {port}), timeout=2).close()

def leave_behind():
    if os.fork() == 0:
        os.setsid()
        for fd in range(20):
            try:
                os.close(fd)
            except OSError:
                pass
        os.execlp("sleep", "sleep", "{mark}")

def look_for_answers():
    import mgrad
    return len(glob.glob(os.path.dirname(mgrad.__file__) + "/check/lesson*/*.py")) or 1 / 0

slope_of_d_in_a = {{
    "another's file": attempt(lambda: open({other!r}).read()),
    "writes outside": attempt(lambda: open({outside!r}, "w").close()),
    "loopback": attempt(connect),
    "secret": attempt(lambda: os.environ["SECRET"]),
    "tasks": attempt(look_for_answers),
    "imports": attempt(lambda: __import__("mgrad.check.judge")),
    "own folder": attempt(lambda: open("mine.txt", "w").close()),
    "files there": len(os.listdir(".")),
}}
leave_behind()
"""


@pytest.fixture(scope="module")
def boxes():
    """The sandboxes under each protection, for all tests: to start one takes longest."""
    started = defaultdict(Box)
    yield started
    for started_box in started.values():
        started_box.close()


@pytest.fixture
def protected(request, monkeypatch, boxes):
    """The sandboxes under one protection."""
    if not isolation.works(request.param):
        pytest.skip(f"{isolation.wrap(request.param)[0]} is not installed, or not allowed here")
    for module in (isolation, box):
        monkeypatch.setattr(module, "protection", lambda: request.param)
    monkeypatch.setattr(student, "BOX", boxes[request.param])
    return boxes[request.param]


def outcome_of(sandbox, source):
    """The value of ``slope_of_d_in_a`` after a cell."""
    task = find_task("01.sign")
    talk = sandbox.run_cells([source], [task], 0)
    [(key, _)] = talk.answers_to(task)
    job = {"probe": task.probe, "cases": [None], "hides": (), "imports": (), "seconds": 5}
    report = sandbox.use_answer(job, base64.b64decode(talk.answers[key]["answer"]))
    return report.runs[0]["outcome"]


@pytest.mark.parametrize("protected", PROTECTIONS, indirect=True)
def test_a_notebook_reaches_nothing_but_its_own_folder(protected, tmp_path, monkeypatch, request):
    name = request.node.callspec.params["protected"]
    monkeypatch.setenv("SECRET", "word")
    other, outside = tmp_path / "other.ipynb", tmp_path / "outside.txt"
    other.write_text("another's answers")
    with socket.create_server(("127.0.0.1", 0)) as server:
        source = ATTEMPTS.format(
            port=server.getsockname()[1], other=str(other), outside=str(outside), mark="1"
        )
        found = outcome_of(protected, source)
        again = outcome_of(protected, source)
    refused = {thing for thing, what in found.items() if what == "refused"}
    always = {"secret", "imports"}
    by_name = {
        "bubblewrap": {"another's file", "writes outside", "loopback", "tasks"} | always,
        "namespaces": {"loopback"} | always,
        "limits": always,
    }
    assert refused == by_name[name]
    assert found["own folder"] == "done" and found["files there"] == 1.0
    assert again["files there"] == 1.0, "nothing is left for the next notebook"
    assert not outside.exists() or name != "bubblewrap"


@pytest.mark.parametrize("protected", PROTECTIONS[:2], indirect=True)
def test_no_process_stays_behind(protected):
    mark = f"300.{os.getpid()}"
    outcome_of(protected, ATTEMPTS.format(port=1, other="", outside="", mark=mark))
    commands = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it is gone meanwhile
            commands.append(file.read_bytes())
    assert not [command for command in commands if mark.encode() in command]


@pytest.mark.parametrize("protected", PROTECTIONS[:1], indirect=True)
def test_the_first_process_of_a_sandbox_is_out_of_reach(protected):
    source = (
        "import os\n"
        "def attempt():\n"
        "    os.kill(1, 9)\n"
        "    try:\n"
        "        return open('/proc/1/mem', 'r+b') and 'open'\n"
        "    except OSError:\n"
        "        return 'refused'\n"
        "slope_of_d_in_a = attempt()"
    )
    assert outcome_of(protected, source) == outcome_of(protected, source) == "refused"


@pytest.mark.parametrize("protected", PROTECTIONS[:1], indirect=True)
def test_what_one_answer_needs_is_not_loaded_for_all_others(protected):
    """So that the process that is copied for them stays small."""
    task, seen = find_task("01.sign"), []
    cell = "import sys\nslope_of_d_in_a = lambda: 'colorsys' in sys.modules"
    talk = protected.run_cells([cell], [task], 0)
    answer = base64.b64decode(next(iter(talk.answers.values()))["answer"])
    for hides, imports in (((), ()), ((), ("colorsys",)), ((), ()), (("Value",), ())):
        job = {"probe": lambda answer, case: answer(), "cases": [None], "seconds": 5}
        report = protected.use_answer(job | {"hides": hides, "imports": imports}, answer)
        seen.append(report.runs[0]["outcome"])
    assert seen == [False, True, False, False]


@pytest.mark.parametrize("protected", PROTECTIONS[2:], indirect=True)
def test_a_notebook_that_ends_its_sandbox_three_times_is_set_aside_and_stops_nobody(protected):
    hostile = "import os\nos.kill(os.getppid(), 9)\nimport time\ntime.sleep(9)"
    books = [Notebook("ada", "01", "x", [hostile]), Notebook("ada", "01", "y", [WRONG])]
    first, second = grade_student(books, 0)
    assert {(line["status"], line["message"]) for line in first} == {("failed", SET_ASIDE)}
    assert next(line for line in second if line["task"] == "01.slope")["status"] == "wrong"


WRONG = "def slope(f, x, h):\n    return f(x + h) - f(x)"


def test_cells_that_loop_flood_or_end_cost_what_depends_on_them(monkeypatch):
    monkeypatch.setattr(box, "CELL_SECONDS", 1)
    cells = [
        "while True:\n    pass",
        WRONG,
        "import os\nos.abort()",
        "central = needs_what_is_not_there",
        "from mgrad.check import check\ncheck('01.slope')",
        "three_slopes = [0] * 10**9",
        "slope_of_d_in_a = -3",
    ]
    [lines] = grade_student([Notebook("ada", "01", "x", cells)], 0)
    found = {line["task"]: (line["status"], line["misconception"]) for line in lines}
    assert found["01.sign"] == ("passed", None)
    assert found["01.slope"] == ("wrong", "rise-without-run")
    assert found["01.central"] == ("failed", None)
    assert found["01.order"] == found["01.verdict"] == ("missing", None)


def test_where_the_system_cannot_fork_each_piece_of_work_has_a_process(monkeypatch):
    """As on Windows."""
    monkeypatch.setattr(isolation, "protection", lambda: "limits")
    monkeypatch.setattr(box, "protection", lambda: "limits")
    monkeypatch.setattr(student, "BOX", Box())
    monkeypatch.delattr(os, "fork")
    cells = ["slope_of_d_in_a = -3", WRONG, "import os\nos._exit(1)"]
    [lines] = grade_student([Notebook("ada", "01", "x", cells)], 0)
    found = {line["task"]: line["misconception"] or line["status"] for line in lines}
    assert (found["01.sign"], found["01.slope"]) == ("passed", "rise-without-run")


def test_what_a_forged_reply_says_is_bounded_and_does_no_harm():
    """A notebook can write to the pipe that its answers go through: it gains nothing by that."""
    forged = [
        {"task": "01.slope", "key": "k", "at": "check", "cell": 0},
        {"key": "k", "answer": base64.b64encode(b"no pickle").decode()},
        {"key": "l", "unsendable": "why", "form": {"kind": 3, "empty": []}},
        {"task": "01.sign", "key": "l", "at": "end", "cell": 10**30},
        {"task": "01.no-such"}, {"cell": "x"}, [], {"error": {}, "cell": None},
    ]  # fmt: skip
    text = "".join(json.dumps(line) + "\n" for line in forged)
    source = (
        "import os\n"
        f"for fd in range(3, 30):\n    try:\n        os.write(fd, {text.encode()!r})\n"
        "    except OSError:\n        pass\n"
    )
    [lines] = grade_student([Notebook("ada", "01", "x", [source])], 0)
    assert not any(line["status"] == "passed" for line in lines)
    assert len(lines) == 8
