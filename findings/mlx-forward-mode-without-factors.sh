#!/bin/sh
# mlx 0.32.4: forward mode leaves the factors of addmm out of the derivative.
#
# mx.addmm(c, a, b, alpha, beta) is beta * c + alpha * (a @ b). The value is right, and so is the
# gradient of reverse mode. In forward mode both factors count as 1, whatever they are: no error,
# the right shape, the derivative of another function. The formula written out has it right:
#     addmm, along c         jvp [[1.0, -1.0], [0.5, 2.0]]    slopes [[0.5, -0.5], [0.25, 1.0]]
#     addmm, along a         jvp [[-1.0, -1.0], [4.5, 2.0]]   slopes [[-2.0, -2.0], [9.0, 4.0]]
#     written out, along a   jvp [[-2.0, -2.0], [9.0, 4.0]]   slopes [[-2.0, -2.0], [9.0, 4.0]]
# A layer with a bias has both factors 1, so that nothing shows there.
# In the course: mgrad has reverse mode alone, and gradcheck compares it with differences of values.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check "mlx[cpu]==0.32.4"
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

import mlx.core as mx

mx.set_default_device(mx.cpu)
POINT = {
    "c": mx.array([[5.0, 6.0], [7.0, 8.0]]),
    "a": mx.array([[1.0, 2.0], [3.0, 4.0]]),
    "b": mx.array([[1.0, 0.0], [2.0, 1.0]]),
}
DIRECTION = mx.array([[1.0, -1.0], [0.5, 2.0]])
WEIGHTS = mx.array([[1.0, 10.0], [100.0, 1000.0]])
FORMS = {
    "addmm": lambda c, a, b: mx.addmm(c, a, b, alpha=2.0, beta=0.5),
    "written out": lambda c, a, b: 0.5 * c + 2.0 * (a @ b),
}

print("mlx", version("mlx"))
for form, function in FORMS.items():
    for name in POINT:

        def along(moved):
            return function(**POINT | {name: moved})

        start = POINT[name]
        _, (forward,) = mx.jvp(along, [start], [DIRECTION])
        slopes = along(start + DIRECTION) - along(start)  # linear in each of the three
        gradient = mx.grad(lambda moved: (WEIGHTS * along(moved)).sum())(start)
        print(f"{form + ', along ' + name:22} jvp {forward.tolist()}   slopes {slopes.tolist()}")
        reverse, true = (gradient * DIRECTION).sum().item(), (WEIGHTS * slopes).sum().item()
        assert reverse == true, f"{form}: reverse mode has changed"
        factor = (0.5 if name == "c" else 2.0) if form == "addmm" else 1.0
        assert mx.array_equal(factor * forward, slopes), f"{form}: forward mode has changed"
print("As described.")
PYTHON
