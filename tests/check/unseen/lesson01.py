"""Students' answers to the exercises of lesson 01, written from the notebooks alone."""

PRELUDE = """
import math

def parabola(x):
    return 3 * x**2 - 4 * x + 5

def parabola_slope(x):
    return 6 * x - 4

def sum_of_product(a, b, c):
    return a * b + c
"""

ANSWERS = [
    ("01.sign", "core", "sign lost: the slope is taken as a size", """
slope_of_d_in_a = 3
"""),
    ("01.sign", "core", "the slope in b (that is a) instead of the slope in a", """
slope_of_d_in_a = 4
"""),
    ("01.sign", "single", "c is added to the slope as if it moved too", """
b = -3
c = 10
slope_of_d_in_a = b + c
"""),
    ("01.sign", "single", "the value of d after the nudge, not the change", """
a, b, c = 5, -3, 10
slope_of_d_in_a = a * b + c
"""),
    ("01.sign", "form", "the right number as a text", """
slope_of_d_in_a = "-3"
"""),
    ("01.sign", "right", "measured with a nudge of 1 by the function of the notebook", """
slope_of_d_in_a = sum_of_product(5, -3, 10) - sum_of_product(4, -3, 10)
"""),
    ("01.slope", "core", "old minus new: the sign is turned", """
def slope(f, x, h):
    return (f(x) - f(x + h)) / h
"""),
    ("01.slope", "core", "brackets missing: only the second output is divided", """
def slope(f, x, h):
    return f(x + h) - f(x) / h
"""),
    ("01.slope", "single", "divides by x + h instead of by the run", """
def slope(f, x, h):
    rise = f(x + h) - f(x)
    run = x + h
    return rise / run
"""),
    ("01.slope", "single", "size of h taken, so a nudge to the left gets the wrong sign", """
def slope(f, x, h):
    y0 = f(x)
    y1 = f(x + h)
    return (y1 - y0) / abs(h)
"""),
    ("01.slope", "form", "result is rounded to two digits", """
def slope(f, x, h):
    return round((f(x + h) - f(x)) / h, 2)
"""),
    ("01.slope", "two", "sign turned and not divided", """
def slope(f, x, h):
    return f(x) - f(x + h)
"""),
    ("01.slope", "right", "a lambda, run measured as difference of inputs", """
slope = lambda f, x, h: (f(x + h) - f(x)) / ((x + h) - x)
"""),
    ("01.slope", "right", "two points as tuples", """
def slope(f, x, h):
    p = (x, f(x))
    q = (x + h, f(x + h))
    rise = q[1] - p[1]
    return rise / h
"""),
    ("01.central", "core", "the run is one nudge only", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h
    return (ahead - behind) / run
"""),
    ("01.central", "core", "behind is the place itself, run 2h", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x)
    run = 2 * h
    return (ahead - behind) / run
"""),
    ("01.central", "single", "behind is a place, not an output", """
def central(f, x, h):
    ahead = f(x + h)
    behind = x - h
    run = 2 * h
    return (ahead - behind) / run
"""),
    ("01.central", "single", "the run is squared because the error shrinks with h squared", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h**2
    return (ahead - behind) / run
"""),
    ("01.central", "form", "the result is printed instead of returned", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = 2 * h
    print((ahead - behind) / run)
"""),
    ("01.central", "right", "run as difference of the two inputs", """
def central(f, x, h):
    ahead = f(x + h)
    behind, run = f(x - h), (x + h) - (x - h)
    return (ahead - behind) / run
"""),
    ("01.three", "core", "a is put back, but b is not", """
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
"""),
    ("01.three", "core", "the slopes of the example as formulas: a fixed function f", """
def three_slopes(f, a, b, c, h):
    return [b, a, 1]
"""),
    ("01.three", "single", "put back to the numbers of the example", """
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
"""),
    ("01.three", "single", "puts back by h times the wrong direction (adds again)", """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a += h
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    b += h
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    return [slope_in_a, slope_in_b, slope_in_c]
"""),
    ("01.three", "form", "a dictionary instead of the list", """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    return {"a": (f(a + h, b, c) - before) / h,
            "b": (f(a, b + h, c) - before) / h,
            "c": (f(a, b, c + h) - before) / h}
"""),
    ("01.three", "right", "nudges inside the call", """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    nudged = [f(a + h, b, c), f(a, b + h, c), f(a, b, c + h)]
    return [(n - before) / h for n in nudged]
"""),
    ("01.three", "right", "keeps the three starting values in other names and restores them", """
def three_slopes(f, a, b, c, h):
    a0, b0, c0 = a, b, c
    before = f(a, b, c)
    a += h
    slope_in_a = (f(a, b, c) - before) / h
    a = a0
    b += h
    slope_in_b = (f(a, b, c) - before) / h
    b = b0
    c += h
    slope_in_c = (f(a, b, c) - before) / h
    c = c0
    return [slope_in_a, slope_in_b, slope_in_c]
"""),
    ("01.gradient", "core", "the copy is made once before the loop, nudges stay", """
def gradient(f, xs, h):
    slopes = []
    before = f(*xs)
    nudged = xs.copy()
    for i in range(len(xs)):
        nudged[i] += h
        slopes.append((f(*nudged) - before) / h)
    return slopes
"""),
    ("01.gradient", "core", "no copy: ys is another name for xs, which is changed", """
def gradient(f, xs, h):
    slopes = []
    for i in range(len(xs)):
        before = f(*xs)
        ys = xs
        ys[i] = ys[i] + h
        slopes.append((f(*ys) - before) / h)
    return slopes
"""),
    ("01.gradient", "single", "return inside the loop: only the first slope", """
def gradient(f, xs, h):
    result = []
    for i in range(len(xs)):
        up = list(xs)
        up[i] += h
        result.append((f(*up) - f(*xs)) / h)
        return result
"""),
    ("01.gradient", "single", "the index is looked up by value: equal numbers share one", """
def gradient(f, xs, h):
    grads = []
    for x in xs:
        up = xs.copy()
        up[xs.index(x)] = x + h
        grads.append((f(*up) - f(*xs)) / h)
    return grads
"""),
    ("01.gradient", "form", "a generator instead of a list", """
def gradient(f, xs, h):
    base = f(*xs)
    return ((f(*xs[:i], xs[i] + h, *xs[i + 1:]) - base) / h for i in range(len(xs)))
"""),
    ("01.gradient", "two", "central steps divided by h, and only three inputs", """
def gradient(f, xs, h):
    g = []
    for i in range(3):
        up, down = xs.copy(), xs.copy()
        up[i] += h
        down[i] -= h
        g.append((f(*up) - f(*down)) / h)
    return g
"""),
    ("01.gradient", "right", "central, with an inner function for one coordinate", """
def gradient(f, xs, h):
    def moved(k, by):
        return [x + by if j == k else x for j, x in enumerate(xs)]
    return [(f(*moved(k, h)) - f(*moved(k, -h))) / (2 * h) for k in range(len(xs))]
"""),
    ("01.gradient", "right", "slices around the nudged number", """
def gradient(f, xs, h):
    out = []
    i = 0
    while i < len(xs):
        out += [(f(*(xs[:i] + [xs[i] + h] + xs[i+1:])) - f(*xs)) / h]
        i += 1
    return out
"""),
    ("01.order", "core", "the place is recorded before the step", """
order_of_lines = "GCEBFAD"
"""),
    ("01.order", "core", "the step comes before the slope is known", """
order_of_lines = "GCEBDFA"
"""),
    ("01.order", "single", "path is made before x has a value", """
order_of_lines = "GECBFDA"
"""),
    ("01.order", "single", "path is begun inside the loop's head, between for and its body", """
order_of_lines = "CGBEFDA"
"""),
    ("01.order", "form", "a list of letters", """
order_of_lines = ["C", "E", "G", "B", "F", "D", "A"]
"""),
    ("01.order", "right", "learning rate between the start and the path", """
order_of_lines = "CGEBFDA"
"""),
    ("01.descend", "core", "only the sign mended, slope still asked once", """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= learning_rate * slope
    return x
"""),
    ("01.descend", "core", "slope in the loop, but still uphill", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x += learning_rate * slope
    return x
"""),
    ("01.descend", "single", "return inside the loop: one step only", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x -= learning_rate * slope
        return x
"""),
    ("01.descend", "single", "the size of the slope: always walks left", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = abs(slope_of(x))
        x -= learning_rate * slope
    return x
"""),
    ("01.descend", "form", "returns place and slope", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x -= learning_rate * slope
    return x, slope_of(x)
"""),
    ("01.descend", "two", "one step too many, and the rate fixed at 0.1", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps + 1):
        x = x - 0.1 * slope_of(x)
    return x
"""),
    ("01.descend", "right", "recursion", """
def descend(slope_of, x, learning_rate, steps):
    if steps == 0:
        return x
    return descend(slope_of, x - learning_rate * slope_of(x), learning_rate, steps - 1)
"""),
    ("01.verdict", "core", "cycles only if the two lengths are exactly equal", """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        step = learning_rate * slope_of(x)
        lengths.append(abs(step))
        x = x - step
    if lengths[-1] == lengths[0]:
        return "cycles"
    elif lengths[-1] < lengths[0]:
        return "converges"
    else:
        return "diverges"
"""),
    ("01.verdict", "core", "decides by the learning rate of the example", """
def verdict(slope_of, x, learning_rate):
    if abs(learning_rate - 1/3) < 1e-9:
        return "cycles"
    if learning_rate < 1/3:
        return "converges"
    return "diverges"
"""),
    ("01.verdict", "single", "a fixed bound for the last step: slow walks count as cycles", """
def verdict(slope_of, x, learning_rate):
    for i in range(200):
        old = x
        x = x - learning_rate * slope_of(x)
    last = abs(x - old)
    if last < 1e-6:
        return "converges"
    if last > 1e6:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "single", "signed steps are compared, no distance", """
def verdict(slope_of, x, learning_rate):
    first = -learning_rate * slope_of(x)
    for _ in range(200):
        step = -learning_rate * slope_of(x)
        x += step
    if math.isclose(step, first, rel_tol=1e-6):
        return "cycles"
    if step < first:
        return "converges"
    return "diverges"
"""),
    ("01.verdict", "form", "capital letters and another form of the words", """
def verdict(slope_of, x, learning_rate):
    s0 = abs(slope_of(x))
    for _ in range(200):
        x -= learning_rate * slope_of(x)
    r = abs(slope_of(x)) / s0
    if r < 0.999999:
        return "Converge"
    if abs(r - 1) <= 0.000001:
        return "Cycle"
    return "Diverge"
"""),
    ("01.verdict", "right", "stops early when the steps are huge; else first and last length", """
def verdict(slope_of, x, learning_rate):
    first = abs(learning_rate * slope_of(x))
    for _ in range(200):
        step = learning_rate * slope_of(x)
        if abs(step) > 1e9 * first:
            return "diverges"
        x -= step
    ratio = abs(step) / first
    if abs(ratio - 1) < 1e-6:
        return "cycles"
    return "converges" if ratio < 1 else "diverges"
"""),
]
