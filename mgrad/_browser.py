"""What Python in the browser needs: its stack is small, and a full one ends the page's Python."""

import re
import sys


def spare_the_stack(node_type: type) -> None:
    """End endless recursion in time, and free the nodes of a graph one after the other.

    Elsewhere Python frees a parent inside the freeing of its child, thousands of generations deep.

    Args:
        node_type: the class of the nodes, with their parents in ``_prev``.
    """
    sys.setrecursionlimit(400)  # with operators such as __radd__ on the way, 700 calls are too many
    waiting, busy = [], False

    def release(node):
        nonlocal busy
        waiting.append(getattr(node, "_prev", ()))  # none if the node was refused at birth
        node._prev = ()
        if not busy:
            busy = True
            while waiting:
                waiting.pop()  # may free parents, which come back to ``release``
            busy = False

    node_type.__del__ = release


# what a room of the package needs beyond the standard library
ROOMS = {
    "tensor": ["numpy"],
    "train": ["tqdm"],
    "pictures.plots": ["matplotlib", "tqdm"],
    "pictures.inspect": ["matplotlib", "tqdm"],
    "pictures.explore": ["matplotlib", "tqdm", "ipywidgets"],
}
# import name: package
PACKAGES = {
    **{name: name for name in ("numpy", "matplotlib", "tqdm", "ipywidgets", "cloudpickle")},
    "sklearn": "scikit-learn",
}


def start() -> None:
    """Prepare the notebook that begins: what its cells need is fetched when they run."""
    from IPython import get_ipython

    shell = get_ipython()
    shell.Completer.use_jedi = False  # it is not there: its import takes seconds
    shell.kernel.lite_transform_manager.cleanup_transforms.append(fetch_what_is_named)
    shell.set_custom_exc((ImportError,), explain_import)


def packages_named(code: str) -> list[str]:
    """The packages that a cell needs, by the names of libraries and of mgrad in it."""
    import mgrad

    found = set()
    for word in set(re.findall(r"\w+", code)):
        found.update(ROOMS.get(mgrad._ROOM_OF.get(word), ()))
        found.update([PACKAGES[word]] if word in PACKAGES else [])
    return sorted(found)


async def fetch_what_is_named(lines: list[str]) -> list[str]:
    """Fetch what a cell needs before it runs."""
    from pyodide_js import loadedPackages, loadPackage

    wanted = [n for n in packages_named("".join(lines)) if not hasattr(loadedPackages, n)]
    if wanted:
        try:
            await loadPackage(wanted, messageCallback=str, errorCallback=str)
        except Exception:
            print(NO_NETWORK.format(", ".join(wanted)))
    return lines


NO_NETWORK = (
    "{} could not be fetched. Is there a network? When it is back, run this cell again: "
    "nothing of your work is lost."
)


def explain_import(shell, kind, error, trace, tb_offset=None):
    """Below the error, how a package is added here."""
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
    if isinstance(error, ModuleNotFoundError):
        package = (error.name or "").partition(".")[0]
        print(f"In the browser, add a package in a cell of its own: %pip install {package}")
