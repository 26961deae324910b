"""12.context: The letters before."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _make(end=True, shift=0, pad="left", turned=False, full_only=False, front=None, fixed=None):
    """What stands before each letter, with one idea changed."""

    def contexts(name, size):
        made = []
        size = fixed or size
        front_dots = size if front is None else front
        text = "." * front_dots + name + "." * end
        for i in range(front_dots, len(text)):
            start = max(i - size + shift, 0)
            context = text[start : i + shift]
            if pad == "right":
                known = context.lstrip(".")
                context = known + "." * (size - len(known))
            if pad == "none":
                context = context.lstrip(".")
            if full_only and "." in context:
                continue
            made.append((context[::-1] if turned else context, text[i]))
        return made

    return contexts


def _exchanged(name, size):
    return [(letter, context) for context, letter in _make()(name, size)]


def _pieces(name, size):
    text = "." * size + name + "."
    return [(text[i - size : i], text[i]) for i in range(size, len(text), size)]


def _probe_context(answer, case):
    made = answer(*case)
    if made is None:
        return None
    pairs = [part if isinstance(part, list | tuple) else [part] for part in made]
    if not all(len(part) == 2 and all(isinstance(x, str) for x in part) for part in pairs):
        raise FormError(
            'Return a list of pairs of texts, the context and the letter, such as ("..a", "n").'
        )
    return [list(part) for part in pairs]


def _cases(rng):
    name = "".join(rng.choice("aelnr") for _ in range(7))
    return [["al", 2], ["ann", 3], ["emma", 1], ["al", 4], [name, 3]]


TASK = Task(
    id="12.context",
    answer_name="contexts",
    kind="function",
    reference=_make(),
    probe=_probe_context,
    cases=_cases,
    say=lambda case: f'contexts("{case[0]}", {case[1]})',
    notice=(
        "Every letter is once the question and afterwards part of the next ones: no label had to "
        "be written by anybody."
    ),
    mistakes=(
        Mistake("no-end", _make(end=False)).says(
            "The last question is missing: what comes after the whole name? The answer is the dot.",
            "How does the model learn when to stop?",
        ),
        Mistake("answer-in-the-question", _make(shift=1)).says(
            "The letter to be guessed is the last one of its own context. With it the loss would "
            "soon be 0, and nothing would be learnt.",
            "What is known at the moment in which the first letter is asked for?",
        ),
        Mistake("nearest-left-out", _make(shift=-1)).says(
            "The context ends one letter too early: the letter right before is missing.",
            "Which letter stands right before the one that is asked for?",
        ),
        Mistake("dots-behind", _make(pad="right")).says(
            "The dots that fill a short context stand behind the letters. Then the nearest letter "
            "is now here and now there.",
            "In which place of the context should the letter right before always stand?",
        ),
        Mistake("not-filled", _make(pad="none")).says(
            "The contexts at the beginning are shorter. A network needs the same number of inputs "
            "each time.",
            "What stands in the places before a name begins?",
        ),
        Mistake("one-dot-in-front", _make(front=1)).says(
            "One dot in front is not enough: the first contexts come out short. A network needs "
            "the same number of inputs each time.",
            "How many dots must stand before the first letter?",
        ),
        Mistake("turned-round", _make(turned=True)).says(
            "The context reads from right to left.",
            "What does your context say for the last letter of emma?",
        ),
        Mistake("size-ignored", _make(fixed=3)).says(
            "Every context has three letters, whatever size says.",
            "Where does your function use size?",
        ),
        Mistake("context-and-letter-exchanged", _exchanged).says(
            "The context and the letter have changed places: the context comes first in each pair.",
            "What is given, and what is asked for?",
        ),
        Mistake("beginning-left-out", _make(full_only=True)).says(
            "Only full contexts are there. Nobody learns then how a name begins.",
            "What is known when the first letter is asked for?",
        ),
        Mistake("steps-of-the-size", _pieces).says(
            "You cut the text into pieces. Every letter is asked for once, so the window moves on "
            "by a single letter.",
            "How many questions does a name of three letters make?",
        ),
    ),
)
