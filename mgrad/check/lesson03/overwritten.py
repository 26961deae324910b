"""03.overwritten: The product that forgets."""

from mgrad.check.lesson03.shared import Value, grads_of, say_numbers
from mgrad.check.task import Mistake, Task


def _times_with(step):
    """A product in the closure form whose step is ``step(left, right, out)``."""

    def times(left, right):
        out = Value(left.data * right.data)
        out._backward = lambda: step(left, right, out)
        return out

    return times


def _add_both(left, right, out):
    left.grad += right.data * out.grad
    right.grad += left.data * out.grad


def _replace_both(left, right, out):
    left.grad = right.data * out.grad
    right.grad = left.data * out.grad


def _add_left(left, right, out):
    left.grad += right.data * out.grad
    right.grad = left.data * out.grad


def _add_right(left, right, out):
    left.grad = right.data * out.grad
    right.grad += left.data * out.grad


def _swap_both(left, right, out):
    left.grad += left.data * out.grad
    right.grad += right.data * out.grad


def _bare_both(left, right, out):
    left.grad += right.data
    right.grad += left.data


def _square_apart(left, right, out):
    _replace_both(left, right, out)
    if left is right:
        left.grad = 2 * left.data * out.grad


def _probe_times(answer, case):
    program, order, numbers = case
    names = {name: Value(x) for name, x in numbers.items()} | {"times": answer}
    exec(program, names)
    names[order[0]].grad = 1.0
    for name in order:
        names[name]._backward()
    return grads_of(names, numbers)


TASK = Task(
    id="03.overwritten",
    answer_name="times",
    kind="function",
    reference=_times_with(_add_both),
    probe=_probe_times,
    cases=lambda rng: [
        ["p = times(a, b)", ["p"], {"a": 2.0, "b": 5.0}],
        ["p = times(a, a)", ["p"], {"a": 3.0}],
        ["p = times(a, b)", ["p"], {"a": 3.0, "b": 3.0}],
        ["p = times(a, b)", ["p"], {"a": 0.0, "b": 5.0}],
        ["p = times(a, b); L = times(p, a)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(b, a); L = times(a, p)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(a, a); L = times(p, a)", ["L", "p"], {"a": rng.uniform(1.5, 3)}],
        [
            "p = times(a, b); q = times(b, a); L = times(p, q)",
            ["L", "q", "p"],
            {"a": rng.uniform(1.5, 3), "b": rng.uniform(-3, -1.5)},
        ],
    ],
    say=lambda case: f"{case[0]} with {say_numbers(case[2])}",
    notice=(
        "The slip hides from every test in which each value is used once. Test an engine with a "
        "value that is used twice."
    ),
    mistakes=(
        Mistake(
            "gradient-overwritten",
            _times_with(_replace_both),
            (
                "As long as each value is used once, all is well. As soon as one value is used "
                "twice, only the last contribution to its gradient is left."
            ),
            "Follow left.grad and right.grad line by line when left and right are the same object.",
        ),
        Mistake(
            "only-left-mended",
            _times_with(_add_left),
            (
                "One half of the step collects now, the other still replaces. A value that comes "
                "back on the right-hand side loses what it had."
            ),
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake(
            "only-right-mended",
            _times_with(_add_right),
            (
                "One half of the step collects now, the other still replaces. A value that comes "
                "back on the left-hand side loses what it had."
            ),
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake(
            "square-apart",
            _times_with(_square_apart),
            (
                "Your cure knows the square and nothing else. A value can also be used twice in "
                "two different products, and there the second use still erases the first."
            ),
            "Try p = times(a, b) and L = times(p, a). Is there one cure for every kind of reuse?",
        ),
        Mistake(
            "own-operand",
            _times_with(_swap_both),
            (
                "Both lines collect, but each parent gets its own value. When left moves by a "
                "little, the product moves by that little times right."
            ),
            (
                "For times(a, b) with a = 2 and b = 5: how far does the product move when a "
                "moves by 0.001?"
            ),
        ),
        Mistake(
            "upstream-forgotten",
            _times_with(_bare_both),
            (
                "Both lines collect, but the gradient of the product is gone from them: what is "
                "passed on is the bare local derivative."
            ),
            "In L = times(p, a), which number arrives at p, and where does the step of p use it?",
        ),
    ),
)
