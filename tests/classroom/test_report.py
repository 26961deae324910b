"""The report of a class, the tables for other programs, and the feedback."""

import csv
import json
import os
import shutil

import pytest

from mgrad.classroom.report import write_report
from mgrad.classroom.student import SET_ASIDE
from mgrad.classroom.summary import summarize
from mgrad.classroom.tables import write_feedback, write_tables

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
TIMES = [{"student": "a", "notebooks": 1, "seconds": 61.0, "protection": "bubblewrap"}]


def line(student, task, status, misconception=None, message="told\nexample\nWhat now?"):
    return {
        "student": student, "lesson": task[:2], "task": task, "status": status,
        "misconception": misconception, "message": message, "seed": 1, "version": "0.1.0",
        "notebook": student,
    }  # fmt: skip


SLOPE = [
    line("Ada #7", "01.slope", "wrong", "rise-without-run"),
    line("Bo #8", "01.slope", "wrong", "rise-without-run"),
    line("=Cy #9", "01.slope", "passed"),
    line("Group 4", "01.slope", "wrong", "always-the-same"),
    line("Ed", "01.slope", "machinery", message="The machine was lost."),
    line("Fi", "01.slope", "failed", message=SET_ASIDE),
    line("Ada #7", "01.sign", "passed"),
    line("Gu</script>", "", "unreadable", message="The file is empty."),
    line("Gu</script>", "", "unreadable", message="The file is empty.") | {"notebook": "another"},
    line("Ed", "01.sign", "passed"),
    line("Hy #5", "01.slope", "machinery", message="The machine was lost."),
    line("Hy #5", "01.sign", "machinery", message="A library is missing."),
]


def test_misconceptions_are_in_the_order_of_heads_with_the_sentence_that_explains_them():
    summary = summarize(SLOPE)
    assert [(idea.id, idea.heads) for idea in summary.ideas] == [
        ("rise-without-run", 2),
        ("always-the-same", 1),
    ]
    assert "A slope is rise over run" in summary.ideas[0].explanation
    assert (summary.ideas[1].explanation, summary.ideas[1].question) == ("told", "What now?")
    [(task, heads, idea)] = summary.to_repeat()
    assert (task, heads, idea.id) == ("01.slope", 3, "rise-without-run")
    assert [(student, kind) for student, _, kind, *_ in summary.trouble] == [
        ("Ed", "machinery"),
        ("Fi", "set aside"),
        ("Gu</script>", "unreadable"),
        ("Gu</script>", "unreadable"),
        ("Hy #5", "machinery"),
        ("Hy #5", "machinery"),
    ]


def test_the_page_holds_everything_and_no_names_when_they_are_not_wanted(tmp_path):
    path = tmp_path / "report.html"
    write_report(summarize(SLOPE), TIMES, path)
    page = path.read_text("utf-8")
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    row = dict(zip(data["students"], data["rows"]))
    task = [name for name, _ in data["tasks"]].index("01.slope")
    assert {name: letters[task] for name, letters in row.items()} == {
        "Ada #7": "w", "Bo #8": "w", "=Cy #9": "p", "Group 4": "w", "Ed": "x", "Fi": "f",
        "Gu</script>": "-", "Hy #5": "x",
    }  # fmt: skip
    for words in ("Rise over run", "3 students", "bubblewrap", "1.0 minutes", "Gu&lt;/script&gt;"):
        assert words in page, words
    assert "2 notebooks machinery, 2 notebooks unreadable, 1 notebook set aside" in page
    assert "8 students, 9 notebooks; 43% of 7 answers passed" in page
    assert "http" not in page.replace("http-equiv", ""), "nothing comes from the network"
    write_report(summarize(SLOPE), TIMES, path, names=False)
    assert not any(name in path.read_text("utf-8") for name in ("Ada", "Gu&lt;", "Cy #9"))


def test_an_empty_class_has_a_page_too(tmp_path):
    write_report(summarize([]), [], tmp_path / "report.html")
    assert "0 students, 0 notebooks" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium")
def test_in_a_browser_the_map_is_drawn_walked_through_and_can_hide_names(tmp_path):
    sync = pytest.importorskip("playwright.sync_api")
    write_report(summarize(SLOPE), TIMES, tmp_path / "report.html")
    with sync.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((tmp_path / "report.html").as_uri())
        page.focus("#map")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        assert (
            page.inner_text("#said") == "Ada #7, 01.slope (Rise over run): wrong: rise-without-run"
        )
        colours = page.evaluate(
            "new Set(map.getContext('2d').getImageData(0, 0, map.width, map.height).data).size"
        )
        assert colours > 5
        page.click("#hide")
        page.keyboard.press("Tab")
        page.focus("#map")
        page.keyboard.press("ArrowLeft")
        assert page.inner_text("#said").startswith("student 2, 01.sign")
        assert "Ada" not in page.inner_text("body")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        browser.close()
    assert errors == []


def test_grades_go_to_a_table_to_moodle_and_to_canvas(tmp_path):
    write_tables(summarize(SLOPE), tmp_path)

    def rows(name):
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    grades = {row["student"]: row for row in rows("grades.csv")}
    assert (grades["Ada #7"]["points"], grades["Ada #7"]["01.slope"]) == ("1", "0")
    assert grades["Ed"]["01.slope"] == grades["Ed"]["01"] == "", "what is our fault is no mark"
    assert (grades["Ed"]["01.sign"], grades["Ed"]["points"]) == ("1", "1")
    assert "'=Cy #9" in grades, "a name is no formula of a spreadsheet"
    moodle = {row["Identifier"]: row for row in rows("moodle-01.csv")}
    assert moodle.keys() == {f"Participant {number}" for number in (5, 7, 8, 9)}
    not_yet = moodle["Participant 5"]
    assert (not_yet["Grade"], not_yet["Feedback comments"]) == ("", "not graded yet")
    assert moodle["Participant 7"]["Grade"] == "1"
    assert moodle["Participant 7"]["Maximum Grade"] == "8"
    canvas = rows("canvas.csv")
    assert canvas[0]["Student"].strip() == "Points Possible" and canvas[0]["01"] == "8"
    assert {row["ID"]: row["01"] for row in canvas[1:]} == {"5": "", "7": "1", "8": "0", "9": "1"}


def test_each_student_has_a_page_that_nobody_else_s_replaces(tmp_path):
    more = [line(name, "01.slope", "passed") for name in ("Ada/7", "di", "DI")]
    write_feedback([*SLOPE, *more], tmp_path / "feedback")
    names = {path.name.lower() for path in (tmp_path / "feedback").iterdir()}
    pages = [path.read_text("utf-8") for path in (tmp_path / "feedback").iterdir()]
    assert len(pages) == len(names) == 11
    [ada] = [page for page in pages if "<h1>Ada #7</h1>" in page]
    assert "01.slope Rise over run: wrong" in ada and "What now?" in ada
    assert not any("</script>" in page for page in pages)
