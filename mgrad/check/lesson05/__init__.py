"""Checks for the exercises of lesson 05 MLP."""

TITLE = "05 MLP"
TASKS = [
    "order",
    "layer",
    "squared-error",
    "mlp",
    "update",
    "descend",
    "hinge",
    "collapse",
    "hidden",
    "equal",
    "start",
    "train",
    "momentum",
]
