"""What Python in the browser needs: its stack is small, and a full one ends the page's Python."""

import builtins
import gc
import re
import sys
from collections.abc import Callable
from functools import cache, wraps

EACH = 61  # nodes; a prime, so that the chain has its turn whatever is freed beside it
EACH_PLAIN = 499  # lists, tuples and so on; the stack holds about ten times as many
MOST_HELD = 1_000  # or what is in a circle would be held for ever
PLAIN = (list, tuple, dict, set)
DEEPEST = 100  # of lists in lists, to be shown
TOO_DEEP = f"more than {DEEPEST} lists in lists: the browser cannot show them"


def spare_the_stack(node_type: type) -> None:
    """End endless recursion in time, and free the nodes of a graph one after the other.

    Args:
        node_type: the class of the nodes, with their parents in ``_prev``.
    """
    sys.setrecursionlimit(400)  # with operators such as __radd__ on the way, 700 calls are too many

    def parents(node):
        found = getattr(node, "_prev", ())  # none if the node was refused at birth
        node._prev = ()
        return found

    node_type.__del__ = one_after_the_other(parents)


def one_after_the_other(take_out: Callable) -> Callable:
    """A method ``__del__`` for long chains: what a node holds is freed after it, not inside.

    Elsewhere Python frees a parent inside the freeing of its child, thousands of generations deep.
    It is enough to end this now and then.

    Args:
        take_out: takes from a node what it holds, and returns it.
    """
    waiting, busy, freed = [], False, 0

    def release(node):
        nonlocal busy, freed
        freed += 1
        if freed % EACH:
            return
        waiting.append(take_out(node))
        if not busy:
            busy = True
            while waiting:
                waiting.pop()  # may free other nodes, which come back to ``release``
            busy = False

    return release


def everything(node) -> list:
    """Take all attributes from an object, in a dictionary or in slots, whatever its class does."""
    held = []
    for name in slots(type(node)):
        try:
            held.append(object.__getattribute__(node, name))
            object.__delattr__(node, name)
        except AttributeError:  # never set
            continue
    try:
        attributes = object.__getattribute__(node, "__dict__")
    except AttributeError:  # slots only
        return held
    held += attributes.values()
    attributes.clear()
    return held


@cache
def slots(node_type: type) -> list[str]:
    """The attributes of a class that lie in slots, by the names that they have in the object."""
    names = []
    for kind in node_type.__mro__:
        own = vars(kind).get("__slots__", ())
        for name in (own,) if isinstance(own, str) else own:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{kind.__name__.lstrip('_')}{name}"
            names.append(name)
    return [name for name in names if name not in ("__dict__", "__weakref__")]


def spare_the_stack_for_own_classes() -> None:
    """Free the objects of a student's own classes in the same way."""
    build, release = builtins.__build_class__, one_after_the_other(everything)

    def build_class(body, name, *bases, **options):
        made = build(body, name, *bases, **options)
        of_student = body.__globals__.get("__name__", "").partition(".")[0] in ("__main__", "mine")
        if of_student and isinstance(made, type) and not hasattr(made, "__del__"):
            made.__del__ = release
        return made

    builtins.__build_class__ = build_class


def spare_the_stack_for_lists() -> None:
    """Free lists in lists, thousands of generations deep, piece by piece; so with tuples and so on.

    Each time the collector begins, it finds at most so many new objects. A few of these are held
    until nobody else holds them: the freeing of a chain ends at each, and goes on from there later.
    """
    held = {}

    def hold_a_few(phase, info):
        if phase != "start":
            return
        new = gc.get_objects(generation=0)[-gc.get_threshold()[0] :: EACH_PLAIN]
        held.update((id(thing), thing) for thing in new if type(thing) in PLAIN)
        del new
        for key in list(held)[:-MOST_HELD]:
            del held[key]
        before = None
        while before != len(held):
            before = len(held)
            for key in reversed(list(held)):  # what is new holds what is old, mostly
                if sys.getrefcount(held[key]) == 2:  # here, and the argument
                    del held[key]

    gc.callbacks.append(hold_a_few)


def deeper_than(limit: int, thing: object) -> bool:
    """Whether writing out lists in lists goes deeper than that."""
    path, seen = [iter([thing])], set()
    while path and len(path) <= limit + 1:
        for inner in path[-1]:
            if type(inner) in PLAIN and id(inner) not in seen:
                seen.add(id(inner))
                path.append(iter(inner.values() if isinstance(inner, dict) else inner))
                break
        else:
            path.pop()
    return bool(path)


def show_no_deep_lists(text_formatter) -> None:
    """Say that a list is too deep to be shown: writing it out would need too much of the stack.

    Args:
        text_formatter: IPython's, for text/plain.
    """

    def careful(show):
        def show_unless_deep(thing, printer, cycle):
            if len(printer.stack) == 1 and deeper_than(DEEPEST, thing):
                printer.text(TOO_DEEP)
            else:
                show(thing, printer, cycle)

        return show_unless_deep

    for kind in PLAIN:
        text_formatter.for_type(kind, careful(text_formatter.lookup_by_type(kind)))
    plain_print = builtins.print

    @wraps(plain_print)
    def print(*things, **options):
        plain_print(*(TOO_DEEP if deeper_than(DEEPEST, t) else t for t in things), **options)

    builtins.print = print


# what a room of the package needs beyond the standard library
ROOMS = {
    "tensor": ["numpy"],
    "train": ["tqdm"],
    "pictures.plots": ["matplotlib", "tqdm"],
    "pictures.inspect": ["matplotlib", "tqdm"],
    "pictures.explore": ["matplotlib", "tqdm", "ipywidgets"],
}
# import name, or a name of mgrad with more to show: package
PACKAGES = {
    **{name: name for name in ("numpy", "matplotlib", "tqdm", "ipywidgets", "cloudpickle")},
    "sklearn": "scikit-learn",
    "review": "ipywidgets",  # its buttons
}


def start() -> None:
    """Prepare the notebook that begins: what its cells need is fetched when they run."""
    from IPython import get_ipython

    spare_the_stack_for_own_classes()
    spare_the_stack_for_lists()
    shell = get_ipython()
    show_no_deep_lists(shell.display_formatter.formatters["text/plain"])
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
