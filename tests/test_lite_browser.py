"""The browser-only edition in a real browser, with Python served by the site itself.

``python site/lite.py --for-tests`` fetches and builds what is needed, with the packages of the
extra ``site``.
With ``--wheels FOLDER``, a folder of Pyodide's compiled packages, the whole course is run, not only
what needs no NumPy.
"""

import sys
import zipfile

import nbformat
import pytest
from test_browser import TYPE, browser, served, step_through
from test_lite import ROOT, SITE, built

sys.path.insert(0, str(ROOT / "instructor"))
from rehearse import CHROMIUM, run_all

pytestmark = [
    built,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium found: install it to test the browser-only edition"
    ),
]

if list(SITE.glob("static/pyodide/numpy-*.whl")):
    COURSE = sorted(
        path.relative_to(ROOT).as_posix()
        for folder in ("notebooks", "solutions")
        for path in (ROOT / folder).glob("[0-9]*.ipynb")
    )
else:
    COURSE = ["notebooks/02-value.ipynb", "solutions/04-neuron.ipynb"]

CELLS = {
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
    "own class": (
        "from mgrad.check.mine import keep\nclass MLP:\n    pass\nkeep('MLP', MLP)\nchoose('MLP')"
    ),
    "progress": "progress()",
    "long chain": "for _ in range(20_000):\n    a = a + 1.0\na.backward()\ndel a",
    "own long chains": (
        "class Own: pass\nclass Slim:\n    __slots__ = ('_prev', '__held', 'back')\n"
        "for kind in (Own, Slim):\n"
        "    for hold in (lambda x: x, lambda x: (x,), lambda x: [x], lambda x: {x}):\n"
        "        node = None\n"
        "        for _ in range(20_000):\n"
        "            new = kind()\n            new._prev, old = hold(node), node\n"
        "            new.back = lambda new=new, old=old: None\n            node = new\n"
        "        del node, new, old\n"
        "import gc; gc.collect()\nprint('still there')"
    ),
    "lists in lists": (
        "x, y, z = [], (), {}\n"
        "for _ in range(50_000):\n    x, y, z = [x], (y,), {1: z}\n"
        "del y, z\nx"
    ),
    "lists freed": "%reset -f out\ndel x\nprint('still there')",
    "endless recursion": (
        "class Own:\n    def __add__(self, other):\n        return other + self\n\n"
        "try:\n    Own() + Own()\nexcept RecursionError:\n    print('stopped in time')"
    ),
    "training": (
        "from mgrad import MLP, fit, max_margin_loss\n"
        "fit(MLP(2, [4, 1]), [[0, 0], [0, 1]], [-1, 1], loss=max_margin_loss, steps=20, "
        "learning_rate=0.1)"
    ),
    "slider": (
        "import ipywidgets\n"
        "slider, words = ipywidgets.IntSlider(3), ipywidgets.HTML('3')\n"
        "slider.observe(lambda change: setattr(words, 'value', f'now {change[\"new\"]}'), "
        "'value')\n"
        "ipywidgets.VBox([slider, words])"
    ),
    "review": "from mgrad import review\nreview(1)",
    "left out": "from mgrad import optional\noptional('torch', 'pip install torch')",
    "torch": "import torch",
    "missing": "import nonesuch",
}


SAVE = """async ([path, type, format, content]) => {
  const manager = window.jupyterapp.serviceManager;
  await manager.ready;
  await manager.contents.save(path, {type, format, content});
}"""


@pytest.fixture(scope="module")
def server():
    """The site, served on this computer; returns its address."""
    with served(SITE) as address:
        yield address


@pytest.fixture
def page(browser, server):
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
    parts = [
        output.get("text") or output.get("data", {}).get("text/plain", "")
        for output in cell["outputs"]
    ]
    return "".join("".join(part) for part in parts)


def test_a_notebook_runs_to_its_end_and_nothing_is_requested_from_elsewhere(page, server):
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}})
    page.goto(f"{server}/tree/index.html")
    page.wait_for_function("() => window.jupyterapp", timeout=120_000)
    page.evaluate(SAVE, ["exercises/new.ipynb", "notebook", "json", notebook])

    state = run_all(page, f"{server}/notebooks/index.html?path=exercises/new.ipynb", seconds=200)
    said = dict(zip(CELLS, map(words, state["notebook"])))
    assert state["errors"] == ["No module named 'nonesuch'"]
    assert "in a cell of its own: %pip install nonesuch" in said["missing"]
    assert said["engine"] == "Value(data=2.0, grad=6.0, label='a')"
    assert (
        "L = d × f" in said["drawing"]
        and page.locator(".jp-OutputArea img[alt*='L = d × f']").count() == 1
    )
    assert "01.sign: passed" in said["passes"] and "No answer within 5 seconds" in said["endless"]
    assert "your own MLP" in said["own class"] and "1 of" in said["progress"].splitlines()[0]
    assert said["own long chains"] == "still there\n"
    assert said["lists in lists"].endswith("lists in lists: the browser cannot show them")
    assert said["lists freed"].endswith("still there\n")
    assert said["endless recursion"] == "stopped in time\n"
    assert (
        said["left out"]
        == "torch is not available in the browser: the cells that need it are left out\n"
    )
    assert "step 20/20" in said["training"] and "left out: this cell needs torch" in said["torch"]

    kept = (
        "async () => (await "
        "window.jupyterapp.serviceManager.contents.get('exercises/progress.txt', {type: 'file', "
        "format: 'text', content: true})).content"
    )
    assert page.evaluate(kept).startswith("01.sign passed")
    step_through(page, page.locator(".mgrad-player"))
    page.get_by_role("button", name="a", exact=True).first.click()
    page.get_by_text("a) ").first.wait_for()
    page.get_by_role("slider").last.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("now 4").wait_for()
    assert page.elsewhere == []

    page.evaluate(TYPE, "while True:\n    pass")
    page.get_by_role("button", name="Restart Python").click(timeout=90_000)
    page.get_by_text("Python has begun anew").wait_for(timeout=90_000)


@pytest.mark.parametrize("path", COURSE)
def test_the_course_runs_to_its_end(page, server, path):
    state = run_all(page, f"{server}/notebooks/index.html?path={path}", seconds=600)
    broken_on_purpose = [
        cell for cell in state["notebook"] if "raises-exception" in cell["metadata"].get("tags", [])
    ]
    assert len(state["errors"]) == len(broken_on_purpose)
    assert ": not yet." not in "".join(
        words(cell) for cell in state["notebook"] if cell["cell_type"] == "code"
    )
    assert page.elsewhere == []


def opened(page):
    """The path of the notebook in front, and how many Pythons run, once there is one."""
    page.wait_for_function(
        "() => window.jupyterapp?.shell.currentWidget?.context?.isReady", timeout=120_000
    )
    return page.evaluate(
        "() => [window.jupyterapp.shell.currentWidget.context.path,"
        " [...window.jupyterapp.serviceManager.kernels.running()].length <= 1]"
    )


def test_each_of_six_links_in_a_row_opens_its_own_page(page, server):
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("01-derivatives", "02-value", "03-chain-rule"):
        for folder in ("notebooks", "exercises"):
            path = f"{folder}/{name}.ipynb"
            page.goto(f"{server}/notebooks/index.html?path={path}")
            assert opened(page) == [path, True]
    assert page.evaluate("() => document.querySelector('.jp-Notebook').clientWidth") > 300
    assert page.elsewhere == []


def test_work_survives_a_new_version_of_the_site_and_travels_in_a_zip_file(page, server, tmp_path):
    address, path = f"{server}/notebooks/index.html?path=", "exercises/02-value.ipynb"
    page.goto(address + path)
    opened(page)
    cells, python = [nbformat.v4.new_code_cell("my = 'own work'")], {"name": "python"}
    mine = nbformat.v4.new_notebook(cells=cells, metadata={"language_info": python})
    page.evaluate(SAVE, [path, "notebook", "json", mine])
    page.evaluate(SAVE, ["exercises/progress.txt", "file", "text", "01.sign passed é\n"])
    page.evaluate("() => localStorage.clear()")  # as if the site had been another one
    page.goto(address + path)
    page.get_by_text("This page is new. Your copy is kept: exercises/02-value (yours").wait_for()
    page.get_by_role("button", name="Open it").click()
    page.get_by_text("'own work'").wait_for(timeout=60_000)
    aside, _ = opened(page)

    page.get_by_text("My work", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download it").click()
    download.value.save_as(tmp_path / "work.zip")
    with zipfile.ZipFile(tmp_path / "work.zip") as packed:
        assert packed.testzip() is None
        assert sorted(packed.namelist()) == [aside, "exercises/progress.txt"]
        assert packed.read("exercises/progress.txt").decode() == "01.sign passed é\n"
        assert "own work" in packed.read(aside).decode()

    with zipfile.ZipFile(tmp_path / "home.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(path, nbformat.writes(mine).replace("own work", "work from home"))
        packed.writestr("exercises/mine/engine.py", "class Value: pass\n")
    page.goto(address + path)
    opened(page)
    page.locator("#mgrad-bar input").set_input_files(tmp_path / "home.zip")
    page.get_by_text("'work from home'").wait_for(timeout=60_000)
    page.get_by_text("My work", exact=True).click()
    page.get_by_role("button", name="This page afresh").click()
    page.get_by_text("This page is new").wait_for(timeout=60_000)
    opened(page)
    assert page.get_by_text("work from home").count() == 0


def test_without_a_network_the_page_says_so(page, server):
    page.context.route("**/static/pyodide/**", lambda route: route.abort())
    page.goto(f"{server}/notebooks/index.html?path=notebooks/02-value.ipynb")
    page.get_by_text("Python cannot be fetched: is there a network?").wait_for(timeout=60_000)


def test_the_address_of_the_site_opens_lesson_0(page, server):
    page.goto(f"{server}/")
    assert opened(page)[0] == "notebooks/00-start-here.ipynb"
    assert page.elsewhere == []


def test_opened_from_disk_the_site_says_that_it_needs_a_server(browser):
    page = browser.new_page()
    page.goto((SITE / "index.html").as_uri())
    page.get_by_text("python -m http.server").wait_for(timeout=10_000)
    page.close()
