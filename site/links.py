"""Write the launch links, and the cell that prepares a notebook, into README and notebooks.

Usage: make links                                                  (after changing pyproject.toml)
       make links REPOSITORY=https://github.com/NAME/mgrad [SITE=https://NAME.github.io/mgrad]
       python site/links.py --check                         (may the course be published so?)

The addresses stand in pyproject.toml. As long as they are not set there are no launch links.
"""

import argparse
import re
import sys
from pathlib import Path

import addresses
import nbformat
from addresses import ROOT

FIRST = "notebooks/00-start-here.ipynb"
GUIDE = "instructor/publish.md"
INSTALL = """#@title Preparation: run this cell first. At home it does nothing.
import sys
from importlib.util import find_spec
{colab}
if find_spec("mgrad") is None:
    from IPython.core.error import UsageError

    raise UsageError(
        "This notebook runs on a Python that does not have mgrad. Open the course with make lab, "
        "or choose the kernel of its folder .venv."
    )"""
IN_COLAB = """
if "google.colab" in sys.modules:  # it has what mgrad needs
    %pip install -q --no-deps git+{}
"""
HIDDEN = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # in JupyterLab, in Colab
BADGES = """\
[![In the browser, nothing to install](https://img.shields.io/badge/in%20the%20browser-nothing\
%20to%20install-0072B2)][lite] [![Binder](https://mybinder.org/badge_logo.svg)][binder] \
[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)][colab]"""


def install() -> str:
    """The first code cell of a notebook."""
    colab = IN_COLAB.format(addresses.REPOSITORY) if addresses.are_set() else ""
    return INSTALL.format(colab=colab)


def launch(path: str) -> str:
    """The line that says where ``path`` can be run."""
    places = {
        "in the browser, nothing to install": addresses.lite(path),
        "on Binder": addresses.binder(path),
        "in Colab": addresses.colab(path),
    }
    links = [f"[{place}]({address})" for place, address in places.items()]
    links = [*links, "or on your computer"] if addresses.are_set() else ["on your computer"]
    return f"**Run it** {' · '.join(links)}: `make lab`"


def with_links(notebook, path: str, position: int):
    """The notebook with both cells at ``position``, in place of those from an earlier run."""
    old = [cell for cell in notebook.cells if cell.id in ("launch", "install")]
    cells = [cell for cell in notebook.cells if cell.id not in ("launch", "install")]
    text, code = (
        nbformat.v4.new_markdown_cell(launch(path)),
        nbformat.v4.new_code_cell(install(), execution_count=1),
    )
    text.id, code.id = "launch", "install"
    for cell in old:  # the marks of the slides stay
        (text if cell.id == "launch" else code).metadata = cell.metadata
    code.metadata |= HIDDEN
    notebook.cells = [*cells[:position], text, code, *cells[position:]]
    for cell in cells if not old else ():  # one more cell before all the others
        if cell.cell_type == "code":
            cell.execution_count += 1
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count += 1
    return notebook


def readme(text: str) -> str:
    """README with its badges, and with the addresses at its end."""
    badges = BADGES if addresses.are_set() else ""
    text = re.sub(r"(<!-- launch -->)[^\n]*?( ?!\[Python)", rf"\1{badges}\2", text)
    for name, address in (
        ("binder", addresses.binder(FIRST)),
        ("colab", addresses.colab(FIRST)),
        ("lite", addresses.lite(FIRST)),
        ("site", f"{addresses.SITE}/"),
    ):
        address = address if addresses.are_set() else GUIDE
        text = re.sub(rf"^\[{name}\]: .*$", f"[{name}]: {address}", text, flags=re.MULTILINE)
    return text


def notebooks() -> list[tuple[Path, str, int]]:
    """Each notebook, what its links open, and after how many cells they stand."""
    lessons = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
    solutions = sorted((ROOT / "solutions").glob("*.ipynb"))
    return [(path, f"notebooks/{path.name}", 2) for path in lessons] + [
        (path, f"exercises/{path.name}", 1) for path in solutions
    ]


def set_addresses(repository: str, site: str) -> None:
    """Write the addresses into pyproject.toml, wherever the old ones stand in it and elsewhere."""
    found = re.fullmatch(r"https://github\.com/([\w.-]+)/([\w.-]+?)/?", repository)
    if not found:
        sys.exit(f"An address such as https://github.com/NAME/mgrad is needed, not {repository!r}.")
    site = site or "https://{}.github.io/{}".format(*found.groups())
    new = {addresses.REPOSITORY: repository.rstrip("/"), addresses.SITE: site.rstrip("/")}
    for file in (ROOT / "pyproject.toml", ROOT / "CITATION.cff"):
        text = file.read_text(encoding="utf-8")
        for old, address in new.items():
            text = text.replace(old, address)
        file.write_text(text, encoding="utf-8")
    addresses.REPOSITORY, addresses.SITE = new.values()


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the launch links.")
    parser.add_argument("repository", nargs="?", help="https://github.com/NAME/mgrad")
    parser.add_argument("site", nargs="?", help="https://NAME.github.io/mgrad, if it is another")
    parser.add_argument("--check", action="store_true", help="fail if no address is set")
    options = parser.parse_args()
    if options.repository:
        set_addresses(options.repository, options.site)
    if options.check:
        if not addresses.are_set():
            sys.exit(f"The course has no address yet, so its links would be dead: see {GUIDE}")
        return
    for file, path, position in notebooks():
        notebook = with_links(nbformat.read(file, as_version=4), path, position)
        file.write_bytes((nbformat.writes(notebook, indent=1) + "\n").encode())
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (ROOT / "README.md").write_text(readme(text), encoding="utf-8")
    print(f"The links lead to {addresses.REPOSITORY} and {addresses.SITE}.")


if __name__ == "__main__":
    main()
