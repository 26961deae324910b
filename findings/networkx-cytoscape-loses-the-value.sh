#!/bin/sh
# networkx 3.6.1: written for Cytoscape, each node's attribute "value" becomes the node itself.
#
# cytoscape_data turns a graph into JSON and cytoscape_graph reads it. A node's attributes go along,
# with id, name and value beside them, where value is the node. An attribute called "value", as an
# expression graph has it, is overwritten without a warning, and what comes back has names where
# numbers were. node_link_data and adjacency_data keep it. The documentation has a parameter for id
# and one for name; value stands in its example alone, of a graph whose nodes have no attributes:
#     before                 x 3.0, square 9.0
#     node_link, adjacency   x 3.0, square 9.0
#     cytoscape              x 'x', square 'square'
# In the course: a graph leaves the engine as a list of its values, or as a picture.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1
venv/bin/python - <<'PYTHON'
import json
import warnings

import networkx as nx

warnings.simplefilter("error")  # none is given
print("networkx", nx.__version__)
graph = nx.DiGraph()
graph.add_node("x", value=3.0, slope=6.0)
graph.add_node("square", value=9.0, slope=1.0)
graph.add_edge("x", "square", value=2.0)
before = dict(graph.nodes(data="value"))
print(f"{'before':10}", before)
ways = {
    "node_link": (nx.node_link_data, nx.node_link_graph),
    "adjacency": (nx.adjacency_data, nx.adjacency_graph),
    "cytoscape": (nx.cytoscape_data, nx.cytoscape_graph),
}
for name, (write, read) in ways.items():
    again = read(json.loads(json.dumps(write(graph))))
    values = dict(again.nodes(data="value"))
    print(f"{name:10}", values)
    expected = {"x": "x", "square": "square"} if name == "cytoscape" else before
    assert values == expected, f"{name}: other values"
    assert dict(again.nodes(data="slope")) == {"x": 6.0, "square": 1.0}
    assert again.edges["x", "square"]["value"] == 2.0
print("As described.")
PYTHON
