"""Where the course lives: the one place that knows the addresses, read from pyproject.toml.

A fork changes the two lines under ``[project.urls]`` and runs ``make links``.
"""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
_urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
REPOSITORY, SITE = _urls["Repository"].rstrip("/"), _urls["Homepage"].rstrip("/")
SLUG = REPOSITORY.removeprefix("https://github.com/")  # owner/name


def binder(path: str) -> str:
    """A link that opens ``path`` in JupyterLab on mybinder.org."""
    return f"https://mybinder.org/v2/gh/{SLUG}/HEAD?urlpath=lab/tree/{path}"


def colab(path: str) -> str:
    """A link that opens ``path`` in Google Colab."""
    return f"https://colab.research.google.com/github/{SLUG}/blob/HEAD/{path}"


def lite(path: str) -> str:
    """A link that opens ``path`` in the browser-only edition, where nothing is installed."""
    return f"{SITE}/lite/notebooks/index.html?path={path}"


def page(path: str) -> str:
    """The page of the course book for a notebook."""
    return f"{SITE}/{path.removesuffix('.ipynb')}.html"
