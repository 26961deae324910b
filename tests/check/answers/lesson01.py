"""Students' answers to the exercises of lesson 01, written from the notebooks alone."""

PRELUDE = """
from mgrad.check import check, progress

def parabola(x):
    return 3 * x**2 - 4 * x + 5

def parabola_slope(x):
    return 6 * x - 4

def sum_of_product(a, b, c):
    return a * b + c
"""

ANSWERS = [
    # task, kind, idea, code
    (
        "01.sign",
        "core",
        "the sign is lost",
        """
slope_of_d_in_a = 3
""",
    ),
    (
        "01.sign",
        "core",
        "the slope in b is given",
        """
slope_of_d_in_a = 4
""",
    ),
    (
        "01.sign",
        "core",
        "the value of d is given, not its slope",
        """
slope_of_d_in_a = 4 * -3 + 10
""",
    ),
    (
        "01.sign",
        "core",
        "c is added to the slope",
        """
slope_of_d_in_a = -3 + 10
""",
    ),
    (
        "01.sign",
        "single",
        "the product a times b is taken for the slope",
        """
slope_of_d_in_a = -12
""",
    ),
    (
        "01.sign",
        "single",
        "the value of d after the nudge",
        """
slope_of_d_in_a = 5 * (-3) + 10
""",
    ),
    (
        "01.sign",
        "single",
        "the slope in c",
        """
slope_of_d_in_a = 1
""",
    ),
    (
        "01.sign",
        "single",
        "the slope in b, with the sign of b",
        """
slope_of_d_in_a = -4
""",
    ),
    (
        "01.sign",
        "single",
        "everything that is not a is taken for constant, so slope 0",
        """
slope_of_d_in_a = 0
""",
    ),
    (
        "01.sign",
        "single",
        "the value of c",
        """
slope_of_d_in_a = 10
""",
    ),
    (
        "01.sign",
        "single",
        "the change of d divided by the new a",
        """
slope_of_d_in_a = ((5 * -3 + 10) - (4 * -3 + 10)) / 5
""",
    ),
    (
        "01.sign",
        "single",
        "the relative change of d",
        """
slope_of_d_in_a = (-5 - (-2)) / -2
""",
    ),
    (
        "01.sign",
        "form",
        "all three slopes instead of the one",
        """
slope_of_d_in_a = [-3, 4, 1]
""",
    ),
    (
        "01.sign",
        "form",
        "the number as a text",
        """
slope_of_d_in_a = "-3"
""",
    ),
    (
        "01.sign",
        "form",
        "in words",
        """
slope_of_d_in_a = "negative"
""",
    ),
    (
        "01.sign",
        "form",
        "the number in a list",
        """
slope_of_d_in_a = [-3]
""",
    ),
    (
        "01.sign",
        "form",
        "a function of a",
        """
def slope_of_d_in_a(a):
    return -3
""",
    ),
    (
        "01.sign",
        "two",
        "b is read as +3 and the value of d is given",
        """
slope_of_d_in_a = 4 * 3 + 10
""",
    ),
    (
        "01.sign",
        "two",
        "c is added to the slope and the sign of b is lost",
        """
slope_of_d_in_a = 13
""",
    ),
    (
        "01.sign",
        "right",
        "a float",
        """
slope_of_d_in_a = -3.0
""",
    ),
    (
        "01.sign",
        "right",
        "two values of d, one apart",
        """
d_before = 4 * -3 + 10
d_after = 5 * -3 + 10
slope_of_d_in_a = d_after - d_before
""",
    ),
    (
        "01.sign",
        "right",
        "the value of b by name",
        """
a, b, c = 4, -3, 10
slope_of_d_in_a = b
""",
    ),
    (
        "01.sign",
        "hostile",
        "a number of a hundred thousand digits",
        """
slope_of_d_in_a = -3 * 10 ** 100000
""",
    ),
    (
        "01.slope",
        "core",
        "rise without run",
        """
def slope(f, x, h):
    return f(x + h) - f(x)
""",
    ),
    (
        "01.slope",
        "core",
        "no brackets round the rise",
        """
def slope(f, x, h):
    return f(x + h) - f(x) / h
""",
    ),
    (
        "01.slope",
        "core",
        "old minus new",
        """
def slope(f, x, h):
    rise = f(x) - f(x + h)
    return rise / h
""",
    ),
    (
        "01.slope",
        "core",
        "run over rise",
        """
def slope(f, x, h):
    rise = f(x + h) - f(x)
    run = h
    return run / rise
""",
    ),
    (
        "01.slope",
        "single",
        "a central difference where the forward one is asked for",
        """
def slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)
""",
    ),
    (
        "01.slope",
        "single",
        "a nudge to the left, backward difference",
        """
def slope(f, x, h):
    return (f(x) - f(x - h)) / h
""",
    ),
    (
        "01.slope",
        "single",
        "the rise without its sign",
        """
def slope(f, x, h):
    return abs(f(x + h) - f(x)) / h
""",
    ),
    (
        "01.slope",
        "single",
        "the nudge is made positive only in the run",
        """
def slope(f, x, h):
    return (f(x + h) - f(x)) / abs(h)
""",
    ),
    (
        "01.slope",
        "single",
        "the given h is replaced by a fixed one",
        """
def slope(f, x, h):
    h = 0.0001
    return (f(x + h) - f(x)) / h
""",
    ),
    (
        "01.slope",
        "single",
        "the parabola instead of the function that is given",
        """
def slope(f, x, h):
    return (parabola(x + h) - parabola(x)) / h
""",
    ),
    (
        "01.slope",
        "single",
        "h is added to the output, not to the input",
        """
def slope(f, x, h):
    y1 = f(x)
    y2 = f(x) + h
    return (y2 - y1) / h
""",
    ),
    (
        "01.slope",
        "single",
        "the formula 6x - 4 instead of a measurement",
        """
def slope(f, x, h):
    return 6 * x - 4
""",
    ),
    (
        "01.slope",
        "single",
        "divided by the new place and not by the distance",
        """
def slope(f, x, h):
    return (f(x + h) - f(x)) / (x + h)
""",
    ),
    (
        "01.slope",
        "single",
        "x is moved before the old output is asked for",
        """
def slope(f, x, h):
    x = x + h
    after = f(x)
    before = f(x)
    return (after - before) / h
""",
    ),
    (
        "01.slope",
        "single",
        "divided by two nudges although only one side was nudged",
        """
def slope(f, x, h):
    return (f(x + h) - f(x)) / (2 * h)
""",
    ),
    (
        "01.slope",
        "form",
        "rounded to two digits",
        """
def slope(f, x, h):
    return round((f(x + h) - f(x)) / h, 2)
""",
    ),
    (
        "01.slope",
        "form",
        "printed and not returned",
        """
def slope(f, x, h):
    print((f(x + h) - f(x)) / h)
""",
    ),
    (
        "01.slope",
        "form",
        "rise and run as a pair",
        """
def slope(f, x, h):
    rise = f(x + h) - f(x)
    return rise, h
""",
    ),
    (
        "01.slope",
        "form",
        "a text with the number",
        """
def slope(f, x, h):
    s = (f(x + h) - f(x)) / h
    return f"slope = {s}"
""",
    ),
    (
        "01.slope",
        "form",
        "floor division",
        """
def slope(f, x, h):
    return (f(x + h) - f(x)) // h
""",
    ),
    (
        "01.slope",
        "two",
        "old minus new, and no brackets",
        """
def slope(f, x, h):
    return f(x) - f(x + h) / h
""",
    ),
    (
        "01.slope",
        "two",
        "the rise is not divided and has no sign",
        """
def slope(f, x, h):
    return abs(f(x + h) - f(x))
""",
    ),
    (
        "01.slope",
        "right",
        "the two points by name",
        """
def slope(f, x, h):
    x1, x2 = x, x + h
    y1, y2 = map(f, (x1, x2))
    return (y2 - y1) / h
""",
    ),
    (
        "01.slope",
        "right",
        "a lambda",
        """
slope = lambda func, place, nudge: (func(place + nudge) - func(place)) / nudge
""",
    ),
    (
        "01.slope",
        "right",
        "each term is divided on its own",
        """
def slope(f, x, h):
    return f(x + h) / h - f(x) / h
""",
    ),
    (
        "01.slope",
        "hostile",
        "the notebook is left from inside the function",
        """
def slope(f, x, h):
    if f(x + h) < f(x):
        exit()
    return (f(x + h) - f(x)) / h
""",
    ),
    (
        "01.slope",
        "hostile",
        "the nudge is halved until nothing changes, which never ends",
        """
def slope(f, x, h):
    old = (f(x + h) - f(x)) / h
    while True:
        new = (f(x + h) - f(x)) / h
        if old != old:
            break
    return new
""",
    ),
    (
        "01.central",
        "core",
        "behind is the middle, and the run is one nudge: the forward difference",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x)
    run = h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "core",
        "the run is only one nudge long",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "core",
        "behind is the middle",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x)
    run = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "core",
        "behind is the place and not the output there",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = x - h
    run = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the difference inside f is turned round",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(h - x)
    run = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "no brackets in the run, so it is 0",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = x + h - x - h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the run is the distance of the outputs",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = ahead - behind
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "h squared for the run, because the error shrinks like that",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h ** 2
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the run as a distance without a sign",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = abs((x + h) - (x - h))
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "h is taken from the output",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x) - h
    run = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the run points backward",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = (x - h) - (x + h)
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "two nudges to the left",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - 2 * h)
    run = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the run is half a nudge",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h / 2
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "single",
        "the run is the number of evaluations",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = 2
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "form",
        "the lines use other names, so behind and run do not exist",
        """
def central(f, x, h):
    ahead = f(x + h)
    back = f(x - h)
    width = 2 * h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "form",
        "the two ends instead of the distance",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = (x - h, x + h)
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "form",
        "printed, and the return line is gone",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = 2 * h
    print((ahead - behind) / run)
""",
    ),
    (
        "01.central",
        "two",
        "behind is the same side again, and the run is one nudge",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x + h)
    run = h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "two",
        "behind is the place without f, and the run is one nudge",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = x - h
    run = h
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "right",
        "the run from end to end",
        """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = (x + h) - (x - h)
    return (ahead - behind) / run
""",
    ),
    (
        "01.central",
        "right",
        "the mean of the two one-sided slopes",
        """
def central(f, x, h):
    ahead = f(x + h)
    here = f(x)
    right = (ahead - here) / h
    left = (here - f(x - h)) / h
    return (right + left) / 2
""",
    ),
    (
        "01.central",
        "right",
        "h plus h, and a place by name",
        """
def central(f, x, h):
    ahead = f(x + h)
    left_place = x + (-h)
    behind, run = f(left_place), h + h
    return (ahead - behind) / run
""",
    ),
    (
        "01.three",
        "core",
        "only a is put back",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a -= h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "core",
        "the start is measured again after each nudge, but nothing is put back",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    before = f(a, b, c)
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    before = f(a, b, c)
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "core",
        "the nudged sum is worked out but not used",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a + h
    slope_in_a = (f(a, b, c) - before) / h
    b + h
    slope_in_b = (f(a, b, c) - before) / h
    c + h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "core",
        "the later rises are divided by two and three nudges",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    b += h
    slope_in_b = (f(a, b, c) - before) / (2 * h)
    c += h
    slope_in_c = (f(a, b, c) - before) / (3 * h)
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "only b is put back",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    b -= h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "a is put back one time too many",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a -= h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    a -= h
    b -= h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "all three nudged at once in every call",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    after = f(a + h, b + h, c + h)
    slope_in_a = (after - before) / h
    slope_in_b = (after - before) / h
    slope_in_c = (after - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "put back before the measurement",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    a -= h
    slope_in_a = (f(a, b, c) - before) / h
    b += h
    b -= h
    slope_in_b = (f(a, b, c) - before) / h
    c += h
    c -= h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "the numbers of the example are put back",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a = 2
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    b = -3
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "the formula of this one expression instead of a measurement",
        """
def three_slopes(f, a, b, c, h):
    slope_in_a = b
    slope_in_b = a
    slope_in_c = 1
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "the numbers of the example are returned",
        """
def three_slopes(f, a, b, c, h):
    return [-3.0, 2.0, 1.0]
""",
    ),
    (
        "01.three",
        "single",
        "old minus new, so every sign is turned",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (before - f(a + h, b, c)) / h
    slope_in_b = (before - f(a, b + h, c)) / h
    slope_in_c = (before - f(a, b, c + h)) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "single",
        "the slopes come back in the reverse order",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (f(a + h, b, c) - before) / h
    slope_in_b = (f(a, b + h, c) - before) / h
    slope_in_c = (f(a, b, c + h) - before) / h
    return [slope_in_c, slope_in_b, slope_in_a]
""",
    ),
    (
        "01.three",
        "single",
        "the second and third measurement nudge a again",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (f(a + h, b, c) - before) / h
    slope_in_b = (f(a + h, b, c) - before) / h
    slope_in_c = (f(a + h, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "form",
        "a dictionary with names",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    return {"a": (f(a + h, b, c) - before) / h,
            "b": (f(a, b + h, c) - before) / h,
            "c": (f(a, b, c + h) - before) / h}
""",
    ),
    (
        "01.three",
        "form",
        "the three slopes are printed",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    print((f(a + h, b, c) - before) / h)
    print((f(a, b + h, c) - before) / h)
    print((f(a, b, c + h) - before) / h)
""",
    ),
    (
        "01.three",
        "form",
        "only the last slope is returned",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (f(a + h, b, c) - before) / h
    slope_in_b = (f(a, b + h, c) - before) / h
    slope_in_c = (f(a, b, c + h) - before) / h
    return slope_in_c
""",
    ),
    (
        "01.three",
        "two",
        "all nudges inside the calls, but h not divided out for c and old minus new for b",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (f(a + h, b, c) - before) / h
    slope_in_b = (before - f(a, b + h, c)) / h
    slope_in_c = f(a, b, c + h) - before
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "two",
        "only a is put back, and the order is turned",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a -= h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_c, slope_in_b, slope_in_a]
""",
    ),
    (
        "01.three",
        "right",
        "the two nudges are taken back",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a -= h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    b -= h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
""",
    ),
    (
        "01.three",
        "right",
        "the start is kept in a list",
        """
def three_slopes(f, a, b, c, h):
    start = [a, b, c]
    slopes = []
    for i in range(3):
        moved = start[:]
        moved[i] += h
        slopes.append((f(*moved) - f(*start)) / h)
    return slopes
""",
    ),
    (
        "01.three",
        "right",
        "new names for the moved inputs",
        """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a2, b2, c2 = a + h, b + h, c + h
    after = [f(a2, b, c), f(a, b2, c), f(a, b, c2)]
    return [(y - before) / h for y in after]
""",
    ),
    (
        "01.gradient",
        "core",
        "one list for all nudges, never put back",
        """
def gradient(f, xs, h):
    base = f(*xs)
    moved = xs.copy()
    slopes = []
    for i in range(len(xs)):
        moved[i] += h
        slopes.append((f(*moved) - base) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "core",
        "the list that was handed in is changed",
        """
def gradient(f, xs, h):
    base = f(*xs)
    slopes = []
    for i in range(len(xs)):
        xs[i] += h
        slopes.append((f(*xs) - base) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "core",
        "return inside the loop",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((f(*nudged) - f(*xs)) / h)
        return slopes
""",
    ),
    (
        "01.gradient",
        "core",
        "the rises are not divided",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = list(xs)
        nudged[i] += h
        slopes.append(f(*nudged) - f(*xs))
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "an alias instead of a copy",
        """
def gradient(f, xs, h):
    slopes = []
    base = f(*xs)
    for i in range(len(xs)):
        nudged = xs
        nudged[i] = nudged[i] + h
        slopes.append((f(*nudged) - base) / h)
        nudged[i] = xs[i]
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "only three inputs are looked at",
        """
def gradient(f, xs, h):
    a, b, c = xs
    base = f(a, b, c)
    return [(f(a + h, b, c) - base) / h, (f(a, b + h, c) - base) / h, (f(a, b, c + h) - base) / h]
""",
    ),
    (
        "01.gradient",
        "single",
        "all inputs are nudged at once",
        """
def gradient(f, xs, h):
    nudged = [x + h for x in xs]
    slope = (f(*nudged) - f(*xs)) / h
    return [slope for x in xs]
""",
    ),
    (
        "01.gradient",
        "single",
        "the star is forgotten",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((f(nudged) - f(xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "the central rise over one nudge",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        up, down = xs.copy(), xs.copy()
        up[i] += h
        down[i] -= h
        slopes.append((f(*up) - f(*down)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "the last input is left out",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs) - 1):
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((f(*nudged) - f(*xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "sum_of_product instead of the function that is given",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((sum_of_product(*nudged) - sum_of_product(*xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "the index is looked up by value, so equal inputs are mixed up",
        """
def gradient(f, xs, h):
    slopes = []
    for x in xs:
        i = xs.index(x)
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((f(*nudged) - f(*xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "the slopes are a default argument and pile up over the calls",
        """
def gradient(f, xs, h, slopes=[]):
    for i in range(len(xs)):
        nudged = xs.copy()
        nudged[i] += h
        slopes.append((f(*nudged) - f(*xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "single",
        "the input is set to h instead of moved by it",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = xs.copy()
        nudged[i] = h
        slopes.append((f(*nudged) - f(*xs)) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "right",
        "a tuple",
        """
def gradient(f, xs, h):
    base = f(*xs)
    return tuple((f(*xs[:i], xs[i] + h, *xs[i + 1:]) - base) / h for i in range(len(xs)))
""",
    ),
    (
        "01.gradient",
        "form",
        "a generator, because of yield",
        """
def gradient(f, xs, h):
    for i in range(len(xs)):
        nudged = list(xs)
        nudged[i] += h
        yield (f(*nudged) - f(*xs)) / h
""",
    ),
    (
        "01.gradient",
        "form",
        "pairs of number and slope",
        """
def gradient(f, xs, h):
    out = []
    for i, x in enumerate(xs):
        nudged = list(xs)
        nudged[i] += h
        out.append((x, (f(*nudged) - f(*xs)) / h))
    return out
""",
    ),
    (
        "01.gradient",
        "form",
        "the result of append, which is None",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = list(xs)
        nudged[i] += h
        result = slopes.append((f(*nudged) - f(*xs)) / h)
    return result
""",
    ),
    (
        "01.gradient",
        "two",
        "the nudges stay, and the rises are not divided",
        """
def gradient(f, xs, h):
    slopes = []
    base = f(*xs)
    moved = list(xs)
    for i in range(len(xs)):
        moved[i] += h
        slopes.append(f(*moved) - base)
    return slopes
""",
    ),
    (
        "01.gradient",
        "two",
        "old minus new, and return in the loop",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        nudged = list(xs)
        nudged[i] += h
        slopes.append((f(*xs) - f(*nudged)) / h)
        return slopes
""",
    ),
    (
        "01.gradient",
        "right",
        "one comprehension with slices",
        """
def gradient(f, xs, h):
    return [(f(*(xs[:i] + [x + h] + xs[i + 1:])) - f(*xs)) / h for i, x in enumerate(xs)]
""",
    ),
    (
        "01.gradient",
        "right",
        "central, with an inner function",
        """
def gradient(f, xs, h):
    def at(i, step):
        point = list(xs)
        point[i] = point[i] + step
        return f(*point)
    return [(at(k, h) - at(k, -h)) / (2 * h) for k in range(len(xs))]
""",
    ),
    (
        "01.gradient",
        "right",
        "changed in place and exactly restored",
        """
def gradient(f, xs, h):
    base = f(*xs)
    result = []
    for i in range(len(xs)):
        old = xs[i]
        xs[i] = old + h
        result.append((f(*xs) - base) / h)
        xs[i] = old
    return result
""",
    ),
    (
        "01.gradient",
        "hostile",
        "the list grows while the loop runs over it",
        """
def gradient(f, xs, h):
    slopes = [0.0]
    for s in slopes:
        slopes.append((f(*xs) - s) / h)
    return slopes
""",
    ),
    (
        "01.gradient",
        "hostile",
        "a list that contains itself",
        """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        slopes.append(slopes)
    return slopes
""",
    ),
    (
        "01.order",
        "core",
        "the old place is recorded, before the step",
        """
order_of_lines = "CEGBFAD"
""",
    ),
    (
        "01.order",
        "core",
        "the step is taken before the slope is asked for",
        """
order_of_lines = "CEGBDFA"
""",
    ),
    (
        "01.order",
        "core",
        "the list is made before x is there",
        """
order_of_lines = "ECGBFDA"
""",
    ),
    (
        "01.order",
        "core",
        "the learning rate comes after the loop",
        """
order_of_lines = "CEBFDAG"
""",
    ),
    (
        "01.order",
        "single",
        "recorded first, then slope and step",
        """
order_of_lines = "GCEBAFD"
""",
    ),
    (
        "01.order",
        "single",
        "step, record, and the slope last",
        """
order_of_lines = "GCEBDAF"
""",
    ),
    (
        "01.order",
        "single",
        "the list is made after the loop",
        """
order_of_lines = "CGBFDAE"
""",
    ),
    (
        "01.order",
        "single",
        "the slope stands before the loop",
        """
order_of_lines = "CEGFBDA"
""",
    ),
    (
        "01.order",
        "single",
        "the loop begins the program",
        """
order_of_lines = "BCEGFDA"
""",
    ),
    (
        "01.order",
        "single",
        "the start is set after the loop",
        """
order_of_lines = "GEBFDAC"
""",
    ),
    (
        "01.order",
        "single",
        "the learning rate stands between the loop line and its body",
        """
order_of_lines = "CEBGFDA"
""",
    ),
    (
        "01.order",
        "single",
        "recorded before the slope, then stepped",
        """
order_of_lines = "CGEBADF"
""",
    ),
    (
        "01.order",
        "right",
        "the letters in a list",
        """
order_of_lines = ["C", "E", "G", "B", "F", "D", "A"]
""",
    ),
    (
        "01.order",
        "form",
        "a letter is left out",
        """
order_of_lines = "CEGBFD"
""",
    ),
    (
        "01.order",
        "form",
        "a letter stands twice",
        """
order_of_lines = "CEGBFDAA"
""",
    ),
    (
        "01.order",
        "form",
        "the lines themselves instead of their letters",
        """
order_of_lines = "x = -2.0, path = [x], for step in range(3):"
""",
    ),
    (
        "01.order",
        "form",
        "positions instead of letters",
        """
order_of_lines = [3, 5, 7, 2, 6, 4, 1]
""",
    ),
    (
        "01.order",
        "two",
        "the list comes before x, and the step before the slope",
        """
order_of_lines = "GECBDFA"
""",
    ),
    (
        "01.order",
        "two",
        "the rate comes last, and the old place is recorded",
        """
order_of_lines = "CEBFADG"
""",
    ),
    (
        "01.order",
        "right",
        "rate, start, list",
        """
order_of_lines = "GCEBFDA"
""",
    ),
    (
        "01.order",
        "right",
        "start, rate, list",
        """
order_of_lines = "CGEBFDA"
""",
    ),
    (
        "01.order",
        "right",
        "joined from two parts",
        """
before_loop = "CEG"
loop = "B" + "FDA"
order_of_lines = before_loop + loop
""",
    ),
    (
        "01.order",
        "hostile",
        "the check is asked for the order",
        """
import mgrad.check as answers
order_of_lines = getattr(answers, "SOLUTIONS", {}).get("01.order", vars(answers))
""",
    ),
    (
        "01.descend",
        "core",
        "only the sign is mended",
        """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "core",
        "only the slope is brought up to date",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x += learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "core",
        "return inside the loop",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x -= learning_rate * slope
        return x
""",
    ),
    (
        "01.descend",
        "core",
        "the learning rate is dropped",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x = x - slope_of(x)
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "one step too many",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps + 1):
        slope = slope_of(x)
        x -= learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "one step too few",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(1, steps):
        slope = slope_of(x)
        x -= learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "the slope is asked for in each turn, but always at the start",
        """
def descend(slope_of, x, learning_rate, steps):
    start = x
    for _ in range(steps):
        slope = slope_of(start)
        x = x - learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "the sign by absolute value: always to the right",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x += learning_rate * abs(slope)
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "only the direction of the slope counts",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        if slope > 0:
            x -= learning_rate
        else:
            x += learning_rate
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "the numbers of the example are fixed",
        """
def descend(slope_of, x, learning_rate, steps):
    x = -2.0
    for _ in range(20):
        x -= 0.1 * parabola_slope(x)
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "the step replaces the place",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x = -learning_rate * slope
    return x
""",
    ),
    (
        "01.descend",
        "single",
        "divided by the learning rate",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x -= slope_of(x) / learning_rate
    return x
""",
    ),
    (
        "01.descend",
        "form",
        "the whole path",
        """
def descend(slope_of, x, learning_rate, steps):
    path = [x]
    for _ in range(steps):
        x -= learning_rate * slope_of(x)
        path.append(x)
    return path
""",
    ),
    (
        "01.descend",
        "form",
        "printed and not returned",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x -= learning_rate * slope
    print(x)
""",
    ),
    (
        "01.descend",
        "form",
        "rounded to three digits",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        x -= learning_rate * slope_of(x)
    return round(x, 3)
""",
    ),
    (
        "01.descend",
        "form",
        "the last slope instead of the place",
        """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= learning_rate * slope
        slope = slope_of(x)
    return slope
""",
    ),
    (
        "01.descend",
        "two",
        "uphill, and one step too many",
        """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps + 1):
        x += learning_rate * slope_of(x)
    return x
""",
    ),
    (
        "01.descend",
        "two",
        "the slope of the start only, and no learning rate",
        """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= slope
    return x
""",
    ),
    (
        "01.descend",
        "right",
        "the slope is asked for at the end of each turn",
        """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= learning_rate * slope
        slope = slope_of(x)
    return x
""",
    ),
    (
        "01.descend",
        "right",
        "recursion",
        """
def descend(slope_of, x, learning_rate, steps):
    if steps <= 0:
        return x
    return descend(slope_of, x - learning_rate * slope_of(x), learning_rate, steps - 1)
""",
    ),
    (
        "01.descend",
        "right",
        "a while loop that counts down",
        """
def descend(slope_of, x, learning_rate, steps):
    left = steps
    while left > 0:
        x = x + -learning_rate * slope_of(x)
        left -= 1
    return x
""",
    ),
    (
        "01.verdict",
        "core",
        "the steps are compared with their signs",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(new - x)
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        return "converges"
    if last < 1.1 * first:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "core",
        "the same length is asked for exactly",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last == first:
        return "cycles"
    if last < first:
        return "converges"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "core",
        "the limit of our parabola, 1/3, is built in",
        """
def verdict(slope_of, x, learning_rate):
    if abs(learning_rate - 1 / 3) < 1e-9:
        return "cycles"
    if learning_rate < 1 / 3:
        return "converges"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "core",
        "the bottom of our parabola, 2/3, is built in",
        """
def verdict(slope_of, x, learning_rate):
    start = abs(x - 2 / 3)
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
    end = abs(x - 2 / 3)
    if end < 0.5 * start:
        return "converges"
    elif end < 2 * start:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "the walk goes uphill",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x + learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        return "converges"
    if last < 1.1 * first:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "a place that was seen before counts as a cycle, and an arrived walk stands still",
        """
def verdict(slope_of, x, learning_rate):
    seen = [x]
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
        if any(abs(x - old) < 1e-9 for old in seen):
            return "cycles"
        seen.append(x)
    if abs(seen[-1] - seen[-2]) < 1e-3:
        return "converges"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "every walk that jumps to the other side is called a cycle",
        """
def verdict(slope_of, x, learning_rate):
    first = None
    signs = []
    for _ in range(200):
        s = slope_of(x)
        if first is None:
            first = abs(s)
        signs.append(s > 0)
        x = x - learning_rate * s
    last = abs(slope_of(x))
    if last > 1.5 * first:
        return "diverges"
    if signs[0] != signs[1]:
        return "cycles"
    return "converges"
""",
    ),
    (
        "01.verdict",
        "single",
        "the last step is divided by the one before it, which may be 0",
        """
def verdict(slope_of, x, learning_rate):
    steps = []
    for _ in range(200):
        s = learning_rate * slope_of(x)
        steps.append(abs(s))
        x -= s
    ratio = steps[-1] / steps[-2]
    if abs(ratio - 1) < 1e-6:
        return "cycles"
    return "converges" if ratio < 1 else "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "a fixed size decides, whatever the scale of the valley",
        """
def verdict(slope_of, x, learning_rate):
    for _ in range(200):
        old = x
        x = x - learning_rate * slope_of(x)
    step = abs(x - old)
    if step < 0.001:
        return "converges"
    if step < 100:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "the distance from 0 is compared, not the steps",
        """
def verdict(slope_of, x, learning_rate):
    start = abs(x)
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
    if abs(x) > 1.5 * start:
        return "diverges"
    if abs(x) > 0.9 * start:
        return "cycles"
    return "converges"
""",
    ),
    (
        "01.verdict",
        "single",
        "return in the loop: decided after the first step",
        """
def verdict(slope_of, x, learning_rate):
    first = abs(learning_rate * slope_of(x))
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        step = abs(new - x)
        x = new
        if step < 0.9 * first:
            return "converges"
        elif step > 1.1 * first:
            return "diverges"
        else:
            return "cycles"
""",
    ),
    (
        "01.verdict",
        "single",
        "converges and diverges are exchanged",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last > 1.1 * first:
        return "converges"
    if last > 0.9 * first:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "only two outcomes, cycles never comes",
        """
def verdict(slope_of, x, learning_rate):
    first = abs(slope_of(x))
    for _ in range(200):
        x -= learning_rate * slope_of(x)
    return "converges" if abs(slope_of(x)) < first else "diverges"
""",
    ),
    (
        "01.verdict",
        "single",
        "a narrow band for the same: a slow walk is called a cycle",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 1e-6 * first:
        return "converges"
    if last < 1.1 * first:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "form",
        "a number code instead of the word",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        return 1
    if last < 1.1 * first:
        return 0
    return -1
""",
    ),
    (
        "01.verdict",
        "form",
        "other forms of the words",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        return "Converge"
    if last < 1.1 * first:
        return "Cycle"
    return "Diverge"
""",
    ),
    (
        "01.verdict",
        "form",
        "the word is printed",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        print("converges")
    elif last < 1.1 * first:
        print("cycles")
    else:
        print("diverges")
""",
    ),
    (
        "01.verdict",
        "form",
        "the word together with the last place",
        """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    first, last = lengths[0], lengths[-1]
    if last < 0.9 * first:
        return "converges", x
    if last < 1.1 * first:
        return "cycles", x
    return "diverges", x
""",
    ),
    (
        "01.verdict",
        "two",
        "the slope of the start is kept, and the distance from 0 is compared",
        """
def verdict(slope_of, x, learning_rate):
    start = x
    slope = slope_of(x)
    for _ in range(200):
        x = x - learning_rate * slope
    if abs(x) < abs(start):
        return "converges"
    if abs(x) == abs(start):
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "two",
        "uphill, and the steps are compared with their signs",
        """
def verdict(slope_of, x, learning_rate):
    first = learning_rate * slope_of(x)
    for _ in range(200):
        step = learning_rate * slope_of(x)
        x = x + step
    if step < 0.9 * first:
        return "converges"
    if step < 1.1 * first:
        return "cycles"
    return "diverges"
""",
    ),
    (
        "01.verdict",
        "right",
        "first and last slope, with a ratio, and not a number counts as far away",
        """
import math

def verdict(slope_of, x, learning_rate):
    first = abs(slope_of(x))
    for _ in range(200):
        x -= learning_rate * slope_of(x)
    ratio = abs(slope_of(x)) / first
    if math.isnan(ratio) or ratio > 1.01:
        return "diverges"
    return "cycles" if ratio > 0.99 else "converges"
""",
    ),
    (
        "01.verdict",
        "right",
        "all the steps in a list, the thresholds far apart",
        """
def verdict(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        path.append(path[-1] - learning_rate * slope_of(path[-1]))
    step = [abs(q - p) for p, q in zip(path, path[1:])]
    if step[-1] < step[0] * 0.9:
        return "converges"
    elif abs(step[-1] - step[0]) <= 0.1 * step[0]:
        return "cycles"
    else:
        return "diverges"
""",
    ),
    (
        "01.verdict",
        "right",
        "math.isclose and a dictionary of answers",
        """
import math

def verdict(slope_of, x, learning_rate):
    first = last = None
    for _ in range(200):
        move = learning_rate * slope_of(x)
        last = abs(move)
        first = last if first is None else first
        x -= move
    if math.isclose(first, last, rel_tol=1e-3):
        return "cycles"
    return {True: "converges", False: "diverges"}[last < first]
""",
    ),
    (
        "01.verdict",
        "hostile",
        "it waits until the walk has arrived, and a cycle never does",
        """
def verdict(slope_of, x, learning_rate):
    old = None
    while old is None or abs(x - old) > 1e-12 or x != x:
        old = x
        x = x - learning_rate * slope_of(x)
    return "converges"
""",
    ),
    (
        "01.verdict",
        "hostile",
        "a coroutine",
        """
async def verdict(slope_of, x, learning_rate):
    for _ in range(200):
        x -= learning_rate * slope_of(x)
    return "converges" if abs(slope_of(x)) < 1e-3 else "diverges"
""",
    ),
]

# -- more slips, each with an idea that had no name ---------------------------------------



ANSWERS += [
    ("01.verdict", "right", "ratio of mean lengths of two halves", """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        lengths.append(abs(new - x))
        x = new
    if lengths[-1] <= 0.5 * lengths[0]:
        return "converges"
    if lengths[-1] > 2 * lengths[0] or lengths[-1] != lengths[-1]:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "right", "slopes instead of steps, isclose", """
import math
def verdict(slope_of, x, learning_rate):
    start = abs(slope_of(x))
    for _ in range(200):
        x -= learning_rate * slope_of(x)
    end = abs(slope_of(x))
    if math.isclose(start, end, rel_tol=1e-6):
        return "cycles"
    return "converges" if end < start else "diverges"
"""),
    ("01.verdict", "single", "compares the last two steps, exactly", """
def verdict(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
        path.append(x)
    a = abs(path[-2] - path[-3])
    b = abs(path[-1] - path[-2])
    if b < a:
        return "converges"
    if b == a:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "single", "compares the last two steps with room", """
def verdict(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
        path.append(x)
    a = abs(path[-2] - path[-3])
    b = abs(path[-1] - path[-2])
    if b < 0.9 * a:
        return "converges"
    if b < 1.1 * a:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "single", "last place near the one before: converges; far away: diverges", """
def verdict(slope_of, x, learning_rate):
    old = x
    for _ in range(200):
        old = x
        x = x - learning_rate * slope_of(x)
    if abs(x - old) < 0.001:
        return "converges"
    if abs(x) > 1000:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "single", "cycles when the place two steps before is the same", """
def verdict(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        path.append(path[-1] - learning_rate * slope_of(path[-1]))
    if abs(path[-1] - path[-2]) < 1e-6:
        return "converges"
    if abs(path[-1] - path[-3]) < 1e-6:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "single", "divides by the first and last, division by zero when arrived", """
def verdict(slope_of, x, learning_rate):
    path = [x]
    for _ in range(200):
        path.append(path[-1] - learning_rate * slope_of(path[-1]))
    a = abs(path[-2] - path[-3])
    b = abs(path[-1] - path[-2])
    if b / a < 0.999:
        return "converges"
    if b / a < 1.001:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "right", "decides after the first two steps", """
def verdict(slope_of, x, learning_rate):
    a = x - learning_rate * slope_of(x)
    b = a - learning_rate * slope_of(a)
    first, second = abs(a - x), abs(b - a)
    if abs(second - first) < 1e-9:
        return "cycles"
    return "converges" if second < first else "diverges"
"""),
    ("01.verdict", "single", "return inside the loop", """
def verdict(slope_of, x, learning_rate):
    first = abs(learning_rate * slope_of(x))
    for _ in range(200):
        step = abs(learning_rate * slope_of(x))
        x = x - learning_rate * slope_of(x)
        if step < first / 2:
            return "converges"
        if step > first * 2:
            return "diverges"
        return "cycles"
"""),
    ("01.verdict", "single", "slope at the end against a small number", """
def verdict(slope_of, x, learning_rate):
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
    if abs(slope_of(x)) < 0.01:
        return "converges"
    if abs(slope_of(x)) > 100:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "single", "the learning rate's own limits for the lesson's parabola", """
def verdict(slope_of, x, learning_rate):
    if learning_rate < 0.33:
        return "converges"
    if learning_rate > 0.335:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "single", "slope changes its sign: cycles", """
def verdict(slope_of, x, learning_rate):
    signs = []
    for _ in range(200):
        s = slope_of(x)
        signs.append(s > 0)
        x = x - learning_rate * s
    if abs(s) < 1e-6:
        return "converges"
    if signs[-1] != signs[-2]:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "form", "capital letters", """
def verdict(slope_of, x, learning_rate):
    first = abs(learning_rate * slope_of(x))
    for _ in range(199):
        x = x - learning_rate * slope_of(x)
    last = abs(learning_rate * slope_of(x))
    if last < first / 2:
        return "Converges"
    if last < first * 2:
        return "Cycles"
    return "Diverges"
"""),
    ("01.verdict", "single", "the end against the start, as places", """
def verdict(slope_of, x, learning_rate):
    start = x
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
    if abs(x - start) < 1e-6:
        return "cycles"
    if abs(x) < abs(start):
        return "converges"
    return "diverges"
"""),
    ("01.verdict", "single", "ten steps only", """
def verdict(slope_of, x, learning_rate):
    first = abs(learning_rate * slope_of(x))
    for _ in range(10):
        x = x - learning_rate * slope_of(x)
    last = abs(learning_rate * slope_of(x))
    if last < first / 2:
        return "converges"
    if last < first * 2:
        return "cycles"
    return "diverges"
"""),
    ("01.verdict", "single", "nobody cycles: only shorter or longer", """
def verdict(slope_of, x, learning_rate):
    first = abs(slope_of(x))
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
    if abs(slope_of(x)) < first:
        return "converges"
    return "diverges"
"""),
    ("01.verdict", "single", "steps of a growing walk, each longer than the one before", """
def verdict(slope_of, x, learning_rate):
    longer = shorter = 0
    for _ in range(200):
        new = x - learning_rate * slope_of(x)
        newer = new - learning_rate * slope_of(new)
        if abs(newer - new) > abs(new - x):
            longer += 1
        elif abs(newer - new) < abs(new - x):
            shorter += 1
        x = new
    if longer == 200:
        return "diverges"
    if shorter == 200:
        return "converges"
    return "cycles"
"""),
]
