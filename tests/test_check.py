"""The checks:

right answers pass in every style, wrong ones are named, nothing gets through or breaks.
"""

import json
import os
import random
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import mgrad
from mgrad.check import LESSONS, TASKS, _judge, check, choose, keep, outcomes, progress
from mgrad.check.progress_file import passed, record
from mgrad.check.runner import in_process
from mgrad.check.task import engine_of, run_probe, same

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "check")]
from make_exercises import exercise

ROOT = Path(__file__).parent.parent
SOLUTIONS = sorted((ROOT / "solutions").glob("*.ipynb"))
ANSWERS = [
    import_module(path.stem) for path in sorted((ROOT / "tests" / "check").glob("right_*.py"))
]
RIGHT = [row for answers in ANSWERS for row in answers.RIGHT]
WRONG = [row for answers in ANSWERS for row in answers.WRONG]
MISTAKES = [(task, mistake) for task in TASKS.values() for mistake in task.mistakes]


@pytest.fixture(autouse=True)
def private_progress(tmp_path, monkeypatch):
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))
    return tmp_path / "progress.txt"


# -- every task ----------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch):
    """Without a process for each check: the answers in this file are harmless."""
    monkeypatch.setattr("mgrad.check.outcomes", in_process)


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.id)
def test_the_reference_passes_and_says_what_to_notice(task):
    if task.keeps:  # as an answer the package's own class is refused
        cases = task.cases(random.Random())
        result = _judge(task, task.reference, cases, *outcomes(task, task.reference, cases))
    else:
        result = check(task.id, task.reference)
    assert result.passed and result.misconception is None and task.notice in result.message


@pytest.mark.parametrize(("task", "mistake"), MISTAKES, ids=lambda x: x.id)
def test_each_mistake_is_caught_under_its_own_name(task, mistake, quick):
    result = check(task.id, mistake.answer)
    assert not result.passed and result.misconception == mistake.id, result
    assert mistake.explanation in result.message and mistake.next_step in result.message


@pytest.mark.parametrize(
    ("task_id", "style", "answer"), RIGHT, ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_right_answer_passes_in_any_style(task_id, style, answer, quick):
    result = check(task_id, answer)
    assert result.passed, result


@pytest.mark.parametrize(
    ("task_id", "style", "answer"), WRONG, ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_wrong_answer_that_nobody_foresaw_does_not_pass(task_id, style, answer, quick):
    result = check(task_id, answer)
    assert not result.passed and len(result.message) > 20


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.id)
def test_the_probes_tell_every_mistake_from_the_reference_and_from_the_others(task):
    for seed in range(3):
        cases = task.cases(random.Random(seed))
        assert json.loads(json.dumps(cases)) == cases, "probes are plain data"
        answers = [task.reference, *(mistake.answer for mistake in task.mistakes)]
        results = [[run_probe(task, answer, case) for case in cases] for answer in answers]
        for i, left in enumerate(results):
            for j, right in enumerate(results[:i]):
                assert not all(same(x, y, task.tolerance) for x, y in zip(left, right)), (i, j)


def test_ids_are_unique_and_what_a_student_reads_is_prose():
    ids = [task.id for tasks in LESSONS.values() for task in tasks]
    assert len(ids) == len(set(ids)) == len(TASKS)
    for task in TASKS.values():
        assert task.notice.endswith(".") and len({mistake.id for mistake in task.mistakes}) == len(
            task.mistakes
        )
    for _, mistake in MISTAKES:
        assert re.fullmatch(r"[a-z0-9-]+", mistake.id) and mistake.explanation.endswith(".")
        assert (
            mistake.next_step.endswith((".", "?"))
            and "!" not in mistake.explanation + mistake.next_step
        )


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


# -- the notebooks -------------------------------------------------------------------------


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


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_an_untouched_exercise_runs_and_each_check_says_what_is_still_to_do(path):
    notebook = nbformat.read(ROOT / "exercises" / path.name, as_version=4)
    NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(ROOT / "exercises")}},
        timeout=60,
    ).execute()
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith("check("):
            assert ": not yet. " in "".join(
                output.get("data", {}).get("text/plain", "") for output in cell.outputs
            ), cell.source


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_every_task_has_its_cells_and_the_text_says_kind_difficulty_time_and_hints(path):
    cells = nbformat.read(path, as_version=4).cells
    checked = [
        match
        for cell in cells
        if cell.cell_type == "code"
        for match in re.findall(r'^check\("([\w.-]+)"\)$', cell.source, re.MULTILINE)
    ]
    assert checked == [task.id for task in TASKS.values() if task.id.startswith(path.stem[:2])]
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
        assert 2 <= text.count("<summary>Hint") <= 3 and "*Why it matters:*" in text, task_id
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


# -- what the answer may do ----------------------------------------------------------------


def hostile(name):
    def exits(f, x, h):
        sys.exit(0)

    def exits_hard(f, x, h):
        os._exit(0)

    def loops(f, x, h):
        while True:
            try:
                time.sleep(0.1)
            except BaseException:
                continue

    def spins(f, x, h):
        while True:
            pass

    def loops_on(f, x, h):
        while True:
            try:
                x += 1
            except BaseException:
                continue

    def recurses(f, x, h):
        return recurses(f, x, h)

    def floods(f, x, h):
        for _ in range(100_000):
            print("flood " * 20)
        return 0.0

    def eats_memory(f, x, h):
        return [0.0] * 10**10

    def patches(f, x, h):
        import builtins
        import json

        builtins.abs = builtins.float = builtins.len = lambda *a: 0
        json.dumps = lambda *a: "14.03"
        return 14.03

    def writes_a_reply(f, x, h):
        Path(sys.argv[2]).write_text("14.03\n" * 9)
        os._exit(0)

    class Equal:
        def __eq__(self, other):
            return True

        __hash__ = None

    return {**locals(), "always_equal": lambda f, x, h: Equal()}[name]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("exits", "calls exit"), ("exits_hard", "ended the Python process"), ("loops", (
"No answer within 5 seconds of "
"computing"
)),
        ("recurses", "calls itself without end"), ("floods", "expected 14.03, got 0"), ("eats_memory", "memory"),
        ("patches", ""), ("writes_a_reply", ""), ("always_equal", "object of type Equal"),
    ],
)  # fmt: skip
def test_nothing_an_answer_does_passes_or_breaks_the_notebook(name, message):
    begin = time.monotonic()
    result = check("01.slope", hostile(name))
    assert not result.passed and message in result.message, result
    assert time.monotonic() - begin < 30 and abs(-1) == 1


@pytest.mark.parametrize(
    ("task_id", "answer", "message"),
    [
        ("01.slop", 1, "no task of this name. Nearest: 01.slope"),
        ("01.slope", None, "slope is None"),
        ("01.slope", ..., "Still to do: replace the dots"),
        ("01.slope", 3.0, "slope is an object of type float, but the task asks for a function"),
        ("01.slope", int, "is a class, but the task asks for a function"),
        (["01.slope"], 1, "no task of this name"),
        ("01.slope", (_ for _ in ()), "is an object of type generator"),
        ("01.sign", "-3", "write the number without quotes"),
        ("01.sign", len, "is a function, but the task asks for a result"),
    ],
)
def test_what_is_no_answer_gets_its_own_sentence(task_id, answer, message):
    result = check(task_id, answer)
    assert not result.passed and result.misconception is None and message in result.message, result


def test_an_answer_that_cannot_be_sent_says_so():
    numbers = (x for x in range(3))
    assert "cannot be sent to the check" in check("01.slope", lambda f, x, h: next(numbers)).message


def test_an_answer_from_a_file_that_only_the_notebook_finds_says_so(tmp_path, monkeypatch):
    (tmp_path / "my_slopes.py").write_text("def slope(f, x, h): return 0.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    result = check("01.slope", import_module("my_slopes").slope)
    assert "cannot be sent to the check (No module named 'my_slopes')" in result.message


@pytest.mark.parametrize(
    ("task_id", "answer", "message"),
    [
        ("01.order", 7, 'Write letters in quotes, for example "CAB". Your answer is 7.'),
        ("01.order", "GCEBFD", "Your answer has 6 letters: A is missing."),
        ("08.dictionary", "DBF", "Write seven letters from A to J"),
        ("08.float32", "ACZ", "Use only the letters from A to H"),
        ("08.twice", 8, "Write a list of five entries"),
    ],
)
def test_an_answer_of_another_form_is_told_the_form(task_id, answer, message, quick):
    result = check(task_id, answer)
    assert not result.passed and result.misconception is None and result.message.startswith(message)


def test_an_empty_body_is_still_to_do():
    def stub(f, x, h):
        raise NotImplementedError

    assert "Still to do" in check("01.slope", stub).message
    assert "without return" in check("01.slope", lambda f, x, h: None).message

    def empty(f, x, h):
        """Rise over run."""
        # your code here

    assert "Still to do: empty is empty" in check("01.slope", empty).message


def test_without_an_argument_the_answer_comes_from_the_notebook(monkeypatch):
    main = sys.modules["__main__"]
    assert "There is no slope yet" in check("01.slope").message
    monkeypatch.setattr(main, "slope", lambda f, x, h: (f(x + h) - f(x)) / h, raising=False)
    assert check("01.slope").passed
    monkeypatch.delattr(main, "slope")
    monkeypatch.setattr(sys, "last_value", SyntaxError("bad", ("cell", 3, 1, "x")), raising=False)
    assert "SyntaxError in line 3" in check("01.slope").message


def test_a_result_shows_itself_as_text_and_html_without_markup_from_the_answer():
    result = check("01.slope", lambda f, x, h: "<script>")
    assert "<script>" in repr(result) and "<script>" not in result._repr_html_()
    assert "not yet" in repr(result)


# -- progress ------------------------------------------------------------------------------


def test_passed_tasks_are_remembered_and_shown(private_progress):
    assert "0 of" in repr(progress()).splitlines()[-1]
    check("01.sign", -3)
    check("01.sign", -3)
    assert private_progress.read_text().count("01.sign passed") == 1
    assert (
        "1 of" in repr(progress()).splitlines()[0] and "01.sign: passed" in progress()._repr_html_()
    )


def test_the_last_task_draws_the_border(private_progress):
    assert "<path" not in progress()._repr_html_()
    private_progress.write_text("".join(f"{name} passed 2026-01-01 10:00\n" for name in TASKS))
    assert "<path" in progress()._repr_html_() and "are yours" in repr(progress())


def test_a_task_of_another_version_is_no_damage(private_progress):
    private_progress.write_text("01.gone passed 2026-01-01 10:00\n")
    assert "damaged" not in repr(progress()) and repr(progress()).splitlines()[-1].startswith(
        "0 of"
    )


def test_two_notebooks_may_write_at_once(private_progress):
    for name in list(TASKS) * 2:
        record(name)
    with ThreadPoolExecutor() as pool:
        list(pool.map(record, [f"09.task{i}" for i in range(40)]))
    assert len(private_progress.read_text().splitlines()) == len(TASKS) + 40 and passed()[1] == ""


def test_a_damaged_file_is_set_aside_and_said_so(private_progress):
    private_progress.write_bytes(b"01.sign passed 2026-01-01 10:00\n\xff\xfe garbage\n")
    text = repr(progress())
    assert "was damaged" in text and "1 of" in text.splitlines()[0]
    assert b"garbage" in private_progress.with_suffix(".damaged.txt").read_bytes()
    assert "damaged" not in repr(progress())


# -- the student's own classes -------------------------------------------------------------


def define(source):
    """A class as if it came from a notebook."""
    main = {"__name__": "__main__"}
    exec(source, main)
    return main


def test_without_own_classes_the_package_s_are_taken_and_it_says_so(capsys):
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    assert "the package's Value and Neuron (no Value of yours yet" in capsys.readouterr().out
    with pytest.raises(ValueError, match="there is no class 'Valeu'"):
        choose("Valeu")
    with pytest.raises(ValueError, match='whose must be "mine" or "package"'):
        choose("Value", whose="his")


def test_own_classes_are_kept_and_all_work_with_the_newest_value(capsys):
    first = define(
        "class Value:\n    def __init__(self, data): self.data = data\n    def "
        "backward(self): pass\n"
    )
    other = define(
        "class Value: pass\nclass Neuron:\n    def __init__(self, n): pass\n    def "
        "__call__(self, x): return Value(x)\n"
    )
    assert keep("Value", first["Value"]) == keep("Neuron", other["Neuron"]) == ""
    Value, Neuron = choose("Value", "Neuron")
    assert "your own Value and Neuron" in capsys.readouterr().out
    assert Neuron(1)(3.0).data == 3.0 and isinstance(Neuron(1)(3.0), Value)
    assert choose("Value", whose="package") == [mgrad.Value]


def test_a_damaged_own_class_is_said_and_the_package_s_taken(private_progress, capsys):
    keep("Value", define("class Value: pass")["Value"])
    (private_progress.parent / "mine" / "Value.pickle").write_bytes(b"not a class")
    assert choose("Value") == [mgrad.Value]
    assert "cannot be used" in capsys.readouterr().out


def test_a_neuron_that_does_not_fit_the_value_is_not_used(capsys):
    keep("Value", define("class Value: pass")["Value"])
    keep(
        "Neuron",
        define("class Neuron:\n    def __init__(self, n): raise TypeError('no _local')")["Neuron"],
    )
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    assert "your Neuron does not work with your Value" in capsys.readouterr().out


def test_the_package_s_class_is_no_answer():
    for name in ("03.engine", "04.neuron", "05.layer", "05.mlp"):
        package = getattr(mgrad, TASKS[name].answer_name)
        for answer in (package, type("Mine", (package,), {})):
            assert "The point of this task is one of your own" in check(name, answer).message


def test_the_check_works_with_the_notebook_s_own_value(monkeypatch):
    class Value(mgrad.Value):
        pass

    monkeypatch.setattr(sys.modules["__main__"], "Value", Value, raising=False)
    task = replace(
        TASKS["01.slope"], probe=lambda answer, case: engine_of(answer).__mro__[1].__name__
    )
    assert in_process(task, len, [0], Value) == (["Value"], "") and in_process(task, len, [0]) == (
        ["object"],
        "",
    )


def test_probes_use_the_engine_of_the_answer():
    own = define(
        "class Value: pass\ndef f(): return Value\nclass Neuron:\n    def m(self): return "
        "Value\ndef g(): return 1\n"
    )
    assert engine_of(own["f"]) is engine_of(own["Neuron"]) is own["Value"]
    assert engine_of(len) is engine_of(3.0) is mgrad.Value


# -- in the browser, without processes -----------------------------------------------------


def test_in_process_a_print_flood_is_swallowed_and_an_exit_is_an_outcome(capsys):
    task = TASKS["01.slope"]
    results, ended = in_process(task, hostile("exits"), task.cases(random.Random(1))[:1])
    assert (results[0]["error"], ended) == ("SystemExit", "")
    results, ended = in_process(task, hostile("floods"), task.cases(random.Random(1))[:1])
    assert (results, ended, capsys.readouterr().out) == ([0.0], "", "")


if hasattr(sys, "monitoring"):  # Python 3.12, as every Pyodide has it

    @pytest.mark.parametrize("name", ["spins", "loops_on"])
    def test_in_process_an_endless_loop_is_interrupted(name):
        task = replace(TASKS["01.slope"], seconds=0.2)
        assert in_process(task, hostile(name), [["7", 1.0, 0.1]]) == ([], "time")
        assert sum(range(10**6)) > 0  # and afterward nothing is interrupted
