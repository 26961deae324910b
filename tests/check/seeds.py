"""Whether a verdict depends on luck: the same answers, with the random cases of many seeds.

Usage: python tests/check/seeds.py [TASK ...] [--seeds 100]

Prints each known mistake, and each answer of right_*.py, that is not told the same for all seeds,
with what it is told, how often, and a seed for it: a row for ``BY_CHANCE`` in test_tasks.py, once
the cases are mended.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections import defaultdict

from test_tasks import PASSES, RIGHT, WRONG, own_engine, verdict, write_answer, write_engine

from mgrad.check.task import Task, find_task, task_ids


def verdicts(task: Task, seeds: range) -> dict[str, dict[str | None, list[int]]]:
    """For each answer what it was told, and for which seeds."""
    rows = [(mistake.id, mistake.answer) for mistake in task.mistakes]
    rows += [(row[1], row[2]) for row in RIGHT + WRONG if row[0] == task.id]
    told = defaultdict(lambda: defaultdict(list))
    for style, answer in rows:
        sent, engine = write_answer(answer), write_engine(own_engine(task.id, answer))
        for seed in seeds:
            random.seed(seed)  # of what the answer draws
            found = verdict(task, pickle.loads(sent), seed, pickle.loads(engine))
            told[style][PASSES if found["passed"] else found["misconception"]].append(seed)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tasks", nargs="*", default=task_ids())
    parser.add_argument("--seeds", type=int, default=100)
    options = parser.parse_args()
    for task_id in options.tasks:
        for style, told in verdicts(find_task(task_id), range(options.seeds)).items():
            if len(told) > 1:
                lots = (f"{lot} {len(seeds)} (seed {seeds[0]})" for lot, seeds in told.items())
                print(f"{task_id}, {style}: {', '.join(lots)}")


if __name__ == "__main__":
    main()
