"""Starting a lesson in the middle."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from mgrad.demo import code_before

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
    assert (
        shown[0].startswith("1")
        and "Go on at: One value, two paths" in shown[0]
        and len(shown[0].splitlines()) == 1
    )
    assert shown[1] == "True\n"


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
    assert ["google.colab" in source for source, _ in code_before("03-chain-rule", "Warm-up")] == [
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
