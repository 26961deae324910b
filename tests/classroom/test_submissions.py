"""Finding what was handed in, in the forms in which it comes."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from mgrad.classroom.submissions import LARGEST, find_submissions, read_found
from mgrad.translation import translated

ROOT = Path(__file__).parents[2]
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


def shipped(lesson):
    """An exercise notebook as it is handed out."""
    [path] = (ROOT / "exercises").glob(f"{lesson}-*.ipynb")
    return path.read_bytes()


def hand_in(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    found = find_submissions(folder)
    return sorted((student, file.lesson) for student in found for file in found[student])


FORMS = {
    "nbgrader": ["submitted/ada/03-chain-rule/03-chain-rule.ipynb"],
    "nbgrader, its whole folder": [
        "submitted/ada/03-chain-rule/03-chain-rule.ipynb",
        "autograded/ada/03-chain-rule/03-chain-rule.ipynb",
        "release/03-chain-rule/03-chain-rule.ipynb",
        "source/03-chain-rule/03-chain-rule.ipynb",
    ],
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


def test_a_notebook_with_the_tasks_of_several_lessons_is_graded_for_each(tmp_path):
    merged = notebook('check("03.step")', "x = 1", 'check("05.order")', 'check("99.none")')
    assert hand_in(tmp_path, {"ada.ipynb": merged}) == [("ada", "03"), ("ada", "05")]


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
        ("Ada Lovelace #71", "03"),
        ("Ada Lovelace #72", "02"),
        ("Bo #73", "03"),
        ("hopper #82", "03"),
        ("lovelaceada #81", "03"),
    ]
    last = read_found(find_submissions(tmp_path)["lovelaceada #81"][0])
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
            "hy_03.ipynb": b'{"cells": [\n<<<<<<< HEAD\n',
            "ia_03.ipynb": b'{"worksheets": []}',
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
        "hy": "git put two versions in it",
        "ia": "it has no 'cells'",
    }
    assert trouble.keys() == words.keys()
    for name, word in words.items():
        assert word in trouble[name], name


def test_a_lesson_in_the_place_of_its_exercises_is_named_and_earns_nothing(tmp_path):
    for path in sorted((ROOT / "notebooks").glob("[01][1-9]-*.ipynb")):
        exercises = json.loads((ROOT / "exercises" / path.name).read_text("utf-8"))
        kept = [c for c in exercises["cells"] if not "".join(c["source"]).startswith("check(")]
        (tmp_path / path.stem).mkdir()
        for who, content in (
            ("ada", path.read_bytes()),
            ("bo", translated(path, "de")),
            ("cy", (ROOT / "exercises" / path.name).read_bytes()),
            ("di", json.dumps(exercises | {"cells": kept}).encode()),
        ):
            hand_in(tmp_path / path.stem, {f"{who}/{path.name}": content})
        found = find_submissions(tmp_path / path.stem)
        said = {who: read_found(file).trouble for who, [file] in found.items()}
        assert said["ada"] == said["bo"] and "This is the lesson" in said["ada"], path.name
        assert said["cy"] == said["di"] == "", path.name


def test_a_folder_that_is_not_there_is_an_error_in_a_sentence(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no folder or file"):
        find_submissions(tmp_path / "nowhere")


def given(path):
    """Student -> lessons, and the names of the files that count."""
    found = find_submissions(path)
    return {
        student: [(file.lesson, file.place[-1].rpartition("/")[2]) for file in files]
        for student, files in found.items()
    }


def test_numbers_tell_students_apart_and_nobody_is_merged_with_another(tmp_path):
    numbered = [f"student-{i}.ipynb" for i in (1, 3, 5, 17)]
    lesson_first = ["03-chain-rule-81234567.ipynb", "03-chain-rule-81234568.ipynb"]
    with_lesson = ["student-05_03-chain-rule.ipynb", "student-06_03-chain-rule.ipynb"]
    numbered += ["ada.lovelace@uni.edu_03.ipynb", "ada.byron@uni.edu_03-chain-rule (2).ipynb"]
    without_name = ["03-chain-rule.ipynb", "03-chain-rule (1).ipynb"]
    files = numbered + lesson_first + with_lesson + without_name
    files += ["Zoe\u0308/03-chain-rule.ipynb", "Zo\u00eb/02-value.ipynb"]  # once as macOS writes it
    found = hand_in(tmp_path / "class", dict.fromkeys(files, notebook()))
    assert found == sorted(
        [("student-1", "03"), ("student-3", "03"), ("student-5", "03"), ("student-17", "03")]
        + [("81234567", "03"), ("81234568", "03"), ("student-05", "03"), ("student-06", "03")]
        + [("03-chain-rule", "03"), ("03-chain-rule (1)", "03")]
        + [("Zoë", "02"), ("Zoë", "03")]
        + [("ada.byron@uni.edu", "03"), ("ada.lovelace@uni.edu", "03")]
    )


def test_the_folder_around_a_class_is_no_student(tmp_path):
    groups = {f"week 3/group {i:02}/03-chain-rule.ipynb": notebook() for i in range(4)}
    groups["__MACOSX/week 3/._x"] = b"x"
    hand_in(tmp_path / "folder", groups)
    flat = {f"{name}_03.ipynb": notebook() for name in ("ada", "bo")}
    one = {
        "01-derivatives.ipynb": notebook(),
        "my own.ipynb": notebook(),
        "other.ipynb": notebook(),
    }
    for name, files in (("groups", groups), ("flat", flat), ("cy", one | {"hand-in.json": b"{}"})):
        (tmp_path / f"{name}.zip").write_bytes(packed(**files))
    groups["week 3/03/03-chain-rule.ipynb"] = notebook()  # who is called like a lesson
    (tmp_path / "odd.zip").write_bytes(packed(**groups))
    assert len(given(tmp_path / "odd.zip")) == 5
    (tmp_path / "week.zip").write_bytes(packed(**{f"week/{name}": flat[name] for name in flat}))
    assert list(given(tmp_path / "week.zip")) == ["ada", "bo"]
    four = [f"group {i:02}" for i in range(4)]
    assert list(given(tmp_path / "folder")) == list(given(tmp_path / "groups.zip")) == four
    assert list(given(tmp_path / "flat.zip")) == ["ada", "bo"]
    assert list(given(tmp_path / "cy.zip")) == ["cy"]
    hand_in(tmp_path / "one", {"ada/01-derivatives.ipynb": notebook(), "ada/b.ipynb": notebook()})
    assert list(given(tmp_path / "one")) == ["ada"], "a class of one"


def test_of_a_whole_course_the_exercises_count_and_of_copies_the_one_with_work(tmp_path):
    begun, fresh = notebook("mine = 1", 'check("03.step")'), shipped("03")
    course = {
        "exercises/03-chain-rule.ipynb": begun,
        "exercises/old/02-value.ipynb": begun,
        "exercises/progress.txt": b"",
        "notebooks/03-chain-rule.ipynb": notebook("a lesson"),
        "solutions/03-chain-rule.ipynb": notebook("solved"),
        "solutions/07-regression.ipynb": notebook("solved"),
    }
    copies = {
        "ed/work/03-chain-rule (yours, 2026-11-28).ipynb": begun,
        "ed/work/03-chain-rule.ipynb": fresh,
        "ed/work/03-chain-rule (2).ipynb": b"",
    }
    downloads = {"fi.zip": packed(**{"03-chain-rule.ipynb": begun})}
    downloads["fi (1).zip"] = packed(**{"03-chain-rule.ipynb": notebook("second = 2")})
    files = {f"di/{name}": content for name, content in course.items()}
    files |= {"cy.zip": packed(**course)} | copies | downloads
    hand_in(tmp_path, files)
    found = given(tmp_path)
    assert found["cy"] == found["di"] == [("02", "02-value.ipynb"), ("03", "03-chain-rule.ipynb")]
    assert found["ed"] == [("03", "03-chain-rule (yours, 2026-11-28).ipynb")]
    assert list(found) == ["cy", "di", "ed", "fi"]
    [ed], [fi] = find_submissions(tmp_path)["ed"], find_submissions(tmp_path)["fi"]
    assert ed.instead_of == (
        "ed/work/03-chain-rule (2).ipynb", "ed/work/03-chain-rule.ipynb"
    )  # fmt: skip
    assert len(fi.instead_of) == 1, "the same student twice"
    assert "exercises/03-chain-rule.ipynb" in find_submissions(tmp_path)["cy"][1].place


def test_a_file_of_another_kind_is_named_where_no_notebook_is(tmp_path):
    hand_in(
        tmp_path,
        {
            "ada/03-chain-rule.html": b"<html>",
            "bo/03-chain-rule.ipynb.txt": notebook(),
            "bo/notes.pdf": b"x",
            "bo/02-value.pdf": b"x",
            "cy/work.tar.gz": b"x",
            "di_03-chain-rule.pdf": b"x",
            "roster.csv": b"x",
            "results/results.jsonl": b"",
            "results/grades.csv": b"",
        },
    )
    found = {
        (student, file.lesson): read_found(file).trouble
        for student, files in find_submissions(tmp_path).items()
        for file in files
    }
    assert found.pop(("bo", "03")) == ""
    assert list(found) == [("ada", "03"), ("bo", "02"), ("cy", ""), ("di", "03")]
    assert all("hand in the file that ends in .ipynb" in trouble for trouble in found.values())
