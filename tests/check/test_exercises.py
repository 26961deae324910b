"""The exercise notebooks: made from the solutions, without them, and complete."""

import json
import os
import re
import sys
from pathlib import Path

import nbformat
import pytest
from jupyter_client.provisioning import local_provisioner

from mgrad.check.task import find_task, task_ids

sys.path.insert(0, str(Path(__file__).parents[1]))
from check.test_tasks import MISTAKES, RIGHT
from make_exercises import exercise

ROOT = Path(__file__).parents[2]
SOLUTIONS = sorted((ROOT / "solutions").glob("*.ipynb"))


def test_there_is_enough_to_do():
    kinds = [
        kind
        for path in SOLUTIONS[:6]
        for kind in re.findall(r"^\*\*([^*]+)\*\* · Difficulty", markdown(path), re.MULTILINE)
    ]
    assert len(kinds) >= 45 and kinds.count("Bug hunt") >= 15 and kinds.count("Stretch") == 6
    assert set(kinds) == {
        "Compute",
        "Predict",
        "Write",
        "Complete",
        "Order the lines",
        "Bug hunt",
        "Stretch",
    }
    assert len({mistake.id for _, mistake in MISTAKES}) >= 40 and len(RIGHT) >= 25


def markdown(path):
    return "\n\n".join(
        cell.source
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown"
    )


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_the_committed_exercise_is_the_generated_one(path):
    assert (ROOT / "exercises" / path.name).read_bytes() == exercise(path) == exercise(path)


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_no_solution_leaks_into_the_exercise(path):
    text = (ROOT / "exercises" / path.name).read_text(encoding="utf-8")
    assert "SOLUTION" not in text and "nbgrader" not in text
    for cell in nbformat.read(path, as_version=4).cells:
        for secret in re.findall(
            r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell.source, re.DOTALL
        ):
            # a mended program repeats lines of the broken one
            given = cell.source.replace(secret, "")
            for line in map(str.strip, secret.splitlines()):
                assert len(line) <= 25 or line in given or line not in text, line


# Each notebook with an empty namespace, in a kernel that becomes a shell: messages would take most
# of the time. Hands out what each check said, or the error.
RUN = """
import gc, json, os, traceback
from pathlib import Path
import matplotlib
from IPython.core.interactiveshell import InteractiveShell

get_ipython().clear_instance()
matplotlib.use("agg")
shell, said = InteractiveShell.instance(), []
try:
    for path in sorted(Path().glob("[0-9]*.ipynb")):
        gc.freeze()  # reset() looks for garbage, and need not look at the libraries
        shell.reset()
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                done = shell.run_cell("".join(cell["source"]))
                done.raise_error()
                if "".join(cell["source"]).startswith("check("):
                    said.append(repr(done.result))
except BaseException:
    said = traceback.format_exc()
Path({path!r}).write_text(json.dumps(said), encoding="utf-8")
os._exit(0)
"""


def test_untouched_exercises_run_and_each_check_says_what_is_still_to_do(tmp_path):
    program, found = tmp_path / "run.py", tmp_path / "said.json"
    program.write_text(RUN.replace("{path!r}", repr(str(found))), encoding="utf-8")
    kernel = local_provisioner.launch_kernel(
        [sys.executable, "-m", "ipykernel_launcher", "-f", str(tmp_path / "kernel.json"),
         f"--IPKernelApp.file_to_run={program}"],
        cwd=ROOT / "exercises", env=dict(os.environ),
    )  # fmt: skip
    kernel.wait()
    said = json.loads(found.read_text(encoding="utf-8"))
    assert isinstance(said, list), said
    assert len(said) >= len(task_ids()) and all(": not yet. " in words for words in said), said


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_every_task_has_its_cells_and_the_text_says_kind_difficulty_time_and_hints(path):
    cells = nbformat.read(path, as_version=4).cells
    checked = [
        match
        for cell in cells
        if cell.cell_type == "code"
        for match in re.findall(r'^check\("([\w.-]+)"\)$', cell.source, re.MULTILINE)
    ]
    assert checked == [
        task.id for task in map(find_task, task_ids()) if task.id.startswith(path.stem[:2])
    ]
    for task_id in checked:
        text = next(
            cell.source
            for cell in cells
            if cell.cell_type == "markdown" and f"`{task_id}`" in cell.source
        )
        assert re.search(
            rf"^\*\*[^*]+\*\* · Difficulty [●○]{{3}} · \d+ minutes · `{task_id}`$",
            text,
            re.MULTILINE,
        ), task_id
        hints = text.count("<summary>Hint")
        assert 2 <= hints <= 3, f"{task_id}: {hints} hints, 2 or 3 wanted"
        assert "*Why it matters:*" in text, f"{task_id}: no *Why it matters:*"
    assert (
        re.findall(r"^\*\*([^*]+)\*\* · Difficulty", markdown(path), re.MULTILINE)[-1] == "Stretch"
    )
    assert "!" not in re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$|!=", "", markdown(path), flags=re.DOTALL)


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_every_solution_passes_its_check(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith("check("):
            assert ": passed. " in "".join(
                output.get("data", {}).get("text/plain", "") for output in cell.outputs
            ), cell.source


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_the_first_cell_and_the_readme_count_the_tasks_and_the_headings_number_them(path):
    text = markdown(path)
    tasks = [task_id for task_id in task_ids() if task_id.startswith(path.stem[:2])]
    assert re.findall(r"^## (\d+) · ", text, re.MULTILINE) == [
        str(n) for n in range(1, len(tasks) + 1)
    ]
    assert f"**Tasks:** {len(tasks)} ·" in text
    assert f"[{len(tasks)} tasks](exercises/{path.name})" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_the_minutes_in_the_first_cell_are_those_of_the_tasks(path):
    text = markdown(path)
    stated = int(re.search(r"\*\*Time:\*\* about (\d+) minutes", text)[1])
    total = sum(int(minutes) for minutes in re.findall(r"· (\d+) minutes · `", text))
    assert abs(stated - total) <= 2, f"{stated} minutes are stated, the tasks add up to {total}"
