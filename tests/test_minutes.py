"""The times that the course states, held against the clock of ``tests/minutes.py``."""

import re
from pathlib import Path

import nbformat
import pytest
from minutes import LESSONS, minutes, predictions, stated

ROOT = Path(__file__).parent.parent
EXERCISES = sorted((ROOT / "exercises").glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_takes_the_minutes_that_it_states_and_asks_for_few_predictions(path):
    lesson = nbformat.read(path, as_version=4)
    assert stated(lesson) == pytest.approx(minutes(lesson), rel=0.1)
    assert predictions(lesson) <= 12


def test_longer_texts_more_code_and_more_questions_take_longer():
    text, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell

    def clock(*cells):
        return minutes(nbformat.v4.new_notebook(cells=list(cells)))

    assert clock(text("word " * 230)) == pytest.approx(1)
    assert clock(code("x = 1")) == pytest.approx(20 / 60)
    assert clock(code("x = 1\n" * 12)) == pytest.approx(1)
    assert clock(code("explore_tangent(f)")) == pytest.approx(140 / 60)
    folded = "<details><summary>answer</summary>\n\n" + "word " * 230 + "\n\n</details>"
    assert clock(text(folded)) == 0
    assert clock(text(f"## Warm-up\n\n{folded}\n{folded}")) == pytest.approx(52 / 60, abs=0.03)
    predicting = clock(text("**Predict first.** x")) - clock(text("**Think first.** x"))
    assert predicting == pytest.approx(0.5)


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_the_header_of_an_exercise_is_the_sum_of_its_tasks(path):
    first, *cells = nbformat.read(path, as_version=4).cells
    tasks = [
        int(found[1])
        for cell in cells
        if (found := re.search(r"Difficulty ●.* · (\d+) minutes · `", cell.source))
    ]
    stated_tasks, stated_minutes = re.search(
        r"\*\*Tasks:\*\* (\d+) · \*\*Time:\*\* about (\d+) minutes", first.source
    ).groups()
    assert (len(tasks), sum(tasks)) == (int(stated_tasks), int(stated_minutes))
    lesson = nbformat.read(ROOT / "notebooks" / path.name, as_version=4)
    assert f"to read, {stated_minutes} to do" in lesson.cells[0].source


def test_the_tables_of_the_lessons_state_the_same_minutes():
    start = nbformat.read(LESSONS[0], as_version=4)
    tables = [(ROOT / "README.md").read_text(encoding="utf-8")]
    tables.append("\n".join(cell.source for cell in start.cells))
    for path in LESSONS[1:]:
        minutes_of_lesson = str(stated(nbformat.read(path, as_version=4)))
        for table in tables:
            assert re.search(rf"{path.name}\) \| (\d+) \|", table)[1] == minutes_of_lesson, path
