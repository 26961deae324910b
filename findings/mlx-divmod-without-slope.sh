#!/bin/sh
# mlx 0.32.4: the remainder of divmod has the gradient 0, that of % has not.
#
# The documentation calls divmod(a, b) equivalent to (a // b, a % b), and faster. The values are the
# same. The remainder grows as a grows, with slope 1, and falls by a // b as b grows; % has both
# gradients right, in reverse and in forward mode. From divmod both are 0: no error, a loss made
# of an angle within its turn stands still. At a = 7.5, b = 3:
#     a % b              1.5   gradient [1.0, -2.0]   slopes [1.0, -2.0]
#     divmod(a, b)[1]    1.5   gradient [0.0, 0.0]    slopes [1.0, -2.0]
# In the course: Tensor has no remainder, and tests compare gradients with differences.
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
CASES = {
    "a % b": lambda at: at[0] % at[1],
    "a - b * (a // b)": lambda at: at[0] - at[1] * (at[0] // at[1]),
    "divmod(a, b)[1]": lambda at: mx.divmod(at[0], at[1])[1],
}

print("mlx", version("mlx"))
for a, b in ((7.5, 3.0), (20.25, 6.0)):
    at = mx.array([a, b])
    for name, function in CASES.items():
        value, gradient = function(at).item(), mx.grad(function)(at).tolist()
        forward = [mx.jvp(function, [at], [d])[1][0].item() for d in mx.eye(2)]
        moved = mx.eye(2) / 64  # a number that float32 has exactly
        slopes = [32 * (function(at + d) - function(at - d)).item() for d in moved]
        print(f"a={a} b={b}  {name:18} {value}   gradient {gradient}   slopes {slopes}")
        assert value == a % b and slopes == [1.0, -(a // b)], f"{name}: the value has changed"
        expected = [0.0, 0.0] if "divmod" in name else slopes
        assert gradient == forward == expected, f"{name}: the gradient has changed"
print("As described.")
PYTHON
