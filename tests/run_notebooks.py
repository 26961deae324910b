"""Execute notebooks in place so that the committed outputs are byte-identical on every run.

Usage: python tests/run_notebooks.py notebooks/*.ipynb
"""

import base64
import os
import re
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from mgrad.pictures.words import few_colours

os.environ.update(PYTHONHASHSEED="0", MPLBACKEND="module://matplotlib_inline.backend_inline")


PICTURE = re.compile(r"(?<=data:image/png;base64,)[A-Za-z0-9+/=]+")


def smaller(picture: re.Match) -> str:
    return base64.b64encode(few_colours(base64.b64decode(picture[0]))).decode()


def run(path: Path) -> None:
    """Run all cells of one notebook and write it back.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell fails; the file is left as it was.
    """
    notebook = nbformat.read(path, as_version=4)
    measured = {
        cell.id: cell.outputs
        for cell in notebook.cells
        if "keep-output" in cell.metadata.get("tags", [])
    }
    NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,  # times would differ
        store_widget_state=False,  # and so would the widgets' random ids
        coalesce_streams=True,  # keep only the last state of a progress bar
        timeout=300,
        extra_arguments=["--log-level=ERROR"],  # it warns of a connection without encryption
    ).execute()
    for cell in notebook.cells:  # what differs from run to run stays as it once was
        if measured.get(cell.id):
            cell.outputs = measured[cell.id]
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        # the picture beside it stays
        output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
        if html := output.get("data", {}).get("text/html"):
            output["data"]["text/html"] = PICTURE.sub(smaller, html)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.validate(notebook)
    path.write_bytes((nbformat.writes(notebook, indent=1) + "\n").encode())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        # not the progress of whoever runs this
        os.environ["MGRAD_PROGRESS"] = str(Path(folder, "progress.txt"))
        for name in sys.argv[1:]:
            print(name, flush=True)
            run(Path(name))
