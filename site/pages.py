"""The pages of the course book: what it makes of each notebook, and its page of contents."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from addresses import ROOT, SITE, are_set, binder, colab, lite

SOLUTION = re.compile(r"^ *### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
PLACEHOLDER = re.compile(r"\w+ = \.\.\..*\n")
BROKEN = re.compile(r" *# broken: mend it here$", re.MULTILINE)
EVERYWHERE = {"Warm-up", "Check yourself", "Summary", "New words", "Next", "Hand in"}


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
    """A notebook, without the cells that start it: here is nothing to install."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"] = [one for one in content["cells"] if one["id"] not in ("launch", "install")]
    for one in content["cells"]:
        one["source"] = "".join(one["source"])
    return content


def page(notebook: Path) -> str:
    """A notebook as the book shows it, with launch links."""
    content, path = read(notebook), notebook.relative_to(ROOT).as_posix()
    for one in content["cells"]:
        if one["cell_type"] == "markdown":
            # the package has its pages in the reference
            one["source"] = re.sub(
                r"\]\(\.\./mgrad/(\w+)\.py\)", r"](../reference/\1.rst)", one["source"]
            )
        if one["metadata"].pop("jupyter", {}).get("outputs_hidden"):  # the answer to a prediction
            one["outputs"] = one["outputs"][1:]  # the book has a cover of its own
            one["metadata"].setdefault("tags", []).append("hide-output")
    if path.startswith("solutions/"):
        content["cells"] = solved(content["cells"], notebook.name)
    elif path != "notebooks/glossary.ipynb":
        content["cells"].insert(1, cell("markdown", "launch", launch(path)))
    return json.dumps(content)


def solved(cells: list[dict], name: str) -> list[dict]:
    """The cells of a solutions notebook, for a reader: no markers, broken code apart from mended.

    Args:
        name: of the notebook, which is that of the exercises too.
    """
    title, aim, *rest = cells[0]["source"].split("\n\n")
    rest = [text for text in rest if not text.startswith("**Tasks:**") and f"/{name}" not in text]
    opening = (
        f"These are answers to [the exercises](../exercises/{name}), and what the checks say "
        "about them. Another answer may be as good: the check decides."
    )
    title = title.replace("Exercises", "Solutions")
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
    broken = cell("code", f"{one['id']}-broken", BROKEN.sub("", before).rstrip("\n"))
    return [
        cell("markdown", f"{one['id']}-1", "Broken:"),
        broken,
        cell("markdown", f"{one['id']}-2", "Mended:"),
        one | {"source": answer},
    ]


# -- where everything is ---------------------------------------------------------------------------


def headings(notebook: Path) -> list[tuple[int, str]]:
    """Level and words of each section of a notebook, but for those that every lesson has."""
    text = "\n".join(c["source"] for c in read(notebook)["cells"] if c["cell_type"] == "markdown")
    found = re.findall(r"^(#{1,3}) (.+)$", text, re.MULTILINE)
    return [(len(marks), words) for marks, words in found if words not in EVERYWHERE]


def link(notebook: Path, words: str, shown: str = "") -> str:
    path, name = notebook.relative_to(ROOT).as_posix(), anchor(words.replace("`", ""))
    return f"[{shown or words}](<{path}#{name}>)"


def contents() -> str:
    """The page that says where everything is: sections, exercises, and what is broken on purpose.

    Made from the headings, so that it stays true.
    """
    lessons, broken = [], []
    for notebook in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        (_, title), *sections = headings(notebook)
        lessons.append(f"## [{title}]({notebook.relative_to(ROOT).as_posix()})")
        mistakes, inside = [], 0  # the level of the mistake whose parts follow
        rows = []
        for level, words in sections:
            inside = 0 if level <= inside else inside
            if words.startswith("Break it: ") or inside:
                shown = words.removeprefix("Break it: ")
                mistakes.append(f"- {link(notebook, words, shown[0].upper() + shown[1:])}")
                inside = inside or level
            else:
                rows.append(f"{'  ' * (level - 2)}- {link(notebook, words)}")
        lessons.append("```{rst-class} sections\n```\n" + "\n".join(rows))
        exercises = ROOT / "exercises" / notebook.name
        if exercises.exists():
            tasks = [link(exercises, words) for level, words in headings(exercises) if level == 2]
            lessons.append(f"Exercises: {', '.join(tasks)}.")
        if mistakes:
            broken += [f"### {title}", "```{rst-class} sections\n```\n" + "\n".join(mistakes)]
    opening = (
        "# Where everything is\n\nThe sections and exercises of each lesson. What is broken on "
        "purpose, to see what it looks like, has [a list of its own](#Broken-on-purpose). Words "
        "are in the [glossary](notebooks/glossary.ipynb), functions and classes in "
        "[the package](reference/index.rst)."
    )
    return "\n\n".join([opening, *lessons, "## Broken on purpose", *broken]) + "\n"


# -- no page ---------------------------------------------------------------------------------------


def for_any_address(html: str) -> str:
    """A page that is served in place of one that is not there: its links begin at the site."""
    root = urlsplit(SITE).path.rstrip("/") + "/"
    links = r'((?:href|src|action|data-content_root)=")(?!#|/|\w+:)(?:\./)?'
    return re.sub(links, rf"\g<1>{root}", html)
