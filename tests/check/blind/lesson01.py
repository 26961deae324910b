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
    # ---- 01.sign
    ("01.sign", "core", "sign lost: the slope is taken as a size", """
slope_of_d_in_a = 3
"""),
    ("01.sign", "single", "gives the value of d instead of its slope", """
a, b, c = 4, -3, 10
slope_of_d_in_a = a * b + c
"""),
    ("01.sign", "single", "gives the slope in b (the number a itself)", """
slope_of_d_in_a = 4
"""),
    ("01.sign", "form", "the answer as a text", """
slope_of_d_in_a = "-3"
"""),
    ("01.sign", "right", "measured as a difference from 4 to 5", """
def d(a, b=-3, c=10):
    return a * b + c
slope_of_d_in_a = d(5) - d(4)
"""),
    # ---- 01.slope
    ("01.slope", "core", "brackets forgotten: only f(x) is divided by h", """
def slope(f, x, h):
    return f(x + h) - f(x) / h
"""),
    ("01.slope", "single", "old minus new", """
def slope(f, x, h):
    return (f(x) - f(x + h)) / h
"""),
    ("01.slope", "single", "the run is always taken as positive", """
def slope(f, x, h):
    rise = f(x + h) - f(x)
    return rise / abs(h)
"""),
    ("01.slope", "form", "printed, not returned", """
def slope(f, x, h):
    rise = f(x + h) - f(x)
    print(rise / h)
"""),
    ("01.slope", "right", "run from the two places, other names", """
def slope(f, x, h):
    there = x + h
    y0, y1 = f(x), f(there)
    rise, run = y1 - y0, there - x
    return rise / run
"""),
    # ---- 01.central
    ("01.central", "core", "both sides, but the run is only one nudge", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    run = h
    return (ahead - behind) / run
"""),
    ("01.central", "single", "behind is the place itself, the run two nudges", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x)
    run = 2 * h
    return (ahead - behind) / run
"""),
    ("01.central", "single", "the forward difference again", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x)
    run = h
    return (ahead - behind) / run
"""),
    ("01.central", "two", "h taken off the output instead of the input, and the run one nudge", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x) - h
    run = h
    return (ahead - behind) / run
"""),
    ("01.central", "right", "run as the distance of the two places", """
def central(f, x, h):
    ahead = f(x + h)
    behind = f(x + -h)
    run = (x + h) - (x - h)
    return (ahead - behind) / run
"""),
    # ---- 01.three
    ("01.three", "core", "a is put back, b is forgotten", """
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
    ("01.three", "single", "the formula for this one f instead of a measurement", """
def three_slopes(f, a, b, c, h):
    return [b, a, 1]
"""),
    ("01.three", "single", "before is measured afresh, but a and b stay nudged", """
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
"""),
    ("01.three", "form", "prints the three slopes and returns nothing", """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    slope_in_a = (f(a + h, b, c) - before) / h
    slope_in_b = (f(a, b + h, c) - before) / h
    slope_in_c = (f(a, b, c + h) - before) / h
    print([slope_in_a, slope_in_b, slope_in_c])
"""),
    ("01.three", "right", "a loop over nudges of the three places", """
def three_slopes(f, a, b, c, h):
    before = f(a, b, c)
    nudges = [(h, 0, 0), (0, h, 0), (0, 0, h)]
    return [(f(a + p, b + q, c + r) - before) / h for p, q, r in nudges]
"""),
    # ---- 01.gradient
    ("01.gradient", "core", "one copy for all turns: the nudges pile up", """
def gradient(f, xs, h):
    before = f(*xs)
    nudged = xs.copy()
    slopes = []
    for i in range(len(xs)):
        nudged[i] += h
        slopes.append((f(*nudged) - before) / h)
    return slopes
"""),
    ("01.gradient", "single", "an alias, not a copy: the list of the caller is changed", """
def gradient(f, xs, h):
    before = f(*xs)
    slopes = []
    for i in range(len(xs)):
        nudged = xs
        old = nudged[i]
        nudged[i] = old + h
        slopes.append((f(*nudged) - before) / h)
    return slopes
"""),
    ("01.gradient", "single", "return inside the loop: only the first slope", """
def gradient(f, xs, h):
    before = f(*xs)
    slopes = []
    for i in range(len(xs)):
        nudged = list(xs)
        nudged[i] = nudged[i] + h
        slopes.append((f(*nudged) - before) / h)
        return slopes
"""),
    ("01.gradient", "right", "central, with slices and enumerate", """
def gradient(f, xs, h):
    result = []
    for k, value in enumerate(xs):
        up = f(*xs[:k], value + h, *xs[k + 1:])
        down = f(*xs[:k], value - h, *xs[k + 1:])
        result += [(up - down) / (2 * h)]
    return result
"""),
    # ---- 01.order
    ("01.order", "core", "recorded before the step", """
order_of_lines = "CGEBFAD"
"""),
    ("01.order", "single", "the step before its slope", """
order_of_lines = "CGEBDFA"
"""),
    ("01.order", "single", "path uses x before it has a value", """
order_of_lines = "GECBFDA"
"""),
    ("01.order", "form", "the names of the first words, not the letters", """
order_of_lines = "x learning_rate path for slope x path.append"
"""),
    ("01.order", "two", "path before x, and recorded before the step", """
order_of_lines = "ECGBFAD"
"""),
    ("01.order", "right", "learning rate first", """
order_of_lines = "".join(["G", "C", "E"]) + "B" + "FDA"
"""),
    # ---- 01.descend
    ("01.descend", "core", "sign mended, the slope still only from the start", """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    for _ in range(steps):
        x -= learning_rate * slope
    return x
"""),
    ("01.descend", "single", "slope in the loop, but still uphill", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x += learning_rate * slope
    return x
"""),
    ("01.descend", "single", "return slipped into the loop", """
def descend(slope_of, x, learning_rate, steps):
    for _ in range(steps):
        slope = slope_of(x)
        x -= learning_rate * slope
        return x
"""),
    ("01.descend", "form", "returns the whole path", """
def descend(slope_of, x, learning_rate, steps):
    path = [x]
    for _ in range(steps):
        x -= learning_rate * slope_of(x)
        path.append(x)
    return path
"""),
    ("01.descend", "right", "slope asked for again at the end of each turn", """
def descend(slope_of, x, learning_rate, steps):
    slope = slope_of(x)
    while steps > 0:
        x = x + -learning_rate * slope
        slope = slope_of(x)
        steps = steps - 1
    return x
"""),
    # ---- 01.verdict
    ("01.verdict", "core", "the walk that outgrows the floats ends as nan and falls into the else", """
def verdict(slope_of, x, learning_rate):
    first = None
    for _ in range(200):
        step = learning_rate * slope_of(x)
        if first is None:
            first = abs(step)
        x = x - step
        last = abs(step)
    if last < 0.99 * first:
        return "converges"
    if last > 1.01 * first:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "single", "jumping over the bottom is taken for a cycle", """
def verdict(slope_of, x, learning_rate):
    steps = []
    for _ in range(200):
        step = learning_rate * slope_of(x)
        steps.append(step)
        x = x - step
    if not math.isfinite(x) or abs(steps[-1]) > 1.01 * abs(steps[0]):
        return "diverges"
    if steps[0] * steps[1] < 0:
        return "cycles"
    return "converges"
"""),
    ("01.verdict", "single", "the bottom of our own parabola is built in", """
def verdict(slope_of, x, learning_rate):
    start = abs(x - 2 / 3)
    for _ in range(200):
        x = x - learning_rate * slope_of(x)
        if abs(x) > 1e100:
            return "diverges"
    end = abs(x - 2 / 3)
    if end < 0.99 * start:
        return "converges"
    if end > 1.01 * start:
        return "diverges"
    return "cycles"
"""),
    ("01.verdict", "form", "printed, not returned", """
def verdict(slope_of, x, learning_rate):
    lengths = []
    for _ in range(200):
        step = learning_rate * slope_of(x)
        lengths.append(abs(step))
        x = x - step
    if lengths[-1] < 0.99 * lengths[0]:
        print("converges")
    elif lengths[-1] <= 1.01 * lengths[0]:
        print("cycles")
    else:
        print("diverges")
"""),
    ("01.verdict", "two", "a fixed border for far away (a slow divergence is missed), and jumping over means cycling", """
def verdict(slope_of, x, learning_rate):
    jumped = False
    for _ in range(200):
        before = slope_of(x)
        x = x - learning_rate * before
        if abs(x) > 1e6:
            return "diverges"
        if before * slope_of(x) < 0:
            jumped = True
    if jumped:
        return "cycles"
    return "converges"
"""),
    ("01.verdict", "right", "ratio of the slopes, out as soon as it is huge", """
def verdict(slope_of, x, learning_rate):
    start = slope_of(x)
    for turn in range(200):
        x -= learning_rate * slope_of(x)
        if not abs(x) < 1e200:
            return "diverges"
    ratio = abs(slope_of(x) / start)
    if math.isclose(ratio, 1, rel_tol=1e-3):
        return "cycles"
    return "converges" if ratio < 1 else "diverges"
"""),
]
