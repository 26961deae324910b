"""Checks for the exercises of lesson 04 neuron."""

TITLE = "04 neuron"
TASKS = [
    "by-hand",
    "flat",
    "weighted-sum",
    "tanh",
    "relu",
    "update",
    "frozen",
    "neuron",
    "from-exp",
]
