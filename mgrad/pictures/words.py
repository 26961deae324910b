"""Figures for everybody: a picture with words for those who do not see it, in readable colours.

``show_with_words`` makes Jupyter show each matplotlib figure as an HTML image with alternative
text. A plain PNG output has none in JupyterLab, whatever its metadata say.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import StepPatch
from matplotlib.text import Text
from matplotlib.ticker import FixedFormatter
from PIL import Image

from mgrad._text import printable
from mgrad.translation import FIGURES, chosen_language, say

# Okabe and Ito's palette, which stays readable with every kind of colour vision; the three light
# colours darker, so that a line of any of them has a contrast of 3:1 on the card.
BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#BF6098"
SKY, AMBER, INK, GREY, CARD = "#3C97CE", "#B97F00", "#1F2937", "#7B8494", "#F8FAFC"

# The same colours for words on a figure, dark enough to be read: contrast 4.5:1 and more.
TEXT = {
    BLUE: BLUE, VERMILLION: "#B34700", GREEN: "#00785A", PURPLE: "#A3307A", SKY: "#1F75AD",
    AMBER: "#8F6000", INK: INK, GREY: "#4B5563",
}  # fmt: skip
DARKER = {to_hex(colour): to_hex(dark) for colour, dark in TEXT.items()}

MOST = 8  # curves, words or panels that are told one by one


def show_with_words(formatters: dict) -> None:
    """Let Jupyter show figures as HTML images, whose text is also their plain form.

    Args:
        formatters: those of IPython's display formatter, with matplotlib's own for PNG.
    """
    png = formatters["image/png"].pop(Figure, None)
    if png is not None:
        formatters["text/html"].for_type(Figure, lambda fig: image(fig, png))
        formatters["text/plain"].for_type(Figure, lambda fig, p, cycle: p.text(describe(fig)))


def in_own_language(fig: Figure) -> None:
    """Let a figure say what it says in the language of the student's copy of the course."""
    if not chosen_language():
        return
    for text in fig.findobj(Text):
        text.set_text(say(text.get_text(), FIGURES))
    for axis in (axis for ax in fig.axes for axis in (ax.xaxis, ax.yaxis)):
        if isinstance(ticks := axis.get_major_formatter(), FixedFormatter):
            ticks.seq = [say(str(label), FIGURES) for label in ticks.seq]
        elif isinstance(ticks, StrCategoryFormatter):  # the names of bars
            axis.set_major_formatter(lambda x, at, own=ticks: say(own(x, at), FIGURES))


def image(fig: Figure, png: Callable) -> str:
    """A figure as an HTML ``img``; ``png`` is IPython's formatter, which gives size and bytes."""
    in_own_language(fig)
    for text in fig.findobj(Text):
        text.set_color(DARKER.get(to_hex(text.get_color()), text.get_color()))
    drawn = png(fig)
    data, size = drawn if isinstance(drawn, tuple) else (drawn, {})
    data = data if isinstance(data, str) else base64.b64encode(data).decode()
    return html_image(data.replace("\n", ""), describe(fig), **size)


def few_colours(picture: bytes) -> bytes:
    """A PNG in 256 colours of its own: nobody sees it, and it has a third of the bytes."""
    opened, few = Image.open(BytesIO(picture)), BytesIO()
    if opened.mode == "P":
        return picture
    opened.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(few, "png", optimize=True)
    return few.getvalue()


def html_image(data: str, alt: str, width: int = 0, height: int = 0, **others) -> str:
    """PNG ``data`` in base64 as an HTML image of this size in pixels, never wider than the page."""
    size = "".join(f' {k}="{v}"' for k, v in (("width", width), ("height", height)) if v)
    return (
        f'<img alt="{escape(alt)}"{size} style="max-width:100%;height:auto" '
        f'src="data:image/png;base64,{data}">'
    )


# -- what a figure shows ---------------------------------------------------------------------


def describe(fig: Figure) -> str:
    """The words of a figure, then what each panel shows, with numbers to three digits."""
    suptitle = fig.get_suptitle()
    panels = [panel for ax in fig.axes if (panel := describe_panel(ax))]
    if len(panels) > MOST:
        panels = [*panels[:2], say(f"and {len(panels) - 2} panels more")]
    parts = [part for part in (suptitle, *panels) if part]
    told = ". ".join(part.rstrip(".") for part in parts)
    return printable(f"{say('Figure:')} {told}.")


def describe_panel(ax: Axes) -> str:
    """One panel: its title, its axes, and what is drawn there; empty if there is nothing."""
    things = [*curves(ax), *bars(ax), *clouds(ax), *fields(ax), *written(ax)]
    title = next((t for loc in ("left", "center", "right") if (t := ax.get_title(loc))), "")
    if not things and not title:
        return ""
    axes = [describe_axis(name, getattr(ax, f"{name}axis")) for name in "xy"] if ax.axison else []
    told = "; ".join(shortened([part for part in (*axes, *things) if part]))
    return ": ".join(part for part in (one_line(title), told) if part)


def describe_axis(name: str, axis) -> str:
    label = one_line(axis.get_label_text())
    if not label:
        return ""
    is_told = axis.get_scale() != "log" or say("(logarithmic)") in label
    return say(f"{name} axis {label}" if is_told else f"{name} axis {label} (logarithmic)")


def curves(ax: Axes) -> Iterator[str]:
    """Lines from end to end, with the lowest and highest point where that is another one."""
    for line in ax.lines:
        xs, ys = (np.asarray(line.get_data(orig=False)[k], dtype=float) for k in (0, 1))
        there = np.isfinite(xs) & np.isfinite(ys)
        xs, ys = xs[there], ys[there]
        name = label_of(line) or word_beside(line, ax)
        if len(ys) == 0 or not line.get_visible():
            continue
        if line.get_linestyle() == "None":
            yield points(name, xs, ys)
        elif isinstance(line, AxLine):
            (x, y), slope = line.get_xy1(), slope_of(line)
            yield say(f"{name or 'a line'} through {place(x, y)} with slope {short(slope)}")
        elif is_rule(line, ax):
            where = f"y = {short(ys[0])}" if ys[0] == ys[-1] else f"x = {short(xs[0])}"
            yield say(f"{name or 'a line'} at {where}")
        else:
            lowest, highest = ys.argmin(), ys.argmax()
            turns = [
                f"{word} {place(xs[i], ys[i])}"
                for word, i in ((say("lowest"), lowest), (say("highest"), highest))
                if ys[i] != ys[0] and ys[i] != ys[-1]
            ]
            first, last = place(xs[0], ys[0]), place(xs[-1], ys[-1])
            yield ", ".join([say(f"{name or 'a curve'} from {first} to {last}"), *turns])


def slope_of(line: AxLine) -> float:
    """Of a line that was drawn by ``axline``, through two points or with a slope."""
    if line.get_slope() is not None:
        return line.get_slope()
    (x, y), (right, above) = line.get_xy1(), line.get_xy2()
    return (above - y) / (right - x) if right != x else np.inf


def is_rule(line: Line2D, ax: Axes) -> bool:
    """Whether a line was drawn right across, by ``axhline`` or ``axvline``."""
    return not all(line.get_transform().contains_branch_seperately(ax.transData))


def bars(ax: Axes) -> Iterator[str]:
    for container in ax.containers:
        if isinstance(container, BarContainer):
            sideways = container.orientation == "horizontal"
            axis = ax.yaxis if sideways else ax.xaxis
            names = [one_line(tick.get_text()) for tick in axis.get_ticklabels()]
            sizes = [bar.get_width() if sideways else bar.get_height() for bar in container]
            named = len(names) == len(sizes) and all(names)
            told = [f"{n} {short(s)}" for n, s in zip(names, sizes)] if named else map(short, sizes)
            yield f"{say('bars')} {', '.join(shortened(list(told)))}"

    for patch in ax.patches:
        if isinstance(patch, StepPatch):
            heights, edges, _ = patch.get_data()
            if not np.isfinite(heights).any():
                continue
            k = int(np.nanargmax(heights))
            middle = short((edges[k] + edges[k + 1]) / 2)
            name, highest = label_of(patch) or say("a histogram"), short(heights[k])
            yield say(f"{name} in {len(heights)} steps, highest {highest} at {middle}")


def clouds(ax: Axes) -> Iterator[str]:
    for collection in ax.collections:
        if isinstance(collection, PathCollection):
            offsets = np.ma.filled(collection.get_offsets().astype(float), np.nan)
            yield points(label_of(collection), *offsets[np.isfinite(offsets).all(axis=1)].T)


def fields(ax: Axes) -> Iterator[str]:
    """Planes in colour: the shade of a score, its border, an image."""
    kinds = [type(collection).__name__ for collection in ax.collections]
    if any(getattr(collection, "filled", False) for collection in ax.collections):
        yield say("the plane shaded by the score")
    elif "QuadContourSet" in kinds:
        yield say("lines of equal height")
    lines = [c for c in ax.collections if isinstance(c, LineCollection)]
    if lines:
        count = sum(len(c.get_paths()) for c in lines)
        yield say(f"{count} lines")
    for picture in ax.images:
        rows, columns = picture.get_array().shape[:2]
        yield say(f"an image of {rows} by {columns} cells")


def written(ax: Axes) -> Iterator[str]:
    words = [one_line(text.get_text()) for text in ax.texts if text.get_visible()]
    words = [word for word in words if word]
    if words:
        yield f"{say('written in it:')} {', '.join(shortened(words, 4 * MOST))}"


def points(name: str, xs: np.ndarray, ys: np.ndarray) -> str:
    if len(xs) == 1:
        return say(f"{name or 'a point'} at {place(xs[0], ys[0])}")
    return say(f"{len(xs)} points of {name}" if name else f"{len(xs)} points")


def label_of(artist) -> str:
    label = str(artist.get_label())
    return "" if label.startswith("_") else one_line(say(label, FIGURES))


def word_beside(line: Line2D, ax: Axes) -> str:
    """The only word on the axes in the colour of a line names it."""
    colour = to_hex(line.get_color())
    same = {colour, DARKER.get(colour)} - {to_hex(INK), to_hex("black")}
    words = [text.get_text() for text in ax.texts if to_hex(text.get_color()) in same]
    return one_line(words[0]) if len(words) == 1 else ""


def place(x: float, y: float) -> str:
    return f"({short(x)}, {short(y)})"


def short(x: float) -> str:
    """At most three digits: 0.000123, 1.23e+07, 5."""
    return f"{float(x) + 0.0:.3g}"  # + 0.0 turns -0.0 into 0.0


def one_line(text: str) -> str:
    """A label on one line, without the signs of its formulas."""
    return " ".join(re.sub(r"(?<!\\)\$", "", text).replace(r"\$", "$").split())


def shortened(parts: Sequence[str], most: int = MOST) -> list[str]:
    left = len(parts) - most
    return [*parts[:most], say(f"and {left} more")] if left > 1 else list(parts)
