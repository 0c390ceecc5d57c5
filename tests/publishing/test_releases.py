"""Releases of the open data: what changed, what is noted, what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.problems import Severity
from publishing.records.releases import Release, ReleaseList
from publishing.records.values import parse_record
from publishing.releases import (
    Changes,
    Fingerprints,
    changes_since,
    check_released,
    next_release,
    with_release,
)
from publishing.sources import parse_yaml

A, B = "aaaaaaaa", "bbbbbbbb"
FIRST = Release.model_validate(
    {"version": "0" * 12, "date": "2026-05-01", "added": 2, "removed": 0, "changed": 0}
)
RELEASED = ReleaseList(
    releases=(FIRST,), files={"names.csv": A}, signatories={"UA0001": A, "UA0002": A}
)
TODAY = Fingerprints(
    version="1" * 12, files={"names.csv": B}, signatories={"UA0002": B, "UA0003": A}
)


def test_what_is_new_gone_or_different_is_told_by_id():
    assert changes_since(RELEASED, TODAY) == Changes(
        added=("UA0003",), removed=("UA0001",), changed=("UA0002",), files=("names.csv",)
    )


def test_data_as_released_have_not_changed():
    same = Fingerprints(FIRST.version, RELEASED.files, RELEASED.signatories)
    assert changes_since(RELEASED, same) == Changes()
    assert list(check_released(RELEASED, same)) == []


def test_before_the_first_release_everything_is_new_and_nothing_is_noted():
    assert changes_since(ReleaseList(), TODAY).added == ("UA0002", "UA0003")
    assert list(check_released(ReleaseList(), TODAY)) == []


def test_unreleased_changes_are_noted_with_the_command_that_releases_them():
    (note,) = check_released(RELEASED, TODAY)
    assert note.severity is Severity.NOTE
    assert str(note) == (
        "data/releases.yml: note: version: expected the data of the newest release, "
        "000000000000, found version 111111111111: signatories added 1, removed 1, changed 1; "
        "files changed 1\n"
        "    hint: When they are complete: make release DATE=<day>."
    )


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("", "make release: DATE: expected a date such as 2021-04-20, found ''"),
        ("tomorrow", "make release: DATE: expected a date such as 2021-04-20, found 'tomorrow'"),
        ("2026-11", "make release: DATE: expected a whole day, found '2026-11'"),
        (
            "2026-04-30",
            (
                "make release: DATE: expected a day not before the newest release, 2026-05-01, "
                "found '2026-04-30'"
            ),
        ),
    ],
)
def test_a_release_needs_a_day_that_can_be(day, message):
    release, problems = next_release(RELEASED, TODAY, Changes(), day, "")
    assert release is None
    assert [str(problem).partition("\n")[0] for problem in problems] == [message]


def read(text: str) -> ReleaseList:
    source, problems = parse_yaml(text, "data/releases.yml")
    record, wrong = parse_record(ReleaseList, source)
    assert record is not None, [*problems, *wrong]
    return record


_NOTE = st.text(
    alphabet=st.characters(categories=["L", "N", "P", "Sm"], exclude_characters="<&"), min_size=1
)


@given(note=_NOTE)
def test_what_is_written_is_read_again_with_any_note(note):
    changes = changes_since(RELEASED, TODAY)
    release, problems = next_release(RELEASED, TODAY, changes, "2026-11-22", note)
    assert release is not None, problems
    found = read(with_release(RELEASED, release, TODAY))
    assert found.releases == (release, FIRST)
    assert (release.added, release.removed, release.changed, release.note) == (1, 1, 1, note)
    assert (found.files, found.signatories) == (TODAY.files, TODAY.signatories)
    assert changes_since(found, TODAY) == Changes()
