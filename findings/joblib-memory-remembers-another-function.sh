#!/bin/sh
# joblib 1.6.0: a cached function answers with what another function of the same source returned.
#
# Memory.cache keeps results on disk under the name of a function and discards them when its source
# has changed. A function that another one makes and returns has a source too, and what it took from
# outside is not in it. So the derivative of the cube finds what the derivative of the square left
# there. No JobLibCollisionWarning is given:
#     the square at 3.0: 6.0 (6.0 without the cache)
#     the cube at 3.0: 6.0 (27.0 without the cache)
# Two lambdas on one line answer for each other too: 2 and 2 in place of 2 and 3. Of functions that
# share a name the documentation of Memory says that they are run again, not that a result is wrong.
# In the course: nothing is kept on disk under the name of a function; a test, an exercise and a
# grade each compute what they compare.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check joblib==1.6.0
cat > shown.py <<'PYTHON'
import warnings

import joblib

memory = joblib.Memory("cache", verbose=0)


def derivative(function, step=1e-6):
    def slope(x):
        return round((function(x + step) - function(x - step)) / (2 * step), 3)

    return slope


def square(x):
    return x**2


def cube(x):
    return x**3


warnings.simplefilter("error")  # none is given
print("joblib", joblib.__version__)
seen = []
for function in (square, cube):
    slope = derivative(function)
    seen.append((memory.cache(slope)(3.0), slope(3.0)))
    print("the {} at 3.0: {} ({} without the cache)".format(function.__name__, *seen[-1]))
assert seen == [(6.0, 6.0), (6.0, 27.0)], "what a function took from outside counts now"
one, two = memory.cache(lambda x: x + 1), memory.cache(lambda x: x + 2)
pair = one(1), two(1)
print("two lambdas on one line, which add 1 and 2, at 1:", *pair)
assert pair == (2, 2), "two functions on one line are two now"
print("As described.")
PYTHON
venv/bin/python shown.py
