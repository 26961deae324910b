#!/bin/sh
# line_profiler 5.1.0, memory_profiler 0.61.0, IPython 9.18.1: %lprun and %memit run another call.
#
# %lprun measures the lines of a function while a statement runs, %memit its memory. Before a magic
# command gets its line, IPython puts the value of a variable where a name stands in braces or after
# a dollar sign. That is for commands like !ls {folder}; it takes a set for a number and a formula
# in a label for a name. %time, %timeit and %prun asked IPython not to in its version 7.3. The other
# two did not, so they call the function with something else and say nothing. With n = 3:
#     f({n})           %time, %prun: {3}          %lprun, %memit: 3
#     f({n, 4})        %time, %prun: {3, 4}       %lprun, %memit: (3, 4)
#     f("$n$ steps")   %time, %prun: "$n$ steps"  %lprun, %memit: "3$ steps"
# Lines below %%memit are left as they are. pyinstrument had the same and mended it:
# https://github.com/joerick/pyinstrument/pull/278
# In the course: lessons have no magic command; a measurement is a call of a function.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    line_profiler==5.1.0 memory_profiler==0.61.0 ipython==9.18.1
cat > shown.py <<'PYTHON'
import contextlib
import io
from importlib.metadata import version

from IPython.core.interactiveshell import InteractiveShell

COMMANDS = ("%time", "%prun -q", "%lprun -f f", "%memit -r 1")
CALLS = {
    "f({n})": ({3}, 3),
    "f({n, 4})": ({3, 4}, (3, 4)),
    'f("$n$ steps")': ("$n$ steps", "3$ steps"),
}
PREPARED = """%load_ext line_profiler
%load_ext memory_profiler
seen = []
n = 3


def f(x):
    seen.append(x)
"""


def run(cell):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        shell.run_cell(cell).raise_error()


print(*(f"{package} {version(package)}" for package in ("line_profiler", "memory_profiler")))
print("ipython", version("ipython"))
shell = InteractiveShell.instance()
run(PREPARED)
seen = shell.user_ns["seen"]
for call, (right, other) in CALLS.items():
    for command in COMMANDS:
        seen.clear()
        run(f"{command} {call}")
        print(f"{command + ' ' + call:28}  called with {seen[0]!r}")
        expected = right if command in COMMANDS[:2] else other
        assert seen[0] == expected, f"{command} {call}: called with another argument"
seen.clear()
run("%%memit -r 1\nf({n})")
print(f"{'%%memit above f({n})':28}  called with {seen[0]!r}")
assert seen[0] == {3}
print("As described.")
PYTHON
venv/bin/python shown.py
