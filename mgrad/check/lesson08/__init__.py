"""Checks for the exercises of lesson 08 PyTorch."""

TITLE = "08 PyTorch"
TASKS = [
    "dictionary",
    "float32",
    "twice",
    "sgd",
    "loop",
    "copy",
    "five-lines",
    "no_grad",
    "adam",
]
