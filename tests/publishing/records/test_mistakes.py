"""How a wrong value is explained: `values.parse_record`."""

import pytest

from publishing.records.values import Count, Percent, Record, Sourced, Text, parse_record
from publishing.sources import parse_yaml


class Place(Record):
    name: Text
    population: Count
    share: Percent | None = None
    found: Sourced | None = None


def _told(text: str) -> list[str]:
    source, problems = parse_yaml(text, "a.yml")
    record, mistakes = parse_record(Place, source)
    assert (record, problems) == (None, [])
    return [str(mistake) for mistake in mistakes]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("population: 5\n", "a.yml:1: name: expected this key, found none"),
        ("name: A\npopulation: many", "a.yml:2: population: expected a whole number, found 'many'"),
        ("name: A\npopulation: '5'", "a.yml:2: population: expected a whole number, found '5'"),
        (
            "name: A\npopulation: 5.5",
            "a.yml:2: population: expected a whole number, found the number 5.5",
        ),
        (
            "name: A\npopulation: -5",
            "a.yml:2: population: expected at least 0, found the number -5",
        ),
        ("name: A\npopulation:", "a.yml:2: population: expected a whole number, found nothing"),
        ("name: 1990\npopulation: 5", "a.yml:1: name: expected text, found the number 1990"),
        ("name: true\npopulation: 5", "a.yml:1: name: expected text, found the word true"),
        ("name: [A]\npopulation: 5", "a.yml:1: name: expected text, found a list"),
        ("name: {a: b}\npopulation: 5", "a.yml:1: name: expected text, found keys with values"),
        (
            "name: A\npopulaton: 5\npopulation: 5",
            "a.yml:2: populaton: expected a known key, found 'populaton'",
        ),
        (
            "name: A\npopulation: 5\nfound: {sourse: x, as_of: 2021, source: y}",
            "a.yml:3: found, sourse: expected a known key, found 'sourse'",
        ),
        (
            "name: A\npopulation: 5\nfound: 2021",
            "a.yml:3: found: expected keys with values, found the number 2021",
        ),
        (
            f"name: {'x' * 301}\npopulation: 5",
            f"a.yml:1: name: expected at most 300 characters, found '{'x' * 59}…'",
        ),
        (
            "name: A\npopulation: 5\nshare: half",
            "a.yml:3: share: expected a number, found 'half'",
        ),
        ("[A, 5]", "a.yml: file: expected keys with values, found \"['A', 5]\""),
        ("", "a.yml: file: expected keys with values, found nothing"),
    ],
)
def test_a_mistake_is_told_with_line_field_expectation_and_finding(text, printed):
    assert [mistake.split("\n")[0] for mistake in _told(text)] == [printed]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("population: 5", "Add the line 'name: …'."),
        ("name: A\npopulaton: 5\npopulation: 5", "Did you mean 'population'?"),
        (
            "name: A\npopulation: 5\nfound: {sourse: x, as_of: 2021, url: 'https://a.org'}",
            "Did you mean 'source'?",
        ),
        ("name: A\npopulation: 5\nmayor: X", "Known keys: name, population, share, found."),
        (
            "name: A\npopulation: 5\nfound: {mayor: x, as_of: 2021, source: y}",
            "Known keys: as_of, source, url, read.",
        ),
        ("name: 1990\npopulation: 5", "Put quotes around it if it looks like a number."),
    ],
)
def test_a_mistake_comes_with_its_cure(text, cure):
    assert [mistake.split("\n    hint: ")[1] for mistake in _told(text)] == [cure]


def test_every_mistake_is_told_in_one_run():
    source, _problems = parse_yaml("nam: Lviv\npopulation: many\nfound: {}\n", "a.yml")
    _record, mistakes = parse_record(Place, source)
    assert sorted(mistake.field for mistake in mistakes) == ["found", "nam", "name", "population"]
