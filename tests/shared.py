"""Folders that are made once for all processes that the tests run in."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Share = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Share:
    """Make a folder under a name, or find it made; who comes second waits for the first."""
    base = tmp_path_factory.getbasetemp()
    place = base if worker_id == "master" else base.parent

    def share(name: str, make: Callable[[Path], object]) -> Path:
        folder, finished = place / name, place / f"{name}.finished"
        with (place / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not finished.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                finished.touch()
        return folder

    return share
