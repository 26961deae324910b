"""Drawing expression graphs."""

import importlib.metadata
import io
import math
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from check.closure_engine import ClosureValue

from mgrad import (
    MLP,
    Tensor,
    Value,
    draw_dot,
    explain,
    graph,
    max_margin_loss,
    play_backward,
    trace,
)
from mgrad.pictures import layout

needs_graphviz = pytest.mark.skipif(
    sys.platform == "emscripten", reason="the browser has no Graphviz"
)


def course_example():
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    e.label = "e"
    d = e + c
    d.label = "d"
    L = d * f
    L.label = "L"
    return L


def texts(svg):
    return [
        element.text
        for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_a_value_whose_second_parent_is_lost_has_no_constant_in_its_place():
    v = Value(3.0, "v")
    square = v * v
    square.label, square._prev = "square", set(square._prev)
    assert "square = v  data" in draw_dot(square)._repr_mimebundle_()["text/plain"]


def test_trace_lists_nodes_in_topological_order_and_one_edge_per_use():
    a = Value(1.0)
    b = a + a
    L = b * a
    nodes, edges = trace(L)
    assert nodes == [a, b, L] and edges == [(a, b), (a, b), (b, L), (a, L)]
    assert trace(a) == ([a], [])


def test_a_drawing_shows_label_data_and_grad_of_every_node():
    L = course_example()
    L.backward()
    words = texts(draw_dot(L).svg)
    for word in ("a", "L", "2.0000", "-8.0000", "6.0000", "×", "+", "data", "grad"):
        assert word in words


def test_a_drawing_is_a_snapshot():
    a = Value(1.0, "a")
    drawing = draw_dot(a * 2)
    a.data = 77.0
    assert "77.0000" not in drawing.svg + drawing.source + drawing.text


def test_both_arrows_of_a_sum_of_a_value_with_itself_are_drawn():
    a = Value(3.0, "a")
    drawing = draw_dot(a + a)
    assert (
        drawing.source.count("v0 -> o1") == 2
        and drawing.svg.count('class="edge operand v0 o1"') == 2
    )


def test_operations_have_symbols():
    x = Value(0.5, "x")
    y = -((x - 1) / (x**2)).tanh() + Value.sum([x, x]) + Value.dot([x], [x], x)
    words = texts(draw_dot(y).svg)
    for symbol in ("−", "÷", "**2", "tanh", "neg", "Σ", "dot", "+"):
        assert symbol in words


def test_jupyter_gets_an_image_with_alt_text_an_svg_and_words():
    bundle = draw_dot(course_example())._repr_mimebundle_()
    image = ElementTree.fromstring(bundle["text/html"]).find("img")
    assert image.get("src").startswith("data:image/svg+xml;base64,")
    assert "; L = d × f data -8.0000 grad 0.0000" in image.get("alt")
    assert "L = d × f" in bundle["text/plain"]
    assert bundle["image/svg+xml"].startswith("<svg")


def test_a_drawing_wider_than_a_phone_can_be_moved_with_the_keyboard():
    x = Value(2.0, "x")
    for drawing, stop in ((draw_dot(course_example()), "0"), (draw_dot(x * x), None)):
        frame = ElementTree.fromstring(drawing._repr_mimebundle_()["text/html"])
        assert frame.get("tabindex") == stop


@pytest.mark.parametrize(
    ("x", "shown"),
    [
        (2, "2.0000"),
        (-0.0, "0.0000"),
        (1e-9, "1.00e-09"),
        (-123456.789, "-123456.8"),
        (-9999.5, "-9999.5000"),
        (1e12, "1.00e+12"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
    ],
)
def test_numbers_stay_readable(x, shown):
    assert graph.number(x) == shown and shown in texts(draw_dot(Value(x)).svg)


@pytest.mark.parametrize("engine", [ClosureValue, Value])
def test_an_engine_with_closures_is_drawn_like_the_course_s(engine):
    a, b = engine(2.0, "a"), engine(-3.0, "b")
    c = a * b + a
    c.backward()
    assert draw_dot(c).text.splitlines() == [
        "a            data     2.0000  grad    -2.0000",
        "b            data    -3.0000  grad     2.0000",
        "v2 = a × b   data    -6.0000  grad     1.0000",
        "v3 = v2 + a  data    -4.0000  grad     1.0000",
    ]


def test_micrograd_s_values_are_drawn():
    micrograd = pytest.importorskip("micrograd.engine")
    words = texts(draw_dot((micrograd.Value(2.0) * 3.0).relu()).svg)
    assert "ReLU" in words and words.count("6.0000") == 2


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ({"grad": None}, "None"),
        ({"data": None}, "None"),
        ({"data": "five\x00"}, "five"),
        ({"data": 10**400}, "100000000…"),
        ({"data": 1 + 2j}, "(1+2j)"),
        ({"label": None}, "1.0000"),
        ({"label": 7}, "7"),
        ({"_op": None}, "?"),
        ({"_op": math.tanh}, "<built-in f…"),
    ],
)
def test_whatever_a_hand_made_node_holds_is_drawn(attributes, shown):
    class Node:
        data, _prev = 1.0, ()

    node = Node()
    node._prev = (Node(),)
    for name, value in attributes.items():
        setattr(node, name, value)
    assert shown in [word.strip() for word in texts(draw_dot(node).svg)]


def test_an_engine_made_by_hand_can_be_drawn_even_with_a_set_of_parents():
    class MyValue:
        def __init__(self, data, parents=()):
            self.data, self._prev = data, set(parents)

    a = MyValue(3.0)
    drawing = draw_dot(MyValue(9.0, (a, a)))
    assert drawing.source.count("v0 -> o1") == 1 and "9.0000" in drawing.svg


def test_leaves_of_a_hand_made_engine_may_have_none_for_their_parents():
    class Node:
        data, _prev = 1.0, None

    sum_of_two = Node()
    sum_of_two._prev = [Node(), Node()]
    assert len(trace(sum_of_two)[1]) == 2 and trace(sum_of_two._prev[0])[1] == []
    assert draw_dot(sum_of_two).svg


def test_an_engine_whose_values_compare_by_their_numbers_keeps_equal_values_apart():
    class Node:
        def __init__(self, data, parents=()):
            self.data, self._prev = data, parents

        def __eq__(self, other):
            return self.data == other.data

    assert len(trace(Node(4.0, (Node(2.0), Node(2.0))))[0]) == 3


def test_hostile_and_long_labels_are_text_and_nothing_else():
    for label in (
        "</text><script>alert(1)</script>",
        "{a|b}",
        "<b>",
        '"\\',
        "x" * 500,
        "\x00\x1b",
        "Ω 猫",
    ):
        drawing = draw_dot(Value(1.0, label) + 1)
        assert "<script" not in drawing.svg + drawing._repr_mimebundle_()["text/html"]
        assert all(len(word) <= 15 for word in texts(drawing.svg))


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "cp932", "utf-8", None])
def test_whatever_is_printed_can_be_printed_in_every_code_page(encoding, monkeypatch):
    x = Value(0.5, "Ω 猫")
    y = -(x - 1.0) * x + x**2 / x
    y.label = "a label that is longer than forty characters"
    screen = io.TextIOWrapper(io.BytesIO(), encoding) if encoding else io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)
    too_large, too_long = Value.sum([x] * 2000), y
    for _ in range(100):
        too_long = too_long.tanh()
    for shown in (
        *(draw_dot(y), play_backward(y), explain(y, x), explain(y, Value(1.0, "→"))),
        *(draw_dot(too_large), play_backward(too_large), explain(too_long, x)),
        draw_dot(y).source,
    ):
        print(shown, repr(shown), getattr(shown, "text", ""))
    screen.flush()


def test_files_and_pages_keep_every_character_whatever_the_terminal_knows(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "ascii"))
    a = Value(1.0, "Ω")
    drawing = draw_dot(a * 2)
    drawing.save(tmp_path / "graph.dot")
    saved = (tmp_path / "graph.dot").read_text(encoding="utf-8")
    assert "Ω" in saved and "Ω" in drawing.svg and "Ω" not in drawing.source + drawing.text
    image = ElementTree.fromstring(drawing._repr_mimebundle_()["text/html"]).find("img")
    assert "v2 = Ω × v1" in image.get("alt")


@pytest.mark.parametrize("rankdir", ["LR", "TB"])
def test_direction(rankdir):
    root = ElementTree.fromstring(draw_dot(course_example(), rankdir).svg)
    wide = float(root.get("width")) > float(root.get("height"))
    assert wide == (rankdir == "LR")


@needs_graphviz
def test_save_writes_svg_png_and_dot_and_refuses_other_endings(tmp_path):
    drawing = draw_dot(course_example())
    for ending, start in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".dot", b"digraph")):
        drawing.save(tmp_path / f"graph{ending}")
        assert (tmp_path / f"graph{ending}").read_bytes().startswith(start)
    with pytest.raises(ValueError, match=r"\.svg, \.png or \.dot files, got 'graph\.jpg'"):
        drawing.save(tmp_path / "graph.jpg")


def moons_loss():
    """A loss as large as that of lesson 6: MLP 2-16-16-1, 100 examples."""
    rng = random.Random(0)
    model = MLP(2, [16, 16, 1])
    inputs = [[rng.random(), rng.random()] for _ in range(100)]
    loss = max_margin_loss([model(x) for x in inputs], [1, -1] * 50)
    return loss, model, inputs


def test_of_a_graph_that_is_too_large_the_reason_is_given_and_what_to_draw_instead():
    loss, model, inputs = moons_loss()
    drawing = draw_dot(loss)
    reason, _, advice = drawing._repr_mimebundle_()["text/plain"].partition(". ")
    assert reason == "This graph has 7,540 values, too many to read (300 at most)"
    assert drawing.svg == "" and drawing.text == drawing.message == repr(drawing)
    assert set(drawing._repr_mimebundle_()) == {"text/plain"} and len(drawing.text) < 300
    names = {"draw_dot": draw_dot, "model": model, "inputs": inputs}
    assert eval(advice.partition(": ")[2], names).svg  # followed to the letter


def test_a_graph_of_few_values_and_many_arrows_is_too_large_as_well():
    x = Value(1.0, "x")
    drawing = draw_dot(Value.sum([x] * 10_000))
    assert drawing.text.startswith("This graph has 10,000 arrows, too many to read (1500 at most)")


def test_a_graph_that_is_too_large_to_draw_still_has_its_source(tmp_path):
    drawing = draw_dot(Value.sum([Value(i) for i in range(400)]))
    drawing.save(tmp_path / "graph.dot")
    assert (tmp_path / "graph.dot").read_text(encoding="utf-8") == drawing.source
    with pytest.raises(ValueError, match="too many to read"):
        drawing.save(tmp_path / "graph.svg")


def test_the_largest_graph_can_be_chosen():
    root = MLP(2, [9, 1])([1.0, 2.0])
    assert "too many to read (20 at most)" in draw_dot(root, max_nodes=20).text
    assert draw_dot(Value.sum([Value(i) for i in range(310)]), max_nodes=311).svg


class Counted:
    """A node of an engine that counts how often somebody looks at the parents of a node."""

    looks = 0

    def __init__(self, data, parents=()):
        self.data, self.grad, self.label, self._op = data, 0.0, "", "sum" if parents else ""
        self._local, self._parents = (1.0,) * len(parents), tuple(parents)

    @property
    def _prev(self):
        Counted.looks += 1
        return self._parents


def looks_at(function, n):
    """How often parents are looked at in a chain of n nodes with a second use of each."""
    nodes = [Counted(1.0)]
    for _ in range(n):
        nodes.append(Counted(1.0, (nodes[-1], nodes[-1])))
    Counted.looks = 0
    function(nodes[-1], nodes[0])
    while nodes:  # one after the other: the browser cannot free a long chain at once
        nodes.pop()
    return Counted.looks


@pytest.mark.parametrize(
    "function",
    [
        lambda root, leaf: draw_dot(root),
        lambda root, leaf: play_backward(root),
        lambda root, leaf: explain(root, leaf),
        lambda root, leaf: explain(root, Value(1.0)),
    ],
    ids=["draw_dot", "play_backward", "explain", "explain something else"],
)
def test_ten_times_the_values_are_ten_times_the_work(function):
    assert looks_at(function, 5000) < 10.1 * looks_at(function, 500) < 10.1 * 500 * 20


def test_very_long_labels_and_operations_are_cut():
    a = Value(1.0, "x" * 1_000_000)
    node = Value(2.0, "", (a,), "y" * 1_000_000, (1.0,))
    for shown in (draw_dot(node), play_backward(node), explain(node, a)):
        assert all(len(form) < 100_000 for form in shown._repr_mimebundle_().values())


@pytest.fixture
def no_graphviz(monkeypatch):
    """Call it to hide Graphviz."""

    def missing(name):
        raise importlib.metadata.PackageNotFoundError(name)

    def hide():
        monkeypatch.setattr(importlib.metadata, "distribution", missing)
        monkeypatch.setattr(shutil, "which", lambda name: None)

    return hide


@needs_graphviz
def test_without_graphviz_the_same_cards_and_arrows_are_drawn_in_other_places(no_graphviz):
    with_graphviz = draw_dot(course_example())
    no_graphviz()
    without = draw_dot(course_example())
    assert without.message == "" and without.svg != with_graphviz.svg
    assert sorted(texts(without.svg)) == sorted(texts(with_graphviz.svg))
    assert sorted(re.findall('class="(edge .*?)"', without.svg)) == sorted(
        re.findall('class="(edge .*?)"', with_graphviz.svg)
    )


def test_without_graphviz_only_png_files_cannot_be_saved(no_graphviz, tmp_path):
    no_graphviz()
    drawing = draw_dot(course_example())
    drawing.save(tmp_path / "graph.svg")
    drawing.save(tmp_path / "graph.dot")
    with pytest.raises(ImportError, match="pip install graphviz-pure, or save a .svg file"):
        drawing.save(tmp_path / "graph.png")


def test_graphviz_that_cannot_be_started_is_as_good_as_none(monkeypatch):
    def refuse(*args, **options):
        raise OSError(138, "Not supported")  # what the browser says to a new process

    monkeypatch.setattr(subprocess, "run", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert draw_dot(course_example()).svg.startswith("<svg")


PLAIN = (
    "graph 1 4 1\nnode v0 1 .5 1 1 a solid box black grey\n"
    "node o1 2 .5 1 1 + solid box black grey\n"
    "node v1 3 .5 1 1 b solid box black grey\nedge v0 o1 4 1 1 1 1 1 1 1 1 solid black\n"
    "edge o1 v1 4 1 1 1 1 1 1 1 1 solid black\n"
)
FAULTS = {
    "fails": "exit 1",
    "fails after it has printed": f"printf '{PLAIN}stop\\n'; exit 1",
    "is killed": "kill -9 $$",
    "prints nothing": "exit 0",
    "prints a warning first": f"printf 'Warning: no fonts\\n{PLAIN}stop\\n'",
    "prints the layout of another graph": f"printf '{PLAIN}stop\\n'",
    "prints half a line": "printf 'graph 1 4'",
    "prints no numbers": "printf 'graph one four one\\nstop\\n'",
    "prints something else": "echo hello",
    "prints no text": "printf '\\377\\376\\000'",
    "hangs": "exec sleep 60",
    "hangs after it has read": "cat > /dev/null; sleep 60",
}


@pytest.fixture(params=["on the PATH", "from graphviz-pure"])
def fake_dot(request, monkeypatch, tmp_path):
    """Call it with the lines of a shell script that takes the place of Graphviz."""
    if sys.platform in ("win32", "emscripten"):
        pytest.skip("the programs in place of Graphviz are shell scripts")
    bundled = request.param == "from graphviz-pure"
    program, asked = tmp_path / ("graphviz-pure" if bundled else "dot"), tmp_path / "asked"

    class File:
        stem = "graphviz-pure"
        locate = staticmethod(lambda: program)

    class Distribution:
        files = (File,) if bundled else ()

    def install(script):
        program.write_text(f"#!/bin/sh\necho asked >> {asked}\n{script}\n")
        program.chmod(0o755)
        if "sleep" in script:  # the others may take their time on a busy machine
            monkeypatch.setattr(layout, "PATIENCE", 1.0)
        return asked

    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: Distribution)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(layout, "silent", set())
    return install


@pytest.mark.parametrize("fault", FAULTS)
def test_when_graphviz_fails_the_course_draws_with_its_own_layout(
    fake_dot, fault, no_graphviz, tmp_path
):
    asked = fake_dot(FAULTS[fault])
    drawing = draw_dot(course_example())
    assert asked.read_text() == "asked\n"  # it was this program
    with pytest.raises(ImportError, match="did not answer: save a .svg file"):
        drawing.save(tmp_path / "graph.png")
    no_graphviz()
    assert drawing.svg == draw_dot(course_example()).svg


def test_graphviz_that_hangs_is_waited_for_once_in_a_session(fake_dot):
    asked = fake_dot("sleep 60")
    for _ in range(3):
        assert draw_dot(course_example()).svg
    assert asked.read_text() == "asked\n"


def test_graphviz_that_fails_once_is_asked_again(fake_dot):
    asked = fake_dot("exit 1")
    for _ in range(2):
        draw_dot(course_example())
    assert asked.read_text() == "asked\n" * 2


def test_a_drawing_waits_less_than_five_seconds_for_graphviz():
    assert layout.PATIENCE < 5


def test_no_dot_on_the_path_is_needed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert draw_dot(course_example()).svg


class WithoutParents:
    data, grad = 1.0, 0.0


class WithANumber:
    data, _prev = 1.0, (2.0,)


@pytest.mark.parametrize(
    ("thing", "advice"),
    [
        (3.0, "got 3.0"),
        ([Value(1.0), Value(2.0)], r"got a list of 2: choose one of them, such as outputs\[0\]"),
        (MLP(2, [1]), r"got a MLP: call it with one example first, model\(inputs\[0\]\)"),
        (WithoutParents(), "this WithoutParents does not keep what it was made from"),
        (WithANumber(), "a value in this graph was made from something else .*'float'"),
    ],
    ids=lambda x: type(x).__name__,
)
def test_what_is_no_graph_is_refused_in_words(thing, advice):
    for function in (draw_dot, play_backward, trace, lambda root: explain(root, Value(1.0))):
        with pytest.raises(TypeError, match=f"expected a Value, .*{advice}"):
            function(thing)


def test_wrong_arguments_say_what_to_do():
    with pytest.raises(ValueError, match='rankdir must be "LR"'):
        draw_dot(Value(1.0), "left")
    with pytest.raises(ValueError, match='format must be "svg", "png" or "dot", got \'pdf\''):
        draw_dot(Value(1.0), format="pdf")
    with pytest.raises(ValueError, match='format must be "svg"'):
        draw_dot(Value(1.0)).render("graph", format="pdf")


@needs_graphviz
@pytest.mark.parametrize(("form", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_lecture_s_draw_dot_and_render_work(tmp_path, form, start):
    dot = draw_dot(course_example(), format=form, rankdir="LR")
    path = dot.render(str(tmp_path / "gout"), cleanup=True)
    assert path == str(tmp_path / f"gout.{form}")
    assert [file.read_bytes()[:4] for file in tmp_path.iterdir()] == [start]


def test_render_takes_another_format_and_an_ending_that_is_there(tmp_path):
    path = draw_dot(course_example()).render(tmp_path / "graph.dot", format="dot")
    assert path == str(tmp_path / "graph.dot") and (tmp_path / "graph.dot").exists()


def test_a_rendered_file_can_be_opened_at_once(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(graph.webbrowser, "open", opened.append)
    draw_dot(course_example()).render(tmp_path / "graph", view=True)
    assert opened == [(tmp_path / "graph.svg").as_uri()]


def test_a_tensor_shows_its_shape():
    np = pytest.importorskip("numpy")
    w = Tensor(np.zeros((3, 2)), label="w")
    total = (np.ones((4, 3)) @ w).sum()
    total.backward()
    text = draw_dot(total).text
    assert (
        text.splitlines()[0].split() == ["w", "data", "[3×2]", "grad", "[3×2]"] and "[4×2]" in text
    )
