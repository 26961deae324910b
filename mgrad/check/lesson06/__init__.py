"""Checks for the exercises of lesson 06 moons."""

TITLE = "06 moons"
TASKS = [
    "margin",
    "labels",
    "hinge",
    "accuracy",
    "two-numbers",
    "final",
    "exam",
    "fair",
    "train",
    "stop",
]
