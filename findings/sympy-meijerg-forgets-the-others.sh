#!/bin/sh
# sympy 1.14.0: the derivative of meijerg by a parameter is log(x) times it, whatever else it has.
#
# A Meijer G-function is an integral over gamma functions, one for each parameter. Its derivative by
# a parameter is such a function only if the other gammas cancel. If some are left over, sympy
# leaves the derivative as it stands, but it looks at two of the four lists alone. Those left over
# in the others are passed over: the answer is log(x) * G, as if x ** a were all that holds the
# parameter. The derivative by x is right, and so is the one by the parameter of x ** b * exp(-x),
# which has no other gamma. By a, of x ** (1/3) * (1 + x) ** (a - 4/3) * gamma(4/3 - a) at x = 3/5
# and a = 1/2:
#     G written out, then the derivative    0.8757
#     the derivative, then the number      -0.3287
#     slope                                 0.8757
# In the course: functions and their slopes are written in Python, without sympy.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
venv/bin/python - <<'PYTHON'
import sympy
from sympy import Rational, besselj, exp, gamma, log, meijerg, sqrt

a, b, x = sympy.symbols("a b x", positive=True)
THIRD = Rational(1, 3)
AT = {a: Rational(1, 2), b: Rational(5, 2), x: Rational(3, 5)}
POWERS = meijerg([[a], []], [[THIRD], []], x)
POWERS_WRITTEN_OUT = gamma(THIRD + 1 - a) * x**THIRD * (1 + x) ** (a - THIRD - 1)
BESSEL = meijerg([[], []], [[b], [0]], x)
CASES = {  # G, the same written out, by what, whether it is wrong
    "powers by a": (POWERS, POWERS_WRITTEN_OUT, a, True),
    "powers by x": (POWERS, POWERS_WRITTEN_OUT, x, False),
    "Bessel by b": (BESSEL, x ** (b / 2) * besselj(b, 2 * sqrt(x)), b, True),
    "x ** b * exp(-x) by b": (meijerg([[], []], [[b], []], x), x**b * exp(-x), b, False),
}


def slope(function, symbol, step=Rational(1, 10**5)):
    moved = ({**AT, symbol: AT[symbol] + way * step} for way in (1, -1))
    above, below = (sympy.N(function.subs(point), 30) for point in moved)
    return (above - below) / (2 * step)


print("sympy", sympy.__version__)
for name, (function, written_out, symbol, wrong) in CASES.items():
    value, same = (sympy.N(form.subs(AT)) for form in (function, written_out))
    assert abs(value - same) < 1e-9, f"{name}: written out it is another function"
    formula = sympy.diff(function, symbol)
    derivative, true = sympy.N(formula.subs(AT)), slope(function, symbol)
    print(f"{name:22} value {value:.4f}   derivative {derivative:.4f}   slope {true:.4f}")
    assert abs(true - slope(written_out, symbol)) < 1e-9, f"{name}: the slope of the other form"
    assert (abs(derivative - true) > 0.05) == wrong, f"{name}: it has changed"
    if wrong:
        print("   ", formula)
        assert formula == log(x) * function, f"{name}: it is wrong in another way"
before = sympy.N(sympy.diff(POWERS_WRITTEN_OUT, a).subs(AT))
print(f"powers written out, then the derivative by a: {before:.4f}")
assert abs(before - slope(POWERS, a)) < 1e-6, "written out first it is wrong"
print("As described.")
PYTHON
