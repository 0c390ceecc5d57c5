"""The rules of events, and what lies ahead on a given day."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.agenda import (
    by_ids,
    check_events,
    event_state,
    in_calendar,
    in_country,
    past,
    upcoming,
)
from publishing.problems import report
from publishing.records.events import Event
from publishing.records.values import parse_record
from publishing.site import Occasion
from publishing.sources import Read, parse_yaml

LEAST = {"id": "forum", "title": "{en: Forum, ru: Форум}", "start": "2026-05-20"}
ORGANISERS = "\n  - {en: CAREC}\n  - {ru: Соглашение мэров}"


def _read(name: str = "forum", **facts: str) -> Read[Occasion]:
    lines = (f"{key}: {value}\n" for key, value in (LEAST | facts).items())
    path = f"data/events/{name}.yml"
    source, problems = parse_yaml("".join(lines), path)
    event, mistakes = parse_record(Event, source)
    assert (problems, mistakes) == ([], [])
    assert event is not None
    return Read(Occasion(name, path, event), source)


def _occasion(key: str, start: str, end: str | None = None, **facts: str) -> Occasion:
    event = Event.model_validate(
        {"id": key, "title": {"en": key}, "start": start, "end": end, **facts}
    )
    return Occasion(key, f"data/events/{key}.yml", event)


def _ids(occasions: Iterable[Occasion]) -> list[str]:
    return [one.event.id for one in occasions]


@pytest.fixture
def printed(languages):
    """What is said about events, as an editor reads it, without the last line's count."""

    def check(*events):
        return report(check_events(events, languages)).rpartition("\n")[0]

    return check


def test_right_events_are_no_problem(printed):
    forum = _read(
        end="2026-05-22",
        place="{en: Almaty, kk: Алматы}",
        country="kz",
        organisers="[{en: CAREC}]",
        announced="2026-02",
    )
    webinar = _read("webinar", id="webinar", start="2026-06-01T10:00", zone="Asia/Tbilisi")
    assert printed(forum, webinar) == ""


MISTAKES = {
    "end before start": (
        {"end": "2026-05-19"},
        (
            ":4: end: expected an end not before the start, 2026-05-20, found '2026-05-19'\n"
            "    hint: Are the two swapped?"
        ),
    ),
    "end an hour before start": (
        {"start": "2026-05-20T10:00", "end": "2026-05-20T09:00", "zone": "Asia/Almaty"},
        (
            ":4: end: expected an end not before the start, 2026-05-20T10:00, "
            "found '2026-05-20T09:00'\n    hint: Are the two swapped?"
        ),
    ),
    "month before the other": (
        {"start": "2026-05", "end": "2026-04"},
        (
            ":4: end: expected an end not before the start, 2026-05, found '2026-04'\n"
            "    hint: Are the two swapped?"
        ),
    ),
    "end with a time": (
        {"end": "2026-05-20T18:00"},
        (
            ":4: end: expected an end written like the start, found '2026-05-20T18:00'\n"
            "    hint: Both with a time, or both without."
        ),
    ),
    "only the start with a time": (
        {"start": "2026-05-20T10:00", "end": "2026-05-21", "zone": "Asia/Almaty"},
        (
            ":4: end: expected an end written like the start, found '2026-05-21'\n"
            "    hint: Both with a time, or both without."
        ),
    ),
    "end less precise": (
        {"end": "2026-05"},
        (
            ":4: end: expected an end as precise as the start, found '2026-05'\n"
            "    hint: Both days, both months, or both years."
        ),
    ),
    "end more precise": (
        {"start": "2026", "end": "2026-12-01"},
        (
            ":4: end: expected an end as precise as the start, found '2026-12-01'\n"
            "    hint: Both days, both months, or both years."
        ),
    ),
    "time without zone": (
        {"start": "2026-05-20T10:00"},
        (
            ":3: zone: expected the zone of 2026-05-20T10:00, found none\n"
            "    hint: Such as zone: Asia/Tbilisi."
        ),
    ),
    "time with an empty zone": (
        {"start": "2026-05-20T10:00", "zone": ""},
        (
            ":4: zone: expected the zone of 2026-05-20T10:00, found none\n"
            "    hint: Such as zone: Asia/Tbilisi."
        ),
    ),
    "zone of whole days": (
        {"end": "2026-05-22", "zone": "Asia/Almaty"},
        (
            ":5: zone: expected no zone for whole days, found 'Asia/Almaty'\n"
            "    hint: Remove the line, or write 2026-05-20T10:00 in start: and end:."
        ),
    ),
    "announced after the start": (
        {"announced": "2026-05-21"},
        (
            ":4: announced: expected a day not after the start, 2026-05-20, found '2026-05-21'\n"
            "    hint: The day it became known; leave the line out if nobody knows."
        ),
    ),
    "announced after the month": (
        {"start": "2026-05", "announced": "2026-06-01"},
        (
            ":4: announced: expected a day not after the start, 2026-05, found '2026-06-01'\n"
            "    hint: The day it became known; leave the line out if nobody knows."
        ),
    ),
    "sequence without the day of the change": (
        {"sequence": "2"},
        (
            ":4: updated: expected a date beside a sequence, found none\n"
            "    hint: The day of the change, so that calendars and feed readers notice it."
        ),
    ),
    "unknown country": (
        {"country": "xx"},
        (
            ":4: country: expected the code of a country, found 'xx'\n"
            "    hint: ISO 3166-1 alpha-2, in small letters."
        ),
    ),
    "title in a language the site does not have": (
        {"title": "{en: Forum, fr: Forum}"},
        (
            ":2: title, fr: expected a language of the site, found 'fr'\n"
            "    hint: See the list in mkdocs.yml."
        ),
    ),
    "title without English": (
        {"title": "{ru: Форум}"},
        (
            ":2: title: expected words in 'en', found none\n"
            "    hint: Add the line 'en: …'; readers of every language can fall back to it."
        ),
    ),
    "place without English": (
        {"place": "{kk: Алматы}"},
        (
            ":4: place: expected words in 'en', found none\n"
            "    hint: Add the line 'en: …'; readers of every language can fall back to it."
        ),
    ),
    "organiser without English": (
        {"organisers": ORGANISERS},
        (
            ":6: organisers, item 2: expected words in 'en', found none\n"
            "    hint: Add the line 'en: …'; readers of every language can fall back to it."
        ),
    ),
}


@pytest.mark.parametrize(("facts", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_an_event_is_told(printed, facts, told):
    assert printed(_read(**facts)) == f"data/events/forum.yml{told}"


def test_two_events_cannot_have_one_id(printed):
    assert printed(_read(), _read("forum-2027", start="2027")) == (
        "data/events/forum-2027.yml:1: id: expected an id that data/events/forum.yml does not "
        "have, found 'forum'\n"
        "    hint: Ids never change and are never shared; give the newer event its own."
    )


@pytest.mark.parametrize("name", ["Forum", "forum_2026", "forum--2026", "форум"])
def test_an_event_is_named_as_an_address_can_be(printed, name):
    assert printed(_read(name)) == (
        f"data/events/{name}.yml: file: expected a file name of a–z, 0–9 and hyphens, "
        f"found '{name}'\n    hint: Rename the file, such as forum-almaty-2026.yml."
    )


def test_every_mistake_is_told_in_one_run(printed):
    first = _read(start="2026-05-20T10:00", end="2026-05-19", country="xx", announced="2027")
    told = printed(first, _read("second", title="{ru: Форум}"))
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        "data/events/forum.yml:3: zone",
        "data/events/forum.yml:4: end",
        "data/events/forum.yml:5: country",
        "data/events/forum.yml:6: announced",
        "data/events/second.yml:1: id",
        "data/events/second.yml:2: title",
    ]


@pytest.mark.parametrize(
    ("start", "end", "last_day", "day_after"),
    [
        ("2026-05-20", None, "2026-05-20", "2026-05-21"),
        ("2026-05-20", "2026-05-22", "2026-05-22", "2026-05-23"),
        ("2026-05-20T10:00", "2026-05-20T12:00", "2026-05-20", "2026-05-21"),
        ("2026-05-20T23:00", "2026-05-21T01:00", "2026-05-21", "2026-05-22"),
        ("2026-05", None, "2026-05-31", "2026-06-01"),
        ("2024-02", None, "2024-02-29", "2024-03-01"),
        ("2026-05", "2026-06", "2026-06-30", "2026-07-01"),
        ("2026", None, "2026-12-31", "2027-01-01"),
        ("2026", "2028", "2028-12-31", "2029-01-01"),
    ],
)
def test_an_event_lies_ahead_to_the_end_of_its_last_day(start, end, last_day, day_after):
    agenda = [_occasion("forum", start, end)]
    for today in (date(2020, 1, 1), date.fromisoformat(last_day)):
        assert (_ids(upcoming(agenda, today)), _ids(past(agenda, today))) == (["forum"], [])
    today = date.fromisoformat(day_after)
    assert (_ids(upcoming(agenda, today)), _ids(past(agenda, today))) == ([], ["forum"])


def test_a_cancelled_event_stays_in_its_place():
    agenda = [_occasion("forum", "2026-05-20", status="cancelled"), _occasion("fair", "2026-05-19")]
    assert _ids(upcoming(agenda, date(2026, 5, 1))) == ["fair", "forum"]
    assert _ids(past(agenda, date(2026, 6, 1))) == ["forum", "fair"]


def test_what_is_next_comes_first_and_what_was_last_comes_first():
    agenda = [
        _occasion("b", "2026-05-20"),
        _occasion("some-day", "2026-05"),
        _occasion("some-month", "2026"),
        _occasion("a", "2026-05-20"),
        _occasion("morning", "2026-05-20T08:00", zone="Asia/Almaty"),
        _occasion("evening", "2026-05-20T18:00", zone="Asia/Almaty"),
        _occasion("first", "2026-05-01"),
        _occasion("long", "2026-05-02", "2026-05-30"),
    ]
    order = ["some-month", "some-day", "first", "long", "a", "b", "morning", "evening"]
    assert _ids(upcoming(agenda, date(2026, 1, 1))) == order
    assert _ids(past(agenda, date(2027, 1, 1))) == order[::-1]


@st.composite
def _agendas(draw: st.DrawFn) -> list[Occasion]:
    """Up to eight events of few days, so that many are equal."""
    starts = st.sampled_from(["2026", "2026-05", "2026-05-01", "2026-05-20", "2026-05-20T10:00"])
    keys = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    return [_occasion(key, draw(starts), zone="Asia/Almaty") for key in keys]


DAYS = st.dates(date(2026, 4, 25), date(2026, 6, 5))


@given(agenda=_agendas(), today=DAYS, data=st.data())
def test_every_event_is_ahead_or_over_whatever_the_order_of_files(agenda, today, data):
    shuffled = data.draw(st.permutations(agenda))
    ahead, over = upcoming(shuffled, today), past(shuffled, today)
    assert (ahead, over) == (upcoming(agenda, today), past(agenda, today))
    assert sorted(_ids([*ahead, *over])) == sorted(_ids(agenda))
    assert all(one.event.last_day >= today for one in ahead)
    assert all(one.event.last_day < today for one in over)


def test_events_are_chosen_by_country_by_id_and_by_whether_their_day_is_known():
    agenda = [
        _occasion("forum", "2026-05", country="kz"),
        _occasion("fair", "2026-05-20", country="kz"),
        _occasion("webinar", "2026-06-01T10:00", zone="Asia/Almaty"),
        _occasion("workshop", "2012", country="tj"),
    ]
    assert _ids(in_country(agenda, "kz")) == ["forum", "fair"]
    assert _ids(in_country(agenda, "ua")) == []
    assert _ids(by_ids(agenda, {"workshop", "fair", "nothing"})) == ["fair", "workshop"]
    assert _ids(in_calendar(agenda)) == ["fair", "webinar"]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "2026-05-20 confirmed"),
        ({"start": "2026"}, "2026 confirmed"),
        ({"end": "2026-05-22"}, "2026-05-20 2026-05-22 confirmed"),
        ({"status": "cancelled"}, "2026-05-20 cancelled"),
        ({"status": "tentative"}, "2026-05-20 tentative"),
        (
            {"start": "2026-05-20T10:00", "end": "2026-05-20T12:00", "zone": "Asia/Almaty"},
            "2026-05-20T10:00 2026-05-20T12:00 Asia/Almaty confirmed",
        ),
        ({"sequence": "3", "country": "kz", "updated": "2026-02-03"}, "2026-05-20 confirmed"),
        ({"title": "{en: Another}", "place": "{en: Almaty}"}, "2026-05-20 confirmed"),
    ],
)
def test_the_state_of_an_event_is_its_times_and_its_status(facts, state):
    assert event_state(_read(**facts).record.event) == state
