"""Handouts and the folder for a USB stick: made from what is there, with nothing left open."""

import re
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "instructor"), str(ROOT / "site")]
import handouts
import stick


@pytest.mark.parametrize("lesson", handouts.LESSONS, ids=lambda path: path.stem)
def test_a_sheet_asks_what_the_filled_one_answers(lesson):
    asked, filled = handouts.sheet(lesson, False), handouts.sheet(lesson, True)
    for page in (asked, filled):
        headings = re.findall("<h2>(.*?)</h2>", page)
        assert headings == [
            "On the board", "Your prediction", "In a few words", "Which word is it?",
            "Vote with a letter",
        ]  # fmt: skip
        assert "Predict first" not in page and "<details" not in page
    assert asked.count("_" * 14) > 3 and "_" * 14 not in filled
    assert asked.count("class='vote'") == filled.count("class=right") >= 3
    assert "class=right" not in asked
    assert asked.count('class="line"') == lesson.read_text("utf-8").count("**Predict first.**")


def test_one_lesson_brings_its_two_sheets_and_cards_to_hold_up(tmp_path, monkeypatch):
    monkeypatch.setattr(handouts, "from_npm", lambda file: Path(__file__))  # a file, no network
    handouts.main(["03", "--out", str(tmp_path)])
    sheets = sorted(path.name for path in tmp_path.glob("*.html"))
    assert sheets == ["03-chain-rule-filled.html", "03-chain-rule.html", "cards.html"]
    page = (tmp_path / "cards.html").read_text()
    assert re.findall(r">([A-Z])<", page) == [
        "A",
        "B",
        "C",
        "D",
    ]  # a question has four options at most


def test_an_option_in_code_keeps_its_underscores():
    assert "<code>v.__mul__(5)</code>" in handouts.votes("02", False)


def test_brackets_of_a_sketch_are_emptied_and_nothing_moves():
    guide = "## On the board\n\n```\na 2 [ 6]--.   d [-2]\n```\n\n## Next\n"
    assert "a 2 [  ]--.   d [  ]" in handouts.sketch(guide, False)
    assert "a 2 [ 6]--." in handouts.sketch(guide, True)


def test_a_stick_opens_from_the_file_and_its_server_shows_it(tmp_path, monkeypatch):
    book = tmp_path / "site"
    (book / "lite").mkdir(parents=True)
    for name in ("index.html", "mgrad.pdf", "mgrad.epub", "lite/index.html"):
        (book / name).write_text("made")
    monkeypatch.setattr(stick, "BOOK", book)
    made = stick.build(tmp_path, [])
    page = (made / "index.html").read_text()
    linked = re.findall('href="(.*?)"', page)
    assert linked == ["book/index.html", "book/mgrad.pdf", "book/mgrad.epub"]
    assert all((made / file).exists() for file in linked)
    assert "lite" not in page and not (made / "book" / "lite").exists()

    shown = []
    monkeypatch.chdir(tmp_path)  # the server goes to its folder
    monkeypatch.setattr("webbrowser.open", shown.append)
    (made / "start.py").write_text(stick.START)
    namespace = {"__file__": str(made / "start.py"), "__name__": "start"}
    threading.Thread(target=exec, args=(stick.START, namespace), daemon=True).start()
    for _ in range(100):
        if shown:
            break
        threading.Event().wait(0.05)
    assert "The book" in urllib.request.urlopen(shown[0]).read().decode()
    namespace["server"].shutdown()
