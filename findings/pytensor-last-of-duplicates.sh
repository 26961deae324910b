#!/bin/sh
# pytensor 3.0.7: a number that was overwritten has a gradient.
#
# x[[0, 0]].set([a, b]) writes to the same place twice, and as in NumPy the last number stays: a is
# nowhere in the result, so its derivative is 0. The gradient gives a the derivative of b instead,
# without an error or a warning. inc, which adds both, has the right gradient.
#     zeros(3)[[0, 0, 1]].set([1.0, 2.0, 3.0]) = [2.0, 3.0, 0.0], times [5.0, 7.0, 9.0]
#         gradient [5.0, 5.0, 7.0]
#         slopes   [0.0, 5.0, 7.0]
# In the course: Tensor has no assignment to entries, so nothing in a graph is overwritten.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pytensor==3.0.7 numpy==2.4.6
export PYTENSOR_FLAGS="cxx=,mode=FAST_COMPILE,base_compiledir=compiled"
venv/bin/python - 2>/dev/null <<'PYTHON'
import numpy as np
import pytensor
import pytensor.tensor as pt

numbers = pt.dvector("numbers")
places = pt.zeros(3)[[0, 0, 1]]
weights = np.array([5.0, 7.0, 9.0])
at = np.array([1.0, 2.0, 3.0])


def slopes(function, step=1e-3):
    """The derivative by every entry, as a difference of two values; the functions are linear."""
    return np.array([(function(at + d) - function(at - d)) / (2 * step) for d in step * np.eye(3)])


def show(name, result):
    total = (weights * result).sum()
    value = pytensor.function([numbers], result)(at)
    gradient = pytensor.function([numbers], pytensor.grad(total, numbers))(at)
    true = slopes(pytensor.function([numbers], total)).round(6)
    print(f"zeros(3)[[0, 0, 1]].{name}({at.tolist()}) = {value.tolist()}, times {weights.tolist()}")
    print(f"    gradient {gradient.tolist()}\n    slopes   {true.tolist()}")
    return gradient.tolist(), true.tolist()


print("pytensor", pytensor.__version__, "numpy", np.__version__)
assert show("inc", places.inc(numbers)) == ([5.0, 5.0, 7.0], [5.0, 5.0, 7.0])
gradient, true = show("set", places.set(numbers))
assert true == [0.0, 5.0, 7.0], "another number stays"
assert gradient == [5.0, 5.0, 7.0], "the gradient has changed"
print("As described.")
PYTHON
