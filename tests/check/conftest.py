"""What passes in these tests is not remembered for the notebooks that the same process runs."""

import tempfile
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def private_progress(tmp_path_factory, monkeypatch):
    """In a folder of its own, which costs less than ``tmp_path`` for a thousand tests."""
    path = Path(tempfile.mkdtemp(dir=tmp_path_factory.getbasetemp()), "progress.txt")
    monkeypatch.setenv("MGRAD_PROGRESS", str(path))
    return path
