"""Checks for the exercises of lesson 07 regression."""

TITLE = "07 regression"
TASKS = [
    "error",
    "rate",
    "r2",
    "shapes",
    "line",
    "leak",
    "huber",
]
