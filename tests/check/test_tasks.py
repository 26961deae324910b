"""Every task: right answers pass in every style, wrong ones are refused and named."""

import inspect
import json
import pickle
import random
import re
import sys
from functools import cache
from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest

from mgrad.check import check
from mgrad.check.judge import CourseAnswers, assess, task_equal
from mgrad.check.sandbox import run_here
from mgrad.check.sending import write_answer
from mgrad.check.task import find_task, lessons, task_ids
from mgrad.translation import CHECKS, say

sys.path.insert(0, str(Path(__file__).parent))
ANSWERS = [import_module(path.stem) for path in sorted(Path(__file__).parent.glob("right_*.py"))]
RIGHT = [row for answers in ANSWERS for row in answers.RIGHT]
WRONG = [row for answers in ANSWERS for row in answers.WRONG]
ENGINES = {answers.__name__[-2:]: getattr(answers, "Value", None) for answers in ANSWERS}
TASKS = [find_task(task_id) for task_id in task_ids()]
MISTAKES = [(task, mistake) for task in TASKS for mistake in task.mistakes]
PASSES = "passes"
BY_CHANCE = [  # an answer of these, a seed for which it met something else by chance, and its lot
    ("01.descend", "rounded", 21, "rounded"),
    ("01.three", "put back too early", 11, "always-the-same"),
    ("03.merged", "a set", 0, "set-returned"),
    ("04.neuron", "a narrow bell", 0, None),
    ("04.neuron", "−1 or 1", 5, None),
    ("05.layer", "linear or tanh", 0, None),
    ("05.start", "two values", 123, "few-values"),
    ("06.accuracy", "threshold one half", 475, None),
    ("06.hinge", "a point on its margin counts", 254, PASSES),
    ("06.hinge", "the sum", 800038, "sum-for-mean"),
    ("08.copy", "neurons in reverse", 600022, "reversed"),
    ("09.clip", "row by row", 18, None),
    ("09.precision", "combined numbers", 5, None),
    ("09.matmul", "transposed where it has to be", 0, None),
    ("10.forward", "+= but for tanh", 0, "adds-to-nothing"),
    ("10.backward", "minus", 83, "sign"),
    ("10.dot", "minus the bias", 800128, None),
    ("10.dot", "always the same name", 7, None),
    ("11.adam", "no epsilon", 0, None),
    ("11.start", "the root of the mean square", 901163, None),
    ("12.mask", "means", 5, None),
    ("12.padding", "the worst letter", 600010, None),
    ("12.pairs", "of the last name", 800067, "names-once"),
    ("12.pairs", "squares of the counts", 0, None),
]


def skip_without_its_libraries(task):
    for library in task.imports:
        pytest.importorskip(library, reason=f"{task.id} needs {library}, which is not installed")


def verdict(task, answer, seed=0, engine=None):
    """Without a process for each answer: those of the course are harmless."""
    skip_without_its_libraries(task)
    return assess(task, seed, lambda job: run_here(job, answer, engine))


def own_engine(task_id, answer):
    own = getattr(inspect.unwrap(answer), "__globals__", {}).get("Value")
    return own or ENGINES[task_id[:2]]


write_engine = cache(write_answer)


def verdicts_as_sent(task, rows):
    """What is said of each answer as it comes out of a notebook, with new random cases."""
    for row in rows:
        task_id, _, answer = row[:3]
        if task_id == task.id:
            sent = pickle.loads(write_answer(answer))
            engine = pickle.loads(write_engine(own_engine(task_id, answer)))
            seed = random.SystemRandom().randrange(2**32)
            yield row, seed, verdict(task, sent, seed, engine)


def check_beside_own_engine(monkeypatch, task_id, answer):
    """With all its processes, as in a notebook that has the engine of the answers."""
    engine = own_engine(task_id, answer)
    monkeypatch.setattr(sys.modules["__main__"], "Value", engine, raising=False)
    return check(task_id, answer)


each_task = pytest.mark.parametrize(  # a task's tests in a row: its outcomes are still known
    "task", TASKS, ids=lambda task: task.id, scope="module"
)


@each_task
def test_the_reference_passes_and_says_what_to_notice(task):
    assert verdict(task, task.reference) == {
        "passed": True,
        "misconception": None,
        "message": task.notice,
    }


@each_task
def test_each_mistake_is_caught_under_its_own_name(task, monkeypatch):
    for mistake in task.mistakes:
        found = verdict(task, mistake.answer)
        # what is said of it in German has no English halves
        monkeypatch.setenv("MGRAD_LANGUAGE", "de")
        told = re.sub(r"\w+Error: .*", "", say(found["message"], CHECKS))  # Python's own words
        assert not re.search(r"\b(the|of|with|your|which|afterwards)\b", told), told
        monkeypatch.setenv("MGRAD_LANGUAGE", "")
        assert (found["passed"], found["misconception"]) == (False, mistake.id), found
        assert mistake.explanation in found["message"], mistake.id
        assert mistake.next_step in found["message"], mistake.id


@each_task
def test_a_right_answer_passes_in_any_style(task, monkeypatch):
    found = list(verdicts_as_sent(task, RIGHT))
    for (_, style, _), seed, said in found:
        assert said["passed"], (style, seed, said)
    for (_, style, answer), _, _ in found[:1]:  # one of them all the way
        result = check_beside_own_engine(monkeypatch, task.id, answer)
        assert result.passed, (style, result)


@each_task
def test_a_wrong_answer_that_nobody_foresaw_does_not_pass(task, monkeypatch):
    for (_, style, answer, *name), seed, found in verdicts_as_sent(task, WRONG):
        assert not name or [found["misconception"]] == name, (style, seed, found)
        if found["passed"]:  # it may use what only the sandbox hides
            result = check_beside_own_engine(monkeypatch, task.id, answer)
            found = {"passed": result.passed, "message": result.message}
        assert not found["passed"] and len(found["message"]) > 20, (style, seed, found)


@pytest.mark.parametrize("task_id, style, seed, lot", BY_CHANCE)
def test_an_answer_is_not_judged_by_chance(task_id, style, seed, lot):
    (answer,) = [row[2] for row in RIGHT + WRONG if row[:2] == (task_id, style)]
    random.seed(seed)  # of what the answer draws
    found = verdict(find_task(task_id), answer, seed)
    assert found["misconception"] == (None if lot == PASSES else lot), found
    assert found["passed"] == (lot == PASSES), found


@each_task
def test_the_cases_tell_every_mistake_from_the_reference_and_from_the_others(task):
    skip_without_its_libraries(task)
    names = ["reference", *(mistake.id for mistake in task.mistakes)]
    answers = [task.reference, *(mistake.answer for mistake in task.mistakes)]
    telling = {}  # two answers: a case that tells them apart, which most seeds have too
    for seed in range(3):
        cases = task.cases(random.Random(seed))
        written = list(map(json.dumps, cases))
        assert list(map(json.loads, written)) == cases, "cases are plain data"
        course = CourseAnswers(task, cases)
        for i, j in combinations(range(len(answers)), 2):
            if telling.get((i, j)) in written:
                continue
            for place, case in enumerate(written):
                if not task_equal(task, *(course.outcome(answers[x], place) for x in (j, i))):
                    telling[i, j] = case
                    break
            else:
                pytest.fail(f"{task.id}: {names[i]} and {names[j]} give the same outcomes")


def test_ids_are_unique_and_what_a_student_reads_is_prose():
    assert len(task_ids()) == len(set(task_ids())) == sum(map(len, lessons().values()))
    for task in TASKS:
        ids = [mistake.id for mistake in task.mistakes]
        assert task.notice.endswith(".") and len(set(ids)) == len(ids)
    for _, mistake in MISTAKES:
        assert re.fullmatch(r"[a-z0-9-]+", mistake.id) and mistake.explanation.endswith(".")
        assert mistake.next_step.rstrip(")").endswith((".", "?"))
        assert "!" not in mistake.explanation + mistake.next_step


def test_a_check_loads_the_file_of_its_task_and_no_other():
    import subprocess

    code = (
        "import sys; from mgrad.check import check; check('03.step', None);"
        "print([m for m in sys.modules if m.startswith('mgrad.check.lesson') and m.count('.') > 2])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "['mgrad.check.lesson03.shared', 'mgrad.check.lesson03.step']"


def test_the_judge_looks_at_a_level_only_when_the_levels_below_are_right():
    task = find_task("05.squared-error")

    def sum_of_squares(predictions, targets):
        return sum((p - t) ** 2 for p, t in zip(predictions, targets))

    assert verdict(task, sum_of_squares)["misconception"] == "sum-for-mean"


def test_a_case_is_told_so_that_a_student_who_repeats_it_sees_the_same():
    third = find_task("01.verdict").say([0, 6.0, -4.0, -2.0, 1 / 3])
    assert third.endswith("learning rate 1/3"), "at 0.3333 the walk converges"
    assert "nan" in find_task("01.verdict").say([8, 6.0, -4.0, -2.0, 10.0])
    step = find_task("03.step").say([{"p": 0.0}, [["p", 5.0]], 1.0, 0])
    assert "p.data = 7" in step and "node.data = 6" in step, "whoever uses them meets the 7"
    forgotten = next(m for m in find_task("03.engine").mistakes if m.id == "comma-forgotten")
    message = verdict(find_task("03.engine"), forgotten.answer)["message"]
    assert "no tuple" in message and "expected" not in message


def test_a_tuple_is_shown_as_a_tuple_and_a_list_as_a_list():
    task = find_task("03.local")
    slope_only = next(m for m in task.mistakes if m.id == "power-without-factor")
    assert "expected (12,), got (4,)" in verdict(task, slope_only.answer)["message"]

    def with_a_list(operation, left, right):
        found = task.reference(operation, left, right)
        return [left, right] if operation == "*" else found

    assert "expected (-3, 2), got [2, -3]" in verdict(task, with_a_list)["message"]
