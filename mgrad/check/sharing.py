"""Show a class's progress while it works: only with a student's consent, and only what checks say.

Each check then adds a line to a file of the student's in a shared folder, such as a JupyterHub's
shared path; ``mgrad grade --live FOLDER`` shows all of them as a map. No answer is shared.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mgrad.check.progress_file import path

if TYPE_CHECKING:
    from mgrad.check import Result


def share(folder: str | Path | None, name: str = "") -> str:
    """Begin or end to share what checks say; it holds for all notebooks until it is ended.

    Args:
        folder: the shared folder; None ends it, and takes away what was shared.
        name: yours, or any that you like to be shown.

    Returns:
        A sentence that says what is shared now.

    Raises:
        ValueError: the name is empty, or somebody else's.
        OSError: the folder is not there, or nothing can be written there.
    """
    consent, before = path().with_name("share.json"), shared_file()
    if folder is None:
        consent.unlink(missing_ok=True)
        if before is not None:
            before.unlink(missing_ok=True)
        return "Nothing is shared, and what was shared is gone."
    plain = re.sub(r"[^\w .-]+", "_", name).strip(" .")
    if not plain:
        raise ValueError('share needs a name to show: share("/shared/class", "Ada")')
    file = Path(folder).resolve() / f"{plain}.jsonl"
    try:
        file.touch(exist_ok=file == before)
    except FileExistsError:
        raise ValueError(
            f"somebody shares as {plain} in {folder} already: take another name. If that was "
            f"you, elsewhere or earlier, remove {file} first"
        ) from None
    try:
        consent.write_text(json.dumps({"file": str(file)}), encoding="utf-8")
    except OSError:
        if file != before:
            file.unlink(missing_ok=True)
        raise
    if before not in (None, file):  # or the map would show one person twice
        before.unlink(missing_ok=True)
    return f"From now on each check adds its task and its result to {file}. share(None) ends that."


def shared_file() -> Path | None:
    """The file to which this student has agreed to write, or None."""
    try:
        text = path().with_name("share.json").read_text(encoding="utf-8")
        return Path(json.loads(text)["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def share_result(result: Result) -> str:
    """Add a result, if there is consent. Returns an empty text, or one line on what went wrong."""
    file = shared_file()
    if file is None:
        return ""
    try:
        with open(file, "a", encoding="utf-8", errors="replace") as shared:
            shared.write(result.to_json() + "\n")  # one short line: two notebooks cannot mix
    except OSError as error:
        return f"Your result could not be shared ({error.strerror}); share(None) ends the sharing."
    return ""
