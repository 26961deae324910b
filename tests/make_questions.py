"""Collect the quizzes of the lessons for ``mgrad.review``, which also runs where no lesson lies.

Usage: python tests/make_questions.py
"""

import html
import json
import re
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
QUESTION = re.compile(r"^\*\*(\d+)\.\*\* (.*?)(?=^\*\*\d+\.\*\* |\Z)", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"<details><summary>(.*?)</summary>\n\n(.*?)\n\n</details>", re.DOTALL)


def questions() -> list[dict]:
    """Each question with its options, in the order of the lessons; texts are Markdown.

    Raises:
        ValueError: a question without exactly one option whose comment begins with "Right".
    """
    found = []
    for path in sorted(ROOT.glob("notebooks/[0-9]*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type != "markdown":
                continue
            for number, text in QUESTION.findall(cell.source):
                name = f"{path.name[:2]}.q{number}"
                options = [
                    [re.sub("</?code>", "`", html.unescape(option)), comment]
                    for option, comment in OPTION.findall(text)
                ]
                right = [k for k, (_, it) in enumerate(options) if it.startswith("Right")]
                if len(right) != 1:
                    raise ValueError(f"{name}: {len(right)} options are right, not one")
                asked = text.partition("<details>")[0].strip()
                found.append({"id": name, "asked": asked, "options": options, "right": right[0]})
    return found


def text() -> str:
    return json.dumps(questions(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    (ROOT / "mgrad" / "questions.json").write_text(text(), encoding="utf-8")
