"""Launch links: the committed ones are those of pyproject.toml; Binder's environment."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "site"))
import addresses
from links import install, notebooks, readme, with_links


@pytest.mark.parametrize(
    ("file", "path", "position"), notebooks(), ids=lambda x: x.stem if isinstance(x, Path) else ""
)
def test_the_links_of_a_notebook_are_those_of_pyproject(file, path, position):
    committed = file.read_text(encoding="utf-8")
    assert (
        nbformat.writes(
            with_links(nbformat.reads(committed, as_version=4), path, position), indent=1
        )
        + "\n"
        == committed
    )


def test_the_links_of_the_readme_are_those_of_pyproject():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme(text) == text
    for name in ("binder", "colab", "lite", "site"):
        assert f"\n[{name}]: " in text and f"][{name}]" in text


@pytest.fixture
def copy(tmp_path):
    """A copy of the course, as far as its addresses stand in it."""
    for name in ("site", "tests", "notebooks", "solutions", "exercises", "instructor"):
        kept = shutil.ignore_patterns("__pycache__", "images")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=kept)
    for name in ("Makefile", "pyproject.toml", "CITATION.cff", "README.md"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return tmp_path


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_one_command_sets_the_address_and_without_it_nothing_is_published(copy):
    def run(*command):
        return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)

    check = [sys.executable, "site/links.py", "--check"]
    if not addresses.are_set():
        assert run(*check).stderr.startswith("The course has no address yet")
        assert "Binder" not in (copy / "notebooks" / "02-value.ipynb").read_text()
        assert "mybinder.org" not in (copy / "README.md").read_text()
    assert "--check" in (ROOT / ".github" / "workflows" / "site.yml").read_text()

    command = "make links REPOSITORY=https://github.com/ada/slopes"
    guide = (copy / "instructor" / "publish.md").read_text(encoding="utf-8")
    assert command.replace("ada/slopes", "NAME/mgrad") in guide
    done = run(*command.split(), "--assume-old=.venv/ready", "--assume-old=.venv/tests")
    assert done.returncode == 0, done.stderr
    assert run(*check).returncode == 0
    links = {
        "notebooks/02-value.ipynb": "ada.github.io/slopes/lite/notebooks/index.html?path=notebooks",
        "exercises/02-value.ipynb": "pip install -q --no-deps git+https://github.com/ada/slopes",
        "README.md": "mybinder.org/v2/gh/ada/slopes/HEAD?urlpath=lab/tree/my-course/notebooks/00",
        "CITATION.cff": "https://ada.github.io/slopes",
    }
    for file, address in links.items():
        text = (copy / file).read_text(encoding="utf-8")
        assert address in text and "OWNER" not in text, file
    assert "badge" in (copy / "README.md").read_text().splitlines()[2]


def test_the_first_cell_installs_only_in_colab(monkeypatch):
    from IPython.core.inputtransformer2 import TransformerManager

    monkeypatch.setattr(addresses, "REPOSITORY", "https://github.com/ada/slopes")
    installed = []
    code = TransformerManager().transform_cell(install())
    for modules in ({}, {"google.colab": 1}):
        fake = type("sys", (), {"modules": modules})
        shell = type("shell", (), {"run_line_magic": lambda self, *words: installed.append(words)})
        exec(code.replace("import sys", ""), {"sys": fake, "get_ipython": shell})
    assert [words[1].split()[-1].partition("+")[0] for words in installed] == ["git"]


def test_a_kernel_without_mgrad_is_told_in_one_line_how_to_choose_another(monkeypatch):
    from IPython.core.error import UsageError
    from IPython.core.inputtransformer2 import TransformerManager

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UsageError, match="does not have mgrad. Open the course with make lab"):
        exec(TransformerManager().transform_cell(install()), {})


# -- Binder -----------------------------------------------------------------------------------


def conda_specs():
    lines = (
        (ROOT / "environment.yml")
        .read_text(encoding="utf-8")
        .partition("dependencies:")[2]
        .partition("  - pip:")[0]
        .splitlines()
    )
    return [line.strip(" -") for line in lines if line.strip()]


def test_each_conda_spec_is_valid():
    rattler = pytest.importorskip(
        "rattler", reason="py-rattler is not installed: pip install py-rattler"
    )
    assert len(conda_specs()) >= 10
    for spec in conda_specs():
        assert rattler.MatchSpec(spec, strict=True).name is not None


def test_binder_builds_the_environment_before_the_course_so_that_it_is_cached():
    pytest.importorskip(
        "repo2docker", reason="repo2docker is not installed: pip install jupyter-repo2docker"
    )
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    dockerfile = done.stdout + done.stderr
    steps = [
        'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"',
        "COPY --chown=0:0 src/ ${REPO_DIR}/",
        "RUN ./postBuild",
    ]
    assert [dockerfile.count(step) for step in steps] == [1, 1, 1]
    assert sorted(steps, key=dockerfile.index) == steps
    assert "python=3." in " ".join(conda_specs()) and "torch" not in " ".join(conda_specs())
    assert "pip install --no-deps -e ." in (ROOT / "postBuild").read_text(encoding="utf-8")
