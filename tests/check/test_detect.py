"""General mistakes: each is recognised by what it does to outcomes, and nothing else is said."""

import math

import pytest

from mgrad.check import check, detect
from mgrad.check.detect import Evidence
from mgrad.check.judge import outcomes_equal


def error(name, text="", *kinds):
    return {"!error": name, "kinds": [name, *kinds], "text": text}


def look(right, got, cases=None, kind="function", printed="", returned=("float", "float")):
    count = len(right)
    cases = cases if cases is not None else [[float(i)] for i in range(count)]
    return Evidence(
        "answer", kind, cases, right, got, outcomes_equal, [printed] * count,
        returned if isinstance(returned, list) else [returned] * count,
    )  # fmt: skip


ABC = [1.5, -2.5, 4.25]
LISTS = [[1.0, 2.0, 4.0], [3.0, -1.0, 7.0], [5.0, 6.0, 2.5]]
PAIRS = [[1.0, 2.0], [3.0, -1.0], [5.0, 6.0]]
NONE = ("NoneType", "float")
LENGTHS = [[[1.0] * 2], [[1.0] * 3], [[1.0] * 5]]
REFUSED = [error("ValueError")] * 2
UNBOUND = error("UnboundLocalError", "cannot access local variable 'total'", "NameError")
NO_RADD = error("TypeError", "unsupported operand type(s) for +: 'int' and 'Value'")
NO_NEG = error("TypeError", "bad operand type for unary -: 'Value'")
NO_DATA = error("AttributeError", "'int' object has no attribute 'data'")
NO_PARAMETERS = error("AttributeError", "'answer' object has no attribute 'parameters'")
NO_SELF = error("TypeError", "f() takes 0 positional arguments but 1 was given")
ARGUMENTS = error("TypeError", "f() takes 2 positional arguments but 3 were given")
EXAMPLES = {  # id: evidence that has this mistake and no other
    "printed-not-returned": look(ABC, [None] * 3, printed="1.5\n", returned=NONE),
    "nothing-returned": look(ABC, [None] * 3, returned=NONE),
    "nothing-returned-sometimes": look(
        ABC, [1.5, None, None], returned=[("float", "float"), NONE, NONE]
    ),
    "generator-returned": look(LISTS, [{"!object": "generator"}] * 3),
    "coroutine-returned": look(ABC, [{"!object": "coroutine"}] * 3),
    "function-returned": look(ABC, [{"!object": "function"}] * 3),
    "iterator-returned": look(LISTS, [{"!object": "map"}] * 3),
    "comma-forgotten": look(
        [{"L.data": 8.0}] * 2, [{"parents or local derivatives": "no tuple"}] * 2
    ),
    "endless-result": look(LISTS, [[{"!object": "list", "cut": True}]] * 3),
    "other-object-returned": look(
        ABC, [error("TypeError", "'Fake' object is not iterable")] * 3, returned=("Fake", "Value")
    ),
    "set-returned": look(LISTS, [{"!object": "set"}] * 3),
    "tuple-returned": look(ABC, [error("AttributeError")] * 3, returned=("tuple", "Value")),
    "text-for-number": look(ABC, ["1.5", "-2.5", "slope = 4.25"]),
    "another-wording": look(
        ["converges", "diverges"], ["Converge", "DIVERGES"], returned=("str", "str")
    ),
    "number-for-text": look(["converges", "diverges"], [1.0, 2.0]),
    "list-for-number": look(ABC, [[x] for x in ABC]),
    "number-for-list": look([[1.5], [2.5]], [1.5, 2.5]),
    "more-than-asked": look(ABC, [[7.0, x] for x in ABC]),
    "dictionary-for-list": look(PAIRS, [dict(zip("ab", pair)) for pair in PAIRS]),
    "empty-list": look([["a", "b"], [1.0]], [[], []]),
    "other-brackets": look(LISTS, [[[x] for x in row] for row in LISTS]),
    "first-result-only": look(LISTS, [row[0] for row in LISTS]),
    "last-result-only": look(LISTS, [row[-1] for row in LISTS]),
    "stopped-in-the-loop": look(LISTS, [row[:1] for row in LISTS]),
    "last-entry-missing": look(LISTS, [row[:-1] for row in LISTS]),
    "first-entry-missing": look(LISTS, [row[1:] for row in LISTS]),
    "one-entry-too-many": look(LISTS, [[*row, 9.0] for row in LISTS]),
    "results-exchanged": look(PAIRS, [pair[::-1] for pair in PAIRS]),
    "rows-and-columns-exchanged": look(
        [LISTS, LISTS[:2]], [[list(c) for c in zip(*LISTS)], [list(c) for c in zip(*LISTS[:2])]]
    ),
    "reversed": look(LISTS, [row[::-1] for row in LISTS]),
    "shifted-by-one": look(
        [[*row, 9.0] for row in LISTS], [[*row[1:], 9.0, row[0]] for row in LISTS]
    ),
    "another-order": look([[3.0, 1.0, 2.0, 5.0]], [[1.0, 5.0, 2.0, 3.0]]),
    "assert-for-error": look(REFUSED, [error("AssertionError")] * 2),
    "another-error": look(REFUSED, [error("TypeError")] * 2),
    "error-returned": look(
        REFUSED,
        [error("AttributeError", "'ValueError' object has no attribute 'backward'")] * 2,
        returned=("ValueError", None),
    ),
    "no-error": look(REFUSED, [1.0, 2.0]),
    "unknown-name": look(ABC, [error("NameError", "name 'total' is not defined")] * 3),
    "used-before-assigned": look(ABC, [UNBOUND] * 3),
    "method-missing-radd": look(ABC, [NO_RADD] * 3, kind="class"),
    "method-missing-neg": look(ABC, [NO_NEG] * 3, kind="class"),
    "method-missing-parameters": look(ABC, [NO_PARAMETERS] * 3, kind="class"),
    "self-missing": look(ABC, [NO_SELF] * 3, kind="class"),
    "abs-of-a-value": look(ABC, [error("TypeError", "bad operand type for abs(): 'Value'")] * 3),
    "number-not-wrapped": look(ABC, [NO_DATA] * 3),
    "wrong-parameters": look(ABC, [ARGUMENTS] * 3),
    "example-constant": look(ABC, [1.5] * 3),
    "always-the-same": look(ABC, [7.0] * 3),
    "sign": look(ABC, [-x for x in ABC]),
    "sign-lost": look(ABC, [abs(x) for x in ABC]),
    "percent": look(ABC, [100 * x for x in ABC]),
    "divided-by-hundred": look(ABC, [x / 100 for x in ABC]),
    "doubled": look(ABC, [2 * x for x in ABC]),
    "halved": look(ABC, [x / 2 for x in ABC]),
    "constant-factor": look(ABC, [7 * x for x in ABC]),
    "sum-for-mean": look(ABC, [2 * 1.5, 3 * -2.5, 5 * 4.25], cases=LENGTHS),
    "divided-twice": look(ABC, [1.5 / 2, -2.5 / 3, 4.25 / 5], cases=LENGTHS),
    "n-minus-one": look(ABC, [1.5 * 2 / 1, -2.5 * 3 / 2, 4.25 * 5 / 4], cases=LENGTHS),
    "off-by-one": look([2.0, 5.0, 3.0], [3.0, 6.0, 4.0]),
    "constant-added": look(ABC, [x + 5 for x in ABC]),
    "whole-part-only": look(ABC, [float(math.floor(x)) for x in ABC]),
    "rounded": look([1.2345, 2.3456, 7.7777], [1.23, 2.35, 7.78]),
    "squared": look(ABC, [x * x for x in ABC]),
    "root-taken": look([4.0, 9.0, 2.0], [2.0, 3.0, math.sqrt(2.0)]),
    "some-inputs-only": look(
        [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 0.5, 9.0], cases=[[1.0], [2.0], [-1.0], [-2.0]]
    ),
}


@pytest.mark.parametrize("id", EXAMPLES)
def test_a_general_mistake_is_named(id):
    found = detect.detect(EXAMPLES[id])
    assert found is not None and found.id == id, found
    assert found.explanation.endswith((".", "?")) and found.next_step.endswith((".", "?", ")"))
    assert "!" not in found.explanation + found.next_step


@pytest.mark.parametrize("blind", detect.DETECTORS, ids=lambda detector: detector.__name__)
def test_without_a_detector_some_mistake_has_no_name_any_more(blind, monkeypatch):
    """Each detector earns its place: blinding it is noticed."""
    exchanged = look([{"a": 1.0, "b": 2.0}], [{"a": 2.0, "b": 1.0}])
    in_lists = look(ABC, ["no Value, but list"] * 3, kind="class")
    examples = [*EXAMPLES.items(), ("results-exchanged", exchanged)]
    examples += [("other-object-returned", in_lists)]
    assert detect.detect(exchanged).id == "results-exchanged"
    others = [detector for detector in detect.DETECTORS if detector is not blind]
    monkeypatch.setattr(detect, "DETECTORS", others)
    found = [(id, detect.detect(example)) for id, example in examples]
    assert [id for id, mistake in found if mistake is None or mistake.id != id]


def test_an_answer_that_never_returns_is_told_so_even_where_its_other_work_is_right():
    assert detect.detect(look(ABC, [1.5, None, None], returned=NONE)).id == "nothing-returned"


def test_what_was_not_called_does_not_make_a_return_of_none_occasional():
    returned = [("NoneType", "Value"), (None, None), ("NoneType", "Value")]
    seen = look(ABC, [None, ABC[1], None], returned=returned)
    assert detect.detect(seen).id == "nothing-returned"


def test_a_list_for_a_tuple_is_no_other_kind_of_thing():
    failed = [error("ValueError", "not enough values to unpack")] * 3
    assert detect.detect(look(ABC, failed, returned=("list", "tuple"))) is None


def test_squares_come_before_a_difference_that_is_the_same_by_chance():
    assert detect.detect(look([0.75, 0.25], [0.5625, 0.0625])).id == "squared"


def test_a_parameter_that_stays_where_it_was_is_not_rounded():
    right = [{"data": [0.9], "grad": [4.0]}, {"data": [1.1], "grad": [-5.0]}]
    assert detect.detect(look(right, [row | {"data": [1.0]} for row in right])) is None


def test_a_class_is_told_of_a_method_that_gives_none():
    got = [None, *ABC[1:]]
    found = detect.detect(look(ABC, got, kind="class", returned=(None, None)))
    assert found.id == "nothing-returned" and "method" in found.explanation


def test_an_operation_that_returns_nothing_is_told_so_beside_what_follows_from_it():
    follows = error("TypeError", "unsupported operand type(s) for *: 'NoneType' and 'Value'")
    got = ["no Value, but NoneType", follows, ABC[2]]
    assert detect.detect(look(ABC, got, kind="class")).id == "nothing-returned"


def test_right_outcomes_have_no_mistake():
    assert detect.detect(look(ABC, ABC)) is None
    assert detect.detect(look(LISTS, LISTS)) is None


def test_nothing_is_said_that_does_not_hold_in_every_wrong_case():
    assert detect.detect(look(ABC, [-1.5, 2.5, 4.0])) is None
    assert detect.detect(look(ABC, [3.0, -5.0, 8.0])) is None


def test_right_numbers_beside_a_wrong_text_have_lost_no_sign():
    right = [{"data": 5.0, "_op": "+"}, {"data": 2.0, "_op": "+"}]
    assert detect.detect(look(right, [row | {"_op": ""} for row in right])) is None
    rounded = [{"data": row["data"] * (1 + 1e-8), "_op": ""} for row in right]
    assert detect.detect(look(right, rounded)) is None


def test_a_class_is_not_told_of_numbers_that_only_the_check_knows():
    outcomes = [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 0.5, 9.0]
    assert detect.detect(look(*outcomes, cases=[[1.0], [2.0], [0.0], [0.0]], kind="class")) is None


def test_numbers_under_other_names_and_numbers_that_are_gone_are_not_compared():
    """A space for a dot in a key has lost no sign, and a gradient of 0 is not rounded."""
    assert detect.detect(look([0.42, 0.79], [0.0, 0.0])) is None
    assert detect.detect(look([{".a": 1.0, "al": 2.0}] * 2, [{" a": 1.0, "al": 2.0}] * 2)) is None
    assert detect.detect(look([-0.23, -0.31, 0.4], [0.0, 0.0, 0.0])).id == "always-the-same"
    assert detect.detect(look([-0.23, -0.31], [0.0, 0.0])) is None


def test_what_is_wrong_for_one_operation_only_is_told_so():
    cases = [["+", 1.0, 2.0], ["*", 2.0, 3.0], ["*", 4.0, 2.0], ["+", 5.0, 1.0]]
    found = detect.detect(look([3.0, 6.0, 8.0, 6.0], [3.0, 5.0, 9.0, 6.0], cases))
    assert found.id == "some-inputs-only" and "the operation *" in found.explanation


def test_an_entry_of_a_short_list_is_named_and_no_case_left_out():
    got = [[x, -y] for x, y in PAIRS]
    found = detect.detect(look(PAIRS, got))
    assert found.id == "sign" and "“entry 2”" in found.explanation
    assert detect.detect(look(PAIRS, [*got[:2], error("ValueError")])) is None


def test_a_right_list_that_stands_among_other_results_is_more_than_asked():
    assert detect.detect(look(LISTS, [[row, 7.0] for row in LISTS])).id == "more-than-asked"


def test_lists_of_texts_have_no_numbers_to_be_grouped():
    assert detect.detect(look([["a", "b"]] * 2, [["a", "x"]] * 2)) is None


def test_words_that_a_probe_chose_are_no_other_wording_of_the_answer():
    right, got = ["size 1/√n", "size 1/√n"], ["size 1/n", "size 1"]
    assert detect.detect(look(right, got, returned=("list", "list"))) is None


def test_a_part_of_the_outcome_is_named():
    right = [{"loss": x, "slopes": [x, 2 * x]} for x in ABC]
    got = [{"loss": x, "slopes": [-x, -2 * x]} for x in ABC]
    found = detect.detect(look(right, got))
    assert found.id == "sign" and "“slopes”" in found.explanation


@pytest.mark.parametrize(
    ("answer", "id"),
    [
        (lambda f, x, h: print((f(x + h) - f(x)) / h), "printed-not-returned"),
        (lambda f, x, h: ((f(x + h) - f(x)) / h for _ in range(1)), "generator-returned"),
        (lambda f, x, h: str((f(x + h) - f(x)) / h), "text-for-number"),
        (lambda f, x, h: [(f(x + h) - f(x)) / h], "list-for-number"),
        (lambda f, x, h: 100 * (f(x + h) - f(x)) / h, "percent"),
        (lambda f, x, h: 14.03, "example-constant"),
    ],
)
def test_a_check_names_general_mistakes(answer, id):
    assert check("01.slope", answer).misconception == id


def test_an_answer_that_remembers_calls_is_told_so():
    def slope(f, x, h, seen=[]):  # noqa: B006
        seen.append(x)
        return (f(x + h) - f(x)) / h + (len(seen) > 8)

    assert check("01.slope", slope).misconception == "remembers-calls"


def test_inputs_that_are_changed_come_before_what_that_does_to_the_outcome():
    def mean_squared_error(predictions, targets):
        errors = []
        while predictions:
            errors.append((predictions.pop() - targets.pop()) ** 2)
        return sum(errors) / len(errors)

    assert check("05.squared-error", mean_squared_error).misconception == "inputs-changed"


def test_an_answer_that_changes_what_it_is_given_is_told_so():
    def accuracy(scores, targets):
        right = sum((s > 0) == (t > 0) for s, t in zip(scores, targets)) / len(scores)
        if any(s != s for s in scores):
            return float("nan")
        scores.clear()
        return right

    result = check("06.accuracy", accuracy)
    assert result.misconception == "inputs-changed" and "scores" in result.message
