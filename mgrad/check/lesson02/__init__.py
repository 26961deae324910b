"""Checks for the exercises of lesson 02 Value."""

TITLE = "02 Value"
TASKS = [
    "graph",
    "number",
    "memory",
    "square",
    "sides",
    "walk",
    "twins",
    "value",
    "replay",
]
