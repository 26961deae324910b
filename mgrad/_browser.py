"""What Python in the browser needs: its stack is small, and a full one ends the page's Python."""

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
