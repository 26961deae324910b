#!/bin/sh
# algopy 0.7.2: in reverse mode 1 / x**2 written as x**-2 has the gradient 0.
#
# With a negative whole number as the exponent the value is right, and so is forward mode. The
# gradient and the Hessian that CGraph computes backwards are 0, without an error. With -2.0, and
# written as 1 / x**2, they are right. A sum of terms then has the gradient of the others: x + 1 / x
# has its minimum at 1, and with x**-1 its gradient is 1 there and everywhere. At x = (1, 2):
#     x**-2      forward [-2.0, -0.25]   reverse [0.0, 0.0]     slopes [-2.0, -0.25]
#     x**-2.0    forward [-2.0, -0.25]   reverse [-2.0, -0.25]  slopes [-2.0, -0.25]
# In the course: Value takes any number as an exponent; tests compare with differences of values.
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

AT = np.array([1.0, 2.0])
CASES = {
    "x**3": (lambda x: x**3, False),
    "x**-1": (lambda x: x**-1, True),
    "x**-2": (lambda x: x**-2, True),
    "x**-2.0": (lambda x: x**-2.0, False),
    "1 / x**2": (lambda x: 1 / x**2, False),
    "x + x**-1": (lambda x: x + x**-1, True),
}


def slopes(function, step):
    """The derivative by every entry, as a difference of two values."""
    return np.array([(function(AT + d) - function(AT - d)) / (2 * step) for d in step * np.eye(2)])


print(*(f"{package} {version(package)}" for package in ("algopy", "numpy")), "x =", AT.tolist())
for name, (function, wrong) in CASES.items():

    def total(x):
        return algopy.sum(function(x))

    graph = algopy.CGraph()
    x = algopy.Function(AT)
    y = total(x)
    graph.trace_off()
    graph.independentFunctionList, graph.dependentFunctionList = [x], [y]
    reverse, hessian = graph.gradient(AT), graph.hessian(AT)
    forward = algopy.UTPM.extract_jacobian(total(algopy.UTPM.init_jacobian(AT)))
    true = slopes(total, 1e-5)
    rows = {"forward": forward, "reverse": reverse, "slopes": true}
    print(f"{name:10}", *(f"  {way} {row.round(4).tolist()}" for way, row in rows.items()))
    assert np.allclose(forward, true), f"{name}: forward mode is wrong"
    assert np.allclose(reverse, true) != wrong, f"{name}: reverse mode has changed"
    if wrong:
        assert np.array_equal(reverse, [1.0, 1.0] if "+" in name else [0.0, 0.0]), name
        assert not hessian.any(), f"{name}: the Hessian has changed"
print("As described.")
PYTHON
