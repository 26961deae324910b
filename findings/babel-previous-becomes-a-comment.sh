#!/bin/sh
# Babel 2.19.0: read_po takes the previous text of a fuzzy message for a comment of the translator.
#
# Gettext writes "#| msgid" above a message that has changed, and removes it with the mark "fuzzy".
# write_po(include_previous=True) writes that line, but read_po does not know it: previous_id is
# empty, and the line comes back as "# | msgid", which nothing ever removes. A catalogue that is
# updated release after release collects all its former texts.
# In the course: translations/translate.py writes catalogues without previous texts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0
venv/bin/python - <<'PYTHON'
from importlib.metadata import version
from io import BytesIO

from babel.messages.pofile import read_po, write_po

CATALOGUE = b"""\
#, fuzzy
#| msgid "a step to the left"
msgid "a step to the right"
msgstr "ein Schritt nach links"
"""

print("babel", version("babel"))
print(CATALOGUE.decode())
catalogue = read_po(BytesIO(CATALOGUE))
message = catalogue["a step to the right"]
print("previous_id", message.previous_id, "comments", message.user_comments)
message.flags.discard("fuzzy")  # the translation is right now
message.string = "ein Schritt nach rechts"
written = BytesIO()
write_po(written, catalogue, omit_header=True, include_previous=True)
print(written.getvalue().decode())
assert message.previous_id == [] and b'# | msgid "a step to the left"' in written.getvalue()
print("As described.")
PYTHON
