"""The plots live in ``mgrad.pictures.plots``; by this name lessons and programs know them."""

import sys

from mgrad.pictures import plots

sys.modules[__name__] = plots
