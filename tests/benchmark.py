"""Speed and memory of mgrad against micrograd 0.1.0, measured side by side by ``make bench``.

The workload W1 is one training step of micrograd's demo: 100 moons, a 2-16-16-1 network (337
parameters), hinge loss plus L2, full batch: forward, zero_grad, backward, update. Every figure is
a ratio of CPU times (or bytes) taken in the same run, each engine in fresh processes that
alternate, medians over the rounds.

The cyclic garbage collector: *bare* is Python's default in a process with nothing else
loaded; *nb* the default with NumPy, scikit-learn, matplotlib and IPython loaded, as in a
notebook; *off* disabled for both engines; *paused* the default, with mgrad's ``gc_paused``.

Compiled is loss and gradients of W1 without L2, as a program in each of its three languages,
over the engine's own ``dot`` form, in one process with the collector paused; JavaScript runs in
Node after 5,000 calls, and without Node its row is left out.

Tensors do the same workload, and larger ones in turns with PyTorch (float64, both on one
thread, in one process). So does the GPT of lesson 12, a training step with Adam on 64 names,
against its twin of PyTorch's own functions. Without PyTorch installed those rows are left out, and
so is the row of xad, a library in C++ that is nothing the course needs.

microgpt is the shape of Karpathy's program of that name (4,192 parameters, one name a step, letter
by letter, Adam), written anew on Value; on Tensor the name is one batch.

Writes mgrad/benchmark.json (lessons 09 and 10 draw it), docs/benchmark.md and docs/benchmark.svg.
"""

import gc
import importlib
import json
import math
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
import tracemalloc
from importlib.util import find_spec
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
ROUNDS, STEPS = 7, 3
HAS_TORCH, HAS_XAD = (find_spec(package) is not None for package in ("torch", "xad"))

# -- the workload, written once for both engines ---------------------------------------------


def moons():
    """100 points like scikit-learn's moons, without loading NumPy into the process."""
    rng = random.Random(1337)
    points, labels = [], []
    for i in range(100):
        angle, upper = math.pi * (i % 50) / 49, i < 50
        x, y = (
            (math.cos(angle), math.sin(angle))
            if upper
            else (1 - math.cos(angle), 0.5 - math.sin(angle))
        )
        points.append([x + rng.gauss(0, 0.1), y + rng.gauss(0, 0.1)])
        labels.append(-1 if upper else 1)
    return points, labels


def plus_times_network(Value):
    """A 2-16-16-1 network whose neurons are chains of ``+`` and ``*``, as in micrograd."""
    rng = random.Random(0)
    sizes = [2, 16, 16, 1]
    layers = [
        [([Value(rng.uniform(-1, 1)) for _ in range(n)], Value(0.0)) for _ in range(m)]
        for n, m in zip(sizes, sizes[1:])
    ]

    def model(x):
        for layer in layers:
            x = [sum((wi * xi for wi, xi in zip(w, x)), b) for w, b in layer]
            x = x if layer is layers[-1] else [v.relu() for v in x]
        return x[0]

    return model, [p for layer in layers for w, b in layer for p in (*w, b)]


def forward(model, parameters, Value, points, labels):
    scores = [model([Value(v) for v in point]) for point in points]
    losses = [(1 + -y * score).relu() for y, score in zip(labels, scores)]
    return sum(losses) * (1.0 / len(losses)) + 1e-4 * sum(p * p for p in parameters)


def step(model, parameters, Value, points, labels):
    total = forward(model, parameters, Value, points, labels)
    for p in parameters:
        p.grad = 0.0
    total.backward()
    for p in parameters:
        p.data -= 0.1 * p.grad


def xad_step(points, labels):
    """A step of ``plus_times_network`` on the tape of xad, which is written in C++."""
    import xad.math
    from xad.adj_1st import Real, Tape

    tape, numbers = Tape(), [p.data for p in setting("plus-times")[1]]
    tape.activate()

    def step():
        parameters = [Real(number) for number in numbers]
        for p in parameters:
            tape.registerInput(p)
        tape.newRecording()
        places = iter(parameters)
        sizes = [2, 16, 16, 1]
        layers = [
            [([next(places) for _ in range(n)], next(places)) for _ in range(m)]
            for n, m in zip(sizes, sizes[1:])
        ]
        losses = []
        for x, y in zip(points, labels):
            for layer in layers:
                x = [sum((wi * xi for wi, xi in zip(w, x)), b) for w, b in layer]
                x = x if layer is layers[-1] else [xad.math.max(v, 0.0) for v in x]
            losses.append(xad.math.max(1 + -y * x[0], 0.0))
        total = sum(losses) * (1.0 / len(losses)) + 1e-4 * sum(p * p for p in parameters)
        tape.registerOutput(total)
        total.setDerivative(1.0)
        tape.computeAdjoints()
        numbers[:] = [p.getValue() - 0.1 * p.getDerivative() for p in parameters]
        tape.clearAll()

    return step


def setting(engine):
    """(model, parameters, Value) of ``engine``: micrograd, plus-times or mlp."""
    random.seed(1337)
    if engine == "micrograd":
        from micrograd.engine import Value
        from micrograd.nn import MLP

        model = MLP(2, [16, 16, 1])
        return model, model.parameters(), Value
    from mgrad import MLP, Value

    if engine == "plus-times":
        return *plus_times_network(Value), Value
    model = MLP(2, [16, 16, 1], activation="relu")
    return model, model.parameters(), Value


def array_step(engine, points, labels, hidden=16):
    """One training step of the 2-h-h-1 network on whole arrays, with our Tensor or PyTorch's."""
    import numpy as np

    rng = np.random.default_rng(1337)
    shapes = [(2, hidden), (hidden,), (hidden, hidden), (hidden,), (hidden, 1), (1,)]
    arrays = [rng.uniform(-1, 1, shape) for shape in shapes]
    if engine == "tensor":
        from mgrad import Tensor

        parameters, points, labels = (
            [Tensor(a) for a in arrays],
            np.array(points),
            np.array(labels, dtype=float),
        )
    else:
        import torch

        torch.set_num_threads(1)
        parameters = [torch.tensor(a, requires_grad=True) for a in arrays]
        points, labels = (
            torch.tensor(points, dtype=torch.float64),
            torch.tensor(labels, dtype=torch.float64),
        )
    w1, b1, w2, b2, w3, b3 = parameters

    def update():
        for p in parameters:
            if engine == "tensor":
                p.data -= 0.1 * p.grad
            else:
                p.data.sub_(p.grad, alpha=0.1)

    def step():
        scores = (((points @ w1 + b1).relu() @ w2 + b2).relu() @ w3 + b3).reshape(-1)
        total = (1 - scores * labels).relu().mean() + 1e-4 * sum((p * p).sum() for p in parameters)
        for p in parameters:
            p.grad = 0.0 if engine == "tensor" else None
        total.backward()
        update()

    return step


# -- what one fresh process measures -----------------------------------------------------------


def measure_step(engine, collector):
    """CPU seconds of one training step: the median of a few after a warm-up."""
    if collector == "nb":
        for module in ("numpy", "sklearn.datasets", "matplotlib.pyplot", "IPython"):
            importlib.import_module(module)
    if collector == "off":
        gc.disable()
    if engine in ("tensor", "torch"):
        return seconds(array_step(engine, *moons()), 200)
    if engine == "xad":
        return seconds(xad_step(*moons()), STEPS)
    workload = (*setting(engine), *moons())
    times = []
    for _ in range(STEPS + 1):
        start = time.process_time()
        if collector == "paused":
            from mgrad import gc_paused

            with gc_paused():
                step(*workload)
        else:
            step(*workload)
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


def seconds(action, times):
    """CPU seconds of one call, over ``times`` calls after a warm-up."""
    action()
    start = time.process_time()
    for _ in range(times):
        action()
    return (time.process_time() - start) / times


def measure_compiled():
    """How many times faster than the engine each program is, and the seconds to compile W1's.

    Returns:
        A dictionary of ``python``, ``numpy``, ``javascript`` (None without Node), ``fit`` (100
        steps of lesson 06, compiled over not) and ``seconds``.
    """
    from mgrad import Value, compile_graph, compiler, gc_paused, max_margin_loss

    model, parameters, _ = setting("mlp")
    points, labels = moons()
    rows = [[*point, y] for point, y in zip(points, labels)]

    def engine():
        with gc_paused():
            model.zero_grad()
            max_margin_loss([model(point) for point in points], labels).backward()

    def program(form="python"):
        *inputs, y = leaves = [Value(x) for x in rows[0]]
        return compile_graph((1 - y * model(inputs)).relu(), leaves, parameters, form)

    compiled = {form: program(form) for form in ("python", "numpy")}
    rounds = []
    for _ in range(ROUNDS):
        base = seconds(engine, 2)
        times = {form: seconds(lambda p=p: p(rows), 10) for form, p in compiled.items()}
        rounds.append({"engine": base, **{form: base / time for form, time in times.items()}})
        rounds[-1]["fit"] = measure_training() / measure_training(compiled=True)
        compiler._code.cache_clear()
        begin = time.process_time()
        program()
        rounds[-1]["seconds"] = time.process_time() - begin
    result = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
    in_node = measure_javascript(compiled["python"].source("javascript"), rows)
    return {**result, "javascript": in_node and result["engine"] / in_node}


def measure_javascript(text, rows):
    """CPU seconds of one call in Node, after a second of warm-up; None without Node."""
    if not shutil.which("node"):
        return None
    call = f"""
const rows = {json.dumps(rows)};
for (let i = 0; i < 5000; i += 1) program(rows, PARAMETERS);
const start = process.cpuUsage();
for (let i = 0; i < 2000; i += 1) program(rows, PARAMETERS);
console.log(process.cpuUsage(start).user / 2000e6);
"""
    done = subprocess.run(
        ["node", "-"], input=text + call, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def measure_tensor(examples, hidden):
    """CPU time of a Tensor step over that of PyTorch: the median of rounds in turns."""
    import numpy as np

    rng = np.random.default_rng(0)
    points, labels = rng.normal(size=(int(examples), 2)), rng.choice([-1.0, 1.0], int(examples))
    ours, theirs = (
        array_step(engine, points, labels, int(hidden)) for engine in ("tensor", "torch")
    )
    calls = max(3, 1_000_000 // (int(examples) * int(hidden)))
    return statistics.median(seconds(ours, calls) / seconds(theirs, calls) for _ in range(9))


def gpt_steps():
    """A training step of lesson 12's GPT on 64 names, ours and that of its PyTorch twin."""
    import torch
    from language_model import lesson, twin, twin_loss

    torch.set_num_threads(1)
    names = lesson()
    inputs, targets = names.pack(names.load_names()[::80][:64])
    codes, answers = torch.from_numpy(inputs), torch.from_numpy(targets)
    model = names.GPT()
    leaves, scores_of = twin(model)
    ours = names.Adam(0.01, betas=(0.9, 0.99))
    theirs = torch.optim.Adam(leaves, 0.01, betas=(0.9, 0.99))

    def step():
        loss = names.next_letter_loss(model(inputs), targets)
        for parameter in model.parameters():
            parameter.grad = 0.0
        loss.backward()
        ours.step(model.parameters())

    def twin_step():
        loss = twin_loss(scores_of(codes), answers)
        theirs.zero_grad()
        loss.backward()
        theirs.step()

    return step, twin_step


def measure_gpt():
    """CPU time of a training step of lesson 12's GPT over its twin's: the median of rounds."""
    step, twin_step = gpt_steps()
    return statistics.median(seconds(step, 60) / seconds(twin_step, 60) for _ in range(9))


def microgpt_loss(number, name, width=16, heads=4, places=16):
    """(a function of nothing that gives the loss of one name, parameters) of microgpt's shape.

    Args:
        number: makes a parameter of a float: ``Value``.
        name: the numbers of its letters, with the dot before and after it.
    """
    from mgrad import Value, cross_entropy, softmax

    draw = random.Random(0)

    def matrix(rows, columns):
        return [[number(draw.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]

    letters, positions, table = matrix(27, width), matrix(places, width), matrix(27, width)
    query, key, value, out = [matrix(width, width) for _ in range(4)]
    hidden, back = matrix(4 * width, width), matrix(width, 4 * width)
    size = width // heads

    def linear(x, rows):
        return [Value.dot(row, x, 0.0) for row in rows]

    def normed(x):
        scale = (Value.dot(x, x, 0.0) / len(x) + 1e-5) ** -0.5
        return [v * scale for v in x]

    def attend(q, keys, values):
        found = []
        for start in range(0, width, size):
            part = slice(start, start + size)
            scores = [Value.dot(q[part], k[part], 0.0) * size**-0.5 for k in keys]
            weights = softmax(scores)
            columns = zip(*(v[part] for v in values))
            found += [Value.dot(weights, list(column), 0.0) for column in columns]
        return found

    def loss():
        keys, values, rows = [], [], []
        for place, letter in enumerate(name[:-1]):
            x = normed([a + b for a, b in zip(letters[letter], positions[place])])
            inside = normed(x)
            keys.append(linear(inside, key))
            values.append(linear(inside, value))
            found = linear(attend(linear(inside, query), keys, values), out)
            x = [a + b for a, b in zip(x, found)]
            found = linear([v.relu() for v in linear(normed(x), hidden)], back)
            x = [a + b for a, b in zip(x, found)]
            rows.append(linear(x, table))
        return cross_entropy(rows, name[1:])

    matrices = [letters, positions, table, query, key, value, out, hidden, back]
    return loss, [p for rows in matrices for row in rows for p in row]


def measure_microgpt(engine):
    """Training steps a second, one name each, of microgpt's shape on Value or on Tensor."""
    from mgrad import Adam, Value, gc_paused

    optimiser = Adam(0.01, betas=(0.85, 0.99))
    if engine == "value":
        loss, parameters = microgpt_loss(Value, [0, 5, 13, 13, 1, 0])
        times = 5
    else:
        from language_model import lesson

        names = lesson()
        model = names.GPT()
        codes, answers = names.pack(["emma"])
        parameters, times = model.parameters(), 300

        def loss():
            return names.next_letter_loss(model(codes[:, :5]), answers[:, :5])

    def step():
        with gc_paused():
            result = loss()
            for parameter in parameters:
                parameter.grad = 0.0
            result.backward()
            optimiser.step(parameters)

    return 1 / statistics.median(seconds(step, times) for _ in range(5))


def count_nodes(root):
    seen, stack = {id(root)}, [root]
    while stack:
        for parent in stack.pop()._prev:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append(parent)
    return len(seen)


def measure_memory(engine):
    """Bytes of the W1 graph after the forward pass, and its number of nodes."""
    model, parameters, Value = setting(engine)
    points, labels = moons()
    gc.collect()
    tracemalloc.start()
    total = forward(model, parameters, Value, points, labels)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return [size, count_nodes(total)]


def measure_chain():
    """Bytes a node of a chain of 10**6 after forward and backward; freed at the end."""
    from mgrad import Value

    tracemalloc.start()
    y = x = Value(1.0)
    for _ in range(500_000):  # two nodes each: the constant and the sum
        y = y + 1.0
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    y.backward()
    assert x.grad == 1.0
    del y
    return size / 1_000_000


def measure_slope():
    """Log-log slope of the time for forward and backward against the number of nodes."""
    from mgrad import Value, gc_paused

    points = []
    for n in (3_000, 10_000, 30_000, 100_000, 300_000, 500_000):
        times = []
        for _ in range(5):
            with gc_paused():
                x = Value(0.5)
                start = time.process_time()
                y = x
                for _ in range(n // 2):
                    y = y * x + x
                y.backward()
                times.append(time.process_time() - start)
                del y
        points.append((math.log(n), math.log(min(times))))
    mean_x, mean_y = (statistics.mean(axis) for axis in zip(*points))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


def measure_import():
    """Milliseconds of ``import mgrad`` in a process that has imported nothing else."""
    start = time.perf_counter()
    import mgrad

    assert mgrad.Value and "numpy" not in sys.modules
    return 1000 * (time.perf_counter() - start)


def measure_training(compiled=False):
    """CPU seconds for the 100 training steps of lesson 6."""
    import mgrad

    random.seed(1337)
    points, labels = moons()
    model = mgrad.MLP(2, [16, 16, 1])
    start = time.process_time()
    mgrad.fit(
        model,
        points,
        labels,
        loss=mgrad.max_margin_loss,
        steps=100,
        learning_rate=0.5,
        progress=False,
        compiled=compiled,
    )
    return time.process_time() - start


# -- the table ---------------------------------------------------------------------------------


def measure_check(times):
    """Milliseconds that a student waits for the first check in a kernel (times = 0) or a later one.

    The CPU time of its processes cannot be asked for here: they are no children of this one.
    """
    from mgrad.check import check

    def slope(f, x, h):
        return (f(x + h) - f(x)) / h

    def wait():
        begin = time.perf_counter()
        assert check("01.slope", slope).passed
        return 1000 * (time.perf_counter() - begin)

    first = wait()
    return statistics.median(wait() for _ in range(int(times))) if int(times) else first


def in_fresh_process(function, *arguments):
    command = [sys.executable, __file__, function, *arguments]
    # imports come from the cache
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["OPENBLAS_NUM_THREADS"] = environment["MKL_NUM_THREADS"] = "1"
    call = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(call.stdout)


def speed_ratios():
    """How many times faster than micrograd each engine makes a step, for each collector setting."""
    plan = {
        "bare": ["plus-times", "mlp", *["xad"] * HAS_XAD],
        "nb": ["plus-times", "mlp", "tensor", *["torch"] * HAS_TORCH],
        "off": ["plus-times", "mlp"],
    }
    ratios = {}
    for collector, engines in plan.items():
        times = {engine: [] for engine in ("micrograd", *engines, "paused")}
        for round_number in range(ROUNDS):
            print(f"  W1, collector {collector}, round {round_number + 1} of {ROUNDS}", flush=True)
            for engine in ("micrograd", *engines):
                times[engine].append(in_fresh_process("measure_step", engine, collector))
            if collector == "bare":
                times["paused"].append(in_fresh_process("measure_step", "mlp", "paused"))
        base = statistics.median(times["micrograd"])
        for engine in engines:
            ratios[f"{engine}, {collector}"] = base / statistics.median(times[engine])
        if collector == "bare":
            ratios["mlp, paused"] = base / statistics.median(times["paused"])
    return ratios


def main():
    speed = speed_ratios()
    print("  memory, chain, scaling, import, training", flush=True)
    reference, _ = in_fresh_process("measure_memory", "micrograd")
    plain, nodes = in_fresh_process("measure_memory", "plus-times")
    fused, _ = in_fresh_process("measure_memory", "mlp")

    def median(function, rounds=ROUNDS, *arguments):
        return statistics.median(in_fresh_process(function, *arguments) for _ in range(rounds))

    def times(key):
        return f"{speed[key]:.1f}x"

    rows = [  # what, measured, at least
        ["W1, neurons of + and *, bare", times("plus-times, bare"), "6x"],
        ["W1, neurons of + and *, nb", times("plus-times, nb"), "4x"],
        ["W1, neurons of + and *, off", times("plus-times, off"), "1.3x"],
        ["W1, mgrad.MLP, bare", times("mlp, bare"), "40x"],
        ["W1, mgrad.MLP, nb", times("mlp, nb"), ""],
        ["W1, mgrad.MLP, off", times("mlp, off"), "5x"],
        ["W1, mgrad.MLP with gc_paused()", times("mlp, paused"), "90x"],
        ["W1, Tensor, nb", times("tensor, nb"), ""],
        ["bytes a node, graph of + and *", f"{plain / nodes:.0f}", "at most 200"],
        ["memory of the graph with dot, micrograd's / mgrad's", f"{reference / fused:.1f}x", "15x"],
        [
            "chain of 10^6 nodes, bytes a node",
            f"{in_fresh_process('measure_chain'):.0f}",
            "at most 300",
        ],
        [
            "log-log slope of time against nodes, 3k to 500k",
            f"{median('measure_slope', 3):.2f}",
            "at most 1.15",
        ],
        ["import mgrad", f"{median('measure_import'):.1f} ms", "at most 10 ms"],
        [
            "the first check in a kernel, waiting time",
            f"{median('measure_check', 3, '0'):.0f} ms",
            "",
        ],
        ["a later check, waiting time", f"{median('measure_check', 3, '40'):.1f} ms", ""],
        [
            "100 training steps of lesson 6, CPU time",
            f"{median('measure_training', 3):.1f} s",
            "at most 3 s",
        ],
    ]
    if HAS_XAD:
        rows.insert(7, ["W1, xad (C++, AGPL), neurons of + and *, bare", times("xad, bare"), ""])
    rows += compiled_rows(compiled := in_fresh_process("measure_compiled"))
    if HAS_TORCH:
        for examples, hidden, target in (
            (100, 16, 0.75),
            (1000, 16, 0.9),
            (1000, 64, 1),
            (10000, 16, 1),
            (1000, 256, 1.1),
        ):
            print(f"  Tensor against PyTorch, batch {examples}, hidden {hidden}", flush=True)
            ratio = median("measure_tensor", 3, str(examples), str(hidden))
            rows.append(
                [
                    f"Tensor, batch {examples}, hidden {hidden}: time over PyTorch's",
                    f"{ratio:.2f}",
                    f"at most {target}",
                ]
            )
        print("  the GPT of lesson 12 against its PyTorch twin", flush=True)
        ratio = f"{median('measure_gpt', 3):.2f}"
        rows.append(["GPT of lesson 12, 64 names: time over PyTorch's", ratio, "at most 1.3"])
    for engine in ("value", "tensor"):
        speed_of = median("measure_microgpt", 3, engine)
        name = f"microgpt's shape on {engine.title()}, one name a step"
        rows.append([name, f"{speed_of:.0f} steps/s", ""])
    DOCS.mkdir(exist_ok=True)
    (DOCS.parent / "mgrad" / "benchmark.json").write_text(
        json.dumps({"speed": speed, "compiled": compiled, "table": rows}, indent=1) + "\n",
        encoding="utf-8",
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    (DOCS / "benchmark.md").write_text(
        "# Speed and memory\n\nWritten by `make bench`. "
        + __doc__.split("\n\n", 1)[1].rsplit("\n\nWrites", 1)[0].strip()
        + "\n\n| quantity | measured | target |\n| --- | --- | --- |\n"
        + table
        + "\n\n![How many times faster than micrograd a training step is](benchmark.svg)\n",
        encoding="utf-8",
    )
    draw(speed)
    print(table)


def compiled_rows(compiled):
    names = {"python": "Python", "numpy": "NumPy", "javascript": "JavaScript in Node"}
    targets = {"python": "10x", "numpy": "22x", "javascript": "22x"}
    rows = [
        [f"W1 compiled to {names[form]}, over the engine", f"{compiled[form]:.1f}x", targets[form]]
        for form in names
        if compiled[form] is not None
    ]
    speed = f"{compiled['fit']:.1f}x"
    rows.append(["100 steps of fit, lesson 6, compiled over not", speed, "5x"])
    milliseconds = f"{1000 * compiled['seconds']:.0f} ms"
    return [*rows, ["compiling the network of W1, once", milliseconds, "at most 150 ms"]]


def draw(speed):
    import matplotlib as mpl

    from mgrad.pictures.plots import BLUE, GREEN, figure

    mpl.rcParams["svg.hashsalt"] = "mgrad"
    fig, ax = figure(
        "One node for each neuron makes the difference",
        "times faster than micrograd (CPU time of one step)",
        "",
    )
    bars = [
        ("+ and *, off", "plus-times, off"),
        ("+ and *, nb", "plus-times, nb"),
        ("+ and *, bare", "plus-times, bare"),
        ("MLP, off", "mlp, off"),
        ("MLP, nb", "mlp, nb"),
        ("MLP, bare", "mlp, bare"),
        ("MLP, paused", "mlp, paused"),
    ]
    drawn = ax.barh(
        [name for name, _ in bars], [speed[key] for _, key in bars], color=[BLUE] * 3 + [GREEN] * 4
    )
    ax.bar_label(drawn, fmt=" %.1f")
    ax.grid(axis="y", visible=False)
    fig.savefig(DOCS / "benchmark.svg", metadata={"Date": None})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
    else:
        main()
