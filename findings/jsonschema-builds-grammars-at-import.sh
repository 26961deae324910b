#!/bin/sh
# jsonschema 4.26.0 with rfc3987-syntax 1.1.0: most of `import nbformat` is work nobody asked for.
#
# nbformat and Jupyter's server need jsonschema[format-nongpl]. With it comes rfc3987-syntax, which
# jsonschema imports as soon as it is imported itself, for the formats "iri" and "iri-reference" that
# no notebook uses. That package builds a parser with lark for each of its grammar's rules while it
# is imported. So every process that reads a notebook (pytest with nbval, each of its workers, the
# server, nbconvert) spends more time on this than on everything else that nbformat imports.
# Known to jsonschema: https://github.com/python-jsonschema/jsonschema/issues/1428
# In the course: tests start few such processes; nothing that a kernel or a check imports does it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    nbformat==5.11.1 "jsonschema[format-nongpl]==4.26.0" rfc3987-syntax==1.1.0 lark==1.3.1
venv/bin/python - <<'PYTHON'
import subprocess
import sys
from importlib.metadata import version

program = """
import sys, time
if {left_out}:
    sys.modules["rfc3987_syntax"] = None  # jsonschema then goes without these formats
start = time.process_time()
import nbformat
seconds = time.process_time() - start
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("text")]))
lark = sys.modules.get("lark")
print(seconds, lark is not None)
"""
for name in ("nbformat", "jsonschema", "rfc3987-syntax", "lark"):
    print(name, version(name))


def seconds(left_out):
    runs = []
    for _ in range(5):
        command = [sys.executable, "-c", program.format(left_out=left_out)]
        taken, with_lark = subprocess.check_output(command, text=True).split()
        assert with_lark == str(not left_out)
        runs.append(float(taken))
    return min(runs)


with_it, without = seconds(False), seconds(True)
print(f"import nbformat: {with_it:.2f} s of processor time; without the grammars {without:.2f} s,")
print(f"so {1 - without / with_it:.0%} of it is spent on them. The notebook is valid either way.")
assert with_it > 2 * without, "the import has become quick"
print("As described.")
PYTHON
