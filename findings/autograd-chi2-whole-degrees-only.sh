#!/bin/sh
# autograd 1.9.1: with 2.5 degrees of freedom the density of chi2 has the gradient 0 everywhere.
#
# The degrees of freedom of a chi2 distribution need not be whole: the approximation of Welch and
# Satterthwaite gives fractions. chi2.logpdf and chi2.pdf of autograd.scipy.stats have the right
# values there, and the gradient by x is 0, without an error or a warning. With 2 or 3 it is right;
# so are chi2.cdf and the same density written as that of gamma. At x = 1.5:
#     degrees        2       2.5      3        4.5
#     gradient      -0.5     0.0     -0.1667   0.0
#     slope         -0.5    -0.3333  -0.1667   0.3333
# In the course: tests/test_tensor.py compares the gradients of Tensor with those of PyTorch.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    autograd==1.9.1 scipy==1.17.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import numpy as np
import scipy.stats
from autograd import grad
from autograd.scipy.stats import chi2, gamma

AT = 1.5
FORMS = {
    "chi2.logpdf": (chi2.logpdf, False),
    "chi2.pdf": (chi2.pdf, False),
    "chi2.cdf": (chi2.cdf, True),
    "gamma.logpdf(x / 2)": (lambda x, degrees: gamma.logpdf(x / 2, degrees / 2), True),
}

warnings.simplefilter("error")
print(*(f"{package} {version(package)}" for package in ("autograd", "scipy")), "x =", AT)
for name, (form, always) in FORMS.items():
    for degrees in (2.0, 2.5, 3.0, 4.5):
        gradient = grad(form)(AT, degrees)
        slope = (form(AT + 1e-5, degrees) - form(AT - 1e-5, degrees)) / 2e-5
        print(f"{name:20} {degrees} degrees   gradient {gradient:7.4f}   slope {slope:7.4f}")
        if always or degrees == int(degrees):
            assert np.isclose(gradient, slope, atol=1e-6), f"{name}, {degrees}: it is wrong"
        else:
            assert gradient == 0.0 and abs(slope) > 0.03, f"{name}, {degrees}: it has changed"
assert np.isclose(chi2.logpdf(AT, 2.5), scipy.stats.chi2.logpdf(AT, 2.5)), "the values differ"
print("As described.")
PYTHON
