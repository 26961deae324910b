"""Checks for the exercises of lesson 10 compiler."""

TITLE = "10 compiler"
TASKS = [
    "count",
    "fold",
    "forward",
    "dot",
    "backward",
    "loop",
    "branch",
    "arrays",
    "program",
]
