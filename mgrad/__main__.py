"""``python -m mgrad`` is the command ``mgrad``, where that is not on the path."""

from mgrad.command import main

main()
