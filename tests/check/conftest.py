"""What passes in these tests is not remembered for the notebooks that the same process runs."""

import pytest


@pytest.fixture(autouse=True)
def private_progress(tmp_path, monkeypatch):
    monkeypatch.setenv("MGRAD_PROGRESS", str(tmp_path / "progress.txt"))
    return tmp_path / "progress.txt"
