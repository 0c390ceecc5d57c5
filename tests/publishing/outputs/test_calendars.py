import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from publishing.outputs.calendars import calendar_file, event_file
from publishing.records.events import Event
from publishing.records.values import Text
from publishing.site import Occasion
from publishing.views.calendars import (
    ALL,
    Calendar,
    CalendarEvent,
    CalendarLink,
    calendar_event,
    calendar_links,
    calendars,
)
from publishing.views.tongue import Worded
from tests.sample_sites import EXPECTED

URL = "https://sample.example/"
RECORDS: dict[str, dict[str, Any]] = {
    # Two days, in a long line of Georgian letters of three octets each.
    "conference": {
        "title": {
            "en": "Conference",
            "ka": "მერების შეთანხმების კონფერენცია აღმოსავლეთ სამეზობლოს ქალაქებისთვის, თბილისი",
        },
        "start": "2026-05-20",
        "end": "2026-05-21",
        "country": "ge",
        "place": {"en": "Tbilisi", "ka": "თბილისი; რუსთაველის გამზირი, 8"},
        "organisers": [{"en": "Covenant of Mayors East", "ka": "მერების შეთანხმება"}],
        "link": "https://forum.example/2026?day=1",
    },
    # Over midnight, and over the night when clocks in Ukraine go forward.
    "night": {
        "title": {"en": "Earth Hour \\ night; all cities"},
        "start": "2026-03-28T20:30",
        "end": "2026-03-29T04:00",
        "zone": "Europe/Kyiv",
        "country": "ua",
        "announced": "2026-01-15",
    },
    # In Armenian, whose letters have two octets; called off after publication.
    "ceremony": {
        "title": {
            "en": "Ceremony",
            "hy": "Գործողությունների հաստատված ծրագրերի հավաստագրերի հանձնման արարողություն",
        },
        "start": "2026-06-01T10:00",
        "zone": "Asia/Yerevan",
        "country": "am",
        "status": "cancelled",
        "sequence": 3,
        "announced": "2026-02",
        "updated": "2026-05-11",
    },
    "some-day": {"title": {"en": "Some day in July"}, "start": "2026-07"},
}
EVENTS = {
    key: Occasion(key, f"data/events/{key}.yml", Event.model_validate({"id": key, **facts}))
    for key, facts in RECORDS.items()
}


@pytest.fixture
def the_site(a_site):
    """A site with four events; of one only the month is known."""
    return replace(a_site(), occasions=tuple(EVENTS.values()))


@pytest.fixture
def written(the_site, speaking):
    """The file of a calendar in a language, such as `written("ka")`."""

    def write(code, file=ALL):
        return calendar_file(calendars(the_site, speaking(code), URL)[file])

    return write


def _event(**values: Any) -> CalendarEvent:
    least = CalendarEvent(
        uid="x@sample.example",
        sequence=0,
        status="CONFIRMED",
        start=date(2026, 5, 20),
        end=date(2026, 5, 21),
        stamp=datetime(2026, 5, 1, tzinfo=UTC),
        title=Worded("Forum", "en"),
        place=None,
        description=Worded("About", "en"),
        url=URL,
    )
    return replace(least, **values)


# Events as calendars want them


def test_a_whole_day_ends_before_the_next_one(the_site, speaking):
    assert calendar_event(EVENTS["conference"], the_site, speaking("en"), URL) == CalendarEvent(
        uid="conference@sample.example",
        sequence=0,
        status="CONFIRMED",
        start=date(2026, 5, 20),
        end=date(2026, 5, 22),
        stamp=datetime(2026, 5, 20, tzinfo=UTC),
        title=Worded("Conference", "en"),
        place=Worded("Tbilisi, Georgia", "en"),
        description=Worded(
            "Covenant of Mayors East\n"
            "https://sample.example/agenda/conference/\n"
            "https://forum.example/2026?day=1",
            "en",
        ),
        url="https://sample.example/agenda/conference/",
    )


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("en", Worded("Tbilisi, Georgia", "en")),
        ("ka", Worded("თბილისი; რუსთაველის გამზირი, 8, საქართველო", "ka")),
        ("hy", Worded("Tbilisi, Վրաստան", "")),
    ],
)
def test_a_place_in_two_languages_names_none(the_site, speaking, code, place):
    found = calendar_event(EVENTS["conference"], the_site, speaking(code), URL)
    assert found.place == place
    location = "LOCATION:" if not place.language else f"LOCATION;LANGUAGE={place.language}:"
    assert f"\r\n{location}".encode() in event_file(found, code)


def test_times_have_the_zone_of_the_place(the_site, speaking):
    kyiv = ZoneInfo("Europe/Kyiv")
    night = calendar_event(EVENTS["night"], the_site, speaking("en"), URL)
    assert (night.start, night.end) == (
        datetime(2026, 3, 28, 20, 30, tzinfo=kyiv),
        datetime(2026, 3, 29, 4, 0, tzinfo=kyiv),
    )


@pytest.mark.parametrize(
    ("key", "stamp"),
    [("conference", "2026-05-20"), ("night", "2026-01-15"), ("ceremony", "2026-05-11")],
)
def test_a_version_is_dated_by_the_record_and_not_by_the_clock(the_site, speaking, key, stamp):
    found = calendar_event(EVENTS[key], the_site, speaking("en"), URL)
    assert found.stamp.isoformat() == f"{stamp}T00:00:00+00:00"


def test_a_cancelled_event_stays_and_says_so(the_site, speaking):
    tongue = speaking("hy", words={"Cancelled": "Չեղարկված է"})
    found = calendar_event(EVENTS["ceremony"], the_site, tongue, URL)
    assert (found.status, found.sequence) == ("CANCELLED", 3)
    assert found.description.text.splitlines()[0] == "Չեղարկված է"


def test_an_event_is_one_and_the_same_in_all_languages(the_site, languages, speaking):
    found = {
        code: [event.uid for event in calendars(the_site, speaking(code), URL)[ALL].events]
        for code in languages.codes
    }
    uids = ["conference@sample.example", "night@sample.example", "ceremony@sample.example"]
    assert found == dict.fromkeys(languages.codes, uids)


def test_there_is_a_calendar_of_all_events_and_one_for_each_country(the_site, speaking):
    found = calendars(the_site, speaking("ka"), URL)
    assert {file: len(calendar.events) for file, calendar in found.items()} == {
        "agenda.ics": 3,
        "am.ics": 1,
        "by.ics": 0,
        "ge.ics": 1,
        "kz.ics": 0,
        "md.ics": 0,
        "ua.ics": 1,
    }
    assert replace(found["ge.ics"], events=()) == Calendar(
        name="საქართველო: Agenda – Covenant of Mayors East",
        description="Events about the Covenant of Mayors in eleven countries.",
        language="ka",
        url="https://sample.example/ka/agenda/ge.ics",
        page="https://sample.example/ka/agenda/",
        events=(),
    )


def test_calendars_are_listed_with_what_they_hold(the_site, speaking):
    first, *others = calendar_links(the_site, speaking("en"))
    assert first == CalendarLink("All countries", "agenda.ics", "3 events")
    assert [(link.name, link.file, link.count) for link in others[:3]] == [
        ("Armenia", "am.ics", "1 event"),
        ("Belarus", "by.ics", "0 events"),
        ("Georgia", "ge.ics", "1 event"),
    ]


# Files


@pytest.mark.parametrize(
    ("code", "file", "stored"),
    [("ka", ALL, "agenda-ka.ics"), ("hy", "am.ics", "am-hy.ics"), ("en", "md.ics", "empty.ics")],
)
def test_a_calendar_is_written_like_this(written, code, file, stored):
    assert written(code, file) == (EXPECTED / "calendars" / stored).read_bytes()


def test_an_event_to_be_downloaded_is_written_like_this(the_site, speaking):
    event = calendar_event(EVENTS["night"], the_site, speaking("en"), URL)
    assert event_file(event, "en") == (EXPECTED / "calendars/event.ics").read_bytes()


def _mistakes(content: bytes) -> list[str]:
    """Name what breaks RFC 5545 in how lines are written and which properties there are."""
    found = []
    lines = content.split(b"\r\n")
    if lines.pop() != b"" or any(b"\r" in line or b"\n" in line for line in lines):
        found.append("lines do not end in CRLF")
    for line in lines:
        if len(line) > 75:
            found.append(f"{len(line)} octets in a line")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"a split character in {line!r}")
    text = content.replace(b"\r\n ", b"").decode("utf-8")
    zones = set(re.findall("(?m)^TZID:(.+?)\r?$", text))
    found += [f"no VTIMEZONE for {zone}" for zone in set(re.findall("TZID=([^:;]+)", text)) - zones]
    for event in re.findall("(?s)BEGIN:VEVENT.*?END:VEVENT", text):
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION"):
            count = len(re.findall(f"(?m)^{name}[;:]", event))
            found += [] if count == 1 else [f"{count} times {name}"]
    return found


@pytest.mark.parametrize(
    ("content", "mistakes"),
    [
        (b"A\r\nB\r\n", []),
        (b"A\nB\r\n", ["lines do not end in CRLF"]),
        (b"A\r\nB", ["lines do not end in CRLF"]),
        (b"A" * 76 + b"\r\n", ["76 octets in a line"]),
        (b"A\xe1\x83\r\n \x90\r\n", ["a split character in b'A\\xe1\\x83'", "a split character"]),
        (b"DTSTART;TZID=Asia/Tbilisi:20260520T100000\r\n", ["no VTIMEZONE for Asia/Tbilisi"]),
        (
            b"\r\n".join(
                b"BEGIN:VEVENT UID:a DTSTAMP:1 DTSTART:1 SEQUENCE:0 SUMMARY:a DESCRIPTION:a "
                b"DESCRIPTION:b END:VEVENT ".split(b" ")
            ),
            ["0 times STATUS", "2 times DESCRIPTION"],
        ),
    ],
)
def test_what_breaks_the_norm_is_seen(content, mistakes):
    found = _mistakes(content)
    assert len(found) == len(mistakes)
    assert all(one.startswith(mistake) for one, mistake in zip(found, mistakes, strict=True))


def test_a_calendar_is_a_file_and_no_invitation(written, the_site, speaking):
    """METHOD belongs to the messages that calendars exchange about an invitation (RFC 5546)."""
    event = calendar_event(EVENTS["night"], the_site, speaking("en"), URL)
    for content in (written("en"), written("en", "md.ics"), event_file(event, "en")):
        assert b"METHOD" not in content


@pytest.mark.parametrize("code", ["en", "ru", "ka", "hy"])
@pytest.mark.parametrize("file", [ALL, "ge.ics", "ua.ics", "am.ics", "md.ics"])
def test_every_line_is_short_and_whole_and_every_zone_is_described(written, code, file):
    assert _mistakes(written(code, file)) == []


# Read back by vobject, which shares no code with the writer.


def _read_back(content: bytes) -> Any:
    calendar: Any = vobject.readOne(content.decode("utf-8"))
    return calendar


def test_zones_are_described_in_the_order_of_their_names_so_that_every_build_is_the_same():
    names = ["Asia/Almaty", "Asia/Baku", "Asia/Tashkent", "Asia/Tbilisi", "Europe/Kyiv"]
    starts = [datetime(2026, 5, 20, 10, tzinfo=ZoneInfo(name)) for name in reversed(names)]
    events = tuple(_event(uid=str(start), start=start, end=start) for start in starts)
    content = calendar_file(Calendar("Agenda", "Events", "en", URL, URL, events)).decode("utf-8")
    assert re.findall("\nTZID:(.+)\r", content) == names


@pytest.mark.parametrize("code", ["en", "ka", "hy"])
def test_another_program_reads_the_same_texts(the_site, written, speaking, code):
    expected = calendars(the_site, speaking(code), URL)[ALL]
    calendar = _read_back(written(code))
    assert calendar.x_wr_calname.value == calendar.contents["name"][0].value == expected.name
    assert calendar.source.value == expected.url
    assert calendar.refresh_interval.value == "P1D"
    read = {event.uid.value: event for event in calendar.vevent_list}
    assert list(read) == [event.uid for event in expected.events]
    for event in expected.events:
        found = read[event.uid]
        assert found.summary.value == event.title.text
        assert found.summary.params["LANGUAGE"] == [event.title.language]
        assert found.description.value == event.description.text
        assert found.url.value == event.url
        assert (found.status.value, found.sequence.value) == (event.status, str(event.sequence))
        assert found.dtstamp.value == event.stamp
        assert event.place is not None
        assert found.location.value == event.place.text


def test_another_program_reads_the_same_days_and_hours(written):
    conference, night, ceremony = _read_back(written("en")).vevent_list
    days = (conference.dtstart.value, conference.dtend.value)
    assert days == (date(2026, 5, 20), date(2026, 5, 22))
    assert conference.transp.value == "TRANSPARENT"
    assert "transp" not in night.contents
    hours = [night.dtstart.value, night.dtend.value, ceremony.dtstart.value]
    assert [moment.replace(tzinfo=None).isoformat() for moment in hours] == [
        "2026-03-28T20:30:00",
        "2026-03-29T04:00:00",
        "2026-06-01T10:00:00",
    ]
    assert "dtend" not in ceremony.contents


@pytest.mark.parametrize(
    ("zone", "moment", "hours"),
    [
        ("Europe/Kyiv", "2026-03-28T20:30", 2),
        ("Europe/Kyiv", "2026-03-29T04:00", 3),
        ("Europe/Kyiv", "2026-10-25T05:00", 2),
        ("Europe/Kyiv", "2035-07-01T12:00", 3),
        ("Asia/Yerevan", "2026-06-01T10:00", 4),
    ],
)
def test_the_description_of_a_zone_knows_when_its_clocks_change(written, zone, moment, hours):
    # vobject keeps only the first date of a list of changes; dateutil reads them all.
    found = tzical(StringIO(written("en").decode("utf-8"))).get(zone)
    assert found is not None
    moved = datetime.fromisoformat(moment).replace(tzinfo=found).utcoffset()
    assert moved == timedelta(hours=hours)


_TEXT: TypeAdapter[str] = TypeAdapter(Text)


def _is_allowed(value: str) -> bool:
    try:
        _TEXT.validate_python(value)
    except ValidationError:
        return False
    return True


# Letters of one to four octets and the signs of the format, beside any character at all; but not
# `\N`, which icalendar 7.3 writes as a line break.
_TEXTS = (
    st.text(alphabet="aЖღՖƏ😀\\,;:\"'^n =%", min_size=1, max_size=150)
    | st.text(alphabet=st.characters(codec="utf-8"), max_size=150)
).filter(lambda text: _is_allowed(text) and "\\N" not in text)


@given(title=_TEXTS, place=_TEXTS, lines=st.lists(_TEXTS, min_size=1, max_size=3))
@example(title="ღ" * 90, place="a\\nb; c, \\", lines=["Ж" * 120, "\\;", "n"])
def test_any_text_survives_the_way_into_another_program(title, place, lines):
    about = "\n".join(lines)
    event = _event(
        title=Worded(title, "ka"), place=Worded(place, "hy"), description=Worded(about, "en")
    )
    content = event_file(event, "ka")
    assert _mistakes(content) == []
    found = _read_back(content).vevent
    assert (found.summary.value, found.location.value) == (title, place)
    assert found.description.value == about
