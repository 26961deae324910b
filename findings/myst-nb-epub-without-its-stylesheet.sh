#!/bin/sh
# myst-nb 1.4.0 with Sphinx 9.0.4: every page of an EPUB links to a stylesheet that is not in it.
#
# The link is written for each builder that makes HTML. The file is copied when the build is
# finished, and by then Sphinx has listed and packed the files of an EPUB: it lies in the folder
# beside the book. No warning, also with -W; EPUBCheck reports RSC-007 for each page.
# In the course: the EPUB has a stylesheet of its own, and the link is taken out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check myst-nb==1.4.0 sphinx==9.0.4
mkdir source
cat >source/conf.py <<'CONF'
extensions = ["myst_nb"]
project = author = copyright = version = "book"
CONF
printf '# A page\n\nA sentence.\n' >source/index.md
venv/bin/python -m sphinx -q -W -b epub -d doctrees source out
venv/bin/python - <<'PYTHON'
import re
from importlib.metadata import version
from zipfile import ZipFile

with ZipFile("out/book.epub") as book:
    names = book.namelist()
    page = book.read("index.xhtml").decode()
linked = re.findall(r'<link rel="stylesheet"[^>]*href="([^"]+)"', page)
print("myst-nb", version("myst-nb"), "Sphinx", version("sphinx"))
print("linked:", *linked, sep="\n  ")
print("in the book:", *(name for name in names if name.endswith(".css")), sep="\n  ")
missing = [name for name in linked if name not in names]
print("missing:", *missing, sep="\n  ")
assert len(missing) == 1 and "mystnb" in missing[0], "the stylesheet is in the book now"
print("As described.")
PYTHON
