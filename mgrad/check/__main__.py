"""``make progress``: the table of passed tasks, in a terminal."""

from mgrad.check import progress

print(progress())
