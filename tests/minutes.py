"""How long a lesson takes to read: the clock behind every stated time.

Usage: python tests/minutes.py [NOTEBOOK ...]     (all lessons)
"""

import re
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))

WORDS_A_MINUTE = 230
SECONDS = {
    "code cell": 20,  # or 5 for each of its lines, if that is more
    "code line": 5,
    "prediction": 30,
    "question": 25,  # of a quiz or a warm-up, with its answers
    "live figure": 120,  # with sliders to try
}
# Not read from top to bottom: the map, the links, the installation, the list of words.
PASSED_OVER = re.compile(
    r".*\(you are here\)|\*\*Run it\*\*|#@title Preparation|## New words|## Next"
)


def predictions(notebook) -> int:
    """How often a lesson asks for a prediction."""
    return sum(
        cell.source.count("**Predict first.**")
        for cell in notebook.cells
        if cell.cell_type == "markdown"
    )


def minutes(notebook) -> float:
    """The minutes that a careful reader needs; what is folded away is for those who want it."""
    seconds = predictions(notebook) * SECONDS["prediction"]
    for cell in notebook.cells:
        if PASSED_OVER.match(cell.source):
            continue
        if cell.cell_type == "code":
            lines = len(cell.source.splitlines())
            seconds += max(SECONDS["code cell"], SECONDS["code line"] * lines)
            seconds += SECONDS["live figure"] * ("explore_" in cell.source.splitlines()[-1])
            continue
        if re.match("## Warm-up", cell.source):
            seconds += SECONDS["question"] * cell.source.count("<details>")
        else:
            seconds += SECONDS["question"] * len(re.findall(r"^\*\*\d\.\*\*", cell.source, re.M))
        open_text = re.sub(r"<details>.*?</details>", "", cell.source, flags=re.DOTALL)
        seconds += 60 / WORDS_A_MINUTE * len(re.findall(r"[^\W_]+(?:['’.,-]\w+)*", open_text))
    return seconds / 60


def stated(notebook) -> int:
    """The minutes that the first cell of a lesson states."""
    return int(re.search(r"\*\*Time:\*\* (\d+) minutes", notebook.cells[0].source)[1])


if __name__ == "__main__":
    for name in sys.argv[1:] or LESSONS:
        lesson = nbformat.read(name, as_version=4)
        print(
            f"{Path(name).stem:16} stated {stated(lesson):3}   clock {minutes(lesson):5.1f}   "
            f"predictions {predictions(lesson):2}"
        )
