"""The browser-only edition: the package's tests in Pyodide under Node, and what the site holds.

``python site/lite.py --for-tests`` fetches and builds what is needed, with the packages of the
extra ``site``.
"""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import mgrad

ROOT = Path(__file__).parent.parent
SITE, WHEELS = ROOT / "build" / "lite-tests" / "site", ROOT / "build" / "lite-tests" / "wheels"
CORE = next((ROOT / "build" / "npm").glob("pyodide@*/node_modules/pyodide/pyodide.mjs"), None)
PREPARE = "python site/lite.py --for-tests"

built = pytest.mark.skipif(
    not SITE.exists(), reason=f"the site for the tests is not built: {PREPARE}"
)


# -- the package's own tests in Pyodide -----------------------------------------------------

RUNNER = """
import fs from "node:fs";
import path from "node:path";
const [core, wheels, course, code, ...selection] = process.argv.slice(1);
const { loadPyodide } = await import(core);
const python = await loadPyodide();
const extractDir = python.runPython("import site; site.getsitepackages()[0]");
for (const name of fs.readdirSync(wheels))
  python.unpackArchive(new Uint8Array(fs.readFileSync(path.join(wheels, name))), "wheel", {
  extractDir });
python.FS.mkdirTree("/course");
python.mountNodeFS("/course", course);
python.globals.set("selection", python.toPy(selection));
process.exitCode = python.runPython(code);
"""
IN_PYODIDE = """
import os, sys, types
sys.dont_write_bytecode = True
sys.path.insert(0, "/course")
os.chdir("/course")
import pytest

class Absent(types.ModuleType):
    # Stands for a package of which Node has no wheel: it may be imported and named, but in a test
    # not used.
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self()

    def __call__(self, *arguments, **options):
        if "PYTEST_CURRENT_TEST" in os.environ:
            pytest.skip(f"needs {self.__name__}")
        return self

    __mul__ = __call__

absent = {name: Absent(name) for name in ("numpy", "sklearn", "sklearn.datasets", "nbformat",
"nbclient")}
sys.modules.update(absent)

class Plugin:
    def pytest_collection_finish(self):
        for name in absent:
            del sys.modules[name]

options = ["-q", "-rf", "--noconftest", "-o", "addopts=", "-p", "no:cacheprovider", "-p",
"no:faulthandler"]
int(pytest.main([*options, *selection], plugins=[Plugin()]))
"""
FILES = [
    "engine",
    "nn",
    "gradcheck",
    "graph",
    "layout",
    "player",
    "bugs",
    "mine",
]
CHECKS = [
    "what_is_no_answer_gets_its_own_sentence",
    "passed_tasks_are_remembered_and_shown",
    "in_process_a_print_flood_is_swallowed_and_an_exit_is_an_outcome",
    "in_process_an_endless_loop_is_interrupted",
]
TASKS = [
    "the_reference_passes_and_says_what_to_notice",
    "each_mistake_is_caught_under_its_own_name",
]
NEED_NUMPY = [
    "numpy",
    "06.fair",
    "06.labels",
    "the_classes_of_the_solutions",  # they draw
    "07.shapes",
    "08.five-lines",
    "08.no_grad",
    "09.",
]


@pytest.mark.skipif(CORE is None or not WHEELS.exists(), reason=f"Pyodide is not there: {PREPARE}")
@pytest.mark.skipif(
    shutil.which("node") is None, reason="Node.js is not installed: https://nodejs.org/en/download"
)
def test_the_package_passes_its_own_tests_in_pyodide():
    selection = [f"tests/test_{name}.py" for name in FILES] + [
        f"tests/check/test_check.py::test_{name}" for name in CHECKS
    ]
    selection += [f"tests/check/test_tasks.py::test_{name}" for name in TASKS]
    command = [
        "node",
        "--stack-size=2000",
        "--input-type=module",
        "--eval",
        RUNNER,
        CORE,
        WHEELS,
        ROOT,
        IN_PYODIDE,
        *selection,
    ]
    done = subprocess.run(
        [*command, "-k", " and ".join(f"not {name}" for name in NEED_NUMPY)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    passed = int(done.stdout.rpartition(" passed")[0].split()[-1])
    assert passed > 300


# -- building ------------------------------------------------------------------------------


def build(*arguments):
    done = subprocess.run(
        [sys.executable, ROOT / "site" / "lite.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode and done.stdout == ""
    return done.stderr.strip()


@pytest.mark.skipif(
    importlib.util.find_spec("jupyterlite_core") is not None, reason="JupyterLite is installed here"
)
def test_a_missing_tool_is_one_line_and_nothing_half_built(tmp_path):
    assert (
        build("--out", tmp_path / "lite")
        == "The browser-only edition is built by JupyterLite: pip install '.[site]'"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_else_in_it_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").touch()
    assert "is no JupyterLite site, and it is not empty" in build("--out", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_of_pyodide_the_site_takes_the_core_and_the_packages_that_the_course_needs(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.syspath_prepend(ROOT / "site")
    from wheels import CORE, find_core, host_pyodide, needed

    def package(name, *depends, tag="cp314-wasm32"):
        file = f"{name}-1-{tag}.whl"
        return {"file_name": file, "depends": list(depends), "version": "1", "sha256": "?"}

    core, more = tmp_path / "pyodide", tmp_path / "more"
    core.mkdir()
    more.mkdir()
    pure = "py3-none-any"
    packages = {
        "micropip": package("micropip", tag=pure),
        "numpy": package("numpy"),
        "matplotlib": package("matplotlib", "Numpy", "py_parsing"),
        "py-parsing": package("py_parsing", tag=pure),
        "unrelated": package("unrelated"),
    }
    (core / "pyodide-lock.json").write_text(json.dumps({"info": {}, "packages": packages}))
    for file in [*CORE, "unrelated-1-cp314-wasm32.whl"]:
        (core / file).write_text(f'{file} "1.0"')
    (more / "numpy-1-cp314-wasm32.whl").write_text("compiled")
    archive = shutil.make_archive(tmp_path / "release", "bztar", tmp_path, "pyodide")

    found = find_core(Path(archive), tmp_path / "work", "1.0")
    lock = host_pyodide(found, [more], tmp_path / "hosted")
    hosted = {path.name for path in (tmp_path / "hosted").iterdir()}
    assert hosted == {*CORE, "numpy-1-cp314-wasm32.whl"}
    assert list(needed(lock)) == ["matplotlib", "micropip", "numpy", "py-parsing"]
    assert lock["packages"]["numpy"]["file_name"] == "../pyodide/numpy-1-cp314-wasm32.whl"
    with pytest.raises(
        SystemExit,
        match="another version of Pyodide than the site needs, 2.0: https://.*/releases/tag/2.0",
    ):
        find_core(core, tmp_path / "work", "2.0")
    assert (
        capsys.readouterr().out
        == "Not in this site, so that cells which need them will fail: matplotlib\n"
    )


@built
def test_the_site_holds_every_notebook_and_the_packages_that_pyodide_lacks():
    for folder in ("notebooks", "exercises", "solutions"):
        there = {path.name for path in (SITE / "files" / folder).glob("*.ipynb")}
        listed = json.loads(
            (SITE / "api" / "contents" / folder / "all.json").read_text(encoding="utf-8")
        )["content"]
        assert (
            {path.name for path in (ROOT / folder).glob("*.ipynb")}
            == there
            <= {file["name"] for file in listed}
        )
    assert (SITE / "files" / "notebooks" / "images" / "map.svg").exists()
    packages = SITE / "static" / "packages"
    lock = json.loads((packages / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in ("mgrad", "ipywidgets", "jupyterlab-widgets", "comm", "ipython", "tqdm"):
        wheel = packages / lock[name]["file_name"]
        assert lock[name]["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
        with zipfile.ZipFile(wheel) as packed:  # compiled: reading source takes the browser long
            compiled = [name for name in packed.namelist() if name.endswith(".cpython-314.pyc")]
        assert compiled, name
    with zipfile.ZipFile(packages / "python_stdlib.zip") as packed:
        assert "pdb.pyc" in packed.namelist() and "pdb.py" not in packed.namelist()
    versions = json.loads((SITE / "versions.json").read_text(encoding="utf-8"))
    assert {"notebooks/02-value.ipynb", "exercises/02-value.ipynb"} <= versions.keys()


def test_a_cell_fetches_what_it_names_and_nothing_else():
    from mgrad._browser import ROOMS, packages_named

    assert packages_named("from mgrad import Value, draw_dot\nValue(2.0)") == []
    assert packages_named("from mgrad import fit") == ["tqdm"]
    assert packages_named("mgrad.Tensor([1.0])") == ["numpy"]
    assert packages_named("plot_boundary(model, points)") == ["matplotlib", "tqdm"]
    assert packages_named("from mgrad import review") == ["ipywidgets"]
    assert packages_named("from sklearn.datasets import load_digits") == ["scikit-learn"]
    for room, found in loaded_by_rooms().items():
        if room in ROOMS:
            assert found | {"numpy"} == {*ROOMS[room], "numpy"}, room
        else:
            assert found == set(), room


LOAD_ROOMS = """
import importlib, json, sys
from importlib.util import spec_from_loader
import matplotlib.pyplot, numpy, tqdm, ipywidgets

LIBRARIES = {"matplotlib", "numpy", "tqdm", "ipywidgets"}
loaded = {name: sys.modules[name] for name in LIBRARIES}

class Library:  # what is loaded already is given out again, and noted
    def find_spec(self, name, path=None, target=None):
        asked.append(name)
        return spec_from_loader(name, self) if name in loaded else None

    def create_module(self, spec):
        return loaded[spec.name]

    def exec_module(self, module): ...

sys.meta_path.insert(0, Library())
found = {}
for room in ROOMS:
    for name in [*sys.modules]:
        if name in LIBRARIES or name.split(".")[0] == "mgrad":
            del sys.modules[name]
    asked = []
    importlib.import_module(f"mgrad.{room}")
    found[room] = [name for name in asked if name in LIBRARIES | {"sklearn"}]
print(json.dumps(found))
"""


def loaded_by_rooms():
    """The libraries that each room asks for when it is loaded, all in one process."""
    command = [sys.executable, "-c", f"ROOMS = {list(mgrad._ROOMS)}{LOAD_ROOMS}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {room: set(found) for room, found in json.loads(done.stdout).items()}


def test_an_object_of_any_class_gives_up_all_that_it_holds():
    from mgrad._browser import everything

    class Plain:
        pass

    class Slim:
        __slots__ = ("__hidden", "__weakref__", "never", "prev")

    class Both(Slim):
        def __getattr__(self, name):
            return "anything"

    frozen = dataclass(frozen=True, slots=True)(type("Frozen", (), {"__annotations__": {"a": int}}))
    one, two, three = Plain(), Slim(), Both()
    one.prev, two.prev, three.prev, three.more = [1], [2], [3], [4]
    two._Slim__hidden = [5]
    assert everything(one) == [[1]] and vars(one) == {} and everything(one) == []
    assert everything(two) == [[5], [2]] and everything(two) == []
    assert everything(three) == [[3], [4]] and everything(frozen([6])) == [[6]]


def test_lists_in_lists_are_shown_unless_they_are_too_deep():
    from mgrad._browser import deeper_than

    deep, loop, row = [], [1], [[] for _ in range(200)]
    for _ in range(101):
        deep = [deep]
    loop.append(loop)
    for left, right in zip(row, row[1:]):
        left.append(right)
    for thing in (deep, {1: (deep,)}, row):
        assert deeper_than(100, thing)
    for thing in (deep[0][0][0], loop, [[]] * 500, "text", {1, 2}, 5):
        assert not deeper_than(100, thing)


def test_of_a_chain_of_lists_nothing_is_held_once_nobody_needs_it():
    program = """
import gc
from mgrad._browser import spare_the_stack_for_lists
spare_the_stack_for_lists()
gc.collect()
before, held = len(gc.get_objects()), gc.callbacks[-1].__closure__[0].cell_contents
chain = []
for _ in range(20_000):
    chain = [chain]
print(len(held) > 10)
del chain
gc.collect()
print(len(gc.get_objects()) - before < 500)
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["True", "True"]
