"""Events of the agenda: what takes place when and where."""

import re
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator

from publishing.records.values import (
    CountryCode,
    KnownDate,
    LanguageCode,
    PartialDate,
    Record,
    Slug,
    Text,
    WebAddress,
    expected,
    partial_date,
)
from publishing.sources import in_words

# RFC 5545: what an event in a calendar can be.
Status = Literal["confirmed", "tentative", "cancelled"]

_CLOCK = re.compile(r"T([0-9]{2}:[0-9]{2})")
_MOMENT_HINT = (
    "Write 2026-05-20, or 2026-05-20T10:00 with a zone:, or 2026-05 where no more is known."
)


class Moment(str):
    """A day, or a day with a time `2026-05-20T10:00` in the event's own zone.

    Where the day is not known, a month or a year.
    """

    __slots__ = ()

    @property
    def date(self) -> PartialDate:
        """The day, as far as it is known."""
        return PartialDate(self.split("T", maxsplit=1)[0])

    @property
    def time(self) -> time | None:
        """The time of day in the event's zone, None for a whole day."""
        return time.fromisoformat(self[11:]) if "T" in self else None


def _moment(value: Any) -> Moment:
    text = str(value)
    day, clock = text[:10], text[10:]
    if not clock:
        return Moment(partial_date(value, _MOMENT_HINT))
    match = _CLOCK.fullmatch(clock)
    if not match:
        raise expected("a day, or a day and a time such as 2026-05-20T10:00", _MOMENT_HINT)
    partial_date(day, _MOMENT_HINT)
    try:
        time.fromisoformat(match.group(1))
    except ValueError:
        raise expected("a time from 00:00 to 23:59", _MOMENT_HINT) from None
    return Moment(text)


def _zone(value: Any) -> str:
    hint = "A name of the time zone database, such as Asia/Almaty, Europe/Kyiv or Asia/Tbilisi."
    # A place in the world: no old abbreviation, and nothing that leaves the database's folder.
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z][A-Za-z]+(?:/[A-Za-z_-]+)+", value):
        raise expected("the name of a time zone", hint)
    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError):
        raise expected("the name of a time zone that exists", hint) from None
    return value


KnownMoment = Annotated[
    Moment,
    PlainValidator(_moment, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]
Zone = Annotated[str, BeforeValidator(_zone, json_schema_input_type=str)]
Wording = Annotated[dict[LanguageCode, Text], Field(min_length=1)]


class Event(Record):
    """An event. Words stand by language; `country` is where it is held, or for whom.

    `end` is the last day, or the time it closes. An event that is `online` takes place nowhere
    else; without the line nobody knows. `id` and the calendar's identity are for ever; `sequence`
    grows with every change of time or status after publication (RFC 5545,
    3.8.7.4). `announced` is the day it became known, which feeds are dated by; without it the
    start counts.
    """

    id: Slug
    title: Wording
    start: KnownMoment
    end: KnownMoment | None = None
    zone: Zone | None = None
    place: Wording | None = None
    country: CountryCode | None = None
    organisers: Annotated[tuple[Wording, ...], Field(strict=False)] = ()
    link: WebAddress | None = None
    status: Status = "confirmed"
    sequence: Annotated[int, Field(ge=0, le=10_000)] = 0
    announced: KnownDate | None = None
    updated: KnownDate | None = None
    online: bool = False

    @property
    def last(self) -> Moment:
        """When it ends: the start's day for an event without end."""
        return self.end or self.start

    @property
    def is_dated(self) -> bool:
        """Whether its days are known, so that it can stand in a calendar."""
        return self.start.date.precision == "day"

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        return self.start.date.first_day

    @property
    def last_day(self) -> date:
        """The last day it can mean: of a month or year, its last.

        >>> Event(id="x", title={"en": "X"}, start="2024-02").last_day
        datetime.date(2024, 2, 29)
        """
        return last_day_of(self.last.date)

    def instant(self, moment: Moment) -> datetime | None:
        """Return the time of a moment with its zone, None for a whole day."""
        if moment.time is None or self.zone is None:
            return None
        return datetime.combine(moment.date.first_day, moment.time, ZoneInfo(self.zone))

    @property
    def published(self) -> PartialDate:
        """The date it has in feeds."""
        return self.announced or self.start.date


def last_day_of(known: PartialDate) -> date:
    """Return the last day a date can mean."""
    first = known.first_day
    if known.precision == "day":
        return first
    if known.precision == "year":
        return date(first.year, 12, 31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def mistakes_of(event: Event) -> list[tuple[str, str, str, str]]:
    """Name what does not fit together: (key, expected, found, hint)."""
    found = []
    first, last = event.start, event.last
    if (first.time is None) != (last.time is None):
        hint = "Both with a time, or both without."
        found.append(("end", "an end written like the start", str(last), hint))
    elif first.date.precision != last.date.precision:
        hint = "Both days, both months, or both years."
        found.append(("end", "an end as precise as the start", str(last), hint))
    elif str(last) < str(first):
        hint = "Are the two swapped?"
        found.append(("end", f"an end not before the start, {first}", str(last), hint))
    if first.time is not None and event.zone is None:
        hint = "Such as zone: Asia/Tbilisi."
        found.append(("zone", f"the zone of {first}", in_words("none"), hint))
    if first.time is None and event.zone is not None:
        hint = "Remove the line, or write 2026-05-20T10:00 in start: and end:."
        found.append(("zone", "no zone for whole days", event.zone, hint))
    if event.sequence and event.updated is None:
        hint = "The day of the change, so that calendars and feed readers notice it."
        found.append(("updated", "a date beside a sequence", in_words("none"), hint))
    if event.announced and event.announced.first_day > last_day_of(event.start.date):
        hint = "The day it became known; leave the line out if nobody knows."
        wanted = f"a day not after the start, {first}"
        found.append(("announced", wanted, str(event.announced), hint))
    return found
