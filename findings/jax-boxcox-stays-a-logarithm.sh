#!/bin/sh
# jax 0.10.2: boxcox with the parameter 0, the logarithm, has the slope 0 there and never leaves it.
#
# boxcox(x, p) = (x ** p - 1) / p, of which log(x) is the case p = 0, is used to learn p from data.
# At 0 jax puts log(x) in, which is right, and takes it for independent of p: the slope is 0 instead
# of log(x) ** 2 / 2, without an error, in every mode. A p that starts with the logarithm stays
# there. boxcox1p is alike. A little beside 0 both are right, and so is the derivative by x. By p,
# for x = 3:
#     p            -0.001    0.0       0.001
#     gradient      0.6030   0.0       0.6039
#     slope         0.6030   0.6035    0.6039
# A hundred steps of learning p so that boxcox(3, p) is 2: from 0.0 to 0.0, from 0.001 to 1.0.
# In the course: mgrad's only functions are those of a network; each is compared with differences.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    jax==0.10.2 jaxlib==0.10.2 scipy==1.17.1 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import jax
import numpy as np
import scipy.special
from jax.scipy.special import boxcox, boxcox1p

jax.config.update("jax_enable_x64", True)
X = 3.0
CASES = {
    "boxcox": (boxcox, scipy.special.boxcox, np.log(X) ** 2 / 2),
    "boxcox1p": (boxcox1p, scipy.special.boxcox1p, np.log1p(X) ** 2 / 2),
}

print("jax", jax.__version__, "scipy", scipy.__version__)
for name, (transform, same, at_zero) in CASES.items():
    by_p, by_x = jax.grad(transform, argnums=1), jax.grad(transform)
    for p in (-0.001, 0.0, 0.001):
        gradient, slope = by_p(X, p), (same(X, p + 1e-4) - same(X, p - 1e-4)) / 2e-4
        print(f"{name:9} p = {p:6}   value {transform(X, p):.4f}", end="")
        print(f"   gradient {gradient:.4f}   slope {slope:.4f}")
        assert np.isclose(transform(X, p), same(X, p)), f"{name}: the value is wrong"
        assert np.isclose(by_x(X, p), (same(X + 1e-4, p) - same(X - 1e-4, p)) / 2e-4)
        assert np.isclose(jax.jit(by_p)(X, p), gradient), f"{name}: jit is another"
        forward = jax.jacfwd(transform, argnums=1)(X, p)
        assert np.isclose(forward, gradient), f"{name}: forward mode is another"
        if p == 0.0:
            assert np.isclose(slope, at_zero, atol=1e-6), f"{name}: the formula is wrong"
            assert gradient == 0.0, f"{name}: it has changed"
        else:
            assert np.isclose(gradient, slope, atol=1e-6), f"{name}: it is wrong beside 0"


def loss(p):
    return (boxcox(X, p) - 2.0) ** 2


for start, expected in ((0.0, 0.0), (0.001, 1.0)):
    p = start
    for _ in range(100):
        p -= 0.1 * jax.grad(loss)(p)
    print(f"learned from {start}: {float(p):.4f}")
    assert np.isclose(p, expected, atol=1e-6), "it learns otherwise"
print("As described.")
PYTHON
