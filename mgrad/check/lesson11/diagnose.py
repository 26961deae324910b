"""11.diagnose: What is wrong with these six?"""

from mgrad.check.probe import FormError, letters
from mgrad.check.task import Mistake, value_task


def _probe_diagnosis(answer, case):
    chosen = letters(answer)
    if len(chosen) != 6 or not set(chosen) <= set("HLSDR"):
        raise FormError(
            f'Write six letters out of H, L, S, D and R, for example "HHLLSD". Your answer is '
            f"{answer!r}."
        )
    return {f"network {case + 1}": chosen[case]}


TASK = value_task(
    "11.diagnose",
    "diagnosis",
    "SLHDRH",
    "Each reading says what to change: the start, the rate, or nothing at all. A dead layer takes "
    "a smaller rate and a new network.",
    Mistake("nothing-flat-is-healthy", "HLHDRH").says(
        "In network 1 nothing is flat, and still something is wrong: look at how the outputs "
        "change from layer to layer.",
        "What reaches layer 4 of it, when each layer gives a tenth of what it gets?",
    ),
    Mistake("large-and-small-exchanged", "LSHDRH").says(
        "Networks 1 and 2 are exchanged. Weights that are too large drive tanh to its ends; "
        "weights that are too small let everything shrink.",
        "Which of the two has outputs near −1 and 1?",
    ),
    Mistake("half-of-relu-is-sick", "SLHDRD").says(
        "In network 6 half of the outputs are 0. That is what a relu does with sums that are "
        "positive as often as negative; no unit is 0 for every example.",
        "Which of the two numbers says that a unit is lost: flat, or dead?",
    ),
    Mistake("rate-taken-for-start", "SLHDLH").says(
        "In network 5 outputs and units are well. Only the last reading is off, and the start of "
        "the weights does not decide that one alone.",
        "Which number is multiplied into the update, and into nothing else?",
    ),
    Mistake("saturated-taken-for-dead", "SDHDRH").says(
        "In network 2 all layers are the same: most outputs flat, from the first layer on. That "
        "is how a network begins, not a layer that died.",
        "Which reading differs between the layers of network 4, and which does in network 2?",
    ),
    Mistake("dead-taken-for-large", "SLHLRH").says(
        "In network 4 one layer is unlike the others, and it is a relu: its units give 0 for "
        "every example.",
        "Which of the two numbers says that a unit is lost: flat, or dead?",
    ),
    cases=lambda rng: list(range(6)),
    probe=_probe_diagnosis,
    say=lambda case: f"network {case + 1}",
)
