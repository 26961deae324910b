#!/bin/sh
# torchview 0.2.7 with torch 2.13.0: a layer whose output is assigned leads nowhere in the drawing.
#
# draw_graph runs a network on an input and draws which operation takes what from which. Two layers
# compute two numbers each, a third takes the four. Put together with torch.cat, every layer lies on
# a way to the output. Assigned to the columns of a tensor of zeros, they give the same number and
# the same gradients; the drawing then has no edge for an assignment and does not say so. Both
# layers end in nothing, and the input seems to go round them:
#     concatenated  input to output: input Left cat Last output; input Right cat Last output
#     assigned      input to output: input new_zeros Last output
#     copied        input to output: input new_zeros Last output, where copy_ fills the columns
# Another package was asked about the same: https://github.com/sachinhosmani/torchvista/issues/14
# In the course: a picture is drawn from the graph of the values that the backward pass walks along.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    torchview==0.2.7 torch==2.13.0 numpy==2.4.6 graphviz==0.21 networkx==3.6.1
venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import networkx as nx
import torch
from torch import nn
from torchview import draw_graph

NAMES = {"auxiliary-tensor": "input", "output-tensor": "output"}
Left, Right, Last = (type(name, (nn.Linear,), {}) for name in ("Left", "Right", "Last"))


class Net(nn.Module):
    def __init__(self, together):
        super().__init__()
        self.left, self.right, self.last = Left(3, 2), Right(3, 2), Last(4, 1)
        self.together = together

    def forward(self, x):
        return self.last(self.together(x, self.left(x), self.right(x)))


def concatenated(x, left, right):
    return torch.cat([left, right], dim=1)


def assigned(x, left, right):
    both = x.new_zeros(len(x), 4)
    both[:, :2] = left
    both[:, 2:] = right
    return both


def copied(x, left, right):
    both = x.new_zeros(len(x), 4)
    both[:, :2].copy_(left)
    both[:, 2:].copy_(right)
    return both


warnings.simplefilter("error")  # none is given
print(*(f"{package} {version(package)}" for package in ("torchview", "torch")))
x = torch.ones(1, 3)
numbers, seen = [], []
for together in (concatenated, assigned, copied):
    torch.manual_seed(1)
    net = Net(together)
    net(x).backward()
    numbers.append((net(x).item(), net.left.weight.grad.tolist(), net.right.weight.grad.tolist()))
    drawn = draw_graph(net, input_data=x, depth=1)
    assert drawn.visual_graph.source.count("->") == len(drawn.edge_list)
    edges = [(NAMES.get(a.name, a.name), NAMES.get(b.name, b.name)) for a, b in drawn.edge_list]
    graph = nx.DiGraph(edges)
    paths = sorted(nx.all_simple_paths(graph, "input", "output"))
    seen.append("; ".join(map(" ".join, paths)) or "no way")
    print(f"{together.__name__:12} {net(x).item():.4f}  input to output: {seen[-1]}")
assert numbers[0] == numbers[1] == numbers[2] and any(map(any, numbers[0][1] + numbers[0][2]))
assert seen[0] == "input Left cat Last output; input Right cat Last output"
assert seen[1:] == ["input new_zeros Last output"] * 2, "an assignment is drawn in another way now"
print("As described.")
PYTHON
