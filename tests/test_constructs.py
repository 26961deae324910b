"""No lesson uses Python that was not taught before."""

import constructs
import pytest


def test_no_construct_is_used_before_it_is_taught():
    late = {
        construct: f"used in {user.id}, taught in {teacher.id if teacher else 'no cell'}"
        for construct, user, teacher in constructs.inventory(constructs.cells())
        if constructs.too_late(user, teacher)
    }
    assert late == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("[x * x for x in xs]", {"list comprehension"}),
        ("[[w for w in row] for row in rows]", {"comprehension with two loops"}),
        ("sum(x for x in xs if x > 0)", {"generator expression", "comprehension with if"}),
        ('f"{x:.2f}"', {"f-string", "f-string with a format"}),
        ("y = 1 if x > 0 else -1", {"conditional expression"}),
        ("def f(x, h=0.1, *, steps): return x", {"default argument", "keyword-only argument"}),
        ("print(*rows, sep='  ')", {"* unpacking", "sep= or end= of print"}),
        ("for i, (a, b) in enumerate(zip(xs, ys)): pass", {"enumerate", "zip"}),
        ("xs[::2], xs[-1]", {"slice with a step", "negative index"}),
        ("a = 1; b = 2", {"two statements in a line"}),
        ("@property\ndef data(self): ...", {"decorator"}),
        ("with open(path) as file:\n    try: ...\n    except OSError: ...", {"with"}),
        ("(x @ w.T).mean(axis=0, keepdims=True)", {"matrix product @", ".T", "axis="}),
        ("x[:, 0], p[rows, targets], x[x > 0]", {"column of an array", "index with a condition"}),
        ("x[:, None], x.reshape(-1, 1)", {"np.newaxis", "reshape"}),
        ("hasattr(x, 'data'), vars(x)", {"hasattr", "vars"}),
        ("places = np.argsort(np.sqrt(x))", {"np.argsort"}),
    ],
)
def test_a_construct_is_seen_in_code(code, found):
    assert found <= constructs.used(code)
    assert not found & constructs.used("total = 0\nfor x in xs:\n    total = total + f(x)")


def test_a_function_of_a_library_may_be_explained_by_a_comment():
    assert (
        constructs.commented("best = np.argmin(xs)     # the place of the lowest") == "`np.argmin`"
    )
    assert constructs.commented("# each place\nfor p in np.ndindex(shape):\n    np.cos(p)") == (
        "`np.ndindex`"
    )


def cell(place, code="", prose="", box=False):
    return constructs.Cell(place, "", str(place), frozenset(constructs.used(code)), box, prose)


@pytest.mark.parametrize(
    ("before", "after", "late"),
    [
        (cell(0), cell(2), True),
        (cell(0, prose="`zip` walks along two lists"), cell(2), False),
        (cell(0), cell(2, prose="`zip` walks along two lists"), False),
        (cell(0, "zip(a, b)", box=True), cell(2), False),
        (cell(0), cell(3, prose="`zip` walks along two lists"), True),
    ],
)
def test_taught_is_a_box_or_a_text_that_names_it_at_the_latest_right_after(before, after, late):
    rows = list(constructs.inventory([before, cell(1, "zip(xs, ys)"), after]))
    [(user, teacher)] = [row[1:] for row in rows if row[0] == "zip"]
    assert constructs.too_late(user, teacher) is late
