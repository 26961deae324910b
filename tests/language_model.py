"""The models of lesson 12, taken from its cells, and a twin of its GPT in PyTorch."""

import ast
from pathlib import Path
from types import SimpleNamespace

import nbformat

LESSON = Path(__file__).parent.parent / "notebooks" / "12-names.ipynb"
KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
CONSTANTS = {"FUTURE"}


def lesson() -> SimpleNamespace:
    """What the cells of the lesson import and define; nothing is trained or shown."""
    cells = nbformat.read(LESSON, as_version=4).cells
    sources = [c.source for c in cells if c.cell_type == "code" and c.id != "install"]
    nodes = [node for source in sources for node in ast.parse(source).body]
    names = {
        id(node): {target.id for target in node.targets if isinstance(target, ast.Name)}
        for node in nodes
        if isinstance(node, ast.Assign)
    }
    kept = [n for n in nodes if isinstance(n, KEPT) or names.get(id(n), set()) & CONSTANTS]
    space = {}
    exec(compile(ast.Module(kept, type_ignores=[]), str(LESSON), "exec"), space)
    return SimpleNamespace(**space)


def twin(model):
    """The parameters of a GPT as leaves of PyTorch, and its scores by PyTorch's own functions."""
    import torch
    from torch.nn.functional import rms_norm, scaled_dot_product_attention

    leaves = [torch.tensor(p.data, requires_grad=True) for p in model.parameters()]
    letters, places, query, key, value, out, hidden, back, table = leaves
    width = (letters.shape[1],)

    def normed(x):
        return rms_norm(x, width, eps=1e-5)

    def scores_of(codes):
        n, t = codes.shape
        x = letters[codes] + places[:t]
        q, k, v = [
            (normed(x) @ matrix).view(n, t, model.heads, -1).transpose(1, 2)
            for matrix in (query, key, value)
        ]
        collected = scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + collected.transpose(1, 2).reshape(n, t, -1) @ out
        x = x + (normed(x) @ hidden).relu() @ back
        return normed(x) @ table

    return leaves, scores_of


def twin_loss(scores, targets):
    """The mean loss over the letters that there are, as ``next_letter_loss`` of the lesson."""
    from torch.nn.functional import cross_entropy

    return cross_entropy(scores.reshape(-1, 27), targets.reshape(-1), ignore_index=-1)
