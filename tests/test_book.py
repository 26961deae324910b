"""The course book as ``make site`` builds it:

links, search, keyboard, phones, contrast, and no other host.
"""

import importlib
import json
import posixpath
import re
from collections import Counter
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from test_browser import CHROMIUM, browser, served, step_through

from mgrad.translation import languages

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "site"
EPUB = SITE / "mgrad.epub"
AXE = next((ROOT / "build" / "npm").glob("axe-core@*/node_modules/axe-core/axe.min.js"), None)
PAGES = [
    "index.html",
    "notebooks/03-chain-rule.html",
    "exercises/03-chain-rule.html",
    "notebooks/glossary.html",
]

ITEM = "{http://www.idpf.org/2007/opf}item"

built = pytest.mark.skipif(
    not (SITE / "index.html").exists(), reason="the book is not built: make site"
)
in_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium found: install it to test the book in a browser"
)
TYPESET = "window.MathJax?.startup?.promise"


ELSEWHERE = [SITE / "lite", *(SITE / language for language in languages())]


def html_files():
    return sorted(p for p in SITE.rglob("*.html") if not {*p.parents} & {*ELSEWHERE})


class Links(HTMLParser):
    """The anchors of a page, and the addresses that it mentions."""

    def __init__(self, path):
        super().__init__()
        self.anchors, self.addresses = {""}, []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors.update(filter(None, (attributes.get("id"), attributes.get("name"))))
        self.addresses += filter(None, (attributes.get("href"), attributes.get("src")))


@built
def test_no_link_leads_nowhere():
    translations = [p for code in languages() for p in (SITE / code).rglob("*.html")]
    pages = {path.resolve(): Links(path) for path in (*html_files(), *translations)}
    broken = []
    for page, links in pages.items():
        for address in links.addresses:
            if page.name == "404.html":  # served at any address
                assert address.startswith(("#", "/", "http")), address
                address = re.sub(r"^/[^/]*/", "", address)
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            elsewhere = (
                parts.scheme
                or parts.netloc
                or any(it in target.parents and not it.exists() for it in ELSEWHERE)
                or target.name in ("mgrad.pdf", "mgrad.epub")  # made after the book
            )
            if elsewhere or target in pages and unquote(parts.fragment) in pages[target].anchors:
                continue
            if target in pages or not target.is_file():
                broken.append(f"{page.relative_to(SITE)}: {address}")
    assert len(pages) > 30 and broken == []


@pytest.mark.skipif(not EPUB.exists(), reason="the EPUB is not built: make site")
def test_the_epub_is_xml_that_lists_its_files_and_needs_no_script_and_no_host():
    with ZipFile(EPUB) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
        first = opened.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    listed = {e.get("href"): e for e in ElementTree.fromstring(files["content.opf"]).iter(ITEM)}
    assert {*listed} == {*files} - {"mimetype", "META-INF/container.xml", "content.opf"}
    assert listed["cover.png"].get("properties") == "cover-image"

    pages = {name: ElementTree.fromstring(files[name]) for name in files if name[-6:] == ".xhtml"}
    names = {page: [e.get("id") for e in found.iter() if e.get("id")] for page, found in
             pages.items()}  # fmt: skip
    formulas, pictures = 0, 0
    for page, found in pages.items():
        assert len(names[page]) == len({*names[page]}), page
        tags = Counter(element.tag.split("}")[-1] for element in found.iter())
        assert not tags & Counter(("script", "iframe", "button")), page
        assert ("mathml" in listed[page].get("properties", "")) == ("math" in tags), page
        formulas, pictures = formulas + tags["math"], pictures + tags["img"]
        for element in found.iter():
            assert element.get("src") is None or element.get("alt"), page
            address = element.get("href") or element.get("src") or ""
            if element.tag.endswith("}a") and address.startswith("https://"):
                continue
            path, _, anchor = unquote(address).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            target = target if path else page
            assert target in files and (not anchor or anchor in names[target]), f"{page}: {address}"
    assert len(pages) > 25 and formulas > 300 and pictures > 100


@pytest.mark.skipif(not (SITE / "de").exists(), reason="no book in German: make site LANGUAGE=de")
def test_the_german_book_is_german_around_its_pages_and_marks_what_is_english():
    lesson = (SITE / "de" / "notebooks" / "01-derivatives.html").read_text("utf-8")
    for words in ("Lektionen", "Auf dieser Seite", "Erst deine Vorhersage. Antwort zeigen"):
        assert words in lesson
    assert 'lang="de"' in lesson and "On this page" not in lesson
    design = (SITE / "de" / "docs" / "design.html").read_text("utf-8")
    assert '<html class="no-js" lang="en"' in design


@pytest.fixture(scope="module")
def server():
    """The book, served on this computer; returns its address."""
    with served(SITE) as address:
        yield address


@pytest.fixture
def visit(browser, server):
    """Open a page of the book; whatever goes wrong there is collected in ``page.troubles``."""
    opened = []

    def visit(path, **options):
        page = browser.new_page(**options)
        opened.append(page)
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("requestfailed", lambda request: page.troubles.append(request.url))
        page.on(
            "response",
            lambda response: page.troubles.append(response.url) if response.status >= 400 else None,
        )
        page.on(
            "request",
            lambda request: (
                page.troubles.append(request.url)
                if not request.url.startswith((server, "data:"))
                else None
            ),
        )
        page.goto(f"{server}/{path}")
        page.wait_for_load_state("networkidle")
        page.evaluate(TYPESET)
        return page

    yield visit
    for page in opened:
        page.close()


@built
@in_browser
@pytest.mark.parametrize(
    "path", [*PAGES, "notebooks/05-mlp.html", "reference/engine.html", "search.html"]
)
def test_a_page_asks_no_other_host(visit, path):
    page = visit(path)
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(500)
    assert page.troubles == []


@built
@in_browser
def test_the_player_steps_without_a_kernel(visit):
    page = visit("notebooks/03-chain-rule.html")
    step_through(page, page.locator(".mgrad-player").first)
    assert page.troubles == []


@built
@in_browser
def test_an_answer_is_covered_until_it_is_opened_or_printed(visit):
    page = visit("notebooks/01-derivatives.html")
    covers = page.locator("details.hide")
    first, answer = covers.first, covers.first.locator(".cell_output")
    assert covers.count() > 10 and not answer.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert answer.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not answer.is_visible()
    first.get_by_text("Show the answer").click()
    assert "14.02" in answer.inner_text() and "Your prediction" not in answer.inner_text()


@built
@in_browser
def test_formulas_are_typeset(visit):
    page = visit("notebooks/03-chain-rule.html")
    assert page.locator("span.math mjx-container svg").count() > 10
    assert page.locator("mjx-merror").count() == 0


@built
@in_browser
def test_the_search_finds_the_chain_rule_in_lessons_before_exercises(visit):
    page = visit("search.html?q=chain+rule")
    found = page.locator("#search-results li a")
    found.and_(page.locator("[href*='exercises/']")).first.wait_for()
    folders = [link.get_attribute("href").split("/")[0] for link in found.all()]
    assert "03-chain-rule" in found.first.get_attribute("href")
    assert "notebooks" not in folders[folders.index("exercises") :]
    assert page.troubles == []


@built
@in_browser
def test_the_keyboard_reaches_the_answers_and_the_player(visit):
    page = visit("notebooks/03-chain-rule.html")

    def tab_to(selector):
        for _ in range(100):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"100 times Tab, and never at {selector}")

    tab_to("article summary")
    page.keyboard.press("Enter")
    assert page.locator("article details").first.get_attribute("open") is not None
    tab_to(".mgrad-player [aria-label='next step']")
    page.keyboard.press("Enter")
    assert page.locator(".mgrad-player [aria-live]").first.inner_text().startswith("Step 1")


THIN = """() => {  // colours of code repeat a thousand times, and formulas: a few of each will do
  document.querySelectorAll('details').forEach(answer => answer.open = true);
  const seen = new Set();
  for (const span of document.querySelectorAll('.highlight span:not(:has(span))')) {
    const output = span.closest('.cell_output') ? 'output' : span.closest('details') ? 'hint' : '';
    const kind = `${span.className} ${output}`;
    if (seen.has(kind)) span.replaceWith(span.textContent);
    seen.add(kind);
  }
  const formulas = [...document.querySelectorAll('mjx-container')];
  formulas.slice(3).forEach(formula => formula.replaceWith('x'));
}"""
LOOK = """async options => {
  const {violations} = await axe.run({resultTypes: ['violations'], ...options});
  return violations.flatMap(violation => violation.nodes.map(
    it => `${violation.id}: ${it.html.slice(0, 160)} ${it.failureSummary.slice(0, 200)}`));
}"""
SCHEMES = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}


@built
@in_browser
@pytest.mark.skipif(AXE is None, reason="axe-core is not there: python site/book.py --for-tests")
def test_no_page_is_wider_than_a_phone_and_axe_finds_nothing_in_either_scheme(visit, server):
    page, found = visit("index.html", viewport={"width": 1280, "height": 900}), []

    def look(name):
        page.add_script_tag(path=AXE)
        page.add_style_tag(content="* { animation: none !important; transition: none !important }")
        page.evaluate(THIN)
        for scheme, options in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            found.extend(f"{name}, {scheme}: {words}" for words in page.evaluate(LOOK, options))

    look("index.html, wide")
    page.set_viewport_size({"width": 360, "height": 740})
    for path in html_files():
        name = path.relative_to(SITE).as_posix()
        page.goto(f"{server}/{name}")
        page.evaluate(TYPESET)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            found.append(f"{name}: too wide")
        if name == "contents.html" or name.startswith(("notebooks/", "solutions/")):
            look(name)  # exercises are solutions without answers
    assert found == [], "\n".join(found)


@pytest.fixture
def pages(monkeypatch):
    """What the book makes of a notebook."""
    monkeypatch.syspath_prepend(ROOT / "site")
    return importlib.import_module("pages")


def test_solutions_are_called_so_and_show_broken_code_apart_from_mended_without_markers(pages):
    notebook = ROOT / "solutions" / "03-chain-rule.ipynb"
    cells = json.loads(pages.page(notebook))["cells"]
    code = [one["source"] for one in cells if one["cell_type"] == "code"]
    first, *others = [one["source"] for one in cells if one["cell_type"] == "markdown"]
    assert first.startswith("# 03 · Solutions: The chain rule") and "Write your" not in first
    assert not re.search(r"SOLUTION|mend it|= \.\.\.\n", "\n".join(code))
    assert others.count("Broken:") == others.count("Mended:") == 3
    at = [one["source"] for one in cells].index("Broken:")
    broken, _, mended = (one["source"] for one in cells[at + 1 : at + 4])
    assert "left.grad = right" in broken and "left.grad += right" in mended
    assert json.loads(notebook.read_text("utf-8"))["cells"][-1]["id"] == cells[-1]["id"]


def test_the_contents_name_every_section_of_a_lesson_every_task_and_every_mistake(pages):
    text = pages.contents()
    assert "[One value, two paths](<notebooks/03-chain-rule.ipynb#One-value,-two-paths>)" in text
    assert "[2 · Five local derivatives](<exercises/03-chain-rule.ipynb#" in text
    lessons, mistakes = text.split("## Broken on purpose")
    assert "Break it" not in lessons.replace("#Break-it", "")
    assert "[A dead relu](<notebooks/04-neuron.ipynb#" in mistakes
    assert "[2 · The wrong sign](<notebooks/05-mlp.ipynb#" in mistakes
    assert not re.search(r"\b00\d-\d\d\b|Check yourself", text)


def test_in_german_a_page_is_german_and_one_without_translation_says_that_it_is_not(
    pages, monkeypatch
):
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    cells = json.loads(pages.page(ROOT / "solutions" / "03-chain-rule.ipynb"))["cells"]
    text = "\n".join(one["source"] for one in cells)
    assert text.startswith("# 03 · Lösungen: Die Kettenregel") and "Schreib deine" not in text
    assert text.count("Kaputt:") == text.count("Repariert:") == 3
    assert not re.search(r"SOLUTION|(mend|reparier) (it|es)|= \.\.\.\n|Broken", text)
    untold = pages.over(ROOT / "notebooks" / "13-of-next-year.ipynb")
    assert untold == "*Diese Seite ist noch nicht übersetzt.*"
    assert "[Ein Wert, zwei Wege](<notebooks/03-chain-rule.ipynb#Ein-Wert,-zwei-Wege>)" in (
        contents := pages.contents()
    )
    assert "Kettenregel.ipynb" not in contents and "## Mit Absicht kaputt" in contents
    assert pages.in_own_language("exercises/01-derivatives") and pages.in_own_language("index")
    assert not pages.in_own_language("docs/design")
    monkeypatch.setenv("MGRAD_LANGUAGE", "")
    assert '<a href="de/index.html" hreflang="de" lang="de">Deutsch</a>' in pages.other_languages()


def test_a_page_in_german_has_the_outputs_that_a_run_in_german_gave(pages, monkeypatch, tmp_path):
    name = "notebooks/01-derivatives.ipynb"
    ran = tmp_path / "de" / name
    ran.parent.mkdir(parents=True)
    notebook = json.loads((ROOT / name).read_text("utf-8"))
    for one in notebook["cells"]:
        if one["cell_type"] == "code":
            one["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]}]
    ran.write_text(json.dumps(notebook))
    monkeypatch.setattr("outputs.RUN", tmp_path)
    for language, same in (("de", True), ("", False)):
        monkeypatch.setenv("MGRAD_LANGUAGE", language)
        code = [c for c in json.loads(pages.page(ROOT / name))["cells"] if c["cell_type"] == "code"]
        assert all(one["outputs"][0].get("text") == "a\nb" for one in code[1:]) is same


def test_what_a_run_in_german_leaves_out_is_not_taken_from_an_earlier_one(
    pages, monkeypatch, tmp_path
):
    monkeypatch.setattr("outputs.RUN", tmp_path)
    earlier = tmp_path / "de" / "notebooks" / "01-derivatives.ipynb"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("{}")
    importlib.import_module("outputs").run_language("de", "none-*")
    assert not earlier.exists()


@pytest.fixture
def book(monkeypatch):
    """The program that builds the book."""
    monkeypatch.syspath_prepend(ROOT / "site")
    return importlib.import_module("book")


def test_without_npm_one_line_says_how_to_get_it_and_nothing_is_left_behind(
    book, monkeypatch, tmp_path
):
    monkeypatch.setattr(book.shutil, "which", lambda name: None)
    monkeypatch.setattr(book, "from_npm", partial(book.from_npm, kept=tmp_path / "npm"))
    with pytest.raises(SystemExit, match="npm.*https://nodejs.org"):
        book.main(["--out", str(tmp_path / "site")])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_book_is_never_replaced(book, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(SystemExit, match="no book"):
        book.main(["--out", str(tmp_path)])
    assert (tmp_path / "letter.txt").exists()


def test_what_other_programs_made_survives_a_new_book(book, monkeypatch, tmp_path):
    def build(work):
        (work / "html").mkdir()
        (work / "html" / "index.html").write_text("new")
        return work / "html"

    site = tmp_path / "site"
    for name in ("lite", "de"):
        (site / name).mkdir(parents=True)
    (site / "mgrad.pdf").touch()
    monkeypatch.setattr(book, "build", build)
    book.main(["--out", str(site)])
    there = sorted(path.name for path in site.iterdir())
    assert there == ["de", "index.html", "lite", "mgrad.pdf"]
    assert list(tmp_path.iterdir()) == [site]
