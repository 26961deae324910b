"""Where a student's code runs: no network, no files of others, nothing that stays behind.

With bubblewrap (Linux) a notebook sees the system's libraries, its own empty folder and nothing
else: not the submissions, not the solutions, not the tasks. Without it, the system's namespaces
take away the network and the processes; without those, the limits of ``cells`` are what there is.
A report says which of the three was used.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from mgrad.check.sandbox import ONE_THREAD, library_path
from mgrad.classroom.cells import HOME, SCRATCH

PROGRAM = Path(__file__).with_name("cells.py")
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives")
ROOM = 256 * 1024**2  # bytes that a notebook may write in all
UNSHARE = ["unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
BUBBLEWRAP = (
    "bwrap --unshare-all --die-with-parent --new-session --as-pid-1 --cap-drop ALL "
    f"--proc /proc --dev /dev --size {ROOM} --tmpfs {SCRATCH}"
).split()
KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP")  # no secrets
PROTECTIONS = {
    "bubblewrap": "bubblewrap: no network, no files but the system's and its own",
    "namespaces": "namespaces: no network, no processes left; the computer's files can be read",
    "limits": "limits on time, memory and files; the network and the computer's files are there",
}


def protection() -> str:
    """The best of ``PROTECTIONS`` that works here."""
    return next(filter(works, ("bubblewrap", "namespaces")), "limits")


@cache
def works(name: str) -> bool:
    """Whether one of ``PROTECTIONS`` is installed and allowed here."""
    start = [*wrap(name), sys.executable, "-I", "-S", "-c", "print('here')"]
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(start, capture_output=True, timeout=30).stdout == b"here\n"
    return False


def start_cells(what: str, folder: str, kind: str = "") -> subprocess.Popen:
    """The program ``cells.py`` under the best protection, with pipes to it.

    Args:
        what: ``"keep"`` to serve one student, ``"share"`` many (under bubblewrap), or ``"once"``.
        folder: an empty one, for what can be written where there is no bubblewrap.
        kind: of the sandbox (see ``Box``).
    """
    inside = SCRATCH if protection() == "bubblewrap" else folder
    path = json.dumps([place for place in library_path() if is_library(place)])
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    settings = {"PYTHONHASHSEED": "0", "MPLBACKEND": "agg", "MPLCONFIGDIR": inside}
    return subprocess.Popen(
        [*wrap(protection()), sys.executable, *["-S", "-B", "-P"], PROGRAM, what, path, kind],
        cwd=folder,
        env=kept | ONE_THREAD | settings | {"HOME": inside, "TMPDIR": inside},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def is_library(place: str) -> bool:
    """Whether a folder is Python's own or one of installed packages; a course may lie anywhere."""
    return "-packages" in place or place.startswith((sys.base_prefix, sys.prefix))


def wrap(protection: str) -> list:
    """What to write in front of a command."""
    if protection == "namespaces":
        return UNSHARE
    if protection == "limits":
        return []
    libraries = [sys.base_prefix, sys.prefix, *filter(is_library, library_path())]
    seen = [place for place in (*SYSTEM, *libraries, HOME) if Path(place).exists()]
    return [
        *BUBBLEWRAP,
        *(word for place in seen for word in ("--ro-bind", place, place)),
        *(word for place in sorted(HOME.glob("check/lesson*")) for word in ("--tmpfs", place)),
        *("--remount-ro", "/", "--chdir", SCRATCH),
    ]
