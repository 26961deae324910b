"""The committed notebooks as documents: complete outputs, valid links, nothing private."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


@cache
def read(path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return notebook, code, text


def anchors(text):
    """The anchors that JupyterLab gives to headings."""
    return {
        heading.strip().replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(request):
    return request.param


def test_the_lessons_are_there():
    names = [path.stem for path in LESSONS]
    assert names[:7] == [
        "00-start-here",
        "01-derivatives",
        "02-value",
        "03-chain-rule",
        "04-neuron",
        "05-mlp",
        "06-moons",
    ]
    assert names[7:] == [
        "07-regression",
        "08-pytorch",
        "09-tensors",
        "10-compiler",
        "11-optimisers",
        "12-names",
    ]


def test_every_cell_was_executed_once_in_order(lesson):
    _, code, _ = read(lesson)
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


def test_cell_ids_are_unique_and_metadata_is_clean(lesson):
    notebook, _, _ = read(lesson)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    assert (
        dict(notebook.metadata.language_info) == {"name": "python"}
        and "widgets" not in notebook.metadata
    )
    used = set().union(*(cell.metadata for cell in notebook.cells))
    assert used <= {"tags", "slideshow", "collapsed", "jupyter", "cellView"}


def test_code_is_short_and_every_cell_has_prose_near_it(lesson):
    notebook, code, _ = read(lesson)
    lengths = sorted(len(cell.source.splitlines()) for cell in code if cell.id != "install")
    assert lengths[-1] <= 25 and lengths[len(lengths) // 2] <= 8
    assert sum(cell.cell_type == "markdown" for cell in notebook.cells) >= len(code)


def test_no_error_is_left_in_the_outputs_by_accident(lesson):
    _, code, _ = read(lesson)
    for cell in code:
        if any(output.output_type == "error" for output in cell.outputs):
            assert "raises-exception" in cell.metadata.get("tags", [])


def test_outputs_name_no_machine_and_no_warning(lesson):
    notebook, code, text = read(lesson)
    outputs = [output for cell in code for output in cell.outputs]
    shown = [
        output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in outputs
    ]
    text += "".join(cell.source for cell in code) + "".join(shown) + str(notebook.metadata)
    assert not re.search(r"/home/|/root/|/tmp/|/work/|[A-Z]:\\\\|0x[0-9a-f]{6,}|Warning:", text)


def test_every_picture_is_followed_or_preceded_by_words(lesson):
    notebook, _, _ = read(lesson)
    for i, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and any(
            "<img" in output.get("data", {}).get("text/html", "") for output in cell.outputs
        ):
            around = notebook.cells[max(0, i - 1) : i + 3]
            assert any(other.cell_type == "markdown" for other in around), cell.source


def test_links_lead_somewhere(lesson):
    _, _, text = read(lesson)
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        document = (lesson.parent / path).resolve() if path else lesson
        assert document.exists(), target
        if anchor:
            assert anchor in anchors(read(document)[2]), target


@pytest.mark.parametrize("path", LESSONS[1:], ids=lambda path: path.stem)
def test_a_lesson_has_the_skeleton(path):
    _, _, text = read(path)
    cells = [cell.source for cell in read(path)[0].cells if cell.cell_type == "markdown"]
    assert not [source for source in cells if "\n## " in source], (
        "a section begins a cell of its own"
    )
    assert re.match(r"# \d+ · ", text) and "**Time:**" in text and "(you are here)**" in text
    for heading in ("## Check yourself", "## Summary", "## New words", "## Next"):
        assert heading in text
    assert "Break it" in text and "Predict first" in text and "Karpathy" in text
    assert path.stem.startswith("01") or "## Warm-up" in text


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_prose_keeps_to_the_style(path):
    _, _, text = read(path)
    prose = re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$|<[^>]+>|!\[", "", text, flags=re.DOTALL)
    assert "!" not in prose
    assert not re.search(r"<summary>[^<]*`", text), (
        "markdown is not rendered inside <summary>: write <code>"
    )
    assert not re.search("[\U0001f300-\U0001faff]", prose)


def test_every_column_of_a_table_has_a_name():
    """Who does not see the table hears it with each cell."""
    nameless = []
    for path in (*LESSONS, *sorted((ROOT / "solutions").glob("*.ipynb"))):
        heads = re.findall(r"^(\|.*)\n\|[ :|-]+\|$", read(path)[2], re.MULTILINE)
        nameless += [f"{path.name}: {head}" for head in heads if re.search(r"\|\s*\|", head)]
    assert nameless == []


def test_every_item_of_the_four_texts_is_in_the_course():
    """``docs/coverage.md`` names a section for each; bugs of the engine are in ``test_bugs.py``."""
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    rows = (
        "\n".join(line for line in text.splitlines() if line.startswith("| "))
        + "002-35, left out on purpose"
    )
    found = set(re.findall(r"\b(?:00\d-\d\d|[BG]\d+)\b", rows))
    for first, last in re.findall(r"(00\d-\d\d) to (00\d-\d\d)", rows):
        found |= {f"{first[:4]}{k:02d}" for k in range(int(first[4:]), int(last[4:]) + 1)}
    found |= set(
        re.findall(r"test_(B\d+)_", (ROOT / "tests" / "test_bugs.py").read_text(encoding="utf-8"))
    )
    items = [
        f"{source}-{k:02d}"
        for source, count in (("000", 76), ("001", 20), ("002", 35), ("003", 50))
        for k in range(1, count + 1)
    ]
    items += [f"B{k}" for k in range(1, 51) if k not in (45, 48)] + [f"G{k}" for k in range(1, 12)]
    assert [item for item in items if item not in found] == []
