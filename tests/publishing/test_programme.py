"""The phases of the project and published numbers: what is refused, in which words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from publishing.problems import Problem, report
from publishing.programme import check_programme, check_statistics
from publishing.records.programme import Programme, StatisticList
from publishing.records.values import parse_record
from publishing.sources import Read, parse_yaml

Change = Mapping[str, str | None]

COUNTRIES = ("ge", "ua")
PHASE = {
    "number": "1",
    "start": "2011-09",
    "end": "2015-06",
    "countries": "[ge, ua]",
    "read": "2026-11-21",
    "url": "https://project.example/1",
}
STATISTIC = {
    "indicator": "signatories",
    "value": "250",
    "countries": "[ua]",
    "as_of": "2021-12",
    "publisher": "Paper",
    "url": "https://paper.example/1",
}


def _item(facts: Change, changes: Change) -> str:
    lines = [f"{key}: {value}" for key, value in {**facts, **changes}.items() if value is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def _told(model: Any, check: Callable[[Any], Iterable[Problem]], text: str) -> list[str]:
    """Say what an editor reads about a file, without lines, hints and the closing count."""
    source, problems = parse_yaml(text, "a.yml")
    record, mistakes = parse_record(model, source)
    problems += mistakes or check(Read(record, source))
    printed = report(problems).splitlines()[:-1]
    return [line.removeprefix("a.yml:") for line in printed if not line.startswith("    hint:")]


def _of_phases(*changes: Change) -> list[str]:
    text = "phases:\n" + "".join(_item(PHASE, change) for change in changes)
    return _told(Programme, lambda read: check_programme(read, COUNTRIES, {"report"}), text)


def _of_statistics(*changes: Change) -> list[str]:
    text = "statistics:\n" + "".join(_item(STATISTIC, change) for change in changes)
    return _told(StatisticList, lambda read: check_statistics(read, COUNTRIES), text)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"end": None},
        {"start": "2015", "end": "2015"},
        {"start": "2015-06", "end": "'2015'"},
        {"read": None, "as_of": "2015-06"},
        {"url": None, "source": "report"},
        {"part": "central-asia", "budget_eur": "413500", "lead": "CAREC", "partners": "[A, B]"},
    ],
)
def test_right_phases(change):
    assert _of_phases(change) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"end": "2010"},
            "4: phases, item 1, end: expected an end not before the start, 2011-09, found '2010'",
        ),
        (
            {"read": None},
            "2: phases, item 1: expected a date in as_of: or read:, found neither",
        ),
        ({"url": None}, "2: phases, item 1: expected either source: or url:, found neither"),
        (
            {"url": None, "source": "gossip"},
            "7: phases, item 1, source: expected a key of data/sources.yml, found 'gossip'",
        ),
        (
            {"countries": "[ge, fr]"},
            "5: phases, item 1, countries, item 2: expected one of ge, ua, found 'fr'",
        ),
        (
            {"countries": "[]"},
            "5: phases, item 1, countries: expected at least 1 entry, found an empty list",
        ),
        (
            {"number": "0"},
            "2: phases, item 1, number: expected at least 1, found the number 0",
        ),
        (
            {"budget_eur": "4.3 million"},
            "8: phases, item 1, budget_eur: expected a whole number, found '4.3 million'",
        ),
        (
            {"part": "caucasus"},
            "8: phases, item 1, part: expected one of 'central-asia', found 'caucasus'",
        ),
        (
            {"budget_usd": "1"},
            "8: phases, item 1, budget_usd: expected a known key, found 'budget_usd'",
        ),
    ],
)
def test_wrong_phases(change, told):
    assert _of_phases(change) == [told]


def test_a_phase_stands_once_beside_its_parts():
    part = {"part": "central-asia"}
    assert _of_phases({}, part, {"number": "2"}) == []
    assert _of_phases({}, {}) == ["8: phases, item 2, number: expected each phase once, found '1'"]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"as_of": "'2021'", "precision": "over"},
        {"countries": None, "area": "world"},
        {"countries": "[ge, ua]", "indicator": "action-plans"},
    ],
)
def test_right_published_numbers(change):
    assert _of_statistics(change) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"as_of": None}, "2: statistics, item 1, as_of: expected this key, found none"),
        ({"url": None}, "2: statistics, item 1, url: expected this key, found none"),
        ({"publisher": None}, "2: statistics, item 1, publisher: expected this key, found none"),
        (
            {"indicator": "mayors"},
            (
                "2: statistics, item 1, indicator: expected one of 'signatories', "
                "'signatories-on-hold', 'commitment-2030', 'action-plans', 'national-coordinators' "
                "or 'national-supporters', found 'mayors'"
            ),
        ),
        (
            {"value": "-1"},
            "3: statistics, item 1, value: expected at least 0, found the number -1",
        ),
        (
            {"precision": "almost"},
            (
                "8: statistics, item 1, precision: expected one of 'exact', 'about' or 'over', "
                "found 'almost'"
            ),
        ),
        (
            {"countries": None},
            "2: statistics, item 1: expected either countries: or area:, found neither",
        ),
        (
            {"area": "world"},
            "2: statistics, item 1: expected either countries: or area:, found both",
        ),
        (
            {"countries": "[fr]"},
            "4: statistics, item 1, countries, item 1: expected one of ge, ua, found 'fr'",
        ),
        (
            {"as_of": "2021-13"},
            (
                "5: statistics, item 1, as_of: expected a date that exists in the calendar, "
                "found '2021-13'"
            ),
        ),
        (
            {"url": "javascript:alert(1)"},
            (
                "7: statistics, item 1, url: expected an address that begins with https:// or "
                "http://, found 'javascript:alert(1)'"
            ),
        ),
    ],
)
def test_wrong_published_numbers(change, told):
    assert _of_statistics(change) == [told]
