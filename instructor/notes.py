"""What the guide of a lesson says, as notes for the slides to which it belongs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

LINK = re.compile(r"\[([^]]+)\]\([^)]*\)")
ENOUGH, SURE = 5.0, 1.3  # a question's place has this score, and is so much better than the next


def notes(guide: str, cells: Sequence) -> dict[int, str]:
    """The notes of a deck: for the number of a cell what to say beside it, in Markdown.

    Args:
        guide: the text of a file such as ``instructor/03-chain-rule.md``.
        cells: of the lesson, in the pieces that the slides show.
    """
    found = {}

    def add(cell: int, text: str) -> None:
        found[cell] = f"{found[cell]}\n\n{text}" if cell in found else text

    parts = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", guide, re.MULTILINE | re.DOTALL))
    add(0, "\n\n".join(re.findall(r"^\*\*(?:Aim|Time):.*", guide, re.MULTILINE)))
    add(0, parts.get("On the board", "").strip())
    places = {heading: i for i, cell in enumerate(cells) for heading in headings(cell)}
    for heading, text in timetable(guide):
        add(places[heading], text)
    asked = bullets(parts.get("Pause for a prediction", ""))
    for question, place in zip(asked, places_of_questions(asked, cells)):
        add(place, LINK.sub(r"\1", f"Ask: {question}"))
    for title in ("Questions students ask", "When it goes wrong"):
        for line in bullets(parts.get(title, "")):
            named = [places[heading] for heading in LINK.findall(line) if heading in places]
            add(named[0] if named else len(cells) - 1, LINK.sub(r"\1", line))
    return found


def headings(cell) -> list[str]:
    """Those in a cell of text."""
    if cell.cell_type != "markdown":
        return []
    return re.findall(r"^##+ (.+)$", cell.source, re.MULTILINE)


def bullets(text: str) -> list[str]:
    return re.findall(r"^- (.*)", text, re.MULTILINE)


def plan(guide: str) -> list[tuple[list[str], int]]:
    """The first table of a guide: the headings of each row, and its minutes."""
    rows = re.findall(r"^\| (\[.*\)) \| (\d+) \|$", guide, re.MULTILINE)
    return [(LINK.findall(names), int(minutes)) for names, minutes in rows]


def timetable(guide: str) -> Iterator[tuple[str, str]]:
    """The first heading of each row of the plan, and when its time is over."""
    end = 0
    for sections, minutes in plan(guide):
        end += minutes
        with_others = f" with {', '.join(sections[1:])}" if sections[1:] else ""
        yield sections[0], f"**{minutes} min**{with_others}, until minute {end}."


def unplanned(guide: str, sections: Sequence[Sequence]) -> list[int]:
    """The numbers of the sections, each a list of cells, for which the plan has no minutes."""
    planned = {heading for names, _ in plan(guide) for heading in names}
    return [
        i
        for i, cells in enumerate(sections)
        if i and planned.isdisjoint(heading for cell in cells for heading in headings(cell))
    ]


def places_of_questions(questions: Sequence[str], cells: Sequence) -> list[int]:
    """For each question the prediction that asks it, told by rare words; else the first cell."""
    asking = [i for i, cell in enumerate(cells) if "**Predict first.**" in cell.source]
    texts = [words("\n".join(text(cell) for cell in cells[i : i + 3])) for i in asking]
    known = Counter(word for found in texts for word in found)
    places = []
    for question in questions:
        scores = [
            sum(0.1 + math.log(len(texts) / known[word]) for word in found & words(question))
            for found in texts
        ]
        best, second = (sorted(scores, reverse=True) + [0.0, 0.0])[:2]
        sure = best > max(ENOUGH, SURE * second)
        places.append(asking[scores.index(best)] if sure else 0)
    return places


def words(text: str) -> set[str]:
    """The numbers, and the words of three letters and more."""
    return set(re.findall(r"[^\W\d_]{3,}|\d+(?:\.\d+)?", text.lower()))


def text(cell) -> str:
    """What is read in a cell and below it."""
    printed = (
        o.get("text", o.get("data", {}).get("text/plain", "")) for o in cell.get("outputs", ())
    )
    return "\n".join((cell.source, *printed))
