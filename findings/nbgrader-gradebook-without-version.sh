#!/bin/sh
# nbgrader 0.9.6: called by its path, it fails once, and then keeps a gradebook that has no version.
#
# For a new gradebook nbgrader makes the tables first, then asks the program `alembic` for the number
# of their version. It looks for that program on the PATH, not beside itself. So nbgrader of a virtual
# environment that is not activated (called by its path, by make, by a scheduler, by a hub) ends with
# a FileNotFoundError on the first call. On the second one the tables are there, nobody asks for their
# version, and all seems well. But this gradebook never gets one: `nbgrader db upgrade`, needed when a
# later nbgrader changes the tables, begins with the oldest ones and fails.
# In the course: the guide activates the environment first, and the test puts it on the PATH.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    nbgrader==0.9.6 alembic==1.20.1 sqlalchemy==2.1.9
venv/bin/python - <<'PYTHON'
import os
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat

PROGRAMS = Path(sys.executable).parent
outside = os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if Path(p) != PROGRAMS)


def nbgrader(*arguments, path=outside):
    command = [str(PROGRAMS / "nbgrader"), *arguments]
    environment = os.environ | {"PATH": path}
    done = subprocess.run(command, env=environment, text=True, capture_output=True)
    lines = (done.stdout + done.stderr).strip().splitlines()
    wrong = [line for line in lines if "Error" in line]
    print(f"nbgrader {' '.join(arguments)}: exit code {done.returncode}; {(wrong or lines)[-1][:120]}")
    return done.returncode, done.stdout + done.stderr


for name in ("nbgrader", "alembic", "sqlalchemy"):
    print(name, version(name))
source = Path("source/one/one.ipynb")
source.parent.mkdir(parents=True)
nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("text")]), source)

code, said = nbgrader("generate_assignment", "one")
assert code and "No such file or directory: 'alembic'" in said, "the first call works"
assert nbgrader("generate_assignment", "one", "--force")[0] == 0, "the second call fails too"
tables = {name for name, in sqlite3.connect("gradebook.db").execute("select name from sqlite_master")}
print("version of the gradebook:", "there" if "alembic_version" in tables else "none")
assert "student" in tables and "alembic_version" not in tables, "the gradebook has a version"
code, said = nbgrader("db", "upgrade", path=f"{PROGRAMS}{os.pathsep}{outside}")
assert code and "duplicate column" in said, "the gradebook can be upgraded"
print("As described.")
PYTHON
