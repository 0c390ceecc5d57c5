"""Sample sites, copied for a test that changes them or built once for all that only read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real_site.build import pages, site
from tests.sample_sites import Built, Sample, sample_in

MakeSample = Callable[[str], Sample]
# Fixtures that come from elsewhere count as used.
__all__ = ["MakeSample", "news_and_events", "pages", "sample_site", "site", "two_languages"]


@pytest.fixture
def sample_site(tmp_path: Path) -> MakeSample:
    """Copy a folder of `tests/sites/`; each call makes another copy."""
    made: list[Sample] = []

    def make(name: str) -> Sample:
        made.append(sample_in(tmp_path / f"sample{len(made)}", name))
        return made[-1]

    return make


@pytest.fixture(scope="session")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build `sites/two_languages/` once, for tests that only read it."""
    built = sample_in(tmp_path_factory.mktemp("built") / "sample", "two_languages").build()
    assert built.exit_code == 0, built.output
    return built


@pytest.fixture(scope="session")
def news_and_events(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build `sites/news_and_events/` once, on the first day of 2026, for tests that only read."""
    built = sample_in(tmp_path_factory.mktemp("news") / "sample", "news_and_events").build()
    assert built.exit_code == 0, built.output
    return built
