"""The student's own classes: from the cells of a notebook to a file, and back."""

import atexit
import json
import os
import random
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import mgrad
from mgrad.check.mine import choose, folder, keep

pytest.importorskip("IPython")
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

ROOT = Path(__file__).parent.parent

ENGINE = """
class Value:
    def __init__(self, data):
        self.data = data

    def __add__(self, other):
        return Value(self.data + getattr(other, "data", other))

    def backward(self):
        pass
"""
NEURON = """
class Neuron:
    def __init__(self, n_inputs):
        self.b = Value(0.5)

    def __call__(self, inputs):
        return self.b + inputs[0]
"""


class Notebook:
    """Cells in a real IPython, run one after the other."""

    def __init__(self):
        config = Config()
        config.HistoryManager.enabled = False  # nothing goes into the history of whoever tests
        self.shell = InteractiveShell(config=config)
        atexit.unregister(self.shell.atexit_operations)  # each looks for garbage, everywhere

    def __getitem__(self, name):
        return self.shell.user_ns[name]

    def run(self, *cells):
        for cell in cells:
            self.shell.run_cell(textwrap.dedent(cell), store_history=True).raise_error()
        return self

    def keep(self, name, **how):
        return keep(name, self[name], **how)


@pytest.fixture(autouse=True)
def exercises(tmp_path, monkeypatch):
    """A folder ``exercises`` of its own, and no trace in the process that tests."""
    here = tmp_path / "exercises"
    here.mkdir()
    monkeypatch.setenv("MGRAD_PROGRESS", str(here / "progress.txt"))
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    yield here
    for name in [name for name in sys.modules if name.partition(".")[0] == "mine"]:
        del sys.modules[name]


@pytest.fixture
def notebook():
    return Notebook()


@pytest.fixture
def new_notebook():
    return Notebook


def text(name="engine"):
    return (folder() / f"{name}.py").read_text(encoding="utf-8")


def plain_python(code, exercises):
    if sys.platform == "emscripten":
        pytest.skip("the browser has no processes")
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=exercises, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# -- whose classes are in use ----------------------------------------------------------------


def test_without_own_classes_the_package_s_are_taken_and_it_says_so(capsys, monkeypatch):
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    assert capsys.readouterr().out == (
        "In use: the package's Value and Neuron "
        "(no Value of yours yet: it is kept when its check passes).\n"
    )
    monkeypatch.setenv("MGRAD_LANGUAGE", "de")
    choose("Value", "Neuron")
    assert capsys.readouterr().out == (
        "Benutzt wird aus dem Paket: Value und Neuron "
        "(von dir gibt es noch kein Value: Die Klasse wird aufgehoben, wenn sie die Prüfung "
        "besteht).\n"
    )


def test_a_kept_class_is_in_use_and_one_line_says_so(notebook, capsys):
    notebook.run(ENGINE)
    assert notebook.keep("Value") == ""
    [Value] = choose("Value")
    assert Value(2).data == 2 and Value.__module__ == "mine.engine"
    assert capsys.readouterr().out == "In use: your own Value.\n"


def test_the_package_s_class_can_be_asked_for(notebook, capsys):
    notebook.run(ENGINE).keep("Value")
    assert choose("Value", whose="package") == [mgrad.Value]
    assert capsys.readouterr().out == "In use: the package's Value.\n"


def test_an_unknown_name_is_refused():
    with pytest.raises(ValueError, match="there is no class 'Valeu'"):
        choose("Valeu")
    with pytest.raises(ValueError, match='whose must be "mine" or "package", got \'his\''):
        choose("Value", whose="his")


# -- what the file holds ---------------------------------------------------------------------


def test_the_file_is_the_class_as_it_was_written_below_two_lines_about_it(notebook):
    notebook.run("before = 1\n" + ENGINE + "\nafter = 2")
    notebook.keep("Value")
    about, _, body = text().partition("\n\n")
    assert about.startswith("# Your own Value, as it passed the check 03.engine on 20")
    assert len(about.splitlines()) == 2
    assert body == ENGINE.lstrip()


def test_plain_python_imports_it_without_mgrad(notebook, exercises):
    notebook.run(ENGINE).keep("Value")
    code = (
        "from mine.engine import Value; print((Value(2) + 3).data); import sys; print(*sys.modules)"
    )
    result, modules = plain_python(code, exercises).splitlines()
    assert result == "5" and "mgrad" not in modules.split()


def test_what_a_later_import_gives_is_what_choose_gave(notebook):
    notebook.run(ENGINE).keep("Value")
    [Value] = choose("Value")
    import mine.engine

    assert mine.engine.Value is Value


def test_functions_and_constants_of_other_cells_come_along(notebook, capsys):
    notebook.run(
        "STEP, LIMIT = 0.5, 3",
        "FACTORS = {'a': [1, 2.5], 'b': (None, True)}",
        "def half(x):\n    return STEP * double(x) / 2",
        "def double(x):\n    return 2 * x",
        """
        class Value:
            def __init__(self, data):
                self.data = half(data) + FACTORS["a"][1]
        """,
    )
    assert notebook.keep("Value") == ""
    assert choose("Value")[0](4).data == notebook["Value"](4).data == 4.5
    assert "LIMIT" not in text()


def test_what_was_imported_is_imported(notebook):
    notebook.run(
        "import math as m, os.path\nfrom math import exp as e, tanh, pi, inf",
        "from functools import reduce\nfrom random import uniform\nfrom typing import Any",
        "from collections.abc import Callable",
        """
        class Value:
            def __init__(self, data: Any, wait: Callable = None):
                self.data = m.sqrt(reduce(max, [tanh(data), e(0), pi])) + 0 * uniform(0, 1)
                self.name, self.least = os.path.join("a", "b"), -inf
        """,
    )
    assert notebook.keep("Value") == ""
    lines = text().partition("\n\n")[2].splitlines()
    assert {"import math as m", "from math import exp as e", "from math import tanh", "import os",
            "from functools import reduce", "from random import uniform"} <= {*lines}  # fmt: skip
    assert choose("Value")[0](1).data == notebook["Value"](1).data


def test_annotations_may_name_what_is_not_there_yet(notebook):
    notebook.run("from __future__ import annotations")
    notebook.run(
        "class Value:\n    def twin(self, other: Nonesuch = None) -> Value:\n        return Value()"
    )
    assert notebook.keep("Value") == ""
    assert type(choose("Value")[0]().twin()).__name__ == "Value"


def test_numpy_and_its_functions_are_imported(notebook):
    pytest.importorskip("numpy")
    notebook.run(
        "import numpy as np\nfrom numpy import tanh\nfrom numpy.random import default_rng",
        "rng = default_rng(3)",
        """
        class Value:
            def __init__(self, data):
                self.data = tanh(np.exp(data)) + rng.random()
        """,
    )
    assert notebook.keep("Value") == ""
    assert "import numpy as np\nfrom numpy import tanh\n" in text()
    assert "rng = default_rng(3)\n" in text()


def test_a_local_name_is_not_mistaken_for_a_variable_of_the_notebook(notebook):
    notebook.run(
        "order, other, total = 'BDEFAC', object(), print",
        """
        class Value:
            def backward(self):
                order = [total for total in (1, 2)]
                return order
        """,
    )
    assert notebook.keep("Value") == ""
    assert "BDEFAC" not in text() and "import" not in text()


def test_the_newest_of_several_definitions_is_kept(notebook):
    notebook.run(
        "class Value:\n    def get(self):\n        return 1",
        """
        class Value:
            def get(self):
                return 2

        class Value:
            def get(self):
                return 3
        """,
    )
    assert notebook.keep("Value") == ""
    assert choose("Value")[0]().get() == 3 and text().count("class Value") == 1


def test_a_cell_with_magics_is_no_obstacle(notebook):
    notebook.run("%precision 3\n" + ENGINE + "\n%pwd")
    assert notebook.keep("Value") == ""


def test_methods_attached_later_come_along(notebook):
    notebook.run(
        ENGINE,
        "def relu(self):\n    return Value(max(0, self.data))\n\nValue.relu = relu",
        "Value.__radd__ = Value.__add__\nValue.double = lambda self: Value(2 * self.data)",
        "def size(self):\n    return abs(self.data)\n\nValue.size = property(size)",
        "def add(self, other):\n    return Value(self.data + 100)\n\nValue.__add__ = add",
        "for wait in [relu]:\n    setattr(Value, 'bend', wait)",
        "Value.unit = 'metre'",
    )
    assert notebook.keep("Value") == ""
    [Value] = choose("Value")
    v = Value(-3)
    assert Value.unit == "metre"
    assert [v.relu().data, (1 + v).data, v.double().data, v.size, (v + 1).data, v.bend().data] == [
        0, -2, -6, 3, 97, 0,
    ]  # fmt: skip


def test_decorators_come_along(notebook):
    notebook.run(
        "from dataclasses import dataclass\nimport functools\nfrom contextlib import suppress",
        "def counted(f):\n    def wrapper(*args):\n        return f(*args) + 1\n    return wrapper",
        """
        @dataclass
        class Value:
            data: float
            grad: float = 0.0

            @counted
            def more(self):
                return self.data

            @staticmethod
            def one():
                return 1

            @functools.cached_property
            def twice(self):
                return 2 * self.data
        """,
    )
    assert notebook.keep("Value") == ""
    [Value] = choose("Value")
    assert (Value(1).more(), Value.one(), Value(2).twice, repr(Value(3.0))) == (
        2, 1, 4, "Value(data=3.0, grad=0.0)",
    )  # fmt: skip


def test_a_subclass_comes_with_its_base(notebook):
    notebook.run("class Number:\n    def get(self):\n        return 7")
    notebook.run("class Value(Number):\n    def twice(self):\n        return 2 * self.get()")
    assert notebook.keep("Value") == ""
    assert choose("Value")[0]().twice() == 14


def test_a_class_that_extends_its_older_self_is_kept_as_both(notebook):
    notebook.run(
        ENGINE, "class Value(Value):\n    def twice(self):\n        return self + self.data"
    )
    assert notebook.keep("Value") == ""
    assert choose("Value")[0](4).twice().data == 8


def test_a_kept_class_can_be_extended_in_a_later_notebook(notebook, new_notebook):
    notebook.run("TWO = 2", ENGINE).keep("Value")
    later = new_notebook().run("from mgrad.check.mine import choose\n[Value] = choose('Value')")
    later.run("class Value(Value):\n    def twice(self):\n        return self + self.data")
    assert later.keep("Value") == ""
    assert choose("Value")[0](4).twice().data == 8 and "import" not in text()


def test_a_class_under_another_name_gets_the_name_of_the_task(notebook):
    notebook.run(ENGINE.replace("Value", "Number"))
    assert keep("Value", notebook["Number"]) == ""
    assert (choose("Value")[0](1) + 2).data == 3


def test_a_class_without_methods_is_kept(notebook):
    notebook.run("class Value:\n    data = 5")
    assert notebook.keep("Value") == ""
    assert choose("Value")[0].data == 5


def test_a_class_of_a_file_is_kept(exercises, monkeypatch):
    (exercises / "homework.py").write_text(
        "import math\nONE = 1.0\n\n\n" + ENGINE + "    one = ONE\n"
    )
    monkeypatch.syspath_prepend(exercises)
    import homework

    assert keep("Value", homework.Value) == ""
    assert choose("Value")[0].one == 1.0 and "homework" not in text()


def test_a_class_made_by_a_call_is_kept_with_that_call(notebook):
    notebook.run("def init(self, data):\n    self.data = data")
    notebook.run("Value = type('Value', (), {'__init__': init})")
    assert notebook.keep("Value") == ""
    assert choose("Value")[0](6).data == 6


# -- what cannot be kept is said in one line ---------------------------------------------------


def kept_in_one_line(line):
    return (
        line.startswith("Your Value could not be kept for the next notebooks (")
        and "\n" not in line
    )


def test_a_class_from_exec_has_no_source_and_says_so(notebook):
    notebook.run(ENGINE).keep("Value")
    before = text()
    notebook.run("exec('class Value:\\n    def get(self):\\n        return 1')")
    line = notebook.keep("Value")
    assert kept_in_one_line(line) and "source" in line
    assert text() == before  # the class that passed before is still there


def test_something_that_cannot_be_written_down_is_named(notebook):
    notebook.run("for thing in [object()]:\n    pass")
    notebook.run("class Value:\n    def get(self):\n        return thing")
    line = notebook.keep("Value")
    assert kept_in_one_line(line) and "thing" in line and not folder().exists()


def test_two_things_of_one_name_are_not_mixed_up(notebook):
    notebook.run("class Value:\n    def get(self):\n        return helper(self)")
    notebook.run("def helper(self):\n    return 1\n\nValue.one = helper")
    notebook.run("def helper(self):\n    return 2")
    line = notebook.keep("Value")
    assert kept_in_one_line(line) and "helper stands for two different things" in line


def test_a_text_that_does_not_run_is_not_written(notebook):
    notebook.run("class Value:\n    def get(self):\n        return ZERO")
    notebook.run("ZERO = Value()")
    line = notebook.keep("Value")
    assert kept_in_one_line(line) and "NameError: name 'Value' is not defined" in line
    assert not folder().exists()


def test_a_neuron_whose_helpers_were_filled_later_is_tried_before_it_is_kept(notebook):
    notebook.run(ENGINE, "bends = {}", "bends['same'] = lambda v: v")
    notebook.run(NEURON.replace("self.b +", "bends['same'](self.b) +"))
    line = notebook.keep("Neuron")
    assert line.startswith("Your Neuron could not be kept") and "'same'" in line


def test_a_folder_that_cannot_be_written_is_said(notebook, exercises):
    (exercises / "mine").write_text("a file where the folder should be")
    assert kept_in_one_line(notebook.run(ENGINE).keep("Value"))


# -- files that somebody changed ----------------------------------------------------------------


def test_the_same_class_again_leaves_the_file_alone(notebook, new_notebook):
    notebook.run(ENGINE).keep("Value")
    (folder() / "engine.py").write_text(text().replace(" on 20", " on 19"), encoding="utf-8")
    before = text()
    assert new_notebook().run(ENGINE).keep("Value") == ""
    assert text() == before


def test_a_newer_class_replaces_an_older_one(notebook):
    notebook.run(ENGINE).keep("Value")
    notebook.run(ENGINE + "\n    new = True\n")
    assert notebook.keep("Value") == ""
    assert choose("Value")[0].new and [file.name for file in folder().iterdir()] == ["engine.py"]


def test_a_file_changed_by_hand_is_used(notebook):
    notebook.run(ENGINE).keep("Value")
    with open(folder() / "engine.py", "a") as file:
        file.write("\n    def mine(self):\n        return 'by hand'\n")
    assert choose("Value")[0](1).mine() == "by hand"


def test_a_file_changed_by_hand_is_set_aside_and_not_overwritten(notebook):
    for round in (1, 2):  # also twice within a minute
        notebook.run(ENGINE + f"\n    round = {round}\n").keep("Value")
        with open(folder() / "engine.py", "a") as file:
            file.write(f"\n# my note {round}\n")
        notebook.run(ENGINE + f"\n    round = {round} + 10\n")
        line = notebook.keep("Value")
        assert line.startswith("You had changed mine/engine.py: your text is now in mine/engine.be")
        aside = folder() / line.rpartition("/")[2].removesuffix(".")
        assert aside.read_text().endswith(f"# my note {round}\n")
        assert choose("Value")[0].round == round + 10


def test_other_line_endings_are_no_change(notebook):
    notebook.run(ENGINE).keep("Value")
    (folder() / "engine.py").write_bytes(text().replace("\n", "\r\n").encode())
    notebook.run(ENGINE + "\n    new = True\n")
    assert notebook.keep("Value") == ""


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (b"class Value", "SyntaxError"),
        (b"\xff\xfe\x00", "engine.py"),
        (b"import nonesuch\nclass Value: pass", "No module named 'nonesuch'"),
        (b"", "engine.py has no class Value"),
        (b"Value = 3", "engine.py has no class Value"),
        (b"raise SystemExit", "SystemExit"),
    ],
)
def test_a_damaged_file_is_said_and_the_package_s_class_taken(notebook, capsys, damage, said):
    notebook.run(ENGINE).keep("Value")
    (folder() / "engine.py").write_bytes(damage)
    assert choose("Value") == [mgrad.Value]
    out = capsys.readouterr().out
    assert out.startswith("In use: the package's Value (yours cannot be used: ") and said in out
    assert len(out.splitlines()) == 1


def test_an_old_pickle_is_not_loaded_and_one_line_says_what_to_do(notebook, capsys, tmp_path):
    folder().mkdir()
    trap = b"cos\nsystem\n(S'touch %s'\ntR." % str(tmp_path / "loaded").encode()
    for name in ("Value", "Neuron"):
        (folder() / f"{name}.pickle").write_bytes(trap)
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    assert capsys.readouterr().out == (
        "In use: the package's Value and Neuron (your Value and Neuron of an older mgrad cannot "
        'be read: run check("03.engine") and check("04.neuron") again).\n'
    )
    assert not (tmp_path / "loaded").exists()
    notebook.run(ENGINE).keep("Value")
    choose("Value")
    assert capsys.readouterr().out == "In use: your own Value.\n"


# -- several classes together ------------------------------------------------------------------


def test_a_class_that_is_kept_already_is_imported(notebook, exercises):
    notebook.run(ENGINE, NEURON)
    assert notebook.keep("Value") == notebook.keep("Neuron") == ""
    assert "from mine.engine import Value\n" in text("neuron") and "class Value" not in text(
        "neuron"
    )
    code = "from mine.neuron import Neuron; n = Neuron(1)([2]); print(type(n).__module__, n.data)"
    assert plain_python(code, exercises) == "mine.engine 2.5"


def test_a_class_that_is_not_kept_comes_along(notebook):
    notebook.run(ENGINE, NEURON)
    assert notebook.keep("Neuron") == ""
    assert "class Value" in text("neuron")
    assert choose("Neuron")[0](1)([2]).data == 2.5


def test_a_neuron_works_with_the_newest_value(notebook, new_notebook):
    notebook.run(ENGINE).keep("Value")
    later = new_notebook().run("from mgrad.check.mine import choose\n[Value] = choose('Value')")
    later.run(NEURON)
    assert later.keep("Neuron") == ""
    notebook.run(ENGINE + "\n    generation = 2\n").keep("Value")
    Value, Neuron = choose("Value", "Neuron")
    assert type(Neuron(1)([1.0])) is Value and Value.generation == 2


def test_a_neuron_made_with_the_package_s_value_works_with_an_own_one_that_came_later(notebook):
    notebook.run("from mgrad.check.mine import choose\n[Value] = choose('Value')", NEURON)
    assert notebook.keep("Neuron") == ""
    assert "from mgrad import Value\n" in text("neuron")
    notebook.run(ENGINE).keep("Value")
    Value, Neuron = choose("Value", "Neuron")
    assert type(Neuron(1)([1.0])) is Value and Value.__module__ == "mine.engine"


def test_methods_given_to_a_kept_value_later_are_in_the_file_that_needs_them(
    notebook, new_notebook
):
    notebook.run(ENGINE).keep("Value")
    later = new_notebook().run("from mgrad.check.mine import choose\n[Value] = choose('Value')")
    later.run("def bend(self):\n    return Value(-self.data)\n\nValue.bend = bend")
    later.run(
        NEURON.replace(
            "inputs[0]", "inputs[0]\n\n    def bent(self):\n        return self.b.bend()"
        )
    )
    assert later.keep("Neuron") == ""
    assert choose("Value", "Neuron")[1](1).bent().data == -0.5


@pytest.mark.parametrize(
    "value",
    [
        "class Value:\n    def __init__(self, data):\n        raise TypeError('no number')",
        ENGINE.replace("def backward", "def back"),
        ENGINE.replace("return Value(", "return float("),
    ],
)
def test_a_neuron_that_does_not_fit_the_value_is_not_used(notebook, capsys, value):
    notebook.run(ENGINE, NEURON)
    notebook.keep("Value")
    notebook.keep("Neuron")
    notebook.run(value).keep("Value")
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    out = capsys.readouterr().out
    assert "your Neuron does not work with your Value, run its check again" in out


def test_a_neuron_that_uses_another_engine_than_the_value_is_not_used(notebook, capsys):
    notebook.run(ENGINE).keep("Value")
    notebook.run("import mgrad", NEURON.replace("Value(", "mgrad.Value("))
    assert choose("Value") and notebook.keep("Neuron") == ""
    assert choose("Value", "Neuron") == [mgrad.Value, mgrad.Neuron]
    assert "its output is a mgrad.engine.Value" in capsys.readouterr().out


def code_cells(lesson):
    cells = json.loads((ROOT / "solutions" / f"{lesson}.ipynb").read_text(encoding="utf-8"))[
        "cells"
    ]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [cell for cell in sources if "Preparation" not in cell and "progress()" not in cell]


def test_the_classes_of_the_solutions_are_kept_from_notebook_to_notebook_and_train(
    new_notebook, capsys
):
    chosen = {"03-chain-rule": ["Value"], "04-neuron": ["Neuron"], "05-mlp": ["Layer", "MLP"]}
    for lesson, names in chosen.items():
        notebook = new_notebook()
        for cell in code_cells(lesson):
            if not cell.startswith("check(") and "train" not in cell:
                notebook.run(cell)
            for name in names:
                if f"class {name}:" in cell:
                    assert notebook.keep(name) == ""
    capsys.readouterr()
    Value, Neuron, Layer, MLP = choose("Value", "Neuron", "Layer", "MLP")
    assert capsys.readouterr().out == "In use: your own Value, Neuron, Layer and MLP.\n"
    random.seed(1)
    model, losses = MLP(2, [3, 1]), []
    for _ in range(2):
        loss = sum(((model([x, 1.0]) - y) ** 2 for x, y in ((0.0, 1), (1.0, -1))), Value(0.0))
        losses.append(loss.data)
        model.zero_grad()
        loss.backward()
        for parameter in model.parameters():
            parameter.data -= 0.05 * parameter.grad
    assert type(loss) is Value and losses[1] < losses[0]


# -- no traces ---------------------------------------------------------------------------------


def test_keeping_and_choosing_leave_no_trace(notebook, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    search, state = list(sys.path), random.getstate()
    notebook.run("import random", ENGINE, NEURON.replace("0.5", "random.random()"))
    notebook.keep("Value")
    notebook.keep("Neuron")
    assert "mine" not in sys.modules and random.getstate() == state
    choose("Value", "Neuron")
    assert sys.path == search
    assert sorted(file.name for file in folder().iterdir()) == ["engine.py", "neuron.py"]


def test_classes_in_use_stay_in_use_when_newer_ones_cannot_be_read(notebook):
    notebook.run(ENGINE).keep("Value")
    [Value] = choose("Value")
    (folder() / "engine.py").write_text("class Value")
    choose("Value")
    assert sys.modules["mine.engine"].Value is Value


def test_in_a_kernel_a_class_goes_from_one_notebook_to_the_next(exercises):
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")

    def run(*cells):
        new_cell = nbformat.v4.new_code_cell
        notebook = nbformat.v4.new_notebook(cells=[new_cell(source) for source in cells])
        resources = {"metadata": {"path": str(exercises)}}
        nbclient.NotebookClient(notebook, kernel_name="python3", resources=resources).execute()
        return ["".join(o.get("text", "") for o in cell.outputs) for cell in notebook.cells]

    first = run(
        "HALF = 0.5", ENGINE, "from mgrad.check.mine import keep\nprint([keep('Value', Value)])"
    )
    assert first[-1] == "['']\n"
    second = run(
        "from mgrad.check.mine import choose\n[Value] = choose('Value')",
        "from mine import engine\nprint((Value(1) + 2).data, engine.Value is Value)",
    )
    assert second == ["In use: your own Value.\n", "3 True\n"]
    third = run("from mine.engine import Value\nprint(Value(1).data)")
    assert third == ["1\n"]
