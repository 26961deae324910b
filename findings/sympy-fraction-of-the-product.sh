#!/bin/sh
# sympy 1.14.0: in Python y * frac(x) becomes the fraction of the product.
#
# frac(x) is what follows the decimal point, 0.75 of 2.75. pycode, and lambdify for the module math,
# write it as x % 1 without parentheses, and % binds like *: y*x % 1 is the fraction of y * x, and
# x % 1**2 is not a square. No error. For numpy and mpmath it is right, and so is y * Mod(x, 1).
# At x = 2.75, y = 3:
#     y*frac(x)     sympy 2.25     numpy 2.25     math 0.25     y*x % 1
#     frac(x)**2    sympy 0.5625   numpy 0.5625   math 0.75     x % 1**2
# Others without parentheses: https://github.com/sympy/sympy/issues/27655, harmonic for scipy, and
# https://github.com/sympy/sympy/issues/30389, Mod in a product with a minus.
# In the course: functions and their slopes are written in Python, without sympy.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    sympy==1.14.0 mpmath==1.3.0 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import numpy as np
import sympy

x, y = sympy.symbols("x y")
AT = {x: 2.75, y: 3.0}  # numbers that binary fractions have exactly
CASES = {
    y * sympy.frac(x): 0.25,
    y / sympy.frac(x): 0.0909,
    sympy.frac(x) ** 2: 0.75,
    y * sympy.Mod(x, 1): 2.25,
    y + sympy.frac(x): 3.75,
}

print("sympy", sympy.__version__, "numpy", np.__version__, AT)
wrong = []
for expression, seen in CASES.items():
    exact = float(expression.subs(AT))
    values = {
        module: float(sympy.lambdify([x, y], expression, module)(AT[x], AT[y]))
        for module in ("numpy", "mpmath", "math")
    }
    shown = "   ".join(f"{module} {value:.4f}" for module, value in values.items())
    code = sympy.pycode(expression)
    print(f"{str(expression):14} sympy {exact:.4f}   {shown}   {code}")
    assert np.isclose(values["numpy"], exact) and np.isclose(values["mpmath"], exact), expression
    assert abs(values["math"] - seen) < 1e-4, f"{expression}: it has changed"
    assert eval(code, {}, {str(symbol): at for symbol, at in AT.items()}) == values["math"]
    if not np.isclose(values["math"], exact):
        wrong.append(str(expression))
assert wrong == ["y*frac(x)", "y/frac(x)", "frac(x)**2"], f"others are wrong: {wrong}"
print("As described.")
PYTHON
