#!/bin/sh
# torch 2.13.0 with onnxscript 0.7.2: without a warning an exported network computes another thing.
#
# torch.onnx.export writes a network as a graph of ONNX operators, and what ONNX has no word for is
# left out. scatter_reduce(..., "mean"), the mean of each group, becomes an assignment: the last
# number of each group stays. AvgPool2d(2, divisor_override=1), the sum of each square, becomes its
# mean. Shapes and types fit, the export succeeds and the graph is valid ONNX:
#     mean of each group     torch [2.0, 7.0]     onnx [3.0, 9.0]
#     sum of each square     torch [10.0, 18.0]   onnx [2.5, 4.5]
# With verify=True, which is not the default, it compares and logs the difference. The exporter of
# before, dynamo=False, refuses the mean with an error.
# A mean was asked for in https://github.com/onnx/onnx/issues/5100
# In the course: a network is kept as its numbers, and the code that trained it reads them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    torch==2.13.0 onnx==1.23.2 onnxscript==0.7.2 onnx-ir==1.1.0 numpy==2.4.6
cat >shown.py <<'PYTHON'
import warnings
from importlib.metadata import version

import onnx
import torch
from onnx.reference import ReferenceEvaluator


class EachGroup(torch.nn.Module):
    def __init__(self, reduction):
        super().__init__()
        self.reduction = reduction

    def forward(self, x):
        groups = torch.tensor([0, 0, 1, 1])
        return x.new_zeros(2).scatter_reduce(0, groups, x, self.reduction, include_self=False)


NUMBERS = torch.tensor([1.0, 3.0, 5.0, 9.0])
SQUARES = torch.arange(8.0).reshape(1, 1, 2, 4)
CASES = {
    "sum of each group": (EachGroup("sum"), NUMBERS, [4.0, 14.0]),
    "mean of each group": (EachGroup("mean"), NUMBERS, [3.0, 9.0]),
    "mean of each square": (torch.nn.AvgPool2d(2), SQUARES, [2.5, 4.5]),
    "sum of each square": (torch.nn.AvgPool2d(2, divisor_override=1), SQUARES, [2.5, 4.5]),
}


def exported(network, x):
    """The graph, and the warnings that the user is meant to see."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        program = torch.onnx.export(network.eval(), (x,), dynamo=True, verbose=False)
    return program.model_proto, [w for w in caught if issubclass(w.category, UserWarning)]


print(*(f"{package} {version(package)}" for package in ("torch", "onnx", "onnxscript")))
print("numbers", NUMBERS.tolist(), "squares", SQUARES.tolist())
wrong = []
for name, (network, x, seen) in CASES.items():
    graph, warned = exported(network, x)
    onnx.checker.check_model(graph, full_check=True)
    reader = ReferenceEvaluator(graph)
    result = reader.run(None, {reader.input_names[0]: x.numpy()})[0].flatten().tolist()
    true = network(x).flatten().tolist()
    print(f"{name:22} torch {str(true):14} onnx {result}")
    assert result == seen and not warned, f"{name}: the export has changed"
    if result != true:
        wrong.append(name)
assert wrong == ["mean of each group", "sum of each square"]
print("As described.")
PYTHON
venv/bin/python shown.py 2>/dev/null
