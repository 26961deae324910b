"""Checks for the exercises of lesson 01 derivatives."""

TITLE = "01 derivatives"
TASKS = [
    "sign",
    "slope",
    "central",
    "three",
    "gradient",
    "order",
    "descend",
    "verdict",
]
