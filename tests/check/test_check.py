"""``check`` as a notebook calls it: hostile answers, forms, progress, what is missing."""

import functools
import json
import os
import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

import mgrad
from mgrad.check import check, progress
from mgrad.check.__main__ import check_notebook
from mgrad.check.probe import engine_of
from mgrad.check.progress_file import passed, record
from mgrad.check.sandbox import run_here
from mgrad.check.task import find_task, task_ids

# -- what the answer may do ----------------------------------------------------------------


def hostile(name):
    def exits(f, x, h):
        sys.exit(0)

    def exits_hard(f, x, h):
        os._exit(0)

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
        for _ in range(10_000):  # a megabyte in each case
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
        ("exits", "calls exit"),
        ("exits_hard", "ended the Python process"),
        ("recurses", "calls itself without end"),
        ("floods", "expected 14.03, got 0"),
        ("eats_memory", "memory"),
        ("patches", ""),
        ("writes_a_reply", ""),
        ("always_equal", "object of type Equal"),
    ],
)  # fmt: skip
def test_nothing_an_answer_does_passes_or_breaks_the_notebook(name, message):
    result = check("01.slope", hostile(name))
    assert not result.passed and message in result.message, result
    assert abs(-1) == 1


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
    assert not result.passed and message in result.message, result


def odd(name):
    """Answers with outcomes that no task asks for."""

    def in_itself(f, xs, h):
        slopes = []
        slopes.append(slopes)
        return slopes

    class Anything:
        pass

    def asks(f, x, h):
        return float(input("slope: "))

    def keeps(model, make_optimiser, inputs, targets, steps, kept=[]):  # noqa: B006
        kept[:] = kept or [make_optimiser(model.parameters())]
        losses = []
        for _ in range(steps):
            loss = mgrad.mean_squared_error([model(x) for x in inputs], targets)
            losses.append(loss.data)
            kept[0].zero_grad()
            loss.backward()
            kept[0].step()
        return losses

    return {
        **locals(),
        "million": lambda classes, positive: [1] * 10**6,
        "anything": Anything(),
        "multiply": lambda a, b: Anything(),
        "module": vars(sys.modules["mgrad.check.asking"]),
        "and": [[5, 5, -2.5], [5, 5, -7.5], [1, 1, -1]],
        "by hand": {"d": 5, "c": -3, "e": 4, "b": 12, "a": -4},
    }[name]


@pytest.mark.parametrize(
    ("task_id", "name", "message"),
    [
        ("01.gradient", "in_itself", "What gradient gives has no end"),
        ("06.labels", "million", "has no end, or is far larger than asked for"),
        ("06.margin", "anything", "Your answer is an object of type Anything.\nAsked for is a num"),
        ("02.square", "multiply", "multiply returns an Anything, and what is asked for is a Value"),
        ("01.slope", "asks", "calls input(), and while it is checked nobody is there"),
        ("01.order", "module", "holds something that is no number, text or list"),
        ("03.by-hand", "by hand", "Your answer is d: 5, c: -3, e: 4, b: 12, a: -4."),
        ("05.hidden", "and", "at the point (0, 1): expected 'above 0', got 'not above 0'."),
        ("08.loop", "keeps", "This call of train makes no optimiser for its model"),
    ],
)
def test_an_odd_outcome_gets_a_sentence_that_fits(task_id, name, message):
    result = check(task_id, odd(name))
    assert not result.passed and message in result.message, result


def test_an_answer_that_cannot_be_sent_says_so():
    numbers = (x for x in range(3))
    assert "cannot be sent to the check" in check("01.slope", lambda f, x, h: next(numbers)).message


def test_an_answer_from_a_file_of_the_student_s_own_is_checked_too(tmp_path, monkeypatch):
    (tmp_path / "my_slopes.py").write_text("def slope(f, x, h): return (f(x + h) - f(x)) / h\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert check("01.slope", import_module("my_slopes").slope).passed


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
def test_an_answer_of_another_form_is_told_the_form(task_id, answer, message):
    result = check(task_id, answer)
    assert not result.passed and result.message.startswith(message)


def test_an_empty_body_is_still_to_do():
    def stub(f, x, h):
        raise NotImplementedError

    assert "Still to do" in check("01.slope", stub).message
    assert "without a return" in check("01.slope", lambda f, x, h: None).message

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


@pytest.fixture(autouse=True)
def private_progress(tmp_path, monkeypatch):
    """As in conftest.py, for the browser's Python, which reads none."""
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))
    return tmp_path / "progress.txt"


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
    private_progress.write_text("".join(f"{name} passed 2026-01-01 10:00\n" for name in task_ids()))
    assert "<path" in progress()._repr_html_() and "are yours" in repr(progress())


def test_a_task_of_another_version_is_no_damage(private_progress):
    private_progress.write_text("01.gone passed 2026-01-01 10:00\n")
    assert "damaged" not in repr(progress()) and repr(progress()).splitlines()[-1].startswith(
        "0 of"
    )


def test_two_notebooks_may_write_at_once(private_progress):
    for name in task_ids() * 2:
        record(name)
    more = [f"09.task{i}" for i in range(40)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(record, more))
    assert passed() == ({*task_ids(), *more}, "")


def test_one_who_reads_while_another_writes_loses_nothing(private_progress):
    half = b"01.sign passed 2026-01-01 10:00\n01.slope pas"
    private_progress.write_bytes(half)  # what a reader may meet in the middle of a write
    assert passed()[0] == {"01.sign"} and private_progress.read_bytes() == half


def test_a_damaged_file_keeps_every_line_and_is_said_so(private_progress):
    damaged = b"01.sign passed 2026-01-01 10:00\n\xff\xfe garbage"
    private_progress.write_bytes(damaged)
    text = repr(progress())
    assert "is damaged: 1 line cannot be read" in text and "1 of" in text.splitlines()[0]
    assert record("01.slope") == "" and passed()[0] == {"01.sign", "01.slope"}
    assert private_progress.read_bytes().startswith(damaged + b"\n01.slope passed")


def test_the_package_s_class_is_no_answer():
    for name in ("03.engine", "04.neuron", "05.layer", "05.mlp"):
        package = getattr(mgrad, find_task(name).answer_name)
        for answer in (package, type("Mine", (package,), {})):
            assert "The point of this task is one of your own" in check(name, answer).message


def test_the_check_works_with_the_notebook_s_own_value(monkeypatch):
    source = "class Value:\n    def __init__(self, data): self.data = data\n"
    own = {}
    exec(source, own)
    monkeypatch.setattr(sys.modules["__main__"], "Value", own["Value"], raising=False)
    message = check("05.descend", lambda w, steps: type(w).__module__).message
    assert "builtins" in message  # not mgrad.engine


def test_probes_use_the_engine_of_the_answer():
    own = {"__name__": "__main__"}
    source = (
        "class Value: pass\n"
        "def f(): return Value\n"
        "class Neuron:\n    def m(self): return Value\n"
        "def g(): return 1\n"
    )
    exec(source, own)
    assert engine_of(own["f"]) is engine_of(own["Neuron"]) is own["Value"]
    assert engine_of(len) is engine_of(3.0) is mgrad.Value


def test_a_check_changes_nothing_in_the_notebook():
    random.seed(5)
    before, folder = random.getstate(), os.getcwd()
    check("01.slope", lambda f, x, h: random.seed(1) or 0.0)
    assert random.getstate() == before and os.getcwd() == folder


def test_a_result_can_be_repeated_with_its_seed():
    first = check("01.slope", lambda f, x, h: 14.03 if x == 3 else f(x))
    assert isinstance(first.seed, int)
    again = check("01.slope", lambda f, x, h: 14.03 if x == 3 else f(x), seed=first.seed)
    assert (again.message, again.seed) == (first.message, first.seed)


def test_each_check_has_new_random_cases():
    seeds = {check("01.sign", -3.0).seed for _ in range(5)}
    assert len(seeds) == 5


def test_changing_the_package_in_the_notebook_changes_nothing_that_is_expected(monkeypatch):
    monkeypatch.setattr(mgrad.Value, "__add__", lambda self, other: mgrad.Value(0.0))
    monkeypatch.setattr("math.isclose", lambda *numbers, **tolerances: True)
    assert not check("01.slope", lambda f, x, h: 0.0).passed
    assert check("05.descend", find_task("05.descend").reference).task_id == "05.descend"


def test_stop_while_a_check_runs_ends_the_check_and_the_next_one_works(monkeypatch):
    from mgrad.check import sandbox
    from mgrad.check.asking import JUDGE

    def stopped(stream):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sandbox, "read_frame", stopped)
        with pytest.raises(KeyboardInterrupt):
            check("01.sign", -3.0)
    assert JUDGE.process is None and check("01.sign", -3.0).passed


def test_a_judge_that_was_killed_is_replaced():
    from mgrad.check.asking import JUDGE

    check("01.sign", -3.0)
    JUDGE.process.kill()
    JUDGE.process.wait()
    assert check("01.sign", -3.0).passed


def test_the_judge_is_there_before_the_first_check_and_only_where_there_will_be_one():
    code = (
        "import sys; from mgrad.check import progress; progress()\n"
        "print('mgrad.check.asking' in sys.modules)\n"
        "from mgrad.check import check; from mgrad.check.asking import JUDGE\n"
        "early = JUDGE.process; print(early.poll())\n"
        "print(check('01.sign', -3.0).passed, JUDGE.process is early)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "None", "True", "True"]


def test_a_library_from_a_folder_that_is_new_on_the_path_is_found(tmp_path, monkeypatch):
    assert check("01.sign", -3.0).passed  # the judge is there
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "just_installed.py").write_text("def slope(f, x, h): return (f(x + h) - f(x)) / h")
    monkeypatch.syspath_prepend(folder)
    from just_installed import slope

    assert check("01.slope", lambda f, x, h: slope(f, x, h)).passed


# -- where a notebook may be, and what it may hold ---------------------------------------------


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def test_checks_in_threads_get_their_own_verdicts():
    big = list(range(60_000))  # more than a pipe holds

    def right(f, x, h):
        return slope(f, x, h) + 0 * len(big)

    def wrong(f, x, h):
        return 0.0 * len(big)

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda i: check("01.slope", (right, wrong)[i % 2]), range(12)))
    assert [result.passed for result in results] == [True, False] * 6


def test_odd_entries_of_the_path_and_a_folder_that_is_gone_do_not_matter(tmp_path, monkeypatch):
    from mgrad.check.asking import JUDGE

    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    monkeypatch.setattr(sys, "path", [*sys.path, Path(".."), b"bytes"])
    JUDGE.close()
    assert check("01.slope", slope).passed


def test_a_file_named_like_one_of_python_s_own_does_not_matter(tmp_path, monkeypatch):
    from mgrad.check.asking import JUDGE

    (tmp_path / "json.py").write_text("1 / 0")
    (tmp_path / "copy.py").write_text("1 / 0")
    monkeypatch.syspath_prepend(tmp_path)
    JUDGE.close()
    assert check("01.slope", slope).passed


def test_a_function_under_cache_is_an_answer_like_others():
    assert check("01.slope", functools.cache(slope)).passed


def test_a_value_of_the_notebook_that_cannot_be_sent_does_not_matter(monkeypatch):
    own = type("Value", (), {"lock": threading.Lock()})
    monkeypatch.setattr(sys.modules["__main__"], "Value", own, raising=False)
    assert check("01.slope", slope).passed


def test_what_a_notebook_calls_display_is_there_for_an_answer():
    def shown(f, x, h):
        display(x)  # noqa: F821
        return slope(f, x, h)

    assert check("01.slope", shown).passed


def test_an_answer_that_refers_to_a_long_chain_can_be_sent():
    chain = None
    for _ in range(2_000):
        chain = [chain]

    assert check("01.slope", lambda f, x, h: slope(f, x, h) + 0 * len(chain)).passed


@pytest.mark.parametrize("text", ["\n" * 300, "x" * 10_000, "\ud800"])
def test_an_error_of_the_answer_fills_no_screen_and_can_be_printed(text):
    def fails(f, x, h):
        raise ValueError(text)

    message = check("01.slope", fails).message
    assert len(message.splitlines()) <= 12 and len(message) < 15_000
    message.encode("utf-8")


# -- as data, for other tools ----------------------------------------------------------------


def test_a_result_is_one_line_of_json_with_its_versions():
    result = json.loads(check("01.slope", lambda f, x, h: f(x + h) - f(x), seed=7).to_json())
    assert result["format"] == 1 and result["task"] == "01.slope" and result["seed"] == 7
    assert result["outcome"] == "not yet" and result["misconception"] == "rise-without-run"
    assert set(result["versions"]) == {"mgrad", "python"}


def test_a_notebook_is_checked_from_a_terminal(tmp_path):
    def cell(source):
        return {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}

    cells = [
        cell("from mgrad.check import check"),
        cell("slope_of_d_in_a = -3"),
        cell('check("01.sign")'),
        cell("1 / 0"),
        cell("def slope(f, x, h):\n    return f(x + h) - f(x)"),
        cell('check("01.slope")'),
        cell("print('noise')\ndef central(f, x, h):\n    return 7\nr = check('01.central')"),
    ]
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}))
    command = [sys.executable, "-m", "mgrad.check", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["task"], r["outcome"], r["misconception"]) for r in results] == [
        ("01.sign", "passed", None),
        ("01.slope", "not yet", "rise-without-run"),
        ("01.central", "not yet", "always-the-same"),
    ]
    assert not (tmp_path / "progress.txt").exists()


def test_what_is_no_notebook_is_said_in_one_line(tmp_path):
    path = tmp_path / "broken.ipynb"
    for text in ("not json", "{}", "[1]", ""):
        path.write_text(text)
        with pytest.raises(ValueError, match=r"\A[^\n]* is no notebook [^\n]*\Z"):
            check_notebook(path)
    command = [sys.executable, "-m", "mgrad.check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "is no notebook" in done.stderr
    assert len(done.stderr.splitlines()) == 1


# -- a library that is not there -----------------------------------------------------------


@pytest.mark.parametrize("task_id", [i for i in task_ids() if find_task(i).imports])
def test_a_task_whose_library_is_missing_is_left_out_in_one_sentence(task_id, monkeypatch):
    monkeypatch.setattr("mgrad.check.asking.find_spec", lambda name: None)
    package = find_task(task_id).imports[0]
    name = {"torch": "PyTorch"}.get(package, package)
    for result in (check(task_id), check(task_id, print)):
        assert not result.passed and result.message == (
            f"This task needs {name}: leave it out, or install {package} (the lesson says how) "
            "and restart the kernel."
        )


def test_the_file_of_a_task_loads_no_library_before_it_is_used():
    code = "import sys; from mgrad.check.task import find_task, task_ids; " + (
        "[find_task(name) for name in task_ids()]; print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# -- in the browser, without processes -----------------------------------------------------


def run_slope(answer, count=1, seconds=5.0):
    task = find_task("01.slope")
    cases = task.cases(random.Random(1))[:count]
    return run_here({"probe": task.probe, "cases": cases, "seconds": seconds}, answer, None)


def test_in_process_a_print_flood_is_swallowed_and_an_exit_is_an_outcome(capsys):
    assert run_slope(hostile("exits")).runs[0]["outcome"]["!error"] == "SystemExit"
    report = run_slope(hostile("floods"), seconds=60.0)
    assert (report.runs[0]["outcome"], report.ended, capsys.readouterr().out) == (0.0, "", "")


def test_in_process_an_answer_that_changes_its_inputs_leaves_the_cases_as_they_were():
    job = {"probe": lambda answer, case: answer(case), "cases": [[1.0]], "seconds": 5.0}
    report = run_here(job, lambda numbers: numbers.append(2.0) or len(numbers), None)
    assert (report.runs[0]["outcome"], job["cases"]) == (2.0, [[1.0]])


def test_in_process_an_answer_of_lists_in_lists_gets_a_sentence_however_deep_it_is():
    deep = []
    for _ in range(50_000):
        deep = [deep]
    job = {"probe": find_task("01.order").probe, "cases": [None], "seconds": 5.0}
    outcome = run_here(job, deep, None).runs[0]["outcome"]
    assert outcome["!form"].startswith("Write letters in quotes")


if hasattr(sys, "monitoring"):  # Python 3.12, as every Pyodide has it

    @pytest.mark.parametrize("name", ["spins", "loops_on"])
    def test_in_process_an_endless_loop_is_interrupted(name):
        report = run_slope(hostile(name), seconds=0.2)
        assert (report.runs, report.ended) == ([], "time")
        assert sum(range(10**6)) > 0  # and afterward nothing is interrupted
