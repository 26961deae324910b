#!/bin/sh
# autograd 1.9.1: the Cholesky factor of a complex matrix has a wrong gradient.
#
# np.linalg.cholesky takes Hermitian matrices, and autograd has its value. The gradient is another
# number, 0 when the matrix moves in its imaginary parts, without an error. slogdet, eigh and solve
# of the same matrix are right, and so is cholesky of a real one. The logarithm of the determinant
# of [[2, 0.5 + ti], [0.5 - ti, 3]], taken in three ways, at t = 0.7:
#     slogdet              -0.2662    slope -0.2662
#     eigh                 -0.2662    slope -0.2662
#     cholesky              0.0       slope -0.2662
# eigh had this once: https://github.com/HIPS/autograd/issues/522
# In the course: mgrad takes real numbers only, and tests compare gradients with differences.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check autograd==1.9.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import autograd.numpy as anp
import numpy as np
from autograd import grad

REAL = np.array([[2.0, 0.5], [0.5, 3.0]])
HERMITIAN = np.array([[0.0, 1.0j], [-1.0j, 0.0]])
SYMMETRIC = np.array([[0.0, 1.0], [1.0, 0.0]])
SOLVED = np.array([1.0, 2.0])
CASES = {
    "slogdet": (lambda m: anp.linalg.slogdet(m)[1], HERMITIAN),
    "eigh": (lambda m: anp.sum(anp.log(anp.linalg.eigh(m)[0])), HERMITIAN),
    "solve": (lambda m: anp.real(anp.linalg.solve(m, SOLVED)[0]), HERMITIAN),
    "cholesky": (lambda m: half_of_logdet(m) * 2, HERMITIAN),
    "cholesky, last entry": (lambda m: anp.real(anp.linalg.cholesky(m)[1, 1]), HERMITIAN),
    "cholesky, real matrix": (lambda m: half_of_logdet(m) * 2, SYMMETRIC),
}


def half_of_logdet(matrix):
    return anp.sum(anp.log(anp.real(anp.diag(anp.linalg.cholesky(matrix)))))


warnings.simplefilter("error")
print("autograd", version("autograd"), "numpy", np.__version__)
wrong = []
for name, (function, direction) in CASES.items():

    def along(t):
        return function(REAL + t * direction)

    gradient, slope = grad(along)(0.7), (along(0.7 + 1e-5) - along(0.7 - 1e-5)) / 2e-5
    print(f"{name:22} value {along(0.7):7.4f}   gradient {gradient:7.4f}   slope {slope:7.4f}")
    if not np.isclose(gradient, slope, atol=1e-6):
        wrong.append(name)
        assert gradient == 0.0, f"{name}: it is wrong in another way"
assert wrong == ["cholesky", "cholesky, last entry"], f"others are wrong: {wrong}"
print("As described.")
PYTHON
