"""Settings of Sphinx for the book on paper: those of the book, without its theme."""

import runpy

from book import BOOK

globals().update(runpy.run_path(str(BOOK / "conf.py")))
html_theme, html_theme_options, templates_path = "basic", {}, []
html_static_path, html_css_files, html_js_files, html_favicon = [], [], [], None
