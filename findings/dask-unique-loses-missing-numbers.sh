#!/bin/sh
# dask 2026.8.0: unique counts missing numbers 0 times; its inverse puts the least in their place.
#
# dask.array.unique has the documentation of NumPy's: with return_counts the number of times each
# value comes up, with return_inverse the places that reconstruct the array. For an array with NaN
# both find one nan among the values. NumPy counts all of them; dask counts none, so that the counts
# are fewer than the numbers, and the inverse points at the first value: an array that is put
# together again has the least number where one was missing. No warning is given:
#     the array              1.0 0.5 nan 1.0 nan 2.0
#     numpy   counts 1 2 1 2   put together 1.0 0.5 nan 1.0 nan 2.0
#     dask    counts 1 2 1 0   put together 1.0 0.5 0.5 1.0 0.5 2.0
# So it is for one chunk and for several. With return_index as well, it ends with an error.
# In the course: Dask hands whole notebooks to workers; numbers stay with NumPy and the engine.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dask==2026.8.0 numpy==2.4.6
venv/bin/python - <<'PYTHON'
import warnings

import dask
import dask.array
import numpy as np

warnings.simplefilter("error")  # none is given
dask.config.set(scheduler="synchronous")
print("dask", dask.__version__, "numpy", np.__version__)
array = np.array([1.0, 0.5, np.nan, 1.0, np.nan, 2.0])
print("the array", *array)


def seen(name, values, inverse, counts):
    again = values[inverse]
    print(f"{name:20} values {values} counts {counts} put together {again}")
    assert np.array_equal(values, [0.5, 1.0, 2.0, np.nan], equal_nan=True)
    return counts.tolist(), again


both = {"return_inverse": True, "return_counts": True}
counts, again = seen("numpy", *np.unique(array, **both))
assert counts == [1, 2, 1, 2] and np.array_equal(again, array, equal_nan=True)
for size in (6, 2):
    unique = dask.array.unique(dask.array.from_array(array, chunks=size), **both)
    counts, again = seen(f"dask, chunks of {size}", *dask.compute(*unique))
    assert counts == [1, 2, 1, 0], "a missing number is counted now"
    assert again.tolist() == [1.0, 0.5, 0.5, 1.0, 0.5, 2.0], "it is put together right"
print("As described.")
PYTHON
