"""``mgrad doctor``: what the course needs, a line for each, with the cure for what is wrong."""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import io
import platform
import subprocess
import sys

from mgrad import course

PATIENCE = 60  # seconds for a kernel to start


class Trouble(Exception):
    """Something is missing or wrong; the text says what, and what to do."""


def check_python() -> str:
    return f"{platform.python_version()} in {sys.prefix}"


def check_packages() -> str:
    """Each package that the course names, in a version that it can work with."""
    from packaging.requirements import Requirement

    wrong, right = [], 0
    for line in importlib.metadata.requires("mgrad") or ():
        wanted = Requirement(line)
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            version = importlib.metadata.version(wanted.name)
            fits = wanted.specifier.contains(version, prereleases=True)
            wrong += [] if fits else [(f"{wanted.name} {version}", wanted)]
        except importlib.metadata.PackageNotFoundError:
            wrong.append((f"no {wanted.name}", wanted))
        right += 1
    if wrong:
        names = " ".join(f'"{wanted.name}{wanted.specifier}"' for _, wanted in wrong)
        raise Trouble(f"{', '.join(found for found, _ in wrong)}. Install: {pip()} {names}")
    return f"{right} packages, in versions that fit"


def check_kernel() -> str:
    """Python as JupyterLab starts it finds the course."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(
        startup_timeout=PATIENCE, kernel_name="python3", stderr=subprocess.DEVNULL
    )
    try:
        reply = client.execute_interactive(
            "import mgrad", timeout=PATIENCE, output_hook=lambda message: None
        )["content"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if reply["status"] != "ok":
        raise Trouble(
            f"Jupyter's Python does not find mgrad ({reply.get('evalue', '')}). Make it this one: "
            f"{python()} -m ipykernel install --sys-prefix"
        )
    return "starts, and finds mgrad"


def check_drawing() -> str:
    from matplotlib.figure import Figure

    from mgrad import Value, draw_dot
    from mgrad.pictures.layout import find_dot

    figure = Figure()
    figure.subplots().plot([0, 1])
    figure.savefig(io.BytesIO(), format="png")
    if "<svg" not in draw_dot(Value(2.0) * 3.0).svg:
        raise Trouble(f"graphs are not drawn. Install: {pip()} graphviz-pure")
    return f"figures by matplotlib, graphs by {'Graphviz' if find_dot() else 'the course itself'}"


def check_checks() -> str:
    """A right answer passes, in the process in which answers run."""
    from mgrad.check.asking import check_answer

    result = check_answer("01.sign", {"slope_of_d_in_a": -3.0})
    if not result.passed:
        raise Trouble(f"an answer that is right does not pass: {result.message}")
    return "a right answer passes"


def check_browser() -> str:
    import webbrowser

    if not course.has_display():
        return "no screen here; mgrad lab prints the address to open"
    try:
        return f"{getattr(webbrowser.get(), 'name', 'found')} opens the course"
    except webbrowser.Error:
        raise Trouble(
            "none is found. Install one, or open the address that mgrad lab prints"
        ) from None


def check_course() -> str:
    own = course.own_copy()
    if own is None:
        return f"no copy of your own here yet; mgrad lab makes {course.OWN}"
    for name in ("notebooks", "exercises"):
        if not (own / name).is_dir():
            raise Trouble(f"{own / name} is missing. Bring it back: mgrad course {own}")
    return f"your copy is {own}"


CHECKS = {
    "Python": check_python, "packages": check_packages, "kernel": check_kernel,
    "drawing": check_drawing, "checks": check_checks, "browser": check_browser,
    "course": check_course,
}  # fmt: skip


def python() -> str:
    """This Python, as one writes it in a terminal."""
    return f'"{sys.executable}"' if " " in sys.executable else sys.executable


def pip() -> str:
    return f"{python()} -m pip install --upgrade"


def examine(name: str) -> tuple[bool, str]:
    """Whether one thing is right, and a line about it."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return True, CHECKS[name]()
    except Trouble as trouble:
        return False, str(trouble)
    except Exception as error:  # whatever a broken installation raises
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return False, f"{said}. Install again: {pip()} --force-reinstall mgrad"


def run(options: argparse.Namespace | None = None) -> None:
    """Print a line for each thing; ends with 1 if one of them is wrong."""
    wrong = 0
    for name in CHECKS:
        right, said = examine(name)
        wrong += not right
        print(f"{'ok' if right else 'WRONG':<6} {name:<9} {said}", flush=True)
    if wrong:
        sys.exit(f"{wrong} of {len(CHECKS)} to mend: what to do stands in the line.")
