"""Checks for the exercises of lesson 12 names."""

TITLE = "12 names"
TASKS = [
    "between",
    "pairs",
    "layer",
    "context",
    "shapes",
    "mask",
    "axis",
    "padding",
    "temperature",
    "head",
]
