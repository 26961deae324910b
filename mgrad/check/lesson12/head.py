"""12.head: A head of your own."""

from mgrad.check.probe import FormError
from mgrad.check.task import Mistake, Task


def _make(
    hidden="later",
    scale="root",
    exchanged=False,
    values="own",
    cut=False,
    summed=False,
    masked="scores",
    fill=float("-inf"),
):
    """One head of attention on Tensors, with one idea changed."""

    def head(x, query, key, value):
        import math

        import numpy as np

        n, t, width = x.shape
        q, k = x @ query, x @ key
        if exchanged:
            q, k = k, q
        v = x @ value if values == "own" else x
        scores = q @ k.transpose(0, 2, 1)
        size = q.shape[2]
        scores = (
            scores
            / {
                "root": math.sqrt(size),
                "size": size,
                "root of the width": math.sqrt(width),
                "nothing": 1.0,
            }[scale]
        )
        row, column = np.arange(t)[:, None], np.arange(t)
        mask = {
            "later": column > row,
            "later and itself": column >= row,
            "earlier": column < row,
            "nothing": column > t,
        }[hidden]
        if masked == "scores":
            scores = scores.masked_fill(mask, fill)
        weights = scores.softmax()
        if masked == "weights":
            weights = weights.masked_fill(mask, 0.0)
        if summed:
            weights = scores.transpose(0, 2, 1).softmax().transpose(0, 2, 1)
        result = weights @ v
        return type(x)(result.data) if cut else result

    return head


def _probe_head(answer, case):
    import numpy as np

    from mgrad import Tensor

    what, x, query, key, value = case
    x, query, key, value = (Tensor(np.array(part)) for part in (x, query, key, value))
    with np.errstate(all="ignore"):
        result = answer(x, query, key, value)
    if result is None:
        return None
    if not hasattr(result, "backward"):
        raise FormError("Return a Tensor, not an array: without its graph nothing can be trained.")
    if what == "result":
        return result.data
    with np.errstate(all="ignore"):
        (result * result).sum().backward()
    return {"x": x.grad, "query": query.grad, "key": key.grad, "value": value.grad}


def _cases(rng):
    def table(rows, columns):
        return [[round(rng.uniform(-1.5, 1.5), 2) for _ in range(columns)] for _ in range(rows)]

    def case(what, n, t, width, size):
        x = [table(t, width) for _ in range(n)]
        return [what, x, *(table(width, size) for _ in range(3))]

    return [
        case("result", 1, 1, 2, 2),
        case("result", 1, 3, 2, 2),
        case("result", 2, 4, 4, 4),
        case("result", 2, 3, 3, 2),
        case("slopes", 2, 3, 3, 2),
    ]


def _say_head(case):
    names, places, width, size = len(case[1]), len(case[1][0]), len(case[1][0][0]), len(case[2][0])
    if case[0] == "slopes":
        return (
            f"the gradients for x of shape ({names}, {places}, {width}) and a head of width {size}"
        )
    return f"x of shape ({names}, {places}, {width}) and a head of width {size}"


TASK = Task(
    id="12.head",
    imports=("numpy",),
    answer_name="head",
    kind="function",
    reference=_make(),
    probe=_probe_head,
    cases=_cases,
    level=lambda case: int(case[0] == "slopes"),
    say=_say_head,
    notice=(
        "Six lines, and no loop over names or places. The large models have thousands of such "
        "heads, and each is these six lines."
    ),
    mistakes=(
        Mistake("no-mask", _make("nothing")).says(
            "Every place sees the later ones too, and with them the letter that it has to guess.",
            "What may the first place see?",
        ),
        Mistake("past-hidden", _make("earlier")).says(
            "The mask is the wrong way round: it hides what was, and shows what comes.",
            "Print the mask for three places. What may the first one see?",
        ),
        Mistake("not-scaled", _make(scale="nothing")).says(
            "The scores are not divided by the root of the width of the head. The wider the head, "
            "the nearer its weights come to 0 and 1, where softmax hardly has a slope.",
            "What stands under the root in the lesson?",
        ),
        Mistake("scaled-by-the-width-of-x", _make(scale="root of the width")).says(
            "You divide by the root of the width of x. A score is a sum over the width of the "
            "head, the number of columns of query.",
            "Over how many products does a score add up?",
        ),
        Mistake("root-forgotten", _make(scale="size")).says(
            "The scores are divided by the width of the head itself. A sum of so many products "
            "grows with the root of their number.",
            "What does the task divide the scores by?",
        ),
        Mistake("itself-hidden", _make("later and itself")).says(
            "A place does not see itself either. For the first one nothing is left: a row of minus "
            "infinity has no softmax, and NaN comes out.",
            "What may the first place see?",
        ),
        Mistake("itself-hidden-by-a-number", _make("later and itself", fill=-1e9)).says(
            "A place does not see itself either. The first one has nothing left: all its scores "
            "are equally low, so it collects from every place alike, the later ones too.",
            "What may the first place see?",
        ),
        Mistake("masked-after-softmax", _make(masked="weights")).says(
            "The weights of the later places are set to 0 after the softmax. The others were made "
            "smaller by them before, and no longer add up to 1.",
            "To what do the weights of one place add up?",
        ),
        Mistake("query-and-key-exchanged", _make(exchanged=True)).says(
            "Queries and keys have changed places. Each row of the scores belongs to the place "
            "that asks.",
            "Whose weights must add up to 1: those of the place that asks, or of the one asked?",
        ),
        Mistake("down-the-columns", _make(summed=True)).says(
            "The softmax runs over the places that ask. softmax() of a Tensor runs along the last "
            "axis, and that is where the places that are asked must stand.",
            "To what do the weights of one place add up?",
        ),
        Mistake("x-for-the-values", _make(values="x")).says(
            "The head collects x itself. What a place hands on is x @ value.",
            "Where does your function use value?",
        ),
        Mistake("graph-cut", _make(cut=True)).says(
            "The numbers are right, but no gradient comes back: somewhere .data or NumPy took the "
            "place of the Tensor.",
            "Which of your lines makes a new Tensor?",
        ),
    ),
)
