#!/bin/sh
# jax 0.10.2: at every odd number Cornu's spiral, drawn with fresnel, has no curvature.
#
# The point (C(s), S(s)) of the Fresnel integrals runs along a spiral whose curvature is pi * s: so
# roads and railways go into their bends. Values and first derivatives are right everywhere, second
# derivatives nearly everywhere. At s = 1, 3, 5, ... the second derivative of C is 0 instead of
# pi * s in size: there the cosine in its derivative is replaced by an exact 0, which is right, and
# taken for a constant, which is not. No error; grad of grad, hessian and jacfwd agree on it.
#     s                      0.999     1.0       1.001     2.0      3.0
#     second derivative     -3.1384    0.0      -3.1447    0.0      0.0
#     slope of the first    -3.1384   -3.1416   -3.1447    0.0     -9.4248
#     curvature / pi         0.999     0.0       1.001     2.0      0.0
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
import scipy.special
from jax.scipy.special import fresnel

jax.config.update("jax_enable_x64", True)
LENGTHS = [0.5, 0.999, 1.0, 1.001, 1.5, 2.0, 3.0, 5.0]


def sine(s):
    return fresnel(s)[0]


def cosine(s):
    return fresnel(s)[1]


print("jax", jax.__version__, "scipy", scipy.__version__)
wrong = []
for s in LENGTHS:
    assert np.allclose(fresnel(s), scipy.special.fresnel(s)), f"{s}: the value is wrong"
    first, second = jax.grad(cosine), jax.grad(jax.grad(cosine))
    assert np.isclose(first(s), np.cos(np.pi * s**2 / 2)), f"{s}: the derivative is wrong"
    slope = (first(s + 1e-5) - first(s - 1e-5)) / 2e-5
    assert np.isclose(slope, -np.pi * s * np.sin(np.pi * s**2 / 2), atol=1e-6)
    ways = [second(s), jax.hessian(cosine)(s), jax.jacfwd(jax.jacfwd(cosine))(s)]
    assert np.allclose(ways, ways[0]), f"{s}: the ways disagree"
    bend = first(s) * jax.grad(jax.grad(sine))(s) - jax.grad(sine)(s) * second(s)
    print(f"s = {s:5}   second derivative of C {second(s):8.4f}   slope {slope:8.4f}", end="")
    print(f"   curvature / pi {bend / np.pi:6.3f}")
    if not np.isclose(second(s), slope, atol=1e-5):
        wrong.append(s)
        assert second(s) == 0.0 and np.isclose(bend, 0.0), f"{s}: it is wrong in another way"
    else:
        assert np.isclose(bend, np.pi * s), f"{s}: the curvature is wrong"
assert wrong == [1.0, 3.0, 5.0], f"others are wrong: {wrong}"
print("As described.")
PYTHON
