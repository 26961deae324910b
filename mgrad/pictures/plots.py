"""The figures that the lessons share: one palette, labelled axes, titles that state the finding.

Every function returns one matplotlib figure, which Jupyter shows when it is the result of
a cell. Figures stand on a light card, so that they read the same on a light and on a dark
page. Importing this room sets the style of the course for all further figures.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from mgrad.engine import Value
from mgrad.losses import mean_squared_error
from mgrad.nn import MLP, Layer, Module
from mgrad.train import History

# Okabe and Ito's palette, which stays readable with every kind of colour vision.
BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
SKY, AMBER, INK, GREY, CARD = "#56B4E9", "#E69F00", "#1F2937", "#7B8494", "#F8FAFC"

WIDE, PLANE = (6.4, 3.6), (5.6, 4.6)  # inches
CONFIDENCE = LinearSegmentedColormap.from_list(
    "confidence", ["#4393C9", "#C3DDEF", "#F8FAFC", "#F7D3BC", "#E68A4E"]
)

plt.rcParams.update(
    {
        "figure.facecolor": CARD,
        "axes.facecolor": CARD,
        "savefig.facecolor": CARD,
        "figure.figsize": WIDE,
        "figure.dpi": 100,
        "savefig.dpi": 200,
        "figure.constrained_layout.use": True,
        "font.size": 10.5,
        "axes.titlesize": 12,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.titlepad": 10,
        "axes.edgecolor": GREY,
        "axes.labelcolor": INK,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "grid.color": "#E2E8F0",
        "lines.linewidth": 2.2,
        "legend.frameon": False,
        "axes.prop_cycle": plt.cycler(color=[BLUE, VERMILLION, GREEN, PURPLE, SKY, AMBER]),
    }
)
if "IPython" in sys.modules and plt.get_backend().lower().endswith("inline"):
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    set_matplotlib_formats("retina")  # sharp on high-resolution screens


def figure(
    title: str = "", xlabel: str = "", ylabel: str = "", size: tuple[float, float] = WIDE
) -> tuple[Figure, Axes]:
    """An empty figure in the style of the course, with its title and axis labels.

    Args:
        title: what the reader should see in the figure, as a statement.
        xlabel, ylabel: quantity and unit of each axis.
        size: width and height in inches.
    """
    fig, ax = plt.subplots(figsize=size)
    plt.close(fig)  # shown once, as the result of the cell, and not a second time by pyplot
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    return fig, ax


def panels(
    count: int, title: str = "", columns: int = 3, side: float = 2.7
) -> tuple[Figure, list[Axes]]:
    """A figure with ``count`` square panels in rows of ``columns``, each ``side`` inches wide."""
    columns = min(count, columns)
    rows = -(-count // columns)
    fig, axes = plt.subplots(
        rows, columns, figsize=(side * columns, side * rows + 0.4), squeeze=False
    )
    plt.close(fig)
    for ax in axes.flat[count:]:
        ax.set_axis_off()
    fig.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    return fig, list(axes.flat[:count])


def plot_function(
    f: Callable, start: float, stop: float, *, slope_at: float | None = None, title: str = ""
) -> Figure:
    """The curve of ``f`` from ``start`` to ``stop``, with its tangent at ``slope_at`` if given."""
    xs = np.linspace(start, stop, 400)
    fig, ax = figure(title, "x", "f(x)")
    ax.plot(xs, [float(f(x)) for x in xs], color=BLUE)
    if slope_at is not None:
        h = 1e-5
        y, slope = float(f(slope_at)), float(f(slope_at + h) - f(slope_at - h)) / (2 * h)
        reach = 0.2 * (stop - start)
        near = np.array([slope_at - reach, slope_at + reach])
        ax.plot(near, y + slope * (near - slope_at), color=VERMILLION)
        ax.plot(slope_at, y, "o", color=VERMILLION, markersize=8)
        ax.annotate(
            f"slope {slope:.2f}",
            (slope_at, y),
            (10, -14),
            textcoords="offset points",
            color=VERMILLION,
        )
    return fig


def plot_errors(
    steps: Sequence[float], errors: dict[str, Sequence[float]], title: str = ""
) -> Figure:
    """Error of a derivative estimate against the size of the nudge, both on logarithmic axes.

    Args:
        steps: the sizes h of the nudge.
        errors: for each method its absolute errors, one per step; exact zeros are left out.
    """
    fig, ax = figure(title, "size of the nudge h", "absolute error of the slope")
    for (name, values), marker in zip(errors.items(), "osD^"):
        pairs = [(h, e) for h, e in zip(steps, values) if e > 0]
        ax.loglog(*zip(*pairs), marker=marker, markersize=4.5, linewidth=1.6, label=name)
    ax.legend()
    return fig


def plot_points(ax: Axes, inputs: Sequence, targets: Sequence) -> None:
    """Points of two classes on a plane: blue circles for -1, vermillion triangles for +1."""
    points, labels = np.asarray(inputs, dtype=float), np.asarray(targets, dtype=float)
    for sign, marker, colour in ((-1, "o", BLUE), (1, "^", VERMILLION)):
        chosen = points[labels * sign > 0]
        ax.scatter(
            chosen[:, 0],
            chosen[:, 1],
            s=34 if len(points) > 20 else 80,
            marker=marker,
            color=colour,
            edgecolor=CARD,
            linewidth=0.7,
            label=f"class {sign:+d}",
            zorder=3,
        )


def plot_data(inputs: Sequence, targets: Sequence, title: str = "") -> Figure:
    """A scatter plot of two classes, labels -1 and +1."""
    fig, ax = figure(title, "first input x1", "second input x2", PLANE)
    plot_points(ax, inputs, targets)
    ax.set_aspect("equal")
    ax.legend(loc="upper right")
    return fig


def plot_boundary(
    model: Module,
    inputs: Sequence,
    targets: Sequence,
    title: str = "",
    ax: Axes | None = None,
    resolution: int = 100,
) -> Figure:
    """The plane as the model sees it: colour for the sign of the score, shade for its size.

    Args:
        model: an ``MLP`` with two inputs and one output, or any function of a pair.
        inputs, targets: the examples drawn on top, labels -1 and +1.
        title: the statement above the figure.
        ax: draw into this axes; None makes a new figure.
        resolution: grid points along each side.
    """
    if ax is None:
        _, ax = figure("", "first input x1", "second input x2", PLANE)
    points = np.asarray(inputs, dtype=float)
    low, high = points.min(axis=0) - 0.5, points.max(axis=0) + 0.5
    x1, x2 = (np.linspace(a, b, resolution) for a, b in zip(low, high))
    grid = np.stack(np.meshgrid(x1, x2), axis=-1)
    scores = grid_scores(model, grid.reshape(-1, 2)).reshape(resolution, resolution)
    ax.contourf(
        x1, x2, np.clip(scores, -1.5, 1.5), levels=np.linspace(-1.5, 1.5, 61), cmap=CONFIDENCE
    )
    if scores.min() < 0 < scores.max():
        ax.contour(x1, x2, scores, levels=[0.0], colors=[INK], linewidths=1.6)
    plot_points(ax, inputs, targets)
    ax.grid(False)
    ax.set_title(title)
    ax.set_aspect("equal")
    return ax.figure


def grid_scores(model: Module, points: np.ndarray) -> np.ndarray:
    """The model's score at each of ``points``, shape (n, n_inputs) -> (n,).

    An ``MLP`` is evaluated with NumPy on all points at once, from the same weights: the
    scores equal the engine's to rounding and come hundreds of times faster.
    """
    if type(model) is not MLP:  # a model of the student's own
        outputs = [model(list(point)) for point in points]
        return np.array(
            [float(output.data if hasattr(output, "_prev") else output) for output in outputs]
        )
    functions = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0), "linear": lambda z: z,
                 "sigmoid": lambda z: 0.5 * (1 + np.tanh(z / 2))}  # fmt: skip
    outputs = points
    for layer in model.layers:
        weights, biases = layer_arrays(layer)
        outputs = functions[layer.activation](outputs @ weights + biases)
    return outputs[:, 0]


def layer_arrays(layer: Layer) -> tuple[np.ndarray, np.ndarray]:
    """The weights (n_inputs, n_outputs) and biases (n_outputs,) of a layer of either engine."""
    if layer.engine is not Value:
        return layer.w.data, layer.b.data
    return np.array([[w.data for w in neuron.w] for neuron in layer.neurons]).T, np.array(
        [neuron.b.data for neuron in layer.neurons]
    )


def plot_history(history: History, title: str = "") -> Figure:
    """Loss and, for labels -1 and +1, accuracy against the number of updates."""
    losses, accuracies = history.losses, history.accuracies
    fig, ax = figure(title or _finding(history), "number of updates", "loss")
    ax.plot(losses, color=BLUE)
    ax.set_ylim(bottom=0)
    if accuracies and accuracies[0] is not None:
        right = ax.twinx()
        right.plot([100 * a for a in accuracies], color=VERMILLION, linestyle="--")
        right.set(ylabel="accuracy (%)", ylim=(0, 105))
        right.grid(False)
        right.yaxis.label.set_color(VERMILLION)
        ax.yaxis.label.set_color(BLUE)
    return fig


def plot_regression(predictions: Sequence, targets: Sequence, title: str = "") -> Figure:
    """Predictions against the truth, one point per example: a perfect model lies on the diagonal.

    Args:
        predictions, targets: one number (or Value) per example.
        title: the statement above the figure.

    Raises:
        ValueError: different lengths, or no examples.
    """
    error = mean_squared_error(predictions, targets).data
    truth, guesses = [float(t) for t in targets], [float(p) for p in predictions]
    fig, ax = figure(
        title or f"On average the squared error is {error:.3g}", "true value", "prediction", PLANE
    )
    ends = [min(truth + guesses), max(truth + guesses)]
    ax.plot(ends, ends, color=GREY, linestyle="--", linewidth=1.4)
    ax.scatter(truth, guesses, s=30, color=BLUE, edgecolor=CARD, linewidth=0.7, zorder=3)
    ax.set_aspect("equal")
    return fig


def _finding(history: History) -> str:
    losses = history.losses
    if not losses:
        return "No step was made"
    return f"{len(history)} updates take the loss from {losses[0]:.3f} to {losses[-1]:.3f}"


def plot_network(model: MLP, title: str = "") -> Figure:
    """The layers of an ``MLP``:

    a line per weight, as wide as it is large, vermillion if negative.
    """
    sizes = [model.layers[0].shape[0]] + [layer.shape[1] for layer in model.layers]
    count = sum((n_in + 1) * n_out for n_in, n_out in zip(sizes, sizes[1:]))
    fig, ax = figure(title or f"{count} parameters: one per line, one bias per neuron")
    tallest = max(sizes)
    ys = [np.arange(size) * (tallest / size) + tallest / size / 2 for size in sizes]
    for k, layer in enumerate(model.layers):
        for (i, j), weight in np.ndenumerate(layer_arrays(layer)[0]):
            ax.plot(
                [k, k + 1],
                [ys[k][i], ys[k + 1][j]],
                linewidth=0.3 + 2 * min(2.0, abs(weight)),
                alpha=0.75,
                color=BLUE if weight > 0 else VERMILLION,
                zorder=1,
            )
    for k, y in enumerate(ys):
        ax.scatter(np.full(len(y), k), y, s=180, color=CARD, edgecolor=INK, linewidth=1.4, zorder=2)
    ax.set_xticks(range(len(sizes)))
    hidden = [f"hidden layer {k}\n{size} neurons" for k, size in enumerate(sizes[1:-1], start=1)]
    ax.set_xticklabels(
        [f"{sizes[0]} inputs", *hidden, f"output layer\n{sizes[-1]} neuron{'s' * (sizes[-1] > 1)}"]
    )
    ax.set_yticks([])
    ax.grid(False)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.invert_yaxis()
    return fig
