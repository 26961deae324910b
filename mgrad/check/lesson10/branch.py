"""10.branch: An if that was not taken along."""

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, value_task

ROWS = (2, -1, 4)


def _probe_branch(answer, case):
    answer = as_lists(answer)
    if not isinstance(answer, list | tuple) or len(answer) != 3:
        raise FormError(f"Write three numbers in a list. Your answer is {answer!r}.")
    return {"x": ROWS[case], "the output": answer[case]}


TASK = value_task(
    "10.branch",
    "outputs",
    [6.0, -3.0, 12.0],
    "No error, and two of three rows are right: that is why a compiled function is compared with "
    "the engine on other examples.",
    Mistake(
        "branch-decided-anew",
        [6.0, 10.0, 12.0],
        "The if is not in the program. It was asked once, in Python, while the graph was built.",
        "Which nodes does the graph of f(2) have? Is one of them an if?",
    ),
    Mistake("nothing-for-the-other-branch", [6.0, 0.0, 12.0]).says(
        "The program does not know that there was another branch: it runs the same line for every "
        "row.",
        "Write down the forward line. What does it give for x = -1?",
    ),
    Mistake("inputs-themselves", [2.0, -1.0, 4.0]).says(
        "Those are the inputs. The program multiplies each by w.",
        "How large is w?",
    ),
    Mistake(
        "example-frozen",
        [6.0, 6.0, 6.0],
        "x is marked as an input: it is a variable of the program, no constant. Only the choice of "
        "the branch is frozen.",
        "Write down the forward line. Which names does it have?",
    ),
    cases=lambda rng: [0, 1, 2],
    probe=_probe_branch,
    say=lambda case: f"the output for x = {ROWS[case]}",
)
