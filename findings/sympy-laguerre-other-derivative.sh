#!/bin/sh
# sympy 1.14.0: the derivative of a Laguerre polynomial by its parameter is another polynomial's.
#
# assoc_laguerre(n, a, x) is a polynomial in x, and in a too. When n is a number, sympy expands it
# and has the right derivative by a. When n is a symbol, it gives a sum over k whose terms are
# divided by n - a where n - k belongs: no error, and after n is put in, a wrong number with a pole
# that the polynomial does not have. The derivative by x is right, and so is the one of gegenbauer
# by its parameter. For n = 2, a = 5/2 at x = 2/5:
#     n = 2 first, then the derivative     a - x + 3/2           3.6
#     the derivative first, then n = 2     (a - x + 2)/(2 - a)  -8.2
#     slope                                                      3.6
# In the course: functions and their slopes are written in Python, without sympy.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sympy==1.14.0 mpmath==1.3.0
venv/bin/python - <<'PYTHON'
import sympy
from sympy import Rational

n, a, x = sympy.symbols("n a x")
AT = {a: Rational(5, 2), x: Rational(2, 5)}
CASES = {
    "assoc_laguerre by a": (sympy.assoc_laguerre, a, True),
    "assoc_laguerre by x": (sympy.assoc_laguerre, x, False),
    "gegenbauer by a": (sympy.gegenbauer, a, False),
}

print("sympy", sympy.__version__)
print(sympy.diff(sympy.assoc_laguerre(n, a, x), a))
for name, (polynomial, symbol, wrong) in CASES.items():
    for degree in (2, 3):
        numbers_first = sympy.diff(polynomial(degree, a, x), symbol).subs(AT)
        derivative_first = sympy.diff(polynomial(n, a, x), symbol)
        derivative_first = derivative_first.subs(n, degree).doit().subs(AT)
        step = Rational(1, 1000)
        moved = ({**AT, symbol: AT[symbol] + way * step} for way in (1, -1))
        above, below = (polynomial(degree, a, x).subs(point) for point in moved)
        slope = (above - below) / (2 * step)
        shown = (f"{float(number):8.4f}" for number in (numbers_first, derivative_first, slope))
        print(f"{name}, n = {degree}: n first {next(shown)}", end="   ")
        print(f"derivative first {next(shown)}   slope {next(shown)}")
        assert abs(numbers_first - slope) < 1e-4, f"{name}: of the number it is wrong"
        assert (abs(derivative_first - slope) > 1) == wrong, f"{name}: it has changed"
k = sympy.Symbol("k")
mended = sympy.Sum(sympy.assoc_laguerre(k, a, x) / (n - k), (k, 0, n - 1)).subs(n, 3).doit()
assert sympy.expand(mended - sympy.diff(sympy.assoc_laguerre(3, a, x), a)) == 0
by_a = sympy.diff(sympy.assoc_laguerre(n, a, x), a).subs(n, 2).doit()
print("n = 2:", sympy.factor(by_a))
assert sympy.simplify(by_a - (a - x + 2) / (2 - a)) == 0, "it is another function"
print("As described.")
PYTHON
