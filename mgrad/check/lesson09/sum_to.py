"""09.sum_to: Undo the stretching."""

from mgrad.check.lesson09.shared import arrays_of, random_table
from mgrad.check.task import Mistake, Task


def _shape_of(table):
    import numpy as np

    return f"({', '.join(map(str, np.shape(table)))}{',' * (np.ndim(table) == 1)})"


def _sum_to(missing=True, stretched=True, keepdims=True, side=0, most=9, early=False, seen=9):
    """Undo broadcasting, with one idea changed."""

    def sum_to(gradient, shape):
        import numpy as np

        g, done = gradient, 0
        for axis, length in enumerate(shape if early else ()):
            if length == 1 and axis < g.ndim:
                g = np.sum(g, axis=axis, keepdims=keepdims)
        while missing and g.ndim > len(shape) and done < most:
            g, done = np.sum(g, axis=side), done + 1
        done = 0
        for axis, length in enumerate(shape[:seen] if stretched and not early else ()):
            if length == 1 and done < most:
                g, done = np.sum(g, axis=axis, keepdims=keepdims), done + 1
        return g

    return sum_to


def _everything(gradient, shape):
    return gradient.sum() + 0 * _first_copy(gradient, shape)


def _first_copy(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient[0]
    return gradient[tuple(slice(0, length) for length in shape)]


def _probe_sum_to(answer, case):
    gradient, shape = case
    result = answer(*arrays_of(gradient), tuple(shape))
    if result is None:
        return None
    return {"the shape": _shape_of(result), "the numbers": result}


def _say_sum_to(case):
    gradient, shape = case
    shown = gradient if len(_shape_of(gradient)) < 7 else f"of shape {_shape_of(gradient)}"
    return f"the gradient {shown} and the shape {tuple(shape)}"


def _sum_to_cases(rng):
    table = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    cube = [random_table(rng, 3, 4), random_table(rng, 3, 4)]
    return [
        [table, [2]],
        [[[1.0, 2.0], [3.0, 4.0]], [2]],
        [random_table(rng, 4, 3), [3]],
        [table, [3, 1]],
        [table, [1, 2]],
        [table, [1, 1]],
        [[1.0, 2.0, 4.0], [1]],
        [table, [3, 2]],
        [[1.0, 2.0, 4.0], [3]],
        [[1.0, 2.0, 4.0], []],
        [table, []],
        [cube, [4]],
        [cube, [3, 4]],
        [cube, [3, 1]],
        [cube, [2, 1, 4]],
        [cube, [1, 1]],
    ]


def _level(case):
    """A missing axis, then stretched ones, then both or more of them."""
    gradient, shape = case
    if shape in ([], [1, 1]) or isinstance(gradient[0], list) and isinstance(gradient[0][0], list):
        return 2
    return 0 if len(shape) == 1 and isinstance(gradient[0], list) else 1


TASK = Task(
    id="09.sum_to",
    answer_name="sum_to",
    kind="function",
    reference=_sum_to(),
    probe=_probe_sum_to,
    cases=_sum_to_cases,
    level=_level,
    say=_say_sum_to,
    hides=("_sum_to",),
    notice="What was copied on the way forward is added up on the way back: every copy is a path.",
    mistakes=(
        Mistake("missing-axis-only", _sum_to(stretched=False)).says(
            "Axes that were missing are added up. But an axis of length 1 was stretched too, "
            "and its copies are paths as well.",
            "Try the shape (3, 1). Along which axis were copies made?",
        ),
        Mistake("stretched-axis-only", _sum_to(missing=False)).says(
            "Axes of length 1 are added up. But a parameter of shape (2,) has no such axis: "
            "it was copied along an axis that it does not have.",
            "What do you do when the gradient has more axes than the shape?",
        ),
        Mistake("axis-dropped", _sum_to(keepdims=False)).says(
            "The numbers are right, but the axis of length 1 is gone after the sum. The "
            "gradient must have exactly the shape of its parameter.",
            "What shape has your result, and what shape should it have?",
        ),
        Mistake("always-the-first-axis", lambda gradient, shape: gradient.sum(axis=0)).says(
            "You always add up axis 0. Which axis was stretched depends on the shape: a "
            "column is copied across, not down.",
            "Draw a parameter of shape (3, 1) and its copies. Where do the copies lie?",
        ),
        Mistake(
            "always-the-first-axis-kept",
            lambda gradient, shape: gradient.sum(axis=0, keepdims=True),
        ).says(
            "The numbers are axis 0 added up, and around them stands an axis of length 1 that the "
            "parameter does not have. The gradient must have exactly its shape.",
            "How many axes has the shape that is asked for, and how many has your result?",
        ),
        Mistake(
            "always-the-first-axis-reshaped",
            lambda gradient, shape: gradient.sum(axis=0).reshape(shape),
        ).says(
            "You always add up axis 0. Which axis was stretched, and whether one is missing, "
            "depends on the shape: a column is copied across, not down.",
            "Draw a parameter of shape (3, 1) and its copies. Where do the copies lie?",
        ),
        Mistake("stretched-at-axis-0-only", _sum_to(seen=1)).says(
            "Missing axes are added up, and an axis of length 1 in the first place. It can stand "
            "in any place.",
            "Try the shape (3, 1). Along which axis were copies made?",
        ),
        Mistake("first-copy-only", _first_copy).says(
            "Your result has numbers of the gradient as they are; nothing is added up. A "
            "number of the parameter was used in every copy, and each use is a path.",
            "How many cells of the result contain the first number of b?",
        ),
        Mistake("lined-up-left", _sum_to(side=-1)).says(
            "Missing axes are on the left: (2,) counts as (1, 2). You added up the last axis "
            "of the gradient.",
            "Along which axis does a row get copied, down or across?",
        ),
        Mistake("whole-sum-everywhere", _everything).says(
            "Every number of your result is the sum of the whole gradient. Each number of the "
            "parameter gets only what its own copies got.",
            "Which cells of the gradient belong to the first number of the parameter?",
        ),
        Mistake(
            "one-missing-axis-at-most",
            lambda gradient, shape: _sum_to(missing=False)(
                gradient.sum(axis=0) if gradient.ndim > len(shape) else gradient, shape
            ),
        ).says(
            "One missing axis is added up. There can be several of them, down to a single number.",
            "How many axes has the gradient, and how many has the shape ()?",
        ),
        Mistake(
            "one-stretched-axis-at-most",
            lambda gradient, shape: _sum_to(most=1)(
                _sum_to(stretched=False)(gradient, shape), shape
            ),
        ).says(
            "After the first axis of length 1 your function stops. There can be several of them.",
            "What should come out for a table and the shape (1, 1)?",
        ),
        Mistake("stretched-before-missing", _sum_to(early=True)).says(
            "You look for axes of length 1 while the missing ones are still there. Then the "
            "places of the two shapes do not belong to each other.",
            "Gradient (2, 3, 4) and shape (3, 1): to which axis of the gradient belongs the 1?",
        ),
    ),
)
