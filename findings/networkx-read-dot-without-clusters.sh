#!/bin/sh
# networkx 3.6.1 with pydot 4.0.1: read_dot leaves out every edge that stands in a subgraph.
#
# networkx has two readers of DOT files, nx_agraph.read_dot and nx_pydot.read_dot. In DOT a cluster
# is a box around nodes and edges of the same graph, a common way to draw a layer of a net. The
# reader with pygraphviz takes them all; the one with pydot takes what stands outside, and no
# warning says that there is more. Nodes that an outer edge mentions are there, so it looks like
# the graph, with other paths:
#     nx_agraph.read_dot: 7 nodes, 7 edges; x hidden1 hidden2 loss
#     nx_pydot.read_dot: 6 nodes, 5 edges; x hidden1 slow slower hidden2 loss
# Attributes lost in the same way: https://github.com/networkx/networkx/issues/5665 (open)
# In the course: mgrad.pictures writes DOT for Graphviz itself and reads none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    networkx==3.6.1 pydot==4.0.1 pygraphviz==2.0.4
venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version
from pathlib import Path

import networkx as nx
import pydot.dot_parser  # with warnings about pyparsing, which are not about a file

DOT = """digraph {
    x -> hidden1;
    subgraph cluster_layer {
        hidden1 -> hidden2;
        bias -> hidden2;
    }
    hidden2 -> loss;
    hidden1 -> slow -> slower -> hidden2;
}
"""
warnings.simplefilter("error")  # none is given
Path("net.dot").write_text(DOT)
print(*(f"{package} {version(package)}" for package in ("networkx", "pydot", "pygraphviz")))
print(DOT)
seen = {}
for reader in (nx.nx_agraph, nx.nx_pydot):
    graph = reader.read_dot("net.dot")
    nodes, edges = sorted(graph.nodes), sorted((start, end) for start, end, *_ in graph.edges)
    path = nx.shortest_path(graph, "x", "loss")
    name = reader.__name__.rpartition(".")[2]
    print(f"{name}.read_dot: {len(nodes)} nodes, {len(edges)} edges; {' '.join(path)}")
    seen[reader] = len(nodes), len(edges), len(path) - 1
assert seen[nx.nx_agraph] == (7, 7, 3), "pygraphviz reads it in another way now"
assert seen[nx.nx_pydot] == (6, 5, 5), "pydot reads it in another way now"
print("As described.")
PYTHON
