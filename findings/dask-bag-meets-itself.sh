#!/bin/sh
# dask 2026.8.0: a bag that is multiplied with itself loses half of its elements and mixes the rest.
#
# Bag.map takes other bags beside its own, element by element, and zip pairs two of them. When both
# are the same bag, as for the square of an error, each partition is one iterator that both sides
# draw from, as soon as the bag is the result of map, filter, pluck or starmap: neighbours meet, and
# half is missing. product of one partition with itself is empty. Neither an error nor a warning is
# given, with any scheduler, and the sum of squares is another number:
#     errors                       [-1, 2, -3, 4]
#     errors.map(mul, errors)      [-2, -12] instead of [1, 4, 9, 16]
#     zip(errors, errors)          [(-1, 2), (-3, 4)]
#     errors.product(errors)       0 pairs instead of 16
# from_sequence(...) itself and a bag after persist() hold lists and are right. Dask mended it for
# from_delayed, where several tasks draw from one: https://github.com/dask/dask/pull/1966
# In the course: what is computed in parallel is a list of whole notebooks; no bag is combined.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dask==2026.8.0
venv/bin/python - <<'PYTHON'
import warnings
from operator import mul, sub

import dask
import dask.bag

warnings.simplefilter("error")  # none is given
dask.config.set(scheduler="threads")
print("dask", dask.__version__)
TARGETS = [1, 2, 3, 4]
WRONG = [-2, -12], [(-1, 2), (-3, 4)], 0


def results(errors):
    """Squares, pairs and the number of pairs of all with all."""
    squares = errors.map(mul, errors).compute()
    pairs = dask.bag.zip(errors, errors).compute()
    return squares, pairs, errors.product(errors).count().compute()


numbers = [-1, 2, -3, 4]
right = [x * x for x in numbers], [(x, x) for x in numbers], 16
pairs = dask.bag.from_sequence(zip([0, 4, 0, 8], TARGETS), npartitions=1)
errors = pairs.starmap(sub)
assert errors.compute() == numbers
ways = {
    "starmap": (errors, WRONG),
    "map": (dask.bag.from_sequence(numbers, npartitions=1).map(int), WRONG),
    "filter": (dask.bag.from_sequence(numbers, npartitions=1).filter(bool), WRONG),
    "persist": (errors.persist(), right),
    "from_sequence": (dask.bag.from_sequence(numbers, npartitions=1), right),
}
for scheduler in ("threads", "synchronous"):
    with dask.config.set(scheduler=scheduler):
        for name, (bag, expected) in ways.items():
            seen = results(bag)
            print(f"{scheduler:11} {name:13} squares {seen[0]} pairs {seen[1]} product {seen[2]}")
            assert seen == expected, f"{name}: another result"
two = dask.bag.from_sequence(numbers, npartitions=2).map(int)
print("two partitions: squares", two.map(mul, two).compute())
assert two.map(mul, two).compute() == [-2, -12], "two partitions: another result"
print("As described.")
PYTHON
