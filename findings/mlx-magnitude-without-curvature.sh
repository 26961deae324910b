#!/bin/sh
# mlx 0.32.4: the second derivative of the magnitude of a complex number is zero.
#
# mx.abs of a complex number has the right gradient, the number divided by its magnitude. mlx writes
# this with mx.sign, whose own derivative it takes for zero. That holds for real numbers; a complex
# sign is a point on the unit circle and turns with the number. So whatever is derived twice, a
# gradient that is penalised or a step of Newton's method on a spectrum, is zero, without an error:
#     |x + 2i| at 1.5              gradient 0.6   second derivative 0.0     slope 0.256
#     sqrt(x * x + 4) at 1.5       gradient 0.6   second derivative 0.256   slope 0.256
# In the course: mgrad takes real numbers only, and tests compare gradients with differences.
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
SIGNAL = mx.array([1.0, 2.0, -1.0, 0.5, 3.0, -2.0, 0.0, 1.0])


def shifted(x):
    return SIGNAL + x * mx.arange(8)


CASES = {
    "|x + 2i|": lambda x: mx.abs(x + 2j),
    "sqrt(x * x + 4)": lambda x: mx.sqrt(x * x + 4),
    "spectrum": lambda x: mx.abs(mx.fft.rfft(shifted(x))).sum(),
    "spectrum written out": lambda x: sum(
        mx.sqrt(part.real**2 + part.imag**2) for part in mx.fft.rfft(shifted(x))
    ),
}


def slope(function, x, step=1e-2):
    return ((function(x + step) - function(x - step)) / (2 * step)).item()


print("mlx", version("mlx"))
at = mx.array(1.5)
for name, function in CASES.items():
    gradient = mx.grad(function)
    first, second = gradient(at).item(), mx.grad(gradient)(at).item()
    true = slope(gradient, at)
    print(f"{name:22} gradient {first:.3f}   second derivative {second:.3f}   slope {true:.3f}")
    assert abs(first - slope(function, at)) < 1e-2, f"{name}: the gradient is wrong"
    if "|" in name or name == "spectrum":
        assert second == 0.0 and true > 0.01, f"{name}: the second derivative has changed"
    else:
        assert abs(second - true) < 1e-2, f"{name}: the formula written out is wrong"
print("As described.")
PYTHON
