"""Checks for the exercises of lesson 03 chain rule."""

TITLE = "03 chain rule"
TASKS = [
    "by-hand",
    "local",
    "step",
    "overwritten",
    "order",
    "backward",
    "late-binding",
    "merged",
    "engine",
    "gradient-gap",
]
