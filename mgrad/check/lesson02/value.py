"""02.value: Your Value, complete."""

from mgrad.check.lesson02.shared import (
    ABCF,
    OneSided,
    Value,
    changed_value,
    changes_itself,
    endless,
    hash_of_data,
    ints_wrapped,
    pick,
    probe_class,
    say_class,
    set_of_parents,
    unwrapped_add,
)
from mgrad.check.task import Mistake, Task


def _same_data(self, other):
    return self.data == other.data


def _subtract_as_plus(self, other):
    other = self._wrap(other)
    return self._make(self.data - other.data, (self, other), "+")


def _subtract_for_self(self, other):
    return self._make(self.data - self._wrap(other).data, (self,), "-")


def _forgets(name):
    """Stores all but one of the four arguments."""

    def init(self, data, label="", _prev=(), _op=""):
        OneSided.__init__(self, data, label, _prev, _op)
        setattr(self, name, {"label": "", "_prev": (), "_op": "", "grad": None}[name])

    return init


def _without_grad(self, data, label="", _prev=(), _op=""):
    self.data, self.label, self._prev, self._op = data, label, _prev, _op


def _without(*names) -> type:
    methods = vars(OneSided) | {k: v for k, v in vars(Value).items() if k.startswith("__r")}
    kept = {
        name: method
        for name, method in methods.items()
        if name not in (*names, "__dict__", "__weakref__", "_wrap")
    }
    return type("Value", (), kept | {"_wrap": _wrapped})


def _wrapped(self, other):
    return other if isinstance(other, type(self)) else type(self)(other)


def _unwrapped_times(self, other):
    return self._make(self.data * other.data, (self, other), "*")


def _leaf(operate):
    return lambda self, other: type(self)(operate(self.data, getattr(other, "data", other)))


def _leaf_with_a_number(operate, sign):
    """An operation that forgets its past when the other side is a plain number."""

    def method(self, other):
        if isinstance(other, OneSided):
            return self._make(operate(self.data, other.data), (self, other), sign)
        return type(self)(operate(self.data, other))

    return method


A, B = {"a": 3.0}, {"a": 3.0, "b": 5.0}
LEVELS = [  # one method after the other, so that the first that goes wrong is named
    [["attributes", "", {}], ["equal", "", {}]],
    [
        ["record", "d = a + b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * b", {"a": 2.0, "b": -3.0}],
        ["record", "e = a * a", A],
        ["after", "d = a + b", B],
        ["after", "d = a * b", B],
    ],
    [
        ["data", "d = a + 1", A],
        ["data", "d = a * 2", A],
        ["data", "d = a + 0.5", A],
        ["data", "d = a * 0.5", A],
    ],
    [["data", "d = 1 + a", A], ["data", "d = 2 * a", A]],
    [
        ["leaves", "d = a + 1", A],
        ["aloud", "d = a + 1", A],
        ["leaves", "d = a * 2", A],
        ["aloud", "d = a * 2", A],
        ["leaves", "d = 1 + a", A],
        ["leaves", "d = 2 * a", A],
        ["aloud", "d = 2 * a", A],
    ],
    [
        ["data", "d = -a", A],
        ["leaves", "d = -a", A],
        ["aloud", "d = -a", A],
        ["after", "d = -a", A],
    ],
    [
        ["data", "d = a - b", B],
        ["leaves", "d = a - b", B],
        ["aloud", "d = a - b", B],
        ["after", "d = a - b", B],
    ],
    [["data", "d = a - 1", A], ["leaves", "d = a - 1", A], ["aloud", "d = a - 1", A]],
    [["data", "d = 1 - a", A], ["data", "d = 0.5 - a", A]],
    [["leaves", "d = 1 - a", A], ["aloud", "d = 1 - a", A], ["after", "d = 1 - a", A]],
    [
        ["new", "d = a * 1", A],
        ["new", "d = a + 0", A],
        ["new", "d = 1 * a", A],
        ["new", "d = a - 0", A],
    ],
    [["repr", "d = v", {"v": 1.0000068814612597}], ["later", "d = v", {"v": 2.0}]],
    [
        ["graph", "L = (a * b + c) * f", ABCF],
        ["graph", "y = x * x + 3", {"x": 3.0}],
    ],
]


class _TextFromTheStart(Value):
    def __init__(self, data, *more):
        super().__init__(data, *more)
        self.text = f"Value(data={data})"

    def __repr__(self):
        return self.text


def _cases_value(rng):
    given = {"a": pick(rng), "b": pick(rng)}
    random = [
        ["data", "d = sum([a, b, 1]) * (2 - a) - 3 * b", given],
        ["leaves", "d = 1 - a * b", given],
        ["aloud", "d = 1 - a * b - (a - 2) * b", given],
    ]
    return [[level, *case] for level, cases in enumerate([*LEVELS, random]) for case in cases]


TASK = Task(
    id="02.value",
    answer_name="Value",
    kind="class",
    reference=Value,
    probe=lambda kind, case: probe_class(kind, case[1:]),
    cases=_cases_value,
    level=lambda case: case[0],
    say=lambda case: say_class(case[1:]),
    hides=("Value",),
    notice=(
        "That is a complete number with a memory. Run the next cell: draw_dot reads nothing but "
        "what you recorded."
    ),
    mistakes=(
        Mistake("wrapping-forgotten", changed_value(_wrap=lambda self, other: other)).says(
            "A plain number on the right has no data. It must be wrapped in a Value first, "
            "and that in every operation.",
            "What is other in a + 1?",
        ),
        Mistake("wrapping-only-int", changed_value(_wrap=ints_wrapped)).says(
            "Only whole numbers are wrapped. 0.5 is a plain number as well, and has no data "
            "either.",
            "Do not ask what other is not. Ask whether it is a Value already.",
        ),
        Mistake("equal-means-same", changed_value(__eq__=_same_data)).says(
            "Two Values with the same number are taken for one, because == compares their "
            "numbers. That is the fault of task 7.",
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake("hash-by-value", changed_value(__eq__=_same_data, __hash__=hash_of_data)).says(
            "Two Values with the same number are taken for one, also in a set. That is the "
            "fault of task 7, and __hash__ does not mend it.",
            "What does Python do with == when a class says nothing about it?",
        ),
        Mistake("minus-recorded-as-plus", changed_value(__sub__=_subtract_as_plus)).says(
            "The record says 3 + 5 is −2. Draw a - b and read the picture aloud.",
            "Which of the three, the circle or one of the two numbers, does not fit the result?",
        ),
        Mistake("only-the-left-parent-in-minus", changed_value(__sub__=_subtract_for_self)).says(
            "One parent of a - b is recorded, the left one. The result was made from two.",
            "Draw a - b. From how many nodes do lines lead into the circle?",
        ),
        Mistake("negation-calls-itself", changed_value(__neg__=endless)).says(
            "-self calls __neg__ again, and so on without end.",
            "Which operation with a plain number turns 3 into −3?",
        ),
        Mistake(
            "digits-hidden", changed_value(__repr__=lambda self: f"Value(data={self.data:.4f})")
        ).says(
            "The text is rounded. Two different numbers can then look the same, just when "
            "you are searching for a bug.",
            "Let Python write the number without a format behind a colon.",
        ),
        Mistake("text-from-the-start", _TextFromTheStart).says(
            "The text is made once, when the object is made. When its number changes, as it does "
            "in training, the text still shows the old one.",
            "In which of the two methods is your text put together?",
        ),
        Mistake("repr-missing", changed_value(__repr__=object.__repr__)).says(
            "All operations are right, but the class has no __repr__, so Python shows its "
            "name and its place in memory.",
            "You wrote one in task 2.",
        ),
        Mistake("wrapping-forgotten-in-plus", changed_value(__add__=unwrapped_add)).says(
            "Times wraps a plain number, plus does not. The line is needed in every operation.",
            "Compare the first lines of your two methods.",
        ),
        Mistake("reflected-missing", type("Value", (OneSided,), {})).says(
            "With a plain number on the left Python asks that number first, and then looks "
            "for a reflected method of your Value. There is none.",
            "What is the method called that Python tries for 1 + a, after the int has given up?",
        ),
        Mistake("reflected-minus-copied", changed_value(__rsub__=Value.__sub__)).says(
            "1 - a gives a - 1: the reflected minus was made from the ordinary one. In "
            "__rsub__ other is the left side.",
            "In 1 - a, which of the two is self, and which is other?",
        ),
        Mistake(
            "reflected-calls-itself",
            changed_value(__radd__=endless, __rmul__=endless, __rsub__=endless),
        ).says(
            "The reflected methods call themselves without end: other + self, for one, is the "
            "expression that Python could not do and handed to __radd__.",
            "Which of 1 + a, 2 * a and 1 - a has the same result with its sides swapped?",
        ),
        Mistake("reflected-minus-calls-itself", changed_value(__rsub__=endless)).says(
            "1 - a calls itself without end, as when __rsub__ repeats other - self, the very "
            "expression that Python handed to it.",
            "Which operation can a plain number on the left already do with your Value?",
        ),
        Mistake("operand-order", changed_value(__sub__=lambda self, other: other + (-self))).says(
            "a - b gives b - a. In __sub__ self is the left side; only in the reflected "
            "method it is the right one.",
            "In a - b, whose method is called, and which of the two is other?",
        ),
        Mistake("children-in-a-set", changed_value(_make=set_of_parents)).says(
            "The parents are in a set. It keeps no order, and a * a loses one of its two edges.",
            "Which collection keeps the order, and both of two equal members?",
        ),
        Mistake(
            "operation-mislabelled",
            changed_value(_make=lambda self, data, parents, op: type(self)(data, "", parents, "+")),
        ).says(
            "The number of a * b is right, but its record says plus.",
            "Draw a * b, and read the picture aloud.",
        ),
        Mistake("wrapped-again", changed_value(_wrap=lambda self, other: type(self)(other))).says(
            "Every operand is wrapped, also one that is a Value already. The result holds a "
            "Value where a number should be.",
            "Ask first what other is, and wrap only a plain number.",
        ),
        Mistake("operation-calls-itself", changed_value(__add__=endless, __mul__=endless)).says(
            "a + b calls itself without end: inside, + meets a Value again. Either it stands "
            "between self and other instead of their numbers, or something was wrapped that is "
            "a Value already.",
            "Where does a Value keep its number? And is that a plain number, always?",
        ),
        Mistake(
            "changes-itself-instead-of-making-a-new-node",
            changed_value(__neg__=lambda self: changes_itself(self, -self.data)),
        ).says(
            "The minus sign was written into the node itself, so -a changes a. The negative "
            "of a node is a new node.",
            "Look at b.data before and after a - b.",
        ),
        Mistake("result-is-plain-number", changed_value(__neg__=lambda self: -self.data)).says(
            "-a is a plain number: it has forgotten a. In a - b the number comes out right "
            "and b is lost from the graph.",
            "How can the negative of a be written with an operation that remembers?",
        ),
        Mistake(
            "memory-not-filled", changed_value(__neg__=lambda self: type(self)(-self.data))
        ).says(
            "The negative of a was made as a new leaf, so it has forgotten a. In a - b the "
            "number comes out right and b is lost from the graph.",
            "Draw a - b: is there a way from b to the result?",
        ),
        *(
            Mistake(f"not-stored-{name.strip('_')}", changed_value(__init__=_forgets(name))).says(
                f"__init__ gets {name} and does not keep it: the object has none, or another one.",
                "Which four things come in, and which of them can be found in the object later?",
            )
            for name in ("label",)
        ),
        Mistake("grad-missing", changed_value(__init__=_without_grad)).says(
            "The object has no grad. The task asks for one that begins at 0.0.",
            "Compare your __init__ with the list in the task. What is set there and not given?",
        ),
        Mistake("grad-of-none", changed_value(__init__=_forgets("grad"))).says(
            "grad begins as None. A gradient is a number from the start.",
            "What does the task say about grad?",
        ),
        Mistake("init-missing", type("Value", (), {})).says(
            "Python finds no __init__ in the class that takes the number. Its name has two "
            "underscores on each side, and it belongs inside the class.",
            "How far are the lines of your methods indented?",
        ),
        *(
            Mistake(
                f"method-missing-{'-and-'.join(name.strip('_') for name in names)}",
                _without(*names),
            ).says(
                f"Python finds no method for {what}.",
                "Which name does Python look for there? Is it in your class, letter by letter, "
                "and indented with the others?",
            )
            for names, what in (
                (("__add__", "__mul__"), "a + b, and none for a * b"),
                (("__add__",), "a + b"),
                (("__mul__",), "a * b"),
                (("__neg__",), "the minus sign in front: -a"),
                (("__sub__",), "a - b"),
                (("__radd__",), "1 + a, with the plain number on the left. sum needs it too"),
                (("__rmul__",), "2 * a, with the plain number on the left"),
                (("__rsub__",), "1 - a, with the plain number on the left"),
            )
        ),
        Mistake(
            "wrapping-forgotten-in-times",
            changed_value(__mul__=_unwrapped_times, __neg__=lambda self: self * Value(-1.0)),
        ).says(
            "Plus wraps a plain number, times does not. The line is needed in every operation.",
            "Compare the first lines of your two methods.",
        ),
        *(
            Mistake(f"reflected-calls-itself-in-{name}", changed_value(**{method: again})).says(
                f"{method} calls itself without end, as when it repeats the expression that "
                "Python could not do and handed to it.",
                "Which order of self and other does Python know already?",
            )
            for name, method, again in (
                ("plus", "__radd__", endless),
                ("times", "__rmul__", endless),
            )
        ),
        *(
            Mistake(
                f"{id}-of-{name}",
                changed_value(_make=make) if method is None else changed_value(**{method: make}),
            ).says(what, next_step)
            for id, name, method, make, what, next_step in (
                (
                    "plain-number",
                    "all",
                    None,
                    lambda self, data, parents, op: data,
                    "a + b is a plain number. It has no data and no memory.",
                    "What should a + b be, so that (a + b) + c works in the same way?",
                ),
                (
                    "nothing-returned",
                    "all",
                    None,
                    lambda self, data, parents, op: None,
                    "a + b gives None: the method makes no result, or does not hand it back.",
                    "Which word hands a value back to whoever called the method?",
                ),
                (
                    "memory-not-filled",
                    "all",
                    None,
                    lambda self, data, parents, op: type(self)(data),
                    "The number of a + b is right, but it was made without its past, as a leaf.",
                    "__init__ takes four things. Which of them did you pass?",
                ),
                (
                    "arguments-shifted",
                    "all",
                    None,
                    lambda self, data, parents, op: type(self)(data, parents, op),
                    "The parents landed in label, and the operation in _prev.",
                    "Compare your call with the line def __init__, place by place.",
                ),
                (
                    "operand-order",
                    "all",
                    None,
                    lambda self, data, parents, op: type(self)(data, "", parents[::-1], op),
                    "The parents are in the wrong order: b + a is recorded for a + b.",
                    "In a + b, which of the two is self?",
                ),
                (
                    "operation-forgotten",
                    "all",
                    None,
                    lambda self, data, parents, op: type(self)(data, "", parents),
                    "The parents are recorded, and _op stays empty.",
                    "Compare your call with the line def __init__, place by place.",
                ),
                (
                    "numbers-instead-of-nodes",
                    "all",
                    None,
                    lambda self, data, parents, op: type(self)(
                        data, "", tuple(p.data for p in parents), op
                    ),
                    "The record holds the numbers of the parents, not the parents.",
                    "What would draw_dot need in order to find the parents of the parents?",
                ),
                (
                    "changed-itself",
                    "all",
                    None,
                    changes_itself,
                    "The result was written into self, so a + b changes a.",
                    "Look at a.data before and after a + b.",
                ),
                (
                    "memory-not-filled",
                    "minus",
                    "__sub__",
                    _leaf(lambda x, y: x - y),
                    "a - b has the right number, but it is a leaf: neither a nor b is found below.",
                    "Draw a - b: is there a way from a and from b to the result?",
                ),
                (
                    "plain-number",
                    "minus",
                    "__sub__",
                    lambda self, other: self.data - self._wrap(other).data,
                    "a - b is a plain number. It has no data and no memory.",
                    "What should a - b be, so that (a - b) * c works?",
                ),
                (
                    "nothing-returned",
                    "minus",
                    "__sub__",
                    lambda self, other: None,
                    "a - b gives None: the method does not hand its result back.",
                    "Which word hands a value back to whoever called the method?",
                ),
                (
                    "memory-not-filled",
                    "minus-a-number",
                    "__sub__",
                    _leaf_with_a_number(lambda x, y: x - y, "-"),
                    "a - 1 has the right number, but it is a leaf: a is not found below it.",
                    "Draw a - 1: is there a way from a to the result?",
                ),
                (
                    "memory-not-filled",
                    "reflected-minus",
                    "__rsub__",
                    lambda self, other: type(self)(other - self.data),
                    "1 - a has the right number, but it is a leaf: a is not found below it.",
                    "Draw 1 - a: is there a way from a to the result?",
                ),
                (
                    "plain-number",
                    "reflected-minus",
                    "__rsub__",
                    lambda self, other: other - self.data,
                    "1 - a is a plain number. It has no data and no memory.",
                    "What should 1 - a be, so that (1 - a) * b works?",
                ),
                (
                    "memory-not-filled",
                    "plus-a-number",
                    "__add__",
                    _leaf_with_a_number(lambda x, y: x + y, "+"),
                    "With a plain number a sum is a leaf: a is not found below a + 1.",
                    "Draw a + 1: is there a way from a to the result?",
                ),
                (
                    "memory-not-filled",
                    "times-a-number",
                    "__mul__",
                    _leaf_with_a_number(lambda x, y: x * y, "*"),
                    "With a plain number a product is a leaf: a is not found below a * 2.",
                    "Draw a * 2, or -a: is there a way from a to the result?",
                ),
                (
                    "memory-not-filled",
                    "reflected-times",
                    "__rmul__",
                    lambda self, other: type(self)(other * self.data),
                    "2 * a has the right number, but it is a leaf: a is not found below it.",
                    "Draw 2 * a: is there a way from a to the result?",
                ),
            )
        ),
        *(
            Mistake(f"repr-{id}", changed_value(__repr__=lambda self, give=give: give(self))).says(
                what, "Python does the printing itself. What does it need from you for that?"
            )
            for id, give, what in (
                ("returns-no-text", lambda self: None, "__repr__ gives None: it prints, or ends."),
                (
                    "returns-the-number",
                    lambda self: self.data,
                    "__repr__ gives the number itself. Python needs a text, to show it.",
                ),
            )
        ),
    ),
)
