#!/bin/sh
# sympy 1.14.0 with mpmath 1.3.0: nsolve finds a quantile that is none.
#
# betainc_regularized(a, b, 0, x) is the probability that a number with the distribution Beta(a, b)
# is at most x. lambdify for mpmath, which nsolve takes by itself, translates it to mpmath's betainc
# and leaves out regularized=True: it computes betainc, which is larger or smaller by the factor
# beta(a, b). No error, and nsolve, which checks its root, checks it with the same function:
#     Beta(1/2, 1/2)   P(number <= 3/10)   evalf 0.3690   scipy 0.3690   mpmath 1.1593
#                      half of them below  nsolve 0.0612  scipy 0.5000
#     Beta(2, 3)       P(number <= 3/10)   evalf 0.3483   scipy 0.3483   mpmath 0.0290
# In the course: functions and their slopes are written in Python, without sympy.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    sympy==1.14.0 mpmath==1.3.0 scipy==1.17.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import sympy
from scipy.special import betaincinv

x = sympy.Symbol("x")
AT = sympy.Rational(3, 10)
HALF = sympy.Rational(1, 2)

print(*(f"{package} {version(package)}" for package in ("sympy", "mpmath", "scipy")))
for a, b in ((HALF, HALF), (2, 3)):
    below = sympy.betainc_regularized(a, b, 0, x)
    true = float(below.subs(x, AT))
    computed = {
        module: float(sympy.lambdify(x, below, module)(0.3)) for module in ("scipy", "mpmath")
    }
    values = "   ".join(f"{module} {value:.4f}" for module, value in computed.items())
    print(f"Beta({a}, {b})   P(number <= {AT})   evalf {true:.4f}   {values}")
    assert abs(computed["scipy"] - true) < 1e-9, "scipy computes something else"
    factor = float(sympy.beta(a, b))
    assert abs(computed["mpmath"] - factor * true) < 1e-9, "mpmath has the right function now"

below = sympy.betainc_regularized(HALF, HALF, 0, x)
median = float(sympy.nsolve(below - HALF, x, 0.1))
true = float(betaincinv(0.5, 0.5, 0.5))
print(f"Beta(1/2, 1/2)   half of them below   nsolve {median:.4f}   scipy {true:.4f}")
print(f"P(number <= {median:.4f}) is {float(below.subs(x, median)):.4f}")
assert abs(true - 0.5) < 1e-9 and abs(median - 0.0612) < 1e-4, "nsolve finds another median"
print("As described.")
PYTHON
