"""Collect the quizzes of the lessons for ``mgrad.review``, which also runs where no lesson lies.

Usage: python tests/make_questions.py

A language has a file of those that are translated, ``translations/LANGUAGE/questions.json``.
"""

import html
import json
import re
from pathlib import Path

import nbformat

from mgrad.translation import languages, translated

ROOT = Path(__file__).parent.parent
QUESTION = re.compile(r"^\*\*(\d+)\.\*\* (.*?)(?=^\*\*\d+\.\*\* |\Z)", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"<details><summary>(.*?)</summary>\n\n(.*?)\n\n</details>", re.DOTALL)


def questions() -> list[dict]:
    """Each question with its options, in the order of the lessons; texts are Markdown.

    Raises:
        ValueError: a question without exactly one option whose comment begins with "Right".
    """
    found = quizzes()
    for question in found:
        comments = [comment for _, comment in question["options"]]
        right = [k for k, comment in enumerate(comments) if comment.startswith("Right")]
        if len(right) != 1:
            raise ValueError(f"{question['id']}: {len(right)} options are right, not one")
        question["right"] = right[0]
    return found


def questions_in(language: str) -> list[dict]:
    """The questions that are translated; which option is right does not change."""
    pairs = zip(questions(), quizzes(language), strict=True)
    return [
        said | {"right": question["right"]}
        for question, said in pairs
        if (said["asked"], said["options"]) != (question["asked"], question["options"])
    ]


def quizzes(language: str = "") -> list[dict]:
    found = []
    for path in sorted(ROOT.glob("notebooks/[0-9]*.ipynb")):
        content = translated(path, language) if language else path.read_bytes()
        for cell in nbformat.reads(content.decode(), as_version=4).cells:
            if cell.cell_type != "markdown":
                continue
            for number, text in QUESTION.findall(cell.source):
                options = [
                    [re.sub("</?code>", "`", html.unescape(option)), comment]
                    for option, comment in OPTION.findall(text)
                ]
                asked = text.partition("<details>")[0].strip()
                found.append(
                    {"id": f"{path.name[:2]}.q{number}", "asked": asked, "options": options}
                )
    return found


def text(found: list[dict]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def files() -> dict[Path, str]:
    """Each file that is made, and what is in it."""
    made = {ROOT / "mgrad" / "questions.json": text(questions())}
    for language in languages():
        made[ROOT / "translations" / language / "questions.json"] = text(questions_in(language))
    return made


if __name__ == "__main__":
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
