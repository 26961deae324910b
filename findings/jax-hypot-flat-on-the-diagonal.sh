#!/bin/sh
# jax 0.10.2: hypot(3, 3) has a Hessian of zeros, since equal arguments share their derivatives.
#
# jnp.hypot(x, y) is the distance from the origin, with the right gradient. It begins by sorting
# |x| and |y| with maximum and minimum. Where they are equal each takes half of the derivative. That
# is right for the gradient; in the Hessian all four entries become the mean of the four. No error,
# and a step of Newton's method divides by it. sqrt(x * x + y * y), the norm, and hypot a little
# beside are right. betaln sorts too, and with it beta.logpdf, as is reported without hypot in
# https://github.com/jax-ml/jax/issues/34353 and still open. The Hessians:
#     hypot at (3, 3)             [[0.0, 0.0], [0.0, 0.0]]
#     sqrt(x * x + y * y)         [[0.1179, -0.1179], [-0.1179, 0.1179]]
#     betaln at (2, 2)            [[0.0386, 0.0386], [0.0386, 0.0386]]
#     the three gammaln           [[0.3611, -0.2838], [-0.2838, 0.3611]]
# In the course: mgrad has first derivatives alone, and tests compare them with differences.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    jax==0.10.2 jaxlib==0.10.2 scipy==1.17.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np
from jax.scipy.special import betaln, gammaln

jax.config.update("jax_enable_x64", True)
CASES = {
    "hypot": (lambda p: jnp.hypot(p[0], p[1]), True),
    "sqrt(x * x + y * y)": (lambda p: jnp.sqrt(p[0] ** 2 + p[1] ** 2), False),
    "norm": (jnp.linalg.norm, False),
    "betaln": (lambda p: betaln(p[0], p[1]), True),
    "the three gammaln": (lambda p: gammaln(p[0]) + gammaln(p[1]) - gammaln(p[0] + p[1]), False),
}


def slopes(function, at, step=1e-5):
    return np.array([(function(at + d) - function(at - d)) / (2 * step) for d in step * np.eye(2)])


print("jax", jax.__version__)
for at in map(np.array, ([3.0, 3.0], [2.0, 2.0], [3.0, 3.001], [3.0, 4.0])):
    for name, (function, sorts) in CASES.items():
        gradient = jax.grad(function)
        hessian, true = np.asarray(jax.hessian(function)(at)), slopes(gradient, at)
        assert np.allclose(gradient(at), slopes(function, at), atol=1e-6), f"{name}: gradient"
        print(f"{at.tolist()!s:12} {name:20}", end="")
        print(f" Hessian {hessian.round(4).tolist()}   slopes {true.round(4).tolist()}")
        wrong = sorts and at[0] == at[1]
        assert np.allclose(hessian, true, atol=1e-5) != wrong, f"{name}: the Hessian has changed"
        if wrong:  # each entry is the mean of the true four
            assert np.allclose(hessian, true.mean(), atol=1e-6), f"{name}: it is wrong otherwise"
print("As described.")
PYTHON
