"""09.clip: A limit for one step."""

from mgrad.check.lesson09.shared import arrays_of
from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task, listed, some_numbers


def _clip(together=True, length="root", scale="limit", always=False):
    """Scale gradients that are too long, with one idea changed."""

    def clip(gradients, limit):
        import numpy as np

        measure = {
            "root": lambda numbers: np.sqrt((numbers**2).sum()),
            "squares": lambda numbers: (numbers**2).sum(),
            "mean": lambda numbers: np.sqrt((numbers**2).mean()),
            "sizes": lambda numbers: abs(numbers).sum(),
            "largest": lambda numbers: abs(numbers).max(),
        }[length]
        common = measure(np.concatenate([np.ravel(g) for g in gradients]))
        made = []
        for g in gradients:
            own = common if together else measure(np.ravel(g))
            if own > limit or always:
                with np.errstate(all="ignore"):
                    g = g * ((limit if scale == "limit" else 1.0) / own)
            made.append(g)
        return made

    return clip


def _each_number(gradients, limit):
    import numpy as np

    return [np.clip(g, -limit, limit) for g in gradients]


def _probe_clip(answer, case):
    result = answer(arrays_of(*case[0]), case[1])
    if hasattr(result, "shape"):
        raise FormError(
            f"Return a list with one array for each gradient. This is one array of shape "
            f"{result.shape}."
        )
    return result


def _say_clip(case):
    rows = [", ".join(map(listed, g)) if isinstance(g[0], list) else listed(g) for g in case[0]]
    shown = [f"[{row}]" if isinstance(g[0], list) else row for g, row in zip(case[0], rows)]
    return f"the gradients {', '.join(shown)}, limit {case[1]:g}"


def _clip_cases(rng):
    def table(rows, columns):
        """Longer than the limit, and longer than each of its rows."""
        return [some_numbers(rng, columns, 1, 2) for _ in range(rows)]

    return [
        [[[3.0, 4.0]], 1.0],
        [[[3.0, 4.0]], 10.0],
        [[[3.0, 0.0], [4.0]], 2.5],
        [[[[0.6, 0.0], [0.0, -0.2]], [0.3, 0.1]], 1.0],
        [[[6.0, 0.0], [0.5]], 2.0],
        [[table(2, 3), [5.0, -4.0, 3.0], table(3, 2)], 2.0],
        [[[0.0, 0.0], [0.0]], 0.5],
    ]


TASK = Task(
    id="09.clip",
    answer_name="clip",
    kind="function",
    reference=_clip(),
    probe=_probe_clip,
    cases=_clip_cases,
    level=lambda case: int(not any(map(any, case[0]))),  # nothing but zeros comes last
    say=_say_clip,
    notice=(
        "One factor for all: the step gets shorter and keeps its direction. Clipping number by "
        "number would turn it."
    ),
    mistakes=(
        Mistake("own-length-without-root", _clip(together=False, length="squares")).says(
            "Two things are wrong. Each array is measured by itself, and what is measured is the "
            "sum of the squares, without the root.",
            "How long is [3, 4]? And how long are [3] and [4] together?",
        ),
        Mistake("each-number-by-itself", _each_number).says(
            "You limit each number by itself. The large ones shrink, the small ones do not, "
            "so the step gets another direction.",
            "Divide each result by its gradient: is it the same factor everywhere?",
        ),
        Mistake("each-array-by-itself", _clip(together=False)).says(
            "Each array gets a length and a factor of its own. Then the weights and the biases "
            "no longer move in proportion.",
            "How long are all the gradients together, as one long list of numbers?",
        ),
        Mistake("always-scaled", _clip(always=True)).says(
            "Gradients that are shorter than the limit are made longer. The limit is a "
            "ceiling, not a target.",
            "What should happen to gradients that are short enough?",
        ),
        Mistake("root-forgotten", _clip(length="squares")).says(
            "That is the sum of the squares. A length is its root.",
            "How long is the arrow [3, 4], by Pythagoras?",
        ),
        Mistake("mean-for-sum", _clip(length="mean")).says(
            "You take the root of the mean of the squares. It hardly grows with the number of "
            "parameters; the length of the step does.",
            "How long is the arrow [3, 4], by Pythagoras?",
        ),
        Mistake("sizes-for-squares", _clip(length="sizes")).says(
            "You add up absolute values. The length of an arrow comes from squares.",
            "How long is the arrow [3, 4], by Pythagoras?",
        ),
        Mistake("largest-for-length", _clip(length="largest")).says(
            "You compare the largest number with the limit. The length counts all of them.",
            "How long is the arrow [3, 4], by Pythagoras?",
        ),
        Mistake("scaled-to-one", _clip(scale="one")).says(
            "The gradients that are too long come out with the length 1, whatever the limit is.",
            "By which number would you multiply to get the length 1, and what for another one?",
        ),
    ),
)
