"""``mgrad doctor`` names what is wrong, and the cure; ``mgrad lab`` opens the student's copy."""

import importlib.metadata
import os

import pytest

from mgrad import command, course, doctor


def test_each_trouble_is_a_line_with_its_cure(monkeypatch, capsys):
    def missing(name):
        raise importlib.metadata.PackageNotFoundError(name)

    wanted = ["numpy>=99", "nonesuch>=1", "tqdm>=1; sys_platform == 'emscripten'"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: wanted)
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: "2.0" if name == "numpy" else missing(name)
    )
    right, said = doctor.examine("packages")
    assert not right and said.startswith("numpy 2.0, no nonesuch. Install: ")
    assert said.endswith('-m pip install --upgrade "numpy>=99" "nonesuch>=1"')
    monkeypatch.setattr(doctor, "CHECKS", {"packages": doctor.check_packages, "x": lambda: 1 / 0})
    with pytest.raises(SystemExit, match="2 of 2 to mend"):
        command.main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("WRONG  packages") and "ZeroDivisionError" in lines[1]


def test_lab_opens_the_copy_in_which_one_works_without_a_question_about_news(tmp_path, monkeypatch):
    from jupyterlab.labapp import LabApp

    opened = []
    monkeypatch.setattr(LabApp, "launch_instance", opened.append)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    monkeypatch.setattr(course, "has_display", lambda: False)
    monkeypatch.chdir(tmp_path)
    command.main(["lab", "--port", "9999"])
    own = tmp_path / course.OWN
    assert (own / "notebooks" / "00-start-here.ipynb").exists() and own.samefile(os.getcwd())
    own_options = {"--no-browser", "--KernelManager.transport_encryption=auto", "--port=9999"}
    assert own_options <= set(opened[0])
    first, theirs = os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert theirs == "theirs" and os.path.exists(f"{first}/labconfig/page_config.json")
    (own / "exercises" / "01-derivatives.ipynb").write_text("mine")
    monkeypatch.chdir(own / "exercises")
    command.main(["lab"])
    assert own.samefile(os.getcwd()) and not (own / "exercises" / course.OWN).exists()
    command.main(["fresh", "exercises/01-derivatives"])
    assert len(list((own / "exercises").glob("01-derivatives (yours*"))) == 1
