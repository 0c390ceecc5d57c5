"""The real site, built once for all tests that look at it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real_site.pages import BuiltPage, built_pages
from tests.shared import Share

ROOT = Path(__file__).parents[2]


def build_real_site(folder: Path, **environment: str) -> Path:
    """Build the project into `folder` as `make site` does; a failing build fails the test."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": "hooks",
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1700000000",
            "SITE_URL": "https://covenant-east.example/",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(shared: Share) -> Path:
    """Return the folder of the built site."""
    return shared("real", build_real_site)


@pytest.fixture(scope="session")
def pages(site: Path) -> list[BuiltPage]:
    """Return every page of the built site."""
    return built_pages(site)
