#!/bin/sh
# nbconvert 7.17.2: --sanitize-html turns headings, paragraphs and tables into visible tags.
#
# A Markdown cell becomes HTML first and is cleaned afterwards, with a list of allowed tags that
# lacks h1, p, thead, th and tbody, which nbconvert itself has just written (and details, in which
# the hints of exercises are folded). What is not on the list is escaped: a reader sees "<h1 id=..."
# as text, and the heads of a table's columns leave the table.
# Mentioned in https://github.com/jupyter/nbconvert/issues/2016
# In the course: pages are made without this option, from notebooks of the course's own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbconvert==7.17.2 nbformat==5.10.4
venv/bin/python - <<'PYTHON'
import nbconvert
import nbformat

MARKDOWN = """# A heading

A sentence.

| left | right |
| --- | --- |
| 1 | 2 |
"""


def page(**options):
    cell = nbformat.v4.new_markdown_cell(MARKDOWN, id="only")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    html, _ = nbconvert.HTMLExporter(**options).from_notebook_node(notebook)
    return html.partition('data-mime-type="text/markdown">')[2].partition("</main>")[0]


plain, cleaned = page(), page(sanitize_html=True)
print("nbconvert", nbconvert.__version__)
print(f"--- the cell\n{MARKDOWN}")
print(f"--- its HTML\n{plain}")
print(f"--- its HTML with --sanitize-html\n{cleaned}")
assert "<h1" in plain and "<p>A sentence." in plain and "<th>left</th>" in plain
assert "<h1" not in cleaned and "&lt;h1" in cleaned, "a heading is kept now"
assert "<p>" not in cleaned and "&lt;p&gt;A sentence." in cleaned, "a paragraph is kept now"
assert "&lt;th&gt;left&lt;/th&gt;" in cleaned, "the head of a table is kept now"
print("As described.")
PYTHON
