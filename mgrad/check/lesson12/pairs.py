"""12.pairs: Counting pairs."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _make(start=".", end=".", joined=False, once=False, step=1, turned=False, length=2, first=1):
    """Count pairs of letters, with one idea changed."""

    def count_pairs(names):
        texts = [start + "".join(names) + end] if joined else [start + n + end for n in names]
        counts = {}
        for text in texts:
            for i in range(0, len(text) - 1, step):
                pair = text[i : i + length]
                pair = pair[::-1] if turned else pair
                counts[pair] = 1 if once else counts.get(pair, first - 1) + 1
        return counts

    return count_pairs


def _each_letter(names):
    counts = {}
    for name in names:
        for letter in f".{name}.":
            counts[letter] = counts.get(letter, 0) + 1
    return counts


def _all_pairs(names):
    counts = {}
    for name in names:
        text = f".{name}."
        for i in range(len(text)):
            for j in range(i + 1, len(text)):
                counts[text[i] + text[j]] = counts.get(text[i] + text[j], 0) + 1
    return counts


def _in_order_of_the_alphabet(names):
    counts = {}
    for pair, count in _make()(names).items():
        pair = "".join(sorted(pair))
        counts[pair] = counts.get(pair, 0) + count
    return counts


def _shares(names):
    counts = _make()(names)
    return {pair: count / sum(counts.values()) for pair, count in counts.items()}


def _probe_pairs(answer, case):
    counts = answer(list(case))
    if counts is not None and not isinstance(counts, dict):
        raise FormError(
            'Return a dictionary with the number of each pair, such as {".a": 2, "al": 1}. Yours '
            f"is a {type(counts).__name__}."
        )
    if counts is None:
        return None
    if any(isinstance(pair, tuple) for pair in counts):
        raise FormError("The keys are tuples; a pair is a text of two letters, a + b.")
    if any(isinstance(count, dict) for count in counts.values()):
        raise FormError(
            "Your dictionary holds dictionaries, one for each letter. Asked for is one with the "
            'pairs as keys, such as {".a": 2, "al": 1}.'
        )
    return {str(pair): count for pair, count in counts.items() if count}


def _cases(rng):
    # No pair of them is one of the other names: what goes wrong with it stands alone.
    some = ["".join(rng.choice("ioru") for _ in range(length)) for length in (4, 2, 6, 3, 5)]
    return [["al"], ["emma"], ["al", "al"], ["ann", "banana", "annna"], ["nananan"], some]


TASK = Task(
    id="12.pairs",
    answer_name="count_pairs",
    kind="function",
    reference=_make(),
    probe=_probe_pairs,
    cases=_cases,
    say=lambda case: f"names = {case}",
    notice=(
        "A name of n letters makes n + 1 pairs: how it begins and that it ends are learnt like "
        "everything else."
    ),
    mistakes=(
        Mistake("no-start", _make(start="")).says(
            "The pair that begins a name is missing, so nobody could say how names begin.",
            "Which pair stands at the beginning of .emma. with its dots?",
        ),
        Mistake("no-end", _make(end="")).says(
            "The pair that ends a name is missing. A model that learns from these counts never "
            "stops writing.",
            "Which pair stands at the end of .emma. with its dots?",
        ),
        Mistake("no-dots", _make("", "")).says(
            "Only pairs inside the names are counted. How a name begins and that it ends is to be "
            "learnt too.",
            "How many pairs has .emma. with its dots?",
        ),
        Mistake("names-run-together", _make(joined=True)).says(
            "The names are joined into one text, so the last letter of one and the first of the "
            "next count as a pair. No name has it.",
            "What stands between two names?",
        ),
        Mistake("first-name-only", lambda names: _make()(names[:1])).says(
            "Only the first name is counted.",
            "At which line does your function return, and where does the loop end?",
        ),
        Mistake("last-name-only", lambda names: _make()(names[-1:])).says(
            "Only the last name is counted: what was counted in the names before is lost.",
            "Where is your dictionary made: before the loop over the names, or in it?",
        ),
        Mistake("names-once", lambda names: _make()(dict.fromkeys(names))).says(
            "A name that comes twice is counted once.",
            "What should become of the number of a pair when a second name has it too?",
        ),
        Mistake("counted-from-zero", _make(first=0)).says(
            "Each number is one too small: a pair that is new has 0, and it has been met once.",
            "How often has a pair been met when it comes for the first time?",
        ),
        Mistake("counted-from-two", _make(first=2)).says(
            "Each number is one too large: a pair that is new has 2, and it has been met once.",
            "What does counts.get(pair, ...) give for a new pair, and what is added to it?",
        ),
        Mistake("triples", _make(length=3)).says(
            "You count three letters together. A pair has two.",
            'What is "emma"[0:2], and what is "emma"[0:3]?',
        ),
        Mistake("two-dots", _make("..", "..")).says(
            "Two dots stand at each side of a name, so that two dots count as a pair of their own.",
            "How many pairs has .emma. with its dots?",
        ),
        Mistake("other-mark-for-the-dot", _make(" ", " ")).says(
            "Before and after each name stands another sign than the dot.",
            "Which sign does the example have in its first pair?",
        ),
        Mistake("letters-far-apart", _all_pairs).says(
            "You count every two letters of a name, however far apart. A pair stands side by side.",
            "How many pairs has .emma. with its dots?",
        ),
        Mistake("order-lost", _in_order_of_the_alphabet).says(
            "The two letters of a pair are sorted, so al and la count as the same.",
            "Which of the two says that l comes after a?",
        ),
        Mistake("shares-for-counts", _shares).says(
            "These are shares of all pairs. Asked for is how often each pair occurs.",
            "Which number does the example give for .a?",
        ),
        Mistake("seen-not-counted", _make(once=True)).says(
            "Each pair is there once, however often it occurs.",
            "What should happen to the number of a pair that comes again?",
        ),
        Mistake("steps-of-two", _make(step=2)).says(
            "You cut the name into pieces of two letters. Every letter but the last is the left "
            "one of a pair, so the pairs overlap.",
            "How many pairs has .emma. with its dots?",
        ),
        Mistake("turned-round", _make(turned=True)).says(
            "The letters of each pair have changed places: asked is which letter comes after "
            "which.",
            "Which two letters does the first pair of .emma. hold, and in which order?",
        ),
        Mistake("single-letters", _each_letter).says(
            "You count letters, not pairs: what comes after what is lost.",
            "Which two letters does the first pair of .emma. hold?",
        ),
    ),
)
