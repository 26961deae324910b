#!/bin/sh
# ploomber-engine 0.0.33: functions taken from a notebook for a test come without their decorators.
#
# PloomberClient.get_definitions() returns the functions and classes of a notebook without running
# it, "to write unit tests". It takes what is written from def or class on, and a decorator stands
# above. So a test calls another function than the notebook does, and objects of a dataclass with
# the same fields are not equal. No error says so. When one function stands below an if, none is
# returned at all, not those beside it either; a message is printed then:
#     @doubled def loss(x)     loss(3.0) is 6.0 in the notebook, 3.0 by its definition
#     @dataclass class Rate    Rate() == Rate() is True in the notebook, False by its definition
#     if ...: def loss(x)      the definitions: none
# get_namespace(), which runs the notebook, returns what the notebook has.
# In the course: a check is given the objects that the notebook has made.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    ploomber-engine==0.0.33 nbformat==5.11.1 ipython==9.18.1
venv/bin/python - <<'PYTHON'
import contextlib
import io
from importlib.metadata import version

import nbformat
from ploomber_engine.ipython import PloomberClient

DECORATED = """from dataclasses import dataclass


def doubled(function):
    return lambda x: 2 * function(x)


@doubled
def loss(x):
    return x


@dataclass
class Rate:
    start: float = 0.1
"""
BELOW_IF = """import sys

if sys.version_info >= (3, 0):
    def loss(x):
        return x


def other(x):
    return x
"""


def client(source):
    cells = [nbformat.v4.new_code_cell(source)]
    return PloomberClient(nbformat.v4.new_notebook(cells=cells), progress_bar=False)


print("ploomber-engine", version("ploomber-engine"))
print(DECORATED)
seen = []
for way in (PloomberClient.get_namespace, PloomberClient.get_definitions):
    names = way(client(DECORATED))
    seen.append((names["loss"](3.0), names["Rate"]() == names["Rate"]()))
    print(f"{way.__name__:16} loss(3.0) is {seen[-1][0]}, Rate() == Rate() is {seen[-1][1]}")
assert seen == [(6.0, True), (3.0, False)], "decorators belong to a definition now"
print(f"\n{BELOW_IF}")
with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
    definitions = client(BELOW_IF).get_definitions()
print("get_definitions ", sorted(definitions))
assert sorted(client(BELOW_IF).get_namespace()) == ["loss", "other", "sys"]
assert definitions == {}, "a function below an if is found now"
print("As described.")
PYTHON
