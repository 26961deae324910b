#!/bin/sh
# autograd 1.9.1: rfft(x, 8) has the right gradient, rfft(x, n=8) has another function's.
#
# np.fft.rfft(x, 8) fills a signal up to 8 numbers before its spectrum is taken. autograd reads the
# length on the way back under the name d, which NumPy does not have: given as n it is not seen, and
# the factors are those of a spectrum of the length of x. The norm is known as None only: the same
# one called by its name, "backward", counts as "ortho". No error, the shape fits. The sum of the
# powers, with weights 1, 2, 3, ...:
#     rfft(x, 8)                 gradient [14.69, 51.51, 44.34, -38.83]
#     rfft(x, n=8)               gradient [1.84, 40.26, 22.67, -28.91]
#     rfft(x)                    gradient [12.0, 20.0, 20.0, -12.0]
#     rfft(x, norm="backward")   gradient [3.0, 5.0, 5.0, -3.0]
# fft has the right one in all four cases.
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

SIGNAL = np.array([1.0, 3.0, 2.0, -1.0])
CALLS = {
    "(x, 8)": ([8], {}),
    "(x, n=8)": ([], {"n": 8}),
    "(x)": ([], {}),
    '(x, norm="backward")': ([], {"norm": "backward"}),
}


def slopes(function, x, step=1e-3):
    """The derivative by every entry, as a difference of two values; the function is quadratic."""
    moved = step * np.eye(x.size)
    return np.array([(function(x + d) - function(x - d)) / (2 * step) for d in moved])


print("autograd", version("autograd"), "numpy", np.__version__, "signal", SIGNAL.tolist())
wrong = []
for transform in ("fft", "rfft"):
    for call, (arguments, named) in CALLS.items():

        def power(x):
            spectrum = getattr(anp.fft, transform)(x, *arguments, **named)
            return anp.sum(np.arange(1, len(spectrum) + 1) * anp.abs(spectrum) ** 2)

        gradient, true = grad(power)(SIGNAL).round(2), slopes(power, SIGNAL).round(2)
        name = transform + call
        print(f"{name:26} gradient {gradient.tolist()}   slopes {true.tolist()}")
        if not np.allclose(gradient, true):
            wrong.append(name)
assert wrong == ["rfft(x, n=8)", 'rfft(x, norm="backward")'], f"other calls are wrong: {wrong}"
print("As described.")
PYTHON
