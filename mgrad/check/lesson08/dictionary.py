"""08.dictionary: The dictionary."""

from mgrad.check.lesson08.shared import with_rows
from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task

DICTIONARY = "DBFGECA"  # the letter that belongs to row 1, 2, ...


def _read_dictionary(answer):
    chosen = letters(answer)
    if len(chosen) != len(DICTIONARY) or not set(chosen) <= set("ABCDEFGHIJ"):
        raise FormError(
            'Write seven letters from A to J, one for each row, for example "ABCDEFG". Your '
            f"answer is {answer!r}."
        )
    for row in (4, 6, 3, 1, 5, 7, 2):  # the telling rows first
        if chosen[row - 1] != DICTIONARY[row - 1]:
            return f"row {row} with {chosen[row - 1]}"
    return "all rows fit"


TASK = value_task(
    "08.dictionary",
    "dictionary",
    DICTIONARY,
    (
        "Seven words of PyTorch, and you have built or used each of them already. No line of it "
        "is new mathematics."
    ),
    Mistake(
        "no-grad-is-no-reset",
        with_rows(DICTIONARY, row2="G", row4="B"),
        (
            "no_grad and zero_grad sound alike. zero_grad clears gradients that are there; "
            "no_grad keeps operations from being recorded, so that there is no graph to walk."
        ),
        "Which of the lines A to J keep Values out of a computation altogether?",
    ),
    Mistake(
        "activation-included",
        with_rows(DICTIONARY, row6="H"),
        (
            "The layer of PyTorch is called Linear for a reason: weights, inputs and bias, and "
            "no bend. The tanh is a part of its own there."
        ),
        "Which activation leaves the weighted sum as it is?",
    ),
    Mistake(
        "step-is-not-backward",
        with_rows(DICTIONARY, row3="I"),
        (
            "backward measures, and is called backward in both libraries. step is what comes "
            "after it: it changes the parameters."
        ),
        "Which line of the training loop in lesson 5 changes p.data?",
    ),
    Mistake(
        "reset-for-update",
        with_rows(DICTIONARY, row2="F", row3="B"),
        (
            "That line only sets gradients to zero. step moves the parameters; nothing else in "
            "the loop does."
        ),
        "Which line of the training loop in lesson 5 changes p.data?",
    ),
    Mistake(
        "gradient-for-number",
        with_rows(DICTIONARY, row1="J"),
        "item() takes the number out of a tensor, not its gradient.",
        "You want to print how large the loss is. Which attribute of a Value holds that?",
    ),
    Mistake(
        "gradients-for-numbers",
        with_rows(DICTIONARY, row7="B"),
        (
            "A state_dict is for saving a trained network. Its gradients are not worth saving, "
            "and that line would clear them."
        ),
        "What must a file hold so that a new network gives the same scores?",
    ),
    read=_read_dictionary,
)
