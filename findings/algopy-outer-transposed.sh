#!/bin/sh
# algopy 0.7.2: in reverse mode outer(x, y) has the gradient of outer(y, x) by its second argument.
#
# outer(x, y) is the matrix of all products x[i] * y[j]. Its value is right, and so is forward mode.
# Backwards the factors for y are taken from the matrix as it is instead of its transpose: no error,
# the right shape. Where the weights of the products are symmetric nothing shows. Written with dot
# or with products of a column and a row it is right. With weights [[0, 1], [2, 3]], x = (1, 2),
# y = (3, 5):
#     outer(x, y)              by x [5.0, 21.0]   by y [2.0, 8.0]   slopes by y [4.0, 7.0]
#     a column times a row     by x [5.0, 21.0]   by y [4.0, 7.0]   slopes by y [4.0, 7.0]
# In the course: tests/test_tensor.py compares the gradients of Tensor with those of PyTorch.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    algopy==0.7.2 scipy==1.17.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import algopy
import numpy as np

WEIGHTS = np.array([[0.0, 1.0], [2.0, 3.0]])
SYMMETRIC = np.array([[0.0, 1.0], [1.0, 3.0]])
AT = np.array([1.0, 2.0, 3.0, 5.0])  # x and y


def outer(x, y):
    return algopy.outer(x, y)


def written_out(x, y):
    return x.reshape((2, 1)) * y.reshape((1, 2))


CASES = {
    "outer(x, y)": (outer, WEIGHTS, True),
    "a column times a row": (written_out, WEIGHTS, False),
    "outer, symmetric weights": (outer, SYMMETRIC, False),
}


def slopes(function, step=1e-3):
    """The derivative by every entry, as a difference of two values; linear in each entry."""
    return np.array([(function(AT + d) - function(AT - d)) / (2 * step) for d in step * np.eye(4)])


print(*(f"{package} {version(package)}" for package in ("algopy", "numpy")))
for name, (form, weights, wrong) in CASES.items():

    def total(both):
        return algopy.sum(weights * form(both[:2], both[2:]))

    graph = algopy.CGraph()
    both = algopy.Function(AT)
    y = total(both)
    graph.trace_off()
    graph.independentFunctionList, graph.dependentFunctionList = [both], [y]
    reverse, true = graph.gradient(AT), slopes(total).round(6)
    forward = algopy.UTPM.extract_jacobian(total(algopy.UTPM.init_jacobian(AT)))
    print(f"{name:26} gradient {reverse.tolist()}   slopes {true.tolist()}")
    assert np.allclose(forward, true), f"{name}: forward mode is wrong"
    assert np.allclose(reverse[:2], true[:2]), f"{name}: the gradient by x is wrong"
    expected = weights @ AT[:2] if wrong else true[2:]
    assert np.allclose(reverse[2:], expected), f"{name}: the gradient by y has changed"
    assert np.allclose(reverse[2:], true[2:]) != wrong, f"{name}: it does not show"
print("As described.")
PYTHON
