"""What a figure says to those who do not see it, and what its colours do for those who do."""

import base64
import html
import re

import matplotlib
import numpy as np
import pytest

matplotlib.use("Agg")

from mgrad import MLP, figure, panels, plot_network, plot_points
from mgrad.pictures import words


def test_the_words_are_title_axes_curves_and_what_is_written():
    fig, ax = figure("It falls, then rises", "step", "loss")
    ax.plot([0, 1, 2], [4.0, 0.333333, 1.0], label="training")
    ax.plot([0, 2], [4.0, 2.0], color=words.GREEN)
    ax.text(2, 2, "validation", color=words.TEXT[words.GREEN])
    ax.axhline(0.5, label="floor")
    ax.plot([2], [1.0], "o")
    ax.text(0, 1, "the best $w_1$")
    ax.set_yscale("log")
    assert words.describe(fig) == (
        "Figure: It falls, then rises: x axis step; y axis loss (logarithmic); training from "
        "(0, 4) to (2, 1), lowest (1, 0.333); validation from (0, 4) to (2, 2); floor "
        "at y = 0.5; a point at (2, 1); written in it: validation, the best w_1."
    )


def test_points_bars_planes_and_images_have_words_too():
    fig, (one, two, three) = panels(3, "Three ways")
    plot_points(one, [[0, 1], [1, 2], [3, 4]], [1, -1, 1])
    two.barh(["fast", "slow"], [3.0, 12345678.0])
    three.imshow(np.zeros((8, 6)))
    three.set_axis_off()
    assert words.describe(fig) == (
        "Figure: Three ways. class -1 at (1, 2); 2 points of class +1. bars fast 3, "
        "slow 1.23e+07. an image of 8 by 6 cells."
    )


def test_lines_of_equal_height_are_no_score():
    fig, ax = figure("A valley")
    ax.contour(np.add.outer(np.arange(4.0), np.arange(5.0)))
    assert words.describe(fig) == "Figure: A valley: lines of equal height."
    ax.contourf(np.add.outer(np.arange(4.0), np.arange(5.0)))
    assert words.describe(fig) == "Figure: A valley: the plane shaded by the score."


def test_many_curves_and_panels_are_counted_not_told():
    fig, axes = panels(36)
    for ax in axes:
        ax.plot([1, 2])
    assert words.describe(fig).endswith("to (1, 2). and 34 panels more.")
    fig, ax = figure()
    for k in range(30):
        ax.plot([k, k + 1])
    assert words.describe(fig).count("curve") == 8 and "and 22 more" in words.describe(fig)


@pytest.fixture
def formatters():
    core = pytest.importorskip("IPython.core.formatters")
    formatters = core.DisplayFormatter().formatters
    formatters["image/png"].for_type(
        matplotlib.figure.Figure, lambda fig: (b"pixels", {"width": 640, "height": 360})
    )
    words.show_with_words(formatters)
    return formatters


def test_jupyter_shows_an_image_with_these_words_and_no_bare_png(formatters):
    fig, ax = figure('A "quoted" <title>')
    shown = formatters["text/html"](fig)
    alt, source = re.search(r'alt="([^"]*)".* src="data:image/png;base64,([^"]*)"', shown).groups()
    assert html.unescape(alt) == words.describe(fig) == formatters["text/plain"](fig)
    assert base64.b64decode(source) == b"pixels" and 'width="640" height="360"' in shown
    assert formatters["image/png"](fig) is None


def test_words_in_a_colour_of_the_palette_become_dark_enough_to_read(formatters):
    fig, ax = figure("a title")
    light = ax.text(0, 0, "beside a line", color=words.AMBER)
    other = ax.text(0, 0, "on a dark cell", color="white")
    formatters["text/html"](fig)
    assert light.get_color().upper() == words.TEXT[words.AMBER] and other.get_color() == "white"


def contrast(one, other):
    """Source: WCAG 2.2, definition of contrast ratio."""

    def luminance(colour):
        parts = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
        parts = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return parts @ [0.2126, 0.7152, 0.0722]

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_lines_have_a_contrast_of_3_and_their_words_of_4_5():
    for line, text in words.TEXT.items():
        assert contrast(line, words.CARD) >= 3 and contrast(text, words.CARD) >= 4.5
        assert contrast(text, "#FFFFFF") >= 4.5


def test_the_lines_of_a_network_are_its_weights():
    assert "32 lines" in words.describe(plot_network(MLP(3, [4, 4, 1])))


def test_what_is_not_there_is_not_told_and_a_slanted_line_is_no_upright_one():
    fig, ax = figure("odd things")
    ax.axline((0, 1), (2, 5))
    ax.axline((0, 0), slope=-1)
    ax.stairs([np.nan, np.nan])
    ax.scatter([1, np.nan, 3], [1, 2, 3])
    told = words.describe(fig)
    assert "a line through (0, 1) with slope 2; a line through (0, 0) with slope -1; 2 p" in told
