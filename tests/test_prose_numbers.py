"""The numbers in the prose of lessons and solutions: computed somewhere, or excused by name."""

import nbformat
import prose_numbers
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

NOTEBOOKS = sorted(
    [
        *prose_numbers.ROOT.glob("notebooks/[0-9]*.ipynb"),
        *prose_numbers.ROOT.glob("solutions/*.ipynb"),
    ]
)


def reported(tmp_path, prose, shown="", code=""):
    path = tmp_path / "03-copy.ipynb"
    output = new_output("stream", text=shown)
    cells = [new_markdown_cell(prose), new_code_cell(code, outputs=[output])]
    nbformat.write(new_notebook(cells=cells), path)
    return [number for _, number, _ in prose_numbers.unmatched(path)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_number_in_the_prose_is_computed_or_excused(path):
    excused = prose_numbers.allowed()
    wild = [row for row in prose_numbers.unmatched(path) if row[:2] not in excused]
    assert wild == [], (
        "show it in a cell, mend it, or name it in tests/prose_numbers.txt with the reason"
    )


@pytest.mark.parametrize(
    ("prose", "shown", "code"),
    [
        ("about 0.32, or 32 %, nearly 0.4", "0.3167", ""),
        ("−13 and 13, but 16 elements", "-13.0", "range(16)"),
        ("about 1,100 of 1,077; some 1.1 thousand", "1077", ""),
        ("an error of about 10⁻¹⁶, or $5.6 \\cdot 10^{-17}$", "5.55e-17", ""),
        ("$2^{50}$ paths, $\\frac{7}{14}$ of them", "7 14", "2**50"),
        ("it sees 7, so $2 \\cdot 7 = 14$", "7", ""),
        ("[lesson 6](06-moons.ipynb), in March 2024, step 9", "", ""),
    ],
)
def test_a_number_is_found_as_a_text_may_round_it(tmp_path, prose, shown, code):
    assert reported(tmp_path, prose, shown, code) == []


@pytest.mark.parametrize(
    ("prose", "number"),
    [
        ("about 0.33", "0.33"),
        ("the loss is 33 %", "33 %"),
        ("it is +0.32 at 5, not −0.32", "-0.32"),
        ("it sees 7, so $2 \\cdot 7 = 15$", "15"),
    ],
)
def test_a_number_that_nothing_shows_is_reported(tmp_path, prose, number):
    assert number in reported(tmp_path, prose, "0.3167 7 5")


def test_a_changed_number_of_a_lesson_is_reported(tmp_path):
    """Each of these is right in lesson 3; one digit is changed at a time."""
    lesson = prose_numbers.ROOT / "notebooks" / "03-chain-rule.ipynb"
    text = lesson.read_text(encoding="utf-8")
    excused = prose_numbers.allowed()
    for right, wrong in [("6, 24, 60", "6, 24, 61"), ("x.grad 32", "x.grad 38")]:
        assert right in text
        copy = tmp_path / wrong / lesson.name
        copy.parent.mkdir()
        copy.write_text(text.replace(right, wrong), encoding="utf-8")
        rows = [row for row in prose_numbers.unmatched(copy) if row[:2] not in excused]
        assert [number for _, number, _ in rows] == [wrong.split()[-1]]


def test_a_lesson_named_in_another_sentence_gives_no_number(tmp_path):
    """Lesson 11 once said 45 % where it printed 36: another sentence named a lesson with a 45."""
    right, wrong = "is far better than it was (77 %)", "is far better than it was (77 % after 45 %)"
    lesson = prose_numbers.ROOT / "notebooks" / "11-optimisers.ipynb"
    text = lesson.read_text(encoding="utf-8")
    assert right in text
    copy = tmp_path / lesson.name
    copy.write_text(text.replace(right, wrong), encoding="utf-8")
    assert ("11-066", "45 %") in [row[:2] for row in prose_numbers.unmatched(copy)]
