"""What ``pip install mgrad`` brings: the course, and a command that opens and examines it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LARGEST = 6_000_000  # bytes
BUILD = "from setuptools import build_meta; print(build_meta.build_{}('dist'))"
HIDDEN = ("PYTHONPATH", "DISPLAY", "MGRAD_PROGRESS")  # of whoever tests
BIN = "Scripts" if os.name == "nt" else "bin"


def call(*command, cwd, **more):
    own = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=own, capture_output=True, text=True, **more
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked():
    """The files that a clone has, those included that are not committed yet."""
    run = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this is no clone of the repository")
    return {name for name in done.stdout.splitlines() if (ROOT / name).is_file()}


def copy(names, folder):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)


def install(wheel, folder):
    """A new environment with the wheel, which borrows all other packages; returns its command."""
    call(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / BIN / Path(sys.executable).name
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"]
    call(*pip, "--no-compile", "--quiet", wheel, cwd=folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(call(python, "-c", code, cwd=folder).strip())
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return folder / BIN / "mgrad"


def test_the_wheel_brings_the_whole_course_and_the_source_the_whole_repository(tmp_path):
    files = tracked()
    copy(files, tmp_path / "clone")
    source = (
        tmp_path
        / "clone"
        / "dist"
        / call(sys.executable, "-c", BUILD.format("sdist"), cwd=tmp_path / "clone").split()[-1]
    )
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / source.name.removesuffix(".tar.gz")
    made = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert {name for name in files if not name.startswith(".")} - made == set()
    wheel = (
        unpacked
        / "dist"
        / call(sys.executable, "-c", BUILD.format("wheel"), cwd=unpacked).split()[-1]
    )
    assert source.stat().st_size < LARGEST and wheel.stat().st_size < LARGEST

    mgrad = install(wheel, tmp_path / "env")
    call(mgrad, "course", "my-course", cwd=tmp_path)
    own = tmp_path / "my-course"
    shown = {name for name in files if name.startswith(("notebooks/", "exercises/"))}
    assert not (own / "solutions").exists()
    call(mgrad, "course", "my-course", "--solutions", cwd=tmp_path)
    shown |= {name for name in files if name.startswith("solutions/")}
    assert len(shown) > 30
    assert [n for n in shown if (own / n).read_bytes() != (ROOT / n).read_bytes()] == []
    call(mgrad, "course", "kurs", "--language", "de", cwd=tmp_path)
    german = tmp_path / "kurs" / "notebooks" / "01-derivatives.ipynb"
    assert "Ableitungen" in german.read_text(encoding="utf-8")
    assert "01 Ableitungen" in call(mgrad, "progress", cwd=german.parent)
    assert "0 of " in call(mgrad, "progress", cwd=tmp_path)
    assert "Ada.zip holds 01-derivatives.ipynb" in call(mgrad, "hand-in", "Ada", cwd=tmp_path)
    examined = call(mgrad, "doctor", cwd=tmp_path).splitlines()
    assert [line.split()[0] for line in examined] == ["ok"] * 7, examined
    helped = call(mgrad, "--help", cwd=tmp_path).splitlines()
    assert len(helped) <= 24 and max(map(len, helped)) <= 80
    assert "mgrad" in call(mgrad, "--print-completion", "bash", cwd=tmp_path)


def test_the_version_is_the_same_everywhere():
    import mgrad

    for file, line in (
        ("pyproject.toml", f'version = "{mgrad.__version__}"'),
        ("CITATION.cff", f"version: {mgrad.__version__}"),
    ):
        assert line in (ROOT / file).read_text(encoding="utf-8").splitlines(), file
