"""`data/releases.yml`: what its lines may say."""

import pytest

from publishing.records.releases import ReleaseList
from publishing.records.values import parse_record
from publishing.releases import check_releases
from publishing.sources import Read, parse_yaml

RELEASE = '{version: "76aa18d590b3", date: 2026-11-22, added: 555, removed: 0, changed: 0}'
OLDER = '{version: "0123456789ab", date: 2026-05-01, added: 1, removed: 0, changed: 0}'


def told(text: str) -> list[str]:
    source, problems = parse_yaml(text, "releases.yml")
    record, wrong = parse_record(ReleaseList, source)
    problems += wrong
    if record:
        problems += check_releases(Read(record, source))
    return [str(problem).partition("\n")[0] for problem in problems]


def test_releases_newest_first_are_right():
    assert told(f"releases:\n  - {RELEASE}\n  - {OLDER}") == []
    assert told("releases: []") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"releases:\n  - {RELEASE.replace('76aa18d590b3', '76AA')}",
            (
                "releases.yml:2: releases, item 1, version: "
                "expected 12 of the signs 0–9 and a–f, found '76AA'"
            ),
        ),
        (
            f"releases:\n  - {RELEASE.replace('2026-11-22', '2026-11')}",
            "releases.yml:2: releases, item 1, date: expected a whole day, found '2026-11'",
        ),
        (
            f"releases:\n  - {RELEASE.replace('2026-11-22', '2026-11-31')}",
            (
                "releases.yml:2: releases, item 1, date: "
                "expected a date that exists in the calendar, found '2026-11-31'"
            ),
        ),
        (
            f"releases:\n  - {RELEASE.replace('555', '-1')}",
            "releases.yml:2: releases, item 1, added: expected at least 0, found the number -1",
        ),
        (
            f"releases:\n  - {RELEASE.replace('added: 555, ', '')}",
            "releases.yml:2: releases, item 1, added: expected this key, found none",
        ),
        (
            f"releases:\n  - {RELEASE.replace('0}', '0, note: <b>All</b>}')}",
            (
                "releases.yml:2: releases, item 1, note: "
                "expected plain text without HTML, found '<b>All</b>'"
            ),
        ),
        (
            f"releases:\n  - {OLDER}\n  - {RELEASE}",
            (
                "releases.yml:3: releases, item 2, date: expected a day not after that of the "
                "release above it, 2026-05-01, found '2026-11-22'"
            ),
        ),
        (
            f"releases:\n  - {RELEASE}\n  - {RELEASE}",
            (
                "releases.yml:3: releases, item 2, version: expected another version than that of "
                "the release above it, found '76aa18d590b3'"
            ),
        ),
        (
            f'releases:\n  - {RELEASE}\nsignatories:\n  UA0001: "12"',
            "releases.yml:4: signatories, UA0001: expected 8 of the signs 0–9 and a–f, found '12'",
        ),
        (
            f'releases:\n  - {RELEASE}\nsignatories:\n  Lviv: "01234567"',
            (
                "releases.yml:4: signatories, Lviv: "
                "expected an id such as UA0322 or BYX001, found 'Lviv'"
            ),
        ),
        (
            f'releases:\n  - {RELEASE}\nfiles:\n  ../a.csv: "01234567"',
            (
                "releases.yml:4: files, ../a.csv: "
                "expected the name of a file, such as signatories.csv, found '../a.csv'"
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, message):
    assert told(text) == [message]
