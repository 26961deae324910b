"""The browser-only edition: the package's tests in Pyodide under Node, and the site in a real browser.

``python site/lite.py --for-tests`` fetches and builds what is needed, with the packages of the extra ``site``.
With ``--wheels FOLDER``, a folder of Pyodide's compiled packages, the whole course is run, not only what needs no NumPy.
"""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from test_browser import browser, served, step_through  # noqa: F401

sys.path.insert(0, str(Path(__file__).parent.parent / "instructor"))
from rehearse import CHROMIUM, run_all, wait_for  # noqa: E402

ROOT = Path(__file__).parent.parent
SITE, WHEELS = ROOT / "build" / "lite-tests" / "site", ROOT / "build" / "lite-tests" / "wheels"
CORE = next((ROOT / "build" / "npm").glob("pyodide@*/node_modules/pyodide/pyodide.mjs"), None)
PREPARE = "python site/lite.py --for-tests"

if list(SITE.glob("static/pyodide/numpy-*.whl")):
    COURSE = sorted(path.relative_to(ROOT).as_posix() for folder in ("notebooks", "solutions") for path in (ROOT / folder).glob("[0-9]*.ipynb"))
else:
    COURSE = ["notebooks/02-value.ipynb", "solutions/05-mlp.ipynb"]

built = pytest.mark.skipif(not SITE.exists(), reason=f"the site for the tests is not built: {PREPARE}")
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: install it to test the browser-only edition")


# -- the package's own tests in Pyodide -----------------------------------------------------

RUNNER = """
import fs from "node:fs";
import path from "node:path";
const [core, wheels, course, code, ...selection] = process.argv.slice(1);
const { loadPyodide } = await import(core);
const python = await loadPyodide();
const extractDir = python.runPython("import site; site.getsitepackages()[0]");
for (const name of fs.readdirSync(wheels))
  python.unpackArchive(new Uint8Array(fs.readFileSync(path.join(wheels, name))), "wheel", { extractDir });
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
    # Stands for a package of which Node has no wheel: it may be imported and named, but in a test not used.
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self()

    def __call__(self, *arguments, **options):
        if "PYTEST_CURRENT_TEST" in os.environ:
            pytest.skip(f"needs {self.__name__}")
        return self

    __mul__ = __call__

absent = {name: Absent(name) for name in ("numpy", "sklearn", "sklearn.datasets", "nbformat", "nbclient")}
sys.modules.update(absent)

class Plugin:
    def pytest_collection_finish(self):
        for name in absent:
            del sys.modules[name]

options = ["-q", "-rf", "--noconftest", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:faulthandler"]
int(pytest.main([*options, *selection], plugins=[Plugin()]))
"""
FILES = ["engine", "nn", "losses", "gradcheck", "train", "graph", "layout", "player", "bugs"]
CHECKS = [
    "the_reference_passes_and_says_what_to_notice", "each_mistake_is_caught_under_its_own_name",
    "what_is_no_answer_gets_its_own_sentence", "passed_tasks_are_remembered_and_shown", "own_classes_are_kept_and_all_work_with_the_newest_value",
    "in_process_a_print_flood_is_swallowed_and_an_exit_is_an_outcome", "in_process_an_endless_loop_is_interrupted",
]  # fmt: skip
NEED_NUMPY = ["numpy", "06.fair", "07.shapes", "09."]


@pytest.mark.skipif(CORE is None or not WHEELS.exists(), reason=f"Pyodide is not there: {PREPARE}")
@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed: https://nodejs.org/en/download")
def test_the_package_passes_its_own_tests_in_pyodide():
    selection = [f"tests/test_{name}.py" for name in FILES] + [f"tests/test_check.py::test_{name}" for name in CHECKS]
    command = ["node", "--stack-size=2000", "--input-type=module", "--eval", RUNNER, CORE, WHEELS, ROOT, IN_PYODIDE, *selection]
    done = subprocess.run([*command, "-k", " and ".join(f"not {name}" for name in NEED_NUMPY)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    passed = int(done.stdout.rpartition(" passed")[0].split()[-1])
    assert passed > 500


# -- building ------------------------------------------------------------------------------


def build(*arguments):
    done = subprocess.run([sys.executable, ROOT / "site" / "lite.py", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode and done.stdout == ""
    return done.stderr.strip()


@pytest.mark.skipif(importlib.util.find_spec("jupyterlite_core") is not None, reason="JupyterLite is installed here")
def test_a_missing_tool_is_one_line_and_nothing_half_built(tmp_path):
    assert build("--out", tmp_path / "lite") == "The browser-only edition is built by JupyterLite: pip install '.[site]'"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_else_in_it_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").touch()
    assert "is no JupyterLite site, and it is not empty" in build("--out", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_of_pyodide_the_site_takes_the_core_and_the_packages_that_the_course_needs(tmp_path, monkeypatch, capsys):
    monkeypatch.syspath_prepend(ROOT / "site")
    from lite import CORE, host_pyodide

    def package(name, *depends):
        return {"file_name": f"{name}.whl", "depends": list(depends), "version": "1", "sha256": "of another build"}

    core, more = tmp_path / "pyodide", tmp_path / "more"
    core.mkdir()
    more.mkdir()
    names = {"micropip": [], "numpy": [], "matplotlib": ["Numpy", "py_parsing"], "py-parsing": [], "unrelated": []}
    lock = {"info": {}, "packages": {name: package(name, *depends) for name, depends in names.items()}}
    (core / "pyodide-lock.json").write_text(json.dumps(lock))
    for file in [*CORE, "micropip.whl", "unrelated.whl"]:
        (core / file).write_text(f'{file} "1.0"')
    (more / "numpy.whl").write_text("compiled")
    (more / "py-parsing.whl").write_text("pure")
    archive = shutil.make_archive(tmp_path / "release", "bztar", tmp_path, "pyodide")

    host_pyodide(Path(archive), [more], tmp_path / "hosted", tmp_path / "work", "1.0")
    found = {path.name for path in (tmp_path / "hosted").iterdir()}
    assert found == {*CORE, "pyodide-lock.json", "micropip.whl", "numpy.whl", "py-parsing.whl"}
    locked = json.loads((tmp_path / "hosted" / "pyodide-lock.json").read_text())["packages"]
    assert locked["numpy"]["sha256"] == hashlib.sha256(b"compiled").hexdigest()
    with pytest.raises(SystemExit, match="another version of Pyodide than the site needs, 2.0: https://.*/releases/tag/2.0"):
        host_pyodide(core, [], tmp_path / "other", tmp_path / "work", "2.0")
    assert capsys.readouterr().out == "Not in this site, so that cells which need them will fail: matplotlib\n"


@built
def test_the_site_holds_every_notebook_and_the_packages_that_pyodide_lacks():
    for folder in ("notebooks", "exercises", "solutions"):
        there = {path.name for path in (SITE / "files" / folder).glob("*.ipynb")}
        listed = json.loads((SITE / "api" / "contents" / folder / "all.json").read_text(encoding="utf-8"))["content"]
        assert {path.name for path in (ROOT / folder).glob("*.ipynb")} == there <= {file["name"] for file in listed}
    assert (SITE / "files" / "notebooks" / "images" / "map.svg").exists()
    assert json.loads((SITE / "pypi" / "all.json").read_text(encoding="utf-8")).keys() == {"mgrad", "ipywidgets", "jupyterlab-widgets", "comm"}


# -- in the browser ------------------------------------------------------------------------

CELLS = {
    "install": "import sys\nif 'google.colab' in sys.modules or sys.platform == 'emscripten':\n    %pip install -q mgrad",
    "engine": (
        "from mgrad import Value, draw_dot, play_backward, progress\n"
        "from mgrad.check import check, choose\n"
        "a, b, c, f = Value(2.0, 'a'), Value(-3.0, 'b'), Value(10.0, 'c'), Value(-2.0, 'f')\n"
        "e = a * b; d = e + c; L = d * f; e.label, d.label, L.label = 'e', 'd', 'L'\n"
        "L.backward()\na"
    ),
    "drawing": "draw_dot(L)",
    "player": "play_backward(L)",
    "passes": "check('01.sign', -3)",
    "endless": "def slope(f, x, h):\n    while True:\n        pass\n\ncheck('01.slope')",
    "own class": "from mgrad.check import keep\nclass MLP:\n    pass\nkeep('MLP', MLP)\nchoose('MLP')",
    "progress": "progress()",
    "long chain": "for _ in range(20_000):\n    a = a + 1.0\na.backward()\ndel a",
    "endless recursion": (
        "class Own:\n    def __add__(self, other):\n        return other + self\n\n"
        "try:\n    Own() + Own()\nexcept RecursionError:\n    print('stopped in time')"
    ),
    "training": (
        "from mgrad import MLP, fit, max_margin_loss\n"
        "fit(MLP(2, [4, 1]), [[0, 0], [0, 1]], [-1, 1], loss=max_margin_loss, steps=20, learning_rate=0.1)"
    ),
    "slider": (
        "import ipywidgets\n"
        "slider, words = ipywidgets.IntSlider(3), ipywidgets.HTML('3')\n"
        "slider.observe(lambda change: setattr(words, 'value', f'now {change[\"new\"]}'), 'value')\n"
        "ipywidgets.VBox([slider, words])"
    ),
    "left out": "from mgrad import optional\noptional('torch', 'pip install torch')",
    "torch": "import torch",
}  # fmt: skip


@pytest.fixture(scope="module")
def server():
    """The site, served on this computer; returns its address."""
    with served(SITE) as address:
        yield address


@pytest.fixture
def page(browser, server):  # noqa: F811
    """A page that reaches nothing but the site, and notes what it asked for elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.elsewhere = []

    def only_here(route):
        if route.request.url.startswith((server, "data:", "blob:")):
            return route.continue_()
        page.elsewhere.append(route.request.url)
        return route.abort()

    context.route("**/*", only_here)
    yield page
    context.close()


def words(cell):
    """What a cell shows, as text."""
    parts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell["outputs"]]
    return "".join("".join(part) for part in parts)


@built
@in_browser
def test_a_notebook_runs_to_its_end_and_nothing_is_requested_from_elsewhere(page, server):
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}})
    page.goto(f"{server}/lab/index.html")
    page.wait_for_function("() => window.jupyterapp", timeout=120_000)
    save = "async notebook => { const manager = window.jupyterapp.serviceManager; await manager.ready;"
    save += " await manager.contents.save('exercises/new.ipynb', {type: 'notebook', format: 'json', content: notebook}); }"
    page.evaluate(save, notebook)

    state = run_all(page, f"{server}/lab/index.html?path=exercises/new.ipynb", seconds=200)
    said = dict(zip(CELLS, map(words, state["notebook"])))
    assert state["errors"] == []
    assert said["install"] == "" and said["engine"] == "Value(data=2.0, grad=6.0, label='a')"
    assert "L = d × f" in said["drawing"] and page.locator(".jp-OutputArea img[alt*='L = d × f']").count() == 1
    assert "01.sign: passed" in said["passes"] and "No answer within 5 seconds" in said["endless"]
    assert "your own MLP" in said["own class"] and "1 of" in said["progress"].splitlines()[0]
    assert said["endless recursion"] == "stopped in time\n"
    assert said["left out"] == "torch is not available in the browser: the cells that need it are left out\n"
    assert "step 20/20" in said["training"] and "left out: this cell needs torch" in said["torch"]

    kept = "async () => (await window.jupyterapp.serviceManager.contents.get('exercises/progress.txt', {type: 'file', format: 'text', content: true})).content"
    assert page.evaluate(kept).startswith("01.sign passed")
    step_through(page, page.locator(".mgrad-player"))
    page.get_by_role("slider").last.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("now 4").wait_for()
    assert page.elsewhere == []


@built
@in_browser
@pytest.mark.parametrize("path", COURSE)
def test_the_course_runs_to_its_end(page, server, path):
    state = run_all(page, f"{server}/lab/index.html?path={path}", seconds=600)
    broken_on_purpose = [cell for cell in state["notebook"] if "raises-exception" in cell["metadata"].get("tags", [])]
    assert len(state["errors"]) == len(broken_on_purpose)
    assert ": not yet." not in "".join(words(cell) for cell in state["notebook"] if cell["cell_type"] == "code")
    assert page.elsewhere == []


@built
@in_browser
def test_on_a_phone_the_notebook_has_the_room(page, server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/lab/index.html?path=notebooks/02-value.ipynb")
    wait_for(page, lambda state: state["ready"] and state["status"] == "idle")
    assert page.evaluate("() => document.querySelector('.jp-NotebookPanel').clientWidth") > 300
    assert page.elsewhere == []


@built
@in_browser
def test_the_address_of_the_site_opens_lesson_0(page, server):
    page.goto(f"{server}/")
    wait_for(page, lambda state: state["cells"] > 3, 120)
    assert page.get_by_role("tab", name="00-start-here.ipynb").count() == 1
    assert page.elsewhere == []
