"""What the Makefile's targets say when something is missing: one line, and nothing half-built."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKE = shutil.which("make")
NOWHERE = "http://127.0.0.1:9"  # refuses every connection
NO_NETWORK = {
    "PIP_INDEX_URL": NOWHERE,
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "npm_config_registry": NOWHERE,
}
NO_PACKAGES = (
    "pip could not install the packages. Is there a network? What it said is in build/pip-{}.log"
)

pytestmark = pytest.mark.skipif(
    MAKE is None or os.name == "nt", reason="no make: the README has other commands for Windows"
)


QUICK_PYTHON = f"""#!/bin/sh
# makes an environment with this one's pip in a moment
case "$1 $2" in
"-m venv")
    '{sys.executable}' -m venv --without-pip "$3"
    cd "$3"/lib/python*/site-packages && ln -s '{Path(find_spec("pip").origin).parent}' . ;;
*) exec '{sys.executable}' "$@" ;;
esac
"""


@pytest.fixture
def course(tmp_path):
    """A copy of the course, as far as the targets look at it."""
    python = tmp_path / "quick-python"
    python.write_text(QUICK_PYTHON)
    python.chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("instructor", "mgrad", "site", "translations"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def make(course, *arguments, **environment):
    """What a target that cannot do its work prints, in one string."""
    command = [MAKE, f"PYTHON={course}/quick-python", *arguments]
    # not those of `make test`
    own = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    done = subprocess.run(
        command,
        cwd=course,
        env=own | NO_NETWORK | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stdout + done.stderr
    lines = (done.stdout + done.stderr).splitlines()
    return "\n".join(line for line in lines if not line.startswith(("Setting up", "make: ***")))


@pytest.mark.parametrize(("target", "extra"), [("lab", "lab"), ("present", "present")])
def test_without_a_network_nothing_half_set_up_is_left(course, target, extra):
    assert make(course, target) == NO_PACKAGES.format(extra)
    assert list(course.glob(".venv*")) == []
    assert "ERROR" in (course / "build" / f"pip-{extra}.log").read_text()


def test_without_a_network_an_environment_that_was_ready_stays(course):
    ready = course / ".venv" / "ready"
    ready.parent.mkdir()
    ready.touch()
    os.utime(ready, (0, 0))  # older than pyproject.toml
    assert make(course, "lab") == NO_PACKAGES.format("lab")
    assert ready.exists()


def test_without_python_one_line_says_where_it_comes_from(course):
    assert make(course, "lab", "PYTHON=").startswith(
        "mgrad needs Python 3.11 or newer. Install it from https://www.python.org"
    )
    assert make(course, "lab", "PYTHON=false").startswith(
        "mgrad needs Python 3.11 or newer, and false is not."
    )
    assert list(course.glob(".venv*")) == []


@pytest.fixture
def ready(course):
    """The same, set up with the packages that run these tests;

    returns what ``make`` needs to know of it.
    """
    (course / ".venv").symlink_to(sys.prefix)
    (course / "notebooks").symlink_to(ROOT / "notebooks")
    return [course, "--assume-old=.venv/ready", "--assume-old=.venv/tests"]


def test_without_chromium_a_rehearsal_says_where_it_comes_from(ready):
    assert make(*ready, "rehearse", "LESSON=03", PATH="/nowhere").startswith(
        "make rehearse needs Chromium. Debian and Ubuntu: sudo apt install"
    )


@pytest.mark.parametrize("lesson", ["", "42", "0"])
def test_a_rehearsal_of_no_lesson_names_those_there_are(ready, lesson):
    said = make(*ready, "rehearse", f"LESSON={lesson}")
    assert said.startswith(
        "Which lesson? make rehearse LESSON=03. There are: 00-start-here, 01-derivatives"
    )


def test_without_npm_slides_say_where_it_comes_from(ready):
    *_, said = make(*ready, "slides", "LESSON=01", PATH="/nowhere").splitlines()
    assert said == (
        "This needs npm once, to fetch reveal.js@5.2.1. It comes with Node.js: "
        "https://nodejs.org/en/download"
    )
    assert not (ready[0] / "build").exists()


@pytest.mark.skipif(
    shutil.which("npm") is None, reason="npm is not installed: https://nodejs.org/en/download"
)
def test_without_a_network_slides_say_what_could_not_be_fetched(ready):
    *_, said = make(
        *ready, "slides", "LESSON=01", npm_config_fetch_retry_mintimeout="1"
    ).splitlines()
    assert said == (
        "npm could not fetch reveal.js@5.2.1. Is there a network? Try: npm install reveal.js@5.2.1"
    )
    assert list((ready[0] / "build").rglob("*")) == [ready[0] / "build" / "npm"]


def test_live_slides_outside_their_environment_say_how_to_make_it(ready):
    done = subprocess.run(
        [sys.executable, "instructor/slides.py", "--present"],
        cwd=ready[0],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and done.stderr.startswith(
        "Live slides have an environment of their own: make present"
    )
