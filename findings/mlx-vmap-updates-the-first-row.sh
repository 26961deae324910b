#!/bin/sh
# mlx 0.32.4: vmap of an assignment writes into the first row of a batch and leaves out the others.
#
# row[1:3] = new puts new numbers into a row; mx.slice_update does the same from a place on that is
# itself an array. vmap makes of it a function of many rows. When the rows are mapped and the new
# numbers are the same for all, only the first row gets them. No error, the right shape. With
# numbers of its own for each row, and by row[[1, 2]] = new, all rows get them. Of [1, 2, 3, 4] and
# [5, 6, 7, 8]:
#     row by row      [1.0, -1.0, -2.0, 4.0]  [5.0, -1.0, -2.0, 8.0]
#     vmap            [1.0, -1.0, -2.0, 4.0]  [5.0, 6.0, 7.0, 8.0]
# In the course: a Tensor takes a batch as one more axis; nothing is mapped over rows.
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
ROWS = mx.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0]])
NEW = mx.array([-1.0, -2.0])
START = mx.array([1])


def assign(row, new=NEW):
    copy = row + 0.0
    copy[1:3] = new
    return copy


def assign_listed(row):
    copy = row + 0.0
    copy[mx.array([1, 2])] = NEW
    return copy


def update(row):
    return mx.slice_update(row, NEW, START, [0])


true = mx.stack([assign(row) for row in ROWS])
repeated = mx.stack([NEW] * len(ROWS))
CASES = {
    "row by row": (true, False),
    "vmap": (mx.vmap(assign)(ROWS), True),
    "vmap, in_axes=(0, None)": (mx.vmap(assign, in_axes=(0, None))(ROWS, NEW), True),
    "vmap of slice_update": (mx.vmap(update)(ROWS), True),
    "vmap, new for each row": (mx.vmap(assign)(ROWS, repeated), False),
    "vmap of row[[1, 2]]": (mx.vmap(assign_listed)(ROWS), False),
}
print("mlx", version("mlx"))
for name, (result, first_only) in CASES.items():
    print(f"{name:24}", *result.tolist())
    expected = mx.concatenate([true[:1], ROWS[1:]]) if first_only else true
    assert mx.array_equal(result, expected), f"{name}: the behaviour has changed"
print("As described.")
PYTHON
