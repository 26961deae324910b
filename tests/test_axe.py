"""Notebooks in JupyterLab, light and dark, under the eyes of axe: nothing to complain of.

``test_book.py`` looks at the same texts and outputs in the book, at all of them. Here it is a few,
because JupyterLab needs long to open them; AXE=all looks at each.
"""

import os
import sys
from pathlib import Path

import pytest
from test_book import AXE
from test_browser import CHROMIUM, browser

sys.path.insert(0, str(Path(__file__).parent.parent / "instructor"))
from rehearse import jupyterlab

ROOT = Path(__file__).parent.parent
FOLDERS = ("notebooks", "exercises", "solutions")
FEW = ["notebooks/00-start-here.ipynb", "solutions/01-derivatives.ipynb"]
NOTEBOOKS = FEW
if os.environ.get("AXE") == "all":
    NOTEBOOKS = sorted(
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in ROOT.glob(f"{folder}/*.ipynb")
    )
OPEN = """async path => {
  const app = window.jupyterapp;
  const kernelPreference = {shouldStart: false, canStart: false, autoStartDefault: false};
  const widget = await app.commands.execute(
    'docmanager:open', {path, factory: 'Notebook', kernelPreference});
  await widget.context.ready;
  window.opened = widget;
  await widget.revealed;
  for (const cell of widget.content.model.cells) cell.trusted = true;  // as when it was run
  for (const details of widget.node.querySelectorAll('details')) details.open = true;
  for (const cell of widget.content.widgets) if (cell.outputHidden) cell.outputHidden = false;
}"""
LOOK = """async rules => {  // what the course has made, not JupyterLab's own controls around it
  const panel = window.opened.node;
  // in JupyterLab's panels axe takes everything for invisible
  const copy = panel.querySelector('.jp-WindowedPanel-viewport').cloneNode(true);
  for (const image of copy.querySelectorAll('img')) image.removeAttribute('src');  // not again
  // colours of code repeat a thousand times, and formulas: a few of each will do
  const seen = new Set();
  for (const span of copy.querySelectorAll('pre span:not(:has(span))')) {
    const kind = `${span.className} ${span.getAttribute('style')} ${Boolean(span.closest('code'))}`;
    if (seen.has(kind)) span.replaceWith(span.textContent);
    seen.add(kind);
  }
  for (const formula of [...copy.querySelectorAll('mjx-container')].slice(3))
    formula.replaceWith('formula');
  Object.assign(copy.style, {position: 'static', background: 'var(--jp-layout-color0)'});
  document.body.append(copy);
  document.body.classList.add('under-the-eyes');
  const include = [...copy.querySelectorAll('.jp-MarkdownOutput, .jp-OutputArea-output')];
  const {violations} = await axe.run({include}, {resultTypes: ['violations'], ...rules});
  // JupyterLab puts this word where there is none
  const mute = [...copy.querySelectorAll('img:not([alt]), img[alt=""], img[alt="Image"]')];
  copy.remove();
  document.body.classList.remove('under-the-eyes');
  return [...mute.map(image => `no words: ${image.outerHTML.slice(-200)}`),
    ...violations.flatMap(violation => violation.nodes.map(
      it => `${violation.id}: ${it.html.slice(0, 160)} ${it.failureSummary.slice(0, 200)}`))];
}"""
# the colour of a comment in JupyterLab's dark theme is too faint for axe, 4.15 to 1: not ours
STYLE = """body.under-the-eyes {overflow: visible; position: static; height: auto;
  --jp-mirror-editor-comment-color: var(--jp-content-font-color1)}
body.under-the-eyes > .jp-LabShell {display: none}"""
# links without a line under them are JupyterLab's own
LIGHT = {"rules": {"link-in-text-block": {"enabled": False}}}
RULES = {"JupyterLab Light": LIGHT, "JupyterLab Dark": {"runOnly": ["color-contrast"]}}
PLANT = """() => {  // two faults, to see that they are seen
  const text = window.opened.node.querySelector('.jp-MarkdownOutput');
  text.insertAdjacentHTML('beforeend', '<p class="fault" style="color:#bbb">faint</p>');
  text.insertAdjacentHTML('beforeend', '<p class="fault"><img width="9" height="9"></p>');
}"""
THEME = "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found")
@pytest.mark.skipif(AXE is None, reason="axe-core is not there: python site/book.py --for-tests")
def test_axe_finds_nothing_in_a_notebook_in_either_theme(browser):
    page, found = browser.new_page(), []
    with jupyterlab(FOLDERS, windowingMode="none") as address:

        def begin():
            page.goto(address("glossary.ipynb"))
            page.wait_for_selector(".jp-MarkdownOutput", state="attached")
            page.add_script_tag(path=AXE)
            page.add_style_tag(content=STYLE)

        begin()
        page.evaluate(OPEN, "notebooks/glossary.ipynb")
        page.evaluate(PLANT)
        faults = page.evaluate(LOOK, LIGHT)
        assert [fault.partition(":")[0] for fault in faults] == [
            "no words", "color-contrast", "image-alt",
        ]  # fmt: skip
        page.evaluate("window.opened.node.querySelectorAll('.fault').forEach(it => it.remove())")
        for number, path in enumerate(NOTEBOOKS, start=1):
            if number % 4 == 0:  # after many notebooks JupyterLab takes a minute for each
                begin()
            page.evaluate(OPEN, path)
            page.wait_for_timeout(1000)  # for the mathematics
            for theme, rules in RULES.items():
                page.evaluate(THEME, theme)
                found += [f"{path}, {theme}: {words}" for words in page.evaluate(LOOK, rules)]
            page.evaluate("window.opened.close()")
    assert found == []
