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
import json
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from addresses import ROOT
from book import from_npm, replace
from wheels import (
    AT_THE_START,
    CDN,
    STDLIB,
    add_to_lock,
    compile_all,
    digest,
    find_core,
    gather_pure,
    host_pyodide,
    read_lock,
    run,
    write_stand_in,
)

FOR_TESTS = ROOT / "build" / "lite-tests"
APPS = ["notebooks", "tree", "edit"]
STARTUP = "/lib/python{}/site-packages/mgrad/_startup.py"
# pure Python, in the versions that are installed here
NOT_IN_PYODIDE = ["ipywidgets", "jupyterlab_widgets", "comm"]
START = "notebooks/index.html?path=notebooks/00-start-here.ipynb"
FROM_DISK = """if (location.protocol === "file:")
          return addEventListener("DOMContentLoaded", () => {
            document.body.textContent = "Python in the browser needs a web server, also on your " +
              "own computer. In a terminal, in the folder of this site (book and all), write " +
              "python -m http.server, and open http://localhost:8000 in the browser.";
            document.body.style = "padding: 2rem; font: 1.1rem/1.5 system-ui, sans-serif";
          });
        """


def contents(folder: Path) -> None:
    """Everything that a student opens, in the folders of the repository."""
    ignore = shutil.ignore_patterns(
        *(".*", "__pycache__", "*.js", "progress*.txt", "my-digits.html", "mine", "check")
    )
    for name in ("notebooks", "exercises", "solutions", "mgrad"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)


def own_wheels(folder: Path, work: Path) -> None:
    """The package, and what it needs that Pyodide lacks."""
    # a copy: setuptools leaves a build folder behind
    for name in ("mgrad", "pyproject.toml", "README.md", "LICENSE"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, work / "package" / name)
    pinned = [f"{name}=={version(name)}" for name in NOT_IN_PYODIDE]
    run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, work / "package", *pinned)


def settings(hosted: bool, version: str, python: str) -> dict:
    """What JupyterLite and its kernel read when a page opens."""
    pyodide = "./static/pyodide" if hosted else CDN.format(version)
    kernel = {
        "disablePyPIFallback": hosted,
        "pyodideUrl": f"{pyodide}/pyodide.mjs",
        "loadPyodideOptions": {
            "lockFileURL": "./static/packages/pyodide-lock.json",
            "stdLibURL": f"./static/packages/{STDLIB}",
            "packages": AT_THE_START,
            "env": {"PYTHONSTARTUP": STARTUP.format(python)},
        },
    }
    plugins = {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}
    # exposed to the page's own script and to the tests
    data = {"appName": "mgrad", "exposeAppInBrowser": True, "litePluginSettings": plugins}
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}


def build(work: Path, pyodide: Path | None, more: list[Path]) -> Path:
    """Make the site in the folder ``work``; returns where it is."""
    try:
        import jupyterlite_core  # noqa: F401
        from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION, PYODIDE_VERSION

        version("ipywidgets")
    except (ImportError, PackageNotFoundError):
        sys.exit("The browser-only edition is built by JupyterLite: pip install '.[site]'")
    lite, site = work / "lite", work / "site"
    contents(work / "contents")
    if pyodide:
        core = find_core(pyodide, work, PYODIDE_VERSION)
        lock = host_pyodide(core, more, lite / "static" / "pyodide")
    else:
        core = from_npm(f"pyodide@{PYODIDE_VERSION}/pyodide.mjs").parent
        lock = read_lock(core, CDN.format(PYODIDE_VERSION))
    lite.mkdir(exist_ok=True)
    config = json.dumps(settings(bool(pyodide), PYODIDE_VERSION, PYODIDE_PYTHON_VERSION))
    (lite / "jupyter-lite.json").write_text(config, encoding="utf-8")
    run(
        *("jupyterlite_core", "build", "--lite-dir", lite, "--output-dir", site),
        *("--contents", work / "contents", "--no-sourcemaps", "--no-unused-shared-packages"),
        *(word for app in APPS for word in ("--apps", app)),
        cwd=work,
    )
    packages = site / "static" / "packages"
    packages.mkdir()
    for wheel in (site / "extensions").rglob("static/pypi/*.whl"):  # the kernel itself
        shutil.copy(wheel, packages)
    own_wheels(packages, work)
    gather_pure(lock, packages, PYODIDE_PYTHON_VERSION, [core, *more])
    write_stand_in(packages, "jedi")  # completes more, and takes the longest to start
    shutil.copy(core / STDLIB, packages)
    compile_all(packages, PYODIDE_VERSION)
    add_to_lock(lock, packages)
    (packages / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    index, opens = site / "index.html", "await import('./config-utils.js')"  # the empty launcher
    text = index.read_text(encoding="utf-8")
    parts = ("api/contents/all.json", "extensions/@jupyter-widgets", *APPS)
    # JupyterLite skips what it cannot do
    if opens not in text or not all((site / part).exists() for part in parts):
        sys.exit("JupyterLite left something out. Is all of it installed? pip install '.[site]'")
    index.write_text(text.replace(opens, f"location.replace('{START}')"), encoding="utf-8")
    own_script(site)
    return site


def own_script(site: Path) -> None:
    """Let each page load ``edition.js`` before JupyterLite, and tell it which files are new."""
    shutil.copy(ROOT / "site" / "edition.js", site)
    files = [path for path in (site / "files").rglob("*") if path.is_file()]
    versions = {path.relative_to(site / "files").as_posix(): digest(path) for path in files}
    (site / "versions.json").write_text(json.dumps(versions), encoding="utf-8")
    for app in APPS:
        page = site / app / "index.html"
        first, begins, rest = page.read_text(encoding="utf-8").partition("await import(")
        if not begins:
            sys.exit(f"JupyterLite's page {app}/index.html starts in another way than it did.")
        own = "await (await import('../edition.js')).prepare();\n        "
        page.write_text(first + FROM_DISK + own + begins + rest, encoding="utf-8")


def for_tests() -> tuple[Path, Path]:
    """Fetch Pyodide's core from npm and from PyPI the pure wheels that go with it;

    returns where both are.
    """
    from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION, PYODIDE_VERSION

    core, folder = from_npm(f"pyodide@{PYODIDE_VERSION}/pyodide.mjs").parent, FOR_TESTS / "wheels"
    pytest = ["pytest", "pluggy", "iniconfig"]
    gather_pure(read_lock(core, "."), folder, PYODIDE_PYTHON_VERSION, [], *pytest)
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
