"""What the package prints, on screens that do not know every character, and on none at all."""

import io
import os
import subprocess
import sys

import pytest

from mgrad._text import PLAINER, printable, say

XOR = """
import random, sys
from mgrad import MLP, fit, max_margin_loss
random.seed(3)
history = fit(MLP(2, [4, 1]), [[0, 0], [0, 1], [1, 0], [1, 1]], [-1, 1, 1, -1],
              loss=max_margin_loss, steps=20, learning_rate=0.2)
print(history, file=sys.stderr)
"""


def run(program, encoding="utf-8", errors="", **options):
    setting = f"{encoding}:{errors}" if errors else encoding
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONIOENCODING": setting, "PYTHONUTF8": "0"},
        stderr=subprocess.PIPE,
        timeout=60,
        **options,
    )


def stream(encoding):
    return io.TextIOWrapper(io.BytesIO(), encoding)


# -- single texts --------------------------------------------------------------------------------


def test_a_screen_that_knows_every_character_changes_nothing():
    text = "∂L/∂w₁ = −2·x² → 0.5 ━━━"
    assert printable(text, stream("utf-8")) == printable(text, io.StringIO()) == text


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("cp1252", "dL/dw1 = -2·x² -> 0.5 === é"),
        ("cp437", "dL/dw1 = -2·x² -> 0.5 === é"),
        ("ascii", "dL/dw1 = -2*x2 -> 0.5 === e"),
    ],
)
def test_only_what_a_code_page_does_not_know_becomes_plainer(encoding, expected):
    assert printable("∂L/∂w₁ = −2·x² → 0.5 ━━━ é", stream(encoding)) == expected


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "latin-1", "cp932", "koi8-r"])
def test_every_text_can_be_shown_on_every_screen(encoding):
    text = "".join(PLAINER) + "äß€漢字😀\ud800"
    printable(text, stream(encoding)).encode(encoding)
    assert printable("漢", stream("ascii")) == "?"


def test_plainer_characters_are_ascii():
    assert all(plain.isascii() for plain in PLAINER.values())


@pytest.mark.parametrize("end", ["none", "closed", "broken"])
def test_a_screen_that_is_gone_is_no_error(end, monkeypatch):
    class Broken(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    closed = io.StringIO()
    closed.close()
    gone = {"none": None, "closed": closed, "broken": Broken()}[end]
    monkeypatch.setattr(sys, "stdout", gone)
    say("nobody reads this")


# -- a whole training ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "errors", "bar"),
    [
        ("utf-8", "", "━━━"),
        ("cp1252", "", "==="),
        ("cp437", "", "==="),
        ("ascii", "", "==="),
        ("ascii", "replace", "==="),
    ],
)
def test_a_training_is_shown_in_every_code_page(encoding, errors, bar):
    done = run(XOR, encoding, errors, stdout=subprocess.PIPE)
    output = done.stdout.decode(encoding)
    assert done.returncode == 0 and b" end " in done.stderr, done.stderr.decode()
    assert "100%" in output and bar in output and "step 20/20, loss 0." in output


@pytest.mark.parametrize("program", [XOR, "import sys; sys.stdout.close()" + XOR])
def test_a_training_survives_a_closed_output(program):
    with open(os.devnull, "wb") as nowhere:
        done = run(program, stdout=nowhere)
    assert done.returncode == 0 and b" end " in done.stderr, done.stderr.decode()


def test_a_training_survives_a_program_without_any_output():
    done = run("import sys; sys.stdout = None" + XOR, stdout=subprocess.DEVNULL)
    assert done.returncode == 0 and b" end " in done.stderr, done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently on Windows")
def test_a_training_survives_a_pipe_that_nobody_reads():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = run(XOR, stdout=pipe)
    assert b" end " in done.stderr and b"Traceback" not in done.stderr, done.stderr.decode()
