"""Write the launch links, and the cell that installs mgrad, into README and notebooks.

Usage: make links        (python site/links.py)

The addresses come from pyproject.toml; run it after changing them there.
"""

import re
from pathlib import Path

import nbformat
from addresses import REPOSITORY, ROOT, SITE, binder, colab, lite

FIRST = "notebooks/00-start-here.ipynb"
INSTALL = f"""# This cell does nothing where the course is set up, at home and on Binder.
import sys
from importlib.util import find_spec

if "google.colab" in sys.modules:  # it has what mgrad needs
    %pip install -q --no-deps git+{REPOSITORY}
elif sys.platform == "emscripten":  # the browser-only edition
    %pip install -q mgrad
elif find_spec("mgrad") is None:
    from IPython.core.error import UsageError

    raise UsageError(
        "This notebook runs on a Python that does not have mgrad. Open the course with make lab, "
        "or choose the kernel of its folder .venv."
    )"""


def launch(path: str) -> str:
    """The line with the links that open ``path``."""
    return (
        f"**Run it** [in the browser, nothing to install]({lite(path)}) · [on "
        f"Binder]({binder(path)}) · [in Colab]({colab(path)}) · or on your computer: `make lab`"
    )


def with_links(notebook, path: str, position: int):
    """The notebook with both cells at ``position``, in place of those from an earlier run."""
    old = [cell for cell in notebook.cells if cell.id in ("launch", "install")]
    cells = [cell for cell in notebook.cells if cell.id not in ("launch", "install")]
    text, code = (
        nbformat.v4.new_markdown_cell(launch(path)),
        nbformat.v4.new_code_cell(INSTALL, execution_count=1),
    )
    text.id, code.id = "launch", "install"
    for cell in old:  # the marks of the slides stay
        (text if cell.id == "launch" else code).metadata = cell.metadata
    notebook.cells = [*cells[:position], text, code, *cells[position:]]
    for cell in cells if not old else ():  # one more cell before all the others
        if cell.cell_type == "code":
            cell.execution_count += 1
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count += 1
    return notebook


def readme(text: str) -> str:
    """README with the addresses at its end."""
    for name, address in (
        ("binder", binder(FIRST)),
        ("colab", colab(FIRST)),
        ("lite", lite(FIRST)),
        ("site", f"{SITE}/"),
    ):
        text = re.sub(rf"^\[{name}\]: .*$", f"[{name}]: {address}", text, flags=re.MULTILINE)
    return text


def notebooks() -> list[tuple[Path, str, int]]:
    """Each notebook, what its links open, and after how many cells they stand."""
    lessons = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
    solutions = sorted((ROOT / "solutions").glob("*.ipynb"))
    return [(path, f"notebooks/{path.name}", 2) for path in lessons] + [
        (path, f"exercises/{path.name}", 1) for path in solutions
    ]


if __name__ == "__main__":
    for file, path, position in notebooks():
        notebook = with_links(nbformat.read(file, as_version=4), path, position)
        file.write_bytes((nbformat.writes(notebook, indent=1) + "\n").encode())
    (ROOT / "README.md").write_text(
        readme((ROOT / "README.md").read_text(encoding="utf-8")), encoding="utf-8"
    )
    print(f"The links lead to {REPOSITORY} and {SITE}. Next: make exercises")
