#!/bin/sh
# jax 0.10.2: left of zero the gradient of a complex arccosh has the wrong sign.
#
# jnp.arccosh has the values of NumPy in the whole plane. Its derivative is written as that of a
# positive number, with sqrt(z * z - 1), which left of the imaginary axis is the other one of two
# roots: no error, the right size, and a step against the gradient goes up. Forward mode has it
# too. The same function written with a logarithm is right, and so are arcsinh, arccos and arctanh.
# The real part as a function of a and b, z = a + bi:
#     at  2 + 1i    gradient [0.4022, 0.2486]     slopes [0.4022, 0.2486]
#     at -2 + 1i    gradient [0.4022, -0.2486]    slopes [-0.4022, 0.2486]
# PyTorch had this once: https://github.com/pytorch/pytorch/issues/80763
# In the course: mgrad takes real numbers only, and tests compare gradients with differences.
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

jax.config.update("jax_enable_x64", True)
POINTS = [(2.0, 1.0), (-2.0, 1.0), (-0.5, -1.5), (0.5, -1.5)]
CASES = {
    "arccosh": jnp.arccosh,
    "written out": lambda z: jnp.log(z + jnp.sqrt(z - 1) * jnp.sqrt(z + 1)),
    "arcsinh": jnp.arcsinh,
    "arccos": jnp.arccos,
    "arctanh": jnp.arctanh,
}


def slopes(function, at, step=1e-5):
    return np.array([(function(at + d) - function(at - d)) / (2 * step) for d in step * np.eye(2)])


print("jax", jax.__version__, "numpy", np.__version__)
for point in map(np.array, POINTS):
    for name, function in CASES.items():

        def real(parts):
            return jnp.real(function(parts[0] + 1j * parts[1]))

        gradient, true = np.asarray(jax.grad(real)(point)), slopes(real, point)
        forward = np.asarray(jax.jacfwd(real)(point))
        print(f"at {point[0]:4} {point[1]:+}i   {name:12}", end="")
        print(f" gradient {gradient.round(4).tolist()}   slopes {true.round(4).tolist()}")
        wrong = name == "arccosh" and point[0] < 0
        assert np.allclose(gradient, -true if wrong else true, atol=1e-6), f"{name}: it has changed"
        assert np.allclose(forward, gradient), f"{name}: forward mode is another"
    z = complex(*point)
    assert np.isclose(jnp.arccosh(z), np.arccosh(z)), "the value is not that of NumPy"
    assert np.isclose(CASES["written out"](z), np.arccosh(z)), "it is another function"


def loss(parts):
    return jnp.real(jnp.arccosh(parts[0] + 1j * parts[1]))


at = np.array([-2.0, 1.0])
before, after = loss(at), loss(at - 0.1 * jax.grad(loss)(at))
print(f"a step against the gradient: from {before:.4f} to {after:.4f}")
assert after > before, "the step goes down"
print("As described.")
PYTHON
