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


def _copy_apart(left, right, out):
    if left is right:
        left.grad += right.data * out.grad
    else:
        _add_both(left, right, out)


def _turned(left, right, out):
    out.grad += right.data * left.grad + left.data * right.grad


def _first_line_only(left, right, out):
    left.grad += right.data * out.grad


def _second_line_only(left, right, out):
    right.grad += left.data * out.grad


def _stored(something):
    def times(left, right):
        out = Value(left.data * right.data)
        out._backward = something
        return out

    return times


def _probe_times(answer, case):
    program, order, numbers = case
    names = {name: Value(x) for name, x in numbers.items()} | {"times": answer}
    exec(program, names)
    step = getattr(names[order[-1]], "_backward", "nothing")
    if hasattr(names[order[-1]], "grad") and not callable(step):
        return {"the step of p": "None, no function" if step is None else "no function"}
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
    # first a product alone, then a product of a product, and only then a value used twice
    level=lambda case: (
        2 if "a, a" in case[0] or "b, a" in case[0] or "p, a" in case[0] else (len(case[1]) - 1)
    ),
    cases=lambda rng: [
        ["p = times(a, b)", ["p"], {"a": 2.0, "b": 5.0}],
        ["p = times(a, b)", ["p"], {"a": 3.0, "b": 3.0}],
        ["p = times(a, b)", ["p"], {"a": 0.0, "b": 5.0}],
        ["p = times(a, b)", ["p"], {"a": -2.0, "b": -5.0}],
        ["p = times(a, b); L = times(p, c)", ["L", "p"], {"a": 2.0, "b": 5.0, "c": 3.0}],
        ["p = times(a, b); L = times(c, p)", ["L", "p"], {"a": 2.0, "b": 5.0, "c": -3.0}],
        ["p = times(a, a)", ["p"], {"a": 3.0}],
        ["p = times(a, b); L = times(p, a)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(b, a); L = times(a, p)", ["L", "p"], {"a": 3.0, "b": 5.0}],
        ["p = times(a, a); L = times(p, a)", ["L", "p"], {"a": rng.uniform(1.5, 3)}],
        [
            "p = times(a, b); q = times(b, a); L = times(p, q)",
            ["L", "q", "p"],
            {"a": rng.uniform(1.5, 3), "b": rng.uniform(-3, -1.5)},
        ],
    ],
    say=lambda case: f"{case[0]}, where {say_numbers(case[2])}",
    notice=(
        "The slip hides from every test in which each value is used once. Test an engine with a "
        "value that is used twice."
    ),
    mistakes=(
        Mistake("step-run-at-once", _stored(None)).says(
            "The product keeps None where its step should be. With brackets the step runs at once, "
            "while the gradient of the product is still 0, and what it gives back is kept: None.",
            "What is the difference between _backward and _backward()?",
        ),
        Mistake("no-step-stored", _stored(0.0)).says(
            "What the product keeps as its step is no function, so the pass cannot run it.",
            "Which name has the step that you defined, and is that what you store?",
        ),
        Mistake("nothing-arrives", _times_with(_turned)).says(
            "Nothing arrives at the two parents. The step runs without changing their grads: "
            "it is stored nowhere, or it changes something else, such as out.grad.",
            "Which of the three grads is known when the step begins, and which are wanted?",
        ),
        *[
            Mistake(f"{side}-line-missing", _times_with(step)).says(
                f"Only one of the two parents gets a gradient: the {side} one gets nothing.",
                "How many parents has a product, and which of them does each line serve?",
            )
            for side, step in (("right", _first_line_only), ("left", _second_line_only))
        ],
        Mistake("second-use-dropped", _times_with(_copy_apart)).says(
            "When both sides are the same node, only one of the two uses counts: one line is "
            "left out there, or its part goes to a copy that nobody reads.",
            "In a · a, how far does the product move when a moves, and through which sides?",
        ),
        Mistake("gradient-overwritten", _times_with(_replace_both)).says(
            "As long as each value is used once, all is well. As soon as one value is used "
            "twice, only the last contribution to its gradient is left.",
            "Follow left.grad and right.grad line by line when left and right are the same object.",
        ),
        Mistake("only-left-mended", _times_with(_add_left)).says(
            "One half of the step collects now, the other still replaces. A value that comes "
            "back on the right-hand side loses what it had.",
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake("only-right-mended", _times_with(_add_right)).says(
            "One half of the step collects now, the other still replaces. A value that comes "
            "back on the left-hand side loses what it had.",
            "Which of the two lines still forgets what had arrived before?",
        ),
        Mistake("square-apart", _times_with(_square_apart)).says(
            "Your cure knows the square and nothing else. A value can also be used twice in "
            "two different products, and there the second use still erases the first.",
            "Try p = times(a, b) and L = times(p, a). Is there one cure for every kind of reuse?",
        ),
        Mistake("own-operand", _times_with(_swap_both)).says(
            "Both lines collect, but each parent gets its own value. When left moves by a "
            "little, the product moves by that little times right.",
            "For times(a, b) with a = 2 and b = 5: how far does the product move when a "
            "moves by 0.001?",
        ),
        Mistake("upstream-forgotten", _times_with(_bare_both)).says(
            "Both lines collect, but the gradient of the product is gone from them: what is "
            "passed on is the bare local derivative.",
            "In L = times(p, a), which number arrives at p, and where does the step of p use it?",
        ),
    ),
)
