"""Starting a lesson in the middle."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from nbclient import NotebookClient

from mgrad.demo import catch_up, code_before

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"


def run(*sources):
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in sources]
    )
    NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
    ).execute()
    return ["".join(output.get("text", "") for output in cell.outputs) for cell in notebook.cells]


def test_after_a_restart_one_cell_brings_a_lesson_to_any_section():
    shown = run(
        'from mgrad import catch_up\ncatch_up("03-chain-rule", "One value, two paths")',
        "print(Value._backward is step)",
    )
    *_, final = shown[0].split("\r")  # what a notebook shows in the end
    assert re.fullmatch(r"1\d cells run in \d+ s\. Go on at: One value, two paths\n", final)
    assert shown[1] == "True\n"


def test_one_line_counts_the_cells_while_they_run():
    [shown] = run('from mgrad import catch_up\ncatch_up("03", "Warm-up")')
    assert shown.startswith("\rcell 1 of 1\r1 cells run in ") and shown.count("\n") == 1


def test_a_cell_that_fails_is_named_after_the_count(tmp_path, monkeypatch, capsys):
    class Shell:
        def run_cell(self, source, store_history):
            return SimpleNamespace(success=source != "fails()", error_in_exec=NameError("fails"))

    cells = [
        {"cell_type": kind, "source": source, "metadata": {}}
        for kind, source in (("code", "1"), ("code", "fails()"), ("markdown", "## Here"))
    ]
    (tmp_path / "07-x.ipynb").write_text(json.dumps({"cells": cells}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("IPython.get_ipython", Shell)
    with pytest.raises(RuntimeError, match=r"the cell that begins with 'fails\(\)': NameError"):
        catch_up("07", "Here")
    assert capsys.readouterr().out == "\rcell 1 of 2\rcell 2 of 2"


@pytest.mark.parametrize("lesson", ["09", "09-tensors"])
def test_a_lesson_is_found_by_its_number_or_its_name(lesson, monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    assert code_before(lesson, "Warm-up") == code_before("09-tensors", "Warm-up")


def test_a_copy_of_a_lesson_is_not_taken_for_it(tmp_path, monkeypatch):
    for name, source in (("03-chain-rule", "1"), ("03-chain-rule-Copy1", "2")):
        cells = [
            {"cell_type": "code", "source": source, "metadata": {}},
            {"cell_type": "markdown", "source": "## Here", "metadata": {}},
        ]
        (tmp_path / f"{name}.ipynb").write_text(json.dumps({"cells": cells}))
    monkeypatch.chdir(tmp_path)
    assert code_before("03", "Here") == [("1", False)]
    assert code_before("03-chain-rule-Copy1", "Here") == [("2", False)]


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        ("Break it: = where += belongs", "Break it: `=` where `+=` belongs"),
        ("break it: `=` Where", "Break it: `=` where `+=` belongs"),
        ("backward()", "`backward()`"),
        ("**One value, two paths**", "One value, two paths"),
    ],
)
def test_a_heading_is_found_without_its_signs_and_in_small_letters(section, heading, monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    assert code_before("03", section) == code_before("03", heading)


def test_a_wrong_name_lists_what_there_is(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    with pytest.raises(FileNotFoundError, match="no lesson '3'"):
        code_before("3", "x")
    with pytest.raises(
        ValueError,
        match=(
            "0 sections that begin with 'Nonesuch'. Its sections: Warm-up; Walkers, bicycles and "
            "cars"
        ),
    ):
        code_before("03-chain-rule", "Nonesuch")
    # the cell that installs
    assert ["Preparation" in source for source, _ in code_before("03-chain-rule", "Warm-up")] == [
        True
    ]


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("[0-9]*.ipynb")), ids=lambda path: path.stem)
def test_every_section_of_a_lesson_can_be_begun(path, monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    code = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            code.append(cell.source)
        for heading in (
            re.findall("^##+ (.+)$", cell.source, re.MULTILINE)
            if cell.cell_type == "markdown"
            else []
        ):
            assert [source for source, _ in code_before(path.stem, heading)] == code
