#!/bin/sh
# casadi 3.8.2: the Hessian of a table of two inputs is zero, and the product x * y is such a table.
#
# interpolant(..., "linear") is linear in each input between the points of the table. Of two inputs
# it is x * y exactly when the table has the products: the slope along x grows with y. Values and
# gradients are right. hessian(), and jacobian() of the gradient, are zero: the mixed derivative is
# missing, without an error. With the option inline=True and as a spline it is there. At (1.5, 2):
#     linear                 gradient [2.0, 1.5]   mixed 0.0   slope of the gradient 1.0
#     linear, inline=True    gradient [2.0, 1.5]   mixed 1.0   slope of the gradient 1.0
#     bspline                gradient [2.0, 1.5]   mixed 1.0   slope of the gradient 1.0
# In the course: mgrad has first derivatives alone, and no tables.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check casadi==3.8.2 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import casadi
import numpy as np

POINTS = [0.0, 1.0, 3.0, 4.0, 5.0]
AT = np.array([1.5, 2.0])
CASES = {
    "linear": ("linear", {}),
    "linear, inline=True": ("linear", {"inline": True}),
    "bspline": ("bspline", {}),
}

print("casadi", casadi.__version__, "at", AT.tolist())
for name, (kind, options) in CASES.items():
    values = np.outer(POINTS, POINTS).ravel(order="F")
    table = casadi.interpolant("table", kind, [POINTS, POINTS], values, options)
    x = casadi.MX.sym("x", 2)
    first = casadi.gradient(table(x), x)
    gradient = casadi.Function("gradient", [x], [first])
    hessian = casadi.Function("hessian", [x], [casadi.hessian(table(x), x)[0]])(AT).full()
    again = casadi.Function("again", [x], [casadi.jacobian(first, x)])(AT).full()
    step = np.array([0.0, 0.25])
    slope = float((gradient(AT + step) - gradient(AT - step))[0]) / 0.5
    at = gradient(AT).full().ravel()
    print(
        f"{name:20} value {float(table(AT)):.1f}   gradient {at.round(6).tolist()}"
        f"   mixed {hessian[0, 1]:.1f}   slope of the gradient {slope:.1f}"
    )
    assert np.isclose(float(table(AT)), AT.prod()), f"{name}: the value is wrong"
    assert np.allclose(at, AT[::-1]) and np.isclose(slope, 1.0), f"{name}: the gradient is wrong"
    expected = np.zeros((2, 2)) if name == "linear" else np.array([[0.0, 1.0], [1.0, 0.0]])
    assert np.allclose(hessian, expected, atol=1e-9), f"{name}: the Hessian has changed"
    assert np.allclose(again, expected, atol=1e-9), f"{name}: the Jacobian has changed"
print("As described.")
PYTHON
