"""Settings of Sphinx for the book as an EPUB: those of the book on paper, for readers that run no
scripts."""

import base64
import hashlib
import re
import runpy
from pathlib import Path

from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml
from epub import FOLDER, draw_cover
from pages import chosen_language, say
from paper import PAPER, title, version
from sphinx.builders.epub3 import Epub3Builder

globals().update(runpy.run_path(str(PAPER / "conf.py")))
extensions = ["myst_nb"]
html_math_renderer = "mathml"
html_permalinks = False
html_static_path = [str(FOLDER / "epub.css")]  # in the place of the theme's
COVER = "cover.png"
epub_cover = (COVER, "epub-cover.html")

version = version()
epub_title, epub_copyright = title(), "MIT licence"
epub_author = epub_contributor = epub_publisher = "The mgrad authors"
epub_basename = "mgrad"
# one value, as Sphinx puts the second where the first belongs: sphinx-doc/sphinx#11184
epub_identifier = epub_uid = f"mgrad-{chosen_language() or 'en'}"
epub_description = say("A course: an autodiff engine of your own, and the networks it trains")
epub_show_urls, epub_tocdepth, epub_tocdup = "no", 2, False
epub_exclude_files = [
    f"_static/{name}" for name in ("basic.css", "file.png", "minus.png", "plus.png")
]

# what docutils does not know, and what EPUB does not allow
PLAINER = {r"\dots": r"\ldots", r"\tfrac": r"\frac"}
IN_PAGE = re.compile(r"data:image/(png|svg)[^,]*;base64,(.*)", re.DOTALL)


def formula(translator, node: nodes.math) -> None:
    """MathML in the place of a formula."""
    block = isinstance(node, nodes.math_block)
    tex = node.astext()
    for unknown, known in PLAINER.items():
        tex = tex.replace(unknown, known)
    translator.body.append(tex2mathml(tex, as_block=block))
    raise nodes.SkipNode


def tidy(app, name, template, context, doctree) -> None:
    """Make a page XML, its pictures files, and leave out what only a script would use."""
    if not context.get("body"):
        return
    page = BeautifulSoup(context["body"], "html.parser")
    for frame in page("iframe"):
        frame.replace_with(f"{frame['title']}: {say('it works where the lesson runs.')}")
    for tag in page.select("script, style, button, .mgrad-run, .mgrad-live > p"):
        tag.decompose()
    for tag in page(True):
        for attribute in [each for each in tag.attrs if each.startswith("data-")]:
            del tag[attribute]
    for tag in page("details"):
        tag["open"] = "open"
    for picture in page("img"):
        if found := IN_PAGE.match(picture["src"]):
            picture["src"] = up_to(name) + keep(app, *found.groups())
            picture.attrs.pop("style", None)
    context["body"] = page.decode(formatter="minimal")


def up_to(name: str) -> str:
    """The way from a page to the folder of all."""
    return "../" * name.count("/")


def keep(app, kind: str, data: str) -> str:
    """A picture as a file of the book; returns its path."""
    content = base64.b64decode(data)
    file = Path("_images", f"{hashlib.sha256(content).hexdigest()[:16]}.{kind}")
    (app.outdir / file.parent).mkdir(exist_ok=True)
    (app.outdir / file).write_bytes(content)
    return file.as_posix()


class Builder(Epub3Builder):
    """Sphinx's, and the list of files says which of them is the cover and which have formulas, as
    EPUB 3 wants it."""

    guide_titles = {**Epub3Builder.guide_titles, "toc": say("Contents")}

    def build_content(self) -> None:
        draw_cover(self.outdir / COVER)
        super().build_content()
        listed = self.outdir / "content.opf"
        text = listed.read_text(encoding="utf-8")
        text = text.replace(f'href="{COVER}"', f'href="{COVER}" properties="cover-image"')
        for name in self.files:
            if name.endswith(".xhtml") and b"<math" in (self.outdir / name).read_bytes():
                text = text.replace(f'href="{name}"', f'href="{name}" properties="mathml"')
        listed.write_text(text, encoding="utf-8")


def setup(app):
    app.registry.css_files.clear()  # that of myst_nb comes when the book is closed already
    app.add_builder(Builder, override=True)
    app.add_html_math_renderer("mathml", (formula, None), (formula, None))
    app.connect("html-page-context", tidy)
