#!/bin/sh
# pytensor 3.0.7: a matrix put together again from lu(permute_l=True) has another gradient.
#
# lu(A, permute_l=True) gives two factors whose product is A, the first with its rows in the order
# of A. So a loss of the product has the gradient of that loss of A. The values are right. In the
# gradient the rows stay as elimination has reordered them: no error, the right shape, and the step
# belongs to other rows. Where elimination needs no other order nothing shows; with P, L and U apart
# it is right. Of the sum of weights times the product, for A = [[1, 2, 3], [4, 5, 6], [7, 8, 10]]
# and the weights 1 to 9, the first row of the gradient:
#     weights                    [1.0, 2.0, 3.0]
#     P @ L @ U                  [1.0, 2.0, 3.0]
#     PL @ U                     [16.5714, -2.25, 3.0]
# In the course: tests/test_tensor.py compares the gradients of Tensor with those of PyTorch.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    pytensor==3.0.7 scipy==1.17.1 numpy==2.4.6
export PYTENSOR_FLAGS="cxx=,mode=FAST_COMPILE,base_compiledir=compiled"
venv/bin/python - <<'PYTHON'
import logging

import numpy as np
import pytensor
import pytensor.tensor as pt
from pytensor.tensor.linalg import lu

logging.getLogger("pytensor").setLevel(logging.ERROR)  # no compiler is a warning
WEIGHTS = np.arange(1.0, 10.0).reshape(3, 3)
MATRICES = {
    "rows reordered": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 10.0]]),
    "rows in order": np.array([[7.0, 8.0, 10.0], [1.0, 2.0, 3.0], [4.0, 5.0, 1.0]]),
}


def apart(matrix):
    p, l, u = lu(matrix)
    return p @ l @ u


def permuted(matrix):
    pl, u = lu(matrix, permute_l=True)
    return pl @ u


def first_factor(matrix):
    return lu(matrix, permute_l=True)[0]


def slopes(function, at, step=1e-5):
    moved = step * np.eye(at.size).reshape(at.size, *at.shape)
    values = [(function(at + d) - function(at - d)) / (2 * step) for d in moved]
    return np.array(values).reshape(at.shape)


print("pytensor", pytensor.__version__, "numpy", np.__version__)
matrix = pt.dmatrix("matrix")
for rows, at in MATRICES.items():
    for form in (apart, permuted, first_factor):
        loss = pt.sum(WEIGHTS * form(matrix))
        value = pytensor.function([matrix], loss)
        gradient = pytensor.function([matrix], pytensor.grad(loss, matrix))(at)
        true = slopes(value, at)
        print(f"{rows}, {form.__name__:12}", end="")
        print(f" first row: gradient {gradient[0].round(4).tolist()}", end="")
        print(f"   slopes {true[0].round(4).tolist()}")
        if form is not first_factor:
            assert np.isclose(value(at), np.sum(WEIGHTS * at)), "the product is another matrix"
            assert np.allclose(true, WEIGHTS, atol=1e-4), "the slopes are not the weights"
        wrong = form is not apart and rows == "rows reordered"
        assert np.allclose(gradient, true, atol=1e-4) != wrong, f"{form.__name__}: it has changed"
        if form is permuted and wrong:
            print(gradient.round(4).tolist())
print("As described.")
PYTHON
