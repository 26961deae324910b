"""Hold every number in the prose of the notebooks against something that computes it.

A number of a text cell is found when it is, within its own rounding,

- a number in the code or the outputs of the same section (the cells under one ``##`` heading) or of
  the one before, or of the whole notebook where the section has no code or the number has three
  digits or more;
- a number of a lesson that its sentence names, or of the one before for a warm-up;
- the result of the sum that stands before it: ``2 · 7 = 14``.

0 to 3, wrong answers of a quiz, dates and references (lesson 6, task 3, Python 3.11) need none.
The other numbers that no cell can show are in ``prose_numbers.txt``, each with its reason.

Usage: python tests/prose_numbers.py [NOTEBOOK ...]
"""

import ast
import html
import operator
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat

ROOT = Path(__file__).parent.parent
ALLOWED = Path(__file__).with_suffix(".txt")

REWRITTEN = [  # LaTeX, superscripts and typography, as Python would write them
    (r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", lambda m: f"**{m[0].translate(SUPERSCRIPTS)}"),
    (r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", r"(\1)/(\2)"),
    (r"\^\{([^{}]*)\}|\^(-?\d+)", lambda m: f"**{m[1] or m[2]}"),
    (r"\\cdot|\\times|·|×", "*"),
    (r"\\left|\\right|\\[,;! ]|\$", " "),
    (r"\{,\}", ","),
    (r"\\?%", "%"),
    ("−", "-"),
]
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
NO_CLAIM = re.compile(  # what has digits and says nothing about a result
    r"\]\([^)]*\)|https?://\S+|<(?!details|summary)[^>]+>|^\*\*(?:Time|Tasks):\*\*.*"
    r"|^\*\*.*Difficulty.*|^#+ [^\n]*? ·|^(?:\[|\*\*)00 start.*|^\*\*Run it\*\*.*|<summary>\d+\."
    r"|\b(?:[Ll]essons?|[Tt]asks?|[Hh]ints?|[Qq]uestions?|Python|[Ee]xercises?|[Pp]oint|[Cc]lass"
    r"|[Ss]tep|PyTorch|NumPy|epoch) \d+(?:\.\d+)*(?![,\d])(?:(?:, | to | and | or )\d+(?![,\d]))*"
    r"|\b\d\d\.[a-z-]+|\[\d\d-[a-z-]+|^ *\d+\. |\*\*\d\.\*\*|\[\d\d [^\]]*|\| \d+ \| (?=[^|\n]*\|$)"
    r"|<summary>[^\n]*</summary>\s*(?!\s|Right)"  # a wrong answer
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{4}|(?<=in )(?:1[6-9]|20)\d\d\b|(?<=[(, ])(?:19|20)\d\d(?=\))",
    re.MULTILINE,
)
SENTENCE_END = re.compile(r"(?<=[.!?)])\s|\n\n|\n\|")
NUMBER = re.compile(
    r"(?P<before>(?:\b[a-z]+|≈)? ?)(?P<sign>(?<![\w)\]%])-)?(?<![\w.])"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?P<decimals>\d+))?(?:e(?P<e>[-+]?\d+))?"
    r"(?: ?\* ?10\*\*(?P<ten>-?\d+)|\*\*(?P<power>-?\d+))?(?![\w])"
    r"(?P<unit> ?%| (?:per cent|thousand|million)\b)?"
)
SCALE = {"%": 0.01, "per cent": 0.01, "thousand": 1e3, "million": 1e6}
ROUNDED = {"about", "around", "roughly", "some", "near", "≈"}
BOUND = {"nearly", "almost", "over", "than", "under", "below", "above", "least", "most", "beyond"}
OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}


@dataclass(frozen=True)
class Number:
    """A number as a text gives it: what is written, its value and how far rounding may be off."""

    text: str
    value: float
    rounding: float
    signed: bool

    def is_given_by(self, value: float) -> bool:
        """Whether a text may write ``value`` like this; a text may leave out a minus sign."""
        value = value if self.signed else abs(value)
        return abs(value - self.value) <= self.rounding + 1e-9 * abs(self.value)


def rewrite(text: str) -> str:
    for pattern, replacement in REWRITTEN:
        text = re.sub(pattern, replacement, text)
    return html.unescape(text)


def numbers(text: str) -> Iterator[tuple[Number, int]]:
    """The numbers of a rewritten text, each with the place at which it begins."""
    for match in NUMBER.finditer(text):
        digits, decimals = match["digits"].replace(",", ""), match["decimals"] or ""
        unit = 10.0 ** -len(decimals)
        value = float(f"{digits}.{decimals or 0}")
        word = match["before"].strip()
        if not decimals and (word in ROUNDED or word in BOUND) and value:
            unit = 10.0 ** (len(digits) - len(digits.rstrip("0")))
        rounding = unit * (1 if word in BOUND else 0.5)
        if not decimals and word not in ROUNDED | BOUND and not match["unit"]:
            rounding = 0.001 * value
        scale = SCALE.get((match["unit"] or "").strip(), 1.0)
        scale *= 10.0 ** int(match["e"] or match["ten"] or 0)
        if match["power"] and not decimals and int(digits) and abs(int(match["power"])) < 300:
            value = value ** int(match["power"])
            rounding = 0.7 * value if digits == "10" else 0.0
        value = -value if match["sign"] else value
        text_of = match[0][len(match["before"]) :].strip()
        yield (
            Number(text_of, value * scale, rounding * scale, bool(match["sign"])),
            match.start() + len(match["before"]),
        )


def evaluate(node: ast.AST) -> float:
    """The value of an expression of numbers.

    Raises:
        ValueError, ArithmeticError: it is something else, or has no value.
    """
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    if isinstance(node, ast.UnaryOp) and type(node.op) in OPERATIONS:
        return OPERATIONS[type(node.op)](evaluate(node.operand))
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        left, right = evaluate(node.left), evaluate(node.right)
        if isinstance(node.op, ast.Pow) and abs(right) > 1000:
            raise ValueError("a power too large to be a number of a text")
        return float(OPERATIONS[type(node.op)](left, right))
    raise ValueError("not an expression of numbers")


def sum_before(text: str, place: int) -> float | None:
    """The value of ``2 * 7`` in ``2 * 7 = 14``, for the place of the 14."""
    found = re.search(r"([-+*/().\d ]*\d[-+*/().\d ]*)[=≈] *$", text[:place].replace(",", ""))
    if found is None:
        return None
    try:
        return evaluate(ast.parse(found[1].strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError):
        return None


def computed(source: str) -> Iterator[float]:
    """The values of the sums of constants in code: ``2**50``."""
    source = re.sub(r"^\s*[%!].*", "", source, flags=re.MULTILINE)
    try:
        tree = ast.parse(source)
    except SyntaxError:  # code with a hole in it
        return
    for node in ast.walk(tree):
        try:
            yield float(evaluate(node))
        except (ValueError, ArithmeticError):
            continue


def shown(cell) -> set[float]:
    """The numbers in the code and the outputs of a cell, and in the code that a text quotes."""
    if cell.cell_type == "markdown":
        texts = re.findall(r"```.*?```", cell.source, re.DOTALL)
        return {number.value for text in texts for number, _ in numbers(rewrite(text))}
    texts, values = [cell.source], set(computed(cell.source))
    for output in cell.outputs:
        data = output.get("data", {})
        texts += [output.get("text", ""), "\n".join(output.get("traceback", []))]
        texts += [data.get(kind, "") for kind in ("text/plain", "text/latex")]
        texts += re.findall(r'alt="([^"]*)"', data.get("text/html", ""))
        texts.append(re.sub(r"<style.*?</style>|<[^>]*>", " ", data.get("text/html", "")))
    return values | {number.value for text in texts for number, _ in numbers(rewrite(text))}


@cache
def read(path: Path):
    return nbformat.read(path, as_version=4)


@cache
def shown_by_cells(path: Path) -> dict[str, set[float]]:
    return {cell.id: shown(cell) for cell in read(path).cells}


@cache
def all_shown(path: Path) -> frozenset[float]:
    return frozenset().union(*shown_by_cells(path).values())


def sentences_with(number: Number, source: str) -> str:
    """The sentences of a text in which a number stands; a warm-up asks about one lesson."""
    if source.startswith("## Warm-up"):
        return source
    digits = re.search(r"\d(?:[\d.,]*\d)?", number.text)[0]
    return " ".join(part for part in SENTENCE_END.split(source) if digits in part)


def lessons_named(source: str, path: Path) -> Iterator[Path]:
    """The other lessons whose numbers a text may use."""
    named = re.findall(r"\b[Ll]essons? (\d+)(?:(?:, | and | to | or )(\d+))?", source)
    named = {number for pair in named for number in pair if number}
    if path.parent.name == "solutions":
        named.add(str(int(path.name[:2])))
    if source.startswith("## Warm-up"):
        named.add(str(int(path.name[:2]) - 1))
    for number in sorted(named):
        yield from (ROOT / "notebooks").glob(f"{int(number):02}-*.ipynb")


def sections(path: Path) -> Iterator[list]:
    """The cells under each ``##`` heading."""
    section = []
    for cell in read(path).cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## ") and section:
            yield section
            section = []
        section.append(cell)
    yield section


def unmatched(path: Path) -> Iterator[tuple[str, str, str]]:
    """The cell, the number and the words around it, for each number that nothing shows."""
    before = set()
    for section in sections(path):
        here = set().union(*(shown_by_cells(path)[cell.id] for cell in section))
        near, before = here | before, here
        whole = not any(cell.cell_type == "code" for cell in section)
        for cell in section:
            if cell.cell_type != "markdown":
                continue
            text = NO_CLAIM.sub(" ", re.sub(r"```.*?```", " ", cell.source, flags=re.DOTALL))
            text = rewrite(text)
            for number, place in numbers(text):
                if number.value in (0, 1, 2, 3):
                    continue
                long = len(re.sub(r"\D|^0+", "", number.text)) >= 3
                lessons = lessons_named(sentences_with(number, cell.source), path)
                there = set().union(*(all_shown(lesson) for lesson in lessons))
                sources = near | there | (all_shown(path) if whole or long else set())
                result = sum_before(text, place)
                sources = sources if result is None else sources | {result}
                if not any(number.is_given_by(value) for value in sources):
                    around = text[max(0, place - 50) : place + 30]
                    yield cell.id, number.text, " ".join(around.split())


def allowed() -> dict[tuple[str, str], str]:
    """The numbers that no cell can show, ``{(cell, number): reason}``."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    reasons = {}
    for cell, numbers, reason in (line.split(" | ") for line in lines if " | " in line):
        reasons |= {(cell, number): reason for number in numbers.split("; ")}
    return reasons


def main(names: list[str]) -> None:
    """Print the numbers of the notebooks that have neither a source nor a reason."""
    excused = allowed()
    for name in names or sorted([*ROOT.glob("notebooks/[0-9]*"), *ROOT.glob("solutions/*.ipynb")]):
        for cell, number, around in unmatched(Path(name).resolve()):
            if (cell, number) not in excused:
                print(f"{cell} | {number} | ... {around} ...")


if __name__ == "__main__":
    main(sys.argv[1:])
