#!/bin/sh
# jax2onnx 0.17.1 with jax 0.10.2: without a warning a converted function computes another one.
#
# jax2onnx.to_onnx writes a function of JAX as a graph of ONNX operators. Four times it leaves out
# what makes the function: the order of a flattened array, the function that apply is given (zeros
# stay), the place of the nearest neighbour, and that numbers are complex (a magnitude becomes the
# sum of two parts). Shapes and types fit and the graphs are valid ONNX. The array is 0, 1, ... 5:
#     rows, columns first    jax [0.0, 3.0, 1.0, 4.0, 2.0, 5.0]    onnx [0.0, 1.0, 2.0, 3.0, ...]
#     two of them negative   jax [0.0, -1.0, -2.0, 3.0, 4.0, 5.0]  onnx [0.0, 0.0, 0.0, 3.0, ...]
#     nearest, half of them  jax [1.0, 3.0, 5.0]                   onnx [0.0, 2.0, 4.0]
#     sum of magnitudes      jax [27.4641]                         onnx [30.9282]
# jnp.reshape(x, ..., order="F") is refused with an error, x.reshape(..., order="F") is not.
# In the course: a network is kept as its numbers, and the code that trained it reads them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    jax2onnx==0.17.1 jax==0.10.2 onnx==1.23.2 onnx-ir==1.1.0 numpy==2.4.6
cat >shown.py <<'PYTHON'
import warnings
from importlib.metadata import version

import jax
import jax.numpy as jnp
import numpy as np
import onnx
from jax2onnx import to_onnx
from onnx.reference import ReferenceEvaluator

NUMBERS = np.arange(6, dtype=np.float32)
CASES = {
    "rows, rows first": (lambda x: x.reshape(2, 3).ravel(), None),
    "rows, columns first": (lambda x: x.reshape(2, 3).ravel(order="F"), NUMBERS),
    "two of them replaced": (lambda x: x.at[1:3].set(-7.0), None),
    "two of them negative": (lambda x: x.at[1:3].apply(jnp.negative), [0, 0, 0, 3, 4, 5]),
    "nearest, twice as many": (lambda x: jax.image.resize(x, (12,), "nearest"), None),
    "nearest, half of them": (lambda x: jax.image.resize(x, (3,), "nearest"), [0, 2, 4]),
    "sum of real parts": (lambda x: jnp.sum(jnp.fft.rfft(x).real), None),
    "sum of magnitudes": (lambda x: jnp.sum(jnp.abs(jnp.fft.rfft(x))), [30.9282]),
}


def rounded(result):
    return np.round(np.asarray(result, dtype=float), 4).ravel()


def converted(function):
    """The graph, and the warnings that the user is meant to see."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        graph = to_onnx(function, [jax.ShapeDtypeStruct(NUMBERS.shape, NUMBERS.dtype)])
    return graph, [w for w in caught if issubclass(w.category, UserWarning)]


print(*(f"{package} {version(package)}" for package in ("jax2onnx", "jax", "onnx")))
for name, (function, other) in CASES.items():
    true = rounded(function(jnp.asarray(NUMBERS)))
    graph, warned = converted(function)
    onnx.checker.check_model(graph, full_check=True)
    reader = ReferenceEvaluator(graph)
    result = rounded(reader.run(None, {reader.input_names[0]: NUMBERS})[0])
    print(f"{name:22} jax {true.tolist()}\n{'':22} onnx {result.tolist()}")
    assert not warned, f"{name}: there is a warning now"
    assert np.allclose(result, true if other is None else other), f"{name}: it has changed"
    assert other is None or not np.allclose(true, other), f"{name}: it is right"
try:
    converted(lambda x: jnp.reshape(x.reshape(2, 3), (6,), order="F"))
except NotImplementedError as error:
    print("jnp.reshape with order F: NotImplementedError:", error)
else:
    raise AssertionError("jnp.reshape takes the order F")
print("As described.")
PYTHON
venv/bin/python shown.py
