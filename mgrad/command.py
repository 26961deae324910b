"""The command ``mgrad``: what it can be asked, and which room does it."""

from __future__ import annotations

import argparse
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import mgrad
from mgrad import course, doctor
from mgrad.check.progress_file import path
from mgrad.classroom import __main__ as grade
from mgrad.classroom import hand_in
from mgrad.translation import languages, own_copy, say


def add_course(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="made if it is not there; your changes stay")
    parser.add_argument("--solutions", action="store_true", help="with the solutions")
    parser.add_argument(
        "--language", choices=["en", *languages()], help="as far as it is translated (en)"
    )


def add_lab(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, nargs="?", help=f"your copy of the course (here, else {course.OWN})"
    )
    parser.add_argument("--port", type=port, help="of JupyterLab's address (8888)")


def port(text: str) -> int:
    """A number that a port can have."""
    if not 0 < int(text) < 2**16:
        raise ValueError
    return int(text)


def add_fresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("notebook", help="for example exercises/02-value")


def add_nothing(parser: argparse.ArgumentParser) -> None:
    pass


def make_course(options: argparse.Namespace) -> None:
    course.update(options.folder, options.solutions, options.language)
    folder = course.quoted(options.folder)
    os.chdir(options.folder)  # from here on its language is spoken
    print(say(f"The course is in {folder}. Open it with: mgrad lab {folder}"))
    if not Path("solutions").exists():
        print(say(f"With the solutions: mgrad course {folder} --solutions"))


def open_lab(options: argparse.Namespace) -> None:
    folder = options.folder or own_copy() or Path(course.OWN)
    course.open_lab(folder, [f"--port={options.port}"] if options.port else [])


def show_progress(options: argparse.Namespace) -> None:
    if own := own_copy():
        os.chdir(own / "exercises")
    print(mgrad.progress())
    if path().parent.name not in ("exercises", "solutions"):
        print(say("No copy of the course is here: run this in its folder."))


COMMANDS = {  # name: its purpose, its arguments, what it does; students' commands first
    "lab": ("open the course in JupyterLab, in a copy of your own", add_lab, open_lab),
    "course": ("make that copy, or bring it up to date", add_course, make_course),
    "fresh": (
        "bring a notebook back as it was made; yours is kept beside it",
        add_fresh,
        lambda options: print(course.fresh(options.notebook)),
    ),
    "progress": ("show which exercises are passed", add_nothing, show_progress),
    "hand-in": (
        "make one ZIP file of your exercises, to hand in", hand_in.add_arguments, hand_in.run,
    ),
    "doctor": ("say what is wrong with this installation, and the cure", add_nothing, doctor.run),
    "grade": (
        "grade the notebooks of a class, and say what it missed", grade.add_arguments, grade.run,
    ),
}  # fmt: skip


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command, with completion for shells where shtab is installed."""
    parser = argparse.ArgumentParser(
        prog="mgrad", description="The course: from the slope of a curve to a neural network."
    )
    parser.add_argument("--version", action="version", version=mgrad.__version__)
    if find_spec("shtab"):
        import shtab

        shtab.add_argument_to(parser, help="for your shell: see the README")
    kinds = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, (purpose, add_arguments, run) in COMMANDS.items():
        command = kinds.add_parser(
            name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}."
        )
        add_arguments(command)
        command.set_defaults(run=run)
    return parser


def main(arguments: list[str] | None = None) -> None:
    """Run a command with its arguments; those of the program by default."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if "run" not in options:
        parser.print_help()
        return
    try:
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, as behind "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except (OSError, ValueError) as error:
        sys.exit(course.in_words(error))
    except KeyboardInterrupt:
        sys.exit("\n" + say("Stopped."))


if __name__ == "__main__":
    main()
