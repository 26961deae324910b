#!/bin/sh
# autograd 1.9.1: with a negative axis, transpose and repeat have another function's gradient.
#
# np.transpose(x, (-1, 0, 1)) is np.transpose(x, (2, 0, 1)), and so is its value in autograd. On
# the way back autograd inverts the order with argsort, which is right for (2, 0, 1) and gives
# (1, 2, 0), but (0, 1, 2), no transposition at all, for (-1, 0, 1). For a cube the shape fits
# anyway: no error, numbers at wrong places. np.repeat(x, 2, axis=-1) has wrong numbers too:
#     repeat(x, 2, axis=1)     gradient [3.0, 7.0, 11.0, 15.0]
#     repeat(x, 2, axis=-1)    gradient [6.0, 8.0, 10.0, 12.0]
# rollaxis had this and now refuses a negative axis: https://github.com/HIPS/autograd/issues/350
# In the course: tests/test_tensor.py compares the gradients of Tensor with those of PyTorch.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check autograd==1.9.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import autograd.numpy as anp
import numpy as np
from autograd import grad

CASES = {
    "transpose(x, (2, 0, 1))": (lambda x: anp.transpose(x, (2, 0, 1)), (2, 2, 2)),
    "transpose(x, (-1, 0, 1))": (lambda x: anp.transpose(x, (-1, 0, 1)), (2, 2, 2)),
    "repeat(x, 2, axis=1)": (lambda x: anp.repeat(x, 2, axis=1), (2, 2)),
    "repeat(x, 2, axis=-1)": (lambda x: anp.repeat(x, 2, axis=-1), (2, 2)),
}


def slopes(function, x, step=1e-3):
    """The derivative by every entry, as a difference of two values; both functions are linear."""
    moved = step * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(function(x + d) - function(x - d)) / (2 * step) for d in moved])


print("autograd", version("autograd"), "numpy", np.__version__)
for name, (function, shape) in CASES.items():
    x = np.arange(1.0, 1.0 + np.prod(shape)).reshape(shape)
    weights = np.arange(1.0, 1.0 + function(x).size).reshape(function(x).shape)

    def total(x):
        return anp.sum(weights * function(x))

    gradient = grad(total)(x).ravel()
    true = slopes(total, x).round(6)
    print(f"{name:24} sum of weights times it: {total(x)}")
    print(f"    gradient {gradient.tolist()}\n    slopes   {true.tolist()}")
    assert np.allclose(gradient, true) == ("-1" not in name), f"{name}: the gradient has changed"
print("As described.")
PYTHON
