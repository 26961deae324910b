"""The Python packages of the browser-only edition: which are needed, and where a cell finds them.

Pyodide fetches a package when a cell imports it, by a lock file that says where its wheel lies.
The pure ones are compiled here, because reading their source takes the browser seconds.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

from addresses import ROOT
from book import from_npm

CDN = "https://cdn.jsdelivr.net/pyodide/v{}/full"
RELEASES = "https://github.com/pyodide/pyodide/releases"
CORE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"]
STDLIB = "python_stdlib.zip"
# fetched while Python starts, all at once; the rest follows when a cell needs it
AT_THE_START = [
    *("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "mgrad"),
]
DEPENDS = {  # of the wheels that Pyodide does not know
    "piplite": ["micropip"],
    "pyodide-kernel": ["comm", "ipython"],
    "ipykernel": ["pyodide-kernel"],
    "ipywidgets": ["comm", "ipython", "jupyterlab-widgets", "traitlets", "widgetsnbextension"],
}
NODE = """
import fs from "node:fs";
const [core, python, folder] = process.argv.slice(1);
const { loadPyodide } = await import(core);
const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/wheels");
pyodide.mountNodeFS("/wheels", folder);
pyodide.runPython(python);
"""
COMPILE = """
import compileall, pathlib, py_compile, shutil, site, sys, zipfile
zipped = next(path for path in sys.path if path.endswith(".zip"))
for archive in pathlib.Path("/wheels").iterdir():
    library = archive.suffix == ".zip"  # the standard library, imported from the archive itself
    if archive.suffix not in (".whl", ".zip"):
        continue
    shutil.rmtree("/all", ignore_errors=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall("/all")
    compileall.compile_dir(
        "/all", quiet=2, stripdir="/all", legacy=library,
        prependdir=zipped if library else site.getsitepackages()[0],
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(pathlib.Path("/all").rglob("*")):
            if not (library and file.suffix == ".py" and file.with_suffix(".pyc").exists()):
                packed.write(file, file.relative_to("/all"))
"""


def run(*command, **options) -> None:
    """Run a Python program quietly;

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


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_pure(package: dict) -> bool:
    return package["file_name"].endswith("none-any.whl")


def needed(lock: dict) -> dict[str, dict]:
    """The packages of Pyodide that the kernel and the course need, with all that these need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo = ["micropip", "ipython", *(re.match(r"[\w-]+", x)[0] for x in project["dependencies"])]
    found = {}
    while todo:
        name = todo.pop().lower().replace("_", "-")
        if name in lock["packages"] and name not in found:
            found[name] = lock["packages"][name]
            todo += found[name]["depends"]
    return dict(sorted(found.items()))


def read_lock(core: Path, base: str) -> dict:
    """Pyodide's lock file, with its wheels under the address ``base``."""
    lock = json.loads((core / "pyodide-lock.json").read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package["file_name"] = f"{base}/{package['file_name']}"
    return lock


def find_core(source: Path, work: Path, wanted: str) -> Path:
    """The folder with Pyodide's core, from its archive or a folder, in the version wanted."""
    if source.is_file():
        shutil.unpack_archive(source, work / "pyodide", filter="data")
        source = work / "pyodide"
    core = next((path.parent for path in source.rglob("pyodide.mjs")), None)
    if core is None:
        sys.exit(f"{source} is no Pyodide: it holds no pyodide.mjs. {RELEASES}/tag/{wanted}")
    if f'"{wanted}"' not in (core / "pyodide.mjs").read_text(encoding="utf-8"):
        sys.exit(
            f"{source} is another version of Pyodide than the site needs, {wanted}: "
            f"{RELEASES}/tag/{wanted}"
        )
    return core


def host_pyodide(core: Path, more: list[Path], target: Path) -> dict:
    """Put Pyodide's core, and its compiled packages that are needed, where the site finds them.

    Returns the lock file.
    """
    lock = read_lock(core, "../pyodide")
    target.mkdir(parents=True)
    for name in CORE:
        shutil.copy(core / name, target)
    missing = []
    for name, package in needed(lock).items():
        file_name = Path(package["file_name"]).name
        file = next((f for folder in (core, *more) if (f := folder / file_name).exists()), None)
        if file and not is_pure(package):
            shutil.copy(file, target)
        elif not is_pure(package):
            missing.append(name)
    if missing:
        print(f"Not in this site, so that cells which need them will fail: {', '.join(missing)}")
    return lock


def gather_pure(lock: dict, folder: Path, python: str, sources: list[Path], *more: str) -> None:
    """The pure packages that are needed, in the versions of the lock file: from folders, or PyPI.

    Args:
        more: further packages, from PyPI in any case.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(more)
    for name, package in needed(lock).items():
        places = [source / Path(package["file_name"]).name for source in sources]
        file = next(filter(Path.exists, places), None)
        if file and is_pure(package):
            shutil.copy(file, folder)
        elif is_pure(package):
            wanted.append(f"{name}=={package['version']}")
    options = ["--no-deps", "--only-binary=:all:", "--platform=any", f"--python-version={python}"]
    if wanted:
        run("pip", "download", "--quiet", *options, "--dest", folder, *wanted)


def compile_all(folder: Path, version: str) -> None:
    """Add to every wheel in a folder what Python makes of its source, by Pyodide itself;

    in the archive of the standard library it takes the place of the source.
    """
    core = from_npm(f"pyodide@{version}/pyodide.mjs")
    command = ["node", "--input-type=module", "--eval", NODE, core, COMPILE, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stderr}\nPyodide could not compile what is in {folder}.")


def write_stand_in(folder: Path, name: str) -> None:
    """An empty package of a name that the kernel asks for and the course does without."""
    with zipfile.ZipFile(folder / f"{name}-0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}-0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\n")
        wheel.writestr(f"{name}-0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")


def add_to_lock(lock: dict, folder: Path) -> None:
    """Let Pyodide find the wheels of a folder, beside which the lock file will lie."""
    for file in sorted(folder.glob("*.whl")):
        name, version = re.match(r"(.+?)-(.+?)-", file.name).groups()
        name = name.lower().replace("_", "-")
        new = {"imports": [name.replace("-", "_")], "depends": DEPENDS.get(name, [])}
        entry = lock["packages"].setdefault(name, new)
        entry |= {"name": name, "version": version, "file_name": file.name}
        entry |= {"sha256": digest(file), "install_dir": "site", "package_type": "package"}
    if "jedi" in lock["packages"]:
        lock["packages"]["jedi"]["depends"] = []
