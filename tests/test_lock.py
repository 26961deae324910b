"""``pylock.toml`` is what ``make lock`` would make of this ``pyproject.toml``, as far as one can
tell without a network: each requirement has a locked version that it allows.
"""

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
COMPUTERS = [  # the oldest and the newest Python that the course promises
    {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    for python in ("3.11", "3.14")
    for system in ("linux", "darwin", "win32")
]


@pytest.fixture(scope="module")
def lock():
    return tomllib.loads((ROOT / "pylock.toml").read_text(encoding="utf-8"))


def locked(lock, computer):
    """The version of each package on a computer."""
    return {
        package["name"]: package["version"]
        for package in lock["packages"]
        if "marker" not in package or Marker(package["marker"]).evaluate(computer)
    }


def test_the_lock_is_up_to_date_on_every_computer(lock):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert lock["requires-python"] == project["requires-python"]
    wrong = []
    for computer in COMPUTERS:
        versions = locked(lock, computer)
        for wanted in map(Requirement, project["dependencies"]):
            if wanted.marker is None or wanted.marker.evaluate(computer):
                version = versions.get(wanted.name.lower(), "")
                if not version or not wanted.specifier.contains(version):
                    wrong.append(f"{wanted}: {version or 'not locked'}")
    assert wrong == [], "make lock"


def test_each_locked_package_comes_from_pypi_with_a_digest(lock):
    for package in lock["packages"]:
        files = [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        assert files, package["name"]
        for file in files:
            assert file["hashes"]["sha256"], file
            assert urlsplit(file["url"]).hostname == "files.pythonhosted.org", file
