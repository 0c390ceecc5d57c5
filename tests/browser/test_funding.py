"""A call closes on the day of reading, not only of building: it moves to the closed ones.

The small site `funding_and_library`, built on the first day of 2026: one call has closed in 2024,
the other's deadline is in 2040.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, barriers
from tests.browser.test_agenda import read_at, titles
from tests.loopback import serving
from tests.sample_sites import PROJECT, sample_in

OPEN, CLOSED = 'Fund for "small" towns & villages', "Old fund"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample instead of the real site, with the real scripts and styles."""
    sample = sample_in(tmp_path_factory.mktemp("funding") / "sample", "funding_and_library")
    shutil.copytree(PROJECT / "docs/assets", sample.root / "docs/assets", dirs_exist_ok=True)
    built = sample.build()
    assert built.exit_code == 0, built.output
    with serving(built.site) as found:
        yield found


def closed(page: Page) -> list[str]:
    """Return the closed calls, which a reader opens."""
    page.locator("[data-closed] summary").click()
    return titles(page, "[data-closed]")


def test_a_call_is_open_to_the_last_day_and_then_among_the_closed(visit: OpenPage):
    page = read_at(visit("funding/"), "2040-03-31T12:00:00Z")
    assert titles(page, "[data-upcoming]") == [OPEN]
    assert closed(page) == [CLOSED]
    read_at(page, "2040-04-01T12:00:00Z")
    assert titles(page, "[data-upcoming]") == []
    assert closed(page) == [OPEN, CLOSED]
    expect(page.locator("[data-none]")).to_be_visible()
    assert barriers(page) == ""


def test_without_scripts_the_calls_are_as_they_were_built(visit: OpenPage):
    page = visit("funding/", scripts=False)
    assert titles(page, "[data-upcoming]") == [OPEN]
    assert closed(page) == [CLOSED]
