"""The directory's filter: any spelling finds the place, and the address holds the state."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("code", ["", "ru/", "uk/", "ka/"])
@pytest.mark.parametrize("spelling", ["Харьков", "Kharkiv", "Харків", "харьк"])
def test_every_spelling_leads_to_the_same_profile(
    visit: OpenPage, code: str, spelling: str
) -> None:
    page = visit(code + "signatories/")
    page.get_by_role("searchbox").fill(spelling)
    found = page.locator("tbody tr:visible")
    expect(found).not_to_have_count(555)
    assert found.count() <= 3, "Kharkiv, and places that carry its name"
    found.locator("a[href$='ua/kharkiv/']").click()
    assert page.url.endswith(f"/{code}signatories/ua/kharkiv/")


def test_the_state_is_in_the_address_and_comes_back_from_it(visit: OpenPage) -> None:
    page = visit("signatories/")
    page.get_by_label("Country").first.select_option("md")
    page.get_by_label("Status").select_option("on-hold")
    result = page.locator("[data-result]").inner_text()
    assert re.fullmatch(r"\d+ of 555 signatories", result)
    assert page.url.endswith("?country=md&status=on-hold")

    page.reload()
    assert page.locator("[data-result]").inner_text() == result
    assert page.get_by_label("Status").input_value() == "on-hold"

    page.get_by_role("button", name="Clear the filter").click()
    expect(page.locator("[data-result]")).to_have_text("555 of 555 signatories")
    assert "?" not in page.url


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=tj", 1),
        ("country=kz&commitment=2020", 9),
        ("q=zzzz", 0),
        ("from=2023&to=2022", 0),
        ("country=nowhere", 555),
        ("population=xl&country=am", 1),
    ],
)
def test_a_linked_state_shows_its_signatories(visit: OpenPage, query: str, expected: int) -> None:
    page = visit(f"signatories/?{query}")
    assert page.locator("tbody tr:not([hidden])").count() == expected


def test_sorting_by_date_puts_the_newest_first(visit: OpenPage) -> None:
    page = visit("signatories/?sort=newest")
    dates = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.dataset.date)")
    assert len(dates) == 555
    assert dates == sorted(dates, reverse=True)


def test_the_whole_directory_is_there_without_scripts(visit: OpenPage) -> None:
    page = visit("tk/signatories/", scripts=False)
    assert page.locator("tbody tr").count() == 555
    assert not page.locator("form.filter").is_visible()


def test_the_language_switch_takes_the_filter_along(visit: OpenPage) -> None:
    page = visit("signatories/?country=ge&status=active")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ka]").click()
    assert page.url.endswith("/ka/signatories/?country=ge&status=active")
    expect(page.locator("tbody tr:not([hidden])")).to_have_count(19)


# The library has a filter of the same kind; its choices come from the documents themselves.


def test_a_linked_state_shows_its_documents(visit: OpenPage) -> None:
    page = visit("library/?type=dataset&country=md")
    shown = page.locator("[data-list] > li:visible")
    assert shown.count() > 0
    for line in shown.all():
        assert line.get_attribute("data-type") == "dataset"
        assert "md" in (line.get_attribute("data-country") or "").split()
    total = page.locator("[data-list] > li").count()
    assert shown.count() < total
    expect(page.locator("[data-result]")).to_have_text(f"{shown.count()} of {total} documents")

    page.get_by_label("Type").select_option("")
    page.get_by_label("Country").select_option("am")
    assert page.url.endswith("library/?country=am")
    page.get_by_role("button", name="Clear the filter").click()
    expect(shown).to_have_count(total)
    assert page.url.endswith("library/")


def test_all_documents_are_there_without_scripts(visit: OpenPage) -> None:
    page = visit("ka/library/?type=dataset", scripts=False)
    lines = page.locator("[data-list] > li")
    assert lines.count() > 0
    assert page.locator("[data-list] > li:visible").count() == lines.count()
    assert not page.locator("form.filter").is_visible()


def test_the_script_folds_names_as_the_site_does(visit: OpenPage, site: Path) -> None:
    """What is typed as it is written is found: every known spelling finds its own place."""
    folded = json.loads((site / "signatories/names.json").read_text(encoding="utf-8"))
    page = visit("signatories/")
    field = page.get_by_role("searchbox")
    for key, spelling in [
        ("ua/kamyanets-podilsky", "Кам’янець-Подільський"),
        ("az/ganja", "GƏNCƏ"),
        ("md/soldanesti", "Şoldăneşti"),
        ("ge/tbilisi", "თბილისი"),
        ("am/gyumri", "Գյումրի"),
        ("kz/zhezkazgan", "Жезқазған"),
    ]:
        assert key in folded
        field.fill(spelling)
        expect(page.locator(f"tr[data-key='{key}']")).to_be_visible()
