"""``review()``: a few questions of earlier lessons, each brought back when it is due.

A question that was answered rightly waits longer every time, a wrong answer takes it back to the
first box (Leitner's boxes). The answers are lines of the progress file. Nothing asks by itself.
"""

from __future__ import annotations

import json
import operator
import re
import time
from functools import cache
from html import escape
from importlib.resources import files
from importlib.util import find_spec

from mgrad._text import printable
from mgrad.check.progress_file import answers as answers_so_far
from mgrad.check.progress_file import passed, record_answer
from mgrad.translation import COURSE, chosen_language, say

DAYS = [1, 3, 7, 14, 30]  # in each box
DAY, LETTERS, AT_ONCE = 86_400, "abcd", 3

_shown: list[Review] = []  # the last one, for answers by letter


def review(lesson: int | None = None, *, answers: str = "") -> Review:
    """Ask up to three questions of earlier lessons that are due.

    Args:
        lesson: the last lesson to ask about; None takes the lessons that you have begun.
        answers: letters for the questions shown last, where there are no buttons: ``"bac"``.

    Raises:
        ValueError: there is no such ``lesson``, or ``answers`` are not one letter a question.
    """
    last = int(all_questions()[-1]["id"][:2])
    if lesson not in (None, *range(1, last + 1)):
        raise ValueError(say(f"lesson must be a number from 1 to {last}, got {lesson!r}"))
    lesson = lesson and int(lesson)
    if answers:
        asked = _shown[-1] if _shown else Review(lesson)
        asked.answer(answers)
        return asked
    _shown[:] = [Review(lesson)]
    return _shown[0]


def all_questions() -> list[dict]:
    """The quizzes of all lessons, as ``tests/make_questions.py`` collects them."""
    return questions_in(chosen_language())


@cache
def questions_in(language: str) -> list[dict]:
    found = json.loads(files("mgrad").joinpath("questions.json").read_text(encoding="utf-8"))
    theirs = COURSE / "translations" / language / "questions.json"
    if not language or not theirs.exists():
        return found
    said = {question["id"]: question for question in json.loads(theirs.read_text("utf-8"))}
    return [said.get(question["id"], question) for question in found]


def due_dates(now: float) -> dict[str, float]:
    """When each question that was ever answered is due, in seconds since 1970.

    A right answer before that time changes nothing. What was answered in the future, by a clock
    that was wrong, is due at once.
    """
    boxes, due = {}, {}
    for question, right, when in answers_so_far():
        box = boxes.get(question, -1)
        if right and when < due.get(question, 0):
            continue
        boxes[question] = min(box + 1, len(DAYS) - 1) if right else 0
        due[question] = when + DAYS[boxes[question]] * DAY if when <= now else 0.0
    return due


class Review:
    """Questions with buttons in Jupyter, with letters in a terminal.

    Attributes:
        questions: those that are asked, as ``questions.json`` has them.
        said: for each the comment on the answer, empty before.
        message: why nothing is asked, or empty.
    """

    def __init__(self, lesson: int | None):
        now = time.time()
        due = due_dates(now)
        known = all_questions()
        begun = {name[:2] for name in (*passed()[0], *due)}
        if lesson is not None:
            begun = {f"{number:02d}" for number in range(1, lesson + 1)}
        known = [question for question in known if question["id"][:2] in begun]
        again = sorted((due[q["id"]], q["id"]) for q in known if due.get(q["id"], now + 1) <= now)
        fresh = sorted((q["id"][3:], q["id"]) for q in known if q["id"] not in due)
        chosen = [name for _, name in (*again, *fresh)][:AT_ONCE]
        self.questions = [q for name in chosen for q in known if q["id"] == name]
        self.said = [""] * len(self.questions)
        self.message = "" if chosen else self._why_nothing(known, due)

    def _why_nothing(self, known: list[dict], due: dict[str, float]) -> str:
        if not known:
            return say(
                "Nothing to ask yet: review() brings back questions of the lessons whose exercises "
                "you have begun. For those of lesson 1 write review(1)."
            )
        first = min(due[question["id"]] for question in known)
        day = time.strftime("%Y-%m-%d", time.localtime(first))
        return say(f"Nothing is due. The next question comes back on {day}.")

    def answer(self, letters: str) -> None:
        """Answer the questions in their order, one letter for each."""
        if not self.questions:
            raise ValueError(self.message)
        letters, count = "".join(letters).lower(), len(self.questions)
        known = [LETTERS[: len(question["options"])] for question in self.questions]
        if len(letters) != count or not all(map(operator.contains, known, letters)):
            raise ValueError(
                say(
                    f"{count} questions need as many letters of {LETTERS}, for example "
                    f'review(answers="{LETTERS[:count]}"), got {letters!r}'
                )
            )
        for place, letter in enumerate(letters):
            self.choose(place, LETTERS.index(letter))

    def choose(self, place: int, option: int) -> str:
        """Answer one question; only the first answer counts. Returns the comment on it."""
        question = self.questions[place]
        options = question["options"]
        comment = options[option][1]
        if not self.said[place]:
            trouble = record_answer(question["id"], option == question["right"])
            self.said[place] = " ".join(filter(None, [comment, trouble]))
        return comment

    def __repr__(self) -> str:
        if self.message:
            return self.message
        lines = []
        for number, (question, said) in enumerate(zip(self.questions, self.said), start=1):
            lines.append(f"{number}. {question['asked']}  ({question['id']})")
            options = zip(LETTERS, question["options"])
            lines += [said] if said else [f"   {letter}) {text}" for letter, (text, _) in options]
        if not all(self.said):
            letters = LETTERS[: len(self.questions)]
            lines.append(say(f'Answer with the buttons, or like this: review(answers="{letters}")'))
        return printable("\n".join(lines))

    def _repr_mimebundle_(self, **options):
        if not self.questions or all(self.said) or find_spec("ipywidgets") is None:
            return {"text/plain": repr(self)}
        bundle = buttons(self)._repr_mimebundle_(**options)
        bundle, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**bundle, "text/plain": repr(self)}, metadata


def buttons(asked: Review):
    """The questions as a widget: a button for each option, and a place for what is said to it."""
    import ipywidgets as widgets

    parts = []
    for place, question in enumerate(asked.questions):
        parts.append(widgets.HTMLMath(f"<p><b>{place + 1}.</b> {as_html(question['asked'])}</p>"))
        said = widgets.HTMLMath("<div aria-live='polite'></div>")
        for option, (text, _) in enumerate(question["options"]):
            button = widgets.Button(
                description=LETTERS[option],
                tooltip=say(f"question {place + 1}, answer {LETTERS[option]}: {text}"),
                layout=widgets.Layout(width="44px", height="44px"),
            )

            def on_click(button, place=place, option=option, said=said):
                comment = f"{LETTERS[option]}) {asked.choose(place, option)}"
                said.value = f"<div aria-live='polite'>{as_html(comment)}</div>"

            button.on_click(on_click)
            row = widgets.Layout(align_items="center")
            parts.append(widgets.HBox([button, widgets.HTMLMath(as_html(text))], layout=row))
        parts.append(said)
    return widgets.VBox(parts)


def as_html(markdown: str) -> str:
    """The Markdown of a quiz as HTML: code, bold and italic words; formulas stay as they are."""
    parts = re.split(r"(\$[^$]+\$|`[^`]+`)", markdown)
    for k, part in enumerate(parts):
        if part.startswith("`"):
            parts[k] = f"<code>{escape(part[1:-1])}</code>"
        elif not part.startswith("$"):
            bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(part, quote=False))
            parts[k] = re.sub(r"\*(.+?)\*", r"<i>\1</i>", bold)
    return "".join(parts)
