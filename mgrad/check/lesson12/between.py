"""12.between: Between how many letters?"""

from mgrad.check.task import Mistake, value_task

TASK = value_task(
    "12.between",
    "between",
    4.0,
    "The exponential of the mean loss is a mean of a kind too: of 2, 4, 8 and 4 it makes 4, where "
    "the ordinary mean would be 4.5.",
    Mistake("loss-itself", 1.386).says(
        "That is the mean loss. The question is between how many letters the model hesitates.",
        "Which function undoes the natural logarithm?",
    ),
    Mistake("mean-of-the-probabilities", 3.5556).says(
        "You took the mean of the probabilities. The loss is the mean of the logarithms, and the "
        "logarithm of a mean is something else.",
        "What are the four losses, one for each letter?",
    ),
    Mistake("mean-of-the-numbers", 4.5).says(
        "You took the mean of 2, 4, 8 and 4. The loss is a mean of logarithms: first the mean, "
        "and only then back.",
        "What are the four losses, one for each letter, and what is their mean?",
    ),
    Mistake("sum-for-the-mean", 256.0).says(
        "You added up the four losses. A longer name would then look like a worse model.",
        "What is the mean of the four losses?",
    ),
    Mistake("counted-in-bits", 2.0).says(
        "2 is the mean loss in logarithms to the base 2, the number of questions with yes or no. "
        "Asked for is between how many letters.",
        "Between how many things can you decide with two such questions?",
    ),
    Mistake("greatest-surprise", 8.0).says(
        "8 belongs to the letter that was the greatest surprise. The loss is a mean over all.",
        "What are the four losses, one for each letter, and what is their mean?",
    ),
    tolerance=0.01,
)
