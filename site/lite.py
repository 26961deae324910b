"""Build the browser-only edition: the course in JupyterLite, where Python runs in the page and
nothing is installed.

Usage: python site/lite.py [--pyodide FILE.tar.bz2] [--wheels FOLDER] [--out FOLDER]
       python site/lite.py --for-tests [--wheels FOLDER]      (what its tests need)

The site brings the notebooks and the package; Python itself (Pyodide) with NumPy, matplotlib and
scikit-learn comes from its public CDN. With --pyodide the site brings them too, for tests and for
classes without a network: FILE is Pyodide's release archive, or its small core and a FOLDER with
the wheels that the core's ``pyodide-lock.json`` names.

Needs the packages of the extra ``site``.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from book import from_npm, replace

ROOT = Path(__file__).parent.parent
RELEASES = "https://github.com/pyodide/pyodide/releases"
FOR_TESTS = ROOT / "build" / "lite-tests"
CORE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"]
BY_THE_KERNEL = ["micropip", "ipython", "jedi"]  # what every notebook needs before its first cell
# pure Python, in the versions that are installed here
NOT_IN_PYODIDE = ["ipywidgets", "jupyterlab_widgets", "comm"]
START = "lab/index.html?path=notebooks/00-start-here.ipynb"
ON_A_PHONE = """<script>
  // the list of files opens with the notebook, twice, and would leave no room for it:
  // close it until the page is touched
  const closing = innerWidth < 700 && setInterval(() => {
    const shell = window.jupyterapp?.shell;
    if (shell && !shell.leftCollapsed) shell.collapseLeft();
  }, 200);
  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () =>
  clearInterval(closing), true);
</script>
</body>"""


def run(*command, **options) -> None:
    """Run a program quietly;

    if it fails, end with what it said, or for pip with what to look at.
    """
    words = ["-m", *map(str, command)]
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, **options
    )
    if done.returncode and command[0] == "pip":
        sys.exit(
            f"pip could not fetch {' '.join(words[-3:])}. Is there a network? Try: pip "
            f"download {words[-1]}"
        )
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThis failed: python {' '.join(words)}")


def contents(folder: Path) -> None:
    """Everything that a student opens, in the folders of the repository."""
    ignore = shutil.ignore_patterns(".*", "__pycache__", "*.js", "progress*.txt", "mine", "check")
    for name in ("notebooks", "exercises", "solutions", "mgrad"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)


def wheels(folder: Path, work: Path) -> None:
    """The package and what it needs that Pyodide lacks, served by the site to ``%pip install
    mgrad``.
    """
    # a copy: setuptools leaves a build folder behind
    for name in ("mgrad", "pyproject.toml", "README.md", "LICENSE"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, work / "package" / name)
    pinned = [f"{name}=={version(name)}" for name in NOT_IN_PYODIDE]
    run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, work / "package", *pinned)


def needed(lock: dict) -> dict[str, dict]:
    """The packages of Pyodide that the kernel and the course need, with all that these need."""
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "dependencies"
    ]
    todo, found = [*BY_THE_KERNEL, *(re.match(r"[\w-]+", line)[0] for line in dependencies)], {}
    while todo:
        name = todo.pop().lower().replace("_", "-")
        if name in lock["packages"] and name not in found:
            found[name] = lock["packages"][name]
            todo += found[name]["depends"]
    return dict(sorted(found.items()))


def host_pyodide(source: Path, more: list[Path], target: Path, work: Path, wanted: str) -> None:
    """Put Pyodide's core, in the version that is wanted, and the packages that are needed where the
    site finds them.
    """
    if source.is_file():
        shutil.unpack_archive(source, work / "pyodide", filter="data")
        source = work / "pyodide"
    core = next((path.parent for path in source.rglob("pyodide.mjs")), None)
    if core is None:
        sys.exit(f"{source} is no Pyodide: it holds no pyodide.mjs. {RELEASES}/tag/{wanted}")
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    if f'"{wanted}"' not in (core / "pyodide.mjs").read_text(encoding="utf-8"):
        sys.exit(
            f"{source} is another version of Pyodide than the site needs, {wanted}: "
            f"{RELEASES}/tag/{wanted}"
        )
    target.mkdir(parents=True)
    for name in CORE:
        shutil.copy(core / name, target)
    missing = []
    for name, package in needed(lock).items():
        file = next(
            (file for folder in (core, *more) if (file := folder / package["file_name"]).exists()),
            None,
        )
        if file is None:
            missing.append(name)
        else:
            shutil.copy(file, target)
            # a wheel from PyPI is not Pyodide's own build
            package["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    (target / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    if missing:
        print(f"Not in this site, so that cells which need them will fail: {', '.join(missing)}")


def build(work: Path, pyodide: Path | None, more: list[Path]) -> Path:
    """Make the site in the folder ``work``; returns where it is."""
    try:
        import jupyterlite_core  # noqa: F401
        from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

        version("ipywidgets")
    except (ImportError, PackageNotFoundError):
        sys.exit("The browser-only edition is built by JupyterLite: pip install '.[site]'")
    lite, site = work / "lite", work / "site"
    contents(work / "contents")
    wheels(lite / "pypi", work)
    if pyodide:
        host_pyodide(pyodide, more, lite / "static" / "pyodide", work, PYODIDE_VERSION)
    kernel = {
        "@jupyterlite/pyodide-kernel-extension:kernel": {"disablePyPIFallback": bool(pyodide)}
    }
    # exposed to the tests
    settings = {"appName": "mgrad", "exposeAppInBrowser": True, "litePluginSettings": kernel}
    config = {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}
    (lite / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    options = [
        "--lite-dir",
        lite,
        "--output-dir",
        site,
        "--contents",
        work / "contents",
        "--apps",
        "lab",
    ]
    run(
        "jupyterlite_core",
        "build",
        *options,
        "--no-sourcemaps",
        "--no-unused-shared-packages",
        cwd=work,
    )
    index, opens = site / "index.html", "await import('./config-utils.js')"  # the empty launcher
    text, parts = (
        index.read_text(encoding="utf-8"),
        ("pypi/all.json", "api/contents/all.json", "extensions/@jupyter-widgets"),
    )
    # JupyterLite skips what it cannot do
    if opens not in text or not all((site / part).exists() for part in parts):
        sys.exit("JupyterLite left something out. Is all of it installed? pip install '.[site]'")
    index.write_text(text.replace(opens, f"location.replace('{START}')"), encoding="utf-8")
    lab = site / "lab" / "index.html"
    lab.write_text(lab.read_text(encoding="utf-8").replace("</body>", ON_A_PHONE), encoding="utf-8")
    return site


def for_tests() -> tuple[Path, Path]:
    """Fetch Pyodide's core from npm and from PyPI the pure wheels that go with it;

    returns where both are.
    """
    from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION, PYODIDE_VERSION

    core, folder = from_npm(f"pyodide@{PYODIDE_VERSION}/pyodide.mjs").parent, FOR_TESTS / "wheels"
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    pure = ["pytest", "pluggy", "iniconfig"]
    pure += [
        f"{name}=={package['version']}"
        for name, package in needed(lock).items()
        if package["file_name"].endswith("none-any.whl")
    ]
    options = [
        "--no-deps",
        "--only-binary=:all:",
        "--platform=any",
        f"--python-version={PYODIDE_PYTHON_VERSION}",
    ]
    run("pip", "download", "--quiet", *options, "--dest", folder, *pure)
    return core, folder


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Build the browser-only edition.")
    parser.add_argument(
        "--pyodide",
        type=Path,
        metavar="FILE",
        help="bring Pyodide in the site: its archive, or a folder",
    )
    parser.add_argument(
        "--wheels",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help="more packages for --pyodide",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "build" / "site" / "lite",
        help="where the site goes (build/site/lite)",
    )
    parser.add_argument(
        "--for-tests", action="store_true", help="fetch and build what its tests need"
    )
    options = parser.parse_args(arguments)
    if options.for_tests:
        options.pyodide, pure = for_tests()
        options.wheels.append(pure)
        options.out = FOR_TESTS / "site"
    if options.wheels and not options.pyodide:
        parser.error("--wheels adds to --pyodide; without it everything comes from Pyodide's CDN")
    out = options.out.resolve()
    if out.exists() and not (out / "jupyter-lite.json").exists() and any(out.iterdir()):
        sys.exit(
            f"{options.out} is no JupyterLite site, and it is not empty: name another "
            "folder, it would be replaced."
        )
    replace(out, lambda work: build(work, options.pyodide, options.wheels))
    print(
        f"The browser-only edition is in {options.out}. Look at it with: python -m "
        f"http.server --directory {options.out}"
    )


if __name__ == "__main__":
    main()
