"""Translations: other words, the same code; every link still leads somewhere."""

import io
import json
import re
import sys
import tokenize
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from mgrad import (
    Value,
    course,
    explain,
    explore_descent,
    figure,
    play_backward,
    progress,
    review,
    translation,
)
from mgrad.check.asking import check_answer
from mgrad.check.task import find_task, task_ids
from mgrad.pictures.words import image
from mgrad.translation import (
    CHECKS,
    FIGURES,
    LITERAL,
    SAID,
    all_headings,
    languages,
    read_catalogue,
    say,
    say_script,
    translate_text,
    translated,
)

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "translations"))
from translate import names, status, template, update

PAGES = [
    path
    for folder in ("notebooks", "exercises", "solutions")
    for path in sorted((ROOT / folder).glob("*.ipynb"))
]
FENCE = re.compile(r"```.*?```", re.DOTALL)
PLACES = re.compile(r"{(\w+)}")
UP_TO = 0.9  # of a lesson that is called complete: a page may change before its translation does


def cells(content):
    return [
        (cell["id"], cell["cell_type"], "".join(cell["source"]), cell["metadata"])
        for cell in json.loads(content)["cells"]
    ]


@cache
def cells_in(path, language):
    return cells(translated(path, language))


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
        ours, theirs = cells(path.read_bytes()), cells_in(path, language)
        assert len(ours) == len(theirs)
        for (name, kind, source, metadata), (*same, text, more) in zip(ours, theirs, strict=True):
            assert same == [name, kind] and metadata == more
            changed += text != source
            if kind == "code":
                assert without_comments(text) == without_comments(source), f"{path.name} {name}"
            else:  # formulas, pictures and code in the text
                for pattern in (r"`[^`]*`", r"\]\(([^)#]*)", r"<[/!\w][^>]*>"):
                    kept = [FENCE.sub("", words) for words in (source, text)]
                    old, new = (sorted(re.findall(pattern, words)) for words in kept)
                    assert old == new, f"{path.name} {name}"
    assert changed


@pytest.mark.parametrize("language", languages())
def test_links_lead_to_the_new_headings(language):
    headings = {
        path.stem: {
            line.lstrip("# ").replace(" ", "-")
            for _, kind, text, _ in cells_in(path, language)
            for line in text.splitlines()
            if kind == "markdown" and line.startswith("#")
        }
        for path in PAGES
        if path.parent.name == "notebooks"
    }
    assert all_headings(language)
    for path in PAGES:
        for name, kind, text, _ in cells_in(path, language):
            for link in translation.LINK.finditer(text if kind == "markdown" else ""):
                _, file, anchor = link.groups()
                assert anchor in headings[file or path.stem], f"{path} {name}: {link[0]}"


def test_what_is_called_complete_is_complete():
    for name in names():
        wanted = {message.id for message in template(name) if message.id}
        missing = wanted - {*read_catalogue("de", name)}
        assert len(missing) < (1 - UP_TO) * len(wanted), f"{name}: {missing}"


@pytest.mark.parametrize("language", languages())
def test_what_stands_in_braces_is_the_same_and_found_again(language, monkeypatch):
    monkeypatch.setenv("MGRAD_LANGUAGE", language)
    for name in SAID:
        for message, said in read_catalogue(language, name).items():
            if not PLACES.search(message) or "{" in PLACES.sub("", message):
                continue
            ours, theirs = (set(PLACES.findall(words)) for words in (message, said))
            grammar = re.findall(r"\w{(\w+)}|{(\w+)} {", message)  # step{s}, {an} {error}
            assert theirs <= ours <= theirs.union(*grammar), message
            filled = {place: f"<{place}>" for place in ours}
            assert say(message.format(**filled), name) == said.format(**filled), message


def test_what_is_made_of_several_messages_is_translated_message_by_message(monkeypatch):
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    known = read_catalogue("de", CHECKS)

    def parts_of(line):
        ends = [place.end() for place in re.finditer(r"[.?:](?= |$)", line)]
        for end in reversed(ends):
            if line[:end] in known and (end == len(line) or parts_of(line[end + 1 :])):
                return [line[:end], *parts_of(line[end + 1 :])]
        return []

    tasks = map(find_task, task_ids())
    made = {parts for t in tasks for m in t.mistakes if (parts := tuple(parts_of(m.explanation)))}
    assert sum(len(parts) > 1 for parts in made) > 20
    for parts in made:
        assert say(" ".join(parts), CHECKS) == " ".join(known[part] for part in parts)


@pytest.mark.parametrize("path", sorted(ROOT.glob("translations/*/*.po")), ids=str)
def test_a_catalogue_is_read_as_gettext_reads_it(path):
    with open(path, "rb") as opened:
        theirs = {m.id: m.string for m in read_po(opened) if m.id and m.string and not m.fuzzy}
    assert translation.read_po(path.read_text(encoding="utf-8")) == theirs


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
    first, example, _ = say(result.message, CHECKS).split("\n")
    assert first.startswith("Die Größe stimmt") and example == "Deine Antwort ist 3."
    parts = say("Your answer is the outputs in your order: [1, 2], b at the end: 0.2.", CHECKS)
    assert parts == "Deine Antwort ist die Ausgaben in deiner Reihenfolge: [1, 2], b am Ende: 0.2."
    seen = "For your order of the lines: expected the training: 'as it should be', the report: "
    seen += "'of the final state', got KeyError: 'a cup with a spoon'."  # what Python says stays
    told = say(seen, CHECKS)
    assert "das Training: 'wie es sein soll', der Bericht: 'vom Zustand am Ende', beko" in told
    assert told.endswith("bekommen KeyError: 'a cup with a spoon'.")
    task = check_answer("01.sign", {"slope_of_d_in_a": len})
    assert say(task.message, CHECKS).endswith(
        "ein Ergebnis: eine Zahl, einen Text oder eine Liste."
    )
    letters = check_answer("01.order", {"order_of_lines": "GCEBFDD"})
    assert say(letters.message, CHECKS).endswith("7 Buchstaben: A fehlt. D kommt zweimal vor.")
    names = check_answer("07.error", {"error_by_hand": 3.0})
    assert "mittlerer quadratischer Fehler, Steigung nach Vorhersage 2." in say(
        names.message, CHECKS
    )
    assert say("noise floor 4.22", FIGURES) == "Grundrauschen 4.22"
    unknown = "no words of any catalogue"
    assert say(unknown, CHECKS) == say(unknown, FIGURES) == unknown
    both = "Two things are wrong. behind is measured at x itself. A central difference steps to "
    both += "both sides of x. The run is half a nudge, but from one end to the other it is farther."
    assert say(both, CHECKS).startswith(
        "Zwei Dinge sind falsch. behind wird bei x selbst gemessen."
    )
    monkeypatch.setenv("MGRAD_LANGUAGE", "")
    assert say(result.message, CHECKS) == result.message


def test_pictures_and_their_scripts_speak_the_language(monkeypatch):
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    a, b = Value(2.0, "a"), Value(3.0, "b")
    product = a * b
    product.label = "p"
    assert explain(product, a).text.startswith("dp/da: 1 Weg\n")
    frames = [frame["text"] for frame in play_backward(product).frames]
    assert frames[0] == "Der Vorwärtsdurchlauf ist fertig: p = 6. Jeder grad ist 0."
    assert frames[2] == "p = a × b gibt 1 weiter. a.grad += 3 × 1 = 3; b.grad += 2 × 1 = 2."
    drawn, ax = figure("Where the slope is negative, f falls", "input a", "my own label")
    ax.plot([1, 2], [3, 4])
    told = image(drawn, lambda fig: b"")
    assert 'alt="Abbildung: Wo die Steigung negativ ist, fällt f: x-Achse Eingabe a;' in told
    assert "y-Achse my own label; eine Kurve von (1, 3) bis (2, 4)." in told
    drawn, ax = figure("my own title")
    ax.barh(["one head", "my own bar"], [7.9, 8.3])
    assert "Balken ein Kopf 7.9, my own bar 8.3." in image(drawn, lambda fig: b"")
    live = explore_descent()
    assert live.sentence.startswith("Lernrate 0.100, Schritte: 10; danach ist x = ")
    page = live._repr_mimebundle_()[0]["text/html"]
    assert "`Lernrate ${rate.toFixed(3)}, Schritte: ${steps}; danach ist x = ${" in page
    for name in ("player.js", "live.js"):
        code = (ROOT / "mgrad" / "pictures" / name).read_text(encoding="utf-8")
        theirs = say_script(code)
        assert LITERAL.sub("", theirs) == LITERAL.sub("", code) and theirs != code


def test_questions_and_progress_speak_the_language(monkeypatch, tmp_path):
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))
    asked = review(1)
    assert asked.questions[0]["asked"].startswith("Du erhöhst eine Eingabe")
    assert repr(asked).endswith('Antworte mit den Knöpfen oder so: review(answers="abc")')
    assert "0 von 115 Aufgaben" in repr(progress())


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
    assert catalogue[first[1]].string == "x " + changed and catalogue[first[1]].fuzzy
    assert len(catalogue) == len(template("glossary"))
    monkeypatch.setattr(translate, "names", lambda: ["glossary"])
    assert list(status("xx")) == [("glossary", 1, len(catalogue))]
