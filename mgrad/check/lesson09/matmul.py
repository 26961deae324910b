"""09.matmul: Backward through a matrix product."""

from mgrad.check.lesson09.shared import arrays_of, random_table, results_of
from mgrad.check.task import Mistake, Task

MATMUL = {
    "right": lambda X, W, g: (g @ W.T, X.T @ g),
    "transposes-forgotten": lambda X, W, g: (g @ W, X @ g),
    "transpose-of-W-forgotten": lambda X, W, g: (g @ W, X.T @ g),
    "transpose-of-X-forgotten": lambda X, W, g: (g @ W.T, X @ g),
    "order-swapped": lambda X, W, g: (W.T @ g, g @ X.T),
    "order-swapped-for-X": lambda X, W, g: (W.T @ g, X.T @ g),
    "one-order-swapped": lambda X, W, g: (g @ W.T, g @ X.T),
    "elementwise": lambda X, W, g: (g * W.T, X.T * g),
    "elementwise-without-transpose": lambda X, W, g: (g * W, X * g),
    "elementwise-for-X": lambda X, W, g: (g * W.T, X.T @ g),
    "elementwise-for-W": lambda X, W, g: (g @ W.T, X.T * g),
    "wrong-one-transposed": lambda X, W, g: (g.T @ W, X @ g.T),
    "wrong-one-transposed-for-W": lambda X, W, g: (g @ W.T, X @ g.T),
    "both-transposed": lambda X, W, g: (g.T @ W.T, X.T @ g.T),
    "results-transposed": lambda X, W, g: (W @ g.T, g.T @ X),
    "gradient-of-W-transposed": lambda X, W, g: (g @ W.T, g.T @ X),
    "answers-swapped": lambda X, W, g: (X.T @ g, g @ W.T),
    "upstream-forgotten": lambda X, W, g: MATMUL["right"](X, W, 0 * g + 1),
    "factors-for-gradients": lambda X, W, g: (W, X),
    "own-factor": lambda X, W, g: (g @ W.T * X, X.T @ g),
    "reshaped": lambda X, W, g: (g @ W.reshape(W.shape[::-1]), X.reshape(X.shape[::-1]) @ g),
    "reshaped-for-W": lambda X, W, g: (g @ W.T, X.reshape(X.shape[::-1]) @ g),
    "mean-over-examples": lambda X, W, g: (g @ W.T / len(X), X.T @ g / len(X)),
    "mean-for-W": lambda X, W, g: (g @ W.T, X.T @ g / len(X)),
    "added-up-for-W": lambda X, W, g: (g @ W.T, 0 * W + X.T.sum(axis=1, keepdims=True) * g.sum(0)),
    "last-term-only-for-both": lambda X, W, g: (g[:, -1:] @ W.T[-1:], X.T[:, -1:] @ g[-1:]),
    "last-term-only": lambda X, W, g: (g @ W.T, X.T[:, -1:] @ g[-1:]),
}


def _probe_matmul(answer, case):
    part, *arrays = case
    result = answer(*arrays_of(*arrays))
    if result is None:
        return None
    of_X, of_W = results_of(result, ["the gradient of X", "the gradient of W"])
    return {"the gradient of X": of_X} if part == "X" else {"the gradient of W": of_W}


def _matmul_cases(rng):
    arrays = [
        [[[2.0]], [[3.0]], [[10.0]]],
        [[[1.0, 2.0]], [[3.0], [4.0]], [[1.0]]],
        [[[1.0, 2.0], [3.0, 4.0]], [[3.0, 1.0], [2.0, 5.0]], [[1.0, 4.0], [2.0, 1.0]]],
        [random_table(rng, 3, 2), random_table(rng, 2, 4), random_table(rng, 3, 4)],
        [random_table(rng, 2, 4), random_table(rng, 4, 3), random_table(rng, 2, 3)],
    ]
    return [[part, *three] for part in "XW" for three in arrays]


TASK = Task(
    id="09.matmul",
    answer_name="matmul_gradients",
    kind="function",
    reference=MATMUL["right"],
    probe=_probe_matmul,
    cases=_matmul_cases,
    say=lambda case: f"X = {case[1]}, W = {case[2]}, g = {case[3]}",
    notice=(
        "Shapes find the formula, but only a case with unequal lengths and a nudge prove it: for "
        "square arrays several wrong formulas fit."
    ),
    mistakes=(
        Mistake("transposes-forgotten", MATMUL["transposes-forgotten"]).says(
            "No transpose anywhere. With 1 × 1 and square arrays the shapes still fit, "
            "otherwise it is an error.",
            "Which shape has g @ W if g is (3, 4) and W is (2, 4)? Which shape do you want?",
        ),
        Mistake("order-swapped", MATMUL["order-swapped"]).says(
            "The right arrays are transposed, but the factors stand in the wrong order. For "
            "matrices A @ B is not B @ A.",
            "Write the shapes below the factors: which lengths meet in the middle?",
        ),
        Mistake("one-order-swapped", MATMUL["one-order-swapped"]).says(
            "The gradient of X is right. For W the factors stand in the wrong order: for "
            "matrices A @ B is not B @ A.",
            "The gradient of W has the shape of W. Which shapes have X.T and g, and which "
            "lengths meet?",
        ),
        Mistake("elementwise", MATMUL["elementwise"]).says(
            "You multiply element by element. Each weight is used for every point, so its "
            "gradient is a sum of products, and @ makes that sum.",
            "Which operation multiplies rows with columns and adds up?",
        ),
        *[
            Mistake(id.lower(), MATMUL[id]).says(
                f"{where} you multiply element by element. Each weight is used for every point, "
                "so its gradient is a sum of products, and @ makes that sum.",
                "Which operation multiplies rows with columns and adds up?",
            )
            for id, where in (
                ("elementwise-without-transpose", "Nothing is transposed, and"),
                ("elementwise-for-X", "For the gradient of X"),
                ("elementwise-for-W", "For the gradient of W"),
            )
        ],
        Mistake("answers-swapped", MATMUL["answers-swapped"]).says(
            "Both products are right, but they come back in the wrong order: the gradient of "
            "X must have the shape of X.",
            "Compare the shape of each result with the shapes of X and W.",
        ),
        Mistake("upstream-forgotten", MATMUL["upstream-forgotten"]).says(
            "Your results do not depend on g. A rule multiplies what arrives from above with "
            "the local derivatives.",
            "What should happen to the gradients if g is ten times as large?",
        ),
        Mistake("transpose-of-w-forgotten", MATMUL["transpose-of-W-forgotten"]).says(
            "In the gradient of X nothing is transposed. With square arrays the shapes "
            "still fit, otherwise it is an error.",
            "Which shape has g @ W if g is (3, 4) and W is (2, 4)? Which shape do you want?",
        ),
        Mistake("transpose-of-x-forgotten", MATMUL["transpose-of-X-forgotten"]).says(
            "The gradient of X is right. In that of W nothing is transposed.",
            "Which shape has X @ g if X is (3, 2) and g is (3, 4)? Which shape do you want?",
        ),
        Mistake("order-swapped-for-x", MATMUL["order-swapped-for-X"]).says(
            "For the gradient of X the factors stand in the wrong order: for matrices A"
            " @ B is not B @ A.",
            "Write the shapes below the factors: which lengths meet in the middle?",
        ),
        Mistake("results-transposed", MATMUL["results-transposed"]).says(
            "Rows and columns are exchanged in what you return: the gradient of X must "
            "have the shape of X.",
            "Compare the shape of each result with the shapes of X and W.",
        ),
        Mistake("gradient-of-w-transposed", MATMUL["gradient-of-W-transposed"]).says(
            "The gradient of X is right. In that of W rows and columns are exchanged.",
            "Compare the shape of each result with the shapes of X and W.",
        ),
        Mistake("reshaped", MATMUL["reshaped"]).says(
            "reshape only fills the numbers into other rows, one after the other. Rows "
            "do not become columns by it.",
            "Compare X.reshape(2, 3) with X.T for a small X of shape (3, 2).",
        ),
        Mistake("last-term-only-for-both", MATMUL["last-term-only-for-both"]).says(
            "Each of your results has only the last product of its sum: what the "
            "earlier turns of the loop found is lost.",
            "What does the innermost line do with what is there already?",
        ),
    ),
)
