"""The compiler: programs in three languages against the engine that built the graph."""

import json
import random
import shutil
import subprocess
from functools import partial

import pytest

from mgrad import MLP, Value, compile_graph, max_margin_loss, softmax
from mgrad.engine import topological_order

BINARY = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / (b * b + 0.5),
    lambda a, b: (a * a + 0.5) ** b.tanh(),
]
UNARY = [
    lambda a: -a,
    lambda a: a.tanh(),
    lambda a: a.tanh().exp(),
    lambda a: (a * a + 0.1).log(),
    lambda a: a.sigmoid(),
    lambda a: a.relu(),
    lambda a: a**2,
    lambda a: a.tanh() ** 3,
    lambda a: (a * a + 0.1) ** (1 / 3),
    lambda a: a**0,
    lambda a: 0.3 - a * 2,
]


def random_function(seed, n_outputs=1):
    """A function of inputs and parameters that does the same random steps in each call."""

    def function(inputs, parameters):
        rng = random.Random(seed)
        values = [*inputs, *parameters, Value(rng.uniform(-2, 2))]
        for _ in range(rng.randint(3, 14)):
            choice = rng.random()
            if choice < 0.45:
                new = rng.choice(BINARY)(rng.choice(values), rng.choice(values))
            elif choice < 0.8:
                new = rng.choice(UNARY)(rng.choice(values))
            elif choice < 0.9:
                new = Value.sum(rng.choices(values, k=rng.randint(1, 12))).tanh()
            else:
                n = rng.randint(1, 5)
                new = Value.dot(
                    rng.choices(values, k=n), rng.choices(values, k=n), rng.choice(values)
                ).tanh()
            values.append(new)
        last = [v.tanh() + parameters[0] * rng.choice(inputs) for v in values[-n_outputs:]]
        return last if n_outputs > 1 else last[0]

    return function


def example(seed):
    """A random function, its inputs and parameters, and three rows."""
    rng = random.Random(seed)
    n_inputs, n_parameters = rng.randint(1, 3), rng.randint(1, 4)
    labels = ["w", "w", "g_w", "for", "class", "let", "x y", "ü", ""]
    inputs = [Value(rng.uniform(-2, 2), rng.choice(labels)) for _ in range(n_inputs)]
    parameters = [Value(rng.uniform(-2, 2), rng.choice(labels)) for _ in range(n_parameters)]
    rows = [[rng.uniform(-2, 2) for _ in inputs] for _ in range(3)]
    return random_function(seed), inputs, parameters, rows


def engine_result(function, parameters, rows):
    """Mean and gradients as the engine computes them."""
    for p in parameters:
        p.grad = 0.0
    total = Value.sum([function([Value(x) for x in row], parameters) for row in rows]) / len(rows)
    total.backward()
    return [total.data, [p.grad for p in parameters]]


def hoists(output, inputs):
    """Whether a result depends on no input: computed once, it is added up in another order."""
    varies, nodes = set(inputs), topological_order(output)
    for node in nodes:
        if varies.intersection(node._prev):
            varies.add(node)
    return any(node._prev and node not in varies for node in nodes)


def agree(found, wanted):
    scale = 1.0 + max(map(abs, wanted[1]))
    pairs = zip([found[0], *found[1]], [wanted[0], *wanted[1]])
    return all(abs(x - y) <= 1e-12 * scale for x, y in pairs)


def runs_in_one_node(programs):
    """What JavaScript gives for pairs (text, rows), all in one process of Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed: JavaScript was not run")
    code = """
const jobs = JSON.parse(require("fs").readFileSync(0));
const run = ([text, rows]) => new Function(text + "; return program")()(
    rows, new Function(text + "; return PARAMETERS")());
process.stdout.write(JSON.stringify(jobs.map(run)));
"""
    call = subprocess.run(
        [node, "-e", code], input=json.dumps(programs), capture_output=True, text=True, check=True
    )
    return json.loads(call.stdout)


def test_a_thousand_random_programs_agree_with_the_engine_in_all_forms():
    wanted, texts = [], []
    for seed in range(1000):
        function, inputs, parameters, rows = example(seed)
        wanted.append(engine_result(function, parameters, rows))
        output = function(inputs, parameters)
        make = partial(compile_graph, output, inputs, parameters)
        program = make()
        mean, gradients = program(rows)
        assert agree([mean, gradients], wanted[-1]), (seed, mean, gradients, wanted[-1])
        if not hoists(output, inputs):
            assert [mean, gradients] == wanted[-1], seed
        assert agree(make("numpy")(rows), wanted[-1]), (seed, "numpy")
        texts.append([program.source("javascript"), rows])
    for seed, (found, right) in enumerate(zip(runs_in_one_node(texts), wanted)):
        assert agree(found, right), (seed, "javascript", found, right)


def test_a_network_gives_the_engines_loss_and_gradients_to_the_last_bit():
    random.seed(1337)
    rows = [
        [random.uniform(-1, 1), random.uniform(-1, 1), random.choice((-1, 1))] for _ in range(9)
    ]
    texts, results = [], []
    for activation in ("relu", "linear"):  # no function that Node rounds in its own way
        model = MLP(2, [6, 5, 1], activation)
        x1, x2, y = Value(0.5, "x1"), Value(-1.0, "x2"), Value(1.0, "y")
        program = compile_graph((1 - y * model([x1, x2])).relu(), [x1, x2, y], model.parameters())
        model.zero_grad()
        total = max_margin_loss([model(row[:2]) for row in rows], [row[2] for row in rows])
        total.backward()
        results.append([total.data, [p.grad for p in model.parameters()]])
        assert list(program(rows)) == results[-1]
        texts.append([program.source("javascript"), rows])
        model.parameters()[0].data += 1.0  # a call uses the present numbers
        assert program(rows)[0] != total.data
    assert runs_in_one_node(texts) == results


def test_several_outputs_and_what_is_the_same_for_all_rows():
    model = MLP(3, [4, 3])
    inputs = [Value(x) for x in (1.0, 2.0, 3.0)]
    parameters = [*model.parameters(), Value(2.0, "free")]
    outputs = [*softmax(model(inputs)), parameters[-1], parameters[-1] * 3, inputs[0]]
    rows = [[0.1, 0.2, 0.3], [-1.0, 0.0, 1.0]]
    wanted = [(*(v.data for v in softmax(model(row))), 2.0, 6.0, row[0]) for row in rows]
    for form in ("python", "numpy"):
        program = compile_graph(outputs, inputs, parameters, form)
        assert [pytest.approx(row) for row in wanted] == program.forward(rows)
        with pytest.raises(ValueError, match="several outputs"):
            program(rows)


def test_what_is_known_is_folded_and_what_nobody_needs_is_not_computed():
    x, w = Value(3.0, "x"), Value(2.0, "w")
    output = (Value(2.0) * 4.0).tanh() * x + (x * x).exp() * w
    text = compile_graph(output, [x], [w]).source()
    assert "tanh(" not in text and "0.9999997749296758" in text
    assert "g_x" not in text and text.count("g_w +=") == 1
    penalty = compile_graph(x * w + 0.1 * w * w, [x], [w]).source()
    before_the_loop = penalty.partition("for [x]")[0]
    assert before_the_loop.count("0.1 * w") == 1


def test_the_text_runs_on_its_own():
    x, w = Value(3.0, "x"), Value(-2.0, "w")
    names = {}
    exec(compile_graph(w * x, [x], [w]).source(), names)
    assert names["program"]([[1.0], [3.0]], names["PARAMETERS"]) == (-4.0, [2.0])


def test_a_branch_on_the_data_is_noticed_by_comparing():
    w = Value(2.0)

    def bent(inputs):
        return inputs[0] * w if inputs[0].data > 0 else inputs[0] * 0.0

    x = Value(1.0)
    program = compile_graph(bent([x]), [x], [w])
    program.compare(bent, [[0.5], [3.0]])
    with pytest.raises(ValueError, match=r"row 1.*program gives -2.0, the engine -?0.0.*branch"):
        program.compare(bent, [[0.5], [-1.0]])


def test_depth_is_no_limit():
    x, w = Value(1.0), Value(0.5)
    output = x
    for _ in range(2_000):
        output = output * 0.5 + w
    output = Value.sum([output] * 2_000)
    program = compile_graph(output, [x], [w])
    output.backward()
    assert program([[1.0]]) == (output.data, [w.grad])


def test_engines_of_others_are_compiled_by_the_names_of_their_operations():
    class Own:
        def __init__(self, data, _prev=(), _op=""):
            self.data, self.grad, self._prev, self._op = data, 0.0, _prev, _op

        def backward(self): ...

        def __add__(self, other):
            return Own(self.data + other.data, (self, other), "+")

        def __pow__(self, k):
            return Own(self.data**k, [self], f"**{k}")

        def root(self):
            return Own(self.data**0.5, (self,), "root")

    x, w = Own(1), Own(2)
    program = compile_graph((x + w) ** 3, [x], [w])
    assert program([[1], [2]]) == ((27 + 64) / 2, [(27 + 48) / 2])
    program.compare(lambda inputs: (inputs[0] + w) ** 3, [[4]])
    with pytest.raises(ValueError, match="no rule for the operation 'root'"):
        compile_graph((x + w).root(), [x], [w])
    with pytest.raises(ValueError, match="set.*tuple"):
        compile_graph(Own(4, {x, w}, "*"), [x], [w])


@pytest.mark.parametrize(
    "mistake, kind, words",
    [
        (lambda x, w: compile_graph(x * w, [x * 1], [w]), ValueError, "input 0.*no leaf"),
        (lambda x, w: compile_graph(x * w, [x], [w * 2]), ValueError, "parameter 0.*no leaf"),
        (lambda x, w: compile_graph(x * 2, [x], [w]), ValueError, "no parameter is in the graph"),
        (lambda x, w: compile_graph(x * w, [x], [w, w]), ValueError, "parameter 1.*parameter 0"),
        (lambda x, w: compile_graph(x * w, [x, w], [w]), ValueError, "parameter 0.*input 1"),
        (lambda x, w: compile_graph(x * w, [3.0], [w]), TypeError, "inputs must be Values.*float"),
        (lambda x, w: compile_graph(7.0, [x], [w]), TypeError, "output must be Values.*float"),
        (lambda x, w: compile_graph(x * w, x, [w]), TypeError, "inputs must be a list"),
        (lambda x, w: compile_graph(x * w, [x], [w], "javascript"), ValueError, "source"),
        (lambda x, w: compile_graph(x * w, [x], [w]).source("c"), ValueError, "python, numpy"),
        (lambda x, w: compile_graph(x * w, [x], [w])([]), ValueError, "no rows"),
        (lambda x, w: compile_graph(x * w, [x], [w])([[1], [1, 2]]), ValueError, "row 1.*has 2"),
        (lambda x, w: compile_graph(x * w, [x], [w])([1.0]), ValueError, "row 0.*is 1.0"),
        (lambda x, w: compile_graph(x * w, [x], [w])([["a"]]), TypeError, "text 'a'"),
        (
            lambda x, w: compile_graph((x * w).log(), [x], [w])([[1], [-1]]),
            ValueError,
            "no result for row 1",
        ),
        (lambda x, w: compile_graph(w / x, [x], [w])([[0]]), ZeroDivisionError, "row 0"),
    ],
)
def test_a_mistake_gets_a_sentence(mistake, kind, words):
    with pytest.raises(kind, match=words):
        mistake(Value(1.0, "x"), Value(2.0, "w"))


def test_a_parameter_that_the_output_does_not_use_has_gradient_zero():
    x, w, unused = Value(1.0), Value(2.0), Value(3.0)
    for form in ("python", "numpy"):
        assert compile_graph(x * w, [x], [w, unused], form)([[4.0]]) == (8.0, [4.0, 0.0])
