"""The command ``mgrad``: each sub-command is a ``main`` in a room of its own."""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS = {  # name: its room, and what it does
    "hand-in": ("mgrad.classroom.hand_in", "make one ZIP file of your exercises, to hand in"),
    "grade": ("mgrad.classroom.__main__", "grade the notebooks of a class, and say what it missed"),
}


def main(arguments: list[str] | None = None) -> None:
    """Run a sub-command with the arguments behind its name; those of the program by default."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    if name in COMMANDS:
        import_module(COMMANDS[name][0]).main(rest)
        return
    print("usage: mgrad COMMAND ...   (mgrad COMMAND --help says more)\n")
    for command, (_, purpose) in COMMANDS.items():
        print(f"  {command:<10} {purpose}")
    if name not in ("", "-h", "--help"):
        sys.exit(f"\nmgrad has no command {name!r}.")


if __name__ == "__main__":
    main()
