"""mgrad: a small automatic-differentiation engine and neural network, for learning.

The engine and the networks are loaded at once; everything that needs another library
is loaded when it is first used.
"""

import sys
from importlib import import_module
from importlib.util import find_spec

from mgrad.engine import Value, gc_paused
from mgrad.gradcheck import check_gradients, numerical_gradient
from mgrad.losses import accuracy, cross_entropy, max_margin_loss, mean_squared_error, softmax
from mgrad.nn import MLP, Layer, Module, Neuron

__version__ = "0.1.0"

_ON_FIRST_USE = {
    "train": ["fit", "History"],
    "graph": ["trace", "draw_dot"],
    "player": ["play_backward"],
    "derivation": ["explain"],
    "plots": [
        "figure",
        "panels",
        "plot_function",
        "plot_errors",
        "plot_points",
        "plot_data",
        "plot_boundary",
        "plot_history",
        "plot_network",
        "plot_regression",
    ],
    "explore": [
        "explore_tangent",
        "explore_descent",
        "explore_activation",
        "explore_neuron",
        "explore_training",
    ],
    "check": ["progress"],
    "tensor": ["Tensor"],
    "demo": ["catch_up"],
}
_ROOM_OF = {name: room for room, names in _ON_FIRST_USE.items() for name in names}

__all__ = [
    "Value", "gc_paused", "Module", "Neuron", "Layer", "MLP",
    "max_margin_loss", "mean_squared_error", "softmax", "cross_entropy", "accuracy",
    "numerical_gradient", "check_gradients", "require", "optional", *_ROOM_OF,
]  # fmt: skip


class MissingPackage(ImportError):
    """A package that a lesson needs is not installed. Jupyter shows it as one line."""

    def __init__(self, module: str):
        module = module.partition(".")[0]
        package = {"sklearn": "scikit-learn"}.get(module, module)
        super().__init__(
            f"This needs the package {package}. Install it with: pip install {package}"
        )

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def require(*modules: str) -> None:
    """Check that ``modules`` can be imported, before a lesson starts.

    Raises:
        MissingPackage: naming the first that is missing, and how to install it.
    """
    for module in modules:
        if find_spec(module) is None:
            raise MissingPackage(module)


def optional(module: str, how_to_install: str) -> None:
    """Go on without ``module``: the cells of this notebook that mention it are left out.

    If the module is there, nothing happens. If not, one line says how to install it (or that
    the browser has none), and each cell that contains its name prints that it was left out.

    Raises:
        MissingPackage: outside a notebook.
    """
    if find_spec(module) is not None:
        return
    try:
        # IPython puts get_ipython into every notebook
        transformers = get_ipython().input_transformers_cleanup
    except NameError:
        raise MissingPackage(module) from None
    if sys.platform == "emscripten":
        print(f"{module} is not available in the browser: the cells that need it are left out")
    else:
        print(
            f"{module} is not installed: the cells that need it are left out. To run them: "
            f"{how_to_install}"
        )
    transformers.append(
        lambda lines: (
            [f"print('left out: this cell needs {module}')\n"]
            if module in "".join(lines)
            else lines
        )
    )


def __getattr__(name: str):
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'mgrad' has no attribute {name!r}")
    try:
        room = import_module(f"mgrad.{_ROOM_OF[name]}")
    except ModuleNotFoundError as error:
        raise MissingPackage(error.name) from None
    return getattr(room, name)


def __dir__() -> list[str]:
    return __all__
