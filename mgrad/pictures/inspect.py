"""A look inside a network: which of its units still answer, and how far its weights move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.figure import Figure

from mgrad._data import is_row
from mgrad._numbers import check_function, check_positive
from mgrad.engine import topological_order
from mgrad.losses import cross_entropy
from mgrad.nn import Module
from mgrad.pictures.plots import COLOURS, GREEN, panels
from mgrad.tensor import Tensor
from mgrad.train import check_loss
from mgrad.translation import say

FLAT = {"tanh": 0.97, "sigmoid": 0.97}  # beyond it, the slope is below 6 % (tanh), 3 % (sigmoid)
HEALTHY = 3e-3  # update over weight, as a rule of thumb; a tenth and ten times are no alarm


class Inside(NamedTuple):
    """One layer of activations, for one batch.

    Attributes:
        activation: ``"tanh"``, ``"sigmoid"`` or ``"relu"``.
        outputs: what the layer gave, (examples, units).
        gradients: of the loss with respect to ``outputs``, of the same shape.
        saturated: the share of outputs on a flat part of the activation, for relu at exactly 0.
        dead: the share of units that are on it for every example of the batch.
    """

    activation: str
    outputs: np.ndarray
    gradients: np.ndarray
    saturated: float
    dead: float


def look_inside(
    model: Module,
    batch: tuple[Sequence, Sequence],
    *,
    loss: Callable = cross_entropy,
    learning_rate: float | None = None,
) -> Figure:
    """Histograms of what each layer gives and of its gradients; how far each array would move.

    Args:
        model: a network of Tensors. Its parameters and their gradients stay as they are.
        batch: inputs and targets of some examples.
        loss: called as ``loss(scores, targets)``.
        learning_rate: adds a panel with the size of one update, rate times gradient, over the size
            of the weights, for each array of weights; healthy are some thousandths.
            It says nothing of Adam, whose update is about the rate itself.

    Raises:
        TypeError: the network is not one of Tensors, or ``loss`` no function that gives a loss.
        ValueError: nothing in the network is a tanh, sigmoid or relu; ``batch`` is not two things;
            ``learning_rate`` is not positive.
    """
    if learning_rate is not None:
        check_positive("learning_rate", learning_rate)
    layers = read_layers(model, batch, loss)
    fig, axes = panels(2 if learning_rate is None else 3, _finding(layers), side=3.0)
    for number, (layer, colour) in enumerate(zip(layers, COLOURS * len(layers)), start=1):
        label = say(f"{number}: {layer.saturated:.0%} flat, {layer.dead:.0%} dead")
        _draw_share(axes[0], layer.outputs, colour, label)
        _draw_share(axes[1], layer.gradients, colour, say(f"layer {number}"))
    axes[0].set(title="outputs", ylabel="share of outputs")
    axes[1].set(title="gradients of outputs")
    axes[1].ticklabel_format(axis="x", style="sci", scilimits=(-2, 2))
    for ax in axes[:2]:
        ax.set_ylim(top=(1.1 + 0.13 * len(layers)) * ax.get_ylim()[1])  # room for the legend
        ax.legend(fontsize=8, loc="upper center")
    if learning_rate is not None:
        _draw_updates(axes[2], model, batch, loss, learning_rate)
    return fig


def read_layers(model: Module, batch: tuple, loss: Callable = cross_entropy) -> list[Inside]:
    """What ``look_inside`` draws, as numbers: one ``Inside`` for each activation, inputs first."""
    scores, _ = _run(model, batch, loss)
    layers = []
    for node in topological_order(scores):  # a loss may have a relu of its own
        if node._op in ("tanh", "sigmoid", "relu"):
            outputs, gradients = (x.reshape(-1, node.shape[-1]) for x in (node.data, node.grad))
            flat = abs(outputs) > FLAT[node._op] if node._op in FLAT else outputs == 0.0
            if node._op == "sigmoid":
                flat |= outputs < 1.0 - FLAT["sigmoid"]
            shares = float(flat.mean()), float(flat.all(axis=0).mean())
            layers.append(Inside(node._op, outputs, gradients, *shares))
    if not layers:
        raise ValueError("this network has no tanh, sigmoid or relu to look at")
    for number, layer in enumerate(layers, start=1):
        if not (np.isfinite(layer.outputs).all() and np.isfinite(layer.gradients).all()):
            raise ValueError(
                f"the outputs of layer {number} or their gradients are not all finite: look at the "
                "network before the step that broke it, or for NaN in the inputs"
            )
    return layers


def _run(model: Module, batch: tuple, loss: Callable) -> tuple[Tensor, list[np.ndarray]]:
    """The scores of a batch after the backward pass, and the gradient of each parameter."""
    parameters = [] if isinstance(model, type) else list(getattr(model, "parameters", list)())
    if not parameters or not all(isinstance(p, Tensor) for p in parameters):
        raise TypeError(
            "look_inside looks at networks of Tensors: make the network with engine=Tensor"
        )
    check_function("loss", loss)
    if not is_row(batch) or len(batch) != 2:
        raise ValueError("batch must be two things, (inputs, targets) of some examples")
    inputs, targets = batch
    before = [p.grad.copy() for p in parameters]
    for p in parameters:
        p.grad = 0.0
    try:
        scores = model(inputs)
        total = loss(scores, targets)
        check_loss(total)
        total.backward()
        return scores, [p.grad.copy() for p in parameters]
    finally:
        for p, gradient in zip(parameters, before):
            p.grad = gradient


def _draw_share(ax, numbers: np.ndarray, colour: str, label: str) -> None:
    counts, edges = np.histogram(numbers, bins=40)
    ax.stairs(counts / counts.sum(), edges, color=colour, label=label, linewidth=1.6)


def _draw_updates(ax, model: Module, batch: tuple, loss: Callable, learning_rate: float) -> None:
    _, gradients = _run(model, batch, loss)
    pairs = [(p._data, g) for p, g in zip(model.parameters(), gradients) if p._data.ndim > 1]
    ratios = [learning_rate * g.std() / (w.std() or 1.0) for w, g in pairs]
    places = range(1, len(ratios) + 1)
    ax.axhspan(HEALTHY / 10, HEALTHY * 10, color=GREEN, alpha=0.15)
    ax.plot(places, ratios, "o", color=COLOURS[0])
    ax.set(title="update over weight", xlabel="array of weights", yscale="log", xticks=places)
    moving = [ratio for ratio in ratios if ratio > 0.0]
    ax.set_ylim(min([HEALTHY / 100, *moving]) / 2, max([HEALTHY * 100, *moving]) * 2)


def _finding(layers: list[Inside]) -> str:
    """What is most alarming, as a title: a dead layer, flat outputs, outputs that fade."""
    dead = [layer.dead for layer in layers]
    if max(dead) > 0.5:
        number, share = dead.index(max(dead)) + 1, max(dead)
        return say(f"Layer {number} is dead: {share:.0%} of its units never answer")
    flat = [layer.saturated - (0.4 if layer.activation == "relu" else 0.0) for layer in layers]
    worst = flat.index(max(flat))
    if flat[worst] > 0.2:
        number, share = worst + 1, layers[worst].saturated
        return say(f"Layer {number} answers least: {share:.0%} of its outputs are on a flat part")
    first, last = layers[0].outputs.std(), layers[-1].outputs.std()
    if last < first / 10:
        share = last / first
        return say(f"The outputs fade: the last layer gives {share:.1%} of the size of the first")
    return say("All layers answer, and none of them fades")
