#!/bin/sh
# casadi 3.8.2: the Jacobian of solve(A, b) with a triangular A is a matrix without an entry.
#
# solve(A, b) of MX expressions has the right values. When the pattern of A is triangular or
# diagonal, jacobian() by b has no entry at all. No error, no warning, the right shape. Products
# with the Jacobian, jtimes in both directions, are right; so is jacobian() of a full A with the
# same numbers, and of SX expressions. At b = (2, 8):
#     lower triangle          [[0.0, 0.0], [0.0, 0.0]]       0 entries
#     the same as a full A    [[0.5, 0.0], [-0.25, 0.25]]    4 entries
#     diagonal                [[0.0, 0.0], [0.0, 0.0]]       0 entries
# In the course: mgrad has reverse mode alone, and gradcheck compares it with differences of values.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check casadi==3.8.2 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import casadi
import numpy as np

LOWER = casadi.DM([[2, 0], [2, 4]])
CASES = {
    "lower triangle": (casadi.MX, casadi.sparsify(LOWER), True),
    "upper triangle": (casadi.MX, casadi.sparsify(LOWER.T), True),
    "diagonal": (casadi.MX, casadi.diag(casadi.DM([2, 4])), True),
    "the same as a full A": (casadi.MX, LOWER, False),
    "lower triangle, SX": (casadi.SX, casadi.sparsify(LOWER), False),
}
POINT = np.array([2.0, 8.0])

print("casadi", casadi.__version__)
for name, (kind, matrix, empty) in CASES.items():
    b, direction = kind.sym("b", 2), kind.sym("direction", 2)
    result = casadi.solve(kind(matrix), b)
    solved = casadi.Function("solved", [b], [result])
    jacobian = casadi.Function("jacobian", [b], [casadi.jacobian(result, b)])(POINT)
    forward, reverse = (
        casadi.Function("product", [b, direction], [casadi.jtimes(result, b, direction, back)])
        for back in (False, True)
    )
    # The function is linear and is 0 at 0: its derivatives are its values at the unit vectors.
    true, columns, rows = (
        np.hstack([function(unit).full() for unit in np.eye(2)])
        for function in (
            solved,
            lambda unit: forward(POINT, unit),
            lambda unit: reverse(POINT, unit),
        )
    )
    print(f"{name:22} {jacobian.full().round(4).tolist()}   {jacobian.nnz()} entries")
    print(f"{'':22} {true.round(4).tolist()}   true")
    assert np.allclose(true, np.linalg.inv(matrix.full())), f"{name}: the values are wrong"
    assert np.allclose(columns, true) and np.allclose(rows.T, true), f"{name}: jtimes is wrong"
    assert (jacobian.nnz() == 0) == empty, f"{name}: the Jacobian has changed"
    assert empty or np.allclose(jacobian.full(), true), f"{name}: the Jacobian is wrong"
print("As described.")
PYTHON
