#!/bin/sh
# dask 2026.8.0 with torch 2.13.0: backward() succeeds and no gradient arrives.
#
# A task computes a loss from weights that require a gradient. With the scheduler "threads", which
# dask.delayed takes by itself, loss.backward() fills weights.grad. With "processes" the loss is
# pickled on its way back; torch then drops its history and keeps requires_grad=True. So it arrives
# as a leaf, backward() raises nothing, and the optimizer, which skips what has no gradient, leaves
# the weights as they are. copy.deepcopy refuses the same tensor with an error.
#     threads    loss 5.0, requires_grad True, is_leaf False; grad [2.0, 4.0]; weights [0.8, 1.6]
#     processes  loss 5.0, requires_grad True, is_leaf True; grad None; weights [1.0, 2.0]
# Met with distributed, where a warning appears: https://github.com/dask/dask/issues/9525
# In the course: a worker of mgrad/classroom/grade.py judges a whole notebook; no graph of values
# travels between processes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    dask==2026.8.0 cloudpickle==3.1.3 torch==2.13.0 numpy==2.4.6
cat > shown.py <<'PYTHON'
import copy
import warnings

import dask
import torch


def squared(weights):
    return (weights * weights).sum()


def train(scheduler):
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=0.1)
    loss = dask.delayed(squared)(weights).compute(scheduler=scheduler)
    about = f"loss {loss.item()}, requires_grad {loss.requires_grad}, is_leaf {loss.is_leaf}"
    loss.backward()
    optimizer.step()
    grad = None if weights.grad is None else weights.grad.tolist()
    print(f"{scheduler:9}  {about}; grad {grad}; weights {[round(w, 1) for w in weights.tolist()]}")
    return loss.requires_grad, grad


if __name__ == "__main__":  # a process that dask starts imports this file
    warnings.simplefilter("error")  # none is given
    print("dask", dask.__version__, "torch", torch.__version__)
    assert train("threads") == (True, [2.0, 4.0])
    assert train("processes") == (True, None), "a gradient, or no promise of one, arrives"
    try:
        copy.deepcopy(squared(torch.ones(2, requires_grad=True)))
    except RuntimeError as error:
        print("copy.deepcopy of such a loss: RuntimeError:", str(error).partition(" (")[0])
    else:
        raise AssertionError("copy.deepcopy takes such a tensor")
    print("As described.")
PYTHON
venv/bin/python shown.py
