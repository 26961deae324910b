"""First names, the text that lesson 12 learns to write."""

from __future__ import annotations

from importlib.resources import files

ALPHABET = ".abcdefghijklmnopqrstuvwxyz"  # the dot stands before and after each name


def load_names() -> list[str]:
    """5,163 different first names in alphabetical order, 2 to 11 lower-case letters each.

    Source: Census of the United States, 1990, in the public domain.
    """
    text = files("mgrad").joinpath("data/first-names-us-census-1990.txt").read_text("ascii")
    return text.split()
