"""What goes wrong in any task: mistakes that are recognised by what they do to an outcome.

A detector looks at pairs of a right and a got outcome, in every case that is wrong, and says what
turns one into the other. Nothing is said that does not hold in each of these cases. The mistakes
of a single task are in its own file; they are asked first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from mgrad.check.probe import is_failure


class Found(NamedTuple):
    """A recognised mistake: a stable id, what it is, and what to look at."""

    id: str
    explanation: str
    next_step: str


@dataclass(frozen=True)
class Evidence:
    """What a detector may look at.

    Attributes:
        name: what the student calls the answer.
        kind: ``"value"``, ``"function"``, ``"class"`` or ``"object"``.
        cases: the cases that were looked at, in order.
        right, got: the outcomes, one for each case.
        equal: whether two outcomes are equal for this task.
        printed: the beginning of what the answer printed, one text for each case.
        returned: the type of what the function returned, and what it should have been; one pair
            for each case, of names or None.
    """

    name: str
    kind: str
    cases: list
    right: list
    got: list
    equal: Callable[[Any, Any], bool]
    printed: list[str]
    returned: list[tuple[str | None, str | None]]

    @cached_property
    def wrong(self) -> list[int]:
        """The positions of the cases that are wrong."""
        return [i for i, got in enumerate(self.got) if not self.equal(got, self.right[i])]

    def pairs(self) -> list[tuple[Any, Any]]:
        """Right and got, where they differ."""
        return [(self.right[i], self.got[i]) for i in self.wrong]

    def parts(self) -> Iterator[tuple[str, Evidence]]:
        """The whole, and each part of the outcomes: by its name, or an entry of a short list."""
        yield "", self
        outcomes = (*self.right, *self.got)
        lengths = {len(outcome) if lists(outcome) else 0 for outcome in outcomes}
        named = all(isinstance(x, dict) and not is_failure(x) for x in outcomes)
        if not named and (len(lengths) > 1 or not lengths <= {2, 3, 4, 5}):
            return
        right, got = [list(map(named_parts, outcomes)) for outcomes in (self.right, self.got)]
        for part in dict.fromkeys(name for parts in right for name in parts):
            have = [i for i, parts in enumerate(right) if part in parts and part in got[i]]
            yield (
                part,
                replace(
                    self,
                    cases=[self.cases[i] for i in have],
                    right=[right[i][part] for i in have],
                    got=[got[i][part] for i in have],
                    printed=[self.printed[i] for i in have],
                    returned=[self.returned[i] for i in have],
                ),
            )


def detect(evidence: Evidence) -> Found | None:
    """The first general mistake that explains every wrong case, or None."""
    for part, seen in evidence.parts():
        if not seen.wrong or any("!form" in keys(got) for got in seen.got):
            continue
        for detector in DETECTORS:
            if part and detector is constant:  # other parts may well move
                continue
            found = detector(seen, say_subject(evidence, part))
            if found:
                return found
    return None


def say_subject(evidence: Evidence, part: str) -> str:
    """The beginning of a sentence about what came out."""
    if part:
        return f"The outcome for “{part}”"
    if evidence.kind == "class":  # a probe has asked its objects, or Python on their behalf
        return "What came out"
    return "Your answer" if evidence.kind == "value" else f"What {evidence.name} gives"


def named_parts(outcome: Any) -> dict[str, Any]:
    if isinstance(outcome, list):
        return {f"entry {place}": part for place, part in enumerate(outcome, start=1)}
    return outcome


def keys(outcome: Any) -> set:
    return set(outcome) if isinstance(outcome, dict) else set()


def numbers(*outcomes: Any) -> bool:
    return all(isinstance(x, float) for x in outcomes)


def lists(*outcomes: Any) -> bool:
    return all(isinstance(x, list) for x in outcomes)


def flat(outcome: Any) -> list[float]:
    """All numbers in an outcome, in order."""
    if isinstance(outcome, float):
        return [outcome]
    inside = outcome.values() if isinstance(outcome, dict) else outcome
    return [x for item in inside for x in flat(item)] if isinstance(outcome, list | dict) else []


def close(x: float, y: float) -> bool:
    return math.isclose(x, y, rel_tol=1e-6, abs_tol=1e-9)


# -- nothing, or another kind of thing, comes back ---------------------------------------------


def nothing_returned(seen: Evidence, subject: str) -> Found | None:
    for i in seen.wrong:
        got, want = seen.returned[i]
        if seen.kind == "function" and (got != "NoneType" or want in (None, "NoneType")):
            return None
        if seen.kind != "function" and (seen.got[i] is not None or seen.right[i] is None):
            return None
    if all(seen.printed[i].strip() for i in seen.wrong):
        return Found(
            "printed-not-returned",
            f"{seen.name} prints its result, but returns None: what is printed is for the eye, and "
            "the next line of a program cannot compute with it.",
            "Which word hands a value back to whoever called the function?",
        )
    if seen.kind == "class":
        return Found(
            "nothing-returned",
            f"A method of {seen.name} gives None: it ends without a return, or returns something "
            "that is None, as list.append, list.sort and print are.",
            "Which method is called here, and what stands after its return?",
        )
    returned = {got for got, _ in seen.returned} - {None}  # it was not called, or never came to it
    if len(seen.wrong) < len(seen.got) and returned != {"NoneType"}:
        return Found(
            "nothing-returned-sometimes",
            f"In some cases {seen.name} reaches its end without a return, so None comes back.",
            "Go through the branches: does each of them end in a return?",
        )
    return Found(
        "nothing-returned",
        f"{seen.name} gives None: it ends without a return, or returns something that is None, "
        "as list.append, list.sort and print are.",
        "What stands after the word return, and is it reached?",
    )


STRANGE = {
    "generator": (
        "generator-returned",
        "{subject} is a generator: round brackets (or yield) make a recipe, whose numbers do not "
        "exist yet.",
        "What makes a list of it?",
    ),
    "coroutine": (
        "coroutine-returned",
        "{subject} is a coroutine: a function that begins with async def does not run when it is "
        "called.",
        "Which word stands in front of def, and is it needed here?",
    ),
    "function": (
        "function-returned",
        "{subject} is a function, not a result: it was returned without being called.",
        "Where do the brackets of a call belong?",
    ),
    "type": (
        "class-returned",
        "{subject} is a class, not an object: it was returned without being called.",
        "Where do the brackets of a call belong?",
    ),
    **dict.fromkeys(
        (
            *("map", "filter", "zip", "range", "enumerate", "reversed", "dict_values", "dict_keys"),
            *("list_iterator", "chain", "starmap", "accumulate", "islice"),
        ),
        (
            "iterator-returned",
            "{subject} is an object that only promises its numbers, not a list of them.",
            "What makes a list of it?",
        ),
    ),
    "set": (
        "set-returned",
        "{subject} is a set: it has no order, and equal entries are merged.",
        "Which brackets make a list?",
    ),
}


def strange_object(seen: Evidence, subject: str) -> Found | None:
    kinds = {got.get("!object") if isinstance(got, dict) else None for _, got in seen.pairs()}
    kinds |= {got for got, want in (seen.returned[i] for i in seen.wrong) if got != want}
    kinds = {"function" if kind == "method" else kind for kind in kinds - {None}}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind not in STRANGE:
        return None
    id, explanation, next_step = STRANGE[kind]
    return Found(id, explanation.format(subject=subject), next_step)


def no_value(seen: Evidence, subject: str) -> Found | None:
    """An operation of a class gave no object of it (the probes of lesson 2 say so)."""
    outcomes = [got for _, got in seen.pairs()]
    failed = [got for got in outcomes if is_failure(got)]
    said = [re.fullmatch(r"no Value, but (\w+)", str(got)) for got in outcomes if got not in failed]
    kinds = {found and found[1] for found in said}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is None or not all(f"'{kind}'" in got["text"] for got in failed):
        return None
    if kind == "NoneType":
        return Found(
            "nothing-returned",
            f"An operation of {seen.name} gives None: its method ends without a return.",
            "Which method does Python call for this sign, and which word hands back what it makes?",
        )
    return Found(
        "other-object-returned",
        f"An operation of {seen.name} gives {article(kind)} {kind}; asked for is a new object of "
        "the class.",
        "What stands after return in the method of this sign?",
    )


def no_tuple(seen: Evidence, subject: str) -> Found | None:
    """What should be a tuple could not be gone through (the probes of engines say so)."""
    if not all(got == {"parents or local derivatives": "no tuple"} for _, got in seen.pairs()):
        return None
    return Found(
        "comma-forgotten",
        "Parents and local derivatives are tuples, also when there is one. Brackets alone make "
        "no tuple: (self) is just self, and (slope) is just a number.",
        "What do type((5)) and type((5,)) say?",
    )


def endless_result(seen: Evidence, subject: str) -> Found | None:
    """The reading of an outcome was cut off."""
    if not all(is_cut(got) for _, got in seen.pairs()):
        return None
    return Found(
        "endless-result",
        f"{subject} has no end, or is far larger than asked for: lists stand in lists more than "
        "twenty deep, or there are more than 20,000 entries.",
        "Does a list stand in itself, or does a loop add to a list that it goes through?",
    )


def is_cut(outcome: Any) -> bool:
    """Whether there was more than ``probe.plain`` has read."""
    if isinstance(outcome, dict):
        return "cut" in outcome and "!object" in outcome or any(map(is_cut, outcome.values()))
    return isinstance(outcome, list) and any(map(is_cut, outcome))


SIMPLE = ("tuple", "list", "dict", "str", "bool", "int", "float")


def another_kind_returned(seen: Evidence, subject: str) -> Found | None:
    """The use of the result failed, because it is no such thing."""
    kinds = {seen.returned[i] for i in seen.wrong}
    if len(kinds) != 1 or not all(is_failure(got) for _, got in seen.pairs()):
        return None
    got, want = kinds.pop()
    if got == want or got is None or want is None or want == "NoneType":
        return None
    if {got, want} <= {"int", "float", "bool", "float64"} or {got, want} <= {"list", "tuple"}:
        return None
    if got not in SIMPLE and not all(f"'{got}' object" in got_["text"] for _, got_ in seen.pairs()):
        return None
    return Found(
        f"{got}-returned" if got in SIMPLE else "other-object-returned",
        f"{seen.name} returns {article(got)} {got}, and what is asked for is {article(want)} "
        f"{want}.",
        f"What stands after return, and what could make a {want} of it?",
    )


def article(name: str) -> str:
    return "an" if name[0] in "aeiouAEIOU" else "a"


def text_for_number(seen: Evidence, subject: str) -> Found | None:
    for right, got in seen.pairs():
        texts = got if isinstance(got, list) else [got]
        if not texts or not all(isinstance(text, str) for text in texts):
            return None
        found = [re.findall(r"[-−]?\d+(?:[.,]\d+)?(?:e-?\d+)?", text) for text in texts]
        if not all(found) or not flat(right):
            return None
        read = [[number(word) for word in words] for words in found]
        if not any(x is not None for words in read for x in words):
            return None
    return Found(
        "text-for-number",
        f"{subject} is a text that shows a number. A program cannot compute with a text.",
        "Leave out the quotes, str(...) or the f-string that makes a text of it.",
    )


def number(word: str) -> float | None:
    try:
        return float(word.replace("−", "-").replace(",", "."))
    except ValueError:
        return None


def another_wording(seen: Evidence, subject: str) -> Found | None:
    """A text that says the right thing in other letters, or a number that stands for a text."""
    pairs = seen.pairs()
    if not all(isinstance(right, str) for right, _ in pairs):
        return None
    written = seen.kind != "function" or all(seen.returned[i][0] == "str" for i in seen.wrong)
    if written and all(isinstance(got, str) for _, got in pairs):

        def letters(text: str) -> str:
            return "".join(c for c in text.casefold() if c.isalnum())

        if all(
            letters(got)[:4] == letters(right)[:4] and len(letters(right)) >= 4
            for right, got in pairs
        ):
            return Found(
                "another-wording",
                f"{subject} says the right thing in other words or other letters than asked for.",
                "Compare letter by letter: capitals, endings and spaces count.",
            )
    if all(isinstance(got, float | bool) for _, got in pairs):
        return Found(
            "number-for-text",
            f"{subject} is a number or a truth value; asked for is a text.",
            "Which words does the task name? They stand in quotes.",
        )
    return None


def more_than_asked(seen: Evidence, subject: str) -> Found | None:
    """The right result stands among others."""
    pairs = seen.pairs()
    if all(lists(got) and len(got) > 1 for _, got in pairs):
        for place, where in ((0, "its first entry"), (-1, "its last entry")):
            if all(seen.equal(got[place], right) for right, got in pairs):
                return Found(
                    "more-than-asked",
                    f"{subject} is a list, and {where} is what is asked for.",
                    "Return that entry alone.",
                )
    if seen.kind != "value" and all(
        isinstance(got, dict)
        and not keys(got) & {"!error", "!object"}
        and lists(right)
        and seen.equal(list(got.values()), right)
        for right, got in pairs
    ):
        return Found(
            "dictionary-for-list",
            f"{subject} is a dictionary with the right numbers; asked for is a list of them.",
            "Whoever calls it asks for entry 0, 1, 2. What does your dictionary answer to that?",
        )
    return None


def wrapped(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if all(lists(got) and len(got) == 1 and seen.equal(got[0], right) for right, got in pairs):
        return Found(
            "list-for-number",
            f"{subject} is right inside, but it stands in a list of its own.",
            "Which brackets are too many?",
        )
    if all(lists(right) and len(right) == 1 and seen.equal(got, right[0]) for right, got in pairs):
        return Found(
            "number-for-list",
            f"{subject} is a single number where a list is asked for, also when it has one entry.",
            "What would come out for two inputs?",
        )
    return None


def nested(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if all(
        lists(got, right) and got != right and flat(got) == flat(right) != []
        for right, got in pairs
    ):
        return Found(
            "other-brackets",
            f"{subject} has the right numbers, grouped by other brackets.",
            "Compare the brackets of both results, not the numbers.",
        )
    return None


# -- some of it -------------------------------------------------------------------------------


def empty_list(seen: Evidence, subject: str) -> Found | None:
    if not all(got == [] and lists(right) for right, got in seen.pairs()):
        return None
    return Found(
        "empty-list",
        f"{subject} is an empty list.",
        "What should be in it, and which of your lines puts it there?",
    )


def part_of_the_list(seen: Evidence, subject: str) -> Found | None:
    pairs = [(r, g) for r, g in seen.pairs()]
    if not all(lists(right) and len(right) > 1 for right, _ in pairs):
        return None
    if all(seen.equal(got, right[0]) for right, got in pairs):
        return Found(
            "first-result-only",
            f"{subject} is the first of the results alone.",
            "When does the function return, and what has it collected by then?",
        )
    if all(seen.equal(got, right[-1]) for right, got in pairs):
        return Found(
            "last-result-only",
            f"{subject} is the last of the results alone; those before are lost.",
            "What collects the results of all turns?",
        )
    if not all(lists(got) for _, got in pairs):
        return None
    if all(seen.equal(got, right[:1]) for right, got in pairs):
        return Found(
            "stopped-in-the-loop",
            f"{subject} ends after the first entry, as when return stands inside the loop.",
            "How far is the return line indented? When does Python reach it?",
        )
    if all(seen.equal(got, right[:-1]) for right, got in pairs):
        return Found(
            "last-entry-missing",
            f"{subject} lacks the last entry; all others are right.",
            "Which number does the last turn of your loop get?",
        )
    if all(seen.equal(got, right[1:]) for right, got in pairs):
        return Found(
            "first-entry-missing",
            f"{subject} lacks the first entry; all others are right.",
            "Where does your loop begin?",
        )
    return None


def longer_list(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if not all(lists(right, got) and len(got) == len(right) + 1 and right for right, got in pairs):
        return None
    if all(seen.equal(got[:-1], right) for right, got in pairs):
        return Found(
            "one-entry-too-many",
            f"{subject} is right, and then has one entry more.",
            "How many turns does your loop make, and how many should it?",
        )
    if all(seen.equal(got[1:], right) for right, got in pairs):
        return Found(
            "one-entry-too-many",
            f"{subject} has one entry too many at its beginning; the others are right.",
            "What does your list hold before the loop begins?",
        )
    return None


# -- another order ----------------------------------------------------------------------------


def turned_table(seen: Evidence, subject: str) -> Found | None:
    for right, got in seen.pairs():
        if not (lists(right) and right and lists(*right)):
            return None
        if not seen.equal(got, [list(column) for column in zip(*right)]):
            return None
    return Found(
        "rows-and-columns-exchanged",
        f"{subject} has the right numbers, but its rows stand where columns belong.",
        "What does the first row of each of the two tables hold?",
    )


def another_order(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if not all(lists(right, got) and len(right) == len(got) > 1 for right, got in pairs):
        return None
    if all(seen.equal(got, right[::-1]) for right, got in pairs):
        if all(len(right) == 2 for right, _ in pairs):
            return Found(
                "results-exchanged",
                f"{subject} has both results, but in each other's place.",
                "Which of the two should come first?",
            )
        return Found(
            "reversed",
            f"{subject} has the right entries in reverse order.",
            "At which end does your loop begin, and at which end does it add?",
        )
    for shift in (1, -1):
        if all(seen.equal(got, right[shift:] + right[:shift]) for right, got in pairs):
            return Found(
                "shifted-by-one",
                f"{subject} has the right entries, each one place from where it belongs.",
                "Which entry stands at the first place, and which should?",
            )
    if all(
        len(flat(right)) == len(right) == len(flat(got))
        and all(map(close, sorted(flat(got)), sorted(flat(right))))
        for right, got in pairs
    ):
        return Found(
            "another-order",
            f"{subject} has the right entries in another order.",
            "In which order are they asked for?",
        )
    return None


def exchanged_parts(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if not all(len(keys(right)) == 2 and keys(right) == keys(got) for right, got in pairs):
        return None
    if all(
        seen.equal(list(got.values()), list(right.values())[::-1])
        and not seen.equal(*list(right.values()))
        for right, got in pairs
    ):
        names = list(pairs[0][0])
        return Found(
            "results-exchanged",
            f"“{names[0]}” and “{names[1]}” have each other's outcome.",
            "Which of the two should come first?",
        )
    return None


# -- another number ---------------------------------------------------------------------------


def number_pairs(seen: Evidence) -> list[tuple[float, float]]:
    """All numbers, right and got, of the cases that are wrong; empty if the shapes differ."""
    pairs = []
    for right, got in seen.pairs():
        r, g = flat(right), flat(got)
        if len(r) != len(g) or not r or type(right) is not type(got) or keys(right) != keys(got):
            return []
        pairs += zip(r, g)
    return pairs if all(map(math.isfinite, (x for pair in pairs for x in pair))) else []


def sign(seen: Evidence, subject: str) -> Found | None:
    pairs = [(r, g) for r, g in number_pairs(seen) if not (close(r, 0) and close(g, 0))]
    if all(close(r, g) for r, g in pairs):  # what is wrong is no number
        return None
    fine = [x for i, right in enumerate(seen.right) if i not in seen.wrong for x in flat(right)]
    some_wrong_only = len(pairs) > 1 or fine
    if some_wrong_only and all(close(g, abs(r)) for r, g in pairs) and all(x >= 0 for x in fine):
        return Found(
            "sign-lost",
            f"{subject} has the right size, but no minus sign where one belongs.",
            "Which part of your code makes every result positive?",
        )
    if not all(close(g, -r) for r, g in pairs):
        return None
    return Found(
        "sign",
        f"{subject} has the right size and the opposite sign in each case that is wrong."
        if fine
        else f"{subject} has the right size and the opposite sign.",
        "Which two things are subtracted, and which of them comes first?",
    )


FACTORS = {
    100.0: (
        "percent",
        "{subject} is 100 times too large, a percentage where a share is asked for.",
        "Between which two numbers does a share lie?",
    ),
    0.01: (
        "divided-by-hundred",
        "{subject} is 100 times too small.",
        "Is a percentage asked for, or a share?",
    ),
    2.0: (
        "doubled",
        "{subject} is twice as large as it should be.",
        "What is counted twice, or not divided by two?",
    ),
    0.5: (
        "halved",
        "{subject} is half as large as it should be.",
        "Where does a two come in, and does it belong there?",
    ),
}


def factor(seen: Evidence, subject: str) -> Found | None:
    pairs = [(r, g) for r, g in number_pairs(seen) if not close(r, 0)]
    if len(pairs) < 2 or len({round(r, 9) for r, _ in pairs}) < 2:
        return None
    ratio = pairs[0][1] / pairs[0][0]
    if close(abs(ratio), 1) or not all(close(g, ratio * r) for r, g in pairs):
        return by_length(seen, subject)
    for known, (id, explanation, next_step) in FACTORS.items():
        if close(ratio, known):
            return Found(id, explanation.format(subject=subject), next_step)
    if close(ratio, 0):
        return None
    return Found(
        "constant-factor",
        f"{subject} is {ratio:.4g} times what it should be, in every case that is wrong.",
        f"Where does a factor of {ratio:.4g} come from?",
    )


def lengths_in(case: Any) -> set[int]:
    """The lengths of the lists in a case."""
    if isinstance(case, dict):
        case = list(case.values())
    if not isinstance(case, list):
        return set()
    return {len(case)}.union(*map(lengths_in, case))


def by_length(seen: Evidence, subject: str) -> Found | None:
    """A factor that is a length in the case: n, 1/n, n/(n-1) ..."""
    found: set[str] | None = None
    varied = set()
    for i in seen.wrong:
        r, g = flat(seen.right[i]), flat(seen.got[i])
        ratios = {round(b / a, 9) for a, b in zip(r, g) if not close(a, 0)}
        if len(r) != len(g) or len(ratios) > 1:
            return None
        if not ratios:
            continue
        ratio = ratios.pop()
        varied.add(ratio)
        fits = set()
        for n in lengths_in(seen.cases[i]) - {0, 1}:
            candidates = {"sum-for-mean": n, "divided-twice": 1 / n, "n-minus-one": n / (n - 1)}
            fits |= {name for name, value in candidates.items() if close(ratio, value)}
        found = fits if found is None else found & fits
    if not found or len(varied) < 2:
        return None
    return Found(
        *{
            "sum-for-mean": (
                "sum-for-mean",
                f"{subject} is a sum where a mean is asked for: it is as many times too large as "
                "there are entries.",
                "What comes out if the same data are given twice? What should?",
            ),
            "divided-twice": (
                "divided-twice",
                f"{subject} is divided by the number of entries once too often.",
                "Where do you divide, and is it asked for?",
            ),
            "n-minus-one": (
                "n-minus-one",
                f"{subject} is divided by one less than the number of entries.",
                "How many entries are there, and by what do you divide?",
            ),
        }[sorted(found)[0]]
    )


def added(seen: Evidence, subject: str) -> Found | None:
    pairs = number_pairs(seen)
    if len(pairs) < 2 or len({round(r, 9) for r, _ in pairs}) < 2:
        return None
    difference = pairs[0][1] - pairs[0][0]
    too_far = "too large" if difference > 0 else "too small"
    if close(difference, 0) or not all(close(g - r, difference) for r, g in pairs):
        return None
    if close(abs(difference), 1) and all(x == round(x) for pair in pairs for x in pair):
        return Found(
            "off-by-one",
            f"{subject} is one {too_far} in every case that is wrong.",
            "Where does your count begin, and where does it end?",
        )
    return Found(
        "constant-added",
        f"{subject} is {abs(difference):.4g} {too_far} in every case that is wrong.",
        f"Where does {abs(difference):.4g} come from?",
    )


def rounded(seen: Evidence, subject: str) -> Found | None:
    pairs = [(r, g) for r, g in number_pairs(seen) if not close(abs(r), 1)]
    if len(pairs) < 2 or all(close(g, r) for r, g in pairs):
        return None
    if all(close(g, 0) for _, g in pairs):  # nothing is left that was cut off or rounded
        return None
    if all(close(g, math.floor(r)) for r, g in pairs):
        return Found(
            "whole-part-only",
            f"{subject} is only the whole part of the number: // divides and drops the rest, and "
            "int(...) cuts it off.",
            "Which sign divides without dropping anything?",
        )
    changed = {round(g, 9) for r, g in pairs if not close(g, r)}
    for digits in range(int(len(changed) == 1), 7):  # one whole number came about in another way
        if all(close(g, round(r, digits)) for r, g in pairs):
            return Found(
                "rounded",
                f"{subject} is rounded to {digits} digit{'s' * (digits != 1)} after the point. "
                "Round for the eye only, never for the next computation.",
                "Where does your code call round, or make a text with few digits?",
            )
    return None


def powers(seen: Evidence, subject: str) -> Found | None:
    pairs = [(r, g) for r, g in number_pairs(seen) if not close(r, 0) and not close(r, 1)]
    if len(pairs) < 2:
        return None
    if all(close(g, r * r) for r, g in pairs):
        return Found(
            "squared",
            f"{subject} is the square of what it should be.",
            "Is a root still to be taken, or one square too many?",
        )
    if all(r > 0 and close(g, math.sqrt(r)) for r, g in pairs):
        return Found(
            "root-taken",
            f"{subject} is the square root of what it should be.",
            "Does the task ask for a root?",
        )
    return None


# -- the same whatever comes in ---------------------------------------------------------------


def constant(seen: Evidence, subject: str) -> Found | None:
    if len(seen.got) < 3 or seen.kind == "value":
        return None
    first = seen.got[0]
    if not all(repr(got) == repr(first) for got in seen.got) or is_failure(first) or first is None:
        return None
    if len({repr(right) for right in seen.right}) < 3 or not flat(first):
        return None
    if seen.equal(first, seen.right[0]):
        return Found(
            "example-constant",
            f"{subject} is right for the first example and the same for every other: a number of "
            "the example stands in the code.",
            "Which of the numbers in your code should come from the arguments?",
        )
    return Found(
        "always-the-same",
        f"{subject} is the same in each of the {len(seen.got)} cases that were looked at, whatever "
        "comes in.",
        "Which arguments does your code use?",
    )


# -- errors -----------------------------------------------------------------------------------


def error_expected(seen: Evidence, subject: str) -> Found | None:
    pairs = seen.pairs()
    if not all(is_failure(right) for right, _ in pairs):
        return None
    wanted = {right["!error"] for right, _ in pairs}
    name = " or ".join(sorted(wanted))
    if all(is_failure(got) and got["!error"] == "AssertionError" for _, got in pairs):
        return Found(
            "assert-for-error",
            "assert stops a program with an AssertionError, and not at all when Python runs with "
            f"-O. Asked for is {article(name)} {name}.",
            "Which statement raises an error of a kind that you name?",
        )
    if {seen.returned[i][0] for i in seen.wrong} == wanted:
        return Found(
            "error-returned",
            f"{seen.name} returns {article(name)} {name} as its result. An error that is returned "
            "stops nothing: the program goes on with it as if it were a number.",
            "Which word stops a function with an error?",
        )
    if all(is_failure(got) for _, got in pairs):
        other = pairs[0][1]["!error"]
        return Found(
            "another-error",
            f"The bad input is refused with {article(other)} {other}. Asked for is "
            f"{article(name)} {name}, so that whoever calls can tell what was wrong.",
            "Is the error raised by your own line, or by chance further on?",
        )
    if not any(is_failure(got) for _, got in pairs):
        return Found(
            "no-error",
            f"Bad input goes through without a word; asked for is {article(name)} {name}.",
            "Which condition tells the bad input from the good one?",
        )
    return None


MISSING_METHODS = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "** or pow()": "pow", "@": "matmul",
}  # fmt: skip


def operator_missing(text: str) -> str:
    """The method that Python looked for in vain, from the words of its error."""
    found = re.search(r"unsupported operand type\(s\) for (.+?): '(\w+)' and '(\w+)'", text)
    if found:
        sign, left, _ = found.groups()
        name = MISSING_METHODS.get(sign.removesuffix("="))
        plain = left in ("int", "float")
        return f"__{'r' if plain else ''}{name}__" if name else ""
    found = re.search(r"bad operand type for unary (\S): '\w+'", text)
    return "__neg__" if found and found[1] == "-" else ""


def error_instead(seen: Evidence, subject: str) -> Found | None:
    """An error where a result is asked for: what its words tell."""
    pairs = seen.pairs()
    if not all(is_failure(got) and not is_failure(right) for right, got in pairs):
        return None
    if len({got["!error"] for _, got in pairs}) > 1:
        return None
    same_text = len({got["text"] for _, got in pairs}) == 1
    error, text = pairs[0][1]["!error"], pairs[0][1]["text"]
    if same_text and error in ("NameError", "UnboundLocalError"):
        return name_without_value(error, text)
    return class_incomplete(seen, error, text) or wrong_operand(error, text, same_text)


def name_without_value(error: str, text: str) -> Found:
    name = (re.findall(r"'(\w+)'", text) or ["a name"])[0]
    if error == "UnboundLocalError":
        return Found(
            "used-before-assigned",
            f"{name} is read before it has a value in this function.",
            f"In which line does {name} get its first value, and is that line reached?",
        )
    return Found(
        "unknown-name",
        f"There is no {name}: it is misspelt, defined in another function, or still to be made.",
        f"Where should {name} come from?",
    )


def class_incomplete(seen: Evidence, error: str, text: str) -> Found | None:
    """A class without a method or attribute, or a method without self."""
    found = re.match(r"'(\w+)' object has no attribute '(\w+)'", text)
    if error == "AttributeError" and found and found[1] == seen.name:
        return Found(
            f"method-missing-{found[2].strip('_').replace('_', '-')}",
            f"The class {seen.name} has no {found[2]}, and the task asks for it.",
            f"Where in the task does {found[2]} stand, and what should it do?",
        )
    if error != "TypeError" or seen.kind != "class":
        return None
    if re.search(r"takes 0 positional arguments but [1-9]", text):
        return Found(
            "self-missing",
            f"Python passes the object itself to a method ({text}).",
            "What is the first parameter of a method?",
        )
    method = operator_missing(text)
    if method:
        return Found(
            f"method-missing-{method.strip('_')}",
            f"Python looked for the method {method} and did not find it ({text}).",
            f"Which of the asked expressions needs {method}?",
        )
    return None


def wrong_operand(error: str, text: str, same_text: bool) -> Found | None:
    """Something was called with, or asked of, what does not know it."""
    if "bad operand type for abs()" in text:
        return Found(
            "abs-of-a-value",
            f"abs() finds no method for it ({text}).",
            "Which of r and −r is positive, and how can you tell?",
        )
    if re.match(r"'(int|float)' object has no attribute '(data|grad|_prev)'", text):
        return Found(
            "number-not-wrapped",
            f"A plain number is treated like a Value ({text}).",
            "Where can a plain number come in, and what has to be made of it first?",
        )
    if error == "TypeError" and "positional argument" in text and same_text:
        return Found(
            "wrong-parameters",
            f"The call does not fit the parameters: {text}.",
            "Compare the line with def, and the call in the task, name by name.",
        )
    return None


# -- right only for some inputs ------------------------------------------------------------------


OPERATIONS = ("+", "-", "*", "/", "**")


def features(case: Any) -> dict[str, bool]:
    """What may be special about a case."""
    xs = [float(x) for x in all_numbers(case)]
    sign = case[0] if isinstance(case, list) and case and isinstance(case[0], str) else ""
    return {
        **{f"the operation {operation}": sign == operation for operation in OPERATIONS},
        "a negative number": any(x < 0 for x in xs),
        "the number 0": any(x == 0 for x in xs),
        "a number such as 0.5": any(x != int(x) for x in xs if math.isfinite(x)),
    }


def all_numbers(case: Any) -> list[float]:
    if isinstance(case, bool):
        return []
    if isinstance(case, int | float):
        return [case]
    inside = case.values() if isinstance(case, dict) else case
    return (
        [x for item in inside for x in all_numbers(item)] if isinstance(case, list | dict) else []
    )


def some_inputs_only(seen: Evidence, subject: str) -> Found | None:
    if seen.kind == "class":  # what is done with it stands in the case, and in other numbers
        return None
    wrong = set(seen.wrong)
    fine = [i for i in range(len(seen.got)) if i not in wrong]
    if len(fine) < 2 or len(wrong) < 2 or not flat(seen.got[min(wrong)]):
        return None
    have = [features(case) for case in seen.cases]
    for feature in have[0]:
        if all(have[i][feature] for i in wrong) and not any(have[i][feature] for i in fine):
            return Found(
                "some-inputs-only",
                f"{subject} is right in all cases without {feature}, and wrong in all others.",
                f"Follow one case with {feature} line by line.",
            )
    return None


DETECTORS = [
    nothing_returned,
    no_value,
    no_tuple,
    endless_result,
    strange_object,
    another_kind_returned,
    text_for_number,
    another_wording,
    wrapped,
    more_than_asked,
    nested,
    empty_list,
    part_of_the_list,
    longer_list,
    turned_table,
    another_order,
    exchanged_parts,
    error_expected,
    error_instead,
    constant,
    sign,
    factor,
    powers,  # a difference that is the same by chance is more common
    added,
    rounded,
    some_inputs_only,
]
