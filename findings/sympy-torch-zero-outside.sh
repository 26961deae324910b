#!/bin/sh
# sympy 1.14.0 with torch 2.13.0: outside of its pieces a function is 0, and so is its gradient.
#
# A line through the points of a table has values between the first and the last of them only;
# sympy writes it as a Piecewise whose pieces end there. lambdify for numpy has nan outside, as
# sympy has it. For torch what no piece covers is the number 0: it looks like a measured one, goes
# into a loss without an error, and its gradient says that the input does not matter:
#     at             0.5    1.5    3.0    4.5
#     sympy, numpy   nan    2.0    3.0    nan
#     torch          0.0    2.0    3.0    0.0
#     its gradient   0.0   -2.0    2.0    0.0
# In the course: functions and their slopes are written in Python, without sympy.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    sympy==1.14.0 torch==2.13.0 numpy==2.4.6
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import numpy as np
import sympy
import torch

x = sympy.Symbol("x")
line = sympy.interpolating_spline(1, x, [1, 2, 4], [3, 1, 5])
AT = [0.5, 1.5, 3.0, 4.5]

print(*(f"{package} {version(package)}" for package in ("sympy", "torch", "numpy")))
print(line)
exact = [float(line.subs(x, sympy.Rational(at))) for at in AT]
array = sympy.lambdify(x, line, "numpy")(np.array(AT)).tolist()
inputs = torch.tensor(AT, requires_grad=True)
outputs = sympy.lambdify(x, line, "torch")(inputs)
outputs.sum().backward()
rows = {
    "at": AT,
    "sympy": exact,
    "numpy": array,
    "torch": outputs.tolist(),
    "its gradient": inputs.grad.tolist(),
}
for name, numbers in rows.items():
    print(f"{name:12}", *(f"{number:6.1f}" for number in numbers))
nan = float("nan")
assert np.array_equal(exact, [nan, 2.0, 3.0, nan], equal_nan=True), "sympy has changed"
assert np.array_equal(array, exact, equal_nan=True), "numpy has something else outside"
assert rows["torch"] == [0.0, 2.0, 3.0, 0.0], "torch has something else outside now"
assert rows["its gradient"] == [0.0, -2.0, 2.0, 0.0], "the gradient has changed"
print("As described.")
PYTHON
