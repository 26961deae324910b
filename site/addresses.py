"""Where the course lives: the one place that knows the addresses, read from pyproject.toml.

A fork sets them with ``make links REPOSITORY=https://github.com/NAME/mgrad``.
"""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
_urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
REPOSITORY, SITE = _urls["Repository"].rstrip("/"), _urls["Homepage"].rstrip("/")


def are_set() -> bool:
    """Whether somebody has said where this course lives."""
    return "/OWNER/" not in REPOSITORY


def slug() -> str:
    """The repository as GitHub names it, owner/name."""
    return REPOSITORY.removeprefix("https://github.com/")


def binder(path: str) -> str:
    """A link that opens ``path`` in JupyterLab on mybinder.org."""
    return f"https://mybinder.org/v2/gh/{slug()}/HEAD?urlpath=lab/tree/my-course/{path}"


def colab(path: str) -> str:
    """A link that opens ``path`` in Google Colab."""
    return f"https://colab.research.google.com/github/{slug()}/blob/HEAD/{path}"


def lite(path: str) -> str:
    """A link that opens ``path`` in the browser-only edition, where nothing is installed."""
    return f"{SITE}/lite/notebooks/index.html?path={path}"


def page(path: str) -> str:
    """The page of the course book for a notebook."""
    return f"{SITE}/{path.removesuffix('.ipynb')}.html"
