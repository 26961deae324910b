"""02.number: A number that can be shown."""

from mgrad.check.lesson02.shared import explained, own_repr, pick, repr_later
from mgrad.check.task import Mistake, Task


def _probe_number(kind, case):
    what, *data = case
    with explained():
        objects = [kind(number) for number in data]
    if what == "repr":
        return own_repr(objects[0])
    if what == "later":
        return repr_later(objects[0], 5.0)
    return {f"{name}.data": _stored(thing) for name, thing in zip("ab", objects)}


def _stored(thing):
    """Its data; a forgotten ``self.`` stays an error."""
    others = [] if hasattr(thing, "data") else list(getattr(thing, "__dict__", {}))
    return f"no data, but the name {others[0]}" if others else thing.data


def _say_number(case):
    what, *data = case
    if what == "data":
        return f"a = Value({data[0]!r}), b = Value({data[1]!r})"
    return {
        "repr": f"repr(Value({data[0]!r}))",
        "later": f"repr(v) after v = Value({data[0]!r}) and v.data = 5.0",
    }[what]


class _Number:
    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return f"Value(data={self.data})"


class _TextFromTheStart(_Number):
    def __init__(self, data):
        self.data, self.text = data, f"Value(data={data})"

    def __repr__(self):
        return self.text


def _number_class(**methods) -> type:
    return type("Value", (_Number,), methods)


TASK = Task(
    id="02.number",
    answer_name="Value",
    kind="class",
    reference=_Number,
    probe=_probe_number,
    cases=lambda rng: [
        ["data", 2.0, -3.0],
        ["repr", 2.0],
        ["repr", 1.0000068814612597],
        ["repr", -3.1415926535],
        ["data", 2.5, pick(rng)],  # for whoever cuts off what stands after the point
        ["repr", rng.uniform(-5, 5)],
        ["later", 2.0],
    ],
    say=_say_number,
    notice=(
        "Each object keeps its own number, and its text hides no digit: 1.0000068814612597 could "
        "be taken for 1 otherwise."
    ),
    mistakes=(
        Mistake("forgotten-self", _number_class(__init__=lambda self, data: None)).says(
            "The number never reaches the object. A name without self. in front is gone when "
            "the method ends.",
            "Where should a.data find the number later? Write that place on the left of the "
            "equals sign.",
        ),
        Mistake(
            "forgotten-self-in-repr",
            _number_class(__repr__=lambda self: f"Value(data={data})"),  # noqa: F821
        ).says(
            "__repr__ looks for a variable called data, and there is none: the data given to "
            "__init__ was gone when that method ended.",
            "Where did __init__ put the number?",
        ),
        Mistake(
            "shared-by-all-objects",
            _number_class(__init__=lambda self, data: setattr(type(self), "data", data)),
        ).says(
            "The number was stored in the class, so all objects share the last one. Each "
            "object must keep its own.",
            "Which name inside __init__ stands for the one object that is being filled?",
        ),
        Mistake("repr-returns-no-text", _number_class(__repr__=lambda self: None)).says(
            "__repr__ must give a text back. Yours gives None: it prints, or it ends without "
            "a return.",
            "Python does the printing itself. What does it need from you for that?",
        ),
        Mistake("repr-returns-the-number", _number_class(__repr__=lambda self: self.data)).says(
            "__repr__ gives the number itself. Python needs a text, to show it.",
            "What does the task show between quotes or in code: which letters stand around it?",
        ),
        Mistake("self-missing-in-repr", _number_class(__repr__=lambda: "Value(data=2.0)")).says(
            "Python hands the object over, and __repr__ has no name for it in its brackets. "
            "Every method gets the object first.",
            "Compare the first line of your __repr__ with that of __init__.",
        ),
        Mistake("self-missing-in-init", _number_class(__init__=lambda data: None)).says(
            "Python hands over two things, the object and the number, and __init__ has names "
            "for another number of them.",
            "Compare the first line of your __init__ with the one that the task gives.",
        ),
        Mistake(
            "text-plus-number", _number_class(__repr__=lambda self: "Value(data=" + self.data + ")")
        ).says(
            "A text and a number cannot be added: Python does not make a text of it by itself.",
            "Hint 2 names a text that takes numbers in. How else does a number become a text?",
        ),
        Mistake("number-alone", _number_class(__repr__=lambda self: f"{self.data}")).says(
            "The text is the number alone. It should also tell what kind of object that is.",
            "Compare letter by letter with the text that the task shows.",
        ),
        *(
            Mistake(
                f"other-letters-{id}",
                _number_class(__repr__=lambda self, form=form: form.format(self.data)),
            ).says(
                "All digits are there, but the letters or signs around them are others.",
                "Compare letter by letter with the text that the task shows, spaces too.",
            )
            for id, form in (
                ("no-data", "Value({})"),
                ("spaces", "Value(data = {})"),
                ("colon", "Value(data: {})"),
                ("quotes", "Value(data='{}')"),
                ("no-brackets", "data={}"),
            )
        ),
        Mistake(
            "number-of-the-example", _number_class(__repr__=lambda self: "Value(data=2.0)")
        ).says(
            "The text is right for 2.0, and shows 2.0 for every other number.",
            "Which object is shown, and where is its number?",
        ),
        Mistake(
            "whole-numbers-only",
            _number_class(__init__=lambda self, data: setattr(self, "data", int(data))),
        ).says(
            "The number is cut to a whole one when it is stored: 2.0 becomes 2, and 1.9 becomes 1.",
            "What is Value(1.9).data?",
        ),
        Mistake(
            "stored-as-text",
            _number_class(__init__=lambda self, data: setattr(self, "data", str(data))),
        ).says(
            "The number is stored as a text. It looks the same, but nothing can compute with it.",
            "What is Value(2.0).data + 1?",
        ),
        Mistake("text-from-the-start", _TextFromTheStart).says(
            "The text is made once, when the object is made. When its number changes, as it does "
            "in training, the text still shows the old one.",
            "In which of the two methods is your text put together?",
        ),
        Mistake("init-returns-something", _number_class(__init__=lambda self, data: data)).says(
            "__init__ gives something back. It only fills the object; Python hands the object on.",
            "Which lines does your __init__ need, so that the object has its number?",
        ),
        Mistake("init-missing", type("Value", (), {"__repr__": _Number.__repr__})).says(
            "Python finds no __init__ in the class, so nothing takes the number. Its name has "
            "two underscores on each side.",
            "Compare the names of your two methods with those in the task, letter by letter.",
        ),
        Mistake(
            "str-instead-of-repr",
            type("Value", (), {"__init__": _Number.__init__, "__str__": _Number.__repr__}),
        ).says(
            "__str__ is what print asks for. When Python shows the object itself, in a list "
            "or at the end of a cell, it asks __repr__.",
            "Which of the two names does the task give?",
        ),
        Mistake(
            "stored-under-another-name",
            type(
                "Value",
                (),
                {
                    "__init__": lambda self, data: setattr(self, "number", data),
                    "__repr__": lambda self: f"Value(data={self.number})",
                },
            ),
        ).says(
            "The number is in the object, but under another name. Everybody else will ask "
            "for data.",
            "What must stand behind self. so that Value(2.0).data finds it?",
        ),
        *(
            Mistake(
                f"digits-hidden{id}",
                _number_class(__repr__=lambda self, form=form: f"Value(data={self.data:{form}})"),
            ).says(
                "The text is rounded. Two different numbers can then look the same, just when "
                "you are searching for a bug.",
                "What does your code say behind the name of the number, and what without it?",
            )
            for id, form in (
                ("", ".4f"),
                *((f"-f{n}", f".{n}f") for n in (0, 1, 2, 3, 5, 6)),
                *((f"-g{n}", f".{n}g") for n in (3, 4, 6)),
            )
        ),
        *(
            Mistake(
                f"number-rounded-{n}",
                _number_class(__repr__=lambda self, n=n: f"Value(data={round(self.data, n)})"),
            ).says(
                "The number is rounded before it is shown. Two different numbers can then look "
                "the same, just when you are searching for a bug.",
                "Which digits of 1.0000068814612597 does your text show?",
            )
            for n in (2, 3, 4)
        ),
        Mistake("f-forgotten", _number_class(__repr__=lambda self: "Value(data={self.data})")).says(
            "The braces were printed as they stand. Python fills in braces only in a text "
            "that is marked for it.",
            "Which letter goes in front of the quotation mark?",
        ),
    ),
)
