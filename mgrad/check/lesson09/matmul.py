"""09.matmul: Backward through a matrix product."""

from mgrad.check.lesson09.shared import arrays_of, random_table
from mgrad.check.task import Mistake, Task

MATMUL = {
    "right": lambda X, W, g: (g @ W.T, X.T @ g),
    "transposes-forgotten": lambda X, W, g: (g @ W, X @ g),
    "order-swapped": lambda X, W, g: (W.T @ g, g @ X.T),
    "one-order-swapped": lambda X, W, g: (g @ W.T, g @ X.T),
    "elementwise": lambda X, W, g: (g * W.T, X.T * g),
    "wrong-one-transposed": lambda X, W, g: (g.T @ W, X @ g.T),
    "answers-swapped": lambda X, W, g: (X.T @ g, g @ W.T),
    "upstream-forgotten": lambda X, W, g: MATMUL["right"](X, W, 0 * g + 1),
}


def _probe_matmul(answer, case):
    result = answer(*arrays_of(*case))
    if result is None:
        return None
    of_X, of_W = result
    return {"gradient of X": of_X, "gradient of W": of_W}


def _matmul_cases(rng):
    return [
        [[[2.0]], [[3.0]], [[10.0]]],
        [[[1.0, 2.0]], [[3.0], [4.0]], [[1.0]]],
        [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0], [1.0, 5.0]], [[1.0, 0.0], [2.0, 1.0]]],
        [random_table(rng, 3, 2), random_table(rng, 2, 4), random_table(rng, 3, 4)],
    ]


TASK = Task(
    id="09.matmul",
    answer_name="matmul_gradients",
    kind="function",
    reference=MATMUL["right"],
    probe=_probe_matmul,
    cases=_matmul_cases,
    say=lambda case: f"X = {case[0]}, W = {case[1]}, g = {case[2]}",
    notice=(
        "Shapes find the formula, but only a case with unequal lengths and a nudge prove it: for "
        "square arrays several wrong formulas fit."
    ),
    mistakes=(
        Mistake(
            "transposes-forgotten",
            MATMUL["transposes-forgotten"],
            (
                "No transpose anywhere. With 1 × 1 and square arrays the shapes still fit, "
                "otherwise it is an error."
            ),
            "Which shape has g @ W if g is (3, 4) and W is (2, 4)? Which shape do you want?",
        ),
        Mistake(
            "order-swapped",
            MATMUL["order-swapped"],
            (
                "The right arrays are transposed, but the factors stand in the wrong order. For "
                "matrices A @ B is not B @ A."
            ),
            "Write the shapes below the factors: which lengths meet in the middle?",
        ),
        Mistake(
            "one-order-swapped",
            MATMUL["one-order-swapped"],
            (
                "The gradient of X is right. For W the factors stand in the wrong order: for "
                "matrices A @ B is not B @ A."
            ),
            (
                "The gradient of W has the shape of W. Which shapes have X.T and g, and which "
                "lengths meet?"
            ),
        ),
        Mistake(
            "elementwise",
            MATMUL["elementwise"],
            (
                "You multiply element by element. Each weight is used for every point, so its "
                "gradient is a sum of products, and @ makes that sum."
            ),
            "Which operation multiplies rows with columns and adds up?",
        ),
        Mistake(
            "wrong-one-transposed",
            MATMUL["wrong-one-transposed"],
            (
                "You transposed g. It is the other factor that must be turned, so that the "
                "points (or the neurons) meet in the middle."
            ),
            (
                "Over what is the gradient of W a sum: over points or over neurons? That length "
                "must stand in the middle."
            ),
        ),
        Mistake(
            "answers-swapped",
            MATMUL["answers-swapped"],
            (
                "Both products are right, but they come back in the wrong order: the gradient of "
                "X must have the shape of X."
            ),
            "Compare the shape of each result with the shapes of X and W.",
        ),
        Mistake(
            "upstream-forgotten",
            MATMUL["upstream-forgotten"],
            (
                "Your results do not depend on g. A rule multiplies what arrives from above with "
                "the local derivatives."
            ),
            "What should happen to the gradients if g is ten times as large?",
        ),
    ),
)
