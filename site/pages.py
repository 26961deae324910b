"""The pages of the course book: what it makes of each notebook, and its page of contents."""

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from addresses import ROOT, SITE, are_set, binder, colab, lite

sys.path.insert(0, str(ROOT))  # the package of this folder, installed or not
sys.path.insert(0, str(ROOT / "translations"))
from outputs import outputs_in_language

from mgrad.translation import (
    chosen_language,
    languages,
    read_catalogue,
    translate_text,
    translated,
)

SOLUTION = re.compile(r"^ *### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
PLACEHOLDER = re.compile(r"\w+ = \.\.\..*\n")
TASKS = re.compile(r"\*\*\w+:\*\* \d")  # how many there are
EVERYWHERE = {"Warm-up", "Check yourself", "Summary", "New words", "Next", "Hand in"}
HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
COPY = "```sh\nmgrad course mgrad-{0} --language {0}\nmgrad lab mgrad-{0}\n```"


def launch(path: str, up: str = "../", words: str = "Run this notebook") -> str:
    """Links that open a notebook where it can be run."""
    places = {
        "in the browser, nothing to install": up + lite(path).removeprefix(f"{SITE}/"),
        "on Binder": binder(path),
        "in Colab": colab(path),
    }
    if not are_set():
        places = dict([*places.items()][:1])  # it lies beside the book
    links = "".join(f'<a href="{address}">{place}</a>' for place, address in places.items())
    return f'<p class="launch"><span>{words}</span>{links}</p>'


def anchor(heading: str) -> str:
    """The name that JupyterLab gives to a heading; the notebooks link by it.

    But for its quotes, which Sphinx would write into HTML as they are.
    """
    return heading.replace(" ", "-").replace('"', "")


def cell(kind: str, name: str, source: str) -> dict:
    """A cell that only the book has."""
    made = {"id": name, "cell_type": kind, "metadata": {}, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def read(notebook: Path) -> dict:
    """A notebook in the language of the book, without the cells that start it: here is nothing to
    install.
    """
    content = json.loads(translated(notebook, chosen_language()))
    content["cells"] = [one for one in content["cells"] if one["id"] not in ("launch", "install")]
    for one in content["cells"]:
        one["source"] = "".join(one["source"])
    return content


def page(notebook: Path) -> str:
    """A notebook as the book shows it, with launch links."""
    content, path = read(notebook), notebook.relative_to(ROOT).as_posix()
    outputs = outputs_in_language(notebook)
    for one in content["cells"]:
        if one["cell_type"] == "markdown":
            # the package has its pages in the reference
            one["source"] = re.sub(
                r"\]\(\.\./mgrad/(\w+)\.py\)", r"](../reference/\1.rst)", one["source"]
            )
        if one["metadata"].pop("jupyter", {}).get("outputs_hidden"):  # the answer to a prediction
            one["outputs"] = one["outputs"][1:]  # the book has a cover of its own
            one["metadata"].setdefault("tags", []).append("hide-output")
        if one["id"] in outputs:
            one["outputs"] = outputs[one["id"]]
    if path.startswith("solutions/"):
        content["cells"] = solved(content["cells"], notebook.name)
    if above := over(notebook):
        content["cells"].insert(1, cell("markdown", "launch", above))
    return json.dumps(content)


def over(notebook: Path) -> str:
    """What stands above a notebook that is not of it: where it runs, or that it is in English."""
    language, path = chosen_language(), notebook.relative_to(ROOT).as_posix()
    if language:
        known = read_catalogue(language, notebook.stem)
        return "" if known else f"*{say('This page is not translated yet.')}*"
    runs = path != "notebooks/glossary.ipynb" and not path.startswith("solutions/")
    return launch(path) if runs else ""


def solved(cells: list[dict], name: str) -> list[dict]:
    """The cells of a solutions notebook, for a reader: no markers, broken code apart from mended.

    Args:
        name: of the notebook, which is that of the exercises too.
    """
    title, aim, *rest = cells[0]["source"].split("\n\n")
    rest = [text for text in rest if not TASKS.match(text) and f"/{name}" not in text]
    opening = say(
        "These are answers to [the exercises](../exercises/{name}), and what the checks say "
        "about them. Another answer may be as good: the check decides.",
        name=name,
    )
    title = title.replace("Exercises", "Solutions").replace(say("Exercises"), say("Solutions"))
    first = cells[0] | {"source": "\n\n".join([title, aim, opening, *rest])}
    return [first, *(part for one in cells[1:] for part in answered(one))]


def answered(one: dict) -> list[dict]:
    """A cell with its answer, without markers; before the answer to a bug hunt the broken code."""
    before, begins, answer = one["source"].partition("### BEGIN SOLUTION\n")
    if one["cell_type"] != "code" or not begins:
        return [one]
    source = SOLUTION.sub("", before + begins + answer).rstrip("\n")
    if not before or before.endswith(" "):  # the answer is the body of what is given
        return [one | {"source": source}]
    answer = SOLUTION.sub("", answer).rstrip("\n")
    if PLACEHOLDER.fullmatch(before):
        return [one | {"source": answer}]
    asks = f" *# {re.escape(say('broken: mend it here'))}$"
    shown = re.sub(asks, "", before, flags=re.MULTILINE).rstrip("\n")
    broken = cell("code", f"{one['id']}-broken", shown)
    return [
        cell("markdown", f"{one['id']}-1", say("Broken:")),
        broken,
        cell("markdown", f"{one['id']}-2", say("Mended:")),
        one | {"source": answer},
    ]


# -- where everything is ---------------------------------------------------------------------------


def headings(notebook: Path) -> list[tuple[int, str, str]]:
    """Each section of a notebook, but for those that every lesson has: its level, its words in
    English, and in the language of the book.
    """
    english, own = (
        HEADING.findall(words(content))
        for content in (notebook.read_bytes(), translated(notebook, chosen_language()))
    )
    return [
        (len(marks), heading, shown)
        for (marks, heading), (_, shown) in zip(english, own)
        if heading not in EVERYWHERE
    ]


def words(notebook: bytes) -> str:
    """The text of a notebook."""
    cells = json.loads(notebook)["cells"]
    return "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def link(notebook: Path, heading: str, shown: str = "") -> str:
    path, name = notebook.relative_to(ROOT).as_posix(), anchor(heading.replace("`", ""))
    return f"[{shown or heading}](<{path}#{name}>)"


def contents() -> str:
    """The page that says where everything is: sections, exercises, and what is broken on purpose.

    Made from the headings, so that it stays true.
    """
    lessons, broken = [], []
    for notebook in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        (_, _, title), *sections = headings(notebook)
        lessons.append(f"## [{title}]({notebook.relative_to(ROOT).as_posix()})")
        mistakes, inside = [], 0  # the level of the mistake whose parts follow
        rows = []
        for level, heading, own in sections:
            inside = 0 if level <= inside else inside
            if heading.startswith("Break it: ") or inside:
                shown = own.partition(": ")[2] if heading.startswith("Break it: ") else own
                mistakes.append(f"- {link(notebook, own, shown[0].upper() + shown[1:])}")
                inside = inside or level
            else:
                rows.append(f"{'  ' * (level - 2)}- {link(notebook, own)}")
        lessons.append("```{rst-class} sections\n```\n" + "\n".join(rows))
        exercises = ROOT / "exercises" / notebook.name
        if exercises.exists():
            tasks = [link(exercises, own) for level, _, own in headings(exercises) if level == 2]
            lessons.append(f"{say('Exercises')}: {', '.join(tasks)}.")
        if mistakes:
            broken += [f"### {title}", "```{rst-class} sections\n```\n" + "\n".join(mistakes)]
    on_purpose = say("Broken on purpose")
    opening = say(
        "The sections and exercises of each lesson. What is broken on purpose, to see what it "
        "looks like, has [a list of its own](#{place}). Words are in the "
        "[glossary](notebooks/glossary.ipynb), functions and classes in "
        "[the package](reference/index.rst).",
        place=anchor(on_purpose),
    )
    title = f"# {say('Where everything is')}"
    return "\n\n".join([title, opening, *lessons, f"## {on_purpose}", *broken]) + "\n"


# -- the language of the book ----------------------------------------------------------------------


def say(text: str, **places: str) -> str:
    """A sentence in the language of the book, with what stands in its places."""
    said = read_catalogue(chosen_language(), "book").get(text, text)
    return said.format(**places) if places else said


def in_language(text: str) -> str:
    """A page that is no notebook, in the language of the book."""
    text = translate_text(text, read_catalogue(chosen_language(), "book"))
    return re.sub(r"(?<=^:caption: ).*", lambda words: say(words[0]), text, flags=re.MULTILINE)


def in_own_language(name: str) -> bool:
    """Whether a page of the book, such as ``exercises/03-chain-rule``, is in its language."""
    catalogue = Path(name).stem if "/" in name else "book"
    return bool(read_catalogue(chosen_language(), catalogue))


def table_of_lessons() -> str:
    """What the README says about the lessons."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return in_language(re.search(r"## The lessons\n\n(.*?)\n\n## ", readme, re.DOTALL)[1])


def how_to_run() -> str:
    """Where the lessons run; those of another language only in a copy on one's own computer."""
    if language := chosen_language():
        run = say("**Run** the lessons in this language, when the package is installed:")
        return f"{run}\n\n{COPY.format(language)}"
    return launch("notebooks/00-start-here.ipynb", up="", words="<strong>Run</strong> it")


def other_languages() -> str:
    """Which books there are, and what is in the language of this one."""
    from babel import Locale

    language = chosen_language()
    if not language:
        links = [
            f'<a href="{code}/index.html" hreflang="{code}" lang="{code}">'
            f"{Locale.parse(code, sep='-').get_display_name()}</a>"
            for code in languages()
        ]
        return f"In another language: {', '.join(links)}." if links else ""
    lessons = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
    done = ", ".join(path.stem[:2] for path in lessons if read_catalogue(language, path.stem))
    here = say(
        "In this language so far: the lessons {done} with exercises and solutions, and their "
        "part of the glossary. The package and all else are in English.",
        done=done,
    )
    return f'{here} <a href="../index.html" hreflang="en" lang="en">The book in English</a>.'


# -- no page ---------------------------------------------------------------------------------------


def for_any_address(html: str) -> str:
    """A page that is served in place of one that is not there: its links begin at the site."""
    root = urlsplit(SITE).path.rstrip("/") + "/"
    links = r'((?:href|src|action|data-content_root)=")(?!#|/|\w+:)(?:\./)?'
    return re.sub(links, rf"\g<1>{root}", html)
