"""One page with a trained network in it, to show to others: no kernel, no server, no request."""

from __future__ import annotations

import json
import math
import re
from importlib.resources import files
from pathlib import Path

from mgrad._data import check_whole, is_row
from mgrad._numbers import as_float, check_positive
from mgrad.compiler import compile_graph
from mgrad.engine import Value, topological_order
from mgrad.nn import MLP, Module


def share(
    model: Module,
    path: str | Path,
    *,
    largest: float = 1.0,
    range: tuple[float, float] = (-2.0, 3.0),
) -> Path:
    """Write a web page that contains ``model`` as a program.

    A network of 64 inputs and 10 outputs gets a pad to draw a digit on, which becomes an image of
    8 x 8 blocks as in scikit-learn's ``load_digits``, the ten probabilities, and where it looks. A
    network of 2 inputs gets the plane with its border. The page is one file; send it to a friend.

    Args:
        model: a trained network of Values, of your own classes too, or an ``MLP`` of Tensors.
        path: where to write, for example ``"my-digits.html"``.
        largest: the number that stands for a block full of ink: 1 where the network was trained
            on pixels / 16, 16 where it was trained on the pixels as they are.
        range: the smallest and the largest number on the axes of the plane.

    Returns:
        The path.

    Raises:
        TypeError: ``model`` is no network of Values or Tensors.
        ValueError: it takes neither 64 nor 2 inputs, has not 10 outputs for 64, or has parameters
            that are not finite; ``largest`` or ``range`` is impossible.

    Source of the pixels: Alpaydin and Kaynak, "Optical Recognition of Handwritten Digits" (1998).
    """
    if isinstance(model, type) or not hasattr(model, "parameters") or not callable(model):
        raise TypeError(f"share needs a trained network, got {model!r}")
    parameters = list(model.parameters())
    if not all(hasattr(p, "_prev") for p in parameters):
        raise TypeError(f"share reads networks of Values or Tensors, got {type(model).__name__}")
    check_whole("the parameters", parameters)
    largest = check_positive("largest", largest)
    ends = [as_float(x, "range") for x in range] if is_row(range) else []
    if len(ends) != 2 or not -math.inf < ends[0] < ends[1] < math.inf:
        raise ValueError(f"range must be two numbers, the smaller first, got {range!r}")
    model = _on_values(model)
    inputs, output = _trace(model)
    n_outputs = len(output) if is_row(output) else 1
    if len(inputs) == 64 and n_outputs != 10:
        raise ValueError(f"a reader of digits has 10 outputs, one for each, not {n_outputs}")
    count = len(list(model.parameters()))
    settings = {
        "inputs": len(inputs),
        "largest": largest,
        "range": ends,
        "classes": ["−1", "+1"] if n_outputs == 1 else [],
        "about": f"It has {count:,} parameters. Its maker built it from the slope of a curve up.",
    }
    # the inputs play the parameters, so that backward tells where the network looks
    text = compile_graph(output, [], inputs).source("javascript").partition("const PARAMETERS")[0]
    page = files(__package__).joinpath("share.html").read_text(encoding="utf-8")
    page = page.replace("/*PROGRAM*/", _shortened(text)).replace(
        "/*SETTINGS*/", json.dumps(settings)
    )
    Path(path).write_text(page, encoding="utf-8")
    return Path(path)


def _on_values(model: Module) -> Module:
    """The same network on Values, whose graph can be read."""
    if not hasattr(getattr(model, "engine", Value), "shape"):
        return model
    if type(model).__call__ is not MLP.__call__:
        raise TypeError(
            f"share reads a network of Tensors only if it is an MLP, got a {type(model).__name__}: "
            "write yours on Values, and load the state into it"
        )
    sizes = [layer.shape for layer in model.layers]
    twin = MLP(sizes[0][0], [n for _, n in sizes])
    for layer, original in zip(twin.layers, model.layers):
        for neuron in layer.neurons:
            neuron.activation = original.activation
    twin.load(model.state())
    return twin


def _trace(model: Module) -> tuple[list, Value | list]:
    """The inputs and the output of a network that takes 64 or 2 numbers."""
    engine = type(next(iter(model.parameters())))
    errors = []
    for count in (64, 2):
        inputs = [engine(0.5) for _ in range(count)]
        try:
            output = model(inputs)
        except (ValueError, IndexError) as error:
            errors.append(f"with {count} inputs: {error}")
            continue
        outputs = output if is_row(output) else [output]
        used = {id(node) for v in outputs for node in topological_order(v)}
        if used.issuperset(map(id, inputs)):
            return inputs, output
        errors.append(f"of {count} inputs it does not use all")
    raise ValueError(
        "share shows networks of 64 inputs (an image of 8 x 8) or of 2 (the plane); "
        + "; ".join(errors)
    )


def _shortened(text: str) -> str:
    """Three digits for each weight, and compact: half the size, the same readings."""
    text = re.sub(r"\d+\.\d+(?:e-?\d+)?", lambda number: f"{float(number[0]):.3g}", text)
    return compact(text)


def compact(text: str) -> str:
    """A program in JavaScript with short names and no space where none is needed."""
    text = text.replace("parameters", "$p").replace("gradients", "$d")
    text = re.sub(r"(?<== )\((-[^()]+)\)", r"\1", text)
    return re.sub(r"^ +", "", re.sub(r" ([*+=]+) ", r"\1", text), flags=re.MULTILINE)
