"""The figures that the lessons share: one palette, labelled axes, titles that state the finding.

Every function returns one matplotlib figure, which Jupyter shows when it is the result of
a cell. Figures stand on a light card, so that they read the same on a light and on a dark
page. Importing this room sets the style of the course for all further figures.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from mgrad._data import check_whole, is_row, plain
from mgrad._numbers import as_float, check_function, check_positive
from mgrad.engine import Value
from mgrad.nn import MLP, Layer, Module, check_size
from mgrad.pictures.words import (
    AMBER,
    BLUE,
    CARD,
    GREEN,
    GREY,
    INK,
    PURPLE,
    SKY,
    TEXT,
    VERMILLION,
    show_with_words,
)
from mgrad.train import History
from mgrad.translation import say

COLOURS, MARKERS = [BLUE, VERMILLION, GREEN, PURPLE, SKY, AMBER], "o^sDvP*X"

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
        "axes.prop_cycle": plt.cycler(color=COLOURS),
    }
)
if "IPython" in sys.modules and plt.get_backend().lower().endswith("inline"):
    from IPython import get_ipython
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    set_matplotlib_formats("retina")  # sharp on high-resolution screens
    show_with_words(get_ipython().display_formatter.formatters)


def figure(
    title: str = "", xlabel: str = "", ylabel: str = "", size: tuple[float, float] = WIDE
) -> tuple[Figure, Axes]:
    """An empty figure in the style of the course, with its title and axis labels.

    Args:
        title: what the reader should see in the figure, as a statement.
        xlabel, ylabel: quantity and unit of each axis.
        size: width and height in inches.

    Raises:
        TypeError: ``title`` is no text.
        ValueError: ``size`` is not two positive numbers.
    """
    check_title(title)
    if not is_row(size) or len(size) != 2:
        raise ValueError(f"size must be two numbers, width and height in inches, got {size!r}")
    size = [check_positive("size", side) for side in size]
    fig, ax = plt.subplots(figsize=size)
    plt.close(fig)  # shown once, as the result of the cell, and not a second time by pyplot
    ax.set(title=title, xlabel=xlabel, ylabel=ylabel)
    return fig, ax


def panels(
    count: int, title: str = "", columns: int = 3, side: float = 2.7
) -> tuple[Figure, list[Axes]]:
    """A figure with ``count`` square panels in rows of ``columns``, each ``side`` inches wide.

    Raises:
        TypeError: ``title`` is no text.
        ValueError: ``count`` or ``columns`` is not at least 1 and whole, ``side`` not positive.
    """
    check_title(title)
    count, side = check_size("count", count), check_positive("side", side)
    columns = min(count, check_size("columns", columns))
    rows = -(-count // columns)
    fig, axes = plt.subplots(
        rows, columns, figsize=(side * columns, side * rows + 0.6), squeeze=False
    )
    plt.close(fig)
    for ax in axes.flat[count:]:
        ax.set_axis_off()
    fig.suptitle(title, x=0.01, ha="left", weight="bold", size=12)
    fig.get_layout_engine().set(h_pad=0.11)  # inches, between this title and those of the panels
    return fig, list(axes.flat[:count])


def plot_function(
    f: Callable, start: float, stop: float, *, slope_at: float | None = None, title: str = ""
) -> Figure:
    """The curve of ``f`` from ``start`` to ``stop``, with its tangent at ``slope_at`` if given.

    ``f`` takes a number, or a Value, and returns one.

    Raises:
        TypeError: ``f`` is no function or does not return a number; a place is no number.
        ValueError: ``start`` is not below ``stop``, or ``f`` has no finite number between them.
    """
    height, xs, ys = sampled(f, ("start", start), ("stop", stop), 400)
    fig, ax = figure(title, "x", "f(x)")
    ax.plot(xs, ys, color=BLUE)
    if slope_at is not None:
        slope_at = as_float(slope_at, "slope_at")
        h = 1e-5 * max(1.0, abs(slope_at) / 100)  # a smaller nudge is lost beside a large number
        y, slope = height(slope_at), (height(slope_at + h) - height(slope_at - h)) / (2 * h)
        reach = 0.2 * (xs[-1] - xs[0])
        near = np.array([slope_at - reach, slope_at + reach])
        ax.plot(near, y + slope * (near - slope_at), color=VERMILLION)
        ax.plot(slope_at, y, "o", color=VERMILLION, markersize=8)
        ax.annotate(
            f"slope {slope:.2f}",
            (slope_at, y),
            (10, -14),
            textcoords="offset points",
            color=TEXT[VERMILLION],
        )
    return fig


def plot_errors(
    steps: Sequence[float], errors: dict[str, Sequence[float]], title: str = ""
) -> Figure:
    """Error of a derivative estimate against the size of the nudge, both on logarithmic axes.

    Args:
        steps: the sizes h of the nudge.
        errors: for each method its absolute errors, one per step; exact zeros are left out.

    Raises:
        TypeError: ``errors`` is no dictionary.
        ValueError: a step is not positive, or there is not one error, a number, for each.
    """
    if not hasattr(errors, "items"):
        raise TypeError(
            'errors must be a dictionary, such as {"forward": errors}, got a '
            + type(errors).__name__
        )
    steps = as_column("steps", steps)
    if steps.min() <= 0.0:
        raise ValueError(f"a logarithmic axis has no place for the step {steps.min():g}")
    fig, ax = figure(title, "size of the nudge h", "absolute error of the slope")
    for (name, values), marker in zip(errors.items(), cycle("osD^")):
        values = as_column(f"errors of {name!r}", values)
        check_lengths("steps", steps, f"errors of {name!r}", values)
        pairs = [(h, abs(e)) for h, e in zip(steps, values) if e != 0]
        hs, es = zip(*pairs) if pairs else ((), ())
        ax.loglog(hs, es, marker=marker, markersize=4.5, linewidth=1.6, label=name)
    ax.legend()
    return fig


def plot_points(ax: Axes, inputs: Sequence, targets: Sequence) -> None:
    """Points on a plane, each class with its own marker and colour.

    Args:
        ax: the axes to draw into.
        inputs: the points, two numbers each, in anything with rows: lists, an array, a DataFrame.
        targets: the class of each point: numbers such as -1 and +1, truth values or texts. Blue
            circles are the first class, vermillion triangles the second.

    Raises:
        TypeError: ``ax`` is no axes.
        ValueError: a point that cannot be drawn, or no class for it; too many classes.
    """
    check_axes(ax)
    points = as_points(inputs)
    classes, members = as_classes(targets)
    check_lengths("inputs", points, "targets", members)
    for k, name in enumerate(classes):
        chosen = points[members == k]
        ax.scatter(
            chosen[:, 0],
            chosen[:, 1],
            s=34 if len(points) > 20 else 80,
            marker=MARKERS[k % len(MARKERS)],
            color=COLOURS[k % len(COLOURS)],
            edgecolor=CARD,
            linewidth=0.7,
            label=name,
            zorder=3,
        )


def plot_data(inputs: Sequence, targets: Sequence, title: str = "") -> Figure:
    """A scatter plot of points and their classes: see ``plot_points``."""
    fig, ax = figure(title, "first input x1", "second input x2", PLANE)
    plot_points(ax, inputs, targets)
    ax.set_aspect("equal")
    if len(ax.collections) > 2:  # beside the points
        ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    else:
        ax.legend(loc="upper right")
    return fig


def plot_boundary(
    model: Module,
    inputs: Sequence,
    targets: Sequence,
    title: str = "",
    ax: Axes | None = None,
    resolution: int | None = None,
) -> Figure:
    """The plane as the model sees it: colour for the sign of the score, shade for its size.

    Args:
        model: an ``MLP`` with two inputs and one output, or any function of a pair.
        inputs, targets: the examples drawn on top, see ``plot_points``.
        title: the statement above the figure.
        ax: draw into this axes; None makes a new figure.
        resolution: grid points along each side; None takes 100 for an ``MLP``, and 40 for any
            other model, which is called once for each point of the grid.

    Raises:
        TypeError: ``model`` is no function, ``ax`` no axes, or ``title`` no text.
        ValueError: the model gives more than one score, or only NaN; ``resolution`` is below 2; or
            see ``plot_points``.
    """
    check_function("model", model)
    check_title(title)
    if ax is None:
        _, ax = figure("", "first input x1", "second input x2", PLANE)
    check_axes(ax)
    if resolution is None:
        resolution = 100 if type(model) is MLP else 40
    resolution = check_size("resolution", resolution, least=2)
    points = as_points(inputs)
    low, high = points.min(axis=0) - 0.5, points.max(axis=0) + 0.5
    x1, x2 = (np.linspace(a, b, resolution) for a, b in zip(low, high))
    grid = np.stack(np.meshgrid(x1, x2), axis=-1)
    scores = grid_scores(model, grid.reshape(-1, 2)).reshape(resolution, resolution)
    if np.isnan(scores).all():
        raise ValueError("every score of this model is NaN: draw it before the step that broke it")
    ax.contourf(
        x1, x2, np.clip(scores, -1.5, 1.5), levels=np.linspace(-1.5, 1.5, 61), cmap=CONFIDENCE
    )
    if np.nanmin(scores) < 0 < np.nanmax(scores):  # no score is no reason to have no border
        ax.contour(x1, x2, scores, levels=[0.0], colors=[INK], linewidths=1.6)
    plot_points(ax, points, targets)
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
        return np.array([as_score(model(point)) for point in points.tolist()])
    (n_inputs, _), (_, n_outputs) = model.layers[0].shape, model.layers[-1].shape
    if n_inputs != points.shape[1]:
        raise ValueError(f"MLP expects {n_inputs} inputs, got {points.shape[1]}")
    if n_outputs != 1:
        raise ValueError(ONE_SCORE)
    functions = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0), "linear": lambda z: z,
                 "sigmoid": lambda z: 0.5 * (1 + np.tanh(z / 2))}  # fmt: skip
    outputs = points
    for layer in model.layers:
        weights, biases = layer_arrays(layer)
        outputs = functions[layer.activation](outputs @ weights + biases)
    return outputs[:, 0]


def layer_arrays(layer: Layer) -> tuple[np.ndarray, np.ndarray]:
    """The weights (n_inputs, n_outputs) and biases (n_outputs,) of a layer.

    Of a layer of either engine, or of a student's own: with ``neurons``, each with a list of
    weights ``w`` and perhaps a bias ``b``.
    """
    if not hasattr(layer, "neurons"):
        return layer.w.data, layer.b.data
    weights = [as_numbers(neuron.w) for neuron in layer.neurons]
    biases = [as_numbers(neuron.b) for neuron in layer.neurons if hasattr(neuron, "b")]
    return np.array(weights, dtype=float).T, np.array(biases, dtype=float)


def plot_history(history: History, title: str = "") -> Figure:
    """Loss and, for labels -1 and +1, accuracy against the number of updates.

    Raises:
        TypeError: ``history`` is not what ``fit`` returns.
    """
    if isinstance(history, type) or not hasattr(history, "accuracies"):
        raise TypeError(
            f"plot_history draws the History that fit returns, got a {type(history).__name__}; a "
            "list of losses is drawn with fig, ax = figure() and ax.plot(losses)"
        )
    losses, accuracies = history.losses, history.accuracies
    fig, ax = figure(title or _finding(history), "number of updates", "loss")
    ax.plot(losses, color=BLUE)
    ax.set_ylim(bottom=min([0, *filter(math.isfinite, losses)]))
    if accuracies and accuracies[0] is not None:
        right = ax.twinx()
        right.plot([100 * a for a in accuracies], color=VERMILLION, linestyle="--")
        right.set(ylabel="accuracy (%)", ylim=(0, 105))
        right.grid(False)
        right.yaxis.label.set_color(TEXT[VERMILLION])
        ax.yaxis.label.set_color(TEXT[BLUE])
    return fig


def plot_regression(predictions: Sequence, targets: Sequence, title: str = "") -> Figure:
    """Predictions against the truth, one point per example: a perfect model lies on the diagonal.

    Args:
        predictions, targets: one number (or Value) per example, in a list, array or Series.
        title: the statement above the figure.

    Raises:
        ValueError: different lengths, no examples, or one that is no number.
    """
    guesses, truth = as_column("predictions", predictions), as_column("targets", targets)
    check_lengths("predictions", guesses, "targets", truth)
    error = np.mean((guesses - truth) ** 2)
    fig, ax = figure(
        title or f"On average the squared error is {error:.3g}", "true value", "prediction", PLANE
    )
    ends = [min(truth.min(), guesses.min()), max(truth.max(), guesses.max())]
    ax.plot(ends, ends, color=GREY, linestyle="--", linewidth=1.4)
    ax.scatter(truth, guesses, s=30, color=BLUE, edgecolor=CARD, linewidth=0.7, zorder=3)
    ax.set_aspect("equal")
    return fig


def _finding(history: History) -> str:
    losses = history.losses
    updates = len(losses) - 1  # of a run that broke off, the last row has none
    if updates < 1:
        return say("No step was made")
    start, end = f"{losses[0]:.3f}", f"{losses[-1]:.3f}"
    return say(f"{updates} updates take the loss from {start} to {end}")


def plot_network(model: MLP, title: str = "") -> Figure:
    """The layers of a network: a line per weight, as wide as it is large, blue if negative.

    Args:
        model: an ``MLP``, or a network of the student's own with the same parts: ``layers``,
            each with ``neurons``, each with a list of weights ``w``.
        title: the statement above the figure.

    Raises:
        TypeError: the model has other parts.
        ValueError: a weight is NaN or infinite.
    """
    arrays = network_arrays(model)
    for number, (weights, _) in enumerate(arrays, start=1):
        check_whole(f"the weights of layer {number}", weights)
    sizes = [len(arrays[0][0]), *(weights.shape[1] for weights, _ in arrays)]
    count = sum(weights.size + biases.size for weights, biases in arrays)
    fig, ax = figure(title or f"{count} parameters: one per line, one bias per neuron")
    tallest = max(sizes)
    ys = [np.arange(size) * (tallest / size) + tallest / size / 2 for size in sizes]
    for k, (weights, _) in enumerate(arrays):
        draw_weights(
            ax, k, weights.ravel(), np.repeat(ys[k], sizes[k + 1]), np.tile(ys[k + 1], sizes[k])
        )
    for k, y in enumerate(ys):
        ax.scatter(np.full(len(y), k), y, s=180, color=CARD, edgecolor=INK, linewidth=1.4, zorder=2)
    ax.set_xticks(range(len(sizes)))
    hidden = [
        say(f"hidden layer {k}\n{size} neurons") for k, size in enumerate(sizes[1:-1], start=1)
    ]
    last = say(f"{sizes[-1]} neurons" if sizes[-1] > 1 else "1 neuron")
    ax.set_xticklabels([say(f"{sizes[0]} inputs"), *hidden, f"{say('output layer')}\n{last}"])
    ax.set_yticks([])
    ax.grid(False)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.invert_yaxis()
    return fig


def network_arrays(model: MLP) -> list[tuple[np.ndarray, np.ndarray]]:
    """The weights and biases of each layer of a network, each as wide as the next one expects."""
    try:
        arrays = [layer_arrays(layer) for layer in model.layers]
        fitting = all(here.shape[1] == after.shape[0] for (here, _), (after, _) in pairwise(arrays))
    except (AttributeError, TypeError, ValueError, IndexError):
        fitting = False
    if not fitting or not arrays:
        raise TypeError(
            f"plot_network draws layers of neurons, and this {type(model).__name__} is built in "
            "another way: it needs layers, each with neurons, each with a list of weights w and a "
            "bias b"
        )
    return arrays


def draw_weights(
    ax: Axes, k: int, weights: np.ndarray, starts: np.ndarray, ends: np.ndarray
) -> None:
    """The lines from layer ``k`` to the next one; three arrays with an entry for each weight."""
    lines = np.stack([np.full(len(weights), k), starts, np.full(len(weights), k + 1), ends], axis=1)
    ax.add_collection(
        LineCollection(
            lines.reshape(-1, 2, 2),
            linewidths=0.3 + 2 * np.minimum(2.0, np.abs(weights)),
            colors=np.where(weights > 0, VERMILLION, BLUE),
            alpha=0.75,
            zorder=1,
        )
    )


# -- what people have: lists, arrays, Series, DataFrames, Values, labels of any kind -------

ONE_SCORE = (
    "a border is drawn where one score changes its sign, and this model gives several for each "
    "point: draw a difference of two, for example lambda x: model(x)[1] - model(x)[0]"
)


def as_numbers(x):
    """Plain numbers in place of Values, in lists and arrays of any depth.

    Raises:
        ValueError: a masked array, whose hidden numbers would be drawn.
    """
    x = x.data if hasattr(x, "_prev") else plain(x)
    if getattr(x, "dtype", "") == "object" or getattr(x, "shape", None) == ():
        x = x.tolist()
    if isinstance(x, (list, tuple)) or hasattr(x, "__next__"):
        return [as_numbers(item) for item in x]
    return x


def in_numbers(f: Callable) -> Callable[[float], float]:
    """``f`` for a plain number, also if it is made of the methods of a Value; so is its result."""

    def height(x: float) -> float:
        try:
            y = f(x)
        except AttributeError:  # x.tanh()
            y = f(Value(x))
        except (ArithmeticError, ValueError) as error:
            error.add_note(f"The function was asked for its value at {x:.6g}.")
            raise
        return as_float(as_numbers(y), "the picture of a function")

    return height


def sampled(
    f: Callable, first: tuple[str, float], last: tuple[str, float], count: int
) -> tuple[Callable[[float], float], np.ndarray, list[float]]:
    """``f`` in numbers, with ``count`` places and its values there.

    Args:
        f: takes a number or a Value, and returns one.
        first, last: name and number of the two ends.
        count: how many places.

    Raises:
        TypeError, ValueError: as ``plot_function``.
    """
    check_function("f", f)
    start, stop = (as_float(number, name) for name, number in (first, last))
    if not start < stop or math.isinf(stop - start):
        raise ValueError(f"{first[0]} must be below {last[0]}, got {start:g} and {stop:g}")
    height, xs = in_numbers(f), np.linspace(start, stop, count)
    ys = [height(x) for x in xs]
    if not np.isfinite(ys).any():
        raise ValueError(f"f has no finite value between {start:g} and {stop:g}")
    return height, xs, ys


def as_array(name: str, x: Sequence) -> np.ndarray:
    """Numbers in anything with rows as an array of floats.

    Raises:
        ValueError: these are not numbers, or the rows differ in length.
    """
    try:
        return np.asarray(as_numbers(x), dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"the {name} are not all numbers in rows of one length ({error})"
        ) from None


def as_points(inputs: Sequence) -> np.ndarray:
    """The inputs as an array of shape (n, 2).

    Raises:
        ValueError: not two numbers in each row, or one that is NaN or infinite.
    """
    points = as_array("inputs", inputs)
    if points.ndim != 2 or points.shape[1] != 2 or not len(points):
        advice = "choose two columns, for example np.asarray(inputs)[:, [0, 1]]"
        if points.ndim != 2 or points.shape[1] < 2:
            advice = "inputs come before targets, and are rows [[x1, x2], ...]"
        raise ValueError(
            f"a plane shows points of two numbers, got inputs of shape {points.shape}: {advice}"
        )
    check_finite("inputs", points)
    return points


def as_column(name: str, x: Sequence) -> np.ndarray:
    """One number for each example, shape (n,); a column (n, 1) is taken as well."""
    array = as_array(name, x)
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1 or not len(array):
        raise ValueError(f"{name} must be one number for each example, got shape {array.shape}")
    check_finite(name, array)
    return array


def check_finite(name: str, array: np.ndarray) -> None:
    """Raise a ValueError that names the first row which would silently be left out."""
    lost = np.flatnonzero(~np.isfinite(array.reshape(len(array), -1)).all(axis=1))
    if len(lost):
        row, example = lost[0], array[lost[0]].tolist()
        raise ValueError(
            f"row {row} of the {name}, counted from 0, is {example}, which has no place in a "
            f"drawing: leave such examples out ({len(lost)} of {len(array)})"
        )


def check_axes(ax: Axes) -> None:
    if not isinstance(ax, Axes):
        raise TypeError(
            f"ax must be one axes, from fig, ax = figure() or one of those that panels gives, got "
            f"a {type(ax).__name__}"
        )


def check_title(title: str) -> None:
    """Refuse what was meant for the next argument, such as axes."""
    if not isinstance(title, str | None):
        raise TypeError(f"title must be a text, got a {type(title).__name__}")


def check_lengths(left: str, xs: Sequence, right: str, ys: Sequence) -> None:
    """Raise a ValueError if there is not one of ``ys`` for each of ``xs``."""
    if len(xs) != len(ys):
        raise ValueError(f"{len(xs)} {left} but {len(ys)} {right}: there must be one for each")


def as_classes(targets: Sequence) -> tuple[list[str], np.ndarray]:
    """The name of each class, in order, and for each example the position of its class.

    Raises:
        ValueError: no single label for each example, or more labels than can be told apart.
    """
    labels = np.array(as_numbers(targets), dtype=object)
    if labels.ndim == 2 and labels.shape[1] == 1:
        labels = labels[:, 0]
    if labels.ndim != 1:
        raise ValueError(
            f"each point needs one label, got targets of shape {labels.shape}: for a column for "
            "each class write np.asarray(targets).argmax(axis=1)"
        )
    labels = labels.tolist()
    for i, label in enumerate(labels):
        if not isinstance(label, str) and str(label) in ("nan", "None", "NaT", "<NA>"):
            raise ValueError(
                f"row {i} of the targets, counted from 0, is {label}: a point needs a class"
            )
    classes = ordered_classes(set(labels))
    has_sign = classes == [-1, 1]
    names = [say(f"class {label}") for label in (name_of(y, has_sign) for y in classes)]
    position = {label: k for k, label in enumerate(classes)}
    return names, np.array([position[label] for label in labels])


def name_of(label, has_sign: bool) -> str:
    """A label in words, which no other label has; a dollar is no sign of a formula."""
    if type(label) not in (int, float):
        return str(label).replace("$", r"\$")
    short = f"{label:{'+' * has_sign}g}"
    return short if float(short) == label else str(label)


def as_signs(targets: Sequence) -> list[int]:
    """-1 for each example of the first class, +1 for the second.

    Raises:
        ValueError: more than two classes, or no single label for each example.
    """
    classes, members = as_classes(targets)
    if len(classes) > 2:
        raise ValueError(
            f"one border parts two classes, and the targets have {len(classes)}: choose two, or "
            "ask for one against the others, for example np.asarray(targets) == targets[0]"
        )
    return (2 * members - 1).tolist()


def ordered_classes(found: set) -> list:
    """The labels in order. Of -1 and +1, or 0 and 1, always both, so that each keeps its marker."""
    pairs = [[False, True]] if bool in map(type, found) else [[-1, 1], [0, 1]]
    for pair in pairs:
        if found <= set(pair):
            return pair
    most = math.lcm(len(COLOURS), len(MARKERS))
    if len(found) > most:
        raise ValueError(
            f"the targets have {len(found)} different values, and a drawing tells at most {most} "
            "classes apart: for numbers that are predicted take plot_regression"
        )
    try:
        return sorted(found)
    except TypeError:  # numbers and texts
        return sorted(found, key=str)


def as_score(output) -> float:
    """The one score that a model of the student's own gives for a point."""
    if isinstance(output, (list, tuple)) and len(output) == 1:
        output = output[0]
    output = as_numbers(output)
    if isinstance(output, np.ndarray) and output.size == 1:
        output = output.item()
    if is_row(output):
        raise ValueError(ONE_SCORE)
    return as_float(output, "a border")
