#!/bin/sh
# casadi 3.8.2: solve with csparsecholesky has the right values and, in reverse mode, wrong slopes.
#
# solve(A, b, "csparsecholesky") is for symmetric positive definite matrices. The way back solves
# with the transpose of A, which is A itself, and gets other numbers than the way there: no error,
# the right shape. Linsol shows it without a derivative. Forward mode and jacobian() by b are right,
# and so are the solvers ldl, csparse and qr. With A = [[4, 1], [1, 3]], b = (2, 8), the gradient of
# x[0] + 3 * x[1] by b:
#     ldl                x [-0.182, 2.727]   gradient [0.0, 1.0]        slopes [0.0, 1.0]
#     csparsecholesky    x [-0.182, 2.727]   gradient [0.024, 1.084]    slopes [0.0, 1.0]
# In the course: mgrad solves no equations, and gradcheck compares it with differences of values.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check casadi==3.8.2 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import casadi
import numpy as np

MATRIX = np.array([[4.0, 1.0], [1.0, 3.0]])
POINT = np.array([2.0, 8.0])
WEIGHTS = np.array([1.0, 3.0])

print("casadi", casadi.__version__)
matrix, b, direction = casadi.MX.sym("A", 2, 2), casadi.MX.sym("b", 2), casadi.MX.sym("d", 2)
for name in ("csparse", "ldl", "qr", "csparsecholesky"):
    x = casadi.solve(matrix, b, name, {})
    total = casadi.dot(WEIGHTS, x)
    solved = casadi.Function("solved", [matrix, b], [x, casadi.gradient(total, b)])
    value, gradient = (array.full().ravel() for array in solved(MATRIX, POINT))
    along = casadi.Function("along", [matrix, b, direction], [casadi.jtimes(total, b, direction)])
    forward = np.array([float(along(MATRIX, POINT, unit)) for unit in np.eye(2)])
    # The function is linear and is 0 at 0: its slopes are its values at the unit vectors.
    slopes = np.array([WEIGHTS @ solved(MATRIX, unit)[0].full().ravel() for unit in np.eye(2)])
    rows = {"x": value, "gradient": gradient, "forward": forward, "slopes": slopes}
    shown = (f"{kind} {(row.round(3) + 0.0).tolist()}" for kind, row in rows.items())
    print(f"{name:16}", *shown, sep="  ")
    assert np.allclose(value, np.linalg.solve(MATRIX, POINT)), f"{name}: the values are wrong"
    assert np.allclose(slopes, forward), f"{name}: forward mode is wrong"
    right = np.allclose(gradient, slopes)
    assert right == (name != "csparsecholesky"), f"{name}: the gradient has changed"

solver = casadi.Linsol("solver", "csparsecholesky", casadi.DM(MATRIX).sparsity())
there, back = (
    solver.solve(casadi.DM(MATRIX), casadi.DM(POINT), transposed).full().ravel()
    for transposed in (False, True)
)
print("Linsol", there.round(3).tolist(), "  with the transpose", back.round(3).tolist())
assert np.allclose(there, np.linalg.solve(MATRIX, POINT)), "Linsol is wrong"
assert not np.allclose(there, back), "the transpose is right"
print("As described.")
PYTHON
