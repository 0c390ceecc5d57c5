"""An event's file: what may stand in it, and what its dates mean."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.problems import Problem
from publishing.records.events import Event, last_day_of, mistakes_of
from publishing.records.values import PartialDate, parse_record
from publishing.sources import parse_yaml

LEAST = {"id": "forum-almaty-2026", "title": "{en: Forum}", "start": "2026-05-20"}
NO_ZONE = "A name of the time zone database, such as Asia/Almaty, Europe/Kyiv or Asia/Tbilisi."
WRITE = "Write 2026-05-20, or 2026-05-20T10:00 with a zone:, or 2026-05 where no more is known."


def _read(facts: Mapping[str, str]) -> tuple[Event | None, list[Problem]]:
    text = "".join(f"{key}: {value}\n" for key, value in facts.items())
    source, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return parse_record(Event, source)


def _printed(**facts: str) -> list[str]:
    return [str(mistake) for mistake in _read(LEAST | facts)[1]]


def _event(start: str, end: str | None = None, **facts: object) -> Event:
    return Event.model_validate(
        {"id": "x", "title": {"en": "X"}, "start": start, "end": end} | facts
    )


def test_what_is_not_written_is_absent():
    record, mistakes = _read(LEAST)
    assert mistakes == []
    assert record is not None
    assert record.model_dump(mode="json", exclude_defaults=True) == {
        "id": "forum-almaty-2026",
        "title": {"en": "Forum"},
        "start": "2026-05-20",
    }
    assert (record.status, record.sequence, record.organisers) == ("confirmed", 0, ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "{en: Forum, kk: Форум, hy: Ֆորում}"),
        ("start", "2026"),
        ("start", "2026-05"),
        ("start", "2024-02-29"),
        ("start", "2026-05-20T00:00"),
        ("start", "2026-05-20T23:59"),
        ("end", "2026-05-22T18:30"),
        ("zone", "Asia/Almaty"),
        ("zone", "Europe/Kyiv"),
        ("zone", "Asia/Tbilisi"),
        ("zone", "America/Argentina/Buenos_Aires"),
        ("zone", "America/Port-au-Prince"),
        ("place", "{en: 'Hotel Kazakhstan, Almaty'}"),
        ("country", "kz"),
        ("organisers", "[{en: CAREC}, {en: Covenant of Mayors East, ru: Соглашение мэров}]"),
        ("organisers", "[]"),
        ("link", "https://carececo.org/forum"),
        ("status", "confirmed"),
        ("status", "tentative"),
        ("status", "cancelled"),
        ("online", "true"),
        ("sequence", "0"),
        ("sequence", "10000"),
        ("announced", "2026-01"),
        ("updated", "2026-02-03"),
    ],
)
def test_an_event_may_say(key, value):
    assert _printed(**{key: value}) == []


@pytest.mark.parametrize("key", LEAST)
def test_an_event_has_an_id_a_title_and_a_start(key):
    _record, mistakes = _read({name: value for name, value in LEAST.items() if name != key})
    assert [str(mistake) for mistake in mistakes] == [
        f"a.yml:1: {key}: expected this key, found none\n    hint: Add the line '{key}: …'."
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20.05.2026", "a date such as 2021-04-20"),
        ("2026-5-20", "a date such as 2021-04-20"),
        ("2026-02-30", "a date that exists in the calendar"),
        ("2026-02-30T10:00", "a date that exists in the calendar"),
        ("2026-13", "a date that exists in the calendar"),
        ("1989-12-31", "a year from 1990 to 2100"),
        ("2026-05-20T24:00", "a time from 00:00 to 23:59"),
        ("2026-05-20T10:60", "a time from 00:00 to 23:59"),
        ("2026-05-20 10:00", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05-20T9:00", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05-20T10:00:00", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05-20T10:00Z", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05-20T10:00+05:00", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05-20T", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026-05T10:00", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("2026T10:00", "a date such as 2021-04-20"),
        ("2026-05-20–22", "a day, or a day and a time such as 2026-05-20T10:00"),
        ("May 2026", "a date such as 2021-04-20"),
    ],
)
@pytest.mark.parametrize(("key", "line"), [("start", 3), ("end", 4)])
def test_a_moment_that_does_not_exist_is_refused(key, line, written, expected):
    assert _printed(**{key: f"'{written}'"}) == [
        f"a.yml:{line}: {key}: expected {expected}, found '{written}'\n    hint: {WRITE}"
    ]


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("true", "the word true"),
        ("2026.5", "the number 2026.5"),
        ("[2026-05-20]", "a list"),
        ("", "nothing"),
    ],
)
def test_a_moment_is_text_or_a_year(start, found):
    printed = _printed(start=start)
    assert [mistake.split("\n")[0].split(", found ")[1] for mistake in printed] == [found]


@pytest.mark.parametrize(
    ("written", "expected", "found"),
    [
        ("Asia/Nowhere", "the name of a time zone that exists", "'Asia/Nowhere'"),
        ("America/Argentina", "the name of a time zone that exists", "'America/Argentina'"),
        ("UTC", "the name of a time zone", "'UTC'"),
        ("GMT+5", "the name of a time zone", "'GMT+5'"),
        ("'+05:00'", "the name of a time zone", "'+05:00'"),
        ("5", "the name of a time zone", "the number 5"),
        ("Almaty time", "the name of a time zone", "'Almaty time'"),
        ("asia/almaty", "the name of a time zone", "'asia/almaty'"),
        ("Asia/../Asia/Almaty", "the name of a time zone", "'Asia/../Asia/Almaty'"),
        ("/etc/localtime", "the name of a time zone", "'/etc/localtime'"),
        ("''", "the name of a time zone", "''"),
    ],
)
def test_a_zone_that_does_not_exist_is_refused(written, expected, found):
    assert _printed(zone=written) == [
        f"a.yml:4: zone: expected {expected}, found {found}\n    hint: {NO_ZONE}"
    ]


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "id",
            "Forum 2026",
            (
                "a.yml:1: id: expected lower-case letters a–z, digits and single hyphens, "
                "found 'Forum 2026'\n    hint: Such as 'bila-tserkva'."
            ),
        ),
        (
            "title",
            "Forum",
            "a.yml:2: title: expected keys with values, found 'Forum'",
        ),
        (
            "title",
            "{}",
            "a.yml:2: title: expected at least 1 entry, found nothing",
        ),
        (
            "title",
            "{en: '<i>Forum</i>'}",
            (
                "a.yml:2: title, en: expected plain text without HTML, found '<i>Forum</i>'\n"
                "    hint: Write the character itself; markup is ours."
            ),
        ),
        (
            "place",
            "{en: ''}",
            (
                "a.yml:4: place, en: expected text that is not empty, found ''\n"
                "    hint: Remove the line if nothing is known."
            ),
        ),
        (
            "country",
            "Kazakhstan",
            "a.yml:4: country: expected a code of two small letters such as ua, found 'Kazakhstan'",
        ),
        (
            "online",
            "yes, I think",
            "a.yml:4: online: expected true or false, found 'yes, I think'",
        ),
        (
            "online",
            "1",
            "a.yml:4: online: expected true or false, found the number 1",
        ),
        (
            "organisers",
            "{en: CAREC}",
            (
                "a.yml:4: organisers: expected a list, one '- ' line each, found keys with values\n"
                "    hint: Begin each entry with '- '."
            ),
        ),
        (
            "organisers",
            "[CAREC]",
            "a.yml:4: organisers, item 1: expected keys with values, found 'CAREC'",
        ),
        (
            "link",
            "carececo.org",
            (
                "a.yml:4: link: expected an address that begins with https:// or http://, "
                "found 'carececo.org'\n"
                "    hint: Copy the whole address from the browser, with https://."
            ),
        ),
        (
            "status",
            "canceled",
            (
                "a.yml:4: status: expected one of 'confirmed', 'tentative' or 'cancelled', "
                "found 'canceled'\n    hint: Did you mean 'cancelled'?"
            ),
        ),
        (
            "sequence",
            "-1",
            (
                "a.yml:4: sequence: expected at least 0, found the number -1\n"
                "    hint: Look the value up in its source."
            ),
        ),
        (
            "sequence",
            "10001",
            (
                "a.yml:4: sequence: expected at most 10000, found the number 10001\n"
                "    hint: Look the value up in its source."
            ),
        ),
        (
            "sequence",
            "'1'",
            (
                "a.yml:4: sequence: expected a whole number, found '1'\n"
                "    hint: Digits only: no quotes, no spaces, no unit."
            ),
        ),
        (
            "announced",
            "2026-05-20T10:00",
            (
                "a.yml:4: announced: expected a date such as 2021-04-20, found '2026-05-20T10:00'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            "organizers",
            "[]",
            (
                "a.yml:4: organizers: expected a known key, found 'organizers'\n"
                "    hint: Did you mean 'organisers'?"
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_cure(key, value, printed):
    assert "\n".join(_printed(**{key: value})) == printed


def test_a_language_is_a_code_of_two_small_letters():
    assert [mistake.split(", found ")[0] for mistake in _printed(title="{English: Forum}")] == [
        "a.yml:2: title, English: expected a code of two small letters such as uk"
    ]


@pytest.mark.parametrize(
    ("start", "end", "first_day", "last_day"),
    [
        ("2026-05-20", None, "2026-05-20", "2026-05-20"),
        ("2026-05-20", "2026-05-22", "2026-05-20", "2026-05-22"),
        ("2026-05-20T23:00", None, "2026-05-20", "2026-05-20"),
        ("2026-05-20T23:00", "2026-05-21T01:00", "2026-05-20", "2026-05-21"),
        ("2026-05", None, "2026-05-01", "2026-05-31"),
        ("2026-05", "2026-06", "2026-05-01", "2026-06-30"),
        ("2024-02", None, "2024-02-01", "2024-02-29"),
        ("2100-02", None, "2100-02-01", "2100-02-28"),
        ("2026-12", None, "2026-12-01", "2026-12-31"),
        ("2100-12", None, "2100-12-01", "2100-12-31"),
        ("2012", None, "2012-01-01", "2012-12-31"),
        ("2012", "2014", "2012-01-01", "2014-12-31"),
    ],
)
def test_an_event_lasts_from_the_first_to_the_last_day_it_can_mean(start, end, first_day, last_day):
    event = _event(start, end)
    assert (str(event.first_day), str(event.last_day)) == (first_day, last_day)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_the_day_after_the_last_of_a_month_or_year_is_the_first_of_the_next(day):
    month, year = PartialDate(f"{day:%Y-%m}"), PartialDate(f"{day:%Y}")
    assert last_day_of(PartialDate(day.isoformat())) == day
    after = last_day_of(month) + timedelta(days=1)
    assert (after.day, after > day, (after - month.first_day).days <= 31) == (1, True, True)
    assert last_day_of(year) + timedelta(days=1) == date(day.year + 1, 1, 1)


@pytest.mark.parametrize(
    ("start", "is_dated"),
    [("2026", False), ("2026-05", False), ("2026-05-20", True), ("2026-05-20T10:00", True)],
)
def test_an_event_whose_day_is_known_can_stand_in_a_calendar(start, is_dated):
    assert _event(start).is_dated is is_dated


@pytest.mark.parametrize(
    ("moment", "zone", "instant"),
    [
        ("2026-05-20", None, None),
        ("2026-05", None, None),
        ("2026-05-20T10:00", None, None),
        ("2026-05-20T10:00", "Asia/Tbilisi", "2026-05-20T10:00:00+04:00"),
        ("2026-05-20T10:00", "Europe/Kyiv", "2026-05-20T10:00:00+03:00"),
        ("2026-01-20T10:00", "Europe/Kyiv", "2026-01-20T10:00:00+02:00"),
        ("2026-05-20T00:00", "Asia/Almaty", "2026-05-20T00:00:00+05:00"),
    ],
)
def test_a_time_is_that_of_the_clock_at_the_place(moment, zone, instant):
    event = _event(moment, zone=zone)
    found = event.instant(event.start)
    assert (found and found.isoformat()) == instant


def test_what_begins_later_elsewhere_may_be_earlier():
    kyiv = _event("2026-05-20T10:00", zone="Europe/Kyiv")
    almaty = _event("2026-05-20T11:00", zone="Asia/Almaty")
    begins, earlier = (event.instant(event.start) for event in (kyiv, almaty))
    assert begins is not None
    assert earlier is not None
    assert begins > earlier


def test_a_midnight_is_a_time_and_no_whole_day():
    event = _event("2026-05-20T00:00", zone="Asia/Tbilisi")
    assert (str(event.start.time), event.start.date) == ("00:00:00", "2026-05-20")
    assert _event("2026-05-20").start.time is None


@pytest.mark.parametrize(
    ("announced", "published"),
    [(None, "2026-05-20"), ("2026-02-03", "2026-02-03"), ("2026-02", "2026-02")],
)
def test_feeds_date_an_event_by_its_announcement_or_else_by_its_start(announced, published):
    assert _event("2026-05-20T10:00", announced=announced).published == published


@pytest.mark.parametrize(
    ("start", "end", "facts"),
    [
        ("2026-05-20", None, {}),
        ("2026-05-20", "2026-05-20", {}),
        ("2026-05-20", "2026-05-22", {"announced": "2026-05-20"}),
        ("2026-05", "2026-06", {"announced": "2026-05"}),
        ("2012", "2013", {}),
        ("2026-05-20", None, {"announced": "2026-05"}),
        ("2026-05", None, {"announced": "2026-05-31"}),
        ("2026", None, {"announced": "2026-12-31"}),
        ("2026-05-20", None, {"sequence": 0}),
        ("2026-05-20", None, {"sequence": 1, "updated": "2026-05-01"}),
        ("2026-05-20T10:00", None, {"zone": "Asia/Almaty"}),
        ("2026-05-20T10:00", "2026-05-20T10:00", {"zone": "Asia/Almaty"}),
        ("2026-05-20T22:00", "2026-05-21T02:00", {"zone": "Asia/Almaty"}),
    ],
)
def test_dates_that_fit_together_are_no_mistake(start, end, facts):
    assert mistakes_of(_event(start, end, **facts)) == []


@given(days=st.lists(st.dates(date(1990, 1, 1), date(2100, 12, 31)), min_size=2, max_size=2))
def test_an_end_is_a_mistake_exactly_when_it_lies_before_the_start(days):
    start, end = (day.isoformat() for day in days)
    found = [key for key, *_words in mistakes_of(_event(start, end))]
    assert found == (["end"] if days[1] < days[0] else [])
