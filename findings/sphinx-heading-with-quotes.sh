#!/bin/sh
# docutils 0.22.4 (with Sphinx 9.0.4): the second name of a heading is written into HTML unescaped.
#
# HTML allows any character but blanks in an id, and a page may name its headings as another
# program does: JupyterLab links to `#Break-it:-"faster"`, so that is what the slug function of
# MyST-Parser returns here. The first id of an element is escaped, the others are not: a quotation
# mark in one ends the attribute, the rest becomes attributes of their own, and the link leads
# nowhere. A browser forgives it, an EPUB is no XML any more. No warning, also with -W.
# In the course: the names of headings have no quotation marks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docutils==0.22.4 sphinx==9.0.4 myst-parser==5.2.0
mkdir source
cat >source/names.py <<'NAMES'
def as_jupyterlab_does(heading):
    return heading.replace(" ", "-")
NAMES
cat >source/conf.py <<'CONF'
import sys

sys.path.insert(0, ".")
sys.path.insert(0, "source")
extensions = ["myst_parser"]
myst_heading_anchors = 2
myst_heading_slug_func = "names.as_jupyterlab_does"
CONF
printf '# A page\n\n## Break it: "faster"\n\nA sentence.\n' >source/index.md
venv/bin/python -m sphinx -q -W -b html source out
venv/bin/python - <<'PYTHON'
import re
from html.parser import HTMLParser
from importlib.metadata import version

page = open("out/index.html", encoding="utf-8").read()
line = re.search(r"<span id=[^>]*Break[^>]*>", page)[0]


class Names(HTMLParser):
    def handle_starttag(self, tag, attributes):
        self.seen = attributes


names = Names()
names.feed(line)
print("docutils", version("docutils"), "Sphinx", version("sphinx"))
print("heading:  Break it: \"faster\"")
print("in HTML: ", line)
print("read as: ", names.seen)
assert dict(names.seen)["id"] == "Break-it:-", "the name is escaped now"
print("As described.")
PYTHON
