#!/bin/sh
# igraph 1.0.0: written as lists of dictionaries and read again, a graph has twice as many vertices.
#
# Graph.to_dict_list returns a dictionary with its attributes for each vertex and for each edge, and
# "is the reverse of Graph.DictList", which makes a graph of both. By default the ends of an edge
# are numbers of vertices. The reader takes them for names, finds no vertex called 0, and makes one
# without a warning: those with a name and a value have no edge, and the edges join others that have
# neither. With use_vids=False, where the ends are names, the graph comes back:
#     before             3 vertices, 3 edges; x has 2 edges and the value 3.0
#     to_dict_list()     6 vertices, 3 edges; x has 0 edges and the value 3.0
#     use_vids=False     3 vertices, 3 edges; x has 2 edges and the value 3.0
# A graph without names ends with an error instead.
# In the course: a graph of values is not written down; it is made again by running its cell.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0
venv/bin/python - <<'PYTHON'
import warnings

import igraph

warnings.simplefilter("error")  # none is given
print("igraph", igraph.__version__)


def described(name, graph):
    x = graph.vs.find(name="x")
    seen = graph.vcount(), graph.ecount(), x.degree(), x["value"]
    print(f"{name:15}", "{} vertices, {} edges; x has {} edges, value {}".format(*seen))
    return seen


graph = igraph.Graph(directed=True)
graph.add_vertices(["x", "square", "loss"], {"value": [3.0, 9.0, 9.5]})
graph.add_edges([("x", "square"), ("x", "square"), ("square", "loss")])
before = described("before", graph)
assert before == (3, 3, 2, 3.0)
print(graph.to_dict_list())
by_number = igraph.Graph.DictList(*graph.to_dict_list(), directed=True)
by_name = igraph.Graph.DictList(*graph.to_dict_list(use_vids=False), directed=True)
assert described("to_dict_list()", by_number) == (6, 3, 0, 3.0), "the numbers are read as such now"
print(by_number.vs["name"], by_number.vs["value"], by_number.get_edgelist())
assert by_number.vs["value"][3:] == [None] * 3
assert described("use_vids=False", by_name) == before, "names are read in another way"
print("As described.")
PYTHON
