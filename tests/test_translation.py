"""Translations: other words, the same code; every link still leads somewhere."""

import io
import json
import re
import sys
import tokenize
from pathlib import Path

import pytest

from mgrad import course, translation
from mgrad.check.asking import check_answer
from mgrad.translation import all_headings, languages, say, translate_text, translated

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "translations"))
from translate import names, status, template, update

PAGES = [
    path
    for folder in ("notebooks", "exercises", "solutions")
    for path in sorted((ROOT / folder).glob("*.ipynb"))
]
FENCE = re.compile(r"```.*?```", re.DOTALL)
UP_TO = 0.9  # of a lesson that is called complete: a page may change before its translation does


def cells(content):
    return [
        (cell["id"], cell["cell_type"], "".join(cell["source"]), cell["metadata"])
        for cell in json.loads(content)["cells"]
    ]


def without_comments(code):
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return code
    left_out = (tokenize.COMMENT, tokenize.NL)
    return [(token.type, token.string) for token in tokens if token.type not in left_out]


@pytest.mark.parametrize("language", languages())
def test_code_is_the_same_in_every_language(language):
    changed = 0
    for path in PAGES:
        ours, theirs = cells(path.read_bytes()), cells(translated(path, language))
        assert len(ours) == len(theirs)
        for (name, kind, source, metadata), (*same, text, more) in zip(ours, theirs, strict=True):
            assert same == [name, kind] and metadata == more
            changed += text != source
            if kind == "code":
                assert without_comments(text) == without_comments(source), f"{path.name} {name}"
            else:  # formulas, pictures and code in the text
                for pattern in (r"`[^`]*`", r"\]\(([^)#]*)", r"<[^>]*>"):
                    kept = [FENCE.sub("", words) for words in (source, text)]
                    old, new = (sorted(re.findall(pattern, words)) for words in kept)
                    assert old == new, f"{path.name} {name}"
    assert changed


@pytest.mark.parametrize("language", languages())
def test_links_lead_to_the_new_headings(language):
    headings = {
        path.stem: {
            line.lstrip("# ").replace(" ", "-")
            for _, kind, text, _ in cells(translated(path, language))
            for line in text.splitlines()
            if kind == "markdown" and line.startswith("#")
        }
        for path in PAGES
        if path.parent.name == "notebooks"
    }
    assert all_headings(language)
    for path in PAGES:
        for name, kind, text, _ in cells(translated(path, language)):
            for link in translation.LINK.finditer(text if kind == "markdown" else ""):
                _, file, anchor = link.groups()
                assert anchor in headings[file or path.stem], f"{path} {name}: {link[0]}"


def test_what_is_called_complete_is_complete():
    done = {name: part / whole for name, part, whole in status("de")}
    assert min(done[name] for name in (*names()[:4], "book")) > UP_TO, done


def test_a_copy_of_the_course_keeps_its_language(tmp_path, monkeypatch):
    own = tmp_path / "kurs"
    course.lay_out(own, solutions=False, language="de")
    page = own / "notebooks" / "01-derivatives.ipynb"
    assert "Ableitungen" in cells(page.read_bytes())[0][2]
    (own / "exercises" / "02-value.ipynb").write_text("mine")
    assert course.lay_out(own, solutions=False) == []  # nothing new, and still German
    assert "Ableitungen" in cells(page.read_bytes())[0][2]
    assert course.lay_out(own, solutions=False, language="") == ["exercises/02-value.ipynb"]
    assert "Derivatives" in cells(page.read_bytes())[0][2]
    course.lay_out(own, solutions=False, language="de")
    monkeypatch.chdir(own / "exercises")
    assert translation.chosen_language() == "de"


def test_a_check_speaks_the_language_and_its_json_stays_english(monkeypatch):
    result = check_answer("01.sign", {"slope_of_d_in_a": 3.0})
    assert "The size is right" in result.to_json()
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    first, example, _ = say(result.message).split("\n")
    assert first.startswith("Die Größe stimmt") and example == "Deine Antwort ist 3."
    assert say("no words of any catalogue") == "no words of any catalogue"
    both = "Two things are wrong. behind is measured at x itself. A central difference steps to "
    both += "both sides of x. The run is half a nudge, but from one end to the other it is farther."
    assert say(both).startswith("Zwei Dinge sind falsch. behind wird bei x selbst gemessen.")
    monkeypatch.setenv("MGRAD_LANGUAGE", "")
    assert say(result.message) == result.message


def test_a_message_is_a_paragraph_and_code_is_none():
    text = (
        "# One\n\nTwo words\nof three\n\n```\nnot this\n\nnor this\n```\n\n"
        "<details><summary>Why</summary>\n\nSo.\n\n</details>"
    )
    assert translation.messages(text) == ["# One", "Two words\nof three", "Why", "So."]
    said = {"Two words\nof three": "Zwei", "Why": "Warum", "nor this": "falsch"}
    assert translate_text(text, said) == text.replace("Two words\nof three", "Zwei").replace(
        "Why", "Warum"
    )


def test_an_update_marks_what_changed_and_keeps_what_did_not(tmp_path, monkeypatch):
    import translate

    monkeypatch.setattr(translate, "HERE", tmp_path)
    first = [message.id for message in template("glossary") if message.id][:2]
    (tmp_path / "xx").mkdir()
    changed = first[1] + " and more"
    (tmp_path / "xx" / "glossary.po").write_text(
        "\n".join(
            f"msgid {json.dumps(m)}\nmsgstr {json.dumps('x ' + m)}\n" for m in (first[0], changed)
        ),
        encoding="utf-8",
    )
    catalogue = update("xx", "glossary")
    assert catalogue[first[0]].string == "x " + first[0] and not catalogue[first[0]].fuzzy
    assert len(catalogue) == len(template("glossary"))
