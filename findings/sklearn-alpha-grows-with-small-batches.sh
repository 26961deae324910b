#!/bin/sh
# scikit-learn 1.9.1: MLPRegressor's penalty of the weights is 20 times as strong in batches of 10.
#
# alpha is the strength of the penalty. It "is divided by the sample size when added to the loss",
# and the user guide writes the loss with alpha / (2n) for n samples. The solvers that take batches
# divide by the size of a batch. So 200 samples in batches of 10 have alpha / 10 in every step,
# where the full batch and lbfgs have alpha / 200: not the same minimum with more noise but another.
# As "auto" takes at most 200, more data weaken the penalty up to there and no further.
# A line through y = 3x, without a hidden layer, after 400 epochs:
#     alpha 0:   lbfgs 3.00, sgd in batches of 200 3.00, of 50 3.00, of 10 3.00
#     alpha 20:  lbfgs 2.73, sgd in batches of 200 2.73, of 50 2.14, of 10 1.02
# Whether to divide at all was discussed in scikit-learn, issues 6780 and 10477.
# In the course: l2 of fit() is multiplied with the squares and divided by nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check scikit-learn==1.9.1 numpy==2.4.6
OMP_NUM_THREADS=1 venv/bin/python - <<'PYTHON'
import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPRegressor

warnings.simplefilter("error")
warnings.simplefilter("ignore", ConvergenceWarning)  # all epochs are wanted
x = np.random.default_rng(0).normal(size=(200, 1))
x = (x - x.mean()) / x.std()
y = 3 * x[:, 0]


def slope(alpha, solver, batch_size=200):
    net = MLPRegressor(
        hidden_layer_sizes=(),
        alpha=alpha,
        solver=solver,
        batch_size=batch_size,
        learning_rate_init=0.02,
        momentum=0,
        max_iter=400,
        tol=0,
        n_iter_no_change=400,
        random_state=0,
    )
    return net.fit(x, y).coefs_[0].item()


print("scikit-learn", sklearn.__version__)
ways = {"lbfgs": ("lbfgs",), **{f"sgd {size:3}": ("sgd", size) for size in (200, 50, 10)}}
for alpha in (0, 20):
    for name, way in ways.items():
        size = way[1] if len(way) > 1 else len(x)
        by_batch = 3 / (1 + alpha / size)  # least of mean((3x - wx)**2) / 2 + alpha w**2 / (2 size)
        by_sample = 3 / (1 + alpha / len(x))
        seen = slope(alpha, *way)
        print(f"alpha {alpha:2} {name}: slope {seen:.2f}, as documented {by_sample:.2f}")
        assert abs(seen - by_batch) < 0.02, f"alpha {alpha}, {name}: another slope"
print("As described.")
PYTHON
