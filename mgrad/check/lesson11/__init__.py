"""Checks for the exercises of lesson 11 optimisers."""

TITLE = "11 optimisers"
TASKS = [
    "velocity",
    "momentum",
    "first-step",
    "adam",
    "schedule",
    "shares",
    "ratio",
    "diagnose",
    "start",
    "normalise",
    "adamw",
]
