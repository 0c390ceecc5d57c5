from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from publishing.records.values import (
    Count,
    KnownDate,
    PartialDate,
    Percent,
    Slug,
    Sourced,
    Text,
    WebAddress,
    Year,
)


def _read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind, config={"strict": True}).validate_python(value)


def _mistake(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        _read(kind, value)
    return str(caught.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    ("written", "first_day", "precision"),
    [
        ("2021", "2021-01-01", "year"),
        (2021, "2021-01-01", "year"),
        ("2021-04", "2021-04-01", "month"),
        ("2024-02-29", "2024-02-29", "day"),
        ("1990-01-01", "1990-01-01", "day"),
        ("2100-12-31", "2100-12-31", "day"),
    ],
)
def test_a_date_is_known_to_the_day_the_month_or_the_year(written, first_day, precision):
    date = _read(KnownDate, written)
    assert (date, date.first_day.isoformat(), date.precision) == (
        str(written),
        first_day,
        precision,
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20.04.2021", "a date such as 2021-04-20"),
        ("2021-4-20", "a date such as 2021-04-20"),
        ("2021-04-20 ", "a date such as 2021-04-20"),
        ("2021-04-20T10:00", "a date such as 2021-04-20"),
        ("April 2021", "a date such as 2021-04-20"),
        ("٢٠٢١-٠٤-٢٠", "a date such as 2021-04-20"),
        ("", "a date such as 2021-04-20"),
        (None, "a date such as 2021-04-20"),
        (True, "a date such as 2021-04-20"),
        (2021.5, "a date such as 2021-04-20"),
        (["2021"], "a date such as 2021-04-20"),
        ("2021-13", "a date that exists in the calendar"),
        ("2021-02-30", "a date that exists in the calendar"),
        ("2023-02-29", "a date that exists in the calendar"),
        ("0000", "a date that exists in the calendar"),
        ("1989-12-31", "a year from 1990 to 2100"),
        ("2101", "a year from 1990 to 2100"),
        (20210420, "a date such as 2021-04-20"),
    ],
)
def test_other_dates_are_refused(written, expected):
    assert _mistake(KnownDate, written) == expected


def test_dates_of_different_precision_sort_as_text():
    dates = [PartialDate(text) for text in ("2021-04-20", "2022", "2021", "2021-04")]
    assert sorted(dates) == ["2021", "2021-04", "2021-04-20", "2022"]


@pytest.mark.parametrize(
    "text",
    [
        "Lviv",
        "Кам'янець-Подільський",
        "Gʻijduvon",
        "AT&T",
        "5 < 6 > 4",
        "<3",
        'ASSOCIATION "CITIES"',
        "Ջերմուկ 2",
        "x" * 300,
    ],
)
def test_plain_text_of_any_script_is_kept(text):
    assert _read(Text, text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (2020, "text"),
        (None, "text"),
        (["a"], "text"),
        ("", "text that is not empty"),
        (" \t", "text that is not empty"),
        ("\u00a0", "text that is not empty"),
        (" Lviv", "text on one line without spaces around it"),
        ("Lviv\n", "text on one line without spaces around it"),
        ("Lviv\nCity", "text on one line without spaces around it"),
        ("Lviv\u2028City", "text without control characters"),
        ("<b>Lviv</b>", "plain text without HTML"),
        ("Lviv < /b >", "plain text without HTML"),
        ("<!-- note -->", "plain text without HTML"),
        ("Brick &amp; Stone", "plain text without HTML"),
        ("&#1051;", "plain text without HTML"),
        ("Lv\u00adiv", "text without control characters"),
        ("Lv\u200biv", "text without control characters"),
        ("Lv\u202eiv", "text without control characters"),
        ("Lv\tiv", "text without control characters"),
        ("Lv\x07iv", "text without control characters"),
    ],
)
def test_text_that_is_not_plain_is_refused(text, expected):
    assert _mistake(Text, text) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://www.eumayors.eu/Covenant,1183.html",
        "https://example.org/a?b=c&d=%D0%9B#e",
        "https://приклад.укр/місто",
        "HTTPS://EXAMPLE.ORG/",
    ],
)
def test_a_web_address_is_kept_as_it_is_written(address):
    assert _read(WebAddress, address) == address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (7, "a web address"),
        ("", "an address that begins with https:// or http://"),
        ("example.org", "an address that begins with https:// or http://"),
        ("//example.org", "an address that begins with https:// or http://"),
        ("javascript:alert(1)", "an address that begins with https:// or http://"),
        ("data:text/html,x", "an address that begins with https:// or http://"),
        ("mailto:a@example.org", "an address that begins with https:// or http://"),
        ("ftp://example.org", "an address that begins with https:// or http://"),
        ("https://localhost/", "an address that begins with https:// or http://"),
        ("https://bank.org@example.org/", "an address that begins with https:// or http://"),
        ("https://[::1", "a well-formed web address"),
        ("https://example.org/a b", "an address without spaces, quotes or angle brackets"),
        ("https://example.org/\n", "an address without spaces, quotes or angle brackets"),
        ('https://example.org/"onload', "an address without spaces, quotes or angle brackets"),
        ("https://example.org/<b>", "an address without spaces, quotes or angle brackets"),
        ("https://example.org\\a", "an address without spaces, quotes or angle brackets"),
        ("https://example.org/\x07", "an address without spaces, quotes or angle brackets"),
        ("\x01https://example.org/", "an address without spaces, quotes or angle brackets"),
    ],
)
def test_other_addresses_are_refused(address, expected):
    assert _mistake(WebAddress, address) == expected


@pytest.mark.parametrize("slug", ["a", "7", "bila-tserkva", "soroca-2"])
def test_a_slug_is_lower_case_letters_digits_and_single_hyphens(slug):
    assert _read(Slug, slug) == slug


@pytest.mark.parametrize(
    "slug", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "ä", "а", "a/b", "..", "a\n", 7, None]
)
def test_other_slugs_are_refused(slug):
    assert _mistake(Slug, slug) == "lower-case letters a–z, digits and single hyphens"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Count, [0, 780801, 100_000_000], [-1, 100_000_001, 1.0, "5", True, None]),
        (Year, [1990, 2100], [1989, 2101, 2020.0, "2020", True]),
        (Percent, [0, 37.7, 100], [-0.1, 100.1, "37.7", True, None, float("nan"), float("inf")]),
    ],
)
def test_numbers_are_neither_guessed_nor_out_of_range(kind, good, bad):
    assert [_read(kind, value) for value in good] == good
    assert [_mistake(kind, value) != "" for value in bad] == [True] * len(bad)


@pytest.mark.parametrize(
    "provenance",
    [
        {"source": "jrc-2024", "as_of": "2024-01"},
        {"url": "https://example.org/", "as_of": "2021"},
        {"url": "https://example.org/", "read": "2026-11-21"},
    ],
)
def test_a_fact_names_where_it_was_published_and_when(provenance):
    assert Sourced.model_validate(provenance).model_dump(exclude_none=True) == provenance


@pytest.mark.parametrize(
    ("provenance", "expected"),
    [
        ({"as_of": "2024-01"}, "either source: or url:"),
        ({"as_of": "2024", "source": "x", "url": "https://a.org"}, "either source: or url:"),
        ({"source": "jrc-2024"}, "a date in as_of: or read:"),
    ],
)
def test_a_fact_without_provenance_or_date_is_refused(provenance, expected):
    with pytest.raises(ValidationError, match=expected):
        Sourced.model_validate(provenance)
