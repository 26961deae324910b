"""The package as a whole: what it costs to import, what it promises, what it depends on."""

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import mgrad
from mgrad import MLP

ROOT = Path(__file__).parent.parent


def run(code):
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    return result.stdout.strip() or result.stderr.strip().splitlines()[-1]


def test_importing_mgrad_loads_nothing_but_the_standard_library():
    code = (
        "import sys, mgrad; print([m for m in ('numpy','matplotlib','graphviz','tqdm','IPython') "
        "if m in sys.modules])"
    )
    assert run(code) == "[]"


def test_each_room_imports_only_rooms_below_it():
    """The contract is in pyproject.toml: ideas, pictures, checks, and the order inside each."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_python_files_are_tidy():
    for command in (["check"], ["format", "--check"]):
        run = [sys.executable, "-m", "ruff", *command, "--quiet", "."]
        result = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr


def test_the_programs_in_the_readme_run():
    programs = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert len(programs) == 3
    for program in programs:
        exec(program, {})


def test_every_promised_name_is_there():
    for name in mgrad.__all__:
        assert getattr(mgrad, name) is not None
    assert {"fit", "draw_dot", "plot_boundary"} <= set(dir(mgrad))
    with pytest.raises(AttributeError, match="module 'mgrad' has no attribute 'nonesuch'"):
        mgrad.nonesuch  # noqa: B018


def test_a_missing_package_is_one_line_that_says_what_to_install():
    with pytest.raises(
        mgrad.MissingPackage,
        match="needs the package nonesuch. Install it with: pip install nonesuch",
    ):
        mgrad.require("math", "nonesuch")
    hide = "import sys; sys.modules['{}'] = None; import mgrad; "
    assert run(hide.format("matplotlib") + "mgrad.plot_data").endswith(
        "Install it with: pip install matplotlib"
    )
    assert run(hide.format("tqdm") + "mgrad.fit").endswith("Install it with: pip install tqdm")
    assert str(mgrad.MissingPackage("sklearn")).endswith("pip install scikit-learn")
    assert mgrad.MissingPackage("sklearn")._render_traceback_() == [
        str(mgrad.MissingPackage("sklearn"))
    ]


def test_in_a_lesson_the_garbage_collector_comes_round_less_often():
    show = "import gc, mgrad; gc.set_threshold({}); mgrad.require(); print(gc.get_threshold()[0])"
    assert [run(show.format(n)) for n in (700, 50_000, 0)] == ["10000", "50000", "0"]


def test_conda_and_pip_install_the_same_packages():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.partition(";")[0] for line in project["dependencies"]}
    lines = (
        (ROOT / "environment.yml")
        .read_text(encoding="utf-8")
        .partition("dependencies:")[2]
        .splitlines()
    )
    listed = {line.strip(" -") for line in lines} - {"", "pip", "pip:"}
    python = next(spec for spec in listed if spec.startswith("python="))
    conda_names = {"matplotlib-base": "matplotlib"}

    def normal(spec):
        name, sign, version = re.fullmatch(r"([\w-]+?)(==|>=|=)([\d.,!=]+)", spec).groups()
        return conda_names.get(name, name), ">=" if sign == ">=" else "==", version

    assert {normal(spec) for spec in listed - {python}} == {normal(spec) for spec in wanted}
    assert python.startswith("python=3.1")


def test_every_public_name_has_a_docstring_and_annotations():
    for name in mgrad.__all__:
        public = getattr(mgrad, name)
        assert inspect.getdoc(public), name
        if inspect.isfunction(public):
            hints = set(public.__annotations__)
            assert hints, name


def test_every_file_says_what_it_is_for():
    for path in sorted((ROOT / "mgrad").rglob("*.py")):
        assert re.match(r'r?"""\S', path.read_text(encoding="utf-8")), path


# -- programs written for micrograd --------------------------------------------------------


def test_the_readme_example_of_micrograd_runs():
    from mgrad.engine import Value

    a = Value(-4.0)
    b = Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()
    assert (
        f"{g.data:.4f}" == "24.7041"
        and f"{a.grad:.4f}" == "138.8338"
        and f"{b.grad:.4f}" == "645.5773"
    )


def test_the_sanity_check_of_micrograd_runs():
    from mgrad.engine import Value

    x = Value(-4.0)
    z = 2 * x + 2 + x
    q = z.relu() + z * x
    h = (z * z).relu()
    y = h + q + q * x
    y.backward()
    assert (y.data, x.grad) == (-20.0, 46.0)


def test_the_demo_of_micrograd_gives_the_same_losses_from_the_same_weights():
    import micrograd.engine
    import micrograd.nn
    import numpy as np
    from sklearn.datasets import make_moons

    X, y = make_moons(n_samples=20, noise=0.1, random_state=1)
    y = y * 2 - 1

    def losses(model, Value):
        trail = []
        for k in range(4):
            inputs = [list(map(Value, row)) for row in X]
            scores = list(map(model, inputs))
            hinge = [(1 + -yi * score).relu() for yi, score in zip(y, scores)]
            data_loss = sum(hinge) * (1.0 / len(hinge))
            total = data_loss + 1e-4 * sum(p * p for p in model.parameters())
            correct = [(yi > 0) == (score.data > 0) for yi, score in zip(y, scores)]
            model.zero_grad()
            total.backward()
            for p in model.parameters():
                p.data -= (1.0 - 0.9 * k / 100) * p.grad
            trail += [total.data, np.mean(correct)]
        return trail

    theirs = micrograd.nn.MLP(2, [16, 16, 1])
    ours = MLP(2, [16, 16, 1], activation="relu")
    for p, q in zip(theirs.parameters(), ours.parameters()):
        q.data = p.data
    assert losses(ours, mgrad.Value) == pytest.approx(
        losses(theirs, micrograd.engine.Value), abs=1e-9
    )
