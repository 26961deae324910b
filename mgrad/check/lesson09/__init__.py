"""Checks for the exercises of lesson 09 tensors."""

TITLE = "09 tensors"
TASKS = [
    "shapes",
    "sum_to",
    "matmul",
    "cross_entropy",
    "batches",
    "column",
    "choice",
    "precision",
    "clip",
    "backward",
]
