"""mgrad: a small automatic-differentiation engine and neural network, for learning.

``from mgrad import ...`` reaches every name below. Each room is loaded when one of its names is
first used, so that importing the package costs next to nothing. The rooms, from the bottom up:

- the ideas: ``engine``, ``nn``, ``losses``, ``gradcheck``, ``compiler``, ``train``,
  ``tensor``;
- the pictures: ``pictures/``, drawings, plots and live figures;
- the checks: ``check/``, one file for each task of the exercises;
- ``demo``, for live demos;
- ``classroom/``, to hand in, and to grade a class.
"""

import gc
import sys
from importlib import import_module
from importlib.util import find_spec

from mgrad._copy import stand_aside

stand_aside()

__version__ = "0.1.0"

_ROOMS = {
    "_numbers": ["GradientLost"],
    "engine": ["Value", "gc_paused"],
    "nn": ["Module", "Neuron", "Layer", "MLP"],
    "losses": [
        "max_margin_loss", "mean_squared_error", "softmax", "cross_entropy", "accuracy",
    ],
    "optimisers": ["SGD", "Momentum", "Adam", "linear_schedule", "cosine_schedule"],
    "gradcheck": ["numerical_gradient", "check_gradients"],
    "train": ["fit", "History"],
    "tensor": ["Tensor"],
    "names": ["load_names"],
    "compiler": ["compile_graph", "Program"],
    "pictures.graph": ["trace", "draw_dot"],
    "pictures.player": ["play_backward"],
    "pictures.explain": ["explain"],
    "pictures.plots": [
        "figure", "panels", "plot_function", "plot_errors", "plot_points", "plot_data",
        "plot_boundary", "plot_history", "plot_network", "plot_regression",
    ],
    "pictures.explore": [
        "explore_tangent", "explore_descent", "explore_activation", "explore_neuron",
        "explore_training",
    ],
    "pictures.share": ["share"],
    "pictures.inspect": ["look_inside", "read_layers"],
    "check": ["progress"],
    "demo": ["catch_up"],
    "classroom.hand_in": ["hand_in"],
    "recall": ["review"],
}  # fmt: skip
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [*_ROOM_OF, "require", "optional"]


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

    Python's cyclic garbage collector is told to come round less often: graphs of Values need it
    as little as pictures do, and training by hand takes half the time.

    Raises:
        MissingPackage: naming the first that is missing, and how to install it.
    """
    for module in modules:
        if find_spec(module) is None:
            raise MissingPackage(module)
    if 0 < gc.get_threshold()[0] < 10_000:  # new objects; usually 700
        gc.set_threshold(10_000)


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
    """A public name from its room, or a room by its own name (``mgrad.plots``)."""
    room = _ROOM_OF.get(name) or next((r for r in _ROOMS if r.split(".")[-1] == name), None)
    if room is None:
        raise AttributeError(f"module 'mgrad' has no attribute {name!r}")
    try:
        module = import_module(f"mgrad.{room}")
    except ModuleNotFoundError as error:
        raise MissingPackage(error.name) from None
    return getattr(module, name) if name in _ROOM_OF else module


def __dir__() -> list[str]:
    return __all__
