"""The pages in a real browser: JupyterLab, the exported HTML, keyboard, sliders, hostile labels."""

import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest
from IPython.core.formatters import DisplayFormatter

from mgrad import Value, draw_dot, explain, play_backward

sys.path.insert(0, str(Path(__file__).parent.parent / "instructor"))
from rehearse import (
    CHROMIUM,
    chromium,
    jupyterlab,
    open_notebook,
    run_cells,
    sections,
)
from slides import COVER

ROOT = Path(__file__).parent.parent
NO_CHROMIUM = "no Chromium found: install it to test the pages in a browser"
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)


@contextmanager
def served(folder):
    """A folder of web pages, served on this computer; yields its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
    )
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("dialog", lambda dialog: (page.errors.append("dialog"), dialog.dismiss()))
    yield page
    page.close()


@pytest.fixture(scope="module")
def lab():
    with jupyterlab() as address:
        yield address


def grads(player):
    return player.locator(".card .grad").all_text_contents()


def step_through(page, player):
    """Use the keyboard, and check the grads of L = (a*b + c)*f on the way."""
    player.scroll_into_view_if_needed()
    player.focus()
    assert set(grads(player)) == {"0.0000"}
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert grads(player) == [
        "0.0000",
        "0.0000",
        "-2.0000",
        "-2.0000",
        "-2.0000",
        "4.0000",
        "1.0000",
    ]
    assert "e.grad += 1 × -2 = -2" in player.locator("[aria-live]").inner_text()
    page.keyboard.press("End")
    assert grads(player) == [
        "6.0000",
        "-4.0000",
        "-2.0000",
        "-2.0000",
        "-2.0000",
        "4.0000",
        "1.0000",
    ]
    player.get_by_role("button", name="previous step").click()
    page.keyboard.press("Home")
    assert set(grads(player)) == {"0.0000"}


TYPE = """async code => {
  const {commands, shell} = window.jupyterapp;
  const {content} = shell.currentWidget;
  content.activeCellIndex = content.widgets.length - 1;
  await commands.execute('notebook:insert-cell-below');
  content.activeCell.model.sharedModel.setSource(code);
  commands.execute('notebook:run-cell');
}"""
PLAYER = """
from mgrad import Value, play_backward
a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
e = a * b; d = e + c; L = d * f; e.label, d.label, L.label = "e", "d", "L"
play_backward(L)"""


def test_in_jupyterlab_a_lesson_covers_its_answers_and_runs_and_its_figures_obey_the_keyboard(
    page, lab
):
    from playwright.sync_api import expect  # where it is missing, all is skipped

    open_notebook(page, lab("01-derivatives.ipynb"))
    covers = page.locator(".jp-OutputPlaceholder")
    covers.first.wait_for()
    assert covers.count() > 2 and {text.strip() for text in covers.all_text_contents()} == {COVER}
    state = run_cells(page)
    assert state["errors"] == [] and covers.count() == 0
    timed = sections(state["notebook"])  # what ``make rehearse`` prints
    assert ("At the bottom", True) in [(heading, seconds > 0) for heading, _, seconds in timed]
    live = page.locator(".jupyter-widgets.widget-vbox").first
    live.scroll_into_view_if_needed()
    picture = live.locator("img")
    before, sentence = picture.get_attribute("src"), live.locator("[aria-live]").inner_text()
    live.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    expect(picture).not_to_have_attribute("src", before, timeout=60_000)
    expect(live.locator("[aria-live]")).not_to_have_text(sentence, timeout=60_000)
    page.evaluate(TYPE, PLAYER)
    step_through(page, page.locator(".mgrad-player").first)
    assert page.errors == []


def notebook_page(tmp_path, *shown):
    """A notebook that shows these objects, exported as an HTML file."""
    from nbconvert import HTMLExporter  # not in each worker

    show = DisplayFormatter().format
    outputs = [nbformat.v4.new_output("display_data", data=show(thing)[0]) for thing in shown]
    cell = nbformat.v4.new_code_cell("shown", outputs=outputs)
    page, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def test_the_player_works_in_an_exported_html_page_without_a_kernel(page, tmp_path):
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    d = e + c
    loss = d * f
    e.label, d.label, loss.label = "e", "d", "L"
    page.route("http*://**", lambda route: route.abort())
    page.goto(notebook_page(tmp_path, play_backward(loss)))
    step_through(page, page.locator(".mgrad-player"))


def test_a_hostile_label_executes_nothing(page, tmp_path):
    a = Value(2.0, "</script><img src=x onerror=alert(1)><script>alert(2)</script>")
    page.route("http*://**", lambda route: route.abort())
    shown = draw_dot(a * a), play_backward(a * a), explain(a * a, a)
    page.goto(notebook_page(tmp_path, *shown))
    page.locator(".mgrad-player").get_by_role("button", name="next step").click()
    page.wait_for_timeout(500)
    assert [error for error in page.errors if "dialog" in error] == []
    assert (
        page.locator(".mgrad-player img").count() == 0
        and page.locator(".mgrad-player svg").count() == 1
    )
