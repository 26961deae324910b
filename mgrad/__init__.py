"""mgrad: a small automatic-differentiation engine and neural network, for learning.

The engine and the networks are loaded at once; everything that needs another library
is loaded when it is first used.
"""

from importlib import import_module

from mgrad.engine import Value, gc_paused
from mgrad.gradcheck import check_gradients, numerical_gradient
from mgrad.losses import accuracy, cross_entropy, max_margin_loss, mean_squared_error, softmax
from mgrad.nn import MLP, Layer, Module, Neuron

__version__ = "0.1.0"

_ON_FIRST_USE = {
    "fit": "train",
    "History": "train",
    "trace": "graph",
    "draw_dot": "graph",
}

__all__ = [
    "Value", "gc_paused", "Module", "Neuron", "Layer", "MLP",
    "max_margin_loss", "mean_squared_error", "softmax", "cross_entropy", "accuracy",
    "numerical_gradient", "check_gradients", *_ON_FIRST_USE,
]  # fmt: skip


def __getattr__(name: str):
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"mgrad has no attribute {name!r}")
    return getattr(import_module(f"mgrad.{_ON_FIRST_USE[name]}"), name)
