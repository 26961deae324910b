"""The sandbox: what an answer finds there, and what it cannot reach."""

import importlib
import inspect
import json
import os
import pickle
import random
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from types import FunctionType

import cloudpickle
import pytest

from mgrad.check import check
from mgrad.check.judge import assess, outcomes_equal, own_outcome
from mgrad.check.sandbox import MEMORY, Sandbox, dump_job
from mgrad.check.task import find_task, task_ids

IN_THE_INPUTS = {  # the right answer to these is a method of what the answer is given
    "02.square": ["mgrad.engine.Value.__mul__"],
}


@pytest.fixture(scope="module")
def sandbox():
    box = Sandbox()
    yield box
    box.close()


def job_of(task, seed=0):
    return {
        "probe": task.probe,
        "cases": task.cases(random.Random(seed)),
        "hides": task.hides,
        "imports": task.imports,
        "seconds": 60.0,
    }


@contextmanager
def by_value(*names):
    """Functions of these modules travel as code."""
    for name in names:
        cloudpickle.register_pickle_by_value(sys.modules[name])
    yield
    for name in names:
        cloudpickle.unregister_pickle_by_value(sys.modules[name])


def send(answer):
    with by_value(__name__):
        return pickle.dumps((cloudpickle.dumps(answer), cloudpickle.dumps(None)))


def call(answer, case):
    return answer()


def run(sandbox, answer, **changes):
    job = job_of(find_task("01.slope")) | {"cases": [None], "probe": call}
    with by_value(__name__):
        job = cloudpickle.loads(cloudpickle.dumps(job))
    return sandbox.run(job | changes, send(answer))


def result_of(sandbox, answer, **changes):
    return run(sandbox, answer, **changes).runs[0]["outcome"]


# -- no right answer -------------------------------------------------------------------------


class Spy:
    """In the place of an answer: looks at all that the child holds or can import."""

    rooms = ("engine", "nn", "losses", "gradcheck", "train", "tensor", "check.probe")
    libraries = ("numpy.random", "tqdm", "matplotlib.pyplot")  # that these load, once for all

    def everything(self):
        for room in self.rooms:
            try:
                importlib.import_module(f"mgrad.{room}")
            except ImportError:  # hidden, or it builds on what is hidden
                continue
        return self.things()

    def things(self):
        """What the child holds of the course, without the inside of what the keeper has frozen."""
        import gc

        own = ("mgrad", "__main__")
        rooms = [room for name, room in sys.modules.items() if name.startswith(own)]
        held = [*gc.get_objects(), *(thing for room in rooms for thing in vars(room).values())]
        found = {}
        for thing in [x for x in held if isinstance(x, (FunctionType, type))]:
            module = str(getattr(thing, "__module__", ""))
            # from Python 3.14 on the running program is a function too
            if module.startswith(own) and thing.__qualname__ != "<module>":
                file = getattr(getattr(thing, "__code__", None), "co_filename", "")
                if not file.endswith("sandbox.py"):
                    found[f"{module}.{thing.__qualname__}"] = thing
        return found

    def passing(self, probe, cases, right, equal):
        """The things here that give the outcomes of a right answer."""
        run_probe = sys.modules["mgrad.check.probe"].run_probe
        return [
            name
            for name, thing in self.everything().items()
            if "Spy" not in name and ".probe." not in name
            for first in [run_probe(probe, thing, cases[0])]
            if equal(first, right[0])
            and all(
                equal(run_probe(probe, thing, case), want)
                for case, want in zip(cases[1:], right[1:])
            )
        ]


def test_a_child_has_from_its_keeper_only_the_probe_and_empty_packages(sandbox):
    """What it has from there is frozen, and left out where everything is tried."""

    def look(spy, case):
        import gc

        gc.unfreeze()
        return [*{thing.__module__ for thing in spy.things().values()}]

    spy, job = send(Spy()), job_of(find_task("03.step"))
    sandbox.run(job, spy)  # what it brings is gone when the next one comes
    with by_value(__name__):
        report = sandbox.run(job | {"probe": look, "cases": [None]}, spy)
    assert set(report.runs[0]["outcome"]) == {
        "mgrad", "mgrad._copy", "mgrad.check", "mgrad.check.probe",
    }  # fmt: skip


@pytest.mark.parametrize("task_id", [i for i in task_ids() if find_task(i).kind != "value"])
def test_nothing_in_the_child_gives_the_right_outcomes(task_id, sandbox):
    """Every function, class and method that the child holds, or that it can import, is tried."""
    task = find_task(task_id)
    for library in task.imports:
        pytest.importorskip(library, reason=f"{task_id} needs {library}, which is not installed")
    cases = [case for case in task.cases(random.Random(0)) if task.level(case) >= 0]
    right = [own_outcome(task, task.reference, case) for case in cases]
    probe, tolerance = task.probe, task.tolerance

    def search(spy, case):
        return spy.passing(probe, cases, right, lambda x, y: outcomes_equal(x, y, tolerance))

    spy, job = send(Spy()), job_of(task)
    job |= {"probe": search, "cases": [None], "imports": [*task.imports, *Spy.libraries]}
    with by_value(probe.__module__.rpartition(".")[0], "mgrad.check.judge", __name__):
        report = sandbox.run(job, spy)
    assert report.ended == "" and report.runs[0]["outcome"] == IN_THE_INPUTS.get(task_id, []), (
        report
    )


@pytest.mark.parametrize("task_id", task_ids())
def test_the_words_of_a_task_and_a_right_result_are_not_sent_along(task_id):
    task = find_task(task_id)
    sent = dump_job(job_of(task))
    assert task.notice.encode()[:40] not in sent
    for mistake in task.mistakes:
        assert mistake.explanation.encode()[:40] not in sent and mistake.id.encode() not in sent
    if isinstance(task.reference, str) and len(task.reference) > 3:
        assert task.reference.encode() not in sent


def ask_the_package():
    from mgrad.check.lesson01.slope import TASK

    return TASK.reference


def ask_for_all_tasks():
    import mgrad.check

    return mgrad.check.find_task("01.slope").reference


def ask_the_caller():
    frame, seen = sys._getframe(), []
    while frame:
        seen += [*frame.f_locals.values(), *frame.f_globals.values()]
        frame = frame.f_back
    return [str(x) for x in seen if hasattr(x, "reference") or hasattr(x, "next_step")]


def ask_the_folder():
    return os.listdir(".") + [name for name in os.listdir("..") if "solution" in name]


def ask_the_path():
    return [place for place in sys.path if os.path.isdir(os.path.join(place, "solutions"))]


def ask_the_modules():
    import mgrad

    mgrad.Value  # noqa: B018
    return [name for name in sys.modules if "lesson" in name or name.endswith((".judge", ".task"))]


@pytest.mark.parametrize("ask", [ask_the_package, ask_for_all_tasks])
def test_an_answer_that_asks_the_package_is_told_that_it_is_not_there(ask, sandbox):
    found = result_of(sandbox, ask)
    assert "ImportError" in found["kinds"]
    assert "is not there while an answer is checked" in found["text"]


@pytest.mark.parametrize(
    "ask", [ask_the_caller, ask_the_folder, ask_the_path, ask_the_modules], ids=lambda f: f.__name__
)
def test_an_answer_that_looks_around_finds_nothing(ask, sandbox):
    assert result_of(sandbox, ask) == []


def test_the_message_for_such_an_answer_says_why():
    def slope(f, x, h):
        from mgrad.check.lesson01.slope import TASK

        return TASK.reference(f, x, h)

    message = check("01.slope", slope).message
    assert "is not there while an answer is checked" in message
    assert message.endswith("The checks and what they know are not part of an answer.")


def test_what_a_task_hides_is_gone_and_says_so(sandbox):
    def import_it():
        from mgrad import Neuron

        return Neuron

    def use_the_method():
        from mgrad import Value

        return [hasattr(Value, "tanh"), hasattr(Value, "exp")]

    found = result_of(sandbox, import_it, hides=("Neuron",))
    assert found["text"] == "mgrad.nn.Neuron is hidden while this answer is checked"
    assert result_of(sandbox, use_the_method, hides=("Value.tanh",)) == [False, True]


# -- what comes back is bounded ----------------------------------------------------------------


def test_large_deep_and_strange_results_are_cut_off(sandbox):
    def endless():
        inner = []
        inner.append(inner)
        return inner

    class Everything:
        def __getattr__(self, name):
            return lambda *arguments: Everything()

    for answer in (lambda: [0.0] * 10**6, lambda: "x" * 10**7, endless, lambda: Everything()):
        outcome = result_of(sandbox, answer)
        assert len(json.dumps(outcome)) < 200_000


def test_a_message_never_fills_more_than_a_screen():
    for result in (list(range(10**6)), "x" * 10**6, {i: i for i in range(10**5)}):
        assert len(check("01.slope", lambda f, x, h, result=result: result).message) < 1_500


def test_a_dictionary_of_the_answer_is_no_error_and_no_word_of_the_check(sandbox):
    outcome = result_of(sandbox, lambda: {"!error": "ValueError", "!form": "Well done"})
    assert outcome == {"error": "ValueError", "form": "Well done"}


def test_an_exception_counts_by_its_class_and_not_by_its_name(sandbox):
    def own_name():
        raise type("ValueError", (Exception,), {})("not that one")

    def subclass():
        raise type("TooLong", (ValueError,), {})("a kind of it")

    want = {"!error": "ValueError", "kinds": ["ValueError"], "text": ""}
    assert not outcomes_equal(result_of(sandbox, own_name), want)
    assert outcomes_equal(result_of(sandbox, subclass), want)


# -- limits ------------------------------------------------------------------------------------


@pytest.mark.parametrize("session", ["the answer's", "its own"])
def test_what_an_answer_leaves_running_ends_with_it(sandbox, session):
    if session == "its own" and sys.platform != "linux":
        pytest.skip("only Linux tells the keeper about a process in a session of its own")

    def leaves_processes():
        reading, writing = os.pipe()
        if os.fork() == 0:
            if session == "its own":
                os.setsid()
            os.fork()
            os.write(writing, f"{os.getpid()} ".encode())
            time.sleep(60)
        said = b""
        while said.count(b" ") < 2:
            said += os.read(reading, 100)
        return [int(process) for process in said.split()]

    deadline = time.monotonic() + 10
    for process in result_of(sandbox, leaves_processes):
        with pytest.raises(ProcessLookupError):
            while time.monotonic() < deadline:  # until the system has buried it
                os.kill(int(process), 0)
                time.sleep(0.01)


def test_the_answer_cannot_speak_to_the_keeper(sandbox):
    def writes_to_every_stream():
        for stream in (0, 1, 2):
            os.write(stream, b"\x00" * 8) if stream else os.read(0, 1)
        return "done"

    assert result_of(sandbox, writes_to_every_stream) == "done"
    assert result_of(sandbox, lambda: "next") == "next"


def test_time_is_limited_even_when_the_answer_sleeps(sandbox):
    def sleeps(*inputs):
        while True:
            try:
                time.sleep(60)
            except BaseException:
                continue

    task = replace(find_task("01.slope"), seconds=0.3)
    with by_value(task.probe.__module__):
        found = assess(task, 0, lambda job: sandbox.run(job, send(sleeps)))
    assert not found["passed"]
    assert "No answer within 0.3 seconds of computing at f(x) = " in found["message"]


def test_memory_is_limited(sandbox):
    found = result_of(sandbox, lambda: len(bytearray(MEMORY + 1)))
    assert found["!error"] == "MemoryError"


def test_a_sandbox_without_its_keeper_says_so():
    box = Sandbox()
    box.process.kill()
    box.process.wait()
    with pytest.raises((EOFError, OSError)):
        result_of(box, lambda: 1.0)


def test_without_fork_each_answer_has_a_process_of_its_own(monkeypatch):
    """As on Windows."""
    monkeypatch.delattr(os, "fork")
    sandbox = Sandbox()
    assert result_of(sandbox, lambda: 1.0) == 1.0
    assert result_of(sandbox, ask_the_folder) == []
    assert run(sandbox, lambda: os._exit(1)).ended == "ended"
    assert run(sandbox, lambda: time.sleep(60), seconds=0.2).ended == "time"
