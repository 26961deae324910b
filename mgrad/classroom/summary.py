"""What the results of a class say: who passed what, and which ideas are missing."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from mgrad.check.task import find_task, task_ids
from mgrad.classroom.student import SET_ASIDE

LETTERS = {  # status: its letter in a row of the heat map
    "passed": "p", "wrong": "w", "failed": "f", "missing": "m", "unreadable": "u", "machinery": "x",
}  # fmt: skip
NOTHING = "-"  # no notebook was handed in


@dataclass
class Idea:
    """A misconception, in how many heads it is, and what to say and to ask about it."""

    task: str
    id: str
    heads: int
    explanation: str
    question: str


@dataclass
class Summary:
    """A class at a glance.

    Attributes:
        tasks: the ids of the tasks of all lessons that somebody handed in.
        rows: student -> one letter for each task (see ``LETTERS``).
        found: student -> (position of the task, position of the idea), for each that was named.
        ideas: the misconceptions, those in most heads first.
        notebooks: how many were read.
        trouble: (student, lesson, kind, why, notebook) of what could not be read, was set aside,
            or was our fault.
        versions: of mgrad.
    """

    tasks: list[str]
    rows: dict[str, list[str]] = field(default_factory=dict)
    found: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    ideas: list[Idea] = field(default_factory=list)
    notebooks: int = 0
    trouble: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)

    def count(self, task: str) -> Counter:
        """How often each letter stands under a task."""
        place = self.tasks.index(task)
        return Counter(row[place] for row in self.rows.values())

    def to_repeat(self, most: int = 3) -> list[tuple[str, int, Idea]]:
        """The tasks in which most heads have a misconception: (task, heads, the commonest one)."""
        heads = Counter()
        for idea in self.ideas:
            heads[idea.task] += idea.heads
        first = {idea.task: idea for idea in reversed(self.ideas)}
        return [(task, count, first[task]) for task, count in heads.most_common(most)]


def summarize(lines: Iterable[dict]) -> Summary:
    """The summary of the lines of a file of results."""
    lines = list(lines)
    lessons = {line["lesson"] for line in lines}
    summary = Summary([task_id for task_id in task_ids() if task_id[:2] in lessons])
    place = {task: i for i, task in enumerate(summary.tasks)}
    heads = Counter((line["task"], line["misconception"]) for line in lines)
    named = [key for key, _ in heads.most_common() if key[1]]
    named.sort(key=lambda key: (-heads[key], place.get(key[0], -1), key[1]))
    number = {key: i for i, key in enumerate(named)}
    messages, trouble, books = {}, {}, set()
    for line in lines:
        student, key = line["student"], (line["task"], line["misconception"])
        row = summary.rows.setdefault(student, [NOTHING] * len(summary.tasks))
        books.add((student, line["lesson"], line["notebook"]))
        summary.versions.add(line["version"])
        if line["task"] in place:
            row[place[line["task"]]] = LETTERS.get(line["status"], NOTHING)
        if line["misconception"] and line["task"] in place:
            summary.found[student].append((place[line["task"]], number[key]))
            messages.setdefault(key, line["message"])
        if line["status"] in ("unreadable", "machinery") or line["message"] == SET_ASIDE:
            kind = "set aside" if line["message"] == SET_ASIDE else line["status"]
            trouble[student, line["lesson"], kind, line["message"], line["notebook"]] = None
    summary.notebooks, summary.trouble = len(books), sorted(trouble)
    summary.ideas = [
        Idea(task, mistake, heads[task, mistake], *words_for(task, mistake, messages))
        for task, mistake in named
        if (task, mistake) in messages
    ]
    return summary


def words_for(task_id: str, mistake_id: str, messages: dict) -> tuple[str, str]:
    """The sentence that explains a misconception, and a question: the task's, or what was told."""
    for mistake in find_task(task_id).mistakes:
        if mistake.id == mistake_id:
            return mistake.explanation, mistake.next_step
    told = messages[task_id, mistake_id].split("\n")
    return told[0], told[-1] if len(told) > 1 else ""


def title_of(task_id: str) -> str:
    """``"One node's step"`` for ``"03.step"``: what stands at the top of its file."""
    module = f"mgrad.check.lesson{task_id[:2]}.{task_id[3:].replace('-', '_')}"
    find_task(task_id)
    return (sys.modules[module].__doc__ or "").partition("\n")[0].partition(": ")[2].rstrip(".")
