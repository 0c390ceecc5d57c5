"""What is upcoming and what is past is right on the day of reading, not only of building.

The small site `news_and_events`, built on the first day of 2026: a meeting is on 20 January from
10:00 to 16:30 in Bishkek, a webinar some day of February, a seminar on 10 March, a summit in 2040.
"""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, barriers
from tests.loopback import serving
from tests.sample_sites import PROJECT, sample_in

MEETING, WEBINAR = "Meeting of signatories", "Webinar on heating"
SEMINAR, SUMMIT = "Seminar on plans", "Summit of 2040"
AHEAD = [MEETING, WEBINAR, SEMINAR, SUMMIT]
OVER = "Forum of towns"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample instead of the real site, with the real scripts and styles."""
    sample = sample_in(tmp_path_factory.mktemp("agenda") / "sample", "news_and_events")
    for file in (PROJECT / "docs/assets").glob("*.*"):
        shutil.copy(file, sample.root / "docs/assets")
    built = sample.build()
    assert built.exit_code == 0, built.output
    with serving(built.site) as found:
        yield found


def read_at(page: Page, now: str) -> Page:
    """Read a page again at some other time."""
    page.clock.set_fixed_time(now)
    page.reload()
    return page


def titles(page: Page, part: str) -> list[str]:
    return page.locator(f"{part} .events__title a").all_inner_texts()


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ("2026-01-01T12:00:00Z", []),
        ("2026-01-20T10:29:00Z", []),
        ("2026-01-20T10:31:00Z", [MEETING]),
        ("2026-02-28T12:00:00Z", [MEETING]),
        ("2026-03-01T12:00:00Z", [MEETING, WEBINAR]),
        ("2026-03-10T12:00:00Z", [MEETING, WEBINAR]),
        ("2026-03-11T12:00:00Z", [MEETING, WEBINAR, SEMINAR]),
        ("2040-06-03T12:00:00Z", [MEETING, WEBINAR, SEMINAR]),
        ("2040-06-04T12:00:00Z", AHEAD),
    ],
)
def test_an_event_moves_to_the_past_when_it_is_over(visit: OpenPage, now: str, gone: list[str]):
    page = read_at(visit("agenda/"), now)
    assert titles(page, "[data-upcoming]") == [one for one in AHEAD if one not in gone]
    assert titles(page, "[data-past]") == [*reversed(gone), OVER]


@pytest.mark.parametrize("path", ["agenda/", ""])
@pytest.mark.parametrize("code", ["", "ru/", "kk/"])
def test_the_page_says_so_when_nothing_is_ahead_any_more(visit: OpenPage, code: str, path: str):
    page = visit(code + path)
    sentence = page.locator("[data-none]")
    expect(sentence).to_be_hidden()
    read_at(page, "2041-01-01T12:00:00Z")
    expect(sentence).to_be_visible()
    assert "No event is announced at the moment." in sentence.inner_text()
    assert titles(page, "[data-upcoming]") == []


def test_the_past_stays_in_order_under_its_years(visit: OpenPage):
    page = read_at(visit("agenda/"), "2041-01-01T12:00:00Z")
    sections = page.locator("[data-past] section")
    assert sections.locator("h3").all_inner_texts() == ["2040", "2026", "2025"]
    assert [titles(page, f"[data-past] [data-year='{year}']") for year in (2040, 2026, 2025)] == [
        [SUMMIT],
        [SEMINAR, WEBINAR, MEETING],
        [OVER],
    ]


@pytest.mark.parametrize(
    ("now", "ahead"),
    [
        ("2026-01-20T10:29:00Z", AHEAD),
        ("2026-01-20T10:31:00Z", [WEBINAR, SEMINAR, SUMMIT]),
        ("2026-03-11T12:00:00Z", [SUMMIT]),
    ],
)
def test_the_start_page_shows_only_what_is_still_ahead(visit: OpenPage, now: str, ahead: list[str]):
    page = read_at(visit(""), now)
    assert titles(page, "[data-agenda]") == ahead
    expect(page.locator("[data-none]")).to_be_hidden()


def test_a_cancelled_event_says_so_before_and_after_its_day(visit: OpenPage):
    page = visit("agenda/")
    for now in ("2026-01-01T12:00:00Z", "2041-01-01T12:00:00Z"):
        line = read_at(page, now).locator("li", has_text=SEMINAR)
        assert "Cancelled" in line.inner_text()


@pytest.mark.parametrize("path", ["agenda/", ""])
def test_without_scripts_the_page_is_as_it_was_built(visit: OpenPage, path: str):
    page = visit(path, scripts=False)
    assert titles(page, "[data-upcoming]") == AHEAD
    expect(page.locator("[data-none]")).to_be_hidden()


@pytest.mark.parametrize("path", ["agenda/", ""])
def test_the_page_can_be_read_aloud_and_on_a_phone_when_all_is_over(visit: OpenPage, path: str):
    """Scripts moved what is read here: no barrier, nothing cut."""
    page = read_at(visit(path, width=320), "2041-01-01T12:00:00Z")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert barriers(page) == ""
