#!/bin/sh
# pyvis 0.3.2: a drawing takes the weights off the graph; its shortest path is another one then.
#
# Network.from_nx copies a graph of networkx to draw it. Two functions may transform the numbers:
# node_size_transf for the sizes, edge_weight_transf for the weights of edges, which become widths.
# The second has no effect, a width is the weight itself. In the graph that was given every weight
# is gone afterwards, renamed to width, and each size is transformed once for each edge. So what is
# computed next is computed without weights, and the same call draws another picture:
#     before   shortest path x slow loss     drawn widths 1 1 4
#     after    shortest path x loss          drawn widths 1 1 1
#     sizes of the nodes: drawn 20 20 20, in the graph 40 40 40, drawn the next time 80 80 80
# "This operation is done in place", says its documentation, and not that the graph is the place.
# In the course: mgrad.pictures reads a graph of values and writes text for Graphviz.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyvis==0.3.2 networkx==3.6.1
venv/bin/python - <<'PYTHON'
import warnings
from importlib.metadata import version

import networkx as nx
from pyvis.network import Network

warnings.simplefilter("error")  # none is given
print(*(f"{package} {version(package)}" for package in ("pyvis", "networkx")))


def drawn(graph, **transformed):
    """Widths of the edges and sizes of the nodes in the drawing."""
    network = Network(directed=True)
    network.from_nx(graph, **transformed)
    return [edge["width"] for edge in network.edges], [node["size"] for node in network.nodes]


def path(graph):
    return " ".join(nx.shortest_path(graph, "x", "loss", weight="weight"))


graph = nx.DiGraph()
graph.add_weighted_edges_from([("x", "slow", 1), ("slow", "loss", 1), ("x", "loss", 4)])
paths, widths = [], []
for when in ("before", "after"):
    paths.append(path(graph))
    widths.append(drawn(graph)[0])
    print(f"{when:6}  shortest path {paths[-1]:12}  drawn widths {widths[-1]}")
print("edges now:", list(graph.edges(data=True)))
assert paths == ["x slow loss", "x loss"], "the weights are still in the graph"
assert [sorted(drawn) for drawn in widths] == [[1, 1, 4], [1, 1, 1]]
assert not nx.get_edge_attributes(graph, "weight")

graph = nx.DiGraph()
graph.add_weighted_edges_from([("x", "slow", 1), ("slow", "loss", 1), ("x", "loss", 4)])
double = {"node_size_transf": lambda size: 2 * size, "edge_weight_transf": lambda size: 2 * size}
first, sizes = drawn(graph, **double)
print("twice the weight: drawn widths", first)
assert sorted(first) == [1, 1, 4], "edge_weight_transf has an effect"
kept = list(nx.get_node_attributes(graph, "size").values())
again = drawn(graph, **double)[1]
print(f"twice the size: drawn {sizes}, in the graph {kept}, drawn the next time {again}")
assert (sizes, kept) == ([20] * 3, [40] * 3), "a size is transformed once"
assert again == [80] * 3
print("As described.")
PYTHON
