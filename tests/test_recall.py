"""``review()``: questions of earlier lessons come back after days."""

import sys
import time

import make_questions
import pytest

import mgrad
from mgrad import recall, review
from mgrad.check import progress_file


@pytest.fixture(autouse=True)
def days(tmp_path, monkeypatch):
    """A progress file of its own, and a clock to be set in days."""
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))
    start, clock = time.mktime((2026, 11, 2, 12, 0, 0, 0, 0, -1)), [0.0]
    monkeypatch.setattr(recall.time, "time", lambda: start + clock[0] * recall.DAY)
    stamp = time.strftime
    monkeypatch.setattr(
        progress_file.time,
        "strftime",
        lambda form, when=None: stamp(form, when or time.localtime(recall.time.time())),
    )
    return clock


def names(asked):
    return [question["id"] for question in asked.questions]


def right_letters(asked):
    return "".join(recall.LETTERS[question["right"]] for question in asked.questions)


def test_the_questions_are_those_of_the_lessons():
    for path, content in make_questions.files().items():
        assert path.read_text(encoding="utf-8") == content, "run: python tests/make_questions.py"


def test_without_progress_nothing_is_asked_but_a_lesson_can_be_named():
    assert review().questions == [] and "write review(1)" in repr(review())
    assert names(review(2)) == ["01.q1", "02.q1", "01.q2"]
    with pytest.raises(ValueError, match="a number from 1 to 12, got 13"):
        review(13)


def test_a_lesson_is_asked_about_once_a_task_of_it_is_passed():
    progress_file.record("02.twins")
    assert names(review()) == ["02.q1", "02.q2", "02.q3"]


def test_right_answers_wait_longer_each_time_and_a_wrong_one_comes_back_the_next_day(days):
    asked = review(1)
    first = names(asked)
    review(answers=right_letters(asked))
    assert not set(first) & set(names(review(1)))  # the other questions of the lesson
    review(answers=right_letters(review(1)))
    assert repr(review(1)) == "Nothing is due. The next question comes back on 2026-11-03."
    days[0] = 1.1
    assert names(review(1)) == first
    wrong = "".join(
        recall.LETTERS[(q["right"] + (k == 0)) % len(q["options"])]
        for k, q in enumerate(review(1).questions)
    )
    review(answers=wrong)
    review(answers=right_letters(review(1)))
    days[0] = 2.3  # only the wrong one is due, all others are in the second box
    assert names(review(1)) == first[:1]
    days[0] = 4.3
    assert names(review(1)) == first


def test_the_first_answer_counts_and_every_comment_can_be_read():
    asked = review(1)
    question = asked.questions[0]
    wrong = (question["right"] + 1) % 3
    assert asked.choose(0, wrong) == question["options"][wrong][1]
    assert asked.choose(0, question["right"]).startswith("Right")
    assert [answer[:2] for answer in progress_file.answers()] == [(question["id"], False)]


def test_in_a_terminal_questions_are_answered_by_letters(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    monkeypatch.setattr(recall, "find_spec", lambda name: None)
    asked = review(3)
    assert set(asked._repr_mimebundle_()) == {"text/plain"}
    assert 'review(answers="abc")' in repr(asked) and "   b) " in repr(asked)
    with pytest.raises(ValueError, match="3 questions need as many letters of abcd"):
        review(answers="ax")
    review(answers=right_letters(asked))
    assert repr(asked).count("Right") == 3 and "Answer with" not in repr(asked)


def test_in_jupyter_each_option_is_a_button_with_a_name_and_is_answered_below():
    asked = review(1)
    box = recall.buttons(asked)
    rows = [part for part in box.children if hasattr(part, "children")]
    button = rows[asked.questions[0]["right"]].children[0]
    assert button.tooltip.startswith("question 1, answer ") and button.layout.height == "44px"
    button.click()
    assert asked.said[0].startswith("Right")
    assert any("aria-live" in getattr(p, "value", "") and "Right" in p.value for p in box.children)
    assert "application/vnd.jupyter.widget-view+json" in asked._repr_mimebundle_()[0]


def test_markup_of_a_quiz_becomes_html_and_formulas_stay():
    assert recall.as_html("`a<b` and $x<y$ **are** *not* <i>") == (
        "<code>a&lt;b</code> and $x<y$ <b>are</b> <i>not</i> &lt;i&gt;"
    )


def test_answers_and_passed_tasks_share_the_file_and_no_line_is_damaged():
    progress_file.record("01.slope")
    progress_file.record_answer("01.q1", True)
    assert progress_file.passed() == ({"01.slope"}, "")
    assert [row[:2] for row in progress_file.answers()] == [("01.q1", True)]
    assert mgrad.review is review


def test_a_clock_that_was_ahead_or_a_damaged_date_keeps_no_question_away(days):
    days[0] = 900.0  # the clock is wrong, and then set back
    first = review(1)
    review(answers=right_letters(first))
    days[0] = 1.0
    with progress_file.path().open("a") as file:
        file.write("01.q1 right 2026-13-45 10:00\n")
    asked = names(review(1))
    assert set(asked) & set(names(first)), "it is asked again, for nobody knows when it was known"
    review(answers=right_letters(review(1)))
    assert not set(asked) & set(names(review(1))), "and then waits as any other"
    assert "1 line cannot be read" in progress_file.passed()[1]
