"""What the cells of a translated lesson put out: pictures, and what a check says.

Usage: python translations/outputs.py de       (runs the lessons and solutions, in build/run/de)

The repository keeps only the English outputs. Book and slides in a language run its lessons once,
and again when a lesson, the package or a catalogue has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent.parent))
from mgrad.translation import chosen_language, languages, read_catalogue, translated

ROOT = Path(__file__).parent.parent
RUN = ROOT / "build" / "run"
EACH = "[0-9]*"  # lesson


def outputs_in_language(path: Path) -> dict[str, list]:
    """The outputs of a notebook by the names of its cells; none where the English ones serve."""
    ran = RUN / chosen_language() / path.relative_to(ROOT)
    if not chosen_language() or not ran.exists():
        return {}
    import nbformat

    cells = nbformat.read(ran, as_version=4).cells
    return {cell.id: cell.outputs for cell in cells if cell.cell_type == "code"}


def run_language(language: str, which: str = EACH) -> None:
    """Run what is translated into a language, unless that is done.

    Args:
        which: a pattern for the names of notebooks; the outputs of others stay English.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell fails in the language.
    """
    done, state = RUN / language / "state.txt", f"{state_of(language)} {which}"
    if done.exists() and done.read_text() == state:
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from run_notebooks import run

    print(f"Running the lessons in {language}, for their pictures.", flush=True)
    shutil.rmtree(RUN / language, ignore_errors=True)  # also what is not run this time
    with tempfile.TemporaryDirectory() as folder:
        own = {"MGRAD_LANGUAGE": language, "MGRAD_PROGRESS": str(Path(folder, "progress.txt"))}
        with patch.dict(os.environ, own):  # the kernels take them over
            for path in notebooks(language, which):
                copy = RUN / language / path.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(translated(path, language))
                run(copy)
    done.parent.mkdir(parents=True, exist_ok=True)  # nothing may be translated yet
    done.write_text(state)


def notebooks(language: str, which: str = EACH) -> list[Path]:
    """The lessons and solutions that are translated, as far as their names fit the pattern."""
    pages = [*ROOT.glob(f"notebooks/{which}.ipynb"), *ROOT.glob(f"solutions/{which}.ipynb")]
    return [path for path in sorted(pages) if read_catalogue(language, path.stem)]


def state_of(language: str) -> str:
    """A name for what the outputs depend on."""
    files = [*ROOT.glob("mgrad/**/*"), *ROOT.glob(f"translations/{language}/*")]
    files = [file for file in files if file.is_file() and file.suffix != ".pyc"]
    contents = b"".join(path.read_bytes() for path in sorted((*files, *notebooks(language))))
    return hashlib.sha256(contents).hexdigest()


if __name__ == "__main__":
    if sys.argv[1:] not in ([language] for language in languages()):
        sys.exit(f"Which language? There are: {', '.join(languages())}")
    run_language(sys.argv[1])
