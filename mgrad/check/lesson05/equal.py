"""05.equal: A tidy start."""

from numbers import Real

from mgrad.check.probe import FormError, as_lists
from mgrad.check.task import Mistake, value_task

KNOWN = (1, 2, 3, 4, 5, 6, 10, 23, 26)  # second numbers with an idea of their own


def _probe_pair(answer, case):
    """Both numbers, with the one that is looked at in this case."""
    answer = as_lists(answer)
    if (
        not isinstance(answer, list | tuple)
        or len(answer) != 2
        or not all(isinstance(x, Real) for x in answer)
    ):
        raise FormError(
            f"Write two numbers in a list, for example [8, 3]. Your answer is {answer!r}."
        )
    return {"looked at": case, "parameters": answer[0], "different numbers": answer[1]}


def _read_pair(outcome):
    """The first number alone, or the second: what is not known by name is too large or small."""
    first, second = outcome["parameters"], outcome["different numbers"]
    if outcome["looked at"] == "parameters":
        return [first, second] if (first, second) == (6, 26) else first
    if second in KNOWN or second != int(second):
        return second
    return "more than there are" if second > 6 else "fewer than there are"


TASK = value_task(
    "05.equal",
    "predicted",
    [26, 6],
    "Six numbers: as many as MLP(3, [1, 1]) has parameters. Five equal neurons learn as one; "
    "only different starts make them differ.",
    Mistake("biases-forgotten", [20, 4]).says(
        "That many weights there are, 3·5 + 5·1. But every neuron also has a bias.",
        "How many neurons are there, and how many biases?",
    ),
    Mistake("inputs-with-biases", [29, 6]).says(
        "You gave the three inputs a bias as well. Inputs are given numbers, not neurons.",
        "Which circles of the picture compute something?",
    ),
    Mistake("training-breaks-symmetry", [26, 26]).says(
        "26 is right. But training does not make the neurons differ: equal neurons have "
        "equal outputs, get equal gradients and take equal steps.",
        "Name one thing in which hidden neuron 1 differs from hidden neuron 2, before the "
        "first step and after it.",
    ),
    Mistake("all-stay-equal", [26, 1]).says(
        "26 is right. But not all parameters keep the same number: within one neuron they "
        "have different jobs.",
        "The gradient of a weight is its input times something. What are the inputs of the "
        "three weights of one neuron?",
    ),
    Mistake("one-number-per-layer", [26, 2]).says(
        "26 is right. But within one hidden neuron the three weights read different inputs, "
        "so they get different gradients.",
        "Count the different numbers in one hidden neuron first, then in the output neuron.",
    ),
    Mistake("output-weights-differ", [26, 10]).says(
        "26 is right. But you let the five output weights differ: they read five hidden "
        "outputs that are equal at every step.",
        "What is the gradient of an output weight, and in what could the five differ?",
    ),
    Mistake("one-neuron-counted", [26, 4]).says(
        "26 is right. But 4 is the count of one hidden neuron alone, or of the weights "
        "alone: the output neuron and the biases have numbers of their own.",
        "Count the different numbers in one hidden neuron with its bias, then those in the "
        "output neuron with its bias.",
    ),
    Mistake("weights-of-one-neuron", [26, 3]).says(
        "26 is right. But 3 is only the number of weights in one hidden neuron: its bias and "
        "the output neuron have numbers too.",
        "Count the different numbers in one hidden neuron with its bias, then those in the "
        "output neuron with its bias.",
    ),
    Mistake("biases-of-hidden-forgotten", [21, 6]).says(
        "The output neuron has its bias in your count, and the five hidden ones have none.",
        "How many neurons compute something, and how many biases are in your count?",
    ),
    Mistake("output-bias-forgotten", [25, 6]).says(
        "One parameter is missing: the five hidden neurons have a bias, and so has the last one.",
        "Count layer by layer: what does the output neuron own?",
    ),
    Mistake("too-many-different", [26, 11]).says(
        "26 is right, the second number is too large: some of the numbers that you count as "
        "different stay equal to each other in every step.",
        "Count the different numbers in one hidden neuron first. What do the other four add?",
    ),
    Mistake("order-exchanged", [6, 26]).says(
        "You wrote the two numbers in the other order.",
        "Read the task again: which of the two does it ask for first?",
    ),
    Mistake("one-bias-forgotten", [26, 5]).says(
        "26 is right, and one number is missing. A bias is different from the weights beside "
        "it, and the biases of the two layers differ too.",
        "Count the different numbers in one hidden neuron, then those in the output neuron.",
    ),
    probe=_probe_pair,
    read=_read_pair,
    cases=lambda rng: ["parameters", "different numbers"],
    level=lambda case: case == "different numbers",
)
