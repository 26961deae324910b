"""Checks for the exercises of lesson 09, tensors and handwritten digits."""

from mgrad.check.task import Mistake, Task, letters, some_numbers, value_task

TITLE = "09 tensors"


def _table(rng, rows, columns):
    return [some_numbers(rng, columns) for _ in range(rows)]


def _arrays(*tables):
    import numpy as np

    return [np.array(table, dtype=float) for table in tables]


def _shape_of(table):
    import numpy as np

    return f"({', '.join(map(str, np.shape(table)))}{',' * (np.ndim(table) == 1)})"


# -- the gradient of a broadcast ------------------------------------------------------------


def _sum_to(missing=True, stretched=True, keepdims=True, how="sum", side=0):
    """Undo broadcasting, with one idea changed."""

    def sum_to(gradient, shape):
        import numpy as np

        g, add = gradient, getattr(np, how)
        while missing and g.ndim > len(shape):
            g = add(g, axis=side)
        for axis, length in enumerate(shape if stretched else ()):
            if length == 1:
                g = add(g, axis=axis, keepdims=keepdims)
        return g

    return sum_to


def _first_copy(gradient, shape):
    while gradient.ndim > len(shape):
        gradient = gradient[0]
    return gradient[tuple(slice(0, length) for length in shape)]


def _probe_sum_to(answer, case):
    gradient, shape = case
    result = answer(*_arrays(gradient), tuple(shape))
    if result is None:
        return None
    return {"shape": _shape_of(result), "numbers": result}


def _say_sum_to(case):
    gradient, shape = case
    shown = gradient if len(_shape_of(gradient)) < 7 else f"of shape {_shape_of(gradient)}"
    return f"the gradient {shown} and the shape {tuple(shape)}"


def _sum_to_cases(rng):
    table = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
    return [
        [table, [2]], [table, [3, 1]], [table, [1, 2]], [table, []], [table, [3, 2]], [[[1.0, 2.0], [3.0, 4.0]], [2]],
        [[_table(rng, 3, 4), _table(rng, 3, 4)], [3, 1]],
    ]  # fmt: skip


# -- the gradients of a matrix product ------------------------------------------------------

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
    result = answer(*_arrays(*case))
    if result is None:
        return None
    of_X, of_W = result
    return {"gradient of X": of_X, "gradient of W": of_W}


def _matmul_cases(rng):
    return [
        [[[2.0]], [[3.0]], [[10.0]]],
        [[[1.0, 2.0]], [[3.0], [4.0]], [[1.0]]],
        [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0], [1.0, 5.0]], [[1.0, 0.0], [2.0, 1.0]]],
        [_table(rng, 3, 2), _table(rng, 2, 4), _table(rng, 3, 4)],
    ]


# -- softmax and cross-entropy --------------------------------------------------------------


def _loss_and_gradient(maximum="row", axis=1, log="log", mean=True, divided=True, index="pairs", truth=True, sign=-1, gradient_sign=1):
    """The loss of a batch and its gradient, with one idea changed."""

    def loss_and_gradient(scores, targets):
        import numpy as np

        n, rows = len(targets), np.arange(len(targets))
        if maximum:
            scores = scores - (scores.max() if maximum == "all" else scores.max(axis=axis, keepdims=True))
        powers = np.exp(scores)
        p = powers / powers.sum(axis=axis, keepdims=True)
        chosen = getattr(np, log)(p[rows, targets] if index == "pairs" else p[:, targets])
        loss = sign * (chosen.mean() if mean else chosen.sum())
        gradient = p.copy()
        if truth:
            gradient[rows, targets] -= 1
        return loss, gradient_sign * (gradient / n if divided else gradient)

    return loss_and_gradient


loss_and_gradient = _loss_and_gradient()


def _probe_loss(answer, case):
    import numpy as np

    scores, targets = np.array(case[0], dtype=float), np.array(case[1])
    with np.errstate(all="ignore"):
        result = answer(scores, targets)
    if result is None:
        return None
    loss, gradient = result
    return {"loss": loss, "gradient": gradient}


def _loss_cases(rng):
    return [
        [[[0.0, 0.0]], [1]],
        [[[2.0, 1.0, -1.0]], [0]],
        [[[2.0, 1.0], [0.0, 3.0]], [1, 1]],
        [[[1001.0, 1000.0]], [0]],
        [[[1001.0, 1000.0], [1.0, 0.0]], [0, 1]],
        [_table(rng, 4, 3), [rng.randrange(3) for _ in range(2)] + [0, 2]],
    ]


# -- an epoch in batches --------------------------------------------------------------------


def _batches(order="fresh", labels="with", last=True, repeated=False):
    """One epoch cut into batches, with one idea changed."""

    def batches(inputs, targets, size, rng):
        import numpy as np

        n = len(inputs)
        if order == "seeded":
            rng = np.random.default_rng(0)
        rows = np.arange(n) if order == "sorted" else rng.permutation(n)
        others = {"with": rows, "apart": rng.permutation(n), "left": np.arange(n)}[labels]
        made = []
        for start in range(0, n if last else n - size + 1, size):
            if repeated:
                rows[start : start + size] = others[start : start + size] = rng.integers(0, n, len(rows[start : start + size]))
            made.append((inputs[rows[start : start + size]], targets[others[start : start + size]]))
        return made

    return batches


def _probe_batches(answer, case):
    import numpy as np

    n, size = case
    inputs, targets = np.arange(2.0 * n).reshape(n, 2), 5 * np.arange(n)
    rng, orders, sizes, owners = np.random.default_rng(1337), [], [], []
    for _ in range(2):
        epoch = answer(inputs.copy(), targets.copy(), size, rng)
        if epoch is None:
            return None
        epoch = [(np.asarray(x), np.asarray(y)) for x, y in epoch]
        sizes.append([len(x) for x, _ in epoch])
        seen = [int(number) for x, _ in epoch for number in x[:, 0] / 2]
        labels = [int(y) // 5 for _, ys in epoch for y in ys]
        owners.append("their inputs" if labels == seen else "the order of the file" if labels == sorted(labels) else "other inputs")
        orders.append(seen)
    return {
        "sizes": sizes[0],
        "each example once": sorted(orders[0]) == sorted(orders[1]) == list(range(n)),
        "targets go with": next((owner for owner in owners if owner != "their inputs"), "their inputs"),
        "shuffled": orders[0] != sorted(orders[0]),
        "new order next time": orders[0] != orders[1],
    }


# -- a column against a list ----------------------------------------------------------------


def _squared(repair="both", checked=True, reduce="mean", graph=True):
    """The mean squared error, with one idea changed."""

    def mean_squared(predictions, targets):
        import numpy as np

        targets = np.array(targets, dtype=float)
        if checked and predictions.data.size != targets.size:
            raise ValueError("there must be one target for each prediction")
        if repair == "both":
            predictions, targets = predictions.reshape(-1), targets.reshape(-1)
        elif repair == "column":
            targets = targets.reshape(-1, 1)
        elif repair == "mean":
            predictions, targets = predictions.reshape(-1), targets.mean()
        if not graph:
            predictions = predictions.data
        squares = (predictions - targets) ** 2
        return squares.mean() if reduce == "mean" else squares.sum()

    return mean_squared


def _probe_squared(answer, case):
    import numpy as np

    from mgrad import Tensor

    numbers, shape, targets = case
    predictions = Tensor(np.reshape(numbers, shape))
    loss = answer(predictions, targets)
    if loss is None:
        return None
    loss.backward()
    return {"loss": loss.data, "slopes": predictions.grad.reshape(-1)}


def _squared_cases(rng):
    numbers = some_numbers(rng, 4)
    return [
        [[1.0, 2.0], [2, 1], [1.0, 2.0]],
        [[1.0, 3.0], [2], [1.0, 2.0]],
        [[1.0, 2.0, 3.0], [3, 1], [4.0]],
        [[1.0, 2.0], [2, 1], [1.0, 2.0, 3.0]],
        [numbers, [4, 1], some_numbers(rng, 4)],
    ]


# -- choosing without the test set ----------------------------------------------------------


def _honest(chosen_on="validation", reported="test", opened="once", ties="first"):
    """Choose among settings and report, with one idea changed."""

    def honest_result(train, measure, settings):
        best, best_model, highest = None, None, -1.0
        for setting in settings:
            model = train(setting)
            if opened == "each":
                measure(model, "test")
            share = sum(measure(model, part) for part in chosen_on.split())
            if share > highest or (ties == "last" and share == highest):
                best, best_model, highest = setting, model, share
        return best, (highest if reported == "same" else measure(best_model, reported))

    return honest_result


def _last_model(train, measure, settings):
    best, highest = None, -1.0
    for setting in settings:
        model = train(setting)
        share = measure(model, "validation")
        if share > highest:
            best, highest = setting, share
    return best, measure(model, "test")


def _probe_honest(answer, case):
    table, opened = dict(zip(case[0], case[1])), []

    def measure(model, part):
        if part == "test":
            opened.append(model[1])
        return table[model[1]][["training", "validation", "test"].index(part)]

    result = answer(lambda setting: ("model", setting), measure, list(table))
    if result is None:
        return None
    chosen, reported = result
    return {"chosen": chosen, "reported": reported, "times the test set was opened": len(opened)}


def _say_honest(case):
    rows = "; ".join(f"{setting}: {', '.join(f'{share:.3g}' for share in shares)}" for setting, shares in zip(*case))
    return f"accuracies (training, validation, test) {rows}"


def _honest_cases(rng):
    shares = [[round(rng.uniform(0.5, 0.99), 3) for _ in range(3)] for _ in range(4)]
    return [
        [[100, 200, 300], [[0.90, 0.89, 0.91], [0.95, 0.94, 0.92], [0.99, 0.93, 0.95]]],
        [[8, 64], [[0.80, 0.88, 0.79], [0.99, 0.85, 0.90]]],
        [[8, 64], [[0.95, 0.85, 0.90], [0.91, 0.88, 0.80]]],
        [[10, 20, 30, 40], shares],
    ]


# -- the whole backward pass ----------------------------------------------------------------


def _network_gradients(slope="1 - h²", bias="sum", inputs_of_W2="h", W2_transposed=True):
    """The gradients of a network with one hidden layer, with one idea changed."""

    def network_gradients(X, targets, W1, b1, W2, b2):
        import numpy as np

        z = X @ W1 + b1
        h = np.tanh(z)
        _, g = loss_and_gradient(h @ W2 + b2, targets)
        g_h = g @ (W2.T if W2_transposed else W2)
        g_z = g_h * {"1 - h²": 1 - h * h, "none": 1.0, "1 - z²": 1 - z * z, "h": h}[slope]
        of_bias = {"sum": lambda g: g.sum(axis=0), "whole": lambda g: g, "mean": lambda g: g.mean(axis=0), "rows": lambda g: g.sum(axis=1)}[bias]
        return X.T @ g_z, of_bias(g_z), (h if inputs_of_W2 == "h" else X).T @ g, of_bias(g)

    return network_gradients


def _probe_network(answer, case):
    import numpy as np

    X, targets, W1, b1, W2, b2 = case
    result = answer(*_arrays(X), np.array(targets), *_arrays(W1, b1, W2, b2))
    if result is None:
        return None
    of_W1, of_b1, of_W2, of_b2 = result
    return {"W1": of_W1, "b1": of_b1, "W2": of_W2, "b2": of_b2}


def _network_cases(rng):
    return [
        [[[1.0]], [0], [[0.5]], [0.0], [[1.0, -1.0]], [0.0, 0.0]],
        [[[1.0], [2.0]], [0, 1], [[0.5]], [0.1], [[1.0, -1.0]], [0.0, 0.0]],
        [_table(rng, 2, 2), [0, 1], _table(rng, 2, 2), [0.3, -0.2], _table(rng, 2, 2), [0.1, 0.0]],
        [_table(rng, 4, 3), [0, 2, 1, 1], _table(rng, 3, 2), _table(rng, 1, 2)[0], _table(rng, 2, 3), _table(rng, 1, 3)[0]],
    ]


TASKS = [
    value_task(
        "09.shapes",
        "shapes",
        "EXEDCXB",
        "Line up the shapes at the right end; line 4 is the one that spoils losses, because nothing warns you.",
        Mistake("lined-up-left", "XEXFCXB", "You lined up the shapes at the left end. NumPy begins at the right end, and fills up with ones on the left.", "Write the shapes of line 1 under each other so that their last numbers meet."),
        Mistake("column-is-a-list", "EXEACXB", "All but line 4 are right. A column of 3 and a list of 3 are not the same thing: (3,) counts as one row, and a row meets a column.", "Draw a column of three cells and a row of three cells. What do they stretch to?"),
        Mistake("column-kept", "EXEFCXB", "All but line 4 are right. The list is stretched as well: (3,) counts as one row of three, and the column as three rows.", "Draw a column of three cells and a row of three cells. What do they stretch to?"),
        Mistake("axis-that-stays", "EXEDCXA", "All but line 7 are right. axis=0 names the axis that is added up and disappears; you kept that one.", "Which lengths has the shape, and which of them belongs to axis 0?"),
        Mistake("matmul-elementwise", "EXEDXEB", "You treated @ like *. The matrix product pairs a row on the left with a column on the right: the inner lengths must agree.", "In lines 5 and 6, which number of the left shape must equal which number of the right one?"),
        Mistake("inner-lengths-stay", "EXEDBXB", "All but line 5 are right. In a matrix product the inner lengths meet and disappear, and what stays are the outer ones.", "How many rows has the left array, how many columns the right one?"),
        Mistake("no-stretching", "XXXXCXB", "You allow + only between equal shapes. Lengths may also be 1 or missing; then they are stretched.", "Which of the lines 1 to 4 has a length 1 or a missing axis?"),
        read=letters,
    ),
    Task(
        id="09.sum_to",
        answer_name="sum_to",
        kind="function",
        reference=_sum_to(),
        probe=_probe_sum_to,
        cases=_sum_to_cases,
        say=_say_sum_to,
        notice="What was copied on the way forward is added up on the way back: every copy is a path.",
        mistakes=(
            Mistake("missing-axis-only", _sum_to(stretched=False), "Axes that were missing are added up. But an axis of length 1 was stretched too, and its copies are paths as well.", "Try the shape (3, 1). Along which axis were copies made?"),
            Mistake("stretched-axis-only", _sum_to(missing=False), "Axes of length 1 are added up. But a parameter of shape (2,) has no such axis: it was copied along an axis that it does not have.", "What do you do when the gradient has more axes than the shape?"),
            Mistake("axis-dropped", _sum_to(keepdims=False), "The numbers are right, but the axis of length 1 is gone after the sum. The gradient must have exactly the shape of its parameter.", "Which argument of sum keeps the axis with length 1?"),
            Mistake("always-the-first-axis", lambda gradient, shape: gradient.sum(axis=0), "You always add up axis 0. Which axis was stretched depends on the shape: a column is copied across, not down.", "Draw a parameter of shape (3, 1) and its copies. Where do the copies lie?"),
            Mistake("mean-for-sum", _sum_to(how="mean"), "You took the mean over the copies. Paths add up, they are not averaged.", "If three rows use b, how fast does the sum of all three move with b?"),
            Mistake("first-copy-only", _first_copy, "You kept the gradient of the first copy only. The number was used in every copy, and each use is a path.", "How many cells of the result contain the first number of b?"),
            Mistake("lined-up-left", _sum_to(side=-1), "Missing axes are on the left: (2,) counts as (1, 2). You added up the last axis of the gradient.", "Along which axis does a row get copied, down or across?"),
        ),
    ),
    Task(
        id="09.matmul",
        answer_name="matmul_gradients",
        kind="function",
        reference=MATMUL["right"],
        probe=_probe_matmul,
        cases=_matmul_cases,
        say=lambda case: f"X = {case[0]}, W = {case[1]}, g = {case[2]}",
        notice="Shapes find the formula, but only a case with unequal lengths and a nudge prove it: for square arrays several wrong formulas fit.",
        mistakes=(
            Mistake("transposes-forgotten", MATMUL["transposes-forgotten"], "No transpose anywhere. With 1 × 1 and square arrays the shapes still fit, otherwise it is an error.", "Which shape has g @ W if g is (3, 4) and W is (2, 4)? Which shape do you want?"),
            Mistake("order-swapped", MATMUL["order-swapped"], "The right arrays are transposed, but the factors stand in the wrong order. For matrices A @ B is not B @ A.", "Write the shapes below the factors: which lengths meet in the middle?"),
            Mistake("one-order-swapped", MATMUL["one-order-swapped"], "The gradient of X is right. For W the factors stand in the wrong order: for matrices A @ B is not B @ A.", "The gradient of W has the shape of W. Which shapes have X.T and g, and which lengths meet?"),
            Mistake("elementwise", MATMUL["elementwise"], "You multiply element by element. Each weight is used for every point, so its gradient is a sum of products, and @ makes that sum.", "Which operation multiplies rows with columns and adds up?"),
            Mistake("wrong-one-transposed", MATMUL["wrong-one-transposed"], "You transposed g. It is the other factor that must be turned, so that the points (or the neurons) meet in the middle.", "Over what is the gradient of W a sum: over points or over neurons? That length must stand in the middle."),
            Mistake("answers-swapped", MATMUL["answers-swapped"], "Both products are right, but they come back in the wrong order: the gradient of X must have the shape of X.", "Compare the shape of each result with the shapes of X and W."),
            Mistake("upstream-forgotten", MATMUL["upstream-forgotten"], "Your results do not depend on g. A rule multiplies what arrives from above with the local derivatives.", "What should happen to the gradients if g is ten times as large?"),
        ),
    ),
    Task(
        id="09.cross_entropy",
        answer_name="loss_and_gradient",
        kind="function",
        reference=loss_and_gradient,
        probe=_probe_loss,
        cases=_loss_cases,
        say=lambda case: f"scores {case[0]} and targets {case[1]}",
        notice="Probability minus truth, divided by the number of examples: a whole loss function has a gradient of one line.",
        mistakes=(
            Mistake("no-maximum", _loss_and_gradient(maximum=None), "For scores near 1,000 exp overflows, and infinity divided by infinity is NaN.", "What may you subtract from all scores of a row without changing the probabilities?"),
            Mistake("maximum-of-all", _loss_and_gradient(maximum="all"), "You subtract the largest score of the whole batch. In a row whose own scores are far below it, every exp becomes 0, and 0 divided by 0 is NaN.", "Whose maximum is it that makes the largest exponent of a row 0?"),
            Mistake("wrong-axis", _loss_and_gradient(axis=0), "Your sum runs down the columns, over the examples. The probabilities of one example stand in a row, and they must add up to 1.", "Print p.sum(axis=1) for two examples."),
            Mistake("one-sum-for-all", _loss_and_gradient(axis=None), "You divide by one sum for the whole batch. Each example has probabilities of its own, and they alone must add up to 1.", "Print p.sum(axis=1) for two examples."),
            Mistake("sum-for-mean", _loss_and_gradient(mean=False, divided=False), "You added the losses of the examples up. The loss of a batch is their mean, or a larger batch would make larger steps.", "By what must the sum be divided, in the loss and in the gradient?"),
            Mistake("gradient-not-divided", _loss_and_gradient(divided=False), "The loss is a mean, but the gradient is that of the sum.", "If the loss is divided by n, what happens to its slope?"),
            Mistake("every-row-every-target", _loss_and_gradient(index="columns"), "p[:, targets] takes the columns of all targets from every row: each example is judged by the targets of all the others too.", "Which index picks one element from each row? Try p[rows, targets] with rows 0, 1, 2 and so on."),
            Mistake("wrong-logarithm", _loss_and_gradient(log="log10"), "You used the logarithm to the base 10. Then p minus truth is not its gradient.", "Which logarithm undoes exp?"),
            Mistake("base-two", _loss_and_gradient(log="log2"), "You used the logarithm to the base 2. Then p minus truth is not its gradient.", "Which logarithm undoes exp?"),
            Mistake("truth-not-subtracted", _loss_and_gradient(truth=False), "The gradient has the probabilities only, so every score would be pushed down, the true one as well.", "What is subtracted at the true class?"),
            Mistake("sign-turned", _loss_and_gradient(sign=1), "Your loss is negative: the logarithm of a number below 1 is. A better network would get a larger number.", "What stands before the logarithm in the formula?"),
            Mistake("uphill", _loss_and_gradient(gradient_sign=-1), "Your gradient is truth minus probability: a step against it makes the loss larger.", "If the score of the true class grows, does the loss rise or fall? Which sign must that slope have?"),
        ),
    ),
    Task(
        id="09.batches",
        answer_name="batches",
        kind="function",
        reference=_batches(),
        probe=_probe_batches,
        cases=lambda rng: [[12, 4], [14, 4], [rng.randrange(21, 24), 10], [rng.randrange(15, 19), 40]],
        say=lambda case: f"{case[0]} examples and batches of {case[1]}, two epochs",
        notice="One list of row numbers, shuffled once an epoch, picks inputs and labels alike: nothing is lost and nothing is separated.",
        mistakes=(
            Mistake("no-batches-yet", lambda inputs, targets, size, rng: [], "There are no batches yet: the list comes back as empty as it was made.", "Which part is missing between making the list and returning it?"),
            Mistake("last-batch-lost", _batches(last=False), "The last batch is missing when the examples do not divide evenly, so some examples take no part in this epoch.", "How many examples are left after the last full batch, and who takes them?"),
            Mistake("not-shuffled", _batches(order="sorted"), "The examples come in the order of the file. If they are sorted by class, a batch shows one class only.", "Which method of rng gives the numbers 0 to n − 1 in a random order?"),
            Mistake("labels-shuffled-apart", _batches(labels="apart"), "Inputs and labels were shuffled separately, each in an order of its own. From now on every input has somebody else's label.", "How many random orders does one epoch need?"),
            Mistake("labels-left-behind", _batches(labels="left"), "Only the inputs were shuffled; the labels stayed in the order of the file.", "Pick inputs and labels with the same row numbers."),
            Mistake("drawn-with-repetition", _batches(repeated=True), "You draw each batch anew, so some examples come twice in an epoch and others never.", "Deal the examples out like cards: shuffle once, then cut."),
            Mistake("same-order-every-epoch", _batches(order="seeded"), "Each epoch has the same order, because a generator is seeded inside the function. Then the same examples always share a batch.", "Use the rng that is passed in: it goes on from epoch to epoch."),
        ),
    ),
    Task(
        id="09.column",
        answer_name="mean_squared",
        kind="function",
        reference=_squared(),
        probe=_probe_squared,
        cases=_squared_cases,
        say=lambda case: f"predictions of shape ({', '.join(map(str, case[1]))}{',' * (len(case[1]) == 1)}) = {case[0]} and targets {case[2]}",
        notice="Shapes that merely fit are not enough: a loss compares each prediction with its own target, or it refuses.",
        mistakes=(
            Mistake("as-it-was", _squared(repair="no", checked=False), "The first example is perfect, and its loss is not 0: a column minus a list is a table, in which every prediction is compared with every target.", "Print the shape of the difference."),
            Mistake("shape-still-mixed", _squared(repair="no"), "The counts are compared now, but a column of 2 still meets a list of 2, and their difference is a 2 × 2 table.", "Bring both to the same shape before you subtract."),
            Mistake("always-a-column", _squared(repair="column"), "Now columns work, but predictions that are a plain list of numbers meet a column of targets: the same table, the other way round.", "Bring both to the same shape, whatever it was before."),
            Mistake("count-unchecked", _squared(checked=False), "The shapes are mended. But three predictions and one target still give a number, because a length of 1 is stretched.", "When should your function raise a ValueError?"),
            Mistake("graph-cut", _squared(graph=False), "The number may be right, but the graph is gone: with .data or NumPy you get a plain number that has no backward().", "Change the shape with a method of the Tensor itself."),
            Mistake("compared-with-the-mean", _squared(repair="mean"), "You compare each prediction with the mean of the targets. That is what the broken loss was teaching the model.", "Which target belongs to prediction number 0?"),
        ),
    ),
    Task(
        id="09.choice",
        answer_name="honest_result",
        kind="function",
        reference=_honest(),
        probe=_probe_honest,
        cases=_honest_cases,
        say=_say_honest,
        notice="The reported number is usually a little lower than the best you saw on the way. That is not bad luck, it is honesty.",
        mistakes=(
            Mistake("as-it-was", _honest(chosen_on="test", reported="same"), "The setting is chosen by its test accuracy. The best of several test results is partly luck, and the luck is reported too.", "Which part of the data is there for choosing?"),
            Mistake("validation-reported", _honest(reported="same"), "You choose on the validation set, as you should, but you report that number too. It was the best of several, so it is too good.", "Which part has had no say in the choice?"),
            Mistake("test-opened-each-time", _honest(opened="each"), "Choice and report are right, but the test set is opened for every setting. What one has seen, one cannot help using.", "Measure on the test set once, after the loop."),
            Mistake("chosen-on-training", _honest(chosen_on="training"), "You choose by the training accuracy. It grows with every step and every neuron, so it always favours the largest setting.", "Which part has the model not learned from?"),
            Mistake("chosen-on-both", _honest(chosen_on="validation test"), "The test set still has a say in the choice, together with the validation set.", "What may the test accuracy influence?"),
            Mistake("last-model-measured", _last_model, "The right setting is chosen, but the model that is measured at the end is the last one trained.", "Keep the model together with its setting."),
        ),
    ),
    Task(
        id="09.backward",
        answer_name="network_gradients",
        kind="function",
        reference=_network_gradients(),
        probe=_probe_network,
        cases=_network_cases,
        say=lambda case: f"X = {case[0]}, targets {case[1]}, W1 = {case[2]}, b1 = {case[3]}, W2 = {case[4]}, b2 = {case[5]}",
        notice="Four rules, used once each from the loss down: this is all that backward() does for a network, whatever its size.",
        mistakes=(
            Mistake("slope-forgotten", _network_gradients(slope="none"), "The gradients of W2 and b2 are right. On the way to W1 the gradient must also pass through tanh, and there it is multiplied by the slope.", "Which function stands between z and h, and what is its slope?"),
            Mistake("slope-of-the-sum", _network_gradients(slope="1 - z²"), "The slope of tanh is 1 minus the square of its output. You squared its input.", "What is the slope of tanh at z = 2? Can it be negative?"),
            Mistake("output-for-slope", _network_gradients(slope="h"), "You multiplied by the output of tanh. The chain rule asks for its slope.", "How fast does tanh move at z = 0, where its output is 0?"),
            Mistake("bias-not-summed", _network_gradients(bias="whole"), "The gradients of the biases have one row for each example. A bias is used by every example, and these paths add up.", "Which function of this notebook brings a gradient to the shape of its parameter?"),
            Mistake("bias-averaged", _network_gradients(bias="mean"), "You averaged the bias gradients over the examples. The loss has divided by n already; paths add up.", "Where in your program is the division by the number of examples?"),
            Mistake("summed-along-rows", _network_gradients(bias="rows"), "Your bias gradients have one number for each example. They should have one for each neuron.", "Which axis of g counts the examples? That one must disappear."),
            Mistake("inputs-for-hidden", _network_gradients(inputs_of_W2="X"), "For W2 you used X. But the second layer never saw X: its inputs are the outputs of the hidden layer.", "What stands on the left of @ W2 in the forward pass?"),
        ),
    ),
]  # fmt: skip
