"""The instructor kit: what a guide names exists, and its minutes add up."""

import inspect
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

from mgrad.check import detect
from mgrad.check.task import find_task, task_ids

ROOT = Path(__file__).parent.parent
KIT = ROOT / "instructor"
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
GUIDES = sorted(KIT.glob("[0-9]*.md"))
PAGES = [*GUIDES, KIT / "README.md"]
LINK = re.compile(r"\[([^]]+)\]\(([^)\s]+)\)")
README_PLANS = {"One lecture of 45 minutes": 45, "An afternoon of 4 hours": 240}

each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


@cache
def headings(notebook):
    text = "\n".join(
        cell.source
        for cell in nbformat.read(notebook, as_version=4).cells
        if cell.cell_type == "markdown"
    )
    return re.findall(r"^##+ (.+)$", text, re.MULTILINE)


def text_of(path):
    """The page without its blocks of code and sketches."""
    return re.sub(
        r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )


def tables(text):
    """Each table as a list of rows, each row a list of cells; the line of dashes is left out."""
    found = re.findall(r"(?:^\|.*\|\n)+", text + "\n", re.MULTILINE)
    return [
        [
            [cell.strip(" *") for cell in line.strip("|").split("|")]
            for line in table.splitlines()
            if "---" not in line
        ]
        for table in found
    ]


def section(page, heading):
    """The text below a heading of a page, up to the next one."""
    return re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text_of(page), re.MULTILINE | re.DOTALL
    )[1]


def minutes(cell):
    return int(cell) if cell else 0


def stated_minutes(exercises):
    source = nbformat.read(exercises, as_version=4).cells[0].source
    return int(re.search(r"about (\d+) minutes", source)[1])


def test_every_lesson_has_a_guide():
    assert [path.stem for path in GUIDES] == [path.stem for path in LESSONS]


@each_guide
def test_a_guide_is_one_page(guide):
    words = re.findall(r"\w\S*", LINK.sub(r"\1", guide.read_text(encoding="utf-8")))
    assert len(words) <= 700


@each_page
def test_every_link_leads_to_a_file_and_a_section(page):
    for words, target in LINK.findall(text_of(page)):
        if target.startswith("https:"):
            continue
        file, _, anchor = target.partition("#")
        assert (KIT / file).exists(), target
        if file.endswith(".ipynb") and not words.startswith("lesson"):
            assert words in headings(KIT / file)
            assert anchor in ("", words.replace(" ", "-"))


@each_guide
def test_the_sections_of_a_guide_are_those_of_its_lesson_in_order(guide):
    table = tables(text_of(guide))[0]
    assert table[0] == ["sections", "minutes"]
    links = [link for row in table[1:-1] for link in LINK.findall(row[0])]
    assert {target.partition("#")[0] for _, target in links} == {f"../notebooks/{guide.stem}.ipynb"}
    names = headings(KIT / links[0][1].partition("#")[0])
    places = [names.index(words) for words, _ in links]
    assert places == sorted(set(places))


@each_guide
def test_the_minutes_of_a_guide_add_up(guide):
    text = text_of(guide)
    *rows, total = tables(text)[0][1:]
    stated = int(re.search(r"\*\*Time:\*\* (\d+) minutes", text)[1])
    assert sum(int(row[1]) for row in rows) == int(total[1]) == stated


@each_guide
def test_every_misconception_belongs_to_its_task(guide):
    named = [table for table in tables(text_of(guide)) if table[0][:2] == ["task", "misconception"]]
    lesson = guide.stem[:2]
    assert len(named) == any(task.startswith(lesson) for task in task_ids())
    for ids, misconceptions, _ in (row for table in named for row in table[1:]):
        for task in re.findall(r"`(.+?)`", ids):
            assert task.startswith(lesson) and task in task_ids()
            own = {mistake.id for mistake in find_task(task).mistakes}
            for id in set(re.findall(r"`(.+?)`", misconceptions)) - own:
                assert f'"{id}"' in inspect.getsource(detect), f"{task} has no {id}"


@each_page
def test_every_task_that_is_named_exists(page):
    assert set(re.findall(r"`(\d\d\.[\w-]+)`", text_of(page))) <= set(task_ids())


@each_page
def test_catch_up_is_called_with_a_lesson_and_one_of_its_sections(page):
    for lesson, start in re.findall(
        r'catch_up\("(.+?)", "(.+?)"\)', page.read_text(encoding="utf-8")
    ):
        names = headings(ROOT / "notebooks" / f"{lesson}.ipynb")
        assert start in names or sum(name.startswith(start) for name in names) == 1


@each_page
def test_a_page_is_plain(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search("[\U0001f000-\U0001faff\u2600-\u27bf]", text)
    assert "!" not in text


@pytest.mark.parametrize("plan, stated", README_PLANS.items())
def test_the_minutes_of_a_plan_add_up(plan, stated):
    *rows, total = tables(section(KIT / "README.md", plan))[0][1:]
    assert sum(int(row[-1]) for row in rows) == int(total[-1]) == stated


def test_the_minutes_of_the_five_weeks_add_up():
    *meetings, total = tables(section(KIT / "README.md", "Five weeks, two meetings a week"))[0][1:]
    assert len(meetings) == 10 and all(row[5] == "90" for row in meetings)
    for row in [*meetings, total]:
        talk, lesson, exercises, whole, _ = map(int, row[2:])
        assert talk + lesson + exercises == whole
    assert [sum(int(row[i]) for row in meetings) for i in range(2, 7)] == [
        int(cell) for cell in total[2:]
    ]


def test_the_five_weeks_follow_the_guides_and_the_exercises():
    plan = {
        row[0][:2]: (minutes(row[2]), minutes(row[3]))
        for row in tables(text_of(KIT / "README.md"))[0][1:]
    }
    for guide in GUIDES:
        exercises = ROOT / "exercises" / f"{guide.stem}.ipynb"
        in_class = int(re.search(r"\*\*Time:\*\* (\d+)", text_of(guide))[1])
        assert plan[guide.stem[:2]] == (
            in_class,
            stated_minutes(exercises) if exercises.exists() else 0,
        )
    *meetings, _ = tables(section(KIT / "README.md", "Five weeks, two meetings a week"))[0][1:]
    assert [lesson for row in meetings for lesson in row[1].split(", ")] == list(plan)
    for _, lessons, _, lesson, exercises, _, at_home in meetings:
        assert int(lesson) == sum(plan[name][0] for name in lessons.split(", "))
        assert int(exercises) + int(at_home) == sum(plan[name][1] for name in lessons.split(", "))
