"""The book on paper: nothing that is closed on the screen is lost, and answers come at the end."""

import importlib
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "site"))
paper = importlib.import_module("paper")


def details(summary, body):
    return f"<details><summary>{summary}</summary>\n\n{body}\n\n</details>"


def test_answers_get_a_number_and_are_told_in_its_order():
    answers = paper.Answers()
    text = f"**1.** How fast?\n\n{details('3', 'Not yet.')}\n{details('Why 5?', 'Because.')}\n"
    left = answers.leave_out(text + "See [the solutions](../solutions/01.ipynb).")
    assert "Not yet" not in left and "- 3 <sup>1</sup>" in left and "- Why 5? <sup>2</sup>" in left
    assert left.endswith("See the solutions.")
    assert answers.told == ["**1** · *3:* Not yet.", "**2** · *Why 5?* Because."]


def test_an_aside_stays_where_it_is():
    answers = paper.Answers()
    table = "| a | b |\n| --- | --- |\n| 1 | 2 |"
    assert table in answers.leave_out(details("Places", table)) and answers.told == []


@pytest.mark.parametrize("name", [name for name, pages in paper.lessons() if len(pages) == 2])
def test_each_task_has_its_solution_and_no_broken_code(name):
    cells = paper.solved(name)
    notebook = json.loads((ROOT / "solutions" / f"{name}.ipynb").read_text(encoding="utf-8"))
    marked = sum("### BEGIN SOLUTION" in "".join(cell["source"]) for cell in notebook["cells"])
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    assert len(code) == marked and all(code)
    assert not [text for text in code if "SOLUTION" in text or "broken: mend" in text]


def test_contents_have_a_line_for_each_lesson_and_section():
    body = "<h2>1 · Slopes</h2><p>x</p><h3>A <code>walk</code></h3><h4>no</h4>"
    named, listed = paper.contents(body, [3, 4])
    assert '<a id="part1"></a>A <code>walk</code></h3>' in named
    assert listed.count("<li") == 2 and "<span>A walk</span></a><span>4</span>" in listed
