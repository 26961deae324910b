"""The report on a class: one page, with everything in it, to be read and to be projected."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from mgrad.check.task import lessons
from mgrad.classroom.isolation import PROTECTIONS
from mgrad.classroom.summary import LETTERS, Idea, Summary, title_of

TEMPLATE = Path(__file__).with_name("report.html")
MOST_IDEAS, MOST_TROUBLE = 12, 200  # shown at once
WORDS = {
    "passed": "passed",
    "wrong": "wrong",
    "failed": "ended in an error",
    "missing": "not there",
    "unreadable": "not readable",
    "machinery": "not graded, our fault",
}


def write_report(
    summary: Summary, times: Iterable[dict], path: Path, names: bool = True, refresh: int = 0
) -> None:
    """Write the page.

    Args:
        summary: of the class.
        times: the lines of ``times.jsonl``.
        path: of the file.
        names: whether the page holds the students' names; else numbers.
        refresh: seconds after which the page loads itself again; 0 for never.
    """
    students = sorted(summary.rows, key=lambda name: (-summary.rows[name].count("p"), name))
    shown = students if names else [f"student {i}" for i in range(1, len(students) + 1)]
    data = {
        "tasks": [[task, title_of(task)] for task in summary.tasks],
        "lessons": [title for title in lessons() if title[:2] in {t[:2] for t in summary.tasks}],
        "students": shown,
        "rows": ["".join(summary.rows[name]) for name in students],
        "found": [[n for pair in summary.found.get(name, []) for n in pair] for name in students],
        "ideas": [idea.id for idea in summary.ideas],
        "words": {LETTERS[status]: word for status, word in WORDS.items()},
    }
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    public = dict(zip(students, shown))
    page = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        refresh=f'<meta http-equiv="refresh" content="{refresh}">' if refresh else "",
        headline=say_headline(summary),
        repeat="\n".join(map(say_repeat, summary.to_repeat())) or "<p>Nothing stands out.</p>",
        ideas=list_ideas(summary),
        table=list_tasks(summary),
        trouble=list_trouble(summary, public),
        times=say_times(list(times), summary),
        data=packed,
    )
    path.write_text(page, encoding="utf-8", errors="replace")


def say_headline(summary: Summary) -> str:
    letters = Counter(letter for row in summary.rows.values() for letter in row)
    asked = sum(letters.values()) - letters["-"] - letters["x"]
    share = f"{letters['p'] / asked:.0%}" if asked else "none"
    return (
        f"{number(len(summary.rows), 'student')}, {number(summary.notebooks, 'notebook')}; "
        f"{share} of {number(asked, 'answer')} passed"
    )


def number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def say_repeat(proposal: tuple[str, int, Idea]) -> str:
    task, heads, idea = proposal
    return (
        f"<article><h3>{escape(title_of(task))} <code>{escape(task)}</code></h3>"
        f"<p><b>{number(heads, 'student')}</b>, most with <code>{escape(idea.id)}</code>: "
        f"{prose(idea.explanation)}</p><p class='ask'>Ask: {prose(idea.question)}</p></article>"
    )


def prose(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def list_ideas(summary: Summary) -> str:
    """A bar for each misconception, the commonest first; those behind the first ones folded."""
    most = max((idea.heads for idea in summary.ideas), default=1)
    rows = [
        f"<li><div class='heads'><b>{idea.heads}</b>"
        f"<span style='width:{100 * idea.heads / most:.1f}%'></span></div>"
        f"<div><code>{escape(idea.task)}</code> <b>{escape(idea.id)}</b><br>"
        f"{prose(idea.explanation)}</div></li>"
        for idea in summary.ideas
    ]
    if not rows:
        return "<p>No misconception was named.</p>"
    first = f"<ol class='ideas'>{''.join(rows[:MOST_IDEAS])}</ol>"
    if len(rows) <= MOST_IDEAS:
        return first
    return (
        f"{first}<details><summary>{len(rows) - MOST_IDEAS} more</summary>"
        f"<ol class='ideas' start='{MOST_IDEAS + 1}'>{''.join(rows[MOST_IDEAS:])}</ol></details>"
    )


def list_tasks(summary: Summary) -> str:
    """The heat map in numbers."""
    head = "".join(f"<th scope='col'>{word}</th>" for word in WORDS.values())
    rows = []
    for task in summary.tasks:
        counts = summary.count(task)
        cells = "".join(f"<td>{counts[LETTERS[status]] or ''}</td>" for status in WORDS)
        name = f"<code>{escape(task)}</code> {escape(title_of(task))}"
        rows.append(f"<tr><th scope='row'>{name}</th>{cells}</tr>")
    return f"<table><tr><th scope='col'>task</th>{head}</tr>{''.join(rows)}</table>"


def list_trouble(summary: Summary, names: dict[str, str]) -> str:
    rows = [
        f"<li><b data-name>{escape(names[student])}</b> {escape(lesson)} ({escape(kind)}): "
        f"{prose(why)}</li>"
        for student, lesson, kind, why, _ in summary.trouble[:MOST_TROUBLE]
    ]
    more = len(summary.trouble) - len(rows)
    if more > 0:
        rows.append(f"<li>and {more} more, in results.jsonl</li>")
    if not rows:
        return "<p>All notebooks could be graded.</p>"
    notebooks = dict.fromkeys((*who, kind, book) for *who, kind, _, book in summary.trouble)
    kinds = Counter(kind for *_, kind, _ in notebooks)
    said = ", ".join(f"{number(count, 'notebook')} {kind}" for kind, count in kinds.most_common())
    return f"<details><summary>{said}</summary><ul>{''.join(rows)}</ul></details>"


def say_times(times: list[dict], summary: Summary) -> str:
    """How long it took, and how the code of the students was kept in."""
    seconds = sorted(line["seconds"] for line in times)
    if not seconds:
        return ""
    total = sum(seconds)
    used = [PROTECTIONS[name] for name in PROTECTIONS if name in {t["protection"] for t in times}]
    versions = ", ".join(sorted(summary.versions))
    return (
        f"<p>{total / 60:.1f} minutes of one core in all; {seconds[len(seconds) // 2]:.1f} seconds "
        f"for the student in the middle, {seconds[-1]:.1f} for the slowest.</p>"
        f"<p>Protection: {'; '.join(map(escape, used))}. Graded by mgrad {escape(versions)}.</p>"
    )
