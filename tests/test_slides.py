"""The slides: which cell begins one, and the built decks in a real browser (``make slides``)."""

import copy
import importlib
import json
import re
import shutil
import sys
from functools import partial
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from test_browser import CHROMIUM, browser, step_through

ROOT = Path(__file__).parent.parent
DECKS = ROOT / "build" / "slides"
sys.path.insert(0, str(ROOT / "instructor"))
import slides
from notes import notes, plan, unplanned
from rehearse import rehearsal

TITLE, SECTION, WORDS = (
    new_markdown_cell("# 1 · A title"),
    new_markdown_cell("## A section"),
    new_markdown_cell("Some words."),
)
QUESTION = new_markdown_cell("**Predict first.** Will it grow?")
CODE = new_code_cell("1 + 1", outputs=[new_output("execute_result", {"text/plain": "2"})])


def test_what_folds_stays_whole_when_a_long_text_is_split():
    folded = "<details><summary>Why?</summary>\n\nBecause.\n\n</details>"
    long = new_markdown_cell("\n\n".join(["word " * 100] * 12 + [folded]))
    pieces = [part.source for part in slides.split([long])]
    assert len(pieces) == 13 and pieces[-1] == folded


def test_a_deck_in_german_has_the_slides_of_the_english_one(monkeypatch):
    path = ROOT / "notebooks" / "01-derivatives.ipynb"
    english, _ = slides.arrange(path)
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    german, _ = slides.arrange(path)
    types = [[cell.metadata.slideshow for cell in deck.cells] for deck in (english, german)]
    assert types[0] == types[1] and german.cells[0].source.startswith("# 1 · Ableitungen")
    page = slides.deck(path)
    asked = sum("**Predict first.**" in cell.source for cell in english.cells)
    assert page.count('<strong class="predict">Erst vorhersagen.') == asked > 5
    assert '<html lang="de">' in page and ">Predict first.<" not in page


def test_a_section_is_a_slide_and_a_subsection_is_below_it():
    assert slides.marks([TITLE, SECTION, WORDS, new_markdown_cell("### A part")]) == [
        "slide",
        "slide",
        "-",
        "subslide",
    ]


def test_a_slide_takes_what_fits_and_the_rest_begins_the_next():
    many = [WORDS, CODE] * 6
    assert slides.marks([SECTION, *many[:4]]) == ["slide", "-", "-", "-", "-"]
    assert slides.marks([SECTION, *many]).count("subslide") == 1


def test_the_answer_is_not_on_the_slide_of_the_question():
    assert slides.marks([SECTION, QUESTION, CODE, WORDS]) == ["slide", "-", "subslide", "-"]
    cell = new_markdown_cell("Why?\n\n**Predict first.** Is it 1?\n\nIt is 2.")
    assert [part.source for part in slides.split([cell])] == [
        "Why?\n\n**Predict first.** Is it 1?",
        "It is 2.",
    ]


def test_a_drawing_that_does_not_fit_goes_to_the_next_slide():
    picture = new_output(
        "execute_result",
        {"text/html": '<img width="651" height="371">', "text/plain": ""},
    )
    drawing = new_code_cell("\n" * 6, outputs=[picture])
    assert slides.marks([SECTION, drawing, WORDS]) == ["slide", "-", "-"]
    assert slides.marks([SECTION, *[WORDS] * 6, drawing, WORDS])[-2:] == ["subslide", "-"]


def test_the_course_map_the_imports_and_the_lists_at_the_end_are_skipped():
    cells = [
        new_markdown_cell(text)
        for text in ("00 → **01 (you are here)**", "## New words\n\n- slope", "## Next")
    ]
    assert slides.marks([TITLE, *cells, new_code_cell("from mgrad import require")]) == [
        "slide",
        *["skip"] * 4,
    ]


def test_a_deck_has_one_slide_for_each_question_of_a_quiz():
    quiz = new_markdown_cell(
        "## Check yourself\n\n**1.** One?\n\n<details>…</details>\n\n**2.** "
        "Two?\n\n<details>…</details>"
    )
    assert slides.marks(slides.split([quiz])) == ["slide", "subslide"]


@pytest.mark.parametrize("path", slides.LESSONS, ids=lambda path: path.stem)
def test_a_lesson_is_marked_as_the_rule_says(path):
    cells = nbformat.read(path, as_version=4).cells
    marked = [cell.metadata.get("slideshow", {}).get("slide_type", "-") for cell in cells]
    assert marked == slides.marks(cells), "run: python instructor/slides.py --mark"


def test_what_answers_a_prediction_is_covered_with_words_and_nothing_else_is():
    silent, second = new_code_cell("x = 1"), copy.deepcopy(CODE)
    cells = [CODE, QUESTION, silent, CODE, second, WORDS, CODE, QUESTION, WORDS, CODE]
    cells = [copy.deepcopy(cell) for cell in cells]
    slides.cover(cells)
    covered = [cell for cell in cells if cell.metadata.get("jupyter") == {"outputs_hidden": True}]
    assert covered == [cells[3], cells[4]]
    for cell in covered:  # JupyterLab shows the first line of what is closed
        words, answer = cell.outputs
        assert "prediction" in words.data["text/markdown"] and answer == CODE.outputs[0]
    cells[1].source = "No question."
    slides.cover(cells)
    assert cells[3] == CODE and cells[4] == CODE


@pytest.mark.parametrize("path", slides.LESSONS, ids=lambda path: path.stem)
def test_a_lesson_covers_its_answers(path):
    cells = nbformat.read(path, as_version=4).cells
    covered = copy.deepcopy(cells)
    slides.cover(covered)
    assert cells == covered, "run: python instructor/slides.py --mark"
    questions = [cell for cell in cells if "**Predict first.**" in cell.source]
    assert path.stem.startswith("00") or len(slides.answers(cells)) >= 0.8 * len(questions)


def test_marking_changes_only_the_marks_and_only_once(tmp_path):
    lesson = slides.LESSONS[1]
    path = Path(shutil.copy(lesson, tmp_path))
    slides.mark(path)
    once = path.read_bytes()
    slides.mark(path)
    assert path.read_bytes() == once
    before, after = (nbformat.read(file, as_version=4) for file in (lesson, path))
    for cell in before.cells + after.cells:
        if cell.cell_type == "code":
            cell.outputs = slides.uncovered(cell)
        cell.metadata = {}
    assert before == after


GUIDE = """# 1

**Aim:** to see.

| sections | minutes |
| --- | --- |
| [A section](x#A-section), [Another](x#Another) | 4 |
| [Third](x#Third) | 3 |
| **total** | **7** |

## On the board

A curve.

## Pause for a prediction

- *Will the blue whale grow to 30 or 40 metres?* Expect 30. It is neither.
- *Something else entirely?* No.

## Questions students ask

- **Why?** See [Third](x#Third).
"""


def test_the_notes_of_a_guide_stand_where_they_are_said():
    whale = new_markdown_cell("**Predict first.** Will the blue whale grow: 30 metres, or 40?")
    cells = [TITLE, SECTION, QUESTION, CODE, new_markdown_cell("## Another"), whale, CODE]
    others = [new_markdown_cell(f"**Predict first.** Is it {i}?") for i in range(9)]
    cells += [new_markdown_cell("## Third"), *others, new_markdown_cell("## Fourth")]
    said = notes(GUIDE, cells)
    assert set(said) == {0, 1, 5, 7}
    assert "to see" in said[0] and "A curve." in said[0] and "Something else" in said[0]
    assert said[1] == "**4 min** with Another, until minute 4."
    assert "neither" in said[5] and said[7].startswith("**3 min**, until minute 7.")
    assert "**Why?** See Third." in said[7]
    assert unplanned(GUIDE, [[TITLE], [SECTION], [cells[7]], [cells[-1]]]) == [3]


def test_a_rehearsal_adds_the_minutes_of_the_guide_to_the_seconds_of_the_cells():
    lines = rehearsal([("A section", 2, 30.0), ("Fourth", 1, 60.0)], GUIDE)
    assert lines[1:] == [
        "   4 min   30.0 s    2 cells  A section",
        "           60.0 s    1 cells  Fourth",
        "   3 min                     Third",
        "   7 min   90.0 s    3 cells  in all: 8.5 minutes",
    ]


@pytest.mark.parametrize("path", slides.LESSONS, ids=lambda path: path.stem)
def test_a_deck_has_about_a_slide_for_each_minute_of_the_plan_and_carries_the_guide(path):
    guide = (ROOT / "instructor" / f"{path.stem}.md").read_text("utf-8")
    notebook, beyond = slides.arrange(path)
    kinds = [cell.metadata["slideshow"]["slide_type"] for cell in notebook.cells]
    columns = []
    for kind in kinds:
        columns += [[]] * (kind == "slide")
        columns[-1] = [*columns[-1], kind]
    shown = [column for i, column in enumerate(columns) if i not in beyond]
    count = sum(kind.endswith("slide") for column in shown for kind in column)
    assert 0.7 < count / sum(minutes for _, minutes in plan(guide)) < 1.5
    assert kinds.count("notes") >= len(plan(guide))


def test_without_npm_one_line_says_how_to_get_it_and_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(ROOT / "site")
    book = importlib.import_module("book")
    monkeypatch.setattr(book.shutil, "which", lambda name: None)
    monkeypatch.setattr(book, "from_npm", partial(book.from_npm, kept=tmp_path / "npm"))
    with pytest.raises(SystemExit, match="npm.*https://nodejs.org"):
        slides.build(slides.LESSONS[:1], tmp_path / "slides")
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_fails_leaves_the_old_decks(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(ROOT / "site")
    monkeypatch.setattr(importlib.import_module("book"), "from_npm", lambda file: Path(__file__))
    out = tmp_path / "slides"
    out.mkdir()
    (out / "01-derivatives.html").write_text("old")
    monkeypatch.setattr(slides, "deck", lambda path: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        slides.build(slides.LESSONS, out)
    assert [path.name for path in tmp_path.iterdir()] == ["slides"] and [
        path.name for path in out.iterdir()
    ] == ["01-derivatives.html"]


def test_an_unknown_lesson_is_answered_with_those_there_are():
    with pytest.raises(SystemExit, match="no lesson 99.*01-derivatives"):
        slides.main(["99"])


built = pytest.mark.skipif(
    not (DECKS / "03-chain-rule.html").exists(),
    reason="the slides are not built: make slides (needs npm)",
)
in_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium found: install it to test the slides in a browser"
)
GO_TO = """selector => {
  const place = Reveal.getIndices(document.querySelector(selector).closest("section"));
  Reveal.slide(place.h, place.v);
}"""
MEASURE = """i => {
  const slide = document.querySelectorAll(".slides section section")[i];
  const place = Reveal.getIndices(slide);
  Reveal.slide(place.h, place.v);
  const nodes = [...slide.querySelectorAll(":not(script, style, aside, aside *)")]
    .filter(node => node.checkVisibility() && !node.closest("mjx-container, svg"));
  const boxes = nodes.map(node => node.getBoundingClientRect());
  const read = nodes.filter(node => [...node.childNodes].some(n => n.data?.trim()));
  const size = node => parseFloat(getComputedStyle(node).fontSize) * node.currentCSSZoom;
  const sizes = read.map(node => size(node) * Reveal.getScale());
  return {right: Math.max(...boxes.map(box => box.right)), text: Math.min(99, ...sizes),
          bottom: Math.max(...boxes.map(box => box.bottom)), begins: slide.innerText.slice(0, 60)};
}"""


@pytest.fixture
def deck(browser):
    """Open the deck of a lesson in a window of 1024 by 768;

    whatever goes wrong is collected in ``page.troubles``.
    """
    page = browser.new_page(viewport={"width": 1024, "height": 768})
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("requestfailed", lambda request: page.troubles.append(request.url))
    page.on(
        "request",
        lambda request: (
            page.troubles.append(request.url)
            if not request.url.startswith(("file:", "data:"))
            else None
        ),
    )

    def deck(name):
        page.goto((DECKS / f"{name}.html").as_uri())
        page.locator(".present .page[data-zoom]").wait_for()
        return page

    yield deck
    page.close()


@built
@in_browser
@pytest.mark.parametrize("lesson", slides.LESSONS, ids=lambda path: path.stem)
def test_every_slide_fits_and_can_be_read_and_no_other_host_is_asked(deck, lesson):
    page = deck(lesson.stem)
    measured = [
        page.evaluate(MEASURE, i) for i in range(page.locator(".slides section section").count())
    ]
    assert len(measured) > 10
    assert [
        slide
        for slide in measured
        if slide["right"] > 1024 or slide["bottom"] > 768 or slide["text"] < 16
    ] == []
    words = "".join(
        cell.source
        for cell in nbformat.read(lesson, as_version=4).cells
        if cell.cell_type == "markdown"
    )
    assert (page.locator("mjx-container svg").count() > 0) == ("$" in words) and page.locator(
        "mjx-merror"
    ).count() == 0
    assert page.troubles == []


@built
@in_browser
def test_on_a_phone_a_slide_is_as_wide_as_the_screen(deck):
    page = deck("01-derivatives")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.locator(".present .page[data-zoom]").wait_for()
    page.keyboard.press("ArrowRight")
    box = page.locator("section.present section.present").bounding_box()
    assert box["x"] == 0 and box["width"] == 390
    assert page.troubles == []


@built
@in_browser
def test_an_answer_can_be_opened_and_fits(deck):
    page = deck("01-derivatives")
    page.evaluate(GO_TO, "details")
    slide = page.locator("section.present section.present")
    for summary in slide.locator("summary").all():
        summary.click()
    last = slide.locator("details p").last
    assert last.is_visible() and last.bounding_box()["y"] + last.bounding_box()["height"] < 720
    assert page.troubles == []


@built
@in_browser
def test_the_player_steps_and_the_slide_stays(deck):
    page = deck("03-chain-rule")
    page.evaluate(GO_TO, ".mgrad-player")
    place = page.evaluate("Reveal.getIndices()")
    step_through(page, page.locator(".mgrad-player").first)
    assert page.evaluate("Reveal.getIndices()") == place and page.troubles == []


@built
@in_browser
def test_a_deck_prints_a_slide_on_each_page_and_the_speaker_sees_the_guide(deck):
    page = deck("03-chain-rule")
    paper = page.pdf(prefer_css_page_size=True)
    slides_in_it = page.locator(".slides section section").count()
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == slides_in_it
    with page.expect_popup() as speaker:
        page.keyboard.press("s")
    notes = speaker.value.locator(".speaker-controls-notes")
    notes.get_by_text("everybody has done one backward pass by hand").wait_for()
