"""``mgrad grade SUBMISSIONS --out RESULTS``, also as ``python -m mgrad.classroom``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from mgrad.check.task import lessons
from mgrad.classroom.grade import Results, grade, read_lines
from mgrad.classroom.live import watch
from mgrad.classroom.report import write_report
from mgrad.classroom.summary import summarize
from mgrad.classroom.tables import write_feedback, write_tables
from mgrad.course import in_words


def main(arguments: list[str] | None = None) -> None:
    """``python -m mgrad.classroom``."""
    parser = argparse.ArgumentParser(
        prog="mgrad grade",
        description="Grade the exercise notebooks of a class, and say what it has not understood.",
    )
    add_arguments(parser)
    run(parser.parse_args(arguments))


def run(options: argparse.Namespace) -> None:
    """Grade, and say in a few lines what came out."""
    only = set() if options.lessons is None else read_lessons(options.lessons)
    if (options.submissions is None) == (options.live is None):
        sys.exit("Name a folder or ZIP file of submissions, or --live FOLDER, one of the two.")
    if options.submissions and options.submissions.resolve() == options.out.resolve():
        sys.exit(f"{options.out} holds the submissions: name another folder for --out.")
    try:
        if options.live:
            print(f"Open {options.out / 'live.html'}; stop with Ctrl-C.", flush=True)
            watch(options.live, options.out, options.names, only)
        results = grade(
            options.submissions,
            options.out,
            seed=options.seed,
            lessons=only,
            workers=options.workers,
            scheduler=options.scheduler,
            resume=options.resume,
            progress=True,
        )
    except KeyboardInterrupt:
        sys.exit(f"\nStopped. What is done is in {options.out}; the same command goes on there.")
    except (FileNotFoundError, NotADirectoryError, FileExistsError, ModuleNotFoundError) as error:
        sys.exit(in_words(error))
    except OSError as error:
        sys.exit(f"{in_words(error)}\nWhat is done is kept; the same command goes on there.")
    except ValueError as error:
        if options.scheduler is None:
            raise
        sys.exit(f"--scheduler needs an address such as tcp://HOST:8786 ({error}).")
    write_all(results, options.out, options.names)
    if not results.found:
        of_lessons = f" for lesson {options.lessons}" if only else ""
        print(f"Nothing was found in {options.submissions}{of_lessons}.")
    counts = Counter(line["status"] for line in results.lines())
    if counts:
        print(", ".join(f"{heads} {status}" for status, heads in counts.most_common()))
    if results.passed_over:
        print(f"The same student and lesson more than once; left out: {some(results.passed_over)}.")
    if results.kept:
        names = [f"{student} {lesson}".strip() for student, lesson in results.kept]
        print(
            f"From an earlier run and not in {options.submissions}, but in the tables: "
            f"{some(names)}. Another folder for --out begins anew."
        )
    print(f"Open {options.out / 'report.html'}; grades and feedback are beside it.")


def read_lessons(text: str) -> set[str]:
    """The lessons of ``--lessons 01,03``; ends the program if there is no such lesson."""
    asked = {part.strip() for part in text.split(",")}
    unknown = asked - {title[:2] for title in lessons()}
    if unknown:
        sys.exit(f"There is no lesson {', '.join(sorted(unknown))}: write, for example, 01,03.")
    return asked


def count(text: str) -> int:
    """A number of processes."""
    if int(text) < 0:
        raise ValueError
    return int(text)


def some(names: list[str], most: int = 5) -> str:
    """The first of many names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def write_all(results: Results, out: Path, names: bool) -> None:
    """Write the report, the tables and the feedback."""
    summary = summarize(results.lines())
    write_report(summary, read_lines(results.times_path), out / "report.html", names)
    write_tables(summary, out)
    write_feedback(results.lines(), out / "feedback")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "submissions",
        type=Path,
        nargs="?",
        help="a folder or ZIP file: nbgrader, Moodle, Canvas, or plain",
    )
    add("--out", type=Path, required=True, metavar="RESULTS", help="a folder for the results")
    add("--live", type=Path, metavar="FOLDER", help="show what students share while they work")
    add("--lessons", metavar="01,03", help="only these lessons")
    add("--seed", type=int, default=0, help="makes the random cases (0)")
    add("--workers", type=count, help="processes on this machine (one for each core; 0: no Dask)")
    add("--scheduler", metavar="tcp://...", help="a Dask cluster, in place of this machine")
    add(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="leave out what was graded before",
    )
    add(
        "--names",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="the report holds the students' names",
    )


if __name__ == "__main__":
    main()
