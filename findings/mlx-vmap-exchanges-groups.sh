#!/bin/sh
# mlx 0.32.4: vmap over the weights of a grouped convolution gives a network's result to another.
#
# conv1d(x, w, groups=2) lets each half of the filters see its half of the channels. vmap over w is
# the way to several networks for one input, each with weights of its own. The filters of all of
# them are then divided into groups together, so filters see channels that are not theirs. No error,
# the right shape; the gradients are those of these numbers. With one group, and when the input is
# mapped too, it is right. Two channels, 1 and 10, and two networks with factors [1, 2] and [3, 4]:
#     network by network   [1.0, 20.0]  [3.0, 40.0]
#     vmap                 [1.0, 2.0]   [30.0, 40.0]
# In the course: a layer is a matrix product, and nothing is mapped over networks.
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
X = mx.array([[[1.0, 10.0]]])  # one signal of one point with two channels
FACTORS = mx.array([[1.0, 2.0], [3.0, 4.0]])
NETWORKS = FACTORS[:, :, None, None]  # for every network two filters of one number
FULL = mx.concatenate([NETWORKS, 2 * NETWORKS], axis=-1)  # each filter sees both channels


def grouped(w, x=X):
    return mx.conv1d(x, w, groups=2)


def grouped_2d(w):
    return mx.conv2d(X[:, None], w[:, None], groups=2)


def transposed(w):
    return mx.conv_transpose1d(X, w, groups=2)


def one_group(w):
    return mx.conv1d(X, w)


print("mlx", version("mlx"))
for name, function, networks, wrong in (
    ("conv1d, 2 groups", grouped, NETWORKS, True),
    ("conv2d, 2 groups", grouped_2d, NETWORKS, True),
    ("conv_transpose1d, 2 groups", transposed, NETWORKS, True),
    ("conv1d, 1 group", one_group, FULL, False),
):
    true = mx.stack([function(w) for w in networks]).reshape(2, 2)
    mapped = mx.vmap(function)(networks).reshape(2, 2)
    print(f"{name:28} one by one {true.tolist()}   vmap {mapped.tolist()}")
    expected = mx.array([[1.0, 2.0], [30.0, 40.0]]) if wrong else true
    assert mx.array_equal(mapped, expected), f"{name}: vmap has changed"
    assert not wrong or mx.array_equal(true, FACTORS * X[0]), f"{name}: one by one has changed"

both = mx.vmap(grouped)(NETWORKS, mx.stack([X, X])).reshape(2, 2)
print(f"{'conv1d, the input mapped too':28} vmap {both.tolist()}")
assert mx.array_equal(both, FACTORS * X[0]), "mapped together they are wrong"
slopes = {
    name: mx.stack([g.reshape(2) for g in gradients])
    for name, gradients in {
        "one by one": mx.grad(lambda n: mx.stack([grouped(w) for w in n]).sum())(NETWORKS),
        "vmap": mx.grad(lambda n: mx.vmap(grouped)(n).sum())(NETWORKS),
    }.items()
}
print("gradient of the sum", *(f"{name} {g.tolist()}" for name, g in slopes.items()))
assert mx.array_equal(slopes["one by one"], mx.array([[1.0, 10.0], [1.0, 10.0]]))
assert mx.array_equal(slopes["vmap"], mx.array([[1.0, 1.0], [10.0, 10.0]])), "it has changed"
print("As described.")
PYTHON
