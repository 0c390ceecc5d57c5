"""The file of a coordinator or supporter; its mistakes: `tests/sites/every_mistake`."""

import pytest

from publishing.records.organisations import Coordinator, Since, Supporter
from publishing.records.values import parse_record
from publishing.sources import parse_yaml

LEAST = "name: M\ncountry: ge\nread: 2026-11-21\nurl: https://a.example/\n"


def _told(model: type[Coordinator | Supporter], text: str) -> list[str]:
    source, problems = parse_yaml(text, "a.yml")
    _record, mistakes = parse_record(model, source)
    return [str(one).split("\n")[0] for one in [*problems, *mistakes]]


def test_what_no_source_says_is_absent():
    record = Coordinator.model_validate(
        {"name": "M", "country": "ge", "read": "2026-11-21", "url": "https://a.example/"}
    )
    assert record.language == "en"
    assert (record.kind, record.since, record.website, record.supported) == (None,) * 4
    assert (record.names, record.services, record.named) == ({}, (), ())


@pytest.mark.parametrize(
    ("line", "mistakes"),
    [
        ("kind: territorial", []),
        ("kind: regional", ["a.yml:5: kind: expected one of 'national' or 'territorial', found "]),
        ("scope: national", ["a.yml:5: scope: expected a known key, found 'scope'"]),
        ("since: {year: 2008, as_of: 2008, url: https://b.example}", []),
        ("since: {year: 2026, read: 2026-01-01, url: https://b.example}", []),
        (
            "since: {year: 2027, read: 2026-12-31, url: https://b.example}",
            ["a.yml:5: since: expected a year not after its source, 2026, found the number 2027"],
        ),
        (
            "since: {year: '2018', read: 2026, url: https://b.example}",
            ["a.yml:5: since, year: expected a whole number, found '2018'"],
        ),
        ("supported: {number: 0, read: 2026, url: https://b.example}", []),
        (
            "supported: {number: -1, read: 2026, url: https://b.example}",
            ["a.yml:5: supported, number: expected at least 0, found the number -1"],
        ),
        (
            "supported: {signatories: [Tbilisi], read: 2026, url: https://b.example}",
            [
                (
                    "a.yml:5: supported, signatories, item 1: expected an id such as UA0322 "
                    "or BYX001, found 'Tbilisi'"
                )
            ],
        ),
        ("website: https://b.example/ka", []),
        (
            "website: https://b.example/<script>",
            [
                (
                    "a.yml:5: website: expected an address without spaces, quotes or angle "
                    "brackets, found 'https://b.example/<script>'"
                )
            ],
        ),
        (
            "website: javascript:alert(1)",
            [
                (
                    "a.yml:5: website: expected an address that begins with https://,"
                    " found 'javascript:alert(1)'"
                )
            ],
        ),
        ("names: {ka: მ}", []),
        (
            "names: {ka: <b>}",
            ["a.yml:5: names, ka: expected plain text without HTML, found '<b>'"],
        ),
        ("names: [M]", ["a.yml:5: names: expected keys with values, found a list"]),
    ],
)
def test_a_wrong_value_is_told_with_its_line(line, mistakes):
    found = _told(Coordinator, LEAST + line + "\n")
    assert [told[: len(wanted)] for told, wanted in zip(found, mistakes, strict=True)] == mistakes


def test_a_supporter_says_how_far_it_reaches():
    assert _told(Supporter, LEAST) == ["a.yml:1: scope: expected this key, found none"]


def test_the_later_of_two_dates_does_not_make_a_year_known_earlier():
    """What a page of 2017 says it cannot say of 2018, whenever it was read."""
    year = {"as_of": "2017", "read": "2026-11-21", "url": "https://a.example/"}
    assert Since.model_validate({"year": 2017, **year}).year == 2017
    with pytest.raises(ValueError, match="a year not after its source, 2017"):
        Since.model_validate({"year": 2018, **year})
