#!/bin/sh
# mermaid-py 0.9.0: two nodes whose names differ in a capital are drawn as one.
#
# A flowchart is given nodes with an identifier each, and links between them. mermaid-py writes each
# identifier in small letters, with a line for a blank, so that w and W, a weight and a matrix of
# weights, become the same one, and so do "layer 1" and "layer_1". Mermaid takes a name that comes
# again for the same node. So a graph of four nodes in a row has two nodes in the drawing, and both
# have links to themselves. Neither a warning nor an error says so:
#     given: w -> W, W -> layer 1, layer 1 -> layer_1
#     drawn: w -> w, w -> layer_1, layer_1 -> layer_1
# Names with a dot or a sign were changed too: ouhammmourachid/mermaid-py, issue 98 (closed).
# In the course: mgrad.pictures numbers the nodes that it writes for Graphviz; a name is a label.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mermaid-py==0.9.0
venv/bin/python - <<'PYTHON'
import re
import warnings
from importlib.metadata import version

from mermaid.flowchart import FlowChart, Link, Node

warnings.simplefilter("error")  # none is given
print("mermaid-py", version("mermaid-py"))
names = ["w", "W", "layer 1", "layer_1"]
nodes = [Node(name, content=name) for name in names]
links = [Link(start, end) for start, end in zip(nodes, nodes[1:])]
script = FlowChart("row", nodes, links).script
print(script)
given = list(zip(names, names[1:]))
drawn = re.findall(r"^\s*(\w+) --> (\w+)", script, re.MULTILINE)
for what, pairs in (("given", given), ("drawn", drawn)):
    print(f"{what}:", ", ".join(" -> ".join(pair) for pair in pairs))
assert drawn == [("w", "w"), ("w", "layer_1"), ("layer_1", "layer_1")], "two names are two nodes"
print("As described.")
PYTHON
