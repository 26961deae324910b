"""Finding what was handed in, in the forms in which it comes."""

import io
import json
import zipfile

import pytest

from mgrad.classroom.submissions import LARGEST, find_submissions, read_found

CELLS = ["a = 1", 'check("03.step")']


def notebook(*cells):
    return json.dumps(
        {"cells": [{"cell_type": "code", "source": cell} for cell in cells or CELLS]}
    ).encode()


def packed(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def hand_in(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    found = find_submissions(folder)
    return sorted((student, file.lesson) for student in found for file in found[student])


FORMS = {
    "nbgrader": ["submitted/ada/03-chain-rule/03-chain-rule.ipynb"],
    "nbgrader, without the folder": ["ada/03-chain-rule/answers.ipynb"],
    "a folder for each": ["ada/03-chain-rule.ipynb"],
    "flat": ["ada_03-chain-rule.ipynb"],
    "flat, the lesson first": ["03-chain-rule_ada.ipynb"],
    "flat, a number alone": ["ada 03.ipynb"],
    "flat, by its content": ["ada.ipynb"],
    "a copy": ["Copy of ada_03-chain-rule.ipynb"],
    "Colab, a second download": ["ada_03-chain-rule (1).ipynb"],
    "VS Code's and Jupyter's other files": ["ada/03.ipynb", "ada/.ipynb_checkpoints/03.ipynb"],
}


@pytest.mark.parametrize("names", FORMS.values(), ids=FORMS)
def test_one_notebook_of_ada_is_found(names, tmp_path):
    assert hand_in(tmp_path, dict.fromkeys(names, notebook())) == [("ada", "03")]


def test_a_lesson_with_two_digits_is_found_by_its_content_too(tmp_path):
    assert hand_in(tmp_path, {"ada.ipynb": notebook('check("10.arrays")')}) == [("ada", "10")]


def test_the_downloads_of_moodle_and_canvas_keep_the_number_of_each(tmp_path):
    inner = packed(**{"exercises__02-value.ipynb": notebook()})
    moodle = packed(
        **{
            "Ada Lovelace_71_assignsubmission_file___03-chain-rule.ipynb": notebook(),
            "Ada Lovelace_72_assignsubmission_file___work.zip": inner,
            "Bo_73_assignsubmission_file_03-chain-rule.ipynb": notebook(),
        }
    )
    canvas = packed(
        **{
            "lovelaceada_81_990_03-chain-rule-1.ipynb": notebook(),
            "lovelaceada_81_989_03-chain-rule.ipynb": notebook("old = 1"),
            "hopper_LATE_82_991_answers.ipynb": notebook(),
        }
    )
    found = hand_in(tmp_path, {"moodle.zip": moodle, "canvas.zip": canvas})
    assert found == [
        ("Ada Lovelace 71", "03"),
        ("Ada Lovelace 72", "02"),
        ("Bo 73", "03"),
        ("hopper 82", "03"),
        ("lovelaceada 81", "03"),
    ]
    last = read_found(find_submissions(tmp_path)["lovelaceada 81"][0])
    assert last.cells == CELLS, "of two, the later one counts"


def test_a_zip_file_of_one_student_and_of_a_class_are_told_apart(tmp_path):
    one = packed(**{"mgrad__exercises__03-chain-rule.ipynb": notebook(), "notes.txt": b"x"})
    many = packed(**{"bo__03.ipynb": notebook(), "cy__03.ipynb": notebook()})
    by_lesson = packed(**{"02-value__a.ipynb": notebook(), "03-chain-rule__a.ipynb": notebook()})
    files = {"ada.zip": one, "week 3.zip": many, "di.zip": by_lesson}
    assert hand_in(tmp_path, files) == [
        ("ada", "03"),
        ("bo", "03"),
        ("cy", "03"),
        ("di", "02"),
        ("di", "03"),
    ]
    assert list(find_submissions(tmp_path / "week 3.zip", {"03"})) == ["bo", "cy"]
    assert find_submissions(tmp_path, {"09"}) == {}


def test_what_cannot_be_read_is_named_with_its_reason(tmp_path):
    deep = b'{"cells": ' + b"[" * 100_000
    large = tmp_path / "fi_03.ipynb"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    hand_in(
        tmp_path,
        {
            "ada_03.ipynb": b"",
            "bo_03.ipynb": b'{"cells": [{"cell',
            "cy_03.ipynb": deep,
            "di.zip": b"PK no zip",
            "ed.ipynb": notebook("print('a poem')"),
            "gu_03.ipynb": b"\xff\xfe\x00",
        },
    )
    trouble = {name: read_found(f[0]).trouble for name, f in find_submissions(tmp_path).items()}
    words = {
        "ada": "empty",
        "bo": "JSONDecodeError",
        "cy": "brackets",
        "di": "ZIP file cannot be opened",
        "ed": "No task of this course",
        "fi": "more than 64 MB",
        "gu": "no notebook",
    }
    assert trouble.keys() == words.keys()
    for name, word in words.items():
        assert word in trouble[name], name


def test_a_folder_that_is_not_there_is_an_error_in_a_sentence(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no folder or file"):
        find_submissions(tmp_path / "nowhere")
