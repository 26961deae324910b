"""08.dictionary: The dictionary."""

from mgrad.check.lesson08.shared import letters_of, with_rows
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, value_task

DICTIONARY = "DBFGECA"  # the letter that belongs to row 1, 2, ...
DOES = {
    "A": "collects the numbers of all parameters in a list",
    "B": "sets the gradients of all parameters to 0",
    "C": "makes a layer of weighted sums, without a bend",
    "D": "takes the number out of a Value",
    "E": "gives the nodes that a Value was made from",
    "F": "moves each parameter against its gradient",
    "G": "computes without Values, so that no graph is made",
    "H": "makes a layer of weighted sums with a tanh around each",
    "I": "walks the graph and adds up gradients",
    "J": "is the gradient of the loss with respect to itself",
}
QUESTIONS = [
    "You want to print how large the loss is. Where is that number?",
    "What must be done with gradients before the next backward pass?",
    "Which of the lines changes p.data?",
    "Which of the lines keeps Values out of a computation altogether?",
    "With which name does a node of mgrad know where it came from?",
    "Does Linear bend its output?",
    "What must a file hold so that a new network gives the same scores?",
]


def _probe_dictionary(answer, case):
    chosen = letters_of(answer)
    if len(chosen) != 7 or not set(chosen) <= set("ABCDEFGHIJ"):
        raise FormError(
            'Write seven letters from A to J, one for each row, for example "ABCDEFG". Your '
            f"answer is {answer!r}."
        )
    return {"the row": case, "the letter": chosen[case - 1]}


def _other_lines():
    """For each row and each line that does not belong to it: what that line does."""
    for row, (right, question) in enumerate(zip(DICTIONARY, QUESTIONS), start=1):
        for letter in DOES:
            if letter != right and (row, letter) not in NAMED:
                yield Mistake(
                    f"row-{row}-is-not-{letter.lower()}",
                    with_rows(DICTIONARY, **{f"row{row}": letter}),
                ).says(
                    f"Row {row}: line {letter} {DOES[letter]}. That is not what row {row} does.",
                    question,
                )


NAMED = {(6, "H"), (3, "I"), (3, "B"), (1, "J"), (7, "B"), (4, "B"), (2, "G")}


TASK = value_task(
    "08.dictionary",
    "dictionary",
    DICTIONARY,
    "Seven words of PyTorch, and you have built or used each of them already. No line of it "
    "is new mathematics.",
    Mistake("alphabet", "ABCDEFG").says(
        "These are the letters in the order of the alphabet, so hardly any row has its own.",
        "Begin with the pairs you are sure of. What does loss.item() give?",
    ),
    Mistake("no-grad-is-no-reset", with_rows(DICTIONARY, row2="G", row4="B")).says(
        "no_grad and zero_grad sound alike. zero_grad clears gradients that are there; "
        "no_grad keeps operations from being recorded, so that there is no graph to walk.",
        "Which of the lines A to J keep Values out of a computation altogether?",
    ),
    Mistake("no-grad-clears-nothing", with_rows(DICTIONARY, row4="B")).says(
        "Row 4: line B clears gradients that are there. no_grad keeps operations from being "
        "recorded, so that there is no graph to walk.",
        "Which of the lines A to J keep Values out of a computation altogether?",
    ),
    Mistake("zero-grad-records", with_rows(DICTIONARY, row2="G")).says(
        "Row 2: line G keeps operations from being recorded. zero_grad clears gradients that "
        "are there already.",
        "What must be done with gradients before the next backward pass?",
    ),
    Mistake("activation-included", with_rows(DICTIONARY, row6="H")).says(
        "Row 6: the layer of PyTorch is called Linear for a reason: weights, inputs and bias, "
        "and no bend. The tanh is a part of its own there.",
        "Which activation leaves the weighted sum as it is?",
    ),
    Mistake("step-is-not-backward", with_rows(DICTIONARY, row3="I")).says(
        "Row 3: backward measures, and is called backward in both libraries. step is what "
        "comes after it: it changes the parameters.",
        "Which line of the training loop in lesson 5 changes p.data?",
    ),
    Mistake("reset-and-update-exchanged", with_rows(DICTIONARY, row2="F", row3="B")).says(
        "Rows 2 and 3 have each other's line: zero_grad clears the gradients, step moves the "
        "parameters.",
        "Which line of the training loop in lesson 5 changes p.data?",
    ),
    Mistake("reset-for-update", with_rows(DICTIONARY, row3="B")).says(
        "Row 3: that line only sets gradients to zero. step moves the parameters; nothing else "
        "in the loop does.",
        "Which line of the training loop in lesson 5 changes p.data?",
    ),
    Mistake("gradient-for-number", with_rows(DICTIONARY, row1="J")).says(
        "Row 1: item() takes the number out of a tensor, not its gradient.",
        "You want to print how large the loss is. Which attribute of a Value holds that?",
    ),
    Mistake("gradients-for-numbers", with_rows(DICTIONARY, row7="B")).says(
        "Row 7: a state_dict is for saving a trained network. Its gradients are not worth "
        "saving, and that line would clear them.",
        "What must a file hold so that a new network gives the same scores?",
    ),
    *_other_lines(),
    cases=lambda rng: [4, 6, 3, 1, 5, 7, 2],  # the telling rows first
    probe=_probe_dictionary,
)
