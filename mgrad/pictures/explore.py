"""Live figures: move a slider and see what it does.

Each function returns one widget for the end of a cell. Where no kernel runs (in the course book,
in a notebook exported as HTML) the page has a script of its own, see ``live.py``; where scripts
are not allowed (on GitHub) the first picture is shown.
"""

from __future__ import annotations

import base64
import io
import random
from collections.abc import Callable, Sequence

import ipywidgets as widgets
import numpy as np
from contourpy import contour_generator
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from PIL import Image
from traitlets import Unicode

from mgrad._numbers import as_float
from mgrad._text import printable
from mgrad.compiler import compile_graph
from mgrad.engine import Value
from mgrad.losses import accuracy, max_margin_loss
from mgrad.nn import ACTIVATIONS, MLP, check_sizes
from mgrad.pictures.live import Script, function_program, with_script
from mgrad.pictures.plots import (
    BLUE,
    CONFIDENCE,
    GREEN,
    INK,
    PLANE,
    VERMILLION,
    as_points,
    as_signs,
    check_lengths,
    figure,
    grid_scores,
    panels,
    plot_points,
    sampled,
)
from mgrad.pictures.words import describe, few_colours, html_image, in_own_language
from mgrad.translation import say

LONGEST = 200  # updates in a live training run
LARGEST = 1000  # parameters of a network that a page trains


class _Picture(widgets.Image):
    """An image with words for those who do not see it: its ``tooltip``.

    Widgets of a page take their tooltip for their name where they have a description, which is
    empty here.
    """

    description = Unicode().tag(sync=True)


class Live(widgets.VBox):
    """Controls above one picture and one sentence, redrawn whenever a control changes.

    Args:
        figure: its axes and everything that stands still, drawn only once.
        moving: the artists that ``update`` changes, from back to front.
        controls: for each argument of ``update`` the widget that sets it.
        update: called with the values of the controls; returns the sentence below.
        script: what does the same on a page without a kernel; None leaves the picture there.
    """

    def __init__(
        self,
        figure: Figure,
        moving: Sequence[Artist],
        controls: dict[str, widgets.Widget],
        update: Callable[..., str],
        script: Script | None = None,
    ):
        self.figure, self.moving, self.controls, self._update = figure, moving, controls, update
        self._script = script
        for artist in moving:
            artist.set_animated(True)
        in_own_language(figure)
        figure.set_dpi(130)
        self._canvas = FigureCanvasAgg(figure)
        self._canvas.draw()
        self._still = self._canvas.copy_from_bbox(figure.bbox)
        self._width = f"{100 * figure.get_size_inches()[0]:.0f}"
        self._image = _Picture(
            format="png", layout=widgets.Layout(width=f"{self._width}px", max_width="100%")
        )
        self._sentence = widgets.HTML()
        for control in controls.values():
            control.observe(self._redraw, "value")
        self._redraw()
        row = widgets.HBox(list(controls.values()), layout=widgets.Layout(flex_flow="row wrap"))
        super().__init__([row, self._image, self._sentence])

    def _redraw(self, change=None) -> None:
        values = {name: control.value for name, control in self.controls.items()}
        moving = self.moving
        try:
            self.sentence = say(self._update(**values))
        except (ArithmeticError, ValueError) as error:  # a place where the function has no value
            self.sentence, moving = say(f"There is no picture for this setting: {error}"), []
        self._canvas.restore_region(self._still)
        for artist in moving:
            artist.axes.draw_artist(artist)
        picture = io.BytesIO()
        Image.fromarray(np.asarray(self._canvas.buffer_rgba())).convert("RGB").save(
            picture, "png", compress_level=1
        )
        self._image.value = picture.getvalue()
        self._image.tooltip = f"{say('Figure:')} {self.sentence}"
        self._sentence.value = f"<span aria-live='polite'>{self.sentence}</span>"

    def _repr_mimebundle_(self, **options):
        bundle = super()._repr_mimebundle_(**options)
        bundle, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        words = printable(f"{say('Live figure.')} {describe(self.figure)} {self.sentence}")
        data = base64.b64encode(few_colours(self._image.value)).decode()
        html = html_image(data, words, width=int(self._width))
        if self._script:
            html = with_script(html, self.figure, self.moving, self.controls, self._script)
        return {**bundle, "text/html": html, "text/plain": words}, metadata


def _slider(name: str, value: float, low: float, high: float, step: float) -> widgets.FloatSlider:
    if not low <= as_float(value, name) <= high:  # a widget would take the nearest in silence
        raise ValueError(f"{name} must be from {low:g} to {high:g}, got {value!r}")
    layout, digits = widgets.Layout(width="300px"), ".3f" if step < 0.01 else ".2f"
    return widgets.FloatSlider(
        value,
        min=low,
        max=high,
        step=step,
        description=name,
        readout_format=digits,
        layout=layout,
    )


def _parabola(x):
    return 3 * x**2 - 4 * x + 5


def explore_tangent(
    f: Callable = _parabola, x: float = 3.0, low: float = -5.0, high: float = 5.0
) -> Live:
    """A curve with its tangent at x, and the line through x and x + h, for any x and h.

    Args:
        f: takes a number, or a Value, and returns one.
        x: the first setting, from ``low`` to ``high``.
        low, high: the ends of the curve.

    Raises:
        TypeError: ``f`` is no function or does not return a number; a place is no number.
        ValueError: ``low`` is not below ``high``, or ``x`` not between them.
    """
    height, xs, ys = sampled(f, ("low", low), ("high", high), 300)
    program, f = function_program(f, xs[::20]), height
    low, high, x = xs[0].item(), xs[-1].item(), as_float(x, "x")
    fig, ax = figure("The smaller h, the closer the line to the tangent", "x", "f(x)")
    ax.plot(xs, ys, color=BLUE)
    (tangent,) = ax.plot([], [], color=VERMILLION, linestyle="--", label="tangent")
    (secant,) = ax.plot([], [], color=GREEN, label="through x and x + h")
    (points,) = ax.plot([], [], "o", color=INK, markersize=7)
    ax.set(xlim=ax.get_xlim(), ylim=ax.get_ylim())
    ax.legend(loc="upper center")

    def update(x: float, exponent: float) -> str:
        h = 10**exponent
        slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        estimate = (f(x + h) - f(x)) / h
        ends = np.array([low, high])
        tangent.set_data(ends, f(x) + slope * (ends - x))
        secant.set_data(ends, f(x) + estimate * (ends - x))
        points.set_data([x, x + h], [f(x), f(x + h)])
        return (
            f"x = {x:.2f}, h = {h:.3g}: (f(x + h) − f(x)) / h = {estimate:.4f}, the tangent has "
            f"slope {slope:.4f}"
        )

    controls = {
        "x": _slider("x", x, low, high, 0.05),
        "exponent": _slider("log₁₀ h", 0.0, -4.0, 0.5, 0.05),
    }
    script = Script("tangent", program, {"low": low, "high": high}) if program else None
    return Live(fig, [secant, tangent, points], controls, update, script)


def explore_descent(
    f: Callable = _parabola, start: float = -2.0, low: float = -5.0, high: float = 5.0
) -> Live:
    """Gradient descent on ``f`` from ``start``, for any learning rate and number of steps.

    Arguments and errors are those of ``explore_tangent``; ``start`` may be anywhere.
    """
    height, xs, ys = sampled(f, ("low", low), ("high", high), 300)
    program, f, start = function_program(f, xs[::20]), height, as_float(start, "start")
    fig, ax = figure("Creep, arrive, overshoot, fly off: the rate decides", "x", "f(x)")
    ax.plot(xs, ys, color=BLUE)
    (walk,) = ax.plot([], [], "o-", color=VERMILLION, linewidth=1.2, markersize=5)
    ax.plot([start], [f(start)], "o", color=INK, markersize=8)
    ax.set(xlim=ax.get_xlim(), ylim=ax.get_ylim())

    def update(rate: float, steps: int) -> str:
        path = [start]
        for _ in range(steps):
            x = path[-1]
            path.append(x - rate * (f(x + 1e-6) - f(x - 1e-6)) / 2e-6 if abs(x) < 1e6 else x)
        walk.set_data(path, [f(x) for x in path])
        x = path[-1]
        return (
            f"learning rate {rate:.3f}: after {steps} step{'s' * (steps > 1)} x = {x:.4g} "
            f"and f(x) = {f(x):.4g}"
        )

    steps = widgets.IntSlider(
        10, min=1, max=40, description=say("steps"), layout=widgets.Layout(width="300px")
    )
    controls = {"rate": _slider(say("rate"), 0.1, 0.005, 0.42, 0.005), "steps": steps}
    script = Script("descent", program, {"start": start}) if program else None
    return Live(fig, [walk], controls, update, script)


def explore_activation() -> Live:
    """An activation function and its slope, at any pre-activation."""
    fig, (left, right) = panels(
        2, "Where the curve is flat, the slope is zero and nothing is learnt", side=3.2
    )
    zs = np.linspace(-6, 6, 241)
    curves = [
        ax.plot([], [], color=colour)[0] for ax, colour in ((left, BLUE), (right, VERMILLION))
    ]
    marks = [ax.plot([], [], "o", color=INK, markersize=8)[0] for ax in (left, right)]
    left.set(title="output", xlabel="pre-activation n", ylabel="o", xlim=(-6, 6), ylim=(-1.3, 2.5))
    right.set(
        title="slope", xlabel="pre-activation n", ylabel="do/dn", xlim=(-6, 6), ylim=(-0.1, 1.15)
    )
    shapes = {}
    for name, function in ACTIVATIONS.items():
        leaves = [Value(z) for z in zs]
        outputs = [function(leaf) for leaf in leaves]
        Value.sum(outputs).backward()
        shapes[name] = [o.data for o in outputs], [leaf.grad for leaf in leaves]

    def update(activation: str, n: float) -> str:
        leaf = Value(n)
        out = ACTIVATIONS[activation](leaf) * 1.0
        out.backward()
        for curve, mark, ys, y in zip(curves, marks, shapes[activation], (out.data, leaf.grad)):
            curve.set_data(zs, ys)
            mark.set_data([n], [y])
        return f"{activation}({n:.2f}) = {out.data:.4f}, slope {leaf.grad:.4f}"

    choice = widgets.Dropdown(options=list(ACTIVATIONS), value="tanh", description=say("function"))
    controls = {"activation": choice, "n": _slider("n", 0.5, -6.0, 6.0, 0.05)}
    n = Value(0.0, "n")
    outputs = [function(n) * 1.0 for function in ACTIVATIONS.values()]
    program = compile_graph(outputs, [], [n])
    script = Script("activation", program, {"names": list(ACTIVATIONS)})
    return Live(fig, [*curves, *marks], controls, update, script)


def explore_neuron(
    inputs: Sequence = ((-1.5, -1), (-1, 1.5), (1, -1.5), (1.5, 1)),
    targets: Sequence = (-1, -1, 1, 1),
) -> Live:
    """What one tanh neuron makes of the plane, for any weights and bias.

    Args:
        inputs, targets: points of two classes, see ``plot_points``.
    """
    points, signs = _two_classes(inputs, targets)
    fig, ax = figure(
        "Weights turn the border, the bias moves it", "first input x1", "second input x2", PLANE
    )
    reach = max(2.0, 0.5 + np.abs(points).max())  # every point is in the picture
    side = np.linspace(-reach, reach, 60)
    x1, x2 = np.meshgrid(side, side)
    shade, border = _plane(ax, (-reach, reach, -reach, reach), 60, 1.2)
    plot_points(ax, points, signs)
    ax.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach))

    def update(w1: float, w2: float, b: float) -> str:
        shade.set_data(np.tanh(w1 * x1 + w2 * x2 + b))
        border.set_data(*_line(w1, w2, b, 3 * reach))
        right = accuracy((points @ [w1, w2] + b).tolist(), signs)
        total = f"{w1:.1f}·x1 + {w2:.1f}·x2 + {b:.1f}".replace("+ -", "− ").replace("-", "−")
        return f"o = tanh({total}): {right:.0%} of the points are on the right side"

    controls = {
        name: _slider(name, value, -3.0, 3.0, 0.1)
        for name, value in (("w1", 1.0), ("w2", 1.0), ("b", 0.0))
    }
    leaves = [Value(0.0, name) for name in ("w1", "w2", "x1", "x2", "b")]
    output = Value.dot(leaves[:2], leaves[2:4], leaves[4]).tanh()
    program = compile_graph(output, leaves[2:4], [*leaves[:2], leaves[4]])
    settings = {"points": points.tolist(), "signs": signs, "reach": float(reach), "size": 60}
    script = Script("neuron", program, settings)
    return Live(fig, [shade, border, *ax.collections], controls, update, script)


def _two_classes(inputs: Sequence, targets: Sequence) -> tuple[np.ndarray, list[int]]:
    """The points, shape (n, 2), and the class of each, -1 or +1."""
    points, signs = as_points(inputs), as_signs(targets)
    check_lengths("inputs", points, "targets", signs)
    return points, signs


def _plane(ax: Axes, extent: tuple, size: int, largest: float) -> tuple[AxesImage, Line2D]:
    """The shade of ``size`` by ``size`` scores up to ``largest``, and the border; both empty."""
    shade = ax.imshow(
        np.zeros((size, size)),
        extent=extent,
        cmap=CONFIDENCE,
        vmin=-largest,
        vmax=largest,
        origin="lower",
        interpolation="bilinear",
        aspect="auto",
    )
    (border,) = ax.plot([], [], color=INK, linewidth=1.8)
    ax.grid(False)
    return shade, border


def _line(w1: float, w2: float, b: float, reach: float) -> np.ndarray:
    """Two far points of the line ``w1*x1 + w2*x2 + b = 0``, as (x1 of both, x2 of both)."""
    length = w1 * w1 + w2 * w2
    if not length:
        return np.empty((2, 0))
    nearest = np.array([-b * w1, -b * w2]) / length  # to the origin
    along = reach * np.array([-w2, w1]) / length**0.5
    return np.array([nearest - along, nearest + along]).T


def explore_training(
    inputs: Sequence,
    targets: Sequence,
    layer_sizes: Sequence[int] = (16, 16, 1),
    learning_rate: float = 0.5,
    seed: int = 1337,
) -> Live:
    """Train a network on points of two classes and watch its border, with play, step and reset.

    Args:
        inputs, targets: the examples, points of two classes, see ``plot_points``.
        layer_sizes: the layers of the ``MLP``, the last one of size 1.
        learning_rate: the first setting of the slider.
        seed: of the first weights, and of those after each reset.

    Raises:
        ValueError: the last layer is not of size 1, the rate not from 0.01 to 2, or see
            ``plot_points``.
        TypeError: ``layer_sizes`` is no list.
    """
    sizes = check_sizes(layer_sizes)
    if sizes[-1] != 1:
        raise ValueError(f"one border needs a last layer of size 1, got {sizes}")
    points, signs = _two_classes(inputs, targets)
    run = _Training(points, signs, sizes, seed)
    fig, (left, right) = panels(2, "The border bends until it parts the two classes", side=3.6)
    draw_plane = _score_drawer(left, points)
    plot_points(left, points, signs)
    left.set(xlabel="first input x1", ylabel="second input x2", title="plane")
    (curve,) = right.plot([], [], color=BLUE)
    right.set(xlabel="number of updates", ylabel="loss", title="loss")
    right.set(xlim=(0, LONGEST), ylim=(0, max(1.2, 1.1 * run.losses[0])))

    def update(tick: int, rate: float) -> str:
        run.go_to(tick, rate)
        draw_plane(run.model)
        curve.set_data(range(len(run.losses)), run.losses)
        return (
            f"after {tick} updates: loss {run.losses[-1]:.4f}, {run.accuracy:.0%} of the points "
            "on the right side"
        )

    play = widgets.Play(
        value=0, min=0, max=LONGEST, interval=120, description=say("train"), show_repeat=False
    )
    rate = _slider("learning_rate", learning_rate, 0.01, 2.0, 0.01)
    rate.description = say("rate")
    moving = [*left.images, *left.lines, curve, *left.collections]
    script = _training_script(run.model, points, signs, seed)
    live = Live(fig, moving, {"tick": play, "rate": rate}, update, script)
    _add_buttons(live, play)
    return live


def _training_script(model: MLP, points: np.ndarray, signs: list[int], seed) -> Script | None:
    """The network as a program; None for one too large for a page, or a seed it does not know."""
    parameters = model.parameters()
    if len(parameters) > LARGEST or type(seed) is not int or not 0 <= seed < 2**32:
        return None
    inputs = [Value(0.0, "x1"), Value(0.0, "x2")]
    settings = {
        "points": points.tolist(),
        "signs": signs,
        "count": len(parameters),
        "seed": seed,
        "lows": (points.min(axis=0) - 0.5).tolist(),
        "highs": (points.max(axis=0) + 0.5).tolist(),
        "size": 80,
    }
    return Script("training", compile_graph(model(inputs), inputs, parameters), settings)


class _Training:
    """A network on its way: gradient descent that can go on from any step, or start again.

    Attributes:
        model: the network as it is now.
        losses: one for each update made, and the one before the first.
        accuracy: the fraction of the points on the right side now.
    """

    def __init__(self, points: np.ndarray, signs: list[int], layer_sizes: list[int], seed: int):
        self._points, self._signs, self._sizes, self._seed = points, signs, layer_sizes, seed
        self._start()

    def go_to(self, tick: int, rate: float) -> None:
        """Make updates until there are ``tick``, from the first weights if there are more."""
        if tick < len(self.losses) - 1:
            self._start()
        while len(self.losses) <= tick:
            self._update(rate)

    def _start(self) -> None:
        random.seed(self._seed)
        self.model, self.losses = MLP(2, self._sizes), []
        self._measure()

    def _update(self, rate: float) -> None:
        self.model.zero_grad()
        self._loss.backward()
        for p in self.model.parameters():
            p.data -= rate * p.grad
        self._measure()

    def _measure(self) -> None:
        scores = [self.model(x) for x in self._points.tolist()]
        self._loss = max_margin_loss(scores, self._signs)
        self.losses.append(self._loss.data)
        self.accuracy = accuracy(scores, self._signs)


def _score_drawer(ax: Axes, points: np.ndarray) -> Callable[[MLP], None]:
    """A function that draws the scores of a model around ``points``, and its border."""
    (x_low, y_low), (x_high, y_high) = points.min(axis=0) - 0.5, points.max(axis=0) + 0.5
    shade, border = _plane(ax, (x_low, x_high, y_low, y_high), 80, 1.5)
    x1, x2 = np.linspace(x_low, x_high, 80), np.linspace(y_low, y_high, 80)
    grid = np.stack(np.meshgrid(x1, x2), axis=-1).reshape(-1, 2)
    gap = [[np.nan, np.nan]]  # the border may have several pieces

    def draw(model: MLP) -> None:
        scores = grid_scores(model, grid).reshape(80, 80)
        shade.set_data(scores)
        pieces = contour_generator(x1, x2, scores).lines(0.0)
        border.set_data(*np.concatenate([gap, *([*piece, *gap] for piece in pieces)]).T)

    return draw


def _add_buttons(live: Live, play: widgets.Play) -> None:
    """One step, and back to the start, beside the other controls."""
    one = widgets.Button(description=say("one step"), tooltip=say("one update of all parameters"))
    one.on_click(lambda button: setattr(play, "value", play.value + 1))
    again = widgets.Button(description=say("reset"), tooltip=say("back to the first weights"))
    again.on_click(lambda button: setattr(play, "value", 0))
    live.children[0].children = (*live.children[0].children, one, again)
