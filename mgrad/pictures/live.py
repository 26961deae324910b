"""A live figure for a page without a kernel: the course book, slides, an exported notebook.

The page gets the first picture, the figure as numbers, its function or network as the compiler
writes it in JavaScript, and ``live.js``, which listens to the controls and draws. Where scripts
are not allowed the picture remains.
"""

from __future__ import annotations

import json
import re
import warnings
import zlib
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import NamedTuple

import ipywidgets as widgets
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D

from mgrad.compiler import Program, compile_graph
from mgrad.engine import Value
from mgrad.pictures.share import compact
from mgrad.translation import FIGURES, say, say_script

PIXELS = 4 / 3  # of a page, for a point of a figure


class Script(NamedTuple):
    """What moves a figure on a page.

    Attributes:
        kind: its name in the table FIGURES of ``live.js``.
        program: its function or network.
        settings: numbers that it needs besides.
    """

    kind: str
    program: Program
    settings: dict


def with_script(
    picture: str, figure: Figure, moving: Sequence[Artist], controls: dict, script: Script
) -> str:
    """The HTML of a figure that lives on the page.

    Args:
        picture: what is there until the script runs, as HTML.
        figure, moving, controls: see ``explore.Live``.
        script: what moves the figure.
    """
    first = figure.axes[0].get_window_extent()
    title = figure.get_suptitle()
    told = {
        "kind": script.kind,
        "title": title or figure.axes[0].get_title("left"),
        "width": round(100 * figure.get_size_inches()[0]),
        "ratio": round(first.height / first.width, 3),
        "panels": [_panel(ax, moving, bool(title)) for ax in figure.axes],
        "controls": [_control(name, control, script) for name, control in controls.items()],
        "settings": script.settings,
    }
    # a script ends at the first </script>, wherever it stands
    numbers = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    program = compact(script.program.source("javascript").partition("function program")[0])
    key = f"{zlib.crc32(f'{numbers}{program}'.encode()):08x}"
    code = files(__package__).joinpath("live.js").read_text(encoding="utf-8")
    code = say_script(re.sub(r"^ +|^ *//.*\n", "", code, flags=re.MULTILINE))
    run = say("Run this cell to change it.")
    return (
        f'<div class="mgrad-live" data-key="{key}">{picture}<p>{run}</p>'
        f"</div>\n<script>\n(() => {{\n{code}\n"
        f"const program = (() => {{\n{program}return {{forward, backward}};\n}})();\n"
        f'start("{key}", {numbers}, program);\n}})();\n</script>'
    )


def function_program(f: Callable, xs: Sequence[float]) -> Program | None:
    """``f`` as a program of one input, with a parameter of 1 that changes nothing.

    None where ``f`` is no graph of the engine's operations, or decides by its data: the program
    has to agree with it at each of ``xs``.
    """
    x, one = Value(xs[0]), Value(1.0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # math.sin(x) takes a number out of the graph
            program = compile_graph(f(x) * one, [x], [one])
            program.compare(lambda row: f(row[0]) * 1.0, [[float(x)] for x in xs])
    except Exception:  # the function is the student's, and made for numbers
        return None
    return program


# -- the figure as numbers ---------------------------------------------------------------------


def _panel(ax: Axes, moving: Sequence[Artist], has_own_title: bool) -> dict:
    artists = sorted([*ax.images, *ax.lines, *ax.collections], key=lambda a: a.get_zorder())
    places = {id(artist): place for place, artist in enumerate(moving)}
    return {
        "title": ax.get_title("left") if has_own_title else "",
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "xlim": _rounded(ax.get_xlim()),
        "ylim": _rounded(ax.get_ylim()),
        "grid": not ax.images,
        "artists": [_artist(artist, places.get(id(artist), -1)) for artist in artists],
    }


def _artist(artist: Artist, place: int) -> dict:
    """How it looks, its numbers unless they come from the script, its place among the moving."""
    if isinstance(artist, AxesImage):
        rows, _ = artist.get_array().shape
        extent = _rounded(artist.get_extent())
        largest = artist.norm.vmax
        return {"kind": "shade", "moves": place, "extent": extent, "size": rows, "largest": largest}
    label = say(str(artist.get_label()), FIGURES)
    named = {"label": label} if artist.axes.get_legend() and label[:1] != "_" else {}
    if isinstance(artist, Line2D):
        is_joined = artist.get_linestyle() != "None"
        has_markers = artist.get_marker() != "None"
        return {
            "kind": "line",
            "moves": place,
            "colour": to_hex(artist.get_color()),
            "width": round(artist.get_linewidth() * PIXELS, 1) if is_joined else 0,
            "dashes": "10 5" if artist.get_linestyle() == "--" else "none",
            "radius": round(artist.get_markersize() * PIXELS / 2, 1) if has_markers else 0,
            "data": [_rounded(numbers) for numbers in artist.get_data()] if place < 0 else [],
            **named,
        }
    second = artist is not artist.axes.collections[0]
    return {
        "kind": "points",
        "moves": -1,
        "colour": to_hex(artist.get_facecolor()[0]),
        "shape": "triangle" if second else "circle",
        "radius": round(artist.get_sizes()[0] ** 0.5 * PIXELS / 2, 1),
        "data": [_rounded(numbers) for numbers in artist.get_offsets().T],
        **named,
    }


def _control(name: str, control: widgets.Widget, script: Script) -> dict:
    told = {"name": name, "label": control.description}
    if isinstance(control, widgets.Play):
        seed = script.settings["seed"]
        return {"kind": "player", **told, "last": control.max, "seed": seed}
    told["value"] = control.value
    if isinstance(control, widgets.Dropdown):
        return {"kind": "choice", **told, "options": list(control.options)}
    digits = re.findall(r"\d+", control.readout_format)  # of "d" or ".2f"
    return {
        "kind": "slider",
        **told,
        "low": control.min,
        "high": control.max,
        "step": control.step,
        "digits": int(digits[0]) if digits else 0,
    }


def _rounded(numbers: Sequence[float]) -> list[float]:
    """Five digits, more than a picture shows."""
    return [float(f"{x:.5g}") for x in np.asarray(numbers, dtype=float).tolist()]
