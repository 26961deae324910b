"""11.start: A start that fits the data."""

from mgrad.check.task import Mistake, Task, some_numbers


def _fitted(weights, inputs):
    return weights / (inputs @ weights).std()


def _probe_start(answer, case):
    import numpy as np

    return answer(np.array(case[0]), np.array(case[1]))


def _cases(rng):
    def table(rows, columns, low=-2.0, high=2.0):
        return [some_numbers(rng, columns, low, high) for _ in range(rows)]

    return [
        [[[2.0, -2.0]], [[1.0], [-1.0]]],
        [[[1.0, -3.0], [2.0, 0.5]], [[1.0, 3.0], [3.0, 1.0], [2.0, 1.0]]],
        [table(3, 2), table(4, 3)],
        [table(2, 4, -8.0, 8.0), table(5, 2, 0.0, 1.0)],
    ]


TASK = Task(
    id="11.start",
    answer_name="fitted",
    kind="function",
    reference=_fitted,
    probe=_probe_start,
    cases=_cases,
    say=lambda case: f"weights {case[0]} and inputs {case[1]}",
    notice="The rule with the root of n assumes inputs of size 1; this start looks at them. One "
    "batch before the first step is enough.",
    imports=("numpy",),
    mistakes=(
        Mistake("multiplied", lambda w, x: w * (x @ w).std()).says(
            "The weights are multiplied by the size of the sums: large sums become larger still.",
            "Sums of size 4 should become sums of size 1. By what do you divide?",
        ),
        Mistake("each-neuron-by-itself", lambda w, x: w / (x @ w).std(axis=0)).says(
            "Each neuron got a factor of its own. The task asks for one factor for all weights, so "
            "that the neurons keep their differences.",
            "How many numbers should .std() give here?",
        ),
        Mistake("weights-made-one", lambda w, x: w / w.std()).says(
            "Now the weights have size 1, whatever the inputs are. What the next layer sees are "
            "the sums.",
            "Of what should the standard deviation be 1?",
        ),
        Mistake("rule-for-the-data", lambda w, x: w / len(w) ** 0.5).says(
            "That is the rule with the root of the number of inputs. It does not look at the "
            "batch.",
            "What comes out if all inputs are ten times as large?",
        ),
        Mistake("rule-of-the-lesson", lambda w, x: w * (3 / len(w)) ** 0.5).says(
            "That is the rule of the lesson, for weights drawn from −1 to 1 and inputs of size 1. "
            "It looks neither at these weights nor at the batch.",
            "What comes out if all inputs are ten times as large?",
        ),
        Mistake("inputs-only", lambda w, x: w / x.std()).says(
            "You divide by the size of the inputs. The sums depend on the weights as well.",
            "Which expression gives the sums of the whole batch?",
        ),
        Mistake("variance-for-size", lambda w, x: w / (x @ w).var()).says(
            "You divide by the variance of the sums, the square of their typical size.",
            "Sums of size 4 have the variance 16. By which of the two do you divide?",
        ),
        Mistake("sums-returned", lambda w, x: (x @ w) / (x @ w).std()).says(
            "These are the sums, of size 1. Asked for are the weights that give them.",
            "Which shape should the result have?",
        ),
    ),
)
