#!/bin/sh
# ad 1.5.1: straight up, the angle of atan2 is a number without derivatives, and log has no base.
#
# atan2(y, x) is the angle of a point; turning it by a little changes the angle as much everywhere.
# ad computes it with atan(y / x), and where x is 0 it returns pi / 2 itself, a plain float: in a
# longer formula its part of the gradient and of the Hessian is gone, without an error. np.arctan2
# goes the same way. log(x, base) is right by x and takes the base for a constant, also when that
# is a variable; log(x) / log(base), which its documentation calls the same, is right:
#     x + atan2(2, x) at x = 0     derivative 1.0    slope 0.5     a little beside: 0.5
#     log(8, b) at b = 2           derivative 0.0    slope -2.1640
# In the course: mgrad's only functions are those of a network; each is compared with differences.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ad==1.5.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import numpy as np
from ad import adnumber
from ad.admath import atan2, log

CASES = {  # the function, the point, whether it is wrong, and the derivative then
    "x + atan2(2, x), beside": (lambda x: x + atan2(2.0, x), 1e-9, None),
    "x + atan2(2, x)": (lambda x: x + atan2(2.0, x), 0.0, 1.0),
    "x + atan2(-2, x)": (lambda x: x + atan2(-2.0, x), 0.0, 1.0),
    "x + np.arctan2(2, x)": (lambda x: x + np.arctan2(2.0, x), 0.0, 1.0),
    "atan2(x, 2)": (lambda x: atan2(x, 2.0), 0.0, None),
    "log(x, 2)": (lambda x: log(x, 2.0), 8.0, None),
    "x + log(8, x)": (lambda x: x + log(8.0, x), 2.0, 1.0),
    "log(x * x, x + 1)": (lambda x: log(x * x, x + 1), 2.0, 2 / 2 / np.log(3)),
    "x + log(8) / log(x)": (lambda x: x + log(8.0) / log(x), 2.0, None),
}


def slope(function, at, step=1e-5):
    return (float(function(at + step)) - float(function(at - step))) / (2 * step)


print("ad", version("ad"), "numpy", np.__version__)
for name, (function, at, wrong) in CASES.items():
    x = adnumber(at)
    y = function(x)
    derivative, true = y.d(x), slope(function, at)
    print(f"{name:24} value {float(y):7.4f}   derivative {derivative:8.4f}   slope {true:8.4f}")
    assert np.isclose(float(y), float(function(at))), f"{name}: the value is wrong"
    if wrong is None:
        assert np.isclose(derivative, true, atol=1e-6), f"{name}: it is wrong"
    else:
        assert np.isclose(derivative, wrong) and abs(true - wrong) > 0.1, f"{name}: it has changed"
assert isinstance(atan2(2.0, adnumber(0.0)), float), "it is no plain number"
assert isinstance(log(8.0, adnumber(2.0)), float), "it is no plain number"
print("As described.")
PYTHON
