"""Settings of Sphinx for the course book; site/book.py gathers the pages and calls it."""

import re

from addresses import REPOSITORY, SITE
from book import BOOK, MATHJAX, from_npm
from pages import chosen_language, in_own_language, say

project = "mgrad"
language = chosen_language() or "en"
html_title = "mgrad"
html_baseurl = f"{SITE}/"
extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "sphinx.ext.mathjax",
]
exclude_patterns = [
    "docs/coverage.md",  # for authors; contents.md is for readers
]

nb_execution_mode = "off"
nb_merge_streams = True
nb_ipywidgets_js = {}
nb_code_prompt_show = say("Your prediction first. Show the answer")
nb_code_prompt_hide = say("The answer")
# needs a kernel; its picture does not
nb_mime_priority_overrides = [("html", "application/vnd.jupyter.widget-view+json", None)]
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 4
myst_heading_slug_func = "pages.anchor"

add_module_names = False
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_use_rtype = False

mathjax_path = "tex-svg.js"
# its menu would make every formula a stop of the Tab key
mathjax3_config = {"options": {"enableMenu": False}}

html_theme = "furo"
templates_path = ["templates"]
html_static_path = ["static", str(from_npm(MATHJAX))]
html_css_files = ["book.css"]
html_js_files = [("book.js", {"defer": "defer"})]
html_favicon = "static/favicon.svg"
html_search_scorer = str(BOOK / "scorer.js")
html_scaled_image_link = False
html_copy_source = False
html_show_copyright = False
html_use_index = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#0063A0",
        "color-brand-content": "#0063A0",
        "color-brand-visited": "#7A3E8E",
    },
    "dark_css_variables": {
        "color-brand-primary": "#6CC0F0",
        "color-brand-content": "#6CC0F0",
        "color-brand-visited": "#CBA0DC",
    },
    "top_of_page_buttons": [],
    "footer_icons": [
        {"name": "The course on GitHub", "url": REPOSITORY, "html": "GitHub", "class": ""}
    ],
}


def without_internals(app, what, name, obj, options, signature, returns):
    """The arguments that only the engine uses begin with an underscore."""
    return (re.sub(r", _\w+: \w+ = (\(\)|['\"]{2})", "", signature), returns) if signature else None


def language_of_page(app, name, template, context, doctree):
    """What has no translation is marked as English, for a voice that reads it aloud."""
    context["language"] = language if in_own_language(name) else "en"


def setup(app):
    app.connect("html-page-context", language_of_page)
    app.connect("autodoc-process-signature", without_internals)
