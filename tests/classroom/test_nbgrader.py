"""nbgrader itself gives out a lesson's solutions, grades what comes back, and writes feedback."""

import os
import sys
from pathlib import Path

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import simulate

from mgrad.check.task import task_ids

pytest.importorskip("nbgrader", reason="nbgrader is not installed")
LESSON = os.environ.get("NBGRADER_LESSON", "01-derivatives")


def with_mistakes(released):
    """The exercise with a known mistake in each task that has one, and the other answers right."""
    number = LESSON[:2]
    mistakes = simulate.known_mistakes(number, 1)
    answers = {}
    for source, task, _ in simulate.cells_of("solutions", number):
        answers[task] = mistakes[task][0][1] if task in mistakes else source
    book = nbformat.from_dict(released)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    for cell, (_, task, _) in zip(code, simulate.cells_of("solutions", number)):
        if task:
            cell.source = answers[task]
    return book, set(mistakes)


def test_all_points_for_all_answers_none_for_none_and_none_for_a_known_mistake(
    tmp_path, monkeypatch
):
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    monkeypatch.chdir(tmp_path)
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    monkeypatch.setenv("PATH", programs)  # nbgrader calls alembic by its name
    solution = simulate.ROOT / "solutions" / f"{LESSON}.ipynb"
    source = tmp_path / "source" / LESSON / f"{LESSON}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_bytes(solution.read_bytes())
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    api = NbGraderAPI(config=config)
    assert api.generate_assignment(LESSON)["success"]
    released = nbformat.read(tmp_path / "release" / LESSON / f"{LESSON}.ipynb", 4)
    assert "SOLUTION" not in nbformat.writes(released)
    wrong, tasks = with_mistakes(released)
    for student, book in (
        ("all", nbformat.read(solution, 4)),
        ("none", released),
        ("wrong", wrong),
    ):
        folder = tmp_path / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        nbformat.write(book, folder / f"{LESSON}.ipynb")
        done = api.autograde(LESSON, student)
        assert done["success"], done
    assert api.generate_feedback(LESSON, "wrong")["success"]

    number = sum(task_id.startswith(LESSON[:2]) for task_id in task_ids())
    with api.gradebook as gradebook:
        scores = {s: gradebook.find_submission(LESSON, s).score for s in ("all", "none", "wrong")}
        [notebook] = gradebook.find_submission(LESSON, "wrong").notebooks
        lost = {g.cell.name for g in notebook.grades if g.auto_score == 0}
    assert scores == {"all": number, "none": 0, "wrong": number - len(tasks)}
    assert lost == {f"check-{task.replace('.', '-')}" for task in tasks}
    assert (tmp_path / "feedback" / "wrong" / LESSON / f"{LESSON}.html").exists()
