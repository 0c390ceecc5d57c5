"""Sample sites, copied for a test that changes them or built once for all that only read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real_site.build import pages, site
from tests.sample_sites import Built, Sample, sample_in
from tests.shared import Share, shared

MakeSample = Callable[[str], Sample]
# Fixtures that come from elsewhere count as used.
__all__ = [
    "MakeSample",
    "news_and_events",
    "pages",
    "sample_site",
    "shared",
    "site",
    "two_languages",
]


@pytest.fixture
def sample_site(tmp_path: Path) -> MakeSample:
    """Copy a folder of `tests/sites/`; each call makes another copy."""
    made: list[Sample] = []

    def make(name: str) -> Sample:
        made.append(sample_in(tmp_path / f"sample{len(made)}", name))
        return made[-1]

    return make


def _built(name: str, shared: Share) -> Built:
    """Build a sample once; what the build said lies beside it."""
    output = "output.txt"

    def make(folder: Path) -> None:
        built = sample_in(folder, name).build()
        assert built.exit_code == 0, built.output
        (folder / output).write_text(built.output, encoding="utf-8")

    folder = shared(name, make)
    return Built(0, (folder / output).read_text(encoding="utf-8"), folder / "site")


@pytest.fixture(scope="session")
def two_languages(shared: Share) -> Built:
    """Build `sites/two_languages/` once, for tests that only read it."""
    return _built("two_languages", shared)


@pytest.fixture(scope="session")
def news_and_events(shared: Share) -> Built:
    """Build `sites/news_and_events/` once, on the first day of 2026, for tests that only read."""
    return _built("news_and_events", shared)
