#!/bin/sh
# netgraph 4.13.2: the array of a graph with three nodes is drawn as a list of edges.
#
# Graph draws what it is given: a list of edges, an array with an edge and its weight in each row,
# or a full-rank square array with a number for each edge. The array of a ring of three nodes is of
# the last kind and has three columns; netgraph takes each of its rows for an edge. So a node is
# missing, a loop is drawn that nobody asked for, and no warning is given. A ring of four is drawn
# as it is, and so is the ring of three when networkx has read its array:
#     ring of 3            nodes 0 1      edges 0-0 0-1 1-0
#     read by networkx     nodes 0 1 2    edges 0-1 1-2 2-0
#     ring of 4            nodes 0 1 2 3  edges 0-1 1-2 2-3 3-0
# In the course: a graph is walked along its values; no array stands for one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    netgraph==4.13.2 numpy==2.3.5 matplotlib==3.10.7 networkx==3.6.1
MPLBACKEND=agg venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import netgraph
import networkx as nx
import numpy as np

print(*(f"{package} {version(package)}" for package in ("netgraph", "networkx", "numpy")))
three, four = (np.roll(np.eye(nodes, dtype=int), 1, axis=1) for nodes in (3, 4))
print(three)
assert np.linalg.matrix_rank(three) == 3
inputs = {
    "ring of 3": three,
    "read by networkx": nx.from_numpy_array(three, create_using=nx.DiGraph),
    "ring of 4": four,
}
seen = {}
for name, graph in inputs.items():
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        drawn = netgraph.Graph(graph, arrows=True)
    nodes = sorted(int(node) for node in drawn.node_artists)
    edges = sorted(f"{int(start)}-{int(end)}" for start, end in drawn.edge_artists)
    print(f"{name:16}  nodes {' '.join(map(str, nodes)):7}  edges {' '.join(edges)}")
    print("warnings:", [str(warning.message) for warning in given])
    seen[name] = nodes, edges
assert seen["ring of 3"] == ([0, 1], ["0-0", "0-1", "1-0"]), "three nodes are drawn as such now"
assert seen["read by networkx"] == ([0, 1, 2], ["0-1", "1-2", "2-0"])
assert seen["ring of 4"] == ([0, 1, 2, 3], ["0-1", "1-2", "2-3", "3-0"])
print("As described.")
PYTHON
