"""Read the code of a notebook, whoever wrote it."""

from __future__ import annotations

import json
import re

CHECK = re.compile(r"""^check\(["'](\d\d\.[\w-]+)["']""", re.MULTILINE)


def read_cells(notebook: bytes, kind: str = "code") -> list[str]:
    """The text of each cell of a kind, in order.

    Args:
        notebook: the content of a file.
        kind: ``"code"`` or ``"markdown"``.

    Raises:
        ValueError: it is no notebook; the text says why.
    """
    try:
        cells = json.loads(notebook.decode("utf-8-sig"))["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]
    except RecursionError:
        raise ValueError("brackets in brackets without end") from None
    except KeyError as error:
        raise ValueError(f"it has no {error}") from None
    except (ValueError, TypeError) as error:
        if b"\n<<<<<<< " in notebook:
            raise ValueError("git put two versions in it, at <<<<<<<: choose one") from None
        raise ValueError(f"{type(error).__name__}: {error}") from None
