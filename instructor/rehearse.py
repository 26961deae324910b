"""Rehearse a lesson: run it in a real JupyterLab and browser, time every section, and add the
minutes of talk in its guide.

Usage: make rehearse LESSON=03        (python instructor/rehearse.py 03)
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from notes import plan

ROOT = Path(__file__).parent.parent
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
STATE = """whole => {
  const panel = window.jupyterapp && window.jupyterapp.shell.currentWidget;
  if (!panel || !panel.content || !panel.content.model || !panel.sessionContext) return null;
  const kernel = panel.sessionContext.session && panel.sessionContext.session.kernel;
  const models = [...panel.content.model.cells];
  const code = models.filter(model => model.type === 'code');
  const state = {ready: panel.sessionContext.isReady, status: kernel ? kernel.status : 'none',
    cells: code.length, done: code.filter(model => model.executionCount).length};
  if (!whole) return state;
  const notebook = models.map(model => model.toJSON());  // megabytes of pictures
  return {...state, notebook, errors: notebook.flatMap(cell => cell.outputs || []).filter(
    output => output.output_type === 'error').map(output => output.evalue)};
}"""


@contextmanager
def jupyterlab(folders: tuple[str, ...] = ("notebooks",), **settings):
    """A JupyterLab that serves a copy of the course; yields a function from name to address.

    Args:
        folders: what is copied.
        settings: of JupyterLab's notebooks, beside the recording of times.
    """
    with tempfile.TemporaryDirectory() as folder:
        root, kept = Path(folder, "course"), Path(folder, "settings")
        for name in folders:
            ignored = shutil.ignore_patterns(".ipynb_checkpoints", "mine")
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        tracker = kept / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
        tracker.parent.mkdir(parents=True)
        tracker.write_text(json.dumps({"recordTiming": True} | settings))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        token = secrets.token_hex(8)
        options = [
            f"--ServerApp.port={port}",
            f"--IdentityProvider.token={token}",
            f"--ServerApp.root_dir={root}",
            "--no-browser",
            "--allow-root",
            "--LabApp.expose_app_in_browser=True",
        ]
        environment = os.environ | {"JUPYTERLAB_SETTINGS_DIR": str(kept)}
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        try:
            for _ in range(120):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token={token}").close()
                    break
                except OSError:
                    time.sleep(0.5)
            yield (
                lambda name: (
                    f"http://127.0.0.1:{port}/lab/tree/notebooks/{name}?token={token}&reset"
                )
            )
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:  # it waits for a kernel, which ends when it has ended
                server.kill()
                server.wait()


@contextmanager
def chromium():
    """A headless Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def open_notebook(page, address: str, seconds: float = 90) -> None:
    """Open a notebook and wait for its kernel."""
    page.goto(address)
    wait_for(page, lambda state: state["ready"] and state["status"] == "idle", seconds)


def run_cells(page, seconds: float = 600) -> dict:
    """Run all cells of the open notebook; returns the last ``STATE``."""
    # the committed ones
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    return wait_for(
        page, lambda state: state["done"] == state["cells"] and state["status"] == "idle", seconds
    )


def run_all(page, address: str, seconds: float = 600) -> dict:
    """Open a notebook and run all its cells; returns the last ``STATE``."""
    open_notebook(page, address, seconds)
    return run_cells(page, seconds)


def wait_for(page, condition, seconds: float = 90) -> dict:
    """The notebook's state once ``condition`` holds for it.

    Raises:
        TimeoutError: it does not hold in time.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        state = page.evaluate(STATE)
        if state and condition(state):
            page.wait_for_timeout(500)  # the last outputs are still on their way
            return page.evaluate(STATE, True)
        page.wait_for_timeout(300)
    raise TimeoutError(
        f"the page was not ready after {seconds:.0f} s; cells done: {state and state['done']}"
    )


def sections(cells: list[dict]) -> list[tuple[str, int, float]]:
    """(heading, number of code cells, seconds) of each section of a notebook that was run."""
    rows = [["(before the first section)", 0, 0.0]]
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and (
            found := re.findall(r"^##+ (.+)$", source, re.MULTILINE)
        ):
            rows += [[heading, 0, 0.0] for heading in found]
        elif cell["cell_type"] == "code":
            times = cell["metadata"].get("execution", {})
            rows[-1][1] += 1
            if "shell.execute_reply" in times:
                began = times.get("iopub.execute_input", times["shell.execute_reply"])
                rows[-1][2] += (
                    datetime.fromisoformat(times["shell.execute_reply"])
                    - datetime.fromisoformat(began)
                ).total_seconds()
    return [tuple(row) for row in rows if row[1]]


def rehearsal(rows: list[tuple[str, int, float]], guide: str) -> list[str]:
    """What to print: for each section the guide's minutes of talk and the seconds of its cells.

    Args:
        rows: of ``sections``.
        guide: the text of the lesson's guide.
    """
    talk = {heading: minutes for headings, minutes in plan(guide) for heading in headings[:1]}
    lines = [
        f"{minutes(talk.pop(heading, 0))} {seconds:6.1f} s  {count:3d} cells  {heading}"
        for heading, count, seconds in rows
    ]
    lines += [f"{minutes(left)} {'':18}  {heading}" for heading, left in talk.items()]
    talked, ran = sum(row[1] for row in plan(guide)), sum(row[2] for row in rows)
    whole = f"{sum(row[1] for row in rows):3d} cells  in all: {talked + ran / 60:.1f} minutes"
    return ["    talk      cells", *lines, f"{minutes(talked)} {ran:6.1f} s  {whole}"]


def minutes(number: int) -> str:
    return f"{number:4d} min" if number else " " * 8


def main(lesson: str) -> int:
    found = sorted((ROOT / "notebooks").glob(f"{lesson}*.ipynb"))
    if len(found) != 1:
        print(
            "Which lesson? make rehearse LESSON=03. There are: "
            f"{', '.join(p.stem for p in sorted((ROOT / 'notebooks').glob('0*.ipynb')))}"
        )
        return 2
    if CHROMIUM is None:
        print(
            "make rehearse needs Chromium. Debian and Ubuntu: sudo apt install chromium; "
            "elsewhere install Chromium or Chrome"
        )
        return 2
    with jupyterlab() as address, chromium() as browser:
        page, start = browser.new_page(viewport={"width": 1280, "height": 800}), time.monotonic()
        trouble = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        open_notebook(page, address(found[0].name), 120)
        opened = time.monotonic() - start
        state = run_cells(page)
    rows = sections(state["notebook"])
    print(f"{found[0].stem}: open after {opened:.0f} s")
    guide = Path(__file__).with_name(f"{found[0].stem}.md").read_text(encoding="utf-8")
    for line in rehearsal(rows, guide):
        print(line)
    expected = sum(
        "raises-exception" in cell["metadata"].get("tags", []) for cell in state["notebook"]
    )
    for line in trouble + (state["errors"] if len(state["errors"]) > expected else []):
        print("trouble:", line)
    return 1 if trouble or len(state["errors"]) > expected else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
